"""Proves that a further worksheet without a header of its own is read as the rest of the list before it where its
columns show that it is, and is text where they do not."""

from __future__ import annotations

from typing import Any, Final

import pytest

from pipeline.model import PowerList
from pipeline.parse import parse_source
from tests.files import assert_tiled, workbook

LAW: Final = "《云溪市古桥守护条例》（公告第7号）\n第三条　市古桥管理部门负责监督管理。"
HEADER: Final = ("序号", "事项名称", "子项", "实施依据", "行使主体", "行使层级", "备注")

Row = tuple[Any, ...]


def row(serial: object, title: str = "古桥使用许可", law: str = LAW, remarks: str = "") -> Row:
    return (serial, title, "", law, "桥务科", "市级", remarks)


FIRST: Final = [("云溪市古桥管理局权责清单",), HEADER, row(1), row(2, "断桥许可", remarks="试行")]


def read(sheets: dict[str, list[Row]]) -> PowerList:
    power_list, canonical = parse_source(workbook(sheets), "清单.xlsx")
    assert_tiled(power_list, canonical)
    return power_list


def said(power_list: PowerList, code: str) -> list[tuple[str | None, str]]:
    return [(finding.place, finding.message) for finding in power_list.findings if finding.code == code]


# name of the sheet, its rows, the serials on it, the tables of the list, and where the finding points
CONTINUED: Final[dict[str, tuple[str, list[Row], list[str], list[tuple[str | None, int]], str]]] = {
    "the numbers go on": ("续", [row(3, "灯塔许可"), row(4, "渡口许可")], ["3", "4"], [(None, 4)], "续!A1"),
    "below a title and a line": (
        "续",
        [("云溪市古桥管理局权责清单（续）",), ("填报单位：云溪市古桥管理局",), row(3, "灯塔许可")],
        ["3"],
        [(None, 3)],
        "续!A3",
    ),
    "numbers in words": ("续", [row("三", "灯塔许可"), row("四", "渡口许可")], ["三", "四"], [(None, 4)], "续!A1"),
    "a sheet with the name of a type begins at one": (
        "行政检查",
        [row(1, "灯塔检查"), row(2, "渡口检查")],
        ["1", "2"],
        [(None, 2), ("行政检查", 2)],
        "行政检查!A1",
    ),
    "beginning at one is a table of its own": (
        "二",
        [row(1, "灯塔许可"), row(2, "渡口许可")],
        ["1", "2"],
        [(None, 2), (None, 2)],
        "二!A1",
    ),
    "with a caption and a type above": (
        "二",
        [("表二：行政检查（共1项）",), row(3, "灯塔检查")],
        ["3"],
        [(None, 2), ("行政检查", 1)],
        "二!A2",
    ),
    "one item over several rows": (
        "续",
        [row(3, "灯塔许可"), ("", "", "", "《灯塔办法》\n第二条　灯塔夜间点灯。", "", "", "")],
        ["3"],
        [(None, 3)],
        "续!A1",
    ),
    "one law of several nobody would know by its look": (
        "续",
        [row(3, "灯塔许可"), row(4, "渡口许可", "市政府决定附件第三项"), row(5, "茶亭许可")],
        ["3", "4", "5"],
        [(None, 5)],
        "续!A1",
    ),
}


@pytest.mark.parametrize(("name", "rows", "serials", "tables", "place"), CONTINUED.values(), ids=CONTINUED)
def test_a_sheet_that_carries_on_has_the_header_of_the_one_before(
    name: str, rows: list[Row], serials: list[str], tables: list[tuple[str | None, int]], place: str
) -> None:
    power_list = read({"清单": FIRST, name: rows})
    assert [item.serial for item in power_list.items] == ["1", "2", *serials]
    assert [(table.power_type, len(table.items)) for table in power_list.tables] == tables
    last = power_list.items[-1]
    assert (last.department, last.level, last.remarks) == ("桥务科", "市级", "")
    assert next(law.name for law in power_list.laws) == "云溪市古桥守护条例"
    (finding,) = said(power_list, "sheet-continued")
    assert finding[0] == place
    assert f"工作表「{name}」没有表头，其{len(serials)}项按工作表「清单」的表头读取" in finding[1]
    assert said(power_list, "sheet-without-header") == said(power_list, "serial-repeated") == []


NOT: Final[dict[str, list[Row]]] = {
    "the numbers do not go on": [row(7, "灯塔许可"), row(8, "渡口许可")],
    "nothing is numbered": [row("", "灯塔许可")],
    "a header nobody knows": [("号", "内容", "甲", "根据", "谁", "哪级", "乙"), row(3, "灯塔许可")],
    "no law where the law would be": [row(3, "灯塔许可", "桥务科负责"), row(4, "渡口许可", "桥务科负责")],
    "a column more": [(*row(3, "灯塔许可"), "说明"), (*row(4, "渡口许可"), "说明")],
    "columns fewer": [row(3, "灯塔许可")[:4], row(4, "渡口许可")[:4]],
    "columns in another order": [
        (3, "灯塔许可", "", LAW, "市级", "桥务科", ""),
        (4, "渡口许可", "", LAW, "市级", "桥务科", ""),
    ],
    "no title": [row(3, ""), row(4, "")],
    "laws of other columns": [(1, LAW, "", "2031年4月", "现行", "市级", "")],
}


@pytest.mark.parametrize("rows", NOT.values(), ids=NOT)
def test_a_sheet_that_does_not_evidently_carry_on_is_text(rows: list[Row]) -> None:
    power_list = read({"清单": FIRST, "附表": rows})
    assert [item.serial for item in power_list.items] == ["1", "2"]
    assert said(power_list, "sheet-continued") == []
    laws = sum(LAW in cells for cells in rows)
    (finding,) = said(power_list, "sheet-unread" if laws else "sheet-without-header")
    assert "附表" in finding[1]
    assert not laws or f"其中{laws}行写有法律依据，都没有读作事项" in finding[1]


def test_sheet_after_sheet() -> None:
    """An empty one and one that is no list between them do not count; a fourth goes on with the third."""
    power_list = read(
        {"清单": FIRST, "空": [], "说明": [("填表说明",)], "续一": [row(3, "灯塔许可")], "续二": [row(4, "渡口许可")]}
    )
    assert [item.serial for item in power_list.items] == ["1", "2", "3", "4"]
    assert [place for place, _ in said(power_list, "sheet-continued")] == ["续一!A1", "续二!A1"]
    assert "按工作表「续一」的表头读取" not in "".join(message for _, message in said(power_list, "sheet-continued"))


def test_what_stands_below_the_items_of_a_further_sheet_is_none() -> None:
    below = [("合计", 3), ("填表人：某某",), ("注：本表一式两份。",)]
    power_list = read({"清单": FIRST, "续": [row(3, "灯塔许可"), *below]})
    assert [item.serial for item in power_list.items] == ["1", "2", "3"]
    assert [block.text for block in power_list.blocks][-4:] == ["合计", "3", "填表人：某某", "注：本表一式两份。"]


def test_people_named_on_a_further_sheet_are_left_out_too() -> None:
    power_list = read(
        {
            "清单": [(*HEADER, "录入人"), (*row(1), "某甲"), (*row(2), "某乙")],
            "续": [(*row(3), "某丙")],
        }
    )
    assert [item.serial for item in power_list.items] == ["1", "2", "3"]
    assert "某" not in power_list.model_dump_json()
