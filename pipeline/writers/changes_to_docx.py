"""Comparison → DOCX: the tables of changes that offices publish, each beginning a page.

Knows how a row of them becomes a row of a Word table. Does not know what stands in it (change_rows.py), nor how a page
looks (word_parts.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, pairwise

from pipeline.compare import Comparison
from pipeline.writers.basis_rows import NOWHERE
from pipeline.writers.change_rows import change_tables
from pipeline.writers.change_words import ChangeTable, Words
from pipeline.writers.ooxml import OFFICIAL, Fonts, property_parts, write_package
from pipeline.writers.to_docx import package_parts
from pipeline.writers.word_cells import Column, count_lines
from pipeline.writers.word_frame import frame
from pipeline.writers.word_markup import TABLE_END, TOP, Line, Marked, paragraph, table_start, tc, tr
from pipeline.writers.word_parts import LINE, PAGE_ROOM, ROW_PADDING, SIZE, twips

_LONG = PAGE_ROOM / 4
_STYLES = {"inserted": "Inserted", "deleted": "Deleted"}


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
    columns = [
        Column(column.heading, column.heading, right - left)
        for column, (left, right) in zip(table.columns, pairwise(edges), strict=True)
    ]
    yield table_start([(column.width, [Line("Head", column.heading)]) for column in columns])
    centred = [column.centred for column in table.columns]
    for cells in table.rows or [((),) * len(columns)]:
        yield _row(columns, [lines_of(cell, centred=each) for cell, each in zip(cells, centred, strict=True)])
    yield TABLE_END
    yield paragraph(Line("TableEnd", ""))


def _row(columns: Iterable[Column], cells: list[list[Line]]) -> str:
    """A row kept on one page unless it is long: the page before would stay half empty."""
    pairs = list(zip(columns, cells, strict=True))
    height = max(count_lines(content, column.holds(SIZE)) for column, content in pairs) * LINE + ROW_PADDING
    return tr([tc(column.width, TOP, content) for column, content in pairs], whole=height <= _LONG)


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
