"""Proves that the findings follow the list in the Word document, only when asked for, and apart from it."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.columns import FINDING_COLUMNS, SEVERITY_NAMES
from pipeline.model import Finding, PowerList
from pipeline.parse import parse, parse_source
from pipeline.register import read_register
from pipeline.words.tables import NO_FINDINGS
from pipeline.writers.ooxml import clean_text
from pipeline.writers.to_docx import to_docx
from tests.command import run
from tests.files import said as files_said
from tests.golden import LAWS
from tests.word import SMALL, W, annex, everything, part, read_back, reopened, said, small, table_texts, twips, values

HEADINGS = ["级别", "事项", "位置", "说明", "所指文字", "处理意见", "经办人", "日期"]


def with_findings(power_list: PowerList) -> Document:
    return docx.Document(BytesIO(to_docx(power_list, with_findings=True)))


def finding(message: str = "说明", *, quote: str | None = None, items: tuple[int, ...] = (1,)) -> Finding:
    return Finding(code="made-up", severity="warning", items=items, message=message, quote=quote, span=None, place=None)


def styles(document: Document) -> list[str | None]:
    return [p.style.name for p in document.paragraphs if p.style]


def test_they_are_not_there_unless_asked_for() -> None:
    assert "核校意见" not in styles(reopened(annex()))
    assert len(reopened(annex()).tables) == 2
    assert len(with_findings(annex()).tables) == 3


@pytest.mark.parametrize("power_list", [small(), annex(), everything()], ids=["small", "annex", "everything"])
def test_the_list_before_them_is_the_same_to_the_byte(power_list: PowerList) -> None:
    """But for the red of the cells that the source does not have."""
    plain = part(to_docx(power_list), "word/document.xml")[0]
    both = part(to_docx(power_list, with_findings=True), "word/document.xml")[0]
    for red in list(both.iter(f"{W}shd")):
        parent = red.getparent()
        assert parent is not None
        parent.remove(red)
    before = [etree.tostring(each) for each in plain][:-1]
    assert [etree.tostring(each) for each in both][: len(before)] == before
    assert len(both) > len(plain)


def test_they_stand_on_their_own_page_under_a_heading_one_can_navigate_by() -> None:
    document = with_findings(annex())
    heading, note = [p for p in document.paragraphs if p.style and p.style.name != "表后"][-2:]
    assert heading.text == "核校意见"
    assert heading.style is not None
    style = part(to_docx(annex()), "word/styles.xml").find(f"{W}style[@{W}styleId='{heading.style.style_id}']")
    assert style is not None
    assert values(style, "outlineLvl") == ["0"]
    assert len(style.findall(f"{W}pPr/{W}pageBreakBefore")) == 1
    assert note.text.startswith("共21条：错误1条，警告12条，提示8条。")
    assert note.text.endswith("不是清单的内容。")


@pytest.mark.parametrize("power_list", [small(), annex(), everything()], ids=["small", "annex", "everything"])
def test_each_finding_is_a_row_with_room_for_an_answer(power_list: PowerList) -> None:
    header, *found = table_texts(with_findings(power_list).tables[-1])
    assert header == HEADINGS
    assert found == [
        [
            SEVERITY_NAMES[each.severity],
            "、".join(map(str, each.items)),
            each.place or "",
            each.message,
            each.quote or "",
            "",
            "",
            "",
        ]
        for each in power_list.findings
    ]
    assert len(found) >= 2


def test_the_columns_are_those_of_the_sheet() -> None:
    """But for category and code, and for the number that only leads to the item: here the item's number leads there."""
    assert [column.heading for column in FINDING_COLUMNS if column.heading not in {"类别", "代码", "查看"}] == HEADINGS


def test_the_table_fills_the_page_and_its_header_is_repeated() -> None:
    tables = part(to_docx(annex(), with_findings=True), "word/document.xml").findall(f"{W}body/{W}tbl")
    assert sum(twips(tables[-1], "gridCol")) == sum(twips(tables[0], "gridCol")) == twips(tables[-1], "tblW")[0]
    rows = tables[-1].findall(f"{W}tr")
    assert [bool(each.findall(f"{W}trPr/{W}tblHeader")) for each in rows] == [True] + [False] * 21
    assert all(each.findall(f"{W}trPr/{W}cantSplit") for each in rows)


