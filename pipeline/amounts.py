"""The words of an amount → unit, least and most.

Knows sums, multiples and shares, their ranges, and what a range leaves out (一至三万元). Does not know what it is an
amount of: a fine or a threshold (fines.py).
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from pipeline.model import FineUnit, Number
from pipeline.numerals import parse_amount
from pipeline.words import fines as words

Bounds: TypeAlias = tuple[FineUnit | None, Number | None, Number | None]
"""Unit, min and max, both included; the unit is None where no reading fits."""

_UNREADABLE: Final[Bounds] = (None, None, None)
# 百分之 · 千分之 · 万分之, and their signs, in percent
_PARTS: Final = {"百": Fraction(1), "千": Fraction(1, 10), "万": Fraction(1, 100)}
_SIGNS: Final = {"%": Fraction(1), "％": Fraction(1), "‰": Fraction(1, 10)}


class _Quantity(NamedTuple):
    """A number and what it counts; ``unit`` None where the other end of the range has it."""

    number: str
    value: Fraction | None
    unit: FineUnit | None


@lru_cache(maxsize=4096)
def read_amount(words_of_amount: str) -> Bounds | None:
    """Unit, min and max of an amount; the unit is None where no reading fits, all of it where nothing is counted."""
    amount = words.AMOUNT.match(words_of_amount)
    if amount is None or not any(amount.group("unit1", "unit2", "unit3", "part1", "same1", "same2")):
        return None
    if amount["within"] and "不" in amount["within"]:
        return _UNREADABLE
    second = "2" if amount["number2"] or amount["same2"] else "3" if amount["number3"] or amount["same3"] else ""
    first = _quantity(amount, "1")
    if not second:
        value, bound = whole_or_float(first.value), amount["bound"]
        if not value or not first.unit:
            return _UNREADABLE
        return (first.unit, None if bound in ("以下", "以内") else value, None if bound == "以上" else value)
    other = _quantity(amount, second)
    low, high, unit, unit_high = first.value, other.value, first.unit or other.unit, other.unit or first.unit
    if not low or not high:
        return _UNREADABLE
    if first.unit is None and unit == "yuan":
        low = _shared(first, other)
    if unit != unit_high:
        if {unit, unit_high} != {"times", "percent"}:
            return _UNREADABLE
        low, high = (value / 100 if each == "percent" else value for value, each in ((low, unit), (high, unit_high)))
        unit = "times"
    return (unit, whole_or_float(low), whole_or_float(high)) if low <= high else _UNREADABLE


def _quantity(amount: re.Match[str], index: str) -> _Quantity:
    if amount[f"same{index}"]:
        return _Quantity("", Fraction(1), "times")
    number, sign, part = amount[f"number{index}"], amount[f"unit{index}"], amount[f"part{index}"]
    if part is None and index != "1" and sign is None and amount["part1"]:
        part = amount["part1"]
    if part:
        value = Fraction(100) if number == "百" else parse_amount(number)
        return _Quantity(number, value * _PARTS[part[0]] if value else None, "percent")
    value = parse_amount(number)
    if sign is None or sign in ("元", "倍"):
        return _Quantity(number, value, None if sign is None else "yuan" if sign == "元" else "times")
    return _Quantity(number, value * _SIGNS[sign] if value and sign in _SIGNS else None, "percent")


def _shared(first: _Quantity, other: _Quantity) -> Fraction:
    """一至三万元 is 1万–3万, 五千至一万元 5,000–1万: the 万 is shared where the range still runs upwards with it."""
    assert first.value is not None
    assert other.value is not None
    number = other.number
    for length in (2, 1):
        suffix = number[-length:]
        if len(number) > length and set(suffix) <= set("百千万亿"):
            value = parse_amount(f"{first.number}{suffix}")
            if value and first.value < value <= other.value:
                return value
    return first.value


def whole_or_float(value: Fraction | None) -> Number | None:
    """An int where it is whole, else the nearest float."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)
