"""Proves that a list without a table, numbered titles with labelled lines below, is read from every kind of file."""

from __future__ import annotations

from typing import Final

import pytest

from pipeline.errors import NotAPowerList
from pipeline.model import PowerList
from pipeline.parse import parse_source
from tests.files import assert_tiled, document, page, word_paragraph, word_table, workbook

LINES: Final = [
    "云溪市古桥局行政职权、依据一览表",
    "一、行政许可（共2项）",
    "（一）古桥使用许可",
    "法律依据：《云溪市古桥守护条例》",
    "第六条：使用古桥，应当取得许可。",
    "责任事项：1.受理责任：公示材料。",
    "2.审查责任：查看桥面。",
    "（二）古桥修缮许可",
    "法律依据：《云溪市古桥守护条例》第八条：“修缮古桥，应当取得许可：（一）有图纸的；（二）有匠人的。”",
    "责任事项：1.受理责任：公示材料。",
    "二、行政处罚",
    "（一）对擅自拆桥的处罚",
    "责任事项：1.立案责任：及时立案。",
    "法律依据：《云溪市古桥守护条例》第三十条：擅自拆桥的，处二百元罚款。",
    "【打印】【关闭】",
    "主办：云溪市古桥局",
]


def read(lines: list[str], kind: str) -> PowerList:
    if kind == "txt":
        data = "\n".join(lines).encode()
    elif kind == "html":
        data = page("".join(f"<p>{line}</p>" for line in lines))
    else:
        data = document("".join(word_paragraph(line) for line in lines))
    power_list, canonical = parse_source(data, f"清单.{kind}")
    assert_tiled(power_list, canonical)
    return power_list


@pytest.mark.parametrize("kind", ["txt", "html", "docx"])
def test_numbered_titles_are_items(kind: str) -> None:
    power_list = read(LINES, kind)
    assert [(item.serial, item.title, item.power_type) for item in power_list.items] == [
        ("（一）", "古桥使用许可", "行政许可"),
        ("（二）", "古桥修缮许可", "行政许可"),
        ("（一）", "对擅自拆桥的处罚", "行政处罚"),
    ]
    assert [[v.label for v in item.provisions] for item in power_list.items] == [["第六条"], ["第八条"], ["第三十条"]]
    assert [item.responsibilities for item in power_list.items] == [
        "1.受理责任：公示材料。\n2.审查责任：查看桥面。",
        "1.受理责任：公示材料。",
        "1.立案责任：及时立案。",
    ]
    assert [table.declared_count for table in power_list.tables] == [2, None]
    (finding,) = [finding for finding in power_list.findings if finding.code == "outline-read"]
    assert finding.message.startswith("源文件没有表格，3项是")
    assert "count-mismatch" not in {finding.code for finding in power_list.findings}


def test_what_a_page_prints_below_is_no_part_of_the_last_item() -> None:
    power_list = read(LINES, "txt")
    assert [block.text for block in power_list.blocks if block.kind == "note"] == [LINES[0], *LINES[-2:]]


FORMS: Final = [
    "序号", "1", "职权名称：古桥使用许可", "设定依据：《云溪市古桥守护条例》第六条", "实施主体：云溪市", "古桥管理局",
    "第二部分 行政处罚",
    "序号", "2", "职权名称：对擅自拆桥的处罚", "设定依据：《云溪市古桥守护条例》第三十条", "行使层级：市级",
    "以上事项自发布之日起施行。", "云溪市古桥管理局（盖章）",
]  # fmt: skip


def test_what_stands_behind_a_whole_value_is_none_of_it() -> None:
    """A unit broken by a narrow column goes on below; a heading or a closing line behind it does not belong to it."""
    power_list = read(FORMS, "txt")
    assert [(item.serial, item.department, item.level) for item in power_list.items] == [
        ("1", "云溪市古桥管理局", None),
        ("2", None, "市级"),
    ]
    outside = [block.text for block in power_list.blocks if block.kind in {"note", "group"}]
    assert outside == ["第二部分 行政处罚", "以上事项自发布之日起施行。", "云溪市古桥管理局（盖章）"]


