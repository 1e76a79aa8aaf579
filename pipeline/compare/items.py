"""An item of the old list and the same item of the new one → what changed in it.

Knows an item's columns and its table. Does not know laws and provisions (quotations.py), nor which items are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pipeline.compare.edits import edits
from pipeline.compare.laws import LawName
from pipeline.compare.nouns import ItemChange, ItemSide, Match, ValueChange, ValueKind
from pipeline.compare.quotations import quotation_changes
from pipeline.compare.substance import substance
from pipeline.model import Item, PowerList, Table
from pipeline.words.comparing import TABLE_NAME
from pipeline.words.tables import OTHER_HEADERS

# The fields that are compared as they stand, and what a change of one is.
_FIELDS: Final[Mapping[str, ValueKind]] = {
    "title": "renamed",
    "sub_item": "sub_item",
    "department": "department",
    "handling_unit": "handling_unit",
    "level": "level",
    "responsibilities": "responsibilities",
    "accountability": "accountability",
    "remarks": "remarks",
}

_TELLING: Final = 2
"""Characters by which a cell is known again; 是, 否, 无 and √ stand in many columns."""


class Surroundings(NamedTuple):
    """What the items of one list have in common: its laws by their ids, and each item's table by its number."""

    laws: Mapping[str, LawName]
    tables: Mapping[int, Table]


def surroundings(power_list: PowerList, laws: Mapping[str, LawName]) -> Surroundings:
    """Those of *power_list*; *laws* are its laws."""
    return Surroundings(
        laws,
        {item.number: table for table in power_list.tables for item in table.items},
    )


def added(item: Item) -> ItemChange:
    """*item* of the new list has no counterpart."""
    side = _side(item)
    return ItemChange(kind="added", old=None, new=side, match=None, values=(), laws=(), provisions=())


def removed(item: Item) -> ItemChange:
    """*item* of the old list has no counterpart."""
    side = _side(item)
    return ItemChange(kind="removed", old=side, new=None, match=None, values=(), laws=(), provisions=())


def changed(
    old: Item, new: Item, match: Match, old_around: Surroundings, new_around: Surroundings
) -> ItemChange | None:
    """What is otherwise in *new*; None where it says what *old* said, wherever it stands and whatever its number."""
    values = _without_renamed(list(_values(old, new, old_around, new_around)))
    laws, provisions = quotation_changes(old, new, old_around.laws, new_around.laws)
    if not (values or laws or provisions):
        return None
    return ItemChange(
        kind="changed",
        old=_side(old),
        new=_side(new),
        match=match,
        values=values,
        laws=laws,
        provisions=provisions,
    )


def _values(old: Item, new: Item, old_around: Surroundings, new_around: Surroundings) -> Iterator[ValueChange]:
    for field, kind in _FIELDS.items():
        heading = Item.model_fields[field].title or field
        yield from value_change(kind, heading, getattr(old, field), getattr(new, field))
    ours, theirs = old_around.tables[old.number], new_around.tables[new.number]
    if _name(ours) and _name(theirs) and _name(ours) != _name(theirs):
        yield from value_change("moved", "表", ours.power_type or ours.caption, theirs.power_type or theirs.caption)
    if _own_type(old, ours) or _own_type(new, theirs) or not (_name(ours) and _name(theirs)):
        yield from value_change("power_type", "权责类型", old.power_type, new.power_type)
    for heading in dict.fromkeys((*old.extra, *new.extra)):
        yield from value_change("column", heading, old.extra.get(heading), new.extra.get(heading))


def _without_renamed(values: Sequence[ValueChange]) -> tuple[ValueChange, ...]:
    """*values* but for those of a column that only goes by another heading: what stood in the one stands in the other.

    One of the headings is then none that is known (执行层次 → 行使层级), and neither list has both columns. Two known
    columns are two, and 否 in one says nothing of 否 in another.
    """
    left = list(values)
    for gone in values:
        if gone.new is None and len(substance(gone.old)) >= _TELLING:
            came = (each for each in left if each.old is None and substance(each.new) == substance(gone.old))
            if other := next((each for each in came if _is_unknown(gone) or _is_unknown(each)), None):
                left.remove(gone)
                left.remove(other)
    return tuple(left)


def _is_unknown(value: ValueChange) -> bool:
    return value.kind == "column" and value.heading not in OTHER_HEADERS


def _own_type(item: Item, table: Table) -> bool:
    """Whether a column gives the item's type, not the caption of its table."""
    return item.power_type != table.power_type


def _name(table: Table) -> str:
    """What a table goes by: its type, else its caption without number and count; "" where it has no caption."""
    found = TABLE_NAME.fullmatch(substance(table.caption))
    return substance(table.power_type) or (found["name"] if found else "")


def value_change(kind: ValueKind, heading: str, old: str | None, new: str | None) -> Iterator[ValueChange]:
    """One where the two say different things; a cell that is empty or not there says nothing."""
    if old != new and substance(old) != substance(new):
        yield ValueChange(kind=kind, heading=heading, old=old, new=new, edits=edits(old or "", new or ""))


def _side(item: Item) -> ItemSide:
    return ItemSide(
        number=item.number,
        id=item.id,
        serial=item.serial,
        title=item.title,
        sub_item=item.sub_item,
        power_type=item.power_type,
        department=item.department,
        handling_unit=item.handling_unit,
        level=item.level,
        responsibilities=item.responsibilities,
        accountability=item.accountability,
        remarks=item.remarks,
        basis=tuple(
            basis.citation + "、".join(dict.fromkeys(each.label for each in basis.provisions if each.label))
            for basis in item.basis
        ),
        place=item.place,
    )
