"""What is painted lies under the word: Qt's own background of the same characters is the reference."""

import pytest
from PySide6.QtGui import QColor, QImage, QTextCharFormat, QTextCursor, QTextFrameFormat
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from annotator.core.text import shown
from annotator.ui import tokens
from annotator.ui.caret import Caret
from annotator.ui.marks import Mark, Tags
from annotator.ui.span_view import SpanView
from annotator.ui.theme import Theme
from annotator.ui.tokens import LIGHT

TINT = QColor(tokens.label_colour(0).tint(LIGHT)).rgb()
WIDTH = tokens.COLUMN + 2 * tokens.GUTTER
CASES = {
    "plain": ("Talks in Lindenau open today", "Lindenau"),
    "after an emoji family": ("Talks 👩‍👩‍👧 in Lindenau open", "Lindenau"),
    "an emoji family": ("Talks 👩‍👩‍👧 in Lindenau", "👩‍👩‍👧"),
    "a flag between words": ("Talks 🇺🇦 in Lindenau", "🇺🇦"),
    "after CR LF": ("one\r\ntwo Lindenau three", "Lindenau"),
    "after CR": ("one\rtwo Lindenau three", "Lindenau"),
    "after a line separator": ("one\u2028two Lindenau three", "Lindenau"),
    "after a paragraph separator": ("one\u2029two Lindenau three", "Lindenau"),
    "after a byte-order mark at the head": ("\ufeffOne Lindenau three", "Lindenau"),
    "the first word after a byte-order mark": ("\ufeffLindenau three", "Lindenau"),
    "with a no-break space inside": ("in Port\u00a0Selwyn today", "Port\u00a0Selwyn"),
    "after a noncharacter": ("one\ufdd0two Lindenau", "Lindenau"),
    "with combining marks": ("a cafe\u0301 in Lı\u0302ndenau", "cafe\u0301"),
    "after combining marks": ("z\u0335\u0321\u0353algo Lindenau", "Lindenau"),
    "Hebrew in Latin": ("abc שלום עולם def", "שלום"),
    "from Latin into Hebrew": ("abc def שלום עולם ghi", "def שלום"),
    "Arabic": ("زار الوزير مدينة القاهرة أمس", "مدينة القاهرة"),
    "Latin in Arabic": ("شركة ABC النفط today", "ABC النفط"),
    "Chinese": ("位于东京大学的研究", "东京大学"),
    "Japanese in three scripts": ("きのう東京タワーへ行った", "東京タワー"),
    "Korean": ("어제 부산항에서 회의가 열렸다", "부산항"),
    "Korean of conjoining letters": ("어제 \u1107\u116e\u1109\u1161\u11ab 회의", "\u1107\u116e\u1109\u1161\u11ab"),
    "Hindi with conjuncts": ("कल मुंबई में क्षेत्रीय बैठक हुई", "मुंबई"),
    "Tamil": ("நேற்று சென்னை துறைமுகத்தில்", "சென்னை"),
    "Khmer": ("ម្សិលមិញនៅភ្នំពេញមាន", "ភ្នំពេញ"),
    "Arabic with vowel marks": ("زارَ الوَزيرُ مَدينَةَ بَغدادَ أَمسِ", "مَدينَةَ"),
    "Hebrew with points": ("בְּיָפוֹ נִפְתַּח הַנָּמֵל", "נִפְתַּח"),
    "Urdu within Latin digits": ("2031 میں لاہور کے 12 افراد", "لاہور"),
    "an emoji with a skin tone": ("Talks 👍🏽 in Lindenau", "👍🏽"),
    "after a keycap and a heart": ("1️⃣ Talks ❤️ in Lindenau", "Lindenau"),
    "Thai": ("เขาไปกรุงเทพเมื่อวาน", "กรุงเทพ"),
    "past the basic plane": ("𝔘𝔫𝔦 Lindenau 𝔛", "Lindenau"),
}


def _columns(image: QImage) -> set[int]:
    """Return the columns that hold a pixel of the tint."""
    return {x for x in range(image.width()) if any(image.pixel(x, y) == TINT for y in range(image.height()))}


def _rows(image: QImage) -> set[int]:
    return {y for y in range(image.height()) if any(image.pixel(x, y) == TINT for x in range(image.width()))}


