"""Proves what is said about laws and provisions that are not what they were: each thing once, to all whom it concerns,
in words a clerk can check, and nothing where there is nothing to say."""

from __future__ import annotations

import io
from datetime import date
from typing import Final

import pytest
from rich.console import Console

from pipeline.checks import RULES
from pipeline.compare import outdated
from pipeline.inputs import find_register
from pipeline.model import Finding, PowerList
from pipeline.parse import parse_bytes
from pipeline.register import Register
from pipeline.writers.basis_rows import basis_table
from pipeline.writers.to_tree import to_tree
from tests.golden import ANNEX, parse_annex
from tests.rows import findings, listed, row
from tests.test_checks import REGISTERED, _assert_readable
from tests.test_register import ARTICLES, CITED, DATED, SECOND, THREE, TWO, register, transition, version

ALL_ITEMS: Final = (15, 16, 17, 19, 20, 21, 22, 23, 24)


def judged(known: Register, *cells: str, law: str = DATED, as_of: date = date(2045, 1, 1)) -> PowerList:
    text = listed(*(row(cell, law=law) for cell in cells))
    power_list = parse_bytes(text.encode(), "list.txt", register=known, as_of=as_of)
    for finding in power_list.findings:
        _assert_readable(finding, text)
    return power_list


def told(power_list: PowerList) -> dict[str, list[tuple[int, ...]]]:
    """The codes of the register's findings, with the items of each."""
    found: dict[str, list[tuple[int, ...]]] = {}
    for finding in power_list.findings:
        if finding.code in REGISTERED:
            found.setdefault(finding.code, []).append(finding.items)
    return found


def only(power_list: PowerList, code: str) -> Finding:
    (finding,) = findings(power_list, code)
    return finding


# --- the annex ------------------------------------------------------------------------------------------------------

# code → items and quote, as a person expects them who has read both texts
ANNEX_TOLD: Final = {
    "law-amended": [(ALL_ITEMS, "中华人民共和国网络安全法")],
    "provision-moved": [
        (ALL_ITEMS, "第八条"), ((15,), "第四十七条"), ((16,), "第四十八条　第二款"), ((19,), "第二十一条"),
        ((20,), "第三十三条"), ((21,), "第二十二条　第一款"), ((22,), "第二十四条"), ((23,), "第二十六条"),
        ((24,), "第二十二条　第三款"),
    ],
    "provision-changed": [
        ((15,), "第六十八条"), ((16,), "第六十八条　第二款"), ((17,), "第六十九条"), ((19,), "第五十九条"),
        ((20,), "第五十九条"), ((20,), "第六十五条"), ((22,), "第六十一条"), ((23,), "第六十二条"),
    ],
    "provision-now-a-pointer": [((20,), "第六十六条"), ((24,), "第六十四条")],
    "law-amended-elsewhere": [((18,), "网络预约出租汽车经营服务管理暂行办法")],
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(REGISTERED))
def test_what_is_said_of_the_annex(code: str) -> None:
    found = [(finding.items, finding.quote) for finding in findings(parse_annex(), code)]
    assert found == ANNEX_TOLD.get(code, [])


def test_the_first_fourteen_items_are_not_flagged() -> None:
    flagged = {item for finding in parse_annex().findings if finding.code in REGISTERED for item in finding.items}
    assert flagged == {*ALL_ITEMS, 18}


def test_messages_of_the_annex_with_the_register() -> None:
    text = ANNEX.read_bytes().decode()
    for finding in parse_annex().findings:
        _assert_readable(finding, text)


def test_the_law_as_a_whole_is_told_with_its_dates_and_what_to_mind() -> None:
    message = only(parse_annex(), "law-amended").message
    for words in (
        "2025年10月28日修正（主席令第六十一号）",
        "自2026年1月1日起施行",
        "2016年11月7日通过的文本",
        "据所引条款的序号判断",
        "29处只改序号",
        "2处改为指向其他法律",
        "行政处罚法第三十七条",
        "不要径行替换",
    ):
        assert words in message


