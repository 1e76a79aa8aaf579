"""The nouns of a file in laws/: a law, its versions, and what became of each provision between two of them.

Knows the fields (a format with a schema, for people who write such files) and what one of them must be by itself.
Does not know whether a file agrees with itself (agreement.py), nor how it is read (files.py).
"""

from datetime import date as Date  # noqa: N812 - a field is called date
from functools import cached_property
from typing import Annotated, Any, Final, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from pipeline.address import COMPACT, Address, from_compact
from pipeline.model.record import Record

SCHEMA_ID: Final = "urn:power-list-pipeline:schema:law:1"
SCHEMA_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

MoveChange = Literal["same", "renumbered", "changed", "merged", "split", "moved_to_pointer", "repealed"]
Unlisted = Literal["none", "same", "unknown"]
_Name = Annotated[str, Field(pattern="^[^《》]+$")]
Act = Literal["通过", "公布", "修正", "修订", "修改"]


def _read_address(value: object) -> Address:
    if isinstance(value, Address):
        return value
    if not isinstance(value, str):
        raise ValueError(f"应当是加引号的条款项，写作 {_AS_TEXT} 这样的形式")  # noqa: TRY004 - pydantic words it
    address = from_compact(value)
    if address is None:
        raise ValueError("应当是条款项，写作 8、8.1、69.1(1)、120-1 这样的形式")
    return address


_AS_TEXT: Final = '"8"、"8.1"、"69.1(1)"、"120-1"'


_ADDRESS_PATTERN: Final = f"^{COMPACT}$"
Place: TypeAlias = Annotated[
    Address, BeforeValidator(_read_address), WithJsonSchema({"type": "string", "pattern": _ADDRESS_PATTERN})
]
"""An address as files write it: 8 第八条, 8.1 第八条第一款, 69.1(1) 第六十九条第一款第一项, 120-1 第一百二十条之一."""


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Places: TypeAlias = Annotated[
    tuple[Place, ...],
    BeforeValidator(_as_list),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": _ADDRESS_PATTERN},
                {"type": "array", "items": {"type": "string", "pattern": _ADDRESS_PATTERN}},
            ]
        }
    ),
]
"""One address, or a list of them."""


Count = Annotated[int, Field(strict=True, ge=1)]
"""A whole number, not one in quotation marks."""


def _counts(description: str) -> Any:
    """A table of numbers by address, as JSON Schema says it."""
    pattern = {_ADDRESS_PATTERN: {"type": "integer", "minimum": 1}}
    return WithJsonSchema(
        {"type": "object", "patternProperties": pattern, "additionalProperties": False, "description": description}
    )


class Version(Record):
    """One text of a law, in force from a day on."""

    date: Annotated[Date, Field(title="文本日期", description="通过、公布或修改的日期；各版以此称呼，不得重复")]
    act: Annotated[Act, Field(title="缘由", description="这一文本因何而有")]
    document_number: Annotated[
        str | None, Field(title="文号", description="如“主席令第六十一号”、“2016年第60号”；不详则不写")
    ] = None
    issuers: Annotated[tuple[str, ...], Field(title="发布机关", description="与法律的发布机关不同时才写")] = ()
    adopted: Annotated[Date | None, Field(title="通过日期", description="与文本日期不同时才写")] = None
    published: Annotated[Date | None, Field(title="公布日期", description="与文本日期不同时才写")] = None
    in_force_from: Annotated[Date, Field(title="施行日期")]
    articles: Annotated[
        Count | None,
        Field(title="条数", description="最后一条的序号，“第几条之一”这样的条不另计；不详则不写"),
    ] = None
    paragraphs: Annotated[
        dict[Place, Count] | None,
        _counts("不止一款的条各有几款；写了此项，没有列出的条都只有一款"),
        Field(title="款数"),
    ] = None
    subparagraphs: Annotated[
        dict[Place, Count] | None,
        _counts("分项的款各有几项，只有一款的条也写明第1款；写了此项，没有列出的款都不分项"),
        Field(title="项数"),
    ] = None
    verified: Annotated[bool, Field(title="已核实", description="日期和施行日期是否已据官方来源核实")]
    unverified: Annotated[str | None, Field(title="未核实之处", description="这一版中还没有核实的内容")] = None
    source: Annotated[str, Field(title="来源", description="公报、命令、数据库；据何而知")]

    @property
    def known_by(self) -> tuple[Date, ...]:
        """The dates that a text of this version may print as its own."""
        return tuple(known for known in (self.date, self.adopted, self.published) if known)

    @property
    def called(self) -> str:
        """How a sentence calls it: 2025年10月28日修正的文本."""
        return f"{self.date.year}年{self.date.month}月{self.date.day}日{self.act}的文本"


