"""A quotation × a version of its law → the provisions it quotes, and how well it fits that version.

Knows what a label leaves open (which 款 of an article) and what closes it: the articles a 款 cites, the same text
elsewhere in the list, counts. Does not know what became of a provision.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from pipeline.address import Address
from pipeline.register.counts import paragraph_count, subparagraph_count
from pipeline.register.moving import Course
from pipeline.register.nouns import Version
from pipeline.variants import different_wordings


class QuotedParagraph(NamedTuple):
    """One quoted paragraph: the numbers of its 项, and its text without white space."""

    items: tuple[int | None, ...]
    text: str


class Quote(NamedTuple):
    """One provision of a list as the register sees it; ``cited`` are the articles of its own law that it cites."""

    item: int
    ordinal: int
    addresses: tuple[Address, ...]
    paragraphs: tuple[QuotedParagraph, ...]
    cited: frozenset[Address]


class Placed(NamedTuple):
    """The provisions that are quoted. Where that is open, ``candidates`` are those of which it may be some."""

    units: tuple[Address, ...]
    candidates: tuple[Address, ...] = ()


Labelled: TypeAlias = Mapping[Address, Sequence[str]]
"""The texts that the list prints under the label of one 款."""


class Edition(NamedTuple):
    """One version of a law, by its place among them, and what the list prints under its labels."""

    course: Course
    place: int
    labelled: Labelled

    @property
    def version(self) -> Version:
        return self.course.law.version[self.place]


def labelled_texts(quotes: Iterable[Quote]) -> dict[Address, list[str]]:
    """The texts in *quotes* that stand alone under the label of a 款."""
    found: dict[Address, list[str]] = {}
    for quote in quotes:
        if len(quote.addresses) == 1 and len(quote.paragraphs) == 1 and quote.paragraphs[0].text:
            address = quote.addresses[0]
            if address.paragraph is not None and address.subparagraph is None:
                texts = found.setdefault(address, [])
                if quote.paragraphs[0].text not in texts:
                    texts.append(quote.paragraphs[0].text)
    return found


def place(quote: Quote, edition: Edition) -> Placed:
    """What *quote* quotes of *edition*. The label as printed rules; only what it leaves open is looked for."""
    units: list[Address] = []
    candidates: list[Address] = []
    for address in quote.addresses:
        count = paragraph_count(edition.version, address)
        alone = len(quote.addresses) == 1
        if address.subparagraph is not None:
            units.append(_in_its_paragraph(address, count))
        elif address.paragraph is not None:
            units += _items_only(address, quote, edition) if alone else [address]
            if alone and len(quote.paragraphs) > 1 and count is not None:
                units += _surplus(address, quote, count, edition.labelled)
        elif count is not None and count > 1 and alone and 0 < len(quote.paragraphs) < count:
            # What fits none of them, elided or misprinted, may be any.
            found = [_which(part, quote, count, edition) or [*range(1, count + 1)] for part in quote.paragraphs]
            if all(len(numbers) == 1 for numbers in found):
                units += [_paragraph(address, numbers[0]) for numbers in found]
            else:
                candidates += [_paragraph(address, number) for number in sorted({n for each in found for n in each})]
        elif count == 1 and alone and len(quote.paragraphs) == 1:
            units += _items_only(_paragraph(address, 1), quote, edition)
        else:
            units.append(address)
    return Placed(tuple(dict.fromkeys(units)), tuple(candidates))


def _paragraph(address: Address, number: int) -> Address:
    return Address(address.article, address.article_suffix, number)


def _in_its_paragraph(address: Address, count: int | None) -> Address:
    """第十七条第六项 is 第十七条第一款第六项, where the article has one 款."""
    if address.paragraph is None and count == 1:
        return Address(address.article, address.article_suffix, 1, address.subparagraph, address.point)
    return address


def _items_only(paragraph: Address, quote: Quote, edition: Edition) -> list[Address]:
    """The 项 that are quoted, where some are and others of the 款 are not; else the 款."""
    numbers = [number for number in quote.paragraphs[0].items if number is not None] if quote.paragraphs else []
    count = subparagraph_count(edition.version, paragraph)
    if not numbers or count is None or not set(range(1, count + 1)) - set(numbers) or max(numbers) > count:
        return [paragraph]
    article, suffix, number = paragraph.article, paragraph.article_suffix, paragraph.paragraph
    return [Address(article, suffix, number, item) for item in numbers]


def _surplus(address: Address, quote: Quote, count: int, labelled: Labelled) -> list[Address]:
    """The 款 quoted under the label of another, as far as the list itself tells which: item 21's second paragraph."""
    assert address.paragraph is not None  # the caller's case
    found: list[Address] = []
    for part in quote.paragraphs[1:]:
        others = (number for number in range(1, count + 1) if number != address.paragraph)
        numbers = _by_text(part.text, address, others, labelled)
        if len(numbers) == 1:
            found.append(_paragraph(address, numbers[0]))
    return found


