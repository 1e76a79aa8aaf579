"""One table of the list as one Word table: its rows, and where a page may end.

Knows rows, merged cells, rules, and how full a page is.
Does not know what stands in a cell (word_cells.py), nor how a style looks (word_parts.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from pipeline.columns import column_apart, printed_rows
from pipeline.model import Block, Item
from pipeline.writers.word_cells import Column, cell, count_lines, pieces
from pipeline.writers.word_markup import EMPTY, MERGE, MISSING, TABLE_END, TOP, Line, lines, marked, table_start, tc, tr
from pipeline.writers.word_parts import (
    HEAD_LINE,
    HEAD_SIZE,
    HEIGHTS,
    LINE,
    ROW_PADDING,
    SIZE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    twips,
)

_PAGE: Final = TEXT_HEIGHT / 25.4 * 72  # points

_RED: Final = '<w:shd w:val="clear" w:color="auto" w:fill="FBDDDD"/>'
_NO_RULE_ABOVE: Final = '<w:top w:val="nil"/>'
_NO_RULE_BELOW: Final = '<w:bottom w:val="nil"/>'


class Opening(NamedTuple):
    """What stands above a table: its height in points, and the space above it, which no page begins with."""

    height: float
    lead: float


@dataclass
class Page:
    """How full the page is, in points, as far as counting lines can tell: only Word knows.

    Nothing but a rule depends on it. ``kept`` is the height of what stays on one page with whatever comes next,
    ``lead`` what of it falls away at the top of a page; ``head`` is the height of the table's header row, ``top``
    what of that begins the next page: nothing before the first row.
    """

    used: float = 0
    kept: float = 0
    lead: float = 0
    head: float = 0
    top: float = 0

    def keep(self, height: float) -> None:
        """Put something on the page of what comes next."""
        self.kept += height

    def place(self, height: float, *, whole: bool = True) -> bool:
        """Put something on the page; True where a new page begins with it. What is not *whole* breaks instead."""
        height += self.kept
        self.used += height
        over = self.used > _PAGE
        if over:
            self.used = self.top + (height - self.lead if whole else (self.used - _PAGE) % (_PAGE - self.top))
        self.kept, self.lead, self.top = 0, 0, self.head
        return over and whole


def word_table(
    columns: Sequence[Column], rows: Sequence[Item | Block], opening: Opening, page: Page, *, show_missing: bool = False
) -> Iterator[str]:
    """A w:tbl with *columns* piece by piece, *rows* in their order; cells never printed are red if *show_missing*.

    A Block among the rows (a group, a note) is a row over all columns. What the table opens with stays on one page with
    its first row.
    """
    headings = [(column, [Line("Head", column.heading)]) for column in columns]
    head_lines = max(count_lines(heading, column.holds(HEAD_SIZE)) for column, heading in headings)
    head = HEIGHTS["Head"] + (head_lines - 1) * HEAD_LINE + ROW_PADDING
    yield table_start([(column.width, [] if column.spanned else heading) for column, heading in headings])
    page.keep(opening.height + head)
    page.head, page.lead = head, opening.lead
    room, above = _PAGE - head, opening.height
    for row in rows:
        if isinstance(row, Item):
            yield from _item_rows(row, columns, room - above, page, shade=_RED if show_missing else "")
            above = 0
        else:
            yield _block_row(row, len(columns), page)
    page.head = page.top = 0
    yield TABLE_END


def _block_row(block: Block, count: int, page: Page) -> str:
    content = lines("Group" if block.kind == "group" else "Cell", block.text)
    if block.kind == "group":
        page.keep(len(content) * HEIGHTS["Group"] + ROW_PADDING)
    else:
        page.place(len(content) * LINE + ROW_PADDING)
    return tr([tc(twips(TEXT_WIDTH), f'<w:gridSpan w:val="{count}"/>', content)], whole=True)


def _item_rows(item: Item, columns: Sequence[Column], room: float, page: Page, *, shade: str) -> Iterator[str]:
    """One row kept on one page; for an item too tall for *room*, a row per provision, the other columns merged."""
    found = {column: cell(item, column) for column in columns}
    shades = {column: shade if content is None else "" for column, content in found.items()}
    cells = {column: MISSING if content is None else content or EMPTY for column, content in found.items()}
    heights = {column: _height(content, column) for column, content in cells.items()}
    tallest = max(heights.values())
    room -= LINE  # in reserve: a line sometimes breaks earlier than counted
    apart = _apart(item, columns, room)
    if apart:
        yield from _rows_apart(item, apart, cells, shades, page, room)
        return
    parts = _parts(item, heights) if tallest > room else []
    if len(parts) <= 1:
        whole = tallest <= room
        page.place(tallest, whole=whole)
        align = "" if whole else TOP
        row = [tc(column.width, shades[column] + align, content) for column, content in cells.items()]
        yield tr(marked(row, item.number), whole=whole)
        return
    begins_page = [page.place(height, whole=height <= room) for _, height in parts]
    for index, (part, height) in enumerate(parts):
        rules = _rules(
            above=index == 0 or begins_page[index],
            # A row that may break has a rule at its foot, or the page it breaks on would have none.
            below=index == len(parts) - 1 or begins_page[index + 1] or height > room,
        )
        # The words of the other columns stand beside the first part; their cells reach over all of them.
        merge = MERGE[index == 0]
        row = [
            tc(column.width, rules + TOP, part)
            if column.key == "basis"
            else tc(column.width, merge + shades[column] + TOP, content if index == 0 or content is MISSING else EMPTY)
            for column, content in cells.items()
        ]
        yield tr(row if index else marked(row, item.number), whole=height <= room)


class _Apart(NamedTuple):
    """A row of an item with a law for each sub-item: the sub-item's words where it begins, laws, height."""

    sub_item: list[Line] | None
    laws: list[Line]
    height: float


