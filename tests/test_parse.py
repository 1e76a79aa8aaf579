"""Proves the invariants of design §5 on the annex, the small list, lists that are drawn, and lists with damage:
every character is in one place, every value is its slice, nothing is filled in, and the JSON loads as it was written.

Proves too that a list that is printed is read as what it says, whatever its layout, and that an item keeps its id.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from pipeline.errors import ExitCode, NotAPowerList, PipelineError
from pipeline.model import Basis, Item, PowerList, Provision, Sanction, SubItem, Subparagraph, Table
from pipeline.parse import parse, parse_bytes, parse_source
from pipeline.readers import WHITE
from tests import rows
from tests.golden import ANNEX
from tests.lists import (
    HEADINGS,
    BasisData,
    LawData,
    ListData,
    Piece,
    RowData,
    Style,
    assert_only_between,
    lists,
    print_cells,
    print_header,
    print_list,
    print_row,
    read,
    read_back,
    regular_list,
    regular_row,
    styles,
)

SMALL: Final = Path(__file__).parent / "fixtures" / "small" / "list.txt"
PUBLISHED: Final = {"annex": ANNEX.read_text(encoding="utf-8"), "small": SMALL.read_text(encoding="utf-8")}


# --- 1: tiling ------------------------------------------------------------------------------------------------------

SEPARATORS: Final = WHITE + "：:，,。；;"
"""What may stand between a law line or a label and the text that follows it."""
BETWEEN_PLACES: Final = SEPARATORS + "、和及与以或者.．"
"""What may stand between places of a list without text of their own: 第五条、第六条和第七条。"""
_NUMERALS: Final = "[0-9０-９〇零○一二两三四五六七八九十百千]{1,3}"
MARKER: Final = re.compile(rf"(?:{_NUMERALS}[.．、]|[（(]{_NUMERALS}[）)]|[①-⑳])")
"""What a list prints before a label: 1.第三条. It is the provision's, and no part of its label."""
AFTER_LABELS: Final = "、.．-—－─"
"""What else may separate a label from its text: 第三条、养护人… (words/labels.py)."""


def assert_tiled(power_list: PowerList, text: str) -> None:
    """Blocks and items are the text; cells are the item; law lines, labels and lines are the 设定依据."""
    assert power_list.source.characters == len(text)
    spans = [block.span for block in power_list.blocks] + [item.span for item in power_list.items]
    assert_only_between(text, spans, (0, len(text)))
    for item in power_list.items:
        assert_only_between(text, item.spans.values(), item.span)
        cells = [span for name, span in item.spans.items() if name.partition("#")[0] == "basis"]
        for cell in cells:
            inside = [basis for basis in item.basis if cell[0] <= basis.span[0] < cell[1]]
            if inside or cell == cells[0]:  # a further row may say the basis of the first again
                _assert_cell_tiled(text, inside, cell)
        assert cells or item.basis == ()


def _assert_cell_tiled(text: str, bases: Sequence[Basis], cell: Piece) -> None:
    assert_only_between(text, [basis.span for basis in bases], cell)
    for basis in bases:
        spans = [provision.span for provision in basis.provisions]
        start = min((span[0] for span in spans), default=basis.span[1])
        assert_only_between(text, basis.spans.values(), (basis.span[0], start), BETWEEN_PLACES)
        places = any(not provision.text for provision in basis.provisions)
        assert_only_between(text, spans, (start, basis.span[1]), BETWEEN_PLACES if places else WHITE)
        for provision in basis.provisions:
            _assert_provision_tiled(text, provision)


