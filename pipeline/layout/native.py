"""Rows of a native file → tables: captions and groups told apart, headers and items under their columns.

Knows what a line between rows can be. Does not know where a row ends: the reader has seen it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from pipeline.layout.headers import header_span
from pipeline.layout.nouns import Bounds, Caption, Defect, Header, Heading, Layout, TableRows, Text
from pipeline.layout.odd_headers import TableHeaders, note_headers
from pipeline.layout.outside import outside_text, read_caption, settle_title, usual_type
from pipeline.layout.rows import make_row
from pipeline.numerals import parse_numeral
from pipeline.patterns import lazy_regex
from pipeline.readers import Grid, Line, NativeRow, Remark, SubRow, content
from pipeline.words import tables as words

_BETWEEN: Final = 8
"""Lines that may stand between a caption and the header or the items below it."""
_BLANK: Final = lazy_regex(r"[ \t\u3000\u00a0]*\n[ \t\u3000\u00a0]*\n\s*")


def read_native_layout(grid: Grid, rows: Sequence[Line | NativeRow]) -> Layout | None:
    """Tables of a *grid* whose *rows* are known; None where no header row is among them."""
    if not any(isinstance(row, NativeRow) and row.columns for row in rows):
        return None
    layout = Layout([], [], [])
    captions: list[Caption] = []
    headers: list[TableHeaders] = []
    columns: tuple[Heading, ...] = ()
    last: tuple[str, ...] = ()
    untold = frozenset(remark.span[0] for remark in grid.remarks if remark.kind == "cell-untold")
    absent = frozenset(remark.span[0] for remark in grid.remarks if remark.kind == "field-absent")
    told = frozenset(remark.span[0] for remark in grid.remarks if remark.kind == "cells-untold")
    for index, row in enumerate(rows):
        if isinstance(row, Line):
            if row.note:
                layout.blocks.append(Text("note", content(grid.text, row.start, row.end)))
                continue
            counted = _counted(grid, row, captions, layout)
            if counted is not None:
                captions = counted
                continue
            captions = (
                _line(
                    grid,
                    row,
                    layout,
                    prelude=not layout.tables,
                    typed=_typed(columns) and not _begins_anew(grid, rows, index),
                )
                or captions
            )
            continue
        if row.columns is not None:
            columns = row.columns
            if captions or row.fresh or not layout.tables:
                layout.tables.append(TableRows(captions[-1] if captions else None, columns, []))
                headers.append(TableHeaders([]))
                captions = []
            header = Header(row.first, row.last, columns, content(grid.text, *grid.cells[row.last - 1])[1])
            layout.blocks.append(Text("header", header_span(grid, header)))
            headers[-1].headers.append(header)
            last = tuple(column.heading for column in columns)
            continue
        if captions or row.fresh:
            layout.tables.append(TableRows(captions[-1] if captions else None, columns, []))
            captions = []
        spans = [content(grid.text, *cell) for cell in grid.cells[row.first : row.last]]
        made = make_row(spans, columns, untold | absent)
        _note_absent(spans, columns, absent, layout)
        _note_width(spans, columns, untold, told, layout)
        cell = made.fields.get("sub_item", (0, 0))
        if "\n" in grid.text[slice(*cell)]:
            made = made._replace(sub_rows=tuple(_parted(grid.text, row.sub_rows or (SubRow(cell),))))
        elif cell[0] == cell[1]:
            made = made._replace(sub_rows=row.sub_rows)  # titles under one number
        layout.tables[-1].rows.append(made)
    layout.tables[:] = _without_empty(layout.tables)
    assert last
    note_headers(grid, headers, layout)
    layout.defects[:] = _told_once(layout.defects, grid.remarks, rows)
    layout.blocks.sort(key=lambda block: block.span)
    settle_title(grid, layout)
    return layout


def _note_width(
    spans: Sequence[Bounds], columns: Sequence[Heading], untold: frozenset[int], told: frozenset[int], layout: Layout
) -> None:
    """Tell of a row that has not the cells of its header, unless its reader says itself what it could not tell."""
    beyond = spans[len(columns) :]
    if any(span[0] in told for span in beyond):
        return
    number = 1 + sum(len(table.rows) for table in layout.tables)
    missing = tuple(column.heading for column, span in zip(columns, spans, strict=False) if span[0] in untold)
    if missing:
        layout.defects.append(Defect("row-incomplete", (spans[0][0], spans[-1][1]), number, missing))
    if beyond:
        layout.defects.append(Defect("row-overfull", beyond[0], number, (str(len(spans)), str(len(columns)))))


def _note_absent(spans: Sequence[Bounds], columns: Sequence[Heading], absent: frozenset[int], layout: Layout) -> None:
    """Tell of each of *columns* that the form of this item does not have."""
    number = 1 + sum(len(table.rows) for table in layout.tables)
    for column, span in zip(columns, spans, strict=False):
        if span[0] in absent:
            words_of = (column.heading, column.field or "")
            layout.defects.append(Defect("field-absent", (spans[0][0], spans[-1][1]), number, words_of))


def _told_once(
    defects: Sequence[Defect], remarks: Sequence[Remark], rows: Sequence[Line | NativeRow]
) -> Iterator[Defect]:
    """*defects* and what the reader remarked; of what is no list, one for all its words. Nothing is told of a table in
    which nothing is to be asked about: 填表人 | 某某."""
    whole = sorted(
        remark.span for remark in remarks if remark.kind in {"table-outside", "sheet-without-header", "sheet-unread"}
    )
    asked = [row.start for row in rows if isinstance(row, Line) and row.note]
    for defect in defects:
        at = bisect_right(whole, defect.span[0], key=lambda span: span[0])
        if defect.kind == "text-outside-table" and at and defect.span[0] < whole[at - 1][1]:
            asked.append(defect.span[0])
        else:
            yield defect
    asked.sort()
    for remark in remarks:
        start, end = remark.span
        silent = remark.kind == "table-outside" and bisect_left(asked, start) == bisect_left(asked, end)
        if remark.kind not in {"cell-untold", "field-absent"} and not silent:
            yield Defect(remark.kind, remark.span, None, remark.words)


def _parted(text: str, rows: Sequence[SubRow]) -> Iterator[SubRow]:
    """Sub-items in one cell with a blank line between them: a column's width breaks a line and leaves none blank."""
    for row in rows:
        start, end = row.span
        edges = [start, *(edge for match in _BLANK.finditer(text, start, end) for edge in match.span()), end]
        yield from (row._replace(span=span) for span in zip(edges[::2], edges[1::2], strict=True))


