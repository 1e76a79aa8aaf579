"""Text with nothing between its cells (a cell on each line, a paragraph, or only spaces) → Grid.

Knows how the beginning of a row is told in such text: a number with a title and a law behind it. What of a row cannot
be told is left out of its columns, and said. Does not know encodings, nor how a header looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.errors import NotAPowerList, SourceUnreadable
from pipeline.readers.grid import Grid, Heading
from pipeline.readers.native import read_sheets
from pipeline.readers.pieces import Header, Piece, cuts, find_headers, header_without_serial, serial_number
from pipeline.readers.row_starts import Start, row_starts, without_outside
from pipeline.readers.sheet import MAX_SLOTS, Paragraph, Sheet, Slot
from pipeline.readers.told import Told, goes_on, place, tell

_QUOTED: Final = 40


def read_unmarked(text: str, name: str) -> Grid | None:
    """The grid of *text*, the file called *name*; None where no header stands in it.

    Raises NotAPowerList, with the line of the header, where there is one but its rows cannot be told.
    """
    for pieces in cuts(text):
        return _read(text, pieces, name)
    line = header_without_serial(text)
    if line is not None:
        raise NotAPowerList(f"{name}：第{line}行起{_UNTOLD}{_WHY_NOT[False]}")
    return None


class _Rows:
    """The rows of the sheet as they are told, with how many there are."""

    def __init__(self, text: str, pieces: Sequence[Piece], width: int, name: str) -> None:
        self.rows: dict[int, list[Slot | None]] = {}
        self.count = self.titled = self.whole = self.empty = 0
        self._text = text
        self._pieces = pieces
        self._width = width
        self._name = name
        self.beyond: dict[int, tuple[Slot, ...]] = {}
        self._lines: dict[tuple[int, int], int] = {}

    def __call__(self, row: int, column: int) -> str:
        return f"第{self._lines.get((row, column), self._pieces[row].line)}行"

    def header(self, header: Header) -> None:
        row = header.cells[0][0]
        slots: list[Slot | None] = []
        for at, cell in enumerate(header.cells):
            again = at > 0 and header.cells[at - 1] == cell
            slots.append(slots[-1] if again else self._slot(range(*cell), row, at))
        self._put(row, slots)

    def outside(self, pieces: Sequence[int]) -> None:
        """Each of *pieces* is a line of its own."""
        for index in pieces:
            slot = self._slot([index], index, 0)
            assert slot is not None
            slot.outside = True
            self._put(index, [slot])

    def item(self, row: _Row, header: Header) -> None:
        first, read = row.first, row.read
        self.count += 1
        self.whole += not read.untold
        self.empty += sum(cell is None and at not in read.untold for at, cell in enumerate(read.cells))
        self.titled += any(
            column.field == "title" and cell is not None for column, cell in zip(header.others, read.cells, strict=True)
        )
        slots = [self._slot([] if row.number is None else [row.number], first, header.serial)]
        for index, cell in enumerate(read.cells):
            at = index + (index >= header.serial)
            slot = self._slot([row.others[held] for held in range(*cell)], first, at) if cell else None
            if index in read.untold:
                slot = Slot("", first, at, (("cell-untold", (str(first), str(at))),))
            slots.insert(at, slot)
        if read.rest:
            names = "、".join(dict.fromkeys(header.others[at].heading for at in sorted(read.untold)))
            rest = self._slot([row.others[index] for index in read.rest], first, self._width)
            assert rest is not None
            rest.remarks = (("cells-untold", (names, "".join(rest.text.split())[:_QUOTED])),)
            self.beyond[first] = (rest,)
        self._put(first, slots)

    def _put(self, row: int, slots: Sequence[Slot | None]) -> None:
        if (len(self.rows) + 1) * self._width > MAX_SLOTS:
            raise SourceUnreadable(f"{self._name}：表格过大；请分成几个文件。")
        self.rows[row] = [*slots, *[None] * (self._width - len(slots))]

    def _slot(self, pieces: Sequence[int], row: int, column: int) -> Slot | None:
        """The words of *pieces*; what stands between two that follow each other is kept."""
        held = [self._pieces[index] for index in pieces]
        words_of = held[0].text if held else ""
        for (at, one), (index, other) in pairwise(zip(pieces, held, strict=True)):
            words_of += self._text[one.end : other.start] if index == at + 1 else "\n"
            words_of += other.text
        if held:
            self._lines[row, column] = held[0].line
        return Slot(words_of, row, column) if held else None


class _Row(NamedTuple):
    """A row that begins at piece *first*: its number, its other pieces, what is told of these, what is of no row."""

    first: int
    number: int | None
    others: tuple[int, ...]
    read: Told
    outside: tuple[int, ...]


def _read(text: str, pieces: Sequence[Piece], name: str) -> Grid:
    headers = find_headers(pieces)
    top = headers[0].cells[0][0]
    where = f"{name}：第{pieces[top].line}行起{_UNTOLD}"
    told: list[tuple[Header, range, list[_Row]]] = []
    last = 0
    for header, end in zip(headers, [*(header.cells[0][0] for header in headers[1:]), len(pieces)], strict=True):
        starts = list(row_starts(pieces, header, end, last))
        last = next((serial_number(pieces[at].text) or last for _, at in reversed(starts) if at is not None), last)
        ways = [header, *filter(None, [header.doubled()])]
        read = [(way, [*_rows_of(pieces, starts, end, way)]) for way in ways]
        best, rows_of = min(read, key=lambda way: sum(len(row.read.untold) for row in way[1]))
        told.append((best, range(header.end, starts[0][0] if starts else end), rows_of))
    rows = _Rows(text, pieces, max(len(header.columns) for header, *_ in told), name)
    for header, above, rows_of in told:
        rows.header(header)
        rows.outside(above)
        for row in rows_of:
            rows.item(row, header)
            rows.outside(row.outside)
    if not rows.count or not rows.titled:
        raise NotAPowerList(where + _WHY_NOT[rows.count > 0])
    sheet = Sheet(rows.rows, rows, [Paragraph(p.text, f"第{p.line}行") for p in pieces[:top]])
    sheet.beyond = rows.beyond
    sheet.remarks.append(("cells-inferred", (str(rows.count), str(rows.count - rows.whole), str(rows.empty))))
    return read_sheets([sheet], name)


def _rows_of(pieces: Sequence[Piece], starts: Sequence[Start], end: int, header: Header) -> Iterator[_Row]:
    for (first, number), (after, _) in pairwise([*starts, (end, None)]):
        inside, outside = without_outside(pieces, first, first + 1 if number is None else number + 1, after)
        lead = [at for at in inside if number is not None and at < number]
        rest = [at for at in inside if at != number and at not in lead]
        above = _told(pieces, lead, first, header.columns[: header.serial], place)
        below = _told(pieces, rest, after, header.columns[header.serial + 1 :], tell)
        yield _Row(first, number, (*lead, *rest), _side_by_side(above, below, len(lead)), tuple(outside))


def _side_by_side(left: Told, right: Told, pieces: int) -> Told:
    """What is told of the columns before the serial's, which hold *pieces*, and of those behind it, as one."""
    columns = len(left.cells)
    return Told(
        (*left.cells, *(cell and (cell[0] + pieces, cell[1] + pieces) for cell in right.cells)),
        left.untold | {column + columns for column in right.untold},
        (*left.rest, *(piece + pieces for piece in right.rest)),
    )


