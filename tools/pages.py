"""Renders every page of the workbooks and documents in out/ as a picture, to be looked at.

Knows LibreOffice, poppler, and which fonts of Debian stand in for those of a Chinese office.
Does not know what ought to be on a page.

    python tools/pages.py FOLDER [FILE…]    build/pages/NAME.xlsx-01.png … ; without FILE all of out/

Standard library only. The pictures show where things stand; how wide a character is differs a little from the fonts
of an office.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

OUT = Path("out")
ENDINGS = (".xlsx", ".docx")
DPI = 90

# Official name, what stands in for it, whether bold.
STAND_INS = (
    ("方正小标宋简体", "Noto Serif CJK SC", True),
    ("黑体", "Noto Sans CJK SC", True),
    ("仿宋_GB2312", "Noto Serif CJK SC", False),
    ("仿宋", "Noto Serif CJK SC", False),
    ("楷体_GB2312", "Noto Serif CJK SC", False),
    ("宋体", "Noto Serif CJK SC", False),
)
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
{}
</fontconfig>
"""
STAND_IN = """<match target="pattern"><test name="family" compare="eq"><string>{}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{}</string></edit>{}</match>"""
BOLD = '<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>'


def render(files: list[Path], folder: Path) -> int:
    """Pictures of every page of `files` in `folder`, which is emptied first; how many there are."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with TemporaryDirectory() as name:
        scratch = Path(name)
        rules = (STAND_IN.format(official, there, BOLD if bold else "") for official, there, bold in STAND_INS)
        (scratch / "fonts.conf").write_text(FONTS.format("\n".join(rules)), encoding="utf-8")
        environment = os.environ | {"FONTCONFIG_FILE": str(scratch / "fonts.conf")}
        profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
        for file in files:
            subprocess.run(
                ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(scratch), str(file)],
                check=True,
                capture_output=True,
                env=environment,
                timeout=300,
            )
            paper = scratch / f"{file.stem}.pdf"
            subprocess.run(["pdftoppm", "-r", str(DPI), "-png", str(paper), str(folder / file.name)], check=True)
            paper.unlink()
    return len(list(folder.glob("*.png")))


def main(arguments: list[str]) -> int:
    """Exit code 0, or 1 where a program is missing or there is nothing to render."""
    missing = [name for name in ("soffice", "pdftoppm") if shutil.which(name) is None]
    if missing:
        sys.stderr.write(f"missing: {', '.join(missing)} (Debian: libreoffice-calc libreoffice-writer poppler-utils)\n")
        return 1
    folder, *named = map(Path, arguments)
    files = named or sorted(path for path in OUT.iterdir() if path.suffix in ENDINGS)
    if not files:
        sys.stderr.write("out/ has no workbook and no document: run make build\n")
        return 1
    print(f"{render(files, folder)} pages in {folder}/")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
