"""One span policy for all corpora: names without titles, articles, role nouns and handles; places split by what the name says.

What a corpus does not annotate is left open: `Passage.complete` says for which labels "unmarked" means "none", and a mark whose label
the corpus does not tell apart (LOC for countries, seas and airports) keeps all that it may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.suggest.lexicon import BIT, Lexicon, plain
from annotator.suggest.training.passages import LABELS, NOTHING, PLACES, Mark, Passage, RawText

_PER, _ORG, _GPE, _NORP, _FAC, _EVENT = (frozenset({name}) for name in ("PERSON", "ORG", "GPE", "NORP", "FAC", "EVENT"))
_OTHER = frozenset({NOTHING, "NORP", "EVENT"})
_ANY = frozenset({NOTHING, *LABELS})
_NAMES = frozenset({"PERSON", "ORG", *PLACES})


@dataclass(frozen=True, slots=True)
class Policy:
    """How the labels of one corpus read: `labels` by its own names (all others are no names), `complete` as in `Passage`."""

    labels: Mapping[str, frozenset[str]]
    complete: frozenset[str]


_UNER = Policy({"PER": _PER, "ORG": _ORG, "LOC": PLACES, "OTH": _OTHER}, _NAMES)
_GUM = Policy(
    {"person": _PER, "organization": _ORG, "place": PLACES, "event": _EVENT | {NOTHING}, "object": _OTHER, "abstract": _OTHER}, _NAMES
)
_CROSSNER = {
    **dict.fromkeys(("person", "politician"), _PER),
    **dict.fromkeys(("organisation", "politicalparty"), _ORG),
    **dict.fromkeys(("event", "election"), _EVENT),
    "country": _GPE,
    "location": PLACES,
    "misc": _OTHER,
}
_GROBID = {
    **dict.fromkeys(("INSTITUTION", "ORGANISATION", "BUSINESS", "MEDIA", "SPORT_TEAM"), _ORG),
    **dict.fromkeys(("CONCEPT", "CREATION"), _OTHER),
    **dict.fromkeys(("ACRONYM", "UNKNOWN"), _ANY),
    "PERSON": _PER,
    "LOCATION": PLACES,
    "NATIONAL": _NORP,
    "PERSON_TYPE": _NORP | {NOTHING},
    "INSTALLATION": _FAC,
    "EVENT": _EVENT,
    "TITLE": frozenset({NOTHING}),
}
_WNUT = {
    **dict.fromkeys(("corporation", "group"), _ORG),
    **dict.fromkeys(("product", "creative-work"), _OTHER),
    "person": _PER,
    "location": PLACES,
}
POLICIES: Mapping[str, Policy] = {
    "gmb": Policy({"per": _PER, "org": _ORG, "geo": PLACES, "gpe": _NORP, "eve": _EVENT, "art": _OTHER, "nat": _OTHER}, _NAMES | {"NORP"}),
    "ewt": _UNER,
    "ewt_dev": _UNER,
    "ewt_test": _UNER,
    "pud": _UNER,
    "re_docred": Policy({"PER": _PER, "ORG": _ORG, "LOC": PLACES, "MISC": _OTHER}, _NAMES),
    "crossner": Policy(_CROSSNER, _NAMES | {"EVENT"}),
    "wikigold": Policy({"PER": _PER, "ORG": _ORG, "LOC": PLACES, "MISC": _OTHER}, _NAMES),
    "grobid": Policy(_GROBID, _NAMES | {"NORP"}),
    "btc": Policy({"PER": _PER, "ORG": _ORG, "LOC": PLACES}, _NAMES),
    "wnut": Policy(_WNUT, _NAMES),
    "re3d": Policy({"Person": _PER, "Organisation": _ORG, "Location": PLACES, "Nationality": _NORP}, _NAMES),
    "masc": Policy({"person": _PER, "org": _ORG, "location": PLACES}, _NAMES),
    "gum": _GUM,
    "gum_news": _GUM,
}  # fmt: skip
_EDGE = " \t\n\r\"'“”‘’()[],;:-–—*"
_ABBREVIATED = frozenset({"Inc.", "Corp.", "Ltd.", "Co.", "Cos.", "Bros.", "Jr.", "Sr.", "St.", "Mt.", "Dept.", "Ave.", "Pvt."})
_PRONOUNS = frozenset({"I", "He", "She", "They", "We", "You", "It", "His", "Her", "Who", "My"})
_PEOPLE_ENDINGS = ("an", "ans", "ish", "ese", "i", "is", "ic", "ch", "ek", "eks", "ist", "ists", "ite", "ites")
_DIRECTIONS = tuple(
    f"{word} "
    for word in [
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "north",
        "south",
        "east",
        "west",
        "north-eastern",
        "north-western",
        "south-eastern",
        "south-western",
    ]
)
_ARTICLES = ("the ", "The ", "THE ", "a ", "an ", "A ", "An ")


def passages(corpus: str, texts: Iterable[RawText], known: Lexicon, *, split: bool = True) -> Iterator[Passage]:
    """Give the texts of a corpus under the one policy; of overlapping spans the longest stays.

    `split` narrows labels by the lexicon, for training; without it (gold to measure by) they are the corpus' own.
    """
    policy = POLICIES[corpus]
    for raw in texts:
        marks: list[Mark] = []
        taken = bytearray(len(raw.text) + 1)
        for start, end, label in sorted(raw.spans, key=lambda each: each[0] - each[1]):
            if not policy.labels.get(label) or end > len(raw.text) or any(taken[start:end]):
                continue
            mark = fitted(raw.text, start, end, policy.labels[label], known)
            if mark and split:
                mark = Mark(mark.start, mark.end, narrowed(raw.text[mark.start : mark.end], mark.labels, known, rough=corpus == "gmb"))
            if mark:
                marks.append(mark)
                taken[start:end] = b"\x01" * (end - start)
        yield Passage(raw.text, tuple(sorted(marks, key=lambda each: each.start)), policy.complete, corpus)


def fitted(text: str, start: int, end: int, labels: frozenset[str], known: Lexicon) -> Mark | None:
    """Return the mark that the policy makes of a span, or None where it is no name."""
    start, end = _trimmed(text, start, end)
    if labels == _PER:
        start = _past_titles(text, start, end, known)
        start, end = _trimmed(text, start, end)
        if start < end and "@" in text[max(0, start - 1) : start + 1]:
            return Mark(start, end, _ANY)
        if " " not in text[start:end] and (known.bits(text[start:end].lower()) & BIT["title"] or text[start:end] in _PRONOUNS):
            return None
    else:
        for word in (*_ARTICLES, *(_DIRECTIONS if labels == PLACES else ())):
            if text.startswith(word, start) and start + len(word) < end:
                start += len(word)
                break
    words = text[start:end].split()
    if not any(word[:1].isupper() or word[:1].isdigit() for word in words):
        return None
    if len(words) > 12 or (
        text[start].islower() and len(words) > 1 and not words[0].startswith(("al", "de", "van", "von", "bin", "ibn", "el", "e", "i"))
    ):
        labels = _ANY
    return Mark(start, end, labels)


def _past_titles(text: str, start: int, end: int, known: Lexicon) -> int:
    """Return where the name begins behind articles, nationalities and titles ("the Iraqi President Fuad Masum")."""
    at = start
    while at < end:
        words = text[at:end].split(None, 2)
        if len(words) < 2:
            break
        titled = known.bits(words[0].lower()) & (BIT["title"] | BIT["role"])
        ahead = known.bits(words[1].lower()) & (BIT["title"] | BIT["role"])
        people = known.bits(words[0]) & (BIT["nation"] | BIT["country"])
        if not titled and words[0] not in ("The", "the") and not (ahead and people):
            break
        at = text.index(words[1], at + len(words[0]))
    return at


def narrowed(name: str, labels: frozenset[str], known: Lexicon, *, rough: bool) -> frozenset[str]:
    """Return what a name can be, by the lexicon; `rough` says that the corpus was labelled by a machine in part."""
    if (labels >= PLACES and labels != _ANY) or labels in (_NORP, _GPE):
        labels = _place(name, labels, known)
        if rough and " " in name and labels == PLACES:
            return _ANY
    if rough and labels == _ORG:
        if known.name_bits(name) & BIT["country"]:
            return _GPE
        if known.name_bits(name) & BIT["city"]:
            return _ORG | _GPE
        if name.split()[0].lower() in ("of", "and", "for"):
            return _ANY
    if rough and labels == _EVENT and " " not in name:
        return _ANY
    return labels


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and (text[end - 1] in _EDGE or (text[end - 1] == "." and _full_stop(text[start:end]))):
        end -= 1
    return start, end


def _full_stop(name: str) -> bool:
    """Say whether the point at the end closes a sentence rather than an abbreviation."""
    last = name.split()[-1]
    return last.count(".") == 1 and len(last) > 2 and last not in _ABBREVIATED


def _place(name: str, labels: frozenset[str], known: Lexicon) -> frozenset[str]:
    """Return which of GPE, LOC, FAC, NORP a name of a place or people can be."""
    bits = known.name_bits(name)
    words = plain(name).split()
    last, first = known.bits(words[-1]), known.bits(words[0])
    if bits & BIT["nation"] and not bits & BIT["country"]:
        return _NORP
    if bits & BIT["country"]:
        return _GPE
    if labels == _NORP:
        return _NORP if not bits & BIT["city"] and name.endswith(_PEOPLE_ENDINGS) else _ANY
    if labels == _GPE:
        return _GPE
    if bits & BIT["region"]:
        return frozenset({"LOC"})
    if bits & (BIT["city"] | BIT["town"]):
        return _GPE
    if len(words) > 1:
        if " and " in name and "," in name:
            return _ANY
        if last & BIT["gpeword"]:
            return _GPE
        fac, loc = last & BIT["facword"], last & BIT["locword"] or first & BIT["locword"] or last & BIT["region"]
        if fac and not loc:
            return _FAC if not last & BIT["orgword"] else frozenset({"FAC", "ORG"})
        if loc and not fac:
            return frozenset({"LOC"})
        if words[0] in ("University", "College") or last & BIT["orgword"]:
            return frozenset({"FAC", "ORG", *PLACES})
        if words[0].lower() in ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"):
            return frozenset({"GPE", "LOC"})
        return PLACES
    return frozenset({"GPE", "LOC"})
