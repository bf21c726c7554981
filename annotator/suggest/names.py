"""The trained part of the bundled pipeline: finds names and gives each a probability.

A spaCy component (`NAMES`) with a network in thinc (embedded columns of `features`, then convolutions) and a linear chain (`crf`).
It learns by `nlp.update` from partly annotated examples (a token whose tag is "-" is not known), or by `learn` from sets of tags.
Scores: the exact probability of the span in the chain, then the calibration of `settings.calibration`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from annotator.core.drafts import SpanDraft
from annotator.core.errors import InputError
from annotator.suggest import crf
from annotator.suggest import vectors as word_vectors
from annotator.suggest.features import COLUMNS, UNKNOWN, Words, apart, rows
from annotator.suggest.lexicon import Lexicon, from_bytes, lexicon
from annotator.suggest.network import VECTOR, Settings, network
from annotator.suggest.storing import packed, unpacked

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example
    from thinc.api import Optimizer

NAMES = "annotator_names"
"""The name of the factory, and of the group in `doc.spans` that holds the scored names."""
LOWEST = 0.05
"""Spans that are less probable than this are not looked at."""
VECTORS = "vectors.npz"
_BATCH = 64
_PADDED = 8_000
_MAX_FILE = 64_000_000


@dataclass(slots=True, eq=False)
class Names:
    """The component. `links` is a thinc model without inputs that holds the logarithms of the transitions, (K, K)."""

    settings: Settings
    words: Words
    name: str = NAMES
    model: Any = None
    links: Any = None
    noise: np.random.Generator = field(default_factory=lambda: np.random.default_rng(0))

    is_trainable = True

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that are given."""
        return self.settings.labels

    def begin(self, labels: Sequence[str]) -> None:
        """Make a network with new weights for these labels."""
        from thinc.api import Model

        self.settings = replace(self.settings, labels=tuple(labels))
        self.model = network(self.settings, self.words.vectors)
        self.model.initialize(X=[np.full((2, len(COLUMNS)), 2, dtype=np.uint64)])
        count = crf.tag_count(len(labels))
        self.links = Model("annotator_links", _unchanged, params={"W": None})
        self.links.set_param("W", np.zeros((count, count), dtype="f"))

    def initialize(self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None, **_: object) -> None:
        """Begin with the labels of the examples, as spaCy's `nlp.initialize` asks."""
        self.begin(sorted({span.label_ for example in get_examples() for span in example.reference.ents}))

    def columns(self, doc: Doc) -> NDArray[np.uint64]:
        """Return the numbers that the network reads."""
        return rows([token.text for token in doc], self.words, self.settings.style)

    # -- finding ---------------------------------------------------------------------------------------------------

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of one text."""
        self._annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Find the names of many texts."""
        for batch in _batches(stream, batch_size):
            self._annotate(batch)
            yield from batch

    def spans(self, columns: Sequence[NDArray[np.uint64]], *, least: float) -> list[list[tuple[int, int, int, float]]]:
        """Return every span (start, end, number of the label, uncalibrated probability) of at least `least`, best first."""
        found: list[list[tuple[int, int, int, float]]] = [[] for _ in columns]
        for group in _alike([len(each) for each in columns]):
            part = [columns[place] for place in group]
            sums, follow = self._sums(self.model.predict(part), [_only_outside(each, len(self.labels)) for each in part])
            spans = crf.likely_spans(sums, [len(each) for each in part], len(self.labels), follow, least=least)
            for place, each in zip(group, spans, strict=True):
                found[place] = each
        return found

    def choose(self, columns: Sequence[NDArray[np.uint64]]) -> list[list[tuple[int, int, int, float]]]:
        """Return the spans that are given for each text, in order, none overlapping, with calibrated probabilities."""
        chosen = []
        own = dict(self.settings.thresholds)
        least = [own.get(label, self.settings.threshold) for label in self.labels]
        for rows_, spans in zip(columns, self.spans(columns, least=min(LOWEST, *least)), strict=True):
            taken = np.zeros(len(rows_), dtype=bool)
            kept = []
            for start, end, label, raw in spans:
                score = calibrated(raw, self.settings.calibration)
                if score >= least[label] and not taken[start:end].any():
                    taken[start:end] = True
                    kept.append((start, end, label, score))
            chosen.append(sorted(kept))
        return chosen

    def _annotate(self, docs: Sequence[Doc]) -> None:
        from spacy.tokens import Span, SpanGroup

        full = [doc for doc in docs if len(doc)]
        if not full:
            return
        for doc, spans in zip(full, self.choose([self.columns(doc) for doc in full]), strict=True):
            found = [Span(doc, start, end, label=self.labels[label]) for start, end, label, _ in spans]
            doc.ents = tuple(found)
            doc.spans[NAMES] = SpanGroup(doc, name=NAMES, spans=found, attrs={"scores": [score for *_, score in spans]})

    def _sums(self, scores: Sequence[Any], allowed: Sequence[NDArray[np.bool_]]) -> tuple[crf.Chain, crf.Floats]:
        follow, opens, closes = crf.legal(len(self.labels))
        weights = np.exp(self.links.get_param("W").astype(np.float64)) * follow
        lengths = np.array([len(each) for each in scores], dtype=np.int64)
        return crf.chain(_padded(scores, 0.0), lengths, weights, opens, closes, _padded(allowed, True)), weights

    # -- learning --------------------------------------------------------------------------------------------------

    def update(
        self, examples: Iterable[Example], *, drop: float = 0.0, sgd: Optimizer | None = None, losses: dict[str, float] | None = None
    ) -> dict[str, float]:
        """Learn from the tags of the references ("-" is not known); return the losses."""
        batch = [each for each in examples if len(each.predicted)]
        losses = losses if losses is not None else {}
        losses.setdefault(self.name, 0.0)
        if batch:
            allowed = [allowed_tags(each.get_aligned_ner(), self.labels) for each in batch]
            losses[self.name] += self.learn([self.columns(each.predicted) for each in batch], allowed, drop=drop)
            if sgd is not None:
                self.finish_update(sgd)
        return losses

    def learn(self, columns: Sequence[NDArray[np.uint64]], allowed: Sequence[NDArray[np.bool_]], *, drop: float) -> float:
        """Add to the gradients from columns and allowed tags (tokens, K) of some texts; return the loss in nats."""
        from thinc.api import set_dropout_rate

        set_dropout_rate(self.model, drop)
        scores, back = self.model.begin_update([self._hide(each) for each in columns])
        outside = [_only_outside(each, len(self.labels)) for each in columns]
        free, follow = self._sums(scores, outside)
        bound, _ = self._sums(scores, [first & second for first, second in zip(allowed, outside, strict=True)])
        lengths = [len(each) for each in columns]
        loss = free.log_z - bound.log_z
        # A text whose tags allow no tagging at all teaches nothing.
        good = np.isfinite(loss)
        scale = 30.0 / sum(lengths)
        change = (free.gamma - bound.gamma) * good[None, :, None] * scale
        back([change[:length, place].astype("f") for place, length in enumerate(lengths)])
        if good.all():
            self.links.inc_grad("W", ((crf.pair_sums(free, follow) - crf.pair_sums(bound, follow)) * scale).astype("f"))
        return float(loss[good].sum())

    def _hide(self, columns: NDArray[np.uint64]) -> NDArray[np.uint64]:
        share = self.settings.hidden
        changed = columns.copy()
        chance = self.noise.random((len(columns), 3))
        if self.noise.random() < 0.4:
            changed[:, 8] = UNKNOWN
        changed[chance[:, 0] < share, 0] = UNKNOWN
        # Prefix, suffix and edges together give most words away.
        wholly = np.flatnonzero(chance[:, 0] < share / 3)
        changed[np.ix_(wholly, np.array([1, 2, 4]))] = UNKNOWN
        changed[wholly, VECTOR] = 0
        changed[chance[:, 1] < share / 2, 5] = UNKNOWN
        changed[chance[:, 2] < share / 2, 7] = UNKNOWN
        return changed

    def finish_update(self, sgd: Optimizer) -> None:
        """Take the step that the gradients ask for."""
        self.model.finish_update(sgd)
        self.links.finish_update(sgd)

    def use_params(self, params: dict[tuple[int, str], Any]) -> ExitStack:
        """Return a context in which these weights (the averages of an optimizer) stand in."""
        stack = ExitStack()
        stack.enter_context(self.model.use_params(params))
        stack.enter_context(self.links.use_params(params))
        return stack

    def take_averages(self, params: dict[tuple[int, str], Any]) -> None:
        """Keep these weights (the averages of an optimizer) for good."""
        for _, node, param in self._nodes():
            average = params.get((node.id, param))
            if average is not None:
                node.set_param(param, average.copy())

    def take_mean(self, others: Sequence[Names]) -> None:
        """Keep the mean of these components' weights (Wortsman et al. 2022: their training must have begun from one another)."""
        weights = [dict(each.weights()) for each in others]
        self._take({key: np.mean([each[key] for each in weights], axis=0) for key in weights[0]})

    # -- storing ---------------------------------------------------------------------------------------------------

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write settings, lexicon, word vectors and weights to a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "settings.json").write_text(json.dumps(asdict(self.settings), indent=1) + "\n", encoding="utf-8")
        (folder / "lexicon.gz").write_bytes(self.words.lexicon.to_bytes())
        if self.words.vectors.width:
            (folder / VECTORS).write_bytes(self.words.vectors.to_bytes())
        (folder / "weights.npz").write_bytes(packed(self.weights()))

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Names:
        """Read what `to_disk` wrote. Raises InputError where it is not that."""
        folder = Path(path)
        stored = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
        stored["labels"] = tuple(stored["labels"])
        stored["sizes"] = tuple((int(size), int(width)) for size, width in stored["sizes"])
        stored["thresholds"] = tuple((str(label), float(least)) for label, least in stored.get("thresholds", ()))
        stored["calibration"] = tuple((float(raw), float(true)) for raw, true in stored["calibration"])
        self.settings = Settings(**stored)
        for name in ("weights.npz", VECTORS):
            if (folder / name).is_file() and (folder / name).stat().st_size > _MAX_FILE:
                raise InputError(f"The file {name} in {folder} is too large to be of a model of this program.")
        known = from_bytes((folder / "lexicon.gz").read_bytes())
        meanings = word_vectors.from_bytes((folder / VECTORS).read_bytes()) if (folder / VECTORS).is_file() else word_vectors.no_vectors()
        self.words = Words(known, meanings)
        self.begin(self.settings.labels)
        self._take(unpacked(folder / "weights.npz"))
        return self

    def _nodes(self) -> Iterator[tuple[str, Any, str]]:
        for place, node in enumerate([*self.model.walk(), self.links]):
            for param in node.param_names:
                yield f"{place:02d}_{node.name.split('>')[0]}_{param}", node, param

    def weights(self) -> Iterator[tuple[str, NDArray[np.float32]]]:
        """Give every array of weights under its name in the stored file."""
        for key, node, param in self._nodes():
            yield key, node.get_param(param)

    def _take(self, weights: Mapping[str, NDArray[np.float32]]) -> None:
        for key, node, param in self._nodes():
            if key not in weights or weights[key].shape != node.get_param(param).shape:
                raise InputError(f"The weights of the model do not fit its settings: {key} is missing or of another shape.")
            node.set_param(param, weights[key])


