"""A table as a native file has it: slots in rows and columns, merged ones in every place they cover.

Knows rows, columns and merged areas. Does not know any file format, nor what stands in a slot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from pipeline.errors import SourceUnreadable
from pipeline.readers.grid import RemarkKind

Noticed = tuple[RemarkKind, tuple[str, ...]]
"""What a reader saw and only it can see: the kind, and the words for the rule that says it."""

MAX_SLOTS: Final = 4_000_000
"""Places in one table, merged areas counted in full; a thousand items of twenty columns have 20,000."""


MAX_ROWS: Final = 100_000
"""Rows of a list in which something stands. The longest list seen has three thousand."""


@dataclass(eq=False, slots=True)
class Slot:
    """What one cell of the file holds. A merged cell is one slot in many places: slots are told apart by identity."""

    text: str
    row: int
    column: int
    remarks: tuple[Noticed, ...] = ()
    outside: bool = False
    """Whether the reader knows that this is no part of a row, whatever it looks like: the number of a page."""
    goes_on: bool = False
    """Whether the slot below it goes on with it, in the middle of a line if need be: the end of a page cut it."""
    ends: bool = False
    """Whether the reader knows that it does not, though it may stop in the middle of a sentence."""


class Paragraph(NamedTuple):
    """Text outside tables, what its place is called, what was seen there, and whether it is the name of a sheet."""

    text: str
    place: str
    remarks: tuple[Noticed, ...] = ()
    named: bool = False


class Merged(NamedTuple):
    """A merged area, first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Sheet:
    """One table, with the paragraphs above it. ``rows`` are numbered: rows in which nothing stands are left out.

    ``own`` is whether the table begins a table of the list even where no caption says so (a worksheet does; a Word
    table may be the continuation of the one before it). ``remarks`` are about the sheet as a whole, ``beyond`` has what
    stands in a row and nobody can tell in which column, ``below`` what stands far from the table, ``absent`` the places
    (row and column) that the source does not have: a form without a heading that others have.
    """

    rows: dict[int, list[Slot | None]]
    place: Callable[[int, int], str]
    above: Sequence[Paragraph] = ()
    name: str | None = None
    own: bool = False
    remarks: list[Noticed] = field(default_factory=list)
    beyond: dict[int, tuple[Slot, ...]] = field(default_factory=dict)
    below: Sequence[Slot] = ()
    absent: frozenset[tuple[int, int]] = frozenset()


def spread(rows: dict[int, list[Slot | None]], areas: Iterable[Merged], name: str) -> list[Slot]:
    """Put the slot of every merged area into all the places it covers in rows that hold something.

    Returns the slots that were covered, and say other words: a file can keep what a merged cell hides. Raises
    SourceUnreadable where the areas cover more places than any list has.
    """
    numbers = sorted(rows)
    places = 0
    hidden: list[Slot] = []
    for area in areas:
        first = rows.get(area.top)
        slot = first[area.left] if first and area.left < len(first) else None
        if slot is None:
            continue
        # An area can reach down a whole sheet: only the rows that hold something are looked at.
        covered = range(area.top, area.bottom + 1)
        inside = covered if len(covered) <= len(numbers) else numbers
        for number in inside:
            row = rows.get(number) if area.top <= number <= area.bottom else None
            if row is None:
                continue
            right = min(area.right, len(row) - 1)
            places += right - area.left + 1
            if places > MAX_SLOTS:
                raise SourceUnreadable(f"{name}：合并单元格覆盖的范围过大；请取消不必要的合并后另存再试。")
            others = (other for other in row[area.left : right + 1] if other is not None and other is not slot)
            hidden += [other for other in others if other.text.split() != slot.text.split()]
            row[area.left : right + 1] = [slot] * (right + 1 - area.left)
    return hidden
