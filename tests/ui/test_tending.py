"""Labels, guidelines, remarks and costs are reached from the window by menu and key, and what is done there is seen behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from annotator.core.model import Label
from annotator.project.door import Project
from annotator.project.scheme import GuidelineVersion
from annotator.ui.dialogs.comments import Comments, Remark
from annotator.ui.dialogs.guideline_editor import GuidelineEditor
from annotator.ui.dialogs.progress import ProgressDialog
from annotator.ui.dialogs.progress_state import Report
from annotator.ui.dialogs.scheme_editor import SchemeEditor
from annotator.ui.tasks import Handle
from annotator.ui.theme import Theme
from tests.ui.sitting import ALT, CTRL, SHIFT, Key, Sitting, made


@pytest.fixture
def sitting(theme: Theme, tmp_path: Path) -> Iterator[Sitting]:
    """A window on a project of three entries, with one span accepted."""
    sitting = Sitting(theme, made(tmp_path))
    sitting.press(Key.Key_Return)
    yield sitting
    sitting.end()


def test_labels_are_edited_and_the_screen_follows(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[frozenset[str]] = []

    def edit(_parent: object, _theme: object, project: Project, *, taken: frozenset[str]) -> None:
        seen.append(taken)
        project.scheme.add("VESSEL", shortcut="z")

    monkeypatch.setattr(SchemeEditor, "edit", edit)
    sitting.press(Key.Key_L, modifiers=CTRL)
    assert "[" in seen[0]
    assert "z" not in seen[0]
    assert "VESSEL" in [each.key for each in sitting.screen.session.scheme.active]
    assert sitting.window.actions_.keys()["label VESSEL"] == "Z"


def test_the_guideline_of_the_focused_label_is_written(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, int]] = []

    def edit(
        _parent: object, _theme: object, label: Label, versions: Sequence[GuidelineVersion], _now: datetime, describe: Callable[[str], str]
    ) -> bool:
        seen.append((label.key, len(versions)))
        return not describe("A new text.")

    monkeypatch.setattr(GuidelineEditor, "edit", edit)
    focused = sitting.screen.session.focused_thing()
    assert focused is not None
    key = sitting.screen.session.scheme.by_id(focused.label)
    sitting.press(Key.Key_G, modifiers=CTRL | SHIFT)
    assert key is not None
    assert seen == [(key.key, 1)]
    assert sitting.screen.session.project.scheme.label(key.key).guideline == "A new text."
    assert "A new text." in sitting.screen.right.guideline.toPlainText()


def test_remarks_are_written_on_the_span_in_focus_and_changed_where_they_are(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[tuple[str, list[Remark]]] = []

    def show_thread(
        _parent: object, _theme: object, _about: str, read: Callable[[], list[Remark]], write: Callable[[str, bytes | None], str],
        *, span: str, read_only: bool,
    ) -> None:  # fmt: skip
        assert not read_only
        if not read():
            assert write("First", None) == ""
        else:
            assert write("Changed", read()[0].id) == ""
        threads.append((span, read()))

    monkeypatch.setattr(Comments, "show_thread", show_thread)
    session = sitting.screen.session
    span = session.marks.spans[0]
    session.focus(span.id)
    sitting.press(Key.Key_C, modifiers=CTRL | ALT)
    session.focus(None)
    sitting.press(Key.Key_C, modifiers=CTRL | ALT)
    assert [(words, remarks[0].text, remarks[0].about, remarks[0].author, remarks[0].own) for words, remarks in threads] == [
        ("Ines Okafor", "First", "Ines Okafor", "Ada Reyes", True), ("", "Changed", "Ines Okafor", "Ada Reyes", True),
    ]  # fmt: skip
    assert len(session.comments) == 1


def test_progress_is_read_beside_the_open_project(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    reports: list[Report] = []

    def show_progress(_parent: object, _theme: object, load: Callable[[Handle], Report], *_: object) -> None:
        reports.append(load(Handle(lambda *_: None)))

    monkeypatch.setattr(ProgressDialog, "show_progress", show_progress)
    sitting.press(Key.Key_P, modifiers=CTRL | SHIFT)
    assert reports[0].statistics.entries == 3
    assert reports[0].costs.per_span.count == 1
    assert list(reports[0].costs.people.values()) == ["Ada Reyes"]
    sitting.press(Key.Key_Return)
    assert len(sitting.spans()) == 2, "the project can still be written to"


def test_without_a_project_these_commands_cannot_be_given(theme: Theme) -> None:
    sitting = Sitting(theme, None)
    for name in ("labels", "guideline", "comments", "progress"):
        assert not sitting.window.actions_[name].isEnabled()
    sitting.end()
