"""Sheets of a native file → Grid: the canonical text in the annex's shape, and the place of every cell.

Knows how rows are printed: a tab before each cell, a blank line after a row, other text as lines of its own.
Does not know any file format, nor columns beyond where a header stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.errors import SourceUnreadable
from pipeline.patterns import lazy_regex
from pipeline.readers.grid import Cell, Grid, Heading, Line, NativeRow, Remark, SubRow, content
from pipeline.readers.headings import bare_heading, is_header, is_lower_header, read_columns
from pipeline.readers.records import Beside, Between, Record, counted, goes_on, kept_columns, read_records
from pipeline.readers.sheet import MAX_ROWS, Noticed, Sheet, Slot

MAX_CHARACTERS: Final = 64 * 1024 * 1024
MAX_COLUMNS: Final = 1_024
"""Columns of one header that say something; the widest list seen has some forty, in a sheet of 256."""

_TABS: Final = lazy_regex(r"(?m)^\t+")
_LINE_END: Final = lazy_regex(r"\r\n?|\x0b|_x000D_\n?")

Row = tuple[int, list[Slot | None]]


def read_sheets(sheets: Iterable[Sheet], name: str) -> Grid:
    """Print *sheets* one below the other. *name* is what errors call the file."""
    page = _Page(name)
    held = list(sheets)
    if sum(len(sheet.rows) for sheet in held) > MAX_ROWS:
        raise SourceUnreadable(f"{name}：表格超过{MAX_ROWS:,}行，不像清单；请确认这是清单文件，或分成几个文件后再试。")
    with_header = [any(is_header(row) for row in sheet.rows.values()) for sheet in held]
    columns: tuple[Heading, ...] = ()
    kept: list[int] = []
    for sheet, has_header in zip(held, with_header, strict=True):
        for paragraph in sheet.above:
            page.line(paragraph.text, paragraph.place, paragraph.remarks)
        rows = [(number, sheet.rows[number]) for number in sorted(sheet.rows)]
        begun = page.begun
        if has_header:
            columns, kept = _print_sheet(page, sheet, rows)
        elif not sheet.own and columns and rows and len(rows[0][1]) == (kept[-1] + 1 if kept else 0):
            _print_body(page, sheet, rows, columns, kept)  # a table cut in two: it goes on below the text
        else:
            _print_without_header(page, sheet, rows, noted=sheet.own and any(with_header))
        for slot in sheet.below:
            page.line(slot.text, sheet.place(slot.row, slot.column), slot.remarks)
        at = page.start_of(begun)
        page.remarks += [Remark(kind, (at, at), words) for kind, words in sheet.remarks]
    return page.grid()


def _print_sheet(page: _Page, sheet: Sheet, rows: Sequence[Row]) -> tuple[tuple[Heading, ...], list[int]]:
    """The text above the first header, then header by header what stands below."""
    headers: list[int] = []
    for index, (_, row) in enumerate(rows):
        # The second line of a header holds again what reaches down from the first.
        if is_header(row) and not (headers and headers[-1] == index - 1 and is_lower_header(rows[index - 1][1], row)):
            headers.append(index)
    for number, row in rows[: headers[0]]:
        _print_line(page, sheet, number, row)
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
        _print_body(page, sheet, body, columns, kept)
    return columns, kept


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


def _print_body(
    page: _Page, sheet: Sheet, rows: Sequence[Row], columns: tuple[Heading, ...], kept: Sequence[int]
) -> None:
    body = [(number, [row[at] if at < len(row) else None for at in kept]) for number, row in rows]
    parts = list(read_records(body, columns))
    last = max((index for index, part in enumerate(parts) if isinstance(part, Record)), default=-1)
    for index, part in enumerate(parts):
        if isinstance(part, Between):
            for slot in part.slots:
                page.line(slot.text, sheet.place(slot.row, slot.column), slot.remarks, inside=index < last)
        else:
            beyond = sheet.beyond.get(part.row, ())
            columns_and = [*part.columns, *((slot,) for slot in beyond)]
            places = [sheet.place(part.row, at) for at in (*kept, *(slot.column for slot in beyond))]
            spans = page.row(columns_and, places, None, place=sheet.place)
            if part.sub_rows:
                page.sub_rows(part.sub_rows, spans)
            for slot, headings in _across(part.columns, columns):
                page.remarks.append(Remark("cell-across", spans[id(slot)], (slot.text, "、".join(headings))))


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


def _print_line(page: _Page, sheet: Sheet, number: int, row: Sequence[Slot | None]) -> None:
    for slot in dict.fromkeys(slot for slot in row if slot is not None and slot.row == number):
        page.line(slot.text, sheet.place(slot.row, slot.column), slot.remarks)


def _print_without_header(page: _Page, sheet: Sheet, rows: Sequence[Row], *, noted: bool) -> None:
    start = page.offset
    for number, row in rows:
        _print_line(page, sheet, number, row)
    if noted and page.offset > start:
        page.remarks.append(Remark("sheet-without-header", (start, page.offset - 1), (sheet.name or "",)))


class _Page:
    """The canonical text as it grows, with the offsets of what stands in it."""

    def __init__(self, name: str) -> None:
        self.offset = 0
        self.remarks: list[Remark] = []
        self.name = name
        self._text: list[str] = []
        self._cells: list[Cell] = []
        self._rows: list[Line | NativeRow] = []
        self._joins: list[int] = []
        self._starts: list[int] = []
        self._places: list[str] = []

    def start_of(self, place: int) -> int:
        """Where the place after *place* others begins; the end of the text where none has."""
        return self._starts[place] if place < len(self._starts) else self.offset

    @property
    def begun(self) -> int:
        """How many places have begun."""
        return len(self._starts)

    def line(self, text: str, place: str, remarks: Sequence[Noticed] = (), *, inside: bool = False) -> None:
        """Text outside the rows, which may have several lines of its own."""
        if not text.strip():
            return
        start = self.offset
        self._at(place)
        self._add(_clean(text).strip("\n") + "\n")
        self._rows.append(Line(start, self.offset, inside))
        self._note(remarks, start)

    def row(
        self,
        columns: Sequence[Sequence[Slot]],
        places: Sequence[str],
        headings: tuple[Heading, ...] | None,
        *,
        fresh: bool = False,
        place: object = None,
    ) -> dict[int, tuple[int, int]]:
        """A row of cells; a cell put together from several slots has each on a line of its own, but for what goes on.

        Returns where each slot stands, by its identity; of one that goes on, with all its parts.
        """
        first = len(self._cells)
        spans: dict[int, tuple[int, int]] = {}
        for slots, name in zip(columns, places, strict=True):
            self._add("\t")
            start = self.offset
            self._at(name)
            begins: Slot | None = None
            for index, slot in enumerate(slots):
                if index:
                    if begins is None:
                        self._joins.append(self.offset)
                        self._add("\n")
                    self._at(place(slot.row, slot.column) if callable(place) else name)
                begun = self.offset
                self._add(_clean(slot.text))
                self._note(slot.remarks, begun)
                begins = begins or slot
                spans[id(begins)] = (spans.get(id(begins), (begun, 0))[0], self.offset)
                if not slot.goes_on:
                    begins = None
            self._add("\n")
            self._cells.append(Cell(start, self.offset))
        self._add("\n")
        if self._cells[first:]:
            self._cells[-1] = Cell(self._cells[-1].start, self.offset)
        self._rows.append(NativeRow(first, len(self._cells), headings, fresh))
        return spans

    def sub_rows(self, sub_rows: Sequence[Beside], spans: Mapping[int, tuple[int, int]]) -> None:
        """The row just printed is an item with *sub_rows*, whose slots stand at *spans*."""
        row = self._rows.pop()
        assert isinstance(row, NativeRow)
        placed = tuple(SubRow(spans[id(sub.slot)], tuple(spans[id(slot)] for slot in sub.basis)) for sub in sub_rows)
        self._rows.append(row._replace(sub_rows=placed))

    def grid(self) -> Grid:
        starts, places = self._starts, self._places

        def name(offset: int) -> str:
            at = bisect_right(starts, offset) - 1
            return places[max(at, 0)] if places else ""

        text = "".join(self._text)
        remarks = [remark._replace(span=content(text, *remark.span)) for remark in self.remarks]
        return Grid(text, self._cells, name, self._rows, self._joins, remarks)

    def _add(self, text: str) -> None:
        self._text.append(text)
        self.offset += len(text)
        if self.offset > MAX_CHARACTERS:
            raise SourceUnreadable(
                f"{self.name}：表格内容超过上限 {MAX_CHARACTERS:,} 字；请确认这是清单文件，或分成几个文件。"
            )

    def _at(self, place: str) -> None:
        self._starts.append(self.offset)
        self._places.append(place)

    def _note(self, remarks: Sequence[Noticed], start: int) -> None:
        for kind, words in remarks:
            if not any(remark.kind == kind and remark.words == words for remark in self.remarks[-50:]):
                self.remarks.append(Remark(kind, (start, self.offset), words))


def _clean(text: str) -> str:
    """*text* with every line end a line feed, and no tab where it would begin a cell."""
    if "\t" in text:
        text = _TABS.sub(lambda tabs: "\u3000" * len(tabs.group()), text)
    if "\r" in text or "\x0b" in text or "_x000D_" in text:
        text = _LINE_END.sub("\n", text)
    return text
