"""A saved web page → sheets: its data tables, with the paragraphs above them.

Knows tags, spans of rows and columns, and the chrome of a page. Does not know what a list is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree, html

from pipeline.errors import NotAPowerList, SourceUnreadable
from pipeline.patterns import lazy_regex
from pipeline.readers.formats import is_archive
from pipeline.readers.grid import Grid
from pipeline.readers.headings import is_header
from pipeline.readers.native import read_sheets
from pipeline.readers.near_headers import nearest_in_tables
from pipeline.readers.outlines import outlined
from pipeline.readers.package import MAX_TAGS
from pipeline.readers.page_extent import Links, of_list
from pipeline.readers.page_text import (
    BLOCKS,
    CHROME,
    SPACES,
    cell_text,
    hidden_words,
    is_hidden,
    is_shown,
    list_numbers,
    tag_of,
    text_of,
)
from pipeline.readers.sheet import MAX_ROWS, MAX_SLOTS, Paragraph, Sheet, Slot
from pipeline.readers.text import Decoded, decode
from pipeline.readers.upright import is_form, stood_up
from pipeline.readers.web_archive import decode_archive

_CHARSET: Final = lazy_regex(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_-]{2,20})""")
_GB: Final = frozenset(("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030"))
_CHARSETS: Final = frozenset(("gb18030", "utf-8", "utf8", "big5", "big5-hkscs"))
"""What a page for Chinese readers can be in; one that says utf-16 in its meta is not, or its meta could not be read."""

_HEAD: Final = 8_192
_MAX_SPAN: Final = 1_000
_DEEPEST: Final = 255
"""Elements inside one another: libxml2 goes no deeper, and leaves out what stands there."""
_TOO_DEEP: Final = lazy_regex(r"(?i)depth")
_QUOTED: Final = 40


def decode_page(data: bytes, name: str) -> Decoded:
    """The text of a page: in the charset its meta names, where it is in that; else by the ladder for any text."""
    if is_archive(data):
        return decode_archive(data, name)
    match = _CHARSET.search(data[:_HEAD])
    if match and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        charset = match[1].decode("ascii").lower()
        codec = "gb18030" if charset in _GB else charset
        try:
            if codec in _CHARSETS:
                return Decoded(data.decode(codec), codec)
        except UnicodeDecodeError:
            pass
    return decode(data, name)


