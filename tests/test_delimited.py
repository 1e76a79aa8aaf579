"""Proves that lines with pipes, tabs or commas between the cells are rows, wherever a cell breaks over lines, and that
the annex's own shape is never taken for one.
"""

from __future__ import annotations

import csv
import io
from typing import Final

import pytest
from hypothesis import given, settings

from pipeline.errors import SourceUnreadable
from pipeline.model import PowerList
from pipeline.parse import parse_source
from pipeline.readers.delimited import read_delimited
from tests.files import assert_tiled, parts, said
from tests.golden import ANNEX
from tests.lists import ListData, Style, lists, print_list, read

TITLE: Final = "云溪市古桥管理局权责清单"
LAW: Final = "《云溪市古桥守护条例》第九条　任何单位不得在古桥上悬挂重物。"


def parsed(text: str) -> PowerList:
    power_list, canonical = parse_source(text.encode(), "清单.txt")
    assert_tiled(power_list, canonical)
    return power_list


FRAMED: Final = (
    "| 序号 | 权责事项 | 设定依据 | 行使层级 |\n|---|---|---|---|\n"
    f"| 1 | 古桥使用许可 | {LAW} | 市级 |\n|2|拆除石栏|{LAW}|县级|\n"
)
PIPES: Final = [
    f"序号|权责事项|设定依据|行使层级\n1|古桥使用许可|{LAW}|市级\n2|拆除石栏|{LAW}|县级\n",
    FRAMED,
    f"序号｜权责事项｜设定依据｜行使层级\n\n1｜古桥使用许可｜{LAW}｜市级\n\n2｜拆除石栏｜{LAW}｜县级",
    f"序号\t权责事项\t设定依据\t行使层级\n1\t古桥使用许可\t{LAW}\t市级\n2\t拆除石栏\t{LAW}\t县级\n",
    f'序号,权责事项,设定依据,行使层级\r\n1,古桥使用许可,"{LAW}",市级\r\n2,拆除石栏,{LAW},县级\r\n',
]


@pytest.mark.parametrize("rows", PIPES, ids=["bare", "framed", "full-width", "tabs", "commas"])
def test_lines_with_separators_are_rows(rows: str) -> None:
    power_list = parsed(f"附件：\n{TITLE}\n表一：行政许可（共2项）\n{rows}")
    assert power_list.source.format == "text"
    assert power_list.title == TITLE
    assert power_list.tables[0].power_type == "行政许可"
    assert [(item.serial, item.title, item.level) for item in power_list.items] == [
        ("1", "古桥使用许可", "市级"),
        ("2", "拆除石栏", "县级"),
    ]
    assert [len(item.provisions) for item in power_list.items] == [1, 1]
    assert power_list.items[0].place.startswith("第")


def test_a_cell_that_goes_on_over_lines() -> None:
    """The last cell of a row that is not full yet goes on; a row that is full ends, and what follows is a line."""
    text = (
        "序号|权责事项|设定依据|行使层级\n1|古桥使用许可|《云溪市古桥守护条例》\n第九条　不得悬挂重物。\n"
        "第十条　不得燃放烟花。|市级\n"
        f"桥务类\n2|拆除石栏|{LAW}|县级\n注：自公布之日起施行。\n"
    )
    power_list = parsed(text)
    assert [provision.label for provision in power_list.items[0].provisions] == ["第九条", "第十条"]
    assert [(block.kind, block.text) for block in power_list.blocks[1:]] == [
        ("group", "桥务类"),
        ("note", "注：自公布之日起施行。"),
    ]
    assert [item.place for item in power_list.items] == ["第2行第1格", "第6行第1格"]


SPREAD: Final = (
    f"{TITLE} | |||||||\n职权类别：行政许可 | |||||||\n"
    "序号 | 职权名称 | 设定依据 | 实施主体 | 责任事项 | 备注 | |\n项目 | 子项 | |||||\n"
    f"1 | 古桥使用许可 | 无 | {LAW} |\n市古桥局 | 受理责任：受理。 | |\n"
    f" | | | | | 审查责任：审查。 | |\n2 | 拆除石栏 | 石栏 | {LAW} | 市古桥局 | 受理责任：受理。 | 试行 |\n"
)


def test_a_table_whose_cells_end_in_pipes() -> None:
    """As pages are turned into text: a heading over two columns is printed once, in the line below stand theirs, and
    empty cells are at the right. Nothing before the first pipe is an empty cell, and a cell may begin on a new line."""
    power_list = parsed(SPREAD)
    assert (power_list.title, power_list.authority) == (TITLE, "云溪市古桥管理局")
    assert power_list.tables[0].power_type == "行政许可"
    assert [
        (item.serial, item.title, item.sub_item, item.department, item.responsibilities, item.remarks)
        for item in power_list.items
    ] == [
        ("1", "古桥使用许可", "无", "市古桥局", "受理责任：受理。\n审查责任：审查。", ""),
        ("2", "拆除石栏", "石栏", "市古桥局", "受理责任：受理。", "试行"),
    ]
    assert [finding.code for finding in power_list.findings] == ["law-undated"]


