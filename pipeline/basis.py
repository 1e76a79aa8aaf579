"""设定依据 cell → laws, provisions, paragraphs, subparagraphs.

Knows how a law line, an article label and a （一） look. Does not know what a provision means or points at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.address import RANGE_LIMIT, Address
from pipeline.numerals import parse_numeral
from pipeline.readers import WHITE, content
from pipeline.words import basis as words
from pipeline.words.tables import NUM

Bounds = tuple[int, int]

_LIST: Final = re.compile(rf"({NUM}+)(?:[）)]?[款项]?(至)第?[（(]?({NUM}+))?")
_LAW_START: Final = frozenset("《【[（(0123456789一二三四五六七八九十")


class LawLine(NamedTuple):
    """《…》（…） as printed; ``span`` is the whole citation without what follows it on the line."""

    name: str
    citation: str
    document_number: str | None
    adopted_on: str | None
    effective_on: str | None
    rank_label: str | None
    span: Bounds


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

    ``lines`` are the spans of its lines without the label; joined by a line feed they are the provision's text.
    ``malformed`` is the label whose numerals are no numbers (第十十八条), else None.
    """

    label: Bounds | None
    addresses: tuple[Address, ...]
    lines: list[Bounds]
    paragraphs: list[ParagraphText]
    malformed: bool


class BasisText(NamedTuple):
    """One law of the cell and what is quoted from it."""

    law: LawLine | None
    provisions: list[ProvisionText]
    span: Bounds


@dataclass(slots=True)
class _Draft:
    """A provision whose lines are still being read."""

    label: Bounds | None
    addresses: tuple[Address, ...]
    malformed: bool = False
    lines: list[Bounds] = field(default_factory=list)


def read_basis(text: str, start: int, end: int) -> list[BasisText]:
    """Take ``text[start:end]``, one 设定依据 cell, apart. Total: what fits nothing becomes unlabelled text.

    An empty cell gives no basis. Every word of the cell lies in a law line, a label or a line of a provision.
    """
    result: list[BasisText] = []
    law: LawLine | None = None
    drafts: list[_Draft] = []
    opened = False

    def close() -> None:
        if opened:
            result.append(_finish(text, law, drafts))

    for left, right in _lines(text, start, end):
        found = _law_line(text, left, right) if text[left] in _LAW_START else None
        if found is not None:
            close()
            law, drafts, opened = found, [], True
            start = _skip_separator(text, content(text, found.span[1], right)[0], right)
            if start < right:
                _read_line(text, start, right, drafts)
        else:
            opened = True
            _read_line(text, left, right, drafts)
    close()
    return result


def _lines(text: str, start: int, end: int) -> Iterator[Bounds]:
    """The lines of ``text[start:end]`` that are not blank, without white space around them."""
    for line in text[start:end].split("\n"):
        left, right = start, start + len(line)
        start = right + 1
        if line and (line[0] in WHITE or line[-1] in WHITE):
            left, right = content(text, left, right)
        if left < right:
            yield left, right


def _read_line(text: str, left: int, right: int, drafts: list[_Draft]) -> None:
    """A labelled line opens a provision, any other continues the one before."""
    draft, rest = _labelled(text, left, right, drafts)
    if draft is not None:
        drafts.append(draft)
    elif not drafts:
        drafts.append(_Draft(None, ()))
    if rest < right:
        drafts[-1].lines.append((rest, right))


def _skip_separator(text: str, left: int, right: int) -> int:
    while left < right and text[left] in "：:，,。；; \u3000\u00a0":
        left += 1
    return left


# --- law lines ------------------------------------------------------------------------------------------------------


def _law_line(text: str, left: int, right: int) -> LawLine | None:
    if text.find("《", left, right) < 0:
        return None
    found = _read_law_line(text[left:right])
    return found._replace(span=(left, left + found.span[1])) if found else None


@lru_cache(maxsize=1024)
def _read_law_line(line: str) -> LawLine | None:
    """The law that *line* names, if it is a law line; ``span`` is that in the line. Many items repeat one line."""
    match = words.LAW_LINE.fullmatch(line)
    if match is None:
        return None
    rest = words.END_OF_LAW.match(line, match.start("rest"))
    assert rest is not None  # the pattern matches the empty string
    followed = rest.end() < len(line) and not words.POINTERS.fullmatch(line, rest.end())
    if followed and _label_match(line, rest.end(), len(line)) is None:
        return None
    end = match.end("note") if match["note"] else match.end("name") + 1
    number, adopted, effective = _read_note(match["note"] or "")
    return LawLine(match["name"], line[:end], number, adopted, effective, match["rank"], (0, end))


