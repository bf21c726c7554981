"""The verbs that make, copy and mend whole projects: demo, backup, restore, rebuild."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from annotator.cli import at, show
from annotator.core.errors import InputError, MachineError
from annotator.project import sample
from annotator.project.door import data_folder, open_project, usual_means
from annotator.project.upkeep import loss_of_restoring, restore_backup

Window = Callable[[Path | None], int]


def has_display() -> bool:
    """Return whether a window could be shown here."""
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def demo(given: argparse.Namespace, window: Window) -> int:
    """Make the sample project and open it; with --check do the whole main job without a window."""
    if given.check:
        return _demo_check(given)
    folder = given.folder or data_folder()
    path = folder / sample.NAME
    folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        with sample.make(folder, at.who(given), usual_means()):
            show.say(f"Made the sample project {path}.")
        subprocess.run([sys.executable, "-m", "annotator", "suggest", str(path)], check=True)
    else:
        show.say(f"The sample project {path} is there already; it opens where you left it.")
    if has_display():
        return window(path)
    show.say("There is no display here, so no window can be shown. How to go on by command:")
    for line in (f"annotator stats {path}", f"annotator export {path} --format jsonl --layer suggestions --out sample.jsonl"):
        show.say(f"  {line}")
    show.say("On a machine with a screen, the same command opens the window. “annotator demo --check” does the whole job without one.")
    return 0


def _demo_check(given: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="annotator-demo-") as made:
        folder = given.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / sample.NAME).exists():
            raise InputError(f"{folder / sample.NAME} exists already; --check needs a folder without a sample project.")
        means = usual_means()
        who = sample.scripted(means.ids.new(), means.ids.new())
        with sample.make(folder, who, means) as project:
            say = (lambda _: None) if given.json else show.say
            say(f"Took {show.many(project.entries.progress().total, 'entry')} of the sample live blog.")
            job = sample.main_job(project, folder, say=say)
        with open_project(folder / sample.NAME, who, means) as project:
            if project.upkeep.check().digest != job.digest:
                raise MachineError("After closing and opening again the project is not the same. Please report this.")
        if given.json:
            show.as_json(asdict(job))
        else:
            show.say("Closed, opened again: the same. The main job works here.")
    return 0


def rebuild(given: argparse.Namespace) -> None:
    """Make the projection anew."""
    with at.deciding(given) as project:
        before = project.upkeep.check()
        project.upkeep.rebuild()
        after = project.upkeep.check()
    if given.json:
        show.as_json({"differences_before": before.differences, "differences_after": after.differences, "digest": after.digest})
    else:
        show.say(
            f"Made anew from {show.many(after.decisions, 'decision')}; "
            f"{show.many(len(before.differences), 'difference')} before, {len(after.differences)} now."
        )


def backup(given: argparse.Namespace) -> None:
    """Write a consistent copy."""
    with at.looking(given) as project:
        path = project.upkeep.backup(given.file)
    if given.json:
        show.as_json({"backup": path})
    else:
        show.say(f"Wrote {path}.")


def restore(given: argparse.Namespace) -> None:
    """Say what going back would lose; with --yes go back, the present file being set aside."""
    loss = loss_of_restoring(given.project, given.backup)
    sentence = f"{show.many(loss.decisions, 'decision')} of the present file are not in the backup, which holds {loss.backup}."
    aside = None
    if given.yes:
        aside = restore_backup(given.project, given.backup, at.who(given), usual_means())
    if given.json:
        show.as_json({"lost": loss, "done": given.yes, "set_aside": aside})
        return
    show.say(sentence)
    if given.yes:
        show.say(f"Went back to {given.backup.name}." + (f" The present file is kept as {aside.name}." if aside else ""))
    else:
        show.say("Nothing was changed; add --yes to go back. The present file would be set aside, not deleted.")
