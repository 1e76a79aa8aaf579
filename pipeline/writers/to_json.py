"""PowerList → JSON for other systems.

Knows how the JSON is laid out (design §4). Does not know what the fields mean: the model does.
"""

from __future__ import annotations

from pipeline.model import PowerList


def to_json(power_list: PowerList) -> bytes:
    """UTF-8, keys in the model's order, two spaces, non-ASCII as written, one trailing newline.

    ``PowerList.model_validate_json`` reads it back to an equal list.
    """
    return power_list.model_dump_json(indent=2).encode() + b"\n"
