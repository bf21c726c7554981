"""From what a person writes after `--with` to a suggester that speaks the labels of the scheme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.model import Scheme
from annotator.suggest.memory import Remembered, memory
from annotator.suggest.patterns import load_patterns
from annotator.suggest.suggester import Mapped, Suggester

if TYPE_CHECKING:
    from spacy.language import Language

Loader = Callable[[str, Iterable[Remembered], Path | None], Suggester]

SUGGESTERS: Mapping[str, Loader] = {
    "default": lambda rest, remembered, trained: _default(trained),
    "rules": lambda rest, remembered, trained: _rules(),
    "memory": lambda rest, remembered, trained: memory(remembered),
    "patterns": lambda rest, remembered, trained: load_patterns(Path(rest)),
}
"""By the part before the colon; what is none of these is the name or the folder of a spaCy pipeline."""

# For a label that the scheme lacks, the keys that mean the same or hold it, the closest first.
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "PERSON": ("PER", "PEOPLE", "HUMAN"),
    "PER": ("PERSON", "PEOPLE"),
    "ORG": ("ORGANIZATION", "ORGANISATION", "CORPORATION", "GROUP"),
    "ORGANIZATION": ("ORG", "ORGANISATION"),
    "ORGANISATION": ("ORG", "ORGANIZATION"),
    "CORPORATION": ("ORG",),
    "COMPANY": ("ORG",),
    "GPE": ("LOC", "LOCATION", "PLACE", "GEO"),
    "LOC": ("LOCATION", "PLACE", "GEO"),
    "LOCATION": ("LOC", "GPE"),
    "PLACE": ("LOC", "LOCATION", "GPE"),
    "GEO": ("GPE", "LOC"),
    "FAC": ("FACILITY", "LOC", "LOCATION", "PLACE"),
    "FACILITY": ("FAC", "LOC"),
    "NORP": ("NATIONALITY", "MISC"),
    "NATIONALITY": ("NORP", "MISC"),
    "EVENT": ("EVE", "MISC"),
    "EVE": ("EVENT", "MISC"),
    "PRODUCT": ("PROD", "MISC"),
    "WORK_OF_ART": ("WORK", "ART", "CREATIVE_WORK", "MISC"),
    "CREATIVE-WORK": ("WORK_OF_ART", "MISC"),
    "ART": ("WORK_OF_ART", "MISC"),
    "LAW": ("MISC",),
    "LANGUAGE": ("MISC",),
    "DATE": ("TIM", "TEMPORAL"),
    "TIME": ("TIM", "TEMPORAL"),
    "TIM": ("DATE", "TIME"),
    "MONEY": ("AMOUNT",),
}


def _rules() -> Suggester:
    """Return the rules. Compiling their patterns takes 0.1 s, which the window, too, would wait for at its start without needing them."""
    from annotator.suggest.default import default_suggester

    return default_suggester()


def with_rules(nlp: Language, trained: bool) -> Suggester:
    """Return the suggester `default` around a loaded pipeline with our component; `trained` says that it learned from this project."""
    from annotator.suggest.default import default_suggester
    from annotator.suggest.model import ModelSuggester
    from annotator.suggest.with_model import WithModel

    model = ModelSuggester(nlp, why="found by the model trained from this project") if trained else ModelSuggester(nlp)
    rules = default_suggester()
    return WithModel(model, rules, rules.gazetteer.words)


# What follows brings numpy and many patterns in: loaded where it is used, so that the window opens without it.
def _default(trained: Path | None) -> Suggester:
    from annotator.suggest.model import load_model

    return with_rules(load_model(trained), trained is not None)


def _pipeline(spec: str) -> Suggester:
    from annotator.suggest.pipelines import load_pipeline

    return load_pipeline(spec)


def load(spec: str, scheme: Scheme, *, remembered: Iterable[Remembered] = (), trained: Path | None = None) -> Suggester:
    """Return the suggester that `spec` names, with labels as the scheme has them; what it drops is in its `dropped`.

    `spec`: default (the bundled model and rules), rules, memory, patterns:FILE, or an installed spaCy pipeline or a folder with one.
    `remembered` is for `memory`: what the acting annotator's own layer holds; `trained` is for `default`: the folder of a pipeline that
    learned from the project, in place of the bundled one.
    Raises InputError for a name that is nothing and for a file that cannot be used.
    """
    kind, colon, rest = spec.partition(":")
    loader = SUGGESTERS.get(kind) if bool(colon) == (kind == "patterns") else None
    suggester = _pipeline(spec) if loader is None else loader(rest, remembered, trained)
    return Mapped(suggester, label_map(suggester.labels, scheme))


def label_map(keys: Iterable[str], scheme: Scheme) -> dict[str, str]:
    """Return for each key the scheme's own: the same in any case, a merged or a known synonym; keys without one are left out."""
    active = {label.id: label for label in scheme.active}
    found = {}
    for key in keys:
        for candidate in (key, *SYNONYMS.get(key.upper(), ())):
            label = scheme.by_key(candidate)
            resolved = active.get(scheme.resolved(label.id)) if label is not None else None
            if resolved is not None:
                found[key] = resolved.key
                break
    return found
