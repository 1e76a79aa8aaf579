"""Bytes in an encoding that lists are not read in: which one it seems to be.

Knows marks that only one encoding has, and that bytes read in the wrong one give characters nobody writes. Does not
know how a list is decoded, nor what is said.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_re
from pipeline.words.tables import COMMON

_SAMPLE: Final = 20_000
_MIN_HAN: Final = 50
_MIN_SHARE: Final = 0.2
_MIN_COMMON: Final = 0.02
"""Of the Chinese characters of any list a third are common ones; of bytes read in the wrong encoding hardly one."""

_HAN: Final = lazy_re(r"[\u3400-\u9fff]")
# What a wrong encoding gives beside them: code points that are no character.
_HAN_OR_NONE: Final = lazy_re(r"[\u3400-\u9fff\ue000-\uf8ff]")
_WIDE: Final = ((b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be"))
# What Python reads of those that are ASCII all over, by name.
_IN_ASCII: Final = (("HZ", "hz"), ("UTF-7", "utf-7"))
_ISO_2022: Final = (b"\x1b$A", b"\x1b$)A", b"\x1b$B", b"\x1b$)G")


def is_garbled(text: str) -> bool:
    """Whether *text* has many Chinese characters and none that people write: it was in another encoding."""
    found = _HAN_OR_NONE.findall(text[:_SAMPLE])
    return len(found) >= _MIN_HAN and sum(each in COMMON for each in found) < _MIN_COMMON * len(found)


def marked_encoding(data: bytes) -> str:
    """The encoding that *data* says itself it is in, by a BOM or by signs in plain ASCII; empty where it says none."""
    for bom, codec in _WIDE:
        if data.startswith(bom) and _read(data[4:], codec):
            return "UTF-32"
    if any(mark in data[:_SAMPLE] for mark in _ISO_2022):
        return "ISO-2022"
    if data[:_SAMPLE].isascii() and (b"~{" in data or b"+" in data):
        return next((name for name, codec in _IN_ASCII if _is_chinese(_read(data, codec))), "")
    return ""


def is_big5(data: bytes) -> bool:
    """Whether *data*, which is garbled in all encodings that lists are read in, is text in Big5."""
    text = _read(data, "cp950")
    return len(_HAN.findall(text[:_SAMPLE])) >= _MIN_HAN and not is_garbled(text)


def _is_chinese(text: str) -> bool:
    """Whether *text* is for a good part Chinese: a page in ASCII, its characters written as entities, is not."""
    sample = text[:_SAMPLE]
    return len(_HAN.findall(sample)) > _MIN_SHARE * len(sample)


def _read(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return ""
