"""Proves that the workbook is the published list: every word in its cell, on pages that hold it, and as records."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.columns import DECISIONS
from pipeline.errors import CannotWrite
from pipeline.model import PowerList
from pipeline.parse import parse_bytes
from pipeline.writers import annex_pages, record_sheets
from pipeline.writers.measure import MAX_ROW, PAGE, SCALE, SHEET_WIDTH, UNIT, em_of, height, line_starts, lines_in
from pipeline.writers.ooxml import SYSTEM, Fonts, clean_text
from pipeline.writers.sheet_xml import Body, filled, pieces
from pipeline.writers.to_xlsx import ANNEX, FINDINGS, ITEMS, PROVISIONS, REFERENCES, to_xlsx
from tests.lists import ListData, lists, print_list, read

ROOT: Final = Path(__file__).resolve().parent.parent
LISTED: Final = ROOT / "raw" / "sanming-wangxin.txt"
SMALL: Final = ROOT / "tests" / "fixtures" / "small" / "list.txt"
S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ANY_TEXT: Final = st.text(st.characters(), max_size=40)  # lone surrogates too

USUAL: Final = ("序号", "权责事项", "子项", "设定依据", "实施主体和\n\n责任主体", "行使层级", "备注")
LAW: Final = "《云溪市古桥守护条例》（云溪市人民代表大会常务委员会公告第7号　2031年4月1日施行）"
DUTY: Final = "古桥的养护人应当每月检查桥面，记录裂缝，并将记录保存不少于10年；发现险情（含夜间）的，应当立即报告。"


# --- lists and what comes of them -----------------------------------------------------------------------------------


def row(*cells: str) -> str:
    """One row as the annex flattens it."""
    return "".join(f"\t{cell}\n" for cell in cells) + "\n"


def item(serial: object, basis: str, title: str = "对在古桥上悬挂重物的处罚", remarks: str = "") -> str:
    """A row of the usual seven columns."""
    return row(str(serial), title, "", basis, "桥务科", "市级", remarks)


def parsed(*parts: str) -> PowerList:
    return parse_bytes("".join(parts).encode(), "list.txt")


def listed(*rows: str, header: tuple[str, ...] = USUAL) -> PowerList:
    """A list of one table without caption."""
    return parsed("附件\n\n云溪市古桥管理局权责清单\n", row(*header), *rows)


def provisions(count: int, words: str = DUTY) -> str:
    return "\n\n".join([LAW, *(f"第{number + 1}条　{words}" for number in range(count))])


@cache
def small() -> PowerList:
    """The made-up list in the annex's shape."""
    return parse_bytes(SMALL.read_bytes(), SMALL.name)


@cache
def published() -> PowerList:
    """The list this house was built for."""
    return parse_bytes(LISTED.read_bytes(), LISTED.name)


HARD: Final = (
    "附件2\n\n云溪市古桥管理局", "很长的" * 20, "权责清单\n编制单位：云溪市古桥管理局（2031年版）\n",
    "表一：行政处罚（共6项）\n", row(*USUAL),
    item(1, f"{LAW}\n\n第一条　{DUTY * 40}", "=1+1的处罚"),
    item(2, provisions(1), "对名称很长" * 180 + "的处罚", "备注也不短。" * 30),
    item(3, provisions(24)),
    row("一、分组"),
    item(4, ""),
    item(
        5, f"{LAW}\n\n《{'另一部名称很长的' * 12}办法》\n\n第二条　{DUTY}\n\n{DUTY}\n\n（一）{DUTY}",
        "对W级古桥GB/T 9704的处罚WWWWWW",
    ),
    item(6, "没有法律名称，也没有条号。"),
    f"注：{DUTY * 12}\n\n表二：行政许可（共1项）\n", row(*USUAL), item(7, provisions(2)),
)  # fmt: skip
"""Everything that is too long, too many or missing."""


@cache
def hard() -> PowerList:
    return parsed(*HARD)


def named(name: str) -> PowerList:
    return {"small": small, "published": published, "hard": hard}[name]()


@cache
def book(name: str) -> Workbook:
    return reopened(named(name))


def reopened(power_list: PowerList, fonts: Fonts | None = None) -> Workbook:
    data = to_xlsx(power_list, fonts) if fonts else to_xlsx(power_list)
    return load_workbook(BytesIO(data), rich_text=True)


def parts(power_list: PowerList) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(to_xlsx(power_list))) as package:
        return {name: package.read(name) for name in package.namelist()}


def bare(text: object) -> str:
    return "".join(str(text).split())


def records(sheet: Worksheet) -> list[dict[str, Any]]:
    headings, *rows = sheet.iter_rows(values_only=True)
    return [{str(heading): value for heading, value in zip(headings, each, strict=True)} for each in rows]


class Segment(NamedTuple):
    """An item's rows on one page."""

    first: int
    last: int


def header_row(sheet: Worksheet) -> int:
    assert sheet.print_title_rows
    first, last = sheet.print_title_rows.replace("$", "").split(":")
    assert first == last
    return int(first)


