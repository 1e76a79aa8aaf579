"""What is odd about the headers of a list: columns missing, doubled, unknown, or others than in the headers beside it.

Knows which header of a table is the usual one: most of them are right. Does not know how a header is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from pipeline.layout.headers import header_span, keys_of
from pipeline.layout.nouns import Defect, DefectKind, Header, Heading, Layout
from pipeline.layout.rows import split_rows
from pipeline.readers import Grid, is_known, unnamed
from pipeline.words import tables as words

_Said = tuple[DefectKind, tuple[str, ...]]


class TableHeaders(NamedTuple):
    """The headers of one table in their order; ``fuller`` is the one that its first should have been, by its rows."""

    headers: list[Header]
    fuller: Header | None = None


def as_rows_have_them(grid: Grid, headers: Sequence[Header], bounds: Sequence[int]) -> list[Header]:
    """*headers*, without the columns they print twice where the rows below have one cell for both.

    The rows under each of the headers reach up to its cell of *bounds*; those under all headers that print the same
    are looked at together, and where nobody can tell, another header without the second column tells.
    """
    plain = {header.columns: _undoubled(header.columns) for header in headers}
    if all(columns == once for columns, once in plain.items()):
        return list(headers)
    rows: Counter[tuple[tuple[Heading, ...], int]] = Counter()
    for header, end in zip(headers, bounds, strict=True):
        once = plain[header.columns]
        for width in {len(header.columns), len(once)} if once != header.columns else ():
            whole = (row for row in split_rows(grid, list(grid.cells[header.last : end]), width) if len(row) == width)
            rows[header.columns, width] += sum(1 for _ in whole)

    def read(header: Header) -> Header:
        once = plain[header.columns]
        narrow, wide = rows[header.columns, len(once)], rows[header.columns, len(header.columns)]
        if once == header.columns or narrow < wide or (narrow == wide and (wide or once not in plain)):
            return header
        return header._replace(columns=once, doubled=_doubled(header.columns))

    return [read(header) for header in headers]


def note_headers(grid: Grid, tables: Sequence[TableHeaders], layout: Layout) -> list[Header]:
    """Note what is odd about the headers of *tables*, each at its own place; returns the usual header of each table.

    What the usual header itself lacks or has too much is said at the first that prints it.
    """
    everywhere = [header for table in tables for header in table.headers]
    counts = Counter(map(_headings, everywhere))
    usual = [table.fuller or _usual(table.headers, counts) for table in tables]
    # A file with cells of its own may number nothing; flattened rows are told apart by their numbers.
    numbered = grid.rows is None or any(c.field == "serial" for header in everywhere for c in header.columns)
    required = ("serial", *words.REQUIRED_FIELDS) if numbered else words.REQUIRED_FIELDS
    for table, norm in zip(tables, usual, strict=True):
        first = next((each for each in table.headers if _headings(each) == _headings(norm)), table.headers[0])
        for header in table.headers:
            said = [*(_alone(header, norm, required) if header is first else ()), *_beside(header, norm)]
            layout.defects.extend(Defect(kind, header_span(grid, header), None, named) for kind, named in said)
    _note_doubled(grid, everywhere, layout)
    _note_unnamed(grid, everywhere, layout)
    return usual


def _usual(headers: Sequence[Header], counts: Counter[tuple[str, ...]]) -> Header:
    """What most of a table's *headers* print, else most of the list's, else the one with the best known columns."""
    here = Counter(map(_headings, headers))

    def weight(header: Header) -> tuple[int, int, int]:
        printed = _headings(header)
        return here[printed], counts[printed], -len(_unknown(header))

    return max(headers, key=weight)


def _alone(header: Header, norm: Header, required: Sequence[str]) -> Iterator[_Said]:
    """Of the first usual header of a table: *required* columns that it lacks, and columns nobody knows."""
    fields = {column.field for column in (*header.columns, *norm.columns)}
    missing = tuple(field for field in required if field not in fields)
    if Heading("serial", unnamed(0)) in header.columns:
        missing = ("serial", *missing)  # read_records has seen that it counts
    if missing and header.unnamed is None:
        yield "header-column-missing", missing
    unknown = _unknown(header)
    if unknown:
        yield "header-column-unknown", unknown


def _beside(header: Header, norm: Header) -> Iterator[_Said]:
    """What *header* has otherwise than the usual one of its table."""
    here, there = _headings(header), _headings(norm)
    if here == there or [column.heading for column in _undoubled(header.columns)] == list(there):
        return
    fewer = len(here) < len(there)
    # A heading nobody knows may have been put right; a known field that is gone, or a cell that is, is missing.
    keys, usual = keys_of(header), keys_of(norm)
    gone = [c for c in norm.columns if (c.field or c.heading) not in keys and (c.field or fewer)]
    new = [c for c in header.columns if (c.field or c.heading) not in usual]
    required = any(column.field in {"serial", *words.REQUIRED_FIELDS} for column in gone)
    # A word nobody knows, where all others are as usual, is the usual word misprinted: one defect, not two.
    misprinted = len(here) == len(there) and not required and new and not any(is_known(c.heading) for c in new)
    if gone and not misprinted:
        yield "header-column-missing", tuple(column.heading for column in gone)
    if new or not gone:
        yield "header-differs", _differences(here, there, [column.heading for column in new])


def _differences(here: Sequence[str], there: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """The headings of *here* with those that stand in their place *there*; of headers of two widths the *new* ones."""
    if len(here) == len(there):
        return tuple(f"{word}（他处为{usual}）" for word, usual in zip(here, there, strict=True) if word != usual)
    pairs = zip_longest(here, there, fillvalue="")
    return tuple(new) or tuple(word or f"缺{usual}" for word, usual in pairs if word != usual)


def _note_doubled(grid: Grid, headers: Sequence[Header], layout: Layout) -> None:
    """Each header that prints a column twice; once for all where most of the list's headers do."""
    doubled = [header.doubled or _doubled(header.columns) for header in headers]
    counts = Counter(doubled)
    said: set[tuple[str, ...]] = set()
    for header, named in zip(headers, doubled, strict=True):
        if named and (named not in said or counts[named] * 2 <= len(headers)):
            layout.defects.append(Defect("header-column-doubled", header_span(grid, header), None, named))
            said.add(named)


