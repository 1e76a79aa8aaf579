"""Rules about the numbers of items: repeated, skipped, none.

Knows the forms a serial is printed in and which number follows which. Does not know what stands in an item.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from pipeline.checks.subject import Problem, Subject
from pipeline.model import Item
from pipeline.numerals import parse_numeral
from pipeline.words.tables import SERIAL_LIST, SERIAL_MARKS, SERIAL_PART

Number = tuple[int, ...]
"""7 is (7,), 3-1 is (3, 1)."""

_BEFORE: Final[Number] = (0,)
_CIRCLED: Final = {chr(ord("①") + index): index + 1 for index in range(20)}


def read_serial(serial: str) -> tuple[Number, ...]:
    """The numbers that *serial* prints, none where it is no number.

    7、 and （7） and ⑦ and ７ and 7.0 are 7; 20，21 is two, which follow each other; 3-1 and 3.1 are one of two parts.
    """
    if serial.isascii() and serial.isdigit():
        number = parse_numeral(serial)
        return () if number is None else ((number,),)
    bare = SERIAL_MARKS.sub("", "".join(serial.split()))
    if bare in _CIRCLED:
        return ((_CIRCLED[bare],),)
    listed = [parse_numeral(piece) for piece in SERIAL_LIST.split(bare)]
    if len(listed) > 1:
        first = listed[0]
        if first is None or listed != list(range(first, first + len(listed))):
            return ()
        return tuple((number,) for number in range(first, first + len(listed)))
    parts = [parse_numeral(piece) for piece in SERIAL_PART.split(bare)]
    return () if None in parts else (tuple(part for part in parts if part is not None),)


def _serials(subject: Subject) -> Iterator[tuple[Item, tuple[Number, ...], bool]]:
    """Each item with its printed numbers (none where it has none), and whether it is the first of its table or group.

    A group row, 二、行政许可 or the name of a unit, stands right above the first item of its group.
    """
    groups = [block.span[0] for block in subject.blocks if block.kind == "group"]
    for table in subject.tables:
        end = None
        for item in table.items:
            begins = end is None or bisect_left(groups, end) < bisect_left(groups, item.span[0])
            yield item, read_serial(item.serial or ""), begins
            end = item.span[1]


def serial_repeated(subject: Subject) -> Iterator[Problem]:
    """Two items with one number in one run; a table or group that starts again at 1 starts a new run."""
    seen: dict[Number, Item] = {}
    for item, numbers, first in _serials(subject):
        if first and _is_one(numbers):
            seen = {}
        earlier = next((seen[number] for number in numbers if number in seen), None)
        if earlier is not None:
            same = item.serial == earlier.serial
            twice = f"「{item.serial}」出现两次" if same else f"「{item.serial}」与「{earlier.serial}」是同一个数"
            yield Problem(
                (earlier.number, item.number),
                f"序号{twice}：{earlier.place}和{item.place}；请核对编号。",
                item.serial,
                item.spans.get("serial"),
            )
        for number in numbers:
            seen.setdefault(number, item)


def serial_gap(subject: Subject) -> Iterator[Problem]:
    """A number that follows neither the one printed before it nor the one that should have been printed there: of
    4, 55, 6 only 55 is wrong. An item whose number cannot be read is said to be so, and has the number due there."""
    last: Number | None = None
    due = _BEFORE
    unread = 0
    seen: set[Number] = set()
    for item, numbers, first in _serials(subject):
        if not numbers:
            unread += 1
            continue
        number, expected = numbers[0], _next(last or _BEFORE)
        starts = first and _is_one(numbers)
        follows = starts or any(_follows(number, before) for before in (*_counted(last or _BEFORE, unread), due))
        if not follows and number not in seen:
            after = f"「{_printed(last)}」之后" if last is not None else "第一项"
            yield Problem(
                (item.number,),
                f"序号不连续：{after}应为「{_printed(expected)}」，印的是「{item.serial}」；"
                f"请核对{'是否缺行' if number > expected else '序号和各项的先后'}。",
                item.serial,
                item.spans.get("serial"),
            )
        if starts:
            seen = set()
        last, due, unread = numbers[-1], numbers[-1] if follows else expected, 0
        seen.update(numbers)


def serial_unreadable(subject: Subject) -> Iterator[Problem]:
    for item, numbers, _ in _serials(subject):
        if not numbers and item.serial is not None:
            what = f"「{item.serial}」不是一个数" if item.serial else "为空"
            yield Problem(
                (item.number,),
                f"{subject.called(item.number)}的序号{what}；请核对。",
                item.serial,
                item.spans.get("serial"),
            )


def _next(number: Number) -> Number:
    return (*number[:-1], number[-1] + 1)


def _counted(number: Number, unread: int) -> Iterator[Number]:
    """*number*, and those that *unread* items behind it may have."""
    yield number
    for _ in range(unread):
        number = _next(number)
        yield number


def _follows(number: Number, before: Number) -> bool:
    """Whether *number* comes right after *before*: after 3-2 come 3-3, 4 and 4-1; after 3 comes 3-1 too."""
    above = (_next(before[:length]) for length in range(1, len(before) + 1))
    return any(number[: len(start)] == start and _is_one((number[len(start) :],)) for start in (*above, before)) and (
        number != before
    )


def _is_one(numbers: tuple[Number, ...]) -> bool:
    """Whether the first of *numbers* begins a count: 1, 1-1."""
    return bool(numbers) and all(part == 1 for part in numbers[0])


def _printed(number: Number | None) -> str:
    return "-".join(map(str, number or ()))
