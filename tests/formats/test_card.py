"""The data card: all that a reader of the data needs, and the same bytes but for its last block."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from annotator.core.releases import WriteOptions
from annotator.formats.card import CardFacts, CardLabel, Making, card
from tests.formats.releasing import entry, released


def facts(folder: Path) -> CardFacts:
    entries = [entry("Kyiv Post | reports", ("Kyiv", "GPE"), ("Kyiv Post", "ORG")), entry("Nobody.", number=2)]
    _, release, _ = released(folder, entries, "conll")
    return CardFacts(
        title="Live *blogs*",
        format_name="conll",
        options=WriteOptions(),
        layer="adjudicated",
        include="done",
        scheme="news",
        overlap="nested",
        labels=(CardLabel("ORG", "Organisation", "Companies | parties. Not teams."), CardLabel("GPE", "Country"), CardLabel("DATE")),
        release=release,
        making=Making("2022-01-28T00:00:00Z", "0.1", "3.11", "3.8"),
        agreement=("Krippendorff's alpha 0.8 over 2 layers.",),
    )


def test_a_card_says_scheme_counts_losses_hashes_and_agreement(tmp_path: Path) -> None:
    given_facts = facts(tmp_path)
    written = card(given_facts)
    file = given_facts.release.files[0]
    assert written.startswith("# Live \\*blogs\\*\n\n2 entries with 1 spans from 1 source, in the format `conll`.")
    assert f"| out.conll | all | 2 | 1 | 1 | {file.size} | {file.sha256} |" in written
    assert "| ORG | Organisation | Companies \\| parties. | 1 |" in written
    assert "| GPE | Country |  | 0 |" in written
    assert "| done | 2 |" in written
    assert "| overlap | left out | 1 |" in written
    assert "Krippendorff's alpha 0.8 over 2 layers." in written
    assert "Licence and attribution" in written


def test_only_the_last_block_depends_on_when_and_with_what_it_was_made(tmp_path: Path) -> None:
    given_facts = facts(tmp_path)
    one, other = card(given_facts), card(replace(given_facts, making=Making("2030-01-01T00:00:00Z", "9", "4.0", "5")))
    assert one != other
    assert one.split("## Made")[0] == other.split("## Made")[0]
    assert one.count("## Made") == 1
    assert one.endswith("## Made\n\n- time: 2022-01-28T00:00:00Z\n- annotator 0.1\n- Python 3.11\n- spaCy 3.8\n")


def test_a_split_is_told_with_its_seed_and_every_source(tmp_path: Path) -> None:
    written = card(replace(facts(tmp_path), shares=(80, 20), seed=7, parts={"b.txt": "train", "a_b.txt": "test"}))
    assert "By source, 80/20, seed 7" in written
    assert "| a\\_b.txt | test |\n| b.txt | train |" in written


def test_a_label_that_is_not_in_the_scheme_is_counted_all_the_same(tmp_path: Path) -> None:
    assert "| ORG |  | not in the scheme | 1 |" in card(replace(facts(tmp_path), labels=()))


def test_names_cannot_write_markup_into_the_card(tmp_path: Path) -> None:
    written = card(replace(facts(tmp_path), title="x\n## Made\n<script>[a](b)", layer="a|b`c`"))
    assert "<script>" not in written
    assert written.count("\n## Made") == 1
    assert "Layer: a\\|b'c';" in written
