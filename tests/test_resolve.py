"""Proves where each reference's target is said to stand: every status, by the labels, and nothing by guess.

Most cases are small lists read as a whole, so that label, paragraph, law and place are those of the data contract
(design §4). The properties ask the index itself: more items never take a place away, and equal quotations all count.
"""

from __future__ import annotations

from itertools import product
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.address import Address
from pipeline.model import Reference
from pipeline.resolve import Index, Portion, Quotation, Resolution, Wording
from tests.rows import LAW, read, references, row


def _compact(reference: Reference) -> str:
    target = reference.target.compact() if reference.target else "~"
    places = ",".join(f"{place.item}:{place.ordinal}" for place in reference.found_in) or "~"
    return f"{target} {reference.status} {places} {reference.found_count}"


def _cites(words: str) -> str:
    """A penalty that cites *words*, under an article nothing points at."""
    return f"第九十九条　违反本条例{words}规定的，给予警告。"


def _statuses(*cells: str) -> list[str]:
    """Of the first item's references; each cell is what one item quotes from one law."""
    return [_compact(reference) for reference in references(read(*(row(cell) for cell in cells)))]


ONE: Final = "养护人应当检查桥面。"
TWO: Final = "养护人应当检查桥面。\n\n养护人应当记录裂缝。"
ITEMS: Final = "养护人应当：\n（一）检查桥面；\n（二）记录裂缝。"

# --- in the same item -----------------------------------------------------------------------------------------------

