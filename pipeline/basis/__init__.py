"""设定依据 cell → laws, provisions, paragraphs, subparagraphs.

Knows that a cell is read line by line. Does not know what a line holds (lines.py), nor what a provision means or
points at.
"""

from __future__ import annotations

from pipeline.basis.laws import printed_law
from pipeline.basis.lines import Cell
from pipeline.basis.nouns import BasisText, Item, LawLine, ParagraphText, ProvisionText
from pipeline.readers import WHITE, content
from pipeline.traditional import simplified

__all__ = ["BasisText", "Item", "LawLine", "ParagraphText", "ProvisionText", "read_basis"]


def read_basis(text: str, start: int, end: int) -> list[BasisText]:
    """Take ``text[start:end]``, one 设定依据 cell, apart. Total: what fits nothing becomes unlabelled text.

    An empty cell gives no basis. Every word of the cell lies in a law line, a label, a line of a provision, or what a
    list prints before a label; a separator may lie in none. The cost is linear in the length of the cell.
    """
    read = simplified(text, start, end)
    cell = Cell(read, start, end)
    position = start
    while position < end:
        right = text.find("\n", position, end)
        left, right = position, end if right < 0 else right
        if left == right:
            position = right + 1
            continue
        position = right + 1
        if text[left] in WHITE or text[right - 1] in WHITE:
            left, right = content(text, left, right)
        if left < right:
            position = max(position, cell.read_line(left, right))
    found = cell.finished()
    return found if read is text else [basis._replace(law=printed_law(text, basis.law)) for basis in found]
