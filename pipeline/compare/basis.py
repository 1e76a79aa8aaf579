"""What became of the provisions that a list quotes → records for a clerk to act on.

Knows what the register's answer in the list says, and where the current wording is to be had.
Does not know the register, how a statute is read, nor how two lists are matched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.address import Address
from pipeline.compare.basis_nouns import AlsoCurrent, BasisChange, Edit
from pipeline.compare.edits import only_numbers
from pipeline.compare.elided import law_edits
from pipeline.compare.misquoted import Beside, Shelf
from pipeline.compare.nouns import ItemChange, ItemSide, ProvisionChange
from pipeline.model import Basis, Item, Law, PowerList, Provision
from pipeline.model.current import Current
from pipeline.statutes import Statute, Texts


def basis_changes(
    old: PowerList | None, new: PowerList, changes: Iterable[ItemChange], texts: Texts | None
) -> tuple[BasisChange, ...]:
    """A record for each quoted provision of *new* that stands elsewhere or reads otherwise now.

    Those are the ones of which the register says so (``current``), and those that *changes*, since the list before, say
    were reworded or relabelled. Ordered by item and provision; of one provision the register's comes first.
    """
    shelf = Shelf(texts, new)
    between = _between(_Quotations(old, shelf), _Quotations(new, shelf), changes) if old else ()
    found = [*_registered(new, shelf), *between]
    return tuple(sorted(found, key=lambda each: (each.item, each.ordinal, each.source != "register")))


def _registered(power_list: PowerList, shelf: Shelf) -> Iterator[BasisChange]:
    laws = {law.id: law for law in power_list.laws}
    for item in power_list.items:
        for basis in item.basis:
            for provision in basis.provisions:
                current = provision.current
                if current is not None and current.change != "same":
                    yield _record(item, laws[basis.law] if basis.law else None, provision, current, shelf)


def _record(item: Item, law: Law | None, provision: Provision, current: Current, shelf: Shelf) -> BasisChange:
    statute = shelf.version(law, current.version)
    now = _wording(statute, current.addresses)
    then = shelf.version(law, current.quoted_version)
    return BasisChange(
        source="register",
        item=item.number,
        serial=item.serial,
        title=item.title,
        law=law.name if law else None,
        ordinal=provision.ordinal,
        label=provision.label,
        quoted=provision.text,
        change=current.change,
        version=current.version,
        addresses=current.addresses,
        also=current.also,
        candidates=current.candidates,
        numbers_changed=current.numbers_changed,
        note=current.note,
        verified=current.verified,
        checked_on=law.checked_on if law else None,
        current=now.text if now else None,
        lead_ins=now.lead_ins if now else (),
        also_current=tuple(_beside(statute, current.also)),
        edits=_edits(provision, current, now, then) if now else (),
        misquotations=tuple(shelf.misquotations(law, current.quoted_version, provision)) if now else (),
        quoted_misfit=None,
        current_misfit=None,
    )


class _Wording(NamedTuple):
    """Words of the law, a unit a line; ``lead_ins`` are the stretches that 项 at the addresses only complete."""

    text: str
    lead_ins: tuple[tuple[int, int], ...]


def _wording(statute: Statute | None, addresses: Sequence[Address]) -> _Wording | None:
    """What stands at *addresses* in *statute*, below the lead-ins that it completes; None where any is not at hand."""
    if statute is None or not addresses:
        return None
    lines: list[str] = []
    lead_ins: list[tuple[int, int]] = []
    shown: set[tuple[int, int]] = set()
    length = 0
    for address in addresses:
        wording = statute.wording(address)
        if wording is None:
            return None
        for span in statute.lead_ins(address):
            if span not in shown:
                shown.add(span)
                lines.append(statute.text[slice(*span)])
                lead_ins.append((length, length + len(lines[-1])))
                length += len(lines[-1]) + 1
        lines.append(wording)
        length += len(wording) + 1
    return _Wording("\n".join(lines), tuple(lead_ins))


def _beside(statute: Statute | None, also: Iterable[Address]) -> Iterator[AlsoCurrent]:
    for address in also:
        found = _wording(statute, (address,))
        if found is not None:
            yield AlsoCurrent(address=address, text=found.text)


def _edits(provision: Provision, current: Current, now: _Wording, then: Statute | None) -> tuple[Edit, ...]:
    """From the quoted to the current words. Who quotes a 项 without its lead-in has not quoted another lead-in."""
    context = now.lead_ins if _quotes_items_only(provision, current) else ()
    articles = dict.fromkeys(Address(each.article, each.article_suffix) for each in current.quoted_addresses)
    stood = _wording(then, tuple(articles))
    is_part = min(map(_depth, current.quoted_addresses)) > min(map(_depth, current.addresses))
    return law_edits(provision.text, now.text, context, stood.text if stood else None, is_part=is_part)


def _depth(address: Address) -> int:
    """How far down *address* goes: 1 for a 条, 4 for a 目."""
    numbers = (address.article, address.paragraph, address.subparagraph, address.point)
    return max(level for level, number in enumerate(numbers, 1) if number is not None)


def _quotes_items_only(provision: Provision, current: Current) -> bool:
    has_lead_in = any(paragraph.text and paragraph.subparagraphs for paragraph in provision.paragraphs)
    return not has_lead_in and all(address.subparagraph for address in current.quoted_addresses)


class _Quotations:
    """What a list quotes, beside the texts of the versions that it cites."""

    def __init__(self, power_list: PowerList, shelf: Shelf) -> None:
        self._items = {item.number: item for item in power_list.items}
        self._laws = {law.id: law for law in power_list.laws}
        self._shelf = shelf

    def beside(self, item: ItemSide, ordinal: int) -> Beside | None:
        """The provision *ordinal* of *item* beside its text; None where that is not at hand or tells nothing."""
        basis, provision = self._found(item.number, ordinal)
        return self._shelf.beside(self._laws[basis.law] if basis.law else None, basis.citation, provision)

    def _found(self, item: int, ordinal: int) -> tuple[Basis, Provision]:
        every = ((basis, provision) for basis in self._items[item].basis for provision in basis.provisions)
        return next(each for each in every if each[1].ordinal == ordinal)


def _between(old: _Quotations, new: _Quotations, changes: Iterable[ItemChange]) -> Iterator[BasisChange]:
    for change in changes:
        if change.old is not None and change.new is not None:
            for provision in change.provisions:
                if provision.old is not None and provision.new is not None:
                    before = old.beside(change.old, provision.old.ordinal)
                    after = new.beside(change.new, provision.new.ordinal)
                    yield _since(change.new, provision, before, after)


def _since(item: ItemSide, change: ProvisionChange, before: Beside | None, after: Beside | None) -> BasisChange:
    assert change.old is not None
    assert change.new is not None
    corrected = _is_corrected(before, after)
    numbers = only_numbers(change.edits) and not corrected
    return BasisChange(
        source="lists",
        item=item.number,
        serial=item.serial,
        title=item.title,
        law=change.old.law,
        ordinal=change.new.ordinal,
        label=change.old.label,
        quoted=change.old.text,
        change="corrected" if corrected else "changed" if "reworded" in change.kinds and not numbers else "renumbered",
        version=None,
        addresses=change.new.addresses,
        also=(),
        candidates=(),
        numbers_changed=True if numbers else None,
        note=None if change.new.law == change.old.law else f"现清单引《{change.new.law}》",
        verified=None,
        checked_on=None,
        current=change.new.text,
        lead_ins=(),
        also_current=(),
        edits=change.edits,
        misquotations=(),
        quoted_misfit=before.misfit if before else None,
        current_misfit=after.misfit if after else None,
    )


def _is_corrected(before: Beside | None, after: Beside | None) -> bool:
    """Whether the old list misquoted the version of which the new one has the words."""
    if before is None or after is None or before.statute is not after.statute:
        return False
    return before.misfit is not None and after.misfit is None
