"""A worksheet's frame as both kinds of sheets need it: its columns, and how it lies on paper.

Knows how openpyxl takes widths, margins and footers. Does not know rows (sheet_xml.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.writers.ooxml import Fonts

_MM: Final = 25.4  # in an inch
_PAPERS: Final = {"A4": "9", "A3": "8"}  # ECMA-376 Part 1 §18.3.1.63


class Paper(NamedTuple):
    """Landscape paper: its size; margins, and the space below the page number, in millimetres."""

    size: Literal["A4", "A3"]
    top: float
    bottom: float
    left: float
    right: float
    footer: float


A4: Final = Paper("A4", 15, 16, 12, 12, 8)
A3: Final = Paper("A3", 15, 16, 12, 12, 8)
"""The papers of all sheets but the annex."""


def new_worksheet(workbook: Workbook, title: str, widths: Sequence[float], paper: Paper) -> Worksheet:
    """A worksheet at the end of *workbook*, with columns of *widths*, centred on the page."""
    worksheet: Worksheet = workbook.create_sheet(title)
    for index, width in enumerate(widths, 1):
        worksheet.column_dimensions[get_column_letter(index)].width = width
    worksheet.page_setup.paperSize = _PAPERS[paper.size]
    worksheet.page_setup.orientation = "landscape"
    worksheet.print_options.horizontalCentered = True
    worksheet.page_margins = PageMargins(
        left=paper.left / _MM,
        right=paper.right / _MM,
        top=paper.top / _MM,
        bottom=paper.bottom / _MM,
        header=paper.footer / _MM,
        footer=paper.footer / _MM,
    )
    return worksheet


def one_page_wide(worksheet: Worksheet, title: str, fonts: Fonts) -> None:
    """As many pages as it takes, each as wide as the sheet, with *title* and number at its foot."""
    font = f'&"{fonts.number},Regular"&9'
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 0
    worksheet.HeaderFooter = HeaderFooter(oddFooter=footer(left=font + title, center=f"{font}第 &P 页，共 &N 页"))


def footer(left: str = "", center: str = "", right: str = "") -> HeaderFooterItem:
    """A footer's three parts, in the codes of ECMA-376 Part 1 §18.3.1.39 (&P page number, &14 size)."""
    parts = (_HeaderFooterPart(text) if text else None for text in (left, center, right))
    return HeaderFooterItem(**dict(zip(("left", "center", "right"), parts, strict=True)))
