"""Rows of a table that are no items: totals, signatures, notes, samples.

Knows how such a row begins. Does not know columns, nor any file format.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.readers.grid import WHITE
from pipeline.words import tables as words


def closes(cells: Sequence[str]) -> bool:
    """Whether a row without a number is below the items; *cells* are those of its cells that have words."""
    first, *others = (cell.strip(WHITE) for cell in cells)
    if counts(cells):
        return True
    signed = any(words.OUTSIDE_LINES[kind].fullmatch(first) for kind in words.CLOSING_KINDS)
    return signed or (bool(others) and words.CLOSING_LABEL.fullmatch(first) is not None)


def counts(cells: Sequence[str]) -> bool:
    """Whether a row counts the items above it: 合计 | 2项, or 其中：行政处罚 | 2 with nothing but counts behind."""
    first, *others = (cell.strip(WHITE) for cell in cells)
    if words.TOTAL.fullmatch(first):
        return True
    counted = bool(others) and all(words.COUNT.fullmatch(other) for other in others)
    return counted and words.TOTAL_OF.fullmatch(first) is not None


def is_note(cell: str) -> bool:
    """Whether the first words of a row are a note: 注：第2项试行一年。"""
    return words.NOTE.fullmatch(cell.strip(WHITE)) is not None


def goes_on_note(cells: Sequence[str]) -> bool:
    """Whether a row right below a note is a further point of it: 2.自公布之日起施行。 or 2 | 自公布之日起施行。

    A title does not end like a sentence.
    """
    first, *others = (cell.strip(WHITE) for cell in cells)
    if others:
        return len(others) == 1 and words.SERIAL.fullmatch(first) is not None and others[0].endswith("。")
    return words.NOTE_GOES_ON.fullmatch(first) is not None


def is_sample(serial: str) -> bool:
    """Whether what stands in place of a number says that the row only shows how to fill in the others: 示例."""
    return words.SAMPLE.fullmatch("".join(serial.split())) is not None
