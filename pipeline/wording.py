"""A title and the texts it sums up → phrases that nearly, but not quite, stand there.

Knows how a slip looks: a few characters dropped, added, changed or transposed inside a phrase that otherwise
matches. Does not know law, nor which of the two wordings is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.patterns import lazy_re
from pipeline.words.titles import GRAMMAR, PHRASE_END

MAX_CHANGE: Final = 2
"""Characters a slip drops, adds or changes; more is another wording, not a slip."""

_KEY: Final = 3
_SHORT_RUN: Final = lazy_re(rf"(?<=1)0{{1,{_KEY + MAX_CHANGE}}}(?=1)")
_LONG_RUN: Final = lazy_re(r"0{3,}")
_CONTEXT: Final = 12
_OCCURRENCES: Final = 40
_MAX_TITLE: Final = 400
_MAX_TEXT: Final = 100_000


class NearMiss(NamedTuple):
    """The words as the title has them, and as the quoted text has them."""

    title: str
    law: str


class _Slip(NamedTuple):
    """``title[left:right]`` stands where the text has ``other``; ``before`` and ``after`` count what matches around."""

    left: int
    right: int
    other: str
    before: int
    after: int


def near_misses(title: str, texts: Sequence[str]) -> list[NearMiss]:
    """The slips of *title* against *texts* (the provisions an item quotes), in the order of the title.

    A difference that grammar asks for (words/titles.py) is none. Total: any strings; cost is bounded by the length
    of the title and of the texts, of which at most ``_MAX_TITLE`` and ``_MAX_TEXT`` characters are read.
    """
    title = "".join(title[:_MAX_TITLE].split())
    text = "\n".join(texts)[:_MAX_TEXT]
    shown = "".join(["1" if title[at : at + _KEY] in text else "0" for at in range(len(title) - _KEY + 1)])
    found: list[NearMiss] = []
    done = 0
    for left in sorted(_breaks(title, text, shown)):
        if left < done:
            continue
        slip = _transposition(title, text, left)
        for start in (left, left - 1):
            # A slip begins behind a window that stands in the text.
            if slip is None and start >= _KEY and shown[start - _KEY] == "1":
                slip = _slip_at(title, text, start)
        if slip is not None:
            found.append(_worded(title, slip))
            done = slip.right + 1
    return found


def _breaks(title: str, text: str, shown: str) -> Iterator[int]:
    """The places where a match of the title with the text may break off for a slip.

    Looked at through windows of three characters: those that stand in the text are 1 in *shown*, the others 0. A slip
    of up to two characters spoils the few windows that touch it, so that it shows as a short run of 0 after a 1. (A
    chance match may hide its first character, which is why the caller tries one place earlier as well.)
    """
    for run in _SHORT_RUN.finditer(shown):
        yield run.start() + _KEY - 1
    yield from _transposed_pairs(title, text, shown)


def _transposed_pairs(title: str, text: str, shown: str) -> Iterator[int]:
    """Where two characters do not stand side by side in the text, but the other way round they do."""
    for run in _LONG_RUN.finditer(shown):
        start, end = run.span()
        pairs = zip(title[start + 1 : end + 2], title[start : end + 1], strict=True)
        for at, (second, first) in enumerate(pairs, start):
            if second + first in text and first != second:
                yield at


def _slip_at(title: str, text: str, left: int) -> _Slip | None:
    """A change that begins at ``title[left]``; of several, the one with most matching around it."""
    key = title[left - _KEY : left]
    if not PHRASE_END.isdisjoint(key):
        return None
    best: _Slip | None = None
    position = text.find(key)
    for _ in range(_OCCURRENCES):
        if position < 0:
            break
        for slip in _compare(title, text, left, position + _KEY):
            if best is None or slip.before + slip.after > best.before + best.after:
                best = slip
        position = text.find(key, position + 1)
    if best is None:
        return None
    whole = title[left - min(best.before, _KEY) : best.right + min(best.after, _KEY)]
    return None if whole in text else best


def _transposition(title: str, text: str, left: int) -> _Slip | None:
    """人个 for 个人, with two matching characters on either side."""
    for first in (left, left - 1):
        if first < 2 or first + 4 > len(title):
            continue
        one, two = title[first], title[first + 1]
        window = title[first - 2 : first + 4]
        position = text.find(window[:2] + two + one + window[4:])
        if position >= 0 and one != two and PHRASE_END.isdisjoint(window) and window not in text:
            after = _common_after(title, text, first + 2, position + 4)
            return _Slip(first, first + 2, two + one, _common_before(title, text, first, position + 2), after)
    return None


def _compare(title: str, text: str, left: int, there: int) -> Iterator[_Slip]:
    """All small differences that begin at ``title[left]`` and ``text[there]`` and end in matching text again."""
    before = -1
    ahead = text[there : there + MAX_CHANGE + 1]
    for added in range(min(MAX_CHANGE, len(title) - 1 - left) + 1):
        right = left + added
        char = title[right]
        if char not in ahead:
            continue
        for dropped, other_char in enumerate(ahead):
            if other_char != char or (not added and not dropped):
                continue
            words, other = title[left:right], text[there : there + dropped]
            if words[:1] == other[:1] or words[-1:] == other[-1:]:
                continue  # not the smallest difference: another edge has it
            if before < 0:
                before = _common_before(title, text, left, there)
            after = _common_after(title, text, right, there + dropped)
            if _convincing(words, other, before, after):
                yield _Slip(left, right, other, before, after)


def _convincing(words: str, other: str, before: int, after: int) -> bool:
    """Enough matches around a difference that grammar does not explain."""
    if not PHRASE_END.isdisjoint(words) or not PHRASE_END.isdisjoint(other):
        return False
    if GRAMMAR.fullmatch(words) and GRAMMAR.fullmatch(other):
        return False
    if len(words) == len(other) == 1:
        return before >= 3 and after >= 3
    return before >= 4 and after >= 4


def _common_before(title: str, text: str, left: int, there: int) -> int:
    count = 0
    while count < _CONTEXT and count < left and count < there:
        char = title[left - 1 - count]
        if char != text[there - 1 - count] or char in PHRASE_END:
            break
        count += 1
    return count


def _common_after(title: str, text: str, right: int, there: int) -> int:
    count = 0
    while count < _CONTEXT and right + count < len(title) and there + count < len(text):
        char = title[right + count]
        if char != text[there + count] or char in PHRASE_END:
            break
        count += 1
    return count


def _worded(title: str, slip: _Slip) -> NearMiss:
    """The phrase to show: a changed word from the change on, a dropped or transposed one with what stands before it."""
    words = title[slip.left : slip.right]
    changed = bool(words) and len(words) == len(slip.other) and sorted(words) != sorted(slip.other)
    before = title[slip.left - slip.before : slip.left]
    before = "" if changed else before[before.rfind("的") + 1 :]
    after = title[slip.right : slip.right + slip.after]
    cut = after.find("的")
    after = after[:cut] if cut > 0 else after
    return NearMiss(before + words + after, before + slip.other + after)
