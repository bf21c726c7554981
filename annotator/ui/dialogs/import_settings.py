"""What a person can say of a file that comes in: format, encoding, unit, columns, day, and where its spans go. Found values are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.core.model import RESERVED_LAYERS, Scheme
from annotator.project import offered
from annotator.project.reports import ImportOptions
from annotator.ui.dialogs.fields import Choice, with_room
from annotator.ui.dialogs.import_state import Incoming, columns, labels
from annotator.ui.sentences import translated
from annotator.ui.switch import Switch
from annotator.ui.theme import Theme
from annotator.ui.words import encoding_text

ENCODINGS = (
    ("utf-8", "UTF-8"), ("cp1252", "Windows-1252 (Western)"), ("iso8859-15", "ISO 8859-15 (Western)"), ("mac_roman", "Mac Roman"),
    ("cp1250", "Windows-1250 (Central Europe)"), ("iso8859-2", "ISO 8859-2 (Central Europe)"), ("cp1251", "Windows-1251 (Cyrillic)"),
    ("koi8-r", "KOI8-R (Cyrillic)"), ("cp1253", "Windows-1253 (Greek)"), ("cp1254", "Windows-1254 (Turkish)"),
    ("cp1255", "Windows-1255 (Hebrew)"), ("cp1256", "Windows-1256 (Arabic)"), ("utf-16", "UTF-16"), ("gb18030", "GB 18030 (Chinese)"),
    ("big5", "Big5 (Chinese)"), ("shift_jis", "Shift JIS (Japanese)"), ("euc-kr", "EUC-KR (Korean)"), ("cp437", "Code page 437 (DOS)"),
)  # fmt: skip
TABLES = frozenset({"csv", "tsv", "xlsx", "jsonl"})
UNITS = {"text": ("paragraph", "line", "file"), "docx": ("paragraph", "section", "file")}
"""What one entry can be, by format; the first where nothing is said."""
MAPPED = 40
"""So many labels of a file can be mapped here; the command maps any number."""


class _Row(QWidget):
    """A field under its name, with a line of help that may change."""

    def __init__(self, theme: Theme, name: str, field: QWidget, parent: QWidget, *, beside: bool = False) -> None:
        super().__init__(parent)
        self.label = QLabel(name, self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setProperty("role", "heading")
        self.label.setBuddy(field)
        field.setParent(self)
        field.setAccessibleName(name.replace("&", ""))
        self.help = QLabel(self)
        self.help.setProperty("role", "second")
        self.help.setTextFormat(Qt.TextFormat.PlainText)
        self.help.setWordWrap(True)
        self.help.hide()
        self._field = field
        if beside:
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(self.label, 2)
            row.addWidget(field, 3)
            return
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for each in (self.label, field, self.help):
            column.addWidget(each)

    def say(self, text: str) -> None:
        """Show a line of help; "" shows none."""
        self.help.setText(text)
        self.help.setVisible(bool(text))
        self._field.setAccessibleDescription(text)


class ImportSettings(QWidget):
    """The settings of one file. `changed` gives options that a person changed, `wrong` says what cannot be meant."""

    changed = Signal(object, str)
    """The options, and a sentence where they cannot be meant ("" where they can)."""

    def __init__(self, theme: Theme, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scheme = theme, scheme
        self._file: Incoming | None = None
        self._found = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(16))
        self._column.setSpacing(theme.px(14))
        self.format, self.encoding, self.unit, self.sheet, self.new_labels = (self._combo() for _ in range(5))
        self._row(self.tr("&Format"), self.format)
        self._encoding_row = self._row(self.tr("&Encoding"), self.encoding)
        self._unit_row = self._row(self.tr("One entry for each"), self.unit)
        self._sheet_row = self._row(self.tr("&Sheet"), self.sheet)
        self.date = QLineEdit(self)
        self.date.setPlaceholderText(self.tr("13 Feb 2031"))
        self.date.textChanged.connect(self._collect)
        self._date_row = self._row(self.tr("&Day of the newest entry"), self.date)
        self.to = with_room(Switch(theme, (("suggestions", self.tr("Suggestions")), ("layer", self.tr("A layer"))), self), theme)
        self.to.chosen.connect(self._to_chosen)
        self._to = "suggestions"
        self._to_row = self._row(self.tr("Spans of the file become"), self.to)
        self.layer = QLineEdit(self)
        self.layer.setPlaceholderText(self.tr("Gold"))
        self.layer.textChanged.connect(self._collect)
        self._layer_row = self._row(self.tr("&Name of the layer"), self.layer)
        self._new_row = self._row(self.tr("Labels the scheme lacks"), self.new_labels)
        self._map_heading = QLabel(self.tr("Labels of the file"), self)
        self._map_heading.setProperty("role", "heading")
        self._column.addWidget(self._map_heading)
        self._map_heading.hide()
        self._map_box = QVBoxLayout()
        self._map_box.setSpacing(theme.px(6))
        self._column.addLayout(self._map_box)
        self._maps: dict[str, tuple[_Row, QComboBox]] = {}
        ours = {"text": self.tr("Text"), "title": self.tr("Title"), "author": self.tr("Author"), "published": self.tr("Date and time")}
        self.columns = {name: self._combo().writable(self._collect) for name in ours}
        self._column_rows = {name: self._row(self.tr("{what} from").format(what=ours[name]), self.columns[name]) for name in ours}
        self._column.addStretch(1)
        for each in offered.readable():
            self.format.addItem(translated(each.title), each.name)
        self.new_labels.addItem(self.tr("are added to it"), "add")
        self.new_labels.addItem(self.tr("are left out, with their spans"), "reject")

    def _combo(self) -> Choice:
        combo = Choice(self._theme, self)
        combo.activated.connect(self._collect)
        return combo

    def _row(self, name: str, field: QWidget) -> _Row:
        row = _Row(self._theme, name, field, self)
        self._column.addWidget(row)
        return row

    def show_file(self, file: Incoming) -> None:
        """Show the settings of a file, and what was found where nothing was said. A field that is being written in is left alone."""
        self._file = file
        if any(combo.view().isVisible() for combo in self.findChildren(QComboBox)):
            return
        options = file.options
        self._found = file.found
        blockers = [QSignalBlocker(each) for each in (self.date, self.layer)]
        self.format.setCurrentIndex(self.format.findData(options.format or file.found))
        self.format.setPlaceholderText(self.tr("reading…") if file.reading else self.tr("not recognised: choose one"))
        self._show_encoding(file)
        name = self._format_name()
        self._show_unit(file, name)
        self._show_sheet(file, name)
        self._show_columns(file, name)
        self._date_row.setVisible(name == "liveblog")
        if not self.date.hasFocus():
            self.date.setText(options.read.date)
        self._show_date_help(file)
        self._show_spans(file)
        del blockers

    def _format_name(self) -> str:
        return str(self.format.currentData() or "")

    def _show_unit(self, file: Incoming, name: str) -> None:
        section = self.tr("section below a heading")
        words = {"paragraph": self.tr("paragraph"), "line": self.tr("line"), "section": section, "file": self.tr("file")}
        self._unit_row.setVisible(name in UNITS)
        self.unit.clear()
        for each in UNITS.get(name, ()):
            self.unit.addItem(words[each], each)
        self.unit.setCurrentIndex(max(self.unit.findData(file.options.read.unit), 0))

    def _show_sheet(self, file: Incoming, name: str) -> None:
        """A workbook of one sheet leaves nothing to choose."""
        facts = dict(file.preview.report.facts) if file.preview is not None else {}
        said = file.options.read.sheet
        names = [facts["sheet"], *facts["sheets not read"].split(" / ")] if "sheets not read" in facts else [said] if said else []
        self._sheet_row.setVisible(name == "xlsx" and bool(names))
        if not names or self.sheet.hasFocus():
            return
        self.sheet.clear()
        self.sheet.addItem(self.tr("Found: {what}").format(what=names[0]) if not said else self.tr("The first with any row"), "")
        for each in sorted(names):
            self.sheet.addItem(each, each)
        self.sheet.setCurrentIndex(max(self.sheet.findData(said), 0))

    def _show_encoding(self, file: Incoming) -> None:
        self._encoding_row.setVisible(self._format_name() not in ("xlsx", "docx"))
        self.encoding.clear()
        found = file.preview.report.encoding if file.preview is not None and not file.options.read.encoding else ""
        self.encoding.addItem(self.tr("Found: {what}").format(what=encoding_text(found)) if found else self.tr("Find it out"), "")
        for name, title in ENCODINGS:
            self.encoding.addItem(encoding_text(title), name)
        self.encoding.setCurrentIndex(max(self.encoding.findData(file.options.read.encoding), 0))
        self.encoding.setToolTip(self.encoding.currentText())

    def _show_columns(self, file: Incoming, name: str) -> None:
        for row in self._column_rows.values():
            row.setVisible(name in TABLES)
        if name not in TABLES or any(combo.hasFocus() for combo in self.columns.values()):
            return
        taken, names = columns(file.preview) if file.preview is not None else ({}, ())
        said = file.options.read.columns
        for ours, combo in self.columns.items():
            held = [str(combo.itemData(at)) for at in range(1, combo.count())]
            combo.clear()
            found = taken.get(ours, "") if ours not in said else ""
            combo.addItem(self._nothing_said(file, found), "")
            wanted = dict.fromkeys((*names, *said.values(), *(held if self._same_file(file) else ())))
            for each in wanted:
                combo.addItem(each, each)
            combo.setCurrentIndex(max(combo.findData(said.get(ours, "")), 0))
        self._shown = file.path

    def _nothing_said(self, file: Incoming, found: str) -> str:
        if found:
            return self.tr("Found: {what}").format(what=found)
        return self.tr("None found") if file.preview is not None and self._format_name() != "jsonl" else self.tr("Find it out")

    def _same_file(self, file: Incoming) -> bool:
        return getattr(self, "_shown", None) == file.path

    def _show_date_help(self, file: Incoming) -> None:
        facts = dict(file.preview.report.facts) if file.preview is not None else {}
        if "undated" in facts:
            self._date_row.say(self.tr("The file gives no date. Say it, and earlier times above later ones are taken for the next day."))
        elif "date given" in facts:
            self._date_row.say(self.tr("Not needed: the file has dates of its own."))
        else:
            self._date_row.say(self.tr("Of the dates: {how}.").format(how=translated(facts["dates"])) if "dates" in facts else "")

    def _show_spans(self, file: Incoming) -> None:
        has_spans = file.preview is not None and file.preview.report.spans.read > 0
        if file.preview is None and self._to_row.isVisibleTo(self):
            has_spans = self._same_spans(file)
        self._to = file.options.to
        self.to.show_chosen(self._to)
        for row in (self._to_row, self._new_row):
            row.setVisible(has_spans)
        self._layer_row.setVisible(has_spans and self._to == "layer")
        if not self.layer.hasFocus():
            self.layer.setText(file.options.layer)
        self.new_labels.setCurrentIndex(max(self.new_labels.findData(file.options.new_labels), 0))
        if file.preview is not None:
            self._show_map(labels(file.preview) if has_spans else (), file.options)
            self._spans_of = file.path if has_spans else None

    def _same_spans(self, file: Incoming) -> bool:
        return getattr(self, "_spans_of", None) == file.path

    def _show_map(self, found: Sequence[str], options: ImportOptions) -> None:
        wanted = tuple(found[:MAPPED])
        if tuple(self._maps) != wanted:
            for row, _ in self._maps.values():
                self._map_box.removeWidget(row)
                row.deleteLater()
            self._maps = {}
            for key in wanted:
                combo = self._combo()
                row = _Row(self._theme, key.replace("&", "&&"), combo, self, beside=True)
                self._map_box.addWidget(row)
                self._maps[key] = row, combo
        self._map_heading.setVisible(bool(wanted))
        for key, (_, mapped) in self._maps.items():
            mapped.clear()
            known = self._scheme.by_key(key)
            mapped.addItem(self.tr("stays {key}").format(key=known.key) if known else self.tr("{key}, new").format(key=key), "")
            for label in self._scheme.active:
                if known is None or label.key != known.key:
                    mapped.addItem(label.key, label.key)
            mapped.setCurrentIndex(max(mapped.findData(options.map_labels.get(key, "")), 0))

    @Slot(str)
    def _to_chosen(self, name: str) -> None:
        self._to = name
        self._layer_row.setVisible(name == "layer")
        self._collect()
        if name == "layer":
            self.layer.setFocus()

    @Slot()
    def _collect(self) -> None:
        if self._file is None:
            return
        old = self._file.options
        chosen = self._format_name()
        said = chosen if chosen != self._found or old.format else ""
        same = chosen == self._found or not self._found
        wrong, date = "", old.read.date
        if chosen == "liveblog":
            text = self.date.text().strip()
            date = offered.known_time(text)[:10] if text else ""
            if text and not date:
                wrong = self.tr("“{text}” is no date; write it like 13 Feb 2031").format(text=text)
        read = replace(
            old.read,
            encoding=str(self.encoding.currentData() or ""),
            unit=(str(self.unit.currentData()) if self.unit.currentIndex() > 0 else "") if chosen in UNITS and same else "",
            sheet=str(self.sheet.currentData() or "") if chosen == "xlsx" and same else "",
            columns={ours: combo.said for ours, combo in self.columns.items() if combo.said} if chosen in TABLES and same else {},
            date=date if chosen == "liveblog" else "",
        )
        layer = " ".join(self.layer.text().split())
        if self._to == "layer" and not layer:
            wrong = self.tr("name the layer of its spans")
        elif self._to == "layer" and layer.casefold() in RESERVED_LAYERS:
            wrong = self.tr("“{name}” is reserved; name the layer otherwise").format(name=layer)
        options = replace(
            old, format=said, read=read, to=self._to, layer=layer if self._to == "layer" else "",
            map_labels={key: str(combo.currentData()) for key, (_, combo) in self._maps.items() if combo.currentData()},
            new_labels=str(self.new_labels.currentData() or "add"),
        )  # fmt: skip
        if options != old or wrong != self._file.wrong:
            self.changed.emit(options, wrong)
