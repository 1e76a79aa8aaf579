"""Proves that tables are found in whatever an office prints: captions, repeated and broken headers, short and long
rows, text in between. What does not fit is a defect with its place, and every character still stands in exactly one
block, row or cell.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.layout import Layout, Row, headers, read_layout
from pipeline.readers import Grid, read_text
from pipeline.words import tables as usual_words
from tests.golden import ANNEX
from tests.lists import (
    HEADINGS,
    ListData,
    Style,
    assert_only_between,
    lists,
    print_cells,
    print_header,
    print_list,
    styles,
)

TITLE: Final = "云溪市古桥管理局权责清单\n"
HEADER: Final = print_header()
LAW: Final = "《古桥条例》\n\n第九条　任何单位不得在古桥上悬挂重物。\n"


def row(serial: str, *, title: str = "悬挂重物的处罚", sub_item: str = "", end: str = "\n", remarks: str = "") -> str:
    """One whole row; what is not said is as in the annex."""
    return print_cells((serial, title, sub_item, LAW, "桥务科", "市级", remarks), end)


def assert_layout_tiled(grid: Grid, layout: Layout) -> None:
    """Blocks and rows are the whole text, the cells of a row the whole row, and each cell stands in one place."""
    rows = [each for table in layout.tables for each in table.rows]
    spans = [block.span for block in layout.blocks]
    assert spans == sorted(spans)
    assert_only_between(grid.text, [*spans, *(each.span for each in rows)], (0, len(grid.text)))
    starts = [cell.start for cell in grid.cells]
    for each in rows:
        own = [span for part in (each, *each.further) for span in (*part.fields.values(), *part.extra.values())]
        assert_only_between(grid.text, own, each.span)
        cells = bisect_right(starts, each.span[1]) - bisect_right(starts, each.span[0]) + 1
        # what a merged cell took stands, empty, where the row begins
        assert len({start for start, _ in own}) == cells
        words = [span for span in own if span[0] < span[1]]
        assert len(words) == len(set(words))


def laid_out(text: str) -> Layout:
    grid = read_text(text)
    layout = read_layout(grid)
    assert layout is not None, "no header was found"
    assert_layout_tiled(grid, layout)
    for defect in layout.defects:
        assert 0 <= defect.span[0] <= defect.span[1] <= len(text)
    return layout


def _cells(text: str, each: Row) -> str:
    """serial/title/sub-item …, as far as the row has them; unknown columns with their name."""
    named = [f"{name}={text[slice(*span)]}" for name, span in each.fields.items() if name != "basis"]
    return " ".join([*named, *(f"[{name}]={text[slice(*span)]}" for name, span in each.extra.items())])


class Case(NamedTuple):
    """A list, what must be found in it, and why."""

    why: str
    text: str
    serials: tuple[tuple[str, ...], ...] = (("1", "2"),)
    """The serials of each table's rows; ~ for a row without the cell."""
    defects: tuple[tuple[str, str], ...] = ()
    """Kind, and words of the defect (or the text at its place)."""
    blocks: str = "title caption header"


CAPTION: Final = "表一：行政处罚（共2项）\n"
OPEN: Final = TITLE + CAPTION + HEADER

