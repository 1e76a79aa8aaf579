"""What must be true of a list as a whole, whether just built or loaded from JSON.

Knows numbers, spans, law ids and where a reference says its target stands.
Does not know the canonical text, nor whether a status was computed rightly (resolve.py): only that it is possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from pipeline.address import article_key
from pipeline.model.beside import text_problems
from pipeline.model.figures import sanction_problems

if TYPE_CHECKING:
    from pipeline.model.listed import Item, PowerList
    from pipeline.model.quoted import Provision, Reference

    Places: TypeAlias = list[list[tuple[str | None, Provision]]]
    Bounds: TypeAlias = tuple[int, int]

HERE = ("quoted_here", "quoted_partly")
NOWHERE = ("not_quoted", "other_law", "unresolved")


def check(power_list: PowerList) -> None:
    """Raise ValueError naming the first thing in *power_list* that cannot be true of any list."""
    for problem in _problems(power_list):
        raise ValueError(problem)


def _problems(power_list: PowerList) -> Iterator[str]:
    items = power_list.items
    laws = {law.id for law in power_list.laws}
    if len(laws) != len(power_list.laws):
        yield "laws: two laws share one id"
    if len({item.id for item in items}) != len(items):
        yield "items: two items share one id"
    places: Places = []
    whole = (0, power_list.source.characters)
    for number, item in enumerate(items, 1):
        if item.number != number:
            yield f"item {item.number}: number should be {number}, numbers run through the list by position"
        yield from _item_problems(item, laws, whole)
        if item.sub_items:
            yield from _sub_item_problems(item, f"item {number}")
        places.append([(basis.law, provision) for basis in item.basis for provision in basis.provisions])
    count = sum(map(len, places))
    for number, item in enumerate(items, 1):
        for provision in item.provisions:
            for reference in provision.references:
                problem = _reference_problem(reference, number, laws, places, count)
                if problem:
                    yield f"item {number}, provision {provision.ordinal}, reference {reference.text}: {problem}"
    yield from _margin_problems(power_list, whole)
    yield from _register_problems(power_list.as_of, places)
    yield from text_problems(power_list)


def _margin_problems(power_list: PowerList, whole: Bounds) -> Iterator[str]:
    """Blocks, captions and findings."""
    for block in power_list.blocks:
        yield from _outside(block.span, whole, "block", block.kind)
    for table in power_list.tables:
        yield from _outside(table.span, whole, "table", table.label)
    told = {finding.span for finding in power_list.findings if finding.code == "count-mismatch"}
    for table in power_list.tables:
        if table.declared_count not in (None, len(table.items)) and table.span not in told:
            yield f"table {table.label}: {len(table.items)} items of {table.declared_count}, and no finding says so"
    count = len(power_list.items)
    for finding in power_list.findings:
        yield from _outside(finding.span, whole, "finding", finding.code)
        if any(number > count for number in finding.items):
            yield f"finding {finding.code}: names an item that is not there"


def _register_problems(as_of: str | None, places: Places) -> Iterator[str]:
    """What the law register says: of a law's provision only, as of one day, of one version in force for each law."""
    versions: dict[str, str] = {}
    for number, quoted in enumerate(places, 1):
        for law, provision in quoted:
            current = provision.current
            if current is None:
                continue
            name = f"item {number}, provision {provision.ordinal}, current"
            if as_of is None:
                yield f"{name}: as of no day, as_of is null"
            elif current.version > as_of:
                yield f"{name}: version {current.version} is younger than {as_of}"
            if law is None or not provision.addresses:
                yield f"{name}: of a provision without a law or an address"
            elif versions.setdefault(law, current.version) != current.version:
                yield f"{name}: {law} has two versions in force, {versions[law]} and {current.version}"
            elif not _is_of_the_article(provision):
                yield f"{name}: quoted_addresses are of another article than addresses and texts"


def _is_of_the_article(provision: Provision) -> bool:
    """Of the article that the label names, or where an official text has the words in another, of that one."""
    assert provision.current is not None
    named = {article_key(address) for address in provision.addresses}
    if provision.collation is not None and provision.collation.outcome == "elsewhere":
        named |= {article_key(address) for address in provision.collation.addresses}
    return all(article_key(address) in named for address in provision.current.quoted_addresses)


def _outside(span: Bounds | None, bounds: Bounds, *what: object) -> Iterator[str]:
    """The words of *what* are only put together when something is wrong: this is asked of every span of a list."""
    if span is not None and not bounds[0] <= span[0] <= span[1] <= bounds[1]:
        yield f"{' '.join(map(str, what))}: span {list(span)} lies outside {list(bounds)}"


