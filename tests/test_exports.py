"""`exports/` shows the sample project in every format as this program writes it."""

from __future__ import annotations

from pathlib import Path

from tests import sample_exports

LAST_BLOCK = "## Made"


def _files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8").split(LAST_BLOCK)[0]
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_exports_folder_holds_what_the_program_writes_today(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()

    sample_exports.write(tmp_path / "exports", tmp_path / "work")

    written, kept = _files(tmp_path / "exports"), _files(sample_exports.EXPORTS)
    assert written.keys() == kept.keys()
    for name, text in written.items():
        assert text == kept[name], f"{name} differs: run `python -m tests.sample_exports` and look at what changed"
