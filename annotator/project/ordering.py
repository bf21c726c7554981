"""The order of work: entries as they are read, the most uncertain first, or the most alike together.

What is done or skipped comes last, in reading order. Entries of the control group keep the places that they have in reading order, so that
neither their suggestions nor anybody's scores move them. An order stands until it is asked for anew: nothing jumps while one decides.
"""

from __future__ import annotations

import math
import time
from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from enum import StrEnum
from heapq import nlargest

from annotator.core.alike import chain
from annotator.project.desk import Desk
from annotator.project.listing import Corpus, Order
from annotator.store import entries as entry_store
from annotator.store import facets as store

BLOCK = 4000
"""So many entries, as they follow in reading order, are brought into a chain together: its cost grows faster than their number."""
LEAST_SURE = 3
"""An entry is as uncertain as so many of its least certain suggestions are on the average."""
_BATCH = 500


class WorkOrder(StrEnum):
    """How entries follow each other."""

    READING = "reading"
    UNCERTAIN = "uncertain"
    ALIKE = "alike"


def ordered(desk: Desk, corpus: Corpus, name: WorkOrder, *, stopped: Callable[[], bool] = lambda: False) -> Order | None:
    """Return the entries in an order of work; None for reading order. A project opened beside to look only will do.

    UNCERTAIN: by falling doubt. The doubt of a suggestion is the entropy in bits of its probability p, H(p) = −p log₂ p − (1−p) log₂ (1−p)
    (least certain at p = ½; Settles & Craven 2008, "An analysis of active learning strategies for sequence labeling tasks"), where
    several suggesters agree with p = 1 − (1−p₁)(1−p₂)… as on the screen; of an entry it is the mean of its three greatest. Only what is
    stored and waits for an answer counts. ALIKE: see `core.alike`.
    """
    if name is WorkOrder.READING:
        return None
    conn = desk.conn
    closed = store.in_states(conn, desk.layer_row, ("done", "skipped"))
    open_ = [row for row in corpus.rows if row not in closed]
    fixed = store.control(conn, desk.assignee)
    moving = [row for row in open_ if row not in fixed]
    moved = _by_doubt(desk, moving, stopped) if name is WorkOrder.UNCERTAIN else _alike(desk, moving, stopped)
    return Order(name.value, array("q", [*_around(open_, moved, fixed), *(row for row in corpus.rows if row in closed)]))


def _around(rows: Sequence[int], moved: Iterable[int], fixed: Collection[int]) -> list[int]:
    """Return rows with those that are not fixed in another order, the fixed ones where they were."""
    rest = iter(moved)
    return [row if row in fixed else next(rest) for row in rows]


def _by_doubt(desk: Desk, rows: Sequence[int], stopped: Callable[[], bool]) -> list[int]:
    doubts: dict[int, list[float]] = {}
    waiting = store.waiting_scores(desk.conn, desk.layer_row, desk.assignee, desk.scheme.overlap)
    for number, (entry, wrong) in enumerate(waiting):
        doubts.setdefault(entry, []).append(_entropy(1.0 - wrong))
        if number % 2000 == 0 and _pause(stopped):
            break
    doubt = {entry: sum(nlargest(LEAST_SURE, each)) / min(len(each), LEAST_SURE) for entry, each in doubts.items()}
    return sorted(rows, key=lambda row: -doubt.get(row, -1.0))


def _entropy(probability: float) -> float:
    if not 0.0 < probability < 1.0:
        return 0.0
    other = 1.0 - probability
    return -probability * math.log2(probability) - other * math.log2(other)


def _alike(desk: Desk, rows: Sequence[int], stopped: Callable[[], bool]) -> list[int]:
    moved: list[int] = []
    for first in range(0, len(rows), BLOCK):
        block = rows[first : first + BLOCK]
        texts: dict[int, str] = {}
        for part in range(0, len(block), _BATCH):
            texts.update((row, text) for row, _, text in entry_store.texts(desk.conn, block[part : part + _BATCH]))
            if _pause(stopped):
                return [*moved, *rows[first:]]
        moved += [block[place] for place in chain([texts[row] for row in block], pause=lambda: _pause(stopped))]
    return moved


def _pause(stopped: Callable[[], bool]) -> bool:
    """Let the window's thread go first, and tell whether nobody waits for the answer any more."""
    time.sleep(0.0005)
    return stopped()
