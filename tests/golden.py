"""The golden files: a PowerList as lines a person can write by hand, and the only command that rewrites them.

Knows the format of ``tests/fixtures/annex/golden.txt`` (described in its README) and how to print a list in it.
Does not know how a list is read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import regex

from pipeline.address import Address
from pipeline.fines import FoundFine
from pipeline.model import Current, Fine, Item, ItemPenalty, Law, PowerList, Provision, Reference, Sanction, Table
from pipeline.parse import parse
from pipeline.register import read_register

ROOT = Path(__file__).resolve().parent.parent
ANNEX = ROOT / "raw" / "sanming-wangxin.txt"
GOLDEN = ROOT / "tests" / "fixtures" / "annex" / "golden.txt"
LAWS = ROOT / "laws"


def parse_annex() -> PowerList:
    """The annex as ``make build`` reads it: with the register, as of the day that laws/as-of pins."""
    as_of = date.fromisoformat((LAWS / "as-of").read_text(encoding="utf-8").strip())
    return parse(ANNEX, register=read_register(LAWS), as_of=as_of)


def render(power_list: PowerList) -> str:
    """*power_list* in the golden format; spans are left out (they are checked by slicing)."""
    lines = [f"title {power_list.title}", f"authority {_value(power_list.authority)}"]
    lines.append(f"as_of {_value(power_list.as_of)}")
    for index, law in enumerate(power_list.laws):
        lines += [""] if index == 0 else []
        lines += _law(law)
    lines.append("")
    for block in power_list.blocks:
        cells = [regex.sub(r"\s+", "", cell) for cell in regex.split(r"\n\t", block.text)]
        lines.append(f"block {block.kind} {' | '.join(cells) if block.kind == 'header' else block.text}")
    for table in power_list.tables:
        lines += _table(table)
    lines.append("")
    for finding in power_list.findings:
        items = ",".join(map(str, finding.items)) or "~"
        lines.append(f"finding {finding.severity} {finding.code} | {items} | {_value(finding.quote)}")
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if value is None:
        return "~"
    return str(value) if value != "" else '""'


def _law(law: Law) -> list[str]:
    fields = ("citation", "document_number", "adopted_on", "effective_on", "rank_label")
    return [f"law {law.id} {law.name}", *(f"  {field} {_value(getattr(law, field))}" for field in fields)]


def _table(table: Table) -> list[str]:
    lines = ["", f"table {_value(table.label)}"]
    lines += [f"  {field} {_value(getattr(table, field))}" for field in ("caption", "power_type", "declared_count")]
    for item in table.items:
        lines += _item(item)
    return lines


def _item(item: Item) -> list[str]:
    fields = ("serial", "title", "sub_item", "power_type", "department", "level", "remarks")
    lines = ["", f"item {item.number}", *(f"  {field} {_value(getattr(item, field))}" for field in fields)]
    for basis in item.basis:
        lines.append(f"  basis {_value(basis.law)} {_value(basis.citation)}")
        for provision in basis.provisions:
            lines += [f"    {line}" for line in _provision(provision)]
    for penalty in item.penalties:
        duties = ", ".join(map(str, penalty.duties)) or "~"
        lines.append(f"  penalty {penalty.ordinal} | {duties} | {_given(item, penalty)}")
    return lines


def _given(item: Item, penalty: ItemPenalty) -> str:
    """``all`` sanctions of the provision, or those that the penalty gives for the duties it reaches."""
    provision = item.provisions[penalty.ordinal - 1]
    return "all" if penalty.sanctions == provision.sanctions else "、".join(each.text for each in penalty.sanctions)


def _provision(provision: Provision) -> Iterator[str]:
    label = _value(provision.label)
    yield f"provision {provision.ordinal} {provision.role} {label} = {_compact(provision.addresses)}"
    if provision.current is not None:
        yield f"  current {_current(provision.current)}"
    for paragraph in provision.paragraphs:
        yield f"  paragraph {_value(paragraph.number)} {_value(paragraph.text)}"
        for part in paragraph.subparagraphs:
            yield f"    subparagraph {part.label} {_value(part.number)} {_value(part.text)}"
    for reference in provision.references:
        yield f"  reference {' | '.join(_reference(reference))}"
    for sanction in provision.sanctions:
        yield f"  sanction {sanction.kind} {sanction.text} = {' | '.join(_circumstances(sanction))}"


def _current(current: Current) -> str:
    numbers = {True: "numbers changed", False: "numbers same", None: "numbers unknown"}[current.numbers_changed]
    fields = [
        f"{_value(current.quoted_version)} {_compact(current.quoted_addresses)}",
        f"{current.version} {_compact(current.addresses)}",
        current.change,
        f"also {_compact(current.also)}",
        f"candidates {_compact(current.candidates)}",
        numbers,
        "verified" if current.verified else "not verified",
    ]
    return " | ".join(fields)


def _compact(addresses: Iterable[Address]) -> str:
    return ", ".join(address.compact() for address in addresses) or "~"


def _circumstances(sanction: Sanction) -> list[str]:
    return [
        figures(sanction.fine) if sanction.fine else "~",
        sanction.tier,
        _value(sanction.condition),
        _value(sanction.who),
        "may" if sanction.optional else "must",
        _value(sanction.cumulation),
    ]


def figures(fine: Fine | FoundFine) -> str:
    """``yuan 5000-30000``, ``times ~-3 of 违法所得 cap 30000``."""
    named = (("of", fine.base), ("per", fine.per), ("cap", fine.cap))
    return f"{fine.unit} {_value(fine.min)}-{_value(fine.max)}" + "".join(f" {name} {v}" for name, v in named if v)


def _reference(reference: Reference) -> list[str]:
    places = ", ".join(f"{place.item}:{place.ordinal}" for place in reference.found_in) or "~"
    target = reference.target.compact() if reference.target else "~"
    law = reference.law or reference.law_name
    return [reference.text, reference.base, _value(law), target, reference.status, places, str(reference.found_count)]


def main() -> int:
    """Rewrite the golden file from what the program says now. ``make golden`` calls this and shows the diff."""
    GOLDEN.write_text(render(parse_annex()), encoding="utf-8")
    sys.stderr.write(f"rewrote {GOLDEN.relative_to(ROOT)}; read the diff before you commit it\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
