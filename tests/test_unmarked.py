"""Proves that text with nothing between its cells is read as far as it tells: rows by their numbers, cells by what they
can only be; and that what it does not tell is nobody's value, stays in the item and is said.
"""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.errors import NotAPowerList
from pipeline.model import PowerList
from pipeline.parse import parse_source
from pipeline.readers.pieces import serial_number
from tests.files import as_form, assert_tiled, parts, said
from tests.lists import ListData, Style, lists, print_list, read

NAME: Final = "清单.txt"
TITLE: Final = "云溪市古桥管理局权责清单"
LAW: Final = "《云溪市古桥守护条例》（云溪市人大常委会公告第7号）"
NINTH, TENTH = "第九条　任何单位不得在古桥上悬挂重物。", "第十条　养护人应当每月检查桥面。"
HEADER: Final = ("序号", "权责事项", "子项", "设定依据", "实施主体和", "责任主体", "行使层级", "备注")
SHORT: Final = ("序号", "事项名称", "设定依据", "实施机关", "行使层级")
ONE: Final = ("1", "对悬挂重物的处罚", "日常巡查", LAW, NINTH, TENTH, "桥务科", "市级、县级", "试行")
TWO: Final = ("2", "拆除石栏的处罚", LAW, TENTH, "桥务科", "市级")


def parsed(text: str) -> PowerList:
    power_list, canonical = parse_source(text.encode(), NAME)
    assert_tiled(power_list, canonical)
    return power_list


def lines(*parts_of: str | tuple[str, ...], between: str = "\n") -> PowerList:
    """The list under its title whose lines are these."""
    flat = [TITLE]
    for part in parts_of:
        flat += [part] if isinstance(part, str) else part
    return parsed(between.join(flat) + "\n")


Shown = tuple[str | None, ...]


def shown(power_list: PowerList) -> list[Shown]:
    """Each item: serial, title, sub-item, labels of its provisions, department, level, remarks."""
    return [
        (
            item.serial,
            item.title,
            item.sub_item,
            "".join(provision.label or "无" for provision in item.provisions),
            item.department,
            item.level,
            item.remarks,
        )
        for item in power_list.items
    ]


def messages(power_list: PowerList, code: str) -> list[str]:
    return [finding.message for finding in power_list.findings if finding.code == code]


FIRST: Final[Shown] = ("1", "对悬挂重物的处罚", "日常巡查", "第九条第十条", "桥务科", "市级、县级", "试行")
SECOND: Final[Shown] = ("2", "拆除石栏的处罚", "", "第十条", "桥务科", "市级", "")


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n", "\r\n", "\r\n\r\n"])
def test_a_cell_on_each_line_or_paragraph(between: str) -> None:
    """The empty cells of the second row are gone; where they were is told by what stands around them."""
    power_list = lines("表一：行政处罚（共2项）", HEADER, ONE, TWO, between=between)
    assert shown(power_list) == [FIRST, SECOND]
    assert [column.heading for column in power_list.tables[0].columns][4] == "实施主体和责任主体"
    gap = between.count("\n")
    assert power_list.items[0].place == f"第{1 + 10 * gap}行"
    (message,) = messages(power_list, "cells-inferred")
    assert "，2行是按" in message
    assert "分到各列的，2个没有文字的单元格按空单元格读入" in message


def test_headers_repeated_and_numbers_of_pages() -> None:
    power_list = lines(HEADER, ONE, "1", HEADER, TWO[:3], "— 2 —", TWO[3:], "- 3 -", "注：自公布之日起施行。")
    assert shown(power_list) == [FIRST, SECOND]
    assert [block.text for block in power_list.blocks if block.kind not in {"title", "header"}] == [
        "1", "— 2 —", "- 3 -", "注：自公布之日起施行。",
    ]  # fmt: skip


def test_words_with_blanks_between() -> None:
    """A row on each line; the blanks inside a cell are kept."""
    power_list = parsed(
        f"{TITLE}\n序号 权责事项 设定依据 实施主体 行使层级 备注\n"
        f"1 对悬挂重物的处罚 {LAW} 第九条 任何单位不得悬挂。 桥务科 市级\n2 拆除石栏 {LAW}{TENTH} 桥务科 县级 试行\n"
    )
    assert shown(power_list) == [
        ("1", "对悬挂重物的处罚", None, "第九条", "桥务科", "市级", ""),
        ("2", "拆除石栏", None, "第十条", "桥务科", "县级", "试行"),
    ]
    assert power_list.items[0].provisions[0].text == "任何单位不得悬挂。"


