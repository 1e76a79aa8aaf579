"""Proves that an item of several sub-items is one item, and that each sub-item has the basis printed beside it."""

from __future__ import annotations

from typing import Any, Final

import pytest

from pipeline.columns import printed_rows
from pipeline.model import Item, PowerList, SubItem
from pipeline.numerals import to_chinese
from pipeline.parse import parse_source
from pipeline.writers.to_docx import to_docx
from pipeline.writers.to_xlsx import to_xlsx
from tests.files import assert_tiled, document, html_table, page, said, word_paragraph, word_table, workbook
from tests.lists import print_cells

TITLE: Final = "云溪市古桥管理局权责清单"
HEADER: Final = ("序号", "权责事项", "子项", "权责类型", "设定依据", "实施主体", "备注")
BRIDGES: Final = "《云溪市古桥守护条例》（云溪市人大常委会公告第7号）\n第九条　任何单位不得在古桥上悬挂重物。"
LAMPS: Final = "《灯塔办法》\n第三条　灯塔夜间点灯。\n第四条　灯塔白天熄灯。"
BELLS: Final = "《钟楼办法》"


def row(serial: str, title: str, sub_item: str, basis: str, remarks: str = "") -> tuple[str, ...]:
    return (serial, title, sub_item, "行政许可" if title else "", basis, "桥务科" if title else "", remarks)


def parsed(data: bytes, name: str = "清单.xlsx") -> PowerList:
    power_list, canonical = parse_source(data, name)
    assert_tiled(power_list, canonical)
    for item in power_list.items:
        for sub_item in item.sub_items:
            assert _joined(canonical, sub_item.span) == sub_item.label + sub_item.text.strip() or sub_item.label
            assert _joined(canonical, sub_item.spans["text"]) == sub_item.text
    return power_list


def _joined(canonical: str, span: tuple[int, int]) -> str:
    return "".join(line.strip() for line in canonical[slice(*span)].split("\n"))


def in_text(*rows: tuple[str, ...]) -> PowerList:
    cells = "".join(print_cells(cells) for cells in (HEADER, *rows))
    return parsed(f"{TITLE}\n{cells}".encode(), "清单.txt")


def told(item: Item) -> list[tuple[str, str, Any]]:
    """Label, text and own basis (law names would be longer: their numbers) of each sub-item."""
    return [
        (s.label, s.text, None if s.basis is None else [(b.law, b.ordinals) for b in s.basis]) for s in item.sub_items
    ]


CELLS: Final[list[tuple[str, list[tuple[str, str, int | None]]]]] = [
    ("", []),
    ("无", []),
    ("——", []),
    ("日常巡查", [("", "日常巡查", None)]),
    ("2", [("", "2", None)]),
    ("1.日常巡查\n2.夜间巡查", [("1.", "日常巡查", 1), ("2.", "夜间巡查", 2)]),
    ("1、日常巡查；2、夜间巡查", [("1、", "日常巡查；", 1), ("2、", "夜间巡查", 2)]),
    ("（一）日常巡查 （二）夜间\n巡查", [("（一）", "日常巡查", 1), ("（二）", "夜间巡查", 2)]),
    ("①日常巡查\n②夜间巡查", [("①", "日常巡查", 1), ("②", "夜间巡查", 2)]),
    ("3.桥尾巡查", [("3.", "桥尾巡查", 3)]),
    # no number of a sub-item
    ("巡查1.5米以上的桥", [("", "巡查1.5米以上的桥", None)]),
    ("1.巡查第2、3号桥", [("1.", "巡查第2、3号桥", 1)]),
    ("1.日常巡查\n3.夜间巡查", [("1.", "日常巡查3.夜间巡查", 1)]),
    ("日常巡查 1.桥头 2.桥尾", [("", "日常巡查 1.桥头 2.桥尾", None)]),
]


@pytest.mark.parametrize(("cell", "expected"), CELLS, ids=[repr(cell) for cell, _ in CELLS])
def test_one_cell_of_sub_items(cell: str, expected: list[tuple[str, str, int | None]]) -> None:
    """Empty, 无, text, numbered text; what is not numbered from the cell's beginning on is one sub-item."""
    for power_list in (
        in_text(row("1", "古桥使用许可", cell, BRIDGES)),
        parsed(workbook({"表": [(TITLE,), HEADER, row("1", "古桥使用许可", cell, BRIDGES)]})),
    ):
        (item,) = power_list.items
        assert [(s.label, s.text, s.number) for s in item.sub_items] == expected
        assert all(s.basis is None for s in item.sub_items), "they share one cell"
        assert item.sub_item == (cell if "\n2" in cell or "\n②" in cell else "".join(cell.split("\n")))


