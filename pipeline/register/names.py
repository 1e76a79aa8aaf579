"""When two names are one law, and what a name or a citation says of its version.

Knows 中华人民共和国 may be left out, and how dates and numbers are printed. Does not know what the law says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.numerals import parse_numeral
from pipeline.register.nouns import Version
from pipeline.words import registers as words_of_registers
from pipeline.words.basis import NATION
from pipeline.words.notes import DATE
from pipeline.words.registers import NAME_VERSION, YEAR

_DIGITS: Final = str.maketrans("〇零○一二三四五六七八九", "000123456789")


_DATES: Final = (DATE, words_of_registers.PLAIN_DATE, words_of_registers.CHINESE_DATE)


class Printed(NamedTuple):
    """What a citation says of the version: ISO dates, years without a day, and its words without white space, the
    numbers of documents in figures."""

    dates: frozenset[str]
    years: frozenset[int]
    words: str


@lru_cache(maxsize=4096)
def law_key(name: str) -> str:
    """What the names of one law share: no white space, no 中华人民共和国, no note of the version behind the name."""
    return NAME_VERSION.sub("", "".join(name.split())).removeprefix(NATION)


def printed(citation: str) -> Printed:
    """The dates, years and numbers in *citation*."""
    words = "".join(citation.split())
    dates = [(day["year"], day["month"], day["day"]) for form in _DATES for day in form.finditer(words)]
    return Printed(
        frozenset(f"{_number(year):04}-{_number(month):02}-{_number(day):02}" for year, month, day in dates),
        frozenset(int(year["year"]) for year in YEAR.finditer(words)),
        _numbered(words),
    )


def _number(numeral: str) -> int:
    """2025 · 十 · 二〇二五: the patterns of dates let nothing else through."""
    digits = numeral.translate(_DIGITS)
    return (
        int(digits) if digits.isdecimal() and (len(digits) == 4 or numeral.isdecimal()) else parse_numeral(numeral) or 0
    )


def _numbered(words: str) -> str:
    """*words* with the numbers of documents in one form: 主席令第五十三号 and 主席令53号 are one."""
    return words_of_registers.NUMBERED.sub(
        lambda match: f"{parse_numeral(match['number']) or match['number']}号", words
    )


def versions_named(name: str, citation: str, versions: Sequence[Version]) -> list[Version] | None:
    """Which of *versions* (oldest first) the *name* of a law and the *citation* of it name, by date, number or year.

    None where they name none at all; no version where they name one that is not among them. A citation that tells the
    history of a law (…通过，…修正) means its last text.
    """
    found = printed(f"{name} {citation}")
    named = [version for version in versions if _is_named(version, found)]
    if named:
        return named[-1:]
    if found.years and (by_year := [version for version in versions if max(found.years) in _years(version)]):
        return by_year
    return [] if found.dates or found.years else None


def _says(words: str, number: str) -> bool:
    """Whether *number* is printed in *words*, both in one form; between year and number the issuer may stand."""
    of_year = words_of_registers.OF_YEAR.fullmatch(number)
    if of_year is None:
        return number in words
    after = words.partition(of_year["year"])[2]
    return re.match(rf"[\u4e00-\u9fff]{{0,16}}{of_year['number']}", after) is not None


def _is_named(version: Version, found: Printed) -> bool:
    if version.document_number and _says(found.words, _numbered("".join(version.document_number.split()))):
        return True
    return any(day.isoformat() in found.dates for day in _days(version))


def _days(version: Version) -> Iterator[date]:
    days = (version.date, version.adopted, version.published, version.in_force_from)
    return (day for day in days if day is not None)


def _years(version: Version) -> set[int]:
    """（2016年） and （2017年施行） are one version, adopted in the one year and in force from the other."""
    return {day.year for day in _days(version)}
