"""What a run of capitalised words is: person, organisation, place, event … by lists, by head words and by what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotator.suggest import heads
from annotator.suggest.chunks import Chunk, chunks
from annotator.suggest.gazetteers import Gazetteer
from annotator.suggest.suggester import Proposal

_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}s?")
_NAMED_AFTER = frozenset({"Operation", "Hurricane", "Cyclone", "Typhoon", "Storm"})
_CAPITALS = re.compile(r"[A-Z]{2,}")
_SHIP = re.compile(rf"\b(?:{'|'.join(sorted(heads.VESSELS))}),? (?:the )?[“‘\"]?$")
_BODY = re.compile(rf"\b(?:{'|'.join(sorted(heads.BODIES))}),? $")
_LONGEST = 14
"""Words of a run; a longer one is a line in capitals or a table, and no name."""
_FIRM = re.compile(
    r"\b(?:[Ss]hares (?:in|of)|owned by|[Aa]nalysts? at|[Ee]mployees of|subsidiary of|customers of|chief executive (?:of|at)"
    r"|economists? at|founder of"
    r"|spokes(?:man|woman|person) for|work(?:s|ed|ing)? for|stake in|made by|operated by) $"
)


def named(text: str, gazetteer: Gazetteer) -> list[Proposal]:
    """Return what the capitalised runs of a text are, as far as their own words and their neighbours tell."""
    found: list[Proposal] = []
    for chunk in chunks(text):
        found.extend(_one(text, chunk, gazetteer))
    return found


def _one(text: str, chunk: Chunk, gazetteer: Gazetteer) -> Iterable[Proposal]:
    if len(chunk.words) > _LONGEST:
        return
    chunk, titled = _without_titles(chunk, gazetteer)
    if not chunk.words:
        return
    words = [word.text for word in chunk.words]
    if (headed := _headed(words, gazetteer)) and not titled:
        label, score, why = headed
        first = 1 if len(words) > 2 and words[0].lower() in _STARTERS and (chunk.opens or words[0] == "The") else 0
        ordinary = chunk.opens and first == 0 and len(words) == 2 and words[0].lower() in gazetteer.words
        if ordinary and words[0] not in _NAMED_AFTER:
            return
        yield Proposal(chunk.words[first].start, chunk.end, label, score, why)
        return
    if not titled and _SHIP.search(text[max(0, chunk.start - 24) : chunk.start]):
        yield Proposal(chunk.start, chunk.end, "PRODUCT", 0.78, "a ship's name")
        return
    chunk = _trimmed(chunk, gazetteer)
    if not chunk.words:
        return
    words = [word.text for word in chunk.words]
    if gazetteer.label(text[chunk.start : chunk.end]) and not titled:
        return
    if not titled and _FIRM.search(text[max(0, chunk.start - 24) : chunk.start]) and _unlisted(words, gazetteer):
        yield Proposal(chunk.start, chunk.end, "ORG", 0.86, "what firms are said of")
        return
    if (person := _person(text, chunk, words, gazetteer, titled=titled)) is not None:
        yield person
        return
    if len(words) == 1 and (acronym := _acronym(chunk)) is not None:
        yield acronym
        return
    if _BODY.search(text[max(0, chunk.start - 24) : chunk.start]) and _unlisted(words, gazetteer):
        yield Proposal(chunk.start, chunk.end, "ORG", 0.86, "after the word for it")
        return
    if (
        chunk.before in ("in", "from", "near", "at", "outside", "towards")
        and not chunk.opens
        and len(words) <= 2
        and _unlisted(words, gazetteer)
    ):
        yield Proposal(chunk.start, chunk.end, "GPE", 0.45, f"a name after “{chunk.before}”")


_STARTERS = frozenset(
    (
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "for",
        "with",
        "as",
        "but",
        "and",
        "so",
        "yet",
        "when",
        "while",
        "if",
        "after",
        "before",
        "from",
        "by",
        "to",
        "our",
        "its",
        "his",
        "her",
        "their",
        "this",
        "that",
        "no",
        "new",
    )
)


def _without_titles(chunk: Chunk, gazetteer: Gazetteer) -> tuple[Chunk, bool]:
    """Return the chunk after its last leading title, and whether there was one; countries before a title go with it."""
    words = [word.text.rstrip(".") for word in chunk.words]
    last = 0
    for index, word in enumerate(words):
        if all(part in heads.TITLES for part in word.split("-")) or (
            word in {"Secretary", "General", "Of", "of", "State", "Prime"} and last == index and index > 0
        ):
            last = index + 1
        elif index > last and not gazetteer.label(word):
            break
    if not last:
        return chunk, False
    rest = chunk.words[last:]
    if rest and len(words) > last and words[last] in heads.ORG_ENDS | heads.FAC_ENDS | heads.LAW_ENDS | heads.EVENT_ENDS | heads.OF:
        return chunk, False
    if rest and _headed([word.text for word in rest], gazetteer) and len(rest) > 1:
        return (chunk, False) if words[0] in {"King", "Queen", "Prince", "Princess", "St", "Saint", "Lord"} else (chunk.cut(last), False)
    if words[last - 1] in {"St", "Saint"}:
        return chunk, False
    if not rest or gazetteer.label(" ".join(word.text for word in rest)) in {"GPE", "ORG", "NORP"}:
        return chunk.cut(last), False
    return chunk.cut(last), True


def _trimmed(chunk: Chunk, gazetteer: Gazetteer) -> Chunk:
    """Return the chunk without words that a sentence's first capital made look like a name, and without listed names at its edges."""
    first, last = 0, len(chunk.words)
    words = [word.text for word in chunk.words]
    if chunk.opens and words[0].lower() in gazetteer.words and not (words[0] in gazetteer.first_names and last > 1):
        first = 1
    while first < last and words[first].lower() in _STARTERS:
        first += 1
    if last - first > 1:
        while first < last and gazetteer.label(words[first]) in {"GPE", "NORP", "ORG", "LOC"} and words[first] not in gazetteer.first_names:
            first += 1
    while first < last and words[first].rstrip(".") in heads.TITLES:
        first += 1
    if first < last and words[last - 1] == "I":
        last -= 1
    return chunk.cut(first, last)


