"""Which texts the code has to be translated: those that the window says itself, and the sentences of the rooms below it."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CODE = Path(__file__).parents[2] / "annotator"
ROOMS = ("core", "store", "formats", "suggest", "agreement", "project")
ERRORS = {"AnnotatorError", "InputError", "MachineError", "LockedError", "RuleError"}

NOT_FOR_THE_WINDOW = {
    "formats/card.py", "agreement/report_html.py", "agreement/report_svg.py", "agreement/report_data.py", "agreement/measures.py",
    "agreement/evaluate.py", "store/check.py", "store/migrations.py", "project/sample.py", "project/cards.py", "suggest/heads.py",
    "suggest/gazetteers.py", "suggest/lexicon.py", "suggest/chunks.py", "suggest/features.py",
}  # fmt: skip
"""Files that only the command shows, that write English documents, or that hold words of the corpora."""
_NOT_FOR_THE_WINDOW = re.compile(r"suggest/(training/|rules_)")
_QUERY = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|WITH|PRAGMA|DROP|ALTER|BEGIN|AND|OR|NOT IN|WHERE|ORDER|FROM|LEFT|JOIN|ON|UNION)\b"
    r"|instr\(|[a-z]\.id \{|.*(\bWHERE\b|\bFROM \w|\bIN \(|= \?|COLLATE|\bAS \w+\b,|EXISTS \(|\bBETWEEN :|= :\w|\b\w\.\w+ [=<>]"
    r"|\b\w\.\"?end)"
    r'|[a-z_0-9]+(, [a-z_0-9"]+){4,}$',
    re.DOTALL,
)
_PATTERN = re.compile(r"\(\?|\\[dwsbSW]|\[\^|\{[0-9]+,")
_NAMES = {
    "<!doctype html", "* before *{0}", "{0} before {1}{2}", "{0} backups", "{0} models", "{0} set aside {1}", "{0} is {1}", "{0} to {1}",
    "{0} by {1}", "{0}{1}{2}, seed {3}", "annotator {0}", "control {0} {1}", "again {0} {1}", "deal {0}", "practice {0}", "import {0}",
    "{0} (again)", "part of “", "short for “",
}  # fmt: skip
"""Names of files, of suggesters and of seeds, and texts that say too little to be told from others."""
SINGLE = {
    "repaired",
    "title",
    "standfirst",
    "heading",
    "time",
    "header",
    "footer",
    "author",
    "deciding",
    "suggesting",
    "training",
    "flat",
    "nested",
    "majority",
    "unanimous",
    "nobody",
    "overlap",
}
"""Words that stand alone, or in the hole of a sentence: what was kept or repaired, a purpose, a rule."""
_HOLE = re.compile(r"\{\d+\}")
_MOST_WAYS = 16


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A text of the window: the context it is looked up in, the text, and whether Qt is given a number with it."""

    context: str
    text: str
    counted: bool = False


def messages() -> list[Message]:
    """Return every text of the window, in order."""
    found = set(tables())
    for path in sorted((CODE / "ui").rglob("*.py")):
        found.update(_in_file(ast.parse(path.read_text(encoding="utf-8"))))
    return sorted(found)


def tables() -> Iterator[Message]:
    """Yield the texts that are looked up by a value of a table."""
    from annotator.core.places import Difference
    from annotator.project.changes import REOPENED, SAID
    from annotator.project.comparing import Kind
    from annotator.project.practice import EXTRA
    from annotator.ui import tokens
    from annotator.ui.commands import COMMANDS, Menu
    from annotator.ui.dialogs.import_settings import ENCODINGS
    from annotator.ui.dialogs.progress_state import OTHER
    from annotator.ui.key_choices import LABELS

    named = (each for each in COMMANDS if not re.fullmatch(r"take \d", each.id))
    texts = {
        "commands": [each.text for each in named],
        "menus": [*(each.value for each in Menu), LABELS],
        "kinds": [*(each.value for each in Kind), EXTRA],
        "deeds": [*SAID.values(), REOPENED, *(each.value for each in Difference)],
        "colours": [each.name for each in tokens.LABEL_COLOURS],
        "encodings": [title for _, title in ENCODINGS],
        "Progress": OTHER.values(),
    }
    for context, each in texts.items():
        yield from (Message(context, text) for text in each)


def _in_file(tree: ast.Module) -> Iterator[Message]:
    contexts = {each.name: found for each in tree.body if isinstance(each, ast.FunctionDef) and (found := _context_of(each))}
    yield from _walked(tree, "", contexts)


def _walked(node: ast.AST, owner: str, contexts: dict[str, str]) -> Iterator[Message]:
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.Call):
            message = _message(inner, owner, contexts)
            if message is not None:
                yield message
        yield from _walked(inner, inner.name if isinstance(inner, ast.ClassDef) else owner, contexts)


def _context_of(function: ast.FunctionDef) -> str:
    """Return the context that a helper of a module looks texts up in, "" where it is none."""
    for each in ast.walk(function):
        if isinstance(each, ast.Call) and _name(each) == "translate" and _is_variable_text(each):
            context = each.args[0]
            return str(context.value) if isinstance(context, ast.Constant) else ""
    return ""


def _is_variable_text(call: ast.Call) -> bool:
    return len(call.args) > 1 and isinstance(call.args[1], ast.Name)