def page_starts(sheet: Worksheet) -> list[int]:
    return [1, *(each.id + 1 for each in sheet.row_breaks.brk)]


def segments(sheet: Worksheet) -> list[Segment]:
    """The rows of each item on each page, in order: those below the header that are not merged over all columns."""
    tall = {each.min_row: each.max_row for each in sheet.merged_cells.ranges if each.min_col == each.max_col == 1}
    wide = {each.min_row for each in sheet.merged_cells.ranges if each.min_col != each.max_col}
    result = []
    number = header_row(sheet) + 1
    while number <= sheet.max_row:
        last = tall.get(number, number)
        if number not in wide:
            result.append(Segment(number, last))
        number = last + 1
    return result


def link(sheet: Worksheet, number: int) -> str:
    """Where the record in row *number* leads, inside the workbook."""
    found = sheet.cell(number, 1).hyperlink
    assert found is not None
    assert found.location is not None
    assert found.target is None
    return found.location


def fits_page(sheet: Worksheet) -> bool:
    setup = sheet.sheet_properties.pageSetUpPr
    return bool(setup and setup.fitToPage)


def column(sheet: Worksheet, heading: str) -> int:
    header = [bare(cell.value) for cell in sheet[header_row(sheet)]]
    return header.index(heading) + 1


def read_items(sheet: Worksheet) -> list[dict[str, str]]:
    """The items as a reader would take them from the sheet: what goes on over pages joined again, no white space."""
    header = [bare(cell.value) for cell in sheet[header_row(sheet)]]
    items: list[dict[str, str]] = []
    for first, last in segments(sheet):
        cells = {
            heading: "".join(bare(sheet.cell(number, index).value or "") for number in range(first, last + 1))
            for index, heading in enumerate(header, 1)
        }
        if cells["序号"].endswith("（续）"):
            serial = cells.pop("序号").removesuffix("（续）")
            assert serial == items[-1]["序号"]
            for heading, text in cells.items():
                items[-1][heading] += text
        else:
            items.append(cells)
    return items


def as_printed(power_list: PowerList) -> list[dict[str, str]]:
    """What ``read_items`` has to find."""
    return [
        {
            "序号": bare(each.serial or ""),
            "权责事项": bare(each.title or ""),
            "子项": bare(each.sub_item or ""),
            "设定依据": "".join(
                bare(basis.citation) + "".join(bare(p.label) + bare(p.text) for p in basis.provisions)
                for basis in each.basis
            ),
            "实施主体和责任主体": bare(each.department or ""),
            "行使层级": bare(each.level or ""),
            "备注": bare(each.remarks or ""),
        }
        for each in power_list.items
    ]


# --- the workbook ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_sheets_stand_in_their_order(name: str) -> None:
    workbook = book(name)
    assert workbook.sheetnames == [ANNEX, ITEMS, PROVISIONS, REFERENCES, FINDINGS]
    assert workbook.active is workbook[ANNEX]
    assert all(len(title) <= 31 for title in workbook.sheetnames)


def test_the_same_list_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = to_xlsx(small())
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.chdir(tmp_path)
    assert to_xlsx(parse_bytes(SMALL.read_bytes(), SMALL.name)) == first


def test_the_package_carries_no_clock_and_no_person() -> None:
    with zipfile.ZipFile(BytesIO(to_xlsx(small()))) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert "云溪市古桥管理局权责清单" in core
    assert not re.search("created|modified|creator|openpyxl", core)
    for name, part in parts(small()).items():
        assert not re.search(rb"20\d\d-\d\d-\d\dT", part), name
        assert b"openpyxl" not in part, name


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_nothing_is_a_formula_or_an_error(name: str) -> None:
    for sheet in book(name):
        for cells in sheet.iter_rows():
            for cell in cells:
                assert cell.data_type in {"s", "n"}, f"{sheet.title}!{cell.coordinate} {cell.value!r}"


def test_what_only_new_programs_know_is_not_used() -> None:
    """Works in WPS and old Excel: no formulas, slicers, dynamic arrays, macros, or colours of the theme alone."""
    for name, part in parts(small()).items():
        assert not name.endswith((".bin", "metadata.xml")), name
        if not name.startswith("xl/theme/"):
            assert b"theme=" not in part, name
            assert not re.search(rb"<f[ >]|slicer|extLst|x14:", part), name


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet5.xml"])
def test_elements_of_a_worksheet_have_their_order(name: str) -> None:
    """ECMA-376 Part 1 §18.3.1.99: Excel repairs a file whose elements stand in another order."""
    order = [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "mergeCells", "dataValidations",
        "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "tableParts",
    ]  # fmt: skip
    found = [element.tag.removeprefix(S) for element in etree.fromstring(parts(small())[name])]
    assert found == sorted(found, key=order.index)
    assert "sheetData" in found


def test_a_frame_without_its_places_is_not_filled() -> None:
    with pytest.raises(AssertionError, match="printOptions"):
        list(filled(b"<worksheet><sheetData/></worksheet>", Body([], [], [])))


