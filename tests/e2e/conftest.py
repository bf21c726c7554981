"""A screen for each test, and a sample that the real first command made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.screen import MISSING, Screen

NEEDED = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (bash .ci/setup test installs them)")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """Return a screen whose user never used the program."""
    home = tmp_path / "home"
    home.mkdir()
    screen = Screen(home)
    yield screen
    screen.end()


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home of a user who gave the first command of the README, saw the sample and quit."""
    if MISSING:
        pytest.skip(f"not installed: {', '.join(MISSING)}")
    home = tmp_path_factory.mktemp("first")
    screen = Screen(home)
    try:
        running = screen.start("demo", home / "sample")
        running.window("Who are you?")
        running.keys("ctrl+a", "M", "a", "r", "a", "Return")
        title = running.window("Sample")
        (home / "title").write_text(title, encoding="utf-8")
        assert running.quit() == 0
    finally:
        screen.end()
    return home


@pytest.fixture
def used(screen: Screen, first_run: Path) -> Path:
    """Return the sample project in the home of the screen's user, who opened it once."""
    shutil.copytree(first_run, screen.home, dirs_exist_ok=True)
    return screen.home / "sample" / "Sample.annotator"