# reason → (what the item quotes, what its penalty cites, status and places)
HERE: Final = {
    "the same 款": (f"第七条第二款　{ONE}", "第七条第二款", "7.2 quoted_here 1:1 1"),
    "an article without 款, two paragraphs: the second": (f"第七条　{TWO}", "第七条第二款", "7.2 quoted_here 1:1 1"),
    "an article without 款 is the whole article": (f"第七条　{ONE}", "第七条", "7 quoted_here 1:1 1"),
    "two paragraphs are the whole article": (f"第七条　{TWO}", "第七条", "7 quoted_here 1:1 1"),
    "之一": (f"第七条之一　{ONE}", "第七条之一", "7-1 quoted_here 1:1 1"),
    "项 under the article, the same label": (f"第十七条第（六）项　{ONE}", "第十七条第六项", "17(6) quoted_here 1:1 1"),
    "项 under the 款, the same label": (
        f"第十七条第一款第（六）项　{ONE}",
        "第十七条第一款第六项",
        "17.1(6) quoted_here 1:1 1",
    ),
    "an 项 of the quoted 款": (f"第七条第一款　{ITEMS}", "第七条第一款第二项", "7.1(2) quoted_here 1:1 1"),
    "an 项 of the quoted article": (f"第七条　{ITEMS}", "第七条第二项", "7(2) quoted_here 1:1 1"),
    "an 项 of the first of two paragraphs": (
        f"第七条　{ITEMS}\n{ONE}",
        "第七条第一款第二项",
        "7.1(2) quoted_here 1:1 1",
    ),
    "a label with two 款: the second": (f"第九条第一、二款　{TWO}", "第九条第二款", "9.2 quoted_here 1:1 1"),
    "the same text twice is one text": (f"第七条　{ONE}\n第七条　{ONE}", "第七条", "7 quoted_here 1:1,1:2 2"),
    # a part of it, or nobody knows how much
    "the article cited, a 款 of it quoted": (f"第十七条第一款　{ONE}", "第十七条", "17 quoted_partly 1:1 1"),
    "the article cited, an 项 of it quoted": (f"第十七条第（二）项　{ONE}", "第十七条", "17 quoted_partly 1:1 1"),
    "the 款 cited, an 项 of it quoted": (
        f"第十七条第一款第（二）项　{ONE}",
        "第十七条第一款",
        "17.1 quoted_partly 1:1 1",
    ),
    "第一款 cited, an article with one paragraph quoted": (
        f"第二十四条　{ONE}",
        "第二十四条第一款",
        "24.1 quoted_partly 1:1 1",
    ),
    "第二款 cited, an article with one paragraph quoted": (
        f"第二十四条　{ONE}",
        "第二十四条第二款",
        "24.2 quoted_partly 1:1 1",
    ),
    "第一款第二项 cited, an article with one paragraph quoted": (
        f"第七条　{ITEMS}",
        "第七条第一款第二项",
        "7.1(2) quoted_partly 1:1 1",
    ),
    "17(6) cited, 17.1(6) quoted: which 款 has it is not known": (
        f"第十七条第一款第（六）项　{ONE}",
        "第十七条第六项",
        "17(6) quoted_partly 1:1 1",
    ),
    "17.1(6) cited, 17(6) quoted": (
        f"第十七条第（六）项　{ONE}",
        "第十七条第一款第六项",
        "17.1(6) quoted_partly 1:1 1",
    ),
    "17(2) cited, 17.1 quoted with its （二）": (
        f"第十七条第一款　{ITEMS}",
        "第十七条第二项",
        "17(2) quoted_partly 1:1 1",
    ),
    "the article cited, two 款 of it quoted apart": (
        f"第十七条第一款　{ONE}\n第十七条第二款　养护人应当记录裂缝。",
        "第十七条",
        "17 quoted_partly 1:1,1:2 2",
    ),
    "a 目 cited, its 项 quoted: how much of it is not known": (
        f"第十七条第（六）项　{ONE}",
        "第十七条第六项第2目",
        "17(6)[2] quoted_partly 1:1 1",
    ),
    "the article cited, a label with two 款 quoted": (f"第九条第一、二款　{TWO}", "第九条", "9 quoted_partly 1:1 1"),
    # nothing of it
    "another 款": (f"第七条第一款　{ONE}", "第七条第二款", "7.2 not_quoted ~ 0"),
    "the third 款 of an article with two paragraphs": (f"第七条　{TWO}", "第七条第三款", "7.3 not_quoted ~ 0"),
    "annex, item 21: a second paragraph under 第一款 is not 第二款": (
        f"第二十二条　第一款　{TWO}",
        "第二十二条第二款",
        "22.2 not_quoted ~ 0",
    ),
    "a 款 that the label's list leaves out": (f"第九条第一、二款　{TWO}", "第九条第三款", "9.3 not_quoted ~ 0"),
    "an 项 that the paragraph does not have": (f"第七条　{ITEMS}", "第七条第五项", "7(5) not_quoted ~ 0"),
    "an 项 of the other paragraph": (f"第七条　{ITEMS}\n{ONE}", "第七条第二款第二项", "7.2(2) not_quoted ~ 0"),
    "17(6) cited, 17.1 quoted without any 项": (f"第十七条第一款　{ONE}", "第十七条第六项", "17(6) not_quoted ~ 0"),
    "17(6) cited, 17.1(2) quoted": (f"第十七条第一款第（二）项　{ONE}", "第十七条第六项", "17(6) not_quoted ~ 0"),
    "之一 is another article": (f"第七条　{ONE}", "第七条之一", "7-1 not_quoted ~ 0"),
    "the article is not 之一": (f"第七条之一　{ONE}", "第七条", "7 not_quoted ~ 0"),
    "a malformed label is nowhere": (f"第十十八条　{ONE}", "第十八条", "18 not_quoted ~ 0"),
    "text without a label is nowhere": (ONE, "第七条", "7 not_quoted ~ 0"),
    # different texts under one address
    "two texts": (f"第七条　{ONE}\n第七条　养护人应当记录裂缝。", "第七条", "7 ambiguous 1:1,1:2 2"),
    "a text that only leaves something out is not different": (
        f"第七条　{ONE}养护人应当记录裂缝。\n第七条　{ONE}",
        "第七条",
        "7 quoted_here 1:1,1:2 2",
    ),
    "white space is no difference": (
        f"第七条　{ONE}\n第七条　养护人应当 检查桥面。",
        "第七条",
        "7 quoted_here 1:1,1:2 2",
    ),
    "two texts of the article, one of the 款 cited": (
        "第七条　甲。\n乙。\n第七条　甲。\n丙。",
        "第七条第一款",
        "7.1 quoted_here 1:1,1:2 2",
    ),
    "two texts of the 款 cited": ("第七条　甲。\n乙。\n第七条　甲。\n丙。", "第七条第二款", "7.2 ambiguous 1:1,1:2 2"),
}


