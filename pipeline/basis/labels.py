"""A line → the label it begins with, and the addresses that the label names.

Knows how 第X条第Y款第（Z）项 is printed, and what is prose. Does not know what stands under a label.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pipeline.address import RANGE_LIMIT, Address
from pipeline.basis.nouns import Draft
from pipeline.numerals import parse_numeral
from pipeline.words import basis as words
from pipeline.words.tables import NUM

_LIST: Final = re.compile(rf"({NUM}+)(?:[）)]?[款项]?(至)第?[（(]?({NUM}+))?")


def label_match(text: str, left: int, right: int) -> re.Match[str] | None:
    if not text.startswith("第", left):
        return None
    match = words.LABEL.match(text, left, right)
    if match is None or (not match["separator"] and words.PROSE.match(text, match.end(), right)):
        return None
    return match


def labelled(text: str, left: int, right: int, drafts: list[Draft]) -> tuple[Draft | None, int]:
    """The provision a line opens, if it does, and where the line's own text starts."""
    if not text.startswith("第", left):
        return None, left
    match = label_match(text, left, right)
    if match is not None:
        addresses = _addresses(match["article"], match["suffix"], match["paragraphs"], match["items"])
        return Draft(match.span("label"), addresses, malformed=not addresses), match.end()
    match = words.PARAGRAPH_LABEL.match(text, left, right)
    if match is not None and drafts and drafts[-1].addresses:
        before = drafts[-1].addresses[0]
        suffix = None if before.article_suffix is None else str(before.article_suffix)
        addresses = _addresses(str(before.article), suffix, match["paragraphs"], match["items"])
        return Draft(match.span("label"), addresses, malformed=not addresses), match.end()
    return None, left


@lru_cache(maxsize=8192)
def _addresses(article: str, suffix: str | None, paragraphs: str | None, items: str | None) -> tuple[Address, ...]:
    """What a label names: 第一、二款 gives two addresses; none where a numeral is no number from 1 up."""
    number, after = parse_numeral(article), parse_numeral(suffix) if suffix else None
    many_paragraphs, many_items = _numbers(paragraphs), _numbers(items)
    if not number or (suffix and not after) or many_paragraphs is None or many_items is None:
        return ()
    if len(many_paragraphs) > 1 and many_items != [None]:
        return ()
    return tuple(Address(number, after, paragraph, item) for paragraph in many_paragraphs for item in many_items)


def _numbers(words_of_list: str | None) -> list[int | None] | None:
    """一、二 → [1, 2]; 一至三 → [1, 2, 3]; nothing printed → [None]; not numbers → None."""
    if words_of_list is None:
        return [None]
    numbers: list[int | None] = []
    for first, until, last in _LIST.findall(words_of_list):
        low = parse_numeral(first)
        high = parse_numeral(last) if until else low
        if not low or not high or not 0 <= high - low < RANGE_LIMIT:
            return None
        numbers.extend(range(low, high + 1))
    return numbers or None
