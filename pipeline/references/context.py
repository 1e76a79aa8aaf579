"""What a chain can lean on: where its words stand, and what was named before it.

Knows paragraphs and items of the text being read, and the last laws and targets. Does not know how a chain is read.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from pipeline.address import RANGE_LIMIT
from pipeline.numerals import parse_numeral
from pipeline.references.chain import ARTICLE, NOTHING, PARAGRAPH, SUBPARAGRAPH, SUFFIX, Chain, Level, Levels
from pipeline.words import references as words


class Position(NamedTuple):
    """Where in its article a line stands; None where that is unknown."""

    paragraph: int | None
    subparagraph: int | None


class Context:
    """The text, its own address, and what has been read of it so far."""

    __slots__ = (
        "_foreign_breach",
        "_foreign_end",
        "_lines",
        "_paragraph",
        "breached",
        "breached_law",
        "last_end",
        "last_law",
        "laws",
        "named",
        "named_law",
        "own",
        "resume",
        "room",
        "targets",
        "text",
    )

    def __init__(self, text: str, own: Levels, paragraph: int | None) -> None:
        self.text = text
        self.own = own
        self.laws: list[str] = []  # the last of each kind is enough, and few are named
        self.targets: list[Levels] = []  # of the last chain
        self.last_end = 0  # and where it ends
        self.last_law: str | None = None  # and its law
        self.named: Levels = NOTHING  # the last target whose article was named
        self.named_law: str | None = None
        self.breached: Levels = NOTHING  # the last of them that is said to be breached
        self.breached_law: str | None = None
        self.resume = 0
        self.room = RANGE_LIMIT  # how many targets the next chain may expand to
        self._paragraph = paragraph
        self._lines: Lines | None = None
        self._foreign_end: int | None = None
        self._foreign_breach = False

    @property
    def lines(self) -> Lines:
        if self._lines is None:
            self._lines = read_lines(self.text, self._paragraph)
        return self._lines

    def position(self, offset: int) -> Position:
        """The 款 and 项 in which *offset* stands."""
        return self.lines.positions[bisect_right(self.lines.starts, offset) - 1]

    def has_item(self, number: int | None) -> bool:
        """Whether the own article, as far as *text* is it, has a 项 of that number."""
        return number in self.lines.items

    def name_law(self, name: str) -> None:
        if name in self.laws:
            self.laws.remove(name)
        self.laws.append(name)
        del self.laws[:-16]

    def law_of_kind(self, kind: str) -> str | None:
        """The law last named whose name ends in *kind*: 该条例 is no 法."""
        return next((name for name in reversed(self.laws) if name.rstrip("》").endswith(kind)), None)

    def remember(self, chain: Chain, *, breach: bool) -> None:
        if chain.law_name:
            self.name_law(chain.law_name)
        if not chain.targets:
            return
        last = chain.targets[-1]
        self.targets = [target.levels for target in chain.targets]
        self.last_end = chain.end
        self.last_law = chain.law_name
        if chain.base != "relative" or last.absolute:
            self.named = last.levels
            self.named_law = chain.law_name
            self._foreign_end = chain.end if chain.law_name else None
            self._foreign_breach = breach
            if breach:
                self.breached, self.breached_law = self.named, self.named_law

    def foreign_before(self, start: int, *, breach: bool) -> bool:
        """Whether a bare 第…条 at *start* may belong to another law, named earlier in its sentence.

        “依照刑法第A条…罪，第B条…” (facts/references.md §8.12). What is breached after a pointer to another law
        (“依照《甲法》第A条处罚；违反第B条”) is of this instrument.
        """
        if self._foreign_end is None:
            return False
        if any(mark in self.text[self._foreign_end : start] for mark in "。\n"):
            self._foreign_end = None
            return False
        self._foreign_end = start  # what lies before was looked at: the next look begins here
        return not breach or self._foreign_breach

    def parallel_law(self, start: int, end: int) -> str | None:
        """The law of the last target, where the pinpoint at *start*…*end* stands in one list with it."""
        gap = words.PARALLEL.fullmatch(self.text, self.last_end, start)
        return self.last_law if gap and words.PARALLEL_AFTER.match(self.text, end) else None

    def after_bracket(self, start: int) -> bool:
        """Whether *start* stands in a bracket that opens right after the last target: 第三十条（第二款除外）."""
        return bool(self.targets) and words.IN_BRACKETS.fullmatch(self.text, self.last_end, start) is not None


class Lines(NamedTuple):
    """The lines of a text: where each begins and stands, and which 项 numbers there are."""

    starts: list[int]
    positions: list[Position]
    items: frozenset[int | None]


def read_lines(text: str, paragraph: int | None) -> Lines:
    """Number the paragraphs: from *paragraph* where it is known, else from 1 where there are several, else not.

    A line that begins （一） is an item of the paragraph before it, a line 1． in an item a point of that item.
    """
    starts, kinds = [], []
    offset = 0
    in_items = False
    for line in text.split("\n"):
        starts.append(offset)
        offset += len(line) + 1
        item = words.ITEM_LINE.match(line)
        point = words.POINT_LINE.match(line) if in_items else None
        if point is None:
            in_items = item is not None
        kinds.append(-1 if point else parse_numeral(item["number"]) or 0 if item else None)
    count = sum(1 for kind in kinds if kind is None)
    number = (paragraph or 1) - 1 if paragraph or count > 1 else None
    if paragraph and count > 1:
        count = 0  # a label that names one 款 over several paragraphs proves the first only
    positions: list[Position] = []
    subparagraph: int | None = None
    for index, kind in enumerate(kinds):
        if kind is None:
            subparagraph = None
            if number is not None:
                number = number + 1 if index == 0 or count else None
        elif kind >= 0:
            subparagraph = kind or None
        positions.append(Position(number, subparagraph))
    return Lines(starts, positions, frozenset(place.subparagraph for place in positions if place.subparagraph))


def levels_above(level: Level, anchor: Levels) -> Levels:
    """The part of *anchor* that a bare pinpoint of *level* keeps: 款 keeps 条, 项 keeps 条 and 款."""
    paragraph = anchor[PARAGRAPH] if level >= SUBPARAGRAPH else None
    return (anchor[ARTICLE], anchor[SUFFIX], paragraph, None, None)
