"""Whose layers there are, and which one is meant by a name."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.errors import InputError
from annotator.core.ids import ADJUDICATED, Id
from annotator.core.model import LayerKind
from annotator.project.desk import Desk
from annotator.store import releases

SUGGESTIONS = "suggestions"
ADJUDICATED_NAME = "adjudicated"


@dataclass(frozen=True, slots=True)
class LayerSummary:
    """A layer that holds anything: spans that show, entries done, entries begun or more."""

    id: Id
    kind: LayerKind
    name: str
    spans: int
    done: int
    touched: int


class Layers:
    """The layers of the project."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[LayerSummary]:
        """Return the layers that hold anything."""
        return [LayerSummary(each[0], LayerKind(each[1]), *each[2:]) for each in releases.layer_contents(self._desk.conn)]

    def named(self, name: str) -> LayerSummary:
        """Return the layer a person means. Without a name it is the only one there is.

        Raises InputError for a name that no layer or more than one has, and without a name where there are several.
        """
        layers = self.all()
        if name == ADJUDICATED_NAME:
            return next(
                (each for each in layers if each.id == ADJUDICATED), LayerSummary(ADJUDICATED, LayerKind.ADJUDICATED, name, 0, 0, 0)
            )
        found = [each for each in layers if not name or each.name == name or each.id.hex().startswith(name.lower())]
        exact = [each for each in found if each.name == name]
        found = exact or found
        known = ", ".join(each.name or each.id.hex()[:8] for each in layers) or "none yet: nothing was decided"
        if not found:
            raise InputError(f"There is no layer “{name}”; there are: {known}." if name else f"There is no layer to take ({known}).")
        if len(found) > 1 and name:
            ids = ", ".join(each.id.hex()[:8] for each in found)
            raise InputError(f"{len(found)} layers are called “{name}”; name one by its id instead: {ids}.")
        if len(found) > 1:
            raise InputError(f"There are several layers: {known}. Say which one with --layer NAME.")
        return found[0]