ROWS: Final = [
    (
        ("1", "对悬挂重物", "的处罚", LAW, NINTH, "桥务科、", "风物科", "市级"),
        ("1", "对悬挂重物的处罚", None, "第九条", "桥务科、风物科", "市级", None),
        "a narrow column broke title and department",
    ),
    (
        ("1", "《经营许可证》核发", LAW, NINTH, "桥务科", "市级"),
        ("1", "《经营许可证》核发", None, "第九条", "桥务科", "市级", None),
        "a title that begins like a law",
    ),
    (
        ("1", "许可", "【法规】" + LAW, NINTH, "2.《灯塔办法》", "（一）点灯；", "（二）守夜。", "市级"),
        ("1", "许可", None, "第九条无", "", "市级", None),
        "two laws, rank labels, no department",
    ),
    (
        ("1", "许可", "中华人民共和国古桥法 第三十条", "市级"),
        ("1", "许可", None, "第三十条", "", "市级", None),
        "a law without title marks",
    ),
    (
        ("1", "许可", LAW, NINTH, "桥务工作专班", "市级"),
        ("1", "许可", None, "第九条", "桥务工作专班", "市级", None),
        "an organ whose name does not look like one, held by the level below",
    ),
]


@pytest.mark.parametrize(("cells", "expected"), [pytest.param(*case[:2], id=case[2]) for case in ROWS])
def test_a_row_whose_cells_can_be_told(cells: tuple[str, ...], expected: Shown) -> None:
    assert shown(lines(SHORT, cells, ("2", *TWO[1:])))[0] == expected


UNTOLD: Final = [
    (
        ("1", "许可", LAW, NINTH, "由市局委托"),
        ("实施主体和责任主体、备注", "由市局委托"),
        ("第九条", None, "", None),
        "one cell for two columns",
    ),
    (
        ("1", "许可", LAW, NINTH, "市桥务", "管理", "市级"),
        ("实施主体和责任主体、行使层级、备注", "市桥务管理市级"),
        ("第九条", None, None, None),
        "more short lines than columns: the basis may end in one of them",
    ),
    (
        ("1", "许可", LAW, NINTH, "市级", TENTH, "县级"),
        ("设定依据、实施主体和责任主体、行使层级、备注", LAW + NINTH + "市级" + TENTH + "县级"),
        ("", None, None, None),
        "the level of another row in the middle",
    ),
]


@pytest.mark.parametrize(("cells", "named", "values"), [pytest.param(*case[:3], id=case[3]) for case in UNTOLD])
def test_what_cannot_be_told_is_no_value_and_is_said(
    cells: tuple[str, ...], named: tuple[str, str], values: Shown
) -> None:
    power_list = lines(HEADER, cells, TWO)
    item = power_list.items[0]
    assert ("".join(p.label or "" for p in item.provisions), item.department, item.level, item.remarks) == values
    (message,) = messages(power_list, "cells-untold")
    columns, rest = named
    assert columns in message
    assert _bare(rest)[:38] in message
    assert _bare(item.extra["第8列"]) == _bare(rest)
    assert shown(power_list)[1] == SECOND
    assert "其中1行" in messages(power_list, "cells-inferred")[0]


@pytest.mark.parametrize(("words_of", "number"), [("12", 12), ("（三）", 3), ("01", 1), ("0012", None)])
def test_a_code_is_no_number(words_of: str, number: int | None) -> None:
    assert serial_number(words_of) == number


def test_a_row_without_its_number_is_a_row() -> None:
    rows = [
        (number, f"事项{title}", LAW, NINTH, "桥务科", "市级")
        for number, title in (("1", "甲"), ("", "乙"), ("3", "丙"))
    ]
    power_list = lines(SHORT, *(tuple(filter(None, row)) for row in rows))
    assert [(item.serial, item.title, item.department) for item in power_list.items] == [
        ("1", "事项甲", "桥务科"),
        ("", "事项乙", "桥务科"),
        ("3", "事项丙", "桥务科"),
    ]
    codes = {finding.code for finding in power_list.findings}
    assert "serial-unreadable" in codes
    assert "serial-gap" not in codes, "one place, one finding"


