"""Change the labels of the project, as steps that can be undone. A used label is retired, never deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from annotator.core.decisions import PAYLOAD_VERSION, Draft, Kind, Payload, Step
from annotator.core.errors import InputError
from annotator.core.ids import Id, derived, written
from annotator.core.model import Label, Overlap
from annotator.core.model import Scheme as SchemeValue
from annotator.formats.schemes import key_fault, shortcut_fault, write_scheme
from annotator.project.desk import NOTHING, Changed, Desk
from annotator.store import schemes
from annotator.store.schemes import GuidelineVersion as GuidelineVersion

COLOURS = 16
_FIELD_OF = {"ord": "order"}
"""The names of fields in the log that a label calls otherwise."""


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


def counted(number: int, what: str) -> str:
    """Return "1 label", "2 labels"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


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
        """Add a label; its id follows from the project's scheme and the key, so that two copies that add it agree.

        Raises InputError for a key that cannot be one or that another label has, and for a shortcut that is taken.
        """
        self._nameable(key)
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
            labels[written(self._id_of(key))] = _fields(fields, order + number)
        if not labels:
            return NOTHING
        return self._decide(f"Add {', '.join(fields['key'] for fields in labels.values())}", {"labels": labels}, undoable=undoable)

    def addition(self, key: str, *, name: str = "", shortcut: str = "", colour: int = 0) -> tuple[Id, dict[str, Any]]:
        """Return the id and the fields of a label that a step may add. Raises InputError as `add` does."""
        self._nameable(key)
        self._free(shortcut)
        order = max((each.order for each in self.value.labels), default=0)
        label = Label(b"", key, name or key.capitalize(), shortcut, colour or order % COLOURS + 1)
        return self._id_of(key), _fields(label, order + 1)

    def _id_of(self, key: str) -> Id:
        return derived("label", self.value.name, key)

    def change(self, label: Id, **fields: str | int) -> Changed:
        """Change fields of a label: key, name, shortcut, colour, retired, ord."""
        old = self.value.by_id(label)
        if old is None:
            raise InputError("This label is not in the project.")
        unknown = fields.keys() - {"key", "name", "shortcut", "colour", "retired", "ord"}
        if unknown:
            raise InputError(f"A label has no {', '.join(sorted(unknown))} that could be changed.")
        if "key" in fields:
            self._nameable(str(fields["key"]), besides=label)
        if "shortcut" in fields:
            self._free(str(fields["shortcut"]), besides=label)
        if not any(getattr(old, _FIELD_OF.get(name, name)) != value for name, value in fields.items()):
            return NOTHING
        return self._decide(f"Change {old.key}", {"labels": {written(label): dict(fields)}})

    def retire(self, label: Id, retired: bool = True) -> Changed:
        """Take a label out of use, or bring it back; its spans stay. Its key, if another label has it by now, stays there."""
        old = self.value.by_id(label)
        if old is None:
            raise InputError("This label is not in the project.")
        if old.retired is retired:
            return NOTHING
        fields: dict[str, Any] = {"retired": int(retired)}
        if not retired and self._holder(old.shortcut, label) is not None:
            fields["shortcut"] = ""
        return self._decide(f"Retire {old.key}" if retired else f"Bring {old.key} back", {"labels": {written(label): fields}})

    def order(self, labels: Sequence[Id]) -> Changed:
        """Put the labels into another order, in one step. Raises InputError unless each label is named once."""
        known = {each.id: each.order for each in self.value.labels}
        if sorted(labels) != sorted(known):
            raise InputError("An order names every label of the project once.")
        moved = {written(label): {"ord": place} for place, label in enumerate(labels, start=1) if known[label] != place}
        return self._decide("Order the labels", {"labels": moved}) if moved else NOTHING

    def text(self) -> str:
        """Return the scheme as TOML; `take` of another project makes the same labels of it."""
        return write_scheme(self.value)

    def take(self, other: SchemeValue) -> Changed:
        """Take the labels of a scheme file in, in one step: unknown ones are added, known ones (by id or key) become as the file says.

        Labels that the file does not name stay; one whose shortcut the file gives to another loses it. The overlap rule stays.
        The message counts all this.
        """
        labels, guidelines, message = self._taken(other)
        aliases = {written(old): written(new) for old, new in other.aliases.items() if self.value.aliases.get(old) != new}
        if not labels and not guidelines and not aliases:
            return replace(NOTHING, message=message)
        after: Payload = {"v": PAYLOAD_VERSION, "labels": labels, "aliases": aliases}
        drafts = (Draft(Kind.SCHEME, after=after), *guidelines) if labels or aliases else tuple(guidelines)
        return self._desk.commit(Step(f"Take the scheme {other.name} in", drafts), message=message)

    def _taken(self, other: SchemeValue) -> tuple[dict[str, dict[str, Any]], list[Draft], str]:
        last = max((each.order for each in self.value.labels), default=0)
        labels: dict[str, dict[str, Any]] = {}
        guidelines, met, added = [], set(), 0
        for label in other.labels:
            old = self.value.by_id(label.id) or self.value.by_key(label.key)
            if old is None:
                added += 1
                labels[written(label.id)] = _fields(label, last + added)
                continue
            met.add(old.id)
            new, now = _fields(label, old.order), _fields(old, old.order)
            changed = {name: value for name, value in new.items() if now[name] != value and name != "guideline"}
            if changed:
                labels[written(old.id)] = changed
            if label.guideline and label.guideline != old.guideline:
                guidelines.append(self.description(old, label.guideline))
        changes = len(labels) - added
        given = {each.shortcut: each.key for each in other.active if each.shortcut}
        robbed = [each for each in self.value.active if each.id not in met and each.shortcut in given]
        labels |= {written(each.id): {"shortcut": ""} for each in robbed}
        said = f"{counted(added, 'label')} added, {changes} changed, {counted(len(guidelines), 'guideline')} written anew"
        lost = f"; without a key now: {', '.join(each.key for each in robbed)}" if robbed else ""
        rule = (
            f"; spans stay {self.value.overlap.value}, the file says {other.overlap.value}"
            if other.overlap is not self.value.overlap
            else ""
        )
        return labels, guidelines, f"{said}{lost}{rule}."

    def versions(self, label: Id) -> list[schemes.GuidelineVersion]:
        """Return the guidelines that a label had, oldest first; those that were undone are left out."""
        old = self.value.by_id(label)
        return [] if old is None else schemes.guidelines(self._desk.conn, old.id, old.guideline)

    def describe(self, label: Id, guideline: str) -> Changed:
        """Write a label's guideline anew; every decision knows the version in force."""
        old = self.value.by_id(label)
        if old is None:
            raise InputError("This label is not in the project.")
        return self._desk.commit(Step(f"Guideline of {old.key}", (self.description(old, guideline),)))

    def description(self, old: Label, guideline: str) -> Draft:
        """Return the decision that writes a label's guideline anew, for a step that holds several."""
        version = schemes.guideline_version(self._desk.conn, old.id) + 1
        after: Payload = {"v": PAYLOAD_VERSION, "label": written(old.id), "text": guideline, "version": version}
        return Draft(Kind.GUIDELINE, before={"text": old.guideline}, after=after)

    def merge(self, given_up: Id, kept: Id) -> Changed:
        """Let one label stand for another: its spans count as the kept one's, and undo parts them again."""
        old, new = self.value.by_id(given_up), self.value.by_id(kept)
        if old is None or new is None or old.id == new.id:
            raise InputError("Two different labels of the project are needed to merge them.")
        return self._decide(f"Merge {old.key} into {new.key}", {"aliases": {written(old.id): written(new.id)}})

    def set_overlap(self, overlap: Overlap) -> Changed:
        """Change the rule of overlap; spans that the new rule forbids stay out of sight until it is changed back."""
        return NOTHING if overlap is self.value.overlap else self._decide(f"Spans are {overlap.value}", {"overlap": overlap.value})

    def _nameable(self, key: str, *, besides: Id | None = None) -> None:
        fault = key_fault(key)
        if fault:
            raise InputError(f"“{key}” cannot name a label: {fault}.")
        other = self.value.by_key(key)
        if other is not None and other.id != besides:
            retired = ", which is retired; bring it back instead" if other.retired else "; choose another name"
            raise InputError(f"There is a label {other.key} already{retired}.")

    def _holder(self, shortcut: str, besides: Id | None) -> Label | None:
        return next((each for each in self.value.active if shortcut and each.shortcut == shortcut and each.id != besides), None)

    def _free(self, shortcut: str, *, besides: Id | None = None) -> None:
        fault = shortcut_fault(shortcut)
        if fault:
            raise InputError(f"“{shortcut}” cannot be a label's key: {fault}.")
        other = self._holder(shortcut, besides)
        if other is not None:
            raise InputError(f"The key {shortcut} is taken by {other.key}; choose another one.")

    def _decide(self, name: str, after: Mapping[str, Any], *, undoable: bool = True) -> Changed:
        return self._desk.commit(Step(name, (Draft(Kind.SCHEME, after={"v": PAYLOAD_VERSION, **after}),), undoable=undoable))
