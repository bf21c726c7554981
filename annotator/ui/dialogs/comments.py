"""All remarks on an entry and its spans: who wrote what, when and on what; own ones can be changed and removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QStyleOptionViewItem, QWidget

from annotator.core.ids import Id
from annotator.core.text import shown
from annotator.ui import plural, tokens
from annotator.ui.dialogs.base import Dialog, Elided
from annotator.ui.dialogs.comment import LONGEST
from annotator.ui.dialogs.parts import Notice, paint_row_ground
from annotator.ui.dialogs.rows import PlainModel
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueView

_WIDTH, _ROWS_HEIGHT, _FIELD, _INSET = 600, 300, 84, 18
_LEFT_TOP = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark as the thread shows it. `about` are the words of the span it is on, "" for the entry; `when` is in words."""

    id: Id
    author: str
    when: str
    text: str
    about: str = ""
    own: bool = False


Write = Callable[[str, Id | None], str]
"""Writes a new remark (None), changes one, or removes it (an empty text); returns "" or what is in the way."""
Read = Callable[[], Sequence[Remark]]
"""Returns the thread as it is now, oldest first."""


class _Delegate(RowDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(theme, parent)
        self.width = 200

    def _text_height(self, row: Remark, width: int) -> int:
        box = QRect(0, 0, width - 2 * self._theme.px(_INSET), 1 << 20)
        return QFontMetrics(self._theme.font()).boundingRect(box, _LEFT_TOP, shown(row.text)).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: Remark = index.data(VALUE)
        return QSize(self.width, self._theme.px(36) + self._text_height(row, self.width))

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row: Remark = index.data(VALUE)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        paint_row_ground(painter, theme, rect, option.state)
        left, top, width = rect.left() + px(_INSET), rect.top() + px(6), rect.width() - 2 * px(_INSET)
        painter.setFont(theme.font(tokens.SECOND, 600))
        painter.setPen(QColor(c.text))
        author = painter.fontMetrics().elidedText(shown(row.author), Qt.TextElideMode.ElideRight, width // 3)
        painter.drawText(QRect(left, top, width, px(18)), _MIDDLE, author)
        used = painter.fontMetrics().horizontalAdvance(author) + px(8)
        painter.setFont(theme.font(tokens.SECOND))
        painter.setPen(QColor(c.muted))
        painter.drawText(QRect(left + used, top, width - used, px(18)), _MIDDLE, row.when)
        used += painter.fontMetrics().horizontalAdvance(row.when) + px(16)
        about = self.tr("on “{words}”").format(words=shown(row.about)) if row.about else self.tr("on the entry")
        about = painter.fontMetrics().elidedText(about, Qt.TextElideMode.ElideRight, width - used)
        painter.drawText(QRect(left + used, top, width - used, px(18)), _MIDDLE | Qt.AlignmentFlag.AlignRight, about)
        painter.setFont(theme.font())
        painter.setPen(QColor(c.text))
        painter.drawText(QRect(left, top + px(20), width, rect.height() - px(28)), _LEFT_TOP, shown(row.text))


class _Thread(ValueView):
    """The remarks. Enter takes an own one up to change it, Delete removes it."""

    change = Signal()
    remove = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter and Delete; leave the rest to the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.change.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove.emit()
        else:
            super().keyPressEvent(event)


class Comments(Dialog):
    """The thread, and a field for one more remark. Every change is a step at once, and undo takes it back."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, about: str, read: Read, write: Write, *, span: str = "", read_only: bool = False
    ) -> None:
        """`about` is the entry's title; `span` the words of the span in focus, on which a new remark will be."""
        super().__init__(parent, theme, self.tr("Comments"), self.tr("Save"), width=_WIDTH, cancel=self.tr("Close"))
        self._read, self._write, self._span, self._read_only = read, write, span, read_only
        self._changing: Remark | None = None
        quoted = Elided(self.ground)
        quoted.setProperty("role", "muted")
        quoted.setText(about)
        about_row = QHBoxLayout()
        about_row.setContentsMargins(theme.px(_INSET), 0, theme.px(_INSET), 0)
        about_row.addWidget(quoted)
        self.sheet.addLayout(about_row)
        self._model: PlainModel[Remark] = PlainModel(self._said_of, self)
        self.thread_list = _Thread(self.ground)
        self.thread_list.setUniformItemSizes(False)
        self.thread_list.setModel(self._model)
        self._delegate = _Delegate(theme, self.thread_list)
        self._delegate.width = theme.px(_WIDTH) - theme.px(20)
        self.thread_list.setItemDelegate(self._delegate)
        self.thread_list.setAccessibleName(self.tr("Comments"))
        self.thread_list.change.connect(self.change)
        self.thread_list.remove.connect(self.remove)
        self.thread_list.doubleClicked.connect(self.change)
        self.thread_list.selectionModel().currentChanged.connect(self._look)
        self.sheet.setContentsMargins(theme.px(2), theme.px(18), theme.px(2), theme.px(16))
        self.sheet.addWidget(self.thread_list)
        self.title.setContentsMargins(theme.px(_INSET), 0, theme.px(_INSET), 0)
        self.remark = QPlainTextEdit(self.ground)
        self.remark.setProperty("kind", "field")
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(theme.px(_FIELD))
        self.remark.setEnabled(not read_only)
        self.remark.installEventFilter(self)
        self.remark.textChanged.connect(self._look)
        self._name = self.tr("&New comment on “{words}”").format(words=_plain(span)) if span else self.tr("&New comment on the entry")
        self.field(self._name, self.remark, hint=self.tr("Enter saves, Shift+Enter begins a new line."), inset=_INSET)
        self.notice = Notice(theme, self.ground)
        self.notice.setContentsMargins(theme.px(_INSET), 0, theme.px(_INSET), 0)
        self.sheet.addWidget(self.notice)
        self.remove_button = QPushButton(self.tr("&Remove"), self)
        self.remove_button.setAutoDefault(False)
        self.remove_button.clicked.connect(self.remove)
        self.foot_row.insertWidget(self.foot_row.indexOf(self.cancel_button), self.remove_button)
        self._show()
        (self.thread_list if read_only else self.remark).setFocus()

    @classmethod
    def show_thread(
        cls, parent: QWidget | None, theme: Theme, about: str, read: Read, write: Write, *, span: str = "", read_only: bool = False
    ) -> None:
        """Show the thread until it is closed."""
        cls(parent, theme, about, read, write, span=span, read_only=read_only).run()

    @property
    def current(self) -> Remark | None:
        """The remark that is chosen."""
        index = self.thread_list.currentIndex()
        return self._model.values[index.row()] if index.isValid() else None

    @property
    def value(self) -> str:
        """What is in the field, without white space at its ends."""
        return self.remark.toPlainText().strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in the field save."""
        if watched is self.remark and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.accept()
                return True
            if event.key() == Qt.Key.Key_Escape and self._changing is not None:
                self._begin(None)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def accept(self) -> None:
        """Save what is written; the dialog stays, with the remark in the thread."""
        if not self.verb_button.isEnabled():
            return
        if self._done(self.value, self._changing.id if self._changing else None):
            self._begin(None)
            self.thread_list.setCurrentIndex(self._model.index(len(self._model.values) - 1))

    @Slot()
    def change(self) -> None:
        """Take the chosen remark up, where it is one's own."""
        if self.current is not None and self.current.own and not self._read_only:
            self._begin(self.current)

    @Slot()
    def remove(self) -> None:
        """Remove the chosen remark, where it is one's own; undo brings it back."""
        row = self.current
        if row is not None and row.own and not self._read_only and self._done("", row.id):
            self.notice.show_notice(self.tr("Removed. Undo brings it back."), "success")

    def _begin(self, row: Remark | None) -> None:
        self._changing = row
        self.remark.setPlainText(row.text if row else "")
        self.remark.selectAll()
        self.remark.setFocus()
        self._look()

    def _done(self, text: str, comment: Id | None) -> bool:
        refusal = self._write(text, comment)
        self.notice.show_notice(refusal)
        self._show()
        return not refusal

    def _show(self) -> None:
        rows = tuple(self._read())
        self._model.show_values(rows)
        self.thread_list.doItemsLayout()
        needed = sum(self.thread_list.sizeHintForRow(number) for number in range(len(rows)))
        self.thread_list.setFixedHeight(min(needed, self.theme.px(_ROWS_HEIGHT)))
        self.thread_list.setVisible(bool(rows))
        self.fit()
        self._look()

    @Slot()
    def _look(self) -> None:
        row, value = self.current, self.value
        mine = row is not None and row.own and not self._read_only
        self.remove_button.setEnabled(mine)
        over = len(value) - LONGEST
        if self._read_only:
            self.say("", self.tr("The project is open to look only"))
        elif over > 0:
            self.say(self.tr("{n} too many").format(n=plural.characters(over)), "")
        elif self._changing is not None:
            self.say(self.tr("Changes your comment"), self.tr("Esc leaves it as it is"))
        elif not self._model.values:
            self.say("", self.tr("Nobody has remarked on anything here yet"))
        elif row is None:
            self.say("", self.tr("Colleagues can read it"))
        elif not row.own:
            self.say("", self.tr("Only {name} can change this comment").format(name=row.author))
        else:
            self.say("", self.tr("Enter changes your comment, Del removes it"))
        old = self._changing.text if self._changing else ""
        self.set_verb(
            self.tr("Save change") if self._changing else self.tr("Save comment"),
            possible=bool(value) and value != old and over <= 0 and not self._read_only,
        )

    def _said_of(self, row: Remark) -> str:
        about = self.tr("on “{words}”").format(words=row.about) if row.about else self.tr("on the entry")
        return f"{row.author}, {row.when}, {about}: {row.text}"


def _plain(words: str) -> str:
    """Return words for a label whose & would make a key."""
    return shown(words if len(words) <= 40 else words[:39] + "…").replace("&", "&&")
