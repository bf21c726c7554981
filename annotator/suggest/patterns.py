"""Names and patterns that a person has in a file: spaCy's pattern JSONL, or a plain list in CSV or TOML.

{"label": "ORG", "pattern": "Baltic Pilots' Union"}                          one JSON object a line; text patterns …
{"label": "GPE", "pattern": [{"LOWER": "new"}, {"LOWER": "york"}]}           … and token patterns (spaCy's Matcher)
name,label                                                                    CSV, with or without this head line
Riga,GPE
GPE = ["Riga", "Tallinn"]                                                     TOML: names by label
"""

from __future__ import annotations

import csv
import hashlib
import json
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.core.errors import InputError, MachineError
from annotator.core.mentions import Finder, normal
from annotator.suggest.suggester import Proposal, apart

MAX_BYTES = 64 << 20
MAX_PATTERNS = 1_000_000
# Regular expressions of strangers can run for ever; the plain parts of token patterns cannot.
_REFUSED = frozenset({"REGEX", "FUZZY", *(f"FUZZY{number}" for number in range(1, 10))})

TokenMatch = Callable[[str], Iterable[Proposal]]


@dataclass(frozen=True, slots=True)
class Patterns:
    """Proposes the names of a file wherever they stand, and what its token patterns match; of overlapping ones the longest."""

    name: str
    version: str
    labels: tuple[str, ...]
    names: dict[str, str]
    finder: Finder
    tokens: TokenMatch | None = None
    dropped: tuple[str, ...] = ()

    def propose(self, texts: Iterable[str]) -> Iterator[tuple[Proposal, ...]]:
        """Yield for each text its proposals, by start; they do not overlap."""
        for text in texts:
            found = [Proposal(each.start, each.end, self.names[each.mention], None, "in your list") for each in self.finder.places(text)]
            if self.tokens is not None:
                found.extend(self.tokens(text))
            yield apart(found)


def load_patterns(path: Path) -> Patterns:
    """Return the suggester of a pattern file. Raises InputError, with the line, where it cannot be used; MachineError if unreadable."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise InputError(f"There is no pattern file {path}.") from None
    except OSError as error:
        raise MachineError(f"The pattern file {path} cannot be read: {error.strerror}.") from error
    if size > MAX_BYTES:
        raise InputError(f"{path.name} is larger than {MAX_BYTES >> 20} MB: split the list.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MachineError(f"The pattern file {path} cannot be read: {error.strerror}.") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path.name} is not in UTF-8: save it as UTF-8.") from None
    pairs, tokens = _read(text, path)
    if len(pairs) + len(tokens) > MAX_PATTERNS:
        raise InputError(f"{path.name} has more than {MAX_PATTERNS} patterns: split the list.")
    if not pairs and not tokens:
        raise InputError(f"{path.name} holds no pattern: give names and labels, one a line.")
    names: dict[str, str] = {}
    for name, label in pairs:
        names.setdefault(normal(name, fold_case=False), label)
    names.pop("", None)
    labels = tuple(sorted({*names.values(), *(label for label, _ in tokens)}))
    version = hashlib.blake2b(data, digest_size=6).hexdigest()
    matching = _matching(tokens, path.name) if tokens else None
    return Patterns(f"patterns:{path.name}", version, labels, names, Finder(names, fold_case=False), matching)


_Pairs = list[tuple[str, str]]
_Tokens = list[tuple[str, list[dict[str, object]]]]


def _read(text: str, path: Path) -> tuple[_Pairs, _Tokens]:
    if path.suffix.lower() == ".toml":
        return _toml(text, path.name), []
    if text.lstrip()[:1] == "{":
        return _jsonl(text, path.name)
    return _table(text, path.name), []


def _toml(text: str, where: str) -> _Pairs:
    try:
        table = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{where} is not right TOML: {error}.") from None
    except RecursionError:
        raise InputError(f"{where} is nested too deep for a list of names.") from None
    pairs: _Pairs = []
    for label, names in table.items():
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise InputError(f'{where}: {label} has to be a list of names, like {label} = ["Riga", "Tallinn"].')
        pairs.extend((name, label) for name in names)
    return pairs


def _table(text: str, where: str) -> _Pairs:
    pairs: _Pairs = []
    first = text.split("\n", 1)[0]
    delimiter = "\t" if "\t" in first else ";" if ";" in first and "," not in first else ","
    rows = csv.reader(text.splitlines(), delimiter=delimiter)
    for number, row in enumerate(_rows(rows, where), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and [cell.casefold() for cell in cells[:2]] == ["name", "label"]):
            continue
        if len(cells) < 2 or not cells[0] or not cells[1]:
            raise InputError(f"{where}, line {number}: a name and its label are needed, like Riga,GPE.")
        pairs.append((cells[0], cells[1]))
    return pairs


def _rows(rows: Iterator[list[str]], where: str) -> Iterator[list[str]]:
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(f"{where} is not right CSV: {error}.") from None
        yield row


def _jsonl(text: str, where: str) -> tuple[_Pairs, _Tokens]:
    pairs: _Pairs = []
    tokens: _Tokens = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise InputError(f"{where}, line {number} is not one JSON object: write one pattern a line.") from None
        label = row.get("label") if isinstance(row, dict) else None
        pattern = row.get("pattern") if isinstance(row, dict) else None
        if not isinstance(label, str) or not label:
            raise InputError(f"{where}, line {number} has no label.")
        if isinstance(pattern, str) and pattern.strip():
            pairs.append((pattern, label))
        elif isinstance(pattern, list) and pattern and all(isinstance(token, dict) for token in pattern):
            if _REFUSED & _keys(pattern):
                raise InputError(f"{where}, line {number} uses REGEX or FUZZY, which can run without end: write the words out.")
            tokens.append((label, pattern))
        else:
            raise InputError(f"{where}, line {number} has no pattern: give a text or a list of tokens.")
    return pairs, tokens


def _keys(value: object) -> frozenset[str]:
    if isinstance(value, dict):
        return frozenset(str(key).upper() for key in value).union(*(_keys(each) for each in value.values()))
    if isinstance(value, list):
        return frozenset().union(*(_keys(each) for each in value))
    return frozenset()


def _matching(tokens: _Tokens, where: str) -> TokenMatch:
    """Return a function that matches token patterns; spaCy is imported here, so a plain list never does it."""
    import spacy
    from spacy.matcher import Matcher

    nlp = spacy.blank("en")
    matcher = Matcher(nlp.vocab, validate=True)
    for label, pattern in tokens:
        try:
            matcher.add(label, [pattern])
        except (ValueError, TypeError, KeyError) as error:
            raise InputError(f"{where} has a token pattern for {label} that spaCy refuses: {str(error).splitlines()[0]}") from None

    def match(text: str) -> Iterator[Proposal]:
        doc = nlp.make_doc(text)
        for span in matcher(doc, as_spans=True):
            if span.text.strip():
                yield Proposal(span.start_char, span.end_char, span.label_, None, "your token pattern")

    return match