CASES: Final = [
    Case("as the annex prints it", OPEN + row("1") + row("2")),
    # headers
    Case(
        "a header repeated among the rows is no row",
        OPEN + row("1") + HEADER + row("2"),
        blocks="title caption header header",
    ),
    Case(
        "a second header right after the first is another header, not a wider one",
        OPEN + HEADER + row("1") + row("2"),
        blocks="title caption header header",
    ),
    Case(
        "so is one without a blank line between",
        OPEN.rstrip("\n") + "\n" + HEADER + row("1") + row("2"),
        blocks="title caption header header",
    ),
    Case("the header closes the list", OPEN + row("1") + row("2") + HEADER, blocks="title caption header header"),
    Case(
        "the header closes the file, without a line feed",
        OPEN + row("1") + row("2") + HEADER.rstrip(),
        blocks="title caption header header",
    ),
    Case(
        "a header cell broken over two lines is one column",
        TITLE + CAPTION + print_cells(HEADINGS).replace("权责事项", "权 责\n\n事　项") + row("1") + row("2"),
    ),
    Case(
        "a header without 序号 is read, and said",
        TITLE + CAPTION + print_cells(HEADINGS[1:]) + row("1")[3:] + row("2")[3:],
        serials=(("~", "~"),),
        defects=(("header-column-missing", "serial"),),
    ),
    Case(
        "a header without 权责事项",
        TITLE + CAPTION + print_cells((HEADINGS[0], *HEADINGS[2:])) + print_cells(("1", "", LAW, "桥务科", "市级", "")),
        serials=(("1",),),
        defects=(("header-column-missing", "title"),),
    ),
    Case(
        "a header without 设定依据",
        TITLE + CAPTION + print_cells(("序号", "权责事项", "备注")) + print_cells(("1", "悬挂重物的处罚", "")),
        serials=(("1",),),
        defects=(("header-column-missing", "basis"),),
    ),
    Case(
        "a repeated header that lacks a column the first one has",
        OPEN + row("1") + print_cells((*HEADINGS[:2], *HEADINGS[3:])) + row("2").replace("\t\n", "", 1),
        defects=(("header-column-missing", "子项"),),
        blocks="title caption header header",
    ),
    Case(
        "a repeated header with a column more",
        OPEN + row("1") + print_cells((*HEADINGS, "监督电话")) + row("2", end="\t8001\n\n"),
        defects=(("header-differs", "监督电话"),),
        blocks="title caption header header",
    ),
    Case(
        "a column twice in one header",
        TITLE + CAPTION + print_cells((*HEADINGS, "备注")) + row("1", end="") + "\t试行\n\n",
        serials=(("1",),),
        defects=(("header-column-doubled", "备注"),),
    ),
    Case(
        "a column nobody knows is kept and said",
        TITLE + CAPTION + print_cells((*HEADINGS[:6], "石狮数量")) + row("1") + row("2"),
        defects=(("header-column-unknown", "石狮数量"),),
    ),
    # rows
    Case("rows without a blank line between", OPEN + row("1", end="") + row("2")),
    Case("rows with three blank lines between", OPEN + row("1", end="\n\n\n") + row("2")),
    Case("rows with wide spaces on the blank line", OPEN + row("1", end="　　　　　　　　　　\n") + row("2")),
    Case("no line feed at the end of the file", OPEN + row("1") + row("2").rstrip("\n")),
    Case("serials in Chinese numerals", OPEN + row("一") + row("二"), serials=(("一", "二"),)),
    Case("serials in brackets", OPEN + row("（1）") + row("（2）"), serials=(("（1）", "（2）"),)),
    Case("a row numbered for two", OPEN + row("1") + row("2,3"), serials=(("1", "2,3"),)),
    Case("a blank serial", OPEN + row("1") + row("") + row("3"), serials=(("1", "", "3"),)),
    Case("a blank serial in the first row", OPEN + row("") + row("2"), serials=(("", "2"),)),
    Case("a serial of spaces is blank", OPEN + row("1") + row(" 　"), serials=(("1", ""),)),
    Case("serials doubled", OPEN + row("1") + row("1"), serials=(("1", "1"),)),
    Case("serials out of order", OPEN + row("2") + row("1"), serials=(("2", "1"),)),
    Case("a number as sub-item begins no row", OPEN + row("1", sub_item="2") + row("2", sub_item="1")),
    Case(
        "a number as sub-item begins no row after a blank line either",
        OPEN + row("1", title="悬挂重物的处罚\n", sub_item="3") + row("2"),
    ),
    Case("a number as remark begins no row", OPEN + row("1", remarks="2031") + row("2", remarks="2")),
    Case("a title that is a number begins no row", OPEN + row("1", title="12345") + row("2", title="3")),
    Case(
        "a row too short, the last of the list",
        OPEN + row("1") + print_cells(("2", "集市许可", "", LAW), ""),
        defects=(("row-incomplete", "实施主体和责任主体 行使层级 备注"),),
    ),
    Case(
        "the last row is a serial and nothing else",
        OPEN + row("1") + "\t2",
        defects=(("row-incomplete", "权责事项 子项 设定依据 实施主体和责任主体 行使层级 备注"),),
    ),
    Case(
        "a row too short, in the middle of the table",
        OPEN + row("1") + print_cells(("2", "集市许可", "", LAW, "市级", "")) + row("3") + row("4"),
        serials=(("1", "2", "3", "4"),),
        defects=(("row-incomplete", "备注"),),
    ),
    Case(
        "two rows too short, one after the other",
        OPEN + print_cells(("1", "集市许可", "", LAW)) + print_cells(("2", "集市许可", "", LAW)) + row("3"),
        serials=(("1", "2", "3"),),
        defects=(("row-incomplete", "实施主体和责任主体 行使层级 备注"),) * 2,
    ),
    Case(
        "two short rows that would fill one, numbered on",
        OPEN + print_cells(("1", "集市许可", "")) + print_cells(("2", "集市许可", "", LAW)) + row("3"),
        serials=(("1", "2", "3"),),
        defects=(
            ("row-incomplete", "设定依据 实施主体和责任主体 行使层级 备注"),
            ("row-incomplete", "实施主体和责任主体 行使层级 备注"),
        ),
    ),
    Case(
        "a row before a repeated header is too short",
        OPEN + print_cells(("1", "集市许可", "", LAW)) + HEADER + row("2"),
        defects=(("row-incomplete", "实施主体和责任主体 行使层级 备注"),),
        blocks="title caption header header",
    ),
    Case(
        "a row too long",
        OPEN + row("1", end="\t多出的\n\n") + row("2"),
        defects=(("row-overfull", "8 7"),),
    ),
    Case(
        "a row too long, the last of the list",
        OPEN + row("1") + row("2", end="\t多出的\n\t还有\n"),
        defects=(("row-overfull", "9 7"),),
    ),
    Case("cells with white space only", OPEN + row("1", sub_item=" 　", remarks="　") + row("2", sub_item="\n\n")),
    Case("white space around a serial", OPEN + row(" 1　") + row("2")),
    Case(
        "a row of one cell is a group",
        OPEN + "\t桥面守护类\n\n" + row("1") + "\t桥头守护类\n\n" + row("2"),
        blocks="title caption header group group",
    ),
    Case(
        "two groups, one right after the other",
        OPEN + row("1") + "\t市桥务局\n\n\t桥头守护类（1项）\n\n" + row("2"),
        blocks="title caption header group group",
    ),
    # captions and tables
    Case(
        "numbers run on over two tables",
        OPEN + row("1") + row("2") + "\n表二：行政许可（共1项）\n" + HEADER + row("3"),
        serials=(("1", "2"), ("3",)),
        blocks="title caption header caption header",
    ),
    Case(
        "numbers begin again in the second table",
        OPEN + row("1") + row("2") + "\n表二：行政许可（共1项）\n" + HEADER + row("1"),
        serials=(("1", "2"), ("1",)),
        blocks="title caption header caption header",
    ),
    Case(
        "a table without items",
        OPEN + "\n表二：行政许可（共1项）\n" + HEADER + row("1"),
        serials=((), ("1",)),
        blocks="title caption header caption header",
    ),
    Case(
        "a table without items, last",
        OPEN + row("1") + row("2") + "\n表二：行政许可（共0项）\n" + HEADER,
        serials=(("1", "2"), ()),
        blocks="title caption header caption header",
    ),
    Case(
        "a caption after a row that was cut off",
        OPEN + print_cells(("1", "集市许可", "", LAW)) + "表二：行政许可（共1项）\n" + HEADER + row("2"),
        serials=(("1",), ("2",)),
        defects=(("row-incomplete", "实施主体和责任主体 行使层级 备注"),),
        blocks="title caption header caption header",
    ),
    Case("no caption at all", TITLE + HEADER + row("1") + row("2"), blocks="title header"),
    Case("no title either", HEADER + row("1") + row("2"), blocks="header"),
    # text outside the rows
    Case("附件1 is a label", "附件1\n\n" + OPEN + row("1") + row("2"), blocks="label title caption header"),
    Case(
        "text before the first table",
        TITLE + "仅供参考。\n" + CAPTION + HEADER + row("1") + row("2"),
        defects=(("text-outside-table", "仅供参考。"),),
        blocks="title note caption header",
    ),
    Case(
        "text between the tables",
        OPEN + row("1") + row("2") + "以下为许可事项。\n表二：行政许可（共1项）\n" + HEADER + row("3"),
        serials=(("1", "2"), ("3",)),
        defects=(("text-outside-table", "以下为许可事项。"),),
        blocks="title caption header note caption header",
    ),
    Case(
        "text after the last table",
        OPEN + row("1") + row("2") + "云溪市古桥管理局\n2031年4月1日\n",
        defects=(("text-outside-table", "云溪市古桥管理局"),),
        blocks="title caption header note note",
    ),
    Case(
        "a note after the last table",
        OPEN + row("1") + row("2", remarks="试行") + "注：第2项试行一年。\n",
        blocks="title caption header note",
    ),
    Case(
        "a note under a header without rows, longer than any heading",
        OPEN + row("1") + row("2") + HEADER + "注：本表所列事项试行一年。" + "期满另行公布。" * 10 + "\n",
        blocks="title caption header header note",
    ),
    Case(
        "text below a header whose first word stands again in a row",
        OPEN + "以下为说明。\n" + row("序号") + row("2"),
        serials=(("序号", "2"),),
        defects=(("text-outside-table", "以下为说明。"),),
        blocks="title caption header note",
    ),
    Case(
        "cells before the header are text",
        TITLE + "\t编制单位\n\t桥务科\n\n" + CAPTION + HEADER + row("1") + row("2"),
        defects=(("text-outside-table", "编制单位"), ("text-outside-table", "桥务科")),
        blocks="title note note caption header",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(case, id=case.why) for case in CASES])
