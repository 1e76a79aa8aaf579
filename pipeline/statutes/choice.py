"""The texts of one law and what is quoted under one citation of it → the text of the version that is quoted.

Knows what a citation says of the version, and how to tell it from the wording where it says nothing.
Does not know lists.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

from pipeline.model import Chosen
from pipeline.statutes.collated import Quote
from pipeline.statutes.collation import Collator
from pipeline.statutes.head import dates_in
from pipeline.statutes.nouns import Dates, Statute
from pipeline.statutes.texts import known_dates
from pipeline.words.registers import YEAR

_ASKED: Final = 500
"""Quotations that are asked which version they are from; more would say the same."""


class Choice(NamedTuple):
    """A text to collate with, and how it was chosen; ``tied`` where the quotations fit another one as well."""

    collator: Collator
    how: Chosen
    tied: bool


class Laid(NamedTuple):
    """The text, by its id in a list, that a law as cited was laid beside, and how that was chosen."""

    text: str
    how: Chosen


Verdicts: TypeAlias = tuple[bool | None, ...]
"""For each text of a law whether a citation names it; None where the two have nothing to compare."""


def verdicts(texts: Iterable[Statute], citation: str, meant: Collection[frozenset[str]] = ()) -> Verdicts:
    """Which of *texts* the *citation*, a law as the list prints it, names by its dates or its year.

    *meant* are the dates of each version that the register takes it to mean: a list may cite one by its number, or by
    another day than its text prints. A date that is none of these goes before them: the register does not hold it.
    """
    printed = dates_in(citation)
    years = {int(year["year"]) for year in YEAR.finditer("".join(citation.split()))}
    if printed.version is not None and not any(printed.version in dates for dates in meant):
        meant = ()
    return tuple(_is_cited(statute, printed, years, meant) for statute in texts)


def choose(collators: Sequence[Collator], quotes: Iterable[Quote], named: Verdicts) -> Choice:
    """The one of *collators*, one for each text, that *quotes* are from.

    What the citation *named* decides; else the text that most quotations fit by label and wording, of equals the
    youngest.
    """
    cited = [collator for collator, verdict in zip(collators, named, strict=True) if verdict]
    open_ones = [collator for collator, verdict in zip(collators, named, strict=True) if verdict is None]
    how: Chosen = "cited" if cited else "other" if not open_ones else "only" if len(collators) == 1 else "fit"
    collator, tied = _best(cited or open_ones or collators, quotes)
    return Choice(collator, how, tied)


def _best(collators: Sequence[Collator], quotes: Iterable[Quote]) -> tuple[Collator, bool]:
    """The best one, and whether it is not the only one."""
    if len(collators) == 1:
        return collators[0], False
    asked = list(dict.fromkeys(quotes))[:_ASKED]
    scores = [sum(map(collator.score, asked)) for collator in collators]
    best = max(range(len(collators)), key=lambda index: (scores[index], index))
    return collators[best], scores.count(scores[best]) > 1


def _is_cited(
    statute: Statute, printed: Dates, years: Collection[int], meant: Collection[frozenset[str]]
) -> bool | None:
    """Whether *printed* are the dates of *statute*, or the last of *years* is of one; None where nothing is to compare.

    *meant* are all dates of the version that is cited, where they are known. A text amended after the day on which the
    cited one came into force is not the cited one.
    """
    own = statute.dates
    if meant and own.version is not None:
        return any(known_dates(statute) & dates for dates in meant)
    if years and printed.version is None and printed.effective_on is None and own.version is not None:
        last = (own.amended_on,) if own.amended_on else (own.adopted_on, own.published_on)
        return max(years) in {int(day[:4]) for day in (*last, own.effective_on) if day}
    if printed.version is not None and own.version is not None:
        return printed.version in known_dates(statute)
    if printed.effective_on is None:
        return None
    if own.effective_on is not None:
        return own.effective_on == printed.effective_on
    return False if own.version is not None and own.version > printed.effective_on else None