def _told(
    pieces: Sequence[Piece],
    others: Sequence[int],
    after: int,
    columns: Sequence[Heading],
    how: Callable[[Sequence[str], Sequence[Heading], Sequence[int]], Told],
) -> Told:
    """What is told of *others*, pieces that stand in *columns*; lines of one cell are put together."""
    joined: list[list[int]] = []
    for at in others:
        if joined and goes_on(pieces[joined[-1][-1]].flat, pieces[at].flat):
            joined[-1].append(at)
        else:
            joined.append([at])
    counted = {at: index for index, at in enumerate(others)}
    trailing = max(0, pieces[after].blank) if after < len(pieces) else 0
    blanks = [*(pieces[group[0]].blank for group in joined), trailing]
    read = how(["".join(pieces[at].flat for at in group) for group in joined], columns, blanks)
    edges = [*(counted[group[0]] for group in joined), len(others)]
    cells = tuple((edges[cell[0]], edges[cell[1]]) if cell else None for cell in read.cells)
    return Told(cells, read.untold, tuple(at for index in read.rest for at in range(edges[index], edges[index + 1])))


_UNTOLD: Final = "有表头，但单元格之间没有制表符或竖线，"
_WHY_NOT: Final = {
    False: "也没有逐行的序号，分不清各行从哪里开始；"
    "请放入原来的 Word、Excel 文件或网页，或在 Word 中用“表格转换为文本”并以制表符分隔。",
    True: "各行的单元格与表头对不上，分不清哪些是权责事项、哪些是依据；"
    "请放入原来的 Word、Excel 文件或网页，或在 Word 中用“表格转换为文本”并以制表符分隔。",
}
