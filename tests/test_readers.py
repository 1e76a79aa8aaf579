"""Proves that the bytes of a text become its characters, whatever the encoding, and that what is no text is refused in
words a clerk can act on. The canonical text keeps every character; each cell and each line is found where it stands.
"""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import NotAPowerList, PipelineError, SourceUnreadable
from pipeline.model import PowerList
from pipeline.parse import parse, parse_bytes
from pipeline.readers import WHITE, content, decode, read_text
from pipeline.readers import text as text_reader
from tests.golden import ANNEX
from tests.lists import ListData, lists, print_list, regular_list

TEXT: Final = ANNEX.read_text(encoding="utf-8")
NAME: Final = "某市清单.txt"


# --- encodings ------------------------------------------------------------------------------------------------------

ENCODINGS: Final = [
    ("utf-8", b"", "utf-8", "as the annex came"),
    ("utf-8", b"\xef\xbb\xbf", "utf-8-sig", "Notepad's UTF-8"),
    ("gb18030", b"", "gb18030", "what Chinese Windows writes"),
    ("gbk", b"", "gb18030", "GBK is read as GB18030, which contains it"),
    ("utf-16-le", b"\xff\xfe", "utf-16", "Notepad's Unicode"),
    ("utf-16-be", b"\xfe\xff", "utf-16", "Unicode big endian"),
    ("utf-16-le", b"", "utf-16-le", "without a BOM"),
    ("utf-16-be", b"", "utf-16-be", "big endian without a BOM"),
]


def _but_for_source(power_list: PowerList) -> str:
    return power_list.model_dump_json(exclude={"source"})


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    ("codec", "bom", "encoding"), [pytest.param(*case[:3], id=f"{case[0]}: {case[3]}") for case in ENCODINGS]
)
def test_the_annex_is_one_list_in_every_encoding(codec: str, bom: bytes, encoding: str, line_end: str) -> None:
    expected = parse(ANNEX)
    read = parse_bytes(bom + TEXT.replace("\n", line_end).encode(codec), ANNEX.name)
    assert _but_for_source(read) == _but_for_source(expected)
    assert read.source.encoding == encoding
    assert read.source.characters == expected.source.characters
    assert (read.source.sha256 == expected.source.sha256) == (codec == "utf-8" and not bom and line_end == "\n")


@given(lists(min_rows=1, max_rows=2, max_tables=1), st.sampled_from(ENCODINGS))
@settings(deadline=None, max_examples=40)
def test_a_list_in_any_encoding_is_the_same_text(data: ListData, case: tuple[str, bytes, str, str]) -> None:
    codec, bom, encoding, _ = case
    text = print_list(data)
    assert decode(bom + text.encode(codec), NAME) == (text, encoding)


KEPT: Final = [
    ("\u3000", "a wide space is how the annex parts label and text"),
    ("\u00a0", "a no-break space"),
    ("\x0b", "a vertical tab, Word's line break"),
    ("\x0c", "a form feed, a page break"),
    ("\x00", "a null"),
    ("\x1f", "a control character"),
    ("\u0085", "next line"),
    ("\u2028", "a line separator"),
    ("\ufeff", "a BOM inside the text is no BOM"),
    ("\ufffe", "a character XML forbids"),
    ("\ufffd", "a replacement character somebody else put there"),
    ("\r", "a carriage return without its line feed"),
    ("\U00020000", "a character outside the BMP"),
    ("e\u0301", "a combining mark: nothing is normalised"),
    ("ａ", "a full-width letter: nothing is folded"),
]


@pytest.mark.parametrize("characters", [pytest.param(kept, id=f"U+{ord(kept[0]):04X}: {why}") for kept, why in KEPT])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_no_character_is_changed(characters: str, codec: str) -> None:
    text = f"{TEXT[:400]}桥{characters}梁{TEXT[400:]}"
    assert decode(text.encode(codec), NAME).text == text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("桥\r\t梁\r", "桥\n\t梁\n"),
        ("桥\r\r梁\n\r塔", "桥\n\n梁\n\n塔"),
        ("桥\r\n梁\r塔", "桥\n梁\r塔"),
    ],
    ids=["CR alone", "CR in most places", "CR no more often than CRLF"],
)
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_cr_is_a_line_end_where_most_lines_end_in_it(text: str, canonical: str, bom: bytes) -> None:
    assert decode(bom + text.encode(), NAME).text == canonical