def _assert_provision_tiled(text: str, provision: Provision) -> None:
    start = provision.spans["text"][0] if "text" in provision.spans else provision.span[1]
    labels = [provision.spans["label"]] if "label" in provision.spans else []
    listed = MARKER.match(text, provision.span[0]) if labels and labels[0][0] > provision.span[0] else None
    allowed = SEPARATORS + AFTER_LABELS + ("" if provision.addresses else "（()）")
    assert_only_between(text, labels, (listed.end() if listed else provision.span[0], start), allowed)
    lines = [span for span in _lines(provision) if span[0] < span[1]]
    assert_only_between(text, lines, (start, provision.span[1]))
    assert provision.text == "\n".join(_joined(text[left:right]) for left, right in lines)
    for paragraph in provision.paragraphs:
        for part in paragraph.subparagraphs:
            after = part.span[0] + len(part.label)
            assert text[part.span[0] : after] == part.label
            assert _joined(text[after : part.span[1]].lstrip(WHITE)) == part.text


def _lines(provision: Provision) -> Iterator[Piece]:
    for paragraph in provision.paragraphs:
        yield paragraph.span
        yield from (part.span for part in paragraph.subparagraphs)


# --- 2: spans -------------------------------------------------------------------------------------------------------


class Printed(NamedTuple):
    """A value of the list, where it says it stands, and whether it may be only a part of what stands there, or the
    whole of which that is a part."""

    path: str
    value: str
    span: Piece
    part: bool = False
    whole: bool = False


def assert_spans_hold(power_list: PowerList, text: str) -> None:
    """Every printed value is its slice of *text*, but for the white space that joins its lines."""
    for path, value, (start, end), part, whole in _printed(power_list, ""):
        words, slice_ = _joined(value), _joined(text[start:end])
        holds = slice_ in words if whole else words in slice_ if part else words == slice_
        assert holds, f"{path}: {words!r} is not {slice_!r}"
    _assert_the_rest_is_printed_too(power_list, text)
    for item in power_list.items:
        _assert_rows_together_say_it(item, text)


def _assert_rows_together_say_it(item: Item, text: str) -> None:
    """A field of several rows is what they say, a line for each, or once what all of them say: no more and no less."""
    # extra:备注#2 may as well be a second column of that name
    for field in {name.removesuffix("#2") for name in item.spans if name.endswith("#2")} & {
        *type(item).model_fields
    } - {"basis"}:
        numbered = (name for name in item.spans if name == field or name.startswith(f"{field}#"))
        said = [words for name in numbered if (words := _joined(text[slice(*item.spans[name])]))]
        value = getattr(item, field)
        assert _joined(value or "") == "".join(said if len({*said}) > 1 else said[:1]), field


def _joined(words: str) -> str:
    """*words* without line breaks and what pads the lines; white space within a line stays."""
    return "".join(line.strip(WHITE) for line in words.split("\n"))


FIGURES: Final = ("amount", "base", "per", "cap")
"""Spans of a sanction that no field of its own holds: the words are in its fine, or only in the text."""


def _fields(record: object) -> Sequence[str]:
    """The names of a noun's fields; none where *record* is no noun."""
    if isinstance(record, BaseModel):
        return tuple(type(record).model_fields)
    return [field.name for field in fields(record)] if is_dataclass(record) else ()


def _printed(record: object, path: str) -> Iterator[Printed]:
    """Every value with a span, in *record* and in all records below it."""
    spans: dict[str, Piece] = getattr(record, "spans", {})
    for field, span in spans.items():
        if field.startswith("extra:"):
            assert isinstance(record, Item)
            name = field.removeprefix("extra:")  # in rows: extra:备注#2 is a part of 备注
            value = record.extra.get(name, record.extra[name.partition("#")[0]])
            yield Printed(f"{path}.{field}", value, span, whole=name not in record.extra or f"{field}#2" in spans)
        elif field == "power_type" and span[0] == span[1]:
            continue  # an empty type cell: the type is the caption's
        elif isinstance(record, Sanction) and field in FIGURES:
            words = getattr(record.fine, field, None) if field in ("base", "per") else record.text
            yield Printed(f"{path}.{field}", words or "", span if field in ("base", "per") else record.span)
        elif "#" in field or f"{field}#2" in spans:
            yield from _printed_in_rows(record, path, field, span)
        elif field != "basis":
            yield Printed(f"{path}.{field}", getattr(record, field) or "", span)
    whole: Piece | None = getattr(record, "span", None)
    if whole is not None:
        yield from _printed_whole(record, path, whole)
    for name in _fields(record):
        below = getattr(record, name)
        for index, each in enumerate(below if isinstance(below, tuple) else ()):
            yield from _printed(each, f"{path}.{name}[{index}]")


