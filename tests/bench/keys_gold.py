"""Gold for the simulated researcher: our JSONL, and corpora brought to it.

`python -m tests.bench.keys_gold CORPORA NAME OUT.jsonl` writes a corpus of the model card (pud_news, pud_wikipedia, gum_news) with the
labels PER, ORG and LOC under the one span policy; nothing of a corpus is kept in the project.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from annotator.core.model import Scheme
from annotator.formats.schemes import shipped_scheme
from annotator.suggest.lexicon import from_bytes
from annotator.suggest.model import model_folder
from annotator.suggest.training.passages import PLACES
from annotator.suggest.training.policy import passages
from tests.bench.keys_plan import Gold


def read_gold(path: Path) -> list[tuple[str, Gold, dict[str, object]]]:
    """Return text, spans and meta of each entry of a file, in its order; of equal texts the first."""
    found: dict[str, tuple[str, Gold, dict[str, object]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        spans = frozenset((each["start"], each["end"], each["label"]) for each in data.get("spans", ()))
        found.setdefault(data["text"], (data["text"], spans, data.get("meta", {})))
    return list(found.values())


def bare(gold: Iterable[tuple[str, Gold, dict[str, object]]]) -> str:
    """Return JSONL of the texts alone, to be imported."""
    return "".join(json.dumps({"text": text, "meta": meta}, ensure_ascii=False) + "\n" for text, _, meta in gold)


def scheme_for(labels: Iterable[str]) -> Scheme:
    """Return the shipped scheme `news` where it has all these labels, else `conll2003` without what the gold does not mark."""
    wanted = set(labels)
    news = shipped_scheme("news")
    if wanted <= {each.key for each in news.labels}:
        return news
    plain = shipped_scheme("conll2003")
    kept = tuple(each for each in plain.labels if each.key in wanted)
    assert wanted <= {each.key for each in kept}, f"no shipped scheme has {sorted(wanted)}"
    return Scheme(plain.name, kept, plain.overlap)


def from_corpus(folder: Path, name: str) -> str:
    """Return a corpus as JSONL with PER, ORG and LOC."""
    from tests.bench.bench_model import corpus_texts

    known = from_bytes((model_folder() / "annotator_names" / "lexicon.gz").read_bytes())
    corpus, texts = corpus_texts(folder, name)
    lines = []
    for each in passages(corpus, texts, known, split=False):
        spans = []
        for mark in each.marks:
            label = "PER" if "PERSON" in mark.labels else "LOC" if mark.labels & PLACES else "ORG" if "ORG" in mark.labels else ""
            if label and "" not in mark.labels:
                spans.append({"start": mark.start, "end": mark.end, "label": label})
        lines.append(json.dumps({"text": each.text, "spans": spans}, ensure_ascii=False))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    Path(sys.argv[3]).write_text(from_corpus(Path(sys.argv[1]), sys.argv[2]), encoding="utf-8")
