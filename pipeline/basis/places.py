"""A list of nothing but places → what each of them names.

Knows 第五十四条、第六十四条第（六）项 without text of its own. Does not know what stands under a label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from pipeline.address import Address
from pipeline.basis.labels import named, numbers_of, relative, starts_label
from pipeline.basis.nouns import Bounds, Draft
from pipeline.words import basis as words_of_laws
from pipeline.words import labels as words

_COLONS: Final = frozenset("：:")
_STOPS: Final = frozenset("。；;")
_BLANKS: Final = " \u3000\u00a0"


def places_end(text: str, left: int, right: int) -> int | None:
    """Where a list of nothing but places ends (第五条、第六条：), stop included; None where none begins at *left*.

    Right behind a law the first may lack its 第: 7条2款、8条1项。
    """
    match = _places(text, left, right)
    return match.end() if match else None


def is_nothing_but_places(text: str, left: int, right: int) -> bool:
    """Whether from *left* to *right* there is nothing but places and a stop: …予以办理。第四十一条。"""
    match = words.PLACES.match(text, left, right)
    return match is not None and match.end() == right and match["stop"] in _STOPS


def _places(text: str, left: int, right: int) -> re.Match[str] | None:
    match = words.PLACES.match(text, left, right)
    if match is None:
        return None
    after = match.end()
    if match["stop"] or after >= right or text[after] in "\n《【" or words_of_laws.NEXT_LAW.match(text, after, right):
        return match if match["open"] is None or _count(text, match) > 1 else None  # （第五条） is a label of its own
    return match if match["open"] is None and _has_text(text, match, right) else None


def _has_text(text: str, match: re.Match[str], right: int) -> bool:
    """Whether several places have one text, a blank between: 第九条、第十条 桥户应当…; no sentence about them."""
    left, after = match.span()
    if match["stop"] or after >= right or text[after - 1] not in _BLANKS:
        return False
    first = words.PLACE.match(text, left, after)
    assert first is not None  # places are one place at least
    return (_is_several(text, left) or first.end() < _list_end(text, match)) and not words.PROSE.match(text, after)


def _is_several(text: str, left: int) -> bool:
    return any(many.match(text, left) for many in (words.RANGE, words.ELIDED))


def _count(text: str, match: re.Match[str]) -> int:
    return sum(1 for _ in words.PLACE.finditer(text, *match.span()))


def _list_end(text: str, match: re.Match[str]) -> int:
    """Where the last of the places ends."""
    stop = match.start("stop")
    while text[stop - 1] in _BLANKS:
        stop -= 1
    return stop


def read_places(text: str, left: int, right: int, end: int, drafts: Sequence[Draft]) -> tuple[list[Draft], int] | None:
    """The places that stand at *left* with no text of their own, a draft each, and where what follows begins.

    第五十四条、第六十四条第（六）项： and then the articles themselves, another law, or nothing. Where text follows
    the colon, the list is one label.
    """
    # A list may go on below its line; one label on a line of its own is not a list.
    match = _places(text, left, end)
    if match is None:
        return None
    after = match.end()
    places = list(words.PLACE.finditer(text, left, match.end()))
    in_line = after <= right or places[0].end() > right  # 第⏎十四条；
    further = words_of_laws.NEXT_MARKED if match["stop"] in _COLONS else words_of_laws.NEXT_LAW
    alone = (
        after >= end
        or text[after] in "\n《【["
        or starts_label(text, after, end)
        or further.match(text, after, end) is not None
    )
    bare = text[left] != "第" and alone
    several = bare or len(places) > 1 or _is_several(text, left)
    ends = match["stop"] or words_of_laws.RINGED_LAW.match(text, after, end) is not None
    if not several and not (ends and in_line and alone):
        return None
    if not (alone or drafts) and len(places) > 1 and match["stop"] in _STOPS:
        alone = True  # right behind the law: 《甲法》第六条、第七条；…
    has_text = not alone and (match["stop"] in _COLONS or _has_text(text, match, end))
    if not (alone or has_text):
        return None
    found: list[Draft] = []
    before = drafts
    for place in places:
        draft = _place(text, place.span(), before)
        if draft.kind == "annex_entry" and text[draft.label[1] - 1 if draft.label else left] == "款":
            return None  # 第二款 of nobody knows which article
        found.append(draft)
        before = found
    if alone:
        return found, after
    addresses = tuple(address for draft in found for address in draft.addresses)
    return [Draft((left, _list_end(text, match)), addresses, malformed=not addresses)], after


def stated_places(text: str, left: int, right: int) -> tuple[Draft, int] | None:
    """第十五条、第十六条 of 第十五条、第十六条规定，…: one label, as places with one text are."""
    match = words.LISTED.match(text, left, right)
    if match is None or not text.startswith(words.STATED, match.end(), right):
        return None
    found: list[Draft] = []
    for place in words.PLACE.finditer(text, *match.span()):
        found.append(_place(text, place.span(), found))
    addresses = tuple(address for draft in found for address in draft.addresses)
    return Draft(match.span(), addresses, malformed=not addresses), match.end()


def _place(text: str, span: Bounds, before: Sequence[Draft]) -> Draft:
    place_range = words.RANGE.match(text, *span)
    if place_range is not None:
        addresses = _range(place_range["first"], place_range["last"])
        return Draft(span, addresses, malformed=not addresses)
    match = words.LABEL.match(text, *span) or words.LABEL.match(f"第{text[slice(*span)]}")  # 8条
    if match is not None:
        addresses = named(match)
        return Draft(span, addresses, malformed=not addresses)
    elided = words.ELIDED.fullmatch(text, *span)
    if elided is not None:
        addresses = tuple(Address(number) for number in numbers_of(elided["articles"]) or () if number)
        return Draft(span, addresses, malformed=not addresses)
    found = relative(text, span, before)
    return found or Draft(span, (), kind="section" if text[span[1] - 1] in "编章节" else "annex_entry")


def whole_label(text: str, left: int, right: int) -> Draft:
    """A label that stands in a field of its own, whatever is printed there."""
    places = words.PLACES.match(text, left, right)
    if places is None or places.end() < right:
        return Draft(
            (left, right),
            (),
            kind="section" if words.ANNEX.match(text, left, right) is None else "annex_entry",
        )
    drafts: list[Draft] = []
    for place in words.PLACE.finditer(text, left, right):
        drafts.append(_place(text, place.span(), drafts[-1:]))
    addresses = tuple(address for draft in drafts for address in draft.addresses)
    return Draft((left, right), addresses, malformed=not addresses)


@lru_cache(maxsize=1024)
def _range(first: str, last: str) -> tuple[Address, ...]:
    """第二条至第五条: each of them."""
    return tuple(Address(number) for number in numbers_of(f"{first}至{last}") or () if number)
