"""How the caret of the entry moves: by word and by character, selecting or not. Offsets are code points; no grapheme is cut."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.text import Boundaries

_HEAD = 400
"""Code points at the head of a text in which its first word is looked for."""


def first_word(text: str) -> int:
    """Return where the first word begins; looked for at the head only, for all words of a long text take 100 ms."""
    words = Boundaries(text[:_HEAD]).words
    return words[0][0] if words else 0


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the caret is and where the selection began; equal where nothing is selected. `by_character`: the bar alone, no word."""

    anchor: int
    position: int
    by_character: bool = False

    @property
    def selection(self) -> tuple[int, int]:
        """Start and end of what is selected."""
        return min(self.anchor, self.position), max(self.anchor, self.position)

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.position


def at_word(boundaries: Boundaries, offset: int) -> Caret:
    """Return the caret on the word at an offset, or on the offset where there is none."""
    word = boundaries.word_at(offset)
    place = word[0] if word else boundaries.whole(offset, offset)[0]
    return Caret(place, place)


def word_moved(boundaries: Boundaries, caret: Caret, *, forward: bool) -> Caret:
    """Move to the next or the previous word; from a selection, to the word after it or to its first."""
    start, end = caret.selection
    if caret.empty:
        word = boundaries.word_after(start) if forward else boundaries.word_before(start)
    else:
        word = boundaries.word_after(end - 1) if forward else boundaries.word_at(start)
    place = word[0] if word else (start if caret.empty or not forward else end)
    return Caret(place, place)


def word_selected(boundaries: Boundaries, caret: Caret, *, forward: bool) -> Caret:
    """Select the word at the caret first, then one word more or less; the word that was first stays selected."""
    words = boundaries.words
    if not words:
        return caret
    start, end = caret.selection
    if caret.empty:
        first = boundaries.word_at(start) or (boundaries.word_after(start) if forward else boundaries.word_before(start))
        return _over(first, first, forward=forward) if first else caret
    left, right = boundaries.word_at(start) or words[0], _ending(boundaries, end)
    pivot, moving = (left, right) if caret.position >= caret.anchor else (right, left)
    following = boundaries.word_after(moving[0]) if forward else boundaries.word_before(moving[0])
    return _over(pivot, following or moving, forward=forward)


def _ending(boundaries: Boundaries, end: int) -> tuple[int, int]:
    """Return the last word that begins before an offset."""
    return boundaries.word_before(end) or boundaries.words[0]


def _over(pivot: tuple[int, int], moving: tuple[int, int], *, forward: bool) -> Caret:
    if moving[0] > pivot[0] or (moving == pivot and forward):
        return Caret(pivot[0], moving[1])
    return Caret(pivot[1], moving[0])


def character_moved(boundaries: Boundaries, caret: Caret, *, forward: bool, select: bool) -> Caret:
    """Move, or extend the selection, by one grapheme; a selection that is left collapses to the side one goes to."""
    if not select and not caret.empty:
        place = caret.selection[1 if forward else 0]
    else:
        place = boundaries.grapheme_after(caret.position) if forward else boundaries.grapheme_before(caret.position)
    return Caret(caret.anchor if select else place, place, by_character=True)


def moved_to(boundaries: Boundaries, caret: Caret, offset: int, *, select: bool) -> Caret:
    """Go to an offset, as the lines' keys do: to the word there, or extend the selection to whole words (graphemes by character)."""
    if caret.by_character:
        place = boundaries.whole(offset, offset)[0]
        return Caret(caret.anchor if select else place, place, by_character=True)
    if not select:
        return at_word(boundaries, offset)
    if not boundaries.words:
        return caret
    there, pivot = boundaries.word_at(offset), boundaries.word_at(caret.anchor)
    if caret.position < caret.anchor:
        pivot = _ending(boundaries, caret.anchor)
    return _over(pivot, there, forward=there >= pivot) if there and pivot else caret


def dragged(boundaries: Boundaries, origin: int, offset: int, *, by_character: bool) -> Caret:
    """Return the selection of a drag from one offset to another: the words it touches, or the graphemes."""
    start, end = min(origin, offset), max(origin, offset)
    snapped = boundaries.whole(start, end) if by_character else boundaries.snapped(start, end)
    if start == end or snapped is None:
        return Caret(origin, origin, by_character=by_character)
    first, last = snapped if offset >= origin else snapped[::-1]
    return Caret(first, last, by_character=by_character)


def edge_dragged(boundaries: Boundaries, start: int, end: int, offset: int, *, at_end: bool, by_character: bool) -> tuple[int, int]:
    """Return a span's place after one of its edges was pulled to an offset; it never becomes empty or turns over."""
    if by_character:
        place = boundaries.whole(offset, offset)[0]
    else:
        word = boundaries.word_at(offset)
        beyond = word is not None and 2 * offset >= word[0] + word[1]
        place = offset if word is None else word[1] if beyond else word[0]
        if word is not None and at_end and not beyond:
            before = boundaries.word_before(word[0])
            place = before[1] if before else word[0]
        if word is not None and not at_end and beyond:
            after = boundaries.word_after(word[0])
            place = after[0] if after else word[1]
    if at_end:
        return (start, place) if place > start else (start, end)
    return (place, end) if place < end else (start, end)
