"""Is the file sound? The log is folded a second time, naively and by other code, and held against the projection.

The second fold knows nothing of registers: it replays the log kind by kind into plain dictionaries, in order, leaving out the
steps that do not count. Slow, plain, and independent of `core.fold`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from sqlite3 import Connection
from typing import Any

from annotator.core.decisions import Decision, Kind
from annotator.core.ids import ADJUDICATED, Id
from annotator.core.model import Overlap
from annotator.store import counters, foreign, log, seen
from annotator.store.canonical import Facts, projected


@dataclass(slots=True)
class Replayed:
    """What the log comes to, by plain replay. Ids are written in hexadecimal."""

    spans: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    rejected: set[tuple[str, str, int, int, str]] = field(default_factory=set)
    states: dict[tuple[str, str], str] = field(default_factory=dict)
    flags: set[tuple[str, str, str, str]] = field(default_factory=set)
    comments: dict[str, list[Any]] = field(default_factory=dict)
    corrections: dict[tuple[str, str], str] = field(default_factory=dict)
    labels: dict[str, dict[str, Any]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    sources: dict[str, list[Any]] = field(default_factory=dict)
    """By source in force: the order of its last import."""
    cancelled: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    assigned: dict[tuple[str, str], list[bool]] = field(default_factory=dict)
    settled: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)


def differences(conn: Connection) -> list[str]:
    """Return a sentence for every difference between log and projection, and for every broken rule of the file; empty if sound."""
    found = _schema_faults(conn) + _integrity_faults(conn)
    state = _replayed(conn)
    expected, actual = canonical(state), projected(conn)
    expected["entry"] = seen.expected(conn, state.sources, state.hidden)
    for part in sorted(expected.keys() | actual.keys()):
        found += _compared(part, expected.get(part, {}), actual.get(part, {}))
    stored = {key: n for key, n in _counter_rows(conn).items() if n}
    for key, n in sorted(counters.counted(conn).items()):
        if stored.pop(key, 0) != n:
            found.append(f"The counter {_named(key)} does not say {n}, which is what the table holds.")
    found += [f"The counter {_named(key)} says {n}, but there is nothing to count." for key, n in sorted(stored.items())]
    return found


def digest(conn: Connection) -> str:
    """Return the SHA-256 of the projection in a canonical form: equal projects have equal digests, whatever their row numbers.

    Which steps are cancelled is the way there, not what is: taking a step back and bringing it back ends where it began.
    """
    shown = {part: facts for part, facts in projected(conn).items() if part != "cancelled"}
    data = json.dumps(shown, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(data.encode("utf-8")).hexdigest()


def _compared(part: str, expected: Facts, actual: Facts) -> list[str]:
    found = []
    for key in sorted(expected.keys() | actual.keys()):
        if key not in actual:
            found.append(f"{part}: {key} follows from the log ({_short(expected[key])}), but the projection lacks it.")
        elif key not in expected:
            found.append(f"{part}: {key} stands in the projection ({_short(actual[key])}), but not in the log.")
        elif expected[key] != actual[key]:
            found.append(f"{part}: {key} is {_short(actual[key])}, but the log says {_short(expected[key])}.")
    return found


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 160 else text[:157] + "..."


def _named(key: tuple[int, str, str]) -> str:
    return f"“{key[1]}{' ' + key[2] if key[2] else ''}” of layer {key[0]}"


def _counter_rows(conn: Connection) -> dict[tuple[int, str, str], int]:
    return {(layer, kind, key): n for layer, kind, key, n in conn.execute("SELECT layer, kind, key, n FROM counters")}


def _schema_faults(conn: Connection) -> list[str]:
    present = dict(conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    from annotator.store import migrations  # not before: it brings sqlite-utils in

    ours = migrations.triggers()
    missing = [f"The trigger {name}, which keeps the log as it is, is missing." for name in sorted(ours.keys() - present.keys())]
    changed = [name for name in sorted(ours.keys() & present.keys()) if present[name].split() != ours[name].split()]
    strange = [f"The trigger {name} is not one of this program's." for name in sorted(present.keys() - ours.keys())]
    return missing + [f"The trigger {name} is not as this program wrote it." for name in changed] + strange


def _integrity_faults(conn: Connection) -> list[str]:
    found = [f"SQLite: {row[0]}" for row in conn.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    for row, text, sha in conn.execute("SELECT row, text, sha256 FROM entries"):
        if hashlib.sha256(text.encode("utf-8")).digest() != sha:
            found.append(f"The text of entry row {row} is not the text that was imported.")
    partial = foreign.partial_devices(conn)
    gaps = "SELECT hex(device), min(number), max(number), count(DISTINCT number) FROM decisions GROUP BY device"
    for device, least, most, distinct in conn.execute(gaps):
        # A number may stand twice: one computer decided in two copies of a file that came together again.
        # Of other devices a bundle holds only a part.
        if (least != 1 or most != distinct) and bytes.fromhex(device) not in partial:
            found.append(f"Device {device.lower()} numbered its decisions up to {most}, but only {distinct} of these stand in the log.")
    return found


def _dead(decisions: list[Decision]) -> set[Id]:
    cancellers: dict[Id, list[Decision]] = {}
    for decision in decisions:
        if decision.kind in {Kind.UNDO, Kind.REDO, Kind.WITHDRAW, Kind.RESTORE} and decision.after:
            cancellers.setdefault(bytes.fromhex(decision.after["cancels"]), []).append(decision)
    known: dict[Id, bool] = {}
    for step in sorted(cancellers, key=lambda each: -max(c.clock for c in cancellers[each])):
        _is_dead(step, cancellers, known)
    return {step for step, dead in known.items() if dead}


def _is_dead(step: Id, cancellers: Mapping[Id, list[Decision]], known: dict[Id, bool]) -> bool:
    stack = [step]
    while stack:
        top = stack[-1]
        waiting = [c.step for c in cancellers.get(top, ()) if c.step not in known]
        if waiting:
            stack += waiting
        else:
            known[top] = any(not known[c.step] for c in cancellers.get(top, ()))
            stack.pop()
    return known[step]


def _replayed(conn: Connection) -> Replayed:
    decisions = list(log.all_in_order(conn))
    dead = _dead(decisions)
    state = Replayed(cancelled={step.hex() for step in dead})
    counting = [each for each in decisions if each.step not in dead]
    one = _joined({each.after["person"]: each.after["into"] for each in counting if each.kind is Kind.JOIN and each.after})
    for decision in counting:
        _replay(state, decision, one)
    return state


def _joined(direct: Mapping[str, str]) -> dict[str, str]:
    result = {}
    for person in direct:
        way = [person]
        while way[-1] in direct and direct[way[-1]] not in way:
            way.append(direct[way[-1]])
        back = direct.get(way[-1])
        result[person] = way[-1] if back is None else min(way[way.index(back) :])
    return result


def _replay(state: Replayed, d: Decision, one: Mapping[str, str]) -> None:
    entry = d.entry.hex() if d.entry else ""
    layer = d.layer.hex() if d.layer else ""
    layer = one.get(layer, layer)
    before, after = d.before or {}, d.after or {}
    match d.kind:
        case Kind.ACCEPT | Kind.ADD | Kind.CORRECT | Kind.RELABEL | Kind.MOVE:
            _put(state, entry, after["span"], layer, after, d)
            if d.kind is Kind.CORRECT:
                _refuse(state, entry, layer, d.answered or {})
            elif d.kind in (Kind.RELABEL, Kind.MOVE):
                _refuse(state, entry, layer, before)
        case Kind.REMOVE:
            state.spans.pop((entry, before["span"]), None)
            _refuse(state, entry, layer, before)
        case Kind.REJECT:
            _refuse(state, entry, layer, after)
        case Kind.SETTLE | Kind.NO_ENTITY:
            for replaced in after.get("over", []):
                state.settled.pop((entry, replaced), None)
            state.settled[entry, d.id.hex()] = {
                **after, "who": one.get(d.annotator.hex(), d.annotator.hex()), "order": [d.clock, d.device.hex(), d.id.hex()],
            }  # fmt: skip
        case Kind.DONE | Kind.SKIP | Kind.REOPEN:
            state.states[entry, layer] = {"done": "done", "skip": "skipped", "reopen": "begun"}[d.kind.value]
        case Kind.FLAG | Kind.UNSURE:
            key = (entry, layer, d.kind.value, after.get("about") or "")
            (state.flags.add if after["on"] else state.flags.discard)(key)
        case Kind.COMMENT:
            state.comments.pop(after["comment"], None)
            if after["text"] is not None:
                state.comments[after["comment"]] = [entry, d.annotator.hex(), d.time, after["text"], after.get("about") or ""]
        case Kind.METADATA:
            _describe(state, entry, after)
        case Kind.SCHEME | Kind.GUIDELINE:
            _rescheme(state, after)
        case Kind.IMPORT if entry:
            for number, (start, end, label, origin) in enumerate(after["spans"]):
                _put(
                    state,
                    entry,
                    _imported(d.id, number),
                    layer,
                    {"start": start, "end": end, "label": label, "origin": origin, "score": None},
                    d,
                )
            for start, end, label in after.get("rejected", []):
                _refuse(state, entry, layer, {"start": start, "end": end, "label": label})
            if after.get("state"):
                state.states[entry, layer] = after["state"]
        case Kind.IMPORT:
            state.sources[after["source"]] = [d.clock, d.device.hex(), d.id.hex()]
        case Kind.HIDE:
            (state.hidden.add if after["hidden"] else state.hidden.discard)(after["id"])
        case Kind.ASSIGN:
            given = (entry, str(one.get(after["annotator"], after["annotator"])))
            state.assigned.pop(given, None)
            if after["assigned"]:
                practice = [after["practice"]] if after.get("practice") else []
                state.assigned[given] = [bool(after.get("control")), bool(after.get("again")), *practice]
        case Kind.JOIN:
            state.people.setdefault(after["person"], "")
            state.aliases["person " + after["person"]] = after["into"]
        case _:
            pass


def _imported(decision: Id, number: int) -> str:
    hasher = hashlib.blake2b(b"imported span", digest_size=16)
    for part in (decision, str(number).encode()):
        hasher.update(b"\x1f" + len(part).to_bytes(8, "big") + part)
    return (decision[:6] + hasher.digest()[:10]).hex()


def _put(state: Replayed, entry: str, span: str, layer: str, value: Mapping[str, Any], d: Decision) -> None:
    state.spans[entry, span] = {
        "layer": layer, "start": value["start"], "end": value["end"], "label": value["label"], "origin": value["origin"],
        "score": value["score"], "order": [d.clock, d.device.hex(), d.id.hex()],
    }  # fmt: skip


def _refuse(state: Replayed, entry: str, layer: str, place: Mapping[str, Any]) -> None:
    state.rejected.add((entry, layer, place["start"], place["end"], place["label"]))


def _describe(state: Replayed, entry: str, after: Mapping[str, Any]) -> None:
    if after["object"] == "entry":
        state.corrections[entry, after["field"]] = after["value"]
    elif after["object"] == "project":
        state.facts[after["field"]] = after["value"]
    elif after["object"] == "person":
        state.people[after["id"]] = after["value"]
    else:
        state.facts[f"{after['object']} {after['id']} {after['field']}"] = after["value"]


def _rescheme(state: Replayed, after: Mapping[str, Any]) -> None:
    if "text" in after:
        state.labels.setdefault(after["label"], {}).update(guideline=after["text"], guideline_version=after["version"])
    for name in ("overlap", "name"):
        if name in after:
            state.facts[name] = after[name]
    for label, fields in after.get("labels", {}).items():
        state.labels.setdefault(label, {}).update(fields)
    for given_up, kept in after.get("aliases", {}).items():
        state.aliases["label " + given_up] = kept or ""


def _resolve(state: Replayed, label: str) -> str:
    seen = {label}
    while (target := state.aliases.get("label " + label)) and target not in seen:
        seen.add(target)
        label = target
    return label


def canonical(state: Replayed) -> dict[str, Facts]:
    """Return the replayed log in the same shape as `projected`."""
    shown: dict[str, list[tuple[int, int, str]]] = {}
    overlap = Overlap(state.facts.get("overlap", "flat"))
    spans: Facts = {}
    settlements = _settlements(state, overlap)
    begun = {(key[0], value["layer"]) for key, value in state.spans.items()} | {(r[0], r[1]) for r in state.rejected}
    begun |= {(entry, ADJUDICATED.hex()) for entry, _ in settlements}
    everything = {**state.spans}
    for (entry, _), each in settlements.items():
        for span in each.get("spans", []):
            everything[entry, span["span"]] = {
                **span, "layer": ADJUDICATED.hex(), "origin": each["how"], "score": None, "order": each["order"], "open": each["open"],
            }  # fmt: skip
    for (entry, span), value in sorted(everything.items(), key=lambda each: (each[1]["order"], each[0])):
        start, end, label = value["start"], value["end"], _resolve(state, value["label"])
        room = shown.setdefault(entry + value["layer"], [])
        clear = all(not _forbidden(start, end, s, e, overlap) and (start, end, label) != (s, e, t) for s, e, t in room)
        fits = clear and not value.get("open")
        if fits:
            room.append((start, end, label))
        spans[f"{entry} {span}"] = [value["layer"], start, end, label, value["origin"], value["score"], fits]
    return {
        "span": spans,
        "rejection": {" ".join(map(str, (e, y, s, n, _resolve(state, t)))): True for e, y, s, n, t in state.rejected},
        "state": {f"{e} {y}": "begun" for e, y in begun} | {f"{e} {y}": value for (e, y), value in state.states.items()},
        "flag": {" ".join(key): True for key in state.flags},
        "comment": dict(state.comments),
        "correction": {" ".join(key): value for key, value in state.corrections.items()},
        "label": {label: _label_fields(fields, state, label) for label, fields in state.labels.items() if "key" in fields},
        "person": {person: [name, state.aliases.get("person " + person, "")] for person, name in state.people.items()},
        "fact": {name: value for name, value in state.facts.items() if not name.startswith(("layer ", "source ", "bundle "))},
        "source": dict.fromkeys(state.sources, True),
        "cancelled": dict.fromkeys(state.cancelled, True),
        "hidden": dict.fromkeys(state.hidden, True),
        "assignment": {" ".join(key): value for key, value in state.assigned.items()},
        "settlement": {
            " ".join(key): [each["start"], each["end"], each["how"], each["who"], each["open"]] for key, each in settlements.items()
        },
    }


def _settlements(state: Replayed, overlap: Overlap) -> dict[tuple[str, str], dict[str, Any]]:
    """What is settled, with `open` where two people say different things of one place; a person's later word replaces the earlier."""
    by_entry: dict[str, dict[tuple[str, str], dict[str, Any]]] = {}
    for key, each in state.settled.items():
        by_entry.setdefault(key[0], {})[key] = {**each}
    result: dict[tuple[str, str], dict[str, Any]] = {}
    for said in by_entry.values():
        kept = {
            key: each
            for key, each in said.items()
            if not any(
                other["who"] == each["who"] and other["order"] > each["order"] and _same_place(each, other, overlap)
                for other in said.values()
            )
        }
        for key, each in kept.items():
            rivals = [other for other_key, other in kept.items() if other_key != key and _same_place(each, other, overlap)]
            each["open"] = any(_said(state, each, other) != _said(state, other, each) for other in rivals)
        result |= kept
    return result


