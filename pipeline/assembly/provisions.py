"""One provision: from what basis.py found to what resolution asks and the data contract holds.

Knows how lines become text and how spans of that text become spans of the source. Does not know other items.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from pipeline.basis import BasisText, ParagraphText, ProvisionText
from pipeline.penalties import find_sanctions, role_of
from pipeline.references import FoundReference, find_references
from pipeline.resolve import Portion, Quotation
from pipeline.variants import bare

Fields: TypeAlias = dict[str, Any]
"""A noun before it is one: an item and all that is in it is validated in a single pass, four times as fast as noun by
noun. Nothing skips validation."""


class Draft(NamedTuple):
    """A provision whose references are found but not resolved; ``starts`` maps its text's lines to the source."""

    found: ProvisionText
    text: str
    references: list[FoundReference]
    starts: tuple[list[int], list[int]]


class Read(NamedTuple):
    """One law of one item, read but not resolved: its id, what basis.py found, and its provisions."""

    law: str | None
    basis: BasisText
    drafts: list[Draft]


def read_provision(text: str, found: ProvisionText) -> Draft:
    lines = [text[start:end] for start, end in found.lines]
    inner, offset = [], 0
    for line in lines:
        inner.append(offset)
        offset += len(line) + 1
    joined = "\n".join(lines)
    own = found.addresses[0] if found.addresses else None
    references = find_references(joined, article=own)
    return Draft(found, joined, references, (inner, [start for start, _ in found.lines]))


def quotations(text: str, item: int, parts: Sequence[Read]) -> Iterator[Quotation]:
    ordinal = 0
    for part in parts:
        for draft in part.drafts:
            ordinal += 1
            addresses = draft.found.addresses
            if addresses:
                portions = tuple(_portion(text, paragraph) for paragraph in draft.found.paragraphs)
                yield Quotation(item, ordinal, part.law or nameless(item), addresses, portions, bare(draft.text))


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


def provision_fields(text: str, ordinal: int, draft: Draft, references: list[Fields]) -> Fields:
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
            {"kind": sanction.kind, "text": sanction.text, "span": in_source(draft, sanction.span)}
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


def in_source(draft: Draft, span: tuple[int, int]) -> tuple[int, int]:
    """A span of the provision's text as a span of the canonical text; it does not cross a line."""
    inner, outer = draft.starts
    line = bisect_right(inner, span[0]) - 1 if len(inner) > 1 else 0
    shift = outer[line] - inner[line]
    return (span[0] + shift, span[1] + shift)
