"""Import, export and memory in one JSON object: `python -m tests.bench [ENTRIES]`. Each figure is a ratio to a floor of the same run."""

from __future__ import annotations

import json
import sys

from tests.bench import bench_export, bench_import, bench_memory

AIMS = {"import into suggestions": 2.5, "import into a layer": 4.0, "export": 3.0, "memory": 1.5}


def main(entries: int) -> None:
    """Measure and print."""
    taken, written, held = bench_import.measure(entries), bench_export.measure(entries), bench_memory.measure(many=entries * 5)
    ratios = {
        "import into suggestions": taken["into suggestions"],
        "import into a layer": taken["into a layer"],
        "export": written["ratio"],
        "memory": held["ratio"],
    }
    met = {name: ratio <= AIMS[name] for name, ratio in ratios.items()}
    print(json.dumps({"ratios": ratios, "aims": AIMS, "met": met, "import": taken, "export": written, "memory": held}, indent=1))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
