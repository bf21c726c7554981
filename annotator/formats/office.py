"""The ZIP container of Word's and Excel's files: known by what it holds, bounded before a library opens it.

Both formats are Office Open XML (ECMA-376): a ZIP whose parts are XML without a DTD. The libraries that read them are the extra `office`.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from pathlib import Path

from annotator.core.errors import InputError, MachineError

MAX_PARTS = 20_000
"""Parts that a container may have."""
MAX_UNPACKED = 256 * 2**20
"""Bytes that its parts may come to when unpacked: it is held in memory."""
FAULTS = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError, TypeError, ValueError,
    lzma.LZMAError, struct.error, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What the libraries raise at a container whose parts are broken (found by mutating thousands); they have no class of their own."""
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx"}
_OPEN_DOCUMENT = {b"application/vnd.oasis.opendocument.spreadsheet": ".xlsx", b"application/vnd.oasis.opendocument.text": ".docx"}


def packed_format(path: Path) -> str:
    """Return "xlsx" or "docx" for a file that is one, "" for one that is neither a ZIP nor an old office file.

    Raises InputError for an office file of another kind and for any other ZIP, saying what to do.
    """
    try:
        with path.open("rb") as file:
            head = file.read(len(_COMPOUND))
    except OSError:
        return ""  # what reads it as text says why it cannot be read
    if head == _COMPOUND:
        raise InputError(
            f"{path.name} is a Word or Excel file of the old kind, or one with a password: open it there and save it as .docx or .xlsx."
        )
    if not head.startswith(_ZIP):
        return ""
    with _opened(path) as container:
        names = set(container.namelist())
        found = next((name for part, name in _PARTS.items() if part in names), "")
        if not found:
            raise InputError(_other(path, container, names))
    return found


def checked(path: Path, kind: str) -> None:
    """Raise InputError for a container that is broken, is not of this kind, or would unpack to more than may be held in memory."""
    if packed_format(path) != kind:
        raise InputError(f"{path.name} is no .{kind} file.")
    with _opened(path) as container:
        parts = container.infolist()
    if len(parts) > MAX_PARTS or sum(each.file_size for each in parts) > MAX_UNPACKED:
        raise InputError(
            f"{path.name} unpacks to more than {MAX_UNPACKED // 2**20} million bytes, more than this format can take: split it."
        )


def missing(program: str) -> MachineError:
    """Return the error for the libraries of the extra `office`, which are not there."""
    return MachineError(f"The libraries for {program} files are not installed. Install them once: pip install 'annotator[office]'")


def broken(path: Path, error: Exception) -> InputError:
    """Return the error for a container that its library cannot read."""
    return InputError(
        f"{path.name} is damaged and cannot be read; open it in the program that wrote it and save it anew.",
        details=f"{type(error).__name__}: {error}",
    )


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except FAULTS as error:
        raise broken(path, error) from error


def _other(path: Path, container: zipfile.ZipFile, names: set[str]) -> str:
    written = b""
    if "mimetype" in names and container.getinfo("mimetype").file_size < 200:
        try:
            written = container.read("mimetype")
        except FAULTS as error:
            raise broken(path, error) from error
    better = _OPEN_DOCUMENT.get(written.strip(), "")
    if better:
        return f"{path.name} is an OpenDocument file: open it in LibreOffice and save it as {better}."
    return f"{path.name} is a ZIP archive: unpack it and bring in the files that are in it."