def _printed_in_rows(record: object, path: str, field: str, span: Piece) -> Iterator[Printed]:
    """A field of an item over several rows: what a further row says again, or a part of what its rows say together."""
    name = field.partition("#")[0]
    if name != "basis":
        yield Printed(f"{path}.{field}", getattr(record, name) or "", span, whole=True)


def _printed_whole(record: object, path: str, span: Piece) -> Iterator[Printed]:
    """What a record says of its whole span."""
    if isinstance(record, Subparagraph):
        yield Printed(f"{path}.label", record.label, (span[0], span[0] + len(record.label)))
        yield Printed(f"{path}.text", record.text, span, part=True)
    elif isinstance(record, Table):
        yield Printed(f"{path}.caption", record.caption, span)
    elif "quote" in _fields(record):
        yield Printed(f"{path}.quote", getattr(record, "quote", None) or "", span, part=True)
    elif "text" in _fields(record) and not isinstance(record, Provision | SubItem):
        yield Printed(f"{path}.text", getattr(record, "text", ""), span)


NAMELESS: Final = re.compile(r"第\d+列")


def _assert_the_rest_is_printed_too(power_list: PowerList, text: str) -> None:
    """Values without a span of their own are words of the text as well."""
    joined = _joined(text)
    for law in power_list.laws:
        assert _joined(law.citation) in joined
        assert all(value in law.citation for value in (law.name, law.document_number or "", law.rank_label or ""))
    titles = [block.text for block in power_list.blocks if block.kind == "title"]
    assert power_list.title == _joined(titles[0] if titles else "")  # of several lines one is made
    assert any(
        (power_list.authority or "") in words for words in (power_list.title, *(b.text for b in power_list.blocks))
    )
    headers = ["".join(block.text.split()) for block in power_list.blocks if block.kind == "header"]
    doubled = any(finding.code == "header-column-doubled" for finding in power_list.findings)
    for table in power_list.tables:
        assert (table.label or "") in table.caption
        assert (table.power_type or "") in table.caption
        columns = [column.heading for column in table.columns if not NAMELESS.fullmatch(column.heading)]
        # A column that no header prints has the name of its place, and so have those that may stand there instead.
        nameless = len(columns) < len(table.columns)
        assert not nameless or any(finding.code == "header-column-missing" for finding in power_list.findings)
        # A column that is printed twice, and has one cell in the rows, is one column: see header-column-doubled.
        part = doubled or nameless
        assert any(_in_order(columns, header) if part else header == "".join(columns) for header in headers)
    for item in power_list.items:
        assert item.place == f"第{text.count(chr(10), 0, item.span[0]) + 1}行"


def _in_order(words: Sequence[str], text: str) -> bool:
    """Whether *words* stand in *text* one after the other, whatever stands between them."""
    end = 0
    for word in words:
        start = text.find(word, end)
        if start < 0:
            return False
        end = start + len(word)
    return True


# --- 3 and 4: nothing invented, nothing lost on the way -------------------------------------------------------------

CELLS: Final = ("serial", "title", "sub_item", "department", "level", "remarks")


