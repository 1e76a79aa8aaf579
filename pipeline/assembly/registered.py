"""What is read of a list → what the register is asked, and its answers → fields.

Knows which words of a provision the register needs. Does not know what it answers, nor why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pipeline.assembly.laws import Laws
from pipeline.assembly.provisions import Read, Reading
from pipeline.model import Law
from pipeline.register import CitedLaw, Judged, Quote, QuotedParagraph, Register, Told, Version, judge, versions_named

if TYPE_CHECKING:
    from pipeline.assembly.beside import Beside


class Consulted(NamedTuple):
    """The register to ask, and the day it is asked about."""

    register: Register
    as_of: date


def consult(consulted: Consulted, read: Sequence[Sequence[Read]], laws: Laws, beside: Beside | None = None) -> Judged:
    """What the register says of the laws and provisions of a list; official texts *beside* it prove what they can."""
    cited = _cited(consulted.register, read, laws)
    return judge(consulted.register, consulted.as_of, cited, dict(_told(read, beside)) if beside else {})


def as_registered(laws: Laws, judged: Judged | None) -> tuple[Law, ...]:
    """The laws of the list, each with its name in the register and the day on which that was last checked."""
    known = judged.laws if judged else {}
    return tuple(
        law.model_copy(update={"registered_name": standing.law.name, "checked_on": standing.checked_on})
        if (standing := known.get(law.id)) is not None
        else law
        for law in laws.by_id.values()
    )


def known_versions(register: Register) -> Iterator[tuple[Sequence[str], Sequence[frozenset[str]]]]:
    """The names of each law in *register*, and the dates of each of its versions: what official texts are found by."""
    for law in register.laws:
        yield (law.name, *law.short_names), [_dates(version) for version in law.version]


def dates_meant(register: Register, law: str, citation: str) -> list[frozenset[str]]:
    """The dates of each version of *law* that *citation* may mean; none where *register* cannot tell.

    It knows the versions by their document numbers too, and by days of which the citation does not say what they are.
    """
    held = register.find(law)
    return [_dates(version) for version in versions_named(law, citation, held.version) or ()] if held else []


def _dates(version: Version) -> frozenset[str]:
    """What a text of *version* may print as its own."""
    return frozenset(day.isoformat() for day in version.known_by)


def _told(read: Sequence[Sequence[Read]], beside: Beside) -> Iterator[tuple[tuple[int, int], Told]]:
    """Per item and ordinal what official texts prove of it."""
    for item, parts in enumerate(read, 1):
        ordinal = 0
        for part in parts:
            for draft in part.drafts:
                ordinal += 1
                proven = beside.proven(part, draft)
                if proven is not None:
                    yield (item, ordinal), Told(*proven)


def _cited(register: Register, read: Sequence[Sequence[Read]], laws: Laws) -> Iterator[CitedLaw]:
    """Every law an item names; its quotations only where the register holds it."""
    for item, parts in enumerate(read, 1):
        ordinal = 0
        for part in parts:
            quotes: list[Quote] = []
            held = part.law is not None and register.find(laws.by_id[part.law].name) is not None
            for draft in part.drafts:
                ordinal += 1
                if held and draft.reading.addresses:
                    quotes.append(_quote(item, ordinal, draft.reading))
            if part.law is not None and part.basis.law is not None:
                name = laws.by_id[part.law].name
                yield CitedLaw(part.law, name, item, part.basis.law.citation, tuple(quotes))


def _quote(item: int, ordinal: int, reading: Reading) -> Quote:
    paragraphs = tuple(QuotedParagraph(portion.items, portion.text) for portion in reading.wording.portions)
    cited = frozenset(
        found.target
        for found in reading.references
        if found.target is not None and found.base == "self" and found.law_name is None
    )
    return Quote(item, ordinal, reading.addresses, paragraphs, cited)
