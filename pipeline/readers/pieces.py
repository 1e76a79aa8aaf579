"""Text with nothing between its cells → pieces (paragraphs, lines or words), and the headers that stand in them.

Knows how header words one after the other look. Does not know where a row begins, nor what is in one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

import regex

from pipeline.numerals import parse_numeral
from pipeline.patterns import lazy_regex
from pipeline.readers.grid import WHITE, Heading
from pipeline.readers.headings import MIN_HEADER, bare_heading, field_of, is_known
from pipeline.readers.long_cells import is_short
from pipeline.words import cells as shapes
from pipeline.words import tables as words

_LOOKED_AT: Final = 5_000
"""Lines in which the first header is looked for."""

_LONGEST_HEADING: Final = 20
_MOST_COLUMNS: Final = 40
_LONGEST_SERIAL: Final = 12
_MOST_LEADING: Final = 4
_LEVEL_AND_MORE: Final = lazy_regex(r"[\u4e00-\u9fff]*层级[及和、]权限")

_PADDED: Final = lazy_regex(r"0\d{3,}")
_LINE: Final = lazy_regex(r"[^\n]+")
_PARAGRAPH: Final = lazy_regex(r"(?m)^(?:[^\S\n]*+\S[^\n]*+\n?+)++")
# 【 法律】《 甲法》 is one word: blanks inside title marks and brackets part nothing.
# A line break of a narrow column; what begins a line of its own does not follow one.
_NARROW: Final = lazy_regex(r"[^\S\n]*+\n\s*+(?![《【〔（(第0-9①-⑳])")
_SHUT, _GAP = r"[^\s\u3000\u00a0]++", r"[ \u3000\u00a0]++"
_WORD: Final = lazy_regex(rf"{_SHUT}(?:(?:(?<=[【《〈]){_GAP}|{_GAP}(?=[】》〉])){_SHUT})*+")


class Piece(NamedTuple):
    """A line, paragraph or word; ``line`` counts from 1, ``blank`` the empty lines above it, ``opens`` a line.

    ``flat`` is the text without the line breaks of a narrow column.
    """

    text: str
    start: int
    end: int
    line: int
    blank: int
    opens: bool
    flat: str


def header_without_serial(text: str) -> int | None:
    """The line from which known headings stand one after the other, where none of them is the serial's."""
    for pattern in (_LINE, _WORD):
        found: list[str] = []
        for piece in islice(_cut(text, pattern), _LOOKED_AT):
            heading = bare_heading(piece.text)
            if heading in words.HEADERS or heading in words.OTHER_HEADERS:
                found.append(words.HEADERS.get(heading, ""))
                if len({*found} - {""}) >= MIN_HEADER and not {*found}.isdisjoint(words.REQUIRED_FIELDS):
                    return piece.line
            else:
                found = []
    return None


def cuts(text: str) -> Iterator[list[Piece]]:
    """*text* cut in each way that may show a header: paragraphs where blank lines stand between, lines, words."""
    head = "\n".join(text.split("\n", _LOOKED_AT)[:_LOOKED_AT])
    for pattern in (_PARAGRAPH, _LINE, _WORD):
        sample = _cut(head, pattern)
        if any(_header_at(sample, at) for at in range(len(sample))):
            yield _cut(text, pattern)


def _cut(text: str, pattern: regex.Pattern[str]) -> list[Piece]:
    pieces: list[Piece] = []
    line, before, below = 1, 0, 0
    for match in pattern.finditer(text):
        words_of = match.group().strip(WHITE)
        if not words_of:
            continue
        start = match.start() + match.group().index(words_of)
        line += text.count("\n", before, start)
        feeds = text.count("\n", below, start)
        before, below = start, start + len(words_of)
        flat = _NARROW.sub("", words_of) if "\n" in words_of else words_of
        pieces.append(Piece(words_of, start, below, line, max(0, feeds - 1), feeds > 0 or not pieces, flat))
    return pieces


class Header(NamedTuple):
    """The cells of a header, each from one piece to another, the piece behind it, and which column is the serial's.

    A heading over two columns, as 实施层级及权限 may be, is one cell that stands there twice.
    """

    cells: tuple[tuple[int, int], ...]
    columns: tuple[Heading, ...]
    end: int
    serial: int = 0

    @property
    def others(self) -> tuple[Heading, ...]:
        """The columns but for the serial's."""
        return self.columns[: self.serial] + self.columns[self.serial + 1 :]

    def doubled(self) -> Header | None:
        """The same with 实施层级及权限 over two columns, level and competence; None where it has no such heading."""
        at = next((i for i, column in enumerate(self.columns) if _LEVEL_AND_MORE.fullmatch(column.heading)), None)
        if at is None:
            return None
        columns = (*self.columns[:at], Heading("level", "层级"), Heading(None, "权限"), *self.columns[at + 1 :])
        cells = (*self.cells[: at + 1], *self.cells[at:])
        return Header(cells, columns, self.end, self.serial)


