"""Proves that the sheet that counts counts right, as numbers that stand there, and that its charts show them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
import regex
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.columns import NO_CELL, SANCTION_NAMES
from pipeline.errors import CannotWrite
from pipeline.writers import statistics_sheet
from pipeline.writers.ooxml import OFFICIAL, SYSTEM
from pipeline.writers.statistics_sheet import MAX_BARS
from pipeline.writers.to_xlsx import STATISTICS, to_xlsx
from tests.validity import C, faults, opened
from tests.workbooks import LAW, USUAL, book, item, listed, parsed, provisions, published, reopened, row, small

CHART: Final = "xl/charts/chart{}.xml"


def tally(sheet: Worksheet, title: str) -> dict[str, tuple[int, ...]]:
    """The lines below *title*, by their names."""
    (head,) = [cell for cells in sheet.iter_rows() for cell in cells if cell.value == title]
    found: dict[str, tuple[int, ...]] = {}
    for number in range(head.row + 2, sheet.max_row + 1):
        name, *numbers = (sheet.cell(number, head.column + index).value for index in range(3))
        if name is None:
            break
        assert all(value is None or isinstance(value, int) for value in numbers)
        found[str(name)] = tuple(value for value in numbers if isinstance(value, int))
    return found


def test_the_annex_is_counted_as_by_hand() -> None:
    sheet = book("published")[STATISTICS]
    assert tally(sheet, "总数") == {
        "表": (2,), "事项": (24,), "依据法律": (3,), "条文": (84,), "引用": (137,),
        "核校意见": (len(published().findings),),
    }  # fmt: skip
    assert tally(sheet, "按权责类型") == {"行政处罚": (14, 43), "其他权责事项": (10, 41)}
    assert tally(sheet, "按实施主体和责任主体") == {"网络管理科": (18, 53), "安全协调科": (5, 24), NO_CELL: (1, 7)}
    assert tally(sheet, "按行使层级") == {"市级": (23, 77), NO_CELL: (1, 7)}
    assert tally(sheet, "按依据法律") == {
        "互联网新闻信息服务管理规定": (14, 43),
        "中华人民共和国网络安全法": (9, 39),
        "网络预约出租汽车经营服务管理暂行办法": (1, 2),
    }
    sanctions = tally(sheet, "按处罚与措施种类")
    # All but items 16, which only points elsewhere, and 18, whose fine is for other conduct.
    assert (sanctions["罚款"], sanctions["警告"], sanctions["没收"]) == ((22, 24), (20, 21), (3, 3))
    assert set(sanctions) <= set(SANCTION_NAMES.values())
    assert sum(count for (count,) in tally(sheet, "按引用状态").values()) == 137
    assert sum(count for (count,) in tally(sheet, "按核校意见级别").values()) == len(published().findings)


def test_lines_stand_in_the_order_of_their_counts() -> None:
    sheet = book("published")[STATISTICS]
    for title in ("按权责类型", "按实施主体和责任主体", "按依据法律", "按处罚与措施种类"):
        counts = [numbers[0] for numbers in tally(sheet, title).values()]
        assert counts == sorted(counts, reverse=True)


def test_an_item_of_two_laws_counts_under_each_and_once() -> None:
    basis = f"《风铃管理办法》\n\n第五条　风铃应当备案。\n\n{LAW}\n\n第三条　甲。\n\n《风铃管理办法》\n\n第六条　乙。"
    sheet = reopened(listed(row("1", "看护", "", basis, "桥务科", "市级", "")))[STATISTICS]
    assert tally(sheet, "按依据法律") == {"风铃管理办法": (1, 2), "云溪市古桥守护条例": (1, 1)}


def test_cells_of_the_same_words_are_one_line_however_they_are_broken() -> None:
    departments = ("桥务科\n\n风物科", "桥务科 风物科", "")
    rows = [row(str(n), "看护", "", "", words, "市级", "") for n, words in enumerate(departments, 1)]
    found = tally(reopened(listed(*rows))[STATISTICS], "按实施主体和责任主体")
    assert found == {"桥务科风物科": (2, 0), "（空白）": (1, 0)}


def test_charts_are_native_and_show_the_counts_without_being_calculated() -> None:
    parts = opened(to_xlsx(published())).parts
    shown = []
    for number in (1, 2):
        chart = etree.fromstring(parts[CHART.format(number)])
        names, values = (
            [str(point.findtext(f"{C}v")) for point in chart.iterfind(f".//{C}{axis}//{C}pt")]
            for axis in ("cat", "val")
        )
        shown.append(dict(zip(names, map(int, values), strict=True)))
    sheet = book("published")[STATISTICS]
    assert shown[0] == {name: numbers[0] for name, numbers in tally(sheet, "按依据法律").items()}
    assert shown[1] == {name: numbers[0] for name, numbers in tally(sheet, "按处罚与措施种类").items()}
    assert CHART.format(3) not in parts


def test_charts_are_read_by_openpyxl_and_do_not_overlap() -> None:
    sheet = book("published")[STATISTICS]
    first, second = sheet._charts  # type: ignore[attr-defined]
    above = sum(sheet.row_dimensions[n].height for n in range(1, second.anchor._from.row + 1))
    assert first.anchor._from.row == 0
    assert first.anchor.ext.height / 12_700 < above
    assert {first.anchor._from.col, second.anchor._from.col} == {8}


def test_a_chart_is_named_by_its_title_for_those_who_do_not_see_it() -> None:
    frames = etree.fromstring(opened(to_xlsx(published())).parts["xl/drawings/drawing1.xml"]).iter("{*}cNvPr")
    assert [(frame.get("name"), frame.get("descr"), frame.get("id")) for frame in frames] == [
        ("各法律所据事项数", "各法律所据事项数", "2"),
        ("各种处罚与措施所涉事项数", "各种处罚与措施所涉事项数", "3"),
    ]


def test_charts_have_the_fonts_of_the_preset() -> None:
    other = replace(SYSTEM, heading="微软雅黑", number="等线")
    charts = [opened(to_xlsx(small(), fonts)).parts[CHART.format(1)].decode() for fonts in (OFFICIAL, other)]
    found = [set(regex.findall('typeface="(.*?)"', chart)) for chart in charts]
    assert found == [{"黑体", "宋体"}, {"微软雅黑", "等线"}]


def test_many_laws_are_all_counted_and_the_first_of_them_drawn() -> None:
    rows = [
        row(str(n), "看护", "", f"《古桥守护办法之{n}》\n\n第一条　甲。", "桥务科", "市级", "") for n in range(1, 41)
    ]
    power_list = listed(*rows)
    data = to_xlsx(power_list)
    assert faults(data) == []
    assert len(tally(reopened(power_list)[STATISTICS], "按依据法律")) == 40
    chart = etree.fromstring(opened(data).parts[CHART.format(1)])
    assert len(chart.findall(f".//{C}cat//{C}pt")) == MAX_BARS


def test_where_there_is_nothing_to_draw_there_is_no_chart() -> None:
    power_list = listed(item(1, ""))
    data = to_xlsx(power_list)
    assert faults(data) == []
    assert not [name for name in opened(data).parts if "chart" in name or "drawing" in name]
    assert tally(reopened(power_list)[STATISTICS], "总数")["依据法律"] == (0,)


def test_a_name_that_looks_like_something_else_stays_a_name() -> None:
    power_list = parsed(
        "=1+1权责清单\n", row(*USUAL), row("1", "看护", "", provisions(1), "=桥务科<&>_x0041_", "#REF!", "")
    )
    assert faults(to_xlsx(power_list)) == []
    sheet = reopened(power_list)[STATISTICS]
    assert list(tally(sheet, "按实施主体和责任主体")) == ["=桥务科<&>_x0041_"]
    assert list(tally(sheet, "按行使层级")) == ["#REF!"]
    assert {cell.data_type for cells in sheet.iter_rows() for cell in cells} <= {"s", "n"}


def test_more_lines_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statistics_sheet, "MAX_ROWS", 12)
    with pytest.raises(CannotWrite, match=f"{STATISTICS}.*split the list"):
        to_xlsx(small())
