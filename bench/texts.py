"""``python -m bench.texts``: official texts and quotations beside them; what one costs in a short law and a long one.

Knows how to print a made-up law and to quote it rightly, with a slip, and not at all. Does not know how it is read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bench.clocks import now, since
from pipeline.address import Address
from pipeline.numerals import to_chinese
from pipeline.statutes import Collator, Quote, read_statute

ARTICLES: Final = (100, 1_000, 5_000)
QUOTED: Final = 1_000
"""Quotations of each kind; of those that stand nowhere no more are searched for by likeness than ``SEARCHES``."""


def main() -> None:
    """Print, per size of the law, microseconds per article read and per quotation, × those in the shortest."""
    print("| articles | read, µs per article | × | quoted rightly, µs | × | with a slip, µs | × | nowhere, µs | × |")
    print("| ---: " * 9 + "|")
    first: list[float] = []
    for articles in ARTICLES:
        figures = _figures(articles)
        first = first or figures
        cells = [f"{one:.0f} | {one / base:.2f}" for one, base in zip(figures, first, strict=True)]
        print(f"| {articles:,} | {' | '.join(cells)} |", flush=True)


def _figures(articles: int) -> list[float]:
    data = _law(articles)
    statute = read_statute(data, "law.txt")
    quotes = [1 + number * 7 % articles for number in range(QUOTED)]
    return [
        _seconds(lambda: read_statute(data, "law.txt")) / articles * 1e6,
        *(
            _seconds(lambda kind=kind: _collate(Collator(statute), quotes, kind)) / QUOTED * 1e6  # type: ignore[misc]
            for kind in (_rightly, _slip, _nowhere)
        ),
    ]


def _law(articles: int) -> bytes:
    lines = "\n".join(f"第{to_chinese(number)}条　{_rightly(number)}" for number in range(1, articles + 1))
    return f"云溪市古桥守护条例\n（2031年1月18日通过）\n{lines}\n".encode()


def _rightly(number: int) -> str:
    return f"第{to_chinese(number)}类古桥的养护人应当每月检查桥面，记录裂缝，并保存记录三年。"


def _slip(number: int) -> str:
    return _rightly(number).replace("三年", "五年")


def _nowhere(number: int) -> str:
    return f"任何人不得在第{to_chinese(number)}号河段垂钓、游泳、放生或者抛洒杂物。"


def _collate(collator: Collator, quotes: list[int], words: Callable[[int], str]) -> None:
    for number in quotes:
        collator.collate(Quote((Address(number),), (words(number),)))


def _seconds(work: Callable[[], object]) -> float:
    start = now()
    work()
    return since(start)[0]


if __name__ == "__main__":
    main()
