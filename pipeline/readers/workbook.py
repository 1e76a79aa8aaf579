"""Excel workbooks (.xlsx, .xls) → sheets.

Knows merged areas, hidden rows, formulas and the names of sheets. Does not know what a list is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import python_calamine as calamine

from pipeline.errors import NotAPowerList, SourceUnreadable
from pipeline.patterns import lazy_regex
from pipeline.readers.cells import Book, read_cells, read_cells_apart
from pipeline.readers.grid import Grid, RemarkKind
from pipeline.readers.headings import is_header
from pipeline.readers.native import read_sheets
from pipeline.readers.package import Package
from pipeline.readers.sheet import MAX_SLOTS, Merged, Paragraph, Sheet, Slot, spread
from pipeline.readers.upright import stood_up
from pipeline.words import tables as words

Remarks = tuple[tuple[RemarkKind, tuple[str, ...]], ...]

MAX_SHEETS: Final = 500
MAX_CELLS: Final = 2_000_000
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION: Final = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_ADDRESS: Final = lazy_regex(r"([A-Z]{1,3})([0-9]{1,7})")
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
    seen: dict[str, _Seen] = {}
    if package is not None:
        package.check()
        parts = _sheet_parts(package)
        if len(parts) > MAX_SHEETS:
            raise SourceUnreadable(f"{name}：有{len(parts)}个工作表，超过上限{MAX_SHEETS}个；请分成几个文件。")
        seen = {sheet: _scan(package, part, f"{name}：工作表「{sheet}」") for sheet, part in parts.items()}
    try:
        book = read_cells_apart(data) if package is None else read_cells(data)
    except calamine.PasswordError:
        raise SourceUnreadable(f"{name}：工作簿已加密；请用 Excel 打开，去掉密码后另存，再放入 raw/。") from None
    except ValueError:
        raise SourceUnreadable(f"{name}：工作簿已损坏或不完整；请用 Excel 打开修复后另存为 .xlsx 再试。") from None
    sheets = [_sheet(read, name, seen.get(read["name"], _NOTHING)) for read in _chosen(book)]
    filled = stood_up([sheet for sheet in sheets if sheet.rows])
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


def _chosen(book: Book) -> Book:
    """The worksheets, but for those this project itself adds to a list."""
    names = {sheet["name"] for sheet in book}
    made_here = words.OWN_LIST_SHEET in names and names >= words.OWN_SHEETS
    return [sheet for sheet in book if not (made_here and sheet["name"] in words.OWN_SHEETS)]


def _sheet(read: dict[str, Any], file: str, seen: _Seen) -> Sheet:
    name: str = read["name"]
    if read["end"] is not None:
        raise SourceUnreadable(
            f"{file}：工作表「{name}」的内容伸展到{_address(*read['end'])}，范围过大；"
            "请删去表格以外的行和列（选中后删除，不只是清空）后另存再试。"
        )
    rows: dict[int, list[Slot | None]] = {}
    for number, values in enumerate(read["rows"]):
        row = [_slot(value, number, column, seen, name) for column, value in enumerate(values)]
        if any(slot is not None for slot in row):
            rows[number] = row
    spread(rows, [Merged(*area) for area in read["merged"]], f"{file}：工作表「{name}」")
    sheet = Sheet(rows, _Places(name), _name_line(name), name, own=True)
    hidden = sorted(seen.hidden & rows.keys())
    if hidden:
        shown = "、".join(str(number + 1) for number in hidden[:_SHOWN])
        sheet.remarks.append(("rows-hidden", (name, shown, str(len(hidden)))))
    return sheet


def _slot(text: str, row: int, column: int, seen: _Seen, sheet: str) -> Slot | None:
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
