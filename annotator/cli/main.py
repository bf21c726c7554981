"""Run the command: find the verb, do it, and turn every failure into one line and an exit code."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.cli import moving, show
from annotator.cli.parser import is_verb, parser
from annotator.core.errors import AnnotatorError, InputError, MachineError


@dataclass(frozen=True, slots=True)
class Other:
    """What the other face lends this one: it opens a window (on a project, for a name), and lists the window's keys (key, what it does)."""

    window: Callable[[Path | None, str], int]
    keys: Callable[[], Sequence[tuple[str, str]]]


def run(arguments: Sequence[str], other: Other) -> int:
    """Do what was typed and return the exit code: 0 done, 2 the input is at fault, 3 the machine, 1 the program."""
    try:
        return _run(arguments, other)
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


def _run(arguments: Sequence[str], other: Other) -> int:
    if not is_verb(arguments):
        return _window(arguments, other)
    given = parser().parse_args(arguments)
    if given.verb == "demo":
        return moving.demo(given, lambda path: other.window(path, ""))
    if given.verb == "keys":
        _keys(given, other.keys())
    else:
        from annotator.cli.verbs import VERBS  # with all that any of them needs, which a window does not wait for

        VERBS[given.verb](given)
    return 0


def _keys(given: argparse.Namespace, keys: Sequence[tuple[str, str]]) -> None:
    if given.json:
        show.as_json({"keys": [{"key": key, "does": does} for key, does in keys]})
    else:
        show.table(("key", "does"), keys)


def _window(arguments: Sequence[str], other: Other) -> int:
    if len(arguments) > 1:
        show.fail(f"“{arguments[0]}” is no verb of this command, and a window opens one project at a time. See “annotator --help”.")
        return 2
    project = Path(arguments[0]) if arguments else None
    if project is not None and not project.exists() and not project.with_name(f"{project.name}.annotator").exists():
        raise InputError(f"“{project}” is neither a verb of this command nor a project that is there. See “annotator --help”.")
    if not moving.has_display():
        raise MachineError("There is no display here, so no window can be shown. “annotator --help” lists what works without one.")
    return other.window(project, "")
