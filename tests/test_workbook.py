"""Proves that a workbook is read as its cells stand: merged areas, headers of two rows, groups, hidden rows, sheets.
What only a workbook can do wrong is a finding or an error that names sheet and cell, and costs no memory.
"""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment

from pipeline.errors import NotAPowerList, PipelineError, SourceUnreadable
from pipeline.model import PowerList
from pipeline.parse import parse_source
from pipeline.readers import cells, old_word, old_workbook, package
from pipeline.words import tables as words
from pipeline.writers.to_xlsx import to_xlsx
from tests.files import archive, as_workbook, assert_tiled, compound, member, repacked, said, workbook
from tests.lists import ListData, Style, lists, print_list, read, regular_list
from tests.office import converted
from tests.word import annex

HEADER: Final = ("序号", "事项名称", "子项", "权力类型", "实施依据", "行使主体", "行使层级", "备注")
LAW: Final = "《云溪市古桥守护条例》（云溪市人大常委会公告第7号）\n第九条　任何单位不得在古桥上悬挂重物。"
TITLE: Final = "云溪市古桥管理局2031年权责清单"
NAME: Final = "清单.xlsx"

Row = tuple[Any, ...]


def row(serial: object, title: str = "古桥使用许可", **cells: object) -> Row:
    """One whole row; what is not said is as always."""
    said_cells = {"子项": "", "权力类型": "行政许可", "实施依据": LAW, "行使主体": "桥务科", "行使层级": "市级"} | cells
    return (serial, title, *(said_cells.get(name, "") for name in HEADER[2:]))


def parsed(data: bytes, name: str = NAME) -> PowerList:
    power_list, canonical = parse_source(data, name)
    assert_tiled(power_list, canonical)
    return power_list


def sheet(*rows: Row, **options: Any) -> PowerList:
    """The list on one sheet under a title and ``HEADER``."""
    return parsed(workbook({"Sheet1": [(TITLE,), HEADER, *rows]}, **options))


def codes(power_list: PowerList) -> set[str]:
    return {finding.code for finding in power_list.findings}


def serials(power_list: PowerList) -> list[str | None]:
    return [item.serial for item in power_list.items]


def test_every_cell_has_its_place() -> None:
    power_list = sheet(row(1), row(2, "拆除石栏的处罚"))
    assert (power_list.title, power_list.authority) == (TITLE, "云溪市古桥管理局")
    assert (power_list.source.format, power_list.source.encoding) == ("xlsx", "ooxml")
    first, second = power_list.items
    assert (first.place, second.place) == ("Sheet1!A3", "Sheet1!A4")
    assert (second.serial, second.title, second.power_type, second.level) == ("2", "拆除石栏的处罚", "行政许可", "市级")
    assert [provision.label for provision in second.provisions] == ["第九条"]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (1, "1"), (1.0, "1"), ("1.0", "1.0"), (1.5, "1.5"), ("01", "01"), (123456789012, "123456789012"),
        (dt.date(2031, 4, 1), "2031-04-01"), (dt.datetime(2031, 4, 1, 9, 30), "2031-04-01 9:30:00"),  # noqa: DTZ001
        (True, "TRUE"),
    ],
)  # fmt: skip
def test_a_value_is_what_a_person_reads(value: object, printed: str) -> None:
    (item,) = sheet(row(1, 备注=value)).items
    assert item.remarks == printed


def test_merged_cells_fill_what_they_cover() -> None:
    """One department and one type for two items, level and remarks in one cell."""
    rows = [row(1), row(2, "拆除石栏的处罚", 权力类型="", 行使主体="")]
    power_list = sheet(*rows, merged=["D3:D4", "F3:F4", "G4:H4"])
    assert [item.power_type for item in power_list.items] == ["行政许可"] * 2
    assert [item.department for item in power_list.items] == ["桥务科"] * 2
    assert (power_list.items[1].level, power_list.items[1].remarks) == ("市级", "市级")


def test_an_item_over_several_rows_is_one_item() -> None:
    """Number and title merged downwards; what stands beside them row by row is kept, each part with its place."""
    rows = [
        row(1, 子项="日常巡查", 备注="甲"),
        ("", "", "夜间\n巡查", "", "《灯塔办法》\n第三条　灯塔夜间点灯。", "", "", ""),
        row(2, "拆除石栏的处罚"),
    ]
    power_list = sheet(*rows, merged=["A3:A4", "B3:B4", "D3:D4"])
    assert serials(power_list) == ["1", "2"]
    assert power_list.items[0].sub_item == "日常巡查\n夜间巡查"
    assert [law.name for law in power_list.laws] == ["云溪市古桥守护条例", "灯塔办法"]
    assert power_list.items[0].remarks == "甲"


