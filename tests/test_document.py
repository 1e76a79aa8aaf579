"""Proves that a Word document and a web page are read as their tables stand, and that one list is the same list in
every file it can arrive in: Word, Excel, web page, text, and what this project itself wrote.
"""

from __future__ import annotations

import itertools
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import NotAPowerList, PipelineError, SourceUnreadable
from pipeline.model import PowerList
from pipeline.parse import parse, parse_source, read_bytes
from pipeline.readers import document as reading_document
from pipeline.readers import html as reading_html
from pipeline.readers import old_word
from pipeline.readers import package as reading_package
from pipeline.writers.to_docx import to_docx
from pipeline.writers.to_xlsx import to_xlsx
from tests.files import (
    as_document,
    as_page,
    as_workbook,
    assert_tiled,
    document,
    html_table,
    member,
    merged_document,
    merged_page,
    merged_workbook,
    page,
    repacked,
    said,
    told,
    word_cell,
    word_paragraph,
    word_table,
)
from tests.golden import ANNEX
from tests.lists import ListData, RowData, Style, lists, print_list, read, regular_list
from tests.office import converted

HEADER: Final = ("序号", "权责事项", "子项", "设定依据", "行使层级")
LAW: Final = "《云溪市古桥守护条例》（云溪市人大常委会公告第7号）\n第九条　任何单位不得在古桥上悬挂重物。"
TITLE: Final = "云溪市古桥管理局权责清单"
NAME: Final = "清单.docx"
DAMAGED: Final = {
    "docx": (as_document(regular_list(2)), ("word/document.xml", "_rels/.rels", "[Content_Types].xml")),
    "xlsx": (as_workbook(regular_list(2)), ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml")),
}
ONE: Final = ("1", "古桥使用许可", "", LAW, "市级")
TWO: Final = ("2", "拆除石栏的处罚", "", LAW, "县级")


def parsed(data: bytes, name: str = NAME) -> PowerList:
    power_list, canonical = parse_source(data, name)
    assert_tiled(power_list, canonical)
    return power_list


def codes(power_list: PowerList) -> set[str]:
    return {finding.code for finding in power_list.findings}


def _refused(data: bytes, kind: type[Exception], *words: str, name: str = NAME) -> None:
    with pytest.raises(kind) as caught:
        parse_source(data, name)
    message = str(caught.value)
    assert message.startswith(name + "：")
    assert "请" in message
    assert "\n" not in message
    for word in words:
        assert word in message


# --- Word -----------------------------------------------------------------------------------------------------------


def test_a_document_is_its_paragraphs_and_tables() -> None:
    body = word_paragraph("附件：") + word_paragraph(TITLE) + word_paragraph("表一：行政许可（共2项）")
    power_list = parsed(document(body + word_table([HEADER, ONE, TWO]) + word_paragraph("注：自公布之日起施行。")))
    assert (power_list.source.format, power_list.source.encoding) == ("docx", "ooxml")
    assert [(block.kind, block.text[:3]) for block in power_list.blocks] == [
        ("label", "附件："),
        ("title", TITLE[:3]),
        ("caption", "表一："),
        ("header", "序号\n"),
        ("note", "注：自"),
    ]
    assert [(item.serial, item.place) for item in power_list.items] == [("1", "表1第2行第1列"), ("2", "表1第3行第1列")]
    assert power_list.tables[0].power_type == "行政许可"


def test_cells_merged_in_a_document() -> None:
    """vMerge goes down, gridSpan across; a header cell over two rows, one over two columns."""
    start, on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    upper = [word_cell("序号", start), word_cell("职权名称", wide), word_cell("依据", start), word_cell("层级", start)]
    lower = [word_cell("", on), "项目", "子项", word_cell("", on), word_cell("", on)]
    first = [word_cell("1", start), word_cell("古桥使用许可", start), "桥头", LAW, word_cell("市级", start)]
    second = [word_cell("", on), word_cell("", on), "桥尾", "《灯塔办法》\n第三条　点灯。", word_cell("", on)]
    group = [word_cell("桥务类", '<w:gridSpan w:val="5"/>')]
    third = ["2", "拆除石栏", "", LAW, word_cell("", on)]
    power_list = parsed(document(word_table([upper, lower, group, first, second, third])))
    assert [(item.serial, item.title, item.sub_item) for item in power_list.items] == [
        ("1", "古桥使用许可", "桥头\n桥尾"),
        ("2", "拆除石栏", ""),
    ]
    assert [(item.level, item.extra) for item in power_list.items] == [("市级", {}), ("市级", {})]
    assert [law.name for law in power_list.laws] == ["云溪市古桥守护条例", "灯塔办法"]
    assert [block.text for block in power_list.blocks if block.kind == "group"] == ["桥务类"]


def test_a_header_repeated_and_a_table_cut_in_two() -> None:
    """The second piece has no header and goes on below a line of text; the third repeats it."""
    three = ("3", *ONE[1:])
    body = word_table([HEADER, ONE]) + word_paragraph("") + word_table([TWO]) + word_table([HEADER, three])
    power_list = parsed(document(body))
    assert [(len(table.items)) for table in power_list.tables] == [3]
    assert [item.title for item in power_list.items] == [ONE[1], TWO[1], ONE[1]]


def test_several_tables_with_captions() -> None:
    body = word_paragraph("表一：行政许可") + word_table([HEADER, ONE])
    body += word_paragraph("表二：行政处罚（共1项）") + word_table([HEADER, TWO])
    power_list = parsed(document(body))
    assert [(table.label, table.power_type) for table in power_list.tables] == [
        ("表一", "行政许可"),
        ("表二", "行政处罚"),
    ]
    assert power_list.items[1].place == "表2第2行第1列"


def test_tracked_changes_are_read_as_accepted_and_named() -> None:
    change = '<w:{0} w:id="1" w:author="a"><w:r><w:{1}>{2}</w:{1}></w:r></w:{0}>'
    title = "<w:p>" + change.format("del", "delText", "旧桥") + change.format("ins", "t", "古桥使用许可") + "</w:p>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{''.join(map(word_cell, TWO))}</w:tr>"
    table = word_table([HEADER, ("1", f"<w:tc>{title}</w:tc>", "", LAW, "市级")]).replace("</w:tbl>", gone + "</w:tbl>")
    power_list = parsed(document(table))
    assert [item.title for item in power_list.items] == ["古桥使用许可"]
    (finding,) = [f for f in power_list.findings if f.code == "changes-tracked"]
    assert "1处插入、2处删除" in finding.message


def test_nested_tables_breaks_and_content_controls() -> None:
    inner = word_table([("省级", "审批"), ("市级", "初审")])
    control = (
        f"<w:sdt><w:sdtContent>{word_paragraph('古桥' + chr(9) + '使用' + chr(10) + '许可')}</w:sdtContent></w:sdt>"
    )
    row = ("1", f"<w:tc>{control}</w:tc>", "", LAW, f"<w:tc>{word_paragraph('分级：')}{inner}<w:p/></w:tc>")
    (item,) = parsed(document(word_table([HEADER, row]))).items
    assert item.title == "古桥\t使用许可"
    assert item.level == "分级：省级\u3000审批市级\u3000初审"


def test_footnotes_are_kept() -> None:
    separator = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    notes = f'{separator}<w:footnote w:id="1">{word_paragraph("桥头指东侧。")}</w:footnote>'
    power_list = parsed(document(word_table([HEADER, ONE]), footnotes=notes))
    assert power_list.blocks[-1].text == "桥头指东侧。"
    (finding,) = [f for f in power_list.findings if f.code == "text-outside-table"]
    assert finding.place == "脚注1"


def test_documents_that_hold_no_list() -> None:
    _refused(document(word_paragraph("关于印发的通知")), NotAPowerList, "没有表格")
    _refused(document(word_table([("甲", "乙"), ("丙", "丁")])), NotAPowerList, "1张表格", "表头")
    _refused(repacked(document("<w:p/>"), {"word/media/image1.png": b"\x89PNG"}), NotAPowerList, "扫描件")
    _refused(repacked(document(""), {"word/document.xml": b"<w:document"}), SourceUnreadable, "损坏")
    _refused(repacked(document(""), {"word/document.xml": b"<document/>"}), SourceUnreadable, "正文")


def test_entities_in_a_document_are_refused() -> None:
    part = "word/document.xml"
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
    _refused(repacked(document(""), {part: laughs}), SourceUnreadable, "DTD")
    _refused(repacked(document(""), {part: laughs.decode().encode("utf-16")}), SourceUnreadable, "DTD")


def test_spans_beyond_reason_are_refused_or_cut() -> None:
    cell = word_cell("甲", '<w:gridSpan w:val="99999999"/>')
    _refused(document(word_table([[cell] * 40] * 200)), SourceUnreadable, "过大")
    _refused(
        page(html_table([HEADER, *[['<td colspan="99999999" rowspan="9999999">甲</td>'] * 40] * 200])),
        SourceUnreadable,
        "过大",
    )


def test_a_table_of_more_rows_than_any_list_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the first row too many; rows without a cell are none, however many."""
    monkeypatch.setattr(reading_document, "MAX_ROWS", 4)
    monkeypatch.setattr(reading_html, "MAX_ROWS", 4)
    assert (
        len(parsed(document(word_table([HEADER, ONE, TWO]).replace("</w:tbl>", "<w:tr/>" * 9 + "</w:tbl>"))).items) == 2
    )
    assert len(parsed(page(html_table([HEADER, ONE, TWO, *[()] * 9])), "a.html").items) == 2
    _refused(document(word_table([HEADER, *[ONE] * 4])), SourceUnreadable, "表1", "4行")
    _refused(page(html_table([HEADER, *[ONE] * 4])), SourceUnreadable, "表1", "4行")


def test_more_tags_than_fit_into_memory_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_package, "MAX_TAGS", 200)
    monkeypatch.setattr(reading_html, "MAX_TAGS", 200)
    _refused(document(word_table([HEADER, *[ONE] * 40])), SourceUnreadable, "过大")
    _refused(page(html_table([HEADER, *[ONE] * 40])), SourceUnreadable, "标签")


def test_an_old_word_file_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice, and with one that cannot read it."""
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "WordDocument".encode("utf-16-le") + bytes(1000)
    monkeypatch.setattr(old_word, "_PROGRAMS", ("no-such-program",))
    _refused(old, SourceUnreadable, ".doc、.wps", "没有安装", "另存为 .docx", name="清单.wps")
    monkeypatch.setattr(old_word, "_PROGRAMS", ("false",))
    _refused(old, SourceUnreadable, ".doc、.wps", "未能转换", "另存为 .docx", name="清单.wps")
    _refused(b"%PDF-1.7\n", SourceUnreadable, "PDF", "行列")


@pytest.mark.office
def test_an_old_word_file_is_read_through_libreoffice(tmp_path: Path) -> None:
    original = read(print_list(regular_list(3)))
    (tmp_path / "new.docx").write_bytes(to_docx(original))
    converted([tmp_path / "new.docx"], "doc:MS Word 97", tmp_path)
    power_list = parsed((tmp_path / "new.doc").read_bytes(), "清单.doc")
    assert power_list.source.format == "doc"
    assert [said(item) for item in power_list.items] == [said(item) for item in original.items]


def test_what_a_conversion_may_have_lost_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice drops a table with which the document ends; then no table is there, and the clerk's file has one."""
    monkeypatch.setattr(old_word, "as_docx", lambda *_: document("<w:p><w:r><w:t>序号事项</w:t></w:r></w:p>"))
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "WordDocument".encode("utf-16-le") + bytes(1000)
    _refused(old, NotAPowerList, "没有表格", "LibreOffice 转换", "另存为 .docx", name="清单.doc")


@given(st.data(), st.sampled_from(["docx", "xlsx"]))
@settings(deadline=None, max_examples=60)
def test_a_damaged_package_is_read_or_refused(data: st.DataObject, kind: str) -> None:
    """Some bytes of one part are others, or gone."""
    original, parts = DAMAGED[kind]
    part = data.draw(st.sampled_from(parts))
    content = bytearray(member(original, part))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, max(0, len(content) - 1)))
        content[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=4))
    with suppress(PipelineError):
        parsed(repacked(original, {part: bytes(content)}))


