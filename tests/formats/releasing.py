"""What the tests of the writers share: entries with odd texts and any spans, and a release written into a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hypothesis import strategies as st

from annotator.core.model import State
from annotator.core.releases import Loss, ReleasedEntry, ReleasedSpan, WriteOptions
from annotator.core.text import stored
from annotator.formats.writing import Part, Release, write_release

WORDS = [
    "Kyiv",
    "U.S.-China",
    "talks.",
    "“Kyiv”",
    "🇺🇦",
    "👩‍🚀",
    "e\u0301t\u00e9",
    "שלום",
    "#tag",
    "#a=b",
    "#",
    "-DOCSTART-",
    "x|O",
    "B-PER",
    "O",
    "1",
    "2022",
    "他在北京",
    "can't",
    "a\u200bb",
    "\u00ad",
    "\ufeff",
    "\ud800",
    "\0",
    "=",
    "newdoc",
]
GAPS = [" ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\u00a0", "\u3000", "\u2028", "\u200b", "\x85", "\x1c", ""]
LABELS = ["PER", "ORG", "WORK OF ART", "O", "B-X", "МЕСТО"]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Give a text as the project stores it: odd words, odd gaps, or nothing at all."""
    pieces = draw(st.lists(st.tuples(st.sampled_from(WORDS) | st.text(max_size=3), st.sampled_from(GAPS)), max_size=10))
    return stored("".join(word + gap for word, gap in pieces))[0]


@st.composite
def entries(draw: st.DrawFn) -> list[ReleasedEntry]:
    """Give a few entries of one or two sources, spans overlapping and cutting words as they like."""
    found: list[ReleasedEntry] = []
    for number in range(draw(st.integers(1, 4))):
        text = draw(texts())
        edges = st.integers(0, len(text))
        pairs = draw(st.lists(st.tuples(edges, edges, st.sampled_from(LABELS)), max_size=6))
        scores = st.none() | st.floats(0, 1)
        spans = {(min(a, b), max(a, b), label) for a, b, label in pairs if a != b}
        released = tuple(ReleasedSpan(*place, "hand", draw(scores), draw(st.sampled_from(["", "ann"]))) for place in sorted(spans))
        meta = draw(st.dictionaries(st.sampled_from(["desk", "source", "title", "n"]), st.text("ab\u2028", max_size=3), max_size=2))
        source = f"source-{number // 2}"
        found.append(ReleasedEntry(f"{number:032x}", text, released, "T\u2028", "2022-01-28", "A", source, State.DONE, meta))
    return found


def released(
    folder: Path, given: Iterable[ReleasedEntry], format_name: str, options: WriteOptions | None = None
) -> tuple[Path, Release, list[Loss]]:
    """Write the entries into a file of the folder and return it, what was written, and every loss."""
    held = list(given)
    lost: list[Loss] = []
    path = folder / f"out.{format_name}"
    release = write_release([Part(path, lambda: held)], format_name, options or WriteOptions(), lost=lost.append)
    return path, release, lost


def entry(text: str, *spans: tuple[str, str], number: int = 1, source: str = "blog.txt") -> ReleasedEntry:
    """Return an entry with spans given by their words (at their first place) and labels."""
    places = sorted((text.index(words), text.index(words) + len(words), label) for words, label in spans)
    return ReleasedEntry(f"{number:032x}", text, tuple(ReleasedSpan(*place) for place in places), source=source, state=State.DONE)
