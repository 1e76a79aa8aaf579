"""Bytes of a text file → Grid: a tab at the start of a line begins a cell, which runs on to the next such tab.

Knows encodings and the annex's flattened shape, which is also the canonical text.
Does not know columns, rows or law.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.errors import SourceUnreadable
from pipeline.patterns import lazy_regex
from pipeline.readers.foreign import is_big5, is_garbled, marked_encoding
from pipeline.readers.grid import Cell, Grid, line_places
from pipeline.words import tables as words

MAX_BYTES: Final = 256 * 1024 * 1024
_SAMPLE: Final = 20_000
_MIN_HAN: Final = 0.2
_MAX_CONTROLS: Final = 0.02

_FOREIGN: Final = "这像是 {} 编码的文字，这种编码不读；请用能正常显示它的软件打开，另存为 UTF-8 编码的纯文本后再试。"
_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8", "utf-8-sig"),
    (b"\xff\xfe", "utf-16-le", "utf-16"),
    (b"\xfe\xff", "utf-16-be", "utf-16"),
)
_HAN: Final = lazy_regex(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")
_CONTROL: Final = lazy_regex(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_CELL_START: Final = lazy_regex(r"(?m)^\t")
_LONGEST_HEADING: Final = 40
_MIN_HEADER: Final = 3


class Decoded(NamedTuple):
    """A source as text: the canonical text and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, name: str) -> Decoded:
    """Turn *data* (the file called *name*) into the canonical text: decoded, BOM removed, CRLF made LF.

    CR is made LF too where it is what ends the lines (old Macintosh files); a stray one among other line ends stays.

    A ladder, no guessing library: marks of encodings that are not read, BOM, strict UTF-8, then GB18030 and UTF-16 by
    their share of Chinese characters (facts/lists-in-the-wild.md §encodings). Raises SourceUnreadable where no step
    gives text.
    """
    if len(data) > MAX_BYTES:
        raise SourceUnreadable(
            f"{name}：文件有 {len(data):,} 字节，超过上限 {MAX_BYTES:,} 字节；请确认这是清单文件，或分成几个文件。"
        )
    seems = marked_encoding(data)
    if seems:
        raise SourceUnreadable(f"{name}：{_FOREIGN.format(seems)}")
    for bom, codec, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(_strictly(data[len(bom) :], codec, name), encoding)
    best = max((_candidate(data, codec) for codec in ("utf-8", "gb18030", "utf-16-le", "utf-16-be")), key=_score)
    if best is None:
        _refuse_broken(data, name)
        if is_big5(data):
            raise SourceUnreadable(f"{name}：{_FOREIGN.format('Big5')}")
        raise SourceUnreadable(
            f"{name}：第1行起就不是可识别的文字（试过 UTF-8、GB18030、UTF-16）；请另存为 UTF-8 编码的纯文本后再试。"
        )
    return Decoded(_with_line_feeds(best.text), best.encoding)


def _with_line_feeds(text: str) -> str:
    """*text* with LF at the end of its lines: CRLF is one line end, CR is one where more lines end in it than in LF."""
    text = text.replace("\r\n", "\n")
    return text.replace("\r", "\n") if text.count("\r") > text.count("\n") else text


def _strictly(data: bytes, codec: str, name: str) -> str:
    try:
        return _with_line_feeds(data.decode(codec))
    except UnicodeDecodeError as error:
        raise _broken_at(data, codec, error.start, name) from None


def _broken_at(data: bytes, codec: str, offset: int, name: str) -> SourceUnreadable:
    line = data[:offset].decode(codec, errors="replace").count("\n") + 1
    return SourceUnreadable(
        f"{name}：第{line}行（第 {offset + 1} 字节）不是有效的 {codec.upper()} 文字；"
        "文件可能已损坏，请重新导出为 UTF-8 编码的纯文本。"
    )


def _refuse_broken(data: bytes, name: str) -> None:
    """Raise for a file that is UTF-8 or GB18030 up to a broken byte, so that the clerk learns where it is."""
    furthest: tuple[int, str] = (0, "")
    for codec in ("utf-8", "gb18030"):
        try:
            data.decode(codec)
        except UnicodeDecodeError as error:
            if _candidate(data[: error.start], codec) and _HAN.search(data[: error.start].decode(codec)):
                furthest = max(furthest, (error.start, codec))
    if furthest[1]:
        raise _broken_at(data, furthest[1], furthest[0], name)


def _candidate(data: bytes, codec: str) -> Decoded | None:
    """*data* read as *codec*, where that gives plausible text."""
    if codec.startswith("utf-16") and b"\x00" not in data[:_SAMPLE]:
        return None
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _MAX_CONTROLS * len(sample):
        return None
    if codec != "utf-8" and len(_HAN.findall(sample)) < _MIN_HAN * len(sample):
        return None
    return None if codec == "gb18030" and is_garbled(text) else Decoded(text, codec)


def _score(candidate: Decoded | None) -> float:
    """Strict UTF-8 first: other text almost never happens to be valid UTF-8. Then the share of Chinese characters."""
    if candidate is None:
        return -1.0
    if candidate.encoding == "utf-8":
        return 2.0
    sample = candidate.text[:_SAMPLE]
    return len(_HAN.findall(sample)) / max(1, len(sample))


def read_text(text: str) -> Grid:
    """The cells of a canonical *text*. Total: any string gives a grid, possibly without cells."""
    borders = [match.start() for match in _CELL_START.finditer(text)] + [len(text)]
    cells = [Cell(start + 1, end) for start, end in pairwise(borders)]
    return Grid(text, cells, line_places(text))


def has_header_cells(grid: Grid) -> bool:
    """Whether words of a header stand in cells of *grid*: whether its text is the annex's own shape at all."""
    named = (grid.text[cell.start : cell.end] for cell in grid.cells if cell.end - cell.start <= _LONGEST_HEADING)
    found = {words.HEADERS.get("".join(name.split())) for name in named}
    return len(found - {None}) >= _MIN_HEADER
