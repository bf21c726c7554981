"""Sixteen bytes for everything that leaves a file: time-ordered where made, derived where computed."""

from __future__ import annotations

import hashlib
import os
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache

Id = bytes
"""Sixteen bytes, compared and sorted as bytes."""

_NAMESPACE = uuid.UUID("6f2d1f0e-7a63-5a0b-9c7e-1d5b0e8a4c21")
_SEPARATOR = b"\x1f"

ADJUDICATED: Id = uuid.uuid5(_NAMESPACE, "layer/adjudicated").bytes
"""The one adjudicated layer; the same in every project."""


def derived(kind: str, *parts: str | bytes | int) -> Id:
    """Return the id that follows from its parts: the same parts give the same id on every machine."""
    pieces = [kind.encode("utf-8")]
    for part in parts:
        pieces += _piece(part)
    return hashlib.blake2b(b"".join(pieces), digest_size=16).digest()


def derived_row(kind: str, part: Id, count: int) -> list[Id]:
    """Return `derived(kind, part, 0)`, `derived(kind, part, 1)` and so on: an import has a million of them."""
    begun = b"".join((kind.encode("utf-8"), *_piece(part)))
    return [hashlib.blake2b(begun + _numbered(number), digest_size=16).digest() for number in range(count)]


def _piece(part: str | bytes | int) -> tuple[bytes, bytes, bytes]:
    data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
    return _SEPARATOR, len(data).to_bytes(8, "big"), data


@lru_cache(maxsize=256)
def _numbered(number: int) -> bytes:
    return b"".join(_piece(number))


def shipped(scheme: str, key: str) -> Id:
    """Return the id of a label of a shipped scheme (uuid5 of scheme and key): two projects agree unasked."""
    return uuid.uuid5(_NAMESPACE, f"label/{scheme}/{key}").bytes


def written(value: Id) -> str:
    """Return an id as files write it: 32 hexadecimal digits."""
    return value.hex()


def read(value: str) -> Id:
    """Return the id that a file wrote. Raises ValueError where it is none."""
    data = bytes.fromhex(value.replace("-", ""))
    if len(data) != 16:
        raise ValueError(f"An id has 32 hexadecimal digits, not {len(data) * 2}.")
    return data


def utc_now() -> datetime:
    """Return the time of the system's clock, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return a moment as the log writes it: ISO 8601, UTC, milliseconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


@dataclass(slots=True)
class IdSource:
    """Gives out UUIDv7 (RFC 9562, section 5.7), growing even within one millisecond; safe between threads."""

    now: Callable[[], datetime] = utc_now
    entropy: Callable[[int], bytes] = os.urandom
    _last: int = field(default=0, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def new(self) -> Id:
        """Return a new id, greater than every id this source gave before."""
        millis = int(self.now().timestamp() * 1000)
        tail = int.from_bytes(self.entropy(10), "big") & ((1 << 74) - 1)
        with self._lock:
            value = max((millis << 74) | tail, self._last + 1)
            self._last = value
        high, low = value >> 62, value & ((1 << 62) - 1)
        time, random_a = high >> 12, high & 0xFFF
        return ((time << 80) | (0x7 << 76) | (random_a << 64) | (0b10 << 62) | low).to_bytes(16, "big")
