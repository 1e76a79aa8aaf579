"""Pinpoints after one another → the targets of a chain: the state machine of facts/references.md §1.

Knows levels, lists, ranges and refinements. Does not know where a chain begins, nor of which law it speaks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

import regex

from pipeline.address import RANGE_LIMIT
from pipeline.model import Base
from pipeline.numerals import parse_numeral
from pipeline.words import references as words

Level: TypeAlias = int
ARTICLE, SUFFIX, PARAGRAPH, SUBPARAGRAPH, POINT = range(5)
"""Levels of an address, high to low; five numbers indexed by them are a target being read."""

Levels: TypeAlias = tuple[int | None, int | None, int | None, int | None, int | None]
Mode: TypeAlias = Literal["refines", "adds", "ranges"]
"""How a group of numbers joins a chain: 第七条→第二款, 、第八条, 至第十条."""

NOTHING: Final[Levels] = (None, None, None, None, None)
_UNIT_LEVELS: Final[dict[str, Level | None]] = {
    "article": ARTICLE,
    "suffix": ARTICLE,
    "paragraph": PARAGRAPH,
    "subparagraph": SUBPARAGRAPH,
    "point": POINT,
    "chapter": None,
}
_RANGE_JOINTS: Final = frozenset("至到—－~～―–-")


@dataclass(slots=True)
class Target:
    """A target being read: its numbers, its words, and whether its numbers could be read."""

    levels: Levels
    start: int
    end: int
    level: Level
    readable: bool = True
    absolute: bool = False  # its article is named, not taken from where the words stand


@dataclass(slots=True)
class Chain:
    """A run of pinpoints under one designator."""

    base: Base
    law_name: str | None
    start: int
    end: int
    own: Levels = NOTHING
    readable: bool = True  # whether it is known which law is meant
    limit: int = RANGE_LIMIT  # how many targets ranges may expand it to
    targets: list[Target] = field(default_factory=list)


def list_end(text: str, start: int) -> regex.Match[str] | None:
    """The match of the unit that closes the list of numbers at *start*; None where none does."""
    listed = words.LIST.match(text, start)
    if listed is None:
        return None
    end = listed.end()
    unit = words.UNIT.match(text, end)
    return unit or words.MISSING_ARTICLE.match(text, end) or words.MISSING_ITEM.match(text, end)


def level_of(unit: regex.Match[str]) -> Level | None:
    """The level a unit stands for; None for chapters, which are context only."""
    return _UNIT_LEVELS[unit.lastgroup or ""]


def read_chain(text: str, chain: Chain) -> None:
    """Read tokens from the chain's end on, until something follows that does not belong to it."""
    position: int | None = chain.end
    if not chain.targets:
        position = _read_group(text, chain, chain.end, "adds")
    while position is not None:
        chain.end = position
        position = _continue(text, chain, position)


def _continue(text: str, chain: Chain, position: int) -> int | None:
    """Read one more token: a refinement, a member of the list, or the far end of a range."""
    if text[position : position + 1] not in words.CONTINUES:
        return None
    weak = words.WEAK.match(text, position)
    follows: Mode = "refines" if chain.targets else "adds"
    refined = _read_group(text, chain, weak.end() if weak else position, follows)
    if refined is None and weak is None and follows == "refines" and text.startswith(("第", "（", "("), position):
        refined = _read_group(text, chain, position, "adds")  # 第一款第二款, （一）项（二）项: nothing between them
    if refined is not None:
        return refined
    note = words.NOTE_BETWEEN.match(text, position)
    if note is not None:
        position = note.end()
    joint = words.SEPARATOR.match(text, position)
    if joint is None or (joint["comma"] and not text.startswith("第", joint.end())):
        return None
    return _read_group(text, chain, joint.end(), "ranges" if joint["range"] else "adds")


def _read_group(text: str, chain: Chain, start: int, mode: Mode) -> int | None:
    """Read one list of numbers and its unit at *start* into *chain*; its end, or None where it does not fit."""
    special = _read_special(text, chain, start, mode)
    if special is not None:
        return special
    unit = list_end(text, start)
    if unit is None or (mode == "refines" and not text.startswith(("第", "（", "("), start)):
        return None
    level = level_of(unit)
    if level is None:
        return unit.end() if mode == "adds" else None
    last = chain.targets[-1] if chain.targets else None
    above = last.levels if last else chain.own if chain.base == "relative" else NOTHING
    readable = chain.readable and (last is None or last.readable or level == ARTICLE)
    if level > ARTICLE and above[ARTICLE] is None and chain.base == "named":
        readable = False  # 《甲法》第二款: of which article nobody says
    if last is not None and mode == "refines" and level <= last.level:
        return None
    members = _members(text, start, unit, above, chain.limit)
    absolute = level == ARTICLE or (last is not None and last.absolute)
    for member in members:
        member.readable = member.readable and readable
        member.absolute = absolute
    _take(chain, members, mode)
    return unit.end()


