"""Training at the desk: a better model from what a layer has done, taken only if it is better on what was held out.

Meant for a process of its own: spaCy comes in here, inside the functions. It takes a lock of its own, writes nothing but a folder
beside the project and the number of the model in force, and can be stopped at any moment. Decisions never change.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.agreement.evaluate import Evaluation, Score, evaluate
from annotator.agreement.measures import f1
from annotator.agreement.paired import Paired, counted, paired, recall, strict_counts
from annotator.core.errors import InputError, MachineError
from annotator.core.model import Scheme
from annotator.core.resources import resource
from annotator.project.desk import Desk
from annotator.project.layers import Layers
from annotator.project.lessons import Done, Parted, done_entries, other_texts, parted
from annotator.project.models import RECORD, Models, record_of
from annotator.project.trained import CurvePoint, Kept, LabelFigures, ModelVersion, Trained
from annotator.store import lock, schemes
from annotator.store import trained as folders
from annotator.store.database import writing
from annotator.suggest.default import default_suggester
from annotator.suggest.learning import Effort, Lesson, learn, meanings, restore, steps, weights, write
from annotator.suggest.loading import label_map
from annotator.suggest.model import ModelSuggester, load_model
from annotator.suggest.suggester import Mapped
from annotator.suggest.with_model import WithModel

if TYPE_CHECKING:
    from spacy.language import Language

FEWEST_ENTRIES, FEWEST_SPANS = 10, 20
SHARES = (0.25, 0.5, 0.75, 1.0)
MOST_OTHERS = 2000
SURE = 0.8
"""A model is better, and has forgotten, where it is so in this share of the paired resamples; an older one can be taken back."""
MOST_LOST = 0.02
"""And it has forgotten where this share of the names of other texts is lost, however noisy."""

_HEX = re.compile("(?:[0-9a-f]{2})+")

Progress = Callable[[int, int], None]
Spans = dict[bytes, tuple[tuple[int, int, str], ...]]


class Training:
    """The models trained from a project."""

    def __init__(self, desk: Desk, layers: Layers) -> None:
        self._desk = desk
        self._layers = layers

    def versions(self) -> list[ModelVersion]:
        """Return the models that `default` can use: the bundled one, then those beside the project."""
        return Models(self._desk).versions()

    def use(self, number: int) -> None:
        """Let `default` use another model from its next run on; 0 is the bundled one. Raises InputError for one that is not there."""
        Models(self._desk).use(number)

    def run(
        self,
        layer: str = "",
        *,
        out: Path | None = None,
        seed: int = 0,
        effort: Effort | None = None,
        progress: Progress = lambda _done, _total: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Trained:
        """Train from what a layer has done; without a name from the own one, so that no one else's answers come in.

        It begins from the bundled model, also where a trained one is in force: all that is done is learned anew, and nothing that was
        forgotten on the way is handed on. With `out` the pipeline goes there and what is in force stays. Raises LockedError where another
        training runs, InputError where there is too little to learn from, MachineError where the folder cannot be written.
        """
        desk = self._desk
        desk.must_write()
        if out is not None and out.exists():
            raise InputError(f"{out} is there already; name a folder that is not.")
        held = lock.take(desk.path, lock.TRAINING, desk.person.name, desk.now().astimezone())
        try:
            return self._run(layer, out, replace(effort or Effort(), seed=seed), progress, stopped)
        finally:
            held.release()

    def _run(self, layer: str, out: Path | None, effort: Effort, progress: Progress, stopped: Callable[[], bool]) -> Trained:
        desk, begun = self._desk, time.monotonic()
        name, row = self._layer(layer)
        done = done_entries(desk.conn, row)
        base = load_model()
        known = meanings(base, label_map(ModelSuggester(base).labels, desk.scheme))
        spans = sum(1 for each in done for *_, key in each.spans if key in known)
        if len(done) < FEWEST_ENTRIES or spans < FEWEST_SPANS:
            raise InputError(
                f"In the layer {name} {len(done)} entries with {spans} names that the model can learn are done; "
                f"training needs {FEWEST_ENTRIES} entries with {FEWEST_SPANS}. Label some more first."
            )
        number = max([0, *folders.numbers(desk.path)]) + 1
        folder = out or folders.version_folder(desk.path, number)
        current, current_name = self._current()
        parts = parted(done, effort.seed, _learned_before(current))
        told = _told(name, parts, known)
        lessons = [_lesson(each, known) for each in _shuffled(parts.learned, effort.seed)]
        not_asked = set(ModelSuggester(base).labels) - set().union(*known.values())
        counts = [max(1, round(len(lessons) * share)) for share in SHARES]
        mine = {each.text for each in done}
        others = [each["text"] for each in _sample(mine)[::2]]
        others += other_texts(desk.conn, row, {each.source for each in parts.learned}, most=MOST_OTHERS)
        tick = _ticking(progress, stopped, sum(steps(count, len(others), effort) for count in counts))
        find = _finder(desk.scheme)
        gold: Spans = {each.id: each.spans for each in parts.held}
        texts = {each.id: each.text for each in parts.held}
        sample = {number.to_bytes(2, "big"): each["text"] for number, each in enumerate(_sample(mine)[1::2])}
        now = evaluate(gold, find(base, texts))
        curve = [CurvePoint(0.0, 0, _f1(now.strict_all))]
        before = base if current is None else load_model(current)
        found_before, sample_before = find(before, texts), find(before, sample)
        was = now if current is None else evaluate(gold, found_before)
        begin = weights(base)
        for share, count in zip(SHARES, counts, strict=True):
            restore(base, begin)
            if not learn(base, lessons[:count], others, effort, not_asked=not_asked, tick=tick):
                return told
            if share < 1.0:
                curve.append(CurvePoint(share, count, _f1(evaluate(gold, find(base, texts)).strict_all)))
        with _written(base, folder, str(number) if out is None else "") as part:
            # What is measured is what was stored: the weights on the disk have half the precision.
            after = load_model(part)
            found_after = find(after, texts)
            now = evaluate(gold, found_after)
            curve.append(CurvePoint(1.0, len(lessons), _f1(now.strict_all)))
            kept = _kept(sample_before, find(after, sample), desk.scheme, done, effort.seed)
            better = paired(strict_counts(gold, found_before), strict_counts(gold, found_after), f1, seed=effort.seed)
            taken, why = _verdict(better, kept)
            if stopped():
                return told
            told = replace(
                told, stopped=False, taken=taken, why=why, compared_with=current_name, figures=_figures(was, now), kept=kept,
                better=better.higher, curve=tuple(curve), version=number if taken and out is None else folders.in_force(desk.conn),
                seconds=round(time.monotonic() - begun, 1),
            )  # fmt: skip
            if taken:
                _note(part, told, parts, effort.seed)
                folders.complete(part, folder)
        if taken and out is None:
            with writing(desk.conn, desk.path) as conn:
                folders.put_in_force(conn, number)
        return replace(told, folder=folder if taken else None)

    def _layer(self, name: str) -> tuple[str, int]:
        if not name:
            return self._desk.person.name, self._desk.layer_row
        layer = self._layers.named(name)
        return layer.name, schemes.layer_row(self._desk.conn, layer.id)

    def _current(self) -> tuple[Path | None, str]:
        number = folders.in_force(self._desk.conn)
        folder = folders.version_folder(self._desk.path, number)
        if number == folders.BUNDLED or not (folder / "config.cfg").is_file():
            return None, "the bundled model"
        return folder, f"the trained model {number}"


def _lesson(done: Done, known: Mapping[str, frozenset[str]]) -> Lesson:
    return Lesson(done.text, tuple((start, end, known.get(key, frozenset())) for start, end, key in done.spans))


def _shuffled(done: Sequence[Done], seed: int) -> list[Done]:
    return random.Random(seed).sample(sorted(done, key=lambda each: each.id), len(done))


def _told(name: str, parts: Parted, known: Mapping[str, frozenset[str]]) -> Trained:
    unknown = Counter(key for each in parts.learned for *_, key in each.spans if key not in known)
    spans = sum(len(each.spans) for each in parts.learned) - sum(unknown.values())
    return Trained(name, len(parts.learned), spans, len(parts.held), parts.by, parts.sources, dict(sorted(unknown.items())))


def _ticking(progress: Progress, stopped: Callable[[], bool], total: int) -> Callable[[int], bool]:
    done = 0

    def tick(texts: int) -> bool:
        nonlocal done
        # Long texts are learned from in pieces, so that a count of texts can be passed.
        done = min(total, done + texts)
        progress(done, total)
        return not stopped()

    progress(0, total)
    return tick


def _finder(scheme: Scheme) -> Callable[[Language, Mapping[bytes, str]], Spans]:
    """Return what finds spans with a pipeline as the suggester `default` does, in the labels of the scheme."""
    rules = default_suggester()

    def find(nlp: Language, texts: Mapping[bytes, str]) -> Spans:
        suggester = WithModel(ModelSuggester(nlp), rules, rules.gazetteer.words)
        mapped = Mapped(suggester, label_map(suggester.labels, scheme))
        return {entry: tuple(each.place for each in found) for entry, found in zip(texts, mapped.propose(texts.values()), strict=True)}

    return find


@contextmanager
def _written(nlp: Language, folder: Path, number: str) -> Iterator[Path]:
    """Write a pipeline beside its place; what is not put in its place inside is removed. Raises MachineError."""
    part = folders.part_of(folder)
    try:
        try:
            write(nlp, part, number)
        except OSError as error:
            raise MachineError(f"The trained model could not be written to {folder.parent}: {error.strerror}.") from error
        yield part
    finally:
        folders.discard(part)


def _note(part: Path, told: Trained, parts: Parted, seed: int) -> None:
    record = {
        "layer": told.layer,
        "seed": seed,
        "learned": [each.id.hex() for each in parts.learned],
        "held_out": [each.id.hex() for each in parts.held],
        "result": asdict(told),
    }
    (part / RECORD).write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _learned_before(folder: Path | None) -> set[bytes]:
    """Return the entries that a trained model learned from; none where its record is not there to read."""
    learned = record_of(folder).get("learned") if folder is not None else None
    if not isinstance(learned, list):
        return set()
    return {bytes.fromhex(each) for each in learned if isinstance(each, str) and _HEX.fullmatch(each)}


def _f1(score: Score) -> float | None:
    return score.f1.value


def _figures(was: Evaluation, now: Evaluation) -> tuple[LabelFigures, ...]:
    tables = [{each.label: each for each in table} for table in (was.strict, now.strict, was.relaxed, now.relaxed)]
    for table, total in zip(tables, (was.strict_all, now.strict_all, was.relaxed_all, now.relaxed_all), strict=True):
        table[None] = total
    labels = [None, *sorted({label for table in tables for label in table if label is not None})]
    return tuple(_row(label, [table.get(label) for table in tables]) for label in labels)


def _row(label: str | None, scores: Sequence[Score | None]) -> LabelFigures:
    values = [each.f1.value if each is not None else None for each in scores]
    return LabelFigures(label, max(each.gold if each is not None else 0 for each in scores), *values)


def _verdict(better: Paired, kept: Kept) -> tuple[bool, str]:
    if (better.second or 0.0) <= (better.first or 0.0):
        return False, "It is not better on the entries held out, so nothing was changed."
    if better.higher < SURE:
        return False, "It is better on the entries held out, but by no more than chance may bring about, so nothing was changed."
    if kept.worse:
        return False, "It is better on the entries held out, but forgets names of other texts, so nothing was changed."
    return True, "It is better on the entries held out."


def _kept(before: Spans, after: Spans, scheme: Scheme, done: Sequence[Done], seed: int) -> Kept:
    """Hold what both models found in the half of the shipped sample that was not rehearsed against its gold, by the labels in use.

    Counted is the share of names that are found again, with their label and some shared text: edges, and what else is marked, are a
    matter of each project's guideline, and the entries held out tell whether that was learned. It is worse where it is lower in `SURE` of
    the paired resamples of the entries, or by more than `MOST_LOST`.
    """
    used = {key for each in done for *_, key in each.spans}
    rows = _sample({each.text for each in done})[1::2]
    keys = label_map({span["label"] for each in rows for span in each["spans"]}, scheme)
    gold = [[(s["start"], s["end"], keys[s["label"]]) for s in each["spans"] if keys.get(s["label"]) in used] for each in rows]
    counts = []
    for found in (before, after):
        predicted = [[place for place in places if place[2] in used] for places in found.values()]
        each = [evaluate({b"": held}, {b"": proposed}, resamples=0).relaxed_all for held, proposed in zip(gold, predicted, strict=True)]
        counts.append(counted([(score.matched, score.gold) for score in each]))
    held = paired(counts[0], counts[1], recall, seed=seed)
    lost = (held.first or 0.0) - (held.second or 0.0)
    return Kept(len(rows), held.first, held.second, lost > 0 and (held.lower >= SURE or lost > MOST_LOST))


def _sample(without: Collection[str]) -> list[dict[str, Any]]:
    """Return the entries of the shipped sample whose texts the project has not done: one half is rehearsed, the other measured."""
    rows = [json.loads(line) for line in resource("sample", "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    return [each for each in rows if each["text"] not in without]
