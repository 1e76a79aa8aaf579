"""A zip package (.docx, .xlsx) → its XML parts, once it is sure that reading them is safe.

Knows what an attack or a broken file looks like: members too large, entities, encryption.
Does not know what a part says.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from struct import error as StructError  # noqa: N812
from typing import Final
from zlib import error as ZlibError  # noqa: N812 - an error is named like a class

from lxml import etree

from pipeline.errors import SourceUnreadable

MAX_PART: Final = 192 * 1024 * 1024
MAX_TOTAL: Final = 384 * 1024 * 1024
MAX_RATIO: Final = 400
"""How much smaller than its content a large part may be; a table of empty cells gets to some 100."""
_SMALL: Final = 8 * 1024 * 1024
MAX_PARTS: Final = 5_000
MAX_TAGS: Final = 8_000_000
"""Tags of XML or HTML held as a tree, where each takes a hundred bytes; a list of 3,000 items has a million."""

_XML: Final = (".xml", ".rels", ".vml")
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(codec) for codec in ("ascii", "utf-16-le", "utf-16-be"))


class Package:
    """The parts of a zip package by name."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open *data*, the file called *name*, and check every part. Raises SourceUnreadable."""
        self._name = name
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, StructError):
            raise self._broken() from None
        infos = self._zip.infolist()
        if len(infos) > MAX_PARTS:
            raise SourceUnreadable(
                f"{name}：压缩包里有{len(infos):,}个文件，超过上限{MAX_PARTS:,}个，不是正常的 Office 文件；"
                "如果是一包文件，请解压后只把清单文件放入 raw/。"
            )
        self.names = frozenset(info.filename for info in infos)
        if len({info.filename.casefold() for info in infos}) < len(infos):
            raise self._doubled()
        if sum(info.file_size for info in infos) > MAX_TOTAL:
            raise self._bomb()
        for info in infos:
            if info.flag_bits & 1:
                raise SourceUnreadable(f"{name}：文件已加密；请用 Office 打开，去掉密码后另存，再放入 raw/。")
            large = info.file_size > _SMALL
            if info.file_size > MAX_PART or (large and info.file_size > MAX_RATIO * max(1, info.compress_size)):
                raise self._bomb()
        self._parts: dict[str, bytes] = {}

    def read(self, part: str) -> bytes | None:
        """The bytes of *part*, None where there is none. Its size and checksum are those it was declared with."""
        if part not in self.names:
            return None
        if part not in self._parts:
            try:
                data = self._zip.read(part)
            except (zipfile.BadZipFile, ZlibError, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
                raise self._broken(part, "（内容与压缩包登记的大小或校验值不符）") from None
            if part.lower().endswith(_XML) and any(mark in data for mark in _DOCTYPES):
                raise SourceUnreadable(
                    f"{self._name}：其中的 {part} 带有 DTD 或实体声明，正常的 Office 文件没有；"
                    "为安全起见不予读取，请用 Office 另存后再试。"
                )
            self._parts[part] = data
        return self._parts[part]

    def check(self) -> None:
        """Read every XML part, so that nothing in it can surprise another library."""
        for part in sorted(self.names):
            if part.lower().endswith(_XML):
                self.read(part)

    def tree(self, part: str) -> etree._Element | None:
        """*part* as a tree, None where there is none."""
        data = self.read(part)
        if data is None:
            return None
        if data.count(b"<") > MAX_TAGS:
            raise self._bomb()
        try:
            return etree.fromstring(data, xml_parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._broken(part, _where(error)) from None

    def elements(self, part: str, *tags: str, data: bytes | None = None) -> Iterator[etree._Element]:
        """The elements of *part* with one of *tags* as they end, each forgotten afterwards.

        *data* is what to read in place of the part, which errors are about.
        """
        data = self.read(part) if data is None else data
        if data is None:
            return
        try:
            walk = etree.iterparse(
                BytesIO(data), tag=tags, resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
            )
            for _, element in walk:
                yield element
                element.clear()
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._broken(part, _where(error)) from None

    def with_parts(self, changed: Mapping[str, bytes]) -> bytes:
        """The package with other bytes in the parts *changed*, packed without compressing them."""
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as package:
            for part in sorted(self.names):
                package.writestr(part, changed[part] if part in changed else self.read(part) or b"")
        return buffer.getvalue()

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The internal relations of *part*: id → last word of the type, and the part it leads to."""
        folder, _, file = part.rpartition("/")
        tree = self.tree(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        found: dict[str, tuple[str, str]] = {}
        for relation in tree if tree is not None else ():
            target, kind = relation.get("Target", ""), relation.get("Type", "")
            if relation.get("TargetMode") == "External" or not target:
                continue
            path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}" if folder else target
            found[relation.get("Id", "")] = (kind.rpartition("/")[2], _normal(path))
        return found

    def _broken(self, part: str | None = None, why: str = "") -> SourceUnreadable:
        where = f"其中的 {part} " if part else "文件"
        return SourceUnreadable(
            f"{self._name}：{where}已损坏或不完整{why}；请重新下载，或用 Word、Excel 打开修复后另存再试。"
        )

    def _doubled(self) -> SourceUnreadable:
        """Two parts of one name: which one counts, every library decides for itself."""
        return SourceUnreadable(
            f"{self._name}：压缩包里有重名的部件，正常的 Office 文件没有；为安全起见不予读取，请用 Office 另存后再试。"
        )

    def _bomb(self) -> SourceUnreadable:
        return SourceUnreadable(
            f"{self._name}：解压后过大或压缩比异常（上限 {MAX_TOTAL // 1024 // 1024} MB），不像清单文件；"
            "为安全起见不予读取，请检查文件来源。"
        )


def xml_parser() -> etree.XMLParser:
    """A parser that fetches nothing, resolves no entity and holds no huge tree."""
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)


def _normal(path: str) -> str:
    parts: list[str] = []
    for piece in path.split("/"):
        if piece == "..":
            del parts[-1:]
        elif piece not in {"", "."}:
            parts.append(piece)
    return "/".join(parts)


def _where(error: Exception) -> str:
    """The line at which a part is no XML any more; where it is nested beyond what any document is, that."""
    if "depth" in str(error):
        return "（层次过深）"
    line = getattr(error, "lineno", None)
    return f"（第{line}行）" if line else ""
