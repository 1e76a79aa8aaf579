"""Made-up statutes: plain data, the function that prints them as official texts are printed, and strategies.

Knows how a statute looks in a text file, in Markdown and in Word. Does not know how one is read. No law in it exists.
"""

from __future__ import annotations

import io
from itertools import count
from typing import Final, Literal, NamedTuple

import docx
from hypothesis import strategies as st

from pipeline.numerals import to_chinese

NAME: Final = "云溪市古桥守护条例"
HISTORY: Final = "（2031年1月18日云溪市人民代表大会常务委员会第七次会议通过）"
Format = Literal["text", "markdown", "docx"]


class ItemData(NamedTuple):
    """（一）… and its 目."""

    text: str
    points: tuple[str, ...] = ()


class ParagraphData(NamedTuple):
    """One 款: its lead-in and its 项."""

    text: str
    items: tuple[ItemData, ...] = ()


class ArticleData(NamedTuple):
    """第X条之Y: its number, its 之 (0: none), its 款; ``chapter`` where a heading stands above it."""

    number: int
    suffix: int
    paragraphs: tuple[ParagraphData, ...]
    chapter: str | None = None


class Style(NamedTuple):
    """How a statute is laid out; no choice here changes what it says."""

    gap: str = "　"
    """Between a label and its text."""
    indent: str = ""
    blank: bool = False
    """Whether a blank line stands between two lines."""
    contents: bool = False
    closing: tuple[str, ...] = ()


def lines(articles: tuple[ArticleData, ...], style: Style) -> list[str]:
    """The lines of the text, its head included."""
    chapters = [
        f"第{to_chinese(n)}章　{title}" for n, title in enumerate(filter(None, (a.chapter for a in articles)), 1)
    ]
    printed = [NAME, HISTORY]
    if style.contents and chapters:
        printed += ["目　　录", *chapters]
    waiting = iter(chapters)
    for article in articles:
        if article.chapter:
            printed.append(next(waiting))
        label = f"第{to_chinese(article.number)}条" + (f"之{to_chinese(article.suffix)}" if article.suffix else "")
        for index, paragraph in enumerate(article.paragraphs):
            printed.append(style.indent + (label + style.gap if index == 0 else "") + paragraph.text)
            for number, item in enumerate(paragraph.items, 1):
                printed.append(f"{style.indent}（{to_chinese(number)}）{item.text}")
                printed += [f"{style.indent}{at}.{point}" for at, point in enumerate(item.points, 1)]
    return [*printed, *style.closing]


def rendered(articles: tuple[ArticleData, ...], style: Style, form: Format) -> bytes:
    """The bytes of a file with these articles."""
    text = lines(articles, style)
    if form == "docx":
        document = docx.Document()
        for line in text:
            document.add_paragraph(line)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()
    if form == "markdown":
        text = [f"# {text[0]}", *(f"## {line}" if "章　" in line[:8] else line for line in text[1:])]
    return (("\n\n" if style.blank or form == "markdown" else "\n").join(text) + "\n").encode()


def units(articles: tuple[ArticleData, ...]) -> list[str]:
    """Every unit as it has to be read: its compact address and its text."""
    found: list[str] = []
    for article in articles:
        name = str(article.number) + (f"-{article.suffix}" if article.suffix else "")
        for number, paragraph in enumerate(article.paragraphs, 1):
            found.append(f"{name}.{number} {paragraph.text}")
            for at, item in enumerate(paragraph.items, 1):
                found.append(f"{name}.{number}({at}) （{to_chinese(at)}）{item.text}")
                found += [f"{name}.{number}({at})[{n}] {n}.{point}" for n, point in enumerate(item.points, 1)]
    return found


# --- strategies -----------------------------------------------------------------------------------------------------

_WORDS: Final = st.text("桥河石栏守护修检查记录养护人应当不得", min_size=6, max_size=24)


@st.composite
def _paragraph(draw: st.DrawFn, serial: count[int]) -> ParagraphData:
    """A 款 whose text no other has: a serial number is in it."""

    def sentence(stop: str) -> str:
        return f"{draw(_WORDS)}甲{to_chinese(next(serial))}{stop}"

    if draw(st.booleans()):
        return ParagraphData(sentence("。"))
    items = tuple(
        ItemData(sentence("："), (sentence("；"), sentence("；"))) if draw(st.booleans()) else ItemData(sentence("；"))
        for _ in range(draw(st.integers(1, 4)))
    )
    return ParagraphData(sentence("："), items)


@st.composite
def statutes(draw: st.DrawFn) -> tuple[ArticleData, ...]:
    """Articles numbered as they have to be, some of them 之一, under chapters or none."""
    serial = count(1)
    found: list[ArticleData] = []
    number = suffix = 0
    chaptered = draw(st.booleans())
    for index in range(draw(st.integers(1, 8))):
        if number and draw(st.integers(0, 4)) == 0:
            suffix += 1
        else:
            number, suffix = number + 1, 0
        paragraphs = tuple(draw(_paragraph(serial)) for _ in range(draw(st.integers(1, 3))))
        chapter = f"守护{to_chinese(index + 1)}" if chaptered and (index == 0 or draw(st.booleans())) else None
        found.append(ArticleData(number, suffix, paragraphs, chapter))
    return tuple(found)


styles = st.builds(
    Style,
    gap=st.sampled_from(["　", "　　", " ", "\u00a0", "\t"]),
    indent=st.sampled_from(["", "　　", "  "]),
    blank=st.booleans(),
    contents=st.booleans(),
    closing=st.sampled_from(
        [
            (),
            ("云溪市人民代表大会常务委员会", "2031年1月18日"),
            ("附件：古桥名录", "第一条　不是条文。"),
            ("注：以上为全文。",),
        ]
    ),
)
formats: st.SearchStrategy[Format] = st.sampled_from(("text", "markdown", "docx"))