def _apart(item: Item, columns: Sequence[Column], room: float) -> list[_Apart]:
    """The rows of an item whose sub-items have laws of their own: one for each, or for each provision of a tall one."""
    by_key = {column.key: column for column in columns}
    apart = column_apart(item)
    if not {apart, "basis"} <= by_key.keys():
        return []
    rows: list[_Apart] = []
    for row in printed_rows(item):
        words, laws = lines("Cell", row.words), pieces(item, row.basis)
        whole = [line for piece in laws for line in piece] or lines("Cell", "")
        height = max(_height(words, by_key[apart]), _height(whole, by_key["basis"]))
        if height <= room or len(laws) < 2:
            rows.append(_Apart(words, whole, height))
            continue
        for index, piece in enumerate(laws):
            rows.append(_Apart(None if index else words, piece, _height(piece, by_key["basis"])))
    return rows


def _rows_apart(  # noqa: PLR0913, PLR0917 - what a row needs to know of the item and the page
    item: Item,
    rows: Sequence[_Apart],
    cells: Mapping[Column, Sequence[Line]],
    shades: dict[Column, str],
    page: Page,
    room: float,
) -> Iterator[str]:
    """*rows*, the words of the other columns beside all of them."""
    begins_page = [page.place(row.height, whole=row.height <= room) for row in rows]
    for index, row in enumerate(rows):
        last = index == len(rows) - 1
        rules = _rules(
            above=row.sub_item is not None or begins_page[index],
            below=last or rows[index + 1].sub_item is not None or begins_page[index + 1] or row.height > room,
        )
        begun = row.sub_item is not None
        own = {
            "basis": (rules + TOP, row.laws),
            column_apart(item): (MERGE[begun] + TOP, row.sub_item or EMPTY),
        }
        made = [
            tc(column.width, *own[column.key])
            if column.key in own
            else tc(
                column.width,
                MERGE[index == 0] + shades[column] + TOP,
                content if index == 0 or content is MISSING else EMPTY,
            )
            for column, content in cells.items()
        ]
        yield tr(made if index else marked(made, item.number), whole=row.height <= room)


def _parts(item: Item, heights: dict[Column, float]) -> list[tuple[list[Line], float]]:
    """The 设定依据 cell broken between provisions, with the height of each part.

    The first part is as tall as the tallest other column, so that no title is torn when a page ends after it.
    """
    basis = next((column for column in heights if column.key == "basis"), None)
    if basis is None:
        return []
    beside = max((height for column, height in heights.items() if column is not basis), default=0)
    parts: list[tuple[list[Line], float]] = []
    for piece in pieces(item):
        height = _height(piece, basis)
        if parts and parts[0][1] < beside:
            first, grown = parts.pop()
            first.extend(piece)
            parts.append((first, grown + height - ROW_PADDING))
        else:
            parts.append((piece, height))
    return parts


def _height(content: Sequence[Line], column: Column) -> float:
    return count_lines(content, column.holds(SIZE)) * LINE + ROW_PADDING


def _rules(*, above: bool, below: bool) -> str:
    """No rule stands between provisions of one item, but one closes the table where the page ends between them."""
    missing = ("" if above else _NO_RULE_ABOVE) + ("" if below else _NO_RULE_BELOW)
    return f"<w:tcBorders>{missing}</w:tcBorders>" if missing else ""
