"""Sheets of a native file → Grid: the canonical text in the annex's shape, and the place of every cell.

Knows how rows are printed: a tab before each cell, a blank line after a row, other text as lines of its own.
Does not know any file format, nor columns beyond where a header stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from typing import Final, NamedTuple

from pipeline.errors import SourceUnreadable
from pipeline.readers.further_sheets import Continued, Listed, continues
from pipeline.readers.grid import WHITE, Grid, Heading, Remark, RemarkKind
from pipeline.readers.headings import bare_heading, is_header, is_lower_header, read_columns
from pipeline.readers.long_cells import begins_basis
from pipeline.readers.printed_page import Page
from pipeline.readers.records import Between, Record, counted, goes_on, kept_columns, read_records
from pipeline.readers.sheet import MAX_ROWS, Sheet, Slot

MAX_COLUMNS: Final = 1_024
"""Columns of one header that say something; the widest list seen has some forty, in a sheet of 256."""


Row = tuple[int, list[Slot | None]]


def read_sheets(sheets: Iterable[Sheet], name: str) -> Grid:
    """Print *sheets* one below the other. *name* is what errors call the file."""
    page = Page(name)
    held = list(sheets)
    if sum(len(sheet.rows) for sheet in held) > MAX_ROWS:
        raise SourceUnreadable(f"{name}：表格超过{MAX_ROWS:,}行，不像清单；请确认这是清单文件，或分成几个文件后再试。")
    with_header = [any(is_header(row) for row in sheet.rows.values()) for sheet in held]
    columns: tuple[Heading, ...] = ()
    kept: list[int] = []
    listed: Listed | None = None
    for index, (sheet, has_header) in enumerate(zip(held, with_header, strict=True)):
        following = held[index + 1 :]
        for paragraph in sheet.above:
            page.line(paragraph.text, paragraph.place, paragraph.remarks, named=paragraph.named)
        rows = [(number, sheet.rows[number]) for number in sorted(sheet.rows)]
        begun = page.begun
        continued = continues(listed, rows) if listed and sheet.own and not has_header else None
        if has_header:
            columns, kept = _print_sheet(page, sheet, rows, following)
            listed = Listed(sheet.name or "", columns, kept, rows)
        elif listed is not None and continued is not None:
            _print_continued(page, sheet, rows, listed, continued)
            listed = listed._replace(rows=[*listed.rows, *rows])
        elif not sheet.own and columns and rows and len(rows[0][1]) == (kept[-1] + 1 if kept else 0):
            _take_over(sheet, rows, following, columns, kept)
            _print_body(page, sheet, rows, columns, kept)  # a table cut in two: it goes on below the text
        elif sheet.own and any(with_header):
            _print_no_list(page, sheet, rows)
        else:
            _print_lines(page, sheet, rows)
        for slot in sheet.below:
            page.line(slot.text, sheet.place(slot.row, slot.column), slot.remarks)
        at = page.start_of(begun)
        page.remarks += [Remark(kind, (at, at), words) for kind, words in sheet.remarks]
    return page.grid()


def _print_sheet(
    page: Page, sheet: Sheet, rows: Sequence[Row], following: Sequence[Sheet]
) -> tuple[tuple[Heading, ...], list[int]]:
    """The text above the first header, then header by header what stands below, the last item to its end in the tables
    *following*."""
    headers: list[int] = []
    for index, (_, row) in enumerate(rows):
        # The second line of a header holds again what reaches down from the first.
        if is_header(row) and not (headers and headers[-1] == index - 1 and is_lower_header(rows[index - 1][1], row)):
            headers.append(index)
    _print_lines(page, sheet, rows[: headers[0]])
    columns: tuple[Heading, ...] = ()
    kept: list[int] = []
    sections = [_section(rows[start:end]) for start, end in pairwise([*headers, len(rows)])]
    for which, (number, upper, lower, body) in enumerate(sections):
        kept = kept_columns(upper, [row for _, row in body] + ([] if lower is None else [lower]))
        above = [upper[at] for at in kept]
        under = None if lower is None else [lower[at] if at < len(lower) else None for at in kept]
        columns = counted(read_columns(above, under), _cells(body, kept[0]))
        parts = [_heading_slots(over, under[at] if under else None) for at, over in enumerate(above)]
        places = [sheet.place(number, at) for at in kept]
        if len(columns) > MAX_COLUMNS:
            raise SourceUnreadable(
                f"{page.name}：{places[0]}起的表头有{len(columns):,}列，超过上限{MAX_COLUMNS:,}列，不像清单；"
                "请删去清单以外的列，另存后再试。"
            )
        page.row(parts, places, columns, fresh=sheet.own and which == 0)
        below = sections[which + 1] if which + 1 < len(sections) else None
        if below is not None and _says(below) == _says(sections[which]):
            # A header repeated in the middle of an item: what stands below it and begins none is of the one above.
            while body and below.body and goes_on(below.body[0], body[-1], kept, columns):
                body.append(below.body.pop(0))
        if below is None:
            _take_over(sheet, body, following, columns, kept)
        _print_body(page, sheet, body, columns, kept)
    return columns, kept


def _take_over(
    sheet: Sheet, rows: list[Row], following: Sequence[Sheet], columns: tuple[Heading, ...], kept: Sequence[int]
) -> None:
    """Move to *rows*, of *sheet*, those at the top of the next tables that are of its last item: a page ended there."""
    moved: dict[int, tuple[Sheet, int]] = {}
    above = sheet.place
    for below in following if rows and not sheet.below else ():
        if below.own or below.above or any(map(is_header, below.rows.values())):
            break
        while below.rows and _is_of_last(below, rows[-1], columns, kept):
            at, number = min(below.rows), rows[-1][0] + 1
            row = below.rows.pop(at)
            moved[number] = below, at
            for slot in filter(None, row):
                slot.row = number
            rows.append((number, row))
        if below.rows or below.below:
            break

    def place(row: int, column: int) -> str:
        table, at = moved.get(row, (None, row))
        return above(row, column) if table is None else table.place(at, column)

    if moved:
        sheet.place = place


def _is_of_last(below: Sheet, last: Row, columns: tuple[Heading, ...], kept: Sequence[int]) -> bool:
    """Whether the first row of the table *below* is of the item whose *last* row so far stands in the one above it, and
    can be moved there: it has the same columns, and no cell of it reaches into the row below."""
    at = min(below.rows)
    row = below.rows[at]
    same = len(row) == kept[-1] + 1 and all(index in kept for index, slot in enumerate(row) if slot)
    whole = all(slot.row == at and slot not in below.rows.get(at + 1, ()) for slot in row if slot)
    return same and whole and at not in below.beyond and goes_on((at, row), last, kept, columns)


def _print_continued(page: Page, sheet: Sheet, rows: Sequence[Row], listed: Listed, continued: Continued) -> None:
    """A sheet without a header that carries on with the one before: what stands above its items, and these."""
    _print_lines(page, sheet, rows[: continued.begin])
    start = page.offset
    items = _print_body(page, sheet, rows[continued.begin :], listed.columns, listed.kept, fresh=continued.anew)
    page.remarks.append(
        Remark("sheet-continued", (start, page.offset - 1), (sheet.name or "", str(items), listed.name))
    )


def _cells(body: Sequence[Row], index: int) -> Iterator[str]:
    """The words in column *index* of the rows of *body*, of a merged cell once; none of one merged with the next."""
    for number, row in body:
        slot, beside = row[index : index + 2] if index + 1 < len(row) else (None, None)
        if slot is not None and slot is not beside and slot.row == number:
            yield bare_heading(slot.text)


class _Section(NamedTuple):
    """A header, of one row or two, and the rows below it."""

    number: int
    upper: list[Slot | None]
    lower: list[Slot | None] | None
    body: list[Row]


def _section(rows: Sequence[Row]) -> _Section:
    (number, upper), *body = rows
    lower = body[0][1] if body and is_lower_header(upper, body[0][1]) else None
    return _Section(number, upper, lower, body if lower is None else body[1:])


def _says(section: _Section) -> list[str]:
    return [bare_heading(slot.text) if slot else "" for slot in (*section.upper, *(section.lower or ()))]


def _heading_slots(over: Slot | None, under: Slot | None) -> tuple[Slot, ...]:
    return tuple(dict.fromkeys(slot for slot in (over, under) if slot is not None))


def _print_body(  # noqa: PLR0913 - what is printed, under which columns, and where that begins
    page: Page,
    sheet: Sheet,
    rows: Sequence[Row],
    columns: tuple[Heading, ...],
    kept: Sequence[int],
    *,
    fresh: bool = False,
) -> int:
    """The items of *rows* and the lines between; the first begins a table of its own where it is *fresh*. Returns how
    many items there are."""
    body = [(number, [row[at] if at < len(row) else None for at in kept]) for number, row in rows]
    parts = list(read_records(body, columns))
    records = [index for index, part in enumerate(parts) if isinstance(part, Record)]
    last = max(records, default=-1)
    starts: list[int] = []
    for index, part in enumerate(parts):
        starts.append(page.offset)
        if isinstance(part, Between):
            for slot in part.slots:
                place, note = sheet.place(slot.row, slot.column), part.kind != "line"
                page.line(slot.text, place, slot.remarks, inside=index < last, note=note)
            if part.kind == "sample":
                mark = bare_heading(part.slots[0].text)
                page.remarks.append(Remark("row-sample", (starts[-1], page.offset - 1), (mark,)))
        else:
            beyond = sheet.beyond.get(part.row, ())
            cells = (
                (_absent(part.row, at),) if (part.row, at) in sheet.absent else slots
                for at, slots in zip(kept, part.columns, strict=True)
            )
            columns_and = [*cells, *((slot,) for slot in beyond)]
            places = [sheet.place(part.row, at) for at in (*kept, *(slot.column for slot in beyond))]
            begins = fresh and index == records[0]
            spans = page.row(columns_and, places, None, fresh=begins, place=sheet.place)
            if part.sub_rows:
                page.sub_rows(part.sub_rows, spans)
            for slot, headings in _across(part.columns, columns):
                page.remarks.append(Remark("cell-across", spans[id(slot)], (slot.text, "、".join(headings))))
    starts.append(page.offset)
    others = {at: part.slots for at, part in enumerate(parts) if isinstance(part, Between) and part.kind == "other"}
    if others:
        _note_table(page, sheet, (starts[min(others)], starts[max(others) + 1]), list(chain(*others.values())))
    return len(records)


def _absent(row: int, column: int) -> Slot:
    """In place of a cell that the source does not have."""
    return Slot("", row, column, (("field-absent", (str(row), str(column))),))


def _note_table(page: Page, sheet: Sheet, span: tuple[int, int], slots: Sequence[Slot]) -> None:
    """Say of *slots*, printed at *span*, that they are a table which is none of the list, and how far it reaches."""
    first = slots[0]
    row, column = max(slot.row for slot in slots), max(slot.column for slot in slots)
    shown = "、".join(bare_heading(slot.text) for slot in slots if slot.row == first.row)
    places = sheet.place(first.row, first.column), sheet.place(row, column)
    rows = len({slot.row for slot in slots})
    page.remarks.append(Remark("table-outside", (span[0], span[1] - 1), (*places, str(rows), shown)))


def _across(cells: Sequence[Sequence[Slot]], columns: Sequence[Heading]) -> Iterator[tuple[Slot, list[str]]]:
    """The slots of a row that are its law's and of another field too, by a merged cell: with the headings of these."""
    under: dict[int, list[Heading]] = {}
    for slots, column in zip(cells, columns, strict=False):
        for slot in slots if column.field else ():
            under.setdefault(id(slot), []).append(column)
    for slot in {id(slot): slot for slots in cells for slot in slots}.values():
        named = under.get(id(slot), [])
        if {"basis"} < {column.field for column in named}:
            yield slot, [column.heading for column in named]


