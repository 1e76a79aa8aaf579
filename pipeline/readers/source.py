"""Bytes of any file a list can arrive in → Grid, through the reader for what the file is.

Knows which reader reads which format. Does not know how any of them works.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from pipeline.errors import SourceUnreadable
from pipeline.patterns import lazy_re
from pipeline.readers.formats import SourceFormat, recognise
from pipeline.readers.grid import Grid
from pipeline.readers.text import MAX_BYTES, decode, has_header_cells, read_text

# Two separators on a line: no header of three columns has fewer. Flattened text has a tab at the start of a line only.
_SEPARATED: Final = lazy_re(r"[|｜│┃\t,][^|｜│┃\t,\n]*[|｜│┃\t,]")


class ReadSource(NamedTuple):
    """A file as a grid, with its format and the encoding it was in."""

    format: SourceFormat
    encoding: str
    grid: Grid


def read_source(data: bytes, name: str) -> ReadSource:
    """Read *data*, the file called *name*, by what it is. Raises SourceUnreadable or NotAPowerList."""
    if len(data) > MAX_BYTES:
        raise SourceUnreadable(
            f"{name}：文件有 {len(data):,} 字节，超过上限 {MAX_BYTES:,} 字节；请确认这是清单文件，或分成几个文件。"
        )
    form, package = recognise(data, name)
    # A reader is imported when a file needs it: together they take as long as reading a small list of text.
    if form in {"xlsx", "xls"}:
        from pipeline.readers.workbook import read_workbook

        return ReadSource(form, "ooxml" if package else "ole", read_workbook(data, name, package))
    if package is not None:
        from pipeline.readers.document import read_document

        return ReadSource(form, "ooxml", read_document(package, name))
    if form == "doc":
        from pipeline.readers.old_word import read_old_document

        return ReadSource(form, "ole", read_old_document(data, name))
    if form == "html":
        from pipeline.readers.html import decode_page, read_html

        text, encoding = decode_page(data, name)
        return ReadSource(form, encoding, read_html(text, name))
    text, encoding = decode(data, name)
    grid = None
    if _SEPARATED.search(text):
        from pipeline.readers.delimited import read_delimited

        grid = read_delimited(text, name)
    if grid is None:
        grid = read_text(text)
        if not has_header_cells(grid):
            from pipeline.readers.outlines import read_outline
            from pipeline.readers.unmarked import read_unmarked
            from pipeline.readers.upright import read_upright

            grid = read_upright(text, name) or read_outline(text, name) or read_unmarked(text, name) or grid
    return ReadSource(form, encoding, grid)
