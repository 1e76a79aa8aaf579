"""Proves what is said of provisions that the quoted version of their law does not have: by the register's counts, else
by the official text of that version; once, and nothing where nobody can tell. The law does not exist."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from pipeline.model import PowerList
from pipeline.parse import parse_source
from pipeline.register import Register
from pipeline.statutes import Texts
from tests.rows import LAW, findings, listed, row
from tests.test_amended import judged, only, told
from tests.test_official import ADOPTED, ARTICLES, LEAD, RECORD, RENUMBERED, TEXT, texts
from tests.test_register import CITED, DATED, TWO, register, version

SECOND: Final = f"{CITED}（公告第19号）"


@pytest.mark.parametrize(
    ("cell", "law", "why"),
    [
        pytest.param("第三十一条　甲。", DATED, "2031年3月2日通过的文本只有30条", id="an article"),
        pytest.param("第三十二条　甲。", SECOND, "2035年11月20日修正的文本只有31条", id="of the version in force"),
        pytest.param("第九条　第三款　甲。", DATED, "第九条只有2款", id="a 款"),
        pytest.param("第三条　第二款　甲。", DATED, "第三条只有1款", id="a 款 of an article that has one"),
        pytest.param("第二十一条　第一款　第四项　甲。", DATED, "第二十一条只有3项", id="a 项"),
        pytest.param("第二十一条　第四项　甲。", DATED, "第二十一条只有3项", id="a 项 without its 款"),
        pytest.param("第九条　第二款　第一项　甲。", DATED, "第九条第二款不分项", id="a 项 of a 款 that has none"),
    ],
)
def test_what_the_quoted_version_does_not_have(cell: str, law: str, why: str) -> None:
    power_list = judged(TWO, cell, law=law)
    finding = only(power_list, "provision-absent")
    assert why in finding.message
    assert finding.severity == "warning"
    (provision,) = power_list.items[0].provisions
    assert finding.quote == provision.label
    assert provision.current is None, "nothing became of what was never there"


@pytest.mark.parametrize(
    ("cell", "law"),
    [
        pytest.param("第三十条　甲。", DATED, id="the last article"),
        pytest.param("第三十一条　甲。", SECOND, id="the other version has it"),
        pytest.param("第三十一条　甲。", CITED, id="undated: one version has it"),
        pytest.param("第九条　第二款　甲。", DATED, id="the last 款"),
        pytest.param("第二十一条　第三项　甲。", DATED, id="the last 项"),
        pytest.param("第五条之一　甲。", DATED, id="articles put in between are not counted"),
        pytest.param("第九十条　甲。", f"{CITED}（2033年5月5日修正）", id="a version that the register does not hold"),
        pytest.param("第九十条　甲。", "《风铃管理办法》", id="a law that it does not hold"),
    ],
)
def test_nothing_is_said_of_what_may_be_there(cell: str, law: str) -> None:
    assert findings(judged(TWO, cell, law=law), "provision-absent") == []


def test_without_counts_nobody_can_tell() -> None:
    assert told(judged(register(version(0, "")), "第九百条　第九款　甲。")) == {}


def test_the_same_in_several_items_is_one_finding() -> None:
    found = judged(TWO, "第四十条　甲。", "第四十条　甲。", "第三条　乙。")
    assert only(found, "provision-absent").items == (1, 2)
    assert "所引条文中1处只改序号，2处是该文本没有的条款；" in only(found, "law-amended").message


def test_of_several_addresses_the_one_that_is_not_there_is_named() -> None:
    message = only(judged(TWO, "第九条第二、三款　甲。\n乙。"), "provision-absent").message
    assert "没有「第九条第二、三款」中的第九条第三款这一条款" in message


def test_an_amendment_does_not_concern_what_was_never_there() -> None:
    found = judged(TWO, "第四十条　甲。")
    assert told(found) == {"provision-absent": [(1,)], "law-amended-elsewhere": [(1,)]}
    assert "所引条文中1处是该文本没有的条款，是否受影响没有核对" in only(found, "law-amended-elsewhere").message


def test_what_no_version_has_is_told_of_all_and_dates_nothing() -> None:
    """The rest of the list says which version it is, as if that provision were not there."""
    alone = judged(TWO, "第四十条　甲。", law=CITED)
    assert told(alone) == {"provision-absent": [(1,)]}
    assert "2031年3月2日通过的文本只有30条，2035年11月20日修正的文本只有31条" in only(alone, "provision-absent").message
    cited = "第二十条　违反本条例第九条第二款规定的，处罚款。"
    among = judged(TWO, f"第四十条　甲。\n\n{cited}", law=CITED)
    absent, known = among.items[0].provisions
    assert absent.current is None
    assert known.current is not None
    assert known.current.quoted_version == "2031-03-02"


def test_numbers_that_are_not_verified_are_said_to_be_so() -> None:
    doubtful = register(version(0, "articles = 9").replace("verified = true", "verified = false"))
    message = only(judged(doubtful, "第四十条　甲。"), "provision-absent").message
    assert "2031年3月2日通过的文本（登记册注明未全部核实）只有9条" in message


# --- official texts -------------------------------------------------------------------------------------------------


def beside(*cells: str, law: str = LAW, official: str | Texts = TEXT, known: Register | None = None) -> PowerList:
    rows = (row(cell, law=law, title=f"古桥守护事项之{number}") for number, cell in enumerate(cells, 1))
    given = texts(official) if isinstance(official, str) else official
    day = date(2040, 1, 1) if known else None
    return parse_source(listed(*rows).encode(), "list.txt", register=known, as_of=day, texts=given).power_list


NAMED: Final = "《云溪市古桥守护条例》（2031年1月18日通过）第二条、第九条"


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        pytest.param(NAMED, "正式文本（2031年1月18日）只有7条", id="an article that is only named"),
        pytest.param(NAMED.replace("第九条", "第五条第三款"), "第五条只有2款", id="a 款 that is only named"),
        pytest.param(NAMED.replace("第九条", "第四条第一款第四项"), "第四条第一款只有3项", id="a 项"),
        pytest.param(NAMED.replace("第九条", "第四条第二款第一项"), "第四条第二款不分项", id="a 款 without 项"),
        pytest.param(NAMED.replace("第九条", "第二条之一"), "没有第二条之一", id="an article put in between"),
    ],
)
def test_what_the_text_of_the_quoted_version_does_not_have(cell: str, why: str) -> None:
    assert why in only(beside(cell, law=""), "provision-absent").message


def test_one_of_two_labelled_paragraphs() -> None:
    message = only(beside(f"第三条第二、九款　{RECORD}"), "provision-absent").message
    assert "中的第三条第九款这一条款：正式文本（2031年1月18日）第三条只有3款" in message


@pytest.mark.parametrize(
    ("cell", "code", "why"),
    [
        pytest.param("第九条　古桥之上不得垂钓。", "quote-not-in-article", "没有找到，该文本只有7条", id="nowhere"),
        pytest.param(f"第九条　{RECORD}", "quote-not-in-article", "是第三条第二款，该文本只有7条", id="elsewhere"),
        pytest.param(
            f"第三条第九款　{RECORD}", "label-wrong-paragraph", "是第三条第二款，该文本第三条只有3款", id="款"
        ),
        pytest.param(f"第六条第一款第九项　{LEAD}", "label-wrong-paragraph", "该文本第六条只有3项", id="项"),
    ],
)
def test_what_the_text_has_elsewhere_is_told_of_the_label_and_once(cell: str, code: str, why: str) -> None:
    power_list = beside(cell)
    assert why in only(power_list, code).message
    assert findings(power_list, "provision-absent") == []


@pytest.mark.parametrize(
    "official",
    [
        pytest.param(RENUMBERED.replace("第八条", "第七条"), id="a text of another version, and broken"),
        pytest.param(ADOPTED + "\n".join((*ARTICLES[:3], *ARTICLES[4:], *ARTICLES[:2])), id="numbers repeat and skip"),
    ],
)
def test_a_text_that_is_faulty_there_or_another_proves_nothing(official: str) -> None:
    cell = "《云溪市古桥守护条例》（2031年1月18日通过）第二条第九款、第四条第九款"
    assert findings(beside(cell, law="", official=official), "provision-absent") == []


def test_where_the_version_is_open_all_texts_have_to_agree() -> None:
    undated = NAMED.replace("（2031年1月18日通过）", "") + "\n\n第一条　为了守护古桥，制定本条例。"
    both = texts(TEXT, RENUMBERED)
    assert only(beside(undated, law="", official=both), "provision-absent").quote == "第九条"
    assert findings(beside(undated.replace("第九条", "第八条"), law="", official=both), "provision-absent") == []
