"""设定依据 cell → laws, provisions, paragraphs, subparagraphs.

Knows in which order the lines of a cell are asked what they are. Does not know how a law line or a label looks, nor
what a provision means or points at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pipeline.basis.labels import labelled
from pipeline.basis.laws import law_line
from pipeline.basis.nouns import BasisText, Bounds, Draft, Item, LawLine, ParagraphText, ProvisionText
from pipeline.basis.paragraphs import paragraphs
from pipeline.readers import WHITE, content

__all__ = ["BasisText", "Item", "LawLine", "ParagraphText", "ProvisionText", "read_basis"]

_LAW_START: Final = frozenset("《【[（(0123456789一二三四五六七八九十")


def read_basis(text: str, start: int, end: int) -> list[BasisText]:
    """Take ``text[start:end]``, one 设定依据 cell, apart. Total: what fits nothing becomes unlabelled text.

    An empty cell gives no basis. Every word of the cell lies in a law line, a label or a line of a provision.
    """
    result: list[BasisText] = []
    law: LawLine | None = None
    drafts: list[Draft] = []
    opened = False

    def close() -> None:
        if opened:
            result.append(_finish(text, law, drafts))

    for left, right in _lines(text, start, end):
        found = law_line(text, left, right) if text[left] in _LAW_START else None
        if found is not None:
            close()
            law, drafts, opened = found, [], True
            start = _skip_separator(text, content(text, found.span[1], right)[0], right)
            if start < right:
                _read_line(text, start, right, drafts)
        else:
            opened = True
            _read_line(text, left, right, drafts)
    close()
    return result


def _lines(text: str, start: int, end: int) -> Iterator[Bounds]:
    """The lines of ``text[start:end]`` that are not blank, without white space around them."""
    for line in text[start:end].split("\n"):
        left, right = start, start + len(line)
        start = right + 1
        if line and (line[0] in WHITE or line[-1] in WHITE):
            left, right = content(text, left, right)
        if left < right:
            yield left, right


def _read_line(text: str, left: int, right: int, drafts: list[Draft]) -> None:
    """A labelled line opens a provision, any other continues the one before."""
    draft, rest = labelled(text, left, right, drafts)
    if draft is not None:
        drafts.append(draft)
    elif not drafts:
        drafts.append(Draft(None, ()))
    if rest < right:
        drafts[-1].lines.append((rest, right))


def _skip_separator(text: str, left: int, right: int) -> int:
    while left < right and text[left] in "：:，,。；; \u3000\u00a0":
        left += 1
    return left


def _finish(text: str, law: LawLine | None, drafts: list[Draft]) -> BasisText:
    provisions = [
        ProvisionText(
            draft.label, draft.addresses, draft.lines, paragraphs(text, draft.lines, draft.addresses), draft.malformed
        )
        for draft in drafts
    ]
    spans = [] if law is None else [law.span]
    for draft in drafts:
        spans += [draft.label, *draft.lines] if draft.label else draft.lines
    return BasisText(law, provisions, (spans[0][0], spans[-1][1]))
