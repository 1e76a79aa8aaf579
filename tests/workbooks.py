"""Lists for tests of the workbook, and how a finished workbook is read again.

Knows the made-up lists, and what a reader would take from the sheet that prints. Does not know how either is made.
"""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NamedTuple

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import PowerList
from pipeline.parse import parse_bytes
from pipeline.writers.ooxml import Fonts
from pipeline.writers.to_xlsx import to_xlsx

ROOT: Final = Path(__file__).resolve().parent.parent
LISTED: Final = ROOT / "raw" / "sanming-wangxin.txt"
SMALL: Final = ROOT / "tests" / "fixtures" / "small" / "list.txt"
S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


USUAL: Final = ("序号", "权责事项", "子项", "设定依据", "实施主体和\n\n责任主体", "行使层级", "备注")
LAW: Final = "《云溪市古桥守护条例》（云溪市人民代表大会常务委员会公告第7号　2031年4月1日施行）"
DUTY: Final = "古桥的养护人应当每月检查桥面，记录裂缝，并将记录保存不少于10年；发现险情（含夜间）的，应当立即报告。"


# --- lists and what comes of them -----------------------------------------------------------------------------------


def row(*cells: str) -> str:
    """One row as the annex flattens it."""
    return "".join(f"\t{cell}\n" for cell in cells) + "\n"


def item(serial: object, basis: str, title: str = "对在古桥上悬挂重物的处罚", remarks: str = "") -> str:
    """A row of the usual seven columns."""
    return row(str(serial), title, "", basis, "桥务科", "市级", remarks)


def parsed(*parts: str) -> PowerList:
    return parse_bytes("".join(parts).encode(), "list.txt")


def listed(*rows: str, header: tuple[str, ...] = USUAL) -> PowerList:
    """A list of one table without caption."""
    return parsed("附件\n\n云溪市古桥管理局权责清单\n", row(*header), *rows)


def provisions(count: int, words: str = DUTY) -> str:
    return "\n\n".join([LAW, *(f"第{number + 1}条　{words}" for number in range(count))])


@cache
def small() -> PowerList:
    """The made-up list in the annex's shape."""
    return parse_bytes(SMALL.read_bytes(), SMALL.name)


@cache
def published() -> PowerList:
    """The list this house was built for."""
    return parse_bytes(LISTED.read_bytes(), LISTED.name)


HARD: Final = (
    "附件2\n\n云溪市古桥管理局", "很长的" * 20, "权责清单\n编制单位：云溪市古桥管理局（2031年版）\n",
    "表一：行政处罚（共6项）\n", row(*USUAL),
    item(1, f"{LAW}\n\n第一条　{DUTY * 40}", "=1+1的处罚"),
    item(2, provisions(1), "对名称很长" * 180 + "的处罚", "备注也不短。" * 30),
    item(3, provisions(24)),
    row("一、分组"),
    item(4, ""),
    item(
        5, f"{LAW}\n\n《{'另一部名称很长的' * 12}办法》\n\n第二条　{DUTY}\n\n{DUTY}\n\n（一）{DUTY}",
        "对W级古桥GB/T 9704的处罚WWWWWW",
    ),
    item(6, "没有法律名称，也没有条号。"),
    f"注：{DUTY * 12}\n\n表二：行政许可（共1项）\n", row(*USUAL), item(7, provisions(2)),
)  # fmt: skip
"""Everything that is too long, too many or missing."""


@cache
def hard() -> PowerList:
    return parsed(*HARD)


CROWDED: Final = (
    "序号", "权责事项", "子项名称", "权力类型", "设定依据", "实施主体", "承办机构", "行使层级", "实施层级及权限",
    "部门职责", "责任事项内容", "责任事项依据", "追责对象范围", "追责情形", "监督方式", "救济渠道",
    "公开的范围和方式", "备注",
)  # fmt: skip
"""The columns of a list that says everything about an item in one row."""