def assert_nothing_invented(power_list: PowerList) -> None:
    """A cell that is not there is null; where its column is there, a finding names the item or the header."""
    incomplete = {n for finding in power_list.findings if finding.code == "row-incomplete" for n in finding.items}
    # 子 where the other headers print 子项 is a column of its own; header-differs says which is meant.
    odd = [f.span for f in power_list.findings if f.code in {"header-column-missing", "header-differs"}]
    start = 0
    for table in power_list.tables:
        # Only a header of the same table says that its columns are not those of its rows.
        end = max([start, *(item.span[1] for item in table.items)])
        odd_header = any(span is None or start <= span[0] < end for span in odd)
        start = end
        columns = {column.field for column in table.columns}
        for item in table.items:
            missing = [field for field in CELLS if field not in item.spans]
            assert [field for field in CELLS if getattr(item, field) is None] == missing
            promised = columns.intersection(missing)
            assert not promised or item.number in incomplete or odd_header, f"item {item.number}: {promised}"


def assert_round_trip(power_list: PowerList) -> None:
    """JSON → model → JSON is identical."""
    written = power_list.model_dump_json()
    again = PowerList.model_validate_json(written)
    assert again == power_list
    assert again.model_dump_json() == written


def assert_whole(power_list: PowerList, text: str) -> None:
    """All that must be true of any list."""
    assert_tiled(power_list, text)
    assert_spans_hold(power_list, text)
    assert_nothing_invented(power_list)
    assert_round_trip(power_list)


@pytest.mark.parametrize("name", PUBLISHED)
class TestInvariants:
    """Of the lists that are not drawn."""

    def test_tiling(self, name: str) -> None:
        assert_tiled(read(PUBLISHED[name]), PUBLISHED[name])

    def test_spans(self, name: str) -> None:
        assert_spans_hold(read(PUBLISHED[name]), PUBLISHED[name])

    def test_nothing_invented(self, name: str) -> None:
        assert_nothing_invented(read(PUBLISHED[name]))

    def test_round_trip(self, name: str) -> None:
        assert_round_trip(read(PUBLISHED[name]))

    def test_blocks_items_and_the_white_space_between_are_the_text(self, name: str) -> None:
        """The same again without the helper: eat the text from front to back."""
        power_list, rest = read(PUBLISHED[name]), PUBLISHED[name]
        text = rest
        pieces = [block.span for block in power_list.blocks] + [item.span for item in power_list.items]
        for start, end in sorted(pieces):
            rest = rest.lstrip(WHITE)
            if start < end:
                assert rest.startswith(text[start:end])
                rest = rest[end - start :]
        assert not rest.strip(WHITE)


Falsifier = Callable[[PowerList], PowerList]


def _with_item(power_list: PowerList, number: int, **update: object) -> PowerList:
    tables = tuple(
        table.model_copy(
            update={
                "items": tuple(
                    each.model_copy(update=update) if each.number == number else each for each in table.items
                )
            }
        )
        for table in power_list.tables
    )
    return power_list.model_copy(update={"tables": tables})


@pytest.mark.parametrize(
    "falsify",
    [
        lambda p: p.model_copy(update={"blocks": p.blocks[1:]}),
        lambda p: p.model_copy(update={"blocks": (*p.blocks, p.blocks[0])}),
        lambda p: _with_item(p, 2, spans={k: v for k, v in p.items[1].spans.items() if k != "department"}),
        lambda p: _with_item(p, 2, basis=()),
        lambda p: _with_item(p, 2, title=f"{p.items[1].title}等"),
        lambda p: _with_item(p, 2, remarks="正式"),
        lambda p: _with_item(p, 2, place="第1行"),
        lambda p: _with_item(p, 2, department=None),
        lambda p: _with_item(p, 2, basis=p.items[0].basis),
        lambda p: p.model_copy(update={"title": "另一清单"}),
    ],
    ids=[
        "a block is lost",
        "a block stands twice",
        "a cell is lost",
        "a basis is lost",
        "a title says more than is printed",
        "a remark says something else",
        "a place is wrong",
        "a cell is null though printed",
        "a basis belongs to another item",
        "the title is invented",
    ],
)
def test_the_invariants_are_not_true_of_everything(falsify: Falsifier) -> None:
    power_list = falsify(read(PUBLISHED["small"]))
    with pytest.raises(AssertionError):
        assert_whole(power_list, PUBLISHED["small"])


