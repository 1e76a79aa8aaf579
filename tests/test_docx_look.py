"""Proves that the Word document looks as an annex should: page, columns, rows, fonts, and all of it in styles."""

from __future__ import annotations

import pytest

from pipeline.parse import parse_bytes
from pipeline.writers.ooxml import OFFICIAL, SYSTEM, Fonts, clean_text
from pipeline.writers.to_docx import _height as to_docx_height
from pipeline.writers.to_docx import to_docx
from pipeline.writers.word_cells import count_lines
from pipeline.writers.word_markup import Line
from pipeline.writers.word_table import Page
from tests.files import workbook
from tests.word import (
    DUTY,
    EVERYTHING,
    LAW,
    USUAL,
    W,
    annex,
    body,
    everything,
    item,
    listed,
    parsed,
    part,
    parts,
    provisions,
    reopened,
    row,
    small,
    twips,
    values,
)


def test_the_page_is_the_standards_turned_to_landscape() -> None:
    section = reopened(small()).sections[0]
    assert [round(length.mm) for length in (section.page_width, section.page_height) if length] == [297, 210]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(length.mm) for length in margins if length] == [28, 26, 35, 37]


def test_the_usual_columns_have_the_widths_that_looked_right() -> None:
    for table in body(small()).findall(f"{W}body/{W}tbl"):
        grid = twips(table, "gridCol")
        assert [round(width / 1440 * 25.4) for width in grid] == [10, 38, 11, 121, 22, 12, 11]
        assert sum(grid) == twips(table, "tblW")[0]
        assert values(table, "tblLayout", "type") == ["fixed"]
        for element in table.findall(f"{W}tr"):
            assert twips(element, "tcW") == grid


def test_other_columns_fill_the_page_too_and_the_one_that_says_most_is_widest() -> None:
    first, second = body(parsed(*EVERYTHING)).findall(f"{W}body/{W}tbl")
    grid = twips(first, "gridCol")
    assert sum(grid) == sum(twips(second, "gridCol"))
    assert max(range(6), key=grid.__getitem__) == 3
    assert min(grid) >= round(10 / 25.4 * 1440)
    header = ("序号", "权责事项", "设定依据", "责任事项")
    brief, wordy = (
        twips(body(listed(row("1", "事项", LAW + "\n\n第一条　" + DUTY, text), header=header)), "gridCol")
        for text in ("立案", DUTY * 2)
    )
    assert wordy[3] > 2 * brief[3]
    many = [f"列{number}" for number in range(20)]
    wide = body(listed(row("1", "事项", LAW, *many), header=("序号", "权责事项", "设定依据", *many)))
    assert len(twips(wide, "gridCol")) == 23
    assert sum(twips(wide, "gridCol")) == sum(grid)


@pytest.mark.parametrize(("sub_item", "characters"), [("对在桥头堆放易燃物品行为的处罚", 5), ("", 2)])
def test_sub_items_have_room_for_words_where_there_are_any(sub_item: str, characters: int) -> None:
    header = ("序号", "权责事项", "子项", "职权类型", "设定依据", "备注")
    written = body(listed(row("1", "事项", sub_item, "行政处罚", f"{LAW}\n\n第一条　{DUTY * 9}", ""), header=header))
    assert twips(written, "gridCol")[2] / 20 >= characters * 10.5
    assert (twips(written, "gridCol")[2] < 15 / 25.4 * 1440) is (sub_item == "")


@pytest.mark.parametrize(
    ("serial", "millimetres", "reason"),
    [
        ("12", 10, "as it looked right"),
        ("（一）", 14, "three characters and the margins beside them"),
        ("1-2-10", 17, "six half ones, as wide as a font has them"),
        ("330106021000123456", 24, "no wider, or the law had no room"),
    ],
)
@pytest.mark.parametrize("header", [USUAL, ("序号", "权责事项", "设定依据", "责任事项")], ids=["usual", "other"])
def test_a_number_stands_on_one_line(header: tuple[str, ...], serial: str, millimetres: int, reason: str) -> None:
    cells = {"序号": serial, "权责事项": "事项", "设定依据": f"{LAW}\n第一条　{DUTY * 9}"}
    rows = {"表": [header, [cells.get(heading, "略") for heading in header]]}
    grid = twips(body(parse_bytes(workbook(rows), "清单.xlsx")), "gridCol")
    assert grid[0] / 1440 * 25.4 == pytest.approx(millimetres, abs=1), reason
    assert sum(grid) == pytest.approx(225 / 25.4 * 1440, abs=1)


