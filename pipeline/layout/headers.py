"""Header rows: where they stand, and their columns.

Knows header words and the blank line that ends a row. Does not know what stands below a header or is odd about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.layout.nouns import Bounds, Header, Heading
from pipeline.readers import WHITE, Cell, Grid, content, field_of, settled
from pipeline.words import tables as words

_NO_SPACES: Final = str.maketrans("", "", " \u3000\u00a0")
_MAX_HEADING: Final = 40
_MIN_HEADER: Final = 3
_MAX_COLUMNS: Final = 1024
_MOST_BEFORE: Final = 5
"""Headings nobody knows before the first known one."""

_OPENINGS: Final = frozenset(
    heading[0] for heading in (*words.HEADERS, *words.OTHER_HEADERS, *words.PERSONAL_OPENINGS)
) | frozenset(WHITE)
"""What a header cell can begin with: one look at a cell's first character rules out most of them."""


def find_headers(grid: Grid) -> Iterator[Header]:
    """Runs of cells that are header words, with unknown headings between or after them."""
    text, resume = grid.text, 0
    for index, (start, end) in enumerate(grid.cells):
        if index < resume or not 0 < end - start <= _MAX_HEADING or text[start] not in _OPENINGS:
            continue
        if not _opens(_heading(grid, index)):
            continue
        header, columns = _read_header(grid, index)
        if _suffices(header.columns):
            before = _headings_before(grid, header, resume)
            columns = [Heading(field_of(heading), heading) for heading in before]
            yield header._replace(first=index - len(before), columns=settled([*columns, *header.columns]))
            resume = header.last
        else:
            # What is no header as a whole holds none: look on behind it, or the cost is the square of its length.
            resume = header.last if _suffices(columns) else index + len(columns)


def _headings_before(grid: Grid, header: Header, resume: int) -> list[str]:
    """The headings nobody knows that stand before the known ones of *header*, in the same row.

    There are some only where the first row below it has as many cells before its number: else they are the end of a
    row above, whose cells may have blank lines anywhere.
    """
    serial = next((at for at, column in enumerate(header.columns) if column.field == "serial"), None)
    if serial is None:
        return []
    before: list[str] = []
    index = header.first
    while index > resume and not ends_row(grid, grid.cells[index - 1]):
        index -= 1
        heading = _heading(grid, index)
        if len(before) == _MOST_BEFORE or not _is_short(heading) or _is_outside(heading):
            return []
        before.insert(0, heading)
    at = header.last + serial
    return before if before and _is_number(grid, at + len(before)) and not _is_number(grid, at) else []


def _is_number(grid: Grid, index: int) -> bool:
    return index < len(grid.cells) and words.SERIAL.fullmatch(_heading(grid, index)) is not None


def _is_outside(heading: str) -> bool:
    """Whether words before a header are a caption or another line of their own that stands in a cell."""
    caption = words.CAPTION.fullmatch(heading)
    lines = (words.LABEL, words.POWER_TYPE, words.OFFICE_LINE, *words.OUTSIDE_LINES.values())
    return (caption is not None and (caption["label"] or caption["count"] or caption["uncounted"]) is not None) or any(
        line.fullmatch(heading) for line in lines
    )


def _opens(heading: str) -> bool:
    """Whether a header may begin with *heading*: a known word, exactly, or its caption would be taken for one."""
    return (
        heading in words.HEADERS
        or heading in words.OTHER_HEADERS
        or words.PERSONAL_HEADING.fullmatch(heading) is not None
    )


def _suffices(columns: Sequence[Heading]) -> bool:
    """Whether *columns* make a header: three known fields, the title or the basis among them."""
    known = {column.field for column in columns if column.field}
    return len(known) >= _MIN_HEADER and not known.isdisjoint(words.REQUIRED_FIELDS)


def _heading(grid: Grid, index: int) -> str:
    """The words of cell *index* without white space; nothing where there are too many for a heading."""
    cell = grid.cells[index]
    if cell.end - cell.start > _MAX_HEADING:
        return ""
    return "".join(grid.text[cell.start : cell.end].split())


