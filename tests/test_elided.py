"""Proves that what a list did not quote is no insertion of the law: the other 款 and 项 of an article of which a part
is quoted, and what …… stands for; and that what the law did insert stays marked. No law in it exists."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from pipeline.compare import Edit, outdated
from pipeline.compare.elided import law_edits
from pipeline.parse import parse_source
from pipeline.statutes import Texts, read_statute
from tests.rows import listed, row
from tests.test_register import DATED, register, transition, version

LEAD: Final = "有下列行为之一的，处{}以上五千元以下罚款："
ONE: Final = "（一）在闸口停泊船只的；"
TWO: Final = "（二）在闸口晾晒渔网的；"
THREE: Final = "（三）在闸口堆放石料的。"
NEW: Final = "（四）擅自启闭闸门的。"
OLD_LEAD, NEW_LEAD = LEAD.format("一千元"), LEAD.format("二千元")
MARKED_LEAD: Final = "有下列行为之一的，处[-一千元-][+二千元+]以上五千元以下罚款："
OLD: Final = f"{OLD_LEAD}\n{ONE}\n{TWO}\n{THREE}"
NOW: Final = f"{NEW_LEAD}\n{ONE}\n{TWO}\n{THREE}"
MORE: Final = f"{NEW_LEAD}\n{ONE}\n{TWO}\n{THREE}\n{NEW}"
SOLE: Final = "闸口管理人应当每日巡查；汛期每日巡查二次，并做好记录。"
SOLE_NOW: Final = "闸口管理人应当每日巡查；汛期每日巡查二次，并做好记录，公开结果。"


def marked(quoted: str, now: str, edits: tuple[Edit, ...]) -> str:
    """*now* with what is inserted, and before it what is deleted; a line break is ⏎."""
    words, done = "", 0
    for edit in edits:
        assert (edit.deleted, edit.inserted) == (quoted[slice(*edit.old_span)], now[slice(*edit.new_span)])
        start, end = edit.new_span
        words += now[done:start] + (f"[-{edit.deleted}-]" if edit.deleted else "")
        words += f"[+{edit.inserted}+]" if edit.inserted else ""
        done = end
    return (words + now[done:]).replace("\n", "⏎")


def shown(*lines: str) -> str:
    return "⏎".join(lines)


@pytest.mark.parametrize(
    ("quoted", "now", "then", "is_part", "expected"),
    [
        pytest.param(TWO, NOW, OLD, True, shown(NEW_LEAD, ONE, TWO, THREE), id="one 项, then at hand"),
        pytest.param(TWO, NOW, None, True, shown(NEW_LEAD, ONE, TWO, THREE), id="one 项, by its address alone"),
        pytest.param(
            TWO.replace("渔网", "布匹"),
            NOW,
            OLD,
            True,
            shown(NEW_LEAD, ONE, "（二）在闸口晾晒[-布匹-][+渔网+]的；", THREE),
            id="one 项 that reads otherwise",
        ),
        pytest.param(
            f"{OLD_LEAD}\n{ONE}\n{THREE}", NOW, OLD, False, shown(MARKED_LEAD, ONE, TWO, THREE), id="one 项 left out"
        ),
        pytest.param(
            f"{OLD_LEAD}\n{TWO}", NOW, OLD, False, shown(MARKED_LEAD, ONE, TWO, THREE), id="the lead-in and one 项"
        ),
        pytest.param(
            f"{OLD_LEAD}\n{ONE}\n……", NOW, OLD, False, shown(MARKED_LEAD, ONE, TWO, THREE), id="…… at the end"
        ),
        pytest.param(
            f"{OLD_LEAD}\n{ONE}\n……", NOW, None, False, shown(MARKED_LEAD, ONE, TWO, THREE), id="…… alone tells"
        ),
        pytest.param(
            f"{OLD_LEAD}\n……\n{TWO}\n……",
            NOW,
            None,
            False,
            shown(MARKED_LEAD, ONE, TWO, THREE),
            id="…… before and behind",
        ),
        pytest.param(
            f"{OLD_LEAD}\n……\n{THREE}",
            MORE,
            None,
            False,
            shown(MARKED_LEAD, ONE, TWO, THREE, f"[+{NEW}+]"),
            id="…… elsewhere stands for no new 项",
        ),
        pytest.param(
            OLD, MORE, OLD, False, shown(MARKED_LEAD, ONE, TWO, THREE, f"[+{NEW}+]"), id="a new 项, all quoted"
        ),
        pytest.param(
            OLD, MORE, None, False, shown(MARKED_LEAD, ONE, TWO, THREE, f"[+{NEW}+]"), id="a new 项, then not at hand"
        ),
        pytest.param(
            f"{OLD_LEAD}\n{ONE}\n{THREE}",
            MORE,
            OLD,
            False,
            shown(MARKED_LEAD, ONE, TWO, THREE, f"[+{NEW}+]"),
            id="a new 项 beside one left out",
        ),
        pytest.param(
            f"{OLD_LEAD}\n{ONE}\n……",
            MORE,
            OLD,
            False,
            shown(MARKED_LEAD, ONE, TWO, THREE, f"[+{NEW}+]"),
            id="a new 项 where …… stands, and then at hand",
        ),
        pytest.param(
            f"{OLD_LEAD}\n{ONE}\n{THREE}",
            NOW.replace("渔网", "粮食"),
            OLD,
            False,
            shown(MARKED_LEAD, ONE, TWO.replace("渔网", "粮食"), THREE),
            id="what was left out reads otherwise now",
        ),
        pytest.param(
            f"{OLD_LEAD}\n{ONE}\n{THREE}",
            NOW,
            None,
            False,
            shown(MARKED_LEAD, ONE, f"[+{TWO}+]", THREE),
            id="nobody can tell that one was left out",
        ),
        pytest.param("闸口管理人应当每日巡查……做好记录。", SOLE, None, False, SOLE, id="…… in a line"),
        pytest.param(
            "闸口管理人应当每日巡查，并做好记录。", SOLE, SOLE, False, SOLE, id="left out in a line, without ……"
        ),
        pytest.param(
            "闸口管理人应当每日巡查，并做好记录。",
            SOLE_NOW,
            SOLE,
            False,
            "闸口管理人应当每日巡查；汛期每日巡查二次，并做好记录[+，公开结果+]。",
            id="left out, and inserted, in one line",
        ),
        pytest.param(
            "闸口管理人应当每日巡查，并做好记录。",
            SOLE,
            "闸口管理人应当每日巡查，并做好记录。",
            False,
            "闸口管理人应当每日巡查[+；汛期每日巡查二次+]，并做好记录。",
            id="inserted in a line",
        ),
        pytest.param(
            "值守人员应当记录水位，应当报告。",
            "值守人员应当及时记录水位，应当及时报告。",
            "值守人员应当及时记录水位，应当报告。",
            False,
            "值守人员应当及时记录水位，应当[+及时+]报告。",
            id="inserted in one place, the same words left out in another",
        ),
        pytest.param(
            f"（一）捕捞鱼虾的；\n{THREE}",
            f"{TWO}\n{THREE}",
            None,
            True,
            f"（[-一-][+二+]）[-捕捞鱼虾-][+在闸口晾晒渔网+]的；⏎{THREE}",
            id="a line in place of one that was quoted",
        ),
        pytest.param(
            "由航道机构处一千元罚款……并责令停航。",
            "依照有关法律的规定处罚。",
            None,
            False,
            "[-由航道机构处一千元罚款-][+依照有关法律的规定处罚+][-并责令停航-]。",
            id="…… is not struck out with the words around it",
        ),
        pytest.param(
            f"{THREE}\n{ONE}",
            f"{ONE}\n{THREE}",
            f"{ONE}\n{THREE}",
            False,
            f"[+{ONE}+]⏎{THREE}[-{ONE}-]",
            id="what stands elsewhere in the quotation is quoted",
        ),
        pytest.param(
            "水尺应当清晰。",
            "本条例所称水尺，另行规定。",
            None,
            True,
            None,
            id="of which nothing is left, whatever it was of",
        ),
    ],
)
def test_only_what_the_law_inserted_is_marked(
    quoted: str, now: str, then: str | None, is_part: bool, expected: str | None
) -> None:
    found = law_edits(quoted, now, then=then, is_part=is_part)
    if expected is None:
        assert any(edit.inserted for edit in found)
    else:
        assert marked(quoted, now, found) == expected


LAW: Final = "云溪市古桥守护条例\n（2031年3月2日某会议通过{}）\n第一条　为了守护古桥，制定本条例。\n第二条　{}\n"
AMENDED: Final = "　根据2035年11月20日某会议《关于修改〈云溪市古桥守护条例〉的决定》修正"
THEN_TEXT: Final = read_statute(LAW.format("", OLD).encode(), "old.txt")
NOW_TEXT: Final = read_statute(LAW.format(AMENDED, MORE).encode(), "new.txt")
REGISTER: Final = register(
    version(0, 'articles = 2\nparagraphs = {}\nsubparagraphs = { "2.1" = 3 }'),
    version(1, 'articles = 2\nparagraphs = {}\nsubparagraphs = { "2.1" = 4 }'),
    transition(0, '{ from = "2", to = "2", change = "changed" }'),
)


@pytest.mark.parametrize(
    ("cell", "texts", "expected"),
    [
        pytest.param(
            f"第二条第二项　{TWO}",
            Texts([THEN_TEXT, NOW_TEXT]),
            shown(NEW_LEAD, ONE, TWO, THREE, f"[+{NEW}+]"),
            id="of one 项, the text of then tells what the law inserted",
        ),
        pytest.param(
            f"第二条第二项　{TWO}",
            Texts([NOW_TEXT]),
            shown(NEW_LEAD, ONE, TWO, THREE, NEW),
            id="of one 项, without that text",
        ),
        pytest.param(
            f"第二条　{OLD}",
            Texts([NOW_TEXT]),
            shown(MARKED_LEAD, ONE, TWO, THREE, f"[+{NEW}+]"),
            id="the whole article",
        ),
    ],
)
def test_an_article_of_which_the_list_quotes_a_part(cell: str, texts: Texts, expected: str) -> None:
    """The register knows of the article alone that it changed, so that the row shows all of it."""
    text = listed(row(cell, law=DATED))
    read = parse_source(text.encode(), "list.txt", register=REGISTER, as_of=date(2045, 1, 1), texts=texts)
    (change,) = outdated(read.power_list, texts).basis
    assert change.current is not None
    assert marked(change.quoted, change.current, change.edits) == expected
