"""Comparison → XLSX: the tables of changes that offices publish, as they print.

Knows which sheets there are. Does not know what stands in them (change_rows.py), nor how a sheet looks
(annex_sheet.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from pipeline.compare import Comparison
from pipeline.writers.annex_sheet import annex_sheet
from pipeline.writers.basis_rows import NOWHERE
from pipeline.writers.change_rows import change_tables
from pipeline.writers.change_sheet import change_sheet
from pipeline.writers.change_words import ChangeTable
from pipeline.writers.looks import add_looks
from pipeline.writers.ooxml import OFFICIAL, Fonts, property_parts, write_package
from pipeline.writers.to_xlsx import package_parts


def changes_to_xlsx(
    comparison: Comparison, fonts: Fonts = OFFICIAL, precise: Mapping[tuple[int, int], str] = NOWHERE
) -> bytes:
    """The bytes of an .xlsx with a sheet for each table. The same comparison gives the same bytes.

    *precise* is what ``precise_places`` gives. Every value is a number or a text; nothing is a formula. A row that
    does not fit what is left of a page goes on on the next, （续）.
    """
    workbook = Workbook(write_only=True)
    workbook.calculation.fullCalcOnLoad = False  # there is nothing to calculate, and Excel would ask to save
    styles = add_looks(workbook, fonts)
    bodies = []
    tables = change_tables(comparison, precise)
    for table in tables:
        sheet = change_sheet(table)
        body, _ = annex_sheet(workbook, table.name, sheet, styles, fonts)
        if table.choices:
            numbers = [number for number, row in enumerate(sheet.rows, 1) if row.kind == "item"]
            workbook[table.name].data_validations.append(_choices(table, numbers[0], numbers[-1]))
        bodies.append(body)
    frame = BytesIO()
    workbook.save(frame)
    made = property_parts(title=tables[0].title, subject=comparison.new.authority or "")
    return write_package(package_parts(frame, made, bodies))


def _choices(table: ChangeTable, first: int, last: int) -> DataValidation:
    assert table.choices is not None
    heading, choices = table.choices
    letter = get_column_letter([column.heading for column in table.columns].index(heading) + 1)
    validation = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=True)
    validation.add(f"{letter}{first}:{letter}{last}")
    return validation
