"""What a project needs of the world: ids and the time, injected so that a test can fix them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from annotator.core.ids import IdSource, utc_now


@dataclass(frozen=True, slots=True)
class Means:
    """What a project needs of the world: ids and the time, injected so that a test can fix them."""

    ids: IdSource
    now: Callable[[], datetime] = utc_now


def usual_means() -> Means:
    """Return the system's clock and random ids."""
    return Means(IdSource())