def test_amended_twice_and_unchanged_is_told_as_info() -> None:
    message = only(parse_annex(), "law-amended-elsewhere").message
    for words in ("已2次修改", "2019年第46号", "2022年第42号", "所引条文在现行文本中未变", "未全部核实"):
        assert words in message


def test_a_law_dated_by_its_numbers_is_not_said_to_be_of_unknown_date() -> None:
    message = only(parse_annex(), "law-undated").message
    assert "2016年11月7日通过的文本" in message
    assert "无法确定" not in message


def test_where_the_label_says_less_than_the_register_knows() -> None:
    by_items = {f.items: f.message for f in findings(parse_annex(), "provision-changed") if f.quote == "第五十九条"}
    assert "（即第五十九条第一款）" in by_items[19,]
    assert "现为第六十一条第一款，另见第六十一条第三款" in by_items[19,]
    assert "（即第五十九条第二款）" in by_items[20,]


# --- made-up lists --------------------------------------------------------------------------------------------------

CASES: Final = [
    pytest.param(["第三条　甲。"], {"law-amended": [(1,)], "provision-moved": [(1,)]}, id="moved"),
    pytest.param(
        ["第三条　甲。\n第九条　第一款　乙。", "第三条　甲。"],
        {"law-amended": [(1, 2)], "provision-moved": [(1, 2), (1,)]},
        id="moved, once for the items that quote the same",
    ),
    pytest.param(
        ["第三条　甲。\n第九条　第一款　乙。", "第三条　甲。\n第九条　第一款　乙。"],
        {"law-amended": [(1, 2)], "provision-moved": [(1, 2)]},
        id="two moved in the same items, one sentence",
    ),
    pytest.param(
        ["第二十条　第一款　甲。", "第二十条　第一款　甲。"],
        {"law-amended": [(1, 2)], "provision-changed": [(1, 2)]},
        id="changed, once for both",
    ),
    pytest.param(["第二十五条　甲。"], {"law-amended": [(1,)], "provision-repealed": [(1,)]}, id="deleted"),
    pytest.param(["第三十条　甲。"], {"law-amended": [(1,)]}, id="nobody knows what became of it"),
    pytest.param(["甲。"], {"law-amended-elsewhere": [(1,)]}, id="nothing quoted that has an address"),
]


@pytest.mark.parametrize(("cells", "expected"), CASES)
def test_each_thing_is_said_once(cells: list[str], expected: dict[str, list[tuple[int, ...]]]) -> None:
    assert told(judged(TWO, *cells)) == expected


def test_nothing_is_said_of_what_stands_as_quoted() -> None:
    assert told(judged(TWO, "第三条　甲。", law=f"{CITED}（公告第19号）")) == {}
    assert told(judged(TWO, "第三条　甲。", as_of=date(2035, 11, 19))) == {}, "nobody knew yet"


@pytest.mark.parametrize("as_of", [date(2035, 11, 20), date(2035, 12, 31)], ids=["its day", "the last before"])
def test_an_amendment_that_is_known_and_not_in_force_yet(as_of: date) -> None:
    found = judged(TWO, "第三条　甲。", "第五条　乙。", as_of=as_of)
    assert told(found) == {"law-amendment-pending": [(1, 2)]}
    message = only(found, "law-amendment-pending").message
    assert "已有2035年11月20日修正（公告第19号），自2036年1月1日起施行；第1项、第2项引用的是" in message
    assert "仍施行的2031年3月2日通过的文本，届时须再核对" in message


def test_unchanged_though_the_law_was_amended() -> None:
    found = judged(register(*THREE), "第十二条　甲。")
    assert told(found) == {"law-amended-elsewhere": [(1,)]}


def test_what_was_not_quoted_was_not_compared() -> None:
    message = only(judged(register(*THREE), "甲。"), "law-amended-elsewhere").message
    assert "没有引用可以核对的条文，是否受影响没有核对" in message
    assert "未变" not in message


CYBER: Final = "《中华人民共和国网络安全法》"


