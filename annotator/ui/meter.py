"""What labelling costs: key presses and the time a person was at work, and what an unknown alphabet's key means."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent

from annotator.ui.keymap import is_latin, physical

IDLE = 60.0
"""Seconds without a sign of life after which a person is taken to be away."""


class Meter:
    """Counts keys (modifiers too) and active seconds since it was last asked; over a whole sitting besides."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._last: float | None = None
        self._keys = 0
        self._seconds = 0.0
        self.total_keys = 0
        self.spans = 0

    def key(self) -> None:
        """Count a key press."""
        self._keys += 1
        self.total_keys += 1
        self.touch()

    def touch(self) -> None:
        """Note a sign of life, such as a click. The gap since the one before counts unless it is over 60 seconds."""
        now = self._now()
        gap = 0.0 if self._last is None else now - self._last
        self._seconds += gap if gap <= IDLE else 0.0
        self._last = now

    def cost(self) -> tuple[int, float]:
        """Return keys and active seconds since the last asking, and begin anew."""
        self.touch()
        keys, seconds = self._keys, self._seconds
        self._keys, self._seconds = 0, 0.0
        return keys, seconds

    def decided(self, spans: int) -> None:
        """Count spans that were answered in this sitting."""
        self.spans += spans


class KeyWatch(QObject):
    """Watches the keys of the panes: counts them, and gives a command its key where the layout is not Latin."""

    def __init__(self, meter: Meter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meter = meter
        self._actions: Mapping[str, QAction] = {}

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Take the actions by their keys, spelled as `keymap.normal` does."""
        self._actions = actions

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count a press as it is offered for a shortcut; find the command of a key by its place."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        offered = event.type() is QEvent.Type.ShortcutOverride
        if offered:
            self._meter.key()
        if is_latin(event):
            return False
        action = self._actions.get(physical(event))
        if action is None:
            return False
        event.accept()
        if not offered and action.isEnabled():
            action.trigger()
        return True
