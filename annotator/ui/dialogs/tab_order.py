"""The order in which Tab goes through a dialog: the one in which it is laid out, whenever its widgets were made."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLayout, QScrollArea, QSplitter, QWidget


def laid_out(widget: QWidget | None) -> Iterator[QWidget]:
    """Yield a widget and those inside it that Tab goes to, in the order of their layouts."""
    if widget is None:
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None and not widget.isWindow():
        yield widget
    if isinstance(widget, QScrollArea):
        yield from laid_out(widget.widget())
    elif isinstance(widget, QSplitter):
        for place in range(widget.count()):
            yield from laid_out(widget.widget(place))
    elif isinstance(widget, (QAbstractScrollArea, QComboBox, QAbstractSpinBox)):
        return
    elif (layout := widget.layout()) is not None:
        yield from _of_layout(layout)
    else:
        for each in widget.children():
            if isinstance(each, QWidget):
                yield from laid_out(each)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from laid_out(widget)
        elif (inner := item.layout()) is not None:
            yield from _of_layout(inner)
