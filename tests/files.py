"""Lists as Word, Excel and web files: the smallest writers that make what an office's program makes.

Knows how cells, merged areas and paragraphs stand in such a file. Does not know how one is read.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple
from xml.sax.saxutils import escape

import openpyxl

from pipeline.model import Item, PowerList
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


# --- Word -----------------------------------------------------------------------------------------------------------

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def word_paragraph(text: str) -> str:
    """A w:p; a line feed in *text* is a break, a tab a tab; every third character begins a run, as Word likes it."""
    runs = []
    for line_number, line in enumerate(text.split("\n")):
        runs += ["<w:r><w:br/></w:r>"] if line_number else []
        for start in range(0, len(line), 3):
            words = escape(line[start : start + 3]).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
            runs.append(f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>')
    return f"<w:p><w:pPr/>{''.join(runs)}</w:p>"


def word_cell(text: str, properties: str = "") -> str:
    """A w:tc with a paragraph for each line of *text*."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(word_paragraph, text.split(chr(10))))}</w:tc>"


def word_table(rows: Iterable[Iterable[str]]) -> str:
    """A w:tbl of *rows* of words, or of cells already made."""
    cells = ("".join(cell if cell.startswith("<w:tc>") else word_cell(cell) for cell in row) for row in rows)
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def document(body: str, **others: str) -> bytes:
    """A .docx with *body*; *others* are more parts of the folder word, by name without ending."""
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}<w:sectPr/></w:body></w:document>',
        **{f"word/{name}.xml": f'<w:{name} xmlns:w="{_W}">{xml}</w:{name}>' for name, xml in others.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


def as_document(data: ListData) -> bytes:
    """*data* with a Word table for each of its tables."""
    return document("".join(word_table(part.rows) if part.rows else word_paragraph(part.line) for part in parts(data)))


# --- the web --------------------------------------------------------------------------------------------------------

_PAGE: Final = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>权责清单 - 某市</title>
<style>p {{}}</style></head><body><nav><ul><li><a href="/">首页</a></li></ul></nav>
<table><tr><td><a>导航</a></td></tr><tr><td>
<div class="content">{body}</div></td></tr></table><footer>版权所有</footer>
<script>var a = "<table>";</script></body></html>"""


def html_table(rows: Iterable[Iterable[str]]) -> str:
    """A table of *rows* of words, or of cells already made; a line feed is a br."""
    return (
        "<table border=1><tbody>\n"
        + "".join(
            "<tr>"
            + "".join(
                cell if cell.startswith("<td") else f"\n  <td>{escape(cell).replace(chr(10), '<br>')}</td>"
                for cell in row
            )
            + "</tr>\n"
            for row in rows
        )
        + "</tbody></table>"
    )


def page(body: str) -> bytes:
    """A web page with *body* among its chrome."""
    return _PAGE.format(body=body).encode()


def as_page(data: ListData) -> bytes:
    """*data* as a web page, a table in a table that lays out the page."""
    return page("".join(html_table(part.rows) if part.rows else f"<p>{escape(part.line)}</p>" for part in parts(data)))


# --- merged cells ---------------------------------------------------------------------------------------------------


class Area(NamedTuple):
    """A merged area of one table: rows *top* … *bottom* of *column*, the header being row 0."""

    column: int
    top: int
    bottom: int


def alike(rows: Sequence[Sequence[str]], columns: Iterable[int]) -> list[Area]:
    """The longest areas of *columns* in which one cell can stand for several alike; an empty one stands for itself."""
    areas = []
    for column in columns:
        top = 1
        for bottom in range(1, len(rows) + 1):
            if bottom == len(rows) or rows[bottom][column] != rows[top][column]:
                if bottom - top > 1 and rows[top][column]:
                    areas.append(Area(column, top, bottom - 1))
                top = bottom
    return areas


def merged_workbook(data: ListData, columns: Iterable[int]) -> bytes:
    """*data* on a sheet with what is alike in *columns* merged: what an area covers is empty, as Excel leaves it."""
    held: list[list[str]] = []
    names: list[str] = []
    for part in parts(data):
        if part.line:
            held.append([part.line])
            names.append(f"A{len(held)}:G{len(held)}")
        first = len(held) + 1
        held += [list(row) for row in part.rows]
        for area in alike(part.rows, columns):
            for number in range(area.top + 1, area.bottom + 1):
                held[first - 1 + number][area.column] = ""
            letter = "ABCDEFGHIJ"[area.column]
            names.append(f"{letter}{first + area.top}:{letter}{first + area.bottom}")
    return workbook({"清单": held}, merged=names)


def merged_document(data: ListData, columns: Iterable[int]) -> bytes:
    """*data* with Word tables in which what is alike in *columns* is merged by vMerge."""
    body = ""
    for part in parts(data):
        body += word_paragraph(part.line) if part.line else ""
        held = [[word_cell(cell) for cell in row] for row in part.rows]
        for area in alike(part.rows, columns):
            held[area.top][area.column] = word_cell(part.rows[area.top][area.column], '<w:vMerge w:val="restart"/>')
            for number in range(area.top + 1, area.bottom + 1):
                held[number][area.column] = word_cell("", "<w:vMerge/>")
        body += word_table(held) if held else ""
    return document(body)


def merged_page(data: ListData, columns: Iterable[int]) -> bytes:
    """*data* as a page in which what is alike in *columns* is merged by rowspan."""
    body = ""
    for part in parts(data):
        body += f"<p>{escape(part.line)}</p>" if part.line else ""
        held: list[list[str | None]] = [list(row) for row in part.rows]
        for area in alike(part.rows, columns):
            words = escape(part.rows[area.top][area.column]).replace("\n", "<br>")
            held[area.top][area.column] = f"<td rowspan={area.bottom - area.top + 1}>{words}</td>"
            for number in range(area.top + 1, area.bottom + 1):
                held[number][area.column] = None
        body += html_table([cell for cell in row if cell is not None] for row in held) if held else ""
    return page(body)


# --- forms ----------------------------------------------------------------------------------------------------------


def as_form(data: ListData, kind: str) -> bytes:
    """*data*, which has one table, with a form for each item: two headings with their values in each row."""
    lines = [part.line for part in parts(data) if part.line]
    (header, *items), *_ = (part.rows for part in parts(data) if part.rows)
    forms = []
    for row in items:
        pairs = list(zip(header, row, strict=True))
        forms.append([(*one, *other) for one, other in zip(pairs[:-1:2], pairs[1::2], strict=True)] + [pairs[-1]])
    if kind == "docx":
        return document("".join([*map(word_paragraph, lines), *map(word_table, forms)]))
    if kind == "xlsx":
        return workbook({"清单": [*((line,) for line in lines), *(row for form in forms for row in form)]})
    return page("".join([*(f"<p>{escape(line)}</p>" for line in lines), *map(html_table, forms)]))


# --- packages -------------------------------------------------------------------------------------------------------


def member(data: bytes, name: str) -> bytes:
    """One part of the package *data*."""
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


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


def archive(members: Mapping[str, bytes]) -> bytes:
    """A zip of *members*."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


def compound(name: str, stream: bytes) -> bytes:
    """An OLE file of one stream ([MS-CFB]): header, a sector of the FAT, one of the directory, those of the stream."""
    none, last, size = 0xFFFFFFFF, 0xFFFFFFFE, 512
    stream = stream.ljust(4096, b"\0")
    stream += bytes(-len(stream) % size)
    chain = [*range(3, 2 + len(stream) // size), last]
    fat = [0xFFFFFFFD, last, *chain]
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, last, 0, last, 0)
    header += struct.pack("<109I", 0, *[none] * 108)

    def entry(called: str, kind: int, child: int, start: int, length: int) -> bytes:
        said = called.encode("utf-16-le")
        return said.ljust(64, b"\0") + struct.pack(
            "<HBBIII36xIQ", len(said) + 2, kind, 1, none, none, child, start, length
        )

    directory = entry("Root Entry", 5, 1, last, 0) + entry(name, 2, none, 2, len(stream))
    return header + struct.pack("<128I", *fat, *[none] * (128 - len(fat))) + directory.ljust(size, b"\0") + stream


# --- what must be true of whatever was read -------------------------------------------------------------------------

_PLACES: Final = {"span", "spans", "place", "message", "source"}


def said(power_list: PowerList | Item) -> Any:
    """What *power_list*, or one item, says, without where it stands in which file."""
    return _said(power_list.model_dump(mode="json"))


def _said(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _said(inner) for key, inner in value.items() if key not in _PLACES}
    if isinstance(value, list):
        return [_said(inner) for inner in value]
    return "".join(value.split()) if isinstance(value, str) else value


_SPACES: Final = re.compile(" {2,}")


def told(power_list: PowerList) -> Any:
    """All of *power_list* but what must differ from file to file, character for character.

    That is: ``source``, which is about the file; ``span`` and ``spans``, for the canonical text of a flattened file is
    the file itself, and of any other the cells as they are printed; ``place``, which is a line, a cell of a sheet or a
    row of a table, also where a message names it; in the text of a block the white space between its cells; and how
    many spaces stand where there are several, of which a web page has one.
    """
    listed = power_list.model_dump(mode="json", exclude={"source"})
    for block in listed["blocks"]:
        block["text"] = "".join(block["text"].split())
    items = [item for table in listed["tables"] for item in table["items"]]
    places = {each["place"] for each in (*items, *listed["findings"]) if each["place"]}
    for finding in listed["findings"]:
        for place in sorted(places, key=len, reverse=True):
            finding["message"] = finding["message"].replace(place, "…")
    return _unplaced(listed)


def _unplaced(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _unplaced(inner) for key, inner in value.items() if key not in {"span", "spans", "place"}}
    if isinstance(value, list):
        return [_unplaced(inner) for inner in value]
    return _SPACES.sub(" ", value) if isinstance(value, str) else value


def assert_tiled(power_list: PowerList, canonical: str) -> None:
    """Blocks and items are the whole canonical text, and the cells of an item the whole item."""
    pieces = [block.span for block in power_list.blocks] + [item.span for item in power_list.items]
    assert_only_between(canonical, pieces, (0, len(canonical)))
    for item in power_list.items:
        cells = [span for field, span in item.spans.items()]
        assert_only_between(canonical, cells, item.span)
