"""Proves that numerals are read as statutes write them, that nothing else is taken for one, and that nothing is raised.

A wrong number is worse than none: a typo must come back as None, so that it can be reported.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.numerals import ALPHABET, MAX_DIGITS, parse_numeral, to_chinese

READ = [
    ("一", 1, "one digit"),
    ("十", 10, "十 alone is ten"),
    ("十八", 18, "十 needs no 一 before it at the start"),
    ("一十八", 18, "but may have one"),
    ("二十", 20, "a unit may end the number"),
    ("六十四", 64, "digit, unit, digit"),
    ("一百", 100, "百 with its digit"),
    ("一百一十", 110, "inside a number 十 has its 一"),
    ("一百零八", 108, "零 for the skipped 十"),
    ("一百〇八", 108, "〇 is 零"),
    ("一百○八", 108, "so is the geometric circle that typists use"),
    ("一百二十三", 123, "three digits, no gap"),
    ("一千零一", 1001, "one 零 for two skipped units"),
    ("一千零一十", 1010, "零 before 一十"),
    ("一千一百", 1100, "no gap, no 零"),
    ("一千二百六十", 1260, "the last article of 民法典"),
    ("九千九百九十九", 9999, "the largest below a myriad"),
    ("两百", 200, "两 before a unit"),
    ("两", 2, "两 alone"),
    ("一万", 10_000, "a myriad"),
    ("十万", 100_000, "tens of myriads"),
    ("五十万", 500_000, "a fine"),
    ("一万五千", 15_000, "no unit is skipped"),
    ("一万零五", 10_005, "零 for all skipped units"),
    ("二〇二五", 2025, "digit by digit, as years are"),
    ("二零二五", 2025, "with 零 as well"),
    ("二○二五", 2025, "and with the circle"),
    ("18", 18, "ASCII"),
    ("１８", 18, "full width"),
    ("零", 0, "nothing: callers reject it as an article"),
    ("007", 7, "leading zeros are no other number"),
]

REJECTED = [
    ("", "nothing to read"),
    ("十十八", "two tens: a typo of the corpus"),
    ("百八", "百 lacks its digit"),
    ("一百八", "spoken for 180, printed for 108: not to be guessed"),
    ("一千五", "spoken for 1500, printed for 1005"),
    ("一万五", "spoken for 15000, printed for 10005"),
    ("一百十", "inside a number 十 lacks its 一"),
    ("一二百", "two digits before one unit"),
    ("二十三四", "two digits at the end"),
    ("十百", "units must fall"),
    ("一百零二百", "the same unit twice"),
    ("一百零", "零 with nothing after it"),
    ("零十", "零 at the start skips nothing"),
    ("一百零零八", "two 零 in one gap"),
    ("一百零一十", "零 although no unit is skipped"),
    ("二十零五", "零 although no unit is skipped"),
    ("一千零一百", "零 although no unit is skipped"),
    ("千", "a unit is no number"),
    ("万", "nor is 万"),
    ("一万一万", "two myriads"),
    ("一万万", "万 of 万"),
    ("二两", "two digits that are no digit string"),
    ("18万", "digits and units mixed"),
    ("1八", "two scripts in one number"),
    ("第十八", "a word around it"),
    (" 18", "white space around it"),
    ("18.0", "a decimal"),
    ("-1", "a sign"),
    ("十九套", "a typo of the corpus: 套 for 条"),
    ("l0", "a letter for a digit"),
    ("3O", "a letter for a digit"),
    ("²", "a superscript is a digit to Python, not here"),
    ("①", "a circled number is a mark"),
    ("٣", "another script's digit is outside the alphabet"),
    ("廿", "short forms are outside the alphabet"),
    ("壹", "formal numerals are outside the alphabet"),
    ("9" * (MAX_DIGITS + 1), "longer than any number of a statute"),
]


@pytest.mark.parametrize(
    ("text", "number"), [pytest.param(text, number, id=f"{text}: {why}") for text, number, why in READ]
)
def test_read(text: str, number: int) -> None:
    assert parse_numeral(text) == number


@pytest.mark.parametrize("text", [pytest.param(text, id=f"{text[:8]}: {why}") for text, why in REJECTED])
def test_rejected(text: str) -> None:
    assert parse_numeral(text) is None


def test_every_article_number_survives_the_round_trip() -> None:
    written = [to_chinese(number) for number in range(10_000)]
    assert [parse_numeral(text) for text in written] == list(range(10_000))
    assert len(set(written)) == 10_000


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "零"), (10, "十"), (11, "十一"), (20, "二十"), (105, "一百零五"), (110, "一百一十"), (1005, "一千零五")],
)
def test_written_as_statutes_write_it(number: int, text: str) -> None:
    assert to_chinese(number) == text


@pytest.mark.parametrize("number", [-1, 10_000])
def test_no_article_has_such_a_number(number: int) -> None:
    with pytest.raises(ValueError, match="no article number"):
        to_chinese(number)


@given(st.text(max_size=20))
@settings(deadline=None, max_examples=150)
def test_any_text_is_read_or_rejected_and_only_the_alphabet_is_read(text: str) -> None:
    number = parse_numeral(text)
    assert number is None or (number >= 0 and set(text) <= set(ALPHABET))


@given(st.integers(1, 9999), st.integers(0, 8), st.sampled_from((0, 1)), st.text("零一二三五九十百千", max_size=2))
@settings(deadline=None, max_examples=300)
def test_a_misprint_is_no_other_number(number: int, at: int, dropped: int, added: str) -> None:
    """A numeral with characters lost, added or exchanged is read only if it is how that number is written."""
    written = to_chinese(number)
    misprint = written[:at] + added + written[at + dropped :]
    read = parse_numeral(misprint)
    if read is not None and set(misprint) & set("十百千"):
        # 一十八 for 十八 is allowed; where a 零 may stand is settled case by case above.
        bare = misprint.replace("零", "")
        assert bare in {to_chinese(read).replace("零", ""), "一" + to_chinese(read)}


@given(st.integers(0, 10**MAX_DIGITS - 1))
@settings(deadline=None, max_examples=100)
def test_digits_of_either_width_are_the_number(number: int) -> None:
    wide = str(number).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    assert parse_numeral(str(number)) == parse_numeral(wide) == number
