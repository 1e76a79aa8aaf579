"""How the columns of a table share the width of a page.

Knows that a row is as high as its highest cell: columns are best equally full. Does not know what a column holds,
nor in which unit a width is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from pipeline.writers.measure import width_of

BREAK: Final = 6
"""Characters of room that the end of a paragraph costs: about half a line of a column that shares a page."""


LONGEST_NUMBER: Final = 6.0
"""Characters of a number that stand on one line at most: （二十一） does, a code of twenty digits is broken."""


class Need(NamedTuple):
    """What a column has to be given: at least this width, and room for so many characters in all its cells."""

    least: float
    amount: int


def share(room: float, needs: Sequence[Need]) -> list[float]:
    """Widths that together are *room*, in its unit.

    No column gets less than its least width; what is left goes to those that would be higher than the others. Where the
    least widths are too much for *room* they shrink alike; where nobody needs more than the least, they grow alike.
    """
    least = sum(need.least for need in needs)
    full = sorted((need for need in needs if need.amount), key=lambda need: need.least / need.amount)
    amount = sum(need.amount for need in full)
    left = room - least + sum(need.least for need in full)
    if least >= room or not full:
        return [need.least * room / least for need in needs]
    # A column whose least width is more than its part is given that, and the others share what is left.
    while len(full) > 1 and full[-1].least * amount > left * full[-1].amount:
        narrow = full.pop()
        amount -= narrow.amount
        left -= narrow.least
    each = left / amount
    return [max(need.least, need.amount * each) for need in needs]


def amount_of(text: str) -> int:
    """How much room *text* needs, in characters."""
    return len(text) + BREAK * text.count("\n")


def longest_number(numbers: Iterable[str | None]) -> float:
    """How many full-width characters the longest of *numbers* takes, LONGEST_NUMBER at most: （一）, 1-2-10."""
    lines = {line for number in set(numbers) if number for line in number.split("\n")}
    return min(max(map(width_of, lines), default=0.0), LONGEST_NUMBER)