def _read_note(note: str) -> tuple[str | None, str | None, str | None]:
    """Document number, adoption and effective date of the first version the note names; None where it does not."""
    number = words.DOCUMENT_NUMBER.search(note)
    adopted: str | None = None
    effective: str | None = None
    dates = list(words.DATE.finditer(note))
    for index, date in enumerate(dates):
        stop = dates[index + 1].start() if index + 1 < len(dates) else len(note)
        meaning = words.DATE_MEANING.search(note, date.end(), stop)
        if meaning is None:
            continue
        iso = _iso(int(date["year"]), int(date["month"]), int(date["day"]))
        if meaning["adopted"]:
            adopted = adopted or iso
        elif meaning["effective"]:
            effective = effective or iso
    return (number["number"] if number else None, adopted, effective)


def _iso(year: int, month: int, day: int) -> str | None:
    """A printed date that no calendar has (13月) is not read."""
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


# --- labels ---------------------------------------------------------------------------------------------------------


def _label_match(text: str, left: int, right: int) -> re.Match[str] | None:
    if not text.startswith("第", left):
        return None
    match = words.LABEL.match(text, left, right)
    if match is None or (not match["separator"] and words.PROSE.match(text, match.end(), right)):
        return None
    return match


def _labelled(text: str, left: int, right: int, drafts: list[_Draft]) -> tuple[_Draft | None, int]:
    """The provision a line opens, if it does, and where the line's own text starts."""
    if not text.startswith("第", left):
        return None, left
    match = _label_match(text, left, right)
    if match is not None:
        addresses = _addresses(match["article"], match["suffix"], match["paragraphs"], match["items"])
        return _Draft(match.span("label"), addresses, malformed=not addresses), match.end()
    match = words.PARAGRAPH_LABEL.match(text, left, right)
    if match is not None and drafts and drafts[-1].addresses:
        before = drafts[-1].addresses[0]
        suffix = None if before.article_suffix is None else str(before.article_suffix)
        addresses = _addresses(str(before.article), suffix, match["paragraphs"], match["items"])
        return _Draft(match.span("label"), addresses, malformed=not addresses), match.end()
    return None, left


@lru_cache(maxsize=8192)
def _addresses(article: str, suffix: str | None, paragraphs: str | None, items: str | None) -> tuple[Address, ...]:
    """What a label names: 第一、二款 gives two addresses; none where a numeral is no number from 1 up."""
    number, after = parse_numeral(article), parse_numeral(suffix) if suffix else None
    many_paragraphs, many_items = _numbers(paragraphs), _numbers(items)
    if not number or (suffix and not after) or many_paragraphs is None or many_items is None:
        return ()
    if len(many_paragraphs) > 1 and many_items != [None]:
        return ()
    return tuple(Address(number, after, paragraph, item) for paragraph in many_paragraphs for item in many_items)


def _numbers(words_of_list: str | None) -> list[int | None] | None:
    """一、二 → [1, 2]; 一至三 → [1, 2, 3]; nothing printed → [None]; not numbers → None."""
    if words_of_list is None:
        return [None]
    numbers: list[int | None] = []
    for first, until, last in _LIST.findall(words_of_list):
        low = parse_numeral(first)
        high = parse_numeral(last) if until else low
        if not low or not high or not 0 <= high - low < RANGE_LIMIT:
            return None
        numbers.extend(range(low, high + 1))
    return numbers or None


# --- paragraphs -----------------------------------------------------------------------------------------------------


def _finish(text: str, law: LawLine | None, drafts: list[_Draft]) -> BasisText:
    provisions = [
        ProvisionText(
            draft.label, draft.addresses, draft.lines, _paragraphs(text, draft.lines, draft.addresses), draft.malformed
        )
        for draft in drafts
    ]
    spans = [] if law is None else [law.span]
    for draft in drafts:
        spans += [draft.label, *draft.lines] if draft.label else draft.lines
    return BasisText(law, provisions, (spans[0][0], spans[-1][1]))


def _paragraphs(text: str, lines: list[Bounds], addresses: tuple[Address, ...]) -> list[ParagraphText]:
    """A line that is no （一） begins a paragraph; （一）… belong to the paragraph before them."""
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
