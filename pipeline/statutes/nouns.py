"""What an official text is taken apart into.

Knows the nouns; every span indexes ``Statute.text``. Does not know how they are found, nor who quotes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from pipeline.address import Address, ArticleKey, article_key, contains

Bounds: TypeAlias = tuple[int, int]

HeadingLevel = Literal["编", "分编", "章", "节"]
LEVELS: Final[tuple[HeadingLevel, ...]] = ("编", "分编", "章", "节")

FaultKind = Literal["numbering", "outside", "broken"]
"""numbering: skips, repeats, goes back. outside: a line that belongs to no article. broken: a 款 stops mid-sentence."""


class Heading(NamedTuple):
    """第三章　法律责任; ``number`` is None for 附则 and 序言 printed without one."""

    level: HeadingLevel
    number: int | None
    title: str
    span: Bounds


class Point(NamedTuple):
    """One 目; ``span`` covers marker and text, ``text_start`` is where the text begins."""

    label: str
    number: int | None
    span: Bounds
    text_start: int


class Item(NamedTuple):
    """One 项: marker and lead-in (``span``), and its 目."""

    label: str
    number: int | None
    span: Bounds
    text_start: int
    points: tuple[Point, ...]


class Paragraph(NamedTuple):
    """One 款: its number by position, its lead-in (``span``), its 项."""

    number: int
    span: Bounds
    items: tuple[Item, ...]


class Article(NamedTuple):
    """One 条 under the headings it stands under, the highest first; ``span`` runs from its label to its last word."""

    key: ArticleKey
    label: str
    span: Bounds
    headings: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]


class Fault(NamedTuple):
    """What is wrong with the text itself; it is read as it stands. ``message`` is Chinese."""

    kind: FaultKind
    span: Bounds
    message: str


class Dates(NamedTuple):
    """ISO dates as head and last article print them; None where they do not.

    ``amended_on`` is the last of several. ``effective_on`` is that of this version: an amended text that repeats the
    date on which the first one came into force does not say when the amendment did.
    """

    adopted_on: str | None = None
    published_on: str | None = None
    amended_on: str | None = None
    effective_on: str | None = None

    @property
    def version(self) -> str | None:
        """The date this version is known by: its last amendment, else its adoption, else its publication."""
        return self.amended_on or self.adopted_on or self.published_on


class Unit(NamedTuple):
    """The smallest piece of text with an address of its own: a lead-in, a 项, a 目. 款 and 条 are made of them.

    ``text_start`` is where its words begin, behind （一） or 1.; a lead-in has no such marker.
    """

    address: Address
    span: Bounds
    text_start: int


@dataclass(frozen=True)
class Statute:
    """An official text, read: the file, its name and dates, headings, articles, and what is wrong with it.

    ``text`` is the file decoded (of a .docx its paragraphs, one a line); ``place`` names an offset for a person.
    ``annex`` is where 附件 begin, None where there are none: they are no articles.
    """

    file: str
    sha256: str
    text: str
    place: Callable[[int], str]
    name: str
    dates: Dates
    headings: tuple[Heading, ...]
    articles: tuple[Article, ...]
    faults: tuple[Fault, ...]
    annex: int | None = None

    @cached_property
    def by_key(self) -> Mapping[ArticleKey, tuple[Article, ...]]:
        """The articles by number; more than one where the text repeats a number, which is a fault of it."""
        found: dict[ArticleKey, list[Article]] = defaultdict(list)
        for article in self.articles:
            found[article.key].append(article)
        return {key: tuple(articles) for key, articles in found.items()}

    def is_doubtful(self, key: ArticleKey) -> bool:
        """Whether nobody can tell what the article *key* says: a fault of the text, whose numbers skip or repeat it.

        The article before a repeated number is doubtful too, since a text may quote articles (修改为：“第二条…”) in the
        middle of one of its own; so is the one before a single number that is skipped: its label may be lost, and its
        lines stand below the one before.
        """
        return self.skips(key) or key in self._uncertain

    def skips(self, key: ArticleKey) -> bool:
        """Whether the numbers of the text skip *key*."""
        return key not in self.by_key and not key[1] and key < max(self.by_key)

    @cached_property
    def _uncertain(self) -> frozenset[ArticleKey]:
        """The numbers that come more than once, and those of the articles before a repetition or a lost label."""
        found = {key for key, articles in self.by_key.items() if len(articles) > 1}
        seen: set[ArticleKey] = set()
        for before, article in pairwise(self.articles):
            seen.add(before.key)
            lost = (before.key[0] + 1, 0)
            follows = article.key == (before.key[0] + 2, 0) and lost not in self.by_key
            if article.key in seen or (follows and not self._is_astray(before, article)):
                found.add(before.key)
        return frozenset(found)

    def _is_astray(self, before: Article, after: Article) -> bool:
        """Whether what stands between two articles is told to be of neither: below a label whose number is none."""
        return any(before.span[1] <= fault.span[0] < after.span[0] for fault in self.faults)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All units, in order."""
        return tuple(unit for article in self.articles for unit in units_of(article))

    def span(self, address: Address) -> Bounds | None:
        """Where the text of *address* stands, its label left out; None where there is no such place, or a doubtful one.

        第十七条第六项, which names no 款, is found where only one 款 has a 项 six.
        """
        spans = [unit.span for unit in self._at(address)]
        return (spans[0][0], spans[-1][1]) if spans else None

    def wording(self, address: Address) -> str | None:
        """The text of *address*, one unit a line, as printed but for the white space around its lines."""
        units = self._at(address)
        return "\n".join(self.text[start:end] for start, end in (unit.span for unit in units)) if units else None

    def lead_ins(self, address: Address) -> list[Bounds]:
        """Where the words stand that the 项 or 目 at *address* completes: those of its 款, of its 项; of a 款 none."""
        units = self._at(address)
        if not units:
            return []
        its = units[0].address
        paragraph = Address(its.article, its.article_suffix, its.paragraph)
        item = Address(its.article, its.article_suffix, its.paragraph, its.subparagraph)
        above = {paragraph, item} - {its}
        # A 项 whose number cannot be read has the address of its 款; it begins with a marker, a lead-in does not.
        return [
            unit.span
            for unit in units_of(self.by_key[article_key(its)][0])
            if unit.address in above and (unit.address == item or unit.text_start == unit.span[0])
        ]

    def called(self, address: Address) -> str:
        """How a sentence calls *address*: 第八条, not 第八条第一款, where that article has one 款 only."""
        articles = self.by_key.get(article_key(address), ())
        if address.paragraph == 1 and articles and all(len(article.paragraphs) == 1 for article in articles):
            address = Address(address.article, address.article_suffix, None, address.subparagraph, address.point)
        return str(address)

    def _at(self, address: Address) -> list[Unit]:
        found: list[Unit] = []
        if self.is_doubtful(article_key(address)):
            return []
        for article in self.by_key.get(article_key(address), ()):
            units = units_of(article)
            if address.paragraph is None and address.subparagraph is not None:
                numbers = {
                    unit.address.paragraph for unit in units if unit.address.subparagraph == address.subparagraph
                }
                if len(numbers) != 1:
                    return []
                parts = (numbers.pop(), address.subparagraph, address.point)
                address = Address(address.article, address.article_suffix, *parts)
            found = [unit for unit in units if contains(address, unit.address)]
        return found


def units_of(article: Article) -> list[Unit]:
    """The units of *article*, in order. A 项 whose number cannot be read has the address of its 款."""
    number, suffix = article.key[0], article.key[1] or None
    units: list[Unit] = []
    for paragraph in article.paragraphs:
        if paragraph.span[0] < paragraph.span[1]:
            units.append(Unit(Address(number, suffix, paragraph.number), paragraph.span, paragraph.span[0]))
        for item in paragraph.items:
            units.append(Unit(Address(number, suffix, paragraph.number, item.number), item.span, item.text_start))
            units += [
                Unit(
                    Address(number, suffix, paragraph.number, item.number, point.number if item.number else None),
                    point.span,
                    point.text_start,
                )
                for point in item.points
            ]
    return units
