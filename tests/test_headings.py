"""Proves that every column name offices are known to print is a field or a known other column, in text and in files."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import PowerList
from pipeline.parse import parse_source
from pipeline.readers import field_of, is_known
from pipeline.writers.to_docx import to_docx
from pipeline.writers.to_xlsx import to_xlsx
from tests.files import assert_tiled, document, html_table, page, said, word_paragraph, word_table, workbook
from tests.lists import print_cells

LAW: Final = "《云溪市古桥守护条例》\n第九条　任何单位不得在古桥上悬挂重物。"

# As seen in published lists, in their order there; None are columns of which it is known that they are no field.
SEEN: Final[dict[str | None, str]] = {
    "serial": "序号 编号 序 总序号",
    "title": "权责事项 事项名称 职权名称 权力名称 权力事项 权力事项名称 权力项目名称 项目名称 项目 "
    "执法事项 执法事项名称 权力名称(主项) 权责事项名称 行政处罚事项 行政处罚内容 违法行为 "
    "处罚的行为 具体责任事项 检查事项 名称",
    "sub_item": "子项 子项名称 项目子项 权力名称(子项) 权力名称（子项） 子项目名称",
    "power_type": "权力类型 职权类型 职权类别 行政职权类别 权力类别 事项类型 事项类别 权责类型 执法类别 "
    "执法事项类型 权种类别 权种 权力分类 权力事项类型 类别 职权类别及数量",
    "basis": "设定依据 实施依据 职权依据 权力依据 法律依据 法定依据 执法依据 依据 设立依据 主要依据",
    "department": "实施主体和责任主体 实施主体 行使主体 法定实施主体 责任主体 行政主体 执法主体 执法部门 "
    "实施单位 实施部门 行政决定部门 实施机关 行使主体(所属部门)",
    "handling_unit": "承办机构 承办的内设机构 责任科室 责任处室(单位) 责任(指导)部门 承办机构及监督电话 "
    "承办机构(实施主体)",
    "level": "行使层级 法定行使层级 第一责任层级 实施层级 实施层级及权限 办事层级 层级和部门 权限 层级",
    "responsibilities": "责任事项 责任事项内容 责任事项(明确责任主体) 履责方式 职责 行使内容 部门职责",
    "accountability": "追责情形 追责情形及追责依据 追责情形(明确内部追责主体) 追责依据 追责对象范围 责任对象范围",
    "remarks": "备注 事项备注",
    None: "分序号 子项数量 职权编码 事项编码 事项代码 项目编码 编码 权力编码 地方权力编码 "
    "子项地方权力编码 基本编码 责任事项依据 责任依据 责任设定依据 责任事项的依据 免责事项 "
    "救助渠道 监督方式 监督电话 实施对象 工作对象 行政相对人 办理时限 法定时限 承诺时限 "
    "收费依据和标准 划转范围 具体职责边界 划出部门 三定方案 行政处罚种类 处罚方式 性质 "
    "管理流程或业务领域",
}  # fmt: skip
NAMES: Final = [("serial", "序\u3000 号")] + [(field, name) for field, names in SEEN.items() for name in names.split()]


def parsed(data: bytes, name: str = "清单.xlsx") -> PowerList:
    power_list, canonical = parse_source(data, name)
    assert_tiled(power_list, canonical)
    return power_list


@pytest.mark.parametrize(("field", "name"), NAMES, ids=[name for _, name in NAMES])
def test_a_name_that_was_seen_is_known(field: str | None, name: str) -> None:
    """Beside columns of other fields: in a workbook, and in text."""
    assert field_of("".join(name.split())) == field
    assert is_known("".join(name.split()))
    usual = {"title": "事项名称", "basis": "设定依据", "remarks": "备注", "sub_item": "子项"}
    header = [name, *(word for known, word in usual.items() if known != field)]
    if field != "serial":
        header.insert(0, "序号")
    cells = ["1", *(LAW if word == "设定依据" else "字" for word in header[1:])]
    for power_list in (
        parsed(workbook({"表": [header, cells]})),
        parsed(("权责清单\n" + print_cells(header) + print_cells(cells)).encode(), "清单.txt"),
    ):
        assert power_list.tables[0].columns[field != "serial"].field == field
        assert not [f for f in power_list.findings if f.code.startswith("header-")]


STRONGER: Final = [
    ("部门职责 责任事项内容", "responsibilities", 1, "what the department is for is not what it must do here"),
    ("责任事项 部门职责", "responsibilities", 0, "in either order"),
    ("追责对象范围 追责情形", "accountability", 1, "whom, and when"),
    ("追责情形 追责依据", "accountability", 0, ""),
    ("责任主体 实施主体", "department", 1, ""),
    ("实施层级 权限", "level", 0, ""),
    ("层级 行使层级", "level", 1, ""),
    ("层级 权限", "level", 0, "neither is a usual name, but 层级 says level"),
    ("权限 层级", "level", 1, ""),
    ("编号 序号", "serial", 1, ""),
    ("责任部门 承办机构", "handling_unit", 1, ""),
    ("追责依据 追责对象范围", "accountability", 0, "neither says it better: the first"),
]


@pytest.mark.parametrize(("names", "field", "chosen", "_why"), STRONGER, ids=[names for names, *_ in STRONGER])
def test_of_two_columns_for_one_field_nothing_is_lost(names: str, field: str, chosen: int, _why: str) -> None:
    pair = names.split()
    header = ["事项名称", "设定依据", "备注", "子项", *pair]
    cells = ["古桥使用许可", LAW, "", "", "1", "2"]
    for power_list in (
        parsed(workbook({"表": [header, cells]})),
        parsed(("权责清单\n" + print_cells(header) + print_cells(cells)).encode(), "清单.txt"),
    ):
        (item,) = power_list.items
        assert getattr(item, field) == str(chosen + 1)
        assert item.extra == {pair[1 - chosen]: str(2 - chosen)}


def test_a_name_nobody_knows_is_said_and_one_that_is_known_is_not() -> None:
    header = ["序号", "事项名称", "设定依据", "备注", "石狮数量", "监督电话"]
    power_list = parsed(workbook({"表": [header, ["1", "古桥使用许可", LAW, "", "8", "12345"]]}))
    (finding,) = [f for f in power_list.findings if f.code == "header-column-unknown"]
    assert "「石狮数量」" in finding.message
    assert power_list.items[0].extra == {"石狮数量": "8", "监督电话": "12345"}


def test_names_printed_twice_are_said_once_each() -> None:
    header = ["序号", "事项名称", "设定依据", "备注", "责任事项依据", "备注", "责任事项依据"]
    power_list = parsed(workbook({"表": [header, ["1", "古桥使用许可", LAW, "甲", "乙", "丙", "丁"]]}))
    (finding,) = [f for f in power_list.findings if f.code == "header-column-doubled"]
    assert "「备注、责任事项依据」" in finding.message
    assert power_list.items[0].extra == {"责任事项依据": "乙", "备注": "丙", "责任事项依据#2": "丁"}


# --- headings over several columns, and none at all ---

UNDER: Final = [
    ("实施主体", "责任部门 第一责任层级建议", {"department": "甲", "level": "乙"}, {}),
    ("设定依据", "条号 具体规定内容", {}, {"设定依据（条号）": "甲", "设定依据（具体规定内容）": "乙"}),
]


@pytest.mark.parametrize(("over", "under", "fields", "extra"), UNDER, ids=[over for over, *_ in UNDER])
def test_what_stands_under_a_heading(over: str, under: str, fields: dict[str, str], extra: dict[str, str]) -> None:
    """责任部门 under 实施主体 is who acts, a level is a level, and the number of an article is no basis by itself."""
    rows = (
        ["序号", "事项名称", "法律依据名称", over, ""],
        ["", "", "", *under.split()],
        ["1", "古桥使用许可", LAW, "甲", "乙"],
    )
    power_list = parsed(workbook({"表": rows}, merged=["D1:E1", *(f"{letter}1:{letter}2" for letter in "ABC")]))
    (item,) = power_list.items
    assert {field: getattr(item, field) for field in fields} == fields
    assert item.extra == extra
    assert [law.name for law in power_list.laws] == ["云溪市古桥守护条例"]


PARTED: Final = [
    (
        "《云溪市古桥守护条例》",
        "第九条 任何单位不得在古桥上悬挂重物。",
        "《云溪市古桥守护条例》",
        "the law and its article",
    ),
    (
        "地方性法规",
        "《云溪市古桥守护条例》第九条 任何单位不得在古桥上悬挂重物。",
        "地方性法规《云溪市古桥守护条例》",
        "its rank",
    ),
]


@pytest.mark.parametrize(("first", "second", "citation", "_why"), PARTED, ids=[why for *_, why in PARTED])
def test_one_heading_over_two_columns_of_the_law(first: str, second: str, citation: str, _why: str) -> None:
    """What stands in the second goes on with the first, and reads back from this project's own files."""
    rows = [["序号", "事项名称", "设定依据", "", "备注"], ["1", "古桥使用许可", first, second, ""]]
    power_list = parsed(workbook({"表": rows}, merged=["C1:D1"]))
    for again in (power_list, parsed(to_xlsx(power_list)), parsed(to_docx(power_list), "清单.docx")):
        (item,) = again.items
        assert [(basis.citation, [v.label for v in basis.provisions]) for basis in item.basis] == [
            (citation, ["第九条"])
        ]
        assert item.extra == {}
        assert item.remarks == ""


