"""One provision: from what basis.py found to what resolution asks and the data contract holds.

Knows how lines become text and how spans of that text become spans of the source. Does not know other items.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from pydantic import TypeAdapter

from pipeline.address import Address
from pipeline.basis import BasisText, ParagraphText, ProvisionText
from pipeline.model import Current, Fine, Role, Sanction
from pipeline.penalties import FoundSanction, find_sanctions, role_beside_penalties, role_of
from pipeline.readers import content
from pipeline.references import FoundReference, find_references
from pipeline.resolve import Portion, Quotation, Wording
from pipeline.variants import bare

_SANCTIONS: Final = TypeAdapter(tuple[Sanction, ...])

Fields: TypeAlias = dict[str, Any]
"""A noun before it is one: an item and all that is in it is validated in a single pass, four times as fast as noun by
noun. Nothing skips validation."""


class Reading(NamedTuple):
    """What a provision says wherever it is quoted: its text, and what is found in it; spans are those of the text."""

    addresses: tuple[Address, ...]
    text: str
    wording: Wording
    role: Role
    references: list[FoundReference]
    sanctions: tuple[FoundSanction, ...]
    fines: tuple[Fine | None, ...]
    """For each sanction what it amounts to: the same in every item, and so validated once."""


Readings: TypeAlias = dict[str, Reading]
"""Readings by text: many items quote the same provision, and what it says is read once."""


class Draft(NamedTuple):
    """A provision whose references are found but not resolved.

    ``starts`` are where the pieces of its text begin, in the text and in the source: its lines, and what the breaks of
    a narrow column left of them.
    """

    found: ProvisionText
    reading: Reading
    starts: tuple[list[int], list[int]]


class Read(NamedTuple):
    """One law of one item, read but not resolved: its id, what basis.py found, and its provisions."""

    law: str | None
    basis: BasisText
    drafts: list[Draft]


def read_provision(text: str, found: ProvisionText, readings: Readings) -> Draft:
    inner: list[int] = []
    outer: list[int] = []
    lines, offset = [], 0
    for start, end in found.lines:
        line = text[start:end]
        inner.append(offset)
        outer.append(start)
        if "\n" in line:
            pieces = list(_pieces(line))
            at = offset
            for left, right in pieces[:-1]:
                at += right - left
                inner.append(at)
            outer += [start + left for left, _ in pieces[1:]]
            line = "".join(line[left:right] for left, right in pieces)
        lines.append(line)
        offset += len(line) + 1
    joined = "\n".join(lines)
    reading = readings.get(joined)
    if reading is None or reading.addresses != found.addresses:
        reading = readings[joined] = _reading(text, found, joined)
    return Draft(found, reading, (inner, outer))


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    """What a narrow column left of *line* between its breaks: the words without the breaks and what pads them."""
    position = 0
    for part in line.split("\n"):
        yield content(line, position, position + len(part))
        position += len(part) + 1


def _unbroken(line: str) -> str:
    """*line* as one; whole words, though a column too narrow for them breaks them (统⏎计, 五⏎十万元)."""
    return "".join(line[left:right] for left, right in _pieces(line)) if "\n" in line else line


def _reading(text: str, found: ProvisionText, joined: str) -> Reading:
    own = found.addresses[0] if found.addresses else None
    role = role_of(joined)
    said = bare(joined)
    if _is_one_line(found):
        portions: tuple[Portion, ...] = (Portion(found.paragraphs[0].number, (), said),)
    else:
        portions = tuple(_portion(text, paragraph) for paragraph in found.paragraphs)
    sanctions = find_sanctions(joined) if role == "penalty" else ()
    return Reading(
        found.addresses,
        joined,
        Wording(found.addresses, portions, said),
        role,
        find_references(joined, article=own),
        sanctions,
        tuple([Fine(**each.fine._asdict()) if each.fine else None for each in sanctions]),
    )


def _is_one_line(found: ProvisionText) -> bool:
    """Whether the provision is a single paragraph without items, as most are: its text is that paragraph's."""
    return len(found.lines) == 1 and not found.paragraphs[0].items


