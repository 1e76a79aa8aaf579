"""The nouns of a 设定依据 cell: laws, provisions, paragraphs, references, sanctions.

Knows their fields (the data contract) and what one of them must be by itself.
Does not know how they are read, nor what must be true of a list as a whole (agreement.py).
"""

from typing import Annotated, Literal, Self

from pydantic import Field, NonNegativeInt, PositiveInt, model_validator
from pydantic.dataclasses import dataclass

from pipeline.address import Address
from pipeline.model.collated import Collation
from pipeline.model.current import Current
from pipeline.model.record import SMALL, IsoDate, LawId, Record, Span
from pipeline.words.penalties import SanctionKind

Spans = Annotated[
    dict[str, Span], Field(title="各字段位置", description="每个印出的字段在规范文本中的位置；源文本中没有的字段不列")
]

Number = int | Annotated[float, Field(allow_inf_nan=False)]
Amount = Annotated[Number, Field(gt=0)]
FineUnit = Literal["yuan", "times", "percent"]
Tier = Literal["base", "aggravated"]
Cumulation = Literal["cumulative", "either"]

ProvisionKind = Literal["article", "annex_entry", "section"]
Role = Literal["competence", "duty", "penalty", "other"]
Base = Literal["self", "named", "relative"]
Status = Literal[
    "quoted_here", "quoted_partly", "quoted_elsewhere", "not_quoted", "ambiguous", "other_law", "unresolved"
]


@dataclass(frozen=True, slots=True, kw_only=True, config=SMALL)
class Location:
    """Where in the list a provision stands: the item's number and the provision's ordinal in it."""

    item: Annotated[PositiveInt, Field(title="事项", description="items[].number")]
    ordinal: Annotated[PositiveInt, Field(title="条文次序", description="provisions[].ordinal")]


class Law(Record):
    """A cited law; the same name is the same law."""

    id: LawId
    name: Annotated[str, Field(title="名称", description="最外层《》之间的文字")]
    citation: Annotated[str, Field(title="引用原文", description="清单中首次印出的依据行，含括号")]
    document_number: Annotated[str | None, Field(title="文号", description="如“国务院令第1号”；未印出则为 null")]
    effective_on: Annotated[IsoDate | None, Field(title="施行日期", description="未印出则为 null")]
    adopted_on: Annotated[IsoDate | None, Field(title="通过日期", description="未印出则为 null")]
    rank_label: Annotated[
        str | None, Field(title="效力标签", description="印在名称前的【法律】等字样，照录；未印出则为 null")
    ]
    registered_name: Annotated[
        str | None,
        Field(
            title="登记册名称",
            description="法律登记册所载的全称；清单用简称的，据此知道是同一部法律；没有登记则为 null",
        ),
    ]
    checked_on: Annotated[
        IsoDate | None,
        Field(
            title="登记册核对日期",
            description="登记册中的这部法律最近核对于哪一日，此后的修改登记册不知道；没有登记则为 null",
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True, config=SMALL)
class Reference:
    """One target that the text of a provision points at; ranges and lists are expanded."""

    text: Annotated[str, Field(title="原文", description="指示条款项的文字，不含“本法”等指代法律的词")]
    span: Span
    base: Annotated[
        Base, Field(title="基准", description="self 本法；named 书名号或“该法”所指的法律；relative 前款、本条等")
    ]
    law: Annotated[LawId | None, Field(title="法律", description="清单引用过的法律的编号；否则为 null")]
    law_name: Annotated[str | None, Field(title="法律名称", description="文中写出的法律名称；指本法时为 null")]
    target: Annotated[Address | None, Field(title="目标", description="所指的条款项；无法确定则为 null")]
    status: Annotated[
        Status,
        Field(
            title="状态",
            description="quoted_here 本事项引有全部；quoted_partly 本事项只引有部分或无法确定；"
            "quoted_elsewhere 仅其他事项引有；not_quoted 清单未引；ambiguous 同一条款项有不同文字；"
            "other_law 清单未引的法律；unresolved 无法确定所指",
        ),
    ]
    found_in: Annotated[
        tuple[Location, ...],
        Field(title="所在", description="本事项内的全部所在；本事项没有时，为其他事项中的第一处（不同文字各一处）"),
    ]
    found_count: Annotated[NonNegativeInt, Field(title="处数", description="整个清单中的处数")]


@dataclass(frozen=True, slots=True, kw_only=True, config=SMALL)
class Fine:
    """What a fine amounts to; both ends are included."""

    unit: Annotated[FineUnit, Field(title="单位", description="yuan 元；times 倍；percent 百分之几（千分之五为 0.5）")]
    min: Annotated[Amount | None, Field(title="下限", description="未规定则为 null（“一万元以下”）")]
    max: Annotated[Amount | None, Field(title="上限", description="未规定则为 null；固定数额上下限相同")]
    base: Annotated[str | None, Field(title="基数", description="倍数或比例所乘，照录（如“违法所得”）；没有则为 null")]
    per: Annotated[str | None, Field(title="计罚单位", description="照录（如“每平方米”）；没有则为 null")]
    cap: Annotated[Amount | None, Field(title="封顶", description="最高不超过的数额，单位为元；没有则为 null")]

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if self.min is None and self.max is None:
            raise ValueError("a fine with neither min nor max")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min} above max {self.max}")
        if self.unit == "yuan" and self.base is not None:
            raise ValueError("a sum of money is multiplied by nothing: no base")
        return self