SPANNING: Final = [
    (["实施层级及权限", "", "备注"], "D1:E1", {"实施层级及权限": "乙"}, "a field, and what has none"),
    (
        ["监督方式", "", ""],
        "D1:F1",
        {"监督方式": "甲", "监督方式#2": "乙", "监督方式#3": "丙"},
        "three without a field",
    ),
    (["实施主体", "", "备注"], "D1:E1", {"实施主体": "乙"}, "a second cell of a field"),
]


@pytest.mark.parametrize(("headings", "merged", "extra", "_why"), SPANNING, ids=[why for *_, why in SPANNING])
def test_one_heading_over_several_columns_is_printed_once(
    headings: list[str], merged: str, extra: dict[str, str], _why: str
) -> None:
    """No header is doubled, here or in what is read back from this project's own files."""
    rows = [["序号", "事项名称", "设定依据", *headings], ["1", "古桥使用许可", LAW, "甲", "乙", "丙"]]
    power_list = parsed(workbook({"表": rows}, merged=[merged]))
    for again in (power_list, parsed(to_xlsx(power_list)), parsed(to_docx(power_list), "清单.docx")):
        (table,) = again.tables
        assert [column.spanned for column in table.columns] == [False] * 4 + [not heading for heading in headings[1:]]
        assert table.columns == power_list.tables[0].columns
        assert [item.extra for item in table.items] == [extra]
        assert "header-column-doubled" not in {finding.code for finding in again.findings}


