"""Whether an old Office file (.doc, .xls) can only be opened with a password.

Knows where [MS-DOC] and [MS-XLS] say so. Does not know what is in such a file, nor how to decrypt it.
"""

from __future__ import annotations

import io
import struct
from typing import Final

_BOF, _FILEPASS, _EOF = 0x0809, 0x002F, 0x000A
_ENCRYPTED: Final = 0x0100
_FLAGS: Final = 0x0A
_BOOKS: Final = ("Workbook", "Book")
_DOCUMENT: Final = "WordDocument"


def is_encrypted(data: bytes) -> bool:
    """Whether the compound file *data* is encrypted; False also where it is too damaged to tell."""
    import olefile  # noqa: PLC0415 - only an old file needs it

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            for name in _BOOKS:
                if ole.exists(name):
                    return _has_password(ole.openstream(name).read())
            return ole.exists(_DOCUMENT) and _is_obscured(ole.openstream(_DOCUMENT).read(_FLAGS + 2))
    except Exception:  # noqa: BLE001 - of a damaged file the library raises whatever it comes upon
        return False


def _has_password(stream: bytes) -> bool:
    """A FILEPASS record ([MS-XLS] 2.4.117) in the first substream: what follows it is encrypted."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind in {_FILEPASS, _EOF} or (at == 0 and kind != _BOF):
            return bool(kind == _FILEPASS)
        at += 4 + length
    return False


def _is_obscured(start: bytes) -> bool:
    """The flag fEncrypted of the FibBase ([MS-DOC] 2.5.2)."""
    return len(start) == _FLAGS + 2 and bool(struct.unpack_from("<H", start, _FLAGS)[0] & _ENCRYPTED)
