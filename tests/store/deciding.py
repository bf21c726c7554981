"""A process that decides without end and tells, after each COMMIT, what it wrote: `python -m tests.store.deciding PROJECT SEED`."""

from __future__ import annotations

import random
import sys
from itertools import count
from pathlib import Path

from annotator.project.desk import Changed
from annotator.project.reports import ImportOptions
from tests.project import making


def main(path: Path, seed: int) -> None:
    """Decide until killed. The first line is PRAGMA synchronous, each other one a decision's id."""
    chance = random.Random(seed)
    with making.again(path, name="Ben", seed=seed) as project:
        conn = project.desk.conn
        told = [int(conn.execute("SELECT max(row) FROM decisions").fetchone()[0])]

        def tell(_: Changed) -> None:
            # Listeners are called after COMMIT only.
            for row, identity in conn.execute("SELECT row, hex(id) FROM decisions WHERE row > ? ORDER BY row", (told[0],)).fetchall():
                told[0] = row
                sys.stdout.write(identity + "\n")
            sys.stdout.flush()

        project.subscribe(tell)
        print(conn.execute("PRAGMA synchronous").fetchone()[0], flush=True)
        for number in count():
            what = chance.random()
            row = 1 + chance.randrange(4)
            if what < 0.25:
                project.spans.accept_all(row, done=True)
            elif what < 0.35:
                project.history.undo()
            elif what < 0.4:
                text = "Ines Roth of Kyoto said that the number is {}."
                entries = [(text.format(f"{seed} {number} {n}"), [(0, 9, "PERSON"), (13, 18, "GPE")]) for n in range(40)]
                file = making.write_jsonl(path.with_name(f"more {number}.jsonl"), entries)
                project.imports.take(file, ImportOptions(to="layer", layer="gold"))
            elif what < 0.7:
                making.act(project, ("label", row, chance.randrange(50), chance.randrange(9)))
            else:
                project.entries.comment(row, f"remark {number}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
