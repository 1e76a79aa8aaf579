"""The provisions of a list beside the official texts of their laws, as the data contract has them.

Knows which text is that of which law of the list, and how places in a quotation become places in the source.
Does not know how a wording is found in a text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Final, NamedTuple

from pipeline.address import Address, article_key
from pipeline.assembly.provisions import Draft, Read, in_source
from pipeline.model import Collation, Difference, Law, LeftOut, OfficialText
from pipeline.statutes import Choice, Collated, Collator, Quote, Statute, Texts, choose

_SURE: Final = ("only", "cited")
_IN_ITS_ARTICLE: Final = ("equal", "differs")


class Beside:
    """The official texts of a list's laws. The same quotation is collated once, however many items have it."""

    def __init__(self, texts: Texts, laws: Mapping[str, Law], read: Iterable[Sequence[Read]]) -> None:
        quotes: dict[str, list[Quote]] = defaultdict(list)
        for parts in read:
            for part in parts:
                articles = [draft for draft in part.drafts if draft.found.kind == "article"]
                if part.law is not None and articles and texts.of(laws[part.law].name):
                    quotes[part.law] += (_quote(draft) for draft in articles if draft.found.lines)
        self._quotes = quotes
        self._of_the_list: dict[str, bool] = {}
        self.texts: list[OfficialText] = []
        self.held = {law_id: texts.of(law.name) for law_id, law in laws.items() if law_id in quotes}
        """All texts of the laws of which an article is quoted or named, whichever they are collated with."""
        self._chosen: dict[str, _Chosen] = {}
        self._collated: dict[tuple[str, Quote], Collated] = {}
        for law_id, law in laws.items():
            choice = choose(texts.of(law.name), quotes[law_id], law.citation) if law_id in quotes else None
            # where articles are only named, no wording tells which text is meant
            if choice is not None and (quotes[law_id] or choice.how in _SURE):
                text = _official(f"text-{len(self.texts) + 1}", law_id, choice)
                self.texts.append(text)
                self._chosen[law_id] = _Chosen(text.id, choice)

    @property
    def statutes(self) -> Mapping[str, Statute]:
        """The texts by the ids they have in ``texts``."""
        return {chosen.text: chosen.choice.collator.statute for chosen in self._chosen.values()}

    def collation(self, law: str | None, draft: Draft) -> Collation | None:
        """*draft*, quoted from *law*, beside its text; None where there is no text, or nothing is quoted."""
        collated = self._collate(law, draft) if law is not None else None
        return _noun(self._chosen[law].text, draft, collated) if law is not None and collated is not None else None

    def _collate(self, law: str, draft: Draft) -> Collated | None:
        chosen = self._chosen.get(law)
        if chosen is None or draft.found.kind != "article" or not draft.found.lines:
            return None
        quote = _quote(draft)
        if chosen.is_doubtful(quote.addresses[:1]):
            return None  # the text itself is broken there: what it has elsewhere proves nothing
        collated = self._collated_once(law, chosen.choice.collator, quote)
        return None if chosen.is_doubtful(collated.addresses) else collated

    def _collated_once(self, law: str, collator: Collator, quote: Quote) -> Collated:
        collated = self._collated.get((law, quote))
        if collated is None:
            collated = self._collated[law, quote] = collator.collate(quote)
        return collated

    def proven(self, law: str | None, draft: Draft) -> Proven | None:
        """The version that *draft* is quoted from and where it stands there; None where the text proves neither.

        It proves nothing where a line of the quotation is not in the article, and nothing of a law of which half of the
        quotations or more are not where the text has them: that is the text of another version. Nor does it where the
        text of another version fits the list as well. That words stand in another article than their label names is
        proved by the text of the version that the list cites, too, however many do.
        """
        chosen = self._chosen.get(law) if law is not None else None
        collated = self._collate(law, draft) if law is not None else None
        if chosen is None or law is None or collated is None or collated.outcome == "not_found":
            return None
        choice = chosen.choice
        at_home = collated.outcome in _IN_ITS_ARTICLE
        version = choice.collator.statute.dates.version
        strangers = any(difference.official_span is None for difference in collated.differences)
        if version is None or strangers or choice.how == "other" or choice.tied:
            return None
        if not self._is_of_the_list(law) and (at_home or choice.how != "cited"):
            return None
        return Proven(version, collated.addresses, at_home)

    def _is_of_the_list(self, law: str) -> bool:
        if law not in self._of_the_list:
            chosen = self._chosen[law]
            collator = chosen.choice.collator
            quotes = dict.fromkeys(self._quotes[law])
            labelled = [each for each in quotes if each.addresses and not chosen.is_doubtful(each.addresses[:1])]
            home = sum(self._collated_once(law, collator, quote).outcome in _IN_ITS_ARTICLE for quote in labelled)
            self._of_the_list[law] = 2 * home > len(labelled)
        return self._of_the_list[law]


class Proven(NamedTuple):
    """A version by its date, and places in it; ``at_home`` where they are in the article that the label names."""

    version: str
    addresses: tuple[Address, ...]
    at_home: bool


class _Chosen(NamedTuple):
    text: str
    choice: Choice

    def is_doubtful(self, addresses: Iterable[Address]) -> bool:
        """Whether the numbers of the text are broken at one of *addresses*."""
        return any(map(self.choice.collator.statute.is_doubtful, map(article_key, addresses)))


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
