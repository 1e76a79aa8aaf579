"""Proves that lists nobody should publish still make a workbook that opens and holds every word of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import FrameType
from typing import Final

import pytest
from lxml import etree
from openpyxl import Workbook

from bench.lists import annex_like
from pipeline.errors import CannotWrite
from pipeline.model import PowerList
from pipeline.parse import parse_text
from pipeline.writers import record_sheets
from pipeline.writers.measure import line_starts
from pipeline.writers.to_xlsx import ANNEX, INDEX, ITEMS, PROVISIONS, STATISTICS, to_xlsx
from tests.test_to_xlsx import with_text
from tests.validity import Package, S, faults, opened
from tests.workbooks import (
    LAW,
    USUAL,
    as_printed,
    bare,
    header_row,
    item,
    listed,
    parsed,
    provisions,
    read_items,
    records,
    reopened,
    row,
    small,
)

LONG: Final = 60_000


def annex_items(workbook: Workbook) -> list[dict[str, str]]:
    """The items on the sheets that print; one of more than 500 pages is followed by another sheet."""
    return [each for title in workbook.sheetnames if title.startswith(ANNEX) for each in read_items(workbook[title])]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "'", "#REF!", "=HYPERLINK(1)", "=cmd|' /C calc'!A0", "_x0041_"])
def test_a_title_that_looks_like_a_formula_is_a_title(sign: str) -> None:
    """Read as a file is: the title of the list, of an item, and every other cell of it."""
    title = f"{sign}对在古桥上悬挂重物的处罚"
    cells = ("1", title, title, f"{LAW}\n\n第三条　{title}", title, title, title)
    power_list = parsed(f"附件\n\n{sign}云溪市古桥管理局权责清单\n", row(*USUAL), row(*cells))
    assert power_list.items[0].title == title
    data = to_xlsx(power_list)
    assert faults(data) == []
    workbook = reopened(power_list)
    assert {cell.data_type for sheet in workbook for cells in sheet.iter_rows() for cell in cells} <= {"s", "n"}
    assert read_items(workbook[ANNEX]) == as_printed(power_list)
    (record,) = records(workbook[ITEMS])
    assert [record[heading] for heading in ("事项名称", "子项", "行使层级", "备注")] == [title] * 4
    for cell in (workbook[ITEMS]["E2"], workbook[ANNEX].cell(header_row(workbook[ANNEX]) + 1, 2)):
        assert cell.quotePrefix == (sign != "_x0041_")


@pytest.mark.parametrize("text", ["\x00", "\x07桥", "\ud800", "桥\udfff", "\ufffe", "\uffff桥", "\x0b\x0c", "\u202e桥"])
def test_what_xml_cannot_hold_breaks_no_sheet(text: str) -> None:
    assert faults(to_xlsx(with_text(text))) == []


@pytest.mark.parametrize(
    "cells",
    [
        ("1", "桥" * LONG, "", provisions(1), "桥务科", "市级", ""),
        ("1", "看护", "桥" * LONG, provisions(1), "桥" * LONG, "市" * LONG, "注" * LONG),
        ("1", "看护", "", f"{LAW}\n\n第一条　{'桥' * LONG}", "桥务科", "市级", ""),
        ("1", "看护", "", f"{LAW}\n\n第一条　" + "桥\n\n" * (LONG // 3), "桥务科", "市级", ""),
        ("1", "看护", "", f"《{'桥' * LONG}》\n\n第一条　甲", "桥务科", "市级", ""),
        ("1", "看护", "", "𠮷" * LONG, "桥务科", "市级", ""),
        ("1", "看护", "", f"{LAW}\n\n第一条　{'违反本条例第二条的，处二百元以下罚款。' * 3_000}", "桥务科", "市级", ""),
    ],
    ids=["title", "beside", "basis", "lines", "law", "rare characters", "references"],
)
def test_sixty_thousand_characters_are_all_there(cells: tuple[str, ...]) -> None:
    power_list = listed(row(*cells), item(2, provisions(1)))
    data = to_xlsx(power_list)
    assert faults(data) == []
    workbook = reopened(power_list)
    assert annex_items(workbook) == as_printed(power_list)
    first = "".join(each["全文"] or "" for each in records(workbook[PROVISIONS]) if each["序次"] == 1)
    assert bare(first) == bare("".join(provision.text for provision in power_list.items[0].provisions))
    assert [each["序次"] for each in records(workbook[ITEMS])][-1] == 2


def test_an_item_without_provisions_stands_in_its_row() -> None:
    power_list = listed(item(1, ""), item(2, provisions(1)))
    workbook = reopened(power_list)
    assert faults(to_xlsx(power_list)) == []
    assert read_items(workbook[ANNEX]) == as_printed(power_list)
    assert [each["条文数"] for each in records(workbook[ITEMS])] == [0, 1]
    assert [each["序次"] for each in records(workbook[PROVISIONS])] == [2]


def test_an_item_of_three_hundred_provisions_goes_over_its_pages() -> None:
    power_list = listed(item(1, provisions(300)), item(2, provisions(1)))
    workbook = reopened(power_list)
    assert faults(to_xlsx(power_list)) == []
    assert read_items(workbook[ANNEX]) == as_printed(power_list)
    serials = [cells[0].value for cells in workbook[ANNEX].iter_rows(min_row=header_row(workbook[ANNEX]) + 1)]
    continued = serials.count("1\n（续）")
    assert 15 <= continued <= 40
    assert len(workbook[ANNEX].row_breaks.brk) == continued
    assert len(records(workbook[INDEX])) == 300


@pytest.mark.parametrize("caption", ["", "表一：行政处罚（共0项）\n"])
def test_a_table_without_items_is_a_header(caption: str) -> None:
    power_list = parsed("云溪市古桥管理局权责清单\n", caption, row(*USUAL))
    assert power_list.items == ()
    assert faults(to_xlsx(power_list)) == []
    workbook = reopened(power_list)
    assert [bare(cell.value) for cell in workbook[ANNEX][header_row(workbook[ANNEX])]] == [bare(each) for each in USUAL]
    assert [cell.value for cell in workbook[ITEMS][2]] == [None] * workbook[ITEMS].max_column


def test_a_table_of_five_thousand_items_is_written() -> None:
    power_list = listed(*(item(number, provisions(1, "应当看护。")) for number in range(1, 5_001)))
    data = to_xlsx(power_list)
    assert faults(data) == []
    package = opened(data)
    numbers = {
        title: [int(str(cell.findtext(f"{S}v"))) for cell in column_a(package, title) if cell.find(f"{S}v") is not None]
        for title in package.titles
    }
    annex = [number for title in package.titles if title.startswith(ANNEX) for number in numbers[title]]
    assert annex == numbers[ITEMS] == numbers[PROVISIONS] == list(range(1, 5_001))


def column_a(package: Package, title: str) -> Iterator[etree._Element]:
    for cell in etree.fromstring(package.parts[package.sheets[title]]).iter(f"{S}c"):
        if str(cell.get("r")).startswith("A") and str(cell.get("r"))[1].isdigit():
            yield cell


def test_a_list_that_excel_cannot_hold_is_refused_before_anything_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line makes every output before it writes one: see test_export.py."""
    monkeypatch.setattr(record_sheets, "MAX_ROWS", 4)
    with pytest.raises(CannotWrite, match=rf"{ITEMS}: more than 1,048,576 rows.*split the list.*Nothing was written"):
        to_xlsx(small())


