"""What every reader delivers: the canonical text and the cells in it.

Knows spans of cells in the canonical text and how a place in the source is called.
Does not know what a cell means, nor (for flattened text) where a row ends.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

WHITE: Final = " \t\r\n\u00a0\u3000"
"""White space between and around the words of a list. Control characters are not in it: they must not get lost."""


class Cell(NamedTuple):
    """One cell: its raw span, from just after its tab up to the next cell's tab or the end of the text."""

    start: int
    end: int


class Grid(NamedTuple):
    """A source as text and cells.

    ``text`` is the canonical text all spans index (code points, half open); ``cells`` are in text order and do not
    overlap; what stands before the first is text outside any table. ``place`` names an offset for a person (第12行).
    """

    text: str
    cells: Sequence[Cell]
    place: Callable[[int], str]


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
