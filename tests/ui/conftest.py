"""For tests of the window: one theme, and nothing may be left behind."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog

from annotator.ui import tokens
from annotator.ui.theme import Appearance, Theme
from tests.homes import places
from tests.ui.on_screen import let_go
from tests.ui.sitting import Sitting, made
from tests.ui.three_people import three_people


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """Return the application with a system font of 13 pixels."""
    font = QFont("Noto Sans")
    font.setPixelSize(tokens.BODY)
    qapp.setFont(font)
    return qapp


@pytest.fixture
def theme(application: QApplication) -> Iterator[Theme]:
    """Return the light theme, installed."""
    theme = Theme(application, appearance=Appearance.LIGHT)
    theme.install(application)
    yield theme
    theme.deleteLater()
    application.setStyleSheet("")


@pytest.fixture
def sitting(theme: Theme, tmp_path: Path) -> Iterator[Sitting]:
    """A window on a project of three entries with suggestions."""
    sitting = Sitting(theme, made(tmp_path))
    yield sitting
    sitting.end()


@pytest.fixture
def show(application: QApplication) -> Iterator[Callable[[Any], Any]]:
    """Shows a dialog until the test is over, and gives it back."""
    shown: list[QDialog] = []

    def opened(dialog: QDialog) -> QDialog:
        shown.append(dialog)
        dialog.show()
        return dialog

    yield opened
    for each in shown:
        let_go(each)


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of three people with their bundles beside it, made once: to be copied, not to be opened."""
    home = tmp_path_factory.mktemp("hub")
    with pytest.MonkeyPatch.context() as patch:
        for name, place in places(home).items():
            patch.setenv(name, place)
        return three_people(home)


@pytest.fixture(autouse=True)
def _nothing_left(application: QApplication) -> Iterator[None]:
    """Fail a test that leaves a thread, a job or a top-level widget behind."""
    threads = set(threading.enumerate())
    widgets = set(QApplication.topLevelWidgets())
    yield
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QThreadPool.globalInstance().waitForDone(2000), "a job is still running"
    assert not [thread for thread in threading.enumerate() if thread not in threads and not thread.daemon], "a thread is still running"
    left = [widget for widget in QApplication.topLevelWidgets() if widget not in widgets]
    assert left == [], "widgets were left behind"
