"""The name of a law that stands before a pinpoint without 《》.

Knows where such a name begins: 依照食品安全法第…条, 国务院关于禁灯的决定第…条. Does not know what follows it.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.words import references as words

_WINDOW = 56


class BareName(NamedTuple):
    """A law's name as written, where it begins, and whether it is one: 有关行政法规 names no law."""

    text: str
    start: int
    known: bool = True


def bare_law(text: str, end: int) -> BareName | None:
    """The name of a law that ends right before *end*, or of an annex (附录); None where none stands there."""
    annex = words.ANNEX.match(text, max(0, end - 8), end)
    if annex:
        return BareName(annex["name"], annex.start("name"))
    match = words.BARE_LAW.match(text, max(0, end - _WINDOW), end)
    if match is None:
        return None
    run, begin = match["name"], match.start("name")
    cut = name_start(run)
    if cut is None:
        return None
    name = run[cut:]
    return BareName(name, begin + cut, known=words.NO_NAME.fullmatch(name) is None)


def name_start(run: str) -> int | None:
    """Where in *run*, Chinese characters that end in 法, 条例 …, the name of a law begins; None where there is none.

    A verb that leads to a law (依照, 违反) ends what comes before it, unless nothing is left that could be a name
    (涉外…法律适用法). After the last of them a title that begins 关于 runs to the end, and a preposition or a joining
    word cuts where it cannot be a part of the name.
    """
    start = _last(run, 0, [lead.end() for lead in words.LEADS.finditer(run)])
    about = run.find("关于", start)
    if about >= 0:
        return start if "的" in run[about:] else about + 2
    republic = run.rfind("中华人民共和国", start)
    if republic >= 0:
        return republic
    cuts = [cut.end() for pattern in (words.PREPOSITIONS, words.JOINING) for cut in pattern.finditer(run, start)]
    start = _last(run, start, sorted(cuts))
    return start if _is_name(run, start) else None


def _last(run: str, start: int, cuts: list[int]) -> int:
    """The last of *cuts* that leaves a name; *start* where none does."""
    return next((cut for cut in reversed(cuts) if _is_name(run, cut)), start)


def _is_name(run: str, start: int) -> bool:
    return bool(words.LAW_NAME.fullmatch(run, start) or words.NO_NAME.fullmatch(run, start))
