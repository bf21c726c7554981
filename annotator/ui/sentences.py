"""Sentences of the rooms below in the reader's language.

The rooms know nothing of Qt and speak English, on the command line and in the log; a sentence of theirs comes to the window whole, with
its names and numbers filled in. Here it is told by its template (`resources/translations/sentences.txt`, collected from the code), the
translation of the template is looked up, and the names and numbers are put into it. What no template fits is shown as it is.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from annotator.core.resources import resource
from annotator.ui.numerals import Numeral, numeral

CONTEXT = "sentences"
_TABLES = ("commands", "menus", "kinds")
"""Contexts of words that a hole may hold."""
_HOLE = re.compile(r"\{(\d+)\}")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3}){1,3}\b|\d{1,9}(?![\d.])")
_MANY = 5
"""What words agree with that stand with no number: the form of many."""
_LONGEST = 4000
"""Code points of the longest sentence that is looked up: matching is quick, but not for a page of text."""
_DEEPEST = 3
"""A hole may hold a phrase that is a template itself, and that one another."""


def translated(sentence: str) -> str:
    """Return a sentence of the rooms in the language of the window."""
    return _in_words(sentence, _DEEPEST)


def _in_words(sentence: str, depth: int) -> str:
    if not sentence or len(sentence) > _LONGEST or not _speaks():
        return sentence
    whole = _fixed().get(sentence)
    if whole is not None:
        return _translation(whole).format()
    for template, longest in _with_holes():
        match = _pattern(template).fullmatch(sentence) if longest in sentence else None
        if match is not None:
            return _translation(template).format(*(_filled(each, depth) for each in match.groups()))
    return sentence


def _filled(value: str, depth: int) -> Numeral:
    """Return what goes into a hole: a number that words can agree with, a phrase in the language of the window, or what was there."""
    number = _NUMBER.match(value)
    if number is None:
        return Numeral(_MANY, _phrase(value, depth))
    count = int(number[0].replace(",", ""))
    # A number without a comma may be a year or the number of a process: it stays as it was written.
    return numeral(count) if number[0] == value and "," in value else Numeral(count, _phrase(value, depth))


def _phrase(value: str, depth: int) -> str:
    if depth == 0 or not any(letter.isalpha() for letter in value):
        return value
    found = _in_words(value, depth - 1)
    if found != value:
        return found
    if ", " in value:
        return ", ".join(_in_words(part, depth - 1) for part in value.split(", "))
    return next((other for context in _TABLES if (other := QCoreApplication.translate(context, value)) != value), value)


def _translation(template: str) -> str:
    return QCoreApplication.translate(CONTEXT, template)


def _speaks() -> bool:
    """Tell whether a catalogue with sentences is there: without one every sentence is English already."""
    return _translation("{0} is empty: there is nothing to read in it.") != "{0} is empty: there is nothing to read in it."


@cache
def templates() -> tuple[str, ...]:
    """Return every template: what the code says, its holes numbered {0}, {1} …"""
    lines = resource("translations", "sentences.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.replace("\\n", "\n") for line in lines if line)


@cache
def _fixed() -> dict[str, str]:
    """Return the templates without holes by what they say."""
    return {each.replace("{{", "{").replace("}}", "}"): each for each in templates() if not _HOLE.search(each)}


@cache
def _with_holes() -> tuple[tuple[str, str], ...]:
    """Return the templates with holes and their longest words between holes.

    Those that say most come first, so that the most exact one is found.
    """
    found = [each for each in templates() if _HOLE.search(each)]
    found.sort(key=lambda each: (-len(_HOLE.sub("", each)), each))
    return tuple((each, max(_parts(each)[::2], key=len)) for each in found)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Return what a sentence of a template looks like; asked only for those whose words are in the sentence."""
    return re.compile("".join("(.*?)" if at % 2 else re.escape(part) for at, part in enumerate(_parts(template))), re.DOTALL)


def _parts(template: str) -> list[str]:
    return _HOLE.split(template.replace("{{", "{").replace("}}", "}"))
