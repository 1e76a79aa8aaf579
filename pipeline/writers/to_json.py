"""PowerList, or Comparison → JSON for other systems.

Knows how the JSON is laid out (design §4). Does not know what the fields mean: the model does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic import TypeAdapter

from pipeline.compare import Comparison
from pipeline.model import Item, PowerList, Table

# They give bytes; ``model_dump_json`` would make a text of them first, which for a long list is most of the time.
_LIST: Final = TypeAdapter(PowerList)
_ITEM: Final = TypeAdapter(Item)

_ITEMS: Final = b'\n      "items": ['
_INDENT: Final = b"\n        "
"""Where items stand in the list: in an array of a table, which is in an array of the list."""


def to_json(power_list: PowerList) -> Iterator[bytes]:
    """UTF-8, keys in the model's order, two spaces, non-ASCII as written, one trailing newline; in pieces, one for each
    item: the JSON of a long list is fifteen times its source, and nobody needs it in memory.

    ``PowerList.model_validate_json`` reads it back to an equal list.
    """
    tables = tuple([table.model_copy(update={"items": ()}) for table in power_list.tables])
    frame = _LIST.dump_json(power_list.model_copy(update={"tables": tables}), indent=2)
    for table in power_list.tables:
        # The first of these lines is the first table's: no noun that stands before the tables has such a field.
        before, line, frame = frame.partition(_ITEMS)
        yield before + line
        yield from _items(table)
    yield frame + b"\n"


def _items(table: Table) -> Iterator[bytes]:
    separator = _INDENT
    for item in table.items:
        # A line break in the JSON is one of its layout: those of texts are escaped.
        yield separator + _ITEM.dump_json(item, indent=2).replace(b"\n", _INDENT)
        separator = b"," + _INDENT
    if table.items:
        yield b"\n      "


def comparison_to_json(comparison: Comparison) -> bytes:
    """Laid out as a list is; ``Comparison.model_validate_json`` reads it back to an equal comparison."""
    return comparison.model_dump_json(indent=2).encode() + b"\n"
