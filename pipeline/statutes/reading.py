"""One file → a Statute, or a sentence that says why it is none.

Knows the order of the steps, and what is taken for a statute and is none: an amending decision, a text without
articles. Does not know which list quotes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from pipeline.errors import SourceUnreadable
from pipeline.statutes.body import Body, read_body
from pipeline.statutes.head import Head, iso, read_head
from pipeline.statutes.nouns import Dates, Statute
from pipeline.statutes.source import Line, SourceText, read_lines, read_source_text
from pipeline.statutes.structure import body_start
from pipeline.words import statutes as words

_EXPECTED: Final = "应当依次是法律名称、写有通过或公布日期的一行、第一条、第二条……"
_AMENDING: Final = (
    "这是修改决定，不是法律文本，条文要按它改过才是现行文字；"
    "请放入修改后重新公布的全文（与决定在同一文件的，请把全文单独存为一个文件）。"
)


def read_statute(data: bytes, name: str) -> Statute:
    """The statute in *data*, the file called *name*: .docx, .md or text. Raises SourceUnreadable, in Chinese.

    Broken numbering is no error: it is in ``faults``, and the articles stand as printed.
    """
    source = read_source_text(data, name)
    lines = list(read_lines(source))
    start = body_start(source.text, lines)
    head = read_head(source.text, lines[:start])
    _refuse_amendment(source, lines, start, name, head)
    if head is None:
        raise _no_statute(source, lines[0] if lines else None, name, "第一条之前没有法律名称")
    body = read_body(source.text, lines[start:])
    if not body.articles:
        raise _no_statute(source, lines[start] if start < len(lines) else lines[-1], name, "没有找到“第一条”")
    return Statute(
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=source.text,
        place=source.place,
        name=head.name,
        dates=_dates(source.text, head.dates, body),
        headings=body.headings,
        articles=body.articles,
        faults=body.faults,
        annex=body.annex,
    )


def _refuse_amendment(source: SourceText, lines: Sequence[Line], start: int, name: str, head: Head | None) -> None:
    """Raise for an amending decision: by its name, or because its first items amend."""
    at = None
    if head is not None and words.AMENDING.search(head.name):
        at = head.span[0]
    else:
        at = next((line.start for line in lines[:start] if words.AMENDS.match(source.text, line.start, line.end)), None)
    if at is not None:
        raise SourceUnreadable(f"{name}：{source.place(at)}：{_AMENDING}")


def _no_statute(source: SourceText, line: Line | None, name: str, why: str) -> SourceUnreadable:
    if line is None:
        return SourceUnreadable(f"{name}：第1行：文件是空的；{_EXPECTED}；请换成法律全文。")
    return SourceUnreadable(
        f"{name}：{source.place(line.start)}：{why}，不是按条编排的法律文本；{_EXPECTED}；"
        "请换成法律全文，或移出 laws/texts/。"
    )


def _dates(text: str, printed: Dates, body: Body) -> Dates:
    """*printed* in the head, with the entry into force that the last articles tell, where it is this version's.

    The date of entry into force cannot be before the version's own: an amended text goes on printing the first one.
    """
    effective = printed.effective_on or _in_force(text, printed, body)
    if effective is not None and printed.version is not None and effective < printed.version:
        effective = None
    return printed._replace(effective_on=effective)


def _in_force(text: str, printed: Dates, body: Body) -> str | None:
    for article in reversed(body.articles[-3:]):
        match = words.IN_FORCE.search(text, *article.span)
        if match is not None:
            if match["publication"]:
                return None if printed.amended_on else printed.published_on or printed.adopted_on
            return iso(match)
    return None