# --- what is printed is what is read --------------------------------------------------------------------------------


@given(lists(), styles())
@settings(deadline=None, max_examples=35)
def test_a_list_is_read_as_what_it_says_whatever_its_layout(data: ListData, style: Style) -> None:
    text = print_list(data, style)
    power_list = read(text)
    assert read_back(power_list) == data
    assert_whole(power_list, text)


@pytest.mark.parametrize("rows", [1, 2, 30])
def test_a_list_without_surprises_has_no_findings(rows: int) -> None:
    data = regular_list(rows)
    power_list = read(print_list(data))
    assert read_back(power_list) == data
    assert power_list.findings == ()
    statuses = {
        reference.status for item in power_list.items for each in item.provisions for reference in each.references
    }
    assert statuses == {"quoted_here"}


@given(lists(min_rows=1, max_rows=3, max_tables=2), st.integers(1, 6), st.data())
@settings(deadline=None, max_examples=40)
def test_cells_that_are_cut_off_are_null_and_a_finding_says_so(data: ListData, cells: int, draw: st.DataObject) -> None:
    row = draw.draw(st.sampled_from(data.tables[-1].rows))
    kept = print_row(row).removeprefix("\t").split("\n\t")[:cells]
    text = print_list(data).replace(print_row(row), "\t" + "\n\t".join(kept).rstrip("\n") + "\n\n", 1)
    power_list = read(text)
    assert_whole(power_list, text)
    (short,) = [item for item in power_list.items if len(item.spans) < len(HEADINGS)]
    assert tuple(short.spans) == RowData._fields[:cells]
    assert all(getattr(short, field) is None for field in RowData._fields[cells:] if field != "basis")
    assert [finding.items for finding in power_list.findings if finding.code == "row-incomplete"] == [(short.number,)]
    assert len(power_list.items) == sum(len(each.rows) for each in data.tables)


CONTROLS: Final = [
    ("\x0b", "Word's line break"),
    ("\x0c", "a page break"),
    ("\x1f", "a control character"),
    ("\u0085", "next line"),
    ("\u2028", "a line separator"),
]


@pytest.mark.parametrize("control", [pytest.param(each, id=f"U+{ord(each):04X}: {why}") for each, why in CONTROLS])
@pytest.mark.parametrize("around", ["悬{}挂", "悬\n{}挂", "悬{}\n挂", "悬\n\n{}\n挂"])
def test_control_characters_are_kept_wherever_they_stand(control: str, around: str) -> None:
    title = f"对在古桥上{around.format(control)}重物的处罚"
    text = print_list(regular_list(2)).replace("对未按要求看护第2座古桥的处罚", title)
    power_list = read(text)
    assert power_list.items[1].title == title.replace("\n", "")
    assert_whole(power_list, text)
    assert "control-character" in {finding.code for finding in power_list.findings}


# --- numbers, counts and ids ----------------------------------------------------------------------------------------


@given(lists(max_rows=4), styles())
@settings(deadline=None, max_examples=20)
def test_numbers_run_through_the_list_and_serials_are_as_printed(data: ListData, style: Style) -> None:
    power_list = read(print_list(data, style))
    rows = [row for table in data.tables for row in table.rows]
    assert [item.number for item in power_list.items] == list(range(1, len(rows) + 1))
    assert [item.serial for item in power_list.items] == [row.serial for row in rows]
    for item in power_list.items:
        assert [each.ordinal for each in item.provisions] == list(range(1, len(item.provisions) + 1))
    assert len({item.id for item in power_list.items}) == len(rows)


@pytest.mark.parametrize(("declared", "found"), [(2, False), (3, True), (1, True), (0, True), (None, False)])
def test_the_declared_count_is_kept_and_compared(declared: int | None, found: bool) -> None:
    data = regular_list(2)
    power_list = read(print_list(data._replace(tables=(data.tables[0]._replace(declared_count=declared),))))
    assert power_list.tables[0].declared_count == declared
    assert len(power_list.items) == 2
    assert [finding.severity for finding in power_list.findings if finding.code == "count-mismatch"] == [
        "error"
    ] * found


