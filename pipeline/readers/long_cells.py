"""The pieces of a row from its 设定依据 on → where each column of long texts begins, and where its text ends.

Knows what such a text opens with, and what cannot go on with it. Does not know what stands in the short columns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.readers.grid import Heading
from pipeline.words import cells as shapes

_LONGEST_SHORT: Final = 60
_STOPS: Final = tuple("。；;”』」）)》.")


class Long(NamedTuple):
    """A long text in *column*, from piece *begin* to *end*; the next one is in *following* and begins at *stop*.

    ``end`` is None where nobody can tell where it ends: it and the columns before *below* are untold then, and those
    from *below* on, of a few words each, have the pieces from *tail* on.
    """

    column: int
    begin: int
    end: int | None
    following: int
    stop: int
    below: int
    tail: int


Closes = Callable[[str, Sequence[Heading]], bool]
"""Whether a piece can only be a cell of a few words in one of the columns: a level, an organ."""


def begins_basis(piece: str) -> bool:
    """Whether *piece* opens with a law and does not go on as a title does: 《经营许可证》核发."""
    return shapes.LAW_START.match(piece) is not None or shapes.BARE_LAW.match(piece) is not None


def is_short(piece: str) -> bool:
    """Whether *piece* can be a whole cell of a few words: no sentence, no line of a law."""
    return (
        len(piece) <= _LONGEST_SHORT
        and not any(mark in piece for mark in "。；;《")
        and not piece.endswith(("：", ":", "，", "、"))
        and shapes.GOES_ON.match(piece) is None
        and shapes.BARE_LAW.match(piece) is None
    )


def announced(column: Heading, pieces: Sequence[str]) -> int | None:
    """The first of *pieces* that a long text in *column* can begin with; None where that is none or may be any."""
    opening = next((opening for word, opening in shapes.LONG_CELLS if word.search(column.heading)), None)
    if opening is None:
        return None
    return next((at for at, piece in enumerate(pieces) if opening.match(piece)), None)


def long_cells(pieces: Sequence[str], columns: Sequence[Heading], basis: int, start: int, closes: Closes) -> list[Long]:
    """The long texts from the basis on, which is in column *basis* and begins at piece *start*."""
    whole = [Long(basis, start, None, len(columns), len(pieces), len(columns), len(pieces))]
    marks, unannounced = _marks(pieces, columns, basis, start)
    if marks is None:
        return whole
    found: list[Long] = []
    for (column, begin), (following, stop) in pairwise([*marks, (len(columns), len(pieces))]):
        below, tail = column + 1, stop
        inside = [index for index in unannounced if column < index < following]
        end: int | None = None if inside else _end(pieces[:stop], columns[below:following], begin)
        if end is None or any(closes(piece, columns) for piece in pieces[begin + 1 : end]):
            # An unannounced text stands behind it, or what it holds cannot be all of its own.
            known = (inside[0] if inside else following) - below
            end = _closed(pieces[:stop], columns[below:following], known, begin, closes)
            if end is None and not inside:
                return whole  # the cells of another row stand in the middle of it
        if end is None:
            below = inside[-1] + 1
            tail = _end(pieces[:stop], columns[below:following], begin)
            if tail == stop or not _follows_sentence(pieces, tail, columns[below:following], closes):
                below, tail = following, stop
        if end is not None and any(closes(piece, columns) for piece in pieces[begin + 1 : end]):
            return whole
        found.append(Long(column, begin, end, following, stop, below, tail))
    return found


def _marks(
    pieces: Sequence[str], columns: Sequence[Heading], basis: int, start: int
) -> tuple[list[tuple[int, int]] | None, list[int]]:
    """The columns of long texts, each with the piece it begins at, and those whose text announces itself nowhere."""
    marks, unannounced = [(basis, start)], list[int]()
    opened_by: object = shapes.LAW_START
    for index, column in enumerate(columns[basis + 1 :], basis + 1):
        if column.field == "basis":
            return None, []  # one column for each rank of law: where the next begins, nothing says
        openings = [opening for word, opening in shapes.LONG_CELLS if word.search(column.heading)]
        if not openings:
            continue
        opening = openings[0]
        # A law behind a law may be the second of the same column.
        behind = range(marks[-1][1] + 1, len(pieces)) if opening is not None and opening is not opened_by else ()
        begins = [at for at in behind if opening is not None and opening.match(pieces[at])]
        if not begins or (opening in shapes.WEAK_STARTS and len(begins) > 1):
            unannounced.append(index)
            continue
        marks.append((index, begins[0]))
        opened_by = opening
    return marks, unannounced


def _closed(pieces: Sequence[str], below: Sequence[Heading], known: int, begin: int, closes: Closes) -> int | None:
    """The end of a long text where one of the columns *below* holds nobody knows what, but none of the first *known*.

    It is at a level or an organ of one of these, with nothing or another such cell behind it; and no law, but for that
    of a column of laws.
    """
    laws = any("依据" in column.heading for column in below)
    for at in range(begin + 1, len(pieces)):
        if _follows_sentence(pieces, at, below[:known], closes):
            behind = pieces[at + 1 :]
            alone = behind and not closes(behind[0], below)
            law = not laws and any(begins_basis(piece) or shapes.GOES_ON.match(piece) for piece in behind)
            return None if alone or law else at
    return None


def _follows_sentence(pieces: Sequence[str], at: int, columns: Sequence[Heading], closes: Closes) -> bool:
    """Whether a level or an organ, of one of *columns*, stands at *at* behind a whole sentence."""
    return is_short(pieces[at]) and closes(pieces[at], columns) and pieces[at - 1].rstrip().endswith(_STOPS)


def _goes_on_listing(pieces: Sequence[str], at: int) -> bool:
    """Whether the piece *at* is the next of a numbered list: 7.…；⏎8.其他行为."""
    return shapes.LISTED.match(pieces[at]) is not None and pieces[at - 1].rstrip().endswith(("；", ";"))


def _end(pieces: Sequence[str], below: Sequence[Heading], start: int) -> int:
    """The first piece behind a long text: counted back from a level, else from the end, over short pieces.

    Where there are more of these than columns, the text itself may end in some: all of them are behind it, untold.
    """
    level = next((index for index, column in enumerate(below) if is_level(column)), None)
    limit, last = len(below), len(pieces)
    if level is not None:
        found = [index for index in range(start + 1, len(pieces)) if shapes.LEVEL.fullmatch(pieces[index].strip())]
        if found:
            limit, last = level, found[-1]
    end = last
    while limit and end > start + 1 and is_short(pieces[end - 1]) and not _goes_on_listing(pieces, end - 1):
        end -= 1
    return end


def is_level(column: Heading) -> bool:
    """Whether a column can hold nothing but a level: not 实施层级及权限."""
    return (column.field == "level" and "权限" not in column.heading) or column.heading.endswith("层级")
