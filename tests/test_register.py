"""Proves where quoted provisions stand now: in the annex as a person found it by reading, in made-up lists for every
kind of change, for chains of versions, and for what a label leaves open."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from pipeline.address import from_compact
from pipeline.model import Current, PowerList
from pipeline.parse import parse, parse_source
from pipeline.register import Register, read_law, read_register
from pipeline.register.moving import Course
from pipeline.register.names import versions_named
from pipeline.statutes import Texts, read_statute
from tests.golden import ANNEX, LAWS, parse_annex
from tests.rows import listed, row


def said(current: Current | None) -> str:
    """``59.1 changed 61.1 also 61.3``; candidates after ?, nothing where the register says nothing."""
    if current is None:
        return ""
    places, also, open_ = (
        ",".join(address.compact() for address in addresses)
        for addresses in (current.addresses, current.also, current.candidates)
    )
    quoted = ",".join(address.compact() for address in current.quoted_addresses)
    words = [quoted, current.change, places, also and f"also {also}", open_ and f"? {open_}"]
    return " ".join(word for word in words if word)


# --- the annex ------------------------------------------------------------------------------------------------------

# item → its provisions in order, written by hand: 2016 place, change, 2025 place
ANNEX_NOW: Final = {
    15: ["8 renumbered 9", "47 renumbered 49", "68.1 merged 69.1 also 69.2"],
    16: ["8 renumbered 9", "48.2 renumbered 50.2", "68.2 changed 69.3 also 69.1,69.2"],
    17: ["8 renumbered 9", "69(1) merged 69.1 also 69.2"],
    18: ["27 same 27", "37 same 37"],
    19: ["8 renumbered 9", "21 renumbered 23", "25 renumbered 27", "59.1 changed 61.1 also 61.3"],
    20: [
        "8 renumbered 9", "33 renumbered 35", "34 renumbered 36", "35 renumbered 37", "36 renumbered 38",
        "37 renumbered 39", "38 renumbered 40", "59.2 changed 61.2 also 61.3", "65 changed 67",
        "66 moved_to_pointer 71.1(3)",
    ],
    21: ["8 renumbered 9", "22.1,22.2 renumbered 24.1,24.2", "48.1 renumbered 50.1", "60 renumbered 62.1 also 62.2"],
    22: ["8 renumbered 9", "24 renumbered 26", "61 changed 64"],
    23: ["8 renumbered 9", "26 renumbered 28", "62 changed 65.1 also 65.2"],
    24: [
        "8 renumbered 9", "22.3 renumbered 24.3", "41 renumbered 43", "42 renumbered 44", "43 renumbered 45",
        "44 renumbered 46 also 71.2", "64.1 moved_to_pointer 71.1(2)",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def annex() -> PowerList:
    return parse_annex()


def test_a_citation_that_fits_no_version_speaks_for_none() -> None:
    """第五条 cites 9.1 in the first text and 10.1 in the second: what cites neither is of nobody knows which."""
    (current,) = currents(TWO, "第五条　违反本条例第七条的。", law=CITED)
    assert current is None or current.quoted_version is None


@pytest.mark.parametrize("item", ANNEX_NOW)
def test_where_the_annex_stands_now(annex: PowerList, item: int) -> None:
    assert [said(provision.current) for provision in annex.items[item - 1].provisions] == ANNEX_NOW[item]


def test_the_first_fourteen_items_stand_as_they_stood(annex: PowerList) -> None:
    currents = [provision.current for item in annex.items[:14] for provision in item.provisions]
    assert {current.change for current in currents if current} == {"same"}
    assert all(current and not current.verified for current in currents), "nobody has seen that it was not amended"


def test_only_numbers_inside_changed(annex: PowerList) -> None:
    """第三十四条 cites 第二十一条, 第六十条 three 款: both say what they said. 第八条 cites none."""
    by_label = {p.label: p.current for item in annex.items for p in item.provisions if p.current}
    labels = ("第三十四条", "第六十条", "第八条")
    assert [by_label[label].numbers_changed for label in labels] == [True, True, False]


def test_the_versions_of_the_annex(annex: PowerList) -> None:
    versions = {
        (basis.law, p.current.quoted_version, p.current.version)
        for item in annex.items
        for basis in item.basis
        for p in basis.provisions
        if p.current
    }
    assert versions == {
        ("law-1", "2017-05-02", "2017-05-02"),
        ("law-2", "2016-11-07", "2025-10-28"),
        ("law-3", "2016-07-27", "2022-11-30"),
    }
    assert annex.as_of == "2026-11-23"


@pytest.mark.parametrize(
    ("as_of", "change", "version"),
    [
        ("2017-06-01", "same", "2016-11-07"),
        ("2025-12-31", "same", "2016-11-07"),
        ("2026-01-01", "renumbered", "2025-10-28"),
    ],
)
def test_an_amendment_counts_from_the_day_it_is_in_force(as_of: str, change: str, version: str) -> None:
    power_list = parse(ANNEX, register=read_register(LAWS), as_of=date.fromisoformat(as_of))
    current = power_list.items[14].provisions[0].current
    assert current is not None
    assert (current.change, current.version) == (change, version)


def test_before_the_law_is_in_force_nothing_is_said_of_its_provisions() -> None:
    power_list = parse(ANNEX, register=read_register(LAWS), as_of=date(2017, 5, 31))
    assert power_list.items[14].provisions[0].current is None


def test_without_a_register_nothing_is_said() -> None:
    power_list = parse(ANNEX)
    assert power_list.as_of is None
    assert {p.current for item in power_list.items for p in item.provisions} == {None}
    codes = {finding.code for finding in power_list.findings}
    assert not {code for code in codes if code.startswith("provision-") or code in ("law-unknown", "law-amended")}


def test_a_register_is_asked_about_a_day() -> None:
    with pytest.raises(ValueError, match="as_of"):
        parse(ANNEX, register=Register())


# --- a whole transition ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quoted", "now"),
    [
        ("1", "same 1"),
        ("18", "split 19,20.2"),
        ("18.1", "renumbered 19"),
        ("21(5)", "renumbered 23(5)"),
        ("34(5)", "renumbered 36(5)"),
        ("40", "renumbered 42.1 also 42.2"),
        ("59", "changed 61.1,61.2 also 61.3"),
        ("60(3)", "renumbered 62.1(3)"),
        ("60(1)", "renumbered 62.1(1) also 62.2"),
        ("63", "renumbered 66"),
        ("64", "moved_to_pointer 71.1(2),71.2"),
        ("64.2", "moved_to_pointer 71.2"),
        ("67.2", "renumbered 68.2"),
        ("68", "merged 69.1,69.3 also 69.2"),
        ("69", "split 69.1,70 also 69.2"),
        ("69(2)", "renumbered 70(1)"),
        ("70", "changed 71.1,71.1(1)"),
        ("79", "renumbered 81"),
    ],
)
def test_traps_of_the_cybersecurity_law(quoted: str, now: str) -> None:
    """Where the offset, the numbers of 款 and 项 or the likeness of texts would lead astray."""
    law = read_register(LAWS).find("中华人民共和国网络安全法")
    assert law is not None
    address = from_compact(quoted)
    assert address is not None
    outcome = Course(law).follow([address], 0, 1)
    assert outcome is not None
    places, also = (",".join(a.compact() for a in found) for found in (outcome.addresses, outcome.also))
    assert f"{outcome.change} {places}" + (f" also {also}" if also else "") == now


# --- made-up laws ---------------------------------------------------------------------------------------------------

HEAD: Final = """
schema = 1
name = "云溪市古桥守护条例"
kind = "地方性法规"
issuer = "云溪市人民代表大会常务委员会"
checked_on = 2050-01-01
latest_verified = true
"""
NUMBERS: Final = ("公告第7号", "公告第19号", "公告第25号")
DATES: Final = (("2031-03-02", "2031-04-01"), ("2035-11-20", "2036-01-01"), ("2041-05-05", "2041-06-01"))
ARTICLES: Final = 'articles = 30\nparagraphs = { 9 = 2, 20 = 3 }\nsubparagraphs = { "21.1" = 3 }'
SECOND: Final = 'articles = 31\nparagraphs = { 10 = 2, 21 = 3 }\nsubparagraphs = { "22.1" = 3 }'


def version(index: int, counts: str) -> str:
    made, in_force = DATES[index]
    return (
        f'[[version]]\ndate = {made}\nact = "{"修正" if index else "通过"}"\ndocument_number = "{NUMBERS[index]}"\n'
        f'in_force_from = {in_force}\nverified = true\nsource = "公报"\n{counts}\n'
    )


def transition(index: int, moves: str, unlisted: str = "unknown") -> str:
    return (
        f"[[transition]]\nfrom = {DATES[index][0]}\nto = {DATES[index + 1][0]}\nverified = true\n"
        f'unlisted = "{unlisted}"\nsource = "公报"\nmoves = [{moves}]\n'
    )


def register(*parts: str) -> Register:
    return Register([read_law(HEAD + "\n".join(parts), "古桥.toml")])


TWO: Final = register(
    version(0, ARTICLES),
    version(1, SECOND),
    transition(
        0,
        """
        { from = "3", to = "4", change = "renumbered", numbers_changed = false },
        { from = "9", to = "10", change = "renumbered", numbers_changed = false },
        { from = "5", to = "5", change = "same", refs = { "9.1" = "10.1" } },
        { from = "20.1", to = "21.1", change = "changed", refs = { "9.1" = "10.1" }, also = "21.3" },
        { from = "20.2", to = "30", change = "renumbered", refs = { "9.2" = "10.2" } },
        { from = "20.3", change = "repealed" },
        { from = "21", to = "22", change = "renumbered" },
        { from = "21.1(2)", change = "repealed" },
        { from = "21.1(3)", to = "22.1(2)", change = "renumbered" },
        { from = "25", change = "repealed" },
        { from = "26", to = ["27", "28"], change = "split" },
        { from = "28", to = "29", change = "merged" },
        { from = "29", to = "29", change = "merged" },
        """,
    ),
)
CITED: Final = "《云溪市古桥守护条例》"
DATED: Final = f"{CITED}（公告第7号　2031年4月1日施行）"


def judged(
    known: Register, *cells: str, law: str = DATED, as_of: date = date(2045, 1, 1), texts: Texts | None = None
) -> list[str]:
    """What is said of each provision of the list that has *cells*, each an item's."""
    return [said(current) for current in currents(known, *cells, law=law, as_of=as_of, texts=texts)]


