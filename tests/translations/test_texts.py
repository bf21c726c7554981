"""No text of the window goes past the translator."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.translations.code import CODE, messages

SHOWING = {
    "setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setStatusTip",
    "setTitle", "setHtml", "setMarkdown", "addItem", "addAction", "addMenu", "addTab", "QLabel", "QPushButton", "QCheckBox",
    "QRadioButton", "QAction", "Radio", "Tick", "Offer", "BarAction", "Figure", "say", "set_verb", "show_notice", "show_failure", "notice",
    "field", "show_empty", "information", "warning", "question", "getOpenFileName", "getSaveFileName", "getExistingDirectory",
}  # fmt: skip
"""What puts its arguments before a person."""
TRANSLATING = {"tr", "translate", "_tr"}
NAMES = {"Annotator", "English", "Українська"}
FILES = sorted((CODE / "ui").rglob("*.py"))


def _plain(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the words that are shown without a translation: literals, and those parts of f-strings that say something."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _name(call) in SHOWING:
            for argument in (*call.args, *(each.value for each in call.keywords)):
                yield from ((call.lineno, text) for text in _literals(argument) if _is_english(text))


def _literals(node: ast.AST) -> Iterator[str]:
    """Yield the literals that come out of an expression as they are; a call of its own is looked at on its own."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr | ast.FormattedValue | ast.BinOp | ast.IfExp | ast.Tuple | ast.List):
        for inner in ast.iter_child_nodes(node):
            if not (isinstance(node, ast.IfExp) and inner is node.test):
                yield from _literals(inner)


def _is_english(text: str) -> bool:
    """Tell whether a literal is words for a person: not the id of a command, a role, a key or a suffix."""
    return text not in NAMES and re.search(r"[A-Z][a-z]{2,}|[a-z]{2,} [a-z]{2,}", text) is not None


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""


KEYS = re.compile(r"((Ctrl|Shift|Alt|Meta|Return|Enter|Esc|Tab|Space|Left|Right|Up|Down|Page|Del|Backspace)[+ –]?)+\w?")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CODE).as_posix())
def test_no_literal_is_shown_without_a_translation(path: object) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    assert [(line, text) for line, text in _plain(tree) if not KEYS.fullmatch(text)] == []


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    """`tr` gets a literal: an f-string, a sum or a variable would be looked up in vain."""
    wrong = []
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        tables = {"words.py", "sentences.py"}
        helpers = {id(inner) for each in tree.body if isinstance(each, ast.FunctionDef) and each.name == "_tr" for inner in ast.walk(each)}
        for call in ast.walk(tree):
            if (
                isinstance(call, ast.Call)
                and _name(call) in TRANSLATING
                and call.args
                and id(call) not in helpers
                and path.name not in tables
            ):
                text = call.args[1] if _name(call) == "translate" and len(call.args) > 1 else call.args[0]
                receiver = call.func.value if isinstance(call.func, ast.Attribute) else None
                of_painter = isinstance(receiver, ast.Name) and receiver.id in {"painter", "transform"}
                if not of_painter and isinstance(text, ast.JoinedStr | ast.BinOp):
                    wrong.append(f"{path.relative_to(CODE)}:{call.lineno}")
    assert wrong == []


def test_numbers_are_written_as_the_language_does() -> None:
    """A format `:,` writes English thousands; `numeral` and `decimal` ask the language."""
    left = {"numerals.py", "logs.py"}
    found = [path.name for path in FILES if path.name not in left and re.search(r":,\}|:,\.", path.read_text(encoding="utf-8"))]
    assert found == []


def test_texts_with_placeholders_name_them() -> None:
    assert [each.text for each in messages() if "{}" in each.text] == []


def test_the_check_tells_words_from_names() -> None:
    code = 'a.setText("Save it"); b.setToolTip(f"{n} entries left"); QLabel(self.tr("Close")); c.setProperty("role", "A b"); d.field("x")'
    assert [text for _, text in _plain(ast.parse(code))] == ["Save it", " entries left"]


def test_every_sentence_of_the_rooms_is_translated_where_it_is_shown() -> None:
    """An error's sentence is English; it comes to the eye through `translated`, wherever it is not only passed on or logged."""
    wrong = []
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        through = {
            id(inner) for call in ast.walk(tree) if isinstance(call, ast.Call) and _name(call) == "translated" for inner in ast.walk(call)
        }
        wrong += [
            f"{path.relative_to(CODE)}:{each.lineno}"
            for each in ast.walk(tree)
            if isinstance(each, ast.Attribute) and each.attr == "sentence" and id(each) not in through
        ]
    assert wrong == []
