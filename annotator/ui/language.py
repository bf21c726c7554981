"""The language of the window: the one that was chosen or the system's, its catalogue, and how it writes dates and numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from annotator.core.resources import resource

LANGUAGES = {"en": "English", "uk": "Українська"}
"""The languages by their codes (ISO 639), each called as it calls itself. The texts in the code are the English ones."""
_SOURCE = "en"


def of_system() -> list[str]:
    """Return the languages that the system asks for, the most wanted first, as BCP 47 writes them: "uk-UA", "en"."""
    return list(QLocale.system().uiLanguages())


def chosen(wanted: str, system: Sequence[str]) -> str:
    """Return the language to speak: the wanted one, or ("") the first of the system's that is known; English where none is."""
    if wanted in LANGUAGES:
        return wanted
    known = (each.replace("_", "-").split("-")[0] for each in system)
    return next((each for each in known if each in LANGUAGES), _SOURCE)


def install(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Let the program speak a language; return the catalogues, which live as long as the application does.

    To be done before the first widget is made. English needs no catalogue. Qt's own texts (of its file dialogs) are taken where the
    installation has them.
    """
    system = QLocale.system()
    QLocale.setDefault(system if system.name().split("_")[0] == language else QLocale(language))
    if language == _SOURCE:
        return []
    folders = (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), str(resource("translations")))
    found = []
    for name, folder in zip((f"qtbase_{language}", f"annotator_{language}"), folders, strict=True):
        catalogue = QTranslator(application)
        if catalogue.load(name, folder):
            application.installTranslator(catalogue)
            found.append(catalogue)
    return found
