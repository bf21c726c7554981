"""Every command of the window in one table of values: its text, its keys, where it stands in the menus, and when it can be given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from annotator.core.errors import InputError
from annotator.ui.keynames import normal


class Menu(StrEnum):
    """The menus, in their order."""

    PROJECT = "Project"
    EDIT = "Edit"
    ENTRY = "Entry"
    SPAN = "Span"
    COMPARE = "Compare"
    VIEW = "View"
    HELP = "Help"


class When(Enum):
    """What must hold for a command to be there to give."""

    ALWAYS = "always"
    PROJECT = "project"
    WRITABLE = "writable"
    ENTRY = "entry"
    DECIDING = "deciding"
    MARKS = "marks"
    FOCUS = "focus"
    UNDO = "undo"
    REDO = "redo"


class Place(Enum):
    """Where a key counts: everywhere in the window, or only in the panes, so that a field can have the letter typed into it.

    The panes of the adjudicate screen have keys of their own: what is a label's there is a reading's here.
    """

    WINDOW = "window"
    PANES = "panes"
    ADJUDICATE = "adjudicate"


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `keys` are the keys it has when nobody changed them, the first one being shown; `group` parts the menu by lines."""

    id: str
    text: str
    keys: tuple[str, ...]
    menu: Menu
    when: When
    icon: str = ""
    place: Place = Place.WINDOW
    group: int = 0
    checkable: bool = False


_P, _E, _N, _S, _C, _V, _H = Menu
_PANES, _JUDGE = Place.PANES, Place.ADJUDICATE

