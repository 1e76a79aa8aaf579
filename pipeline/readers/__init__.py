"""Bytes → Grid, one room per format.

Knows the formats a list can arrive in. Does not know what stands in it.
"""

from pipeline.readers.closing import closes, counts, goes_on_note, is_note, is_sample
from pipeline.readers.grid import WHITE, Cell, Grid, Heading, Line, NativeRow, Remark, RemarkKind, SubRow, content
from pipeline.readers.headings import field_of, is_known, settled, unnamed
from pipeline.readers.merged_away import merged_away
from pipeline.readers.near_headers import nearest_in_text
from pipeline.readers.source import ReadSource, read_source
from pipeline.readers.text import MAX_BYTES, Decoded, decode, read_text

__all__ = [
    "MAX_BYTES",
    "WHITE",
    "Cell",
    "Decoded",
    "Grid",
    "Heading",
    "Line",
    "NativeRow",
    "ReadSource",
    "Remark",
    "RemarkKind",
    "SubRow",
    "closes",
    "content",
    "counts",
    "decode",
    "field_of",
    "goes_on_note",
    "is_known",
    "is_note",
    "is_sample",
    "merged_away",
    "nearest_in_text",
    "read_source",
    "read_text",
    "settled",
    "unnamed",
]