def _begins_anew(grid: Grid, rows: Sequence[Line | NativeRow], index: int) -> bool:
    """Whether below the line at *index* a header stands, or an item with the number 1: then a type is a caption, also
    in a list that has a column for it."""
    below = next((row for row in rows[index + 1 : index + 1 + _BETWEEN] if isinstance(row, NativeRow)), None)
    if below is None or below.columns is not None:
        return below is not None
    cells = (grid.text[slice(*content(grid.text, *cell))] for cell in grid.cells[below.first : below.last])
    return parse_numeral(words.SERIAL_MARKS.sub("", next(filter(None, cells), ""))) == 1


def _typed(columns: Sequence[Heading]) -> bool:
    return any(column.field == "power_type" for column in columns)


def _without_empty(tables: Sequence[TableRows]) -> list[TableRows]:
    """Without the tables that a caption below the header took the rows of: 表一 stands there in its own right."""
    return [
        table
        for table, following in pairwise([*tables, None])
        if table is not None
        and (table.rows or table.caption or following is None or following.columns is not table.columns)
    ]


def _line(grid: Grid, line: Line, layout: Layout, *, prelude: bool, typed: bool) -> list[Caption]:
    """Make blocks of a line outside the rows; the captions in it are returned."""
    span = content(grid.text, line.start, line.end)
    text = grid.text[slice(*span)]
    if line.named and (match := words.POWER_TYPE.fullmatch(text) or words.TITLED_TYPE.fullmatch(text)):
        layout.blocks.append(Text("caption", span))
        return [Caption(None, match["type"], None, span)]
    if prelude:
        if "\n" in text and _is_title("".join(text.split()), layout):
            layout.blocks.append(Text("title", span))
            return []
        return _named(span, text, layout) or outside_text(grid, span, layout, prelude=True)
    caption = read_caption(text, span)
    if caption is not None and (caption.label or (not typed and usual_type(caption.power_type or ""))):
        layout.blocks.append(Text("caption", span))
        return [caption]
    named = [] if typed else _named(span, text, layout)
    if named or not line.inside:
        return named or outside_text(grid, span, layout, prelude=False)
    if words.GROUP_NUMBER.fullmatch(text):
        layout.blocks.append(Text("note", span))
    elif any(kind.fullmatch(text) for kind in (words.NOTE, words.SERIAL, words.TITLE)):
        return outside_text(grid, span, layout, prelude=False)
    else:
        layout.blocks.append(Text("group", span))
    return []


def _counted(grid: Grid, line: Line, captions: Sequence[Caption], layout: Layout) -> list[Caption] | None:
    """*captions* where *line* is the number of items that the last of them lacks, in its own cell: 行政处罚 | 2项."""
    span = content(grid.text, line.start, line.end)
    match = words.GROUP_COUNT.fullmatch(grid.text[slice(*span)])
    if match is None or not line.inside or not captions or captions[-1].declared_count is not None:
        return None
    layout.blocks.append(Text("note", span))
    return [*captions[:-1], captions[-1]._replace(declared_count=parse_numeral(match["count"]))]


def _is_title(text: str, layout: Layout) -> bool:
    return words.TITLE.fullmatch(text) is not None and all(block.kind != "title" for block in layout.blocks)


def _named(span: Bounds, text: str, layout: Layout) -> list[Caption]:
    """行政许可 alone, over a table or a group of rows, says what they are as a caption does."""
    match = words.POWER_TYPE.fullmatch(text)
    if match is None:
        return []
    layout.blocks.append(Text("caption", span))
    return [Caption(None, match["type"], None, span)]


__all__ = ["read_native_layout"]
