"""Proves that the sheets to filter are the list as records: each once, linked, marked, to be answered."""

from __future__ import annotations

from typing import Final

import pytest
from openpyxl.utils import get_column_letter

from pipeline.columns import DECISIONS
from pipeline.errors import CannotWrite
from pipeline.writers import record_sheets
from pipeline.writers.measure import em_of, line_starts
from pipeline.writers.to_xlsx import ANNEX, FINDINGS, INDEX, ITEMS, PROVISIONS, REFERENCES, to_xlsx
from tests.workbooks import (
    LAW,
    bare,
    book,
    fits_page,
    header_row,
    item,
    link,
    listed,
    named,
    published,
    records,
    reopened,
    row,
    small,
)

RECORDS: Final = (ITEMS, PROVISIONS, REFERENCES, INDEX, FINDINGS)
RED, YELLOW = "FFF8CBAD", "FFFFE699"


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_records_are_those_of_the_list(name: str) -> None:
    power_list = named(name)
    workbook = book(name)
    assert [each["事项名称"] for each in records(workbook[ITEMS])] == [each.title for each in power_list.items]
    provisions_there = [p for each in power_list.items for p in each.provisions]
    assert [each["全文"] for each in records(workbook[PROVISIONS])] == [p.text for p in provisions_there]
    references_there = [r.text for p in provisions_there for r in p.references]
    shown = [each["原文"] for each in records(workbook[REFERENCES]) if each["序次"] is not None]
    assert shown == references_there
    assert [each["说明"] for each in records(workbook[FINDINGS])] == [f.message for f in power_list.findings]


@pytest.mark.parametrize("title", RECORDS)
@pytest.mark.parametrize("name", ["published", "hard"])
def test_a_sheet_of_records_can_be_filtered_frozen_and_printed(name: str, title: str) -> None:
    sheet = book(name)[title]
    (table,) = sheet.tables.values()
    reach = f"A1:{get_column_letter(sheet.max_column)}{sheet.max_row}"
    assert table.ref == table.autoFilter.ref == reach
    headings = [cell.value for cell in sheet[1]]
    assert [each.name for each in table.tableColumns] == headings
    assert len({str(heading).casefold() for heading in headings}) == len(headings)
    assert not sheet.merged_cells.ranges
    assert sheet.freeze_panes == {ITEMS: "F2", INDEX: "C2"}.get(title, "D2")
    assert sheet.print_title_rows == "$1:$1"
    assert bare(sheet.print_area) == f"'{title}'!$A$1:${get_column_letter(sheet.max_column)}${sheet.max_row}"
    assert fits_page(sheet)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert all(cell.alignment.wrap_text for cells in sheet.iter_rows() for cell in cells)
    assert all(sheet.row_dimensions[number].height <= 409 for number in range(1, sheet.max_row + 1))


def test_numbers_are_numbers() -> None:
    for each in records(book("published")[ITEMS]):
        for heading in ("序次", "序号", "条文数", "引用数", "核校意见数"):
            assert isinstance(each[heading], int)
    assert isinstance(book("published")[ANNEX].cell(6, 1).value, int)


@pytest.mark.parametrize(
    ("title", "heading"),
    [(ITEMS, "序次"), (PROVISIONS, "序次"), (REFERENCES, "序次"), (INDEX, "首见事项"), (FINDINGS, "查看")],
)
def test_a_number_leads_to_its_item(title: str, heading: str) -> None:
    workbook = book("published")
    sheet = workbook[title]
    (index,) = [cell.column for cell in sheet[1] if cell.value == heading]
    assert sheet.max_row > 10
    for number in range(2, sheet.max_row + 1):
        cell = sheet.cell(number, index)
        assert isinstance(cell.value, int)  # in a text LibreOffice would not wrap
        place = link(sheet, number, index).removeprefix(f"'{ANNEX}'!")
        assert str(workbook[ANNEX][place].value) == published().items[cell.value - 1].serial
        assert (cell.font.underline, cell.font.color.rgb) == ("single", "FF0563C1")


def test_a_finding_about_no_item_leads_nowhere() -> None:
    finding = small().findings[0].model_copy(update={"items": ()})
    sheet = reopened(small().model_copy(update={"findings": (finding,)}))[FINDINGS]
    assert [(cell.value, cell.hyperlink) for cell in sheet[2][2:4]] == [(None, None), (None, None)]


def test_a_record_leads_to_its_item() -> None:
    workbook = book("published")
    for number in range(2, workbook[ITEMS].max_row + 1):
        place = link(workbook[ITEMS], number).removeprefix(f"'{ANNEX}'!")
        assert workbook[ANNEX][place].value == workbook[ITEMS].cell(number, 2).value


def test_no_more_links_than_excel_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_sheets, "MAX_LINKS", 3)
    sheet = reopened(small())[ITEMS]
    assert [sheet.cell(number, 1).hyperlink is not None for number in range(2, 6)] == [True, True, False, False]


