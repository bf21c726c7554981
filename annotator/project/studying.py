"""From layers to figures and disagreements: what is compared, what the arithmetic sees of it, and the report."""

from __future__ import annotations

import platform
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from annotator import __version__
from annotator.agreement.disagreements import Disagreement, disagreements
from annotator.agreement.groups import Group, Order, grouped
from annotator.agreement.values import WHOLE, By, ComparedEntry, ComparedLayer, Slice, Work, compared
from annotator.core.errors import InputError
from annotator.core.ids import Id, derived, stamp
from annotator.core.model import LayerKind
from annotator.core.rules import chosen, pending
from annotator.project.desk import Desk, Progress
from annotator.project.layers import Layers, LayerSummary
from annotator.store import assignments, schemes
from annotator.store import compared as store
from annotator.store import spans as span_store

if TYPE_CHECKING:
    from annotator.agreement.gamma import GammaOptions
    from annotator.agreement.study import Study
    from annotator.agreement.summary import Agreement

BATCH = 200
"""Entries compared at a time where disagreements are listed one after the other."""
FIRST = 20
SUGGESTIONS = derived("layer", "suggestions")
_WHOLE, _READING = 1000, 300
"""What progress counts in all, and how much of it is for reading."""


def _silent(_done: int, _total: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Asked:
    """What is compared. `layers`: names or beginnings of ids, none for all but second looks; `unfinished` counts what is not done too.

    `practice` counts entries that somebody practises on, too: what is right there was told to people one by one.
    """

    layers: tuple[str, ...] = ()
    unfinished: bool = False
    practice: bool = False


ALL = Asked()


class Studying:
    """Comparing the layers of a project."""

    def __init__(self, desk: Desk, layers: Layers) -> None:
        self._desk = desk
        self._layers = layers

    def layers(self, asked: Asked = ALL) -> list[LayerSummary]:
        """Return the layers that are compared. Raises InputError for a name that is none, and for one given twice."""
        if asked.layers:
            found = [self._layers.named(name) for name in asked.layers]
            if any(each.kind is LayerKind.ADJUDICATED for each in found):
                raise InputError("The adjudicated layer is made from the others; it is held against them by “evaluate”, not compared.")
            if len({each.id for each in found}) < len(found):
                raise InputError("A layer was named twice.")
            return found
        again = {derived("second look", each.id) for each in schemes.read_people(self._desk.conn)}
        return [each for each in self.every() if each.id not in again]

    def every(self) -> list[LayerSummary]:
        """Return every layer that could be compared, second looks included."""
        return [each for each in self._layers.all() if each.kind is not LayerKind.ADJUDICATED]

    def study(
        self, asked: Asked = ALL, *, rows: Sequence[int] | None = None, words: bool = True, suggester: bool = False,
        progress: Progress = _silent,
    ) -> Study:  # fmt: skip
        """Pack entries and layers. `words` cuts the texts into words, for token-level figures; `suggester` adds a layer of suggestions."""
        return self.packed(self.layers(asked), rows=self.rows(asked, rows), words=words, suggester=suggester, progress=progress)

    def rows(self, asked: Asked = ALL, rows: Sequence[int] | None = None) -> Sequence[int]:
        """Return the entries that are compared, in corpus order; of `rows` those that are, in their order."""
        if rows is None:
            return store.rows(self._desk.conn, practice=asked.practice)
        out = set() if asked.practice else assignments.practised(self._desk.conn)
        return [row for row in rows if row not in out] if out else rows

    def left_out(self, asked: Asked = ALL) -> int:
        """Return how many entries are not compared because somebody practises on them."""
        return 0 if asked.practice else len(assignments.practised(self._desk.conn))

    def packed(
        self, wanted: Sequence[LayerSummary], *, rows: Sequence[int] | None = None, words: bool = False, suggester: bool = False,
        progress: Progress = _silent,
    ) -> Study:  # fmt: skip
        """Pack some layers, in this order; the one of the suggestions comes last. Without `rows` practice entries are among them."""
        from annotator.agreement.study import study  # with numpy: the list of disagreements does without the arithmetic

        every = store.rows(self._desk.conn, practice=True) if rows is None else rows
        entries, layers = self._values(wanted, every, words=words, shown=suggester, progress=progress)
        if suggester:
            layers.append(self._suggested(entries))
        return study([entry for _, entry in entries], layers)

    def agreement(
        self,
        asked: Asked = ALL,
        *,
        by: Collection[By] = (By.LABEL, By.SOURCE),
        seed: int = 0,
        resamples: int = 1000,
        gamma: GammaOptions | None = None,
        progress: Progress = _silent,
    ) -> Agreement:
        """Compute all figures. Sway is among them where somebody has a control group and suggestions stand.

        `progress` is told how much is done (a share in thousandths, of 1000); what it raises ends the work.
        """
        from annotator.agreement.summary import agreement

        sways = store.any_hidden(self._desk.conn)
        packed = self.study(asked, suggester=sways, progress=lambda done, total: progress(_READING * done // max(total, 1), _WHOLE))
        number = len(packed.layers) - 1 if sways else None
        found = agreement(
            packed, by=by, suggester=number, seed=seed, resamples=resamples, unfinished=asked.unfinished, gamma=gamma,
            progress=lambda done, total: progress(_READING + (_WHOLE - _READING) * done // max(total, 1), _WHOLE),
        )  # fmt: skip
        return replace(found, practice=self.left_out(asked))

    def disagreements(self, asked: Asked = ALL, *, part: Slice = WHOLE) -> Iterator[tuple[int, Disagreement]]:
        """Yield every disagreement with its entry's row, in corpus order; the first comes before the rest is looked at."""
        wanted = self.layers(asked)
        for batch in batches(self.rows(asked)):
            entries, layers = self._values(wanted, batch, words=False, shown=part.shown is not None)
            for row, entry in entries:
                for each in disagreements([entry], layers, part=part, unfinished=asked.unfinished):
                    yield row, each

    def groups(self, asked: Asked = ALL, *, order: Order = Order.OFTEN, part: Slice = WHOLE) -> tuple[Group, ...]:
        """Return equal disagreements together: how often, how costly, or how confusable first."""
        found = [each for _, each in self.disagreements(asked, part=part)]
        return grouped(found, order=order, confusable=self.confusable(asked) if order is Order.CONFUSABLE else None)

    def confusable(self, asked: Asked = ALL, *, progress: Progress = _silent) -> Mapping[frozenset[str | None], float]:
        """Return, for each two labels, how often one is taken for the other (`confusion.confusability`), over all pairs of layers.

        `progress` is told how much is done, as in `agreement`.
        """
        from annotator.agreement.confusion import confusability, matrices

        packed = self.study(asked, words=False, progress=lambda done, total: progress(_READING * done // max(total, 1), _WHOLE))

        def told(done: int, total: int) -> None:
            progress(_READING + (_WHOLE - _READING) * done // max(total, 1), _WHOLE)

        return confusability(list(matrices(packed, unfinished=asked.unfinished, progress=told)))

    def report(self, found: Agreement, kind: str) -> str:
        """Return a report as html, json or csv."""
        from annotator.agreement.report_data import report_csv, report_json
        from annotator.agreement.report_html import report_html

        versions = {"annotator": __version__, "Python": platform.python_version(), "numpy": _installed("numpy")}
        if found.gamma is not None:
            versions["pygamma-agreement"] = _installed("pygamma-agreement")
        if kind == "csv":
            return report_csv(found)
        if kind == "json":
            return report_json(found, versions=versions)
        if kind != "html":
            raise InputError(f"A report is written as html, json or csv, not as “{kind}”.")
        title = f"Agreement: {schemes.fact(self._desk.conn, 'title') or self._desk.path.stem}"
        return report_html(found, title=title, versions=versions, made=stamp(self._desk.now()))

    def _values(
        self, wanted: Sequence[LayerSummary], rows: Sequence[int], *, words: bool, shown: bool, progress: Progress = _silent
    ) -> tuple[list[tuple[int, ComparedEntry]], list[ComparedLayer]]:
        keys = {each.id: each.key for each in self._desk.scheme.labels}
        entries: list[tuple[int, ComparedEntry]] = []
        work: dict[Id, dict[Id, Work]] = {each.id: {} for each in wanted}
        for first in range(0, len(rows), BATCH):
            part = rows[first : first + BATCH]
            progress(first, len(rows))
            for each in store.works(self._desk.conn, part, work, shown=shown):
                if words:
                    entry = compared(each.id, each.text, source=each.source, time=each.published)
                else:
                    entry = ComparedEntry(each.id, len(each.text), (), each.text, each.source, each.published)
                entries.append((each.row, entry))
                for layer, held in each.layers.items():
                    work[layer][each.id] = Work(held.done, tuple((s, e, keys[label]) for s, e, label in held.places), held.shown)
        return entries, [ComparedLayer(each.id, each.name or each.id.hex()[:8], work[each.id]) for each in wanted]

    def _suggested(self, entries: Sequence[tuple[int, ComparedEntry]]) -> ComparedLayer:
        conn, scheme = self._desk.conn, self._desk.scheme
        keys = {each.id: each.key for each in scheme.labels}
        looked = store.looked_at(conn)
        work: dict[Id, Work] = {}
        for first in range(0, len(entries), BATCH):
            part = entries[first : first + BATCH]
            found = span_store.suggestions(conn, [row for row, _ in part])
            for row, entry in part:
                if row in looked:
                    taken, _ = chosen(pending(found.get(row, ()), (), (), scheme.overlap), scheme.overlap)
                    work[entry.id] = Work(True, tuple((each.start, each.end, keys[each.label]) for each in taken))
        return ComparedLayer(SUGGESTIONS, "suggestions", work)


def batches(rows: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cut rows into batches; the first is small, so that a list shows something at once."""
    first = 0
    while first < len(rows):
        size = BATCH if first else FIRST
        yield rows[first : first + size]
        first += size


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