@pytest.mark.parametrize("fonts", [None, SYSTEM], ids=["official", "system"])
def test_fonts_are_those_of_the_preset(fonts: Fonts | None) -> None:
    sheet = reopened(small(), fonts)[ANNEX]
    title, heading, body = ("方正小标宋简体", "黑体", "仿宋_GB2312") if fonts is None else ("宋体", "黑体", "仿宋")
    assert (sheet["A1"].font.name, sheet["A1"].font.size) == (heading, 16)
    assert (sheet["A2"].font.name, sheet["A2"].font.size, sheet["A2"].font.bold) == (title, 22, False)
    assert sheet.cell(header_row(sheet), 1).font.name == heading
    law = sheet.cell(segments(sheet)[0].first, column(sheet, "设定依据"))
    assert (law.font.name, law.font.size) == (body, 10.5)
    assert isinstance(law.value, CellRichText)
    assert [(block.font.rFont, block.font.sz) for block in law.value if isinstance(block, TextBlock)] == [
        (heading, 10.5),
        (body, 10.5),
    ]


# --- text stays the text it is --------------------------------------------------------------------------------------

TRAPS: Final = [
    "=1+1", "+1", "-1", "@SUM", "#REF!", "#N/A", "TRUE", "2017/6/1", "007", "'quoted", "_x0041_", "a_x000D_b",
    "_x005F_", "<b>&amp;\"'", "a  b", "\u200b", "𠮷野家", "é", "]]>", "a\rb",
]  # fmt: skip


def with_text(text: str) -> PowerList:
    """The small list with *text* as title of the list and in every cell of its first item."""
    plain = small()
    first = plain.items[0]
    basis = first.basis[0]
    law_text = replace(basis.provisions[0], text=text, label="")
    changed = first.model_copy(
        update={
            "title": text, "sub_item": text, "department": text, "level": text, "remarks": text,
            "basis": (basis.model_copy(update={"citation": "", "provisions": (law_text,)}),),
        }
    )  # fmt: skip
    table = plain.tables[0].model_copy(update={"items": (changed, *plain.tables[0].items[1:])})
    blocks = tuple(
        block.model_copy(update={"text": text}) if block.kind == "title" else block for block in plain.blocks
    )
    return plain.model_copy(update={"tables": (table, *plain.tables[1:]), "blocks": blocks})


def texts_of(power_list: PowerList) -> Iterator[str]:
    """The text in the workbook's cells where ``with_text`` has put it, read from the XML as Excel reads it."""
    found = parts(power_list)
    for name, places in (
        ("xl/worksheets/sheet1.xml", ("A2", "B6", "C6", "D6", "E6", "F6", "G6")),
        ("xl/worksheets/sheet2.xml", ("E2", "F2", "O2", "P2", "Q2")),
        ("xl/worksheets/sheet3.xml", ("B2", "G2")),
    ):
        cells = {cell.get("r"): cell for cell in etree.fromstring(found[name]).iter(f"{S}c")}
        for place in places:
            cell = cells[place]
            text = "".join(t.text or "" for t in cell.iter(f"{S}t"))
            assert not text or cell.get("t") == "inlineStr"
            yield re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


@pytest.mark.parametrize("text", TRAPS)
def test_a_text_stays_a_text(text: str) -> None:
    assert {found.removeprefix("\u3000\u3000") for found in texts_of(with_text(text))} == {text}
    sheet = reopened(with_text(text))[ITEMS]
    cell = sheet["E2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", text[0] in "=+-@#'")
    if "x005F_" not in text:  # openpyxl takes this for an escape of its own wherever it stands
        assert cell.value == text


@given(ANY_TEXT)
@settings(max_examples=15, deadline=None)
def test_any_text_survives_and_what_xml_cannot_hold_is_seen(text: str) -> None:
    assume("\n" not in text)  # a line feed is set off by an indentation on the printed sheet
    power_list = with_text(text)
    expected = clean_text(text)
    for index, found in enumerate(texts_of(power_list)):
        if index == 3:  # the law's cell on the printed sheet, indented
            assert found == ("\u3000\u3000" + expected if expected else "")
        else:
            assert found == expected
    assert len(expected) == len(text)
    workbook = load_workbook(BytesIO(to_xlsx(power_list)), rich_text=True)
    if not re.search("x005[Ff]_|_x", text):
        assert (workbook[ITEMS]["E2"].value or "") == expected


def test_lines_of_a_provision_stay_lines() -> None:
    sheet = book("small")[ANNEX]
    first = segments(sheet)[0].first
    law = column(sheet, "设定依据")
    assert str(sheet.cell(first, law).value).split("\n") == [
        "《云溪市古桥守护条例》（云溪市人民代表大会常务委员会公告第7号　2031年4月1日施行）",
        "　　第三条　市古桥管理部门负责全市古桥的监督管理工作。",
    ]
    assert str(sheet.cell(first + 1, law).value).split("\n") == [
        "　　第九条　任何单位不得在古桥上悬挂重物。",
        "　　古桥的养护人应当每月检查桥面，记录裂缝。",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 1), ("桥" * 16_383, 1), ("桥" * 32_767, 1), ("桥" * 32_768, 3), ("𠮷" * 16_383, 1), ("𠮷" * 16_384, 2)],
)
def test_a_text_too_long_for_a_cell_is_cut_into_pieces(text: str, count: int) -> None:
    found = pieces(text)
    assert "".join(found) == text
    assert len(found) == count
    assert all(len(piece.encode("utf-16-le")) <= 2 * 32_767 for piece in found)


