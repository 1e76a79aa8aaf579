"""Proves that the Word document prints as it should, as LibreOffice lays it out: every page is looked at."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from lxml import etree

from pipeline.model import PowerList
from pipeline.writers.to_docx import to_docx
from tests.word import LAW, USUAL, W, annex, bare, everything, item, parsed, part, row, small, twips
from tests.workbooks import wide

HEADER: Final = bare("".join(USUAL))
WIDTH: Final = 297 / 25.4 * 72
"""Points of a page from left to right."""
FOOT: Final = (210 - 26) / 25.4 * 72
"""Where the text area ends."""
HEAD_ROWS: Final = {"annex": 35.5, "hard": 35.5, "wide": 65.5}
"""Points of a header row: of two lines, of four."""


def hard() -> PowerList:
    """What no published list has: 60,000 characters in a cell, 300 provisions, none, texts that look like something."""
    many = "\n\n".join([LAW, *(f"第{number}条　古桥的养护人应当记录裂缝。" for number in range(1, 301))])
    return parsed(
        "附件\n\n=1+1权责清单\n表一：行政处罚（共6项）\n",
        row(*USUAL),
        item(1, ""),
        item(2, many, "+对在古桥上悬挂重物的处罚"),
        item(3, f"{LAW}\n\n第一条　{'古桥的养护人应当记录裂缝。' * 4_616}", "-对在古桥上悬挂重物的处罚"),
        item(4, f"{LAW}\n\n第一条　@SUM(A1)、#REF!、_x0041_、&amp;、]]>。", "@对在古桥上悬挂重物的处罚"),
        item(5, f"{LAW}\n\n第一条　没有断行处的{'a' * 300}文字。", "#REF!"),
        row("6", "多行的标题" * 60),
    )


LISTS: Final[Mapping[str, Callable[[], PowerList]]] = {
    "annex": annex,
    "everything": everything,
    "hard": hard,
    "small": small,
    "wide": wide,
}


class Word(NamedTuple):
    """A word as it stands on paper, in points from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def middle(self) -> float:
        """Half way down: fonts differ in how far their boxes reach."""
        return (self.top + self.bottom) / 2


class Printed(NamedTuple):
    """A document on paper: its pages as text as they are drawn, their words with places, its outline and links."""

    document: etree._Element
    pages: list[str]
    words: list[list[Word]]
    outline: list[tuple[str, int]]
    links: list[tuple[str, int]]
    """The words (a piece of them, where a line ends within), and the page they lead to."""


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
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """All documents, printed in one run of LibreOffice, with their findings but for "small"."""
    office, to_text, to_html = tool("soffice"), tool("pdftotext"), tool("pdftohtml")
    folder = tmp_path_factory.mktemp("office")
    files = {}
    for name, make in LISTS.items():
        files[name] = folder / f"{name}.docx"
        files[name].write_bytes(to_docx(make(), with_findings=name != "small"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files.values())]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {name: read_pdf(file, to_text, to_html) for name, file in files.items()}


def read_pdf(file: Path, to_text: str, to_html: str) -> Printed:
    pdf = str(file.with_suffix(".pdf"))
    raw, boxes = (
        subprocess.run([to_text, kind, pdf, "-"], check=True, capture_output=True, timeout=60).stdout
        for kind in ("-raw", "-bbox")
    )
    html = subprocess.run([to_html, "-xml", "-i", "-stdout", pdf], check=True, capture_output=True, timeout=60).stdout
    forgiving = etree.XMLParser(recover=True, huge_tree=True)
    pages = list(etree.fromstring(boxes, forgiving).iter("{*}page"))
    linked = etree.fromstring(html, forgiving)
    return Printed(
        part(file.read_bytes(), "word/document.xml"),
        [bare(page) for page in raw.decode().split("\f") if page.strip()],
        [[read_word(word) for word in page.iter("{*}word")] for page in pages],
        [(bare(entry.text or ""), int(str(entry.get("page")))) for entry in linked.iterfind("outline/item")],
        [
            (bare("".join(map(str, link.itertext()))), int(str(link.get("href")).split("#")[1]))
            for page in linked.iter("page")
            for link in page.iter("a")
        ],
    )


def read_word(word: etree._Element) -> Word:
    left, top, right, bottom = (float(str(word.get(side))) for side in ("xMin", "yMin", "xMax", "yMax"))
    return Word(left, top, right, bottom, word.text or "")


def shown(printed: Printed) -> list[str]:
    """The pages without the header of the list's tables and without the page number."""
    return [re.sub(f"—{number}—$", "", page.replace(HEADER, "")) for number, page in enumerate(printed.pages, 1)]