@pytest.mark.parametrize("serial", ["", 1], ids=["blank below", "said again"])
def test_rows_that_share_a_serial_are_one_item(serial: object) -> None:
    title = "古桥使用许可" if serial else ""
    rows = [row(1, 子项="桥头"), row(serial, title, 子项="桥尾"), row(2, "拆除石栏的处罚")]
    power_list = sheet(*rows)
    assert serials(power_list) == ["1", "2"]
    assert power_list.items[0].sub_item == "桥头\n桥尾"


def test_an_item_without_its_number_is_an_item() -> None:
    power_list = sheet(row(1), row("", "拆除石栏的处罚"), row(3, "古桥确认"))
    assert serials(power_list) == ["1", "", "3"]
    assert "serial-unreadable" in codes(power_list)
    assert "serial-gap" not in codes(power_list), "one place, one finding"


def test_a_header_of_two_rows() -> None:
    upper = ("序号", "职权名称", "", "职权类型", "设定依据", "实施主体", "行使层级", "", "备注")
    lower = ("", "项目", "子项", "", "", "", "市", "县", "")
    cells = (1, "古桥使用许可", "桥头", "行政许可", LAW, "桥务科", "√", "×", "试行")
    merged = ["B1:C1", "G1:H1", *(f"{letter}1:{letter}2" for letter in "ADEFI")]
    power_list = parsed(workbook({"表": [upper, lower, cells]}, merged=merged))
    (item,) = power_list.items
    assert (item.title, item.sub_item, item.power_type, item.remarks) == ("古桥使用许可", "桥头", "行政许可", "试行")
    assert item.extra == {"行使层级（市）": "√", "行使层级（县）": "×"}
    assert item.level is None


def test_one_heading_over_two_columns() -> None:
    upper = ("序号", "事项名称", "实施依据", "实施层级及权限", "", "备注")
    power_list = parsed(workbook({"表": [upper, (1, "古桥使用许可", LAW, "市级", "负责市区", "")]}, merged=["D1:E1"]))
    (item,) = power_list.items
    assert (item.level, item.extra) == ("市级", {"实施层级及权限": "负责市区"})
    assert "header-column-doubled" not in codes(power_list), "one heading is no doubled one"


def test_a_wide_column_is_one_column() -> None:
    """Merged over two columns in every row: there is one column, not two with the same content."""
    rows = [("序号", "事项名称", "", "实施依据"), (1, "古桥使用许可", "", LAW), (2, "拆除石栏", "", LAW)]
    power_list = parsed(workbook({"表": rows}, merged=["B1:C1", "B2:C2", "B3:C3"]))
    assert [item.extra for item in power_list.items] == [{}, {}]
    assert len(power_list.tables[0].columns) == 3


def test_names_that_occur_twice_and_columns_without_name() -> None:
    header = ("序号", "事项名称", "实施依据", "责任事项依据", "责任事项依据", "", "")
    (item,) = parsed(workbook({"表": [header, (1, "古桥使用许可", LAW, "甲", "乙", "丙", "")]})).items
    assert item.extra == {"责任事项依据": "甲", "责任事项依据#2": "乙", "第6列": "丙"}


HEADINGS: Final = [
    ("basis", "实 施\n依　据"),
    ("basis", "法律依据（条款）"),
    ("basis", "设定依据及条款"),
    ("title", "行政权力事项名称"),
    ("title", "权力名称（主项）"),
    (None, "责任事项依据"),
    ("accountability", "追责依据"),
    (None, "收费依据和标准"),
    (None, "权力事项编码"),
    ("department", "法定实施主体"),
    (None, "实施主体电话"),
    ("department", "行使主体（所属部门）"),
    ("level", "*行使层级"),
    ("handling_unit", "责任科室"),
    ("power_type", "行政职权类别"),
]


@pytest.mark.parametrize(("field", "heading"), HEADINGS, ids=[heading for _, heading in HEADINGS])
def test_what_a_heading_stands_for(field: str | None, heading: str) -> None:
    given_names = {"title": "事项名称", "basis": "设定依据", "sub_item": "子项"}
    names = [name for known, name in given_names.items() if known != field]
    power_list = parsed(workbook({"表": [("序号", *names, "备注", heading), (1, *("字",) * len(names), "", "有字")]}))
    assert power_list.tables[0].columns[-1].field == field
    assert power_list.tables[0].columns[-1].heading == "".join(heading.split())