def test_layout(case: Case) -> None:
    layout = laid_out(case.text)
    serials = tuple(
        tuple(case.text[slice(*each.fields["serial"])] if "serial" in each.fields else "~" for each in table.rows)
        for table in layout.tables
    )
    assert serials == case.serials
    assert " ".join(block.kind for block in layout.blocks) == case.blocks
    assert len(layout.defects) == len(case.defects), layout.defects
    for defect, (kind, words) in zip(layout.defects, case.defects, strict=True):
        assert defect.kind == kind
        assert words in " ".join(defect.words)


CAPTIONS: Final = [
    ("表一：行政处罚（共14项）", "表一", "行政处罚", 14, "as the annex prints it"),
    ("表一:行政处罚(共14项)", "表一", "行政处罚", 14, "half-width"),
    ("表一：行政处罚（14项）", "表一", "行政处罚", 14, "without 共"),
    ("表一：行政处罚（共十四项）", "表一", "行政处罚", 14, "the count in Chinese"),
    ("表一：行政处罚（共１４项）", "表一", "行政处罚", 14, "the count full-width"),
    ("表一：行政处罚（ 共 14 项 ） ", "表一", "行政处罚", 14, "spaces in the brackets and behind"),
    ("表一：行政处罚", "表一", "行政处罚", None, "no count"),
    ("表一　行政处罚（共2项）", "表一", "行政处罚", 2, "a wide space for the colon"),
    ("表2：行政许可（共2项）", "表2", "行政许可", 2, "an Arabic label"),
    ("行政许可（11项）", None, "行政许可", 11, "no label: the name of a sheet"),
    ("表一（共14项）", "表一", None, 14, "no type"),
    ("表一", "表一", None, None, "a label alone"),
    ("表一：行政处罚（共0项）", "表一", "行政处罚", 0, "a table that declares nothing"),
    ("表一：行政处罚（共十十四项）", "表一", "行政处罚", None, "a count that is no number is not guessed"),
    ("表一：行政处罚（共X项）", "表一", "行政处罚", None, "a count in no digits"),
    ("表一：行政处罚（共　　项）", "表一", "行政处罚", None, "a count left blank"),
    ("行政许可（共若干项）", None, "行政许可", None, "a count in no digits, and no label"),
]


