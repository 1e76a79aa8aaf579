"""What every noun of the data contract is.

Knows how a noun is validated and how it holds its fields. Does not know any noun.
"""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

IsoDate = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class Record(BaseModel):
    """Every noun: immutable, and nothing in it that the contract does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


SMALL: Final = ConfigDict(extra="forbid")
"""For the nouns of which a list has thousands: validated as a Record is, but with slots in place of a dictionary and a
set of names for each, which is a fifth of the memory and half of the time."""
