"""The XML of a workbook → what its values do not say: what is hidden, formulas, errors, number formats, comments.

Knows the parts of an .xlsx. Does not know what a cell says, nor what a list is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

from pipeline.errors import SourceUnreadable
from pipeline.patterns import lazy_regex
from pipeline.readers.number_formats import BUILT_IN, printed
from pipeline.readers.package import Package
from pipeline.readers.sheet import MAX_SLOTS

MAX_SHEETS: Final = 500
MAX_CELLS: Final = 2_000_000
_SPACES: Final = (
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}",
)
_RELATIONS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_ADDRESS: Final = lazy_regex(r"([A-Z]{1,3})([0-9]{1,7})")
# Parts beside a sheet, by the last word of their relation.
_OTHERS: Final = {"comments": "批注", "threadedComment": "批注", "drawing": "文本框"}
_QUOTED: Final = 40
_MOST_COLUMNS: Final = 1_000
"""Columns a format may cover one by one; a sheet has no more groups of columns than columns."""

Place = tuple[int, int]
"""Row and column, from 0."""


class Seen(NamedTuple):
    """One sheet: hidden rows and (first, last) columns, formulas and whether their result was saved, errors, numbers
    as they are shown, whether the sheet itself is hidden, and what stands beside the cells.
    """

    rows: frozenset[int] = frozenset()
    columns: tuple[tuple[int, int], ...] = ()
    formulas: dict[Place, bool] = {}  # noqa: RUF012 - never changed
    errors: dict[Place, str] = {}  # noqa: RUF012
    printed: dict[Place, str] = {}  # noqa: RUF012
    unseen: bool = False
    others: tuple[tuple[str, str], ...] = ()


NOTHING: Final = Seen()


def scan_package(package: Package, name: str) -> dict[str, Seen]:
    """What is seen of each sheet of *package*, the file called *name*, by the name of the sheet.

    Raises SourceUnreadable where its cells would not fit into memory.
    """
    package.check()
    root = package.relations("")
    main = next((path for kind, path in root.values() if kind == "officeDocument"), "xl/workbook.xml")
    relations, tree = package.relations(main), package.tree(main)
    if tree is None:
        return {}
    since_1904 = any(element.get("date1904") in {"1", "true"} for element in _children(tree, "workbookPr"))
    sheets = [each for element in _children(tree, "sheets") for each in element]
    if len(sheets) > MAX_SHEETS:
        raise SourceUnreadable(f"{name}：有{len(sheets)}个工作表，超过上限{MAX_SHEETS}个；请分成几个文件。")
    styles = next((path for kind, path in relations.values() if kind == "styles"), "xl/styles.xml")
    formats = _formats(package.tree(styles))
    seen: dict[str, Seen] = {}
    for sheet in sheets:
        title = sheet.get("name", "")
        relation = relations.get(next(filter(None, (sheet.get(key) for key in _RELATIONS)), ""))
        if relation is not None:
            found = _scan(package, relation[1], f"{name}：工作表「{title}」", formats, since_1904=since_1904)
            seen[title] = found._replace(
                unseen=sheet.get("state", "visible") != "visible", others=tuple(_others(package, relation[1]))
            )
    return seen


def address(row: int, column: int) -> str:
    """E4 for row 3 and column 4."""
    return f"{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    """E for column 4."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _scan(package: Package, part: str, where: str, formats: dict[int, str], *, since_1904: bool) -> Seen:
    """One pass over the XML of a sheet, before its values are read: also whether they fit into memory at all."""
    rows: set[int] = set()
    columns: list[tuple[int, int]] = []
    seen = Seen(formulas={}, errors={}, printed={})
    count, bottom, right = 0, 0, 0
    tags = tuple(f"{space}{tag}" for space in _SPACES for tag in ("row", "c", "col"))
    for element in package.elements(part, *tags):
        name = str(element.tag).rpartition("}")[2]
        if name == "row":
            number = element.get("r") or ""
            if number.isascii() and number.isdigit() and len(number) < 9 and _is_hidden(element, "ht"):
                rows.add(int(number) - 1)
            continue
        if name == "col":
            edges = [element.get(key) or "" for key in ("min", "max")]
            if _is_hidden(element, "width") and all(
                edge.isascii() and edge.isdigit() and len(edge) < 9 for edge in edges
            ):
                columns.append((int(edges[0]) - 1, int(edges[1]) - 1))
            continue
        place = _ADDRESS.fullmatch(element.get("r") or "")
        if not len(element):
            continue
        count += 1
        if place is None:
            continue
        at = (int(place[2]) - 1, _column(place[1]))
        bottom, right = max(bottom, at[0]), max(right, at[1])
        _cell(element, at, seen, formats, since_1904=since_1904)
    if count > MAX_CELLS or (bottom + 1) * (right + 1) > MAX_SLOTS:
        raise SourceUnreadable(
            f"{where}有{count:,}个单元格，伸展到{address(bottom, right)}，范围过大；"
            "请删去表格以外的行和列（选中后删除，不只是清空）后另存再试。"
        )
    return seen._replace(rows=frozenset(rows), columns=tuple(columns[:_MOST_COLUMNS]))


def _is_hidden(element: etree._Element, size: str) -> bool:
    return element.get("hidden") in {"1", "true"} or element.get(size) in {"0", "0.0"}


def _cell(element: etree._Element, at: Place, seen: Seen, formats: dict[int, str], *, since_1904: bool) -> None:
    children = {str(child.tag).rpartition("}")[2]: child for child in element}
    value = children["v"].text if "v" in children else None
    kind = element.get("t") or "n"
    if "f" in children:
        seen.formulas[at] = bool(value)
    if kind == "e":
        seen.errors[at] = value or "#ERROR"
    style = element.get("s") or ""
    if kind == "n" and value and style.isascii() and style.isdigit() and len(style) < 9 and int(style) in formats:
        try:
            shown = printed(float(value), formats[int(style)], since_1904=since_1904)
        except (ValueError, OverflowError, ArithmeticError):
            return
        if shown is not None:
            seen.printed[at] = shown


def _formats(styles: etree._Element | None) -> dict[int, str]:
    """For each cell style its number format, those left out that say nothing."""
    if styles is None:
        return {}
    custom = {
        each.get("numFmtId"): each.get("formatCode") or ""
        for element in _children(styles, "numFmts")
        for each in element
    }
    found: dict[int, str] = {}
    for element in _children(styles, "cellXfs"):
        for index, each in enumerate(element):
            number = each.get("numFmtId") or "0"
            code = custom.get(number) or (
                BUILT_IN.get(int(number)) if number.isascii() and len(number) < 5 and number.isdigit() else None
            )
            if code and code not in {"General", "@"}:
                found[index] = code
    return found


def _others(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Comments and text boxes of a sheet that say something."""
    for kind, path in sorted(package.relations(part).values()):
        tree = package.tree(path) if kind in _OTHERS and path in package.names else None
        if tree is not None:
            words = [each.text or "" for each in tree.iter() if str(each.tag).rpartition("}")[2] in {"t", "text"}]
            text = "".join("".join(words).split())
            if text:
                yield _OTHERS[kind], text[:_QUOTED]


def _children(tree: etree._Element, name: str) -> Iterator[etree._Element]:
    return (each for each in tree if str(each.tag).rpartition("}")[2] == name)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
