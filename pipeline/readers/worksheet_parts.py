"""The XML of a workbook → what its values do not say: what is hidden, formulas, errors, number formats, comments.

Knows the parts of an .xlsx. Does not know what a cell says, nor what a list is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

from pipeline.errors import SourceUnreadable
from pipeline.readers.number_formats import BUILT_IN, printed
from pipeline.readers.package import Package
from pipeline.readers.sheet import MAX_SLOTS
from pipeline.readers.worksheet_range import MAX_CELLS, Place, Used, bring_near, place_of, too_many, without_empty

MAX_SHEETS: Final = 500
_SPACES: Final = (
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}",
)
_RELATIONS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
# Parts beside a sheet, by the last word of their relation.
_OTHERS: Final = {"comments": "批注", "threadedComment": "批注", "drawing": "文本框"}
_QUOTED: Final = 40
_MOST_COLUMNS: Final = 1_000
"""Columns a format may cover one by one; a sheet has no more groups of columns than columns."""


class Seen(NamedTuple):
    """One sheet: hidden rows and (first, last) columns, formulas and whether their result was saved, errors, numbers
    as they are shown, whether the sheet itself is hidden, what stands beside the cells, where cells that stand far
    from all others are read instead of where they stand, and whether a cell does not say where it stands.
    """

    rows: frozenset[int] = frozenset()
    columns: tuple[tuple[int, int], ...] = ()
    formulas: dict[Place, bool] = {}  # noqa: RUF012 - never changed
    errors: dict[Place, str] = {}  # noqa: RUF012
    printed: dict[Place, str] = {}  # noqa: RUF012
    unseen: bool = False
    others: tuple[tuple[str, str], ...] = ()
    moved: dict[Place, Place] = {}  # noqa: RUF012
    unplaced: bool = False


NOTHING: Final = Seen()


def scan_package(package: Package, name: str) -> tuple[dict[str, Seen], dict[str, bytes]]:
    """What is seen of each sheet of *package*, the file called *name*, by the name of the sheet; and the parts whose
    values are to be read from other bytes, because a cell far away would make a sheet of billions of places.

    Raises SourceUnreadable where its cells would not fit into memory.
    """
    package.check()
    root = package.relations("")
    main = next((path for kind, path in root.values() if kind == "officeDocument"), "xl/workbook.xml")
    relations, tree = package.relations(main), package.tree(main)
    if tree is None:
        return {}, {}
    since_1904 = any(element.get("date1904") in {"1", "true"} for element in _children(tree, "workbookPr"))
    sheets = [each for element in _children(tree, "sheets") for each in element]
    if len(sheets) > MAX_SHEETS:
        raise SourceUnreadable(f"{name}：有{len(sheets)}个工作表，超过上限{MAX_SHEETS}个；请分成几个文件。")
    styles = next((path for kind, path in relations.values() if kind == "styles"), "xl/styles.xml")
    formats = _formats(package.tree(styles))
    seen: dict[str, Seen] = {}
    changed: dict[str, bytes] = {}
    for sheet in sheets:
        title = sheet.get("name", "")
        relation = relations.get(next(filter(None, (sheet.get(key) for key in _RELATIONS)), ""))
        if relation is not None:
            where = f"{name}：工作表「{title}」"
            found, used = _scan(package, relation[1], where, formats, since_1904=since_1904)
            if (used.bottom + 1) * (used.right + 1) > MAX_SLOTS:
                moved, changed[relation[1]] = bring_near(package.read(relation[1]) or b"", used, where)
                found = found._replace(moved=moved)
            seen[title] = found._replace(
                unseen=sheet.get("state", "visible") != "visible", others=tuple(_others(package, relation[1]))
            )
    return seen, changed


def _scan(package: Package, part: str, where: str, formats: dict[int, str], *, since_1904: bool) -> tuple[Seen, Used]:
    """One pass over the XML of a sheet, before its values are read: also whether they fit into memory at all."""
    data = without_empty(package.read(part) or b"", where)
    rows: set[int] = set()
    columns: list[tuple[int, int]] = []
    seen = Seen(formulas={}, errors={}, printed={})
    used = Used(set(), set())
    count = 0
    unplaced = False
    tags = tuple(f"{space}{tag}" for space in _SPACES for tag in ("row", "c", "col"))
    for element in package.elements(part, *tags, data=data):
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
        if not len(element):
            continue
        count += 1
        if count > MAX_CELLS:
            raise too_many(where, MAX_CELLS, "个单元格")
        at = place_of(element.get("r") or "", where)
        if at is None:
            unplaced = True
            continue
        used.rows.add(at[0])
        used.columns.add(at[1])
        _cell(element, at, seen, formats, since_1904=since_1904)
    return seen._replace(rows=frozenset(rows), columns=tuple(columns[:_MOST_COLUMNS]), unplaced=unplaced), used


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
