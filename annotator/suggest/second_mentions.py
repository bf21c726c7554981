"""What an entry says of a name once holds for the name in all of it: surnames after full names, acronyms after long forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.core.mentions import Finder
from annotator.suggest.gazetteers import Gazetteer
from annotator.suggest.suggester import Proposal

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "&", "de"})
_ASIDE = re.compile(r" \(([А-ЯІЇЄҐ\u0590-\u06ff\u3040-\u9fff][^()\n]{0,40})\)")
EXPLAINED = ("part of “", "short for “")
"""How the reasons begin for what another name of the entry explains."""
_SURE = 0.75


def second_mentions(text: str, found: Sequence[Proposal], gazetteer: Gazetteer) -> list[Proposal]:
    """Return proposals for names that other proposals of the same entry explain."""
    wanted: dict[str, tuple[str, float, str]] = {}
    for each in found:
        name = text[each.start : each.end]
        if each.label == "PERSON" and (each.score or 0) >= _SURE:
            wanted.setdefault(name, ("PERSON", each.score or _SURE, each.why))
            parts = name.split()
            for part in (parts[-1], parts[0]) if len(parts) > 1 else ():
                if len(part) > 2 and part[0].isupper() and part.lower() not in gazetteer.words and not gazetteer.label(part):
                    wanted.setdefault(part, ("PERSON", 0.9 if part == parts[-1] else 0.7, f"part of “{name}” in this entry"))
        elif each.label in {"ORG", "FAC", "LAW", "EVENT", "PRODUCT"} and (each.score or 0) >= _SURE:
            wanted.setdefault(name, (each.label, each.score or _SURE, each.why))
            if (short := _acronym(name, text)) is not None:
                wanted[short] = (each.label, 0.92, f"short for “{name}” in this entry")
    aside = [
        Proposal(match.start(1), match.end(1), each.label, 0.85, f"“{text[each.start : each.end]}” in another script")
        for each in found
        if (match := _ASIDE.match(text, each.end)) is not None
    ]
    finder = Finder(wanted, fold_case=False)
    return aside + [Proposal(place.start, place.end, *wanted[place.mention]) for place in finder.places(text) if place.mention in wanted]


def _acronym(name: str, text: str) -> str | None:
    """Return the acronym of a name if the text has it."""
    words = re.findall(r"\w+", name)
    if len(words) < 2:
        return None
    for short in ("".join(word[0] for word in words if word not in _SMALL).upper(), "".join(word[0] for word in words).upper()):
        if len(short) >= 2 and short in text and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", text):
            return short
    return None
