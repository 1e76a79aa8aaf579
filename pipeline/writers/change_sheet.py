"""A table of changes as rows of a sheet.

Knows what stands above and below the table, and that no row of a sheet is higher than 409 points. Does not know where a
page ends (change_pages.py), nor how a cell looks (annex_sheet.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from pipeline.columns import PrintedColumn
from pipeline.writers.annex_pages import Sheet
from pipeline.writers.annex_rows import PADDING, Content, Row, cut, gap, header_row, wide_rows
from pipeline.writers.change_pages import Chunk, Page, Paper, Piece, pages_of
from pipeline.writers.change_words import SIGNED, ChangeTable, Words, text_of
from pipeline.writers.measure import BODY, MAX_ROW, PAGE, SHEET_WIDTH, em_of, height, line_starts, lines_in

_FOOT: Final = 36.0
"""Points of the row to sign in."""
_HIGHEST: Final = lines_in(MAX_ROW, BODY, PADDING)
"""Lines of the highest row."""


def change_sheet(table: ChangeTable) -> Sheet:
    """Lay *table* out for paper: its title, its note, its header on every page, every word once, a line to sign."""
    share = SHEET_WIDTH / sum(column.width for column in table.columns)
    widths = [column.width * share for column in table.columns]
    ems = tuple(em_of(width, BODY) for width in widths)
    # The annex's sheet centres the columns of serial and type, and has a number in the first.
    columns = tuple(
        PrintedColumn(column.heading, "serial" if index == 0 else "power_type" if column.centred else None, "")
        for index, column in enumerate(table.columns)
    )
    header = header_row(columns, ems)
    rows = [*wide_rows("title", table.title), *wide_rows("note", table.note), gap(), header]
    paper = Paper(
        ems,
        partial(height, size=BODY, padding=PADDING),
        partial(lines_in, size=BODY, padding=PADDING),
        PAGE - sum(row.height for row in rows),
        PAGE - header.height,
        _FOOT,
    )
    for number, page in enumerate(pages_of(table, paper)):
        rows += _page_rows(page, table, ems, new_page=number > 0)
    return Sheet(widths, columns, [*rows, Row("note", _FOOT, (SIGNED,))])


def _page_rows(page: Page, table: ChangeTable, ems: Sequence[float], *, new_page: bool) -> Iterator[Row]:
    for chunk in page.chunks:
        for row in _chunk_rows(chunk, table, ems):
            yield row._replace(new_page=new_page)
            new_page = False


def _chunk_rows(chunk: Chunk, table: ChangeTable, ems: Sequence[float]) -> Iterator[Row]:
    """The rows of *chunk*; the cells of its item columns reach over all of them, those of a piece that takes several
    rows, but for the long ones, over these."""
    pieces = [_divided(piece, table, ems) for piece in chunk.pieces]
    whole = sum(map(len, pieces))
    first = True
    for parts in pieces:
        for number, part in enumerate(parts):
            contents: list[Content] = []
            spans = []
            for index, column in enumerate(table.columns):
                words = (chunk.shared[index] if first else ()) if column.item else part.cells[index]
                contents.append(text_of(words) if column.centred else words)
                reach = 1 if column.long else (whole if first else 0) if column.item else 0 if number else len(parts)
                spans.append(reach)
            closes = number == len(parts) - 1
            yield Row(
                "item", part.height, tuple(contents), merged=0 if number else 1, closes=closes, cut=True,
                spans=tuple(spans),
            )  # fmt: skip
            first = False


def _divided(piece: Piece, table: ChangeTable, ems: Sequence[float]) -> list[Piece]:
    """*piece* as rows that a sheet can have: one, nearly always."""
    if piece.height <= MAX_ROW:
        return [piece]
    starts = [line_starts(text_of(cell), em) for cell, em in zip(piece.cells, ems, strict=True)]
    highest = height(_HIGHEST, BODY, PADDING)
    parts = []
    left, first = piece.height, 0
    while left > 0:
        after = first + _HIGHEST if left > highest else None
        cells = tuple(
            (_slice(cell, its, first, after) if column.long else () if first else cell)
            for cell, its, column in zip(piece.cells, starts, table.columns, strict=True)
        )
        parts.append(Piece(cells, min(left, highest)))
        left, first = left - highest, first + _HIGHEST
    return parts


def _slice(cell: Words, starts: Sequence[int], first: int, after: int | None) -> Words:
    """Lines *first* … *after* of *cell*, as many as there are."""
    if first >= len(starts):
        return ()
    return cut(cell, starts[first], starts[after] if after is not None and after < len(starts) else None)
