"""Provisions of one version → where they stand in the next, and in the one after that.

Knows how the lines of a transition apply to a whole article, a 款, a 项, and how several add up. Does not know lists,
dates, nor which version is quoted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from pipeline.address import Address, ArticleKey, article_key, contains, sort_key
from pipeline.model import Change
from pipeline.register.counts import paragraph_count
from pipeline.register.nouns import LawFile, Move, Transition, Version

_GRAVITY: Final[tuple[Change, ...]] = ("same", "renumbered", "changed", "merged", "split", "moved_to_pointer")
"""Of a quotation whose parts fared differently the gravest counts."""


class Outcome(NamedTuple):
    """What became of provisions: where they are, what speaks of them beside, and how they changed.

    ``numbers_changed`` is None where nobody knows; no addresses and ``repealed`` belong together.
    """

    addresses: tuple[Address, ...]
    also: tuple[Address, ...]
    change: Change
    numbers_changed: bool | None
    notes: tuple[str, ...]
    verified: bool


class _Step(NamedTuple):
    """One line applied to one provision. ``inner`` where it lies within another that is there too: its place says
    nothing new."""

    old: Address
    move: Move
    to: tuple[Address, ...]
    inner: bool = False


class Table:
    """A transition, ready to be asked."""

    def __init__(self, transition: Transition, old: Version, new: Version) -> None:
        self.transition = transition
        self._old = old
        self._new = new
        self._exact: dict[Address, Move] = {}
        self._within: dict[ArticleKey, list[Move]] = defaultdict(list)
        for move in transition.moves:
            self._exact[_plain(move.old, old)] = move
            self._within[article_key(move.old)].append(move)
        self._become: dict[ArticleKey, list[tuple[Address, Move]]] = defaultdict(list)
        for move in transition.moves:
            for address in move.new:
                self._become[article_key(address)].append((_plain(address, new), move))

    def steps(self, unit: Address) -> list[_Step] | None:
        """What the lines say of *unit*, all its parts included; None where they leave it open."""
        own = self._exact.get(_plain(unit, self._old))
        inside = [move for move in self._within[article_key(unit)] if move is not own and contains(unit, move.old)]
        if own is None and not self._is_covered(unit, inside):
            own = self._inherited(unit)
            if own is None:
                return None
        if own is None:
            tops = [move for move in inside if not any(_holds(other, move) for other in inside)]
            return [step for move in tops for step in self.steps(move.old) or ()]
        whole = _Step(unit, own, _carried(own, unit))
        return [whole, *(_Step(move.old, move, move.new, inner=_is_inner(whole, move)) for move in inside)]

    def all_steps(self, units: Iterable[Address]) -> list[_Step] | None:
        """``steps`` of all *units*; None where one of them is left open."""
        found: list[_Step] = []
        for unit in units:
            steps = self.steps(unit)
            if steps is None:
                return None
            found += steps
        return found

    def refs(self, address: Address) -> frozenset[Address]:
        """The articles that *address* cites in the older version, as far as the lines say."""
        return frozenset(cited for move in self._of(address) for cited in move.refs)

    def refs_after(self, address: Address) -> frozenset[Address]:
        """The articles that *address* cites in the newer version."""
        plain = _plain(address, self._new)
        moves = (move for new, move in self._become[article_key(address)] if contains(plain, new))
        return frozenset(cited for move in moves for cited in move.refs.values())

    def refs_around(self, address: Address) -> frozenset[Address]:
        """The articles that the provisions cite of which *address* is a part: it may cite them, or another part may."""
        wholes = (move for move in self._within[article_key(address)] if contains(move.old, _plain(address, self._old)))
        return frozenset(cited for move in wholes for cited in move.refs)

    def _of(self, address: Address) -> list[Move]:
        plain = _plain(address, self._old)
        return [move for move in self._within[article_key(address)] if contains(plain, _plain(move.old, self._old))]

    def _is_covered(self, unit: Address, inside: Sequence[Move]) -> bool:
        """Whether the lines *inside* tell of all of *unit*: of every 款 of an article."""
        if self.transition.unlisted == "none" or not inside:
            return bool(inside)
        count = paragraph_count(self._old, unit)
        told = {move.old.paragraph for move in inside if move.old.subparagraph is None}
        return unit.paragraph is None and count is not None and told >= set(range(1, count + 1))

    def _inherited(self, unit: Address) -> Move | None:
        """The line of what *unit* is a part of; where there is none, what the table says of the unlisted."""
        wholes = [move for move in self._within[article_key(unit)] if contains(move.old, unit)]
        if wholes:
            return max(wholes, key=lambda move: sort_key(move.old))
        if self.transition.unlisted != "same":
            return None
        return Move.model_construct(old=unit, new=(unit,), change="same", refs={})


def _holds(other: Move, move: Move) -> bool:
    return other is not move and contains(other.old, move.old)


def _is_inner(whole: _Step, move: Move) -> bool:
    """Whether the part that *move* tells of went where the whole went: its address is named by that of the whole."""
    if not move.new:
        return True
    return len(whole.to) == 1 and all(contains(whole.to[0], address) for address in move.new)


def _carried(move: Move, unit: Address) -> tuple[Address, ...]:
    """Where *unit* is, told of the whole it is a part of: 第三条 → 第四条 takes 第三条第二款 to 第四条第二款.

    Of a provision that changed nobody knows where its parts are; they are somewhere in the new one.
    """
    if move.change not in ("same", "renumbered") or len(move.new) != 1:
        return move.new
    old, new = move.old, move.new[0]
    paragraph = new.paragraph if old.paragraph is not None or unit.paragraph is None else unit.paragraph
    item = new.subparagraph if old.subparagraph is not None or unit.subparagraph is None else unit.subparagraph
    point = new.point if old.point is not None or unit.point is None else unit.point
    return (Address(new.article, new.article_suffix, paragraph, item, point),)


def _plain(address: Address, version: Version) -> Address:
    """第四十七条第一款 is 第四十七条, where that article has one 款."""
    if address.paragraph == 1 and paragraph_count(version, address) == 1:
        return Address(address.article, address.article_suffix, None, address.subparagraph, address.point)
    return address


def as_cited(addresses: Iterable[Address], version: Version) -> tuple[Address, ...]:
    """*addresses* as *version* cites them: all 款 of an article are the article, the only 款 goes without saying."""
    plain = sorted({_plain(address, version) for address in addresses}, key=sort_key)
    for key in {article_key(address) for address in plain}:
        of_article = [address for address in plain if article_key(address) == key]
        count = paragraph_count(version, of_article[0])
        numbers = {address.paragraph for address in of_article if address.subparagraph is None}
        if count is not None and count > 1 and numbers >= set(range(1, count + 1)):
            whole = Address(of_article[0].article, of_article[0].article_suffix)
            plain = [address for address in plain if article_key(address) != key] + [whole]
    return tuple(sorted(plain, key=sort_key))


class Course:
    """The way of a law from each of its versions to the later ones. Asking twice costs once."""

    def __init__(self, law: LawFile) -> None:
        self.law: Final = law
        self._tables: dict[int, Table] = {}
        self._known: dict[tuple[tuple[Address, ...], int, int], Outcome | None] = {}

    def follow(self, units: Sequence[Address], start: int, end: int) -> Outcome | None:
        """What became of *units* between the versions with the indices *start* and *end*.

        None where the register does not know, or *end* is the older one: it tells no way back.
        """
        key = (tuple(units), start, end)
        if key not in self._known:
            self._known[key] = self._follow(*key)
        return self._known[key]

    def _follow(self, units: tuple[Address, ...], start: int, end: int) -> Outcome | None:
        if end < start:
            return None
        versions = self.law.version
        here = as_cited(units, versions[start])
        outcome = Outcome(here, (), "same", False, (), versions[start].verified)
        for index in range(start, end):
            table = self._table(index)
            steps = table.all_steps(outcome.addresses) if table else None
            if table is None or steps is None:
                return None
            beside = table.all_steps(outcome.also) or []
            outcome = _after(outcome, steps, beside, versions[index + 1], sure=table.transition.verified)
            if not outcome.addresses:
                break
        if outcome.change in ("same", "renumbered"):
            # moved and moved back is the same; the only 款 of what was an article of two is renumbered, and so is what
            # stands where it stood, but cites articles that do not
            moved = outcome.addresses != here or outcome.numbers_changed
            outcome = outcome._replace(change="renumbered" if moved else "same")
        return outcome

    def refs(self, address: Address, index: int) -> frozenset[Address] | None:
        """The articles that *address* cites in the version *index*; None where the register does not say."""
        later, earlier = self._table(index), self._table(index - 1) if index else None
        for found in (later and later.refs(address), earlier and earlier.refs_after(address)):
            if found:
                return found
        return None

    def cites_moved(self, units: Iterable[Address], index: int, cited: frozenset[Address]) -> bool:
        """Whether what is quoted of *units* cites, among *cited*, an article that the version after *index* cites by
        another number."""
        table = self._table(index)
        return table is not None and any(table.refs_around(unit) & cited for unit in units)

    def _table(self, index: int) -> Table | None:
        if index + 1 >= len(self.law.version):
            return None
        if index not in self._tables:
            version = self.law.version[index]
            transition = self.law.transitions.get(version.date)
            if transition is None:
                return None
            self._tables[index] = Table(transition, version, self.law.version[index + 1])
        return self._tables[index]


def _after(
    before: Outcome, steps: Sequence[_Step], beside: Sequence[_Step], version: Version, *, sure: bool
) -> Outcome:
    """*before*, one transition later; *sure* where that is verified but for lines that say otherwise."""
    outer = [step for step in steps if not step.inner]
    addresses = as_cited((address for step in outer for address in step.to), version)
    also = [address for step in steps for address in step.move.also]
    also += [address for step in beside if not step.inner for address in step.to]
    return Outcome(
        addresses,
        tuple(address for address in as_cited(also, version) if address not in addresses),
        _gravest(before.change, steps) if addresses else "repealed",
        _any([before.numbers_changed, *map(_numbers_changed, steps)]),
        tuple(dict.fromkeys([*before.notes, *(step.move.note for step in steps if step.move.note and _kind(step))])),
        before.verified
        and version.verified
        and all(sure if step.move.verified is None else step.move.verified for step in steps),
    )


def _gravest(before: Change, steps: Sequence[_Step]) -> Change:
    kinds = {before, *(kind for kind in map(_kind, steps) if kind is not None)}
    gone_to: dict[ArticleKey, set[ArticleKey]] = defaultdict(set)
    for step in steps:
        if not step.inner:
            gone_to[article_key(step.old)].update(map(article_key, step.to))
    if any(len(articles) > 1 for articles in gone_to.values()):
        kinds.add("split")
    return max(kinds, key=_GRAVITY.index)


def _kind(step: _Step) -> Change | None:
    """What one line adds to the change of all: a part that only went along adds nothing, and one that went elsewhere,
    while the whole did not, leaves the whole changed."""
    if step.move.change == "repealed" or (step.inner and step.move.change in ("merged", "split", "moved_to_pointer")):
        return "changed"
    return None if step.inner and step.move.change in ("same", "renumbered") else step.move.change


def _numbers_changed(step: _Step) -> bool | None:
    """Nobody knows of a 款 where only of its whole article it is told which numbers it cites: it may cite none."""
    move = step.move
    if move.refs:
        return True if contains(step.old, move.old) else None
    return False if move.change == "same" and move.numbers_changed is None else move.numbers_changed


def _any(answers: Sequence[bool | None]) -> bool | None:
    if True in answers:
        return True
    return None if None in answers else False
