"""Made-up power lists: plain data, the functions that print it in the annex's shape, and strategies that draw it.

Knows how a list looks when it is published as flattened text, and how to turn what was read into the same data again.
Does not know how a list is read, nor what may be wrong with one. No law in it exists.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from hypothesis import strategies as st

from pipeline.address import Address
from pipeline.model import Item, PowerList, Provision, Table
from pipeline.numerals import to_chinese
from pipeline.parse import parse_text
from pipeline.readers import WHITE

HEADINGS: Final = ("序号", "权责事项", "子项", "设定依据", "实施主体和\n\n责任主体", "行使层级", "备注")
"""The annex's header, with the cell that is broken over two lines and a blank one."""

AUTHORITY: Final = "云溪市古桥管理局"
TITLE: Final = AUTHORITY + "权责清单"


# --- the data -------------------------------------------------------------------------------------------------------


class LawData(NamedTuple):
    """A law: its name, the note printed after it, and what the note says."""

    name: str
    note: str = ""
    document_number: str | None = None
    adopted_on: str | None = None
    effective_on: str | None = None


class PartData(NamedTuple):
    """（二）…: one 项 of a paragraph."""

    number: int
    text: str


class ParagraphData(NamedTuple):
    """One 款: its number where label or position prove it, its lead-in, its 项."""

    number: int | None
    text: str
    parts: tuple[PartData, ...] = ()


class CiteData(NamedTuple):
    """One target that the text of a provision points at, in the words of the text."""

    text: str
    base: str
    law_name: str | None
    target: Address | None


class ProvisionData(NamedTuple):
    """A quoted provision: the address its label names, the paragraphs under it, the targets they cite."""

    address: Address
    paragraphs: tuple[ParagraphData, ...]
    cites: tuple[CiteData, ...] = ()


class BasisData(NamedTuple):
    """A cited law and what is quoted from it."""

    law: LawData
    provisions: tuple[ProvisionData, ...]


class RowData(NamedTuple):
    """One item, cell by cell, in the order of ``HEADINGS``."""

    serial: str
    title: str
    sub_item: str
    basis: tuple[BasisData, ...]
    department: str
    level: str
    remarks: str


class TableData(NamedTuple):
    """One table: its caption taken apart, its rows, and before which of them (by index) the header is repeated."""

    label: str | None
    power_type: str | None
    declared_count: int | None
    rows: tuple[RowData, ...]
    repeated: frozenset[int] = frozenset()


class ListData(NamedTuple):
    """A whole list."""

    title: str
    authority: str
    tables: tuple[TableData, ...]


class Style(NamedTuple):
    """How a list is laid out; no choice here changes what it says."""

    opening: str = "附件：\n\n"
    gap: str = "\n\n"
    """Between the paragraphs of a 设定依据 cell."""
    basis_end: str = "\n\n"
    row_end: str = "\n"
    caption_end: str = "\n"
    table_gap: str = "\n"
    break_titles: bool = False
    """Break titles and departments over two lines, as a narrow column does."""


PLAIN: Final = Style()


# --- printing -------------------------------------------------------------------------------------------------------


def print_cells(cells: Iterable[str], end: str = "\n") -> str:
    """A row: a tab before each cell, each on a line of its own, and *end* after the last."""
    return "".join(f"\t{cell}\n" for cell in cells) + end


def print_header(headings: Iterable[str] = HEADINGS) -> str:
    """A header row."""
    return print_cells(headings)


def print_caption(table: TableData) -> str:
    """表一：行政处罚（共14项）, or what of it is printed; empty without a label."""
    count = f"（共{table.declared_count}项）" if table.declared_count is not None else ""
    return f"{table.label}：{table.power_type}{count}" if table.label else ""


def print_label(address: Address) -> str:
    """第十三条　第三款: the annex sets a wide space between article and paragraph."""
    article = str(Address(address.article, address.article_suffix))
    below = str(address).removeprefix(article)
    return f"{article}\u3000{below}" if below else article


def print_provision(provision: ProvisionData, gap: str = PLAIN.gap) -> str:
    """Label, wide space, paragraphs; each 项 on a line of its own."""
    lines: list[str] = []
    for paragraph in provision.paragraphs:
        lines.append(paragraph.text)
        lines += [f"（{to_chinese(part.number)}）{part.text}" for part in paragraph.parts]
    return f"{print_label(provision.address)}\u3000" + gap.join(lines)


