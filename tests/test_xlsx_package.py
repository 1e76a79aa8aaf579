"""Proves that the workbook opens without a repair dialog, and says the same to a reader that is not openpyxl."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from lxml import etree
from openpyxl import load_workbook

from pipeline.writers.to_xlsx import ANNEX, FINDINGS, STATISTICS, to_xlsx
from tests.lists import ListData, lists, print_list, read
from tests.validity import S, cell_text, faults, opened
from tests.workbooks import NAMES, book, named, published, small


@pytest.mark.parametrize("name", NAMES)
def test_excel_has_nothing_to_repair(name: str) -> None:
    assert faults(to_xlsx(named(name))) == []


@given(lists())
@settings(max_examples=10, deadline=None)
def test_excel_has_nothing_to_repair_in_any_list(data: ListData) -> None:
    assert faults(to_xlsx(read(print_list(data)))) == []


def _replaced(name: str, old: str, new: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[name], f"{old} is not in {name}"
        parts[name] = parts[name].replace(old.encode(), new.encode(), 1)

    return change


def _without(name: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        del parts[name]

    return change


def _alone(name: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        parts[name] = b"<a/>"

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_without("xl/charts/chart1.xml"), "not there"),
        (_without("xl/tables/table2.xml"), "not there"),
        (_alone("xl/charts/chart9.xml"), "belongs to nothing"),
        (_replaced("[Content_Types].xml", "/xl/styles.xml", "/xl/other.xml"), "content type"),
        (_replaced("xl/worksheets/sheet7.xml", 'r:id="rId1"', 'r:id="rId9"'), "does not have"),
        (_replaced("xl/workbook.xml", "事项总表", "权责清单"), "one name"),
        (_replaced("xl/workbook.xml", 'name="条文明细"', f'name="{"条" * 32}"'), "sheet name"),
        (_replaced("xl/tables/table1.xml", "事项名称", "子项"), "columns"),
        (_replaced("xl/tables/table1.xml", 'displayName="事项总表"', 'displayName="条文明细"'), "two tables"),
        (_replaced("xl/worksheets/sheet2.xml", ">事项名称<", ">名称<"), "its header"),
        (_replaced("xl/worksheets/sheet6.xml", "<formula1>", f"<formula1>{'x' * 250}"), "a choice of"),
        (_replaced("xl/worksheets/sheet2.xml", "location=\"'权责清单'!A6\"", "location=\"'清单'!A6\""), "leads to"),
        (_replaced("xl/worksheets/sheet1.xml", ' ht="', ' ht="4'), "high"),
        (_replaced("xl/worksheets/sheet1.xml", '<mergeCell ref="A6:A8"', '<mergeCell ref="A6:B8"'), "merge"),
        (_replaced("xl/worksheets/sheet3.xml", "<v>1</v>", "<f>1+1</f>"), "a formula"),
        (_replaced("xl/worksheets/sheet3.xml", ' s="', ' s="9'), "no style"),
        (_replaced("xl/worksheets/sheet3.xml", "任何单位", "桥" * 32_768), "characters"),
        (_replaced("xl/charts/chart1.xml", "</c:v></c:pt></c:numCache>", "0</c:v></c:pt></c:numCache>"), "the cells"),
        (_replaced("xl/charts/chart1.xml", '<c:overlay val="0"/></c:title>', "</c:title><c:x/>"), "children of chart"),
    ],
)
def test_what_excel_would_repair_is_noticed(change: Callable[[dict[str, bytes]], None], said: str) -> None:
    """The check itself: each of these slips is one that openpyxl saves and loads without a word."""
    parts = dict(opened(to_xlsx(small())).parts)
    change(parts)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    try:
        found = faults(buffer.getvalue())
    except KeyError as error:  # a part that is looked up is not there
        found = [f"{error} is not there"]
    assert any(said in fault for fault in found), found


def test_the_properties_say_what_the_workbook_is() -> None:
    core = etree.fromstring(opened(to_xlsx(published())).parts["docProps/core.xml"])
    assert {etree.QName(each).localname: each.text for each in core} == {
        "title": "三明市互联网信息办公室权责事项清单",
        "subject": "三明市互联网信息办公室",
        "language": "zh-CN",
    }


@pytest.mark.parametrize("name", NAMES)
def test_two_readers_find_the_same(name: str) -> None:
    """openpyxl, and the parts read as XML: value by value, over all sheets."""
    data = to_xlsx(named(name))
    package = opened(data)
    workbook = load_workbook(BytesIO(data))
    assert list(package.sheets) == workbook.sheetnames
    count = 0
    for title, part in package.sheets.items():
        for cell in etree.fromstring(package.parts[part]).iter(f"{S}c"):
            number = cell.findtext(f"{S}v")
            value = workbook[title][str(cell.get("r"))].value
            assert value == (int(number) if number is not None else cell_text(cell) or None)
            count += value is not None
    assert count > 100


def test_every_sheet_has_a_print_area_that_holds_all_of_it() -> None:
    workbook = book("published")
    for sheet in workbook:
        area = str(sheet.print_area).rpartition("!")[2].replace("$", "")
        assert area.startswith("A1:")
        last = sheet[area.split(":")[1]]
        assert last.row >= sheet.max_row
        assert last.column >= sheet.max_column
        titles = sheet.print_title_rows
        assert titles == {ANNEX: "$4:$4", STATISTICS: None}.get(sheet.title, "$1:$1")


def test_only_tables_are_filtered_and_only_findings_are_answered() -> None:
    workbook = book("published")
    assert [sheet.title for sheet in workbook if not sheet.tables] == [ANNEX, STATISTICS]
    assert [sheet.title for sheet in workbook if sheet.data_validations.dataValidation] == [FINDINGS]
    assert [sheet.title for sheet in workbook if sheet.merged_cells.ranges] == [ANNEX]


def test_links_stay_in_the_workbook() -> None:
    parts = opened(to_xlsx(published())).parts
    assert [name for name, part in parts.items() if b'TargetMode="External"' in part] == []
