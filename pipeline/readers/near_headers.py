"""The row that comes nearest to a header where no row is one: which of its headings are known, and which are not.

Knows rows as lists of words, in tables and in lines of text. Does not know any file format, nor how a header is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from pipeline.patterns import lazy_regex
from pipeline.readers.headings import MIN_HEADER, bare_heading, exact_field
from pipeline.readers.sheet import Sheet
from pipeline.words import tables as words

_LOOKED_AT: Final = 5_000
"""Rows, or lines, that are looked at; a header stands near the top."""

_MOST_HEADINGS: Final = 60
_LONGEST_HEADING: Final = 40
_SHOWN: Final = 8

_SEPARATOR: Final = lazy_regex(r"[|｜│┃\t,]")
_BLANKS: Final = lazy_regex(r"[ \u3000\u00a0]+")

Named = tuple[str, Sequence[str]]
"""What the place of a row is called, and the words of its cells."""


def nearest_in_tables(sheets: Iterable[Sheet]) -> str:
    """As ``nearest``, of the rows of *sheets*; of merged cells the words count once."""
    return _nearest(
        (sheet.place(number, 0), [slot.text for slot in {id(slot): slot for slot in row if slot}.values()])
        for sheet in sheets
        for number, row in sorted(sheet.rows.items())
    )


def nearest_in_text(text: str) -> str:
    """As ``nearest``, of the lines of *text* and of the runs of lines that may be the cells of one row."""
    lines = list(enumerate(islice(text.split("\n"), _LOOKED_AT), 1))
    return _nearest([*_lines(lines), *_runs(lines)])


def _lines(lines: Sequence[tuple[int, str]]) -> Iterator[Named]:
    """Lines cut by separators, else by blanks."""
    for number, line in lines:
        cut = (_SEPARATOR if _SEPARATOR.search(line.strip()) else _BLANKS).split(line.strip())
        if len(cut) > 1:
            yield f"第{number}行", cut


def _runs(lines: Sequence[tuple[int, str]]) -> Iterator[Named]:
    """A cell on each line: runs of lines that may be headings; where tabs begin cells, other lines go on with them."""
    cells: list[str] = []
    first, tabbed = 0, False
    for number, line in [*lines, (0, "")]:
        opens, bare = line.startswith("\t"), bare_heading(line)
        ends = not bare or not _may_be_heading(bare) or words.TITLE.fullmatch(bare) is not None
        if cells and (ends or (opens and not tabbed)):
            yield f"第{first}行", cells
            cells = []
        if ends:
            continue
        if cells and tabbed and not opens:
            cells[-1] += line
            continue
        first, tabbed = (first, tabbed) if cells else (number, opens)
        cells.append(line)


def _nearest(rows: Iterable[Named]) -> str:
    """What is to be said of the row of *rows* with the most known headings: half a sentence, which begins with a mark.

    Nothing where no row has a known heading and two other cells beside it, or two known ones. Headings that are known
    and make no header (监督电话) are neither among the known nor among the unknown ones.
    """
    best: tuple[int, str, list[str], list[str]] = (0, "", [], [])
    for place, cells in islice(rows, 2 * _LOOKED_AT):
        headings = list(dict.fromkeys(filter(None, (bare_heading(cell) for cell in cells if cell.strip()))))
        if len(headings) > _MOST_HEADINGS or not all(map(_may_be_heading, headings)):
            continue
        fields = {heading: exact_field(heading) for heading in headings}
        known = [heading for heading in headings if fields[heading]]
        score = len({fields[heading] for heading in known})
        if score > best[0] and (score > 1 or len(headings) >= MIN_HEADER):
            unknown = [each for each in headings if not fields[each] and each not in words.OTHER_HEADERS]
            best = (score, place, known, unknown)
    score, place, known, unknown = best
    if not score:
        return ""
    others = f"，不认得{_shown(unknown)}" if unknown else ""
    return (
        f"；最接近表头的是{place}起的一行，认得{_shown(known)}{others}，"
        "而表头至少要有三种认得的列名，其中有权责事项或设定依据一列"
    )


def _may_be_heading(heading: str) -> bool:
    return (
        len(heading) <= _LONGEST_HEADING
        and words.SERIAL.fullmatch(heading) is None
        and not any(mark in heading for mark in "。；《》")
    )


def _shown(headings: Sequence[str]) -> str:
    shown = "、".join(f"「{heading}」" for heading in headings[:_SHOWN])
    return shown if len(headings) <= _SHOWN else f"{shown}等{len(headings)}个"