def currents(
    known: Register, *cells: str, law: str = DATED, as_of: date = date(2045, 1, 1), texts: Texts | None = None
) -> list[Current | None]:
    """The same, as the data contract has it."""
    text = listed(*(row(cell, law=law) for cell in cells))
    parsed = parse_source(text.encode(), "list.txt", register=known, as_of=as_of, texts=texts)
    return [provision.current for item in parsed.power_list.items for provision in item.provisions]


@pytest.mark.parametrize(
    ("cell", "now"),
    [
        pytest.param("第三条　养护人应当巡查。", "3 renumbered 4", id="an article"),
        pytest.param("第九条　第二款　养护人应当巡查。", "9.2 renumbered 10.2", id="a 款 goes with its article"),
        pytest.param("第九条　甲。\n乙。", "9 renumbered 10", id="an article with all its 款"),
        pytest.param("第九条　甲。", "9 renumbered 10", id="one 款 of an article that moved whole"),
        pytest.param("第二十条　违反本条例第九条第一款规定的，处罚款。", "20.1 changed 21.1 also 21.3", id="by its 款"),
        pytest.param("第二十条　违反本条例第九条第二款规定的，处罚款。", "20.2 renumbered 30", id="the other 款"),
        pytest.param("第二十条　处罚款。", "20.3 repealed", id="it cites nothing, as only one 款 does"),
        pytest.param("第二十一条　甲：\n（一）乙；\n（二）丙；\n（三）丁。", "21 changed 22", id="a 项 of it is gone"),
        pytest.param("第二十一条　甲：\n（三）丁。", "21(3) renumbered 22(2)", id="one 项 of it"),
        pytest.param("第二十一条　第三项　丁。", "21(3) renumbered 22(2)", id="a 项 by its label"),
        pytest.param("第二十一条　甲：\n（二）丁。", "21(2) repealed", id="the 项 that is gone"),
        pytest.param("第二十五条　甲。", "25 repealed", id="repealed"),
        pytest.param("第二十六条　甲。", "26 split 27,28", id="split"),
        pytest.param("第二十八条　甲。", "28 merged 29", id="merged"),
        pytest.param("第五条　违反本条例第九条第一款。", "5 renumbered 5", id="in its place, but what it cites moved"),
        pytest.param("第三十条　甲。", "", id="the register does not say"),
        pytest.param("养护人应当巡查。", "", id="no label"),
        pytest.param("附件1第9项　甲。", "", id="no article"),
    ],
)
def test_every_kind_of_change(cell: str, now: str) -> None:
    assert judged(TWO, cell) == [now]


