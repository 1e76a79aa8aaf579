"""How the Word document looks: page, sizes, spacings, styles.

Knows how the annex of a public office looks (GB/T 9704-2012), in points and millimetres.
Does not know what stands in the document, nor how a style gets into the package (word_frame.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from docx.enum.text import WD_ALIGN_PARAGRAPH

# --- the page -------------------------------------------------------------------------------------------------------


def twips(millimetres: float) -> int:
    """A length in Word's unit, a twentieth of a point."""
    return round(millimetres / 25.4 * 1440)


# GB/T 9704-2012 §5.1: A4, text area 156 × 225 mm, margins 上 37 订口 28 下 35 右 26; they turn with the page.
TEXT_WIDTH: Final = 225
TEXT_HEIGHT: Final = 156
TOP, BOTTOM, LEFT, RIGHT = 28, 26, 35, 37
# §7.5: the dashes of — 1 — stand 7 mm below the text area; they are halfway up a line of 16 pt.
FOOTER: Final = BOTTOM - 7 - 8 * 25.4 / 72

# --- styles ---------------------------------------------------------------------------------------------------------

SIZE: Final = 10
LINE: Final = 13
"""Points of a character in a cell, and from line to line."""
MARGIN: Final = 3.6
"""Points left and right of the text in a cell: 38 mm hold ten characters of 10 pt, 10 mm hold two."""
INSET: Final = 2.5
"""Points more on both sides of the 设定依据 text: 121 mm hold 33 characters, and full lines need no stretching."""
PADDING: Final = 1
"""Points above and below the text in a cell."""
HEAD_SIZE: Final = 10.5
HEAD_LINE: Final = 15
"""The same in the header row."""
ROW_PADDING: Final = 2 * PADDING + 0.5
"""Points by which a row is taller than its lines: the padding and half a rule above and below."""

PAGE_ROOM: Final = TEXT_HEIGHT / 25.4 * 72 - 3 * HEAD_LINE - LINE
"""Points that are surely there below the header row of a page, a line in reserve."""
LINK_COLOUR: Final = "10243E"
"""Of words that lead to another item: blue enough to be found on a screen, printed as dark as the rest."""


class Style(NamedTuple):
    """A paragraph style: id, name, font (a field of Fonts), size and line height in points, space above and below.

    ``keep`` holds the paragraph on the page of the next one. ``indents`` are points by the names python-docx gives,
    ``characters`` the same in hundredths of a character, which Word prefers, by those of ECMA-376 Part 1 §17.3.1.12.
    ``outline`` is its level in the navigation; with ``page`` it begins a page.
    """

    id: str
    name: str
    font: str
    size: float
    line: float
    space: tuple[float, float] = (0, 0)
    keep: bool = False
    align: WD_ALIGN_PARAGRAPH | None = None
    indents: Mapping[str, float] = {}
    characters: Mapping[str, int] = {}
    outline: int | None = None
    page: bool = False


_CENTRE: Final = WD_ALIGN_PARAGRAPH.CENTER
_SIDES: Final = {"left_indent": INSET, "right_indent": INSET}

STYLES: Final = (
    # §7.3: 附件 on line 1; line 2 stays empty; the title on line 3.
    Style("Label", "附件标注", "heading", 16, 28, keep=True),
    Style("Title", "Title", "title", 22, 32, (28, 10), keep=True, align=_CENTRE),
    Style("Heading1", "heading 1", "heading", 14, 20, (8, 6), keep=True, outline=0),
    Style("Note", "说明", "body", 12, 18, (3, 3)),
    Style("Head", "表头", "heading", HEAD_SIZE, HEAD_LINE, (1.5, 1.5), keep=True, align=_CENTRE),
    Style("Group", "分组", "heading", SIZE, LINE, (1, 1), keep=True),
    Style("Cell", "单元格", "body", SIZE, LINE),
    Style("CellCentre", "单元格居中", "body", SIZE, LINE, align=_CENTRE),
    Style("Missing", "源文件缺少", "body", SIZE, LINE),
    Style("Citation", "法律名称", "heading", SIZE, LINE, indents=_SIDES),
    Style(
        "Provision", "条文", "body", SIZE, LINE, align=WD_ALIGN_PARAGRAPH.JUSTIFY,
        indents={**_SIDES, "first_line_indent": 2 * SIZE}, characters={"firstLineChars": 200},
    ),
    Style("Findings", "核校意见", "title", 16, 28, (0, 4), keep=True, align=_CENTRE, outline=0, page=True),
    # Word wants a paragraph after a table; this one takes no room.
    Style("TableEnd", "表后", "body", 1, 1),
    # §7.5: 4号 (14 pt) 宋体, odd pages right, even pages left, one character in.
    Style(
        "PageOdd", "单页页码", "number", 14, 16, align=WD_ALIGN_PARAGRAPH.RIGHT,
        indents={"right_indent": 14}, characters={"rightChars": 100},
    ),
    Style("PageEven", "双页页码", "number", 14, 16, indents={"left_indent": 14}, characters={"leftChars": 100}),
)  # fmt: skip
CHANGE_STYLES: Final = (
    Style("TableTitle", "对照表标题", "title", 22, 32, (0, 10), keep=True, align=_CENTRE, outline=0, page=True),
    Style("SignOff", "签署", "body", SIZE, LINE, (12, 0)),
)
"""Those that only a document about changes has; each of its tables begins a page and ends with a line to sign."""
HEIGHTS: Final = {style.id: style.line + sum(style.space) for style in (*STYLES, *CHANGE_STYLES)}
"""Points a paragraph of one line takes, by style."""
SPACES: Final = {style.id: style.space for style in STYLES}
"""Points above and below it; of two paragraphs that meet, Word leaves the larger (unless told not to)."""
