"""How long the view of an entry and the list take: `python -m tests.bench.bench_view [WIDTH HEIGHT]`, milliseconds of processor time.

An entry of 100 kB with 2,000 spans, in one paragraph and in short ones, and a list of 100,000 entries. Invented text.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication

from annotator.ui.caret import Caret
from annotator.ui.entry_list import EntryList
from annotator.ui.entry_model import Heading
from annotator.ui.marks import Mark
from annotator.ui.span_view import SpanView
from annotator.ui.theme import Theme

WORDS = ("Port", "official", "harbour", "the", "said", "tonnes", "of", "Lindenau", "in", "weekend", "“Ministry”", "é", "barley")
SIZE = 100_000


def text_of(size: int, chance: random.Random) -> str:
    """Return invented words of this many code points."""
    return " ".join(chance.choice(WORDS) for _ in range(size // 3))[:size]


def marks_of(text: str) -> list[Mark]:
    """Return 2,000 marks: 1,600 over the text, a quarter of them with another inside."""
    step = len(text) // 1_600
    outer = [Mark(n, n * step, n * step + 20, "ORG", "2", n % 16, n % 2 == 0, 0.7) for n in range(1_600)]
    return outer + [Mark(-n - 1, n * step, n * step + 8, "PERSON", "1", n % 16) for n in range(0, 1_600, 4)]


def measured(application: QApplication, act: Callable[[int], object], times: int) -> str:
    """Return median, 99th percentile and maximum of an act with all the painting it brings."""
    spent = []
    for number in range(times):
        before = time.process_time()
        act(number)
        application.processEvents()
        spent.append((time.process_time() - before) * 1_000)
    spent.sort()
    return f"p50 {spent[times // 2]:6.1f}   p99 {spent[int(times * 0.99) - 1]:6.1f}   max {spent[-1]:6.1f}"


def headings(rows: Sequence[int]) -> list[Heading]:
    """Return invented headings."""
    return [Heading(row, f"Title number {row} of the corpus", "10:00", "Mara Osei", pending=row % 7) for row in rows]


def main(width: int = 848, height: int = 780) -> None:
    """Print the table."""
    application = QApplication([])
    theme = Theme(application)
    theme.install(application)
    view = SpanView(theme)
    view.resize(width, height)
    view.show()
    chance = random.Random(1)
    long = text_of(SIZE, chance)
    texts = {"one paragraph": long, "short paragraphs": "\n".join(long[at : at + 399] for at in range(0, SIZE, 400))}
    for name, text in texts.items():
        marks, bar = marks_of(text), view.verticalScrollBar()
        print(name)
        print("  open      ", measured(application, lambda _, t=text, m=marks: view.show_entry(t, m, nested=True), 10))
        view.boundaries()
        print("  scroll    ", measured(application, lambda _, b=bar: b.setValue(b.value() + 60), 200))
        print("  jump      ", measured(application, lambda _, b=bar: b.setValue(chance.randrange(b.maximum())), 200))
        print("  decide    ", measured(application, lambda n, m=marks: (view.show_marks(m), view.focus_mark(m[n * 30].id)), 50))
        print("  caret     ", measured(application, lambda n, t=text: view.set_caret(Caret(n * 400, n * 400)), 200))
    entries = EntryList(theme, headings)
    entries.resize(304, height)
    entries.show()
    days = [(place, f"Day {place}") for place in range(0, 100_000, 15)]
    print("list of 100,000")
    print("  show      ", measured(application, lambda _: entries.show_rows(range(100_000), days), 10))
    print("  scroll    ", measured(application, lambda n: entries.verticalScrollBar().setValue(n * 150), 200))
    print("  jump      ", measured(application, lambda _: entries.show_current(chance.randrange(100_000)), 200))
    print("  one change", measured(application, lambda _: entries.changed([entries.current_row() or 0]), 200))


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:3]))
