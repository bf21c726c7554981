"""A decision of the adjudicator as an example in the guideline of its label: the words, what stands around them, and what they are."""

from __future__ import annotations

import re

from annotator.core.decisions import Step
from annotator.core.errors import InputError
from annotator.core.ids import Id
from annotator.project.cases import Settled
from annotator.project.desk import Changed, Desk
from annotator.project.grounds import kept_ground
from annotator.project.scheme import Scheme
from annotator.store import compared
from annotator.store import entries as entry_store

HEADING = "**Examples**"
_AROUND = 60
"""Code points of the text that stand on each side of an example, cut at a space."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")


class Examples:
    """Writes decisions into guidelines."""

    def __init__(self, desk: Desk, scheme: Scheme) -> None:
        self._desk = desk
        self._scheme = scheme

    def add(self, settled: Settled) -> Changed:
        """Add a settled place to the guideline of its label, or of its labels, in one step with one undo.

        "No entity" is an example of what each label is not that somebody read there. The message says which labels were told.
        Raises InputError where there is no label to tell, or the example stands there already.
        """
        scheme = self._scheme.value
        text = entry_store.read_entry(self._desk.conn, settled.row).text
        given = {label.id for _, _, key in settled.places if (label := scheme.by_key(key)) is not None} or self._read_there(settled)
        labels = {label.key: label for each in sorted(given) if (label := scheme.by_id(each)) is not None}
        drafts = []
        for key, label in labels.items():
            places = [(s, e) for s, e, each in settled.places if each == key] or [(settled.start, settled.end)]
            lines = [line(text, *place, key, right=bool(settled.places), comment=settled.comment) for place in places]
            new = [each for each in lines if each not in label.guideline]
            if new:
                drafts.append(self._scheme.description(label, extended(label.guideline, new)))
        if not labels:
            raise InputError("There is no label whose guideline could take this as an example.")
        if not drafts:
            raise InputError(f"This example stands in the guideline of {' and '.join(labels)} already.")
        names = " and ".join(labels)
        return self._desk.commit(Step(f"Example for {names}", tuple(drafts)), message=f"Added to the guideline of {names} as an example.")

    def _read_there(self, settled: Settled) -> set[Id]:
        (place,) = (each for each in compared.settled(self._desk.conn, [settled.row]) if each.id == settled.id)
        ground = kept_ground(place.ground, self._scheme.value).ground
        return {label for places in ground.values() for _, _, label in places}


def line(text: str, start: int, end: int, key: str, *, right: bool, comment: str = "") -> str:
    """Return one example in Markdown: the words in bold in their context, whether they are the label, and the reason if one was given."""
    before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = "… " + before.partition(" ")[2]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + " …"
    parts = [_plain(each) for each in (before, text[start:end], after)]
    gaps = [" " if before[-1:].isspace() else "", " " if after[:1].isspace() else ""]
    said = f"{parts[0]}{gaps[0]}**{parts[1]}**{gaps[1]}{parts[2]}".strip()
    reason = f" ({_plain(comment)})" if comment.strip() else ""
    return f"- {said} → {'' if right else 'not '}{key}{reason}"


def _plain(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def extended(guideline: str, lines: list[str]) -> str:
    """Return a guideline with examples more; they stand at its end, under one heading."""
    body = guideline.rstrip()
    head = "" if HEADING in body else f"\n\n{HEADING}\n"
    return f"{body}{head}\n".lstrip("\n") + "\n".join(lines)
