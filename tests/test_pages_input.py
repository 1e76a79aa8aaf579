"""Proves that a saved web page is read as a browser shows it, whatever program saved it, and that what it hides or
brings along is no text of the list.
"""

from __future__ import annotations

import base64
import quopri
from collections.abc import Callable
from typing import Final

import pytest

from pipeline.errors import PipelineError, SourceUnreadable
from pipeline.model import PowerList
from pipeline.parse import parse_source
from tests.files import assert_tiled, html_table, page

HEADER: Final = ("序号", "权责事项", "设定依据", "备注")
LAW: Final = "《云溪市古桥守护条例》\n第九条　不得悬挂重物。"
TITLE: Final = "云溪市古桥管理局权责清单"
NAME: Final = "清单.html"


def parsed(data: bytes, name: str = NAME) -> PowerList:
    power_list, canonical = parse_source(data, name)
    assert_tiled(power_list, canonical)
    return power_list


def one(title: str) -> str | None:
    """The title of the item whose cell holds *title*, HTML as it is."""
    (item,) = parsed(page(html_table([HEADER, ("1", f"<td>{title}", LAW, "")]))).items
    return item.title


SHOWN: Final = [
    ("古桥&nbsp;使用&#x8BB8;&#21487;", "古桥\u00a0使用许可", "entities"),
    ("古桥<script>x()</script><style>p{}</style>许可<!-- 旧 -->", "古桥许可", "scripts, styles and comments"),
    ('古桥<span style="color:red; display : none">旧</span><b hidden>旧</b>许可', "古桥许可", "hidden by an attribute"),
    ("<p class=MsoNormal>古桥<o:p></o:p></p><![if !supportEmptyParas]>许可<![endif]>", "古桥许可", "saved by Word"),
    ("<!--[if gte mso 9]><xml><w:x>旧</w:x></xml><![endif]-->古桥", "古桥", "a conditional comment of Word"),
    ("<ul><li>古桥</li><li>许可</li></ul>", "古桥许可", "bullets are no words"),
    ("<textarea rows=2>古桥\n 许可</textarea>", "古桥许可", "a field of several lines"),
    ("古桥<input value=许可>", "古桥许可", "a field of one"),
    ("<p>古桥<INPUT TYPE=Number VALUE=12>座</p>", "古桥12座", "a field of another type, in a paragraph"),
    ("<select><option>拆除<option selected>古桥许可</select>", "古桥许可", "what is chosen of a list"),
    ("<select><option disabled>拆除<option>古桥许可<option>挂铃</select>", "古桥许可", "a list shows its first"),
    (
        "<select multiple><option selected>古桥<option>拆<option selected>许可</select>",
        "古桥许可",
        "two that are chosen",
    ),
    ("古桥<select multiple><option>拆除</select>", "古桥", "none that is"),
    ("<select><option label=古桥许可 value=1>甲</select>", "古桥许可", "its label is what is shown"),
    ("古桥<input type=hidden value=旧><input type=password value=旧>", "古桥", "fields that show no words"),
    ("古桥<input type=checkbox value=旧 checked><input type=submit value=旧>", "古桥", "a box to tick, a button"),
    (
        "古桥<input hidden value=旧><textarea style='display:none'>旧</textarea>",
        "古桥",
        "fields hidden by an attribute",
    ),
    ("古桥<input placeholder=旧><select></select><textarea></textarea>", "古桥", "empty fields"),
]


@pytest.mark.parametrize(("title", "shown"), [pytest.param(*case[:2], id=case[2]) for case in SHOWN])
def test_a_cell_says_what_a_browser_shows(title: str, shown: str) -> None:
    assert one(title) == shown


def test_the_lines_of_a_field_are_lines() -> None:
    cell = "<td><textarea>\n甲；\n\n  乙。</textarea>"
    (item,) = parsed(page(html_table([HEADER, ("1", "许可", LAW, cell)]))).items
    assert item.remarks == "甲；\n乙。"


def test_a_field_of_the_page_is_none_of_the_list() -> None:
    """A search box above the list; what stands in no cell is the page's own."""
    box = "<p>搜索<span><input value=桥></span><select><option>全站</select></p>"
    power_list = parsed(page(f"<h1>{TITLE}</h1>{box}" + html_table([HEADER, ("1", "许可", LAW, "")])))
    assert [block.text for block in power_list.blocks if block.kind == "note"] == ["搜索"]


