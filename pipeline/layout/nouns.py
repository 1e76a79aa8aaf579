"""What layout finds: tables, rows, headings, captions, blocks, defects.

Knows their fields. Does not know how any of them is found.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from pipeline.model import BlockKind
from pipeline.readers import Heading, RemarkKind, SubRow

__all__ = [
    "Bounds", "Caption", "Defect", "DefectKind", "Header", "Heading", "Layout", "Row", "TableRows", "Text", "Unnamed",
]  # fmt: skip

Bounds = tuple[int, int]
DefectKind = (
    Literal[
        "row-incomplete", "row-overfull", "header-column-missing", "header-column-doubled", "header-column-unknown",
        "header-differs", "header-column-unnamed", "text-outside-table", "personal-columns",
    ]
    | RemarkKind
)  # fmt: skip


class Defect(NamedTuple):
    """Something the table shows that a table should not: checks.py words it. ``row`` counts rows of the list from 1."""

    kind: DefectKind
    span: Bounds
    row: int | None
    words: tuple[str, ...]


class Text(NamedTuple):
    """A block of text that is no row."""

    kind: BlockKind
    span: Bounds


class Row(NamedTuple):
    """One row: its cells' content spans under the headings they stand below.

    ``fields`` has the known columns, ``extra`` the others under their printed name; ``span`` reaches from the first
    cell to the last. ``bases`` are the cells of 设定依据, one for each column of it; ``sub_rows`` the sub-items of an
    item over several rows, and ``further`` those of these rows that stand below the first in flattened text.
    """

    fields: dict[str, Bounds]
    extra: dict[str, Bounds]
    span: Bounds
    columns: tuple[Heading, ...]
    bases: tuple[Bounds, ...] = ()
    sub_rows: tuple[SubRow, ...] = ()
    further: tuple[Row, ...] = ()


class Caption(NamedTuple):
    """表一：行政处罚（共14项） taken apart; the span is that of the whole line."""

    label: str | None
    power_type: str | None
    declared_count: int | None
    span: Bounds


class TableRows(NamedTuple):
    """One table: its caption, the columns of its usual header (of a native file its first), its rows."""

    caption: Caption | None
    columns: tuple[Heading, ...]
    rows: list[Row]


class Layout(NamedTuple):
    """A whole source: text blocks in order, tables, defects."""

    blocks: list[Text]
    tables: list[TableRows]
    defects: list[Defect]


class Unnamed(NamedTuple):
    """A column that all rows have and no header prints: the ``places`` it may be at, the headings before and behind
    these (empty where there is none), and the field that its cells look like, if any.
    """

    places: tuple[str, ...]
    before: str
    behind: str
    looks: str


class Header(NamedTuple):
    """A header row: the cells ``first`` … ``last - 1`` of the grid; its last word ends at ``end`` of the text.

    ``doubled`` are headings that it prints twice and its rows have once, ``unnamed`` a column that only its rows have:
    ``columns`` are those of the rows.
    """

    first: int
    last: int
    columns: tuple[Heading, ...]
    end: int
    doubled: tuple[str, ...] = ()
    unnamed: Unnamed | None = None
