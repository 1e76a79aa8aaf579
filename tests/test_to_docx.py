"""Proves that the Word document is the published list: every word of it in order, on pages an office can hand over."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Final

import docx
import pytest
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.model import PowerList
from pipeline.parse import parse_bytes
from pipeline.writers.ooxml import OFFICIAL, SYSTEM, Fonts, clean_text
from pipeline.writers.to_docx import to_docx
from pipeline.writers.word_cells import Line, count_lines

ROOT: Final = Path(__file__).resolve().parent.parent
ANNEX: Final = ROOT / "raw" / "sanming-wangxin.txt"
SMALL: Final = ROOT / "tests" / "fixtures" / "small" / "list.txt"
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ANY_TEXT: Final = st.text(st.characters())  # lone surrogates too

USUAL: Final = ("序号", "权责事项", "子项", "设定依据", "实施主体和\n\n责任主体", "行使层级", "备注")
LAW: Final = "《云溪市古桥守护条例》（云溪市人民代表大会常务委员会公告第7号　2031年4月1日施行）"
DUTY: Final = "古桥的养护人应当每月检查桥面，记录裂缝，并将记录保存不少于十年；发现险情的，应当立即报告。"


# --- lists and what comes of them -----------------------------------------------------------------------------------


def row(*cells: str) -> str:
    """One row as the annex flattens it."""
    return "".join(f"\t{cell}\n" for cell in cells) + "\n"


def item(serial: int, basis: str, title: str = "对在古桥上悬挂重物的处罚") -> str:
    """A row of the usual seven columns."""
    return row(str(serial), title, "", basis, "桥务科", "市级", "")


def parsed(*parts: str) -> PowerList:
    """The list whose text is *parts*, one after the other."""
    return parse_bytes("".join(parts).encode(), "list.txt")


def listed(*rows: str, header: tuple[str, ...] = USUAL) -> PowerList:
    """A list of one table without caption."""
    return parsed("附件\n\n云溪市古桥管理局权责清单\n", row(*header), *rows)


def provisions(count: int) -> str:
    """A 设定依据 cell with *count* provisions of three lines each."""
    return "\n\n".join([LAW, *(f"第{number + 1}条　{DUTY * 2}" for number in range(count))])


def small() -> PowerList:
    """The made-up list in the annex's shape."""
    return parse_bytes(SMALL.read_bytes(), SMALL.name)


def annex() -> PowerList:
    """The published list."""
    return parse_bytes(ANNEX.read_bytes(), ANNEX.name)


EVERYTHING: Final = (
    "附件1\n\n云溪市古桥管理局权责清单\n单位：云溪市古桥管理局\n表一：行政处罚（共2项）\n",
    row("序号", "权力类型", "事项名称", "设定依据", "责任事项", "备注"),
    "\t一、桥面\n\n",
    row(
        "1",
        "行政处罚",
        "对在古桥上悬挂重物的处罚",
        f"{LAW}\n\n第九条　不得悬挂重物。\n\n《风铃管理办法》\n\n没有标注。",
        "立案",
        "",
    ),
    "\t二、桥头\n\n",
    row("2", "行政处罚", "没有依据的事项", "", "", "试行"),
    "说明：由云溪市古桥管理局负责解释。\n表二：行政许可（共1项）\n",
    row(*USUAL),
    row("3", "集市许可", "", provisions(20), "桥务科"),
)
"""Groups, notes, other columns, several laws, no label, no basis, a row cut off, an item longer than a page."""


def reopened(power_list: PowerList, fonts: Fonts = OFFICIAL) -> Document:
    """The document as python-docx reads it."""
    return docx.Document(BytesIO(to_docx(power_list, fonts)))


def part(data: bytes, name: str) -> etree._Element:
    """One part of a package, parsed."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def parts(data: bytes) -> dict[str, etree._Element]:
    """Every part of a package, parsed."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist()}


def body(power_list: PowerList) -> etree._Element:
    """The document part."""
    return part(to_docx(power_list), "word/document.xml")