def _message(call: ast.Call, owner: str, contexts: dict[str, str]) -> Message | None:
    name = _name(call)
    if name == "tr" and isinstance(call.func, ast.Attribute) and call.args:
        texts, context, counted = call.args[0], owner, len(call.args) > 2 or any(each.arg == "n" for each in call.keywords)
    elif name == "translate" and len(call.args) > 1 and isinstance(call.args[0], ast.Constant):
        texts, context, counted = call.args[1], str(call.args[0].value), len(call.args) > 3
    elif name in contexts and isinstance(call.func, ast.Name) and call.args:
        texts, context, counted = call.args[0], contexts[name], len(call.args) > 1
    else:
        return None
    return Message(context, texts.value, counted) if isinstance(texts, ast.Constant) and isinstance(texts.value, str) else None


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""


# Sentences of the rooms


def sentences() -> list[str]:
    """Return the templates of all sentences and phrases that the rooms can hand to the window; holes are {0}, {1} …"""
    found: set[str] = set(SINGLE)
    files = [path for room in ROOMS for path in sorted((CODE / room).rglob("*.py"))] + sorted((CODE / "ui").rglob("*.py"))
    for path in files:
        name = path.relative_to(CODE).as_posix()
        if name not in NOT_FOR_THE_WINDOW and not _NOT_FOR_THE_WINDOW.match(name):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            nodes = _errors(tree) if name.startswith("ui/") else _texts(tree)
            found.update(text for node, sure in nodes for text in ways(node) if (sure and _says(text)) or _reads(text))
    return sorted(found)


def _errors(tree: ast.Module) -> Iterator[tuple[ast.expr, bool]]:
    for each in ast.walk(tree):
        if isinstance(each, ast.Call) and _name(each) in ERRORS and each.args:
            yield each.args[0], True


def _texts(tree: ast.Module) -> Iterator[tuple[ast.expr, bool]]:
    """Yield the outermost texts of a module; those that errors are made with are sure to be shown."""
    known = {id(inner) for node, _ in _errors(tree) for inner in ast.walk(node)}
    yield from _errors(tree)
    left = _left_out(tree)
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        if id(node) in left:
            continue
        if isinstance(node, ast.expr) and _is_text(node) and id(node) not in known:
            yield node, False
        if not isinstance(node, ast.JoinedStr | ast.BinOp) or not _is_text(node):
            todo.extend(ast.iter_child_nodes(node))
        else:
            todo.extend(_inside(node))


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what stands in the holes of a text: phrases of its own may."""
    for each in ast.iter_child_nodes(node):
        if isinstance(each, ast.FormattedValue):
            yield each.value
        elif isinstance(each, ast.BinOp | ast.IfExp | ast.Call):
            yield each


def _left_out(tree: ast.Module) -> set[int]:
    """Return docstrings, annotations, and what is given to functions that take no sentence."""
    left: set[int] = set()
    for each in ast.walk(tree):
        if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant):
            left.add(id(each.value))
        elif isinstance(each, ast.Call) and _name(each) in {
            "compile",
            "execute",
            "executemany",
            "query",
            "translate",
            "strptime",
            "strftime",
        }:
            left.add(id(each))
        elif isinstance(each, ast.AnnAssign | ast.arg) and each.annotation is not None:
            left.add(id(each.annotation))
    return left


def _is_text(node: ast.AST) -> bool:
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add) and (_is_text(node.left) or _is_text(node.right))
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def ways(node: ast.expr) -> Iterator[str]:
    """Yield each way a text can come out, holes numbered: a condition between two texts gives two ways."""
    for parts in itertools.islice(itertools.product(*_parts(node)), _MOST_WAYS):
        text, number = "", 0
        for part in parts:
            if part is None:
                text, number = text + f"{{{number}}}", number + 1
            else:
                text += part.replace("{", "{{").replace("}", "}}")
        yield text


def _parts(node: ast.expr) -> list[list[str | None]]:
    """Return the parts of a text in their order, each with what it can be; None is a hole."""
    if isinstance(node, ast.Constant):
        return [[str(node.value)]]
    if isinstance(node, ast.JoinedStr):
        return [part for each in node.values for part in _parts(each)]
    if isinstance(node, ast.FormattedValue):
        return _parts(node.value)
    if isinstance(node, ast.BinOp) and _is_text(node):
        return [*_parts(node.left), *_parts(node.right)]
    if isinstance(node, ast.IfExp):
        both = [list(ways_of) for ways_of in (_flat(node.body), _flat(node.orelse))]
        if all(both):
            return [[*both[0], *both[1]]]
    if isinstance(node, ast.Call) and _name(node) == "counted" and len(node.args) == 2 and isinstance(node.args[1], ast.Constant):
        noun = str(node.args[1].value)
        return [[None], [f" {noun}", f" {noun}s"]]
    return [[None]]


def _flat(node: ast.expr) -> list[str | None]:
    """Return what a branch of a condition can be, where that is one text without a hole or something unknown."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_flat(node.body), *_flat(node.orelse)]
    return [] if isinstance(node, ast.JoinedStr) else [None]


def _says(text: str) -> bool:
    """Tell whether there are words around the holes."""
    return len(re.findall(r"[A-Za-z]{2,}", _HOLE.sub(" ", text))) > 1


def _reads(text: str) -> bool:
    """Tell whether a text reads as one for a person: words with blanks between them, and no query, pattern or name of a file."""
    plain = _HOLE.sub("…", text)
    return (
        re.search(r"[a-z…”)] ?[a-z“…]", plain) is not None
        and re.search(r"[A-Za-z]{2,}\W* ", plain.strip() + " ") is not None
        and " " in plain.strip()
        and len(re.findall(r"[A-Za-z]{2,}", plain)) > (0 if "…" in plain else 1)
        and not _QUERY.match(text)
        and not _PATTERN.search(text)
        and text not in _NAMES
        and not re.match(r"[.…/]*\.[a-z]+$|[-.]", plain)
    )
