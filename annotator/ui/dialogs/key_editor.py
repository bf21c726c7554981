"""The keys of all commands and labels in one table, each to be changed by pressing another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QKeyCombination, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QLineEdit, QPushButton, QStyleOptionViewItem, QWidget

from annotator.core.errors import InputError
from annotator.core.ids import Id
from annotator.ui import plural, tokens
from annotator.ui.commands import Menu
from annotator.ui.dialogs.base import LIST, Dialog
from annotator.ui.dialogs.parts import Notice, paint_row_ground
from annotator.ui.dialogs.rows import PlainModel
from annotator.ui.key_choices import LABELS, Changed, KeyRow, LabelKey, check_key, key_rows, with_keys
from annotator.ui.keycap import HEIGHT, cap_width, paint_cap, sign
from annotator.ui.keymap import is_latin, physical
from annotator.ui.keynames import normal
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.sentences import translated
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueView
from annotator.ui.words import menu_text, text_of

_ROW, _ROWS = 34, 13
_MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _Delegate(RowDelegate):
    height = _ROW

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(theme, parent)
        self.asking = -1
        """The row that waits for a key."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: KeyRow = index.data(VALUE)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        paint_row_ground(painter, theme, rect, option.state)
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(QColor(c.muted))
        groups = max(painter.fontMetrics().horizontalAdvance(menu_text(each)) for each in (*Menu, LABELS))
        painter.drawText(QRect(rect.left() + px(18), rect.top(), groups + 1, rect.height()), _MIDDLE, row.group)
        right = rect.right() - px(18)
        if index.row() == self.asking:
            painter.setPen(QColor(c.accent))
            painter.setFont(theme.font(tokens.SECOND, 600))
            words = self.tr("press the new key, Esc leaves it")
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(QRect(right - width, rect.top(), width + 1, rect.height()), _MIDDLE, words)
            right -= width
        else:
            # Return and Enter look the same on a cap: one of them is enough.
            for key in {sign(key): key for key in reversed(row.keys)}.values():
                right -= cap_width(theme, key)
                paint_cap(painter, theme, QPoint(right, rect.center().y() - px(HEIGHT) // 2 + 1), key)
                right -= px(6)
            if not row.usual:
                painter.setPen(QColor(c.accent))
                painter.setFont(theme.font(tokens.SECOND))
                words = self.tr("changed")
                width = painter.fontMetrics().horizontalAdvance(words)
                right -= px(6) + width
                painter.drawText(QRect(right, rect.top(), width + 1, rect.height()), _MIDDLE, words)
        painter.setFont(theme.capitals(tokens.SECOND) if row.label is not None else theme.font())
        painter.setPen(QColor(c.text))
        left = rect.left() + px(18) + max(groups, px(50)) + px(24)
        text = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, right - left - px(12))
        painter.drawText(QRect(left, rect.top(), right - left, rect.height()), _MIDDLE, text)


class _Table(ValueView):
    """The table. While it waits, the next key is the new one; else Enter asks for one, and Delete takes the keys away."""

    wanted = Signal()
    cleared = Signal()
    pressed_key = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        self.waiting = False  # Qt asks for events while it makes the widget
        super().__init__(parent)

    def event(self, event: QEvent) -> bool:
        """Let no shortcut and no Tab take the key that is waited for."""
        if self.waiting and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the new key, or move, ask and clear."""
        key = Qt.Key(event.key())
        if self.waiting:
            event.accept()
            if key is Qt.Key.Key_Escape:
                self.left.emit()
            elif key not in _MODIFIERS:
                self.pressed_key.emit(_spelled(event))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)


class KeyEditor(Dialog):
    """Every change holds at once. `keep` takes the changed keys; `relabel` gives a label a key and returns "" or what is in the way."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, changed: Changed, labels: Sequence[LabelKey],
        keep: Callable[[dict[str, tuple[str, ...]]], object], relabel: Callable[[Id, str], str],
    ) -> None:  # fmt: skip
        super().__init__(parent, theme, self.tr("Keys of commands and labels"), self.tr("Close"), width=LIST, cancel=None)
        self._changed = dict(changed)
        self._labels = tuple(labels)
        self._keep, self._relabel = keep, relabel
        self.find_field = QLineEdit(self.ground)
        self.find_field.setPlaceholderText(self.tr("Part of a command’s name, or a key"))
        self.find_field.setAccessibleName(self.tr("Find a command"))
        self.find_field.setClearButtonEnabled(True)
        self.find_field.textChanged.connect(self._show)
        self.sheet.addWidget(self.find_field)
        self._model: PlainModel[KeyRow] = PlainModel(self._said, self)
        self.table = _Table(self.ground)
        self.table.setModel(self._model)
        self._delegate = _Delegate(theme, self.table)
        self.table.setItemDelegate(self._delegate)
        self.table.setAccessibleName(self.tr("Commands and their keys"))
        self.table.setFixedHeight(theme.px(_ROW * _ROWS))
        self.table.wanted.connect(self.ask)
        self.table.cleared.connect(self.clear)
        self.table.pressed_key.connect(self._pressed)
        self.table.left.connect(self._leave)
        self.table.doubleClicked.connect(self.ask)
        self.table.selectionModel().currentChanged.connect(self._leave)
        self.sheet.setContentsMargins(theme.px(2), theme.px(18), theme.px(2), theme.px(12))
        for each in (self.title, self.find_field):
            each.setContentsMargins(theme.px(18), 0, theme.px(18), 0)
        self.sheet.addWidget(self.table)
        self.notice = Notice(theme, self.ground)
        self.notice.setContentsMargins(theme.px(18), 0, theme.px(18), 0)
        self.sheet.addWidget(self.notice)
        self.change_button = self._button(self.tr("C&hange"), self.ask)
        self.reset_button = self._button(self.tr("&Reset"), self.reset)
        self.reset_all_button = self._button(self.tr("Reset &all"), self.reset_all)
        self.verb_button.setDefault(False)
        self.verb_button.setAutoDefault(False)
        self.table.setFocus()
        self._show()
        self.table.setCurrentIndex(self._model.index(0))

    @classmethod
    def show_editor(
        cls, parent: QWidget | None, theme: Theme, changed: Changed, labels: Sequence[LabelKey],
        keep: Callable[[dict[str, tuple[str, ...]]], object], relabel: Callable[[Id, str], str],
    ) -> None:  # fmt: skip
        """Show the editor until it is closed."""
        cls(parent, theme, changed, labels, keep, relabel).run()

    def _button(self, text: str, does: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        self.foot_row.insertWidget(self.foot_row.indexOf(self.cancel_button), button)
        return button

    @property
    def current(self) -> KeyRow | None:
        """The row that is chosen."""
        index = self.table.currentIndex()
        return self._model.values[index.row()] if index.isValid() else None

    @property
    def rows(self) -> tuple[KeyRow, ...]:
        """All rows, whether they are listed or not, in the language of the window."""
        rows = key_rows(self._changed, self._labels)
        return tuple(replace(row, text=text_of(row.id, row.text), group=menu_text(row.group)) for row in rows)

    @Slot()
    def ask(self) -> None:
        """Wait for the new key of the chosen row."""
        if self.current is None:
            return
        self.table.waiting = True
        self._delegate.asking = self.table.currentIndex().row()
        self.notice.show_notice("")
        self.table.setFocus()
        self.table.viewport().update()
        self.setAccessibleDescription(self.tr("Press the new key for {command}").format(command=self.current.text))

    @Slot()
    def clear(self) -> None:
        """Take the keys of the chosen row away; the command stays in its menu and in the palette."""
        if self.current is not None:
            self._give(self.current, ())

    @Slot()
    def reset(self) -> None:
        """Give the chosen command its usual keys."""
        row = self.current
        usual = None if row is None else next((each for each in key_rows({}) if each.id == row.id), None)
        if row is None or usual is None:
            return
        try:
            for key in usual.keys:
                check_key(row, key, self.rows)
        except InputError as error:
            self.notice.show_notice(translated(error.sentence))
            return
        self._give(row, usual.keys)

    @Slot()
    def reset_all(self) -> None:
        """Give every command its usual keys; labels keep theirs, they are the project's."""
        self._changed = {}
        self._keep({})
        self._show()
        self.notice.show_notice(self.tr("All commands have their usual keys."), "success")

    @Slot(str)
    def _pressed(self, key: str) -> None:
        row = self.current
        self._leave()
        if row is None or not key:
            return
        try:
            kept = check_key(row, key, self.rows)
        except InputError as error:
            self.notice.show_notice(translated(error.sentence))
            return
        self._give(row, (kept,))

    def _give(self, row: KeyRow, keys: tuple[str, ...]) -> None:
        if row.label is not None:
            refusal = self._relabel(row.label, keys[0] if keys else "")
            if refusal:
                self.notice.show_notice(refusal)
                return
            self._labels = tuple(
                LabelKey(each.id, each.key, keys[0] if keys else "") if each.id == row.label else each for each in self._labels
            )
        else:
            self._changed = with_keys(self._changed, row.id, keys)
            self._keep(dict(self._changed))
        self._show()
        words = self.tr("{command}: {key}").format(command=row.text, key=" ".join(map(sign, keys)) or self.tr("no key"))
        self.notice.show_notice(words, "success")

    @Slot()
    def _leave(self) -> None:
        self.table.waiting = False
        self._delegate.asking = -1
        self.table.viewport().update()

    @Slot()
    def _show(self) -> None:
        wanted = self.find_field.text().casefold().split()
        held = self.current
        rows = [
            row for row in self.rows
            if all(word in f"{row.group} {row.text} {' '.join(row.keys)}".casefold() for word in wanted)
        ]  # fmt: skip
        self._model.show_values(rows)
        at = next((place for place, row in enumerate(rows) if held is not None and row.id == held.id), 0)
        if rows:
            self.table.setCurrentIndex(self._model.index(at))
        changed = len(self._changed)
        self.say(
            self.tr("{n} with keys of your own").format(n=plural.commands(changed)) if changed else self.tr("All keys are the usual ones"),
            self.tr("Enter changes, Del leaves without a key"),
        )
        self.reset_all_button.setEnabled(bool(changed))

    def _said(self, row: KeyRow) -> str:
        keys = self.tr("keys {keys}").format(keys=", ".join(map(sign, row.keys))) if row.keys else self.tr("no key")
        return ", ".join(part for part in (row.text, row.group, keys, "" if row.usual else self.tr("changed")) if part)


def _spelled(event: QKeyEvent) -> str:
    if not is_latin(event):
        return physical(event)
    pressed = QKeyCombination(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key()))
    return normal(QKeySequence(pressed).toString(QKeySequence.SequenceFormat.PortableText))
