"""A Word document (.docx) → its paragraphs in order, for a text that is no table.

Knows where paragraphs, cells of tables and notes stand. Does not know what the text is.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.errors import SourceUnreadable
from pipeline.readers.document import body_paragraphs, document_notes
from pipeline.readers.numbering import number_paragraphs
from pipeline.readers.package import Package
from pipeline.readers.sheet import Paragraph
from pipeline.readers.word_text import Words


class Prose(NamedTuple):
    """The printed paragraphs with their places (第12段), those of tables row by row; footnotes and endnotes apart."""

    paragraphs: list[Paragraph]
    notes: list[Paragraph]


def read_prose(data: bytes, name: str) -> Prose:
    """The paragraphs of *data*, the file called *name*. Raises SourceUnreadable where it is no Word document."""
    package = Package(data, name)
    main = next((path for kind, path in package.relations("").values() if kind == "officeDocument"), "")
    main = main if main in package.names else "word/document.xml"
    tree = package.tree(main) if main.startswith("word/") else None
    if tree is None:
        raise SourceUnreadable(f"{name}：这是压缩包或其他 Office 文件，不是 Word 文档；请另存为 .docx 后再试。")
    folder = main.rpartition("/")[0]
    words = Words(number_paragraphs(tree, package, folder))
    return Prose(list(body_paragraphs(tree, words)), list(document_notes(package, folder, words)))
