"""Rules about provisions that the quoted version of their law does not have: 第九十条 of a law of 79 articles.

Knows who can tell: the register's counts, else the official text of that version. Does not know what becomes of
provisions that are there (moved.py), nor quotations that stand elsewhere in a text (official.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.address import Address
from pipeline.checks.official import called_text, is_told_wrong
from pipeline.checks.subject import Problem, Quoted, Subject
from pipeline.checks.versions import is_text_of
from pipeline.register import Standing, lacking
from pipeline.statutes import lacking as lacking_in_text

_UNVERIFIED: Final = "（登记册注明未全部核实）"


def provision_absent(subject: Subject) -> Iterator[Problem]:
    """Once per law, label and reason. Silent where the quotation has been found elsewhere in the text: there it is
    told of the label."""
    told = is_told_wrong(subject)
    found: dict[tuple[str, tuple[Address, ...], Absences], list[Quoted]] = defaultdict(list)
    for quoted in subject.quoted:
        law, addresses = quoted.basis.law, quoted.provision.addresses
        if law is not None and addresses and not told(quoted):
            absent = absences(subject, quoted)
            if absent.addresses:
                found[law, addresses, absent].append(quoted)
    names = {law.id: law.name for law in subject.laws}
    for (law, addresses, absent), places in found.items():
        first = places[0].provision
        items = tuple(dict.fromkeys(place.item.number for place in places))
        part = "" if absent.addresses == addresses else f"中的{'、'.join(map(str, absent.addresses))}"
        yield Problem(
            items,
            f"{subject.called_all(items)}引用的《{names[law]}》没有「{first.label}」{part}这一条款：{absent.why}；"
            "请核对条款序号，或核对引自哪一部法律、哪一版。",
            first.label,
            first.spans["label"],
        )


class Absences(NamedTuple):
    """Addresses that a law does not have, and why not."""

    addresses: tuple[Address, ...]
    why: str


def absences(subject: Subject, quoted: Quoted) -> Absences:
    """Which of the addresses of *quoted* its law does not have, and why not; none where that is not known.

    Where the version is open, those that no version has.
    """
    reasons: dict[Address, str] = {}
    for address in quoted.provision.addresses:
        why = _by_register(subject, quoted, address) or _by_text(subject, quoted, address)
        if why:
            reasons[address] = why
    return Absences(tuple(reasons), "；".join(dict.fromkeys(reasons.values())))


def _standing(subject: Subject, quoted: Quoted) -> Standing | None:
    law = quoted.basis.law
    return subject.judged.laws.get(law) if subject.judged and law is not None else None


def _by_register(subject: Subject, quoted: Quoted, address: Address) -> str | None:
    standing = _standing(subject, quoted)
    if standing is None:
        return None
    indices: Sequence[int] = standing.quoted[quoted.item.number]
    if not indices and quoted.item.number not in standing.printed:
        indices = range(len(standing.law.version))
    versions = [standing.version(index) for index in indices]
    why = [(version, reason) for version in versions if (reason := lacking(version, address))]
    if not why or len(why) < len(versions):
        return None
    return "，".join(f"{version.called}{'' if version.verified else _UNVERIFIED}{reason}" for version, reason in why)


def _by_text(subject: Subject, quoted: Quoted, address: Address) -> str | None:
    """What the official text tells, where it is that of the version quoted, as far as anybody knows."""
    laid = subject.laid_beside(quoted.basis)
    if laid is None or laid.how == "other":
        return None
    text = next(text for text in subject.texts if text.id == laid.text)
    statute, standing = subject.statutes[text.id], _standing(subject, quoted)
    versions = [standing.version(index) for index in standing.quoted[quoted.item.number]] if standing else []
    if not all(is_text_of(statute, version) for version in versions):
        return None
    possible = subject.held[text.law] if laid.how == "fit" and not versions else (statute,)
    reason = lacking_in_text(statute, address) if all(lacking_in_text(each, address) for each in possible) else None
    return f"{called_text(text)}{reason}" if reason else None