@pytest.mark.parametrize(
    ("line", "label", "power_type", "count"), [pytest.param(*case[:4], id=case[4]) for case in CAPTIONS]
)
def test_caption(line: str, label: str | None, power_type: str | None, count: int | None) -> None:
    layout = laid_out(f"{TITLE}{line}\n{HEADER}{row('1')}")
    (table,) = layout.tables
    assert table.caption is not None
    assert (table.caption.label, table.caption.power_type, table.caption.declared_count) == (label, power_type, count)
    assert [block.kind for block in layout.blocks] == ["title", "caption", "header"]


@pytest.mark.parametrize(
    "line",
    ["行政处罚", "表格说明如下。", "第一部分　行政处罚", "本表（见附件）共两页"],
    ids=["no label, no count", "表 without a number", "a heading of another kind", "prose"],
)
def test_no_caption(line: str) -> None:
    layout = laid_out(f"{TITLE}{line}\n{HEADER}{row('1')}")
    assert layout.tables[0].caption is None
    assert [block.kind for block in layout.blocks] == ["title", "note", "header"]
    assert [defect.kind for defect in layout.defects] == ["text-outside-table"]


USUAL_LINES: Final = [
    ("云溪市古桥管理局行政处罚事项清单", True, "the title of a further sheet"),
    ("填报单位（盖章）：云溪市古桥管理局", True, "who fills the form in"),
    ("填报单位：", True, "and nobody has"),
    ("填报日期：2031年4月1日", True, "when"),
    ("填表人：某某　审核人（签字）：某某　联系电话：123456", True, "several on a line"),
    ("（单位：项）", True, "what is counted"),
    ("二〇三一年四月一日", True, "a day"),
    ("2031-04-01", True, "a day in figures"),
    ("云溪市古桥管理局（盖章）", True, "a seal"),
    ("注：第2项试行一年。", True, "a note"),
    ("合计：2项", True, "a total"),
    ("续表", True, "a table that goes on"),
    ("（2031年版）", True, "an edition"),
    ("（2031年12月修订）", True, "an edition by its month"),
    ("来源：市古桥局　发布时间：2031-04-01 10:21　浏览量：31", True, "what a page prints above what it shows"),
    ("日期：2031-04-01　来源：本网　【字体：大 中 小】", True, "the same, the day first"),
    ("来源不明的事项另行公布。", False, "来源 inside other words"),
    ("2.本表自公布之日起施行。", False, "a numbered sentence that no note is above"),
    ("云溪市古桥管理局", False, "a name alone"),
    ("2031年4月1日起施行", False, "a sentence about a day"),
    ("合计划拨的事项另行公布。", False, "合计 inside other words"),
    ("依据：《云溪市古桥守护条例》第九条：不得悬挂重物。", False, "words before a colon that no form asks for"),
]


@pytest.mark.parametrize(("line", "usual"), [pytest.param(*each[:2], id=each[2]) for each in USUAL_LINES])
def test_lines_offices_print_around_a_table_are_kept_and_not_asked_about(line: str, usual: bool) -> None:
    for text in (
        OPEN + row("1") + row("2") + line + "\n",
        TITLE + line + "\n" + CAPTION + HEADER + row("1") + row("2"),
    ):
        layout = laid_out(text)
        assert line in [text[slice(*block.span)] for block in layout.blocks if block.kind == "note"]
        assert [defect.kind for defect in layout.defects] == ([] if usual else ["text-outside-table"])


