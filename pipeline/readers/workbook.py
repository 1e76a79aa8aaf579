"""Excel workbooks (.xlsx, .xls) → sheets.

Knows cells, merged areas, hidden rows, formulas and what numbers and dates look like. Does not know what a list is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from typing import Final, NamedTuple

import python_calamine as calamine
import regex

from pipeline.errors import NotAPowerList, SourceUnreadable
from pipeline.readers.grid import Grid, RemarkKind
from pipeline.readers.headings import is_header
from pipeline.readers.native import read_sheets
from pipeline.readers.package import Package
from pipeline.readers.sheet import MAX_SLOTS, Merged, Paragraph, Sheet, Slot, spread
from pipeline.words import tables as words

Remarks = tuple[tuple[RemarkKind, tuple[str, ...]], ...]

MAX_SHEETS: Final = 500
MAX_CELLS: Final = 2_000_000
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION: Final = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_ADDRESS: Final = regex.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_TABLE_SHEET: Final = calamine.SheetTypeEnum.WorkSheet
_SHOWN: Final = 12


class _Seen(NamedTuple):
    """What the XML of a sheet says that the values do not: hidden rows, formulas, errors, by row and column from 0."""

    hidden: frozenset[int]
    formulas: dict[tuple[int, int], bool]
    errors: dict[tuple[int, int], str]


_NOTHING: Final = _Seen(frozenset(), {}, {})


def read_workbook(data: bytes, name: str, package: Package | None) -> Grid:
    """All sheets of *data*, the file called *name*; *package* is its zip, None for an .xls.

    Raises SourceUnreadable (encrypted, damaged, far too large) or NotAPowerList (nothing but pictures, no cells).
    """
    paths: dict[str, str] = {}
    if package is not None:
        package.check()
        paths = _sheet_parts(package)
    try:
        with calamine.load_workbook(BytesIO(data)) as book:
            sheets = [_sheet(book, meta, name, package, paths) for meta in _chosen(book, name)]
    except calamine.PasswordError:
        raise SourceUnreadable(f"{name}：工作簿已加密；请用 Excel 打开，去掉密码后另存，再放入 raw/。") from None
    except (calamine.CalamineError, OSError, ValueError):
        raise SourceUnreadable(f"{name}：工作簿已损坏或不完整；请用 Excel 打开修复后另存为 .xlsx 再试。") from None
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        pictures = package is not None and any(part.startswith("xl/media/") for part in package.names)
        what = "只有图片，没有文字（可能是扫描件）；请取得文字版" if pictures else "是空的；请确认放入的是清单"
        raise NotAPowerList(f"{name}：工作表「{'、'.join(sheet.name or '' for sheet in sheets)}」{what}。")
    if not any(is_header(row) for sheet in filled for row in sheet.rows.values()):
        first = filled[0]
        place = first.place(min(first.rows), 0)
        raise NotAPowerList(
            f"{name}：{place}起没有找到表头；应当有一行依次写着“序号、权责事项、……、设定依据”等列名；"
            "请确认这是权责清单，并保留表头后再试。"
        )
    return read_sheets(filled, name)


def _chosen(book: calamine.CalamineWorkbook, name: str) -> list[calamine.SheetMetadata]:
    """The worksheets, but for those this project itself adds to a list."""
    if len(book.sheet_names) > MAX_SHEETS:
        raise SourceUnreadable(f"{name}：有{len(book.sheet_names)}个工作表，超过上限{MAX_SHEETS}个；请分成几个文件。")
    made_here = words.OWN_LIST_SHEET in book.sheet_names and set(book.sheet_names) >= words.OWN_SHEETS
    return [
        meta
        for meta in book.sheets_metadata
        if meta.typ == _TABLE_SHEET and not (made_here and meta.name in words.OWN_SHEETS)
    ]


def _sheet(
    book: calamine.CalamineWorkbook,
    meta: calamine.SheetMetadata,
    name: str,
    package: Package | None,
    paths: dict[str, str],
) -> Sheet:
    seen = _NOTHING
    if package is not None and meta.name in paths:
        seen = _scan(package, paths[meta.name], f"{name}：工作表「{meta.name}」")
    table = book.get_sheet_by_name(meta.name)
    end = table.end
    if end is not None and (end[0] + 1) * (end[1] + 1) > MAX_SLOTS:
        raise SourceUnreadable(
            f"{name}：工作表「{meta.name}」的内容伸展到{_address(*end)}，范围过大；"
            "请删去表格以外的行和列（选中后删除，不只是清空）后另存再试。"
        )
    rows: dict[int, list[Slot | None]] = {}
    if end is not None:
        # What is skipped here is empty above and to the left: numbers must be those of the sheet.
        for number, values in enumerate(table.to_python(skip_empty_area=False)):
            row = [_slot(value, number, column, seen, meta.name) for column, value in enumerate(values)]
            if any(slot is not None for slot in row):
                rows[number] = row
    areas = [Merged(top, left, bottom, right) for (top, left), (bottom, right) in table.merged_cell_ranges or ()]
    spread(rows, areas, f"{name}：工作表「{meta.name}」")
    sheet = Sheet(rows, _Places(meta.name), _name_line(meta.name), meta.name, own=True)
    hidden = sorted(seen.hidden & rows.keys())
    if hidden:
        shown = "、".join(str(number + 1) for number in hidden[:_SHOWN])
        sheet.remarks.append(("rows-hidden", (meta.name, shown, str(len(hidden)))))
    return sheet


def _slot(value: object, row: int, column: int, seen: _Seen, sheet: str) -> Slot | None:
    text = _printed(value)
    remarks: list[tuple[RemarkKind, tuple[str, ...]]] = []
    error = seen.errors.get((row, column))
    if error is not None:
        text = text or error
        remarks.append(("cell-error", (f"{sheet}!{_address(row, column)}", error)))
    elif (row, column) in seen.formulas:
        remarks.append(("formula-value", (f"{sheet}!{_address(row, column)}", text)))
    if not text.strip() and not remarks:
        return None
    return Slot(text, row, column, tuple(remarks))


def _printed(value: object) -> str:
    """A value as a person reads it: 1.0 is 1, a date is 2031-04-01."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, dt.datetime):
        plain = value.time() == dt.time()
        return value.date().isoformat() if plain else value.isoformat(" ", "seconds")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)


