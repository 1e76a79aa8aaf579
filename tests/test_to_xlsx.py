"""Proves that the workbook holds together: its sheets, its bytes, its fonts, and that a text stays the text it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from pipeline.model import PowerList
from pipeline.parse import parse_bytes
from pipeline.writers.ooxml import SYSTEM, Fonts, clean_text
from pipeline.writers.sheet_xml import Body, filled, pieces
from pipeline.writers.to_xlsx import ANNEX, FINDINGS, INDEX, ITEMS, PROVISIONS, REFERENCES, STATISTICS, to_xlsx
from tests.workbooks import (
    LAW,
    LISTED,
    ROOT,
    SMALL,
    S,
    as_printed,
    bare,
    book,
    column,
    header_row,
    item,
    listed,
    parts,
    provisions,
    published,
    read_items,
    records,
    reopened,
    segments,
    small,
)

ANY_TEXT: Final = st.text(st.characters(), max_size=40)  # lone surrogates too


# --- the workbook ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_sheets_stand_in_their_order(name: str) -> None:
    workbook = book(name)
    assert workbook.sheetnames == [ANNEX, ITEMS, PROVISIONS, REFERENCES, INDEX, FINDINGS, STATISTICS]
    assert workbook.active is workbook[ANNEX]
    assert all(len(title) <= 31 for title in workbook.sheetnames)


def test_the_same_list_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = to_xlsx(small())
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.chdir(tmp_path)
    assert to_xlsx(parse_bytes(SMALL.read_bytes(), SMALL.name)) == first


def test_the_bytes_do_not_depend_on_how_python_orders_a_set(tmp_path: Path) -> None:
    command = (
        "import sys; from pathlib import Path; from pipeline.parse import parse; "
        "from pipeline.writers.to_xlsx import to_xlsx; Path(sys.argv[2]).write_bytes(to_xlsx(parse(Path(sys.argv[1]))))"
    )
    made = []
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        arguments = [sys.executable, "-c", command, str(LISTED), str(tmp_path / seed)]
        subprocess.run(arguments, check=True, env=environment)
        made.append((tmp_path / seed).read_bytes())
    assert made[0] == made[1] == to_xlsx(published())
    assert b"xl/charts/chart2.xml" in made[0]


def test_the_package_carries_no_clock_and_no_person() -> None:
    with zipfile.ZipFile(BytesIO(to_xlsx(small()))) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert "云溪市古桥管理局权责清单" in core
    assert not re.search("created|modified|creator|openpyxl", core)
    for name, part in parts(small()).items():
        assert not re.search(rb"20\d\d-\d\d-\d\dT", part), name
        assert b"openpyxl" not in part, name


@pytest.mark.parametrize("name", ["small", "published", "hard"])
def test_nothing_is_a_formula_or_an_error(name: str) -> None:
    for sheet in book(name):
        for cells in sheet.iter_rows():
            for cell in cells:
                assert cell.data_type in {"s", "n"}, f"{sheet.title}!{cell.coordinate} {cell.value!r}"


def test_what_only_new_programs_know_is_not_used() -> None:
    """Works in WPS and old Excel: no formulas, slicers, dynamic arrays, macros, or colours of the theme alone."""
    for name, part in parts(small()).items():
        assert not name.endswith((".bin", "metadata.xml")), name
        if not name.startswith("xl/theme/"):
            assert b"theme=" not in part, name
            assert not re.search(rb"<f[ >]|slicer|extLst|x14:", part), name


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet5.xml"])
def test_elements_of_a_worksheet_have_their_order(name: str) -> None:
    """ECMA-376 Part 1 §18.3.1.99: Excel repairs a file whose elements stand in another order."""
    order = [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "mergeCells", "dataValidations",
        "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "tableParts",
    ]  # fmt: skip
    found = [element.tag.removeprefix(S) for element in etree.fromstring(parts(small())[name])]
    assert found == sorted(found, key=order.index)
    assert "sheetData" in found


def test_a_frame_without_its_places_is_not_filled() -> None:
    with pytest.raises(AssertionError, match="printOptions"):
        list(filled(b"<worksheet><sheetData/></worksheet>", Body([], [], [])))


@pytest.mark.parametrize("fonts", [None, SYSTEM], ids=["official", "system"])
def test_fonts_are_those_of_the_preset(fonts: Fonts | None) -> None:
    sheet = reopened(small(), fonts)[ANNEX]
    title, heading, body = ("方正小标宋简体", "黑体", "仿宋_GB2312") if fonts is None else ("宋体", "黑体", "仿宋")
    assert (sheet["A1"].font.name, sheet["A1"].font.size) == (heading, 16)
    assert (sheet["A2"].font.name, sheet["A2"].font.size, sheet["A2"].font.bold) == (title, 22, fonts is SYSTEM)
    assert sheet.cell(header_row(sheet), 1).font.name == heading
    law = sheet.cell(segments(sheet)[0].first, column(sheet, "设定依据"))
    assert (law.font.name, law.font.size) == (body, 10.5)
    assert isinstance(law.value, CellRichText)
    assert [(block.font.rFont, block.font.sz) for block in law.value if isinstance(block, TextBlock)] == [
        (heading, 10.5),
        (body, 10.5),
    ]


# --- text stays the text it is --------------------------------------------------------------------------------------

TRAPS: Final = [
    "=1+1", "+1", "-1", "@SUM", "#REF!", "#N/A", "TRUE", "2017/6/1", "007", "'quoted", "_x0041_", "a_x000D_b",
    "_x005F_", "<b>&amp;\"'", "a  b", "\u200b", "𠮷野家", "é", "]]>", "a\rb",
]  # fmt: skip


def with_text(text: str) -> PowerList:
    """The small list with *text* as title of the list and in every cell of its first item."""
    plain = small()
    first = plain.items[0]
    basis = first.basis[0]
    law_text = replace(basis.provisions[0], text=text, label="")
    changed = first.model_copy(
        update={
            "title": text, "sub_item": text, "department": text, "level": text, "remarks": text,
            "basis": (basis.model_copy(update={"citation": "", "provisions": (law_text,)}),),
        }
    )  # fmt: skip
    table = plain.tables[0].model_copy(update={"items": (changed, *plain.tables[0].items[1:])})
    blocks = tuple(
        block.model_copy(update={"text": text}) if block.kind == "title" else block for block in plain.blocks
    )
    return plain.model_copy(update={"tables": (table, *plain.tables[1:]), "blocks": blocks})


def texts_of(power_list: PowerList) -> Iterator[str]:
    """The text in the workbook's cells where ``with_text`` has put it, read from the XML as Excel reads it."""
    found = parts(power_list)
    for name, places in (
        ("xl/worksheets/sheet1.xml", ("A2", "B6", "C6", "D6", "E6", "F6", "G6")),
        ("xl/worksheets/sheet2.xml", ("E2", "F2", "P2", "Q2", "R2")),
        ("xl/worksheets/sheet3.xml", ("B2", "G2")),
    ):
        cells = {cell.get("r"): cell for cell in etree.fromstring(found[name]).iter(f"{S}c")}
        for place in places:
            cell = cells[place]
            text = "".join(t.text or "" for t in cell.iter(f"{S}t"))
            assert not text or cell.get("t") == "inlineStr"
            yield re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