def shipped(*cells: str, law: str = CYBER) -> PowerList:
    """With the register as it is shipped, whose 59 and 61 cite articles in every 款."""
    return judged(find_register(None), *cells, law=law, as_of=date(2026, 11, 23))


def test_a_quotation_that_fits_no_paragraph_may_be_any() -> None:
    cell = "第五十九条　不履行守桥义务的，由有关主管部门责令改正。"
    (provision,) = shipped(cell, law=f"{CYBER}（2016年11月7日通过）").items[0].provisions
    assert provision.current is not None
    assert provision.current.change == "ambiguous"
    assert [address.compact() for address in provision.current.candidates] == ["61.1", "61.2"]


@pytest.mark.parametrize("breach", ["违反……规定", "违反本法规定"])
def test_an_abridged_penalty_speaks_against_no_version(breach: str) -> None:
    """The penalty of 2016 cites other articles; one that cites none, or fewer, may be abridged."""
    assert (
        "不能断定引用的是哪一版"
        in only(shipped(f"第六十一条　桥户{breach}，未点灯的，处罚款。"), "law-amended").message
    )


def test_a_list_revised_in_part_is_dated_item_by_item() -> None:
    found = shipped(
        "第五十九条　桥户不履行本法第二十一条、第二十五条规定的守桥义务的，处罚款。",
        "第六十一条　桥户不履行本法第二十三条、第二十七条规定的守桥义务的，处罚款。",
    )
    assert told(found) == {"law-amended": [(1,)], "provision-changed": [(1,)]}


def test_a_law_not_in_force_yet() -> None:
    found = judged(TWO, "第三条　甲。", "第三条　甲。", as_of=date(2031, 3, 31))
    assert told(found) == {"law-not-in-force": [(1, 2)]}
    assert (
        "「云溪市古桥守护条例」尚未施行（自2031年4月1日起施行；共2项引用）" in only(found, "law-not-in-force").message
    )
    assert {provision.current for item in found.items for provision in item.provisions} == {None}


@pytest.mark.parametrize(
    "law", [pytest.param(CITED, id="undated"), pytest.param(f"{CITED}（公告第19号）", id="its coming text")]
)
def test_whatever_is_quoted_of_a_law_not_in_force_yet(law: str) -> None:
    assert told(judged(TWO, "第三条　甲。", law=law, as_of=date(2031, 3, 31))) == {"law-not-in-force": [(1,)]}


def test_one_of_several_coming_texts() -> None:
    """Nothing says which; but that none of them is in force yet is certain."""
    later = (
        version(2, SECOND.replace("31", "32")).replace("2041-05-05", "2035-12-01").replace("2041-06-01", "2037-01-01")
    )
    found = judged(
        register(version(0, ARTICLES), version(1, SECOND), later),
        "第三十一条　甲。",
        law=CITED,
        as_of=date(2035, 12, 2),
    )
    assert told(found) == {"law-amendment-pending": [(1,)]}
    message = only(found, "law-amendment-pending").message
    assert (
        "2035年11月20日修正的文本（自2036年1月1日起施行）或者2035年12月1日修正的文本（自2037年1月1日起施行）" in message
    )


def test_a_year_of_two_texts_is_that_of_the_one_in_force() -> None:
    known = register(
        version(0, ARTICLES), version(1, SECOND).replace("2035-11-20", "2031-11-20").replace("2036-01-01", "2032-01-01")
    )
    found = judged(known, "第三条　甲。", law=f"{CITED}（2031年）", as_of=date(2031, 12, 1))
    assert told(found) == {"law-amendment-pending": [(1,)]}
    assert "仍施行的2031年3月2日通过的文本，届时须再核对" in only(found, "law-amendment-pending").message


