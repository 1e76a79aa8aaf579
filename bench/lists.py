"""A list of n distinct items in the annex's shape: what the benchmarks read.

Knows how the annex is printed and how its items quote their laws. Does not know how a list is read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Final, NamedTuple

from bench import vocabulary as words
from pipeline.numerals import to_chinese

ITEMS_PER_LAW: Final = 15
_HEADINGS: Final = ("序号", "权责事项", "子项", "设定依据", "实施主体和\n\n责任主体", "行使层级", "备注")
_ROWS_PER_HEADER: Final = (2, 3, 2, 2, 3)

# Share of the items, caption, how a title ends.
_TABLES: Final = (
    (0.7, "行政处罚", "的处罚"),
    (0.1, "行政许可", ""),
    (0.2, "其他权责事项", "的监督管理和处罚"),
)
_LICENCES: Final = 1

# How often an office slips, per item or law: two characters change places in a title, the rest of a list is left out,
# a law is printed without number and date, or with a word more than elsewhere.
_TITLE_SLIP: Final = 1 / 40
_ELISION: Final = 1 / 3
_UNDATED: Final = 1 / 8
_OTHER_CITATION: Final = 1 / 100

# Per place in a law: how its duty is quoted. "two" = whole article, its second paragraph cited; "labelled" =
# 第九条　第三款; "before" the same, beginning 有前款情形的; "list" = with （一）（二）…; "wide" = its first paragraph
# only, under a label that says whole article.
_FORMS: Final = (
    "plain", "two", "labelled", "labelled", "plain", "plain", "labelled", "wide", "labelled", "two",
    "before", "list", "labelled", "plain", "plain",
)  # fmt: skip
# The last two items of a law quote three duties each, as the annex's items 20 and 24 do.
_EXTRA_DUTIES: Final = 2
_BIG: Final = (13, 14)
_BORROWER: Final = 5


class _Duty(NamedTuple):
    """One duty article: what stands under the label, and how a penalty cites it."""

    label: str
    lines: tuple[str, ...]
    cited: str
    title: str


class _Penalty(NamedTuple):
    label: str
    lines: tuple[str, ...]


@dataclass(slots=True)
class _Law:
    """A made-up law: every quotation from it is worded once, so that items quote it alike."""

    citation: str
    competence: str
    duties: list[_Duty]
    licences: list[_Duty]
    penalties: list[_Penalty] = field(default_factory=list)


class _Entry(NamedTuple):
    """One item to print: its place in its law, the law whose penalty it quotes as well, the end of its title."""

    number: int
    law: _Law
    place: int
    lender: _Law | None
    ending: str
    is_licence: bool


def annex_like(items: int) -> str:
    """The text of a list with *items* items; always the same text for the same number.

    Measured on the annex and kept: 3.5 provisions, 5.7 references and some 1,500 UTF-8 bytes per item, a header row
    every 2 to 3 items, one 款 label in six provisions, numbers running through the tables. A law has 15 items.
    """
    rng = Random(items)  # noqa: S311 (the same list every time is the point)
    counts = _counts(items)
    parts = ["附件：\n\n", words.TITLE, "\n"]
    laws: list[_Law] = []
    number = 0
    for table, (_, caption, ending) in enumerate(_TABLES):
        if table:
            parts.append("\n\n")
        parts.append(f"表{to_chinese(table + 1)}：{caption}（共{counts[table]}项） \n{_header()}")
        for row in range(counts[table]):
            if row and _needs_header(row):
                parts.append(_header())
            law, place = divmod(number, ITEMS_PER_LAW)
            if law == len(laws):
                laws.append(_law(law))
            number += 1
            lender = laws[rng.randrange(law)] if law and place == _BORROWER and table == 0 else None
            parts.extend(_row(rng, _Entry(number, laws[law], place, lender, ending, table == _LICENCES)))
    return "".join(parts)


def _counts(items: int) -> list[int]:
    shares = [int(items * share) for share, _, _ in _TABLES]
    return [items - sum(shares[1:]), *shares[1:]]


def _needs_header(row: int) -> bool:
    place = row % sum(_ROWS_PER_HEADER)
    return place in {sum(_ROWS_PER_HEADER[:index]) for index in range(len(_ROWS_PER_HEADER))}


def _header() -> str:
    return "".join(f"\t{heading}\n" for heading in _HEADINGS) + "\n"


# --- rows -----------------------------------------------------------------------------------------------------------


def _row(rng: Random, entry: _Entry) -> Iterator[str]:
    """The seven cells of an item."""
    law, lender = entry.law, entry.lender
    if entry.is_licence:
        duties, penalties = [law.licences[entry.place]], []
        title = duties[0].title
    else:
        duties = _duties_of(law, entry.place)
        penalties = [law.penalties[index] for index in _penalties_of(entry.place)]
        title = f"对{_slipped(rng, duties[0].title)}{entry.ending}"
    yield f"\t{entry.number}\n\t{title}\n\t\n"
    yield f"\t{_cited_differently(rng, law.citation)}\n"
    yield f"\n{law.competence}\n"
    for duty in duties:
        yield _quoted(duty.label, duty.lines)
    for penalty in penalties:
        elided = len(penalty.lines) > 1 and rng.random() < _ELISION
        yield _quoted(penalty.label, penalty.lines[:-1] if elided else penalty.lines)
    if lender:
        yield f"\n{lender.citation}\n\n{lender.competence}\n"
        yield _quoted(lender.duties[0].label, lender.duties[0].lines)
        yield _quoted(lender.penalties[0].label, lender.penalties[0].lines)
    yield "" if entry.number % 3 == 0 else "\n"
    yield f"\t{rng.choice(words.DEPARTMENTS)}\n\t{rng.choice(words.LEVELS)}\n\t\n\n"


def _quoted(label: str, lines: Sequence[str]) -> str:
    return f"\n{label}　" + "\n\n".join(lines) + "\n"


def _duties_of(law: _Law, place: int) -> list[_Duty]:
    if place not in _BIG:
        return [law.duties[place]]
    first = len(_FORMS) + _BIG.index(place) * _EXTRA_DUTIES
    return [law.duties[place], *law.duties[first : first + _EXTRA_DUTIES]]


def _penalties_of(place: int) -> tuple[int, ...]:
    """Which penalties of its law an item quotes; see ``_penalties``."""
    if place in _BIG:
        return (4, 5)
    return (0,) if place < 7 else (1,) if place < 9 else (2,) if place == 10 else (3,)


def _slipped(rng: Random, title: str) -> str:
    """Once in a while 登记 becomes 记登."""
    if rng.random() >= _TITLE_SLIP:
        return title
    middle = len(title) // 2
    return title[:middle] + title[middle + 1] + title[middle] + title[middle + 2 :]


def _cited_differently(rng: Random, citation: str) -> str:
    return citation.replace("日施行", "日起施行") if rng.random() < _OTHER_CITATION else citation


# --- laws -----------------------------------------------------------------------------------------------------------


def _law(number: int) -> _Law:
    """Law *number* (from 0), with articles, duties and penalties of its own: the same whoever asks."""
    rng = Random(number)  # noqa: S311
    wave, pair = divmod(number, len(words.MATERIALS) * len(words.OBJECTS))
    turn, material = divmod(pair, len(words.MATERIALS))
    thing = words.OBJECTS[(turn + 7 * material) % len(words.OBJECTS)]
    facet = words.FACETS[(number + wave) % len(words.FACETS)]
    kind = words.KINDS[number % len(words.KINDS)]
    domain = words.MATERIALS[material] + thing
    fixed = {"domain": domain, "object": thing, "kind": kind, "who": domain + words.ROLES[number % len(words.ROLES)]}
    competence = words.COMPETENCES[number % len(words.COMPETENCES)].format(**fixed)
    article = rng.randint(6, 12)
    forms = [*_FORMS, *["plain"] * (_EXTRA_DUTIES * len(_BIG))]
    patterns = rng.sample(words.DUTIES, len(forms))
    order = _order_of_articles(len(forms))
    duties = [
        _duty(rng, article + order[index], form, pattern, fixed)
        for index, (form, pattern) in enumerate(zip(forms, patterns, strict=True))
    ]
    licences = [_licence(rng, article + order[index], fixed) for index in range(len(_FORMS))]
    law = _Law(
        f"《{domain}{facet}管理{kind}》{_note(rng)}",
        f"第{to_chinese(rng.randint(3, 5))}条　{competence}",
        duties,
        licences,
    )
    law.penalties.extend(_penalties(rng, article + len(forms) + rng.randint(3, 15), duties, fixed))
    return law


def _order_of_articles(count: int) -> list[int]:
    """Position in the law per duty: the three duties of one item stand together, so that a range can name them."""
    order = list(range(len(_FORMS)))
    order[_BIG[1]] += _EXTRA_DUTIES
    first, second = order[_BIG[0]], order[_BIG[1]]
    order += [first + 1, first + 2, second + 1, second + 2]
    return order[:count]


def _note(rng: Random) -> str:
    number, year, month = rng.randint(1, 90), rng.randint(2031, 2049), rng.randint(1, 12)
    if rng.random() < _UNDATED:
        return ""
    issuer = rng.choice(("云溪市人民代表大会常务委员会公告", "云溪市人民政府令", "风物局令"))
    return f"（{issuer}第{number}号　{year}年{month}月1日施行）"


def _things(rng: Random) -> dict[str, str]:
    one, other = rng.sample(words.THINGS, 2)
    return {
        "a": rng.choice(words.QUALITIES) + one,
        "b": rng.choice(words.QUALITIES) + other,
        "n": to_chinese(rng.randint(2, 30)),
    }


def _duty(rng: Random, article: int, form: str, pattern: words.DutyWords, fixed: dict[str, str]) -> _Duty:
    filled = {**fixed, **_things(rng)}
    who = fixed["who"]
    label = cited = f"第{to_chinese(article)}条"
    demand = pattern.law.format(**filled) + rng.choice(words.FOLLOWING).format(**filled)
    text = who + demand
    lines: tuple[str, ...] = (text,)
    if form == "two":
        lines = (words.FIRST_PARAGRAPH.format(**filled), text)
        cited += "第二款"
    elif form in ("labelled", "before"):
        paragraph = rng.choice("二三")
        label, cited = f"{label}　第{paragraph}款", f"{cited}第{paragraph}款"
        if form == "before":
            lines = (words.BEFORE.format(**filled) + demand,)
    elif form == "list":
        numbered = [f"（{to_chinese(n)}）{item.format(**filled)}" for n, item in enumerate(words.LIST_ITEMS, 1)]
        lead = words.LIST_LEAD.format(**filled)
        lines = (text, lead, *(f"{line}；" for line in numbered[:-1]), f"{numbered[-1]}。")
        cited += "第一款"
    elif form == "wide":
        cited += "第一款"
    return _Duty(label, lines, cited, who + pattern.title.format(**filled) + rng.choice(words.TITLE_TAILS))


def _licence(rng: Random, article: int, fixed: dict[str, str]) -> _Duty:
    filled = {**fixed, **_things(rng)}
    label = f"第{to_chinese(article)}条"
    who = fixed["who"]
    return _Duty(label, (who + words.LICENCE.law.format(**filled),), label, who + words.LICENCE.title.format(**filled))


def _penalties(rng: Random, article: int, duties: Sequence[_Duty], fixed: dict[str, str]) -> Iterator[_Penalty]:
    """Six penalties: one with a long list of articles, one with （一）, a pointing one, a heavy one, a range, two."""
    low, high = rng.choice(words.AMOUNTS)
    filled = {**fixed, **_things(rng), "low": low, "high": high}

    def worded(pattern: str, cited: str) -> str:
        return pattern.format(**filled, cited=cited)

    def label(offset: int) -> str:
        return f"第{to_chinese(article + offset)}条"

    def each(first: int, last: int) -> str:
        return "、".join(duty.cited for duty in duties[first:last])

    acts = [act.format(**filled) for act in words.PENALTY_ITEMS]
    yield _Penalty(label(0), (worded(words.PENALTY_LONG, each(0, 8)),))
    yield _Penalty(label(1), (worded(words.PENALTY_LISTED, each(7, 9)), f"（一）{acts[0]}；", f"（二）{acts[1]}。"))
    yield _Penalty(f"{label(2)}　第二款", (worded(words.PENALTY_POINTING, each(10, 11)),))
    yield _Penalty(label(3), (worded(words.PENALTY_MIDDLE, f"{duties[9].cited}、{each(11, 13)}"),))
    ranges = "、".join(f"{duties[first].cited}至{duties[last].cited}" for first, last in ((13, 16), (14, 18)))
    yield _Penalty(label(4), (worded(words.PENALTY_RANGE, ranges),))
    yield _Penalty(label(5), (worded(words.PENALTY_LONG, f"{duties[13].cited}、{duties[14].cited}"),))


def main() -> None:
    """Write the list of as many items as the command line says to stdout, as UTF-8."""
    sys.stdout.buffer.write(annex_like(int(sys.argv[1])).encode())


if __name__ == "__main__":
    main()
