"""An entry labelled by keys alone, undone and redone whole, released; and the real process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from annotator.core.model import State
from annotator.project.exports import ExportOptions
from annotator.ui.theme import Theme
from tests.ui.sitting import ALT, CTRL, SHIFT, Key, Sitting, made

EXPECTED = Path(__file__).parents[1] / "e2e" / "data" / "keys-only.jsonl"


def test_an_entry_is_labelled_by_keys_alone_undone_redone_and_released(theme: Theme, tmp_path: Path) -> None:
    sitting = Sitting(theme, made(tmp_path))
    project = sitting.screen.session.project
    row = sitting.screen.session.row
    assert row is not None
    sitting.press(Key.Key_Return)  # accept Ines Okafor
    sitting.press(Key.Key_F7)  # Selwyn Guild: its start outwards
    sitting.press(Key.Key_F8)  # its end outwards: “… Guild in”
    sitting.press(Key.Key_F8, modifiers=SHIFT)  # and inwards again
    sitting.press(Key.Key_Tab, Key.Key_3)  # Lindenau is a GPE, no PERSON
    sitting.press(Key.Key_Tab, Key.Key_Backspace)  # reject Friday
    sitting.press(Key.Key_F4, Key.Key_5)  # Cape Merrow was missed
    sitting.press(Key.Key_F8, modifiers=ALT)  # by character, and back
    assert sitting.focused() == "Cape Merrow s"
    sitting.press(Key.Key_F8, modifiers=ALT | SHIFT)
    expected = [("Ines Okafor", "PERSON"), ("Port Selwyn Guild", "ORG"), ("Lindenau", "GPE"), ("Cape Merrow", "LOC")]
    assert sitting.spans() == expected
    steps = 0
    while sitting.window.actions_["undo"].isEnabled():
        sitting.press(Key.Key_Z, modifiers=CTRL)
        steps += 1
    assert (sitting.spans(), len(sitting.pending())) == ([], 4)
    sitting.press(*[Key.Key_Z] * steps, modifiers=CTRL | SHIFT)
    assert (sitting.spans(), sitting.pending()) == (expected, [])
    sitting.press(Key.Key_Return)
    assert project.entries.state(row) is State.DONE
    assert sitting.title == "Canal opens"
    out = tmp_path / "released.jsonl"
    project.exports.write(ExportOptions("jsonl"), out)
    sitting.end()
    assert out.read_text(encoding="utf-8") == EXPECTED.read_text(encoding="utf-8")


_PROCESS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pathlib import Path
from annotator.ui import app

def work():
    window = next(each for each in QApplication.topLevelWidgets() if hasattr(each, "give"))
    for command in ("accept", "reject", "likely", "label LOC", "undo", "next", "accept-all"):
        window.give(command)
    print("MODULES", sorted(name for name in sys.modules if name.split(".")[0] in {"spacy", "thinc", "torch", "sklearn"}))
    print("SAID", window.status._saved.text())
    window.close()

application = QApplication([])
QTimer.singleShot(500, work)
sys.exit(app.run(Path(sys.argv[1])))
"""


def test_the_process_with_the_window_imports_no_spacy(tmp_path: Path) -> None:
    path = made(tmp_path)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _PROCESS, str(path)], env=environment, cwd=root, capture_output=True, text=True, timeout=60
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "MODULES []" in done.stdout
    assert "SAID Saved" in done.stdout
