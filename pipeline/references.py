"""A sentence of law → the references in it, one per target.

Knows the shape of pinpoints, chains and relative words. Does not know whether a target exists (resolve.py).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

import regex

from pipeline.address import MAX_NUMBER, RANGE_LIMIT, Address
from pipeline.model import Base
from pipeline.numerals import parse_numeral
from pipeline.words import references as words

Level: TypeAlias = int
ARTICLE, SUFFIX, PARAGRAPH, SUBPARAGRAPH, POINT = range(5)
"""Levels of an address, high to low; a list of five numbers indexed by them is a target being read."""

_RANGE_JOINTS: Final = frozenset("至到—－~")
Levels: TypeAlias = tuple[int | None, int | None, int | None, int | None, int | None]
_Mode: TypeAlias = Literal["refines", "adds", "ranges"]
"""How a group of numbers joins a chain: 第七条→第二款, 、第八条, 至第十条."""

_NOTHING: Final[Levels] = (None, None, None, None, None)


class FoundReference(NamedTuple):
    """One target: ``text`` are its words, ``span`` where they stand in the argument (code points, half open).

    ``law_name`` is None for this instrument, else the name as written; ``target`` is None where no address can be
    given (前款 of an unknown paragraph, 第十十八条).
    """

    text: str
    span: tuple[int, int]
    base: Base
    law_name: str | None
    target: Address | None


class _Position(NamedTuple):
    """Where in its article a line stands; None where that is unknown."""

    paragraph: int | None
    subparagraph: int | None


@dataclass(slots=True)
class _Target:
    """A target being read: its numbers, its words, and whether its numbers could be read."""

    levels: Levels
    start: int
    end: int
    level: Level
    readable: bool = True


@dataclass(slots=True)
class _Chain:
    """A run of pinpoints under one designator."""

    base: Base
    law_name: str | None
    start: int
    end: int
    own: Levels = _NOTHING
    targets: list[_Target] = field(default_factory=list)


def find_references(
    text: str, *, article: int | Address | None = None, paragraph: int | None = None
) -> list[FoundReference]:
    """All references of *text*, in text order, ranges and lists expanded.

    *text* is one provision, its lines joined by a line feed: a line that begins （一） is an item of the paragraph
    before it, any other line a paragraph. *article* and *paragraph* are the provision's own address as far as it is
    known; they decide 前款, 本条 and a bare 第二款. Total: nothing is raised, the cost is linear in ``len(text)``.
    Grammar: facts/references.md §1–2.
    """
    own: Levels = _NOTHING
    if isinstance(article, Address):
        own = (article.article, article.article_suffix, None, None, None)
        paragraph = paragraph or article.paragraph
    elif article is not None:
        own = (article, None, None, None, None)
    return list(_find(text, own, paragraph))


@lru_cache(maxsize=4096)
def _find(text: str, own: Levels, paragraph: int | None) -> tuple[FoundReference, ...]:
    """The same provision is quoted by many items of one list; reading it once is enough."""
    found: list[FoundReference] = []
    context = _Context(text, own, paragraph)
    position = 0
    while match := words.START.search(text, position):
        chain = _open(context, match)
        if chain is None:
            position = max(context.resume, match.end())
            continue
        _read_chain(text, chain)
        found.extend(_references(text, chain))
        context.remember(chain)
        position = max(chain.end, match.end())
    return tuple(found)


class _Context:
    """What a chain can lean on: where it stands, and what was named before it."""

    __slots__ = (
        "_line_starts",
        "_paragraph",
        "_positions",
        "last_law",
        "last_target",
        "named",
        "own",
        "resume",
        "text",
    )

    def __init__(self, text: str, own: Levels, paragraph: int | None) -> None:
        self.text = text
        self.own = own
        self.last_law: str | None = None
        self.last_target: Levels = _NOTHING
        self.named: Levels = _NOTHING
        self.resume = 0
        self._paragraph = paragraph
        self._line_starts: list[int] | None = None
        self._positions: list[_Position] = []

    def position(self, offset: int) -> _Position:
        """The 款 and 项 in which *offset* stands."""
        if self._line_starts is None:
            self._line_starts, self._positions = _line_positions(self.text, self._paragraph)
        return self._positions[bisect_right(self._line_starts, offset) - 1]

    def remember(self, chain: _Chain) -> None:
        if chain.targets:
            self.last_target = chain.targets[-1].levels
            if chain.base == "self":
                self.named = self.last_target
        if chain.law_name:
            self.last_law = chain.law_name


def _line_positions(text: str, paragraph: int | None) -> tuple[list[int], list[_Position]]:
    """Number the paragraphs: from *paragraph* where it is known, else from 1 where there are several, else not."""
    starts, heads = [], []
    offset = 0
    for line in text.split("\n"):
        starts.append(offset)
        heads.append(words.ITEM_LINE.match(line))
        offset += len(line) + 1
    count = sum(1 for head in heads if head is None)
    number = (paragraph or 1) - 1 if paragraph or count > 1 else None
    if paragraph and count > 1:
        count = 0  # a label that names one 款 over several paragraphs proves the first only
    positions: list[_Position] = []
    for index, head in enumerate(heads):
        if head is None:
            if number is not None:
                number = number + 1 if index == 0 or count else None
            positions.append(_Position(number, None))
        else:
            positions.append(_Position(number, parse_numeral(head["number"]) or None))
    return starts, positions


# --- where a chain begins -------------------------------------------------------------------------------------------


def _open(context: _Context, match: regex.Match[str]) -> _Chain | None:
    """The chain that begins at *match*, its relative word already expanded; None where there is none."""
    text, end = context.text, match.end()
    context.resume = end
    if match["pin"]:
        return _open_bare(context, match)
    if match["relative"]:
        return _open_relative(context, match)
    if match["title"]:
        base: Base = "named"
        law_name: str | None = match["name"]
        context.last_law = law_name
    elif match["that"]:
        base, law_name = "named", context.last_law or match["that"]
    else:
        base, law_name = "self", None
    joint = words.AFTER_LAW.match(text, end)
    if joint is None or _list_end(text, joint.end()) is None:
        return None
    return _Chain(base, law_name, joint.end(), joint.end(), context.own)


def _open_bare(context: _Context, match: regex.Match[str]) -> _Chain | None:
    """第… without a word before it: an article of this instrument, of a law named without 《》, or a bare 款 / 项."""
    text, start = context.text, match.start()
    unit = _list_end(text, start)
    if unit is None:
        listed = words.LIST.match(text, start)
        context.resume = listed.end() if listed else start + 1
        return None
    if _level_of(unit) in (ARTICLE, None):
        if _is_heading(text, start, unit.end()):
            context.resume = unit.end()
            return None
        name = _bare_law(text, start)
        return _Chain("named" if name else "self", name, start, start, context.own)
    anchor = context.own
    if context.named[ARTICLE] and words.BREACH.match(text, 0, start):
        anchor = context.named
    return _Chain("relative", None, start, start, (anchor[ARTICLE], anchor[SUFFIX], None, None, None))


def _is_heading(text: str, start: int, end: int) -> bool:
    return words.HEADING_AFTER.match(text, end) is not None and words.HEADING_BEFORE.match(text, 0, start) is not None


def _bare_law(text: str, start: int) -> str | None:
    """The name of a law that stands right before *start* without 《》, or of an annex (附录)."""
    annex = words.ANNEX.match(text, max(0, start - 8), start)
    if annex:
        return annex["name"]
    match = words.BARE_LAW.match(text, max(0, start - 40), start)
    if match is None:
        return None
    name = match["name"]
    cut = 0
    for stop in words.BEFORE_LAW.finditer(name):
        cut = stop.start() if stop.group().startswith("中华") else stop.end()
    name = name[cut:]
    return name if words.LAW_NAME.fullmatch(name) else None


def _open_relative(context: _Context, match: regex.Match[str]) -> _Chain:
    """前款, 前两款, 前条, 本条, 本款, 该条 …: expanded by where the words stand and what was named before."""
    start, end = match.span()
    chain = _Chain("relative", None, start, end, context.own)
    for levels in _relative_targets(context, match):
        level = max((index for index, number in enumerate(levels) if number is not None), default=ARTICLE)
        chain.targets.append(_Target(levels, start, end, level, readable=levels[ARTICLE] is not None))
    return chain


def _relative_targets(context: _Context, match: regex.Match[str]) -> list[Levels]:
    """The targets of a relative word; one of nothing where they cannot be told."""
    place = context.position(match.start())
    if match["own_level"]:
        return [_own_level(match["own_level"][-1], context.own[ARTICLE], context.own[SUFFIX], place)]
    if match["that_level"]:
        word, last = match["that_level"], context.last_target
        if word.startswith("各"):
            return [_NOTHING]
        return [_own_level(word[-1], last[ARTICLE], last[SUFFIX], _Position(last[PARAGRAPH], last[SUBPARAGRAPH]))]
    many = 1 if match["many"] is None else parse_numeral(match["many"])
    if not many or many > RANGE_LIMIT or context.own[ARTICLE] is None:
        return [_NOTHING]
    return _preceding(match["unit"], many, context.own, place) or [_NOTHING]


def _preceding(unit: str, many: int, own: Levels, place: _Position) -> list[Levels]:
    """The *many* articles, paragraphs or items before *place* of the own article; none where there are not so many."""
    article, suffix = own[ARTICLE] or 0, own[SUFFIX]
    if unit == "款":
        first = (place.paragraph or 0) - many
        return [(article, suffix, first + step, None, None) for step in range(many)] if first > 0 else []
    if unit == "项":
        first = (place.subparagraph or 0) - many
        return [(article, suffix, place.paragraph, first + step, None) for step in range(many)] if first > 0 else []
    if suffix:
        return [(article, suffix - 1 or None, None, None, None)] if many == 1 else []
    first = article - many
    return [(first + step, None, None, None, None) for step in range(many)] if first > 0 else []


def _own_level(word: str, article: int | None, suffix: int | None, place: _Position) -> Levels:
    """本条, 本款, 本项 at *place* of the article; nothing where that is not known."""
    levels: dict[str, tuple[int | None, Levels]] = {
        "条": (article, (article, suffix, None, None, None)),
        "款": (place.paragraph, (article, suffix, place.paragraph, None, None)),
        "项": (place.subparagraph, (article, suffix, place.paragraph, place.subparagraph, None)),
    }
    known, target = levels[word]
    return target if article is not None and known is not None else _NOTHING


# --- the state machine (facts/references.md §1) ---------------------------------------------------------------------


def _list_end(text: str, start: int) -> regex.Match[str] | None:
    """The match of the unit that closes the list of numbers at *start*; None where none does."""
    listed = words.LIST.match(text, start)
    if listed is None:
        return None
    end = listed.end()
    unit = words.UNIT.match(text, end)
    return unit or words.MISSING_ARTICLE.match(text, end) or words.MISSING_ITEM.match(text, end)


def _level_of(unit: regex.Match[str]) -> Level | None:
    """The level a unit stands for; None for chapters, which are context only."""
    groups = unit.groupdict()
    if "chapter" not in groups:
        return ARTICLE if unit.re is words.MISSING_ARTICLE else SUBPARAGRAPH
    if groups["chapter"]:
        return None
    if groups["article"]:
        return ARTICLE
    if groups["paragraph"]:
        return PARAGRAPH
    return SUBPARAGRAPH if groups["subparagraph"] else POINT


def _read_chain(text: str, chain: _Chain) -> None:
    """Read tokens from the chain's end on, until something follows that does not belong to it."""
    position: int | None = chain.end
    if not chain.targets:
        position = _read_group(text, chain, chain.end, "adds")
    while position is not None:
        chain.end = position
        position = _continue(text, chain, position)