ROWS: Final = (
    row("1", "古桥使用许可", "桥头", BRIDGES),
    row("", "", "灯塔", LAMPS),
    row("", "", "钟楼", BELLS, "试行"),
    row("2", "拆除石栏许可", "", BRIDGES),
)
OWN: Final = [
    ("", "桥头", [("law-1", (1,))]),
    ("", "灯塔", [("law-2", (2, 3))]),
    ("", "钟楼", [("law-3", ())]),
]


def _merged(rows: tuple[tuple[str, ...], ...]) -> str:
    """Number, title, type and body over three rows of a page."""
    first = [f"<td rowspan=3>{cell}" if at in {0, 1, 3, 5} else f"<td>{cell}" for at, cell in enumerate(rows[0])]
    others = [[f"<td>{row[at]}" for at in (2, 4, 6)] for row in rows[1:3]]
    cells = [HEADER, first, *others, rows[3]]
    return html_table([[cell.replace("\n", "<br>") for cell in each] for each in cells])


FILES: Final = {
    "blank cells in Excel": lambda: parsed(workbook({"表": [(TITLE,), HEADER, *ROWS]})),
    "merged cells in Excel": lambda: parsed(
        workbook({"表": [(TITLE,), HEADER, *ROWS]}, merged=["A3:A5", "B3:B5", "D3:D5", "F3:F5"])
    ),
    "number and title said again": lambda: parsed(
        workbook({"表": [(TITLE,), HEADER, *(ROWS[0][:2] + each[2:] for each in ROWS[:3]), ROWS[3]]})
    ),
    "Word": lambda: parsed(document(word_paragraph(TITLE) + word_table([HEADER, *ROWS])), "清单.docx"),
    "a page": lambda: parsed(page(f"<h1>{TITLE}</h1>{_merged(ROWS)}"), "清单.html"),
    "flattened text": lambda: in_text(*ROWS),
    "number and title said again in text": lambda: in_text(*(ROWS[0][:2] + each[2:] for each in ROWS[:3]), ROWS[3]),
}


@pytest.mark.parametrize("name", FILES)
def test_rows_of_one_number_are_one_item_whose_sub_items_have_their_own_basis(name: str) -> None:
    power_list = FILES[name]()
    one, two = power_list.items
    assert told(one) == OWN
    assert (one.sub_item, one.remarks) == ("桥头\n灯塔\n钟楼", "试行")
    assert (one.title, one.department, one.power_type) == ("古桥使用许可", "桥务科", "行政许可")
    assert [provision.ordinal for provision in one.provisions] == [1, 2, 3], "ordinals run through the item"
    assert told(two) == []
    codes = {finding.code for finding in power_list.findings}
    assert not codes & {"serial-repeated", "serial-unreadable", "cell-empty", "serial-gap", "row-overfull"}


UNEVEN: Final = (
    row("1", "古桥使用许可", "桥头", BRIDGES, "甲"),
    row("1", "古桥使用许可", "灯塔", LAMPS),
    row("1", "古桥使用许可", "钟楼", BELLS, "乙"),
    row("2", "拆除石栏许可", "", BRIDGES),
)


@pytest.mark.parametrize("rows", [ROWS, UNEVEN], ids=["one row of three", "two rows of three"])
def test_what_further_rows_of_text_say_is_said_as_in_a_file(rows: tuple[tuple[str, ...], ...]) -> None:
    """Nothing is lost, nothing is a column of its own; so it is the same list, also from this project's own files."""
    power_list = in_text(*rows)
    one, two = power_list.items
    cells = parsed(workbook({"表": [(TITLE,), HEADER, *rows]}))
    for again in (cells, parsed(to_xlsx(power_list)), parsed(to_docx(power_list), "清单.docx")):
        assert [(item.id, item.remarks, item.extra) for item in again.items] == [
            (one.id, "试行" if rows is ROWS else "甲\n乙", {}),
            (two.id, "", {}),
        ]
        assert [told(item) for item in again.items] == [told(one), told(two)]
    assert {name for name in one.spans if name.startswith("remarks")} == (
        {"remarks"} if rows is ROWS else {"remarks", "remarks#2"}
    ), "one row says it, or two"