@pytest.mark.parametrize(("quoted", "cited", "expected"), HERE.values(), ids=HERE.keys())
def test_within_one_item(quoted: str, cited: str, expected: str) -> None:
    """How much of the target stands in the item itself, by the labels."""
    assert _statuses(f"{quoted}\n{_cites(cited)}") == [expected]


# --- in other items -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param([_cites("第七条"), f"第七条　{ONE}"], "7 quoted_elsewhere 2:1 1", id="all of it in another item"),
        pytest.param([_cites("第七条"), f"第七条第一款　{ONE}"], "7 quoted_elsewhere 2:1 1", id="part of it"),
        pytest.param(
            [_cites("第七条"), f"第三条　甲。\n第七条　{ONE}", f"第七条　{ONE}"],
            "7 quoted_elsewhere 2:2 2",
            id="the first place, and how many there are",
        ),
        pytest.param(
            [_cites("第七条"), f"第七条第一款　{ONE}", "第七条第二款　养护人应当记录裂缝。"],
            "7 quoted_elsewhere 2:1 2",
            id="parts in two items",
        ),
        pytest.param(
            [f"第七条　{ONE}\n" + _cites("第七条"), f"第七条　{ONE}", f"第七条　{ONE}"],
            "7 quoted_here 1:1 3",
            id="here first: places here, the count of all",
        ),
        pytest.param(
            [f"第七条第一款　{ONE}\n" + _cites("第七条"), f"第七条　{TWO}"],
            "7 quoted_partly 1:1 2",
            id="a part here goes before the whole elsewhere",
        ),
        pytest.param(
            [_cites("第七条"), f"第七条　{ONE}", "第七条　养护人应当记录裂缝。"],
            "7 ambiguous 2:1,3:1 2",
            id="two texts elsewhere: one place for each",
        ),
        pytest.param(
            [_cites("第七条"), f"第七条　{ONE}", "第七条　养护人应当记录裂缝。", f"第七条　{ONE}"],
            "7 ambiguous 2:1,3:1 3",
            id="two texts elsewhere, one of them twice",
        ),
        pytest.param(
            [_cites("第七条"), "第七条　养护人应当：\n（一）甲；", "第七条　养护人应当：\n（二）乙。"],
            "7 quoted_elsewhere 2:1 2",
            id="two quotations that leave out different 项 are not different texts",
        ),
        pytest.param(
            [
                _cites("第七条第二项"),
                "第七条　养护人应当：\n（一）甲；\n（二）乙。",
                "第七条　养护人应当：\n（一）丙；\n（二）乙。",
            ],
            "7(2) quoted_elsewhere 2:1 2",
            id="two texts of the article, one of the 项 cited",
        ),
        pytest.param([_cites("第七条"), f"第八条　{ONE}"], "7 not_quoted ~ 0", id="nowhere"),
        pytest.param([_cites("第七条第二款"), f"第七条　{TWO}"], "7.2 quoted_elsewhere 2:1 1", id="a 款 by position"),
    ],
)
def test_between_items(cells: list[str], expected: str) -> None:
    """Nothing of it here: all or part in another item, or nowhere."""
    assert _statuses(*cells) == [expected]


def test_every_target_of_a_range_has_its_own_status() -> None:
    """One reference per target (design §4)."""
    assert _statuses(f"第七条　{ONE}\n" + _cites("第六条至第八条"), f"第八条　{ONE}") == [
        "6 not_quoted ~ 0",
        "7 quoted_here 1:1 1",
        "8 quoted_elsewhere 2:1 1",
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("第九十九条　有前款行为的，给予警告。", "~ unresolved ~ 0", id="前款 of an unknown 款"),
        pytest.param("第九十九条第一款　有前款行为的，给予警告。", "~ unresolved ~ 0", id="前款 of the first 款"),
        pytest.param(_cites("第十十八条"), "~ unresolved ~ 0", id="no number"),
        pytest.param(
            "第九十九条第二款　有前款行为的，给予警告。",
            "99.1 not_quoted ~ 0",
            id="前款 of a 款 whose number is printed",
        ),
        pytest.param(
            f"第九十九条　{ONE}\n有前款行为的，给予警告。", "99.1 quoted_here 1:1 1", id="前款 of a counted paragraph"
        ),
        pytest.param("有前款行为的，给予警告。", "~ unresolved ~ 0", id="no label at all"),
    ],
)
def test_unresolved_and_relative(cell: str, expected: str) -> None:
    """A relative word has an address when the provision's own allows it; else its words are kept, without one."""
    assert _statuses(cell) == [expected]


