"""Proves that an official text is read as it is printed: name, dates, headings, articles, 款, 项, 目; that what is no
statute is refused with what to do; and that broken numbering is said and never repaired. No law in it exists."""

from __future__ import annotations

import io
import zipfile
from typing import Final

import docx
import pytest

from pipeline.address import Address
from pipeline.errors import SourceUnreadable
from pipeline.statutes import Dates, Statute, Texts, read_statute

HEAD: Final = "云溪市古桥守护条例\n\n（2031年1月18日云溪市人民代表大会常务委员会第七次会议通过）\n\n"
TAIL: Final = "\n第九条　本条例自2031年4月1日起施行。\n"


def read(text: str, name: str = "条例.txt") -> Statute:
    return read_statute(text.encode(), name)


def body(text: str) -> Statute:
    """A statute whose articles are *text*."""
    return read(HEAD + text)


def shape(statute: Statute) -> list[str]:
    """Every unit: its address, compact, and its text."""
    return [f"{unit.address.compact()} {statute.text[slice(*unit.span)]}" for unit in statute.units]


def faults(statute: Statute) -> list[str]:
    return [f"{statute.place(fault.span[0])} {fault.message}" for fault in statute.faults]


# --- articles -------------------------------------------------------------------------------------------------------

SHAPES: Final = [
    (
        "paragraphs, items, points",
        "第一条　养护人应当：\n（一）检查：\n1.桥面；\n2.桥墩；\n（二）记录。\n违反前款的，给予警告。",
        ["1.1 养护人应当：", "1.1(1) （一）检查：", "1.1(1)[1] 1.桥面；", "1.1(1)[2] 2.桥墩；", "1.1(2) （二）记录。",
         "1.2 违反前款的，给予警告。"],
    ),
    (
        "（1） under （一） is a 目",
        "第一条　应当：\n（一）检查：\n（1）桥面；\n（2）桥墩；\n（二）记录。",
        ["1.1 应当：", "1.1(1) （一）检查：", "1.1(1)[1] （1）桥面；", "1.1(1)[2] （2）桥墩；", "1.1(2) （二）记录。"],
    ),
    (
        "（1） and 1. where there are no （一） are 项",
        "第一条　应当：\n（1）检查；\n（2）记录。\n第二条　检查：\n1.桥面；\n2.桥墩。",
        ["1.1 应当：", "1.1(1) （1）检查；", "1.1(2) （2）记录。", "2.1 检查：", "2.1(1) 1.桥面；", "2.1(2) 2.桥墩。"],
    ),
    (
        "circled 目",
        "第一条　应当：\n（一）检查：\n①桥面；\n②桥墩。",
        ["1.1 应当：", "1.1(1) （一）检查：", "1.1(1)[1] ①桥面；", "1.1(1)[2] ②桥墩。"],
    ),
    (
        "a number at the start of a sentence is no 目",
        "第一条　守桥。\n2031.5公里以内的古桥适用本条例。",
        ["1.1 守桥。", "1.2 2031.5公里以内的古桥适用本条例。"],
    ),
    (
        "之一 and 之二",
        "第一条　守桥。\n第一条之一　修桥。\n第一条之二　护桥。\n第二条　记录。",
        ["1.1 守桥。", "1-1.1 修桥。", "1-2.1 护桥。", "2.1 记录。"],
    ),
    (
        "第十条规定的 and its like at the start of a line are prose",
        "第一条　守桥。\n第十条规定的期限不算。\n第二条、第三条另有规定的除外。\n第三条 规定的期限，自检查之日起算。",
        ["1.1 守桥。", "1.2 第十条规定的期限不算。", "1.3 第二条、第三条另有规定的除外。",
         "1.4 第三条 规定的期限，自检查之日起算。"],
    ),
    (
        "labels that lost their blanks, where the number is the next",
        "第一条守桥。\n第二条养护人应当检查。\n第九条养护人不在此列。",
        ["1.1 守桥。", "2.1 养护人应当检查。", "2.2 第九条养护人不在此列。"],
    ),
    (
        "any blanks after the label, and blanks inside it",
        "第一条 守桥。\n第二条\u00a0修桥。\n第 三 条　护桥。\n第4条\t记录。",
        ["1.1 守桥。", "2.1 修桥。", "3.1 护桥。", "4.1 记录。"],
    ),
    ("a label on a line of its own", "第一条\n守桥。\n护桥。", ["1.1 守桥。", "1.2 护桥。"]),
    (
        "quoted articles are words of the article they stand in",
        "第一条　本条例所称的条款是：\n“第二条　不得悬挂重物。”\n第二条　记录。",
        ["1.1 本条例所称的条款是：", "1.2 “第二条　不得悬挂重物。”", "2.1 记录。"],
    ),
    (
        "a line indented with ideographic spaces",
        "　　第一条　守桥。\n　　护桥。\n　　（一）不是列举。",
        ["1.1 守桥。", "1.2 护桥。", "1.2(1) （一）不是列举。"],
    ),
    (
        "第一百零一条",
        "第一百条　守桥。\n第一百零一条　护桥。",
        ["100.1 守桥。", "101.1 护桥。"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, want, id=why) for why, text, want in SHAPES])
