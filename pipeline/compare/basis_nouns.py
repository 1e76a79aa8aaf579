"""The nouns of changed words, and of a quoted provision that stands elsewhere or reads otherwise now.

Knows their fields (a part of the data contract of NAME.changes.json). Does not know items that changed (nouns.py), nor
how anything is found.
"""

from typing import Annotated, Literal

from pydantic import Field, NonNegativeInt, PositiveInt

from pipeline.address import Address
from pipeline.model.current import Change
from pipeline.model.record import IsoDate, Record

TextSpan = Annotated[
    tuple[NonNegativeInt, NonNegativeInt], Field(description="在所属文字中的半开区间 [起, 止)，以码点计")
]


class Edit(Record):
    """Words in place of which others stand; what stands between two edits is alike but for white space and width."""

    deleted: Annotated[str, Field(title="删去", description="原文字；只是增加则为空")]
    inserted: Annotated[str, Field(title="增加", description="现文字；只是删去则为空")]
    old_span: Annotated[TextSpan, Field(title="原位置")]
    new_span: Annotated[TextSpan, Field(title="现位置")]


class AlsoCurrent(Record):
    """What a provision says that speaks of the same conduct as the one quoted."""

    address: Annotated[Address, Field(title="条款项", description="also 之一")]
    text: Annotated[str, Field(title="现行文字", description="每款、项一行；所列是项的，前面有所在款的引语")]


class Misquotation(Record):
    """Words of the list that are not those of the version it quotes: no change of the law."""

    quoted: Annotated[str, Field(title="清单文字", description="照录；清单缺字则为空")]
    span: Annotated[TextSpan, Field(title="位置", description="在所属文字（quoted 或 current）中")]
    official: Annotated[str, Field(title="所引文本的文字", description="照录；清单多字则为空")]


class Misfit(Record):
    """What one of two lists quotes is not what the text of the version that it cites has where the label says."""

    version: Annotated[IsoDate | None, Field(title="所引版本", description="正式文本的日期；文本没有写明则为 null")]
    label_wrong: Annotated[bool, Field(title="标注不符", description="标注的不是所引文字的条款项")]
    addresses: Annotated[
        tuple[Address, ...],
        Field(title="实际条款项", description="所引文字在正式文本中的位置；文本没有这样的文字则为空"),
    ]
    misquotations: Annotated[tuple[Misquotation, ...], Field(title="引文出入", description="以清单文字的先后为序")]


class BasisChange(Record):
    """A provision whose wording or place is no longer the one quoted: by the law register, or since the list before."""

    source: Annotated[
        Literal["register", "lists"],
        Field(title="来源", description="register 法律登记册：清单所引的已有变动；lists 两份清单所引的不同"),
    ]
    item: Annotated[PositiveInt, Field(title="事项", description="现清单的 items[].number")]
    serial: Annotated[str | None, Field(title="序号", description="照录；未印出则为 null")]
    title: Annotated[str | None, Field(title="事项名称", description="照录")]
    law: Annotated[str | None, Field(title="法律", description="名称；未写明法律则为 null")]
    ordinal: Annotated[PositiveInt, Field(title="条文次序", description="现清单的 provisions[].ordinal")]
    label: Annotated[str, Field(title="标注", description="所引条文的标注，照录；未印出则为空")]
    quoted: Annotated[str, Field(title="引用文字", description="来源为 lists 的，是原清单的文字")]
    change: Annotated[
        Change | Literal["corrected"],
        Field(
            title="变动",
            description="renumbered 只改条款序号；changed 内容有修改；merged 与他条合并；split 分列几条；"
            "moved_to_pointer 改为指向其他法律的规定；repealed 删除或废止；ambiguous 有几种可能，见 candidates；"
            "corrected 引文更正：两份清单引同一版本，现清单改成了正式文本的文字和条款项（只在来源为 lists 时）",
        ),
    ]
    version: Annotated[IsoDate | None, Field(title="现行版本", description="来源为 lists 的为 null")]
    addresses: Annotated[tuple[Address, ...], Field(title="现行位置", description="删除或不能断定则为空")]
    also: Annotated[tuple[Address, ...], Field(title="另见", description="对同一内容另有规定的条款")]
    candidates: Annotated[tuple[Address, ...], Field(title="可能的现行位置", description="只在 ambiguous 时列出")]
    numbers_changed: Annotated[
        bool | None,
        Field(
            title="文内序号有变",
            description="条文中引用的条款序号是否改变，改变的不能照抄原文；不能断定的为 null，"
            "来源为 lists 的，文字只改了这些序号则为 true，否则为 null",
        ),
    ]
    note: Annotated[
        str | None, Field(title="变动说明", description="登记册的说明，或者现清单改引的法律；没有则为 null")
    ]
    verified: Annotated[bool | None, Field(title="已核实", description="登记册是否已核实；来源为 lists 的为 null")]
    checked_on: Annotated[
        IsoDate | None, Field(title="核对日期", description="登记册中的这部法律核对于哪一日；来源为 lists 的为 null")
    ]
    current: Annotated[
        str | None,
        Field(
            title="现行文字",
            description="每款、项一行；现行位置是项的，前面有所在款的引语（见 lead_ins）。"
            "来源为 lists 的，是现清单的文字；没有现行文本则为 null",
        ),
    ]
    lead_ins: Annotated[
        tuple[TextSpan, ...],
        Field(title="引语位置", description="现行文字中不在现行位置、而由该项接着说完的所在款引语；没有则为空"),
    ]
    also_current: Annotated[
        tuple[AlsoCurrent, ...], Field(title="另见条文", description="also 各条款的现行文字；没有现行文本则为空")
    ]
    edits: Annotated[
        tuple[Edit, ...],
        Field(
            title="文字变动",
            description="由引用文字到现行文字；清单没有引的款、项和省略号不在其中；没有现行文字则为空",
        ),
    ]
    misquotations: Annotated[
        tuple[Misquotation, ...],
        Field(
            title="引文出入",
            description="引用文字与所引那一版的正式文本不一致之处，不是法律的变动；不是缺字的，edits 中也有；"
            "没有那一版的正式文本，或来源为 lists 的，为空",
        ),
    ]
    quoted_misfit: Annotated[
        Misfit | None,
        Field(
            title="原引文不符",
            description="来源为 lists 的，原清单的引文与它所引那一版的正式文本不符之处；"
            "相符，或没有那一版的文本，则为 null",
        ),
    ]
    current_misfit: Annotated[
        Misfit | None,
        Field(
            title="现引文不符",
            description="来源为 lists 的，现清单的引文与它所引那一版的正式文本不符之处；"
            "相符，或没有那一版的文本，则为 null",
        ),
    ]
