"""Proves what is said of items whose citation was revised and whose articles were not, or the other way round; and that
nothing is said of a list that was revised as a whole, or in which each item names what it quotes."""

from __future__ import annotations

import re
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
from tests.test_register import CITED, TWO, register, said, transition, version
from tests.test_texts_and_register import REGISTER

BOTH: Final = texts(TEXT, RENUMBERED)
LATER_ARTICLES: Final = ("", *re.split(r"\n(?=第.条\u3000)", RENUMBERED.split("\n\n", 2)[2]))
"""By their numbers: 第四条 is what 第三条 was."""


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
    assert "所引条文中1处只改序号，1处不是或者不一定是该文本的" in finding.message


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


# --- what became of each: by the version that it is of, whatever the rest of the item is ---------------------------


def fates(power_list: PowerList) -> list[str]:
    """Per provision the year of the version it is of, and what became of it."""
    found = [provision.current for item in power_list.items for provision in item.provisions]
    return [f"{(current.quoted_version or '?')[:4]}: {said(current)}" if current else "" for current in found]


def test_a_quotation_of_the_other_text_is_of_that_version() -> None:
    """第四条 is an article of both texts; the words under it are those of the later one, which is in force."""
    new, old = LATER_ARTICLES[4], ARTICLES[4]
    power_list = listing((UNDATED, f"{new}\n{old}"), (UNDATED, ARTICLES[5]), official=BOTH, register=REGISTER)
    assert fates(power_list) == ["2033: 4 same 4", "2031: 5 renumbered 6", "2031: 6 renumbered 7"]
    ((items, message),) = doubts(power_list)
    assert items == (1,)
    assert message.endswith("；所引各条可能没有一同更新，请核对。"), "no version is written"


def test_half_of_what_little_there_is_may_be_of_the_other_text() -> None:
    """It does not speak against the text that the rest is of."""
    power_list = listing((UNDATED, f"{LATER_ARTICLES[4]}\n{ARTICLES[4]}"), official=BOTH, register=REGISTER)
    assert fates(power_list) == ["2033: 4 same 4", "2031: 5 renumbered 6"]


def test_words_of_the_later_text_under_an_old_date_are_not_said_to_have_changed() -> None:
    power_list = listing((LABELLED, f"{LATER_ARTICLES[4]}\n{ARTICLES[4]}"), official=BOTH, register=REGISTER)
    assert fates(power_list) == ["2033: 4 same 4", "2031: 5 renumbered 6"]
    (finding,) = findings(power_list, "law-amended")
    assert "1处只改序号，1处不是或者不一定是该文本的" in finding.message


def test_an_item_of_which_all_is_of_the_other_text_is_of_that_version() -> None:
    cells = (UNDATED, ARTICLES[4]), (UNDATED, ARTICLES[3]), (UNDATED, LATER_ARTICLES[5])
    power_list = listing(*cells, official=BOTH, register=REGISTER)
    assert fates(power_list) == ["2031: 5 renumbered 6", "2031: 4 renumbered 5", "2033: 5 same 5"]
    (finding,) = findings(power_list, "law-amended")
    assert finding.items == (1, 2)


def test_words_that_differ_in_a_number_do_not_prove_the_old_text() -> None:
    """Only the old text is at hand: 第五条 cites 第三条 there, and here what that is in the later one."""
    cell = "第五条　" + LATER_ARTICLES[6].removeprefix("第六条　")
    old = texts(TEXT)
    assert all(not fate.startswith("2031") for fate in fates(listing((UNDATED, cell), official=old, register=REGISTER)))


def test_one_old_number_in_the_words_of_the_later_text_does_not_make_them_old() -> None:
    """Both texts are at hand: from the later one it differs in the number alone, from the old one in more."""
    changed = RENUMBERED.replace("一万元以上十万元以下", "二万元以上二十万元以下")
    cell = LATER_ARTICLES[6].replace("一万元以上十万元以下", "二万元以上二十万元以下")
    slip = cell.replace("第四条第一款、第二款", "第三条第一款、第二款")
    assert slip != cell
    power_list = listing((UNDATED, slip), official=texts(TEXT, changed), register=REGISTER)
    assert fates(power_list) == ["2033: 6 same 6"]


def test_a_slip_of_the_label_is_no_other_version() -> None:
    """The words are those of 第五条 of the version named, and cite what it cites; 第四条 would cite another."""
    slip = ARTICLES[4].replace("第五条", "第四条", 1)
    assert doubts(listing((LABELLED, slip), official=BOTH, register=REGISTER)) == []
    assert doubts(listing((LABELLED, slip), official=texts(TEXT), register=REGISTER)) == []


def test_a_label_that_has_been_seen_to_is_not_said_to_have_moved() -> None:
    """The words are those of 第三条 of the old text, which is 第四条 now: as the label says."""
    relabelled = ARTICLES[2].replace("第三条", "第四条", 1)
    cells = (LABELLED, relabelled), (LABELLED, ARTICLES[4]), (LABELLED, ARTICLES[3])
    power_list = listing(*cells, official=texts(TEXT), register=REGISTER)
    assert fates(power_list) == ["2033: 4 same 4", "2031: 5 renumbered 6", "2031: 4 renumbered 5"]


def test_what_stands_so_in_an_item_of_the_later_version_may_be_of_either() -> None:
    """By its numbers the first item is of the old version; but its 第四条 stands so in the second, which is revised."""
    duty = "第四条　养护人应当巡查。"
    power_list = listing((UNDATED, f"{duty}\n{OLD_FIFTH}"), (UNDATED, f"{duty}\n{NEW_FIFTH}"), register=TWO_MOVED)
    assert fates(power_list) == ["?: 4 ambiguous ? 4,6", "2031: 5 renumbered 5", "2035: 4 same 4", "2035: 5 same 5"]


TWO_MOVED: Final = register(
    version(0, "articles = 30\nparagraphs = { 9 = 2 }"),
    version(1, "articles = 31\nparagraphs = { 10 = 2 }"),
    transition(
        0,
        '{ from = "4", to = "6", change = "renumbered" },'
        '{ from = "5", to = "5", change = "same", refs = { "9.1" = "10.1" } }',
    ),
)
