"""The sub-items of an item, each with the basis printed beside it.

Knows the numbers sub-items are printed with and which provisions stand in whose row. Does not know how rows are found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from pipeline.assembly.provisions import Fields
from pipeline.layout import Row
from pipeline.numerals import parse_numeral
from pipeline.readers import WHITE, SubRow, content
from pipeline.words import tables as words

Bounds = tuple[int, int]


class _Piece(NamedTuple):
    """One sub-item: its number as printed, what that says, where its words and all of it stand."""

    label: str
    label_span: Bounds
    number: int | None
    words: Bounds
    span: Bounds


def sub_items(text: str, row: Row, basis: Sequence[Fields]) -> list[Fields]:
    """The fields of the sub-items of *row*, whose laws are *basis*: one per row of its own or number in a cell; or the
    titles under its number, where it has no sub-items and several of these."""
    cell = row.fields.get("sub_item", (0, 0))
    titles = cell[0] == cell[1]
    rows = row.sub_rows or (() if titles else (SubRow(cell),))
    # Rows of flattened text are told apart only here; of a native file the reader has seen what they share.
    own = not row.further or len({span for each in rows for span in each.basis}) > 1
    return [
        {
            "label": piece.label,
            "number": piece.number,
            "text": "".join(line.strip(WHITE) for line in text[slice(*piece.words)].split("\n")),
            "span": piece.span,
            "spans": {"text": piece.words} | ({"label": piece.label_span} if piece.label else {}),
            "basis": _beside(each.basis, basis) if own and each.basis else None,
        }
        for each in rows
        for piece in _pieces(text, content(text, *each.span), whole=titles)
    ]


def _beside(cells: Sequence[Bounds], basis: Sequence[Fields]) -> list[Fields]:
    """What of *basis* stands in *cells*: the laws, and of each the provisions."""
    result: list[Fields] = []
    for law in basis:
        ordinals = [p["ordinal"] for p in law["provisions"] if _in(p["span"], cells)]
        if ordinals or _in(law["span"], cells):
            result.append({"law": law["law"], "ordinals": ordinals})
    return result


def _in(span: Bounds, cells: Sequence[Bounds]) -> bool:
    return any(start <= span[0] < end for start, end in cells)


def _pieces(text: str, cell: Bounds, *, whole: bool) -> Iterator[_Piece]:
    """*cell* cut at its numbers, if it is not one *whole*: at the first in it, if it begins with one, and at those that
    count on from there."""
    start, end = cell
    if start == end or words.NO_SUB_ITEM.fullmatch(text, start, end):
        return
    labels = [] if whole else list(_labels(text, cell))
    if not labels:
        yield _Piece("", cell, None, cell, cell)
    for index, (label, number) in enumerate(labels):
        after = labels[index + 1][0].start() if index + 1 < len(labels) else end
        span = content(text, label.start(), after)
        yield _Piece(label.group(), label.span(), number, content(text, label.end(), span[1]), span)


def _labels(text: str, cell: Bounds) -> Iterator[tuple[regex.Match[str], int]]:
    kind, expected = "", 0
    for match in words.SUB_ITEM_LABEL.finditer(text, *cell):
        name = match.lastgroup or ""
        number = _number(match[name])
        if not kind:
            if match.start() != cell[0] or number is None:
                return
            kind, expected = name, number
        if name == kind and number == expected:
            yield match, number
            expected += 1


def _number(printed: str) -> int | None:
    return parse_numeral(printed) if printed < "①" or printed > "⑳" else ord(printed) - ord("①") + 1


__all__ = ["sub_items"]
