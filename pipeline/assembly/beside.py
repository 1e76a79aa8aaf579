"""The provisions of a list beside the official texts of their laws, as the data contract has them.

Knows which text is that of which law of the list, and how places in a quotation become places in the source.
Does not know how a wording is found in a text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from pipeline.assembly.provisions import Draft, Read, in_source
from pipeline.model import Collation, Difference, Law, LeftOut, OfficialText
from pipeline.statutes import Choice, Collated, Quote, Statute, Texts, choose


class Beside:
    """The official texts of a list's laws. The same quotation is collated once, however many items have it."""

    def __init__(self, texts: Texts, laws: Mapping[str, Law], read: Iterable[Sequence[Read]]) -> None:
        quotes: dict[str, list[Quote]] = defaultdict(list)
        for parts in read:
            for part in parts:
                if part.law is not None and texts.of(laws[part.law].name):
                    quotes[part.law] += [_quote(draft) for draft in part.drafts if draft.found.lines]
        self.texts: list[OfficialText] = []
        self._chosen: dict[str, _Chosen] = {}
        self._collated: dict[tuple[str, Quote], Collated] = {}
        for law_id, law in laws.items():
            choice = choose(texts.of(law.name), quotes[law_id], law.citation) if quotes[law_id] else None
            if choice is not None:
                text = _official(f"text-{len(self.texts) + 1}", law_id, choice)
                self.texts.append(text)
                self._chosen[law_id] = _Chosen(text.id, choice)

    @property
    def statutes(self) -> Mapping[str, Statute]:
        """The texts by the ids they have in ``texts``."""
        return {chosen.text: chosen.choice.collator.statute for chosen in self._chosen.values()}

    def collation(self, law: str | None, draft: Draft) -> Collation | None:
        """*draft*, quoted from *law*, beside its text; None where there is no text, or nothing is quoted."""
        chosen = self._chosen.get(law) if law is not None else None
        if chosen is None or law is None or draft.found.kind != "article" or not draft.found.lines:
            return None
        quote = _quote(draft)
        collated = self._collated.get((law, quote))
        if collated is None:
            collated = self._collated[law, quote] = chosen.choice.collator.collate(quote)
        return _noun(chosen.text, draft, collated)


class _Chosen(NamedTuple):
    text: str
    choice: Choice


def _quote(draft: Draft) -> Quote:
    return Quote(draft.found.addresses, tuple(draft.reading.text.split("\n")))


def _official(text_id: str, law: str, choice: Choice) -> OfficialText:
    statute = choice.collator.statute
    return OfficialText(
        id=text_id,
        law=law,
        file=PurePath(statute.file).name,
        sha256=statute.sha256,
        characters=len(statute.text),
        name=statute.name,
        version=statute.dates.version,
        effective_on=statute.dates.effective_on,
        chosen=choice.how,
    )


def _noun(text: str, draft: Draft, collated: Collated) -> Collation:
    return Collation(
        text=text,
        outcome=collated.outcome,
        label=collated.label,
        addresses=collated.addresses,
        paragraphs=_paragraphs(draft, collated),
        left_out=tuple(
            LeftOut(address=gap.address, whole=gap.whole, text=gap.text, official_span=gap.span)
            for gap in collated.left_out
        ),
        differences=tuple(
            Difference(
                quoted=each.quoted,
                span=in_source(draft, each.span),
                official=each.official,
                official_span=each.official_span,
                address=each.address,
            )
            for each in collated.differences
        ),
    )


def _paragraphs(draft: Draft, collated: Collated) -> tuple[int | None, ...]:
    """The true 款 of each paragraph: that of its lead-in, or where there is none that of its first 项."""
    numbers: list[int | None] = []
    line = 0
    for paragraph in draft.found.paragraphs:
        numbers.append(collated.paragraphs[line])
        line += len(paragraph.items) + (paragraph.span[0] < paragraph.span[1])
    return tuple(numbers)
