"""Names of the model that go too far, cut back by what is known of titles, possessives and descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.suggest.heads import NOT_ACRONYMS, PEERAGE, TITLES
from annotator.suggest.suggester import Proposal

_DESCRIBED = re.compile(
    r"(?<!\w)(?:invasion|attacks?|war|crisis|occupation|offensive|talks|conflict|aggression|threats?|sanctions|troops|forces)(?!\w)"
)
_OWNED = re.compile(r"[’']s? ")
_OFFICES = TITLES | {"Secretary-General", "Director-General", "Editor", "Correspondent", "Envoy", "Reporter", "Leader", "Spokespeople"}
_GOES_ON = frozenset({"of", "for", "and", "&"})
"""What follows these is no office ("Ministry of Defence")."""
_BEARERS = frozenset({"ORG", "GPE"})
_ARTICLE = re.compile(r"(?<!\w)[Tt]he $")
_KIN = re.compile(
    r"[’']s? | (?:family|families|brothers|sisters|twins|couple|administration|campaign|government|camp|era|case|trial|estate)(?!\w)"
)
_TIED = re.compile(r"[-‐‑](?P<it>[A-Z][a-z]+)(?![\w-])")
_GIVEN_TOO = frozenset(
    {"King", "Prince", "Duke", "Earl", "Major", "Judge", "Sister", "Father", "Mother", "St", "Saint", "Count", "Mark", "Pope"}
)
"""Titles that are also parts of names, or of what a saint is called."""
_CUT_OFF = TITLES - _GIVEN_TOO
_OPENS = re.compile(r"(?:^|\n|[.!?:] )[“‘\"']?$")
_SURE = 0.85
_UNSURE = 0.7
_AFTER_THE = 0.6
"""People have no article: what the model took for one is a body more often than anything else, but that is a guess."""
_NO_NAMES = (NOT_ACRONYMS - {"US", "UK", "EU", "UN", "WHO"}) | {"Covid", "Covid-19", "Omicron"}
_AFTER_SOMEBODY = re.compile(r" (?:crude|formula|index|syndrome|disease|virus|scale|effect|doctrine|clause|rule)(?!\w)")
"""What is named after somebody is not that person."""
_ALONE = re.compile(
    r"[.,;:!?)”’\"]|$|\n"
    r"| (?:and|or|to|in|at|on|for|is|was|are|were|will|has|had|near|by|from|as|that|after|before|with)(?!\w)"
)
"""What follows a name by itself: after "the" it is a river or a region then, since towns and countries that have an article are known."""
_STATE = re.compile(r"Secretar(?:y|ies) of $")


def mended(text: str, found: Sequence[Proposal], known: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Return the model's names: an event that is a mere description ("Russian invasion of Ukraine") and a thing with its owner
    ("Germany’s Bundestag") give way to the names inside that rules know; abbreviations that name nobody (GDP, NOK) go, and offices at
    the end of a body's name are cut off."""
    return tuple(each for one in found for each in _one(text, _fitted(text, one, known), known))


def _fitted(text: str, one: Proposal, known: Sequence[Proposal]) -> Proposal:
    """Return a person without titles, and a body with what a hyphen ties to it ("Journal-Constitution")."""
    name = text[one.start : one.end]
    if one.label == "PERSON":
        words = name.split(" ")
        while len(words) > 1 and words[0].rstrip(".") in _CUT_OFF:
            words.pop(0)
        start = one.end - len(" ".join(words))
        return one if start == one.start else replace(one, start=start)
    tied = _TIED.match(text, one.end) if one.label == "ORG" else None
    if tied and not any(each.start == tied.start("it") for each in known):
        return replace(one, end=tied.end())
    return one