def test_each_item_a_finding_names_is_a_link_to_it() -> None:
    rows = part(to_docx(annex(), with_findings=True), "word/document.xml").findall(f"{W}body/{W}tbl")[-1]
    for element, each in zip(rows.findall(f"{W}tr")[1:], annex().findings, strict=True):
        cell = element.findall(f"{W}tc")[1]
        found = [("".join(map(str, link.itertext())), link.get(f"{W}anchor")) for link in cell.iter(f"{W}hyperlink")]
        assert found == [(str(number), f"item_{number}") for number in each.items]


def test_without_findings_the_document_says_so() -> None:
    power_list = small().model_copy(update={"findings": ()})
    document = with_findings(power_list)
    assert [p.text for p in document.paragraphs][-2:] == ["核校意见", NO_FINDINGS]
    assert len(document.tables) == len(power_list.tables)


def test_a_finding_taller_than_a_page_may_break() -> None:
    power_list = small().model_copy(update={"findings": (finding(), finding(quote="长" * 60_000))})
    rows = part(to_docx(power_list, with_findings=True), "word/document.xml").findall(f"{W}body/{W}tbl")[-1]
    assert [bool(each.findall(f"{W}trPr/{W}cantSplit")) for each in rows.findall(f"{W}tr")] == [True, True, False]


@given(st.text(st.characters()))
def test_any_text_survives(text: str) -> None:
    power_list = small().model_copy(update={"findings": (finding(text, quote=text, items=(1, 3)),)})
    cells = table_texts(with_findings(power_list).tables[-1])[1]
    assert cells[3:5] == [clean_text(text).replace("\r", "\n")] * 2
    assert cells[1] == "1、3"


def test_the_list_can_still_be_read_from_a_document_that_has_them() -> None:
    document = with_findings(small())
    heading = next(p for p in document.paragraphs if p.text == "核校意见")
    body = document.element.body
    for element in [heading._p, *heading._p.itersiblings(f"{W}p", f"{W}tbl")]:
        body.remove(element)
    assert said(read_back(document)) == said(small())


def test_the_option_of_the_command_line_reaches_the_document(tmp_path: Path) -> None:
    judged = parse(SMALL, register=read_register(LAWS), as_of=date(2026, 11, 23))
    for option in ([], ["--with-findings"]):
        done = run("build", SMALL, "--out", tmp_path, "--format", "docx", "--as-of", "2026-11-23", *option)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "list.docx").read_bytes() == to_docx(judged, with_findings=bool(option))


@pytest.mark.parametrize("found", [True, False], ids=["a table of them", "a line that there are none"])
def test_read_as_a_list_they_are_named_once_and_left_out(found: bool) -> None:
    """What this project said of a list is no part of it; below them a clerk may have written what is kept."""
    power_list = small() if found else small().model_copy(update={"findings": ()})
    document = docx.Document(BytesIO(to_docx(power_list, with_findings=True)))
    document.add_paragraph("桥务科已逐条处理。")
    buffer = BytesIO()
    document.save(buffer)
    again = parse_source(buffer.getvalue(), "list.docx").power_list
    assert [files_said(item) for item in again.items] == [files_said(item) for item in power_list.items]
    (left_out,) = [finding for finding in again.findings if finding.code == "part-unread"]
    assert "核校意见" in left_out.message
    assert [f.quote for f in again.findings if f.code == "text-outside-table"] == ["桥务科已逐条处理。"]


def test_a_heading_of_that_name_alone_is_the_lists() -> None:
    document = docx.Document(BytesIO(to_docx(small())))
    document.add_paragraph("核校意见")
    document.add_paragraph("逐条处理。")
    buffer = BytesIO()
    document.save(buffer)
    again = parse_source(buffer.getvalue(), "list.docx").power_list
    assert [f.quote for f in again.findings if f.code == "text-outside-table"] == ["核校意见", "逐条处理。"]
