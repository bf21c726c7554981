"""The style sheet, made from tokens. Widgets say what they are by the dynamic properties "kind" and "role"."""

from __future__ import annotations

from string import Template

from annotator.ui import tokens
from annotator.ui.tokens import Colours

# No rule names a font family: on "*" it would take the reading font from the text.
_SHEET = Template("""
QMainWindow, QDialog, QWidget[kind="pane"] { background: $window; }
QWidget[kind="sheet"] { background: $base; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: ${p4}px; }
QLabel { background: transparent; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="second"] { color: $muted; font-size: ${second}px; }
QLabel[role="heading"] { color: $muted; font-size: ${second}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="title"] { font-size: ${dialog}px; font-weight: 600; }
QLabel[role="danger"] { color: $danger; font-size: ${second}px; }
QFrame[role="upright"] { background: $border; border: none; max-width: 1px; min-width: 1px; }
QFrame[role="hairline"] { background: $border; border: none; max-height: 1px; min-height: 1px; }

QPushButton { background: $base; color: $text; border: 1px solid $border; border-bottom-color: $control; border-radius: ${r6}px;
    padding: 0 ${p12}px; min-height: ${button}px; }
QPushButton:hover { background: $raised; border-color: $control; }
QPushButton:pressed, QPushButton:checked { background: $accent_tint; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${p11}px; min-height: ${button_focus}px; }
QPushButton:disabled { color: $control; border-color: $border; }
QPushButton[kind="primary"] { background: $accent; color: $accent_text; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $border; color: $muted; border-color: $border; }
QPushButton[kind="chip"] { background: transparent; color: $muted; border: 1px solid $border; border-radius: ${chip_radius}px;
    padding: 0 ${p8}px;    min-height: ${chip}px; max-height: ${chip}px; font-size: ${second}px; }
QPushButton[kind="chip"][tight="true"] { padding: 0 ${p4}px; }
QPushButton[kind="chip"]:checked { background: $accent_tint; color: $accent; border-color: $accent_tint; font-weight: 600; }
QPushButton[kind="chip"]:focus { border: 2px solid $accent; padding: 0 ${p7}px; min-height: ${chip_focus}px; max-height: ${chip_focus}px; }
QPushButton[kind="chip"][tight="true"]:focus { padding: 0 ${p3}px; }
QPushButton[kind="menu"] { padding: 0 ${p28}px 0 ${p8}px; text-align: left; }
QPushButton[kind="menu"]:focus { padding: 0 ${p27}px 0 ${p7}px; }
QPushButton[kind="menu"]::menu-indicator { image: none; width: 0; }
QWidget[kind="switch"] { background: $track; border-radius: ${r6}px; }
QPushButton[kind="segment"] { background: transparent; color: $muted; border: 1px solid transparent; border-radius: 5px;
    padding: 0 ${p11}px;
    min-height: ${segment}px; max-height: ${segment}px; }
QPushButton[kind="segment"]:hover { color: $text; }
QPushButton[kind="segment"]:checked { background: $base; color: $text; border-color: $border; font-weight: 600; }
QPushButton[kind="segment"]:disabled { color: $control; }
QPushButton[kind="segment"]:focus { border: 2px solid $accent; padding: 0 ${p10}px; min-height: ${segment_focus}px;
    max-height: ${segment_focus}px; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; color: $muted; font-size: ${second}px;
    padding: 0 ${p6}px; min-height: ${chip}px; max-height: ${chip}px; }
QPushButton[kind="quiet"]:hover { color: $text; background: $hover; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: 0 5px; min-height: ${chip_focus}px; max-height: ${chip_focus}px; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: ${r6}px; padding: ${p4}px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $accent_tint; }
QToolButton:focus { border: 2px solid $accent; }
QToolButton#qt_menubar_ext_button { padding: 0; border: none; }

QLineEdit, QComboBox, QSpinBox, QDateEdit, QPlainTextEdit[kind="field"] { background: $base; color: $text; border: 1px solid $border;
    border-bottom-color: $control; border-radius: ${r6}px; padding: 0 ${p8}px; min-height: ${field}px; selection-background-color: $accent;
    selection-color: $accent_text; placeholder-text-color: $muted; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QPlainTextEdit[kind="field"]:focus { border: 2px solid $accent;
    padding: 0 ${p7}px; min-height: ${field_focus}px; }
QLineEdit { padding: 0 ${p6}px; }
QLineEdit:focus { padding: 0 ${p5}px; }
QLineEdit:disabled, QComboBox:disabled { color: $control; }
QComboBox::drop-down { border: none; width: ${p20}px; }
QComboBox QAbstractItemView { background: $base; border: 1px solid $border; selection-background-color: $accent_tint;
    selection-color: $text; }

QListView[kind="offers"] { background: $base; border: 1px solid $border; border-radius: ${r6}px; padding: ${p4}px; }
QListView[kind="offers"]::item { padding: ${p4}px ${p8}px; border-radius: ${r4}px; }
QListView[kind="offers"]::item:hover { background: $hover; color: $text; }
QListView[kind="offers"]::item:selected { background: $accent_tint; color: $text; }

QMenuBar { background: $window; color: $text; }
QMenuBar::item { background: transparent; padding: ${p6}px ${p12}px; border-radius: ${r4}px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $base; color: $text; border: 1px solid $border; padding: ${p4}px; }
QMenu::item { padding: ${p6}px ${p20}px; border-radius: ${r4}px; }
QMenu::item:selected { background: $accent_tint; }
QMenu::item:disabled { color: $control; }
QMenu::separator { height: 1px; background: $border; margin: ${p4}px; }

QAbstractItemView { background: transparent; border: none; outline: none; color: $text; }
.QListView { background: $base; border: 1px solid $border; selection-background-color: $accent_tint; selection-color: $text; }
QHeaderView::section { background: transparent; color: $muted; border: none; border-bottom: 1px solid $border; padding: ${p4}px ${p8}px;
    font-size: ${second}px; font-weight: 600; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: transparent; border: none; }
QScrollArea { border: none; background: transparent; }
QScrollArea[kind="sheet"] { border: 2px solid transparent; border-radius: ${r6}px; padding: 0 ${p6}px; }
QScrollArea[kind="sheet"]:focus { border-color: $accent; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; border: none; }
QScrollBar::handle { background: $handle; border-radius: ${p3}px; margin: ${p3}px; }
QScrollBar::handle:vertical { min-height: ${p28}px; }
QScrollBar::handle:horizontal { min-width: ${p28}px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $border; }
QSlider { min-height: ${p28}px; }
QSlider::groove:horizontal { background: $border; height: ${p4}px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; height: ${p4}px; border-radius: 2px; }
QSlider::handle:horizontal { background: $base; border: 2px solid $control; width: ${p12}px; height: ${p12}px; margin: -${p6}px 0;
    border-radius: ${p8}px; }
QSlider::handle:horizontal:focus { border-color: $accent; background: $accent; }
QProgressBar { background: $border; border: none; border-radius: ${p3}px; max-height: ${p6}px; min-height: ${p6}px; }
QProgressBar::chunk { background: $success; border-radius: ${p3}px; }
""")


