"""Proves that the sheet that prints is the published list: every word in its cell, on pages that hold it."""

from __future__ import annotations

import re
from itertools import pairwise
from math import ceil

import pytest
from hypothesis import given, settings
from lxml import etree
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.parse import parse_bytes
from pipeline.writers import annex_pages, annex_sheet
from pipeline.writers.measure import BODY, MAX_ROW, PAGE, SCALE, SHEET_WIDTH, UNIT, em_of, line_starts
from pipeline.writers.to_xlsx import ANNEX, ITEMS
from tests.files import workbook
from tests.lists import ListData, lists, print_list, read
from tests.workbooks import (
    CROWDED,
    DUTY,
    LAW,
    NAMES,
    USUAL,
    S,
    Segment,
    as_printed,
    bare,
    book,
    column,
    fits_page,
    header_row,
    item,
    link,
    listed,
    named,
    page_starts,
    parsed,
    parts,
    provisions,
    published,
    read_items,
    records,
    reopened,
    row,
    segments,
)

# --- the annex: every word, once, in its place ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_every_printed_value_stands_on_the_sheet_once(name: str) -> None:
    power_list = named(name)
    assert read_items(book(name)[ANNEX]) == as_printed(power_list)


@given(lists())
@settings(max_examples=15, deadline=None)
def test_any_list_can_be_read_back_from_the_sheet(data: ListData) -> None:
    power_list = read(print_list(data))
    assert read_items(reopened(power_list)[ANNEX]) == as_printed(power_list)


@pytest.mark.parametrize("name", NAMES)
def test_what_stands_outside_the_rows_is_there_too(name: str) -> None:
    power_list = named(name)
    sheet = book(name)[ANNEX]
    wide = [bare(cells[0].value or "") for cells in sheet.iter_rows() if cells[0].row not in _item_rows(sheet)]
    shown = "".join(text for number, text in enumerate(wide, 1) if number != header_row(sheet))
    assert shown == "".join(bare(block.text) for block in power_list.blocks if block.kind != "header")


def _item_rows(sheet: Worksheet) -> set[int]:
    return {number for first, last in segments(sheet) for number in range(first, last + 1)}


def test_one_row_for_each_provision() -> None:
    sheet = book("published")[ANNEX]
    rows = sum(last - first + 1 for first, last in segments(sheet))
    assert rows == sum(len(each.provisions) for each in published().items)


def test_columns_stand_as_printed_and_in_printed_order() -> None:
    header = ("序号", "监督电话", "权责事项", "设定依据", "实施主体", "责任主体")
    sheet = reopened(listed(row("1", "0000-1", "看护", LAW, "桥务科", "风物科"), header=header))[ANNEX]
    number = segments(sheet)[0].first
    assert [cell.value for cell in sheet[header_row(sheet)]] == list(header)
    assert [str(cell.value) for cell in sheet[number]] == ["1", "0000-1", "看护", LAW, "桥务科", "风物科"]


def test_a_list_without_any_law_column_is_written() -> None:
    power_list = listed(row("1", "看护", "桥务科"), header=("序号", "权责事项", "实施主体"))
    sheet = reopened(power_list)[ANNEX]
    assert [cell.value for cell in sheet[segments(sheet)[0].first]] == [1, "看护", "桥务科"]


def test_a_table_with_other_columns_has_a_sheet_and_a_header_of_its_own() -> None:
    other = ("序号", "权力类型", "权责事项", "设定依据")
    power_list = parsed(
        "云溪市古桥管理局权责清单\n表一：行政处罚（共1项）\n", row(*USUAL), item(1, provisions(1)),
        "\n表二：行政检查（共1项）\n", row(*other), row("2", "行政检查", "巡查", provisions(1)),
        "\n表三：行政检查（共1项）\n", row(*other), row("3", "行政检查", "抽查", provisions(1)),
    )  # fmt: skip
    workbook = reopened(power_list)
    assert workbook.sheetnames[:3] == [ANNEX, f"{ANNEX}（2）", ITEMS]
    second = workbook[f"{ANNEX}（2）"]
    assert [cell.value for cell in second[header_row(second)]] == list(other)
    assert [second.cell(number, 1).value for number in range(2, second.max_row + 1)] == [
        "表二：行政检查（共1项）", 2, "表三：行政检查（共1项）", 3,
    ]  # fmt: skip
    assert [each["序次"] for each in records(workbook[ITEMS])] == [1, 2, 3]
    links = [link(workbook[ITEMS], number) for number in (2, 3, 4)]
    assert links == [f"'{ANNEX}'!A5", f"'{ANNEX}（2）'!A3", f"'{ANNEX}（2）'!A5"]