def test_a_basis_for_all_sub_items_is_nobodys_own() -> None:
    rows = [row("1", "古桥使用许可", "桥头", BRIDGES), row("", "", "桥尾", "")]
    for merged in ([], ["E3:E4"]):
        (item,) = parsed(workbook({"表": [(TITLE,), HEADER, *rows]}, merged=merged)).items
        assert told(item) == [("", "桥头", None), ("", "桥尾", None)]
    (item,) = in_text(*rows).items
    assert told(item) == [("", "桥头", None), ("", "桥尾", None)]


def test_two_sub_items_of_three_share_a_basis() -> None:
    rows = [
        row("1", "古桥使用许可", "桥头", BRIDGES),
        row("", "", "桥尾", ""),
        row("", "", "灯塔", LAMPS),
    ]
    (item,) = parsed(workbook({"表": [(TITLE,), HEADER, *rows]}, merged=["E3:E4"])).items
    assert told(item) == [
        ("", "桥头", [("law-1", (1,))]),
        ("", "桥尾", [("law-1", (1,))]),
        ("", "灯塔", [("law-2", (2, 3))]),
    ]


def test_articles_under_the_law_of_the_row_above() -> None:
    """The second row quotes on without naming the law again: its provision is its own, the law the same."""
    rows = [row("1", "古桥使用许可", "桥头", BRIDGES), row("", "", "桥尾", "第十条　桥尾不得停车。")]
    (item,) = parsed(workbook({"表": [(TITLE,), HEADER, *rows]})).items
    assert told(item) == [("", "桥头", [("law-1", (1,))]), ("", "桥尾", [("law-1", (2,))])]


def test_the_same_title_with_another_number_is_another_item() -> None:
    rows = [row("1", "古桥使用许可", "桥头", BRIDGES), row("2", "古桥使用许可", "桥尾", BRIDGES)]
    assert len(in_text(*rows).items) == 2
    assert len(parsed(workbook({"表": [(TITLE,), HEADER, *rows]})).items) == 2


def test_one_number_for_two_titles_stays_two_items() -> None:
    """That is a mistake of the list's, and said."""
    rows = [row("1", "古桥使用许可", "桥头", BRIDGES), row("1", "拆除石栏许可", "桥尾", BRIDGES)]
    power_list = in_text(*rows)
    assert len(power_list.items) == 2
    assert "serial-repeated" in {finding.code for finding in power_list.findings}


def test_a_sub_item_is_loaded_again() -> None:
    power_list = FILES["merged cells in Excel"]()
    assert PowerList.model_validate_json(power_list.model_dump_json()) == power_list
    assert all(isinstance(sub_item, SubItem) for item in power_list.items for sub_item in item.sub_items)


def test_a_blank_line_in_a_cell_of_a_file_parts_sub_items() -> None:
    """A column's width breaks lines and leaves none blank. In flattened text every paragraph has a blank line above."""
    cell = "日常\n巡查\n\n夜间巡查"
    (item,) = parsed(workbook({"表": [(TITLE,), HEADER, row("1", "古桥使用许可", cell, BRIDGES)]})).items
    assert [s.text for s in item.sub_items] == ["日常巡查", "夜间巡查"]
    assert item.sub_item == "日常巡查\n夜间巡查"
    (item,) = in_text(row("1", "古桥使用许可", cell, BRIDGES)).items
    assert [s.text for s in item.sub_items] == ["日常巡查夜间巡查"]


