"""The catalogue as Qt keeps it: a .ts file for people and programs that translate, a .qm file for the window."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from pathlib import Path

from annotator.core.resources import resource
from annotator.ui.sentences import CONTEXT
from tests.translations.code import Message, messages, sentences

FOLDER = resource("translations")
SOURCE = FOLDER / "annotator_uk.ts"
COMPILED = FOLDER / "annotator_uk.qm"
SENTENCES = FOLDER / "sentences.txt"
FORMS = 3
"""Ukrainian has three forms of a noun with a number."""

Translations = dict[Message, tuple[str, ...]]
"""One translation of each text, or one for each form of a counted one; () where it is not translated."""


def wanted() -> list[Message]:
    """Return all that has to be translated: the texts of the window and the sentences of the rooms."""
    return [*messages(), *(Message(CONTEXT, text) for text in sentences())]


def read(path: Path = SOURCE) -> Translations:
    """Return what a catalogue holds."""
    found: Translations = {}
    if not path.is_file():
        return found
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314  (a file of our own)
        name = context.findtext("name", "")
        for each in context.iter("message"):
            counted = each.get("numerus") == "yes"
            held = each.find("translation")
            assert held is not None
            forms = tuple(form.text or "" for form in held.iter("numerusform")) if counted else (held.text or "",)
            finished = held.get("type") is None and all(forms)
            found[Message(name, each.findtext("source", ""), counted)] = forms if finished else ()
    return found


def write(translations: Mapping[Message, tuple[str, ...]], path: Path = SOURCE) -> None:
    """Write a catalogue, contexts and texts in their order."""
    root = ET.Element("TS", version="2.1", language="uk_UA", sourcelanguage="en_US")
    contexts: dict[str, ET.Element] = {}
    for message in sorted(translations):
        if message.context not in contexts:
            contexts[message.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[message.context], "name").text = message.context
        each = ET.SubElement(contexts[message.context], "message", {"numerus": "yes"} if message.counted else {})
        ET.SubElement(each, "source").text = message.text
        forms = translations[message]
        held = ET.SubElement(each, "translation", {} if forms else {"type": "unfinished"})
        if message.counted:
            for number in range(FORMS):
                ET.SubElement(held, "numerusform").text = forms[number] if forms else ""
        elif forms:
            held.text = forms[0]
    ET.indent(root, " ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(head + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def renewed(old: Translations, now: Iterable[Message]) -> Translations:
    """Return the translations of what is wanted now: the old ones, and those that the same text has elsewhere."""
    elsewhere = {(message.text, message.counted): forms for message, forms in old.items() if forms}
    return {each: old.get(each) or elsewhere.get((each.text, each.counted), ()) for each in now}


def compile_catalogue() -> None:
    """Make the .qm file by Qt's own program, which comes with PySide6."""
    program = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([program, "-silent", SOURCE, "-qm", COMPILED], check=True)
