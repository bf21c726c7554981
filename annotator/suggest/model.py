"""The bundled model: where it lies, how it is loaded, and the suggester that it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.errors import InputError
from annotator.core.resources import resource
from annotator.suggest.consistency import consistent
from annotator.suggest.names import NAMES, register, scored
from annotator.suggest.suggester import Proposal

if TYPE_CHECKING:
    from spacy.language import Language

_MAX_LENGTH = 1_000_000
"""spaCy's own bound for one text, in code points; longer texts get no proposals."""


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


@dataclass(frozen=True, slots=True)
class ModelSuggester:
    """Proposes the names that a pipeline with our component finds, each with its probability."""

    nlp: Language
    name: str = "model"
    why: str = "found by the bundled model"

    @property
    def version(self) -> str:
        """The name and version that the pipeline gives itself."""
        return f"{self.nlp.meta.get('name', '')}-{self.nlp.meta.get('version', '')}"

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels it can propose."""
        return tuple(self.nlp.get_pipe(NAMES).labels)  # type: ignore[attr-defined]

    @property
    def dropped(self) -> tuple[str, ...]:
        """None: what the scheme lacks is dropped outside."""
        return ()

    def propose(self, texts: Iterable[str]) -> Iterator[tuple[Proposal, ...]]:
        """Yield for each text its proposals, by start, none overlapping; within a text one name keeps one label where that is clear."""
        bounded = (text if len(text) <= _MAX_LENGTH else "" for text in texts)
        # The text comes through beside its doc: putting a doc's text together again from its tokens takes longer than all else here.
        for doc, text in self.nlp.pipe(((text, text) for text in bounded), as_tuples=True):
            found = tuple(Proposal(each.start, each.end, each.label, each.score, self.why) for each in scored(doc))
            yield consistent([text], [found])[0] if found else found

    def source(self, text: str) -> tuple[Proposal, ...]:
        """Return the proposals of one text, for a suggester that joins several sources."""
        return next(self.propose([text]))