@pytest.mark.parametrize("fate", ["merged", "split", "moved_to_pointer"])
def test_what_became_of_a_part_did_not_become_of_the_whole(fate: str) -> None:
    """第二十一条 is where it is, with two 项 in one: its words are others, and it was not merged with any other."""
    to = '["22.1(2)", "22.1(3)"]' if fate == "split" else '"22.1(2)"'
    known = register(
        version(0, ARTICLES),
        version(1, SECOND),
        transition(
            0,
            f'{{ from = "21", to = "22", change = "renumbered" }},{{ from = "21.1(2)", to = {to}, change = "{fate}" }}',
        ),
    )
    assert judged(known, "第二十一条　甲：\n（一）乙；\n（二）丙；\n（三）丁。") == ["21 changed 22"]
    assert judged(known, "第二十一条第二项　丙；")[0].startswith(f"21(2) {fate} 22(2)")


@pytest.mark.parametrize(
    ("label", "text", "told"),
    [
        pytest.param(
            "第二十条", "违反本条例第九条第一款的，责令改正。\n乙。\n丙。", (True, "renumbered"), id="all of it"
        ),
        pytest.param(
            "第二十条　第一款", "违反本条例第九条第一款的，责令改正。", (True, "renumbered"), id="the 款 that cites"
        ),
        pytest.param("第二十条　第二款", "拒不改正的，处罚款。", (None, "same"), id="one that cites nothing"),
        pytest.param("第二十条　第二款", "违反本条例第三条的，处罚款。", (None, "same"), id="one that cites another"),
    ],
)
def test_the_numbers_of_an_article_are_those_of_the_paragraph_that_cites(
    label: str, text: str, told: tuple[bool | None, str]
) -> None:
    """The register says of the whole article which numbers in it are others now, not in which of its 款 they stand."""
    known = register(
        version(0, ARTICLES),
        version(1, ARTICLES),
        transition(0, '{ from = "20", to = "20", change = "same", refs = { "9.1" = "10.1" } }'),
    )
    (current,) = currents(known, f"{label}　{text}")
    assert current is not None
    assert (current.numbers_changed, current.change) == told