def style_sheet(colours: Colours, scale: float) -> str:
    """Return the application's style sheet in these colours; `scale` is the system font's size by 13."""
    names = {
        "window": colours.window,
        "base": colours.base,
        "raised": colours.raised,
        "text": colours.text,
        "muted": colours.muted,
        "border": colours.border,
        "control": colours.control,
        "accent": colours.accent,
        "accent_text": colours.accent_text,
        "accent_tint": colours.accent_tint,
        "danger": colours.danger,
        "success": colours.success,
        "accent_hover": tokens.mixed(colours.text, colours.accent, 0.12),
        "hover": tokens.mixed(colours.text, colours.window, 0.07),
        "track": tokens.mixed(colours.text, colours.window, 0.06),
        "handle": tokens.mixed(colours.control, colours.window, 0.35),
    }
    names |= {f"p{size}": str(round(size * scale)) for size in (3, 4, 5, 6, 7, 8, 10, 11, 12, 20, 27, 28)}
    names |= {"r4": str(tokens.CAP_RADIUS), "r6": str(tokens.ROW_RADIUS)}
    names |= {"second": str(round(tokens.SECOND * scale)), "dialog": str(round(tokens.DIALOG * scale))}
    control, chip = round(tokens.CONTROL * scale), round(24 * scale)
    names |= {"button": str(control - 2), "button_focus": str(control - 4), "field": str(control - 2), "field_focus": str(control - 4)}
    names |= {"chip": str(chip - 2), "chip_focus": str(chip - 4), "chip_radius": str(chip // 2)}
    names |= {"segment": str(control - 8), "segment_focus": str(control - 10)}
    return _SHEET.substitute(names)
