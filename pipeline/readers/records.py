"""The rows under a header of a native table → records, each one item over one or several rows, and lines between.

Knows what makes a row begin an item: its own serial or title. Does not know the canonical text, nor any law.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from pipeline.numerals import parse_numeral
from pipeline.readers.between import is_other_header, names_group, numbers_columns
from pipeline.readers.closing import closes, counts, goes_on_note, is_note, is_sample
from pipeline.readers.grid import WHITE, Heading
from pipeline.readers.headings import unnamed
from pipeline.readers.sheet import Slot
from pipeline.readers.sub_rows import Beside, Fields, find_sub_rows
from pipeline.words import tables as words

_LONGEST_SERIAL: Final = 16


class Record(NamedTuple):
    """One item: the number of its first row, and for each column the slots that stand in it, from top to bottom.

    ``sub_rows`` are its sub-items, where it has several rows.
    """

    row: int
    columns: tuple[tuple[Slot, ...], ...]
    sub_rows: tuple[Beside, ...] = ()


class Between(NamedTuple):
    """Slots of a row that belongs to no item: a group, a caption, a note, a signature.

    ``kind`` is what is known of it here: a note; a sample, be it over several rows; a row of another table.
    """

    slots: tuple[Slot, ...]
    kind: Literal["line", "note", "sample", "other"] = "line"


Numbered = tuple[int, Sequence[Slot | None]]
"""A row with its number in the file."""


def kept_columns(header: Sequence[Slot | None], body: Sequence[Sequence[Slot | None]]) -> list[int]:
    """The columns that say something: not those without heading and content, nor the second half of a wide one."""
    kept: list[int] = []
    for index in range(len(header)):
        if index and all(_same(row, index) for row in (header, *body)):
            continue
        if header[index] is None and all(index >= len(row) or row[index] is None for row in body):
            continue
        kept.append(index)
    return kept


def _same(row: Sequence[Slot | None], index: int) -> bool:
    """Whether the place and the one before it hold one merged cell; a row that is merged all over says nothing."""
    here = row[index] if index < len(row) else None
    return here is row[index - 1] if index <= len(row) else True


def counted(columns: tuple[Heading, ...], cells: Iterable[str]) -> tuple[Heading, ...]:
    """*columns*, the first being the serials where it has no name and its *cells* count: 1, 2, 3 and nothing else."""
    if columns[0] != Heading(None, unnamed(0)) or any(column.field == "serial" for column in columns):
        return columns
    numbers = [parse_numeral(cell) if words.SERIAL.fullmatch(cell) else None for cell in cells]
    steps = {None if one is None or two is None else two - one for one, two in pairwise(numbers)}
    return (columns[0]._replace(field="serial"), *columns[1:]) if steps == {1} or numbers == [1] else columns


def read_records(body: Sequence[Numbered], columns: Sequence[Heading]) -> Iterator[Record | Between]:
    """Go through the rows of *body*, each cut to *columns*."""
    at = _fields(columns)
    pending: list[Numbered] = []
    numbers = counted = others = noted = False
    for index, (number, row) in enumerate(body):
        slots = list({id(slot): slot for slot in row if slot is not None}.values())
        own = [slot for slot in slots if slot.row == number]
        if not own:
            continue
        serial = row[at.serial] if at.serial is not None else None
        if serial is not None and _is_serial(serial.text):
            numbers, counted = True, False
        # Below a total of numbered items, what has no number is none; below the header of another table, nothing is.
        said = [slot.text for slot in slots]
        counted = counted or (numbers and counts(said))
        others = others or (is_other_header(said) and not closes(said))
        further = noted and goes_on_note([slot.text for slot in own])
        outside = counted or others or further or (index == 0 and numbers_columns(said))
        if outside or _is_between(row, slots, at, len(columns)):
            yield from _whole(pending, at)
            pending = []
            noted = further or is_note(said[0])
            other = others and len(own) > 1  # what stands alone may be a caption of what follows
            yield Between(tuple(own), "other" if other else "note" if further else "line")
            continue
        noted = False
        if pending and _begins(row, pending[-1][1], at, number):
            yield from _whole(pending, at)
            pending = []
        pending.append((number, row))
    yield from _whole(pending, at)


def _whole(rows: Sequence[Numbered], at: Fields) -> Iterator[Record | Between]:
    """The item of *rows*, if there are any; where it is a sample, what stands in them."""
    if not rows:
        return
    serial = rows[0][1][at.serial] if at.serial is not None else None
    if serial is None or not is_sample(serial.text):
        yield _record(rows[0][0], [row for _, row in rows], at)
        return
    slots = (slot for number, row in rows for slot in row if slot is not None and slot.row == number)
    yield Between(tuple(dict.fromkeys(slots)), "sample")


def goes_on(
    below: Numbered,
    last: Numbered,
    kept: Sequence[int],
    columns: Sequence[Heading],
) -> bool:
    """Whether the row *below* is of the item whose *last* row so far it follows; of both the *kept* places count."""
    at = _fields(columns)
    row, above = ([each[index] if index < len(each) else None for index in kept] for _, each in (below, last))
    slots, others = ([slot for slot in each if slot is not None] for each in (row, above))
    if not slots or not others or _is_between(row, slots, at, len(columns)):
        return False
    return not _is_between(above, others, at, len(columns)) and not _begins(row, above, at, below[0])


def _fields(columns: Sequence[Heading]) -> Fields:
    fields = [column.field for column in columns]
    names = ("serial", "title", "basis", "sub_item")
    serial, title, basis, sub_item = (fields.index(name) if name in fields else None for name in names)
    bases = tuple(index for index, field in enumerate(fields) if field == "basis")
    return Fields(serial, title, basis, sub_item, bases)


def _record(first: int, rows: Sequence[Sequence[Slot | None]], at: Fields) -> Record:
    """The item of *rows*, which begin at row *first*: a cell merged over several of them is one slot."""
    columns = []
    for column in zip(*rows, strict=True):
        slots = list({id(slot): slot for slot in column if slot is not None}.values())
        columns.append(tuple(_unrepeated(slots)))
    return Record(first, tuple(columns), find_sub_rows(rows, columns, at) if len(rows) > 1 else ())


def _unrepeated(slots: Sequence[Slot]) -> Sequence[Slot]:
    """Without the parts that only say again what stands above: marked （续）, or all of a column alike."""
    slots = [slot for slot in slots if not words.CONTINUED.fullmatch(slot.text)]  # of a cell that says nothing
    if len(slots) < 2:
        return slots
    if len({_text(slot) for slot in slots}) == 1 and not slots[0].goes_on:
        return slots[:1]
    parts = (slot for above, slot in pairwise(slots) if above.goes_on or not words.CONTINUED.search(slot.text))
    return [slots[0], *parts]


def _is_between(row: Sequence[Slot | None], slots: Sequence[Slot], at: Fields, width: int) -> bool:
    """Whether a row is no part of an item: one cell that is no serial, or cells of a signature."""
    if any(slot.outside for slot in slots):
        return True
    serial = row[at.serial] if at.serial is not None else None
    numbered = serial is not None and _is_serial(serial.text)
    if (not numbered and _closes(row, slots, at)) or names_group([slot.text for slot in slots]):
        return True
    if width > 1 and len(slots) == 1:
        slot = slots[0]
        over_all = all(row[index] is slot for index in (at.serial, at.title, at.basis) if index is not None)
        if _is_serial(slot.text) and not over_all:
            return False
        first = next(index for index, other in enumerate(row) if other is slot)
        wide = sum(1 for other in row if other is slot) > 1
        return wide or first in {0, at.serial}
    return False


def _closes(row: Sequence[Slot | None], slots: Sequence[Slot], at: Fields) -> bool:
    """Whether a row without a number is below the items: a total, a signature, a note that is in no column of notes."""
    if closes([slot.text for slot in slots]):
        return True
    return is_note(slots[0].text) and row.index(slots[0]) <= (at.title or 0)


def _begins(row: Sequence[Slot | None], last: Sequence[Slot | None], at: Fields, number: int) -> bool:
    """Whether *row* begins an item, *last* being the row before it of the item that is open."""
    serial = row[at.serial] if at.serial is not None else None
    title = row[at.title] if at.title is not None else None
    if serial is not None:
        if serial.row != number or words.CONTINUED.search(serial.text):
            return False
        return not _says_again(row, last, at)
    if title is not None and at.serial is not None and _names_sub_item(row, last, at):
        return False  # of a numbered list: the title again, no number, another sub-item
    if title is None or title.row != number:
        # Without a number, a new 设定依据 under a title that goes on is a further part of the item.
        return at.title is None and at.basis is not None and row[at.basis] is not None
    return True


def _says_again(row: Sequence[Slot | None], last: Sequence[Slot | None], at: Fields) -> bool:
    """Whether number and title stand in both rows and something else differs, a sub-item, a step, a level: one item.
    Rows that are the same in everything are one item entered twice."""
    if at.serial is None or at.title is None:
        return False
    same = all(_text(row[index]) == _text(last[index]) != "" for index in (at.serial, at.title))
    return same and list(map(_text, row)) != list(map(_text, last))


def _names_sub_item(row: Sequence[Slot | None], last: Sequence[Slot | None], at: Fields) -> bool:
    """Whether *row* says the title of *last* again, with another sub-item."""
    if at.title is None or at.sub_item is None:
        return False
    return _text(row[at.title]) == _text(last[at.title]) != "" and "" != _text(row[at.sub_item]) != _text(
        last[at.sub_item]
    )


def _text(slot: Slot | None) -> str:
    return "".join(slot.text.split()) if slot else ""


def _is_serial(text: str) -> bool:
    bare = text.strip(WHITE)
    return len(bare) <= _LONGEST_SERIAL and (
        words.SERIAL.fullmatch(bare) is not None or parse_numeral(bare) is not None
    )
