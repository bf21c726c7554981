"""Several processes propose what one does, in order, and none is started for nothing."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

import pytest

from annotator.core import ids
from annotator.core.model import Label, Scheme
from annotator.project.parallel import Work, proposed, worthwhile
from annotator.suggest.loading import load
from annotator.suggest.suggester import Proposal

_SCHEME = Scheme("test", (Label(id=ids.shipped("test", "DATE"), key="DATE"),))
_WORK = Work("rules", _SCHEME, ())
_MOST = 60_000


def text(number: int) -> str:
    """Return a text whose date begins at a place that tells its number."""
    return "a" * (number % 50) + " on 3 May 2021"


class Slow:
    """Proposes the date of `text` by hand, slowly, so that helpers have time to start."""

    def propose(self, texts: Iterable[str]) -> Iterator[tuple[Proposal, ...]]:
        for each in texts:
            time.sleep(0.001)
            yield (Proposal(each.index("3"), len(each), "DATE", 0.98, "by hand"),)


def test_helpers_propose_beside_the_suggester_given_and_all_comes_in_order() -> None:
    whys: set[str] = set()

    def texts() -> Iterator[str]:
        for number in range(_MOST):
            if len(whys) == 2:
                return
            yield text(number)

    for number, found in enumerate(proposed(_WORK, Slow(), texts(), 2)):  # type: ignore[arg-type]
        whys |= {each.why for each in found}
        assert [(each.start, each.end) for each in found] == [(number % 50 + 4, number % 50 + 14)]
    assert len(whys) == 2


def test_two_processes_find_what_one_finds() -> None:
    texts = [text(number) for number in range(200)]
    suggester = load("rules", _SCHEME)
    assert list(proposed(_WORK, suggester, texts, 2)) == list(suggester.propose(texts))


def test_no_text_gives_nothing() -> None:
    assert list(proposed(_WORK, load("rules", _SCHEME), [], 2)) == []


@pytest.mark.parametrize(
    ("processes", "entries", "expected"), [(4, 0, 1), (4, 799, 1), (4, 800, 2), (4, 1_250, 3), (4, 9_000, 4), (1, 9_000, 1)]
)
def test_a_process_is_started_only_for_enough_entries(processes: int, entries: int, expected: int) -> None:
    assert worthwhile(processes, entries) == expected
