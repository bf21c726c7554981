"""The options of the verbs for several annotators."""

from __future__ import annotations

import argparse
from pathlib import Path

KINDS = ("missing", "label", "boundary", "both", "overlap", "split/merge")
"""Of disagreements, as `annotator.agreement.values.Kind` has them; the arithmetic is not loaded to print a help."""
Made = dict[str, argparse.ArgumentParser]


def pairs(text: str) -> dict[str, str]:
    """Return `a=b,c=d` as a mapping."""
    found = {}
    for part in text.split(","):
        left, equals, right = part.partition("=")
        if not equals or not left.strip() or not right.strip():
            raise argparse.ArgumentTypeError(f"“{part}” is not of the form ours=theirs")
        found[left.strip()] = right.strip()
    return found


def share(text: str) -> float:
    """Return a share: `10%` or `0.1`."""
    try:
        value = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is no share; write 10% or 0.1") from error
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"a share lies between 0% and 100%, not “{text}”")
    return value


def people_options(made: Made) -> None:
    """Add the options of assign, bundle, merge and settle."""
    _assign_options(made["assign"])
    each = made["bundle"]
    each.add_argument("--for", dest="person", required=True, metavar="NAME", help="whom it is for")
    each.add_argument("--out", required=True, type=Path, metavar="FILE", help="the bundle; .annotator is added where it is missing")
    each.add_argument("--suggestions", action="store_true", help="those go along whose suggester saw nobody's decisions")
    each.add_argument("--with", dest="suggesters", nargs="+", default=[], metavar="NAME", help="exactly these suggesters' go along; noted")
    each.add_argument("--again", action="store_true", help="what is to be shown a second time, into a layer of its own")
    each = made["merge"]
    each.add_argument("files", nargs="+", type=Path, metavar="FILE", help="project files of others")
    each.add_argument("--dry-run", action="store_true", help="say what would come in, and write nothing")
    each.add_argument("--join", action="append", type=pairs, default=[], metavar="A=B", help="the person A is the person B (names or ids)")
    each.add_argument("--map-label", action="append", type=pairs, default=[], metavar="A=B", help="the label A there is the label B here")
    each = made["settle"]
    each.add_argument("--rule", choices=["unanimous", "majority", "strict"], default="unanimous", help="what is taken by itself")
    each.add_argument("--named", default="", metavar="NAME", help="take this annotator's readings")
    each.add_argument("--layers", nargs="+", default=[], metavar="NAME", help="whose work; else everybody's")
    each.add_argument("--dry-run", action="store_true", help="say what would be taken, and write nothing")


def _assign_options(each: argparse.ArgumentParser) -> None:
    each.add_argument("people", nargs="*", metavar="NAME", help="who labels; without a name it shows who labels what")
    how = each.add_mutually_exclusive_group()
    how.add_argument("--per-entry", type=int, default=1, metavar="N", help="so many people label each entry")
    how.add_argument("--everyone", action="store_true", help="everybody labels everything")
    how.add_argument("--overlap", type=share, metavar="SHARE", help="this share goes to everybody, the rest to one each (20%% or 0.2)")
    each.add_argument("--by-source", action="store_true", help="deal out whole sources")
    each.add_argument("--control", type=share, default=0.0, metavar="SHARE", help="this share of each one's comes without suggestions")
    each.add_argument("--again", type=share, default=0.0, metavar="SHARE", help="this share of each one's is to be shown again")
    each.add_argument("--practice", type=int, default=0, metavar="N", help="N entries come first, the same for all, to practise on")
    each.add_argument("--gold", default="", metavar="LAYER", help="the layer that is right there; told once an entry is done")
    each.add_argument("--seed", type=int, default=0)
    each.add_argument("--anew", action="store_true", help="take back what was dealt before")
    each.add_argument("--give", action="append", default=[], metavar="NAME=1,2", help="give single entries, by their number in the corpus")
    each.add_argument("--take", action="append", default=[], metavar="NAME=1,2", help="take single entries back")
    each.add_argument("--dry-run", action="store_true", help="say what would be given, and write nothing")


def comparing_options(made: Made) -> None:
    """Add the options of agreement, disagreements and evaluate."""
    for name in ("agreement", "disagreements"):
        made[name].add_argument("--layers", nargs="+", default=[], metavar="NAME", help="whose work; else everybody's")
    for name in ("agreement", "disagreements", "evaluate"):
        made[name].add_argument("--unfinished", action="store_true", help="count entries that are not done, too")
    for name in ("agreement", "disagreements"):
        made[name].add_argument("--practice", action="store_true", help="count entries that somebody practised on, too")
    for name in ("agreement", "evaluate"):
        made[name].add_argument("--seed", type=int, default=0, help="of the intervals")
        made[name].add_argument("--resamples", type=int, default=1000, metavar="N", help="for the intervals; 0 leaves them out")
    each = made["agreement"]
    each.add_argument(
        "--by", nargs="*", choices=["label", "source", "day", "month"], default=["label", "source"], help="what figures are cut by"
    )
    each.add_argument("--gamma", action="store_true", help="Mathet's gamma as well (needs the extra “gamma”)")
    each.add_argument("--report", type=Path, metavar="FILE.html", help="write a report (.html, .json or .csv)")
    each = made["disagreements"]
    each.add_argument("--order", choices=["often", "costly", "confusable"], default="often", help="what comes first")
    each.add_argument("--kind", choices=KINDS, help="those of one kind only")
    each.add_argument("--label", metavar="KEY", help="those in which a label occurs")
    each.add_argument("--source", metavar="NAME", help="those in the entries of a source")
    each = made["evaluate"]
    each.add_argument("--gold", required=True, metavar="LAYER", help="the layer that is right")
    each.add_argument("--layer", default="suggestions", metavar="NAME", help="the layer that is judged; else the suggestions")
    each.add_argument("--errors", action="store_true", help="list every error, not the first ones only")
