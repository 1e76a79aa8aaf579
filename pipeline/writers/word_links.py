"""Which words of a provision lead to another item: those of a reference whose target is quoted there.

Knows how a place in the source becomes a place in a line of a provision. Does not know what a link looks like.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from pipeline.model import Provision, Reference
from pipeline.writers.word_markup import Link


def links_of(item: int, provision: Provision, lines: Sequence[str]) -> dict[int, list[Link]]:
    """The links in *lines*, the lines of the provision's text, by the number of the line, in their order.

    *item* is the number of the item it stands in: where the target stands there too, nothing needs a link. A reference
    whose target stands in several other items leads to the first. Of references with the same words (a range) the
    first that leads somewhere counts. Where the words do not stand where the reference says, there is no link.
    """
    found: dict[int, list[Link]] = {}
    starts: list[int] | None = None
    for reference in provision.references:
        home = _elsewhere(item, reference)
        if home is None:
            continue
        if starts is None:
            starts = _starts(provision)
            if len(starts) != len(lines):
                return {}  # no list that was read: a JSON file by another hand
        number = bisect_right(starts, reference.span[0]) - 1
        if number < 0:
            continue
        own = found.setdefault(number, [])
        free = own[-1].end if own else 0
        link = _link(lines[number], reference, reference.span[0] - starts[number], free, home)
        if link is not None:
            own.append(link)
    return found


def _link(line: str, reference: Reference, offset: int, free: int, home: int) -> Link | None:
    """The words of *reference* in *line*, not before *free*: at *offset*, as far as the source has them.

    Breaks of a narrow column are not in the line, so the words may stand before *offset*: they count if they stand
    there once.
    """
    words = reference.text
    if line.startswith(words, offset):
        return Link(offset, offset + len(words), home) if free <= offset else None
    end = offset + len(words)
    start = line.find(words, free, end)
    return Link(start, start + len(words), home) if start >= 0 and start == line.rfind(words, free, end) else None


def _elsewhere(item: int, reference: Reference) -> int | None:
    """The item to which *reference* leads; None where its target stands in its own *item*, or nowhere."""
    places = reference.found_in
    for place in places:
        if place.item == item:
            return None
    return places[0].item if places else None


def _starts(provision: Provision) -> list[int]:
    """Where each line of the provision's text begins in the source: a line is the lead-in of a 款, or a 项."""
    starts = []
    for paragraph in provision.paragraphs:
        if paragraph.span[0] < paragraph.span[1]:
            starts.append(paragraph.span[0])
        starts.extend(subparagraph.span[0] for subparagraph in paragraph.subparagraphs)
    return starts
