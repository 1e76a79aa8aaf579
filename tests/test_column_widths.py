"""Proves that the columns of a table share a page so that none is clipped and none is emptier than it must be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.writers.column_widths import LONGEST_NUMBER, Need, amount_of, longest_number, share

_NEEDS = st.lists(st.builds(Need, st.floats(1, 60), st.integers(0, 100_000)), min_size=1, max_size=40)


@given(st.floats(50, 250), _NEEDS)
def test_the_room_is_used_and_no_column_has_less_than_it_must(room: float, needs: list[Need]) -> None:
    widths = share(room, needs)
    assert sum(widths) == pytest.approx(room)
    if sum(need.least for need in needs) <= room:
        assert all(width >= need.least * 0.999999 for width, need in zip(widths, needs, strict=True))


@given(st.floats(50, 250), _NEEDS)
def test_columns_wider_than_they_must_be_are_equally_full_and_no_other_is_emptier(
    room: float, needs: list[Need]
) -> None:
    least = sum(need.least for need in needs)
    if least >= room or not any(need.amount for need in needs):
        return
    fullness = [need.amount / width for width, need in zip(share(room, needs), needs, strict=True)]
    assert all(full <= max(fullness) * 1.000001 for full in fullness)
    wide = [
        full
        for full, width, need in zip(fullness, share(room, needs), needs, strict=True)
        if width > need.least * 1.000001
    ]
    assert wide
    assert min(wide) == pytest.approx(max(fullness))


@pytest.mark.parametrize(
    ("needs", "widths", "reason"),
    [
        ([Need(10, 0), Need(20, 100)], [10, 90], "what an empty column leaves goes to the other"),
        ([Need(10, 100), Need(10, 300)], [25, 75], "by what stands in them"),
        ([Need(10, 5), Need(10, 300), Need(10, 300)], [10, 45, 45], "little text takes no more than it must"),
        ([Need(40, 100), Need(10, 100), Need(10, 400)], [40, 12, 48], "a wide one keeps its width, the rest is shared"),
        ([Need(100, 5), Need(100, 500)], [50, 50], "too much for the page: all shrink alike"),
        ([Need(10, 0), Need(30, 0)], [25, 75], "nothing in any: all grow alike"),
    ],
)
def test_widths_by_hand(needs: list[Need], widths: list[float], reason: str) -> None:
    assert share(100, needs) == pytest.approx(widths), reason


def test_a_paragraph_ends_before_its_line_is_full() -> None:
    assert amount_of("立案\n审查") > amount_of("立案审查")


@pytest.mark.parametrize(
    ("numbers", "least", "most", "reason"),
    [
        (["1", "12", "140"], 0, 2, "the usual ones stand in two characters"),
        (["1", "（一）", None, ""], 3, 3, "no number is none"),
        (["1-2-10", "1"], 3, 4, "half-width characters are half as wide, or a little more"),
        (["（二十一）\n（二十二）"], 5, 5, "of two lines the longer one"),
        (["33010602100012345678"], LONGEST_NUMBER, LONGEST_NUMBER, "a code is broken, or it takes the law's room"),
    ],
)
def test_the_longest_number(numbers: list[str | None], least: float, most: float, reason: str) -> None:
    assert least <= longest_number(numbers) <= most, reason
