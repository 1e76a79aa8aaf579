"""References × what the list quotes → status and places.

Knows which provisions exist and what of an article each of them holds. Does not read text, and does not know words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from operator import itemgetter
from typing import Final, NamedTuple, TypeAlias

from pipeline.address import Address, contains
from pipeline.model import Status
from pipeline.variants import different_wordings

LawKey = str
"""A law id; for quotations whose law nobody printed, a key of the item's own."""


class Portion(NamedTuple):
    """One paragraph of a quotation: its 款 number, the numbers of its 项, its text and theirs, without white space."""

    number: int | None
    items: tuple[int | None, ...]
    text: str
    item_texts: tuple[str, ...] = ()


class _Group(NamedTuple):
    """Paragraphs taken together: their texts, and the texts of their 项 by number."""

    texts: list[str]
    items: dict[int | None, list[str]]


_ALL: Final = 0
"""The key of the group of all paragraphs; 款 are numbered from 1, None has those whose number is unknown."""


class Wording:
    """What a quotation says: its addresses, its paragraphs, its text. ``text`` is without white space, so that layout
    is no difference.

    Items that quote alike may share one; two are never compared with each other, only their texts.
    """

    __slots__ = ("_groups", "addresses", "portions", "text")

    def __init__(self, addresses: tuple[Address, ...], portions: tuple[Portion, ...], text: str) -> None:
        self.addresses = addresses
        self.portions = portions
        self.text = text
        self._groups: dict[int | None, _Group] | None = None

    @property
    def groups(self) -> dict[int | None, _Group]:
        """The paragraphs by 款 number, put together once: a text may be asked as often as it has paragraphs."""
        if self._groups is None:
            self._groups = {_ALL: _Group([], {})}
            for portion in self.portions:
                for key in (_ALL, portion.number):
                    _put(self._groups.setdefault(key, _Group([], {})), portion)
        return self._groups


def _put(group: _Group, portion: Portion) -> None:
    group.texts.append(portion.text)
    for number, text in zip_longest(portion.items, portion.item_texts):
        texts = group.items.setdefault(number, [])
        if text is not None:
            texts.append(text)


class Quotation(NamedTuple):
    """One provision as resolution sees it: where it stands, of which law it is, what it says."""

    item: int
    ordinal: int
    law: LawKey
    wording: Wording


class Place(NamedTuple):
    """An item's number and the ordinal of a provision in it."""

    item: int
    ordinal: int


class Resolution(NamedTuple):
    """What becomes of one reference (design §4): ``found_in`` as the data contract has it."""

    status: Status
    found_in: tuple[Place, ...]
    found_count: int


Coverage = int
NONE, PART, WHOLE = range(3)
"""How much of a target one quotation holds; not knowing counts as a part. Plain numbers: they are compared often."""

NOT_QUOTED = Resolution("not_quoted", (), 0)
OTHER_LAW = Resolution("other_law", (), 0)
UNRESOLVED = Resolution("unresolved", (), 0)


_Key: TypeAlias = tuple[object, ...]
"""An article of a law, of one item or of the list; plain tuples, because they are looked up all the time."""

_FEW: Final = 8
"""Quotations of one article that are simply looked through; more are sorted by 款 first."""

_MOST_PLACES: Final = 100
"""Different wordings of one address that a reference is told; no real list has so many, and every reference to the
address would name them all."""