# --- the web --------------------------------------------------------------------------------------------------------


def test_the_table_is_found_among_the_chrome() -> None:
    power_list = parsed(
        page(f"<h1>{TITLE}</h1>" + html_table([HEADER, ONE, TWO]) + "<p>注：自公布之日起施行。</p>"), "a.html"
    )
    assert power_list.source.format == "html"
    assert [(block.kind, block.text[:3]) for block in power_list.blocks] == [
        ("title", TITLE[:3]),
        ("header", "序号\n"),
        ("note", "注：自"),
    ]
    assert [item.title for item in power_list.items] == [ONE[1], TWO[1]]
    assert power_list.items[0].place == "表1第2行第1列"


def test_spans_breaks_and_inner_tables_of_a_page() -> None:
    rows = [
        ("<td rowspan=2>序号", "<td colspan=2>职权名称", "<td rowspan=2>依据", "<td rowspan=2>备注"),
        ("项目", "子项"),
        (
            "<td rowspan=2>1",
            "<td rowspan=2>古桥<br>使用许可",
            "桥头",
            f"<td>{LAW.replace(chr(10), '<p>')}",
            "<td rowspan=3>试行",
        ),
        ("桥尾", "<td><table><tr><td>《灯塔办法》</td></tr><tr><td>第三条　点灯。</td></tr></table>"),
        ("2", "拆除石栏", "", LAW),
    ]
    power_list = parsed(page(html_table(rows)), "a.html")
    assert [(item.serial, item.title, item.sub_item, item.remarks) for item in power_list.items] == [
        ("1", "古桥使用许可", "桥头\n桥尾", "试行"),
        ("2", "拆除石栏", "", "试行"),
    ]
    assert [law.name for law in power_list.laws] == ["云溪市古桥守护条例", "灯塔办法"]


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "utf-8", "utf-16"])
def test_a_page_in_its_charset(charset: str) -> None:
    text = page(f"<h1>{TITLE}</h1>" + html_table([HEADER, ONE])).decode().replace("utf-8", charset)
    power_list = parsed(text.encode({"gb2312": "gbk"}.get(charset, charset)), "a.htm")
    assert power_list.title == TITLE


