"""Proves that ``find_references`` reads what statutes write.

The named cases stand in ``fixtures/references.md``, one per form, phenomenon and pitfall of the measured grammar; a
failure names the line of its case. The properties hold for any text: spans slice back, nothing is raised, and a chain
printed in any of the surface forms gives back the addresses it was printed from.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.address import Address
from pipeline.numerals import to_chinese
from pipeline.references import FoundReference, find_references
from pipeline.words.traditional import SIMPLIFIED

TRADITIONAL: Final = {simple: chr(character) for character, simple in SIMPLIFIED.items()}
FIXTURE: Final = Path(__file__).parent / "fixtures" / "references.md"
OPTION: Final = regex.compile(r"(?P<name>article|paragraph)=(?P<number>\d+)(?:-(?P<suffix>\d+))?")
EXPECTED: Final = regex.compile(
    r"none|(?:self|(?:relative)?(?:named)?《.+》|relative) "
    r"(?:unresolved|\d+(?:-\d+)?(?:\.\d+)?(?:\(\d+\))?(?:\[\d+\])?)(?:「.+」)?"
)


class Case(NamedTuple):
    """One case of the fixture; ``references`` are the expected ones in the fixture's compact form."""

    line: int
    group: str
    reason: str
    options: list[str]
    text: list[str]
    references: list[str]


def read_cases(markdown: str) -> list[Case]:
    """The cases of *markdown*; what stands before its first group describes the format."""
    cases: list[Case] = []
    group = ""
    for number, line in enumerate(markdown.splitlines(), 1):
        if line.startswith("## "):
            group = line.removeprefix("## ")
        elif not group or not line.strip():
            continue
        elif line.startswith("`"):
            cases[-1].options.append(line.strip("`"))
        elif line.startswith("> "):
            cases[-1].text.append(line.removeprefix("> "))
        elif line.startswith("- "):
            cases[-1].references.append(line.removeprefix("- "))
        else:
            cases.append(Case(number, group, line, [], [], []))
    return cases


CASES: Final = read_cases(FIXTURE.read_text(encoding="utf-8"))


def _name(case: Case) -> str:
    return f"line {case.line}: {case.reason}"


def _found(case: Case) -> list[FoundReference]:
    article: Address | None = None
    paragraph: int | None = None
    for option in OPTION.finditer(" ".join(case.options)):
        if option["name"] == "article":
            article = Address(int(option["number"]), int(option["suffix"]) if option["suffix"] else None)
        else:
            paragraph = int(option["number"])
    return find_references("\n".join(case.text), article=article, paragraph=paragraph)


def _compact(reference: FoundReference, *, words: bool) -> str:
    law = f"《{reference.law_name}》" if reference.law_name is not None else ""
    target = reference.target.compact() if reference.target else "unresolved"
    return f"{reference.base}{law} {target}" + (f"「{reference.text}」" if words else "")


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_named_case(case: Case) -> None:
    """Exactly the expected references, in text order; their words where the case gives them."""
    expected = [] if case.references == ["none"] else case.references
    found = _found(case)
    worded = [line.endswith("」") for line in expected] + [True] * len(found)
    assert [_compact(each, words=words) for each, words in zip(found, worded, strict=False)] == expected


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_named_case_in_traditional_characters(case: Case) -> None:
    """The same targets in the same places; laws and words as printed."""
    printed = case._replace(text=[line.translate(TRADITIONAL) for line in case.text])
    found = [each._replace(law_name=None, text="") for each in _found(case)]
    assert [each._replace(law_name=None, text="") for each in _found(printed)] == found
    for before, after in zip(_found(case), _found(printed), strict=True):
        assert after.text == before.text.translate(TRADITIONAL)
        assert after.law_name == (before.law_name and before.law_name.translate(TRADITIONAL))


def test_fixture_is_whole() -> None:
    """A case without words, with an expectation nobody can read, or said twice, would prove nothing."""
    for case in CASES:
        assert case.text, _name(case)
        assert case.references, _name(case)
        assert all(EXPECTED.fullmatch(line) for line in case.references), _name(case)
        assert "none" not in case.references or case.references == ["none"], _name(case)
        assert all(OPTION.sub("", option).strip() == "" for option in case.options), _name(case)
    keys = [(*case.options, *case.text) for case in CASES]
    doubled = {_name(case) for case in CASES if keys.count((*case.options, *case.text)) > 1}
    assert not doubled


# --- what holds for any text ----------------------------------------------------------------------------------------

