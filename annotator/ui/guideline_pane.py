"""The guideline of a label, written in Markdown by whoever made the scheme: shown, never followed anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QImage, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.core.text import shown
from annotator.ui import tokens
from annotator.ui.theme import Theme

_KEPT = 32
"""Guidelines that are held ready."""
MOST = 200_000
"""Code points of a guideline that are shown; files are from strangers."""


class _Closed(QTextDocument):
    """A document that fetches nothing: every picture, sheet or page it names is one empty pixel."""

    def loadResource(self, type: int, name: QUrl | str) -> object:
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing


class GuidelinePane(QTextEdit):
    """Shows Markdown. Links can be read, not followed; pictures are not loaded; HTML is shown as text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source = ""
        self._made: dict[str, QTextDocument] = {}
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setAccessibleName(self.tr("Guideline"))
        self.viewport().setAutoFillBackground(False)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_guideline(self, markdown: str) -> None:
        """Show this guideline; "" says that there is none."""
        source = shown(markdown[:MOST])
        if source != self._source:
            self._source = source
            self._show()

    def _show(self) -> None:
        # Whoever labels goes to and fro between a few labels: each guideline is read once.
        if self._source not in self._made:
            if len(self._made) >= _KEPT:
                self._forget()
            self._made[self._source] = self._document(self._source or self.tr("*No guideline is written for this label.*"))
        self.setDocument(self._made[self._source])
        self.verticalScrollBar().setValue(0)

    def _document(self, markdown: str) -> QTextDocument:
        document = _Closed(self)
        document.setDocumentMargin(0)
        document.setIndentWidth(self._theme.px(12))
        document.setDefaultFont(self._theme.font(tokens.SECOND))
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        document.setMarkdown(markdown, features)
        self._space(document)
        return document

    def _space(self, document: QTextDocument) -> None:
        """Part paragraphs, lists and examples by a little room: Qt's reader of Markdown leaves none between them."""
        block, before = document.firstBlock().next(), document.firstBlock()
        while block.isValid():
            if block.textList() is None or before.textList() is None:
                spaced = block.blockFormat()
                spaced.setTopMargin(self._theme.px(6))
                QTextCursor(block).setBlockFormat(spaced)
            block, before = block.next(), block
        block = document.firstBlock()
        while block.isValid():
            quote = block.blockFormat()
            if quote.hasProperty(QTextFormat.Property.BlockQuoteLevel):
                quote.setLeftMargin(self._theme.px(12))
                quote.setRightMargin(0)
                QTextCursor(block).setBlockFormat(quote)
            block = block.next()

    def _forget(self) -> None:
        for document in self._made.values():
            document.deleteLater()
        self._made.clear()

    @Slot()
    def _restyle(self) -> None:
        self.setPalette(self._theme.palette())
        self._forget()
        self._show()