def test_responsibilities_and_accountability_begin_where_they_say_so() -> None:
    header = ("序号", "职权名称", "实施依据", "责任事项", "追责情形", "备注")
    row = (
        "1",
        "许可",
        LAW,
        NINTH,
        "1.受理责任：公示。",
        "2.审查责任：审核。",
        "因不履行职责，有下列情形的：",
        "1.不受理的。",
    )
    power_list = lines(header, row, ("2", "登记", LAW, TENTH, "备查责任不明。"))
    assert [len(item.provisions) for item in power_list.items] == [1, 0]
    (message,) = messages(power_list, "cells-untold")
    assert "实施依据、责任事项、追责情形、备注" in message


MORE: Final = (
    "序号", "事项名称", "权力类型", "实施依据", "行使主体", "承办机构", "实施层级及权限", "部门职责", "责任事项内容",
    "责任事项依据", "追责情形", "备注",
)  # fmt: skip


def extra(power_list: PowerList) -> dict[str, str]:
    """What of the first item has no field, without white space."""
    return {heading: _bare(value) for heading, value in power_list.items[0].extra.items() if value}


@pytest.mark.parametrize("between", ["\n", "\n\n", " "])
def test_columns_of_long_texts_around_short_ones(between: str) -> None:
    """What 部门职责 holds announces itself nowhere; the organ above it ends the basis all the same."""
    law = "【 法律】《 云溪市古桥守护条例》（公告第7号）"
    duties = ("负责市级古桥的处罚", "负责市级的处罚；指导县级的处罚。", "直接实施责任：1.执行。", "2.公开。")
    row = ("1", "悬挂的处罚", "行政处罚", law, NINTH, "市桥务局", "桥务科", "市级", *duties, law, "第十条。")
    accountable = "因不履行职责的，应当承担责任。"
    power_list = parsed(f"{TITLE}\n{between.join(MORE)}\n{between.join((*row, accountable))}\n")
    item = power_list.items[0]
    assert shown(power_list)[0] == ("1", "悬挂的处罚", None, "第九条", "市桥务局", "市级", "")
    assert (item.power_type, item.handling_unit) == ("行政处罚", "桥务科")
    assert _bare(item.responsibilities) == "直接实施责任：1.执行。2.公开。"
    assert item.accountability == accountable
    assert extra(power_list) == {
        "实施层级及权限": "负责市级古桥的处罚",
        "部门职责": "负责市级的处罚；指导县级的处罚。",
        "责任事项依据": _bare(f"{law}第十条。"),
    }
    assert "分不清" not in messages(power_list, "cells-inferred")[0]