@cache
def wide() -> PowerList:
    """A list of so many columns that A4 hardly holds them, four of them as long as the law's."""

    def crowded(serial: str) -> str:
        steps = "\n".join(f"{number}.{DUTY}" for number in range(1, 8))
        return row(
            serial, "对在古桥上悬挂重物的处罚", "", "行政处罚", provisions(5), "云溪市古桥管理局",
            "桥务科（风物科）", "市级",
            "负责全市古桥的监督管理工作", "负责古桥的看护和巡查", steps, f"{LAW}第一条、第二条、第三条。{DUTY * 5}",
            "1.具体承办人；2.内设机构负责人；3.分管领导。", steps, "电话监督", "可以申请行政复议。", "", "",
        )  # fmt: skip

    return listed(*map(crowded, "1234"), header=CROWDED)


NAMES: Final = ("small", "published", "hard", "wide")


def named(name: str) -> PowerList:
    return {"small": small, "published": published, "hard": hard, "wide": wide}[name]()


@cache
def book(name: str) -> Workbook:
    return reopened(named(name))


def reopened(power_list: PowerList, fonts: Fonts | None = None) -> Workbook:
    data = to_xlsx(power_list, fonts) if fonts else to_xlsx(power_list)
    return load_workbook(BytesIO(data), rich_text=True)


def parts(power_list: PowerList) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(to_xlsx(power_list))) as package:
        return {name: package.read(name) for name in package.namelist()}


def bare(text: object) -> str:
    return "".join(str(text).split())


def records(sheet: Worksheet) -> list[dict[str, Any]]:
    headings, *rows = sheet.iter_rows(values_only=True)
    return [{str(heading): value for heading, value in zip(headings, each, strict=True)} for each in rows]


class Segment(NamedTuple):
    """An item's rows on one page."""

    first: int
    last: int


def header_row(sheet: Worksheet) -> int:
    assert sheet.print_title_rows
    first, last = sheet.print_title_rows.replace("$", "").split(":")
    assert first == last
    return int(first)


def page_starts(sheet: Worksheet) -> list[int]:
    return [1, *(each.id + 1 for each in sheet.row_breaks.brk)]


def segments(sheet: Worksheet) -> list[Segment]:
    """The rows of each item on each page, in order: those below the header that are not merged over all columns."""
    tall = {each.min_row: each.max_row for each in sheet.merged_cells.ranges if each.min_col == each.max_col == 1}
    wide = {each.min_row for each in sheet.merged_cells.ranges if each.min_col != each.max_col}
    result = []
    number = header_row(sheet) + 1
    while number <= sheet.max_row:
        last = tall.get(number, number)
        if number not in wide:
            result.append(Segment(number, last))
        number = last + 1
    return result


def link(sheet: Worksheet, number: int, index: int = 1) -> str:
    """Where cell *index* of row *number* leads, inside the workbook."""
    found = sheet.cell(number, index).hyperlink
    assert found is not None
    assert found.location is not None
    assert found.target is None
    return found.location


def fits_page(sheet: Worksheet) -> bool:
    setup = sheet.sheet_properties.pageSetUpPr
    return bool(setup and setup.fitToPage)


def column(sheet: Worksheet, heading: str) -> int:
    header = [bare(cell.value) for cell in sheet[header_row(sheet)]]
    return header.index(heading) + 1


def read_items(sheet: Worksheet) -> list[dict[str, str]]:
    """The items as a reader would take them from the sheet: what goes on over pages joined again, no white space."""
    header = [bare(cell.value) for cell in sheet[header_row(sheet)]]
    items: list[dict[str, str]] = []
    for first, last in segments(sheet):
        cells = {
            heading: "".join(bare(sheet.cell(number, index).value or "") for number in range(first, last + 1))
            for index, heading in enumerate(header, 1)
        }
        if cells["序号"].endswith("（续）"):
            serial = cells.pop("序号").removesuffix("（续）")
            assert serial == items[-1]["序号"]
            for heading, text in cells.items():
                items[-1][heading] += text
        else:
            items.append(cells)
    return items


def as_printed(power_list: PowerList) -> list[dict[str, str]]:
    """What ``read_items`` has to find."""
    return [
        {
            "序号": bare(each.serial or ""),
            "权责事项": bare(each.title or ""),
            "子项": bare(each.sub_item or ""),
            "设定依据": "".join(
                bare(basis.citation) + "".join(bare(p.label) + bare(p.text) for p in basis.provisions)
                for basis in each.basis
            ),
            "实施主体和责任主体": bare(each.department or ""),
            "行使层级": bare(each.level or ""),
            "备注": bare(each.remarks or ""),
        }
        for each in power_list.items
    ]