def _continue(text: str, chain: _Chain, position: int) -> int | None:
    """Read one more token: a refinement, a member of the list, or the far end of a range."""
    weak = words.WEAK.match(text, position)
    follows: _Mode = "refines" if chain.targets else "adds"
    refined = _read_group(text, chain, weak.end() if weak else position, follows)
    if refined is not None:
        return refined
    joint = words.SEPARATOR.match(text, position)
    if joint is None or (joint["comma"] and not text.startswith("第", joint.end())):
        return None
    return _read_group(text, chain, joint.end(), "ranges" if joint["range"] else "adds")


def _read_group(text: str, chain: _Chain, start: int, mode: _Mode) -> int | None:
    """Read one list of numbers and its unit at *start* into *chain*; its end, or None where it does not fit."""
    special = _read_special(text, chain, start, mode)
    if special is not None:
        return special
    unit = _list_end(text, start)
    if unit is None or (mode == "refines" and not text.startswith(("第", "（", "("), start)):
        return None
    level = _level_of(unit)
    if level is None:
        return unit.end() if mode == "adds" else None
    last = chain.targets[-1] if chain.targets else None
    above = last.levels if last else chain.own if chain.base == "relative" else _NOTHING
    readable = last is None or last.readable or level == ARTICLE
    if level > ARTICLE and above[ARTICLE] is None and readable and chain.base == "named":
        return None  # 《甲法》第二款: of which article nobody says
    if last is not None and mode == "refines" and level <= last.level:
        return None
    members = _members(text, start, unit, level, above)
    for member in members:
        member.readable = member.readable and readable
    _take(chain, members, mode)
    return unit.end()


