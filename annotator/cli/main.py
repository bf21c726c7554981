"""Run the command: find the verb, do it, and turn every failure into one line and an exit code."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.cli import show, working
from annotator.cli.parser import is_verb, parser
from annotator.core.errors import AnnotatorError, MachineError

VERBS: dict[str, Callable[..., None]] = {
    "new": working.new,
    "import": working.import_,
    "suggest": working.suggest,
    "export": working.export,
    "demo": moving.demo,
    "merge": people.merge,
    "agreement": people.agreement,
    "disagreements": people.disagreements,
    "evaluate": people.evaluate,
    "layers": looking.layers,
    "sources": looking.sources,
    "stats": looking.stats,
    "check": looking.check,
    "rebuild": moving.rebuild,
    "backup": moving.backup,
    "restore": moving.restore,
    "formats": looking.formats,
    "schemes": looking.schemes,
    "keys": looking.keys,
}


def run(arguments: Sequence[str]) -> int:
    """Do what was typed and return the exit code: 0 done, 2 the input is at fault, 3 the machine, 1 the program."""
    try:
        if not is_verb(arguments):
            return _window(arguments)
        given = parser().parse_args(arguments)
        VERBS[given.verb](given)
    except AnnotatorError as error:
        show.fail(error.sentence)
        return error.exit_code
    except KeyboardInterrupt:
        show.fail("Stopped. What was written before stands; nothing half-written is left.")
        return 128 + signal.SIGINT
    except BrokenPipeError:
        # Whoever read our output went away; the interpreter must not try to write to it once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return 0


def _window(arguments: Sequence[str]) -> int:
    if len(arguments) > 1:
        show.fail(f"“{arguments[0]}” is no verb of this command, and a window opens one project at a time. See “annotator --help”.")
        return 2
    moving.must_have_display()
    try:
        from annotator.ui.app import run as open_window
    except ImportError as error:
        raise MachineError(f"The window cannot be shown: {error}. The README names the system libraries that Qt needs.") from error
    return open_window(Path(arguments[0]) if arguments else None)
