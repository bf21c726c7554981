"""What memory knows: how often each mention was given which label and rejected under it, by entry, so that one entry can be taken anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.core.ids import Id
from annotator.core.mentions import normal
from annotator.suggest.memory import bare_number

Decided = Iterable[tuple[str, Id, int, bool]]
"""Text, label, entry row, and whether the label was given (else rejected); one for each decision that stands."""


@dataclass(frozen=True, slots=True)
class Note:
    """What one entry says of a mention (in its normal form) under a label."""

    mention: str
    label: Id
    given: int
    rejected: int


Notes = Mapping[int, tuple[Note, ...]]
"""By entry row."""


def notes_of(decided: Decided) -> dict[int, tuple[Note, ...]]:
    """Return what each entry says. Equal mentions count together; what has no visible form is left out."""
    forms: dict[str, str] = {}
    counts: dict[int, dict[tuple[str, Id], list[int]]] = {}
    for text, label, entry, given in decided:
        form = forms.get(text)
        if form is None:
            form = forms[text] = normal(text, fold_case=False)
        if form and not bare_number(form):
            counts.setdefault(entry, {}).setdefault((form, label), [0, 0])[0 if given else 1] += 1
    return {entry: tuple(Note(*key, *row) for key, row in found.items()) for entry, found in counts.items()}


class Ledger:
    """The notes of all entries, added up by mention and label."""

    def __init__(self) -> None:
        self._by_entry: dict[int, tuple[Note, ...]] = {}
        self._sums: dict[str, dict[Id, list[int]]] = {}

    def __len__(self) -> int:
        return len(self._sums)

    @property
    def mentions(self) -> Iterator[str]:
        """The mentions that anything was decided on."""
        return iter(self._sums)

    def sums(self, mention: str) -> Mapping[Id, list[int]]:
        """Return by label: times given, in how many entries, times rejected."""
        return self._sums.get(mention, {})

    def put(self, entry: int, notes: tuple[Note, ...]) -> set[str]:
        """Let an entry say this instead of what it said before; return the mentions whose sums may have changed."""
        old = self._by_entry.get(entry, ())
        if set(old) == set(notes):
            return set()
        touched = {note.mention for note in (*old, *notes)}
        for note in old:
            self._add(note, -1)
        for note in notes:
            self._add(note, 1)
        if notes:
            self._by_entry[entry] = notes
        else:
            self._by_entry.pop(entry, None)
        for mention in touched:
            self._tidy(mention)
        return touched

    def _add(self, note: Note, sign: int) -> None:
        row = self._sums.setdefault(note.mention, {}).setdefault(note.label, [0, 0, 0])
        row[0] += sign * note.given
        row[1] += sign * (note.given > 0)
        row[2] += sign * note.rejected

    def _tidy(self, mention: str) -> None:
        labels = self._sums[mention]
        for label in [label for label, row in labels.items() if not (row[0] or row[2])]:
            del labels[label]
        if not labels:
            del self._sums[mention]
