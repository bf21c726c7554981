"""What the window loads before it shows a text: nothing that takes as long as the window itself and is not needed for it."""

from __future__ import annotations

import subprocess
import sys

_HEAVY = {"spacy", "numpy", "sqlite_utils", "rich", "annotator.agreement"}
_OTHERS = {"annotator.ui.adjudicate.screen", "annotator.ui.agreement.screen"}


def test_the_window_opens_without_numpy_and_what_only_other_screens_and_verbs_need() -> None:
    code = "import sys, annotator.__main__, annotator.ui.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert "annotator.ui.window" in done.stdout.split()
    assert not (_HEAVY | _OTHERS) & set(done.stdout.split())


def test_the_screen_of_disagreements_and_what_lists_them_come_without_numpy() -> None:
    code = "import sys, annotator.ui.adjudicate.screen, annotator.project.settling; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert {"annotator.agreement.disagreements", "annotator.project.settling"} <= set(done.stdout.split())
    assert not {"numpy", "spacy"} & set(done.stdout.split())