LISTS: Final = [
    ("<ol><li>甲<li>乙</ol>", "1. 甲\n2. 乙"),
    ("<ol start=3 type=a><li>甲<li value=9>乙<li>丙</ol>", "c. 甲\ni. 乙\nj. 丙"),
    ("<ol type=I><li>甲<li>乙<li>丙<li>丁</ol>", "I. 甲\nII. 乙\nIII. 丙\nIV. 丁"),
    ('<ol style="list-style-type: cjk-ideographic"><li>甲<li>乙</ol>', "一、甲\n二、乙"),
    ('<ol style="list-style: none"><li>甲</ol>', "甲"),
]


@pytest.mark.parametrize(("basis", "shown"), LISTS)
def test_the_numbers_of_a_list_are_read(basis: str, shown: str) -> None:
    (item,) = parsed(page(html_table([HEADER, ("1", "许可", LAW, f"<td>{basis}")]))).items
    assert item.remarks == shown


def test_hidden_rows_are_no_rows_and_are_said() -> None:
    rows = html_table([HEADER, ("1", "许可", LAW, "")])
    gone = '<tr style="display:none"><td>2<td>旧许可<td>旧<td></tr></tbody>'
    power_list = parsed(page(rows.replace("</tbody>", gone)))
    assert [item.serial for item in power_list.items] == ["1"]
    (finding,) = [f for f in power_list.findings if f.code == "part-unread"]
    assert "旧许可" in finding.message


SPANS: Final = [
    (["<td rowspan=0>1<td rowspan=0>许可<td>{}<td>甲", "<td>{}<td>乙"], ["甲\n乙"], "rowspan=0: to the last row"),
    (["<td>1<td>许可<td rowspan=9999>{}<td>甲", "<td>2<td>拆除<td>乙"], ["甲", "乙"], "beyond the last row"),
    (["<td>1<td>许可<td>{}<td colspan=0>甲", "<td>2<td>拆除<td>{}<td colspan=-3>乙"], ["甲", "乙"], "no number"),
    (["<td>1<td>许可<td>{}<td rowspan=2 colspan=2>甲", "<td>2<td>拆除<td>{}"], ["甲", "甲"], "wider than the header"),
]