def test_the_points_of_a_note_are_of_the_note() -> None:
    layout = laid_out(
        OPEN + row("1") + row("2") + "注：1.第2项试行一年。\n2.自公布之日起施行。\n（三）由局解释。\n另行公布。\n"
    )
    assert [defect.words for defect in layout.defects] == [("另行公布。",)]


TITLES: Final = [
    ("四、云溪县古桥局权力清单和责任清单统计表", "云溪县古桥局"),
    ("云溪县古桥局行政权力清单和责任清单(2031版)", "云溪县古桥局"),
    ("2031年云溪市守桥部门行政审批和公共服务事项通用目录", "云溪市守桥部门"),
    ("云溪市古桥管理局行政执法事项清单", "云溪市古桥管理局"),
    ("行政权力清单（第一批）", ""),
    ("2024年度行政许可事项目录", ""),
    ("政务服务事项清单", ""),
    ("云溪市古桥管理局政务服务事项目录（2031年本）", "云溪市古桥管理局"),
    ("云溪市古桥管理局2031年随机抽查事项清单", "云溪市古桥管理局"),
    ("云溪市古桥管理局权责事项表", "云溪市古桥管理局"),
]


@pytest.mark.parametrize(("line", "authority"), TITLES, ids=[line for line, _ in TITLES])
def test_a_title(line: str, authority: str) -> None:
    layout = laid_out(f"{line}\n{HEADER}{row('1')}{row('2')}")
    assert [block.kind for block in layout.blocks] == ["title", "header"]
    match = usual_words.TITLE.fullmatch(line)
    assert match is not None
    assert match["authority"] == authority


@pytest.mark.parametrize("line", ["责任清单如下", "关于公布权责清单的通知", "古桥目录", "制度清单", "其他权责事项"])
def test_no_title(line: str) -> None:
    assert [block.kind for block in laid_out(f"{line}\n{HEADER}{row('1')}{row('2')}").blocks] == ["note", "header"]


def test_cells_stand_under_the_headings_printed_above_them() -> None:
    text = OPEN + row("1", sub_item="日常巡查", remarks="试行")
    (table,) = laid_out(text).tables
    assert _cells(text, table.rows[0]) == (
        "serial=1 title=悬挂重物的处罚 sub_item=日常巡查 department=桥务科 level=市级 remarks=试行"
    )


def test_a_header_may_begin_with_a_column_nobody_knows() -> None:
    """Its heading is kept, and the cells below it stand under it; also where the header is repeated."""
    header = print_cells(("风铃数", "桥型", "序号", "权责事项", "设定依据", "备注"))
    rows = [
        print_cells((count, "石桥", serial, "悬挂重物的处罚", LAW, ""))
        for count, serial in (("三只", "1"), ("四只", "2"))
    ]
    layout = laid_out(TITLE + CAPTION + header + rows[0] + header + rows[1])
    text = TITLE + CAPTION + header + rows[0] + header + rows[1]
    (table,) = layout.tables
    assert [column.heading for column in table.columns[:3]] == ["风铃数", "桥型", "序号"]
    assert [_cells(text, each) for each in table.rows] == [
        f"serial={serial} title=悬挂重物的处罚 remarks= [风铃数]={count} [桥型]=石桥"
        for count, serial in (("三只", "1"), ("四只", "2"))
    ]
    assert [block.kind for block in layout.blocks] == ["title", "caption", "header", "header"]
    assert [(defect.kind, defect.words) for defect in layout.defects] == [("header-column-unknown", ("风铃数", "桥型"))]


@pytest.mark.parametrize(
    "before",
    [
        "\t编制单位\n\n",
        "\t表一：行政处罚（共2项）\n",
        "\t填报单位：桥务科\n",
        "\t行政处罚\n",
        "\t1\n\t断桥\n\t《古桥条例》第九条。\n\t科\n",
    ],
    ids=["in a row of its own", "a caption", "a line of the form", "a type", "a row with no blank line below it"],
)
def test_what_stands_before_a_header_is_no_column(before: str) -> None:
    layout = laid_out(TITLE + before + HEADER + row("1") + row("2"))
    assert len(layout.tables[0].columns) == len(HEADINGS)


def test_a_repeated_header_in_another_order_holds_for_the_rows_below_it() -> None:
    swapped = (*HEADINGS[:4], "备注", "行使层级", HEADINGS[4])
    below = print_cells(("2", "集市许可", "", LAW, "试行", "县级", "风物科"))
    text = OPEN + row("1") + print_cells(swapped) + below
    (table,) = laid_out(text).tables
    assert "department=桥务科 level=市级 remarks=" in _cells(text, table.rows[0])
    second = table.rows[1].fields
    printed = [text[slice(*second[name])] for name in ("department", "level", "remarks")]
    assert printed == ["风物科", "县级", "试行"]


