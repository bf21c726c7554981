"""Schemes in TOML: the shipped ones are sound, what is written is read back, a bad file is refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import ids
from annotator.core.errors import InputError
from annotator.core.model import Label, Overlap, Scheme
from annotator.formats.schemes import COLOURS, read_scheme, shipped_scheme, shipped_schemes, write_scheme

NEWS = ["PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "DATE", "TIME", "MONEY", "LAW", "WORK_OF_ART"]


def read(folder: Path, text: str | bytes) -> Scheme:
    path = folder / "mine.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read_scheme(path)


def test_the_three_shipped_schemes_are_there_with_the_default_first() -> None:
    assert shipped_schemes() == ("news", "conll2003", "ontonotes")
    assert sorted(label.key for label in shipped_scheme("news").labels) == sorted(NEWS)
    assert [label.key for label in shipped_scheme("conll2003").labels] == ["PER", "LOC", "ORG", "MISC"]
    assert len(shipped_scheme("ontonotes").labels) == 18


@pytest.mark.parametrize("name", ["news", "conll2003", "ontonotes"])
def test_every_shipped_label_has_a_shortcut_a_colour_and_a_guideline_with_examples(name: str) -> None:
    for label in shipped_scheme(name).labels:
        assert len(label.shortcut) == 1
        assert 1 <= label.colour <= COLOURS
        assert label.name
        assert "**" in label.guideline
        assert len(label.guideline) > 100
        assert label.id == ids.shipped(name, label.key)


def test_no_two_labels_of_the_default_scheme_share_a_colour() -> None:
    colours = [label.colour for label in shipped_scheme("news").labels]
    assert len(set(colours)) == len(colours)


@pytest.mark.parametrize("name", ["news", "conll2003", "ontonotes"])
def test_a_shipped_scheme_is_read_back_as_it_was_written(name: str, tmp_path: Path) -> None:
    scheme = shipped_scheme(name)
    assert read(tmp_path, write_scheme(scheme)) == scheme


_texts = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=60)
_keys = st.lists(st.from_regex(r"[A-Z][A-Z0-9_]{0,8}", fullmatch=True), min_size=1, max_size=8, unique_by=str.casefold)


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    name = draw(_texts.filter(bool))
    labels = tuple(
        Label(
            id=draw(st.just(ids.shipped(name, key)) | st.binary(min_size=16, max_size=16)),
            key=key,
            name=draw(_texts.filter(bool)),
            shortcut=draw(st.sampled_from(["", "123456789"[order]])),
            colour=draw(st.integers(1, COLOURS)),
            guideline=draw(_texts),
            retired=draw(st.booleans()),
            order=order,
        )
        for order, key in enumerate(draw(_keys))
    )
    aliases = {labels[-1].id: labels[0].id} if labels[-1].id != labels[0].id and draw(st.booleans()) else {}
    return Scheme(name=name, labels=labels, overlap=draw(st.sampled_from(Overlap)), aliases=aliases)


@given(scheme=schemes())
def test_any_scheme_is_read_back_as_it_was_written(scheme: Scheme, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert read(tmp_path_factory.getbasetemp(), write_scheme(scheme)) == scheme


LABEL = '[[labels]]\nkey = "SHIP"\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("labels = 3\n", "does not name its scheme"),
        ('name = "a"\n', "has no labels"),
        ('name = "a"\nlabels = [1]\n', "has no labels"),
        ('name = "a"\n[[labels]]\nname = "x"\n', "label number 1 has no key"),
        ('name = "a"\n' + LABEL + '[[labels]]\nkey = "ship"\n', "gives the key 'ship' to two labels"),
        ('name = "a"\n' + LABEL + 'shortcut = "1"\n[[labels]]\nkey = "B"\nshortcut = "1"\n', "gives the shortcut '1' to two labels"),
        ('name = "a"\n' + LABEL + "colour = 17\n", "label SHIP has the colour 17"),
        ('name = "a"\n' + LABEL + "colour = true\n", "has the colour True"),
        ('name = "a"\n' + LABEL + 'colour = "red"\n', "has the colour 'red'"),
        ('name = "a"\n' + LABEL + 'shortcut = "Ctrl+1"\n', "has the shortcut 'Ctrl+1'"),
        ('name = "a"\n' + LABEL + 'color = "red"\n', "has 'color', which is not known"),
        ('name = "a"\n' + LABEL + "name = 4\n", "has to be a text"),
        ('name = "a"\n' + LABEL + 'id = "12"\n', "an id has 32 hexadecimal digits"),
        ('name = "a"\n' + LABEL + 'merged_into = "TRAIN"\n', "no other label of this scheme"),
        ('name = "a"\n[[labels]]\nkey = "two words"\n', "has the key 'two words'"),
        ('name = "a"\noverlap = "some"\n' + LABEL, 'overlap = "some"'),
        ("name = \n", "is not right TOML"),
        (b'name = "\xff"\n', "is not in UTF-8"),
        ("a = " + "[" * 100_000, "nested too deep"),
        ("#" * (1 << 20) + "#", "larger than 1 MB"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence_that_names_the_place(text: str | bytes, says: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text)
    assert says in caught.value.sentence
    assert "mine.toml" in caught.value.sentence


def test_a_file_or_a_name_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no scheme file"):
        read_scheme(tmp_path / "none.toml")
    with pytest.raises(InputError, match="use one of news"):
        shipped_scheme("nothing")


def test_left_out_fields_get_sensible_values(tmp_path: Path) -> None:
    label = read(tmp_path, '\ufeffname = "a"\r\n' + LABEL.replace("\n", "\r\n")).labels[0]
    assert (label.name, label.colour, label.shortcut, label.retired) == ("SHIP", 1, "", False)
