"""Forms, one to an item, with a heading before each value → a sheet with a row for each form.

Knows how such a form looks in text (事项名称：…) and in a table (事项名称 | …). Does not know any file format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

import regex

from pipeline.patterns import lazy_regex
from pipeline.readers.grid import Grid
from pipeline.readers.headings import MIN_HEADER, bare_heading, field_of, is_header
from pipeline.readers.native import read_sheets
from pipeline.readers.sheet import MAX_SLOTS, Paragraph, Sheet, Slot
from pipeline.words import cells as shapes
from pipeline.words import tables as words

_MOST_COLUMNS: Final = 60
_LONGEST_HEADING: Final = 16
_WHOLE: Final[Mapping[str, re.Pattern[str] | regex.Pattern[str]]] = {
    "serial": words.SERIAL, "power_type": words.POWER_TYPE, "department": shapes.ORGAN, "handling_unit": shapes.ORGAN,
    "level": shapes.LEVEL,
}  # fmt: skip
_LONGEST_WHOLE: Final = 400
_OUTSIDE_KINDS: Final = ("note", "day", "seal", "continued")
_MANY: Final = 2
"""One form without a law is anything that has a name; several of one kind are a list."""

# 事项名称：… · 设定依据　and the value on the lines below
_LABELLED: Final = lazy_regex(r"[ \t\u3000\u00a0]*(?P<heading>[^：:\n]{1,24})(?:[：:](?P<value>[^\n]*))?")
# 1. · 二、: the number of a form, on a line of its own above it
_NUMBER: Final = lazy_regex(r"[（(]?[0-9一二三四五六七八九十百]{1,5}(?:[）)][.．、]?|[.．、])")


class Entry(NamedTuple):
    """A heading and the values behind it, each with its place; ``opens`` where a form begins."""

    heading: str
    place: str
    values: list[Paragraph]
    opens: bool = False


_Stream = list[Entry | Paragraph]
"""Forms as they stand in a file, with the text between them."""


def read_upright(text: str, name: str) -> Grid | None:
    """The grid of *text*, the file called *name*, where it is forms of lines; None where it is not."""
    stream: _Stream = []
    for number, line in enumerate(text.split("\n"), 1):
        words_of = line.strip()
        if not words_of:
            continue
        here = Paragraph(words_of, f"第{number}行")
        last = next((entry for entry in reversed(stream[-1:]) if isinstance(entry, Entry)), None)
        entry = labelled(here)
        if entry is not None:
            stream.append(entry)
        elif last is None or is_outside(words_of) or is_full(last):
            stream.append(here)
        else:
            last.values.append(here)
    entries = [piece for piece in stream if isinstance(piece, Entry)]
    if any(not (one.values or two.values) for one, two, _ in zip(entries, entries[1:], entries[2:], strict=False)):
        return None  # headings one after the other are the header of a table
    sheet = sheet_of(list(_opened(stream)))
    return read_sheets([sheet], name) if sheet is not None else None


def labelled(line: Paragraph) -> Entry | None:
    """设定依据：… → the heading and what stands behind it in the *line*; None where it begins with no known heading."""
    match = _LABELLED.fullmatch(line.text)
    heading = bare_heading(match["heading"]) if match else ""
    if match is None or not _is_known(heading):
        return None
    value = (match["value"] or "").strip()
    return Entry(heading, line.place, [line._replace(text=value)] if value else [])


def _opened(stream: _Stream) -> Iterator[Entry | Paragraph]:
    """*stream* with its forms marked: each begins with the heading that the first does; a number may stand above."""
    first = next((piece.heading for piece in stream if isinstance(piece, Entry)), "")
    for piece, following in zip_longest(stream, stream[1:]):
        if not isinstance(piece, Entry):
            yield piece
            continue
        opens = isinstance(following, Entry) and following.heading == first
        number = piece.values.pop() if opens and piece.values and _NUMBER.fullmatch(piece.values[-1].text) else None
        yield piece._replace(opens=piece.heading == first)
        if number is not None:
            yield number


def stood_up(sheets: Sequence[Sheet]) -> list[Sheet]:
    """*sheets* as they are where one of them has a header; else all forms among them as one sheet of rows."""
    if any(is_header(row) for sheet in sheets for row in sheet.rows.values()):
        return list(sheets)
    stream: _Stream = []
    for sheet in sheets:
        stream += sheet.above
        stream += _entries(sheet)
    upright = sheet_of(stream)
    if upright is None:
        return list(sheets)
    upright.remarks += [remark for sheet in sheets for remark in sheet.remarks]
    return [upright]


def _entries(sheet: Sheet) -> Iterator[Entry | Paragraph]:
    """The headings of a table with what stands beside each; a row of one cell is text between."""
    first: str | None = None
    held: Entry | None = None
    for number in sorted(sheet.rows):
        slots = list(dict.fromkeys(slot for slot in sheet.rows[number] if slot is not None))
        own = [slot for slot in slots if slot.row == number]
        labels = [slot for slot in slots if _is_known(_heading(slot))]
        if not labels and (len(slots) != 2 or len(_heading(slots[0])) > _LONGEST_HEADING):
            if held is not None and len(slots) == 1 and not held.values:
                held.values.append(_value(sheet, slots[0]))
            else:
                yield from (_value(sheet, slot) for slot in own)
            continue
        paired = _is_paired(slots, labels)
        for at, slot in enumerate(slots):
            is_label = slot in labels or (at == 0 and not labels) or (paired and at % 2 == 0)
            if not is_label and held is not None:
                if slot.row == number:
                    held.values.append(_value(sheet, slot))
            elif slot.row == number:
                heading = _heading(slot)
                held = Entry(heading, sheet.place(slot.row, slot.column), [], first is None or heading == first)
                first = first or heading
                yield held


def _is_paired(slots: Sequence[Slot], labels: Sequence[Slot]) -> bool:
    """Whether headings and values take turns in a row, also one that nobody knows: 职权类型 | … | 审核转报 | 否."""
    headings = slots[::2]
    return (
        len(slots) > 2
        and len(slots) % 2 == 0
        and all(slot in headings for slot in labels)
        and all(0 < len(_heading(slot)) <= _LONGEST_HEADING for slot in headings)
    )


def _value(sheet: Sheet, slot: Slot) -> Paragraph:
    return Paragraph(slot.text, sheet.place(slot.row, slot.column), slot.remarks)


def _heading(slot: Slot) -> str:
    return bare_heading(slot.text).rstrip("：:")


def _is_known(heading: str) -> bool:
    return (heading in words.HEADERS or heading in words.OTHER_HEADERS) and heading not in words.RANKS


def is_full(entry: Entry) -> bool:
    """Whether a value is whole, so that no line below can be of it: 实施主体：市古桥局⏎以上事项自发布之日起施行。"""
    whole = _WHOLE.get(field_of(entry.heading) or "")
    value = "".join(value.text for value in entry.values)
    return whole is not None and len(value) <= _LONGEST_WHOLE and whole.fullmatch(value) is not None


def is_outside(words_of: str) -> bool:
    """Whether a line below a value is none of it: a caption, a note, a day, a seal, the number of a page."""
    caption = words.CAPTION.fullmatch(words_of)
    return (
        (caption is not None and (caption["label"] is not None or caption["count"] is not None))
        or shapes.PAGE_NUMBER.fullmatch(words_of) is not None
        or any(words.OUTSIDE_LINES[kind].fullmatch(words_of) for kind in _OUTSIDE_KINDS)
    )


def is_form(cells: Iterable[str]) -> bool:
    """Whether the headings among *cells* are those of a list: title, basis and one more."""
    return _suffices(heading for heading in map(bare_heading, cells) if _is_known(heading))


def _suffices(headings: Iterable[str], forms: int = 1) -> bool:
    """Whether *headings* are those of a list; where there are several *forms* with a title, it need not print laws."""
    fields = {field_of(heading) for heading in headings} - {None}
    required = set(words.REQUIRED_FIELDS) if forms < _MANY else {"title"}
    return len(fields) >= MIN_HEADER and required <= fields


class _Places(dict[tuple[int, int], str]):
    def __call__(self, row: int, column: int) -> str:
        return self.get((row, column)) or self.get((row, 0), "")


def sheet_of(stream: Sequence[Entry | Paragraph]) -> Sheet | None:
    """One sheet of the forms in *stream*; None where they are not those of a list."""
    columns = list(dict.fromkeys(piece.heading for piece in stream if isinstance(piece, Entry)))
    begin = next((at for at, piece in enumerate(stream) if isinstance(piece, Entry)), len(stream))
    forms = sum(1 for piece in stream if isinstance(piece, Entry) and piece.opens)
    if not _suffices(columns, forms) or len(columns) > _MOST_COLUMNS or len(stream) * len(columns) > MAX_SLOTS:
        return None
    places = _Places()
    rows: dict[int, list[Slot | None]] = {0: [Slot(heading, 0, at) for at, heading in enumerate(columns)]}
    row = 0
    given: set[tuple[int, int]] = set()
    for piece in stream[begin:]:
        if isinstance(piece, Paragraph):
            row = len(rows)
            rows[row] = [Slot(piece.text, row, 0, piece.remarks, outside=True), *[None] * (len(columns) - 1)]
            places[row, 0] = piece.place
            continue
        if piece.opens or not isinstance(rows.get(row), list) or row == 0 or _is_text(rows[row]):
            row = len(rows)
            rows[row] = [None] * len(columns)
            places[row, 0] = piece.place
        at = columns.index(piece.heading)
        places.setdefault((0, at), piece.place)
        given.add((row, at))
        _add(rows[row], row, at, piece, places)
    above = [piece for piece in stream[:begin] if isinstance(piece, Paragraph)]
    wanted = ((row, at) for row in {row for row, _ in given} for at in range(len(columns)))
    return Sheet(rows, places, above, absent=frozenset(wanted) - given)


def _is_text(row: Sequence[Slot | None]) -> bool:
    return any(slot is not None and slot.outside for slot in row)


def _add(row: list[Slot | None], number: int, at: int, entry: Entry, places: _Places) -> None:
    words_of = "\n".join(value.text for value in entry.values)
    if not words_of:
        return
    held = row[at]
    remarks = tuple(remark for value in entry.values for remark in value.remarks)
    if held is None:
        row[at] = Slot(words_of, number, at, remarks)
    else:
        row[at] = Slot(f"{held.text}\n{words_of}", number, at, (*held.remarks, *remarks))
    if held is None and (at or entry.values[0].place):
        places[number, at] = entry.values[0].place