def test_a_renamed_column_in_a_repeated_header_holds_for_the_rows_below_it() -> None:
    text = OPEN + row("1") + print_cells((*HEADINGS[:6], "监督电话")) + row("2", remarks="8001")
    layout = laid_out(text)
    assert "remarks" in layout.tables[0].rows[0].fields
    assert text[slice(*layout.tables[0].rows[1].extra["监督电话"])] == "8001"
    assert "header-column-missing" in {defect.kind for defect in layout.defects}


def test_cells_too_many_are_kept_under_the_number_of_their_column() -> None:
    text = OPEN + row("1", end="\t多出的\n\t还有\n\n")
    (table,) = laid_out(text).tables
    assert _cells(text, table.rows[0]).endswith("remarks= [第8列]=多出的 [第9列]=还有")


def test_a_doubled_column_keeps_both_cells() -> None:
    text = TITLE + print_cells((*HEADINGS, "备注")) + row("1", remarks="试行", end="\t一年\n\n")
    (table,) = laid_out(text).tables
    assert _cells(text, table.rows[0]).endswith("remarks=试行 [备注]=一年")


def test_two_unknown_columns_of_one_name_are_both_kept() -> None:
    text = TITLE + print_cells((*HEADINGS, "电话", "电话")) + row("1", end="\t8001\n\t8002\n\n")
    (table,) = laid_out(text).tables
    assert _cells(text, table.rows[0]).endswith("[电话]=8001 [电话#2]=8002")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "没有表格。\n",
        "\t1\n\t对悬挂重物的处罚\n\t《古桥条例》\n",
        "\t序号\n\t权责事项\n\n",
        "\t序号\n\t子项\n\t备注\n\t行使层级\n\n",
        "序号\n权责事项\n设定依据\n备注\n",
        print_header().replace("\n\t", "\n "),
    ],
    ids=[
        "empty",
        "prose",
        "rows without a header",
        "two header words are too few",
        "neither 权责事项 nor 设定依据",
        "header words that stand in no cell",
        "a header in one cell",
    ],
)
def test_no_header(text: str) -> None:
    assert read_layout(read_text(text)) is None


@given(lists(), styles())
@settings(deadline=None, max_examples=30)
def test_a_list_without_defects_has_none_and_is_tiled(data: ListData, style: Style) -> None:
    layout = laid_out(print_list(data, style))
    assert layout.defects == []
    assert [len(table.rows) for table in layout.tables] == [len(table.rows) for table in data.tables]


def test_the_annex_is_tiled() -> None:
    layout = laid_out(ANNEX.read_text(encoding="utf-8"))
    assert [len(table.rows) for table in layout.tables] == [14, 10]
    assert [defect.kind for defect in layout.defects] == ["row-incomplete"]


_PIECES: Final = st.sampled_from(
    [
        *HEADINGS,
        "1",
        "2",
        "3",
        "",
        " ",
        "悬挂重物的处罚",
        LAW,
        "桥务科",
        "试行",
        "表二：行政许可（共2项）",
        "注：试行。",
        "附件2",
    ]
)
_LAYOUTS: Final = st.lists(
    st.tuples(_PIECES, st.sampled_from(["\n\t", "\n\n\t", "\n", "\n\n", "\t", "\n　\n\t"])), max_size=30
)


@given(_LAYOUTS)
@settings(deadline=None, max_examples=150)
def test_nothing_is_lost_however_cells_are_strewn(pieces: list[tuple[str, str]]) -> None:
    text = OPEN + "\t" + "".join(piece + joint for piece, joint in pieces)
    laid_out(text)


def test_a_header_does_not_end_behind_its_last_cell() -> None:
    """备注⏎⏎权责事项, an empty cell, and 序号 again: the words behind the empty cell are none of its."""
    laid_out(OPEN + "\t权责事项\n\t\n\t序号\n\n\t")


