"""How the window looks and how commands are found: light or dark, size of the text, panes, palette, the sheet of keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QApplication

from annotator.core.errors import AnnotatorError
from annotator.project.ordering import WorkOrder
from annotator.ui.commands import Menu
from annotator.ui.dialogs.key_editor import KeyEditor
from annotator.ui.dialogs.key_sheet import KeySheet
from annotator.ui.dialogs.settings_dialog import SettingsDialog
from annotator.ui.key_choices import LabelKey
from annotator.ui.keycap import sign
from annotator.ui.marks import Tags
from annotator.ui.palette import Offer, Palette
from annotator.ui.sentences import translated
from annotator.ui.settings import Settings
from annotator.ui.speaker import Speaker
from annotator.ui.theme import Appearance
from annotator.ui.words import command_text, menu_text

if TYPE_CHECKING:
    from annotator.ui.annotate.screen import AnnotateScreen
    from annotator.ui.window import Window

_APPEARANCES = {"follow-system": Appearance.SYSTEM, "light": Appearance.LIGHT, "dark": Appearance.DARK}
_MENU = ("accept", "reject", "label-popup", "every-same", "", "start-out", "end-out", "start-in", "end-in", "", "comment", "flag")
"""The commands of the text's context menu; labels follow."""


def _caps(keys: tuple[str, ...]) -> str:
    """Return the first two keys that look different on caps, parted by spaces."""
    different = list({sign(key): key for key in reversed(keys)}.values())[::-1]
    return " ".join(different[:2])


def reading_family(settings: Settings) -> str:
    """Return the family of the text's font; "" for the first serif that is present."""
    return QApplication.font().family() if settings.reading == "ui" else ""