Long = tuple[str, str | None, str | None, str | None]
LONG: Final = [
    (
        ("序号", "职权名称", "设定依据", "部门职责", "责任主体", "行使层级"),
        ("1", "许可", LAW, NINTH, "负责全市古桥的巡查。", "桥务科", "市级"),
        ("第九条", "负责全市古桥的巡查。", "桥务科", "市级"),
        "部门职责 behind the basis begins with 负责",
    ),
    (
        ("序号", "职权名称", "设定依据", "责任事项", "责任主体", "行使层级"),
        ("1", "许可", LAW, NINTH, "受理申请，审查材料。", "桥务科", "市级"),
        ("", None, "桥务科", "市级"),
        "责任事项 that begins with anything: only where the basis ends is untold",
    ),
    (
        ("序号", "职权名称", "设定依据", "责任事项", "追责情形", "备注"),
        ("1", "处罚", LAW, NINTH, "1.立案：发现违法行为。", "2.调查：取证。", "1.没有依据的。"),
        ("第九条", None, None, None),
        "责任事项 begins with its first step; where 追责情形 begins, nothing says",
    ),
    (
        ("序号", "职权名称", "设定依据", "责任事项", "责任事项依据", "追责情形", "备注"),
        (
            "1",
            "许可",
            LAW,
            NINTH,
            "1.受理：公示。",
            "【法规】市政府《风铃条例》",
            "第五条：因不履行职责的，应当追责：",
            "乙。",
        ),
        ("第九条", "1.受理：公示。", None, None),
        "a law behind its rank and its issuer",
    ),
    (
        ("序号", "职权名称", "设定依据", "追责情形", "救助渠道"),
        ("1", "许可", LAW, NINTH, "因不履行职责，有下列情形的：", "1.甲；", "2.乙", "向市政府申请复议；向法院起诉。"),
        ("第九条", None, None, None),
        "救助渠道 begins with whom to ask",
    ),
    (
        ("序号", "职权名称", "设定依据", "责任主体", "承办机构", "部门职责", "责任事项", "责任事项依据"),
        ("1", "许可", LAW, NINTH, "市桥务局", "桥务科", "守桥。", "办理。", LAW, TENTH),
        ("第九条", None, None, None),
        "organs side by side end the basis, whatever is behind them",
    ),
    (
        ("序号", "职权名称", "设定依据", "责任主体", "承办机构", "部门职责"),
        ("1", "许可", LAW, NINTH, "市桥务局", "桥务科", "市级。负责守桥。", "负责巡查。"),
        ("第九条", "负责巡查。", None, None),
        "so they do where more stands behind them than there are columns",
    ),
    (
        ("序号", "职权名称", "设定依据", "责任主体", "行使层级", "办理流程"),
        ("1", "许可", LAW, NINTH, "市桥务局", "应当检查桥面。", "桥务科", "市级", "现场办理。"),
        ("", None, None, None),
        "an organ in a broken line of the basis does not end it",
    ),
    (
        ("序号", "职权名称", "设定依据", "责任依据", "责任主体", "行使层级"),
        ("1", "许可", LAW, NINTH, "《风铃条例》", TENTH, "桥务科", "市级"),
        ("", None, "桥务科", "市级"),
        "a law behind a law may be of the same column",
    ),
    (
        ("序号", "职权名称", "子项", "部门职责", "设定依据", "责任主体", "行使层级"),
        ("1", "许可", "负责古桥的巡查；组织培训。", "指导《古桥法》第三条的职责。", LAW, NINTH, "桥务科", "市级"),
        ("第九条", "负责古桥的巡查；组织培训。\n指导《古桥法》第三条的职责。", "桥务科", "市级"),
        "部门职责 of two lines before the basis, and no sub-item",
    ),
    (
        ("序号", "职权名称", "责任事项", "设定依据", "责任主体", "行使层级"),
        ("1", "处罚", "1.立案：发现。", "2.调查：《古桥法》第五条规定的证据。", LAW, NINTH, "桥务科", "市级"),
        ("第九条", "1.立案：发现。\n2.调查：《古桥法》第五条规定的证据。", "桥务科", "市级"),
        "责任事项 before the basis",
    ),
    (
        ("序号", "职权名称", "设定依据", "责任主体", "行使层级"),
        ("1", "许可", "国务院《古桥条例》第九条：甲。", "市令第6号《风铃条例》第十条：乙。", "桥务科", "市级"),
        ("第九条第十条", None, "桥务科", "市级"),
        "a law that begins with its issuer, one with its number",
    ),
    (
        ("序号", "职权名称", "设定依据", "责任主体", "行使层级"),
        ("1", "许可", "古桥条例》第九条：甲。", "桥务科", "市级"),
        ("第九条", None, "桥务科", "市级"),
        "a law that lacks its opener",
    ),
]


@pytest.mark.parametrize(("header", "row", "expected"), [pytest.param(*case[:3], id=case[3]) for case in LONG])
def test_where_long_texts_begin_and_end(header: tuple[str, ...], row: tuple[str, ...], expected: Long) -> None:
    """Labels, responsibilities, department and level; a value is the printed one or none, and no word is lost."""
    power_list = lines(header, row)
    item = power_list.items[0]
    labels = "".join(provision.label or "" for provision in item.provisions)
    assert (labels, item.responsibilities or None, item.department or None, item.level or None) == expected
    untold = _bare(item.extra.get(f"第{len(header) + 1}列"))
    assert all(_bare(cell) in untold for cell in row if not labels and cell in (LAW, NINTH))


LED: Final = [
    (
        "职权类别",
        [("行政许可", "1"), ("行政处罚", "2"), ("行政处罚", "3")],
        ["行政许可", "行政处罚", "行政处罚"],
        "a type before the number",
    ),
    (
        "职权类别",
        [("行政许可", "1"), ("2",), ("行政处罚", "3")],
        ["行政许可", None, "行政处罚"],
        "a merged type is printed once",
    ),
    (
        "职权编码",
        [("3504-J-0100", "1"), ("3504-J-0101", "2"), ("3504-J-0102", "3")],
        ["3504-J-0100", "3504-J-0101", "3504-J-0102"],
        "a code",
    ),
    (
        "管理流程或业务领域",
        [("古桥养护", "1"), ("古桥巡查", "2"), ("风铃登记", "3")],
        ["古桥养护", "古桥巡查", "风铃登记"],
        "words of no shape, between the cells that end a row and a number",
    ),
    (
        "管理流程或业务领域",
        [("古桥养护", "1"), ("2",), ("风铃登记", "3")],
        ["古桥养护", "", "风铃登记"],
        "words of no shape, and none: the cell that ends a row stays in it",
    ),
]


