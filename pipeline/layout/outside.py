"""Text outside the rows: labels, the title, captions, notes.

Knows how such lines look and where a last cell ends and they begin. Does not know rows or columns.
"""

from __future__ import annotations

from typing import Final

from pipeline.layout.nouns import Bounds, Caption, Defect, Header, Layout, Text
from pipeline.model import BlockKind
from pipeline.numerals import parse_numeral
from pipeline.patterns import lazy_regex
from pipeline.readers import Cell, Grid, content
from pipeline.words import cells as shapes
from pipeline.words import tables as words
from pipeline.words.cells import ORGAN

_LINE: Final = lazy_regex(r"[^\n]+")
_IN_BRACKETS: Final = lazy_regex(r"[（(][^（()）]+[）)]")


def outside_text(grid: Grid, span: Bounds, layout: Layout, *, prelude: bool) -> list[Caption]:
    """Make blocks of the lines in *span*; the captions among them are returned as well."""
    captions: list[Caption] = []
    for match in _LINE.finditer(grid.text, *span):
        start, end = content(grid.text, *match.span())
        if start == end:
            continue
        line = grid.text[start:end]
        caption = read_caption(line, (start, end)) or titled(grid, (start, end), layout, prelude=prelude)
        kind: BlockKind = "note"
        if caption:
            captions.append(caption)
            kind = "caption"
        elif prelude and words.TITLE.fullmatch(line) and all(block.kind != "title" for block in layout.blocks):
            kind = "title"
        elif words.LABEL.fullmatch(line):
            kind = "label"
        elif not _is_usual(grid.text, line, layout):
            layout.defects.append(Defect("text-outside-table", (start, end), None, (line,)))
        layout.blocks.append(Text(kind, (start, end)))
    return captions


def _is_usual(text: str, line: str, layout: Layout) -> bool:
    """Whether *line* is of a kind that offices print around a table, or a further point of the note above it."""
    if words.OFFICE_LINE.fullmatch(line) or any(kind.fullmatch(line) for kind in words.OUTSIDE_LINES.values()):
        return True
    if not layout.blocks or layout.blocks[-1].kind != "note" or not words.NOTE_GOES_ON.fullmatch(line):
        return False
    above = text[slice(*layout.blocks[-1].span)]
    return any(kind.fullmatch(above) for kind in (words.NOTE, words.NOTE_GOES_ON))


def read_caption(line: str, span: Bounds) -> Caption | None:
    """*line* taken apart, where it is a caption: 表一 or a number of items stands in it, be it one nobody can read."""
    match = words.CAPTION.fullmatch(line)
    if match is None or (match["label"] is match["count"] is match["uncounted"] is None):
        return None
    count = parse_numeral(match["count"]) if match["count"] else None
    text = match["type"].strip()
    kind = usual_type(text) or (text if words.OTHER_TYPE.fullmatch(text) else None)
    if kind is None and (titled := words.TITLED_TYPE.fullmatch(text)):
        kind = titled["type"]  # 一、市设定的行政许可事项目录（共4项）
    return Caption(match["label"], kind, count, span)


def titled(grid: Grid, span: Bounds, layout: Layout, *, prelude: bool) -> Caption | None:
    """A title below the first one that says what it lists is of another type: 云溪市古桥局行政许可清单 over a table.

    One that says the type of the last again is the list going on over a page.
    """
    line = grid.text[slice(*span)]
    match = words.TITLED_TYPE.fullmatch(line) if words.TITLE.fullmatch(line) else None
    if match is None or (prelude and all(block.kind != "title" for block in layout.blocks)):
        return None
    said = (grid.text[slice(*block.span)] for block in reversed(layout.blocks) if block.kind in {"title", "caption"})
    last = next((kind for kind in (_type_in(line) for line in said) if kind), None)
    return Caption(None, match["type"], None, span) if match["type"] != last else None


def _type_in(line: str) -> str | None:
    match = words.TITLED_TYPE.fullmatch("".join(line.split())) or words.POWER_TYPE.search(line)
    return match["type"] if match else None


