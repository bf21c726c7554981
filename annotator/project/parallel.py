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

_CHUNK = 64
_AHEAD = 4
"""Chunks in work for each process; more would only fill memory."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a process needs to make the suggester for itself."""

    spec: str
    scheme: Scheme
    remembered: tuple[Remembered, ...]
    trained: Path | None = None


def proposed(work: Work, suggester: Suggester, texts: Iterable[str], processes: int) -> Iterator[tuple[Proposal, ...]]:
    """Yield the proposals for each text, in order; with one process by the suggester given."""
    if processes == 1:
        yield from suggester.propose(texts)
        return
    chunks = iter(_chunks(texts))
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _Worker.begin, (work,)) as pool:
        waiting: deque[Future[list[tuple[Proposal, ...]]]] = deque()
        for chunk in islice(chunks, processes * _AHEAD):
            waiting.append(pool.submit(_Worker.propose, chunk))
        while waiting:
            yield from waiting.popleft().result()
            for chunk in islice(chunks, 1):
                waiting.append(pool.submit(_Worker.propose, chunk))


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
    def propose(cls, texts: tuple[str, ...]) -> list[tuple[Proposal, ...]]:
        return list(cls.suggester.propose(texts))
