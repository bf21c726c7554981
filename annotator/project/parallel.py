"""Let several processes propose for the texts of one run, in order and with bounded memory."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from annotator.core.model import Scheme
from annotator.suggest.loading import load
from annotator.suggest.memory import Remembered
from annotator.suggest.suggester import Proposal, Suggester

_Found = list[tuple[Proposal, ...]]
_CHUNK = 64
_QUEUED = 2
"""Chunks given to each helper at a time: one in work, one that it finds when that is done."""
_HELD = 32
"""Chunks for each process that may wait for an earlier one; more would only fill memory."""
_WORTH = 400
"""Entries for each process: starting one (spaCy, the model) takes as long as about two hundred entries do."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a process needs to make the suggester for itself."""

    spec: str
    scheme: Scheme
    remembered: tuple[Remembered, ...]
    trained: Path | None = None


def worthwhile(processes: int, entries: int) -> int:
    """Return how many of the processes that may work are worth starting for so many entries; at least one."""
    return max(1, min(processes, entries // _WORTH))


def proposed(work: Work, suggester: Suggester, texts: Iterable[str], processes: int) -> Iterator[tuple[Proposal, ...]]:
    """Yield the proposals for each text, in order. The suggester given works, too: `processes` - 1 helpers are started beside it, and
    until one of them is ready, it does all.
    """
    if processes == 1:
        yield from suggester.propose(texts)
        return
    chunks = _chunks(texts)
    helpers = processes - 1
    with ProcessPoolExecutor(helpers, multiprocessing.get_context("spawn"), _Worker.begin, (work,)) as pool:
        ready = pool.submit(_Worker.ready)
        waiting: deque[Future[_Found]] = deque()
        while True:
            free = helpers * _QUEUED - sum(not each.done() for each in waiting) if ready.done() else 0
            waiting.extend(pool.submit(_Worker.propose, chunk) for chunk in islice(chunks, max(0, free)))
            held = bool(waiting) and (waiting[0].done() or len(waiting) >= processes * _HELD)
            own = None if held else next(chunks, None)
            if own is not None:
                waiting.append(_finished(list(suggester.propose(own))))
            elif waiting:
                yield from waiting.popleft().result()
            else:
                return


def _finished(found: _Found) -> Future[_Found]:
    future: Future[_Found] = Future()
    future.set_result(found)
    return future


def _chunks(texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    source = iter(texts)
    while chunk := tuple(islice(source, _CHUNK)):
        yield chunk


class _Worker:
    """The suggester of one worker process: made once when it begins, since loading a pipeline takes longer than using it."""

    suggester: Suggester

    @classmethod
    def begin(cls, work: Work) -> None:
        cls.suggester = load(work.spec, work.scheme, remembered=work.remembered, trained=work.trained)

    @classmethod
    def ready(cls) -> None:
        """Come back once the suggester is made."""

    @classmethod
    def propose(cls, texts: tuple[str, ...]) -> _Found:
        return list(cls.suggester.propose(texts))
