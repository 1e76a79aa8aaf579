"""Text with nothing between its cells (a cell on each line, a paragraph, or only spaces) → Grid.

Knows how the beginning of a row is told in such text: a number with a title and a law behind it. What of a row cannot
be told is left out of its columns, and said. Does not know encodings, nor how a header looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from pipeline.errors import NotAPowerList, SourceUnreadable
from pipeline.patterns import lazy_regex
from pipeline.readers.grid import Grid, Heading
from pipeline.readers.native import read_sheets
from pipeline.readers.pieces import Header, Piece, cuts, find_headers, header_without_serial, serial_number
from pipeline.readers.sheet import MAX_SLOTS, Paragraph, Sheet, Slot
from pipeline.readers.told import Told, begins_basis, closes_row, goes_on, is_short, tell
from pipeline.words import cells as shapes
from pipeline.words import tables as words

_LONGEST_TITLE: Final = 160
_QUOTED: Final = 40
_NUMBER: Final = lazy_regex(r"[0-9]{1,4}[.．、]?")


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
        self.count = self.titled = self.whole = 0
        self._text = text
        self._pieces = pieces
        self._width = width
        self._name = name
        self.beyond: dict[int, Slot] = {}
        self._lines: dict[tuple[int, int], int] = {}

    def __call__(self, row: int, column: int) -> str:
        return f"第{self._lines.get((row, column), self._pieces[row].line)}行"

    def header(self, header: Header) -> None:
        row = header.cells[0][0]
        self._put(row, [self._slot(range(*cell), row, at) for at, cell in enumerate(header.cells)])

    def outside(self, pieces: Sequence[int]) -> None:
        """Each of *pieces* is a line of its own."""
        for index in pieces:
            slot = self._slot([index], index, 0)
            assert slot is not None
            slot.outside = True
            self._put(index, [slot])

    def item(self, row: Sequence[int], read: Told, columns: Sequence[Heading]) -> None:
        """A row: *row* numbers its pieces; *read* says which of those behind the serial are in which column."""
        first = row[0]
        serial, others = _parted(self._pieces, row)
        self.count += 1
        self.whole += not read.untold
        self.titled += any(
            column.field == "title" and cell is not None for column, cell in zip(columns[1:], read.cells, strict=True)
        )
        slots = [self._slot(serial, first, 0)]
        for at, cell in enumerate(read.cells, 1):
            slots.append(self._slot([others[index] for index in range(*cell)], first, at) if cell else None)
            if at - 1 in read.untold:
                slots[at] = Slot("", first, at, (("cell-untold", (str(first), str(at))),))
        if read.rest:
            names = "、".join(columns[at + 1].heading for at in sorted(read.untold))
            rest = self._slot([others[index] for index in read.rest], first, self._width)
            assert rest is not None
            rest.remarks = (("cells-untold", (names, "".join(rest.text.split())[:_QUOTED])),)
            self.beyond[first] = rest
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


def _read(text: str, pieces: Sequence[Piece], name: str) -> Grid:
    headers = find_headers(pieces)
    place = f"{name}：第{pieces[headers[0].cells[0][0]].line}行起{_UNTOLD}"
    rows = _Rows(text, pieces, max(len(header.columns) for header in headers), name)
    last = 0
    for header, end in zip(headers, [*(header.cells[0][0] for header in headers[1:]), len(pieces)], strict=True):
        rows.header(header)
        starts = list(_starts(pieces, header, end, last))
        rows.outside(range(header.end, starts[0] if starts else end))
        for first, after in pairwise([*starts, end]):
            last = serial_number(pieces[first].text) or last
            inside, outside = _without_outside(pieces, first, after)
            rows.item(inside, _told(pieces, inside, after, header.columns), header.columns)
            rows.outside(outside)
    if not rows.count or not rows.titled:
        raise NotAPowerList(place + _WHY_NOT[rows.count > 0])
    sheet = Sheet(rows.rows, rows, [Paragraph(p.text, f"第{p.line}行") for p in pieces[: headers[0].cells[0][0]]])
    sheet.beyond = rows.beyond
    sheet.remarks.append(("cells-inferred", (str(rows.count), str(rows.count - rows.whole))))
    return read_sheets([sheet], name)


def _starts(pieces: Sequence[Piece], header: Header, end: int, last: int) -> Iterator[int]:
    """Where rows begin: at a number with a title and then a law behind it, or at the next number with a title.

    Right behind a cell that ends a row, a title with a law behind it begins one even without a number.
    """
    before = next((at for at, column in enumerate(header.columns) if column.field == "basis"), len(header.columns))
    below = header.columns[before + 1 :]
    index, begun = header.end, False
    while index < end:
        number = serial_number(pieces[index].text) if pieces[index].opens else None
        behind = index + (number is not None)
        if behind < end and pieces[index].opens and _may_be_title(pieces[behind].text):
            law = next(
                (at for at in range(behind + 1, min(end, behind + before + 2)) if begins_basis(pieces[at].text)), None
            )
            sure = law is not None and all(is_short(pieces[at].text) for at in range(behind + 1, law))
            if number is not None and (sure or number == last + 1):
                yield index
                last, index, begun = number, behind, True
            elif number is None and law == behind + 1 and begun and _closes(pieces, index, below):
                yield index
        index += 1


def _closes(pieces: Sequence[Piece], index: int, below: Sequence[Heading]) -> bool:
    """Whether the piece before *index* is the last cell of a row, and the one at *index* none of it."""
    return closes_row(pieces[index - 1].text, below) and not closes_row(pieces[index].text, below)


def _may_be_title(words_of: str) -> bool:
    return (
        len(words_of) <= _LONGEST_TITLE
        and not words_of.endswith(("。", "；", ";", "：", ":"))
        and serial_number(words_of) is None
        and not begins_basis(words_of)
        and (shapes.GOES_ON.match(words_of) is None or words_of.startswith("《"))
        and shapes.PAGE_NUMBER.fullmatch(words_of) is None
        and words_of not in words.HEADERS
    )


def _without_outside(pieces: Sequence[Piece], first: int, after: int) -> tuple[list[int], list[int]]:
    """The pieces of a row, and those that are of none: numbers of pages, and below it captions, groups and notes."""
    end = next((at for at in range(first + 2, after) if words.NOTE.fullmatch(pieces[at].text)), after)
    while end > first + 2 and _is_outside(pieces[end - 1].text):
        end -= 1
    pages = [at for at in range(first + 1, end) if shapes.PAGE_NUMBER.fullmatch(pieces[at].text)]
    return [at for at in range(first, end) if at not in pages], [*pages, *range(end, after)]


def _is_outside(words_of: str) -> bool:
    caption = words.CAPTION.fullmatch(words_of)
    return (
        shapes.PAGE_NUMBER.fullmatch(words_of) is not None
        or _NUMBER.fullmatch(words_of) is not None
        or (caption is not None and (caption["label"] is not None or caption["count"] is not None))
        or shapes.GROUP_LINE.fullmatch(words_of) is not None
        or words.LABEL.fullmatch(words_of) is not None
        or words.TITLE.fullmatch(words_of) is not None
    )


def _parted(pieces: Sequence[Piece], row: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """The serial of a row, where it has one, and the other pieces."""
    numbered = serial_number(pieces[row[0]].text) is not None
    return row[:numbered], row[numbered:]


def _told(pieces: Sequence[Piece], row: Sequence[int], after: int, columns: Sequence[Heading]) -> Told:
    """What is told of a row whose pieces are *row*: the serial, and the others, lines of one cell put together."""
    _, others = _parted(pieces, row)
    joined: list[list[int]] = []
    for at in others:
        if joined and goes_on(pieces[joined[-1][-1]].text, pieces[at].text):
            joined[-1].append(at)
        else:
            joined.append([at])
    counted = {at: index for index, at in enumerate(others)}
    trailing = max(0, pieces[after].blank) if after < len(pieces) else 0
    blanks = [*(pieces[group[0]].blank for group in joined), trailing]
    read = tell(["".join(pieces[at].text for at in group) for group in joined], columns[1:], blanks)
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