def test_only_the_line_ends_of_crlf_change() -> None:
    assert decode("桥\r\n\r\n梁\r塔\n\n\r".encode(), NAME).text == "桥\n\n梁\r塔\n\n\r"


# --- what is no text ------------------------------------------------------------------------------------------------

UNREADABLE: Final = [
    (b"PK\x03\x04\x14\x00", "Excel", "an .xlsx, .docx or other zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版", "an old .xls or .doc"),
    (b"%PDF-1.7\n", "PDF", "a PDF"),
    (b"\x89PNG\r\n\x1a\n\x00", "图片", "a PNG"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "图片", "a JPEG"),
    (b"\x7fELF\x02\x01\x01" + bytes(range(256)), "文字", "a program"),
    (bytes(range(256)) * 8, "文字", "every byte there is"),
    (b"\xef\xbb\xbf\xe6\xa1", "UTF-8", "a BOM, then half a character"),
    (b"\xff\xfe\x00", "UTF-16", "a BOM, then half a code unit"),
    (b"\xff\xfe\x00\xd8\x0a\x00", "UTF-16", "a BOM, then half a surrogate pair"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "word"), [pytest.param(*case[:2], id=case[2]) for case in UNREADABLE])
def test_what_is_no_text_is_refused(data: bytes, word: str) -> None:
    with pytest.raises(SourceUnreadable) as caught:
        parse_bytes(data, NAME)
    _assert_a_clerk_can_act(str(caught.value), word)


TRADITIONAL: Final = (
    "\t序號\n\t權責事項\n\t設定依據\n\t備註\n\n\t1\n\t對在古橋上懸掛重物的處罰\n\t《古橋條例》\n"
    "第九條　任何單位和個人不得在古橋上懸掛重物。\n\n第二十條　違反本條例第九條規定的，處二百元以下罰款。\n\t試行\n"
)
# 序號權責事項設定依據 in EUC-TW: bytes that are valid GB18030 too, and say nothing in it.
EUC_TW: Final = bytes.fromhex("caa9e6c0fbe2ddcacbe7e2faddc3ccf9cbedf0e3") * 8

