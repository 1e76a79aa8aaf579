"""Proves that the Word document prints as it should, as LibreOffice lays it out."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from pipeline.writers.to_docx import to_docx
from tests.word import USUAL, W, annex, bare, body


def tool(name: str) -> str:
    """The path of an office tool; without it the test is skipped, or with REQUIRE_OFFICE=1 fails."""
    path = shutil.which(name)
    if path is None:
        missing = f"{name} is missing (LibreOffice, poppler-utils)"
        if os.environ.get("REQUIRE_OFFICE") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    return path


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The pages of the annex as text, in the order in which LibreOffice draws them."""
    office, to_text = tool("soffice"), tool("pdftotext")
    folder = tmp_path_factory.mktemp("office")
    (folder / "list.docx").write_bytes(to_docx(annex()))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "list.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    subprocess.run([to_text, "-raw", str(folder / "list.pdf"), str(folder / "list.txt")], check=True, timeout=60)
    return [bare(page) for page in (folder / "list.txt").read_text(encoding="utf-8").split("\f") if page.strip()]


@pytest.mark.office
def test_the_header_stands_on_every_page(pages: list[str]) -> None:
    assert 12 <= len(pages) <= 20
    assert all(bare("".join(USUAL)) in page for page in pages)


@pytest.mark.office
def test_pages_are_numbered(pages: list[str]) -> None:
    assert [f"—{number}—" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)


@pytest.mark.office
def test_every_character_of_every_cell_is_shown_in_order(pages: list[str]) -> None:
    header = bare("".join(USUAL))
    shown = "".join(page.replace(header, "", 1).replace(f"—{number}—", "") for number, page in enumerate(pages, 1))
    position = 0
    for row_of_text in body(annex()).iter(f"{W}tr"):
        if row_of_text.find(f"{W}trPr/{W}tblHeader") is None:
            for cell in row_of_text.findall(f"{W}tc"):
                text = bare("".join(str(t.text) for t in cell.iter(f"{W}t")))
                position = shown.index(text, position) + len(text)
    assert position == len(shown)  # nothing but the tables, to the last character


@pytest.mark.office
def test_a_caption_never_ends_a_page(pages: list[str]) -> None:
    for table in annex().tables:
        (page,) = [page for page in pages if bare(table.caption) in page]
        assert (table.items[0].title or "?") in page
