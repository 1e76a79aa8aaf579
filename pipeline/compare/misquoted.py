"""What a list quotes beside the official text of the version that it quotes → where the two do not agree.

Knows which text that is, and that words which another version reads are no slip. Does not know how a text is read, nor
what became of a provision since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.address import article_key
from pipeline.compare.basis_nouns import Misfit, Misquotation
from pipeline.compare.edits import whole_words
from pipeline.compare.substance import substance
from pipeline.model import Law, PowerList, Provision
from pipeline.statutes import Collated, Collator, FoundDifference, Quote, Statute, Texts, verdicts


class Beside(NamedTuple):
    """The text that a quotation was laid beside; ``misfit`` is None where the two agree."""

    statute: Statute
    misfit: Misfit | None


class Shelf:
    """The official texts, if any, and what lays quotations beside each."""

    def __init__(self, texts: Texts | None, power_list: PowerList) -> None:
        """Which version a citation means by the register, as *power_list* has it, it means in another list too."""
        self._texts = texts or Texts()
        self._collators: dict[str, Collator] = {}
        self._collated: dict[tuple[str, Quote], Collated] = {}
        self._told = _told(power_list) if self._texts else {}

    def version(self, law: Law | None, date: str | None) -> Statute | None:
        """The text of the version of *law* that is known by *date*."""
        return self._texts.version(law.name, date) if law and date else None

    def beside(self, law: Law | None, citation: str, provision: Provision) -> Beside | None:
        """*provision* beside the text of the version that the register says is quoted, else that *citation* names.

        None where neither tells, where there is no such text or it is broken there, and where that of another version
        reads more like the quotation: the citation is as likely the slip.
        """
        statute = self._quoted(law, citation, provision)
        if law is None or statute is None or not provision.addresses or not provision.text:
            return None
        found = self.collated(statute, provision)
        if any(map(statute.is_doubtful, map(article_key, (*provision.addresses, *found.addresses)))):
            return None
        if self._reads_better(law, statute, provision, found):
            return None
        if found.outcome == "equal" and found.label != "wrong":
            return Beside(statute, None)
        return Beside(
            statute,
            Misfit(
                version=statute.dates.version,
                label_wrong=found.label == "wrong",
                addresses=found.addresses,
                misquotations=tuple(_misquotations(provision.text, found.differences)),
            ),
        )

    def misquotations(self, law: Law | None, date: str | None, provision: Provision) -> Iterator[Misquotation]:
        """Where *provision* is not as the version of *date* reads: beside the current words that looks like a change.

        Nothing where the text of that version is not at hand, or has not what is quoted where the label says.
        """
        statute = self.version(law, date)
        if law is None or statute is None or not provision.text:
            return
        found = self.collated(statute, provision)
        if found.outcome == "differs" and not self._reads_better(law, statute, provision, found):
            at_home = [each for each in found.differences if each.official_span is not None or each.address is None]
            yield from _misquotations(provision.text, at_home)

    def collated(self, statute: Statute, provision: Provision) -> Collated:
        """*provision* laid beside *statute*."""
        quote = Quote(provision.addresses, tuple(provision.text.split("\n")))
        found = self._collated.get((statute.sha256, quote))
        if found is None:
            collator = self._collators.setdefault(statute.sha256, Collator(statute))
            found = self._collated[statute.sha256, quote] = collator.collate(quote)
        return found

    def _quoted(self, law: Law | None, citation: str, provision: Provision) -> Statute | None:
        if law is None:
            return None
        if provision.current and provision.current.quoted_version:
            return self.version(law, provision.current.quoted_version)
        held = self._texts.of(law.name)
        cited = verdicts(held, citation)
        if cited.count(True) == 1:  # what it says itself, before what something else quoted under it is of
            return held[cited.index(True)]
        told = self._told.get((law.name, substance(citation)))
        return self.version(law, *told) if told and len(told) == 1 and None not in told else None

    def _reads_better(self, law: Law, statute: Statute, provision: Provision, found: Collated) -> bool:
        others = (other for other in self._texts.of(law.name) if other is not statute)
        return any(_distance(self.collated(other, provision)) < _distance(found) for other in others)


def _told(power_list: PowerList) -> dict[tuple[str, str], set[str | None]]:
    """The versions that the register takes the quotations of *power_list* to be of, by law and citation."""
    laws = {law.id: law.name for law in power_list.laws}
    told: dict[tuple[str, str], set[str | None]] = defaultdict(set)
    for basis in (basis for item in power_list.items for basis in item.basis if basis.law):
        assert basis.law is not None
        for current in (provision.current for provision in basis.provisions if provision.current):
            told[laws[basis.law], substance(basis.citation)].add(current.quoted_version)
    return told


def _distance(found: Collated) -> tuple[bool, bool, int]:
    """How far a quotation is from a text: not where it should be, not in it at all, so many characters otherwise."""
    amount = sum(len(each.quoted) + len(each.official) for each in found.differences)
    return found.label == "wrong", found.outcome == "not_found", amount


def _misquotations(text: str, differences: Iterable[FoundDifference]) -> Iterator[Misquotation]:
    """*differences* of *text* in whole words; of a line that its article has not, the text has nothing."""
    for each in differences:
        start, end = whole_words(text, each.span)
        official = text[start : each.span[0]] + each.official + text[each.span[1] : end]
        yield Misquotation(quoted=text[start:end], span=(start, end), official=official)
