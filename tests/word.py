"""Made-up lists for tests about the Word document, and the document read again: as python-docx sees it, and as XML.

Knows how a row is printed in the annex's shape, and how a document becomes that shape again.
Does not know what is right. No law in it exists.
"""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree
from pydantic_core import to_jsonable_python

from pipeline.model import PowerList
from pipeline.parse import parse_bytes, parse_text
from pipeline.writers.ooxml import OFFICIAL, Fonts
from pipeline.writers.to_docx import to_docx

ROOT: Final = Path(__file__).resolve().parent.parent
ANNEX: Final = ROOT / "raw" / "sanming-wangxin.txt"
SMALL: Final = ROOT / "tests" / "fixtures" / "small" / "list.txt"
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

USUAL: Final = ("序号", "权责事项", "子项", "设定依据", "实施主体和\n\n责任主体", "行使层级", "备注")
LAW: Final = "《云溪市古桥守护条例》（云溪市人民代表大会常务委员会公告第7号　2031年4月1日施行）"
DUTY: Final = "古桥的养护人应当每月检查桥面，记录裂缝，并将记录保存不少于十年；发现险情的，应当立即报告。"


# --- lists ----------------------------------------------------------------------------------------------------------


def row(*cells: str) -> str:
    """One row as the annex flattens it."""
    return "".join(f"\t{cell}\n" for cell in cells) + "\n"


def item(serial: int, basis: str, title: str = "对在古桥上悬挂重物的处罚") -> str:
    """A row of the usual seven columns."""
    return row(str(serial), title, "", basis, "桥务科", "市级", "")


def parsed(*parts: str) -> PowerList:
    """The list whose text is *parts*, one after the other."""
    return parse_bytes("".join(parts).encode(), "list.txt")


def listed(*rows: str, header: tuple[str, ...] = USUAL) -> PowerList:
    """A list of one table without caption."""
    return parsed("附件\n\n云溪市古桥管理局权责清单\n", row(*header), *rows)


def provisions(count: int) -> str:
    """A 设定依据 cell with *count* provisions of three lines each."""
    return "\n\n".join([LAW, *(f"第{number + 1}条　{DUTY * 2}" for number in range(count))])


def small() -> PowerList:
    """The made-up list in the annex's shape."""
    return parse_bytes(SMALL.read_bytes(), SMALL.name)


@cache
def annex() -> PowerList:
    """The published list."""
    return parse_bytes(ANNEX.read_bytes(), ANNEX.name)


EVERYTHING: Final = (
    "附件1\n\n云溪市古桥管理局权责清单\n单位：云溪市古桥管理局\n表一：行政处罚（共2项）\n",
    row("序号", "权力类型", "事项名称", "设定依据", "责任事项", "备注"),
    "\t一、桥面\n\n",
    row(
        "1",
        "行政处罚",
        "对在古桥上悬挂重物的处罚",
        f"{LAW}\n\n第九条　不得悬挂重物。\n\n《风铃管理办法》\n\n没有标注。",
        "立案",
        "",
    ),
    "\t二、桥头\n\n",
    row("2", "行政处罚", "没有依据的事项", "", "", "试行"),
    "说明：由云溪市古桥管理局负责解释。\n表二：行政许可（共1项）\n",
    row(*USUAL),
    row("3", "集市检查", "", f"{LAW}\n\n第四十条　违反第九条规定的，处二百元以下罚款。", "桥务科", "市级", ""),
    row("4", "集市许可", "", provisions(20), "桥务科"),
)
"""Groups, notes, other columns, several laws, no label, no basis, a link, a row cut off, an item longer than a page."""


def everything() -> PowerList:
    """The list of EVERYTHING."""
    return parsed(*EVERYTHING)


# --- the document read again ----------------------------------------------------------------------------------------


def reopened(power_list: PowerList, fonts: Fonts = OFFICIAL) -> Document:
    """The document as python-docx reads it."""
    return docx.Document(BytesIO(to_docx(power_list, fonts)))


def part(data: bytes, name: str) -> etree._Element:
    """One part of a package, parsed."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def parts(data: bytes) -> dict[str, etree._Element]:
    """Every part of a package, parsed."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist()}


def body(power_list: PowerList, *, with_findings: bool = False) -> etree._Element:
    """The document part."""
    return part(to_docx(power_list, with_findings=with_findings), "word/document.xml")


def table_texts(table: Table) -> list[list[str]]:
    """The cells of a table, the rows of a merged item put together again."""
    rows: list[list[str]] = []
    for element in table._tbl.tr_lst:
        cells = ["\n".join(Paragraph(p, table).text for p in cell.p_lst) for cell in element.tc_lst]
        if element.tc_lst[0].vMerge == "continue":
            rows[-1] = ["\n".join(filter(None, pair)) for pair in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return rows


def all_text(document: Document) -> str:
    """Every character of the document in order, without white space."""
    found = []
    for content in document.iter_inner_content():
        if isinstance(content, Table):
            found += ["".join(cells) for cells in table_texts(content)]
        else:
            found.append(content.text)
    return bare("".join(found))


def bare(text: str) -> str:
    """*text* without white space."""
    return "".join(text.split())


def values(element: etree._Element, path: str, attribute: str = "val") -> list[str]:
    """The attribute of every element at *path*, a path of names without prefix."""
    found = element.iterfind(".//" + "/".join(W + name for name in path.split("/")))
    return [str(each.get(W + attribute)) for each in found]


def twips(element: etree._Element, path: str) -> list[int]:
    """Widths at *path*, in twips."""
    return [int(width) for width in values(element, path, "w")]


def flattened(document: Document) -> str:
    """The document in the annex's own shape: a tab before each cell, the rows of a merged item put together again.

    A cell whose paragraph has the style 源文件缺少 is one the source does not have.
    """
    text = ""
    for content in document.iter_inner_content():
        if isinstance(content, Paragraph):
            text += "" if content.style and content.style.name == "表后" else content.text + "\n"
            continue
        missing = [
            sum("Missing" in values(cell, "pStyle") for cell in element.tc_lst)
            for element in content._tbl.tr_lst
            if element.tc_lst[0].vMerge != "continue"
        ]
        for cells, absent in zip(table_texts(content), missing, strict=True):
            text += row(*(cell.replace("\n", "\n\n") for cell in cells[: len(cells) - absent]))
    return text


def read_back(document: Document) -> PowerList:
    """The list that stands in the document, read by the house's own reader."""
    return parse_text(flattened(document), name="list.txt", sha256="0" * 64, encoding="utf-8")


_PLACES: Final = frozenset({"span", "spans", "place", "source", "blocks", "findings"})


def said(power_list: PowerList) -> Any:
    """All that a list says, without where it says it: items, texts, addresses, references, sanctions."""
    return _without_places(to_jsonable_python(power_list))


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(each) for key, each in value.items() if key not in _PLACES}
    return [_without_places(each) for each in value] if isinstance(value, list) else value
