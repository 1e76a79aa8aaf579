"""What Excel requires of a workbook's package and openpyxl does not check: anything wrong is a repair dialog.

Knows ECMA-376's rules for parts, relationships, styles, cells, Tables, names and charts, and Excel's limits.
Does not know what the workbook says, nor how it was made; reads with zipfile and lxml alone.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Final, NamedTuple

import regex
from lxml import etree

S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

# Excel's limits ("Excel specifications and limits", and ECMA-376 Part 1 §18).
MAX_TEXT, MAX_ROW, MAX_COLUMN, MAX_POINTS, MAX_WIDTH = 32_767, 1_048_576, 16_384, 409.5, 255
MAX_SHEET_NAME, MAX_COLUMN_NAME, MAX_CHOICES, MAX_FOOTER, MAX_BREAKS, MAX_LINKS = 31, 255, 255, 255, 1_026, 65_530
# ECMA-376 Part 1 §18.3.1.99: the children of a worksheet in their order.
CHILDREN: Final = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "mergeCells",
    "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "drawing", "legacyDrawing", "tableParts",
)  # fmt: skip
# §21.2.2.4, §21.2.2.25, §21.2.2.226, §21.2.2.16: those of a chart's parts that are used here.
CHART_CHILDREN: Final = {
    "chartSpace": ("date1904", "lang", "roundedCorners", "chart", "spPr", "txPr", "printSettings"),
    "chart": ("title", "autoTitleDeleted", "plotArea", "legend", "plotVisOnly", "dispBlanksAs"),
    "plotArea": ("layout", "barChart", "catAx", "valAx", "spPr"),
    "barChart": ("barDir", "grouping", "varyColors", "ser", "dLbls", "gapWidth", "overlap", "axId"),
    "ser": ("idx", "order", "tx", "spPr", "invertIfNegative", "dLbls", "cat", "val"),
    "dLbls": ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"),
    "catAx": (
        "axId", "scaling", "delete", "axPos", "numFmt", "majorTickMark", "minorTickMark", "tickLblPos", "spPr", "txPr",
        "crossAx", "crosses", "auto", "lblAlgn", "lblOffset", "noMultiLvlLbl",
    ),
    "valAx": (
        "axId", "scaling", "delete", "axPos", "numFmt", "majorTickMark", "minorTickMark", "tickLblPos", "spPr", "txPr",
        "crossAx", "crosses", "crossBetween",
    ),
    "scaling": ("orientation", "max", "min"),
}  # fmt: skip
_STYLE_PARTS: Final = {"fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"}
_RELATED: Final = etree.XPath("//@r:*", namespaces={"r": R.strip("{}")})
_ESCAPED: Final = regex.compile("_x([0-9A-Fa-f]{4})_")
_PLACE: Final = regex.compile(r"([A-Z]{1,3})([1-9][0-9]*)")


class Package(NamedTuple):
    """A workbook's parts, and its worksheets by title."""

    parts: dict[str, bytes]
    titles: list[str]
    sheets: dict[str, str]
    """The part of each sheet by its title."""