def test_a_label_of_several_paragraphs() -> None:
    """第一、二款 of one article fared differently."""
    assert judged(TWO, "第二十条　第一款、第二款　甲。\n乙。") == ["20.1,20.2 split 21.1,30 also 21.3"]


def test_the_list_itself_tells_which_paragraph_it_is() -> None:
    """Its text stands elsewhere under the label of a 款, or the other 款 have other texts there."""
    others = ("第二十条　第一款　甲甲甲甲。", "第二十条　第三款　丙丙丙丙。")
    no_refs = register(
        version(0, ARTICLES),
        version(1, SECOND),
        transition(
            0,
            '{ from = "20.1", to = "21.1", change = "changed" }, { from = "20.2", to = "21.2", change = "changed" },'
            '{ from = "20.3", to = "21.3", change = "renumbered" }',
        ),
    )
    assert judged(no_refs, "第二十条　甲甲甲甲。") == ["20 ambiguous ? 21"]
    assert judged(no_refs, "第二十条　甲甲甲甲。", *others)[0] == "20.1 changed 21.1"
    assert judged(no_refs, "第二十条　乙乙乙乙。", *others)[0] == "20.2 changed 21.2"


def test_ambiguous_where_nothing_tells() -> None:
    """Both 款 that cite anything cite 第五条."""
    alike = register(
        version(0, ARTICLES),
        version(1, SECOND),
        transition(
            0,
            '{ from = "20.1", to = "21.1", change = "changed", refs = { 5 = "6" } },'
            '{ from = "20.2", to = "23", change = "changed", refs = { 5 = "6" } },'
            '{ from = "20.3", to = "21.3", change = "renumbered", refs = { 7 = "8" } }',
        ),
    )
    assert judged(alike, "第二十条　违反本条例第五条规定的，处罚款。") == ["20 ambiguous ? 21.1,23"]


# --- official texts -------------------------------------------------------------------------------------------------

