"""The penalties of an item with the duties they reach, as the data contract has them.

Knows which parts of an item reach.py asks about. Does not know how a penalty reaches a duty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.assembly.provisions import Draft, Fields, Read
from pipeline.reach import Cited, Duty, reach


def penalties(parts: Sequence[Read], basis: Sequence[Fields]) -> list[Fields]:
    """One entry per penalty provision of the item read as *parts*, whose provisions *basis* has as fields."""
    provisions = list(_provisions(parts, basis))
    duties = [
        Duty(fields["ordinal"], law, fields["addresses"])
        for law, _, fields in provisions
        if fields["role"] == "duty" and fields["addresses"]
    ]
    return [_penalty(draft, fields, duties) for _, draft, fields in provisions if fields["role"] == "penalty"]


def _penalty(draft: Draft, fields: Fields, duties: Sequence[Duty]) -> Fields:
    reading = draft.reading
    cited = [
        # A law that the list does not quote goes by its name: it is not the law of a basis that names none.
        Cited(found.span, resolved["law"] or found.law_name, found.target)
        for found, resolved in zip(reading.references, fields["references"], strict=True)
    ]
    reached = reach(reading.text, cited, [sanction.span for sanction in reading.sanctions], duties)
    return {
        "ordinal": fields["ordinal"],
        "duties": reached.duties,
        "sanctions": [fields["sanctions"][index] for index in reached.sanctions],
    }


def _provisions(parts: Sequence[Read], basis: Sequence[Fields]) -> Iterator[tuple[str | None, Draft, Fields]]:
    """Law, draft and fields of every provision of the item, in order."""
    for part, fields in zip(parts, basis, strict=True):
        for draft, provision in zip(part.drafts, fields["provisions"], strict=True):
            yield part.law, draft, provision