def _name_line(name: str) -> Sequence[Paragraph]:
    """The name of a sheet, where it says of what type the items on it are: 行政许可（11项）."""
    caption = words.CAPTION.fullmatch(name)
    typed = words.POWER_TYPE.fullmatch(name.strip())
    counted = caption is not None and (caption["label"] or caption["count"]) and words.POWER_TYPE.search(name)
    return (Paragraph(name, f"工作表「{name}」的名称"),) if typed or counted else ()


class _Places:
    """Sheet1!E4 for a row and column of one sheet."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, row: int, column: int) -> str:
        return f"{self._name}!{_address(row, column)}"


def _address(row: int, column: int) -> str:
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def _sheet_parts(package: Package) -> dict[str, str]:
    """The part of each sheet by its name, as the workbook's relations say."""
    root = package.relations("")
    book = next((path for kind, path in root.values() if kind == "officeDocument"), "xl/workbook.xml")
    relations = package.relations(book)
    tree = package.tree(book)
    parts: dict[str, str] = {}
    for sheet in tree.iter(f"{_MAIN}sheet", f"{_STRICT}sheet") if tree is not None else ():
        relation = relations.get(sheet.get(_RELATION) or sheet.get(_STRICT_RELATION) or "")
        if relation is not None:
            parts[sheet.get("name", "")] = relation[1]
    return parts


def _scan(package: Package, part: str, where: str) -> _Seen:
    """One pass over the XML of a sheet, before its values are read: also whether they fit into memory at all."""
    hidden: set[int] = set()
    formulas: dict[tuple[int, int], bool] = {}
    errors: dict[tuple[int, int], str] = {}
    count, bottom, right = 0, 0, 0
    row_tags, cell_tags = (f"{_MAIN}row", f"{_STRICT}row"), (f"{_MAIN}c", f"{_STRICT}c")
    for element in package.elements(part, *row_tags, *cell_tags):
        if element.tag in row_tags:
            if element.get("hidden") in {"1", "true"} and (element.get("r") or "").isdigit():
                hidden.add(int(element.get("r", "0")) - 1)
            continue
        if not len(element):
            continue
        count += 1
        place = _ADDRESS.fullmatch(element.get("r") or "")
        if place is None:
            continue
        at = (int(place[2]) - 1, _column(place[1]))
        bottom, right = max(bottom, at[0]), max(right, at[1])
        tags = {str(child.tag).rpartition("}")[2]: child for child in element}
        if "f" in tags:
            formulas[at] = True
        if element.get("t") == "e":
            errors[at] = (tags["v"].text if "v" in tags else None) or "#ERROR"
    if count > MAX_CELLS or (bottom + 1) * (right + 1) > MAX_SLOTS:
        raise SourceUnreadable(
            f"{where}有{count:,}个单元格，伸展到{_address(bottom, right)}，范围过大；"
            "请删去表格以外的行和列（选中后删除，不只是清空）后另存再试。"
        )
    return _Seen(frozenset(hidden), formulas, errors)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