PIECES: Final = (
    *"第一二三十百千〇零两0９、，,和或与及至到—之的条款项目章节前上述本该各同法《》〈〉（）() \n\u3000",
    "条例", "规定", "办法", "本法", "本条例", "该法", "前款", "前两款", "前条", "前项", "本条", "本款", "本项",
    "该条", "各该条", "违反", "刑法", "附录", "分则", "第五条", "第二款", "第（三）项", "第三项", "之一", "至第九条",
    "（一）", "《甲法》",
)  # fmt: skip
GRAMMAR_TEXT: Final = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
ANY_TEXT: Final = st.text(max_size=60) | GRAMMAR_TEXT
OWN: Final = st.none() | st.builds(
    Address, st.integers(1, 300), st.none() | st.integers(1, 3), st.none() | st.integers(1, 5)
)


@given(text=ANY_TEXT, own=OWN, paragraph=st.none() | st.integers(1, 5))
@settings(max_examples=250, deadline=None)
def test_any_text_is_read(text: str, own: Address | None, paragraph: int | None) -> None:
    """Nothing is raised; words are a slice, never empty; a law's name goes with base ``named`` and no other."""
    for found in find_references(text, article=own, paragraph=paragraph):
        start, end = found.span
        assert found.text == text[start:end]
        assert found.text
        assert found.base != "self" or found.law_name is None
        assert found.base != "named" or found.law_name
        assert found.base == "relative" or regex.search(r"\d|[〇零○一二两三四五六七八九十百千]", found.text)


@pytest.mark.parametrize(
    "flood",
    [
        pytest.param("第一条至第九百条规定。", id="wide ranges, a sentence each"),
        pytest.param("第一条至第九百条、", id="wide ranges in one chain"),
        pytest.param("前九百款。", id="nine hundred paragraphs back, again and again"),
        pytest.param("各该条。", id="each of nine hundred articles, again and again"),
    ],
)
def test_a_flood_of_targets_is_not_expanded(flood: str) -> None:
    """A text has about as many targets as characters: a short one cannot fill the memory."""
    text = "第一条至第九百条。" + "\n" * 950 + flood * 2_000
    assert len(find_references(text, article=5)) < 2 * len(text) + 2_000


@given(text=ANY_TEXT, own=OWN)
@settings(max_examples=200, deadline=None)
def test_references_come_in_text_order(text: str, own: Address | None) -> None:
    """Ends never fall; two references share characters only where the words of a range or of 前两款 cover both."""
    found = find_references(text, article=own)
    assert [each.span[1] for each in found] == sorted(each.span[1] for each in found)
    for before, after in pairwise(found):
        apart = before.span[1] <= after.span[0]
        assert apart or before.span[0] <= after.span[0] or regex.search("[至到—－~]", after.text)


@given(text=GRAMMAR_TEXT.filter(lambda text: "\n" not in text), own=OWN)
@settings(max_examples=200, deadline=None)
def test_words_before_a_sentence_change_nothing(text: str, own: Address | None) -> None:
    """A sentence that names nothing, put before, only moves the spans."""
    before = "桥户应当守护古桥。"
    moved = [
        each._replace(span=(each.span[0] + len(before), each.span[1] + len(before)))
        for each in find_references("。" + text, article=own)
    ]
    assert find_references(f"{before}。{text}", article=own) == moved


def test_a_provision_is_known_by_number_or_address() -> None:
    """``article=16, paragraph=3`` and 第十六条第三款 say the same; the paragraph given by itself goes first."""
    text = "有前款行为的，依照本条第一款处罚。"
    by_number = find_references(text, article=16, paragraph=3)
    assert [each.target for each in by_number] == [Address(16, None, 2), Address(16, None, 1)]
    assert find_references(text, article=Address(16, None, 3)) == by_number
    assert find_references(text, article=Address(16, None, 5), paragraph=3) == by_number


# --- printed and found again ----------------------------------------------------------------------------------------

ADDRESSES: Final = st.builds(
    Address,
    st.integers(1, 400),
    st.sampled_from((None, None, None, 1, 2)),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 20),
)
SEPARATORS: Final = st.sampled_from(("、", "、", "、", "和", "或者", "以及", "及", "或", "，"))
Digits = str
"""How numbers are written: 十八, 18 or １８."""
DIGITS: Final = st.sampled_from(("chinese", "chinese", "ascii", "wide"))
WIDE: Final = str.maketrans("0123456789", "０１２３４５６７８９")
DESIGNATORS: Final = st.sampled_from(
    (("本条例", "self", None), ("本法", "self", None), ("违反", "self", None), ("《甲法》", "named", "甲法")),
)


def _number(number: int, digits: Digits) -> str:
    if digits == "chinese":
        return to_chinese(number)
    return str(number) if digits == "ascii" else str(number).translate(WIDE)


