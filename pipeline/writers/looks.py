"""How the cells of the workbook look: named styles, with the fonts, lines and colours of an official document.

Knows each look by its name. Does not know which cell has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Final, Literal, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils.indexed_list import IndexedList

from pipeline.errors import FontPreset
from pipeline.writers.measure import BODY, LABEL, RECORD, SECTION, TITLE
from pipeline.writers.ooxml import OFFICIAL, SYSTEM, Fonts

FONTS: Final[Mapping[FontPreset, Fonts]] = {"official": OFFICIAL, "system": SYSTEM}
"""The fonts of both Office formats by the names they have on the command line."""

_BLACK: Final = "FF000000"
_WHITE: Final = "FFFFFFFF"
_LINK: Final = "FF0563C1"
_GRID: Final = "FFBFBFBF"
_HEADER: Final = "FFF2F2F2"
_RECORD_HEADER: Final = "FF1F4E78"
_MISSING: Final = "FFF8CBAD"
_ATTENTION: Final = "FFFFE699"

GB_2312: Final = 134
"""The character set in which Windows looks for a substitute when a font is missing."""

# Column widths count digits of the workbook's default font, and nothing else shows in it. Courier New 10 is 8 pixels
# wide at any screen resolution, with Liberation Mono or DejaVu Sans Mono in its place too. 宋体 11 is 8 pixels in Excel
# at 100 %, 7.33 at 150 %, and 9.33 where LibreOffice has to take DejaVu Sans for it: the page would not hold the sheet.
_UNIT_FONT: Final = Font(name="Courier New", size=10, color=_BLACK)


class Look(NamedTuple):
    """How a cell looks; ``edges`` names the sides that have a line (left, right, top, bottom)."""

    font: Literal["title", "heading", "body", "number"]
    size: float
    horizontal: Literal["left", "center"] = "left"
    vertical: Literal["top", "center"] = "center"
    edges: str = ""
    edge_colour: str = _BLACK
    fill: str | None = None
    colour: str = _BLACK
    underline: Literal["single"] | None = None
    number_format: str = "General"


# No lines between the provisions of one item, so that its law's cells look like one.
_ANNEX: Final = {
    "附件": Look("heading", LABEL),
    "标题": Look("title", TITLE, "center"),
    "说明": Look("body", BODY),
    "表头": Look("heading", BODY, "center", edges="lrtb", fill=_HEADER),
    "表题": Look("heading", BODY, edges="lrtb"),
    "栏目居中": Look("body", BODY, "center", edges="lrtb"),
    "栏目": Look("body", BODY, edges="lrtb"),
    "栏目居中靠上": Look("body", BODY, "center", "top", "lrtb"),
    "栏目靠上": Look("body", BODY, vertical="top", edges="lrtb"),
    "依据": Look("body", BODY, vertical="top", edges="lrtb"),
    "依据首": Look("body", BODY, vertical="top", edges="lrt"),
    "依据中": Look("body", BODY, vertical="top", edges="lr"),
    "依据末": Look("body", BODY, vertical="top", edges="lrb"),
}
_CENTRED_RECORD: Final = Look("number", RECORD, "center", "top", "lrtb", _GRID)
_RECORDS: Final = {
    "列名": Look("heading", RECORD, "center", "center", "lrtb", _GRID, _RECORD_HEADER, _WHITE),
    "记录": Look("number", RECORD, "left", "top", "lrtb", _GRID),
    "记录居中": _CENTRED_RECORD,
    "记录链接": _CENTRED_RECORD._replace(colour=_LINK, underline="single"),
    "记录日期": _CENTRED_RECORD._replace(number_format="yyyy-mm-dd"),
    "源文件缺少": _CENTRED_RECORD._replace(fill=_MISSING),
    "有错误": _CENTRED_RECORD._replace(fill=_MISSING),
    "须核对": _CENTRED_RECORD._replace(fill=_ATTENTION),
    "须核对靠左": _CENTRED_RECORD._replace(horizontal="left", fill=_ATTENTION),
    "统计题": Look("heading", SECTION, vertical="center"),
}
LOOKS: Final[Mapping[str, Look]] = _ANNEX | _RECORDS
"""The named styles of the workbook, by the names they have in it."""


class Style(NamedTuple):
    """A look's numbers in the workbook's styles: for text as it is, and for text that has to be told to be text."""

    plain: int
    quoted: int


def add_looks(workbook: Workbook, fonts: Fonts) -> dict[str, Style]:
    """Give *workbook* its default font and a named style for each look. Returns their numbers by name."""
    # openpyxl has no other way to the default font (its own is Calibri in a colour of the theme), nor to the numbers.
    workbook._fonts = IndexedList([_UNIT_FONT])  # type: ignore[attr-defined]  # noqa: SLF001
    workbook._named_styles["Normal"].font = _UNIT_FONT  # type: ignore[attr-defined]  # noqa: SLF001
    numbers = workbook._cell_styles  # type: ignore[attr-defined]  # noqa: SLF001
    styles = {}
    for name, look in LOOKS.items():
        style = _named_style(name, look, fonts)
        workbook.add_named_style(style)
        plain = copy(style.as_tuple())
        quoted = copy(plain)
        quoted.quotePrefix = 1
        styles[name] = Style(numbers.add(plain), numbers.add(quoted))
    return styles


def _named_style(name: str, look: Look, fonts: Fonts) -> NamedStyle:
    font = getattr(fonts, look.font)
    left, right, top, bottom = (
        Side(style="thin", color=look.edge_colour) if edge in look.edges else None for edge in "lrtb"
    )
    return NamedStyle(
        name=name,
        font=Font(
            name=font,
            size=look.size,
            charset=GB_2312,
            color=look.colour,
            underline=look.underline,
            bold=look.font == "title" and fonts.title_bold,
        ),
        alignment=Alignment(horizontal=look.horizontal, vertical=look.vertical, wrap_text=True),
        border=Border(left=left, right=right, top=top, bottom=bottom),
        fill=PatternFill("solid", start_color=look.fill) if look.fill else PatternFill(),
        number_format=look.number_format,
    )
