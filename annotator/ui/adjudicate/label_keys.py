"""Labels by Alt and their key while adjudicating: the plain keys take readings there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class LabelKeys(QObject):
    """The actions of one screen; `given` tells which label was given, by its key in capitals."""

    given = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._actions: list[QAction] = []

    def set_labels(self, labels: Iterable[tuple[str, str]]) -> None:
        """Give these labels, as (key in capitals, key on the keyboard), their keys; one without a single letter or digit has none."""
        for old in self._actions:
            self._host.removeAction(old)
            old.deleteLater()
        self._actions = []
        for label, key in labels:
            if len(key) == 1:
                action = QAction(self.tr("Settle as {label}").format(label=label), self._host)
                action.setData(label)
                action.setShortcut(QKeySequence(f"Alt+{key.upper()}"))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                action.triggered.connect(self._triggered)
                self._host.addAction(action)
                self._actions.append(action)

    @Slot()
    def _triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.given.emit(str(action.data()))
