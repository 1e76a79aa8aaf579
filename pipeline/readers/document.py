"""A Word document (.docx) → sheets: its tables, with the paragraphs above them.

Knows paragraphs, runs, breaks, merged and nested tables, tracked changes and notes. Does not know what a list is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from pipeline.errors import NotAPowerList, SourceUnreadable
from pipeline.readers.grid import Grid
from pipeline.readers.headings import is_header
from pipeline.readers.native import read_sheets
from pipeline.readers.package import Package
from pipeline.readers.sheet import MAX_SLOTS, Paragraph, Sheet, Slot
from pipeline.readers.upright import stood_up

_SPACES: Final = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PARTS: Final = (("footnotes.xml", "footnote", "脚注"), ("endnotes.xml", "endnote", "尾注"))
# Text that is there but not printed: deleted by a tracked change, the instructions of a field, the second choice.
_UNPRINTED: Final = frozenset(("del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "tcPr", "tblPr"))
_BREAKS: Final = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "ptab": "\t"}
_WRAPPERS: Final = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_MAX_DEPTH: Final = 100
_MAX_SPAN: Final = 1_000


def read_document(package: Package, name: str) -> Grid:
    """The tables of the document in *package*, the file called *name*.

    Raises NotAPowerList where it has no table with a header row, SourceUnreadable where it is damaged.
    """
    main = next((path for kind, path in package.relations("").values() if kind == "officeDocument"), "")
    main = main if main in package.names else "word/document.xml"
    tree = package.tree(main)
    body = next((child for child in tree if _tag(child) == "body"), None) if tree is not None else None
    if tree is None or body is None:
        raise SourceUnreadable(f"{name}：文档里没有正文；文件可能已损坏，请用 Word 打开修复后另存再试。")
    if not any(True for _ in tree.iter(*(f"{{{space}}}document" for space in _SPACES))):
        raise SourceUnreadable(f"{name}：这不是 Word 文档的正文；请用 Word 打开，另存为 .docx 后再试。")
    sheets = stood_up(list(_sheets(body, name)))
    if not any(is_header(row) for sheet in sheets for row in sheet.rows.values()):
        raise NotAPowerList(f"{name}：{_reason(package, sheets)}")
    _note_changes(tree, sheets)
    notes = list(document_notes(package, main))
    if notes:
        sheets.append(Sheet({}, _Places(0), notes))
    return read_sheets(sheets, name)


def _reason(package: Package, sheets: list[Sheet]) -> str:
    tables = sum(1 for sheet in sheets if sheet.rows)
    if tables:
        return (
            f"文档里有{tables}张表格，都没有找到表头；应当有一行依次写着“序号、权责事项、……、设定依据”等列名；"
            "请确认这是权责清单，并保留表头后再试。"
        )
    if any("/media/" in part for part in package.names) and not any(sheet.above for sheet in sheets):
        return "文档里只有图片，没有文字（可能是扫描件）；请取得文字版的 Word 或 Excel 文件。"
    return "文档里没有表格；清单应当是一张 Word 表格，请确认放入 raw/ 的是清单正文。"


def body_paragraphs(tree: etree._Element) -> Iterator[Paragraph]:
    """The paragraphs of the document *tree* that say something, in order; of a table, one for each row."""
    number = 0
    for body in (child for child in tree if _tag(child) == "body"):
        for block in _blocks(body):
            number += 1
            if _tag(block) == "p":
                texts = [_text(block)]
            else:
                rows = _inside(block, "tr")
                texts = ["\u3000".join(filter(None, map(_cell_text, _inside(row, "tc")))) for row in rows]
            for text in texts:
                if text.strip():
                    yield Paragraph(text, f"第{number}段")


def document_notes(package: Package, main: str) -> Iterator[Paragraph]:
    """The footnotes and endnotes of the document whose main part is *main*."""
    folder = main.rpartition("/")[0]
    for part, tag, kind in _PARTS:
        yield from _notes(package, f"{folder}/{part}", tag, kind)


class _Places:
    """表2第5行第3列."""

    def __init__(self, table: int) -> None:
        self._table = table

    def __call__(self, row: int, column: int) -> str:
        return f"表{self._table}第{row + 1}行第{column + 1}列"


def _sheets(body: etree._Element, name: str) -> Iterator[Sheet]:
    above: list[Paragraph] = []
    tables = paragraphs = 0
    for element in _blocks(body):
        if _tag(element) == "p":
            paragraphs += 1
            text = _text(element)
            if text.strip():
                above.append(Paragraph(text, f"第{paragraphs}段"))
            continue
        tables += 1
        yield _sheet(element, tables, above, name)
        above = []
    if above:
        yield Sheet({}, _Places(0), above)


def _blocks(element: etree._Element, depth: int = 0) -> Iterator[etree._Element]:
    """Paragraphs and tables in *element*, also those in a content control."""
    for child in element:
        tag = _tag(child)
        if tag in {"p", "tbl"}:
            yield child
        elif tag in _WRAPPERS and depth < _MAX_DEPTH:
            yield from _blocks(child, depth + 1)


def _inside(element: etree._Element, wanted: str, depth: int = 0) -> Iterator[etree._Element]:
    """The children of *element* called *wanted*, also those in a content control."""
    for child in element:
        tag = _tag(child)
        if tag == wanted:
            yield child
        elif tag in _WRAPPERS and depth < _MAX_DEPTH:
            yield from _inside(child, wanted, depth + 1)


def _sheet(table: etree._Element, number: int, above: list[Paragraph], name: str) -> Sheet:
    """Lay the cells of *table* out on its grid: gridSpan goes across, vMerge takes what stands above."""
    rows: dict[int, list[Slot | None]] = {}
    before: list[Slot | None] = []
    places = 0
    for at, row in enumerate(_inside(table, "tr")):
        if _has(_child(row, "trPr"), "del"):  # a row that a tracked change deletes
            continue
        slots: list[Slot | None] = [None] * _number(_child(row, "trPr"), "gridBefore", 0)
        for cell in _inside(row, "tc"):
            properties = _child(cell, "tcPr")
            across = min(max(_number(properties, "gridSpan", 1), 1), _MAX_SPAN)
            column = len(slots)
            slot: Slot | None
            if _goes_on(properties) and column < len(before):
                slot = before[column]
            else:
                slot = Slot(_cell_text(cell), at, column)
            slots += [slot] * across
        places += len(slots)
        if places > MAX_SLOTS:
            raise SourceUnreadable(f"{name}：表{number}过大或合并单元格覆盖的范围过大；请检查后另存再试。")
        rows[at] = before = slots
    width = max(map(len, rows.values()), default=0)
    filled = {
        at: [*(slot if slot is not None and slot.text.strip() else None for slot in row), *[None] * (width - len(row))]
        for at, row in rows.items()
    }
    return Sheet({at: row for at, row in filled.items() if any(row)}, _Places(number), above)


def _goes_on(properties: etree._Element | None) -> bool:
    """Whether a cell goes on with the merged cell above it: vMerge without a value, or one that says continue."""
    merge = _child(properties, "vMerge")
    return merge is not None and (_value(merge) or "continue") == "continue"


def _cell_text(cell: etree._Element, depth: int = 0) -> str:
    """The paragraphs of a cell, a blank line between them; of a table inside it, a line for each row."""
    pieces: list[str] = []
    for block in _blocks(cell):
        if _tag(block) == "p":
            pieces.append(_text(block))
        elif depth < _MAX_DEPTH:
            pieces += [
                "\u3000".join(filter(None, (_cell_text(inner, depth + 1) for inner in _inside(row, "tc"))))
                for row in _inside(block, "tr")
            ]
    return "\n\n".join(piece for piece in pieces if piece.strip())


def _text(element: etree._Element, depth: int = 0) -> str:
    """The printed words of *element*: all changes accepted."""
    words: list[str] = []
    for child in element:
        tag = _tag(child)
        if tag == "t":
            words.append(child.text or "")
        elif tag in _BREAKS:
            words.append(_BREAKS[tag])
        elif tag == "sym":
            words.append("\u25a1")  # a character of a symbol font, which no text can name
        elif tag not in _UNPRINTED and depth < _MAX_DEPTH:
            words.append(_text(child, depth + 1))
    return "".join(words)


def _note_changes(tree: etree._Element, sheets: list[Sheet]) -> None:
    """One remark for all tracked changes, with how many there are of each kind."""
    counts = {"ins": 0, "del": 0}
    for element in tree.iter():
        tag = _tag(element)
        if tag in {"ins", "moveTo"}:
            counts["ins"] += 1
        elif tag in {"del", "moveFrom"}:
            counts["del"] += 1
    if any(counts.values()):
        sheets[0].remarks.append(("changes-tracked", (str(counts["ins"]), str(counts["del"]))))


def _notes(package: Package, part: str, tag: str, kind: str) -> Iterator[Paragraph]:
    """Footnotes and endnotes; separators have a type and no words."""
    tree = package.tree(part)
    number = 0
    for note in tree if tree is not None else ():
        if _tag(note) != tag or any(str(name).endswith("}type") for name in note.attrib):
            continue
        number += 1
        text = "\n".join(filter(str.strip, (_text(paragraph) for paragraph in _blocks(note))))
        if text.strip():
            yield Paragraph(text, f"{kind}{number}")


# --- XML ------------------------------------------------------------------------------------------------------------


def _tag(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _child(element: etree._Element | None, tag: str) -> etree._Element | None:
    return next((child for child in element if _tag(child) == tag), None) if element is not None else None


def _has(element: etree._Element | None, tag: str) -> bool:
    return _child(element, tag) is not None


def _value(element: etree._Element) -> str | None:
    return next((str(value) for name, value in element.items() if str(name).rpartition("}")[2] == "val"), None)


def _number(element: etree._Element | None, tag: str, default: int) -> int:
    child = _child(element, tag)
    value = _value(child) if child is not None else None
    return min(int(value), _MAX_SPAN) if value and value.isascii() and value.isdigit() and len(value) < 9 else default
