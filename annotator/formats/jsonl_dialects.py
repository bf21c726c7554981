"""What the objects of other tools mean: where a row has its text and its spans, and what an answer says of them.

    ours      {"id", "text", "spans": [{"start", "end", "label", "text", "origin", "score"?, "annotator"?}], "meta": {…}, "state"}
    Prodigy   {"text", "tokens"?, "spans": [{"start", "end", "token_start", "token_end", "label"}], "answer", "_view_id", …}
    doccano   {"text" | "data", "label" | "labels" | "entities": [[0, 5, "PER"] | {"start_offset", "end_offset", "label"}]}

Prodigy's `token_end` is inclusive, all `end` are exclusive. Sources: prodi.gy/docs/api-interfaces; doccano's backend/data_import.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotator.core.model import State

TEXT_KEYS = ("text", "data")
SPAN_KEYS = ("spans", "label", "labels", "entities")

_BINARY_VIEWS = frozenset({"ner"})
_ANSWERS = frozenset({"accept", "reject", "ignore"})
_STATES = {each.value: each for each in State}
_NOT_META = frozenset({"meta", "tokens", "state"})


@dataclass(frozen=True, slots=True)
class Raw:
    """A span as it stands in a file, nothing of it checked yet."""

    start: Any
    end: Any
    label: Any
    words: str | None = None
    score: Any = None
    origin: str = ""
    annotator: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a row's answer says of its spans: why they are no data ("" where they are), or that they are wrong."""

    refused: str = ""
    wrong: bool = False
    state: State | None = None
    partial: bool = False
    """True where the row is about one span: it says nothing of the rest of its text, and other rows may be about the same text."""


_NO_ANSWER = Answer()


def text_key(row: Mapping[str, Any], columns: Mapping[str, str]) -> str:
    """Return the key that holds the text; the first of TEXT_KEYS where none is there."""
    if "text" in columns:
        return columns["text"]
    return next((key for key in TEXT_KEYS if isinstance(row.get(key), str)), TEXT_KEYS[0])


def span_key(row: Mapping[str, Any], columns: Mapping[str, str]) -> str:
    """Return the key that holds the spans, "" where there is none; an empty list gives way to a list with something in it."""
    if "label" in columns:
        return columns["label"] if columns["label"] in row else ""
    first = SPAN_KEYS[0]
    if isinstance(row.get(first), list) and row[first]:
        return first
    lists = [key for key in SPAN_KEYS if isinstance(row.get(key), list)]
    return next((key for key in lists if row[key]), lists[0] if lists else "")


def raw_span(item: object, row: Mapping[str, Any]) -> Raw | str:
    """Return a span's parts, or why it has none."""
    if isinstance(item, dict):
        start, end = item.get("start", item.get("start_offset")), item.get("end", item.get("end_offset"))
        if (start is None or end is None) and "token_start" in item:
            place = _by_tokens(item, row.get("tokens"))
            if isinstance(place, str):
                return place
            start, end = place
        words = item.get("text")
        return Raw(
            start,
            end,
            _label(item),
            words if isinstance(words, str) else None,
            item.get("score"),
            _name(item.get("origin", item.get("source"))),
            _name(item.get("annotator", row.get("_annotator_id") or row.get("_session_id"))),
        )
    if isinstance(item, list) and len(item) == 3:
        return Raw(*item)
    if isinstance(item, str):
        return f"“{item[:40]}” labels the whole entry, not a stretch of it"
    return "a span needs start, end and label"


def _label(item: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON is of any shape
    """Return a span's label; Label Studio's short form gives a list of them, of which there may be one."""
    several = item.get("labels")
    return several[0] if "label" not in item and isinstance(several, list) and len(several) == 1 else item.get("label", several)


def _by_tokens(item: Mapping[str, Any], tokens: object) -> tuple[Any, Any] | str:
    first, last = item["token_start"], item.get("token_end")
    if not isinstance(tokens, list):
        return "the span is given by its tokens, and the row has no tokens"
    if not (type(first) is int and type(last) is int and 0 <= first <= last < len(tokens)):
        return f"the span's tokens {first}..{last} are not among the row's {len(tokens)} tokens"
    if not (isinstance(tokens[first], dict) and isinstance(tokens[last], dict)):
        return "the row's tokens have no offsets"
    return tokens[first].get("start"), tokens[last].get("end")


def answer(row: Mapping[str, Any]) -> Answer:
    """Return what a row of Prodigy's says of its spans.

    A binary view asks about one span: a reject says that it is wrong. Elsewhere only an accepted row is a full annotation. A binary
    answer says nothing of the rest of the text, so it makes no entry done.
    """
    given = row.get("answer")
    if given not in _ANSWERS:
        return _NO_ANSWER
    binary = is_binary(row)
    if given == "accept":
        return Answer(state=State.BEGUN if binary else State.DONE, partial=binary)
    if given == "ignore":
        return Answer("the answer to its row was “ignore”", state=State.BEGUN if binary else State.SKIPPED, partial=binary)
    return Answer(wrong=True, state=State.BEGUN, partial=True) if binary else Answer("the answer to its row was “reject”")


def is_binary(row: Mapping[str, Any]) -> bool:
    """True where the row asks about one span: Prodigy's `ner.teach` and other views of that kind."""
    return row.get("_is_binary") is True or (row.get("_view_id") in _BINARY_VIEWS and row.get("_is_binary") is not False)


def state(row: Mapping[str, Any]) -> State | str | None:
    """Return the state that a file of ours gives, or why it is none."""
    given = row.get("state")
    if given is None:
        return None
    if isinstance(given, str) and given in _STATES:
        return _STATES[given]
    return f"the state {json.dumps(given, ensure_ascii=False)[:40]} is none of {', '.join(State)}"


def question(row: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """Return what makes two rows of Prodigy's the same question asked twice; None for rows of others.

    A dataset is a list of decisions, in which the last one counts. Binary views ask many questions of one text: there the task counts,
    or, where the row does not number it, what it asks about.
    """
    asked = row.get("_input_hash")
    if type(asked) is not int:
        return None
    who = row.get("_annotator_id") or row.get("_session_id")
    view = row.get("_view_id")
    task: int | str | None = None
    if is_binary(row):
        given = row.get("_task_hash")
        task = given if type(given) is int else _written(row.get(span_key(row, {})))
    return asked, _name(who), _name(view), task


def moment(row: Mapping[str, Any]) -> float:
    """Return when a row of Prodigy's was answered, in seconds; 0 where it does not say."""
    given = row.get("_timestamp")
    return float(given) if isinstance(given, int | float) and abs(given) < 1e15 else 0.0


def meta(row: Mapping[str, Any], taken: frozenset[str]) -> dict[str, str]:
    """Return everything of a row that has no place of its own, as text: nothing is lost silently.

    Tokens are left out: they follow from the text. Null is left out. Lists and objects are kept as JSON.
    """
    inner = row.get("meta")
    found: dict[str, str] = {}
    for source in (inner if isinstance(inner, dict) else {"meta": inner}, row):
        for key, value in source.items():
            if source is row and (key in _NOT_META or key in taken):
                continue
            if type(value) is str:
                found[key if key not in found else free(key, found)] = value
            elif value is not None and value != [] and value != {}:
                found[free(key, found)] = _written(value)
    return found


def free(key: str, found: Mapping[str, str]) -> str:
    """Return the key, with as many underscores as it takes to stand beside those that are there."""
    while key in found:
        key += "_"
    return key


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _name(value: object) -> str:
    return value if isinstance(value, str) else ""
