"""What a file is, by its content; its name is not asked.

Knows magic numbers, the members of packages, and what to say of a format that is not read. Does not read any format.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

import regex

from pipeline.errors import SourceUnreadable
from pipeline.patterns import lazy_regex
from pipeline.readers.encrypted import is_encrypted
from pipeline.readers.package import Package

SourceFormat = Literal["text", "html", "docx", "xlsx", "xls", "doc"]

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF: Final = (
    "这是 PDF 文件；PDF 只有排好的页面，没有表格的行列，读出来会错行漏字；"
    "请取得原来的 Word 或 Excel 文件（.docx、.xlsx）放入 raw/。"
)
_ARCHIVE: Final = "这是压缩包；请解压后把其中的清单文件放入 raw/。"
_PICTURE: Final = "这是图片（扫描件），里面没有文字；请取得原来的 Word 或 Excel 文件放入 raw/。"

_SAVE_AS: Final = "请用 Office 打开，另存为 .docx 或 .xlsx 后放入 raw/。"
# Excel 2003 XML, Word 2003 XML, a document as one XML file
_OWN_JSON: Final = lazy_regex(rb"\s*\{\s*\"schema_version\"")
"""How the JSON begins that this project writes."""

_OFFICE_XML: Final = lazy_regex(
    rb"<\?mso-application|urn:schemas-microsoft-com:office:spreadsheet\"\s*>|office/word/2003/wordml|/2006/xmlPackage"
)
_HEAD: Final = 4_096
_SHOWN: Final = 3
_QUOTED: Final = 40
# What in an archive may be the list, or an archive again.
_INSIDE: Final = (
    ".docx",
    ".xlsx",
    ".xls",
    ".doc",
    ".wps",
    ".et",
    ".html",
    ".htm",
    ".mht",
    ".txt",
    ".pdf",
    ".zip",
    ".rar",
)

# What begins like this is refused, with what to do.
_REFUSED: Final = (
    (b"%PDF", _PDF),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"BM", _PICTURE),
    (b"{\\rtf", "这是 RTF 文件；请用 Word 打开，另存为 .docx 后放入 raw/。"),
    (b"AT&TFORM", _PICTURE),
    (b"RIFF", _PICTURE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
)  # fmt: skip

# Streams of an OLE file, as its directory names them.
_STREAMS: Final = {name: name.encode("utf-16-le") for name in ("EncryptedPackage", "Workbook", "Book", "WordDocument")}
# The headers of a page saved as one file (RFC 2557)
_MIME: Final = lazy_regex(rb"(?i)\A(?:[A-Za-z-]{1,40}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n){0,20}){1,20}")
_HTML: Final = lazy_regex(
    rb"(?i)\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?>(?>\s*<!--.*?-->)*)\s*+"
    rb"<(?:!doctype\s+html|html|head|meta|body|table|div)\b",
    regex.DOTALL,
)
_TAGS: Final = lazy_regex(rb"(?i)<(?:table|tbody|html|body)\b[^>]*>")
_WIDE_TAGS: Final = lazy_regex("(?i)<(?:table|html|body)")
_SAMPLE: Final = 1024 * 1024


class Recognised(NamedTuple):
    """A format, with the open package where the file is one."""

    format: SourceFormat
    package: Package | None = None


def recognise(data: bytes, name: str) -> Recognised:
    """The format of *data*, the file called *name*; SourceUnreadable where it is one that is not read."""
    for magic, message in _REFUSED:
        if data.startswith(magic) and (magic != b"BM" or b"\0" in data[:64]):
            raise SourceUnreadable(f"{name}：{message}")
    if data.startswith(_ZIP):
        return _package(Package(data, name), name)
    if data.startswith(_OLE):
        return Recognised(_compound(data, name))
    if _OFFICE_XML.search(data[:_HEAD]):
        raise SourceUnreadable(f"{name}：这是 Office 的 XML 文件，不是工作簿或文档本身；{_SAVE_AS}")
    if _OWN_JSON.match(data[:_HEAD]):
        raise SourceUnreadable(f"{name}：这是本程序由清单生成的 JSON，不是清单本身；请给出清单原来的文件。")
    return Recognised("html" if is_archive(data) or _is_html(data) else "text")


def _package(package: Package, name: str) -> Recognised:
    names = package.names
    if "word/document.xml" in names:
        return Recognised("docx", package)
    if "xl/workbook.xml" in names:
        return Recognised("xlsx", package)
    if "xl/workbook.bin" in names:
        raise SourceUnreadable(f"{name}：这是二进制工作簿（.xlsb）；请用 Excel 打开，另存为 .xlsx 后放入 raw/。")
    if "OFD.xml" in names:
        raise SourceUnreadable(
            f"{name}：这是 OFD 版式文件，只有排好的页面，没有表格的行列；"
            "请取得原来的 Word 或 Excel 文件（.docx、.xlsx）放入 raw/。"
        )
    if "content.xml" in names:
        raise SourceUnreadable(f"{name}：这是 OpenDocument 文件（.odt、.ods）；请另存为 .docx 或 .xlsx 后放入 raw/。")
    kinds = {kind for kind, _ in package.relations("").values()}
    main = next((path for kind, path in package.relations("").values() if kind == "officeDocument"), "")
    if "officeDocument" in kinds and main in names and main.startswith("word"):
        return Recognised("docx", package)
    files = sorted(each for each in names if not each.endswith("/"))
    if not files:
        raise SourceUnreadable(f"{name}：压缩包是空的，里面没有文件；请重新取得清单文件。")
    lists = [each for each in files if each.lower().endswith(_INSIDE)] or files
    shown = "、".join(each[-_QUOTED:] for each in lists[:_SHOWN]) + ("等" if len(lists) > _SHOWN else "")
    raise SourceUnreadable(
        f"{name}：这是压缩包（内有{len(files)}个文件：{_printable(shown)}），不是 Word 文档或 Excel 工作簿本身；"
        "请解压后把其中的清单文件放入 raw/（.docx、.xlsx、.txt）。"
    )


def _printable(names: str) -> str:
    """Names of members, which may hold anything, on one line."""
    return "".join(each if each.isprintable() else "□" for each in names)


def _compound(data: bytes, name: str) -> SourceFormat:
    """Go by the names in the directory of an OLE file."""
    if _STREAMS["EncryptedPackage"] in data or is_encrypted(data):
        raise SourceUnreadable(
            f"{name}：文件已加密；请用 Office 打开，去掉密码（“文件—信息—用密码进行加密”中清空）后另存，再放入 raw/。"
        )
    if _STREAMS["WordDocument"] in data:
        return "doc"
    if _STREAMS["Workbook"] in data or _STREAMS["Book"] in data:
        return "xls"
    raise SourceUnreadable(
        f"{name}：这是旧版 Office 文件，但里面没有找到工作簿或文档；"
        "文件可能已损坏，请用 Office 打开，另存为 .docx 或 .xlsx 后再试。"
    )


def _is_html(data: bytes) -> bool:
    head = data[:_SAMPLE]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        codec = "utf-16-le" if head[:1] == b"\xff" else "utf-16-be"
        return _WIDE_TAGS.search(head[2:].decode(codec, "ignore")) is not None
    return _HTML.match(head) is not None or _TAGS.search(head) is not None


def is_archive(data: bytes) -> bool:
    """Whether *data* begins with the headers of a page saved as one file."""
    match = _MIME.match(data[:20_000])
    return (
        match is not None
        and b"mime-version:" in match.group().lower()
        and b"multipart/related" in match.group().lower()
    )
