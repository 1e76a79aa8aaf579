"""Proves that 无, 法规：无, ／ in a cell of 设定依据 names no law and is no text of one; its words are kept."""

from __future__ import annotations

from typing import Final

import pytest

from pipeline.model import Item
from pipeline.parse import parse_source
from pipeline.writers.to_docx import to_docx
from pipeline.writers.to_xlsx import to_xlsx
from tests.files import assert_tiled, workbook
from tests.rows import findings

LAW: Final = "《云溪市古桥守护条例》"
Said = list[tuple[str, list[tuple[str, str]]]]
"""The citations, each with labels and texts."""
QUOTED: Final = [("第九条", "养护人应当守桥。")]

ALONE: Final = (
    *("无", "无。", "暂无", "没有", "不涉及", "无依据", "无法律依据", "N/A", "1.无", "（一）无"),
    *("／", "/", "\\", "-", "－", "—", "——", "--"),
    *("法规：无", "法规:无", "法规：／", "法规：—", "地方性法规：暂无", "依据：无", "设定依据：无", "其他：无"),
    *(
        "【法规】无",
        "[规章]无",
        "（法规）无",
        "【规范性文件】-",
        "条款号：无",
        "依据文号：无",
        "法律法规名称：无",
        "法规：",
    ),
)
AMONG: Final[dict[str, tuple[str, Said]]] = {
    "each rank on its line": ("法律：无\n法规：无\n规章：", [("法律：无", []), ("法规：无", []), ("规章：", [])]),
    "each rank in one line": ("法律：无 法规：无；规章：无。", [("法律：无", []), ("法规：无", []), ("规章：无", [])]),
    "behind a law with its text": (
        f"【法律】{LAW}第九条　养护人应当守桥。\n【法规】无\n【规章】／",
        [(f"【法律】{LAW}", QUOTED), ("【法规】无", []), ("【规章】／", [])],
    ),
    "behind a law in one line": (
        f"【法律】{LAW}第九条　养护人应当守桥。【法规】无",
        [(f"【法律】{LAW}", QUOTED), ("【法规】无", [])],
    ),
    "behind a place": (f"法律：{LAW}第九条\n法规：无", [(f"法律：{LAW}", [("第九条", "")]), ("法规：无", [])]),
    "before a law": (
        f"1.法律：无。2.法规：{LAW}第九条：养护人应当守桥。",
        [("1.法律：无", []), (f"2.法规：{LAW}", QUOTED)],
    ),
    "a rank with nothing before the next": (
        f"法律：\n法规：{LAW}\n第九条　养护人应当守桥。",
        [("法律：", []), (f"法规：{LAW}", QUOTED)],
    ),
    "a rank above its law is no such thing": (
        f"法律：\n{LAW}\n第九条　养护人应当守桥。",
        [(f"法律：{LAW}", QUOTED)],
    ),
    "a text that says 无": (
        f"{LAW}\n第九条　无正当理由不守桥的，责令守桥。\n依据：无主桥由镇守护。",
        [(LAW, [("第九条", "无正当理由不守桥的，责令守桥。\n依据：无主桥由镇守护。")])],
    ),
    "an item of a text": (
        f"{LAW}\n第九条　守桥分为：\n（一）有人；\n（二）无。",
        [(LAW, [("第九条", "守桥分为：\n（一）有人；\n（二）无。")])],
    ),
}


def _items(cells: list[str]) -> list[Item]:
    """The items of a list with *cells*, which read back from this project's own files as they are."""
    rows = [(n, f"许可{n}", "行政许可", cell, "市桥务局") for n, cell in enumerate(cells, 1)]
    data = workbook({"表": [("序号", "事项名称", "职权类型", "设定依据", "实施主体"), *rows]})
    power_list, canonical = parse_source(data, "清单.xlsx")
    assert_tiled(power_list, canonical)
    for again, name in ((to_xlsx(power_list), "清单.xlsx"), (to_docx(power_list), "清单.docx")):
        read = parse_source(again, name)[0]
        assert [_said(item) for item in read.items] == [_said(item) for item in power_list.items]
        assert [law.name for law in read.laws] == [law.name for law in power_list.laws]
    for item in power_list.items:
        for basis in item.basis:
            start, end = basis.spans.get("citation", (0, 0))
            assert "".join(canonical[start:end].split()) == basis.citation
    return list(power_list.items)


def _said(item: Item) -> Said:
    return [(basis.citation, [(each.label, each.text) for each in basis.provisions]) for basis in item.basis]


def test_a_cell_that_says_nothing() -> None:
    for cell, item in zip(ALONE, _items([*ALONE]), strict=True):
        assert _said(item) == [(cell, [])], cell
        assert [basis.law for basis in item.basis] == [None], cell


@pytest.mark.parametrize("name", AMONG)
def test_nothing_among_laws(name: str) -> None:
    cell, expected = AMONG[name]
    (item,) = _items([cell])
    assert _said(item) == expected
    assert [basis.law for basis in item.basis] == ["law-1" if "《" in citation else None for citation, _ in expected]


def test_it_is_told_once_and_only_where_the_item_has_no_law() -> None:
    """No label is missing, for there is no text."""
    rows = [
        (1, "许可甲", "法律：无\n法规：无", "市桥务局"),
        (2, "许可乙", f"法律：{LAW}（市令第3号）\n第九条　甲。\n法规：无", "市桥务局"),
    ]
    data = workbook({"表": [("序号", "事项名称", "设定依据", "实施主体"), *rows]})
    power_list = parse_source(data, "清单.xlsx")[0]
    (finding,) = findings(power_list, "basis-without-law")
    assert (finding.items, finding.quote) == ((1,), "法律：无")
    assert finding.message == "第1项的设定依据写的是「法律：无」，没有法律；请核对。"
    assert not findings(power_list, "label-missing")
    assert [law.name for law in power_list.laws] == ["云溪市古桥守护条例"]
