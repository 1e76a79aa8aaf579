"""What must be true of a sanction: its kind, its figures and the words they were read from.

Knows which fields belong together, and that words stand where they are said to stand. Does not know whether a figure
was read rightly (fines.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.model.quoted import Sanction


def sanction_problems(sanction: Sanction) -> Iterator[str]:
    """What cannot be true of *sanction*; most have no figures, no addressee and no condition, and are asked little."""
    plain = sanction.fine is None and sanction.who is None and sanction.condition is None
    if not plain or sanction.spans or sanction.tier == "aggravated":
        yield from _problems(sanction)


def _problems(sanction: Sanction) -> Iterator[str]:
    fine, spans = sanction.fine, sanction.spans
    if fine is not None and sanction.kind != "fine":
        yield f"{sanction.kind} has an amount, which only a fine can have"
    if sanction.tier == "aggravated" and sanction.condition is None:
        yield "an aggravated tier without a condition"
    base, per = (fine.base, fine.per) if fine else (None, None)
    for name, printed in (("who", sanction.who), ("condition", sanction.condition), ("base", base), ("per", per)):
        if (printed is None) != (name not in spans):
            yield f"{name} and its span belong together"
        elif printed is not None:
            yield from _slice_problems(sanction, name, printed)
    if (fine is not None and fine.cap is not None) != ("cap" in spans):
        yield "cap and its span belong together"
    if "amount" in spans and sanction.kind != "fine":
        yield f"{sanction.kind} has the span of an amount, which only a fine can have"
    if fine is not None and "amount" not in spans:
        yield "a fine without the span of its amount"


def _slice_problems(sanction: Sanction, name: str, printed: str) -> Iterator[str]:
    """A span may be longer than its words by the breaks of a narrow column, which are not among them."""
    start, end = sanction.spans[name]
    offset, stop = sanction.span
    if end - start < len(printed):
        yield f"{name} has {len(printed)} characters, its span {end - start}"
    elif offset <= start and end <= stop:
        unbroken = stop - offset == len(sanction.text)
        if unbroken and end - start != len(printed):
            yield f"{name} has {len(printed)} characters, its span {end - start}"
        elif (sanction.text[start - offset : end - offset] if unbroken else sanction.text).find(printed) < 0:
            yield f"{name} is not what stands at its span"
