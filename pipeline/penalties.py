"""A provision's text → its role, and the sanctions it names.

Knows what tells a duty, a power and a penalty apart, by content. Does not know where the provision stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from pipeline.circumstances import Walk
from pipeline.fines import FinePlace, FoundFine, find_fines, open_fine
from pipeline.model import Cumulation, Role, Tier
from pipeline.patterns import lazy_regex
from pipeline.words import penalties as words
from pipeline.words.penalties import SanctionKind

_SENTENCE: Final = lazy_regex(r"[^。；\n：]+")
_LIABILITY: Final = ("criminal", "civil")
_NO_SPANS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType({})
_PERMITS: Final = ("permit_revocation", "permit_suspension")
_ORDER: Final = itemgetter(0)

_CONJUNCTIONS: Final = "并还也但且仍都均同时 "


_Placed: TypeAlias = tuple[int, int, SanctionKind, FoundFine | None, dict[str, tuple[int, int]]]
"""Where a sanction stands, its kind and, for a fine, what it amounts to and where that is printed."""


class FoundSanction(NamedTuple):
    """One sanction, measure or pointer: its kind, words, and span in the argument (code points, half open).

    ``fine`` is None where the sanction is no fine, prints no amount, or one that cannot be read; of these three only
    the last has ``spans["amount"]``. ``who``, ``condition`` and the words in ``fine`` are slices of the text, and
    ``spans`` says which; a condition stands without its final 的 (情节严重或拒不改正).
    """

    kind: SanctionKind
    text: str
    span: tuple[int, int]
    fine: FoundFine | None
    who: str | None
    condition: str | None
    tier: Tier
    optional: bool
    cumulation: Cumulation | None
    spans: Mapping[str, tuple[int, int]]


@lru_cache(maxsize=4096)
def find_sanctions(text: str) -> tuple[FoundSanction, ...]:
    """The sanctions that *text*, one provision, names, in text order, each occurrence once.

    Kinds follow 行政处罚法 第九条; corrective measures (第二十八条), pointers, criminal and civil liability keep
    kinds of their own. Alternatives (违法所得一倍以上三倍以下或者一千元以上一万元以下罚款) are two fines.
    What is returned is kept for the next call and cannot be changed.
    Total: any string is read, at a cost linear in its length.
    """
    found: list[FoundSanction] = []
    walk = Walk(text)
    for start, end, kind, fine, spans in _places(text):
        who, condition, tier, optional, cumulation = walk.to(start, end)
        who_words = condition_words = None
        if who:
            who_words, spans = text[who[0] : who[1]], {**spans, "who": who}  # noqa: PLW2901 - with its circumstances
        if condition:
            condition_words, spans = text[condition[0] : condition[1]], {**spans, "condition": condition}  # noqa: PLW2901
        if kind in _LIABILITY:
            tier = "base"
        found.append(
            FoundSanction(
                kind,
                text[start:end],
                (start, end),
                fine,
                who_words,
                condition_words,
                tier,
                optional,
                cumulation,
                MappingProxyType(spans) if spans else _NO_SPANS,
            )
        )
    return tuple(found)


@lru_cache(maxsize=4096)
def _places(text: str) -> tuple[_Placed, ...]:
    """The sanctions of *text* without their circumstances: fines by their amounts, all others by their words."""
    others: list[_Placed] = []
    named: list[tuple[int, int]] = []
    last = 0
    for match in words.SANCTION.finditer(text):
        kind = words.KINDS[match.lastindex or 0]
        start, end = match.span()
        if start < last:
            continue
        if kind == "fine":
            named.append((start, end))
            continue
        if kind == "practice_ban" and (period := words.PERIOD.search(text, max(last, start - 12), start)):
            start = period.start()
        others.append((start, end, kind, None, {}))
        if kind in _PERMITS:
            while more := words.MORE_PERMITS.match(text, end):
                start, end = more.span("permit")
                others.append((start, end, kind, None, {}))
        last = end
    ends = [other[1] for other in others]
    fines = find_fines(text, ends)
    if named:
        fines += list(_open_fines(text, named, ends, fines))
    if not fines:
        return tuple(others)
    others += [(start, end, "fine", fine, spans) for start, end, fine, spans in fines]
    others.sort(key=_ORDER)
    return tuple(_apart(others))


def _open_fines(
    text: str, named: Sequence[tuple[int, int]], ends: Sequence[int], fines: Sequence[FinePlace]
) -> Iterator[FinePlace]:
    """The 罚款 of *named* that *fines* do not cover."""
    done, last = 0, 0
    for start, end in named:
        while done < len(fines) and fines[done].end <= start:
            last = fines[done].end
            done += 1
        if done < len(fines) and fines[done].start <= start:
            continue
        before = bisect_right(ends, start)
        fine = open_fine(text, start, end, max(last, ends[before - 1] if before else 0))
        # 按照下列标准处以罚款：announces the amounts of its items and is no fine beside them
        if fine is not None and not (text.startswith(("：", ":", "，其中"), end) and done < len(fines)):
            yield fine
            last = fine.end


def _apart(placed: Sequence[_Placed]) -> Iterator[_Placed]:
    """*placed*, which are in text order; where two overlap, the words of the fine win, or begin after the other's."""
    last = 0
    for each in placed:
        start, end, kind, fine, spans = each
        if start >= last:
            yield each
            last = end
        elif kind == "fine" and end > last:
            yield last, end, kind, fine, spans
            last = end