def test_nothing_of_a_serial_longer_than_a_page_is_lost() -> None:
    table = small().tables[0]
    long = table.items[0].model_copy(update={"serial": "序" * 700})
    changed = table.model_copy(update={"items": (long, *table.items[1:])})
    sheet = reopened(small().model_copy(update={"tables": (changed, *small().tables[1:])}))[ANNEX]
    column_a = "".join(bare(sheet.cell(number, 1).value or "") for number in range(header_row(sheet), sheet.max_row))
    assert column_a.count("序") == 700 + len("序号") // 2


def test_nothing_of_a_very_long_provision_is_lost() -> None:
    words = "".join(f"第{number}座桥，" for number in range(8_000))
    assert len(words) > 32_767
    power_list = listed(item(1, f"{LAW}\n\n第一条　{words}"), item(2, provisions(1)))
    workbook = reopened(power_list)
    assert read_items(workbook[ANNEX]) == as_printed(power_list)
    found = records(workbook[PROVISIONS])
    assert [each["序次"] for each in found] == [*[1] * len(pieces(words)), 2]
    assert "".join(each["全文"] for each in found[:-1]) == words


# --- the annex: every word, once, in its place ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_every_printed_value_stands_on_the_sheet_once(name: str) -> None:
    power_list = named(name)
    assert read_items(book(name)[ANNEX]) == as_printed(power_list)


@given(lists())
@settings(max_examples=15, deadline=None)
def test_any_list_can_be_read_back_from_the_sheet(data: ListData) -> None:
    power_list = read(print_list(data))
    assert read_items(reopened(power_list)[ANNEX]) == as_printed(power_list)


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_what_stands_outside_the_rows_is_there_too(name: str) -> None:
    power_list = named(name)
    sheet = book(name)[ANNEX]
    wide = [bare(cells[0].value or "") for cells in sheet.iter_rows() if cells[0].row not in _item_rows(sheet)]
    shown = "".join(text for number, text in enumerate(wide, 1) if number != header_row(sheet))
    assert shown == "".join(bare(block.text) for block in power_list.blocks if block.kind != "header")


def _item_rows(sheet: Worksheet) -> set[int]:
    return {number for first, last in segments(sheet) for number in range(first, last + 1)}


def test_one_row_for_each_provision() -> None:
    sheet = book("published")[ANNEX]
    rows = sum(last - first + 1 for first, last in segments(sheet))
    assert rows == sum(len(each.provisions) for each in published().items)


def test_columns_stand_as_printed_and_in_printed_order() -> None:
    header = ("序号", "监督电话", "权责事项", "设定依据", "实施主体", "责任主体")
    sheet = reopened(listed(row("1", "0000-1", "看护", LAW, "桥务科", "风物科"), header=header))[ANNEX]
    number = segments(sheet)[0].first
    assert [cell.value for cell in sheet[header_row(sheet)]] == list(header)
    assert [str(cell.value) for cell in sheet[number]] == ["1", "0000-1", "看护", LAW, "桥务科", "风物科"]


def test_a_list_without_any_law_column_is_written() -> None:
    power_list = listed(row("1", "看护", "桥务科"), header=("序号", "权责事项", "实施主体"))
    sheet = reopened(power_list)[ANNEX]
    assert [cell.value for cell in sheet[segments(sheet)[0].first]] == [1, "看护", "桥务科"]


def test_a_table_with_other_columns_has_a_sheet_and_a_header_of_its_own() -> None:
    other = ("序号", "权力类型", "权责事项", "设定依据")
    power_list = parsed(
        "云溪市古桥管理局权责清单\n表一：行政处罚（共1项）\n", row(*USUAL), item(1, provisions(1)),
        "\n表二：行政检查（共1项）\n", row(*other), row("2", "行政检查", "巡查", provisions(1)),
        "\n表三：行政检查（共1项）\n", row(*other), row("3", "行政检查", "抽查", provisions(1)),
    )  # fmt: skip
    workbook = reopened(power_list)
    assert workbook.sheetnames[:3] == [ANNEX, f"{ANNEX}（2）", ITEMS]
    second = workbook[f"{ANNEX}（2）"]
    assert [cell.value for cell in second[header_row(second)]] == list(other)
    assert [second.cell(number, 1).value for number in range(2, second.max_row + 1)] == [
        "表二：行政检查（共1项）", 2, "表三：行政检查（共1项）", 3,
    ]  # fmt: skip
    assert [each["序次"] for each in records(workbook[ITEMS])] == [1, 2, 3]
    links = [link(workbook[ITEMS], number) for number in (2, 3, 4)]
    assert links == [f"'{ANNEX}'!A5", f"'{ANNEX}（2）'!A3", f"'{ANNEX}（2）'!A5"]


