"""Which items of one list may be those of another: a few candidates each, in time linear in the lists.

Knows what an item has in common with others (pieces of its title, texts it quotes) and how rare that is.
Does not know how alike two items are in the end (likeness.py), nor which are taken for one (matching.py).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.address import Address
from pipeline.compare.laws import LawName
from pipeline.compare.substance import substance
from pipeline.model import Item
from pipeline.words.comparing import TITLE_FRAME

CANDIDATES: Final = 8
_LOOKED_AT: Final = 200
"""Entries of the index looked at for one item, the rarest first: what half of a list has in common says little."""


class Traits(NamedTuple):
    """What of an item is compared: its title without its frame, with the sub-item; its laws, articles and texts."""

    number: int
    title: str
    power_type: str
    laws: frozenset[str]
    articles: frozenset[str]
    texts: frozenset[str]


def traits_of(item: Item, laws: Mapping[str, LawName]) -> Traits:
    """*laws* are those of the list by their ids."""
    title = substance(item.title)
    frame = TITLE_FRAME.fullmatch(title)
    return Traits(
        item.number,
        (frame["core"] if frame else title) + substance(item.sub_item),
        substance(item.power_type),
        frozenset(laws[basis.law].key for basis in item.basis if basis.law),
        frozenset(_articles(item, laws)),
        frozenset(text for provision in item.provisions if (text := substance(provision.text))),
    )


def _articles(item: Item, laws: Mapping[str, LawName]) -> Iterator[str]:
    """The articles an item quotes, each with its law: two laws both have a 第九条."""
    for basis in item.basis:
        law = laws[basis.law].key if basis.law else ""
        for address in (address for provision in basis.provisions for address in provision.addresses):
            yield f"{law}{Address(address.article, address.article_suffix)}"


def candidates(old: Sequence[Traits], new: Sequence[Traits]) -> Iterator[tuple[Traits, list[Traits]]]:
    """Each of *new* with those of *old* that have most in common with it, at most CANDIDATES, best first."""
    index: dict[str, list[int]] = defaultdict(list)
    for place, traits in enumerate(old):
        for feature in _features(traits):
            index[feature].append(place)
    for place, traits in enumerate(new):
        middle = place * len(old) // len(new)
        votes: Counter[int] = Counter()
        left = _LOOKED_AT
        for entries in sorted((index[each] for each in _features(traits) if each in index), key=len):
            near = _nearest(entries, middle, left)
            weight = 1_000_000 // (len(entries) + 1)  # whole numbers: the order of adding must not matter
            for other in near:
                votes[other] += weight
            left -= len(near)
            if left <= 0:
                break
        best = sorted(votes, key=lambda other: (-votes[other], abs(other - middle), other))
        yield traits, [old[other] for other in best[:CANDIDATES]]


def _features(traits: Traits) -> list[str]:
    """Pairs of characters of the title, and the texts, in an order that does not change from run to run."""
    pairs = {first + second for first, second in pairwise(f"\x02{traits.title}\x03")}
    return sorted(pairs) + sorted(traits.texts)


def _nearest(entries: Sequence[int], middle: int, count: int) -> Sequence[int]:
    """At most *count* of *entries*, those around *middle*: a list is seldom turned inside out."""
    if len(entries) <= count:
        return entries
    start = min(max(0, bisect_left(entries, middle) - count // 2), len(entries) - count)
    return entries[start : start + count]
