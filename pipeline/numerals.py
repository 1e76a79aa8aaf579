"""十八 ↔ 18.

Knows the numerals of statutory Chinese: Chinese (〇零一二两三…十百千万), ASCII and full-width digits; and amounts,
which may have commas, decimals, 亿 and both scripts (2千).
Does not know what is being counted, and does not guess: 十十八 is no number.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

from pipeline.patterns import lazy_re

DIGITS: Final = {
    "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
UNITS: Final = {"十": 10, "百": 100, "千": 1000}
MYRIAD: Final = "万"
ALPHABET: Final = "〇零○一二两三四五六七八九十百千万0123456789０１２３４５６７８９"
MAX_DIGITS: Final = 18
"""Longer digit strings are no numeral of a statute; the bound keeps the cost of a hostile one small."""

_ARABIC: Final = frozenset("0123456789０１２３４５６７８９")
_SAME: Final = str.maketrans("〇○两", "零零二")
_CHINESE: Final = "零一二三四五六七八九"

MAGNITUDES: Final = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
# １０，０００ · 伍仟
_ASCII: Final = str.maketrans(
    "０１２３４５６７８９，．壹贰叁肆伍陆柒捌玖拾佰仟", "0123456789,.一二三四五六七八九十百千", " \u3000"
)
# 10,000 · 1.5万 · 5千 · 3百万 · 1万5千
_GROUPED: Final = lazy_re(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_MIXED: Final = lazy_re(r"([0-9]+(?:\.[0-9]+)?)([百千万亿]{0,2})")


@lru_cache(maxsize=4096)
def parse_numeral(text: str) -> int | None:
    """Read *text* as one number; None where it is none.

    Total: any string goes in, nothing is raised. Accepts 十八, 一百零八, 一百一十, 二〇二五, 18, １８;
    rejects 十十八 (two tens), 一二百, 百八 (百 needs its digit), 一百八 (spoken for 180) and the empty string.
    Source of the cases: the reference grammar measured for this project (typos are reported, not guessed).
    """
    if not text or len(text) > MAX_DIGITS:
        return None
    if all(char in _ARABIC for char in text):
        return int(text)
    if all(char in DIGITS for char in text):
        return _digit_by_digit(text)
    value = _lenient(text)
    return value if value is not None and _canonical(value) == _normal(text) else None


@lru_cache(maxsize=4096)
def parse_amount(text: str) -> Fraction | None:
    """Read *text* as an amount, exactly; None where it is none.

    Total, and wider than parse_numeral by what sums and shares are printed with: 10,000 and １０，０００, 1.5万, 2千,
    1万5千, 二亿, 三点五, 伍仟, spaces between digits and 万. Letters for digits (lO000) are no amount.
    """
    text = text.translate(_ASCII)
    if not text or len(text) > MAX_DIGITS:
        return None
    if text[0] in _ARABIC:
        return Fraction(text.replace(",", "")) if _GROUPED.fullmatch(text) else _mixed(text)
    whole, point, decimals = text.partition("点")
    if point:
        value = parse_numeral(whole)
        digits = [DIGITS.get(char) for char in decimals]
        if value is None or not digits or None in digits:
            return None
        return value + Fraction(int("".join(map(str, digits))), 10 ** len(digits))
    high, hundred_million, low = text.partition("亿")
    parts = [parse_numeral(part) if part else 0 for part in (high, low)] if hundred_million else [parse_numeral(text)]
    if None in parts or (hundred_million and not high):
        return None
    return Fraction(sum(part * scale for part, scale in zip(parts[::-1], (1, 10**8), strict=False) if part))


def _mixed(text: str) -> Fraction | None:
    """Arabic digits with Chinese magnitudes, each smaller than the one before it: 1万5千, not 5千1万."""
    total, position, ceiling = Fraction(0), 0, 0
    while match := _MIXED.match(text, position):
        scale = 1
        for magnitude in match[2]:
            scale *= MAGNITUDES[magnitude]
        if ceiling and (scale >= ceiling or Fraction(match[1]) * scale >= ceiling):
            return None
        total, position, ceiling = total + Fraction(match[1]) * scale, match.end(), scale
    return total if position == len(text) else None


def _digit_by_digit(text: str) -> int | None:
    if len(text) > 1 and "两" in text:
        return None
    return int("".join(str(DIGITS[char]) for char in text))


def _lenient(text: str) -> int | None:
    """The value of any run of numeral characters, well formed or not: the canonical form of it tells which."""
    total = part = digit = 0
    for char in text:
        if char in UNITS:
            part, digit = part + (digit or 1) * UNITS[char], 0
        elif char == MYRIAD:
            total, part, digit = total + (part + digit) * 10_000, 0, 0
        elif char in DIGITS:
            digit = DIGITS[char]
        else:
            return None
    return total + part + digit


def _normal(text: str) -> str:
    """One way of writing where two are usual: 〇 for 零, 两 for 二, 一十八 for 十八."""
    text = text.translate(_SAME)
    return text[1:] if text.startswith("一十") else text


def _canonical(value: int) -> str:
    high, low = divmod(value, 10_000)
    if not high:
        return to_chinese(low)
    if high > 9999:
        return ""
    return to_chinese(high) + MYRIAD + (("零" if low < 1000 else "") + _inner(low) if low else "")


def _inner(low: int) -> str:
    """Inside a larger number 十 is written 一十: 一万零一十."""
    written = to_chinese(low)
    return "一" + written if written.startswith("十") else written


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


def day(iso: str) -> str:
    """2026-01-01 as people write it: 2026年1月1日."""
    year, month, number = (int(part) for part in iso.split("-"))
    return f"{year}年{month}月{number}日"
