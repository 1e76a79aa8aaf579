"""A title and the texts it sums up → phrases that nearly, but not quite, stand there.

Knows how a slip looks: a few characters dropped, added, changed or transposed inside a phrase that otherwise
matches. Does not know law, nor which of the two wordings is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.patterns import lazy_re
from pipeline.words.titles import EDGE, GRAMMAR, LEADS, PHRASE_END, SENTENCE_END, SHORTENED, TAIL

MAX_CHANGE: Final = 2
"""Characters a slip drops, adds or changes; more is another wording, not a slip."""

_KEY: Final = 3
_RUN: Final = lazy_re(r"1+")
_LONG_RUN: Final = lazy_re(r"0{3,}")
_CONTEXT: Final = 24
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

    @property
    def context(self) -> int:
        return self.before + self.after

    def transposed(self, title: str) -> bool:
        return len(self.other) == MAX_CHANGE and title[self.left : self.right] == self.other[::-1]


def near_misses(title: str, texts: Sequence[str]) -> list[NearMiss]:
    """The slips of *title* against *texts* (the provisions an item quotes), in the order of the title.

    A difference that grammar asks for (words/titles.py) is none. Total: any strings; cost is bounded by the length
    of the title and of the texts, of which at most ``_MAX_TITLE`` and ``_MAX_TEXT`` characters are read.
    """
    title = TAIL.sub("", "".join(title[:_MAX_TITLE].split())) + "\n"
    text = "\n".join(texts)[:_MAX_TEXT]
    shown = "".join(["1" if title[at : at + _KEY] in text else "0" for at in range(len(title) - _KEY + 1)])
    if "0" not in shown:
        return []
    found = [*_transposed(title, text, shown), *_changed(title, text, shown), *_changed_before(title, text, shown)]
    # Of two that overlap: what is only transposed, then the one with more matching around it, then the smaller change.
    found.sort(key=lambda slip: (not slip.transposed(title), -slip.context, len(slip.other) + slip.right - slip.left))
    kept: list[_Slip] = []
    for slip in found:
        overlaps = any(other.left <= slip.right and slip.left <= other.right for other in kept)
        if not overlaps and not _stands(title, text, slip) and (slip.transposed(title) or not _is_grammar(title, slip)):
            kept.append(slip)
    return [_worded(title, slip) for slip in sorted(kept)]


def _transposed(title: str, text: str, shown: str) -> Iterator[_Slip]:
    """人个 for 个人: two characters that do not stand side by side in the text, but the other way round they do."""
    for run in _LONG_RUN.finditer(f"00{shown}00"):
        # No window that touches the pair stands in the text, but for one by chance.
        for first in range(max(run.start() - 1, 0), min(run.end() - 3, len(title) - 1)):
            one, two = title[first], title[first + 1]
            other = two + one
            if one == two or other not in text:
                continue
            places = _places(text, other)
            slips = [_slip(title, text, (first, first + 2), (there, there + 2)) for there in places]
            yield from _best([slip for slip in slips if slip is not None])


def _changed(title: str, text: str, shown: str, most: int = MAX_CHANGE) -> Iterator[_Slip]:
    """Behind each stretch that stands in the text: what is changed there, *most* characters, before the match goes on.

    A chance match may hide the first character of the change, so one place earlier is looked at as well.
    """
    for run in _RUN.finditer(shown):
        edge = run.end() - 1 + _KEY
        for left in (edge, edge - 1):
            if left - _KEY < run.start() or left + 1 >= len(title):
                continue
            best = _best(_changes_at(title, text, left, most))
            yield from best
            if best:
                break


def _changed_before(title: str, text: str, shown: str) -> Iterator[_Slip]:
    """The same before each stretch, read backwards: one character, with too little in front of it to be found above."""
    length = len(title)
    for slip in _changed(title[::-1], text[::-1], shown[::-1], most=1):
        if slip.after:  # a first character is changed too easily: 照规定 for 关规定
            yield _Slip(length - slip.right, length - slip.left, slip.other, slip.after, slip.before)


def _best(slips: list[_Slip]) -> list[_Slip]:
    """The one with most matching around it, if there is any."""
    return slips and [max(slips, key=lambda slip: slip.context)]


def _places(text: str, key: str) -> list[int]:
    """Where *key* stands, the first ``_OCCURRENCES`` places."""
    places: list[int] = []
    there = text.find(key)
    while there >= 0 and len(places) < _OCCURRENCES:
        places.append(there)
        there = text.find(key, there + 1)
    return places


def _changes_at(title: str, text: str, left: int, most: int) -> list[_Slip]:
    """All small differences that begin at ``title[left]``, behind what stands in the text, and end in a match again.

    A single changed character may also be the last of its phrase in both.
    """
    behind = title[left : left + most + 1]
    last = behind[1] in EDGE
    slips: list[_Slip] = []
    for place in _places(text, title[left - _KEY : left]):
        there = place + _KEY
        ahead = text[there : there + most + 1]
        ends = last and len(ahead) > 1 and ahead[1] in EDGE
        if ahead[:1] == behind[0]:
            continue
        for added, char in enumerate(behind):
            if char not in ahead and not (ends and added == 1):
                continue
            for dropped, other_char in enumerate(ahead):
                if char == other_char or (ends and added == dropped == 1):
                    slip = _slip(title, text, (left, left + added), (there, there + dropped))
                    if slip is not None:
                        slips.append(slip)
    return slips


def _slip(title: str, text: str, words_at: tuple[int, int], other_at: tuple[int, int]) -> _Slip | None:
    """The difference between two places of the title and two of the text, if it is a slip."""
    left, right = words_at
    words, other = title[left:right], text[other_at[0] : other_at[1]]
    if words[:1] == other[:1] or words[-1:] == other[-1:]:
        return None  # not the smallest difference: another edge has it
    if not PHRASE_END.isdisjoint(words) or not PHRASE_END.isdisjoint(other):
        return None
    if words != other[::-1] and GRAMMAR.fullmatch(words) and GRAMMAR.fullmatch(other):
        return None
    before, after = _common_before(title, text, left, other_at[0]), _common_after(title, text, right, other_at[1])
    begins = _edge(title, left - before - 1) and _edge(text, other_at[0] - before - 1)
    ends = _edge(title, right + after) and _edge(text, other_at[1] + after)
    displaced = words + other in (
        text[other_at[1] + after : other_at[1] + after + 1],
        title[right + after : right + after + 1],
    )
    if not _convincing(words, other, (before, after), (begins, ends), displaced=displaced):
        return None
    return _Slip(left, right, other, before, after)


def _is_grammar(title: str, slip: _Slip) -> bool:
    """Whether what stands before makes both wordings ways to say the same: 按 for 按照, 许可 for 许可证."""
    before, words = title[: slip.left], title[slip.left : slip.right]
    if any(before.endswith(word) and {words, slip.other} == {"", left_out} for word, left_out in SHORTENED):
        return True
    return bool(GRAMMAR.fullmatch(before[-1:] + words) and GRAMMAR.fullmatch(before[-1:] + slip.other))


def _stands(title: str, text: str, slip: _Slip) -> bool:
    """Whether the text has the title's wording too, at another place."""
    return title[slip.left - min(slip.before, _KEY) : slip.right + min(slip.after, _KEY)] in text