def _ids(*rows: RowData, power_type: str = "行政处罚", title: str = "云溪市古桥管理局权责清单") -> list[str]:
    data = regular_list(1)
    table = data.tables[0]._replace(rows=rows, power_type=power_type, declared_count=len(rows))
    return [item.id for item in read(print_list(data._replace(title=title, tables=(table,)))).items]


ROW: Final = regular_row(1)
OTHER_LAW: Final = BasisData(LawData("风铃管理办法"), ROW.basis[0].provisions[:1])


def test_an_id_is_the_digest_of_what_the_design_says() -> None:
    """SHA-256 of authority, power type, law names in order, title and sub-item, without white space."""
    (item_id,) = _ids(ROW)
    parts = ["云溪市古桥管理局", "行政处罚", "云溪市古桥守护条例", ROW.title, ROW.sub_item]
    assert item_id == hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@pytest.mark.parametrize(
    "row",
    [
        ROW._replace(serial="７"),
        ROW._replace(serial=""),
        ROW._replace(department="风物科"),
        ROW._replace(level="县级"),
        ROW._replace(remarks="试行"),
        ROW._replace(basis=(ROW.basis[0]._replace(provisions=ROW.basis[0].provisions[:1]),)),
        ROW._replace(title=f"{ROW.title[:5]}\n\n{ROW.title[5:]}"),
        ROW._replace(title=f"{ROW.title[:5]} 　{ROW.title[5:]} "),
    ],
    ids=["serial", "no serial", "department", "level", "remarks", "articles quoted", "a line break", "spaces"],
)
def test_a_change_that_keeps_the_id(row: RowData) -> None:
    assert _ids(row) == _ids(ROW)


def test_changes_that_give_another_id() -> None:
    rows = {
        "as it is": ROW,
        "another title": ROW._replace(title=ROW.title + "等"),
        "a sub-item": ROW._replace(sub_item="日常巡查"),
        "another law": ROW._replace(basis=(OTHER_LAW,)),
        "one law more": ROW._replace(basis=(*ROW.basis, OTHER_LAW)),
        "the two in another order": ROW._replace(basis=(OTHER_LAW, *ROW.basis)),
        "no law": ROW._replace(basis=()),
    }
    ids = {why: _ids(row)[0] for why, row in rows.items()}
    assert len(set(ids.values())) == len(rows), ids


def test_power_type_and_authority_are_part_of_the_id() -> None:
    assert len({*_ids(ROW), *_ids(ROW, power_type="行政许可"), *_ids(ROW, title="云溪市风物局权责清单")}) == 3


def test_true_duplicates_are_numbered() -> None:
    first, second, third, other = _ids(ROW, ROW._replace(serial="2"), ROW, regular_row(2))
    assert (second, third) == (f"{first}#2", f"{first}#3")
    assert "#" not in first + other


@given(lists(min_rows=1, max_rows=4), styles(), styles())
@settings(deadline=None, max_examples=20)
def test_ids_do_not_depend_on_layout(data: ListData, one: Style, other: Style) -> None:
    assert [item.id for item in read(print_list(data, one)).items] == [
        item.id for item in read(print_list(data, other)).items
    ]


def test_an_item_keeps_its_id_when_another_is_put_before_it() -> None:
    assert _ids(regular_row(2)._replace(serial="1"), ROW._replace(serial="2"))[1] == _ids(ROW)[0]


# --- doors ----------------------------------------------------------------------------------------------------------