@pytest.mark.parametrize(
    ("under", "titles"),
    [("石栏 | 石墩 |||", ["石栏", "古桥使用许可"]), ("项目 | 省级 |||", ["项目", "古桥使用许可"])],
    ids=["words that are no headings are a row", "headings of two fields are not under one"],
)
def test_a_line_below_a_header_that_is_none(under: str, titles: list[str]) -> None:
    rows = f"职权名称 | 设定依据 | 备注 | 实施主体 | |\n{under}\n古桥使用许可 | {LAW} | 甲 | 乙 | 丙 |\n"
    assert [item.title for item in parsed(f"{TITLE}\n{rows}").items] == titles


WIDTHS: Final = {
    "cells too many are kept and said": (
        f"1|古桥使用许可|{LAW}|市级|甲|乙\n",
        [("古桥使用许可", "市级", {"第5列": "甲", "第6列": "乙"})],
        ["row-overfull"],
    ),
    "a stray bar in a law shifts the cells behind it, and that is said": (
        "1|古桥使用许可|《古桥法》第九条　桥户|应当登记。|市级\n",
        [("古桥使用许可", "应当登记。", {"第5列": "市级"})],
        ["row-overfull"],
    ),
    "cells that are not there are null and said": (
        f"1|古桥使用许可|{LAW}\n2|拆除石栏|{LAW}|县级\n",
        [("古桥使用许可", None, {}), ("拆除石栏", "县级", {})],
        ["row-incomplete"],
    ),
    "a short row ends where the next number begins": (
        f"1|古桥使用许可\n2|拆除石栏\n3|修桥许可|{LAW}|县级\n",
        [("古桥使用许可", None, {}), ("拆除石栏", None, {}), ("修桥许可", "县级", {})],
        ["row-incomplete", "row-incomplete"],
    ),
    "an empty cell at the end is one": (f"1|古桥使用许可|{LAW}|\n", [("古桥使用许可", "", {})], []),
    "a note below a short row is no part of it": (
        f"1|古桥使用许可|{LAW}\n填表人：甲某某\n",
        [("古桥使用许可", None, {})],
        ["row-incomplete"],
    ),
}


@pytest.mark.parametrize(("rows", "items", "codes"), WIDTHS.values(), ids=WIDTHS)
def test_a_row_that_has_other_than_the_cells_of_its_header(
    rows: str, items: list[tuple[str, str | None, dict[str, str]]], codes: list[str]
) -> None:
    power_list = parsed(f"{TITLE}\n序号|权责事项|设定依据|行使层级\n{rows}")
    assert [(item.title, item.level, dict(item.extra)) for item in power_list.items] == items
    assert [finding.code for finding in power_list.findings if finding.severity == "error"] == codes
    assert all("甲某某" not in provision.text for item in power_list.items for provision in item.provisions)


def test_a_table_whose_rows_lack_nearly_all_cells_is_refused_and_not_cut_short() -> None:
    header = "序号|权责事项|设定依据|" + "|".join(f"列{number}" for number in range(900))
    rows = "".join(f"{number}|许可\n" for number in range(1, 1_500))
    with pytest.raises(SourceUnreadable, match=r"第.*行：表格过大"):
        parsed(f"{TITLE}\n{header}\n{rows}")


def test_the_annex_is_no_such_text() -> None:
    assert read_delimited(ANNEX.read_text(encoding="utf-8"), "x") is None


def test_a_lone_quotation_mark_swallows_nothing() -> None:
    rows = "".join(f"{number}\t许可{number}\t{LAW}\n" for number in range(2, 800))
    power_list = parsed(f'序号\t权责事项\t设定依据\n1\t"许可\t{LAW}\n{rows}')
    assert len(power_list.items) == 799


@given(lists())
@settings(deadline=None, max_examples=40)
def test_any_list_is_the_same_as_a_spreadsheet_exports_it(data: ListData) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for part in parts(data):
        if part.rows:
            writer.writerows(part.rows)
        else:
            buffer.write(part.line + "\n")
    assert said(parsed(buffer.getvalue())) == said(read(print_list(data, Style(opening=""))))


def test_a_text_without_line_ends_is_no_header() -> None:
    """Its words are those of a header and more: a cell as long as a list is no heading."""
    text = "\t".join(("序号", "权责事项", "设定依据", "行使层级", "1", "古桥使用许可", LAW * 100, "市级"))
    assert read_delimited(text, "list.txt") is None
    assert read_delimited(text.replace(LAW * 100, LAW), "list.txt") is not None