def _unchanged(model: object, values: object, is_train: bool) -> tuple[object, Callable[[object], object]]:
    """The transitions have no input of their own; a function of the module, so that other processes can be given the model."""
    return values, _same


def _same(values: object) -> object:
    return values


def allowed_tags(tags: Sequence[str | None], labels: Sequence[str]) -> NDArray[np.bool_]:
    """Return (tokens, K) from BILUO tags; "-", None, and labels that the model lacks leave a token free."""
    allowed = np.zeros((len(tags), crf.tag_count(len(labels))), dtype=bool)
    parts = {"B": crf.B, "I": crf.I, "L": crf.L, "U": crf.U}
    for at, tag in enumerate(tags):
        if tag == "O":
            allowed[at, 0] = True
        elif tag and tag[0] in parts and tag[2:] in labels:
            allowed[at, crf.tag(labels.index(tag[2:]), parts[tag[0]])] = True
        else:
            allowed[at] = True
    return allowed


def calibrated(raw: float, points: Sequence[tuple[float, float]]) -> float:
    """Return a probability after a rising line through points (raw, true)."""
    if not points:
        return raw
    return float(np.interp(raw, [first for first, _ in points], [second for _, second in points]))


def _only_outside(columns: NDArray[np.uint64], labels: int) -> NDArray[np.bool_]:
    """Return the tags that a text can have before anything is learned: all, but outside for what is no part of a name."""
    allowed = np.ones((len(columns), crf.tag_count(labels)), dtype=bool)
    allowed[apart(columns), 1:] = False
    return allowed


