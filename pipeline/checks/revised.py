"""The rule about items that name one version of a law and quote another: the date was revised, the articles were not.

Knows what proves it: the wording of an official text, or the articles that a quotation cites. Does not know which
version is in force (amended.py), nor what is wrong with a quotation that no text has (official.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from pipeline.checks.official import called_as_text, called_text
from pipeline.checks.subject import Problem, Quoted, Subject
from pipeline.statutes import ALL_OF_IT, Collator, Quote, Statute

_NAMED: Final = 3


class _Doubt(NamedTuple):
    """A citation of a law, whether it names a version, the one it is taken for, the other that is quoted, and what
    proves it."""

    law: str | None
    citation: str
    named: bool
    taken_for: str
    quoted: str
    by_wording: bool


def version_doubtful(subject: Subject) -> Iterator[Problem]:
    """Once per citation of a law and pair of versions."""
    doubts: dict[_Doubt, list[Quoted]] = defaultdict(list)
    for doubt, quoted in (*_by_wording(subject), *_by_numbers(subject)):
        doubts[doubt].append(quoted)
    for doubt, places in doubts.items():
        items = tuple(dict.fromkeys(place.item.number for place in places))
        labels = list(dict.fromkeys(place.named for place in places))
        shown = "、".join(labels[:_NAMED]) + (f"等{len(labels)}处" if len(labels) > _NAMED else "")
        proof = (
            f"与{doubt.taken_for}的该条不一致，却与{doubt.quoted}的该条相符"
            if doubt.by_wording
            else f"文内引用的条款序号不是{doubt.taken_for}的，而是{doubt.quoted}的"
        )
        yield Problem(
            items,
            f"{subject.called_all(items)}引用的「{doubt.citation}」，其{shown}{proof}；"
            f"{'所写的版本与所引的条文' if doubt.named else '所引各条'}可能没有一同更新，请核对。",
            doubt.citation,
            places[0].basis.spans["citation"],
        )


def of_another_version(subject: Subject) -> Iterator[tuple[Quoted, Statute]]:
    """What is not, word for word, in the article of its label in the official text of the version that it is taken
    for, and is in that of another one; with that text.

    Not where the list names a version whose text is not at hand: text_version_assumed says that.
    """
    collators = {
        text.id: [Collator(held) for held in subject.held[text.law] if held is not subject.statutes[text.id]]
        for text in subject.texts
    }
    known: dict[tuple[str, Quote], Statute | None] = {}
    for quoted in subject.collated:
        provision, collation, laid = quoted.provision, quoted.provision.collation, subject.laid_beside(quoted.basis)
        if collation is None or collation.outcome == "equal" or not provision.addresses:
            continue
        if laid is None or laid.how == "other":
            continue
        quote = Quote(provision.addresses, tuple(provision.text.split("\n")))
        key = (collation.text, quote)
        if key not in known:
            others = (each.statute for each in collators[collation.text] if each.score(quote) == ALL_OF_IT)
            known[key] = next(others, None)
        other = known[key]
        if other is not None:
            yield quoted, other


def _by_wording(subject: Subject) -> Iterator[tuple[_Doubt, Quoted]]:
    called = {text.id: called_text(text) for text in subject.texts}
    for quoted, other in of_another_version(subject):
        basis, collation = quoted.basis, quoted.provision.collation
        assert collation is not None  # it was found beside a text
        taken_for = called[collation.text]
        yield (
            _Doubt(
                basis.law, basis.citation, _names(subject, quoted), taken_for, called_as_text(other), by_wording=True
            ),
            quoted,
        )


def _by_numbers(subject: Subject) -> Iterator[tuple[_Doubt, Quoted]]:
    """Not where the wording proves it."""
    standings = subject.judged.laws if subject.judged else {}
    proven = {id(quoted.provision) for quoted, _ in of_another_version(subject)}
    for quoted in subject.quoted if any(standing.belied for standing in standings.values()) else ():
        law = quoted.basis.law
        standing = standings.get(law) if law is not None else None
        others = standing.belied.get((quoted.item.number, quoted.provision.ordinal)) if standing else None
        if standing is not None and others and id(quoted.provision) not in proven:
            named = "或者".join(standing.version(index).called for index in standing.quoted[quoted.item.number])
            other = "或者".join(standing.version(index).called for index in others)
            yield (
                _Doubt(law, quoted.basis.citation, named=True, taken_for=named, quoted=other, by_wording=False),
                quoted,
            )


def _names(subject: Subject, quoted: Quoted) -> bool:
    """Whether the law as cited says which version is meant."""
    laid, law = subject.laid_beside(quoted.basis), quoted.basis.law
    standing = subject.judged.laws.get(law) if subject.judged and law is not None else None
    return (laid is not None and laid.how == "cited") or (
        standing is not None and quoted.item.number in standing.printed
    )
