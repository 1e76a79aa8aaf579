"""The texts of one law and what a list quotes from it → the text of the version that the list quotes.

Knows what the list says of the version, and how to tell it from the wording where the list says nothing.
Does not know lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from pipeline.model import Chosen
from pipeline.statutes.collated import Quote
from pipeline.statutes.collation import Collator
from pipeline.statutes.head import dates_in
from pipeline.statutes.nouns import Dates, Statute
from pipeline.statutes.texts import is_of

_ASKED: Final = 500
"""Quotations that are asked which version they are from; more would say the same."""


class Choice(NamedTuple):
    """A text to collate with, and how it was chosen; ``tied`` where the quotations fit another one as well."""

    collator: Collator
    how: Chosen
    tied: bool


def choose(texts: Sequence[Statute], quotes: Iterable[Quote], citation: str) -> Choice | None:
    """The text among *texts* that *quotes* are from; None where there is no text.

    The dates in *citation*, the law as the list prints it, decide where they are those of a text; else the text that
    most quotations fit by label and wording, of equals the youngest.
    """
    if not texts:
        return None
    printed = dates_in(citation)
    verdicts = [_is_cited(statute, printed) for statute in texts]
    cited = [statute for statute, verdict in zip(texts, verdicts, strict=True) if verdict]
    open_ones = [statute for statute, verdict in zip(texts, verdicts, strict=True) if verdict is None]
    how: Chosen = "cited" if cited else "other" if not open_ones else "only" if len(texts) == 1 else "fit"
    collator, tied = _best(cited or open_ones or texts, quotes)
    return Choice(collator, how, tied)


def _best(texts: Sequence[Statute], quotes: Iterable[Quote]) -> tuple[Collator, bool]:
    """The best one, and whether it is not the only one."""
    collators = [Collator(statute) for statute in texts]
    if len(collators) == 1:
        return collators[0], False
    asked = list(dict.fromkeys(quotes))[:_ASKED]
    scores = [sum(map(collator.score, asked)) for collator in collators]
    best = max(range(len(collators)), key=lambda index: (scores[index], index))
    return collators[best], scores.count(scores[best]) > 1


def _is_cited(statute: Statute, printed: Dates) -> bool | None:
    """Whether *printed* are the dates of *statute*; None where the two have nothing to compare.

    A text amended after the day on which the cited one came into force is not the cited one.
    """
    own = statute.dates
    if printed.version is not None and own.version is not None:
        return is_of(statute, printed.version)
    if printed.effective_on is None:
        return None
    if own.effective_on is not None:
        return own.effective_on == printed.effective_on
    return False if own.version is not None and own.version > printed.effective_on else None
