"""The provisions of a list beside the official texts of their laws, as the data contract has them.

Knows which text is that of which law as it is cited, and how places in a quotation become places in the source.
Does not know how a wording is found in a text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Final, NamedTuple, TypeAlias

from pipeline.address import Address, article_key
from pipeline.assembly.provisions import Draft, Read, in_source
from pipeline.model import Collation, Difference, Law, LeftOut, OfficialText
from pipeline.statutes import (
    ALL_OF_IT,
    Choice,
    Collated,
    Collator,
    Laid,
    Quote,
    Statute,
    Texts,
    Verdicts,
    choose,
    known_dates,
    verdicts,
)  # fmt: skip
from pipeline.words.comparing import NUMBER_AFTER, NUMBER_BEFORE

Meant: TypeAlias = Callable[[str, str], Collection[frozenset[str]]]
"""The name and a citation of a law → the dates of each version that it may mean, none where nobody can tell."""

_SURE: Final = ("only", "cited")
_IN_ITS_ARTICLE: Final = ("equal", "differs")


class Beside:
    """The official texts of a list's laws. The same quotation is collated once, however many items have it."""

    def __init__(
        self, texts: Texts, laws: Mapping[str, Law], read: Iterable[Sequence[Read]], meant: Meant | None = None
    ) -> None:
        """*meant* tells which version of a law a citation of it means, where there is a register to know."""
        quotes: dict[str, dict[str, list[Quote]]] = defaultdict(lambda: defaultdict(list))
        for part in (part for parts in read for part in parts):
            articles = [draft for draft in part.drafts if draft.found.kind == "article"]
            if part.law is not None and articles and texts.of(laws[part.law].name):
                quotes[part.law][_citation(part)] += (_quote(draft) for draft in articles if draft.found.lines)
        self.texts: list[OfficialText] = []
        self.statutes: dict[str, Statute] = {}
        """The texts by the ids they have in ``texts``."""
        self.held = {law_id: texts.of(law.name) for law_id, law in laws.items() if law_id in quotes}
        """All texts of the laws of which an article is quoted or named, whichever they are collated with."""
        self._chosen: dict[tuple[str, str], _Chosen] = {}
        for law_id, held in self.held.items():
            name = laws[law_id].name
            named = {each: verdicts(held, each, meant(name, each) if meant else ()) for each in quotes[law_id]}
            self._choose(law_id, held, quotes[law_id], named)

    def _choose(
        self,
        law: str,
        held: Sequence[Statute],
        quotes: Mapping[str, Sequence[Quote]],
        named: Mapping[str, Verdicts],
    ) -> None:
        """The text that each citation of *law* is laid beside: *quotes* has what is quoted under it, *named* whether it
        names a text.

        What names no version is of the one that the others name, where these agree: a law is cited in full once.
        """
        telling = {each for each in named.values() if set(each) != {None}}
        if len(telling) == 1:
            (every,) = telling
            named = dict.fromkeys(named, every)
        together: dict[tuple[bool | None, ...], list[Quote]] = defaultdict(list)
        for citation, each in named.items():
            together[each] += quotes[citation]
        collators = [Collator(statute) for statute in held]
        ids: dict[str, str] = {}
        chosen: dict[tuple[bool | None, ...], _Chosen] = {}
        for each, quoted in together.items():
            choice = choose(collators, quoted, each)
            # where articles are only named, no wording tells which text is meant
            if quoted or choice.how in _SURE:
                statute = choice.collator.statute
                if statute.file not in ids:
                    ids[statute.file] = f"text-{len(self.texts) + 1}"
                    self.texts.append(_official(ids[statute.file], law, choice))
                    self.statutes[ids[statute.file]] = statute
                others = [collator for collator in collators if collator is not choice.collator]
                chosen[each] = _Chosen(ids[statute.file], choice, tuple(dict.fromkeys(quoted)), others, {})
        for citation, each in named.items():
            if each in chosen:
                self._chosen[law, citation] = chosen[each]

    @property
    def laid(self) -> Mapping[tuple[str, str], Laid]:
        """For each law, by its id, and citation of it the text that it was laid beside."""
        return {key: Laid(chosen.text, chosen.choice.how) for key, chosen in self._chosen.items()}

    def collation(self, part: Read, draft: Draft) -> Collation | None:
        """*draft*, a quotation in *part*, beside its text; None where there is no text, or nothing is quoted."""
        chosen, collated = self._collate(part, draft)
        return _noun(chosen.text, draft, collated) if chosen is not None and collated is not None else None

    def _collate(self, part: Read, draft: Draft) -> tuple[_Chosen | None, Collated | None]:
        chosen = self._chosen.get((part.law, _citation(part))) if part.law is not None else None
        if chosen is None or draft.found.kind != "article" or not draft.found.lines:
            return chosen, None
        quote = _quote(draft)
        if chosen.is_doubtful(quote.addresses):
            return chosen, None  # the text itself is broken there: what it has elsewhere proves nothing
        collated = chosen.collate(quote)
        return chosen, None if chosen.is_doubtful(collated.addresses) else collated

    def proven(self, part: Read, draft: Draft) -> Proven | None:
        """The version that *draft* is quoted from and where it stands there; None where the text proves neither.

        It proves nothing where a line of the quotation is not in the article, and nothing of a law of which half of the
        quotations or more are not where the text has them: that is the text of another version. Where the text of
        another version fits the list as well it does not prove which one it is, only where in its own the words stand.
        That words stand in another article than their label names is proved by the text of the version that the list
        cites, too, however many do.
        Words that differ from the text in the number of a provision prove nothing, since that is how versions
        differ, but where they differ in no more from it, and in more from every other one.

        What stands, word for word, in the article of its label in the text of another version, and not in that of the
        one that the law is laid beside, is of that other version, whatever the rest of the item is.
        """
        chosen, collated = self._collate(part, draft)
        if chosen is None or collated is None:
            return None
        choice = chosen.choice
        if collated.outcome != "equal" and choice.how != "other":
            stray = _stray(chosen, _quote(draft))
            if stray is not None:
                return stray
        nearest = _numbers(draft, collated) > 0 and _is_nearest(chosen, draft, collated)
        if collated.outcome == "not_found" or (_numbers(draft, collated) and not nearest):
            return None
        at_home = collated.outcome in _IN_ITS_ARTICLE
        dates = known_dates(choice.collator.statute)
        strangers = any(difference.official_span is None for difference in collated.differences)
        if not dates or strangers or choice.how == "other":
            return None
        if not chosen.is_of_the_list and (at_home or choice.how != "cited"):
            return None
        return Proven(dates, collated.addresses, at_home and (nearest or not choice.tied))


