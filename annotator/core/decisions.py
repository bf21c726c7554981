"""What people decided: the closed list of kinds, and the log's rows. The log is the truth; all else follows from it.

A decision writes one or more *registers* (`fold.writes`). A register holds a whole value; of the decisions that wrote it and
are not cancelled, the last in the total order (clock, device, id) wins.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from annotator.core.ids import Id, written
from annotator.core.model import Span, Suggestion

PAYLOAD_VERSION = 1
Payload = Mapping[str, Any]


class Kind(StrEnum):
    """All that a person can decide. A kind that is not here is refused."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    RELABEL = "relabel"
    MOVE = "move"
    REMOVE = "remove"
    DONE = "done"
    REOPEN = "reopen"
    SKIP = "skip"
    FLAG = "flag"
    UNSURE = "unsure"
    COMMENT = "comment"
    UNDO = "undo"
    REDO = "redo"
    SCHEME = "scheme"
    GUIDELINE = "guideline"
    METADATA = "metadata"
    IMPORT = "import"
    WITHDRAW = "withdraw"
    RESTORE = "restore"
    HIDE = "hide"
    ASSIGN = "assign"
    JOIN = "join"
    SETTLE = "settle"
    NO_ENTITY = "no-entity"


CANCELLING = frozenset({Kind.UNDO, Kind.REDO, Kind.WITHDRAW, Kind.RESTORE})
"""Kinds that cancel another step. Redo cancels the undo, restoring cancels the withdrawal."""

NOT_UNDOABLE = CANCELLING | {Kind.IMPORT}
"""Imports and merges are withdrawn or restored, not undone."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under which a decision was made, so that a study can ask how far the suggestions swayed it."""

    suggestions_shown: bool = True
    guideline: int = 0
    """The version of the label's guideline in force; 0 where none is meant."""
    keys: int = 0
    """Key presses (modifiers counted) since the decision before, on the first decision of a step."""
    seconds: float = 0.0
    """Active time since the decision before, idle time left out."""

    def payload(self) -> Payload:
        """Return the value as the log writes it."""
        return {"shown": self.suggestions_shown, "guideline": self.guideline, "keys": self.keys, "seconds": round(self.seconds, 2)}


USUAL = Conditions()
"""Suggestions shown, and nothing counted."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision before it stands in the log: what is decided, without who, when and in which order."""

    kind: Kind
    layer: Id | None = None
    entry: Id | None = None
    before: Payload | None = None
    after: Payload | None = None
    answered: Payload | None = None
    conditions: Conditions = USUAL


@dataclass(frozen=True, slots=True)
class Step:
    """The decisions of one action of the user: one name, one undo."""

    name: str
    drafts: tuple[Draft, ...]
    undoable: bool = True
    """False for what no undo should reach: the founding of a project, the introduction of an annotator."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the log. `number` counts the device's decisions without gap, from 1; `time` is ISO 8601 in UTC."""

    id: Id
    step: Id
    clock: int
    device: Id
    number: int
    time: str
    annotator: Id
    layer: Id | None
    entry: Id | None
    kind: Kind
    before: Payload | None
    after: Payload | None
    answered: Payload | None
    conditions: Payload

    @property
    def order(self) -> tuple[int, bytes, bytes]:
        """The total order of the log: Lamport clock, then device, then id."""
        return self.clock, self.device, self.id


def span_payload(span: Span) -> Payload:
    """Return a span as decisions carry it."""
    return {
        "v": PAYLOAD_VERSION,
        "span": written(span.id),
        "start": span.start,
        "end": span.end,
        "label": written(span.label),
        "origin": span.origin,
        "score": span.score,
    }


def place_payload(start: int, end: int, label: Id) -> Payload:
    """Return a place and label, where no span of the layer is meant."""
    return {"v": PAYLOAD_VERSION, "start": start, "end": end, "label": written(label)}


def suggestion_payload(suggestion: Suggestion) -> Payload:
    """Return the copy of a suggestion that the decision answering it carries."""
    together: Payload = {"agreeing": [each.suggester for each in suggestion.agreeing]} if suggestion.agreeing else {}
    return {
        "v": PAYLOAD_VERSION,
        "suggestion": written(suggestion.id),
        "start": suggestion.start,
        "end": suggestion.end,
        "label": written(suggestion.label),
        "suggester": suggestion.suggester,
        "version": suggestion.version,
        "score": suggestion.score,
        "why": suggestion.why,
        **together,
    }


def cancel_payload(step: Id) -> Payload:
    """Return the content of a decision that cancels a step."""
    return {"v": PAYLOAD_VERSION, "cancels": written(step)}
