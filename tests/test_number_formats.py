"""Proves that a number is printed as Excel shows it, and that a format nobody here knows is left alone."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers.number_formats import printed

CASES: Final = [
    (0.5, "0%", "50%"),
    (0.125, "0.0%", "12.5%"),
    (0.125, "0.00%", "12.50%"),
    (1, "000", "001"),
    (12.0, "0", "12"),
    (2.5, "0", "3"),
    (1234567, "#,##0", "1,234,567"),
    (1234.5, "#,##0.00", "1,234.50"),
    (1.5, "0.0#", "1.5"),
    (1.0, "0.##", "1"),
    (3, '"第"0"项"', "第3项"),
    (3, "0\\项", "3项"),
    (3, "0_ ", "3"),
    (-3, "0;[Red]-0", "-3"),
    (0, '0;-0;"无"', "无"),
    (200, "[$¥-804]#,##0", "¥200"),
    (47939, "yyyy/m/d", "2031/4/1"),
    (47939, 'yyyy"年"m"月"d"日"', "2031年4月1日"),
    (47939, "[$-804]yyyy\\-mm\\-dd", "2031-04-01"),
    (47939, "yyyy.mm", "2031.04"),
    (47939.395833333, "yyyy/m/d h:mm", "2031/4/1 9:30"),
    (0.395833333, "h:mm:ss", "9:30:00"),
    (47939, "General", None),
    (1, "@", None),
    (1, "0.00E+00", None),
    (0.5, "# ?/?", None),
    (47939, "mmmm d", None),
    (47939, "aaaa", None),
    (5e9, "yyyy/m/d", None),
    (-1, "yyyy/m/d", None),
]


@pytest.mark.parametrize(("value", "code", "shown"), CASES)
def test_a_number_is_what_excel_shows(value: float, code: str, shown: str | None) -> None:
    assert printed(value, code) == shown


def test_days_may_count_from_1904() -> None:
    assert printed(46477, "yyyy/m/d", since_1904=True) == "2031/4/1"


@given(st.floats(allow_nan=False, allow_infinity=False), st.text('0#?.,%;"\\[]ymdhs年 E/@_*', max_size=12))
def test_any_number_and_format_is_words_or_none(value: float, code: str) -> None:
    shown = printed(value, code)
    assert shown is None or isinstance(shown, str)
