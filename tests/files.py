"""Lists as Word, Excel and web files: the smallest writers that make what an office's program makes.

Knows how cells, merged areas and paragraphs stand in such a file. Does not know how one is read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import openpyxl

from pipeline.model import PowerList
from tests.lists import HEADINGS, ListData, assert_only_between, print_basis, print_caption


class Part(NamedTuple):
    """A piece of a list: a line of text, or the rows of a table."""

    line: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def parts(data: ListData) -> list[Part]:
    """*data* as any file holds it: title, captions, tables with their header printed where it is repeated."""
    result = [Part(data.title)]
    for table in data.tables:
        caption = print_caption(table)
        if caption:
            result.append(Part(caption))
        rows = [tuple("".join(heading.split()) for heading in HEADINGS)]
        for index, row in enumerate(table.rows):
            if index in table.repeated:
                rows.append(rows[0])
            basis = print_basis(row.basis, "\n")
            rows.append((row.serial, row.title, row.sub_item, basis, row.department, row.level, row.remarks))
        result.append(Part(rows=tuple(rows)))
    return result


# --- Excel ----------------------------------------------------------------------------------------------------------

Value = Any  # what a cell can hold: words, a number, a date


def workbook(
    sheets: Mapping[str, Sequence[Sequence[Value]]],
    *,
    merged: Iterable[str] = (),
    hidden: Iterable[int] = (),
) -> bytes:
    """An .xlsx of *sheets*, row by row; *merged* areas and *hidden* rows are those of the first."""
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]  # a new workbook has one
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value not in {"", None}:
                    sheet.cell(number, column).value = value
                    if isinstance(value, str) and not value.startswith(("=", "#")):
                        sheet.cell(number, column).data_type = "s"
    first = book.worksheets[0]
    for area in merged:
        first.merge_cells(area)
    for number in hidden:
        first.row_dimensions[number].hidden = True
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def as_workbook(data: ListData) -> bytes:
    """*data* on one sheet, its lines merged over all columns."""
    rows: list[tuple[str, ...]] = []
    merged = []
    for part in parts(data):
        if part.line:
            rows.append((part.line,))
            merged.append(f"A{len(rows)}:G{len(rows)}")
        rows += part.rows
    return workbook({"清单": rows}, merged=merged)


def repacked(data: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """The package *data* with other content in some members, or without them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = changes.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, added in changes.items():
            if name not in old.namelist() and added is not None:
                new.writestr(name, added)
    return buffer.getvalue()


# --- what must be true of whatever was read -------------------------------------------------------------------------

_PLACES: Final = {"span", "spans", "place", "message", "source"}


def said(power_list: PowerList) -> Any:
    """What *power_list* says, without where it stands in which file."""
    return _said(power_list.model_dump(mode="json"))


def _said(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _said(inner) for key, inner in value.items() if key not in _PLACES}
    if isinstance(value, list):
        return [_said(inner) for inner in value]
    return "".join(value.split()) if isinstance(value, str) else value


def assert_tiled(power_list: PowerList, canonical: str) -> None:
    """Blocks and items are the whole canonical text, and the cells of an item the whole item."""
    pieces = [block.span for block in power_list.blocks] + [item.span for item in power_list.items]
    assert_only_between(canonical, pieces, (0, len(canonical)))
    for item in power_list.items:
        cells = [span for field, span in item.spans.items()]
        assert_only_between(canonical, cells, item.span)
