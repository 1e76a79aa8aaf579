"""Proves what official texts tell the register: which 款 a label leaves open, which version a list quotes; and that a
text of another version tells it nothing. The law does not exist."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from pipeline.assembly.registered import known_versions
from pipeline.compare import outdated
from pipeline.model import Current, PowerList
from pipeline.parse import parse_source
from pipeline.register import Register, read_law
from pipeline.statutes import Texts
from tests.rows import LAW, listed, row
from tests.test_official import (
    AMENDED,
    ARTICLES,
    FIFTH,
    HIGHER,
    LABELLED,
    MONTHLY,
    RECORD,
    RENUMBERED,
    SIXTH,
    TEXT,
    UNDATED,
    texts,
)
from tests.test_register import said

MOVES: Final = ",".join(f'{{ from = "{n}", to = "{n + 1}", change = "renumbered" }}' for n in range(2, 8))
COUNTS: Final = """\
paragraphs = { 2 = 2, 3 = 3, 4 = 2, 5 = 2 }
subparagraphs = { "4.1" = 3, "6.1" = 3 }
"""
REGISTER_FILE: Final = f"""
schema = 1
name = "云溪市古桥守护条例"
kind = "地方性法规"
issuer = "云溪市人民代表大会常务委员会"
checked_on = 2050-01-01
latest_verified = true

[[version]]
date = 2031-01-18
act = "通过"
in_force_from = 2031-04-01
verified = true
source = "公报"
articles = 7
paragraphs = {{ 2 = 2, 3 = 3, 4 = 2, 5 = 2 }}
subparagraphs = {{ "4.1" = 3, "6.1" = 3 }}

[[version]]
date = 2033-05-06
act = "修正"
in_force_from = 2033-06-01
verified = true
source = "公报"
articles = 8
paragraphs = {{ 3 = 2, 4 = 3, 5 = 2, 6 = 2 }}
subparagraphs = {{ "5.1" = 3, "7.1" = 3 }}

[[transition]]
from = 2031-01-18
to = 2033-05-06
verified = true
unlisted = "unknown"
source = "公报"
moves = [{{ from = "1", to = "1", change = "same" }}, {MOVES}]
"""
REGISTER: Final = Register([read_law(REGISTER_FILE, "古桥.toml")])

AMENDED_FINE: Final = AMENDED + "\n".join(ARTICLES).replace("一万元以上十万元以下", "二万元以上二十万元以下")
SAME_NUMBERS: Final = Register(
    [
        read_law(
            f"""
schema = 1
name = "云溪市古桥守护条例"
kind = "地方性法规"
issuer = "云溪市人民代表大会常务委员会"
checked_on = 2050-01-01
latest_verified = true

