"""A line → the entry of an annex, or the section of a notice, that it begins with.

Knows how 附件2第12项, 第三点 and （三） are printed where an instrument has no articles. Does not know articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.basis.nouns import Draft
from pipeline.numerals import parse_numeral
from pipeline.words import labels as words


def annex_entry(text: str, left: int, right: int) -> re.Match[str] | None:
    """附件1第9项：… at *left*; an annex without a number for its entry needs a colon or a line of its own."""
    if text[left] not in "附（(目清名序":
        return None
    match = words.ANNEX.match(text, left, right)
    if match is None:
        return None
    separated = bool(match["separator"]) or match.end() >= right or text[match.end()] == "\n"
    if separated and not words.PROSE_AFTER_BLANKS.match(text, match.end(), right):
        return match
    return match if match["entry"] and not words.PROSE.match(text, match.end(), right) else None


def section(match: re.Match[str] | None, text: str, right: int) -> tuple[Draft, int] | None:
    if match is None or words.PROSE_AFTER_BLANKS.match(text, match.end(), right):
        return None
    return Draft(match.span("label"), (), kind="section"), match.end()


def next_section(text: str, left: int, right: int, drafts: Sequence[Draft]) -> tuple[Draft, int] | None:
    """（三） of a notice, where it is a section and no item of what was read last."""
    if not is_next_section(text, left, right, drafts):
        return None
    return section(words.ENCLOSED_SECTION.match(text, left, right), text, right)


def is_next_section(text: str, left: int, right: int, drafts: Sequence[Draft]) -> bool:
    """Whether （三） or 三、 at *left* is a section: the first, or one that counts on from another printed so."""
    here = _number(text, left, right)
    if here is None or not drafts:
        return here is not None
    label = drafts[-1].label
    before = _number(text, *label) if label is not None else None
    return before is not None and here[0] == before[0] and here[1] > before[1]


def _number(text: str, left: int, right: int) -> tuple[bool, int] | None:
    """Whether the number of a section at *left* is in brackets, and the number."""
    match = words.ENCLOSED_SECTION.match(text, left, right)
    enclosed = match is not None
    match = match or words.SECTION.match(text, left, right)
    label = "".join(match["label"].split()) if match else ""
    number = parse_numeral(label.strip("（()）") if enclosed else label.partition("、")[0])  # 二、（五）: 2
    return None if number is None else (enclosed, number)
