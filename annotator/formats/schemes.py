"""Schemes as TOML files: the shipped ones, and those that a person writes.

    name = "harbours"
    overlap = "flat"              # or "nested"; left out: flat

    [[labels]]
    key = "SHIP"                  # in files and on tags: capitals, digits, _ and -
    name = "Ship"
    shortcut = "1"                # one key: a digit from 1, or a letter; may be left out
    colour = 1                    # 1 to 16; left out: the next one in order
    guideline = "What is one, what is not, examples, in Markdown."

A label may also say `retired = true`, `merged_into = "KEY"`, and `id` (32 hexadecimal digits) where its id does not follow from
the name of the scheme and the key.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import regex
import tomlkit

from annotator.core import ids
from annotator.core.errors import InputError, MachineError
from annotator.core.model import Label, Overlap, Scheme
from annotator.core.resources import resource

COLOURS = 16
MAX_BYTES = 1 << 20
MAX_LABELS = 500
_KEY = regex.compile(r"[\p{L}\p{N}][\p{L}\p{N}_.\-]{0,63}")
_SHORTCUT = regex.compile(r"[1-9\p{Ll}]")
_SCHEME_FIELDS = frozenset({"name", "overlap", "labels"})
_LABEL_FIELDS = frozenset({"key", "name", "shortcut", "colour", "guideline", "retired", "merged_into", "id"})


def shipped_schemes() -> tuple[str, ...]:
    """Return the names of the schemes that come with the program, the default one first."""
    names = sorted(path.stem for path in resource("schemes").glob("*.toml"))
    return tuple(sorted(names, key=lambda name: name != "news"))


def shipped_scheme(name: str) -> Scheme:
    """Return a scheme that comes with the program. Raises InputError for a name that is none of them."""
    if name not in shipped_schemes():
        raise InputError(f"There is no scheme {name!r}: use one of {', '.join(shipped_schemes())}, or give a TOML file.")
    return read_scheme(resource("schemes", f"{name}.toml"))


def read_scheme(path: Path) -> Scheme:
    """Return the scheme of a TOML file. Raises InputError saying what is wrong with it and where, MachineError if it cannot be read."""
    where = path.name
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except FileNotFoundError:
        raise InputError(f"There is no scheme file {path}.") from None
    except OSError as error:
        raise MachineError(f"The scheme file {path} cannot be read: {error.strerror}.") from error
    if data is None:
        raise InputError(f"{where} is larger than {MAX_BYTES >> 20} MB: that is no scheme.")
    try:
        table = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        raise InputError(f"{where} is not in UTF-8: save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{where} is not right TOML: {error}.") from None
    except RecursionError:
        raise InputError(f"{where} is nested too deep for a scheme.") from None
    return _scheme(table, where)


def write_scheme(scheme: Scheme) -> str:
    """Return a scheme as TOML text; `read_scheme` makes the same scheme of it."""
    document = tomlkit.document()
    document["name"] = scheme.name
    document["overlap"] = scheme.overlap.value
    labels = tomlkit.aot()
    for label in scheme.labels:
        table = tomlkit.table()
        table["key"] = label.key
        table["name"] = label.name
        if label.shortcut:
            table["shortcut"] = label.shortcut
        table["colour"] = label.colour
        if label.guideline:
            table["guideline"] = _long(label.guideline)
        if label.retired:
            table["retired"] = True
        if label.id in scheme.aliases and (target := scheme.by_id(label.id)) is not None:
            table["merged_into"] = target.key
        if label.id != ids.shipped(scheme.name, label.key):
            table["id"] = ids.written(label.id)
        labels.append(table)
    document["labels"] = labels
    return tomlkit.dumps(document)


def key_fault(key: str) -> str:
    """Return why a text cannot be a label's key, "" where it can."""
    return "" if _KEY.fullmatch(key) else "a key has letters, digits, _, . and -, at most 64, and no spaces"


def shortcut_fault(shortcut: str) -> str:
    """Return why a key press cannot be a label's, "" where it can or where there is none."""
    return "" if not shortcut or _SHORTCUT.fullmatch(shortcut) else "it can be one digit from 1 to 9 or one small letter"


def _long(text: str) -> tomlkit.items.String:
    """Several lines stay several lines where TOML can hold them so; a carriage return it could not."""
    plain = "\n" in text and not text.startswith("\n") and not regex.search(r'[\p{Cc}--[\n\t]]|\\|"""|"$', text, flags=regex.V1)
    return tomlkit.string(text, multiline=plain)