def _which(part: QuotedParagraph, quote: Quote, count: int, edition: Edition) -> list[int]:
    """The numbers of the 款 of the article that *part* can be."""
    address = quote.addresses[0]
    numbers = list(range(1, count + 1))
    if part.items:
        counts = {n: subparagraph_count(edition.version, _paragraph(address, n)) for n in numbers}
        numbers = [n for n in numbers if counts[n] is None or (counts[n] or 0) >= max(map(_or_none, part.items))]
    if len(quote.paragraphs) == 1:
        numbers = _by_refs(quote, edition, numbers)
    return _by_text(part.text, address, numbers, edition.labelled)


def _or_none(number: int | None) -> int:
    return number or 0


def _by_refs(quote: Quote, edition: Edition, numbers: list[int]) -> list[int]:
    """Those of *numbers* whose 款 cites what *quote* cites; a 款 of which the register says nothing may be it too."""
    address = quote.addresses[0]
    refs = {number: edition.course.refs(_paragraph(address, number), edition.place) for number in numbers}
    fitting = [number for number in numbers if refs[number] and (refs[number] or frozenset()) <= quote.cited]
    return fitting or [number for number in numbers if refs[number] is None]


def _by_text(text: str, address: Address, numbers: Iterable[int], labelled: Labelled) -> list[int]:
    """Those of *numbers* under which the list does not print another text; one where it prints this one."""
    left: list[int] = []
    for number in numbers:
        texts = labelled.get(_paragraph(address, number), ())
        if text in texts:
            return [number]
        if not any(len(different_wordings([text, other])) > 1 for other in texts):
            left.append(number)
    return left


def fits(quote: Quote, course: Course, index: int) -> bool | None:
    """Whether *quote* can be of the version *index* by its numbers: False where it cannot, True where the articles it
    cites say so, None where nothing speaks for or against."""
    version = course.law.version[index]
    for address in quote.addresses:
        count = paragraph_count(version, address)
        if version.articles is not None and address.article > version.articles:
            return False
        if count is not None and max(address.paragraph or 1, _named(quote)) > count:
            return False
        if not _has_items(quote, course, index, address, count):
            return False
    if len(quote.addresses) != 1 or quote.addresses[0].subparagraph is not None:
        return None
    return _fits_refs(quote, course, index, quote.addresses[0])


def _named(quote: Quote) -> int:
    """How many 款 stand under the label of a whole article."""
    whole = len(quote.addresses) == 1 and quote.addresses[0].paragraph is None
    return len(quote.paragraphs) if whole and quote.addresses[0].subparagraph is None else 1


def _has_items(quote: Quote, course: Course, index: int, address: Address, count: int | None) -> bool:
    """Whether a 款 that the label can mean has the 项 that are quoted."""
    version = course.law.version[index]
    wanted = max([address.subparagraph or 0, *(_or_none(n) for part in quote.paragraphs for n in part.items)])
    if not wanted or version.subparagraphs is None or count is None:
        return True
    numbers = range(1, count + 1) if address.paragraph is None else (address.paragraph,)
    return any((subparagraph_count(version, _paragraph(address, number)) or 0) >= wanted for number in numbers)


def _fits_refs(quote: Quote, course: Course, index: int, address: Address) -> bool | None:
    count = paragraph_count(course.law.version[index], address) or 1
    numbers = range(1, count + 1) if address.paragraph is None else (address.paragraph,)
    found = [course.refs(_paragraph(address, number), index) for number in numbers]
    if any(refs and refs <= quote.cited for refs in found):
        return True
    if not all(found):
        return None
    # 违反……规定的: what cites less than the 款 does is abridged, and says nothing; what cites others speaks against it
    return None if any(quote.cited <= (refs or frozenset()) for refs in found) else False


def of_article(address: Address, count: int) -> tuple[Address, ...]:
    """All 款 of the article of *address*, which has *count*."""
    return tuple(_paragraph(address, number) for number in range(1, count + 1))
