"""How the window looks, and in which order work comes: every choice but the language holds at once, and each is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSlider, QVBoxLayout, QWidget

from annotator.ui import tokens
from annotator.ui.dialogs.base import LIST, Dialog
from annotator.ui.dialogs.fields import Choice, with_room
from annotator.ui.language import LANGUAGES
from annotator.ui.numerals import numeral
from annotator.ui.settings import ORDERS, Settings
from annotator.ui.switch import Switch
from annotator.ui.theme import Theme

_SAMPLE = 84
Keep = Callable[[Settings], object]
"""Takes the settings as they are now, applies them to the window and remembers them."""


class SettingsDialog(Dialog):
    """Light or dark, the font and size of the text, the tags, the order of work, and the language. `keep` is told of every change."""

    def __init__(self, parent: QWidget | None, theme: Theme, settings: Settings, keep: Keep) -> None:
        super().__init__(parent, theme, self.tr("Settings"), self.tr("Close"), width=LIST, cancel=None)
        self.settings = settings
        self._keep = keep
        left, right = QVBoxLayout(), QVBoxLayout()
        both = QHBoxLayout()
        both.setSpacing(theme.px(28))
        for column in (left, right):
            column.setSpacing(theme.px(16))
            both.addLayout(column, 1)
        self._fill_left(left)
        self._fill_right(right)
        for column in (left, right):
            column.addStretch(1)
        self.sheet.addLayout(both)
        self.usual = QPushButton(self.tr("&Usual settings"), self)
        self.usual.setAutoDefault(False)
        self.usual.clicked.connect(self.reset)
        self.foot_row.insertWidget(self.foot_row.indexOf(self.cancel_button), self.usual)
        for switch, call in (
            (self.appearance, self._appearance_chosen), (self.reading, self._reading_chosen), (self.tags, self._tags_chosen),
            (self.visiting, self._visiting_chosen), (self.language, self._language_chosen),
        ):  # fmt: skip
            switch.chosen.connect(call)
        self.order.activated.connect(self._order_chosen)
        self.pixels.valueChanged.connect(self._size_chosen)
        self.say("", self.tr("Every other choice holds at once"))
        self._show_sample()

    def _fill_left(self, column: QVBoxLayout) -> None:
        """How the window looks."""
        settings = self.settings
        self.appearance = self._switch(
            self.tr("Light or &dark"), [("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))],
            settings.appearance, column,
        )  # fmt: skip
        self.reading = self._switch(
            self.tr("&Font of the text"), [("serif", self.tr("Serif")), ("ui", self.tr("As the window"))], settings.reading, column
        )
        self.pixels = self._slider(column)
        self.sample = QLabel(self.tr("The tug waits off Cape Merrow."), self.ground)
        self.sample.setWordWrap(True)
        self.sample.setFixedHeight(self.theme.px(_SAMPLE))
        self.sample.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column.addWidget(self.sample)
        self.tags = self._switch(
            self.tr("&Tags under spans"),
            [("always", self.tr("Always")), ("focused", self.tr("Focused span")), ("never", self.tr("Never"))], settings.tags, column,
            self.tr("Without tags the lines stand closer; the list at the right names every span."),
        )  # fmt: skip

    def _fill_right(self, column: QVBoxLayout) -> None:
        """In which order work comes, and in which language it is spoken of."""
        settings = self.settings
        self.order = Choice(self.theme, self.ground)
        names = {
            "reading": self.tr("As they are read"),
            "uncertain": self.tr("The most uncertain first"),
            "alike": self.tr("The most alike together"),
        }
        for name in ORDERS:
            self.order.addItem(names[name], name)
        self.order.setCurrentIndex(self.order.findData(settings.order))
        self.field(self.tr("&Order of entries"), self.order, hint=self.tr("Which entry the list shows next."), into=column)
        self.visiting = self._switch(
            self.tr("Order of su&ggestions"),
            [("reading", self.tr("As they are read")), ("certainty", self.tr("Least certain first"))], settings.visiting, column,
            self.tr("Where Tab and Enter go next within an entry."),
        )  # fmt: skip
        self.language = self._switch(
            self.tr("&Language"), [("", self.tr("As the system")), *LANGUAGES.items()], settings.language, column,
            self.tr("Holds from the next start of the program on."),
        )  # fmt: skip

    @classmethod
    def show_settings(cls, parent: QWidget | None, theme: Theme, settings: Settings, keep: Keep) -> None:
        """Show the dialog until it is closed."""
        cls(parent, theme, settings, keep).run()

    def _switch(self, name: str, segments: list[tuple[str, str]], held: str, column: QVBoxLayout, hint: str = "") -> Switch:
        switch = with_room(Switch(self.theme, segments, self.ground), self.theme)
        if held in {each for each, _ in segments}:
            switch.show_chosen(held)
        buttons = switch.findChildren(QPushButton)
        heading = self.field(name, switch, hint=hint, into=column)
        heading.setObjectName(name)
        for button in buttons:
            button.setAutoDefault(False)
            button.setAccessibleName(f"{name.replace('&', '')}: {button.text()}")
        # The letter of the name leads to the first segment; arrows lead on.
        switch.setFocusProxy(buttons[0])
        return switch

    def _slider(self, column: QVBoxLayout) -> QSlider:
        size = QSlider(Qt.Orientation.Horizontal, self.ground)
        size.setRange(tokens.READING_LEAST, tokens.READING_MOST)
        size.setPageStep(2)
        size.setValue(self.settings.zoom or tokens.READING)
        self._said_size = QLabel(self.ground)
        self._said_size.setProperty("role", "muted")
        self._said_size.setMinimumWidth(QFontMetrics(self.theme.font()).horizontalAdvance(self.tr("{n} pixels").format(n=numeral(28))))
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(12))
        row.addWidget(size, 1)
        row.addWidget(self._said_size)
        label = QLabel(self.tr("&Size of the text"), self.ground)
        label.setProperty("role", "heading")
        label.setBuddy(size)
        size.setAccessibleName(self.tr("Size of the text"))
        group = QVBoxLayout()
        group.setSpacing(self.theme.px(6))
        group.addWidget(label)
        group.addLayout(row)
        column.addLayout(group)
        return size

    @Slot(str)
    def _appearance_chosen(self, name: str) -> None:
        self._take(replace(self.settings, appearance=name))

    @Slot(str)
    def _reading_chosen(self, name: str) -> None:
        self._take(replace(self.settings, reading=name))

    @Slot(str)
    def _tags_chosen(self, name: str) -> None:
        self._take(replace(self.settings, tags=name))

    @Slot()
    def _order_chosen(self) -> None:
        self._take(replace(self.settings, order=str(self.order.currentData())))

    @Slot(str)
    def _visiting_chosen(self, name: str) -> None:
        self._take(replace(self.settings, visiting=name))

    @Slot(str)
    def _language_chosen(self, name: str) -> None:
        self._take(replace(self.settings, language=name))

    @Slot(int)
    def _size_chosen(self, pixels: int) -> None:
        self._take(replace(self.settings, zoom=pixels))

    @Slot()
    def reset(self) -> None:
        """Let the usual settings hold; keys and recent projects stay."""
        usual = Settings()
        self._take(
            replace(
                self.settings, appearance=usual.appearance, reading=usual.reading, tags=usual.tags, zoom=usual.zoom,
                language=usual.language, order=usual.order, visiting=usual.visiting,
            )
        )  # fmt: skip
        switches = (
            (self.appearance, usual.appearance),
            (self.reading, usual.reading),
            (self.tags, usual.tags),
            (self.visiting, usual.visiting),
            (self.language, usual.language),
        )
        self.order.setCurrentIndex(self.order.findData(usual.order))
        for switch, name in switches:
            switch.show_chosen(name)
        self.pixels.blockSignals(True)
        self.pixels.setValue(tokens.READING)
        self.pixels.blockSignals(False)
        self._show_sample()

    def _take(self, settings: Settings) -> None:
        self.settings = settings
        self._keep(settings)
        self._show_sample()

    def _show_sample(self) -> None:
        pixels = self.settings.zoom or tokens.READING
        self._said_size.setText(self.tr("{n} pixels").format(n=numeral(pixels)))
        font = self.theme.font(pixels) if self.settings.reading == "ui" else self.theme.reading(self.theme.px(pixels))
        self.sample.setFont(font)
        self.sample.setText(self.tr("The tug waits off Cape Merrow."))
