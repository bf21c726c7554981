"""Label Studio's JSON: tasks with annotations and predictions, as its project export and its import files hold them. Read only.

    [{"id": 7, "data": {"text": "Ann left Berlin", "title": "…"}, "meta": {},
      "annotations": [{"completed_by": 1, "was_cancelled": false, "result": [{"id": "a1", "from_name": "label", "to_name": "text",
          "type": "labels", "origin": "manual", "value": {"start": 0, "end": 3, "text": "Ann", "labels": ["PER"]}}]}],
      "predictions": [{"model_version": "spacy-3.8", "score": 0.9, "result": […]}]}]

One object a line is read too, and tasks under the key "tasks". Offsets are code points since 2021, before that UTF-16 units; the words
that a region gives show which. Sources: HumanSignal/label-studio docs/source/guide/{export,predictions,tasks}.md, tags/{text,labels}.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from annotator.core.drafts import EntryDraft, ReadEvent, ReadEvents, ReadOptions, Rejected, Repaired, SpanDraft, Total
from annotator.core.errors import InputError
from annotator.core.model import State
from annotator.core.text import stored
from annotator.formats.dates import published_of
from annotator.formats.format import Sample
from annotator.formats.json_values import Value, values
from annotator.formats.jsonl_dialects import free
from annotator.formats.jsonl_spans import shown, spans_of
from annotator.formats.source import open_source

COLUMNS = ("text", "title", "author", "published")
"""The names of `ReadOptions.columns` that a task takes: each names a key of its "data"."""
_DATA = re.compile(r'"data"\s*:\s*\{')
_RESULTS = re.compile(r'"(?:annotations|predictions|completions|tasks)"\s*:\s*\[')
_REGION = re.compile(r'"from_name"\s*:\s*"')
_Row = Mapping[str, Any]


def read(path: Path, options: ReadOptions) -> ReadEvents:
    """Yield an entry a task. Raises InputError for a name in `options.columns` that is none of COLUMNS; see `open_source` for the rest."""
    for name in options.columns:
        if name not in COLUMNS:
            raise InputError(f"A task of Label Studio has no column “{name}” to name a key for; there are {', '.join(COLUMNS)}.")
    source = open_source(path, options.encoding)
    yield source.fact
    units = spans = 0
    for item in values(source):
        if not isinstance(item, Value):
            units += not isinstance(item, Repaired)
            yield item
            continue
        for task in _tasks(item.value):
            events, found = _entry(item, task, options.columns)
            units += 1
            spans += found
            yield from events
    yield Total(units, spans)


def sniff(sample: Sample) -> float:
    """Sure of objects with "data" and results; likely where only one of the two shows in the beginning."""
    head = sample.head.lstrip()
    if not head or head[0] not in "[{":
        return 0.0
    data, results = _DATA.search(head) is not None, _RESULTS.search(head) is not None
    if data and results:
        return 0.98
    if results and _REGION.search(head):
        return 0.97
    return 0.96 if data and head.startswith("[") else 0.0


def _tasks(value: Any) -> Iterator[Any]:  # noqa: ANN401 - JSON is of any shape
    """Yield the tasks of a value: itself, or those that it holds under "tasks"."""
    held = value.get("tasks") if isinstance(value, dict) and "data" not in value else None
    yield from held if isinstance(held, list) and held else (value,)


def _entry(item: Value, task: Any, columns: Mapping[str, str]) -> tuple[list[ReadEvent], int]:  # noqa: ANN401
    """Return what a task gives, and how many spans it holds."""
    data = task.get("data") if isinstance(task, dict) else None
    if not isinstance(task, dict) or not isinstance(data, dict):
        return [Rejected("entry", item.line, "this is no task of Label Studio: there is no object under “data”", shown(task))], 0
    answers = [each for key in ("annotations", "completions") for each in _objects(task.get(key))]
    guesses = _objects(task.get("predictions"))
    regions = [(each, region) for each in (*answers, *guesses) for region in _regions(each)]
    if item.twice:
        return _refused(item, len(regions), f"the key “{item.twice[0]}” stands twice in one object, with different values")
    key, reason = _text_key(data, task, columns)
    if reason:
        return _refused(item, len(regions), reason)
    events: list[ReadEvent] = []
    text, replaced = stored(data[key])
    if replaced:
        events.append(Repaired(item.line, "NUL or half a surrogate pair became U+FFFD", replaced))
    given = [each for each in answers if each.get("was_cancelled") is not True]
    drafts: list[SpanDraft] = []
    for each in (*answers, *guesses):
        held = _regions(each)
        because = _unused(each, given, guesses)
        if because:
            events += [Rejected("span", item.line, because, shown(region.get("value"))) for region in held]
            continue
        rows = [_span(region, each) for region in held]
        drafts += spans_of(item.line, rows, {}, text, False, events)
    meta = _meta(task, data, {key, *columns.values()})
    fields = {name: stored(_written(data.get(columns.get(name, name))))[0] for name in COLUMNS[1:]}
    for name in COLUMNS[1:]:
        if name not in columns:
            meta.pop(name, None)
    events.append(
        EntryDraft(
            text,
            title=fields["title"],
            author=fields["author"],
            published=published_of(fields["published"]),
            published_written=fields["published"],
            meta=meta,
            spans=tuple(drafts),
            state=State.DONE if given else State.SKIPPED if answers else State.FRESH,
            line=item.line,
            last_line=item.line,
        )
    )
    return events, len(regions)


def _refused(item: Value, spans: int, reason: str) -> tuple[list[ReadEvent], int]:
    because = f"its entry does not come in: {reason}"
    return [Rejected("entry", item.line, reason, item.raw), *(Rejected("span", item.line, because) for _ in range(spans))], spans


def _objects(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _regions(answer: _Row) -> list[dict[str, Any]]:
    """Return the results that are labelled stretches; others (choices, remarks, relations) are no spans and stay with the entry's facts."""
    return [each for each in _objects(answer.get("result")) if isinstance(each.get("value"), dict) and _label_key(each["value"])]


