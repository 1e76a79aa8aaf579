"""A line → the label it begins with, and the addresses that the label names.

Knows how 第X条第Y款第（Z）项 is printed, and what is prose. Does not know what stands under a label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from pipeline.address import RANGE_LIMIT, Address
from pipeline.basis.nouns import Bounds, Draft
from pipeline.basis.sections import annex_entry, next_section, section
from pipeline.numerals import parse_numeral
from pipeline.patterns import lazy_re
from pipeline.words import labels as words
from pipeline.words.tables import NUM

_LIST: Final = lazy_re(rf"({NUM}+)(?:[）)]?[款项]?(至|到|-|－|—|~|～)第?[（(]?({NUM}+))?")
_BRACKETS: Final = frozenset("【[（(")
_MARKS: Final = frozenset("0123456789一二三四五六七八九十（(①②③④⑤⑥⑦⑧⑨⑩*●•·◆▪★")
_COLONS: Final = "：:"
_STRONG: Final = "：:|｜+＋"
_DASHES: Final = ("—", "－", "─")
_LONGEST_LABEL: Final = 60
_WEAK: Final = frozenset("，,、.．；;-—－─")
_NOT_PLAIN: Final = frozenset("第规的所、，,和或至及以\n")
"""What a sentence can go on with after 第三条 and a blank; see PROSE_AFTER_BLANKS."""


def plain_label(text: str, left: int, right: int) -> tuple[Draft, int] | None:
    """The label of a line that can be nothing else: a separator and words of its own follow. Most lines are this."""
    match = words.LABEL.match(text, left, right)
    if match is None:
        return None
    label, article, suffix, paragraphs, items, point, separator = match.groups()
    after = match.end()
    if not separator or after >= right or text[after] in _NOT_PLAIN or separator[0] in _WEAK:
        return None
    addresses = _addresses(article, suffix, paragraphs, items, point)
    return Draft((left, left + len(label)), addresses, not addresses), after


def label_match(text: str, left: int, right: int, *, strict: bool = False) -> re.Match[str] | None:
    """The label of an article at *left*, unless it is prose. *strict* is for places where a sentence may go on."""
    if not text.startswith("第", left):
        return None
    match = words.LABEL.match(text, left, right)
    if match is None:
        return None
    separator = match["separator"]
    if not separator:
        if text.startswith(words.QUOTING, match.end(), right):
            return match  # 第四十一条规定：“…” · 第四十条“…”
        prose = words.PROSE.match(text, match.end(), right)
        return None if (strict and match.end() < right and text[match.end()] != "\n") or prose else match
    if separator.isspace():
        return None if words.PROSE_AFTER_BLANKS.match(text, match.end(), right) else match
    strong = any(mark in _STRONG for mark in separator) or separator.strip()[:1] in _DASHES
    return None if strict and not strong else match


def glued_label(text: str, left: int, right: int) -> bool:
    """Whether at *left* a label of an article begins whose text follows without anything between: 第八条桥户不得….

    A number may stand before it: 2、第八条桥户不得….
    """
    marker = words.MARKED.match(text, left, right) if text[left] in _MARKS else None
    match = label_match(text, left if marker is None else marker.end(), right)
    return match is not None and not match["separator"] and match.end() < right


def opens_next_paragraph(text: str, left: int, right: int, drafts: Sequence[Draft]) -> bool:
    """Whether at *left* stands the label of the 款 after the one read last: 第八条第二款 behind 第八条第一款."""
    match = words.LABEL.match(text, left, right)
    if match is None or not drafts or not drafts[-1].addresses:
        return False
    here, before = named(match), drafts[-1].addresses[-1]
    return (
        len(here) == 1
        and (here[0].article, here[0].article_suffix) == (before.article, before.article_suffix)
        and None not in (here[0].paragraph, before.paragraph)
        and here[0].paragraph == (before.paragraph or 0) + 1
    )


def stated_label(text: str, left: int, right: int) -> tuple[Draft, int] | None:
    """第四十一条 of 第四十一条规定，…, where a sentence about a law is all that a cell says of it."""
    match = words.LABEL.match(text, left, right) or words.UNPLACED.match(text, left, right)
    if match is None or not text.startswith(words.STATED, match.end(), right):
        return None
    addresses = named(match) if match.groupdict().get("article") else ()
    return Draft(match.span("label"), addresses, malformed=not addresses), match.end()


def unplaced_label(text: str, left: int, right: int) -> tuple[Draft, int] | None:
    """第四款 right behind a law, of which article nobody knows, unless it is prose."""
    match = words.UNPLACED.match(text, left, right)
    if match is None:
        return None
    prose = words.PROSE_AFTER_BLANKS if match["separator"] else words.PROSE
    return (
        None if prose.match(text, match.end(), right) else (Draft(match.span("label"), (), malformed=True), match.end())
    )


def starts_label(  # noqa: PLR0913 - each says something else about the place
    text: str, left: int, right: int, *, strict: bool = False, colon: bool = False, drafts: Sequence[Draft] = ()
) -> bool:
    """Whether a label of any kind begins at *left*; with *colon* only one that has a colon."""
    if left >= right:
        return False
    if text[left] in _MARKS:
        marker = words.MARKED.match(text, left, right)
        if marker is not None:
            left = marker.end()
    if text[left] in _BRACKETS and words.BRACKETED_LABEL.match(text, left, right):
        return not colon
    match = label_match(text, left, right, strict=strict)
    if match is None and text[left] == "第" and drafts and drafts[-1].addresses:
        match = words.PARAGRAPH_LABEL.match(text, left, right)
        if (
            match is not None
            and match["separator"].isspace()
            and not _is_next(relative(text, match.span("label"), drafts), drafts[-1])
        ):
            match = None
    if match is None:
        match = annex_entry(text, left, right)
    in_section = bool(drafts) and drafts[-1].kind == "section"
    if match is None and (in_section or not strict):
        match = words.PART.match(text, left, right)
        colon = colon or strict
    if match is None:
        return False
    has_colon = any(mark in _COLONS for mark in match["separator"])
    return not colon or has_colon or text.startswith(words.QUOTING, match.end())


def _is_next(found: Draft | None, before: Draft) -> bool:
    """Whether *found* is the 款 after the one that *before* names: 第二款 behind 第六十条第一款."""
    if found is None or not found.addresses:
        return False
    here, there = before.addresses[-1].paragraph, found.addresses[0].paragraph
    return here is not None and there == here + 1 and found.addresses[0].subparagraph is None


def relative(text: str, span: Bounds, before: Sequence[Draft]) -> Draft | None:
    """第二款 or 第（二）项 by itself: of the article before."""
    if not before or not before[-1].addresses:
        return None
    last = before[-1].addresses[0]
    words_of = words.RELATIVE.match(text, *span)
    if words_of is None:
        return None
    suffix = None if last.article_suffix is None else str(last.article_suffix)
    paragraphs = words_of["paragraphs"]
    if paragraphs is None and last.paragraph is not None:
        paragraphs = str(last.paragraph)
    addresses = _addresses(str(last.article), suffix, paragraphs, words_of["items"], None)
    return Draft(span, addresses, malformed=not addresses)


def labelled(  # noqa: PLR0913 - each says something else about the place
    text: str, left: int, right: int, drafts: Sequence[Draft], *, strict: bool, of_law: bool, notice: bool = False
) -> tuple[Draft, int] | None:
    """The provision a line opens, if it does, and where the line's own text starts.

    *strict* where the sentence before may go on; *of_law* where a law was named, so that its annex can be quoted;
    *notice* where that has no articles, so that （三） can be a section of it.
    """
    first = text[left]
    if first == "第":
        found = _article(text, left, right, strict=strict) or _below(text, left, right, drafts)
        if found is None and of_law and not drafts:
            found = unplaced_label(text, left, right)
        return found or (section(words.PART.match(text, left, right), text, right) if not strict else None)
    if first in _MARKS:
        marker = words.MARKED.match(text, left, right)
        if marker is not None:
            found = _article(text, marker.end(), right, strict=strict)
            if found is not None:
                found[0].marker = (left, marker.end())
                return found
        misprinted = (
            None if strict else _misprinted(text, left, right, behind_law=of_law and not (drafts and drafts[-1].lines))
        )
        if misprinted is not None:
            return misprinted
    if first in _BRACKETS:
        match = words.BRACKETED_LABEL.match(text, left, right)
        if match is not None and not words.PROSE.match(text, match.end(), right):
            addresses = named(match)
            return Draft(match.span("label"), addresses, malformed=not addresses), match.end()
    if not of_law:
        return None
    annex = annex_entry(text, left, right)
    if annex is not None:
        marker_span = (left, annex.start("label")) if annex.start("label") > left else None
        return Draft(annex.span("label"), (), kind="annex_entry", marker=marker_span), annex.end()
    if not drafts or drafts[-1].kind == "section":
        found = section(words.SECTION.match(text, left, right), text, right)
        return found or (next_section(text, left, right, drafts) if notice else None)
    return None


def _article(text: str, left: int, right: int, *, strict: bool) -> tuple[Draft, int] | None:
    match = label_match(text, left, right, strict=strict)
    if match is None:
        return None
    addresses = named(match)
    return Draft(match.span("label"), addresses, malformed=not addresses), match.end()


def _below(text: str, left: int, right: int, drafts: Sequence[Draft]) -> tuple[Draft, int] | None:
    """第二款： or 第（二）项： on a line of its own; without an article before it, an entry of a list; 第十九套：."""
    misprinted = _misprinted(text, left, right)
    if misprinted is not None:
        return misprinted
    match = words.PARAGRAPH_LABEL.match(text, left, right)
    if match is None:
        match = words.ITEM_LABEL.match(text, left, right)
    if match is not None:
        draft = relative(text, match.span("label"), drafts)
        if draft is not None:
            return draft, match.end()
    if drafts and (drafts[0].addresses or drafts[-1].addresses):
        return None
    match = words.ENTRY.match(text, left, right)
    return (Draft(match.span("label"), (), kind="annex_entry"), match.end()) if match else None


def _misprinted(text: str, left: int, right: int, *, behind_law: bool = False) -> tuple[Draft, int] | None:
    """第十九套：, 第（三）条：, 三十条第二款：: labels though printed wrongly, read where their numbers are numbers.

    Right behind a law or a place (*behind_law*) a blank or the end of the line is enough where 第 is left out:
    《甲法》34条 桥户应当….
    """
    if text[left] != "第":
        match = words.LABEL.match(f"第{text[left : min(right, left + _LONGEST_LABEL)]}")
        if match is None or not (
            any(mark in _COLONS for mark in match["separator"])
            or (behind_law and (match["separator"] or left + match.end() - 1 == right))
        ):
            return None
        addresses = named(match)
        return Draft((left, left + match.end("label") - 1), addresses, malformed=not addresses), left + match.end() - 1
    match = words.MISPRINTED.match(text, left, right)
    if match is None:
        return None
    addresses = _addresses(match["article"], None, None, None, None) if match["article"] else ()
    return Draft(match.span("label"), addresses, malformed=not addresses), match.end()


def named(match: re.Match[str]) -> tuple[Address, ...]:
    return _addresses(match["article"], match["suffix"], match["paragraphs"], match["items"], match["point"])


@lru_cache(maxsize=8192)
def _addresses(
    article: str, suffix: str | None, paragraphs: str | None, items: str | None, point: str | None
) -> tuple[Address, ...]:
    """What a label names: 第一、二款 gives two addresses; none where a numeral is no number from 1 up."""
    number, after = parse_numeral("".join(article.split())), parse_numeral(suffix) if suffix else None
    many_paragraphs, many_items = numbers_of(paragraphs), numbers_of(items)
    at_point = parse_numeral(point) if point else None
    if not number or (suffix and not after) or (point and not at_point):
        return ()
    if many_paragraphs is None or many_items is None:
        return ()
    whole: list[int | None] = []
    if len(many_paragraphs) > 1 and many_items != [None]:
        if (paragraphs or "").count("款") < len(many_paragraphs):
            return ()  # 第一、二款第（三）项: of which of the two?
        *whole, last = many_paragraphs
        many_paragraphs = [last]
    return (
        *(Address(number, after, paragraph) for paragraph in whole),
        *(Address(number, after, paragraph, item, at_point) for paragraph in many_paragraphs for item in many_items),
    )


def numbers_of(words_of_list: str | None) -> list[int | None] | None:
    """一、二 → [1, 2]; 一至三 → [1, 2, 3]; nothing printed → [None]; not numbers → None."""
    if words_of_list is None:
        return [None]
    numbers: list[int | None] = []
    for first, until, last in _LIST.findall("".join(words_of_list.split())):
        low = parse_numeral(first)
        high = parse_numeral(last) if until else low
        if not low or not high or not 0 <= high - low < RANGE_LIMIT:
            return None
        numbers.extend(range(low, high + 1))
    return numbers or None
