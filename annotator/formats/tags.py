"""Tags of tokens and the spans they stand for: IOB1, IOB2, BILUO (BIOES is the same with E for L and S for U), IOE2 and plain IO.

    IOB1   I-PER I-PER O I-LOC B-LOC    B- only where a span of the same label ends right before
    IOB2   B-PER I-PER O B-LOC B-LOC    B- at every beginning
    BILUO  B-PER L-PER O U-LOC U-LOC    Begin, In, Last, Unit, Out

IOB1 is what CoNLL-2003 was published in; nearly all copies of it are IOB2 (Ramshaw and Marcus 1995; Sang and Veenstra 1999).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

TagSpan = tuple[int, int, str]
"""First token, the token after the last one, label."""

WRITTEN = ("iob2", "iob1", "biluo")
TITLES = {"iob1": "IOB1", "iob2": "IOB2", "biluo": "BILUO", "bioes": "BIOES", "ioe2": "IOE2", "io": "IO", "none": "no span at all"}

_TAG = re.compile(r"(?:O|[BIELUSM]-\S+)\Z")
_OPENS = frozenset("BSU")
_CLOSES = frozenset("ELSU")
_ENDED = frozenset({"biluo", "bioes"})


def is_tag(value: str) -> bool:
    """True for `O` and for a letter of a scheme, a hyphen and a label."""
    return _TAG.match(value) is not None


def parted(tag: str) -> tuple[str, str]:
    """Return prefix and label of a tag; a tag without prefix is inside its label, and M (middle) is I."""
    if tag in ("O", "_", "-", ""):
        return "O", ""
    if len(tag) > 2 and tag[1] == "-" and tag[0] in "BIELUSM":
        return ("I" if tag[0] == "M" else tag[0]), tag[2:]
    return "I", tag


@dataclass(slots=True)
class Tally:
    """What tags a file holds, counted sentence by sentence: the scheme shows only over the whole of it."""

    prefixes: Counter[str] = field(default_factory=Counter)
    bare: int = 0
    """Tags without any prefix."""
    inside_begins: int = 0
    """I- where no span of that label stands right before: legal in IOB1, an error in IOB2."""
    begin_apart: int = 0
    """B- where no span of that label stands right before: legal in IOB2, an error in IOB1."""

    def add(self, tags: Iterable[str]) -> None:
        """Count the tags of one sentence."""
        before = ""
        for tag in tags:
            prefix, label = parted(tag)
            if prefix != "O":
                self.prefixes[prefix] += 1
                self.bare += not is_tag(tag)
                if label != before:
                    self.inside_begins += prefix == "I"
                    self.begin_apart += prefix == "B"
            before = label

    @property
    def scheme(self) -> str:
        """The scheme that fits best: a key of TITLES."""
        seen = self.prefixes
        if not seen:
            return "none"
        if seen["L"] or seen["U"]:
            return "biluo"
        if seen["S"] or (seen["E"] and seen["B"]):
            return "bioes"
        if seen["E"]:
            return "ioe2"
        if self.bare == seen.total():
            return "io"
        # A file in IOB2 with a few slips has far more B- than I- at beginnings; one in IOB1 has hardly a B- that stands apart.
        return "iob1" if self.begin_apart * 20 < self.inside_begins else "iob2"


def spans_of(tags: Sequence[str], scheme: str, repaired: Callable[[int, str], None]) -> list[TagSpan]:
    """Return the spans of one sentence. What the scheme does not allow is read the most natural way and told by token number."""
    spans: list[TagSpan] = []
    begun: tuple[int, str] | None = None
    strict = scheme in _ENDED
    for number, tag in enumerate(tags):
        prefix, label = parted(tag)
        goes_on = begun is not None and prefix not in _OPENS and prefix != "O" and begun[1] == label
        if begun is not None and not goes_on:
            spans.append((begun[0], number, begun[1]))
            if strict:
                repaired(number - 1, f"{tags[number - 1]} is the last of its span, as the next tag is {tag or 'missing'}")
            begun = None
        if prefix == "O":
            continue
        if begun is None:
            if prefix in "IEL" and (scheme == "iob2" or strict):
                repaired(number, f"{tag} begins a span, though no {label} stands before it")
            begun = (number, label)
        if prefix in _CLOSES:
            spans.append((begun[0], number + 1, label))
            begun = None
    if begun is not None:
        spans.append((begun[0], len(tags), begun[1]))
        if strict:
            repaired(len(tags) - 1, f"{tags[-1]} is the last of its span, as the sentence ends")
    return spans


def tags_of(length: int, spans: Iterable[TagSpan], scheme: str) -> list[str]:
    """Return the tags of a sentence of `length` tokens; `spans` are flat and in order. Raises ValueError for an unknown scheme."""
    if scheme not in WRITTEN:
        raise ValueError(f"There is no tag scheme {scheme!r}; there are {', '.join(WRITTEN)}.")
    tags = ["O"] * length
    before: tuple[int, str] | None = None
    for first, end, label in spans:
        tags[first:end] = [f"I-{label}"] * (end - first)
        if scheme == "biluo":
            tags[end - 1] = f"L-{label}"
            tags[first] = f"{'U' if end - first == 1 else 'B'}-{label}"
        elif scheme == "iob2" or before == (first, label):
            tags[first] = f"B-{label}"
        before = end, label
    return tags
