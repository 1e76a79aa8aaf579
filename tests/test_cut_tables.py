"""Proves that an item which the end of a page cuts goes on in the next table, and that what begins there is its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pytest

from pipeline.model import PowerList
from pipeline.parse import parse_source
from tests.files import assert_tiled, document, html_table, page, word_paragraph, word_table

Row = tuple[str, ...]
HEADER: Final[Row] = ("序号", "权责事项", "子项", "设定依据", "责任科室")
LAW: Final = "《云溪市古桥守护条例》\n第九条　不得在古桥上悬挂重物。"
ONE: Final[Row] = ("1", "对甲的处罚", "", LAW, "桥务科")
TWO: Final[Row] = ("2", "对乙的处罚", "", "《灯塔办法》\n第三条　夜间点灯。", "灯塔科")
REST: Final[Row] = ("", "", "", "第二十一条　处罚款。", "")


def _read(kind: str, *tables: Sequence[Row] | str) -> PowerList:
    if kind == "docx":
        data = document("".join(word_paragraph(t) if isinstance(t, str) else word_table(t) for t in tables))
    else:
        data = page("".join(f"<p>{t}</p>" if isinstance(t, str) else html_table(t) for t in tables))
    power_list, canonical = parse_source(data, f"list.{kind}")
    assert_tiled(power_list, canonical)
    return power_list


KINDS: Final = ["docx", "html"]
JOINED: Final[dict[str, list[Sequence[Row]]]] = {
    "the rest of its basis": [[HEADER, ONE], [REST, TWO]],
    "nothing else in the next table": [[HEADER, ONE], [REST], [TWO]],
    "over three pages": [
        [HEADER, (*ONE[:3], "《云溪市古桥守护条例》", "桥务科")],
        [("", "", "", LAW[12:], "")],
        [REST, TWO],
    ],
    "cut in the second table": [[HEADER, TWO], [ONE], [REST]],
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tables", JOINED.values(), ids=JOINED)
def test_an_item_goes_on_in_the_next_table(kind: str, tables: list[Sequence[Row]]) -> None:
    items = {item.serial: item for item in _read(kind, *tables).items}
    assert sorted(filter(None, items)) == ["1", "2"]
    assert [(p.label, p.text) for p in items["1"].provisions] == [
        ("第九条", "不得在古桥上悬挂重物。"),
        ("第二十一条", "处罚款。"),
    ]
    assert [p.label for p in items["2"].provisions] == ["第三条"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_part_has_the_place_where_it_stands(kind: str) -> None:
    """The item is where it begins; the one below the rest is where it stands in the second table."""
    first, second = (item.place for item in _read(kind, [HEADER, ONE], [REST, TWO]).items)
    assert first is not None
    assert second is not None
    assert (first[:5], second[:5]) == ("表1第2行", "表2第2行")


APART: Final[dict[str, tuple[list[Sequence[Row] | str], int]]] = {
    "an item of its own": ([[HEADER, ONE], [TWO]], 2),
    "one without a number": ([[HEADER, ONE], [("", *TWO[1:])]], 2),
    "below words between the tables": ([[HEADER, ONE], "注：以下为灯塔事项。", [REST]], 2),
    "below a total": ([[HEADER, ONE, ("合计", "1项", "", "", "")], [REST, TWO]], 3),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("tables", "items"), APART.values(), ids=APART)
def test_what_is_no_rest_is_not_joined(kind: str, tables: list[Sequence[Row] | str], items: int) -> None:
    """Words between the tables, a total or a number end the item above."""
    power_list = _read(kind, *tables)
    assert len(power_list.items) == items
    assert [p.label for p in power_list.items[0].provisions] == ["第九条"]
