"""Proves that a file without a header is told which of the headings nearest to one are known and which are not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pytest

from pipeline.errors import NotAPowerList
from pipeline.parse import parse_bytes
from tests.files import document, html_table, page, word_table, workbook

TITLE: Final = "云溪市古桥局权责清单"
NAMED: Final = ("序号", "办事名目", "法源", "备注")
ROW: Final = ("1", "在古桥上悬挂重物", "《云溪市古桥守护条例》第四条。", "试行")

Rows = Sequence[Sequence[str]]


def _said(data: bytes, name: str) -> str:
    with pytest.raises(NotAPowerList) as caught:
        parse_bytes(data, name)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "name", "place"),
    [
        (workbook({"清单": [(TITLE,), NAMED, ROW]}), "list.xlsx", "清单!A2"),
        (document(word_table([("甲", "乙")]) + word_table([NAMED, ROW])), "list.docx", "表2第1行第1列"),
        (page(html_table([NAMED, ROW])), "list.html", "表1第1行第1列"),
        (f"{TITLE}\n\t序号\n\t办事\n名目\n\t法源\n\t备注\n\n\t1\n".encode(), "list.txt", "第2行"),
        ("\n".join([TITLE, *("|".join(row) for row in (NAMED, ROW))]).encode(), "list.txt", "第2行"),
        ("\n".join([TITLE, *(",".join(row) for row in (NAMED, ROW))]).encode(), "list.csv", "第2行"),
        ("\n".join([TITLE, *NAMED, *ROW]).encode(), "list.txt", "第2行"),
        ("\n".join([TITLE, " ".join(NAMED), " ".join(ROW)]).encode(), "list.txt", "第2行"),
    ],
    ids=["xlsx", "docx", "html", "tabs", "pipes", "commas", "a cell on each line", "blanks"],
)
def test_the_row_nearest_to_a_header_says_what_is_known_of_it(data: bytes, name: str, place: str) -> None:
    said = _said(data, name)
    assert f"最接近表头的是{place}起的一行，认得「序号」、「备注」，不认得「办事名目」、「法源」，而表头至少" in said
    assert "\n" not in said
    assert said.count("。") == 1


MANY: Final = [f"第{number}类" for number in "甲乙丙丁戊己庚辛壬癸"]

NEAREST: list[tuple[str, Rows, str | None]] = [
    ("of two rows, the one with more", [NAMED, ("序号", "备注", "行使层级", "某列")], "不认得「某列」"),
    ("of equal ones the first", [("序号", "甲"), NAMED, ("序号", "备注", "某列")], "不认得「办事名目」、「法源」"),
    ("nothing unknown", [("序号", "行使层级", "备注")], "认得「序号」、「行使层级」、「备注」，而表头"),
    ("known, but makes no header", [("序号", "监督电话", "备注", "某列")], "认得「序号」、「备注」，不认得「某列」"),
    ("with notes in brackets", [("序号（必填）", "备注", "某列")], "认得「序号（必填）」、「备注」"),
    ("bounded", [("序号", *MANY, "备注")], "「第辛类」等10个，而"),
    (
        "two names for one column",
        [("序号", "编号", "备注", "某列")],
        "认得「序号」、「编号」、「备注」，不认得「某列」",
    ),
    ("a row of an item", [("1", "备注", "甲", "乙")], None),
    ("a sentence", [("序号", "备注", "各科室应当如实填写。")], None),
    ("nothing known", [("甲", "乙", "丙")], None),
    ("a word beside another", [("备注", "甲")], None),
]


@pytest.mark.parametrize(("rows", "expected"), [case[1:] for case in NEAREST], ids=[case[0] for case in NEAREST])
def test_which_row_is_nearest(rows: Rows, expected: str | None) -> None:
    said = _said(workbook({"清单": rows}), "list.xlsx")
    assert (expected in said) if expected else ("最接近" not in said)


def test_a_long_text_is_looked_at_in_part() -> None:
    assert "最接近" not in _said(("甲乙丙丁\n" * 6_000 + "|".join(NAMED)).encode(), "list.txt")