def test_more_records_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_sheets, "MAX_ROWS", 4)
    with pytest.raises(CannotWrite, match=ITEMS):
        to_xlsx(small())


def test_what_the_source_lacks_is_red_and_what_to_look_at_is_yellow() -> None:
    sheet = book("published")[ITEMS]
    headings = [cell.value for cell in sheet[1]]
    cut = {heading: sheet.cell(25, index) for index, heading in enumerate(headings, 1)}
    for heading in ("实施主体和责任主体", "行使层级", "备注"):
        assert cut[heading].fill.start_color.rgb == "FFF8CBAD"
        assert cut[heading].value is None
    assert cut["源文件缺少的单元格"].value == "实施主体和责任主体、行使层级、备注"
    for heading in ("核校意见数", "核校类别"):
        assert cut[heading].fill.start_color.rgb == "FFFFE699"
    filled_cells = [cell for cells in sheet.iter_rows(min_row=2) for cell in cells if cell.fill.fill_type]
    asked = {n for finding in published().findings if finding.severity != "info" for n in finding.items}
    assert len(filled_cells) == 3 + 2 * len(asked)


def test_findings_are_answered_from_a_list() -> None:
    sheet = book("published")[FINDINGS]
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == f'"{",".join(DECISIONS)}"'
    assert len(validation.formula1) <= 255
    assert [sheet[f"{letter}1"].value for letter in "HIJ"] == ["处理意见", "经办人", "日期"]
    assert all(sheet[f"{letter}{n}"].value is None for letter in "HIJ" for n in range(2, sheet.max_row + 1))
    assert str(validation.sqref) == f"H2:H{sheet.max_row}"
    assert sheet["J2"].number_format == "yyyy-mm-dd"


def test_a_sheet_without_records_is_still_a_table() -> None:
    power_list = listed(item(1, "")).model_copy(update={"findings": ()})
    workbook = reopened(power_list)
    for title in (PROVISIONS, REFERENCES, INDEX, FINDINGS):
        sheet = workbook[title]
        (table,) = sheet.tables.values()
        assert table.ref.endswith("2")
        assert [cell.value for cell in sheet[2]] == [None] * sheet.max_column


def test_findings_are_coloured_by_their_severity() -> None:
    sheet = book("published")[FINDINGS]
    colours = {"错误": RED, "警告": YELLOW, "提示": None}
    assert {sheet.cell(number, 1).value for number in range(2, sheet.max_row + 1)} == set(colours)
    for number in range(2, sheet.max_row + 1):
        cell = sheet.cell(number, 1)
        assert (cell.fill.start_color.rgb if cell.fill.fill_type else None) == colours[str(cell.value)]


def test_an_address_with_different_texts_stands_out_in_the_index() -> None:
    sheet = book("published")[INDEX]
    coloured = [cell for cells in sheet.iter_rows(min_row=2) for cell in cells if cell.fill.fill_type]
    assert [cell.value for cell in coloured] == ["第五十九条", "第五十九条：2种文字，见事项19、20"]
    assert {cell.fill.start_color.rgb for cell in coloured} == {YELLOW}


def test_a_heading_longer_than_a_table_takes_is_shortened_there_and_whole_on_the_annex() -> None:
    """Excel repairs a Table whose column has a name of more than 255 characters."""
    long = "监督电话和地址" * 50
    plain = listed(row("1", "看护", LAW, "甲", "乙"), header=("序号", "权责事项", "设定依据", "丙", "丁"))
    (table,) = plain.tables
    headings = (long, long + "二")
    columns = tuple(
        column.model_copy(update={"heading": heading})
        for column, heading in zip(table.columns[3:], headings, strict=True)
    )
    first = table.items[0].model_copy(update={"extra": dict(zip(headings, ("甲", "乙"), strict=True))})
    changed = table.model_copy(update={"columns": (*table.columns[:3], *columns), "items": (first,)})
    workbook = reopened(plain.model_copy(update={"tables": (changed,)}))
    (found,) = workbook[ITEMS].tables.values()
    names = [each.name for each in found.tableColumns]
    assert all(len(name) <= 255 for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    assert {"甲", "乙"} <= {cell.value for cell in workbook[ITEMS][2]}
    assert [bare(cell.value) for cell in workbook[ANNEX][header_row(workbook[ANNEX])]][3:] == list(headings)


def test_every_row_is_as_high_as_its_words_need() -> None:
    """Independent of how the rows were made: each cell's lines, at the height Noto CJK needs, fit its row."""
    for title in RECORDS:
        sheet = book("published")[title]
        for cells in sheet.iter_rows():
            for cell in cells:
                if isinstance(cell.value, str):
                    width = sheet.column_dimensions[get_column_letter(cell.column)].width
                    needed = len(line_starts(cell.value, em_of(width, 10))) * 10 * 1.447
                    assert needed <= sheet.row_dimensions[cell.row].height, f"{title} {cell.coordinate}"