def test_a_column_that_only_a_later_header_has_is_printed_too() -> None:
    """Under the name of its field; nothing of the list is lost in this project's own files."""
    data = document(
        word_table([["序号", "事项名称", "设定依据", "备注"], ["1", "古桥使用", LAW, ""]])
        + word_table([["序号", "事项名称", "设定依据", "追责情形", "备注"], ["2", "挂铃", LAW, "不受理的；", "试行"]])
    )
    power_list = parsed(data, "清单.docx")
    for again in (power_list, parsed(to_xlsx(power_list)), parsed(to_docx(power_list), "清单.docx")):
        assert [(item.accountability or "", item.remarks) for item in again.items] == [("", ""), ("不受理的；", "试行")]


COUNTING: Final = [
    (("1", "2", "3"), ["1", "2", "3"], "it counts"),
    (("1", "3", "4"), [None, None, None], "it skips a number: what it is nobody knows"),
    (("甲", "乙", "丙"), [None, None, None], "it is no number"),
]


@pytest.mark.parametrize(("cells", "serials", "_why"), COUNTING, ids=[why for *_, why in COUNTING])
def test_a_first_column_without_a_heading(cells: tuple[str, ...], serials: list[str | None], _why: str) -> None:
    rows = [["", "事项名称", "设定依据", "备注"], *([cell, f"古桥使用许可之{cell}", LAW, ""] for cell in cells)]
    power_list = parsed(workbook({"表": rows}))
    assert [item.serial for item in power_list.items] == serials
    missing = [finding.message for finding in power_list.findings if finding.code == "header-column-missing"]
    assert missing == (["表头缺少「序号」列；请核对该表头及其下各行。"] if serials[0] else [])


LINES: Final = [
    ("桥务科\n风物科", "handling_unit", "桥务科\n风物科", "two units"),
    ("桥务科、\n风物科", "handling_unit", "桥务科、风物科", "one list of them goes on"),
    ("云溪市古桥\n管理局", "department", "云溪市古桥管理局", "one name, broken by the column"),
    ("市级\n县级", "level", "市级\n县级", "two levels"),
]


@pytest.mark.parametrize(("cell", "field", "value", "_why"), LINES, ids=[why for *_, why in LINES])
def test_units_on_lines_of_their_own_are_not_run_together(cell: str, field: str, value: str, _why: str) -> None:
    """Nor are they when this project's own workbook and document are read."""
    names = {"handling_unit": "承办机构", "department": "实施主体", "level": "行使层级"}
    header = ["序号", "事项名称", "设定依据", names[field]]
    power_list = parsed(workbook({"表": [header, ["1", "古桥使用许可", LAW, cell]]}))
    for again in (power_list, parsed(to_xlsx(power_list)), parsed(to_docx(power_list), "清单.docx")):
        assert getattr(again.items[0], field) == value


TITLES: Final = [
    ("云溪市古桥局行政许可事项清单", "行政许可", "the title names one type"),
    ("云溪市古桥局权力清单和责任清单（行政检查类）", "行政检查", "in brackets"),
    ("云溪市古桥局行政权力清单和责任清单分表（其它行政权力）", "其它行政权力", "as printed, 其它 too"),
    ("云溪市行政审批局行政许可事项清单", "行政许可", "行政审批局 is an office"),
    ("云溪市古桥局行政处罚权责清单", "行政处罚", "the type before 权责清单 is none of the office's name"),
    ("云溪市古桥局行政许可和公共服务事项清单", None, "two types"),
    ("云溪市行政审批局权责清单", None, "no type, an office"),
    ("云溪市古桥局行政权力清单", None, "no type in particular"),
]


@pytest.mark.parametrize(("title", "kind", "_why"), TITLES, ids=[title for title, *_ in TITLES])
def test_a_title_may_say_the_type_of_all_items(title: str, kind: str | None, _why: str) -> None:
    """Where no column and no caption says it."""
    header = ["序号", "事项名称", "设定依据", "备注"]
    cells = ["1", "古桥使用", LAW, ""]
    for power_list in (
        parsed(workbook({"表": [[title], header, cells]}, merged=["A1:D1"])),
        parsed((title + "\n" + print_cells(header) + print_cells(cells)).encode(), "清单.txt"),
    ):
        assert (power_list.title, power_list.tables[0].power_type) == (title, kind)
        assert [item.power_type for item in power_list.items] == [kind]
        assert power_list.authority in {"云溪市古桥局", "云溪市行政审批局"}


