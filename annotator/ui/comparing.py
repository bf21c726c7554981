"""The screens of one window: label, adjudicate, agreement. It makes the two that compare, and hands keys and bars to the one shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from annotator.project.door import Project
from annotator.ui.commands import Command, Place
from annotator.ui.practising import Practising
from annotator.ui.switch import Switch
from annotator.ui.team import Team

if TYPE_CHECKING:
    from annotator.ui.adjudicate.screen import AdjudicateScreen
    from annotator.ui.agreement.screen import AgreementScreen
    from annotator.ui.window import Window

LABEL, ADJUDICATE, AGREEMENT = "label", "adjudicate", "agreement"
OF_LABELLING = frozenset(
    {
        "fold-left", "fold-right", "larger", "smaller", "consistency", "feedback", "order-reading", "order-uncertain", "order-alike",
        "least-certain",
    }
)  # fmt: skip
"""Commands of the whole window that have nothing to act on while layers are compared."""


class Comparing(QObject):
    """Switches between the screens of an open project."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.name = LABEL
        self.practising, self.team = Practising(window), Team(window)
        self.adjudicate: AdjudicateScreen | None = None
        self.agreement: AgreementScreen | None = None
        segments = ((LABEL, self.tr("Label")), (ADJUDICATE, self.tr("Adjudicate")), (AGREEMENT, self.tr("Agreement")))
        self.switch = Switch(window.theme, segments, window)
        self.switch.chosen.connect(self.show_screen)
        self.switch.hide()
        window.header.add_switch(self.switch)

    # What the window tells

    def opened(self) -> None:
        """Show the switch: a project is open, and its texts can be labelled."""
        self.name = LABEL
        self.switch.show_chosen(LABEL)
        self.switch.show()
        if self._window.screen_ is not None:
            self._window.screen_.deciding.practised.connect(self.practising.tell)

    def closing(self) -> None:
        """Leave open dialogs and give up the screens, before the project is closed that they show."""
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()  # painting, it would read from a closed file, and an error there takes the process down
        self.switch.hide()
        self.name = LABEL
        self._window.actions_.set_panes((), Place.ADJUDICATE)
        if self.adjudicate is not None:
            self.adjudicate.set_seen(False)
            self.adjudicate.close_work()
        if self.agreement is not None:
            self.agreement.set_seen(False)
            self.agreement.close_work()
        for screen in (self.adjudicate, self.agreement):
            if screen is not None:
                self._window.stack.removeWidget(screen)
                screen.hide()
                screen.deleteLater()
        self.adjudicate = self.agreement = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands that choose a screen, by their ids."""
        screens = {f"screen {name}": partial(self.show_screen, name) for name in (LABEL, ADJUDICATE, AGREEMENT)}
        return screens | self.practising.commands() | self.team.commands()

    def set_keys(self) -> None:
        """Hand on the keys that work now, and those of labels to the screen that labels."""
        self._window.actions_.bar(self._window.offers)
        if self.adjudicate is not None:
            self.adjudicate.set_keys(self._window.actions_.keys())

    def show_state(self) -> None:
        """Let the bars and the commands be those of the screen that compares; nothing while labelling."""
        window, actions = self._window, self._window.actions_
        if self.name == LABEL:
            return
        if self.name == ADJUDICATE and self.adjudicate is not None:
            settled, total, words = self.adjudicate.status()
            window.status.show_progress(settled, total, settling=True)
            window.status.show_cost(words)
            window.status.show_keys(self.adjudicate.status_keys())
            title = self.adjudicate.title()
        else:
            keys = actions.keys()
            window.status.hide_progress()
            window.status.show_cost(self.agreement.status() if self.agreement else "")
            hints = ((keys["screen adjudicate"], self.tr("adjudicate")), (keys["save-agreement"], self.tr("save report")))
            window.status.show_keys((("Tab", self.tr("next table")), ("Down", self.tr("next cell")), *hints))
            title = self.tr("Agreement")
        project = window.project
        window.setWindowTitle(" – ".join(part for part in (title, project.title if project else "") if part))

    def offers(self, command: Command) -> bool:
        """Tell whether a label's command belongs to the screen that is shown."""
        return not command.id.startswith("label ") or self.name == LABEL

    # Choosing

    @Slot(str)
    def show_screen(self, name: str) -> None:
        """Show a screen of the open project."""
        window, project = self._window, self._window.project
        if project is None or window.screen_ is None or name == self.name:
            self.switch.show_chosen(self.name)
            return
        before, self.name = self.name, name
        self.switch.show_chosen(name)
        for other, screen in ((ADJUDICATE, self.adjudicate), (AGREEMENT, self.agreement)):
            if before == other and screen is not None:
                screen.set_seen(False)
        if name == ADJUDICATE:
            made = self.adjudicate = self.adjudicate or self._made_adjudicate(project)
            self._put(made, made.commands())
            made.set_seen(True)
        elif name == AGREEMENT:
            figures = self.agreement = self.agreement or self._made_agreement(project)
            self._put(figures, figures.commands())
            figures.set_seen(True)
        else:
            self._put(window.screen_, window.screen_.commands())
            window.screen_.view.setFocus()
        window.show_changed()

    def _put(self, screen: QWidget, commands: dict[str, Callable[[], object]]) -> None:
        self._window.stack.setCurrentWidget(screen)
        self._window.take_commands(commands, without=frozenset() if self.name == LABEL else OF_LABELLING)

    def _made_adjudicate(self, project: Project) -> AdjudicateScreen:
        from annotator.ui.adjudicate.screen import AdjudicateScreen  # where it is asked for: whoever opens a text waits for no other screen

        window = self._window
        assert window.session is not None
        screen = AdjudicateScreen(window.theme, project, window.session.decide, window)
        screen.judging.undoing, screen.judging.redoing = window.session.undoing, window.session.redoing
        screen.asked.connect(window.give)
        screen.changed.connect(window.show_changed)
        screen.judging.noticed.connect(window.notice)
        window.stack.addWidget(screen)
        window.actions_.set_panes(screen.listening(), Place.ADJUDICATE)
        for pane in screen.listening():
            window.watch(pane)
        screen.set_keys(window.actions_.keys())
        return screen

    def _made_agreement(self, project: Project) -> AgreementScreen:
        from annotator.ui.agreement.screen import AgreementScreen

        window = self._window
        screen = AgreementScreen(window.theme, project, window.persons.user(), window.means, window)
        screen.asked.connect(window.give)
        screen.changed.connect(window.show_changed)
        screen.failed.connect(window.tell_failure)
        screen.noticed.connect(window.notice)
        screen.adjudicate_asked.connect(self._adjudicate_these)
        window.stack.addWidget(screen)
        return screen

    @Slot(object)
    def _adjudicate_these(self, keys: frozenset[tuple[int, int, int]]) -> None:
        self.show_screen(ADJUDICATE)
        if self.adjudicate is not None:
            self.adjudicate.show_only(keys)
