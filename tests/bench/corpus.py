"""An invented corpus of JSON lines with spans, as large as asked for; the same bytes each time."""

from __future__ import annotations

import json
import random
from pathlib import Path

WORDS = ("harbour", "port", "pilot", "strike", "talks", "minister", "union", "ferry", "grain", "weather", "berth", "said", "on", "the")
NAMES = {
    "PERSON": ("Mara Osei", "Tomas Reyl", "Zoë Čapek", "Ines Roth"),
    "GPE": ("Gdansk", "Warsaw", "Київ", "Karlskrona", "Kyoto"),
    "ORG": ("Ministry of Transport", "Port Authority", "Union of Pilots"),
    "DATE": ("Tuesday", "3 March 2031"),
}
SPANS = 6
LENGTH = 90


def corpus(path: Path, entries: int) -> Path:
    """Write so many entries of about 90 words with six spans each."""
    chance = random.Random(1)
    labels = tuple(NAMES)
    with path.open("w", encoding="utf-8") as file:
        for number in range(entries):
            parts: list[str] = [f"Report {number}:"]
            spans, length = [], len(parts[0])
            for at in range(LENGTH):
                label = labels[chance.randrange(4)] if at % (LENGTH // SPANS) == 7 else ""
                word = chance.choice(NAMES[label]) if label else chance.choice(WORDS)
                if label:
                    spans.append({"start": length + 1, "end": length + 1 + len(word), "label": label, "text": word})
                parts.append(word)
                length += 1 + len(word)
            meta = {"title": f"Report {number}", "author": "Mara Osei", "published": "2031-03-04T09:30"}
            file.write(json.dumps({"text": " ".join(parts), "spans": spans, "meta": meta, "state": "done"}, ensure_ascii=False) + "\n")
    return path