@pytest.mark.parametrize(("heading", "leads", "expected"), [pytest.param(*case[:3], id=case[3]) for case in LED])
def test_the_number_is_not_in_the_first_column(
    heading: str, leads: list[tuple[str, ...]], expected: list[str | None]
) -> None:
    rows = [(*lead, f"事项{lead[-1]}", LAW, NINTH, "桥务科", "市级") for lead in leads]
    power_list = lines(heading, SHORT, *rows)
    assert [(item.serial, item.title, item.department, item.level) for item in power_list.items] == [
        (lead[-1], f"事项{lead[-1]}", "桥务科", "市级") for lead in leads
    ]
    assert [item.power_type or item.extra.get(heading) for item in power_list.items] == expected
    assert "分不清" not in messages(power_list, "cells-inferred")[0]


def test_the_last_of_a_numbered_list_is_no_remark() -> None:
    header = ("序号", "职权名称", "设定依据", "追责情形", "备注")
    (item,) = lines(header, ("1", "许可", LAW, NINTH, "因不履行职责，有下列情形的：", "1.甲；", "2.其他行为")).items
    assert (item.accountability, item.remarks) == ("因不履行职责，有下列情形的：\n1.甲；\n2.其他行为", "")


def test_a_heading_of_two_lines_is_one_though_its_first_is_known() -> None:
    header = ("序号", "职权名称", "设定依据", "责任主体", "实施层级", "及权限")
    (table,) = lines(header, ("1", "许可", LAW, NINTH, "桥务科", "市级")).tables
    assert [column.heading for column in table.columns][4:] == ["实施层级及权限"]


def test_remarks_before_a_number_are_no_type() -> None:
    header = ("职权类别", "序号", "职权名称", "设定依据", "责任主体", "行使层级", "备注")
    rows = ("行政许可", "1", "许可", LAW, NINTH, "桥务科", "市级", "试行", "2", "登记", LAW, TENTH, "桥务科", "市级")
    items = lines(header, rows).items
    assert [(item.power_type or None, item.remarks) for item in items] == [("行政许可", "试行"), (None, "")]


def test_a_paragraph_that_a_narrow_column_broke_is_told_by_its_words() -> None:
    """行政⏎处罚 is a type and no sub-item."""
    header = ("序号", "职权名称", "子项", "职权类型", "设定依据", "责任主体", "行使层级")
    row = ("1", "悬挂\n重物", "行政\n处罚", LAW[:6] + "\n" + LAW[6:], NINTH, "桥务\n科", "市\n级")
    (item,) = lines(header, row, between="\n\n").items
    assert (item.sub_item, item.power_type, len(item.provisions)) == ("", "行政处罚", 1)
    assert (_bare(item.title), _bare(item.department), _bare(item.level)) == ("悬挂重物", "桥务科", "市级")


def test_groups_and_captions_between_rows_are_no_cells() -> None:
    power_list = lines("表一：行政许可（共1项）", SHORT, ("1", "许可", LAW, NINTH, "桥务科", "市级"), "桥务类（1项）",
                       ("2", *TWO[1:]), "表二：行政处罚（共1项）", SHORT, ("1", *TWO[1:]))  # fmt: skip
    assert [(table.label, len(table.items)) for table in power_list.tables] == [("表一", 2), ("表二", 1)]
    assert [block.text for block in power_list.blocks if block.kind == "group"] == ["桥务类（1项）"]


REFUSED: Final = [
    ([*SHORT[1:], "许可", LAW, NINTH, "桥务科", "市级"], "序号", "no column of numbers"),
    ([*SHORT, "许可", LAW, NINTH, "桥务科", "市级"], "序号", "no numbers in it"),
    (["序号 事项名称 设定依据", "甲乙丙丁"], "序号", "words without rows"),
]


@pytest.mark.parametrize(("text", "word"), [pytest.param(*case[:2], id=case[2]) for case in REFUSED])
def test_where_nothing_can_be_told_it_is_said_what_to_do(text: list[str], word: str) -> None:
    with pytest.raises(NotAPowerList) as caught:
        parsed("\n".join([TITLE, *text]))
    message = str(caught.value)
    assert message.startswith(f"{NAME}：第")
    assert word in message
    assert "请" in message
    assert "\n" not in message


