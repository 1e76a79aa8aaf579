"""Comparison → DOCX: the tables of changes that offices publish, each beginning a page.

Knows how a row of them becomes a row of a Word table. Does not know what stands in it (change_rows.py), nor how a page
looks (word_parts.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import floor
from typing import Final

from pipeline.compare import Comparison
from pipeline.writers.basis_rows import NOWHERE
from pipeline.writers.change_pages import Chunk, Page, Paper, pages_of
from pipeline.writers.change_rows import change_tables
from pipeline.writers.change_words import SIGNED, ChangeColumn, ChangeTable, Words
from pipeline.writers.measure import line_starts
from pipeline.writers.ooxml import OFFICIAL, Fonts, property_parts, write_package
from pipeline.writers.to_docx import package_parts
from pipeline.writers.word_frame import frame
from pipeline.writers.word_markup import (
    MERGE,
    TABLE_END,
    TOP,
    Line,
    Marked,
    begins_page,
    paragraph,
    table_start,
    tc,
    tr,
)
from pipeline.writers.word_parts import (
    CHANGE_STYLES,
    HEAD_LINE,
    HEAD_SIZE,
    HEIGHTS,
    LINE,
    MARGIN,
    ROW_PADDING,
    SIZE,
    STYLES,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    twips,
)

_PAGE: Final = TEXT_HEIGHT / 25.4 * 72
_RESERVE: Final = 6.0
"""Points of a page that are left free: a program may take a line of the title or the note more than counted."""
_GAP: Final = 0.25
"""What LibreOffice leaves between a Chinese character and a digit, in em, though the style says not to."""
_STYLES: Final = {"inserted": "Inserted", "deleted": "Deleted"}
_STYLED: Final = {style.id: style for style in (*STYLES, *CHANGE_STYLES)}


def changes_to_docx(
    comparison: Comparison, fonts: Fonts = OFFICIAL, precise: Mapping[tuple[int, int], str] = NOWHERE
) -> bytes:
    """The bytes of a .docx: GB/T 9704-2012's page turned to landscape, the header row on every page.

    *precise* is what
    ``precise_places`` gives. The same comparison gives the same bytes.
    """
    tables = change_tables(comparison, precise)
    properties = property_parts(title=tables[0].title, subject=comparison.new.authority or "")
    body = (piece for table in tables for piece in _table(table))
    return write_package(package_parts({**frame(fonts, changes=True), **properties}, body))


def _table(table: ChangeTable) -> Iterator[str]:
    yield paragraph(Line("TableTitle", table.title))
    yield paragraph(Line("Note", table.note))
    edges = [twips(edge) for edge in accumulate((column.width for column in table.columns), initial=0)]
    widths = [right - left for left, right in pairwise(edges)]
    yield table_start(
        [(width, [Line("Head", column.heading)]) for width, column in zip(widths, table.columns, strict=True)]
    )
    pages = pages_of(table, _paper(table, widths))
    for page in pages:
        yield from _page(page, table, widths, first=page is pages[0], last=page is pages[-1])
    yield TABLE_END
    yield paragraph(Line("SignOff", SIGNED))


def _paper(table: ChangeTable, widths: Sequence[int]) -> Paper:
    points = [width / 20 - 2 * MARGIN for width in widths]
    heads = zip(table.columns, points, strict=True)
    head_lines = max(len(line_starts(column.heading, room / HEAD_SIZE)) for column, room in heads)
    whole = _PAGE - HEIGHTS["Head"] - (head_lines - 1) * HEAD_LINE - ROW_PADDING - _RESERVE
    above = sum(
        len(line_starts(text, twips(TEXT_WIDTH) / 20 / style.size, _GAP)) * style.line + sum(style.space)
        for text, style in ((table.title, _STYLED["TableTitle"]), (table.note, _STYLED["Note"]))
    )
    return Paper(
        tuple(max(1.0, room / SIZE) for room in points),
        lambda lines: lines * LINE + ROW_PADDING,
        lambda room: max(1, floor((room - ROW_PADDING) / LINE)),
        whole - above,
        whole,
        HEIGHTS["SignOff"],
        _GAP,
    )


def _page(page: Page, table: ChangeTable, widths: Sequence[int], *, first: bool, last: bool) -> Iterator[str]:
    """The rows of *page*, so high that it is full: no program finds room on it for a line of the next one.

    They may break, which none has to: of several that may not, each about a page high, LibreOffice loses some.
    """
    begins, left = not first, 0 if last else page.left
    for chunk in page.chunks:
        for number, piece in enumerate(chunk.pieces):
            row = [
                _cell(index, column, width, chunk, number)
                for index, (column, width) in enumerate(zip(table.columns, widths, strict=True))
            ]
            ends = chunk is page.chunks[-1] and piece is chunk.pieces[-1]
            yield tr(begins_page(row) if begins else row, whole=False, height=piece.height + (left if ends else 0))
            begins = False


def _cell(index: int, column: ChangeColumn, width: int, chunk: Chunk, number: int) -> str:
    """The cell of a column in row *number* of *chunk*; that of an item reaches over all of them."""
    if not column.item:
        return tc(width, TOP, lines_of(chunk.pieces[number].cells[index], centred=column.centred))
    merge = MERGE[number == 0] if len(chunk.pieces) > 1 else ""
    return tc(width, merge + TOP, lines_of(() if number else chunk.shared[index], centred=column.centred))


def lines_of(words: Words, *, centred: bool = False) -> list[Line]:
    """*words* as paragraphs, one for each of their lines, changed words and headings in their character styles."""
    style = "CellCentre" if centred else "Cell"
    texts: list[str] = [""]
    marks: list[list[Marked]] = [[]]
    for run in words:
        its = _STYLES[run.mark] if run.mark else "Article" if run.heading else None
        for index, piece in enumerate(run.text.split("\n")):
            if index:
                texts.append("")
                marks.append([])
            if piece and its:
                marks[-1].append(Marked(len(texts[-1]), len(texts[-1]) + len(piece), its))
            texts[-1] += piece
    return [Line(style, text, "", (), tuple(its)) for text, its in zip(texts, marks, strict=True)]
