"""Where a chain begins: designators, bare law names, relative words.

Knows what a chain can lean on: where it stands, and what was named before it. Does not know what follows its first
words (chain.py).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

import regex

from pipeline.address import RANGE_LIMIT
from pipeline.model import Base
from pipeline.numerals import parse_numeral
from pipeline.references.chain import (
    ARTICLE,
    NOTHING,
    PARAGRAPH,
    SUBPARAGRAPH,
    SUFFIX,
    Chain,
    Levels,
    Target,
    level_of,
    list_end,
)  # fmt: skip
from pipeline.words import references as words


class Position(NamedTuple):
    """Where in its article a line stands; None where that is unknown."""

    paragraph: int | None
    subparagraph: int | None


class Context:
    """What a chain can lean on: where it stands, and what was named before it."""

    __slots__ = (
        "_line_starts",
        "_paragraph",
        "_positions",
        "last_law",
        "last_target",
        "last_target_law",
        "named",
        "named_law",
        "own",
        "resume",
        "text",
    )

    def __init__(self, text: str, own: Levels, paragraph: int | None) -> None:
        self.text = text
        self.own = own
        self.last_law: str | None = None
        self.last_target: Levels = NOTHING
        self.last_target_law: str | None = None
        self.named: Levels = NOTHING
        self.named_law: str | None = None
        self.resume = 0
        self._paragraph = paragraph
        self._line_starts: list[int] | None = None
        self._positions: list[Position] = []

    def position(self, offset: int) -> Position:
        """The 款 and 项 in which *offset* stands."""
        if self._line_starts is None:
            self._line_starts, self._positions = line_positions(self.text, self._paragraph)
        return self._positions[bisect_right(self._line_starts, offset) - 1]

    def remember(self, chain: Chain) -> None:
        if chain.targets:
            self.last_target = chain.targets[-1].levels
            self.last_target_law = chain.law_name
            if chain.base != "relative" or chain.targets[-1].absolute:
                self.named = self.last_target
                self.named_law = chain.law_name
        if chain.law_name:
            self.last_law = chain.law_name


def line_positions(text: str, paragraph: int | None) -> tuple[list[int], list[Position]]:
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
    positions: list[Position] = []
    for index, head in enumerate(heads):
        if head is None:
            if number is not None:
                number = number + 1 if index == 0 or count else None
            positions.append(Position(number, None))
        else:
            positions.append(Position(number, parse_numeral(head["number"]) or None))
    return starts, positions


def open_chain(context: Context, match: regex.Match[str]) -> Chain | None:
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
    if joint is None or list_end(text, joint.end()) is None:
        return None
    return Chain(base, law_name, joint.end(), joint.end(), context.own)


def _open_bare(context: Context, match: regex.Match[str]) -> Chain | None:
    """第… without a word before it: an article of this instrument, of a law named without 《》, or a bare 款 / 项."""
    text, start = context.text, match.start()
    unit = list_end(text, start)
    if unit is None:
        listed = words.LIST.match(text, start)
        context.resume = listed.end() if listed else start + 1
        return None
    if level_of(unit) in (ARTICLE, None):
        if _is_heading(text, start, unit.end()):
            context.resume = unit.end()
            return None
        name = _bare_law(text, start)
        return Chain("named" if name else "self", name, start, start, context.own)
    if words.ANNEX.match(text, max(0, start - 8), start):
        context.resume = unit.end()  # 附件第183项: an entry of an annex has no address in a law
        return None
    anchor, law_name = context.own, None
    if context.named[ARTICLE] and words.BREACH.match(text, 0, start):
        anchor, law_name = context.named, context.named_law
    return Chain("relative", law_name, start, start, (anchor[ARTICLE], anchor[SUFFIX], None, None, None))


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


def _open_relative(context: Context, match: regex.Match[str]) -> Chain:
    """前款, 前两款, 前条, 本条, 本款, 该条 …: expanded by where the words stand and what was named before."""
    start, end = match.span()
    law_name = context.last_target_law if match["that_level"] else None
    chain = Chain("relative", law_name, start, end, context.own)
    for levels in _relative_targets(context, match):
        level = max((index for index, number in enumerate(levels) if number is not None), default=ARTICLE)
        chain.targets.append(Target(levels, start, end, level, readable=levels[ARTICLE] is not None))
    return chain


def _relative_targets(context: Context, match: regex.Match[str]) -> list[Levels]:
    """The targets of a relative word; one of nothing where they cannot be told."""
    place = context.position(match.start())
    if match["own_level"]:
        return [_own_level(match["own_level"][-1], context.own[ARTICLE], context.own[SUFFIX], place)]
    if match["that_level"]:
        word, last = match["that_level"], context.last_target
        if word.startswith("各"):
            return [NOTHING]
        return [_own_level(word[-1], last[ARTICLE], last[SUFFIX], Position(last[PARAGRAPH], last[SUBPARAGRAPH]))]
    many = 1 if match["many"] is None else parse_numeral(match["many"])
    if not many or many > RANGE_LIMIT or context.own[ARTICLE] is None:
        return [NOTHING]
    return _preceding(match["unit"], many, context.own, place) or [NOTHING]


def _preceding(unit: str, many: int, own: Levels, place: Position) -> list[Levels]:
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


def _own_level(word: str, article: int | None, suffix: int | None, place: Position) -> Levels:
    """本条, 本款, 本项 at *place* of the article; nothing where that is not known."""
    levels: dict[str, tuple[int | None, Levels]] = {
        "条": (article, (article, suffix, None, None, None)),
        "款": (place.paragraph, (article, suffix, place.paragraph, None, None)),
        "项": (place.subparagraph, (article, suffix, place.paragraph, place.subparagraph, None)),
    }
    known, target = levels[word]
    return target if article is not None and known is not None else NOTHING