CAPTIONS: Final = [
    ("表一：行政处罚（共1项）", "行政处罚", "a type"),
    ("表三 行政规划", "行政规划", "a type that is none of the usual ones"),
    ("表1 权责清单", None, "what all of it is called"),
    ("表一：桥务科（共1项）", None, "a unit"),
    ("表1 权力事项登记表", None, "a form"),
]


@pytest.mark.parametrize(("caption", "kind", "_why"), CAPTIONS, ids=[caption for caption, *_ in CAPTIONS])
def test_what_a_caption_says_is_a_type_or_none(caption: str, kind: str | None, _why: str) -> None:
    header = ["序号", "事项名称", "设定依据", "备注"]
    cells = ["1", "古桥使用", LAW, ""]
    for power_list in (
        parsed(workbook({"表": [[caption], header, cells]}, merged=["A1:D1"])),
        parsed((caption + "\n" + print_cells(header) + print_cells(cells)).encode(), "清单.txt"),
    ):
        assert (power_list.tables[0].caption, power_list.tables[0].power_type) == (caption, kind)


@pytest.mark.parametrize(
    "name",
    [
        *("行政许可", "1.行政许可", "行政许可(11)", "行政许可（市级）", "表1-行政许可"),
        *("行政许可清单", "行政许可事项清单", "1.行政许可目录", "云溪市古桥局行政许可清单"),
    ],
)
def test_the_name_of_a_sheet_says_the_type(name: str) -> None:
    header = ["序号", "事项名称", "设定依据", "备注"]
    power_list = parsed(workbook({name: [header, ["1", "古桥使用", LAW, ""]]}))
    assert power_list.items[0].power_type == "行政许可"


@pytest.mark.parametrize("name", ["行政审批局清单", "行政许可和行政处罚清单", "行政许可说明", "处罚清单"])
def test_another_name_says_no_type(name: str) -> None:
    """An office, two types, what is no list, a word that is no type."""
    header = ["序号", "事项名称", "设定依据", "备注"]
    assert parsed(workbook({name: [header, ["1", "古桥使用", LAW, ""]]})).items[0].power_type is None


