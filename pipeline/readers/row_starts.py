"""Pieces of text with nothing between its cells → where rows begin, and what stands between them.

Knows that a row is a number with a title and a law behind it. Does not know which piece is in which column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.patterns import lazy_regex
from pipeline.readers.grid import Heading
from pipeline.readers.long_cells import begins_basis, is_short
from pipeline.readers.pieces import Header, Piece, serial_number
from pipeline.readers.told import closes_row, has_home, has_shape
from pipeline.words import cells as shapes
from pipeline.words import tables as words

_LONGEST_TITLE: Final = 160
_NUMBER: Final = lazy_regex(r"[0-9]{1,4}[.．、]?")

Start = tuple[int, int | None]
"""The piece a row begins at, and the piece that is its number."""


def row_starts(pieces: Sequence[Piece], header: Header, end: int, last: int) -> Iterator[Start]:
    """Where rows begin: at a number with a title and then a law behind it, or at the next number with a title.

    Right behind a cell that ends a row, a title with a law behind it begins one even without a number.
    """
    columns = header.columns[header.serial + 1 :]
    before = next((at for at, column in enumerate(columns) if column.field == "basis"), len(columns)) + 1
    below = columns[before:]
    index, begun, floor = header.end, False, header.end
    while index < end:
        number = serial_number(pieces[index].text) if pieces[index].opens else None
        behind = index + (number is not None)
        if behind < end and pieces[index].opens and _may_be_title(pieces[behind].flat):
            law = next(
                (at for at in range(behind + 1, min(end, behind + before + 2)) if begins_basis(pieces[at].flat)), None
            )
            sure = law is not None and all(is_short(pieces[at].flat) for at in range(behind + 1, law))
            if number is not None and (sure or number == last + 1):
                yield index - _leading(pieces, index, header, floor, below), index
                last, index, begun, floor = number, behind, True, behind + 1
            elif number is None and law == behind + 1 and begun and _closes(pieces, index, below):
                yield index, None
        index += 1


def _leading(pieces: Sequence[Piece], number: int, header: Header, floor: int, below: Sequence[Heading]) -> int:
    """How many pieces before the one at *number* stand in columns before the serial's: 行政许可 1 悬挂许可 ….

    A column whose cells have no shape of their own is told only right behind a header, or a cell that ends a row.
    """
    columns = header.columns[: header.serial]
    count = 0
    for column in reversed(columns):
        at = number - 1 - count
        count += at >= floor and pieces[at].opens and has_home(pieces[at].flat, column)
    first = number - len(columns)
    if count or first < floor or any(map(has_shape, columns)):
        return count
    if not all(is_short(piece.flat) and not closes_row(piece.flat, below) for piece in pieces[first:number]):
        return 0
    return len(columns) if first == header.end or closes_row(pieces[first - 1].flat, below) else 0


def _closes(pieces: Sequence[Piece], index: int, below: Sequence[Heading]) -> bool:
    """Whether the piece before *index* is the last cell of a row, and the one at *index* none of it."""
    return closes_row(pieces[index - 1].flat, below) and not closes_row(pieces[index].flat, below)


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


def without_outside(pieces: Sequence[Piece], first: int, top: int, after: int) -> tuple[list[int], list[int]]:
    """The pieces of a row, and those that are of none: numbers of pages, and below it captions, groups and notes.

    The first of these stands below the title, which is at *top* at the earliest.
    """
    end = next((at for at in range(top + 1, after) if _stands_below(pieces[at].text)), after)
    while end > top + 1 and _is_outside(pieces[end - 1].text):
        end -= 1
    pages = [at for at in range(top, end) if shapes.PAGE_NUMBER.fullmatch(pieces[at].text)]
    return [at for at in range(first, end) if at not in pages], [*pages, *range(end, after)]


def _stands_below(words_of: str) -> bool:
    """Whether a note or a total begins: what follows it, up to the next row, is of no item."""
    return any(kind.fullmatch(words_of) for kind in (words.NOTE, words.TOTAL, words.SIGNED_BY))


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
