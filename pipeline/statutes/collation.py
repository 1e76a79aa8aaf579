"""A quoted provision beside the text of its law: where its lines stand, in the articles of its label or in another.

Knows in which order places are looked for, and how much may be looked for. Does not know what is said of them
(outcome.py), nor lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from pipeline.address import Address, ArticleKey, article_key, may_contain
from pipeline.statutes.bare import bare
from pipeline.statutes.collated import Collated, Quote
from pipeline.statutes.framed import own_words
from pipeline.statutes.nouns import Bounds, Statute, units_of
from pipeline.statutes.outcome import Beside
from pipeline.statutes.places import SHORTEST, Placed, Shelf, is_ellipsis

LIKE_IN_ARTICLE: Final = 60.0
"""Per cent that a line must have in common with a unit of the labelled article to be a wording of it."""
LIKE_ELSEWHERE: Final = 85.0
ALL_OF_IT: Final = 2
"""See ``Collator.score``."""
SEARCHES: Final = 2_000
"""Lines looked for by likeness in a whole law, for each list: a law has some hundred units, no list so many slips."""


@dataclass
class Collator:
    """One statute, and how much searching is left."""

    statute: Statute
    _shelves: dict[tuple[ArticleKey, ...], Shelf] = field(default_factory=dict)
    _searches: int = SEARCHES

    def score(self, quote: Quote) -> int:
        """How well *quote* fits: 2 where all of it stands where the label says, 1 where it stands elsewhere, else 0."""
        lines = [line for line in _bare_lines(quote, self._own(quote)) if line and not is_ellipsis(line)]
        shelf = self._shelf(quote.addresses)
        if shelf is not None and lines and all(shelf.find(line) for line in lines):
            return ALL_OF_IT
        return 1 if lines and all(self._whole.find(line) for line in lines) else 0

    def collate(self, quote: Quote) -> Collated:
        """Lay *quote* beside the statute: first in the articles that its label names, then in the others."""
        own = self._own(quote)
        lines = _bare_lines(quote, own)
        labelled = self._shelf(quote.addresses)
        if labelled is not None:
            placed = self._in_article(labelled, lines, quote.addresses)
            if any(placed):
                return Beside(quote, own, lines, labelled, placed, self._elsewhere).collated(moved=False)
        other = self._home(lines)
        shelf = self._whole if other is None else other
        placed = self._in_article(other, lines) if other else [None] * len(lines)
        return Beside(quote, own, lines, shelf, placed, self._elsewhere).collated(moved=True)

    def _own(self, quote: Quote) -> list[Bounds]:
        """The law's words in each line of *quote*; marks that the statute prints itself are no frame around them."""
        own = own_words(quote.lines)
        for index, line in enumerate(quote.lines):
            if own[index] != (0, len(line)) and self._whole.find(bare(line)):
                own[index] = (0, len(line))
        return own

    def _elsewhere(self, line: str) -> Address | None:
        """Where a line (bare) that is not in its article stands as it is, if anywhere."""
        found = self._whole.find(line) if len(line) >= SHORTEST else None
        return self._whole.units[found.first].address if found else None

    @cached_property
    def _whole(self) -> Shelf:
        return Shelf(self.statute, self.statute.units)

    def _shelf(self, addresses: Sequence[Address]) -> Shelf | None:
        """The articles that *addresses* are of (第六条、第七条), as far as there are such."""
        keys = tuple(dict.fromkeys(key for key in map(article_key, addresses) if key in self.statute.by_key))
        if not keys:
            return None
        if keys not in self._shelves:
            articles = [article for key in keys for article in self.statute.by_key[key]]
            self._shelves[keys] = Shelf(self.statute, [unit for article in articles for unit in units_of(article)])
        return self._shelves[keys]

    @staticmethod
    def _find(shelf: Shelf, line: str, after: int, named: Sequence[Address]) -> Placed | None:
        """Where *line* stands as it is; but a whole unit that only the mark at the end makes another one comes before
        a part of one, and one that the label names before one that it does not: a slip of a mark moves no words."""
        found = shelf.find(line, after)
        if found is not None and shelf.is_whole(found):
            units = [shelf.units[index].address for index in found.units]
            if not named or all(any(may_contain(address, unit) for address in named) for unit in units):
                return found
        other = shelf.but_for_mark(line, named, after)
        if other is None or (found is not None and other.first in found.units):
            return found
        its = shelf.units[other.first].address
        whole = found is not None and shelf.is_whole(found)
        return found if whole and not any(may_contain(address, its) for address in named) else other

    def _in_article(self, shelf: Shelf, lines: Sequence[str], named: Sequence[Address] = ()) -> list[Placed | None]:
        """Each line in the article on *shelf*, as it stands or by likeness.

        Likeness alone does not hold a line there that stands as it is in another article: that is where it is from.
        """
        placed: list[Placed | None] = []
        after = 0
        for line in lines:
            found = self._find(shelf, line, after, named) if line and not is_ellipsis(line) else None
            after = found.last + 1 if found else after
            placed.append(found)
        sure = any(placed)
        for index, line in enumerate(lines):
            if placed[index] is None and line and not is_ellipsis(line):
                like = shelf.like(line, LIKE_IN_ARTICLE)
                if like is not None and (sure or not self._whole.find(line)):
                    placed[index] = like
        return placed

    def _home(self, lines: Sequence[str]) -> Shelf | None:
        """The article that the longest line is from which stands anywhere: as it is, or else by likeness."""
        longest_first = sorted({line for line in lines if line and not is_ellipsis(line)}, key=len, reverse=True)
        for line in longest_first:
            found = self._whole.find(line)
            if found is not None:
                return self._shelf([self._whole.units[found.first].address])
        for line in longest_first:
            if self._searches <= 0:
                break
            self._searches -= 1
            like = self._whole.most_like(line, LIKE_ELSEWHERE)
            if like is not None:
                return self._shelf([self._whole.units[like.first].address])
        return None


def _bare_lines(quote: Quote, own: Sequence[Bounds]) -> list[str]:
    """The law's words in the lines of *quote*, as they are compared."""
    return [bare(line[slice(*bounds)]) for line, bounds in zip(quote.lines, own, strict=True)]