def print_law(law: LawData) -> str:
    """《古桥守护条例》（…公告第7号　2031年4月1日施行）"""
    return f"《{law.name}》{law.note}"


def print_basis(bases: Iterable[BasisData], gap: str = PLAIN.gap) -> str:
    """A 设定依据 cell."""
    lines: list[str] = []
    for basis in bases:
        lines.append(print_law(basis.law))
        lines += [print_provision(provision, gap) for provision in basis.provisions]
    return gap.join(lines)


def print_row(row: RowData, style: Style = PLAIN) -> str:
    """One item as its cells."""
    basis = print_basis(row.basis, style.gap)
    return (
        print_cells((row.serial, _broken(row.title, style), row.sub_item), end="")
        + f"\t{basis}{style.basis_end if basis else chr(10)}"
        + print_cells((_broken(row.department, style), row.level, row.remarks), style.row_end)
    )


def _broken(words: str, style: Style) -> str:
    return f"{words[:2]}\n\n{words[2:]}" if style.break_titles and len(words) > 2 else words


def print_table(table: TableData, style: Style = PLAIN) -> str:
    """Caption, header, rows, and the header again where it is repeated."""
    caption = print_caption(table)
    text = caption + style.caption_end if caption else ""
    text += print_header()
    for index, row in enumerate(table.rows):
        text += print_header() if index in table.repeated else ""
        text += print_row(row, style)
    return text


def print_list(data: ListData, style: Style = PLAIN) -> str:
    """The whole list as the annex prints it."""
    tables = style.table_gap.join(print_table(table, style) for table in data.tables)
    return f"{style.opening}{data.title}\n{tables}"


# --- a list of any size, always the same ----------------------------------------------------------------------------

BRIDGE_LAW: Final = LawData(
    "云溪市古桥守护条例",
    "（云溪市人民代表大会常务委员会公告第7号\u30002031年4月1日施行）",
    "云溪市人民代表大会常务委员会公告第7号",
    None,
    "2031-04-01",
)


def regular_row(number: int) -> RowData:
    """Item *number* of a list without surprises: competence, duty, penalty that cites the duty."""
    duty, penalty = Address(10 + number % 40), Address(60 + number % 40)
    return RowData(
        serial=str(number),
        title=f"对未按要求看护第{number}座古桥的处罚",
        sub_item="",
        basis=(
            BasisData(
                BRIDGE_LAW,
                (
                    ProvisionData(Address(3), (ParagraphData(None, "市古桥管理部门负责全市古桥的监督管理工作。"),)),
                    ProvisionData(
                        duty,
                        (
                            ParagraphData(1, "任何单位不得在古桥上悬挂重物。"),
                            ParagraphData(2, "养护人应当每月检查桥面，记录裂缝。"),
                        ),
                    ),
                    ProvisionData(
                        penalty,
                        (ParagraphData(None, f"违反本条例{duty}第二款规定的，给予警告，处二百元以下罚款。"),),
                        (CiteData(f"{duty}第二款", "self", None, Address(duty.article, None, 2)),),
                    ),
                ),
            ),
        ),
        department="桥务科",
        level="市级",
        remarks="",
    )


def regular_list(rows: int, header_every: int = 3) -> ListData:
    """A list of one table with *rows* items; the header is repeated every *header_every* of them."""
    repeated = frozenset(range(header_every, rows, header_every))
    table = TableData("表一", "行政处罚", rows, tuple(regular_row(number) for number in range(1, rows + 1)), repeated)
    return ListData(TITLE, AUTHORITY, (table,))


# --- drawing --------------------------------------------------------------------------------------------------------

