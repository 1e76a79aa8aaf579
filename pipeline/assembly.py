"""What the readers found → laws, tables and items of the data contract, references resolved.

Knows how the parts fit together: numbers, ids, spans, texts. Does not know how a part is read, nor what is wrong.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

import regex

from pipeline.basis import BasisText, ParagraphText, ProvisionText, read_basis
from pipeline.layout import Layout, Row, TableRows
from pipeline.model import Block, Column, Item, Law, Table
from pipeline.penalties import find_sanctions, role_of
from pipeline.readers import Grid
from pipeline.references import FoundReference, find_references
from pipeline.resolve import OTHER_LAW, UNRESOLVED, Index, Portion, Quotation
from pipeline.words import tables as words

Fields: TypeAlias = dict[str, Any]
"""A noun before it is one: an item and all that is in it is validated in a single pass, four times as fast as noun by
noun. Nothing skips validation."""

_BREAK: Final = regex.compile(r"[ \t\u00a0\u3000]*\n\s*")
_ONE_LINE_FIELDS: Final = frozenset({"serial", "title", "sub_item", "power_type", "department", "level"})
_NATION: Final = "中华人民共和国"


class Assembled(NamedTuple):
    """The parts of a PowerList that come from the source itself."""

    title: str
    authority: str | None
    laws: tuple[Law, ...]
    tables: tuple[Table, ...]
    blocks: tuple[Block, ...]


class _Draft(NamedTuple):
    """A provision whose references are found but not resolved; ``starts`` maps its text's lines to the source."""

    found: ProvisionText
    text: str
    references: list[FoundReference]
    starts: tuple[list[int], list[int]]


class _Laws:
    """The laws of a list by name, numbered by first appearance."""

    def __init__(self) -> None:
        self.by_id: dict[str, Law] = {}
        self._ids: dict[str, str] = {}

    def register(self, basis: BasisText) -> str | None:
        found = basis.law
        if found is None:
            return None
        key = _law_key(found.name)
        if key not in self._ids:
            law_id = self._ids[key] = f"law-{len(self._ids) + 1}"
            self.by_id[law_id] = Law(
                id=law_id,
                name=found.name,
                citation=found.citation,
                document_number=found.document_number,
                effective_on=found.effective_on,
                adopted_on=found.adopted_on,
                rank_label=found.rank_label,
            )
        return self._ids[key]

    def named(self, name: str) -> str | None:
        """The id of a law as a reference names it: 中华人民共和国 may be left out on either side."""
        key = _law_key(name)
        return self._ids.get(key) or self._ids.get(key.removeprefix(_NATION)) or self._ids.get(_NATION + key)


def _law_key(name: str) -> str:
    return "".join(name.split())


class _Read(NamedTuple):
    """One law of one item, read but not resolved: its id, what basis.py found, and its provisions."""

    law: str | None
    basis: BasisText
    drafts: list[_Draft]


class _Whole(NamedTuple):
    """What every item of a list is assembled with."""

    grid: Grid
    laws: _Laws
    quotations: Index
    authority: str | None
    seen: dict[str, int]


def assemble(grid: Grid, layout: Layout) -> Assembled:
    """Build everything but the findings from *layout* over *grid*. The order of items is the order of rows."""
    text = grid.text
    laws = _Laws()
    read: list[list[_Read]] = []
    for row in (row for table in layout.tables for row in table.rows):
        span = row.fields.get("basis")
        found = read_basis(text, *span) if span else []
        read.append(
            [_Read(laws.register(basis), basis, [_draft(text, p) for p in basis.provisions]) for basis in found]
        )
    index = Index(quotation for number, parts in enumerate(read, 1) for quotation in _quotations(text, number, parts))
    title, authority = _title(text, layout)
    whole = _Whole(grid, laws, index, authority, {})
    tables: list[Table] = []
    number = 0
    for table in layout.tables:
        items: list[Item] = []
        for row in table.rows:
            number += 1
            items.append(_item(whole, number, table, row, _resolved(whole, number, read[number - 1])))
        tables.append(_table(text, table, items))
    blocks = tuple(
        Block(kind=block.kind, text=text[block.span[0] : block.span[1]], span=block.span) for block in layout.blocks
    )
    return Assembled(title, authority, tuple(laws.by_id.values()), tuple(tables), blocks)


def _title(text: str, layout: Layout) -> tuple[str, str | None]:
    """The list's title as printed and the authority it names: what stands before 权责清单 and its like."""
    for block in layout.blocks:
        if block.kind == "title":
            title = text[block.span[0] : block.span[1]]
            match = words.TITLE.fullmatch(title)
            return title, (match["authority"].strip() or None) if match else None
    return "", None


def _table(text: str, table: TableRows, items: Sequence[Item]) -> Table:
    caption = table.caption
    return Table(
        label=caption.label if caption else None,
        caption=text[caption.span[0] : caption.span[1]] if caption else "",
        power_type=caption.power_type if caption else None,
        declared_count=caption.declared_count if caption else None,
        span=caption.span if caption else None,
        columns=tuple(Column.model_validate(column._asdict()) for column in table.columns),
        items=tuple(items),
    )


# --- items ----------------------------------------------------------------------------------------------------------


def _value(text: str, field: str, span: tuple[int, int]) -> str:
    """The words of a cell; line breaks inside a name are the column's width, in other cells they are kept."""
    value = text[span[0] : span[1]]
    return _BREAK.sub("" if field in _ONE_LINE_FIELDS else "\n", value) if "\n" in value else value


