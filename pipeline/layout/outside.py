"""Text outside the rows: labels, the title, captions, notes.

Knows how such lines look and where a last cell ends and they begin. Does not know rows or columns.
"""

from __future__ import annotations

from typing import Final

import regex

from pipeline.layout.nouns import Bounds, Caption, Defect, Header, Layout, Text
from pipeline.model import BlockKind
from pipeline.numerals import parse_numeral
from pipeline.readers import Cell, Grid, content
from pipeline.words import tables as words

_LINE: Final = regex.compile(r"[^\n]+")


def outside_text(grid: Grid, span: Bounds, layout: Layout, *, prelude: bool) -> list[Caption]:
    """Make blocks of the lines in *span*; the captions among them are returned as well."""
    captions: list[Caption] = []
    for match in _LINE.finditer(grid.text, *span):
        start, end = content(grid.text, *match.span())
        if start == end:
            continue
        line = grid.text[start:end]
        caption = _caption(line, (start, end))
        titled = any(block.kind == "title" for block in layout.blocks)
        kind: BlockKind = "note"
        if caption:
            captions.append(caption)
            kind = "caption"
        elif prelude and not titled and words.TITLE.fullmatch(line):
            kind = "title"
        elif words.LABEL.fullmatch(line):
            kind = "label"
        else:
            layout.defects.append(Defect("text-outside-table", (start, end), None, (line,)))
        layout.blocks.append(Text(kind, (start, end)))
    return captions


def _caption(line: str, span: Bounds) -> Caption | None:
    match = words.CAPTION.fullmatch(line)
    if match is None or (match["label"] is None and match["count"] is None):
        return None
    count = parse_numeral(match["count"]) if match["count"] else None
    return Caption(match["label"], match["type"] or None, count, span)


def detach_tail(grid: Grid, cells: list[Cell], header: Header, layout: Layout) -> list[Caption]:
    """Text that follows the last row before the next header or the end of the text leaves the last cell.

    It begins at the first line after a line break that is a caption, label or note, or, in a cell of the last
    column that is empty on its own line, at the first line with words.
    """
    if not cells:
        span = content(grid.text, *grid.cells[header.last - 1])
        return outside_text(grid, (span[1], grid.cells[header.last - 1].end), layout, prelude=False)
    cell = cells[-1]
    raw = grid.text[cell.start : cell.end]
    cut = None
    breaks = raw.find("\n")
    first_line_empty = breaks >= 0 and not raw[:breaks].strip()
    for match in _LINE.finditer(raw, breaks + 1) if breaks >= 0 else ():
        line = match.group().strip()
        if not line:
            continue
        if (
            _caption(line, (0, 0))
            or words.LABEL.fullmatch(line)
            or words.NOTE.fullmatch(line)
            or (first_line_empty and len(cells) >= len(header.columns))
        ):
            cut = cell.start + match.start()
            break
    if cut is None:
        return []
    cells[-1] = Cell(cell.start, cut)
    return outside_text(grid, (cut, cell.end), layout, prelude=False)
