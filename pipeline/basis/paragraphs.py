"""The lines of a provision → its paragraphs and their items.

Knows how （一） looks, and when a paragraph's number is proved. Does not know which provision it is.
"""

from __future__ import annotations

from pipeline.address import Address
from pipeline.basis.nouns import Bounds, Item, ParagraphText
from pipeline.numerals import parse_numeral
from pipeline.readers import content
from pipeline.words import basis as words


def paragraphs(text: str, lines: list[Bounds], addresses: tuple[Address, ...]) -> list[ParagraphText]:
    """A line that is no （一） begins a paragraph; （一）… belong to the paragraph before them."""
    if len(lines) == 1 and text[lines[0][0]] not in "（(":
        return [ParagraphText(addresses[0].paragraph if len(addresses) == 1 else _one_number(addresses), lines[0], [])]
    groups: list[tuple[Bounds, list[Item]]] = []
    for left, right in lines:
        marker = words.SUBPARAGRAPH.match(text, left, right) if text[left] in "（(" else None
        if marker is None:
            groups.append(((left, right), []))
            continue
        if not groups:
            groups.append(((left, left), []))
        number = parse_numeral(marker["number"]) or None
        start = content(text, marker.end(), right)[0]
        groups[-1][1].append(Item(marker["label"], number, (left, right), start))
    numbers = _paragraph_numbers(len(groups), addresses)
    return [ParagraphText(number, lead, items) for number, (lead, items) in zip(numbers, groups, strict=True)]


def _paragraph_numbers(count: int, addresses: tuple[Address, ...]) -> list[int | None]:
    """Which 款 the paragraphs are, as far as label or position prove it.

    Under a whole-article label several paragraphs are 1, 2, …; a single one may be any. A label that names as many
    款 as there are paragraphs numbers them; one 款 over several paragraphs is the first of them, the rest unknown.
    """
    named = [address.paragraph for address in addresses]
    if not named:
        return [None] * count
    if named[0] is None:
        whole = len(named) == 1 and addresses[0].subparagraph is None
        return [number + 1 for number in range(count)] if whole and count > 1 else [None] * count
    distinct = sorted({number for number in named if number is not None})
    if len(distinct) == count:
        return list(distinct)
    return [distinct[0], *[None] * (count - 1)] if len(distinct) == 1 and count else [None] * count


def _one_number(addresses: tuple[Address, ...]) -> int | None:
    """The 款 of a single paragraph under a label that names several places: theirs, if they agree."""
    return _paragraph_numbers(1, addresses)[0]
