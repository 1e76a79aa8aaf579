"""The two tables of changes that offices publish, as words in cells.

Knows which rows and columns they have, and which words are marked. Does not know any file format, nor how a change was
found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from pipeline.columns import (
    LAW_CHANGE_NAMES,
    PROVISION_CHANGE_NAMES,
    SANCTION_NAMES,
    UNLABELLED,
    VALUE_CHANGE_NAMES,
)
from pipeline.compare import (
    Comparison,
    Edit,
    Edition,
    ItemChange,
    ItemSide,
    LawChange,
    ProvisionChange,
    ProvisionSide,
    SanctionChange,
    ValueChange,
)
from pipeline.writers.annex_content import Mark, Run
from pipeline.writers.to_lines import summary

Words: TypeAlias = tuple[Run, ...]

ADJUSTMENTS: Final = "调整对照表"
_NONE: Words = ()


class ChangeColumn(NamedTuple):
    """A column: its heading, its width in millimetres of the text area's 225, whether its words are centred."""

    heading: str
    width: float
    centred: bool = False


class ChangeTable(NamedTuple):
    """A table: its name, the title and the note above it, its columns, and rows with a cell for each."""

    name: str
    title: str
    note: str
    columns: tuple[ChangeColumn, ...]
    rows: list[tuple[Words, ...]]
    choices: tuple[str, tuple[str, ...]] | None = None
    """A column to fill in from a drop-down list: its heading, and what may be chosen."""


_ADJUSTMENT_COLUMNS: Final = (
    ChangeColumn("序号", 12, centred=True),
    ChangeColumn("调整类型", 18, centred=True),
    ChangeColumn("调整内容", 26),
    ChangeColumn("事项名称", 31),
    ChangeColumn("原清单", 57),
    ChangeColumn("现清单", 57),
    ChangeColumn("调整理由", 24),
)


def change_tables(comparison: Comparison) -> list[ChangeTable]:
    """The tables that a comparison has."""
    return [adjustment_table(comparison)]


def adjustment_table(comparison: Comparison) -> ChangeTable:
    """调整对照表: what was added, then what was removed, then what was changed, a row for each change.

    The reasons (调整理由) are the office's: the column is empty.
    """
    rows = [(plain(str(number)), *cells, _NONE) for number, cells in enumerate(_adjustments(comparison), 1)]
    note = f"原清单：{_edition(comparison.old)}；现清单：{_edition(comparison.new)}。{summary(comparison)}"
    return ChangeTable(ADJUSTMENTS, title_of(comparison, ADJUSTMENTS), note, _ADJUSTMENT_COLUMNS, rows)


def title_of(comparison: Comparison, name: str) -> str:
    """云溪市古桥管理局权责清单调整对照表."""
    return f"{comparison.new.authority or ''}权责清单{name}"


def _edition(edition: Edition) -> str:
    return f"{edition.title or edition.file}（{edition.item_count}项）"


def _adjustments(comparison: Comparison) -> Iterator[tuple[Words, ...]]:
    for kind, name in (("added", "新增"), ("removed", "取消")):
        for change in comparison.items:
            if change.kind == kind:
                old, new = (_whole(side) if side else _NONE for side in (change.old, change.new))
                yield plain(name), plain(f"{name}事项"), _named(change), old, new
    if comparison.title:
        yield plain("变更"), plain("清单标题变更"), _NONE, *_values(comparison.title)
    for change in comparison.items:
        if change.match:
            kind_of = plain("变更（存疑）" if change.match.doubtful else "变更")
            for aspect, old, new in _aspects(change):
                yield kind_of, plain(aspect), _named(change), old, new


def _aspects(change: ItemChange) -> Iterator[tuple[str, Words, Words]]:
    """What was changed of an item: its name, and both sides."""
    for value in change.values:
        yield VALUE_CHANGE_NAMES.get(value.kind) or f"{value.heading}变更", *_values(value)
    for law in change.laws:
        yield f"依据变更\n{LAW_CHANGE_NAMES[law.kind]}", *_laws(law)
    for provision in change.provisions:
        yield _provision_aspect(provision), *provision_sides(provision)


def _named(change: ItemChange) -> Words:
    """第3项（原第5项）, and the title; where it is doubtful whether it is one item, that too."""
    side = change.new or change.old
    assert side is not None
    number = f"第{side.number}项" if change.new else f"原第{side.number}项"
    if change.old and change.new:
        number += f"\n（原第{change.old.number}项）"
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


# --- words ----------------------------------------------------------------------------------------------------------


def plain(text: str) -> Words:
    """*text* in one font; no run where it is empty."""
    return (Run(text, False),) if text else _NONE


def text_of(words: Words) -> str:
    """*words* without their fonts and marks."""
    return "".join(run.text for run in words)


def sides(old: str, new: str, edits: Sequence[Edit]) -> tuple[Words, Words]:
    """Both texts, in the old one what was deleted marked, in the new one what was inserted."""
    return (
        _marked(old, (edit.old_span for edit in edits), "deleted"),
        _marked(new, (edit.new_span for edit in edits), "inserted"),
    )


def _marked(text: str, spans: Iterable[tuple[int, int]], mark: Mark) -> Words:
    words: list[Run] = []
    done = 0
    for start, end in spans:
        words += [Run(text[done:start], False), Run(text[start:end], False, mark)]
        done = end
    words.append(Run(text[done:], False))
    return tuple(run for run in words if run.text)
