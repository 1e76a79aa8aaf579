"""Proves that cells which the pages of a workbook cut read back whole: every character in its cell, no line broken that
was whole, none joined that was not, and each sub-item with its own laws.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pipeline.model import PowerList
from pipeline.parse import parse_source
from pipeline.writers.annex_pages import annex_sheets
from pipeline.writers.measure import BODY, em_of
from pipeline.writers.to_docx import to_docx
from pipeline.writers.to_xlsx import to_xlsx
from tests.files import workbook

TITLE: Final = "云溪市古桥管理局权责清单"
HEADER: Final = ("序号", "权责事项", "子项", "权力类型", "设定依据", "责任事项", "追责情形", "监督电话", "备注")
LAW: Final = "《云溪市古桥守护条例》（云溪市人民代表大会常务委员会公告第7号）"

# What a line may be broken behind: brackets, marks, blanks, Latin words; and what ends no sentence.
WORDS: Final = (
    "古桥的养护人应当每月检查桥面",
    "记录裂缝（含细小裂缝）",
    "并向所在地的（县级）",
    "报告",
    "，",
    "；",
    "。",
    "：",
    " A-12 ",
    "  ",
    "\u3000",
    "每次不少于 3 座",
)


def parsed(data: bytes) -> PowerList:
    return parse_source(data, "清单.xlsx").power_list


@st.composite
def lines(draw: st.DrawFn, most: int) -> str:
    """A line of up to some *most* characters, whose pieces come again and again."""
    pieces = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5))
    line = "桥" + "".join(pieces) * draw(st.integers(1, max(1, most // sum(map(len, pieces)))))
    return line.strip() + draw(st.sampled_from(("", "。", "；", "）")))


@st.composite
def cells(draw: st.DrawFn, most: int) -> str:
    """A cell of several lines."""
    return "\n".join(draw(st.lists(lines(most), min_size=1, max_size=4)))


@st.composite
def bases(draw: st.DrawFn, most: int) -> str:
    """A law with articles, some longer than a page."""
    articles = draw(st.lists(lines(most), min_size=1, max_size=4))
    return LAW + "".join(f"\n第{number}条　{text}。" for number, text in zip("三九十", articles, strict=False))


@st.composite
def rows(draw: st.DrawFn, serial: str) -> list[tuple[str, ...]]:
    """The rows of one item: one, or one for each of its sub-items and their laws."""
    rest = ("行政检查", draw(bases(1500)), draw(cells(900)), draw(cells(900)), "8001", draw(cells(300)))
    first = (serial, f"对第{serial}座古桥的检查", draw(st.sampled_from(("", "桥头", "1.桥头\n2.桥尾"))), *rest)
    if first[2] != "桥头":
        return [first]
    return [first, *(("", "", name, "", draw(bases(1500)), "", "", "", "") for name in ("桥身" * 30, "桥尾"))]


def exact(value: Any) -> Any:
    """What an item says, character for character, without where it stands in which file."""
    if isinstance(value, dict):
        return {key: exact(inner) for key, inner in value.items() if key not in {"span", "spans", "place"}}
    return [exact(inner) for inner in value] if isinstance(value, list) else value


def assert_reads_back(original: PowerList, written: bytes) -> None:
    for one, other in zip(parsed(written).items, original.items, strict=True):
        assert exact(one.model_dump(mode="json")) == exact(other.model_dump(mode="json"))


@given(st.data())
@settings(deadline=None, max_examples=20, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_what_pages_cut_reads_back_whole(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 2))
    table = [row for number in range(1, count + 1) for row in data.draw(rows(str(number)))]
    original = parsed(workbook({"表": [(TITLE,), HEADER, *table]}))
    for written in (to_xlsx(original), to_docx(original)):
        assert_reads_back(original, written)


LINE: Final = "桥" * 2_000
CUT: Final = [
    ("责任事项", LINE, "one line"),
    ("责任事项", "\n".join(["检查桥面。"] * 300), "many lines"),
    ("责任事项", "\n".join(["检查桥面"] * 300), "many lines, none of which ends a sentence"),
    ("责任事项", "桥 " * 1_500 + "面", "a blank at every other place"),
    ("追责情形", "（一）" * 800, "brackets at every end"),
    ("设定依据", f"{LAW}\n第三条　{'（含县级）' * 800}", "an article, brackets"),
    ("设定依据", f"{LAW}\n第三条　{LINE}\n　　{LINE}。", "an article of two paragraphs"),
    ("子项", "\n".join(f"{number}.对第{number}座古桥的检查" for number in range(1, 200)), "sub-items in one cell"),
]


@pytest.mark.parametrize(("heading", "cell"), [pytest.param(*case[:2], id=f"{case[0]}: {case[2]}") for case in CUT])
@pytest.mark.parametrize("write", [to_xlsx, to_docx])
def test_a_cell_of_several_pages_reads_back_whole(heading: str, cell: str, write: Callable[[PowerList], bytes]) -> None:
    row = dict.fromkeys(HEADER, "") | {"序号": "1", "权责事项": "古桥检查", "设定依据": f"{LAW}\n第三条　每月检查。"}
    original = parsed(workbook({"表": [(TITLE,), HEADER, tuple((row | {heading: cell}).values())]}))
    assert_reads_back(original, write(original))


@pytest.mark.parametrize("write", [to_xlsx, to_docx])
def test_a_sub_item_longer_than_a_page_keeps_its_own_laws(write: Callable[[PowerList], bytes]) -> None:
    """Above it one whose laws fill a page to its foot, so that each sub-item stands where a page begins."""
    article = f"{LAW}\n第三条　{'古桥的养护人应当每月检查桥面，记录裂缝。' * 40}"
    rows = [
        ("1", "古桥检查", "桥头", "", article, "", "", "", ""),
        ("", "", "桥身（含栏杆）" * 90, "", LAW + "\n第九条　每月检查。", "", "", "", ""),
        ("", "", "桥尾", "", article.replace("三", "十"), "", "", "", ""),
    ]
    original = parsed(workbook({"表": [(TITLE,), HEADER, *rows]}))
    assert all(sub_item.basis for sub_item in original.items[0].sub_items)
    assert_reads_back(original, write(original))


def test_blanks_at_the_end_of_a_cell_are_marks_only_in_what_this_project_wrote() -> None:
    """Another office's workbook may have them anywhere: its rows stay lines of their own."""
    rows = [
        ("1", "古桥检查", "", "行政检查", LAW, "检查桥面 ", "", "", ""),
        ("", "", "", "", "", "记录裂缝", "", "", ""),
    ]
    (item,) = parsed(workbook({"权责清单": [(TITLE,), HEADER, *rows]})).items
    assert item.responsibilities == "检查桥面\n记录裂缝"


def test_a_type_stands_on_one_line() -> None:
    """行政处罚 broken in two reads badly, and nearly every list that has the column has the word."""
    header = ("序号", "权责事项", "子项", "权力类型", "设定依据", "备注")
    row = ("1", "古桥检查", "桥头", "行政处罚", f"{LAW}\n第三条　{LINE}", "")
    (sheet,) = annex_sheets(parsed(workbook({"表": [(TITLE,), header, row]})))
    assert em_of(sheet.widths[3], BODY) >= len("行政处罚")
