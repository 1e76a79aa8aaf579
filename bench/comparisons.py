"""How long two lists take to be compared. ``python -m bench.comparisons [ITEMS…]`` prints a table.

Knows which pairs of lists are hard for a comparison, and makes them. Does not know how one is made.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Sequence
from typing import Final

from bench.clocks import run_times
from bench.lists import annex_like
from pipeline.compare import compare
from pipeline.model import Item, PowerList
from pipeline.parse import parse_bytes

SIZES: Final = (500, 5_000)


def _renamed(item: Item, title: str) -> Item:
    """*item* under another title, and so with another identity."""
    identity = hashlib.sha256(f"{item.number} {title}".encode()).hexdigest()[:16]
    return item.model_copy(update={"title": title, "id": identity})


def _a_word_more(item: Item) -> Item:
    title = item.title or ""
    return _renamed(item, title[:4] + "有关" + title[4:])


def _by_number(item: Item) -> Item:
    return _renamed(item, f"对违反第{item.number}号规定行为的处罚")


def _with(power_list: PowerList, change: Callable[[Item], Item]) -> PowerList:
    tables = [
        table.model_copy(update={"items": tuple(change(item) for item in table.items)}) for table in power_list.tables
    ]
    return power_list.model_copy(update={"tables": tuple(tables)})


def pairs(items: int) -> dict[str, tuple[PowerList, PowerList]]:
    """Lists of *items* items to compare, by what is hard about them."""
    whole = parse_bytes(annex_like(items).encode(), "list.txt")
    again = parse_bytes(annex_like(items).encode(), "list.txt")
    # Every item renamed, and all titles alike but for a number: nothing in a title is rare.
    plain = _with(whole, _by_number)
    return {
        "the same list": (whole, again),
        "every title a little otherwise": (whole, _with(again, _a_word_more)),
        "every title otherwise, and all alike but for a number": (
            plain,
            _with(plain, lambda item: _renamed(item, (item.title or "").replace("对违反", "对不遵守"))),
        ),
    }


def main(sizes: Sequence[int]) -> None:
    """Print seconds, and how much dearer an item is in a longer list."""
    print("| pair | items | seconds | changes | time per item |")
    print("|---|---:|---:|---:|---:|")
    base: dict[str, float] = {}
    for items in sizes:
        for name, (old, new) in pairs(items).items():
            seconds = min(cpu for cpu, _ in run_times(lambda old=old, new=new: compare(old, new)))  # type: ignore[misc]
            first = base.setdefault(name, seconds / items)
            found = len(compare(old, new).items)
            print(f"| {name} | {items:,} | {seconds:.2f} | {found:,} | × {seconds / items / first:.1f} |")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or SIZES)
