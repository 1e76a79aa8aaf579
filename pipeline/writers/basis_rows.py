"""依据变动对照表: the quoted provisions that moved or changed, as words in cells.

Knows its columns and their widths, which quotations share a row, and what is said where the current wording is not at
hand. Does not know any file format, nor how a change was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from pipeline.columns import CHANGE_NAMES, CORRECTED, DECISIONS, NUMBERS_CHANGED, UNLABELLED
from pipeline.compare import BasisChange, Comparison, Misfit, Misquotation
from pipeline.model import PowerList, called
from pipeline.numerals import day
from pipeline.writers.annex_content import Run
from pipeline.writers.change_words import ChangeColumn, ChangeTable, Words, editions, plain, sides, text_of, title_of
from pipeline.writers.column_widths import Need, amount_of, share
from pipeline.writers.word_parts import TEXT_WIDTH

BASIS_CHANGES: Final = "依据变动对照表"
NOWHERE: Final[Mapping[tuple[int, int], str]] = MappingProxyType({})

_ONLY_THE_PLACE: Final = "（没有现行文本，只知位置）"
_REGISTER_SAYS: Final = "登记册所记变动："
_NOT_AT_HAND: Final[Mapping[str, str]] = {
    "repealed": "（已删除或废止）",
    "ambiguous": "（不能断定现行位置）",
}
_OF_THE_OLD: Final = "（原清单所引）"
_OF_THE_NEW: Final = "（现清单所标所引）"
_LONGEST: Final = 40
_RANGE: Final = 4
"""So many numbers in succession are a range: 第15、16、17、19—24项."""

# The least width of each column in millimetres; what is left of the page goes to those that may be long.
_COLUMNS: Final = (
    ChangeColumn("序号", 13.5, centred=True),
    ChangeColumn("事项", 28, item=True),
    ChangeColumn("清单引用", 50, long=True),
    ChangeColumn("现行规定", 54, long=True),
    ChangeColumn("变动类型", 18),
    ChangeColumn("处理意见", 22),
)


def precise_places(power_list: PowerList) -> dict[tuple[int, int], str]:
    """Where a provision stood, by item and ordinal, where the register knows better than its label."""
    return {
        (item.number, provision.ordinal): "、".join(map(str, provision.current.quoted_addresses))
        for item in power_list.items
        for provision in item.provisions
        if provision.current and provision.current.quoted_addresses != provision.addresses
    }


def basis_table(comparison: Comparison, precise: Mapping[tuple[int, int], str] = NOWHERE) -> ChangeTable:
    """依据变动对照表: quoted and current wording of each provision that moved or changed.

    Items that quote the same words of the same provision share a row; rows stand in the order of the first item that
    quotes. *precise* is what ``precise_places`` gives. Where the current wording is not at hand the row says so, or
    what the register says of the change. What is done about it (处理意见) is the office's: the column is empty.
    """
    rows = [(plain(str(number)), *cells) for number, cells in enumerate(_rows(comparison.basis, precise), 1)]
    note = editions(comparison)
    if comparison.as_of:
        note += f"法律登记册截至{day(comparison.as_of)}{_checked(comparison.basis)}。"
    note += f"共{len(comparison.basis)}条。" if rows else "没有依据变动。"
    if len(rows) < len(comparison.basis):
        note += f"各事项引用同一条文且文字相同的合为一行，计{len(rows)}行，以首个引用的事项先后为序。"
    title = title_of(comparison, BASIS_CHANGES)
    return ChangeTable(BASIS_CHANGES, title, note, _columns(rows), rows, ("处理意见", DECISIONS))


def _checked(changes: Iterable[BasisChange]) -> str:
    """When somebody last looked whether the laws of *changes* were amended: what came later nobody knows here."""
    days = sorted({change.checked_on for change in changes if change.checked_on})
    if not days:
        return ""
    between = day(days[0]) if len(days) == 1 else f"{day(days[0])}至{day(days[-1])}"
    return f"（核对于{between}）"


def _columns(rows: Sequence[tuple[Words, ...]]) -> tuple[ChangeColumn, ...]:
    """The columns, the long ones as wide as what stands in them asks for: narrow where no wording is at hand."""
    amounts = (sum(amount_of(text_of(row[index])) for row in rows) for index in range(len(_COLUMNS)))
    needs = [Need(column.width, amount if column.long else 0) for column, amount in zip(_COLUMNS, amounts, strict=True)]
    widths = share(TEXT_WIDTH, needs)
    return tuple(column._replace(width=width) for column, width in zip(_COLUMNS, widths, strict=True))


def _rows(changes: Iterable[BasisChange], precise: Mapping[tuple[int, int], str]) -> Iterator[tuple[Words, ...]]:
    """The cells after the number, for each group of records that differ in nothing but the item."""
    groups: dict[tuple[tuple[Words, ...], str], list[BasisChange]] = {}
    for change in changes:
        cells = _cells(change, precise.get((change.item, change.ordinal), ""))
        groups.setdefault((cells, change.source), []).append(change)
    for (cells, _), group in groups.items():
        yield (_items(group), *cells, ())


def _items(group: Sequence[BasisChange]) -> Words:
    """第15项 and its title; of several items only the numbers, and the printed serials where these are others."""
    serials = {change.item: change.serial for change in group}
    numbers = sorted(serials)
    if len(numbers) == 1:
        title = group[0].title
        return (Run(called(numbers[0], serials[numbers[0]]) + ("\n" if title else ""), True), *plain(title or ""))
    alike = all(called(number, serials[number]) == called(number, None) for number in numbers)
    printed = "" if alike else f"（序号依次为{'、'.join(serials[number] or '无' for number in numbers)}）"
    return (Run(f"第{ranges(numbers)}项{printed}", True),)


def ranges(numbers: Iterable[int]) -> str:
    """Ascending *numbers* as offices print them: 15、16、17、19—24."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(f"{run[0]}—{run[-1]}" if len(run) >= _RANGE else "、".join(map(str, run)) for run in runs)


