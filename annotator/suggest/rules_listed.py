"""Names that a list knows or a pattern shows: listed names, makes with a model number, roads, titles of works."""

from __future__ import annotations

import re

from annotator.suggest.gazetteers import Gazetteer
from annotator.suggest.heads import PEERAGE, TITLES
from annotator.suggest.suggester import Proposal

_MODEL = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he|\w+’s|new) )(?P<it>[A-Z][a-z]\w+ (?:[A-Z]{1,3}-?\d{1,4}[A-Z]?|\d{1,3}))(?![\w,.]*\d|%| ?(?:per"
    r"|[a-z]*illion|[A-Z]))"
)
_ROAD = re.compile(r"\bthe (?P<it>[AM]\d{1,4}(?:\(M\))?)(?!\w)|\b(?P<it2>(?:Highway|Route|Interstate) \d+)\b")
# What is counted, not made: May 3, Article 5, Room 12.
_COUNTED = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Article|Chapter|Page|Room|Day|Week|Part|Group|Number|Section|Channel|Level|Phase|Stage|Round|Game|Match|Act|Psalm) "
)
_LANGUAGE = re.compile(r"\b(?:in|speak|speaks|spoke|speaking|fluent|from|into) $")
_WORK = re.compile(
    r"\b(?:book|novel|film|movie|song|album|series|documentary|play|musical|opera|poem|painting|memoir|hymn)s?,? "
    r"(?P<q>[“‘\"])?(?P<it>(?:The |A |An )?[A-Z][\w’'-]*(?: (?:of|the|a|and|in|for|to|on|[A-Z][\w’'-]*))*)"
)
_SUNG = re.compile(
    r"\b(?:sing|sang|singing|sung|read|reading|directed|wrote|titled|entitled|called) (?P<it>[A-Z][\w’'-]*(?: (?:of|the|a"
    r"|and|in|for|to|on))* [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)"
)


_NEXT = re.compile(r" ([A-Z][a-z]+)")
_SHORT = frozenset({"GPE", "FAC"})
_IN_ANOTHER = 0.85
_ORDINARY = frozenset({"Visa", "Total", "Universal", "Capita", "Split", "Nice", "Male"})
"""Names that are ordinary words where a sentence begins."""
_BEGUN = re.compile(r"(?:^|\n|[.!?:…] |[“‘\"'•])$")


def listed(text: str, gazetteer: Gazetteer) -> list[Proposal]:
    """Return the names that stand in a list."""
    found = []
    for place in gazetteer.finder.places(text):
        known = gazetteer.known[place.mention]
        before = text[max(0, place.start - 14) : place.start]
        end = place.end
        if place.mention in gazetteer.owned:
            if text[end : end + 2] not in ("'s", "’s"):
                continue
            end += 2
        if gazetteer.needs_article(place.mention) and not before.lower().endswith("the "):
            continue
        if known.label == "GPE" and PEERAGE.search(before):
            continue
        if known.label == "NORP" and _LANGUAGE.search(before) and not text[place.end : place.end + 2].strip().isalpha():
            continue
        if known.label == "EVENT" and place.mention == "Civil War" and not before.endswith("the "):
            continue
        doubtful = known.label in _SHORT and _goes_on(text, place.end, gazetteer)
        doubtful = doubtful or (place.mention in _ORDINARY and bool(_BEGUN.search(before)))
        score = known.score * _IN_ANOTHER if doubtful else known.score
        found.append(Proposal(place.start, end, known.label, score, known.why))
    return found


def _goes_on(text: str, end: int, gazetteer: Gazetteer) -> bool:
    """Say whether a word in capitals follows that is neither a known name nor a title nor common: the name may be a part only."""
    following = _NEXT.match(text, end)
    if following is None:
        return False
    word = following[1]
    return word not in TITLES and word.lower() not in gazetteer.words and not gazetteer.label(word) and word not in gazetteer.first_names


def numbered(text: str) -> list[Proposal]:
    """Return makes with a model number (Kestrel P-4) and roads (the A6)."""
    found = [
        Proposal(match.start("it"), match.end("it"), "PRODUCT", 0.6, "a name with a model number")
        for match in _MODEL.finditer(text)
        if not _COUNTED.match(match.group("it"))
    ]
    for match in _ROAD.finditer(text):
        start, end = match.span("it" if match.group("it") else "it2")
        found.append(Proposal(start, end, "FAC", 0.86, "a numbered road"))
    return found


def works(text: str) -> list[Proposal]:
    """Return titles that follow the word for what they are: the book The Last Kilowatt."""
    found = []
    for pattern, score in ((_WORK, 0.7), (_SUNG, 0.45)):
        for match in pattern.finditer(text):
            if pattern is _SUNG and len(match.group("it").split()) < 3:
                continue
            found.append(Proposal(match.start("it"), match.end("it"), "WORK_OF_ART", score, "a title after the word for it"))
    return found
