"""Every colour and every measure of the screen: plain values, no Qt. Colours are "#RRGGBB"; measures are pixels at a system font of 13."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme, by role."""

    dark: bool
    window: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    control: str
    accent: str
    accent_text: str
    accent_tint: str
    danger: str
    success: str
    warning: str
    selection: float
    """Share of accent over base under selected text."""
    caret: float
    """Share of text colour over base under the word that has the caret."""
    hit: float
    """Share of warning over base under a search hit."""
    strong: float
    """Share of tint under a suggestion with a score from .90."""
    weak: float
    """Share of tint under a suggestion with a score from .60, or with none."""

    @property
    def ring(self) -> str:
        """The colour of focus: the accent."""
        return self.accent


LIGHT = Colours(
    dark=False,
    window="#F4F3F0",
    base="#FFFFFF",
    raised="#FBFAF8",
    text="#1C1F23",
    muted="#5C6169",
    border="#DDDBD5",
    control="#8A8C90",
    accent="#3B4CC0",
    accent_text="#FFFFFF",
    accent_tint="#E8EAFA",
    danger="#B3261E",
    success="#1B7343",
    warning="#8A5A00",
    selection=0.22,
    caret=0.07,
    hit=0.20,
    strong=0.70,
    weak=0.32,
)
DARK = Colours(
    dark=True,
    window="#16181B",
    base="#1D2024",
    raised="#24282D",
    text="#E7E8EA",
    muted="#A3A9B2",
    border="#353A41",
    control="#7C838D",
    accent="#A9B4FF",
    accent_text="#14172B",
    accent_tint="#2B3052",
    danger="#FF9A8F",
    success="#7BD3A0",
    warning="#E9BC6A",
    selection=0.35,
    caret=0.12,
    hit=0.20,
    strong=0.80,
    weak=0.42,
)


@dataclass(frozen=True, slots=True)
class LabelColour:
    """One of the sixteen colours of labels."""

    name: str
    base: str
    tint_light: str
    tint_dark: str
    text_light: str
    text_dark: str

    def tint(self, colours: Colours) -> str:
        """Return the colour under the text of a span."""
        return self.tint_dark if colours.dark else self.tint_light

    def text(self, colours: Colours) -> str:
        """Return the colour of the label's name."""
        return self.text_dark if colours.dark else self.text_light

    def line(self, colours: Colours) -> str:
        """Return the colour of a confirmed span's line."""
        return self.text_dark if colours.dark else self.base


LABEL_COLOURS = (
    LabelColour("Lake", "#007399", "#CAEBFC", "#01374B", "#006485", "#6BCBF7"),
    LabelColour("Gold", "#B69005", "#FBF0D1", "#4B3D12", "#705800", "#D9BB66"),
    LabelColour("Violet", "#8557C8", "#ECE3FE", "#3A2D50", "#674698", "#C8AEFA"),
    LabelColour("Jade", "#05A480", "#D3F8EA", "#104637", "#046B53", "#6CD5B3"),
    LabelColour("Coral", "#EB6268", "#FFEBEA", "#5B3031", "#96353B", "#FDA1A0"),
    LabelColour("Moss", "#4D7800", "#DCEBCE", "#273813", "#426801", "#A6CC80"),
    LabelColour("Clay", "#A1614B", "#FBE2D9", "#472E25", "#854832", "#F1AA92"),
    LabelColour("Orchid", "#CD69C6", "#FFE8FC", "#51324E", "#823B7D", "#E6A4E0"),
    LabelColour("Berry", "#B94082", "#FEDEEC", "#4C2739", "#8E3665", "#F4A0C8"),
    LabelColour("Lagoon", "#2D8F9E", "#D5F1F6", "#1D3E44", "#056774", "#72CEDE"),
    LabelColour("Lilac", "#A679ED", "#F2EDFE", "#43375A", "#674698", "#C8AEFA"),
    LabelColour("Olive", "#768C02", "#E7F0D1", "#343D15", "#536300", "#B4C875"),
    LabelColour("Sand", "#B87C59", "#FEE9DE", "#4D3629", "#834A29", "#EEAD89"),
    LabelColour("Brick", "#C44132", "#FEE0DB", "#502821", "#96372B", "#FDA293"),
    LabelColour("Sky", "#0395DB", "#DFF1FE", "#194059", "#006191", "#78C7FD"),
    LabelColour("Plum", "#AB58BE", "#F8E3FD", "#472D4C", "#7A3E87", "#DDA7EA"),
)


def label_colour(number: int) -> LabelColour:
    """Return the colour of this number, counted from 0; after the sixteenth they begin again."""
    return LABEL_COLOURS[number % len(LABEL_COLOURS)]


# Type, in pixels at a system font of 13.
TAG, SMALL, SECOND, BODY, SHEET, DIALOG, FIGURE = 10, 11, 12, 13, 14, 16, 26
TITLE = 22
READING, READING_LEAST, READING_MOST = 18, 14, 28
READING_FONTS = ("Charter", "Iowan Old Style", "Cambria", "Noto Serif", "Georgia")
COLUMN = 664
"""Width of the reading column at a reading size of 18: 72 average characters."""

# Spans, in pixels; they grow with the reading size.
LANE = 4
TAG_ROOM = 9
LINE_ROOM = 2
PARAGRAPH_GAP = 10
LANES = 3

# Corners.
TINT_RADIUS, CAP_RADIUS, ROW_RADIUS, SHEET_RADIUS = 3, 4, 6, 8

# Heights and widths.
HEADER, CONTROL, ENTRY_ROW, GROUP_ROW, LABEL_ROW, LABEL_ROW_LOW, SPAN_ROW, STATUS, FOCUS_BAR = 44, 32, 50, 28, 30, 27, 28, 32, 58
LEFT_PANE, RIGHT_PANE, LEFT_PANE_LOW, RIGHT_PANE_LOW = 304, 288, 272, 260
GAP, GUTTER = 12, 28

# Ramps of the agreement screen, from little to much: pairs, and what is taken for something else.
PAIR_RAMP_LIGHT, PAIR_RAMP_DARK = ("#F1F3FC", "#8593E6"), ("#24282D", "#4B57B8")
MIXED_RAMP_LIGHT, MIXED_RAMP_DARK = ("#FDF3EA", "#F0A675"), ("#24282D", "#8A4B1F")

REMOVED_MS = 600
"""How long a removed or rejected span is still seen, in milliseconds."""


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255, of "#RRGGBB"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=256)
def mixed(over: str, under: str, share: float) -> str:
    """Return the colour that is seen when `over` lies on `under` with this opacity (0 to 1)."""
    parts = (round(a * share + b * (1 - share)) for a, b in zip(channels(over), channels(under), strict=True))
    return "#" + "".join(f"{part:02X}" for part in parts)


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    parts = [part / 255 for part in channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
