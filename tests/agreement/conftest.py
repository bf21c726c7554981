"""No test of the arithmetic is timed: machines are busy, and a slow example is not a wrong one."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
