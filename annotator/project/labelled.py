"""What a change of the scheme touches, counted before it is made; and splitting a label, which touches spans themselves."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from annotator.core.decisions import PAYLOAD_VERSION, Draft, Kind, Step, span_payload
from annotator.core.errors import InputError
from annotator.core.ids import Id
from annotator.core.mentions import normal
from annotator.core.model import Overlap
from annotator.project.desk import Changed, Desk
from annotator.project.scheme import Scheme, counted
from annotator.store import labelled as store


@dataclass(frozen=True, slots=True)
class Mention:
    """Spans of the own layer that carry one label on equal words. `key` names them; `words` and the context are of the first one."""

    key: str
    words: str
    before: str
    after: str
    spans: int
    entries: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """How many spans a rule of overlap would put out of sight, and how many bring into sight, over all layers."""

    out: int
    into: int


class Labelled:
    """The spans under the labels."""

    def __init__(self, desk: Desk, scheme: Scheme) -> None:
        self._desk = desk
        self._scheme = scheme

    def counts(self) -> dict[Id, int]:
        """Return how many spans carry each label, over all layers; labels without any are left out."""
        return store.counts(self._desk.conn)

    def mentions(self, label: Id) -> list[Mention]:
        """Return the own layer's spans of a label by equal words (same case), the most frequent first."""
        found: dict[str, list[store.LabelledSpan]] = {}
        for each in self._own(label):
            found.setdefault(normal(each.words, fold_case=False), []).append(each)
        rows = [
            Mention(key, first.words, _whole_end(first.before), _whole_start(first.after), len(spans), len({each.row for each in spans}))
            for key, spans in found.items()
            for first in spans[:1]
        ]
        return sorted(rows, key=lambda each: (-each.spans, each.key))

    def split(self, label: Id, mentions: Collection[str], key: str) -> Changed:
        """Add a label and move the own spans of chosen mentions (their keys) to it, in one step with one undo.

        Raises InputError for a key that cannot be, and where nothing is chosen.
        """
        chosen = set(mentions)
        moved = [each for each in self._own(label) if normal(each.words, fold_case=False) in chosen]
        old = self._desk.scheme.by_id(label)
        if old is None or not moved:
            raise InputError("No span is chosen to be moved: tick the mentions that belong to the new label.")
        new, fields = self._scheme.addition(key)
        drafts = [Draft(Kind.SCHEME, after={"v": PAYLOAD_VERSION, "labels": {new.hex(): fields}})]
        for each in moved:
            # Origin and score stay: the scheme changed, not the judgement.
            after = replace(each.span, label=new)
            drafts.append(Draft(Kind.RELABEL, self._desk.layer, each.entry, span_payload(each.span), span_payload(after)))
        message = f"{counted(len(moved), 'span')} moved from {old.key} to {key}."
        return self._desk.commit(Step(f"Split {key} off {old.key}", tuple(drafts)), message=message)

    def overlap_outlook(self, overlap: Overlap) -> Outlook:
        """Return what a rule of overlap would change of what is seen."""
        return Outlook(*store.sight_changes(self._desk.conn, overlap))

    def _own(self, label: Id) -> list[store.LabelledSpan]:
        return list(store.spans(self._desk.conn, self._desk.layer_row, label))


def _whole_end(before: str) -> str:
    """Return what stands before a mention without a word that was cut at its beginning, "…" in its place."""
    _, gap, rest = before.partition(" ")
    return f"… {rest}" if gap and len(before) >= store.AROUND else before


def _whole_start(after: str) -> str:
    rest, gap, _ = after.rpartition(" ")
    return f"{rest} …" if gap and len(after) >= store.AROUND else after