@pytest.mark.parametrize(("rows", "remarks"), [pytest.param(*case[:2], id=case[2]) for case in SPANS])
def test_spans_as_a_browser_lays_them_out(rows: list[str], remarks: list[str]) -> None:
    head = "<tr>" + "".join(f"<th>{heading}" for heading in HEADER)
    body = "".join(f"<tr>{row.format(LAW.replace(chr(10), '<br>'))}" for row in rows)
    power_list = parsed(page(f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"))
    assert [item.remarks for item in power_list.items] == remarks


def test_no_cell_reaches_from_the_head_of_a_table_into_its_body() -> None:
    head = "<tr><th rowspan=3>序号<th>权责事项<th>设定依据<th>备注"
    power_list = parsed(page(f"<table><thead>{head}</thead><tr><td>1<td>许可<td>《甲法》<td></table>"))
    assert [item.serial for item in power_list.items] == ["1"]


ARCHIVE: Final = """From: <Saved by Blink>
Subject: =?utf-8?B?5riF5Y2V?=
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="--b--"

----b--
Content-Type: text/html
Content-Transfer-Encoding: {0}
Content-Location: http://example.invalid/

{1}
----b--
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
----b----
"""


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_page_saved_as_one_file(encoding: str, charset: str) -> None:
    html = page(f"<h1>{TITLE}</h1>" + html_table([HEADER, ("1", "许可", LAW, "")])).decode()
    data = html.replace('charset="utf-8"', f'charset="{charset}"').encode(charset)
    head, body = ARCHIVE.replace("text/html\n", f"text/html; charset={charset}\n").format(encoding, "@").split("@")
    if encoding == "base64":
        data = base64.encodebytes(data)
    elif encoding == "quoted-printable":
        data = quopri.encodestring(data)
    for feed in (b"\n", b"\r\n"):
        power_list = parsed((head.encode() + data + body.encode()).replace(b"\n", feed), "清单.mht")
        assert (power_list.title, len(power_list.items)) == (TITLE, 1)


def test_an_archive_without_a_page_is_refused() -> None:
    with pytest.raises(SourceUnreadable, match=r"mht.*请"):
        parse_source(ARCHIVE.format("8bit", "x").replace("text/html\n", "text/css\n").encode(), NAME)


def test_a_workbook_that_is_a_page() -> None:
    """What web systems call .xls."""
    html = (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gbk"></head><body>{}</body></html>'
    )
    table = "<table><tr><td>序号<td>权责事项<td>设定依据<tr><td x:num>1<td>许可<td>《甲法》</table>"
    power_list = parsed(html.format(table).encode("gbk"), "清单.xls")
    assert (power_list.source.format, power_list.source.encoding) == ("html", "gb18030")
    assert [item.title for item in power_list.items] == ["许可"]


@pytest.mark.parametrize(
    "opening",
    ['<?mso-application progid="Excel.Sheet"?>', '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
     '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'],
)  # fmt: skip
def test_office_xml_is_refused_with_what_to_do(opening: str) -> None:
    with pytest.raises(SourceUnreadable, match=r"XML.*请.*另存为"):
        parse_source(f'<?xml version="1.0"?>\n{opening}<table>序号</table>'.encode(), "清单.xls")


DEEP: Final = [
    (lambda table: "<div>" * 300 + table + "</div>" * 300, "a table far inside"),
    (lambda table: f"<div>{table}" * 300, "tables in elements that nobody closed"),
    (lambda table: table.replace("第九条", "<span>" * 260 + "第九条"), "words far inside a cell"),
]


@pytest.mark.parametrize("put", [pytest.param(case[0], id=case[1]) for case in DEEP])
def test_a_page_too_deep_to_be_read_whole_is_refused(put: Callable[[str], str]) -> None:
    head = "<tr>" + "".join(f"<th>{heading}" for heading in HEADER)
    table = f"<table>{head}<tr><td>1<td>许可<td>{LAW}<td></table>"
    assert len(parsed(page(table)).items) == 1
    with pytest.raises(SourceUnreadable, match="一层套一层"):
        parse_source(page(put(table)), NAME)


HOSTILE: Final = [
    ("<div>" * 50_000, "elements in each other"),
    ("<table><tr><td>" * 3_000, "tables in each other"),
    ("<!--a-->" * 5_000 + "<", "comments before nothing"),
    ("<table>" + "<tr><td>甲" * 100_000 + "</table>", "many rows"),
    ("<table><tr>" + "<td>甲" * 100_000 + "</table>", "many cells"),
    ("<table>" + "<tr><td rowspan=1000 colspan=1000>甲" * 2_000 + "</table>", "spans over each other"),
    ("<ol>" + "<li>甲" * 100_000, "a long list"),
    ("<table><tr><td>&#0;&#xD800;&#1114112;&bogus;<td></table>", "characters that are none"),
    ("<meta charset=utf-16><table><tr><td>甲</table>", "a charset it cannot be in"),
]


@pytest.mark.parametrize("body", [pytest.param(case[0], id=case[1]) for case in HOSTILE])
def test_a_page_meant_to_hurt_is_refused(body: str) -> None:
    with pytest.raises(PipelineError, match="请"):
        parse_source(f"<html><body>{body}".encode(), NAME)


def test_a_cell_over_a_thousand_columns_is_said() -> None:
    """A browser lays it out so, and everything behind it in columns without a heading."""
    head = "<tr>" + "".join(f"<th>{heading}" for heading in HEADER)
    body = f"<tr><td>1<td>许可<td>{LAW}<td><tr><td>2<td colspan=1000>拆除<td>{LAW}<td>"
    power_list = parsed(page(f"<table>{head}{body}</table>"))
    (finding,) = [finding for finding in power_list.findings if finding.code == "cell-across"]
    assert "「拆除」横跨" in finding.message
    assert any("不得悬挂重物" in cell for cell in power_list.items[1].extra.values())


LISTED: Final = html_table([HEADER, ("1", "古桥使用许可", LAW, "桥务科")])
OF_LIST: Final = {
    "a note": ["注：第1项试行一年。", "2.由市古桥局解释。"],
    "footnotes": ["[1] 2031年修订。", "①指市级。", "※委托实施。"],
    "when it begins": ["本清单自发布之日起施行。"],
    "a signature": ["云溪市古桥管理局", "2031年4月1日"],
    "who made it": ["填表人：某某　审核人：某某"],
}


@pytest.mark.parametrize("lines", OF_LIST.values(), ids=OF_LIST)
def test_what_belongs_to_the_list_is_kept_below_its_last_table(lines: list[str]) -> None:
    power_list = parsed(page(f"<h1>{TITLE}</h1>{LISTED}" + "".join(f"<p>{line}</p>" for line in lines)))
    assert [block.text for block in power_list.blocks if block.kind == "note"] == lines
    assert [finding for finding in power_list.findings if finding.code == "part-unread"] == []


UNREAD: Final[list[tuple[str, str, str | None, str]]] = [
    ("", "<p>（此件公开发布）</p><p>欢迎来电。</p>", "清单后的2段文字（如「（此件公开发布）」）", "text behind"),
    ("<p>首页</p><h1>云溪市古桥管理局权责清单</h1>", "", "清单前的1段文字（如「首页」）", "text above the title"),
    ("", html_table([("科室", "电话"), ("桥务科", "1")]), "清单后的1张表格（如「科室」）", "a table of another width"),
    (
        "<p>首页</p><h1>云溪市古桥管理局权责清单</h1>",
        "<p>监督电话</p>" + html_table([("科室", "电话")]),
        "清单前的1段文字、清单后的1段文字和1张表格（如「监督电话」）",
        "all of it in one sentence",
    ),
    ("", "<p>【打印】</p><p>注：本站不负责。</p>", "清单后的2段文字（如「【打印】」）", "below the page's end"),
    ("", "<nav><p>首页</p></nav><table><tr><td><a>首页</a></td></tr></table>", None, "what a page says is its menu"),
]


@pytest.mark.parametrize(("above", "below", "said"), [pytest.param(*case[:3], id=case[3]) for case in UNREAD])
def test_what_of_a_page_is_not_read_is_said_once(above: str, below: str, said: str | None) -> None:
    power_list = parsed(page(above + LISTED + below))
    assert [finding.message for finding in power_list.findings if finding.code == "part-unread"] == (
        [f"文件有{said}，不属于清单正文，没有读入。"] if said else []
    )
    assert len(power_list.items) == 1


@pytest.mark.parametrize(
    ("above", "title", "authority", "types"),
    [
        pytest.param(
            "<h1>云溪市古桥局行政许可事项清单（2031年）（共1项）</h1><p>发布时间：2031-08-14</p><p>浏览次数：37</p>"
            "<p>字体：大 中 小</p><p>一、市设定的行政许可事项目录（共1项）</p>",
            "云溪市古桥局行政许可事项清单（2031年）（共1项）",
            "云溪市古桥局",
            [("行政许可", 1)],
            id="the day of the page between it and a numbered caption, which says the type too",
        ),
        pytest.param(
            "<h1>云溪市古桥局权责清单</h1><table><tr><td>索引号</td><td>7</td><td>文号</td><td>云桥〔2031〕5号</td></tr></table>",
            "云溪市古桥局权责清单",
            "云溪市古桥局",
            [(None, None)],
            id="a box between it and the list",
        ),
        pytest.param(
            "<h1>云溪市古桥局权责清单公示</h1><p>甲</p><p>乙</p><p>丙</p><p>丁</p><h2>云溪市石桥局行政处罚清单</h2>",
            "云溪市石桥局行政处罚清单",
            "云溪市石桥局",
            [("行政处罚", None)],
            id="the title right above the list goes before that of the page",
        ),
        pytest.param(
            "<h1>云溪市古桥街道综合行政执法事项清单公示</h1>",
            "云溪市古桥街道综合行政执法事项清单公示",
            "云溪市古桥街道",
            [(None, None)],
            id="综合 is no part of the office",
        ),
        pytest.param("<h1>首页</h1><p>甲</p>", "", None, [(None, None)], id="a page that says nothing of a list"),
    ],
)
def test_the_heading_of_a_page_is_the_title_of_its_list(
    above: str, title: str, authority: str | None, types: list[tuple[str | None, int | None]]
) -> None:
    power_list = parsed(page(above + html_table([HEADER, ("1", "许可", LAW, "")])))
    assert (power_list.title, power_list.authority) == (title, authority)
    assert [(table.power_type, table.declared_count) for table in power_list.tables] == types
