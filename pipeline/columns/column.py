"""What a column of a sheet to filter is.

Knows that a column has a heading, a value for each record, a width, and may mark a record's cell or lead to an item.
Does not know any record, nor any file format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, Literal, NamedTuple, TypeVar

Value = str | int | None
Mark = Literal["missing", "attention", "wrong"]
R = TypeVar("R")


class Column(NamedTuple, Generic[R]):
    """A column of a sheet with one record per row; its width is in half-width characters.

    ``mark`` says of a record whether its cell is one that the source does not have, or one to look at. ``leads`` names
    the item that the cell leads to, by its number; at most one column of a sheet has it.
    """

    heading: str
    get: Callable[[R], Value]
    width: float
    align: Literal["left", "center", "date"] = "left"
    mark: Callable[[R], Mark | None] | None = None
    leads: Callable[[R], int | None] | None = None


def distinct(words: Iterable[str], joint: str = "、") -> str:
    """*words* in their order, each once."""
    return joint.join(dict.fromkeys(words))


def numbers(found: Iterable[int]) -> Value:
    """Item numbers for people: 1—14、19; a number where it is one item, so that it sorts as one; each once."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(found)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    if len(runs) == 1 and runs[0][0] == runs[0][1]:
        return runs[0][0]
    return "、".join(map(_run, runs))


def _run(run: tuple[int, int]) -> str:
    first, last = run
    if first == last:
        return str(first)
    return f"{first}{'、' if last == first + 1 else '—'}{last}"
