"""From penalty to duty: what a penalty provision punishes, and which of its sanctions it provides for that.

Knows how references govern the sanctions that follow them: by part of a sentence, by item, by paragraph. Does not know
whether a target exists (resolve.py), nor how references and sanctions are found.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from pipeline.address import Address, overlaps
from pipeline.numerals import parse_numeral
from pipeline.patterns import lazy_regex
from pipeline.words.references import ITEM_LINE

Span: TypeAlias = tuple[int, int]

_PART: Final = lazy_regex(r"[^；。]+")
_LAST_PARAGRAPH: Final = ("前款", "上款", "本条前款", "本条上款")
# 依照(前款)规定处罚
_BY: Final = ("依照", "按照", "依据", "根据", "比照", "适用")
_NOT_BY: Final = tuple(f"{no}{by}" for no in "未不" for by in _BY)
_POINTER: Final = lazy_regex(r"(?:的|所)?(?:规定)?[^，。；：\n]{0,8}?(?:处罚|处理)")
# 前两款 · 本条第一款: paragraphs of the provision itself
_OWN_PARAGRAPHS: Final = lazy_regex("前.{1,2}款|本条")


class Cited(NamedTuple):
    """A reference of a penalty provision: its place in the provision's text, its law, its target."""

    span: Span
    law: str | None
    target: Address | None


class Duty(NamedTuple):
    """A duty that the item quotes: its ordinal, its law, what its label names."""

    ordinal: int
    law: str | None
    addresses: tuple[Address, ...]


class _Part(NamedTuple):
    """A part of a line, up to ； or 。: the references and sanctions in it by their positions, and which of the
    references only point at a sanction.
    """

    references: range
    pointers: frozenset[int]
    sanctions: range


class _Line(NamedTuple):
    """A line of a paragraph: the number of the item that it is, and its parts that have a reference or a sanction."""

    number: int | None
    parts: tuple[_Part, ...]


class _Paragraph(NamedTuple):
    """A lead-in and its items; its first sanction is that at position ``first``."""

    first: int
    lines: tuple[_Line, ...]


class _Past(NamedTuple):
    """A paragraph that has been read: its first sanction, whether it or one before reaches a duty, and its items."""

    first: int
    whole: bool
    ever: bool
    items: dict[int | None, bool]


class Reached(NamedTuple):
    """What one penalty provision reaches: ordinals of duties, and positions in the provision's list of sanctions."""

    duties: tuple[int, ...]
    sanctions: tuple[int, ...]


def reach(text: str, references: Sequence[Cited], sanctions: Sequence[Span], duties: Sequence[Duty]) -> Reached:
    """Meet the *references* of one penalty provision with the *duties* that its item quotes (design §4: *reaches*).

    *text* is the provision's; *references* and *sanctions* have their spans in it, in text order. The sanctions are
    those that a reaching reference governs; all of them where nothing is reached, because nothing tells them apart.
    """
    by_article: dict[tuple[str | None, int], list[tuple[int, Address]]] = {}
    for duty in duties:
        for address in duty.addresses:
            by_article.setdefault((duty.law, address.article), []).append((duty.ordinal, address))
    met = [_met(reference, by_article) for reference in references]
    ordinals = sorted({ordinal for each in met for ordinal in each})
    if not ordinals:
        return Reached((), tuple(range(len(sanctions))))
    provided = _provided(text, references, [bool(each) for each in met], sanctions)
    return Reached(tuple(ordinals), tuple(index for index, holds in enumerate(provided) if holds))


def _met(reference: Cited, by_article: Mapping[tuple[str | None, int], Sequence[tuple[int, Address]]]) -> set[int]:
    """The ordinals of the duties that *reference* contains or is contained in."""
    target = reference.target
    if target is None:
        return set()
    near = by_article.get((reference.law, target.article), ())
    return {ordinal for ordinal, address in near if overlaps(address, target)}


