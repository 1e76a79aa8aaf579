"""PowerList → DOCX: the list as the clean official annex.

Knows the order of the document: what stands before, between and in the tables, as in the source.
Does not know rows and cells (word_table.py, word_cells.py), findings (word_findings.py), how a page looks
(word_parts.py), nor what a package is (word_frame.py, ooxml.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain, pairwise
from typing import Final, NamedTuple

from pipeline.model import Block, Item, PowerList, Table
from pipeline.writers.annex_content import in_print_order, one_break
from pipeline.writers.ooxml import CONTENT_TYPES, OFFICIAL, Fonts, property_parts, write_package
from pipeline.writers.word_cells import amounts_of, columns_of, serial_width
from pipeline.writers.word_findings import findings_table
from pipeline.writers.word_frame import DOCUMENT, filled, frame
from pipeline.writers.word_markup import Line, lines, paragraph
from pipeline.writers.word_parts import HEIGHTS, SPACES, STYLES
from pipeline.writers.word_table import Opening, Page, word_table

_TITLE_LINE: Final = next(style.line for style in STYLES if style.id == "Title")
_STYLES: Final = {"label": "Label", "title": "Title", "caption": "Heading1", "group": "Note", "note": "Note"}


class Section(NamedTuple):
    """One table and what belongs to it: blocks between caption and header, rows, blocks after the last row."""

    table: Table
    before: list[Block]
    rows: list[Item | Block]
    after: list[Block]


def to_docx(power_list: PowerList, fonts: Fonts = OFFICIAL, *, with_findings: bool = False) -> bytes:
    """The bytes of a .docx: GB/T 9704-2012's page turned to landscape, one Word table for each table.

    Every printed value stands in it once, as printed; a cell the source does not have is empty. The words of a
    reference lead to the item where its target is quoted, where that is another one. The findings are not of the list:
    only *with_findings* they follow on a page of their own, and cells the source does not have are light red. The same
    list gives the same bytes.
    """
    properties = property_parts(title=power_list.title, subject=power_list.authority or "")
    body = _body(power_list, show_missing=with_findings)
    if with_findings:
        body = chain(body, findings_table(power_list.findings))
    return write_package(package_parts({**frame(fonts), **properties}, body))


def package_parts(frame: Mapping[str, bytes], body: Iterable[str]) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The parts of *frame* in a fixed order, its document filled with *body*."""
    for name in sorted(frame, key=lambda name: (name != CONTENT_TYPES, name)):
        yield name, filled(frame[name], body) if name == DOCUMENT else [frame[name]]


def _body(power_list: PowerList, *, show_missing: bool) -> Iterator[str]:
    front, sections = arrange(power_list)
    serial, amounts = serial_width(power_list.items), cache(partial(amounts_of, power_list.items))
    page = Page()
    opening = _lines_of(front)
    for section in sections:
        opening += lines("Heading1", section.table.caption) if section.table.caption else []
        opening += _lines_of(section.before)
        yield _paragraphs(opening)
        columns = columns_of(section.table, serial, amounts)
        lead = SPACES[opening[0].style][0] if opening else 0
        yield from word_table(columns, section.rows, Opening(_height(opening), lead), page, show_missing=show_missing)
        closing = [Line("TableEnd", ""), *_lines_of(section.after)]
        page.place(_height(closing))
        yield _paragraphs(closing)
        opening = []
    yield _paragraphs(opening)


def _lines_of(blocks: Sequence[Block]) -> list[Line]:
    """The paragraphs of *blocks*; a title is one, though it has several lines, or they would read as two."""
    return [
        line
        for block in blocks
        for line in (
            [Line("Title", one_break(block.text))] if block.kind == "title" else lines(_STYLES[block.kind], block.text)
        )
    ]


def _paragraphs(content: Sequence[Line]) -> str:
    return "".join(map(paragraph, content))


def _height(content: Sequence[Line]) -> float:
    """About how many points *content* takes, each paragraph on one line but for those with line feeds."""
    total = sum(HEIGHTS[line.style] + line.text.count("\n") * _TITLE_LINE for line in content)
    return total - sum(min(SPACES[upper.style][1], SPACES[lower.style][0]) for upper, lower in pairwise(content))


def arrange(power_list: PowerList) -> tuple[list[Block], list[Section]]:
    """What stands before the first table, and a section for each table: every block and item once, in source order.

    Left out are the header blocks (each table says its columns, on every page) and each table's own caption. A note
    between two rows stays between them.
    """
    front: list[Block] = []
    sections: list[Section] = []
    tables = power_list.tables
    home = {item.number: index for index, table in enumerate(tables) for item in table.items}
    headed = False  # whether the current table's header has been passed
    for entry in in_print_order(power_list):
        if isinstance(entry, Item):
            index = home[entry.number]
            sections.extend(Section(table, [], [], []) for table in tables[len(sections) : index + 1])
            sections[index].rows.append(entry)
            headed = True
            continue
        begins = len(sections) < len(tables) and _begins(tables[len(sections)], entry, sections, headed=headed)
        if begins:
            sections.append(Section(tables[len(sections)], [], [], []))
            headed = False
        if entry.kind == "header":
            headed = True
        elif not sections:
            front.append(entry)
        elif not begins:
            (sections[-1].rows if headed else sections[-1].before).append(entry)
    sections.extend(Section(table, [], [], []) for table in tables[len(sections) :])
    for section in sections:
        _move_tail(section)
    return front, sections


def _begins(table: Table, block: Block, sections: Sequence[Section], *, headed: bool) -> bool:
    """Whether *table*, the next one, begins with *block*: with its caption, or where it has none, with its header."""
    if table.span is not None:
        return block.kind == "caption" and block.span == table.span
    if block.kind != "header" or (sections and not headed):
        return False
    # Else it is the header of the table before, repeated.
    return not sections or len(sections[-1].rows) >= len(sections[-1].table.items)


def _move_tail(section: Section) -> None:
    """What follows the last row, but for a group's name, stands below the table."""
    count = len(section.rows)
    while count and isinstance(row := section.rows[count - 1], Block) and row.kind != "group":
        count -= 1
    section.after.extend(row for row in section.rows[count:] if isinstance(row, Block))
    del section.rows[count:]
