"""Where a chain begins: designators, bare pinpoints, relative words.

Knows which law a chain speaks of and which article a bare pinpoint belongs to. Does not know what follows its first
words (chain.py).
"""

from __future__ import annotations

import regex

from pipeline.numerals import parse_numeral
from pipeline.references.chain import ARTICLE, NOTHING, PARAGRAPH, Chain, Level, Levels, level_of, list_end
from pipeline.references.context import Context, levels_above
from pipeline.references.names import bare_law
from pipeline.references.relative import open_relative
from pipeline.words import references as words


def open_chain(context: Context, match: regex.Match[str]) -> Chain | None:
    """The chain that begins at *match*, its relative word already expanded; None where there is none."""
    context.resume = match.end()
    if match["pin"]:
        return _open_bare(context, match.start())
    if match["relative"]:
        return open_relative(context, match)
    return _open_designated(context, match)


def _open_designated(context: Context, match: regex.Match[str]) -> Chain | None:
    """《甲法》第…, 本规定第…, 该法第…: only where a pinpoint follows."""
    law_name: str | None = None
    readable = True
    if match["title"]:
        # 《甲法》实施细则 is not 《甲法》: its name is what is printed, marks and all.
        law_name = match["quoted"] + match["derived"] if match["derived"] else match["name"]
        context.name_law(law_name)
    elif match["that"]:
        law_name = context.law_of_kind(match["type"])
        readable = law_name is not None
        law_name = law_name or match["that"]
    joint = words.AFTER_LAW.match(context.text, match.end())
    if joint is None or list_end(context.text, joint.end()) is None:
        return None
    start = joint.end()
    return Chain("named" if law_name else "self", law_name, match.start(), start, context.own, readable=readable)


def _open_bare(context: Context, start: int) -> Chain | None:
    """第… without a word before it: an article of this instrument, of a law named without 《》, or a bare 款 / 项."""
    text = context.text
    unit = list_end(text, start)
    if unit is None:
        listed = words.LIST.match(text, start)
        context.resume = listed.end() if listed else start + 1
        return None
    level = level_of(unit)
    breach = words.BREACH.match(text, 0, start) is not None
    if level is None or level == ARTICLE:
        heading = _heading_end(text, start, unit.end())
        if heading is not None:
            context.resume = heading
            return None
        if words.NO_INSTRUMENT.match(text, max(0, start - 8), start):
            context.resume = unit.end()
            return None
        name = bare_law(text, start)
        if name:
            return Chain("named", name.text, name.start, start, context.own, readable=name.known)
        law_name = context.parallel_law(start, unit.end())
        if law_name:
            return Chain("named", law_name, start, start, context.own)
        readable = not context.foreign_before(start, breach=breach)
        return Chain("self", None, start, start, context.own, readable=readable)
    if words.ANNEX.match(text, max(0, start - 8), start):
        context.resume = unit.end()  # 附件第183项: an entry of an annex has no address in a law
        return None
    if words.THING.match(text, unit.end()) and text[unit.start() - 1] not in "）)":
        context.resume = unit.end()  # 第二项工程: a thing that is counted
        return None
    anchor, law_name = _anchor(context, start, level, unit, breach=breach)
    return Chain("relative", law_name, start, start, levels_above(level, anchor))


def _anchor(
    context: Context, start: int, level: Level, unit: regex.Match[str], *, breach: bool
) -> tuple[Levels, str | None]:
    """The address a bare 款 or 项 belongs to (facts/references.md §1 rule 7, §8.10), and its law.

    What is breached (违反第二款规定) belongs to the article last said to be breached, else to the own one. A 项 belongs
    to the own article where that has one of this number, else to the article last named. A 款 is one of the own
    article.
    """
    own = context.own[:2] + NOTHING[2:]
    if context.after_bracket(start):
        return context.targets[-1], context.last_law
    if breach and context.breached[ARTICLE]:
        return context.breached, context.breached_law
    first = words.ITEM.match(context.text, start, unit.start())
    number = parse_numeral(first["number"]) if first else None
    if context.named[ARTICLE] and level != PARAGRAPH and not context.has_item(number):
        return context.named, context.named_law
    return own, None


def _heading_end(text: str, start: int, end: int) -> int | None:
    """The end of the heading 第十六条 (to *end*) begins at *start*; None where it is none."""
    after = words.HEADING_AFTER.match(text, end)
    return after.end() if after and words.HEADING_BEFORE.match(text, 0, start) else None