[[version]]
date = 2031-01-18
act = "通过"
in_force_from = 2031-04-01
verified = true
source = "公报"
articles = 7
{COUNTS}
[[version]]
date = 2033-05-06
act = "修正"
in_force_from = 2033-06-01
verified = true
source = "公报"
articles = 7
{COUNTS}
[[transition]]
from = 2031-01-18
to = 2033-05-06
verified = true
unlisted = "same"
source = "公报"
moves = [{{ from = "5.1", to = "5.1", change = "changed" }}]
""",
            "古桥.toml",
        )
    ]
)


def messages(*cells: str, official: Texts | None = None) -> dict[str, str]:
    """What is said of an undated law of which two versions have the same numbers."""
    listing = listed(*(row(cell, law=UNDATED, title=f"古桥守护事项之{n}") for n, cell in enumerate(cells, 1)))
    read = parse_source(listing.encode(), "list.txt", register=SAME_NUMBERS, as_of=date(2040, 1, 1), texts=official)
    return {finding.code: finding.message for finding in read.power_list.findings}


def currents(*cells: str, law: str = LAW, official: Texts | None = None) -> list[Current | None]:
    listing = listed(*(row(cell, law=law, title=f"古桥守护事项之{number}") for number, cell in enumerate(cells, 1)))
    read = parse_source(listing.encode(), "list.txt", register=REGISTER, as_of=date(2040, 1, 1), texts=official)
    return [provision.current for item in read.power_list.items for provision in item.provisions]


@pytest.mark.parametrize(
    ("cell", "without", "proved"),
    [
        pytest.param(f"第三条　{RECORD}", "3 renumbered 4", "3.2 renumbered 4.2", id="one 款 under the whole article"),
        pytest.param(f"第五条　{HIGHER}", "5 renumbered 6", "5.2 renumbered 6.2", id="the higher fine"),
        pytest.param(f"第三条第一款　{RECORD}", "3.1 renumbered 4.1", "3.2 renumbered 4.2", id="a label that lies"),
        pytest.param(
            f"第三条第一款　{MONTHLY}\n{RECORD}", "3.1 renumbered 4.1", "3.1,3.2 renumbered 4.1,4.2", id="over two 款"
        ),
        pytest.param(ARTICLES[0], "1 same 1", "1 same 1", id="all of an article stays one"),
        pytest.param(
            f"第三条　{RECORD}\n任何人不得垂钓。", "3 renumbered 4", "3 renumbered 4", id="a line that is nowhere"
        ),
        pytest.param(f"第六条　{HIGHER}", "6 renumbered 7", "5.2 renumbered 6.2", id="a label of another article"),
    ],
)
def test_a_text_proves_which_paragraph_is_quoted(cell: str, without: str, proved: str) -> None:
    assert said(currents(cell, law=f"{UNDATED}（2031年4月1日施行）")[0]) == without
    assert said(currents(cell, law=f"{UNDATED}（2031年4月1日施行）", official=texts(TEXT))[0]) == proved


def test_of_a_label_that_names_another_article_one_story_is_told() -> None:
    """Not the move of the article that the label names: the words were never of it."""
    listing = listed(row(f"第六条　{HIGHER}", law=f"{UNDATED}（2031年4月1日施行）"), row(ARTICLES[1], law=LABELLED))
    read = parse_source(
        listing.encode(), "list.txt", register=REGISTER, as_of=date(2040, 1, 1), texts=texts(TEXT)
    ).power_list
    told = {finding.items: finding.message for finding in read.findings if finding.code == "provision-moved"}
    assert "「第六条」（即第五条第二款）→第六条第二款；" in told[1,]
    assert "第七条" not in told[1,]
    (astray,) = [finding.message for finding in read.findings if finding.code == "quote-not-in-article"]
    assert "标为「第六条」的条文，在正式文本（2031年1月18日）中是第五条第二款" in astray
    assert PowerList.model_validate_json(read.model_dump_json()) == read


def test_words_in_another_article_speak_for_no_version() -> None:
    """They stand in that article of either."""
    cells = (f"第七条　{HIGHER}", f"第九条　{RECORD}")
    without = [said(current) for current in currents(*cells, law=UNDATED)]
    assert [said(current) for current in currents(*cells, law=UNDATED, official=texts(TEXT))] == without


def test_texts_prove_the_version_of_an_undated_list() -> None:
    """Whose numbering would fit both."""
    cell = ARTICLES[2]
    (open_,) = currents(cell, law=UNDATED)
    (proved,) = currents(cell, law=UNDATED, official=texts(TEXT, RENUMBERED))
    assert proved is not None
    assert (proved.quoted_version, said(proved)) == ("2031-01-18", "3 renumbered 4")
    assert open_ is None or open_.quoted_version in {None, "2031-01-18"}


def test_a_text_of_another_version_proves_nothing() -> None:
    """第一条 reads the same in both: that the list quotes the new one does not follow, where all else is of the old."""
    cell = "\n\n".join([ARTICLES[0], ARTICLES[2], ARTICLES[4]])
    without = [said(current) for current in currents(cell, law=UNDATED)]
    assert [said(current) for current in currents(cell, law=UNDATED, official=texts(RENUMBERED))] == without


def test_numbers_that_fit_both_versions_decide_nothing() -> None:
    said_of = messages(ARTICLES[4])
    assert "无法确定引用的是哪一版" in said_of["law-undated"]
    assert "序号都相符，不能断定" in said_of["law-amended"]


def test_the_version_that_the_wording_decides_is_said_to_be_decided_by_it() -> None:
    """Not by the numbers, which fit both."""
    said_of = messages(ARTICLES[4], official=texts(TEXT, AMENDED_FINE))
    assert "据正式文本的文字判断，引用的是2031年1月18日通过的文本" in said_of["law-undated"]
    assert "引用的是2031年1月18日通过的文本（没有写明版本，据正式文本的文字判断）" in said_of["law-amended"]
    assert "序号" not in said_of["law-undated"] + said_of["law-amended"].split("所引条文中")[0]


def test_of_items_that_print_the_version_none_is_said_not_to() -> None:
    dated = UNDATED + "（2031年1月18日通过）"
    listing = listed(row(ARTICLES[4], law=dated, title="甲"), row(ARTICLES[4], law=UNDATED, title="乙"))
    official = texts(TEXT, AMENDED_FINE)
    read = parse_source(listing.encode(), "list.txt", register=SAME_NUMBERS, as_of=date(2040, 1, 1), texts=official)
    (message,) = [finding.message for finding in read.power_list.findings if finding.code == "law-amended"]
    assert "第1项、第2项引用的是2031年1月18日通过的文本（其中第2项没有写明版本，" in message


def test_two_versions_of_a_law_are_not_laid_side_by_side() -> None:
    """What differs between them is no slip of the list, and what one quotes is not what the other refers to."""
    fine = ARTICLES[4].replace("一万元以上十万元以下", "二万元以上二十万元以下")
    cells = [(ARTICLES[4], "（2031年1月18日通过）"), (fine, "（2033年5月6日修正）")]
    listing = listed(*(row(cell, law=UNDATED + note, title=note) for cell, note in cells))
    read = parse_source(listing.encode(), "list.txt", register=SAME_NUMBERS, as_of=date(2040, 1, 1))
    assert "address-conflict" not in {finding.code for finding in read.power_list.findings}
    alone = parse_source(listing.encode(), "list.txt")
    assert "address-conflict" in {finding.code for finding in alone.power_list.findings}, "nobody can tell"


def test_a_wording_that_fits_both_versions_decides_nothing() -> None:
    said_of = messages(ARTICLES[2], official=texts(TEXT, AMENDED_FINE))
    assert "无法确定引用的是哪一版" in said_of["law-undated"]


def test_wording_and_numbers_are_both_named_where_both_decide() -> None:
    """The last item quotes what stands in no text: its numbers alone tell, for 第八条 is in one version only."""
    cells = (SIXTH, f"第四条第二款　{RECORD}", "第八条　任何人不得垂钓。")
    listing = listed(*(row(cell, law=UNDATED, title=f"古桥守护事项之{n}") for n, cell in enumerate(cells, 1)))
    read = parse_source(
        listing.encode(), "list.txt", register=REGISTER, as_of=date(2040, 1, 1), texts=texts(TEXT, RENUMBERED)
    )
    (finding,) = (finding for finding in read.power_list.findings if finding.code == "law-undated")
    assert "据正式文本的文字和所引条款的序号判断，引用的是2033年5月6日修正的文本" in finding.message


# --- how many 款 the article has ------------------------------------------------------------------------------------

GROWN: Final = AMENDED + "\n".join(ARTICLES).replace("制定本条例。", "制定本条例。\n古桥属于全体市民。")
"""Amended: 第一条 has a 第二款 more; all else stands as it stood."""
ONE_MORE: Final = Register(
    [read_law(REGISTER_FILE.partition("[[transition]]")[0].replace("3 = 2, 4 = 3", "1 = 2, 3 = 2, 4 = 3"), "古桥.toml")]
)


@pytest.mark.parametrize(
    ("law", "official", "register", "told"),
    [
        pytest.param(UNDATED, (TEXT, GROWN), None, False, id="another text has it whole"),
        pytest.param(LABELLED, (GROWN,), None, False, id="the list cites another version"),
        pytest.param(f"{UNDATED}（公告第7号）", (GROWN,), ONE_MORE, True, id="nobody knows of which version it is"),
        pytest.param(UNDATED, (GROWN,), None, True, id="there is no other"),
        pytest.param(f"{UNDATED}（2033年5月6日修正）", (TEXT, GROWN), None, True, id="the list cites this version"),
    ],
)
def test_paragraphs_are_counted_in_the_version_that_is_quoted(
    law: str, official: tuple[str, ...], register: Register | None, *, told: bool
) -> None:
    as_of = date(2040, 1, 1) if register else None
    read = parse_source(
        listed(row(ARTICLES[0], law=law)).encode(), "l.txt", register=register, as_of=as_of, texts=texts(*official)
    ).power_list
    assert read.texts
    assert ("label-without-paragraph" in {finding.code for finding in read.findings}) == told


def test_the_register_knows_how_many_paragraphs_the_quoted_version_has() -> None:
    """第九条 is in the first version only: of that one the list is, and there 第一条 has one 款."""
    listing = listed(row(f"{ARTICLES[0]}\n\n第九条　任何人不得垂钓。", law=UNDATED)).encode()
    counted = ONE_MORE.laws[0].version[0].model_copy(update={"articles": 9})
    known = Register([ONE_MORE.laws[0].model_copy(update={"version": (counted, ONE_MORE.laws[0].version[1])})])
    for register, told in ((known, False), (None, True)):
        as_of = date(2040, 1, 1) if register else None
        read = parse_source(listing, "l.txt", register=register, as_of=as_of, texts=texts(GROWN)).power_list
        assert ("label-without-paragraph" in {finding.code for finding in read.findings}) == told


# --- a text of no version that the register has ---------------------------------------------------------------------

STRANGE: Final = RENUMBERED.replace("2033年5月6日", "2035年7月8日")
UNDATED_TEXT: Final = TEXT.replace("（2031年1月18日云溪市人民代表大会常务委员会第七次会议通过）\n\n", "")
KNOWN: Final = "（2031年1月18日通过的文本、2033年5月6日修正的文本）"


def unregistered(*official: str, law: str = LAW, cell: str = ARTICLES[2]) -> tuple[list[str], PowerList]:
    listing = listed(row(cell, law=law))
    read = parse_source(
        listing.encode(), "list.txt", register=REGISTER, as_of=date(2040, 1, 1), texts=texts(*official)
    ).power_list
    return [finding.message for finding in read.findings if finding.code == "text-unregistered"], read


def test_a_text_of_a_date_that_no_version_has_is_told_with_file_and_dates() -> None:
    told, read = unregistered(STRANGE)
    (message,) = told
    assert message == (
        f"正式文本「laws/texts/1.txt」写明的日期是2035年7月8日，与法律登记册所载「云溪市古桥守护条例」的各版{KNOWN}"
        "都不相符，且晚于最后一版，不作为现行文本；请核对文本的日期，或在登记册中补记这一版。"
    )
    (change,) = outdated(read, texts(STRANGE)).basis
    assert (change.version, change.current) == ("2033-05-06", None), "its words are not those in force"


def test_it_is_told_of_every_text_of_the_law_and_of_no_other() -> None:
    """Whichever the list was laid beside: a text meant for 依据变动对照表 is one of them."""
    told, _ = unregistered(TEXT, STRANGE, RENUMBERED, law=LABELLED)
    assert [words[: words.index("写明")] for words in told] == ["正式文本「laws/texts/2.txt」"]


def test_a_text_without_a_date_is_told_too() -> None:
    told, read = unregistered(UNDATED_TEXT)
    (message,) = told
    assert message == (
        "正式文本「laws/texts/1.txt」没有写明通过、公布或修改的日期，不能断定是法律登记册所载「云溪市古桥守护条例」的哪一版"
        f"{KNOWN}，不作为现行文本；请补上写明日期的一行。"
    )
    (change,) = outdated(read, texts(UNDATED_TEXT)).basis
    assert change.current is None


def test_nothing_is_told_of_texts_that_the_register_knows_or_cannot_know() -> None:
    assert unregistered(TEXT, RENUMBERED)[0] == []
    listing = listed(row(ARTICLES[2], law="《风铃办法》"))
    wind = STRANGE.replace("云溪市古桥守护条例", "风铃办法")
    read = parse_source(listing.encode(), "list.txt", register=REGISTER, as_of=date(2040, 1, 1), texts=texts(wind))
    assert read.power_list.texts, "there is a text"
    assert [f.code for f in read.power_list.findings if f.code == "text-unregistered"] == []


# --- what names a version, and what the two sides know it by --------------------------------------------------------

PROMULGATED: Final = Register(
    [
        read_law(
            REGISTER_FILE.replace(
                'date = 2031-01-18\nact = "通过"',
                'date = 2031-02-10\nact = "公布"\nadopted = 2031-01-18\ndocument_number = "政府令第12号"',
            ).replace("from = 2031-01-18", "from = 2031-02-10"),
            "古桥.toml",
        )
    ]
)
"""The register calls the first version by the day of its publication; the text prints the day of its adoption."""


def read_beside(cell: str, law: str, official: str = TEXT, as_of: date = date(2040, 1, 1)) -> PowerList:
    listing = listed(row(cell, law=law)).encode()
    return parse_source(listing, "list.txt", register=PROMULGATED, as_of=as_of, texts=texts(official)).power_list


def test_a_text_that_prints_another_day_of_a_version_is_its_text() -> None:
    (provision,) = read_beside(f"第三条　{RECORD}", UNDATED).items[0].provisions
    assert provision.current is not None
    assert provision.current.quoted_version == "2031-02-10"
    assert said(provision.current) == "3.2 renumbered 4.2", "the text proves which 款 it is"


@pytest.mark.parametrize(
    ("law", "message"),
    [
        pytest.param(f"{UNDATED}（2031年2月10日公布）", None, id="by another day than the text prints"),
        pytest.param(f"{UNDATED}（政府令第12号）", None, id="by its number, which the register knows"),
        pytest.param(
            f"{UNDATED}（政府令第99号）", "写明的文号无从与文本的日期对照，以仅有的", id="by a number nobody knows"
        ),
        pytest.param(
            f"{UNDATED}（2033年5月6日修正）", "写明的日期与正式文本（2031年1月18日）不符", id="another version"
        ),
        pytest.param(UNDATED, "没有写明引自哪一版，以仅有的正式文本（2031年1月18日）核对", id="nothing"),
    ],
)
def test_which_text_was_taken_is_said_unless_the_list_names_it(law: str, message: str | None) -> None:
    found = [f.message for f in read_beside(ARTICLES[0], law).findings if f.code == "text-version-assumed"]
    assert len(found) == (message is not None)
    assert all(message in each for each in found if message)


def test_a_number_of_another_version_than_there_is_a_text_of() -> None:
    found = [
        f.message
        for f in read_beside(ARTICLES[0], f"{UNDATED}（政府令第12号）", RENUMBERED).findings
        if f.code == "text-version-assumed"
    ]
    assert len(found) == 1
    assert "所写的是2031年2月10日公布的文本，没有那一版的正式文本，暂以正式文本（2033年5月6日）核对" in found[0]


@pytest.mark.parametrize(
    "note",
    [
        pytest.param("（政府令第12号）", id="a number"),
        pytest.param("（2031年2月10日云溪市人民政府令第十二号）", id="a number and a day, neither said to be what"),
        pytest.param("（2031年2月10日）", id="a day that is not said to be what"),
        pytest.param(
            "（2031年2月10日云溪市人民政府令第12号公布）", id="the day of publication, of which no text knows"
        ),
    ],
)
def test_a_number_tells_the_text_beside_a_citation_of_another_version(note: str) -> None:
    """It did not: the text was that of the version that the other item cites."""
    rows = (row(FIFTH, law=UNDATED + note, title="甲"), row(SIXTH, law=f"{UNDATED}（2033年5月6日修正）", title="乙"))
    read = parse_source(
        listed(*rows).encode(),
        "list.txt",
        register=PROMULGATED,
        as_of=date(2040, 1, 1),
        texts=texts(TEXT, RENUMBERED),
    ).power_list
    versions = {text.id: (text.version, text.chosen) for text in read.texts}
    found = [provision.collation for item in read.items for provision in item.provisions]
    assert [(versions[each.text], each.outcome, each.label) for each in found if each] == [
        (("2031-01-18", "cited"), "equal", "fits"),
        (("2033-05-06", "cited"), "equal", "fits"),
    ]
    assert not {each.code for each in read.findings} & {"version-doubtful", "text-version-assumed", "quote-differs"}


def test_a_date_that_no_version_has_goes_before_the_number() -> None:
    """The register does not hold the text that was amended in 2033: its version of 2031 is not what is cited."""
    old_only = Register([read_law(REGISTER_FILE.partition("[[version]]\ndate = 2033")[0], "古桥.toml")])
    law = f"{UNDATED}（2031年1月18日通过，2033年5月6日修正）"
    listing = listed(row(SIXTH, law=law)).encode()
    official = texts(TEXT, RENUMBERED)
    read = parse_source(listing, "list.txt", register=old_only, as_of=date(2040, 1, 1), texts=official).power_list
    assert [(text.version, text.chosen) for text in read.texts] == [("2033-05-06", "cited")]


def test_a_text_that_may_be_of_either_version_still_tells_where_the_words_stand_in_it() -> None:
    """The wording fits both versions; that there is a 第八条 tells which one it is, and its text which 款 is quoted."""
    eight = """articles = 7
