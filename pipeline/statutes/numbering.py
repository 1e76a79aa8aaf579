"""The numbers of a statute as they come → where they skip, repeat or go back.

Knows which number may follow which. Does not know what the numbers stand in, and changes none.
"""

from __future__ import annotations

from pipeline.address import Address, ArticleKey
from pipeline.numerals import to_chinese
from pipeline.statutes.nouns import LEVELS, Bounds, Fault, Heading


class Numbering:
    """The numbers read so far."""

    def __init__(self) -> None:
        self._last: ArticleKey | None = None
        self._seen: set[ArticleKey] = set()
        self._headings: dict[str, int] = {}

    def article(self, key: ArticleKey, span: Bounds) -> list[Fault]:
        """What is wrong with an article of this number coming now."""
        last, self._last = self._last, key
        repeated = key in self._seen
        self._seen.add(key)
        if last is None:
            return [] if key == (1, 0) else [_fault(span, f"条文从{_named(key)}开始，缺第一条")]
        if repeated:
            return [_fault(span, f"{_named(key)}重复出现")]
        if key < last:
            return [_fault(span, f"{_named(last)}之后是{_named(key)}，条号倒退")]
        if key in {(last[0] + 1, 0), (last[0], last[1] + 1)}:
            return []
        if key[1]:
            return [_fault(span, f"{_named(last)}之后是{_named(key)}，条号不连续")]
        missing = _named((last[0] + 1, 0)) + (f"至{_named((key[0] - 1, 0))}" if key[0] - last[0] > 2 else "")
        return [_fault(span, f"{_named(last)}之后是{_named(key)}，缺{missing}")]

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


def _fault(span: Bounds, message: str) -> Fault:
    return Fault("numbering", span, message)


def _named(key: ArticleKey) -> str:
    return str(Address(key[0], key[1] or None))


def _chinese(number: int) -> str:
    return to_chinese(number) if number <= 9999 else str(number)