def _take(chain: Chain, members: list[Target], mode: Mode) -> None:
    """Put *members* into the chain: the first may refine the last target or be the far end of a range from it."""
    first, *others = members
    if mode == "refines":
        last = chain.targets.pop()
        for inside in others:
            if inside.start == first.start:  # a range: its inner targets have the words of the whole
                inside.start = last.start
        chain.targets.append(Target(first.levels, last.start, first.end, first.level, first.readable, last.absolute))
    elif mode == "ranges" and chain.targets:
        _extend(chain.targets, chain.targets[-1], first, chain.limit)
    else:
        chain.targets.append(first)
    chain.targets.extend(others)


def _read_special(text: str, chain: Chain, start: int, mode: Mode) -> int | None:
    """之二 after an article of the chain, and 前三款 after one: 第一百二十条之一至之六, 第三百零七条之一前三款."""
    if not chain.targets:
        return None
    last = chain.targets[-1]
    if mode != "refines" and last.levels[SUFFIX] and text.startswith("之", start):
        match = words.SUFFIX.match(text, start)
        number = parse_numeral(match["suffix"]) if match else None
        if match is None or not number:
            return None
        _take(chain, [Target((last.levels[ARTICLE], number, None, None, None), start, match.end(), SUFFIX)], mode)
        return match.end()
    if mode == "refines" and last.level <= SUFFIX and text.startswith("前", start):
        match = words.BEFORE_PARAGRAPHS.match(text, start)
        many = parse_numeral(match["many"]) if match and match["many"] else None
        if match is None or not many or many > chain.limit:
            return None
        article, suffix = last.levels[ARTICLE], last.levels[SUFFIX]
        chain.targets[-1:] = [
            Target((article, suffix, number, None, None), last.start, match.end(), PARAGRAPH, last.readable)
            for number in range(1, many + 1)
        ]
        return match.end()
    return None


def _members(text: str, start: int, unit: regex.Match[str], above: Levels, room: int) -> list[Target]:
    """The targets of one list of numbers: 第十、十八条 → two; 第一至四项 → four, the inner with the range's words."""
    targets: list[Target] = []
    level = level_of(unit) or ARTICLE
    position, end = start, unit.end()
    while position < unit.start():
        match = words.ITEM.match(text, position, unit.start())
        if match is None:
            break
        position = match.end()
        number = parse_numeral(match["number"])
        levels = _with(above, level, number)
        target = Target(levels, match.start("item"), position, level, readable=bool(number))
        if targets and match["join"].strip()[:1] in _RANGE_JOINTS and match["join"].strip():
            _extend(targets, targets[-1], target, room)
        else:
            targets.append(target)
    for target in targets:
        if target.end == position:  # the last number, and a range that ends with it, include the unit
            target.end = end
    if unit.lastgroup == "suffix":
        after = parse_numeral(unit["suffix"])
        article = targets[-1].levels[ARTICLE]
        targets[-1] = Target(
            (article, after, None, None, None), targets[-1].start, end, SUFFIX, targets[-1].readable and bool(after)
        )
    return targets


def _with(above: Levels, level: Level, number: int | None) -> Levels:
    """*above* down to the level over *level*, then *number*, then nothing."""
    if level == ARTICLE:
        return (number, None, None, None, None)
    if level == PARAGRAPH:
        return (above[ARTICLE], above[SUFFIX], number, None, None)
    if level == SUBPARAGRAPH:
        return (above[ARTICLE], above[SUFFIX], above[PARAGRAPH], number, None)
    return (above[ARTICLE], above[SUFFIX], above[PARAGRAPH], above[SUBPARAGRAPH], number)


def _extend(targets: list[Target], low: Target, high: Target, room: int) -> None:
    """Append the inside of low 至 high, with the range's words, and *high*.

    第一百三十四条至第一百三十九条之一 runs to 139 and then 139-1. A range that runs backwards, over too many, or
    between two levels has an inside nobody can name: one unreadable target stands for it. *room* bounds the targets
    of a chain: many wide ranges in one sentence are no sentence of law.
    """
    level = low.level
    inside_span = (low.start, high.end)
    first, last = low.levels[level], high.levels[level]
    same = low.levels[:level] == high.levels[:level] or level == ARTICLE
    if (high.level == level and same) or (level == ARTICLE and high.level == SUFFIX):
        stop = last + 1 if last is not None and high.level == SUFFIX and level == ARTICLE else last
        limit = max(1, room - len(targets))  # two neighbours have no inside, and always fit
        if first is not None and stop is not None and first < stop <= first + limit:
            targets.extend(
                Target(_with_suffix(low.levels, level, number), *inside_span, level)
                for number in range(first + 1, stop)
            )
            targets.append(high)
            return
    targets.append(Target(NOTHING, *inside_span, level, readable=False))
    targets.append(high)


def _with_suffix(above: Levels, level: Level, number: int) -> Levels:
    return (above[ARTICLE], number, None, None, None) if level == SUFFIX else _with(above, level, number)
