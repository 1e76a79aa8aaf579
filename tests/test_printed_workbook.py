"""Proves on paper, as LibreOffice prints it, that nothing of the workbook is clipped and nothing lost."""

from __future__ import annotations

import csv
import re
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.writers.measure import SCALE, UNIT
from pipeline.writers.to_xlsx import ANNEX, FINDINGS, INDEX, ITEMS, PROVISIONS, REFERENCES, STATISTICS, to_xlsx
from tests.office import Word, converted, page_words
from tests.workbooks import (
    USUAL,
    bare,
    book,
    hard,
    header_row,
    named,
    page_starts,
)

PRINTED: Final = ("published", "hard", "wide")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Word]]]:
    """The words on each page of the workbooks, as LibreOffice prints them."""
    folder = tmp_path_factory.mktemp("office")
    for name in PRINTED:
        (folder / f"{name}.xlsx").write_bytes(to_xlsx(named(name)))
    converted(sorted(folder.glob("*.xlsx")), "pdf", folder)
    return {name: page_words(folder / f"{name}.pdf") for name in PRINTED}


@pytest.mark.office
@pytest.mark.parametrize("name", PRINTED)
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
                assert in_order(inside) == bare(cell.value), f"page {page + 1}, {cell.coordinate}"
        footer = "".join(word.text for word in sorted(rest))
        assert footer == f"—{page + 1}—"


@pytest.mark.office
def test_the_header_is_repeated_and_the_number_of_pages_is_small(printed: dict[str, list[list[Word]]]) -> None:
    pages = ["".join(word.text for word in page) for page in printed["published"]]
    annex = [page for page in pages if re.search(r"—\d+—", page)]
    assert 10 <= len(annex) <= 16
    assert all(bare("".join(USUAL)) in bare(page) or "设定依据" in page for page in annex)


# --- the sheets to filter, and the counts ---------------------------------------------------------------------------

MM: Final = 72 / 25.4
PAPERS: Final = {8: (420 * MM, 297 * MM), 9: (297 * MM, 210 * MM)}  # A3 and A4, landscape
DATA: Final = (ITEMS, PROVISIONS, REFERENCES, INDEX, FINDINGS, STATISTICS)


class Page(NamedTuple):
    """What is printed of a sheet on one page: the words of each column in reading order, and how large it is."""

    columns: list[str]
    scale: float


def edges(sheet: Worksheet, page: list[Word]) -> list[float]:
    """Where the columns of *sheet* begin and the last one ends on *page*, told by its headings, which are centred.

    LibreOffice chooses the scale of a sheet that is to be one page wide.
    """
    widths = _widths(sheet)
    begins = [sum(widths[:index]) for index in range(len(widths) + 1)]
    words: dict[str, list[Word]] = {}
    for word in page:
        words.setdefault(word.text, []).append(word)
    centres = {
        (begins[index] + begins[index + 1]) / 2: (found[0].left + found[0].right) / 2
        for index, cell in enumerate(sheet[2 if sheet.title == STATISTICS else 1])
        if len(found := words.get(str(cell.value), [])) == 1
    }
    first, last = min(centres), max(centres)
    scale = (centres[last] - centres[first]) / (last - first)
    assert 0.5 < scale <= 1.01
    return [centres[first] + (begin - first) * scale for begin in begins]


def _widths(sheet: Worksheet) -> list[float]:
    """Widths of the columns of the print area, in points."""
    letters = (get_column_letter(number) for number in range(1, _columns(sheet) + 1))
    return [sheet.column_dimensions[letter].width * UNIT for letter in letters]


def paper(sheet: Worksheet) -> tuple[float, float]:
    return PAPERS[int(sheet.page_setup.paperSize or 0)]


def _columns(sheet: Worksheet) -> int:
    """Columns of the print area."""
    last = str(sheet.print_area).rpartition(":")[2]
    return int(sheet[last.replace("$", "")].column)