ONES: Final = [["序号", "事项名称", "设定依据", "备注"], ["1", "古桥使用", LAW, ""]]
OTHERS: Final = [ONES[0], ["1", "挂铃", LAW, ""]]
FINES, PERMITS = "云溪市古桥局行政处罚清单", "云溪市古桥局行政许可清单"
SEVERAL: Final = {
    "sheets named after the type": workbook({"行政处罚清单": ONES, "行政许可清单": OTHERS}),
    "a title over each sheet": workbook({"Sheet1": [[FINES], *ONES], "Sheet2": [[PERMITS], *OTHERS]}),
    "a title over each table": document(
        word_paragraph(FINES) + word_table(ONES) + word_paragraph(PERMITS) + word_table(OTHERS)
    ),
    "a short title over each table": document(
        word_paragraph("行政处罚清单") + word_table(ONES) + word_paragraph("行政许可清单") + word_table(OTHERS)
    ),
    "a title over each table of text": "".join(
        [FINES, "\n\n", *map(print_cells, ONES), "\n", PERMITS, "\n\n", *map(print_cells, OTHERS)]
    ).encode(),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_a_further_title_says_the_type_of_its_own_table(name: str) -> None:
    """What the first says is not said of the items of the second; so it reads back, too."""
    data = SEVERAL[name]
    suffix = "txt" if not data.startswith(b"PK") else "xlsx" if "sheet" in name else "docx"
    power_list = parsed(data, f"清单.{suffix}")
    for again in (power_list, parsed(to_xlsx(power_list)), parsed(to_docx(power_list), "清单.docx")):
        assert [(table.power_type, len(table.items)) for table in again.tables] == [("行政处罚", 1), ("行政许可", 1)]
        assert again.title == power_list.title
        assert [table.caption for table in again.tables] == [table.caption for table in power_list.tables]
    assert power_list.title == ("" if "清单" in power_list.tables[0].caption else FINES)


def test_a_title_said_again_of_the_same_type_begins_no_table() -> None:
    """The list goes on over a page."""
    data = document(
        word_paragraph(FINES)
        + word_table(ONES)
        + word_paragraph(FINES + "（续）")
        + word_table([ONES[0], ["2", *OTHERS[1][1:]]])
    )
    (table,) = parsed(data, "清单.docx").tables
    assert (table.power_type, len(table.items)) == ("行政处罚", 2)


PARTED_TITLES: Final = [
    (["云溪市古桥管理局", "权责清单"], "云溪市古桥管理局", None, "whose list it is"),
    (["云溪市古桥管理局权力清单和", "责任清单"], "云溪市古桥管理局", None, "a title that breaks in the middle"),
    (["云溪市古桥管理局权责", "清单"], "云溪市古桥管理局", None, "the same, in a word"),
    (
        ["云溪市古桥管理局", "权责清单", "（行政处罚类）"],
        "云溪市古桥管理局",
        "行政处罚",
        "and the type on a third line",
    ),
    (["云溪市古桥管理局", "行政处罚事项清单"], "云溪市古桥管理局", "行政处罚", "a title with a type"),
]


@pytest.mark.parametrize(("lines", "authority", "kind", "_why"), PARTED_TITLES, ids=[why for *_, why in PARTED_TITLES])
def test_a_title_on_several_lines(lines: list[str], authority: str, kind: str | None, _why: str) -> None:
    """Paragraphs, rows of a sheet, lines of a cell and of text; and what this project makes of them."""
    power_list = parsed(document("".join(map(word_paragraph, lines)) + word_table(ONES)), "清单.docx")
    sources = [
        parsed(workbook({"表": [*([line] for line in lines), *ONES]})),
        parsed(workbook({"表": [["\n".join(lines)], *ONES]}, merged=["A1:D1"])),
        parsed(("\n\n".join(lines) + "\n\n" + "".join(map(print_cells, ONES))).encode(), "清单.txt"),
    ]
    for again in (power_list, *sources, parsed(to_xlsx(power_list)), parsed(to_docx(power_list), "清单.docx")):
        assert (again.title, again.authority) == ("".join(lines), authority)
        assert again.items[0].power_type == kind
        assert {finding.code for finding in again.findings} <= {"law-undated"}


@pytest.mark.parametrize("line", ["云溪市古桥管理局关于公布清单的通知", "根据上级要求", "附件1"])
def test_another_line_above_a_title_is_none_of_it(line: str) -> None:
    power_list = parsed(document(word_paragraph(line) + word_paragraph("权责清单") + word_table(ONES)), "清单.docx")
    assert (power_list.title, power_list.authority) == ("权责清单", None)


def test_a_number_before_a_title_is_no_office() -> None:
    for title in ("1.行政处罚清单", "（一）行政处罚清单", "表1行政处罚清单", "附件2 行政处罚清单"):
        power_list = parsed(document(word_paragraph(title) + word_table(ONES)), "清单.docx")
        assert (power_list.title, power_list.authority) == (title, None)


def test_a_caption_or_column_says_the_type_before_the_title() -> None:
    title = "云溪市古桥局行政许可事项清单"
    header = ["序号", "事项名称", "设定依据", "备注"]
    cells = ["1", "古桥使用", LAW, ""]
    captioned = parsed(
        workbook({"表": [[title], ["表一：行政奖励清理目录表"], header, cells]}, merged=["A1:D1", "A2:D2"])
    )
    assert captioned.items[0].power_type == "行政奖励"
    typed = parsed(workbook({"表": [[title], [*header, "权力类型"], [*cells, "行政奖励"]]}, merged=["A1:E1"]))
    assert typed.items[0].power_type == "行政奖励"


# --- a column for each rank of law ----------------------------------------------------------------------------------

REGULATION: Final = "《云溪市灯塔办法》\n第三条　灯塔夜间点灯。"
NOTICE: Final = "《关于古桥的通知》（云桥发〔2031〕1号）"
RANKS: Final = ["序号", "事项名称", "法律", "行政法规", "规范性文件", "备注"]
RANKED: Final = [["1", "古桥使用许可", LAW, REGULATION, NOTICE, ""], ["2", "拆除石栏许可", "", REGULATION, "", ""]]


def _ranked() -> list[PowerList]:
    grouped = [
        ["序号", "事项名称", "设定依据", "", "", "备注"],
        ["", "", "法律", "行政法规", "规范性文件", ""],
        *RANKED,
    ]
    plain = [RANKS, *RANKED]
    text = "权责清单\n" + "".join(map(print_cells, ([*RANKS[:2], "设定依据（法律）", *RANKS[3:]], *RANKED)))
    return [
        parsed(workbook({"表": plain})),
        parsed(workbook({"表": grouped}, merged=["A1:A2", "B1:B2", "C1:E1", "F1:F2"])),
        parsed(text.encode(), "清单.txt"),
    ]


@pytest.mark.parametrize("which", range(3), ids=["one row", "under 设定依据", "text"])
def test_a_column_for_each_rank_of_law(which: int) -> None:
    power_list = _ranked()[which]
    one, two = power_list.items
    assert [basis.citation for basis in one.basis] == [LAW[:11], REGULATION[:9], NOTICE]
    assert [provision.ordinal for provision in one.provisions] == [1, 2]
    assert [basis.citation for basis in two.basis] == [REGULATION[:9]]
    assert one.extra == {"行政法规": REGULATION, "规范性文件": NOTICE}, "as printed, too"
    assert not [f for f in power_list.findings if f.code.startswith("header-") or f.code == "cell-empty"]


@pytest.mark.parametrize("which", range(3), ids=["one row", "under 设定依据", "text"])
@pytest.mark.parametrize("writer", [to_xlsx, to_docx])
def test_ranks_of_law_are_printed_in_their_columns_and_read_back(writer: object, which: int) -> None:
    assert callable(writer)
    original = _ranked()[which]
    copy = parsed(writer(original))
    assert said(copy)["tables"] == said(original)["tables"]


# --- the columns many offices have ----------------------------------------------------------------------------------

MANY: Final = [
    "序号", "事项名称", "子项", "权力类型", "实施依据", "行使主体", "承办机构", "行使层级", "责任事项",
    "责任事项依据", "追责情形", "监督电话", "备注",
]  # fmt: skip


def _many() -> PowerList:
    duties = "1.受理责任：公示条件。\n2.审查责任：核对材料。"
    cells = ["1", "古桥使用许可", "1.桥头\n2.桥尾", "行政许可", LAW, "市古桥局", "桥务科", "市级", duties, REGULATION]
    return parsed(
        workbook({"表": [["云溪市古桥管理局权责清单"], MANY, [*cells, "不予受理的；\n超过时限的。", "12345", "试行"]]})
    )


def test_units_responsibilities_and_accountability_are_fields() -> None:
    (item,) = _many().items
    assert item.handling_unit == "桥务科"
    assert item.responsibilities == "1.受理责任：公示条件。\n2.审查责任：核对材料。"
    assert item.accountability == "不予受理的；\n超过时限的。"
    assert item.extra == {"责任事项依据": REGULATION, "监督电话": "12345"}
    assert [basis.citation for basis in item.basis] == [LAW[:11]], "the basis of a duty is no basis of the power"


@pytest.mark.parametrize("writer", [to_xlsx, to_docx])
def test_these_columns_are_printed_and_read_back(writer: object) -> None:
    assert callable(writer)
    original = _many()
    assert said(parsed(writer(original)))["tables"] == said(original)["tables"]


def test_a_column_that_is_not_there_is_null() -> None:
    (item,) = parsed(workbook({"表": [["序号", "事项名称", "设定依据"], ["1", "古桥使用许可", LAW]]})).items
    assert (item.handling_unit, item.responsibilities, item.accountability) == (None, None, None)


_CELLS: Final = {
    "子项": ("", "无", "桥头", "1.桥头\n2.桥尾"),
    "权力类型": ("行政许可", "行政处罚", ""),
    "行使主体": ("市古桥局", ""),
    "承办机构": ("桥务科", "桥务科、风物科", ""),
    "行使层级": ("市级", "市级、县级", ""),
    "责任事项": ("1.受理责任：公示条件。\n2.审查责任：核对材料。", "审查", ""),
    "部门职责": ("负责古桥的监督管理工作。", ""),
    "责任事项依据": (REGULATION, ""),
    "追责情形": ("不予受理的；\n超过时限的。", ""),
    "追责对象范围": ("1.具体承办人；\n2.单位负责人。", ""),
    "联系人": ("柳桥生", "柳桥生\n桂舟子", ""),
    "石狮数量": ("8", ""),
    "备注": ("试行", ""),
}


@st.composite
def _tables(draw: st.DrawFn) -> list[list[str]]:
    """A header of any of these columns in any order, the number first, and items below it."""
    others = draw(st.lists(st.sampled_from(sorted(_CELLS)), min_size=2, unique=True))
    columns = draw(st.permutations(["事项名称", "设定依据", *others]))
    rows = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        cells = _CELLS | {"事项名称": (f"第{number}号古桥使用许可",), "设定依据": (LAW, f"{LAW}\n{REGULATION}", NOTICE)}
        rows.append([str(number), *(draw(st.sampled_from(cells[column])) for column in columns)])
    return [["序号", *columns], *rows]


@given(_tables())
@settings(deadline=None, max_examples=60)
def test_any_columns_are_the_same_in_every_file(rows: list[list[str]]) -> None:
    title = "云溪市古桥管理局权责清单"
    text = parsed(f"{title}\n{''.join(map(print_cells, rows))}".encode(), "清单.txt")
    assert "柳桥生" not in text.model_dump_json()
    across = f"A1:{chr(ord('A') + len(rows[0]) - 1)}1"
    for other in (
        parsed(workbook({"表": [[title], *rows]}, merged=[across])),
        parsed(document(word_paragraph(title) + word_table(rows)), "清单.docx"),
        parsed(page(f"<h1>{title}</h1>{html_table(rows)}"), "清单.html"),
    ):
        assert said(other) == said(text)


@given(_tables(), st.sampled_from([to_xlsx, to_docx]))
@settings(deadline=None, max_examples=30)
def test_any_columns_are_printed_and_read_back(rows: list[list[str]], writer: object) -> None:
    assert callable(writer)
    original = parsed(workbook({"表": rows}))
    copy = parsed(writer(original))
    for key in ("laws", "tables"):
        assert said(copy)[key] == said(original)[key]


# --- two rows, wide headings, levels --------------------------------------------------------------------------------


def test_a_heading_over_two_that_share_its_field() -> None:
    """行使主体 over 部门 and 科室: the first is the field's; each keeps its name, also where it stands alone."""
    rows = [
        ["序号", "事项名称", "设定依据", "行使主体", ""],
        ["", "", "", "部门", "科室"],
        ["1", "古桥", LAW, "市局", "桥务科"],
    ]
    original = parsed(workbook({"表": rows}, merged=["A1:A2", "B1:B2", "C1:C2", "D1:E1"]))
    for power_list in (original, parsed(to_xlsx(original))):
        (item,) = power_list.items
        assert (item.department, item.extra) == ("市局", {"行使主体（科室）": "桥务科"})
        assert "header-column-doubled" not in {f.code for f in power_list.findings}


def test_levels_ticked_off_are_no_level() -> None:
    """A √ is no level, and a heading no cell: nothing is made of them, both are kept."""
    rows = [["序号", "事项名称", "设定依据", "行使层级", "", ""], ["", "", "", "省级", "市级", "县级"]]
    rows.append(["1", "古桥", LAW, "", "√", "×"])
    original = parsed(workbook({"表": rows}, merged=["A1:A2", "B1:B2", "C1:C2", "D1:F1"]))
    for power_list in (original, parsed(to_xlsx(original)), parsed(to_docx(original))):
        (item,) = power_list.items
        assert item.level is None
        assert item.extra == {"行使层级（省级）": "", "行使层级（市级）": "√", "行使层级（县级）": "×"}
        assert not [f for f in power_list.findings if f.code.startswith("header-")]


POWERS: Final = [
    ("实施层级及权限", "层级 权限说明", "实施层级及权限（权限说明）", "层级 is a weak name, and still the level"),
    ("实施层级及权限", "层级 权限", "权限", "two weak names"),
    ("实施层级及权限", "实施层级 权限划分", "实施层级及权限（权限划分）", "a usual name"),
    ("行使层级及权限", "行使层级 具体权限", "行使层级及权限（具体权限）", "under another heading"),
    ("实施层级及权限", "层级 说明", "实施层级及权限（说明）", "no word of 权限"),
]


@pytest.mark.parametrize(("over", "under", "name", "_why"), POWERS, ids=[under for _, under, *_ in POWERS])
@pytest.mark.parametrize("turned", [False, True], ids=["level first", "level last"])
def test_a_level_and_what_is_done_there_under_one_heading(
    over: str, under: str, name: str, _why: str, *, turned: bool
) -> None:
    """Here and in what is read back from this project's own files; no column is doubled."""
    step = -1 if turned else 1
    rows = [
        ["序号", "事项名称", "设定依据", over, ""],
        ["", "", "", *under.split()[::step]],
        ["1", "古桥使用许可", LAW, *["市级", "负责全市的古桥"][::step]],
    ]
    original = parsed(workbook({"表": rows}, merged=["A1:A2", "B1:B2", "C1:C2", "D1:E1"]))
    for power_list in (original, parsed(to_xlsx(original)), parsed(to_docx(original), "清单.docx")):
        (item,) = power_list.items
        assert (item.level, item.extra) == ("市级", {name: "负责全市的古桥"})
        assert not [f for f in power_list.findings if f.code.startswith("header-")]


def test_what_is_done_at_which_level_is_the_level_where_no_other_column_is() -> None:
    header = ["序号", "事项名称", "设定依据", "实施层级（权限说明）"]
    (item,) = parsed(workbook({"表": [header, ["1", "古桥使用许可", LAW, "市级负责全市的古桥"]]})).items
    assert (item.level, item.extra) == ("市级负责全市的古桥", {})


def test_a_serial_in_two_columns() -> None:
    header = ["总序号", "分序号", "权力名称", "设定依据"]
    (item,) = parsed(workbook({"表": [header, ["12", "3", "古桥", LAW]]})).items
    assert (item.serial, item.extra) == ("12", {"分序号": "3"})


def test_main_and_sub_item_under_one_heading() -> None:
    rows = [["序号", "权力名称", "", "设定依据"], ["", "项目名称", "子项名称", ""], ["1", "古桥使用许可", "桥头", LAW]]
    (item,) = parsed(workbook({"表": rows}, merged=["A1:A2", "B1:C1", "D1:D2"])).items
    assert (item.title, item.sub_item, item.extra) == ("古桥使用许可", "桥头", {})


# --- whose list it is -----------------------------------------------------------------------------------------------

OFFICES: Final = [
    ("云溪市古桥管理局权责清单", "部门名称：云溪市灯塔局", "云溪市古桥管理局", "the title names one"),
    ("2031年权责清单", "部门名称： 云溪市灯塔局 ", "云溪市灯塔局", "the title names none"),
    ("权责清单", "填报单位:云溪市灯塔局", "云溪市灯塔局", ""),
    ("权责清单", "填报日期：2031年4月1日", None, "no office"),
]


@pytest.mark.parametrize(("title", "line", "authority", "_why"), OFFICES, ids=[line for _, line, *_ in OFFICES])
def test_a_line_that_names_the_office(title: str, line: str, authority: str | None, _why: str) -> None:
    rows = [[title], [line], ["序号", "事项名称", "设定依据"], ["1", "古桥使用许可", LAW]]
    power_list = parsed(workbook({"表": rows}, merged=["A1:C1", "A2:C2"]))
    assert power_list.authority == authority
    assert line.strip() in [block.text for block in power_list.blocks if block.kind == "note"]
    noted = [f for f in power_list.findings if f.code == "text-outside-table"]
    assert not noted, "a line of the form is no stray text"


ACROSS: Final = ("序号", "职权名称", "", "设定依据", "实施主体")
LEVELS: Final = ("序号", "职权名称", "设定依据", "行使层级", "")
ITEM: Final = ("1", "灯塔使用许可", "塔身", LAW, "灯塔科")
LEVELLED: Final = ("1", "灯塔使用许可", LAW, "√", "")

# the header over two columns, the row below it, merged areas, and the titles of the items
FIRST_ROWS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], list[str]]]] = {
    "headings nobody merged downwards": (ACROSS, ("", "项目", "子项", "", ""), (), ["灯塔使用许可"]),
    "headings that are parts of the title": (ACROSS, ("", "主项", "子项", "", ""), (), ["灯塔使用许可"]),
    "merged downwards, whatever they say": (ACROSS, ("", "大类", "小类", "", ""), ("A1:A2", "D1:D2"), ["灯塔使用许可"]),
    "levels": (LEVELS, ("", "", "", "市", "县"), (), ["灯塔使用许可"]),
    "parts of the level nobody knows": (LEVELS, ("", "", "", "本级", "下放"), (), ["灯塔使用许可"]),
    "numbers of the columns": (ACROSS, ("", "甲", "乙", "丙", ""), (), ["灯塔使用许可"]),
    "an item without a number": (ACROSS, ("", "拆桥", "夜间", "见附件", "桥务科"), (), ["拆桥", "灯塔使用许可"]),
    "an item of two cells": (ACROSS, ("", "拆桥", "夜间", "", ""), (), ["拆桥", "灯塔使用许可"]),
    "an item with a law": (ACROSS, ("", "拆桥", "", "《古桥法》第三条", ""), (), ["拆桥", "灯塔使用许可"]),
    "an item with a level": (LEVELS, ("", "拆桥", "", "市级", "√"), (), ["拆桥", "灯塔使用许可"]),
    "a row of one cell": (LEVELS, ("", "", "", "", "县级"), (), ["", "灯塔使用许可"]),
    "an item with a number": (LEVELS, ("2", "拆桥", "", "市级", "√"), (), ["拆桥", "灯塔使用许可"]),
    "a sample": (LEVELS, ("示例", "拆桥", "古桥法第三条", "√", ""), (), ["灯塔使用许可"]),
}  # fmt: skip