def _padded(parts: Sequence[NDArray[Any]], fill: float | bool) -> NDArray[Any]:
    """Return (T, S, K) of a list of (tokens, K)."""
    steps = max(len(part) for part in parts)
    result = np.full((steps, len(parts), parts[0].shape[1]), fill, dtype=bool if isinstance(fill, bool) else np.float64)
    for place, part in enumerate(parts):
        result[: len(part), place] = part
    return result


def _alike(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Give the places of texts in groups of about one length, so that no group fills more than `_PADDED` steps with its longest."""
    group: list[int] = []
    for place in sorted(range(len(lengths)), key=lengths.__getitem__):
        if group and lengths[place] * (len(group) + 1) > _PADDED:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _batches(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    iterator = iter(stream)
    while batch := list(islice(iterator, size)):
        yield batch


def scored(doc: Doc) -> list[SpanDraft]:
    """Return the names found in a text with their probabilities; offsets are code points."""
    if NAMES not in doc.spans:
        return []
    group = doc.spans[NAMES]
    return [
        SpanDraft(span.start_char, span.end_char, span.label_, score=float(score), origin=NAMES)
        for span, score in zip(group, group.attrs["scores"], strict=True)
    ]


def component(*, settings: Settings, known: Lexicon) -> Names:
    """Return a component without weights; `begin` makes them."""
    return Names(settings=settings, words=Words(known))


def register() -> None:
    """Make the factory known to spaCy, once; to be called before `spacy.load` of a folder that holds the component."""
    from spacy.language import Language

    if not Language.has_factory(NAMES):
        Language.factory(NAMES, assigns=["doc.ents", "doc.spans"], func=_make)


def _make(nlp: Language, name: str) -> Names:
    made = component(settings=Settings(), known=lexicon({}))
    made.name = name
    return made
