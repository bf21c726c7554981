"""`python -m annotator.suggest.training FOLDER --out DIR`: trains the bundled model from the corpora in FOLDER."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from annotator.core.errors import AnnotatorError, InputError
from annotator.suggest.features import Words
from annotator.suggest.lexicon import Lexicon
from annotator.suggest.model import load_model
from annotator.suggest.names import LOWEST, NAMES, Names, register, scored
from annotator.suggest.network import Settings
from annotator.suggest.training import lists
from annotator.suggest.training.augment import Pools
from annotator.suggest.training.calibration import cheapest, rising_line
from annotator.suggest.training.corpora import CORPORA
from annotator.suggest.training.doubts import doubted
from annotator.suggest.training.ensemble import together
from annotator.suggest.training.loop import Plan, train
from annotator.suggest.training.measure import Finder, judged, measured
from annotator.suggest.training.passages import LABELS, Passage
from annotator.suggest.training.policy import passages
from annotator.suggest.training.word_vectors import shipped_vectors
from annotator.suggest.vectors import Vectors, no_vectors

if TYPE_CHECKING:
    from spacy.language import Language

TRAINED_ON = ("gmb", "ewt", "re_docred", "crossner", "wikigold", "grobid", "btc", "wnut", "re3d", "masc", "gum")
BY_MACHINE = ("gmb",)
CHOSEN_BY = ("ewt_dev", "wikigold", "re3d")
CALIBRATED_BY = ("ewt_dev", "ewt_test", "wikigold")
THRESHOLDS_BY = (*CALIBRATED_BY, "re3d")
"""In re3d much is wrong by another policy only, which a line of probabilities must not learn; it has a voice in where a name pays."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m annotator.suggest.training", description="Train the bundled model from open corpora.")
    parser.add_argument("folder", type=Path, help="the folder with the corpora, one folder each, as the model card names them")
    parser.add_argument("--out", type=Path, required=True, help="the folder of the spaCy pipeline that is written")
    parser.add_argument("--steps", type=int, nargs="*", help=f"batches of each cycle (default: {[steps for steps, _ in Plan().cycles]})")
    parser.add_argument(
        "--average", type=Path, nargs="+", metavar="DIR", help="train nothing: write the mean of these pipelines, calibrated"
    )
    parser.add_argument("--go-on-from", type=Path, metavar="DIR", help="a pipeline of this command to train on, with the last cycle only")
    parser.add_argument(
        "--leave-out",
        nargs="*",
        default=["wikigold", "re3d"],
        metavar="CORPUS",
        help="measured on instead of learned from (default: %(default)s)",
    )
    parser.add_argument("--seed", type=int, default=Plan().seed)
    options = parser.parse_args(arguments)
    try:
        if options.average:
            average(options.folder, options.out, options.average)
            return 0
        plan = planned(options.steps, options.seed, last=options.go_on_from is not None)
        run(options.folder, options.out, plan, frozenset(options.leave_out), options.go_on_from)
    except AnnotatorError as error:
        print(error.sentence, file=sys.stderr)  # noqa: T201
        return error.exit_code
    return 0


def average(folder: Path, out: Path, pipelines: Sequence[Path], learned: frozenset[str] = frozenset()) -> None:
    """Write the mean of pipelines that were trained on from one another, calibrated anew by corpora that none of them `learned` from.

    Raises InputError where one is no such pipeline."""
    members = [load_model(pipeline) for pipeline in pipelines]
    components = [cast(Names, member.get_pipe(NAMES)) for member in members]
    components[0].take_mean(components)
    known = components[0].words.lexicon
    calibrate(components[0], members[0], {corpus: read_gold(folder, corpus, known) for corpus in THRESHOLDS_BY if corpus not in learned})
    write(components[0], out)


def planned(steps: Sequence[int] | None, seed: int, *, last: bool) -> Plan:
    """Return the plan with other numbers of steps for its cycles. Raises InputError for more numbers than cycles."""
    cycles = Plan().cycles[-1:] if last else Plan().cycles
    if steps and len(steps) > len(cycles):
        raise InputError(f"--steps takes at most {len(cycles)} numbers here, one for each cycle.")
    if not steps:
        return replace(Plan(), cycles=cycles, seed=seed)
    cycles = tuple((count, rate) for count, (_, rate) in zip(steps, cycles, strict=False))
    return replace(Plan(), cycles=cycles, by_hand=cycles, seed=seed)