def test_articles_are_read_as_printed(text: str, expected: list[str]) -> None:
    assert shape(body(text)) == expected


def test_the_contents_are_no_articles_and_headings_are_known() -> None:
    statute = body(
        "目　　录\n\n第一编　总　　则\n第一章　守　　护……1\n"
        "第二编　分　　则\n第一章　罚　　则……2\n第二章　附　　则……3\n\n"
        "第一编　总　　则\n\n第一章　守　　护\n\n第一条　守桥。\n\n"
        "第二编　分　　则\n\n第一章　罚　　则\n第一节\n一般规定\n\n"
        "第二条　给予警告。\n\n第二章　附　　则\n\n第三条　本条例自2031年4月1日起施行。\n"
    )
    assert [(heading.level, heading.number, heading.title) for heading in statute.headings] == [
        ("编", 1, "总　　则"),
        ("章", 1, "守　　护"),
        ("编", 2, "分　　则"),
        ("章", 1, "罚　　则"),
        ("节", 1, "一般规定"),
        ("章", 2, "附　　则"),
    ]
    assert [[heading.title for heading in article.headings] for article in statute.articles] == [
        ["总　　则", "守　　护"],
        ["分　　则", "罚　　则", "一般规定"],
        ["分　　则", "附　　则"],
    ]
    assert faults(statute) == []


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        pytest.param("云溪市人民代表大会常务委员会\n2031年1月18日\n", None, id="signature and date"),
        pytest.param("主席　某某\n", None, id="who signed"),
        pytest.param("附件：古桥名录\n第一条　不是条文。\n", "附件：古桥名录", id="an annex with articles of its own"),
        pytest.param("附件2\n桥名\n", "附件2", id="an annex by number"),
        pytest.param("附　录\n", "附　录", id="附录"),
        pytest.param("注：以上条文自公布之日起施行。\n编辑整理。\n", None, id="notes"),
        pytest.param("[1] 见公报。\n", None, id="a footnote in a text file"),
    ],
)
def test_what_follows_the_last_article_is_not_of_it(text: str, closing: str | None) -> None:
    statute = body(f"第一条　守桥。\n第二条　本条例自2031年4月1日起施行。\n{text}")
    assert shape(statute) == ["1.1 守桥。", "2.1 本条例自2031年4月1日起施行。"]
    assert statute.annex == (None if closing is None else statute.text.index(closing))


def test_wording_and_span_of_an_address() -> None:
    statute = body("第一条　养护人应当：\n（一）检查；\n（二）记录。\n违反的，给予警告。\n第二条　守桥。")
    assert statute.wording(Address(1)) == "养护人应当：\n（一）检查；\n（二）记录。\n违反的，给予警告。"
    assert statute.wording(Address(1, None, 1, 2)) == "（二）记录。"
    assert statute.wording(Address(1, None, None, 2)) == "（二）记录。", "only one 款 has a 项 two"
    assert statute.wording(Address(1, None, 3)) is None
    assert statute.wording(Address(9)) is None
    span = statute.span(Address(1, None, 1))
    assert span is not None
    assert statute.text[slice(*span)] == "养护人应当：\n（一）检查；\n（二）记录。"
    assert statute.called(Address(2, None, 1)) == "第二条"
    assert statute.called(Address(1, None, 1, 2)) == "第一条第一款第二项"


# --- name and dates -------------------------------------------------------------------------------------------------

ARTICLES: Final = "\n第一条　守桥。\n第二条　本条例自2031年4月1日起施行。\n"

