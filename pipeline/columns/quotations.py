"""条文明细 and 引用关系: a record per quoted provision, and one per reference in it.

Knows each column's heading, value and width. Does not know any file format, nor how a reference was resolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from pipeline.columns.column import Column, Mark, distinct
from pipeline.columns.names import CHANGE_NAMES, NUMBERS_CHANGED, ROLE_NAMES, STATUS_NAMES
from pipeline.model import Basis, Collation, Current, Item, Law, PowerList, Provision, Reference


class ProvisionRecord(NamedTuple):
    """A provision, with what its columns need of the list."""

    item: Item
    basis: Basis
    provision: Provision
    laws: Mapping[str, Law]
    has_text: bool
    """Whether there is an official text of its law."""


class ReferenceRecord(NamedTuple):
    """A reference, with what its columns need of the list."""

    item: Item
    provision: Provision
    reference: Reference
    laws: Mapping[str, Law]


def provision_records(power_list: PowerList) -> Iterator[ProvisionRecord]:
    """One record per provision, in order."""
    laws = {law.id: law for law in power_list.laws}
    with_text = {text.law for text in power_list.texts}
    for item in power_list.items:
        for basis in item.basis:
            for provision in basis.provisions:
                yield ProvisionRecord(item, basis, provision, laws, basis.law in with_text)


def reference_records(power_list: PowerList) -> Iterator[ReferenceRecord]:
    """One record per reference, in order."""
    for record in provision_records(power_list):
        for reference in record.provision.references:
            yield ReferenceRecord(record.item, record.provision, reference, record.laws)


def _target_law(record: ReferenceRecord) -> str:
    """The name of the law in the list, else as the text writes it."""
    law = record.reference.law
    return record.laws[law].name if law is not None else record.reference.law_name or ""


def stands_now(current: Current) -> str:
    """Where it stands now, and beside what: 第六十九条第一款（另见第六十一条第三款）; 或 where that is open."""
    places = "、".join(map(str, current.addresses)) or "或".join(map(str, current.candidates))
    return places + (f"（另见{'、'.join(map(str, current.also))}）" if current.also else "")


def collated(collation: Collation) -> str:
    """What laying it beside the official text showed: 有出入，在第九条第二款　标注的范围比所引的大."""
    places = "、".join(map(str, collation.addresses))
    said = {
        "equal": f"一致，在{places}",
        "differs": f"有出入，在{places}",
        "elsewhere": f"不在所标条文，在{places}",
        "not_found": "没有找到",
    }[collation.outcome]
    return said + {"too_wide": "　标注的范围比所引的大", "wrong": "　标注不符"}.get(collation.label or "", "")


def as_collated(collation: Collation) -> bool:
    """Whether nothing is to be looked at: it is what the label says, word for word, and the whole of it."""
    return collation.outcome == "equal" and collation.label in {"fits", None} and not collation.left_out


def _collated(record: ProvisionRecord) -> str:
    """The same, with both wordings, and what the list leaves out; why nothing was laid beside a text is said too."""
    collation = record.provision.collation
    if collation is None:
        return _not_collated(record)
    differences = (f"清单「{each.quoted}」，正式文本「{each.official}」" for each in collation.differences)
    left_out = (f"{each.address}" if each.whole else f"{each.address}「{each.text}」" for each in collation.left_out)
    missing = "、".join(left_out)
    return "\n".join([collated(collation), *differences, *([f"未引：{missing}"] if missing else [])])


def _not_collated(record: ProvisionRecord) -> str:
    """Why not: no text of its law, or nothing quoted, or the text is broken where it should stand (text-faulty)."""
    if not record.has_text:
        return "没有文本，未核对"
    return (
        "文本此处有误，未核对" if record.provision.text and record.provision.kind == "article" else "没有引条文，未核对"
    )


def _differing(record: ProvisionRecord) -> Mark | None:
    collation = record.provision.collation
    return None if collation is None or as_collated(collation) else "attention"


def _stands_now(record: ProvisionRecord) -> str:
    return stands_now(record.provision.current) if record.provision.current else ""


def _change(record: ProvisionRecord) -> str:
    current = record.provision.current
    if current is None:
        return ""
    return CHANGE_NAMES[current.change] + (f"，{NUMBERS_CHANGED}" if current.numbers_changed else "")


def _affected(record: ProvisionRecord) -> Mark | None:
    current = record.provision.current
    return "attention" if current is not None and current.change != "same" else None


_COLLATION: Final = Column("与正式文本核对", _collated, 40, mark=_differing)

PROVISION_COLUMNS: Final[tuple[Column[ProvisionRecord], ...]] = (
    Column("序次", lambda r: r.item.number, 6, "center", leads=lambda r: r.item.number),
    Column("事项名称", lambda r: r.item.title, 42),
    Column("条文次序", lambda r: r.provision.ordinal, 8, "center"),
    Column("法律", lambda r: r.laws[r.basis.law].name if r.basis.law is not None else "", 24),
    Column("条款", lambda r: r.provision.label, 14),
    Column("性质", lambda r: ROLE_NAMES[r.provision.role], 6, "center"),
    Column("全文", lambda r: r.provision.text, 86),
    Column("引用", lambda r: distinct((reference.text for reference in r.provision.references), "；"), 24),
    Column("处罚与措施", lambda r: distinct((sanction.text for sanction in r.provision.sanctions), "；"), 30),
    Column("现行位置", _stands_now, 26, mark=_affected),
    Column("变动", _change, 16, "center"),
)


def provision_columns(power_list: PowerList) -> tuple[Column[ProvisionRecord], ...]:
    """The columns of 条文明细; that of the collation only where an official text was given."""
    return (*PROVISION_COLUMNS, _COLLATION) if power_list.texts else PROVISION_COLUMNS


REFERENCE_COLUMNS: Final[tuple[Column[ReferenceRecord], ...]] = (
    Column("序次", lambda r: r.item.number, 6, "center", leads=lambda r: r.item.number),
    Column("条文次序", lambda r: r.provision.ordinal, 8, "center"),
    Column("所在条款", lambda r: r.provision.label, 20),
    Column("原文", lambda r: r.reference.text, 24),
    Column("所指法律", _target_law, 30),
    Column("目标", lambda r: str(r.reference.target) if r.reference.target is not None else "", 22),
    Column("状态", lambda r: STATUS_NAMES[r.reference.status], 16, "center"),
    Column("所在", lambda r: "；".join(f"事项{at.item} 第{at.ordinal}条文" for at in r.reference.found_in), 26),
    Column("处数", lambda r: r.reference.found_count, 6, "center"),
)
