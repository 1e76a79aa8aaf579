"""What a 设定依据 cell is taken apart into.

Knows the nouns; all of them are spans of the text that was read. Does not know how they are found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

from pipeline.address import Address
from pipeline.model import ProvisionKind

Bounds: TypeAlias = tuple[int, int]
_CLOSERS: Final = "》〉>＞"


class LawLine(NamedTuple):
    """《…》（…） as printed; ``span`` is the whole citation without what follows it on the line.

    Name and citation are slices of the text, but for the line breaks of a narrow column inside them.
    """

    name: str
    citation: str
    document_number: str | None
    adopted_on: str | None
    effective_on: str | None
    rank_label: str | None
    span: Bounds

    @property
    def is_bare(self) -> bool:
        """Whether the citation ends with the name: no note, no number behind it."""
        name = self.name.rstrip(_CLOSERS)
        return self.citation[-1] in _CLOSERS and self.citation.rstrip(f"{_CLOSERS} \t\u3000\u00a0").endswith(name)


class Item(NamedTuple):
    """（一）… of a paragraph; ``span`` covers marker and text, ``text`` starts at ``text_start``."""

    label: str
    number: int | None
    span: Bounds
    text_start: int


class ParagraphText(NamedTuple):
    """A lead-in and its items; ``number`` is None unless label or position proves it."""

    number: int | None
    span: Bounds
    items: list[Item]


class ProvisionText(NamedTuple):
    """One quoted provision: label span (None where none is printed), addresses, lines of text, paragraphs.

    ``lines`` are the spans of its lines without the label; joined by a line feed they are the provision's text. A line
    that a narrow column broke is one line. ``malformed`` is the label whose numerals are no numbers (第十十八条), else
    None. ``kind`` says what the label counts; ``marker`` is what a list prints before the label (1.第三条), else None.
    """

    label: Bounds | None
    addresses: tuple[Address, ...]
    lines: list[Bounds]
    paragraphs: list[ParagraphText]
    malformed: bool
    kind: ProvisionKind = "article"
    marker: Bounds | None = None


class BasisText(NamedTuple):
    """One law of the cell and what is quoted from it."""

    law: LawLine | None
    provisions: list[ProvisionText]
    span: Bounds


@dataclass(slots=True)
class Draft:
    """A provision whose lines are still being read."""

    label: Bounds | None
    addresses: tuple[Address, ...]
    malformed: bool = False
    kind: ProvisionKind = "article"
    marker: Bounds | None = None
    lines: list[Bounds] = field(default_factory=list)