def test_a_table_without_items_keeps_its_caption() -> None:
    power_list = parsed(
        "云溪市古桥管理局权责清单\n表一：行政处罚（共1项）\n", row(*USUAL), item(1, provisions(1)),
        "\n表二：行政许可（共0项）\n", row(*USUAL), "\n表三：行政检查（共1项）\n", row(*USUAL), item(2, provisions(1)),
    )  # fmt: skip
    sheet = reopened(power_list)[ANNEX]
    captions = [cells[0].value for cells in sheet.iter_rows() if str(cells[0].value).startswith("表")]
    assert captions == ["表一：行政处罚（共1项）", "表二：行政许可（共0项）", "表三：行政检查（共1项）"]


def test_a_list_too_long_for_one_sheet_goes_on_on_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annex_pages, "MAX_PAGES", 3)
    power_list = listed(*(item(number, provisions(6)) for number in range(1, 9)))
    workbook = reopened(power_list)
    sheets = [workbook[title] for title in workbook.sheetnames if title.startswith(ANNEX)]
    assert len(sheets) > 1
    assert [each for sheet in sheets for each in read_items(sheet)] == as_printed(power_list)
    assert all(header_row(sheet) == 1 for sheet in sheets[1:])


# --- the annex: pages -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_pages_hold_their_rows(name: str) -> None:
    sheet = book(name)[ANNEX]
    heights = {number: sheet.row_dimensions[number].height for number in range(1, sheet.max_row + 1)}
    assert all(value is not None and value <= MAX_ROW for value in heights.values())
    assert MAX_ROW <= 409
    starts = [*page_starts(sheet), sheet.max_row + 1]
    assert starts == sorted(set(starts))
    for page, (first, after) in enumerate(pairwise(starts)):
        repeated = heights[header_row(sheet)] if page else 0
        used = repeated + sum(heights[number] for number in range(first, after))
        assert used <= PAGE
        assert used * SCALE / 100 <= 156 / 25.4 * 72  # GB/T 9704: 156 mm of text


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_the_page_holds_the_columns(name: str) -> None:
    sheet = book(name)[ANNEX]
    widths = [sheet.column_dimensions[get_column_letter(index)].width for index in range(1, sheet.max_column + 1)]
    assert sum(widths) == pytest.approx(SHEET_WIDTH)
    assert sum(widths) * UNIT * SCALE / 100 <= 225 / 25.4 * 72  # GB/T 9704: 225 mm of text
    assert min(widths) > 3


def test_many_columns_still_fit_the_page() -> None:
    header = (*USUAL, *(f"其他栏目{number}" for number in range(20)))
    sheet = reopened(listed(row("1", "看护", "", LAW, "桥务科", "市级", "", *["内容"] * 20), header=header))[ANNEX]
    widths = [sheet.column_dimensions[get_column_letter(index)].width for index in range(1, 28)]
    assert sum(widths) == pytest.approx(SHEET_WIDTH)


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_an_item_is_cut_only_where_a_page_cannot_hold_it(name: str) -> None:
    sheet = book(name)[ANNEX]
    starts = set(page_starts(sheet))
    whole = PAGE - sheet.row_dimensions[header_row(sheet)].height
    for first, last in segments(sheet):
        assert not starts.intersection(range(first + 1, last + 1))  # no merge over the end of a page
        if str(sheet.cell(first, 1).value).endswith("（续）"):
            assert first in starts
    for runs in _runs(sheet):
        if len(runs) > 1:
            points = sum(sheet.row_dimensions[n].height for first, last in runs for n in range(first, last + 1))
            assert points > whole


def _runs(sheet: Worksheet) -> list[list[Segment]]:
    """The parts of each item."""
    result: list[list[Segment]] = []
    for segment in segments(sheet):
        if str(sheet.cell(segment.first, 1).value).endswith("（续）"):
            result[-1].append(segment)
        else:
            result.append([segment])
    return result


def test_long_items_go_on_under_their_serial() -> None:
    sheet = book("published")[ANNEX]
    continued = [bare(sheet.cell(first, 1).value) for first, _ in segments(sheet)]
    assert "20（续）" in continued
    assert [serial for serial in continued if "（续）" not in serial] == [str(number) for number in range(1, 25)]


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_every_table_begins_a_page_below_the_repeated_header(name: str) -> None:
    sheet = book(name)[ANNEX]
    starts = page_starts(sheet)
    captions = [cells[0].row for cells in sheet.iter_rows() if re.match("表[一二]：", str(cells[0].value))]
    assert captions[0] in {header_row(sheet) + 1, *starts}
    assert set(captions[1:]) <= set(starts)
    assert len(captions) == 2


def test_a_caption_or_group_stays_with_the_item_that_follows() -> None:
    for name in ("small", "published", "hard"):
        sheet = book(name)[ANNEX]
        last_rows = {start - 1 for start in page_starts(sheet)[1:]}
        for cells in sheet.iter_rows():
            if re.match("表[一二]：|一、分组", str(cells[0].value)):
                assert cells[0].row not in last_rows


