"""The Word document without content, as python-docx makes it: page, styles, fonts, settings, footers, package.

Knows python-docx, what its template has to lose, and what ECMA-376 Part 1 §17 has that its API does not reach.
Does not know sizes and spacings (word_parts.py), nor what stands in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Final, cast
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.styles import CT_Styles
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.styles.styles import Styles
from docx.text.paragraph import Paragraph

from pipeline.writers.ooxml import DELETED_COLOUR, INSERTED_COLOUR, XML_DECLARATION, Fonts, attribute, clean_text
from pipeline.writers.word_parts import (
    BOTTOM,
    CHANGE_STYLES,
    FOOTER,
    LEFT,
    LINK_COLOUR,
    MARGIN,
    PADDING,
    RIGHT,
    SIZE,
    STYLES,
    TOP,
    Style,
)

DOCUMENT: Final = "word/document.xml"
_STYLES_PART: Final = "word/styles.xml"

# What stays of the template's parts; besides, the font table is written anew.
_KEPT: Final = (
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
)
_BUILT_IN: Final = ("Title", "Heading1")
_RULE: Final = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
# python-docx can add a table style, but not say how it looks.
_TABLE_LOOK: Final = (
    f'<w:style {nsdecls("w")}><w:tblPr><w:jc w:val="center"/><w:tblBorders>'
    + "".join(f"<w:{side} {_RULE}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    + "</w:tblBorders><w:tblCellMar>"
    + "".join(
        f'<w:{side} w:w="{points * 20:.0f}" w:type="dxa"/>'
        for side, points in (("top", PADDING), ("left", MARGIN), ("bottom", PADDING), ("right", MARGIN))
    )
    + '</w:tblCellMar></w:tblPr><w:tcPr><w:vAlign w:val="center"/></w:tcPr><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr></w:tblStylePr></w:style>'
)
# What a machine without the font should take instead (w:altName, ECMA-376 Part 1 §17.8.3.1).
_STAND_INS: Final = {"方正小标宋简体": "宋体", "仿宋_GB2312": "仿宋"}


@lru_cache(maxsize=4)
def frame(fonts: Fonts, *, changes: bool = False) -> Mapping[str, bytes]:
    """The parts of a document without content, by name; with the styles for *changes* of one that marks them."""
    if changes:
        plain = frame(fonts)  # a build makes both documents, and the template takes longer to read than its styles
        return {**plain, _STYLES_PART: _with_change_styles(plain[_STYLES_PART], fonts)}
    document = docx.Document()
    _strip(document)
    _define_styles(document.styles, fonts)
    _name_fonts(document, fonts)
    _choose_settings(document)
    _lay_out_page(document)
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as package:
        return {name: package.read(name) for name in package.namelist()}


def filled(document: bytes, body: Iterable[str]) -> Iterator[bytes]:
    """The document part of a frame with *body*, WordprocessingML with the prefix w, before its w:sectPr."""
    head, start, tail = document.partition(b"<w:body>")
    yield head + start
    yield from (piece.encode() for piece in body)
    yield tail


def _strip(document: Document) -> None:
    """Take out what the template brings and no list needs: theme, thumbnail, numbering, some 160 styles, …"""
    package = document.part.package
    assert package is not None
    for rels in (package.rels, document.part.rels):
        for number in [number for number, rel in rels.items() if rel.reltype not in _KEPT]:
            del rels[number]
    _keep(document.styles.element, "docDefaults", "style")
    for style in list(document.styles):
        if style.element.get(qn("w:default")) is None:
            style.delete()
        else:
            style.unhide_when_used = False
    _keep(document.styles["Normal"].element, "name", "qFormat")
    _keep(document.settings.element, "zoom", "characterSpacingControl", "compat")
    section = _child(document.element, "w:body/w:sectPr")
    section.attrib.clear()  # the sessions it was edited in
    _keep(section, "pgSz", "pgMar")


# --- styles and fonts -----------------------------------------------------------------------------------------------


def _define_styles(styles: Styles, fonts: Fonts) -> None:
    defaults = _child(styles.element, "w:docDefaults/w:rPrDefault/w:rPr")
    _set_fonts(_child(defaults, "w:rFonts"), fonts.body)
    for size in ("w:sz", "w:szCs"):
        _child(defaults, size).set(qn("w:val"), str(SIZE * 2))
    _child(defaults, "w:lang").set(qn("w:eastAsia"), "zh-CN")
    _keep(_child(styles.element, "w:docDefaults/w:pPrDefault"))
    # A space between 第 and 1 that nobody printed is not wanted.
    normal = _add(styles["Normal"].element, "w:pPr")
    _add(normal, "w:autoSpaceDE", val="0")
    _add(normal, "w:autoSpaceDN", val="0")
    for style in STYLES:
        _add_paragraph_style(styles, style, fonts)
    article = _new(styles, "Article", "条标", WD_STYLE_TYPE.CHARACTER)
    article.quick_style = True
    _set_font(article, fonts.heading)
    _new(styles, "Reference", "引用", WD_STYLE_TYPE.CHARACTER).font.color.rgb = RGBColor.from_string(LINK_COLOUR)
    _new(styles, "PowerTable", "清单表", WD_STYLE_TYPE.TABLE).element.extend(parse_xml(_TABLE_LOOK))


def _with_change_styles(part: bytes, fonts: Fonts) -> bytes:
    styles = Styles(cast(CT_Styles, parse_xml(part)))
    for style in CHANGE_STYLES:
        _add_paragraph_style(styles, style, fonts)
    inserted = _new(styles, "Inserted", "增加的文字", WD_STYLE_TYPE.CHARACTER)
    inserted.font.color.rgb, inserted.font.underline = RGBColor.from_string(INSERTED_COLOUR), True
    deleted = _new(styles, "Deleted", "删去的文字", WD_STYLE_TYPE.CHARACTER)
    deleted.font.color.rgb, deleted.font.strike = RGBColor.from_string(DELETED_COLOUR), True
    return serialize_part_xml(styles.element)


def _new(styles: Styles, style_id: str, name: str, kind: WD_STYLE_TYPE) -> CharacterStyle:
    """A style based on the default of its kind. python-docx makes the id of the name, so the name comes second."""
    style: CharacterStyle = styles.add_style(style_id, kind, builtin=style_id in _BUILT_IN)  # type: ignore[no-untyped-call]
    style.name = name
    style.base_style = styles.default(kind)
    return style


def _add_paragraph_style(styles: Styles, style: Style, fonts: Fonts) -> None:
    added = cast(ParagraphStyle, _new(styles, style.id, style.name, WD_STYLE_TYPE.PARAGRAPH))
    added.quick_style = True
    layout = added.paragraph_format
    layout.keep_with_next = True if style.keep else None
    layout.page_break_before = True if style.page else None
    layout.space_before, layout.space_after = map(Pt, style.space)
    layout.line_spacing = Pt(style.line)  # a length, not a number: exactly so much
    layout.alignment = style.align
    for name, points in style.indents.items():
        setattr(layout, name, Pt(points))
    for name, hundredths in style.characters.items():
        _child(added.element, "w:pPr/w:ind").set(qn(f"w:{name}"), str(hundredths))
    if style.outline is not None:
        _add(_child(added.element, "w:pPr"), "w:outlineLvl", val=str(style.outline))
    _set_font(added, getattr(fonts, style.font))
    added.font.size = Pt(style.size)
    _add(_child(added.element, "w:rPr"), "w:szCs", val=f"{style.size * 2:.0f}")


def _set_font(style: CharacterStyle, font: str) -> None:
    style.font.name = clean_text(font)
    _set_fonts(_child(style.element, "w:rPr/w:rFonts"), font)


def _set_fonts(slots: BaseOxmlElement, font: str) -> None:
    """Fill all four slots: Chinese text takes eastAsia, digits ascii, and quotation marks either."""
    slots.attrib.clear()  # a theme's font would come first
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        slots.set(qn(f"w:{slot}"), clean_text(font))


def _name_fonts(document: Document, fonts: Fonts) -> None:
    """Add the font table, of which python-docx knows nothing."""
    rows = []
    for name in sorted({fonts.title, fonts.heading, fonts.body, fonts.number}):
        stand_in = f'<w:altName w:val="{_STAND_INS[name]}"/>' if name in _STAND_INS else ""
        # 86 is GB2312.
        rows.append(f'<w:font w:name={attribute(clean_text(name))}>{stand_in}<w:charset w:val="86"/></w:font>')
    table = f"{XML_DECLARATION}<w:fonts {nsdecls('w')}>{''.join(rows)}</w:fonts>"
    part = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, table.encode())
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


# --- settings, page, footers ----------------------------------------------------------------------------------------


def _choose_settings(document: Document) -> None:
    settings = document.settings.element
    zoom = _child(settings, "w:zoom")
    zoom.attrib.clear()
    zoom.set(qn("w:percent"), "100")  # which the template has not and the schema wants
    _child(settings, "w:characterSpacingControl").set(qn("w:val"), "compressPunctuation")
    compat = _child(settings, "w:compat")
    _keep(compat)
    _add(compat, "w:compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")
    document.settings.odd_and_even_pages_header_footer = True


def _lay_out_page(document: Document) -> None:
    (section,) = document.sections
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(
        Mm, (TOP, BOTTOM, LEFT, RIGHT)
    )
    section.header_distance, section.footer_distance = Mm(15), Mm(FOOTER)
    for footer, style in ((section.footer, "单页页码"), (section.even_page_footer, "双页页码")):
        footer.is_linked_to_previous = False
        (paragraph,) = footer.paragraphs
        paragraph.style = document.styles[style]
        _number(paragraph)


def _number(paragraph: Paragraph) -> None:
    """— 1 — as GB/T 9704-2012 §7.5 prints it; python-docx has no fields."""
    paragraph.add_run("— ")
    _add(paragraph.add_run().element, "w:fldChar", fldCharType="begin")
    instruction = _add(paragraph.add_run().element, "w:instrText")
    instruction.text = " PAGE "
    instruction.set(qn("xml:space"), "preserve")
    _add(paragraph.add_run().element, "w:fldChar", fldCharType="separate")
    paragraph.add_run("1")
    _add(paragraph.add_run().element, "w:fldChar", fldCharType="end")
    paragraph.add_run(" —")


# --- below the API --------------------------------------------------------------------------------------------------


def _child(element: BaseOxmlElement, path: str) -> BaseOxmlElement:
    return cast(BaseOxmlElement, element.xpath(path)[0])


def _add(element: BaseOxmlElement, tag: str, /, **attributes: str) -> BaseOxmlElement:
    """A new last child of *element*."""
    element.append(OxmlElement(tag, {qn(f"w:{attribute}"): value for attribute, value in attributes.items()}))
    return cast(BaseOxmlElement, element[-1])


def _keep(element: BaseOxmlElement, *names: str) -> None:
    """Leave only the children with these names."""
    kept = {qn(f"w:{name}") for name in names}
    for child in list(element):
        if child.tag not in kept:
            element.remove(child)
