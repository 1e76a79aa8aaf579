"""A quotation with the places found for its lines → what stands where, what differs, what is left out.

Knows what a label promises and what a quotation may leave out (……). Does not know how a line is found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from pipeline.address import Address, may_contain
from pipeline.model import LabelFit, Outcome
from pipeline.statutes.bare import changes, located
from pipeline.statutes.collated import Collated, FoundDifference, FoundGap, Quote
from pipeline.statutes.nouns import Bounds
from pipeline.statutes.places import MARKS, Placed, Shelf, is_ellipsis
from pipeline.words.statutes import ITEM, POINT


class Beside:
    """One quotation beside the article, or the articles, that it is from."""

    def __init__(  # noqa: PLR0913, PLR0917 - both sides, and what was found of each line
        self,
        quote: Quote,
        own: Sequence[Bounds],
        lines: Sequence[str],
        shelf: Shelf,
        placed: Sequence[Placed | None],
        elsewhere: Callable[[str], Address | None],
    ) -> None:
        """*lines* are the *own* words of those of *quote*, bare, with their places on *shelf*: the units of an
        article, or of those that the label names.

        *elsewhere* tells where a line stands that is not among them.
        """
        self._quote, self._lines = quote, lines
        self._shelf, self._placed = shelf, placed
        self._text = shelf.text
        self._elsewhere = elsewhere
        self._own = own
        self._starts = _starts(quote.lines)
        self._covered = {index for place in placed if place for index in place.units}

    def collated(self, *, moved: bool) -> Collated:
        """All that is to be said; *moved* where the article is none that the label names."""
        labelled = bool(self._quote.addresses)
        if not self._covered:
            return Collated("not_found", "wrong" if labelled else None, (), (None,) * len(self._lines), (), ())
        differences = tuple(self._differences())
        outcome: Outcome = "elsewhere" if moved and labelled else "differs" if differences else "equal"
        fit: LabelFit | None = ("wrong" if moved else self._label_fit()) if labelled else None
        units = self._shelf.units
        paragraphs = tuple(units[place.first].address.paragraph if place else None for place in self._placed)
        return Collated(outcome, fit, self._addresses(), paragraphs, tuple(self._gaps(moved=moved)), differences)

    # --- where it stands ---

    def _addresses(self) -> tuple[Address, ...]:
        """The places quoted, as wide as they are whole: 第五十九条, 第五十九条第二款, 第六十九条第一款第一项."""
        found = dict.fromkeys(self._widest(self._shelf.units[index].address) for index in sorted(self._covered))
        leads = {whole for address in found for whole in _wholes(address) if whole != address}
        return tuple(address for address in found if address not in leads)

    def _widest(self, address: Address) -> Address:
        wholes = (whole for whole in _wholes(address) if self._quoted[whole] == self._all[whole])
        return next(wholes, address)

    @cached_property
    def _all(self) -> Counter[Address]:
        """How many units each 条, 款 and 项 of the article has."""
        return Counter(whole for unit in self._shelf.units for whole in _wholes(unit.address))

    @cached_property
    def _quoted(self) -> Counter[Address]:
        """How many of them are quoted."""
        return Counter(whole for index in self._covered for whole in _wholes(self._shelf.units[index].address))

    # --- what the label says ---

    def _label_fit(self) -> LabelFit:
        """Whether the label names what stands under it; it may be wider only by what …… stands for."""
        units = [self._shelf.units[index].address for index in sorted(self._covered)]
        named = self._quote.addresses
        if any(address.subparagraph for address in named):
            quoted = [unit for unit in units if unit.subparagraph] or units
            return "fits" if all(any(may_contain(address, unit) for address in named) for unit in quoted) else "wrong"
        whole = [address for address in named if address.paragraph is None]
        every = {_paragraph(unit.address) for unit in self._shelf.units}
        promised = {_paragraph(address) for address in named if address.paragraph is not None}
        promised |= {paragraph for paragraph in every if any(may_contain(address, paragraph) for address in whole)}
        quoted_paragraphs = {_paragraph(unit) for unit in units}
        if not quoted_paragraphs <= promised:
            return "wrong"
        if whole and any(
            line and not place and not is_ellipsis(line) for line, place in zip(self._lines, self._placed, strict=True)
        ):
            return "fits"  # the article is right; which 款 a line that is in none of them stands for, nobody can tell
        skipped = {_paragraph(self._shelf.units[index].address) for index in self._excused}
        return "fits" if promised - quoted_paragraphs <= skipped else "too_wide"

    def _marker_in_label(self, unit: int) -> int:
        """How many characters of *unit* (bare) are a marker that the label says instead: 第二项 is （二）.

        Where the label names another 项, it says a wrong one, which is told of the label.
        """
        point = self._shelf.units[unit].address.point is not None
        says = any(named.point if point else named.subparagraph for named in self._quote.addresses)
        return len(self._shelf.markers[unit]) if says else 0

    # --- what is left out ---

    @cached_property
    def _excused(self) -> set[int]:
        """The units that …… stands for: between what is quoted before and after it, or to the end of the article."""
        excused = {index for place in self._placed if place for index in place.skipped}
        count = len(self._shelf.units)
        last = 0
        for index, (line, place) in enumerate(zip(self._lines, self._placed, strict=True)):
            if place is not None:
                last = place.last + 1
            if (place is None and is_ellipsis(line)) or (place is not None and line.endswith(("…", "..."))):
                following = next((later.first for later in self._placed[index + 1 :] if later), count)
                excused.update(range(last, following))
            if place is not None and line.startswith(("…", "...")):
                before = max((p.last + 1 for p in self._placed[:index] if p), default=0)
                excused.update(range(before, place.first))
        return excused

    def _gaps(self, *, moved: bool) -> Iterable[FoundGap]:
        yield from self._cut_units()
        units, text = self._shelf.units, self._text
        scope = self._scope(moved=moved)
        missing = [index for index in scope if index not in self._covered and index not in self._excused]
        start = 0
        while start < len(missing):
            whole = self._left_whole(missing[start])
            left = self._is_left(whole)
            stop = start + 1
            while left and stop < len(missing) and may_contain(whole, units[missing[stop]].address):
                stop += 1
            span = (units[missing[start]].span[0], units[missing[stop - 1]].span[1])
            yield FoundGap(whole, left, text[span[0] : span[1]], span)
            start = stop

    def _cut_units(self) -> Iterable[FoundGap]:
        """What is left out of a unit of which something is quoted as it stands."""
        for unit, start, end in self._cuts:
            if not self._is_mark(unit, start, end):
                left, right = located(self._text, [self._shelf.units[unit].span]).bounds(start, end)
                yield FoundGap(self._shelf.units[unit].address, False, self._text[left:right], (left, right))

    @cached_property
    def _cuts(self) -> list[tuple[int, int, int]]:
        """The stretches of units that no line quotes: unit, and first and last character of its bare text."""
        starts = self._shelf.starts
        quoted: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for place in self._placed:
            for unit in place.units if place else ():
                assert place is not None  # it has units
                stretch = (max(place.start, starts[unit]), min(place.end, starts[unit + 1]))
                quoted[unit].append((stretch[0] - starts[unit], stretch[1] - starts[unit]))
        found: list[tuple[int, int, int]] = []
        for unit, stretches in sorted(quoted.items()):
            done = self._marker_in_label(unit)
            for start, end in [*sorted(stretches), (len(self._shelf.texts[unit]),) * 2]:
                if start > done:
                    found.append((unit, done, start))
                done = max(done, end)
        return found

    def _is_mark(self, unit: int, start: int, end: int) -> bool:
        """Whether only the mark at the end is missing: that is a difference, not a part left out."""
        text = self._shelf.texts[unit]
        return end == len(text) and end - start == 1 and text[start] in MARKS

    def _scope(self, *, moved: bool) -> list[int]:
        """The units that the label promises, and the rest of every 款 of which something is quoted."""
        named = () if moved else self._quote.addresses
        touched = {_paragraph(self._shelf.units[index].address) for index in self._covered}
        by_item = any(address.subparagraph for address in named)
        return [
            index
            for index, unit in enumerate(self._shelf.units)
            if any(may_contain(address, unit.address) for address in named)
            or (not by_item and _paragraph(unit.address) in touched)
        ]

    def _left_whole(self, index: int) -> Address:
        """The 款 of a missing unit where all of it is missing, else the unit."""
        address = self._shelf.units[index].address
        whole = _paragraph(address)
        return whole if self._is_left(whole) else address

    def _is_left(self, address: Address) -> bool:
        """Whether nothing of *address* is quoted."""
        return not self._quoted[address]

    # --- what differs ---

    def _differences(self) -> Iterable[FoundDifference]:
        marks = {unit for unit, start, end in self._cuts if self._is_mark(unit, start, end)}
        for index, place in enumerate(self._placed):
            line = self._lines[index]
            if place is None:
                if line and not is_ellipsis(line):
                    yield self._stranger(index, line)
            elif place.like is not None:
                yield from self._compared(index, place)
            elif place.last in marks:
                yield self._mark_missing(index, place)

    def _stranger(self, index: int, line: str) -> FoundDifference:
        """A line of which nothing stands in the article."""
        left, right = self._own[index]
        offset = self._starts[index]
        words = self._quote.lines[index][left:right]
        return FoundDifference(words, (offset + left, offset + right), "", None, self._elsewhere(line))

    def _compared(self, index: int, place: Placed) -> Iterable[FoundDifference]:
        ours = located(self._quote.lines[index], [self._own[index]])
        units = self._shelf.units[place.first : place.last + 1]
        theirs = located(self._text, [self._compared_span(index, unit) for unit in range(place.first, place.last + 1)])
        for change in changes(ours.text, theirs.text):
            left, right = ours.bounds(change.left, change.right)
            start, end = theirs.bounds(change.start, change.end)
            where = next((unit.address for unit in units if start <= unit.span[1]), units[-1].address)
            offset = self._starts[index]
            quoted = self._quote.lines[index][left:right]
            if is_ellipsis(quoted):
                continue  # …… in a line that differs elsewhere: it says that something is left out
            yield FoundDifference(quoted, (offset + left, offset + right), self._text[start:end], (start, end), where)

    def _compared_span(self, index: int, unit: int) -> tuple[int, int]:
        """The words of *unit* that line *index* has to have: without the marker that only its label says."""
        line, first = self._lines[index], self._placed[index]
        _, span, text_start = self._shelf.units[unit]
        begins = first is not None and unit == first.first
        printed = ITEM.match(line) or POINT.match(line) if begins else self._shelf.markers[unit] in line
        return span if printed or not self._marker_in_label(unit) else (text_start, span[1])

    def _mark_missing(self, index: int, place: Placed) -> FoundDifference:
        unit = self._shelf.units[place.last]
        left, right = self._own[index]
        end = self._starts[index] + left + len(self._quote.lines[index][left:right].rstrip())
        at = (unit.span[1] - 1, unit.span[1])
        return FoundDifference("", (end, end), self._text[at[0] : at[1]], at, unit.address)


def _starts(lines: Sequence[str]) -> list[int]:
    """Where each line begins when they are joined by line feeds."""
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line) + 1
    return starts


def _paragraph(address: Address) -> Address:
    return Address(address.article, address.article_suffix, address.paragraph)


def _wholes(address: Address) -> list[Address]:
    """The 条, the 款 and the 项 that *address* is or lies in, and itself; each once."""
    article, suffix, paragraph = address.article, address.article_suffix, address.paragraph
    wholes = (
        Address(article, suffix),
        Address(article, suffix, paragraph),
        Address(article, suffix, paragraph, address.subparagraph),
        address,
    )
    return list(dict.fromkeys(wholes))