def test_pages_that_hold_no_list() -> None:
    _refused(page("<p>关于印发的通知</p>").replace(b"table", b"div"), NotAPowerList, "没有表格")
    _refused(page(html_table([("甲", "乙")])), NotAPowerList, "表头")


def test_a_page_fetches_nothing() -> None:
    outside = b'<!DOCTYPE html SYSTEM "file:///etc/passwd"><html><body><iframe src="file:///etc/passwd"></iframe>'
    power_list = parsed(outside + html_table([HEADER, ONE]).encode() + b"</body></html>")
    assert "root:" not in power_list.model_dump_json()


# --- any list, in any file ------------------------------------------------------------------------------------------


_ODD: Final = "桥𠮷ｅ\u0301\u00a0\u200b\u3000 <b>&amp;|,\"'“”_x0041_[]{}\\%①Ⅻ㊣·—…\ue000\ufe0f"
ODD: Final = st.text(st.sampled_from(_ODD), min_size=1, max_size=12)
"""Characters that a format might take for its own: mark-up, separators, escapes; and what no keyboard has."""


def with_odd(data: ListData, odd: list[str]) -> ListData:
    """*data* with words of *odd* behind the titles and remarks."""
    words = itertools.cycle(odd)

    def changed(row: RowData) -> RowData:
        return row._replace(title=f"许可{next(words)}可", remarks=row.remarks and f"注{next(words)}注")

    tables = [table._replace(rows=tuple(map(changed, table.rows))) for table in data.tables]
    return data._replace(tables=tuple(tables))


