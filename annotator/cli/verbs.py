"""The verbs of the command, and what each does."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from annotator.cli import comparing, looking, moving, people, practising, training, working

VERBS: dict[str, Callable[[argparse.Namespace], None]] = {
    "new": working.new,
    "import": working.import_,
    "suggest": working.suggest,
    "train": training.train,
    "export": working.export,
    "evaluate": comparing.evaluate,
    "assign": people.assign,
    "bundle": people.bundle,
    "practice": practising.practice,
    "merge": people.merge,
    "agreement": comparing.agreement,
    "disagreements": comparing.disagreements,
    "settle": people.settle,
    "layers": looking.layers,
    "sources": looking.sources,
    "stats": looking.stats,
    "changes": looking.changes,
    "check": looking.check,
    "rebuild": moving.rebuild,
    "backup": moving.backup,
    "restore": moving.restore,
    "formats": looking.formats,
    "schemes": looking.schemes,
}
