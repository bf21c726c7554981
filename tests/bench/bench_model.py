"""Figures of a pipeline as JSON: `python tests/bench/bench_model.py [--gold FILE.jsonl …] [--corpora FOLDER] [--model DIR] [--with-rules]`.

A gold file is our JSONL (an object a line with `text` and `spans`). For it the figures come by label, with GPE, LOC and FAC joined, and the
recall of names apart that the lexicon of the model knows and does not know. The corpora are those of the model card. The error of
calibration comes twice: against a corpus as it is, and without the places that it marks by another policy (`measure.otherwise`).
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.drafts import SpanDraft
from annotator.suggest.lexicon import Lexicon
from annotator.suggest.loading import with_rules
from annotator.suggest.model import ModelSuggester, load_model
from annotator.suggest.names import NAMES
from annotator.suggest.training.calibration import reliability
from annotator.suggest.training.corpora import CORPORA
from annotator.suggest.training.measure import Counts, Outcome, compare, joined, otherwise
from annotator.suggest.training.passages import LABELS, RawText
from annotator.suggest.training.policy import passages

if TYPE_CHECKING:
    from spacy.language import Language

HELD_OUT = ("pud_news", "pud_wikipedia", "gum_news", "ewt_dev", "ewt_test", "wikigold", "re3d")


def found(nlp: Language, texts: Sequence[str], *, ruled: bool = False) -> Iterator[list[SpanDraft]]:
    """Give the names of each text as they are suggested, with scores where the pipeline has them; PER reads as PERSON.

    `ruled`: by model and rules together, as the suggester `default` does; else by the pipeline alone.
    """
    if nlp.has_pipe(NAMES):
        model = ModelSuggester(nlp)
        for proposals in (with_rules(nlp, False) if ruled else model).propose(texts):
            yield [SpanDraft(each.start, each.end, each.label, each.score) for each in proposals if each.label in LABELS]
        return
    for doc in nlp.pipe(texts):
        yield [SpanDraft(ent.start_char, ent.end_char, {"PER": "PERSON"}.get(ent.label_, ent.label_)) for ent in doc.ents]


def corpus_texts(folder: Path, name: str) -> tuple[str, list[RawText]]:
    """Return the corpus' name and its texts; PUD comes in its two halves, found by the ids of its documents."""
    if not name.startswith("pud_"):
        return name, list(CORPORA[name](folder))
    path = folder / "uner_english_pud" / "en_pud-ud-test.iob2"
    kinds = [line.split(" = ")[1][0] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("# newdoc")]
    return "pud", [text for text, kind in zip(CORPORA["pud"](folder), kinds, strict=True) if kind == name[4]]


def on_corpus(nlp: Language, known: Lexicon, folder: Path, name: str, *, ruled: bool = False) -> tuple[dict[str, Any], Outcome]:
    """Return the figures on one corpus, under the span policy of the model card."""
    corpus, texts = corpus_texts(folder, name)
    gold = list(passages(corpus, texts, known, split=False))
    outcome = Outcome()
    agreed = Outcome()
    for spans, passage in zip(found(nlp, [each.text for each in gold], ruled=ruled), gold, strict=True):
        compare(spans, passage, outcome)
        compare([each for each in spans if not otherwise(each, passage, known)], passage, agreed)
    by_policy, of_policy = reliability((score, right) for _, score, right in agreed.scored)
    error, table = reliability((score, right) for _, score, right in outcome.scored)
    return {
        **outcome.figures(), "ece": round(error, 4), "reliability": table,
        "ece_by_policy": round(by_policy, 4), "reliability_by_policy": of_policy,
    }, outcome  # fmt: skip


def on_gold(nlp: Language, known: Lexicon, path: Path, *, ruled: bool = False) -> dict[str, Any]:
    """Return the figures on a gold file of ours."""
    entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    exact, places, inside = Outcome(), Outcome(), {"known": Counts(), "unknown": Counts()}
    for spans, entry in zip(found(nlp, [each["text"] for each in entries], ruled=ruled), entries, strict=True):
        mine = {(span.start, span.end, span.label) for span in spans}
        gold = {(each["start"], each["end"], each["label"]) for each in entry["spans"] if each["label"] in LABELS}
        for outcome, name in ((exact, str), (places, joined)):
            left, right = {(a, b, name(c)) for a, b, c in mine}, {(a, b, name(c)) for a, b, c in gold}
            for label in {c for *_, c in left | right}:
                counts = outcome.counts.setdefault(label, Counts())
                counts.gold += sum(c == label for *_, c in right)
                counts.found += sum(c == label for *_, c in left)
                counts.right += sum(c == label for *_, c in left & right)
        for start, end, label in gold:
            counts = inside["known" if known.name_bits(entry["text"][start:end]) else "unknown"]
            counts.gold += 1
            counts.right += (start, end, label) in mine
        exact.scored += [(span.label, span.score or 0.0, (span.start, span.end, span.label) in gold) for span in spans]
    error, _ = reliability((score, right) for _, score, right in exact.scored)
    recall = {key: round(counts.right / counts.gold, 4) if counts.gold else None for key, counts in inside.items()}
    return {"labels": exact.figures(), "places_joined": places.figures(), "recall_by_lexicon": recall, "ece": round(error, 4)}


def words_per_second(nlp: Language, texts: Sequence[str]) -> dict[str, float]:
    """Return words a second of bare `nlp.pipe`, and of it with the scores read out, and their ratio."""
    words = sum(len(text.split()) for text in texts)
    list(nlp.pipe(texts[: len(texts) // 4]))
    begun = time.perf_counter()
    for _ in nlp.pipe(texts):
        pass
    bare = time.perf_counter() - begun
    begun = time.perf_counter()
    for _ in found(nlp, texts):
        pass
    full = time.perf_counter() - begun
    return {"bare": round(words / bare), "with_scores": round(words / full), "ratio": round(bare / full, 3)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="*", default=[])
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--names", nargs="*", default=list(HELD_OUT), help="which corpora; default: %(default)s")
    parser.add_argument("--model", type=Path, help="another pipeline than the bundled one")
    parser.add_argument("--with-rules", action="store_true", help="what is suggested by model and rules together")
    options = parser.parse_args()
    import spacy  # loaded before the clock starts: the figure is the model's own

    spacy.blank("en")
    begun = time.perf_counter()
    nlp = load_model(options.model)
    result: dict[str, Any] = {"load_seconds": round(time.perf_counter() - begun, 3)}
    known = (nlp if nlp.has_pipe(NAMES) else load_model()).get_pipe(NAMES).words.lexicon
    for path in options.gold:
        result[path.name] = on_gold(nlp, known, path, ruled=options.with_rules)
    if options.corpora:
        outcomes = Outcome()
        for name in options.names:
            result[name], outcome = on_corpus(nlp, known, options.corpora, name, ruled=options.with_rules)
            outcomes.scored += outcome.scored if name in ("pud_news", "gum_news") else []
        if outcomes.scored:
            error, table = reliability((score, right) for _, score, right in outcomes.scored)
            result["held_out_news"] = {"ece": round(error, 4), "reliability": table}
        texts = [each.text for each in corpus_texts(options.corpora, "ewt_dev")[1]]
        result["words_per_second"] = words_per_second(nlp, texts)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
