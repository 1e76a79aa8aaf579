"""What the readers found → laws, tables and items of the data contract, references resolved.

Knows how the parts fit together: numbers, ids, spans, texts. Does not know how a part is read, nor what is wrong.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.assembly.heading import read_heading
from pipeline.assembly.laws import Laws
from pipeline.assembly.provisions import (
    Draft,
    Fields,
    Read,
    Readings,
    in_source,
    nameless,
    provision_fields,
    quotations,
    read_provision,
)  # fmt: skip
from pipeline.assembly.reached import penalties
from pipeline.assembly.registered import Consulted, as_registered, consult, dates_meant, known_versions
from pipeline.assembly.sub_items import sub_items
from pipeline.basis import read_basis
from pipeline.layout import Layout, Row, TableRows
from pipeline.model import Block, Column, Item, Law, Location, OfficialText, Table
from pipeline.patterns import lazy_regex
from pipeline.penalties import is_penal
from pipeline.readers import WHITE, Grid
from pipeline.references import FoundReference
from pipeline.register import Judged
from pipeline.resolve import OTHER_LAW, UNRESOLVED, Index, Place
from pipeline.words.cells import LEVEL, ORGAN

if TYPE_CHECKING:
    from pipeline.assembly.beside import Beside
    from pipeline.statutes import Laid, Statute, Texts

_BREAK: Final = lazy_regex(rf"[{WHITE}]*\n[{WHITE}]*")
_WHOLE_LINES: Final = {"department": ORGAN, "handling_unit": ORGAN, "level": LEVEL}
_LONGEST_UNITS: Final = 400
_GOES_ON: Final = "、，,；;/和及与"
_ONE_LINE_FIELDS: Final = frozenset(
    {"serial", "title", "sub_item", "power_type", "department", "handling_unit", "level"}
)
_PLAIN_FIELDS: Final = (
    "serial", "title", "sub_item", "department", "handling_unit", "level", "responsibilities", "accountability",
    "remarks",
)  # fmt: skip


class Assembled(NamedTuple):
    """The parts of a PowerList that come from the source itself; ``statutes`` are its texts, read, by their ids.

    ``held`` are all official texts of the laws it quotes, by the ids of these; ``laid`` are the texts that each law as
    cited was laid beside.
    """

    title: str
    authority: str | None
    laws: tuple[Law, ...]
    texts: tuple[OfficialText, ...]
    statutes: Mapping[str, Statute]
    held: Mapping[str, Sequence[Statute]]
    laid: Mapping[tuple[str, str], Laid]
    tables: tuple[Table, ...]
    blocks: tuple[Block, ...]
    judged: Judged | None
    """What the register says; None where it was not asked."""


class _Whole(NamedTuple):
    """What every item of a list is assembled with."""

    grid: Grid
    laws: Laws
    quotations: Index
    authority: str | None
    seen: dict[str, int]
    located: dict[tuple[Place, ...], tuple[Location, ...]]
    beside: Beside | None
    judged: Judged | None


def assemble(grid: Grid, layout: Layout, texts: Texts | None = None, consulted: Consulted | None = None) -> Assembled:
    """Build everything but the findings from *layout* over *grid*. The order of items is the order of rows.

    Where there are *texts*, official ones, what is quoted is laid beside them; where a register is to be *consulted*,
    it is asked what became of it.
    """
    text = grid.text
    laws = Laws()
    read: deque[list[Read]] = deque()
    readings: Readings = {}
    for row in (row for table in layout.tables for row in table.rows):
        bases = [basis for span in row.bases for basis in read_basis(text, *span)]
        parts = [
            Read(laws.register(basis), basis, [read_provision(text, found, readings) for found in basis.provisions])
            for basis in bases
        ]
        read.append(parts)
    index = Index(quotation for number, parts in enumerate(read, 1) for quotation in quotations(number, parts))
    heading = read_heading(text, layout)
    beside = None
    if texts:
        from pipeline.assembly.beside import Beside  # noqa: PLC0415 - most lists have no texts to be laid beside

        known = texts.knowing(known_versions(consulted.register)) if consulted else texts
        beside = Beside(known, laws.by_id, read, partial(dates_meant, consulted.register) if consulted else None)
    judged = consult(consulted, read, laws, beside) if consulted else None
    whole = _Whole(grid, laws, index, heading.authority, {}, {}, beside, judged)
    tables: list[Table] = []
    number = 0
    for table in layout.tables:
        items: list[Item] = []
        kind = (table.caption.power_type if table.caption else None) or heading.power_type
        for row in table.rows:
            number += 1
            items.append(_item(whole, number, kind, row, read.popleft()))
        tables.append(_table(text, table, kind, items))
    blocks = tuple(
        Block(kind=block.kind, text=text[block.span[0] : block.span[1]], span=block.span) for block in layout.blocks
    )
    laid = (tuple(beside.texts), beside.statutes, beside.held, beside.laid) if beside else ((), {}, {}, {})
    return Assembled(
        heading.title, heading.authority, as_registered(laws, judged), *laid, tuple(tables), blocks, judged
    )


def _table(text: str, table: TableRows, kind: str | None, items: Sequence[Item]) -> Table:
    caption = table.caption
    return Table(
        label=caption.label if caption else None,
        caption=text[caption.span[0] : caption.span[1]] if caption else "",
        power_type=kind,
        declared_count=caption.declared_count if caption else None,
        span=caption.span if caption else None,
        columns=tuple(
            Column.model_validate({"field": column.field, "heading": column.heading, "spanned": column.spanned})
            for column in table.columns
        ),
        items=tuple(items),
    )


def _value(grid: Grid, field: str, span: tuple[int, int], starts: Iterable[int] = ()) -> str:
    """The words of a cell; line breaks inside a name are the column's width, in other cells they are kept.

    Kept too are those between rows of the file that are one item, those before the *starts* of numbered sub-items,
    and those between units, or levels, each whole on its line: 法规科⏎审批科.
    """
    value = grid.text[span[0] : span[1]]
    if "\n" not in value:
        return value
    if field in _ONE_LINE_FIELDS and not _has_whole_lines(field, value):
        cuts = grid.joins[bisect_left(grid.joins, span[0]) : bisect_left(grid.joins, span[1])]
        edges = sorted({*span, *cuts, *starts})
        parts = (_BREAK.sub("", grid.text[start:end].strip(WHITE)) for start, end in pairwise(edges))
        return "\n".join(part for part in parts if part)
    return _BREAK.sub("\n", value)


def _has_whole_lines(field: str, value: str) -> bool:
    whole = _WHOLE_LINES.get(field)
    if whole is None or len(value) > _LONGEST_UNITS:
        return False
    *lines, last = [line for line in (line.strip(WHITE) for line in value.split("\n")) if line]
    return all(whole.fullmatch(line) for line in (*lines, last)) and all(line[-1] not in _GOES_ON for line in lines)


def _item(whole: _Whole, number: int, kind: str | None, row: Row, parts: Sequence[Read]) -> Item:
    values = _said(whole.grid, [each.fields for each in (row, *row.further)])
    power_type = values.get("power_type") or kind
    roles = (draft.reading.role for part in parts for draft in part.drafts)
    basis = _resolved(whole, number, parts, penal=is_penal(power_type, values.get("title"), roles))
    names = [whole.laws.by_id[part["law"]].name for part in basis if part["law"]]
    identity = _identity([whole.authority, power_type, *names, values.get("title"), values.get("sub_item")])
    count = whole.seen[identity] = whole.seen.get(identity, 0) + 1
    subs = sub_items(whole.grid.text, row, basis)
    if len(subs) > 1 and not row.further and values.get("sub_item"):
        values["sub_item"] = _value(
            whole.grid, "sub_item", row.fields["sub_item"], _on_own_lines(whole.grid.text, subs)
        )
    fields: Fields = {
        "id": identity if count == 1 else f"{identity}#{count}",
        "number": number,
        **{field: values.get(field) for field in _PLAIN_FIELDS},
        "sub_items": subs,
        "power_type": power_type,
        "basis": basis,
        "penalties": penalties(parts, basis),
        "extra": _said(whole.grid, [each.extra for each in (row, *row.further)]),
        "place": whole.grid.place(row.span[0]),
        "span": row.span,
        "spans": {**row.fields, **{f"extra:{heading}": span for heading, span in row.extra.items()}},
    }
    for below in row.further:
        _add_spans(below, fields["spans"])
    return Item.model_validate(fields)


def _on_own_lines(text: str, subs: Sequence[Fields]) -> Iterator[int]:
    """Where those of numbered sub-items start that stand at the beginning of a line."""
    for one, other in pairwise(subs):
        if "\n" in text[one["span"][1] : other["span"][0]]:
            yield other["span"][0]


def _said(grid: Grid, rows: Sequence[Mapping[str, tuple[int, int]]]) -> dict[str, str]:
    """What the *rows* of an item say in each column but the law's: what all of them say once, else a line for each that
    says something, as where they are rows of a file."""
    result: dict[str, str] = {}
    for name in {name: None for row in rows for name in row if name != "basis"}:
        said = [words for words in (_value(grid, name, row[name]) for row in rows if name in row) if words]
        result[name] = "\n".join(said if len({*said}) > 1 else said[:1])
    return result


def _add_spans(below: Row, spans: dict[str, tuple[int, int]]) -> None:
    """Where the cells of a further row of an item stand: sub_item#2, level#2; level, where no row above says any."""
    for name, span in [*below.fields.items(), *((f"extra:{name}", span) for name, span in below.extra.items())]:
        above = spans.get(name)
        if above is None or (above[0] == above[1] and span[0] < span[1]):
            spans[name] = span
        elif span[0] < span[1]:
            number = next(number for number in count(2) if f"{name}#{number}" not in spans)
            spans[f"{name}#{number}"] = span