def _scheme(table: Mapping[str, object], where: str) -> Scheme:
    _known(table, _SCHEME_FIELDS, where)
    name = _text(table, "name", where)
    if not name:
        raise InputError(f'{where} does not name its scheme: begin it with a line like name = "harbours".')
    overlap = _text(table, "overlap", where) or Overlap.FLAT.value
    if overlap not in (each.value for each in Overlap):
        raise InputError(f'{where} says overlap = "{overlap}": it can be "flat" or "nested".')
    rows = table.get("labels")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise InputError(f"{where} has no labels: give each one a [[labels]] table with a key.")
    if len(rows) > MAX_LABELS:
        raise InputError(f"{where} has {len(rows)} labels: {MAX_LABELS} are the most a scheme can have.")
    labels = tuple(_label(row, name, order, where) for order, row in enumerate(rows))
    _no_doubles([label.key.casefold() for label in labels], "key", where)
    _no_doubles([label.shortcut for label in labels if label.shortcut and not label.retired], "shortcut", where)
    scheme = Scheme(name=name, labels=labels, overlap=Overlap(overlap))
    aliases: dict[ids.Id, ids.Id] = {}
    for label, row in zip(labels, rows, strict=True):
        if merged := _text(row, "merged_into", f"{where}, label {label.key}"):
            target = scheme.by_key(merged)
            if target is None or target.id == label.id:
                raise InputError(f"{where}: label {label.key} is merged into {merged!r}, which is no other label of this scheme.")
            aliases[label.id] = target.id
    return Scheme(name=name, labels=labels, overlap=Overlap(overlap), aliases=aliases)


def _label(row: Mapping[str, object], scheme: str, order: int, where: str) -> Label:
    place = f"{where}, label number {order + 1}"
    key = _text(row, "key", place)
    if not key:
        raise InputError(f'{place} has no key: add a line like key = "SHIP".')
    if fault := key_fault(key):
        raise InputError(f"{place} has the key {key!r}: {fault}.")
    place = f"{where}, label {key}"
    _known(row, _LABEL_FIELDS, place)
    shortcut = _text(row, "shortcut", place)
    if fault := shortcut_fault(shortcut):
        raise InputError(f"{place} has the shortcut {shortcut!r}: {fault}.")
    colour = row.get("colour", order % COLOURS + 1)
    if not isinstance(colour, int) or isinstance(colour, bool) or not 1 <= colour <= COLOURS:
        raise InputError(f"{place} has the colour {colour!r}: it can be a number from 1 to {COLOURS}.")
    retired = row.get("retired", False)
    if not isinstance(retired, bool):
        raise InputError(f"{place} says retired = {retired!r}: it can be true or false.")
    return Label(
        id=_id(row, scheme, key, place),
        key=key,
        name=_text(row, "name", place) or key,
        shortcut=shortcut,
        colour=colour,
        guideline=_text(row, "guideline", place),
        retired=retired,
        order=order,
    )


def _id(row: Mapping[str, object], scheme: str, key: str, place: str) -> ids.Id:
    written = _text(row, "id", place)
    if not written:
        return ids.shipped(scheme, key)
    try:
        return ids.read(written)
    except ValueError:
        raise InputError(f"{place} has the id {written!r}: an id has 32 hexadecimal digits; leave it out to have one made.") from None


def _text(table: Mapping[str, object], field: str, place: str) -> str:
    value = table.get(field, "")
    if not isinstance(value, str):
        raise InputError(f"{place}: {field} has to be a text in quotation marks, not {value!r}.")
    if "\0" in value:
        raise InputError(f"{place}: {field} holds a NUL character, which no project can store.")
    return value


def _known(table: Mapping[str, object], fields: frozenset[str], place: str) -> None:
    unknown = sorted(set(table) - fields)
    if unknown:
        raise InputError(f"{place} has {unknown[0]!r}, which is not known here: it can have {', '.join(sorted(fields))}.")


def _no_doubles(values: list[str], field: str, where: str) -> None:
    doubles = [value for value, count in Counter(values).items() if count > 1]
    if doubles:
        raise InputError(f"{where} gives the {field} {doubles[0]!r} to two labels: each label needs its own.")
