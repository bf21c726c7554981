"""What can be typed: the verbs and their options, as in design/cli.md."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from annotator import __version__
from annotator.cli.parser_people import comparing_options, pairs, people_options

VERBS: dict[str, str] = {
    "demo": "make the sample project, suggestions included, and open it",
    "new": "make a new project",
    "import": "take files in",
    "suggest": "let suggesters look at entries that are not done",
    "train": "learn from what is done: a better model, taken only if it is better on what was held out",
    "export": "write a data set and its data card",
    "evaluate": "hold a layer, or the suggestions, against a gold layer",
    "assign": "who labels what: deal entries out, or show it",
    "bundle": "hand out: a project file for one person",
    "practice": "how the practice round went: what each person has otherwise than is right",
    "merge": "bring in what others decided, from any number of project files",
    "agreement": "how far annotators agree, with what was counted and left out",
    "disagreements": "every place where annotators differ, with its kind",
    "settle": "take into the adjudicated layer what a rule can settle",
    "layers": "whose layers there are",
    "sources": "the files that came in; withdraw, restore or hide one",
    "stats": "progress, counts, keys and seconds a span",
    "changes": "entries and decisions since a date, a backup or an earlier release",
    "check": "hold the projection against the log",
    "rebuild": "make the projection anew from the log",
    "backup": "write a consistent copy, also while the project is open",
    "restore": "go back to a backup",
    "formats": "the file formats there are",
    "schemes": "the schemes there are",
    "keys": "the keys of the window",
}


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command."""
    top = argparse.ArgumentParser(
        prog="annotator",
        description="Label entities in text, offline. Without a verb the window opens: annotator [PROJECT]",
        epilog="“annotator VERB --help” tells a verb's options. Exit codes: 0 done, 2 the input is at fault, 3 the machine, 1 the program.",
    )
    top.add_argument("--version", action="version", version=f"annotator {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", required=True)
    made = {name: verbs.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".") for name, text in VERBS.items()}
    for name, each in made.items():
        each.add_argument("--json", action="store_true", help="print one JSON object")
        if name not in {"demo", "formats", "schemes", "keys"}:
            each.add_argument("project", type=Path, help="the project file; .annotator is added where it is missing")
            each.add_argument("--as", dest="name", default="", metavar="NAME", help="who annotates; with --to layer, whose layer")
    _options(made)
    return top


def _options(made: dict[str, argparse.ArgumentParser]) -> None:
    made["demo"].add_argument("folder", nargs="?", type=Path, help="where to make the sample project; else in the user's data folder")
    made["demo"].add_argument("--check", action="store_true", help="do the whole main job without a window and print what it did")
    made["new"].add_argument("--scheme", default="news", metavar="NAME|FILE", help="news, conll2003, ontonotes, or a TOML file")
    made["new"].add_argument(
        "--overlap", choices=["flat", "nested"], help="whether spans may stand within each other; else as the scheme says"
    )
    _import_options(made["import"])
    _suggest_options(made["suggest"])
    _train_options(made["train"])
    _export_options(made["export"])
    people_options(made)
    comparing_options(made)
    made["sources"].add_argument("--withdraw", metavar="ID", help="take an import back")
    made["sources"].add_argument("--restore", metavar="ID", help="bring a withdrawn import back")
    made["sources"].add_argument("--hide", metavar="ID", help="put its entries out of sight")
    made["sources"].add_argument("--show", metavar="ID", help="bring its entries back into sight")
    made["sources"].add_argument("--hide-entry", metavar="ID", help="put one entry out of sight (its id stands in a JSONL export)")
    made["sources"].add_argument("--show-entry", metavar="ID", help="bring one entry back into sight")
    made["sources"].add_argument("--yes", action="store_true", help="do it; without this it only says what it touches")
    made["changes"].add_argument("--since", required=True, metavar="DATE|FILE", help="a date or time, a backup, or a release in JSONL")
    made["changes"].add_argument("--layer", default="", metavar="NAME", help="of a release: the layer it is held against")
    made["backup"].add_argument("file", type=Path, help="where the copy goes")
    made["restore"].add_argument("backup", type=Path, help="the backup to go back to")
    made["restore"].add_argument("--yes", action="store_true", help="do it; without this it only says what would be lost")


