"""A worksheet without a header → whether it carries on with the list of the sheet before it, and where.

Knows what shows it: numbers that go on, laws where the laws are, nothing in a column that the list has not. Does not
know how a sheet is printed, nor what a title says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.numerals import parse_numeral
from pipeline.readers.grid import WHITE, Heading
from pipeline.readers.long_cells import begins_basis
from pipeline.readers.sheet import Slot
from pipeline.readers.told import accepts
from pipeline.words import tables as words

Row = tuple[int, list[Slot | None]]

_LONGEST_SERIAL: Final = 16
_OFTEN_EMPTY: Final = frozenset(("remarks", "sub_item", None))
"""Fields of columns that may be empty on a whole sheet."""


class Listed(NamedTuple):
    """The last sheet with a header, and the list that begins on it: the ``rows`` of all its sheets so far."""

    name: str
    columns: tuple[Heading, ...]
    kept: Sequence[int]
    rows: Sequence[Row]


class Continued(NamedTuple):
    """Where among the rows of a sheet the items begin, and whether they begin with 1 again."""

    begin: int
    anew: bool


def continues(listed: Listed, rows: Sequence[Row]) -> Continued | None:
    """How *rows* carry on with what is *listed*; None where they do not evidently do so.

    Above the first number are lines alone; that number is the next of the list, or 1; most rows that have a number
    have a law and in each cell what its column takes, and no column more or less than those of the list.
    """
    above, items = list(_numbered(listed.rows, listed)), list(_numbered(rows, listed))
    if not above or not items:
        return None
    (at, first), last = items[0], above[-1][1]
    numbers = _number(listed, first), _number(listed, last)
    follows = None not in numbers and numbers[0] == (numbers[1] or 0) + 1
    if not (follows or numbers[0] == 1) or any(len(_slots(row)) > 1 for _, row in rows[:at]):
        return None
    if not _same_columns(listed, [row for _, row in above], [row for _, row in items]):
        return None
    fitting = sum(_fits(listed, row) for _, row in items)
    return Continued(at, not follows) if 2 * fitting > len(items) else None


def _numbered(rows: Sequence[Row], listed: Listed) -> Iterator[tuple[int, list[Slot | None]]]:
    """The rows that begin with a number of their own, each with its place among *rows*."""
    for at, (number, row) in enumerate(rows):
        slot = _cell(listed, row, "serial")
        if slot is not None and slot.row == number and _number(listed, row) is not None:
            yield at, row


def _number(listed: Listed, row: Sequence[Slot | None]) -> int | None:
    slot = _cell(listed, row, "serial")
    serial = slot.text.strip(WHITE) if slot else ""
    if len(serial) > _LONGEST_SERIAL or not words.SERIAL.fullmatch(serial):
        return None
    return parse_numeral(words.SERIAL_MARKS.sub("", serial))


def _cell(listed: Listed, row: Sequence[Slot | None], field: str) -> Slot | None:
    """What stands in the first column of *field*."""
    places = (at for at, column in zip(listed.kept, listed.columns, strict=True) if column.field == field)
    at = next(places, len(row))
    return row[at] if at < len(row) else None


def _slots(row: Sequence[Slot | None]) -> list[Slot]:
    return list(dict.fromkeys(slot for slot in row if slot is not None))


def _same_columns(
    listed: Listed, above: Sequence[Sequence[Slot | None]], rows: Sequence[Sequence[Slot | None]]
) -> bool:
    """Whether *rows* have cells in the columns that the rows *above* have cells in: no more, and no fewer but for those
    that often say nothing."""
    filled, before = ({at for row in each for at in map(row.index, _slots(row))} for each in (rows, above))
    fields = dict(zip(listed.kept, (column.field for column in listed.columns), strict=True))
    return filled <= fields.keys() and {fields.get(at) for at in before - filled} <= _OFTEN_EMPTY


def _fits(listed: Listed, row: Sequence[Slot | None]) -> bool:
    cells = [row[at] if at < len(row) else None for at in listed.kept]
    laws = [slot for slot, column in zip(cells, listed.columns, strict=True) if slot and column.field == "basis"]
    return any(begins_basis(slot.text.strip(WHITE)) for slot in laws) and all(
        slot is None or accepts(listed.columns, at, slot.text) for at, slot in enumerate(cells)
    )
