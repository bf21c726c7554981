"""A file as text: its encoding found, its lines streamed, nothing read into memory beyond a bound, every repair said.

A line longer than `MAX_LINE` is passed over and comes out as `Rejected`; bytes that do not fit the encoding become U+FFFD and are
listed by line; so are NUL and lone surrogates, which SQLite cannot hold.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import AnyStr, BinaryIO

from annotator.core.drafts import Fact, Rejected, Repaired
from annotator.core.errors import InputError, MachineError
from annotator.core.text import stored
from annotator.formats.encodings import Encoding, encoding_of, is_utf8
from annotator.formats.format import Sample

MAX_LINE = 16 * 2**20
"""Bytes (in UTF-16 and UTF-32: code points) that one line may have."""
MAX_WHOLE = 64 * 2**20
"""Code points that a format may hold in memory, where it has to know the end before it can tell the beginning."""

_PIECE = 1 << 18
_SAMPLE = 1 << 16
_RAW = 200
_REPLACEMENT = "\ufffd".encode()
_Decoded = tuple[str, str, int, str, int]
"""A line's text, its end, its length in the file, what was repaired in it ("" nothing), and how often."""
_TEXT_LINES = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_TEXT_ENDS = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file. `number` counts from 1; `text` is without its end unless the ends were asked for."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file that can be read as text, any number of times."""

    path: Path
    encoding: Encoding
    max_line: int = MAX_LINE

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self.path.name

    @property
    def fact(self) -> Fact:
        """The encoding and how it was found, for the report."""
        return Fact("encoding", self.encoding.described)

    def lines(self, *, ends: bool = False) -> Iterator[Line | Rejected | Repaired]:
        """Yield each line, and before it what was repaired in it; a line that is too long comes as Rejected and is one unit.

        Without `ends` a line has no end, and the ends that were not LF are said once, last. With `ends` each line keeps its own.
        Blank lines come too.
        """
        foreign = first_foreign = 0
        with _opened(self.path) as file:
            file.seek(self.encoding.mark)
            for number, (text, end, length, reason, count) in enumerate(
                self._wide(file) if self.encoding.wide else self._narrow(file), start=1
            ):
                if length > self.max_line:
                    yield _too_long(number, length, self.max_line, "characters" if self.encoding.wide else "bytes", text)
                    continue
                if reason:
                    yield Repaired(number, reason, count)
                whole, unstorable = stored(text)
                if unstorable:
                    yield Repaired(number, "NUL or half a surrogate pair became U+FFFD", unstorable)
                if end not in ("", "\n"):
                    foreign += 1
                    first_foreign = first_foreign or number
                yield Line(number, whole + end if ends else whole)
        if foreign and not ends:
            yield Repaired(first_foreign, "line ends CR LF or CR became LF", foreign)

    def whole(self) -> tuple[str, list[Rejected | Repaired]]:
        """Return the text with LF line ends, and what was repaired or left out. Raises InputError beyond MAX_WHOLE code points."""
        texts: list[str] = []
        others: list[Rejected | Repaired] = []
        size = 0
        for line in self.lines():
            if not isinstance(line, Line):
                others.append(line)
                continue
            texts.append(line.text)
            size += len(line.text) + 1
            if size > MAX_WHOLE:
                raise too_large(self.name)
        return "\n".join(texts), others

    def sample(self) -> Sample:
        """Return the beginning of the text, for finding the format."""
        with _opened(self.path) as file:
            file.seek(self.encoding.mark)
            data = file.read(_SAMPLE)
        head = codecs.getincrementaldecoder(self.encoding.codec)("replace").decode(data)
        return Sample(self.name, _TEXT_ENDS.sub("\n", head), self.encoding.codec)

    def _narrow(self, file: BinaryIO) -> Iterator[_Decoded]:
        """Cut, then decode: a line that does not fit harms no other."""
        codec = self.encoding.codec
        for body, end, length in _cut(_pieces(file), _lines_of_bytes, b"".join, self.max_line):
            if self.encoding.mixed and not body.isascii() and is_utf8(body):
                yield body.decode("utf-8"), end.decode("ascii"), length, f"the line is UTF-8, not {self.encoding.title}; it was read so", 1
                continue
            try:
                yield body.decode(codec), end.decode("ascii"), length, "", 0
            except UnicodeDecodeError:
                text = body.decode(codec, "replace")
                lost = max(text.count("\ufffd") - body.count(_REPLACEMENT), 1)
                yield text, end.decode("ascii"), length, f"bytes that are not {self.encoding.title} became U+FFFD", lost

    def _wide(self, file: BinaryIO) -> Iterator[_Decoded]:
        for text, end, length in _cut(self._decoded(file), _lines_of_text, "".join, self.max_line):
            yield text, end, length, "", 0

    def _decoded(self, file: BinaryIO) -> Iterator[str]:
        """Decode pieces; what does not fit becomes half a surrogate pair, so that it is said as such."""
        if self.encoding.codec.startswith("utf-32"):
            for piece in _pieces(file):
                yield piece.decode(self.encoding.codec, "replace").replace("\ufffd", "\udc00")
            return
        decoder = codecs.getincrementaldecoder(self.encoding.codec)("surrogatepass")
        for piece in _pieces(file):
            yield decoder.decode(piece)
        if decoder.getstate()[0]:
            yield "\udc00"


