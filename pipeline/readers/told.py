"""The pieces of a row between which nothing stands → the columns they are of, where that can be told.

Knows what can only be a law, a level, a type, a code or an organ, and that columns keep their order. A piece that may
be of two columns is told of neither. Does not know where a row begins, nor any file format.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

from pipeline.readers.grid import Heading
from pipeline.readers.long_cells import announced, begins_basis, is_level, long_cells
from pipeline.words import cells as shapes
from pipeline.words import tables as words

_ENOUGH: Final = 400
"""Ways to place the pieces of a row that are looked at; where there are more, nothing can be told."""

_MOST: Final = 40
"""Columns and pieces of one row; no list has so many."""

_ORGANS: Final = ("机构", "科室", "处室", "部门", "主体", "单位", "机关")
_OPEN_ENDS: Final = tuple("、，（(和与及或")
_GOING_ON: Final = tuple("的、，）)及和与或并")

Range = tuple[int, int]


class Told(NamedTuple):
    """For each column the pieces that are in it (half open; None: the cell is empty).

    ``untold`` are the columns of which nobody can tell what is in them, ``rest`` the pieces that are of one of these.
    """

    cells: tuple[Range | None, ...]
    untold: frozenset[int]
    rest: tuple[int, ...]


def tell(pieces: Sequence[str], columns: Sequence[Heading], blanks: Sequence[int] = ()) -> Told:
    """Which of *columns* each of *pieces* is of; ``blanks[i]`` counts the empty lines before piece *i*, and at the end.

    A blank line is an empty cell only where that makes the row exactly as wide as its header.
    """
    at = next((index for index, column in enumerate(columns) if column.field == "basis"), None)
    if at is None:
        return place(pieces, columns, blanks, 0, 0)
    for start in [index for index in range(len(pieces)) if begins_basis(pieces[index])]:
        above = _above(pieces[:start], columns[:at], blanks[: start + 1])
        if not above.untold or start == len(pieces) - 1:
            return _with_long_cells(above, pieces, columns, blanks, start)
    first = next((index for index in range(len(pieces)) if begins_basis(pieces[index])), None)
    if first is None:
        return place(pieces, columns, blanks, 0, 0)
    above = _above(pieces[:first], columns[:at], blanks[: first + 1])
    return _with_long_cells(above, pieces, columns, blanks, first)


def _above(pieces: Sequence[str], columns: Sequence[Heading], blanks: Sequence[int]) -> Told:
    """What stands above the basis; where that is not told, a long text of the last column may announce itself."""
    told = place(pieces, columns, blanks)
    if told.untold and columns:
        begin = announced(columns[-1], pieces)
        if begin:
            before = place(pieces[:begin], columns[:-1], blanks[: begin + 1])
            return Told((*before.cells, (begin, len(pieces))), before.untold, before.rest)
    return told


def _with_long_cells(
    above: Told, pieces: Sequence[str], columns: Sequence[Heading], blanks: Sequence[int], start: int
) -> Told:
    """The basis begins at *start* and what stands above it is told: tell where it ends, and what stands below."""
    cells, untold, rest = list(above.cells), above.untold, above.rest
    for long in long_cells(pieces, columns, len(cells), start, closes_row):
        first = long.tail if long.end is None else long.end
        if long.end is None:
            here = range(long.column, long.below)
            cells += [None] * len(here)
            untold, rest = untold | frozenset(here), (*rest, *range(long.begin, first))
        else:
            cells.append((long.begin, first))
        below = columns[long.below : long.following]
        tail = place(pieces[first : long.stop], below, blanks[first : long.stop + 1], first, long.below)
        cells += tail.cells
        untold, rest = untold | tail.untold, rest + tail.rest
    return Told(tuple(cells), untold, rest)


def goes_on(before: str, piece: str) -> bool:
    """Whether *piece* only carries on the words *before* it: a narrow column broke a cell over two lines."""
    return before.endswith(_OPEN_ENDS) or piece.startswith(_GOING_ON)


def place(
    pieces: Sequence[str], columns: Sequence[Heading], blanks: Sequence[int], first: int = 0, left: int = 0
) -> Told:
    """Place all *pieces* into *columns* in order; *first* and *left* are added to the numbers of both."""
    by_blanks = _by_blank_lines(pieces, columns, blanks)
    ways = [by_blanks] if by_blanks else list(islice(_ways(pieces, columns), _ENOUGH))
    # An organ may have a name that does not look like one only where its place is held by what stands around it.
    held_fast = len(pieces) == len(columns) or any(map(shapes.LEVEL.fullmatch, pieces))
    if len(ways) == 1 and not held_fast and not _looks_right(pieces, columns, ways[0]):
        ways = []
    if not ways or len(ways) == _ENOUGH:
        every = frozenset(range(left, left + len(columns)))
        return Told((None,) * len(columns), every, tuple(range(first, first + len(pieces))))
    cells: list[Range | None] = []
    untold: set[int] = set()
    held: set[int] = set()
    for column in range(len(columns)):
        inside = {tuple(index for index, place in enumerate(way) if place == column) for way in ways}
        here = next(iter(inside)) if len(inside) == 1 else None
        if here is None:
            untold.add(left + column)
        held.update(here or ())
        cells.append((first + here[0], first + here[-1] + 1) if here else None)
    rest = tuple(first + index for index in range(len(pieces)) if index not in held)
    return Told(tuple(cells), frozenset(untold), rest)


def _by_blank_lines(pieces: Sequence[str], columns: Sequence[Heading], blanks: Sequence[int]) -> list[int]:
    """The columns of *pieces* where every blank line is an empty cell and the row then has as many as its header."""
    if not pieces or not any(blanks) or sum(blanks) + len(pieces) != len(columns):
        return []
    places: list[int] = []
    column = 0
    for piece, empty in zip(pieces, blanks, strict=False):
        column += empty
        if column >= len(columns) or not accepts(columns, column, piece):
            return []
        places.append(column)
        column += 1
    return places


def _looks_right(pieces: Sequence[str], columns: Sequence[Heading], way: Sequence[int]) -> bool:
    return all(
        not _is_organ(columns[place]) or shapes.ORGAN.fullmatch(piece) for piece, place in zip(pieces, way, strict=True)
    )


def _ways(pieces: Sequence[str], columns: Sequence[Heading]) -> Iterator[list[int]]:
    """Every way to place *pieces* in order: one to a column; above the basis, where there are more, none is empty."""
    several = len(pieces) > len(columns) and any(column.field == "title" for column in columns)

    def counts(piece: int, column: int) -> Iterator[int]:
        """How many pieces from *piece* on may stand in *column*."""
        if not several and columns[column].field != "title":
            yield 0  # an empty cell; no item is without a title
        most = len(pieces) - piece if several and not _is_shaped(columns[column]) else 1
        for count in range(1, min(most, len(pieces) - piece) + 1):
            if not accepts(columns, column, pieces[piece + count - 1]):
                return
            yield count

    @cache
    def fits(piece: int, column: int) -> bool:
        if column == len(columns):
            return piece == len(pieces)
        return any(fits(piece + count, column + 1) for count in counts(piece, column))

    def ways(piece: int, column: int) -> Iterator[list[int]]:
        if column == len(columns):
            yield []
            return
        for count in counts(piece, column):
            if fits(piece + count, column + 1):
                yield from ([column] * count + others for others in ways(piece + count, column + 1))

    if len(columns) <= _MOST and len(pieces) <= _MOST and fits(0, 0):
        yield from ways(0, 0)


def closes_row(piece: str, columns: Sequence[Heading]) -> bool:
    """Whether *piece* can only be a cell below the basis: a level or an organ."""
    piece = piece.strip()
    return any(
        pattern.fullmatch(piece) is not None and any(map(is_home, columns))
        for pattern, is_home in _HOMES
        if pattern in {shapes.LEVEL, shapes.ORGAN}
    )


def _is_shaped(column: Heading) -> bool:
    return column.field == "power_type" or is_level(column) or _is_code(column)


def accepts(columns: Sequence[Heading], index: int, piece: str) -> bool:
    """Whether *piece* may stand in a column; what has a shape of its own stands only where that is at home."""
    words_of = piece.strip()
    for pattern, is_home in _HOMES:
        if pattern.fullmatch(words_of) and any(map(is_home, columns)):
            return is_home(columns[index])
    if _is_shaped(columns[index]):
        return False
    return columns[index].field not in {"title", "sub_item"} or not (begins_basis(piece) or piece.endswith("。"))


def _is_code(column: Heading) -> bool:
    return column.heading.endswith(("编码", "代码"))


def _is_organ(column: Heading) -> bool:
    return column.field == "department" or (
        any(word in column.heading for word in _ORGANS) and "电话" not in column.heading
    )


_HOMES: Final = (
    (words.POWER_TYPE, lambda column: column.field == "power_type"),
    (shapes.LEVEL, is_level),
    (shapes.CODE, _is_code),
    (shapes.ORGAN, _is_organ),
)


def has_shape(column: Heading) -> bool:
    """Whether what stands in *column* has a shape of its own."""
    return any(is_home(column) for _, is_home in _HOMES)


def has_home(piece: str, column: Heading) -> bool:
    """Whether *piece* has the shape of what stands in *column*, and that column is of a shape of its own."""
    return any(is_home(column) and pattern.fullmatch(piece.strip()) for pattern, is_home in _HOMES)
