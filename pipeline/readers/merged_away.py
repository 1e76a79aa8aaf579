"""A row with too few cells → how many of them a merged cell above took from its beginning.

Knows that a page copied as text prints a cell that reaches over several rows once, in the first of them, and leaves no
mark in the others; and that a law stands in the law's column. Does not know how rows are cut.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from pipeline.readers.long_cells import begins_basis
from pipeline.readers.pieces import serial_number


def merged_away(cells: Sequence[str], width: int, bases: Container[int]) -> int:
    """How many cells are missing before the first of *cells*, in a table *width* columns wide with laws in *bases*.

    None, 0, where a number begins the row, and where its law does not stand in a column of laws if the row is put to
    the right, or stands in one as it is: then it is the end that is missing.
    """
    gap = width - len(cells)
    if gap <= 0 or not cells or serial_number(cells[0]) is not None:
        return 0
    laws = [index for index, cell in enumerate(cells) if begins_basis(cell)]
    if not laws or any(index in bases for index in laws):
        return 0
    return gap if all(index + gap in bases for index in laws) else 0
