"""A new project: its name, its folder, its scheme, and what is in the way is said before it is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core.model import Overlap
from annotator.ui.dialogs.new_project import NewProject, short_path
from annotator.ui.theme import Theme

Show = Callable[[Any], Any]


def test_a_new_project_is_named_before_it_can_be_made(theme: Theme, show: Show, tmp_path: Path) -> None:
    dialog = show(NewProject(None, theme, tmp_path))
    assert not dialog.verb_button.isEnabled()
    dialog.name.setText("Harbour strike 2031")
    assert dialog.verb_button.isEnabled()
    assert dialog.value.path == tmp_path / "Harbour strike 2031.annotator"
    assert dialog.said.startswith("Harbour strike 2031.annotator")


@pytest.mark.parametrize("name", ["a/b", "a:b", "..", "what?", "end."])
def test_a_name_no_file_can_have_is_refused_in_words(theme: Theme, show: Show, tmp_path: Path, name: str) -> None:
    dialog = show(NewProject(None, theme, tmp_path))
    dialog.name.setText(name)
    assert not dialog.verb_button.isEnabled()
    assert "cannot hold" in dialog.notice.text


def test_a_project_that_is_there_is_not_written_over(theme: Theme, show: Show, tmp_path: Path) -> None:
    (tmp_path / "study.annotator").touch()
    dialog = show(NewProject(None, theme, tmp_path, name="study"))
    assert "is there already" in dialog.notice.text
    assert not dialog.verb_button.isEnabled()


def test_a_folder_that_is_not_there_is_said(theme: Theme, show: Show, tmp_path: Path) -> None:
    dialog = show(NewProject(None, theme, tmp_path / "missing", name="study"))
    assert "There is no folder" in dialog.notice.text


def test_the_scheme_shows_its_labels_and_brings_its_rule(theme: Theme, show: Show, tmp_path: Path) -> None:
    dialog = show(NewProject(None, theme, tmp_path, name="study"))
    assert dialog.labels.accessibleName().startswith("PERSON, ORG")
    dialog.scheme.setCurrentIndex(1)
    dialog.scheme.activated.emit(1)
    assert "MISC" in dialog.labels.accessibleName()
    dialog.nested.setChecked(True)
    assert dialog.value.overlap is Overlap.NESTED


def test_a_scheme_of_ones_own_is_read_from_its_file(theme: Theme, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "harbours.toml"
    path.write_text('name = "harbours"\noverlap = "nested"\n[[labels]]\nkey = "SHIP"\n', encoding="utf-8")
    monkeypatch.setattr(NewProject, "ask_scheme", classmethod(lambda cls, parent, folder: path))
    dialog = show(NewProject(None, theme, tmp_path, name="study"))
    last = dialog.scheme.count() - 1
    dialog.scheme.setCurrentIndex(last)
    dialog.scheme.activated.emit(last)
    assert dialog.labels.accessibleName() == "SHIP"
    assert dialog.value.scheme.name == "harbours"
    assert dialog.value.overlap is Overlap.NESTED


def test_a_scheme_file_that_is_wrong_is_said_and_the_old_scheme_stays(
    theme: Theme, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bad.toml"
    path.write_text("name = ", encoding="utf-8")
    monkeypatch.setattr(NewProject, "ask_scheme", classmethod(lambda cls, parent, folder: path))
    dialog = show(NewProject(None, theme, tmp_path, name="study"))
    last = dialog.scheme.count() - 1
    dialog.scheme.setCurrentIndex(last)
    dialog.scheme.activated.emit(last)
    assert "is not right TOML" in dialog.notice.text
    assert dialog.scheme.currentIndex() == 0
    assert dialog.value.scheme.name == "news"


def test_ones_own_folder_is_written_short() -> None:
    assert short_path(Path.home() / "Studies") == str(Path("~") / "Studies")
    assert short_path(Path("/srv/x")) == str(Path("/srv/x"))
