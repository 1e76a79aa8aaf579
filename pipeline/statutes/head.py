"""The lines above the first heading or article → name and dates of the text.

Knows the bracket line of the national database (（2031年1月18日…通过　根据…修正）), lines of dates without brackets,
and the order with which rules are published above their title. Does not know articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.numerals import parse_numeral
from pipeline.statutes.nouns import Bounds, Dates
from pipeline.statutes.source import Line
from pipeline.words import statutes as words

_OPEN, _CLOSE = "（(", "）)"


class Head(NamedTuple):
    """The name and its span, and what the lines around it say of dates."""

    name: str
    span: Bounds
    dates: Dates


def read_head(text: str, lines: Sequence[Line]) -> Head | None:
    """Name and dates from *lines*, those above the first heading or article; None where no line can be the name."""
    history = _history_start(text, lines)
    above = lines[:history]
    at = next((index for index in range(len(above) - 1, -1, -1) if _can_name(text, above[index])), None)
    if at is None and history < len(lines) and not words.SENTENCE.search(text, *above[-1]):
        at = history - 1  # a name that does not end in 法, 条例 or the like: what stands above the history is it
    if at is None:
        return None
    first = at
    while first and words.TITLE_GOES_ON.match(text, above[first].start) and _half(text, above[first - 1]):
        first -= 1
    name = "".join(text[line.start : line.end] for line in above[first : at + 1])
    if name.startswith("《") and name.endswith("》") and "《" not in name[1:]:
        name = name[1:-1]
    # The history stands below the title; where there is none, the order above it has the dates.
    events = _events(text, lines[at + 1 :]) or _order_events(text, above[:first])
    return Head("".join(name.split()), (above[first].start, above[at].end), dates(events))


def is_history(text: str, line: Line) -> bool:
    """Whether *line* tells when the text was adopted or changed."""
    return words.HISTORY.match(text, line.start, line.end) is not None


def _history_start(text: str, lines: Sequence[Line]) -> int:
    """The first line of dates below a line that can be the name, or in brackets below any; else how many lines."""
    named = False
    for index, line in enumerate(lines):
        bracketed = index > 0 and text[line.start] in _OPEN and _says_event(text, line)
        if (named or bracketed) and is_history(text, line) and (text[line.start] in _OPEN or _says_event(text, line)):
            return index
        named = named or _can_name(text, line)
    return len(lines)


def _says_event(text: str, line: Line) -> bool:
    return words.EVENT.search(text, line.start, line.end) is not None


def _can_name(text: str, line: Line) -> bool:
    return words.TITLE.match(text, line.start, line.end) is not None and not words.SENTENCE.search(
        text, line.start, line.end
    )


def _half(text: str, line: Line) -> bool:
    """Whether *line* may be the first half of a name: words that are no sentence, order, date or name of their own."""
    return not (
        words.SENTENCE.search(text, line.start, line.end)
        or words.ORDER.match(text, line.start, line.end)
        or is_history(text, line)
        or _can_name(text, line)
    )


class _Event(NamedTuple):
    kind: str
    date: str


def _events(text: str, lines: Sequence[Line]) -> list[_Event]:
    """What the lines below the title say: those of a bracket, or lines that begin with a date."""
    found: list[_Event] = []
    depth = 0
    for line in lines:
        words_of = text[line.start : line.end]
        if depth <= 0 and not is_history(text, line):
            continue
        found += _read_events(words_of)
        if depth > 0 or words_of[0] in _OPEN:
            depth += sum(words_of.count(mark) for mark in _OPEN) - sum(words_of.count(mark) for mark in _CLOSE)
    return found


def _order_events(text: str, lines: Sequence[Line]) -> list[_Event]:
    """…现予公布，自2031年4月1日起施行。 · 2031年1月18日 : an order, and the date under it, which is its publication."""
    found: list[_Event] = []
    for line in lines:
        words_of = text[line.start : line.end]
        alone = words.DATE.fullmatch(words_of)
        if alone is not None and (date := iso(alone)) is not None:
            found.append(_Event("published", date))
        else:
            found += _read_events(words_of)
    return found


def _read_events(sentence: str) -> Iterator[_Event]:
    """Each date of *sentence* with the last word before the next date that says what it is the date of."""
    matches = list(words.DATE.finditer(sentence))
    ends = [*(match.start() for match in matches[1:]), len(sentence)]
    for match, end in zip(matches, ends, strict=False):
        said = sentence[match.end() : end]
        kinds = [event.lastgroup for event in words.EVENT.finditer(_outside_titles(said))]
        date = iso(match)
        if date is not None and kinds and kinds[-1]:
            yield _Event("amended" if words.ADOPTED_AMENDMENT.search(said) else kinds[-1], date)


def dates_in(sentence: str) -> Dates:
    """The dates that *sentence* tells, as a list prints them behind the name of a law."""
    return dates(list(_read_events(sentence)))


def _outside_titles(sentence: str) -> str:
    """*sentence* without what stands in 《》: what 《关于修改〈甲〉的决定》第一次修正 tells stands behind it."""
    kept, depth = [], 0
    for char in sentence:
        depth += (char in "《〈") - (char in "》〉")
        if depth <= 0:
            kept.append(char)
    return "".join(kept)


def iso(match: re.Match[str]) -> str | None:
    """2031-01-18 for a date as printed; None where there is no such day."""
    year, month, day = (parse_numeral(match[part]) for part in ("year", "month", "day"))
    if not year or not month or not day or month > 12 or day > 31 or year < 1000:
        return None
    return f"{year:04}-{month:02}-{day:02}"


def dates(events: Sequence[_Event]) -> Dates:
    """The first adoption and publication, the last amendment, the last entry into force."""

    def of(kind: str) -> list[str]:
        return [event.date for event in events if event.kind == kind]

    adopted, published, amended, effective = map(of, ("adopted", "published", "amended", "effective"))
    return Dates(
        adopted[0] if adopted else None,
        published[0] if published else None,
        max(amended) if amended else None,
        effective[-1] if effective else None,
    )
