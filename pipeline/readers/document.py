"""A Word document (.docx) → sheets: its tables, with the paragraphs above them.

Knows merged and nested tables, rows and cells that a tracked change adds or removes, and notes. Does not know what the
words of a paragraph are, nor what a list is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from lxml import etree

from pipeline.errors import NotAPowerList, SourceUnreadable
from pipeline.patterns import lazy_regex
from pipeline.readers.grid import Grid
from pipeline.readers.headings import is_header
from pipeline.readers.native import read_sheets
from pipeline.readers.near_headers import nearest_in_tables
from pipeline.readers.numbering import number_paragraphs
from pipeline.readers.outlines import outlined
from pipeline.readers.package import Package
from pipeline.readers.sheet import MAX_ROWS, MAX_SLOTS, Noticed, Paragraph, Sheet, Slot
from pipeline.readers.upright import stood_up
from pipeline.readers.word_text import Words
from pipeline.readers.wordprocessing import MAX_DEPTH, child, has, inside, number, tag, value
from pipeline.words import tables as outside

_SPACES: Final = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_NOTES: Final = (("footnotes.xml", "footnote", "脚注"), ("endnotes.xml", "endnote", "尾注"))
# Parts with words that are not of the page: header2.xml, comments.xml
_OTHER_PARTS: Final = (("header", "页眉"), ("footer", "页脚"), ("comments", "批注"))
_HAN: Final = lazy_regex(r"[\u3400-\u9fff]")
_QUOTED: Final = 40
_ROWS, _CELLS = frozenset(("tr",)), frozenset(("tc",))


def read_document(package: Package, name: str) -> Grid:
    """The tables of the document in *package*, the file called *name*.

    Raises NotAPowerList where it has no table with a header row, SourceUnreadable where it is damaged.
    """
    main = next((path for kind, path in package.relations("").values() if kind == "officeDocument"), "")
    main = main if main in package.names else "word/document.xml"
    tree = package.tree(main)
    body = next((each for each in tree if tag(each) == "body"), None) if tree is not None else None
    if tree is None or body is None:
        raise SourceUnreadable(f"{name}：文档里没有正文；文件可能已损坏，请用 Word 打开修复后另存再试。")
    if not any(True for _ in tree.iter(*(f"{{{space}}}document" for space in _SPACES))):
        raise SourceUnreadable(f"{name}：这不是 Word 文档的正文；请用 Word 打开，另存为 .docx 后再试。")
    folder = main.rpartition("/")[0]
    words = Words(number_paragraphs(tree, package, folder))
    words.count_changes(tree)
    read, made_here = _without_findings(list(_sheets(body, name, words)))
    notes = Sheet({}, _Places(0), list(document_notes(package, folder, words)))
    notices = list(words.notices())
    for noticed, at in notices:
        _say(noticed, at, [*read, notes])
    sheets = outlined(stood_up(read))
    if not any(is_header(row) for sheet in sheets for row in sheet.rows.values()):
        raise NotAPowerList(f"{name}：{_reason(package, tree, sheets)}")
    said = {remark for sheet in (*sheets, notes) for remark in _remarks(sheet)}
    lost = [noticed for noticed, _ in notices if noticed not in said]  # a heading that has become one of a form
    sheets[0].remarks += [*lost, *_others(package, folder, words), *made_here]
    return read_sheets([*sheets, notes] if notes.above else sheets, name)


def _say(noticed: Noticed, at: Slot | Paragraph | None, sheets: list[Sheet]) -> None:
    """Put the remark *noticed* where it was seen, or to the first of *sheets* where that is in none of them."""
    for sheet in sheets:
        if isinstance(at, Paragraph) and any(paragraph is at for paragraph in sheet.above):
            remarks = (*at.remarks, noticed)
            sheet.above = [each._replace(remarks=remarks) if each is at else each for each in sheet.above]
            return
        if isinstance(at, Slot) and any(at in row for row in sheet.rows.values()):
            at.remarks = (*at.remarks, noticed)
            return
    sheets[0].remarks.append(noticed)


def _remarks(sheet: Sheet) -> Iterator[Noticed]:
    yield from sheet.remarks
    yield from (remark for paragraph in sheet.above for remark in paragraph.remarks)
    yield from (remark for row in sheet.rows.values() for slot in row if slot for remark in slot.remarks)


def _reason(package: Package, tree: etree._Element, sheets: list[Sheet]) -> str:
    tables = sum(1 for sheet in sheets if sheet.rows)
    if any(tag(element) == "altChunk" for element in tree.iter()):
        return "文档的正文是嵌入的另一个文件（altChunk）；请用 Word 打开，另存为 .docx 后再试。"
    if tables:
        return (
            f"文档里有{tables}张表格，都没有找到表头{nearest_in_tables(sheets)}；应当有一行依次写着“序号、权责事项、……、设定依据”等列名；"
            "请确认这是权责清单，并保留表头后再试。"
        )
    if any("/media/" in part for part in package.names) and not any(sheet.above for sheet in sheets):
        return "文档里只有图片，没有文字（可能是扫描件）；请取得文字版的 Word 或 Excel 文件。"
    return "文档里没有表格；清单应当是一张 Word 表格，请确认放入 raw/ 的是清单正文。"


def body_paragraphs(tree: etree._Element, words: Words) -> Iterator[Paragraph]:
    """The paragraphs of the document *tree* that say something, in order; of a table, one for each row."""
    count = 0
    for body in (each for each in tree if tag(each) == "body"):
        for block, said in words.joined(body):
            count += 1
            rows = inside(block, _ROWS) if said is None else ()
            texts = ["\u3000".join(filter(None, (_cell_text(c, words) for c in inside(row, _CELLS)))) for row in rows]
            for text in texts if said is None else [said]:
                if text.strip():
                    yield Paragraph(text, f"第{count}段")


def document_notes(package: Package, folder: str, words: Words) -> Iterator[Paragraph]:
    """The footnotes and endnotes of the document whose parts are in *folder*."""
    for part, kind, what in _NOTES:
        yield from _notes(package, f"{folder}/{part}", kind, what, words)


class _Places:
    """表2第5行第3列."""

    def __init__(self, table: int) -> None:
        self._table = table

    def __call__(self, row: int, column: int) -> str:
        return f"表{self._table}第{row + 1}行第{column + 1}列"


def _sheets(body: etree._Element, name: str, words: Words) -> Iterator[Sheet]:
    above: list[Paragraph] = []
    tables = paragraphs = 0

    def read(element: etree._Element, depth: int = 0) -> Iterator[Sheet]:
        nonlocal above, tables, paragraphs
        for block, said in words.joined(element):
            if said is not None:
                paragraphs += 1
                if said.strip():
                    above.append(Paragraph(said.strip("\n"), f"第{paragraphs}段"))
                    words.place(above[-1])
            elif depth < MAX_DEPTH and _lays_out(block):
                # A table that only holds the table of the list, for the look of the page.
                for row in inside(block, _ROWS):
                    for cell in inside(row, _CELLS):
                        yield from read(cell, depth + 1)
            else:
                tables += 1
                yield _sheet(block, tables, above, name, words)
                above = []

    yield from read(body)
    if above:
        yield Sheet({}, _Places(0), above)


def _without_findings(sheets: list[Sheet]) -> tuple[list[Sheet], list[Noticed]]:
    """*sheets* without the 核校意见 that this project appends to a list, and the notice that they were there."""
    for at, sheet in enumerate(sheets):
        for line, (heading, said) in enumerate(pairwise(paragraph.text for paragraph in sheet.above)):
            if heading == outside.OWN_FINDINGS and said.endswith((outside.NO_FINDINGS, outside.OWN_FINDINGS_NOTE)):
                is_list = said == outside.NO_FINDINGS or any(map(is_header, sheet.rows.values()))
                others = [*sheet.above[:line], *sheet.above[line + 2 :]]
                rest = Sheet(sheet.rows if is_list else {}, sheet.place, others)
                return [*sheets[:at], rest, *sheets[at + 1 :]], [
                    ("part-unread", (f"附在清单后的{heading}", said[:_QUOTED]))
                ]
    return sheets, []


def _lays_out(table: etree._Element) -> bool:
    """Whether *table* is no more than a frame: one cell to a row, and a table in one of them."""
    rows = [list(inside(row, _CELLS)) for row in inside(table, _ROWS)]
    return all(len(cells) <= 1 for cells in rows) and any(
        tag(block) == "tbl" for cells in rows for cell in cells for block in inside(cell, frozenset(("tbl",)))
    )


def _sheet(table: etree._Element, at_table: int, above: list[Paragraph], name: str, words: Words) -> Sheet:
    """Lay the cells of *table* out on its grid: gridSpan goes across, vMerge takes what stands above."""
    rows: dict[int, list[Slot | None]] = {}
    before: list[Slot | None] = []
    places = 0
    for at, row in enumerate(inside(table, _ROWS)):
        properties = child(row, "trPr")
        words.passes(properties)
        if has(properties, "del"):  # a row that a tracked change deletes
            words.place()
            continue
        slots: list[Slot | None] = [None] * number(properties, "gridBefore", 0)
        for cell in inside(row, _CELLS):
            words.passes(cell)
            properties = child(cell, "tcPr")
            if has(properties, "cellDel"):
                continue
            across = max(number(properties, "gridSpan", 1), 1)
            column = len(slots)
            slot: Slot | None
            if _goes_on(properties, "vMerge") and column < len(before):
                slot = before[column]
            elif _goes_on(properties, "hMerge") and slots:
                slot = slots[-1]
            else:
                slot = Slot(_cell_text(cell, words), at, column)
                words.place(slot)
            slots += [slot] * across
        for own in (slot for slot in slots if slot is not None and slot.row == at):
            words.place(own)  # what was seen in a cell without words, is said of the row
        places += len(slots)
        if slots and len(rows) >= MAX_ROWS:
            raise SourceUnreadable(
                f"{name}：表{at_table}超过{MAX_ROWS:,}行，不像清单；请确认这是清单文件，或分成几个文件后再试。"
            )
        if places > MAX_SLOTS:
            raise SourceUnreadable(f"{name}：表{at_table}过大或合并单元格覆盖的范围过大；请检查后另存再试。")
        before = slots
        if slots:
            rows[at] = slots
    width = max(map(len, rows.values()), default=0)
    filled = {
        at: [*(slot if slot is not None and slot.text.strip() else None for slot in row), *[None] * (width - len(row))]
        for at, row in rows.items()
    }
    return Sheet({at: row for at, row in filled.items() if any(row)}, _Places(at_table), above)


def _goes_on(properties: etree._Element | None, merge: str) -> bool:
    """Whether a cell goes on with the merged one before it: *merge* without a value, or one that says continue."""
    return has(properties, merge) and (value(properties, merge) or "continue") == "continue"


def _cell_text(cell: etree._Element, words: Words, depth: int = 0) -> str:
    """The paragraphs of a cell, a blank line between them; of a table inside it, a line for each row."""
    pieces: list[str] = []
    for block, said in words.joined(cell):
        if said is not None:
            pieces.append(said)
        elif depth < MAX_DEPTH:
            pieces += [
                "\u3000".join(filter(None, (_cell_text(inner, words, depth + 1) for inner in inside(row, _CELLS))))
                for row in inside(block, _ROWS)
            ]
    return "\n\n".join(piece for piece in pieces if piece.strip())


def _others(package: Package, folder: str, words: Words) -> Iterator[Noticed]:
    """Headers, footers and comments that say something: no part of the list."""
    for stem, kind in _OTHER_PARTS:
        said: list[str] = []
        for part in sorted(package.names):
            if part.startswith(f"{folder}/{stem}") and part.endswith(".xml") and "/" not in part[len(folder) + 1 :]:
                tree = package.tree(part)
                paragraphs = [each for each in tree.iter() if tag(each) == "p"] if tree is not None else []
                text = "".join("".join(words.of(each)).strip() for each in paragraphs)
                if _HAN.search(text):
                    said.append(text)
        if said:
            yield "part-unread", (kind, said[0][:_QUOTED])


def _notes(package: Package, part: str, name: str, kind: str, words: Words) -> Iterator[Paragraph]:
    """Footnotes and endnotes; separators have a type and no words."""
    tree = package.tree(part)
    count = 0
    if tree is not None:
        words.count_changes(tree)
    for note in tree if tree is not None else ():
        if tag(note) != name or any(str(key).endswith("}type") for key in note.attrib):
            continue
        count += 1
        text = "\n".join(said for _, said in words.joined(note) if said is not None and said.strip())
        if text.strip():
            paragraph = Paragraph(text, f"{kind}{count}")
            words.place(paragraph)
            yield paragraph
