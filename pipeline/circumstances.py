"""A provision's text → who bears a sanction, on what condition, and whether it may or must be imposed.

Knows how far a condition, an addressee and a 可以 reach (facts/penalties.md §2). Does not know what a sanction is: it
is told where they stand.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from pipeline.model import Cumulation, Tier
from pipeline.words import circumstances as words

Place = tuple[int, int]

_LONGEST: Final = 48
"""No condition is longer; of a longer clause only the end is looked at."""


Circumstances: TypeAlias = tuple[Place | None, Place | None, Tier, bool, Cumulation | None]
"""Who, condition (without its final 的), tier, optional, cumulation."""


class Walk:
    """Goes through a text from sanction to sanction, looking at each stretch between two of them once.

    Scope: a sanction has the nearest condition before it in its sentence or ；-part; 对单位…；对个人… repeats it, and
    what persons bear after 没有违法所得的，处… does not depend on that. An addressee reaches to the next one or to the
    next condition, 可以 and 并处 to the next comma.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._part = 0
        self._who: Place | None = None
        self._condition: Place | None = None
        self._tier: Tier = "base"
        self._outer: tuple[Place | None, Tier] = (None, "base")
        self._lead: tuple[Place | None, Tier] = (None, "base")
        self._gain = False
        self._optional = False
        self._cumulation: Cumulation | None = None

    def to(self, start: int, end: int) -> Circumstances:
        """The circumstances of the sanction at [start, end), the next one in the text."""
        between = self._text[self._position : start]
        if between == "，":
            self._optional, self._cumulation = False, None
        elif between and between != "、":
            self._pass(between, start)
        self._position = end
        return (self._who, self._condition, self._tier, self._optional, self._cumulation)

    def _pass(self, between: str, start: int) -> None:
        """Take in what stands between the last sanction and the one at *start*."""
        offset = start - len(between)
        find = between.rfind
        hard = 0
        if words.HARD.search(between):
            hard = max(find("；"), find("。"), find("\n"), find("："), find(";"), find(":")) + 1
            self._new_part(between, offset, hard)
        clause = max(find("，") + 1, hard)
        if clause:
            self._optional, self._cumulation = False, None
        if start - offset - hard > 2:
            self._take_in(offset + hard, start, fresh=hard > 0)
        if between.endswith(("个人", "单位")):
            paired = not between[:-2].lstrip("、或者和及")  # 单位处…、个人处…
            if paired or self._start(offset + clause, start) == start - 2:
                self._who = (start - 2, start)
        if find("可") >= clause and words.MAY.search(between, clause):
            self._optional = True
        if find("并") >= clause or find("单") >= clause:
            if words.EITHER.search(between, clause):
                self._cumulation = "either"
            elif self._cumulation is None and words.TOGETHER.search(between, clause):
                self._cumulation = "cumulative"

    def _new_part(self, between: str, offset: int, hard: int) -> None:
        """A new sentence, ；-part or line begins; an item of a list keeps the condition of its lead-in."""
        colon = max(between.rfind("："), between.rfind(":")) + 1
        if colon:
            begin = max(between.rfind(mark, 0, colon - 1) for mark in "。；;\n") + 1 + offset
            if begin > offset:
                self._part = begin
                self._forget()
            self._take_in(begin, offset + colon - 1, fresh=True)
            self._lead = (self._condition, self._tier)
        self._part = offset + hard
        kept, pair = (self._condition, self._tier), self._who
        item = words.ITEM.match(self._text, self._part)
        if not item and between[hard - 1] == "\n":
            self._lead = (None, "base")
        self._forget()
        if item or colon == hard:
            self._condition, self._tier = self._lead
        elif pair and between[hard - 1] in "；;":
            new = words.ADDRESSEE.match(self._text, self._part)
            if new and words.PAIR.fullmatch(new["who"]) and words.PAIR.search(self._text, *pair):
                self._condition, self._tier = kept

    def _forget(self) -> None:
        self._who, self._condition, self._tier, self._gain = None, None, "base", False
        self._outer = (None, "base")

    def _take_in(self, begin: int, end: int, *, fresh: bool) -> None:
        """The last condition and the last addressee in [begin, end), a stretch without sentence end."""
        text = self._text
        head = text.rfind("的，", begin, end)
        if text.find("的", max(begin, head + 1), end) >= 0:
            for match in words.HEAD_END.finditer(text, max(begin, head + 1), end + 2):
                head = match.start() if match.start() < end else head
        if head >= 0:
            self._at_head(begin, head)
        elif text.find("，", begin, end) > begin + 3:
            for match in words.BARE.finditer(text, begin, end):
                head = match.end()
                self._who = None
                self._set(match.span(), _reads(match.group()))
        begin = max(begin, head)
        if text.find("对", begin, end) < 0:
            return
        for match in words.ADDRESSEE.finditer(text, begin, end):
            self._who = match.span("who")
        if self._gain and head < 0 and not fresh and self._who and words.PERSONS.search(text, *self._who):
            self._condition, self._tier = self._outer
            self._gain = False

    def _at_head(self, begin: int, head: int) -> None:
        """…的，: a condition where its words are those of one, else conduct, which sets no condition."""
        text = self._text
        self._who = None
        first = self._start(text.rfind("，", begin, head) + 1 or begin, head)
        reading = _reads(text[max(first, head - _LONGEST) : head])
        if reading is None:
            self._condition, self._tier, self._gain = None, "base", False
        else:
            while first > begin:
                before = self._start(text.rfind("，", begin, first - 1) + 1 or begin, first - 1)
                earlier = _reads(text[before : first - 1]) if first - before < _LONGEST else None
                if earlier is None:
                    break
                first = before
                if earlier.tier == "aggravated":
                    reading = earlier
            self._set((first, head), reading)
        part = self._start(self._part, head)
        if text[part] in words.SUBJECT_STARTS and (subject := words.SUBJECT.match(text, part, head)):
            self._who = subject.span("who")

    def _start(self, first: int, end: int) -> int:
        if first < end and self._text[first] in words.LEADING_STARTS:
            leading = words.LEADING.match(self._text, first, end)
            return leading.end() if leading else first
        return first

    def _set(self, condition: Place, reading: _Reading | None) -> None:
        if not self._gain:
            self._outer = (self._condition, self._tier)
        self._condition = condition
        tier, gain = reading or _Reading("base", gain=False)
        # 情节严重的，…；there 没有违法所得的，处… is still of the heavier tier
        self._tier, self._gain = self._tier if gain and tier == "base" else tier, gain


class _Reading(NamedTuple):
    """What a condition says of its tier."""

    tier: Tier
    gain: bool


@lru_cache(maxsize=4096)
def _reads(clause: str) -> _Reading | None:
    """What *clause*, the words before 的，, says as a condition; None where it is conduct."""
    if clause.endswith(("规定", "之一")):
        return None
    if words.AGGRAVATION.search(words.HARMLESS.sub("", clause)):
        return _Reading("aggravated", gain=False)
    if words.CONDITION.search(clause):
        return _Reading("base", gain=words.GAIN.search(clause) is not None)
    return None