def _item(whole: _Whole, number: int, table: TableRows, row: Row, basis: list[Fields]) -> Item:
    text = whole.grid.text
    values = {field: _value(text, field, span) for field, span in row.fields.items() if field != "basis"}
    caption_type = table.caption.power_type if table.caption else None
    power_type = values.get("power_type") or caption_type
    names = [whole.laws.by_id[part["law"]].name for part in basis if part["law"]]
    identity = _identity([whole.authority, power_type, *names, values.get("title"), values.get("sub_item")])
    count = whole.seen[identity] = whole.seen.get(identity, 0) + 1
    fields: Fields = {
        "id": identity if count == 1 else f"{identity}#{count}",
        "number": number,
        **{field: values.get(field) for field in ("serial", "title", "sub_item", "department", "level", "remarks")},
        "power_type": power_type,
        "basis": basis,
        "extra": {heading: _value(text, heading, span) for heading, span in row.extra.items()},
        "place": whole.grid.place(row.span[0]),
        "span": row.span,
        "spans": {**row.fields, **{f"extra:{heading}": span for heading, span in row.extra.items()}},
    }
    return Item.model_validate(fields)


def _identity(parts: Sequence[str | None]) -> str:
    """Design §4: 16 hex digits over the parts, white space removed; renumbering and layout do not change it."""
    joined = "\x1f".join("".join((part or "").split()) for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


# --- provisions -----------------------------------------------------------------------------------------------------


def _draft(text: str, found: ProvisionText) -> _Draft:
    lines = [text[start:end] for start, end in found.lines]
    inner, offset = [], 0
    for line in lines:
        inner.append(offset)
        offset += len(line) + 1
    joined = "\n".join(lines)
    own = found.addresses[0] if found.addresses else None
    references = find_references(joined, article=own)
    return _Draft(found, joined, references, (inner, [start for start, _ in found.lines]))


def _quotations(text: str, item: int, parts: Sequence[_Read]) -> Iterator[Quotation]:
    ordinal = 0
    for part in parts:
        for draft in part.drafts:
            ordinal += 1
            addresses = draft.found.addresses
            if addresses:
                portions = tuple(_portion(text, paragraph) for paragraph in draft.found.paragraphs)
                yield Quotation(item, ordinal, part.law or _nameless(item), addresses, portions, _bare(draft.text))


def _nameless(item: int) -> str:
    """The key of the law that item *item* quotes without naming it; another item's may be another law."""
    return f"item-{item}"


def _bare(text: str) -> str:
    return "".join(text.split())


def _portion(text: str, paragraph: ParagraphText) -> Portion:
    end = paragraph.items[-1].span[1] if paragraph.items else paragraph.span[1]
    return Portion(paragraph.number, tuple(i.number for i in paragraph.items), _bare(text[paragraph.span[0] : end]))


def _resolved(whole: _Whole, item: int, parts: Sequence[_Read]) -> list[Fields]:
    result: list[Fields] = []
    ordinal = 0
    for part in parts:
        provisions: list[Fields] = []
        for draft in part.drafts:
            ordinal += 1
            references = [_reference(whole, item, part.law, draft, reference) for reference in draft.references]
            provisions.append(_provision(whole.grid.text, ordinal, draft, references))
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


def _provision(text: str, ordinal: int, draft: _Draft, references: list[Fields]) -> Fields:
    found = draft.found
    role = role_of(draft.text)
    spans = [span for span in (found.label, *found.lines) if span]
    named = {"label": found.label} if found.label else {}
    if found.lines:
        named["text"] = (found.lines[0][0], found.lines[-1][1])
    sanctions = find_sanctions(draft.text) if role == "penalty" else ()
    return {
        "ordinal": ordinal,
        "label": text[found.label[0] : found.label[1]] if found.label else "",
        "addresses": found.addresses,
        "role": role,
        "text": draft.text,
        "paragraphs": [_paragraph(text, paragraph) for paragraph in found.paragraphs],
        "references": references,
        "sanctions": [
            {"kind": sanction.kind, "text": sanction.text, "span": _in_source(draft, sanction.span)}
            for sanction in sanctions
        ],
        "span": (spans[0][0], spans[-1][1]),
        "spans": named,
    }


def _paragraph(text: str, found: ParagraphText) -> Fields:
    return {
        "number": found.number,
        "text": text[found.span[0] : found.span[1]],
        "span": found.span,
        "subparagraphs": [
            {
                "label": item.label,
                "number": item.number,
                "text": text[item.text_start : item.span[1]],
                "span": item.span,
            }
            for item in found.items
        ],
    }


def _in_source(draft: _Draft, span: tuple[int, int]) -> tuple[int, int]:
    """A span of the provision's text as a span of the canonical text; it does not cross a line."""
    inner, outer = draft.starts
    line = bisect_right(inner, span[0]) - 1 if len(inner) > 1 else 0
    shift = outer[line] - inner[line]
    return (span[0] + shift, span[1] + shift)


def _reference(whole: _Whole, item: int, own_law: str | None, draft: _Draft, found: FoundReference) -> Fields:
    law = whole.laws.named(found.law_name) if found.law_name is not None else own_law
    if found.target is None:
        resolution = UNRESOLVED
    elif law is None and found.law_name is not None:
        resolution = OTHER_LAW
    else:
        resolution = whole.quotations.resolve(item, law or _nameless(item), found.target)
    return {
        "text": found.text,
        "span": _in_source(draft, found.span),
        "base": found.base,
        "law": law,
        "law_name": found.law_name,
        "target": found.target,
        "status": resolution.status,
        "found_in": [{"item": place.item, "ordinal": place.ordinal} for place in resolution.found_in],
        "found_count": resolution.found_count,
    }
