"""Proves that workbooks are read as people keep them: titles and forms above the header, headers nobody merged, items
that a repeated header cuts in two, sub-rows without numbers, totals and signatures. What is no item makes no finding.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

import pytest

from pipeline.errors import SourceUnreadable
from pipeline.model import PowerList
from pipeline.parse import parse_source
from pipeline.readers.native import MAX_COLUMNS
from pipeline.writers.to_docx import to_docx
from pipeline.writers.to_xlsx import to_xlsx
from tests.files import assert_tiled, document, word_cell, word_table, workbook

HEADER: Final = ("序号", "事项名称", "子项", "权力类型", "实施依据", "行使主体", "行使层级", "备注")
LAW: Final = "《云溪市古桥守护条例》（云溪市人大常委会公告第7号）\n第九条　任何单位不得在古桥上悬挂重物。"
LAMPS: Final = "《灯塔办法》\n第三条　灯塔夜间点灯。"

Row = tuple[Any, ...]


def row(serial: object, title: str = "古桥使用许可", sub_item: str = "", *, law: str = LAW) -> Row:
    return (serial, title, sub_item, "行政许可", law, "桥务科", "市级", "")


def parsed(data: bytes, name: str = "清单.xlsx") -> PowerList:
    power_list, canonical = parse_source(data, name)
    assert_tiled(power_list, canonical)
    return power_list


def sheet(*rows: Row, merged: tuple[str, ...] = ()) -> PowerList:
    return parsed(workbook({"表": rows}, merged=merged))


def items(power_list: PowerList) -> list[tuple[str | None, str | None, str | None]]:
    return [(item.serial, item.title, item.sub_item) for item in power_list.items]


def asked(power_list: PowerList) -> list[str]:
    """What a clerk is asked about the table itself."""
    codes = ("serial-", "cell-empty", "text-outside-table", "basis-without-law", "item-duplicate", "header-")
    return [finding.message for finding in power_list.findings if finding.code.startswith(codes)]


def test_a_header_below_a_title_and_a_form() -> None:
    power_list = sheet(
        ("附件1",),
        ("云溪市古桥管理局行政权力清单（2031年版）",),
        ("填报单位（盖章）：云溪市古桥管理局", "", "", "", "填报日期：2031年4月1日"),
        ("联系人：某某", "", "", "", "联系电话：123"),
        ("（单位：项）",),
        HEADER,
        row(1),
        row(2, "拆桥许可"),
        ("填表人：某某", "", "", "审核人：某某", "", "负责人（签字）：某某"),
        ("云溪市古桥管理局（盖章）",),
        ("", "", "", "", "", "", "", "制表日期：2031-4-1"),
    )  # fmt: skip
    assert power_list.title == "云溪市古桥管理局行政权力清单（2031年版）"
    assert [item[0] for item in items(power_list)] == ["1", "2"]
    assert asked(power_list) == []
    assert [block.text for block in power_list.blocks if block.kind == "note"][-1] == "制表日期：2031-4-1"


@pytest.mark.parametrize(
    "merged", [("C1:E1", "A1:A2", "B1:B2", "F1:F2"), ("C1:E1",), ()], ids=["all", "across", "none"]
)
def test_a_heading_over_the_ranks_of_law_however_it_is_merged(merged: tuple[str, ...]) -> None:
    upper = ("序号", "事项名称", "设定依据", "", "", "实施主体")
    lower = ("", "", "法律", "法规", "规章", "")
    rows = [
        (1, "古桥许可", LAW, "", "", "甲"),
        (2, "灯塔许可", "", LAMPS, "", "甲"),
        (3, "断桥许可", LAW, "", LAMPS, "乙"),
    ]
    power_list = sheet(upper, lower, *rows, merged=merged)
    names = {law.id: law.name for law in power_list.laws}
    assert [[names[basis.law or ""] for basis in item.basis] for item in power_list.items] == [
        ["云溪市古桥守护条例"],
        ["灯塔办法"],
        ["云溪市古桥守护条例", "灯塔办法"],
    ]
    assert asked(power_list) == []


def test_a_first_item_of_few_words_is_no_second_row_of_the_header() -> None:
    power_list = sheet(("序号", "事项名称", "实施依据", "", ""), ("", "许可", "审批"), (2, "拆桥", LAW))
    assert [item.title for item in power_list.items] == ["许可", "拆桥"]


def test_sheets_with_a_title_each_that_begin_again_at_one() -> None:
    header = ("序号", "事项名称", "实施依据")
    power_list = parsed(
        workbook(
            {
                "行政许可": [("云溪市古桥管理局行政许可事项清单",), header, (1, "古桥许可", LAW), (2, "灯塔许可", LAW)],
                "行政检查": [("云溪市古桥管理局行政检查事项清单",), header, (1, "古桥检查", LAW)],
            }
        )
    )
    assert [(table.power_type, len(table.items)) for table in power_list.tables] == [("行政许可", 2), ("行政检查", 1)]
    assert power_list.title == "云溪市古桥管理局行政许可事项清单"
    assert asked(power_list) == []


def test_a_header_repeated_in_the_middle_of_an_item() -> None:
    """Where a page ends: what is said again below it, and what is merged over it, is still one item."""
    merged = tuple(f"{column}2:{column}3" for column in "ABDEF")
    again = sheet(
        HEADER,
        row(1, sub_item="桥头"),
        ("", "", "桥身"),
        HEADER,
        row(1, sub_item="桥尾", law=LAMPS),
        row(2, "拆桥许可"),
        merged=merged,
    )
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    first = [word_cell(str(cell), start if at in {0, 1, 4} else "") for at, cell in enumerate(row(1, sub_item="桥头"))]
    second = [word_cell("桥身" if at == 2 else "", on if at in {0, 1, 4} else "") for at in range(8)]
    below = ("", "", "桥尾", "", "", "桥务科", "市级", "")
    cells = [HEADER, first, second, HEADER, below, [str(cell) for cell in row(2, "拆桥许可")]]
    cut = parsed(document(word_table(cells)), "清单.docx")
    for power_list in (again, cut):
        assert items(power_list) == [("1", "古桥使用许可", "桥头\n桥身\n桥尾"), ("2", "拆桥许可", "")]
        assert asked(power_list) == []


def test_a_header_that_differs_begins_its_own_items() -> None:
    power_list = sheet(HEADER, row(1, sub_item="桥头"), (*HEADER[:7], "说明"), row("", "", "桥尾"), row(2, "拆桥许可"))
    assert [item[0] for item in items(power_list)] == ["1", "", "2"]


def test_sub_rows_without_a_number() -> None:
    power_list = sheet(
        HEADER, row(1, sub_item="1.桥头"), row("", "", "2.桥尾"), row(2, "拆桥许可"), row("", "拆桥许可", "夜间")
    )
    assert items(power_list) == [("1", "古桥使用许可", "1.桥头\n2.桥尾"), ("2", "拆桥许可", "夜间")]
    assert asked(power_list) == []


TOTALS: Final = [("合计", 2), ("", "小计：2项"), ("总计", "", "共2项"), ("", "合 计", "", "", "", "2")]


@pytest.mark.parametrize("total", TOTALS, ids=map(str, range(len(TOTALS))))
def test_a_total_is_no_item(total: Row) -> None:
    power_list = sheet(HEADER, row(1), total, row(2, "拆桥许可"), total)
    assert [item[0] for item in items(power_list)] == ["1", "2"]
    assert asked(power_list) == []


def test_what_only_begins_like_a_total_is_an_item() -> None:
    power_list = sheet(HEADER, row(1), row("", "合计划拨的许可"))
    assert [item.title for item in power_list.items] == ["古桥使用许可", "合计划拨的许可"]


def test_notes_between_and_below_the_items() -> None:
    power_list = sheet(
        HEADER,
        row(1),
        ("注：以上事项由桥务科实施。",),
        row(2, "拆桥许可"),
        ("注：1.本表一式两份。",),
        ("2.自公布之日起施行。",),
        merged=("A3:H3", "A5:H5", "A6:H6"),
    )
    assert [item[0] for item in items(power_list)] == ["1", "2"]
    assert asked(power_list) == []
    assert [block.text[:2] for block in power_list.blocks if block.kind == "note"] == ["注：", "注：", "2."]


def test_the_title_below_the_name_of_the_sheet_is_printed_above_the_table_and_read_back() -> None:
    """The sheet says the type, the title stands in its first cell: on paper the title comes first."""
    title = ("云溪市古桥管理局权责清单", *[""] * (len(HEADER) - 1))
    original = parsed(workbook({"行政处罚": [title, HEADER, row(1), row(2, "灯塔使用许可", law=LAMPS)]}))
    assert [block.kind for block in original.blocks] == ["caption", "title", "header"]
    for again in (parsed(to_xlsx(original)), parsed(to_docx(original), "清单.docx")):
        assert (again.title, again.authority) == ("云溪市古桥管理局权责清单", "云溪市古桥管理局")
        assert again.blocks[0].text == "云溪市古桥管理局权责清单"
        assert "行政处罚" in [block.text for block in again.blocks]
        assert items(again) == items(original)
        assert [item.id for item in again.items] == [item.id for item in original.items]


def test_a_list_that_numbers_nothing_has_no_column_missing() -> None:
    power_list = parsed(workbook({"表": [HEADER[1:], row(1)[1:], row(2)[1:]]}))
    assert items(power_list) == [(None, "古桥使用许可", "")] * 2
    assert "header-column-missing" not in [finding.code for finding in power_list.findings]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("实施机构", "department"),
        ("行使机关", "department"),
        ("主管部门", "department"),
        ("责任单位", "department"),
        ("类型", "power_type"),
        ("设定和实施依据", "basis"),
    ],
)
def test_a_heading_of_other_offices(heading: str, field: str) -> None:
    power_list = parsed(workbook({"表": [("序号", "事项名称", "实施依据", heading), (1, "古桥", LAW, LAW)]}))
    assert power_list.tables[0].columns[3].field == field


def test_rows_that_repeat_number_and_title_are_one_item_whatever_else_differs() -> None:
    """A row for each step or level; rows that are the same in everything were entered twice."""
    header = (*HEADER, "责任事项")
    steps = [(*row(2), step) for step in ("1.受理：收申请。", "2.审查：看材料。", "3.决定：发许可。")]
    power_list = parsed(
        workbook({"表": [header, (*row(1, "灯塔使用许可"), ""), *steps, (*row(3, "茶亭使用许可"), "")]})
    )
    assert items(power_list) == [("1", "灯塔使用许可", ""), ("2", "古桥使用许可", ""), ("3", "茶亭使用许可", "")]
    assert power_list.items[1].responsibilities == "\n".join(step[-1] for step in steps)
    twice = parsed(workbook({"表": [HEADER, row(1), row(1)]}))
    assert len(twice.items) == 2
    assert {"serial-repeated", "item-duplicate"} <= {finding.code for finding in twice.findings}


def test_an_item_without_a_number_that_goes_on_over_a_page_reads_back_without_one() -> None:
    long = "".join(f"（{number}）在古桥上悬挂重物、停放车辆或者堆放物料的；" for number in range(1, 120))
    original = parsed(workbook({"表": [HEADER, row("", law=f"{LAW}\n第十条　{long}"), row(2, "灯塔使用许可")]}))
    again = parsed(to_xlsx(original))
    assert [item.serial for item in again.items] == [item.serial for item in original.items] == ["", "2"]


def test_words_that_a_merged_cell_hides_are_told() -> None:
    """Office programs clear what they merge; others write both, and show one."""
    plain = workbook({"表": [HEADER, row(1), (*row(2, "灯塔使用许可")[:5], "灯塔科", "市级", "")]})
    for area, told in (("F2:F3", ["F3，如「灯塔科」"]), ("G2:G3", [])):
        power_list = parsed(_merged_as_it_is(plain, area))
        found = [finding.message for finding in power_list.findings if finding.code == "cells-covered"]
        assert [words in message for words, message in zip(told, found, strict=True)] == [True] * len(told)


def _merged_as_it_is(data: bytes, area: str) -> bytes:
    """The workbook *data* with *area* merged, its cells left alone."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/"):
                merge = f'</sheetData><mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>'
                part = part.replace(b"</sheetData>", merge.encode())
            new.writestr(name, part)
    return made.getvalue()


