"""Errors that carry a sentence for the person: what, where, and what to do about it."""

from __future__ import annotations

from typing import ClassVar


class AnnotatorError(Exception):
    """A failure that a person can read; `exit_code` says who is to blame (1: the program)."""

    exit_code: ClassVar[int] = 1

    def __init__(self, sentence: str, *, details: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.details = details


class InputError(AnnotatorError):
    """What was given is at fault: a file, an option, a name."""

    exit_code = 2


class MachineError(AnnotatorError):
    """The machine is at fault: disk full, file locked, not a project, no permission."""

    exit_code = 3


class LockedError(MachineError):
    """Somebody else is deciding in this project, or (`own`) the same person in another window; it may still be looked at."""

    def __init__(self, sentence: str, *, details: str = "", own: bool = False) -> None:
        super().__init__(sentence, details=details)
        self.own = own


class RuleError(InputError):
    """The project's own rules refuse the change (an overlap in a flat project, an empty span)."""
