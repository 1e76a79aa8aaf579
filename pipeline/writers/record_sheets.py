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
from openpyxl.worksheet.header_footer import HeaderFooter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.columns import Column, Mark, Value
from pipeline.errors import CannotWrite
from pipeline.writers.looks import Style
from pipeline.writers.measure import MAX_ROW, RECORD, em_of, height, line_starts
from pipeline.writers.sheet_xml import MAX_TEXT, Body, cell, pieces, row, table_text
from pipeline.writers.worksheet import Paper, footer, new_worksheet

R = TypeVar("R")

_LOOKS: Final = {"left": "记录", "center": "记录居中", "date": "记录日期"}
_MARKS: Final[dict[Mark, str]] = {"missing": "源文件缺少", "attention": "须核对"}

_PADDING: Final = 4.5
_HEADER_PADDING: Final = 9.0
_WIDEST_A4: Final = 190.0
"""Columns that together are wider would be too small to read on A4."""
_PAPERS: Final = (Paper("A4", 15, 16, 12, 12, 8), Paper("A3", 15, 16, 12, 12, 8))

MAX_ROWS: Final = 1_048_576  # of a sheet
MAX_LINKS: Final = 65_530  # of a sheet, in Excel


class RecordSheet(NamedTuple):
    """What a sheet of records needs besides records and columns."""

    title: str
    frozen: int
    """Columns that stay on the screen."""
    links: Callable[[int], str | None] = lambda _: None
    """Where the first cell of a record leads, by the number in it: a place in the workbook, or None."""
    choices: tuple[str, tuple[str, ...]] | None = None
    """A column to fill in from a drop-down list: its heading, and what may be chosen."""


def record_sheet(
    workbook: Workbook, sheet: RecordSheet, columns: Sequence[Column[R]], records: Iterable[R], styles: dict[str, Style]
) -> Body:
    """Add the frame of a sheet with *records* to *workbook*. Returns its body.

    Without records it has one blank row, since a Table needs one. Raises CannotWrite where they are more than a sheet
    can hold.
    """
    paper = _PAPERS[sum(column.width for column in columns) > _WIDEST_A4]
    worksheet = new_worksheet(workbook, sheet.title, [column.width for column in columns], paper)
    body = _body(sheet, columns, records, styles)
    reference = f"A1:{get_column_letter(len(columns))}{len(body.rows)}"
    worksheet.print_area = reference
    worksheet.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
    _set_up_printing(worksheet, sheet.title)
    headings = [column.heading for column in columns]
    worksheet.tables.add(_table(sheet.title, reference, headings))
    if sheet.choices:
        worksheet.data_validations.append(_choices(headings, *sheet.choices, len(body.rows)))
    return body


def _body(sheet: RecordSheet, columns: Sequence[Column[R]], records: Iterable[R], styles: dict[str, Style]) -> Body:
    letters = [get_column_letter(index) for index in range(1, len(columns) + 1)]
    ems = [em_of(column.width, RECORD) for column in columns]
    plain = [styles[_LOOKS[column.align]] for column in columns]
    headings = [(column.heading, styles["列名"]) for column in columns]
    body = Body([_row(1, headings, letters, ems, _HEADER_PADDING)], [], [])
    for values, marks in _rows(columns, records):
        number = len(body.rows) + 1
        if number > MAX_ROWS:
            raise CannotWrite(f"{sheet.title}: more than {MAX_ROWS:,} rows, a sheet cannot hold them; split the list.")
        looks = [styles[_MARKS[mark]] if mark else style for mark, style in zip(marks, plain, strict=True)]
        leads = sheet.links(values[0]) if isinstance(values[0], int) and number <= MAX_LINKS else None
        if leads is not None:
            body.links.append((f"A{number}", leads))
            looks[0] = styles["记录链接"]
        body.rows.append(_row(number, list(zip(values, looks, strict=True)), letters, ems, _PADDING))
    if len(body.rows) == 1:
        body.rows.append(_row(2, [(None, style) for style in plain], letters, ems, _PADDING))
    return body


def _rows(columns: Sequence[Column[R]], records: Iterable[R]) -> Iterator[tuple[list[Value], list[Mark | None]]]:
    """One row per record, and further ones for what a cell cannot hold: the first cell again, and the rest."""
    for record in records:
        values = [column.get(record) for column in columns]
        marks = [column.mark(record) if column.mark else None for column in columns]
        if all(not isinstance(value, str) or len(value) * 2 <= MAX_TEXT for value in values):
            yield values, marks
            continue
        parts = [pieces(value) if isinstance(value, str) else [value] for value in values]
        for index in range(max(map(len, parts))):
            rest = [part[index] if index < len(part) else None for part in parts]
            yield [values[0], *rest[1:]], marks


def _row(
    number: int, cells: Sequence[tuple[Value, Style]], letters: Sequence[str], ems: Sequence[float], padding: float
) -> bytes:
    lines = 1
    for (value, _), em in zip(cells, ems, strict=True):
        if isinstance(value, str) and (len(value) > em or "\n" in value):
            lines = max(lines, len(line_starts(value, em)))
    written = [cell(f"{letter}{number}", *each) for letter, each in zip(letters, cells, strict=True)]
    return row(number, min(height(lines, RECORD, padding), MAX_ROW), written)


def _set_up_printing(worksheet: Worksheet, title: str) -> None:
    """One page wide, the header on each page, page numbers."""
    worksheet.print_title_rows = "1:1"
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 0
    worksheet.HeaderFooter = HeaderFooter(oddFooter=footer(left=title, center="第 &P 页，共 &N 页"))


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