@pytest.mark.parametrize(("upper", "lower", "merged", "titles"), FIRST_ROWS.values(), ids=FIRST_ROWS)
def test_a_first_item_is_no_second_line_of_the_header(
    upper: tuple[str, ...], lower: tuple[str, ...], merged: tuple[str, ...], titles: list[str]
) -> None:
    across = "B1:C1" if upper is ACROSS else "D1:E1"
    rows = [upper, lower, ITEM if upper is ACROSS else LEVELLED]
    power_list = parsed(workbook({"表": rows}, merged=(across, *merged)))
    assert [item.title for item in power_list.items] == titles
    (header,) = [block.text.split() for block in power_list.blocks if block.kind == "header"]
    said = {cell for cell in lower if cell}
    assert said.isdisjoint(header) == (len(titles) > 1 or lower[0] == "示例" or "甲" in said)


def test_the_law_in_two_columns_of_the_first_item_is_no_header() -> None:
    """One heading over the name of the law and its article, and nothing else in the row."""
    rows = [
        ("序号", "职权名称", "设定依据", "", "实施主体"),
        ("", "", "《古桥法》", "第三条", ""),
        ("1", "许可", LAW, "", "甲"),
    ]
    power_list = parsed(workbook({"表": rows}, merged=("C1:D1",)))
    assert [law.name for law in power_list.laws] == ["古桥法", "云溪市古桥守护条例"]


