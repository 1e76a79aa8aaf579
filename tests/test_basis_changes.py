"""Proves that 依据变动 says what stands now in words that can be read: a 项 below the lead-in that it completes, what
else speaks of the same conduct beside it, and nothing marked as inserted that was not there to be quoted. The law does
not exist."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Final

import docx
import pytest
from openpyxl import load_workbook

from pipeline.compare import BasisChange, compare, outdated
from pipeline.model import PowerList
from pipeline.parse import parse_source
from pipeline.statutes import Texts, read_statute
from pipeline.writers.basis_rows import basis_table
from pipeline.writers.change_words import text_of
from pipeline.writers.changes_to_docx import changes_to_docx
from pipeline.writers.changes_to_xlsx import changes_to_xlsx
from tests.rows import listed, row
from tests.test_register import DATED, register, transition, version

LEAD: Final = "有下列行为之一的，依照有关法律的规定处罚："
NOW: Final = f"""云溪市古桥守护条例
（2031年3月2日某会议通过　根据2035年11月20日某会议《关于修改〈云溪市古桥守护条例〉的决定》修正）
第一条　为了守护古桥，制定本条例。
第二条　古桥的养护人应当每月检查桥面。
第三条　夜间应当点灯。
第四条　有下列行为之一的，处二百元罚款：
（一）停放机动车的；
（二）悬挂重物的。
第五条　{LEAD}
（一）毁坏桥栏的；
（二）违反本条例第二条规定，未检查桥面的。
情节严重的，吊销养护资格。
"""
TEXTS: Final = Texts([read_statute(NOW.encode(), "rules.txt")])
REGISTER: Final = register(
    version(0, 'articles = 4\nparagraphs = {}\nsubparagraphs = { "4.1" = 2 }'),
    version(1, 'articles = 5\nparagraphs = { 5 = 2 }\nsubparagraphs = { "4.1" = 2, "5.1" = 2 }'),
    transition(
        0,
        """
        { from = "3", to = "5.1(2)", change = "moved_to_pointer", also = "5.2", note = "不再自有罚款" },
        { from = "4.1(1)", to = "4.1(2)", change = "renumbered" },
        { from = "4.1(2)", to = "4.1(1)", change = "changed" },
        """,
    ),
)
THREE: Final = "第三条　违反本条例第二条规定，未检查桥面的，处一万元罚款。"


def changed(cell: str) -> BasisChange:
    (change,) = outdated(power_list(cell), TEXTS).basis
    return change


def power_list(cell: str) -> PowerList:
    text = listed(row(cell, law=DATED))
    read = parse_source(text.encode(), "list.txt", register=REGISTER, as_of=date(2045, 1, 1))
    return read.power_list


def test_an_item_stands_below_the_lead_in_that_it_completes() -> None:
    change = changed(THREE)
    assert change.current == f"{LEAD}\n（二）违反本条例第二条规定，未检查桥面的。"
    assert [change.current[slice(*span)] for span in change.lead_ins] == [LEAD]
    inserted = "".join(edit.inserted for edit in change.edits)
    assert inserted.startswith(LEAD), "the sanction went from the article into the lead-in: that is a change"
    assert [change.current[slice(*edit.new_span)] for edit in change.edits] == [edit.inserted for edit in change.edits]


def test_what_else_speaks_of_the_same_conduct_is_shown_too() -> None:
    (also,) = changed(THREE).also_current
    assert (also.address.compact(), also.text) == ("5.2", "情节严重的，吊销养护资格。")


@pytest.mark.parametrize(
    ("cell", "edits"),
    [
        pytest.param("第四条第一项　悬挂重物的；", ["→（二）", "；→。"], id="its marker in the label"),
        pytest.param("第四条第一款第一项　（一）悬挂重物的。", ["一→二"], id="its marker printed"),
        pytest.param(
            "第四条　有下列行为之一的，处三百元罚款：\n（一）悬挂重物的。",
            ["三百元→二百元", "一→二"],
            id="with its lead-in",
        ),
    ],
)
def test_a_lead_in_that_was_not_quoted_is_not_marked_as_inserted(cell: str, edits: list[str]) -> None:
    change = changed(cell)
    assert change.current == "有下列行为之一的，处二百元罚款：\n（二）悬挂重物的。"
    assert [f"{edit.deleted}→{edit.inserted}" for edit in change.edits] == edits
    assert [change.current[slice(*edit.new_span)] for edit in change.edits] == [edit.inserted for edit in change.edits]


def test_two_items_of_one_paragraph_have_one_lead_in() -> None:
    change = changed("第四条　第一、二项　悬挂重物的；\n停放机动车的。")
    assert change.current == "有下列行为之一的，处二百元罚款：\n（一）停放机动车的；\n（二）悬挂重物的。"
    assert len(change.lead_ins) == 1


def test_the_cell_has_lead_in_item_and_what_stands_beside_on_lines_of_their_own() -> None:
    (cells,) = basis_table(outdated(power_list(THREE), TEXTS)).rows
    assert text_of(cells[3]).split("\n") == [
        "第五条第一款第二项",
        "（2035年11月20日文本）",
        LEAD,
        "（二）违反本条例第二条规定，未检查桥面的。",
        "另见第五条第二款",
        "情节严重的，吊销养护资格。",
        "登记册所记变动：不再自有罚款",
    ]
    assert [run.text for run in cells[3] if run.heading] == ["第五条第一款第二项\n", "另见第五条第二款\n"]


def test_without_a_text_there_is_no_wording_of_any_of_them() -> None:
    (change,) = outdated(power_list(THREE)).basis
    assert (change.current, change.lead_ins, change.also_current, change.edits) == (None, (), (), ())
    (cells,) = basis_table(outdated(power_list(THREE))).rows
    assert text_of(cells[3]).startswith("第五条第一款第二项，另见第五条第二款\n")


@pytest.mark.parametrize(
    ("move", "flag", "kind"),
    [
        pytest.param(
            'to = "4", change = "renumbered", refs = { 2 = "5" }',
            True,
            "序号改变\n文内条款序号已变",
            id="another number inside",
        ),
        pytest.param(
            'to = "4", change = "changed", refs = { 2 = "5" }',
            True,
            "内容修改\n文内条款序号已变",
            id="and other words",
        ),
        pytest.param(
            'to = "4", change = "renumbered", numbers_changed = false', False, "序号改变", id="the numbers inside stay"
        ),
        pytest.param('to = "4", change = "renumbered"', None, "序号改变", id="nobody knows"),
    ],
)
def test_numbers_that_changed_inside_the_words_are_said_beside_the_change(
    move: str, flag: bool | None, kind: str
) -> None:
    """Who reads 序号改变 alone keeps the words, and with them an article number that is no longer the right one."""
    own = register(
        version(0, "articles = 4\nparagraphs = {}"),
        version(1, "articles = 5\nparagraphs = {}"),
        transition(0, f'{{ from = "3", {move} }}'),
    )
    read = parse_source(listed(row(THREE, law=DATED)).encode(), "list.txt", register=own, as_of=date(2045, 1, 1))
    comparison = outdated(read.power_list)
    (change,) = comparison.basis
    assert change.numbers_changed is flag
    (cells,) = basis_table(comparison).rows
    assert text_of(cells[4]) == kind
    sheet = load_workbook(BytesIO(changes_to_xlsx(comparison))).active
    assert sheet is not None
    assert kind in [cell.value for cells in sheet.iter_rows() for cell in cells]
    (table, *_) = docx.Document(BytesIO(changes_to_docx(comparison))).tables
    assert kind in [cell.text for line in table.rows for cell in line.cells]


OLD: Final = """云溪市古桥守护条例
（2031年3月2日某会议通过）
第一条　为了守护古桥，制定本条例。
第二条　古桥的养护人应当每月检查桥面。
第三条　违反本条例第二条规定，未检查桥面的，处一万元罚款。
第四条　有下列行为之一的，处二百元罚款：
（一）悬挂重物的；
（二）停放机动车的。
"""
BOTH: Final = Texts([read_statute(OLD.encode(), "old.txt"), read_statute(NOW.encode(), "rules.txt")])


@pytest.mark.parametrize(
    ("fine", "said"),
    [
        pytest.param("处二万元罚款", "清单为「二万元」，文本为「一万元」", id="another sum"),
        pytest.param("处一万元的罚款", "清单多「的」", id="a word too many"),
        pytest.param("处一万元", "清单缺「罚款」", id="words too few"),
        pytest.param("处一万元罚款。\n拒不改正的，加倍处罚", "清单多「拒不改正的，加倍处罚。」", id="a line too many"),
        pytest.param("处一万元罚款", "", id="as it reads"),
    ],
)
def test_a_misquotation_is_no_change_of_the_law(fine: str, said: str) -> None:
    """The cell marks what is not in the current words; that some of it never was in the law stands below."""
    cell = THREE.replace("处一万元罚款", fine)
    (change,) = outdated(power_list(cell), BOTH).basis
    assert [change.quoted[slice(*each.span)] for each in change.misquotations] == [
        each.quoted for each in change.misquotations
    ]
    (cells,) = basis_table(outdated(power_list(cell), BOTH)).rows
    note = f"\n（与所引的文本不一致，不是法律的变动：{said}）" if said else ""
    assert text_of(cells[2]).endswith(f"{fine}。{note}")


def test_whether_words_are_misquoted_takes_the_text_that_is_quoted() -> None:
    cell = THREE.replace("一万元", "二万元")
    assert changed(cell).misquotations == ()


@pytest.mark.parametrize(
    ("new", "change", "numbers"),
    [
        pytest.param("违反本条例第三条规定", "renumbered", True, id="another article"),
        pytest.param("违反本条例第二条第一款规定", "changed", None, id="a 款 that was not named"),
        pytest.param("违反本条例第三条之一规定", "renumbered", True, id="an inserted article"),
        pytest.param("违反本规定第三条规定", "changed", None, id="another word too"),
        pytest.param("违反本条例第二条规定，不听劝阻", "changed", None, id="no number"),
    ],
)
def test_between_two_lists_too_other_numbers_inside_are_no_other_content(
    new: str, change: str, numbers: bool | None
) -> None:
    first, second = (
        parse_source(listed(row(cell, law=DATED)).encode(), "list.txt").power_list
        for cell in (THREE, THREE.replace("违反本条例第二条规定", new))
    )
    (found,) = compare(first, second).basis
    assert (found.source, found.change, found.numbers_changed) == ("lists", change, numbers)


ADOPTED: Final = "《云溪市古桥守护条例》（2031年3月2日某会议通过）"
DUTY: Final = "第二条　古桥的养护人应当每月检查桥面。"


def rows_between(first: str, second: str, law: str = ADOPTED, texts: Texts | None = BOTH) -> list[list[str]]:
    """Quoted, current and kind of each row where a list with *second* follows one with *first*."""
    old, new = (parse_source(listed(row(cell, law=law)).encode(), "list.txt").power_list for cell in (first, second))
    return [[text_of(cell) for cell in cells[2:5]] for cells in basis_table(compare(old, new, texts)).rows]


WRONG: Final = "与所引的2031年3月2日文本不一致："


@pytest.mark.parametrize(
    ("first", "second", "of_old", "of_new", "kind"),
    [
        pytest.param(
            "处一万元罚款",
            "处八万元罚款",
            "",
            f"{WRONG}清单为「八万元」，文本为「一万元」",
            "内容修改",
            id="a new slip",
        ),
        pytest.param(
            "处八万元罚款",
            "处一万元罚款",
            f"{WRONG}清单为「八万元」，文本为「一万元」",
            "",
            "引文更正",
            id="a slip mended",
        ),
        pytest.param(
            "处八万元罚款",
            "处九万元罚款",
            f"{WRONG}清单为「八万元」，文本为「一万元」",
            f"{WRONG}清单为「九万元」，文本为「一万元」",
            "内容修改",
            id="another slip in its place",
        ),
        pytest.param(
            "处一万元罚款",
            "处一万元罚款。\n拒不改正的，加倍处罚",
            "",
            f"{WRONG}清单多「拒不改正的，加倍处罚。」",
            "内容修改",
            id="a line that the article has not",
        ),
    ],
)
def test_a_slip_of_a_list_is_told_from_a_change_of_the_law_between_two_lists(
    first: str, second: str, of_old: str, of_new: str, kind: str
) -> None:
    old, new = (THREE.replace("处一万元罚款", words) for words in (first, second))
    ((quoted, current, said),) = rows_between(old, new)
    assert said == f"清单修订\n{kind}"
    for cell, words, note in ((quoted, old, of_old), (current, new, of_new)):
        assert cell.endswith(words.partition("\u3000")[2] + (f"\n（{note}）" if note else ""))


@pytest.mark.parametrize(
    ("first", "second", "of_old", "of_new", "kind"),
    [
        pytest.param(
            DUTY, DUTY.replace("二", "一"), "", f"{WRONG}标注不符，文本中是第二条", "序号改变", id="wrong now"
        ),
        pytest.param(DUTY.replace("二", "一"), DUTY, f"{WRONG}标注不符，文本中是第二条", "", "引文更正", id="mended"),
        pytest.param(
            DUTY,
            "第二条　水闸的启闭由值守人员凭调度令办理。",
            "",
            "所引的2031年3月2日文本中没有这样的文字",
            "内容修改",
            id="nowhere in the text",
        ),
    ],
)
def test_a_label_that_is_not_that_of_the_words_is_said_between_two_lists(
    first: str, second: str, of_old: str, of_new: str, kind: str
) -> None:
    ((quoted, current, said),) = rows_between(first, second)
    assert said == f"清单修订\n{kind}"
    for cell, note in ((quoted, of_old), (current, of_new)):
        assert cell.endswith(f"\n（{note}）" if note else "。")


@pytest.mark.parametrize(
    ("second", "law", "texts"),
    [
        pytest.param("处八万元罚款", ADOPTED, None, id="no text at hand"),
        pytest.param("处八万元罚款", ADOPTED, TEXTS, id="only that of another version"),
        pytest.param("处八万元罚款", "《云溪市古桥守护条例》", BOTH, id="no version is cited"),
        pytest.param("处八万元罚款", "《云溪市石狮守护条例》（2031年3月2日通过）", BOTH, id="another law"),
    ],
)
def test_between_two_lists_too_it_takes_the_text_that_is_cited(second: str, law: str, texts: Texts | None) -> None:
    ((quoted, current, kind),) = rows_between(THREE, THREE.replace("处一万元罚款", second), law, texts)
    assert "文本" not in quoted + current
    assert kind == "清单修订\n内容修改"


def test_the_register_tells_which_text_a_number_means_in_the_list_before_too() -> None:
    """DATED names neither the day of the text nor its year of adoption; the register, asked for the new list, knows."""
    old, new = (
        parse_source(
            listed(row(cell, law=DATED)).encode(), "list.txt", register=known, as_of=date(2045, 1, 1)
        ).power_list
        for cell, known in ((THREE.replace("一万元", "八万元"), None), (THREE, REGISTER))
    )
    _, between = basis_table(compare(old, new, BOTH)).rows
    assert text_of(between[2]).endswith(f"（{WRONG}清单为「八万元」，文本为「一万元」）")
    assert text_of(between[4]) == "清单修订\n引文更正"


def test_words_of_a_version_that_is_not_the_one_cited_are_no_slip() -> None:
    """A list that has the words of the law of today below the date of yesterday: the date may be what is wrong."""
    cell = "第四条　有下列行为之一的，处二百元罚款：\n（一）悬挂重物的；\n（二）停放机动车的。"
    today = "第四条　有下列行为之一的，处二百元罚款：\n（一）停放机动车的；\n（二）悬挂重物的。"
    ((quoted, current, kind),) = rows_between(cell, today)
    assert "文本" not in quoted + current
    assert kind == "清单修订\n内容修改"
