"""What fits where: the page, columns and lines of the workbook, in points.

Knows how Excel, WPS and LibreOffice break Chinese text, and the widest and highest fonts they may put in.
Does not know sheets, rows or lists.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor
from typing import Final

import regex

from pipeline.patterns import lazy_regex

_POINTS: Final = 72 / 25.4  # in a millimetre

UNIT: Final = 6.0
"""Points of one unit of column width: the 8 pixels of a digit of the workbook's default font (cell_styles.py)."""

# GB/T 9704-2012 §5.2.1: the text area of A4 is 156 × 225 mm; it turns with the page.
SCALE: Final = 85  # per cent: 10.5 pt on the sheet is about 小五 (9 pt) on paper
_SLACK: Final = 0.975  # a printer's fonts may be a little wider than the screen's
SHEET_WIDTH: Final = int(225 * _POINTS / UNIT / SCALE * 100 * _SLACK * 2) / 2
"""Units of column width on one page."""
PAGE: Final = 156 * _POINTS / SCALE * 100 * _SLACK
"""Points of row height on one page."""

BODY: Final = 10.5  # 五号
LABEL: Final = 16.0  # 3号
TITLE: Final = 22.0  # 2号
RECORD: Final = 10.0
SECTION: Final = 10.5  # 五号
"""Font sizes: the annex's text, its 附件, its title; the sheets to filter; what stands over the counts."""

MAX_ROW: Final = 408.75
"""No row is higher: Excel's limit is 409 pt."""

# Free space beside the text of a cell: Excel keeps 5 pixels of a column for it, LibreOffice 2 × 0.35 mm.
_SIDES: Final = 4.0
# A line's height in the font's size. 仿宋_GB2312 and 宋体 take 1.21 in Excel; Noto CJK, which stands in for them on
# machines without Chinese office fonts, takes 1.447 in LibreOffice (15.19 pt at 10.5 pt). The larger one fits both.
_LEADING: Final = 1.447
_PIXEL: Final = 0.75  # points; Excel rounds heights to whole pixels
_HEADING_LINES: Final = 4

# What is not full-width, in em: 0.5 in 仿宋_GB2312, 0.56 in Arial, 0.64 in DejaVu Sans. Capitals count in full.
_NARROW: Final = 0.64
_SMALL: Final = lazy_regex(r"[\x00-\u200f--A-Z%&@mw]", regex.V1)
_ALL_WIDE: Final = lazy_regex(r"[\u2010-\u9fff\uac00-\ud7a3\uff01-\uff60]*+")
# What is broken as one: a run of ASCII without blanks (2000, GB/T), or a single character.
_TOKEN: Final = lazy_regex(r"[!-~]+|.", regex.DOTALL)

NOT_FIRST: Final = frozenset("，。、；：？！）》〉」』】〕”’…—·,.;:?!)]}%％")
"""Not at the start of a line (GB/T 15834-2011 §5.1); taking it to the next line with the character before it is the
longest any program's rule makes a text."""
NOT_LAST: Final = frozenset("（《〈「『【〔“‘([{")


def em_of(width: float, size: float) -> float:
    """How many full-width characters of *size* points fit in a column *width* units wide; at least 1."""
    return max(1.0, (width * UNIT - _SIDES) / size)


def width_for(em: float, size: float) -> float:
    """Units of a column in which *em* full-width characters of *size* points stand on a line: the inverse of em_of."""
    return (em * size + _SIDES) / UNIT


def heading_width(heading: str) -> float:
    """Units of a column in which *heading* takes four lines."""
    return (ceil(len(heading) / _HEADING_LINES) * BODY + _SIDES + 0.5) / UNIT


def height(lines: int, size: float, padding: float) -> float:
    """Points that *lines* lines of *size* points take, in whole pixels; not limited to MAX_ROW."""
    return ceil((lines * size * _LEADING + padding) / _PIXEL) * _PIXEL


def lines_in(points: float, size: float, padding: float) -> int:
    """How many lines fit into a height of *points*, the inverse of ``height``; at least 1."""
    return max(1, floor((points - padding) / (size * _LEADING)))


@lru_cache(maxsize=16_384)
def line_starts(text: str, em: float, gap: float = 0) -> tuple[int, ...]:
    """Where each line of *text* begins when it is set *em* full-width characters wide; the first is 0.

    *gap* is the space, in em, that a program leaves on both sides of a run of ASCII.

    Never too few: where programs differ, the way that needs most lines is taken. A line feed ends a line and belongs
    to it. An empty text is one line.
    """
    starts: list[int] = []
    start = 0
    for paragraph in text.split("\n"):
        starts.append(start)
        if len(paragraph) > em:
            inner = (
                _wide_breaks(paragraph, floor(em)) if _ALL_WIDE.fullmatch(paragraph) else _breaks(paragraph, em, gap)
            )
            starts.extend(start + offset for offset in inner)
        start += len(paragraph) + 1
    return tuple(starts)


def _wide_breaks(text: str, capacity: int) -> list[int]:
    """Breaks of a text all of whose characters are one em wide: a step per line, not per character."""
    breaks = []
    end = capacity
    start = 0
    while end < len(text):
        end = _allowed(text, start, end)
        breaks.append(end)
        start = end
        end += capacity
    return breaks


def _allowed(text: str, start: int, end: int) -> int:
    """The last place not after *end* where the line from *start* may be broken."""
    place = end
    while place > start + 1 and (text[place] in NOT_FIRST or text[place - 1] in NOT_LAST):
        place -= 1
    return place if place > start + 1 else end


def _breaks(text: str, em: float, gap: float) -> list[int]:
    """Breaks of any text: a run of ASCII goes to the next line whole, if it fits one."""
    breaks = []
    start = 0
    used = 0.0
    for token in _TOKEN.finditer(text):
        width = width_of(token.group()) + (2 * gap if token.group().isascii() else 0)
        if used + width > em and token.start() > start:
            place = _allowed(text, start, token.start())
            breaks.append(place)
            start, used = place, width_of(text[place : token.start()])
        used += width
        while used > em and token.end() - start > 1:
            # Longer than a line: broken where the line is full.
            place = min(token.end() - 1, start + int(em / _NARROW) + 1)
            while place > start + 1 and width_of(text[start:place]) > em:
                place -= 1
            breaks.append(place)
            start, used = place, used - width_of(text[start:place])
    return breaks


def width_of(text: str) -> float:
    """The width of *text* in em, at its widest."""
    return len(text) - (1 - _NARROW) * len(_SMALL.findall(text))
