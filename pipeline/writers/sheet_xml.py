"""Rows, merges and links of a worksheet as XML (ECMA-376 Part 1 §18.3.1), put into the frame that openpyxl writes.

Knows how a cell is written so that its text stays the text it is. Does not know what stands in a cell.

openpyxl writes a cell in 30 µs, a rich one in 90, and takes =1+1 for a formula; this room writes one in 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Final, NamedTuple, NoReturn

from pipeline.errors import CannotWrite
from pipeline.patterns import lazy_regex
from pipeline.writers.annex_content import Mark, Run
from pipeline.writers.looks import GB_2312, Style
from pipeline.writers.measure import BODY
from pipeline.writers.ooxml import DELETED_COLOUR, INSERTED_COLOUR, Fonts, attribute, clean_text

MAX_TEXT: Final = 32_767
"""Characters of a cell, as Excel counts them (UTF-16 units)."""
MAX_ROWS: Final = 1_048_576
MAX_COLUMNS: Final = 16_384
"""Rows and columns of a sheet."""

# Text that a program would read as something else once the cell is edited.
_QUOTED: Final = ("=", "+", "-", "@", "#", "'")
# _x0041_ in a cell's XML is A (§22.9.2.19): an underscore that would begin such a thing is itself written _x005F_.
_ESCAPE: Final = lazy_regex(r"_(?=x[0-9A-Fa-f]{4}_)")
# A text of these characters is its own XML; nearly every text is.
_PLAIN: Final = lazy_regex(r"[\n -%'-;=?-\^`-\x7e\u00a0-\ud7ff\ue000-\ufffd]*+")

_TOGETHER: Final = 256

# What a mark adds to the font (ECMA-376 Part 1 §18.4.7).
_MARKS: Final[Mapping[Mark | None, str]] = {
    None: "",
    "inserted": f'<color rgb="FF{INSERTED_COLOUR}"/><u/>',
    "deleted": f'<strike/><color rgb="FF{DELETED_COLOUR}"/>',
}

_FRAME: Final = lazy_regex(rb"(?s)(?P<head>.*)<sheetData ?(?:/>|></sheetData>)(?P<middle>.*)(?P<tail><printOptions.*)")


class Body(NamedTuple):
    """What stands in a worksheet: its rows as XML, the ranges that are merged, and where which cell leads."""

    rows: list[bytes]
    merged: list[str]
    links: list[tuple[str, str]]


def xml_text(text: str) -> str:
    """*text* as the content of an element that reads as just that text; what XML cannot hold is U+FFFD."""
    if _PLAIN.fullmatch(text):
        return text
    # A carriage return as it is would be read as a line feed (XML 1.0 §2.11).
    return escape(table_text(text), quote=False).replace("\r", "&#13;")


def table_text(text: str) -> str:
    """*text* as the heading of a Table's column, where it is an attribute and has to be what the heading's cell is."""
    return _ESCAPE.sub("_x005F_", clean_text(text))


def cell(place: str, value: str | int | None, style: Style) -> str:
    """The cell at *place* (B7) with *value*: a number, a text whatever it looks like, or nothing."""
    if isinstance(value, int):
        return f'<c r="{place}" s="{style.plain}"><v>{value}</v></c>'
    if not value:
        return f'<c r="{place}" s="{style.plain}"/>'
    number = style.quoted if value.startswith(_QUOTED) else style.plain
    return f'<c r="{place}" s="{number}" t="inlineStr"><is><t xml:space="preserve">{xml_text(value)}</t></is></c>'


class RichFonts(NamedTuple):
    """The fonts of rich text as run properties, by heading and mark: made once for a workbook."""

    properties: Mapping[tuple[bool, Mark | None], str]

    def of(self, run: Run) -> str:
        """Those of *run*."""
        return self.properties[run.heading, run.mark]


def rich_fonts(fonts: Fonts) -> RichFonts:
    """黑体 for the law and the number of its article, 仿宋 for its words; what changed in its mark."""
    named = {
        heading: f'<sz val="{BODY}"/><rFont val={attribute(font)}/><charset val="{GB_2312}"/>'
        for heading, font in ((True, fonts.heading), (False, fonts.body))
    }
    return RichFonts(
        {
            (heading, mark): f"<rPr>{font}{look}</rPr>"
            for heading, font in named.items()
            for mark, look in _MARKS.items()
        }
    )


def rich_cell(place: str, runs: Iterable[Run], style: Style, fonts: RichFonts) -> str:
    """The cell at *place* with *runs*, each in its font."""
    parts = [f'<r>{fonts.of(run)}<t xml:space="preserve">{xml_text(run.text)}</t></r>' for run in runs]
    if not parts:
        return cell(place, None, style)
    number = style.quoted if next(iter(runs)).text.startswith(_QUOTED) else style.plain
    return f'<c r="{place}" s="{number}" t="inlineStr"><is>{"".join(parts)}</is></c>'


def row(number: int, height: float, cells: Iterable[str]) -> bytes:
    """Row *number* with *cells*, *height* points high."""
    return f'<row r="{number}" ht="{height}" customHeight="1">{"".join(cells)}</row>'.encode()


def filled(frame: bytes, body: Body) -> Iterator[bytes]:
    """The worksheet *frame*, as openpyxl writes it without cells, with *body* in its places (§18.3.1.99).

    ``printOptions`` follows the links: the frame has to have them.
    """
    match = _FRAME.fullmatch(frame)
    assert match is not None, "a frame has sheetData, empty, and printOptions"
    yield match["head"] + b"<sheetData>"
    yield from _together(body.rows)
    yield b"</sheetData>"
    if body.merged:
        yield f'<mergeCells count="{len(body.merged)}">'.encode()
        yield from _together([f'<mergeCell ref="{place}"/>'.encode() for place in body.merged])
        yield b"</mergeCells>"
    yield match["middle"]
    if body.links:
        yield b"<hyperlinks>"
        # A location is this house's own name of a sheet, and a cell: nothing in it needs quoting.
        yield from _together([f'<hyperlink ref="{place}" location="{to}"/>'.encode() for place, to in body.links])
        yield b"</hyperlinks>"
    yield match["tail"]


def refuse_columns(title: str, headings: Sequence[str]) -> None:
    """Raise CannotWrite where a sheet cannot have so many columns, or a cell not so long a heading."""
    if len(headings) > MAX_COLUMNS:
        raise CannotWrite(
            f"{title}: {len(headings):,} columns, a sheet can have {MAX_COLUMNS:,}; look for a row with too many "
            "cells. Nothing was written."
        )
    longest = max(map(len, headings), default=0)
    if longest * 2 > MAX_TEXT:
        raise CannotWrite(
            f"{title}: a heading of {longest:,} characters, a cell can hold {MAX_TEXT:,}; look at the header row. "
            "Nothing was written."
        )


def _together(parts: list[bytes]) -> Iterator[bytes]:
    """*parts*, many at a time: compressing them one by one would take longer."""
    for start in range(0, len(parts), _TOGETHER):
        yield b"".join(parts[start : start + _TOGETHER])


def refuse_rows(title: str) -> NoReturn:
    """Say that the sheet *title* would have more rows than a sheet can have."""
    raise CannotWrite(
        f"{title}: more than {MAX_ROWS:,} rows, a sheet cannot hold them; split the list. Nothing was written."
    )


def pieces(text: str) -> list[str]:
    """*text* in pieces that a cell can hold; nearly always one. Characters past U+FFFF count twice."""
    if len(text) * 2 <= MAX_TEXT or len(clean_text(text).encode("utf-16-le")) <= MAX_TEXT * 2:
        return [text]
    step = MAX_TEXT // 2
    return [text[start : start + step] for start in range(0, len(text), step)]