def _one(text: str, one: Proposal, known: Sequence[Proposal]) -> Iterator[Proposal]:
    name = text[one.start : one.end]
    if name in _NO_NAMES or (one.label == "EVENT" and _DESCRIBED.search(name)):
        return
    if one.label == "PERSON" and " " not in name and _AFTER_SOMEBODY.match(text, one.end):
        return
    owner = _OWNED.search(name)
    if owner and any(each.start == one.start and each.end == one.start + owner.start() and each.label != "PERSON" for each in known):
        return
    if one.label == "PERSON" and " " in name and _ARTICLE.search(text[max(0, one.start - 5) : one.start]) and not _KIN.match(text, one.end):
        yield replace(one, label="ORG", score=(one.score or 1.0) * _AFTER_THE)
        return
    if _thing_taken_in(one, name, known) or _two_in_one(one, name, known) or _title_taken_in(text, one, known) or _common(text, one, name):
        return
    if one.label not in _BEARERS:
        yield one
        return
    if one.label == "GPE" and " " not in name and (one.score or 0.0) < _SURE and _with_article(text, one, known):
        yield replace(one, label="LOC")
        return
    if one.label == "GPE" and PEERAGE.search(text[max(0, one.start - 14) : one.start]):
        return
    if one.label == "ORG" and name.startswith("State ") and _STATE.search(text[: one.start]):
        return
    words = name.split(" ")
    while len(words) > 1 and words[-1] in _OFFICES and words[-2] not in _GOES_ON:
        words.pop()
    if words[0] in ("Under", "Deputy", "Assistant") and len(words) < len(name.split(" ")):
        return
    kept = " ".join(words)
    yield one if kept == name else replace(one, end=one.start + len(kept))


def _thing_taken_in(one: Proposal, name: str, known: Sequence[Proposal]) -> bool:
    """Say whether the unsure name is one that a rule knows and a word in small letters ("Brussels summit")."""
    rest, _, last = name.rpartition(" ")
    if not rest or not last.islower() or (one.score or 0.0) >= _UNSURE:
        return False
    return any(each.start == one.start and each.end == one.start + len(rest) and (each.score or 0.0) >= _SURE for each in known)


def _two_in_one(one: Proposal, name: str, known: Sequence[Proposal]) -> bool:
    """Say whether the name is two that rules know, joined by "and" or side by side."""
    if " and " not in name:
        return (one.score or 0.0) < _SURE and _known_apart(one, name, known)
    begun = any(each.start == one.start and each.end < one.end for each in known)
    return begun and any(each.end == one.end and each.start > one.start for each in known)


def _with_article(text: str, one: Proposal, known: Sequence[Proposal]) -> bool:
    before = text[max(0, one.start - 5) : one.start]
    return bool(_ARTICLE.search(before) and _ALONE.match(text, one.end)) and not any(each.start == one.start for each in known)


def _known_apart(one: Proposal, name: str, known: Sequence[Proposal]) -> bool:
    """Say whether the name is two words that rules know as names by themselves ("Scottish Conservative")."""
    first, _, second = name.partition(" ")
    places = {(each.start, each.end) for each in known if each.label == "NORP"}
    return " " not in second and (one.start, one.start + len(first)) in places and (one.end - len(second), one.end) in places


def _title_taken_in(text: str, one: Proposal, known: Sequence[Proposal]) -> bool:
    """Say whether a rule knows the person behind the titles that the name begins with."""
    return any(
        each.label == "PERSON"
        and each.end == one.end
        and each.start > one.start
        and all(word.rstrip(".") in TITLES for word in text[one.start : each.start].split())
        for each in known
    )


def _common(text: str, one: Proposal, name: str) -> bool:
    """Say whether an unsure single word begins a sentence in capitals and stands elsewhere in the text in small letters."""
    if " " in name or (one.score or 0.0) >= _SURE or not name.istitle() or not _OPENS.search(text[max(0, one.start - 4) : one.start]):
        return False
    small = name.lower()
    return small in text and re.search(rf"(?<![\w-]){re.escape(small)}(?!\w)", text) is not None
