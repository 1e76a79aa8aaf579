"""Cells between two headers → rows under their columns.

Knows serials, blank lines and column counts. Does not know what a column means.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pipeline.layout.headers import ends_row
from pipeline.layout.nouns import Bounds, Defect, Heading, Layout, Row, Text
from pipeline.layout.outside import below_row, outside_text
from pipeline.layout.shapes import best_fit
from pipeline.numerals import parse_numeral
from pipeline.readers import (
    Cell,
    Grid,
    SubRow,
    closes,
    content,
    counts,
    goes_on_note,
    is_note,
    is_sample,
    merged_away,
)
from pipeline.words import tables as words

_LONGEST_SERIAL: Final = 16


class Columns(NamedTuple):
    """The columns of the header right above, and for each number of columns a header of the table has had, the last."""

    current: tuple[Heading, ...]
    by_width: Mapping[int, tuple[Heading, ...]]


def read_rows(grid: Grid, cells: list[Cell], columns: Columns, layout: Layout, count: int) -> int:
    """Add the rows in *cells* to the last table; *count* rows of the list stand before them. Returns the new count."""
    rows = layout.tables[-1].rows
    current, widths = columns
    numbers = counted = noted = False
    above = len(rows)  # a header stands between these and what is read here
    for row in split_rows(grid, cells, max(widths)):
        cut = below_row(grid, row[-1]) if len(row) >= len(current) else None
        if cut is not None:
            outside_text(grid, (cut, row[-1].end), layout, prelude=False)
            row[-1] = Cell(row[-1].start, cut)
        spans = [content(grid.text, *cell) for cell in row]
        gap = 0 if len(spans) in widths else merged_away(_words(grid.text, spans), len(current), _bases(current))
        if gap:
            names = "、".join(column.heading for column in current[:gap])
            layout.defects.append(Defect("row-merged-away", (spans[0][0], spans[-1][1]), None, (names,)))
            spans = [(spans[0][0], spans[0][0])] * gap + spans
        said = [span for span in spans if span[0] < span[1]]
        said_words = [grid.text[slice(*span)] for span in said]
        numbered = bool(said) and _is_serial(grid, said[0])
        numbers = numbers or numbered
        # Below a total of numbered items, what has no number is none.
        counted = not numbered and (counted or (numbers and bool(said) and counts(said_words)))
        sample = bool(said) and said[0] is spans[0] and current[0].field == "serial" and is_sample(said_words[0])
        noted = bool(said) and (
            (noted and goes_on_note(said_words)) or (not numbered and _is_note(spans, said_words, current))
        )
        if sample or noted or (said and not numbered and (counted or closes(said_words))):
            layout.blocks.extend(Text("note", span) for span in said)
            if sample:
                mark = "".join(said_words[0].split())
                layout.defects.append(Defect("row-sample", (said[0][0], said[-1][1]), None, (mark,)))
            continue
        alone = len(spans) == 1 and len(current) > 1 and not numbered
        if alone and said:
            layout.blocks.append(Text("group", spans[0]))
            continue
        headings = current if gap else widths.get(len(spans)) or best_fit(grid.text, spans, current, widths.values())
        made = make_row(spans, headings)
        if (
            len(rows) > above
            and rows[-1].columns == headings
            and len(spans) == len(headings)
            and _goes_on(grid.text, rows[-1], made, cut=bool(gap))
        ):
            rows[-1] = _joined(grid.text, rows[-1], made)
            continue
        rows.append(made)
        count += 1
        _note_row_defects(spans, headings, count, layout)
    return count


def _is_note(spans: list[Bounds], said: list[str], columns: tuple[Heading, ...]) -> bool:
    """Whether the first words of a row, no further than in its title's column, are a note."""
    title = next((index for index, column in enumerate(columns) if column.field == "title"), 0)
    return is_note(said[0]) and any(start < end for start, end in spans[: title + 1])


def make_row(spans: list[Bounds], columns: tuple[Heading, ...], untold: Container[int] = ()) -> Row:
    """The cells of one row below their headings; one that begins at *untold* is not there, for nobody can tell it."""
    fields: dict[str, Bounds] = {}
    extra: dict[str, Bounds] = {}
    bases: list[Bounds] = []
    for index, span in enumerate(spans):
        if span[0] in untold:
            continue
        column = columns[index] if index < len(columns) else Heading(None, f"第{index + 1}列")
        if column.field == "basis":
            bases.append(span)
        elif column.spanned and bases and bases[-1][1] <= span[0] and _under_basis(columns, index):
            both = (bases[-1][0], span[1])  # one heading over 《甲法》 and 第三条 …
            fields["basis"] = both if fields["basis"] == bases[-1] else fields["basis"]
            bases[-1] = both
            continue
        if column.field and column.field not in fields:
            fields[column.field] = span
            continue
        name, number = column.heading, 2
        while name in extra:
            name, number = f"{column.heading}#{number}", number + 1
        extra[name] = span
    return Row(fields, extra, (spans[0][0], spans[-1][1]), columns, tuple(bases))


