"""The door: open or make a project, and reach its parts. Every change to a project goes through here."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING

from annotator.core.decisions import PAYLOAD_VERSION, Draft, Kind, Step
from annotator.core.errors import InputError, MachineError
from annotator.core.ids import Id, written
from annotator.core.model import Overlap, Person
from annotator.core.model import Scheme as SchemeValue
from annotator.formats.schemes import read_scheme, shipped_scheme
from annotator.formats.schemes import shipped_schemes as shipped_schemes
from annotator.project.addressee import OtherAddresseeError as OtherAddresseeError
from annotator.project.addressee import addressee_of, deciding_person
from annotator.project.assigning import Assigning
from annotator.project.bundles import Bundles
from annotator.project.changes import Changes
from annotator.project.consistency import Consistency
from annotator.project.desk import Desk, Listener
from annotator.project.entries import Entries
from annotator.project.everywhere import EverySame
from annotator.project.exports import Exports
from annotator.project.history import History
from annotator.project.imports import Imports
from annotator.project.layers import Layers
from annotator.project.means import Means as Means
from annotator.project.means import usual_means as usual_means
from annotator.project.merging import Merging
from annotator.project.models import Models
from annotator.project.recall import Recall
from annotator.project.roster import Roster
from annotator.project.scheme import Scheme, founding
from annotator.project.spans import Spans
from annotator.project.suggesting import Suggesting
from annotator.project.upkeep import Upkeep
from annotator.store import backup, database, lock, schemes, user
from annotator.store.database import project_path
from annotator.store.user import User as User

if TYPE_CHECKING:
    from annotator.project.evaluating import Evaluating
    from annotator.project.examples import Examples
    from annotator.project.practice import Practice
    from annotator.project.settling import Settling
    from annotator.project.studying import Studying
    from annotator.project.training import Training


class Project:
    """An open project. Made by `create_project` or `open_project`; close it, or use it as a context."""

    def __init__(self, desk: Desk, held: lock.Lock | None, warnings: tuple[str, ...] = ()) -> None:
        self.desk = desk
        self.warnings = warnings
        self.recall = Recall(desk)
        self.spans = Spans(desk, self.recall)
        self.every_same = EverySame(desk, self.recall)
        self.consistency = Consistency(desk, self.recall)
        self.entries = Entries(desk, self.spans)
        self.history = History(desk)
        self.scheme = Scheme(desk)
        self.imports = Imports(desk, self.scheme)
        self.roster = Roster(desk, self.recall)
        self.suggesting = Suggesting(desk, self.roster)
        self.models = Models(desk)
        self.layers = Layers(desk)
        self.exports = Exports(desk, self.layers)
        self.upkeep = Upkeep(desk)
        self.changes = Changes(desk, self.layers)
        self.merging = Merging(desk)
        self.assigning = Assigning(desk)
        self.bundles = Bundles(desk)
        self._held = held

    # These six bring in numpy and the suggesters' rules, which take longer to load than a window may take to open.
    @cached_property
    def studying(self) -> Studying:
        """The agreement of the layers, and where they differ."""
        from annotator.project.studying import Studying

        return Studying(self.desk, self.layers)

    @cached_property
    def settling(self) -> Settling:
        """Deciding where the layers differ."""
        from annotator.project.settling import Settling

        return Settling(self.desk, self.studying)

    @cached_property
    def evaluating(self) -> Evaluating:
        """Holding a layer or the suggestions against a gold layer."""
        from annotator.project.evaluating import Evaluating

        return Evaluating(self.desk, self.layers, self.studying)

    @cached_property
    def training(self) -> Training:
        """Learning at the desk."""
        from annotator.project.training import Training

        return Training(self.desk, self.layers)

    @cached_property
    def examples(self) -> Examples:
        """Decisions that become examples in guidelines."""
        from annotator.project.examples import Examples

        return Examples(self.desk, self.scheme)

    @cached_property
    def practice(self) -> Practice:
        """The practice round: what is right is told once an entry is done."""
        from annotator.project.practice import Practice

        return Practice(self.desk)

    @property
    def path(self) -> Path:
        """Where the project file lies."""
        return self.desk.path

    @property
    def person(self) -> Person:
        """Who decides."""
        return self.desk.person

    @property
    def addressee(self) -> Person | None:
        """Whom this file was handed out to; None where it is no bundle."""
        return addressee_of(self.desk.conn)

    @property
    def read_only(self) -> bool:
        """Whether the project is open to look only."""
        return self.desk.read_only

    @property
    def title(self) -> str:
        """The project's name, for the window's title."""
        return schemes.fact(self.desk.conn, "title") or self.path.stem

    def beside(self, *, writing: bool = False) -> Project:
        """Open the same file once more for another thread, with the same person, device and clock; no lock is taken, close it there.

        With `writing` nobody may decide in this project meanwhile.
        """
        desk = self.desk
        read_only = desk.read_only or not writing
        conn = database.open_file(desk.path, read_only=read_only)
        again = Desk(conn, desk.path, desk.person, desk.device, desk.ids, desk.now, read_only, own_layer=desk.own_layer)
        again.recalling = desk.recalling
        return Project(again, None)

    def subscribe(self, listener: Listener) -> None:
        """Have a function called with a `Changed` after every commit."""
        self.desk.listeners.append(listener)

    def close(self) -> None:
        """Fold everything into the one file and give the lock back."""
        self.desk.listeners.clear()
        database.close(self.desk.conn)
        if self._held is not None:
            self._held.release()
            self._held = None

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def scheme_from(name_or_file: str) -> SchemeValue:
    """Return a shipped scheme by its name, or the one of a TOML file."""
    if name_or_file in shipped_schemes():
        return shipped_scheme(name_or_file)
    path = Path(name_or_file)
    if path.suffix.lower() == ".toml" or path.exists():
        return read_scheme(path)
    raise InputError(f"There is no scheme “{name_or_file}”; there are {', '.join(shipped_schemes())}, or name a TOML file.")


def create_project(
    path: Path | str,
    who: User,
    means: Means,
    *,
    scheme: SchemeValue | None = None,
    overlap: Overlap | None = None,
) -> Project:
    """Make a new project and open it for deciding.

    Raises InputError where the file exists or the folder does not, MachineError where the folder cannot be written.
    """
    path = project_path(path)
    wanted = scheme or shipped_scheme("news")
    if overlap is not None:
        wanted = SchemeValue(wanted.name, wanted.labels, overlap, wanted.aliases)
    held = None
    if path.parent.is_dir() and not path.exists():
        if not os.access(path.parent, os.W_OK):
            raise MachineError(f"No project can be made in {path.parent.absolute()}, which is read-only. Choose another place.")
        held = lock.take(path, lock.DECIDING, who.person.name, means.now().astimezone())
    try:
        conn = database.create(path, means.ids)
        desk = _founded(conn, path, wanted, who, means)
    except BaseException:  # an interrupt, too, must give the lock back; raised again
        if held is not None:
            held.release()
        raise
    return Project(desk, held)


def open_project(
    path: Path | str,
    who: User,
    means: Means,
    *,
    read_only: bool = False,
    as_addressee: bool = False,
) -> Project:
    """Open a project; a bundle as its addressee. Raises LockedError where somebody else decides in it, InputError or MachineError as
    `database.open_file` does, OtherAddresseeError where a bundle is somebody else's and `as_addressee` does not say it is the same person.

    An older file is brought up to date, after a backup.
    """
    path = project_path(path)
    warnings: list[str] = []
    database.look(path)
    if database.copied_while_open(path):
        warnings.append(
            f"{path.name} seems to have been copied while it was open: its newest decisions may have stayed behind. "
            "If the original is there, close the program on it and copy it again, or use “annotator backup”."
        )
    held = None
    if not read_only:
        held = lock.take(path, lock.DECIDING, who.person.name, means.now().astimezone())
    try:
        conn = database.open_file(path, read_only=read_only)
        desk = _looking(conn, path, who, means, warnings) if read_only else _ready(conn, path, who, means, warnings, as_addressee)
    except BaseException:  # an interrupt, too, must give the lock back; raised again
        if held is not None:
            held.release()
        raise
    return Project(desk, held, tuple(warnings))


def _looking(conn: Connection, path: Path, who: User, means: Means, warnings: list[str]) -> Desk:
    try:
        database.check_current(conn, path)
        return _desk(conn, path, who, means, read_only=True, warnings=warnings)
    except BaseException:  # an interrupt, too, must not leave the file open; raised again
        conn.close()
        raise


def _ready(conn: Connection, path: Path, who: User, means: Means, warnings: list[str], as_addressee: bool) -> Desk:
    """Bring a file up to date, say what its folder cannot do, and introduce who decides."""
    try:
        if database.pending_migrations(conn):
            backup.automatic(conn, path, "the file was brought up to date", means.now())
            database.migrate(conn, path)
        if not database.keeps_side_file(conn):
            warnings.append(
                f"The folder of {path.name} cannot hold a write-ahead log (a network folder?). Decisions are kept, but more slowly, "
                "and suggestions cannot be made while you label. A folder on this computer is safer."
            )
        desk = _desk(conn, path, who, means, read_only=False, as_addressee=as_addressee)
        _introduce(desk)
    except BaseException:  # an interrupt, too, must not leave the file open; raised again
        database.close(conn)
        raise
    return desk


def _founded(conn: Connection, path: Path, scheme: SchemeValue, who: User, means: Means) -> Desk:
    """Write the first step of a new file; where that fails nothing is left of it."""
    try:
        desk = _desk(conn, path, who, means, read_only=False)
        desk.commit(founding(scheme, path.stem))
        _introduce(desk)
    except BaseException:  # an interrupt, too, must leave no half-made file; raised again
        database.discard(conn, path)
        raise
    return desk


def open_beside(path: Path, who: User, means: Means) -> Project:
    """Open a project that another process decides in, for work that writes only its own tables (suggesting); no lock on deciding."""
    path = project_path(path)
    return Project(_desk(database.open_file(path), path, who, means, read_only=False, as_addressee=True), None)


def this_user(means: Means, name: str = "") -> User:
    """Return who annotates on this computer (see `store.user.load`)."""
    return user.load(means.ids, name=name)


def data_folder() -> Path:
    """Return where the sample project lies when no folder is named."""
    return user.data_folder()


def _desk(
    conn: Connection, path: Path, who: User, means: Means, *, read_only: bool, as_addressee: bool = False, warnings: list[str] | None = None
) -> Desk:
    file: Id = conn.execute("SELECT value FROM file WHERE name = 'id'").fetchone()[0]
    person, layer, warning = deciding_person(conn, path, who.person, as_addressee=as_addressee, read_only=read_only)
    if warning and warnings is not None:
        warnings.append(warning)
    return Desk(conn, path, person, user.device(who.installation, file), means.ids, means.now, read_only, own_layer=layer)


def _introduce(desk: Desk) -> None:
    """Let the project know the name of who decides, where it does not."""
    known = desk.conn.execute("SELECT name FROM people WHERE id = ?", (desk.person.id,)).fetchone()
    if known is None or known[0] != desk.person.name:
        after = {"v": PAYLOAD_VERSION, "object": "person", "id": written(desk.person.id), "field": "name", "value": desk.person.name}
        desk.commit(Step("Introduce an annotator", (Draft(Kind.METADATA, after=after),), undoable=False))
