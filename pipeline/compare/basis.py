"""What became of the provisions that a list quotes → records for a clerk to act on.

Knows what the register's answer in the list says, and where the current wording is to be had.
Does not know the register, how a statute is read, nor how two lists are matched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.compare.edits import edits
from pipeline.compare.nouns import BasisChange, ItemChange, ProvisionChange
from pipeline.model import Item, PowerList, Provision
from pipeline.model.current import Current
from pipeline.statutes import Texts


def basis_changes(power_list: PowerList, changes: Iterable[ItemChange], texts: Texts | None) -> tuple[BasisChange, ...]:
    """A record for each quoted provision of *power_list* that stands elsewhere or reads otherwise now.

    Those are the ones of which the register says so (``current``), and those that *changes*, since the list before, say
    were reworded or relabelled. Ordered by item and provision; of one provision the register's comes first.
    """
    found = [*_registered(power_list, texts), *_between(changes)]
    return tuple(sorted(found, key=lambda each: (each.item, each.ordinal, each.source != "register")))


def _registered(power_list: PowerList, texts: Texts | None) -> Iterator[BasisChange]:
    names = {law.id: law.name for law in power_list.laws}
    for item in power_list.items:
        for basis in item.basis:
            for provision in basis.provisions:
                current = provision.current
                if current is not None and current.change != "same":
                    yield _record(item, names[basis.law] if basis.law else None, provision, current, texts)


def _record(item: Item, law: str | None, provision: Provision, current: Current, texts: Texts | None) -> BasisChange:
    wording = _wording(law, current, texts)
    return BasisChange(
        source="register",
        item=item.number,
        title=item.title,
        law=law,
        ordinal=provision.ordinal,
        label=provision.label,
        quoted=provision.text,
        change=current.change,
        version=current.version,
        addresses=current.addresses,
        also=current.also,
        candidates=current.candidates,
        note=current.note,
        verified=current.verified,
        current=wording,
        edits=() if wording is None else edits(provision.text, wording),
    )


def _wording(law: str | None, current: Current, texts: Texts | None) -> str | None:
    """What stands at the current addresses in the text of the version in force; None where any of it is not at hand."""
    statute = texts.version(law, current.version) if texts and law else None
    if statute is None or not current.addresses:
        return None
    found = [statute.wording(address) for address in current.addresses]
    said = [wording for wording in found if wording is not None]
    return "\n".join(said) if len(said) == len(found) else None


def _between(changes: Iterable[ItemChange]) -> Iterator[BasisChange]:
    for change in changes:
        if change.new is not None:
            for provision in change.provisions:
                if provision.old is not None and provision.new is not None:
                    yield _since(change.new.number, change.new.title, provision)


def _since(item: int, title: str | None, change: ProvisionChange) -> BasisChange:
    assert change.old is not None
    assert change.new is not None
    return BasisChange(
        source="lists",
        item=item,
        title=title,
        law=change.new.law,
        ordinal=change.new.ordinal,
        label=change.old.label,
        quoted=change.old.text,
        change="changed" if "reworded" in change.kinds else "renumbered",
        version=None,
        addresses=change.new.addresses,
        also=(),
        candidates=(),
        note=None,
        verified=None,
        current=change.new.text,
        edits=change.edits,
    )