# --- laws -----------------------------------------------------------------------------------------------------------


def _named(cited: str, *others: str) -> tuple[str | None, str | None, str]:
    """Law id, law name and status of the one reference *cited* by item 1; *others* are whole cells of more items."""
    listed = read(row(f"第九十九条　违反{cited}规定的，给予警告。"), *(row(cell, law="") for cell in others))
    (reference,) = references(listed)
    return reference.law, reference.law_name, _compact(reference)


@pytest.mark.parametrize(
    ("cited", "other", "expected"),
    [
        pytest.param(
            "《风铃法》第五条",
            f"《风铃法》\n第五条　{ONE}",
            ("law-2", "风铃法", "5 quoted_elsewhere 2:1 1"),
            id="the name as it is",
        ),
        pytest.param(
            "《风铃法》第五条",
            f"《中华人民共和国风铃法》\n第五条　{ONE}",
            ("law-2", "风铃法", "5 quoted_elsewhere 2:1 1"),
            id="中华人民共和国 left out by the reference",
        ),
        pytest.param(
            "《中华人民共和国风铃法》第五条",
            f"《风铃法》\n第五条　{ONE}",
            ("law-2", "中华人民共和国风铃法", "5 quoted_elsewhere 2:1 1"),
            id="中华人民共和国 left out by the list",
        ),
        pytest.param(
            "风铃法第五条", f"《风铃法》\n第五条　{ONE}", ("law-2", "风铃法", "5 quoted_elsewhere 2:1 1"), id="no 《》"
        ),
        pytest.param(
            "《风铃法》第六条",
            f"《风铃法》\n第五条　{ONE}",
            ("law-2", "风铃法", "6 not_quoted ~ 0"),
            id="another article",
        ),
        pytest.param(
            "《风铃法》第五条", "《风铃法》", ("law-2", "风铃法", "5 not_quoted ~ 0"), id="a law without articles"
        ),
        pytest.param(
            "《灯塔法》第五条",
            f"《风铃法》\n第五条　{ONE}",
            (None, "灯塔法", "5 other_law ~ 0"),
            id="a law the list has not",
        ),
        pytest.param(
            "《风铃法》第十十八条",
            f"《风铃法》\n第五条　{ONE}",
            ("law-2", "风铃法", "~ unresolved ~ 0"),
            id="no number",
        ),
        pytest.param(
            "《风铃法实施办法》第五条",
            f"《风铃法》\n第五条　{ONE}",
            (None, "风铃法实施办法", "5 other_law ~ 0"),
            id="a law whose name begins alike",
        ),
    ],
)
def test_named_law(cited: str, other: str, expected: tuple[str | None, str | None, str]) -> None:
    """Which law is meant, as written and as the list knows it."""
    assert _named(cited, other) == expected


def test_one_name_is_one_law_however_it_is_noted() -> None:
    """A note that differs does not make another law; the place is found."""
    listed = read(
        row(_cites("第七条")),
        row(f"《云溪市古桥守护条例》\n第七条　{ONE}", law=""),
        row(f"第七条　{ONE}", law="《云溪市 古桥守护条例》"),
    )
    assert [law.id for law in listed.laws] == ["law-1"]
    assert [_compact(reference) for reference in references(listed)] == ["7 quoted_elsewhere 2:1 2"]


def test_own_article_of_the_other_law_in_the_item() -> None:
    """本办法第五条 under the second law is the second law's."""
    cell = f"{LAW}\n第五条　{ONE}\n《风铃办法》\n第五条　风铃应当挂稳。\n第八条　违反本办法第五条规定的，给予警告。"
    (reference,) = references(read(row(cell, law="")))
    assert (reference.law, _compact(reference)) == ("law-2", "5 quoted_here 1:2 1")


def test_same_number_of_another_law_is_not_it() -> None:
    """第五条 of another law, in the same item or another, is no place."""
    cell = f"{LAW}\n第五条　{ONE}\n《风铃办法》\n第八条　违反本办法第五条规定的，给予警告。"
    listed = read(row(cell, law=""), row(f"第五条　{ONE}"))
    assert [_compact(reference) for reference in references(listed)] == ["5 not_quoted ~ 0"]