HEADS: Final = [
    ("adopted", "古桥条例\n（2031年1月18日某会议通过）", "古桥条例", Dates("2031-01-18", None, None, "2031-04-01")),
    (
        "amended: the date of entry into force is the first text's",
        "古桥条例\n（2031年1月18日某会议通过　根据2033年5月6日某会议《关于修改〈古桥条例〉的决定》修正）",
        "古桥条例",
        Dates("2031-01-18", None, "2033-05-06", None),
    ),
    (
        "amended twice, the bracket over several lines",
        (
            "古桥条例\n（2031年1月18日某会议通过\n根据2032年3月1日某会议《关于修改〈古桥条例〉等三件法规的决定》第一次修正\n"
            "根据2033年5月6日某会议《关于修改〈古桥条例〉的决定》第二次修正）"
        ),
        "古桥条例",
        Dates("2031-01-18", None, "2033-05-06", None),
    ),
    (
        "revised as a whole",
        "古桥条例\n（2021年1月18日某会议通过　2031年2月6日某会议修订）",
        "古桥条例",
        Dates("2021-01-18", None, "2031-02-06", "2031-04-01"),
    ),
    (
        "published by order",
        "古桥管理办法\n（2030年12月27日云溪市人民政府令第12号公布　自2031年4月1日起施行）",
        "古桥管理办法",
        Dates(None, "2030-12-27", None, "2031-04-01"),
    ),
    (
        "full-width digits and half-width brackets",
        "古桥条例\n(２０３１年１月１８日某会议通过)",
        "古桥条例",
        Dates("2031-01-18", None, None, "2031-04-01"),
    ),
    (
        "Chinese digits",
        "古桥条例\n（二〇三一年一月十八日某会议通过）",
        "古桥条例",
        Dates("2031-01-18", None, None, "2031-04-01"),
    ),
    (
        "the order with which rules are published stands above the title",
        (
            "云溪市人民政府令\n第12号\n《古桥管理办法》已经市政府会议审议通过，现予公布，自2031年4月1日起施行。\n"
            "市长　某某\n2031年1月5日\n古桥管理办法"
        ),
        "古桥管理办法",
        Dates(None, "2031-01-05", None, "2031-04-01"),
    ),
    (
        "Markdown, dates on lines of their own",
        (
            "# 古桥条例\n\n2031年1月18日 某会议通过\n\n2033年5月6日 《关于修改〈古桥条例〉的决定》修正\n\n"
            "<!-- INFO END -->\n\n## 第一章 总则"
        ),
        "古桥条例",
        Dates("2031-01-18", None, "2033-05-06", None),
    ),
    (
        "an amendment that was adopted under a name of its own",
        "古桥条例\n2021年1月18日 某会议通过\n2033年5月6日 某会议通过的《古桥条例修正案（二）》",
        "古桥条例",
        Dates("2021-01-18", None, "2033-05-06", None),
    ),
    (
        "a title in two lines, in title marks inside",
        "云溪市人民代表大会常务委员会\n关于实施《古桥条例》若干问题的规定\n（2031年1月18日某会议通过）",
        "云溪市人民代表大会常务委员会关于实施《古桥条例》若干问题的规定",
        Dates("2031-01-18", None, None, "2031-04-01"),
    ),
    (
        "a name that ends in no word for an instrument, above its history",
        "古桥三年守护纲要\n（2031年1月18日某会议通过）",
        "古桥三年守护纲要",
        Dates("2031-01-18", None, None, "2031-04-01"),
    ),
    ("no dates at all", "古桥条例", "古桥条例", Dates(None, None, None, "2031-04-01")),
    ("a day that is none", "古桥条例\n（2031年13月40日某会议通过）", "古桥条例", Dates(None, None, None, "2031-04-01")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "name", "dates"), [pytest.param(head, name, dates, id=why) for why, head, name, dates in HEADS]
)
def test_name_and_dates(head: str, name: str, dates: Dates) -> None:
    statute = read(head + "\n" + ARTICLES)
    assert (statute.name, statute.dates) == (name, dates)


@pytest.mark.parametrize(
    ("address", "lead_ins"),
    [
        pytest.param(Address(1, None, 1, 1, 2), ["有下列行为的：", "（一）在桥上："], id="a 目: of 款 and 项"),
        pytest.param(Address(1, None, 1, 2), ["有下列行为的："], id="a 项"),
        pytest.param(Address(1, None, None, 2), ["有下列行为的："], id="a 项 without its 款"),
        pytest.param(Address(1, None, 1), [], id="a 款 is whole"),
        pytest.param(Address(1), [], id="an article is"),
        pytest.param(Address(2, None, 1, 1), [], id="what is not there completes nothing"),
    ],
)
def test_the_words_that_an_item_completes(address: Address, lead_ins: list[str]) -> None:
    statute = body("第一条　有下列行为的：\n（一）在桥上：\n1.奔跑的；\n2.跳跃的；\n（二）悬挂重物的。\n责令改正。\n")
    assert [statute.text[slice(*span)] for span in statute.lead_ins(address)] == lead_ins