def _under_basis(columns: Sequence[Heading], index: int) -> bool:
    """Whether the heading over column *index* is that of the basis."""
    first = next((column for column in reversed(columns[:index]) if not column.spanned), None)
    return first is not None and first.field == "basis"


def _words(text: str, spans: Iterable[Bounds]) -> list[str]:
    return [text[slice(*span)] for span in spans]


def _bases(columns: Sequence[Heading]) -> frozenset[int]:
    return frozenset(index for index, column in enumerate(columns) if column.field == "basis")


def _goes_on(text: str, row: Row, below: Row, *, cut: bool) -> bool:
    """Whether *below* is a further row of the item *row* begins: it says number and title again, or has neither, and
    names a sub-item that *row* does not; or it is *cut* where merged cells of *row* stood, its number and title too."""
    if cut and not any(_bare(text, below.fields[name]) for name in ("serial", "title") if name in below.fields):
        return True
    if not {"serial", "title", "sub_item"} <= row.fields.keys():
        return False

    def words(of: Row, field: str) -> str:
        return _bare(text, of.fields[field])

    sub_item = words(below, "sub_item")
    if (
        not sub_item
        or not words(row, "sub_item")
        or sub_item in {words(each, "sub_item") for each in (row, *row.further)}
    ):
        return False
    blank = not words(below, "serial") and not words(below, "title")
    return blank or all(words(row, field) == words(below, field) != "" for field in ("serial", "title"))


def _joined(text: str, row: Row, below: Row) -> Row:
    """*row* with a further row *below* it; a 设定依据 that is said again is the one above."""
    known = {_bare(text, span): span for span in reversed(row.bases)}
    beside = tuple(known.get(_bare(text, span), span) for span in below.bases if span[0] < span[1])
    joined = row._replace(
        span=(row.span[0], below.span[1]),
        bases=(*row.bases, *(span for span in beside if span not in row.bases)),
        further=(*row.further, below),
    )
    if "sub_item" not in row.fields or not _bare(text, below.fields["sub_item"]):
        return joined
    first = row.sub_rows or (SubRow(row.fields["sub_item"], row.bases),)
    return joined._replace(sub_rows=(*first, SubRow(below.fields["sub_item"], beside)))


def _bare(text: str, span: Bounds) -> str:
    return "".join(text[slice(*span)].split())


def _note_row_defects(spans: list[Bounds], columns: tuple[Heading, ...], row: int, layout: Layout) -> None:
    span = (spans[0][0], spans[-1][1])
    if len(spans) < len(columns):
        missing = tuple(column.heading for column in columns[len(spans) :])
        layout.defects.append(Defect("row-incomplete", span, row, missing))
    elif len(spans) > len(columns):
        layout.defects.append(Defect("row-overfull", spans[len(columns)], row, (str(len(spans)), str(len(columns)))))


def _is_serial(grid: Grid, span: Bounds) -> bool:
    return span[1] - span[0] <= _LONGEST_SERIAL and words.SERIAL.fullmatch(grid.text, *span) is not None


def split_rows(grid: Grid, cells: list[Cell], width: int) -> Iterator[list[Cell]]:
    """Cut a run of cells into rows of *width*.

    A row begins at a serial after a blank line. A run of cells between two such places that is too long is cut where
    a full row has been read and either a serial or a blank line follows; two runs that are too short but together
    make one whole row, the second not continuing the numbering, are one row with a number in it.
    """
    runs: list[list[Cell]] = []
    for index, cell in enumerate(cells):
        if index == 0 or (ends_row(grid, cells[index - 1]) and _is_serial_cell(grid, cell)):
            runs.append([])
        runs[-1].append(cell)
    index = 0
    while index < len(runs):
        run = runs[index]
        following = runs[index + 1] if index + 1 < len(runs) else None
        if (
            following
            and len(run) < width
            and len(run) + len(following) == width
            and _number(grid, following[0]) != (_number(grid, run[0]) or 0) + 1
        ):
            run, index = run + following, index + 1
        yield from _cut_run(grid, run, width)
        index += 1


def _is_serial_cell(grid: Grid, cell: Cell) -> bool:
    return cell.end - cell.start <= _LONGEST_SERIAL * 2 and _is_serial(grid, content(grid.text, *cell))


def _number(grid: Grid, cell: Cell) -> int | None:
    start, end = content(grid.text, *cell)
    return parse_numeral(grid.text[start:end]) if end - start <= _LONGEST_SERIAL else None


def _cut_run(grid: Grid, run: list[Cell], width: int) -> Iterator[list[Cell]]:
    """First the cells that stand alone (group rows), then whole rows, last what is left, whole or not."""
    start = 0
    while start < len(run) - 1 and ends_row(grid, run[start]) and not _is_serial_cell(grid, run[start]):
        yield [run[start]]
        start += 1
    while len(run) - start > width:
        if not _is_serial_cell(grid, run[start + width]) and not ends_row(grid, run[start + width - 1]):
            break
        yield run[start : start + width]
        start += width
    rest = run[start:]
    if start and len(rest) < width and all(ends_row(grid, cell) and not _is_serial_cell(grid, cell) for cell in rest):
        yield from ([cell] for cell in rest)
    else:
        yield rest
