"""A quoted provision beside the official text of its law, where the office has one.

Knows the fields of texts and collations (the data contract) and what one of them must be by itself.
Does not know how a text is read, nor how a wording is found in it.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, NonNegativeInt, PositiveInt, model_validator
from pydantic.dataclasses import dataclass

from pipeline.address import Address
from pipeline.model.record import SMALL, IsoDate, LawId, Record, Span

TextId = Annotated[str, Field(pattern=r"^text-[1-9][0-9]*$", title="正式文本编号", description="texts[].id")]
OfficialSpan = Annotated[
    tuple[NonNegativeInt, NonNegativeInt],
    Field(title="文本位置", description="在正式文本（解码后的文件，Word 文件为逐段文字）中的半开区间，以码点计"),
]
Chosen = Literal["only", "cited", "fit", "other"]
Outcome = Literal["equal", "differs", "elsewhere", "not_found"]
LabelFit = Literal["fits", "too_wide", "wrong"]


class OfficialText(Record):
    """The official text that the provisions of a law were collated with."""

    id: TextId
    law: LawId
    file: Annotated[str, Field(title="文件", description="laws/texts/ 中的文件名")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", title="摘要（SHA-256）", description="原始字节的摘要")]
    characters: Annotated[NonNegativeInt, Field(title="字数", description="文本的码点数")]
    name: Annotated[str, Field(title="名称", description="文本自己的标题")]
    version: Annotated[
        IsoDate | None, Field(title="版本", description="最后一次修正的日期，没有则为通过或公布日期；未写明则为 null")
    ]
    effective_on: Annotated[IsoDate | None, Field(title="施行日期", description="本版的施行日期；无法断定则为 null")]
    chosen: Annotated[
        Chosen,
        Field(
            title="选定方式",
            description="清单首次以这份文本核对时如何选定：only 该法只有这一份文本；cited 清单写明的日期即是这一版；"
            "fit 清单没有写明，以文字最相符的一版为准；other 没有清单写明的那一版的文本，以文字最相符的另一版核对",
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True, config=SMALL)
class Difference:
    """Words of the list and what the official text has in their place."""

    quoted: Annotated[str, Field(title="清单文字", description="照录；清单缺字则为空")]
    span: Span
    official: Annotated[str, Field(title="正式文字", description="照录；正式文本没有则为空")]
    official_span: Annotated[
        OfficialSpan | None, Field(title="文本位置", description="所标条文中没有与之相当的文字则为 null")
    ]
    address: Annotated[
        Address | None, Field(title="条款项", description="正式文字所在；整行另在他条的，为该条；没有则为 null")
    ]

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if not self.quoted and not self.official:
            raise ValueError("a difference between nothing and nothing")
        if self.official and self.official_span is None:
            raise ValueError("official words without their place")
        return self


@dataclass(frozen=True, slots=True, kw_only=True, config=SMALL)
class LeftOut:
    """A part of the quoted article that the list leaves out without an ellipsis."""

    address: Annotated[Address, Field(title="条款项", description="未引部分所在；整款未引的为该款")]
    whole: Annotated[bool, Field(title="整体", description="整款、整项、整目未引；只缺其中一段文字则为 false")]
    text: Annotated[str, Field(title="正式文字", description="未引的文字，照录")]
    official_span: OfficialSpan


@dataclass(frozen=True, slots=True, kw_only=True, config=SMALL)
class Collation:
    """One quoted provision beside the official text; white space and the width of brackets are no difference."""

    text: TextId
    outcome: Annotated[
        Outcome,
        Field(
            title="结果",
            description="equal 所引文字与标注的条文一致（可有未引部分）；differs 有出入；"
            "elsewhere 不在标注的条文，在 addresses；not_found 该法没有这样的文字",
        ),
    ]
    label: Annotated[
        LabelFit | None,
        Field(
            title="标注",
            description="fits 标注与所引的条款项相符；too_wide 标注的范围比所引的大（标整条，只引其中一款）；"
            "wrong 标注的不是所引的条款项；没有标注则为 null",
        ),
    ]
    addresses: Annotated[tuple[Address, ...], Field(title="实际条款项", description="所引文字在正式文本中的位置")]
    paragraphs: Annotated[
        tuple[PositiveInt | None, ...],
        Field(title="实际款号", description="依次为 paragraphs[] 各款在正式文本中的款号；没有找到则为 null"),
    ]
    left_out: Annotated[tuple[LeftOut, ...], Field(title="未引部分", description="没有省略号而未引的款、项或文字")]
    differences: Annotated[tuple[Difference, ...], Field(title="文字出入", description="以清单文字的先后为序")]

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if (self.outcome == "not_found") == bool(self.addresses):
            raise ValueError(f"{self.outcome} and addresses {[str(address) for address in self.addresses]} disagree")
        if self.outcome == "equal" and self.differences:
            raise ValueError("equal, but with differences")
        if self.outcome == "differs" and not self.differences:
            raise ValueError("differs, but without a difference")
        if self.outcome in {"elsewhere", "not_found"} and self.label not in {"wrong", None}:
            raise ValueError(f"{self.outcome}, but the label is said to be {self.label}")
        return self