def test_tables_with_the_same_columns_look_the_same() -> None:
    header = row("序号", "权责事项", "设定依据", "责任事项")
    tables = body(
        parsed(
            "表一：行政处罚\n",
            header,
            row("1", "短", LAW, "长" * 300),
            "表二：行政许可\n",
            header,
            row("2", "长" * 300, LAW, "短"),
        )
    ).findall(f"{W}body/{W}tbl")
    assert twips(tables[0], "gridCol") == twips(tables[1], "gridCol")


def test_the_header_row_of_every_table_and_no_other_row_repeats() -> None:
    for table in body(annex()).findall(f"{W}body/{W}tbl"):
        repeating = [bool(element.findall(f"{W}trPr/{W}tblHeader")) for element in table.findall(f"{W}tr")]
        assert repeating == [True] + [False] * (len(repeating) - 1)


def test_an_item_that_fits_a_page_stays_on_it() -> None:
    rows = body(listed(item(1, provisions(3)), item(2, provisions(8)))).findall(f".//{W}tr")
    assert len(rows) == 3
    assert all(element.findall(f"{W}trPr/{W}cantSplit") for element in rows)


@pytest.mark.parametrize(("more", "rows"), [(1, 3), (2, 2 + 9)])
def test_a_page_holds_thirty_lines_and_one_in_reserve(more: int, rows: int) -> None:
    basis = provisions(9) + "\n\n（一）悬挂重物的。" * more  # 2 + 9 × 3 lines, and so many more
    assert len(body(listed(item(1, LAW), item(2, basis))).findall(f".//{W}tr")) == rows


def test_the_indent_counts() -> None:
    full = "长" * 33  # a line holds 33 characters, less the indent of two and 第一条 with its space
    counts = {
        text: count_lines([Line("Provision", text[4:], text[:3])], 66)
        for text in (f"第一条\u3000{full[:27]}", f"第一条\u3000{full[:28]}")
    }
    assert list(counts.values()) == [1, 2]
    assert [count_lines([Line("Provision", full[:length])], 66) for length in (31, 32)] == [1, 2]
    assert [count_lines([Line("Cell", text)], 66) for text in (full, full + "长", "a" * 66, "a" * 67, "")] == [
        1,
        2,
        1,
        2,
        1,
    ]


def test_a_long_item_breaks_between_its_provisions() -> None:
    rows = body(listed(item(1, LAW), item(2, provisions(20)))).findall(f".//{W}tr")[2:]
    assert len(rows) == 20
    assert all(element.findall(f"{W}trPr/{W}cantSplit") for element in rows)
    for column in (0, 1, 2, 4, 5, 6):
        merges = [element.findall(f"{W}tc")[column].find(f"{W}tcPr/{W}vMerge") for element in rows]
        assert [merge is not None and merge.get(f"{W}val") for merge in merges] == ["restart"] + [None] * 19
    basis = [element.findall(f"{W}tc")[3] for element in rows]
    assert not any(cell.findall(f"{W}tcPr/{W}vMerge") for cell in basis)
    assert values(rows[0], "pStyle").count("Citation") == 1
    assert [values(element, "pStyle").count("Provision") for element in rows] == [1] * 20


def test_no_rule_stands_between_two_provisions_but_where_a_page_ends() -> None:
    rows = body(listed(item(1, LAW), item(2, provisions(20)))).findall(f".//{W}tr")[2:]
    properties = [element.findall(f"{W}tc")[3].find(f"{W}tcPr") for element in rows]
    above = [p is not None and p.find(f"{W}tcBorders/{W}top") is not None for p in properties]
    below = [p is not None and p.find(f"{W}tcBorders/{W}bottom") is not None for p in properties]
    assert not above[0]  # the rule over the item
    assert not below[-1]
    assert above[1:] == below[:-1]  # a rule that only one of two cells gives up is drawn
    # 3 lines and 2.5 points each, the first 5; 406 points a page, of which item 1 takes 28 of the first, under 90.
    assert [index for index, rule in enumerate(below) if not rule] == [5, 14, 19]


