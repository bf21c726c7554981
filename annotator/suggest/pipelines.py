"""Any spaCy pipeline that is installed or lies in a folder, as a suggester. spaCy is imported inside of the functions only."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.core.errors import InputError
from annotator.suggest.model import ModelSuggester
from annotator.suggest.names import NAMES, register
from annotator.suggest.suggester import Proposal, Suggester, ordered

_BATCH = 64
_NAME = re.compile(r"[a-z][a-z0-9_]*")
MAX_LENGTH = 1_000_000
"""spaCy's own bound for one text, in code points; longer texts get no proposals from a pipeline."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Proposes a pipeline's entities (`doc.ents`) and the groups of its span categorizer, with the scores the latter has."""

    name: str
    version: str
    labels: tuple[str, ...]
    nlp: Any
    dropped: tuple[str, ...] = ()

    def propose(self, texts: Iterable[str]) -> Iterator[tuple[Proposal, ...]]:
        """Yield for each text its proposals, by start."""
        bounded = (text if len(text) <= MAX_LENGTH else "" for text in texts)
        for doc in self.nlp.pipe(bounded, batch_size=_BATCH):
            why = f"found by {self.name}"
            found = [Proposal(span.start_char, span.end_char, span.label_, None, why) for span in doc.ents if span.text.strip()]
            for group in doc.spans.values():
                scores = group.attrs.get("scores")
                for number, span in enumerate(group):
                    score = float(scores[number]) if scores is not None and number < len(scores) else None
                    if span.text.strip():
                        found.append(Proposal(span.start_char, span.end_char, span.label_, score, why))
            yield ordered(found)


def load_pipeline(spec: str) -> Suggester:
    """Return the pipeline of this name or folder. Raises InputError where there is none, or where it cannot be loaded as it is."""
    folder = Path(spec)
    if spec and folder.is_dir():
        if not (folder / "config.cfg").is_file() or not (folder / "meta.json").is_file():
            raise InputError(f"{spec} is no spaCy pipeline: such a folder holds config.cfg and meta.json.")
    elif not _NAME.fullmatch(spec) or importlib.util.find_spec(spec) is None:
        raise InputError(
            f"There is no suggester {spec!r}: use default, memory, patterns:FILE, an installed spaCy pipeline or the folder of one."
        )
    import spacy

    register()
    try:
        nlp = spacy.load(folder if folder.is_dir() else spec)
    except (OSError, ValueError, ImportError, AttributeError, TypeError, KeyError) as error:
        first = (str(error).splitlines() or [""])[0]
        raise InputError(f"The spaCy pipeline {spec} cannot be loaded: {first}", details=str(error)) from error
    if NAMES in nlp.pipe_names:
        return ModelSuggester(nlp, name=nlp.meta.get("name", "") or spec, why=f"found by {nlp.meta.get('name', '') or spec}")
    labels: list[str] = []
    for pipe_name in nlp.pipe_names:
        if nlp.get_pipe_meta(pipe_name).factory in {"ner", "beam_ner", "entity_ruler", "spancat", "spancat_singlelabel", "span_ruler"}:
            labels.extend(nlp.pipe_labels.get(pipe_name, ()))
    if not labels:
        raise InputError(f"The spaCy pipeline {spec} finds no entities: it has no component like ner, entity_ruler or spancat.")
    name = f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', '')}".strip("_")
    return Pipeline(name or spec, str(nlp.meta.get("version", "")), tuple(sorted(set(labels))), nlp)
