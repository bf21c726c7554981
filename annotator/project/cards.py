"""The data card of a release: where it lies, and what the project says in it."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from annotator import __version__
from annotator.core.ids import stamp
from annotator.core.releases import WriteOptions
from annotator.formats.card import CardFacts, CardLabel, Making, card
from annotator.formats.writing import Release
from annotator.project.desk import Desk
from annotator.store import schemes

NAME = "README.md"
_OURS = "The order is by source, place, start, end, label."


def card_path(out: Path) -> Path:
    """Return where the card of a release goes: README.md beside it, or NAME.README.md where another README.md stands already."""
    beside = out.with_name(NAME)
    if not beside.exists():
        return beside
    with beside.open(encoding="utf-8", errors="replace") as file:
        text = file.read(1 << 20)
    return beside if _OURS in text and f"| {out.name} |" in text else out.with_name(f"{out.stem}.{NAME}")


def card_text(
    desk: Desk,
    release: Release,
    *,
    format_name: str,
    options: WriteOptions,
    layer: str,
    include: str,
    shares: Sequence[int] = (),
    seed: int | None = None,
    parts: Mapping[str, str] | None = None,
    comments: bool = False,
) -> str:
    """Return the card as Markdown; only its last block differs between two runs on the same project."""
    scheme = desk.scheme
    facts = CardFacts(
        title=schemes.fact(desk.conn, "title") or desk.path.stem,
        format_name=format_name,
        options=options,
        layer=layer,
        include=include,
        scheme=scheme.name,
        overlap=scheme.overlap.value,
        labels=[CardLabel(each.key, each.name, each.guideline) for each in scheme.active],
        release=release,
        making=Making(stamp(desk.now()), f"annotator {__version__}", platform.python_version(), _installed("spacy")),
        shares=tuple(shares),
        seed=seed,
        parts=parts or {},
        comments=comments,
    )
    return card(facts)


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
