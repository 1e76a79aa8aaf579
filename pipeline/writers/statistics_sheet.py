"""The sheet that counts: two stacks of tallies side by side, and beside them a chart of each that has one.

Knows how the sheet looks and where its charts stand. Does not know what is counted (columns/counts.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.utils import get_column_letter

from pipeline.columns import Tally
from pipeline.writers.chart_xml import Bars, Frame, bar_chart, drawing
from pipeline.writers.looks import Style
from pipeline.writers.measure import MAX_ROW, RECORD, SECTION, UNIT, em_of, height, line_starts
from pipeline.writers.ooxml import Fonts
from pipeline.writers.sheet_xml import MAX_ROWS, Body, cell, refuse_rows, row
from pipeline.writers.worksheet import A4, new_worksheet, one_page_wide

_STACKS: Final = ("ABC", "EFG")
"""Names and up to two numbers; the names of the second are few and short."""
_NAMES: Final = (36.0, 24.0)
_WIDTHS: Final = (_NAMES[0], 8.0, 8.0, 2.0, _NAMES[1], 8.0, 8.0, 2.0, 60.0)
_CHARTS_AT: Final = 8  # the column, counted from 0
_PADDING: Final = 3.75
_ROW: Final = height(1, SECTION, _PADDING)  # for all alike, since a row is one of both stacks

MAX_BARS: Final = 12
"""The first ones only: more would be too thin to read. The cells have all."""
_BAR_POINTS: Final = 23.0
_CHART_POINTS: Final = 60.0
"""What a chart is high besides its bars."""


def statistics_sheet(
    workbook: Workbook, title: str, tallies: Iterable[Tally], styles: dict[str, Style], fonts: Fonts
) -> tuple[Body, dict[str, bytes]]:
    """Add the frame of the sheet *title* to *workbook*. Returns its body, and the parts of its charts by name."""
    worksheet = new_worksheet(workbook, title, _WIDTHS, A4)
    worksheet.sheet_view.showGridLines = False
    one_page_wide(worksheet, title, fonts)
    stacks: tuple[list[_Line], list[_Line]] = ([], [])
    charts: list[Bars] = []
    for tally in tallies:
        stack = stacks[tally.beside]
        first = _put(stack, _NAMES[tally.beside], tally)
        if tally.chart and tally.counts:
            charts.append(_bars(title, tally, _STACKS[tally.beside], first))
        if max(map(len, stacks)) > MAX_ROWS:
            refuse_rows(title)
    rows, heights = _rows(stacks, styles)
    frames, last = _frames(charts, heights)
    worksheet.print_area = f"A1:{get_column_letter(len(_WIDTHS))}{max(last, len(rows))}"
    parts: dict[str, bytes] = {}
    for number, bars in enumerate(charts, 1):
        worksheet.add_chart(BarChart())  # for content types and relationships; its parts are made here
        parts[f"xl/charts/chart{number}.xml"] = bar_chart(bars, fonts)
        parts["xl/drawings/drawing1.xml"] = drawing(list(zip(charts, frames, strict=True)))
    return Body(rows, [], []), parts


class _Line(NamedTuple):
    """What one stack has in a row: its cells, each a value and the name of its look, and how high they are."""

    cells: tuple[tuple[str | int, str], ...]
    height: float


def _put(stack: list[_Line], width: float, tally: Tally) -> int:
    """A blank row, a title, headings, and a line for each count. Returns the row of the first count."""
    if stack:
        stack.append(_Line((), _ROW))
    stack.append(_Line(((tally.title, "统计题"),), _ROW))
    stack.append(_Line(tuple((heading, "列名") for heading in tally.headings), _ROW))
    first = len(stack) + 1
    em = em_of(width, RECORD)
    for count in tally.counts:
        points = min(height(len(line_starts(count.name, em)), RECORD, _PADDING), MAX_ROW)
        stack.append(_Line(((count.name, "记录"), *((number, "记录居中") for number in count.numbers)), points))
    return first


def _rows(stacks: Sequence[Sequence[_Line]], styles: dict[str, Style]) -> tuple[list[bytes], list[float]]:
    """The rows of both stacks together, and how high each is."""
    rows: list[bytes] = []
    heights: list[float] = []
    for index in range(max(map(len, stacks))):
        cells: list[str] = []
        points = _ROW
        for letters, stack in zip(_STACKS, stacks, strict=True):
            if index < len(stack):
                points = max(points, stack[index].height)
                cells += (
                    cell(f"{letter}{index + 1}", value, styles[look])
                    for letter, (value, look) in zip(letters, stack[index].cells, strict=False)
                )
        rows.append(row(index + 1, points, cells))
        heights.append(points)
    return rows, heights


def _bars(title: str, tally: Tally, letters: str, first: int) -> Bars:
    counts = tally.counts[:MAX_BARS]
    names, numbers = letters[0], letters[1]
    last = first + len(counts) - 1
    return Bars(
        tally.chart,
        tally.headings[1],
        counts,
        f"'{title}'!${numbers}${first - 1}",
        f"'{title}'!${names}${first}:${names}${last}",
        f"'{title}'!${numbers}${first}:${numbers}${last}",
    )


def _frames(charts: Sequence[Bars], heights: Sequence[float]) -> tuple[list[Frame], int]:
    """A frame for each of *charts* beside the rows, one below the other; and the last row they reach."""
    frames = []
    number = 0
    for bars in charts:
        points: float = _CHART_POINTS + _BAR_POINTS * len(bars.counts)
        frames.append(Frame(_CHARTS_AT, number, _WIDTHS[_CHARTS_AT] * UNIT, points))
        while points > -_ROW:
            points -= heights[number] if number < len(heights) else _ROW
            number += 1
    return frames, number
