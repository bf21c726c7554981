"""The real program in a process of its own, on a screen of its own, driven by keys and killed."""

from __future__ import annotations

from pathlib import Path

from annotator.project.door import open_project, this_user, usual_means
from tests.e2e.conftest import NEEDED
from tests.e2e.screen import Screen, kinds, logged, told, wait_for

pytestmark = NEEDED
DOZEN = ("Return", "BackSpace", "Tab", "2", "F7", "shift+F7", "F8", "Tab", "Return", "F4", "1", "ctrl+Return")


def test_the_first_command_opens_the_sample_with_suggestions(first_run: Path) -> None:
    assert "Sample" in (first_run / "title").read_text(encoding="utf-8")
    project = first_run / "sample" / "Sample.annotator"
    with open_project(project, this_user(usual_means()), usual_means(), read_only=True) as opened:
        waiting = [len(opened.spans.marks(row).pending) for row in opened.entries.rows()]
        people = [row[0] for row in opened.desk.conn.execute("SELECT name FROM people")]
    assert len(waiting) > 20
    assert sum(waiting) > 100
    assert "Mara" in people
    assert not list(project.parent.glob("*-wal"))


def test_what_was_saved_outlives_a_kill_and_can_be_undone_after_it(screen: Screen, used: Path) -> None:
    first = screen.start("demo", used.parent)
    before = first.window("Sample")
    first.keys(*DOZEN)
    # Ctrl+Enter is the last of the dozen and shows the next entry: once it is seen, every decision before it was said to be saved.
    wait_for("the next entry", lambda: before not in first.titles().values())
    first.kill()
    saved = logged(used)
    assert kinds(saved)[:3] == ["accept", "reject", "correct"]
    assert {"move", "add", "done"} <= set(kinds(saved))
    second = screen.start("demo", used.parent)
    assert second.window("Sample")
    second.keys("ctrl+z")
    wait_for("an undo", lambda: kinds(logged(used))[-1] == "undo")
    after = logged(used)
    assert after[: len(saved)] == saved
    with open_project(used, this_user(usual_means()), usual_means(), read_only=True) as opened:
        assert opened.upkeep.check().differences == ()
    wait_for("the entry that was undone", lambda: before in second.titles().values())
    second.keys("ctrl+shift+z")
    wait_for("a redo", lambda: kinds(logged(used))[-1] == "redo")
    assert second.quit() == 0


def test_a_kill_amid_the_keys_loses_nothing_that_the_screen_called_saved(screen: Screen, used: Path, tmp_path: Path) -> None:
    watched = tmp_path / "watched"
    running = screen.start("demo", used.parent, watched=watched)
    running.window("Sample")
    typing = screen.begin("key", "--delay", "15", *("Return", "Tab", "BackSpace", "Tab", "3", "Tab") * 60)
    wait_for("twenty decisions", lambda: len([each for each in told(watched) if "saved" in each]) > 20)
    running.kill()
    typing.kill()
    typing.wait()
    saved = [each["saved"] for each in told(watched) if "saved" in each]
    count, row, shown = saved[-1]
    assert count > saved[0][0]
    with open_project(used, this_user(usual_means()), usual_means(), read_only=True) as opened:
        steps = opened.desk.conn.execute("SELECT count(*) FROM steps").fetchone()[0]
        held = {span[0].hex() for span in opened.desk.conn.execute("SELECT id FROM spans WHERE entry = ? AND shown", (row,))}
        assert opened.upkeep.check().differences == ()
    # One step may have been committed that the screen had no time to call saved.
    assert count <= steps <= count + 1
    assert steps > count or held == set(shown)


def test_a_second_window_says_who_has_the_project_and_where_and_looks_only(screen: Screen, used: Path, tmp_path: Path) -> None:
    first = screen.start("demo", used.parent)
    title = first.window("Sample")
    watched = tmp_path / "watched"
    second = screen.start(used, watched=watched)
    second.window("You have this project open in another window")
    shown = next(each["shown"] for each in told(watched) if "shown" in each and "another window" in str(each["shown"]))
    assert "open for deciding in another window or command on this computer" in str(shown)
    assert f"process {first.process.pid}" in str(shown)
    second.keys("Return")
    assert second.window("Sample") == title
    second.keys("Return", "BackSpace", "1", "ctrl+Return", "Next")
    wait_for("the next entry", lambda: title not in second.titles().values())
    assert logged(used) == []
    assert second.quit() == 0
    first.window(title)
    first.keys("Return")
    wait_for("a decision of the first window", lambda: kinds(logged(used)) == ["accept"])
    assert first.quit() == 0


def test_the_process_with_the_window_never_loads_spacy(screen: Screen, used: Path, tmp_path: Path) -> None:
    watched = tmp_path / "watched"
    running = screen.start("demo", used.parent, watched=watched)
    running.window("Sample")
    running.keys("Return", "BackSpace", "F4", "1", "ctrl+z", "Next", "ctrl+Return")
    wait_for("three decisions", lambda: len(logged(used)) >= 3)
    loaded = Path(f"/proc/{running.process.pid}/maps")
    if loaded.exists():
        assert not [line for line in loaded.read_text(encoding="utf-8").splitlines() if "/spacy/" in line or "/thinc/" in line]
    assert running.quit() == 0
    assert told(watched)[-1] == {"heavy": []}
