"""For all tests: no test touches the person's own settings, and none needs a screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# Before Qt is imported by anything: a test that wants a real display sets the variable itself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# In CI the same examples every time, so that a change is judged by itself; at the desk new ones, so that new faults are found.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

_ROOT = str(Path(__file__).parents[1])
if _ROOT not in sys.path:
    sys.path.insert(0, _ROOT)


@pytest.fixture(autouse=True)
def _own_places(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Send configuration, state, data and cache of the program to a folder of the test."""
    from tests.homes import places  # found only once the root is on the path

    home = tmp_path_factory.mktemp("home")
    for name, place in places(home).items():
        monkeypatch.setenv(name, place)