LONG: Final = "《云溪市石阶办法》\n" + "\n".join(
    f"第{to_chinese(number)}条　{'石阶的养护人应当每月检查石阶，记录裂缝，发现险情的应当立即报告。' * 9}"
    for number in range(1, 30)
)
APART: Final = {
    "a law for each": ROWS,
    "numbered": (row("1", "古桥使用许可", "1.桥头", BRIDGES), row("", "", "2.灯塔", LAMPS)),
    "two of three share one": (
        row("1", "古桥使用许可", "桥头", BRIDGES),
        row("", "", "桥尾", ""),
        row("", "", "灯塔", LAMPS),
    ),
    "one without": (row("1", "古桥使用许可", "桥头", BRIDGES), row("", "", "灯塔", LAMPS), row("", "", "钟楼", "")),
    "articles under the law above": (
        row("1", "古桥使用许可", "桥头", BRIDGES),
        row("", "", "桥尾", "第十条　桥尾不得停车。"),
    ),
    "over several pages": (
        row("1", "古桥使用许可" * 30, "桥头" * 60, BRIDGES),
        row("", "", "石阶", LONG),
        row("", "", "灯塔", LAMPS, "试行"),
        row("2", "拆除石栏许可", "", BRIDGES),
        row("3", "石阶使用许可", "东阶", LONG.replace("石阶办法", "东阶办法")),
        row("", "", "西阶" * 20, LONG.replace("石阶办法", "西阶办法")),
    ),
}


@pytest.mark.parametrize("writer", [to_xlsx, to_docx])
@pytest.mark.parametrize("name", APART)
def test_sub_items_are_printed_and_read_back_with_their_own_basis(writer: object, name: str) -> None:
    """Each in a row of its own, beside its laws: in a cell for all of them nobody could tell whose is whose."""
    assert callable(writer)
    merged = ["E3:E4"] if "share" in name else []
    original = parsed(workbook({"表": [(TITLE,), HEADER, *APART[name]]}, merged=merged))
    assert any(sub_item.basis for sub_item in original.items[0].sub_items)
    copy = parsed(writer(original))
    for one, other in zip(copy.items, original.items, strict=True):
        assert said(one) == said(other)
        assert told(one) == told(other)


@pytest.mark.parametrize("writer", [to_xlsx, to_docx])
def test_sub_items_of_text_are_printed_and_read_back(writer: object) -> None:
    """But for 备注#2, a second cell of one column, which Word and Excel show as a column of its own."""
    assert callable(writer)
    original = FILES["flattened text"]()
    copy = parsed(writer(original))
    for one, other in zip(copy.items, original.items, strict=True):
        assert told(one) == told(other)
        assert one.sub_item == other.sub_item
        assert [b.citation for b in one.basis] == [b.citation for b in other.basis]


def test_of_a_cell_cut_by_pages_no_part_has_laws_of_its_own() -> None:
    """The words go on on the next page beside other articles: that says nothing of which is whose."""
    cell = "\n".join(f"{number}.对第{number}座古桥的桥头、桥身和桥尾未按规定养护的" for number in range(1, 30))
    original = parsed(workbook({"表": [(TITLE,), HEADER, row("1", "石阶使用许可", cell, LONG)]}))
    (item,) = parsed(to_xlsx(original)).items
    assert [sub_item.basis for sub_item in item.sub_items if sub_item.basis is not None] == []


def test_sub_items_that_share_one_cell_are_printed_in_one() -> None:
    """Nothing says whose the laws are, and the rows do not pretend to."""
    rows = [row("1", "古桥使用许可", "桥头", BRIDGES), row("", "", "桥尾", "")]
    (item,) = parsed(workbook({"表": [(TITLE,), HEADER, *rows]}, merged=["E3:E4"])).items
    assert printed_rows(item) == ()


PLAIN: Final = ("序号", "权责事项", "设定依据", "实施主体")
ONE, TWO = ("1", "拆桥许可", BRIDGES, "桥务科"), ("", "点灯许可", LAMPS, "灯塔科")
LAST: Final = ("2", "过桥许可", BRIDGES, "桥务科")


@pytest.mark.parametrize("shared", [(), ("D2:D3",)], ids=["a unit each", "one unit"])
def test_titles_under_one_number_are_one_item_and_its_sub_items(shared: tuple[str, ...]) -> None:
    """Nothing is fused: each title has the law beside it; nothing is decided: that there are two is said."""
    rows = [PLAIN, ONE, TWO, LAST]
    first = parsed(workbook({"清单": rows}, merged=("A2:A3", *shared)))
    for power_list in (first, parsed(to_xlsx(first)), parsed(to_docx(first), "清单.docx")):
        one, two = power_list.items
        assert (one.serial, one.title, one.sub_item, two.title) == ("1", "拆桥许可\n点灯许可", None, "过桥许可")
        assert told(one) == [("", "拆桥许可", [("law-1", (1,))]), ("", "点灯许可", [("law-2", (2, 3))])]
        assert two.sub_items == ()
        (finding,) = [finding for finding in power_list.findings if finding.code == "title-doubled"]
        assert finding.items == (1,)
        assert "2个名称「拆桥许可」、「点灯许可」" in finding.message
        assert not [finding for finding in power_list.findings if finding.code.startswith("serial")]


