"""The columns a table of the list was printed with, and what an item has in them.

Knows which field or extra cell stands below which heading. Does not know how wide a column is, nor any file format.
"""

from __future__ import annotations

from collections import deque
from itertools import groupby
from typing import Final, Literal, NamedTuple, get_args

from pipeline.model import Basis, ColumnField, Item, Provision, Table
from pipeline.patterns import lazy_regex
from pipeline.words.labels import COLONED

_PLAIN_NUMBER: Final = lazy_regex(r"0|[1-9][0-9]*+")
_MAX_DIGITS: Final = 15  # a spreadsheet keeps no more


class PrintedColumn(NamedTuple):
    """A column of the list: its heading, the field it shows, or the key in ``item.extra`` where it shows none.

    The heading of a ``spanned`` one is that of the column before, printed once over both.
    """

    heading: str
    field: ColumnField | None
    key: str
    spanned: bool = False


def printed_columns(table: Table) -> tuple[PrintedColumn, ...]:
    """The table's columns in printed order, then any its rows have beyond them: a later header's, a cell too many.

    A second column with the same field or heading has its content in ``extra``, under its heading or heading#2.
    """
    result: list[PrintedColumn] = []
    fields: set[ColumnField] = set()
    keys: set[str] = set()
    for heading, field, spanned in ((column.heading, column.field, column.spanned) for column in table.columns):
        if field is not None and field not in fields:
            fields.add(field)
            result.append(PrintedColumn(heading, field, "", spanned))
            continue
        key, number = heading, 2
        while key in keys:
            key, number = f"{heading}#{number}", number + 1
        keys.add(key)
        if not is_part_of_basis(table, heading, field, key):
            result.append(PrintedColumn(heading, None, key, spanned))
    result += [
        PrintedColumn(Item.model_fields[field].title or field, field, "")
        for field in get_args(ColumnField)
        if field not in fields and any(field in item.spans for item in table.items)
    ]
    beyond = dict.fromkeys(key for item in table.items for key in item.extra if key not in keys)
    return (*result, *(PrintedColumn(key, None, key) for key in beyond))


def is_part_of_basis(table: Table, heading: str, field: ColumnField | None, key: str) -> bool:
    """Whether a further column of *table* is the second under the heading of the law: 《甲法》 | 第三条 ….

    The law's own cell says what stands there, and no item has anything under the *key* of it.
    """
    basis = next((column.heading for column in table.columns if column.field == "basis"), None)
    return field is None and heading == basis and all(key not in item.extra for item in table.items)


def printed_value(item: Item, column: PrintedColumn) -> str | None:
    """What stands in a cell of *item*, None where the source has no such cell. Not for the law's column."""
    if column.field is None:
        return item.extra.get(column.key)
    if column.field == "power_type":  # where its cell is empty, the item has the caption's type
        start, end = item.spans.get("power_type", (0, 0))
        return item.power_type if start < end else "" if "power_type" in item.spans else None
    if column.field == "sub_item":
        return printed_sub_item(item)
    value: str | None = getattr(item, column.field)
    return value


def printed_sub_item(item: Item) -> str | None:
    """The cell of an item's sub-items. A blank line stands between those that no number tells apart: where they had
    rows of their own a column's width would not show where one ends."""
    if len(item.sub_items) < 2 or item.titles_apart or all(sub_item.label for sub_item in item.sub_items):
        return item.sub_item
    return "\n\n".join(sub_item.label + sub_item.text for sub_item in item.sub_items)


def column_apart(item: Item) -> Literal["title", "sub_item"]:
    """The column in which the sub-items of *item* stand: that of titles, where it has several of these."""
    return "title" if item.titles_apart else "sub_item"


class PrintedRow(NamedTuple):
    """Of an item whose sub-items each have laws of their own: the words in their column, the laws beside."""

    words: str
    basis: tuple[Basis, ...]


def printed_rows(item: Item) -> tuple[PrintedRow, ...]:
    """The rows *item* is printed in, so that it can be seen which law is whose; none where its sub-items share a cell.

    None too where they share one in part, where each rank of law has a column of its own, or a cell is said again.
    """
    if len(item.sub_items) < 2 or all(sub_item.basis is None for sub_item in item.sub_items):
        return ()
    left = deque(printed_basis(item))
    if len(left) != len(item.basis):
        return ()
    rows: list[PrintedRow] = []
    for basis, group in groupby(item.sub_items, key=lambda sub_item: sub_item.basis):
        own: list[Basis] = []
        for part in basis or ():
            law = left.popleft() if left else None
            count = len(part.ordinals)
            if law is None or law.law != part.law:
                return ()
            if tuple(each.ordinal for each in law.provisions[:count]) != part.ordinals:
                return ()
            own.append(law.model_copy(update={"provisions": law.provisions[:count]}))
            if law.provisions[count:]:  # articles under the law that a row above names
                left.appendleft(law.model_copy(update={"citation": "", "provisions": law.provisions[count:]}))
        held = list(group)
        between = "\n" if all(sub_item.label for sub_item in held) else "\n\n"
        rows.append(PrintedRow(between.join(sub_item.label + sub_item.text for sub_item in held), tuple(own)))
    return tuple(rows) if len(rows) > 1 and not left else ()


def is_missing(item: Item, column: PrintedColumn) -> bool:
    """Whether the source has no cell for *item* in *column*, a column of its table."""
    if column.field == "basis":
        return not item.basis and "basis" not in item.spans
    return printed_value(item, column) is None


def printed_basis(item: Item) -> tuple[Basis, ...]:
    """The laws that stand in the first column of 设定依据: where each rank of law has one, the other cells' words are
    in ``extra`` and stand below their own heading."""
    others = [span for name, span in item.spans.items() if name.startswith("extra:") and span[0] < span[1]]
    if not others:
        return item.basis
    return tuple(basis for basis in item.basis if not any(start <= basis.span[0] < end for start, end in others))


def after_label(provision: Provision) -> str:
    """What is printed between a label and its text: a blank, or the colon without which it would be read as text."""
    return "：" if provision.kind != "section" and COLONED.fullmatch(provision.label) else "\u3000"


def as_number(text: str | None) -> str | int | None:
    """*text* as a number where the number is printed just like it (12, not 012 or １２): so that it sorts as one."""
    return int(text) if text and len(text) <= _MAX_DIGITS and _PLAIN_NUMBER.fullmatch(text) else text
