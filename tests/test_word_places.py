"""Proves that what is said of a Word document as a whole (changes, hidden text, numbers, symbols) names the table and
row where it stands first, and that its span is what stands there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from pipeline.parse import parse_source
from tests.files import document, word_cell, word_paragraph, word_table

LAW: Final = "《云溪市古桥守护条例》\n第三条 甲。"
HEADER: Final = ("序号", "权责事项", "子项", "设定依据", "行使层级")
ONE: Final = ("1", "古桥使用许可", "", LAW, "市级")
TWO: Final = ("2", "古桥悬挂许可", "", LAW, "市级")
LINE: Final = word_paragraph("云溪市古桥管理局权责清单")

INSERTED: Final = '<w:ins w:id="1" w:author="a"><w:r><w:t>古桥</w:t></w:r></w:ins>'
DELETED: Final = '<w:del w:id="1" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del>'
HIDDEN: Final = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>（内部）</w:t></w:r>"
SYMBOL: Final = '<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>'
SEEN: Final = {"changes-tracked": INSERTED, "text-hidden": HIDDEN, "symbols-unread": SYMBOL}


def _cell(runs: str) -> str:
    return f"<w:tc><w:p>{runs}</w:p></w:tc>"


def _said(runs: str) -> str:
    return f"<w:p><w:r><w:t>桥头。</w:t></w:r>{runs}</w:p>"


def _with_row(table: str, properties: str) -> str:
    """*table* with one more row, which a tracked change adds or takes away."""
    row = f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(map(word_cell, TWO))}</w:tr>"
    return table.replace("</w:tbl>", row + "</w:tbl>")


def _found(code: str, body: str, **others: str) -> tuple[str | None, str]:
    """The place of the one finding *code* about a document of *body*, and what its span is."""
    parsed = parse_source(document(body, **others), "list.docx")
    (finding,) = [finding for finding in parsed.power_list.findings if finding.code == code]
    assert finding.span is not None
    return finding.place, parsed.canonical[slice(*finding.span)]


Made = tuple[str, dict[str, str]]
WHERE: Final[dict[str, tuple[Callable[[str], Made], str, str]]] = {
    "in a paragraph before": (lambda runs: (_said(runs) + word_table([HEADER, ONE]), {}), "第1段", "桥头。"),
    "in a cell": (
        lambda runs: (LINE + word_table([HEADER, ONE, ("2", _cell(runs), "", LAW, "市级")]), {}),
        "表1第3行第2列",
        "",
    ),
    "in the second paragraph of a cell": (
        lambda runs: (word_table([HEADER, ("1", f"<w:tc>{word_paragraph('许可')}{_said(runs)}</w:tc>", *ONE[2:])]), {}),
        "表1第2行第2列",
        "许可\n\n桥头。",
    ),
    "in the second table": (
        lambda runs: (
            word_table([HEADER, ONE])
            + word_paragraph("表二：行政处罚")
            + word_table([HEADER, (*TWO[:4], _cell(runs))]),
            {},
        ),
        "表2第2行第5列",
        "",
    ),
    "in a paragraph between": (
        lambda runs: (word_table([HEADER, ONE]) + _said(runs) + word_table([HEADER, TWO]), {}),
        "第1段",
        "桥头。",
    ),
    "in a header cell": (
        lambda runs: (
            word_table([HEADER, ONE]) + word_table([(*HEADER, f"<w:tc>{_said(runs)}</w:tc>"), (*TWO, "")]),
            {},
        ),
        "表2第1行第6列",
        "桥头。",
    ),
    "in a table in a cell": (
        lambda runs: (
            word_table([HEADER, ONE, (*TWO[:4], f"<w:tc>{word_table([('省级', _cell(runs))])}<w:p/></w:tc>")]),
            {},
        ),
        "表1第3行第5列",
        "省级",
    ),
    "in a footnote": (
        lambda runs: (word_table([HEADER, ONE]), {"footnotes": f'<w:footnote w:id="1">{_said(runs)}</w:footnote>'}),
        "脚注1",
        "桥头。",
    ),
    "in a note below the table": (lambda runs: (word_table([HEADER, ONE]) + _said(runs), {}), "第1段", "桥头。"),
}


@pytest.mark.parametrize("code", SEEN)
@pytest.mark.parametrize("where", WHERE)
def test_what_is_seen_in_a_document_is_said_where_it_stands_first(code: str, where: str) -> None:
    make, place, words = WHERE[where]
    body, others = make(SEEN[code])
    found, span = _found(code, body, **others)
    assert found == place
    assert span.startswith(words)
    assert span.endswith({"changes-tracked": "古桥", "text-hidden": "（内部）", "symbols-unread": "□"}[code])


GONE: Final = [
    ("all words of a cell", word_table([HEADER, ONE, ("2", *TWO[1:4], _cell(DELETED))]), "表1第3行第1列"),
    ("a row", _with_row(word_table([HEADER, ONE, TWO]), "<w:del/>"), "表1第3行第5列"),
    (
        "a row that is new",
        _with_row(word_table([HEADER]), "<w:ins/>"),
        "表1第2行第1列",
    ),
    ("a cell", word_table([HEADER, (*ONE[:4], word_cell("旧", "<w:cellDel/>"), "市级")]), "表1第2行第5列"),
    ("all words of a paragraph", f"<w:p>{DELETED}</w:p>" + word_table([HEADER, ONE]), "表1第1行第1列"),
    (
        "in the first table, and in a footnote",
        word_table([HEADER, (*ONE[:4], _cell(INSERTED + DELETED))]),
        "表1第2行第5列",
    ),
]


@pytest.mark.parametrize(("body", "place"), [case[1:] for case in GONE], ids=[case[0] for case in GONE])
def test_what_a_change_took_away_is_said_of_what_stands_beside_it(body: str, place: str) -> None:
    note = f'<w:footnote w:id="1">{_said(DELETED)}</w:footnote>'
    assert _found("changes-tracked", body, footnotes=note)[0] == place


def test_changes_and_hidden_text_of_footnotes_are_counted() -> None:
    note = f'<w:footnote w:id="1">{_said(DELETED + HIDDEN)}</w:footnote>'
    power_list = parse_source(
        document(word_table([HEADER, ("1", _cell(INSERTED + HIDDEN), *ONE[2:])]), footnotes=note), "list.docx"
    ).power_list
    said = {finding.code: finding.message for finding in power_list.findings}
    assert "1处插入、1处删除" in said["changes-tracked"]
    assert "2处隐藏文字" in said["text-hidden"]


def test_in_forms_too() -> None:
    rows = [("事项名称", "古桥使用许可"), ("设定依据", LAW), ("行使层级", f"<w:tc>{_said(HIDDEN)}</w:tc>")]
    assert _found("text-hidden", word_table(rows)) == ("表1第3行第2列", "桥头。（内部）")


def test_in_a_list_without_a_table_too() -> None:
    said = ("（一）古桥使用许可", "法律依据：《云溪市古桥守护条例》第六条", "责任事项：公示材料。")
    lines = [word_paragraph(line) for line in (*said, *said[:2])]
    last = f"<w:p><w:r><w:t>责任事项：查看桥面。</w:t></w:r>{HIDDEN}</w:p>"
    assert _found("text-hidden", "".join([*lines, last])) == ("第6段", "查看桥面。（内部）")


def test_what_stands_where_a_form_keeps_nothing_is_said_all_the_same() -> None:
    rows = [
        (f"<w:tc><w:p>{DELETED}<w:r><w:t>事项名称</w:t></w:r></w:p></w:tc>", "许可"),
        ("设定依据", LAW),
        ("行使层级", "市级"),
    ]
    assert _found("changes-tracked", word_table(rows))[0] == "表1第1行第1列"