def test_a_table_without_items_keeps_its_caption() -> None:
    power_list = parsed(
        "云溪市古桥管理局权责清单\n表一：行政处罚（共1项）\n", row(*USUAL), item(1, provisions(1)),
        "\n表二：行政许可（共0项）\n", row(*USUAL), "\n表三：行政检查（共1项）\n", row(*USUAL), item(2, provisions(1)),
    )  # fmt: skip
    sheet = reopened(power_list)[ANNEX]
    captions = [cells[0].value for cells in sheet.iter_rows() if str(cells[0].value).startswith("表")]
    assert captions == ["表一：行政处罚（共1项）", "表二：行政许可（共0项）", "表三：行政检查（共1项）"]


def test_a_list_too_long_for_one_sheet_goes_on_on_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annex_pages, "MAX_PAGES", 3)
    power_list = listed(*(item(number, provisions(6)) for number in range(1, 9)))
    workbook = reopened(power_list)
    sheets = [workbook[title] for title in workbook.sheetnames if title.startswith(ANNEX)]
    assert len(sheets) > 1
    assert [each for sheet in sheets for each in read_items(sheet)] == as_printed(power_list)
    assert all(header_row(sheet) == 1 for sheet in sheets[1:])


# --- the annex: pages -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_pages_hold_their_rows(name: str) -> None:
    sheet = book(name)[ANNEX]
    heights = {number: sheet.row_dimensions[number].height for number in range(1, sheet.max_row + 1)}
    assert all(value is not None and value <= MAX_ROW for value in heights.values())
    assert MAX_ROW <= 409
    starts = [*page_starts(sheet), sheet.max_row + 1]
    assert starts == sorted(set(starts))
    for page, (first, after) in enumerate(pairwise(starts)):
        repeated = heights[header_row(sheet)] if page else 0
        used = repeated + sum(heights[number] for number in range(first, after))
        assert used <= PAGE
        assert used * SCALE / 100 <= 156 / 25.4 * 72  # GB/T 9704: 156 mm of text


@pytest.mark.parametrize("name", NAMES)
def test_the_page_holds_the_columns(name: str) -> None:
    sheet = book(name)[ANNEX]
    widths = [sheet.column_dimensions[get_column_letter(index)].width for index in range(1, sheet.max_column + 1)]
    assert sum(widths) == pytest.approx(SHEET_WIDTH)
    assert sum(widths) * UNIT * SCALE / 100 <= 225 / 25.4 * 72  # GB/T 9704: 225 mm of text
    headings = [str(cell.value) for cell in sheet[header_row(sheet)]]
    for heading, width in zip(headings, widths, strict=True):
        assert width * UNIT - 4 >= BODY * ceil(len(bare(heading)) / 4), heading  # four lines at most, none of them cut


def test_a_column_is_as_wide_as_what_stands_in_it_needs() -> None:
    sheet = book("wide")[ANNEX]
    wide = {heading: sheet.column_dimensions[get_column_letter(n)].width for n, heading in enumerate(CROWDED, 1)}
    assert wide["责任事项内容"] == pytest.approx(wide["追责情形"])
    assert min(wide["责任事项内容"], wide["设定依据"]) > 2 * wide["监督方式"] > 2 * wide["备注"]
    assert len(page_starts(sheet)) <= 4 * 3  # four items


def test_many_columns_still_fit_the_page() -> None:
    header = (*USUAL, *(f"其他栏目{number}" for number in range(20)))
    sheet = reopened(listed(row("1", "看护", "", LAW, "桥务科", "市级", "", *["内容"] * 20), header=header))[ANNEX]
    widths = [sheet.column_dimensions[get_column_letter(index)].width for index in range(1, 28)]
    assert sum(widths) == pytest.approx(SHEET_WIDTH)


@pytest.mark.parametrize("serial", ["（一）", "1-2-10", "第二十一项"])
def test_a_number_stands_on_one_line(serial: str) -> None:
    rows = [("序号", "权责事项", "设定依据"), (serial, "事项", f"{LAW}\n第一条　{DUTY * 9}")]
    sheet = reopened(parse_bytes(workbook({"表": rows}), "清单.xlsx"))[ANNEX]
    assert len(line_starts(serial, em_of(sheet.column_dimensions["A"].width, BODY))) == 1


