"""The pages of the sheet that prints as the published annex.

Knows where a page ends, what stays together, and how an item goes on over the end of a page.
Does not know which words stand where (annex_content.py), nor how high a row is (annex_rows.py).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.columns import PrintedColumn, column_apart, printed_columns, printed_rows
from pipeline.model import Block, ColumnField, Item, PowerList
from pipeline.writers.annex_content import arrange, law_cells, one_break, widths, words
from pipeline.writers.annex_rows import (
    PADDING,
    Beside,
    Content,
    Part,
    Row,
    gap,
    header_row,
    law_parts,
    sub_item_parts,
    wide_rows,
)
from pipeline.writers.measure import BODY, MAX_ROW, PAGE, SHEET_WIDTH, em_of, height, line_starts

MAX_PAGES: Final = 500
"""Pages of one sheet: Excel holds 1,026 breaks, and an item begun on the last page still needs some."""

CONTINUED: Final = "\n（续）"
_LATE_START: Final = 0.4
"""An item longer than a page begins on the page before only if so much of that page is free."""


class Sheet(NamedTuple):
    """Tables with the same columns, one below the other; just one row is of kind header."""

    widths: list[float]
    columns: tuple[PrintedColumn, ...]
    rows: list[Row]


def annex_sheets(power_list: PowerList) -> Iterator[Sheet]:
    """Lay *power_list* out: all its blocks and items, in order, each printed value once and whole.

    One sheet, unless a table has other columns than the one before (its header could not be repeated on its pages),
    or the pages are more than MAX_PAGES. Every table begins on a new page, below the repeated header.
    """
    front, sections = arrange(power_list)
    draft: _Draft | None = None
    for table, entries in sections:
        columns = printed_columns(table)
        if draft is None or draft.columns != columns:
            if draft is not None:
                yield draft.finish()
            draft = _Draft(columns, widths(columns, power_list.items), front)
            front = []
        else:
            draft.start_page()
        for entry in entries:
            if isinstance(entry, Block):
                draft.put_block(entry)
                continue
            if draft.pages >= MAX_PAGES:
                yield draft.finish()
                draft = _Draft(columns, draft.widths, [])
            draft.put_item(entry)
    if draft is not None:
        yield draft.finish()


class _Draft:
    """A sheet being laid out: its rows so far, and how much of the current page is left."""

    def __init__(self, columns: tuple[PrintedColumn, ...], widths: list[float], front: Sequence[Block]) -> None:
        self.columns = columns
        self.widths = widths
        self.pages = 1
        self._ems = [em_of(width, BODY) for width in widths]
        self._law = _find(columns, "basis")
        self._law_em = em_of(SHEET_WIDTH, BODY) if self._law is None else self._ems[self._law]
        self._serial = _find(columns, "serial")
        self._apart = {"title": _find(columns, "title"), "sub_item": _find(columns, "sub_item")}
        self._rows: list[Row] = []
        self._waiting: list[Row] = []  # captions and groups: they stay with the item that follows
        self._left = PAGE
        self._fresh = False  # whether a page has been begun and nothing put on it
        self._headed = True  # whether this is the first page, and no item stands on it yet
        header = header_row(columns, self._ems)
        self._whole = max(PAGE - header.height, PAGE / 4)
        for block in front:
            self.put_block(block)
        self._flush()
        if self._rows:
            self._put(gap())
        self._put(header)

    def start_page(self) -> None:
        """The next row begins a new page, below the repeated header."""
        if not self._fresh:
            self._flush()
            self._left, self._fresh = self._whole, True
            self.pages += 1

    def put_block(self, block: Block) -> None:
        """A block over all columns; header blocks are left out, the sheet has its header."""
        if block.kind == "header":
            return
        rows = wide_rows(block.kind, one_break(block.text))
        if block.kind in {"caption", "group"}:
            self._waiting += rows
            return
        self._flush()
        for row in rows:
            self._put(row)

    def put_item(self, item: Item) -> None:
        """The rows of *item*: on one page if it fits one, else closed at the page's foot and reopened."""
        limit = min(MAX_ROW, self._whole)
        cells = list(law_cells(item))
        parts = self._parts_apart(item, limit)
        apart = self._apart[column_apart(item)] if parts else None
        parts = parts or [part for runs in cells for part in law_parts(runs, self._law_em, limit)]
        elsewhere = {self._law, apart}
        texts = ["" if index in elsewhere else words(item, column) for index, column in enumerate(self.columns)]
        beside = Beside(texts, self._ems)
        above = sum(row.height for row in self._waiting)
        needed = above + max(sum(part.height for part in parts), beside.height)
        start = above + max(parts[0].height, beside.height)
        room = self._left - above
        if self._headed and room >= _LATE_START * self._whole:
            # A page with a title and no item would look like a mistake: rather cut the item, if need be its first
            # provision too.
            if parts[0].height > room and apart is None:
                rest = (part for runs in cells[1:] for part in law_parts(runs, self._law_em, limit))
                parts = [*law_parts(cells[0], self._law_em, room), *rest]
        elif needed > self._left and (needed <= self._whole or self._left < max(start, _LATE_START * self._whole)):
            waiting, self._waiting = self._waiting, []
            self.start_page()
            self._waiting = waiting
        self._flush()
        self._headed = False
        self._put_parts(item, parts, beside, apart=apart)

    def _parts_apart(self, item: Item, limit: float) -> list[Part]:
        """The parts of an item whose sub-items have laws of their own, each of them as high as its words need; what of
        them is higher than *limit* goes on in rows below.

        None where they have not, or where no column shows it.
        """
        apart = self._apart[column_apart(item)]
        if self._law is None or apart is None or self._serial is None:
            return []
        parts: list[Part] = []
        for row in printed_rows(item):
            own = [part for runs in law_cells(item, row.basis) for part in law_parts(runs, self._law_em, limit)]
            begun, *below = sub_item_parts(row.words, self._ems[apart], limit)
            missing = begun.height - sum(part.height for part in own[:-1])
            own[-1] = own[-1]._replace(height=max(own[-1].height, missing))
            parts += [own[0]._replace(sub_item=begun.sub_item), *own[1:], *below]
        return parts

    def finish(self) -> Sheet:
        """The sheet as it stands."""
        self._flush()
        return Sheet(self.widths, self.columns, self._rows)

    def _put(self, row: Row) -> None:
        if row.height > self._left and not self._fresh:
            self._left, self._fresh = self._whole, True
            self.pages += 1
        self._rows.append(row._replace(new_page=self._fresh))
        self._left -= row.height
        self._fresh = False

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, []
        for row in waiting:
            self._put(row)

    def _put_parts(self, item: Item, parts: Sequence[Part], rest: Beside, *, apart: int | None) -> None:
        """Fill page after page with *parts*; beside them stands the *rest*, as far as the page's rows are high."""
        queue = deque(parts)
        mark = ((item.serial or "") + CONTINUED).lstrip("\n")
        continued = False
        while queue or rest:
            here = self._take(queue)
            if queue and not here:
                self.start_page()
                continue
            here = self._stretched(here, max(rest.height, self._mark_height(mark) if continued else 0))
            beside = rest.take(sum(part.height for part in here))
            if continued and self._serial is not None:
                beside[self._serial] = beside[self._serial] or mark
            goes_on = bool(queue or rest)
            begins = None if continued else item.number
            self._put_rows(here, beside, begins, cut=continued or goes_on, apart=apart)
            continued = True
            if goes_on:
                self.start_page()

    def _take(self, queue: deque[Part]) -> list[Part]:
        """The parts that fit what is left of the page; on a page of its own the first one in any case."""
        here: list[Part] = []
        room = self._left
        while queue and (queue[0].height <= room or (self._fresh and not here)):
            room -= queue[0].height
            here.append(queue.popleft())
        return here

    def _mark_height(self, mark: str) -> float:
        """How high the cell is that says which item goes on."""
        return 0 if self._serial is None else height(len(line_starts(mark, self._ems[self._serial])), BODY, PADDING)

    def _stretched(self, here: list[Part], needed: float) -> list[Part]:
        """*here*, as high as what stands beside it needs and the page allows: the last row first, then blank rows."""
        missing = min(needed, self._left) - sum(part.height for part in here)
        if missing > 0 and here:
            grown = min(here[-1].height + missing, MAX_ROW)
            missing -= grown - here[-1].height
            here = [*here[:-1], here[-1]._replace(height=grown)]
        while missing > 0:
            here = [*here, Part((), min(missing, MAX_ROW))]
            missing -= MAX_ROW
        return here

    def _put_rows(
        self, here: Sequence[Part], beside: Sequence[str], number: int | None, *, cut: bool, apart: int | None
    ) -> None:
        begun = [index for index, part in enumerate(here) if index == 0 or part.sub_item is not None]
        reach = dict(zip(begun, (after - at for at, after in pairwise([*begun, len(here)])), strict=True))
        for index, part in enumerate(here):
            first = index == 0
            contents: list[Content] = [text if first else "" for text in beside]
            spans = [len(here) if first else 0 for _ in beside]
            if self._law is not None:
                contents[self._law], spans[self._law] = part.runs, 1
            if apart is not None:
                contents[apart], spans[apart] = part.sub_item or "", reach.get(index, 0)
            self._put(
                Row(
                    "item",
                    part.height,
                    tuple(contents),
                    merged=len(here) if first else 0,
                    closes=index == len(here) - 1 or (apart is not None and index + 1 in reach),
                    cut=cut,
                    item=number if first else None,
                    spans=() if apart is None else tuple(spans),
                )
            )


def _find(columns: Sequence[PrintedColumn], field: ColumnField) -> int | None:
    return next((index for index, column in enumerate(columns) if column.field == field), None)