def _headed(words: list[str], gazetteer: Gazetteer) -> tuple[str, float, str] | None:
    """Return label, score and reason where a word at the end or the beginning tells."""
    if len(words) < 2:
        return None
    first, last = words[0], words[-1].rstrip(".")
    if first in _STARTERS or first.lower() in {"the", "a"}:
        return _headed(words[1:], gazetteer)
    of = words[1] in heads.OF
    if first in heads.LAW_STARTS and (of or (first in {"Article", "Resolution"} and last[0].isdigit())):
        return "LAW", 0.85, f"“{first} {words[1]} …”"
    if first in heads.EVENT_STARTS and len(words) <= 5:
        return "EVENT", 0.9 if first in _NAMED_AFTER and len(words) <= 3 else 0.8, f"“{first} …”"
    if first in heads.ORG_STARTS and of and not (first == "House" and len(words) > 4):
        return "ORG", 0.9, f"“{first} {words[1]} …”"
    if first in heads.ORG_NAMED and len(words) <= 3:
        return "ORG", 0.75, f"“{first} …”"
    if first in heads.GPE_STARTS and words[1] == "of":
        return "GPE", 0.85, f"“{first} of …”"
    if first in heads.LOC_STARTS and first not in {"Sierra"} and len(words) <= 4:
        return "LOC", 0.8, f"“{first} …”"
    if first in heads.FAC_STARTS and len(words) <= 4:
        return "FAC", 0.82 if first == "Hotel" else 0.75, f"“{first} …”"
    for inner in range(1, len(words) - 1):
        if words[inner + 1] in heads.OF and words[inner] in heads.ORG_STARTS:
            return "ORG", 0.88, f"“{words[inner]} {words[inner + 1]} …”"
    if last in heads.SITE_ENDS and words[-2] in heads.SITE_KINDS:
        return "FAC", 0.86, f"“… {words[-2]} {last}”"
    for label, ends, score in (
        ("EVENT", heads.CONTEST_ENDS, 0.88),
        ("GPE", heads.GOVERNED_ENDS, 0.88),
        ("LAW", heads.LAW_ENDS, 0.82),
        ("FAC", heads.FAC_ENDS, 0.82),
        ("LOC", heads.LOC_ENDS, 0.82),
        ("GPE", heads.GPE_ENDS, 0.7),
        ("EVENT", heads.EVENT_ENDS, 0.75),
        ("ORG", heads.ORG_ENDS, 0.85),
    ):
        if last in ends and not (words[0] in gazetteer.first_names and len(words) == 2 and label != "ORG" and last not in heads.FAC_ENDS):
            if (
                label in {"FAC", "EVENT"}
                and words[0] in gazetteer.first_names
                and len(words) == 2
                and last in {"Hall", "House", "Park", "Day", "Swim", "Street", "Base", "Fort", "Field"}
            ):
                continue
            return label, score, f"“… {last}”"
    return None