def test_header_words_that_are_no_header_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run of 备注 is looked at once, not once from each of its cells: counted, not timed."""
    counts: list[int] = []
    real = headers._heading

    def counted(grid: Grid, index: int) -> str:
        counts[-1] += 1
        return real(grid, index)

    monkeypatch.setattr(headers, "_heading", counted)
    for cells in (200, 2000):
        counts.append(0)
        laid_out(TITLE + HEADER + row("1") + "\t备注\n" * cells)
    assert counts[1] < 12 * counts[0]


def test_a_first_header_that_lacks_a_column_is_told_by_its_rows() -> None:
    """The rows have seven cells, as the header repeated below says: they are read by that one, and line 3 is named."""
    short = HEADER.replace("\t子项\n", "", 1)
    layout = laid_out(TITLE + CAPTION + short + row("1") + HEADER + row("2"))
    assert [defect.kind for defect in layout.defects] == ["header-column-missing"]
    assert layout.defects[0].words == ("子项",)
    assert layout.defects[0].span[0] == len(TITLE + CAPTION) + 1
    first, second = layout.tables[0].rows
    assert list(first.fields) == list(second.fields)
    assert not first.extra


def test_a_table_with_fewer_columns_of_its_own_lacks_none() -> None:
    """Its rows have as many cells as its header; that another table has more columns is no defect."""
    short = HEADER.replace("\t备注\n", "", 1)
    narrow = "\t1\n\t对甲的处罚\n\t\n\t《甲法》\n\t桥务科\n\t市级\n\n"
    layout = laid_out(TITLE + CAPTION + short + narrow + "\n表二：行政许可（共1项）\n" + HEADER + row("2"))
    assert layout.defects == []
    assert "remarks" not in layout.tables[0].rows[0].fields


PRINTED: Final = ["".join(heading.split()) for heading in HEADINGS]
ODD: Final = HEADER.replace("行使层级", "今日天气")
DOUBLED: Final = HEADER.replace("\t子项\n", "\t子项\n\t子项\n")


def _defects(layout: Layout) -> list[tuple[str, tuple[str, ...], tuple[int, int]]]:
    return [(defect.kind, defect.words, defect.span) for defect in layout.defects]


@pytest.mark.parametrize("at", range(4))
def test_of_several_headers_the_odd_one_is_said_wherever_it_stands(at: int) -> None:
    """Most of a table's headers are right; rows are read by what is printed above them all the same."""
    headers_of = [ODD if index == at else HEADER for index in range(4)]
    parts = [header + row(str(number)) for number, header in enumerate(headers_of, 1)]
    text = TITLE + CAPTION + "".join(parts)
    layout = laid_out(text)
    start = text.index(ODD) + 1
    assert _defects(layout) == [("header-differs", ("今日天气（他处为行使层级）",), (start, start + len(ODD.strip())))]
    (table,) = layout.tables
    assert [column.heading for column in table.columns] == PRINTED
    for index, each in enumerate(table.rows):
        assert ("level" in each.fields) is (index != at)
        assert list(each.extra) == (["今日天气"] if index == at else [])


def test_of_two_headers_that_differ_the_one_of_the_other_tables_is_the_usual_one() -> None:
    second = "表二：行政许可（共2项）\n" + ODD + row("3") + HEADER + row("4")
    layout = laid_out(OPEN + row("1") + HEADER + row("2") + second)
    assert [(kind, named) for kind, named, _ in _defects(layout)] == [
        ("header-differs", ("今日天气（他处为行使层级）",))
    ]


def test_a_required_column_with_another_name_is_missing_and_the_name_is_said() -> None:
    odd = HEADER.replace("设定依据", "今日天气")
    layout = laid_out(OPEN + row("1") + HEADER + row("2") + odd + row("3"))
    assert [(kind, named) for kind, named, _ in _defects(layout)] == [
        ("header-column-missing", ("设定依据",)),
        ("header-differs", ("今日天气（他处为设定依据）",)),
    ]


@pytest.mark.parametrize(
    ("printed", "places"),
    [
        pytest.param((DOUBLED, HEADER, HEADER), (0,), id="the first"),
        pytest.param((HEADER, DOUBLED, HEADER), (1,), id="another"),
        pytest.param((DOUBLED, HEADER, DOUBLED, HEADER), (0, 2), id="two of four, each at its place"),
        pytest.param((DOUBLED, DOUBLED, DOUBLED), (0,), id="all, said once"),
        pytest.param((DOUBLED,), (0,), id="the only one"),
    ],
)
def test_a_header_that_prints_a_column_twice_over_rows_that_have_it_once(
    printed: tuple[str, ...], places: tuple[int, ...]
) -> None:
    text, starts = TITLE + CAPTION, []
    for number, header in enumerate(printed, 1):
        starts.append(len(text) + 1)
        text += header + row(str(number), sub_item="日常巡查", remarks="试行")
    layout = laid_out(text)
    assert _defects(layout) == [
        ("header-column-doubled", ("子项",), (starts[at], starts[at] + len(DOUBLED.strip()))) for at in places
    ]
    (table,) = layout.tables
    assert [column.heading for column in table.columns] == PRINTED
    for number, each in enumerate(table.rows, 1):
        assert _cells(text, each) == (
            f"serial={number} title=悬挂重物的处罚 sub_item=日常巡查 department=桥务科 level=市级 remarks=试行"
        )
        assert text[slice(*each.fields["basis"])] == LAW.strip()


def test_a_doubled_header_over_a_row_cut_off_is_told_by_the_other_headers() -> None:
    text = OPEN + row("1") + DOUBLED + print_cells(("2", "集市许可", "", LAW))
    layout = laid_out(text)
    assert text[slice(*layout.tables[0].rows[1].fields["basis"])] == LAW.strip()
    assert sorted(defect.kind for defect in layout.defects) == ["header-column-doubled", "row-incomplete"]


def test_a_row_cut_off_does_not_make_a_doubled_column_one() -> None:
    """Two rows have both cells of 备注, so the third lacks one."""
    text = TITLE + print_cells((*HEADINGS, "备注")) + row("1", end="\t甲\n\n") + row("2", end="\t乙\n\n") + row("3")
    layout = laid_out(text)
    assert [list(each.extra) for each in layout.tables[0].rows] == [["备注"], ["备注"], []]
    assert sorted(defect.kind for defect in layout.defects) == ["header-column-doubled", "row-incomplete"]


