"""Invented values for pictures and tests: an entry like the one in the design's pictures."""

from __future__ import annotations

from annotator.ui.entry_head import Head, Neighbour
from annotator.ui.marks import Mark

TEXT = (
    "A senior official of the Port Selwyn Harbour Authority said on Thursday that the north lock will stay open through the night, "
    "after talks with the Ministry of Transport and the crews of eleven grain ships waiting off Cape Merrow.\n"
    "“We have asked Ines Okafor to bring both sides to one table before the weekend,” the official told reporters in Lindenau, adding "
    "that roughly 4,200 tonnes of barley are at risk if the Orrin Canal closes again.\n"
    "Okafor, who led the 2019 Merrow Accord talks, is expected to land at Halden Airfield at 06:40 on Friday. A spokesperson for "
    "Brightline Shipping declined to say whether the company would accept a pause in the strike."
)
LABELS = ("PERSON", "ORG", "GPE", "EVENT", "LOC", "FAC", "DATE", "QUANTITY", "TIME", "PRODUCT", "LAW")
KEYS = "123456789qwet"


def mark(text: str, words: str, label: str, score: float | None = None, *, after: int = 0) -> Mark:
    """Return the mark of the first place of these words; with a score it is a suggestion."""
    start = text.index(words, after)
    number = LABELS.index(label)
    return Mark(f"{start}-{words}", start, start + len(words), label, KEYS[number], number, score is None, score)


MARKS = (
    mark(TEXT, "Port Selwyn Harbour Authority", "ORG"),
    mark(TEXT, "Port Selwyn", "GPE"),
    mark(TEXT, "Thursday", "DATE"),
    mark(TEXT, "north lock", "FAC", 0.71),
    mark(TEXT, "Ministry of Transport", "ORG"),
    mark(TEXT, "Cape Merrow", "LOC"),
    mark(TEXT, "Ines Okafor", "PERSON"),
    mark(TEXT, "Lindenau", "GPE"),
    mark(TEXT, "4,200 tonnes", "QUANTITY", 0.93),
    mark(TEXT, "Orrin Canal", "FAC", 0.64),
    mark(TEXT, "Okafor", "PERSON", 0.97, after=TEXT.index("Okafor, who")),
    mark(TEXT, "2019 Merrow Accord talks", "EVENT", 0.58),
    mark(TEXT, "2019", "DATE", 0.91),
    mark(TEXT, "Halden Airfield", "FAC", 0.88),
    mark(TEXT, "06:40", "TIME", 0.95),
    mark(TEXT, "Friday", "DATE", 0.96),
    mark(TEXT, "Brightline Shipping", "ORG", 0.82),
)
FOCUSED = "Orrin Canal"
HEAD = Head(
    "Port asks Okafor to bring both sides to one table",
    ("Thu 13 Feb 2031", "23:30", "Tomas Reyl"),
    "7 confirmed, 10 suggested",
)
BEFORE = Neighbour(
    "Second tug reaches the barge off Cape Merrow",
    "00:15",
    "The tug Halden Star made fast at ten past midnight. Its master says the barge is dry and the crew of four are well. A third tug is on "
    "its way from the north basin and will stand by until the morning tide.",
)
AFTER = Neighbour(
    "Lindenau council backs a pause until Monday",
    "22:56",
    "Councillors in Lindenau voted 14 to 3 for a pause in the strike, and asked Brightline Shipping to do the same.",
)


def focused_id() -> object:
    """Return the id of the mark that has the ring in the pictures."""
    return next(each.id for each in MARKS if TEXT[each.start : each.end] == FOCUSED)
