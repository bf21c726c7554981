"""Names that a phrase shows, where capitals alone do not: small head words, peers, accords, prefixes, programmes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.suggest.gazetteers import Gazetteer
from annotator.suggest.suggester import Proposal

_NAME = r"(?:(?:al|el|an|as)-)?[A-Z][\w’'-]*[^\W\d_](?: (?:(?:al|el|de|the|of)[ -])?[A-Z][\w’'-]*[^\W\d_]){0,3}"
_WORKS_OF_POWER = r"(?:nuclear )?power (?:plant|station)|nuclear (?:plant|station)|thermal power plant|hydroelectric (?:plant|station|dam)"
_BUILT = (
    r"hospital|air ?base|airbase|airfield|prison|jail|stadium|dam|bridge|steelworks|steel ?plant|steel works|metro station|cathedral"
    r"|mosque|monastery|palace|theatre|refugee camp|border crossing|shipyard|refinery|oil refinery|pipeline|shopping cent(?:re|er)"
    r"|courthouse|(?:railway|train|bus|tube|police) station"
)
# Looked for first: most entries have none of these words, and the patterns with names in them are slow.
_BUILT_WORDS = (
    "hospital", "air", "prison", "jail", "stadium", "dam", "bridge", "steel", "metro station", "cathedral", "mosque", "monastery", "palace",
    "theatre", "refugee camp", "border crossing", "shipyard", "refinery", "pipeline", "shopping cent", "courthouse", " station",
)  # fmt: skip
_PLANT_WORDS = ("power", "nuclear", "hydroelectric")
_ACCORD_WORDS = ("accord", "agreement", "protocol", "memorandum", "convention", "treaty", "pact")
_AREA_WORDS = ("peninsula", "river", "valley", "mountains", "desert", "strait", "archipelago", "delta")
_PLANT = re.compile(rf"(?<![\w-])(?P<it>{_NAME} (?:{_WORKS_OF_POWER}))(?!\w)")
_BUILDING = re.compile(rf"(?<![\w-])(?P<name>{_NAME}) (?:{_BUILT})(?!\w)")
_PEER = re.compile(r"\b(?:Lord|Lady|Baroness|Baron|Viscount|Viscountess) (?P<it>[A-Z][\w’'-]+ of [A-Z]\w+(?:[ -][A-Z]\w+)?)")
_ACCORD = re.compile(rf"(?<![\w-])(?P<it>{_NAME} (?:accords?|agreements?|protocols?|memorandum|conventions?|treaty|pact))(?!\w)")
_CAMP = re.compile(r"(?<!\w)(?:[Pp]ro|[Aa]nti)[-‐‑](?P<it>[A-Z][a-z]{2,})(?![\w’'])")
_NO_CAMP = frozenset({"Brexit", "Covid", "Christ", "Life", "Choice", "Remain", "Leave", "Vax", "Vaxx", "Defection"})
_SHOW = re.compile(r"[’']s (?P<it>[A-Z]\w+(?: [A-Z]\w+){0,3}) (?:programme|show|podcast)(?!\w)")
_PARTY = re.compile(
    r"(?<![\w-])(?P<it>Conservative|Green|Liberal|Socialist|Communist|Republican|Democratic)(?= (?:parliamentary )?(?:MPs?|MEPs?|MSPs?"
    r"|party|lawmakers?|peers?|leaders?|leadership|candidates?|councillors?|backbenchers?|ministers?|voters?|conference|spring conference"
    r"|manifesto|government|senators?|congress(?:man|woman|men)|governors?|whip|benches|grandees?)(?!\w))"
)
_WAR_WORDS = (" civil ", " Civil ")
_CIVIL_WAR = re.compile(r"(?<![\w-])(?P<it>(?P<whose>[A-Z]\w+(?: [A-Z]\w+)?) (?:civil|Civil) (?:war|War))(?!\w)")
_EXERCISE = re.compile(r"\b[Ee]xercises? (?P<it>[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:[ -]\d+)?)(?! [A-Z])")
_RIVER = re.compile(r"\b[Tt]he (?P<it>Dnipro|Jordan|Niger|Congo|Ohio|Delaware|Mississippi|Missouri|Colorado)(?= river\b|[,.]| [a-z])")
_NO_COUNTRY = frozenset({"Dnipro"})
"""Cities that are the river wherever "the" stands before them."""
_HOUSE_SAYS = re.compile(
    r"(?<!\w)(?P<it>Downing Street|Number 10|No 10|Whitehall|Wall Street|Holyrood|Stormont|Fleet Street|Capitol Hill"
    r"|Buckingham Palace|Kensington Palace|Lambeth Palace|Clarence House|Élysée Palace|Elysée Palace|Elysee Palace)(?=[’']s (?:spokes\w+"
    r"|view|response|decision|refusal|claims?)|,? (?:has|had|have|is|was|were|would|will|could|did|does|said|says|insist\w*|confirm\w*"
    r"|den(?:y|ied|ies)|declin\w+|refus\w+|want\w*|hopes?|fears?|announc\w+|welcom\w+|warn\w*|reject\w*|expect\w*|reacted|rose|fell"
    r"|opened|closed|spokes\w+|sources?|officials?|insiders?|aides?|staff|adviser|advisers|correspondent)(?!\w))"
)
"""Houses and streets that act: who works there is meant."""
_INTERSTATE = re.compile(r"(?<![\w-])(?P<it>I-\d{1,3})(?![\w-])")
_SPORT = re.compile(
    r"(?<![\w-])(?P<it>(?:Tennis|Athletics|Cricket|Swimming|Rugby|Basketball|Hockey|Cycling|Football|Netball|Golf|Rowing|Boxing|Gymnastics)"
    r" (?P<where>[A-Z][a-z]+(?: [A-Z][a-z]+)?))(?![\w’'-])"
)
"""Federations that are their sport and their country."""
_RIVERS = re.compile(r"\b[Tt]he (?P<it>[A-Z]\w+(?: [A-Z]\w+)?) and (?P<it2>[A-Z]\w+(?: [A-Z]\w+)?)(?= rivers(?!\w))")
_AREA = re.compile(rf"(?<![\w-])(?P<it>{_NAME})(?= (?:peninsula|river|valley|mountains|desert|strait|archipelago|delta)(?!\w))")
_HEADS_FIRST = frozenset(
    ("The", "A", "An", "In", "At", "On", "From", "Near", "And", "But", "Its", "His", "Her", "Their", "Our", "This", "That")
)


def phrased(text: str, gazetteer: Gazetteer) -> list[Proposal]:
    """Return the names of a text that the words beside them show."""
    found = [*_buildings(text, gazetteer), *_places(text, gazetteer)]
    found += [Proposal(*match.span("it"), "PERSON", 0.9, "a peer’s name") for match in _PEER.finditer(text)]
    for match in _ACCORD.finditer(text) if _any_of(_ACCORD_WORDS, text) else ():
        first = match["it"].split()[0]
        if gazetteer.label(first) == "GPE" and first not in _HEADS_FIRST:
            found.append(Proposal(*match.span("it"), "LAW", 0.97, "an agreement named after a place"))
    for match in _CAMP.finditer(text):
        if not gazetteer.label(match["it"]) and match["it"] not in _NO_CAMP:
            found.append(Proposal(*match.span("it"), "PERSON", 0.87, "whom somebody is for or against"))
    found += [Proposal(*match.span("it"), "ORG", 0.98, "a house that acts") for match in _HOUSE_SAYS.finditer(text)]
    found += [
        Proposal(*match.span("it"), "ORG", 0.97, "a sport and a country")
        for match in _SPORT.finditer(text)
        if gazetteer.label(match["where"]) == "GPE"
    ]
    found += [Proposal(*match.span("it"), "FAC", 0.9, "a numbered road") for match in _INTERSTATE.finditer(text)]
    found += [Proposal(*match.span("it"), "NORP", 0.9, "a political camp") for match in _PARTY.finditer(text)]
    found += [
        Proposal(*match.span("it"), "EVENT", 0.97, "whose civil war")
        for match in (_CIVIL_WAR.finditer(text) if _any_of(_WAR_WORDS, text) else ())
        if gazetteer.label(match["whose"])
    ]
    found += [
        Proposal(*match.span("it"), "EVENT", 0.87, "an exercise’s name")
        for match in _EXERCISE.finditer(text)
        if not gazetteer.label(match["it"].split(" ")[0])
    ]
    found += [Proposal(*match.span("it"), "WORK_OF_ART", 0.96, "a programme") for match in _SHOW.finditer(text)]
    return found


def _buildings(text: str, gazetteer: Gazetteer) -> Sequence[Proposal]:
    found = []
    for match in _PLANT.finditer(text) if _any_of(_PLANT_WORDS, text) else ():
        start = _past_first(text, *match.span("it"))
        if text[start].isupper() or text[start:].startswith(("al-", "el-")):
            found.append(Proposal(start, match.end("it"), "FAC", 0.97, "named, with the word for it"))
    for match in _BUILDING.finditer(text) if _any_of(_BUILT_WORDS, text) else ():
        start = _past_first(text, *match.span("name"))
        name = text[start : match.end("name")]
        # A town's hospital or jail is no name; what stands behind a possessive or a title is somebody's.
        listed = gazetteer.label(name) or gazetteer.label(name.split(" ")[0])
        if not listed and name.lower() not in gazetteer.words and not name.endswith(("’s", "'s", "’", "'")):
            found.append(Proposal(start, match.end(), "FAC", 0.86, "named, with the word for it"))
    return found


def _places(text: str, gazetteer: Gazetteer) -> Sequence[Proposal]:
    found = []
    for match in _RIVER.finditer(text):
        if match["it"] in _NO_COUNTRY or text.startswith(" river", match.end()):
            found.append(Proposal(*match.span("it"), "LOC", 0.98, "a river"))
    for match in _RIVERS.finditer(text) if " rivers" in text else ():
        found += [Proposal(*match.span(each), "LOC", 0.96, "a river") for each in ("it", "it2")]
    for match in _AREA.finditer(text) if _any_of(_AREA_WORDS, text) else ():
        start = _past_first(text, *match.span("it"))
        name = text[start : match.end("it")]
        if name and gazetteer.label(name) in ("", "LOC") and name.lower() not in gazetteer.words and " of " not in name:
            found.append(Proposal(start, match.end("it"), "LOC", 0.86, "beside the word for it"))
    return found


def _any_of(words: Sequence[str], text: str) -> bool:
    return any(word in text for word in words)


def _past_first(text: str, start: int, end: int) -> int:
    """Return where the name begins behind a word that only opens the sentence."""
    first, _, rest = text[start:end].partition(" ")
    return start + len(first) + 1 if first in _HEADS_FIRST and rest else start
