"""Change the labels of the project, as steps that can be undone. A used label is retired, never deleted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.core.decisions import PAYLOAD_VERSION, Draft, Kind, Payload, Step
from annotator.core.errors import InputError
from annotator.core.ids import Id, derived, written
from annotator.core.model import Label, Overlap
from annotator.core.model import Scheme as SchemeValue
from annotator.project.desk import NOTHING, Changed, Desk
from annotator.store import schemes

COLOURS = 16


def founding(scheme: SchemeValue, name: str) -> Step:
    """Return the step that gives a new project its name, rule and labels."""
    labels = {written(each.id): _fields(each, number) for number, each in enumerate(scheme.labels, start=1)}
    after: Payload = {
        "v": PAYLOAD_VERSION, "overlap": scheme.overlap.value, "name": scheme.name, "labels": labels,
        "aliases": {written(given_up): written(kept) for given_up, kept in scheme.aliases.items()},
    }  # fmt: skip
    title: Payload = {"v": PAYLOAD_VERSION, "object": "project", "id": None, "field": "title", "value": name}
    return Step("New project", (Draft(Kind.SCHEME, after=after), Draft(Kind.METADATA, after=title)), undoable=False)


def _fields(label: Label, order: int) -> dict[str, Any]:
    return {
        "key": label.key, "name": label.name, "shortcut": label.shortcut, "colour": label.colour, "guideline": label.guideline,
        "retired": int(label.retired), "ord": order,
    }  # fmt: skip


class Scheme:
    """The labels of the project and the rule of overlap."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def value(self) -> SchemeValue:
        """The scheme as it is now."""
        return self._desk.scheme

    def label(self, key: str) -> Label:
        """Return a label by its key. Raises InputError naming those there are."""
        found = self.value.by_key(key)
        if found is None:
            raise InputError(f"There is no label “{key}”; there are {', '.join(each.key for each in self.value.active)}.")
        return found

    def add(self, key: str, *, name: str = "", shortcut: str = "", colour: int | None = None, guideline: str = "") -> Changed:
        """Add a label; its id follows from the project's scheme and the key, so that two copies that add it agree."""
        return self.add_all({key: name}, shortcut=shortcut, colour=colour, guideline=guideline)

    def add_all(
        self, keys: Mapping[str, str], *, shortcut: str = "", colour: int | None = None, guideline: str = "", undoable: bool = True
    ) -> Changed:
        """Add labels by key and name, in one step; known ones are left as they are. Those that a file brings are not undone."""
        known = {each.key.casefold() for each in self.value.labels}
        order = max((each.order for each in self.value.labels), default=0)
        labels = {}
        for number, (key, name) in enumerate(((k, n) for k, n in keys.items() if k.casefold() not in known), start=1):
            self._free(shortcut)
            fields = Label(b"", key, name or key.capitalize(), shortcut, colour or (order + number - 1) % COLOURS + 1, guideline)
            labels[written(derived("label", self.value.name, key))] = _fields(fields, order + number)
        if not labels:
            return NOTHING
        return self._decide(f"Add {', '.join(fields['key'] for fields in labels.values())}", {"labels": labels}, undoable=undoable)

    def change(self, label: Id, **fields: str | int) -> Changed:
        """Change fields of a label: key, name, shortcut, colour, retired, ord."""
        old = self.value.by_id(label)
        if old is None:
            raise InputError("This label is not in the project.")
        unknown = fields.keys() - {"key", "name", "shortcut", "colour", "retired", "ord"}
        if unknown:
            raise InputError(f"A label has no {', '.join(sorted(unknown))} that could be changed.")
        if "shortcut" in fields:
            self._free(str(fields["shortcut"]), besides=label)
        return self._decide(f"Change {old.key}", {"labels": {written(label): dict(fields)}})

    def describe(self, label: Id, guideline: str) -> Changed:
        """Write a label's guideline anew; every decision knows the version in force."""
        old = self.value.by_id(label)
        if old is None:
            raise InputError("This label is not in the project.")
        version = schemes.guideline_version(self._desk.conn, label) + 1
        after: Payload = {"v": PAYLOAD_VERSION, "label": written(label), "text": guideline, "version": version}
        return self._desk.commit(Step(f"Guideline of {old.key}", (Draft(Kind.GUIDELINE, before={"text": old.guideline}, after=after),)))

    def merge(self, given_up: Id, kept: Id) -> Changed:
        """Let one label stand for another: its spans count as the kept one's, and undo parts them again."""
        old, new = self.value.by_id(given_up), self.value.by_id(kept)
        if old is None or new is None or old.id == new.id:
            raise InputError("Two different labels of the project are needed to merge them.")
        return self._decide(f"Merge {old.key} into {new.key}", {"aliases": {written(old.id): written(new.id)}})

    def set_overlap(self, overlap: Overlap) -> Changed:
        """Change the rule of overlap; spans that the new rule forbids stay out of sight until it is changed back."""
        return NOTHING if overlap is self.value.overlap else self._decide(f"Spans are {overlap.value}", {"overlap": overlap.value})

    def _free(self, shortcut: str, *, besides: Id | None = None) -> None:
        other = next((each for each in self.value.active if shortcut and each.shortcut == shortcut and each.id != besides), None)
        if other is not None:
            raise InputError(f"The key {shortcut} is taken by {other.key}; choose another one.")

    def _decide(self, name: str, after: Mapping[str, Any], *, undoable: bool = True) -> Changed:
        return self._desk.commit(Step(name, (Draft(Kind.SCHEME, after={"v": PAYLOAD_VERSION, **after}),), undoable=undoable))
