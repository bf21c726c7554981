"""What belongs to the person at this computer and to no project: who labels."""

from __future__ import annotations

from dataclasses import replace

from annotator.core.errors import InputError
from annotator.project.door import Means
from annotator.store import user
from annotator.store.user import User

LONGEST_NAME = 100


def choose_person(means: Means, name: str) -> User:
    """Let a person of this name label from now on, and note that a person said so. Raises InputError for a name that is none."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise InputError(f"A name has one to {LONGEST_NAME} visible characters.")
    chosen = replace(user.load(means.ids, name=name), asked=True)
    user.save(chosen)
    return chosen
