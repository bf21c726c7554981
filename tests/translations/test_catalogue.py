"""The Ukrainian catalogue is whole: nothing is missing, unfinished or out of date, and every form and word is there."""

from __future__ import annotations

import ast
import itertools
import re
import string
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from annotator.ui.numerals import form_of
from annotator.ui.sentences import CONTEXT
from tests.translations import ts
from tests.translations.code import CODE, Message, sentences
from tests.translations.glossary import NOT_UKRAINIAN, TERMS

HELD = ts.read()
TEXTS = sorted(HELD)
RENEW = "run `python -m tests.translations` and translate what it lists"


def test_the_catalogue_holds_what_the_code_says_and_nothing_else() -> None:
    wanted = set(ts.wanted())
    assert sorted(wanted - set(HELD)) == [], RENEW
    assert sorted(set(HELD) - wanted) == [], RENEW


def test_every_text_is_translated() -> None:
    assert [message for message, forms in HELD.items() if not forms] == [], RENEW


def test_the_templates_of_the_rooms_are_those_that_the_window_knows() -> None:
    assert ts.SENTENCES.read_text(encoding="utf-8").splitlines() == [each.replace("\n", "\\n") for each in sentences()], RENEW


def test_the_window_gets_what_the_catalogue_says() -> None:
    catalogue = QTranslator()
    assert catalogue.load(str(ts.COMPILED))
    for message, forms in HELD.items():
        for number, count in enumerate((1, 2, 5)[: len(forms)]):
            n = count if message.counted else -1
            found = catalogue.translate(message.context, message.text, "", n)
            assert found == forms[number], RENEW


def test_a_counted_text_has_the_three_forms_of_ukrainian() -> None:
    for message, forms in HELD.items():
        if message.counted:
            assert len(forms) == ts.FORMS
            assert all("%n" in form for form in forms), message
        for form in forms:
            for field, spec in _fields(form):
                assert "|" not in spec or spec.count("|") == ts.FORMS - 1, (message, field)
        for field, spec in _fields(message.text):
            assert "|" not in spec or spec.count("|") == 1, (message, field)


def test_a_number_is_said_whatever_it_is() -> None:
    """The first form is that of 1, 21, 31 …: a translation that says it without the number is wrong for 21."""
    for message, forms in HELD.items():
        bare = {name for name, spec in _fields(message.text) if not spec}
        for form in forms:
            assert {name for name, spec in _fields(form) if not spec} >= bare, message
            assert not [spec for _, spec in _fields(form) if "{" in spec], message


def test_a_number_before_a_noun_has_forms() -> None:
    plural = re.compile(
        r"\{(\w+)\} (?:entries|spans|decisions|layers|labels|places|times|disagreements|files|words|keys|pairs|suggestions)\b"
    )
    for message, forms in HELD.items():
        for field in plural.findall(message.text) if message.context != CONTEXT else ():
            if any(spec for name, spec in _fields(message.text) if name == field):
                continue
            said = [form for form in forms if f"{{{field}}}" in form]
            assert all(f"{{{field}:" in form or _stands_alone(form, field) for form in said), (message, forms)


def _stands_alone(form: str, field: str) -> bool:
    """Tell whether no noun follows the number that would have to agree with it."""
    return re.search(rf"\{{{field}\}} [а-яіїєґ]", form) is None or "натискання" in form


def test_placeholders_are_those_of_the_source() -> None:
    for message, forms in HELD.items():
        for form in forms:
            assert {name for name, _ in _fields(form)} == {name for name, _ in _fields(message.text)}, message


def _fields(text: str) -> Iterator[tuple[str, str]]:
    for _, name, spec, _ in string.Formatter().parse(text):
        if name is not None:
            yield name, spec or ""


