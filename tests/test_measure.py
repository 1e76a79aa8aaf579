"""Proves that lines are broken and heights computed as the programs that show them do."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.writers.measure import height, line_starts, lines_in


@given(st.text(st.sampled_from("古桥，。（）《》ab1W \n“”—"), max_size=80), st.floats(1, 30))
@settings(max_examples=300, deadline=None)
def test_lines_are_the_text_and_none_is_too_wide(text: str, em: float) -> None:
    starts = [*line_starts(text, em), len(text) + 1]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    for first, after in pairwise(starts):
        line = text[first:after].removesuffix("\n")
        assert "\n" not in line
        assert sum(1.0 if char >= "\u2010" or char == "W" else 0.55 for char in line) <= em


@pytest.mark.parametrize(
    ("text", "em", "lines"),
    [
        ("", 10, [""]),
        ("一二三四五", 5, ["一二三四五"]),
        ("一二三四五六", 5, ["一二三四五", "六"]),
        ("一二三四五，六", 5, ["一二三四", "五，六"]),  # no comma at the start of a line
        ("一二三四（五六）", 5, ["一二三四", "（五六）"]),  # no opening bracket at its end
        ("一二三2000元", 5, ["一二三", "2000元"]),  # a number is not broken
        ("一\n\n二", 5, ["一\n", "\n", "二"]),
    ],
)
def test_lines_break_as_chinese_does(text: str, em: float, lines: list[str]) -> None:
    starts = [*line_starts(text, em), len(text)]
    assert [text[first:after] for first, after in pairwise(starts)] == lines


@given(st.integers(1, 26), st.sampled_from([10.0, 10.5, 22.0]), st.floats(0, 9))
def test_a_height_holds_the_lines_it_was_made_for(lines: int, size: float, padding: float) -> None:
    points = height(lines, size, padding)
    assert lines_in(points, size, padding) == lines
    assert points >= lines * size * 1.4 + padding
    assert points % 0.75 == 0