COMMANDS: tuple[Command, ...] = (
    Command("new", "New project…", ("Ctrl+N",), _P, When.ALWAYS, "new"),
    Command("open", "Open project…", ("Ctrl+O",), _P, When.ALWAYS, "open"),
    Command("sample", "Try the sample", ("Ctrl+T",), _P, When.ALWAYS, "label"),
    Command("import", "Bring text in…", ("Ctrl+I",), _P, When.WRITABLE, "import", group=1),
    Command("sources", "Sources…", ("Ctrl+Shift+S",), _P, When.PROJECT, group=1),
    Command("labels", "Labels…", ("Ctrl+L",), _P, When.PROJECT, group=1),
    Command("suggest", "Suggest spans", ("Ctrl+G",), _P, When.WRITABLE, "train", group=1),
    Command("suggesters", "Suggesters…", ("Ctrl+Alt+G",), _P, When.PROJECT, group=1),
    Command("learn", "Learn from what is done…", ("Ctrl+Shift+L",), _P, When.WRITABLE, group=1),
    Command("export", "Export…", ("Ctrl+E",), _P, When.PROJECT, "export", group=1),
    Command("backup", "Back up…", ("Ctrl+S",), _P, When.PROJECT, group=2),
    Command("restore", "Restore a backup…", ("Ctrl+Shift+O",), _P, When.WRITABLE, group=2),
    Command("who", "Who labels…", ("Ctrl+Shift+A",), _P, When.ALWAYS, "people", group=3),
    Command("settings", "Settings…", ("Ctrl+,",), _P, When.ALWAYS, "settings", group=3),
    Command("change-keys", "Change keys…", ("Ctrl+F1",), _P, When.ALWAYS, group=3),
    Command("close", "Close project", ("Ctrl+W",), _P, When.PROJECT, group=4),
    Command("quit", "Quit", ("Ctrl+Q",), _P, When.ALWAYS, group=4),
    Command("undo", "Undo", ("Ctrl+Z",), _E, When.UNDO, "undo"),
    Command("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), _E, When.REDO, "redo"),
    Command("find", "Search entries", ("Ctrl+F",), _E, When.PROJECT, "search", group=1),
    Command("filter", "Filter entries…", ("Ctrl+Alt+F",), _E, When.PROJECT, "filter", group=1),
    Command("clear-filter", "Show all entries", ("Ctrl+Alt+A",), _E, When.PROJECT, group=1),
    Command("palette", "Commands…", ("Ctrl+K",), _E, When.ALWAYS, "palette", group=1),
    Command("accept", "Accept, or entry done and next", ("Return", "Enter"), _N, When.ENTRY, "accept", _PANES),
    Command("accept-all", "Accept all, entry done and next", ("Ctrl+Return", "Ctrl+Enter"), _N, When.DECIDING, "done"),
    Command("skip", "Skip the entry", ("Ctrl+Shift+K",), _N, When.DECIDING, "skip"),
    Command("reopen", "Reopen the entry", ("Ctrl+Shift+R",), _N, When.DECIDING),
    Command("hide", "Hide the entry", ("Ctrl+Shift+H",), _N, When.DECIDING),
    Command("next", "Next entry", ("PgDown",), _N, When.ENTRY, "next", group=1),
    Command("previous", "Previous entry", ("PgUp",), _N, When.ENTRY, "previous", group=1),
    Command("next-unfinished", "Next unfinished entry", ("Ctrl+PgDown",), _N, When.ENTRY, group=1),
    Command("flag", "Flag the entry", ("Ctrl+M",), _N, When.DECIDING, "flag", group=2),
    Command("unsure", "Mark as unsure, or not", ("Ctrl+U",), _N, When.DECIDING, group=2),
    Command("comment", "Comment…", ("Ctrl+Shift+C",), _N, When.DECIDING, "comment", group=2),
    Command("comments", "All comments…", ("Ctrl+Alt+C",), _N, When.ENTRY, group=2),
    Command("feedback", "Feedback on practice…", ("Ctrl+Shift+F",), _N, When.ENTRY, group=2),
    Command("correct title", "Correct the title…", ("F2",), _N, When.DECIDING, group=2),
    Command("correct published", "Correct the date…", ("Shift+F2",), _N, When.DECIDING, group=2),
    Command("correct author", "Correct the author…", ("Ctrl+F2",), _N, When.DECIDING, group=2),
    Command("next-span", "Next span or suggestion", ("Tab",), _S, When.MARKS, place=_PANES),
    Command("previous-span", "Previous span or suggestion", ("Shift+Tab",), _S, When.MARKS, place=_PANES),
    Command("doubtful", "Next doubtful suggestion", ("Space",), _S, When.MARKS, place=_PANES),
    Command("likely", "Next likely name", ("F4",), _S, When.ENTRY),
    Command("label-popup", "Label by its name…", ("F3",), _S, When.DECIDING, "label", _PANES, group=1),
    Command("every-same", "Every same mention…", ("Ctrl+D",), _S, When.DECIDING, group=1),
    Command("guideline", "Guideline of the label…", ("Ctrl+Shift+G",), _S, When.ENTRY, group=1),
    Command("reject", "Reject or remove", ("Backspace", "Del"), _S, When.FOCUS, "reject", _PANES, group=1),
    Command("start-out", "Start outwards", ("F7", "["), _S, When.FOCUS, "", _PANES, 2),
    Command("end-out", "End outwards", ("F8", "]"), _S, When.FOCUS, "", _PANES, 2),
    Command("start-in", "Start inwards", ("Shift+F7", "{", "Ctrl+F7", "Ctrl+["), _S, When.FOCUS, "", _PANES, 2),
    Command("end-in", "End inwards", ("Shift+F8", "}", "Ctrl+F8", "Ctrl+]"), _S, When.FOCUS, "", _PANES, 2),
    Command("start-out-character", "Start outwards by character", ("Alt+F7", "Alt+["), _S, When.FOCUS, "", _PANES, 3),
    Command("end-out-character", "End outwards by character", ("Alt+F8", "Alt+]"), _S, When.FOCUS, "", _PANES, 3),
    Command(
        "start-in-character", "Start inwards by character", ("Alt+Shift+F7", "Alt+{", "Ctrl+Alt+F7", "Ctrl+Alt+["), _S, When.FOCUS, "",
        _PANES, 3,
    ),
    Command(
        "end-in-character", "End inwards by character", ("Alt+Shift+F8", "Alt+}", "Ctrl+Alt+F8", "Ctrl+Alt+]"), _S, When.FOCUS, "",
        _PANES, 3,
    ),
    Command("screen label", "Label", ("Ctrl+3",), _C, When.PROJECT, "label"),
    Command("screen adjudicate", "Adjudicate", ("Ctrl+4",), _C, When.PROJECT, "compare"),
    Command("screen agreement", "Agreement", ("Ctrl+5",), _C, When.PROJECT, "chart"),
    Command("settle", "Settle and next", ("Return", "Enter"), _C, When.WRITABLE, "accept", _JUDGE, 1),
    Command("take none", "No entity", ("0",), _C, When.WRITABLE, "reject", _JUDGE, 1),
    Command("take majority", "Take the majority", ("M",), _C, When.WRITABLE, "people", _JUDGE, 1),
    Command("keep", "Keep what is settled", ("K",), _C, When.WRITABLE, "done", _JUDGE, 1),
    Command("other-span", "Another span or label…", ("E",), _C, When.WRITABLE, "", _JUDGE, 1),
    Command("give-up", "No other span after all", ("Esc",), _C, When.WRITABLE, "", _JUDGE, 1),
    Command("next-open", "Next open disagreement", ("Tab",), _C, When.PROJECT, "next", _JUDGE, 2),
    Command("previous-open", "Previous open disagreement", ("Shift+Tab",), _C, When.PROJECT, "previous", _JUDGE, 2),
    Command("equal-cases", "Every equal case…", ("S",), _C, When.WRITABLE, "", _JUDGE, 3),
    Command("by-rule", "Take by a rule…", ("R",), _C, When.WRITABLE, "done", _JUDGE, 3),
    Command("example", "Add to the guideline as an example", ("X",), _C, When.WRITABLE, "label", _JUDGE, 3),
    Command("hide-names", "Hide or show names", ("H",), _C, When.PROJECT, "", _JUDGE, 3),
    Command("evaluate", "Evaluate…", ("Ctrl+Alt+E",), _C, When.PROJECT, "chart", group=4),
    Command("hand-out", "Hand out…", ("Ctrl+Shift+E",), _C, When.WRITABLE, "people", group=4),
    Command("bring-together", "Bring together…", ("Ctrl+Shift+I",), _C, When.WRITABLE, "import", group=4),
    Command("save-agreement", "Save the agreement report…", ("Ctrl+R",), _C, When.PROJECT, "export", group=4),
    Command("stop-computing", "Stop computing figures", ("Ctrl+.",), _C, When.PROJECT, group=4),
    *(Command(f"take {n}", f"Take reading {n}", (str(n),), _C, When.WRITABLE, "", _JUDGE, 9) for n in range(1, 10)),
    Command("next-pane", "Next pane", ("F6",), _V, When.ENTRY),
    Command("previous-pane", "Previous pane", ("Shift+F6",), _V, When.ENTRY),
    Command("fold-left", "Entries", ("Ctrl+1",), _V, When.PROJECT, group=1, checkable=True),
    Command("fold-right", "Labels and spans", ("Ctrl+2",), _V, When.PROJECT, group=1, checkable=True),
    Command("consistency", "Consistency…", ("Ctrl+Shift+D",), _V, When.PROJECT, "compare", group=1),
    Command("progress", "Progress and cost…", ("Ctrl+Shift+P",), _V, When.PROJECT, "chart", group=1),
    Command("what-changed", "What changed…", ("Ctrl+Shift+W",), _V, When.PROJECT, group=1),
    Command("order-reading", "Entries in reading order", ("Ctrl+Alt+1",), _V, When.PROJECT, group=4, checkable=True),
    Command("order-uncertain", "Most uncertain entries first", ("Ctrl+Alt+2",), _V, When.PROJECT, group=4, checkable=True),
    Command("order-alike", "Most alike entries together", ("Ctrl+Alt+3",), _V, When.PROJECT, group=4, checkable=True),
    Command("least-certain", "Least certain suggestion first", ("Ctrl+Alt+U",), _V, When.PROJECT, group=4, checkable=True),
    Command("larger", "Larger text", ("Ctrl++", "Ctrl+="), _V, When.PROJECT, group=2),
    Command("smaller", "Smaller text", ("Ctrl+-",), _V, When.PROJECT, group=2),
    Command("follow-system", "Light or dark as the system", ("Ctrl+Alt+S",), _V, When.ALWAYS, group=3, checkable=True),
    Command("light", "Light", ("Ctrl+Alt+L",), _V, When.ALWAYS, group=3, checkable=True),
    Command("dark", "Dark", ("Ctrl+Alt+D",), _V, When.ALWAYS, group=3, checkable=True),
    Command("keys", "All keys", ("F1",), _H, When.ALWAYS, "help"),
    Command("report", "Save a problem report…", ("Ctrl+Shift+F1",), _H, When.ALWAYS, group=1),
)  # fmt: skip


def apart(one: Place, other: Place) -> bool:
    """Tell whether two places are never on the screen together, so that one key may be given in both."""
    return {one, other} == {Place.PANES, Place.ADJUDICATE}


def bindings(commands: Iterable[Command], changed: Mapping[str, tuple[str, ...]] | None = None) -> dict[str, tuple[str, ...]]:
    """Return the keys of each command by its id, `changed` ones in place of the table's. Raises InputError for a key given twice."""
    changed = changed or {}
    given: dict[str, tuple[str, ...]] = {}
    owners: dict[str, list[Command]] = {}
    for command in commands:
        given[command.id] = changed.get(command.id, command.keys)
        for key in given[command.id]:
            held = owners.setdefault(normal(key), [])
            other = next((each for each in held if each is not command and not apart(each.place, command.place)), None)
            held.append(command)
            if other is not None:
                raise InputError(f"The key {key} is given to “{other.text}” and to “{command.text}”: choose another one for one of them.")
    return given


def label_commands(labels: Iterable[tuple[str, str]], taken: Iterable[str]) -> tuple[tuple[Command, ...], tuple[str, ...]]:
    """Return a command for each label given as (key in capitals, shortcut), and the labels whose shortcut is not theirs to have.

    A shortcut that a command or an earlier label holds is refused; that label can still be given by the list and the palette.
    """
    held = {normal(key) for key in taken}
    commands, refused = [], []
    for name, shortcut in labels:
        free = bool(shortcut) and normal(shortcut) not in held
        if shortcut and not free:
            refused.append(name)
        if free:
            held.add(normal(shortcut))
        keys = (shortcut.upper() if len(shortcut) == 1 else shortcut,) if free else ()
        commands.append(Command(f"label {name}", f"Label as {name}", keys, Menu.SPAN, When.DECIDING, place=Place.PANES, group=9))
    return tuple(commands), tuple(refused)