FORM: Final = (
    ("职权名称", "古桥使用许可"),
    ("子项", ""),
    ("设定依据", "《云溪市古桥守护条例》第六条"),
    ("实施主体", "桥务科"),
)
LESS: Final = (("职权名称", "断桥修复许可"), ("设定依据", "《云溪市古桥守护条例》第八条"), ("行使层级", "市级"))
UNFOUNDED: Final = (("职权名称", "对擅自拆桥的处罚"), ("实施主体", "桥务科"), ("行使层级", ""))


@pytest.mark.parametrize("kind", ["txt", "docx", "xlsx"])
def test_what_a_form_does_not_have_is_null_and_what_is_empty_is_empty(kind: str) -> None:
    forms = (FORM, LESS, UNFOUNDED)
    if kind == "txt":
        data = "\n\n".join("\n".join(f"{heading}：{value}" for heading, value in form) for form in forms).encode()
    elif kind == "docx":
        data = document("".join(map(word_table, forms)))
    else:
        data = workbook({f"表{at}": form for at, form in enumerate(forms)})
    power_list, canonical = parse_source(data, f"清单.{kind}")
    assert_tiled(power_list, canonical)
    assert [(item.title, item.sub_item, item.department, item.level) for item in power_list.items] == [
        ("古桥使用许可", "", "桥务科", None),
        ("断桥修复许可", None, None, "市级"),
        ("对擅自拆桥的处罚", None, "桥务科", ""),
    ]
    assert ["basis" in item.spans for item in power_list.items] == [True, True, False]
    said = [(f.code, f.items, f.message) for f in power_list.findings if f.code in {"field-absent", "cell-empty"}]
    assert [(code, items) for code, items, _ in said] == [
        ("cell-empty", (3,)),
        ("field-absent", (1,)),
        ("field-absent", (2, 3)),
        ("field-absent", (2,)),
    ]
    headings = ("设定依据", "行使层级", "子项", "实施主体")
    assert [f"「{heading}」" in message for heading, (_, _, message) in zip(headings, said, strict=True)] == [True] * 4
    assert "row-incomplete" not in {finding.code for finding in power_list.findings}


HEAD: Final = "云溪市古桥局行政许可事项清单"
FIRST_LAW: Final = ["法律依据：《云溪市古桥守护条例》", "第六条：使用古桥，应当取得许可。"]
SECOND_LAW: Final = ["法律依据：《云溪市古桥守护条例》第八条"]
DUTIES: Final = ["责任事项：1.受理责任：公示材料。", "2.审查责任：查看桥面。"]

