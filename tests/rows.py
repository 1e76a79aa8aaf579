"""Made-up lists for tests about laws and findings, written by hand: only what a case is about has to be said.

Knows how one item is printed in the annex's shape, with everything else filled in so that nothing is wrong with it.
Does not know how a list is read. No law in it exists.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from pipeline.model import Finding, PowerList, Reference
from pipeline.parse import parse_text

LAW: Final = "《云溪市古桥守护条例》（云溪市人民代表大会常务委员会公告第7号　2031年4月1日施行）"
HEADINGS: Final = ("序号", "权责事项", "子项", "设定依据", "实施主体和责任主体", "行使层级", "备注")
HEADER: Final = "".join(f"\t{heading}\n" for heading in HEADINGS) + "\n"
TITLE: Final = "云溪市古桥管理局权责清单"


class Row(NamedTuple):
    """One item; ``serial`` None is filled in by position."""

    basis: str
    title: str
    serial: str | None
    sub_item: str
    department: str
    level: str
    remarks: str


def row(
    basis: str,
    *,
    law: str = LAW,
    title: str = "古桥守护事项",
    serial: str | None = None,
    sub_item: str = "",
    department: str = "桥务科",
    level: str = "市级",
    remarks: str = "",
) -> Row:
    """An item that quotes *basis* from *law*; ``law=""`` where *basis* is the whole cell."""
    return Row(f"{law}\n\n{basis}" if law else basis, title, serial, sub_item, department, level, remarks)


def table(*rows: Row, caption: str | None = None, first: int = 1, header: str = HEADER) -> str:
    """Caption, header and rows of one table; the caption declares the right count unless it is given."""
    text = (f"表一：行政处罚（共{len(rows)}项）" if caption is None else caption) + "\n" + header
    for number, each in enumerate(rows, first):
        serial = str(number) if each.serial is None else each.serial
        cells = (serial, each.title, each.sub_item, each.basis, each.department, each.level, each.remarks)
        text += "".join(f"\t{cell}\n" for cell in cells) + "\n"
    return text


def listed(*rows: Row, caption: str | None = None) -> str:
    """A whole list of one table."""
    return f"{TITLE}\n{table(*rows, caption=caption)}"


def parsed(text: str) -> PowerList:
    """*text* as the pipeline reads it."""
    return parse_text(text, name="made-up.txt", sha256="0" * 64, encoding="utf-8")


def read(*rows: Row, caption: str | None = None) -> PowerList:
    """The list of *rows*, read."""
    return parsed(listed(*rows, caption=caption))


def references(power_list: PowerList, item: int = 1) -> list[Reference]:
    """All references of one item, in order."""
    return [found for provision in power_list.items[item - 1].provisions for found in provision.references]


def findings(power_list: PowerList, code: str) -> list[Finding]:
    """The findings of one rule."""
    return [finding for finding in power_list.findings if finding.code == code]
