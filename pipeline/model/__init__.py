"""The nouns of the data contract, one import away.

Knows which nouns there are. Does not know anything else: see quoted.py, listed.py and agreement.py.
"""

from pipeline.model.listed import (
    SCHEMA_VERSION,
    Block,
    BlockKind,
    Column,
    ColumnField,
    Finding,
    Item,
    ItemPenalty,
    PowerList,
    Severity,
    Source,
    Table,
    json_schema,
)
from pipeline.model.quoted import (
    Base,
    Basis,
    Law,
    Location,
    Paragraph,
    Provision,
    Reference,
    Role,
    Sanction,
    Span,
    Status,
    Subparagraph,
)
from pipeline.words.penalties import SanctionKind

__all__ = [
    "SCHEMA_VERSION",
    "Base",
    "Basis",
    "Block",
    "BlockKind",
    "Column",
    "ColumnField",
    "Finding",
    "Item",
    "ItemPenalty",
    "Law",
    "Location",
    "Paragraph",
    "PowerList",
    "Provision",
    "Reference",
    "Role",
    "Sanction",
    "SanctionKind",
    "Severity",
    "Source",
    "Span",
    "Status",
    "Subparagraph",
    "Table",
    "json_schema",
]