def _printed(address: Address, before: Address | None, digits: Digits, *, brackets: bool) -> str:
    """*address* as it is written after *before*: what the two share from the top is left out where the grammar
    keeps it (references.md §1, rule 2: 款 keeps 条, 项 keeps 条 and 款)."""
    item = "" if address.subparagraph is None else _number(address.subparagraph, digits)
    item = item and (f"第（{item}）项" if brackets else f"第{item}项")
    paragraph = "" if address.paragraph is None else f"第{_number(address.paragraph, digits)}款"
    if before is not None and (before.article, before.article_suffix) == (address.article, address.article_suffix):
        if item and before.paragraph == address.paragraph:
            return item
        if paragraph:
            return paragraph + item
    suffix = "" if address.article_suffix is None else f"之{_number(address.article_suffix, digits)}"
    return f"第{_number(address.article, digits)}条{suffix}{paragraph}{item}"


@given(
    addresses=st.lists(ADDRESSES, min_size=1, max_size=6),
    designator=DESIGNATORS,
    digits=DIGITS,
    brackets=st.booleans(),
    data=st.data(),
)
@settings(max_examples=300, deadline=None)
def test_a_printed_chain_is_found(
    addresses: list[Address],
    designator: tuple[str, str, str | None],
    digits: Digits,
    brackets: bool,
    data: st.DataObject,
) -> None:
    """Every address of a list comes back, in order, with the words it was printed with."""
    words, base, law_name = designator
    printed = [
        _printed(address, before, digits, brackets=brackets)
        for address, before in zip(addresses, [None, *addresses], strict=False)
    ]
    text = words + printed[0] + "".join(data.draw(SEPARATORS) + each for each in printed[1:]) + "规定的，给予警告。"
    found = find_references(text)
    assert [(each.text, each.base, each.law_name, each.target) for each in found] == [
        (each, base, law_name, address) for each, address in zip(printed, addresses, strict=True)
    ]


LEVELS: Final = st.sampled_from(("条", "款", "项"))


def _target(level: str, number: int) -> Address:
    if level == "条":
        return Address(number)
    return Address(8, None, number) if level == "款" else Address(8, None, None, number)


class Range(NamedTuple):
    """第三条至第七条 and its shorter forms: the left unit and the right 第 may be missing."""

    level: str
    low: int
    high: int
    joint: str
    left_unit: bool
    right_first: bool
    digits: Digits


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    """A range of two to nine numbers."""
    low = draw(st.integers(1, 90))
    joint = draw(st.sampled_from("至到—－~"))
    high = low + draw(st.integers(1, 8))
    return Range(draw(LEVELS), low, high, joint, draw(st.booleans()), draw(st.booleans()), draw(DIGITS))


@given(each=ranges())
@settings(max_examples=200, deadline=None)
def test_a_printed_range_is_found(each: Range) -> None:
    """Both ends are in it; the inside has the words of the whole."""
    article = "" if each.level == "条" else "第八条"
    left = f"{article}第{_number(each.low, each.digits)}{each.level if each.left_unit else ''}"
    right = f"{'第' if each.right_first else ''}{_number(each.high, each.digits)}{each.level}"
    found = find_references(f"违反本条例{left}{each.joint}{right}规定的，给予警告。")
    assert [one.target for one in found] == [_target(each.level, number) for number in range(each.low, each.high + 1)]
    assert [one.text for one in found] == [left, *[f"{left}{each.joint}{right}"] * (each.high - each.low - 1), right]


@given(
    level=LEVELS,
    numbers=st.lists(st.integers(1, 90), min_size=2, max_size=6),
    form=st.sampled_from(("第{}、{}", "第{}、第{}", "第（{}）、（{}）", "第（{}）（{}）", "第{}和{}")),
    digits=DIGITS,
)
@settings(max_examples=200, deadline=None)
def test_an_elided_list_is_found(level: str, numbers: list[int], form: str, digits: Digits) -> None:
    """One unit closes the list: 第十、十八、二十六条, 第（一）（二）项."""
    first, join = form.split("{}", 1)
    inside, last = join.split("{}")
    list_of_numbers = first + inside.join(_number(number, digits) for number in numbers) + last
    article = "" if level == "条" else "第八条"
    found = find_references(f"违反本条例{article}{list_of_numbers}{level}规定的，给予警告。")
    assert [each.target for each in found] == [_target(level, number) for number in numbers]


@given(own=st.integers(10, 90), paragraph=st.integers(2, 9), many=st.integers(1, 8))
@settings(max_examples=100, deadline=None)
def test_paragraphs_before_are_counted_back(own: int, paragraph: int, many: int) -> None:
    """前款 is one back, 前N款 the N before; further back than there are paragraphs is no place."""
    words = "前款" if many == 1 else f"前{to_chinese(many)}款"
    found = find_references(f"有{words}行为的，给予警告。", article=own, paragraph=paragraph)
    if many >= paragraph:
        assert [(each.text, each.base, each.target) for each in found] == [(words, "relative", None)]
    else:
        expected = [Address(own, None, number) for number in range(paragraph - many, paragraph)]
        assert [(each.text, each.target) for each in found] == [(words, target) for target in expected]
