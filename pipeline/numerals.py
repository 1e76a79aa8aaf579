"""十八 ↔ 18.

Knows the numerals of statutory Chinese: Chinese (〇零一二两三…十百千万), ASCII and full-width digits.
Does not know what is being counted, and does not guess: 十十八 is no number.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

DIGITS: Final = {
    "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
UNITS: Final = {"十": 10, "百": 100, "千": 1000}
MYRIAD: Final = "万"
ALPHABET: Final = "〇零○一二两三四五六七八九十百千万0123456789０１２３４５６７８９"
MAX_DIGITS: Final = 18
"""Longer digit strings are no numeral of a statute; the bound keeps the cost of a hostile one small."""

_CHINESE: Final = "零一二三四五六七八九"


@lru_cache(maxsize=4096)
def parse_numeral(text: str) -> int | None:
    """Read *text* as one number; None where it is none.

    Total: any string goes in, nothing is raised. Accepts 十八, 一百零八, 一百一十, 二〇二五, 18, １８;
    rejects 十十八 (two tens), 一二百, 百八 (百 needs its digit), 一百八 (spoken for 180) and the empty string.
    Source of the cases: the reference grammar measured for this project (typos are reported, not guessed).
    """
    if not text or len(text) > MAX_DIGITS:
        return None
    if text.isdecimal():
        return int(text)
    if all(char in DIGITS for char in text):
        return _digit_by_digit(text)
    high, myriad, low = text.partition(MYRIAD)
    if not myriad:
        return _below_myriad(text)
    left = _below_myriad(high)
    right = 0 if not low else _below_myriad(low.removeprefix("零"))
    if left is None or right is None or left == 0:
        return None
    return left * 10_000 + right


def _digit_by_digit(text: str) -> int | None:
    if len(text) > 1 and "两" in text:
        return None
    return int("".join(str(DIGITS[char]) for char in text))


def _below_myriad(text: str) -> int | None:
    """十八, 一百零八, 三千五百: units must fall, 零 stands only where a unit is skipped."""
    total, digit, last_unit, zero = 0, None, 10_000, False
    for position, char in enumerate(text):
        if char in UNITS:
            unit = UNITS[char]
            if unit >= last_unit:
                return None
            if digit is None:
                if unit != 10 or position > 0:
                    return None
                digit = 1
            total, digit, last_unit, zero = total + digit * unit, None, unit, False
        elif char in ("零", "〇", "○"):
            if digit is not None or zero or last_unit == 10_000:
                return None
            zero = True
        elif char in DIGITS:
            if digit is not None:
                return None
            digit = DIGITS[char]
        else:
            return None
    if digit is None:
        return None if zero or not text else total
    if last_unit > 10 and not zero and last_unit != 10_000:
        return None
    return total + digit


@lru_cache(maxsize=4096)
def to_chinese(number: int) -> str:
    """18 → 十八, 108 → 一百零八; for 0 ≤ *number* ≤ 9999, the range of article numbers. ValueError outside it."""
    if not 0 <= number <= 9999:
        raise ValueError(f"no article number: {number}")
    if number == 0:
        return "零"
    parts: list[str] = []
    skipped = False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            if skipped and parts:
                parts.append("零")
            parts.append(name if name == "十" and digit == 1 and not parts else _CHINESE[digit] + name)
            skipped = False
        else:
            skipped = True
    return "".join(parts)
