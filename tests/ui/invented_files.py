"""Invented files to be imported, and an invented table of keys: for pictures and tests of the dialogs."""

from __future__ import annotations

from pathlib import Path

BLOG = """Harbour strike: as it happened

The talks between port and crews go into their fourth day.

Key Points
• The north lock stays open through the night
• Councillors in Lindenau back a pause

Second tug reaches the barge off Cape Merrow
00:15 , Lev Anders
The tug Halden Star made fast at ten past midnight. Its master says the barge is dry and the crew of four are well.

Port asks Okafor to bring both sides to one table
23:30 , Tomas Reyl
A senior official of the Port Selwyn Harbour Authority said on Thursday that the north lock will stay open through the night, after \
talks with the Ministry of Transport and the crews of eleven grain ships.

“We have asked Ines Okafor to bring both sides to one table before the weekend,” the official told reporters in Lindenau.

Lindenau council backs a pause until Monday
22:56 , Tomas Reyl
Councillors in Lindenau voted 14 to 3 for a pause in the strike, and asked Brightline Shipping to do the same.

Pictures from the north lock
22:40 , Lev Anders

Brightline: no ship will move tonight
Thursday 13 February 2031 22:12 , Mara Osei
The company wrote to its captains shortly after nine. The letter gives no reason and names no date.
"""
PAGE = """<html><head><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "Harbour strike, the late hours", "liveBlogUpdate": [
 {"@type": "BlogPosting", "headline": "Ministry sends a mediator", "datePublished": "2031-02-13T20:05:00+01:00",
  "articleBody": "The Ministry of Transport sends a mediator to Port Selwyn."},
 {"@type": "BlogPosting", "headline": "Crews vote to stay aboard", "datePublished": "2031-02-13T18:57:00+01:00",
  "articleBody": "Nine of eleven crews voted to stay aboard."}]}
</script></head><body></body></html>
"""
TABLE = """headline,message,desk,byline,when
Grain price closes 4% up,Barley rose by four per cent in Halden.,Markets,Mara Osei,2031-02-13 19:33
Orrin Canal reopens,"The Orrin Canal is open
to small boats again.",City,Lev Anders,2031-02-13 18:20
No text,,City,Lev Anders,2031-02-13 17:46
"""
KEYS = (
    (
        "Accept and correct",
        (
            ("Return", "accept, focus the next; else done, next entry"), ("Ctrl+Return", "accept all, done, next entry"),
            ("Backspace Del", "reject or remove"), ("1–9 q w e t", "label, or relabel what has the focus"),
            ("Ctrl+D", "the same for every same mention"),
        ),
    ),
    (
        "Move",
        (
            ("Tab Shift+Tab", "next, previous span"), ("Left Right", "caret by word, with Alt by character"),
            ("Shift+Left Shift+Right", "select by word"), ("PgDown PgUp", "next, previous entry"), ("Ctrl+PgDown", "next unfinished entry"),
            ("F4", "next likely name that is not tagged"), ("F6", "next pane"),
        ),
    ),
    (
        "Edges",
        (
            ("F7 [", "start outwards"), ("Shift+F7 {", "end outwards"), ("F8 ]", "end outwards"), ("Ctrl+F7", "start inwards"),
        ),
    ),
    (
        "Project",
        (
            ("Ctrl+Z Ctrl+Shift+Z", "undo, redo"), ("Ctrl+F", "search"), ("Ctrl+K", "commands"), ("Ctrl+M", "flag"),
            ("Ctrl+Shift+C", "comment"), ("F1", "this sheet"),
        ),
    ),
)  # fmt: skip


def write_files(folder: Path) -> list[Path]:
    """Write a live blog (CR LF ends), a saved page and a table into a folder that exists; return their paths."""
    files = {"live-blog.txt": BLOG.replace("\n", "\r\n"), "harbour-late.html": PAGE, "notes.csv": TABLE}
    for name, text in files.items():
        (folder / name).write_bytes(text.encode("utf-8"))
    return [folder / name for name in files]