def test_in_force_from_publication() -> None:
    printed = "古桥办法\n（2031年1月5日云溪市人民政府令第12号公布）\n第一条　守桥。\n第二条　本办法自公布之日起施行。\n"
    assert read(printed).dates.effective_on == "2031-01-05"
    amended = printed.replace("公布）", "公布　根据2033年5月6日《关于修改〈古桥办法〉的决定》修正）")
    assert read(amended).dates.effective_on is None, "that was the publication of the first text"


# --- what is wrong with a text --------------------------------------------------------------------------------------

FAULTS: Final = [
    ("skipped", "第一条　甲。\n第三条　乙。", ["第6行 第一条之后是第三条，缺第二条"]),
    ("several skipped", "第一条　甲。\n第五条　乙。", ["第6行 第一条之后是第五条，缺第二条至第四条"]),
    ("repeated", "第一条　甲。\n第一条　乙。", ["第6行 第一条重复出现"]),
    ("all repeated", "第一条　甲。\n第二条　乙。\n第一条　甲。\n第二条　乙。", ["第7行 第一条至第二条重复出现"]),
    ("misprinted", "第一条　甲。\n第一条　乙。\n第三条　丙。", ["第6行 第一条重复出现，第一条之后是第三条，缺第二条"]),
    ("one repeated, one twice", "第一条　甲。\n第二条　乙。\n第二条　丙。\n第三条　丁。\n第一条　戊。",
     ["第7行 第二条重复出现", "第9行 第一条重复出现"]),
    ("back", "第一条　甲。\n第二条　乙。\n第三条　丙。\n第二条之一　丁。", ["第8行 第三条之后是第二条之一，条号倒退"]),
    ("two swapped", "第一条　甲。\n第三条　乙。\n第二条　丙。\n第四条　丁。",
     ["第6行 第二条排在第三条之后，条号次序颠倒"]),
    ("swapped in a copy without blanks", "第一条甲。\n第三条乙。\n第二条丙。\n第四条丁。",
     ["第6行 第二条排在第三条之后，条号次序颠倒"]),
    ("two before two", "第一条　甲。\n第四条　乙。\n第五条　丙。\n第二条　丁。\n第三条　戊。\n第六条　己。",
     ["第6行 第二条排在第五条之后，条号次序颠倒"]),
    ("back, and on", "第一条　甲。\n第二条　乙。\n第三条　丙。\n第二条之一　丁。\n第四条　戊。",
     ["第8行 第三条之后是第二条之一，条号倒退"]),
    ("a number that is none", "第一条　甲。\n第二十十条　乙。\n丙。\n第三条　丁。",
     ["第6行 「第二十十条」不是有效的条号，其下的文字没有归入任何一条"]),
    ("begins late", "第二条　甲。", ["第5行 条文从第二条开始，缺第一条"]),
    ("之二 without 之一", "第一条　甲。\n第一条之二　乙。", ["第6行 第一条之后是第一条之二，条号不连续"]),
    ("items", "第一条　应当：\n（一）甲；\n（三）乙。", ["第7行 「（三）」与前一项的序号不连续"]),
    ("items begin late", "第一条　应当：\n（二）甲。", ["第6行 项从「（二）」开始"]),
    ("an item without a number", "第一条　应当：\n（十十）甲。", ["第6行 项的序号「（十十）」不是有效的数字"]),
    (
        "points",
        "第一条　应当：\n（一）甲：\n1.乙；\n3.丙。",
        ["第8行 「3.」与前一目的序号不连续"],
    ),
    ("chapters", "第一章　甲\n第一条　甲。\n第三章　乙\n第二条　乙。", ["第7行 第一章之后是第三章，序号不连续"]),
    (
        "a line under a heading",
        "第一章　甲\n本章规定守护。\n第一条　甲。",
        ["第6行 「本章规定守护。」不属于任何一条，未读入"],
    ),
    (
        "lines broken by the file",
        "第一条　养护人应当每月检查桥面，\n记录裂缝。\n第二条　乙。",
        ["第5行 「养护人应当每月检查桥面，」到行末句子没有完，第一条的款数可能不准"],
    ),
    ("a label with nothing under it", "第一条\n第二条　乙。", ["第5行 第一条下没有条文"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, want, id=why) for why, text, want in FAULTS])
