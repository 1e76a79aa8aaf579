"""Proves that no list is too odd or too long for the Word document: nothing lost, still valid, no dearer per item."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from lxml import etree

from bench.clocks import count_calls
from pipeline.model import PowerList
from pipeline.parse import parse_bytes
from pipeline.writers.to_docx import to_docx
from tests.lists import read
from tests.test_docx_package import out_of_order
from tests.word import (
    ANNEX,
    LAW,
    USUAL,
    W,
    all_text,
    bare,
    body,
    item,
    listed,
    parsed,
    parts,
    read_back,
    reopened,
    row,
    said,
    table_texts,
    values,
)

TRAPS = (
    "=1+1", '=HYPERLINK("桥")', "+86 598", "-1", "@SUM(A1)", "'01", "#REF!", "#N/A", "TRUE", "1E5",
    "_x0041_", "_x000D_", "]]>", "<w:p/>", "&amp;", "{ PAGE }", " PAGE ", "%s", "TOC \\o",
    "\u202e反\u202c", "𠮷古桥", "é", "a\u00a0b",
)  # fmt: skip


@pytest.mark.parametrize("text", TRAPS)
def test_a_text_that_means_something_to_a_program_is_a_text(text: str) -> None:
    power_list = parsed(
        f"附件\n\n{text}权责清单\n表一：行政处罚（共1项）\n",
        row(*USUAL),
        row("1", text, text, f"{LAW}\n\n第一条　{text}", text, text, text),
    )
    document = reopened(power_list)
    assert table_texts(document.tables[0])[1] == [
        "1", text.strip(), text.strip(), f"{LAW}\n第一条\u3000{text.strip()}", *[text.strip()] * 3,
    ]  # fmt: skip
    assert document.core_properties.title == power_list.title
    assert said(read_back(document)) == said(power_list)
    assert values(body(power_list), "instrText") == []


def test_characters_no_xml_can_hold_are_seen_and_shift_no_link() -> None:
    power_list = read(
        row(*USUAL)
        + item(1, f"{LAW}\n\n第九条　不得\x01悬挂\ufffe重物。")
        + item(2, f"{LAW}\n\n第十条　\x02\x03违反\x0b\x1f第九条规定的，处二百元以下罚款。", "对\x00悬挂的处罚"),
    )
    document = reopened(power_list)
    assert "第九条\u3000不得\ufffd悬挂\ufffd重物。" in table_texts(document.tables[0])[1][3]
    assert table_texts(document.tables[0])[2][1] == "对\ufffd悬挂的处罚"
    (link,) = body(power_list).iter(f"{W}hyperlink")
    assert ("".join(map(str, link.itertext())), link.get(f"{W}anchor")) == ("第九条", "item_1")


def test_a_basis_of_sixty_thousand_characters_is_whole_and_may_break() -> None:
    for basis in (
        f"{LAW}\n\n第一条　{'古桥' * 30_000}",
        "\n\n".join([LAW, *(f"第{number}条　{'古桥' * 100}" for number in range(1, 301))]),
        LAW + "\n\n" + "\n\n".join(["第一条　有下列行为之一的：", *(f"（{n}）{'古桥' * 10}" for n in ["一"] * 3_000)]),
    ):
        power_list = listed(item(1, LAW), item(2, basis), item(3, LAW))
        assert said(read_back(reopened(power_list))) == said(power_list)
        rows = body(power_list).findall(f".//{W}tr")
        for element in rows:
            tall = len("".join(map(str, element.itertext()))) > 2_000
            assert bool(element.findall(f"{W}trPr/{W}cantSplit")) is not tall


def test_a_title_of_sixty_thousand_characters_is_whole_too() -> None:
    power_list = listed(item(1, f"{LAW}\n\n第一条　桥。\n\n第二条　桥。", "古桥" * 30_000), item(2, LAW))
    assert said(read_back(reopened(power_list))) == said(power_list)


def test_an_item_without_provisions_is_a_row_all_the_same() -> None:
    power_list = listed(item(1, ""), item(2, LAW), row("3"), item(4, f"{LAW}\n\n《风铃管理办法》"))
    assert [len(each.provisions) for each in power_list.items] == [0] * 4
    texts = table_texts(reopened(power_list).tables[0])
    assert [cells[0] for cells in texts] == ["序号", "1", "2", "3", "4"]
    assert [cells[3] for cells in texts[1:]] == ["", LAW, "", f"{LAW}\n《风铃管理办法》"]
    assert said(read_back(reopened(power_list))) == said(power_list)


def test_an_item_with_three_hundred_provisions_is_three_hundred_rows() -> None:
    basis = "\n\n".join([LAW, *(f"第{number}条　古桥的养护人应当记录裂缝。" for number in range(1, 301))])
    power_list = listed(item(1, LAW), item(2, basis), item(3, LAW))
    assert len(power_list.items[1].provisions) == 300
    rows = body(power_list).findall(f".//{W}tr")
    assert len(rows) == 1 + 1 + 300 + 1
    assert all(element.findall(f"{W}trPr/{W}cantSplit") for element in rows)
    assert values(rows[2], "bookmarkStart", "name") == ["item_2"]
    assert said(read_back(reopened(power_list))) == said(power_list)


def test_a_table_without_items_keeps_caption_and_header() -> None:
    power_list = parsed(
        "云溪市古桥管理局权责清单\n表一：行政处罚（共0项）\n",
        row(*USUAL),
        "表二：行政许可（共1项）\n",
        row(*USUAL),
        item(1, LAW),
    )
    assert [len(table.items) for table in power_list.tables] == [0, 1]
    document = reopened(power_list)
    assert [len(table_texts(table)) for table in document.tables] == [1, 2]
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"] == [
        table.caption for table in power_list.tables
    ]
    assert valid(power_list) == (0, 1)
    none = power_list.model_copy(update={"tables": (), "blocks": (), "findings": ()})
    assert all_text(reopened(none)) == ""


def test_a_table_of_five_thousand_items_is_one_table() -> None:
    power_list = listed(*(item(number, f"{LAW}\n\n第一条　桥。") for number in range(1, 5_001)))
    (table,) = reopened(power_list).tables
    assert len(table._tbl.tr_lst) == 5_001
    assert valid(power_list) == (0, 5_000)


# --- long lists -----------------------------------------------------------------------------------------------------


@cache
def annex_times(times: int) -> PowerList:
    """The annex so many times over, its items numbered on."""
    text = ANNEX.read_text(encoding="utf-8-sig").rstrip()
    return parse_bytes("\n\n".join([text] * times).encode(), ANNEX.name)


def valid(power_list: PowerList) -> tuple[int, int]:
    """How many links and bookmarks the document has, after making sure that it is one by the letter."""
    data = to_docx(power_list, with_findings=True)
    found = parts(data)
    for name, root in found.items():
        assert list(out_of_order(root)) == [], name
    document = found["word/document.xml"]
    names, ids = values(document, "bookmarkStart", "name"), values(document, "bookmarkStart", "id")
    assert names == [f"item_{each.number}" for each in power_list.items]
    assert len(set(ids)) == len(ids)
    assert values(document, "bookmarkEnd", "id") == ids
    anchors = values(document, "hyperlink", "anchor")
    assert set(anchors) <= set(names)
    for table in document.iter(f"{W}tbl"):
        assert_filled(table)
    return len(anchors) - sum(len(finding.items) for finding in power_list.findings), len(names)


def assert_filled(table: etree._Element) -> None:
    """Every row covers the whole grid, and what goes on below a cell began above it in the same column."""
    columns = len(values(table, "gridCol", "w"))
    above: Sequence[str | None] = [None] * columns
    for element in table.findall(f"{W}tr"):
        merges: list[str | None] = []
        for cell in element.findall(f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            kind = None if merge is None else merge.get(f"{W}val", "continue")
            merges += [kind] * (1 if span is None else int(str(span.get(f"{W}val"))))
        assert len(merges) == columns
        assert all(over is not None for over, kind in zip(above, merges, strict=True) if kind == "continue")
        above = merges


def test_the_check_of_merges_finds_what_goes_on_from_nowhere() -> None:
    cell = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    table = f'<w:tbl xmlns:w="{W[1:-1]}"><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>'
    with pytest.raises(AssertionError):
        assert_filled(etree.fromstring(table))


@pytest.mark.parametrize("times", [1, 10, 100])
def test_ten_and_a_hundred_annexes_are_one_valid_document(times: int) -> None:
    power_list = annex_times(times)
    assert len(power_list.items) == 24 * times
    found, bookmarks = valid(power_list)
    assert bookmarks == 24 * times
    assert found == 99 * times
    assert len(reopened(power_list).tables) == len(power_list.tables) == 2 * times


def test_all_the_words_of_ten_annexes_stand_in_order() -> None:
    found = all_text(reopened(annex_times(10)))
    place = 0
    for each in annex_times(10).items:
        for provision in each.provisions:
            words = bare(provision.label + provision.text)
            place = found.index(words, place) + len(words)


def test_a_hundred_annexes_cost_a_hundred_times_what_one_costs() -> None:
    """Counted in function calls, which are the same on every machine; time is measured in bench/."""
    few, many = (annex_times(times) for times in (10, 100))
    to_docx(few)  # the frame is made once
    calls = [count_calls(lambda each=each: to_docx(each)) for each in (few, many)]  # type: ignore[misc]
    frame = count_calls(lambda: to_docx(few.model_copy(update={"tables": (), "blocks": ()})))
    assert (calls[1] - frame) / (calls[0] - frame) < 10.5


# --- wide tables ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [60, 61, 500])
def test_no_table_has_more_columns_than_word_opens_and_no_value_is_lost(count: int) -> None:
    names = [f"列{number}" for number in range(count)]
    cells = row("1", "事项", LAW, *(f"值{number}。" for number in range(count)))
    power_list = listed(cells, row("2", "事项", LAW), header=("序号", "权责事项", "设定依据", *names))
    assert valid(power_list) == (0, 2)
    header, first, second = table_texts(reopened(power_list).tables[0])
    assert len(header) == min(63, count + 3)
    assert first[3:62] == [f"值{number}。" for number in range(59)]
    if count == 60:
        assert (header[62], first[62]) == ("列59", "值59。")
    else:
        assert header[62] == "其余各列"
        assert first[62] == "\n".join(f"列{number}：值{number}。" for number in range(59, count))
    rows = body(power_list, with_findings=True).findall(f".//{W}tr")
    shaded = [cell.find(f"{W}tcPr/{W}shd") is not None for cell in rows[2].findall(f"{W}tc")]
    assert shaded == [False] * 3 + [True] * 60
    assert second[3:] == [""] * 60