@pytest.mark.parametrize(
    "law",
    [
        pytest.param("《云溪市古桥守护条例》（2031通过）", id="behind the name"),
        pytest.param("《云溪市古桥守护条例（2031通过）》", id="in the name"),
        pytest.param("《云溪市古桥守护条例》（2031）", id="alone"),
        pytest.param("《云溪市古桥守护条例》(2031版)", id="with 版"),
    ],
)
def test_a_year_without_its_character_dates_a_law(law: str) -> None:
    found = judged(TWO, "第三条　甲。", law=law)
    assert "引用的是2031年3月2日通过的文本，" in only(found, "law-amended").message
    assert not findings(found, "law-undated")


def test_a_law_under_two_names_was_amended_once() -> None:
    """网络安全法 and 中华人民共和国网络安全法 are one law; each provision is told as the item has it."""
    old, cells = "（2016年11月7日通过）", ("第四十七条　甲。", "第四十八条第二款　乙。", "第五十条　丙。")
    full, short, new = f"《中华人民共和国网络安全法》{old}", f"《网络安全法》{old}", "《网安法》（2025年10月28日修正）"
    text = listed(*(row(cell, law=law) for cell, law in zip(cells, (short, full, new), strict=True)))
    found = parse_bytes(text.encode(), "list.txt", register=find_register(None), as_of=date(2045, 1, 1))
    assert told(found) == {"law-amended": [(1, 2)], "provision-moved": [(1,), (2,)]}
    message = only(found, "law-amended").message
    assert message.startswith("「网络安全法」已修改")
    assert "第1项、第2项引用的是2016年11月7日通过的文本，" in message
    assert "2处只改序号" in message


def test_items_that_quote_two_versions_are_told_apart() -> None:
    """Without a date in the whole list: what law-amended says of an item, law-undated does not deny."""
    found = shipped(
        "第五十九条　桥户不履行本法第二十一条、第二十五条规定的守桥义务的，处罚款。",
        "第六十一条　桥户不履行本法第二十三条、第二十七条规定的守桥义务的，处罚款。",
    )
    assert "第1项引用的是2016年11月7日通过的文本" in only(found, "law-amended").message
    message = only(found, "law-undated").message
    assert "第1项引用的是2016年11月7日通过的文本（据所引条款的序号判断）" in message
    assert "第2项引用的是2025年10月28日修正的文本（据所引条款的序号判断）" in message
    assert "无法确定" not in message
    partly = shipped("第五十九条　桥户不履行本法第二十一条、第二十五条规定的守桥义务的，处罚款。", "第九十条　甲。")
    assert only(partly, "law-undated").message.endswith("，第2项不能断定（共2项引用）。")


def test_a_text_not_in_force_yet() -> None:
    found = judged(TWO, "第三条　甲。", law=f"{CITED}（公告第19号）", as_of=date(2035, 12, 1))
    assert told(found) == {"law-amendment-pending": [(1,)]}
    assert "截至2035年12月1日施行的仍是2031年3月2日通过的文本" in only(found, "law-amendment-pending").message


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        pytest.param(date(2035, 11, 19), {}, id="nobody knew yet"),
        pytest.param(date(2035, 11, 20), {"law-amendment-pending": [(1,)]}, id="its day"),
        pytest.param(date(2035, 12, 31), {"law-amendment-pending": [(1,)]}, id="the last before"),
        pytest.param(date(2036, 1, 1), {"law-amended": [(1,)]}, id="in force"),
    ],
)
def test_a_list_without_a_date_quotes_no_text_that_is_not_in_force(
    as_of: date, expected: dict[str, list[tuple[int, ...]]]
) -> None:
    """Its numbers would fit both."""
    assert told(judged(TWO, "第三条　甲。", law=CITED, as_of=as_of)) == expected


def test_what_decided_the_version_of_such_a_list_is_said() -> None:
    undated = only(judged(TWO, "第三条　甲。", law=CITED, as_of=date(2035, 12, 1)), "law-undated").message
    assert "据所引条款的序号和施行日期判断，引用的是2031年3月2日通过的文本" in undated


def test_numbers_that_only_the_coming_text_has_are_of_it() -> None:
    found = judged(TWO, "第三十一条　甲。", law=CITED, as_of=date(2035, 12, 1))
    assert told(found) == {"law-amendment-pending": [(1,)]}
    assert "引用的是「云溪市古桥守护条例」2035年11月20日修正的文本" in only(found, "law-amendment-pending").message