def _same_place(one: Mapping[str, Any], other: Mapping[str, Any], overlap: Overlap) -> bool:
    if overlap is Overlap.NESTED:
        return bool(one["start"] == other["start"] and one["end"] == other["end"])
    return bool(max(one["start"], other["start"]) < min(one["end"], other["end"]))


def _said(state: Replayed, one: Mapping[str, Any], other: Mapping[str, Any]) -> set[tuple[int, int, str]]:
    inside = (s for s in one.get("spans", []) if max(s["start"], other["start"]) < min(s["end"], other["end"]))
    return {(s["start"], s["end"], _resolve(state, s["label"])) for s in inside}


def _forbidden(start: int, end: int, s: int, e: int, overlap: Overlap) -> bool:
    if start >= e or s >= end:
        return False
    return overlap is Overlap.FLAT or not ((start <= s and e <= end) or (s <= start and end <= e))


def _label_fields(fields: Mapping[str, Any], state: Replayed, label: str) -> list[Any]:
    names = ("key", "name", "shortcut", "colour", "guideline", "guideline_version", "retired", "ord")
    defaults = {"colour": 1, "guideline_version": 0, "retired": 0, "ord": 0}
    values = [fields.get(name, defaults.get(name, "")) for name in names]
    resolved = _resolve(state, label)
    return [*values[:6], int(values[6]), values[7], "" if resolved == label else resolved]