def test_a_basis_without_a_law_knows_its_own_item_only() -> None:
    """Nobody printed which law it is: another item's nameless law may be another one."""
    quoted = f"第七条　{ONE}"
    listed = read(
        row(f"{quoted}\n{_cites('第七条、第八条')}", law=""),
        row(f"{quoted}\n第八条　{ONE}", law=""),
        row(f"第八条　{ONE}"),
    )
    found = references(listed)
    assert [(reference.law, reference.law_name, _compact(reference)) for reference in found] == [
        (None, None, "7 quoted_here 1:1 1"),
        (None, None, "8 not_quoted ~ 0"),
    ]


# --- what holds for any list ----------------------------------------------------------------------------------------

TEXTS: Final = ("甲。", "乙。", "甲。乙。")
ADDRESSES: Final = [
    Address(article, suffix, paragraph, subparagraph)
    for article, suffix in ((1, None), (1, 1), (2, None))
    for paragraph, subparagraph in product((None, 1, 2), (None, 1, 2))
]
PORTIONS: Final = [
    (Portion(None, (), "甲。"),),
    (Portion(None, (1, 2), "甲。"),),
    (Portion(1, (), "甲。"), Portion(2, (), "乙。")),
    (Portion(1, (1,), "甲。"), Portion(2, (1, 2), "乙。")),
    (Portion(1, (), "乙。"), Portion(None, (2,), "甲。")),
]
TARGETS: Final = st.sampled_from(ADDRESSES)
# item, law, label, paragraphs, text: few of each, so that they meet
QUOTED: Final = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.sampled_from(("law-1", "law-1", "law-2")),
        TARGETS,
        st.sampled_from(PORTIONS),
        st.sampled_from(TEXTS),
    ),
    max_size=8,
)
Drawn = list[tuple[int, str, Address, tuple[Portion, ...], str]]
IN_ITEM: Final = ("quoted_here", "quoted_partly")


def _quotations(drawn: Drawn, *, first_item: int = 0) -> list[Quotation]:
    """In the order of items, with ordinals running through each."""
    result: list[Quotation] = []
    for item, law, address, portions, text in sorted(drawn, key=lambda each: each[0]):
        ordinal = 1 + sum(1 for each in result if each.item == item + first_item)
        result.append(Quotation(item + first_item, ordinal, law, Wording((address,), portions, text)))
    return result


def _in_item(found: Resolution, item: int) -> bool:
    return any(place.item == item for place in found.found_in)


@given(drawn=QUOTED, more=QUOTED, item=st.integers(1, 4), target=TARGETS)
@settings(max_examples=200, deadline=None)
def test_more_items_take_nothing_away(drawn: Drawn, more: Drawn, item: int, target: Address) -> None:
    """Items put after the others: what stands in the asking item stays, the count never falls, places never vanish."""
    before = Index(_quotations(drawn)).resolve(item, "law-1", target)
    after = Index(_quotations(drawn) + _quotations(more, first_item=4)).resolve(item, "law-1", target)
    assert after.found_count >= before.found_count
    if before.status in IN_ITEM or _in_item(before, item):
        assert (after.status, after.found_in) == (before.status, before.found_in)
    elif before.status == "quoted_elsewhere":
        assert after.status in {"quoted_elsewhere", "ambiguous"}
    elif before.status == "not_quoted":
        assert not _in_item(after, item)


@given(
    cells=st.lists(st.sampled_from([f"{quoted}\n{_cites(cited)}" for quoted, cited, _ in HERE.values()]), max_size=5)
)
@settings(max_examples=50, deadline=None)
def test_an_unrelated_item_changes_no_other(cells: list[str]) -> None:
    """The same of a whole list: one more item, about something else, and all others read as before."""
    rows = [row(cell) for cell in cells]
    unrelated = row(f"第七条　{ONE}\n{_cites('第七条、第十七条')}", law="《灯塔办法》")
    assert read(*rows, unrelated).items[: len(rows)] == read(*rows).items


