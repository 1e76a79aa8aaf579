"""Proves that addresses print as statutes and tables print them, sort in the order of a law, and contain each other
only where that is certain."""

from __future__ import annotations

import dataclasses
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from pipeline.address import Address, article_key, contains, overlaps, sort_key
from pipeline.basis import read_basis

PRINTED = [
    (Address(7), "第七条", "7", "an article"),
    (Address(13, None, 3), "第十三条第三款", "13.3", "a paragraph"),
    (Address(17, None, None, 6), "第十七条第六项", "17(6)", "an item right under its article"),
    (Address(13, None, 1, 3), "第十三条第一款第三项", "13.1(3)", "an item of a paragraph"),
    (Address(120, 1), "第一百二十条之一", "120-1", "an inserted article"),
    (Address(120, 1, 2, 3, 4), "第一百二十条之一第二款第三项第四目", "120-1.2(3)[4]", "every level"),
    (Address(9999), "第九千九百九十九条", "9999", "the largest in Chinese numerals"),
    (Address(10_000, None, 2), "第10000条第二款", "10000.2", "beyond them, digits"),
]


@pytest.mark.parametrize(
    ("address", "text", "compact"), [pytest.param(*case[:3], id=f"{case[2]}: {case[3]}") for case in PRINTED]
)
def test_printed(address: Address, text: str, compact: str) -> None:
    assert str(address) == text
    assert address.compact() == compact


CONTAINED = [
    (Address(17), Address(17), True, "itself"),
    (Address(17), Address(17, None, 1, 6), True, "an item of a paragraph of it"),
    (Address(17), Address(17, None, None, 6), True, "an item whose paragraph is unknown is still in the article"),
    (Address(17, None, 1), Address(17, None, 1, 6), True, "an item of the paragraph"),
    (Address(17, None, 1), Address(17, None, None, 6), False, "the item may be another paragraph's"),
    (Address(17, None, None, 6), Address(17, None, 1, 6), False, "item six of some paragraph, not surely the first"),
    (Address(17, None, 1, 6), Address(17, None, 1), False, "a part does not contain its whole"),
    (Address(17, None, 1), Address(17, None, 2), False, "siblings"),
    (Address(17), Address(18), False, "another article"),
    (Address(120), Address(120, 1), False, "第一百二十条之一 is an article of its own, not a part"),
    (Address(120, 1), Address(120, 2), False, "another inserted article"),
    (Address(20, None, 1, 2), Address(20, None, 1, 2, 4), True, "a point of the item"),
]  # fmt: skip


@pytest.mark.parametrize(("whole", "part", "expected"), [pytest.param(*case[:3], id=case[3]) for case in CONTAINED])
def test_contains(whole: Address, part: Address, expected: bool) -> None:
    assert contains(whole, part) is expected


def test_order_of_a_law() -> None:
    in_order = [
        Address(7),
        Address(7, None, None, 3),
        Address(7, None, 1),
        Address(7, None, 1, 2),
        Address(7, None, 1, 2, 1),
        Address(7, None, 2),
        Address(7, 1),
        Address(7, 1, 1),
        Address(8),
        Address(10),
    ]
    assert sorted([*in_order[5:], *in_order[:5]], key=sort_key) == in_order


@pytest.mark.parametrize(
    ("address", "key"),
    [(Address(7, None, 2, 3), (7, 0)), (Address(120, 1, 2), (120, 1))],
    ids=["no 之 is suffix 0", "之一 is a different article"],
)
def test_article_key(address: Address, key: tuple[int, int]) -> None:
    assert article_key(address) == key


INVALID = [
    ({"article": 0}, "no article is numbered 0"),
    ({"article": 100_000}, "no law has so many articles"),
    ({"article": 7, "paragraph": 0}, "no paragraph is numbered 0"),
    ({"article": 7, "subparagraph": -1}, "no negative numbers"),
    ({"article": None}, "no address without an article"),
    ({"paragraph": 2}, "no address without an article"),
    ({"article": 7, "chapter": 2}, "chapters are no part of an address"),
    ({"article": "第七条"}, "words are not read here"),
]


@pytest.mark.parametrize("record", [pytest.param(record, id=f"{record}: {why}") for record, why in INVALID])
def test_rejected_where_json_is_loaded(record: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Address).validate_python(record)


def test_immutable() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Address(7).article = 8  # type: ignore[misc]


_NUMBERS = (None, 1, 2)
_ALL = [Address(article, *below) for article in (1, 2) for below in product(_NUMBERS, repeat=4)]
_PARTS = {whole: {part for part in _ALL if contains(whole, part)} for whole in _ALL}
"""Every address of two articles, inserted ones, two paragraphs, items and points; and what each of them contains."""


def test_containment_is_an_order() -> None:
    for whole, parts in _PARTS.items():
        assert whole in parts, "every address contains itself"
        for part in parts:
            assert _PARTS[part] <= parts, "what a part contains, the whole contains"
            assert whole == part or whole not in _PARTS[part], "two addresses that contain each other are one"


def test_containment_agrees_with_overlap_articles_and_the_order_of_a_law() -> None:
    assert len({sort_key(address) for address in _ALL}) == len(_ALL)
    for one, other in product(_ALL, repeat=2):
        assert overlaps(one, other) == (other in _PARTS[one] or one in _PARTS[other])
        if other in _PARTS[one]:
            assert article_key(one) == article_key(other)
            assert sort_key(one) <= sort_key(other)


_ADDRESSES = st.builds(Address, st.integers(1, 9999), *[st.none() | st.integers(1, 99)] * 2)


@given(_ADDRESSES)
@settings(deadline=None, max_examples=100)
def test_what_is_printed_is_read_again_as_a_label(address: Address) -> None:
    cell = f"{address}\u3000任何单位不得在古桥上悬挂重物。"
    (basis,) = read_basis(cell, 0, len(cell))
    assert [provision.addresses for provision in basis.provisions] == [(address,)]


@given(_ADDRESSES)
@settings(deadline=None, max_examples=50)
def test_survives_json(address: Address) -> None:
    adapter = TypeAdapter(Address)
    assert adapter.validate_json(adapter.dump_json(address)) == address
