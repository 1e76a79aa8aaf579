"""The pages of a sheet that shows a table of changes.

Knows where a page ends, and how a row goes on over the end of one. Does not know which words stand where
(change_rows.py), nor how a cell looks (annex_sheet.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from pipeline.columns import PrintedColumn
from pipeline.writers.annex_content import Run
from pipeline.writers.annex_pages import CONTINUED, Sheet
from pipeline.writers.annex_rows import PADDING, Row, cut, gap, header_row, wide_rows
from pipeline.writers.change_words import ChangeTable, Words, text_of
from pipeline.writers.measure import BODY, MAX_ROW, PAGE, SHEET_WIDTH, em_of, height, line_starts, lines_in

_FEW: Final = 4
"""Lines: with no more room than for these a page is full."""
_CONTINUED_LINES: Final = 2
"""A number, and （续） below it."""
_LATE_START: Final = 0.4
"""A row longer than a page begins on the page before only if so much of that page is free."""


def change_sheet(table: ChangeTable) -> Sheet:
    """Lay *table* out for paper: its title, its note, its header on every page, every word once.

    A row that fits a page stands on one; a longer one is cut between two lines, its number repeated with （续）.
    """
    share = SHEET_WIDTH / sum(column.width for column in table.columns)
    widths = [column.width * share for column in table.columns]
    ems = [em_of(width, BODY) for width in widths]
    # The annex's sheet centres the columns of serial and type, and has a number in the first.
    columns = tuple(
        PrintedColumn(column.heading, "serial" if index == 0 else "power_type" if column.centred else None, "")
        for index, column in enumerate(table.columns)
    )
    header = header_row(columns, ems)
    head = [*wide_rows("title", table.title), *wide_rows("note", table.note), gap(), header]
    whole = PAGE - header.height
    pages = _Pages(head, PAGE - sum(row.height for row in head), whole)
    for cells in table.rows or [((),) * len(columns)]:
        pages.put(_Record(cells, tuple(line_starts(text_of(cell), em) for cell, em in zip(cells, ems, strict=True))))
    centred = [column.centred for column in table.columns]
    return Sheet(widths, columns, [_centred(row, centred) for row in pages.rows])


def _centred(row: Row, centred: Sequence[bool]) -> Row:
    """*row* read from the top; the words of centred columns as plain text, where all four lines are around them."""
    if row.kind != "item" or not (row.merged and row.closes):
        return row
    contents = (
        text_of(cell) if short and not isinstance(cell, str) else cell
        for cell, short in zip(row.contents, centred, strict=True)
    )
    return row._replace(contents=tuple(contents), cut=True)


class _Record(NamedTuple):
    """The cells of a row and where in each of them its lines begin."""

    cells: tuple[Words, ...]
    starts: tuple[tuple[int, ...], ...]

    @property
    def lines(self) -> int:
        return max(map(len, self.starts))

    def part(self, first: int, after: int) -> tuple[Words, ...]:
        """Lines *first* … *after* of every cell; in a part that goes on the number, and that it goes on."""
        cells = [
            cut(cell, starts[first], starts[after] if after < len(starts) else None) if first < len(starts) else ()
            for cell, starts in zip(self.cells, self.starts, strict=True)
        ]
        if first:
            cells[0] = (*self.cells[0], Run(CONTINUED, False))
        return tuple(cells)


class _Pages:
    """The rows so far, and how much of the current page is left."""

    def __init__(self, rows: list[Row], left: float, whole: float) -> None:
        self.rows = rows
        self._left = left
        self._whole = whole

    def put(self, record: _Record) -> None:
        """Put *record* on the page where it fits, else on the next, else over as many as it takes."""
        needed = height(record.lines, BODY, PADDING)
        new_page = needed > self._left and (needed <= self._whole or self._left < _LATE_START * self._whole)
        done = 0
        while done < record.lines:
            self._left = self._whole if new_page else self._left
            end = min(record.lines, done + lines_in(min(self._left, MAX_ROW), BODY, PADDING))
            points = height(max(end - done, _CONTINUED_LINES if done else 1), BODY, PADDING)
            self.rows.append(
                Row(
                    "item",
                    points,
                    record.part(done, end),
                    new_page,
                    merged=0 if done else 1,
                    closes=end == record.lines,
                )
            )
            self._left -= points
            done = end
            new_page = self._left < height(_FEW, BODY, PADDING)
