"""A list without a table: numbered titles with labelled lines below (设定依据：…) → a sheet with a row for each title.

Knows how such an outline looks, and where a page ends that shows one. Does not know any file format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.numerals import parse_numeral
from pipeline.patterns import lazy_regex
from pipeline.readers.grid import Grid
from pipeline.readers.headings import field_of, is_header
from pipeline.readers.long_cells import begins_basis
from pipeline.readers.native import read_sheets
from pipeline.readers.sheet import Paragraph, Sheet
from pipeline.readers.upright import Entry, is_full, is_outside, labelled, sheet_of
from pipeline.words import cells as shapes
from pipeline.words import tables as words

_FEWEST: Final = 2
"""One numbered line above a 依据：… may be a heading of anything."""

_MORE: Final = 3
"""Of so many titles one may lack a basis."""

_LONGEST_TITLE: Final = 200
# （一）古桥使用许可 · 三、古桥使用许可 · 12.古桥使用许可: the style of the number is the level
_STYLES: Final = tuple(
    lazy_regex(rf"(?P<number>{number})\s*(?P<title>\S.*)")
    for number in (
        r"[一二三四五六七八九十百]{1,5}、",
        r"[（(][一二三四五六七八九十百]{1,5}[）)]",
        r"[0-9]{1,4}[.．、](?![0-9])",
        r"[（(][0-9]{1,4}[）)]",
    )
)
_SERIAL, _TITLE = "序号", "事项名称"


class _Numbered(NamedTuple):
    number: str
    title: str
    style: int


_Titles = dict[int, _Numbered]
"""By the number of their line."""


def read_outline(text: str, name: str) -> Grid | None:
    """The grid of *text*, the file called *name*, where it is an outline; None where it is not."""
    lines = (Paragraph(line.strip(), f"第{number}行") for number, line in enumerate(text.split("\n"), 1))
    sheet = _outline([line for line in lines if line.text])
    return read_sheets([sheet], name) if sheet is not None else None


def outlined(sheets: Sequence[Sheet]) -> list[Sheet]:
    """*sheets* as they are where one has a header; else the outline that the words around and in them are, if any."""
    if any(is_header(row) for sheet in sheets for row in sheet.rows.values()):
        return list(sheets)
    sheet = _outline([line for each in sheets for line in _lines(each)])
    if sheet is None:
        return list(sheets)
    sheet.remarks += [remark for each in sheets for remark in each.remarks]
    return [sheet]


def _lines(sheet: Sheet) -> Iterator[Paragraph]:
    yield from sheet.above
    for number in sorted(sheet.rows):
        for slot in dict.fromkeys(slot for slot in sheet.rows[number] if slot is not None and slot.row == number):
            place = sheet.place(slot.row, slot.column)
            said = [line for line in slot.text.split("\n") if line.strip()]
            yield from (Paragraph(line, place, slot.remarks if not at else ()) for at, line in enumerate(said))


def _outline(lines: Sequence[Paragraph]) -> Sheet | None:
    numbered = [_numbered(line.text) for line in lines]
    entries = [labelled(line) for line in lines]
    found = {
        at: title
        for at, (title, below) in enumerate(zip(numbered, entries[1:], strict=False))
        if title is not None and below is not None and entries[at] is None
    }
    style = next(iter(found.values())).style if found else None
    titles = _settled(entries, {at: title for at, title in found.items() if title.style == style})
    if titles is None:
        return None
    sheet = sheet_of(list(_stream(lines, entries, titles)))
    if sheet is not None:
        sheet.remarks.append(("outline-read", (str(len(titles)),)))
    return sheet


def _numbered(line: str) -> _Numbered | None:
    """The number and the title of a line that may be an item's; a caption of a group is none."""
    if len(line) > _LONGEST_TITLE or is_outside(line) or words.POWER_TYPE.fullmatch(line):
        return None
    for style, pattern in enumerate(_STYLES):
        match = pattern.fullmatch(line)
        if match is not None:
            return _Numbered(match["number"], match["title"], style)
    return None


def _settled(entries: Sequence[Entry | None], titles: _Titles) -> _Titles | None:
    """Those of *titles* that are items; None where that is not beyond doubt.

    All, if each has its basis; else those that do not look like a line inside an item, of which some may lack one where
    the numbers go on; else those that begin as the first does, where their numbers do and each has its basis.
    """
    calm = {at: title for at, title in titles.items() if not _is_inside(title.title)}
    alike = {at: title for at, title in calm.items() if _opening(entries, at) == _opening(entries, min(calm))}
    whole = (some for some in (titles, calm) if len(some) >= _FEWEST and not _lacking(entries, some))
    if (settled := next(whole, None)) is not None:
        return settled
    if _counts(calm) and _may_lack(entries, calm):
        return calm
    return alike if len(alike) >= _FEWEST and _counts(alike) and not _lacking(entries, alike) else None


def _is_inside(title: str) -> bool:
    """Whether a numbered line is rather one inside an item: 2.《…》第三条, 3.决定责任：…, a whole sentence."""
    return begins_basis(title) or title.endswith(("。", "；", ";")) or "：" in title or ":" in title


def _opening(entries: Sequence[Entry | None], at: int) -> str:
    entry = entries[at + 1]
    return entry.heading if entry else ""


def _segments(entries: Sequence[Entry | None], titles: Iterable[int]) -> list[set[str]]:
    """The headings below each of *titles*."""
    starts = [*titles, len(entries)]
    return [{entry.heading for entry in entries[start:end] if entry} for start, end in pairwise(starts)]


def _lacking(entries: Sequence[Entry | None], titles: _Titles) -> list[int]:
    """Which of *titles*, in their order, have no basis."""
    below = _segments(entries, titles)
    return [index for index, headings in enumerate(below) if "basis" not in map(field_of, headings)]


def _counts(titles: _Titles) -> bool:
    """Whether the numbers of *titles* all count on from each other or begin again."""
    numbers = [parse_numeral(words.SERIAL_MARKS.sub("", title.number)) for title in titles.values()]
    return all(two == 1 or (one is not None and two == one + 1) for one, two in pairwise([0, *numbers]))


def _may_lack(entries: Sequence[Entry | None], titles: _Titles) -> bool:
    """Whether those of *titles* that lack a basis are items all the same: they are the fewer by far, and what stands
    below one says again what the one beside it has. Below a line inside an item stands the rest of it."""
    lacking, below = _lacking(entries, titles), _segments(entries, titles)
    again = (below[index] & below[index - 1 if index else 1] for index in lacking)
    return len(titles) - len(lacking) >= _FEWEST and _MORE * len(lacking) <= len(titles) and all(again)


def _stream(
    lines: Sequence[Paragraph], entries: Sequence[Entry | None], titles: _Titles
) -> Iterator[Entry | Paragraph]:
    """What stands in the outline: the parts of its items, and the lines between them."""
    held: Entry | None = None
    ended = False
    begin = min(titles)
    for at, line in enumerate(lines):
        title, entry = titles.get(at), entries[at]
        ended = title is None and (ended or (held is not None and shapes.PAGE_END.match(line.text) is not None))
        if title is not None:
            yield Entry(_SERIAL, line.place, [Paragraph(title.number, line.place)], opens=True)
            held = Entry(_TITLE, line.place, [line._replace(text=title.title)])
            yield held
        elif at < begin or ended or is_outside(line.text) or words.POWER_TYPE.fullmatch(line.text):
            held = held if ended else None
            yield line
        elif entry is not None:
            held = entry
            yield held
        elif held is None or is_full(held):
            held = None
            yield line
        else:
            held.values.append(line)
