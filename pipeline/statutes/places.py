"""A quoted line → the units of a statute that it quotes.

Knows how a quotation is laid out: a unit a line, several in one line, a part of one, parts with …… between them.
Does not know labels, nor what a difference means.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from rapidfuzz import fuzz, process

from pipeline.address import Address, may_contain
from pipeline.statutes.bare import bare
from pipeline.statutes.nouns import Statute, Unit
from pipeline.words.statutes import ELLIPSIS

SHORTEST: Final = 6
"""Characters that a part of a unit must have to be found by itself: shorter ones stand in many places by chance."""
LONGEST: Final = 20_000
"""A longer line is looked for as it stands, never by likeness."""
DOTS: Final = ("…", "...")
_WINDOW: Final = 12
_MOST: Final = 300
"""Units of an article; in a longer one a line is compared with single units only."""


def is_ellipsis(line: str) -> bool:
    """Whether *line* is …… and nothing else."""
    return ELLIPSIS.fullmatch(line) is not None


MARKS: Final = frozenset("。；;，,、：:")
"""What may end a sentence, a 款 or a 项, or stand between two."""
_ALL_BUT_MARK: Final = 99.0


def _unmarked(words: str) -> str:
    return words[:-1] if words and words[-1] in MARKS else words


class Placed(NamedTuple):
    """A line that quotes the units ``first`` to ``last`` of a shelf; ``skipped`` are those its …… stands for.

    ``start`` and ``end`` are the stretch that it quotes of the shelf's texts put together, with what its …… stands for.
    ``like`` is None where the words are the same.
    """

    first: int
    last: int
    start: int
    end: int
    skipped: frozenset[int] = frozenset()
    like: float | None = None

    @property
    def units(self) -> list[int]:
        return [index for index in range(self.first, self.last + 1) if index not in self.skipped]


class Shelf:
    """Units in which lines are looked for: those of an article, or of a whole statute."""

    def __init__(self, statute: Statute, units: Sequence[Unit]) -> None:
        self.units = units
        self.text = statute.text
        self.texts = [bare(statute.text[unit.span[0] : unit.span[1]]) for unit in units]
        self.markers = [bare(statute.text[unit.span[0] : unit.text_start]) for unit in units]
        """（一） or 1. at the beginning of each unit; empty where there is none."""
        self.starts = [0, *accumulate(map(len, self.texts))]
        """Where each unit begins when their texts are put together; the last is where all end."""
        self._joined = "".join(self.texts)
        self._exact: dict[str, list[int]] = defaultdict(list)
        for index, text in enumerate(self.texts):
            self._exact[text].append(index)

    def find(self, line: str, after: int = 0) -> Placed | None:
        """Where the words of *line* (bare) stand as they are; of several places the first from unit *after* on."""
        found = self._exact.get(line)
        if found:
            return self._whole(next((index for index in found if index >= after), found[0]))
        pieces = [piece for piece in ELLIPSIS.split(line) if piece]
        if not self.units or not pieces or max(map(len, pieces)) < SHORTEST:
            return None
        spans = self._in_order(pieces, self.starts[min(after, len(self.units))])
        if spans is None:
            return None
        first, last = self._unit_at(spans[0][0]), self._unit_at(spans[-1][1] - 1)
        touched = {index for start, end in spans for index in range(self._unit_at(start), self._unit_at(end - 1) + 1)}
        return Placed(
            first,
            last,
            self.starts[first] if ELLIPSIS.match(line) else spans[0][0],
            self.starts[last + 1] if line.endswith(DOTS) else spans[-1][1],
            frozenset(range(first, last + 1)) - touched,
        )

    def but_for_mark(self, line: str, named: Sequence[Address], after: int = 0) -> Placed | None:
        """The unit that *line* is, whatever mark ends either; one of the *named* first.

        Where these name a 项, its marker need not be printed.
        """
        units, words = self.units, _unmarked(line)
        by_item = any(address.subparagraph for address in named)
        found = [n for n in self._unmarked.get(words, ()) if by_item or words == _unmarked(self.texts[n])]
        if not found:
            return None
        under = [n for n in found if any(may_contain(address, units[n].address) for address in named)] or found
        return self._whole(next((index for index in under if index >= after), under[0]), like=_ALL_BUT_MARK)

    @cached_property
    def _unmarked(self) -> dict[str, list[int]]:
        """The units by their words without the mark at the end, with and without their markers."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, (text, marker) in enumerate(zip(self.texts, self.markers, strict=True)):
            for words in dict.fromkeys((_unmarked(text), _unmarked(text.removeprefix(marker)))):
                if words:
                    found[words].append(index)
        return found

    def is_whole(self, place: Placed) -> bool:
        """Whether *place* is units from their first character to their last."""
        return (place.start, place.end) == (self.starts[place.first], self.starts[place.last + 1])

    def _whole(self, first: int, last: int | None = None, like: float | None = None) -> Placed:
        last = first if last is None else last
        return Placed(first, last, self.starts[first], self.starts[last + 1], like=like)

    def _in_order(self, pieces: Sequence[str], position: int) -> list[tuple[int, int]] | None:
        """Where *pieces* stand, one behind the other: the first from *position* on, or else anywhere."""
        spans: list[tuple[int, int]] = []
        for piece in pieces:
            at = self._joined.find(piece, position)
            if at < 0 and not spans:
                at = self._joined.find(piece)
            if at < 0:
                return None
            position = at + len(piece)
            spans.append((at, position))
        return spans

    def _unit_at(self, offset: int) -> int:
        return bisect_right(self.starts, offset, hi=len(self.units)) - 1

    def like(self, line: str, least: float) -> Placed | None:
        """The units most like *line*, several in a row where it is longer than one; None below *least* per cent."""
        placed = self.most_like(line, least)
        if len(line) > LONGEST or len(self.texts) > _MOST:
            return placed
        for first in range(len(self.texts)):
            for last in range(first + 1, min(first + _WINDOW, len(self.texts))):
                length = self.starts[last + 1] - self.starts[first]
                if length > 2 * len(line):
                    break
                if 2 * length < len(line):
                    continue
                best = (placed.like if placed else None) or least
                text = self._joined[self.starts[first] : self.starts[last + 1]]
                ratio = fuzz.ratio(line, text, score_cutoff=best)
                if ratio > best:
                    placed = self._whole(first, last, ratio)
        return placed

    def most_like(self, line: str, least: float) -> Placed | None:
        """The one unit most like *line*: what can be asked of a whole statute."""
        if not 2 <= len(line) <= LONGEST:
            return None
        best = process.extractOne(line, self.texts, scorer=fuzz.ratio, score_cutoff=least)
        return self._whole(best[2], like=best[1]) if best else None
