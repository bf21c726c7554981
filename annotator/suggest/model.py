"""The bundled model: where it lies and how it is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.errors import InputError
from annotator.core.resources import resource
from annotator.suggest.names import register

if TYPE_CHECKING:
    from spacy.language import Language


def model_folder() -> Path:
    """Return the folder of the bundled pipeline; its `MODEL_CARD.md` stands beside `meta.json`."""
    return resource("models", "en_news")


def load_model(folder: Path | None = None) -> Language:
    """Load the bundled pipeline, or one that was trained from it.

    The names of a text are in `doc.ents`; `annotator.suggest.names.scored(doc)` gives them with probabilities.
    Raises InputError where the folder holds no pipeline.
    """
    import spacy

    place = folder or model_folder()
    if not (place / "config.cfg").is_file():
        raise InputError(f"There is no trained pipeline in {place}: it lacks config.cfg.")
    register()
    return spacy.load(place)
