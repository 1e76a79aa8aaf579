"""DOOR: raw file → PowerList.

Knows the order of the steps. Does not know how any of them works.
"""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.assembly import assemble
from pipeline.assembly.registered import Consulted
from pipeline.checks import Subject, check
from pipeline.collector import paused_collector
from pipeline.errors import NotAPowerList, SourceUnreadable
from pipeline.layout import Layout, leave_out, read_layout
from pipeline.model import SCHEMA_VERSION, PowerList, Source
from pipeline.readers import MAX_BYTES, Grid, nearest_in_text, read_source, read_text
from pipeline.register import Register

if TYPE_CHECKING:
    from pipeline.statutes import Texts


class Parsed(NamedTuple):
    """A list and the canonical text its spans index."""

    power_list: PowerList
    canonical: str


def parse(  # noqa: PLR0913 - each says something else about how the list is read
    path: Path | str,
    within: Path | None = None,
    *,
    keep_personal: bool = False,
    register: Register | None = None,
    as_of: date | None = None,
    texts: Texts | None = None,
) -> PowerList:
    """Read the list at *path*, resolve its references, check it; *texts* are official ones to lay quotations beside.

    With a *register* (``read_register``) it is asked what became of each quoted provision by the day *as_of*, which
    is then needed; without one nothing is said of that, and ``as_of`` of the list is None.

    Columns about people (录入人, 联系人) are left out of the list and of the canonical text, unless *keep_personal*.

    A link that leads out of the folder *within* is not followed.

    Raises SourceUnreadable (no such file, a directory, not text) or NotAPowerList (no header row), each with a
    message for the clerk in Chinese.
    """
    path = Path(path)
    data = read_bytes(path, within)
    parsed = parse_source(data, path.name, keep_personal=keep_personal, register=register, as_of=as_of, texts=texts)
    return parsed.power_list


def read_bytes(path: Path, within: Path | None = None) -> bytes:
    """The bytes of *path*; SourceUnreadable where there are none to be had.

    A link that leads out of the folder *within* is not followed: what is built from a folder lies in it.
    """
    try:
        if within is not None and not path.resolve().is_relative_to(within.resolve()):
            raise SourceUnreadable(f"{path}：这是指向 {within}/ 以外的链接；请把清单文件本身放入 {within}/。")
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            raise SourceUnreadable(
                f"{path}：文件有 {path.stat().st_size:,} 字节，超过上限 {MAX_BYTES:,} 字节；"
                "请确认这是清单文件，或分成几个文件。"
            )
        if path.exists() and not path.is_file() and not path.is_dir():
            raise SourceUnreadable(f"{path}：这不是普通文件（而是设备、管道之类）；请给出清单文件。")
        return path.read_bytes()
    except IsADirectoryError:
        raise SourceUnreadable(f"{path}：这是一个文件夹，不是清单文件；请给出文件夹里的文件。") from None
    except FileNotFoundError:
        raise SourceUnreadable(f"{path}：没有这个文件；请检查文件名和路径。") from None
    except RuntimeError:  # what Path.resolve makes of a link that leads back to itself
        raise SourceUnreadable(f"{path}：这是循环的链接，没有文件；请放入清单文件本身。") from None
    except OSError as error:
        raise SourceUnreadable(f"{path}：无法读取（{error.strerror}）；请检查文件权限。") from None


def parse_bytes(
    data: bytes,
    name: str,
    *,
    keep_personal: bool = False,
    register: Register | None = None,
    as_of: date | None = None,
) -> PowerList:
    """As ``parse``, for *data* already in memory; *name* is what errors and ``source.file`` call it."""
    return parse_source(data, name, keep_personal=keep_personal, register=register, as_of=as_of).power_list


def parse_source(  # noqa: PLR0913 - one for each choice there is
    data: bytes,
    name: str,
    *,
    keep_personal: bool = False,
    register: Register | None = None,
    as_of: date | None = None,
    texts: Texts | None = None,
) -> Parsed:
    """As ``parse_bytes``, with the canonical text beside the list."""
    if register is not None and as_of is None:
        raise ValueError("a register is asked about a day: give as_of too")
    consulted = Consulted(register, as_of) if register is not None and as_of is not None else None
    with paused_collector():
        form, encoding, read = read_source(data, name)
        grid, layout = _laid_out(read, name, keep_personal=keep_personal)
        source = Source(
            file=name,
            sha256=hashlib.sha256(data).hexdigest(),
            encoding=encoding,
            format=form,
            characters=len(grid.text),
        )
        return Parsed(_parse(grid, layout, source, texts, consulted), grid.text)


def parse_text(text: str, *, name: str, sha256: str, encoding: str) -> PowerList:
    """The steps after decoding: *text* without personal columns is the canonical text that all spans index."""
    with paused_collector():
        grid, layout = _laid_out(read_text(text), name)
        source = Source(file=name, sha256=sha256, encoding=encoding, format="text", characters=len(grid.text))
        return _parse(grid, layout, source)


def _laid_out(grid: Grid, name: str, *, keep_personal: bool = False) -> tuple[Grid, Layout]:
    """*grid* with its layout, both without personal columns. Raises NotAPowerList."""
    layout = read_layout(grid)
    if layout is None:
        raise NotAPowerList(_no_header(grid.text, name))
    return (grid, layout) if keep_personal else leave_out(grid, layout)


def _parse(
    grid: Grid, layout: Layout, source: Source, texts: Texts | None = None, consulted: Consulted | None = None
) -> PowerList:
    parts = assemble(grid, layout, texts, consulted)
    findings = check(
        Subject(
            parts.tables,
            parts.laws,
            parts.blocks,
            layout.defects,
            grid.text,
            grid.place,
            parts.texts,
            parts.statutes,
            parts.held,
            parts.laid,
            parts.judged,
        )
    )
    return PowerList(
        schema_version=SCHEMA_VERSION,
        title=parts.title,
        authority=parts.authority,
        source=source,
        as_of=parts.judged.as_of if parts.judged else None,
        laws=parts.laws,
        texts=parts.texts,
        tables=parts.tables,
        blocks=parts.blocks,
        findings=findings,
    )


def _no_header(text: str, name: str) -> str:
    if not text.strip():
        return f"{name}：第1行：文件是空的；应当有一张权责清单，请确认放入 raw/ 的是清单正文。"
    line = next(number for number, words in enumerate(text.split("\n"), 1) if words.strip())
    return (
        f"{name}：从第{line}行起没有找到表头{nearest_in_text(text)}；应当有一行依次写着“序号、权责事项、……、设定依据”等列名，"
        "每个单元格以制表符开头，或者一行一条、以竖线、制表符或逗号隔开；请确认这是权责清单，并保留表头后再试。"
    )