@given(drawn=QUOTED, more=QUOTED, item=st.integers(1, 4), target=TARGETS)
@settings(max_examples=200, deadline=None)
def test_another_law_changes_nothing(drawn: Drawn, more: Drawn, item: int, target: Address) -> None:
    """Items that quote a law nobody cited leave every answer as it was."""
    unrelated = [quotation._replace(law="law-9") for quotation in _quotations(more, first_item=4)]
    before, after = Index(_quotations(drawn)), Index(_quotations(drawn) + unrelated)
    assert after.resolve(item, "law-1", target) == before.resolve(item, "law-1", target)


@given(drawn=QUOTED, item=st.integers(1, 4), target=TARGETS, copies=st.integers(1, 4))
@settings(max_examples=200, deadline=None)
def test_equal_quotations_are_all_counted(drawn: Drawn, item: int, target: Address, copies: int) -> None:
    """The whole list *copies* times over: as many times as many places, the same answer in the item itself."""
    once = _quotations(drawn)
    many = [quotation._replace(item=quotation.item + 4 * copy) for copy in range(copies) for quotation in once]
    before, after = Index(once).resolve(item, "law-1", target), Index(many).resolve(item, "law-1", target)
    assert after.found_count == before.found_count * copies
    assert (after.status, after.found_in) == (before.status, before.found_in)


@given(drawn=QUOTED, item=st.integers(1, 4), target=TARGETS)
@settings(max_examples=200, deadline=None)
def test_an_answer_agrees_with_itself(drawn: Drawn, item: int, target: Address) -> None:
    """Status, places and count say one thing; every place is a quotation of the target's article and law."""
    quotations = _quotations(drawn)
    found = Index(quotations).resolve(item, "law-1", target)
    places = {(quotation.item, quotation.ordinal): quotation for quotation in quotations}
    assert (found.status == "not_quoted") == (found.found_count == 0) == (not found.found_in)
    assert found.status not in IN_ITEM or all(place.item == item for place in found.found_in)
    assert found.status != "quoted_elsewhere" or (len(found.found_in) == 1 and not _in_item(found, item))
    assert found.status != "ambiguous" or len(found.found_in) > 1
    for place in found.found_in:
        quotation = places[place.item, place.ordinal]
        assert quotation.law == "law-1"
        assert (quotation.wording.addresses[0].article, quotation.wording.addresses[0].article_suffix) == (
            target.article,
            target.article_suffix,
        )


@given(drawn=QUOTED, target=TARGETS, portions=st.sampled_from(PORTIONS), text=st.sampled_from(TEXTS))
@settings(max_examples=100, deadline=None)
def test_what_the_label_names_is_there(drawn: Drawn, target: Address, portions: tuple[Portion, ...], text: str) -> None:
    """A provision whose label is the target is all of it, whatever else the list quotes."""
    own = Quotation(5, 1, "law-1", Wording((target,), portions, text))
    found = Index([*_quotations(drawn), own]).resolve(5, "law-1", target)
    assert (found.status, [tuple(place) for place in found.found_in]) == ("quoted_here", [(5, 1)])


def test_a_reference_is_told_a_hundred_wordings_at_most() -> None:
    quoted = [Quotation(item, 1, "law-1", Wording((Address(1),), (), f"甲{item}。")) for item in range(1, 151)]
    found = Index(quoted).resolve(999, "law-1", Address(1))
    assert (found.status, found.found_count) == ("ambiguous", 150)
    assert [place.item for place in found.found_in] == list(range(1, 101))


@pytest.mark.parametrize("many", [2, 50], ids=["few labels", "many labels"])
def test_among_labels_of_one_article_those_that_concern_the_target_are_found_in_order(many: int) -> None:
    labels = [Address(1, None, 3), Address(1, None, 1), Address(1), *(Address(1, None, 10 + n) for n in range(many))]
    labels.append(Address(1, None, 3, 2))
    quoted = [
        Quotation(1, ordinal, "law-1", Wording((label,), (Portion(None, (), "甲。"),), "甲。"))
        for ordinal, label in enumerate(labels, 1)
    ]
    found = Index(quoted).resolve(1, "law-1", Address(1, None, 3))
    assert [place.ordinal for place in found.found_in] == [1, 3, len(labels)]
    assert (found.status, found.found_count) == ("quoted_here", 3)