def read_html(text: str, name: str) -> Grid:
    """The tables of a page in which a header row stands, and what is printed above and between them.

    Raises NotAPowerList where there is none, SourceUnreadable where the page cannot be taken apart.
    """
    if text.count("<") > MAX_TAGS:
        raise SourceUnreadable(f"{name}：网页过大，标签超过{MAX_TAGS:,}个；请只保存清单所在的网页后再试。")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        # A lone surrogate or a null would end the text early.
        root = html.document_fromstring(text.encode("utf-8", "replace").replace(b"\0", b""), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise SourceUnreadable(f"{name}：网页已损坏或不完整；请在浏览器中打开，重新保存后再试。") from None
    if any(_TOO_DEEP.search(entry.message) for entry in parser.error_log.filter_from_fatals()):
        raise SourceUnreadable(
            f"{name}：网页的标签一层套一层，超过{_DEEPEST}层，读不完整；"
            "请在浏览器中打开，把表格复制到 Word 或 Excel 中保存后再试。"
        )
    sheets = outlined(stood_up(list(_sheets(root, name))))
    if not any(is_header(row) for sheet in sheets for row in sheet.rows.values()):
        raise NotAPowerList(f"{name}：{_reason(root, name)}；请确认保存的是清单所在的网页，并保留表头后再试。")
    return read_sheets(of_list(sheets), name)


def _reason(root: etree._Element, name: str) -> str:
    shown = (
        t for t in root.iter("table") if t.find(".//table") is None and all(map(is_shown, (t, *t.iterancestors())))
    )
    # Without a header nobody knows which tables only lay out the page: those are asked that have none inside.
    sheets = [sheet for count, table in enumerate(shown, 1) if (sheet := _sheet(table, count, [], name)).rows]
    if not sheets:
        pictures = "，只有图片（可能是扫描件）" if root.find(".//img") is not None and not text_of(root).strip() else ""
        return f"网页里没有表格{pictures}"
    return (
        f"网页里有{len(sheets)}张表格，都没有找到表头{nearest_in_tables(sheets)}；"
        "应当有一行依次写着“序号、权责事项、……、设定依据”等列名"
    )


def _sheets(root: etree._Element, name: str) -> Iterator[Sheet]:
    """The outermost tables that hold data; a table that lays out the page is looked through."""
    body = root.find("body")
    above: list[Paragraph] = []
    count = 0
    for piece in _pieces(root if body is None else body):
        if isinstance(piece, str):
            above.append(Paragraph(piece, f"第{len(above) + 1}段"))
            continue
        count += 1
        sheet = _sheet(piece, count, above, name)
        if sheet.rows and not _leads_elsewhere(piece, sheet):
            yield sheet
            above = []
    if above:
        yield Sheet({}, lambda _row, _column: "", above)


def _leads_elsewhere(table: etree._Element, sheet: Sheet) -> bool:
    """Whether all words of a *table* without a header are links: a menu, which is chrome as a nav is."""
    links = "".join("".join(map(str, link.itertext())) for link in table.iter("a"))
    said = "".join(slot.text for row in sheet.rows.values() for slot in dict.fromkeys(row) if slot)
    return "".join(links.split()) == "".join(said.split()) and not any(map(is_header, sheet.rows.values()))


def _pieces(element: etree._Element, number: str = "") -> Iterator[str | etree._Element]:
    """Paragraphs and data tables below *element*, in the order of the page; *number* is what its list prints first."""
    said: list[str] = [number + SPACES.sub(" ", element.text or "").lstrip(" ")]
    numbers = list_numbers(element)
    for child in element:
        tag = tag_of(child)
        if not is_shown(child) or tag in CHROME:
            pass
        elif tag == "table" and _is_data(child):
            yield from _paragraphs(said)
            said = []
            yield child
        elif tag in BLOCKS or child.find(".//table") is not None:
            yield from _paragraphs(said)
            said = []
            yield from _pieces(child, numbers(child))
        else:
            said.append("\n" if tag == "br" else (Links if tag == "a" else str)(text_of(child)))
        said.append(SPACES.sub(" ", child.tail or ""))
    yield from _paragraphs(said)


def _paragraphs(pieces: list[str]) -> Iterator[str]:
    kind = Links if all(isinstance(piece, Links) for piece in pieces if piece.strip()) else str
    for line in "".join(pieces).split("\n"):
        said = SPACES.sub(" ", line).strip(" ")
        if said.strip():
            yield kind(said)


def _is_data(table: etree._Element) -> bool:
    """Whether a table has no table with a header or a form in it: what has one lays out the page."""
    return not any(True for inner in table.iterdescendants("table") if _has_header(inner))


def _has_header(table: etree._Element) -> bool:
    cells: list[str] = []
    for row in _rows(table):
        slots: list[Slot | None] = [Slot(cell_text(cell), 0, 0) for cell in row]
        if is_header(slots):
            return True
        cells += [slot.text for slot in slots if slot]
    return is_form(cells)


def _rows(table: etree._Element) -> Iterator[list[etree._Element]]:
    return (cells for _, cells in _numbered_rows(table))


def _numbered_rows(table: etree._Element) -> Iterator[tuple[bool, list[etree._Element]]]:
    """The cells of each row, and whether it is the first of a thead, tbody or tfoot: no cell reaches into the next."""
    opens = False
    for child in table:
        tag = tag_of(child)
        if tag in {"thead", "tbody", "tfoot"} and not is_hidden(child):
            for at, (_, cells) in enumerate(_numbered_rows(child)):
                yield at == 0, cells
            opens = True
        elif tag == "tr" and not is_hidden(child):
            was, opens = opens, False
            yield was, [cell for cell in child if tag_of(cell) in {"td", "th"} and not is_hidden(cell)]


class _Places:
    """表2第5行第3列, counted in the page's data tables."""

    def __init__(self, table: int) -> None:
        self._table = table

    def __call__(self, row: int, column: int) -> str:
        return f"表{self._table}第{row + 1}行第{column + 1}列"


def _sheet(table: etree._Element, number: int, above: list[Paragraph], name: str) -> Sheet:
    """Lay cells out as a browser does: each in the first place that is free, over as many as it spans."""
    rows: dict[int, list[Slot | None]] = {}
    reaching: dict[int, tuple[Slot, int]] = {}
    places = 0
    caption = next((child for child in table if tag_of(child) == "caption"), None)
    lines = list(above)
    if caption is not None:
        lines += [Paragraph(line, f"表{number}的标题") for line in _paragraphs([text_of(caption)])]
    for at, (opens, cells) in enumerate(_numbered_rows(table)):
        if opens:
            reaching = {}
        if not cells and not reaching:
            continue
        if len(rows) >= MAX_ROWS:
            raise SourceUnreadable(
                f"{name}：表{number}超过{MAX_ROWS:,}行，不像清单；请确认这是清单所在的网页，或分成几个文件。"
            )
        row: dict[int, Slot | None] = {column: slot for column, (slot, _) in reaching.items()}
        reaching = {column: (slot, left - 1) for column, (slot, left) in reaching.items() if left > 1}
        column = 0
        for cell in cells:
            while column in row:
                column += 1
            slot = Slot(cell_text(cell), at, column)
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            places += across
            for covered in range(column, column + across):
                row[covered] = slot
                if down > 1:
                    reaching[covered] = (slot, down - 1)
            column += across
        places += len(row)
        if places > MAX_SLOTS:
            raise SourceUnreadable(f"{name}：表{number}过大或合并单元格覆盖的范围过大；请另存为 .xlsx 后再试。")
        rows[at] = [_filled(row.get(index)) for index in range(max(row, default=-1) + 1)]
    width = max(map(len, rows.values()), default=0)
    squared = {
        at: [*row, *[None] * (width - len(row))] for at, row in rows.items() if any(slot is not None for slot in row)
    }
    sheet = Sheet(squared, _Places(number), lines)
    hidden = hidden_words(table)
    if hidden:
        sheet.remarks.append(("part-unread", (f"表{number}中隐藏的文字", hidden[:_QUOTED])))
    return sheet


def _filled(slot: Slot | None) -> Slot | None:
    return slot if slot is not None and slot.text.strip() else None


def _span(cell: etree._Element, name: str) -> int:
    """How many places a cell covers; rowspan=0 is all rows that are left of its part of the table."""
    value = (cell.get(name) or "1").strip()
    if not value.isascii() or not value.isdigit() or len(value) > 8:
        return 1
    return min(int(value) or (_MAX_SPAN if name == "rowspan" else 1), _MAX_SPAN)
