"""How alike two items are, from 0 to 100, and when that is beyond doubt.

Knows the weight of titles, laws and quoted texts. Does not know any other items than the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from pipeline.compare.candidates import Traits

_TITLE, _LAWS, _TEXTS = 0.6, 0.15, 0.25
"""Together 1. A title is what an item is called by; of the texts those count most that few items quote."""
ENOUGH: Final = 50
"""Two items less alike are two: an item of the same law with a title of the same pattern reaches some 45 to 55."""
_SURE: Final = 75
_SAME_TITLE: Final = 85.0
_SAME_TEXTS: Final = 80.0
_IN_COMMON: Final = 10.0
"""Per cent of articles or texts; less is what many items quote (第三条, which office is competent) or nothing."""


class Likeness(NamedTuple):
    """How alike two items are, and whether nobody would doubt that they are one."""

    score: int
    sure: bool


def likeness(old: Traits, new: Traits, counts: Mapping[str, int]) -> Likeness:
    """*counts* says how many items of both lists quote an article or a text.

    Sure are items that are alike enough in all, whose titles and types are the same (what changed is the law), or whose
    laws are the same and titles nearly (renamed). Items that quote the same texts are alike enough whatever they are
    called, and doubtful. Items that quote other articles and other texts are two unless called nearly the same:
    对经营灯笼未登记的处罚 and 对经营鼻烟壶未登记的处罚 share a pattern, not a subject.
    """
    title = fuzz.ratio(old.title, new.title) if old.title or new.title else 0.0
    laws = 100.0 if old.laws == new.laws else 200 * len(old.laws & new.laws) / (len(old.laws) + len(new.laws))
    texts = _shared(old.texts, new.texts, counts)
    score = round(_TITLE * title + _LAWS * laws + _TEXTS * texts)
    same_title = title == 100 and old.power_type == new.power_type
    sure = score >= _SURE or same_title or (title >= _SAME_TITLE and old.laws == new.laws)
    enough = same_title or texts >= _SAME_TEXTS
    elsewhere = old.articles and new.articles and max(texts, _shared(old.articles, new.articles, counts)) < _IN_COMMON
    if elsewhere and title < _SAME_TITLE:
        return Likeness(min(score, ENOUGH - 1), sure=False)
    return Likeness(max(score, ENOUGH) if enough else score, sure)


def _shared(old: frozenset[str], new: frozenset[str], counts: Mapping[str, int]) -> float:
    """How much of the articles or texts both have, in per cent; one that many items quote counts less."""
    both = sum(1 / counts[text] for text in sorted(old & new))
    either = sum(1 / counts[text] for text in sorted(old | new))
    return 100 * both / either if either else 0.0