def test_a_number_that_words_agree_with_is_given_as_a_numeral() -> None:
    """Where a translation has forms, the code must give `numeral(…)` or what `plural` makes: a plain number knows no forms."""
    forms: dict[str, set[str]] = defaultdict(set)
    for message, held in HELD.items():
        for form in (*held, message.text):
            forms[message.text] |= {name for name, spec in _fields(form) if "|" in spec}
    wrong = []
    for path in sorted((CODE / "ui").rglob("*.py")):
        for call, text in _formatted(ast.parse(path.read_text(encoding="utf-8"))):
            for each in call.keywords:
                if each.arg in forms[text] and not _may_be_counted(each.value):
                    wrong.append(f"{path.name}:{call.lineno}: {each.arg} of “{text}”")
    assert wrong == []


COUNTED = {"numeral", "spans", "characters", "commands", "entries", "cases", "places", "counted", "days", "people", "decisions"}


def _may_be_counted(value: ast.expr) -> bool:
    """Tell whether a value is a numeral, or at least a name that can hold one."""
    return _callee(value) in COUNTED if isinstance(value, ast.Call) else isinstance(value, ast.Name)


def _callee(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""


def _formatted(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """Yield each `tr("…").format(…)` and the text in it."""
    for each in ast.walk(tree):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute) and each.func.attr == "format":
            for inner in ast.walk(each.func.value):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    yield each, inner.value


def test_words_of_the_product_are_said_with_one_word() -> None:
    wrong = []
    for message, forms in HELD.items():
        said = " ".join(forms).casefold().replace("&", "").replace("’", "")
        words = message.text.replace("&", "").replace("Label Studio", "").casefold()
        for term, stems in TERMS.items():
            if re.search(rf"(?<![-\w{{:]){term}(?![-\w}}:.])", words) and not any(stem in said for stem in stems):
                wrong.append((term, message.text, forms))
    assert wrong == []


def test_letters_that_lead_to_fields_and_buttons_do_not_clash() -> None:
    """What has letters of its own in English has letters of its own in Ukrainian."""
    wrong = []
    for one, other in itertools.combinations([each for each in TEXTS if "&" in each.text and len(HELD[each]) == 1], 2):
        if one.context == other.context and _letter(one.text) != _letter(other.text) and _letter(HELD[one][0]) == _letter(HELD[other][0]):
            wrong.append((one.context, HELD[one][0], HELD[other][0]))
    assert wrong == []
    assert [each for each, forms in HELD.items() if forms and ("&" in each.text) != ("&" in forms[0])] == []


def _letter(text: str) -> str:
    return text.partition("&")[2][:1].casefold()


def test_it_is_ukrainian() -> None:
    for message, forms in HELD.items():
        for form in forms:
            assert not [word for word in NOT_UKRAINIAN if word in form.casefold()], message
            assert not re.search(r"\w'\w", form), ("the apostrophe is ’", message)
            assert "“" not in form.replace("« … »", ""), ("quotation marks are « »", message)
            assert "  " not in form or "  " in message.text, message


def test_ends_are_those_of_the_source() -> None:
    for message, forms in HELD.items():
        for form in forms:
            for end in ("…", ":", ". "):
                assert message.text.rstrip("”").endswith(end) == form.rstrip("»").endswith(end) or "{" in message.text[-8:], message
            assert message.text[:1].isspace() == form[:1].isspace(), message


@pytest.mark.parametrize(
    ("count", "form"), [(0, 2), (1, 0), (2, 1), (4, 1), (5, 2), (11, 2), (12, 2), (21, 0), (22, 1), (111, 2), (104, 1)]
)
def test_forms_are_chosen_as_unicode_says_for_ukrainian(count: int, form: int) -> None:
    assert form_of(count, 3) == form


def test_the_file_is_well_formed_and_written_as_the_command_writes_it(tmp_path: Path) -> None:
    ts.write(HELD, tmp_path / "again.ts")
    assert (tmp_path / "again.ts").read_bytes() == ts.SOURCE.read_bytes()


def test_what_is_new_takes_the_translation_that_the_same_text_has_elsewhere() -> None:
    old = {Message("A", "Close"): ("Закрити",), Message("A", "Gone"): ("Немає",)}
    assert ts.renewed(old, [Message("B", "Close"), Message("B", "New")]) == {Message("B", "Close"): ("Закрити",), Message("B", "New"): ()}
