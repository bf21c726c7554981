"""Which encoding a file has: by its byte-order mark, by being valid UTF-8, by zeros in every second byte, else by a guess."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from charset_normalizer import from_bytes

from annotator.core.errors import InputError

HEAD = 1 << 16
"""Bytes that are looked at for marks, zeros and signatures."""

_PIECE = 1 << 20
_GUESSED_FROM = 1 << 15
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TITLES = {
    "utf-8": "UTF-8",
    "ascii": "ASCII",
    "cp1252": "Windows-1252",
    "utf-16-le": "UTF-16 little-endian",
    "utf-16-be": "UTF-16 big-endian",
    "utf-32-le": "UTF-32 little-endian",
    "utf-32-be": "UTF-32 big-endian",
    "iso8859-1": "ISO 8859-1",
}
# What charset-normalizer calls Western text of a few signs; Windows-1252 is what such files are.
_WESTERN = {
    "cp1252", "cp1250", "cp1257", "cp1258", "iso8859-1", "iso8859-15", "iso8859-2", "iso8859-9", "mac-roman", "mac-iceland", "hp-roman8",
    "cp437", "cp850", "cp858", "cp865", "cp037", "cp273", "cp500", "cp1140",
}  # fmt: skip
_INSIDE_WORDS = re.compile(r"[^\W\d_][³¹²¿¼½¾£¥±][^\W\d_]")
_WESTERN_SIGNS = frozenset("‘’‚“”„…–—•€£§©®°·«»¡¿†‡™ŒœŠšŽžŸ½¼¾ªº²³\u00a0") | frozenset(chr(code) for code in range(0xC0, 0x100))
_SIGNATURES = (
    (b"%PDF-", "a PDF; save its text as a text file"),
    (b"SQLite format 3\0", "an SQLite database; open a project with `annotator FILE` and merge a bundle with `annotator merge`"),
    (b"PK\x03\x04", "a zip archive (or a document of an office program); unpack it, or save it as text or CSV"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "a document of an office program; save it as text or CSV"),
    (b"{\\rtf", "a Rich Text document; save it as plain text"),
    (b"\x1f\x8b", "a gzip archive; unpack it"),
    (b"BZh", "a bzip2 archive; unpack it"),
    (b"\xfd7zXZ\0", "an xz archive; unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding and how it was found. `mark` is the length of the byte-order mark in bytes."""

    codec: str
    how: str
    mark: int = 0
    mixed: bool = False
    """True where some lines are UTF-8 all the same: those are read so, each said."""

    @property
    def described(self) -> str:
        """The encoding in words, e.g. "UTF-8 (byte-order mark)"."""
        return f"{self.title} ({self.how})"

    @property
    def title(self) -> str:
        """The encoding's usual name."""
        return _TITLES.get(self.codec, self.codec)

    @property
    def wide(self) -> bool:
        """True where a line end is more than one byte, so that lines cannot be cut before decoding."""
        return self.codec.startswith(("utf-16", "utf-32"))


def encoding_named(name: str) -> str:
    """Return Python's name of an encoding that a person gave. Raises InputError where there is none."""
    problem = f"There is no text encoding “{name}”; give one such as utf-8, utf-16, windows-1252 or iso-8859-2."
    try:
        "a".encode(name)
    except (LookupError, UnicodeError, ValueError) as error:
        raise InputError(problem, details=str(error)) from error
    return codecs.lookup(name).name


def encoding_of(file: BinaryIO, name: str, *, given: str = "") -> Encoding:
    """Return the encoding of an open file, which is left at its start.

    Raises InputError for a binary file, an empty one, and an unknown name of an encoding.
    """
    head = file.read(HEAD)
    if not head:
        raise InputError(f"{name} is empty: there is nothing to read in it.")
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            raise InputError(f"{name} is not text: it is {what}.")
    marked = next((Encoding(codec, "byte-order mark", len(mark)) for mark, codec in _MARKS if head.startswith(mark)), None)
    if given:
        return _as_given(encoding_named(given), marked)
    found = marked or _wide_without_mark(head)
    if found is None:
        if _binary(head):
            raise InputError(f"{name} is not text: it holds bytes that no text has. Save it as plain text, CSV or JSON Lines first.")
        file.seek(0)
        found = _narrow(iter(lambda: file.read(_PIECE), b""))
    file.seek(0)
    return found


