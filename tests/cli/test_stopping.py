"""Long verbs that are told to end."""

from __future__ import annotations

import signal

from annotator.cli import at


def test_a_signal_to_end_is_told_to_the_work_and_ends_nothing_by_force() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with at.until_told() as stopped:
        assert not stopped()
        signal.raise_signal(signal.SIGTERM)
        assert stopped()
    assert signal.getsignal(signal.SIGTERM) is before