class Proven(NamedTuple):
    """A version by its dates, and places in it; ``tells_version`` where what is quoted is proved to be of it.

    ``stray`` where it is another version than the one that the law is laid beside.
    """

    dates: frozenset[str]
    addresses: tuple[Address, ...]
    tells_version: bool
    stray: bool = False


@dataclass(frozen=True)
class _Chosen:
    """A text by its id, how it was chosen, what is quoted from it; ``others`` lay quotations beside the law's other
    texts; ``collated`` is what was laid beside it so far."""

    text: str
    choice: Choice
    quotes: tuple[Quote, ...]
    others: Sequence[Collator]
    collated: dict[Quote, Collated]

    def collate(self, quote: Quote) -> Collated:
        if quote not in self.collated:
            self.collated[quote] = self.choice.collator.collate(quote)
        return self.collated[quote]

    def is_doubtful(self, addresses: Iterable[Address]) -> bool:
        """Whether the numbers of the text are broken at one of *addresses*."""
        return any(map(self.choice.collator.statute.is_doubtful, map(article_key, addresses)))

    @cached_property
    def is_of_the_list(self) -> bool:
        """Whether most of what is quoted stands where its label says; but for what stands so in another text."""
        labelled = [each for each in self.quotes if each.addresses and not self.is_doubtful(each.addresses)]
        home = [self.collate(each).outcome in _IN_ITS_ARTICLE for each in labelled]
        astray = sum(
            not at_home and _stray(self, each) is not None for each, at_home in zip(labelled, home, strict=True)
        )
        return 2 * sum(home) > len(labelled) - astray


def _stray(chosen: _Chosen, quote: Quote) -> Proven | None:
    """The versions, others than the one *chosen*, in which all of *quote* stands where its label says."""
    homes = [other for other in chosen.others if quote.addresses and other.score(quote) == ALL_OF_IT]
    dates = [known_dates(home.statute) for home in homes]
    if not homes or not all(dates):
        return None
    places = {home.collate(quote).addresses for home in homes}
    return Proven(frozenset().union(*dates), places.pop() if len(places) == 1 else (), tells_version=True, stray=True)


def _numbers(draft: Draft, collated: Collated) -> int:
    """In how many numbers of provisions *draft* differs from its text: 违反本条例第五条, where that has 第四条."""
    text = draft.reading.text
    return sum(
        NUMBER_BEFORE.search(text, 0, each.span[0]) is not None and NUMBER_AFTER.match(text, each.span[1]) is not None
        for each in collated.differences
        if each.official_span is not None
    )


def _is_nearest(chosen: _Chosen, draft: Draft, collated: Collated) -> bool:
    """Whether *draft* differs from the text *chosen* in numbers alone, and from all others of the law in more."""
    if not chosen.others or _numbers(draft, collated) < len(collated.differences):
        return False
    found = [other.collate(_quote(draft)) for other in chosen.others]
    return all(each.outcome == "not_found" or _numbers(draft, each) < len(each.differences) for each in found)


def _citation(part: Read) -> str:
    return part.basis.law.citation if part.basis.law else ""


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
