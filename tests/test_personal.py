"""Proves that columns about people are left out everywhere, that nothing else is, and that a finding says so."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.export import export
from pipeline.layout.personal import personal_headings
from pipeline.model import PowerList
from pipeline.parse import Parsed, parse_source
from pipeline.readers import Heading
from tests.command import run
from tests.files import as_workbook, assert_tiled, document, html_table, page, said, word_table, workbook
from tests.lists import ListData, Style, lists, print_cells, print_list, read

HEADER: Final = ("序号", "权责事项", "设定依据", "录入人", "联系人及电话", "监督电话", "备注")
LAW: Final = "《云溪市古桥守护条例》\n第九条　任何单位不得在古桥上悬挂重物。"
PEOPLE: Final = ("柳桥生", "柳渡生", "0000-7771", "桂舟子")
ROWS: Final = (
    ("1", "古桥使用许可", LAW, "柳桥生", "桂舟子\n0000-7771", "12345", ""),
    ("2", "拆除石栏许可", LAW, "柳桥生、\n柳渡生", "", "12345", "试行"),
)
NAMES: Final = "录入人、联系人及电话"


def in_text(rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER, end: str = "") -> bytes:
    return ("云溪市古桥管理局权责清单\n" + "".join(print_cells(cells) for cells in (header, *rows)) + end).encode()


FILES: Final = {
    "清单.txt": in_text(ROWS),
    "清单.csv": "\n".join("|".join(c.replace("\n", " ") for c in cells) for cells in (HEADER, *ROWS)).encode(),
    "清单.xlsx": workbook({"表": [HEADER, *ROWS]}),
    "清单.docx": document(word_table([HEADER, *ROWS])),
    "清单.html": page(html_table([HEADER, *ROWS])),
}


def parsed(data: bytes, name: str, *, keep: bool = False) -> Parsed:
    result = parse_source(data, name, keep_personal=keep)
    assert_tiled(result.power_list, result.canonical)
    return result


def left_out(power_list: PowerList) -> list[str]:
    return [finding.message for finding in power_list.findings if finding.code == "personal-columns"]


def everything(power_list: PowerList, canonical: str, folder: Path) -> str:
    """All that is made from a list, packages unpacked."""
    texts = []
    for path in export(power_list, canonical, folder, with_findings=True):
        data = path.read_bytes()
        if path.suffix in {".xlsx", ".docx"}:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                texts += [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
        else:
            texts.append(data.decode())
    return "\n".join(texts)


@pytest.mark.parametrize("name", FILES)
def test_people_stand_in_nothing_that_is_made(name: str, tmp_path: Path) -> None:
    power_list, canonical = parsed(FILES[name], name)
    made = everything(power_list, canonical, tmp_path)
    assert not [person for person in PEOPLE if person in made]
    assert [item.extra for item in power_list.items] == [{"监督电话": "12345"}] * 2
    assert [column.heading for column in power_list.tables[0].columns] == [*HEADER[:3], *HEADER[5:]]
    (message,) = left_out(power_list)
    assert f"「{NAMES}」" in message
    assert "3个单元格" in message, "the empty one is not counted"
    (finding,) = [finding for finding in power_list.findings if finding.code == "personal-columns"]
    assert (finding.severity, finding.items, finding.quote) == ("info", (), None)
    assert finding.span in {block.span for block in power_list.blocks if block.kind == "header"}


@pytest.mark.parametrize("name", FILES)
def test_people_are_kept_when_asked_for(name: str) -> None:
    power_list, _ = parsed(FILES[name], name, keep=True)
    assert "".join(power_list.items[1].extra["录入人"].split()) == "柳桥生、柳渡生"
    assert list(power_list.items[0].extra) == ["录入人", "联系人及电话", "监督电话"]
    assert left_out(power_list) == []


def test_spans_and_places_hold_in_the_shorter_text() -> None:
    """Places are those of the file: a name over two lines was there, and the line after it is counted so."""
    power_list, canonical = parsed(FILES["清单.txt"], "清单.txt")
    kept = parsed(FILES["清单.txt"], "清单.txt", keep=True)
    assert [item.place for item in power_list.items] == [item.place for item in kept.power_list.items]
    assert [f.place for f in power_list.findings if f.code != "personal-columns"] == [
        f.place for f in kept.power_list.findings
    ]
    assert canonical == "".join(
        part for part in kept.canonical.replace("桂舟子\n0000-7771", "").replace("柳桥生、\n柳渡生", "").split("柳桥生")
    )
    assert power_list.source.characters == len(canonical)


def test_what_stands_below_the_last_cell_is_kept() -> None:
    header, row = ("序号", "权责事项", "设定依据", "联系人"), ("1", "古桥使用许可", LAW, "柳桥生")
    power_list, canonical = parsed(in_text([row], header, "注：自公布之日起施行。\n"), "清单.txt")
    assert [block.text for block in power_list.blocks if block.kind == "note"] == ["注：自公布之日起施行。"]
    assert "柳桥生" not in canonical
    assert power_list.items[0].extra == {}


def test_what_a_reader_saw_in_such_a_cell_is_left_out_too() -> None:
    data = workbook({"表": [HEADER, (*ROWS[0][:3], "#N/A", "桂舟子", "#REF!", "")]})
    power_list, _ = parsed(data, "清单.xlsx")
    errors = [finding.message for finding in power_list.findings if finding.code == "cell-error"]
    assert len(errors) == 1
    assert "表!F2" in errors[0]


def test_one_finding_for_each_table() -> None:
    sheets: dict[str, list[tuple[str, ...]]] = {
        "行政许可": [HEADER, *ROWS],
        "行政处罚": [HEADER, ROWS[0]],
        "行政检查": [HEADER[:3], ROWS[1][:3]],
    }
    power_list, _ = parsed(workbook(sheets), "清单.xlsx")
    assert ["3个" in message for message in left_out(power_list)] == [True, False]


def test_a_list_without_such_columns_is_what_it_was() -> None:
    data = in_text([row[:3] + row[5:] for row in ROWS], HEADER[:3] + HEADER[5:])
    power_list, canonical = parsed(data, "清单.txt")
    assert canonical == data.decode()
    assert left_out(power_list) == []


HEADINGS: Final = [
    ("录入人", True, ""),
    ("录入人员", True, ""),
    ("填报人", True, ""),
    ("经办人（签名）", True, "what stands in brackets does not matter"),
    ("联系人及电话", True, ""),
    ("联系人/联系方式", True, ""),
    ("具体承办人", True, ""),
    ("科室负责人", True, ""),
    ("分管领导", True, ""),
    ("责任人", True, ""),
    ("经办情况（经办人）", True, "two rows of a header"),
    ("手机号码", True, "nobody's but a person's"),
    ("承办机构及联系人", True, "rather a unit lost than a name kept; the finding tells"),
    ("监督电话", False, "the office's, for the public"),
    ("投诉电话", False, ""),
    ("联系电话", False, "nobody is named"),
    ("直接责任人员", False, "whoever is to blame, by no name"),
    ("行政相对人", False, "the other side"),
    ("申请人", False, ""),
    ("追责对象范围", False, ""),
    ("承办机构", False, ""),
    ("责任事项（明确责任主体）", False, ""),
]


@pytest.mark.parametrize(("heading", "personal", "_why"), HEADINGS, ids=[heading for heading, *_ in HEADINGS])
def test_what_a_personal_column_is_called(heading: str, personal: bool, _why: str) -> None:
    header = ("序号", "权责事项", "设定依据", heading)
    power_list, _ = parsed(workbook({"表": [header, ("1", "古桥使用许可", LAW, "字")]}), "清单.xlsx")
    assert bool(left_out(power_list)) == personal
    assert ("字" in power_list.model_dump_json(include={"tables"})) != personal


def test_a_telephone_is_a_persons_beside_a_person() -> None:
    alone = (Heading(None, "联系电话"), Heading(None, "监督电话"))
    assert personal_headings(alone) == frozenset()
    assert personal_headings((*alone, Heading(None, "联系人"))) == {"联系电话", "联系人"}


@given(lists(), st.sampled_from(["录入人", "经办人"]), st.integers(0, 7))
@settings(deadline=None, max_examples=40)
def test_any_list_is_the_same_with_people_in_it(data: ListData, heading: str, at: int) -> None:
    """A column more in every table, wherever it stands: the list is the one without it."""
    expected = print_list(data, Style(opening=""))
    plain = read(expected)
    book = said(parse_source(_with_people(as_workbook(data), heading, at), "清单.xlsx").power_list)
    for key in ("title", "authority", "laws", "tables"):
        assert book[key] == said(plain)[key]


def _with_people(data: bytes, heading: str, at: int) -> bytes:
    import openpyxl  # noqa: PLC0415 - for this test alone

    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    areas = [str(area) for area in sheet.merged_cells.ranges]
    lines = {area.min_row for area in sheet.merged_cells.ranges}
    for area in areas:
        sheet.unmerge_cells(area)
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    sheet.delete_rows(1, len(rows))
    for number, row in enumerate(rows, 1):
        if number not in lines:
            row.insert(at, heading if row[0] == "序号" else f"柳桥生{number}")
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, column).value = value
                sheet.cell(number, column).data_type = "s"
    for area in areas:
        sheet.merge_cells(area.replace("G", "H"))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_text_with_such_columns_has_true_spans() -> None:
    power_list, canonical = parsed(FILES["清单.txt"], "清单.txt")
    for item in power_list.items:
        assert canonical[slice(*item.spans["title"])] == item.title
        assert canonical[slice(*item.spans["extra:监督电话"])] == "12345"
        for provision in item.provisions:
            assert canonical[slice(*provision.spans["text"])] == provision.text


def test_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "清单.xlsx").write_bytes(FILES["清单.xlsx"])
    source = str(tmp_path / "清单.xlsx")
    for arguments, kept in (([], False), (["--keep-personal"], True)):
        run("build", source, "--out", str(tmp_path / "out"), *arguments)
        data = json.loads((tmp_path / "out" / "清单.json").read_text(encoding="utf-8"))
        assert ("录入人" in data["tables"][0]["items"][0]["extra"]) == kept
        assert ("柳桥生" in run("explain", "1", source, *arguments).stdout) == kept
        assert ("personal-columns" in run("check", source, *arguments).stdout) != kept
