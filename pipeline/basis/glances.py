"""A first, cheap look at a line: whether a law can stand at its beginning.

Knows what a law line can begin with, and what can only be text. Does not know whether it is one: laws.py does.
"""

from __future__ import annotations

from typing import Final

from pipeline.words import basis as words
from pipeline.words.fields import NOTHING

OPENERS: Final = frozenset('《〈<＜【[〔［{｛（(0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩*●•·◆▪★“"')
_BEFORE_TITLE: Final = 60
_BEFORE_LABEL: Final = 120
_NEAR: Final = 12
_LONGEST_ALONE: Final = 160
_LONGEST_RANK: Final = 16
_LAST_OF_NAME: Final = frozenset("典法例定则释知见程范准章录案复告函》）)")
_NOT_TEXT: Final = OPENERS | frozenset("第附目清名法依文中“")


def may_be_law(text: str, left: int, right: int) -> bool:
    """Whether a line ``text[left:right]`` that is not empty can begin with a law."""
    if _is_rank(text, left, right):
        return True
    if text[left] not in OPENERS:
        return _may_name(text, left, right)
    return (
        _may_be_alone(text, left, right)
        or text.find("《", left, min(right, left + _BEFORE_TITLE)) >= 0
        or _has_rank_or_angle(text, left, right)
        or _may_be_bare(text, left, min(right, left + _BEFORE_LABEL))
    )


def runs_on(text: str, left: int, right: int, end: int) -> bool:
    """Whether brackets opened in the line are closed below it, or its note stands on the next line."""
    line = text[left:right]
    if _is_rank(text, left, right):
        return True
    if line.count("（") + line.count("(") > line.count("）") + line.count(")"):
        return True
    if line.count("《") > line.count("》"):
        return True
    after = right
    while after < end and text[after] in "\n \t\u3000\u00a0":
        after += 1
    return after < end and text[after] in "（(" and bool(words.NOTE_LIKE.search(text, after, min(end, after + 80)))


def is_plain_text(text: str, left: int, right: int) -> bool:
    """Whether a line that is no label can only be text: no law, no entry of an annex, no field."""
    first = text[left]
    if _is_rank(text, left, right) or NOTHING.match(text, left, right):
        return False
    if first in "（(":
        near = min(right, left + _NEAR)
        return text.find("第", left, near) < 0 and text.find("附", left, near) < 0 and text.find("《", left, near) < 0
    if first in _NOT_TEXT:
        return False
    near = min(right, left + _BEFORE_TITLE)
    marked = text.find("《", left, near) >= 0 or text.find("条", left, near) >= 0
    return not (marked or _may_be_alone(text, left, right))


def _is_rank(text: str, left: int, right: int) -> bool:
    """【法律】 · 1.行政法规： · （一）法律依据 on a line of their own: the law is below."""
    return right - left <= _LONGEST_RANK and words.RANK_LINE.fullmatch(text, left, right) is not None


def _may_be_alone(text: str, left: int, right: int) -> bool:
    """风铃条例 · 2.风铃条例（2031年修正）: a name without marks that is all of a line."""
    return right - left <= _LONGEST_ALONE and text[right - 1] in _LAST_OF_NAME


def _has_rank_or_angle(text: str, left: int, right: int) -> bool:
    """【法律】甲法（主席令第3号） · <甲法>: a law line without 《."""
    return text[left] in "【[〔［〈<＜" or text.find("<", left, min(right, left + 16)) >= 0


def _may_be_bare(text: str, left: int, near: int) -> bool:
    """“甲法”（令第3号） · 2.甲条例第二条：…: in quotation marks, or behind a number, without any mark."""
    if text[left] in '“"':
        return True
    return text[left] not in "（(" and text.find("条", left, near) > 0 and text.find("第", left, near) > left


def _may_name(text: str, left: int, right: int) -> bool:
    """A cheap look at a line that begins with no bracket: whether it can be 实施《甲法》… or 甲法 第三条."""
    near = min(right, left + _BEFORE_TITLE)
    if text.find("《", left, near) > 0 or _may_be_alone(text, left, right):
        return True
    if text.startswith(words.NATION, left):
        return True
    if text.find("关于", left, near) > 0 and text.find("号）", left, min(right, left + _BEFORE_LABEL)) > 0:
        return True  # 云溪市人民政府关于守护古桥的通知（云政〔2031〕5号）
    return text.find("条", left, near) > 0 and text.find("第", left, near) > 0 and not text.startswith("第", left)
