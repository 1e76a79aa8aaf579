"""Grid → tables: captions, repeated headers, columns, rows; and the defects seen on the way.

Knows columns and how flattened rows are told apart. Does not know law, nor how a defect is worded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

import regex

from pipeline.model import BlockKind
from pipeline.numerals import parse_numeral
from pipeline.readers import Cell, Grid, content
from pipeline.words import tables as words

Bounds = tuple[int, int]
DefectKind = Literal[
    "row-incomplete", "row-overfull", "header-column-missing", "header-column-doubled", "header-column-unknown",
    "header-differs", "text-outside-table",
]  # fmt: skip

_LINE: Final = regex.compile(r"[^\n]+")
_NO_SPACES: Final = str.maketrans("", "", " \u3000\u00a0")
_MAX_HEADING: Final = 40
_MIN_HEADER: Final = 3


class Defect(NamedTuple):
    """Something the table shows that a table should not: checks.py words it. ``row`` counts rows of the list from 1."""

    kind: DefectKind
    span: Bounds
    row: int | None
    words: tuple[str, ...]


class Text(NamedTuple):
    """A block of text that is no row."""

    kind: BlockKind
    span: Bounds


class Heading(NamedTuple):
    """One cell of a header row: the field it stands for, None where nobody knows, and its words without white space."""

    field: str | None
    heading: str


class Row(NamedTuple):
    """One row: its cells' content spans under the headings they stand below.

    ``fields`` has the known columns, ``extra`` the others under their printed name; ``span`` reaches from the first
    cell to the last.
    """

    fields: dict[str, Bounds]
    extra: dict[str, Bounds]
    span: Bounds
    columns: tuple[Heading, ...]


class Caption(NamedTuple):
    """表一：行政处罚（共14项） taken apart; the span is that of the whole line."""

    label: str | None
    power_type: str | None
    declared_count: int | None
    span: Bounds


class TableRows(NamedTuple):
    """One table: its caption, the columns of its first header, its rows."""

    caption: Caption | None
    columns: tuple[Heading, ...]
    rows: list[Row]


class Layout(NamedTuple):
    """A whole source: text blocks in order, tables, defects."""

    blocks: list[Text]
    tables: list[TableRows]
    defects: list[Defect]


class _Header(NamedTuple):
    """A header row: the cells ``first`` … ``last - 1`` of the grid."""

    first: int
    last: int
    columns: tuple[Heading, ...]


def read_layout(grid: Grid) -> Layout | None:
    """Find the tables of *grid*; None where no header row stands in it.

    Every cell lands in exactly one row or header block, every other word in a block: the spans of blocks and rows,
    with white space between them, are the whole text.
    """
    headers = list(_find_headers(grid))
    if not headers:
        return None
    layout = Layout([], [], [])
    first_cell = grid.cells[headers[0].first].start - 1
    captions = _outside_text(grid, (0, first_cell), layout, prelude=True)
    bounds = [*[header.first for header in headers[1:]], len(grid.cells)]
    seen: list[_Header] = []
    for header, end in zip(headers, bounds, strict=True):
        if captions or not layout.tables:
            caption = captions[-1] if captions else None
            layout.tables.append(TableRows(caption, header.columns, []))
            seen = []
        layout.blocks.append(Text("header", _header_span(grid, header)))
        _note_header_defects(grid, header, seen, layout)
        seen.append(header)
        cells = list(grid.cells[header.last : end])
        captions = _detach_tail(grid, cells, header, layout)
        _read_rows(grid, cells, seen, layout)
    layout.blocks.sort(key=lambda block: block.span)
    return layout


# --- headers -------------------------------------------------------------------------------------------------------


def _heading(grid: Grid, cell: Cell) -> str:
    if cell.end - cell.start > _MAX_HEADING:
        return ""
    return "".join(grid.text[cell.start : cell.end].split())


def _find_headers(grid: Grid) -> Iterator[_Header]:
    """Runs of cells that are header words, with unknown headings between or after them."""
    index, count = 0, len(grid.cells)
    while index < count:
        if _heading(grid, grid.cells[index]) not in words.HEADERS:
            index += 1
            continue
        columns: list[Heading] = []
        last = index
        while last < count:
            heading = _heading(grid, grid.cells[last])
            field = words.HEADERS.get(heading)
            if field is None and not _may_be_heading(grid, last, heading):
                break
            columns.append(Heading(field, heading))
            last += 1
            if field is not None and _ends_row(grid, grid.cells[last - 1]) and not _is_heading(grid, last):
                break
        known = {column.field for column in columns if column.field}
        if len(known) >= _MIN_HEADER and known.intersection(words.REQUIRED_FIELDS):
            last = _cut_caption(grid, index, last)
            yield _Header(index, last, tuple(columns[: last - index]))
            index = last
        else:
            index += 1


def _is_heading(grid: Grid, index: int) -> bool:
    return index < len(grid.cells) and _heading(grid, grid.cells[index]) in words.HEADERS


def _may_be_heading(grid: Grid, index: int, heading: str) -> bool:
    """An unknown heading stands in the same row as the cell before it, is short, and is no serial."""
    return (
        bool(heading)
        and not words.SERIAL.fullmatch(heading)
        and not _ends_row(grid, grid.cells[index - 1])
        and not any(mark in heading for mark in "。；《》")
    )


def _ends_row(grid: Grid, cell: Cell) -> bool:
    """Whether a blank line follows the cell."""
    text = grid.text
    if text.endswith("\n\n", cell.start, cell.end):
        return True
    tail = text[max(cell.start, cell.end - 8) : cell.end]
    return tail.count("\n") > 1 and tail.translate(_NO_SPACES).endswith("\n\n")


def _cut_caption(grid: Grid, first: int, last: int) -> int:
    """A doubled header (序号 … 备注 序号 … 备注) is two headers, not one."""
    opening = _heading(grid, grid.cells[first])
    for index in range(first + _MIN_HEADER, last):
        if _heading(grid, grid.cells[index]) == opening and _ends_row(grid, grid.cells[index - 1]):
            return index
    return last


def _header_span(grid: Grid, header: _Header) -> Bounds:
    start = content(grid.text, *grid.cells[header.first])[0]
    end = content(grid.text, *grid.cells[header.last - 1])[1]
    return (start, end)


def _note_header_defects(grid: Grid, header: _Header, seen: Sequence[_Header], layout: Layout) -> None:
    span = _header_span(grid, header)
    fields = [column.field for column in header.columns]
    missing = [field for field in ("serial", *words.REQUIRED_FIELDS) if field not in fields]
    if seen:
        known = [column.heading for column in seen[0].columns]
        missing_words = [heading for heading in known if heading not in {c.heading for c in header.columns}]
        added = [c.heading for c in header.columns if c.heading not in known]
        if missing_words:
            layout.defects.append(Defect("header-column-missing", span, None, tuple(missing_words)))
        elif added or len(known) != len(header.columns):
            layout.defects.append(Defect("header-differs", span, None, tuple(added)))
    elif missing:
        layout.defects.append(Defect("header-column-missing", span, None, tuple(missing)))
    doubled = sorted({c.heading for c in header.columns if fields.count(c.field) > 1 and c.field})
    if doubled:
        layout.defects.append(Defect("header-column-doubled", span, None, tuple(doubled)))
    unknown = [column.heading for column in header.columns if column.field is None]
    if unknown and not seen:
        layout.defects.append(Defect("header-column-unknown", span, None, tuple(unknown)))


# --- text outside the rows ------------------------------------------------------------------------------------------


def _outside_text(grid: Grid, span: Bounds, layout: Layout, *, prelude: bool) -> list[Caption]:
    """Make blocks of the lines in *span*; the captions among them are returned as well."""
    captions: list[Caption] = []
    for match in _LINE.finditer(grid.text, *span):
        start, end = content(grid.text, *match.span())
        if start == end:
            continue
        line = grid.text[start:end]
        caption = _caption(line, (start, end))
        titled = any(block.kind == "title" for block in layout.blocks)
        kind: BlockKind = "note"
        if caption:
            captions.append(caption)
            kind = "caption"
        elif prelude and not titled and words.TITLE.fullmatch(line):
            kind = "title"
        elif words.LABEL.fullmatch(line):
            kind = "label"
        else:
            layout.defects.append(Defect("text-outside-table", (start, end), None, (line,)))
        layout.blocks.append(Text(kind, (start, end)))
    return captions


def _caption(line: str, span: Bounds) -> Caption | None:
    match = words.CAPTION.fullmatch(line)
    if match is None or (match["label"] is None and match["count"] is None):
        return None
    count = parse_numeral(match["count"]) if match["count"] else None
    return Caption(match["label"], match["type"] or None, count, span)


def _detach_tail(grid: Grid, cells: list[Cell], header: _Header, layout: Layout) -> list[Caption]:
    """Text that follows the last row before the next header or the end of the text leaves the last cell.

    It begins at the first line after a line break that is a caption, label or note, or, in a cell of the last
    column that is empty on its own line, at the first line with words.
    """
    if not cells:
        span = content(grid.text, *grid.cells[header.last - 1])
        return _outside_text(grid, (span[1], grid.cells[header.last - 1].end), layout, prelude=False)
    cell = cells[-1]
    raw = grid.text[cell.start : cell.end]
    cut = None
    breaks = raw.find("\n")
    first_line_empty = breaks >= 0 and not raw[:breaks].strip()
    for match in _LINE.finditer(raw, breaks + 1) if breaks >= 0 else ():
        line = match.group().strip()
        if not line:
            continue
        if (
            _caption(line, (0, 0))
            or words.LABEL.fullmatch(line)
            or words.NOTE.fullmatch(line)
            or (first_line_empty and len(cells) >= len(header.columns))
        ):
            cut = cell.start + match.start()
            break
    if cut is None:
        return []
    cells[-1] = Cell(cell.start, cut)
    return _outside_text(grid, (cut, cell.end), layout, prelude=False)


# --- rows -----------------------------------------------------------------------------------------------------------


def _read_rows(grid: Grid, cells: list[Cell], headers: Sequence[_Header], layout: Layout) -> None:
    rows = layout.tables[-1].rows
    before = sum(len(table.rows) for table in layout.tables[:-1])
    widths = {len(header.columns): header.columns for header in reversed(headers)}
    widths.setdefault(len(headers[-1].columns), headers[-1].columns)
    current = headers[-1].columns
    for row in _split_rows(grid, cells, max(widths)):
        spans = [content(grid.text, *cell) for cell in row]
        alone = len(spans) == 1 and len(current) > 1 and not _is_serial(grid, spans[0])
        if alone and spans[0][0] < spans[0][1]:
            layout.blocks.append(Text("group", spans[0]))
            continue
        columns = widths.get(len(spans), current)
        rows.append(_make_row(spans, columns))
        _note_row_defects(spans, columns, before + len(rows), layout)


def _make_row(spans: list[Bounds], columns: tuple[Heading, ...]) -> Row:
    fields: dict[str, Bounds] = {}
    extra: dict[str, Bounds] = {}
    for index, span in enumerate(spans):
        column = columns[index] if index < len(columns) else Heading(None, f"第{index + 1}列")
        if column.field and column.field not in fields:
            fields[column.field] = span
            continue
        name, number = column.heading, 2
        while name in extra:
            name, number = f"{column.heading}#{number}", number + 1
        extra[name] = span
    return Row(fields, extra, (spans[0][0], spans[-1][1]), columns)


def _note_row_defects(spans: list[Bounds], columns: tuple[Heading, ...], row: int, layout: Layout) -> None:
    span = (spans[0][0], spans[-1][1])
    if len(spans) < len(columns):
        missing = tuple(column.heading for column in columns[len(spans) :])
        layout.defects.append(Defect("row-incomplete", span, row, missing))
    elif len(spans) > len(columns):
        layout.defects.append(Defect("row-overfull", spans[len(columns)], row, (str(len(spans)), str(len(columns)))))


def _is_serial(grid: Grid, span: Bounds) -> bool:
    return span[1] - span[0] <= 16 and words.SERIAL.fullmatch(grid.text, *span) is not None


def _split_rows(grid: Grid, cells: list[Cell], width: int) -> Iterator[list[Cell]]:
    """Cut a run of cells into rows of *width*.

    A row begins at a serial after a blank line. A run of cells between two such places that is too long is cut where
    a full row has been read and either a serial or a blank line follows; two runs that are too short but together
    make one whole row, the second not continuing the numbering, are one row with a number in it.
    """
    runs: list[list[Cell]] = []
    for index, cell in enumerate(cells):
        begins = index == 0 or (_ends_row(grid, cells[index - 1]) and _is_serial(grid, content(grid.text, *cell)))
        if begins:
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


def _number(grid: Grid, cell: Cell) -> int | None:
    start, end = content(grid.text, *cell)
    return parse_numeral(grid.text[start:end]) if end - start <= 16 else None


def _cut_run(grid: Grid, run: list[Cell], width: int) -> Iterator[list[Cell]]:
    while run and len(run) > 1 and _ends_row(grid, run[0]) and not _is_serial(grid, content(grid.text, *run[0])):
        yield [run[0]]
        run = run[1:]
    while len(run) > width:
        rest = run[width:]
        if _is_serial(grid, content(grid.text, *rest[0])) or _ends_row(grid, run[width - 1]):
            yield run[:width]
            run = rest
        else:
            break
    yield run
