"""Proves that the tables of changes say what the comparison says, to the last character, and print right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from io import BytesIO
from itertools import groupby, pairwise
from typing import Final
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell import MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.compare import Comparison, compare, outdated
from pipeline.model import PowerList
from pipeline.statutes import Texts, read_statute
from pipeline.writers.annex_content import Run
from pipeline.writers.basis_rows import BASIS_CHANGES, basis_table, precise_places, ranges
from pipeline.writers.change_pages import CONTINUED, Page, Paper, folded, pages_of
from pipeline.writers.change_rows import ADJUSTMENTS, change_tables
from pipeline.writers.change_words import SIGNED, ChangeTable, plain, text_of
from pipeline.writers.changes_to_docx import changes_to_docx
from pipeline.writers.changes_to_xlsx import changes_to_xlsx
from pipeline.writers.measure import SCALE, UNIT
from pipeline.writers.ooxml import DELETED_COLOUR, INSERTED_COLOUR, SYSTEM
from tests.golden import parse_annex
from tests.office import Word, converted, page_words
from tests.revision import AMENDED, NEW, OLD, registered
from tests.rows import listed, parsed, row
from tests.test_docx_package import out_of_order
from tests.test_printed_workbook import in_order
from tests.word import parts
from tests.workbooks import bare, header_row, page_starts


def planted() -> Comparison:
    return compare(parsed(OLD), parsed(NEW))


def hard() -> Comparison:
    """What no office publishes: a provision of thirty pages with a word changed on each, texts that look like
    something else, characters no file can hold."""
    sentence = "古桥的养护人应当每月检查桥面，记录裂缝，并在三日内报告市古桥管理部门。"
    long = [sentence.replace("三日", f"{number}日") for number in range(600)]
    changed = [words.replace("每月", "每季度") if number % 20 == 0 else words for number, words in enumerate(long)]
    old = [
        row(f"第九条　{''.join(long)}", title="=1+1"),
        row("第十条　_x0041_、&amp;、]]>。", title="#REF!", remarks="+1"),
        row("第十一条　不得悬挂重物。", title="-对悬挂重物的处罚", department="@桥务科"),
        row("第十二条　不得悬挂重物。", title="对损坏桥栏的处罚"),
    ]
    new = [
        row(f"第九条　{''.join(changed)}", title="=1+1"),
        row("第十条　_x0042_、&lt;、]]>\x0b。", title="#REF!", remarks="=2"),
        row("第十一条　不得悬挂重物。", title="-对悬挂重物的处罚", department="@风物科"),
        row("第十二条　不得悬挂重物。", title="对损坏" + "很长的" * 400 + "桥栏的处罚"),
    ]
    return compare(parsed(listed(*old)), parsed(listed(*new)))


def moved() -> Comparison:
    """No list before; the register and one official text say what became of the law."""
    return outdated(registered(), Texts([read_statute(AMENDED.encode(), "rules.txt")]))


def amended() -> Comparison:
    """The published list, whose law has moved on: several rows for an item, one row for many items."""
    return outdated(parse_annex())


def nothing() -> Comparison:
    return compare(parsed(OLD), parsed(OLD))


COMPARISONS: Final[dict[str, Callable[[], Comparison]]] = {
    "planted": planted,
    "hard": hard,
    "moved": moved,
    "amended": amended,
    "nothing": nothing,
}


@cache
def workbook_of(name: str) -> bytes:
    return changes_to_xlsx(COMPARISONS[name]())


def sheets(name: str) -> Iterable[tuple[ChangeTable, Worksheet]]:
    tables = change_tables(COMPARISONS[name]())
    book = load_workbook(BytesIO(workbook_of(name)), rich_text=True)
    assert book.sheetnames == [table.name for table in tables]
    return zip(tables, book.worksheets, strict=True)


def held(text: str) -> str:
    """*text* as a file can hold it, without white space."""
    return bare(text.replace("\x0b", "\ufffd"))


# --- the rows -------------------------------------------------------------------------------------------------------


def test_the_adjustments_stand_in_the_order_offices_publish_them_in() -> None:
    (table,) = [each for each in change_tables(planted()) if each.name == ADJUSTMENTS]
    kinds = [text_of(cells[1]) for cells in table.rows]
    assert list(dict.fromkeys(kinds)) == ["新增", "取消", "变更", "变更（存疑）"]
    assert [text_of(cells[0]) for cells in table.rows] == [str(number) for number in range(1, len(kinds) + 1)]
    assert table.title == "云溪市古桥管理局权责清单（2034年版）调整对照表", "the name of the list as printed"
    assert all(cells[-1] == () for cells in table.rows), "the reasons are the office's"


def test_each_change_of_the_comparison_has_a_row() -> None:
    comparison = planted()
    (table,) = [each for each in change_tables(comparison) if each.name == ADJUSTMENTS]
    count = 1  # the title
    for change in comparison.items:
        count += len(change.values) + len(change.laws) + len(change.provisions) or 1
    assert len(table.rows) == count


def test_a_row_has_both_sides_and_marks_what_changed() -> None:
    (table,) = [each for each in change_tables(planted()) if each.name == ADJUSTMENTS]
    (cells,) = [each for each in table.rows if "罚款变更" in text_of(each[3])]
    assert [text_of(cell) for cell in cells[2:6]] == [
        "第12项（序号“112”）\n（原第1项）\n对在古桥上悬挂重物的处罚",
        "依据变更\n条文文字变更\n罚款变更：三万元以下→五万元以下",
        "《云溪市古桥守护条例》第二十条\n违反本条例第九条规定的，给予警告；拒不改正的，处三万元以下罚款。",
        "《云溪市古桥守护条例》第二十条\n违反本条例第九条规定的，给予警告；拒不改正的，处五万元以下罚款。",
    ]
    assert [(run.text, run.mark) for cell in cells for run in cell if run.mark] == [
        ("三万元", "deleted"),
        ("五万元", "inserted"),
    ]


def test_the_old_number_is_said_where_it_is_another() -> None:
    """And the printed serial where that is not the number: by that a clerk finds the item."""

    def called(old: tuple[str | None, str | None], new: tuple[str | None, str | None]) -> list[str]:
        before, after = (
            parsed(listed(*(row("第三条　甲。", title=title, serial=serial, level=level)
                for title, serial in zip(("桥栏", "桥面"), serials, strict=True))))
            for level, serials in (("市级", old), ("县级", new))
        )  # fmt: skip
        (table,) = change_tables(compare(before, after))
        return [text_of(cells[2]).rsplit("\n", 1)[0] for cells in table.rows]

    assert called((None, None), (None, None)) == ["第1项", "第2项"]
    assert called((None, None), ("（一）", "二")) == ["第1项", "第2项"]
    assert called((None, None), ("一", "1-2")) == ["第1项", "第2项（序号“1-2”）\n（原第2项）"]
    assert called(("9", "10"), ("9", "11")) == ["第1项（序号“9”）", "第2项（序号“11”）\n（原第2项（序号“10”））"]


def test_the_law_that_moved_is_shown_with_quoted_and_current_wording() -> None:
    """Written by hand from tests/revision.py: a row for each provision but the one that is the same."""
    (table,) = change_tables(moved())
    assert table.title == "云溪市古桥管理局权责清单依据变动对照表"
    assert table.note == "现清单：云溪市古桥管理局权责清单（3项）。法律登记册截至2034年6月1日。共6条。"
    law = "《云溪市古桥守护条例》"
    version = "\n（2034年3月5日文本）\n"
    assert [[text_of(cell) for cell in cells[2:5]] for cells in table.rows] == [
        [law + "第九条\n任何单位不得在古桥上悬挂重物。", "第二条" + version + "任何单位不得在古桥上悬挂重物。",
         "序号改变\n（登记册未核实）"],
        [law + "第二十条\n违反本条例第九条规定的，给予警告；拒不改正的，处三万元以下罚款。",
         "第四十条" + version + "另见第四条\n违反本条例第三条规定的，处五百元以下罚款；拒不改正的，处二千元罚款。\n"
         "登记册所记变动：依照其他法规处罚", "改为指向其他法律"],
        [law + "第十条\n古桥的养护人应当每月检查桥面，记录裂缝。",
         "第三条" + version + "古桥的养护人应当每季度检查桥面，记录裂缝。", "内容修改"],
        [law + "第二十一条\n违反本条例第十条规定的，处二百元以下罚款。",
         "第四条" + version + "违反本条例第三条规定的，处五百元以下罚款；拒不改正的，处二千元罚款。\n"
         "登记册所记变动：另增加拒不改正的处罚", "内容修改"],
        [law + "第十一条\n任何单位和个人不得占用桥面摆摊。", "（2034年3月5日文本）\n（已删除或废止）", "删除或废止"],
        [law + "第二十二条\n违反本条例第十一条规定的，处五百元罚款。",
         "第五条或第六条" + version + "（不能断定现行位置）", "不能断定"],
    ]  # fmt: skip
    assert marked([table])["deleted"] == "月" + "第十条" + "二百元"
    assert marked([table])["inserted"] == "季度" + "第三条" + "五百元" + "罚款；拒不改正的，处二千元"
    assert table.choices == ("处理意见", ("采纳", "不采纳", "待定"))


def quoting_alike() -> Comparison:
    """Five items quote 第九条 with the same words; the register knows that it was 第一款. No text is at hand."""
    first, cracks, stalls = (each.model_dump(mode="json") for each in moved().basis[::2])
    records = [first | _of_item(item, f"事项{item}") | {"current": None} for item in (1, 3, 4, 5, 6)]
    records.insert(1, cracks | {"item": 2, "serial": "2", "current": None})
    records.append(stalls | _of_item(6, None))
    return Comparison.model_validate(moved().model_dump(mode="json") | {"basis": records})


def _of_item(number: int, title: str | None) -> dict[str, object]:
    return {"item": number, "serial": str(number), "title": title}


CRACKED: Final = "古桥的养护人应当每月检查桥面，记录裂缝。"


def test_items_that_quote_the_same_words_share_a_row() -> None:
    precise = {(number, quoting_alike().basis[0].ordinal): "第九条第一款" for number in (1, 3, 4, 5, 6)}
    table = basis_table(quoting_alike(), precise)
    assert [tuple(text_of(cell).split("\n", 2)[:2] for cell in cells[:3]) for cells in table.rows] == [
        (["1"], ["第1、3—6项"], ["《云溪市古桥守护条例》第九条", "（即第九条第一款）"]),
        (["2"], ["第2项", "对养护人未按规定记录裂缝的处罚"], ["《云溪市古桥守护条例》第十条", CRACKED]),
        (["3"], ["第6项"], ["《云溪市古桥守护条例》第十一条", "任何单位和个人不得占用桥面摆摊。"]),
    ]
    assert "共7条。各事项引用同一条文且文字相同的合为一行，计3行，以首个引用的事项先后为序。" in table.note


def test_items_that_share_a_row_are_found_by_their_printed_serials() -> None:
    alike = quoting_alike().model_dump(mode="json")
    for record in alike["basis"]:
        record["serial"] = f"3-{record['item']}" if record["item"] > 3 else None
    table = basis_table(Comparison.model_validate(alike))
    assert [text_of(cells[1]).split("\n")[0] for cells in table.rows] == [
        "第1、3—6项（序号依次为无、无、3-4、3-5、3-6）", "第2项", "第6项（序号“3-6”）",
    ]  # fmt: skip


def test_what_differs_in_the_place_the_register_knows_keeps_its_row() -> None:
    ordinal = quoting_alike().basis[0].ordinal
    table = basis_table(quoting_alike(), {(1, ordinal): "第九条第一款"})
    assert [text_of(cells[1]) for cells in table.rows][:3] == [
        "第1项\n事项1",
        "第2项\n对养护人未按规定记录裂缝的处罚",
        "第3—6项",
    ]


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [([15, 16, 17, 19, 20, 21, 22, 23, 24], "15、16、17、19—24"), ([1], "1"), ([1, 2, 3, 4], "1—4"), ([2, 4], "2、4")],
)
def test_numbers_are_printed_as_offices_print_them(numbers: list[int], printed: str) -> None:
    assert ranges(numbers) == printed


def test_the_list_knows_where_more_precisely_a_provision_stood() -> None:
    data = registered().model_dump(mode="json")
    current = data["tables"][0]["items"][0]["basis"][0]["provisions"][1]["current"]
    current["quoted_addresses"][0]["paragraph"] = 1
    assert precise_places(registered()) == {}
    assert precise_places(PowerList.model_validate(data)) == {(1, 2): "第九条第一款"}


def test_without_current_wordings_their_column_is_narrow() -> None:
    def widths(comparison: Comparison) -> dict[str, float]:
        return {column.heading: column.width for column in basis_table(comparison).columns}

    def quoting(long: str, current: str | None) -> Comparison:
        (change, *_) = moved().basis
        longer = change.model_copy(update={"quoted": long, "current": current, "edits": ()})
        return moved().model_copy(update={"basis": (longer,)})

    long = "古桥的养护人应当每月检查桥面，记录裂缝，并在三日内报告。" * 5
    without, both = widths(quoting(long, None)), widths(quoting(long, long))
    assert without["清单引用"] > 1.5 * without["现行规定"]
    assert both["清单引用"] == pytest.approx(both["现行规定"], rel=0.1)
    assert sum(both.values()) == pytest.approx(225)
    assert sum(without.values()) == pytest.approx(225)


def test_a_table_about_a_list_without_a_title_is_named_after_the_office() -> None:
    new = moved().new.model_copy(update={"title": ""})
    assert basis_table(moved().model_copy(update={"new": new})).title == "云溪市古桥管理局权责清单依据变动对照表"


def test_cells_are_read_from_the_top_and_no_row_breaks_but_where_it_is_meant_to() -> None:
    document = docx.Document(BytesIO(changes_to_docx(hard())))
    _, *rows = next(document.element.body.iter(qn("w:tbl"))).findall(qn("w:tr"))
    assert {each.get(qn("w:val")) for row in rows for each in row.iter(qn("w:vAlign"))} == {"top"}
    heights = [row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}").get(qn("w:val")) for row in rows]
    assert max(map(int, heights)) / 20 < 156 * MM, "each has its height, and none is higher than a page"
    for table, sheet in sheets("moved"):
        body = sheet.iter_rows(min_row=header_row(sheet) + 1, max_row=header_row(sheet) + len(table.rows))
        assert {cell.alignment.vertical for row in body for cell in row if not isinstance(cell, MergedCell)} == {"top"}


def test_a_law_that_has_not_moved_gives_no_table_beside_the_adjustments() -> None:
    assert [table.name for table in change_tables(nothing())] == [ADJUSTMENTS]
    assert [table.name for table in change_tables(planted())] == [ADJUSTMENTS, BASIS_CHANGES]


def test_what_was_reworded_or_relabelled_between_the_lists_is_in_the_table_of_the_law_too() -> None:
    table = change_tables(planted())[1]
    assert [(text_of(cells[1]).partition("\n")[0], text_of(cells[4])) for cells in table.rows] == [
        ("第8项（序号“108”）", "清单修订\n内容修改"),
        ("第12项（序号“112”）", "清单修订\n内容修改"),
        ("第13项（序号“113”）", "清单修订\n内容修改"),
        ("第14项（序号“114”）", "清单修订\n序号改变"),
        ("第14项（序号“114”）", "清单修订\n序号改变\n文内条款序号已变"),
        ("第15项（序号“115”）", "清单修订\n内容修改"),
        ("第17项（序号“117”）", "清单修订\n内容修改"),
    ]


def test_the_words_of_a_law_that_another_replaced_are_not_said_to_be_the_other_ones() -> None:
    old = row("第三条　守桥人应当守桥，每月查桥。", law="《桥务规定》", title="对守桥人不守桥的处罚")
    new = row("第五条　守桥人应当守桥，每周查桥。", law="《桥务条例》", title="对守桥人不守桥的处罚")
    (cells,) = basis_table(compare(parsed(listed(old)), parsed(listed(new)))).rows
    _, _, quoted, current, *_ = map(text_of, cells)
    assert quoted.startswith("《桥务规定》第三条\n（原清单所引）")
    assert current.startswith("第五条\n（现清单所标所引）")
    assert current.endswith("现清单引《桥务条例》")


def test_the_words_of_a_list_are_not_given_out_as_those_of_the_law() -> None:
    rows = [[text_of(cell) for cell in cells] for cells in basis_table(planted()).rows]
    assert rows
    for _, _, quoted, current, *_ in rows:
        assert quoted.split("\n")[1] == "（原清单所引）"
        assert current.split("\n")[1] == "（现清单所标所引）"


# --- Excel ----------------------------------------------------------------------------------------------------------


def columns_said(table: ChangeTable) -> list[str]:
    """What stands in each column, from the top: of an item column once for all successive rows of the item."""
    items = [index for index, column in enumerate(table.columns) if column.item]
    said = []
    for index in range(len(table.columns)):
        groups = groupby(table.rows, key=lambda cells: [cells[each] for each in items])
        its = (next(rows) for _, rows in groups) if index in items else iter(table.rows)
        said.append("".join(held(text_of(cells[index])) for cells in its))
    return said


def without_marks(table: ChangeTable, index: int, text: str) -> str:
    """*text* of column *index* on a page, without what says at its top that a row or an item goes on."""
    head, mark, rest = text.partition(CONTINUED)
    if not mark:
        return text
    assert index == 0 or table.columns[index].item
    assert head in {held(text_of(cells[index]).partition("\n")[0]) for cells in table.rows}
    return rest


@pytest.mark.parametrize("name", COMPARISONS)
def test_the_sheet_holds_every_cell_whole_and_as_text(name: str) -> None:
    """Column by column, the parts of a long row one after the other; only numbers and items are repeated, （续）."""
    for table, sheet in sheets(name):
        head = header_row(sheet)
        assert [cell.value for cell in sheet[head]] == [column.heading for column in table.columns]
        assert sheet.cell(sheet.max_row, 1).value == SIGNED
        starts = [head + 1, *page_starts(sheet)[1:], sheet.max_row]
        for index, said in enumerate(columns_said(table)):
            shown = ""
            for first, after in pairwise(starts):
                cells = [sheet.cell(number, index + 1) for number in range(first, after)]
                assert {cell.data_type for cell in cells if not isinstance(cell, MergedCell)} <= {"s", "n"}
                text = bare("".join(str(cell.value) for cell in cells if cell.value is not None))
                shown += without_marks(table, index, text)
            assert shown == said


@pytest.mark.parametrize("name", COMPARISONS)
def test_no_row_is_higher_than_a_row_can_be_and_no_page_fuller_than_a_page(name: str) -> None:
    for _, sheet in sheets(name):
        heights = {number: sheet.row_dimensions[number].height for number in range(1, sheet.max_row + 1)}
        assert max(heights.values()) <= 409
        head = header_row(sheet)
        room = 156 / 25.4 * 72 / SCALE * 100
        starts = [*page_starts(sheet), sheet.max_row + 1]
        for page, (first, after) in enumerate(pairwise(starts)):
            assert sum(heights[n] for n in range(first, after)) + (heights[head] if page else 0) <= room


def test_the_answers_of_the_office_are_chosen_from_a_list() -> None:
    ((table, sheet),) = sheets("moved")
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == '"采纳,不采纳,待定"'
    head = header_row(sheet)
    column = [cell.value for cell in sheet[head]].index("处理意见") + 1
    assert (
        str(validation.sqref) == f"{get_column_letter(column)}{head + 1}:{get_column_letter(column)}{sheet.max_row - 1}"
    )
    assert all(cells[-1] == () for cells in table.rows)


def test_marked_words_are_red_and_underlined_or_grey_and_struck() -> None:
    with ZipFile(BytesIO(workbook_of("planted"))) as package:
        tree = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    namespace = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    found: dict[str, str] = {"inserted": "", "deleted": ""}
    for run in tree.iter(f"{namespace}r"):
        colour = run.find(f"{namespace}rPr/{namespace}color")
        if colour is None:
            continue
        mark = "deleted" if run.find(f"{namespace}rPr/{namespace}strike") is not None else "inserted"
        assert colour.get("rgb") == "FF" + (DELETED_COLOUR if mark == "deleted" else INSERTED_COLOUR)
        assert (run.find(f"{namespace}rPr/{namespace}u") is not None) == (mark == "inserted")
        found[mark] += run.findtext(f"{namespace}t") or ""
    assert found == marked([change_tables(planted())[0]])


def marked(tables: Iterable[ChangeTable]) -> dict[str, str]:
    found = {"inserted": "", "deleted": ""}
    for run in (run for table in tables for cells in table.rows for cell in cells for run in cell):
        if run.mark:
            found[run.mark] += run.text
    return found


# --- Word -----------------------------------------------------------------------------------------------------------


def page_rows(table: etree._Element) -> list[list[list[str]]]:
    """The rows of a Word table below its header, by page, as texts of their cells."""
    pages: list[list[list[str]]] = [[]]
    for each in table.findall(qn("w:tr"))[1:]:
        if each.find(f".//{qn('w:pageBreakBefore')}") is not None:
            pages.append([])
        cells = each.findall(qn("w:tc"))
        pages[-1].append([bare("".join(text.text or "" for text in cell.iter(qn("w:t")))) for cell in cells])
    return pages


@pytest.mark.parametrize("name", COMPARISONS)
def test_the_document_holds_every_cell_whole(name: str) -> None:
    comparison = COMPARISONS[name]()
    document = docx.Document(BytesIO(changes_to_docx(comparison)))
    tables = change_tables(comparison)
    for table, element in zip(tables, document.element.body.iter(qn("w:tbl")), strict=True):
        first = element.find(qn("w:tr"))
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        headings = [bare("".join(text.text for text in cell.iter(qn("w:t")))) for cell in first.findall(qn("w:tc"))]
        assert headings == [column.heading for column in table.columns]
        pages = page_rows(element)
        for index, said in enumerate(columns_said(table)):
            shown = (without_marks(table, index, "".join(cells[index] for cells in page)) for page in pages)
            assert "".join(shown) == said
    texts = {style: [each.text for each in document.paragraphs if each.style and each.style.style_id == style]
             for style in ("TableTitle", "SignOff")}  # fmt: skip
    assert texts == {"TableTitle": [table.title for table in tables], "SignOff": [SIGNED] * len(tables)}


def test_marked_words_of_the_document_have_the_styles_of_changed_words() -> None:
    document = docx.Document(BytesIO(changes_to_docx(planted())))
    found = {"Inserted": "", "Deleted": ""}
    for run in document.element.body.iter(qn("w:r")):
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        if style is not None and style.get(qn("w:val")) in found:
            found[style.get(qn("w:val"))] += "".join(text.text or "" for text in run.iter(qn("w:t")))
    expected = marked(change_tables(planted()))
    assert {mark: bare(text) for mark, text in found.items()} == {
        "Inserted": bare(expected["inserted"]),
        "Deleted": bare(expected["deleted"]),
    }
    inserted, deleted = document.styles["增加的文字"].font, document.styles["删去的文字"].font
    assert (str(inserted.color.rgb), inserted.underline) == (INSERTED_COLOUR, True)
    assert (str(deleted.color.rgb), deleted.strike) == (DELETED_COLOUR, True)


@pytest.mark.parametrize("name", COMPARISONS)
def test_elements_of_the_document_come_in_the_order_the_standard_asks_for(name: str) -> None:
    for part, root in parts(changes_to_docx(COMPARISONS[name]())).items():
        assert list(out_of_order(root)) == [], part


@pytest.mark.parametrize("write", [changes_to_xlsx, changes_to_docx])
def test_the_same_comparison_gives_the_same_bytes(write: Callable[..., bytes]) -> None:
    assert write(planted()) == write(planted())
    assert write(planted()) != write(planted(), SYSTEM), "but for the fonts"


def same_item(table: ChangeTable, above: str, below: str) -> bool:
    """Whether two rows, told by what stands in their first cells (7, 8（续）), are of one item."""
    index = next(index for index, column in enumerate(table.columns) if column.heading in {"事项", "事项名称"})
    one, other = (table.rows[int(serial.partition("\n")[0].removesuffix(CONTINUED)) - 1] for serial in (above, below))
    return one[index] == other[index]


@pytest.mark.parametrize("name", ["planted", "amended"])
def test_the_cell_of_an_item_is_one_over_its_rows_on_a_page(name: str) -> None:
    document = docx.Document(BytesIO(changes_to_docx(COMPARISONS[name]())))
    found = set()
    for element, (table, sheet) in zip(document.element.body.iter(qn("w:tbl")), sheets(name), strict=True):
        items = [column.item for column in table.columns]
        rows = [each.findall(qn("w:tc")) for each in element.findall(qn("w:tr"))[1:]]
        for above, below in pairwise(rows):
            serials = ["".join(text.text for text in cells[0].iter(qn("w:t"))) for cells in (above, below)]
            begins_page = below[0].find(f".//{qn('w:pageBreakBefore')}") is not None
            merges = [cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}") for cell in below]
            goes_on = not begins_page and same_item(table, *serials)
            found.add(goes_on)
            expected = [goes_on and item for item in items]
            assert [merge is not None and merge.get(qn("w:val")) is None for merge in merges] == expected
        begins = set(page_starts(sheet))
        for number in range(header_row(sheet) + 2, sheet.max_row):
            serials = [str(sheet.cell(each, 1).value) for each in (number - 1, number)]
            goes_on = number not in begins and same_item(table, *serials)
            merged = [isinstance(sheet.cell(number, index), MergedCell) for index in range(1, len(items) + 1)]
            assert merged == [goes_on and item for item in items]
    assert found == {True, False}


# --- pages ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "em", "lines"),
    [
        ("第15、16、17、19—24项", 7.0, ["第15、16、", "17、19—24项"]),
        ("第15、16、17、19—24项", 20.0, ["第15、16、17、19—24项"]),
        ("第六十九条第一款，另见第六十九条第二款", 12.0, ["第六十九条第一款，另见", "第六十九条第二款"]),
        ("《云溪市古桥守护条例》第二十条　第一款", 13.0, ["《云溪市古桥守护条例》", "第二十条　第一款"]),
        ("《云溪市古桥守护条例》", 5.0, ["《云溪市古桥守护条例》"]),
    ],
    ids=["numbers", "one line", "places", "a law", "no place to break"],
)
def test_a_heading_is_broken_where_it_may_be(text: str, em: float, lines: list[str]) -> None:
    (run,) = folded((Run(text, True),), em)
    assert run.text.split("\n") == lines
    assert folded((Run(text, False),), em) == (Run(text, False),), "only headings"


@given(st.text("第条款项、，一15—《》（）　", max_size=40), st.floats(1, 12))
def test_a_broken_heading_says_the_same(text: str, em: float) -> None:
    (run,) = folded((Run(text, True),), em)
    assert run.text.replace("\n", "") == text
    assert not any(line.endswith("第") for line in run.text.split("\n")[:-1])
    assert not any(line.startswith(("、", "，")) for line in run.text.split("\n")[1:])


PAPER: Final = Paper(
    (3.0, 6.0, 8.0, 8.0, 4.0, 4.0), lambda lines: lines * 10 + 2, lambda points: max(1, int((points - 2) // 10)),
    first=102, whole=202, foot=30,
)  # fmt: skip
"""Ten lines on the first page, twenty on any other."""


def drawn(*rows: tuple[str, str, str]) -> list[Page]:
    """The pages of a table whose rows have an item, a long text and a kind."""
    (table,) = change_tables(moved())
    return pages_of(
        table._replace(
            rows=[
                (plain(str(number)), plain(item), plain(text), (), plain(kind), ())
                for number, (item, text, kind) in enumerate(rows, 1)
            ]
        ),
        PAPER,
    )


def outlined(pages: list[Page]) -> list[list[tuple[str, list[tuple[str, int]]]]]:
    """By page: what stands in an item's cell, and in each of its rows the number and how many lines of text."""
    return [
        [
            (
                text_of(chunk.shared[1]),
                [(text_of(each.cells[0]), len(text_of(each.cells[2])) // 8) for each in chunk.pieces],
            )
            for chunk in page.chunks
        ]
        for page in pages
    ]


def test_a_row_is_cut_at_the_foot_of_a_page_and_goes_on_with_its_number() -> None:
    assert outlined(drawn(("第1项", "甲" * 8 * 6, ""), ("第2项", "乙" * 8 * 12, ""))) == [
        [("第1项", [("1", 6)]), ("第2项", [("2", 3)])],
        [("第2项\n（续）", [("2\n（续）", 9)])],
    ]


def test_a_row_leaves_no_single_line_to_either_page() -> None:
    assert outlined(drawn(("第1项", "甲" * 8 * 7, ""), ("第2项", "乙" * 8 * 8, "")))[0] == [("第1项", [("1", 7)])]
    assert outlined(drawn(("第1项", "甲" * 8 * 11, "")))[0] == [("第1项", [("1", 9)])]


def test_the_first_part_of_a_row_holds_all_that_is_short() -> None:
    pages = drawn(("第1项", "甲" * 8 * 5, ""), ("第2项", "乙" * 8 * 12, "改为指向其他法律的规定，未核实"))
    assert outlined(pages)[0][1] == ("第2项", [("2", 4)])
    pages = drawn(("第1项", "甲" * 8 * 6, ""), ("第2项", "乙" * 8 * 12, "改为指向其他法律的规定，未核实"))
    assert outlined(pages)[0] == [("第1项", [("1", 6)])], "four lines do not fit"


def test_the_cell_of_an_item_reaches_over_its_rows_and_is_reopened() -> None:
    title = "第1项\n对在古桥上悬挂重物的处罚"
    assert outlined(drawn((title, "甲" * 8 * 4, ""), (title, "乙" * 8 * 6, ""), (title, "丙" * 8 * 3, ""))) == [
        [(title, [("1", 4), ("2", 4)])],
        [("第1项\n（续）", [("2\n（续）", 2), ("3", 3)])],
    ]


def test_a_title_higher_than_its_rows_makes_the_last_of_them_higher() -> None:
    ((chunk,),) = [page.chunks for page in drawn(("第1项\n" + "甲" * 20, "乙", ""))]
    assert sum(piece.height for piece in chunk.pieces) == PAPER.height(5)


def test_a_title_longer_than_a_page_goes_on_whole() -> None:
    pages = drawn(("第1项\n" + "甲" * 6 * 40, "乙", ""))
    words = [text_of(page.chunks[0].shared[1]) for page in pages]
    assert len(pages) > 2
    assert all(each.startswith("第1项\n（续）\n") for each in words[1:])
    assert "".join(each.replace("第1项\n", "").replace("（续）\n", "") for each in words) == "甲" * 6 * 40


@given(st.lists(st.tuples(st.sampled_from("甲乙丙"), st.integers(0, 400), st.integers(0, 60)), min_size=1, max_size=8))
def test_every_word_stands_on_one_page_and_no_page_is_too_full(rows: list[tuple[str, int, int]]) -> None:
    said = [(item, "".join(chr(0x4E00 + index) for index in range(length)), "类" * kind) for item, length, kind in rows]
    pages = drawn(*said)
    assert "".join(
        text_of(each.cells[2]) for page in pages for chunk in page.chunks for each in chunk.pieces
    ) == "".join(text for _, text, _ in said)
    for index, page in enumerate(pages):
        used = sum(piece.height for chunk in page.chunks for piece in chunk.pieces)
        assert used + page.left == pytest.approx(PAPER.whole if index else PAPER.first)
        assert page.left >= (PAPER.foot if page is pages[-1] else 0), "there is room to sign"


# --- on paper -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Word]]]:
    """The words on each page of every file, as LibreOffice prints them."""
    folder = tmp_path_factory.mktemp("office")
    files = []
    for name, make in COMPARISONS.items():
        for ending, write in (("xlsx", changes_to_xlsx), ("docx", changes_to_docx)):
            files.append(folder / f"{name}-{ending}.{ending}")
            files[-1].write_bytes(write(make()))
    converted(files, "pdf", folder)
    return {file.stem: page_words(file.with_suffix(".pdf")) for file in files}


MM: Final = 72 / 25.4


def shown_columns(page: list[Word], widths: list[float]) -> list[str]:
    """The words of each column in reading order, the table centred between the margins; the foot left out."""
    left = 35 * MM + (225 * MM - sum(widths)) / 2
    edges = [left + sum(widths[:index]) for index in range(len(widths) + 1)]
    body = [word for word in page if word.bottom < (210 - 26) * MM + 6]
    columns = []
    for first, after in pairwise(edges):
        inside = [word for word in body if first <= (word.left + word.right) / 2 < after]
        assert all(first - 2 <= word.left and word.right <= after + 2 for word in inside), "nothing runs into the next"
        columns.append(in_order(inside))
    return columns


@pytest.mark.office
@pytest.mark.parametrize(("ending", "most"), [("xlsx", 8), ("docx", 8)])
def test_pages_are_well_filled(ending: str, most: int, printed: dict[str, list[list[Word]]]) -> None:
    """Of the 156 mm of a page but the last no more is blank than an item's title takes that is not torn."""
    pages = printed[f"amended-{ending}"]
    assert len(pages) <= most
    for page in pages[:-1]:
        assert max(word.bottom for word in page if word.bottom < (210 - 26) * MM) > (28 + 156 * 0.75) * MM


@pytest.mark.office
def test_a_page_of_the_document_begins_and_ends_where_it_was_meant_to(printed: dict[str, list[list[Word]]]) -> None:
    """Word is told where; LibreOffice finds no room for the next row."""
    for name, make in COMPARISONS.items():
        document = docx.Document(BytesIO(changes_to_docx(make())))
        planned = [page for table in document.element.body.iter(qn("w:tbl")) for page in page_rows(table)]
        assert len(printed[f"{name}-docx"]) == len(planned)
        for page, rows in zip(printed[f"{name}-docx"], planned, strict=True):
            (header,) = [word.top for word in page if word.text == "序号"]
            numbers = [word for word in page if word.left < 48 * MM and header < word.top < 184 * MM]
            texts = [word.text for word in sorted(numbers, key=lambda word: word.top)]
            column = "".join(text for text in texts if re.fullmatch(r"\d+|（续）", text))
            assert column == "".join(cells[0] for cells in rows)


@pytest.mark.office
def test_no_line_of_numbers_begins_with_a_comma_or_ends_after_the_ordinal(
    printed: dict[str, list[list[Word]]],
) -> None:
    (table,) = change_tables(amended())
    left = 35 + table.columns[0].width
    lines: list[str] = []
    for page in printed["amended-docx"]:
        column = [word for word in page if left * MM <= word.left and word.right <= (left + 28) * MM + 1]
        tops = sorted({round(word.top / 4) for word in column})
        lines += ["".join(word.text for word in sorted(column) if round(word.top / 4) == top) for top in tops]
    assert {"第15、16、", "17、19—24项"} <= set(lines)
    assert not [line for line in lines if line.startswith("、") or line.endswith("第")]


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xlsx", "docx"])
@pytest.mark.parametrize("name", COMPARISONS)
def test_every_character_is_printed_in_order_below_a_header_on_each_page(
    name: str, ending: str, printed: dict[str, list[list[Word]]]
) -> None:
    pages = printed[f"{name}-{ending}"]
    for number, page in enumerate(pages, 1):
        foot = "".join(word.text for word in sorted(page) if word.top > (210 - 26) * MM)
        assert bare(foot) == f"—{number}—"
    for table in change_tables(COMPARISONS[name]()):
        widths = _widths(name, table) if ending == "xlsx" else [column.width * MM for column in table.columns]
        first, after = _pages_of(table, pages)
        body = [_below_head(pages[first], table), *pages[first + 1 : after]]
        body[-1] = _above_foot(body[-1])
        _assert_said(table, [shown_columns(page, widths) for page in body])


def _pages_of(table: ChangeTable, pages: list[list[Word]]) -> tuple[int, int]:
    """From the page with the title of *table* to the one with another's."""
    titles = {number: in_order([word for word in page if word.top < 60 * MM]) for number, page in enumerate(pages)}
    begins = [number for number, text in titles.items() if "对照表" in text]
    (first,) = [number for number in begins if table.title in titles[number]]
    return first, min((number for number in begins if number > first), default=len(pages))


def _assert_said(table: ChangeTable, said: list[list[str]]) -> None:
    for index, (column, expected) in enumerate(zip(table.columns, columns_said(table), strict=True)):
        shown = [columns[index] for columns in said]
        assert all(text.startswith(bare(column.heading)) for text in shown), "the header is on each page"
        rest = (without_marks(table, index, text[len(bare(column.heading)) :]) for text in shown)
        assert "".join(rest) == expected, column.heading


def _widths(name: str, table: ChangeTable) -> list[float]:
    (sheet,) = [sheet for each, sheet in sheets(name) if each.name == table.name]
    letters = (get_column_letter(number) for number in range(1, len(table.columns) + 1))
    return [sheet.column_dimensions[letter].width * UNIT * SCALE / 100 for letter in letters]


def _below_head(page: list[Word], table: ChangeTable) -> list[Word]:
    """The first page without its title and note."""
    (header,) = [word for word in page if word.text == table.columns[-1].heading]
    above = [word for word in page if word.bottom < header.top - 6]
    assert in_order(above) == bare(table.title) + bare(table.note)
    return [word for word in page if word not in above]


def _above_foot(page: list[Word]) -> list[Word]:
    """The last page of a table without the line to sign."""
    (begins,) = [word for word in page if word.text.startswith(SIGNED[:4])]
    foot = [word for word in page if begins.top - 2 < word.top < (210 - 26) * MM]
    assert in_order(foot) == bare(SIGNED)
    return [word for word in page if word not in foot]