def test_no_line_stands_between_the_provisions_of_an_item() -> None:
    sheet = book("published")[ANNEX]
    law = column(sheet, "设定依据")
    for first, last in segments(sheet):
        for number in range(first, last + 1):
            border = sheet.cell(number, law).border
            sides = (border.top, border.bottom, border.left, border.right)
            drawn = tuple(side is not None and side.style == "thin" for side in sides)
            assert drawn == (number == first, number == last, True, True)


def test_an_items_other_columns_are_merged_over_its_rows() -> None:
    sheet = book("published")[ANNEX]
    merged = {str(each) for each in sheet.merged_cells.ranges}
    law = column(sheet, "设定依据")
    for first, last in segments(sheet):
        if last > first:
            for index in range(1, sheet.max_column + 1):
                letter = get_column_letter(index)
                assert (f"{letter}{first}:{letter}{last}" in merged) == (index != law)


def test_no_two_merges_overlap() -> None:
    for name in ("small", "published", "hard"):
        seen: set[tuple[int, int]] = set()
        for each in book(name)[ANNEX].merged_cells.ranges:
            assert each.size["rows"] * each.size["columns"] > 1
            cells = {
                (n, c) for n in range(each.min_row, each.max_row + 1) for c in range(each.min_col, each.max_col + 1)
            }
            assert not cells & seen
            seen |= cells


def test_the_annex_prints_as_the_standard_says() -> None:
    sheet = book("published")[ANNEX]
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation, setup.scale) == (9, "landscape", SCALE)
    assert not fits_page(sheet)  # Excel would ignore the breaks
    margins = sheet.page_margins
    assert [round(side * 25.4) for side in (margins.top, margins.bottom, margins.left, margins.right)] == [
        28,
        26,
        35,
        37,
    ]
    assert sheet.print_area == f"'{ANNEX}'!$A$1:$G${sheet.max_row}"
    assert header_row(sheet) == 4
    footers = etree.fromstring(parts(published())["xl/worksheets/sheet1.xml"]).find(f"{S}headerFooter")
    assert footers is not None
    assert footers.get("differentOddEven") == "1"
    assert footers.findtext(f"{S}oddFooter") == '&R&"宋体,Regular"&14— &P —\u3000'
    assert footers.findtext(f"{S}evenFooter") == '&L&"宋体,Regular"&14\u3000— &P —'
    assert sheet.freeze_panes == "A5"


def test_the_head_of_the_annex_stands_as_printed() -> None:
    sheet = book("published")[ANNEX]
    assert (sheet["A1"].value, sheet["A2"].value) == ("附件：", "三明市互联网信息办公室权责事项清单")
    assert sheet["A2"].alignment.horizontal == "center"
    assert [bare(cell.value) for cell in sheet[4]] == [bare(heading) for heading in USUAL]
    assert sheet["A5"].value == "表一：行政处罚（共14项）"


def test_a_head_that_would_fill_the_screen_is_not_frozen() -> None:
    assert book("hard")[ANNEX].freeze_panes is None


# --- lines and heights ----------------------------------------------------------------------------------------------


@given(st.text(st.sampled_from("古桥，。（）《》ab1W \n“”—"), max_size=80), st.floats(2, 30))
@settings(max_examples=300, deadline=None)
def test_lines_are_the_text_and_none_is_too_wide(text: str, em: float) -> None:
    starts = [*line_starts(text, em), len(text) + 1]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    for first, after in pairwise(starts):
        line = text[first:after].removesuffix("\n")
        assert "\n" not in line
        assert sum(1.0 if char >= "\u2010" or char == "W" else 0.55 for char in line) <= em


@pytest.mark.parametrize(
    ("text", "em", "lines"),
    [
        ("", 10, [""]),
        ("一二三四五", 5, ["一二三四五"]),
        ("一二三四五六", 5, ["一二三四五", "六"]),
        ("一二三四五，六", 5, ["一二三四", "五，六"]),  # no comma at the start of a line
        ("一二三四（五六）", 5, ["一二三四", "（五六）"]),  # no opening bracket at its end
        ("一二三2000元", 5, ["一二三", "2000元"]),  # a number is not broken
        ("一\n\n二", 5, ["一\n", "\n", "二"]),
    ],
)
def test_lines_break_as_chinese_does(text: str, em: float, lines: list[str]) -> None:
    starts = [*line_starts(text, em), len(text)]
    assert [text[first:after] for first, after in pairwise(starts)] == lines


@given(st.integers(1, 26), st.sampled_from([10.0, 10.5, 22.0]), st.floats(0, 9))
def test_a_height_holds_the_lines_it_was_made_for(lines: int, size: float, padding: float) -> None:
    points = height(lines, size, padding)
    assert lines_in(points, size, padding) == lines
    assert points >= lines * size * 1.4 + padding
    assert points % 0.75 == 0


