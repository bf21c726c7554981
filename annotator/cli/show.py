"""What is printed: for people, or as JSON; progress on a terminal; errors as one line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

Shown = Callable[[int, int], None]
"""Shows progress: done, total (0 where it is not known)."""
Counted = Callable[[int], None]
"""Shows progress: done."""


def plain(value: Any) -> Any:  # noqa: ANN401 - JSON is of any shape
    """Return a value as JSON can hold it: dataclasses as objects, ids in hexadecimal."""
    if is_dataclass(value) and not isinstance(value, type):
        return {key: plain(each) for key, each in asdict(value).items()}
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Mapping):
        return {(" ".join(map(str, key)) if isinstance(key, tuple) else str(key)): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def as_json(value: object) -> None:
    """Print one JSON object on one line."""
    print(json.dumps(plain(value), ensure_ascii=False, sort_keys=False), flush=True)


def say(text: str = "") -> None:
    """Print a line for people; what a file says is never taken for markup."""
    _console().print(text, markup=False)


def many(count: int, noun: str, one: str = "", more: str = "") -> str:
    """Return a count with its noun, and a verb after it, in the number they need: 1 entry is, 2 entries are."""
    if count == 1:
        return f"1 {noun} {one}".rstrip()
    return f"{count:,} {f'{noun[:-1]}ies' if noun.endswith('y') else f'{noun}s'} {more}".rstrip()


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, right: Sequence[str] = ()) -> None:
    """Print a small table."""
    from rich.table import Table

    drawn = Table(box=None, pad_edge=False, header_style="dim")
    for name in columns:
        drawn.add_column(name, justify="right" if name in right else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(str(cell).replace("[", "\\[") for cell in row))
    _console().print(drawn)


def _console() -> Console:
    from rich.console import Console  # where something is printed: opening the window prints nothing

    return Console(highlight=False, soft_wrap=True)


def fail(sentence: str) -> None:
    """Print an error as one line on standard error."""
    print(f"annotator: {' '.join(sentence.split())}", file=sys.stderr, flush=True)


@contextmanager
def progress(what: str, kind: str | None, *, quiet: bool = False) -> Iterator[Shown]:
    """Give a function (done, total) that shows progress: JSON lines, a bar on a terminal, or nothing."""
    if kind == "json":
        yield _json_line
    elif quiet or not sys.stderr.isatty():
        yield _nothing
    else:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(what, total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total or None)


def _json_line(done: int, total: int) -> None:
    print(json.dumps({"done": done, "total": total}), flush=True)


def _nothing(_done: int, _total: int) -> None:
    return None
