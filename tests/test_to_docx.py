"""Proves that the Word document is the published list: every word of it in order, nothing lost, nothing invented."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import PowerList
from pipeline.parse import parse_bytes
from pipeline.writers.ooxml import clean_text
from tests.lists import ListData, lists, print_list, read
from tests.word import (
    ANNEX,
    EVERYTHING,
    LAW,
    SMALL,
    USUAL,
    W,
    all_text,
    annex,
    bare,
    body,
    item,
    listed,
    parsed,
    read_back,
    reopened,
    row,
    said,
    small,
    table_texts,
    values,
)

ANY_TEXT: Final = st.text(st.characters())  # lone surrogates too


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


def test_a_missing_cell_is_red_beside_the_findings_and_an_empty_one_is_not() -> None:
    power_list = listed(item(1, ""), row("2", "", "", LAW), row(*USUAL), row("3", "事项"))
    rows = body(power_list, with_findings=True).findall(f".//{W}tr")[:4]
    shaded = [[bool(cell.findall(f".//{W}shd")) for cell in element.findall(f"{W}tc")] for element in rows]
    assert shaded[1:] == [[False] * 7, [False] * 4 + [True] * 3, [False] * 2 + [True] * 5]
    assert shaded == [["Missing" in values(cell, "pStyle") for cell in each.findall(f"{W}tc")] for each in rows]


def test_every_row_of_a_cut_off_long_item_is_red_where_cells_are_missing() -> None:
    rows = body(annex(), with_findings=True).findall(f"{W}body/{W}tbl")[1].findall(f"{W}tr")
    for element in rows[-7:]:
        assert [bool(cell.findall(f".//{W}shd")) for cell in element.findall(f"{W}tc")] == [False] * 4 + [True] * 3


def test_the_document_to_sign_has_no_colour_in_its_cells() -> None:
    document = body(annex())
    assert not document.findall(f".//{W}shd")
    assert values(document, "pStyle").count("Missing") == 7 * 3  # still told from empty ones


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


# --- read again -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [small, annex])
def test_the_document_read_again_is_the_same_list(make: Callable[[], PowerList]) -> None:
    """Items, texts, addresses, references, sanctions and the cells that are missing; not only characters."""
    again = read_back(reopened(make()))
    assert said(again) == said(make())


def test_a_changed_word_would_be_seen() -> None:
    document = reopened(small())
    document.tables[0].cell(1, 3).paragraphs[1].runs[-1].text += "又"
    assert said(read_back(document)) != said(small())


@given(lists())
@settings(max_examples=20, deadline=None)
def test_any_list_read_again_is_the_same_list(data: ListData) -> None:
    power_list = read(print_list(data))
    assert said(read_back(reopened(power_list))) == said(power_list)
