"""Proves that `make pages` makes a picture of every page, and says what is missing where it cannot."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.writers.to_xlsx import to_xlsx
from tests.command import ROOT
from tests.office import converted, page_words, tool
from tests.workbooks import small


def pages(*arguments: str | Path, path: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "tools" / "pages.py", *arguments]
    environment = {"PATH": path} if path is not None else None
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, env=environment)


@pytest.mark.office
def test_every_page_becomes_a_picture(tmp_path: Path) -> None:
    tool("pdftoppm")
    book = tmp_path / "book.xlsx"
    book.write_bytes(to_xlsx(small()))
    converted([book], "pdf", tmp_path)
    done = pages(tmp_path / "pictures", book)
    assert (done.returncode, done.stderr) == (0, "")
    made = sorted((tmp_path / "pictures").iterdir())
    assert len(made) == len(page_words(tmp_path / "book.pdf"))
    assert all(picture.name.startswith("book.xlsx-") for picture in made)
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in made)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    done = pages(tmp_path / "pictures", tmp_path / "book.xlsx", path="")
    assert done.returncode == 1
    assert "soffice" in done.stderr
    assert not (tmp_path / "pictures").exists()
