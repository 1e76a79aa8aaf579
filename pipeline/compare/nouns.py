"""The nouns of a comparison: what changed between two lists.

Knows their fields (the data contract of NAME.changes.json, with its Chinese titles) and what must be true of them.
Does not know how a change is found, nor how it is shown.
"""

from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, NonNegativeInt, PositiveInt, model_validator

from pipeline.address import Address
from pipeline.compare.basis_nouns import BasisChange, Edit
from pipeline.model import Fine, Role, SanctionKind, called
from pipeline.model.listed import SCHEMA_DIALECT
from pipeline.model.record import IsoDate, Record

COMPARISON_VERSION: Final[Literal["1.0.0"]] = "1.0.0"
COMPARISON_ID: Final = "urn:power-list-pipeline:schema:comparison:1.0.0"

ItemChangeKind = Literal["added", "removed", "changed"]
ValueKind = Literal[
    "renamed", "moved", "power_type", "sub_item", "department", "handling_unit", "level", "responsibilities",
    "accountability", "remarks", "column",
]  # fmt: skip
LawChangeKind = Literal["added", "removed", "replaced", "citation"]
ProvisionChangeKind = Literal["added", "removed", "reworded", "relabelled", "role", "sanctions"]


class Edition(Record):
    """One of the two lists."""

    file: Annotated[str, Field(title="文件名", description="不含路径")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", title="SHA-256", description="原始字节的摘要")]
    title: Annotated[str, Field(title="标题", description="照录；未印出则为空")]
    authority: Annotated[str | None, Field(title="机关", description="取自标题；无法取得则为 null")]
    item_count: Annotated[NonNegativeInt, Field(title="项数")]


class ItemSide(Record):
    """An item as it stands in one of the lists."""

    number: Annotated[PositiveInt, Field(title="序次", description="items[].number")]
    id: Annotated[str, Field(title="标识", description="items[].id")]
    serial: Annotated[str | None, Field(title="序号", description="照录")]
    title: Annotated[str | None, Field(title="事项名称", description="照录")]
    sub_item: Annotated[str | None, Field(title="子项", description="照录")]
    power_type: Annotated[str | None, Field(title="权责类型")]
    department: Annotated[str | None, Field(title="实施主体和责任主体", description="照录")]
    handling_unit: Annotated[str | None, Field(title="承办机构", description="照录")]
    level: Annotated[str | None, Field(title="行使层级", description="照录")]
    responsibilities: Annotated[str | None, Field(title="责任事项", description="照录")]
    accountability: Annotated[str | None, Field(title="追责情形", description="照录")]
    remarks: Annotated[str | None, Field(title="备注", description="照录")]
    basis: Annotated[tuple[str, ...], Field(title="设定依据", description="每部法律一条：引用原文和条款项标注")]
    place: Annotated[str, Field(title="源文件位置", description="如“第12行”")]

    @property
    def called(self) -> str:
        """How a sentence calls the item: see ``model.called``."""
        return called(self.number, self.serial)


class RunnerUp(Record):
    """The next best counterpart, which was not taken."""

    number: Annotated[PositiveInt, Field(title="序次", description="items[].number")]
    serial: Annotated[str | None, Field(title="序号", description="照录")]
    title: Annotated[str | None, Field(title="事项名称")]
    score: Annotated[int, Field(ge=0, le=100, title="相似度")]

    @property
    def called(self) -> str:
        """How a sentence calls the item: see ``model.called``."""
        return called(self.number, self.serial)


class Match(Record):
    """Why two items are taken for one."""

    by: Annotated[
        Literal["identity", "similarity"],
        Field(title="依据", description="identity 标识相同；similarity 法律、条文和名称相似"),
    ]
    score: Annotated[int, Field(ge=0, le=100, title="相似度", description="标识相同则为 100")]
    doubtful: Annotated[bool, Field(title="存疑", description="是否同一事项须人工核对")]
    old_runner_up: Annotated[
        RunnerUp | None, Field(title="原清单中的次选", description="相近而未取的原事项；没有则为 null")
    ]
    new_runner_up: Annotated[
        RunnerUp | None, Field(title="现清单中的次选", description="相近而未取的现事项；没有则为 null")
    ]


class ValueChange(Record):
    """A cell with other words; a cell that is empty and one that is not there are alike."""

    kind: Annotated[
        ValueKind,
        Field(
            title="种类",
            description="renamed 名称变更；moved 移至另一表；power_type 类型变更；sub_item 子项变更；"
            "department 主体变更；handling_unit 承办机构变更；level 层级变更；responsibilities 责任事项变更；"
            "accountability 追责情形变更；remarks 备注变更；column 其他列变更",
        ),
    ]
    heading: Annotated[str, Field(title="列名")]
    old: Annotated[str | None, Field(title="原内容", description="没有则为 null")]
    new: Annotated[str | None, Field(title="现内容", description="没有则为 null")]
    edits: Annotated[tuple[Edit, ...], Field(title="文字变动")]


class LawSide(Record):
    """A law as an item cites it."""

    name: Annotated[str | None, Field(title="名称", description="未写明法律则为 null")]
    citation: Annotated[str, Field(title="引用原文", description="照录；未写明则为空")]


class LawChange(Record):
    """A law that an item newly rests on, no longer rests on, or cites otherwise."""

    kind: Annotated[
        LawChangeKind,
        Field(title="种类", description="added 增加；removed 减少；replaced 替换；citation 同一法律的引用文字变更"),
    ]
    old: Annotated[LawSide | None, Field(title="原依据")]
    new: Annotated[LawSide | None, Field(title="现依据")]
    edits: Annotated[tuple[Edit, ...], Field(title="文字变动", description="引用原文的变动")]


class ProvisionSide(Record):
    """A quoted provision as it stands in one of the lists."""

    ordinal: Annotated[PositiveInt, Field(title="条文次序", description="provisions[].ordinal")]
    law: Annotated[str | None, Field(title="法律", description="名称；未写明法律则为 null")]
    label: Annotated[str, Field(title="标注", description="照录；未印出则为空")]
    addresses: Annotated[tuple[Address, ...], Field(title="条款项")]
    role: Annotated[Role, Field(title="性质", description="competence 职权；duty 义务；penalty 罚则；other 其他")]
    text: Annotated[str, Field(title="全文", description="不含标注")]


class SanctionChange(Record):
    """A sanction or measure that came, went, or has other figures (三万元 → 五万元)."""

    kind: Annotated[SanctionKind, Field(title="种类")]
    old: Annotated[str | None, Field(title="原文字", description="罚款为其数额的文字；原来没有则为 null")]
    new: Annotated[str | None, Field(title="现文字", description="现在没有则为 null")]
    old_fine: Annotated[Fine | None, Field(title="原罚款")]
    new_fine: Annotated[Fine | None, Field(title="现罚款")]


class ProvisionChange(Record):
    """A provision that came, went, or is quoted otherwise."""

    kinds: Annotated[
        tuple[ProvisionChangeKind, ...],
        Field(
            min_length=1,
            title="种类",
            description="added 增加；removed 减少；reworded 文字变更；relabelled 条款项变更；role 文字变更后性质不同；"
            "sanctions 处罚或罚款数额变更",
        ),
    ]
    old: Annotated[ProvisionSide | None, Field(title="原条文")]
    new: Annotated[ProvisionSide | None, Field(title="现条文")]
    edits: Annotated[tuple[Edit, ...], Field(title="文字变动", description="全文的变动")]
    sanctions: Annotated[tuple[SanctionChange, ...], Field(title="处罚与措施变动")]


class ItemChange(Record):
    """An item that came, went, or was changed."""

    kind: Annotated[ItemChangeKind, Field(title="种类", description="added 新增；removed 取消；changed 变更")]
    old: Annotated[ItemSide | None, Field(title="原事项", description="新增的为 null")]
    new: Annotated[ItemSide | None, Field(title="现事项", description="取消的为 null")]
    match: Annotated[Match | None, Field(title="对应", description="只有变更的事项有")]
    values: Annotated[tuple[ValueChange, ...], Field(title="各栏变更")]
    laws: Annotated[tuple[LawChange, ...], Field(title="依据变更")]
    provisions: Annotated[tuple[ProvisionChange, ...], Field(title="条文变更")]

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if (self.old is None, self.new is None, self.match is None) != (
            self.kind == "added", self.kind == "removed", self.kind != "changed",
        ):  # fmt: skip
            raise ValueError(f"{self.kind}: old, new and match do not fit")
        changed = bool(self.values or self.laws or self.provisions)
        if changed != (self.kind == "changed"):
            raise ValueError(f"{self.kind}: changes are what a changed item has, and no other")
        return self


class Comparison(Record):
    """What changed from one list to another; renumbering and reordering alone is no change.

    Of a list without one before it, only where the law has moved on under it.
    """

    schema_version: Annotated[Literal["1.0.0"], Field(title="模式版本")]
    old: Annotated[Edition | None, Field(title="原清单", description="没有上一版清单则为 null")]
    new: Annotated[Edition, Field(title="现清单")]
    same_authority: Annotated[bool, Field(title="同一机关", description="两份清单是否同一机关的；都没有写明也算")]
    title: Annotated[ValueChange | None, Field(title="标题变更", description="未变则为 null")]
    items: Annotated[
        tuple[ItemChange, ...], Field(title="事项变更", description="以现清单先后为序，然后是取消的；未变的不列")
    ]
    unchanged_count: Annotated[NonNegativeInt | None, Field(title="未变项数", description="没有上一版清单则为 null")]
    as_of: Annotated[
        IsoDate | None, Field(title="截止日期", description="法律登记册以哪一日为准；没有用登记册则为 null")
    ]
    basis: Annotated[
        tuple[BasisChange, ...],
        Field(title="依据变动", description="以现清单先后为序；同一条文先列登记册所载，再列两份清单之间的"),
    ]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of substance changed between the two lists, whatever became of the law."""
        return self.title is None and not self.items


def comparison_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the exported comparison."""
    schema = Comparison.model_json_schema(mode="serialization")
    head: dict[str, Any] = {"$schema": SCHEMA_DIALECT, "$id": COMPARISON_ID, "title": "权责清单变动"}
    return head | {key: value for key, value in schema.items() if key != "title"}
