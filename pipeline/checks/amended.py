"""Rules about laws that the register knows: amended, repealed, not in it.

Knows when a law as cited is worth a word, and says it once for all items that cite it. Does not know how the register
found its answer, nor single provisions (moved.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pipeline.checks.absent import absences
from pipeline.checks.subject import Problem, Quoted, Subject
from pipeline.model import Basis, Change, Item
from pipeline.numerals import day
from pipeline.register import Standing, Version

_CHANGES: Final[dict[Change, str]] = {
    "same": "{}处未变",
    "renumbered": "{}处只改序号",
    "changed": "{}处内容有修改",
    "merged": "{}处与他条合并",
    "split": "{}处分列几条",
    "moved_to_pointer": "{}处改为指向其他法律",
    "repealed": "{}处已删除",
    "ambiguous": "{}处去向不能断定",
}
_UNVERIFIED: Final = "（登记册注明未全部核实）"
_NAMED: Final = 3
_BY_WORDING: Final = "正式文本的文字"
_BY_NUMBERS: Final = "所引条款的序号"
_BY_NUMBERS_AND_DAY: Final = "所引条款的序号和施行日期"


def law_repealed(subject: Subject) -> Iterator[Problem]:
    """Once per law that had ended by the day."""
    for law_id, standing in _standings(subject):
        repeal = standing.law.repealed
        if not standing.repealed or repeal is None:
            continue
        items, first = _cited(subject, law_id)
        name = _name(subject, law_id)
        instead = f"，代之以《{repeal.replaced_by}》" if repeal.replaced_by else ""
        yield Problem(
            items,
            f"「{name}」自{day(repeal.on.isoformat())}起已废止{instead}"
            f"{'' if repeal.verified else _UNVERIFIED}（共{len(items)}项引用）；请核对依据，"
            "废止以前的行为一般仍适用原规定。",
            name,
            first.spans["citation"],
        )


def law_not_in_force(subject: Subject) -> Iterator[Problem]:
    """Once per law of which no version is in force yet on the day."""
    for law_id, standing in _standings(subject):
        if standing.now is None and not standing.repealed:
            assert subject.judged is not None  # there is a standing
            items, first = _cited(subject, law_id)
            name, begin = _name(subject, law_id), standing.version(0)
            unsure = "" if begin.verified else _UNVERIFIED
            yield Problem(
                items,
                f"截至{day(subject.judged.as_of)}，「{name}」尚未施行（自{day(begin.in_force_from.isoformat())}起施行{unsure}；"
                f"共{len(items)}项引用）；请核对，施行以前不能作为依据。",
                name,
                first.spans["citation"],
            )


def law_amended(subject: Subject) -> Iterator[Problem]:
    """Once per law and version quoted that is not in force: where something quoted is affected, or may be."""
    yield from _amended(subject, affected=True)


def law_amended_elsewhere(subject: Subject) -> Iterator[Problem]:
    """As ``law_amended``, where the register says that everything quoted still stands as it stood."""
    yield from _amended(subject, affected=False)


def law_amendment_pending(subject: Subject) -> Iterator[Problem]:
    """Once per law that is quoted as in force on the day, where a version is known that comes into force after it.

    And where that version is quoted before it is in force.
    """
    for law_id, standing in _standings(subject):
        if standing.now is None or standing.repealed:
            continue
        assert subject.judged is not None  # there is a standing
        as_of = subject.judged.as_of
        yield from _ahead(subject, law_id, standing)
        coming = [v for v in standing.law.version[standing.now + 1 :] if v.date.isoformat() <= as_of]
        cited = [each for each in subject.cited[law_id] if standing.quoted[each[0].number] == (standing.now,)]
        if not coming or not cited:
            continue
        name, first = _name(subject, law_id), cited[0][1]
        begin = day(coming[0].in_force_from.isoformat())
        items = tuple(dict.fromkeys(item.number for item, _ in cited))
        yield Problem(
            items,
            f"「{name}」已有{_act(coming[0])}{'' if coming[0].verified else _UNVERIFIED}，自{begin}起施行；"
            f"{subject.called_all(items)}引用的是截至{day(as_of)}仍施行的{standing.version(standing.now).called}，届时须再核对。",
            name,
            first.spans["citation"],
        )


def _ahead(subject: Subject, law_id: str, standing: Standing) -> Iterator[Problem]:
    """Once per version quoted that is not in force yet, another one being; or per versions that it can be, all such."""
    assert standing.now is not None  # the caller's case
    assert subject.judged is not None  # there is a standing
    name, now = _name(subject, law_id), standing.version(standing.now)
    for versions in dict.fromkeys(standing.quoted.values()):
        if not versions or min(versions) <= standing.now:
            continue
        cited = [each for each in subject.cited[law_id] if standing.quoted[each[0].number] == versions]
        items = tuple(dict.fromkeys(item.number for item, _ in cited))
        quoted = "或者".join(
            f"{standing.version(index).called}（自{day(standing.version(index).in_force_from.isoformat())}起施行）"
            for index in versions
        )
        yield Problem(
            items,
            f"{subject.called_all(items)}引用的是「{name}」{quoted}；"
            f"截至{day(subject.judged.as_of)}施行的仍是{now.called}，请核对。",
            name,
            cited[0][1].spans["citation"],
        )


def _amended(subject: Subject, *, affected: bool) -> Iterator[Problem]:
    for versions, called in _outdated(subject).values():
        standing = _together([standing for _, standing in called])
        cited = [
            each for law_id, one in called for each in subject.cited[law_id] if one.quoted[each[0].number] == versions
        ]
        cited.sort(key=lambda each: each[0].number)
        quoted = [Quoted(item, basis, each) for item, basis in cited for each in basis.provisions if each.addresses]
        known = [each for each in quoted if each.provision.current or not absences(subject, each).addresses]
        others = {*standing.belied, *standing.single}
        sure = [each for each in known if (each.item.number, each.provision.ordinal) not in others]
        changes = Counter(each.provision.current.change if each.provision.current else None for each in sure)
        unlike = (len(quoted) - len(known), len(known) - len(sure))
        if (set(changes) <= {"same"}) == affected:
            continue
        items = tuple(dict.fromkeys(item.number for item, _ in cited))
        first = cited[0][1]
        assert first.law is not None  # the register was asked about a named law
        name = _name(subject, first.law)
        message = _message(subject, standing, name, versions, items, changes, unlike)
        yield Problem(items, message, name, first.spans["citation"])


def _outdated(subject: Subject) -> dict[object, tuple[tuple[int, ...], list[tuple[str, Standing]]]]:
    """Per law of the register, and versions of it that are quoted and not in force, its names in the list, by their
    ids: 《网络安全法》 and 《中华人民共和国网络安全法》 are one law."""
    found: dict[object, tuple[tuple[int, ...], list[tuple[str, Standing]]]] = {}
    for law_id, standing in _standings(subject):
        if standing.repealed or standing.now is None:
            continue
        for versions in dict.fromkeys(standing.quoted.values()):
            # of those that are not in force yet law_amendment_pending says it
            if versions and versions != (standing.now,) and min(versions) <= standing.now:
                found.setdefault((standing.law.name, versions), (versions, []))[1].append((law_id, standing))
    return found


def _together(standings: Sequence[Standing]) -> Standing:
    """The standing of one law under all its names, but for the versions that each item can be of."""
    return standings[0]._replace(
        printed=frozenset().union(*(each.printed for each in standings)),
        proven=frozenset().union(*(each.proven for each in standings)),
        by_day=frozenset().union(*(each.by_day for each in standings)),
        belied={place: versions for each in standings for place, versions in each.belied.items()},
        single={place: versions for each in standings for place, versions in each.single.items()},
    )


def _message(  # noqa: PLR0913, PLR0917 - what the sentence is made of
    subject: Subject,
    standing: Standing,
    name: str,
    versions: Sequence[int],
    items: Sequence[int],
    changes: Counter[Change | None],
    unlike: tuple[int, int],
) -> str:
    """The sentence; *unlike* are how many of the provisions quoted the version does not have (provision_absent), and
    how many are not of it, or may not be (version_doubtful)."""
    assert subject.judged is not None  # there is a standing
    called, as_of = f"「{name}」", day(subject.judged.as_of)
    assert standing.now is not None  # law_not_in_force says the rest
    now = standing.version(standing.now)
    quoted = "或者".join(standing.version(index).called for index in versions)
    items_named = subject.called_all(items)
    if len(versions) > 1:
        return (
            f"{items_named}引用{called}没有写明版本，所引条文与{quoted}的序号都相符，不能断定引用的是哪一版；"
            f"截至{as_of}施行的是{now.called}，请写明版本后核对。"
        )
    between = standing.law.version[versions[0] + 1 : standing.now + 1]
    acts = "、".join(_act(version) for version in between)
    times = f"{len(between)}次" if len(between) > 1 else ""
    undated = [item for item in items if item not in standing.printed]
    which = f"其中{subject.called_all(undated)}" if len(undated) < len(items) else ""
    how = f"（{which}没有写明版本，{decided_by(standing, items)}）" if undated else ""
    sure = "" if standing.law.latest_verified and all(v.verified for v in between) else _UNVERIFIED
    begin = day(now.in_force_from.isoformat())
    head = f"{called}已{times}修改：{acts}{sure}，现行文本自{begin}起施行；{items_named}引用的是{quoted}{how}，"
    absent, others = unlike
    parts = (f"{absent}处是该文本没有的条款" if absent else "", f"{others}处不是或者不一定是该文本的" if others else "")
    lacking = "，".join(filter(None, parts))
    if not changes:
        return f"{head}{f'所引条文中{lacking}' if lacking else '没有引用可以核对的条文'}，是否受影响没有核对。"
    if set(changes) <= {"same"}:
        return f"{head}所引条文{f'中{lacking}，其余' if lacking else ''}在现行文本中未变。"
    told = "，".join(words.format(changes[kind]) for kind, words in _CHANGES.items() if changes[kind])
    unknown = f"{changes[None]}处的变动登记册没有记载" if changes[None] else ""
    counts = "，".join(words for words in (told, unknown, lacking) if words)
    return (
        f"{head}所引条文中{counts}；请按现行文本核对，施行以前的行为一般仍适用原规定，"
        "新规定处罚较轻的除外（行政处罚法第三十七条），不要径行替换。"
    )


def decided_by(standing: Standing, items: Iterable[int]) -> str:
    """据正式文本的文字判断: what tells the version that *items* quote, of those among them that do not print it."""
    proven = [item in standing.proven for item in items if item not in standing.printed]
    by_numbers = _BY_NUMBERS_AND_DAY if standing.by_day.intersection(items) else _BY_NUMBERS
    reasons = [_BY_WORDING] * any(proven) + [by_numbers] * (not all(proven))
    return f"据{'和'.join(reasons)}判断"


def law_unknown(subject: Subject) -> Iterator[Problem]:
    """Once for all laws that the register does not hold, and once per law of which it does not hold the text named."""
    if subject.judged is None:
        return
    names = {law.id: law.name for law in subject.laws}
    unknown = subject.judged.unknown
    if unknown:
        items = {item.number for law_id in unknown for item, _ in subject.cited.get(law_id, ())}
        named = "、".join(f"「{names[law_id]}」" for law_id in unknown[:_NAMED])
        more = f"等{len(unknown)}部法律" if len(unknown) > _NAMED else ""
        yield Problem(tuple(sorted(items)), f"法律登记册中没有{named}{more}，所引条文是否仍为现行没有核对。")
    for law_id, standing in _standings(subject):
        cited = [
            (item, basis)
            for item, basis in subject.cited[law_id]
            if not standing.quoted[item.number] and not _is_told(subject, standing, item, basis)
        ]
        if cited:
            first = cited[0][1]
            items = {item.number for item, _ in cited}
            texts = "、".join(version.called for version in standing.law.version)
            why = "写明的日期或文号" if items <= standing.printed else _BY_NUMBERS
            yield Problem(
                tuple(sorted(items)),
                f"「{first.citation}」{why}与法律登记册所载的各版（{texts}）都不相符，所引条文是否仍为现行没有核对。",
                first.citation,
                first.spans["citation"],
            )


def _is_told(subject: Subject, standing: Standing, item: Item, basis: Basis) -> bool:
    """Whether provision_absent says why the quotations fit no version: of each that none has it."""
    quoted = [Quoted(item, basis, each) for each in basis.provisions if each.addresses]
    return item.number not in standing.printed and all(absences(subject, each).addresses for each in quoted)


def _standings(subject: Subject) -> Iterator[tuple[str, Standing]]:
    if subject.judged is not None:
        yield from subject.judged.laws.items()


def _cited(subject: Subject, law_id: str) -> tuple[tuple[int, ...], Basis]:
    cited: Sequence[tuple[Item, Basis]] = subject.cited[law_id]
    return tuple(dict.fromkeys(item.number for item, _ in cited)), cited[0][1]


def _name(subject: Subject, law_id: str) -> str:
    """The law as the list calls it."""
    return next(law.name for law in subject.laws if law.id == law_id)


def _act(version: Version) -> str:
    number = f"（{version.document_number}）" if version.document_number else ""
    return f"{day(version.date.isoformat())}{version.act}{number}"
