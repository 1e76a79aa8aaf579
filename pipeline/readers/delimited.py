"""Lines of text with a separator between cells (pipes, tabs, commas) → Grid.

Knows how such lines look and that a cell can go on over lines. Does not know encodings, nor what a list is.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final

from pipeline.patterns import lazy_regex
from pipeline.readers.grid import Grid
from pipeline.readers.headings import is_header
from pipeline.readers.native import read_sheets
from pipeline.readers.sheet import MAX_SLOTS, Paragraph, Sheet, Slot

_LOOKED_AT: Final = 5_000
"""Lines in which the first header is looked for; before it stand a title and a few words."""

_LONGEST_CELL: Final = 500
"""Lines a quoted cell may have; where a quotation mark is open for longer, it is one of the text."""

_LONGEST_HEADING: Final = 500
"""Characters of a heading with all its notes; a line with a longer cell is no header, but a text without line ends."""

_QUOTED: Final = lazy_regex(r'(?:^|[\t,])"')
_PIPE: Final = lazy_regex(r"[|｜│┃]")
_RULE: Final = lazy_regex(r"[-:=+|｜│┃─━┼\s]+")

Numbered = tuple[int, str]
"""A line with its number, from 1."""


def read_delimited(text: str, name: str) -> Grid | None:
    """The grid of *text* where a line of it is a header cut by pipes, tabs or commas; None where none is."""
    lines = list(enumerate(text.split("\n"), 1))
    for number, line in islice(lines, _LOOKED_AT):
        for separator, cut in _CUTS.items():
            if separator(line) and _is_header(cut(line), number):
                return read_sheets([_sheet(lines, number, separator, cut)], name)
    return None


def _is_header(cells: Sequence[str], number: int) -> bool:
    return all(len(cell) <= _LONGEST_HEADING for cell in cells) and is_header(_slots(cells, number))


class _Places:
    def __call__(self, row: int, column: int) -> str:
        return f"第{row}行第{column + 1}格"


def _sheet(
    lines: Sequence[Numbered], header: int, has: Callable[[str], bool], cut: Callable[[str], list[str]]
) -> Sheet:
    above = [Paragraph(line, f"第{number}行") for number, line in lines[: header - 1] if line.strip()]
    width = len(cut(lines[header - 1][1]))
    rows: dict[int, list[Slot | None]] = {}
    cells: list[str] = []
    first = 0
    for number, line in _records(lines[header - 1 :], cut):
        if _RULE.fullmatch(line) or not line.strip():
            continue
        if has(line):
            here = cut(line)
            if cells and len(cells) < width and len(cells) + len(here) - 1 <= width and first > header:
                # The row is not full yet: its last cell goes on, and the others follow.
                cells[-1] += f"\n{here[0]}"
                cells += here[1:]
                continue
            _put(rows, first, cells, width)
            cells, first = here, number
        elif cells and len(cells) < width:
            cells[-1] += f"\n{line}"
        else:
            _put(rows, first, cells, width)
            cells = []
            rows[number] = [Slot(line, number, 0), *[None] * (width - 1)]
    _put(rows, first, cells, width)
    return Sheet(rows, _Places(), above)


def _put(rows: dict[int, list[Slot | None]], number: int, cells: Sequence[str], width: int) -> None:
    if cells and len(rows) * width < MAX_SLOTS:
        row = _slots(cells, number)
        rows[number] = [*row, *[None] * (width - len(row))]


def _records(lines: Sequence[Numbered], cut: Callable[[str], list[str]]) -> Iterator[Numbered]:
    """Lines, or where quotation marks are open at the end of one, that line with those below up to their close."""
    if cut is _cut_pipes:
        yield from lines
        return
    held: list[Numbered] = []
    for number, line in lines:
        odd = line.count('"') % 2 == 1
        if not held and not (odd and _QUOTED.search(line)):
            yield number, line
            continue
        held.append((number, line))
        if len(held) > 1 and odd:
            yield held[0][0], "\n".join(each for _, each in held)
            held = []
        elif len(held) > _LONGEST_CELL:
            yield from held
            held = []
    yield from held


def _slots(cells: Sequence[str], row: int) -> list[Slot | None]:
    return [Slot(cell, row, column) if cell.strip() else None for column, cell in enumerate(cells)]


def _cut_pipes(line: str) -> list[str]:
    """Cells between pipes; those at the ends of a line are its frame."""
    cells = [cell.strip(" \u3000\u00a0\r") for cell in _PIPE.split(line)]
    if cells and not cells[0]:
        del cells[0]
    if cells and not cells[-1] and _PIPE.search(line.rstrip()[-1:]):
        del cells[-1]
    return cells


def _cut_tabs(line: str) -> list[str]:
    return _cut_quoted(line, "\t")


def _cut_commas(line: str) -> list[str]:
    return _cut_quoted(line, ",")


def _cut_quoted(line: str, separator: str) -> list[str]:
    """Cells as a spreadsheet exports them: quoted where they hold the separator, a quotation mark or a line end."""
    if '"' not in line:
        return line.rstrip("\r").split(separator)
    try:
        return next(csv.reader([line], delimiter=separator))
    except (csv.Error, StopIteration):
        return line.split(separator)


_CUTS: Final[dict[Callable[[str], bool], Callable[[str], list[str]]]] = {
    lambda line: _PIPE.search(line) is not None: _cut_pipes,
    lambda line: "\t" in line: _cut_tabs,
    lambda line: "," in line: _cut_commas,
}