def test_titles_under_one_number_beside_an_empty_column_of_sub_items() -> None:
    rows = [
        HEADER,
        row("1", "拆桥许可", "", BRIDGES),
        ("", "点灯许可", "", "行政许可", LAMPS, "灯塔科", ""),
        row("2", "过桥许可", "", BRIDGES),
    ]
    first = parsed(workbook({"清单": rows}, merged=("A2:A3",)))
    for power_list in (first, parsed(to_xlsx(first)), parsed(to_docx(first), "清单.docx")):
        item = power_list.items[0]
        assert (item.title, item.sub_item) == ("拆桥许可\n点灯许可", "")
        assert [text for _, text, _ in told(item)] == ["拆桥许可", "点灯许可"]


def test_titles_under_one_number_that_are_numbered_themselves() -> None:
    """Their numbers are of the title, as printed: 1. 拆桥许可."""
    rows = [PLAIN, ("1", "1. 拆桥许可", BRIDGES, ""), ("", "2. 点灯许可", LAMPS, ""), LAST]
    first = parsed(workbook({"清单": rows}, merged=("A2:A3",)))
    for power_list in (first, parsed(to_xlsx(first)), parsed(to_docx(first), "清单.docx")):
        assert power_list.items[0].title == "1. 拆桥许可\n2. 点灯许可"
        assert [(s.label, s.text) for s in power_list.items[0].sub_items] == [("", "1. 拆桥许可"), ("", "2. 点灯许可")]


def test_long_titles_under_one_number_go_on_over_pages() -> None:
    long = "".join(f"（{number}）在古桥上悬挂重物、停放车辆或者堆放物料的；" for number in range(1, 90))
    titles = [f"对在第{number}座古桥上悬挂重物的处罚" for number in range(1, 6)]
    rows = [(f"{'1' if not at else ''}", title, f"{BRIDGES}\n第{to_chinese(at + 20)}条　{long}", "桥务科")
            for at, title in enumerate(titles)]  # fmt: skip
    first = parsed(workbook({"清单": [PLAIN, *rows, LAST]}, merged=("A2:A6",)))
    for power_list in (first, parsed(to_xlsx(first)), parsed(to_docx(first), "清单.docx")):
        one, two = power_list.items
        assert one.title == "\n".join(titles)
        assert told(one) == [("", title, [("law-1", (2 * at + 1, 2 * at + 2))]) for at, title in enumerate(titles)]
        assert two.title == "过桥许可"
        assert [p.text for p in one.provisions] == [p.text for p in first.items[0].provisions]


ONE_TITLE: Final[dict[str, tuple[tuple[str, str], str, tuple[str, ...]]]] = {
    "broken before the word it ends in": (("擅自拆桥", "处罚"), LAMPS, ()),
    "broken behind 的": (("对擅自拆桥的", "罚款决定"), LAMPS, ()),
    "broken in a word": (("对未按规定记录裂", "缝的处罚"), LAMPS, ()),
    "broken behind a comma": (("拆桥、", "点灯许可"), LAMPS, ()),
    "broken before a mark": (("拆桥", "（含改建）许可"), LAMPS, ()),
    "the second row goes on with the law": (("拆桥许可", "点灯许可"), "第十条　不得拆桥。", ()),
    "one law for both": (("拆桥许可", "点灯许可"), "", ("C2:C3",)),
}


@pytest.mark.parametrize(("titles", "basis", "merged"), ONE_TITLE.values(), ids=ONE_TITLE)
def test_what_may_be_one_title_over_two_rows_is_not_told_apart(
    titles: tuple[str, str], basis: str, merged: tuple[str, ...]
) -> None:
    rows = [PLAIN, ("1", titles[0], BRIDGES, "桥务科"), ("", titles[1], basis, ""), LAST]
    power_list = parsed(workbook({"清单": rows}, merged=("A2:A3", "D2:D3", *merged)))
    assert [(item.serial, item.title, item.sub_items) for item in power_list.items] == [
        ("1", "\n".join(titles), ()),
        ("2", "过桥许可", ()),
    ]
    assert "title-doubled" not in {finding.code for finding in power_list.findings}
