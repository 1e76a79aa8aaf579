"""The numbers of a statute as they come → where they skip, repeat or go back.

Knows which number may follow which. Does not know what the numbers stand in, and changes none.
"""

from __future__ import annotations

from pipeline.address import Address, ArticleKey
from pipeline.numerals import to_chinese
from pipeline.statutes.nouns import LEVELS, Bounds, Fault, Heading


class Numbering:
    """The numbers read so far; ``faults`` are those of the articles."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._before: ArticleKey | None = None
        self._highest: ArticleKey = (0, 0)
        self._seen: set[ArticleKey] = set()
        self._repeated: ArticleKey | None = None
        """The first of the articles that are repeated one after the other, where the last fault tells of them."""
        self._missing: ArticleKey | None = None
        """The first that is missing, where the last of the faults tells of it."""
        self._headings: dict[str, int] = {}

    @property
    def expected(self) -> set[ArticleKey]:
        """The numbers that an article may have now, one out of order included: of two that are swapped."""
        if self._before is None:
            return {(1, 0)}
        near = {(self._before[0] + 2, 0), (self._before[0] - 1, 0)}
        return _following(self._before) | _following(self._highest) | (near - self._seen)

    def article(self, key: ArticleKey, span: Bounds) -> None:
        """An article of this number comes now."""
        before, self._before = self._before, key
        highest, self._highest = self._highest, max(self._highest, key)
        repeated = key in self._seen
        again = self._repeated
        if not repeated:
            self._repeated = None
        self._seen.add(key)
        if repeated:
            self._again(key, before, span)
        elif before is None:
            if key != (1, 0) and not highest[0]:
                self._tell(span, f"条文从{_named(key)}开始，缺第一条")
        elif key in _following(before) or key in _following(highest):
            pass
        elif key < highest:
            self._back(key, before, span)
        elif key[1]:
            self._tell(span, f"{_named(before)}之后是{_named(key)}，条号不连续")
        else:
            missing = (highest[0] + 1, 0)
            last = f"至{_named((key[0] - 1, 0))}" if key[0] - missing[0] > 1 else ""
            said = f"{_named(before)}之后是{_named(key)}，缺{_named(missing)}{last}"
            if again is not None and again == before:  # one number misprinted: one fault
                self._tell(self.faults.pop().span, f"{_named(again)}重复出现，{said}")
            else:
                self._tell(span, said)
            self._missing = missing

    def _again(self, key: ArticleKey, before: ArticleKey | None, span: Bounds) -> None:
        """A number comes again: one fault for all that do one after the other, as in a text pasted twice."""
        first = self._repeated
        if first is not None and before is not None and key in _following(before):
            self._tell(self.faults.pop().span, f"{_named(first)}至{_named(key)}重复出现")
        else:
            self._tell(span, f"{_named(key)}重复出现")
            first = key
        self._repeated = first

    def unreadable(self, label: str, span: Bounds) -> None:
        """An article comes whose number is none; it may have been the next."""
        self._tell(span, f"「{label}」不是有效的条号，其下的文字没有归入任何一条")
        self._highest = (self._highest[0] + 1, 0)

    def _back(self, key: ArticleKey, before: ArticleKey, span: Bounds) -> None:
        """What was missing comes later: one fault, of the order, in place of two."""
        if self._missing == key:
            fault = self.faults.pop()
            self._tell(fault.span, f"{_named(key)}排在{_named(before)}之后，条号次序颠倒")
        else:
            self._tell(span, f"{_named(before)}之后是{_named(key)}，条号倒退")

    def _tell(self, span: Bounds, message: str) -> None:
        self._missing = self._repeated = None
        self.faults.append(_fault(span, message))

    def heading(self, heading: Heading) -> list[Fault]:
        """What is wrong with this heading coming now; 章 may go on or begin again under a new 编, 节 under a new 章."""
        if heading.number is None:
            return []
        before = self._headings.get(heading.level, 0)
        for level in LEVELS[LEVELS.index(heading.level) + 1 :]:
            if level != "章":
                self._headings.pop(level, None)
        self._headings[heading.level] = heading.number
        higher = LEVELS.index(heading.level) > 0 and any(
            level in self._headings for level in LEVELS[: LEVELS.index(heading.level)]
        )
        if heading.number == before + 1 or (heading.number == 1 and higher):
            return []
        name = f"第{_chinese(heading.number)}{heading.level}"
        if not before:
            return [_fault(heading.span, f"{heading.level}从{name}开始，缺第一{heading.level}")]
        return [_fault(heading.span, f"第{_chinese(before)}{heading.level}之后是{name}，序号不连续")]

    @staticmethod
    def part(kind: str, before: int | None, number: int | None, label: str, span: Bounds) -> list[Fault]:
        """What is wrong with a 项 or 目 printed *label* after one of number *before* (0: none)."""
        if number is None:
            return [_fault(span, f"{kind}的序号「{label}」不是有效的数字")]
        if before is None or number == before + 1:
            return []
        return [_fault(span, f"「{label}」与前一{kind}的序号不连续" if before else f"{kind}从「{label}」开始")]


def _following(key: ArticleKey) -> set[ArticleKey]:
    return {(key[0] + 1, 0), (key[0], key[1] + 1)}


def _fault(span: Bounds, message: str) -> Fault:
    return Fault("numbering", span, message)


def _named(key: ArticleKey) -> str:
    return str(Address(key[0], key[1] or None))


def _chinese(number: int) -> str:
    return to_chinese(number) if number <= 9999 else str(number)
