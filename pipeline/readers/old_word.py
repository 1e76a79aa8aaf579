"""An old Word or WPS document (.doc, .wps) → Grid, made a .docx by LibreOffice where it is installed.

Knows how LibreOffice is called, and that it may lose something. Does not know what a document holds.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from pipeline.errors import NotAPowerList, SourceUnreadable
from pipeline.readers.document import read_document
from pipeline.readers.grid import Grid
from pipeline.readers.package import Package

_SECONDS: Final = 120
_PROGRAMS: Final = ("soffice", "libreoffice")


def read_old_document(data: bytes, name: str) -> Grid:
    """The tables of *data*, the file called *name*. Raises what ``as_docx`` and ``read_document`` do.

    LibreOffice loses a table with which a document ends without a paragraph behind it: where nothing is found, that it
    was converted is said too.
    """
    package = Package(as_docx(data, name), name)
    try:
        return read_document(package, name)
    except NotAPowerList as error:
        raise NotAPowerList(
            f"{error}这是经 LibreOffice 转换后读到的；原文件有清单表格的，请用 Word 打开，另存为 .docx 后放入 raw/。"
        ) from None


def as_docx(data: bytes, name: str) -> bytes:
    """The document *data*, the file called *name*, as a .docx.

    Raises SourceUnreadable with what to do, where there is no LibreOffice or it cannot read the document.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise SourceUnreadable(
            f"{name}：这是旧版 Word 或 WPS 文档（.doc、.wps），本机没有安装 LibreOffice，不能转换；"
            "请用 Word 或 WPS 打开，另存为 .docx 后放入 raw/。"
        )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.doc"
        source.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",  # nobody's settings, nobody's macros
            "--headless",
            "--norestore",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(Path(folder) / "out"),
            str(source),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - a program of ours
            return (Path(folder) / "out" / "source.docx").read_bytes()
        except (subprocess.SubprocessError, OSError):
            raise SourceUnreadable(
                f"{name}：这是旧版 Word 或 WPS 文档（.doc、.wps），LibreOffice 未能转换；"
                "请用 Word 或 WPS 打开，另存为 .docx 后放入 raw/。"
            ) from None
