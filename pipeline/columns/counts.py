"""统计: how many items and provisions there are by type, department, law, level and sanction.

Knows what is counted, and under which name. Does not know any file format, nor how a count is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TypeVar

from pipeline.columns.names import NO_CELL, NOTHING, SANCTION_NAMES, SEVERITY_NAMES, STATUS_NAMES
from pipeline.model import Item, PowerList


class Count(NamedTuple):
    """A line of a tally: a name, and a number for each of the tally's headings after the first."""

    name: str
    numbers: tuple[int, ...]


class Tally(NamedTuple):
    """Counts under one title; ``headings`` has the names' heading first, then one for each number."""

    title: str
    headings: tuple[str, ...]
    counts: tuple[Count, ...]
    beside: bool = False
    """Whether its names are this house's, few and short; the list's own may be many and long."""
    chart: str = ""
    """What a picture of its first numbers is called; empty where one would show nothing worth seeing."""


K = TypeVar("K", bound=str)

_BY_ITEM: Final = ("事项数", "条文数")
_LONGEST: Final = 200


def tallies(power_list: PowerList) -> Iterator[Tally]:
    """All tallies in the order of the sheet: the whole, five that count items, then references and findings."""
    items = power_list.items
    references = [r for item in items for p in item.provisions for r in p.references]
    whole = {
        "表": len(power_list.tables),
        "事项": len(items),
        "依据法律": len(power_list.laws),
        "条文": sum(len(item.provisions) for item in items),
        "引用": len(references),
        "核校意见": len(power_list.findings),
    }
    statuses = Counter(reference.status for reference in references)
    severities = Counter(finding.severity for finding in power_list.findings)
    yield Tally("总数", ("名称", "数目"), tuple(Count(name, (number,)) for name, number in whole.items()))
    yield _by_cell("权责类型", items, lambda item: item.power_type)
    yield _by_cell("实施主体和责任主体", items, lambda item: item.department)
    yield _by_cell("行使层级", items, lambda item: item.level)
    yield _by_law(items, {law.id: law.name for law in power_list.laws})
    yield _by_sanction(items)
    yield Tally("按引用状态", ("状态", "引用数"), _named(statuses, STATUS_NAMES), beside=True)
    yield Tally("按核校意见级别", ("级别", "意见数"), _named(severities, SEVERITY_NAMES), beside=True)


def _by_cell(heading: str, items: Iterable[Item], of: Callable[[Item], str | None]) -> Tally:
    """Every item once, under what stands in its cell, however that is broken over lines."""
    there: Counter[str] = Counter()
    provisions: Counter[str] = Counter()
    for item in items:
        words = of(item)
        name = NO_CELL if words is None else "".join(words.split()) or NOTHING
        there[name] += 1
        provisions[name] += len(item.provisions)
    return Tally(f"按{heading}", (heading, *_BY_ITEM), _ranked(there, provisions))


def _by_law(items: Iterable[Item], names: Mapping[str, str]) -> Tally:
    """An item under each of its laws."""
    there: Counter[str] = Counter()
    provisions: Counter[str] = Counter()
    for item in items:
        own: Counter[str] = Counter()
        for basis in item.basis:
            own[names.get(basis.law or "", NOTHING)] += len(basis.provisions)
        there.update(dict.fromkeys(own, 1))
        provisions.update(own)
    return Tally("按依据法律", ("法律", *_BY_ITEM), _ranked(there, provisions), chart="各法律所据事项数")


def _by_sanction(items: Iterable[Item]) -> Tally:
    """An item under each kind that its penalties provide; the provisions are those that do."""
    there: Counter[str] = Counter()
    provisions: Counter[str] = Counter()
    for item in items:
        own: Counter[str] = Counter()
        for penalty in item.penalties:
            own.update(dict.fromkeys((SANCTION_NAMES[sanction.kind] for sanction in penalty.sanctions), 1))
        there.update(dict.fromkeys(own, 1))
        provisions.update(own)
    counts = _ranked(there, provisions)
    return Tally("按处罚与措施种类", ("种类", *_BY_ITEM), counts, beside=True, chart="各种处罚与措施所涉事项数")


def _ranked(there: Mapping[str, int], provisions: Mapping[str, int]) -> tuple[Count, ...]:
    """Most items first; equals as they came."""
    names = sorted(there, key=lambda name: -there[name])
    return tuple(Count(_short(name), (there[name], provisions[name])) for name in names)


def _short(name: str) -> str:
    """A line's name is no place for a page of text; the other sheets have it whole."""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


def _named(counts: Mapping[K, int], names: Mapping[K, str]) -> tuple[Count, ...]:
    """One line per code, those that do not occur too, in the order of *names*."""
    return tuple(Count(name, (counts.get(code, 0),)) for code, name in names.items())