paragraphs = { 2 = 2, 3 = 3, 4 = 2, 5 = 2 }
subparagraphs = { "4.1" = 3, "6.1" = 3 }

[[transition]]"""
    law = REGISTER_FILE.partition("[[version]]\ndate = 2033")
    amended = law[1] + law[2].partition("articles")[0] + eight.replace("articles = 7", "articles = 8")
    moves = '\nfrom = 2031-01-18\nto = 2033-05-06\nverified = true\nunlisted = "same"\nsource = "公报"\n'
    register = Register([read_law(law[0] + amended + moves + 'added = [{ at = "8" }]', "古桥.toml")])
    cells = (f"第三条　{RECORD}", ARTICLES[1], "第八条　任何人不得垂钓。")
    listing = listed(*(row(cell, law=UNDATED, title=f"古桥守护事项之{n}") for n, cell in enumerate(cells, 1)))
    official = texts(TEXT, AMENDED_FINE)
    read = parse_source(listing.encode(), "list.txt", register=register, as_of=date(2040, 1, 1), texts=official)
    (provision,) = read.power_list.items[0].provisions
    assert provision.current is not None
    assert provision.current.quoted_version == "2033-05-06"
    assert said(provision.current) == "3.2 same 3.2"


SHORT: Final = Register(
    [read_law(REGISTER_FILE.replace('kind = "', 'short_names = ["古桥条例"]\nkind = "'), "古桥.toml")]
)


def test_a_text_is_found_by_the_short_name_that_the_register_knows() -> None:
    listing = listed(row(ARTICLES[0], law="《古桥条例》（2031年1月18日通过）")).encode()
    for known, count in ((SHORT, 1), (REGISTER, 0)):
        read = parse_source(listing, "list.txt", register=known, as_of=date(2040, 1, 1), texts=texts(TEXT))
        assert len(read.power_list.texts) == count


def test_the_current_wording_is_that_of_a_text_which_prints_another_day_of_its_version() -> None:
    """The register calls the version by the day on which it was published; the text prints when it was adopted."""
    later = REGISTER_FILE.replace("date = 2033-05-06", "date = 2033-05-20\nadopted = 2033-05-06")
    known = Register([read_law(later.replace("to = 2033-05-06", "to = 2033-05-20"), "古桥.toml")])
    official = texts(RENUMBERED).knowing(known_versions(known))
    listing = listed(row(f"第三条　{RECORD}", law=f"{UNDATED}（2031年1月18日通过）")).encode()
    power_list = parse_source(listing, "list.txt", register=known, as_of=date(2040, 1, 1), texts=official).power_list
    (record,) = outdated(power_list, official).basis
    assert record.version == "2033-05-20"
    assert record.current is not None
    assert RECORD in record.current
