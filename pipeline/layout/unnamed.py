"""A column that the rows of flattened text have and no header prints: where it is, as far as the cells prove it.

Knows that what a cell looks like speaks for a place of the column. Does not know what a look is, nor how a header is
found.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from pipeline.layout.nouns import Header, Heading, Unnamed
from pipeline.layout.rows import split_rows
from pipeline.layout.shapes import fits, look_of
from pipeline.readers import Grid, content

_LOOKED_AT: Final = 200
"""Rows under one kind of header that are looked at: what all rows have, these have too."""

_TOLD: Final = ("basis", "level", "power_type")
"""Fields that a cell's own looks tell, whatever stands above it."""


def with_unnamed(grid: Grid, headers: Sequence[Header], bounds: Sequence[int]) -> list[Header]:
    """*headers*, with a nameless column where the rows below have one cell more and their looks say where it is.

    The rows under each of the headers reach up to its cell of *bounds*. Nothing is guessed: columns that may stand on
    either side of it are nameless too. A header with less than another one of the list has is none of these: that one
    tells what it lacks.
    """
    kinds: dict[tuple[Heading, ...], list[tuple[Header, int]]] = {}
    for header, end in zip(headers, bounds, strict=True):
        kinds.setdefault(header.columns, []).append((header, end))
    named = [frozenset(column.heading for column in columns) for columns in kinds]
    read: dict[tuple[Heading, ...], tuple[tuple[Heading, ...], Unnamed] | None] = {}
    for columns, below in kinds.items():
        fuller = any(frozenset(column.heading for column in columns) < names for names in named)
        read[columns] = None if fuller else _unnamed(grid, columns, below)
    return [
        header if told is None else header._replace(columns=told[0], unnamed=told[1])
        for header, told in ((header, read[header.columns]) for header in headers)
    ]


def _unnamed(
    grid: Grid, columns: tuple[Heading, ...], below: Sequence[tuple[Header, int]]
) -> tuple[tuple[Heading, ...], Unnamed] | None:
    """*columns* with the one they lack, and where it is; None where the rows below do not prove that there is one."""
    width = len(columns) + 1
    wide: list[list[str]] = []
    narrow = 0
    for header, end in below:
        cells = list(grid.cells[header.last : min(end, header.last + _LOOKED_AT * width)])
        for row in islice(split_rows(grid, cells, width), _LOOKED_AT):
            if len(row) == width:
                wide.append([look_of(grid.text[slice(*content(grid.text, *cell))]) for cell in row])
            narrow += len(row) == width - 1
        if len(wide) >= _LOOKED_AT:
            break
    if len(wide) <= narrow:
        return None
    weights = [_weight(wide, columns, place) for place in range(width)]
    best = max(weights)
    near = [place for place, weight in enumerate(weights) if best - weight < max(1, len(wide) // 10)]
    first, last = near[0], near[-1]
    if last == width - 1 and (narrow or len(wide) == 1):
        return None  # as good as a cell too many at the end of these rows
    nameless = tuple(Heading(None, f"第{place + 1}列") for place in range(first, last + 1))
    looks = {kinds[first] for kinds in wide} & {*_TOLD} if first == last else set[str]()
    unnamed = Unnamed(
        tuple(column.heading for column in nameless),
        columns[first - 1].heading if first else "",
        columns[last].heading if last < len(columns) else "",
        looks.pop() if len(looks) == 1 else "",
    )
    return (*columns[:first], *nameless, *columns[last:]), unnamed


def _weight(rows: Sequence[Sequence[str]], columns: tuple[Heading, ...], place: int) -> int:
    """How many cells of *rows* look like their column, the one at *place* being of none that is printed."""
    has = {column.field for column in columns}
    spread = (*columns[:place], None, *columns[place:])
    return sum(
        (kind in _TOLD and kind not in has) if column is None else fits(kind, column)
        for row in rows
        for kind, column in zip(row, spread, strict=True)
    )
