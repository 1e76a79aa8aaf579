"""Rules about quoted provisions that stand elsewhere now, or say something else.

Knows how to say it without saying it twice: what only moved is told once for each set of items that quotes it, what
changed once for each provision. Does not know how the register found its answer, nor laws as a whole (amended.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.address import Address
from pipeline.checks.subject import Problem, Quoted, Subject
from pipeline.model import Change, Current

_BECAME: Final[dict[Change, str]] = {"changed": "内容已修改", "merged": "已与其他条款合并", "split": "已分列几条"}
_UNVERIFIED: Final = "（登记册注明未全部核实）"


class _Group(NamedTuple):
    """A provision, its fate, and all places that quote it."""

    current: Current
    places: list[Quoted]

    @property
    def items(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(place.item.number for place in self.places))

    @property
    def label(self) -> str:
        return self.places[0].provision.label


def provision_moved(subject: Subject) -> Iterator[Problem]:
    """What only has another number now: once for all provisions that the same items quote."""
    together: dict[tuple[object, ...], list[_Group]] = defaultdict(list)
    for group in _groups(subject, ("renumbered",)):
        together[group.places[0].basis.law, group.items].append(group)
    for groups in together.values():
        first = groups[0]
        moves = "；".join(map(_move, groups))
        yield _problem(
            first,
            f"{_where(subject, first)}有{len(groups)}处条款序号已变：{moves}；条文内容未改，请核对序号。",
        )


def provision_changed(subject: Subject) -> Iterator[Problem]:
    """What says something else now: once per provision."""
    for group in _groups(subject, ("changed", "merged", "split")):
        current = group.current
        yield _problem(
            group,
            f"{_where(subject, group)}的「{group.label}」{_exactly(group)}{_BECAME[current.change]}，"
            f"{_where_now(current)}{_also(current)}{_note(current)}；请按现行文本核对。",
        )


def provision_now_a_pointer(subject: Subject) -> Iterator[Problem]:
    """What has no sanction of its own any more: once per provision."""
    for group in _groups(subject, ("moved_to_pointer",)):
        current = group.current
        yield _problem(
            group,
            f"{_where(subject, group)}的「{group.label}」{_exactly(group)}现为{_now(current)}{_also(current)}，"
            f"不再自有处罚，只指向其他法律的规定{_note(current)}；请补引所指的规定，并核对处罚的种类和数额。",
        )


def provision_repealed(subject: Subject) -> Iterator[Problem]:
    """What an amendment deleted; of a law that has ended law-repealed says it for all."""
    ended = {law for law, standing in subject.judged.laws.items() if standing.repealed} if subject.judged else set()
    for group in _groups(subject, ("repealed",)):
        if group.places[0].basis.law not in ended:
            yield _problem(
                group,
                f"{_where(subject, group)}的「{group.label}」{_exactly(group)}在现行文本中已删除"
                f"{_note(group.current)}；请核对依据。",
            )


def provision_unclear(subject: Subject) -> Iterator[Problem]:
    """What may be one of several 款 that fared differently; where the version is open law-amended says it for all."""
    for group in _groups(subject, ("ambiguous",)):
        if group.current.quoted_version is not None:
            places = "、".join(map(str, group.current.candidates)) or "（已删除）"
            yield _problem(
                group,
                f"{_where(subject, group)}的「{group.label}」没有写明是哪一款，各款去向不同，"
                f"现在可能是{places}；请写明款号后核对。",
            )


def _groups(subject: Subject, changes: Sequence[Change]) -> Iterable[_Group]:
    """The provisions that fared so, each with all its places: alike in law, label, place and fate."""
    if subject.judged is None:
        return ()
    found: dict[tuple[object, ...], _Group] = {}
    for quoted in subject.quoted:
        current = quoted.provision.current
        if current is not None and current.change in changes:
            fate = (current.quoted_version, current.quoted_addresses, current.addresses, current.candidates)
            key = (quoted.basis.law, quoted.provision.addresses, *fate)
            found.setdefault(key, _Group(current, [])).places.append(quoted)
    return found.values()


def _problem(group: _Group, message: str) -> Problem:
    provision = group.places[0].provision
    return Problem(group.items, message, provision.label, provision.spans["label"])


def _where(subject: Subject, group: _Group) -> str:
    names = {law.id: law.name for law in subject.laws}
    law = group.places[0].basis.law
    assert law is not None  # the register was asked about a named law
    return f"{subject.called_all(group.items)}引用的《{names[law]}》"


def _move(group: _Group) -> str:
    """「第四十七条」→第四十九条, or of what stands where it stood 「第二十一条」文内引用的条款序号已改变."""
    current = group.current
    if current.addresses == current.quoted_addresses:
        numbers = "文内引用的条款序号已改变" + ("" if current.verified else _UNVERIFIED)
        return f"「{group.label}」{_exactly(group)}{numbers}{_note(current)}"
    return f"「{group.label}」{_exactly(group)}→{_now(current)}{_beside(current)}"


def _where_now(current: Current) -> str:
    stays = current.addresses == current.quoted_addresses
    return f"{'仍' if stays else '现'}为{_now(current)}"


def _said(current: Current) -> str:
    return "、".join(map(str, current.quoted_addresses))


def _now(current: Current) -> str:
    return "、".join(map(str, current.addresses)) + ("" if current.verified else _UNVERIFIED)


def _exactly(group: _Group) -> str:
    """（即第五十九条第二款）, where the register knows better than the label where it stood."""
    if group.current.quoted_addresses == group.places[0].provision.addresses:
        return ""
    return f"（即{_said(group.current)}）"


def _beside(current: Current) -> str:
    """（文内引用的条款序号也已改变；另见第六十二条第二款：…）"""
    numbers = "文内引用的条款序号也已改变" if current.numbers_changed else ""
    also = "另见" + _places(current.also) if current.also else ""
    words = "；".join(part for part in (numbers, current.note or also) if part)
    return f"（{words}）" if words else ""


def _also(current: Current) -> str:
    return f"，另见{_places(current.also)}" if current.also else ""


def _note(current: Current) -> str:
    return f"：{current.note}" if current.note else ""


def _places(addresses: Sequence[Address]) -> str:
    return "、".join(map(str, addresses))
