"""法条索引: a record per law and article, with the items that quote it and those that cite it.

Knows what belongs under one article, and when two quotations of one address say something different.
Does not know any file format, nor which wording is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from pipeline.address import Address, ArticleKey, article_key, sort_key
from pipeline.columns.column import Column, Mark, numbers
from pipeline.columns.names import UNLABELLED
from pipeline.model import PowerList, Provision
from pipeline.variants import bare, different_wordings

_UNKNOWN: Final[ArticleKey] = (1 << 30, 0)
"""Provisions whose label names no article: after all others of their law."""


class Conflict(NamedTuple):
    """An address with different texts: how many there are, and the items that have them."""

    address: Address
    texts: int
    items: tuple[int, ...]


class IndexRecord(NamedTuple):
    """An article of a law, as the list quotes and cites it; ``article`` is empty where no label names one."""

    law: str
    article: str
    addresses: tuple[Address, ...]
    """The article and its parts that are quoted, each once, in the order of the law."""
    quoted_in: list[int]
    """The item of each quotation."""
    cited_in: list[int]
    """The item of each reference."""
    conflicts: tuple[Conflict, ...]


class _Entry:
    """An article while the list is gone through."""

    __slots__ = ("cited_in", "quoted_in", "texts")

    def __init__(self) -> None:
        self.quoted_in: list[int] = []
        self.cited_in: list[int] = []
        self.texts: dict[Address, dict[str, int]] = {}
        """Of each address quoted the texts, and the first item that has it."""


def index_records(power_list: PowerList) -> Iterator[IndexRecord]:
    """One record per article: the laws of the list in its order, then those it only mentions; articles in order."""
    names = {law.id: law.name for law in power_list.laws}
    laws: dict[str, dict[ArticleKey, _Entry]] = {law: {} for law in names}
    for item in power_list.items:
        for basis in item.basis:
            own = laws.setdefault(basis.law or "", {})
            for provision in basis.provisions:
                _quote(own, item.number, provision)
                for reference in provision.references:
                    if reference.target is not None:
                        cited = laws.setdefault(reference.law or reference.law_name or "", {})
                        _entry(cited, article_key(reference.target)).cited_in.append(item.number)
    for law, entries in laws.items():
        for key in sorted(entries):
            yield _record(names.get(law, law), key, entries[key])


def _entry(entries: dict[ArticleKey, _Entry], key: ArticleKey) -> _Entry:
    entry = entries.get(key)
    if entry is None:
        entry = entries[key] = _Entry()
    return entry


def _quote(entries: dict[ArticleKey, _Entry], item: int, provision: Provision) -> None:
    """A label over several paragraphs of one article (第一、二款) is one quotation of it, its text that of neither."""
    if not provision.addresses:
        _entry(entries, _UNKNOWN).quoted_in.append(item)
        return
    for key in dict.fromkeys(map(article_key, provision.addresses)):
        _entry(entries, key).quoted_in.append(item)
    single = len(provision.addresses) == 1
    for address in provision.addresses:
        texts = entries[article_key(address)].texts.setdefault(address, {})
        if single and provision.text:
            texts.setdefault(provision.text, item)


def _record(law: str, key: ArticleKey, entry: _Entry) -> IndexRecord:
    article = "" if key == _UNKNOWN else str(Address(key[0], key[1] or None))
    addresses = tuple(sorted(entry.texts, key=sort_key))
    conflicts = tuple(
        conflict for address in addresses if (conflict := _conflict(address, entry.texts[address])) is not None
    )
    return IndexRecord(law, article, addresses, entry.quoted_in, entry.cited_in, conflicts)


def _conflict(address: Address, texts: dict[str, int]) -> Conflict | None:
    if len(texts) < 2:
        return None
    first: dict[str, int] = {}
    for text, item in texts.items():
        first.setdefault(bare(text), item)
    different = different_wordings(list(first))
    if len(different) < 2:
        return None
    return Conflict(address, len(different), tuple(first[text] for text in different))


def _standing_out(record: IndexRecord) -> Mark | None:
    return "attention" if record.conflicts else None


def _first_item(record: IndexRecord) -> int:
    """The first that quotes the article; where none does, the first that cites it."""
    return (record.quoted_in or record.cited_in)[0]


INDEX_COLUMNS: Final[tuple[Column[IndexRecord], ...]] = (
    Column("法律", lambda r: r.law, 34),
    Column("条", lambda r: r.article or UNLABELLED, 14, "left", _standing_out),
    Column("首见事项", _first_item, 9, "center", leads=_first_item),
    Column("引文处数", lambda r: len(r.quoted_in), 9, "center"),
    Column("引有的事项", lambda r: numbers(r.quoted_in), 28),
    Column("引有的条款项", lambda r: "、".join(map(str, r.addresses)), 30),
    Column("援引处数", lambda r: len(r.cited_in), 9, "center"),
    Column("援引的事项", lambda r: numbers(r.cited_in), 28),
    Column(
        "同条异文",
        lambda r: "\n".join(f"{c.address}：{c.texts}种文字，见事项{numbers(c.items)}" for c in r.conflicts),
        30,
        "left",
        _standing_out,
    ),
)