@dataclass(frozen=True, slots=True, kw_only=True, config=SMALL)
class Sanction:
    """One sanction, measure or pointer named by a penalty provision (行政处罚法 第九条、第二十八条)."""

    kind: Annotated[
        SanctionKind,
        Field(
            title="种类",
            description="warning 警告；criticism 通报批评；fine 罚款；confiscation 没收；"
            "permit_suspension 暂扣许可证件；downgrade 降低资质等级；"
            "permit_revocation 吊销许可证件；business_restriction 限制开展生产经营活动；"
            "suspension_order 责令停产停业；closure 责令关闭；practice_ban 限制从业；detention 行政拘留；"
            "以下不是行政处罚：corrective_measure 责令改正等；pointer 依照他处处罚；criminal 刑事责任；"
            "civil 民事责任；disciplinary 处分",
        ),
    ]
    text: Annotated[str, Field(title="原文", description="条文中的文字")]
    span: Span
    fine: Annotated[
        Fine | None,
        Field(title="罚款数额", description="不是罚款、没有印出数额、数额无法读出时为 null；后者在 spans 中有 amount"),
    ]
    who: Annotated[str | None, Field(title="对象", description="印出的受罚对象，照录；未印出则为 null")]
    condition: Annotated[
        str | None, Field(title="条件", description="最近的条件，照录，不含末尾的“的”；行为本身不是条件；没有则为 null")
    ]
    tier: Annotated[Tier, Field(title="档次", description="base 基本；aggravated 加重（情节严重、拒不改正等）")]
    optional: Annotated[bool, Field(title="可以", description="之前有“可以”或“可”")]
    cumulation: Annotated[
        Cumulation | None, Field(title="并处", description="cumulative 并处；either 单处或者并处；其他为 null")
    ]
    spans: Annotated[
        Spans, Field(description="who、condition、base、per、cap、amount 在规范文本中的位置；没有印出的不列")
    ]


@dataclass(frozen=True, slots=True, kw_only=True, config=SMALL)
class Subparagraph:
    """One 项 of a paragraph."""

    label: Annotated[str, Field(title="标号", description="如“（一）”，照录")]
    number: Annotated[PositiveInt | None, Field(title="项", description="项的序号；标号不是数字则为 null")]
    text: Annotated[str, Field(title="文字", description="不含标号")]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True, config=SMALL)
class Paragraph:
    """One 款: its lead-in (text and span) and its 项."""

    number: Annotated[PositiveInt | None, Field(title="款", description="款的序号；标注或位置不能证明则为 null")]
    text: Annotated[str, Field(title="文字", description="引语部分，不含各项")]
    span: Span
    subparagraphs: Annotated[
        tuple[Subparagraph, ...], Field(title="项", description="该款下的各项，以印出的先后为序；不分项则为空")
    ]


@dataclass(frozen=True, slots=True, kw_only=True, config=SMALL)
class Provision:
    """One quoted provision; (item, ordinal) identifies it, its address does not."""

    ordinal: Annotated[PositiveInt, Field(title="条文次序", description="在本事项全部条文中的次序，自 1 起")]
    label: Annotated[str, Field(title="标注", description="印出的条款项，照录；未印出则为空")]
    addresses: Annotated[
        tuple[Address, ...],
        Field(title="条款项", description="标注所指；一个或几个；没有标注，或标注不是条款项，则为空"),
    ]
    kind: Annotated[
        ProvisionKind,
        Field(
            title="种类",
            description="article 条款项（没有标注的条文也是）；annex_entry 附件、目录中的一项（“附件1第9项”）；"
            "section 章节、部分（“二、”）；后两种没有条款项，标注照录",
        ),
    ]
    role: Annotated[Role, Field(title="性质", description="competence 职权；duty 义务；penalty 罚则；other 其他")]
    text: Annotated[str, Field(title="全文", description="不含标注；各款、项以换行分隔")]
    paragraphs: Annotated[
        tuple[Paragraph, ...], Field(title="款", description="所引条文的自然段，以印出的先后为序；只有标注则为空")
    ]
    references: Annotated[
        tuple[Reference, ...], Field(title="引用", description="条文中引用的条款，每条一项，以印出的先后为序")
    ]
    sanctions: Annotated[
        tuple[Sanction, ...],
        Field(title="处罚与措施", description="罚则中的处罚和措施，以印出的先后为序；不是罚则的条文则为空"),
    ]
    current: Annotated[
        Current | None, Field(title="现行情况", description="据法律登记册，截至 as_of；登记册没有记载则为 null")
    ]
    collation: Annotated[
        Collation | None, Field(title="与正式文本核对", description="没有该法的正式文本，或没有引条文，则为 null")
    ]
    span: Span
    spans: Spans


class Basis(Record):
    """One cited law in a 设定依据 cell and the provisions quoted from it."""

    law: Annotated[LawId | None, Field(title="法律", description="未写明法律则为 null")]
    citation: Annotated[
        str, Field(title="引用原文", description="本单元格中印出的依据行，“法规：无”也照录；未写明则为空")
    ]
    span: Span
    spans: Spans
    provisions: Annotated[
        tuple[Provision, ...], Field(title="条文", description="所引各条，以印出的先后为序；只写法律名称则为空")
    ]