@lru_cache(maxsize=4096)
def role_of(text: str) -> Role:
    """What *text*, one provision, does.

    ``penalty``: it names a sanction for a breach. ``duty``: it binds somebody other than an authority, whatever else
    it says. ``competence``: it speaks of an authority's powers or tasks. ``other``: none of these.
    """
    if words.BREACH.search(text) and any(placed[2] in words.PENALTIES for placed in _places(text)):
        return "penalty"
    if _binds_others(text):
        return "duty"
    return "competence" if _empowers(text) else "other"


def is_penal(power_type: str | None, title: str | None, roles: Iterable[Role]) -> bool:
    """Whether an item has duties and penalties: where its type or title says so, or one of its provisions punishes.

    *roles* are those of its provisions. A licence, an inspection, a confirmation and the like has none, whatever it
    quotes; an item of no type may have them, for nothing says otherwise.
    """
    kind = power_type or ""
    if not kind or words.PENALTY_TITLE in kind or (title or "").endswith(words.PENALTY_TITLE):
        return True
    return not words.NO_PENALTY.search(kind) and "penalty" in roles


@lru_cache(maxsize=4096)
def role_beside_penalties(text: str) -> Role:
    """What *text* does in the basis of an item that punishes nobody: ``competence``, or ``other``."""
    return "competence" if _empowers(text) else "other"


def _empowers(text: str) -> bool:
    """Whether *text* gives an authority a task or a power, or says what it must do."""
    if not words.AUTHORITY.search(text):
        return False
    if words.POWER.search(text):
        return True
    return any(
        (words.MAY.search(sentence.group()) or words.MODAL.search(sentence.group()))
        and any(_is_authority(_subject(clause)) for clause in sentence.group().split("，"))
        for sentence in _SENTENCE.finditer(text)
    )


def _subject(clause: str) -> str:
    """What stands before the modal word of *clause*; all of it where it has none."""
    modal = words.MODAL.search(clause)
    return clause[: modal.start()] if modal else clause


def _binds_others(text: str) -> bool:
    """Whether some clause with 应当, 不得 … has a subject that is no authority.

    The subject is what stands before the modal word in its clause; a clause without one inherits the subject of the
    clause before it in the sentence. A bound nobody (“建设…应当…”) counts as the regulated party. A sentence that opens
    with a breach says what follows from it, not what must be done.
    """
    for sentence in _SENTENCE.finditer(text):
        if words.CONSEQUENCE.match(text, *sentence.span()):
            continue
        authority = False
        for clause in sentence.group().split("，"):
            modal = words.MODAL.search(clause)
            before = clause[: modal.start()] if modal else clause
            if before.strip(_CONJUNCTIONS):
                authority = _is_authority(before)
            if modal and not authority:
                return True
    return False


def _is_authority(subject: str) -> bool:
    """“市公安机关和有关部门” is an authority; “未经公安机关批准” and “公安机关备案的单位” are not."""
    match = words.AUTHORITY.search(subject)
    if match is None or words.NOT_SUBJECT.search(subject, 0, match.start()):
        return False
    rest = subject[match.end() :]
    return rest.startswith("及其") or not words.OTHER_BODY.search(rest)
