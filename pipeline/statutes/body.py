"""The lines below the head → headings, articles, their 款, 项 and 目, and where the text is at odds with itself.

Knows what belongs to an article, and what follows the last one: signatures, notes, 附件. Repairs nothing: a number that
skips, repeats or goes back stays, and a fault says so. Does not know how a heading or a label looks, nor names, dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from pipeline.address import ArticleKey
from pipeline.numerals import parse_numeral
from pipeline.statutes.nouns import LEVELS, Article, Bounds, Fault, Heading, Item, Paragraph, Point
from pipeline.statutes.numbering import Numbering
from pipeline.statutes.source import Line
from pipeline.statutes.structure import Label, after_contents, article_at, heading_at, unreadable_at
from pipeline.words import statutes as words

_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_LONGEST_CLOSING: Final = 40
_ARABIC: Final = frozenset("0123456789０１２３４５６７８９")


class Body(NamedTuple):
    """What stands below the head; ``annex`` is where 附件 begin."""

    headings: tuple[Heading, ...]
    articles: tuple[Article, ...]
    faults: tuple[Fault, ...]
    annex: int | None


@dataclass(slots=True)
class _OpenItem:
    label: str
    number: int | None
    span: Bounds
    text_start: int
    points: list[Point] = field(default_factory=list)


@dataclass(slots=True)
class _OpenParagraph:
    span: Bounds
    items: list[_OpenItem] = field(default_factory=list)

    @property
    def end(self) -> int:
        last = self.items[-1] if self.items else None
        if last is None:
            return self.span[1]
        return last.points[-1].span[1] if last.points else last.span[1]


@dataclass(slots=True)
class _OpenArticle:
    key: ArticleKey
    label: Bounds
    headings: tuple[Heading, ...]
    paragraphs: list[_OpenParagraph] = field(default_factory=list)
    """Lines of its own; where the label stands alone on its line, there is none yet."""


def read_body(text: str, lines: Sequence[Line]) -> Body:
    """Read *lines*, the first of which is 目录, a heading or an article."""
    reader = _Reader(text)
    for line in lines[after_contents(text, lines) :]:
        reader.read(line)
    return reader.finish()


class _Reader:
    """The lines read so far: the headings in force, the article that is open, the numbers seen."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._numbering = Numbering()
        self._headings: list[Heading] = []
        self._above: tuple[Heading, ...] = ()
        self._articles: list[_OpenArticle] = []
        self._faults: list[Fault] = []
        self._between = False
        self._astray = False
        self._annex: int | None = None

    def read(self, line: Line) -> None:
        if self._annex is not None:
            return
        text = self._text
        last = self._articles[-1] if self._articles else None
        label = article_at(text, line, self._numbering.expected)
        if label is not None:
            self._open(label, line)
            return
        if (unreadable := unreadable_at(text, line)) is not None:
            self._numbering.unreadable(text[slice(*unreadable)], unreadable)
            self._astray = True
            return
        heading = heading_at(text, line)
        if heading is not None:
            self._head(heading)
        elif last is not None and words.ANNEX.match(text, line.start, line.end):
            self._annex = line.start
        elif last is None or self._between:
            self._outside(line)
        elif self._astray:
            pass  # below a label without a number: told once, of the label
        else:
            self._add(last, line)

    def _open(self, label: Label, line: Line) -> None:
        article = _OpenArticle(label.key, label.span, self._above)
        if label.text_start < line.end:
            article.paragraphs.append(_OpenParagraph((label.text_start, line.end)))
        self._numbering.article(label.key, label.span)
        self._articles.append(article)
        self._between = self._astray = False

    def _head(self, heading: Heading) -> None:
        rank = LEVELS.index(heading.level)
        self._above = (*(above for above in self._above if LEVELS.index(above.level) < rank), heading)
        self._faults += self._numbering.heading(heading)
        self._headings.append(heading)
        self._between = True

    def _outside(self, line: Line) -> None:
        """A line between a heading and an article: the title of a heading that has none yet, else a fault."""
        heading = self._headings[-1] if self._headings else None
        words_of = self._text[line.start : line.end]
        if heading is not None and not heading.title and words_of[-1] not in words.ENDS:
            titled = heading._replace(title=words_of, span=(heading.span[0], line.end))
            self._headings[-1] = titled
            self._above = (*self._above[:-1], titled)
            return
        self._faults.append(Fault("outside", (line.start, line.end), f"「{words_of[:20]}」不属于任何一条，未读入"))

    def _add(self, article: _OpenArticle, line: Line) -> None:
        """A line below the label: a 项, a 目, or a new 款."""
        text, start = self._text, line.start
        paragraph = article.paragraphs[-1] if article.paragraphs else None
        item = words.ITEM.match(text, start, line.end)
        if item is not None:
            if paragraph is None:
                paragraph = _OpenParagraph((start, start))
                article.paragraphs.append(paragraph)
            self._add_item(paragraph, item["label"], item["number"], (start, line.end), item.end())
            return
        point = words.POINT.match(text, start, line.end)
        if point is not None and paragraph is not None and (paragraph.items or _announces(text, paragraph)):
            number = point["number"] or str(_CIRCLED.index(point["circled"]) + 1)
            self._add_item(paragraph, point["label"], number, (start, line.end), point.end(), point=True)
            return
        article.paragraphs.append(_OpenParagraph((line.start, line.end)))

    def _add_item(  # noqa: PLR0913 - what a marker has
        self, paragraph: _OpenParagraph, label: str, number: str, span: Bounds, after: int, *, point: bool = False
    ) -> None:
        """Below （一） a marker of another script is a 目; where the 项 are 1. or （1）, there are no 目."""
        value = parse_numeral(number)
        text_start = after
        while text_start < span[1] and self._text[text_start] in " \t\u3000\u00a0":
            text_start += 1
        items = paragraph.items
        arabic = point or number[0] in _ARABIC
        if items and arabic and not _is_arabic(items[0].label):
            points = items[-1].points
            self._faults += self._numbering.part("目", points[-1].number if points else 0, value, label, span)
            points.append(Point(label, value, span, text_start))
            return
        self._faults += self._numbering.part("项", items[-1].number if items else 0, value, label, span)
        items.append(_OpenItem(label, value, span, text_start))

    def finish(self) -> Body:
        if self._articles:
            self._drop_closing(self._articles[-1])
        articles = tuple(self._closed(article) for article in self._articles)
        faults = sorted([*self._faults, *self._numbering.faults, *self._broken(articles)], key=lambda fault: fault.span)
        return Body(tuple(self._headings), articles, tuple(faults), self._annex)

    def _drop_closing(self, article: _OpenArticle) -> None:
        """Signatures, dates and notes below the last article are no 款 of it."""
        paragraphs, text = article.paragraphs, self._text
        for index in range(1, len(paragraphs)):
            start, end = paragraphs[index].span
            if words.NOTE.match(text, start, end):
                del paragraphs[index:]
                break
        while len(paragraphs) > 1 and not paragraphs[-1].items and self._is_closing(paragraphs[-1].span):
            paragraphs.pop()

    def _is_closing(self, span: Bounds) -> bool:
        return span[1] - span[0] <= _LONGEST_CLOSING and self._text[span[1] - 1] not in words.ENDS

    def _closed(self, article: _OpenArticle) -> Article:
        paragraphs = tuple(
            Paragraph(
                number,
                each.span,
                tuple(Item(i.label, i.number, i.span, i.text_start, tuple(i.points)) for i in each.items),
            )
            for number, each in enumerate(article.paragraphs, 1)
        )
        end = article.paragraphs[-1].end if article.paragraphs else article.label[1]
        label = self._text[slice(*article.label)]
        return Article(article.key, label, (article.label[0], end), article.headings, paragraphs)

    def _broken(self, articles: Sequence[Article]) -> list[Fault]:
        """A 款 that stops in the middle of a sentence: the file breaks its lines, and no 款 can be counted."""
        found = []
        for article in articles:
            for paragraph in article.paragraphs[:-1]:
                start, end = paragraph.span
                if not paragraph.items and start < end and self._text[end - 1] not in words.ENDS:
                    message = (
                        f"「{self._text[max(start, end - 20) : end]}」到行末句子没有完，{article.label}的款数可能不准"
                    )
                    found.append(Fault("broken", paragraph.span, message))
            if not article.paragraphs:
                found.append(Fault("broken", article.span, f"{article.label}下没有条文"))
        return found


def _announces(text: str, paragraph: _OpenParagraph) -> bool:
    start, end = paragraph.span
    return start < end and text[end - 1] in "：:"


def _is_arabic(label: str) -> bool:
    return any(char in _ARABIC or char in _CIRCLED for char in label)
