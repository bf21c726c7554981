"""Colours hold the contrast that is needed, and stand in one file alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotator.ui import tokens
from annotator.ui.qss import style_sheet
from annotator.ui.tokens import DARK, LIGHT, Colours

UI = Path(tokens.__file__).parent


def text_pairs(colours: Colours) -> dict[str, tuple[str, str]]:
    """Return every pair of text and background that the screen shows, by a name that says where."""
    grounds = {"window": colours.window, "base": colours.base, "raised": colours.raised, "accent tint": colours.accent_tint}
    roles = {"text": colours.text, "muted": colours.muted, "danger": colours.danger, "success": colours.success, "warning": colours.warning}
    pairs = {f"{role} on {ground}": (roles[role], grounds[ground]) for role in roles for ground in grounds}
    pairs["accent text on accent"] = (colours.accent_text, colours.accent)
    pairs["accent on accent tint"] = (colours.accent, colours.accent_tint)
    pairs["accent on window"] = (colours.accent, colours.window)
    pairs["text on selection"] = (colours.text, tokens.mixed(colours.accent, colours.base, colours.selection))
    pairs["text on search hit"] = (colours.text, tokens.mixed(colours.warning, colours.base, colours.hit))
    pairs["text on caret's word"] = (colours.text, tokens.mixed(colours.text, colours.base, colours.caret))
    for label in tokens.LABEL_COLOURS:
        tint = label.tint(colours)
        pairs[f"ink on {label.name}"] = (colours.text, tint)
        pairs[f"ink on {label.name}, strong"] = (colours.text, tokens.mixed(tint, colours.base, colours.strong))
        pairs[f"ink on {label.name}, weak"] = (colours.text, tokens.mixed(tint, colours.base, colours.weak))
        for ground, colour in (*grounds.items(), ("its tint", tint)):
            pairs[f"{label.name} on {ground}"] = (label.text(colours), colour)
    return pairs


def line_pairs(colours: Colours) -> dict[str, tuple[str, str]]:
    """Return every pair of a line or glyph that carries meaning, and what it lies on."""
    pairs = {f"{label.name} line": (label.line(colours), colours.base) for label in tokens.LABEL_COLOURS}
    pairs |= {f"{label.name} dashes": (label.base, colours.base) for label in tokens.LABEL_COLOURS}
    pairs["ring on base"] = (colours.ring, colours.base)
    pairs["ring on window"] = (colours.ring, colours.window)
    pairs["control on base"] = (colours.control, colours.base)
    pairs["control on window"] = (colours.control, colours.window)
    return pairs


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_has_a_contrast_of_at_least_four_and_a_half(colours: Colours) -> None:
    low = {name: round(tokens.contrast(*pair), 2) for name, pair in text_pairs(colours).items() if tokens.contrast(*pair) < 4.5}
    assert low == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_line_has_a_contrast_of_at_least_three(colours: Colours) -> None:
    low = {name: round(tokens.contrast(*pair), 2) for name, pair in line_pairs(colours).items() if tokens.contrast(*pair) < 3.0}
    assert low == {}


def test_contrast_of_black_on_white_is_twenty_one() -> None:
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21.0)


def test_a_mixture_by_half_lies_in_the_middle() -> None:
    assert tokens.mixed("#FFFFFF", "#000000", 0.5) == "#808080"


def test_label_colours_begin_again_after_the_sixteenth() -> None:
    assert tokens.label_colour(16) == tokens.label_colour(0)
    assert len({label.base for label in tokens.LABEL_COLOURS}) == 16


def test_no_colour_is_written_anywhere_but_in_the_tokens() -> None:
    found = {
        path.name: re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8"))
        for path in UI.rglob("*.py")
        if path.name not in ("tokens.py",)
    }
    # In the glyphs of states white stands for the ground; icons.py replaces it.
    assert {name: colours for name, colours in found.items() if colours and (name, colours) != ("icons.py", ["#FFFFFF"])} == {}


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_the_style_sheet_names_no_font_family_and_leaves_no_gap(scale: float) -> None:
    sheet = style_sheet(LIGHT, scale)
    assert "font-family" not in sheet
    assert "$" not in sheet
