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
    marked = words.WRONG_MARKS.match(text, max(0, end - _WINDOW), end)
    if marked:
        name = marked["name"]
        cut = 0 if marked["open"] else name_start(name) or 0
        return BareName(name[cut:], marked.start("name") + cut, known=_is_name(name, cut))
    number = words.BY_NUMBER.match(text, max(0, end - _WINDOW), end)
    if number:
        name = number["name"]
        cut = max((lead.end() for lead in words.LEADS.finditer(name)), default=0)
        return BareName(name[cut:], number.start("name") + cut, known=False)
    amendment = words.AMENDMENT.match(text, max(0, end - _WINDOW), end)
    if amendment:
        name = amendment["name"]
        cut = max((lead.end() for lead in words.LEADS.finditer(name)), default=0)
        return BareName(name[cut:], amendment.start("name") + cut)
    match = words.BARE_LAW.match(text, max(0, end - _WINDOW), end)
    if match is None:
        return None
    run, begin = match["name"], match.start("name")
    cut = name_start(run)
    name = run[cut:]
    return BareName(name, begin + cut, known=words.LAW_NAME.fullmatch(name) is not None and not _is_general(name))


def name_start(run: str) -> int:
    """Where in *run*, Chinese characters that end in 法, 条例 …, the name of a law begins.

    A verb that leads to a law (依照, 违反) ends what comes before it, unless it is a part of the name
    (涉外…法律适用法). After the last of them a title that begins 关于 runs to the end; a joining word cuts where a law
    stands before it, and a preposition where it cannot be a part of the name.
    """
    leads = [lead.end() for lead in words.LEADS.finditer(run)]
    start = _last(run, 0, leads)
    if not start and leads and leads[-1] < len(run) - 1:
        start = leads[-1]  # 依照旧法: no name that is known, but certainly without the verb
    about = run.find("关于", start)
    if about >= 0:
        return start if "的" in run[about:] else about + 2
    start = _last(run, start, [join.end() for join in words.JOINING.finditer(run, start)])
    republic = run.rfind("中华人民共和国", start)
    if republic >= 0:
        return republic
    return _last(run, start, [cut.end() for cut in words.PREPOSITIONS.finditer(run, start)])


def _last(run: str, start: int, cuts: list[int]) -> int:
    """The last of *cuts* that leaves a name; *start* where none does."""
    return next((cut for cut in reversed(cuts) if _is_name(run, cut)), start)


def _is_name(run: str, start: int) -> bool:
    return bool(words.LAW_NAME.fullmatch(run, start) or words.NO_NAME.fullmatch(run, start))


def _is_general(name: str) -> bool:
    return words.NO_NAME.fullmatch(name) is not None