def open_source(path: Path, encoding: str = "") -> Source:
    """Return the file as a source of text.

    Raises InputError where there is no such file, it is a folder, empty or binary, or the encoding's name is unknown;
    MachineError where the system refuses to read it.
    """
    with _opened(path) as file:
        return Source(path, encoding_of(file, path.name, given=encoding))


def too_large(name: str) -> InputError:
    """Return the error for a file that would have to be held whole and is too large for that."""
    return InputError(f"{name} has more than {MAX_WHOLE // 2**20} million characters, more than this format can take; split the file.")


def _opened(path: Path) -> BinaryIO:
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError as error:
        raise InputError(f"There is no file {path}.") from error
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if stat.S_ISDIR(mode):
        raise InputError(f"{path} is a folder; name the files in it.")
    if not stat.S_ISREG(mode):
        raise InputError(f"{path} is not a file that can be read twice (a pipe or a device); save it as a file first.")
    try:
        return path.open("rb")
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> MachineError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return MachineError(f"{path} cannot be read: {reason}.", details=str(error))


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: file.read(_PIECE), b"")


def _too_long(number: int, length: int, bound: int, unit: str, beginning: str) -> Rejected:
    raw, _ = stored(beginning[:_RAW])
    return Rejected("entry", number, f"the line has {length:,} {unit}, more than the {bound:,} that a line may have", raw)


def _lines_of_bytes(piece: bytes) -> list[bytes]:
    return piece.splitlines(keepends=True)  # bytes, unlike str, are cut at CR, LF and CR LF only


def _lines_of_text(piece: str) -> list[str]:
    return _TEXT_LINES.findall(piece)


def _cut(
    pieces: Iterator[AnyStr], split: Callable[[AnyStr], list[AnyStr]], join: Callable[[list[AnyStr]], AnyStr], bound: int
) -> Iterator[tuple[AnyStr, AnyStr, int]]:
    """Cut pieces into (line, end, length); of a line beyond the bound only the beginning is held and given."""
    begun: list[AnyStr] = []
    length = 0
    held: list[AnyStr] = []  # a CR at the end of a piece: the LF that belongs to it may begin the next one
    for new in pieces:
        held.append(new)
        piece = join(held) if len(held) > 1 else new
        held = []
        if piece[-1:] in ("\r", b"\r"):
            held.append(piece[-1:])
            piece = piece[:-1]
        for part in split(piece):
            body = part.rstrip("\r\n") if isinstance(part, str) else part.rstrip(b"\r\n")
            length += len(body)
            begun.append(body)
            if len(body) < len(part):
                yield _beginning(begun, join, length > bound), part[len(body) :], length
                begun, length = [], 0
        if length > bound:
            # The beginning is enough for the report; the rest is counted and let go.
            begun = [_beginning(begun, join, True)]
    if begun or held:
        yield _beginning(begun, join, length > bound), join(held), length


def _beginning(begun: list[AnyStr], join: Callable[[list[AnyStr]], AnyStr], short: bool) -> AnyStr:
    if short:
        return begun[0][:_RAW]
    return begun[0] if len(begun) == 1 else join(begun)