def _bare(value: str | None) -> str:
    return "".join((value or "").split())


@given(lists(min_rows=1), st.sampled_from(["\n", "\n\n"]), st.booleans())
@settings(deadline=None, max_examples=60)
def test_no_cell_is_read_into_another_column(data: ListData, between: str, empty_lines: bool) -> None:
    """Of any list whose rows have a title and a basis: a value is the printed one, or none; and no word is lost."""
    whole = [
        table._replace(
            rows=tuple(row for row in table.rows if row.title and row.basis), declared_count=None, repeated=frozenset()
        )
        for table in data.tables
    ]
    data = data._replace(tables=tuple(table for table in whole if table.rows))
    assume(data.tables)
    flat = [
        cell
        for part in parts(data)
        for cells in (part.rows or ((part.line,),))
        for cell in cells
        if cell or empty_lines
    ]
    power_list = parsed(between.join(flat) + "\n")
    expected = read(print_list(data, Style(opening="")))
    assert len(power_list.items) == len(expected.items)
    for one, other in zip(power_list.items, expected.items, strict=True):
        for field in ("serial", "title", "sub_item", "department", "level", "remarks"):
            value = getattr(one, field)
            assert value is None or _bare(value) == _bare(getattr(other, field))
        assert [p.text for p in one.provisions] == [p.text for p in other.provisions]
    canonical = parse_source((between.join(flat) + "\n").encode(), NAME).canonical
    assert sorted(_bare(canonical)) == sorted(_bare("".join(flat)))


# --- forms ----------------------------------------------------------------------------------------------------------

FORM: Final = f"序号：{{}}\n事项名称：{{}}\n设定依据：{LAW}\n{NINTH}\n实施主体：\n桥务科\n行使层级: 市级\n备注：\n"
BELOW: Final = f"事项名称\n{{}}\n设定依据\n{LAW}\n{NINTH}\n实施主体\n桥务科\n备注\n\n"


def test_forms_of_lines() -> None:
    power_list = parsed(
        f"{TITLE}\n一、行政处罚（2项）\n{FORM.format(1, '甲')}\n{FORM.format(2, '乙')}注：自公布之日起施行。\n"
    )
    assert shown(power_list) == [
        ("1", "甲", None, "第九条", "桥务科", "市级", ""),
        ("2", "乙", None, "第九条", "桥务科", "市级", ""),
    ]
    assert [(table.power_type, table.declared_count) for table in power_list.tables] == [("行政处罚", 2)]
    assert [item.place for item in power_list.items] == ["第3行", "第12行"]
    assert power_list.blocks[-1].text == "注：自公布之日起施行。"


def test_forms_with_each_value_below_its_heading() -> None:
    power_list = parsed(f"{TITLE}\n1.\n{BELOW.format('甲')}\n2.\n{BELOW.format('乙')}")
    assert [(item.title, len(item.provisions), item.department) for item in power_list.items] == [
        ("甲", 1, "桥务科"),
        ("乙", 1, "桥务科"),
    ]
    assert [block.text for block in power_list.blocks if block.kind in {"note", "group"}] == ["1.", "2."]


@given(lists(min_rows=1, max_tables=1), st.sampled_from(["docx", "xlsx", "html"]))
@settings(deadline=None, max_examples=40)
def test_any_list_is_the_same_as_forms(data: ListData, kind: str) -> None:
    """A form for each item, in a Word document, on a sheet or in a page."""
    table = data.tables[0]
    data = data._replace(tables=(table._replace(repeated=frozenset(), rows=tuple(r for r in table.rows if r.title)),))
    assume(data.tables[0].rows)
    expected = read(print_list(data, Style(opening="")))
    power_list, canonical = parse_source(as_form(data, kind), f"清单.{kind}")
    assert_tiled(power_list, canonical)
    assert [said(item) for item in power_list.items] == [said(item) for item in expected.items]


@pytest.mark.parametrize("total", [("合计", "2项"), ("总计：2项",)])
def test_a_total_below_the_rows_is_no_cell(total: tuple[str, ...]) -> None:
    power_list = lines(HEADER, ONE, TWO, total)
    assert shown(power_list) == [FIRST, SECOND]
    assert tuple(block.text for block in power_list.blocks if block.kind == "note") == total