def quotations(item: int, parts: Sequence[Read]) -> Iterator[Quotation]:
    """What resolution can be asked about: the provisions of an item that have an address, and text under it."""
    ordinal = 0
    for part in parts:
        law = part.law or nameless(item)
        for draft in part.drafts:
            ordinal += 1
            if draft.found.addresses and draft.found.lines:
                yield Quotation(item, ordinal, law, draft.reading.wording)


def nameless(item: int) -> str:
    """The key of the law that item *item* quotes without naming it; another item's may be another law."""
    return f"item-{item}"


def _portion(text: str, paragraph: ParagraphText) -> Portion:
    end = paragraph.items[-1].span[1] if paragraph.items else paragraph.span[1]
    return Portion(
        paragraph.number,
        tuple(item.number for item in paragraph.items),
        bare(text[paragraph.span[0] : end]),
        tuple(bare(text[item.span[0] : item.span[1]]) for item in paragraph.items),
    )


def provision_fields(  # noqa: PLR0913 - what is known of it beside its own words
    text: str, ordinal: int, draft: Draft, references: list[Fields], current: Current | None, *, penal: bool
) -> Fields:
    """The fields of a provision; *penal* where its item can have duties and penalties."""
    found, reading = draft.found, draft.reading
    label, lines = found.label, found.lines
    named = {"label": label} if label else {}
    if lines:
        named["text"] = (lines[0][0], lines[-1][1])
    first, last = found.marker or label or lines[0], lines[-1] if lines else label
    assert last is not None  # a provision has a label or a line
    whole = reading.text if _is_one_line(found) else None
    return {
        "ordinal": ordinal,
        "label": _one_line(text[label[0] : label[1]]) if label else "",
        "addresses": found.addresses,
        "kind": found.kind,
        "role": reading.role if penal else role_beside_penalties(reading.text),
        "text": reading.text,
        "paragraphs": [_paragraph(text, paragraph, whole) for paragraph in found.paragraphs],
        "references": references,
        "sanctions": _sanctions(draft) if penal else (),
        "current": current,
        "collation": None,
        "span": (first[0], last[1]),
        "spans": named,
    }


def _one_line(label: str) -> str:
    """第四⏎十四条: the break of a narrow column is no part of a label."""
    return "".join(line.strip() for line in label.split("\n")) if "\n" in label else label


def _sanctions(draft: Draft) -> tuple[Sanction, ...]:
    """Nouns at once, because an item has each twice: in its provision, and in what a penalty provides for a duty."""
    reading = draft.reading
    if not reading.sanctions:
        return ()
    fields = [
        {
            "kind": found.kind,
            "text": found.text,
            "span": in_source(draft, found.span),
            "fine": fine,
            "who": found.who,
            "condition": found.condition,
            "tier": found.tier,
            "optional": found.optional,
            "cumulation": found.cumulation,
            "spans": {name: in_source(draft, span) for name, span in found.spans.items()},
        }
        for found, fine in zip(reading.sanctions, reading.fines, strict=True)
    ]
    return _SANCTIONS.validate_python(fields)


def _paragraph(text: str, found: ParagraphText, whole: str | None) -> Fields:
    """The fields of a paragraph; *whole* is its text, where it is the provision's: one string for both."""
    return {
        "number": found.number,
        "text": _unbroken(text[found.span[0] : found.span[1]]) if whole is None else whole,
        "span": found.span,
        "subparagraphs": [
            {
                "label": item.label,
                "number": item.number,
                "text": _unbroken(text[item.text_start : item.span[1]]),
                "span": item.span,
            }
            for item in found.items
        ],
    }


def in_source(draft: Draft, span: tuple[int, int]) -> tuple[int, int]:
    """A span of the provision's text as a span of the canonical text: it may cross the breaks of a narrow column."""
    inner, outer = draft.starts
    start, end = span
    if len(inner) == 1:
        shift = outer[0] - inner[0]
        return (start + shift, end + shift)
    first = bisect_right(inner, start) - 1
    last = bisect_left(inner, end) - 1 if end > start else first
    return (start + outer[first] - inner[first], end + outer[last] - inner[last])
