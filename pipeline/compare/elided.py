"""A quotation, which may be of a part of its article → what the law changed in it, by the words of now.

Knows which words of now are no insertion of the law: those that the list did not quote, and what …… stands for.
Does not know where either text is from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Final, NamedTuple, TypeAlias

from rapidfuzz import fuzz

from pipeline.compare.basis_nouns import Edit
from pipeline.compare.edits import edits
from pipeline.compare.substance import substance
from pipeline.words.statutes import ELLIPSIS

_Span: TypeAlias = tuple[int, int]

_LIKE: Final = 60.0
"""Per cent that a line of now and one of then must have in common to be one line, unchanged or reworded."""


@lru_cache(maxsize=4_096)
def law_edits(
    quoted: str, now: str, context: tuple[_Span, ...] = (), then: str | None = None, *, is_part: bool = False
) -> tuple[Edit, ...]:
    """What is deleted from *quoted*, and inserted in its place, to have *now*, as ``edits`` tells it.

    Left unmarked are an ellipsis, the stretches *context* of *now*, and its lines (款, 项) that were not quoted:
    those that *then*, the quoted articles in the version that is quoted, has and *quoted* has not. Where *then* is not
    at hand these are the lines at an ellipsis; or, where *is_part* says that a part is quoted, all that have little of
    *quoted* and stand in place of nothing else. What is left out within a line is unmarked in the same way.
    """
    ellipses = [match.span() for match in ELLIPSIS.finditer(quoted)]
    ours, theirs = _without(quoted, ellipses), _without(now, context)
    found = edits(ours, theirs)
    loose, kept = _told_apart(theirs, found)
    if not loose and all(edit.deleted for edit in found):  # nothing that might not have been quoted
        return tuple(_parted(quoted, now, found, ellipses, context))
    unquoted = _unquoted_then(ours, then) if then is not None else None
    if not kept:
        skipped = []
    elif unquoted is not None:
        skipped = _counterparts(theirs, loose, unquoted.lines)
    elif is_part:
        replacing = [edit.new_span for edit in found if edit.deleted]
        skipped = [line for line in loose if not any(a < line[1] and line[0] < b for a, b in replacing)]
    else:
        skipped = _at_ellipses(ours, theirs, loose, ellipses)
    if skipped:
        found = edits(ours, _without(theirs, skipped))
    parts = _parted(quoted, now, found, ellipses, [*context, *skipped])
    return tuple(edit for edit in parts if edit.deleted or not _stood(edit, ours, ellipses, unquoted))


class _Unquoted(NamedTuple):
    """What of the articles then is not quoted: whole lines, and words within others by their place in the quotation."""

    lines: list[str]
    words: dict[int, str]


def _unquoted_then(ours: str, then: str) -> _Unquoted | None:
    """None where nothing of the quotation stands in *then*."""
    loose, kept = _told_apart(then, edits(ours, then))
    if not kept:
        return None
    within = edits(ours, _without(then, loose))
    quoted = substance(ours)
    lines = (substance(then[slice(*line)]) for line in loose)
    return _Unquoted(
        [line for line in lines if line not in quoted],  # one that is, is quoted in another place
        {edit.old_span[0]: substance(edit.inserted) for edit in within if not edit.deleted},
    )


def _told_apart(theirs: str, found: Iterable[Edit]) -> tuple[list[_Span], list[_Span]]:
    """The lines of *theirs* of which more than half was inserted, and the others."""
    new = [edit.new_span for edit in found]
    loose: list[_Span] = []
    kept: list[_Span] = []
    start = 0
    for line in theirs.split("\n"):
        span = (start, start + len(line))
        start = span[1] + 1
        words = len(substance(line))
        inserted = sum(len(substance(theirs[max(left, span[0]) : min(right, span[1])])) for left, right in new)
        if words:
            (loose if 2 * inserted > words else kept).append(span)
    return loose, kept


def _counterparts(text: str, lines: Sequence[_Span], then: Sequence[str]) -> list[_Span]:
    """Those of *lines* of *text* that are one of *then* each, the most alike first."""
    ranked = sorted(
        (-score, place, other)
        for place, line in enumerate(lines)
        for other, words in enumerate(then)
        if (score := fuzz.ratio(substance(text[slice(*line)]), words, score_cutoff=_LIKE))
    )
    ours: set[int] = set()
    theirs: set[int] = set()
    for _, place, other in ranked:
        if place not in ours and other not in theirs:
            ours.add(place)
            theirs.add(other)
    return [line for place, line in enumerate(lines) if place in ours]


def _stood(edit: Edit, ours: str, ellipses: Sequence[_Span], unquoted: _Unquoted | None) -> bool:
    """Whether an insertion is of words that were left out: the law had them then, or …… stands for them."""
    elided = _at_ellipsis(ours, ellipses, edit.old_span[0])
    if unquoted is None:
        return elided
    words, then = substance(edit.inserted), unquoted.words.get(edit.old_span[0], "")
    return words == then or (elided and fuzz.ratio(words, then) >= _LIKE)


def _at_ellipsis(ours: str, ellipses: Iterable[_Span], place: int) -> bool:
    """Whether nothing but blanks stands in *ours*, without its *ellipses*, between *place* and one of these."""
    return any(not ours[min(place, start) : max(place, end)].strip() for start, end in ellipses)


def _at_ellipses(ours: str, theirs: str, lines: Sequence[_Span], ellipses: Sequence[_Span]) -> list[_Span]:
    """Those of *lines* of *theirs*, of which *ours* has nothing, that stand where *ours* has an ellipsis."""
    if not ellipses:
        return []
    reduced = _without(theirs, lines)
    found = edits(ours, reduced)
    return [line for line in lines if _at_ellipsis(ours, ellipses, _answering(ours, reduced, found, line[0]))]


def _answering(ours: str, theirs: str, found: Sequence[Edit], offset: int) -> int:
    """Where in *ours* stands what in *theirs* stands before *offset*: behind its last character."""
    last = next((edit for edit in reversed(found) if edit.new_span[1] <= offset), None)
    place, start = (last.old_span[1], last.new_span[1]) if last else (0, 0)
    left = len(substance(theirs[start:offset]))
    while left and place < len(ours):
        left -= not ours[place].isspace()
        place += 1
    return place


def _without(text: str, spans: Iterable[_Span]) -> str:
    """*text* with blanks in place of *spans*: they are no words, and all other words stay where they are."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _parted(
    quoted: str, now: str, found: Iterable[Edit], ellipses: Sequence[_Span], holes: Sequence[_Span]
) -> Iterator[Edit]:
    """*found* in parts that reach over no ellipsis and no line that is left unmarked."""
    return (part for edit in found for part in _parts(quoted, now, edit, ellipses, holes))


def _parts(quoted: str, now: str, edit: Edit, ellipses: Sequence[_Span], holes: Sequence[_Span]) -> Iterator[Edit]:
    olds, news = _around(quoted, edit.old_span, ellipses), _around(now, edit.new_span, holes)
    before, after = (edit.old_span[0],) * 2, (edit.new_span[0],) * 2
    for old, new in zip_longest(olds, news):
        before, after = old or (before[1],) * 2, new or (after[1],) * 2
        yield Edit(deleted=quoted[slice(*before)], inserted=now[slice(*after)], old_span=before, new_span=after)


def _around(text: str, span: _Span, holes: Iterable[_Span]) -> list[_Span]:
    """The parts of *span* beside *holes*, without the white space at their ends; none where nothing is left."""
    parts: list[_Span] = []
    start = span[0]
    for left, right in [*sorted(hole for hole in holes if span[0] <= hole[0] and hole[1] <= span[1]), (span[1],) * 2]:
        words = text[start:left]
        if words.strip():
            begin = start + len(words) - len(words.lstrip())
            parts.append((begin, begin + len(words.strip())))
        start = right
    return parts