def _reference(qtbot: QtBot, view: SpanView, text: str, start: int, end: int) -> set[int]:
    edit = QTextEdit()
    qtbot.addWidget(edit)
    edit.setFrameShape(QTextEdit.Shape.NoFrame)
    edit.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
    edit.setLineWrapColumnOrWidth(view.lineWrapColumnOrWidth())
    edit.resize(view.size())
    edit.document().setDefaultFont(view.document().defaultFont())
    frame = QTextFrameFormat()
    frame.setLeftMargin(tokens.GUTTER)
    frame.setRightMargin(tokens.GUTTER)
    edit.setPlainText(shown(text))
    edit.document().rootFrame().setFrameFormat(frame)
    cursor = QTextCursor(edit.document())
    # Counted anew, by the encoding: the view's own counting is what is tested.
    cursor.setPosition(len(text[:start].encode("utf-16-le")) // 2)
    cursor.setPosition(len(text[:end].encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
    ground = QTextCharFormat()
    ground.setBackground(QColor.fromRgb(TINT))
    cursor.mergeCharFormat(ground)
    edit.show()
    return _columns(edit.viewport().grab().toImage())


@pytest.mark.parametrize(("text", "word"), CASES.values(), ids=CASES.keys())
def test_the_tint_lies_under_exactly_the_word(theme: Theme, qtbot: QtBot, text: str, word: str) -> None:
    view = SpanView(theme)
    qtbot.addWidget(view)
    view.resize(WIDTH, 260)
    view.set_tags(Tags.NEVER)
    view.show()
    start = text.index(word)
    end = start + len(word)
    view.show_entry(text, [Mark(1, start, end, "ORG", "1", 0)])
    painted = _columns(view.viewport().grab().toImage())
    expected = _reference(qtbot, view, text, start, end)
    assert expected
    beside = {x + step for x in expected for step in (-3, -2, -1, 0, 1, 2, 3)}
    assert expected - painted <= {min(expected), max(expected)}
    assert painted <= beside


def test_a_span_over_two_lines_leaves_out_the_space_at_the_lines_end(theme: Theme, qtbot: QtBot) -> None:
    view = SpanView(theme)
    qtbot.addWidget(view)
    view.resize(WIDTH, 400)
    view.show()
    text = "harbour " * 30
    view.show_entry(text, [Mark(1, 0, len(text), "ORG", "1", 0)])
    boxes = view.boxes(0, len(text))
    assert len({box.top() for box in boxes}) == len(boxes) >= 3
    ends = {round(box.right()) for box in boxes[:-1]}
    word = view.boxes(0, 7)[0].width()
    # Full lines hold whole words and the spaces between them, and no space after the last.
    space = view.boxes(0, 15)[0].width() - 2 * word
    count = round((boxes[0].width() + space) / (word + space))
    assert boxes[0].width() == pytest.approx(count * word + (count - 1) * space, abs=1.5)
    assert len(ends) == 1


def test_tags_stand_below_their_line_and_above_the_next(theme: Theme, qtbot: QtBot) -> None:
    view = SpanView(theme)
    qtbot.addWidget(view)
    view.resize(WIDTH, 400)
    view.show()
    text = "harbour " * 30
    view.show_entry(text, [Mark(1, 0, 7, "ORG", "1", 0), Mark(2, 0, 15, "GPE", "2", 2)], nested=True)
    view.grab()
    first, second = view.boxes(0, len(text))[:2]
    scroll = view.verticalScrollBar().value()
    tags = [tag for picture in view._pictures.values() for tag in picture.tags]
    assert len(tags) == 2
    for tag in tags:
        assert first.bottom() < tag.at.y() - scroll < second.top()


def test_the_view_paints_the_same_at_twice_the_pixels(theme: Theme, qtbot: QtBot) -> None:
    view = SpanView(theme)
    qtbot.addWidget(view)
    view.resize(WIDTH, 200)
    view.show()
    view.show_entry("Talks in Lindenau", [Mark(1, 9, 17, "GPE", "1", 0)])
    image = QImage(view.viewport().width() * 2, 400, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(2.0)
    view.viewport().render(image)
    single, double = _columns(view.viewport().grab().toImage()), _columns(image)
    assert abs(min(double) / 2 - min(single)) <= 1.5
    assert abs(max(double) / 2 - max(single)) <= 1.5
    assert _rows(image)


@pytest.mark.parametrize("pixels", [14, 18, 22, 28])
def test_the_ring_leaves_the_tag_below_it_free(theme: Theme, qtbot: QtBot, pixels: int) -> None:
    view = SpanView(theme)
    qtbot.addWidget(view)
    view.resize(WIDTH, 260)
    view.set_zoom(pixels)
    view.show()
    view.show_entry("Talks in Lindenau open today", [Mark(1, 9, 17, "GPE", "1", 0)])
    view.set_caret(Caret(0, 0))
    view.focus_mark(1)
    image = view.viewport().grab().toImage()
    box = view.boxes(9, 17)[0].toAlignedRect()
    columns = range(box.left() + 6, box.left() + 24)  # within the tag, and past the round corner of the ring
    ring, ground = QColor(LIGHT.accent).rgb(), QColor(LIGHT.base).rgb()
    below = range(box.bottom(), box.bottom() + 20)
    lowest = max(y for y in below if any(image.pixel(x, y) == ring for x in columns))
    tag = tokens.label_colour(0).text_light
    first = min(y for y in below if y > lowest and any(QColor.fromRgb(image.pixel(x, y)).name().upper() == tag for x in columns))
    free = [y for y in range(lowest + 1, first) if all(image.pixel(x, y) == ground for x in columns)]
    assert free, (lowest, first)