@pytest.mark.parametrize("name", NAMES)
def test_an_item_is_cut_only_where_a_page_cannot_hold_it(name: str) -> None:
    sheet = book(name)[ANNEX]
    starts = set(page_starts(sheet))
    whole = PAGE - sheet.row_dimensions[header_row(sheet)].height
    for first, last in segments(sheet):
        assert not starts.intersection(range(first + 1, last + 1))  # no merge over the end of a page
        if str(sheet.cell(first, 1).value).endswith("（续）"):
            assert first in starts
    for runs in _runs(sheet):
        if len(runs) > 1:
            points = sum(sheet.row_dimensions[n].height for first, last in runs for n in range(first, last + 1))
            assert points > whole


def _runs(sheet: Worksheet) -> list[list[Segment]]:
    """The parts of each item."""
    result: list[list[Segment]] = []
    for segment in segments(sheet):
        if str(sheet.cell(segment.first, 1).value).endswith("（续）"):
            result[-1].append(segment)
        else:
            result.append([segment])
    return result


def test_what_goes_on_over_a_page_is_read_from_the_top() -> None:
    for name in ("published", "wide"):
        sheet = book(name)[ANNEX]
        cut = {first for runs in _runs(sheet) if len(runs) > 1 for first, _ in runs}
        assert cut
        for first, _ in segments(sheet):
            beside = [cell for cell in sheet[first] if not cell.style.startswith("依据")]
            assert {cell.alignment.vertical for cell in beside} == {"top" if first in cut else "center"}


def test_the_mark_of_an_item_that_goes_on_has_room() -> None:
    """Also where but a line of its texts is left for the last page."""
    header = ("序号", "权责事项", "设定依据", "责任事项")
    for lines in range(25, 75):
        sheet = reopened(listed(row("1", "看护", LAW, "\n".join(["查"] * lines)), header=header))[ANNEX]
        for first, last in segments(sheet):
            if str(sheet.cell(first, 1).value).endswith("（续）"):
                assert sum(sheet.row_dimensions[n].height for n in range(first, last + 1)) >= 2 * BODY * 1.4


def test_long_items_go_on_under_their_serial() -> None:
    sheet = book("published")[ANNEX]
    continued = [bare(sheet.cell(first, 1).value) for first, _ in segments(sheet)]
    assert "20（续）" in continued
    assert [serial for serial in continued if "（续）" not in serial] == [str(number) for number in range(1, 25)]


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_every_table_begins_a_page_below_the_repeated_header(name: str) -> None:
    sheet = book(name)[ANNEX]
    starts = page_starts(sheet)
    captions = [cells[0].row for cells in sheet.iter_rows() if re.match("表[一二]：", str(cells[0].value))]
    assert captions[0] in {header_row(sheet) + 1, *starts}
    assert set(captions[1:]) <= set(starts)
    assert len(captions) == 2


def test_a_caption_or_group_stays_with_the_item_that_follows() -> None:
    for name in ("small", "published", "hard"):
        sheet = book(name)[ANNEX]
        last_rows = {start - 1 for start in page_starts(sheet)[1:]}
        for cells in sheet.iter_rows():
            if re.match("表[一二]：|一、分组", str(cells[0].value)):
                assert cells[0].row not in last_rows


def test_no_line_stands_between_the_provisions_of_an_item() -> None:
    sheet = book("published")[ANNEX]
    law = column(sheet, "设定依据")
    for first, last in segments(sheet):
        for number in range(first, last + 1):
            border = sheet.cell(number, law).border
            sides = (border.top, border.bottom, border.left, border.right)
            drawn = tuple(side is not None and side.style == "thin" for side in sides)
            assert drawn == (number == first, number == last, True, True)


def test_an_items_other_columns_are_merged_over_its_rows() -> None:
    sheet = book("published")[ANNEX]
    merged = {str(each) for each in sheet.merged_cells.ranges}
    law = column(sheet, "设定依据")
    for first, last in segments(sheet):
        if last > first:
            for index in range(1, sheet.max_column + 1):
                letter = get_column_letter(index)
                assert (f"{letter}{first}:{letter}{last}" in merged) == (index != law)


def test_no_two_merges_overlap() -> None:
    for name in ("small", "published", "hard"):
        seen: set[tuple[int, int]] = set()
        for each in book(name)[ANNEX].merged_cells.ranges:
            assert each.size["rows"] * each.size["columns"] > 1
            cells = {
                (n, c) for n in range(each.min_row, each.max_row + 1) for c in range(each.min_col, each.max_col + 1)
            }
            assert not cells & seen
            seen |= cells


