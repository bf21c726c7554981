"""Mathet's gamma, computed in a process of its own: its library cannot be stopped otherwise, and importing it takes seconds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from annotator.project.studying import Asked
from annotator.ui.child import Child
from annotator.ui.sentences import translated


class GammaRun(QObject):
    """One computation at a time. The child reads the project and writes nothing, so that it can be ended at any moment."""

    finished = Signal(object)
    """The report of `annotator agreement --gamma --json` as a dict."""
    failed = Signal(str)
    """Why it was not computed, in a sentence."""

    def __init__(self, parent: QObject, *, program: Sequence[str] = ()) -> None:
        """`program` replaces the interpreter and module, for tests."""
        super().__init__(parent)
        self.program = tuple(program)
        self._child: Child | None = None

    @property
    def running(self) -> bool:
        """Whether gamma is being computed."""
        return self._child is not None

    def start(self, path: Path, asked: Asked) -> None:
        """Compute gamma of the layers that are asked for; what was being computed is given up."""
        self.stop()
        self._child = child = Child(arguments(path, asked), self, program=self.program)
        child.finished.connect(self._finished)
        child.failed.connect(self._failed)
        child.start()

    def stop(self) -> bool:
        """Give up what is being computed, at once; tell whether there was anything."""
        child, self._child = self._child, None
        if child is not None:
            child.abandon()
            child.deleteLater()
        return child is not None

    def _end(self) -> None:
        if self._child is not None:
            self._child.deleteLater()
        self._child = None

    @Slot(object)
    def _finished(self, report: object) -> None:
        self._end()
        self.finished.emit(report)

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self._end()
        self.failed.emit(translated(sentence))


def arguments(path: Path, asked: Asked) -> tuple[str, ...]:
    """Return the command: gamma and what stands beside it without resampling or parts, which the window has computed already."""
    more = [*(("--unfinished",) if asked.unfinished else ()), *(("--practice",) if asked.practice else ())]
    layers = ("--layers", *asked.layers) if asked.layers else ()
    return ("agreement", str(path), "--json", "--gamma", "--resamples", "0", "--by", *more, *layers)