def opened(data: bytes) -> Package:
    """The package *data*, its worksheets found as a program finds them: workbook, relationship, part."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    targets = relationships(parts, "xl/workbook.xml")
    sheets = list(etree.fromstring(parts["xl/workbook.xml"]).iter(f"{S}sheet"))
    titles = [str(sheet.get("name")) for sheet in sheets]
    return Package(parts, titles, {str(sheet.get("name")): targets[str(sheet.get(f"{R}id"))] for sheet in sheets})


def relationships(parts: dict[str, bytes], name: str) -> dict[str, str]:
    """Where the relationships of the part *name* lead, by their ids."""
    folder, base = posixpath.split(name)
    source = parts.get(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
    if source is None:
        return {}
    found = {}
    for relation in etree.fromstring(source).iter(f"{PACKAGE}Relationship"):
        target = str(relation.get("Target"))
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[str(relation.get("Id"))] = path
    return found


def faults(data: bytes) -> list[str]:
    """All that is wrong with the workbook *data*, in words; nothing where nothing is."""
    package = opened(data)
    return [
        *_package_faults(package.parts),
        *_book_faults(package),
        *(f"{title}: {fault}" for title in package.sheets for fault in _sheet_faults(package, title)),
        *_table_faults(package.parts),
        *(f"{name}: {fault}" for name in package.parts for fault in _chart_faults(package, name)),
    ]


def _package_faults(parts: dict[str, bytes]) -> Iterator[str]:
    types = etree.fromstring(parts["[Content_Types].xml"])
    defaults = {each.get("Extension") for each in types.iter(f"{TYPES}Default")}
    overrides = [str(each.get("PartName")).lstrip("/") for each in types.iter(f"{TYPES}Override")]
    yield from (f"content type of {name}, which is not there" for name in overrides if name not in parts)
    yield from (f"two content types of {name}" for name, count in Counter(overrides).items() if count > 1)
    reached = {"[Content_Types].xml", *relationships(parts, "").values()}
    for name, part in parts.items():
        if name not in overrides and name.rpartition(".")[2] not in defaults:
            yield f"no content type for {name}"
        if name.endswith(".rels"):
            reached.add(name)
            continue
        targets = relationships(parts, name)
        reached.update(targets.values())
        yield from (f"{name} leads to {each}, which is not there" for each in targets.values() if each not in parts)
        found = _RELATED(etree.fromstring(part))
        used = set(map(str, found)) if isinstance(found, list) else set()
        yield from (f"{name} names a relationship {each} it does not have" for each in used - set(targets))
    yield from (f"{name} belongs to nothing" for name in parts if name not in reached)


def _book_faults(package: Package) -> Iterator[str]:
    titles = package.titles
    for title in titles:
        if len(title) > MAX_SHEET_NAME or set(title) & set("[]:*?/\\"):
            yield f"sheet name {title!r}"
    if len({title.casefold() for title in titles}) < len(titles):
        yield "two sheets with one name"
    book = etree.fromstring(package.parts["xl/workbook.xml"])
    for name in book.iter(f"{S}definedName"):
        title = titles[int(name.get("localSheetId", "-1"))]
        if not str(name.text).startswith(f"'{title}'!$"):
            yield f"{name.get('name')} of {title} is {name.text}"
    if any(str(each.get("fullCalcOnLoad")) in {"1", "true"} for each in book.iter(f"{S}calcPr")):
        yield "Excel would calculate, and ask to save"
    styles = etree.fromstring(package.parts["xl/styles.xml"])
    counts = {part: len(styles.findall(f"{S}{part}/*")) for part in _STYLE_PARTS.values()}
    for part in ("cellStyleXfs", "cellXfs"):
        for number, xf in enumerate(styles.iterfind(f"{S}{part}/{S}xf")):
            for key, of in _STYLE_PARTS.items():
                if int(xf.get(key, 0)) >= counts[of]:
                    yield f"{part} {number}: no {key} {xf.get(key)}"
    names = [each.get("name") for each in styles.iter(f"{S}cellStyle")]
    if len(set(names)) < len(names):
        yield "two styles with one name"


def _sheet_faults(package: Package, title: str) -> Iterator[str]:
    sheet = etree.fromstring(package.parts[package.sheets[title]])
    found = [child.tag.removeprefix(S) for child in sheet]
    if found != sorted(found, key=CHILDREN.index):
        yield f"elements in the order {found}"
    styles = len(etree.fromstring(package.parts["xl/styles.xml"]).findall(f"{S}cellXfs/*"))
    yield from _cell_faults(sheet, styles)
    for column in sheet.iter(f"{S}col"):
        if float(column.get("width", 0)) > MAX_WIDTH:
            yield f"column {column.get('min')} is {column.get('width')} wide"
    for each in sheet.iter(f"{S}dataValidation"):
        formula = each.findtext(f"{S}formula1") or ""
        if each.get("type") == "list" and len(formula) > MAX_CHOICES:
            yield f"a choice of {len(formula)} characters"
    for footer in sheet.iterfind(f"{S}headerFooter/*"):
        if len(str(footer.text)) > MAX_FOOTER:
            yield f"a footer of {len(str(footer.text))} characters"
    breaks = [int(each.get("id", 0)) for each in sheet.iter(f"{S}brk")]
    if len(breaks) > MAX_BREAKS or breaks != sorted(set(breaks)):
        yield f"{len(breaks)} breaks"
    yield from _link_faults(package, sheet)
    yield from _merge_faults(sheet)


def _link_faults(package: Package, sheet: etree._Element) -> Iterator[str]:
    links = list(sheet.iter(f"{S}hyperlink"))
    if len(links) > MAX_LINKS:
        yield f"{len(links)} links"
    for link in links:
        to, _, place = str(link.get("location")).rpartition("!")
        if to.strip("'") not in package.sheets or not _PLACE.fullmatch(place):
            yield f"{link.get('ref')} leads to {link.get('location')}"


def _merge_faults(sheet: etree._Element) -> Iterator[str]:
    taken: set[tuple[int, int]] = set()
    for merge in sheet.iter(f"{S}mergeCell"):
        (left, top), (right, bottom) = map(_place, str(merge.get("ref")).split(":"))
        cells = {(column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)}
        if len(cells) < 2 or cells & taken:
            yield f"merge {merge.get('ref')}"
        taken |= cells


def _cell_faults(sheet: etree._Element, styles: int) -> Iterator[str]:
    last_row = 0
    for row in sheet.iter(f"{S}row"):
        number = int(row.get("r", 0))
        if not last_row < number <= MAX_ROW:
            yield f"row {number} after {last_row}"
        last_row, last_column = number, 0
        if float(row.get("ht", 0)) > MAX_POINTS:
            yield f"row {number} is {row.get('ht')} high"
        for cell in row:
            column, at = _place(str(cell.get("r")))
            if at != number or not last_column < column <= MAX_COLUMN:
                yield f"cell {cell.get('r')} in row {number} after column {last_column}"
            last_column = column
            if int(cell.get("s", 0)) >= styles:
                yield f"{cell.get('r')}: no style {cell.get('s')}"
            if cell.find(f"{S}f") is not None:
                yield f"{cell.get('r')}: a formula"
            text = cell_text(cell)
            if len(text) * 2 > MAX_TEXT and len(text.encode("utf-16-le")) > MAX_TEXT * 2:
                yield f"{cell.get('r')}: {len(text)} characters"


def cell_text(cell: etree._Element) -> str:
    """The text in a cell as Excel reads it, _x0041_ as A; empty where it has none."""
    text = "".join(part.text or "" for part in cell.iter(f"{S}t"))
    return unescaped(text)


def unescaped(text: str) -> str:
    """*text* of an ST_Xstring (§22.9.2.19) as it is read."""
    return str(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)) if "_x" in text else text


def _table_faults(parts: dict[str, bytes]) -> Iterator[str]:
    tables = {}
    for name in parts:
        for target in relationships(parts, name).values() if name.startswith("xl/worksheets/sheet") else ():
            if target.startswith("xl/tables/"):
                tables[name] = etree.fromstring(parts[target])
    for key in ("id", "name", "displayName"):
        values = [str(table.get(key)).casefold() for table in tables.values()]
        if len(set(values)) < len(values):
            yield f"two tables with one {key}"
    for sheet, table in tables.items():
        names = [unescaped(str(column.get("name"))) for column in table.iter(f"{S}tableColumn")]
        (left, top), (right, bottom) = map(_place, str(table.get("ref")).split(":"))
        cells = {str(cell.get("r")): cell_text(cell) for cell in etree.fromstring(parts[sheet]).iter(f"{S}c")}
        heads = [text for place, text in cells.items() if _place(place)[1] == top]
        title = table.get("displayName")
        if len({name.casefold() for name in names}) < len(names) or "" in names:
            yield f"table {title}: columns {names}"
        if any(len(name.encode("utf-16-le")) > MAX_COLUMN_NAME * 2 for name in names):
            yield f"table {title}: a column's name is too long"
        if names != heads or len(names) != right - left + 1:
            yield f"table {title}: its columns are {names}, its header {heads}"
        if bottom <= top:
            yield f"table {title}: no row below its header"
        auto_filter = table.find(f"{S}autoFilter")
        if auto_filter is None or auto_filter.get("ref") != table.get("ref"):
            yield f"table {title}: filter"
        ids = [column.get("id") for column in table.iter(f"{S}tableColumn")]
        if len(set(ids)) < len(ids):
            yield f"table {title}: two columns with one id"


def _chart_faults(package: Package, name: str) -> Iterator[str]:
    if not name.startswith("xl/charts/"):
        return
    chart = etree.fromstring(package.parts[name])
    for parent, order in CHART_CHILDREN.items():
        for element in chart.iter(f"{C}{parent}"):
            found = [str(child.tag).removeprefix(C) for child in element]
            if set(found) - set(order) or found != sorted(found, key=order.index):
                yield f"children of {parent}: {found}"
    axes = sorted(str(each.get("val")) for each in chart.iter(f"{C}axId"))
    if len(axes) != 4 or len(set(axes)) != 2:
        yield f"axes {axes}"
    for reference in (*chart.iter(f"{C}strRef"), *chart.iter(f"{C}numRef")):
        title, _, places = str(reference.findtext(f"{C}f")).rpartition("!")
        sheet = etree.fromstring(package.parts[package.sheets[title.strip("'")]])
        (left, top), (_, bottom) = map(_place, (places.replace("$", "") + ":" + places.replace("$", "")).split(":")[:2])
        cells = {_place(str(cell.get("r"))): cell for cell in sheet.iter(f"{S}c")}
        there = [cells[left, row] for row in range(top, bottom + 1)]
        values = [cell.findtext(f"{S}v") or cell_text(cell) for cell in there]
        cached = [unescaped(str(point.findtext(f"{C}v"))) for point in reference.iter(f"{C}pt")]
        if values != cached:
            yield f"{places} shows {cached}, the cells {values}"


def _place(place: str) -> tuple[int, int]:
    """B7 → (2, 7)."""
    match = _PLACE.fullmatch(place)
    assert match, place
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return column, int(match[2])
