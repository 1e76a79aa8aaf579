"""法规：无, ／ in a cell: what says that there is no law.

Knows how a cell says so, and that its words are kept though they name nothing. Does not know laws.
"""

from __future__ import annotations

from typing import Final

from pipeline.basis.nouns import LawLine
from pipeline.readers import content
from pipeline.words import fields as words

_SHORT: Final = 16
"""Characters of a cell that says nothing but 1.暂无法律依据。"""


def read_nothing(text: str, left: int, cell: tuple[int, int]) -> LawLine | None:
    """What stands at *left* of a *cell* and names no law: a line without a name; None where something is named."""
    start, end = content(text, *cell)
    if left == start and end - start <= _SHORT and words.NOTHING_AT_ALL.fullmatch(text, start, end):
        return _line(text, (start, end))
    match = words.NOTHING.match(text, left, end)
    return _line(text, content(text, *match.span())) if match else None


def _line(text: str, span: tuple[int, int]) -> LawLine:
    return LawLine("", text[slice(*span)], None, None, None, None, span)