def test_lines_that_are_no_items() -> None:
    rows = [
        ("  部门名称：市古桥局",),
        HEADER,
        ("森林资源类行政处罚(20项)",),
        row(1),
        ("",),
        ("市司法局",),
        row(2, "拆除石栏的处罚"),
        ("备注：本表自公布之日起施行。",),
        ("填表人：某某", "", "审核人：某某"),
    ]
    power_list = parsed(workbook({"Sheet1": rows}, merged=["A3:H3", "A6:H6", "A8:H8"]))
    assert serials(power_list) == ["1", "2"]
    assert [(block.kind, block.text[:4]) for block in power_list.blocks if block.kind != "header"] == [
        ("note", "部门名称"), ("group", "森林资源"), ("group", "市司法局"), ("note", "备注：本"), ("note", "填表人："),
        ("note", "审核人："),
    ]  # fmt: skip


def test_captions_among_the_rows_begin_tables() -> None:
    header = ("序号", "事项名称", "实施依据")
    item = ("拆除石栏", LAW)
    rows = [header, ("一、行政许可（1项）",), (1, *item), ("二、行政处罚（2项）",), (1, *item), (2, "断桥", LAW)]
    power_list = parsed(workbook({"表": rows}, merged=["A2:C2", "A4:C4"]))
    tables = [(table.power_type, table.declared_count, len(table.items)) for table in power_list.tables]
    assert tables == [("行政许可", 1, 1), ("行政处罚", 2, 2)]
    assert [item.power_type for item in power_list.items] == ["行政许可", "行政处罚", "行政处罚"]


def test_a_list_over_several_sheets() -> None:
    """The name of a sheet says the type; empty sheets and sheets of something else are no tables."""
    header = ("序号", "事项名称", "实施依据")
    sheets: dict[str, list[Row]] = {
        "行政许可（1项）": [(TITLE,), header, (1, "古桥使用许可", LAW)],
        "行政处罚": [header, (1, "拆除石栏", LAW), (2, "断桥", LAW)],
        "Sheet3": [],
        "填表说明": [("甲", "乙"), ("丙", "丁")],
    }
    power_list = parsed(workbook(sheets))
    assert [(t.power_type, t.declared_count, len(t.items)) for t in power_list.tables] == [
        ("行政许可", 1, 1),
        ("行政处罚", None, 2),
    ]
    assert power_list.title == TITLE
    (finding,) = [f for f in power_list.findings if f.code == "sheet-without-header"]
    assert "填表说明" in finding.message
    assert finding.place == "填表说明!A1"


def test_hidden_rows_are_read_and_named() -> None:
    power_list = sheet(row(1), row(2, "拆除石栏"), row(3, "断桥"), hidden=[4, 5])
    assert serials(power_list) == ["1", "2", "3"]
    (finding,) = [f for f in power_list.findings if f.code == "rows-hidden"]
    assert "4、5" in finding.message


def test_formulas_and_errors() -> None:
    data = workbook({"Sheet1": [HEADER, row(1, 备注="=1+1"), row(2, "拆除石栏", 备注="#REF!")]})
    part = "xl/worksheets/sheet1.xml"
    xml = (
        member(data, part)
        .replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
        .replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
    )
    power_list = parsed(repacked(data, {part: xml}))
    assert [item.remarks for item in power_list.items] == ["2", "#REF!"]
    named = {f.code: f for f in power_list.findings if f.code in {"formula-value", "cell-error"}}
    assert "「Sheet1」有1个单元格是公式（H2）" in named["formula-value"].message
    assert "Sheet1!H3" in named["cell-error"].message


# --- bad input ------------------------------------------------------------------------------------------------------

GOOD: Final = workbook({"Sheet1": [HEADER, row(1)]})


def _refused(data: bytes, kind: type[Exception], *words: str) -> None:
    with pytest.raises(kind) as caught:
        parse_source(data, NAME)
    message = str(caught.value)
    assert message.startswith(NAME + "：")
    assert "\n" not in message
    assert "请" in message
    for word in words:
        assert word in message


