"""The annotate screen: entries, the text with its spans, labels; each shows what the session holds and tells it what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.model import Overlap
from annotator.project.ordering import WorkOrder
from annotator.ui import bridge, tokens
from annotator.ui.annotate import asking, everywhere, telling
from annotator.ui.annotate.deciding import Deciding
from annotator.ui.annotate.entries_pane import EntriesPane
from annotator.ui.annotate.lister import Lister
from annotator.ui.annotate.order import PULLS, Anything
from annotator.ui.annotate.panes import LOW, LabelsPane, upright
from annotator.ui.annotate.session import Session
from annotator.ui.beside import redone, undone
from annotator.ui.caret import Caret, first_word
from annotator.ui.empty import EmptyState
from annotator.ui.entry_head import Head
from annotator.ui.entry_model import Heading
from annotator.ui.focus_bar import FocusBar
from annotator.ui.span_table import span_rows
from annotator.ui.span_view import SpanView
from annotator.ui.theme import Theme

_FOLDS = {"right": 1200, "left": 1000}
"""Below which width of the window, in pixels, a pane folds by itself."""


class AnnotateScreen(QWidget):
    """Composes the panes around one session."""

    asked = Signal(str)
    """The name of a command that was asked for by a button."""
    menu_asked = Signal(QPoint)
    """The context menu is wanted, where (global)."""
    changed = Signal()
    """What can be done changed: commands, bars."""
    sized = Signal(int)
    """The person changed the size of the text, in pixels."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.session = session
        self._keys: dict[str, str] = {}
        self._wanted = {"left": True, "right": True}
        self._forced: set[str] = set()
        self._zoomed = False
        self._bare: Caret | None = None
        """The caret as an entry was opened of which nothing is marked: the first suggestion that comes takes the focus from there."""
        self.left = EntriesPane(theme, self._fetch, self)
        self.view = SpanView(theme, self)
        self.bar = FocusBar(theme, self)
        self.right = LabelsPane(theme, self)
        self._empty = EmptyState(theme, self)
        self.deciding = Deciding(session, self.view, self)
        self._marked = bridge.Marked()
        session.undoing, session.redoing = partial(undone, theme, session.project), partial(redone, theme, session.project)
        self._lay_out()
        self._connect()
        self.lister = Lister(theme, session, self.left, self)
        self.view.set_read_only(session.read_only)
        self.bar.setHidden(session.read_only)

    def _lay_out(self) -> None:
        self._text = QWidget(self)
        self._text.setProperty("kind", "sheet")
        self._text.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.bar)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self._text)
        self._middle.addWidget(self._empty)
        self._lines = upright(self), upright(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._sides: dict[str, QWidget] = {"left": self.left, "right": self.right}
        row.addWidget(self.left)
        row.addWidget(self._lines[0])
        row.addWidget(self._middle, 1)
        row.addWidget(self._lines[1])
        row.addWidget(self.right)

    def _connect(self) -> None:
        session, view = self.session, self.view
        self.left.left.connect(self.view.setFocus)
        self.left.entries.chosen.connect(self._chosen)
        session.rows_changed.connect(self._show_counts)
        session.entry_changed.connect(self._show_entry)
        session.marks_changed.connect(self._show_marks)
        session.focus_changed.connect(self._show_focus)
        session.scheme_changed.connect(self._show_labels)
        session.touched.connect(self._touched)
        session.vanished.connect(self._vanished)
        view.selected.connect(self._selected)
        view.caret_moved.connect(self._caret_moved)
        view.clicked_mark.connect(session.focus)
        view.edge_dragged.connect(self.deciding.move)
        view.context_asked.connect(self._context)
        view.zoomed.connect(self.sized)
        view.asked.connect(self.asked)
        self.deciding.selected.connect(self._tell)
        self.bar.asked.connect(self.asked)
        self._empty.asked.connect(self._import)
        self.right.labels.given.connect(self.deciding.label)
        self.right.spans.chosen.connect(session.focus)

    # What the window tells

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands of this screen by their ids."""
        deciding, session = self.deciding, self.session
        return {
            "accept": self._enter, "accept-all": deciding.accept_all, "reject": deciding.reject, "skip": deciding.skip,
            "reopen": deciding.reopen, "hide": deciding.hide, "flag": deciding.flag, "unsure": deciding.unsure, "likely": deciding.likely,
            "doubtful": deciding.doubtful,
            "next-span": deciding.next_span, "previous-span": deciding.previous_span, "undo": session.undo, "redo": session.redo,
            "next": partial(session.step, 1), "previous": partial(session.step, -1), "next-unfinished": session.next_unfinished,
            "find": self.go_to_search, "filter": self.lister.filter, "clear-filter": self.left.clear,
            "consistency": partial(everywhere.consistency, self, self._theme, session, deciding.show_place),
            "every-same": self._every_same, "label-popup": self._ask_label,
            "next-pane": partial(self.go_pane, 1), "previous-pane": partial(self.go_pane, -1),
            "comment": partial(asking.comment, self, self._theme, session),
            **{name: partial(deciding.pull, pull) for name, pull in PULLS.items()},
            **{f"correct {name}": partial(asking.correct, self, self._theme, session, name) for name in asking.CORRECTED},
        }  # fmt: skip

    def panes(self) -> tuple[QWidget, ...]:
        """Return the panes between which F6 goes."""
        return tuple(each for each in (self.left.entries, self.view, self.right.labels, self.right.spans) if each.isVisible())

    def listening(self) -> tuple[QWidget, ...]:
        """Return the widgets in which letters are commands."""
        return self.left.entries, self.view, self.right.labels, self.right.spans, self.right.guideline

    def set_keys(self, keys: dict[str, str]) -> None:
        """Take the key of each command and label that works now, by its id."""
        self._keys = keys
        self.left.show_keys(keys.get("filter", ""), keys.get("clear-filter", ""))
        self._show_labels()

    def fold(self, *, left: bool, right: bool) -> None:
        """Show or fold the panes at the sides, where the window is wide enough for them."""
        self._wanted = {"left": left, "right": right}
        self._forced.clear()
        self._fit()

    def toggle(self, side: str) -> bool:
        """Fold the pane "left" or "right", or show it even where the window is narrow; tell whether it is seen now."""
        seen = not self._sides[side].isVisible()
        self._wanted[side] = seen
        self._forced.discard(side)
        if seen:
            self._forced.add(side)
        self._fit()
        return seen

    def set_zoom(self, pixels: int) -> None:
        """Set the size of the text; 0 for the size that fits the window."""
        self._zoomed = pixels > 0
        self.view.set_zoom(pixels or self._fitting_zoom())
        self._fit_column()

    def go_pane(self, by: int) -> None:
        """Move the keyboard to the next or previous pane."""
        panes = self.panes()
        at = next((place for place, pane in enumerate(panes) if pane.hasFocus()), None)
        panes[(at + by) % len(panes) if at is not None else 0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_search(self) -> None:
        """Move the keyboard to the search field."""
        if not self.left.isVisible():
            self.toggle("left")
        self.left.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.left.field.selectAll()

    def close_project(self) -> None:
        """Give up what is being looked for, and close the project."""
        self.lister.close()
        self.session.close()

    def start(self, row: int | None, order: WorkOrder = WorkOrder.READING) -> None:
        """List the entries and show one: the one that was shown last where it is unfinished, or the first that is."""
        self.session.list_rows()
        if row is not None and self.session.place_of(row) is not None and self.session.is_open(row):
            self.session.show(row)
        else:
            self.session.show_first()
        self._show_counts()
        self.view.setFocus()
        if order is not WorkOrder.READING:
            self.lister.set_order(order)

    # What the session tells

    def _fetch(self, rows: Sequence[int]) -> list[Heading]:
        return [bridge.heading(each) for each in self.session.project.entries.listed(rows)]

    @Slot()
    def _show_entry(self) -> None:
        session, entry = self.session, self.session.entry
        was_empty = self._middle.currentWidget() is self._empty
        self._middle.setCurrentWidget(self._empty if entry is None else self._text)
        if was_empty and entry is not None:
            self.view.setFocus()
        if entry is None:
            self._empty.show_empty(
                self.tr("No text is in this project yet. Drop files here, or bring them in."),
                action="" if session.read_only else self.tr("Bring text in…"),
                key="" if session.read_only else self._keys.get("import", ""),
            )
        else:
            self.view.show_entry(
                entry.text,
                self._marked.of(session.marks, session.scheme),
                head=self._head(),
                before=bridge.neighbour(session.neighbour(-1)),
                after=bridge.neighbour(session.neighbour(1)),
                nested=session.scheme.overlap is Overlap.NESTED,
                titled=bridge.titled(entry),
            )
            self.left.entries.show_current(entry.row)
            first = session.focused_thing()
            start = first.start if first else first_word(entry.text)
            self.view.set_caret(Caret(start, start))
            self._bare = None if session.order else self.view.caret()
        self._show_focus()

    @Slot()
    def _show_marks(self) -> None:
        if self.session.entry is not None:
            self.view.show_marks(self._marked.of(self.session.marks, self.session.scheme))
            self.view.show_head(self._head())
            if self.session.order:
                if self._bare == self.view.caret():
                    self.session.focus(self.session.next_pending())
                self._bare = None
        self._show_focus()

    @Slot()
    def _show_focus(self) -> None:
        session = self.session
        found = session.focused_thing()
        if found is not None:
            self.view.set_caret(Caret(found.start, found.start))
        self.view.focus_mark(session.focused)
        text = session.entry.text if session.entry else ""
        marks = self._marked.of(session.marks, session.scheme)
        self.right.show_spans(span_rows(text, marks, session.focused, known=self.right.spans.known))
        self._show_labels()
        self._tell()

    @Slot()
    def _show_labels(self) -> None:
        session = self.session
        found = session.focused_thing()
        lit = session.scheme.by_id(found.label) if found else None
        keys = {each.key: self._keys.get(f"label {each.key}", "") for each in session.scheme.active}
        counts = session.facts.progress.labels
        self.right.show_labels(bridge.label_rows(session.scheme, counts, keys, lit.id if lit else None))
        self.right.show_guideline(lit.key if lit else "", lit.guideline if lit else "")

    @Slot(object)
    def _touched(self, rows: frozenset[int] | None) -> None:
        if rows is None and self.session.row is not None:
            self.left.entries.changed_beside(self.session.row)
        else:
            self.left.entries.changed(rows)
        self._show_counts()
        if self.session.row is None or (rows is not None and self.session.row not in rows):
            self.changed.emit()  # else it was told with the marks of the entry

    @Slot(object)
    def _vanished(self, thing: Anything) -> None:
        self.view.fade_out([bridge.mark(thing, self.session.scheme)])

    def _show_counts(self) -> None:
        progress = self.session.facts.progress
        self.left.show_counts(progress.total, progress.total - progress.done - progress.skipped, self.session.facts.flagged)

    def _head(self) -> Head:
        session = self.session
        assert session.entry is not None
        return bridge.head(
            session.entry, telling.tally(session), flagged=session.flagged, comments=len(session.comments), read_only=session.read_only
        )  # fmt: skip

    @Slot()
    def _tell(self) -> None:
        self.bar.show_focus(telling.focus_info(self.session, self.view.selection(), self._keys))
        self.changed.emit()

    # What the widgets tell

    @Slot(int)
    def _chosen(self, row: int) -> None:
        self.session.show(row)

    @Slot(int, int)
    def _selected(self, start: int, end: int) -> None:
        if start != end:
            self.session.focus(None)
        self._tell()

    @Slot(int)
    def _caret_moved(self, offset: int) -> None:
        found = self.session.focused_thing()
        if found is not None:
            caret = self.view.caret()
            self.session.focus(None)
            self.view.set_caret(caret)
        self._tell()

    @Slot(QPoint, object, int)
    def _context(self, where: QPoint, thing: object, offset: int) -> None:
        if isinstance(thing, bytes):
            self.session.focus(thing)
        elif self.view.selection()[0] == self.view.selection()[1]:
            self.session.focus(None)
            self.view.set_caret(Caret(offset, offset))
        self.menu_asked.emit(where)

    def _enter(self) -> None:
        """Give the label that the keyboard is on; else accept, or go on."""
        labels = self.right.labels
        if labels.hasFocus() and labels.currentIndex().isValid():
            labels.clicked.emit(labels.currentIndex())
        else:
            self.deciding.accept()

    def _ask_label(self) -> None:
        label = asking.label(self, self._theme, self.deciding, self.view, self._keys)
        if label is not None:
            self.deciding.label(label)

    def _every_same(self) -> None:
        ask = partial(asking.label, self, self._theme, self.deciding, self.view, self._keys)
        everywhere.every_same(self, self._theme, self.session, self.deciding.place(), ask, self.deciding.show_place)

    @Slot()
    def _import(self) -> None:
        self.asked.emit("import")

    # Sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room, and use the measures of a small window where it is one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, low = self._theme.px, self.height() < self._theme.px(LOW - tokens.HEADER - tokens.STATUS)
        self.left.setFixedWidth(px(tokens.LEFT_PANE_LOW if low else tokens.LEFT_PANE))
        self.right.setFixedWidth(px(tokens.RIGHT_PANE_LOW if low else tokens.RIGHT_PANE))
        for line, (side, pane) in zip(self._lines, self._sides.items(), strict=True):
            seen = self._wanted[side] and (side in self._forced or self.width() >= px(_FOLDS[side]))
            if not seen and pane.isAncestorOf(self.focusWidget()):
                self.view.setFocus()
            pane.setVisible(seen)
            line.setVisible(seen)
        self.right.set_low(low)
        self.right.fit(self.height())
        if not self._zoomed and self.view.zoom != self._fitting_zoom():
            self.view.set_zoom(self._fitting_zoom())
        self._fit_column()

    def _fitting_zoom(self) -> int:
        low = self.height() < self._theme.px(LOW - tokens.HEADER - tokens.STATUS)
        return tokens.READING - 1 if low else tokens.READING

    def _fit_column(self) -> None:
        self.bar.set_column(round(tokens.COLUMN * self.view.zoom * self._theme.scale / tokens.READING))
