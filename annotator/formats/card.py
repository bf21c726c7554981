"""The data card beside a release: what it holds, by which rules, what the format could not hold, and how to check it.

Everything before the last block follows from content and options alone, so the same project gives the same bytes; the last block says
when and with what it was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.releases import WriteOptions
from annotator.formats.losses import limits
from annotator.formats.writing import Release

_USE = (
    "The texts belong to their publishers: before passing this data on, see that their licence allows it, and name the sources.\n"
    "The licence of the annotation is for those who made it to state; a release should name them."
)
_SENTENCE_END = re.compile(r"(?<=[.!?…。])\s+|\n")
_MARKUP = str.maketrans({"|": "\\|", "<": "&lt;", ">": "&gt;", "`": "'", "*": "\\*", "_": "\\_", "[": "\\[", "]": "\\]", "#": "\\#"})


@dataclass(frozen=True, slots=True)
class CardLabel:
    """A label of the scheme as the card shows it."""

    key: str
    name: str = ""
    guideline: str = ""


@dataclass(frozen=True, slots=True)
class Making:
    """When and with what a release was made; the only part of a card that differs between two runs."""

    time: str
    program: str
    python: str
    spacy: str = ""


@dataclass(frozen=True, slots=True)
class CardFacts:
    """All that a card says. `layer` is the layer's name, `include` what entries were asked for (done or all)."""

    title: str
    format_name: str
    options: WriteOptions
    layer: str
    include: str
    scheme: str
    overlap: str
    labels: Sequence[CardLabel]
    release: Release
    making: Making
    shares: tuple[int, ...] = ()
    seed: int | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    """From source to part of the split."""
    comments: bool = False
    """Whether remarks of the annotators are in the files."""
    agreement: Sequence[str] = ()
    """Sentences on agreement, where it was computed."""


def card(facts: CardFacts) -> str:
    """Return the card as Markdown."""
    blocks = [
        _head(facts),
        _files(facts),
        _split(facts),
        _labels(facts),
        _counts("States of the entries", "state", facts.release.states),
        _counts("Annotators", "annotator", facts.release.annotators, nobody="(not said)"),
        _counts("Where the spans come from", "origin", facts.release.origins, nobody="(not said)"),
        _agreement(facts),
        _losses(facts),
        _section("Licence and attribution", _USE),
        _making(facts.making),
    ]
    return "\n".join(block for block in blocks if block)


def _head(facts: CardFacts) -> str:
    release = facts.release
    entries, spans = sum(file.entries for file in release.files), sum(file.spans for file in release.files)
    taken = "entries that are done" if facts.include == "done" else "all entries, also those that are not done"
    lines = [
        f"# {_cell(facts.title)}",
        "",
        f"{entries} entries with {spans} spans from {len(release.sources)} {'source' if len(release.sources) == 1 else 'sources'}, "
        f"in the format `{_code(facts.format_name)}`. Layer: {_cell(facts.layer)}; {taken}.",
        "Offsets are code points, end exclusive. The order is by source, place, start, end, label.",
    ]
    if facts.format_name == "conll":
        options = facts.options
        language = _code(options.language)
        lines.append(f"Tags: {options.tags.upper()}; of overlapping spans: {options.flatten}; language of the tokenizer: `{language}`.")
    if facts.comments:
        lines.append('Comments of the annotators are in it, under "comments": author, time, text, and the place of the span they are on.')
    else:
        lines.append("Comments of the annotators are left out.")
    return "\n".join(lines) + "\n"


def _files(facts: CardFacts) -> str:
    rows = [
        (file.name, file.part or "all", str(file.entries), str(file.spans), str(file.dropped), str(file.size), file.sha256)
        for file in facts.release.files
    ]
    return _section("Files", _table(("file", "part", "entries", "spans", "spans left out", "bytes", "SHA-256"), rows))


def _split(facts: CardFacts) -> str:
    if not facts.shares:
        return ""
    shares = "/".join(map(str, facts.shares))
    said = f"By source, {shares}, seed {facts.seed}: all entries of a source are in one part.\n\n"
    return _section(
        "Split", said + _table(("source", "part"), [(source or "(none)", part) for source, part in sorted(facts.parts.items())])
    )


def _labels(facts: CardFacts) -> str:
    counts = dict(facts.release.labels)
    rows = [(label.key, label.name, _first_sentence(label.guideline), str(counts.pop(label.key, 0))) for label in facts.labels]
    rows += [(key, "", "not in the scheme", str(count)) for key, count in sorted(counts.items())]
    said = f"{_cell(facts.scheme)}, {_cell(facts.overlap)}.\n\n"
    return _section("Labels", said + _table(("label", "name", "guideline", "spans"), rows))


def _counts(title: str, name: str, counts: Mapping[str, int], nobody: str = "") -> str:
    rows = [(key or nobody, str(count)) for key, count in sorted(counts.items())]
    return _section(title, _table((name, "count"), rows)) if rows else ""


def _agreement(facts: CardFacts) -> str:
    return _section("Agreement", "\n".join(f"- {_cell(sentence)}" for sentence in facts.agreement)) if facts.agreement else ""


def _losses(facts: CardFacts) -> str:
    rows = [
        (kind, "left out" if dropped else "kept, changed", str(count)) for (kind, dropped), count in sorted(facts.release.losses.items())
    ]
    said = [_table(("what", "the span is", "count"), rows)] if rows else ["Every stored span is in the files as it was stored."]
    never = [f"- {sentence}" for sentence in limits(facts.format_name)]
    if never:
        said.append("\n".join(["This format never holds:", "", *never]))
    said.append("The files were read back: spans in them = spans stored − spans left out.")
    return _section("What the format could not hold", "\n\n".join(said))


def _making(making: Making) -> str:
    lines = [f"- time: {making.time}", f"- annotator {making.program}", f"- Python {making.python}"]
    if making.spacy:
        lines.append(f"- spaCy {making.spacy}")
    return _section("Made", "\n".join(lines))


def _section(title: str, body: str) -> str:
    return f"## {title}\n\n{body}\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    # Cells come from files and persons, so their signs are not Markdown's.
    lines += [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").translate(_MARKUP)


def _code(text: str) -> str:
    return " ".join(text.split()).replace("`", "'")


def _first_sentence(text: str) -> str:
    return _SENTENCE_END.split(text.strip(), maxsplit=1)[0]
