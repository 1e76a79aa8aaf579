"""What every noun of the data contract is.

Knows how a noun is validated and how it holds its fields. Does not know any noun.
"""

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt

IsoDate = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
LawId = Annotated[str, Field(pattern=r"^law-[1-9][0-9]*$", title="法律编号", description="laws[].id")]
Span = Annotated[
    tuple[NonNegativeInt, NonNegativeInt],
    Field(title="位置", description="在规范文本中的半开区间 [起, 止)，以码点计"),
]


class Record(BaseModel):
    """Every noun: immutable, and nothing in it that the contract does not name."""

    # Most nouns are only validated within another: a validator of their own is made when one is asked for.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


SMALL: Final = ConfigDict(extra="forbid")
"""For the nouns of which a list has thousands: validated as a Record is, but with slots in place of a dictionary and a
set of names for each, which is a fifth of the memory and half of the time."""