def _read_header(grid: Grid, first: int) -> tuple[Header, list[Heading]]:
    """Take headings from cell *first* on, until the row or the header words end, or the header begins anew.

    Returns the header and all headings that were read: more than its own where it is printed twice in a row.
    """
    columns: list[Heading] = []
    last = first
    while last < min(len(grid.cells), first + _MAX_COLUMNS):
        heading = _heading(grid, last)
        if columns and heading == columns[0].heading and ends_row(grid, grid.cells[last - 1]):
            break
        field = words.HEADERS.get(heading)
        if field is None:
            closing = _closing_heading(grid, first, last)
            if closing is not None:
                columns.append(Heading(words.HEADERS[closing.words], closing.words))
                return Header(first, last + 1, settled(columns), closing.end), columns
            if last > first and not _may_be_heading(grid, last, heading):
                break
        columns.append(Heading(field, heading))
        last += 1
        if field is not None and ends_row(grid, grid.cells[last - 1]) and not _is_heading(grid, last):
            break
    width = _width(columns)
    last = first + width
    kept = [column if column.field else column._replace(field=field_of(column.heading)) for column in columns[:width]]
    return Header(first, last, settled(kept), content(grid.text, *grid.cells[last - 1])[1]), columns


class _Closing(NamedTuple):
    words: str
    end: int


def _closing_heading(grid: Grid, first: int, index: int) -> _Closing | None:
    """The last heading of a header that has no rows: text outside the table follows in the same cell.

    It is a known heading up to a blank line, and behind the cell the text ends or the header begins anew.
    """
    following = index + 1
    if following < len(grid.cells) and _heading(grid, following) != _heading(grid, first):
        return None
    cell = grid.cells[index]
    head, blank, _ = grid.text[cell.start : min(cell.end, cell.start + 2 * _MAX_HEADING)].partition("\n\n")
    heading = "".join(head.split())
    return _Closing(heading, cell.start + len(head)) if blank and heading in words.HEADERS else None


def _width(columns: Sequence[Heading]) -> int:
    """How many of *columns* are one header: a header printed twice in a row is two, a doubled column is not."""
    headings = [column.heading for column in columns]
    for width in range(_MIN_HEADER, len(headings) // 2 + 1):
        if headings[:width] == headings[width : 2 * width]:
            return width
    return len(headings)


def _is_heading(grid: Grid, index: int) -> bool:
    return index < len(grid.cells) and _heading(grid, index) in words.HEADERS


def _may_be_heading(grid: Grid, index: int, heading: str) -> bool:
    """An unknown heading stands in the same row as the cell before it, is short, and is no serial."""
    return _is_short(heading) and not ends_row(grid, grid.cells[index - 1])


def _is_short(heading: str) -> bool:
    """Whether there are words, and they are neither a number nor a sentence."""
    return bool(heading) and not words.SERIAL.fullmatch(heading) and not any(mark in heading for mark in "。；《》")


def ends_row(grid: Grid, cell: Cell) -> bool:
    """Whether a blank line follows the cell."""
    text = grid.text
    if text.endswith("\n\n", cell.start, cell.end):
        return True
    tail = text[max(cell.start, cell.end - 8) : cell.end]
    return tail.count("\n") > 1 and tail.translate(_NO_SPACES).endswith("\n\n")


def header_span(grid: Grid, header: Header) -> Bounds:
    """From the first word of *header* to its last."""
    return (content(grid.text, *grid.cells[header.first])[0], header.end)


def fuller_header(header: Header, headers: Sequence[Header]) -> Header | None:
    """The first of *headers* that has all the columns of *header* and more, where one does.

    The rows decide whether *header* lacks a column or its table has none: see ``read_layout``.
    """
    keys = keys_of(header)
    return next((other for other in headers if keys < keys_of(other)), None)


def keys_of(header: Header) -> frozenset[str]:
    """What its columns are, by field, or by name where a column has none."""
    return frozenset(column.field or column.heading for column in header.columns)