def _identity(parts: Sequence[str | None]) -> str:
    """Design §4: 16 hex digits over the parts, white space removed; renumbering and layout do not change it."""
    joined = "\x1f".join("".join((part or "").split()) for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


def _resolved(whole: _Whole, item: int, parts: Sequence[Read], *, penal: bool) -> list[Fields]:
    result: list[Fields] = []
    ordinal = 0
    for part in parts:
        provisions: list[Fields] = []
        for draft in part.drafts:
            ordinal += 1
            references = [_reference(whole, item, part.law, draft, reference) for reference in draft.reading.references]
            current = whole.judged.current.get((item, ordinal)) if whole.judged else None
            fields = provision_fields(whole.grid.text, ordinal, draft, references, current, penal=penal)
            if whole.beside is not None:
                fields["collation"] = whole.beside.collation(part, draft)
            provisions.append(fields)
        citation = part.basis.law
        result.append(
            {
                "law": part.law,
                "citation": citation.citation if citation else "",
                "span": part.basis.span,
                "spans": {"citation": citation.span} if citation else {},
                "provisions": provisions,
            }
        )
    return result


def _reference(whole: _Whole, item: int, own_law: str | None, draft: Draft, found: FoundReference) -> Fields:
    law = whole.laws.named(found.law_name) if found.law_name is not None else own_law
    if found.target is None:
        resolution = UNRESOLVED
    elif law is None and found.law_name is not None:
        resolution = OTHER_LAW
    else:
        resolution = whole.quotations.resolve(item, law or nameless(item), found.target)
    return {
        "text": found.text,
        "span": in_source(draft, found.span),
        "base": found.base,
        "law": law,
        "law_name": found.law_name,
        "target": found.target,
        "status": resolution.status,
        "found_in": _located(whole, resolution.found_in),
        "found_count": resolution.found_count,
    }


def _located(whole: _Whole, places: tuple[Place, ...]) -> tuple[Location, ...]:
    """*places* as nouns; the same places are the same nouns, however many references name them."""
    known = whole.located.get(places)
    if known is None:
        known = tuple(Location(item=place.item, ordinal=place.ordinal) for place in places)
        whole.located[places] = known
    return known