def test_a_file_its_bytes_and_its_text_are_one_list(tmp_path: Path) -> None:
    path = tmp_path / "清单.txt"
    text = print_list(regular_list(3))
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    from_file = parse(path)
    from_bytes, canonical = parse_source(path.read_bytes(), "清单.txt")
    assert from_file == from_bytes == parse_bytes(path.read_bytes(), "清单.txt")
    assert canonical == text
    assert from_file.source.model_dump() == {
        "file": "清单.txt",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "encoding": "utf-8-sig",
        "format": "text",
        "characters": len(text),
    }
    assert from_file.model_copy(update={"source": None}) == read(text).model_copy(update={"source": None})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("\n\n \n", 1),
        ("关于印发权责清单的通知\n", 1),
        ("\n\n关于印发权责清单的通知\n", 3),
        ("云溪市古桥管理局权责清单\n" + print_row(ROW), 1),
        ("\n\t序号\n\t子项\n\t备注\n\n" + print_row(ROW), 2),
        (print_header().replace("\t", ""), 1),
        (print_list(regular_list(2)).replace("\n\t", "\n|"), 1),
    ],
    ids=[
        "empty",
        "blank",
        "prose",
        "prose after blank lines",
        "rows without a header",
        "a header without title and basis",
        "a header without tabs",
        "pipes for tabs",
    ],
)
def test_a_text_without_a_header_is_no_power_list(text: str, line: int) -> None:
    with pytest.raises(NotAPowerList) as caught:
        read(text)
    message = str(caught.value)
    assert message.startswith("made-up.txt：")
    assert f"第{line}行" in message
    assert "请" in message
    assert caught.value.exit_code is ExitCode.NOT_A_POWER_LIST


def test_a_header_without_rows_is_a_power_list() -> None:
    power_list = read("云溪市古桥管理局权责清单\n表一：行政处罚（共0项）\n" + print_header())
    assert power_list.items == ()
    assert [block.kind for block in power_list.blocks] == ["title", "caption", "header"]
    assert power_list.findings == ()


# --- lists with damage ----------------------------------------------------------------------------------------------


class Damage(NamedTuple):
    """One thing that happens to a text on its way: where (0 to 1), how much, and what is put there."""

    kind: str
    where: float
    size: int
    added: str


_ADDED: Final = (
    *("\n", "\n\n", "\t", "\n\t", "\t\n", " ", "\u3000", "\x00", "\x0b", "\u2028", "\r"),
    *("第九条", "第十十八条", "第二款\u3000", "第三条之一", "至", "、", "前款", "本条第一款", "（一）", "（十）", "："),
    *("《", "》", "《》", "《风铃条例》", "（", "）", "【法律】", "1.", "1", "２"),
    *("表三：其他（共2项）\n", "附件2\n", "注：见下。\n", "\n\t序号\n", "\n\t设定依据\n", print_header()),
)

_DAMAGES: Final = st.lists(
    st.builds(
        Damage,
        st.sampled_from(("lose", "repeat", "insert", "lose lines", "repeat lines", "move lines", "end", "begin")),
        st.floats(0, 1, exclude_max=True),
        st.integers(1, 12),
        st.sampled_from(_ADDED),
    ),
    min_size=1,
    max_size=5,
)


def _damaged(text: str, damages: Sequence[Damage]) -> str:
    for damage in damages:
        text = _damage(text, damage)
    return text.replace("\r\n", "\n")


