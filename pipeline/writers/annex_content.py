"""What stands in the sheet that prints as the published annex: tables, columns, the words of each cell.

Knows which words go together, and how wide a column is. Does not know rows, heights or pages (annex_pages.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from pipeline.columns import PrintedColumn, after_label, printed_basis, printed_value
from pipeline.model import Basis, Block, ColumnField, Item, PowerList, Table
from pipeline.patterns import lazy_regex
from pipeline.words.labels import STATED
from pipeline.writers.column_widths import Need, amount_of, longest_number, share
from pipeline.writers.measure import BODY, SHEET_WIDTH, heading_width, width_for

Mark = Literal["inserted", "deleted"]

INDENT: Final = "\u3000\u3000"
_BREAK: Final = lazy_regex(r"[ \t\r\u00a0\u3000]*\n\s*")

# Widths of a column with and without content, in the sheet's units; the law has at least this one.
_WIDTHS: Final[dict[ColumnField | None, tuple[float, float]]] = {
    "serial": (6, 6),
    "title": (17, 17),
    "sub_item": (10, 4.25),
    "power_type": (8, 4.25),
    "basis": (45, 45),
    "department": (9.75, 9.75),
    "handling_unit": (9.75, 4.25),
    "level": (5, 5),
    "responsibilities": (17, 4.25),
    "accountability": (17, 4.25),
    "remarks": (9, 4.25),
    None: (9, 4.25),
}
# Where the columns are too many for these: three characters for the serial, four for the title, two for any other with
# content and one without, or more where the heading needs them.
_TIGHT: Final[dict[ColumnField | None, tuple[float, float]]] = {
    "serial": (6, 6),
    "title": (8, 8),
    "basis": (12, 12),
    None: (4.25, 2.5),
}


class Run(NamedTuple):
    """Words of a cell in one font: 黑体 for the law and the article's number, else 仿宋.

    In a table of changes words may be marked as inserted or deleted.
    """

    text: str
    heading: bool
    mark: Mark | None = None


class Section(NamedTuple):
    """A table and what stands in it, in source order."""

    table: Table
    entries: list[Item | Block]


def in_print_order(power_list: PowerList) -> list[Block | Item]:
    """All blocks and items as they stand in the source, but what the list is called first of all: where the name of a
    sheet is the caption, the title is printed below it, in a cell."""
    entries: list[Block | Item] = sorted([*power_list.blocks, *power_list.items], key=lambda entry: entry.span)
    first = next((at for at, entry in enumerate(entries) if not isinstance(entry, Block) or entry.kind == "header"), 0)
    front = entries[:first]
    captions = [at for at, entry in enumerate(front) if isinstance(entry, Block) and entry.kind == "caption"]
    titles = [at for at, entry in enumerate(front) if isinstance(entry, Block) and entry.kind in {"label", "title"}]
    if not captions or not titles or titles[-1] < captions[0]:
        return entries
    above = [*front[: captions[0]], *(front[at] for at in titles if at > captions[0])]
    return [*above, *(entry for entry in front if entry not in above), *entries[first:]]


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

    for entry in in_print_order(power_list):
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
    """Widths that together are SHEET_WIDTH, those of columns with much to say being wider than they have to be."""
    amounts = [_amount(column, items) for column in columns]
    # A broken 1-2-10 is another number.
    number = width_for(longest_number(item.serial for item in items), BODY)
    needs = _needs(columns, amounts, number, _WIDTHS)
    if sum(need.least for need in needs) > SHEET_WIDTH:
        needs = _needs(columns, amounts, number, _TIGHT)
    return share(SHEET_WIDTH, needs)


def _needs(
    columns: Sequence[PrintedColumn],
    amounts: Sequence[int],
    number: float,
    least: Mapping[ColumnField | None, tuple[float, float]],
) -> list[Need]:
    needs = []
    for column, amount in zip(columns, amounts, strict=True):
        filled, empty = least.get(column.field, least[None])
        own = number if column.field == "serial" else 0
        needs.append(Need(max(filled if amount else empty, heading_width(column.heading), own), amount))
    return needs


def _amount(column: PrintedColumn, items: Sequence[Item]) -> int:
    """How much stands in a column of all *items*; in the law's always something."""
    if column.field == "basis":
        return 1 + sum(amount_of("".join(run.text for run in runs)) for item in items for runs in law_cells(item))
    return sum(amount_of(words(item, column)) for item in items)


def words(item: Item, column: PrintedColumn) -> str:
    """What stands in a cell of *item* other than the law's; nothing where the source has no cell."""
    return printed_value(item, column) or ""


def one_break(text: str) -> str:
    """Blank lines and blanks at line ends are the flattened layout, not words: one line feed stays."""
    return _BREAK.sub("\n", text) if "\n" in text else text


def law_cells(item: Item, of: Sequence[Basis] | None = None) -> Iterator[tuple[Run, ...]]:
    """The law's cell, a part for each provision; the first of a law is headed by its citation as printed.

    Every paragraph is indented by two characters. An item without law has one empty part. The laws are those *of* one
    row, where the item has several; all of them else.
    """
    laws = printed_basis(item) if of is None else of
    if not laws:
        yield ()
    for basis in laws:
        lead = basis.citation
        for provision in basis.provisions:
            body = provision.text.replace("\n", "\n" + INDENT)
            if provision.label and lead and provision.text.startswith(STATED):
                lead += provision.label  # 依据《甲法》第三条规定，…: a sentence, printed as one
            elif provision.label:
                lead += ("\n" if lead else "") + INDENT + provision.label
                body = body and after_label(provision) + body
            elif body:
                body = ("\n" if lead else "") + INDENT + body
            yield tuple(run for run in (Run(lead, True), Run(body, False)) if run.text)
            lead = ""
        if not basis.provisions:
            yield (Run(lead, True),) if lead else ()
