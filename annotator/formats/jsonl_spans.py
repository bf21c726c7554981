"""The spans of a row of JSON: checked, and their offsets put right where their words show how they were counted."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from annotator.core.drafts import ReadEvent, Rejected, Repaired, SpanDraft
from annotator.core.text import stored
from annotator.formats import jsonl_dialects as dialects
from annotator.formats.alignment import Claim, aligned
from annotator.formats.json_values import RAW

_HUGE = 1e300
_OURS: Mapping[str, Any] = {"start": None, "end": None, "label": None, "text": None, "origin": "", "score": None, "annotator": ""}
"""The keys of a span of ours, with what stands for one that is left out."""


def plain(items: Sequence[Any], text: str) -> tuple[SpanDraft, ...] | None:
    """Return the spans where each has just the keys of ours, and its words stand in their place; None sends them the long way.

    Files of ours are nearly all of this kind, and are read back after every export.
    """
    length = len(text)
    drafts: list[SpanDraft] = []
    for item in items:
        if type(item) is not dict:
            return None
        held = {**_OURS, **item}
        if len(held) != len(_OURS):
            return None
        start, end, label, words, origin, score, annotator = held.values()
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= length or text[start:end] != words:
            return None
        if not (type(label) is type(origin) is type(annotator) is str and _plainly_named(label, origin, annotator)):
            return None
        if score is not None and not (type(score) is float and -_HUGE < score < _HUGE):
            return None
        drafts.append(SpanDraft(start, end, label, score, origin, annotator))
    return tuple(drafts)


@lru_cache(maxsize=256)
def _plainly_named(label: str, origin: str, annotator: str) -> bool:
    return (label + origin + annotator).isprintable() and not label.isspace() and label != ""


def spans_of(
    line: int, items: Sequence[Any], row: Mapping[str, Any], text: str, wrong: bool, events: list[ReadEvent]
) -> tuple[SpanDraft, ...]:
    """Return the spans that come in; what was rejected and repaired goes to `events`."""
    raws: list[dialects.Raw] = []
    claims: list[Claim] = []
    for item in items:
        raw = dialects.raw_span(item, row)
        reason = raw if isinstance(raw, str) else _nonsense(raw)
        if isinstance(raw, str) or reason:
            events.append(Rejected("span", line, reason, shown(item)))
            continue
        raws.append(raw)
        claims.append((raw.start, raw.end, raw.words))
    places, way = aligned(text, claims)
    drafts: list[SpanDraft] = []
    moved = 0
    for raw, place in zip(raws, places, strict=True):
        reason = _outside(raw, place, text)
        if place is None or reason:
            events.append(Rejected("span", line, reason, f"{raw.start}–{raw.end} {raw.label}"[:RAW]))
            continue
        start, end = place
        moved += start != raw.start or end != raw.end
        score = None if raw.score is None else float(raw.score)
        drafts.append(SpanDraft(start, end, stored(raw.label)[0], score, stored(raw.origin)[0], stored(raw.annotator)[0], wrong))
    if moved:
        events.append(Repaired(line, f"offsets were {way}; they were counted anew in code points", moved))
    return tuple(drafts)


def _nonsense(raw: dialects.Raw) -> str:
    """Return why these can be no span of any text, "" where they can."""
    if type(raw.start) is not int or type(raw.end) is not int:
        return f"start and end must be whole numbers, not {shown(raw.start)} and {shown(raw.end)}"
    if not isinstance(raw.label, str) or not raw.label.strip():
        return f"the label must be a word, not {shown(raw.label)}"
    if raw.start < 0:
        return f"it starts before the text, at {raw.start}"
    if raw.start >= raw.end:
        return f"it is empty ({raw.start}–{raw.end})" if raw.start == raw.end else f"it ends at {raw.end}, before it starts at {raw.start}"
    if raw.score is None:
        return ""
    if type(raw.score) not in (int, float):
        return f"the score must be a number, not {shown(raw.score)}"
    return "" if abs(raw.score) < _HUGE else f"the score {shown(raw.score)} is no number that can be compared"


def _outside(raw: dialects.Raw, place: tuple[int, int] | None, text: str) -> str:
    if place is not None and place[1] <= len(text):
        return ""
    if raw.end > len(text):
        return f"it ends at {raw.end}, beyond the text of {len(text)} characters"
    words, there = (raw.words or "")[:40], text[raw.start : raw.end][:40]
    return f"at {raw.start}–{raw.end} the text has “{there}”, not “{words}”"


def shown(item: object) -> str:
    """Return the beginning of a value as JSON writes it, for the report."""
    return stored(json.dumps(item, ensure_ascii=False)[:RAW])[0]
