"""WordprocessingML by hand: paragraphs, links, cells, rows, the head of a table.

Knows the elements of ECMA-376 Part 1 §17 that a document with many rows is made of, and their order.
Does not know what stands in them, nor how a style looks (word_parts.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final, NamedTuple

from pipeline.patterns import lazy_re
from pipeline.writers.ooxml import clean_text
from pipeline.writers.word_parts import TEXT_WIDTH, twips


class Link(NamedTuple):
    """Words of a line, from ``start`` to ``end``, that lead to item number ``item``."""

    start: int
    end: int
    item: int


class Marked(NamedTuple):
    """Words of a line, from ``start`` to ``end``, in the character style ``style``."""

    start: int
    end: int
    style: str


class Line(NamedTuple):
    """One paragraph: its style, its text (of a title with line feeds, else without), the 第X条 printed before it, the
    links in its text.

    Links stand in their order and do not overlap; so do marks, which a line has in place of label and links.
    """

    style: str
    text: str
    label: str = ""
    links: Sequence[Link] = ()
    marks: Sequence[Marked] = ()
    gap: str = "\u3000"
    """What parts the label from the text."""


EMPTY: Final = (Line("Cell", ""),)
MISSING: Final = (Line("Missing", ""),)
"""A cell without words still has a paragraph; one that the source does not have is told by its style."""
TOP: Final = '<w:vAlign w:val="top"/>'
MERGE: Final = {True: '<w:vMerge w:val="restart"/>', False: "<w:vMerge/>"}
"""A cell over several rows, by whether it is in the first of them."""


# What cannot be written as it is: markup, what is an element, and what XML cannot hold. Most texts have none of it.
_SPECIAL: Final = lazy_re("[\x00-\x1f&<>\x7f\ud800-\udfff\ufffe\uffff]")


def lines(style: str, text: str) -> list[Line]:
    """*text* as paragraphs, one for each of its lines."""
    return [Line(style, line) for line in text.split("\n")]


def paragraph(line: Line) -> str:
    """*line* as w:p. Any text goes in; what XML cannot hold shows as U+FFFD."""
    runs, text = "", line.text
    if line.label:
        runs = f'<w:r><w:rPr><w:rStyle w:val="Article"/></w:rPr>{_characters(line.label)}</w:r>'
        if text and line.links:
            runs += _run(line.gap) if line.gap else ""
        elif text:
            text = line.gap + text
    if line.marks:
        runs += _with_marks(text, line.marks)
    elif line.links:
        runs += _linked(text, line.links)
    elif text:
        runs += _run(text)
    return f'<w:p><w:pPr><w:pStyle w:val="{line.style}"/></w:pPr>{runs}</w:p>'


def _linked(text: str, links: Sequence[Link]) -> str:
    """The runs of *text*, the words of each link inside a w:hyperlink to the bookmark of its item."""
    runs, done = "", 0
    for start, end, item in links:
        if done < start:
            runs += _run(text[done:start])
        runs += (
            f'<w:hyperlink w:anchor="{bookmark(item)}" w:history="1"><w:r><w:rPr><w:rStyle w:val="Reference"/></w:rPr>'
            f"{_characters(text[start:end])}</w:r></w:hyperlink>"
        )
        done = end
    return runs + (_run(text[done:]) if done < len(text) else "")


def _with_marks(text: str, marks: Sequence[Marked]) -> str:
    runs, done = "", 0
    for start, end, style in marks:
        if done < start:
            runs += _run(text[done:start])
        runs += f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{_characters(text[start:end])}</w:r>'
        done = end
    return runs + (_run(text[done:]) if done < len(text) else "")


def _run(text: str) -> str:
    return f"<w:r>{_characters(text)}</w:r>"


def _characters(text: str) -> str:
    """w:t; tabs and ends of lines are elements of their own (ECMA-376 Part 1 §17.3.3)."""
    if not _SPECIAL.search(text):
        return f'<w:t xml:space="preserve">{text}</w:t>'
    escaped = escape(clean_text(text), quote=False)
    for character, element in (("\t", "<w:tab/>"), ("\r", "<w:cr/>"), ("\n", "<w:br/>")):
        if character in escaped:
            escaped = escaped.replace(character, f'</w:t>{element}<w:t xml:space="preserve">')
    return f'<w:t xml:space="preserve">{escaped}</w:t>'


# --- bookmarks ---


def bookmark(item: int) -> str:
    """The name of an item's bookmark: a letter first, no more than 40 characters, or Word does not take it."""
    return f"item_{item}"


def marked(row: list[str], item: int) -> list[str]:
    """*row*, cell by cell, with the bookmark of *item* in the first paragraph of its first cell."""
    mark = f'<w:bookmarkStart w:id="{item}" w:name="{bookmark(item)}"/><w:bookmarkEnd w:id="{item}"/>'
    return [row[0].replace("</w:pPr>", "</w:pPr>" + mark, 1), *row[1:]]


# --- tables ---


def table_start(headings: Sequence[tuple[int, Sequence[Line]]]) -> str:
    """w:tbl up to its first row of content: the look, the grid, and *headings* (width in twips, words) on every page.

    The heading before reaches over one that has no words at all. The rows follow, and TABLE_END.
    """
    over: list[tuple[int, int, Sequence[Line]]] = []
    for width, heading in headings:
        if heading or not over:
            over.append((width, 1, heading))
        else:
            over[-1] = (over[-1][0] + width, over[-1][1] + 1, over[-1][2])
    cells = "".join(
        tc(width, f'<w:gridSpan w:val="{count}"/>' if count > 1 else "", heading) for width, count, heading in over
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PowerTable"/><w:tblW w:w="{twips(TEXT_WIDTH)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{width}"/>' for width, _ in headings)
        + f"</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
    )


TABLE_END: Final = "</w:tbl>"


def tc(width: int, properties: str, content: Sequence[Line]) -> str:
    """w:tc; *properties* are what follows w:tcW, in the order of ECMA-376 Part 1 §17.4.69."""
    words = "".join(map(paragraph, content))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{words}</w:tc>'


def tr(row: Sequence[str], *, whole: bool, height: float = 0) -> str:
    """w:tr; a *whole* one moves to the next page rather than break. It is at least *height* points high."""
    properties = "<w:cantSplit/>" if whole else ""
    if height:
        properties += f'<w:trHeight w:val="{round(height * 20)}" w:hRule="atLeast"/>'
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(row)}</w:tr>"


def begins_page(row: list[str]) -> list[str]:
    """*row*, cell by cell, with which Word begins a page; LibreOffice does not heed it within a table."""
    return [row[0].replace("</w:pPr>", "<w:pageBreakBefore/></w:pPr>", 1), *row[1:]]
