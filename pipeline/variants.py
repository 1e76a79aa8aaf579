"""Quotations of one address → those that say something different.

Knows that a quotation may leave things out: paragraphs, items, what an ellipsis stands for. Does not know addresses,
nor which wording is right.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_regex
from pipeline.words.labels import TOLD
from pipeline.words.tables import INVISIBLE, NUM

COMPARED: Final = 100
"""Texts of one address compared with each other; no real list has so many, and the cost is the square of it."""

_ITEM: Final = lazy_regex(rf"(?=[（(]{NUM}{{1,5}}[）)])")
_MARKER: Final = lazy_regex(rf"[（(]({NUM}{{1,5}})[）)]")
_ELLIPSIS: Final = lazy_regex(r"…+|\.{3,}")
_ENDS: Final = "；;。.，,"


def bare(text: str) -> str:
    """*text* as it is compared: without white space and without characters nobody sees."""
    joined = "".join(text.split())
    return joined if joined.isprintable() else INVISIBLE.sub("", joined)


def different_wordings(texts: list[str]) -> list[str]:
    """Those of *texts* (distinct, without white space) that say something different, in their order.

    A text that only leaves out paragraphs, items or what its ellipsis stands for is no other wording, nor is one that
    tells what the law says (规定，…) beside others that quote it. Past ``COMPARED`` texts only equality counts.
    """
    texts = [text for text in texts if not text.startswith(TOLD)] or texts[:1]
    if len(texts) < 2 or len(texts) > COMPARED:
        return texts
    kept: list[str] = []
    for text in sorted(texts, key=len, reverse=True):
        if not any(_agree(text, fuller) for fuller in kept):
            kept.append(text)
    return [text for text in texts if text in kept]


def _agree(text: str, fuller: str) -> bool:
    """Whether *text* says nothing that *fuller* does not say, or leaves open."""
    if text in fuller:
        return True
    lead, *items = _ITEM.split(text)
    other_lead, *other_items = _ITEM.split(fuller)
    if not (lead in other_lead or other_lead in lead or _elided(lead, other_lead) or _elided(other_lead, lead)):
        return False
    others = {_MARKER.match(item)[1]: item for item in other_items}  # type: ignore[index]  # _ITEM split there
    for item in items:
        marker = _MARKER.match(item)
        other = others.get(marker[1]) if marker else None
        if other is not None and item.rstrip(_ENDS) != other.rstrip(_ENDS) and not _elided(item, other):
            return False
    return True


def _elided(short: str, full: str) -> bool:
    """“养护人应当……记录裂缝。” leaves out a part of *full*: its pieces stand there in order, the ends at the ends."""
    pieces = _ELLIPSIS.split(short)
    if len(pieces) < 2 or not full.startswith(pieces[0]) or not full.endswith(pieces[-1]):
        return False
    position = 0
    for piece in pieces:
        position = full.find(piece, position)
        if position < 0:
            return False
        position += len(piece)
    return True
