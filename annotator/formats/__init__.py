"""Files in, values out; values in, files out. Losses are reported, never swallowed.

`FORMATS` is the table of all formats, `sniffed` finds the one of a file. Modules of this room import each other by their full names.
"""

from annotator.formats.catalogue import FORMATS
from annotator.formats.format import Format, Sample
from annotator.formats.sniff import format_named, sniffed

__all__ = ["FORMATS", "Format", "Sample", "format_named", "sniffed"]
