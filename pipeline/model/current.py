"""Where a quoted provision stands now, as the law register tells it.

Knows the fields of the answer (the data contract) and which of them belong together. Does not know the register, nor
how the answer was found.
"""

from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from pipeline.address import Address
from pipeline.model.record import SMALL, IsoDate

Change = Literal["same", "renumbered", "changed", "merged", "split", "moved_to_pointer", "repealed", "ambiguous"]

_STANDS_NOWHERE: Final = ("repealed", "ambiguous")


@dataclass(frozen=True, slots=True, kw_only=True, config=SMALL)
class Current:
    """What became of one quoted provision by ``as_of``; a version is named by the date of its text."""

    version: Annotated[
        IsoDate, Field(title="现行版本", description="截至 as_of 施行的文本，以其通过、修正或公布日期称之")
    ]
    quoted_version: Annotated[
        IsoDate | None,
        Field(title="所引版本", description="清单所引的文本；写明的日期、文号或所引条文都不能断定则为 null"),
    ]
    quoted_addresses: Annotated[
        tuple[Address, ...],
        Field(
            title="所引位置",
            description="在所引版本中的位置；比标注更确切时（第五十九条实为第二款）写明款项，"
            "正式文本证明标注有误时写实际的条款项",
        ),
    ]
    change: Annotated[
        Change,
        Field(
            title="变动",
            description="same 未变；renumbered 只改条款序号（本条的，或文内引用的）；changed 内容有修改；"
            "merged 与他条合并；split 分列几条；"
            "moved_to_pointer 改为指向其他法律的规定；repealed 删除或废止；ambiguous 有几种可能，见 candidates",
        ),
    ]
    addresses: Annotated[tuple[Address, ...], Field(title="现行位置", description="删除或不能断定则为空")]
    also: Annotated[tuple[Address, ...], Field(title="另见", description="现行文本中对同一内容另有规定的条款")]
    candidates: Annotated[
        tuple[Address, ...], Field(title="可能的现行位置", description="只在 change 为 ambiguous 时列出")
    ]
    numbers_changed: Annotated[
        bool | None, Field(title="文内序号有变", description="条文中引用的条款序号是否改变；不能断定则为 null")
    ]
    note: Annotated[str | None, Field(title="变动说明", description="登记册的说明；没有则为 null")]
    verified: Annotated[bool, Field(title="已核实", description="所据的版本和变动在登记册中是否都记为已据官方来源核实")]

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if not self.quoted_addresses:
            raise ValueError("current says something of a provision that has no address")
        if (self.change in _STANDS_NOWHERE) == bool(self.addresses):
            raise ValueError(f"{self.change} and addresses {[str(address) for address in self.addresses]} disagree")
        if (self.change == "ambiguous") != bool(self.candidates):
            raise ValueError("ambiguous and candidates belong together")
        if self.change == "same" and self.addresses != self.quoted_addresses:
            raise ValueError("same, but at another address")
        if self.change == "same" and self.numbers_changed:
            raise ValueError("same, but the numbers in it changed")
        if self.change == "renumbered" and self.addresses == self.quoted_addresses and not self.numbers_changed:
            raise ValueError("renumbered, but at the same address and with the same numbers in it")
        if self.quoted_version == self.version and self.change not in ("same", "repealed"):
            raise ValueError(f"{self.change}, but the version in force is the one quoted")
        if set(self.also) & set(self.addresses):
            raise ValueError("also repeats an address")
        return self