def _item_problems(item: Item, laws: set[str], whole: Bounds) -> Iterator[str]:
    """Everything in an item lies within it. The common case, nothing wrong, is one comparison per span."""
    name = f"item {item.number}"
    yield from _outside(item.span, whole, name)
    start, end = item.span
    for field, span in item.spans.items():
        if not start <= span[0] <= span[1] <= end:
            yield from _outside(span, item.span, name, "spans", field)
    ordinal = 0
    for basis in item.basis:
        if basis.law is not None and basis.law not in laws:
            yield f"{name}: basis names {basis.law}, which is not in laws"
        yield from _outside(basis.span, item.span, name, "basis")
        start, end = basis.span
        for span in basis.spans.values():
            if not start <= span[0] <= span[1] <= end:
                yield from _outside(span, basis.span, name, "basis", "spans")
        for provision in basis.provisions:
            ordinal += 1
            if provision.ordinal != ordinal:
                yield f"{name}: provision {provision.ordinal} should be {ordinal}, ordinals run through the item"
            if not start <= provision.span[0] <= provision.span[1] <= end:
                yield from _outside(provision.span, basis.span, name, "provision", ordinal)
            for sanction in provision.sanctions:
                for problem in sanction_problems(sanction):
                    yield f"{name}, provision {ordinal}, {sanction.text}: {problem}"
            astray = _part_astray(provision)
            if astray:
                yield f"{name}, provision {ordinal}: span {list(astray)} of a part lies outside {list(provision.span)}"
    yield from _penalty_problems(item, name)


def _sub_item_problems(item: Item, name: str) -> Iterator[str]:
    """A sub-item lies within its item, and its basis is a part of the item's."""
    quoted = {(basis.law, provision.ordinal) for basis in item.basis for provision in basis.provisions}
    cited = {basis.law for basis in item.basis}
    for number, sub_item in enumerate(item.sub_items, 1):
        yield from _outside(sub_item.span, item.span, name, "sub_item", number)
        for basis in sub_item.basis or ():
            if basis.law not in cited:
                yield f"{name}, sub_item {number}: basis names {basis.law}, which the item's basis does not"
            for ordinal in basis.ordinals:
                if (basis.law, ordinal) not in quoted:
                    yield f"{name}, sub_item {number}: provision {ordinal} is not quoted from {basis.law}"


def _penalty_problems(item: Item, name: str) -> Iterator[str]:
    """Every penalty provision has its entry; it reaches duties of the item, and gives sanctions of its own."""
    ordinals = [provision.ordinal for provision in item.provisions if provision.role == "penalty"]
    if [penalty.ordinal for penalty in item.penalties] != ordinals:
        yield f"{name}: penalties should be one for each provision of role penalty, {ordinals}"
        return
    if not ordinals:
        return
    provisions = {provision.ordinal: provision for provision in item.provisions}
    for penalty in item.penalties:
        for ordinal in penalty.duties:
            if ordinal not in provisions or provisions[ordinal].role != "duty":
                yield f"{name}, penalty {penalty.ordinal}: provision {ordinal} is no duty of the item"
        provided = iter(provisions[penalty.ordinal].sanctions)
        if not all(sanction in provided for sanction in penalty.sanctions):
            yield f"{name}, penalty {penalty.ordinal}: its sanctions are not among the provision's, in their order"


def _part_astray(provision: Provision) -> Bounds | None:
    """The first span in *provision* that does not lie within it."""
    start, end = provision.span
    inner = [*provision.spans.values()]
    for paragraph in provision.paragraphs:
        inner.append(paragraph.span)
        inner += [subparagraph.span for subparagraph in paragraph.subparagraphs]
    inner += [reference.span for reference in provision.references]
    for sanction in provision.sanctions:
        inner.append(sanction.span)
        inner += sanction.spans.values()
    for span in inner:
        if not start <= span[0] <= span[1] <= end:
            return span
    return None


def _reference_problem(reference: Reference, item: int, laws: set[str], places: Places, all_places: int) -> str | None:
    """Why *reference*, standing in *item*, cannot be right; None where it can. Numbers and ordinals are positions."""
    status, target, found_in = reference.status, reference.target, reference.found_in
    if (status == "unresolved") != (target is None):
        return "status unresolved and target null belong together"
    if reference.law is not None and reference.law not in laws:
        return f"law {reference.law} is not in laws"
    if (status == "other_law") != (reference.law is None and reference.law_name is not None and target is not None):
        return "status other_law and a law outside laws belong together"
    if status in NOWHERE:
        return None if not found_in and not reference.found_count else f"{status}, yet it is found somewhere"
    count = len(found_in)
    if not 1 <= count <= reference.found_count <= all_places or (count > 1 and len(set(found_in)) < count):
        return f"{status}, but found_in and found_count do not agree with that"
    assert target is not None  # the first test: only an unresolved reference has none
    for place in found_in:
        if (status in HERE and place.item != item) or (status == "quoted_elsewhere" and place.item == item):
            return f"{status}, but found in item {place.item}"
        if place.item > len(places) or place.ordinal > len(places[place.item - 1]):
            return f"found in item {place.item}, provision {place.ordinal}, which does not exist"
        law, provision = places[place.item - 1][place.ordinal - 1]
        if law != reference.law:
            return f"found in item {place.item}, provision {place.ordinal}, which is of another law"
        for address in provision.addresses:
            if address.article == target.article and address.article_suffix == target.article_suffix:
                break
        else:
            return f"found in item {place.item}, provision {place.ordinal}, which is another article"
    return None