def test_the_annex_prints_as_the_standard_says() -> None:
    sheet = book("published")[ANNEX]
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation, setup.scale) == (9, "landscape", SCALE)
    assert not fits_page(sheet)  # Excel would ignore the breaks
    margins = sheet.page_margins
    assert [round(side * 25.4) for side in (margins.top, margins.bottom, margins.left, margins.right)] == [
        28,
        26,
        35,
        37,
    ]
    assert sheet.print_area == f"'{ANNEX}'!$A$1:$G${sheet.max_row}"
    assert header_row(sheet) == 4
    footers = etree.fromstring(parts(published())["xl/worksheets/sheet1.xml"]).find(f"{S}headerFooter")
    assert footers is not None
    assert footers.get("differentOddEven") == "1"
    assert footers.findtext(f"{S}oddFooter") == '&R&"宋体,Regular"&14— &P —\u3000'
    assert footers.findtext(f"{S}evenFooter") == '&L&"宋体,Regular"&14\u3000— &P —'
    assert sheet.freeze_panes == "A5"


def test_the_head_of_the_annex_stands_as_printed() -> None:
    sheet = book("published")[ANNEX]
    assert (sheet["A1"].value, sheet["A2"].value) == ("附件：", "三明市互联网信息办公室权责事项清单")
    assert sheet["A2"].alignment.horizontal == "center"
    assert [bare(cell.value) for cell in sheet[4]] == [bare(heading) for heading in USUAL]
    assert sheet["A5"].value == "表一：行政处罚（共14项）"


def test_a_head_that_would_fill_the_screen_is_not_frozen() -> None:
    assert book("hard")[ANNEX].freeze_panes is None


def test_every_row_is_as_high_as_its_words_need() -> None:
    """Independent of how the rows were made: each cell's lines, at the height Noto CJK needs, fit its cell."""
    for name in ("small", "published", "hard"):
        sheet = book(name)[ANNEX]
        merged = {(each.min_row, each.min_col): each for each in sheet.merged_cells.ranges}
        for cells in sheet.iter_rows():
            for cell in cells:
                if cell.value is None:
                    continue
                reach = merged.get((cell.row, cell.column))
                last_row, last_column = (reach.max_row, reach.max_col) if reach else (cell.row, cell.column)
                points = sum(sheet.row_dimensions[n].height for n in range(cell.row, last_row + 1))
                width = sum(
                    sheet.column_dimensions[get_column_letter(n)].width for n in range(cell.column, last_column + 1)
                )
                size = cell.font.size
                printed = str(cell.value).rstrip(" ")  # blanks at the end of a line hang, and need no other
                needed = len(line_starts(printed, em_of(width, size))) * size * 1.447
                assert needed <= points, f"{name} {cell.coordinate}"


@pytest.mark.parametrize(
    "basis",
    [provisions(10), f"{LAW}\n\n第一条　{DUTY * 40}", f"{LAW}\n\n第一条　{DUTY * 18}"],
    ids=["fits a page", "one provision longer than a page", "one provision that fits a page"],
)
def test_the_first_page_is_never_only_a_title(basis: str) -> None:
    power_list = parsed("附件\n\n云溪市古桥管理局", "很长的" * 20, "权责清单\n表一：行政处罚（共2项）\n", row(*USUAL),
                        item(1, basis), item(2, provisions(1)))  # fmt: skip
    sheet = reopened(power_list)[ANNEX]
    assert read_items(sheet) == as_printed(power_list)
    first, second, *_ = [*page_starts(sheet), sheet.max_row + 1]
    heights = [sheet.row_dimensions[number].height for number in range(first, second)]
    assert segments(sheet)[0].first < second
    assert 0.8 * PAGE < sum(heights) <= PAGE


def test_an_item_stays_whole_on_every_other_page() -> None:
    rows = [item(number, provisions(count)) for number, count in enumerate((3, 10, 10, 5), 1)]
    sheet = reopened(listed(*rows))[ANNEX]
    assert [bare(sheet.cell(first, 1).value) for first, _ in segments(sheet)] == ["1", "2", "3", "4"]
    assert len(page_starts(sheet)) == 4


def test_no_more_breaks_than_excel_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only an item of some 500 pages has so many: it goes on, each page ending where it is full."""
    monkeypatch.setattr(annex_sheet, "_MAX_BREAKS", 3)
    power_list = listed(item(1, provisions(80)), item(2, provisions(1)))
    sheet = reopened(power_list)[ANNEX]
    assert len(sheet.row_breaks.brk) == 3
    assert read_items(sheet) == as_printed(power_list)
