"""A page saved as one file (.mht, by a browser, Word or Excel) → the text of its pages.

Knows MIME (RFC 2557). Does not know what a page says.
"""

from __future__ import annotations

import email
from email.message import Message
from typing import Final

from pipeline.errors import SourceUnreadable
from pipeline.readers.text import Decoded, decode

_MOST_PARTS: Final = 5_000


def decode_archive(data: bytes, name: str) -> Decoded:
    """The pages in *data*, the file called *name*, one after the other. Raises SourceUnreadable where it has none."""
    pages: list[Decoded] = []
    for number, part in enumerate(email.message_from_bytes(data).walk()):
        if number > _MOST_PARTS:
            break
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            pages.append(_decoded(part, name))
    if not pages:
        raise SourceUnreadable(
            f"{name}：这是单个文件网页（.mht），里面没有网页正文；请在浏览器中打开，重新保存后再试。"
        )
    return Decoded("\n".join(page.text for page in pages), pages[0].encoding)


def _decoded(part: Message, name: str) -> Decoded:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = (part.get_content_charset() or "").lower()
    codec = "gb18030" if charset.startswith("gb") else "utf-8" if charset in {"utf-8", "utf8"} else ""
    if codec:
        try:
            return Decoded(data.decode(codec), codec)
        except UnicodeDecodeError:
            pass
    return decode(data, name) if data else Decoded("", codec or "utf-8")