_STEMS: Final = ("古桥", "风铃", "灯塔", "石阶", "渡船", "纸伞", "水车", "钟楼", "茶亭", "码头")
_ENDINGS: Final = ("守护", "摆放", "巡查", "修缮", "登记")
_NOTES: Final = (
    ("", None, None, None),
    ("（云溪市人大常委会公告第7号\u30002031年4月1日施行）", "云溪市人大常委会公告第7号", None, "2031-04-01"),
    ("（云溪市人民政府令第12号\u30002029年10月2日实施）", "云溪市人民政府令第12号", None, "2029-10-02"),
    ("（2030年5月6日市务会议通过，自2030年7月1日起施行）", None, "2030-05-06", "2030-07-01"),
)  # fmt: skip
_PLAIN_SENTENCES: Final = (
    "市古桥管理部门负责全市古桥的监督管理工作。",
    "任何单位和个人不得在桥头燃放烟花。",
    "看护人应当每月检查桥面，记录裂缝；发现险情的，应当立即报告。",
    "在古桥上举办集市的，应当经市古桥管理部门批准，并交纳押金三百元。",
    "摆放风铃不得超过3只，每只重量不得超过0.5千克（含挂绳）。",
    "灯塔的开放时间由县级以上人民政府确定并公布。",
)
_PARTS: Final = ("未记录裂缝的；", "涂改记录、票据或者凭证的；", "夜间未点灯的；", "其他妨碍看护的情形。")
_OUTCOMES: Final = (
    "由市古桥管理部门责令改正，给予警告；拒不改正的，处一千元以上五千元以下罚款。",
    "给予警告，没收违法所得。",
    "处二百元以下罚款；构成犯罪的，依法追究刑事责任。",
)
_SUB_ITEMS: Final = ("", "", "", "日常巡查", "2", "夜间\u3000巡查")
_DEPARTMENTS: Final = ("桥务科", "风物科", "桥务科、风物科", "法规科（审批科）", "")
_LEVELS: Final = ("市级", "市级、县级", "县市区级", "")
_REMARKS: Final = ("", "", "", "试行", "2031年划入\n见三定方案")
_POWER_TYPES: Final = ("行政处罚", "行政许可", "行政检查", "其他权责事项")
_NUMERALS: Final = ("一", "二", "三", "四", "五")


class _Chain(NamedTuple):
    """Pinpoints as a statute lists them, and the targets they name."""

    words: str
    targets: tuple[tuple[str, Address], ...]


def laws(names_end: Sequence[str] = ("条例", "办法", "规定")) -> st.SearchStrategy[LawData]:
    """A made-up law, with or without a note."""

    def build(stem: str, ending: str, instrument: str, note: tuple[str, str | None, str | None, str | None]) -> LawData:
        return LawData(f"云溪市{stem}{ending}{instrument}", *note)

    return st.builds(
        build, st.sampled_from(_STEMS), st.sampled_from(_ENDINGS), st.sampled_from(names_end), st.sampled_from(_NOTES)
    )


def _articles() -> st.SearchStrategy[int]:
    return st.integers(1, 130)


@st.composite
def _pinpoints(draw: st.DrawFn) -> Address:
    """An article, or something in it."""
    paragraph = draw(st.none() | st.integers(1, 4))
    subparagraph = draw(st.none() | st.integers(1, 12)) if paragraph else None
    suffix = draw(st.sampled_from((None, None, None, 1, 2)))
    return Address(draw(_articles()), suffix, paragraph, subparagraph)


def _written(address: Address) -> str:
    """第十七条第一款第（六）项: references write 项 in brackets."""
    if address.subparagraph is None:
        return str(address)
    above = Address(address.article, address.article_suffix, address.paragraph)
    return f"{above}第（{to_chinese(address.subparagraph)}）项"


@st.composite
def chains(draw: st.DrawFn) -> _Chain:
    """第七条第二款 · 第八条、第九条第一款和第十条 · 第四十一条至第四十三条 · 第九条第一款、第二款."""
    form = draw(st.sampled_from(("list", "range", "paragraphs")))
    if form == "range":
        low, length = draw(_articles()), draw(st.integers(1, 4))
        first, last = Address(low), Address(low + length)
        words = f"{first}至{last}"
        inside = tuple((words, Address(number)) for number in range(low + 1, low + length))
        return _Chain(words, ((str(first), first), *inside, (str(last), last)))
    if form == "paragraphs":
        article = draw(_articles())
        second = Address(article, None, 2)
        joint = draw(st.sampled_from(("、", "和")))
        return _Chain(
            f"第{to_chinese(article)}条第一款{joint}第二款",
            ((f"第{to_chinese(article)}条第一款", Address(article, None, 1)), ("第二款", second)),
        )
    addresses = draw(st.lists(_pinpoints(), min_size=1, max_size=4))
    written = [_written(address) for address in addresses]
    last_joint = draw(st.sampled_from(("、", "和", "或者")))
    words = written[0] if len(written) == 1 else "、".join(written[:-1]) + last_joint + written[-1]
    return _Chain(words, tuple(zip(written, addresses, strict=True)))