def cells(table: etree._Element) -> list[list[str]]:
    """What stands in the rows of a table but for its header, cell by cell."""
    return [
        [bare("".join(str(text.text) for text in cell.iter(f"{W}t"))) for cell in element.findall(f"{W}tc")]
        for element in table.findall(f"{W}tr")
        if element.find(f"{W}trPr/{W}tblHeader") is None
    ]


# --- the list -------------------------------------------------------------------------------------------------------


@pytest.mark.office
@pytest.mark.parametrize(
    ("name", "least", "most"), [("annex", 17, 21), ("small", 2, 2), ("hard", 65, 130), ("wide", 9, 17)]
)
def test_the_number_of_pages_is_bounded(name: str, least: int, most: int, printed: dict[str, Printed]) -> None:
    assert least <= len(printed[name].pages) <= most


@pytest.mark.office
@pytest.mark.parametrize("name", LISTS)
def test_pages_are_numbered_outside_odd_ones_right_even_ones_left(name: str, printed: dict[str, Printed]) -> None:
    """GB/T 9704-2012 §7.5: one character of 14 pt in from the edge of the text area, 7 mm below it."""
    for number, words in enumerate(printed[name].words, 1):
        foot = sorted(word for word in words if word.top > FOOT)
        assert "".join(word.text for word in foot) == f"—{number}—"
        if number % 2:
            assert foot[-1].right == pytest.approx(WIDTH - 37 / 25.4 * 72 - 14, abs=3)
        else:
            assert foot[0].left == pytest.approx(35 / 25.4 * 72 + 14, abs=3)
        assert foot[0].middle == pytest.approx((210 - 26 + 7) / 25.4 * 72, abs=4)


@pytest.mark.office
def test_the_header_stands_on_every_page_that_has_items(printed: dict[str, Printed]) -> None:
    for name in ("annex", "hard", "small"):
        pages = printed[name].pages
        items = [page for page in pages[: first_page_of_findings(printed[name]) - 1] if page]
        assert len(items) > 1
        assert all(HEADER in page for page in items)


def first_page_of_findings(printed: Printed) -> int:
    """Its number; one past the last where there are none."""
    return next((page for title, page in printed.outline if title == "核校意见"), len(printed.pages) + 1)


@pytest.mark.office
@pytest.mark.parametrize("name", ["annex", "small"])
def test_every_character_of_every_cell_is_shown_in_order(name: str, printed: dict[str, Printed]) -> None:
    pages = "".join(shown(printed[name])[: first_page_of_findings(printed[name]) - 1])
    position = 0
    tables = printed[name].document.findall(f"{W}body/{W}tbl")
    for table in tables[: len(LISTS[name]().tables)]:
        for cell in (cell for each in cells(table) for cell in each):
            position = pages.index(cell, position) + len(cell)
    assert position == len(pages)  # nothing but the tables, to the last character


@pytest.mark.office
@pytest.mark.parametrize("name", HEAD_ROWS)
def test_every_column_holds_its_characters_in_order(name: str, printed: dict[str, Printed]) -> None:
    """Column by column, so that a cell which goes on over many pages is one text: nothing clipped, nothing astray."""
    found = printed[name]
    tables = found.document.findall(f"{W}body/{W}tbl")[: len(LISTS[name]().tables)]
    widths = twips(tables[0], "gridCol")
    edges = [35 / 25.4 * 72 + sum(widths[:index]) / 20 for index in range(len(widths) + 1)]
    columns = [""] * len(widths)
    for words in found.words[: first_page_of_findings(found) - 1]:
        (heading,) = [word for word in words if word.text == "设定依据"]
        below = [word for word in words if heading.middle + HEAD_ROWS[name] / 2 < word.middle < FOOT]
        for index, (left, right) in enumerate(pairwise(edges)):
            own = [word for word in below if left <= word.left and word.right <= right]
            columns[index] += "".join(word.text for word in sorted(own, key=lambda word: (round(word.top), word.left)))
    rows = [each for table in tables for each in cells(table)]
    assert columns == ["".join(cell) for cell in zip(*rows, strict=True)]


@pytest.mark.office
def test_an_item_that_fits_a_page_stands_on_one(printed: dict[str, Printed]) -> None:
    pages = shown(printed["annex"])
    whole = 0
    for table in printed["annex"].document.findall(f"{W}body/{W}tbl"):
        for element, each in zip(table.findall(f"{W}tr")[1:], cells(table), strict=True):
            if element.find(f"{W}trPr/{W}cantSplit") is not None and element.find(f".//{W}bookmarkStart") is not None:
                assert any(each[3] in page for page in pages), each[0]
                whole += 1
    assert whole >= 22