@given(lists(), st.lists(ODD, max_size=4))
@settings(deadline=None, max_examples=80)
def test_any_list_is_the_same_in_every_file(data: ListData, odd: list[str]) -> None:
    """Empty cells, several tables, captions, headers repeated, odd characters: one list from all four."""
    data = with_odd(data, odd) if odd else data
    expected = told(read(print_list(data, Style(opening=""))))
    assert told(parsed(as_document(data))) == expected
    assert told(parsed(as_workbook(data))) == expected
    assert told(parsed(as_page(data))) == expected


@given(lists(min_rows=2), st.sets(st.sampled_from([3, 4, 5, 6])), st.booleans())
@settings(deadline=None, max_examples=60)
def test_merged_cells_are_the_same_in_every_file(data: ListData, columns: set[int], one_office: bool) -> None:
    """Basis, department, level and remarks, alike in rows that follow each other, as one cell beside them all.

    Number, title and sub-item are not among them: there a merged cell says that its rows are one item, which flattened
    text has no way to say.
    """
    tables = [
        table._replace(
            declared_count=None,
            rows=tuple(row._replace(department="桥务科") if one_office else row for row in table.rows if row.title),
        )
        for table in data.tables
    ]
    data = data._replace(tables=tuple(tables))
    expected = told(read(print_list(data, Style(opening=""))))
    for write in (merged_document, merged_workbook, merged_page):
        assert told(parsed(write(data, columns))) == expected


