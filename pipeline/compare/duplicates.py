"""Items with one identity in both lists → pairs; duplicates are paired by all they say.

Knows what an item says beside its identity. Does not know items of different identities (matching.py).
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from pipeline.compare.substance import substance
from pipeline.model import Item

_MANY: Final = 64
"""More duplicates than this are paired in their order: each with each would be too many pairs."""

_FIELDS: Final = ("department", "handling_unit", "level", "responsibilities", "accountability", "remarks")

_Content: TypeAlias = frozenset[tuple[str, str, int]]
"""Field, substance, and which one of several alike it is."""


class Twin(NamedTuple):
    """An item and its counterpart; how much of what they say is the same, from 0 to 100; whether another would do."""

    old: Item
    new: Item
    share: int
    doubtful: bool


def twins(old: Sequence[Item], new: Sequence[Item]) -> Iterator[Twin]:
    """Pairs of items with one identity (design §4), the #2 of a duplicate aside, one to one.

    Of duplicates those that say the same come first, wherever they stand, then those that say most of it. These leave a
    doubt, but for the last two: nothing else is left for them.
    """
    groups: dict[str, tuple[list[Item], list[Item]]] = defaultdict(lambda: ([], []))
    for side, items in enumerate((old, new)):
        for item in items:
            groups[item.id.partition("#")[0]][side].append(item)
    for ours, theirs in groups.values():
        if len(ours) == len(theirs) == 1:
            yield Twin(ours[0], theirs[0], 100, doubtful=False)
        elif ours and theirs:
            yield from _paired(ours, theirs)


def _paired(ours: Sequence[Item], theirs: Sequence[Item]) -> Iterator[Twin]:
    waiting: dict[_Content, deque[Item]] = defaultdict(deque)
    for item in ours:
        waiting[_content(item)].append(item)
    rest: list[tuple[Item, _Content]] = []
    for item in theirs:
        content = _content(item)
        if waiting[content]:
            yield Twin(waiting[content].popleft(), item, 100, doubtful=False)
        else:
            rest.append((item, content))
    left = sorted(
        ((item, content) for content, same in waiting.items() for item in same), key=lambda each: each[0].number
    )
    sure = len(left) == len(rest) == 1
    if max(len(left), len(rest)) > _MANY:
        for (one, mine), (other, theirs_) in zip(left, rest, strict=False):
            yield Twin(one, other, _share(mine, theirs_), doubtful=True)
        return
    ranked = sorted(
        ((_share(mine, yours), one, other) for one, mine in left for other, yours in rest),
        key=lambda each: (-each[0], each[1].number, each[2].number),
    )
    gone: set[tuple[str, int]] = set()
    for share, one, other in ranked:
        if not gone & {("old", one.number), ("new", other.number)}:
            gone |= {("old", one.number), ("new", other.number)}
            yield Twin(one, other, share, doubtful=not sure)


def _content(item: Item) -> _Content:
    said = [
        *((field, getattr(item, field)) for field in _FIELDS),
        *item.extra.items(),
        *(("label", provision.label) for provision in item.provisions),
        *(("text", provision.text) for provision in item.provisions),
    ]
    counts: Counter[tuple[str, str]] = Counter()
    result = set()
    for field, text in said:
        if said_text := substance(text):
            counts[field, said_text] += 1
            result.add((field, said_text, counts[field, said_text]))
    return frozenset(result)


def _share(one: _Content, other: _Content) -> int:
    return round(200 * len(one & other) / (len(one) + len(other))) if one or other else 100