def _nameless(lost: str, rows: str, repeated: int = 2) -> Layout:
    """The layout of *rows* under headers that all lack the column *lost*; rows 1 and 2 under the first."""
    header = print_cells(heading for heading in HEADINGS if heading != lost)
    return laid_out(TITLE + CAPTION + header + rows + (header + row("3") + row("4")) * (repeated - 1))


@pytest.mark.parametrize(
    ("lost", "words", "read"),
    [
        pytest.param(
            "子项",
            ("第3列", "1", "权责事项", "设定依据", ""),
            "serial=1 title=悬挂重物的处罚 department=桥务科 level=市级 remarks=试行 [第3列]=",
            id="the law stands one further than its heading; an empty cell is no title",
        ),
        pytest.param(
            "行使层级",
            ("第6列", "1", "实施主体和责任主体", "备注", "level"),
            "serial=1 title=悬挂重物的处罚 sub_item= department=桥务科 remarks=试行 [第6列]=市级",
            id="a level under no such heading: its field is said, and not filled",
        ),
        pytest.param(
            "设定依据",
            ("第4列", "1", "子项", "实施主体和责任主体", "basis"),
            f"serial=1 title=悬挂重物的处罚 sub_item= department=桥务科 level=市级 remarks=试行 [第4列]={LAW.strip()}",
            id="a law under no such heading",
        ),
        pytest.param(
            "备注",
            ("第7列", "1", "行使层级", "", ""),
            "serial=1 title=悬挂重物的处罚 sub_item= department=桥务科 level=市级 [第7列]=试行",
            id="everything is in its place up to the last",
        ),
        pytest.param(
            "权责事项",
            ("第2列、第3列", "2", "序号", "设定依据", ""),
            "serial=1 department=桥务科 level=市级 remarks=试行 [第2列]=悬挂重物的处罚 [第3列]=",
            id="before or behind 子项, nobody can tell: neither is filled",
        ),
    ],
)
def test_a_column_that_no_header_prints_is_told_by_the_rows(lost: str, words: tuple[str, ...], read: str) -> None:
    heading = next(each for each in HEADINGS if "".join(each.split()) == lost)
    layout = _nameless(heading, row("1", remarks="试行") + row("2", remarks="试行"))
    assert [(defect.kind, defect.words) for defect in layout.defects] == [("header-column-unnamed", words)]
    (table,) = layout.tables
    first = table.rows[0]
    text = TITLE + CAPTION + print_cells(each for each in HEADINGS if each != heading) + row("1", remarks="试行")
    assert _cells(text, first) == read
    assert [row.columns == first.columns for row in table.rows] == [True] * 4


def test_one_cell_too_many_is_one_rows_and_no_column() -> None:
    """Of two rows one has a cell more: nothing is said of the header."""
    layout = laid_out(OPEN + row("1") + row("2", end="\t多出的\n\n"))
    assert [defect.kind for defect in layout.defects] == ["row-overfull"]


def test_a_row_cut_off_below_a_header_that_lacks_a_column_is_read_by_the_one_above() -> None:
    """Its law stands where the header above it says 实施主体 and the fuller one says 设定依据."""
    short = HEADER.replace("\t子项\n", "", 1)
    text = OPEN + row("1") + short + print_cells(("2", "集市许可", "", LAW))
    layout = laid_out(text)
    assert text[slice(*layout.tables[0].rows[1].fields["basis"])] == LAW.strip()
    assert _defects(layout)[0][:2] == ("row-incomplete", ("实施主体和责任主体", "行使层级", "备注"))
    assert [defect.kind for defect in layout.defects] == ["row-incomplete", "header-column-missing"]


TOTALS: Final = [
    (print_cells(("合计", "2项", "", "", "", "", "")), ("合计", "2项"), "a cell for each column"),
    (print_cells(("", "总　计", "2", "", "", "", "")), ("总　计", "2"), "in the title's column"),
    (print_cells(("小计", "2项")), ("小计", "2项"), "a row cut short"),
    ("\t总计：共2项\n\n", ("总计：共2项",), "one cell"),
]


@pytest.mark.parametrize(("total", "notes"), [pytest.param(*case[:2], id=case[2]) for case in TOTALS])
def test_a_row_that_counts_the_others_is_no_item(total: str, notes: tuple[str, ...]) -> None:
    text = OPEN + row("1") + row("2") + total + "表二：行政许可（共1项）\n" + HEADER + row("3")
    layout = laid_out(text)
    assert [len(table.rows) for table in layout.tables] == [2, 1]
    assert tuple(text[slice(*block.span)] for block in layout.blocks if block.kind == "note") == notes
    assert layout.defects == []


def test_a_title_that_begins_with_a_total_is_one() -> None:
    layout = laid_out(OPEN + row("1", title="合计投入超过两项的奖励") + row("2"))
    assert [len(table.rows) for table in layout.tables] == [2]