@st.composite
def _penalty_text(draw: st.DrawFn, law: LawData) -> tuple[str, tuple[CiteData, ...]]:
    chain = draw(chains())
    named = draw(st.none() | laws())
    if named is None or named.name == law.name:
        designator, base, law_name = "本" + law.name[-2:], "self", None
    else:
        designator, base, law_name = f"《{named.name}》", "named", named.name
    cites = tuple(CiteData(text, base, law_name, target) for text, target in chain.targets)
    return f"违反{designator}{chain.words}规定的，{draw(st.sampled_from(_OUTCOMES))}", cites


def _parts() -> st.SearchStrategy[tuple[PartData, ...]]:
    return st.integers(2, 4).map(
        lambda count: tuple(PartData(number, _PARTS[number - 1]) for number in range(1, count + 1))
    )


@st.composite
def provisions(draw: st.DrawFn, law: LawData) -> ProvisionData:
    """One quoted provision: a whole article with its paragraphs, one paragraph of it, or one 项."""
    article, suffix = draw(_articles()), draw(st.sampled_from((None, None, None, 1)))
    paragraph = draw(st.sampled_from((None, None, 1, 2, 3)))
    subparagraph = draw(st.sampled_from((None, None, 4))) if paragraph else None
    count = 1 if paragraph else draw(st.integers(1, 3))
    paragraphs: list[ParagraphData] = []
    cites: list[CiteData] = []
    for index in range(count):
        number = paragraph or (index + 1 if count > 1 else None)
        kind = draw(st.sampled_from(("plain", "penalty", "relative" if number and number > 1 else "plain")))
        parts: tuple[PartData, ...] = ()
        if kind == "relative" and number:
            text = "有前款规定情形，情节轻微的，可以不予处罚。"
            cites.append(CiteData("前款", "relative", None, Address(article, suffix, number - 1)))
        elif kind == "penalty":
            text, found = draw(_penalty_text(law))
            cites += found
            if subparagraph is None and draw(st.booleans()):
                text, parts = (
                    text.replace("规定的，", "规定，有下列行为之一的，").removesuffix("。") + "：",
                    draw(_parts()),
                )
        else:
            text = draw(st.sampled_from(_PLAIN_SENTENCES))
        paragraphs.append(ParagraphData(number, text, parts))
    return ProvisionData(Address(article, suffix, paragraph, subparagraph), tuple(paragraphs), tuple(cites))


@st.composite
def rows(draw: st.DrawFn, serial: int, known: Sequence[LawData]) -> RowData:
    """One item under *serial*, quoting some of the laws *known*."""
    stem = draw(st.sampled_from(_STEMS))
    quoted = draw(st.lists(st.sampled_from(known), max_size=2, unique=True))
    bases = tuple(BasisData(law, tuple(draw(st.lists(provisions(law), max_size=3)))) for law in quoted)
    return RowData(
        serial=str(serial),
        title=draw(st.sampled_from((f"对损坏{stem}的处罚", f"{stem}使用许可", f"对“{stem}” 看护情况的检查", ""))),
        sub_item=draw(st.sampled_from(_SUB_ITEMS)),
        basis=bases,
        department=draw(st.sampled_from(_DEPARTMENTS)),
        level=draw(st.sampled_from(_LEVELS)),
        remarks=draw(st.sampled_from(_REMARKS)),
    )


@st.composite
def lists(draw: st.DrawFn, min_rows: int = 0, max_rows: int = 8, max_tables: int = 3) -> ListData:
    """A whole valid list: one to three tables, numbers running on or beginning again, headers repeated anywhere."""
    known = draw(st.lists(laws(), min_size=1, max_size=3, unique_by=lambda law: law.name))
    running = draw(st.booleans())
    tables: list[TableData] = []
    serial = 0
    for index in range(draw(st.integers(1, max_tables))):
        serial = serial if running else 0
        count = draw(st.integers(min_rows, max_rows))
        content = tuple(draw(rows(serial + position, known)) for position in range(1, count + 1))
        serial += count
        repeated = draw(st.frozensets(st.integers(1, count - 1))) if count > 1 else frozenset()
        captioned = index > 0 or draw(st.integers(0, 4)) > 0
        tables.append(
            TableData(
                label=f"表{_NUMERALS[index]}" if captioned else None,
                power_type=draw(st.sampled_from(_POWER_TYPES)) if captioned else None,
                declared_count=draw(st.sampled_from((count, None))) if captioned else None,
                rows=content,
                repeated=repeated,
            )
        )
    return ListData(TITLE, AUTHORITY, tuple(tables))


