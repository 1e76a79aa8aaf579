"""依据变动对照表: the quoted provisions that moved or changed, as words in cells.

Knows its columns, and what is said where the current wording is not at hand. Does not know any file format, nor how a
change was found.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pipeline.columns import CHANGE_NAMES, DECISIONS, UNLABELLED
from pipeline.compare import BasisChange, Comparison
from pipeline.writers.annex_content import Run
from pipeline.writers.change_words import ChangeColumn, ChangeTable, Words, editions, plain, sides, title_of

BASIS_CHANGES: Final = "依据变动对照表"

_ONLY_THE_PLACE: Final = "（没有现行文本，只知现行位置）"
_REGISTER_SAYS: Final = "登记册所记变动："
_NOT_AT_HAND: Final[Mapping[str, str]] = {
    "repealed": "（已删除或废止）",
    "ambiguous": "（不能断定现行位置）",
}

_BASIS_COLUMNS: Final = (
    ChangeColumn("序号", 12, centred=True),
    ChangeColumn("事项", 30),
    ChangeColumn("引用条款", 27),
    ChangeColumn("现行位置", 27),
    ChangeColumn("引用文字", 43),
    ChangeColumn("现行文字", 43),
    ChangeColumn("变动类型", 23),
    ChangeColumn("处理意见", 20),
)


def basis_table(comparison: Comparison) -> ChangeTable:
    """依据变动对照表: quoted and current wording of each provision that moved or changed, a row for each.

    Where the current wording is not at hand the row says so, and where it stands. What is done about it (处理意见) is
    the office's: the column is empty.
    """
    rows = [(plain(str(number)), *_basis(change)) for number, change in enumerate(comparison.basis, 1)]
    note = editions(comparison)
    if comparison.as_of:
        note += f"法律登记册截至{comparison.as_of}。"
    note += f"共{len(rows)}条。" if rows else "没有依据变动。"
    title = title_of(comparison, BASIS_CHANGES)
    return ChangeTable(BASIS_CHANGES, title, note, _BASIS_COLUMNS, rows, ("处理意见", DECISIONS))


def _basis(change: BasisChange) -> tuple[Words, ...]:
    quoted, current = sides(change.quoted, change.current or "", change.edits)
    law = f"《{change.law}》\n" if change.law else ""
    return (
        (Run(f"第{change.item}项\n", True), *plain(change.title or "")),
        (*plain(law), Run(change.label or UNLABELLED, True)),
        plain(_place(change)),
        quoted,
        current or plain(_without_wording(change)),
        plain(_kind(change)),
        (),
    )


def _place(change: BasisChange) -> str:
    """第六十九条第一款, beside it 另见 what else says something of the same, and of which text."""
    places = "、".join(map(str, change.addresses)) or "或".join(map(str, change.candidates))
    parts = [places, f"另见{'、'.join(map(str, change.also))}" if change.also else ""]
    parts.append(f"（{change.version}文本）" if change.version else "")
    return "\n".join(part for part in parts if part)


def _without_wording(change: BasisChange) -> str:
    """That it is not at hand; and, marked as such, what the register says of the change: all there is to go by."""
    said = _NOT_AT_HAND.get(change.change, _ONLY_THE_PLACE)
    return f"{said}\n{_REGISTER_SAYS}{change.note}" if change.note else said


def _kind(change: BasisChange) -> str:
    parts = [CHANGE_NAMES[change.change], change.note or "" if change.current else ""]
    if change.source == "lists":
        parts.insert(0, "清单修订")
    elif not change.verified:
        parts.append("（登记册未核实）")
    return "\n".join(part for part in parts if part)
