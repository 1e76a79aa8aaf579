"""The sheets to filter and copy: one record per row, a Table each.

Knows how a sheet of records looks, is frozen, filtered and printed. Does not know what its columns are (columns/).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn

from pipeline.columns import Column, Mark, Value
from pipeline.writers.looks import Style
from pipeline.writers.measure import MAX_ROW, RECORD, em_of, height, line_starts
from pipeline.writers.ooxml import Fonts
from pipeline.writers.sheet_xml import (
    MAX_ROWS,
    MAX_TEXT,
    Body,
    cell,
    pieces,
    refuse_columns,
    refuse_rows,
    row,
    table_text,
)
from pipeline.writers.worksheet import A3, A4, new_worksheet, one_page_wide

R = TypeVar("R")

_LOOKS: Final = {"left": "记录", "center": "记录居中", "date": "记录日期"}
# By the mark, and whether the column is read from the left.
_MARKS: Final[dict[tuple[Mark, bool], str]] = {
    ("missing", False): "源文件缺少",
    ("missing", True): "源文件缺少",
    ("wrong", False): "有错误",
    ("wrong", True): "有错误",
    ("attention", False): "须核对",
    ("attention", True): "须核对靠左",
}

_PADDING: Final = 4.5
_HEADER_PADDING: Final = 9.0
_WIDEST_A4: Final = 190.0
"""Columns that together are wider would be too small to read on A4."""

MAX_LINKS: Final = 65_530  # of a sheet, in Excel


class RecordSheet(NamedTuple):
    """What a sheet of records needs besides records and columns."""

    title: str
    fonts: Fonts
    frozen: int
    """Columns that stay on the screen."""
    places: Callable[[int], str | None] = lambda _: None
    """Where in the workbook the item of a number stands, or None."""
    choices: tuple[str, tuple[str, ...]] | None = None
    """A column to fill in from a drop-down list: its heading, and what may be chosen."""


def record_sheet(
    workbook: Workbook, sheet: RecordSheet, columns: Sequence[Column[R]], records: Iterable[R], styles: dict[str, Style]
) -> Body:
    """Add the frame of a sheet with *records* to *workbook*. Returns its body.

    Without records it has one blank row, since a Table needs one. Raises CannotWrite where they are more than a sheet
    can hold.
    """
    refuse_columns(sheet.title, [column.heading for column in columns])
    widths = [column.width for column in columns]
    worksheet = new_worksheet(workbook, sheet.title, widths, A3 if sum(widths) > _WIDEST_A4 else A4)
    body = _body(sheet, columns, records, styles)
    reference = f"A1:{get_column_letter(len(columns))}{len(body.rows)}"
    worksheet.print_area = reference
    worksheet.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
    worksheet.print_title_rows = "1:1"
    one_page_wide(worksheet, sheet.title, sheet.fonts)
    headings = [column.heading for column in columns]
    worksheet.tables.add(_table(sheet.title, reference, headings))
    if sheet.choices:
        worksheet.data_validations.append(_choices(headings, *sheet.choices, len(body.rows)))
    return body


def _body(sheet: RecordSheet, columns: Sequence[Column[R]], records: Iterable[R], styles: dict[str, Style]) -> Body:
    letters = [get_column_letter(index) for index in range(1, len(columns) + 1)]
    ems = [em_of(column.width, RECORD) for column in columns]
    plain = [styles[_LOOKS[column.align]] for column in columns]
    link = styles["记录链接"]
    marked = [
        {mark: styles[look] for (mark, left), look in _MARKS.items() if left == (column.align == "left")}
        for column in columns
    ]
    linked = next((index for index, column in enumerate(columns) if column.leads), 0)
    headings = [(column.heading, styles["列名"]) for column in columns]
    body = Body([_row(1, headings, letters, ems, _HEADER_PADDING)], [], [])
    for values, marks, item in _rows(columns, records, columns[linked].leads):
        number = len(body.rows) + 1
        if number > MAX_ROWS:
            refuse_rows(sheet.title)
        looks = plain.copy()
        for index, mark in marks:
            looks[index] = marked[index][mark]
        place = sheet.places(item) if item is not None and number <= MAX_LINKS else None
        if place is not None:
            body.links.append((f"{letters[linked]}{number}", place))
            looks[linked] = link
        body.rows.append(_row(number, list(zip(values, looks, strict=True)), letters, ems, _PADDING))
    if len(body.rows) == 1:
        body.rows.append(_row(2, [(None, style) for style in plain], letters, ems, _PADDING))
    return body


def _rows(
    columns: Sequence[Column[R]], records: Iterable[R], leads: Callable[[R], int | None] | None
) -> Iterator[tuple[list[Value], list[tuple[int, Mark]], int | None]]:
    """One row per record, and further ones for what a cell cannot hold: the first cell again, and the rest.

    A row is its values, the cells that are marked, and the item it leads to.
    """
    getters = [column.get for column in columns]
    markers = [(index, column.mark) for index, column in enumerate(columns) if column.mark]
    for record in records:
        values = [get(record) for get in getters]
        marks = [(index, found) for index, mark in markers if (found := mark(record)) is not None]
        item = leads(record) if leads else None
        if all(not isinstance(value, str) or len(value) * 2 <= MAX_TEXT for value in values):
            yield values, marks, item
            continue
        parts = [pieces(value) if isinstance(value, str) else [value] for value in values]
        for index in range(max(map(len, parts))):
            rest = [part[index] if index < len(part) else None for part in parts]
            yield [rest[0] or parts[0][0], *rest[1:]], marks, item


def _row(
    number: int, cells: Sequence[tuple[Value, Style]], letters: Sequence[str], ems: Sequence[float], padding: float
) -> bytes:
    lines = 1
    for (value, _), em in zip(cells, ems, strict=True):
        if isinstance(value, str) and (len(value) > em or "\n" in value):
            lines = max(lines, len(line_starts(value, em)))
    written = [cell(f"{letter}{number}", *each) for letter, each in zip(letters, cells, strict=True)]
    return row(number, min(height(lines, RECORD, padding), MAX_ROW), written)


def _table(title: str, reference: str, headings: Sequence[str]) -> Table:
    """openpyxl would read the headings from the cells; the frame has none."""
    table = Table(displayName=title, ref=reference)
    table.tableColumns = [TableColumn(id=index, name=table_text(name)) for index, name in enumerate(headings, 1)]
    table.autoFilter = AutoFilter(ref=reference)
    return table


def _choices(headings: Sequence[str], heading: str, choices: Sequence[str], last: int) -> DataValidation:
    letter = get_column_letter(headings.index(heading) + 1)
    validation = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=True)
    validation.add(f"{letter}2:{letter}{last}")
    return validation
