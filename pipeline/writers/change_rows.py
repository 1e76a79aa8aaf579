"""调整对照表: what was added, removed and changed, as words in cells; and which tables a comparison has.

Knows its rows and columns. Does not know any file format, nor how a change was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pipeline.columns import (
    LAW_CHANGE_NAMES,
    PROVISION_CHANGE_NAMES,
    SANCTION_NAMES,
    UNLABELLED,
    VALUE_CHANGE_NAMES,
)
from pipeline.compare import (
    Comparison,
    ItemChange,
    ItemSide,
    LawChange,
    ProvisionChange,
    ProvisionSide,
    SanctionChange,
    ValueChange,
)
from pipeline.writers.annex_content import Run
from pipeline.writers.basis_rows import NOWHERE, basis_table
from pipeline.writers.change_words import ChangeColumn, ChangeTable, Words, editions, plain, sides, title_of
from pipeline.writers.to_lines import summary

ADJUSTMENTS: Final = "调整对照表"
_NONE: Words = ()

_ADJUSTMENT_COLUMNS: Final = (
    ChangeColumn("序号", 13.5, centred=True),
    ChangeColumn("调整类型", 18, centred=True, item=True),
    ChangeColumn("事项名称", 30, item=True),
    ChangeColumn("调整内容", 22.5),
    ChangeColumn("原清单", 58, long=True),
    ChangeColumn("现清单", 58, long=True),
    ChangeColumn("调整理由", 25),
)


def change_tables(comparison: Comparison, precise: Mapping[tuple[int, int], str] = NOWHERE) -> list[ChangeTable]:
    """The tables that a comparison has: 调整对照表 where there is a list before, 依据变动对照表 where the law moved.

    *precise* is what ``precise_places`` gives.
    """
    tables = [adjustment_table(comparison)] if comparison.old else []
    return [*tables, basis_table(comparison, precise)] if comparison.basis or not tables else tables


def adjustment_table(comparison: Comparison) -> ChangeTable:
    """调整对照表: what was added, then what was removed, then what was changed, a row for each change.

    The reasons (调整理由) are the office's: the column is empty.
    """
    rows = [(plain(str(number)), *cells, _NONE) for number, cells in enumerate(_adjustments(comparison), 1)]
    note = f"{editions(comparison)}{summary(comparison)}"
    return ChangeTable(ADJUSTMENTS, title_of(comparison, ADJUSTMENTS), note, _ADJUSTMENT_COLUMNS, rows)


def _adjustments(comparison: Comparison) -> Iterator[tuple[Words, ...]]:
    for kind, name in (("added", "新增"), ("removed", "取消")):
        for change in comparison.items:
            if change.kind == kind:
                old, new = (_whole(side) if side else _NONE for side in (change.old, change.new))
                yield plain(name), _named(change), plain(f"{name}事项"), old, new
    if comparison.title:
        yield plain("变更"), _NONE, plain("清单标题变更"), *_values(comparison.title)
    for change in comparison.items:
        if change.match:
            kind_of = plain("变更（存疑）" if change.match.doubtful else "变更")
            for aspect, old, new in _aspects(change):
                yield kind_of, _named(change), plain(aspect), old, new


def _aspects(change: ItemChange) -> Iterator[tuple[str, Words, Words]]:
    """What was changed of an item: its name, and both sides."""
    for value in change.values:
        yield VALUE_CHANGE_NAMES.get(value.kind) or f"{value.heading}变更", *_values(value)
    for law in change.laws:
        yield f"依据变更\n{LAW_CHANGE_NAMES[law.kind]}", *_laws(law)
    for provision in change.provisions:
        yield _provision_aspect(provision), *provision_sides(provision)


def _named(change: ItemChange) -> Words:
    """第3项（原第5项）, with printed serials where these are others, and the title.

    Where it is doubtful whether it is one item, that too.

    A number that is the old one still is said once.
    """
    side = change.new or change.old
    assert side is not None
    number = side.called if change.new else f"原{side.called}"
    if change.old and change.new and change.old.called != change.new.called:
        number += f"\n（原{change.old.called}）"
    words = [Run(f"{number}\n", True), Run(side.title or "", False)]
    if change.match and change.match.doubtful:
        words.append(Run(f"\n（是否同一事项存疑，相似度{change.match.score}）", False))
    return tuple(words)


def _whole(side: ItemSide) -> Words:
    """An item that came or went: all that the list says of it, but for the texts it quotes."""
    cells = (
        ("事项名称", side.title),
        ("子项", side.sub_item),
        ("权责类型", side.power_type),
        ("设定依据", "\n".join(side.basis)),
        ("实施主体", side.department),
        ("承办机构", side.handling_unit),
        ("行使层级", side.level),
        ("责任事项", side.responsibilities),
        ("追责情形", side.accountability),
        ("备注", side.remarks),
    )
    lines = [(f"{name}：", text) for name, text in cells if text]
    return tuple(
        run
        for index, (name, text) in enumerate(lines)
        for run in (Run(("\n" if index else "") + name, True), Run(text, False))
    )


def _values(change: ValueChange) -> tuple[Words, Words]:
    return sides(change.old or "", change.new or "", change.edits)


def _laws(change: LawChange) -> tuple[Words, Words]:
    old, new = (side.citation if side else "" for side in (change.old, change.new))
    return sides(old, new, change.edits)


def _provision_aspect(change: ProvisionChange) -> str:
    names = [PROVISION_CHANGE_NAMES[kind] for kind in change.kinds if kind != "sanctions"]
    return "\n".join(["依据变更", *names, *map(_sanction, change.sanctions)])


def _sanction(change: SanctionChange) -> str:
    if change.old is None or change.new is None:
        name = SANCTION_NAMES[change.kind]
        words = change.new or change.old
        return f"{'增加' if change.new else '减少'}{name}" + (f"：{words}" if words != name else "")
    return f"罚款变更：{change.old}→{change.new}"


def provision_sides(change: ProvisionChange) -> tuple[Words, Words]:
    """A provision on both sides, each headed by its law and label, its changed words marked."""
    old, new = (side.text if side else "" for side in (change.old, change.new))
    before, after = sides(old, new, change.edits)
    return _headed(change.old, before), _headed(change.new, after)


def _headed(side: ProvisionSide | None, words: Words) -> Words:
    if side is None:
        return _NONE
    law = f"《{side.law}》" if side.law else ""
    return (Run(f"{law}{side.label or UNLABELLED}\n", True), *words)
