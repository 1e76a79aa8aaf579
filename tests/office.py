"""What an office program makes of a file: the words on its pages.

Knows how LibreOffice and poppler are called, and that a test without them is skipped, or fails where it must not be.
Does not know what is in the file.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree


class Word(NamedTuple):
    """A word as it stands on paper, in points from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def tool(name: str) -> str:
    """The path of an office tool; without it the test is skipped, or with REQUIRE_OFFICE=1 fails."""
    path = shutil.which(name)
    if path is None:
        missing = f"{name} is missing (LibreOffice, poppler-utils)"
        if os.environ.get("REQUIRE_OFFICE") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    return path


def read_word(tag: etree._Element) -> Word:
    left, top, right, bottom = (float(tag.get(side, "nan")) for side in ("xMin", "yMin", "xMax", "yMax"))
    return Word(left, top, right, bottom, tag.text or "")


def converted(files: Iterable[Path], kind: str, folder: Path) -> None:
    """Have LibreOffice convert *files* to *kind* (pdf, or a filter with its options) in *folder*."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [tool("soffice"), profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def page_words(paper: Path) -> list[list[Word]]:
    """The words on each page of the PDF *paper*."""
    found = paper.with_suffix(".html")
    subprocess.run([tool("pdftotext"), "-bbox", str(paper), str(found)], check=True, timeout=60)
    tree = etree.parse(found, etree.XMLParser(recover=True))
    return [[read_word(tag) for tag in page.iter("{*}word")] for page in tree.iter("{*}page")]