def _print_lines(page: Page, sheet: Sheet, rows: Sequence[Row]) -> None:
    """*rows* in which no item stands; those one below the other that have several cells are a table of their own."""
    for several, run in groupby(rows, key=lambda row: len(_own(row)) > 1):
        start, slots = page.offset, [slot for row in run for slot in _own(row)]
        for slot in slots:
            page.line(slot.text, sheet.place(slot.row, slot.column), slot.remarks)
        if several:
            _note_table(page, sheet, (start, page.offset), slots)


def _own(row: Row) -> list[Slot]:
    """The slots of a row that do not reach down from one above."""
    return list(dict.fromkeys(slot for slot in row[1] if slot is not None and slot.row == row[0]))


def _print_no_list(page: Page, sheet: Sheet, rows: Sequence[Row]) -> None:
    """A worksheet that is no list beside one that is; how many of its rows have a law, and may be items, is told."""
    start = page.offset
    items = sum(any(begins_basis(slot.text.strip(WHITE)) for slot in _own(row)) for row in rows if len(_own(row)) > 1)
    for slot in (slot for row in rows for slot in _own(row)):
        page.line(slot.text, sheet.place(slot.row, slot.column), slot.remarks)
    if page.offset > start:
        kind: RemarkKind = "sheet-unread" if items else "sheet-without-header"
        page.remarks.append(Remark(kind, (start, page.offset - 1), (sheet.name or "", str(items))))