class Views(QObject):
    """Commands that change how things are shown, and nothing in the project."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands by their ids."""
        return {
            "settings": self.settings, "change-keys": self.change_keys, "palette": self.palette, "keys": self.keys,
            "fold-left": self.fold_left, "fold-right": self.fold_right, "larger": self.larger, "smaller": self.smaller,
            "follow-system": self.follow_system, "light": self.light, "dark": self.dark,
            "order-reading": self.order_reading, "order-uncertain": self.order_uncertain, "order-alike": self.order_alike,
            "least-certain": self.turn_visiting,
        }  # fmt: skip

    def palette(self) -> None:
        """Offer every command that can be given now, and give the one that is chosen."""
        window = self._window
        actions = window.actions_
        there = [each for each in actions.commands if window.offers(each) and actions[each.id].isEnabled() and each.id != "palette"]
        keys = actions.keys()
        offers = [Offer(each.id, actions[each.id].text(), menu_text(each.menu), keys[each.id]) for each in there]
        chosen = Palette.ask(window, window.theme, offers)
        if chosen is not None:
            actions[chosen].trigger()

    def keys(self) -> None:
        """Show all keys on one sheet."""
        window = self._window
        actions = window.actions_
        groups = []
        for menu in Menu:
            inside = [each for each in actions.commands if each.menu is menu and window.offers(each)]
            groups.append((menu_text(menu), [(_caps(actions.keys_of(each.id)), command_text(each)) for each in inside]))
        if window.session is not None:
            groups.append((self.tr("In the text"), self._text_keys()))
        KeySheet.show_keys(window, window.theme, groups)

    def _text_keys(self) -> list[tuple[str, str]]:
        return [
            ("Left Right", self.tr("Caret to the word before or after")),
            ("Shift+Left Shift+Right", self.tr("Select by word")),
            ("Alt+Left Alt+Right", self.tr("Caret by character; with Shift select")),
            ("Up Down", self.tr("Caret to the line above or below")),
        ]

    # Settings

    def settings(self) -> None:
        """Ask how things are to look; every choice holds at once."""
        window = self._window
        SettingsDialog.show_settings(window, window.theme, window.settings, self.apply)
        self.show_state()

    def apply(self, settings: Settings) -> None:
        """Let settings hold, and remember them."""
        window = self._window
        before = window.settings
        window.keep(settings)
        if settings.reading != before.reading:
            window.theme.set_reading_font(reading_family(settings))
        if settings.appearance != before.appearance:
            window.theme.set_appearance(Appearance(settings.appearance))
        if window.screen_ is not None:
            window.screen_.set_zoom(settings.zoom)
            window.screen_.view.set_tags(Tags(settings.tags))
            if settings.visiting != before.visiting:
                window.screen_.session.visit(least_certain_first=settings.visiting == "certainty")
                window.screen_.session.focus(window.screen_.session.next_pending())
            if settings.order != before.order:
                window.screen_.lister.set_order(WorkOrder(settings.order))

    def change_keys(self) -> None:
        """Let commands and labels be given other keys; every change holds at once."""
        window = self._window
        session = window.session
        writable = session is not None and not session.read_only
        labels = [LabelKey(each.id, each.key, each.shortcut) for each in session.scheme.active] if session and writable else []
        KeyEditor.show_editor(window, window.theme, window.settings.keys, labels, self.rebind, self._relabel)

    def rebind(self, changed: dict[str, tuple[str, ...]]) -> None:
        """Give commands other keys and remember them."""
        window = self._window
        window.actions_.rebind(changed)
        window.keep(replace(window.settings, keys=changed))
        window.show_keys()

    def _relabel(self, label: bytes, key: str) -> str:
        project = self._window.project
        if project is None:
            return self.tr("No project is open.")
        try:
            project.scheme.change(label, shortcut=key)
        except AnnotatorError as error:
            return translated(error.sentence)
        return ""

    # Light and dark

    def follow_system(self) -> None:
        """Be light or dark as the system is."""
        self._appear(Appearance.SYSTEM)

    def light(self) -> None:
        """Be light."""
        self._appear(Appearance.LIGHT)

    def dark(self) -> None:
        """Be dark."""
        self._appear(Appearance.DARK)

    def _appear(self, appearance: Appearance) -> None:
        self._window.theme.set_appearance(appearance)
        self._window.keep(replace(self._window.settings, appearance=appearance.value))
        self.show_state()

    @Slot()
    def restyle(self) -> None:
        """Give the application the colours that hold now."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self._window.theme.install(application)

    def show_state(self) -> None:
        """Tick what holds in the menu."""
        actions, settings = self._window.actions_, self._window.settings
        for name, appearance in _APPEARANCES.items():
            actions[name].setChecked(self._window.theme.appearance is appearance)
        for order in WorkOrder:
            actions[f"order-{order}"].setChecked(settings.order == order)
        actions["least-certain"].setChecked(settings.visiting == "certainty")
        actions["fold-left"].setChecked(settings.left)
        actions["fold-right"].setChecked(settings.right)

    # The order of work

    def arrange(self, screen: AnnotateScreen) -> None:
        """Show a screen that was just made as the settings say."""
        settings = self._window.settings
        screen.set_zoom(settings.zoom)
        screen.view.set_tags(Tags(settings.tags))
        screen.fold(left=settings.left, right=settings.right)
        screen.session.visit(least_certain_first=settings.visiting == "certainty")
        screen.lister.ordered.connect(self._ordered)
        Speaker(screen.session, screen.view)

    @property
    def order(self) -> WorkOrder:
        """The order of work that the settings ask for."""
        return WorkOrder(self._window.settings.order)

    def order_reading(self) -> None:
        """List entries as they are read."""
        self._order(WorkOrder.READING)

    def order_uncertain(self) -> None:
        """List the entries first whose suggestions are the least certain; given again, by what waits now."""
        self._order(WorkOrder.UNCERTAIN)

    def order_alike(self) -> None:
        """List entries that are alike one after the other."""
        self._order(WorkOrder.ALIKE)

    def _order(self, order: WorkOrder) -> None:
        self.show_state()
        if self._window.screen_ is not None:
            self._window.screen_.lister.set_order(order, to_first=order is not WorkOrder.READING)

    @Slot(str)
    def _ordered(self, order: str) -> None:
        if order != self._window.settings.order:
            self._window.keep(replace(self._window.settings, order=order))
        self.show_state()

    def turn_visiting(self) -> None:
        """Visit the suggestions of an entry by their scores, the least certain first, or as they are read again."""
        certainty = self._window.settings.visiting != "certainty"
        self.apply(replace(self._window.settings, visiting="certainty" if certainty else "reading"))
        self.show_state()

    # Panes and size

    def fold_left(self) -> None:
        """Show or fold the entries."""
        if self._window.screen_ is not None:
            self._window.keep(replace(self._window.settings, left=self._window.screen_.toggle("left")))
            self.show_state()

    def fold_right(self) -> None:
        """Show or fold labels and spans."""
        if self._window.screen_ is not None:
            self._window.keep(replace(self._window.settings, right=self._window.screen_.toggle("right")))
            self.show_state()

    def larger(self) -> None:
        """Make the text larger."""
        self._zoom(1)

    def smaller(self) -> None:
        """Make the text smaller."""
        self._zoom(-1)

    def _zoom(self, by: int) -> None:
        screen = self._window.screen_
        if screen is not None:
            screen.set_zoom(screen.view.zoom + by)
            self.sized(screen.view.zoom)

    @Slot(int)
    def sized(self, pixels: int) -> None:
        """Remember the size of the text."""
        self._window.keep(replace(self._window.settings, zoom=pixels))

    @Slot(QPoint)
    def context_menu(self, where: QPoint) -> None:
        """Show the commands on what is under the mouse or has the focus, labels with their keys."""
        window = self._window
        if window.session is None:
            return
        labels = [each.id for each in window.actions_.commands if each.id.startswith("label ")]
        menu = window.actions_.menu_for(window, [*_MENU, "", *labels])
        menu.exec(where)
        menu.deleteLater()