def test_a_number_alone_over_all_columns_is_no_item() -> None:
    """It would have the number for its title and its law too; the list's own numbers say that one is missing."""
    power_list = sheet(HEADER, row(1), ("2",), row(3, "拆桥许可"), merged=("A3:H3",))
    assert items(power_list) == [("1", "古桥使用许可", ""), ("3", "拆桥许可", "")]
    assert [(block.kind, block.text) for block in power_list.blocks][-1] == ("note", "2")
    assert [finding.code for finding in power_list.findings if finding.code.startswith("serial-")] == ["serial-gap"]


@pytest.mark.parametrize(
    ("area", "headings"),
    [
        pytest.param("B3:E3", "事项名称、子项、权力类型、实施依据", id="from the title to the law"),
        pytest.param("E3:F3", "实施依据、行使主体", id="the law and the department"),
        pytest.param("B3:C3", "", id="a title without sub-items over both columns is usual"),
        pytest.param("F3:H3", "", id="what is not the law's may be one cell"),
    ],
)
def test_a_law_that_is_another_field_too_is_said(area: str, headings: str) -> None:
    first = {"B": 1, "E": 4, "F": 5}[area[0]]
    cells = [*row(2, "拆桥许可")]
    cells[first + 1 : first + 1 + ord(area[3]) - ord(area[0])] = [""] * (ord(area[3]) - ord(area[0]))
    power_list = sheet(HEADER, row(1), tuple(cells), merged=(area,))
    said = [finding.message for finding in power_list.findings if finding.code == "cell-across"]
    assert [f"横跨「{headings}」各列" in message for message in said] == ([True] if headings else [])


@pytest.mark.parametrize("columns", [1_024, 1_025, 16_384])
def test_more_columns_than_any_list_has_are_refused(columns: int) -> None:
    header = (*HEADER, *(f"栏目{number}" for number in range(columns - len(HEADER))))
    data = workbook({"封面": [("封面",)], "表": [("云溪市古桥管理局权责清单",), header, row(1)]})
    if columns <= MAX_COLUMNS:
        (unknown,) = [f for f in parsed(data).findings if f.code == "header-column-unknown"]
        assert unknown.message.count("栏目") == 20
        assert f"等{columns - len(HEADER)}处" in unknown.message
        return
    with pytest.raises(SourceUnreadable, match=rf"^清单\.xlsx：表!A2起的表头有{columns:,}列.*请") as caught:
        parsed(data)
    assert len(str(caught.value)) < 100
