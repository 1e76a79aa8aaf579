"""Columns about the people who made a list or answer for it: left out of all that is made from it, unless asked for.

Knows which columns these are, and how a source reads without the words in their cells. Does not know what a cell says.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final, TypeAlias

from pipeline.layout.nouns import Bounds, Defect, Heading, Layout, Row, TableRows
from pipeline.patterns import lazy_regex
from pipeline.readers import Cell, Grid, SubRow
from pipeline.words import tables as words

_INNER: Final = lazy_regex(r"[（(](.*?)[）)]")

Names: TypeAlias = Mapping[tuple[Heading, ...], frozenset[str]]
"""For each header of a list the headings of its personal columns."""
Moved: TypeAlias = Callable[[int], int]


def leave_out(grid: Grid, layout: Layout) -> tuple[Grid, Layout]:
    """*grid* and *layout* without the words in cells of personal columns, all spans being those of the shorter text.

    The cells are empty in the text and stand in no row; their headings stay in the header's block. Each table that had
    such columns has a defect ``personal-columns``: their names, and how many of the cells had words. The lines and rows
    of a native file are not in the grid any more: with the layout they have done their work.
    """
    headers = {row.columns for table in layout.tables for row in _all_rows(table)}
    names = {columns: personal_headings(columns) for columns in headers | {table.columns for table in layout.tables}}
    if not any(names.values()):
        return grid, layout
    cut = sorted(span for table in layout.tables for _, span in _personal(table, names) if span[0] < span[1])
    moved, back = _moved(cut), _moved_back(cut)
    edges = [0, *(edge for span in cut for edge in span), len(grid.text)]
    shorter = Grid(
        "".join(grid.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)),
        [Cell(moved(cell.start), moved(cell.end)) for cell in grid.cells],
        lambda offset: grid.place(back(offset)),
        joins=[moved(join) for join in grid.joins if not _within((join, join), cut)],
    )
    defects = [defect for defect in layout.defects if not _within(defect.span, cut)]
    defects += _left_out(layout, names)
    return shorter, Layout(
        [block._replace(span=_shifted(block.span, moved)) for block in layout.blocks],
        [
            table._replace(
                caption=table.caption and table.caption._replace(span=_shifted(table.caption.span, moved)),
                columns=_others(table.columns, names),
                rows=[_row(row, names, moved) for row in table.rows],
            )
            for table in layout.tables
        ],
        [defect._replace(span=_shifted(defect.span, moved)) for defect in defects],
    )


def personal_headings(columns: Sequence[Heading]) -> frozenset[str]:
    """The headings of the personal columns; 联系电话 is one where another column names the person it reaches."""
    forms = {column.heading: _forms(column.heading) for column in columns if column.field is None}
    named = any(words.PERSON_HEADING.fullmatch(form) for each in forms.values() for form in each)
    return frozenset(
        heading
        for heading, each in forms.items()
        if any(words.PERSONAL_HEADING.fullmatch(form) for form in each)
        or (named and any(words.REACHED_HEADING.fullmatch(form) for form in each))
    )


def _forms(heading: str) -> tuple[str, ...]:
    """A heading without what stands in brackets, and that: 经办人（签名）, 经办情况（经办人）."""
    return (_INNER.sub("", heading), *_INNER.findall(heading))


def _all_rows(table: TableRows) -> Iterator[Row]:
    for row in table.rows:
        yield row
        yield from row.further


def _personal(table: TableRows, names: Names) -> Iterator[tuple[str, Bounds]]:
    """The personal cells of a table: heading and span."""
    for row in _all_rows(table):
        for key, span in row.extra.items():
            heading = key.partition("#")[0]
            if heading in names[row.columns]:
                yield heading, span


def _left_out(layout: Layout, names: Names) -> Iterator[Defect]:
    headers = [block.span for block in layout.blocks if block.kind == "header"]
    for table in layout.tables:
        cells = list(_personal(table, names))
        if cells:
            filled = sum(1 for _, span in cells if span[0] < span[1])
            header = max(span for span in headers if span[0] <= table.rows[0].span[0])
            gone = "、".join(dict.fromkeys(heading for heading, _ in cells))
            yield Defect("personal-columns", header, None, (gone, str(filled)))


def _others(columns: tuple[Heading, ...], names: Names) -> tuple[Heading, ...]:
    return tuple(column for column in columns if column.heading not in names[columns])


def _row(row: Row, names: Names, moved: Moved) -> Row:
    gone = names[row.columns]
    extra = {key: _shifted(span, moved) for key, span in row.extra.items() if key.partition("#")[0] not in gone}
    return Row(
        {field: _shifted(span, moved) for field, span in row.fields.items()},
        extra,
        _shifted(row.span, moved),
        _others(row.columns, names),
        tuple(_shifted(span, moved) for span in row.bases),
        tuple(
            SubRow(_shifted(each.span, moved), tuple(_shifted(span, moved) for span in each.basis))
            for each in row.sub_rows
        ),
        tuple(_row(below, names, moved) for below in row.further),
    )


# --- offsets --------------------------------------------------------------------------------------------------------


def _shifted(span: Bounds, moved: Moved) -> Bounds:
    return moved(span[0]), moved(span[1])


def _within(span: Bounds, cut: Sequence[Bounds]) -> bool:
    """Whether *span* lies in one of the spans *cut*, which are in order."""
    index = bisect_right(cut, (span[0], span[0])) if span[0] == span[1] else bisect_right(cut, span)
    return any(start <= span[0] and span[1] <= end for start, end in cut[max(0, index - 1) : index + 1])


def _moved(cut: Sequence[Bounds]) -> Moved:
    """From an offset in the whole text to that in the text without *cut*; what lies in a cut goes to where it was."""
    starts = [start for start, _ in cut]
    before = [0, *accumulate(end - start for start, end in cut)]

    def moved(offset: int) -> int:
        index = bisect_right(starts, offset)
        if index and offset < cut[index - 1][1]:
            return starts[index - 1] - before[index - 1]
        return offset - before[index]

    return moved


def _moved_back(cut: Sequence[Bounds]) -> Moved:
    """From an offset in the text without *cut* to that in the whole text; where something was cut, its beginning."""
    before = [0, *accumulate(end - start for start, end in cut)]
    starts = [start - gone for (start, _), gone in zip(cut, before, strict=False)]
    return lambda offset: offset + before[bisect_left(starts, offset)]
