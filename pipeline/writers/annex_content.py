"""What stands in the sheet that prints as the published annex: tables, columns, the words of each cell.

Knows which words go together, and how wide a column is. Does not know rows, heights or pages (annex_pages.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import regex

from pipeline.columns import PrintedColumn, printed_basis, printed_value
from pipeline.model import Block, ColumnField, Item, PowerList, Table
from pipeline.writers.measure import SHEET_WIDTH, heading_width

INDENT: Final = "\u3000\u3000"
_BREAK: Final = regex.compile(r"[ \t\r\u00a0\u3000]*\n\s*")

# Widths of a column with and without content, in the sheet's units. The law takes what the others leave, at least _LAW.
_WIDTHS: Final[dict[ColumnField | None, tuple[float, float]]] = {
    "serial": (6, 6),
    "title": (17, 17),
    "sub_item": (10, 4.25),
    "power_type": (7, 4.25),
    "basis": (0, 0),
    "department": (9.75, 9.75),
    "handling_unit": (9.75, 4.25),
    "level": (5, 5),
    "responsibilities": (17, 4.25),
    "accountability": (17, 4.25),
    "remarks": (9, 4.25),
    None: (9, 4.25),
}
_LAW: Final = 45.0


class Run(NamedTuple):
    """Words of a cell in one font: 黑体 for the law and the article's number, else 仿宋."""

    text: str
    heading: bool


class Section(NamedTuple):
    """A table and what stands in it, in source order."""

    table: Table
    entries: list[Item | Block]


def arrange(power_list: PowerList) -> tuple[list[Block], list[Section]]:
    """The blocks before the first table, and each table with its items and blocks, its caption among them.

    A table begins with the first caption after the last item of the table before; the first one, where it has no
    caption, with its header.
    """
    front: list[Block] = []
    sections: list[Section] = []
    following = iter(power_list.tables)
    missing = 0  # items of the current table still to come
    captioned = True  # whether its own caption has been passed

    def begin() -> None:
        nonlocal missing, captioned
        table = next(following, None)
        if table is not None:
            sections.append(Section(table, []))
            missing, captioned = len(table.items), table.span is None

    entries: list[Item | Block] = [*power_list.blocks, *power_list.items]
    for entry in sorted(entries, key=lambda entry: entry.span):
        if isinstance(entry, Item):
            while missing == 0:
                begin()
            missing -= 1
        elif missing == 0 and captioned and (entry.kind == "caption" or (entry.kind == "header" and not sections)):
            begin()
        if sections:
            captioned = captioned or entry.span == sections[-1].table.span
            sections[-1].entries.append(entry)
        elif isinstance(entry, Block):
            front.append(entry)
    sections.extend(Section(table, []) for table in following)
    return front, sections


def widths(columns: Sequence[PrintedColumn], items: Sequence[Item]) -> list[float]:
    """Widths that together are SHEET_WIDTH: a column without content gives its room to the law."""
    result = [_width(column, items) for column in columns]
    law = next((index for index, column in enumerate(columns) if column.field == "basis"), None)
    room = SHEET_WIDTH if law is None else SHEET_WIDTH - _LAW
    total = sum(result)
    if total > room or law is None:
        result = [width * room / total for width in result]
    if law is not None:
        result[law] = SHEET_WIDTH - sum(result)
    return result


def _width(column: PrintedColumn, items: Sequence[Item]) -> float:
    if column.field == "basis":
        return 0.0
    filled, empty = _WIDTHS[column.field]
    return max(filled if any(words(item, column) for item in items) else empty, heading_width(column.heading))


def words(item: Item, column: PrintedColumn) -> str:
    """What stands in a cell of *item* other than the law's; nothing where the source has no cell."""
    return printed_value(item, column) or ""


def one_break(text: str) -> str:
    """Blank lines and blanks at line ends are the flattened layout, not words: one line feed stays."""
    return _BREAK.sub("\n", text) if "\n" in text else text


def law_cells(item: Item) -> Iterator[tuple[Run, ...]]:
    """The law's cell, a part for each provision; the first of a law is headed by its citation as printed.

    Every paragraph is indented by two characters. An item without law has one empty part.
    """
    laws = printed_basis(item)
    if not laws:
        yield ()
    for basis in laws:
        lead = basis.citation
        for provision in basis.provisions:
            body = provision.text.replace("\n", "\n" + INDENT)
            if provision.label:
                lead += ("\n" if lead else "") + INDENT + provision.label
                body = body and "\u3000" + body
            elif body:
                body = ("\n" if lead else "") + INDENT + body
            yield tuple(run for run in (Run(lead, True), Run(body, False)) if run.text)
            lead = ""
        if not basis.provisions:
            yield (Run(lead, True),) if lead else ()
