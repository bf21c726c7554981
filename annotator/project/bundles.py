"""Hand out: a bundle is itself a project file, with the entries of one person and nobody else's decisions on them."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from annotator.core.decisions import PAYLOAD_VERSION, Draft, Kind, Payload, Step
from annotator.core.errors import InputError, MachineError
from annotator.core.ids import Id, derived, written
from annotator.core.model import LayerKind
from annotator.core.rules import Place
from annotator.project.desk import Desk
from annotator.project.merging import person_named
from annotator.store import assignments, bundles, database, practice, roster, schemes
from annotator.store.database import project_path, writing

_PACKAGE = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A bundle that stands: for whom, how many entries (of them in the control group, or to practise on), how many suggestions, and
    whose stayed behind."""

    path: Path
    person: str
    entries: int
    control: int
    suggestions: int
    suggesters: tuple[str, ...]
    left_behind: tuple[str, ...]
    layer: str
    practice: int = 0


class Bundles:
    """Handing out."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(
        self, name: str, out: Path, *, suggestions: bool = False, suggesters: Sequence[str] = (), again: bool = False
    ) -> HandedOut:  # fmt: skip
        """Write the bundle of a person (a name or the beginning of an id), and note in the project that it was handed out.

        With `suggestions` those travel whose suggester is on and saw nobody's decisions; `suggesters` names exactly which, whatever they
        saw. With `again` the entries drawn for a second look go out, without the first one's decisions, into a layer of their own. Control
        entries go without suggestions. What is right in practice entries goes along, packed away until they are done. Raises InputError
        where nothing is assigned, a suggester has none, or something stands at `out`.
        """
        desk = self._desk
        desk.must_write()
        out = project_path(out)
        if out.exists():
            raise InputError(f"{out} exists already. Choose another name for the bundle.")
        if not out.parent.is_dir():
            raise InputError(f"The folder {out.parent} does not exist. Make it first, or choose another place.")
        person = person_named(schemes.read_people(desk.conn), name)
        held = [each for each in assignments.of_person(desk.conn, person.id) if each.again or not again]
        if not held:
            what = "no entry is to be shown again to" if again else "no entry is assigned to"
            raise InputError(f"There is nothing to hand out: {what} {person.name}. Say who labels what with “annotator assign”.")
        chosen, left = self._suggesters(suggestions, suggesters)
        layer = derived("second look", person.id) if again else None
        layer_name = f"{person.name} (again)" if again else person.name
        content = bundles.Content(
            person.id, frozenset(each.entry for each in held), layer, frozenset(chosen),
            frozenset(each.entry for each in held if each.control), self._gold(held),
        )  # fmt: skip
        to_practise = sum(each.practice is not None for each in held)
        self._note(person.name, person.id, len(held), chosen, layer, layer_name, to_practise)
        made = self._written(out, content)
        control = sum(each.control for each in held)
        return HandedOut(out, person.name, len(held), control, made, tuple(chosen), tuple(left), layer_name, to_practise)

    def _gold(self, held: Sequence[assignments.AssignedEntry]) -> dict[Id, Sequence[Place]]:
        found: dict[Id, Sequence[Place]] = {}
        for each in held:
            right = None if each.practice is None else practice.right(self._desk.conn, each.row, each.entry, each.practice)
            if right is not None:
                found[each.entry] = right
            elif each.practice is not None:
                names = {layer.id: layer.name for layer in schemes.read_layers(self._desk.conn)}
                name = names.get(each.practice) or each.practice.hex()[:8]
                raise InputError(
                    f"The layer “{name}” is not done any more with an entry that is to be practised on, so nobody could be told what is "
                    "right there. Finish it, or deal out anew with another layer."
                )
        return found

    def _suggesters(self, wanted: bool, named: Sequence[str]) -> tuple[list[str], list[str]]:
        there = bundles.suggesters(self._desk.conn)
        for name in named:
            if name not in there:
                raise InputError(f"No suggestions by “{name}” stand here; there are some by: {', '.join(there) or 'nobody'}.")
        if named:
            return sorted(set(named)), [name for name in there if name not in named]
        # What is switched off is not shown here; in a bundle, which knows of no switch, it would be.
        kept = roster.off(self._desk.conn) | bundles.learned(self._desk.conn)
        chosen = [name for name in there if wanted and name not in kept and knows_no_decisions(name)]
        return chosen, [name for name in there if wanted and name not in chosen]

    def _note(
        self, name: str, person: Id, entries: int, suggesters: Sequence[str], layer: Id | None, layer_name: str, practice_entries: int
    ) -> None:
        """Write into the log what was handed out; a layer for the second look gets its name here, so that both files agree on it."""
        said = f"{entries} entries to {name}; suggestions by {', '.join(suggesters) or 'nobody'}"
        if practice_entries:
            said += f"; {practice_entries} of them to practise on, with what is right there packed away"
        after: Payload = {"v": PAYLOAD_VERSION, "object": "bundle", "id": written(person), "field": "handed out", "value": said}
        drafts = [Draft(Kind.METADATA, after=after)]
        known = {each.id for each in schemes.read_layers(self._desk.conn)}
        if layer is not None and layer not in known:
            for field, value in (("kind", LayerKind.PERSON.value), ("name", layer_name)):
                described = {"v": PAYLOAD_VERSION, "object": "layer", "id": written(layer), "field": field, "value": value}
                drafts.append(Draft(Kind.METADATA, after=described))
        self._desk.commit(Step(f"Hand out to {name}", tuple(drafts), undoable=False))

    def _written(self, out: Path, content: bundles.Content) -> int:
        desk = self._desk
        partial = out.with_name(f".{out.stem}.part{out.suffix}")
        partial.unlink(missing_ok=True)  # what a run left that was ended from outside
        conn = database.create(partial, desk.ids)
        try:
            made = _filled(conn, partial, desk, content)
        except BaseException:  # an interrupt, too, must leave no half-made file; raised again
            database.discard(conn, partial)
            raise
        database.close(conn)
        try:
            os.replace(partial, out)
        except OSError as error:
            raise MachineError(f"{out.name} could not be put in place: {error.strerror}.") from error
        return made


def _filled(conn: Connection, path: Path, desk: Desk, content: bundles.Content) -> int:
    with writing(conn, path) as out:
        return bundles.fill(desk.conn, out, content)


def knows_no_decisions(suggester: str) -> bool:
    """Return whether a suggester can have seen nobody's decisions: ours, a list, an installed pipeline; not memory, imports, own models."""
    if suggester == "default" or suggester.startswith("patterns"):
        return True
    return suggester != "memory" and bool(_PACKAGE.fullmatch(suggester)) and importlib.util.find_spec(suggester) is not None