def _label_key(value: _Row) -> str:
    """Return the key of a region's labels: that of its control, `labels` or `hypertextlabels`; "" where it has no place in a text."""
    if "start" not in value and "startOffset" not in value:
        return ""
    return next((key for key in ("labels", "hypertextlabels", "paragraphlabels") if isinstance(value.get(key), list)), "")


def _span(region: _Row, answer: _Row) -> dict[str, Any]:
    """Return a region as a span of ours; what is wrong with it is said where spans are checked."""
    value = region["value"]
    labels = value[_label_key(value)]
    guessed = "completed_by" not in answer and ("model_version" in answer or "score" in answer)
    origin = answer.get("model_version") if guessed else region.get("origin")
    found = {
        "start": value.get("start"),
        "end": value.get("end"),
        "label": labels[0] if len(labels) == 1 else labels,
        "origin": origin if isinstance(origin, str) else "",
        "annotator": _who(answer.get("completed_by")),
    }
    if isinstance(value.get("text"), str):
        found["text"] = value["text"]
    score = region.get("score", value.get("score"))
    return found | ({"score": score} if type(score) in (int, float) else {})


def _who(given: Any) -> str:  # noqa: ANN401
    """Return who annotated: an address or a number."""
    if isinstance(given, dict):
        given = given.get("email", given.get("id"))
    return str(given) if isinstance(given, str | int) else ""


def _unused(answer: _Row, given: list[dict[str, Any]], guesses: list[dict[str, Any]]) -> str:
    """Return why the spans of an annotation or a prediction do not come in; "" where they do."""
    if any(answer is each for each in guesses):
        return "a prediction; the task was annotated, and the annotation counts" if given else ""
    return "" if any(answer is each for each in given) else "its annotation was skipped"


def _text_key(data: _Row, task: _Row, columns: Mapping[str, str]) -> tuple[str, str]:
    """Return the key of the task's data that holds the text, or why none can be told."""
    texts = [key for key, value in data.items() if isinstance(value, str)]
    if "text" in columns:
        key = columns["text"]
        return (
            (key, "")
            if key in texts
            else ("", f"there is no text under “{key}”; the task's data have {', '.join(list(data)[:8]) or 'no keys'}")
        )
    targets = {
        target
        for name in ("annotations", "completions", "predictions")
        for each in _objects(task.get(name))
        for region in _regions(each)
        if isinstance(target := region.get("to_name"), str)
    }
    for key in ("text", *sorted(targets)):
        if key in texts:
            return key, ""
    if len(texts) == 1:
        return texts[0], ""
    if not texts:
        return "", "the task's data hold no text (a web address or a dialogue is not one)"
    return "", f"the task's data hold several texts ({', '.join(texts[:8])}); say which is meant with --columns text=KEY"


def _meta(task: _Row, data: _Row, taken: set[str]) -> dict[str, str]:
    """Return all else that a task says, as text."""
    others = [
        region
        for name in ("annotations", "completions", "predictions")
        for each in _objects(task.get(name))
        for region in _objects(each.get("result"))
        if not (isinstance(region.get("value"), dict) and _label_key(region["value"]))
    ]
    found: dict[str, str] = {}
    inner = task.get("meta")
    for source in (inner if isinstance(inner, dict) else {}, {"task": task.get("id")}, data, {"results": others}):
        for key, value in source.items():
            if value is None or value == [] or value == {} or (source is data and key in taken):
                continue
            found[free(stored(key)[0], found)] = stored(_written(value))[0]
    return found


def _written(value: Any) -> str:  # noqa: ANN401
    return value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)
