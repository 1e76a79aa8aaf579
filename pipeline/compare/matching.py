"""Two lists → which items are one and the same.

Knows the order: identity first, then likeness, each item once, the best pairs first; what leaves a doubt.
Does not know how alike two items are (likeness.py), nor what changed in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from pipeline.compare.candidates import Traits, candidates, traits_of
from pipeline.compare.duplicates import twins
from pipeline.compare.laws import law_names
from pipeline.compare.likeness import ENOUGH, Likeness, likeness
from pipeline.compare.nouns import Match, RunnerUp
from pipeline.model import Item, PowerList

_CLOSE: Final = 5
"""A counterpart that is by no more than this less alike leaves a doubt."""


class Pair(NamedTuple):
    """An item of the old list and the same item of the new one."""

    old: Item
    new: Item
    match: Match


class Matching(NamedTuple):
    """The pairs by their new numbers, and what is left on either side, in its order."""

    pairs: list[Pair]
    removed: list[Item]
    added: list[Item]


class _Draft(NamedTuple):
    old: Traits
    new: Traits
    likeness: Likeness


def match_items(old: PowerList, new: PowerList) -> Matching:
    """Pair the items of two lists, one to one. The same lists give the same pairs.

    Items with one identity are one. Of the others those are one that are alike enough in title, laws and quoted texts;
    where that is not beyond doubt, or another item is nearly as alike and has no better counterpart, the match says so
    and names it.
    """
    pairs = [
        Pair(twin.old, twin.new, _match("identity", twin.share, doubtful=twin.doubtful))
        for twin in twins(old.items, new.items)
    ]
    old_left, new_left = _left(old, new, pairs)
    if old_left and new_left:
        pairs += _alike(old, new, old_left, new_left)
        old_left, new_left = _left(old, new, pairs)
    return Matching(sorted(pairs, key=lambda pair: pair.new.number), old_left, new_left)


def _left(old: PowerList, new: PowerList, pairs: Iterable[Pair]) -> tuple[list[Item], list[Item]]:
    taken = {("old", pair.old.number) for pair in pairs} | {("new", pair.new.number) for pair in pairs}
    return (
        [item for item in old.items if ("old", item.number) not in taken],
        [item for item in new.items if ("new", item.number) not in taken],
    )


def _traits(old: PowerList, new: PowerList) -> Iterator[list[Traits]]:
    for power_list, laws in zip((old, new), law_names(old, new), strict=True):
        yield [traits_of(item, laws) for item in power_list.items]


def _alike(old: PowerList, new: PowerList, old_left: Iterable[Item], new_left: Iterable[Item]) -> Iterator[Pair]:
    """Pairs of what is left; how often an article or a text is quoted is counted over all items."""
    old_traits, new_traits = _traits(old, new)
    counts = Counter(each for traits in (*old_traits, *new_traits) for each in (*traits.articles, *traits.texts))
    ours = [old_traits[item.number - 1] for item in old_left]
    theirs = [new_traits[item.number - 1] for item in new_left]
    drafts = [
        draft
        for other, near in candidates(ours, theirs)
        for one in near
        if (draft := _Draft(one, other, likeness(one, other, counts))).likeness.score >= ENOUGH
    ]
    drafts.sort(key=lambda each: (-each.likeness.score, each.old.power_type != each.new.power_type, _distance(each)))
    chosen_old: dict[int, _Draft] = {}
    chosen_new: dict[int, _Draft] = {}
    for draft in drafts:
        if draft.old.number not in chosen_old and draft.new.number not in chosen_new:
            chosen_old[draft.old.number] = chosen_new[draft.new.number] = draft
    old_rivals, new_rivals = _rivals(drafts, chosen_old, chosen_new)
    old_items, new_items = old.items, new.items
    for draft in chosen_new.values():
        one, other = draft.old.number, draft.new.number
        old_rival, new_rival = old_rivals.get(other), new_rivals.get(one)
        doubtful = not draft.likeness.sure or old_rival is not None or new_rival is not None
        match = _match("similarity", draft.likeness.score, doubtful=doubtful).model_copy(
            update={
                "old_runner_up": old_rival and _runner_up(old_items[old_rival.old.number - 1], old_rival),
                "new_runner_up": new_rival and _runner_up(new_items[new_rival.new.number - 1], new_rival),
            }
        )
        yield Pair(old_items[one - 1], new_items[other - 1], match)


def _distance(draft: _Draft) -> tuple[int, int, int]:
    """Of pairs equally alike, those that stand at about the same place come first."""
    return abs(draft.old.number - draft.new.number), draft.old.number, draft.new.number


def _rivals(
    drafts: Iterable[_Draft], chosen_old: dict[int, _Draft], chosen_new: dict[int, _Draft]
) -> tuple[dict[int, _Draft], dict[int, _Draft]]:
    """The best pairs not taken that come close to one that was: by its new number, and by its old number.

    What has a better counterpart of its own is no rival.
    """
    old_rivals: dict[int, _Draft] = {}
    new_rivals: dict[int, _Draft] = {}
    for draft in drafts:
        of_old, of_new = chosen_old.get(draft.old.number), chosen_new.get(draft.new.number)
        if of_old is draft:
            continue
        score = draft.likeness.score
        if of_new and score >= of_new.likeness.score - _CLOSE and not (of_old and of_old.likeness.score > score):
            old_rivals.setdefault(draft.new.number, draft)
        if of_old and score >= of_old.likeness.score - _CLOSE and not (of_new and of_new.likeness.score > score):
            new_rivals.setdefault(draft.old.number, draft)
    return old_rivals, new_rivals


def _runner_up(item: Item, draft: _Draft) -> RunnerUp:
    return RunnerUp(number=item.number, serial=item.serial, title=item.title, score=draft.likeness.score)


def _match(by: str, score: int, *, doubtful: bool) -> Match:
    return Match.model_validate(
        {"by": by, "score": score, "doubtful": doubtful, "old_runner_up": None, "new_runner_up": None}
    )
