"""The tables of a web page → those of the list, with what is printed around them; what is left out is counted.

Knows where a list begins on a page and where it ends. Does not know tags, nor what stands in the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from pipeline.readers.headings import is_header
from pipeline.readers.sheet import Noticed, Paragraph, Sheet
from pipeline.words import cells as shapes
from pipeline.words import tables as words

_NEAR: Final = 3
"""Paragraphs above the first table that are kept where no title tells where the list begins."""

_QUOTED: Final = 40


class Links(str):
    """The words of a paragraph that are links and nothing else: a menu, which is chrome as a nav is."""

    __slots__ = ()


def of_list(sheets: Sequence[Sheet]) -> list[Sheet]:
    """From the first of *sheets* with a header to the last, and what belongs to the list behind it.

    The rest is the page's chrome, or another text on it: how much of it there is, a remark of the first sheet says.
    """
    having = [index for index, sheet in enumerate(sheets) if any(is_header(row) for row in sheet.rows.values())]
    before, (first, *others), rest = (
        sheets[: having[0]],
        sheets[having[0] : having[-1] + 1],
        sheets[having[-1] + 1 :],
    )
    begin = _beginning(first.above)
    chrome = [*_lines(before), *first.above[:begin]]
    title = _title(chrome, first.above[begin:])
    above = [line for line in chrome if line is not title]
    first.above = [*([title] if title else []), *first.above[begin:]]
    below = [line for sheet in rest for line in sheet.above]
    kept = {id(line) for line in _kept(below)}
    behind: list[Sheet] = []
    for sheet in rest:
        goes_on = _goes_on(sheet, sheets)
        # The lines above a table that is left out stand above nothing.
        held = sheet if goes_on or not sheet.rows else Sheet({}, sheet.place)
        held.above = [line for line in sheet.above if id(line) in kept]
        behind.append(held)
    unread = (
        ("前", _own(above), [sheet for sheet in before if sheet.rows]),
        ("后", _own(line for line in below if id(line) not in kept), [s for s in rest if s.rows and s not in behind]),
    )
    first.remarks += _told(unread)
    return [first, *others, *behind]


def _told(unread: Sequence[tuple[str, Sequence[Paragraph], Sequence[Sheet]]]) -> Iterator[Noticed]:
    """What is left out, as one remark: how much on each side, and the first words, rather those behind the list."""
    parts = [
        f"清单{side}的"
        + "和".join(
            each for each in (f"{len(lines)}段文字" * bool(lines), f"{len(tables)}张表格" * bool(tables)) if each
        )
        for side, lines, tables in unread
        if lines or tables
    ]
    said = [[line.text for line in lines] + list(_cells(tables)) for _, lines, tables in reversed(unread)]
    quoted = next((texts[0] for texts in said if texts), "")
    if parts:
        yield "part-unread", ("、".join(parts), quoted[:_QUOTED])


def _own(lines: Iterable[Paragraph]) -> list[Paragraph]:
    return [line for line in lines if not isinstance(line.text, Links)]


def _lines(sheets: Iterable[Sheet]) -> Iterator[Paragraph]:
    return (line for sheet in sheets for line in sheet.above)


def _cells(sheets: Iterable[Sheet]) -> Iterator[str]:
    return (slot.text for sheet in sheets for row in sheet.rows.values() for slot in row if slot is not None)


def _beginning(above: Sequence[Paragraph]) -> int:
    """Which of the lines *above* the first table of the list is the first of the list."""
    title = max((at for at, line in enumerate(above) if words.TITLE.fullmatch(line.text)), default=None)
    begin = max(0, len(above) - _NEAR) if title is None else title
    return begin - 1 if begin and words.LABEL.fullmatch(above[begin - 1].text) else begin


def _title(chrome: Sequence[Paragraph], above: Sequence[Paragraph]) -> Paragraph | None:
    """The title of the list among the lines of the *chrome*: the heading of the page, between which and the list stand
    the day, a menu, a box; none where one stands *above* the table. 一、行政许可事项目录（共4项） is a caption."""

    def is_title(line: Paragraph) -> bool:
        return words.TITLE.fullmatch(line.text) is not None and words.NUMBERED_TITLE.match(line.text) is None

    if any(map(is_title, above)):
        return None
    return next(filter(is_title, reversed(chrome)), None)


def _kept(below: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Those of the lines *below* the list that are of it: notes, footnotes, signatures; none of the page's end."""
    noted = False
    for line, following in zip_longest(below, below[1:]):
        if shapes.PAGE_END.match(line.text):
            return
        signs = following is not None and shapes.ORGAN.fullmatch(line.text) and _is_day(following.text)
        noted = words.NOTE.fullmatch(line.text) is not None or (
            noted and words.NOTE_GOES_ON.fullmatch(line.text) is not None
        )
        if noted or signs or any(kind.fullmatch(line.text) for kind in words.BELOW_LIST):
            yield line


def _is_day(text: str) -> bool:
    return words.OUTSIDE_LINES["day"].fullmatch(text) is not None


def _goes_on(sheet: Sheet, sheets: Iterable[Sheet]) -> bool:
    """A table without a header that is as wide as the list and has its numbers is the list going on."""
    widths = {len(row) for other in sheets if other is not sheet for row in other.rows.values() if is_header(row)}
    return bool(sheet.rows) and all(len(row) in widths for row in sheet.rows.values())
