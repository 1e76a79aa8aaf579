"""Proves what the Office writers rely on: text any XML file can hold, and packages equal to the last byte."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.writers.ooxml import OFFICIAL, SYSTEM, clean_text, property_parts, write_package

DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"
ANY_TEXT: Final = st.text(st.characters())  # lone surrogates too


def xlsx() -> bytes:
    """A workbook as openpyxl saves it."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"] = "古桥"
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def word() -> bytes:
    """A document as python-docx saves it, template and author and all."""
    document = docx.Document()
    document.add_paragraph("古桥")
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name, in the order they are stored."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: dict[str, bytes], year: int) -> bytes:
    """*parts* zipped by a machine whose clock shows *year*."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED if year % 2 else zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, (year, 5, 6, 7, 8, 10))
            info.external_attr = year << 16
            package.writestr(info, part)
    return buffer.getvalue()


@pytest.mark.parametrize("point", [0x00, 0x08, 0x0B, 0x0C, 0x0E, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_a_character_xml_forbids_is_shown_not_dropped(point: int) -> None:
    assert clean_text(f"第{chr(point)}条") == "第\ufffd条"


@pytest.mark.parametrize(
    "text",
    ["", "第一条\u3000甲\t乙\n丙\r丁", "\x7f\x85\xa0\u2028", "\ud7ff\ue000\ufffd\U00010000\U0010ffff", "a<b&c>"],
)
def test_every_other_character_is_kept(text: str) -> None:
    assert clean_text(text) == text


@given(ANY_TEXT)
def test_cleaned_text_is_well_formed_and_otherwise_unchanged(text: str) -> None:
    cleaned = clean_text(text)
    parsed = etree.fromstring(f"<a>{escape(cleaned)}</a>".encode())
    assert (parsed.text or "") == cleaned.replace("\r\n", "\n").replace("\r", "\n")  # as every XML parser does
    assert {new for old, new in zip(text, cleaned, strict=True) if old != new} <= {"\ufffd"}


def finished(data: bytes, *, title: str, subject: str) -> bytes:
    """The package *data* with the properties that are made here, written as the writers write theirs."""
    parts = members(data) | property_parts(title=title, subject=subject)
    return write_package((name, [part]) for name, part in sorted(parts.items()))


@pytest.mark.parametrize("make", [xlsx, word])
def test_a_finished_package_says_what_it_is_and_nothing_about_its_making(make: Callable[[], bytes]) -> None:
    before = make()
    after = finished(before, title="云溪市<权责&清单>\x01", subject="古桥管理局")
    core = etree.fromstring(members(after)["docProps/core.xml"])
    assert {child.tag: child.text for child in core} == {
        f"{DUBLIN_CORE}title": "云溪市<权责&清单>\ufffd",
        f"{DUBLIN_CORE}subject": "古桥管理局",
        f"{DUBLIN_CORE}language": "zh-CN",
    }
    assert len(etree.fromstring(members(after)["docProps/app.xml"])) == 0
    untouched = members(before).keys() - {"docProps/core.xml", "docProps/app.xml"}
    assert {name: members(after)[name] for name in untouched} == {name: members(before)[name] for name in untouched}


def test_finished_packages_open() -> None:
    workbook = openpyxl.load_workbook(BytesIO(finished(xlsx(), title="清单", subject="")))
    assert workbook.properties.title == "清单"
    assert workbook.active is not None
    assert workbook.active["A1"].value == "古桥"
    document = docx.Document(BytesIO(finished(word(), title="清单", subject="")))
    assert [paragraph.text for paragraph in document.paragraphs] == ["古桥"]
    assert document.core_properties.title == "清单"
    assert document.core_properties.author == ""


def test_all_members_look_alike() -> None:
    data = zipped({"A.xml": b"<a/>"} | members(word()), 2001)
    with zipfile.ZipFile(BytesIO(finished(data, title="", subject=""))) as package:
        looks = {(i.date_time, i.external_attr, i.create_system, i.compress_type, i.extra) for i in package.infolist()}
    assert looks == {((1980, 1, 1, 0, 0, 0), 0o600 << 16, 0, zipfile.ZIP_DEFLATED, b"")}


@pytest.mark.parametrize("make", [xlsx, word])
def test_the_same_parts_give_the_same_bytes_whoever_zipped_them(
    make: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parts = members(make())
    first = finished(zipped(parts, 1999), title="清单", subject="局")
    other = dict(reversed(parts.items()))
    core = other["docProps/core.xml"]
    other["docProps/core.xml"] = core.replace(b"</cp:coreProperties>", b"<!-- 2044 --></cp:coreProperties>")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        second = finished(zipped(other, 2044), title="清单", subject="局")
    finally:
        monkeypatch.undo()
        time.tzset()
    assert second == first
    assert finished(first, title="清单", subject="局") == first


def test_another_title_gives_other_bytes() -> None:
    data = word()
    assert finished(data, title="甲", subject="") != finished(data, title="乙", subject="")


def test_parts_are_written_piece_by_piece() -> None:
    written = write_package([("a", (b"x" * 10 for _ in range(1000))), ("b", [])])
    assert members(written) == {"a": b"x" * 10_000, "b": b""}
    assert len(written) < 1_000  # compressed


def test_the_official_fonts_are_those_of_the_standard() -> None:
    assert (OFFICIAL.title, OFFICIAL.heading, OFFICIAL.body, OFFICIAL.number) == (
        "方正小标宋简体", "黑体", "仿宋_GB2312", "宋体",
    )  # fmt: skip
    assert (SYSTEM.title, SYSTEM.heading, SYSTEM.body, SYSTEM.number) == ("宋体", "黑体", "仿宋", "宋体")