def _xml(body: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{body}</sheetData></worksheet>'.encode()


SHEET: Final = "xl/worksheets/sheet1.xml"


def _stray(*addresses: str, prefix: str = "") -> bytes:
    """The good workbook with a word in each of the cells *addresses* too, far below and beside the list."""
    cells = "".join(
        f'<row r="{regex.sub("[A-Z]", "", at)}"><c r="{at}" s="0" t="inlineStr"><is><t>在{at}</t></is></c></row>'
        for at in addresses
    )
    xml = member(GOOD, SHEET).decode().replace("</sheetData>", cells + "</sheetData>")
    if prefix:
        xml = regex.sub(r"<(/?)(\w)", rf"<\1{prefix}:\2", xml).replace("xmlns=", f"xmlns:{prefix}=")
    return repacked(GOOD, {SHEET: xml.encode()})


FAR: Final = [
    (("XFD1048576",), "", "the last cell of all"),
    (("A1048576",), "", "the last row"),
    (("IV65536", "XFD70000", "B1000000"), "", "several"),
    (("XFD1048576",), "x", "with a prefix"),
]


@pytest.mark.parametrize(("addresses", "prefix"), [pytest.param(*case[:2], id=case[2]) for case in FAR])
def test_a_cell_far_from_the_list_is_kept_and_said(addresses: tuple[str, ...], prefix: str) -> None:
    """The list is read as it is without the cell, and what stands there has its own place."""
    power_list = parsed(_stray(*addresses, prefix=prefix))
    assert [said(item) for item in power_list.items] == [said(item) for item in parsed(GOOD).items]
    assert [block.text for block in power_list.blocks[1:]] == [f"在{at}" for at in addresses]
    found = [f.place for f in power_list.findings if f.code == "text-outside-table"]
    assert found == [f"Sheet1!{at}" for at in addresses]


BEYOND: Final = [
    ("A1048577", "the row below the last"),
    ("XFE2", "the column beside the last"),
    ("A99999999", "a row of eight digits, for which the library would ask for as many"),
    ("ZZZZZ99999999999", "letters and digits without end"),
    ("xfe2", "in small letters, which the library reads too"),
    ("A0001048577", "with zeros before it"),
]


@pytest.mark.parametrize("reference", [pytest.param(case[0], id=case[1]) for case in BEYOND])
def test_a_cell_beyond_the_last_of_any_sheet_is_refused(reference: str) -> None:
    """Before the library for workbooks sees it: it would make room for all cells up to there, and bring Python down."""
    data = _put(f'<row r="3"><c r="{reference}"><v>1</v></c></row>')
    _refused(data, SourceUnreadable, f"Sheet1」的单元格编号「{reference}」")


@pytest.mark.parametrize("row", ["99999999", "1048577"])
def test_a_cell_that_does_not_say_where_it_stands_brings_down_no_more_than_its_reader(row: str) -> None:
    """In a row that has no place on a sheet it is what is damaged; in one that has, it stands where the row does."""
    assert serials(parsed(_put('<row r="3"><c><v>2</v></c><c t="str"><v>石阶许可</v></c></row>'))) == ["1", "2"]
    _refused(_put(f'<row r="{row}">' + "<c><v>2</v></c>" * 20_000 + "</row>"), SourceUnreadable)


def _put(xml: str) -> bytes:
    """The good workbook with the rows *xml* below its own."""
    return repacked(GOOD, {SHEET: member(GOOD, SHEET).replace(b"</sheetData>", f"{xml}</sheetData>".encode())})


def test_a_sheet_too_large_all_over_is_refused() -> None:
    """Many far cells, and a list that is itself too wide for its length."""
    _refused(_stray(*(f"XFD{1_000_000 + number}" for number in range(60))), SourceUnreadable, "Sheet1", "XFD1000059")
    wide = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="CV{n}"><v>1</v></c></row>' for n in range(1, 90_000))
    _refused(repacked(GOOD, {SHEET: _xml(wide)}), SourceUnreadable, "Sheet1", "CV89999")


@pytest.mark.parametrize(
    "row",
    ['<row r="{0}" ht="15"/>', '<row r="{0}" spans="1:2"><c r="A{0}" s="0"/><c r="B{0}" s="0" /></row>\n'],
    ids=["rows alone", "with formatted cells"],
)
def test_a_million_empty_rows_are_never_walked_over(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are gone before the XML is parsed: only the elements of the list itself are seen one by one."""
    seen = 0
    walk = package.Package.elements

    def counted(self: package.Package, *args: Any, **options: Any) -> Iterator[Any]:
        nonlocal seen
        for element in walk(self, *args, **options):
            seen += 1
            yield element

    monkeypatch.setattr(package.Package, "elements", counted)
    empty = "".join(row.format(number) for number in range(100, 300_000))
    xml = member(GOOD, SHEET).replace(b"</sheetData>", empty.encode() + b"</sheetData>")
    assert serials(parsed(repacked(GOOD, {SHEET: xml}))) == ["1"]
    assert seen < 50


def test_too_many_rows_are_refused_before_they_are_walked_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package.Package, "elements", None)
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n * 7919}</v></c></row>' for n in range(1, 150_000))
    _refused(repacked(GOOD, {SHEET: _xml(rows)}), SourceUnreadable, "Sheet1", "100,000行")


def test_columns_to_the_end_of_the_sheet() -> None:
    """16,384 columns, one of them with a word in it."""
    xml = member(GOOD, SHEET).replace(b"</row>", b'<c r="XFD1" t="inlineStr"><is><t>a</t></is></c></row>', 1)
    power_list = parsed(repacked(GOOD, {SHEET: xml}))
    assert power_list.tables[0].columns[-1].heading == "a"
    assert len(power_list.tables[0].columns) == len(HEADER) + 1


def test_merged_areas_that_cover_everything_are_refused() -> None:
    areas = '<mergeCells count="9">' + '<mergeCell ref="A1:XFD1048576"/>' * 400 + "</mergeCells>"
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="CV{n}"><v>1</v></c></row>' for n in range(1, 2000))
    xml = _xml(rows).replace(b"</sheetData>", f"</sheetData>{areas}".encode())
    _refused(repacked(GOOD, {SHEET: xml}), SourceUnreadable, "Sheet1", "合并")


def test_a_zip_bomb_is_refused_unread() -> None:
    _refused(repacked(GOOD, {SHEET: b" " * 200 * 1024 * 1024}), SourceUnreadable, "压缩比")


def test_a_document_type_is_refused() -> None:
    laughs = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + _xml("").replace(
        b"<sheetData>", b"&b;<sheetData>"
    )
    _refused(repacked(GOOD, {SHEET: laughs}), SourceUnreadable, "DTD")
    wide = laughs.decode().encode("utf-16")
    _refused(repacked(GOOD, {SHEET: wide}), SourceUnreadable, "DTD")


def test_what_is_damaged_is_refused() -> None:
    _refused(GOOD[: len(GOOD) // 2], SourceUnreadable, "损坏")
    _refused(repacked(GOOD, {SHEET: b"<worksheet><sheetData>"}), SourceUnreadable, "损坏")
    _refused(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + bytes(2000), SourceUnreadable, "损坏"
    )


def test_an_old_workbook_that_brings_its_reader_down_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read in a process of its own: whatever happens there, here it is a file that cannot be read."""
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + bytes(2000)
    monkeypatch.setattr(cells, "_SECONDS", 0.0001)
    _refused(old, SourceUnreadable, "损坏")
    monkeypatch.setattr(cells, "_SECONDS", 60)
    monkeypatch.setattr("sys.executable", "false")
    _refused(old, SourceUnreadable, "损坏")


def test_two_parts_of_one_name_are_refused() -> None:
    """One library reads the first of them and another the last: what was checked is not what is read."""
    buffer = io.BytesIO(GOOD)
    with zipfile.ZipFile(buffer, "a") as doubled, pytest.warns(UserWarning, match="Duplicate"):
        doubled.writestr(SHEET, _xml(""))
    _refused(buffer.getvalue(), SourceUnreadable, "重名")
    _refused(repacked(GOOD, {SHEET.upper(): b"x"}), SourceUnreadable, "重名")


def test_names_that_lead_out_of_the_package_lead_nowhere() -> None:
    """Nothing is ever unpacked into a folder."""
    outside = {"../../outside.txt": b"x", "/etc/outside": b"x", "xl/../../outside": b"x"}
    assert serials(parsed(repacked(GOOD, dict(outside)))) == ["1"]
    relations = member(GOOD, "xl/_rels/workbook.xml.rels").replace(b"worksheets/sheet1", b"../../../outside/sheet1")
    _refused(repacked(GOOD, {"xl/_rels/workbook.xml.rels": relations}), SourceUnreadable, "损坏")


def test_ten_thousand_sheets_are_refused() -> None:
    book = member(GOOD, "xl/workbook.xml").decode()
    sheet_tag = regex.search(r"<sheet [^>]*/>", book)
    assert sheet_tag is not None
    many = "".join(sheet_tag.group().replace("Sheet1", f"S{number}") for number in range(10_000))
    _refused(changed(GOOD, sheet_tag.group(), many, "xl/workbook.xml"), SourceUnreadable, "10000个工作表")


@given(st.floats(0, 1, exclude_max=True))
@settings(deadline=None, max_examples=30)
def test_a_package_cut_off_is_refused(where: float) -> None:
    with pytest.raises(PipelineError, match="请"):
        parse_source(GOOD[: int(where * len(GOOD))], NAME)


ENCRYPTED: Final = [
    ("EncryptedPackage", b"", True, "a package"),
    ("Workbook", "BOF,FILEPASS", True, "a workbook"),
    ("Workbook", "BOF,EOF,BOF,FILEPASS", False, "a record of that number that is of no workbook"),
    ("WordDocument", struct.pack("<10xH", 0x13F0), True, "a document"),
]


@pytest.mark.parametrize(("name", "stream", "encrypted"), [pytest.param(*each[:3], id=each[3]) for each in ENCRYPTED])
def test_what_is_encrypted_is_refused(
    name: str, stream: bytes | str, encrypted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to do, before another program tries: [MS-XLS] 2.4.117, [MS-DOC] 2.5.2."""
    monkeypatch.setattr(old_word, "_PROGRAMS", ("false",))
    if isinstance(stream, str):
        records = {"BOF": record(0x0809, struct.pack("<HH", 0x0600, 5)), "EOF": record(0x000A)}
        stream = b"".join(records.get(each, record(0x002F, bytes(6))) for each in stream.split(","))
    if encrypted:
        _refused(compound(name, stream), SourceUnreadable, "已加密", "去掉密码")
    else:
        _refused(compound(name, stream), NotAPowerList, "空的")


def test_a_document_that_is_not_encrypted_goes_to_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_word, "_PROGRAMS", ("false",))
    _refused(compound("WordDocument", struct.pack("<10xH", 0x12F0)), SourceUnreadable, "未能转换")


def test_a_workbook_without_a_list_is_refused() -> None:
    _refused(workbook({"说明": [("甲", "乙"), ("丙", "丁")]}), NotAPowerList, "说明!A1", "表头")
    _refused(workbook({"空表": []}), NotAPowerList, "空表", "空的")
    _refused(repacked(workbook({"空表": []}), {"xl/media/image1.png": b"\x89PNG"}), NotAPowerList, "图片")


OTHERS: Final = [
    ({"OFD.xml": b"<OFD/>"}, "OFD"),
    ({"xl/workbook.bin": b"1"}, "xlsb"),
    ({"content.xml": b"<a/>"}, "OpenDocument"),
    ({"readme.txt": b"1"}, "readme.txt"),
    ({"清单.docx": b"PK", "说明.txt": b"1"}, "2个文件"),
    ({"清单.zip": archive({"清单.xlsx": b"1"})}, "清单.zip"),
    ({"夹/": b""}, "压缩包是空的"),
    ({}, "压缩包是空的"),
    ({f"{number}.txt": b"" for number in range(6_000)}, "6,000个文件"),
]


@pytest.mark.parametrize(("members", "word"), OTHERS, ids=[word for _, word in OTHERS])
def test_another_package_is_refused_with_what_to_do(members: dict[str, bytes], word: str) -> None:
    _refused(archive(members), SourceUnreadable, word)


@pytest.mark.parametrize(("size", "word"), [(10, "登记的大小"), (0xFFFFFFF0, "压缩比异常")])
def test_a_package_whose_sizes_lie_is_refused(size: int, word: str) -> None:
    """The directory of a zip says how large a part is; what comes out of it is another thing."""
    data = bytearray(GOOD)
    entry = data.rindex(SHEET.encode()) - 46
    assert data[entry : entry + 4] == b"PK\1\2"
    struct.pack_into("<I", data, entry + 24, size)
    _refused(bytes(data), SourceUnreadable, word)


def test_the_name_of_a_file_is_not_asked() -> None:
    assert serials(parsed(GOOD, "清单.xls")) == ["1"]
    assert serials(parsed(GOOD, "清单.txt")) == ["1"]


# --- any list -------------------------------------------------------------------------------------------------------


@given(lists())
@settings(deadline=None, max_examples=60)
def test_any_list_is_the_same_as_a_workbook_and_as_text(data: ListData) -> None:
    assert said(parsed(as_workbook(data))) == said(read(print_list(data, Style(opening=""))))


def test_a_thousand_items_are_read() -> None:
    """How long it takes is measured: bench/README.md."""
    data = as_workbook(regular_list(1000))
    assert len(parsed(data).items) == 1000


# --- what a sheet shows and hides -------------------------------------------------------------------------------------


def changed(data: bytes, old: str, new: str, part: str = SHEET) -> bytes:
    xml = member(data, part).decode()
    assert old in xml
    return repacked(data, {part: xml.replace(old, new).encode()})


def messages(power_list: PowerList, code: str) -> list[str]:
    return [finding.message for finding in power_list.findings if finding.code == code]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [(0.5, "0%", "50%"), (dt.date(2031, 4, 1), "yyyy/m/d", "2031/4/1"), (7, "000", "007"), (7, "# ?/?", "7")],
)
def test_a_number_is_printed_as_it_is_shown(value: float | dt.date, code: str, shown: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook({"Sheet1": [HEADER, row(1, 备注="x")]})))
    book.worksheets[0]["H2"] = value
    book.worksheets[0]["H2"].number_format = code
    buffer = io.BytesIO()
    book.save(buffer)
    assert [item.remarks for item in parsed(buffer.getvalue()).items] == [shown]


def test_hidden_columns_and_sheets_are_read_and_named() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook({"一": [HEADER, row(1)], "二": [HEADER, row(2, "断桥")]})))
    book.worksheets[0].column_dimensions["F"].hidden = True
    book.worksheets[0].column_dimensions["J"].hidden = True  # an empty one
    book.worksheets[1].sheet_state = "veryHidden"
    buffer = io.BytesIO()
    book.save(buffer)
    power_list = parsed(buffer.getvalue())
    assert serials(power_list) == ["1", "2"]
    assert power_list.items[0].department == "桥务科"
    assert ["（F）" in message for message in messages(power_list, "columns-hidden")] == [True]
    assert ["「二」" in message for message in messages(power_list, "sheet-hidden")] == [True]


def test_a_formula_without_its_result_is_said_to_be_one() -> None:
    power_list = sheet(row(1, 备注="=1+1"))
    assert [item.remarks for item in power_list.items] == [""]
    (message,) = messages(power_list, "formula-unsaved")
    assert "（H3）" in message


INLINE: Final = [
    ("<is><t>古桥</t></is>", "古桥", "an inline string"),
    ("<is><r><t>古</t></r><r><rPr><b/></rPr><t>桥</t></r></is>", "古桥", "runs of different looks"),
    ('<is><r><t>古桥</t></r><rPh sb="0" eb="1"><t>gu</t></rPh></is>', "古桥", "a reading beside the words"),
    (f"<is><t>{'桥' * 40_000}</t></is>", "桥" * 40_000, "longer than Excel takes"),
]


@pytest.mark.parametrize(("xml", "shown"), [pytest.param(*case[:2], id=case[2]) for case in INLINE])
def test_words_of_a_cell(xml: str, shown: str) -> None:
    data = workbook({"Sheet1": [HEADER, row(1, 备注="x")]})
    old = regex.search(r'<c r="H2"[^>]*>.*?</c>', member(data, SHEET).decode())
    assert old is not None
    (item,) = parsed(changed(data, old.group(), f'<c r="H2" t="inlineStr">{xml}</c>')).items
    assert item.remarks == shown


def test_comments_of_a_sheet_are_named() -> None:
    book = openpyxl.load_workbook(io.BytesIO(GOOD))
    book.worksheets[0]["B2"].comment = Comment("请核对此项", "某")
    buffer = io.BytesIO()
    book.save(buffer)
    (message,) = messages(parsed(buffer.getvalue()), "part-unread")
    assert "批注" in message
    assert "请核对此项" in message


def test_two_rows_of_header_in_several_blocks() -> None:
    upper, lower = ("序号", "职权名称", "", "设定依据", "备注"), ("", "项目", "子项", "", "")
    block = [upper, lower, (1, "许可", "桥头", LAW, "")]
    areas = ["A{0}:A{1}", "B{0}:C{0}", "D{0}:D{1}", "E{0}:E{1}"]
    merged = [area.format(top, top + 1) for top in (1, 5) for area in areas]
    power_list = parsed(workbook({"表": [*block, ("二、行政处罚（1项）",), *block]}, merged=merged))
    assert [(item.title, item.sub_item) for item in power_list.items] == [("许可", "桥头")] * 2
    assert [table.power_type for table in power_list.tables] == [None, "行政处罚"]


# --- old workbooks ----------------------------------------------------------------------------------------------------


@pytest.mark.office
def test_an_old_workbook_says_the_same_as_a_new_one(tmp_path: Path) -> None:
    """Values as shown, hidden rows, columns and sheets, formulas, errors: made by LibreOffice from an .xlsx."""
    rows = [HEADER, row(1, 备注=0.5), row(2, "断桥", 备注="=1+1"), row(3, "拆桥", 备注="=1/0"), row(4, "修桥", 备注=7)]
    book = openpyxl.load_workbook(io.BytesIO(workbook({"清单": rows, "另表": [HEADER, row(5, "建桥")]})))
    first = book.worksheets[0]
    first["H2"].number_format, first["H5"].number_format = "0%", "000"
    first.row_dimensions[3].hidden = True
    first.column_dimensions["G"].hidden = True
    book.worksheets[1].sheet_state = "hidden"
    book.save(tmp_path / "new.xlsx")
    converted([tmp_path / "new.xlsx"], "xls:MS Excel 97", tmp_path)
    power_list = parsed((tmp_path / "new.xls").read_bytes(), "清单.xls")
    assert power_list.source.format == "xls"
    assert [item.remarks for item in power_list.items] == ["50%", "2", "#DIV/0!", "007", ""]
    found = {code: messages(power_list, code) for code in codes(power_list)}
    assert "第3行" in found["rows-hidden"][0]
    assert "（G）" in found["columns-hidden"][0]
    assert "「另表」" in found["sheet-hidden"][0]
    assert "（H3）" in found["formula-value"][0]
    assert "清单!H4" in found["cell-error"][0]


@pytest.mark.office
def test_a_cell_far_from_the_list_in_an_old_workbook(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(GOOD))
    book.worksheets[0]["IV65536"] = "在IV65536"
    book.save(tmp_path / "new.xlsx")
    converted([tmp_path / "new.xlsx"], "xls:MS Excel 97", tmp_path)
    power_list = parsed((tmp_path / "new.xls").read_bytes(), "清单.xls")
    assert serials(power_list) == ["1"]
    assert [f.place for f in power_list.findings if f.code == "text-outside-table"] == ["Sheet1!IV65536"]


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def test_the_records_of_an_old_workbook() -> None:
    """Written by hand after [MS-XLS]: a hidden sheet 表 with a hidden row and column, formulas, an error, numbers."""
    begin, end = record(0x0809, struct.pack("<HH", 0x0600, 5)), record(0x000A)
    name = "表".encode("utf-16-le")
    formats = record(0x041E, struct.pack("<HHB", 164, 3, 0) + b"000") + record(0x00E0, struct.pack("<HH", 0, 164))
    sheet = begin + b"".join(
        [
            record(0x0208, struct.pack("<H10xHH", 4, 0x20, 0)),
            record(0x007D, struct.pack("<HHHHH", 6, 7, 0, 0, 1)),
            record(0x0006, struct.pack("<HHH", 1, 2, 0) + b"\x02\0\x17\0\0\0\xff\xff"),
            record(0x0006, struct.pack("<HHHd", 1, 3, 0, 1.0)),
            record(0x0205, struct.pack("<HHHBB", 2, 2, 0, 0x2A, 1)),
            record(0x0203, struct.pack("<HHHd", 3, 0, 0, 7.0)),
            record(0x027E, struct.pack("<HHHI", 3, 1, 0, 8 << 2 | 2)),
            record(0x00BD, struct.pack("<HH", 3, 2) + struct.pack("<HI", 0, 900 << 2 | 3) + struct.pack("<H", 2)),
        ]
    )
    listed = struct.pack("<BBBB", 1, 0, 1, 1) + name
    start = len(begin + record(0x0085, bytes(4) + listed) + formats + end)
    sheets = record(0x0085, struct.pack("<I", start) + listed)
    stream = begin + sheets + formats + end + sheet + end
    seen = old_workbook.read_records(stream)["表"]
    assert (seen.unseen, seen.rows, seen.columns) == (True, frozenset((4,)), ((6, 7),))
    assert (set(seen.formulas), seen.errors) == ({(1, 2), (1, 3)}, {(1, 2): "#REF!", (2, 2): "#N/A"})
    assert seen.printed == {(3, 0): "007", (3, 1): "008", (3, 2): "009"}
    for cut in range(len(stream)):
        old_workbook.read_records(stream[:cut])
    assert old_workbook.scan_old(stream) == {}, "no compound file"


def test_the_sheets_this_project_adds_to_a_list_are_no_part_of_it() -> None:
    """What it writes reads back without the records and counts that it made of the list."""
    written = to_xlsx(annex())
    names = set(openpyxl.load_workbook(io.BytesIO(written), read_only=True).sheetnames)
    assert names - words.OWN_SHEETS == {words.OWN_LIST_SHEET}
    codes = {finding.code for finding in parsed(written).findings}
    assert codes.isdisjoint({"text-outside-table", "sheet-without-header"})
