"""The sheets to filter: their records and columns.

Knows what one record of each sheet is, and each column's heading, value and width.
Does not know any file format, nor how a value was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Generic, Literal, NamedTuple, TypeVar

from pipeline.columns.names import (
    NAMELESS,
    OTHER_MEASURES,
    ROLE_NAMES,
    SANCTION_NAMES,
    SEVERITY_NAMES,
    STATUS_NAMES,
    UNLABELLED,
)
from pipeline.columns.printed import PrintedColumn, as_number, is_missing, printed_columns
from pipeline.model import Basis, ColumnField, Finding, Item, Law, PowerList, Provision, Reference, Role

Value = str | int | None
Mark = Literal["missing", "attention"]
R = TypeVar("R")


class Column(NamedTuple, Generic[R]):
    """A column of a sheet with one record per row; its width is in half-width characters.

    ``mark`` says of a record whether its cell is one that the source does not have, or one to look at.
    """

    heading: str
    get: Callable[[R], Value]
    width: float
    align: Literal["left", "center", "date"] = "left"
    mark: Callable[[R], Mark | None] | None = None


# --- records --------------------------------------------------------------------------------------------------------


class ItemRecord(NamedTuple):
    """An item, with what its columns need of the list."""

    item: Item
    table: str
    """表一; empty where none is printed."""
    columns: tuple[PrintedColumn, ...]
    missing: frozenset[PrintedColumn]
    """Columns of its table in which the source has no cell for the item."""
    laws: Mapping[str, Law]
    findings: tuple[Finding, ...]


class ProvisionRecord(NamedTuple):
    """A provision, with what its columns need of the list."""

    item: Item
    basis: Basis
    provision: Provision
    laws: Mapping[str, Law]


class ReferenceRecord(NamedTuple):
    """A reference, with what its columns need of the list."""

    item: Item
    provision: Provision
    reference: Reference
    laws: Mapping[str, Law]


def item_records(power_list: PowerList) -> Iterator[ItemRecord]:
    """One record per item, in order."""
    laws = {law.id: law for law in power_list.laws}
    findings: dict[int, list[Finding]] = {}
    for finding in power_list.findings:
        for number in finding.items:
            findings.setdefault(number, []).append(finding)
    for table in power_list.tables:
        columns = printed_columns(table)
        for item in table.items:
            missing = frozenset(column for column in columns if is_missing(item, column))
            own = tuple(findings.get(item.number, ()))
            yield ItemRecord(item, table.label or "", columns, missing, laws, own)


def provision_records(power_list: PowerList) -> Iterator[ProvisionRecord]:
    """One record per provision, in order."""
    laws = {law.id: law for law in power_list.laws}
    for item in power_list.items:
        for basis in item.basis:
            for provision in basis.provisions:
                yield ProvisionRecord(item, basis, provision, laws)


def reference_records(power_list: PowerList) -> Iterator[ReferenceRecord]:
    """One record per reference, in order."""
    for item, _, provision, laws in provision_records(power_list):
        for reference in provision.references:
            yield ReferenceRecord(item, provision, reference, laws)


# --- values ---------------------------------------------------------------------------------------------------------


def _distinct(words: Iterable[str], joint: str = "、") -> str:
    return joint.join(dict.fromkeys(words))


def _laws(record: ItemRecord) -> list[Law]:
    ids = dict.fromkeys(basis.law for basis in record.item.basis if basis.law is not None)
    return [record.laws[law] for law in ids]


def _document_numbers(record: ItemRecord) -> str:
    """One line per law, as in the column before; nothing where no law has one."""
    return "\n".join(law.document_number or "" for law in _laws(record)).rstrip("\n")


def _labels(role: Role) -> Callable[[ItemRecord], str]:
    """The labels, as printed, of the item's provisions with this role."""
    return lambda record: "、".join(
        provision.label or UNLABELLED for provision in record.item.provisions if provision.role == role
    )


def _sanctions(record: ItemRecord, *, penalties: bool) -> str:
    """Kinds named by the item: the administrative penalties of 行政处罚法 第九条, or everything else."""
    kinds = (sanction.kind for provision in record.item.provisions for sanction in provision.sanctions)
    return _distinct(SANCTION_NAMES[kind] for kind in kinds if (kind in OTHER_MEASURES) != penalties)


def _missing(field: ColumnField) -> Callable[[ItemRecord], Mark | None]:
    return lambda record: "missing" if any(column.field == field for column in record.missing) else None


def _findings_mark(record: ItemRecord) -> Mark | None:
    return "attention" if any(finding.severity != "info" for finding in record.findings) else None


def _target_law(record: ReferenceRecord) -> str:
    """The name of the law in the list, else as the text writes it."""
    law = record.reference.law
    return record.laws[law].name if law is not None else record.reference.law_name or ""


def _item_numbers(finding: Finding) -> Value:
    """A number where it is one item, so that it sorts as one."""
    return finding.items[0] if len(finding.items) == 1 else "、".join(map(str, finding.items))


# --- columns --------------------------------------------------------------------------------------------------------

