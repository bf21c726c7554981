"""What an export is to write, and what the command said of it. Plain values, no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.core.releases import WriteOptions
from annotator.project.exports import WITH_COMMENTS, ExportOptions

TAGGED = frozenset({"conll"})
"""Formats with a tag a token: they cannot hold overlapping spans, and the kind of tags can be chosen."""
LOSSES_SHOWN = 200


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What to write and where to."""

    options: ExportOptions
    out: Path

    def arguments(self, project: Path, *, dry_run: bool = False) -> list[str]:
        """Return the arguments of the command that does it, or with `dry_run` says what it would do."""
        options = self.options
        given = [
            "export", str(project), "--format", options.format, "--out", str(self.out), "--include", options.include,
            "--tags", options.write.tags, "--flatten", options.write.flatten, "--seed", str(options.seed), "--progress", "json",
        ]  # fmt: skip
        given += [f"--layer={options.layer}"] if options.layer else []
        given += [f"--split={options.split}"] if options.split else []
        given += ["--pseudonyms"] if options.pseudonyms else []
        given += ["--comments"] if options.comments else []
        given += ["--practice"] if options.practice else []
        return given + (["--dry-run"] if dry_run else [])


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the command says an export holds: exported = stored − lost."""

    entries: int
    left_out: int
    stored: int
    exported: int
    kinds: tuple[tuple[str, int], ...]
    losses: tuple[tuple[str, str, str], ...]
    """The first losses: kind, entry's id, reason."""
    limits: tuple[str, ...]
    paths: tuple[Path, ...]
    card: Path | None
    practised: int = 0
    """How many of those left out were only practised on."""

    @property
    def lost(self) -> int:
        """How many spans the format cannot hold."""
        return self.stored - self.exported


def outlook(data: Mapping[str, Any]) -> Outlook:
    """Return what the command's result says. Raises KeyError or TypeError for a result that is none of `export`."""
    losses = [(str(each["kind"]), str(each["entry"]), str(each["reason"])) for each in data["first_losses"][:LOSSES_SHOWN]]
    return Outlook(
        int(data["entries"]), int(data["left_out_entries"]), int(data["stored"]), int(data["exported"]),
        tuple(sorted((str(kind), int(n)) for kind, n in data["losses"].items())), tuple(losses), tuple(map(str, data["limits"])),
        tuple(Path(each) for each in data["paths"]), Path(data["card"]) if data["card"] else None,
        int(data["practised"]),
    )  # fmt: skip


def options_of(
    format_name: str,
    layer: str,
    include: str,
    *,
    tags: str,
    flatten: str,
    split: str,
    seed: int,
    pseudonyms: bool,
    comments: bool = False,
    practice: bool = False,
) -> ExportOptions:
    """Return options of an export; what the format has no use for stays as it is by default."""
    write = WriteOptions(tags=tags, flatten=flatten) if format_name in TAGGED else WriteOptions()
    return ExportOptions(
        format_name, layer, include, write, split, seed if split else 0, pseudonyms=pseudonyms,
        comments=comments and format_name in WITH_COMMENTS, practice=practice,
    )  # fmt: skip