def _note_unnamed(grid: Grid, headers: Sequence[Header], layout: Layout) -> None:
    """A column that no header prints: once for all headers that lack it in the same place."""
    said: set[tuple[Heading, ...]] = set()
    for header in headers:
        if header.unnamed is not None and header.columns not in said:
            places, *named = header.unnamed
            words_of = ("、".join(places), str(len(places)), *named)
            layout.defects.append(Defect("header-column-unnamed", header_span(grid, header), None, words_of))
            said.add(header.columns)


def _doubled(columns: Sequence[Heading]) -> tuple[str, ...]:
    """Names that are printed twice, and different names for one field; 设定依据 may have a column per rank of law."""
    printed = [column for column in columns if not column.spanned]
    names = Counter(column.heading for column in printed)
    said: dict[str | None, set[str]] = {}
    for column in printed:
        said.setdefault(column.field, set()).add(column.heading.partition("（")[0])
    shared = {field for field, words_of in said.items() if field not in {None, "basis"} and len(words_of) > 1}
    return tuple(dict.fromkeys(c.heading for c in printed if names[c.heading] > 1 or c.field in shared))


def _undoubled(columns: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """*columns* without those whose very name another before them has."""
    names: set[str] = set()
    kept: list[Heading] = []
    for column in columns:
        if column.spanned or column.heading not in names:
            kept.append(column)
        names.add(column.heading)
    return tuple(kept)


def _headings(header: Header) -> tuple[str, ...]:
    return tuple(column.heading for column in header.columns)


def _unknown(header: Header) -> tuple[str, ...]:
    nameless = header.unnamed.places if header.unnamed else ()
    unknown = (c.heading for c in header.columns if c.field is None and not c.spanned and not is_known(c.heading))
    return tuple(heading for heading in unknown if heading not in nameless)
