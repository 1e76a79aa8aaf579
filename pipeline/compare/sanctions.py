"""The sanctions of a provision that was reworded → which came, which went, which fine is another.

Knows that a fine is its figures, and any other sanction its kind. Does not know how they were read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from rapidfuzz.distance import Indel

from pipeline.compare.nouns import SanctionChange
from pipeline.compare.substance import substance
from pipeline.model import Provision, Sanction

_BEFORE: Final = ("per", "base")
"""The figures that may stand before the words of the fine they belong to."""
_FIGURES: Final = (*_BEFORE, "amount", "cap")


def sanction_changes(old: Provision, new: Provision) -> tuple[SanctionChange, ...]:
    """Fines first, in their order, then the other sanctions and measures.

    Fines are paired by their place where there are as many as before (the tiers of a provision keep their order), else
    by their figures. 三万元 and 30000元 are one figure.
    """
    ours, theirs = ([each for each in side.sanctions if each.kind == "fine"] for side in (old, new))
    return (*_fines(ours, theirs), *_others(old.sanctions, new.sanctions))


def _fines(old: Sequence[Sanction], new: Sequence[Sanction]) -> Iterator[SanctionChange]:
    if len(old) == len(new):
        pairs: list[tuple[Sanction | None, Sanction | None]] = list(zip(old, new, strict=True))
    else:
        pairs = list(_aligned(old, new))
    for one, other in pairs:
        if one is None or other is None or _figures(one) != _figures(other):
            yield SanctionChange(
                kind="fine",
                old=_words(one),
                new=_words(other),
                old_fine=one.fine if one else None,
                new_fine=other.fine if other else None,
            )


def _aligned(old: Sequence[Sanction], new: Sequence[Sanction]) -> Iterator[tuple[Sanction | None, Sanction | None]]:
    """Runs of equal figures, and between them what is left on both sides, place by place."""
    left: tuple[list[Sanction], list[Sanction]] = ([], [])
    for step in Indel.opcodes([*map(_figures, old)], [*map(_figures, new)]):
        if step.tag == "equal":
            yield from zip_longest(*left)
            left = ([], [])
        else:
            left[0].extend(old[step.src_start : step.src_end])
            left[1].extend(new[step.dest_start : step.dest_end])
    yield from zip_longest(*left)


def _figures(sanction: Sanction) -> Hashable:
    """What makes it another fine; of one without figures, its words."""
    fine = sanction.fine
    if fine is None:
        return substance(_words(sanction)) if "amount" in sanction.spans else ""
    return fine.unit, fine.min, fine.max, substance(fine.base), substance(fine.per), fine.cap


def _words(sanction: Sanction | None) -> str | None:
    """三万元以下, 违法所得一倍以上三倍以下: from the base to the cap; of a fine without an amount, all its words.

    A unit or base may stand before the words of the fine: 每日处一百元 where it adjoins them, else 每株……一百元.
    """
    if sanction is None:
        return None
    start, stop = sanction.span
    inside = [span for name in _FIGURES if (span := sanction.spans.get(name)) and start <= span[0]] or [sanction.span]
    first, last = min(span[0] for span in inside), max(span[1] for span in inside)
    before = ""
    for name in _BEFORE:
        place = sanction.spans.get(name)
        if sanction.fine is None or place is None or start <= place[0]:
            continue
        adjoins = place[1] == start
        first = start if adjoins else first
        before += f"{getattr(sanction.fine, name)}{'' if adjoins else '……'}"
    if stop - start != len(sanction.text):  # a narrow column breaks them: no place in them is known
        return f"{before}{sanction.text}"
    return f"{before}{sanction.text[first - start : last - start]}"


def _others(old: Sequence[Sanction], new: Sequence[Sanction]) -> Iterator[SanctionChange]:
    """Of a kind there are more or fewer than before: the last ones came or went."""
    for sanctions, others, came in ((old, new, False), (new, old, True)):
        kept = Counter(each.kind for each in others)
        for sanction in sanctions:
            kept[sanction.kind] -= 1
            if sanction.kind != "fine" and kept[sanction.kind] < 0:
                old_words, new_words = (None, sanction.text) if came else (sanction.text, None)
                yield SanctionChange(kind=sanction.kind, old=old_words, new=new_words, old_fine=None, new_fine=None)
