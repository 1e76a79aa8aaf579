"""PowerList → XLSX: the list as it is published, and as records to filter.

Knows which sheets there are and in what order. Does not know how a sheet looks (annex_sheet.py, record_sheets.py,
statistics_sheet.py), nor how a package is zipped (ooxml.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from openpyxl import Workbook

from pipeline.columns import (
    DECISIONS,
    FINDING_COLUMNS,
    INDEX_COLUMNS,
    REFERENCE_COLUMNS,
    index_records,
    item_columns,
    item_records,
    provision_columns,
    provision_records,
    reference_records,
    tallies,
)
from pipeline.model import PowerList
from pipeline.writers.annex_pages import annex_sheets
from pipeline.writers.annex_sheet import annex_sheet
from pipeline.writers.looks import Style, add_looks
from pipeline.writers.ooxml import CONTENT_TYPES, OFFICIAL, Fonts, property_parts, write_package
from pipeline.writers.record_sheets import RecordSheet, record_sheet
from pipeline.writers.sheet_xml import Body, filled
from pipeline.writers.statistics_sheet import statistics_sheet

ANNEX: Final = "权责清单"
ITEMS: Final = "事项总表"
PROVISIONS: Final = "条文明细"
REFERENCES: Final = "引用关系"
INDEX: Final = "法条索引"
FINDINGS: Final = "核校意见"
STATISTICS: Final = "统计"


def to_xlsx(power_list: PowerList, fonts: Fonts = OFFICIAL) -> bytes:
    """The bytes of an .xlsx: the annex as it prints, then its items, provisions, references, articles and findings as
    records, and how many there are of what.

    Every value is a number or a text, as printed; nothing is a formula. The same list gives the same bytes. Raises
    CannotWrite where a sheet of records would have more rows than a sheet can have.
    """
    workbook = Workbook(write_only=True)
    workbook.calculation.fullCalcOnLoad = False  # there is nothing to calculate, and Excel would ask to save
    styles = add_looks(workbook, fonts)
    bodies, places = _annex(workbook, power_list, styles, fonts)
    bodies += _records(workbook, power_list, styles, places, fonts)
    body, made = statistics_sheet(workbook, STATISTICS, tallies(power_list), styles, fonts)
    bodies.append(body)
    frame = BytesIO()
    workbook.save(frame)
    made |= property_parts(title=power_list.title, subject=power_list.authority or "")
    return write_package(package_parts(frame, made, bodies))


def _annex(
    workbook: Workbook, power_list: PowerList, styles: dict[str, Style], fonts: Fonts
) -> tuple[list[Body], dict[int, str]]:
    """权责清单, and 权责清单（2） … where one sheet cannot hold it; and where each item begins."""
    bodies: list[Body] = []
    places: dict[int, str] = {}
    for count, sheet in enumerate(annex_sheets(power_list), 1):
        title = ANNEX if count == 1 else f"{ANNEX}（{count}）"
        body, begins = annex_sheet(workbook, title, sheet, styles, fonts)
        bodies.append(body)
        places.update((number, f"'{title}'!A{row}") for number, row in begins.items())
    return bodies, places


def _records(
    workbook: Workbook, power_list: PowerList, styles: dict[str, Style], places: dict[int, str], fonts: Fonts
) -> list[Body]:
    def sheet(title: str, frozen: int) -> RecordSheet:
        return RecordSheet(title, fonts, frozen, places.get)

    items, index = sheet(ITEMS, 5), sheet(INDEX, 2)
    provisions, references = sheet(PROVISIONS, 3), sheet(REFERENCES, 3)
    findings = sheet(FINDINGS, 3)._replace(choices=("处理意见", DECISIONS))
    return [
        record_sheet(workbook, items, item_columns(power_list), item_records(power_list), styles),
        record_sheet(workbook, provisions, provision_columns(power_list), provision_records(power_list), styles),
        record_sheet(workbook, references, REFERENCE_COLUMNS, reference_records(power_list), styles),
        record_sheet(workbook, index, INDEX_COLUMNS, index_records(power_list), styles),
        record_sheet(workbook, findings, FINDING_COLUMNS, power_list.findings, styles),
    ]


def package_parts(frame: BytesIO, made: dict[str, bytes], bodies: list[Body]) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The parts of the workbook openpyxl saved as *frame*, in a fixed order, its worksheets filled with *bodies*.

    Parts that are *made* here stand in the place of openpyxl's.
    """
    sheets = {f"xl/worksheets/sheet{number}.xml": body for number, body in enumerate(bodies, 1)}
    with ZipFile(frame) as package:
        for name in sorted(package.namelist(), key=lambda name: (name != CONTENT_TYPES, name)):
            if name in sheets:
                yield name, filled(package.read(name), sheets[name])
            else:
                yield name, [made.get(name) or package.read(name)]
