"""Citations of one law × what is quoted under them → the versions that each item can quote.

Knows what a printed date, an official text and the numbers of what is quoted say of it, and which of these goes before
which. Does not know what became of a provision.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.address import Address
from pipeline.register.moving import Course
from pipeline.register.nouns import Version
from pipeline.register.placing import Quote, fits


class CitedLaw(NamedTuple):
    """One law as one item cites it."""

    law: str
    name: str
    item: int
    citation: str
    quotes: tuple[Quote, ...]


class Told(NamedTuple):
    """What an official text proves of a quotation: the version it is of, by its dates, and where it stands there.

    ``tells_version`` where it proves the one. Words that stand in another article than that of their label speak for no
    version, since they may be there in each, nor do those that two versions have; but if it is the version quoted, this
    is where they stand in it.
    ``stray`` where it is of another version than the rest of what is quoted: it speaks for itself alone.
    """

    dates: frozenset[str]
    addresses: tuple[Address, ...]
    tells_version: bool
    stray: bool = False

    def is_of(self, version: Version) -> bool:
        """Whether the text is that of *version*: it may print the day of adoption, or that of publication."""
        return not self.dates.isdisjoint(day.isoformat() for day in version.known_by)


class Dating(NamedTuple):
    """Per item the versions it can be of; the items for which official texts prove it, and those for which it takes the
    day as well. ``single`` are, by item and ordinal, the quotations that are, or can be, of others than their item."""

    quoted: dict[int, tuple[int, ...]]
    by_text: frozenset[int]
    by_day: frozenset[int]
    single: dict[tuple[int, int], tuple[int, ...]]


def dated(
    course: Course,
    cites: Sequence[CitedLaw],
    printed_versions: Mapping[int, list[Version] | None],
    told: Mapping[tuple[int, int], Told],
    now: int | None,
) -> Dating:
    """Per item what the citation prints, else what official texts prove, else what fits.

    Undated items are taken together first, because a list is mostly of one day; but where what an item quotes speaks
    for another version, some were revised and others not, and it is dated by itself. Nobody quotes a text that is not
    in force yet, *now* being the one that is, where one that is or was fits as well.
    """
    versions = course.law.version
    found: dict[int, tuple[int, ...]] = {}
    by_text: set[int] = set()
    by_day: set[int] = set()
    undated: list[CitedLaw] = []
    for each in cites:
        named = printed_versions[each.item]
        tellings = [told.get((quote.item, quote.ordinal)) for quote in each.quotes]
        proven = [telling for telling in tellings if telling is not None and telling.tells_version]
        by_date = _versions_of([telling for telling in proven if not telling.stray] or proven, versions)
        if named is not None:  # a year may be that of two
            found[each.item] = _begun([versions.index(version) for version in named], now)
        elif by_date:
            found[each.item] = by_date
            by_text.add(each.item)
        else:
            undated.append(each)
    whole = _fitting(course, [quote for each in undated for quote in each.quotes])
    for each in undated:
        if each.item not in by_text:  # cited twice, and proven once
            own = _fitting(course, each.quotes)
            fitting = tuple(index for index in own if index in whole) or own
            found[each.item] = _begun(fitting, now)
            if found[each.item] != fitting:
                by_day.add(each.item)
    by_numbers = frozenset(each.item for each in undated) - by_text
    single = _newer(cites, found, by_numbers, now) | _strays(cites, found, told, versions)
    return Dating(found, frozenset(by_text), frozenset(by_day), single)


def _versions_of(tellings: Sequence[Told], versions: Sequence[Version]) -> tuple[int, ...]:
    return tuple(index for index, version in enumerate(versions) if any(each.is_of(version) for each in tellings))


def _strays(
    cites: Sequence[CitedLaw],
    found: Mapping[int, tuple[int, ...]],
    told: Mapping[tuple[int, int], Told],
    versions: Sequence[Version],
) -> dict[tuple[int, int], tuple[int, ...]]:
    """What an official text proves to be of another version than its item."""
    strays: dict[tuple[int, int], tuple[int, ...]] = {}
    for quote in (quote for each in cites for quote in each.quotes):
        telling = told.get((quote.item, quote.ordinal))
        if telling is not None and telling.stray:
            own = _versions_of([telling], versions)
            if not set(own) & set(found[quote.item]):
                strays[quote.item, quote.ordinal] = own
    return strays


def _newer(
    cites: Sequence[CitedLaw], found: Mapping[int, tuple[int, ...]], by_numbers: frozenset[int], now: int | None
) -> dict[tuple[int, int], tuple[int, ...]]:
    """What stands in an item dated by its numbers, and with the same label in one of a newer version: in a list that is
    revised article by article it may be of either."""
    of: dict[object, set[int]] = {}
    for quote in (quote for each in cites for quote in each.quotes):
        of.setdefault((quote.addresses, quote.paragraphs), set()).update(
            found[quote.item] if len(found[quote.item]) == 1 else ()
        )
    newer: dict[tuple[int, int], tuple[int, ...]] = {}
    for quote in (quote for each in cites if each.item in by_numbers for quote in each.quotes):
        own = found[quote.item]
        later = [index for index in of[quote.addresses, quote.paragraphs] if now is not None and index <= now]
        if len(own) == 1 and any(index > own[0] for index in later):
            newer[quote.item, quote.ordinal] = (own[0], *sorted(index for index in later if index > own[0]))
    return newer


def _begun(versions: Sequence[int], now: int | None) -> tuple[int, ...]:
    """Those of *versions* that are or were in force, *now* being the one that is; all of them where none is or was."""
    return tuple(index for index in versions if now is not None and index <= now) or tuple(versions)


def _fitting(course: Course, quotes: Sequence[Quote]) -> tuple[int, ...]:
    """The versions that no quotation contradicts; those that one speaks for, where one does for some and not others.

    A quotation that contradicts all of them, as one with a misprinted number does, speaks for none, and where there are
    others against none.
    """
    indices = range(len(course.law.version))
    distinct = {(q.addresses, q.paragraphs, q.cited): q for q in quotes}.values()
    verdicts = [[fits(quote, course, index) for index in indices] for quote in distinct]
    heard = [each for each in verdicts if set(each) != {False}]
    if verdicts and not heard:
        return ()
    possible = [index for index in indices if not any(each[index] is False for each in heard)]
    spoken_for = [index for index in possible if any(each[index] for each in heard)]
    return tuple(spoken_for or possible)


def belied(
    course: Course, cites: CitedLaw, named: Sequence[int], told: Mapping[tuple[int, int], Told]
) -> dict[tuple[int, int], tuple[int, ...]]:
    """Per (item, ordinal) what cannot be quoted from the versions *named* that the citation prints, and the others it
    can be: the articles it cites say so of both. Not what an official text proves to be of a version named."""
    found: dict[tuple[int, int], tuple[int, ...]] = {}
    indices = range(len(course.law.version))
    for quote in cites.quotes:
        telling = told.get((quote.item, quote.ordinal))
        if telling is not None and any(telling.is_of(course.law.version[index]) for index in named):
            continue
        if named and all(fits(quote, course, index) is False for index in named):
            others = tuple(index for index in indices if index not in named and fits(quote, course, index))
            if others:
                found[quote.item, quote.ordinal] = others
    return found