def test_a_row_that_may_break_has_a_rule_at_its_foot() -> None:
    basis = f"{LAW}\n\n第一条　{DUTY * 30}\n\n第二条　{DUTY}\n\n第三条　{DUTY}"  # the first provision fits no page
    rows = body(listed(item(1, basis))).findall(f".//{W}tr")[1:]
    properties = [element.findall(f"{W}tc")[3].find(f"{W}tcPr") for element in rows]
    assert [bool(element.findall(f"{W}trPr/{W}cantSplit")) for element in rows] == [False, True, True]
    assert [p is None or p.find(f"{W}tcBorders/{W}bottom") is None for p in properties] == [True, False, True]


def test_the_first_rows_of_a_long_item_are_one_where_its_title_is_taller() -> None:
    title = "对在古桥上悬挂重物的处罚" * 8  # 96 characters: ten lines
    rows = body(listed(item(1, LAW), item(2, provisions(20), title))).findall(f".//{W}tr")[2:]
    assert [values(element, "pStyle").count("Provision") for element in rows[:2]] == [3, 1]


def test_what_is_taller_than_a_page_may_break() -> None:
    rows = body(listed(item(1, f"{LAW}\n\n第一条　{DUTY * 40}"))).findall(f".//{W}tr")
    assert [bool(element.findall(f"{W}trPr/{W}cantSplit")) for element in rows] == [True, False]
    tall = body(listed(item(1, LAW, "长" * 1000), item(2, LAW))).findall(f".//{W}tr")
    assert [bool(element.findall(f"{W}trPr/{W}cantSplit")) for element in tall] == [True, False, True]


def test_the_first_page_is_not_left_empty() -> None:
    basis = provisions(8)  # fits a page, but not below the title
    assert len(body(listed(item(1, LAW), item(2, basis))).findall(f".//{W}tr")) == 3
    assert len(body(listed(item(1, basis))).findall(f".//{W}tr")) == 1 + 8


def test_page_numbers_stand_outside_on_odd_and_even_pages() -> None:
    data = to_docx(small())
    section = reopened(small()).sections[0]
    assert values(part(data, "word/settings.xml"), "evenAndOddHeaders") == ["None"]
    for footer, style in ((section.footer, "单页页码"), (section.even_page_footer, "双页页码")):
        (paragraph,) = footer.paragraphs
        assert paragraph.text == "— 1 —"
        assert paragraph.style is not None
        assert paragraph.style.name == style
    for number in (1, 2):
        assert [e.text for e in part(data, f"word/footer{number}.xml").iter(f"{W}instrText")] == [" PAGE "]


@pytest.mark.parametrize("fonts", [OFFICIAL, SYSTEM, Fonts("甲&乙", '丙"丁', "戊", "己\x00")])
def test_fonts_reach_chinese_text(fonts: Fonts) -> None:
    data = to_docx(small(), fonts)
    styles = part(data, "word/styles.xml")
    for slots in styles.iter(f"{W}rFonts"):
        assert {str(name).removeprefix(W) for name in slots.attrib} == {"ascii", "hAnsi", "eastAsia", "cs"}
        assert len(set(slots.attrib.values())) == 1
    chosen = {
        str(style.get(f"{W}styleId")): values(style, "rFonts", "eastAsia")[0]
        for style in styles.iter(f"{W}style")
        if style.findall(f".//{W}rFonts")
    }
    heading, number = clean_text(fonts.heading), clean_text(fonts.number)
    assert (chosen["Title"], chosen["Citation"], chosen["Article"], chosen["Head"]) == (fonts.title, *[heading] * 3)
    assert (chosen["Provision"], chosen["Cell"], chosen["PageOdd"]) == (fonts.body, fonts.body, number)
    defaults = styles.find(f"{W}docDefaults")
    assert defaults is not None
    assert values(defaults, "rFonts", "eastAsia") == [fonts.body]
    assert values(defaults, "lang", "eastAsia") == ["zh-CN"]
    named = values(part(data, "word/fontTable.xml"), "font", "name")
    assert set(named) == {fonts.title, fonts.body, heading, number}


