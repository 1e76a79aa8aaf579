"""Excel workbooks (.xlsx, .xls) → sheets.

Knows merged areas, hidden rows, formulas and the names of sheets. Does not know what a list is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import python_calamine as calamine

from pipeline.errors import NotAPowerList, SourceUnreadable
from pipeline.readers.cells import read_cells, read_cells_apart
from pipeline.readers.grid import Grid, RemarkKind
from pipeline.readers.headings import is_header
from pipeline.readers.native import read_sheets
from pipeline.readers.near_headers import nearest_in_tables
from pipeline.readers.old_workbook import scan_old
from pipeline.readers.package import Package
from pipeline.readers.sheet import Merged, Noticed, Paragraph, Sheet, Slot, spread
from pipeline.readers.upright import stood_up
from pipeline.readers.worksheet_parts import NOTHING, Seen, scan_package
from pipeline.readers.worksheet_range import Place, address, column_letters
from pipeline.words import tables as words

_SHOWN: Final = 12


def read_workbook(data: bytes, name: str, package: Package | None) -> Grid:
    """All sheets of *data*, the file called *name*; *package* is its zip, None for an .xls.

    Raises SourceUnreadable (encrypted, damaged, far too large) or NotAPowerList (nothing but pictures, no cells).
    """
    changed: dict[str, bytes] = {}
    if package is not None:
        seen, changed = scan_package(package, name)
        data = package.with_parts(changed) if changed else data
    else:
        seen = scan_old(data)
    try:
        # Where a cell does not say where it stands, only the library knows how much memory it will ask for.
        apart = package is None or any(each.unplaced for each in seen.values())
        book = read_cells_apart(data) if apart else read_cells(data)
    except calamine.PasswordError:
        raise SourceUnreadable(f"{name}：工作簿已加密；请用 Excel 打开，去掉密码后另存，再放入 raw/。") from None
    except ValueError:
        raise SourceUnreadable(f"{name}：工作簿已损坏或不完整；请用 Excel 打开修复后另存为 .xlsx 再试。") from None
    made_here = {sheet["name"] for sheet in book} >= {words.OWN_LIST_SHEET, *words.OWN_SHEETS}
    chosen = [sheet for sheet in book if not made_here or sheet["name"] not in words.OWN_SHEETS]
    sheets = [_sheet(read, name, seen.get(read["name"], NOTHING)) for read in chosen]
    if made_here:
        _mark_cut(sheets)
    filled = stood_up([sheet for sheet in sheets if sheet.rows])
    if not filled:
        pictures = package is not None and any(part.startswith("xl/media/") for part in package.names)
        what = "只有图片，没有文字（可能是扫描件）；请取得文字版" if pictures else "是空的；请确认放入的是清单"
        raise NotAPowerList(f"{name}：工作表「{'、'.join(sheet.name or '' for sheet in sheets)}」{what}。")
    if not any(is_header(row) for sheet in filled for row in sheet.rows.values()):
        first = filled[0]
        place = first.place(min(first.rows), 0)
        raise NotAPowerList(
            f"{name}：{place}起没有找到表头{nearest_in_tables(filled)}；应当有一行依次写着“序号、权责事项、……、设定依据”等列名；"
            "请确认这是权责清单，并保留表头后再试。"
        )
    return read_sheets(filled, name)


def _mark_cut(sheets: Sequence[Sheet]) -> None:
    """Tell the slots of a workbook that this project wrote which the end of a page has cut, and that no other is."""
    for slot in {id(slot): slot for sheet in sheets for row in sheet.rows.values() for slot in row if slot}.values():
        marks = len(slot.text) - len(slot.text.rstrip(words.GOES_ON))
        if marks:
            ends_line = marks % 2 == 0
            slot.text = slot.text[: -(marks // 2 + 1)] + "\n" * ends_line
            slot.goes_on = True
        slot.ends = not slot.goes_on


def _sheet(read: dict[str, Any], file: str, seen: Seen) -> Sheet:
    name: str = read["name"]
    if read["end"] is not None:
        raise SourceUnreadable(
            f"{file}：工作表「{name}」的内容伸展到{address(*read['end'])}，范围过大；"
            "请删去表格以外的行和列（选中后删除，不只是清空）后另存再试。"
        )
    rows: dict[int, list[Slot | None]] = {}
    brought = {at[0]: seen.moved[at] for at in seen.moved}
    below = [_slot(text, row, column, seen, name) for row, column, text in read["far"]]
    for number, values in enumerate(read["rows"]):
        if number in brought:
            below.append(_slot(values[0], *brought[number], seen, name))
            continue
        row = [_slot(value, number, column, seen, name) for column, value in enumerate(values)]
        if any(slot is not None for slot in row):
            rows[number] = row
    covered = spread(rows, [Merged(*area) for area in read["merged"]], f"{file}：工作表「{name}」")
    sheet = Sheet(rows, _Places(name), _name_line(name), name, own=True)
    sheet.below = [slot for slot in below if slot is not None]
    sheet.remarks += _hidden(name, rows, seen)
    if covered:
        shown = "、".join(address(slot.row, slot.column) for slot in covered[:_SHOWN])
        sheet.remarks.append(("cells-covered", (name, shown, str(len(covered)), covered[0].text.strip())))
    return sheet


def _hidden(name: str, rows: dict[int, list[Slot | None]], seen: Seen) -> Iterator[Noticed]:
    """What of a sheet a person who opens it does not see, and what stands on it beside its cells."""
    if seen.unseen and rows:
        yield "sheet-hidden", (name,)
    hidden = sorted(seen.rows & rows.keys())
    if hidden:
        shown = "、".join(str(number + 1) for number in hidden[:_SHOWN])
        yield "rows-hidden", (name, shown, str(len(hidden)))
    filled = {at for row in rows.values() for at, slot in enumerate(row) if slot is not None}
    columns = sorted(at for at in filled if any(first <= at <= last for first, last in seen.columns))
    if columns:
        yield "columns-hidden", (name, "、".join(column_letters(at) for at in columns[:_SHOWN]))
    saved = [at for at in sorted(seen.formulas) if at not in seen.errors and seen.formulas[at]]
    unsaved = [at for at in sorted(seen.formulas) if at not in seen.errors and not seen.formulas[at]]
    kinds: tuple[tuple[RemarkKind, list[Place]], ...] = (("formula-value", saved), ("formula-unsaved", unsaved))
    for formula, places in kinds:
        if places:
            yield formula, (name, "、".join(address(*at) for at in places[:_SHOWN]), str(len(places)))
    for kind, words_of in seen.others:
        yield "part-unread", (f"工作表「{name}」的{kind}", words_of)


def _slot(text: str, row: int, column: int, seen: Seen, sheet: str) -> Slot | None:
    remarks: list[Noticed] = []
    text = seen.printed.get((row, column), text)
    error = seen.errors.get((row, column))
    if error is not None:
        text = text or error
        remarks.append(("cell-error", (f"{sheet}!{address(row, column)}", error)))
    if not text.strip() and not remarks:
        return None
    return Slot(text, row, column, tuple(remarks))


def _name_line(name: str) -> Sequence[Paragraph]:
    """The name of a sheet, where it says of what type the items on it are: 行政许可（11项）, 行政许可清单."""
    caption = words.CAPTION.fullmatch(name)
    typed = words.POWER_TYPE.fullmatch(name.strip()) or words.TITLED_TYPE.fullmatch(name)
    counted = caption is not None and (caption["label"] or caption["count"]) and words.POWER_TYPE.search(name)
    return (Paragraph(name, f"工作表「{name}」的名称", named=True),) if typed or counted else ()


class _Places:
    """Sheet1!E4 for a row and column of one sheet."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, row: int, column: int) -> str:
        return f"{self._name}!{address(row, column)}"