def settle_title(grid: Grid, layout: Layout) -> None:
    """Make one title of lines that say only together whose list it is: 云溪市古桥管理局 over 权责清单.

    So of a title that breaks in the middle (…权力清单和 over 责任清单), and of its type in brackets on a line below it.
    A title like the captions below it, 行政处罚清单 where 行政许可清单 follows, is the first of them; one with no
    table below it is a note.
    """
    at = 0
    while at + 1 < len(layout.blocks) and layout.blocks[at].kind != "header":
        above, below = layout.blocks[at : at + 2]
        if _is_one_title(grid.text, above, below, layout):
            layout.blocks[at : at + 2] = [Text("title", (above.span[0], below.span[1]))]
            layout.defects[:] = [each for each in layout.defects if each.span not in {above.span, below.span}]
        else:
            at += 1
    tabled = {table.caption.span for table in layout.tables if table.caption}
    layout.blocks[:] = [
        block._replace(kind="note")
        if block.kind == "caption" and block.span not in tabled and words.TITLE.fullmatch(grid.text, *block.span)
        else block
        for block in layout.blocks
    ]
    titles = [(at, block) for at, block in enumerate(layout.blocks) if block.kind in {"title", "caption"}]
    if len(titles) > 1 and titles[0][1].kind == "title" and not layout.tables[0].caption:
        named = [words.TITLE.fullmatch(grid.text, *block.span) for _, block in titles]
        kind = words.TITLED_TYPE.fullmatch(grid.text, *titles[0][1].span)
        if kind and all(match and not match["authority"] for match in named):
            at, block = titles[0]
            layout.blocks[at] = block._replace(kind="caption")
            layout.tables[0] = layout.tables[0]._replace(caption=Caption(None, kind["type"], None, block.span))


def _is_one_title(text: str, above: Text, below: Text, layout: Layout) -> bool:
    lines = ["".join(text[slice(*block.span)].split()) for block in (above, below)]
    if above.kind == "title":
        return below.kind == "note" and _IN_BRACKETS.fullmatch(lines[1]) is not None and _type_in(lines[1]) is not None
    if above.kind != "note" or below.kind not in {"note", "title"}:
        return False
    if below.kind == "note" and any(block.kind == "title" for block in layout.blocks):
        return False
    one, whole = words.TITLE.fullmatch(lines[1]), words.TITLE.fullmatch("".join(lines))
    named = one["authority"] if one else ""
    return not named and whole is not None and ORGAN.fullmatch(whole["authority"]) is not None


def usual_type(text: str) -> str | None:
    """一、行政许可 → 行政许可; None for 桥务科 and 森林资源类行政处罚, which are groups of a table's items."""
    match = words.POWER_TYPE.fullmatch(text) or words.LISTED_TYPE.match(text)
    return match["type"] if match else None


def detach_tail(grid: Grid, cells: list[Cell], header: Header, layout: Layout) -> list[Caption]:
    """Text that follows the last row before the next header or the end of the text leaves the last of *cells*."""
    cell = cells[-1]
    cut = below_row(grid, cell) if len(cells) >= len(header.columns) else None
    if cut is None:
        cut = _marked(grid, cell)
    if cut is None:
        return []
    cells[-1] = Cell(cell.start, cut)
    return outside_text(grid, (cut, cell.end), layout, prelude=False)


def below_row(grid: Grid, cell: Cell) -> int | None:
    """Where text begins that stands below a row's last *cell*, which is empty on its own line; None where none does."""
    line_end = grid.text.find("\n", cell.start, cell.end)
    if line_end < 0 or content(grid.text, cell.start, line_end)[1] > cell.start:
        return None
    start, end = content(grid.text, line_end, cell.end)
    return start if end > start else None


def _marked(grid: Grid, cell: Cell) -> int | None:
    """Where in *cell*, after a line break, a line begins that says itself that it is a caption, label or note."""
    line_end = grid.text.find("\n", cell.start, cell.end)
    for match in _LINE.finditer(grid.text, line_end, cell.end) if line_end >= 0 else ():
        start, end = content(grid.text, *match.span())
        line = grid.text[start:end]
        if line and (
            read_caption(line, (0, 0))
            or words.LABEL.fullmatch(line)
            or words.NOTE.fullmatch(line)
            or shapes.PAGE_END.match(line)
        ):
            return start
    return None