OLD_TEXT: Final = """云溪市古桥守护条例

（2031年3月2日云溪市人民代表大会常务委员会第七次会议通过）

第一条　为了守护古桥，制定本条例。

第二条　养护人应当每月检查桥面。
养护人应当记录裂缝，并保存记录三年。

第三条　违反本条例规定，有下列行为之一的，处二百元以下罚款：
（一）悬挂重物的；
（二）停放机动车的。
"""
FEW: Final = register(
    version(0, 'articles = 3\nparagraphs = { 2 = 2 }\nsubparagraphs = { "3.1" = 2 }'),
    version(1, 'articles = 4\nparagraphs = { 3 = 2 }\nsubparagraphs = { "4.1" = 1 }'),
    transition(
        0,
        """
        { from = "2.1", to = "3.1", change = "renumbered" },
        { from = "2.2", to = "3.2", change = "changed" },
        { from = "3", to = "4", change = "renumbered" },
        { from = "3.1(1)", to = "3", change = "merged" },
        { from = "3.1(2)", to = "4.1(1)", change = "renumbered" },
        """,
        "same",
    ),
)


@pytest.mark.parametrize(
    ("cell", "without", "beside"),
    [
        ("第二条　养护人应当记录裂缝，并保存记录三年。", "2 ambiguous ? 3", "2.2 changed 3.2"),
        ("第二条　养护人应当每月检查桥面。", "2 ambiguous ? 3", "2.1 renumbered 3.1"),
        (
            "第三条　违反本条例规定，有下列行为之一的，处二百元以下罚款：\n（一）悬挂重物的；",
            "3(1) merged 3",
            "3(1) merged 3",
        ),
        ("第二条　养护人应当按照规定涂刷栏杆。", "2 ambiguous ? 3", "2 ambiguous ? 3"),
    ],
    ids=["the second 款", "the first 款", "one 项 with its lead-in", "it stands nowhere"],
)
def test_an_official_text_tells_which_paragraph_it_is(cell: str, without: str, beside: str) -> None:
    law = f"{CITED}（2031年3月2日通过）"
    texts = Texts([read_statute(OLD_TEXT.encode(), "古桥.txt")])
    assert judged(FEW, cell, law=law) == [without]
    assert judged(FEW, cell, law=law, texts=texts) == [beside]


def test_an_official_text_dates_a_list_without_dates() -> None:
    """第一条 is the same in both, by its number; by its text too, but the text that is there is the old one."""
    cell = "第一条　为了守护古桥，制定本条例。"
    (current,) = currents(FEW, cell, law=CITED, texts=Texts([read_statute(OLD_TEXT.encode(), "古桥.txt")]))
    assert current is not None
    assert (current.quoted_version, current.version, current.change) == ("2031-03-02", "2035-11-20", "same")


def test_a_text_of_another_version_proves_nothing() -> None:
    texts = Texts([read_statute(OLD_TEXT.encode(), "古桥.txt")])
    cell = "第二条　养护人应当记录裂缝，并保存记录三年。"
    assert judged(FEW, cell, law=f"{CITED}（2035年11月20日修正）", texts=texts) == ["2 same 2"]


# --- chains ---------------------------------------------------------------------------------------------------------

THREE: Final = (
    version(0, "articles = 30"),
    version(1, "articles = 31"),
    version(2, "articles = 32"),
    transition(
        0,
        """
        { from = "3", to = "4", change = "renumbered", numbers_changed = false },
        { from = "5", to = "6", change = "renumbered", note = "甲" },
        { from = "7", to = "8", change = "changed", also = "9" },
        { from = "10", to = "11", change = "renumbered" },
        { from = "12", to = "13", change = "renumbered" },
        """,
    ),
    transition(
        1,
        """
        { from = "4", to = "5", change = "renumbered", numbers_changed = false },
        { from = "6", to = "7", change = "changed", note = "乙" },
        { from = "8", to = "9", change = "renumbered" },
        { from = "9", to = "10", change = "renumbered" },
        { from = "11", change = "repealed" },
        { from = "13", to = "12", change = "renumbered" },
        """,
    ),
)


