"""Proves that one can find one's way in the Word document: headings, a bookmark for each item, links between items."""

from __future__ import annotations

from pipeline.writers.to_docx import to_docx
from tests.word import W, annex, body, part, reopened, small, values


def test_every_item_has_a_bookmark_in_its_row() -> None:
    document = body(annex())
    found = {}
    for element in document.findall(f".//{W}tr"):
        for name in values(element, "bookmarkStart", "name"):
            found[name] = next(text.text for text in element.findall(f"{W}tc/{W}p/{W}r/{W}t"))
    assert found == {f"item_{number}": str(number) for number in range(1, 25)}
    starts = values(document, "bookmarkStart", "id")
    assert len(set(starts)) == 24
    assert values(document, "bookmarkEnd", "id") == starts


def test_captions_are_headings_one_can_navigate_by() -> None:
    document = reopened(small())
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == ["表一：行政处罚（共3项）", "表二：行政许可（共1项）"]
    style = part(to_docx(small()), "word/styles.xml").find(f"{W}style[@{W}styleId='Heading1']")
    assert style is not None
    assert values(style, "outlineLvl") == ["0"]
