"""Where the program keeps what is a person's own, sent elsewhere: for tests, pictures and measurements."""

from __future__ import annotations

from pathlib import Path

_PLACES = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")


def places(home: Path) -> dict[str, str]:
    """Return the variables that send configuration, state, data and cache into folders under this one, on every system."""
    return {name: str(home / name.lower()) for name in _PLACES}
