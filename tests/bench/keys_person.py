"""A simulated researcher at the real window: reads the screen, presses keys, and ends each entry at exactly the gold.

Two ways of working. "fix": mend what is wrong, then accept all and go on. "each": look at each suggestion, Enter where it is right; what
is missing comes after that. What is seen: the text, the marks of the canvas with their scores, the ring, the caret, the lines, and the key
caps of labels and commands. A modifier is a key of its own, at each press.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.mentions import normal
from annotator.ui.annotate.order import PULLS
from annotator.ui.span_lines import Row, rows
from annotator.ui.window import Window
from tests.bench.keys_model import KEYSTROKE, MENTAL, Spent
from tests.bench.keys_plan import Gold, Keys, Plan, Seen, missing, next_plan, place, wrong

FIX, EACH = "fix", "each"
_ARROWS = {"left": "Left", "right": "Right", "up": "Up", "down": "Down", "home": "Home", "end": "End"}
_LINES = frozenset({"up", "down", "home", "end"})
_MOST = 400
"""Plans for one entry; more means that the window does not do what it shows."""


class Clock:
    """The time of the keystroke-level model, for the window's own count of seconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return the time in seconds."""
        return self.now


class Researcher:
    """Works through the entries of an open window."""

    def __init__(self, window: Window, gold: Mapping[str, Gold], *, way: str = FIX) -> None:
        assert window.screen_ is not None
        self.window, self.screen, self.gold, self.way = window, window.screen_, gold, way
        self.clock = Clock()
        self.pressed = 0
        self._decided: set[tuple[str, str]] = set()
        self.window.meter._now = self.clock  # the window's own seconds are then those of the model
        self._sequences = {**_ARROWS, **self._caps()}
        self._costs = {name: _presses(key) for name, key in self._sequences.items() if key}

    def _caps(self) -> dict[str, str]:
        """Return the key of each command as menus and key caps show it; of several the one with the fewest presses."""
        actions = self.window.actions_
        return {each.id: min(actions.keys_of(each.id), key=_presses, default="") for each in actions.commands}

    def see(self) -> Seen:
        """Read the screen."""
        view = self.screen.view
        entry = self.screen.session.entry
        assert entry is not None
        return Seen(entry.text, view.marks, view.focused_mark(), view.caret().selection[0], self._costs, view.boundaries(), self._lines)

    def entry(self) -> Spent:
        """Label the entry that is shown and go on to the next; return what it cost."""
        text = self.see().text
        spent = Spent(spans=len(self.gold[text]))
        for _ in range(_MOST):
            seen = self.see()
            if seen.text != text or self._finished():
                self._decided |= {self._named(text, each) for each in self.gold[text]}
                return spent
            before, keys = missing(seen, self.gold[text]), spent.all_keys
            self._do(self._next(seen, self.gold[text]), self.gold[text], spent)
            after = self.see()
            mended = set(before) - set(missing(after, self.gold[text])) if after.text == text else set()
            if any(self._named(text, each) in self._decided for each in mended):
                spent.again += spent.all_keys - keys
        raise AssertionError(f"no end at {text[:60]!r}: {[place(each) for each in self.see().marks]}")

    @staticmethod
    def _named(text: str, wanted: tuple[int, int, str]) -> tuple[str, str]:
        return normal(text[wanted[0] : wanted[1]], fold_case=False), wanted[2]

    def _finished(self) -> bool:
        progress = self.screen.session.facts.progress
        return progress.done == progress.total

    def _next(self, seen: Seen, gold: Gold) -> Plan:
        focus, waiting = seen.focused, [each for each in seen.marks if not each.confirmed]
        if self.way == EACH and waiting:
            if focus is not None and not focus.confirmed:
                right = Plan("accept", ("accept",), self._costs["accept"])
                return right if place(focus) in gold else next_plan(seen, gold, here_only=True) or right
            return next_plan(seen, gold, here_only=True) or Plan("accept", ("accept",), self._costs["accept"])
        mending = next_plan(seen, gold)
        assert mending is not None or not (wrong(seen, gold) or (missing(seen, gold) and not waiting)), "a person would be stuck here"
        if mending is not None:
            return mending
        ending = "accept-all" if waiting else "accept"
        return Plan("entry done", (ending,), self._costs[ending])

    def _do(self, plan: Plan, gold: Gold, spent: Spent) -> None:
        """Press what is planned. Whoever went to another line looks where the caret is before going on: the plan is made anew there."""
        self.clock.now += MENTAL
        lines = next((at for at, command in enumerate(plan.keys) if command not in _LINES), 0)
        if lines:
            self._press_all(plan.kind, plan.keys[:lines], spent)
            plan = self._next(self.see(), gold)
        spent.units[plan.kind] += 1
        self._press_all(plan.kind, plan.keys, spent)

    def _press_all(self, kind: str, commands: Keys, spent: Spent) -> None:
        spent.keys[kind] += sum(self._costs[command] for command in commands)
        for command in commands:
            self.press(command)

    def press(self, command: str) -> None:
        """Press the key of a command where the keyboard is."""
        target = QApplication.focusWidget()
        assert target is not None
        combination = QKeySequence(self._sequences[command])[0]
        self.clock.now += KEYSTROKE * self._costs[command]
        self.pressed += self._costs[command]
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    def _lines(self, caret: int, target: int) -> Iterator[tuple[Keys, int]]:
        """Yield the way to the line of a place by the keys of the lines, and the word it leads to."""
        view = self.screen.view
        to_qt, from_qt = view._positions.to_qt, view._positions.from_qt
        found = [each for each in rows(view.document(), 0.0, view.document().size().height()) if each.end > each.start]
        first, last = (_row_of(found, to_qt(offset)) for offset in (caret, target))
        if first is None or last is None:
            return
        away = last - first
        way = (("down" if away > 0 else "up"),) * abs(away)
        row = found[last]
        landing = from_qt(row.line.xToCursor(found[first].x(to_qt(caret)) - row.left) + row.origin)
        if way:
            yield way, landing
        yield (*way, "home"), from_qt(row.start)
        yield (*way, "end"), from_qt(row.end)


def _row_of(found: list[Row], position: int) -> int | None:
    return next((number for number, row in enumerate(found) if row.start <= position <= row.end), None)


def _presses(key: str) -> int:
    """Return how many keys are pressed for a combination, modifiers counted."""
    if not key:
        return 99
    held = QKeySequence(key)[0].keyboardModifiers()
    modifiers = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
    # A character that is typed with Shift, such as "{".
    shifted = key[-1] in '{}+:"<>?~!@#$%^&*()_|' and not held & Qt.KeyboardModifier.ShiftModifier
    return 1 + shifted + sum(bool(held & each) for each in modifiers)


COMMANDS = frozenset({"accept", "accept-all", "reject", "next-span", "previous-span", "likely", *PULLS, *_ARROWS})
"""The commands that the researcher uses, besides those of the labels."""
