"""Lines of text with a separator between cells (pipes, tabs, commas) → Grid.

Knows how such lines look and that a cell can go on over lines. Does not know encodings, nor what a list is.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Final

from pipeline.errors import SourceUnreadable
from pipeline.patterns import lazy_regex
from pipeline.readers.grid import Grid
from pipeline.readers.headings import bare_heading, field_of, is_header
from pipeline.readers.merged_away import merged_away
from pipeline.readers.native import read_sheets
from pipeline.readers.pieces import serial_number
from pipeline.readers.sheet import MAX_SLOTS, Paragraph, Sheet, Slot
from pipeline.words import tables as words

_LOOKED_AT: Final = 5_000
"""Lines in which the first header is looked for; before it stand a title and a few words."""

_MOST_MISSING: Final = 400_000
"""Cells that may be missing in all rows together: each takes room, and no list lacks so many."""

_LONGEST_CELL: Final = 500
"""Lines a quoted cell may have; where a quotation mark is open for longer, it is one of the text."""

_LONGEST_HEADING: Final = 500
"""Characters of a heading with all its notes; a line with a longer cell is no header, but a text without line ends."""

_QUOTED: Final = lazy_regex(r'(?:^|[\t,])"')
_PIPE: Final = lazy_regex(r"[|｜│┃]")
_RULE: Final = lazy_regex(r"[-:=+|｜│┃─━┼\s]+")

_OUTSIDE: Final = ("form", "seal", "note", "page", "total")
"""Kinds of lines around a table that no cell goes on with."""

Numbered = tuple[int, str]
"""A line with its number, from 1."""


def read_delimited(text: str, name: str) -> Grid | None:
    """The grid of *text* where a line of it is a header cut by pipes, tabs or commas; None where none is."""
    lines = list(enumerate(text.split("\n"), 1))
    for number, line in islice(lines, _LOOKED_AT):
        for separator, cut in _CUTS.items():
            if separator(line) and _is_header(cut(line), number):
                return read_sheets([_sheet(lines, number, separator, cut, name)], name)
    return None


def _is_header(cells: Sequence[str], number: int) -> bool:
    return all(len(cell) <= _LONGEST_HEADING for cell in cells) and is_header(_slots(cells, number))


class _Places:
    def __call__(self, row: int, column: int) -> str:
        return f"第{row}行第{column + 1}格"


def _sheet(
    lines: Sequence[Numbered], header: int, has: Callable[[str], bool], cut: Callable[[str], list[str]], name: str
) -> Sheet:
    quoted = cut is not _cut_pipes
    if not quoted:
        line = lines[header - 1][1].strip()
        left, right = (_PIPE.fullmatch(end) is not None for end in (line[:1], line[-1:]))
        cut = partial(_cut_pipes, left=left, right=right)
        closing = right and not left
    else:
        closing = False
    above = [Paragraph(_alone(line, cut), f"第{number}行") for number, line in lines[: header - 1] if line.strip()]
    rows, below, width = _header(lines, header, cut)
    sheet = Sheet(rows, _Places(), above)
    columns = _headings(rows.values(), width)
    cells: list[str] = []
    first = 0
    closed = False
    for number, line in _records(lines[below:], quoted=quoted):
        if _RULE.fullmatch(line) or not line.strip():
            continue
        if has(line):
            here = cut(line)
            room = 0 if not cells or _begins_next(here, cells) else width - len(cells)
            if closed and 0 < len(here) <= room:
                # The row is not full yet, and its last cell has ended: further cells follow.
                cells += here
            elif not closed and 0 < len(here) <= room + 1 and room:
                # The row is not full yet: its last cell goes on, and the others follow.
                cells[-1] += f"\n{here[0]}"
                cells += here[1:]
            else:
                _put(sheet, first, cells, columns, name)
                cells, first = here, number
            closed = closing and _PIPE.fullmatch(line.rstrip()[-1:]) is not None
        elif cells and len(cells) < width and not _is_outside(line):
            cells[-1] += f"\n{line}"
        else:
            _put(sheet, first, cells, columns, name)
            cells = []
            rows[number] = [Slot(line, number, 0), *[None] * (width - 1)]
    _put(sheet, first, cells, columns, name)
    return sheet


def _begins_next(here: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether *here* begins with the number after the one that *cells*, a row that is not full, begins with."""
    last, following = serial_number(cells[0]), serial_number(here[0])
    return last is not None and following == last + 1


def _is_outside(line: str) -> bool:
    """Whether a line below a row that is not full is a note, a signature or the like, and no more of its last cell."""
    return any(words.OUTSIDE_LINES[kind].fullmatch(line.strip()) for kind in _OUTSIDE)