@pytest.mark.parametrize("writer", [to_docx, to_xlsx])
def test_what_this_project_writes_reads_back_as_the_same_list(writer: object) -> None:
    """But for item 24, of which the annex lacks three cells: Word and Excel have no way not to have a cell."""
    assert callable(writer)
    for source in (read_bytes(ANNEX), print_list(regular_list(40)).encode()):
        original = parsed(source, "list.txt")
        copy = parsed(writer(original))
        for one, other in zip(copy.items, original.items, strict=True):
            missing = {name: "" for name in ("department", "level", "remarks") if getattr(other, name) is None}
            assert said(one) == said(other) | missing
        assert said(copy)["laws"] == said(original)["laws"]
        assert (copy.title, copy.authority) == (original.title, original.authority)
        captions = [(table.label, table.caption, table.power_type, table.declared_count) for table in original.tables]
        assert captions == [(t.label, t.caption, t.power_type, t.declared_count) for t in copy.tables]


# --- where a file may lie -------------------------------------------------------------------------------------------


def test_a_link_out_of_raw_is_refused(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    (raw / "inside.txt").write_text("y", encoding="utf-8")
    (raw / "out.txt").symlink_to(tmp_path / "secret.txt")
    (raw / "in.txt").symlink_to(raw / "inside.txt")
    with pytest.raises(SourceUnreadable, match=r"链接.*请"):
        read_bytes(raw / "out.txt", within=raw)
    with pytest.raises(SourceUnreadable, match=r"链接.*请"):
        parse(raw / "out.txt", within=raw)
    assert read_bytes(raw / "in.txt", within=raw) == b"y"
    (raw / "loop.txt").symlink_to("loop.txt")
    with pytest.raises(SourceUnreadable, match="循环的链接"):
        read_bytes(raw / "loop.txt", within=raw)