def _take(chain: _Chain, members: list[_Target], mode: _Mode) -> None:
    """Put *members* into the chain: the first may refine the last target or be the far end of a range from it."""
    first, *others = members
    if mode == "refines":
        last = chain.targets.pop()
        chain.targets.append(_Target(first.levels, last.start, first.end, first.level, first.readable))
    elif mode == "ranges" and chain.targets:
        _extend(chain.targets, chain.targets[-1], first)
    else:
        chain.targets.append(first)
    chain.targets.extend(others)


def _read_special(text: str, chain: _Chain, start: int, mode: _Mode) -> int | None:
    """之二 after an article of the chain, and 前三款 after one: 第一百二十条之一至之六, 第三百零七条之一前三款."""
    if not chain.targets:
        return None
    last = chain.targets[-1]
    if mode != "refines" and last.levels[SUFFIX] and text.startswith("之", start):
        match = words.SUFFIX.match(text, start)
        number = parse_numeral(match["suffix"]) if match else None
        if match is None or not number:
            return None
        _take(chain, [_Target((last.levels[ARTICLE], number, None, None, None), start, match.end(), SUFFIX)], mode)
        return match.end()
    if mode == "refines" and last.level <= SUFFIX and text.startswith("前", start):
        match = words.BEFORE_PARAGRAPHS.match(text, start)
        many = parse_numeral(match["many"]) if match and match["many"] else None
        if match is None or not many or many > RANGE_LIMIT:
            return None
        article, suffix = last.levels[ARTICLE], last.levels[SUFFIX]
        chain.targets[-1:] = [
            _Target((article, suffix, number, None, None), last.start, match.end(), PARAGRAPH, last.readable)
            for number in range(1, many + 1)
        ]
        return match.end()
    return None


