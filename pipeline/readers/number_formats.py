"""A number of a worksheet and its number format → the words Excel shows.

Knows the formats lists are printed with: digits, decimals, thousands, percent, dates and times, words around them
(ECMA-376 part 1, 18.8.30 and 18.8.31, in the Chinese reading of the built-in ones). Does not know sheets. A format it
does not know (fractions, exponents, conditions) gives None: the number is then printed plainly.
"""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

import regex

from pipeline.patterns import lazy_regex

# The built-in formats by number, as a Chinese Excel shows them.
BUILT_IN: Final = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss",
    49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_TOKEN: Final = lazy_regex(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?:\$(?P<currency>[^\]-]*)[^\]]*|[A-Za-z]+[0-9]{0,2})\]'
    r"|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+)|(?P<number>[#0?,]*[#0](?:[#0?,]*)(?:\.[#0?]*)?|\.[#0?]+)"
    r"|(?P<other>.)",
    regex.DOTALL,
)
_SECTION: Final = lazy_regex(r'(?:"[^"]*"|\\.|[^;])*+')
_LITERALS: Final = frozenset(" -+/:()（）年月日时分秒%、，,.项条号第")
_LONGEST: Final = 200
_LARGEST: Final = 2.0**53
"""From here on not every whole number can be held, and no digits are shown."""
_LARGEST_DATE: Final = 2_958_466
"""The day after 9999-12-31."""


@lru_cache(maxsize=4096)
def printed(value: float, code: str, *, since_1904: bool = False) -> str | None:
    """*value* as *code* shows it; None where the format says nothing (General) or is not known here."""
    if code.lower() in {"general", "@", ""} or len(code) > _LONGEST or abs(value) >= _LARGEST:
        return None
    sections = [match.group() for match in _SECTION.finditer(code) if match.group() or match.start() == 0]
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    tokens = list(_TOKEN.finditer(section))
    if any(token["other"] is not None and token["other"] not in _LITERALS for token in tokens):
        return None
    if any(token["date"] for token in tokens):
        return _date(value, tokens, since_1904=since_1904)
    if sum(1 for token in tokens if token["number"]) > 1:
        return None
    percent = sum(1 for token in tokens if token["other"] == "%")
    amount = Decimal(repr(value)).scaleb(2 * percent)
    return "".join(_number(amount, token["number"]) if token["number"] else _literal(token) for token in tokens)


def _literal(token: regex.Match[str]) -> str:
    return token["quoted"] or token["escaped"] or token["currency"] or token["other"] or ""


def _number(amount: Decimal, code: str) -> str:
    """0000 → as many digits; #,##0 → thousands apart; 0.0# → one or two decimals."""
    whole, _, decimals = code.partition(".")
    exponent = Decimal(1).scaleb(-len(decimals))
    rounded = abs(amount).quantize(exponent, ROUND_HALF_UP)
    digits, _, rest = f"{rounded:f}".partition(".")
    digits = digits.zfill(whole.count("0")) if whole.count("0") else digits.lstrip("0")
    if "," in whole:
        digits = f"{int(digits or 0):,}" if len(digits) <= 18 else digits
    kept = decimals.count("0")
    rest = rest[:kept] + rest[kept:].rstrip("0")
    return ("-" if amount < 0 and rounded else "") + digits + (f".{rest}" if rest or (decimals and kept) else "")


def _date(value: float, tokens: list[regex.Match[str]], *, since_1904: bool) -> str | None:
    """The parts of a date and time; mm beside hours or seconds is minutes."""
    if not 0 <= value < _LARGEST_DATE or any(token["number"] for token in tokens):
        return None
    # 1900 was no leap year and Excel thinks it was: from 1 March 1900 on, days count from 30 December 1899.
    origin = dt.datetime(1904, 1, 1) if since_1904 else dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet has no zone
    try:
        moment = origin + dt.timedelta(seconds=round(value * 86_400))
    except OverflowError:
        return None
    codes = [(token["date"] or "").lower() for token in tokens]
    words: list[str] = []
    for at, (token, code) in enumerate(zip(tokens, codes, strict=True)):
        if not code:
            words.append(_literal(token))
            continue
        before = next((other[0] for other in reversed(codes[:at]) if other), "")
        after = next((other[0] for other in codes[at + 1 :] if other), "")
        part = _part(moment, code, minutes=code[0] == "m" and len(code) < 3 and (before == "h" or after == "s"))
        if part is None:
            return None
        words.append(part)
    return "".join(words)


def _part(moment: dt.datetime, code: str, *, minutes: bool) -> str | None:
    if code[0] == "y":
        return f"{moment.year:04}" if len(code) > 2 else f"{moment.year % 100:02}"
    if len(code) > 2:
        return None  # names of months and days
    numbers = {"m": moment.minute if minutes else moment.month, "d": moment.day, "h": moment.hour, "s": moment.second}
    return f"{numbers[code[0]]:0{len(code)}}"
