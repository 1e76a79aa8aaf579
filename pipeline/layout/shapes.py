"""What a cell of a flattened row can only be by its looks, and how well a row's cells go with columns.

Knows the looks of a number, a law, a level, a type, an organ, a title. Does not know how rows are cut, nor what is
said of a header.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.layout.nouns import Bounds, Heading
from pipeline.words import cells as shapes
from pipeline.words import tables as words
from pipeline.words.titles import TAIL

_LONGEST: Final = 60
"""A cell that has more words is no level, type, organ or code."""


def best_fit(
    text: str, spans: Sequence[Bounds], usual: tuple[Heading, ...], others: Iterable[tuple[Heading, ...]]
) -> tuple[Heading, ...]:
    """The columns that a row cut off stands under: *usual*, unless its cells look more like those of *others*."""
    kinds = [look_of(text[slice(*span)]) for span in spans]

    def fit(columns: tuple[Heading, ...]) -> int:
        return sum(fits(kind, column) for kind, column in zip(kinds, columns, strict=False))

    return max((usual, *others), key=fit)


def fits(kind: str, column: Heading) -> int:
    """How much a cell that looks like *kind* speaks for being in *column*."""
    if column.field == "title":
        return {"titled": 2, "words": 1, "organ": 1}.get(kind, 0)
    if column.field in {"department", "handling_unit"}:
        return int(kind == "organ")
    return int(kind == column.field)


def look_of(cell: str) -> str:
    """What *cell* looks like: a field's name where it can only be of that one, else organ, code, titled, words."""
    bare = "".join(cell.split())
    if not bare:
        return "empty"
    law = shapes.LAW_START.match(cell) or shapes.BARE_LAW.match(cell)
    if law or (len(bare) > _LONGEST and shapes.GOES_ON.match(cell)):
        return "basis"
    if len(bare) <= _LONGEST:
        for kind, pattern in (
            ("serial", words.SERIAL),
            ("level", shapes.LEVEL),
            ("power_type", words.POWER_TYPE),
            ("code", shapes.CODE),
            ("organ", shapes.ORGAN),
        ):
            if pattern.fullmatch(bare):
                return kind
    return "titled" if TAIL.search(bare) else "words"