def test_every_row_is_as_high_as_its_words_need() -> None:
    """Independent of how the rows were made: each cell's lines, at the height Noto CJK needs, fit its cell."""
    for name in ("small", "published", "hard"):
        sheet = book(name)[ANNEX]
        merged = {(each.min_row, each.min_col): each for each in sheet.merged_cells.ranges}
        for cells in sheet.iter_rows():
            for cell in cells:
                if cell.value is None:
                    continue
                reach = merged.get((cell.row, cell.column))
                last_row, last_column = (reach.max_row, reach.max_col) if reach else (cell.row, cell.column)
                points = sum(sheet.row_dimensions[n].height for n in range(cell.row, last_row + 1))
                width = sum(
                    sheet.column_dimensions[get_column_letter(n)].width for n in range(cell.column, last_column + 1)
                )
                size = cell.font.size
                needed = len(line_starts(str(cell.value), em_of(width, size))) * size * 1.447
                assert needed <= points, f"{name} {cell.coordinate}"


# --- records --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_records_are_those_of_the_list(name: str) -> None:
    power_list = named(name)
    workbook = book(name)
    assert [each["事项名称"] for each in records(workbook[ITEMS])] == [each.title for each in power_list.items]
    provisions_there = [p for each in power_list.items for p in each.provisions]
    assert [each["全文"] for each in records(workbook[PROVISIONS])] == [p.text for p in provisions_there]
    references_there = [r.text for p in provisions_there for r in p.references]
    shown = [each["原文"] for each in records(workbook[REFERENCES]) if each["序次"] is not None]
    assert shown == references_there
    assert [each["说明"] for each in records(workbook[FINDINGS])] == [f.message for f in power_list.findings]


@pytest.mark.parametrize("title", [ITEMS, PROVISIONS, REFERENCES, FINDINGS])
@pytest.mark.parametrize("name", ["published", "hard"])
def test_a_sheet_of_records_can_be_filtered_frozen_and_printed(name: str, title: str) -> None:
    sheet = book(name)[title]
    (table,) = sheet.tables.values()
    reach = f"A1:{get_column_letter(sheet.max_column)}{sheet.max_row}"
    assert table.ref == table.autoFilter.ref == reach
    headings = [cell.value for cell in sheet[1]]
    assert [each.name for each in table.tableColumns] == headings
    assert len({str(heading).casefold() for heading in headings}) == len(headings)
    assert not sheet.merged_cells.ranges
    assert sheet.freeze_panes in {"F2", "D2"}
    assert sheet.print_title_rows == "$1:$1"
    assert bare(sheet.print_area) == f"'{title}'!$A$1:${get_column_letter(sheet.max_column)}${sheet.max_row}"
    assert fits_page(sheet)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert all(cell.alignment.wrap_text for cells in sheet.iter_rows() for cell in cells)
    assert all(sheet.row_dimensions[number].height <= 409 for number in range(1, sheet.max_row + 1))


def test_numbers_are_numbers() -> None:
    for each in records(book("published")[ITEMS]):
        for heading in ("序次", "序号", "条文数", "引用数", "核校意见数"):
            assert isinstance(each[heading], int)
    assert isinstance(book("published")[ANNEX].cell(6, 1).value, int)


def test_a_record_leads_to_its_item() -> None:
    workbook = book("published")
    for number in range(2, workbook[ITEMS].max_row + 1):
        place = link(workbook[ITEMS], number).removeprefix(f"'{ANNEX}'!")
        assert workbook[ANNEX][place].value == workbook[ITEMS].cell(number, 2).value


def test_no_more_links_than_excel_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_sheets, "MAX_LINKS", 3)
    sheet = reopened(small())[ITEMS]
    assert [sheet.cell(number, 1).hyperlink is not None for number in range(2, 6)] == [True, True, False, False]


def test_more_records_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_sheets, "MAX_ROWS", 4)
    with pytest.raises(CannotWrite, match=ITEMS):
        to_xlsx(small())


def test_what_the_source_lacks_is_red_and_what_to_look_at_is_yellow() -> None:
    sheet = book("published")[ITEMS]
    headings = [cell.value for cell in sheet[1]]
    cut = {heading: sheet.cell(25, index) for index, heading in enumerate(headings, 1)}
    for heading in ("实施主体和责任主体", "行使层级", "备注"):
        assert cut[heading].fill.start_color.rgb == "FFF8CBAD"
        assert cut[heading].value is None
    assert cut["源文件缺少的单元格"].value == "实施主体和责任主体、行使层级、备注"
    assert cut["核校意见数"].fill.start_color.rgb == "FFFFE699"
    filled_cells = [cell for cells in sheet.iter_rows(min_row=2) for cell in cells if cell.fill.fill_type]
    asked = {n for finding in published().findings if finding.severity != "info" for n in finding.items}
    assert len(filled_cells) == 3 + len(asked)


def test_findings_are_answered_from_a_list() -> None:
    sheet = book("published")[FINDINGS]
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == f'"{",".join(DECISIONS)}"'
    assert len(validation.formula1) <= 255
    assert sheet["G1"].value == "处理意见"
    assert str(validation.sqref) == f"G2:G{sheet.max_row}"
    assert sheet["I2"].number_format == "yyyy-mm-dd"


