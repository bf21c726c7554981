"""Whose bundle a file is: it opens as the person it was handed out to, whatever that person is called on this computer."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection

from annotator.core.errors import InputError
from annotator.core.ids import Id
from annotator.core.model import Person
from annotator.store import bundles, schemes


class OtherAddresseeError(InputError):
    """A bundle was opened by somebody else than the one it was handed out to; `addressee` is who it is for."""

    def __init__(self, sentence: str, addressee: Person) -> None:
        super().__init__(sentence)
        self.addressee = addressee


def addressee_of(conn: Connection) -> Person | None:
    """Return the person a file was handed out to; None where it is no bundle."""
    person = bundles.addressee(conn)
    if person is None:
        return None
    return next((each for each in schemes.read_people(conn) if each.id == person), Person(person, ""))


def deciding_person(conn: Connection, path: Path, person: Person, *, as_addressee: bool, read_only: bool) -> tuple[Person, Id | None, str]:
    """Return who decides in a file, in which layer (None: the own), and a warning where somebody else's bundle is only looked at.

    A person of the addressee's name is the addressee. Raises OtherAddresseeError for anybody else who would decide, unless `as_addressee`.
    """
    addressee = addressee_of(conn)
    if addressee is None:
        return person, None, ""
    same = person.id == addressee.id or _plain(person.name) == _plain(addressee.name)
    if same or as_addressee:
        return addressee, bundles.layer(conn), ""
    if read_only:
        return addressee, bundles.layer(conn), f"{path.name} was handed out to {addressee.name}; you see it as {addressee.name} does."
    raise OtherAddresseeError(
        f"{path.name} was handed out to {addressee.name}, and you are {person.name}. "
        f"If you are {addressee.name}, say so (--as “{addressee.name}”); else ask for a bundle of your own.",
        addressee,
    )


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
