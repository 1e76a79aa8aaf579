"""PowerList, or Comparison → JSON for other systems.

Knows how the JSON is laid out (design §4). Does not know what the fields mean: the model does.
"""

from __future__ import annotations

from typing import Final

from pydantic import TypeAdapter

from pipeline.compare import Comparison
from pipeline.model import PowerList

_BYTES: Final = TypeAdapter(PowerList)
"""Gives bytes; ``model_dump_json`` would make a text of them first, which for a long list is most of the time."""


def to_json(power_list: PowerList) -> bytes:
    """UTF-8, keys in the model's order, two spaces, non-ASCII as written, one trailing newline.

    ``PowerList.model_validate_json`` reads it back to an equal list.
    """
    return _BYTES.dump_json(power_list, indent=2) + b"\n"


def comparison_to_json(comparison: Comparison) -> bytes:
    """Laid out as a list is; ``Comparison.model_validate_json`` reads it back to an equal comparison."""
    return comparison.model_dump_json(indent=2).encode() + b"\n"
