"""Readers of the open corpora, as their authors published them, in a folder that the user gives.

Each reader gives documents (`RawText`) with the corpus' own labels; `CORPORA` names them all. Folders and licences: the model card.
"""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from annotator.core.errors import InputError
from annotator.suggest.training.passages import RawText, aligned, from_tokens, joined

Reader = Callable[[Path], Iterator[RawText]]
_CSV_FIELD = 10_000
_RE3D_SURE = 0.5
"""re3d gives each span the share of annotators who agreed; below this it is left out."""


def spans_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return (start, end, label) from tags of IO, IOB1 or IOB2."""
    spans: list[tuple[int, int, str]] = []
    start, label = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        part, _, now = tag.partition("-")
        if not now or now == "O":
            part, now = "O", ""
        if label and (part == "B" or now != label):
            spans.append((start, at, label))
            label = ""
        if now and not label:
            start, label = at, now
    return spans


def _lines(path: Path, encoding: str = "utf-8") -> Iterator[str]:
    if not path.is_file():
        raise InputError(f"The corpora folder lacks {path}; see the model card for where each corpus comes from.")
    with path.open(encoding=encoding, errors="replace") as lines:
        for line in lines:
            yield line.rstrip("\n")


def _sentences(
    lines: Iterable[str], *, token: int, tag: int, separator: str | None
) -> Iterator[tuple[dict[str, str], list[str], list[str]]]:
    """Give (comments, tokens, tags) of each sentence of a column file; `# newdoc` and -DOCSTART- come as the comment "new"."""
    facts: dict[str, str] = {}
    tokens: list[str] = []
    tags: list[str] = []
    for line in [*lines, ""]:
        if line.startswith("# "):
            name, _, value = line[2:].partition(" = ")
            facts["new" if name.startswith("newdoc") else name] = value
        elif line.startswith("-DOCSTART-"):
            facts["new"] = ""
        elif line.strip():
            cells = line.split(separator)
            tokens.append(cells[token].strip() or "-")
            tags.append(cells[tag].strip() if len(cells) > 1 else "O")
        elif tokens:
            yield facts, tokens, tags
            facts, tokens, tags = {}, [], []


def _columns(path: Path, *, token: int = 0, tag: int = -1, separator: str | None = "\t", documents: bool = False) -> Iterator[RawText]:
    parts: list[RawText] = []
    for facts, tokens, tags in _sentences(_lines(path), token=token, tag=tag, separator=separator):
        if parts and (not documents or "new" in facts):
            yield joined(parts)
            parts = []
        spans = spans_of(tags)
        parts.append(aligned(facts["text"], tokens, spans) if "text" in facts else from_tokens(tokens, spans))
    if parts:
        yield joined(parts)


def gmb(folder: Path) -> Iterator[RawText]:
    """Give the sentences of the Groningen Meaning Bank as `ner_dataset.csv.gz` has them."""
    path = folder / "gmb_kaggle" / "ner_dataset.csv.gz"
    if not path.is_file():
        raise InputError(f"The corpora folder lacks {path}; see the model card for where each corpus comes from.")
    tokens: list[str] = []
    tags: list[str] = []
    with gzip.open(path, "rb") as packed:
        for row in csv.reader(io.TextIOWrapper(packed, encoding="cp1252", errors="replace")):
            if row[0].startswith("Sentence") and tokens:
                yield from_tokens(tokens, spans_of(tags))
                tokens, tags = [], []
            if row[0] != "Sentence #":
                tokens.append(row[1].strip() or "-")
                tags.append(row[3])
    if tokens:
        yield from_tokens(tokens, spans_of(tags))


def re_docred(folder: Path) -> Iterator[RawText]:
    """Give the Wikipedia abstracts of Re-DocRED, dev and test."""
    for split in ("dev", "test"):
        for document in json.loads("\n".join(_lines(folder / "re_docred" / "data" / f"{split}_revised.json"))):
            spans: list[set[tuple[int, int, str]]] = [set() for _ in document["sents"]]
            for mention in (each for vertex in document["vertexSet"] for each in vertex):
                start, end = mention["pos"]
                spans[mention["sent_id"]].add((start, end, mention["type"]))
            yield joined(
                [from_tokens([token.strip() or "-" for token in tokens], sorted(spans[at])) for at, tokens in enumerate(document["sents"])]
            )


def re3d(folder: Path) -> Iterator[RawText]:
    """Give the documents of the six free parts of re3d."""
    for part in (
        "Australian Department of Foreign Affairs",
        "CENTCOM",
        "Delegation of the European Union to Syria",
        "UK Government",
        "US State Department",
        "Wikipedia",
    ):
        spans: dict[str, list[tuple[int, int, str]]] = {}
        for line in _lines(folder / "re3d" / part / "entities.json", "utf-8-sig"):
            if line.strip():
                entity = json.loads(line)
                if entity.get("confidence", 1) >= _RE3D_SURE:
                    spans.setdefault(entity["documentId"], []).append((entity["begin"], entity["end"], entity["type"]))
        for line in _lines(folder / "re3d" / part / "documents.json", "utf-8-sig"):
            if line.strip():
                document = json.loads(line)
                yield RawText(document["text"], tuple(sorted(spans.get(document["_id"], []))))


def masc(folder: Path) -> Iterator[RawText]:
    """Give the texts of MASC I whose name annotation is validated (types in lower case)."""
    for path in sorted((folder / "masc1_ne" / "1" / "ne-all").glob("*-NE.xml")):
        text = folder / "masc1_ne" / "1" / "txtfiles" / f"{path.stem.removesuffix('-NE')}.txt"
        found = re.findall(r'struct type="(\w+)" from="(\d+)" to="(\d+)"', path.read_text(encoding="utf-8"))
        if text.is_file() and all(kind[0].islower() for kind, _, _ in found):
            yield RawText(text.read_text(encoding="utf-8"), tuple(sorted((int(start), int(end), kind) for kind, start, end in found)))


def grobid(folder: Path) -> Iterator[RawText]:
    """Give the sentences of grobid-ner, with inline tags."""
    for path in sorted((folder / "grobid_ner" / "resources" / "dataset" / "ner" / "corpus" / "xml" / "final").glob("*.xml")):
        for sentence in re.findall(r"<sentence[^>]*>(.*?)</sentence>", path.read_text(encoding="utf-8"), re.DOTALL):
            text = ""
            spans = []
            begun: tuple[int, str] | None = None
            for part in re.split(r"(<ENAMEX[^>]*>|</ENAMEX>)", sentence):
                if part.startswith("<ENAMEX"):
                    kind = re.search(r'type="([^"]*)"', part)
                    begun = (len(text), kind[1] if kind else "")
                elif part == "</ENAMEX>":
                    if begun:
                        spans.append((begun[0], len(text), begun[1]))
                    begun = None
                else:
                    text += html.unescape(re.sub(r"<[^>]+>", "", part))
            yield RawText(text, tuple(spans))


def gum(folder: Path, genres: Sequence[str]) -> Iterator[RawText]:
    """Give documents of GUM; a mention counts as a name where its head is a proper noun, cut to the proper nouns around it."""
    for genre in genres:
        for path in sorted((folder / "gum_open_subset" / "dep").glob(f"GUM_{genre}_*.conllu")):
            parts = []
            rows: list[list[str]] = []
            text = ""
            for line in [*_lines(path), ""]:
                if line.startswith("# text = "):
                    text = line[9:]
                elif line and line[0].isdigit() and line.split("\t", 1)[0].isdigit():
                    rows.append(line.split("\t"))
                elif not line and rows:
                    parts.append(aligned(text, [row[1] for row in rows], _gum_names(rows)))
                    rows = []
            yield joined(parts)


def _gum_names(rows: Sequence[Sequence[str]]) -> list[tuple[int, int, str]]:
    begun: list[tuple[str, str, int]] = []
    names = set()
    for at, row in enumerate(rows):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for piece in re.findall(r"\([^()]*\)?|[^()]*\)", found[1]) if found else []:
            bits = piece.strip("()").split("-")
            if piece.startswith("("):
                begun.append((bits[0], bits[1] if len(bits) > 1 else "", at))
            if piece.endswith(")"):
                match = next((place for place in range(len(begun) - 1, -1, -1) if begun[place][0] == bits[0]), None)
                if match is not None:
                    _, kind, start = begun.pop(match)
                    name = _proper(rows, start, at)
                    if name:
                        names.add((*name, kind))
    return sorted(names, key=lambda each: (each[0], -each[1]))


def _proper(rows: Sequence[Sequence[str]], start: int, end: int) -> tuple[int, int] | None:
    heads = [at for at in range(start, end + 1) if not start <= int(rows[at][6]) - 1 <= end]
    if not heads or rows[heads[0]][3] != "PROPN":
        return None
    first = last = heads[0]
    while first > start and rows[first - 1][3] == "PROPN":
        first -= 1
    while last < end:
        if rows[last + 1][3] == "PROPN" or (
            rows[last + 1][1] in ("of", "the", "and", "for", "de", "-", "&")
            and any(row[3] == "PROPN" for row in rows[last + 2 : min(last + 4, end + 1)])
        ):
            last += 1
        else:
            break
    return first, last + 1


def _files(*paths: str, separator: str | None = "\t", token: int = 0, tag: int = -1, documents: bool = False) -> Reader:
    def read(folder: Path) -> Iterator[RawText]:
        for path in paths:
            yield from _columns(folder / path, token=token, tag=tag, separator=separator, documents=documents)

    return read


CORPORA: Mapping[str, Reader] = {
    "gmb": gmb,
    "ewt": _files("uner_english_ewt/train_first_commit_0c7ce0d.iob2", token=1, tag=2, documents=True),
    "ewt_dev": _files("uner_english_ewt/en_ewt-ud-dev.iob2", token=1, tag=2, documents=True),
    "ewt_test": _files("uner_english_ewt/en_ewt-ud-test.iob2", token=1, tag=2, documents=True),
    "pud": _files("uner_english_pud/en_pud-ud-test.iob2", token=1, tag=2, documents=True),
    "re_docred": re_docred,
    "crossner": _files(*(f"crossner/ner_data/politics/{split}.txt" for split in ("train", "dev", "test"))),
    "wikigold": _files("wikigold/CONLL-format/data/wikigold.conll.txt", separator=None, documents=True),
    "grobid": grobid,
    "btc": _files("broad_twitter_corpus/g.conll", separator=None),
    "wnut": _files("wnut17/wnut17train.conll", "wnut17/emerging.dev.conll", "wnut17/emerging.test.annotated"),
    "re3d": re3d,
    "masc": masc,
    "gum": lambda folder: gum(folder, ("interview", "bio", "voyage", "court", "academic")),
    "gum_news": lambda folder: gum(folder, ("news",)),
}
