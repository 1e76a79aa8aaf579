"""Proves that a penalty meets the duties it punishes, and that its sanctions are given to the right one.

Sentences are made up. A case marks what it expects in its own text: sanctions provided for the reached duty stand in
【 】, the others in 〔 〕; the marks are taken out before the text is read.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from pipeline.address import Address
from pipeline.reach import Cited, Duty, Reached, reach
from pipeline.references import find_references

OWN: Final = Address(40)
MARK: Final = regex.compile("[【〔](?P<words>[^】〕]*)[】〕]")


class Marked(NamedTuple):
    """A text without its marks, the spans of what was marked, and which of them stood in 【 】."""

    text: str
    sanctions: list[tuple[int, int]]
    provided: tuple[int, ...]


def unmark(marked: str) -> Marked:
    text, sanctions, provided, end = "", [], [], 0
    for index, match in enumerate(MARK.finditer(marked)):
        text += marked[end : match.start()]
        sanctions.append((len(text), len(text) + len(match["words"])))
        if match.group().startswith("【"):
            provided.append(index)
        text += match["words"]
        end = match.end()
    return Marked(text + marked[end:], sanctions, tuple(provided))


def cited(text: str, law: str | None = "law-1") -> list[Cited]:
    return [
        Cited(each.span, law if each.law_name is None else each.law_name, each.target)
        for each in find_references(text, article=OWN)
    ]


DUTIES: Final = [
    Duty(2, "law-1", (Address(9),)),
    Duty(3, "law-1", (Address(10, None, 2),)),
    Duty(4, "law-1", ()),
]


@pytest.mark.parametrize(
    ("marked", "duties"),
    [
        pytest.param(
            "违反本条例第九条规定的，给予【警告】；情节严重的，【处二百元罚款】。",
            (2,),
            id="a tier stays with its reference",
        ),
        pytest.param(
            "违反本条例第九条规定的，给予【警告】；违反第十二条规定的，〔处二百元罚款〕。",
            (2,),
            id="the next reference ends it",
        ),
        pytest.param(
            "违反本条例第十二条规定的，给予〔警告〕。违反第九条规定的，【处二百元罚款】。",
            (2,),
            id="a sentence of its own",
        ),
        pytest.param("违反本条例第八条、第九条、第十条规定的，给予【警告】。", (2, 3), id="two duties of one list"),
        pytest.param(
            "违反本条例第十条第一款规定的，给予〔警告〕；违反第九条的，【罚款】。",
            (2,),
            id="another paragraph of 第十条",
        ),
        pytest.param("违反本条例第十条规定的，给予【警告】。", (3,), id="the whole article reaches its paragraph"),
        pytest.param(
            "违反本条例第九条规定的，给予【警告】。\n泄露风铃名册的，〔处二百元罚款〕。",
            (2,),
            id="a paragraph about other conduct",
        ),
        pytest.param(
            "违反本条例第九条规定的，给予【警告】。\n有前款行为，拒不改正的，【处二百元罚款】。",
            (2,),
            id="前款 carries on",
        ),
        pytest.param(
            "违反本条例第九条规定的，给予【警告】。\n泄露风铃名册的，〔罚款〕。\n有前款行为，拒不改正的，〔吊销执照〕。",
            (2,),
            id="前款 of other conduct carries nothing on",
        ),
        pytest.param(
            "违反本条例第九条规定的，给予【警告】。\n泄露风铃名册的，〔罚款〕。\n有本条第一款行为，拒不改正的，【吊销执照】。",
            (2,),
            id="本条第一款 reaches further back",
        ),
        pytest.param(
            "违反本条例第九条规定的，给予【警告】；\n有第三款行为的，〔罚款〕。",
            (2,),
            id="a bare 款 carries nothing on",
        ),
        pytest.param(
            "违反本条例第八条规定的，【处二百元罚款】。\n不履行第九条规定的义务的，【依照前款规定处罚】。",
            (2,),
            id="依照前款规定处罚 provides what that paragraph does",
        ),
        pytest.param(
            "违反本条例第八条规定的，〔警告〕。\n违反第十二条的，【罚款】。\n违反第九条的，【依照前款规定处罚】。",
            (2,),
            id="and not what one before it does",
        ),
        pytest.param(
            "违反本条例第八条规定的，【警告】。\n违反第十二条的，【罚款】。\n违反第九条的，【依照前两款规定处罚】。",
            (2,),
            id="依照前两款规定处罚 provides what both do",
        ),
        pytest.param(
            "违反本条例第九条规定的，【处二百元罚款】。\n违反第十二条的，〔依照前款规定处罚〕。",
            (2,),
            id="a pointer carries no conduct on",
        ),
        pytest.param(
            "未按照本条例第九条规定处理裂缝的，【警告】；违反第十二条的，〔罚款〕。",
            (2,),
            id="未按照…处理 is conduct, no pointer",
        ),
        pytest.param(
            "有下列行为之一的，给予【警告】：\n（一）违反第九条的；\n（二）违反第十二条的。\n有前款第二项行为，情节严重的，〔吊销执照〕。",
            (2,),
            id="前款第二项 is another item's conduct",
        ),
        pytest.param(
            "有下列行为之一的，给予【警告】：\n（一）违反第九条的；\n（二）违反第十二条的。\n有前款第一项行为，情节严重的，【吊销执照】。",
            (2,),
            id="前款第一项 is the item that reaches it",
        ),
        pytest.param(
            "泄露风铃名册的，〔罚款〕。\n违反本条例第九条规定的，给予【警告】。\n有本条前款行为，拒不改正的，【吊销执照】。",
            (2,),
            id="本条前款 is the paragraph before",
        ),
        pytest.param(
            "违反本条例第九条规定的，给予【警告】。\n泄露风铃名册的，〔罚款〕。\n有上款行为，拒不改正的，〔吊销执照〕。",
            (2,),
            id="上款 is the paragraph before",
        ),
        pytest.param(
            "违反本条例规定，有下列行为之一的，给予【警告】：\n（一）违反第九条的；\n（二）违反第十二条的。",
            (2,),
            id="a lead-in is governed by its items",
        ),
        pytest.param(
            "按照下列规定处罚：\n（一）违反第九条的，给予【警告】；\n（二）违反第十二条的，〔处二百元罚款〕。",
            (2,),
            id="items with sanctions of their own",
        ),
        pytest.param(
            "违反本条例第九条规定，按照下列规定处罚：\n（一）毁桥的，【罚款】；\n（二）毁灯的，【警告】。",
            (2,),
            id="items are governed by their lead-in",
        ),
        pytest.param(
            "违反本条例规定的，给予【警告】，【处二百元罚款】。", (), id="nothing cited: nothing tells them apart"
        ),
        pytest.param("违反《灯法》第九条规定的，给予【警告】。", (), id="an article of another law"),
    ],
)
def test_sanctions_go_to_the_duty_they_punish(marked: str, duties: tuple[int, ...]) -> None:
    case = unmark(marked)
    assert reach(case.text, cited(case.text), case.sanctions, DUTIES) == Reached(duties, case.provided)


def test_a_law_that_nobody_names_is_not_another_that_nobody_names() -> None:
    """None is a law of the item's own; 《灯法》 that the list does not quote is not it."""
    text = "违反《灯法》第九条、本条例第九条规定的"
    duty = Duty(1, None, (Address(9),))
    references = cited(text, law=None)
    assert [reach(text, [one], [], [duty]).duties for one in references] == [(), (1,)]


@given(
    text=st.lists(
        st.sampled_from(
            ("违反本条例第九条", "第十条第二款", "前款", "的，", "；", "。", "\n", "（一）", "【警告】", "〔罚款〕")
        )
    ).map("".join)
)
def test_any_provision_is_met(text: str) -> None:
    """Positions are of the list given, rising; without a duty reached every sanction is there."""
    case = unmark(text)
    found = reach(case.text, cited(case.text), case.sanctions, DUTIES)
    assert list(found.sanctions) == sorted(set(found.sanctions) & set(range(len(case.sanctions))))
    assert set(found.duties) <= {2, 3}
    assert found.duties or len(found.sanctions) == len(case.sanctions)
