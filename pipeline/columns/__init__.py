"""What a column of a sheet or Word table is: its heading, where its value comes from, how wide it is.

Knows the columns a table was printed with, those of the sheets to filter, and the Chinese names of codes.
Does not know any file format, nor how a value was found.
"""

from pipeline.columns.changes import LAW_CHANGE_NAMES, PROVISION_CHANGE_NAMES, VALUE_CHANGE_NAMES
from pipeline.columns.column import Column, Mark, Value
from pipeline.columns.counts import Count, Tally, tallies
from pipeline.columns.findings import FINDING_COLUMNS
from pipeline.columns.items import ITEM_COLUMNS, ItemRecord, amount, item_columns, item_records
from pipeline.columns.law_index import INDEX_COLUMNS, IndexRecord, index_records
from pipeline.columns.names import (
    CHANGE_NAMES,
    CUMULATION_NAMES,
    DECISIONS,
    FINDING_NAMES,
    NAMELESS,
    NO_CELL,
    NOTHING,
    NUMBERS_CHANGED,
    OTHER_MEASURES,
    ROLE_NAMES,
    SANCTION_NAMES,
    SEVERITY_NAMES,
    STATUS_NAMES,
    UNLABELLED,
)
from pipeline.columns.printed import (
    PrintedColumn,
    PrintedRow,
    as_number,
    column_apart,
    is_missing,
    is_part_of_basis,
    printed_basis,
    printed_columns,
    printed_rows,
    printed_sub_item,
    printed_value,
)
from pipeline.columns.quotations import (
    PROVISION_COLUMNS,
    REFERENCE_COLUMNS,
    ProvisionRecord,
    ReferenceRecord,
    as_collated,
    collated,
    provision_columns,
    provision_records,
    reference_records,
    stands_now,
)

__all__ = [
    "CHANGE_NAMES",
    "CUMULATION_NAMES",
    "DECISIONS",
    "FINDING_COLUMNS",
    "FINDING_NAMES",
    "INDEX_COLUMNS",
    "ITEM_COLUMNS",
    "LAW_CHANGE_NAMES",
    "NAMELESS",
    "NOTHING",
    "NO_CELL",
    "NUMBERS_CHANGED",
    "OTHER_MEASURES",
    "PROVISION_CHANGE_NAMES",
    "PROVISION_COLUMNS",
    "REFERENCE_COLUMNS",
    "ROLE_NAMES",
    "SANCTION_NAMES",
    "SEVERITY_NAMES",
    "STATUS_NAMES",
    "UNLABELLED",
    "VALUE_CHANGE_NAMES",
    "Column",
    "Count",
    "IndexRecord",
    "ItemRecord",
    "Mark",
    "PrintedColumn",
    "PrintedRow",
    "ProvisionRecord",
    "ReferenceRecord",
    "Tally",
    "Value",
    "amount",
    "as_collated",
    "as_number",
    "collated",
    "column_apart",
    "index_records",
    "is_missing",
    "is_part_of_basis",
    "item_columns",
    "item_records",
    "printed_basis",
    "printed_columns",
    "printed_rows",
    "printed_sub_item",
    "printed_value",
    "provision_columns",
    "provision_records",
    "reference_records",
    "stands_now",
    "tallies",
]