class Index:
    """All quotations of a list, ready to be asked. Building and asking cost time linear in the list.

    Of quotations that share their wording (the same article quoted by many items) the first is kept for the list as a
    whole, with their count, and an answer outside the asking item is computed once per target.
    """

    def __init__(self, quotations: Iterable[Quotation]) -> None:
        self._here: dict[_Key, list[Quotation]] = {}
        self._first: dict[_Key, list[Quotation]] = {}
        self._times: dict[tuple[LawKey, Wording], int] = {}
        self._sorted: dict[_Key, dict[int | None, list[Quotation]]] = {}
        self._elsewhere: dict[tuple[LawKey, int, int | None, int | None, int | None, int | None], Resolution] = {}
        for quotation in quotations:
            self._add(quotation)

    def _add(self, quotation: Quotation) -> None:
        item, _, law, wording = quotation
        times = self._times[law, wording] = self._times.get((law, wording), 0) + 1
        for article, suffix in {(address.article, address.article_suffix) for address in wording.addresses}:
            self._here.setdefault((item, law, article, suffix), []).append(quotation)
            if times == 1:
                self._first.setdefault((law, article, suffix), []).append(quotation)

    def resolve(self, item: int, law: LawKey, target: Address) -> Resolution:
        """Where *target* of *law*, cited in *item*, stands."""
        everywhere = self._anywhere(law, target)
        if not everywhere.found_count:
            return NOT_QUOTED
        whole: list[Quotation] = []
        places: list[Place] = []
        key = (item, law, target.article, target.article_suffix)
        for quotation in self._concerned(key, self._here.get(key, ()), target):
            covered = coverage(target, quotation.wording)
            if covered:
                places.append(Place(item, quotation.ordinal))
            if covered == WHOLE:
                whole.append(quotation)
        if not places:
            return everywhere
        status: Status = "quoted_partly"
        if whole:
            status = "ambiguous" if len(_wordings(target, whole)) > 1 else "quoted_here"
        return Resolution(status, tuple(places), everywhere.found_count)

    def _anywhere(self, law: LawKey, target: Address) -> Resolution:
        """The answer for an item that quotes nothing of *target* itself."""
        article, suffix = target.article, target.article_suffix
        key = (law, article, suffix, target.paragraph, target.subparagraph, target.point)
        known = self._elsewhere.get(key)
        if known is not None:
            return known
        count = 0
        first: Quotation | None = None
        whole: list[Quotation] = []
        quotations = self._first.get((law, article, suffix), ())
        for quotation in self._concerned((law, article, suffix), quotations, target):
            covered = coverage(target, quotation.wording)
            if covered:
                count += self._times[law, quotation.wording]
                first = first or quotation
            if covered == WHOLE:
                whole.append(quotation)
        if first is None:
            answer = NOT_QUOTED
        else:
            wordings = _wordings(target, whole)
            several = len(wordings) > 1
            chosen = wordings[:_MOST_PLACES] if several else [first]
            places = tuple(Place(place.item, place.ordinal) for place in chosen)
            answer = Resolution("ambiguous" if several else "quoted_elsewhere", places, count)
        self._elsewhere[key] = answer
        return answer

    def _concerned(self, key: _Key, quotations: Sequence[Quotation], target: Address) -> Sequence[Quotation]:
        """Those of *quotations*, all of the article *key*, whose label can concern *target*, in their order.

        A label that names another 款 cannot: where an article is quoted 款 by 款, very often, one look finds its own.
        """
        if len(quotations) <= _FEW or target.paragraph is None:
            return quotations
        by_paragraph = self._sorted.get(key)
        if by_paragraph is None:
            by_paragraph = self._sorted[key] = defaultdict(list)
            for quotation in quotations:
                for paragraph in {address.paragraph for address in quotation.wording.addresses}:
                    by_paragraph[paragraph].append(quotation)
        own, unnamed = by_paragraph.get(target.paragraph, []), by_paragraph.get(None, [])
        return sorted([*own, *unnamed], key=itemgetter(0, 1)) if own and unnamed else own or unnamed


def coverage(target: Address, wording: Wording) -> Coverage:
    """How much of *target* (same law) *wording* holds, by its labels.

    The label rules: 第十七条 without a 款 is the whole article, 第十七条第一款 that paragraph. Below the
    label the quoted paragraphs decide, where they are numbered; a single unnumbered paragraph may be any of them.
    """
    best = NONE
    for address in wording.addresses:
        if address == target:
            return WHOLE
        if contains(address, target):
            best = max(best, _inside(target, address, wording))
        elif contains(target, address) or _may_contain(target, address, wording):
            best = max(best, PART)
    return best


def _inside(target: Address, label: Address, wording: Wording) -> Coverage:
    """*target* lies in what the label names: is it among the paragraphs and items that stand there?"""
    below_paragraph = target.subparagraph is not None and label.subparagraph is None
    names_paragraph = target.paragraph is not None and label.paragraph is None
    if not below_paragraph and not names_paragraph:
        return WHOLE if label.subparagraph is None else PART
    groups = wording.groups
    numbered = groups.get(target.paragraph) if names_paragraph else groups[_ALL]
    candidates = numbered or groups.get(None)
    if candidates is None or (below_paragraph and target.subparagraph not in candidates.items):
        return NONE
    return WHOLE if numbered else PART


def _may_contain(target: Address, label: Address, wording: Wording) -> bool:
    """第十七条第六项, its paragraph unknown, may be the 第十七条第一款第（六）项 that stands there, and the reverse."""
    if target.article != label.article or target.article_suffix != label.article_suffix:
        return False
    if target.subparagraph is None and label.subparagraph is None:
        return False
    if label.subparagraph is None and target.subparagraph not in wording.groups[_ALL].items:
        return False
    return (target.paragraph is None or label.paragraph is None) and (
        target.subparagraph is None or label.subparagraph is None or target.subparagraph == label.subparagraph
    )


def _wordings(target: Address, quotations: list[Quotation]) -> list[Quotation]:
    """One quotation per wording of *target*."""
    if len(quotations) < 2:
        return quotations
    by_text: dict[str, Quotation] = {}
    for quotation in quotations:
        by_text.setdefault(portion_text(target, quotation.wording), quotation)
    return [by_text[text] for text in different_wordings(list(by_text))]


def portion_text(target: Address, wording: Wording) -> str:
    """The text of *target* in *wording*: the paragraph or item it names where that can be told, else everything."""
    text = wording.text
    group: _Group | None = None
    if target.paragraph is not None and all(address.paragraph is None for address in wording.addresses):
        group = wording.groups.get(target.paragraph) or wording.groups[_ALL]
        text = group.texts[0] if len(group.texts) == 1 else text
    if target.subparagraph is not None:
        named = (group or wording.groups[_ALL]).items.get(target.subparagraph, [])
        text = named[0] if len(named) == 1 else text
    return text
