"""The look at run time: which colours hold, how large things are, which fonts. One theme object is handed to every widget."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from annotator.ui import tokens
from annotator.ui.icons import Icons
from annotator.ui.qss import style_sheet
from annotator.ui.tokens import DARK, LIGHT, Colours


class Appearance(StrEnum):
    """What a person chose: to follow the system, or one of the two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Colours, measures, fonts and icons. `changed` tells that all of them are to be asked again."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, appearance: Appearance = Appearance.SYSTEM) -> None:
        super().__init__(parent)
        self._font = QGuiApplication.font()
        self._system = QGuiApplication.palette()
        self._appearance = appearance
        self._reading = ""
        self._family: str | None = None
        self._fonts: dict[tuple[str, float, int], QFont] = {}
        self._application: QApplication | None = None
        self.colours = LIGHT
        self.scale = QFontInfo(self._font).pixelSize() / tokens.BODY
        self.high_contrast = False
        self.icons = Icons(LIGHT)
        self._choose()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def appearance(self) -> Appearance:
        """What was chosen."""
        return self._appearance

    def set_appearance(self, appearance: Appearance) -> None:
        """Pin light or dark, or follow the system; emits `changed`."""
        self._appearance = appearance
        self._tell_system()
        self._choose()
        self._dress()
        self.changed.emit()

    def set_reading_font(self, family: str) -> None:
        """Choose the family of the entry's text; "" is the first serif that is present. Emits `changed`."""
        self._reading = family
        self._family = None
        self._fonts.clear()
        self.changed.emit()

    def install(self, application: QApplication) -> None:
        """Give style, palette and style sheet to the application, now and whenever they change."""
        self._application = application
        application.setStyle("Fusion")
        self._tell_system()
        self._dress()

    def px(self, measure: float) -> int:
        """Return a measure of tokens.py in pixels of this screen's font size."""
        return round(measure * self.scale)

    def font(self, size: float = tokens.BODY, weight: int = 400) -> QFont:
        """Return the system's font at a size of tokens.py; made once, not to be changed."""
        found = self._fonts.get(("", size, weight))
        if found is None:
            found = self._fonts["", size, weight] = QFont(self._font)
            found.setPixelSize(max(self.px(size), 1))
            found.setWeight(QFont.Weight(weight))
        return found

    def capitals(self, size: float = tokens.TAG) -> QFont:
        """Return the font of a label's name: 600, spaced by 0.4; not to be changed."""
        found = self._fonts.get(("capitals", size, 600))
        if found is None:
            found = self._fonts["capitals", size, 600] = QFont(self.font(size, 600))
            found.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.4 * self.scale)
        return found

    def reading(self, pixels: float, weight: int = 400) -> QFont:
        """Return the font of the entry's text at a size in pixels; not to be changed."""
        found = self._fonts.get(("reading", pixels, weight))
        if found is not None:
            return found
        if self._family is None:
            present = set(QFontDatabase.families())
            self._family = self._reading or next((name for name in tokens.READING_FONTS if name in present), "serif")
        found = self._fonts["reading", pixels, weight] = QFont(self._family)
        found.setPixelSize(round(pixels))
        found.setWeight(QFont.Weight(weight))
        return found

    def palette(self) -> QPalette:
        """Return the palette of the colours that hold."""
        c, roles = self.colours, QPalette.ColorRole
        palette = QPalette()
        given = {
            roles.Window: c.window,
            roles.Base: c.base,
            roles.AlternateBase: c.raised,
            roles.Button: c.base,
            roles.ToolTipBase: c.raised,
            roles.WindowText: c.text,
            roles.Text: c.text,
            roles.ButtonText: c.text,
            roles.ToolTipText: c.text,
            roles.BrightText: c.danger,
            roles.PlaceholderText: c.muted,
            roles.Highlight: c.accent,
            roles.HighlightedText: c.accent_text,
            roles.Accent: c.accent,
            roles.Link: c.accent,
            roles.LinkVisited: c.accent,
            roles.Light: c.raised,
            roles.Midlight: c.border,
            roles.Mid: c.border,
            roles.Dark: c.control,
            roles.Shadow: c.border,
        }
        for role, colour in given.items():
            palette.setColor(role, QColor(colour))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.control))
        return palette

    @Slot()
    def _system_changed(self) -> None:
        before = self.colours
        self._choose()
        if self.colours != before:
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        if self._application is not None:
            self._application.setPalette(self.palette())
            self._application.setStyleSheet(style_sheet(self.colours, self.scale))

    def _tell_system(self) -> None:
        """Let frames and dialogs that the system draws be as light or dark as ours."""
        if self._application is None:
            return
        wanted = {Appearance.LIGHT: Qt.ColorScheme.Light, Appearance.DARK: Qt.ColorScheme.Dark, Appearance.SYSTEM: Qt.ColorScheme.Unknown}
        QGuiApplication.styleHints().setColorScheme(wanted[self._appearance])

    def _choose(self) -> None:
        self.high_contrast = _wants_contrast()
        dark = self._appearance is Appearance.DARK
        if self._appearance is Appearance.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        colours = DARK if dark else LIGHT
        self.colours = _of_system(colours, self._system) if self.high_contrast else colours
        self.icons = Icons(self.colours)


def _wants_contrast() -> bool:
    # The preference can be read from Qt 6.10 on; before that nobody is asked.
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast)


def _of_system(colours: Colours, palette: QPalette) -> Colours:
    """Return the system's own colours where it asks for high contrast; tints are not painted then."""
    text, base = palette.color(QPalette.ColorRole.Text).name().upper(), palette.color(QPalette.ColorRole.Base).name().upper()
    return replace(colours, text=text, muted=text, control=text, border=text, base=base, raised=base, window=base, accent_tint=base)