def _person(text: str, chunk: Chunk, words: list[str], gazetteer: Gazetteer, *, titled: bool) -> Proposal | None:
    if all(gazetteer.label(part) for part in re.split("[-–]", words[0])) and len(words) == 1:
        return None
    if len(words) > 5 or any(_CAPITALS.fullmatch(word) and len(word) > 2 for word in words):
        return None
    if titled:
        return Proposal(chunk.start, chunk.end, "PERSON", 0.95, "after a title")
    after = text[chunk.end : chunk.end + 6]
    known = words[0] in gazetteer.first_names
    role = chunk.before.lower() in heads.ROLES and text[chunk.start - 2 : chunk.start - 1] not in ",;"
    speaks = chunk.after in heads.SPEECH and not after.startswith(("’s", "'s"))
    if len(words) >= 2:
        if (known and not chunk.opens) or (known and words[0].lower() not in gazetteer.words):
            return Proposal(chunk.start, chunk.end, "PERSON", 0.93, f"“{words[0]}” is a first name")
        if (role or speaks or re.match(r", \d\d,", after)) and " & " not in text[chunk.start : chunk.end]:
            return Proposal(chunk.start, chunk.end, "PERSON", 0.8, f"beside “{chunk.before if role else chunk.after}”")
        if "&" in text[chunk.start : chunk.end]:
            return Proposal(chunk.start, chunk.end, "ORG", 0.7, "names with &")
        if _with_surname(words, gazetteer) and chunk.before.lower() not in {"the", "a", "an"}:
            return Proposal(chunk.start, chunk.end, "PERSON", 0.92, "holds a known surname")
        if chunk.before.lower() in {"the", "a", "an"} and not known:
            return None
        if _unlisted(words, gazetteer) and len(words) <= 3 and not any(word.lower() in gazetteer.words for word in words):
            return Proposal(chunk.start, chunk.end, "PERSON", 0.5, "two names in capitals")
        return None
    word = words[0]
    if word.lower() in gazetteer.words or len(word) < 2 or gazetteer.label(word):
        return None
    if _CAPITALS.fullmatch(word):
        return None
    if role and not chunk.opens:
        return Proposal(chunk.start, chunk.end, "PERSON", 0.75, f"after “{chunk.before}”")
    if known:
        return Proposal(chunk.start, chunk.end, "PERSON", 0.6, "a first name")
    if speaks:
        return Proposal(chunk.start, chunk.end, "PERSON", 0.6, f"before “{chunk.after}”")
    return None


def _with_surname(words: list[str], gazetteer: Gazetteer) -> bool:
    """Say whether one of the words is a known surname, and none is known as anything else."""
    labels = {gazetteer.label(word) for word in words}
    return labels == {"", "PERSON"} and len(words) <= 4 and not any(word.lower() in gazetteer.words for word in words)


def _acronym(chunk: Chunk) -> Proposal | None:
    word = chunk.words[0].text
    if not _ACRONYM.fullmatch(word) or word in heads.NOT_ACRONYMS:
        return None
    return Proposal(chunk.start, chunk.end, "ORG", 0.5, "an acronym")


def _unlisted(words: list[str], gazetteer: Gazetteer) -> bool:
    return not any(gazetteer.label(word) or word.lower() in gazetteer.words for word in words) and all(len(word) > 1 for word in words)