def _as_given(codec: str, marked: Encoding | None) -> Encoding:
    if marked is not None and (codec == marked.codec or codec in {"utf-8-sig", "utf-16", "utf-32"}):
        return Encoding(marked.codec, "as given", marked.mark)
    plain = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
    return Encoding(plain.get(codec, codec), "as given")


def _wide_without_mark(head: bytes) -> Encoding | None:
    """UTF-16 of mostly Latin text has a zero in most second bytes; other scripts still have it at blanks and line ends."""
    pairs = len(head) // 2
    if pairs < 2:
        return None
    first, second = head[0 : 2 * pairs : 2], head[1 : 2 * pairs : 2]
    # Two printable letters of ASCII side by side are rare in UTF-16 of any script, and common in a text that only has a piece in it.
    narrow = sum(1 for pair in zip(first, second, strict=True) if 32 <= pair[0] < 127 and 32 <= pair[1] < 127) * 10 > pairs * 3
    for codec, high, low in (("utf-16-le", second.count(0), first.count(0)), ("utf-16-be", first.count(0), second.count(0))):
        ends = codecs.encode("\n", codec), codecs.encode(" ", codec)
        mostly_latin = high * 10 >= pairs * 4
        if not narrow and low * 50 <= high and (mostly_latin or (high * 50 >= pairs and any(end in head for end in ends))):
            text = head[: 2 * pairs - 2].decode(codec, "replace")
            if text.count("\ufffd") * 50 <= len(text):
                return Encoding(codec, "zeros in every second byte")
    return None


def _binary(head: bytes) -> bool:
    """Zeros nearly everywhere, or controls that no text has: a few where the bytes are no UTF-8 either, many in any case.

    Some zeros only are a text with a piece in UTF-16.
    """
    controls = sum(head.count(code) for code in range(1, 32) if code not in (9, 10, 11, 12, 13, 26, 27))
    if head.count(0) * 10 > len(head) * 7 or controls * 3 > len(head) + 24:
        return True
    return controls * 50 > len(head) + 400 and not is_utf8(head[: max(len(head) - 3, 0)].rstrip(bytes(range(0x80, 0x100))))


def _narrow(pieces: Iterable[bytes]) -> Encoding:
    """UTF-8 where the bytes are, or where more lines fit it than do not; else a guess from the lines that do not fit."""
    fit = odd = 0
    strange = bytearray()
    rest = b""
    for piece in pieces:
        # A cut at a line end never cuts a character; in a line of many pieces the cut is before a character's first byte.
        block = rest + piece
        cut = block.rfind(b"\n") + 1
        if not cut and len(block) >= _PIECE:
            cut = max((len(block) - back for back in range(1, 5) if block[-back] >= 0xC0), default=len(block))
        block, rest = block[:cut], block[cut:]
        fit, odd = _weigh(block, fit, odd, strange)
    fit, odd = _weigh(rest, fit, odd, strange)
    if not odd:
        return Encoding("utf-8", "every byte fits")
    if fit >= odd:
        return Encoding("utf-8", "most lines fit")
    # A line or two of another encoding that happen to be valid UTF-8 are no mixture.
    mixed = fit * 10 >= odd
    return Encoding(_guess(bytes(strange)), "guessed; some lines are UTF-8" if mixed else "guessed", mixed=mixed)


def _weigh(block: bytes, fit: int, odd: int, strange: bytearray) -> tuple[int, int]:
    if block.isascii():
        return fit, odd
    if is_utf8(block):
        return fit + sum(1 for line in block.splitlines() if not line.isascii()), odd
    for line in block.splitlines(keepends=True):
        if line.isascii():
            continue
        if is_utf8(line):
            fit += 1
            continue
        odd += 1
        if len(strange) < _GUESSED_FROM:
            strange += line[:_GUESSED_FROM]
    return fit, odd


def is_utf8(data: bytes) -> bool:
    """Return whether bytes are valid UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guess(sample: bytes) -> str:
    found = from_bytes(sample).best()
    best = codecs.lookup(found.encoding).name if found is not None else "cp1252"
    western = sample.decode("cp1252", "replace")
    if _INSIDE_WORDS.search(western):
        # Signs such as ³ and ¿ between letters are the letters ł and ż of Polish.
        return "cp1250" if best in _WESTERN else best
    if sample.decode(best, "replace") == western:
        return "cp1252"
    return "cp1252" if best in _WESTERN and all(char <= "\x7f" or char in _WESTERN_SIGNS for char in western) else best
