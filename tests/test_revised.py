"""Proves what is said of items whose citation was revised and whose articles were not, or the other way round; and that
nothing is said of a list that was revised as a whole, or in which each item names what it quotes."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from pipeline.model import PowerList
from pipeline.parse import parse_source
from pipeline.register import Register, read_register
from pipeline.statutes import Texts
from tests.command import ROOT
from tests.rows import findings, listed, row
from tests.test_official import AMENDED_LAW, ARTICLES, FIFTH, LABELLED, RENUMBERED, SIXTH, TEXT, UNDATED, texts
from tests.test_register import CITED, TWO

BOTH: Final = texts(TEXT, RENUMBERED)


def listing(*cells: tuple[str, str], official: Texts | None = None, register: Register | None = None) -> PowerList:
    """A list of items, each of a law as it is cited and a cell of quotations."""
    rows = (row(cell, law=law, title=f"古桥守护事项之{number}") for number, (law, cell) in enumerate(cells, 1))
    source = listed(*rows).encode()
    return parse_source(source, "made-up.txt", texts=official, register=register, as_of=date(2045, 1, 1)).power_list


def doubts(power_list: PowerList) -> list[tuple[tuple[int, ...], str]]:
    return [(finding.items, finding.message) for finding in findings(power_list, "version-doubtful")]


# --- by the wording of official texts -------------------------------------------------------------------------------


def test_the_date_was_revised_and_the_articles_were_not() -> None:
    power_list = listing((AMENDED_LAW, FIFTH), (AMENDED_LAW, ARTICLES[3]), official=BOTH)
    ((items, message),) = doubts(power_list)
    assert items == (1, 2)
    assert message == (
        "第1项、第2项引用的「《云溪市古桥守护条例》（2033年5月6日修正）」，其「第五条」、「第四条」与正式文本"
        "（2033年5月6日）的该条不一致，却与正式文本（2031年1月18日）的该条相符；所写的版本与所引的条文可能没有"
        "一同更新，请核对。"
    )


def test_where_all_of_it_is_of_a_text_at_hand_nobody_is_asked_for_that_text() -> None:
    cells = ((AMENDED_LAW, cell) for cell in (ARTICLES[1], ARTICLES[3], FIFTH))
    power_list = listing(*cells, official=BOTH)
    assert len(doubts(power_list)) == 1
    assert findings(power_list, "text-version-differs") == []


def test_an_old_date_over_new_articles() -> None:
    ((items, message),) = doubts(listing((LABELLED, SIXTH), (LABELLED, FIFTH), official=BOTH))
    assert items == (1,)
    assert "与正式文本（2031年1月18日）的该条不一致，却与正式文本（2033年5月6日）的该条相符" in message


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(((LABELLED, FIFTH), (AMENDED_LAW, SIXTH)), id="each item names what it quotes"),
        pytest.param(((AMENDED_LAW, ARTICLES[0]),), id="an article that is the same in both"),
        pytest.param(((AMENDED_LAW, FIFTH.replace("十万元", "九万元")),), id="a misquotation that no text has"),
        pytest.param(((UNDATED, FIFTH),), id="no version is named, and one fits"),
        pytest.param(((f"{CITED}（2039年1月1日修正）", FIFTH),), id="the version named is not at hand"),
    ],
)
def test_nothing_to_doubt(cells: tuple[tuple[str, str], ...]) -> None:
    assert doubts(listing(*cells, official=BOTH)) == []


# --- by the articles that a quotation cites, where there is no text -------------------------------------------------

FIRST: Final = f"{CITED}（公告第7号　2031年4月1日施行）"
LATER: Final = f"{CITED}（公告第19号　2036年1月1日施行）"
OLD_FIFTH: Final = "第五条　违反本条例第九条第一款规定的，责令改正。"
NEW_FIFTH: Final = "第五条　违反本条例第十条第一款规定的，责令改正。"


def test_the_numbers_inside_are_those_of_another_version() -> None:
    power_list = listing((LATER, OLD_FIFTH), (LATER, NEW_FIFTH), register=TWO)
    ((items, message),) = doubts(power_list)
    assert items == (1,)
    assert message == (
        "第1项引用的「《云溪市古桥守护条例》（公告第19号　2036年1月1日施行）」，其「第五条」文内引用的条款序号"
        "不是2035年11月20日修正的文本的，而是2031年3月2日通过的文本的；所写的版本与所引的条文可能没有一同更新，请核对。"
    )
    # nobody says that a quotation of the old text stands unchanged in the new one
    assert [provision.current is None for item in power_list.items for provision in item.provisions] == [True, False]


def test_what_became_of_an_article_is_told_of_the_version_named_and_of_nothing_else() -> None:
    power_list = listing((FIRST, f"第三条　养护人应当巡查。\n{NEW_FIFTH}"), register=TWO)
    assert len(doubts(power_list)) == 1
    (finding,) = findings(power_list, "law-amended")
    assert "所引条文中1处只改序号，1处与该文本的条款序号不符" in finding.message


@pytest.mark.parametrize(
    ("law", "cell"),
    [
        pytest.param(LATER, NEW_FIFTH, id="its own numbers"),
        pytest.param(LATER, "第五条　违反本条例规定的，责令改正。", id="abridged: it cites nothing"),
        pytest.param(
            LATER, "第三条　违反本条例第九条第一款规定的，责令改正。", id="the register knows not what it cites"
        ),
        pytest.param(LATER, "第五条　违反本条例第八条规定的，责令改正。", id="numbers of neither"),
    ],
)
def test_numbers_that_prove_nothing(law: str, cell: str) -> None:
    assert doubts(listing((law, cell), register=TWO)) == []


def test_the_annex_with_a_new_date_over_its_old_articles() -> None:
    """As an office does it that learns of the amendment from the title of the law alone."""
    text = (ROOT / "raw" / "sanming-wangxin.txt").read_text(encoding="utf-8")
    revised = text.replace("《中华人民共和国网络安全法》", "《中华人民共和国网络安全法》（2025年10月28日修正）")
    assert revised != text
    register = read_register(ROOT / "laws")
    as_of = date(2026, 7, 1)
    power_list = parse_source(revised.encode(), "annex.txt", register=register, as_of=as_of).power_list
    ((items, message),) = doubts(power_list)
    assert items == (20, 21, 24)  # of the others the register does not hold which articles they cite in both texts
    assert "其「第三十四条」、「第六十条」、「第六十四条」文内引用的条款序号不是2025年10月28日修正的文本的" in message
