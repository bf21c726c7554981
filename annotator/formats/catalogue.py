"""All formats, by name: a table of plain functions. A new format is a module and a row here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from annotator.formats import conll_read, conll_write, docx, jsonl, label_studio, liveblog, liveblog_html, tables, text, xlsx
from annotator.formats.format import Format

_ALL = (
    Format(
        "liveblog",
        "Live blog, plain text",
        (".txt", ".text"),
        "reads a live blog saved as text: headline, time and author, paragraphs; infers the days",
        read=liveblog.read,
        sniff=liveblog.sniff,
    ),
    Format(
        "liveblog-html",
        "Live blog, saved web page",
        (".html", ".htm", ".xhtml"),
        "reads the schema.org LiveBlogPosting of a saved web page",
        read=liveblog_html.read,
        sniff=liveblog_html.sniff,
    ),
    Format(
        "text", "Plain text", (".txt", ".text", ".md"), "reads an entry a paragraph, a line or the file", read=text.read, sniff=text.sniff
    ),
    Format(
        "csv",
        "Table (CSV)",
        (".csv",),
        "reads an entry a row, with title, author, time and other columns; finds delimiter and header",
        read=tables.read_csv,
        sniff=tables.sniff_csv,
    ),
    Format(
        "tsv", "Table (TSV)", (".tsv", ".tab"), "reads an entry a row, cells parted by TABs", read=tables.read_tsv, sniff=tables.sniff_tsv
    ),
    Format(
        "xlsx",
        "Workbook (Excel)",
        (".xlsx", ".xlsm"),
        "reads an entry a row of a sheet, as of a table; needs the extra “office”",
        read=xlsx.read,
    ),
    Format(
        "docx",
        "Document (Word)",
        (".docx", ".docm"),
        "reads an entry a paragraph, a section or the file, headings as titles; needs the extra “office”",
        read=docx.read,
    ),
    Format(
        "jsonl",
        "JSON Lines",
        (".jsonl", ".ndjson", ".json"),
        "reads and writes an entry a line with its spans; reads Prodigy's and doccano's too",
        read=jsonl.read,
        sniff=jsonl.sniff,
        write=jsonl.write,
    ),
    Format(
        "label-studio",
        "Label Studio's JSON",
        (".json", ".jsonl"),
        "reads an entry a task, with its annotations or else its predictions",
        read=label_studio.read,
        sniff=label_studio.sniff,
    ),
    Format(
        "conll",
        "CoNLL, a word a line",
        (".conll", ".iob", ".iob2", ".bio", ".conll2003"),
        "reads and writes words with tags (IOB1, IOB2, BILUO); flat spans only",
        read=conll_read.read,
        sniff=conll_read.sniff,
        write=conll_write.write,
    ),
)

FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in _ALL})
"""From the name of a format to what it can do."""
