"""Bytes of an official text → its lines, with the name of every place.

Knows which formats an official text may have, what Markdown adds, and what to say of a file that is none of them.
Does not know what a statute looks like.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from pipeline.errors import SourceUnreadable
from pipeline.readers import decode
from pipeline.readers.grid import content, line_places
from pipeline.readers.prose import read_prose
from pipeline.words import statutes as words

MAX_BYTES: Final = 32 * 1024 * 1024
"""The longest statute in force has some 120,000 characters; its Word file is smaller than 1 MB."""
WANTED: Final = (
    "应当是国家法律法规数据库（flk.npc.gov.cn）下载的 Word 文件（.docx），或 .md、.txt 文本；请换成这样的文件再试。"
)
_OPEN, _CLOSE = "<!--", "-->"
_ZIP: Final = b"PK\x03\x04"
_BINARY: Final = (b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"Rar!", b"7z\xbc\xaf")


class SourceText(NamedTuple):
    """The text of a file; ``end`` is where footnotes begin, which a Word file keeps apart from its text."""

    text: str
    place: Callable[[int], str]
    end: int


class Line(NamedTuple):
    """A line that is not blank: its span without white space and without what Markdown puts before it."""

    start: int
    end: int


def read_source_text(data: bytes, name: str) -> SourceText:
    """The text of *data*, the file called *name*. Raises SourceUnreadable in Chinese, with what to do."""
    if len(data) > MAX_BYTES:
        raise SourceUnreadable(
            f"{name}：文件有 {len(data):,} 字节，超过上限 {MAX_BYTES:,} 字节，不像法律文本；{WANTED}"
        )
    if data.startswith(_BINARY):
        raise SourceUnreadable(f"{name}：这是 PDF、图片、旧版 Word 或压缩文件，读不出可靠的条款；{WANTED}")
    try:
        if data.startswith(_ZIP):
            return _document(data, name)
        text = decode(data, name).text
    except SourceUnreadable as error:
        # What is wrong with the file is known below; what to do about it is said for lists there.
        raise SourceUnreadable(f"{str(error).partition('；')[0]}；{WANTED}") from None
    return SourceText(text, line_places(text), len(text))


def _document(data: bytes, name: str) -> SourceText:
    prose = read_prose(data, name)
    starts: list[int] = []
    offset = 0
    for paragraph in (*prose.paragraphs, *prose.notes):
        starts.append(offset)
        offset += len(paragraph.text) + 1
    places = [paragraph.place for paragraph in (*prose.paragraphs, *prose.notes)]
    text = "\n".join(paragraph.text for paragraph in (*prose.paragraphs, *prose.notes))

    def place(at: int) -> str:
        return places[max(0, bisect_right(starts, at) - 1)] if places else "第1段"

    end = starts[len(prose.paragraphs)] if prose.notes else len(text)
    return SourceText(text, place, min(end, len(text)))


def read_lines(source: SourceText) -> Iterator[Line]:
    """The lines of *source* up to its end; comments of Markdown are left out."""
    comments = list(_comments(source.text, source.end))
    start = 0
    while start < source.end:
        found = source.text.find("\n", start, source.end)
        stop = source.end if found < 0 else found
        line = _bare(source.text, start, stop, comments)
        if line is not None:
            yield line
        start = stop + 1


def _comments(text: str, end: int) -> Iterator[tuple[int, int]]:
    """<!-- INFO END --> ; one that is never closed is text."""
    start = text.find(_OPEN, 0, end)
    while start >= 0:
        stop = text.find(_CLOSE, start, end)
        if stop < 0:
            return
        yield start, stop + len(_CLOSE)
        start = text.find(_OPEN, stop, end)


def _bare(text: str, start: int, stop: int, comments: list[tuple[int, int]]) -> Line | None:
    marks = words.MARKUP.match(text, start, stop)
    left, right = content(text, marks.end() if marks else start, stop)
    if comments:
        at = bisect_right(comments, (left, len(text))) - 1
        if at >= 0 and comments[at][0] <= left < comments[at][1]:
            left, right = content(text, min(comments[at][1], right), right)
    return Line(left, right) if left < right else None