# lines, the titles, the labels of the provisions of each
ODD: Final[dict[str, tuple[list[str], list[str], list[list[str]]]]] = {
    "one of three has no basis": (
        [*LINES[:7], "（二）古桥修缮许可", "责任事项：1.受理责任：公示材料。", *LINES[10:]],
        ["古桥使用许可", "古桥修缮许可", "对擅自拆桥的处罚"],
        [["第六条"], [], ["第三十条"]],
    ),
    "the first of three has none": (
        [HEAD, "1.古桥使用许可", *DUTIES, "2.拆桥许可", *DUTIES, *FIRST_LAW, "3.点灯许可", *DUTIES, *SECOND_LAW],
        ["古桥使用许可", "拆桥许可", "点灯许可"],
        [[], ["第六条"], ["第八条"]],
    ),
    "steps numbered as the titles are, a heading below the last": (
        [HEAD, "1.拆桥许可", *FIRST_LAW, *DUTIES, "实施主体：桥务科", "2.点灯许可", *SECOND_LAW, "实施主体：灯塔科"],
        ["拆桥许可", "点灯许可"],
        [["第六条"], ["第八条"]],
    ),
    "numbered laws": (
        [HEAD, "1.拆桥许可", "法律依据：", "1.《云溪市古桥守护条例》第六条", "2.《灯塔办法》第三条", "实施主体：桥务科",
         "2.点灯许可", *SECOND_LAW, "实施主体：灯塔科"],
        ["拆桥许可", "点灯许可"],
        [["第六条", "第三条"], ["第八条"]],
    ),
    "steps of one word, a heading below each": (
        [HEAD, "1.拆桥许可", *FIRST_LAW, "责任事项：", "1.受理", "办理时限：5日", "2.审查", "办理时限：3日",
         "2.点灯许可", *SECOND_LAW, "责任事项：", "1.受理", "办理时限：5日"],
        ["拆桥许可", "点灯许可"],
        [["第六条"], ["第八条"]],
    ),
    **{
        f"items that begin otherwise, and inside one {what}": (
            [HEAD, "1.拆桥许可", *lines, "实施主体：桥务科", "2.点灯许可", "实施主体：灯塔科", *SECOND_LAW],
            ["拆桥许可", "点灯许可"],
            labels,
        )
        for what, lines, labels in (
            ("a law", ["法律依据：", "1.《灯塔法》第三条", "2.《钟楼法》第四条"], [["第三条", "第四条"], ["第八条"]]),
            ("a sentence", [*FIRST_LAW, "责任事项：", "1.公示材料。", "2.查看桥面。"], [["第六条"], ["第八条"]]),
            ("a step and its name", [*FIRST_LAW, "责任事项：", "1.受理：收", "2.审查：看"], [["第六条"], ["第八条"]]),
        )
    },
    "a last step that counts on from the title": (
        [HEAD, "1.拆桥许可", *FIRST_LAW, "实施主体：桥务科", "2.点灯许可", *SECOND_LAW, "责任事项：", "1.受理",
         "2.审查", "3.决定", "实施主体：灯塔科"],
        ["拆桥许可", "点灯许可"],
        [["第六条"], ["第八条"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", ["txt", "docx"])
@pytest.mark.parametrize(("lines", "titles", "labels"), ODD.values(), ids=ODD)
def test_numbered_lines_inside_an_item_and_an_item_without_a_basis(
    kind: str, lines: list[str], titles: list[str], labels: list[list[str]]
) -> None:
    power_list = read(lines, kind)
    assert [item.title for item in power_list.items] == titles
    assert [[provision.label for provision in item.provisions] for item in power_list.items] == labels
    (finding,) = [finding for finding in power_list.findings if finding.code == "outline-read"]
    assert finding.message.startswith(f"源文件没有表格，{len(titles)}项是")
    lacking = [(number,) for number, found in enumerate(labels, 1) if not found]
    assert [finding.items for finding in power_list.findings if finding.code == "cell-empty"] == lacking


NONE: Final = [
    (LINES[:4], "one numbered title may be a heading of anything"),
    (
        [*LINES[:7], "（二）古桥修缮许可", "责任事项：1.受理责任：公示材料。"],
        "a title without a basis is no item of a list",
    ),
    (
        [HEAD, "1.拆桥许可", *FIRST_LAW, *DUTIES, "2.点灯许可", *DUTIES, "3.修桥许可", *DUTIES, "4.过桥许可",
         *SECOND_LAW, *DUTIES],
        "two of four lack a basis: what the numbers count is not beyond doubt",
    ),
    (
        [HEAD, "1.拆桥许可", *DUTIES, *FIRST_LAW, "3.点灯许可", *DUTIES, "5.修桥许可", *DUTIES, *SECOND_LAW],
        "one lacks a basis and the numbers do not go on",
    ),
    (
        [line.removeprefix("（一）").removeprefix("（二）") for line in LINES],
        "nothing is numbered: where items begin nobody knows",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "_why"), NONE, ids=[why for _, why in NONE])
def test_what_is_no_outline_is_refused(lines: list[str], _why: str) -> None:
    with pytest.raises(NotAPowerList):
        read(lines, "txt")
