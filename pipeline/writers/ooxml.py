"""What the two Office formats share: text XML can hold, fonts, and a package with the same bytes every day.

Knows XML 1.0's alphabet, the core properties and the zip inside .docx and .xlsx (ECMA-376 Part 2).
Does not know what a document or a workbook is, nor what a power list is.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import Final

from pipeline.patterns import lazy_re

XML_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT_TYPES: Final = "[Content_Types].xml"
CORE_PROPERTIES: Final = "docProps/core.xml"
APP_PROPERTIES: Final = "docProps/app.xml"

INSERTED_COLOUR: Final = "C00000"
DELETED_COLOUR: Final = "7F7F7F"
"""Of changed words: red, and underlined; grey, and struck through; so that they differ in black and white, too."""

REPLACEMENT: Final = "\ufffd"
"""Shown where the source has a character no XML file can hold: seen, not dropped."""

# XML 1.0 (5th ed.) production 2, turned round: everything that is no Char.
_FORBIDDEN: Final = lazy_re("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_CORE: Final = (
    XML_DECLARATION
    + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject><dc:language>zh-CN</dc:language>"
    "</cp:coreProperties>"
)
_APP: Final = (
    XML_DECLARATION + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold
_MS_DOS: Final = 0


@dataclass(frozen=True)
class Fonts:
    """The fonts of a document by what they are for; names only, font files are never shipped."""

    title: str
    heading: str
    body: str
    number: str
    title_bold: bool = False


# GB/T 9704-2012 §5.2.2, §7: title 小标宋, headings 黑体, body 仿宋, page number 宋体.
OFFICIAL: Final = Fonts("方正小标宋简体", "黑体", "仿宋_GB2312", "宋体")
# For machines that have only what Windows brings.
SYSTEM: Final = Fonts("宋体", "黑体", "仿宋", "宋体", title_bold=True)


def attribute(text: str) -> str:
    """*text* as the quoted value of an XML attribute."""
    return f'"{escape(text)}"'


def clean_text(text: str) -> str:
    """*text* with U+FFFD in place of every character XML 1.0 forbids.

    Those are the controls except tab, line feed and carriage return, U+FFFE, U+FFFF and lone surrogates. Never raises;
    the length stays the same.
    """
    return _FORBIDDEN.sub(REPLACEMENT, text)


def property_parts(*, title: str, subject: str) -> dict[str, bytes]:
    """The two property parts by name, saying what the document is and nothing about who made it, when or how."""
    core = _CORE.format(title=escape(clean_text(title), quote=False), subject=escape(clean_text(subject), quote=False))
    return {APP_PROPERTIES: _APP.encode(), CORE_PROPERTIES: core.encode()}


def write_package(parts: Iterable[tuple[str, Iterable[bytes]]]) -> bytes:
    """Zip *parts*, each a name and its bytes in pieces, in the order given.

    Every member has the same date, attributes and level, so that the bytes depend on the parts alone. The pieces are
    compressed as they come: a large part is never held whole.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, pieces in parts:
            # A member written from a ZipInfo has zlib's own level, 6, whatever the ZipFile was opened with.
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = _MS_DOS  # else the platform's
            with package.open(member, "w") as stream:
                for piece in pieces:
                    stream.write(piece)
    return buffer.getvalue()
