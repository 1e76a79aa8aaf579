"""Proves what is said of a quotation beside the official text of its law: each finding in a list that has its fault,
none in a list that quotes rightly, and nothing twice. The law does not exist."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

import pytest
import regex
from rich.console import Console

from pipeline.errors import ExitCode
from pipeline.model import Collation, PowerList
from pipeline.parse import parse_source
from pipeline.statutes import Texts, read_statute
from pipeline.writers.to_tree import to_tree
from tests.command import ROOT, run
from tests.rows import LAW, findings, listed, row
from tests.test_checks import BESIDE, _assert_readable

NAME: Final = "云溪市古桥守护条例"
ADOPTED: Final = f"{NAME}\n\n（2031年1月18日云溪市人民代表大会常务委员会第七次会议通过）\n\n"
AMENDED: Final = ADOPTED.replace("通过）", f"通过　根据2033年5月6日某会议《关于修改〈{NAME}〉的决定》修正）")
MONTHLY: Final = "古桥的养护人应当每月检查桥面。"
RECORD: Final = "养护人应当记录裂缝，并保存记录三年。"
DUTIES: Final = f"{MONTHLY}\n{RECORD}\n重点古桥的养护人还应当每日巡查。"
FORBIDDEN: Final = "在古桥上不得有下列行为："
CONDUCT: Final = (
    f"{FORBIDDEN}\n（一）悬挂重物；\n（二）停放机动车；\n（三）刻划（涂写）石栏。\n紧急情况下经批准的除外。"
)
PENALTY: Final = "养护人不履行本条例第三条第一款、第二款规定的义务的，责令改正，处一万元以上十万元以下罚款。"
HIGHER: Final = "重点古桥的养护人不履行本条例第三条第三款规定的义务的，责令改正，处十万元以上一百万元以下罚款。"
LEAD: Final = "违反本条例第四条第一款规定，有下列行为之一的，处二百元以下罚款；情节严重的，处二百元以上五百元以下罚款："
ACTS: Final = "（一）悬挂重物的；\n（二）停放机动车的；\n（三）刻划（涂写）石栏的。"
ARTICLES: Final = (
    "第一条　为了守护古桥，制定本条例。",
    "第二条　市古桥管理部门负责全市古桥的监督管理工作。\n区人民政府负责本区古桥的守护工作。",
    f"第三条　{DUTIES}",
    f"第四条　{CONDUCT}",
    f"第五条　{PENALTY}\n{HIGHER}",
    f"第六条　{LEAD}\n{ACTS}",
    "第七条　本条例自2031年4月1日起施行。",
)
TEXT: Final = ADOPTED + "\n".join(ARTICLES) + "\n"
"""Also in tests/fixtures/statutes/bridges.txt, for the README."""

OFFICES: Final = ARTICLES[1][4:]

_SHIFT: Final = str.maketrans("二三四五六七", "三四五六七八")


def _later(article: str) -> str:
    """*article* with every article number in it one higher."""
    return regex.sub(r"第[二三四五六七]条", lambda label: label.group().translate(_SHIFT), article)


# One article more after the first, as an amendment leaves a law.
RENUMBERED: Final = AMENDED + "\n".join([ARTICLES[0], "第二条　古桥属于全体市民。", *map(_later, ARTICLES[1:])])


def texts(*contents: str) -> Texts:
    return Texts(read_statute(content.encode(), f"laws/texts/{n}.txt") for n, content in enumerate(contents, 1))


def beside(*cells: str, law: str = LAW, official: Texts | None = None) -> PowerList:
    """A list of items that quote *cells*, laid beside the text."""
    rows = (row(cell, law=law, title=f"古桥守护事项之{number}") for number, cell in enumerate(cells, 1))
    return parse_source(listed(*rows).encode(), "made-up.txt", texts=official or texts(TEXT)).power_list


def collation(power_list: PowerList, item: int = 1, ordinal: int = 1) -> Collation:
    found = power_list.items[item - 1].provisions[ordinal - 1].collation
    assert found is not None
    return found


def compact(found: Collation) -> str:
    """outcome label addresses / 款 / left out / differences, on one line."""
    addresses = " ".join(address.compact() for address in found.addresses) or "-"
    paragraphs = ",".join(str(number) for number in found.paragraphs)
    left = " ".join(each.address.compact() + ("" if each.whole else f"…{each.text}") for each in found.left_out)
    differs = " ".join(f"{each.quoted}→{each.official}" for each in found.differences)
    return f"{found.outcome} {found.label} {addresses} / {paragraphs} / {left} / {differs}"


COLLATED: Final = [
    ("a whole article of one 款", ARTICLES[0], "equal fits 1 / 1 /  / "),
    ("a whole article of several", ARTICLES[1], "equal fits 2 / 1,2 /  / "),
    (
        "blank lines, blanks and bracket width aside",
        ARTICLES[3].replace("\n", "\n\n").replace("（", "(").replace("）", ")").replace("机动车", "机动 车"),
        "equal fits 4 / 1,2 /  / ",
    ),
    ("a 款 by its label", f"第三条　第二款　{RECORD}", "equal fits 3.2 / 2 /  / "),
    ("two 款 by their label", f"第三条第一、二款　{MONTHLY}\n{RECORD}", "equal fits 3.1 3.2 / 1,2 /  / "),
    ("two articles by their label", f"第二条、第三条　{OFFICES}\n{DUTIES}", "equal fits 2 3 / 1,2,1,2,3 /  / "),
    ("the same, the other way round", f"第三条、第二条　{DUTIES}\n{OFFICES}", "equal fits 3 2 / 1,2,3,1,2 /  / "),
    ("two articles as a range", f"第二条至第三条　{OFFICES}\n{DUTIES}", "equal fits 2 3 / 1,2,1,2,3 /  / "),
    (
        "a range with an article in between",
        f"第一条至第三条　{ARTICLES[0][4:]}\n{OFFICES}\n{DUTIES}",
        "equal fits 1 2 3 / 1,1,2,1,2,3 /  / ",
    ),
    (
        "a 款 of one article and one of another",
        f"第三条第二款、第五条第二款　{RECORD}\n{HIGHER}",
        "equal fits 3.2 5.2 / 2,2 /  / ",
    ),
    (
        "the 款 of one of the two is another one",
        f"第三条第一款、第五条第二款　{RECORD}\n{HIGHER}",
        "equal wrong 3.2 5.2 / 2,2 / 3.1 / ",
    ),
    ("of two articles only the second", f"第二条、第三条　{DUTIES}", "equal too_wide 3 / 1,2,3 / 2.1 2.2 / "),
    ("…… stands for the second", f"第二条、第三条　{OFFICES}\n……", "equal fits 2 / 1,2,None /  / "),
    (
        "a word in the second of two articles",
        f"第二条、第三条　{OFFICES}\n{DUTIES.replace('每月', '每周')}",
        "differs fits 2 3 / 1,2,1,2,3 /  / 周→月",
    ),
    (
        "a line of an article that is not named",
        f"第二条、第三条　{OFFICES}\n{DUTIES}\n{ARTICLES[0][4:]}",
        "differs fits 2 3 / 1,2,1,2,3,None /  / 为了守护古桥，制定本条例。→",
    ),
    ("one of the two is not there", f"第三条、第十条　{DUTIES}", "equal fits 3 / 1,2,3 /  / "),
    ("one article named twice", f"第二条、第二条　{OFFICES}", "equal fits 2 / 1,2 /  / "),
    ("第一款 over the first two", f"第三条第一款　{MONTHLY}\n{RECORD}", "equal wrong 3.1 3.2 / 1,2 /  / "),
    ("第一款 over the second", f"第三条第一款　{RECORD}", "equal wrong 3.2 / 2 / 3.1 / "),
    ("the whole article named, its second 款 quoted", f"第五条　{HIGHER}", "equal too_wide 5.2 / 2 / 5.1 / "),
    ("…… stands for the other 款", f"第五条　……\n{HIGHER}", "equal fits 5.2 / None,2 /  / "),
    ("…… after the first", f"第三条　{MONTHLY}\n……", "equal fits 3.1 / 1,None /  / "),
    (
        "…… inside a sentence, and for 项",
        "第六条　违反本条例第四条第一款规定……处二百元以上五百元以下罚款：\n（一）悬挂重物的；\n……",
        "equal fits 6.1(1) / 1,None /  / ",
    ),
    (
        "two 项 left out",
        f"第六条　{LEAD}\n（一）悬挂重物的；",
        "equal fits 6.1(1) / 1 / 6.1(2) 6.1(3) / ",
    ),
    ("a 项 by its label", f"第四条第一款第（二）项　{FORBIDDEN}\n（二）停放机动车；", "equal fits 4.1(2) / 1 /  / "),
    ("another 项", f"第四条第一款第（一）项　{FORBIDDEN}\n（二）停放机动车；", "equal wrong 4.1(2) / 1 / 4.1(1) / "),
    ("its marker is in the label", "第四条第一款　第二项　停放机动车；", "equal fits 4.1(2) / 1 /  / "),
    (
        "two markers are in the label",
        "第四条　第二、三项　停放机动车；\n刻划（涂写）石栏。",
        "equal fits 4.1(2) 4.1(3) / 1,1 /  / ",
    ),
    (
        "one marker is in the label, one is printed",
        "第四条第二、三项　停放机动车；\n（三）刻划（涂写）石栏。",
        "equal fits 4.1(2) 4.1(3) / 1 /  / ",
    ),
    (
        "markers in the label, and a slip",
        "第四条第一款第二、三项　停放机动车；刻划石栏。",
        "differs fits 4.1(2) 4.1(3) / 1 /  / →（涂写）",
    ),
    ("another marker than in the label", "第四条第二项　（三）停放机动车；", "differs fits 4.1(2) / 1 /  / 三→二"),
    (
        "a label that names no 项",
        "第四条第一款　（一）悬挂重物；\n停放机动车；\n（三）刻划（涂写）石栏。",
        "equal fits 4.1(1) 4.1(2) 4.1(3) / 1,1 / 4.1(2)…（二） 4.1…在古桥上不得有下列行为： / ",
    ),
    ("another 项, its marker in the label", "第四条第一项　停放机动车；", "equal wrong 4.1(2) / 1 / 4.1(1) / "),
    (
        "the beginning of a 项 too",
        "第四条第一款第三项　（涂写）石栏。",
        "equal fits 4.1(3) / 1 / 4.1(3)…刻划 / ",
    ),
    (
        "a sentence that breaks off",
        "第三条第二款　养护人应当记录裂缝",
        "equal fits 3.2 / 2 / 3.2…，并保存记录三年。 / ",
    ),
    ("only the mark at the end", f"第三条第二款　{RECORD[:-1]}", "differs fits 3.2 / 2 /  / →。"),
    ("one 款 over two lines", f"第三条第二款　{RECORD[:10]}\n\n{RECORD[10:]}", "equal fits 3.2 / 2,2 /  / "),
    ("a word", "第四条第二款　紧急情况下经核准的除外。", "differs fits 4.2 / 2 /  / 核→批"),
    (
        "words added and words missing",
        "第三条第二款　养护人应当及时记录裂缝，并保存三年。",
        "differs fits 3.2 / 2 /  / 及时→ →记录",
    ),
    ("a line that is nowhere", f"{ARTICLES[0]}\n任何人不得垂钓。", "differs fits 1 / 1,None /  / 任何人不得垂钓。→"),
    ("another article", f"第六条　{HIGHER}", "elsewhere wrong 5.2 / 2 /  / "),
    ("an article that is not there", "第九十九条　为了守护古桥，制定本条例。", "elsewhere wrong 1 / 1 /  / "),
    ("another article, with a slip", f"第六条　{HIGHER.replace('十万', '五万')}", "elsewhere wrong 5.2 / 2 /  / 五→十"),
    ("nowhere", "第二条　任何人不得在古桥下垂钓、游泳或者放生。", "not_found wrong - / None /  / "),
    ("no label", RECORD, "equal None 3.2 / 2 /  / "),
    ("announced", f"第五条第二款规定：“{HIGHER}”", "equal fits 5.2 / 2 /  / "),
    ("announced, without marks", f"第五条第二款　规定：{HIGHER}", "equal fits 5.2 / 2 /  / "),
    ("in marks", f"第三条第二款　「{RECORD}」", "equal fits 3.2 / 2 /  / "),
    ("in marks over several lines", f"第三条规定：“{DUTIES}”", "equal fits 3 / 1,2,3 /  / "),
    ("marks around each line", f"第三条　“{MONTHLY}”\n“{RECORD}”\n……", "equal fits 3.1 3.2 / 1,2,None /  / "),
    ("marks never closed", f"第三条第二款规定：“{RECORD}", "equal fits 3.2 / 2 /  / "),
    ("a stop behind the marks", f"第三条第二款　“{RECORD}”的规定。", "equal fits 3.2 / 2 /  / "),
    ("…… within the marks", "第三条第二款规定：“养护人应当记录裂缝……”", "equal fits 3.2 / 2 /  / "),
    (
        "a slip within the marks",
        f"第三条第二款规定：“{RECORD.replace('三年', '五年')}”",
        "differs fits 3.2 / 2 /  / 五→三",
    ),
    ("announced, and not there", "第二条规定：“任何人不得垂钓、游泳或者放生。”", "not_found wrong - / None /  / "),
    (
        "a line within the marks that is nowhere",
        f"第一条规定：“{ARTICLES[0][4:]}\n任何人不得垂钓。”",
        "differs fits 1 / 1,None /  / 任何人不得垂钓。→",
    ),
    ("the mark at the end is within", f"第三条第二款规定：“{RECORD[:-1]}”。", "differs fits 3.2 / 2 /  / →。"),
]

TERMS: Final = f"{ADOPTED}第一条　“古桥”是指百年以上的“石桥”。\n第二条　公告牌写：\n“桥上不得停放机动车。”\n"


@pytest.mark.parametrize(("cell", "expected"), [pytest.param(cell, want, id=why) for why, cell, want in COLLATED])
def test_a_quotation_beside_its_text(cell: str, expected: str) -> None:
    assert " ".join(compact(collation(beside(cell))).split()) == " ".join(expected.split())


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("第一条　“古桥”是指百年以上的“石桥”。", "equal fits 1 / 1 /  / ", id="two words in marks"),
        pytest.param("第一条规定：““古桥”是指百年以上的“石桥”。”", "equal fits 1 / 1 /  / ", id="the same, framed"),
        pytest.param("第二条第二款　“桥上不得停放机动车。”", "equal fits 2.2 / 2 /  / ", id="marks of the law itself"),
    ],
)
def test_marks_of_the_law_itself_are_no_frame(cell: str, expected: str) -> None:
    found = compact(collation(beside(cell, official=texts(TERMS))))
    assert " ".join(found.split()) == " ".join(expected.split())


MARKED: Final = f"""{ADOPTED}第一条　养护人应当检查桥面；
其他养护人应当检查桥面。
第二条　有下列行为之一的，处罚款：
（一）悬挂重物；
（二）停放机动车。
悬挂重物。
第三条　古桥的养护人应当检查桥面。
"""


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param(
            "第一条第一款　养护人应当检查桥面。", "differs fits 1.1 / 1 /  / 。→；", id="a part of another 款"
        ),
        pytest.param("第一条　养护人应当检查桥面。", "differs too_wide 1.1 / 1 / 1.2 / 。→；", id="under the article"),
        pytest.param("第二条第一款第一项　悬挂重物。", "differs fits 2.1(1) / 1 /  / 。→；", id="another 款 as it is"),
        pytest.param("第二条第二款　悬挂重物。", "equal fits 2.2 / 2 /  / ", id="the 款 that the label names"),
        pytest.param("第二条第一款　悬挂重物。", "equal wrong 2.2 / 2 / 2.1 / ", id="a 款, where no 项 is named"),
    ],
)
def test_a_mark_at_the_end_makes_no_other_paragraph(cell: str, expected: str) -> None:
    """The words are a whole clause under the label; only with its mark they stand elsewhere as they are."""
    found = compact(collation(beside(cell, official=texts(MARKED))))
    assert " ".join(found.split()).startswith(" ".join(expected.split()))


def test_a_wording_of_another_article_is_not_taken_for_a_variant_of_this_one() -> None:
    """However alike the two are: words that stand somewhere as they are, are from there."""
    text = (
        f"{ADOPTED}第一条　在古桥上停放机动车的，处二百元以下罚款。\n第二条　在古桥上停放三轮车的，处二百元以下罚款。\n"
    )
    power_list = beside("第一条　在古桥上停放三轮车的，处二百元以下罚款。", official=texts(text))
    assert compact(collation(power_list)).startswith("elsewhere wrong 2 /")


def test_a_part_quoted_twice_leaves_nothing_out() -> None:
    assert collation(beside(f"第三条第二款　{RECORD}\n{RECORD[4:12]}")).left_out == ()


def test_words_that_are_quite_others_are_one_difference() -> None:
    """A hundred single characters would tell a clerk nothing."""
    ours, theirs = "桥上守" * 60, "桥上护" * 60
    found = collation(beside(f"第一条　{ours}。", official=texts(f"{ADOPTED}第一条　{theirs}。\n")))
    assert len(found.differences) == 1


def test_spans_on_both_sides_are_those_of_the_words() -> None:
    cell = "第三条第二款　养护人应当及时记录裂缝，并保存三年。\n\n第四条　在古桥上不得有下列行为：\n（一）悬挂重物；"
    listing = listed(row(cell))
    power_list = parse_source(listing.encode(), "made-up.txt", texts=texts(TEXT)).power_list
    for provision in power_list.items[0].provisions:
        found = provision.collation
        assert found is not None
        for difference in found.differences:
            assert listing[slice(*difference.span)] == difference.quoted
            assert difference.official_span is not None
            assert TEXT[slice(*difference.official_span)] == difference.official
        for left in found.left_out:
            assert TEXT[slice(*left.official_span)] == left.text
    assert [each.text for each in collation(power_list, ordinal=2).left_out] == [
        "（二）停放机动车；",
        "（三）刻划（涂写）石栏。",
        "紧急情况下经批准的除外。",
    ]


# --- what is said of it ---------------------------------------------------------------------------------------------

SAID: Final = [
    (
        "quote-differs",
        "第四条第二款　紧急情况下经核准的除外。",
        (
            "第1项「第四条第二款」与正式文本（2031年1月18日）不一致：清单为「紧急情况下经核准的除外。」，"
            "正式文本为「紧急情况下经批准的除外。」；请核对。"
        ),
    ),
    (
        "quote-differs",
        f"{ARTICLES[0]}\n{RECORD}",
        "第1项「第一条」与正式文本（2031年1月18日）不一致：「养护人应当记录裂缝，并保存记录三年。」不在该条，而在第三条第二款；请核对。",
    ),
    (
        "quote-differs",  # two differences close together: each side is in its own words
        f"第五条第一款　{PENALTY.replace('一万元以上十万元', '二万元以上三十万元')}",
        (
            "第1项「第五条第一款」与正式文本（2031年1月18日）不一致：清单为「责令改正，处二万元以上三十」，"
            "正式文本为「责令改正，处一万元以上十万」；清单为「处二万元以上三十万元以下罚」，"
            "正式文本为「处一万元以上十万元以下罚」；请核对。"
        ),
    ),
    (
        "quote-not-in-article",
        f"第六条　{HIGHER}",
        "第1项标为「第六条」的条文，在正式文本（2031年1月18日）中是第五条第二款；请核对条号，或核对引自哪一版。",
    ),
    (
        "quote-not-in-article",
        "第九十九条　任何人不得在古桥下垂钓、游泳或者放生。",
        "第1项标为「第九十九条」的条文，在正式文本（2031年1月18日）中没有找到，该文本只有7条；请核对引自哪一部法律、哪一版。",
    ),
    (
        "label-wrong-paragraph",
        f"第三条第一款　{MONTHLY}\n{RECORD}",
        "第1项标为「第三条第一款」的条文，在正式文本（2031年1月18日）中是第三条第一款、第三条第二款；请核对标注。",
    ),
    (
        "label-wrong-paragraph",
        "第四条第一项　停放机动车；",
        "第1项标为「第四条第一项」的条文，在正式文本（2031年1月18日）中是第四条第一款第二项；请核对标注。",
    ),
    (
        "label-wrong-paragraph",
        "第四条第一、二项　停放机动车；\n刻划（涂写）石栏。",
        (
            "第1项标为「第四条第一、二项」的条文，在正式文本（2031年1月18日）中是"
            "第四条第一款第二项、第四条第一款第三项；请核对标注。"
        ),
    ),
    (
        "label-without-paragraph",
        f"第五条　{HIGHER}",
        "第1项标为「第五条」的条文只引了第五条第二款，第五条第一款未引；请补写款号或补全条文。",
    ),
    (
        "quote-incomplete",
        f"第六条　{LEAD}\n（一）悬挂重物的；\n（二）停放机动车的；",
        "第1项「第六条」未引第六条第三项「（三）刻划（涂写）石栏的。」，且没有省略号；请核对。",
    ),
    (
        "quote-incomplete",
        "第三条第二款　养护人应当记录裂缝",
        "第1项「第三条第二款」未引第三条第二款「，并保存记录三年。」，且没有省略号；请核对。",
    ),
]


@pytest.mark.parametrize(("code", "cell", "message"), SAID)
def test_what_is_wrong_is_said_once(code: str, cell: str, message: str) -> None:
    """And none of the rules that would guess from the list itself says anything of the same place."""
    power_list = beside(cell)
    (finding,) = findings(power_list, code)
    assert finding.message == message
    assert {each.code for each in power_list.findings} & (
        BESIDE | {"label-paragraph-mismatch", "label-too-wide", "silent-elision", "address-conflict"}
    ) == {code}


def test_a_wrong_label_hides_no_part_that_is_left_out() -> None:
    """Of what is quoted; what only the label names is not said to be missing as well."""
    power_list = beside(f"第四条第二款　{FORBIDDEN}\n（一）悬挂重物；\n（三）刻划（涂写）石栏。")
    (finding,) = findings(power_list, "quote-incomplete")
    assert (
        finding.message == "第1项「第四条第二款」未引第四条第一款第二项「（二）停放机动车；」，且没有省略号；请核对。"
    )
    assert len(findings(power_list, "label-wrong-paragraph")) == 1


def test_a_list_that_quotes_rightly_has_no_finding_of_these() -> None:
    cells = [
        *ARTICLES,
        "第三条第二款　养护人应当记录裂缝，并保存记录三年。",
        "第四条　在古桥上不得有下列行为：\n……",
        "第四条　第二、三项　停放机动车；\n刻划（涂写）石栏。",
    ]
    assert not {finding.code for finding in beside(*cells).findings} & BESIDE


@pytest.mark.parametrize("cell", [cell for _, cell, _ in COLLATED])
def test_every_message_reads_as_those_of_other_rules(cell: str) -> None:
    listing = listed(row(cell))
    for finding in parse_source(listing.encode(), "made-up.txt", texts=texts(TEXT)).power_list.findings:
        if finding.span is not None:
            _assert_readable(finding, listing)


def test_one_fault_in_several_items_is_one_finding() -> None:
    cell = f"第五条　{HIGHER}"
    (finding,) = findings(beside(cell, ARTICLES[0], cell), "label-without-paragraph")
    assert finding.items == (1, 3)
    assert finding.message.startswith("第1项等2项标为「第五条」")


def test_a_provision_without_a_label_is_placed() -> None:
    (finding,) = findings(beside(RECORD), "label-missing")
    assert (
        finding.message
        == "第1项的条文「养护人应当记录裂缝，并保存记录三年。」前没有条款标注，与正式文本核对，是第三条第二款。"
    )


# --- which text -----------------------------------------------------------------------------------------------------

LABELLED: Final = f"《{NAME}》（2031年1月18日通过）"
UNDATED: Final = f"《{NAME}》"
IN_FORCE: Final = f"《{NAME}》（2031年4月1日施行）"
FIFTH: Final = ARTICLES[4]
SIXTH: Final = _later(FIFTH)

AMENDED_LAW: Final = f"《{NAME}》（2033年5月6日修正）"

CHOSEN: Final = [
    ("the only one", UNDATED, FIFTH, (TEXT,), "only", "2031-01-18", "equal"),
    ("the one whose date is cited", LABELLED, FIFTH, (TEXT, RENUMBERED), "cited", "2031-01-18", "equal"),
    ("by its day in force", IN_FORCE, FIFTH, (TEXT, RENUMBERED), "cited", "2031-01-18", "equal"),
    (
        "the amended one, by the date of its amendment",
        f"《{NAME}》（2031年1月18日通过　2033年5月6日修正）",
        SIXTH,
        (TEXT, RENUMBERED),
        "cited",
        "2033-05-06",
        "equal",
    ),
    ("nothing cited: the old wording", UNDATED, FIFTH, (TEXT, RENUMBERED), "fit", "2031-01-18", "equal"),
    ("nothing cited: the new wording", UNDATED, SIXTH, (TEXT, RENUMBERED), "fit", "2033-05-06", "equal"),
    ("by its year", f"《{NAME}》（2033年修正）", SIXTH, (TEXT, RENUMBERED), "cited", "2033-05-06", "equal"),
    ("the year of another one", f"《{NAME}》（2033年）", FIFTH, (TEXT,), "other", "2031-01-18", "equal"),
    (
        "a number, which a text does not print",
        f"《{NAME}》（公告第7号）",
        FIFTH,
        (TEXT,),
        "only",
        "2031-01-18",
        "equal",
    ),
    ("the cited one is not there", LABELLED, FIFTH, (RENUMBERED,), "other", "2033-05-06", "elsewhere"),
]


@pytest.mark.parametrize(
    ("law", "cell", "official", "chosen", "version", "outcome"),
    [pytest.param(*case[1:], id=case[0]) for case in CHOSEN],
)
def test_the_text_of_the_version_that_is_quoted(  # noqa: PLR0917 - one parameter per column
    law: str, cell: str, official: tuple[str, ...], chosen: str, version: str, outcome: str
) -> None:
    power_list = beside(cell, law=law, official=texts(*official))
    (text,) = power_list.texts
    assert (text.chosen, text.version, collation(power_list).outcome) == (chosen, version, outcome)
    said = [finding.message for finding in findings(power_list, "text-version-assumed")]
    assert len(said) == (chosen != "cited"), "whatever the list does not say itself is told"
    for message in said:
        assert f"正式文本（{'2031年1月18日' if version.startswith('2031') else '2033年5月6日'}）" in message
        assert text.file in message


def cited_as(*laws: str, cells: tuple[str, ...], official: Texts) -> PowerList:
    """A list whose items cite one law each in its own way."""
    rows = (
        row(cell, law=law, title=f"古桥守护事项之{n}") for n, (cell, law) in enumerate(zip(cells, laws, strict=True))
    )
    return parse_source(listed(*rows).encode(), "made-up.txt", texts=official).power_list


def test_each_item_is_laid_beside_the_version_that_it_cites() -> None:
    """A list of which a part has been revised."""
    found = cited_as(LABELLED, AMENDED_LAW, cells=(FIFTH, SIXTH), official=texts(TEXT, RENUMBERED))
    assert [collation(found, item).outcome for item in (1, 2)] == ["equal", "equal"]
    assert [(text.version, text.chosen) for text in found.texts] == [("2031-01-18", "cited"), ("2033-05-06", "cited")]
    assert {finding.code for finding in found.findings} & BESIDE == set()
    assert PowerList.model_validate_json(found.model_dump_json()) == found


def test_one_of_two_versions_cited_has_no_text() -> None:
    found = cited_as(LABELLED, AMENDED_LAW, cells=(FIFTH, SIXTH), official=texts(TEXT))
    (finding,) = findings(found, "text-version-assumed")
    assert finding.items == (2,)
    assert "（2033年5月6日修正）」写明的日期与正式文本（2031年1月18日）不符" in finding.message


def test_a_law_cited_in_full_once_is_of_that_version_everywhere() -> None:
    found = cited_as(UNDATED, LABELLED, cells=(FIFTH, FIFTH), official=texts(TEXT, RENUMBERED))
    assert [text.chosen for text in found.texts] == ["cited"]
    assert findings(found, "text-version-assumed") == []


def test_where_two_versions_are_cited_the_wording_tells_what_names_none() -> None:
    found = cited_as(LABELLED, AMENDED_LAW, UNDATED, cells=(FIFTH, SIXTH, SIXTH), official=texts(TEXT, RENUMBERED))
    assert collation(found, 3).outcome == "equal"
    (finding,) = findings(found, "text-version-assumed")
    assert finding.items == (3,)
    assert "以文字最相符的正式文本（2033年5月6日）核对" in finding.message


def test_a_list_of_another_version_is_told_once() -> None:
    """Not of every provision that it does not stand where it should."""
    cells = (ARTICLES[1], ARTICLES[3], FIFTH)
    power_list = beside(*cells, law=UNDATED, official=texts(RENUMBERED))
    (finding,) = findings(power_list, "text-version-differs")
    assert "所引的3种条文有3种不在正式文本（2033年5月6日）的同一条" in finding.message
    assert finding.items == (1, 2, 3)
    assert findings(power_list, "quote-not-in-article") == []


def test_a_fault_of_the_text_is_told_with_its_line() -> None:
    (finding,) = findings(beside(ARTICLES[0], official=texts(TEXT.replace("第七条　", "第八条　"))), "text-faulty")
    assert finding.message == (
        "正式文本「laws/texts/1.txt」第22行有误：第六条之后是第八条，缺第七条；请与官方公布的文本核对。"
    )


BROKEN: Final = [
    pytest.param("\n".join([*ARTICLES[:4], ARTICLES[5], ARTICLES[4], ARTICLES[6]]), id="two articles swapped"),
    pytest.param(
        "\n".join([*ARTICLES[:4], ARTICLES[5], ARTICLES[4], ARTICLES[6]]).replace("条　", "条"), id="without blanks"
    ),
    pytest.param("\n".join(ARTICLES).replace("第五条　", "第五十十条　"), id="a number that is none"),
    pytest.param("\n".join([*ARTICLES[:4], *ARTICLES[5:]]), id="an article is missing"),
    pytest.param(
        "\n".join(ARTICLES).replace("第五条　", ""), id="a label is lost: its lines stand below the one before"
    ),
    pytest.param("\n".join([*ARTICLES[:4], f"第四条　{PENALTY}\n{HIGHER}", *ARTICLES[5:]]), id="a number twice"),
    pytest.param(
        "\n".join([*ARTICLES[:4], "第四条　市民可以举报。\n举报的给予奖励。", *ARTICLES[4:]]), id="an article twice"
    ),
    pytest.param("\n".join(ARTICLES * 2), id="the text twice"),
    pytest.param(
        "\n".join([*ARTICLES[:6], "第七条　其他条例作如下修改：", *ARTICLES[1:3], "本条例自2031年4月1日起施行。"]),
        id="articles of another law quoted in one",
    ),
]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_numbers_of_a_text_are_told_once_and_make_no_verdict(text: str) -> None:
    """The list quotes rightly."""
    said = {finding.code for finding in beside(*ARTICLES, official=texts(ADOPTED + text)).findings} & BESIDE
    assert said == {"text-faulty"}
    assert len(findings(beside(*ARTICLES, official=texts(ADOPTED + text)), "text-faulty")) == 1


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("第四条　市民可以检举。", id="other words below its label"),
        pytest.param("第四条　市民可以举报。", id="words of the second one"),
        pytest.param("第五条　市民可以举报。", id="words of it below another label"),
        pytest.param("市民可以举报。", id="words of it without a label"),
        pytest.param("第四条第九款　市民可以举报。", id="a 款 that neither has"),
    ],
)
def test_of_an_article_that_stands_twice_nothing_is_concluded(cell: str) -> None:
    twice = "\n".join([*ARTICLES[:4], "第四条　市民可以举报。\n举报的给予奖励。", *ARTICLES[4:]])
    power_list = beside(cell, official=texts(ADOPTED + twice))
    assert power_list.items[0].provisions[0].collation is None
    assert {finding.code for finding in power_list.findings} & (BESIDE | {"provision-absent"}) == {"text-faulty"}


def test_laws_without_a_text_are_as_before() -> None:
    power_list = beside(ARTICLES[0], law="《风铃办法》（云溪市人民政府令第12号）")
    assert power_list.texts == ()
    assert all(provision.collation is None for provision in power_list.items[0].provisions)


def test_the_file_of_the_readme_is_this_text() -> None:
    assert (ROOT / "tests" / "fixtures" / "statutes" / "bridges.txt").read_text(encoding="utf-8") == TEXT


def test_explain_shows_what_was_laid_beside() -> None:
    cells = (
        "第四条第二款　紧急情况下经核准的除外。",
        f"第五条　{HIGHER}",
        "第九十九条　任何人不得在古桥下垂钓、游泳。",
    )
    power_list = beside("\n\n".join(cells))
    console = Console(width=200, file=io.StringIO())
    console.print(to_tree(power_list, power_list.items[0]))
    shown = console.file.getvalue()  # type: ignore[attr-defined]  # a StringIO
    assert "正式文本（2031-01-18）：有出入，在第四条第二款" in shown
    assert "清单「核」　正式文本「批」" in shown
    assert "正式文本（2031-01-18）：一致，在第五条第二款　标注的范围比所引的大" in shown
    assert f"未引：第五条第一款「{PENALTY}」" in shown
    assert "正式文本（2031-01-18）：没有找到　标注不符" in shown


# --- the command line -----------------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """raw/ with a list that misquotes, laws/texts/ with the text."""
    for folder in ("raw", "laws/texts"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "raw" / "list.txt").write_text(listed(row("第四条第二款　紧急情况下经核准的除外。")), encoding="utf-8")
    (tmp_path / "laws" / "texts" / "条例.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "laws" / "texts" / "README.md").write_text("# 说明", encoding="utf-8")
    return tmp_path


def test_texts_are_taken_from_laws(project: Path) -> None:
    assert "quote-differs" in run("check", cwd=project).stdout
    (project / "laws").rename(project / "register")
    assert "quote-differs" not in run("check", cwd=project).stdout
    assert "quote-differs" in run("check", "--laws", "register", cwd=project).stdout
    assert run("build", "--laws", "register", "--format", "json", cwd=project).returncode == 0
    assert '"outcome": "differs"' in (project / "out" / "list.json").read_text(encoding="utf-8")


def test_a_text_that_is_none_stops_the_build_with_file_line_and_what_to_do(project: Path) -> None:
    (project / "laws" / "texts" / "通知.txt").write_text("关于守桥的通知\n请各单位守桥。\n", encoding="utf-8")
    result = run("build", cwd=project)
    assert result.returncode == ExitCode.SOURCE_UNREADABLE
    assert "laws/texts/通知.txt：第2行：没有找到“第一条”" in result.stderr
    assert "请换成法律全文，或移出 laws/texts/。" in result.stderr
    assert not (project / "out").exists()
    assert "Traceback" not in result.stderr


def test_a_link_out_of_the_folder_is_not_followed(project: Path) -> None:
    (project / "other.txt").write_text(TEXT, encoding="utf-8")
    (project / "laws" / "texts" / "条例2.txt").symlink_to(project / "other.txt")
    result = run("check", cwd=project)
    assert result.returncode == ExitCode.SOURCE_UNREADABLE
    assert "以外的链接" in result.stderr


def test_the_label_of_an_article_is_no_word_of_its_text() -> None:
    """Where the first words differ, what stands before them in the file is the label."""
    cell = ARTICLES[2].replace("古桥的养护人", "石桥的养护人")
    (finding,) = findings(beside(cell), "quote-differs")
    assert "正式文本为「古桥的养护人应" in finding.message
    assert "条" not in finding.message.split("正式文本为")[1].split("；")[0]
