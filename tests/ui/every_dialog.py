"""Every dialog of the galleries at once, on real projects of invented text: for pictures, and for what must hold of each of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from annotator.ui.theme import Theme
from tests.ui import dialog_gallery, every_same_gallery, sources_gallery, team_gallery, upkeep_gallery
from tests.ui.on_screen import let_go


@contextmanager
def every_dialog(application: QApplication, theme: Theme, folder: Path) -> Iterator[dict[str, QDialog]]:
    """Give the dialogs by name, none of them shown; they go before the projects are closed that they show."""
    for name in ("harbour", "costs", "mentions"):
        (folder / name).mkdir()
    with (
        dialog_gallery.invented_project(folder / "harbour") as project,
        upkeep_gallery.worked_on(folder / "costs") as costs,
        every_same_gallery.harbour(folder / "mentions") as mentions,
    ):
        dialogs = dialog_gallery.dialogs(application, theme, folder / "harbour", project)
        dialogs |= upkeep_gallery.dialogs(application, theme, costs)
        dialogs |= every_same_gallery.dialogs(application, theme, mentions)
        dialogs |= sources_gallery.dialogs(theme, folder / "harbour", project)
        dialogs |= team_gallery.dialogs(application, theme, project)
        try:
            yield dialogs
        finally:
            for each in dialogs.values():
                let_go(each)
