"""The proof of a release: the file is read back by our own reader, and must hold the stored spans less the listed losses.

JSON Lines is compared by id, text, and offsets. CoNLL keeps no white space, so there texts are compared without blanks and spans by
their places in such a text; the lengths of the entries say where each of them ends in the file.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from annotator.core.drafts import EntryDraft, ReadOptions, Rejected
from annotator.core.errors import AnnotatorError
from annotator.core.releases import Loss, ReleasedEntry
from annotator.formats import jsonl
from annotator.formats.alignment import inked, inked_places
from annotator.formats.conll_read import placed
from annotator.formats.conll_rows import Sentence, sentences, written_layout
from annotator.formats.losses import tag_label
from annotator.formats.source import open_source
from annotator.formats.tags import spans_of

Places = tuple[tuple[int, int, str], ...]
Shape = tuple[str, str, Places]
"""Id (where the format keeps one), text, and sorted (start, end, label)."""


@dataclass(slots=True)
class Expected:
    """What a file must hold: 16 bytes an entry, so that a large release needs no second list of itself."""

    format_name: str
    lengths: array[int] = field(default_factory=lambda: array("Q"))
    hashes: array[int] = field(default_factory=lambda: array("q"))

    def add(self, entry: ReleasedEntry, lost: Sequence[Loss]) -> None:
        """Note an entry as stored, less the spans that were listed as dropped."""
        shape = shape_of(entry, lost, self.format_name)
        self.lengths.append(len(shape[1]))
        self.hashes.append(hash(shape))


def shape_of(entry: ReleasedEntry, lost: Sequence[Loss], format_name: str) -> Shape:
    """Return what the file must hold of an entry: stored less dropped. Raises AnnotatorError where a dropped span was never stored."""
    if not lost and format_name != "conll":
        return entry.id, entry.text, tuple(sorted([(span.start, span.end, span.label) for span in entry.spans]))
    left = [(span.start, span.end, span.label) for span in entry.spans]
    for loss in lost:
        if loss.dropped and loss.span is not None:
            place = loss.span.start, loss.span.end, loss.span.label
            if place not in left:
                raise AnnotatorError(f"The release is wrong: a loss names a span {place} that entry {entry.id} never had.")
            left.remove(place)
    if format_name != "conll":
        return entry.id, entry.text, tuple(sorted(left))
    tagged = [(start, end, tag_label(label)) for start, end, label in left]
    return "", inked(entry.text), tuple(sorted(inked_places(entry.text, tagged)))


def verify(
    path: Path, name: str, tags: str, expected: Expected, stored: Callable[[], Iterable[tuple[ReleasedEntry, Sequence[Loss]]]]
) -> None:
    """Read the file and compare it with what was stored; `stored` gives the entries once more, to name a difference.

    Raises AnnotatorError, naming the first entry and spans that differ. `name` is what to call the file, `tags` its scheme.
    """
    found = _conll(path, expected.lengths, tags) if expected.format_name == "conll" else _by_entry(path)
    count = 0
    for shape in found:
        if count >= len(expected.hashes) or hash(shape) != expected.hashes[count]:
            raise _difference(name, expected.format_name, shape, next(islice(stored(), count, None), None))
        count += 1
    if count < len(expected.hashes):
        raise _difference(name, expected.format_name, None, next(islice(stored(), count, None), None))


def _by_entry(path: Path) -> Iterator[Shape]:
    for event in jsonl.read(path, ReadOptions(encoding="utf-8")):
        if isinstance(event, EntryDraft):
            yield event.identity, event.text, tuple(sorted([(span.start, span.end, span.label) for span in event.spans]))
        elif isinstance(event, Rejected):
            raise AnnotatorError(f"The release is wrong: line {event.line} cannot be read back: {event.reason}.")


def _conll(path: Path, lengths: Sequence[int], tags: str) -> Iterator[Shape]:
    if not any(lengths):
        # Nothing but entries without a word: there is no row to find a layout in.
        yield from (("", "", ()) for _ in lengths)
        return
    source = open_source(path, "utf-8")
    layout = written_layout(tags)
    found = (item for item in sentences(source, layout) if isinstance(item, Sentence))
    for wanted in lengths:
        text = ""
        places: list[tuple[int, int, str]] = []
        while len(text) < wanted and (sentence := next(found, None)) is not None:
            words, edges, _ = placed(sentence)
            spans = spans_of(sentence.tags, layout.scheme, _ill_formed)
            here = inked_places(words, [(edges[first][0], edges[end - 1][1], label) for first, end, label in spans])
            places += [(len(text) + start, len(text) + end, label) for start, end, label in here]
            text += inked(words)
        yield "", text, tuple(sorted(places))
    if next(found, None) is not None:
        yield "", "rows that no entry has", ()


def _ill_formed(number: int, reason: str) -> None:
    raise AnnotatorError(f"The release is wrong: the tag of word {number + 1} of a sentence is ill-formed: {reason}.")


def _difference(name: str, format_name: str, shape: Shape | None, stored: tuple[ReleasedEntry, Sequence[Loss]] | None) -> AnnotatorError:
    end = "No file was written. This is a fault of the program: please report it."
    if stored is None:
        return AnnotatorError(f"{name} read back has more entries than were stored. {end}")
    entry, lost = stored
    wanted = shape_of(entry, lost, format_name)
    if shape is None:
        return AnnotatorError(f"{name} read back lacks entry {entry.id}. {end}")
    lacking, added = sorted(set(wanted[2]) - set(shape[2])), sorted(set(shape[2]) - set(wanted[2]))
    if lacking or added:
        said = [f"lacks {_said(wanted[1], lacking)}"] if lacking else []
        said += [f"has {_said(shape[1], added)} that was not stored"] if added else []
        return AnnotatorError(f"{name} read back differs in entry {entry.id}: it {' and '.join(said)}. {end}")
    return AnnotatorError(f"{name} read back has another text or id at entry {entry.id}. {end}")


def _said(text: str, places: list[tuple[int, int, str]]) -> str:
    first = ", ".join(f"“{text[start:end][:40]}” ({label}, {start}–{end})" for start, end, label in places[:3])
    return first if len(places) <= 3 else f"{first} and {len(places) - 3} more"
