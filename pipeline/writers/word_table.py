"""One table of the list as one Word table: its rows, and where a page may end.

Knows rows, merged cells, rules, and how full a page is.
Does not know what stands in a cell (word_cells.py), nor how a style looks (word_parts.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.model import Block, Item
from pipeline.writers.word_cells import Column, Line, cell, count_lines, lines, paragraph, pieces
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

_EMPTY: Final = (Line("Cell", ""),)
_MISSING: Final = '<w:shd w:val="clear" w:color="auto" w:fill="FBDDDD"/>'
_TOP: Final = '<w:vAlign w:val="top"/>'
_MERGE: Final = {True: '<w:vMerge w:val="restart"/>', False: "<w:vMerge/>"}
_NO_RULE_ABOVE: Final = '<w:top w:val="nil"/>'
_NO_RULE_BELOW: Final = '<w:bottom w:val="nil"/>'


@dataclass
class Page:
    """How full the page is, in points, as far as counting lines can tell: only Word knows.

    Nothing but a rule depends on it. ``top`` is the height of the header row, with which the next page begins.
    """

    used: float = 0
    top: float = 0

    def place(self, height: float, *, whole: bool = True) -> bool:
        """Put something on the page; True where a new page begins with it. What is not *whole* breaks instead."""
        self.used += height
        if self.used <= _PAGE:
            return False
        self.used = self.top + (height if whole else (self.used - _PAGE) % (_PAGE - self.top))
        return whole


def word_table(columns: Sequence[Column], rows: Sequence[Item | Block], above: float, page: Page) -> Iterator[str]:
    """A w:tbl with *columns* piece by piece, *rows* in their order.

    A Block among the rows (a group, a note) is a row over all columns. *above* is the height, in points, of what
    stands before the table and stays on one page with its first row.
    """
    headings = [(column, [Line("Head", column.heading)]) for column in columns]
    head_lines = max(count_lines(heading, column.holds(HEAD_SIZE)) for column, heading in headings)
    head = HEIGHTS["Head"] + (head_lines - 1) * HEAD_LINE + ROW_PADDING
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PowerTable"/><w:tblW w:w="{twips(TEXT_WIDTH)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{column.width}"/>' for column in columns)
        + "</w:tblGrid>"
    )
    cells = "".join(_tc(column.width, "", heading) for column, heading in headings)
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
    page.place(above + head)
    page.top = head
    room = _PAGE - head
    for row in rows:
        if isinstance(row, Item):
            yield from _item_rows(row, columns, room - above, page)
            above = 0
        else:
            yield _block_row(row, len(columns), page)
    page.top = 0
    yield "</w:tbl>"


def _block_row(block: Block, count: int, page: Page) -> str:
    page.place(LINE + ROW_PADDING)
    content = lines("Group" if block.kind == "group" else "Cell", block.text)
    return _tr([_tc(twips(TEXT_WIDTH), f'<w:gridSpan w:val="{count}"/>', content)], whole=True)


def _item_rows(item: Item, columns: Sequence[Column], room: float, page: Page) -> Iterator[str]:
    """One row kept on one page; for an item too tall for *room*, a row per provision, the other columns merged."""
    cells = {column: cell(item, column.key) for column in columns}
    heights = {column: _height(content or (), column) for column, content in cells.items()}
    tallest = max(heights.values())
    room -= LINE  # in reserve: a line sometimes breaks earlier than counted
    parts = _parts(item, heights) if tallest > room else []
    if len(parts) <= 1:
        whole = tallest <= room
        page.place(tallest, whole=whole)
        align = "" if whole else _TOP
        row = [_tc(column.width, _shade(content) + align, content or _EMPTY) for column, content in cells.items()]
        yield _tr(_marked(row, item.number), whole=whole)
        return
    begins_page = [page.place(height, whole=height <= room) for _, height in parts]
    for index, (part, height) in enumerate(parts):
        rules = _rules(
            above=index == 0 or begins_page[index],
            below=index == len(parts) - 1 or begins_page[index + 1],
        )
        row = [
            _tc(column.width, rules + _TOP, part)
            if column.key == "basis"
            else _merged(column.width, content, first=index == 0)
            for column, content in cells.items()
        ]
        yield _tr(row if index else _marked(row, item.number), whole=height <= room)


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
        grows = bool(parts) and parts[0][1] < beside
        part = parts.pop()[0] + piece if grows else piece
        parts.append((part, _height(part, basis)))
    return parts


def _height(content: Sequence[Line], column: Column) -> float:
    return count_lines(content, column.holds(SIZE)) * LINE + ROW_PADDING


def _shade(content: Sequence[Line] | None) -> str:
    return _MISSING if content is None else ""


def _merged(width: int, content: Sequence[Line] | None, *, first: bool) -> str:
    """Another column's cell beside one part of a long item; its words stand beside the first part."""
    return _tc(width, _MERGE[first] + _shade(content) + _TOP, content if first and content else _EMPTY)


def _rules(*, above: bool, below: bool) -> str:
    """No rule stands between provisions of one item, but one closes the table where the page ends between them."""
    missing = ("" if above else _NO_RULE_ABOVE) + ("" if below else _NO_RULE_BELOW)
    return f"<w:tcBorders>{missing}</w:tcBorders>" if missing else ""


def _marked(row: list[str], number: int) -> list[str]:
    """*row* with the bookmark item_*number* in the first paragraph of its first cell."""
    mark = f'<w:bookmarkStart w:id="{number}" w:name="item_{number}"/><w:bookmarkEnd w:id="{number}"/>'
    return [row[0].replace("</w:pPr>", "</w:pPr>" + mark, 1), *row[1:]]


def _tc(width: int, properties: str, content: Sequence[Line]) -> str:
    """w:tc; *properties* are what follows w:tcW, in the order of ECMA-376 Part 1 §17.4.69."""
    words = "".join(map(paragraph, content))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{words}</w:tc>'


def _tr(row: Sequence[str], *, whole: bool) -> str:
    """w:tr; a *whole* one moves to the next page rather than break."""
    return f"<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if whole else ''}{''.join(row)}</w:tr>"
