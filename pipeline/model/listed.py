"""The nouns of a published list: the list, its tables, items, blocks and findings.

Knows their fields (the data contract, with its Chinese titles) and loads them from JSON.
Does not know how a list is read, resolved or checked.
"""

from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, NonNegativeInt, PositiveInt, model_validator

from pipeline.model import agreement
from pipeline.model.collated import OfficialText
from pipeline.model.quoted import Basis, Law, Provision, Sanction, Spans
from pipeline.model.record import IsoDate, LawId, Record, Span
from pipeline.numerals import parse_numeral

SCHEMA_VERSION: Final[Literal["1.2.0"]] = "1.2.0"
SCHEMA_ID: Final = "urn:power-list-pipeline:schema:power-list:1.2.0"
SCHEMA_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

Severity = Literal["error", "warning", "info"]
BlockKind = Literal["label", "title", "caption", "header", "group", "note"]
ColumnField = Literal[
    "serial", "title", "sub_item", "power_type", "basis", "department", "handling_unit", "level", "responsibilities",
    "accountability", "remarks",
]  # fmt: skip


class Source(Record):
    """The file a list was read from."""

    file: Annotated[str, Field(title="文件名", description="不含路径")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", title="摘要（SHA-256）", description="原始字节的摘要")]
    encoding: Annotated[str, Field(title="编码", description="实际使用的编码")]
    format: Annotated[str, Field(title="格式", description="读入的格式，如 text")]
    characters: Annotated[NonNegativeInt, Field(title="字数", description="规范文本的码点数")]


class Block(Record):
    """Text of the list that is no item: 附件 label, title, captions, header rows, groups, notes."""

    kind: Annotated[
        BlockKind,
        Field(title="种类", description="label 附件；title 标题；caption 表题；header 表头；group 分组；note 其他"),
    ]
    text: Annotated[str, Field(title="文字", description="规范文本中的原样文字")]
    span: Span


class Finding(Record):
    """One thing a person should look at; it never changes a value."""

    code: Annotated[
        str, Field(pattern=r"^[a-z]+(-[a-z]+)*$", title="代码", description="提示的种类；全部种类见 README")
    ]
    severity: Annotated[Severity, Field(title="级别", description="error 必有错误；warning 很可能有错；info 提示")]
    items: Annotated[tuple[PositiveInt, ...], Field(title="事项", description="有关事项的 number；不涉及事项则为空")]
    message: Annotated[str, Field(title="说明", description="中文，一句话")]
    quote: Annotated[str | None, Field(title="所指文字", description="源文本中的文字；没有则为 null")]
    span: Annotated[Span | None, Field(title="位置", description="在规范文本中的区间；没有则为 null")]
    place: Annotated[str | None, Field(title="源文件位置", description="如“第12行”；没有则为 null")]


class ItemPenalty(Record):
    """One penalty provision of an item: the duties it reaches, and what it provides for breaching them."""

    ordinal: Annotated[PositiveInt, Field(title="罚则条文", description="罚则在事项中的 ordinal")]
    duties: Annotated[
        tuple[PositiveInt, ...],
        Field(title="所罚义务", description="罚则所援引、本事项引用的义务条文的 ordinal；没有则为空"),
    ]
    sanctions: Annotated[
        tuple[Sanction, ...],
        Field(title="处罚与措施", description="对违反所列义务规定的处罚与措施；没有涉及义务时为该条文的全部"),
    ]


class SubItemBasis(Record):
    """What is printed of one law beside one sub-item: a part of the item's basis, not another one."""

    law: Annotated[LawId | None, Field(title="法律", description="未写明法律则为 null")]
    ordinals: Annotated[
        tuple[PositiveInt, ...],
        Field(title="条文", description="provisions[].ordinal，在整个事项中连续编号；只有法律、没有条文则为空"),
    ]


class SubItem(Record):
    """One 子项 of an item: a row of its own beside a number or title for several rows, or a number in the cell."""

    label: Annotated[str, Field(title="标号", description="如“1.”“（二）”，照录；未印出则为空")]
    number: Annotated[PositiveInt | None, Field(title="编号", description="标号的数；未印出则为 null")]
    text: Annotated[str, Field(title="文字", description="不含标号")]
    span: Span
    spans: Spans
    basis: Annotated[
        tuple[SubItemBasis, ...] | None,
        Field(title="设定依据", description="本子项所在行自有的依据；与其他子项共用一个单元格则为 null"),
    ]


class Item(Record):
    """One 权责事项: a row of a table, or several that share a number or a merged title."""

    id: Annotated[
        str,
        Field(
            pattern=r"^[0-9a-f]{16}(#[0-9]+)?$",
            title="标识",
            description="由机关、类型、法律名称、事项名称和子项算出，不随序号变化；完全相同的事项加 #2",
        ),
    ]
    number: Annotated[PositiveInt, Field(title="序次", description="按位置贯穿全清单，自 1 起")]
    serial: Annotated[str | None, Field(title="序号", description="印出的序号；没有该单元格则为 null")]
    title: Annotated[str | None, Field(title="事项名称", description="没有该单元格则为 null")]
    sub_item: Annotated[str | None, Field(title="子项", description="空单元格为空字符串；没有该单元格或该列则为 null")]
    sub_items: Annotated[
        tuple[SubItem, ...],
        Field(
            title="各子项",
            description="子项单元格中的各子项，以先后为序；空或“无”则为空，但一个序号下有几个名称、各有依据的，为各名称",
        ),
    ]
    power_type: Annotated[str | None, Field(title="权责类型", description="取自类型列或表题；都没有则为 null")]
    basis: Annotated[
        tuple[Basis, ...],
        Field(title="设定依据", description="所引法律，每部一条，以印出的先后为序；没有依据单元格或单元格为空则为空"),
    ]
    penalties: Annotated[
        tuple[ItemPenalty, ...], Field(title="罚则与义务", description="本事项的每一罚则条文一条，以先后为序")
    ]
    department: Annotated[str | None, Field(title="实施主体和责任主体", description="照录")]
    handling_unit: Annotated[str | None, Field(title="承办机构", description="照录；没有该列则为 null")]
    level: Annotated[str | None, Field(title="行使层级", description="照录")]
    responsibilities: Annotated[str | None, Field(title="责任事项", description="照录；没有该列则为 null")]
    accountability: Annotated[str | None, Field(title="追责情形", description="照录；没有该列则为 null")]
    remarks: Annotated[str | None, Field(title="备注", description="照录")]
    extra: Annotated[dict[str, str], Field(title="其他列", description="以印出的列名为键")]
    place: Annotated[str, Field(title="源文件位置", description="如“第12行”")]
    span: Span
    spans: Spans

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """All provisions of the item, in order."""
        return tuple([provision for basis in self.basis for provision in basis.provisions])

    @property
    def titles_apart(self) -> bool:
        """Whether its sub-items are the titles under its number, each with laws of its own."""
        start, end = self.spans.get("title", (0, 0))
        return bool(self.sub_items) and start <= self.sub_items[0].span[0] < end

    @property
    def called(self) -> str:
        """How a sentence calls the item: see ``called``."""
        return called(self.number, self.serial)


def called(number: int, serial: str | None) -> str:
    """How a sentence calls item *number*: 第15项, with the printed *serial* where that is another: a clerk finds it."""
    if not serial or parse_numeral(serial.strip("（）()").removesuffix(".0")) == number:
        return f"第{number}项"
    return f"第{number}项（序号“{serial}”）"


class Column(Record):
    """One column of a table, as its first header row prints it."""

    field: Annotated[ColumnField | None, Field(title="字段", description="对应的事项字段；其他列为 null，内容在 extra")]
    heading: Annotated[str, Field(title="列名", description="印出的列名，去除空白")]
    spanned: Annotated[
        bool, Field(title="同一列名", description="与前一列同在一个合并的列名之下则为 true，列名只印一次")
    ]


class Table(Record):
    """One table of the list and its items."""

    label: Annotated[str | None, Field(title="表号", description="如“表一”；未印出则为 null")]
    caption: Annotated[str, Field(title="表题", description="照录；未印出则为空")]
    power_type: Annotated[str | None, Field(title="权责类型", description="取自表题；未印出则为 null")]
    declared_count: Annotated[
        NonNegativeInt | None, Field(title="标明项数", description="表题标明的项数；未标明则为 null")
    ]
    span: Annotated[Span | None, Field(title="表题位置", description="没有表题则为 null")]
    columns: Annotated[tuple[Column, ...], Field(title="列", description="以印出的先后为序")]
    items: Annotated[
        tuple[Item, ...], Field(title="事项", description="以印出的先后为序，每项一条；分几行的事项合为一条")
    ]


class PowerList(Record):
    """One published list, complete; loading one validates that it agrees with itself."""

    schema_version: Annotated[Literal["1.2.0"], Field(title="模式版本", description="本格式的版本，字段有变则变")]
    title: Annotated[str, Field(title="标题", description="照录；未印出则为空")]
    authority: Annotated[
        str | None, Field(title="机关", description="取自标题，标题没有写明的取自“部门名称：”一行；无法取得则为 null")
    ]
    source: Annotated[Source, Field(title="来源", description="清单的原文件；位置都以由它得到的规范文本计")]
    as_of: Annotated[
        IsoDate | None,
        Field(
            title="截止日期",
            description="法律登记册以哪一日为准；没有用登记册则为 null，provisions[].current 也都为 null",
        ),
    ]
    laws: Annotated[tuple[Law, ...], Field(title="法律", description="以首次引用的先后为序")]
    texts: Annotated[
        tuple[OfficialText, ...],
        Field(title="正式文本", description="核对所用，一部法律的各版各一份；laws/texts/ 中没有则为空"),
    ]
    tables: Annotated[tuple[Table, ...], Field(title="表", description="以印出的先后为序；一个表题或工作表一张")]
    blocks: Annotated[tuple[Block, ...], Field(title="表外文字", description="事项以外的全部文字")]
    findings: Annotated[
        tuple[Finding, ...], Field(title="核校问题", description="清单原文中需要核对之处；只提示，不改动")
    ]

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        agreement.check(self)
        return self

    @property
    def items(self) -> tuple[Item, ...]:
        """All items of the list, in order; ``items[n - 1].number == n``."""
        return tuple([item for table in self.tables for item in table.items])


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the exported JSON."""
    schema = PowerList.model_json_schema(mode="serialization")
    head: dict[str, Any] = {"$schema": SCHEMA_DIALECT, "$id": SCHEMA_ID, "title": "权责清单"}
    return head | {key: value for key, value in schema.items() if key != "title"}
