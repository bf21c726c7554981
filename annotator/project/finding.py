"""Find entries: by words and by filters, in corpus order or in the order of work."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum

from annotator.core.ids import Id
from annotator.core.query import Facet, Name, Query
from annotator.project.desk import Desk
from annotator.project.layers import Layers
from annotator.project.listing import Corpus, Listing, Offered, Order, listed
from annotator.project.recall import Known
from annotator.project.sifting import WAITING, Sieve
from annotator.store import assignments, facets
from annotator.store import finding as store
from annotator.store.finding import StoppedError as StoppedError
from annotator.store.finding import interruptible

FIRST = 400
"""Hits of the words that the first part of a list is sought among."""
_FEW = 64
"""Up to so many entries that were decided on are asked for their dates; more are decided on in bulk, which dates nothing."""


class Scope(StrEnum):
    """Which entries are listed."""

    ALL = "all"
    OPEN = "open"
    FLAGGED = "flagged"


_SCOPES = {Scope.OPEN: Facet(Name.STATE, ("open",)), Scope.FLAGGED: Facet(Name.HAS, ("flag",))}


class Finding:
    """Asks the project which entries a list should hold. Answers are rows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = self.desk = desk
        self._corpus: Corpus | None = None

    @property
    def corpus(self) -> Corpus:
        """All visible entries in corpus order, those to practise on first; read once until `forget`."""
        if self._corpus is None:
            found = store.published(self._desk.conn)
            first = assignments.practice_of(self._desk.conn, self._desk.assignee)
            self._corpus = Corpus.of(found, first)
        return self._corpus

    def forget(self) -> None:
        """Read the corpus anew when it is asked for: entries came, went, or were dated."""
        self._corpus = None

    def follow(self, rows: Collection[int]) -> bool:
        """Forget the corpus where one of some entries that were decided on has another date now, and tell whether that is so."""
        if self._corpus is not None and 0 < len(rows) <= _FEW:
            old = self._corpus.moments_of(rows)
            if old != store.moments(self._desk.conn, sorted(old)):
                self.forget()
                return True
        return False

    def is_there(self, row: int) -> bool:
        """Return whether an entry is visible."""
        return self.corpus.place_of(row) is not None

    def look(
        self,
        query: Query,
        *,
        scope: Scope = Scope.ALL,
        order: Order | None = None,
        corpus: Corpus | None = None,
        known: Mapping[str, Known] | None = None,
        stopped: Callable[[], bool] = lambda: False,
        first: bool = False,
    ) -> Listing:
        """Return the entries of a scope that hold all words and pass all filters. Raises InputError for a value that is not in the project.

        `known` is what live memory proposes. Where `stopped` says so the look is given up and StoppedError raised. With `first` only some
        of the first hits of the words are looked at, and the answer's `whole` says whether that was all. A project opened beside to look
        only will do; it may be told the `corpus`.
        """
        corpus = corpus or self.corpus
        wanted = query.joined(Query((), (_SCOPES[scope],))) if scope in _SCOPES else query
        if not wanted:
            return listed(corpus, None, order)
        sieve = Sieve(self._desk, corpus, known, stopped)
        with interruptible(self._desk.conn, stopped):
            found, whole = sieve.found(wanted, most=FIRST if first and corpus.rising and order is None else -1)
        return listed(corpus, found, order, whole=whole)

    def offered(self, corpus: Corpus | None = None) -> Offered:
        """Return what the filters can be given in this project; it may be told the `corpus`."""
        desk = self._desk
        moments = [moment[:10] for moment in (corpus or self.corpus).moments if moment]
        return Offered(
            tuple((each.key, each.id) for each in desk.scheme.labels if not each.retired),
            tuple(dict.fromkeys(name for _, name in facets.sources(desk.conn))),
            tuple(facets.suggesters(desk.conn)),
            tuple(dict.fromkeys(each.name for each in Layers(desk).all() if each.name)),
            min(moments, default=""),
            max(moments, default=""),
        )

    def flagged(self) -> int:
        """Return how many entries carry a flag of the own layer."""
        return len(facets.flagged(self._desk.conn, self._desk.layer_row, "flag"))

    def people(self) -> int:
        """Return how many people have decided in the project."""
        return store.people(self._desk.conn)

    def row_of(self, entry: Id) -> int | None:
        """Return the row of an entry by its id; None where it is not listed."""
        return store.row_of(self._desk.conn, entry)


def is_quick(query: Query) -> bool:
    """Return whether a first part of the answer comes sooner than the whole: there are words, or a filter that looks at much."""
    costly = any(each.name in WAITING or each.name is Name.MENTION or "pending" in each.values for each in query.facets)
    return bool(query.words) or costly
