"""When two names are one law, and what a name or a citation says of its version.

Knows 中华人民共和国 may be left out, and how dates and numbers are printed. Does not know what the law says.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.register.nouns import Version
from pipeline.words.basis import DATE, NATION
from pipeline.words.registers import NAME_VERSION, YEAR


class Printed(NamedTuple):
    """What a citation says of the version: ISO dates, years without a day, and its words without white space."""

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
    dates = frozenset(
        f"{int(date['year']):04}-{int(date['month']):02}-{int(date['day']):02}" for date in DATE.finditer(words)
    )
    return Printed(dates, frozenset(int(year["year"]) for year in YEAR.finditer(words)), words)


def versions_printed(found: Printed, versions: Sequence[Version]) -> list[Version] | None:
    """Which of *versions* (oldest first) the citation names; none where it names one that is not among them.

    None where it names none at all. A citation that tells the history of a law (…通过，…修正) means its last text.
    """
    named = [version for version in versions if _is_named(version, found)]
    if named:
        return named[-1:]
    by_year = [version for version in versions if version.date.year in found.years]
    if by_year and max(found.years) == by_year[-1].date.year:
        return [version for version in by_year if version.date.year == max(found.years)]
    return [] if found.dates or found.years else None


def _is_named(version: Version, found: Printed) -> bool:
    if version.document_number and "".join(version.document_number.split()) in found.words:
        return True
    known_by = (version.date, version.adopted, version.published, version.in_force_from)
    return any(day is not None and day.isoformat() in found.dates for day in known_by)