class Move(Record):
    """What became of one provision, from one version to the next. It holds for all parts that have no line of their
    own: where 第三条 became 第四条, 第三条第二款 became 第四条第二款."""

    old: Annotated[Place, Field(title="原条款项", alias="from")]
    new: Annotated[
        Places, Field(title="新条款项", alias="to", description="一处或几处；same 可不写，repealed 不写")
    ] = ()
    change: Annotated[
        MoveChange,
        Field(
            title="变动",
            description="same 未变；renumbered 只改序号；changed 内容有修改；merged 与他条合并；split 分列几条；"
            "moved_to_pointer 改为指向其他法律的规定；repealed 删除",
        ),
    ]
    also: Annotated[Places, Field(title="另见", description="新版中对同一内容另有规定的条款，如新增的加重处罚")] = ()
    numbers_changed: Annotated[
        bool | None, Field(title="文内序号有变", description="条文中引用的条款序号是否改变；不详则不写")
    ] = None
    refs: Annotated[
        dict[Place, Place],
        WithJsonSchema(
            {
                "type": "object",
                "patternProperties": {_ADDRESS_PATTERN: {"type": "string", "pattern": _ADDRESS_PATTERN}},
                "additionalProperties": False,
            }
        ),
        Field(
            title="文内引用",
            description="条文中引用的本法条款：原序号 = 新序号；范围写起止两条",
            default_factory=dict,
        ),
    ]
    note: Annotated[str | None, Field(title="说明", description="给核校人员看的一句话，不含句号")] = None
    verified: Annotated[bool | None, Field(title="已核实", description="与整张变动表不同时才写")] = None

    @model_validator(mode="before")
    @classmethod
    def _same_stays(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("change") == "same" and "to" not in data:
            return data | {"to": data.get("from")}
        return data

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if (self.change == "repealed") == bool(self.new):
            raise ValueError("删除（repealed）的条款不写 to，其他变动要写 to")
        if self.change == "same" and self.new != (self.old,):
            raise ValueError("未变（same）的条款，to 应当与 from 相同，或者不写")
        if self.change == "split" and len(set(self.new)) < 2:
            raise ValueError("拆成几条（split）的条款，to 应当写出两处以上，写成列表")
        if self.change == "renumbered" and (len(self.new) != 1 or self.new[0] == self.old):
            raise ValueError("只改序号（renumbered）的条款，to 应当是另一处，且只有一处")
        return self


class New(Record):
    """A provision that the later version has and the earlier had not."""

    at: Annotated[Place, Field(title="新条款项")]
    note: Annotated[str | None, Field(title="说明", description="内容为何，一句话")] = None


class Transition(Record):
    """What became of the provisions of one version in the next."""

    old: Annotated[Date, Field(title="原文本日期", alias="from")]
    new: Annotated[Date, Field(title="新文本日期", alias="to")]
    unlisted: Annotated[
        Unlisted,
        Field(
            title="未列条款",
            description="没有列出的条款：none 没有这样的条款（已逐款逐项列全）；same 都未变；unknown 不详",
        ),
    ]
    moves: Annotated[tuple[Move, ...], Field(title="变动")] = ()
    added: Annotated[tuple[New, ...], Field(title="新增")] = ()
    verified: Annotated[bool, Field(title="已核实", description="变动是否已据官方来源核实")]
    unverified: Annotated[str | None, Field(title="未核实之处")] = None
    source: Annotated[str, Field(title="来源")]


class Repeal(Record):
    """The end of a law."""

    on: Annotated[Date, Field(title="废止日期", description="自这一日起不再施行")]
    replaced_by: Annotated[str | None, Field(title="代替的法律")] = None
    verified: Annotated[bool, Field(title="已核实")]
    source: Annotated[str, Field(title="来源")]


class LawFile(Record):
    """All that the register knows of one law."""

    schema_: Annotated[Literal[1], Field(title="格式版本", alias="schema")]
    name: Annotated[_Name, Field(title="名称", description="全称，不含书名号")]
    short_names: Annotated[
        tuple[_Name, ...], Field(title="简称", description="不含书名号；中华人民共和国可省，不必列")
    ] = ()
    kind: Annotated[
        Literal["法律", "行政法规", "监察法规", "地方性法规", "部门规章", "地方政府规章", "司法解释", "规范性文件"],
        Field(title="效力位阶"),
    ]
    issuer: Annotated[str, Field(title="发布机关")]
    checked_on: Annotated[Date, Field(title="核对日期", description="最近一次核对本文件内容的日期")]
    latest_verified: Annotated[
        bool, Field(title="最后一版已核实", description="截至核对日期，是否已据官方来源核实此后没有再修改")
    ]
    remarks: Annotated[tuple[str, ...], Field(title="说明", description="给维护人看：怎样核对的，有何疑问")] = ()
    version: Annotated[tuple[Version, ...], Field(title="文本", min_length=1, description="由旧到新")]
    transition: Annotated[tuple[Transition, ...], Field(title="变动表", description="每张由一版到下一版")] = ()
    repealed: Annotated[Repeal | None, Field(title="废止")] = None

    @cached_property
    def transitions(self) -> dict[Date, Transition]:
        """Each transition by the date of the version it leads from."""
        return {transition.old: transition for transition in self.transition}


def law_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a file in laws/, as a TOML reader that knows dates as text gives it."""
    schema = LawFile.model_json_schema(by_alias=True)
    head: dict[str, Any] = {"$schema": SCHEMA_DIALECT, "$id": SCHEMA_ID, "title": "法律登记册"}
    return head | {key: value for key, value in schema.items() if key != "title"}