@pytest.mark.parametrize(
    ("cell", "now"),
    [
        pytest.param("第三条　甲。", "3 renumbered 5", id="twice renumbered"),
        pytest.param("第五条　甲。", "5 changed 7", id="renumbered, then changed"),
        pytest.param("第七条　甲。", "7 changed 9 also 10", id="what speaks of it beside moves too"),
        pytest.param("第十条　甲。", "10 repealed", id="renumbered, then repealed"),
        pytest.param("第十二条　甲。", "12 same 12", id="there and back"),
        pytest.param("第二十条　甲。", "", id="unknown on the way"),
    ],
)
def test_chains_compose(cell: str, now: str) -> None:
    assert judged(register(*THREE), cell) == [now]


def test_a_chain_as_of_a_day_between() -> None:
    assert judged(register(*THREE), "第五条　甲。", as_of=date(2037, 1, 1)) == ["5 renumbered 6"]


def test_what_a_chain_says_beside() -> None:
    known = register(*THREE)
    fifth, third = (currents(known, cell)[0] for cell in ("第五条　甲。", "第三条　甲。"))
    assert fifth is not None
    assert third is not None
    assert (fifth.note, fifth.numbers_changed, fifth.verified) == ("甲；乙", None, True)
    assert (third.note, third.numbers_changed) == (None, False)


def test_a_link_that_is_missing_breaks_the_chain() -> None:
    assert judged(register(*THREE[:4]), "第三条　甲。") == [""]


@pytest.mark.parametrize(
    ("old", "new", "verified"),
    [
        pytest.param('act = "修正"', 'act = "修正"\nunverified = "日期"', True, id="a remark alone says nothing"),
        pytest.param("latest_verified = true", "latest_verified = false", False, id="whether it is the last version"),
        pytest.param("numbers_changed = false }", "numbers_changed = false, verified = false }", False, id="one line"),
        pytest.param("2035-11-20\nverified = true", "2035-11-20\nverified = false", False, id="the first of two steps"),
        pytest.param("2041-05-05\nverified = true", "2041-05-05\nverified = false", False, id="the second"),
    ],
)
def test_what_is_not_verified_is_said_so(old: str, new: str, *, verified: bool) -> None:
    text = HEAD + "\n".join(THREE)
    assert old in text
    (current,) = currents(Register([read_law(text.replace(old, new, 1), "古桥.toml")]), "第三条　甲。")
    assert current is not None
    assert current.verified == verified


# --- which version is quoted ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("law", "now"),
    [
        pytest.param(f"{CITED}（公告第7号）", "3 renumbered 4", id="the number of the old one"),
        pytest.param(f"{CITED}（2031年4月1日施行）", "3 renumbered 4", id="the day it was in force"),
        pytest.param(f"{CITED}（2031年3月2日通过）", "3 renumbered 4", id="the day it was adopted"),
        pytest.param(f"{CITED}（2031年3月2日通过，2035年11月20日修正）", "3 same 3", id="its history, to the last"),
        pytest.param(f"{CITED}（2035年修正）", "3 same 3", id="a year"),
        pytest.param("《云溪市古桥守护条例（2035年修正）》", "3 same 3", id="a year in the name"),
        pytest.param(f"{CITED}（2033年5月5日修正）", "", id="a version that the register does not hold"),
        pytest.param(f"{CITED}（公告第19号）", "3 same 3", id="the number of the new one"),
    ],
)
def test_a_version_that_is_printed(law: str, now: str) -> None:
    assert judged(TWO, "第三条　养护人应当巡查。", law=law) == [now]


@pytest.mark.parametrize(
    ("cells", "now"),
    [
        pytest.param(("第三条　甲。", "第九条　甲。\n乙。"), "3 renumbered 4", id="第九条 had two 款 in the old one"),
        pytest.param(("第三条　甲。", "第十条　甲。\n乙。"), "3 same 3", id="第十条 has them in the new one"),
        pytest.param(("第三条　甲。", "第九条　第二款　甲。"), "3 renumbered 4", id="so says a label"),
        pytest.param(("第三条　甲。", "第三十一条　甲。"), "3 same 3", id="only the new one has so many articles"),
        pytest.param(
            ("第三条　甲。", "第二十一条　甲：\n（三）丁。"), "3 renumbered 4", id="only the old one has 项 there"
        ),
        pytest.param(
            ("第三条　甲。", "第二十条　违反本条例第九条第一款规定的，处罚款。"),
            "3 renumbered 4",
            id="what a penalty cites",
        ),
        pytest.param(
            ("第三条　甲。", "第二十一条　违反本条例第十条第一款规定的，处罚款。"), "3 same 3", id="what it cites now"
        ),
        pytest.param(("第三条　甲。",), "3 ambiguous ? 3,4", id="nothing tells"),
    ],
)
def test_a_version_that_is_not_printed(cells: tuple[str, ...], now: str) -> None:
    assert judged(TWO, *cells, law=CITED)[0] == now