_BEFORE_EXTRA: Final[tuple[Column[ItemRecord], ...]] = (
    Column("序次", lambda r: r.item.number, 6, "center"),
    Column("序号", lambda r: as_number(r.item.serial), 6, "center", _missing("serial")),
    Column("表", lambda r: r.table, 7, "center"),
    Column("权责类型", lambda r: r.item.power_type, 13, "center", _missing("power_type")),
    Column("事项名称", lambda r: r.item.title, 38, "left", _missing("title")),
    Column("子项", lambda r: r.item.sub_item, 12, "left", _missing("sub_item")),
    Column("依据", lambda r: "\n".join(law.name for law in _laws(r)), 28, "left", _missing("basis")),
    Column("文号", _document_numbers, 24),
    Column("职权条款", _labels("competence"), 16),
    Column("义务条款", _labels("duty"), 20),
    Column("罚则条款", _labels("penalty"), 16),
    Column("其他条款", _labels("other"), 16),
    Column("处罚种类", lambda r: _sanctions(r, penalties=True), 22),
    Column("其他措施", lambda r: _sanctions(r, penalties=False), 18),
    Column("实施主体和责任主体", lambda r: r.item.department, 16, "center", _missing("department")),
    Column("行使层级", lambda r: r.item.level, 9, "center", _missing("level")),
    Column("备注", lambda r: r.item.remarks, 16, "left", _missing("remarks")),
)
_AFTER_EXTRA: Final[tuple[Column[ItemRecord], ...]] = (
    Column("条文数", lambda r: len(r.item.provisions), 8, "center"),
    Column("引用数", lambda r: sum(len(p.references) for p in r.item.provisions), 8, "center"),
    Column("核校意见数", lambda r: len(r.findings), 8, "center", _findings_mark),
    Column("源文件缺少的单元格", lambda r: "、".join(c.heading for c in r.columns if c in r.missing), 20),
)

ITEM_COLUMNS: Final = (*_BEFORE_EXTRA, *_AFTER_EXTRA)
"""事项总表, where no table has a column of its own."""

PROVISION_COLUMNS: Final[tuple[Column[ProvisionRecord], ...]] = (
    Column("序次", lambda r: r.item.number, 6, "center"),
    Column("事项名称", lambda r: r.item.title, 30),
    Column("条文次序", lambda r: r.provision.ordinal, 8, "center"),
    Column("法律", lambda r: r.laws[r.basis.law].name if r.basis.law is not None else "", 24),
    Column("条款", lambda r: r.provision.label, 14),
    Column("性质", lambda r: ROLE_NAMES[r.provision.role], 6, "center"),
    Column("全文", lambda r: r.provision.text, 88),
    Column("引用", lambda r: _distinct((reference.text for reference in r.provision.references), "；"), 24),
    Column("处罚与措施", lambda r: _distinct((sanction.text for sanction in r.provision.sanctions), "；"), 30),
)

REFERENCE_COLUMNS: Final[tuple[Column[ReferenceRecord], ...]] = (
    Column("序次", lambda r: r.item.number, 6, "center"),
    Column("条文次序", lambda r: r.provision.ordinal, 8, "center"),
    Column("所在条款", lambda r: r.provision.label, 20),
    Column("原文", lambda r: r.reference.text, 24),
    Column("所指法律", _target_law, 30),
    Column("目标", lambda r: str(r.reference.target) if r.reference.target is not None else "", 22),
    Column("状态", lambda r: STATUS_NAMES[r.reference.status], 16, "center"),
    Column("所在", lambda r: "；".join(f"事项{at.item} 第{at.ordinal}条文" for at in r.reference.found_in), 26),
    Column("处数", lambda r: r.reference.found_count, 6, "center"),
)

FINDING_COLUMNS: Final[tuple[Column[Finding], ...]] = (
    Column("级别", lambda f: SEVERITY_NAMES[f.severity], 6, "center"),
    Column("代码", lambda f: f.code, 24),
    Column("事项", _item_numbers, 16, "center"),
    Column("位置", lambda f: f.place, 10, "center"),
    Column("说明", lambda f: f.message, 60),
    Column("所指文字", lambda f: f.quote, 30),
    Column("处理意见", lambda _: None, 12, "center"),
    Column("经办人", lambda _: None, 10, "center"),
    Column("日期", lambda _: None, 12, "date"),
)


def item_columns(power_list: PowerList) -> tuple[Column[ItemRecord], ...]:
    """The columns of 事项总表: ITEM_COLUMNS, and after 备注 one for each column of the list that is no field."""
    columns = (column for table in power_list.tables for column in printed_columns(table))
    keys = dict.fromkeys(column.key for column in columns if column.field is None)
    taken = {column.heading.casefold() for column in ITEM_COLUMNS}
    return (*_BEFORE_EXTRA, *(_extra_column(key, taken) for key in keys), *_AFTER_EXTRA)


def _extra_column(key: str, taken: set[str]) -> Column[ItemRecord]:
    """No two headings of a sheet may be equal, upper and lower case being the same to Excel; none may be empty."""
    heading, number = key or NAMELESS, 2
    while heading.casefold() in taken:
        heading, number = f"{key or NAMELESS}（{number}）", number + 1
    taken.add(heading.casefold())

    def value(record: ItemRecord) -> Value:
        return record.item.extra.get(key)

    def mark(record: ItemRecord) -> Mark | None:
        return "missing" if any(column.field is None and column.key == key for column in record.missing) else None

    return Column(heading, value, 16, "left", mark)
