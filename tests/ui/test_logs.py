"""The log, the hooks and the problem report: everything is noted, and no text of an entry ever is."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from annotator.core.errors import InputError, MachineError, RuleError
from annotator.ui import logs as module
from annotator.ui.logs import Logs, described, save_report

SECRET = "Orrin Canal closes again"


@pytest.fixture
def logs(application: object, tmp_path: Path) -> Iterator[Logs]:
    made = Logs(tmp_path / "state")
    yield made
    made.remove()


def raised(error: BaseException) -> BaseException:
    """Return an exception that has been through a traceback, with the secret in a local variable and in its message."""
    sentence = SECRET
    try:
        raise error
    except type(error) as caught:
        assert sentence
        return caught


def test_the_log_names_kind_and_place_of_a_failure_and_not_its_message(logs: Logs) -> None:
    logs.install(lambda error: None)
    logs.failure(raised(RuleError(f"“{SECRET}” is in the way")))
    text = logs.file.read_text("utf-8")
    assert "RuleError" in text
    assert "test_logs.py" in text
    assert SECRET not in text


def test_a_cause_is_followed_without_its_message(logs: Logs) -> None:
    logs.install(lambda error: None)
    error = InputError("outer")
    error.__cause__ = raised(KeyError(SECRET))
    logs.failure(error)
    text = logs.file.read_text("utf-8")
    assert "caused by" in text
    assert "KeyError" in text
    assert SECRET not in text


def test_an_error_of_the_system_is_named_by_its_number() -> None:
    assert "(errno 28)" in described(OSError(28, SECRET))
    assert SECRET not in described(OSError(28, SECRET))


@given(text=st.text(min_size=4, max_size=40))
def test_whatever_text_is_given_to_the_logger_it_is_not_written(text: str) -> None:
    record = logging.LogRecord("annotator", logging.INFO, "", 0, "%s in %d", (text, 3), None)
    module._NumbersOnly().filter(record)
    assert record.getMessage() == f"<str of {len(text)}> in 3"


def test_other_modules_that_log_text_as_an_argument_write_only_its_length(logs: Logs) -> None:
    logs.install(lambda error: None)
    logging.getLogger("annotator.anything").warning("not found: %s", SECRET)
    text = logs.file.read_text("utf-8")
    assert f"not found: <str of {len(SECRET)}>" in text
    assert SECRET not in text


def test_what_nobody_caught_is_logged_and_shown_once(qtbot: QtBot, logs: Logs) -> None:
    shown: list[BaseException] = []
    logs.install(shown.append)
    error = raised(ValueError(SECRET))
    sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [error]
    assert "ValueError" in logs.file.read_text("utf-8")


def test_a_failure_while_one_is_shown_is_only_logged(qtbot: QtBot, logs: Logs) -> None:
    shown: list[BaseException] = []

    def show(error: BaseException) -> None:
        shown.append(error)
        second = raised(TypeError("second"))
        sys.excepthook(type(second), second, second.__traceback__)
        qtbot.wait(20)  # the dialog's own event loop

    logs.install(show)
    first = raised(ValueError("first"))
    sys.excepthook(type(first), first, first.__traceback__)
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(20)
    assert shown == [first]
    assert "TypeError" in logs.file.read_text("utf-8")


def test_what_is_met_and_then_told_is_written_once(qtbot: QtBot, logs: Logs) -> None:
    logs.install(logs.failure)
    error = raised(ValueError(SECRET))
    sys.excepthook(type(error), error, error.__traceback__)
    qtbot.wait(20)
    assert logs.file.read_text("utf-8").count("ValueError") == 1


def test_where_showing_fails_it_is_not_tried_for_ever(qtbot: QtBot, logs: Logs, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[BaseException] = []

    def show(error: BaseException) -> None:
        tried.append(error)
        second = raised(TypeError("no dialog"))
        sys.excepthook(type(second), second, second.__traceback__)
        raise second

    logs.install(show)
    with qtbot.captureExceptions():
        error = raised(ValueError("first"))
        logs._uncaught(type(error), error, None)
        qtbot.wait(50)
    assert tried == [error]


def test_what_fails_in_a_thread_is_shown_on_the_gui_thread(qtbot: QtBot, logs: Logs) -> None:
    shown: list[tuple[BaseException, bool]] = []
    logs.install(lambda error: shown.append((error, threading.current_thread() is threading.main_thread())))
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(shown))
    assert isinstance(shown[0][0], ZeroDivisionError)
    assert shown[0][1]


def test_an_interrupt_from_the_keyboard_is_left_to_python(logs: Logs, monkeypatch: pytest.MonkeyPatch) -> None:
    met: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: met.append(kind))
    logs.install(lambda error: None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert met == [KeyboardInterrupt]


def test_removing_gives_the_hooks_back(logs: Logs) -> None:
    before = sys.excepthook, threading.excepthook
    logs.install(lambda error: None)
    assert sys.excepthook is not before[0]
    logs.remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_a_folder_that_cannot_be_written_does_not_stop_the_program(application: object, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    made = Logs(tmp_path / "file" / "state")
    made.install(lambda error: None)
    made.note("%d entries", 3)
    assert made.last_lines() == ""
    made.remove()


def test_the_log_is_rolled_over_before_it_grows_large(logs: Logs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 2000)
    logs.install(lambda error: None)
    for number in range(400):
        logs.note("%d entries taken in", number)
    files = sorted(path.name for path in logs.file.parent.iterdir())
    assert files == ["annotator.log", "annotator.log.1", "annotator.log.2"]
    assert all(path.stat().st_size <= 2000 for path in logs.file.parent.iterdir())


def test_the_report_holds_versions_settings_counts_and_the_log_and_no_text(logs: Logs) -> None:
    logs.install(lambda error: None)
    logs.note("%d entries taken in", 84)
    error = raised(ValueError(SECRET))
    logs.failure(error)
    text = logs.report(error=error, settings={"appearance": "dark"}, counts={"entries": 100_000})
    for part in ("qt: ", "system: ", "appearance: dark", "entries: 100,000", "84 entries taken in", "ValueError"):
        assert part in text
    assert SECRET not in text
    assert str(Path.home()) not in text


def test_a_report_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="Choose another folder"):
        save_report(tmp_path / "missing" / "report.txt", "text")
