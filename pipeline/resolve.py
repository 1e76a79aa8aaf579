"""References × what the list quotes → status and places.

Knows which provisions exist and what of an article each of them holds. Does not read text, and does not know words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.address import Address, ArticleKey, article_key, contains
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


class Quotation(NamedTuple):
    """One provision as resolution sees it. ``text`` is without white space, so that layout is no difference."""

    item: int
    ordinal: int
    law: LawKey
    addresses: tuple[Address, ...]
    portions: tuple[Portion, ...]
    text: str


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


class _Shape(NamedTuple):
    """Quotations that differ in nothing but where they stand: the first of them, and how many there are."""

    first: Quotation
    times: int


class Index:
    """All quotations of a list, ready to be asked. Building and asking cost time linear in the list.

    Equal quotations (the same article quoted by many items) are kept once with their count, and an answer outside
    the asking item is computed once per target.
    """

    def __init__(self, quotations: Iterable[Quotation]) -> None:
        self._here: dict[tuple[int, LawKey, ArticleKey], list[Quotation]] = {}
        self._shapes: dict[tuple[LawKey, ArticleKey], dict[object, _Shape]] = {}
        self._elsewhere: dict[tuple[LawKey, Address], Resolution] = {}
        for quotation in quotations:
            self._add(quotation)

    def _add(self, quotation: Quotation) -> None:
        for key in {article_key(address) for address in quotation.addresses}:
            self._here.setdefault((quotation.item, quotation.law, key), []).append(quotation)
            shapes = self._shapes.setdefault((quotation.law, key), {})
            shape = (quotation.addresses, quotation.portions, quotation.text)
            known = shapes.get(shape)
            shapes[shape] = _Shape(known.first, known.times + 1) if known else _Shape(quotation, 1)

    def resolve(self, item: int, law: LawKey, target: Address) -> Resolution:
        """Where *target* of *law*, cited in *item*, stands."""
        everywhere = self._anywhere(law, target)
        if not everywhere.found_count:
            return NOT_QUOTED
        whole: list[Quotation] = []
        places: list[Place] = []
        for quotation in self._here.get((item, law, article_key(target)), ()):
            covered = coverage(target, quotation)
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
        known = self._elsewhere.get((law, target))
        if known is not None:
            return known
        count = 0
        first: Quotation | None = None
        whole: list[Quotation] = []
        for shape in self._shapes.get((law, article_key(target)), {}).values():
            covered = coverage(target, shape.first)
            if covered:
                count += shape.times
                first = first or shape.first
            if covered == WHOLE:
                whole.append(shape.first)
        if first is None:
            answer = NOT_QUOTED
        else:
            wordings = _wordings(target, whole)
            several = len(wordings) > 1
            chosen = wordings if several else [first]
            places = tuple(Place(place.item, place.ordinal) for place in chosen)
            answer = Resolution("ambiguous" if several else "quoted_elsewhere", places, count)
        self._elsewhere[law, target] = answer
        return answer


def coverage(target: Address, quotation: Quotation) -> Coverage:
    """How much of *target* (same law) *quotation* holds, by its labels.

    The label rules: 第十七条 without a 款 is the whole article, 第十七条第一款 that paragraph. Below the
    label the quoted paragraphs decide, where they are numbered; a single unnumbered paragraph may be any of them.
    """
    best = NONE
    for address in quotation.addresses:
        if address == target:
            return WHOLE
        if contains(address, target):
            best = max(best, _inside(target, address, quotation.portions))
        elif contains(target, address) or _may_contain(target, address, quotation.portions):
            best = max(best, PART)
    return best


def _inside(target: Address, label: Address, portions: tuple[Portion, ...]) -> Coverage:
    """*target* lies in what the label names: is it among the paragraphs and items that stand there?"""
    below_paragraph = target.subparagraph is not None and label.subparagraph is None
    names_paragraph = target.paragraph is not None and label.paragraph is None
    if not below_paragraph and not names_paragraph:
        return WHOLE if label.subparagraph is None else PART
    candidates = list(portions)
    unknown = False
    if names_paragraph:
        numbered = [portion for portion in portions if portion.number == target.paragraph]
        unknown = not numbered and any(portion.number is None for portion in portions)
        candidates = numbered or [portion for portion in portions if portion.number is None]
        if not candidates:
            return NONE
    if below_paragraph and not any(target.subparagraph in portion.items for portion in candidates):
        return NONE
    return PART if unknown else WHOLE


def _may_contain(target: Address, label: Address, portions: tuple[Portion, ...]) -> bool:
    """第十七条第六项, its paragraph unknown, may be the 第十七条第一款第（六）项 that stands there, and the reverse."""
    if target.article != label.article or target.article_suffix != label.article_suffix:
        return False
    if target.subparagraph is None and label.subparagraph is None:
        return False
    if label.subparagraph is None and not any(target.subparagraph in portion.items for portion in portions):
        return False
    return (target.paragraph is None or label.paragraph is None) and (
        target.subparagraph is None or label.subparagraph is None or target.subparagraph == label.subparagraph
    )


def _wordings(target: Address, quotations: list[Quotation]) -> list[Quotation]:
    """One quotation per wording of *target*."""
    by_text: dict[str, Quotation] = {}
    for quotation in quotations:
        by_text.setdefault(portion_text(target, quotation), quotation)
    return [by_text[text] for text in different_wordings(list(by_text))]


def portion_text(target: Address, quotation: Quotation) -> str:
    """The text of *target* in *quotation*: the paragraph or item it names where that can be told, else everything."""
    portions = quotation.portions
    text = quotation.text
    if target.paragraph is not None and all(address.paragraph is None for address in quotation.addresses):
        portions = tuple(portion for portion in portions if portion.number == target.paragraph) or portions
        text = portions[0].text if len(portions) == 1 else text
    if target.subparagraph is not None:
        named = [
            item_text
            for portion in portions
            for number, item_text in zip(portion.items, portion.item_texts, strict=False)
            if number == target.subparagraph
        ]
        text = named[0] if len(named) == 1 else text
    return text
