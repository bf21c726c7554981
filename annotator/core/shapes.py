"""Is a decision what this program writes? For logs that come from strangers: every payload is looked at before anything is done with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from annotator.core.decisions import CANCELLING, PAYLOAD_VERSION, Decision, Kind
from annotator.core.ids import ADJUDICATED, Id, read
from annotator.core.model import LayerKind, Overlap, State

GREATEST_CLOCK = 2**48
"""No log counts further; a greater clock would leave no room for later decisions."""
LONGEST_NAME = 1000
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
_CLIMBS = re.compile(r"(^|[/\\])\.\.([/\\]|$)")
_OBJECTS = frozenset({"entry", "project", "person", "layer", "bundle"})
_TEXTS = frozenset({"key", "name", "shortcut", "guideline"})
_NUMBERS = frozenset({"colour", "retired", "ord", "guideline_version"})


class ShapeError(ValueError):
    """A decision is not what this program writes; the text says what is wrong with it."""


def check_decision(decision: Decision, length: int | None) -> None:
    """Raise ShapeError unless a decision is sound. `length`: code points of the text it is on; None where that text is not at hand."""
    for name in ("id", "step", "device", "annotator"):
        _need(_is_id(getattr(decision, name)), f"its {name} is not 16 bytes")
    _need(all(each is None or _is_id(each) for each in (decision.layer, decision.entry)), "its layer or entry is not 16 bytes")
    _need(0 < decision.clock < GREATEST_CLOCK, f"its clock says {decision.clock}")
    _need(0 < decision.number < GREATEST_CLOCK, f"its number is {decision.number}")
    _need(_TIME.fullmatch(decision.time) is not None, "its time is none")
    _check_conditions(decision.conditions)
    _check_payloads(decision, length)


def check_name(name: str) -> None:
    """Raise ShapeError for a name that is too long, holds a line break or a control character, or climbs out of a folder (`../`)."""
    _need(len(name) <= LONGEST_NAME, "a name in it is too long")
    _need(not any(char < " " or char == "\x7f" for char in name), "a name in it holds a line break or a control character")
    _need(_CLIMBS.search(name) is None, f"a name in it leads out of its folder ({name[:60]!r})")


def _check_conditions(conditions: Any) -> None:  # noqa: ANN401 - JSON is of any shape
    _need(isinstance(conditions, dict), "its conditions are no object")
    for name, kind in (("shown", bool), ("guideline", int), ("keys", int)):
        _need(type(conditions.get(name, kind())) is kind, f"its condition “{name}” is of the wrong kind")
    _need(
        0 <= conditions.get("guideline", 0) < GREATEST_CLOCK and 0 <= conditions.get("keys", 0) < GREATEST_CLOCK,
        "its conditions are absurd",
    )
    _need(_is_score(conditions.get("seconds", 0.0)) and 0 <= conditions.get("seconds", 0.0) < GREATEST_CLOCK, "its seconds are absurd")


def _check_payloads(d: Decision, length: int | None) -> None:
    for payload in (d.before, d.after, d.answered):
        _need(payload is None or isinstance(payload, dict), "a payload is no object")
        version = (payload or {}).get("v", PAYLOAD_VERSION)
        _need(type(version) is int and 0 < version <= PAYLOAD_VERSION, f"its payload has version {version!r}; a newer program wrote it")
    before, after, answered = d.before or {}, d.after or {}, d.answered or {}
    if d.kind in CANCELLING:
        _need(d.entry is None, "it cancels a step but stands on an entry")
        _hex(after, "cancels")
        return
    if d.kind in _OF_PROJECT or (d.kind is Kind.IMPORT and d.entry is None):
        _need(d.entry is None, "it is on the project but names an entry")
        _check_project(d.kind, after)
        return
    if d.kind in {Kind.HIDE, Kind.METADATA} and d.entry is None:
        (_check_hide if d.kind is Kind.HIDE else _check_metadata)(d, after)
        return
    _need(d.entry is not None and (d.layer is not None or d.kind is Kind.ASSIGN), "it lacks its entry or its layer")
    match d.kind:
        case Kind.ACCEPT | Kind.ADD | Kind.CORRECT | Kind.RELABEL | Kind.MOVE:
            _span(after, length)
            if d.kind in {Kind.RELABEL, Kind.MOVE}:
                _span(before, length)
            if answered or d.kind is Kind.CORRECT:
                _place(answered, length)
        case Kind.REMOVE:
            _span(before, length)
        case Kind.REJECT:
            _place(after, length)
        case Kind.FLAG | Kind.UNSURE:
            _typed(after, "on", bool)
            _maybe_hex(after, "about")
        case Kind.COMMENT:
            _hex(after, "comment")
            _maybe_hex(after, "about")
            _need(isinstance(after.get("text", 0), str | None), "its remark is no text")
        case Kind.METADATA:
            _check_metadata(d, after)
        case Kind.HIDE:
            _check_hide(d, after)
        case Kind.IMPORT:
            _check_import(after, length)
        case Kind.ASSIGN:
            _hex(after, "annotator")
            _typed(after, "assigned", bool)
            _need(all(type(after.get(name, False)) is bool for name in ("control", "again")), "it assigns in an unknown way")
            _maybe_hex(after, "practice")
        case Kind.SETTLE | Kind.NO_ENTITY:
            _check_settlement(d, after, length)
        case _:
            pass


_OF_PROJECT = frozenset({Kind.SCHEME, Kind.GUIDELINE, Kind.JOIN})


def _check_project(kind: Kind, after: Mapping[str, Any]) -> None:
    if kind is Kind.IMPORT:
        _hex(after, "source")
    elif kind is Kind.JOIN:
        _hex(after, "person")
        _hex(after, "into")
    elif kind is Kind.GUIDELINE:
        _hex(after, "label")
        _typed(after, "text", str)
        _number(after.get("version"))
    else:
        _check_scheme(after)


def _check_scheme(after: Mapping[str, Any]) -> None:
    _need(after.get("overlap", Overlap.FLAT) in {each.value for each in Overlap}, "its overlap rule is unknown")
    check_name(_typed(after, "name", str) if "name" in after else "")
    labels, aliases = after.get("labels", {}), after.get("aliases", {})
    _need(isinstance(labels, Mapping) and isinstance(aliases, Mapping), "its labels are no object")
    for label, fields in labels.items():
        _is_written(label)
        _need(isinstance(fields, Mapping) and fields.keys() <= _TEXTS | _NUMBERS, "a label has an unknown field")
        for name in _TEXTS & fields.keys():
            check_name(_typed(fields, name, str)) if name != "guideline" else _typed(fields, name, str)
        for name in _NUMBERS & fields.keys():
            _number(fields[name])
    for given_up, kept in aliases.items():
        _is_written(given_up)
        if kept is not None:
            _is_written(kept)


def _check_metadata(d: Decision, after: Mapping[str, Any]) -> None:
    thing = after.get("object")
    _need(thing in _OBJECTS and (d.entry is not None) == (thing == "entry"), f"it describes something unknown ({str(thing)[:40]!r})")
    field, value = _typed(after, "field", str), _typed(after, "value", str)
    check_name(field)
    _need(thing != "person" or field == "name", "it describes an unknown side of a person")
    if thing in {"person", "layer", "bundle"}:
        _hex(after, "id")
    if thing in {"person", "layer", "project"}:
        check_name(value)
    if thing == "layer":
        _need(
            field == "name" or (field == "kind" and value in {LayerKind.PERSON, LayerKind.IMPORT}),
            "it describes an unknown side of a layer",
        )
        _need(read(after["id"]) != ADJUDICATED, "it would change what the adjudicated layer is")


def _check_hide(d: Decision, after: Mapping[str, Any]) -> None:
    _typed(after, "hidden", bool)
    thing, identity = after.get("object"), _hex(after, "id")
    _need(
        (thing == "source" and d.entry is None) or (thing == "entry" and d.entry == identity), "it hides something else than it stands on"
    )


def _check_import(after: Mapping[str, Any], length: int | None) -> None:
    for each in _typed(after, "spans", list):
        _need(isinstance(each, list) and len(each) == 4 and isinstance(each[3], str), "an imported span is none")
        _place({"start": each[0], "end": each[1], "label": each[2]}, length)
    for each in _typed(after, "rejected", list) if "rejected" in after else ():
        _need(isinstance(each, list) and len(each) == 3, "an imported rejection is none")
        _place({"start": each[0], "end": each[1], "label": each[2]}, length)
    _need(after.get("state") is None or after["state"] in {State.BEGUN, State.DONE, State.SKIPPED}, "its state is unknown")


def _check_settlement(d: Decision, after: Mapping[str, Any], length: int | None) -> None:
    _need(d.layer == ADJUDICATED, "it settles a place outside the adjudicated layer")
    _within(after, length)
    check_name(_typed(after, "how", str))
    spans, over = after.get("spans", []), after.get("over", [])
    _need(isinstance(spans, list) and isinstance(over, list) and bool(spans) == (d.kind is Kind.SETTLE), "it settles in an unknown way")
    for each in spans:
        _need(isinstance(each, Mapping), "a settled span is none")
        _place(each, length)
        _hex(each, "span")
        _need(after["start"] <= each["start"] and each["end"] <= after["end"], "it settles a span outside its place")
    for each in over:
        _is_written(each)


def _span(payload: Mapping[str, Any], length: int | None) -> None:
    _hex(payload, "span")
    _place(payload, length)
    _need(len(_typed(payload, "origin", str)) <= LONGEST_NAME, "its origin is too long")
    score = payload.get("score")
    _need(score is None or _is_score(score), "its score is no number")


def _place(payload: Mapping[str, Any], length: int | None) -> None:
    _within(payload, length)
    _hex(payload, "label")


def _within(payload: Mapping[str, Any], length: int | None) -> None:
    start, end = payload.get("start"), payload.get("end")
    sound = type(start) is int and type(end) is int and 0 <= start < end < GREATEST_CLOCK and (length is None or end <= length)
    _need(sound, f"its span from {str(start)[:24]} to {str(end)[:24]} does not lie within the text")


def _typed(payload: Mapping[str, Any], name: str, kind: type) -> Any:  # noqa: ANN401 - the kind is asked for
    value = payload.get(name)
    _need(type(value) is kind, f"its “{name}” is of the wrong kind")
    return value


def _number(value: object) -> None:
    _need(isinstance(value, int) and 0 <= value < GREATEST_CLOCK, "a number in it is absurd")


def _is_score(value: object) -> bool:
    return type(value) in (int, float) and abs(value) < GREATEST_CLOCK  # type: ignore[arg-type]


def _hex(payload: Mapping[str, Any], name: str) -> Id:
    _need(name in payload, f"it lacks its “{name}”")
    return _is_written(payload[name])


def _maybe_hex(payload: Mapping[str, Any], name: str) -> None:
    if payload.get(name) is not None:
        _hex(payload, name)


def _is_written(value: object) -> Id:
    _need(isinstance(value, str) and re.fullmatch("[0-9a-f]{32}", value) is not None, "an id in it is not 32 hexadecimal digits")
    return read(str(value))


def _is_id(value: object) -> bool:
    return isinstance(value, bytes) and len(value) == 16


def _need(holds: bool, what: str) -> None:
    if not holds:
        raise ShapeError(what)
