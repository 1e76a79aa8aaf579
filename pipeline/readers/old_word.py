"""An old Word or WPS document (.doc, .wps) → .docx, by LibreOffice where it is installed.

Knows how LibreOffice is called. Does not know what a document holds.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from pipeline.errors import SourceUnreadable

_SECONDS: Final = 120
_PROGRAMS: Final = ("soffice", "libreoffice")


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
