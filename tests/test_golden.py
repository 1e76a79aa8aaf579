"""Proves that the annex is read exactly as it was read by hand: every label, text, reference, sanction and finding.

The expected result, ``fixtures/annex/golden.txt``, was written by reading the annex (its README says how).
"""

from __future__ import annotations

import difflib
from collections import Counter

import pytest

from pipeline.model import PowerList
from tests.golden import GOLDEN, parse_annex, render


@pytest.fixture(scope="module")
def annex() -> PowerList:
    return parse_annex()


def test_the_annex_is_read_as_it_was_read_by_hand(annex: PowerList) -> None:
    expected, actual = GOLDEN.read_text(encoding="utf-8"), render(annex)
    difference = difflib.unified_diff(
        expected.splitlines(), actual.splitlines(), "read by hand", "read by the program", lineterm="", n=2
    )
    assert actual == expected, "\n".join(difference)


def test_the_golden_file_is_compared_and_not_only_read(annex: PowerList) -> None:
    """One letter less anywhere in a text of the list shows."""
    item = annex.items[0]
    changed = item.model_copy(update={"title": (item.title or "")[1:]})
    table = annex.tables[0].model_copy(update={"items": (changed, *annex.tables[0].items[1:])})
    assert render(annex.model_copy(update={"tables": (table, annex.tables[1])})) != render(annex)


def test_the_totals_counted_by_hand(annex: PowerList) -> None:
    provisions = [provision for item in annex.items for provision in item.provisions]
    references = [reference for provision in provisions for reference in provision.references]
    assert [len(table.items) for table in annex.tables] == [14, 10]
    assert [table.declared_count for table in annex.tables] == [14, 10]
    assert [law.name for law in annex.laws] == [
        "互联网新闻信息服务管理规定", "中华人民共和国网络安全法", "网络预约出租汽车经营服务管理暂行办法",
    ]  # fmt: skip
    assert sum(1 for block in annex.blocks if block.kind == "header") == 10
    assert len(provisions) == 84
    assert len({provision.text for provision in provisions}) == 51
    assert Counter(provision.role for provision in provisions) == {"competence": 23, "duty": 35, "penalty": 26}
    assert sum(len(provision.paragraphs) for provision in provisions) == 92
    assert sum(len(provision.sanctions) for provision in provisions) == 143
    assert Counter(reference.status for reference in references) == {
        "quoted_here": 29, "quoted_partly": 5, "quoted_elsewhere": 99, "not_quoted": 4,
    }  # fmt: skip
    assert Counter(reference.base for reference in references) == {"self": 135, "relative": 2}


def test_what_the_annex_does_not_print_is_null(annex: PowerList) -> None:
    """The last row ends after its fourth cell: nothing is filled in, and the finding says so."""
    last = annex.items[-1]
    assert (last.serial, last.sub_item) == ("24", "")
    assert (last.department, last.level, last.remarks) == (None, None, None)
    assert [finding.items for finding in annex.findings if finding.code == "row-incomplete"] == [(24,)]


def test_misprints_stay_as_printed(annex: PowerList) -> None:
    assert "互联网新闻服务提供者" in (annex.items[2].title or "")
    assert "侵害人个信息" in (annex.items[23].title or "")
