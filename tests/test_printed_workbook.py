"""Proves on paper, as LibreOffice prints it, that nothing of the workbook is clipped and nothing lost."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from openpyxl.utils import get_column_letter

from pipeline.writers.measure import SCALE, UNIT
from pipeline.writers.to_xlsx import ANNEX, FINDINGS, ITEMS, PROVISIONS, to_xlsx
from tests.office import Word, converted, page_words
from tests.workbooks import (
    USUAL,
    bare,
    book,
    header_row,
    named,
    page_starts,
)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Word]]]:
    """The words on each page of the workbooks, as LibreOffice prints them."""
    folder = tmp_path_factory.mktemp("office")
    for name in ("published", "hard"):
        (folder / f"{name}.xlsx").write_bytes(to_xlsx(named(name)))
    converted(sorted(folder.glob("*.xlsx")), "pdf", folder)
    return {name: page_words(folder / f"{name}.pdf") for name in ("published", "hard")}


@pytest.mark.office
@pytest.mark.parametrize("name", ["published", "hard"])
def test_every_word_is_printed_inside_its_cell(name: str, printed: dict[str, list[list[Word]]]) -> None:
    """Nothing is clipped, nothing runs into the next cell, and every page ends where it was meant to."""
    sheet = book(name)[ANNEX]
    scale = SCALE / 100
    heights = {number: sheet.row_dimensions[number].height * scale for number in range(1, sheet.max_row + 1)}
    widths = [
        sheet.column_dimensions[get_column_letter(n)].width * UNIT * scale for n in range(1, sheet.max_column + 1)
    ]
    left = 35 / 25.4 * 72 + (225 / 25.4 * 72 - sum(widths)) / 2
    edges = [left + sum(widths[:index]) for index in range(len(widths) + 1)]
    merged = {(each.min_row, each.min_col): each for each in sheet.merged_cells.ranges}
    starts = [*page_starts(sheet), sheet.max_row + 1]
    for page, (first, after) in enumerate(pairwise(starts)):
        rows = [*([header_row(sheet)] if page else []), *range(first, after)]
        tops = {n: 28 / 25.4 * 72 + sum(heights[m] for m in rows[:index]) for index, n in enumerate(rows)}
        rest = set(printed[name][page])
        for number in rows:
            for cell in sheet[number]:
                if cell.value is None:
                    continue
                reach = merged.get((cell.row, cell.column))
                last_row, last_column = (reach.max_row, reach.max_col) if reach else (cell.row, cell.column)
                box = (
                    edges[cell.column - 1] - 1.5, tops[number] - 1.5,
                    edges[last_column] + 1.5, tops[last_row] + heights[last_row] + 1.5,
                )  # fmt: skip
                inside = [
                    word
                    for word in printed[name][page]
                    if box[0] <= word.left and box[1] <= word.top and word.right <= box[2] and word.bottom <= box[3]
                ]
                rest.difference_update(inside)
                words = "".join(word.text for word in inside)
                assert sorted(bare(words)) == sorted(bare(cell.value)), f"page {page + 1}, {cell.coordinate}"
        footer = "".join(word.text for word in sorted(rest))
        assert footer == f"—{page + 1}—"


@pytest.mark.office
def test_the_header_is_repeated_and_the_number_of_pages_is_small(printed: dict[str, list[list[Word]]]) -> None:
    pages = ["".join(word.text for word in page) for page in printed["published"]]
    annex = [page for page in pages if re.search(r"—\d+—", page)]
    assert 10 <= len(annex) <= 16
    assert all(bare("".join(USUAL)) in bare(page) or "设定依据" in page for page in annex)


@pytest.mark.office
def test_sheets_of_records_are_one_page_wide(printed: dict[str, list[list[Word]]]) -> None:
    pages = ["".join(word.text for word in page) for page in printed["published"]]
    for title, heading in ((ITEMS, "源文件缺少的单元格"), (PROVISIONS, "处罚与措施"), (FINDINGS, "经办人")):
        own = [page for page in pages if title in page.replace("核校意见数", "")]
        assert own
        assert all(heading in page for page in own)