def _edge(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or text[at] in EDGE


def _convincing(words: str, other: str, around: tuple[int, int], edges: tuple[bool, bool], *, displaced: bool) -> bool:
    """Enough matches around a difference; where the phrase ends in both, that is worth one character more.

    *displaced* where one character that is there too much, or missing, stands a little further on in the other.
    """
    less, both = min(around), sum(around)
    if len(words) == len(other) == MAX_CHANGE and words == other[::-1]:
        return all(map(any, zip(around, edges, strict=True))) and both + sum(edges) >= 4
    if len(words) == len(other) == 1:
        if words in EDGE or other in EDGE:
            return less >= 2 and both >= 6  # 位 for 当: a joint of the sentence is likelier than a slip
        return both >= 5 and (less >= 2 or both + sum(edges) >= 6)
    if len(words) + len(other) == 1:
        # 标排放 for 标准排放 matches by chance where its one 标 is another word's: 超标, not 超过标准
        whole = displaced or all(count >= 2 or edge for count, edge in zip(around, edges, strict=True))
        return less >= 1 and whole and both + sum(edges) >= 6
    return less >= (4 if len(words) == len(other) else 3) and both >= 7


def _common_before(title: str, text: str, left: int, there: int) -> int:
    count = 0
    while count < _CONTEXT and count < left and count < there:
        char = title[left - 1 - count]
        if char != text[there - 1 - count] or char in SENTENCE_END:
            break
        count += 1
    return count


def _common_after(title: str, text: str, right: int, there: int) -> int:
    count = 0
    while count < _CONTEXT and right + count < len(title) and there + count < len(text):
        char = title[right + count]
        if char != text[there + count] or char in SENTENCE_END:
            break
        count += 1
    return count


def _worded(title: str, slip: _Slip) -> NearMiss:
    """The phrase to show: what matches on both sides, from the last word that leads to a phrase on to the next end."""
    words = title[slip.left : slip.right]
    before = title[slip.left - slip.before : slip.left]
    before = before[max([before.rfind(lead) + len(lead) for lead in LEADS if lead in before], default=0) :]
    after = title[slip.right : slip.right + slip.after]
    ends = (at for at, char in enumerate(after) if char in PHRASE_END or (char == "的" and at))
    after = after[: next(ends, len(after))]
    return NearMiss(before + words + after, before + slip.other + after)