def _import_options(each: argparse.ArgumentParser) -> None:
    each.add_argument("files", nargs="+", type=Path, metavar="FILE")
    each.add_argument("--format", default="", metavar="NAME", help="see “annotator formats”; else found from the content")
    each.add_argument("--unit", default="", choices=["file", "section", "paragraph", "line"], help="what is one entry (plain text, Word)")
    each.add_argument("--sheet", default="", metavar="NAME", help="of a workbook: the sheet to read; else the first with any row")
    each.add_argument("--columns", type=pairs, default={}, metavar="text=body,title=head", help="our names to the file's columns")
    each.add_argument("--date", default="", metavar="YYYY-MM-DD", help="the day of the newest entry, where the file gives none")
    each.add_argument("--encoding", default="", metavar="NAME", help="else found from the bytes")
    each.add_argument("--to", choices=["suggestions", "layer"], default="suggestions", help="where the file's spans go")
    each.add_argument("--map-label", action="append", type=pairs, default=[], metavar="A=B", help="the file's label A is the project's B")
    each.add_argument("--new-labels", choices=["add", "reject"], default="add", help="labels that the scheme lacks")
    each.add_argument("--dry-run", action="store_true", help="say all and write nothing")


def _suggest_options(each: argparse.ArgumentParser) -> None:
    each.add_argument(
        "--with", dest="suggesters", nargs="+", default=[], metavar="NAME", help="default, memory, patterns:FILE, a spaCy pipeline"
    )
    each.add_argument(
        "--keep",
        action="store_true",
        help="those of --with are the project's from now on, all others are off; “--with none --keep”: all off",
    )
    each.add_argument("--list", action="store_true", help="suggest nothing: say which suggesters the project has and which are on")
    each.add_argument("--threshold", type=float, help="leave out suggestions below this probability")
    each.add_argument("--processes", type=int, default=1, help="how many processes may work; each further one needs 400 entries")
    each.add_argument("--progress", choices=["json"], help="print progress as JSON lines")


def _train_options(each: argparse.ArgumentParser) -> None:
    each.add_argument("--layer", default="", metavar="NAME", help="learn from this layer; else from your own, and from no one else's")
    each.add_argument("--out", type=Path, metavar="DIR", help="write the pipeline there, for “suggest --with DIR”; what is in force stays")
    each.add_argument("--seed", type=int, default=0, help="decides what is held out and the order of learning")
    each.add_argument("--versions", action="store_true", help="train nothing: list the models there are")
    each.add_argument("--use", metavar="NUMBER", help="train nothing: take this model from now on; “bundled” is the program's own")
    each.add_argument("--progress", choices=["json"], help="print progress as JSON lines")


def _export_options(each: argparse.ArgumentParser) -> None:
    each.add_argument("--format", required=True, metavar="NAME", help="see “annotator formats”")
    each.add_argument("--out", required=True, type=Path, metavar="PATH")
    each.add_argument("--layer", default="", metavar="NAME", help="a layer's name, adjudicated, or suggestions")
    each.add_argument("--include", choices=["done", "all"], default="done", help="entries that are done, or all")
    each.add_argument("--tags", choices=["iob2", "iob1", "biluo"], default="iob2")
    each.add_argument("--split", default="", metavar="80/10/10", help="by source, seeded")
    each.add_argument("--seed", type=int, default=0)
    each.add_argument(
        "--flatten", choices=["longest", "outermost", "innermost"], default="longest", help="which of two overlapping spans stays"
    )
    each.add_argument("--pseudonyms", action="store_true", help="write “annotator 1” instead of names")
    each.add_argument("--comments", action="store_true", help="take the annotators' comments along (jsonl)")
    each.add_argument("--practice", action="store_true", help="take along what the layer's person only practised on")
    each.add_argument("--strict", action="store_true", help="refuse where a span would be lost or changed")
    each.add_argument("--dry-run", action="store_true", help="say what would be lost, and write nothing")
    each.add_argument("--progress", choices=["json"], help="print progress as JSON lines")


def is_verb(word: Sequence[str]) -> bool:
    """Return whether the arguments begin with a verb or an option of the command (else they name a project to open)."""
    return bool(word) and (word[0] in VERBS or word[0].startswith("-"))