def test_a_version_that_nothing_tells() -> None:
    found = judged(TWO, "第三条　甲。", "第三条　甲。", law=CITED)
    assert told(found) == {"law-amended": [(1, 2)]}
    assert "不能断定引用的是哪一版" in only(found, "law-amended").message


def test_a_law_that_has_ended_is_said_once() -> None:
    ended = '[repealed]\non = 2044-01-01\nreplaced_by = "云溪市桥梁条例"\nverified = false\nsource = "公报"\n'
    found = judged(register(version(0, ""), ended), "第三条　甲。\n第四条　乙。", "第三条　甲。")
    assert told(found) == {"law-repealed": [(1, 2)]}
    message = only(found, "law-repealed").message
    for words in ("自2044年1月1日起已废止", "代之以《云溪市桥梁条例》", "未全部核实", "废止以前的行为"):
        assert words in message
    # the table of the law's changes, made from this, has the day too
    notes = {provision.current.note for item in found.items for provision in item.provisions if provision.current}
    assert notes == {"整部自2044年1月1日起废止，代之以《云溪市桥梁条例》"}


def test_a_law_amended_and_then_ended_has_ended() -> None:
    ended = '[repealed]\non = 2044-01-01\nverified = true\nsource = "公报"\n'
    assert told(judged(register(*THREE, ended), "第三条　甲。")) == {"law-repealed": [(1,)]}


def test_unknown_laws_are_told_together_and_only_as_info() -> None:
    cells = [f"《{name}》\n\n第三条　甲。" for name in ("甲法", "乙法", "丙法", "丁法", "甲法")]
    found = judged(TWO, *cells, law="")
    assert told(found) == {"law-unknown": [(1, 2, 3, 4, 5)]}
    finding = only(found, "law-unknown")
    assert finding.severity == "info"
    assert "「甲法」、「乙法」、「丙法」等4部法律" in finding.message


def test_a_text_the_register_does_not_hold() -> None:
    found = judged(TWO, "第三条　甲。", law=f"{CITED}（2033年5月5日修正）")
    assert told(found) == {"law-unknown": [(1,)]}
    assert "写明的日期或文号" in only(found, "law-unknown").message
    stranger = judged(TWO, "第五条　甲。\n乙。", law=CITED)
    assert "所引条款的序号" in only(stranger, "law-unknown").message, "it has one 款 in every version"


def test_what_may_be_one_of_several() -> None:
    known = register(
        version(0, ARTICLES), version(1, SECOND),
        transition(0, '{ from = "9.1", to = "10.1", change = "changed" }, { from = "9.2", change = "repealed" }'),
    )  # fmt: skip
    found = judged(known, "第九条　甲。")
    assert told(found) == {"law-amended": [(1,)], "provision-unclear": [(1,)]}
    assert "可能是第十条第一款" in only(found, "provision-unclear").message


def test_the_codes_of_the_register() -> None:
    codes = [rule.code for rule in RULES]
    assert set(codes) >= REGISTERED
    assert all(code.startswith(("law-", "provision-")) for code in REGISTERED)


def test_when_the_register_was_last_checked_is_said() -> None:
    """Of what came after that day it knows nothing, be the law amended or not."""
    power_list = judged(TWO, f"{DATED}\n\n第三条　甲。\n\n《风铃管理办法》\n\n第五条　乙。", law="")
    assert [law.checked_on for law in power_list.laws] == ["2050-01-01", None]
    shown = io.StringIO()
    Console(file=shown, width=200).print(to_tree(power_list, power_list.items[0]))
    assert f"{DATED}　登记册核对于2050-01-01" in shown.getvalue()
    assert "《风铃管理办法》　登记册" not in shown.getvalue()
    note = basis_table(outdated(power_list)).note
    assert "法律登记册截至2045年1月1日（核对于2050年1月1日）。" in note
