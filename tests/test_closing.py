"""Proves that what stands between and below the items of a table (totals, signatures, notes, groups, other tables) is
kept and is no item, in every kind of file, and that what looks alike among them stays one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pytest

from pipeline.model import PowerList
from pipeline.parse import parse_source
from tests.files import assert_tiled, document, html_table, page, word_table, workbook

LAW: Final = "《云溪市古桥守护条例》（公告第7号）\n第三条　市古桥管理部门负责监督管理。"
HEADER: Final = ("序号", "权责事项", "设定依据", "实施主体", "备注")
ONE: Final = ("1", "对甲的处罚", LAW, "桥务科", "试行")
TWO: Final = ("2", "对乙的处罚", LAW, "桥务科", "")
TOTAL: Final = ("合计", "2项", "", "", "")

Rows = Sequence[Sequence[str]]


def _tabs(rows: Rows) -> bytes:
    return "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in rows).encode()


def _pipes(rows: Rows) -> bytes:
    return "\n".join("|".join(cell.replace("\n", " ") for cell in row) for row in rows).encode()


def _lines(rows: Rows) -> bytes:
    return "\n".join(cell for row in rows for cell in row if cell).encode()


MADE: Final = {
    "xlsx": lambda rows: workbook({"清单": rows}),
    "docx": lambda rows: document(word_table(rows)),
    "html": lambda rows: page(html_table(rows)),
    "tabs": _tabs,
    "pipes": _pipes,
    "lines": _lines,
}


def _read(kind: str, rows: Rows) -> PowerList:
    data: bytes = MADE[kind](rows)
    power_list, canonical = parse_source(data, f"list.{kind if kind in {'xlsx', 'docx', 'html'} else 'txt'}")
    assert_tiled(power_list, canonical)
    return power_list


BELOW: Final[dict[str, Rows]] = {
    "a total": [TOTAL],
    "a total with the count at the end": [("总 计", "", "", "", "2")],
    "a total in the column of titles": [("", "合计", "2", "", "")],
    "a note below it": [TOTAL, ("注：第2项试行一年。", "", "", "", "")],
    "a note in the column of titles": [TOTAL, ("", "注：第2项试行一年。", "", "", "")],
    "a note whose label has a cell": [TOTAL, ("注", "第2项试行一年。", "", "", "")],
    "a signature": [TOTAL, ("填表人：某某", "", "", "", "")],
    "signatures side by side": [TOTAL, ("填表人：某某", "", "审核人：某某", "", "日期：2031年4月1日")],
    "signatures without a total": [("填表人：某某", "", "审核人：某某", "", "")],
    "signatures whose labels have cells": [TOTAL, ("填表人", "某某", "审核人", "某某", "")],
    "a part of the total": [TOTAL, ("其中：行政处罚", "2", "", "", "")],
    "two totals": [("小计", "2", "", "", ""), ("合计", "2", "", "", ""), ("填表人：", "", "审核人：", "", "")],
    "points of a note": [("注：1.本表一式两份。", "", "", "", ""), ("2.自公布之日起施行。", "", "", "", "")],
    "points in the next column": [("注：", "1.本表一式两份。", "", "", ""), ("", "2.自公布之日起施行。", "", "", "")],
    "points in the column of titles": [("", "注：1.本表一式两份", "", "", ""), ("", "2.自公布之日起施行", "", "", "")],
    "a note over two columns": [("注：1.本表一式两份。", "", "", "", ""), ("", "（2）自公布之日起施行。", "", "", "")],
    "points whose numbers have cells": [("注：", "1.一式两份。", "", "", ""), ("2.", "自公布之日起施行。", "", "", "")],
    "a heading of notes": [
        ("说明：", "", "", "", ""),
        ("1", "一式两份。", "", "", ""),
        ("2", "即日施行。", "", "", ""),
    ],
    "words below a total": [TOTAL, ("", "以上事项由桥务科负责", "", "桥务科", "")],
}


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("rows", BELOW.values(), ids=BELOW)
def test_what_stands_below_the_items_is_kept_and_no_item(kind: str, rows: Rows) -> None:
    power_list = _read(kind, [HEADER, ONE, TWO, *rows])
    assert [(item.serial, item.title, item.department) for item in power_list.items] == [
        ("1", "对甲的处罚", "桥务科"),
        ("2", "对乙的处罚", "桥务科"),
    ]
    assert [len(item.provisions) for item in power_list.items] == [1, 1]
    assert not power_list.items[1].remarks
    said = "".join(block.text for block in power_list.blocks if block.kind in {"note", "group"})
    assert [cell for row in rows for cell in row if cell not in said] == []


TABLES: Final = [kind for kind in MADE if kind != "lines"]


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("rows", [[("填表人", "某某", "审核人", "某某", "")], [("行政处罚合计", "2", "", "", "")]])
def test_in_cells_also_where_no_total_stands_above(kind: str, rows: Rows) -> None:
    assert len(_read(kind, [HEADER, ONE, TWO, *rows]).items) == 2


ITEMS: Final[dict[str, tuple[Rows, list[str]]]] = {
    "numbered ones below a total": ([HEADER, ONE, TOTAL, TWO], ["对甲的处罚", "对乙的处罚"]),
    "one with the number of a total": ([HEADER, ONE, ("2", "合计", LAW, "桥务科", "")], ["对甲的处罚", "合计"]),
    "one without a number, no total above": (
        [HEADER, ONE, ("", "对丙的处罚", LAW, "桥务科", "")],
        ["对甲的处罚", "对丙的处罚"],
    ),
    "a list without numbers, below a total": (
        [HEADER[1:], ONE[1:], ("合计", "1", "", ""), TWO[1:]],
        ["对甲的处罚", "对乙的处罚"],
    ),
    "one cut off below a note": (
        [
            HEADER,
            ONE,
            ("注：试行。", "", "", "", ""),
            ("2", "对乙的处罚", "", "", ""),
            ("3", "对丙的处罚", LAW, "", ""),
        ],
        ["对甲的处罚", "对乙的处罚", "对丙的处罚"],
    ),
    "one without a number below a note": (
        [HEADER, ONE, ("注：试行。", "", "", "", ""), ("", "对乙的处罚", "见有关规定。", "", "")],
        ["对甲的处罚", "对乙的处罚"],
    ),
    "what is numbered below an item, not below the note": (
        [HEADER, ("注：试行。", "", "", "", ""), ONE, ("", "2.对乙的处罚", "", "", "")],
        ["对甲的处罚", "2.对乙的处罚"],
    ),
    "one without a number that speaks of a sample": ([HEADER, ONE, ("", "示例", LAW, "", "")], ["对甲的处罚", "示例"]),
    "what is numbered below an item": (
        [HEADER, ONE, ("", "2.对乙的处罚", LAW, "桥务科", "")],
        ["对甲的处罚", "2.对乙的处罚"],
    ),
    "one that only speaks of a sample": ([HEADER, ONE, ("2", "示例", LAW, "桥务科", "")], ["对甲的处罚", "示例"]),
    "a note among the remarks": ([HEADER, (*ONE[:4], "注：试行"), TWO], ["对甲的处罚", "对乙的处罚"]),
}


@pytest.mark.parametrize("kind", ["xlsx", "docx", "html", "tabs", "pipes"])
@pytest.mark.parametrize(("rows", "titles"), ITEMS.values(), ids=ITEMS)
def test_what_only_looks_like_it_is_an_item(kind: str, rows: Rows, titles: list[str]) -> None:
    assert [item.title for item in _read(kind, rows).items] == titles


SAMPLES: Final[dict[str, Rows]] = {
    "marked 示例": [("示例", "对某某的处罚", LAW, "某某科", "")],
    "marked 例": [("例", "对某某的处罚", LAW, "某某科", "")],
    "marked in brackets": [("（样例）", "对某某的处罚", LAW, "某某科", "")],
    "marked to be filled in so": [("填写\n示例：", "对某某的处罚", LAW, "某某科", "")],
    "two": [("例1", "对某某的处罚", LAW, "某某科", ""), ("例2", "对某的处罚", LAW, "", "")],
}


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("at", [1, 2, 3], ids=["above the items", "between them", "below"])
@pytest.mark.parametrize("rows", SAMPLES.values(), ids=SAMPLES)
def test_a_sample_of_how_to_fill_in_is_no_item(kind: str, at: int, rows: Rows) -> None:
    listed = [HEADER, ONE, TWO]
    power_list = _read(kind, [*listed[:at], *rows, *listed[at:]])
    assert [item.title for item in power_list.items] == ["对甲的处罚", "对乙的处罚"]
    assert [len(item.provisions) for item in power_list.items] == [1, 1]
    said = "".join("".join(block.text.split()) for block in power_list.blocks if block.kind == "note")
    assert ["".join(cell.split()) for row in rows for cell in row if "".join(cell.split()) not in said] == []
    marks = ["".join(row[0].split()) for row in rows]
    found = [finding for finding in power_list.findings if finding.code == "row-sample"]
    assert [f"「{mark}」" in finding.message for mark, finding in zip(marks, found, strict=True)] == [True] * len(rows)
    assert {f.code for f in power_list.findings if f.code.startswith(("serial", "text-"))} <= (
        {"text-outside-table"} if kind == "html" else set()
    )


NATIVE: Final = ["xlsx", "docx", "html"]


@pytest.mark.parametrize("kind", NATIVE)
def test_a_sample_over_several_rows_is_one(kind: str) -> None:
    rows = [("示例", "对某某的处罚", LAW, "某某科", ""), ("", "", "《灯塔办法》\n第二条　灯塔夜间点灯。", "", "")]
    power_list = _read(kind, [HEADER, *rows, ONE])
    assert [(item.title, len(item.basis)) for item in power_list.items] == [("对甲的处罚", 1)]
    (finding,) = [finding for finding in power_list.findings if finding.code == "row-sample"]
    assert finding.span
    assert power_list.blocks[-1].text.split() == rows[1][2].split()
    assert finding.span[1] == power_list.blocks[-1].span[1]


GROUPS: Final[dict[str, tuple[Sequence[str], str | None, int | None]]] = {
    "number, type and count in two cells": (("一", "行政处罚（2项）", "", "", ""), "行政处罚", 2),
    "number, type and count in three": (("一", "行政处罚类", "", "", "2项"), "行政处罚", 2),
    "the number in brackets": (("（一）", "公共服务", "", "共2项", ""), "公共服务", 2),
    "type and count in two cells": (("行政处罚", "（共2项）", "", "", ""), "行政处罚", 2),
    "type and count far from each other": (("行政处罚", "", "", "", "共2项"), "行政处罚", 2),
    "in the column of titles": (("", "行政处罚（2项）", "", "", ""), "行政处罚", 2),
    "a number and no count": (("一", "行政处罚", "", "", ""), "行政处罚", None),
    "an office": (("一", "桥务科（2项）", "", "", ""), None, None),
}


@pytest.mark.parametrize("kind", NATIVE)
@pytest.mark.parametrize(("group", "power_type", "count"), GROUPS.values(), ids=GROUPS)
def test_a_group_over_several_cells_is_no_item(
    kind: str, group: Sequence[str], power_type: str | None, count: int | None
) -> None:
    """Its type and count are those of the items below it, as of a group in one cell; nothing is asked about it."""
    power_list = _read(kind, [HEADER, group, ONE, TWO])
    assert [(item.title, item.power_type) for item in power_list.items] == [
        ("对甲的处罚", power_type),
        ("对乙的处罚", power_type),
    ]
    assert power_list.tables[-1].declared_count == count
    said = "".join(block.text for block in power_list.blocks)
    assert [cell for cell in group if cell not in said] == []
    asked = [finding.quote for finding in power_list.findings if finding.code == "text-outside-table"]
    assert asked == ["导航"] * (kind == "html")


@pytest.mark.parametrize("kind", NATIVE)
@pytest.mark.parametrize("numbers", ["12345", "甲乙丙丁戊", "一二三四五", "ABCDE"])
def test_numbers_of_columns_are_no_item(kind: str, numbers: str) -> None:
    """Right below the header only: further down 1 | 2 | 3 is what an item says."""
    assert [item.serial for item in _read(kind, [HEADER, tuple(numbers), ONE, TWO]).items] == ["1", "2"]
    assert len(_read(kind, [HEADER, ONE, tuple(numbers), TWO]).items) == 3


OTHER_TABLES: Final[dict[str, Rows]] = {
    "with a heading of serials": [
        ("序号", "管理事项", "相关部门", "职责分工", "依据"),
        ("1", "古桥防汛", "市水务局", "各负其责", "《石阶法》"),
        ("2", "石阶防滑", "市石阶局", "负责", ""),
    ],
    "with two headings that are known": [
        ("科室", "负责人", "监督电话", "地址", ""),
        ("桥务科", "某某", "0000-1", "桥头", ""),
    ],
    "of duties": [("序号", "责任事项", "责任科室", "备注", ""), ("1", "日常养护", "桥务科", "", "")],
    "of telephones": [("科室", "电话", "地址", "", ""), ("桥务科", "0000-1", "桥头", "", "")],
    "of two columns": [("科室", "联系电话", "", "", ""), ("桥务科", "0000-1", "", "", "")],
}


@pytest.mark.parametrize("kind", NATIVE)
@pytest.mark.parametrize("apart", [False, True], ids=["below", "in a table of its own"])
@pytest.mark.parametrize("rows", OTHER_TABLES.values(), ids=OTHER_TABLES)
def test_a_table_that_is_no_list_is_text_up_to_the_next_header(kind: str, rows: Rows, apart: bool) -> None:
    listed = [[HEADER, ONE], rows, [HEADER, TWO]] if apart else [[HEADER, ONE, *rows, HEADER, TWO]]
    if kind == "xlsx":
        data = workbook({f"表{number}": each for number, each in enumerate(listed)})
    elif kind == "docx":
        data = document("".join(map(word_table, listed)))
    else:
        data = page("".join(map(html_table, listed)))
    power_list, canonical = parse_source(data, f"list.{kind}")
    assert_tiled(power_list, canonical)
    assert [item.title for item in power_list.items] == ["对甲的处罚", "对乙的处罚"]
    notes = "\n".join(block.text for block in power_list.blocks if block.kind == "note").split("\n")
    assert [cell for row in rows for cell in row if cell and cell not in notes] == []
    codes = {"sheet-without-header", "sheet-unread"} if apart and kind == "xlsx" else {"table-outside"}
    (finding,) = [f for f in power_list.findings if f.code in codes]
    assert finding.span == (
        next(block.span[0] for block in power_list.blocks if block.text == rows[0][0]),
        max(block.span[1] for block in power_list.blocks if block.text in rows[-1]),
    )
    told = [f.quote for f in power_list.findings if f.code == "text-outside-table"]
    assert told == ["导航"] * (kind == "html")


def test_a_table_that_is_no_list_is_told_with_its_extent() -> None:
    rows = OTHER_TABLES["with two headings that are known"]
    for kind, apart, extent in (
        ("xlsx", False, "清单!A3至清单!D4的表格（共2行，首行「科室、负责人、监督电话、地址」）"),
        ("docx", True, "表2第1行第1列至表2第2行第4列的表格（共2行，首行「科室、负责人、监督电话、地址」）"),
    ):
        listed = document(word_table([HEADER, ONE]) + word_table([row[:4] for row in rows]))
        data = listed if apart else workbook({"清单": [HEADER, ONE, *rows]})
        power_list = parse_source(data, f"list.{kind}").power_list
        (finding,) = [f for f in power_list.findings if f.code == "table-outside"]
        assert finding.message.startswith(extent)
        assert extent.startswith(finding.place or "?")


ABOVE: Final[dict[str, tuple[Rows, int, int]]] = {
    "a table": ([("科室", "电话"), ("桥务科", "0000-1")], 1, 0),
    "a table below a line": ([("以下为本局各科室",), ("科室", "电话"), ("桥务科", "0000-1")], 1, 1),
    "two with a line between": ([("甲", "乙"), ("以下为本局各科室",), ("科室", "电话")], 2, 1),
    "what offices print around a table": ([("填报单位：市古桥局", "填报日期：2031年4月1日")], 0, 0),
    "a form that is filled in": ([("云溪市古桥局权责清单",), ("填表人：某某", "审核人：某某")], 0, 0),
}


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
@pytest.mark.parametrize(("rows", "tables", "lines"), ABOVE.values(), ids=ABOVE)
def test_what_stands_above_the_header_is_told_table_by_table(kind: str, rows: Rows, tables: int, lines: int) -> None:
    power_list = _read(kind, [*rows, HEADER, ONE])
    codes = [f.code for f in power_list.findings]
    assert (codes.count("table-outside"), codes.count("text-outside-table")) == (tables, lines)


def test_a_table_of_signatures_is_not_asked_about() -> None:
    signed = [("填表人：某某", "审核人：某某"), ("填报日期：2031年4月1日", "（盖章）")]
    power_list = parse_source(document(word_table([HEADER, ONE]) + word_table(signed)), "list.docx").power_list
    assert {f.code for f in power_list.findings}.isdisjoint({"table-outside", "text-outside-table"})


@pytest.mark.parametrize("kind", NATIVE)
def test_a_caption_below_another_table_is_that_of_the_next(kind: str) -> None:
    caption = ("表二：行政检查（共1项）", "", "", "", "")
    rows = [HEADER, ONE, *OTHER_TABLES["of telephones"], caption, HEADER, TWO]
    power_list = _read(kind, rows)
    assert [(table.power_type, len(table.items)) for table in power_list.tables] == [(None, 1), ("行政检查", 1)]


NO_OTHER: Final[dict[str, Sequence[str]]] = {
    "a header of the list in other words": ("序号", "权责事项", "法条原文", "科室甲", ""),
    "a law among short cells": ("编号", "监督电话", "《石阶法》", "责任单位", ""),
    "a number among them": ("12", "监督电话", "依据", "责任单位", ""),
}


@pytest.mark.parametrize("kind", NATIVE)
@pytest.mark.parametrize("row", NO_OTHER.values(), ids=NO_OTHER)
def test_what_only_looks_like_another_header_takes_no_items(kind: str, row: Sequence[str]) -> None:
    assert [item.title for item in _read(kind, [HEADER, ONE, row, TWO]).items][-1] == "对乙的处罚"


@pytest.mark.parametrize("kind", NATIVE)
def test_the_office_below_the_items_is_no_item(kind: str) -> None:
    rows = [HEADER, ONE, TWO, ("填报单位", "市古桥局", "填报人", "某某", "2031.4.1")]
    assert len(_read(kind, rows).items) == 2


@pytest.mark.parametrize("kind", ["tabs", "pipes"])
def test_the_end_of_a_page_is_not_of_the_last_item(kind: str) -> None:
    """Text copied from a page brings it along, after a blank line or none."""
    data = MADE[kind]([HEADER, ONE, (*TWO[:-1], "试行")]) + "\n版权所有：云溪市古桥局\n".encode()
    power_list = parse_source(data, "list.txt").power_list
    assert [item.remarks for item in power_list.items] == ["试行", "试行"]
    assert "版权所有：云溪市古桥局" in [block.text for block in power_list.blocks]


# --- rows that a merged cell cut on the left, as a page copied as text has them --------------------------------------

CUT_HEADER: Final = ("序号", "权责事项", "子项", "设定依据", "实施主体", "备注")
CHIMES: Final = "《云溪市风铃条例》第五条"
CUT: Final = {
    "a sub-item with its law": (
        [("1", "古桥使用许可", "桥头", LAW, "桥务科", "甲"), ("桥尾", CHIMES, "桥务科", "乙")],
        [("1", "古桥使用许可", ["桥头", "桥尾"], ["云溪市古桥守护条例", "云溪市风铃条例"], "桥务科", "甲\n乙")],
        ["序号、权责事项"],
    ),
    "a law alone, the rest of the row with it": (
        [("1", "古桥使用许可", "", LAW, "桥务科", ""), (CHIMES, "铃务科", "")],
        [("1", "古桥使用许可", [], ["云溪市古桥守护条例", "云溪市风铃条例"], "桥务科\n铃务科", "")],
        ["序号、权责事项、子项"],
    ),
    "but not what is cut off at its end": (
        [("1", "古桥使用许可", "", LAW, "桥务科", ""), ("拆桥许可", "许可", "", CHIMES)],
        [
            ("1", "古桥使用许可", [], ["云溪市古桥守护条例"], "桥务科", ""),
            ("拆桥许可", "许可", [], ["云溪市风铃条例"], None, None),
        ],
        [],
    ),
    "nor what begins with a number": (
        [("1", "古桥使用许可", "", LAW, "桥务科", ""), ("2", "拆桥许可", CHIMES)],
        [
            ("1", "古桥使用许可", [], ["云溪市古桥守护条例"], "桥务科", ""),
            ("2", "拆桥许可", [CHIMES], [], None, None),
        ],
        [],
    ),
}


@pytest.mark.parametrize("kind", ["tabs", "pipes"])
@pytest.mark.parametrize(("rows", "items", "said"), CUT.values(), ids=CUT)
def test_what_merged_cells_took_from_a_row(kind: str, rows: Rows, items: list[object], said: list[str]) -> None:
    power_list = _read(kind, [CUT_HEADER, *rows, ("3", "造桥许可", "", LAW, "桥务科", "")])
    names = {law.id: law.name for law in power_list.laws}
    assert [
        (
            item.serial,
            item.title,
            [each.text for each in item.sub_items],
            [names[each.law] for each in item.basis if each.law],
            item.department,
            item.remarks,
        )
        for item in power_list.items[:-1]
    ] == items
    found = [finding.message for finding in power_list.findings if finding.code == "row-merged-away"]
    assert [message.split("「")[1].split("」")[0] for message in found] == said
