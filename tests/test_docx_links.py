"""Proves that one can find one's way in the Word document: headings, a bookmark for each item, links between items."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from lxml import etree

from pipeline.model import PowerList, Provision
from pipeline.writers.to_docx import to_docx
from tests import rows
from tests.lists import ListData, lists, print_list
from tests.lists import read as read_text
from tests.rows import read
from tests.word import W, all_text, annex, body, everything, part, reopened, small, values


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


def links(document: etree._Element) -> list[tuple[str, str]]:
    """The words and the bookmark of every link, in their order."""
    return [
        ("".join(str(text.text) for text in link.iter(f"{W}t")), str(link.get(f"{W}anchor")))
        for link in document.iter(f"{W}hyperlink")
    ]


def expected_links(power_list: PowerList) -> list[tuple[str, str]]:
    """One for each place whose target stands in another item and not in its own.

    The end of a range (第三十八条 of 第三十五条至第三十八条) lies in its words: one link, that of the range's first.
    """
    found: list[tuple[str, str]] = []
    for each in power_list.items:
        for provision in each.provisions:
            end = 0
            for reference in provision.references:
                homes = [place.item for place in reference.found_in]
                if homes and each.number not in homes and reference.span[0] >= end:
                    found.append((reference.text, f"item_{homes[0]}"))
                    end = reference.span[1]
    return found


def test_the_words_of_a_reference_lead_to_the_item_where_its_target_stands() -> None:
    power_list = read(
        rows.row("第九条　养护人应当每月检查。"),
        rows.row(
            "第十条　养护人应当记录裂缝。\n\n"
            "第二十一条　违反本条例第九条、第十条、第八十条规定的，处二百元以下罚款：\n\n"
            "（一）违反第九条，未检查的；"
        ),
    )
    paragraphs = body(power_list).findall(f".//{W}tr")[2].findall(f"{W}tc")[3].findall(f"{W}p")
    shown = [
        [(etree.QName(each).localname, "".join(map(str, each.itertext()))) for each in list(p)[1:]] for p in paragraphs
    ]
    assert shown[2:] == [
        [
            ("r", "第二十一条"),
            ("r", "\u3000"),
            ("r", "违反本条例"),
            ("hyperlink", "第九条"),
            ("r", "、第十条、第八十条规定的，处二百元以下罚款："),
        ],
        [("r", "（一）违反"), ("hyperlink", "第九条"), ("r", "，未检查的；")],
    ]
    assert links(body(power_list)) == [("第九条", "item_1")] * 2


@pytest.mark.parametrize(("make", "count"), [(annex, 99), (everything, 1), (small, 1)])
def test_every_reference_out_of_its_item_is_a_link_and_no_other(make: Callable[[], PowerList], count: int) -> None:
    found = links(body(make()))
    assert found == expected_links(make())
    assert len(found) == count


@given(lists())
@settings(max_examples=20, deadline=None)
def test_links_of_any_list_lead_to_a_bookmark_that_is_there(data: ListData) -> None:
    power_list = read_text(print_list(data))
    document = body(power_list)
    assert links(document) == expected_links(power_list)
    assert {anchor for _, anchor in links(document)} <= set(values(document, "bookmarkStart", "name"))


def test_targets_of_a_range_have_one_link_to_the_first_that_stands_elsewhere() -> None:
    power_list = read(
        rows.row("第十一条　养护人应当记录裂缝。"),
        rows.row("第十二条　养护人应当报告险情。"),
        rows.row("第二十一条　违反本条例第十条至第十二条规定的，处二百元以下罚款。"),
    )
    assert links(body(power_list)) == [("第十条至第十二条", "item_1")]


def test_a_line_that_a_narrow_column_broke_has_its_links_where_the_words_are() -> None:
    power_list = read(
        rows.row("第九条　养护人应当检查。"),
        rows.row("第二十一条　养护人违反\n本条例第\n九条规定，处罚款。"),
        rows.row("第二十二条　依照第\n九条和第九条、\n第九条规定的，处罚款。"),
    )
    assert links(body(power_list)) == [("第九条", "item_1")] * 4


def test_where_the_words_are_not_where_the_reference_says_there_is_no_link() -> None:
    """A JSON file by another hand: nothing is guessed, nothing is lost."""
    power_list = annex()
    for change in (
        lambda p: replace(p, references=tuple(replace(r, text="第九十九条") for r in p.references)),
        lambda p: replace(p, references=tuple(replace(r, span=p.span[:1] * 2) for r in p.references)),
        lambda p: replace(p, paragraphs=()),
        lambda p: replace(p, paragraphs=p.paragraphs * 2),
        lambda p: replace(p, references=p.references[::-1]),
    ):
        changed = changed_provisions(power_list, change)
        assert all_text(reopened(changed)) == all_text(reopened(power_list))
        assert set(links(body(changed))) <= set(links(body(power_list)))
        assert len(links(body(changed))) < 99


def test_a_span_before_the_first_line_is_no_link_even_where_counting_back_finds_the_words() -> None:
    power_list = read(rows.row("第九条　养护人应当检查。"), rows.row("第二十一条　第一款　处罚违反第九条的"))
    assert links(body(power_list)) == [("第九条", "item_1")]
    moved = changed_provisions(
        power_list,
        lambda p: replace(
            p,
            references=tuple(replace(r, span=(r.span[0] - len(p.text), r.span[1] - len(p.text))) for r in p.references),
        ),
    )
    assert links(body(moved)) == []


def test_a_provision_that_begins_with_an_item_has_its_links_too() -> None:
    power_list = read(
        rows.row("第九条　养护人应当检查。"), rows.row("第二十一条\n\n（一）违反第九条的；\n\n（二）其他。")
    )
    assert power_list.items[1].provisions[0].paragraphs[0].text == ""
    assert links(body(power_list)) == [("第九条", "item_1")]


def changed_provisions(power_list: PowerList, change: Callable[[Provision], Provision]) -> PowerList:
    """*power_list* with *change* made to every provision; not validated, as little as that is possible."""
    tables = []
    for table in power_list.tables:
        items = []
        for each in table.items:
            bases = [b.model_copy(update={"provisions": tuple(map(change, b.provisions))}) for b in each.basis]
            items.append(each.model_copy(update={"basis": tuple(bases)}))
        tables.append(table.model_copy(update={"items": tuple(items)}))
    return power_list.model_copy(update={"tables": tuple(tables)})


def test_bookmarks_and_links_are_what_word_takes() -> None:
    document = part(to_docx(annex(), with_findings=True), "word/document.xml")
    names = values(document, "bookmarkStart", "name")
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)
    assert len(set(names)) == len(names) == 24
    assert set(values(document, "hyperlink", "anchor")) <= set(names)
    for link in document.iter(f"{W}hyperlink"):
        assert set(link.attrib) == {f"{W}anchor", f"{W}history"}
        assert values(link, "rStyle") == ["Reference"]
    style = part(to_docx(small()), "word/styles.xml").find(f"{W}style[@{W}styleId='Reference']")
    assert style is not None
    assert style.get(f"{W}type") == "character"


def test_captions_are_headings_one_can_navigate_by() -> None:
    document = reopened(small())
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == ["表一：行政处罚（共3项）", "表二：行政许可（共1项）"]
    style = part(to_docx(small()), "word/styles.xml").find(f"{W}style[@{W}styleId='Heading1']")
    assert style is not None
    assert values(style, "outlineLvl") == ["0"]