def _header_at(pieces: Sequence[Piece], at: int) -> Header | None:
    """The header that begins with the serial column at piece *at*, where one does.

    It goes on over headings that are known, and over one or two unknown ones where a known one follows.
    """
    # 序 号 with a blank between is two words.
    if all(words.HEADERS.get(_joined(pieces, at, length)) != "serial" for length in (1, 2)):
        return None
    cells: list[tuple[int, int]] = []
    columns: list[Heading] = []
    index, known = at, 0
    while index < min(len(pieces), at + 2 * _MOST_COLUMNS):
        if serial_number(pieces[index].text) is not None or len(pieces[index].text) > 2 * _LONGEST_HEADING:
            break
        length, field, heading = _heading(pieces, index)
        if columns and heading == columns[0].heading:
            break
        cells.append((index, index + length))
        columns.append(Heading(field, heading))
        index += length
        if field is not None or heading in words.OTHER_HEADERS:
            known = len(cells)
        elif len(cells) - known > 2 or not _may_be_heading(heading):
            break
    closing = [column.heading for column in columns[known:]]
    # Where columns stand before the serial's, what stands before the first number is the first row's.
    led = at > 0 and is_known(bare_heading(pieces[at - 1].text))
    ends_at_row = not led and index < len(pieces) and serial_number(pieces[index].text) is not None
    # What stands behind the last known heading is one too where a row follows; but not the name of a group of rows.
    if closing and not (
        ends_at_row and all(map(_may_be_heading, closing)) and shapes.GROUP_LINE.fullmatch(closing[-1]) is None
    ):
        del cells[known:], columns[known:]
    fields = {column.field for column in columns} - {None}
    if len(fields) < MIN_HEADER or fields.isdisjoint(words.REQUIRED_FIELDS):
        return None
    return Header(tuple(cells), tuple(columns), cells[-1][1])


def _heading(pieces: Sequence[Piece], index: int) -> tuple[int, str | None, str]:
    """How many pieces from *index* on are one heading, its field, its words: 实施主体和⏎责任主体 is one."""
    for length in (3, 2):
        joined = _joined(pieces, index, length)
        goes_on = length == 2 and joined.removeprefix(bare_heading(pieces[index].text))[:1] in ("及", "和", "与")
        if joined in words.HEADERS and (goes_on or bare_heading(pieces[index].text) not in words.HEADERS):
            return length, words.HEADERS[joined], joined
    heading = bare_heading(pieces[index].text)
    return 1, field_of(heading), heading


def _joined(pieces: Sequence[Piece], index: int, length: int) -> str:
    return "".join(bare_heading(piece.text) for piece in pieces[index : index + length])


def _may_be_heading(heading: str) -> bool:
    return (
        0 < len(heading) <= _LONGEST_HEADING
        and is_short(heading)
        and words.POWER_TYPE.fullmatch(heading) is None
        and shapes.CODE.fullmatch(heading) is None
    )


def find_headers(pieces: Sequence[Piece]) -> list[Header]:
    headers: list[Header] = []
    for at in range(len(pieces)):
        if headers and at < headers[-1].end:
            continue
        header = _header_at(pieces, at)
        if header is not None:
            headers.append(_with_leading(pieces, header, headers[-1].end if headers else 0))
    return headers


def _with_leading(pieces: Sequence[Piece], header: Header, after: int) -> Header:
    """The same header with known headings that stand before the serial's (职权类别 序号 职权名称 …), behind *after*."""
    leading: list[tuple[tuple[int, int], Heading]] = []
    start = header.cells[0][0]
    taken = {column.field for column in header.columns if column.field}
    while len(leading) < _MOST_LEADING and start > after:
        for length in (1, 2, 3):
            joined = _joined(pieces, start - length, length) if start - length >= after else ""
            if joined in words.OTHER_HEADERS or words.HEADERS.get(joined, "serial") not in {*taken, "serial"}:
                break
        else:
            break
        start -= length
        field = words.HEADERS.get(joined)
        leading.insert(0, ((start, start + length), Heading(field, joined)))
        taken |= {field} if field else set()
    if not leading:
        return header
    cells = (*(cell for cell, _ in leading), *header.cells)
    columns = (*(column for _, column in leading), *header.columns)
    return Header(cells, columns, header.end, len(leading))


def serial_number(words_of: str) -> int | None:
    """The number a piece is: 12 · 十二 · （3）; None where it is none, as 0012 is not, a code."""
    if (
        len(words_of) > _LONGEST_SERIAL
        or _PADDED.fullmatch(words_of)
        or words.SERIAL.fullmatch(words_of.rstrip(".、．")) is None
    ):
        return None
    return parse_numeral(words_of.strip("（）().、．"))
