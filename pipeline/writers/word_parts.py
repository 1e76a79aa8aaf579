"""The fixed parts of the Word package: page, styles, fonts, settings, footers.

Knows how the annex of a public office looks (GB/T 9704-2012) and says it in WordprocessingML (ECMA-376 Part 1 §17).
Does not know what stands in the document: nothing here depends on a list.
"""

from __future__ import annotations

from typing import Final, NamedTuple
from xml.sax.saxutils import quoteattr

from pipeline.writers.ooxml import (
    APP_PROPERTIES,
    CONTENT_TYPES,
    CORE_PROPERTIES,
    XML_DECLARATION,
    Fonts,
    clean_text,
)

DOCUMENT: Final = "word/document.xml"

_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_PACKAGE_TYPES: Final = "application/vnd.openxmlformats-package"
_OFFICE_TYPES: Final = "application/vnd.openxmlformats-officedocument"

# --- the page -------------------------------------------------------------------------------------------------------


def twips(millimetres: float) -> int:
    """A length in Word's unit, a twentieth of a point."""
    return round(millimetres / 25.4 * 1440)


# GB/T 9704-2012 §5.1: A4, text area 156 × 225 mm, margins 上 37 订口 28 下 35 右 26; they turn with the page.
TEXT_WIDTH: Final = 225
TEXT_HEIGHT: Final = 156
_TOP, _BOTTOM, _LEFT, _RIGHT = 28, 26, 35, 37
# §7.5: the dashes of — 1 — stand 7 mm below the text area; they are halfway up a line of 16 pt.
_FOOTER: Final = _BOTTOM - 7 - 8 * 25.4 / 72

BODY_OPEN: Final = f'{XML_DECLARATION}<w:document {_W} xmlns:r="{_RELATIONSHIPS}"><w:body>'
BODY_CLOSE: Final = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
    f'<w:pgSz w:w="{twips(297)}" w:h="{twips(210)}" w:orient="landscape"/>'
    f'<w:pgMar w:top="{twips(_TOP)}" w:right="{twips(_RIGHT)}" w:bottom="{twips(_BOTTOM)}"'
    f' w:left="{twips(_LEFT)}" w:header="{twips(15)}" w:footer="{twips(_FOOTER)}" w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>"
)

# --- styles ---------------------------------------------------------------------------------------------------------

SIZE: Final = 10
LINE: Final = 13
"""Points of a character in a cell, and from line to line."""
MARGIN: Final = 3.6
"""Points left and right of the text in a cell: 38 mm hold ten characters of 10 pt, 10 mm hold two."""
INSET: Final = 2.5
"""Points more on both sides of the 设定依据 text: 121 mm hold 33 characters, and full lines need no stretching."""
_PADDING: Final = 1
"""Points above and below the text in a cell."""
HEAD_SIZE: Final = 10.5
HEAD_LINE: Final = 15
"""The same in the header row."""
ROW_PADDING: Final = 2 * _PADDING + 0.5
"""Points by which a row is taller than its lines: the padding and half a rule above and below."""


class _Style(NamedTuple):
    """A paragraph style: id, name, font (a field of Fonts), size and line height in points, space above and below.

    ``keep`` holds the paragraph on the page of the next one; ``after`` are the elements that follow w:spacing in the
    order of ECMA-376 Part 1 §17.3.1.26.
    """

    id: str
    name: str
    font: str
    size: float
    line: float
    space: tuple[float, float] = (0, 0)
    keep: bool = False
    after: str = ""


_CENTRE: Final = '<w:jc w:val="center"/>'
_SIDES: Final = f'w:left="{INSET * 20:.0f}" w:right="{INSET * 20:.0f}"'
_ODD: Final = '<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>'
_EVEN: Final = '<w:ind w:leftChars="100" w:left="280"/>'
_TWO_CHARACTERS: Final = f'<w:ind {_SIDES} w:firstLineChars="200" w:firstLine="400"/><w:jc w:val="both"/>'

_STYLES: Final = (
    # §7.3: 附件 on line 1; line 2 stays empty; the title on line 3.
    _Style("Label", "附件标注", "heading", 16, 28, keep=True),
    _Style("Title", "Title", "title", 22, 32, (28, 10), keep=True, after=_CENTRE),
    _Style("Heading1", "heading 1", "heading", 14, 20, (8, 6), keep=True, after='<w:outlineLvl w:val="0"/>'),
    _Style("Note", "说明", "body", 12, 18, (3, 3)),
    _Style("Head", "表头", "heading", HEAD_SIZE, HEAD_LINE, (1.5, 1.5), keep=True, after=_CENTRE),
    _Style("Group", "分组", "heading", SIZE, LINE, (1, 1), keep=True),
    _Style("Cell", "单元格", "body", SIZE, LINE),
    _Style("CellCentre", "单元格居中", "body", SIZE, LINE, after=_CENTRE),
    _Style("Citation", "法律名称", "heading", SIZE, LINE, after=f"<w:ind {_SIDES}/>"),
    _Style("Provision", "条文", "body", SIZE, LINE, after=_TWO_CHARACTERS),
    # Word wants a paragraph after a table; this one takes no room.
    _Style("TableEnd", "表后", "body", 1, 1),
    # §7.5: 4号 (14 pt) 宋体, odd pages right, even pages left, one character in.
    _Style("PageOdd", "单页页码", "number", 14, 16, after=_ODD),
    _Style("PageEven", "双页页码", "number", 14, 16, after=_EVEN),
)
_BUILT_IN: Final = ("Title", "Heading1")
HEIGHTS: Final = {style.id: style.line + sum(style.space) for style in _STYLES}
"""Points a paragraph of one line takes, by style."""

