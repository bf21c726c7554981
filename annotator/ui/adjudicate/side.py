"""The pane at the right: how many disagreements of each kind, the guideline of the labels in hand, remarks, what was just settled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyleOptionViewItem, QVBoxLayout, QWidget

from annotator.core.text import shown
from annotator.ui import tokens
from annotator.ui.adjudicate.values import Lately, Share
from annotator.ui.annotate.panes import hairline
from annotator.ui.dialogs.base import Elided
from annotator.ui.guideline_pane import GuidelinePane
from annotator.ui.numerals import numeral
from annotator.ui.row_delegate import RowDelegate
from annotator.ui.theme import Theme
from annotator.ui.value_list import VALUE, ValueModel, ValueView

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_KIND_ROW, _LATELY_ROW, _NOTES = 24, 42, 8


class KindBars(QWidget):
    """A bar for each kind, as long as its share of the commonest one, and its number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares: tuple[Share, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show these kinds in their order."""
        self._shares = tuple(shares)
        self.setAccessibleName(", ".join(f"{each.kind}: {numeral(each.count)}" for each in shares))
        self.setFixedHeight(self._theme.px(_KIND_ROW) * len(self._shares))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw word, bar and number of each kind."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(tokens.SECOND))
        c, px = self._theme.colours, self._theme.px
        names = max((painter.fontMetrics().horizontalAdvance(each.kind) for each in self._shares), default=0) + px(12)
        left = min(max(names, px(78)), self.width() // 2)
        most = max((each.count for each in self._shares), default=0)
        for number, each in enumerate(self._shares):
            row = QRect(0, number * px(_KIND_ROW), self.width(), px(_KIND_ROW))
            painter.setPen(QColor(c.text))
            name = painter.fontMetrics().elidedText(each.kind, Qt.TextElideMode.ElideRight, left - px(8))
            painter.drawText(row, _MIDDLE, name)
            painter.setPen(QColor(c.muted))
            painter.drawText(row, _RIGHT, numeral(each.count))
            track = QRectF(left, row.center().y() - px(3) + 1, max(self.width() - left - px(40), 1), px(6))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.border))
            painter.drawRoundedRect(track, px(3), px(3))
            if each.count:
                track.setWidth(max(track.width() * each.count / most, px(6)))
                painter.setBrush(QColor(c.accent))
                painter.drawRoundedRect(track, px(3), px(3))
        painter.end()


class _Delegate(RowDelegate):
    height = _LATELY_ROW

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        each: Lately = index.data(VALUE)
        theme, c, px, rect = self._theme, self._theme.colours, self._theme.px, option.rect
        glyph = theme.icons.pixmap("state/settled", c.success, size=px(16), ratio=option.widget.devicePixelRatioF())
        painter.drawPixmap(rect.left() + px(16), rect.top() + px(5), glyph)
        left, right = rect.left() + px(40), rect.right() - px(16)
        painter.setFont(theme.font(tokens.SMALL))
        painter.setPen(QColor(c.muted))
        width = painter.fontMetrics().horizontalAdvance(each.when)
        painter.drawText(QRect(right - width, rect.top() + px(3), width + 1, px(20)), _MIDDLE, each.when)
        painter.setFont(theme.font(tokens.SECOND))
        painter.drawText(
            QRect(left, rect.top() + px(20), right - left, px(18)), _MIDDLE,
            painter.fontMetrics().elidedText(each.outcome, Qt.TextElideMode.ElideRight, right - left),
        )  # fmt: skip
        painter.setFont(theme.reading(tokens.BODY * theme.scale, 600))
        painter.setPen(QColor(c.text))
        room = right - width - px(8) - left
        words = painter.fontMetrics().elidedText(shown(each.words).replace("\n", " "), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, rect.top() + px(2), room, px(20)), _MIDDLE, words)


class SidePane(QWidget):
    """Shows what it is told, each by its own method."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        px = theme.px
        self.kinds = KindBars(theme, self)
        self.guideline = GuidelinePane(theme, self)
        self.guideline.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.guideline.setFixedHeight(px(132))
        self._guide_title = self._heading(self.tr("Guideline"))
        self._notes_title = self._heading(self.tr("Notes on this"))
        self._lately_title = self._heading(self.tr("Settled just now"))
        self._notes = QLabel(self)
        self._notes.setTextFormat(Qt.TextFormat.PlainText)
        self._notes.setWordWrap(True)
        self._notes.setProperty("role", "plain")
        self._notes.setFont(theme.font(tokens.SECOND))
        self._model: ValueModel[Lately] = ValueModel(self._words, self)
        self.lately = ValueView(self)
        self.lately.setModel(self._model)
        self.lately.setItemDelegate(_Delegate(theme, self))
        self.lately.setAccessibleName(self.tr("Settled just now"))
        self.lately.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lines = [hairline(self) for _ in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(12), 0, 0)
        column.setSpacing(0)
        groups: tuple[tuple[QWidget, QWidget], ...] = (
            (self._heading(self.tr("By kind")), self.kinds), (self._guide_title, self.guideline), (self._notes_title, self._notes),
        )  # fmt: skip
        for line, (title, widget) in zip(self._lines, groups, strict=True):
            inset = QVBoxLayout()
            inset.setContentsMargins(px(16), 0, px(16), px(12))
            inset.setSpacing(px(6))
            inset.addWidget(title)
            inset.addWidget(widget)
            group = QWidget(self)  # hidden as a whole, so that no gap stays where nobody remarked anything
            ground = QVBoxLayout(group)
            ground.setContentsMargins(0, 0, 0, px(10))
            ground.setSpacing(0)
            ground.addLayout(inset)
            ground.addWidget(line)
            column.addWidget(group)
        self._noted = group
        inset = QVBoxLayout()
        inset.setContentsMargins(px(16), 0, px(16), px(4))
        inset.addWidget(self._lately_title)
        column.addLayout(inset)
        column.addWidget(self.lately, 1)
        self.show_notes(())

    def _heading(self, text: str) -> QLabel:
        label = Elided(self)
        label.setText(text)
        label.setProperty("role", "heading")
        return label

    def show_guideline(self, labels: Sequence[str], markdown: str) -> None:
        """Show the guidelines of the labels that readings give."""
        named = self.tr(" and ").join(labels)
        self._guide_title.setText(self.tr("Guideline: {labels}").format(labels=named) if labels else self.tr("Guideline"))
        self.guideline.show_guideline(markdown if labels else self.tr("*The guideline of the labels in question stands here.*"))

    def show_notes(self, notes: Sequence[str]) -> None:
        """Show what people remarked; nothing where they did not."""
        self._notes.setText("\n".join(shown(note) for note in notes[:_NOTES]))
        self._noted.setVisible(bool(notes))

    def show_lately(self, lately: Sequence[Lately]) -> None:
        """Show what was just settled, the latest first."""
        self._model.show_values(lately)
        self._lately_title.setText(self.tr("Settled just now") if lately else self.tr("Nothing settled yet"))

    def _words(self, each: Lately) -> str:
        return ", ".join((each.words, each.outcome, each.when))