def _damage(text: str, damage: Damage) -> str:
    at = int(damage.where * len(text))
    lines = text.splitlines(keepends=True)
    line = int(damage.where * len(lines))
    before, cut, after = lines[:line], lines[line : line + damage.size], lines[line + damage.size :]
    results = {
        "lose": text[:at] + text[at + damage.size :],
        "repeat": text[: at + damage.size] + text[at:],
        "insert": text[:at] + damage.added + text[at:],
        "lose lines": "".join(before + after),
        "repeat lines": "".join(before + cut + cut + after),
        "move lines": "".join(before + after + cut),
        "end": text[:at],
        "begin": text[at // 3 :],
    }
    return results[damage.kind]


def _assert_read_or_refused(text: str) -> None:
    try:
        power_list = read(text)
    except PipelineError:
        return
    assert_whole(power_list, text)


def test_a_label_of_the_list_that_strayed_into_the_last_cell_is_not_lost() -> None:
    """附件： below the last row: an entry of an annex without text, colon and all."""
    text = PUBLISHED["annex"].removeprefix("附件：")
    _assert_read_or_refused(f"{text.rstrip()}\n附件：\n")


@given(_DAMAGES)
@settings(deadline=None, max_examples=40)
def test_the_annex_with_damage_is_read_or_refused(damages: list[Damage]) -> None:
    _assert_read_or_refused(_damaged(PUBLISHED["annex"], damages))


@given(_DAMAGES)
@settings(deadline=None, max_examples=200)
def test_the_small_list_with_damage_is_read_or_refused(damages: list[Damage]) -> None:
    _assert_read_or_refused(_damaged(PUBLISHED["small"], damages))


@given(lists(min_rows=1, max_rows=3, max_tables=2), styles(), _DAMAGES)
@settings(deadline=None, max_examples=40)
def test_a_drawn_list_with_damage_is_read_or_refused(data: ListData, style: Style, damages: list[Damage]) -> None:
    _assert_read_or_refused(_damaged(print_list(data, style), damages))


@given(st.text(st.sampled_from("\t\n 　序号权责事项设定依据备注1第九条款《》（）一：。"), max_size=80))
@settings(deadline=None, max_examples=100)
def test_a_header_with_anything_below_it_is_read(below: str) -> None:
    text = print_header() + "\t" + below
    assert_whole(read(text), text)


@pytest.mark.parametrize("gap", ["\u3000\t", "\t", "：\t", " \t\u3000"])
def test_a_tab_behind_a_label_is_no_word_of_the_text(gap: str) -> None:
    power_list = rows.parsed(rows.listed(rows.row(f"第三条{gap}甲。\n第四条　第二款{gap}乙。")))
    assert [provision.text for provision in power_list.items[0].provisions] == ["甲。", "乙。"]


def test_what_a_narrow_column_broke_is_read_whole() -> None:
    """Text, references and figures across a break are those of the sentence; 前款 counts paragraphs, not lines."""
    text = rows.listed(
        rows.row(
            "第二十一条　养护人违反本条例第\n九条规定的，处一千元以上五\n 千元以下罚款：\n\n（一）未检\n查的。\n\n"
            "桥户有前款所列\n行为的，给予警告。"
        )
    )
    power_list = rows.parsed(text)
    assert_spans_hold(power_list, text)
    (provision,) = power_list.items[0].provisions
    assert provision.text == (
        "养护人违反本条例第九条规定的，处一千元以上五千元以下罚款：\n（一）未检查的。\n桥户有前款所列行为的，给予警告。"
    )
    assert [paragraph.text for paragraph in provision.paragraphs] == [
        "养护人违反本条例第九条规定的，处一千元以上五千元以下罚款：",
        "桥户有前款所列行为的，给予警告。",
    ]
    assert [part.text for part in provision.paragraphs[0].subparagraphs] == ["未检查的。"]
    cited, before = provision.references
    assert (cited.text, str(cited.target)) == ("第九条", "第九条")
    assert text[slice(*cited.span)] == "第\n九条"
    assert (before.text, str(before.target)) == ("前款", "第二十一条第一款")
    fine, warning = provision.sanctions
    assert fine.fine is not None
    assert (fine.fine.min, fine.fine.max) == (1000, 5000)
    assert text[slice(*fine.span)] == "处一千元以上五\n 千元以下罚款"
    assert text[slice(*warning.span)] == "警告"


def test_a_cell_of_every_kind_may_be_empty() -> None:
    text = print_header() + print_cells([""] * len(HEADINGS)) + print_cells(["1"] + [""] * (len(HEADINGS) - 1))
    power_list = read(text)
    assert_whole(power_list, text)
    assert [item.title for item in power_list.items] == ["", ""]
    assert power_list.items[0].basis == ()


def test_a_path_may_be_words() -> None:
    assert parse(str(ANNEX)) == parse(ANNEX)