def test_sizes_are_those_of_the_standard() -> None:
    styles = part(to_docx(small()), "word/styles.xml")
    sizes = {
        str(style.get(f"{W}styleId")): int(values(style, "sz")[0]) / 2
        for style in styles.iter(f"{W}style")
        if style.findall(f".//{W}sz")
    }
    assert (sizes["Label"], sizes["Title"], sizes["PageOdd"], sizes["PageEven"]) == (16, 22, 14, 14)
    assert (sizes["Head"], sizes["Cell"], sizes["Citation"], sizes["Provision"]) == (10.5, 10, 10, 10)
    provision = styles.find(f"{W}style[@{W}styleId='Provision']")
    assert provision is not None
    assert values(provision, "spacing", "line") == ["260"]
    assert values(provision, "spacing", "lineRule") == ["exact"]
    assert values(provision, "ind", "firstLineChars") == ["200"]


def test_all_formatting_is_in_styles_and_all_styles_are_used() -> None:
    found = parts(to_docx(everything(), with_findings=True))
    document, styles = found["word/document.xml"], found["word/styles.xml"]
    assert {child.tag for properties in document.iter(f"{W}pPr") for child in properties} == {f"{W}pStyle"}
    assert {child.tag for properties in document.iter(f"{W}rPr") for child in properties} == {f"{W}rStyle"}
    used = {
        value
        for element in (document, found["word/footer1.xml"], found["word/footer2.xml"])
        for name in ("pStyle", "rStyle", "tblStyle")
        for value in values(element, name)
    }
    defined = {s.get(f"{W}styleId") for s in styles.iter(f"{W}style") if s.get(f"{W}default") is None}
    assert used == defined


def test_what_stays_with_the_first_row_moves_with_it() -> None:
    """The caption and the header of a table go to the page of its first item; counting has to follow them."""
    first, second = (f"表{number}：行政处罚（共1项）\n{row(*USUAL)}" for number in "一二")
    power_list = parsed(first, item(1, provisions(5)), "说明。\n" * 3, second, item(2, provisions(20)))
    rows = body(power_list).findall(f".//{W}tr")
    # 442 points: 26 of caption, whose space above falls away, 35.5 of header, 67.5 of the first part, and seven more
    # of 41.5. The next page has no caption and holds nine.
    properties = [element.findall(f"{W}tc")[3].find(f"{W}tcPr") for element in rows[3:]]
    below = [p is not None and p.find(f"{W}tcBorders/{W}bottom") is None for p in properties]
    assert [index for index, rule in enumerate(below) if rule] == [7, 16, 19]


def test_a_group_stays_with_the_row_below_it() -> None:
    page = Page(head=20.0, top=20.0, used=400.0)
    page.keep(30.0)
    assert page.place(20.0)
    assert (page.used, page.kept) == (70.0, 0)
    assert not page.place(300.0)
    assert not page.place(100.0, whole=False)
    assert page.used == pytest.approx(20 + 470 - 156 / 25.4 * 72)


def test_no_page_begins_with_the_space_above_a_caption() -> None:
    page = Page(used=430.0, lead=8.0, head=20.0)
    page.keep(50.0)
    assert page.place(10.0)
    assert (page.used, page.lead, page.top) == (52.0, 0, 20.0)


def test_of_two_spaces_that_meet_the_larger_is_left() -> None:
    title, note, caption = Line("Title", "清单"), Line("Note", "单位"), Line("Heading1", "表一")
    assert to_docx_height([title]) == 28 + 32 + 10
    assert to_docx_height([title, note]) == 28 + 32 + 10 + 18 + 3
    assert to_docx_height([title, note, caption]) == 28 + 32 + 10 + 18 + 8 + 20 + 6