FOREIGN: Final = [
    (TEXT.encode("utf-32"), "UTF-32", "a BOM whose first half is that of UTF-16"),
    (b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"), "UTF-32", "big endian"),
    (TEXT.encode("utf-32-le"), "可识别的文字", "UTF-32 without a BOM has a null in every character"),
    (TRADITIONAL.encode("big5"), "Big5", "valid GB18030, of characters nobody writes"),
    (TRADITIONAL.encode("hz", "replace"), "HZ", "ASCII all over"),
    (TEXT.encode("utf-7"), "UTF-7", "ASCII all over, too"),
    (b"\x1b$)A\x0e" + b"4K<~" * 100 + b"\x0f", "ISO-2022", "a shift before and behind the characters"),
    (EUC_TW, "可识别的文字", "no encoding that can be told for sure"),
    (TRADITIONAL.encode("euc-jp", "replace"), "可识别的文字", "nor this"),
]


@pytest.mark.parametrize(("data", "word"), [pytest.param(*case[:2], id=case[2]) for case in FOREIGN])
def test_text_in_an_encoding_that_is_not_read_is_refused(data: bytes, word: str) -> None:
    with pytest.raises(SourceUnreadable) as caught:
        parse_bytes(data, NAME)
    _assert_a_clerk_can_act(str(caught.value), word)
    assert "UTF-8" in str(caught.value)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_text_is_not_taken_for_another_encoding(codec: str) -> None:
    """Traditional characters, signs of HZ and UTF-7, a page of entities: read, whatever stands in them."""
    for text in (TRADITIONAL, f"{TRADITIONAL}~{{VPND~}} a+ZeVnLIqe-b", "<p>&#24207;&#21495;</p> x+ZeVnLIqe-y ~{VPND~}"):
        assert decode(text.encode(codec), NAME).text == text


def _assert_a_clerk_can_act(message: str, word: str) -> None:
    """One line: which file, what is the matter, what to do."""
    assert message.startswith(NAME + "：")
    assert word in message
    assert "请" in message
    assert "\n" not in message


def _broken_at(line: int, codec: str, wrong: bytes, bom: bytes = b"") -> bytes:
    """The annex with *wrong* in the middle of *line*."""
    lines = TEXT.split("\n")
    before = "\n".join(lines[: line - 1]) + "\n" + lines[line - 1][:3]
    return bom + before.encode(codec) + wrong + TEXT[len(before) :].encode(codec)


@pytest.mark.parametrize("line", [4, 14, 300])
@pytest.mark.parametrize(
    ("codec", "wrong", "bom"),
    [
        ("utf-8", b"\xff", b"\xef\xbb\xbf"),
        ("utf-8", b"\xff", b""),
        ("utf-16-le", b"\x00\xdc", b"\xff\xfe"),
        ("utf-16-be", b"\xdc\x00", b"\xfe\xff"),
    ],
    ids=["UTF-8 with BOM", "UTF-8", "UTF-16", "UTF-16 big endian"],
)
def test_a_broken_byte_is_refused_and_its_line_named(codec: str, wrong: bytes, bom: bytes, line: int) -> None:
    with pytest.raises(SourceUnreadable) as caught:
        parse_bytes(_broken_at(line, codec, wrong, bom), NAME)
    _assert_a_clerk_can_act(str(caught.value), f"第{line}行")


def test_the_json_of_a_list_is_no_list() -> None:
    made = parse_bytes(TEXT.encode(), NAME).model_dump_json(indent=2)
    with pytest.raises(SourceUnreadable, match="JSON"):
        parse_bytes(made.encode(), "list.json")


def test_a_file_cut_off_inside_a_character_is_refused() -> None:
    with pytest.raises(SourceUnreadable) as caught:
        parse_bytes(TEXT.rstrip().encode()[:-1], NAME)
    _assert_a_clerk_can_act(str(caught.value), f"第{TEXT.rstrip().count(chr(10)) + 1}行")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "第1行"),
        (b"\xef\xbb\xbf", "第1行"),
        (b"\xff\xfe", "第1行"),
        (b" \n\r\n\t\n", "第1行"),
        (b"just words\n", "第1行"),
        ("\n\n关于印发的通知\n".encode(), "第3行"),
    ],
    ids=["an empty file", "a BOM only", "a UTF-16 BOM only", "white space only", "Latin prose", "Chinese prose"],
)
def test_a_text_that_is_no_list_is_readable_and_refused(data: bytes, word: str) -> None:
    with pytest.raises(NotAPowerList) as caught:
        parse_bytes(data, NAME)
    _assert_a_clerk_can_act(str(caught.value), word)


def test_a_file_too_large_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_reader, "MAX_BYTES", 100)
    assert decode(b"a" * 100, NAME).text == "a" * 100
    with pytest.raises(SourceUnreadable) as caught:
        decode(b"a" * 101, NAME)
    _assert_a_clerk_can_act(str(caught.value), "101")


def test_there_is_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=f"{NAME}：.*请"):
        parse(tmp_path / NAME)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(SourceUnreadable, match=f"{NAME}：.*文件夹.*请"):
        parse(tmp_path / NAME)


def test_a_pipe_or_device_is_no_file() -> None:
    """Reading one may never end."""
    if not Path(os.devnull).is_char_device():
        pytest.skip("no device files here")
    with pytest.raises(SourceUnreadable, match=r"普通文件.*请"):
        parse(Path(os.devnull))


