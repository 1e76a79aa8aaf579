"""Two wordings, character by character → where they differ.

Knows what is no difference: white space, characters nobody sees, the width of brackets. Does not know statutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import Levenshtein

from pipeline.variants import bare as without_white
from pipeline.words.statutes import BRACKETS
from pipeline.words.tables import INVISIBLE

MAX_PRODUCT: Final = 64_000_000
"""Lengths multiplied; where they are more, only the ends are compared. No article known has 8,000 characters."""
MOST: Final = 40
"""Differences in one line; more are no slips but other words, and are one difference from the first to the last."""
_MERGED: Final = 1


class Bare(NamedTuple):
    """What is compared, and where in its source each character stands."""

    text: str
    at: Sequence[int]

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """The characters *start* to *end* in the source; an empty stretch sits behind the character before it."""
        if start < end:
            return (self.at[start], self.at[end - 1] + 1)
        place = self.at[start - 1] + 1 if start else (self.at[0] if self.at else 0)
        return (place, place)


class Change(NamedTuple):
    """``one[left:right]`` stands where the other has ``other[start:end]``."""

    left: int
    right: int
    start: int
    end: int


def bare(text: str) -> str:
    """*text* as it is compared."""
    return without_white(text).translate(BRACKETS)


def located(text: str, spans: Sequence[tuple[int, int]]) -> Bare:
    """As ``bare``, for the *spans* of *text* one after the other, with the place of each character."""
    kept = [at for start, end in spans for at in range(start, end) if not text[at].isspace()]
    if any(not text[at].isprintable() for at in kept):
        kept = [at for at in kept if not INVISIBLE.match(text[at])]
    return Bare("".join([text[at] for at in kept]).translate(BRACKETS), kept)


def changes(one: str, other: str) -> list[Change]:
    """The smallest differences between *one* and *other*, neighbours that one character keeps apart put together."""
    left = 0
    shorter = min(len(one), len(other))
    while left < shorter and one[left] == other[left]:
        left += 1
    right = 0
    while right < shorter - left and one[-1 - right] == other[-1 - right]:
        right += 1
    middle, theirs = one[left : len(one) - right], other[left : len(other) - right]
    if not middle and not theirs:
        return []
    if not middle or not theirs or len(middle) * len(theirs) > MAX_PRODUCT:
        return [Change(left, left + len(middle), left, left + len(theirs))]
    found = list(_merged(middle, theirs, left))
    if len(found) > MOST:
        return [Change(found[0].left, found[-1].right, found[0].start, found[-1].end)]
    return found


def _merged(one: str, other: str, offset: int) -> Iterator[Change]:
    open_change: Change | None = None
    for code in Levenshtein.opcodes(one, other):
        if code.tag == "equal":
            continue
        left, right, start, end = (at + offset for at in (code.src_start, code.src_end, code.dest_start, code.dest_end))
        if open_change is not None and left - open_change.right <= _MERGED:
            open_change = Change(open_change.left, right, open_change.start, end)
            continue
        if open_change is not None:
            yield open_change
        open_change = Change(left, right, start, end)
    if open_change is not None:
        yield open_change
