"""A generated list as an Excel workbook, as an office keeps it: ``python -m bench.workbooks N FILE``.

Knows that each table has a sheet, a title above its header, and a cell for each printed one. Does not know how a
workbook is read.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from openpyxl import Workbook

from bench.lists import annex_like
from pipeline.parse import parse_source

_HEADINGS: Final = {
    "serial": "序号",
    "title": "权责事项",
    "sub_item": "子项",
    "basis": "设定依据",
    "department": "实施主体和责任主体",
    "level": "行使层级",
    "remarks": "备注",
}


def write_workbook(items: int, path: Path) -> None:
    """Write the list that ``bench.lists`` generates for *items* to *path*, as .xlsx."""
    power_list, canonical = parse_source(annex_like(items).encode(), "list.txt")
    book = Workbook(write_only=True)
    for table in power_list.tables:
        sheet = book.create_sheet(table.power_type)
        sheet.append([power_list.title])
        sheet.append(list(_HEADINGS.values()))
        for item in table.items:
            spans = (item.spans.get(field) for field in _HEADINGS)
            sheet.append([canonical[span[0] : span[1]] if span else None for span in spans])
    book.save(path)


if __name__ == "__main__":
    write_workbook(int(sys.argv[1]), Path(sys.argv[2]))