_RULE: Final = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
_TABLE_STYLE: Final = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="PowerTable"><w:name w:val="清单表"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:jc w:val="center"/><w:tblBorders>'
    + "".join(f"<w:{side} {_RULE}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    + "</w:tblBorders><w:tblCellMar>"
    + "".join(
        f'<w:{side} w:w="{points * 20:.0f}" w:type="dxa"/>'
        for side, points in (("top", _PADDING), ("left", MARGIN), ("bottom", _PADDING), ("right", MARGIN))
    )
    + '</w:tblCellMar></w:tblPr><w:tcPr><w:vAlign w:val="center"/></w:tcPr><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr></w:tblStylePr></w:style>'
)
# What Word takes for granted in every document.
_DEFAULT_STYLES: Final = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    # A space between 第 and 1 that nobody printed is not wanted.
    '<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def _fonts(font: str) -> str:
    """w:rFonts; all four slots, for Chinese text takes eastAsia, digits ascii, and quotation marks either."""
    name = quoteattr(clean_text(font))
    return f"<w:rFonts w:ascii={name} w:hAnsi={name} w:eastAsia={name} w:cs={name}/>"


def _size(points: float) -> str:
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def _paragraph_style(style: _Style, fonts: Fonts) -> str:
    above, below = style.space
    custom = "" if style.id in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{"<w:keepNext/>" if style.keep else ""}'
        f'<w:spacing w:before="{above * 20:.0f}" w:after="{below * 20:.0f}" w:line="{style.line * 20:.0f}"'
        f' w:lineRule="exact"/>{style.after}</w:pPr>'
        f"<w:rPr>{_fonts(getattr(fonts, style.font))}{_size(style.size)}</w:rPr></w:style>"
    )


def _styles(fonts: Fonts) -> str:
    return (
        f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(fonts.body)}{_size(SIZE)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        f"</w:docDefaults>{_DEFAULT_STYLES}"
        + "".join(_paragraph_style(style, fonts) for style in _STYLES)
        + '<w:style w:type="character" w:customStyle="1" w:styleId="Article"><w:name w:val="条标"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{_fonts(fonts.heading)}</w:rPr></w:style>'
        f"{_TABLE_STYLE}</w:styles>"
    )


# --- fonts, settings, footers, and what ties the parts together -----------------------------------------------------

# What a machine without the font should take instead (w:altName, ECMA-376 Part 1 §17.8.3.1).
_STAND_INS: Final = {"方正小标宋简体": "宋体", "仿宋_GB2312": "仿宋"}


def _font_table(fonts: Fonts) -> str:
    rows = []
    for name in sorted({fonts.title, fonts.heading, fonts.body, fonts.number}):
        stand_in = f'<w:altName w:val="{_STAND_INS[name]}"/>' if name in _STAND_INS else ""
        # 86 is GB2312.
        rows.append(f'<w:font w:name={quoteattr(clean_text(name))}>{stand_in}<w:charset w:val="86"/></w:font>')
    return f"<w:fonts {_W}>{''.join(rows)}</w:fonts>"


_SETTINGS: Final = (
    f'<w:settings {_W}><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)


def _footer(style: str) -> str:
    """— 1 — as GB/T 9704-2012 §7.5 prints it."""
    return (
        f'<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


# Part, its content type, its relationship; the document's in the order of their ids (rId1, rId2, …).
_WORD_PARTS: Final = (
    ("styles", "styles"), ("settings", "settings"), ("fontTable", "fontTable"), ("footer1", "footer"),
    ("footer2", "footer"),
)  # fmt: skip
_TYPES: Final = {
    f"/{DOCUMENT}": f"{_OFFICE_TYPES}.wordprocessingml.document.main+xml",
    **{f"/word/{part}.xml": f"{_OFFICE_TYPES}.wordprocessingml.{kind}+xml" for part, kind in _WORD_PARTS},
    f"/{CORE_PROPERTIES}": f"{_PACKAGE_TYPES}.core-properties+xml",
    f"/{APP_PROPERTIES}": f"{_OFFICE_TYPES}.extended-properties+xml",
}
_CONTENT_TYPES: Final = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
    f' ContentType="{_PACKAGE_TYPES}.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    + "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in _TYPES.items())
    + "</Types>"
)


def _relationships(targets: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def fixed_parts(fonts: Fonts) -> dict[str, bytes]:
    """Every part of the package but the document itself and the properties, by name, [Content_Types].xml first."""
    parts = {
        CONTENT_TYPES: _CONTENT_TYPES,
        "_rels/.rels": _relationships(
            [
                (f"{_RELATIONSHIPS}/officeDocument", DOCUMENT),
                (f"{_PACKAGE}/relationships/metadata/core-properties", CORE_PROPERTIES),
                (f"{_RELATIONSHIPS}/extended-properties", APP_PROPERTIES),
            ]
        ),
        "word/_rels/document.xml.rels": _relationships(
            [(f"{_RELATIONSHIPS}/{kind}", f"{part}.xml") for part, kind in _WORD_PARTS]
        ),
        "word/styles.xml": _styles(fonts),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _font_table(fonts),
        "word/footer1.xml": _footer("PageOdd"),
        "word/footer2.xml": _footer("PageEven"),
    }
    return {name: (XML_DECLARATION + part).encode() for name, part in parts.items()}
