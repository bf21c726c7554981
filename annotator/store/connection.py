"""A connection to a project file, and what the head of such a file says.

sqlite-utils brings files up to date and is loaded for that alone: with all that it needs itself it takes as long as half of the window.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

APPLICATION_ID = 0x414E4E4F
"""The four bytes "ANNO" in the head of the file: what tells a project from another database."""

VERSION = 4
"""PRAGMA user_version. A file with a greater number was made by a newer program and is not opened."""


@dataclass(frozen=True, slots=True)
class Database:
    """An open project file. Whoever writes begins and ends transactions by `database.writing`."""

    conn: sqlite3.Connection

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """A part of the running transaction that is taken back by itself where it fails."""
        name = f"part_{secrets.token_hex(8)}"
        self.conn.execute(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:  # an interrupt, too, must take the part back; raised again
            # Some faults end the whole transaction, and the part with it.
            if self.conn.in_transaction:
                self.conn.execute(f"ROLLBACK TO {name}")
                self.conn.execute(f"RELEASE {name}")
            raise
        self.conn.execute(f"RELEASE {name}")

    def rollback(self) -> None:
        """Take the running transaction back; nothing where none runs."""
        if self.conn.in_transaction:
            self.conn.execute("ROLLBACK")

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()