@pytest.mark.parametrize("text", TRAPS)
def test_a_text_stays_a_text(text: str) -> None:
    assert {found.removeprefix("\u3000\u3000") for found in texts_of(with_text(text))} == {text}
    sheet = reopened(with_text(text))[ITEMS]
    cell = sheet["E2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", text[0] in "=+-@#'")
    if "x005F_" not in text:  # openpyxl takes this for an escape of its own wherever it stands
        assert cell.value == text


@given(ANY_TEXT)
@settings(max_examples=15, deadline=None)
def test_any_text_survives_and_what_xml_cannot_hold_is_seen(text: str) -> None:
    assume("\n" not in text)  # a line feed is set off by an indentation on the printed sheet
    power_list = with_text(text)
    expected = clean_text(text)
    for index, found in enumerate(texts_of(power_list)):
        if index == 3:  # the law's cell on the printed sheet, indented
            assert found == ("\u3000\u3000" + expected if expected else "")
        else:
            assert found == expected
    assert len(expected) == len(text)
    workbook = load_workbook(BytesIO(to_xlsx(power_list)), rich_text=True)
    if not re.search("x005[Ff]_|_x", text):
        assert (workbook[ITEMS]["E2"].value or "") == expected


def test_lines_of_a_provision_stay_lines() -> None:
    sheet = book("small")[ANNEX]
    first = segments(sheet)[0].first
    law = column(sheet, "设定依据")
    assert str(sheet.cell(first, law).value).split("\n") == [
        "《云溪市古桥守护条例》（云溪市人民代表大会常务委员会公告第7号　2031年4月1日施行）",
        "　　第三条　市古桥管理部门负责全市古桥的监督管理工作。",
    ]
    assert str(sheet.cell(first + 1, law).value).split("\n") == [
        "　　第九条　任何单位不得在古桥上悬挂重物。",
        "　　古桥的养护人应当每月检查桥面，记录裂缝。",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 1), ("桥" * 16_383, 1), ("桥" * 32_767, 1), ("桥" * 32_768, 3), ("𠮷" * 16_383, 1), ("𠮷" * 16_384, 2)],
)
def test_a_text_too_long_for_a_cell_is_cut_into_pieces(text: str, count: int) -> None:
    found = pieces(text)
    assert "".join(found) == text
    assert len(found) == count
    assert all(len(piece.encode("utf-16-le")) <= 2 * 32_767 for piece in found)


def test_nothing_of_a_serial_longer_than_a_page_is_lost() -> None:
    table = small().tables[0]
    long = table.items[0].model_copy(update={"serial": "序" * 700})
    changed = table.model_copy(update={"items": (long, *table.items[1:])})
    sheet = reopened(small().model_copy(update={"tables": (changed, *small().tables[1:])}))[ANNEX]
    column_a = "".join(bare(sheet.cell(number, 1).value or "") for number in range(header_row(sheet), sheet.max_row))
    assert column_a.count("序") == 700 + len("序号") // 2


def test_nothing_of_a_very_long_provision_is_lost() -> None:
    words = "".join(f"第{number}座桥，" for number in range(8_000))
    assert len(words) > 32_767
    power_list = listed(item(1, f"{LAW}\n\n第一条　{words}"), item(2, provisions(1)))
    workbook = reopened(power_list)
    assert read_items(workbook[ANNEX]) == as_printed(power_list)
    found = records(workbook[PROVISIONS])
    assert [each["序次"] for each in found] == [*[1] * len(pieces(words)), 2]
    assert "".join(each["全文"] for each in found[:-1]) == words