def pages_of(sheet: Worksheet, words: list[list[Word]]) -> list[Page]:
    """The pages of *sheet* among all pages: those with its title at their foot."""
    foot = paper(sheet)[1] - sheet.page_margins.bottom * 72
    pages = []
    for page in words:
        below = "".join(word.text for word in sorted(page) if word.top >= foot)
        if not below.startswith(sheet.title):
            continue
        body = [word for word in page if word.top < foot]
        places = edges(sheet, body)
        columns = (
            [word for word in body if first <= (word.left + word.right) / 2 < after]
            for first, after in pairwise(places)
        )
        pages.append(Page([in_order(column) for column in columns], (places[-1] - places[0]) / sum(_widths(sheet))))
    return pages


def in_order(words: list[Word]) -> str:
    """*words* line by line; in a line, characters of another font begin at another height."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        if not lines or word.top + word.bottom - lines[-1][0].top - lines[-1][0].bottom > 6:
            lines.append([])
        lines[-1].append(word)
    return bare("".join(word.text for line in lines for word in sorted(line)))


@pytest.mark.office
@pytest.mark.parametrize("title", [title for title in DATA if title != STATISTICS])
def test_every_character_of_every_record_is_printed_in_order(title: str, printed: dict[str, list[list[Word]]]) -> None:
    """Column by column over all pages: the heading on each, then just what its cells hold, to the last character."""
    sheet = book("published")[title]
    pages = pages_of(sheet, printed["published"])
    assert pages
    for index, cells in enumerate(sheet.iter_cols()):
        heading, *values = (bare("" if cell.value is None else cell.value) for cell in cells)
        shown = [page.columns[index] for page in pages]
        assert [text[: len(heading)] for text in shown] == [heading] * len(pages)
        assert "".join(text[len(heading) :] for text in shown) == "".join(values), f"{title} {heading}"


@pytest.mark.office
def test_counts_and_charts_are_printed_on_one_page(printed: dict[str, list[list[Word]]]) -> None:
    sheet = book("published")[STATISTICS]
    (page,) = pages_of(sheet, printed["published"])
    for index, cells in enumerate(sheet.iter_cols()):
        if index < len(page.columns) - 1:  # in the last one stand the charts
            assert page.columns[index] == "".join(bare(cell.value) for cell in cells if cell.value is not None)
    for text in ("各法律所据事项数", "各种处罚与措施所涉事项数", "中华人民共和国网络安全法", "限制开展生产经营活动"):
        assert text in page.columns[-1]


@pytest.mark.office
def test_there_are_as_few_pages_as_the_rows_need(printed: dict[str, list[list[Word]]]) -> None:
    """No page is half empty because of a break, and none is a column wide."""
    words = printed["published"]
    workbook = book("published")
    counts = {}
    for title in DATA:
        sheet = workbook[title]
        pages = pages_of(sheet, words)
        rows = sum(sheet.row_dimensions[number].height for number in range(1, sheet.max_row + 1)) * pages[0].scale
        room = paper(sheet)[1] - (sheet.page_margins.top + sheet.page_margins.bottom) * 72
        counts[title] = len(pages)
        assert len(pages) <= ceil(rows / room * 1.15), f"{title}: {len(pages)}"
    assert len(words) == sum(counts.values()) + len(page_starts(workbook[ANNEX]))
    assert len(words) <= 35


# --- a second reader ------------------------------------------------------------------------------------------------

# UTF-8, texts in quotes, cells as they are and not as they look, every sheet in a file of its own.
CSV: Final = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@pytest.mark.office
def test_libreoffice_reads_every_value_as_it_is(tmp_path: Path) -> None:
    """Sheet by sheet as CSV: the same texts in the same cells, none calculated, changed or left out."""
    (tmp_path / "book.xlsx").write_bytes(to_xlsx(hard()))
    converted([tmp_path / "book.xlsx"], CSV, tmp_path)
    for sheet in book("hard"):
        with (tmp_path / f"book-{sheet.title}.csv").open(encoding="utf-8", newline="") as file:
            read = [[cell or None for cell in cells] for cells in csv.reader(file)]
        values = sheet.iter_rows(values_only=True)
        there = [[None if value is None else str(value) for value in cells] for cells in values]
        width = max(map(len, there))
        assert [cells + [None] * (width - len(cells)) for cells in read] == there[: len(read)], sheet.title
        assert not [value for cells in there[len(read) :] for value in cells if value]