def test_faults_are_said_with_their_line(text: str, expected: list[str]) -> None:
    assert faults(body(text)) == expected


def test_nothing_is_repaired() -> None:
    statute = body("第一条　甲。\n第三条　乙。\n第三条　丙。")
    assert shape(statute) == ["1.1 甲。", "3.1 乙。", "3.1 丙。"]


def test_what_stands_under_a_label_without_a_number_is_of_no_article() -> None:
    statute = body("第一条　甲。\n第二十十条　乙。\n丙。\n第三条　丁。")
    assert shape(statute) == ["1.1 甲。", "3.1 丁。"]
    assert [number for number in range(1, 5) if statute.skips((number, 0))] == [2]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        pytest.param("第一条　甲。\n第二条　乙。\n第三条　丙。", [], id="in order"),
        pytest.param("第一条　甲。\n第三条　丙。\n第二条　乙。", [], id="swapped"),
        pytest.param("第一条　甲。\n第二条　乙。\n第二条　丙。\n第三条　丁。", [2], id="twice"),
        pytest.param(
            "第一条　甲。\n第二条　乙。\n第三条　改为：\n第一条　丁。\n第四条　戊。", [1, 3], id="quoted in 3"
        ),
        pytest.param("第一条　甲。\n第二条　乙。\n丙。\n第四条　丁。", [2, 3], id="3 may be in 2"),
        pytest.param("第一条　甲。\n第四条　丁。", [2, 3], id="an excerpt"),
        pytest.param("第一条　甲。\n第二条　乙。\n第三十十条　丙。\n第四条　丁。", [3], id="3 is in no article"),
    ],
)
def test_where_broken_numbers_leave_open_what_an_article_says(text: str, doubtful: list[int]) -> None:
    statute = body(text)
    assert [number for number in range(1, 5) if statute.is_doubtful((number, 0))] == doubtful
    assert not any(statute.wording(Address(number)) for number in doubtful)


def test_chapters_may_go_on_or_begin_again_under_a_new_part() -> None:
    for second in ("第一章", "第二章"):
        text = f"第一编　甲\n第一章　甲\n第一条　甲。\n第二编　乙\n{second}　乙\n第二条　乙。"
        assert faults(body(text)) == []


# --- what is no statute ---------------------------------------------------------------------------------------------

DECISION: Final = (
    "云溪市人民代表大会常务委员会关于修改《云溪市古桥守护条例》的决定\n（2033年5月6日某会议通过）\n"
    "一、将第三条修改为：“第三条　市古桥管理部门负责守桥。”\n二、删去第五条第二款。\n本决定自公布之日起施行。\n"
)

REFUSED: Final = [
    ("empty", "", "第1行：文件是空的"),
    ("prose", "古桥守护条例\n守桥人人有责。\n", "没有找到“第一条”"),
    ("an amending decision", DECISION, "第1行：这是修改决定，不是法律文本"),
    ("an amendment", DECISION.replace("关于修改《云溪市古桥守护条例》的决定", "古桥法修正案（二）"), "这是修改决定"),
    ("a decision with the new text below", DECISION + HEAD + "第一条　守桥。\n", "第1行：这是修改决定"),
    ("articles without a name", "第一条　守桥。\n第二条　护桥。\n", "第1行：第一条之前没有法律名称"),
    ("a decree, and no articles", "云溪市人民政府令\n第12号\n现予公布。\n", "没有法律名称"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [pytest.param(text, said, id=why) for why, text, said in REFUSED])
def test_what_is_no_statute_is_refused_with_what_to_do(text: str, said: str) -> None:
    with pytest.raises(SourceUnreadable) as error:
        read(text)
    message = str(error.value)
    assert message.startswith("条例.txt：")
    assert said in message
    assert "请" in message


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"%PDF-1.7\n", "这是 PDF", id="PDF"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "旧版 Word", id="doc"),
        pytest.param(b"PK\x03\x04" + b"x" * 40, "已损坏", id="a broken package"),
        pytest.param(b"\xff\xfe\x00\xd8\x00\x00", "不是有效的", id="broken UTF-16"),
        pytest.param(bytes(range(256)) * 9, "不是可识别的文字", id="no text"),
    ],
)
def test_files_of_other_kinds_are_refused_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(SourceUnreadable) as error:
        read_statute(data, "条例.docx")
    message = str(error.value)
    assert said in message
    assert "raw/" not in message, "this is no list"
    assert ".docx" in message.split("；", 1)[1]


