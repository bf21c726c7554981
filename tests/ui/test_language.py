"""The window speaks the language that is chosen: in a language twice as long nothing is left in English and nothing is cut off."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from annotator.core.errors import InputError
from annotator.ui import bridge, language, plural, settings
from annotator.ui.numerals import decimal, numeral
from annotator.ui.sentences import templates, translated
from annotator.ui.settings import Settings
from annotator.ui.theme import Theme
from annotator.ui.words import kind_text, text_of
from tests.ui import screens
from tests.ui.scenes import scenes
from tests.ui.stretching import Doubled, Reader, invented

SIZE = (1280, 720)


@pytest.fixture
def ukrainian(application: QApplication) -> Iterator[None]:
    """Let the program speak Ukrainian for the time of a test."""
    before = QLocale()
    catalogues = language.install(application, "uk")
    assert len(catalogues) == 2
    yield
    _remove(application, catalogues)
    QLocale.setDefault(before)


@pytest.fixture
def doubled(application: QApplication) -> Iterator[None]:
    """Let the program speak the language that was never spoken."""
    catalogue = Doubled(application)
    application.installTranslator(catalogue)
    yield
    _remove(application, [catalogue])


def _remove(application: QApplication, catalogues: list[QTranslator]) -> None:
    for each in catalogues:
        application.removeTranslator(each)
        each.deleteLater()


Walk = Callable[[QApplication, Theme, Reader, Path], None]


def _scenes(_: QApplication, theme: Theme, reader: Reader, place: Path) -> None:
    scenes(theme, reader, SIZE, place)


def _comparing(_: QApplication, theme: Theme, reader: Reader, place: Path) -> None:
    screens.take_comparing(theme, reader, SIZE, place)  # type: ignore[arg-type]


def _dialogs(application: QApplication, theme: Theme, reader: Reader, place: Path) -> None:
    screens.take_dialogs(application, theme, place, reader)  # type: ignore[arg-type]


WALKS = pytest.mark.parametrize("walk", [_scenes, _comparing, _dialogs])
FREE = ("a window of 1440x900", "a window of 980x815")
"""The import preview is as large as the screen allows (its pictures are taken at one size), and what shows progress scrolls."""


@WALKS
def test_every_text_is_translated_and_has_room_for_twice_its_length(
    walk: Walk, application: QApplication, theme: Theme, tmp_path: Path, doubled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_NAME", "Ada Reyes")
    reader = Reader(invented())
    walk(application, theme, reader, tmp_path)
    assert len(reader.screens) > 5
    assert reader.plain == {}
    assert {text: where for text, where in reader.cut.items() if text not in FREE} == {}


@WALKS
def test_nothing_is_cut_off_in_ukrainian(
    walk: Walk, application: QApplication, theme: Theme, tmp_path: Path, ukrainian: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_NAME", "Ada Reyes")
    reader = Reader()
    walk(application, theme, reader, tmp_path)
    assert {text: where for text, where in reader.cut.items() if text not in FREE} == {}


def test_the_language_is_the_chosen_one_or_the_first_of_the_system_that_is_known() -> None:
    assert language.chosen("uk", ["de-DE"]) == "uk"
    assert language.chosen("", ["uk-UA", "en"]) == "uk"
    assert language.chosen("", ["de-DE", "uk_UA", "en-GB"]) == "uk"
    assert language.chosen("", ["de-DE"]) == "en"
    assert language.chosen("tlh", []) == "en"


def test_english_loads_no_catalogue(application: QApplication) -> None:
    before = QLocale()
    assert language.install(application, "en") == []
    assert QLocale().language() is QLocale.Language.English
    QLocale.setDefault(before)


def test_the_chosen_language_is_remembered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    settings.save(Settings(language="uk"))
    assert settings.load().language == "uk"
    settings.save(Settings(language="xx"))
    assert settings.load().language == ""


def test_numbers_dates_and_nouns_are_ukrainian(ukrainian: None) -> None:
    assert [str(plural.entries(n)) for n in (1, 2, 5, 11, 21, 1204)] == [
        "1 запис", "2 записи", "5 записів", "11 записів", "21 запис", "1\u00a0204 записи",
    ]  # fmt: skip
    assert "{n} {n:запис|записи|записів}".format(n=numeral(22)) == "22 записи"
    assert decimal(0.845, 2) == "0,84"
    assert bridge.day("2022-01-27T23:30") == "четвер, 27 січня 2022"
    assert kind_text("missing") == "пропуск"
    assert text_of("label PERSON", "Label as PERSON") == "Розмітити як PERSON"


def test_a_sentence_of_the_rooms_is_said_in_ukrainian_with_its_names_and_numbers(ukrainian: None) -> None:
    assert translated("notes.csv is empty: there is nothing to read in it.") == "notes.csv порожній: читати нічого."
    assert translated("Accept 21 suggestions") == "Прийняти 21 пропозицію"
    assert translated("3 left out: they overlap others that were accepted.").startswith("3 пропущено: вони")
    assert translated(str(InputError("x is not text: it is an xz archive; unpack it."))) == "x — не текст: це архів xz; розпакуйте його."
    assert translated("The key Ctrl+E is given to “Export…” and to “Quit”: choose another one for one of them.") == (
        "Клавішу Ctrl+E дано і «Експорт…», і «Вийти»: виберіть для однієї з них іншу."
    )
    assert translated("Nobody ever wrote this sentence.") == "Nobody ever wrote this sentence."


def test_sentences_stay_as_they_are_in_english() -> None:
    assert translated("notes.csv is empty: there is nothing to read in it.") == "notes.csv is empty: there is nothing to read in it."


def test_every_template_is_told_by_its_own_sentence(application: QApplication) -> None:
    """Fills each template with words that stand in no other, and asks for it by the whole sentence."""
    catalogue = _Named(application)
    application.installTranslator(catalogue)
    wrong = []
    for template in templates():
        holes = len({name for _, name, _, _ in string.Formatter().parse(template) if name is not None})
        found = translated(template.format(*(f"Zq{number}x" for number in range(holes))))
        if not found.startswith("⟦") or any(f"Zq{number}x" not in found for number in range(holes)):
            wrong.append(template)
    _remove(application, [catalogue])
    assert wrong == []


class _Named(QTranslator):
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"⟦{source}" if context == "sentences" else source