def run(folder: Path, out: Path, plan: Plan, left_out: frozenset[str] = frozenset(), before: Path | None = None) -> None:
    """Train from a folder of corpora and write the pipeline. Raises InputError for what the folder lacks or `left_out` misnames.

    Two networks are trained and joined: one from the corpora labelled by hand; the other from all, those labelled by a machine left open
    where the first contradicts them. With `before` (a pipeline of this command) that one is trained on, from all corpora as they are.
    """
    unknown = left_out - set(TRAINED_ON)
    if unknown:
        raise InputError(f"No corpus is named {', '.join(sorted(unknown))}; there are {', '.join(TRAINED_ON)}.")
    names_by_group = lists.name_lists()
    known = lists.shipped_lexicon(names_by_group, common_words(folder))
    texts = {corpus: list(passages(corpus, CORPORA[corpus](folder), known)) for corpus in TRAINED_ON if corpus not in left_out}
    measures = {corpus: read_gold(folder, corpus, known) for corpus in CHOSEN_BY if corpus not in texts}
    vectors = shipped_vectors()
    own = lists.name_files()
    pools = Pools(names_by_group.given, names_by_group.surnames, {"GPE": places_of(known), "ORG": own["orgname"], "FAC": own["facword"]})

    def trained(corpora: Mapping[str, Sequence[Passage]], plan: Plan) -> tuple[Language, Names]:
        nlp, names = blank(known, Settings(), seed=plan.seed, vectors=vectors)
        if before is not None:
            names.from_disk(before / NAMES)
            names.settings = replace(names.settings, calibration=(), hidden=Settings().hidden)
            names.words = Words(known, names.words.vectors)
        train(corpora, plan, pools, names, nlp, lambda *done: say(nlp, measures, done))
        return nlp, names

    if before is not None:
        nlp, names = trained(texts, plan)
    else:
        by_hand = {corpus: each for corpus, each in texts.items() if corpus not in BY_MACHINE}
        nlp, first = trained(by_hand, replace(plan, cycles=plan.by_hand))
        checked = {corpus: list(doubted(texts[corpus], first, nlp)) for corpus in texts if corpus in BY_MACHINE}
        nlp, second = trained(texts | checked, replace(plan, seed=plan.seed + 1))
        names = together([first, second])
    write(names, out)
    average(folder, out, [out], frozenset(texts))


def say(nlp: Language, measures: Mapping[str, Sequence[Passage]], done: tuple[int, float, float]) -> None:
    """Print step, loss a token, seconds, and F1 by corpus and label, on one line of JSON."""
    step, loss, seconds = done
    figures = {corpus: measured(finder(nlp), gold).figures() for corpus, gold in measures.items()}
    short = {corpus: {label: row["f"] for label, row in table.items()} for corpus, table in figures.items()}
    print(json.dumps({"step": step, "loss": round(loss, 4), "seconds": round(seconds), **short}), flush=True)  # noqa: T201


def write(names: Names, out: Path) -> None:
    """Write a pipeline with this component alone, without the words that training met; what was there is written over."""
    import spacy

    nlp = spacy.blank(
        "en", meta={"name": "annotator_en_news", "version": "1.1.0", "description": "Names in English news", "license": "CC BY-SA 4.0"}
    )
    fresh = cast(Names, nlp.add_pipe(NAMES))
    fresh.settings, fresh.words, fresh.model, fresh.links = names.settings, names.words, names.model, names.links
    nlp.to_disk(out)


def calibrate(names: Names, nlp: Language, corpora: Mapping[str, Sequence[Passage]]) -> None:
    """Fit the calibration and the thresholds of a component to gold that it did not learn from."""
    wanted = replace(names.settings, calibration=(), threshold=LOWEST, thresholds=())
    names.settings = wanted
    raw = [each for corpus, gold in corpora.items() if corpus in CALIBRATED_BY for each in judged(finder(nlp), gold)]
    names.settings = replace(wanted, calibration=rising_line([(each.score, each.right) for each in raw]))
    shared, by_label = cheapest([judged(finder(nlp), gold) for gold in corpora.values()])
    names.settings = replace(names.settings, threshold=shared, thresholds=tuple(by_label.items()))


def blank(known: Lexicon, settings: Settings, *, seed: int, vectors: Vectors | None = None) -> tuple[Language, Names]:
    """Return an English pipeline with an untrained component for `LABELS`."""
    import spacy
    from thinc.api import fix_random_seed

    fix_random_seed(seed)
    register()
    nlp = spacy.blank("en")
    names = cast(Names, nlp.add_pipe(NAMES))
    names.settings, names.words = settings, Words(known, vectors or no_vectors())
    names.begin(LABELS)
    return nlp, names


def finder(nlp: Language) -> Finder:
    """Return the function by which `measure` finds names."""
    return lambda texts: (scored(doc) for doc in nlp.pipe(texts))


def common_words(folder: Path, *, least: int = 20, share: float = 0.8) -> set[str]:
    """Return the words that the corpora mostly write small, in small letters."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for corpus in ("gmb", "ewt", "re_docred"):
        for text in CORPORA[corpus](folder):
            for word in text.text.split():
                (small if word.islower() else large)[word.lower()] += 1
    return {word for word, count in small.items() if count >= least and count >= share * (count + large[word])}


def places_of(known: Lexicon) -> list[str]:
    """Return the names of countries and cities of a lexicon."""
    from annotator.suggest.lexicon import BIT

    wanted = BIT["country"] | BIT["city"]
    return sorted(key for table in (known.words, known.names) for key, bits in table.items() if bits & wanted and key[:1].isupper())


def read_gold(folder: Path, corpus: str, known: Lexicon) -> list[Passage]:
    """Return a corpus as gold to measure by: its own labels, the policy's edges."""
    return list(passages(corpus, CORPORA[corpus](folder), known, split=False))


if __name__ == "__main__":
    sys.exit(main())
