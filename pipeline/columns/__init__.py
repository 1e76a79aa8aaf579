"""What a column of a sheet or Word table is: its heading, where its value comes from, how wide it is.

Knows the columns a table was printed with, those of the sheets to filter, and the Chinese names of codes.
Does not know any file format, nor how a value was found.
"""

from pipeline.columns.names import (
    CUMULATION_NAMES,
    DECISIONS,
    NAMELESS,
    OTHER_MEASURES,
    ROLE_NAMES,
    SANCTION_NAMES,
    SEVERITY_NAMES,
    STATUS_NAMES,
    UNLABELLED,
)
from pipeline.columns.printed import PrintedColumn, as_number, is_missing, printed_columns, printed_value
from pipeline.columns.records import (
    FINDING_COLUMNS,
    ITEM_COLUMNS,
    PROVISION_COLUMNS,
    REFERENCE_COLUMNS,
    Column,
    ItemRecord,
    Mark,
    ProvisionRecord,
    ReferenceRecord,
    Value,
    item_columns,
    item_records,
    provision_records,
    reference_records,
)

__all__ = [
    "CUMULATION_NAMES",
    "DECISIONS",
    "FINDING_COLUMNS",
    "ITEM_COLUMNS",
    "NAMELESS",
    "OTHER_MEASURES",
    "PROVISION_COLUMNS",
    "REFERENCE_COLUMNS",
    "ROLE_NAMES",
    "SANCTION_NAMES",
    "SEVERITY_NAMES",
    "STATUS_NAMES",
    "UNLABELLED",
    "Column",
    "ItemRecord",
    "Mark",
    "PrintedColumn",
    "ProvisionRecord",
    "ReferenceRecord",
    "Value",
    "as_number",
    "is_missing",
    "item_columns",
    "item_records",
    "printed_columns",
    "printed_value",
    "provision_records",
    "reference_records",
]
