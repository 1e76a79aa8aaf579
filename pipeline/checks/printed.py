"""Rules about the table as printed: headers, rows, cells, characters.

Knows what a table promises. Does not know law.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pipeline.checks.subject import Find, Problem, Subject
from pipeline.layout import Defect, DefectKind
from pipeline.model import Item
from pipeline.words.tables import INVISIBLE, REQUIRED_FIELDS, UNCOUNTED

EXCEL_CELL_LIMIT: Final = 32_767

_FIELD_NAMES: Final = {"serial": "序号", "title": "权责事项", "basis": "设定依据"}
_QUOTE_LENGTH: Final = 40
_NAMED: Final = 20
"""Columns that one finding names; of more it says how many."""


def row_incomplete(subject: Subject) -> Iterator[Problem]:
    for defect in subject.defects:
        if defect.kind == "row-incomplete" and defect.row is not None:
            yield Problem(
                (defect.row,),
                f"{subject.called(defect.row)}缺少{len(defect.words)}个单元格「{'、'.join(defect.words)}」，"
                "已有的单元格按先后对应各列；请核对源文件是否被截断。",
                None,
                defect.span,
            )


def row_overfull(subject: Subject) -> Iterator[Problem]:
    for defect in subject.defects:
        if defect.kind == "row-overfull" and defect.row is not None:
            cells, columns = defect.words
            quote = subject.text[defect.span[0] : defect.span[1]][:_QUOTE_LENGTH]
            extra = f"「{' '.join(quote.split())}」" if quote else "空单元格"
            yield Problem(
                (defect.row,),
                f"{subject.called(defect.row)}有{cells}个单元格，表头只有{columns}列，从{extra}起的单元格记入其他列；请核对该行。",
                quote or None,
                defect.span,
            )


_HEADER_MESSAGES: Final[dict[DefectKind, str]] = {
    "header-column-missing": "表头缺少「{}」列；请核对该表头及其下各行。",
    "header-column-doubled": "表头中「{}」不止一列；其下各行另有单元格的，第二列起记入其他列；请核对列名。",
    "header-column-unknown": "表头中「{}」列不在已知列名之内，内容按原列名记入其他列。",
    "header-differs": "此处的表头与本表其他表头不同：「{}」；其下各行按此处的列名读取，请核对。",
}


def header_column_missing(subject: Subject) -> Iterator[Problem]:
    """A column that other headers or every list have, and one that only the rows have."""
    yield from header_defect("header-column-missing")(subject)
    for defect in subject.defects:
        if defect.kind == "header-column-unnamed":
            places, count, before, behind, looks = defect.words
            between = f"「{before}」与「{behind}」之间" if before and behind else f"「{behind}」之前"
            between = between if behind else f"「{before}」之后"
            where = (
                f"从内容看，缺的是{places}（{between}）{_LOOKS.get(looks, '')}，该列内容记入其他列"
                if count == "1"
                else f"从内容看，缺的在{between}，{places}中分不清是哪一列，这几列都记入其他列"
            )
            yield Problem((), f"表头缺少一列：其下各行都比表头多一个单元格；{where}；请核对表头。", None, defect.span)


_LOOKS: Final = {
    "basis": "，内容是设定依据的样子",
    "level": "，内容是行使层级的样子",
    "power_type": "，内容是权力类型的样子",
}


def header_defect(kind: DefectKind) -> Find:
    """The rule for one kind of header defect; what layout saw is only put into words here."""

    def find(subject: Subject) -> Iterator[Problem]:
        for defect in subject.defects:
            if defect.kind == kind:
                words = "、".join(_FIELD_NAMES.get(word, word) for word in defect.words[:_NAMED])
                words += f"等{len(defect.words)}处" if len(defect.words) > _NAMED else ""
                yield Problem((), _HEADER_MESSAGES[kind].format(words), None, defect.span)

    return find


def text_outside_table(subject: Subject) -> Iterator[Problem]:
    for defect in subject.defects:
        if defect.kind == "text-outside-table":
            quote = subject.text[defect.span[0] : defect.span[1]][:_QUOTE_LENGTH]
            yield Problem((), f"表格之外有文字「{quote}」，不属于任何事项，已原样保留。", quote, defect.span)


def personal_columns(subject: Subject) -> Iterator[Problem]:
    for defect in subject.defects:
        if defect.kind == "personal-columns":
            names, count = defect.words
            yield Problem(
                (),
                f"表中「{names}」列是个人信息，其中{count}个单元格的内容没有收入各输出文件；请确认公开的清单无须载明。",
                None,
                defect.span,
            )


def count_mismatch(subject: Subject) -> Iterator[Problem]:
    for table in subject.tables:
        if table.declared_count is not None and table.declared_count != len(table.items):
            yield Problem(
                (),
                f"「{table.caption}」标明共{table.declared_count}项，实有{len(table.items)}项；请核对是否缺行或改动后未更新。",
                table.caption,
                table.span,
            )


def list_empty(subject: Subject) -> Iterator[Problem]:
    """Not one item, and no caption that says so (共0项) or already names another number."""
    if subject.items or any(table.declared_count is not None for table in subject.tables):
        return
    header = next((block.span for block in subject.blocks if block.kind == "header"), None)
    yield Problem(
        (), "清单只有表头，表头之下没有任何事项；请核对是否放错了文件，或各行没有录入、没有保存。", None, header
    )


def count_unreadable(subject: Subject) -> Iterator[Problem]:
    """A caption that declares a number of items which is none: 共X项, 共十十四项."""
    for table in subject.tables:
        if table.declared_count is None and UNCOUNTED.search(table.caption):
            yield Problem(
                (),
                f"「{table.caption}」中标明的项数无法识别，实有{len(table.items)}项；请核对。",
                table.caption,
                table.span,
            )


def cell_empty(subject: Subject) -> Iterator[Problem]:
    for item in subject.items:
        if item.title and item.basis:
            continue
        empty = [
            name
            for field, name in (("title", "权责事项"), ("basis", "设定依据"))
            if field in item.spans and item.spans[field][0] == item.spans[field][1]
        ]
        if empty:
            yield Problem(
                (item.number,), f"{subject.called(item.number)}的「{'、'.join(empty)}」为空；请补充。", None, item.span
            )
    for defect in _absent(subject):
        if defect.row is not None and defect.words[1] in REQUIRED_FIELDS:
            message = f"{subject.called(defect.row)}没有「{defect.words[0]}」一栏；请补充。"
            yield Problem((defect.row,), message, None, defect.span)


def field_absent(subject: Subject) -> Iterator[Problem]:
    """What the forms of some items have and those of others have not; once for each heading. A title or a basis is
    told with the item that lacks it: see ``cell_empty``."""
    lacking: dict[str, list[Defect]] = {}
    for defect in _absent(subject):
        if defect.words[1] not in REQUIRED_FIELDS:
            lacking.setdefault(defect.words[0], []).append(defect)
    for heading, defects in lacking.items():
        yield Problem(
            tuple(defect.row for defect in defects if defect.row is not None),
            f"有{len(defects)}项的表单没有其他项所有的「{heading}」一栏，记为没有该单元格；请核对是否遗漏。",
            None,
            defects[0].span,
        )


def _absent(subject: Subject) -> list[Defect]:
    return [defect for defect in subject.defects if defect.kind == "field-absent"]


def item_duplicate(subject: Subject) -> Iterator[Problem]:
    first: dict[str, Item] = {}
    for item in subject.items:
        identity = item.id.split("#")[0]
        if not item.title:
            continue  # two items that nobody has named are two; that the name is missing is another finding
        earlier = first.setdefault(identity, item)
        if earlier is not item:
            yield Problem(
                (earlier.number, item.number),
                f"{subject.called(earlier.number)}与{subject.called(item.number)}"
                f"{f'「{item.title}」' if item.title else ''}"
                "的类型、依据、名称和子项完全相同；请核对是否重复列入。",
                item.title or None,
                item.spans.get("title"),
            )


def control_character(subject: Subject) -> Iterator[Problem]:
    """One finding per item or block, at the first such character in it."""
    if not INVISIBLE.search(subject.text):
        return
    regions: list[tuple[tuple[int, int], tuple[int, ...]]] = [(item.span, (item.number,)) for item in subject.items]
    regions += [(block.span, ()) for block in subject.blocks]
    for span, items in sorted(regions):
        matches = list(INVISIBLE.finditer(subject.text, *span))
        if matches:
            codes = "、".join(sorted({f"U+{ord(match.group()):04X}" for match in matches}))
            yield Problem(
                items,
                f"{subject.place(matches[0].start())}起有{len(matches)}个看不见或无法显示的字符（{codes}），{_advice(codes)}",
                None,
                matches[0].span(),
            )


def _advice(codes: str) -> str:
    """What to do about characters: U+FFFD stands for one that was lost, the others should not be there at all."""
    if "U+FFFD" in codes:
        return "其中 U+FFFD 是转换时丢失的字留下的记号；请对照原件补上原字。"
    return "Word 和 Excel 中看不见或显示为“\ufffd”；请在源文件中删去。"


def cell_formula(subject: Subject) -> Iterator[Problem]:
    if "=" not in subject.text:
        return
    for item in subject.items:
        for span in item.spans.values():
            if subject.text.startswith("=", span[0]) and span[1] > span[0]:
                quote = subject.text[span[0] : span[1]][:_QUOTE_LENGTH]
                yield Problem(
                    (item.number,), f"单元格以“=”开头「{quote}」，导出的表格中按文字处理，不作公式。", quote, span
                )


def cell_too_long(subject: Subject) -> Iterator[Problem]:
    for item in subject.items:
        if item.span[1] - item.span[0] <= EXCEL_CELL_LIMIT:
            continue
        for span in item.spans.values():
            if span[1] - span[0] > EXCEL_CELL_LIMIT:
                yield Problem(
                    (item.number,),
                    f"{subject.called(item.number)}有一个单元格长{span[1] - span[0]:,}字，超过 Excel 单元格的上限"
                    f"{EXCEL_CELL_LIMIT:,}字，表格中分行放置；请核对是否缺少换格。",
                    None,
                    span,
                )