@given(st.binary(max_size=300), st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"\t"]))
@settings(deadline=None, max_examples=150)
def test_any_bytes_are_read_or_refused(data: bytes, opening: bytes) -> None:
    with pytest.raises(PipelineError, match="请"):
        parse_bytes(opening + data, NAME)


@given(
    st.sampled_from(["utf-8", "gb18030", "utf-16-le", "utf-16-be"]),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=3)), max_size=3),
)
@settings(deadline=None, max_examples=100)
def test_a_damaged_list_is_read_or_refused(codec: str, damages: list[tuple[float, bytes]]) -> None:
    data = print_list(regular_list(2)).encode(codec)
    for where, wrong in damages:
        at = int(where * len(data))
        data = data[:at] + wrong + data[at + 1 :]
    with suppress(PipelineError):
        assert parse_bytes(data, NAME).source.file == NAME


# --- cells ----------------------------------------------------------------------------------------------------------

CELLS: Final = [
    ("", [], "nothing"),
    ("桥梁\n", [], "text without a cell"),
    ("\t桥", ["桥"], "one cell"),
    ("\t\t桥", ["\t桥"], "a second tab is part of the cell"),
    ("桥\t梁\n\t塔\n", ["塔\n"], "a tab inside a line begins no cell"),
    ("前\n\t桥\n\n梁\n\t塔", ["桥\n\n梁\n", "塔"], "a cell runs on over blank lines"),
    ("\t\n\t\n", ["\n", "\n"], "empty cells"),
    (" \t桥", [], "a tab after a space begins no cell"),
    ("桥\r\t梁", [], "a carriage return ends no line"),
    ("桥\u2028\t梁", [], "nor does a line separator"),
    ("\t桥\x0b\n\t梁", ["桥\x0b\n", "梁"], "control characters stay in their cell"),
]


@pytest.mark.parametrize(("text", "cells"), [pytest.param(*case[:2], id=case[2]) for case in CELLS])
def test_cells(text: str, cells: list[str]) -> None:
    grid = read_text(text)
    assert [text[cell.start : cell.end] for cell in grid.cells] == cells


@given(st.text("\t\n \r桥1\x0b\u3000", max_size=40))
@settings(deadline=None, max_examples=200)
def test_cells_and_the_tabs_before_them_are_the_text(text: str) -> None:
    grid = read_text(text)
    assert grid.text == text
    before = text[: grid.cells[0].start - 1] if grid.cells else text
    assert before + "".join("\t" + text[cell.start : cell.end] for cell in grid.cells) == text
    assert all(one.end == other.start - 1 for one, other in pairwise(grid.cells))
    assert all(cell.start == 1 or text[cell.start - 2] == "\n" for cell in grid.cells)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  桥 梁\n", "桥 梁"),
        ("\u3000桥\u00a0", "桥"),
        ("\r\n\t桥\n\n梁\r\n", "桥\n\n梁"),
        ("\x0b桥\x00", "\x0b桥\x00"),
        ("\u2028桥", "\u2028桥"),
        (" \n\u3000", ""),
        ("", ""),
    ],
    ids=["spaces", "wide and no-break", "line ends", "controls stay", "separators stay", "blank", "empty"],
)
def test_content(text: str, words: str) -> None:
    start, end = content(f"前{text}后", 1, 1 + len(text))
    assert f"前{text}后"[start:end] == words
    if not words:
        assert (start, end) == (1, 1), "an empty content sits where the cell starts"


@given(st.text("\n桥\r\u2028", max_size=30), st.data())
@settings(deadline=None, max_examples=100)
def test_a_place_is_the_number_of_its_line(text: str, data: st.DataObject) -> None:
    place = read_text(text).place
    offset = data.draw(st.integers(0, len(text)))
    assert place(offset) == f"第{text.count(chr(10), 0, offset) + 1}行"


def test_white_space_is_what_may_stand_between_and_no_control_character() -> None:
    assert set(WHITE) == set(" \t\r\n\u00a0\u3000")