def styles() -> st.SearchStrategy[Style]:
    """Any layout of one list."""
    return st.builds(
        Style,
        opening=st.sampled_from(("附件：\n\n", "附件\n", "", "\n \n")),
        gap=st.sampled_from(("\n\n", "\n", "\n \n")),
        basis_end=st.sampled_from(("\n\n", "\n")),
        row_end=st.sampled_from(("\n", "\n\n", "\u3000\n\n")),
        caption_end=st.sampled_from(("\n", " \n", "\n\n")),
        table_gap=st.sampled_from(("\n", "", "\n\n\n")),
        break_titles=st.booleans(),
    )


# --- reading it again -----------------------------------------------------------------------------------------------


def read(text: str) -> PowerList:
    """*text* as the pipeline reads it."""
    return parse_text(text, name="made-up.txt", sha256="0" * 64, encoding="utf-8")


def read_back(power_list: PowerList) -> ListData:
    """What was read, as the data it must have been printed from."""
    known = {law.id: law for law in power_list.laws}

    def law_data(law_id: str | None) -> LawData:
        law = known[law_id or ""]
        note = law.citation.removeprefix(f"《{law.name}》")
        return LawData(law.name, note, law.document_number, law.adopted_on, law.effective_on)

    def row_data(item: Item) -> RowData:
        bases = tuple(
            BasisData(law_data(basis.law), tuple(map(_provision_data, basis.provisions))) for basis in item.basis
        )
        cells = (item.serial, item.title, item.sub_item, bases, item.department, item.level, item.remarks)
        return RowData(*cells)  # type: ignore[arg-type]  # a missing cell must differ from the data, not fail here

    tables = tuple(
        TableData(
            table.label,
            table.power_type,
            table.declared_count,
            tuple(row_data(item) for item in table.items),
            _repeated_headers(power_list, table),
        )
        for table in power_list.tables
    )
    return ListData(power_list.title, power_list.authority or "", tables)


def _provision_data(provision: Provision) -> ProvisionData:
    paragraphs = tuple(
        ParagraphData(
            paragraph.number,
            paragraph.text,
            tuple(PartData(part.number or 0, part.text) for part in paragraph.subparagraphs),
        )
        for paragraph in provision.paragraphs
    )
    cites = tuple(CiteData(found.text, found.base, found.law_name, found.target) for found in provision.references)
    return ProvisionData(provision.addresses[0], paragraphs, cites)


def _repeated_headers(power_list: PowerList, table: Table) -> frozenset[int]:
    """Before which items of *table* a header block stands; its own header, before the first, left out."""
    headers = [block.span[0] for block in power_list.blocks if block.kind == "header"]
    pairs = enumerate(zip(table.items, table.items[1:], strict=False), 1)
    return frozenset(
        index for index, (one, other) in pairs if any(one.span[1] <= start < other.span[0] for start in headers)
    )


# --- what must be true of whatever was read -------------------------------------------------------------------------

Piece = tuple[int, int]


def assert_only_between(text: str, pieces: Iterable[Piece], bounds: Piece, allowed: str = WHITE) -> None:
    """*pieces* do not overlap, lie within *bounds*, and between them stand only characters *allowed*."""
    position = bounds[0]
    for start, end in sorted(pieces):
        assert position <= start <= end, f"{text[start:end]!r} at {start} overlaps what ends at {position}"
        between = text[position:start]
        assert not between.strip(allowed), f"lost before {start}: {between!r}"
        position = end
    assert position <= bounds[1], f"a piece ends at {position}, past {bounds[1]}"
    assert not text[position : bounds[1]].strip(allowed), f"lost at the end: {text[position : bounds[1]]!r}"