def test_a_package_that_is_no_document() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("a.txt", "守桥")
    with pytest.raises(SourceUnreadable, match="不是 Word 文档"):
        read_statute(buffer.getvalue(), "条例.zip")


# --- encodings and formats ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_are_those_of_lists(encoding: str) -> None:
    statute = read_statute((HEAD + "第一条　守桥。\r\n第二条　护桥。\r\n").encode(encoding), "条例.txt")
    assert shape(statute) == ["1.1 守桥。", "2.1 护桥。"]


def test_markdown_marks_are_no_text() -> None:
    statute = read(
        "# 古桥条例\n\n> 2031年1月18日 某会议通过\n\n## 第一章 总则\n\n**第一条** 守桥。\n\n- （一）不是列举；\n\n"
        "第二条 护桥。\n",
        "条例.md",
    )
    assert shape(statute) == ["1.1 守桥。", "1.1(1) （一）不是列举；", "2.1 护桥。"]
    assert [heading.title for heading in statute.headings] == ["总则"]


def test_a_word_document_is_read_by_paragraph() -> None:
    document = docx.Document()
    for line in (HEAD + "第一条　守桥。\n护桥。\n第三条　记录。").split("\n"):
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    statute = read_statute(buffer.getvalue(), "条例.docx")
    assert (statute.name, statute.dates.adopted_on) == ("云溪市古桥守护条例", "2031-01-18")
    assert shape(statute) == ["1.1 守桥。", "1.2 护桥。", "3.1 记录。"]
    assert faults(statute) == ["第7段 第一条之后是第三条，缺第二条"], "empty paragraphs count, as in Word"


@pytest.mark.parametrize(
    "flood",
    [
        pytest.param("<!--" * 300_000, id="comments that are never closed"),
        pytest.param("（2031年1月" * 100_000, id="brackets that are never closed"),
        pytest.param("第" * 1_000_000, id="labels that never come"),
        pytest.param("第一章　" + " " * 1_000_000, id="blanks"),
        pytest.param("（一）" * 200_000, id="markers"),
    ],
)
def test_floods_are_read_in_a_moment(flood: str) -> None:
    """What is nested or repeated without end costs no more than its length."""
    assert read(f"{HEAD}{flood}\n第一条　守桥。\n").articles


# --- several files --------------------------------------------------------------------------------------------------


def text_of(name: str, date: str, file: str, more: str = "通过") -> Statute:
    return read(f"{name}\n（{date}某会议{more}）\n第一条　守桥。\n", file)


def test_two_files_of_one_version_are_refused() -> None:
    one, other = text_of("古桥条例", "2031年1月18日", "甲.txt"), text_of("古桥　条例", "2031年1月18日", "乙.docx.txt")
    with pytest.raises(SourceUnreadable, match=r"甲\.txt.*都是《古桥条例》2031-01-18 的文本.*请移走其中一个"):
        Texts([one, other])


def test_two_files_of_one_law_without_dates_cannot_be_told_apart() -> None:
    undated = [read(f"古桥条例\n第一条　{word}。\n", f"{word}.txt") for word in ("甲", "乙")]
    with pytest.raises(SourceUnreadable, match="都没有写明日期"):
        Texts(undated)


def test_versions_of_a_law_are_found_by_name_and_date() -> None:
    old = text_of("中华人民共和国古桥法", "2031年1月18日", "旧.txt")
    new = text_of("古桥法", "2031年1月18日", "新.txt", "通过　根据2033年5月6日《关于修改〈古桥法〉的决定》修正")
    texts = Texts([new, old])
    assert [statute.file for statute in texts.of("古桥法")] == ["旧.txt", "新.txt"], "by version, 国名 aside"
    assert texts.version("中华人民共和国古桥法", "2033-05-06") is new
    assert texts.version("古桥法", "2031-01-18") is old, "an amended text is no longer the adopted one"
    assert texts.version("古桥法", "2032-01-01") is None
    assert texts.of("风铃法") == ()
    assert texts.of("古桥法（2033年修正）") == texts.of("古桥法"), "a year behind the name is no part of it"
    assert texts.of("古桥法（试行）") == ()
