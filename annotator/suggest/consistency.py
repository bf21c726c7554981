"""A second look over a whole source: the same name gets the same label, "Zelensky" follows "Volodymyr Zelensky", "OSCE" its long form.

Plain functions over proposals, without spaCy. Only what was unsure is changed, and only towards what the source itself says clearly.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from annotator.suggest.suggester import Proposal, ordered

_SURE = 0.85
_UNSURE = 0.9
_LEAST_LEAD = 2.0
"""How far (in sums of log odds) the label that the source prefers must lie before the label that is changed."""
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to"})
_WORD = regex.compile(r"\p{Lu}[\p{L}\p{M}'’-]*\p{L}")
_SHORT_FORM = regex.compile(r"\s*\(\s*(?:the\s+)?([\p{Lu}&]{2,8})\s*\)")
_CAPITAL_AHEAD = regex.compile(r"[ ]\p{Lu}")
_MAX_NAME = 80


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a source says: `votes` sums of log odds by name and label; `surnames` and `short_forms` to label and probability."""

    votes: Mapping[str, Mapping[str, float]]
    surnames: Mapping[str, float]
    short_forms: Mapping[str, float]


def _odds(score: float) -> float:
    sure = min(max(score, 0.02), 0.98)
    return math.log(sure / (1 - sure))


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").split())


def gathered(texts: Sequence[str], proposals: Sequence[Sequence[Proposal]]) -> Evidence:
    """Return what the proposals of one source say together. Proposals without a score count as sure."""
    votes: dict[str, dict[str, float]] = {}
    surnames: dict[str, float] = {}
    short_forms: dict[str, float] = {}
    for text, spans in zip(texts, proposals, strict=True):
        for each in spans:
            score = each.score if each.score is not None else 1.0
            name = _key(text[each.start : each.end])
            if len(name) > _MAX_NAME:
                continue
            labels = votes.setdefault(name, {})
            labels[each.label] = labels.get(each.label, 0.0) + max(0.1, _odds(score))
            if score < _SURE:
                continue
            words = name.split()
            if each.label == "PERSON" and 2 <= len(words) <= 4 and len(words[-1]) > 2:
                surnames[words[-1]] = max(surnames.get(words[-1], 0.0), score)
            follows = _SHORT_FORM.match(text, each.end)
            if each.label == "ORG" and follows and _abbreviates(follows[1], words):
                short_forms[follows[1]] = max(short_forms.get(follows[1], 0.0), score)
    return Evidence(votes, surnames, short_forms)


def _abbreviates(short: str, words: Sequence[str]) -> bool:
    initials = [word[0].upper() for word in words if word.lower() not in _SMALL_WORDS]
    all_initials = [word[0].upper() for word in words]
    letters = [letter for letter in short if letter != "&"]
    return letters in (initials, all_initials)


def consistent(texts: Sequence[str], proposals: Sequence[Sequence[Proposal]]) -> list[tuple[Proposal, ...]]:
    """Return the proposals of the texts of one source, made consistent.

    An unsure label gives way to the one that the same name has elsewhere in the source, or to PERSON where the name is the last word of
    a person's name there. Words that stand alone and are such a surname, or a short form that the source explains, are added.
    """
    evidence = gathered(texts, proposals)
    return [
        ordered([*_relabelled(text, spans, evidence), *_added(text, spans, evidence)]) for text, spans in zip(texts, proposals, strict=True)
    ]


def _relabelled(text: str, spans: Iterable[Proposal], evidence: Evidence) -> Iterable[Proposal]:
    for each in spans:
        score = each.score if each.score is not None else 1.0
        if score >= _UNSURE:
            yield each
            continue
        name = _key(text[each.start : each.end])
        votes = dict(evidence.votes.get(name, {}))
        if name in evidence.surnames:
            votes["PERSON"] = votes.get("PERSON", 0.0) + _odds(evidence.surnames[name])
        if name in evidence.short_forms:
            votes["ORG"] = votes.get("ORG", 0.0) + _odds(evidence.short_forms[name])
        best = max(votes, key=lambda label: (votes[label], label), default=each.label)
        if best != each.label and votes[best] - votes.get(each.label, 0.0) >= _LEAST_LEAD:
            yield replace(each, label=best, score=max(0.5, score), why="as elsewhere in this source")
        else:
            yield each


def _added(text: str, spans: Sequence[Proposal], evidence: Evidence) -> Iterable[Proposal]:
    if not evidence.surnames and not evidence.short_forms:
        return
    taken = bytearray(len(text))
    for each in spans:
        taken[each.start : each.end] = b"\x01" * (each.end - each.start)
    for found in _WORD.finditer(text):
        start, end = found.span()
        word = found[0]
        if word.endswith(("'s", "’s")):
            end -= 2
            word = word[:-2]
        if word not in evidence.surnames and word not in evidence.short_forms:
            continue
        if any(taken[start:end]) or _before_capital(text, end):
            continue
        votes = evidence.votes.get(word, {})
        if word in evidence.surnames and max(votes, key=lambda label: votes[label], default="PERSON") == "PERSON":
            yield Proposal(start, end, "PERSON", evidence.surnames[word] * 0.9, "surname of a person in this source")
        elif word in evidence.short_forms:
            yield Proposal(start, end, "ORG", evidence.short_forms[word] * 0.9, "short form explained in this source")


def _before_capital(text: str, end: int) -> bool:
    """A capital right behind, in the same line, says that the word is part of another name ("Johnson Street")."""
    return _CAPITAL_AHEAD.match(text, end) is not None