def test_a_row_of_more_cells_than_a_sheet_has_columns_is_refused() -> None:
    power_list = listed(row("1", "看护", "", LAW, "桥务科", "市级", "", *["多"] * 16_400))
    with pytest.raises(CannotWrite, match=rf"{ANNEX}: 16,407 columns.*too many cells.*Nothing was written"):
        to_xlsx(power_list)


def test_a_heading_longer_than_a_cell_is_refused() -> None:
    plain = listed(item(1, ""))
    (table,) = plain.tables
    long = table.columns[0].model_copy(update={"heading": "序" * 40_000})
    changed = table.model_copy(update={"columns": (long, *table.columns[1:])})
    with pytest.raises(CannotWrite, match=rf"{ANNEX}: a heading of 40,000 characters"):
        to_xlsx(plain.model_copy(update={"tables": (changed,)}))


# --- ten times and a hundred times the annex ------------------------------------------------------------------------


def large(items: int) -> PowerList:
    """A made-up list in the annex's shape; the annex has 24 items."""
    return parse_text(annex_like(items), name="large.txt", sha256="0" * 64, encoding="utf-8")


def test_ten_times_the_annex_is_all_there() -> None:
    power_list = large(240)
    assert faults(to_xlsx(power_list)) == []
    workbook = reopened(power_list)
    assert annex_items(workbook) == as_printed(power_list)
    assert workbook[STATISTICS]["B4"].value == 240


def test_a_hundred_times_the_annex_has_nothing_to_repair() -> None:
    data = to_xlsx(large(2_400))
    assert faults(data) == []
    assert len(list(column_a(opened(data), ITEMS))) == 2_401


def calls(power_list: PowerList) -> int:
    """How many functions are called to write *power_list*: the same number on every machine."""
    count = 0

    def noted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    line_starts.cache_clear()
    sys.setprofile(noted)
    try:
        to_xlsx(power_list)
    finally:
        sys.setprofile(None)
    return count


def test_ten_times_the_items_are_ten_times_the_work() -> None:
    """Counted, not timed. What a workbook costs besides its items makes the ratio smaller than 10."""
    assert calls(large(1_200)) / calls(large(120)) < 10.5