def table_texts(table: Table) -> list[list[str]]:
    """The cells of a table, the rows of a merged item put together again."""
    rows: list[list[str]] = []
    for element in table._tbl.tr_lst:
        cells = ["\n".join(Paragraph(p, table).text for p in cell.p_lst) for cell in element.tc_lst]
        if element.tc_lst[0].vMerge == "continue":
            rows[-1] = ["\n".join(filter(None, pair)) for pair in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return rows


def all_text(document: Document) -> str:
    """Every character of the document in order, without white space."""
    found = []
    for content in document.iter_inner_content():
        if isinstance(content, Table):
            found += ["".join(cells) for cells in table_texts(content)]
        else:
            found.append(content.text)
    return bare("".join(found))


def bare(text: str) -> str:
    """*text* without white space."""
    return "".join(text.split())


def values(element: etree._Element, path: str, attribute: str = "val") -> list[str]:
    """The attribute of every element at *path*, a path of names without prefix."""
    found = element.iterfind(".//" + "/".join(W + name for name in path.split("/")))
    return [str(each.get(W + attribute)) for each in found]


# --- nothing lost, nothing invented ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [SMALL, ANNEX], ids=["small", "annex"])
def test_every_character_of_the_source_stands_in_the_document_in_order(path: Path) -> None:
    source = bare(path.read_text(encoding="utf-8-sig"))
    header = bare("".join(USUAL))
    # The header stands once a table; the source repeats it.
    tables = re.split("(?=表[一二]：)", source)
    expected = "".join(text.replace(header, "\0", 1).replace(header, "").replace("\0", header) for text in tables)
    assert all_text(reopened(parse_bytes(path.read_bytes(), path.name))) == expected


def test_everything_else_a_list_can_have_stands_in_order_too() -> None:
    assert all_text(reopened(parsed(*EVERYTHING))) == bare("".join(EVERYTHING))


def test_cells_are_those_of_the_source() -> None:
    first, second = reopened(small()).tables
    texts = table_texts(first)
    assert texts[0] == ["序号", "权责事项", "子项", "设定依据", "实施主体和责任主体", "行使层级", "备注"]
    assert [len(texts), len(table_texts(second))] == [4, 2]
    assert texts[2] == [
        "2",
        "对养护人未按规定记录裂缝的处罚",
        "日常巡查",
        f"""{LAW}
第三条　市古桥管理部门负责全市古桥的监督管理工作。
第九条　第二款　古桥的养护人应当每月检查桥面，记录裂缝。
第二十一条　养护人违反本条例第九条第二款规定，有下列行为之一的，处二百元以下罚款：
（一）未记录裂缝的；
（二）涂改记录的。""",
        "桥务科",
        "市级、县级",
        "试行",
    ]


def test_laws_in_one_cell_follow_each_other_and_need_no_label() -> None:
    cell = reopened(parsed(*EVERYTHING)).tables[0].cell(2, 3)
    assert [(p.style and p.style.name, p.text) for p in cell.paragraphs] == [
        ("法律名称", LAW),
        ("条文", "第九条　不得悬挂重物。"),
        ("法律名称", "《风铃管理办法》"),
        ("条文", "没有标注。"),
    ]
    assert [(run.style.name, run.text) for run in cell.paragraphs[1].runs] == [
        ("条标", "第九条"),
        ("Default Paragraph Font", "　不得悬挂重物。"),
    ]


def test_blocks_keep_their_place() -> None:
    document = reopened(parsed(*EVERYTHING))
    kinds = [
        "table" if isinstance(content, Table) else f"{content.style and content.style.name}: {content.text}"
        for content in document.iter_inner_content()
    ]
    assert kinds == [
        "附件标注: 附件1",
        "Title: 云溪市古桥管理局权责清单",
        "说明: 单位：云溪市古桥管理局",
        "Heading 1: 表一：行政处罚（共2项）",
        "table",
        "表后: ",
        "说明: 说明：由云溪市古桥管理局负责解释。",
        "Heading 1: 表二：行政许可（共1项）",
        "table",
        "表后: ",
    ]
    texts = table_texts(document.tables[0])
    assert [cells[0] for cells in texts] == ["序号", "一、桥面", "1", "二、桥头", "2"]
    group = body(parsed(*EVERYTHING)).findall(f".//{W}tr")[1]
    assert values(group, "gridSpan") == ["6"]
    assert values(group, "pStyle") == ["Group"]


def test_a_note_between_caption_and_header_stays_there() -> None:
    document = reopened(parsed("表一：行政处罚\n单位：古桥管理局\n", row(*USUAL), item(1, LAW)))
    assert [p.text for p in document.paragraphs] == ["表一：行政处罚", "单位：古桥管理局", ""]
    assert [cells[0] for cells in table_texts(document.tables[0])] == ["序号", "1"]


def test_a_group_without_rows_stays_in_the_table() -> None:
    document = reopened(listed(item(1, LAW), "\t三、桥尾\n\n"))
    assert [cells[0] for cells in table_texts(document.tables[0])] == ["序号", "1", "三、桥尾"]


def test_tables_without_captions_are_told_apart_by_their_headers() -> None:
    power_list = listed(item(1, LAW), row(*USUAL), item(2, LAW), row(*USUAL), item(3, LAW))
    (table,) = power_list.tables
    tables = [table.model_copy(update={"items": items}) for items in (table.items[:2], table.items[2:], ())]
    note = power_list.blocks[-1].model_copy(
        update={"kind": "note", "text": "注", "span": (table.items[2].span[0] - 1,) * 2}
    )
    changed = power_list.model_copy(update={"tables": tuple(tables), "blocks": (*power_list.blocks, note)})
    found = [[cells[0] for cells in table_texts(each)] for each in reopened(changed).tables]
    assert found == [["序号", "1", "2"], ["序号", "注", "3"], ["序号"]]


def test_a_note_between_rows_stays_between_them() -> None:
    power_list = small()
    first, second = power_list.items[:2]
    between = (first.span[1] + second.span[0]) // 2
    note = power_list.blocks[0].model_copy(update={"kind": "note", "text": "（续）", "span": (between, between)})
    with_note = power_list.model_copy(update={"blocks": (*power_list.blocks, note)})
    assert [cells[0] for cells in table_texts(reopened(with_note).tables[0])] == ["序号", "1", "（续）", "2", "3"]


def test_a_table_without_caption_needs_none() -> None:
    document = reopened(listed(item(1, LAW), row(*USUAL), item(2, LAW)))
    assert [cells[0] for cells in table_texts(document.tables[0])] == ["序号", "1", "2"]
    assert "Heading 1" not in [p.style.name for p in document.paragraphs if p.style]


def test_a_list_loaded_from_json_whose_items_stand_in_no_order_keeps_them_in_their_tables() -> None:
    power_list = small()
    table = power_list.tables[1]
    early = table.items[0].model_copy(update={"span": (0, 0)})
    moved = power_list.model_copy(
        update={"tables": (power_list.tables[0], table.model_copy(update={"items": (early,)}))}
    )
    first, second = reopened(moved).tables
    assert [cells[0] for cells in table_texts(first)] == ["序号", "1", "2", "3"]
    assert [cells[0] for cells in table_texts(second)] == ["序号", "4"]


def test_a_missing_cell_is_red_and_an_empty_one_is_not() -> None:
    rows = body(listed(item(1, ""), row("2", "", "", LAW), row(*USUAL), row("3", "事项"))).findall(f".//{W}tr")
    shaded = [[bool(cell.findall(f".//{W}shd")) for cell in element.findall(f"{W}tc")] for element in rows]
    assert shaded[1:] == [[False] * 7, [False] * 4 + [True] * 3, [False] * 2 + [True] * 5]


def test_every_row_of_a_cut_off_long_item_is_red_where_cells_are_missing() -> None:
    rows = body(annex()).findall(f".//{W}tr")
    for element in rows[-7:]:
        assert [bool(cell.findall(f".//{W}shd")) for cell in element.findall(f"{W}tc")] == [False] * 4 + [True] * 3


def test_a_type_that_only_the_caption_prints_stands_in_no_cell() -> None:
    columns = ("序号", "权力类型", "事项名称", "设定依据")
    power_list = parsed("表一：行政处罚（共1项）\n", row(*columns), row("1", "", "对悬挂重物的处罚", LAW))
    assert power_list.items[0].power_type == "行政处罚"
    assert table_texts(reopened(power_list).tables[0])[1] == ["1", "", "对悬挂重物的处罚", LAW]


def test_columns_that_a_later_header_or_an_overlong_row_brings_are_not_lost() -> None:
    cells = row("1", "事项甲", "", LAW, "桥务科", "市级", "", "多出的格")
    assert table_texts(reopened(listed(cells)).tables[0])[1][-1] == "多出的格"
    short = ("序号", "权责事项", "设定依据")
    later = row("1", "事项甲", LAW) + row(*short, "监督电话", "备注") + row("2", "事项乙", LAW, "12345", "试行")
    texts = table_texts(reopened(listed(later, header=short)).tables[0])
    assert texts[0] == ["序号", "权责事项", "设定依据", "备注", "监督电话"]
    assert texts[2] == ["2", "事项乙", LAW, "试行", "12345"]


def test_two_columns_with_one_heading_are_two() -> None:
    header = ("序号", "权责事项", "设定依据", "备注", "备注", "监督电话", "监督电话")
    cells = ("1", "事项甲", LAW, "一", "二", "三", "四")
    texts = table_texts(reopened(listed(row(*cells), header=header)).tables[0])
    assert texts == [[*header], [*cells]]


def with_texts(text: str) -> PowerList:
    """A list in which *text* stands in every place text can stand."""
    power_list = small()
    first = power_list.items[0]
    basis = first.basis[0]
    provision = replace(basis.provisions[0], text=text, label="第一条")
    changed = first.model_copy(
        update={
            "serial": text,
            "title": text,
            "remarks": text,
            "extra": {"其他": text},
            "basis": (basis.model_copy(update={"citation": "", "provisions": (provision,)}),),
        }
    )
    table = power_list.tables[0].model_copy(update={"caption": text, "items": (changed,)})
    blocks = tuple(block.model_copy(update={"text": text}) for block in power_list.blocks if block.kind == "title")
    return power_list.model_copy(update={"title": text, "tables": (table,), "blocks": blocks})


@given(ANY_TEXT)
def test_any_text_survives(text: str) -> None:
    document = reopened(with_texts(text))
    expected = clean_text(text).replace("\r", "\n")  # w:cr, which python-docx reads as a line break
    cells = table_texts(document.tables[0])[1]
    assert [cells[index] for index in (0, 1, 6, 7)] == [expected] * 4
    first, *rest = text.split("\n")
    lines = ["第一条\u3000" + first if first else "第一条", *rest]
    assert cells[3] == clean_text("\n".join(lines)).replace("\r", "\n")
    outside = [p.text for p in document.paragraphs if p.style and p.style.name != "表后"]
    assert "\n".join(outside) == (f"{expected}\n{expected}" if text else expected)


# --- the look -------------------------------------------------------------------------------------------------------


def twips(element: etree._Element, path: str) -> list[int]:
    """Widths at *path*, in twips."""
    return [int(width) for width in values(element, path, "w")]


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


def test_every_item_has_a_bookmark_in_its_row() -> None:
    document = body(annex())
    found = {}
    for element in document.findall(f".//{W}tr"):
        for name in values(element, "bookmarkStart", "name"):
            found[name] = next(text.text for text in element.findall(f"{W}tc/{W}p/{W}r/{W}t"))
    assert found == {f"item_{number}": str(number) for number in range(1, 25)}
    starts = values(document, "bookmarkStart", "id")
    assert len(set(starts)) == 24
    assert values(document, "bookmarkEnd", "id") == starts


def test_captions_are_headings_one_can_navigate_by() -> None:
    document = reopened(small())
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == ["表一：行政处罚（共3项）", "表二：行政许可（共1项）"]
    style = part(to_docx(small()), "word/styles.xml").find(f"{W}style[@{W}styleId='Heading1']")
    assert style is not None
    assert values(style, "outlineLvl") == ["0"]


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
    found = parts(to_docx(parsed(*EVERYTHING)))
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


# --- the file -------------------------------------------------------------------------------------------------------

# ECMA-376 Part 1: the order of children, as far as this writer uses them and their neighbours.
ORDER: Final = {
    "pPr": "pStyle keepNext keepLines autoSpaceDE autoSpaceDN spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "trPr": "cantSplit tblHeader",
    "tcBorders": "top left bottom right",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "style": "name basedOn uiPriority semiHidden qFormat pPr rPr tblPr tcPr tblStylePr",
    "tblStylePr": "tcPr",
    "styles": "docDefaults style",
    "docDefaults": "rPrDefault pPrDefault",
    "settings": "zoom evenAndOddHeaders characterSpacingControl compat",
    "sectPr": "footerReference pgSz pgMar",
    "font": "altName charset",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "p": "pPr bookmarkStart bookmarkEnd r",
}


def out_of_order(root: etree._Element) -> Iterator[str]:
    """Each element whose children do not come in the order of ECMA-376, with what they are."""
    for name, order in ORDER.items():
        allowed = order.split()
        for element in root.iter(W + name):
            children = [etree.QName(child).localname for child in element]
            places = [allowed.index(child) if child in allowed else -1 for child in children]
            if -1 in places or places != sorted(places):
                yield f"{name}: {children}"


@pytest.mark.parametrize("source", ["".join(EVERYTHING).encode(), ANNEX.read_bytes()], ids=["everything", "annex"])
def test_elements_come_in_the_order_the_standard_asks_for(source: bytes) -> None:
    for name, root in parts(to_docx(parse_bytes(source, "list.txt"))).items():
        assert list(out_of_order(root)) == [], name


def test_the_check_of_order_finds_what_is_out_of_order() -> None:
    wrong = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r/><w:pPr/></w:p>'.encode())
    assert list(out_of_order(wrong)) == ["p: ['r', 'pPr']"]


def test_every_cell_ends_with_a_paragraph_and_so_does_the_body() -> None:
    document = body(parsed(*EVERYTHING))
    assert all(cell[-1].tag == f"{W}p" for cell in document.iter(f"{W}tc"))
    assert [etree.QName(element).localname for element in list(document[0])[-3:]] == ["tbl", "p", "sectPr"]


def test_the_package_is_whole() -> None:
    found = parts(to_docx(small()))
    types = {each.get("PartName") for each in found["[Content_Types].xml"] if each.get("PartName")}
    assert types == {f"/{name}" for name in found if not name.endswith(".rels") and name != "[Content_Types].xml"}
    for rels, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
        assert {folder + str(each.get("Target")) for each in found[rels]} <= found.keys()
    ids = {each.get("Id") for each in found["word/_rels/document.xml.rels"]}
    namespace = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    used = {each.get(f"{namespace}id") for each in found["word/document.xml"].iter(f"{W}footerReference")}
    assert used <= ids


def test_properties_name_the_list_and_no_author() -> None:
    properties = reopened(small()).core_properties
    assert (properties.title, properties.subject, properties.language) == (
        "云溪市古桥管理局权责清单", "云溪市古桥管理局", "zh-CN",
    )  # fmt: skip
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert (properties.created, properties.modified) == (None, None)


def test_the_same_list_gives_the_same_bytes_on_another_day_in_another_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = to_docx(small())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        second = to_docx(small())
    finally:
        monkeypatch.undo()
        time.tzset()
    assert second == first
    with zipfile.ZipFile(BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# --- as LibreOffice shows it ----------------------------------------------------------------------------------------


def tool(name: str) -> str:
    """The path of an office tool; without it the test is skipped, or with REQUIRE_OFFICE=1 fails."""
    path = shutil.which(name)
    if path is None:
        missing = f"{name} is missing (LibreOffice, poppler-utils)"
        if os.environ.get("REQUIRE_OFFICE") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    return path


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The pages of the annex as text, in the order in which LibreOffice draws them."""
    office, to_text = tool("soffice"), tool("pdftotext")
    folder = tmp_path_factory.mktemp("office")
    (folder / "list.docx").write_bytes(to_docx(annex()))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "list.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    subprocess.run([to_text, "-raw", str(folder / "list.pdf"), str(folder / "list.txt")], check=True, timeout=60)
    return [bare(page) for page in (folder / "list.txt").read_text(encoding="utf-8").split("\f") if page.strip()]


@pytest.mark.office
def test_the_header_stands_on_every_page(pages: list[str]) -> None:
    assert 12 <= len(pages) <= 20
    assert all(bare("".join(USUAL)) in page for page in pages)


@pytest.mark.office
def test_pages_are_numbered(pages: list[str]) -> None:
    assert [f"—{number}—" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)


@pytest.mark.office
def test_every_character_of_every_cell_is_shown_in_order(pages: list[str]) -> None:
    header = bare("".join(USUAL))
    shown = "".join(page.replace(header, "", 1).replace(f"—{number}—", "") for number, page in enumerate(pages, 1))
    position = 0
    for row_of_text in body(annex()).iter(f"{W}tr"):
        if row_of_text.find(f"{W}trPr/{W}tblHeader") is None:
            for cell in row_of_text.findall(f"{W}tc"):
                text = bare("".join(str(t.text) for t in cell.iter(f"{W}t")))
                position = shown.index(text, position) + len(text)
    assert position == len(shown)  # nothing but the tables, to the last character


@pytest.mark.office
def test_a_caption_never_ends_a_page(pages: list[str]) -> None:
    for table in annex().tables:
        (page,) = [page for page in pages if bare(table.caption) in page]
        assert (table.items[0].title or "?") in page
