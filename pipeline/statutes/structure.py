"""A line of a statute → the heading or the label that it begins with; and where the text below its head begins.

Knows how 第一章 and 第X条 are printed, what is prose, and what a table of contents is. Does not know what stands under
a heading or a label.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from pipeline.address import MAX_NUMBER, ArticleKey
from pipeline.numerals import parse_numeral
from pipeline.statutes.nouns import Bounds, Heading, HeadingLevel
from pipeline.statutes.source import Line
from pipeline.words import labels
from pipeline.words import statutes as words

FIRST: Final = frozenset({(1, 0)})
"""The number that the first article has."""


def body_start(text: str, lines: Sequence[Line]) -> int:
    """The index of the first line that is below the head: 目录, a heading or an article."""
    for index, line in enumerate(lines):
        if _is_contents(text, line) or heading_at(text, line) or article_at(text, line):
            return index
    return len(lines)


def _is_contents(text: str, line: Line) -> bool:
    return words.CONTENTS.fullmatch(text, line.start, line.end) is not None


def after_contents(text: str, lines: Sequence[Line]) -> int:
    """Where the text begins: at the heading with which the table of contents began, printed again, or at an article."""
    if not lines or not _is_contents(text, lines[0]):
        return 0
    first: tuple[HeadingLevel, int | None] | None = None
    for index, line in enumerate(lines[1:], 1):
        if article_at(text, line):
            return index
        heading = heading_at(text, line)
        if heading is None:
            continue
        if first is None:
            first = heading[:2]
        elif heading[:2] == first:
            return index
    return len(lines)


def heading_at(text: str, line: Line) -> Heading | None:
    """The heading that *line* is; None for 第三章规定的… and other prose."""
    bare = words.BARE_HEADING.match(text, line.start, line.end)
    if bare is not None:
        return Heading("章", None, "".join(bare.group().split()), (line.start, line.end))
    match = words.HEADING.match(text, line.start, line.end)
    if match is None:
        return None
    title = words.PAGE.sub("", match["title"])
    if not match["gap"] and title and labels.PROSE.match(title):
        return None
    level: HeadingLevel = match["level"]  # type: ignore[assignment]  # the pattern has no other words
    return Heading(level, parse_numeral(match["number"]), title.strip(), (line.start, line.end))


class Label(NamedTuple):
    key: ArticleKey
    span: Bounds
    text_start: int


def article_at(text: str, line: Line, expected: Collection[ArticleKey] = FIRST) -> Label | None:
    """The article that begins on *line*; None for 第十条规定的… and other prose.

    Official texts put blanks after the label. Copies may have lost them: there a label is one where a sentence can
    begin and the number is one of the *expected*.
    """
    match = words.ARTICLE.match(text, line.start, line.end)
    if match is None:
        return None
    number = parse_numeral(match["article"])
    suffix = parse_numeral(match["suffix"]) if match["suffix"] else 0
    if not number or suffix is None or number > MAX_NUMBER:
        return None
    key, after = (number, suffix), match.end()
    if after < line.end:
        if match["gap"]:
            if labels.PROSE_AFTER_BLANKS.match(text, after, line.end):
                return None
        elif labels.PROSE.match(text, after, line.end) or key not in expected:
            return None
    return Label(key, match.span("label"), after)


def unreadable_at(text: str, line: Line) -> Bounds | None:
    """The label of an article on *line* whose number is none: 第五十十条; it has blanks after it, or stands alone."""
    match = words.ARTICLE.match(text, line.start, line.end)
    if match is None or (match.end() < line.end and not match["gap"]):
        return None
    if labels.PROSE_AFTER_BLANKS.match(text, match.end(), line.end):
        return None
    return None if parse_numeral(match["article"]) else match.span("label")
