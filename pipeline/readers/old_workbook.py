"""The records of an old workbook (.xls) → what its values do not say: what is hidden, formulas, errors, formats.

Knows BIFF8 records ([MS-XLS] 2.4) and the stream they stand in. Does not know what a cell says. What it cannot make
sense of it leaves out: whether the file can be read at all, the reader of its values decides.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Final

import olefile

from pipeline.readers.number_formats import BUILT_IN, printed
from pipeline.readers.worksheet_parts import Seen
from pipeline.readers.worksheet_range import Place

_STREAMS: Final = ("Workbook", "Book")
_BOF, _EOF = 0x0809, 0x000A
_BOUNDSHEET, _FORMAT, _XF, _DATE1904 = 0x0085, 0x041E, 0x00E0, 0x0022
_ROW, _COLINFO, _FORMULA, _BOOLERR = 0x0208, 0x007D, 0x0006, 0x0205
_NUMBER, _RK, _MULRK, _TXO = 0x0203, 0x027E, 0x00BD, 0x01B6
_BIFF8: Final = 0x0600
_ERRORS: Final = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip

Record = tuple[int, bytes]


def scan_old(data: bytes) -> dict[str, Seen]:
    """What is seen of each sheet of the .xls *data*, by the name of the sheet; nothing of one that is not BIFF8."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            name = next((each for each in _STREAMS if ole.exists(each)), None)
            stream = ole.openstream(name).read() if name else b""
    except Exception:  # noqa: BLE001 - of a damaged file the library raises whatever it comes upon
        return {}
    return read_records(stream)


def read_records(stream: bytes) -> dict[str, Seen]:
    """As ``scan_old``, for the *stream* of records itself; nothing where they are damaged."""
    try:
        return _sheets(stream)
    except (struct.error, IndexError, ValueError, ArithmeticError):
        return {}


def _sheets(stream: bytes) -> dict[str, Seen]:
    sheets: list[tuple[int, bool, str]] = []
    custom: dict[int, str] = {}
    styles: list[int] = []
    since_1904 = False
    for kind, body in _records(stream, 0):
        if kind == _BOF and struct.unpack_from("<H", body)[0] != _BIFF8:
            return {}
        if kind == _BOUNDSHEET:
            start, state, what, length, wide = struct.unpack_from("<IBBBB", body)
            if what == 0:
                sheets.append((start, state & 3 != 0, _string(body[8:], length, wide)))
        elif kind == _FORMAT:
            number, length, wide = struct.unpack_from("<HHB", body)
            custom[number] = _string(body[5:], length, wide)
        elif kind == _XF:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _DATE1904:
            since_1904 = body[:1] == b"\1"
    formats = [custom.get(number) or BUILT_IN.get(number) or "" for number in styles]
    return {
        name: _sheet(stream, start, formats, since_1904=since_1904)._replace(unseen=hidden)
        for start, hidden, name in sheets
    }


def _records(stream: bytes, start: int) -> Iterator[Record]:
    """The records of one substream: from its BOF to its EOF, those of charts inside it with them."""
    depth, at = 0, start
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        at += 4 + length


def _sheet(stream: bytes, start: int, formats: list[str], *, since_1904: bool) -> Seen:
    rows: set[int] = set()
    columns: list[tuple[int, int]] = []
    seen = Seen(formulas={}, errors={}, printed={})
    for kind, body in _records(stream, start):
        if kind == _ROW:
            row, flags = struct.unpack_from("<H10xH", body)
            if flags & 0x20:
                rows.add(row)
        elif kind == _COLINFO:
            first, last, _, _, flags = struct.unpack_from("<HHHHH", body)
            if flags & 1:
                columns.append((first, last))
        elif kind == _FORMULA:
            at, value = struct.unpack_from("<HH", body), body[6:14]
            seen.formulas[at] = True
            if value[6:8] == b"\xff\xff" and value[0] == 2:
                seen.errors[at] = _ERRORS.get(value[2], "#ERROR")
        elif kind == _BOOLERR:
            row, column, _, code, is_error = struct.unpack_from("<HHHBB", body)
            if is_error:
                seen.errors[row, column] = _ERRORS.get(code, "#ERROR")
        for at, style, number in _numbers(kind, body):
            code = formats[style] if style < len(formats) else ""
            shown = printed(number, code, since_1904=since_1904)
            if shown is not None:
                seen.printed[at] = shown
    return seen._replace(rows=frozenset(rows), columns=tuple(columns))


def _numbers(kind: int, body: bytes) -> Iterator[tuple[Place, int, float]]:
    """The numbers in a record: place, style, value."""
    if kind == _NUMBER:
        row, column, style, number = struct.unpack_from("<HHHd", body)
        yield (row, column), style, number
    elif kind == _RK:
        row, column, style, packed = struct.unpack_from("<HHHI", body)
        yield (row, column), style, _unpacked(packed)
    elif kind == _MULRK:
        row, first = struct.unpack_from("<HH", body)
        for index in range((len(body) - 6) // 6):
            style, packed = struct.unpack_from("<HI", body, 4 + 6 * index)
            yield (row, first + index), style, _unpacked(packed)


def _unpacked(packed: int) -> float:
    """An RkNumber (2.5.217): the upper bits of a double or an integer of 30 bits, by a hundred or not."""
    if packed & 2:
        number = float((packed >> 2) - (1 << 30 if packed & 0x80000000 else 0))
    else:
        number = float(struct.unpack("<d", b"\0\0\0\0" + struct.pack("<I", packed & 0xFFFFFFFC))[0])
    return number / 100 if packed & 1 else number


def _string(body: bytes, length: int, wide: int) -> str:
    return body[: 2 * length].decode("utf-16-le") if wide & 1 else body[:length].decode("latin-1")
