"""The one command: with a verb it works in the terminal, without one it opens the window. The two faces meet only here."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from annotator.cli.main import Other, run
from annotator.core.errors import MachineError


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:], Other(_window, _keys)))


def _window(project: Path | None, name: str) -> int:
    try:
        from annotator.ui.app import run as open_window
    except ImportError as error:
        raise MachineError(f"The window cannot be shown: {error}. The README names the system libraries that Qt needs.") from error
    return open_window(project, name=name)


def _keys() -> Sequence[tuple[str, str]]:
    from annotator.ui.commands import COMMANDS

    return [(" or ".join(command.keys), command.text) for command in COMMANDS if command.keys]


if __name__ == "__main__":
    main()