def test_a_sheet_without_records_is_still_a_table() -> None:
    power_list = listed(item(1, "")).model_copy(update={"findings": ()})
    workbook = reopened(power_list)
    for title in (PROVISIONS, REFERENCES, FINDINGS):
        sheet = workbook[title]
        (table,) = sheet.tables.values()
        assert table.ref.endswith("2")
        assert [cell.value for cell in sheet[2]] == [None] * sheet.max_column


# --- as an office sees it -------------------------------------------------------------------------------------------


class Word(NamedTuple):
    """A word as it stands on paper, in points from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def tool(name: str) -> str:
    """The path of an office tool; without it the test is skipped, or with REQUIRE_OFFICE=1 fails."""
    path = shutil.which(name)
    if path is None:
        missing = f"{name} is missing (LibreOffice, poppler-utils)"
        if os.environ.get("REQUIRE_OFFICE") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    return path


def read_word(tag: etree._Element) -> Word:
    left, top, right, bottom = (float(tag.get(side, "nan")) for side in ("xMin", "yMin", "xMax", "yMax"))
    return Word(left, top, right, bottom, tag.text or "")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Word]]]:
    """The words on each page of the workbooks, as LibreOffice prints them."""
    office, to_text = tool("soffice"), tool("pdftotext")
    folder = tmp_path_factory.mktemp("office")
    names = ("published", "hard")
    for name, power_list in ((name, named(name)) for name in names):
        (folder / f"{name}.xlsx").write_bytes(to_xlsx(power_list))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*command, *(str(folder / f"{name}.xlsx") for name in names)], check=True, capture_output=True, timeout=180
    )
    pages = {}
    for name in names:
        subprocess.run(
            [to_text, "-bbox", str(folder / f"{name}.pdf"), str(folder / f"{name}.html")], check=True, timeout=60
        )
        tree = etree.parse(folder / f"{name}.html", etree.XMLParser(recover=True))
        pages[name] = [[read_word(tag) for tag in page.iter("{*}word")] for page in tree.iter("{*}page")]
    return pages


@pytest.mark.office
@pytest.mark.parametrize("name", ["published", "hard"])
def test_every_word_is_printed_inside_its_cell(name: str, printed: dict[str, list[list[Word]]]) -> None:
    """Nothing is clipped, nothing runs into the next cell, and every page ends where it was meant to."""
    sheet = book(name)[ANNEX]
    scale = SCALE / 100
    heights = {number: sheet.row_dimensions[number].height * scale for number in range(1, sheet.max_row + 1)}
    widths = [
        sheet.column_dimensions[get_column_letter(n)].width * UNIT * scale for n in range(1, sheet.max_column + 1)
    ]
    left = 35 / 25.4 * 72 + (225 / 25.4 * 72 - sum(widths)) / 2
    edges = [left + sum(widths[:index]) for index in range(len(widths) + 1)]
    merged = {(each.min_row, each.min_col): each for each in sheet.merged_cells.ranges}
    starts = [*page_starts(sheet), sheet.max_row + 1]
    for page, (first, after) in enumerate(pairwise(starts)):
        rows = [*([header_row(sheet)] if page else []), *range(first, after)]
        tops = {n: 28 / 25.4 * 72 + sum(heights[m] for m in rows[:index]) for index, n in enumerate(rows)}
        rest = set(printed[name][page])
        for number in rows:
            for cell in sheet[number]:
                if cell.value is None:
                    continue
                reach = merged.get((cell.row, cell.column))
                last_row, last_column = (reach.max_row, reach.max_col) if reach else (cell.row, cell.column)
                box = (
                    edges[cell.column - 1] - 1.5, tops[number] - 1.5,
                    edges[last_column] + 1.5, tops[last_row] + heights[last_row] + 1.5,
                )  # fmt: skip
                inside = [
                    word
                    for word in printed[name][page]
                    if box[0] <= word.left and box[1] <= word.top and word.right <= box[2] and word.bottom <= box[3]
                ]
                rest.difference_update(inside)
                words = "".join(word.text for word in inside)
                assert sorted(bare(words)) == sorted(bare(cell.value)), f"page {page + 1}, {cell.coordinate}"
        footer = "".join(word.text for word in sorted(rest))
        assert footer == f"—{page + 1}—"


@pytest.mark.office
def test_the_header_is_repeated_and_the_number_of_pages_is_small(printed: dict[str, list[list[Word]]]) -> None:
    pages = ["".join(word.text for word in page) for page in printed["published"]]
    annex = [page for page in pages if re.search(r"—\d+—", page)]
    assert 10 <= len(annex) <= 16
    assert all(bare("".join(USUAL)) in bare(page) or "设定依据" in page for page in annex)


@pytest.mark.office
def test_sheets_of_records_are_one_page_wide(printed: dict[str, list[list[Word]]]) -> None:
    pages = ["".join(word.text for word in page) for page in printed["published"]]
    for title, heading in ((ITEMS, "源文件缺少的单元格"), (PROVISIONS, "处罚与措施"), (FINDINGS, "经办人")):
        own = [page for page in pages if title in page.replace("核校意见数", "")]
        assert own
        assert all(heading in page for page in own)