def _alone(line: str, cut: Callable[[str], list[str]]) -> str:
    """Words that stand alone in a row of their own, without the marks of its empty cells; any other line as it is."""
    if not _PIPE.search(line):
        return line
    said = [cell for cell in cut(line) if cell.strip()]
    return said[0] if len(said) == 1 else line


def _header(
    lines: Sequence[Numbered], header: int, cut: Callable[[str], list[str]]
) -> tuple[dict[int, list[Slot | None]], int, int]:
    """The rows of the header at line *header*, how many lines are read then, and how many columns there are.

    职权名称 over 项目 and 子项, printed to the left in the line below: the cell above reaches over as many columns.
    """
    number, line = lines[header - 1]
    upper = cut(line)
    width = len(upper)
    for under, below in lines[header:]:
        if _RULE.fullmatch(below) or not below.strip():
            continue
        leaves = [cell for cell in cut(below) if cell]
        at = _spanning(upper, leaves) if cut(below)[: len(leaves)] == leaves else None
        if at is None:
            break
        said = [cell for cell in upper if cell]
        over: list[Slot | None] = [*_slots(said[:at], number), *[Slot(said[at], number, at)] * len(leaves)]
        over += [Slot(cell, number, at + 1 + index) for index, cell in enumerate(said[at + 1 :])]
        own = [Slot(leaf, under, at + index) for index, leaf in enumerate(leaves)]
        width = max(width, len(over))
        rows = {number: over, under: [*over[:at], *own, *over[at + len(leaves) :]]}
        return {line: [*row, *[None] * (width - len(row))] for line, row in rows.items()}, under, width
    return {number: [*_slots(upper, number)]}, header, width


def _spanning(upper: Sequence[str], leaves: Sequence[str]) -> int | None:
    """Which heading of *upper* the *leaves* stand under; None where they are no headings, or not of one of them."""
    for field, known in words.UNDER_HEADINGS.items():
        if len(leaves) > 1 and known.issuperset(map(bare_heading, leaves)):
            at = [index for index, cell in enumerate(upper) if field_of(bare_heading(cell)) == field]
            return at[0] if len(at) == 1 else None
    return None


def _headings(rows: Iterable[Sequence[Slot | None]], width: int) -> list[str]:
    """What stands above each column last: of two rows of a header the lower one."""
    headings = [""] * width
    for row in rows:
        for index, slot in enumerate(row):
            headings[index] = bare_heading(slot.text) if slot else headings[index]
    return headings


def _put(sheet: Sheet, number: int, cells: Sequence[str], headings: Sequence[str], name: str) -> None:
    """Add a row below *headings*; cells that are not there are said to be missing, and those that are too many are kept
    beside it. What merged cells took from its beginning is blank, as below a merged cell."""
    rows, width = sheet.rows, len(headings)
    if not cells:
        return
    gap = merged_away(cells, width, [index for index, each in enumerate(headings) if field_of(each) == "basis"])
    if gap:
        sheet.remarks.append(("row-merged-away", ("、".join(headings[:gap]),)))
        rows[number] = [*[None] * gap, *(_slots(cells, number, gap))]
        return
    if len(rows) * width >= MAX_SLOTS or len(rows) * (width - len(cells)) > _MOST_MISSING:
        raise SourceUnreadable(
            f"{name}：第{number}行：表格过大，或各行的单元格比表头少得太多；请核对表头，或分成几个文件。"
        )
    missing = [Slot("", number, at, (("cell-untold", (str(number), str(at))),)) for at in range(len(cells), width)]
    rows[number] = [*_slots(cells[:width], number), *missing]
    if len(cells) > width:
        sheet.beyond[number] = tuple(Slot(cell, number, at) for at, cell in enumerate(cells[width:], width))


def _records(lines: Sequence[Numbered], *, quoted: bool) -> Iterator[Numbered]:
    """Lines, or where quotation marks are open at the end of one, that line with those below up to their close."""
    if not quoted:
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


def _slots(cells: Sequence[str], row: int, first: int = 0) -> list[Slot | None]:
    return [Slot(cell, row, column) if cell.strip() else None for column, cell in enumerate(cells, first)]


def _cut_pipes(line: str, *, left: bool = True, right: bool = True) -> list[str]:
    """Cells between pipes; where a table has a frame at the *left* or *right*, the pipe there ends no empty cell."""
    cells = [cell.strip(" \u3000\u00a0\r") for cell in _PIPE.split(line)]
    if left and cells and not cells[0]:
        del cells[0]
    if right and cells and not cells[-1]:
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
