"""The sub-items of an item over several rows of a native table, and the cells of 设定依据 beside each.

Knows the columns sub-items stand in, that of titles too where one number has several. Does not know where an item
begins, nor the canonical text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.readers.grid import WHITE
from pipeline.readers.headings import bare_heading
from pipeline.readers.long_cells import begins_basis
from pipeline.readers.sheet import Slot
from pipeline.readers.told import goes_on
from pipeline.words import tables as words
from pipeline.words.titles import TAIL, TYPE_WORDS


class Beside(NamedTuple):
    """A slot of the sub-items' column, or a title of several under one number, and the slots of 设定依据 in its rows,
    where not all sub-items have the same."""

    slot: Slot
    basis: tuple[Slot, ...]


class Fields(NamedTuple):
    """The places of the columns that tell rows apart, among those kept; None where there is none."""

    serial: int | None
    title: int | None
    basis: int | None
    sub_item: int | None
    bases: tuple[int, ...]


def find_sub_rows(
    rows: Sequence[Sequence[Slot | None]], columns: Sequence[Sequence[Slot]], at: Fields
) -> tuple[Beside, ...]:
    """The sub-items of an item over several *rows*; where it has none, its titles, if each has a law beside it."""
    named = at.sub_item is not None and bool(columns[at.sub_item])
    column = at.sub_item if named else at.title
    if column is None:
        return ()
    begun = {id(slot): first for slots in columns for slot, first in _begun(slots)}
    sub_items = [slot for slot in columns[column] if begun[id(slot)] is slot]
    kept = {id(begun[id(slot)]) for index in at.bases for slot in columns[index]}
    beside: dict[int, dict[int, Slot]] = {id(slot): {} for slot in sub_items}
    slot: Slot | None = None
    for row in rows:
        slot = row[column] or (slot if _is_continued(row, at) else None)
        if slot is not None and len(sub_items) == 1:
            slot = sub_items[0]  # said again in every row
        slot = begun.get(id(slot), slot)
        basis = (begun.get(id(each)) for each in (row[index] for index in at.bases) if each)
        beside.get(id(slot), {}).update({id(each): each for each in basis if each})
    shared = all(slots.keys() == kept for slots in beside.values()) or len(kept) < 2
    if not named and (
        len(sub_items) < 2 or shared or _is_broken(sub_items) or not all(map(_begins_laws, beside.values()))
    ):
        return ()
    return tuple(Beside(slot, () if shared else tuple(beside[id(slot)].values())) for slot in sub_items)


def _is_broken(titles: Sequence[Slot]) -> bool:
    """Whether slots of the titles' column are one title over several rows: one goes on with the one above, or only the
    last ends as titles do (对未按规定记录 | 裂缝的处罚)."""
    said = [bare_heading(slot.text) or slot.text for slot in titles]
    ends = {TAIL.search(title) is not None for title in said}
    return len(ends) > 1 or any(
        goes_on(one, other) or one.endswith("的") or other.startswith(("（", "(")) or other in TYPE_WORDS
        for one, other in pairwise(said)
    )


def _begins_laws(basis: Mapping[int, Slot]) -> bool:
    return bool(basis) and begins_basis(next(iter(basis.values())).text.strip(WHITE))


def _begun(column: Sequence[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Each slot of *column* with the one it began as, before the ends of pages cut it."""
    first: Slot | None = None
    for slot in column:
        first = first or slot
        yield slot, first
        if not slot.goes_on:
            first = None


def _is_continued(row: Sequence[Slot | None], at: Fields) -> bool:
    """Whether *row* is marked （续）: what stands in it belongs to the sub-item on the page before."""
    serial = row[at.serial] if at.serial is not None else None
    return serial is not None and words.CONTINUED.search(serial.text) is not None
