"""Proves that the words of a Word document are those Word prints: automatic numbers, changes accepted, symbols, boxes;
and that what it keeps elsewhere (headers, comments, hidden text) is read or named, never silently dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pytest

from pipeline.errors import NotAPowerList, SourceUnreadable
from pipeline.model import PowerList
from pipeline.parse import parse_source
from tests.files import assert_tiled, document, word_cell, word_paragraph, word_table

HEADER: Final = ("序号", "权责事项", "子项", "设定依据", "行使层级")
LAW: Final = "《云溪市古桥守护条例》\n第九条　任何单位不得在古桥上悬挂重物。"
ONE: Final = ("1", "古桥使用许可", "", LAW, "市级")
NAME: Final = "清单.docx"


def parsed(data: bytes) -> PowerList:
    power_list, canonical = parse_source(data, NAME)
    assert_tiled(power_list, canonical)
    return power_list


def messages(power_list: PowerList, code: str) -> list[str]:
    return [finding.message for finding in power_list.findings if finding.code == code]


def cell(xml: str) -> str:
    return f"<w:tc><w:tcPr/>{xml}</w:tc>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def titled(xml: str, **others: str) -> PowerList:
    """The list of one item whose title is the cell *xml*."""
    return parsed(document(word_table([HEADER, ("1", cell(xml), "", LAW, "市级")]), **others))


# --- automatic numbers ----------------------------------------------------------------------------------------------


def numbered(instance: int, text: str = "", level: int = 0) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr></w:pPr>'
        f"{run(text) if text else ''}</w:p>"
    )


def numbering(*lists: Sequence[tuple[str, str]], start: int = 1, also: str = "") -> str:
    """The part numbering.xml with these lists; a list is the form and the words of each of its levels."""
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{words}"/></w:lvl>'
            for depth, (form, words) in enumerate(levels)
        )
        + "</w:abstractNum>"
        for number, levels in enumerate(lists, 1)
    )
    instances = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(1, len(lists) + 1)
    )
    return abstracts + instances + also


def test_a_column_of_automatic_numbers() -> None:
    """序号 is an empty paragraph with a number; the deleted row has none of its own."""
    row = "<w:tr><w:trPr><w:del/></w:trPr>" + "".join(map(word_cell, ("", "旧", "", LAW, "市级"))) + "</w:tr>"
    rows = [HEADER, *((cell(numbered(1)), *ONE[1:]) for _ in range(3))]
    body = word_table(rows).replace("</w:tbl>", row + "</w:tbl>")
    power_list = parsed(document(body, numbering=numbering([("decimal", "%1")])))
    assert [item.serial for item in power_list.items] == ["1", "2", "3"]
    (message,) = messages(power_list, "numbers-automatic")
    assert "3处" in message
    assert "「1」" in message


FORMS: Final = [
    ("decimal", "%1.", 3, "3."),
    ("chineseCountingThousand", "第%1条", 12, "第十二条"),
    ("japaneseCounting", "（%1）", 11, "（十一）"),
    ("decimalEnclosedCircleChinese", "%1", 2, "②"),
    ("ideographTraditional", "%1、", 11, "甲、"),
    ("lowerLetter", "%1)", 28, "bb)"),
    ("upperRoman", "%1", 14, "XIV"),
    ("decimalFullWidth", "%1", 10, "１０"),
    ("decimalZero", "%1", 7, "07"),
    ("none", "附则", 1, "附则"),
    ("bullet", "·", 1, ""),
]


@pytest.mark.parametrize(("form", "words", "start", "shown"), FORMS, ids=[form for form, *_ in FORMS])
def test_the_forms_of_a_number(form: str, words: str, start: int, shown: str) -> None:
    power_list = titled(numbered(1, "许可"), numbering=numbering([(form, words)], start=start))
    assert power_list.items[0].title == f"{shown} 许可".strip()


def test_levels_count_anew_below_each_other() -> None:
    law = "《云溪市古桥守护条例》"
    paragraphs = [(0, "不得："), (1, "悬挂；"), (1, "燃放。"), (0, "不得："), (1, "拆除。")]
    basis = cell(word_paragraph(law) + "".join(numbered(1, text, level) for level, text in paragraphs))
    levels = [("chineseCounting", "第%1条"), ("chineseCounting", "（%2）"), ("decimal", "%1.%3")]
    power_list = parsed(
        document(word_table([HEADER, ("1", "许可", "", basis, "")]), numbering=numbering(levels, start=9))
    )
    labels = [provision.label for provision in power_list.items[0].provisions]
    assert labels == ["第九条", "第十条"]
    parts = [part.label for p in power_list.items[0].provisions for q in p.paragraphs for part in q.subparagraphs]
    assert parts == ["（九）", "（十）", "（九）"]


def test_a_list_that_begins_anew_and_one_of_a_style() -> None:
    override = '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    also = f"{override}</w:lvlOverride></w:num>"
    styles = (
        '<w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="own"><w:basedOn w:val="base"/></w:style>'
    )
    styled = cell('<w:p><w:pPr><w:pStyle w:val="own"/></w:pPr></w:p>')
    rows = [HEADER, *((cell(xml), *ONE[1:]) for xml in (numbered(1), numbered(1))), (styled, *ONE[1:])]
    data = document(word_table(rows), numbering=numbering([("decimal", "%1")], also=also), styles=styles)
    assert [item.serial for item in parsed(data).items] == ["1", "2", "5"]


def test_a_number_of_an_unknown_form_is_not_made_up() -> None:
    power_list = titled(numbered(1, "许可"), numbering=numbering([("hebrew2", "%1.")]))
    assert power_list.items[0].title == "许可"
    (message,) = messages(power_list, "numbers-unread")
    assert "hebrew2" in message


# --- changes --------------------------------------------------------------------------------------------------------

MARK: Final = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
CHANGES: Final = [
    (f"<w:p>{MARK}{run('古桥')}</w:p><w:p>{run('许可')}</w:p>", "古桥许可", "a paragraph mark deleted"),
    (f"<w:p><w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新桥')}</w:moveTo></w:p>", "新桥", "words moved"),
    (
        f"<w:p><w:ins>{run('古桥')}<w:del>{run('旧')}</w:del></w:ins></w:p>",
        "古桥",
        "deleted again in what was inserted",
    ),
    ("<w:p><w:r><w:rPr><w:rPrChange/></w:rPr><w:t>古桥</w:t></w:r></w:p>", "古桥", "only the look changed"),
]


@pytest.mark.parametrize(("xml", "title"), [pytest.param(*case[:2], id=case[2]) for case in CHANGES])
def test_changes_are_accepted(xml: str, title: str) -> None:
    assert titled(xml).items[0].title == title


def test_cells_added_and_removed_by_a_change() -> None:
    gone, new = word_cell("旧", "<w:cellDel/>"), word_cell("古桥使用许可", "<w:cellIns/>")
    power_list = parsed(document(word_table([HEADER, ("1", gone, new, "", LAW, "市级")])))
    assert [item.title for item in power_list.items] == ["古桥使用许可"]
    assert "1处插入、1处删除" in messages(power_list, "changes-tracked")[0]


# --- runs -----------------------------------------------------------------------------------------------------------

BOX: Final = "<w:txbxContent>{}</w:txbxContent>"
_TWICE: Final = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
RUNS: Final = [
    ('<w:p><w:hyperlink w:id="x">' + run("古桥") + "</w:hyperlink>" + run("许可") + "</w:p>", "古桥许可", "a link"),
    (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("古桥") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:fldSimple w:instr="DATE">' + run("许可") + "</w:fldSimple></w:p>",
        "古桥许可",
        "fields show their result",
    ),
    (
        "<w:p><w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + run("古桥") + "</w:sdtContent></w:sdt></w:p>",
        "古桥",
        "a content control in a line",
    ),
    (
        f"<w:p><w:r><w:ruby><w:rt>{run('gu')}</w:rt><w:rubyBase>{run('古')}</w:rubyBase></w:ruby></w:r>{run('桥')}</w:p>",
        "古桥",
        "the reading over a word",
    ),
    ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>', "\u2713", "a tick of a symbol font"),
    (
        "<w:p><w:r><w:pict>" + BOX.format(f"<w:p>{run('古')}</w:p><w:p>{run('桥')}</w:p>") + "</w:pict></w:r></w:p>",
        "古桥",
        "a text box of two paragraphs",
    ),
    (
        _TWICE.format(BOX.format(f"<w:p>{run('桥')}</w:p>")),
        "桥",
        "a text box is there twice",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "title"), [pytest.param(*case[:2], id=case[2]) for case in RUNS])
def test_what_stands_in_runs(xml: str, title: str) -> None:
    assert "".join(titled(xml).items[0].title or "") == title


def test_an_unknown_symbol_is_a_box_and_named() -> None:
    power_list = titled(f'<w:p>{run("桥")}<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r></w:p>')
    assert power_list.items[0].title == "桥\u25a1"
    (message,) = messages(power_list, "symbols-unread")
    assert "webdings 41" in message


def test_hidden_text_is_read_and_named() -> None:
    shown = run("许可", '<w:vanish w:val="0"/>')
    power_list = titled(f"<w:p>{run('古桥')}{run('（内部）', '<w:vanish/>')}{shown}</w:p>")
    assert power_list.items[0].title == "古桥（内部）许可"
    (message,) = messages(power_list, "text-hidden")
    assert "1处" in message
    assert "（内部）" in message


def test_headers_footers_and_comments_are_named() -> None:
    others = {
        "header1": word_paragraph("云溪市古桥管理局"),
        "footer1": word_paragraph("— 3 —"),
        "comments": f'<w:comment w:id="1">{word_paragraph("请核对")}</w:comment>',
    }
    power_list = titled(word_paragraph("许可"), **others)
    assert [("页眉" in message, "批注" in message) for message in messages(power_list, "part-unread")] == [
        (True, False),
        (False, True),
    ]


# --- tables ---------------------------------------------------------------------------------------------------------


def test_a_table_in_a_frame_or_in_a_text_box_is_found() -> None:
    table = word_table([HEADER, ONE])
    framed = word_table([(cell(word_paragraph("云溪市古桥管理局权责清单") + table + "<w:p/>"),)])
    power_list = parsed(document(framed))
    assert (power_list.title, len(power_list.items)) == ("云溪市古桥管理局权责清单", 1)
    boxed = f"<w:p><w:r><w:pict>{BOX.format(table + '<w:p/>')}</w:pict></w:r></w:p>"
    assert [item.title for item in parsed(document(boxed)).items] == ["古桥使用许可"]


def test_cells_merged_the_old_way() -> None:
    """hMerge of Word 97: the cells are there, and say that they go on."""
    wide, on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    rows = [HEADER, (word_cell("桥务类", wide), *[word_cell("", on)] * 4), ONE]
    power_list = parsed(document(word_table(rows)))
    assert [block.text for block in power_list.blocks if block.kind == "group"] == ["桥务类"]


def test_a_document_that_is_another_file_embedded_says_so() -> None:
    with pytest.raises(NotAPowerList, match=r"altChunk.*请"):
        parse_source(document('<w:altChunk w:id="a"/>'), NAME)


def test_tables_nested_without_end_are_read_or_refused() -> None:
    """Seventy tables in each other; and a thousand, which the parser of XML does not take."""
    xml = word_paragraph("桥")
    for _ in range(70):
        xml = word_table([(cell(xml),)])
    with pytest.raises(NotAPowerList):
        parse_source(document(xml), NAME)
    for _ in range(930):
        xml = word_table([(cell(xml),)])
    with pytest.raises(SourceUnreadable, match=r"层次过深.*请"):
        parse_source(document(xml), NAME)