def _members(text: str, start: int, unit: regex.Match[str], level: Level, above: Levels) -> list[_Target]:
    """The targets of one list of numbers: 第十、十八条 → two; 第一至四项 → four, the inner with the range's words."""
    targets: list[_Target] = []
    position, end = start, unit.end()
    while position < unit.start():
        match = words.ITEM.match(text, position, unit.start())
        if match is None:
            break
        position = match.end()
        number = parse_numeral(match["number"])
        levels = _with(above, level, number)
        target = _Target(levels, match.start("item"), position, level, readable=bool(number))
        if targets and match["join"].strip() in _RANGE_JOINTS and match["join"].strip():
            _extend(targets, targets[-1], target)
        else:
            targets.append(target)
    for target in targets:
        if target.end == position:  # the last number, and a range that ends with it, include the unit
            target.end = end
    suffix = unit.groupdict().get("suffix")
    if suffix:
        after = parse_numeral(suffix)
        article = targets[-1].levels[ARTICLE]
        targets[-1] = _Target(
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


def _extend(targets: list[_Target], low: _Target, high: _Target) -> None:
    """Append the inside of low 至 high, with the range's words, and *high*.

    第一百三十四条至第一百三十九条之一 runs to 139 and then 139-1. A range that runs backwards, over too many, or
    between two levels has an inside nobody can name: one unreadable target stands for it.
    """
    level = low.level
    inside_span = (low.start, high.end)
    first, last = low.levels[level], high.levels[level]
    same = low.levels[:level] == high.levels[:level] or level == ARTICLE
    if (high.level == level and same) or (level == ARTICLE and high.level == SUFFIX):
        stop = last + 1 if last is not None and high.level == SUFFIX and level == ARTICLE else last
        if first is not None and stop is not None and first < stop <= first + RANGE_LIMIT:
            targets.extend(
                _Target(_with_suffix(low.levels, level, number), *inside_span, level)
                for number in range(first + 1, stop)
            )
            targets.append(high)
            return
    targets.append(_Target(_NOTHING, *inside_span, level, readable=False))
    targets.append(high)


def _with_suffix(above: Levels, level: Level, number: int) -> Levels:
    return (above[ARTICLE], number, None, None, None) if level == SUFFIX else _with(above, level, number)


def _references(text: str, chain: _Chain) -> list[FoundReference]:
    return [
        FoundReference(
            text[target.start : target.end],
            (target.start, target.end),
            chain.base,
            chain.law_name,
            _address(target.levels) if target.readable else None,
        )
        for target in chain.targets
    ]


def _address(levels: Levels) -> Address | None:
    """The address of *levels*, where every number in it is one that provisions have."""
    article = levels[ARTICLE]
    if article is None or not all(number is None or 1 <= number <= MAX_NUMBER for number in levels):
        return None
    return Address(article, *levels[1:])
