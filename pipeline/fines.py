"""A provision's text → the amounts of its fines, as numbers.

Knows when an amount is a fine and what it says: unit, bounds, base, per, ceiling. Does not know who pays it or when,
nor other sanctions but where they end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

from pipeline.amounts import Bounds, read_amount, whole_or_float
from pipeline.model import FineUnit, Number
from pipeline.numerals import parse_amount
from pipeline.words import fines as words

Place: TypeAlias = tuple[int, int]

_REACH: Final = 90
"""So far before an amount its verb and base are looked for; the longest base in the corpus has 40 characters."""
_LONGEST: Final = 40
"""No number with its sign is longer."""


class FoundFine(NamedTuple):
    """What a fine amounts to; *min* or *max* is None where the text sets no such bound. Both ends are included."""

    unit: FineUnit
    min: Number | None
    max: Number | None
    base: str | None
    per: str | None
    cap: Number | None


class FinePlace(NamedTuple):
    """A fine: its words are ``text[start:end]``.

    ``fine`` is None where it has no amount, or one that cannot be read; only then does ``spans`` have "amount".
    """

    start: int
    end: int
    fine: FoundFine | None
    spans: dict[str, Place]


class _Printed(NamedTuple):
    """An amount that is a fine, and the words around it: its clause so far, its verb, what follows up to 罚款."""

    text: str
    start: int
    end: int
    clause: int
    verb: re.Match[str] | None
    fined: re.Match[str] | None


def find_fines(text: str, others: Sequence[int]) -> list[FinePlace]:
    """The fines of *text* that have an amount, in text order, apart from each other.

    *others* are the ends of the other sanctions, ascending: a base does not begin before them. Thresholds
    (违法所得十万元以上的，), 罚金 and rules of competence (处二百元以下罚款的，可以当场…) are no fines. Linear.
    """
    found: list[FinePlace] = []
    done = position = seen = 0
    while sign := words.SIGN.search(text, position):
        first, limit = sign.start(), max(seen, sign.start() - _LONGEST)
        while first > limit and text[first - 1] in words.NUMBER_PARTS:
            first -= 1
        plain = words.PLAIN.match(text, first)
        fine = _plain(text, plain) if plain else None
        if fine is not None:
            found.append(fine)
            done = seen = position = fine.end
            continue
        amount = words.AMOUNT.search(text, first, sign.end() + _LONGEST)
        if amount is None:
            position = sign.end()
            continue
        start, seen = amount.span()
        position = max(sign.start(), seen)
        floor = max(done, start - _REACH)
        if others and others[0] <= start:
            floor = max(floor, others[bisect_right(others, start) - 1])
        fine = _fine(text, start, seen, floor)
        if fine is not None:
            found.append(fine)
            done = seen = fine.end
            position = max(position, done)
    return found


def _plain(text: str, plain: re.Match[str]) -> FinePlace | None:
    """处五千元以上三万元以下罚款, three fines of four: what _fine would say of it, without looking around further."""
    start, end = plain.span()
    verb = start - (2 if text[start - 1 : start] == "以" else 1)
    if (
        verb < 1
        or text[verb] != "处"
        or text[verb - 1] in words.NO_VERB
        or text.find("每", max(0, verb - 20), verb) >= 0
    ):
        return None
    unit, low, high = read_amount(plain["amount"]) or (None, None, None)
    fine = FoundFine(unit, low, high, None, None, None) if unit else None
    return FinePlace(verb, end, fine, {"amount": plain.span("amount")})


def open_fine(text: str, start: int, end: int, floor: int) -> FinePlace | None:
    """The 罚款 at *start* of a fine whose amount is not printed or cannot be read; None where no fine is imposed.

    *floor* is where the sanction before it ends: 警告、罚款 is a fine without a verb of its own.
    """
    clause = _clause(text, max(floor, start - _REACH), start)
    verb = _last(words.VERB, text, clause, start)
    if verb:
        while verb.end() < start and text[start - 1] in "的 \u3000":
            start -= 1
        if words.SOME_NUMBER.search(text, verb.end(), start):
            return FinePlace(verb.start(), end, None, {"amount": (verb.end(), start)})
        ceiling = words.CEILING.match(text, end)
        return _only_ceiling(verb.start(), ceiling) if ceiling else FinePlace(verb.start(), end, None, {})
    listed = words.OPEN_LISTED.match(text, floor, start)
    if words.OPEN.search(text, clause, start) or (floor and listed and listed.end() == start):
        return FinePlace(start, end, None, {})
    unread = words.UNREAD_AFTER.match(text, end)
    return FinePlace(start, unread.end("amount"), None, {"amount": unread.span("amount")}) if unread else None


def _only_ceiling(start: int, ceiling: re.Match[str]) -> FinePlace:
    """处以罚款，但最高不超过三万元: what limits the fine is all that is known of it."""
    value = parse_amount(ceiling["cap"])
    fine = FoundFine("yuan", None, whole_or_float(value), None, None, None) if value else None
    return FinePlace(start, ceiling.end(), fine, {"amount": (ceiling.start("cap"), ceiling.end("cap_unit"))})


def _fine(text: str, start: int, end: int, floor: int) -> FinePlace | None:
    """The amount at [start, end) as a fine; None where it is a threshold or anything else."""
    fined = words.FINED.match(text, end)
    if fined is None and text[end : end + 1] in ("的", "罚"):
        return None
    clause = _clause(text, floor, start)
    verb = _last(words.VERB, text, clause, start)
    if verb is None and text.startswith("为", clause):
        verb = words.VERB_COMMA.search(text, max(floor, clause - 7), clause)
    elif (
        verb is None
        and text[clause - 1 : clause] in ("：", ":")
        and (clause == start or words.SHARE.match(text, start))
    ):
        verb = words.VERB_COLON.search(text, max(floor, clause - 7), clause)
    if words.ADDED.search(text, clause, start):
        return None
    if fined is None:
        if not (verb or _listed(text, clause, start)) or not words.ENDED.match(text, end):
            return None
        fined = words.CEILING.match(text, end)
    bounds = read_amount(text[start:end])
    if bounds is None or (verb is None and words.AT_LEAST.search(text, clause, start)):
        return None
    return _placed(_Printed(text, start, end, clause, verb or words.BY.search(text, clause, start), fined), bounds)


def _listed(text: str, clause: int, start: int) -> bool:
    """An item that has the amount only: （一）未登记的，五百元 under 处以下列罚款：, 栏杆每米五元 under 按下列标准."""
    before = text[max(0, clause - 2) : clause]
    if before in ("的，", "的：") and (clause == start or text.startswith("每", clause)):
        lead_in = words.LEAD_IN
    elif before.endswith(("：", ":", "；")) and text.find("每", clause, start) >= 0:
        lead_in = words.STANDARDS
    else:
        return False
    return lead_in.search(text, max(0, start - 20 * _REACH), start) is not None


def _clause(text: str, floor: int, end: int) -> int:
    """Where the clause that ends at *end* begins, at *floor* at the earliest; a comma in brackets ends no clause."""
    find = text.rfind
    while True:
        clause = max(
            find("，", floor, end) + 1, find("；", floor, end) + 1, find("。", floor, end) + 1,
            find("\n", floor, end) + 1, find("：", floor, end) + 1, find(":", floor, end) + 1, floor,
        )  # fmt: skip
        opened = find("（", floor, clause)
        if opened < 0 or find("）", opened, clause) >= 0 or text.find("）", clause, end) < 0:
            return clause
        end = opened


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text, start, end):
        last = match
    return last


def _placed(printed: _Printed, bounds: Bounds) -> FinePlace:
    text, start, end, clause, verb, fined = printed
    unit, low, high = bounds
    spans: dict[str, Place] = {"amount": (start, end)}
    middle, stop = verb.end() if verb else clause, start
    if middle < start and (at_most := words.AT_MOST.search(text, middle, start)):
        stop = at_most.start()
        low = None if low == high else low
    elif verb and words.AT_MOST_BEFORE.search(text, max(clause, verb.start() - 6), verb.start()):
        low = None if low == high else low
    elif middle < start and (at_least := words.AT_LEAST.search(text, middle, start)):
        stop = at_least.start()
        high = None if low == high else high
    base = per = cap = None
    if unit == "yuan":
        if place := _per(printed, middle, stop):
            spans["per"], per = place, text[place[0] : place[1]]
    elif unit:
        if low == high:
            low, high, middle = _bounded(text, middle, stop, low)
        if place := _base(text, middle, stop, clause):
            spans["base"], base = place, text[place[0] : place[1]]
        if place := _per(printed, stop, stop):
            spans["per"], per = place, text[place[0] : place[1]]
    if fined:
        end = fined.end()
        ceiling = fined.lastgroup or ""
        if ceiling.endswith("_unit"):
            number = ceiling.removesuffix("_unit")
            spans["cap"] = (fined.start(number), fined.end(ceiling))
            cap = whole_or_float(parse_amount(fined[number]))
    begin = _begin(printed, spans)
    if unit is None or (cap is None and "cap" in spans):
        return FinePlace(begin, end, None, {"amount": spans["amount"]})
    return FinePlace(begin, end, FoundFine(unit, low, high, base, per, cap), spans)


def _bounded(text: str, middle: int, stop: int, value: Number | None) -> tuple[Number | None, Number | None, int]:
    """Least, most, and where the base begins: 处不超过违法所得三倍 says before the base that its factor is a bound."""
    if bound := words.BASE_AT_MOST.match(text, middle, stop):
        return None, value, bound.end()
    if bound := words.BASE_AT_LEAST.match(text, middle, stop):
        return value, None, bound.end()
    return value, value, middle


def _begin(printed: _Printed, spans: dict[str, Place]) -> int:
    """Where the words of the fine begin: with its verb 处, 罚款 or 按, else with its base or amount."""
    text, start, _, clause, verb, _ = printed
    if verb is None or verb.group()[0] in "给予课科":
        return min(start, *(place[0] for place in spans.values() if place[0] >= clause))
    said = words.SAID.search(text, max(0, clause - 6), clause) if verb.start() == clause else None
    return said.start() if said else verb.start()


def _per(printed: _Printed, middle: int, stop: int) -> Place | None:
    """每平方米: between the verb (*middle*) and the amount (*stop*), before the verb, or after the amount."""
    text, start, _, clause, verb, fined = printed
    earlier = max(0, clause - _LONGEST)
    if text.find("每", earlier, stop) < 0:
        return fined.span("per") if fined and fined.groupdict().get("per") else None
    match = words.PER.search(text, middle, stop)
    if match is None:
        match = words.PER_BEFORE.search(text, earlier, verb.start() if verb else min(clause, start))
    if match is None:
        return None
    last = match.end()
    while text[last - 1] in "的 \u3000":
        last -= 1
    return match.start(), last


def _base(text: str, start: int, stop: int, clause: int) -> Place | None:
    """What is multiplied: the words between verb and factor, else the 违法所得 printed last before them."""
    head = words.BASE_HEAD.match(text, start, stop)
    first = head.end() if head else start
    tail = words.BASE_TAIL.search(text, first, stop)
    last = tail.start() if tail else stop
    if first < last:
        return first, last
    reach = max(0, clause - _REACH)
    segment = max(reach, *(text.rfind(limit, reach, clause) + 1 for limit in "；。\n"))
    before = _last(words.BASE_BEFORE, text, segment, clause)
    return before.span() if before else None