def _cells(change: BasisChange, precise: str) -> tuple[Words, ...]:
    """What the list quotes, headed by its place there; what stands now, headed by its place now; the kind of change."""
    quoted, current = sides(change.quoted, change.current or "", change.edits)
    beside = (_headed(f"另见{also.address}", "", plain(also.text)) for also in change.also_current)
    current = _lines((current or plain(_not_at_hand(change)), *beside, plain(_noted(change))))
    law = f"《{change.law}》" if change.law else ""
    label = f"{law}{change.label or UNLABELLED}"
    if change.source == "lists":  # the lists' words, whatever the law says
        quoted = _lines((quoted, plain(_unlike(change.quoted_misfit))))
        current = _lines((current, plain(_unlike(change.current_misfit))))
        return _headed(label, _OF_THE_OLD, quoted), _headed(_place(change), _OF_THE_NEW, current), plain(_kind(change))
    known = f"（即{precise}）" if precise else ""
    quoted = _lines((quoted, plain(_misquoted(change))))
    version = f"（{day(change.version)}文本）" if change.version else ""
    return _headed(label, known, quoted), _headed(_place(change), version, current), plain(_kind(change))


def _misquoted(change: BasisChange) -> str:
    """What in the quoted cell is marked and yet is no change of the law: the list does not say what its law said."""
    said = _both(change.misquotations)
    return f"（与所引的文本不一致，不是法律的变动：{said}）" if said else ""


def _unlike(misfit: Misfit | None) -> str:
    """How the words of a list are not those of the version that it cites, or stand there under another label."""
    if misfit is None:
        return ""
    version = f"{day(misfit.version)}文本" if misfit.version else "文本"
    if not misfit.addresses:
        return f"（所引的{version}中没有这样的文字）"
    places = "、".join(map(str, misfit.addresses))
    astray = f"标注不符，文本中是{places}" if misfit.label_wrong else ""
    return f"（与所引的{version}不一致：{'；'.join(filter(None, (astray, _both(misfit.misquotations))))}）"


def _both(misquotations: Iterable[Misquotation]) -> str:
    return "；".join(
        f"清单为{_short(each.quoted)}，文本为{_short(each.official)}" if each.quoted and each.official
        else f"清单多{_short(each.quoted)}" if each.quoted
        else f"清单缺{_short(each.official)}"
        for each in misquotations
    )  # fmt: skip


def _short(words: str) -> str:
    """「…」; of words that go on for long the beginning, and how long they are: all of them stand above."""
    words = "".join(words.split())
    return f"「{words}」" if len(words) <= _LONGEST else f"「{words[:_LONGEST]}」等{len(words)}字"


def _headed(heading: str, said: str, words: Words) -> Words:
    """*words* below a *heading* and what is *said* of it, each on a line of its own."""
    return _lines(((Run(heading, True),) if heading else (), plain(said), words))


def _lines(parts: Iterable[Words]) -> Words:
    """Each of *parts* that says something on a line of its own."""
    lines = [line for line in parts if line]
    return tuple(
        run
        for number, line in enumerate(lines, 1)
        for run in (line if number == len(lines) else (*line[:-1], line[-1]._replace(text=line[-1].text + "\n")))
    )


def _place(change: BasisChange) -> str:
    """第六十九条第一款，另见第六十九条第二款: where it stands, and what else says something of the same.

    What the cell has the words of stands above these.
    """
    places = "、".join(map(str, change.addresses)) or "或".join(map(str, change.candidates))
    shown = [each.address for each in change.also_current]
    also = "、".join(str(address) for address in change.also if address not in shown)
    return "，".join(part for part in (places, f"另见{also}" if also else "") if part)


def _not_at_hand(change: BasisChange) -> str:
    """Why there is no wording; nothing where the register says what changed, which is then all there is to go by."""
    return _NOT_AT_HAND.get(change.change, "" if change.note else _ONLY_THE_PLACE)


def _noted(change: BasisChange) -> str:
    if not change.note or change.source == "lists":
        return change.note or ""
    return f"{_REGISTER_SAYS}{change.note}"


def _kind(change: BasisChange) -> str:
    """序号改变 and, where they are others too, that the numbers in the words are; who says so, or has not proved it."""
    parts = [CORRECTED if change.change == "corrected" else CHANGE_NAMES[change.change]]
    if change.numbers_changed:
        parts.append(NUMBERS_CHANGED)
    if change.source == "lists":
        parts.insert(0, "清单修订")
    elif not change.verified:
        parts.append("（登记册未核实）")
    return "\n".join(parts)
