"""前款, 前两款, 本条, 该条, 各该款 → the targets they stand for.

Knows how to count back from where the words stand. Does not know what follows them.
"""

from __future__ import annotations

import regex

from pipeline.numerals import parse_numeral
from pipeline.references.chain import ARTICLE, NOTHING, PARAGRAPH, SUBPARAGRAPH, SUFFIX, Chain, Levels, Target
from pipeline.references.context import Context, Position


def open_relative(context: Context, match: regex.Match[str]) -> Chain:
    """The chain that a relative word opens, the word already expanded; a target of nothing where it cannot be."""
    start, end = match.span()
    of_last = match["that_level"] or match["same_level"] or match["of_that"]
    law_name = context.last_law if of_last else None
    chain = Chain("relative", law_name, start, end, context.own)
    for levels in _targets(context, match):
        level = max((index for index, number in enumerate(levels) if number is not None), default=ARTICLE)
        chain.targets.append(Target(levels, start, end, level, readable=levels[ARTICLE] is not None))
    return chain


def _targets(context: Context, match: regex.Match[str]) -> list[Levels]:
    place = context.position(match.start())
    if match["own_level"]:
        return [_own_level(match["own_level"][-1], context.own, place)]
    pointing = match["that_level"] or match["same_level"]
    if pointing:
        named = context.targets if pointing.startswith("各") else context.targets[-1:]
        if len(named) > context.room:
            return [NOTHING]
        found = [
            _own_level(pointing[-1], levels, Position(levels[PARAGRAPH], levels[SUBPARAGRAPH])) for levels in named
        ]
        return list(dict.fromkeys(found)) or [NOTHING]
    own = context.own
    if match["of_that"]:  # 第九条第三款…，该条前款: one before the paragraph last named
        own = context.targets[-1] if context.targets else NOTHING
        place = Position(own[PARAGRAPH], own[SUBPARAGRAPH])
    many = 1 if match["many"] is None else parse_numeral(match["many"])
    if not many or many > context.room or own[ARTICLE] is None:
        return [NOTHING]
    return _preceding(match["unit"], many, own, place) or [NOTHING]


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


def _own_level(word: str, own: Levels, place: Position) -> Levels:
    """本条, 本款, 本项 at *place* of the article *own*; nothing where that is not known."""
    article, suffix = own[ARTICLE], own[SUFFIX]
    levels: dict[str, tuple[int | None, Levels]] = {
        "条": (article, (article, suffix, None, None, None)),
        "款": (place.paragraph, (article, suffix, place.paragraph, None, None)),
        "项": (place.subparagraph, (article, suffix, place.paragraph, place.subparagraph, None)),
    }
    known, target = levels[word]
    return target if article is not None and known is not None else NOTHING