@pytest.mark.office
def test_a_provision_of_a_long_item_stands_on_one_page(printed: dict[str, Printed]) -> None:
    pages = shown(printed["annex"])
    for provision in annex().items[19].provisions:
        assert any(bare(provision.label + provision.text) in page for page in pages)


@pytest.mark.office
@pytest.mark.parametrize("name", ["annex", "everything"])
def test_a_rule_closes_the_table_where_a_page_ends_within_an_item(name: str, printed: dict[str, Printed]) -> None:
    """Rules are where counting lines says that pages end; whether it says so rightly only the pages can tell."""
    closed, place = 0, 0
    drawn = "\f".join(shown(printed[name])[: first_page_of_findings(printed[name]) - 1])
    for element in printed[name].document.iter(f"{W}tr"):
        if element.find(f"{W}trPr/{W}tblHeader") is not None or element.getparent() is findings_of(printed[name]):
            continue
        for cell in element.findall(f"{W}tc"):
            words = bare("".join(str(text.text) for text in cell.iter(f"{W}t")))
            start = drawn.find(words, place)
            borders = cell.find(f"{W}tcPr/{W}tcBorders")
            assert start >= 0, words[:20]
            if borders is not None and borders.find(f"{W}top") is not None:
                assert "\f" not in drawn[place:start], words[:20]
            elif borders is not None:
                closed += 1
            place = start + len(words)
    assert closed > 1


def findings_of(printed: Printed) -> etree._Element:
    """The table of findings."""
    return printed.document.findall(f"{W}body/{W}tbl")[-1]


@pytest.mark.office
def test_a_caption_never_ends_a_page(printed: dict[str, Printed]) -> None:
    for table in annex().tables:
        (page,) = [page for page in printed["annex"].pages if bare(table.caption) in page]
        assert (table.items[0].title or "?") in page


# --- finding one's way ----------------------------------------------------------------------------------------------


@pytest.mark.office
def test_the_outline_leads_to_each_table_and_to_the_findings(printed: dict[str, Printed]) -> None:
    for name in ("annex", "small"):
        found = printed[name]
        captions = [bare(table.caption) for table in LISTS[name]().tables]
        assert [title for title, _ in found.outline] == captions + ["核校意见"] * (name != "small")
        assert all(title in found.pages[page - 1] for title, page in found.outline)


@pytest.mark.office
def test_links_lead_to_the_page_where_the_item_stands(printed: dict[str, Printed]) -> None:
    found = printed["annex"]
    pages = shown(found)
    home = {}
    for each in annex().items:
        # In the order of the list; a title may stand in the text of another item.
        words = f"{each.serial}{bare(each.title or '')}"
        home[each.number] = next(number for number, page in enumerate(pages, 1) if words in page)
    expected = set()
    for each in annex().items:
        for provision in each.provisions:
            for reference in provision.references:
                if reference.status == "quoted_elsewhere":
                    expected.add((reference.text, home[reference.found_in[0].item]))
    for words, page in expected:
        # Where a line ends within, its words stand in two pieces.
        pieces = {words} | {words[:end] for end in range(2, len(words))} | {words[start:] for start in range(1, 3)}
        assert any(to == page and text in pieces for text, to in found.links), words
    targets = {page for _, page in expected} | {home[number] for f in annex().findings for number in f.items}
    assert {to for _, to in found.links} == targets


# --- the findings ---------------------------------------------------------------------------------------------------


@pytest.mark.office
@pytest.mark.parametrize("name", ["annex", "everything", "hard"])
def test_the_findings_begin_a_page_of_their_own_and_are_all_there(name: str, printed: dict[str, Printed]) -> None:
    found = printed[name]
    first = first_page_of_findings(found)
    assert found.pages[first - 1].startswith("核校意见共")
    assert not any("级别事项位置说明" in page for page in found.pages[: first - 1])
    pages = [page.replace("级别事项位置说明所指文字处理意见经办人日期", "", 1) for page in shown(found)[first - 1 :]]
    assert all(page != whole for page, whole in zip(pages, shown(found)[first - 1 :], strict=True))
    text, position = "".join(pages), 0
    for cell in (cell for each in cells(found.document.findall(f"{W}body/{W}tbl")[-1]) for cell in each):
        position = text.index(cell, position) + len(cell)
    assert position == len(text)


@pytest.mark.office
def test_without_the_option_no_page_says_a_word_of_them(printed: dict[str, Printed]) -> None:
    assert small().findings
    assert not any("核校" in page for page in printed["small"].pages)
