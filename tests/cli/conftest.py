"""The command, called in this process as a shell would call it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from calling import Answer, Command

from annotator.cli.main import Other, run


@pytest.fixture
def windows() -> list[Path | None]:
    """The projects that the command opened a window on."""
    return []


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], windows: list[Path | None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    monkeypatch.setenv("ANNOTATOR_NAME", "Ada")
    monkeypatch.chdir(tmp_path)

    def window(project: Path | None, _name: str) -> int:
        windows.append(project)
        return 0

    def keys() -> Sequence[tuple[str, str]]:
        return [("Ctrl+Z", "Undo")]

    def call(*words: object) -> Answer:
        capsys.readouterr()
        try:
            code = run([str(word) for word in words], Other(window, keys))
        except SystemExit as ended:
            code = int(ended.code or 0)
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return call


BLOG = """Harbour strike – live

The pilots of the port are on strike.

Tug leaves the berth

09:30 , Mara Osei

The tug Saint Brendan left Gdansk on Tuesday.

Talks begin in Warsaw

Monday 3 March 2031 21:05 , Tomas Reyl

The Ministry of Transport met the union in Warsaw.
"""


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    path = tmp_path / "blog.txt"
    path.write_text(BLOG, encoding="utf-8")
    return path


@pytest.fixture
def study(command: Command, blog: Path) -> str:
    """A project of two entries, by the name that a person would type."""
    assert command("new", "study").code == 0
    assert command("import", "study", blog).code == 0
    return "study"
