"""The lines of a quotation → the law's own words in them, without what a list frames them in: 规定：“…”.

Knows how a quotation is announced, opened and closed. Does not know where its words stand in a statute.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.statutes.nouns import Bounds
from pipeline.words.statutes import ANNOUNCED, CLOSED, QUOTATION_MARKS


def own_words(lines: Sequence[str]) -> list[Bounds]:
    """The stretch of each of *lines* that is the law's.

    A pair of marks is a frame where it encloses all lines, or one of them, from end to end: “古桥”是指“…”。 has none.
    An announced one may lack its second mark.
    """
    bounds = [(0, len(line)) for line in lines]
    first = next((index for index, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return bounds
    announced = ANNOUNCED.match(lines[first])
    if announced:
        bounds[first] = (announced.end(), len(lines[first]))
    start = _opened(lines[first], bounds[first])
    if start is not None:
        characters = [(n, at) for n in range(first, len(lines)) for at in range(*bounds[n])]
        text = "".join(lines[n][at] for n, at in characters)
        begin = start - bounds[first][0]
        close = _partner(text, begin)
        if close is not None and CLOSED.fullmatch(text, close + 1):
            last, end = characters[close]
            bounds[first] = (start + 1, bounds[first][1])
            bounds[last] = (bounds[last][0], end)
            return bounds[: last + 1] + [(0, 0)] * (len(lines) - last - 1)
        if announced and close is None:
            bounds[first] = (start + 1, bounds[first][1])
    return [_unframed(line, each) for line, each in zip(lines, bounds, strict=True)]


def _unframed(line: str, bounds: Bounds) -> Bounds:
    """The stretch inside the marks that enclose a line of its own."""
    start = _opened(line, bounds)
    close = _partner(line, start) if start is not None else None
    if start is None or close is None or not CLOSED.fullmatch(line, close + 1, bounds[1]):
        return bounds
    return (start + 1, close)


def _opened(line: str, bounds: Bounds) -> int | None:
    """Where a mark opens the words within *bounds*."""
    start = bounds[0] + len(line[slice(*bounds)]) - len(line[slice(*bounds)].lstrip())
    return start if start < bounds[1] and line[start] in QUOTATION_MARKS else None


def _partner(text: str, start: int) -> int | None:
    """Where the mark at *start* is closed: marks of one kind may stand in each other, "…" may not."""
    opening, closing = text[start], QUOTATION_MARKS[text[start]]
    depth = 0
    for at in range(start, len(text)):
        if text[at] == closing and (opening != closing or at > start):
            depth -= 1
            if depth <= 0:
                return at
        elif text[at] == opening:
            depth += 1
    return None