def _provided(
    text: str, references: Sequence[Cited], reaching: Sequence[bool], sanctions: Sequence[Span]
) -> list[bool]:
    """For each of *sanctions*, whether a reference that reaches a duty governs it.

    A reference governs what follows it in its paragraph, up to the ； or 。 after which the next reference stands:
    “违反第九条的，警告；情节严重的，罚款；违反第十条的，罚款”. An item without a reference of its own is governed as
    the end of its lead-in is, and a lead-in without one by all references of its items. 有前款行为的 carries on what
    governs the paragraph before it; 依照前款规定处罚 provides what that paragraph does.
    """
    provided = [False] * len(sanctions)
    past: list[_Past] = []
    everything = 0
    for first, lines in _paragraphs(text, tuple([each.span for each in references]), tuple(sanctions)):
        lead: bool | None = None
        ungoverned: list[int] = []
        whole = False
        items: dict[int | None, bool] = {}
        pointed_at: set[int] = set()
        for line in lines:
            governed = lead
            for within, pointers, imposed in line.parts:
                if len(pointers) < len(within):
                    governed = any(
                        reaching[index] or _carries(text, references[index], past)
                        for index in within
                        if index not in pointers
                    )
                if governed:
                    pointed_at.update(_pointed_at(text, references[index].span[0], past) for index in pointers)
                for index in imposed:
                    if governed is None:
                        ungoverned.append(index)
                    provided[index] = bool(governed)
            if line is lines[0]:
                lead = governed
            else:
                items[line.number] = bool(governed)
            whole = whole or bool(governed)
        for index in ungoverned:
            provided[index] = whole
        for begin in pointed_at:
            # What all paragraphs before provide is marked once, however many point there.
            start = everything if begin == 0 else begin
            provided[start:first] = [True] * (first - start)
            everything = first if begin == 0 else everything
        past.append(_Past(first, whole, whole or (bool(past) and past[-1].ever), items))
    return provided


def _points(text: str, span: Span) -> bool:
    """依照前款规定处罚: the reference says where the sanction stands, not what is breached."""
    start, end = span
    by = text.endswith(_BY, 0, start) and not text.endswith(_NOT_BY, 0, start)
    return by and _POINTER.match(text, end) is not None


def _carries(text: str, reference: Cited, past: Sequence[_Past]) -> bool:
    """Whether the words of *reference* point back to a paragraph, or an item of one, that reaches a duty."""
    start, target = reference.span[0], reference.target
    if past and text.startswith(_LAST_PARAGRAPH, start):
        item = target.subparagraph if target else None
        return past[-1].items.get(item, past[-1].whole)
    return bool(past) and past[-1].ever and _OWN_PARAGRAPHS.match(text, start) is not None


def _pointed_at(text: str, start: int, past: Sequence[_Past]) -> int:
    """The first sanction of the paragraphs that the words at *start* point back to; all before here, from it on."""
    if past and text.startswith(_LAST_PARAGRAPH, start):
        return past[-1].first
    return 0 if _OWN_PARAGRAPHS.match(text, start) else sys.maxsize


@lru_cache(maxsize=4096)
def _paragraphs(text: str, references: tuple[Span, ...], sanctions: tuple[Span, ...]) -> tuple[_Paragraph, ...]:
    """*text* taken apart; where its references and sanctions stand is the same in every item that quotes it."""
    cited_at = [span[0] for span in references]
    starts = [span[0] for span in sanctions]

    def part(start: int, end: int) -> _Part:
        within = range(bisect_left(cited_at, start), bisect_left(cited_at, end))
        pointers = frozenset(index for index in within if _points(text, references[index]))
        return _Part(within, pointers, range(bisect_left(starts, start), bisect_left(starts, end)))

    def line(span: Span) -> _Line:
        item = ITEM_LINE.match(text, span[0])
        parts = [part(*match.span()) for match in _PART.finditer(text, *span)]
        return _Line(
            parse_numeral(item["number"]) if item else None,
            tuple([each for each in parts if each.references or each.sanctions]),
        )

    return tuple([_Paragraph(bisect_left(starts, lines[0][0]), tuple(map(line, lines))) for lines in _lines(text)])


def _lines(text: str) -> Iterator[list[Span]]:
    """The spans of the lines of *text*, paragraph by paragraph: a lead-in and the items （一）… after it."""
    lines: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if lines and not ITEM_LINE.match(line):
            yield lines
            lines = []
        lines.append((start, start + len(line)))
        start += len(line) + 1
    yield lines
