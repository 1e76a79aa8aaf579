"""What every reader delivers: the canonical text and the cells in it.

Knows spans of cells in the canonical text, the rows a native file has, and how a place in the source is called.
Does not know what a cell means, nor (for flattened text) where a row ends.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final, Literal, NamedTuple

WHITE: Final = " \t\r\n\u00a0\u3000"
"""White space between and around the words of a list. Control characters are not in it: they must not get lost."""

RemarkKind = Literal[
    "rows-hidden", "formula-value", "cell-error", "changes-tracked", "sheet-without-header", "cells-inferred",
    "sheet-unread", "cells-untold", "cell-untold", "numbers-automatic", "numbers-unread", "text-hidden",
    "symbols-unread",
    "part-unread", "columns-hidden", "sheet-hidden", "formula-unsaved", "cells-covered", "cell-across",
    "outline-read", "sheet-continued", "row-sample", "row-merged-away",
    "table-outside", "field-absent",
]  # fmt: skip


class Cell(NamedTuple):
    """One cell: its raw span, from just after its tab up to the next cell's tab or the end of the text."""

    start: int
    end: int


class Line(NamedTuple):
    """Text of a native file outside the rows of its tables; ``inside`` where rows of a table stand on both sides,
    ``note`` where its reader knows already that it is a note, ``named`` where it is the name of a sheet."""

    start: int
    end: int
    inside: bool = False
    note: bool = False
    named: bool = False


class Heading(NamedTuple):
    """One cell of a header row: the field it stands for, None where it stands for none, and its words without white
    space. ``spanned`` marks the second and later columns under one cell: its words were printed once."""

    field: str | None
    heading: str
    spanned: bool = False


class SubRow(NamedTuple):
    """A cell of the sub-items' column, and the cells of 设定依据 in its rows: spans of the canonical text."""

    span: tuple[int, int]
    basis: tuple[tuple[int, int], ...] = ()


class NativeRow(NamedTuple):
    """A row of a native table: the cells ``first`` … ``last - 1`` of the grid.

    ``columns`` are the headings of a header row, None in any other row. ``fresh`` marks a header, or
    the first row of a sheet without one, that begins a table of its own because it stands on another sheet than what
    is before it. ``sub_rows`` are the sub-items of an item over several rows of the file.
    """

    first: int
    last: int
    columns: tuple[Heading, ...] | None = None
    fresh: bool = False
    sub_rows: tuple[SubRow, ...] = ()


class Remark(NamedTuple):
    """What only the reader can see: a hidden row, a formula, a change not yet accepted. Rules put it into words."""

    kind: RemarkKind
    span: tuple[int, int]
    words: tuple[str, ...]


class Grid(NamedTuple):
    """A source as text and cells.

    ``text`` is the canonical text all spans index (code points, half open); ``cells`` are in text order and do not
    overlap; what stands before the first is text outside any table. ``place`` names an offset for a person (第12行).
    ``rows`` are the lines and rows of a file that has them (None: flattened text, where layout has to find them), and
    ``joins`` the line feeds that stand where rows of the file were put together to one.
    """

    text: str
    cells: Sequence[Cell]
    place: Callable[[int], str]
    rows: Sequence[Line | NativeRow] | None = None
    joins: Sequence[int] = ()
    remarks: Sequence[Remark] = ()


def content(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of ``text[start:end]`` without surrounding white space; an empty one sits at *start*."""
    left = start
    while left < end and text[left] in WHITE:
        left += 1
    if left >= end:
        return (start, start)
    while text[end - 1] in WHITE:
        end -= 1
    return (left, end)


def line_places(text: str) -> Callable[[int], str]:
    """A function from an offset in *text* to the name of its line, counted from 1: 第12行."""
    starts: list[int] = []

    def place(offset: int) -> str:
        if not starts:
            starts.append(0)
            position = text.find("\n")
            while position >= 0:
                starts.append(position + 1)
                position = text.find("\n", position + 1)
        return f"第{bisect_right(starts, offset)}行"

    return place
