"""The quotations of a list × the register × a day → what became of each, and of each law.

Knows which version was in force on a day. Does not know which one a list quotes (dating.py), nor what to say of an
answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date as Date  # noqa: N812 - as in nouns.py
from typing import NamedTuple

from pipeline.address import Address
from pipeline.model import Current
from pipeline.numerals import day
from pipeline.register.counts import lacking, paragraph_count
from pipeline.register.dating import CitedLaw, Told, belied, dated
from pipeline.register.files import Register
from pipeline.register.moving import Course, Outcome, as_cited
from pipeline.register.names import versions_named
from pipeline.register.nouns import LawFile, Repeal, Version
from pipeline.register.placing import Edition, Placed, Quote, labelled_texts, of_article, place


class Standing(NamedTuple):
    """A law that the register holds, as a list cites it; versions are indices of ``law.version``.

    ``now`` is the one in force, None where none is yet. ``quoted`` has for each item the versions that it can be of:
    one where that is certain, none where it names one that the register does not hold. ``printed`` are the items whose
    citation says which, ``proven`` those of which the wording of an official text does; of the others the numbers do,
    with the day for the items ``by_day``: their numbers fit a text that is not in force yet as well.
    ``belied`` are, by item and ordinal, the quotations that are not of the version printed, as their numbers show, and
    the versions they are of; ``single`` those that are, or can be, of other versions than the rest of their item.
    """

    law: LawFile
    now: int | None
    repealed: bool
    quoted: Mapping[int, tuple[int, ...]]
    printed: frozenset[int]
    proven: frozenset[int]
    by_day: frozenset[int]
    belied: Mapping[tuple[int, int], tuple[int, ...]]
    single: Mapping[tuple[int, int], tuple[int, ...]]

    def version(self, index: int) -> Version:
        return self.law.version[index]

    @property
    def checked_on(self) -> str:
        """The day on which somebody last looked whether the law was amended (ISO)."""
        return self.law.checked_on.isoformat()


class Judged(NamedTuple):
    """The answers: per (item, ordinal), per law id; ``unknown`` are the ids of laws that the register does not hold."""

    as_of: str
    current: Mapping[tuple[int, int], Current]
    laws: Mapping[str, Standing]
    unknown: tuple[str, ...]


def judge(
    register: Register, as_of: Date, cited: Iterable[CitedLaw], told: Mapping[tuple[int, int], Told] | None = None
) -> Judged:
    """What the register says of everything *cited*, as of the day *as_of*; *told* is what official texts prove."""
    by_law: dict[str, list[CitedLaw]] = {}
    for each in cited:
        by_law.setdefault(each.law, []).append(each)
    current: dict[tuple[int, int], Current] = {}
    laws: dict[str, Standing] = {}
    unknown: list[str] = []
    for law_id, cites in by_law.items():
        law = register.find(cites[0].name)
        if law is None:
            unknown.append(law_id)
            continue
        course = Course(law)
        standing = laws[law_id] = _standing(course, as_of, cites, told or {})
        current.update(_currents(course, standing, cites, told or {}))
    return Judged(as_of.isoformat(), current, laws, tuple(unknown))


def _standing(course: Course, as_of: Date, cites: Sequence[CitedLaw], told: Mapping[tuple[int, int], Told]) -> Standing:
    law = course.law
    in_force = [index for index, version in enumerate(law.version) if version.in_force_from <= as_of]
    repealed = law.repealed is not None and law.repealed.on <= as_of
    named = {each.item: versions_named(each.name, each.citation, law.version) for each in cites}
    now = in_force[-1] if in_force else None
    dating = dated(course, cites, named, told, now)
    by_print = frozenset(item for item, versions in named.items() if versions is not None)
    not_so: dict[tuple[int, int], tuple[int, ...]] = {}
    for each in cites:
        if each.item in by_print:
            not_so |= belied(course, each, dating.quoted[each.item], told)
    not_so = {key: versions for key, versions in not_so.items() if key not in dating.single}
    quoted, by_text, by_day, single = dating
    return Standing(law, now, repealed, quoted, by_print, by_text, by_day, not_so, single)


def _currents(
    course: Course, standing: Standing, cites: Sequence[CitedLaw], told: Mapping[tuple[int, int], Told]
) -> Iterable[tuple[tuple[int, int], Current]]:
    if standing.now is None:
        return
    inquiries: dict[tuple[int, ...], _Inquiry] = {}
    for versions in {*standing.quoted.values(), *standing.single.values()}:
        labelled = labelled_texts(q for each in cites if standing.quoted[each.item] == versions for q in each.quotes)
        editions = [Edition(course, index, labelled) for index in versions]
        inquiries[versions] = _Inquiry(course, standing, standing.now, editions)
    known: dict[object, Current | None] = {}
    for each in cites:
        for quote in each.quotes:
            if (quote.item, quote.ordinal) in standing.belied:
                continue
            versions = standing.single.get((quote.item, quote.ordinal), standing.quoted[each.item])
            proven = told.get((quote.item, quote.ordinal))
            key = (versions, quote.addresses, quote.paragraphs, quote.cited, proven)
            if key not in known:
                known[key] = inquiries[versions].answer(quote, proven)
            current = known[key]
            if current is not None:
                yield (quote.item, quote.ordinal), current


class _Inquiry(NamedTuple):
    """All that is needed to answer for a quotation of one of ``editions``, ``now`` being the version in force."""

    course: Course
    standing: Standing
    now: int
    editions: list[Edition]

    def answer(self, quote: Quote, proven: Told | None) -> Current | None:
        """What the editions agree on, or what is possible; *proven* is where an official text has what is quoted."""
        found = [self._of_edition(edition, quote, proven) for edition in self.editions] if quote.addresses else []
        answers = [answer for answer in found if answer is not None]
        if not answers or len(answers) < len(found):
            return None
        first = answers[0]
        if all((each.addresses, each.change) == (first.addresses, first.change) for each in answers):
            return first if len(answers) == 1 else replace(first, quoted_version=None)
        places = {address for each in answers for address in (*each.addresses, *each.candidates)}
        return self._ambiguous(None, quote.addresses, places)

    def _of_edition(self, edition: Edition, quote: Quote, proven: Told | None) -> Current | None:
        """The answer for one of the editions; None where the register does not know, or it has no such provision."""
        law = self.course.law
        placed = place(quote, edition)
        if proven is not None and proven.addresses and proven.is_of(edition.version):
            placed = Placed(proven.addresses)
        elif any(lacking(edition.version, address) for address in quote.addresses):
            return None
        units, candidates = placed
        if candidates:
            count = paragraph_count(edition.version, candidates[0]) or 1
            units = (*units, *of_article(candidates[0], count))
        quoted = as_cited(units, edition.version)
        if self.standing.repealed and law.repealed is not None:
            outcome: Outcome | None = Outcome((), (), "repealed", None, (_ended(law.repealed),), law.repealed.verified)
        else:
            outcome = self.course.follow(units, edition.place, self.now)
            ways = [self.course.follow((*placed.units, each), edition.place, self.now) for each in candidates]
            fates = {(way.change, way.also, way.numbers_changed) if way else None for way in ways}
            if outcome is not None and candidates and (len(fates) > 1 or len(outcome.addresses) != 1):
                places = {address for way in ways if way for address in way.addresses}
                return self._ambiguous(edition.version, quoted, places) if places else None
        if outcome is None:
            return None
        if outcome.numbers_changed is None and self.course.cites_moved(units, edition.place, quote.cited):
            change = "renumbered" if outcome.change == "same" else outcome.change
            outcome = outcome._replace(change=change, numbers_changed=True)
        if proven is not None and _is_relabelled(quote, outcome):
            # the words are the old ones and the new ones, the label is the new one: it has been seen to
            return self._of_edition(Edition(self.course, self.now, edition.labelled), quote, None)
        return Current(
            version=law.version[self.now].date.isoformat(),
            quoted_version=edition.version.date.isoformat(),
            quoted_addresses=quoted,
            change=outcome.change,
            addresses=outcome.addresses,
            also=outcome.also,
            candidates=(),
            numbers_changed=outcome.numbers_changed,
            note="；".join(outcome.notes) or None,
            verified=outcome.verified and law.latest_verified,
        )

    def _ambiguous(self, version: Version | None, quoted: tuple[Address, ...], places: set[Address]) -> Current:
        now = self.standing.law.version[self.now]
        return Current(
            version=now.date.isoformat(),
            quoted_version=version.date.isoformat() if version else None,
            quoted_addresses=quoted,
            change="ambiguous",
            addresses=(),
            also=(),
            candidates=as_cited(places, now),
            numbers_changed=None,
            note=None,
            verified=now.verified and self.standing.law.latest_verified,
        )


def _is_relabelled(quote: Quote, outcome: Outcome) -> bool:
    """Whether the label of *quote* says where its words stand now, which have not changed since."""
    return outcome.change == "renumbered" and not outcome.numbers_changed and outcome.addresses == quote.addresses


def _ended(repeal: Repeal) -> str:
    instead = f"，代之以《{repeal.replaced_by}》" if repeal.replaced_by else ""
    return f"整部自{day(repeal.on.isoformat())}起废止{instead}"