@pytest.mark.parametrize("names", [("行政处罚", "行政许可"), ("行政处罚（2项）", "行政许可")], ids=["bare", "counted"])
def test_sheets_of_types_that_have_a_column_for_it_read_back_as_tables(names: tuple[str, str]) -> None:
    """A type above a header, or above numbers that begin at 1, is a caption, also where each row says its type."""
    head = ("序号", "事项名称", "权力类型", "设定依据", "实施主体")
    law = "《云溪市古桥守护条例》第三条　甲。"
    sheets = {
        name: [("云溪市古桥局权责清单",), head, *((n, f"{name[:4]}{n}", name[:4], law, "桥务局") for n in ("1", "2"))]
        for name in names
    }
    source = parsed(workbook(sheets), "清单.xlsx")
    assert [(table.power_type, len(table.items)) for table in source.tables] == [("行政处罚", 2), ("行政许可", 2)]
    for again in (parsed(to_xlsx(source), "清单.xlsx"), parsed(to_docx(source), "清单.docx")):
        assert [(each.caption, each.power_type, each.declared_count) for each in again.tables] == [
            (each.caption, each.power_type, each.declared_count) for each in source.tables
        ]
        assert [(item.serial, item.power_type) for item in again.items] == [
            (item.serial, item.power_type) for item in source.items
        ]
        assert not [finding for finding in again.findings if finding.severity == "error"]