def test_a_list_that_was_revised_in_part_is_dated_item_by_item() -> None:
    old = "第三条　甲。\n第九条　甲。\n乙。"
    new = "第四条　甲。\n第十条　甲。\n乙。"
    assert judged(TWO, old, new, law=CITED) == ["3 renumbered 4", "9 renumbered 10", "4 same 4", "10 same 10"]


def test_of_the_only_version_everything_is_quoted() -> None:
    assert judged(register(version(0, ARTICLES)), "第三条　甲。", law=CITED) == ["3 same 3"]
    assert judged(register(version(0, ARTICLES)), "第三十一条　甲。", law=CITED) == [""], "it is of no version known"


def test_a_version_that_is_not_in_force_yet_is_not_followed_back() -> None:
    assert judged(TWO, "第四条　甲。", law=f"{CITED}（公告第19号）", as_of=date(2035, 12, 1)) == [""]


def test_a_law_that_has_ended() -> None:
    ended = '[repealed]\non = 2044-01-01\nverified = true\nsource = "公报"\n'
    known = register(version(0, ARTICLES), ended)
    assert judged(known, "第三条　甲。") == ["3 repealed"]
    assert judged(known, "第三条　甲。", as_of=date(2043, 12, 31)) == ["3 same 3"]


def test_the_shipped_register_is_read_once_per_list_and_says_the_same_twice(annex: PowerList) -> None:
    assert parse_annex() == annex


def test_paths_are_not_needed(tmp_path: Path) -> None:
    """A list elsewhere is judged by the same register."""
    elsewhere = tmp_path / ANNEX.name
    elsewhere.write_bytes(ANNEX.read_bytes())
    assert parse(elsewhere, register=read_register(LAWS), as_of=date(2026, 11, 23)) == parse_annex()


CITATIONS: Final = [
    ("（2016年11月7日通过）", "2016-11-07", "the day of its adoption"),
    ("（2017年6月1日施行）", "2016-11-07", "the day from which it is in force"),
    ("（主席令第五十三号）", "2016-11-07", "the number as the register has it"),
    ("（中华人民共和国主席令第53号）", "2016-11-07", "the number in figures"),
    ("（主席令61号）", "2025-10-28", "the number without 第"),
    ("（主席令第153号）", None, "another number that ends like it"),
    ("（2016-11-07）", "2016-11-07", "the day in figures"),
    ("（2016.11.7）", "2016-11-07", "the same with points"),
    ("（二〇二五年十月二十八日修正）", "2025-10-28", "the day in words"),
    ("（2025年10月修正）", "2025-10-28", "a month"),
    ("（2025年修正）", "2025-10-28", "a year"),
    ("（2017年施行）", "2016-11-07", "the year from which it is in force"),
    ("（2025修正）", "2025-10-28", "a year without 年"),
    ("（2016通过）", "2016-11-07", "a year without 年, and another act"),
    ("（2025版）", "2025-10-28", "a year and 版"),
    ("（2025）", "2025-10-28", "a year alone"),
    ("（12025修正）", None, "no year"),
]


@pytest.mark.parametrize(("note", "version", "_why"), CITATIONS, ids=[why for *_, why in CITATIONS])
def test_which_version_a_citation_names(note: str, version: str | None, _why: str) -> None:
    law = read_register(LAWS).find("中华人民共和国网络安全法")
    assert law is not None
    found = versions_named(law.name, f"《{law.name}》{note}", law.version)
    assert (None if not found else [each.date.isoformat() for each in found]) == (version and [version])


def test_between_the_year_and_the_number_the_issuer_may_stand() -> None:
    law = read_register(LAWS).find("网络预约出租汽车经营服务管理暂行办法")
    assert law is not None
    for note, year in (
        ("（2022年交通运输部令第42号修正）", 2022),
        ("（2016年第60号）", 2016),
        ("（2019年第46号）", 2019),
    ):
        found = versions_named(law.name, f"《{law.name}》{note}", law.version)
        assert [each.date.year for each in found or ()] == [year]
