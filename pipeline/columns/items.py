"""事项总表: a record per item.

Knows each column's heading, value and width, and that a column of the list that is no field becomes one of the sheet.
Does not know any file format, nor how a value was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from pipeline.columns.column import Column, Mark, Value, distinct
from pipeline.columns.names import NAMELESS, OTHER_MEASURES, SANCTION_NAMES, UNLABELLED, finding_name
from pipeline.columns.printed import PrintedColumn, as_number, is_missing, printed_columns
from pipeline.model import ColumnField, Finding, Item, Law, PowerList, Role, Sanction

MAX_HEADING: Final = 255
"""Characters of a heading in a sheet to filter: more than Excel takes as the name of a Table's column."""
_LOW: Final = 8
_NARROWEST: Final = 16
_WIDEST: Final = 48
"""The width of a column that is no field: one for so many characters of its longest text, within these bounds."""


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


# --- values ---------------------------------------------------------------------------------------------------------


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


def _sanctions(record: ItemRecord) -> Iterator[Sanction]:
    """What the item's penalties provide for the duties it quotes."""
    for penalty in record.item.penalties:
        yield from penalty.sanctions


def _kinds(record: ItemRecord, *, penalties: bool) -> str:
    """Kinds of them: the administrative penalties of 行政处罚法 第九条, or everything else."""
    kinds = (sanction.kind for sanction in _sanctions(record))
    return distinct(SANCTION_NAMES[kind] for kind in kinds if (kind in OTHER_MEASURES) != penalties)


def amount(sanction: Sanction) -> str | None:
    """How much a sanction comes to, in the words of the law; None where it is none that has an amount."""
    return sanction.text if sanction.kind == "fine" else None


def _amounts(record: ItemRecord) -> str:
    amounts = map(amount, _sanctions(record))
    return distinct((each for each in amounts if each is not None), "；")


def _missing(field: ColumnField) -> Callable[[ItemRecord], Mark | None]:
    return lambda record: "missing" if any(column.field == field for column in record.missing) else None


def _findings_mark(record: ItemRecord) -> Mark | None:
    return "attention" if any(finding.severity != "info" for finding in record.findings) else None


# --- columns --------------------------------------------------------------------------------------------------------

_BEFORE_EXTRA: Final[tuple[Column[ItemRecord], ...]] = (
    Column("序次", lambda r: r.item.number, 5, "center", leads=lambda r: r.item.number),
    Column("序号", lambda r: as_number(r.item.serial), 5, "center", _missing("serial")),
    Column("表", lambda r: r.table, 6, "center"),
    Column("权责类型", lambda r: r.item.power_type, 11, "center", _missing("power_type")),
    Column("事项名称", lambda r: r.item.title, 34, "left", _missing("title")),
    Column("子项", lambda r: r.item.sub_item, 8, "left", _missing("sub_item")),
    Column("依据", lambda r: "\n".join(law.name for law in _laws(r)), 23, "left", _missing("basis")),
    Column("文号", _document_numbers, 19),
    Column("职权条款", _labels("competence"), 10),
    Column("义务条款", _labels("duty"), 18),
    Column("罚则条款", _labels("penalty"), 15),
    Column("其他条款", _labels("other"), 10),
    Column("处罚种类", lambda r: _kinds(r, penalties=True), 20),
    Column("罚款幅度", _amounts, 26),
    Column("其他措施", lambda r: _kinds(r, penalties=False), 16),
    Column("实施主体和责任主体", lambda r: r.item.department, 12, "center", _missing("department")),
    Column("行使层级", lambda r: r.item.level, 7, "center", _missing("level")),
    Column("备注", lambda r: r.item.remarks, 10, "left", _missing("remarks")),
)
# Columns that many offices have and many have not, each to stand right behind the column named.
_WHERE_PRINTED: Final[tuple[tuple[ColumnField, str, Column[ItemRecord]], ...]] = (
    (
        "handling_unit",
        "实施主体和责任主体",
        Column("承办机构", lambda r: r.item.handling_unit, 12, "center", _missing("handling_unit")),
    ),
    (
        "accountability",
        "行使层级",
        Column("追责情形", lambda r: r.item.accountability, 34, "left", _missing("accountability")),
    ),
    (
        "responsibilities",
        "行使层级",
        Column("责任事项", lambda r: r.item.responsibilities, 34, "left", _missing("responsibilities")),
    ),
)
_AFTER_EXTRA: Final[tuple[Column[ItemRecord], ...]] = (
    Column("条文数", lambda r: len(r.item.provisions), 6, "center"),
    Column("引用数", lambda r: sum(len(p.references) for p in r.item.provisions), 6, "center"),
    Column("核校意见数", lambda r: len(r.findings), 7, "center", _findings_mark),
    Column("核校类别", lambda r: distinct(finding_name(f.code) for f in r.findings), 18, "left", _findings_mark),
    Column("源文件缺少的单元格", lambda r: "、".join(c.heading for c in r.columns if c in r.missing), 12),
)

ITEM_COLUMNS: Final = (*_BEFORE_EXTRA, *_AFTER_EXTRA)
"""事项总表, where no table has a column of its own."""


def item_columns(power_list: PowerList) -> tuple[Column[ItemRecord], ...]:
    """The columns of 事项总表: ITEM_COLUMNS, those fields that not every list has, and after 备注 one for each column
    of the list that is no field."""
    printed = [column for table in power_list.tables for column in printed_columns(table)]
    before = list(_BEFORE_EXTRA)
    for field, after, column in _WHERE_PRINTED:
        if any(each.field == field for each in printed):
            at = next(index for index, each in enumerate(before) if each.heading == after)
            before.insert(at + 1, column)
    keys = dict.fromkeys(column.key for column in printed if column.field is None)
    taken = {column.heading.casefold() for column in (*before, *_AFTER_EXTRA)}
    longest = dict.fromkeys(keys, 0)
    for item in power_list.items:
        for key, words in item.extra.items():
            longest[key] = max(longest.get(key, 0), len(words))
    return (*before, *(_extra_column(key, longest[key], taken) for key in keys), *_AFTER_EXTRA)


def _extra_column(key: str, longest: int, taken: set[str]) -> Column[ItemRecord]:
    """A column as wide as its longest text needs to stay low: a row of a page's height is no record to look through.

    No two headings of a sheet may be equal, upper and lower case being the same to Excel; none may be empty."""
    name = key or NAMELESS
    if len(name.encode("utf-16-le", "surrogatepass")) > MAX_HEADING * 2:  # 权责清单 has it whole
        name = f"{name[: MAX_HEADING // 2 - 10]}…"
    heading, number = name, 2
    while heading.casefold() in taken:
        heading, number = f"{name}（{number}）", number + 1
    taken.add(heading.casefold())

    def value(record: ItemRecord) -> Value:
        return record.item.extra.get(key)

    def mark(record: ItemRecord) -> Mark | None:
        return "missing" if any(column.field is None and column.key == key for column in record.missing) else None

    return Column(heading, value, min(max(longest // _LOW, _NARROWEST), _WIDEST), "left", mark)
