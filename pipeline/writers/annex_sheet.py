"""The sheet that prints as the published annex: its frame, and each row's cells.

Knows how each kind of row looks and how the paper is set up. Does not know what stands in a row (annex_content.py),
nor where a page ends (annex_pages.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooter
from openpyxl.worksheet.pagebreak import Break, RowBreak
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.columns import as_number
from pipeline.writers.annex_pages import Sheet
from pipeline.writers.annex_rows import Row, RowKind
from pipeline.writers.looks import Style
from pipeline.writers.measure import SCALE
from pipeline.writers.ooxml import Fonts
from pipeline.writers.sheet_xml import Body, RichFonts, cell, refuse_columns, rich_cell, rich_fonts, row
from pipeline.writers.worksheet import Paper, footer, new_worksheet

_WIDE_LOOKS: Final[dict[RowKind, str]] = {
    "label": "附件",
    "title": "标题",
    "note": "说明",
    "gap": "说明",
    "caption": "表题",
    "group": "表题",
}
_CENTRED: Final = frozenset({"serial", "power_type", "department", "handling_unit", "level"})
# By (first row of the item's part on a page, last row of it).
_LAW_LOOKS: Final = {(True, True): "依据", (True, False): "依据首", (False, False): "依据中", (False, True): "依据末"}

_MAX_BREAKS: Final = 1_026
"""Excel takes no more. Past them, in an item of 500 pages, a page ends where it is full, which is nearly the same."""
_FROZEN_HEAD: Final = 160.0
"""Points above the first item that may stay on the screen; a longer head would leave no room for the items."""
# GB/T 9704-2012 §5.2.1, turned (measure.py); the page number stands 7 mm below the text (§7.5).
_PAPER: Final = Paper("A4", top=28, bottom=26, left=35, right=37, footer=14)


class _Columns(NamedTuple):
    """What the cells of a row need to know of its columns."""

    letters: list[str]
    styles: list[Style]
    cut: list[Style]
    """The same for an item that goes on over the end of a page: read from the top, like its law."""
    law: int | None
    serial: int | None


def annex_sheet(
    workbook: Workbook, title: str, sheet: Sheet, styles: dict[str, Style], fonts: Fonts
) -> tuple[Body, dict[int, int]]:
    """Add the frame of *sheet* to *workbook* as *title*. Returns its body, and the row in which each item begins."""
    refuse_columns(title, [column.heading for column in sheet.columns])
    worksheet = new_worksheet(workbook, title, sheet.widths, _PAPER)
    _set_up(worksheet, sheet, fonts)
    fields = [column.field for column in sheet.columns]
    columns = _Columns(
        [get_column_letter(index) for index in range(1, len(fields) + 1)],
        [styles["栏目居中" if field in _CENTRED else "栏目"] for field in fields],
        [styles["栏目居中靠上" if field in _CENTRED else "栏目靠上"] for field in fields],
        fields.index("basis") if "basis" in fields else None,
        fields.index("serial") if "serial" in fields else None,
    )
    rich = rich_fonts(fonts)
    body = Body([], [], [])
    begins: dict[int, int] = {}
    for number, each in enumerate(sheet.rows, 1):
        if each.kind == "item":
            cells = _item_cells(each, number, columns, styles, rich)
            if each.merged > 1 or each.spans:
                body.merged.extend(_merged(columns, number, each))
            if each.item is not None:
                begins[each.item] = number
        elif each.kind == "header":
            cells = [
                cell(f"{letter}{number}", "" if column.spanned else str(heading), styles["表头"])
                for letter, heading, column in zip(columns.letters, each.contents, sheet.columns, strict=True)
            ]
            body.merged.extend(_spanned(columns, number, sheet))
        else:
            # Each cell of a merge draws its own part of the frame.
            words = [str(each.contents[0]), *[""] * (len(fields) - 1)]
            style = styles[_WIDE_LOOKS[each.kind]]
            cells = [
                cell(f"{letter}{number}", text, style) for letter, text in zip(columns.letters, words, strict=True)
            ]
            if len(fields) > 1:
                body.merged.append(f"A{number}:{columns.letters[-1]}{number}")
        body.rows.append(row(number, each.height, cells))
    return body, begins


def _set_up(worksheet: Worksheet, sheet: Sheet, fonts: Fonts) -> None:
    header = next(number for number, each in enumerate(sheet.rows, 1) if each.kind == "header")
    worksheet.sheet_view.showGridLines = False
    if sum(each.height for each in sheet.rows[:header]) <= _FROZEN_HEAD:
        worksheet.freeze_panes = f"A{header + 1}"
    worksheet.page_setup.scale = SCALE
    worksheet.print_title_rows = f"{header}:{header}"
    worksheet.print_area = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows)}"
    breaks = [Break(id=number) for number, following in enumerate(sheet.rows) if following.new_page]
    worksheet.row_breaks = RowBreak(brk=breaks[:_MAX_BREAKS])
    # GB/T 9704-2012 §7.5: 4号 宋体, odd pages right, even pages left, one character in.
    font = f'&"{fonts.number},Regular"&14'
    worksheet.HeaderFooter = HeaderFooter(
        differentOddEven=True,
        scaleWithDoc=False,
        alignWithMargins=True,
        oddFooter=footer(right=f"{font}— &P —\u3000"),
        evenFooter=footer(left=f"{font}\u3000— &P —"),
    )


def _item_cells(each: Row, number: int, columns: _Columns, styles: dict[str, Style], rich: RichFonts) -> list[str]:
    cells = []
    for index, content in enumerate(each.contents):
        place = f"{columns.letters[index]}{number}"
        if isinstance(content, tuple):
            # The cell of a table of changes that reaches over its rows, or below another, is closed all around.
            closed = each.spans and each.spans[index] != 1
            look = columns.cut[index] if closed else styles[_LAW_LOOKS[each.merged > 0, each.closes]]
            cells.append(rich_cell(place, content, look, rich))
        else:
            value = as_number(content) if index == columns.serial else content
            cells.append(cell(place, value, (columns.cut if each.cut else columns.styles)[index]))
    return cells


def _spanned(columns: _Columns, header: int, sheet: Sheet) -> Iterator[str]:
    """The ranges of headings that are printed once over several columns."""
    first = 0
    for index, following in enumerate([*sheet.columns[1:], None], 1):
        if following is None or not following.spanned:
            if index - first > 1:
                yield f"{columns.letters[first]}{header}:{columns.letters[index - 1]}{header}"
            first = index


def _merged(columns: _Columns, first: int, each: Row) -> Sequence[str]:
    """The ranges of cells over several rows: of an item's columns other than the law's, over all its rows."""
    spans = each.spans or [each.merged if index != columns.law else 1 for index in range(len(columns.letters))]
    return [
        f"{letter}{first}:{letter}{first + count - 1}"
        for letter, count in zip(columns.letters, spans, strict=True)
        if count > 1
    ]
