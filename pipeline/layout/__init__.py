"""Grid → tables: captions, repeated headers, columns, rows; and the defects seen on the way.

Knows the order in which a source is taken apart. Does not know law, nor how a defect is worded.
"""

from __future__ import annotations

from typing import Final

from pipeline.layout.headers import (
    find_headers,
    fuller_header,
    header_span,
)
from pipeline.layout.native import read_native_layout
from pipeline.layout.nouns import Caption, Defect, DefectKind, Heading, Layout, Row, TableRows, Text
from pipeline.layout.odd_headers import TableHeaders, as_rows_have_them, note_headers
from pipeline.layout.outside import detach_tail, outside_text, settle_title
from pipeline.layout.personal import leave_out
from pipeline.layout.rows import Columns, read_rows
from pipeline.layout.unnamed import with_unnamed
from pipeline.readers import Grid

__all__ = [
    "Caption",
    "Defect",
    "DefectKind",
    "Heading",
    "Layout",
    "Row",
    "TableRows",
    "Text",
    "leave_out",
    "read_layout",
]


_KINDS: Final = 50
"""Different header rows of one list that are compared with each other; no real list has so many."""


def read_layout(grid: Grid) -> Layout | None:
    """Find the tables of *grid*; None where no header row stands in it.

    Every cell lands in exactly one row or header block, every other word in a block: the spans of blocks and rows,
    with white space between them, are the whole text.
    """
    if grid.rows is not None:
        return read_native_layout(grid, grid.rows)
    headers = list(find_headers(grid))
    if not headers:
        return None
    layout = Layout([], [], [])
    first_cell = grid.cells[headers[0].first].start - 1
    captions = outside_text(grid, (0, first_cell), layout, prelude=True)
    bounds = [*[header.first for header in headers[1:]], len(grid.cells)]
    headers = with_unnamed(grid, as_rows_have_them(grid, headers, bounds), bounds)
    kinds = list({header.columns: header for header in headers}.values())[:_KINDS]
    told: list[TableHeaders] = []
    widths: dict[int, tuple[Heading, ...]] = {}
    count = 0
    for header, end in zip(headers, bounds, strict=True):
        opens = bool(captions) or not layout.tables
        if opens:
            layout.tables.append(TableRows(captions[-1] if captions else None, header.columns, []))
            told.append(TableHeaders([]))
            widths = {}
        told[-1].headers.append(header)
        layout.blocks.append(Text("header", header_span(grid, header)))
        fuller = fuller_header(header, kinds) if opens else None
        widths[len(header.columns)] = header.columns
        if fuller is not None:
            widths.setdefault(len(fuller.columns), fuller.columns)
        cells = list(grid.cells[header.last : end])
        tail = outside_text(grid, (header.end, grid.cells[header.last - 1].end), layout, prelude=False)
        captions = detach_tail(grid, cells, header, layout) if cells else tail
        rows = layout.tables[-1].rows
        before = len(rows)
        count = read_rows(grid, cells, Columns(header.columns, widths), layout, count)
        if fuller is not None and any(row.columns is fuller.columns for row in rows[before:]):
            told[-1] = told[-1]._replace(fuller=fuller)
        elif fuller is not None:
            widths.pop(len(fuller.columns), None)
    usual = note_headers(grid, told, layout)
    layout.tables[:] = [
        table._replace(columns=header.columns) for table, header in zip(layout.tables, usual, strict=True)
    ]
    layout.blocks.sort(key=lambda block: block.span)
    settle_title(grid, layout)
    return layout
