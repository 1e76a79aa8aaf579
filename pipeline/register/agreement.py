"""What must be true of a file in laws/, and of all of them together.

Knows the order of versions, how far addresses reach, and that nothing is told twice. Does not know where a file comes
from, nor whether what it says is so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from pipeline.address import Address, contains
from pipeline.register.counts import counted, lacking, provisions
from pipeline.register.names import law_key
from pipeline.register.nouns import LawFile, Move, Transition, Version


def law_problems(law: LawFile) -> Iterator[str]:
    """What cannot be true of *law*, in Chinese, each with its place in the file."""
    yield from _version_problems(law)
    dates = [version.date for version in law.version]
    following = dict(pairwise(dates))
    seen: set[object] = set()
    for index, transition in enumerate(law.transition, 1):
        name = f"第{index}个 [[transition]]（{transition.old} → {transition.new}）"
        if transition.old not in dates or transition.new not in dates:
            yield f"{name}：from 和 to 应当是本文件 [[version]] 中已有的 date"
        elif transition.new <= transition.old:
            yield f"{name}：变动只能由旧版到新版，不能倒回或循环；请对调 from 和 to，或删去这一段"
        elif transition.old in seen:
            yield f"{name}：由 {transition.old} 起的变动已经写过一次，两段重叠；请并为一段"
        elif following[transition.old] != transition.new:
            yield (f"{name}：中间还有 {following[transition.old]} 一版，与别的变动重叠；请分成相邻两版之间的几段")
        else:
            versions = {version.date: version for version in law.version}
            yield from _move_problems(name, transition, versions[transition.old], versions[transition.new])
        seen.add(transition.old)


def _version_problems(law: LawFile) -> Iterator[str]:
    for before, after in pairwise(law.version):
        if after.date <= before.date:
            yield f"[[version]] {after.date}：各版应当由旧到新，日期不得重复；前面一版是 {before.date}"
        elif after.in_force_from <= before.in_force_from:
            yield (
                f"[[version]] {after.date}：施行日期 {after.in_force_from} 不晚于前一版的施行日期 "
                f"{before.in_force_from}，两版的施行期间重叠；请核对"
            )
    for version in law.version:
        name = f"[[version]] {version.date}"
        yield from _date_problems(name, version)
        for field, counts in (("paragraphs", version.paragraphs), ("subparagraphs", version.subparagraphs)):
            for address in counts or {}:
                if (address.paragraph is None) != (field == "paragraphs") or address.subparagraph is not None:
                    example = "8 = 2" if field == "paragraphs" else '"21.1" = 5'
                    yield f"{name}：{field} 中的 {address.compact()} 写法不对，应当如 {example}"
                else:
                    yield from _beyond(f"{name}：{field} 中的", address, version)
    first, last = law.version[0], law.version[-1]
    if law.checked_on < last.date:
        yield f"checked_on：核对日期 {law.checked_on} 早于最后一版 {last.date}；请核对"
    if law.repealed and law.repealed.on <= first.in_force_from:
        yield f"[repealed]：废止日期 {law.repealed.on} 早于这部法律开始施行的 {first.in_force_from}；请核对"
    elif law.repealed and law.repealed.on < last.in_force_from:
        yield f"[repealed]：废止日期 {law.repealed.on} 早于最后一版施行的 {last.in_force_from}；请核对"


def _date_problems(name: str, version: Version) -> Iterator[str]:
    if version.adopted and version.adopted > version.date:
        yield f"{name}：通过日期 adopted = {version.adopted} 晚于这一版的日期 date = {version.date}；请核对"
    if version.published and version.published < version.date:
        yield f"{name}：公布日期 published = {version.published} 早于这一版的日期 date = {version.date}；请核对"
    if version.in_force_from < min(version.known_by):
        yield f"{name}：施行日期 {version.in_force_from} 早于这一版产生的日期 {min(version.known_by)}；请核对"


def _beyond(what: str, address: Address, version: Version) -> Iterator[str]:
    """Whether *version* can have *address*, as far as its counts are known."""
    reason = lacking(version, address)
    if reason is not None:
        yield f"{what} {address.compact()}：{version.date} 一版{reason}"


def _move_problems(name: str, transition: Transition, old: Version, new: Version) -> Iterator[str]:
    told: set[Address] = set()
    for move in transition.moves:
        what = f'{name} 中 from = "{move.old.compact()}"'
        if move.old in told:
            yield f"{what}：同一条款写了两次，两次的变动重叠；请并为一行"
        told.add(move.old)
        yield from _beyond(f"{what}：from", move.old, old)
        for address in move.new:
            yield from _beyond(f"{what}：to", address, new)
        for address in move.also:
            yield from _beyond(f"{what}：also", address, new)
        for cited, now in move.refs.items():
            yield from _beyond(f"{what}：refs", cited, old)
            yield from _beyond(f"{what}：refs", now, new)
    targets = {address for move in transition.moves for address in move.new}
    yield from _clashes(name, transition, old)
    fresh: set[Address] = set()
    for added in transition.added:
        what = f"{name} 中新增的"
        if added.at in fresh:
            yield f"{what} {added.at.compact()}：写了两次；请删去其一"
        fresh.add(added.at)
        yield from _beyond(what, added.at, new)
        if added.at in targets:
            yield f"{what} {added.at.compact()}：又是某一原条款的去处，不是新增；请删去其一"
    if transition.unlisted == "same":
        yield from _gone(name, old, new, told, fresh)
    if transition.unlisted == "none":
        yield from _gaps(f'{name}：unlisted = "none"，但', "from", old, told)
        yield from _gaps(f'{name}：unlisted = "none"，但', "to 或新增", new, targets | {a.at for a in transition.added})


def _clashes(name: str, transition: Transition, old: Version) -> Iterator[str]:
    """Two provisions that would stand, each unchanged, at one place: an article was put in and the shift forgotten.

    And two of which one is said to be no part of a whole that both became.
    """
    yield from _meetings(name, transition)
    held: dict[Address, str] = {}
    for move in transition.moves:
        if move.change not in ("same", "renumbered"):
            continue
        for address in move.new or (move.old,):
            other = held.setdefault(address, move.old.compact())
            if other != move.old.compact():
                yield (
                    f'{name} 中 from = "{move.old.compact()}"：与 "{other}" 都原样去了 {address.compact()}；'
                    "请核对去处，两条合为一条的写 merged"
                )
    if transition.unlisted != "same" or old.articles is None:
        return
    listed = {(move.old.article, move.old.article_suffix) for move in transition.moves}
    arrivals = [(address, move.old.compact()) for move in transition.moves for address in move.new]
    arrivals += [(added.at, "新增") for added in transition.added]
    for address, whence in arrivals:
        stays = address.article_suffix is None and address.article <= old.articles
        if address.paragraph is None and stays and (address.article, None) not in listed:
            yield (
                f'{name}：原 {address.compact()} 没有列出，按 unlisted = "same" 仍在原处，'
                f"而 {address.compact()} 又是{whence}的位置；插入一条以后，后面各条的序号也要逐一列出"
            )


def _meetings(name: str, transition: Transition) -> Iterator[str]:
    """Two provisions that became one, where one of them is said to have only moved or changed."""
    arrived: dict[Address, list[Move]] = {}
    for move in transition.moves:
        for address in move.new:
            arrived.setdefault(address, []).append(move)
    for address, moves in arrived.items():
        for one, other in pairwise(moves):
            apart = not contains(one.old, other.old) and not contains(other.old, one.old)
            alone = next((move for move in (one, other) if move.change in _ALONE), None)
            if apart and alone and not {one.change, other.change} <= {"same", "renumbered"}:
                yield (
                    f'{name} 中 from = "{alone.old.compact()}"：change 写的是 {alone.change}，而 '
                    f'"{one.old.compact()}" 和 "{other.old.compact()}" 都去了 {address.compact()}；'
                    "请核对 to，几条合为一条的每一条都写 merged"
                )


_ALONE: Final = ("same", "renumbered", "changed")


def _gaps(what: str, where: str, version: Version, named: set[Address]) -> Iterator[str]:
    """The first provision of *version* that is not *named*, where the register says which there are."""
    for address in provisions(version) or ():
        ways = {address, Address(address.article, address.article_suffix)}
        if address.subparagraph is not None:
            ways.add(Address(address.article, address.article_suffix, address.paragraph))
        if not ways & named:
            yield f"{what} {version.date} 一版的 {address.compact()} 没有在 {where} 中列出"
            return


def _gone(name: str, old: Version, new: Version, told: set[Address], added: set[Address]) -> Iterator[str]:
    """The first provision that stays, since no line is *told* of it or a part of it, where *new* has none or another.

    An article, or a 款, of which a part has a line is no whole that stays; its other parts are.
    """
    wholes = {whole for address in told for whole in _wholes(address)}
    stay = [each for each in counted(old) if each not in wholes and not told & {each, *_wholes(each)}]
    for address in stay:
        what = f'{name}：unlisted = "same"，没有列出的应当仍在原处，而'
        problems = [*_beyond(what, address, new)]
        if address.paragraph is not None and added & {address, *_wholes(address)}:
            problems.append(f"{what} {address.compact()} 又写作新增；请写明原条款的去处，或删去这一处新增")
        if problems:
            yield problems[0]
            return


def _wholes(address: Address) -> Iterator[Address]:
    """The article, and of a 项 the 款, that *address* is a part of."""
    if address.paragraph is not None:
        yield Address(address.article, address.article_suffix)
    if address.subparagraph is not None:
        yield Address(address.article, address.article_suffix, address.paragraph)


def name_problems(laws: Sequence[tuple[str, LawFile]]) -> Iterator[str]:
    """Two files for one law; *laws* are the files with their names."""
    owners: dict[str, str] = {}
    for file, law in laws:
        for name in (law.name, *law.short_names):
            other = owners.setdefault(law_key(name), file)
            if other != file:
                yield (
                    f"{file}：与 {other} 都称《{name}》；一部法律只能有一个文件，"
                    "各版写在同一文件里，请合并，或改正其中的简称"
                )


def succession_problems(laws: Sequence[tuple[str, LawFile]]) -> Iterator[str]:
    """Laws that ended and were replaced by each other in a circle, or by themselves; *laws* are as above."""
    owners = {law_key(name): owner for owner in laws for name in (owner[1].name, *owner[1].short_names)}
    told: set[str] = set()
    for first in laws:
        course = [first]
        while (after := _successor(course[-1][1], owners)) is not None and after not in course:
            course.append(after)
        if after is None or after[0] in told:
            continue
        circle = course[course.index(after) :]
        told |= {file for file, _ in circle}
        steps = "；".join(
            f"{file} 的《{law.name}》写明由《{law.repealed.replaced_by}》代替" for file, law in circle if law.repealed
        )
        yield f"{steps}，代替成了循环；请核对 [repealed] 的 replaced_by"


def _successor(law: LawFile, owners: Mapping[str, tuple[str, LawFile]]) -> tuple[str, LawFile] | None:
    """The file of the law that replaced *law*; None where that is none, or not in the register."""
    by = law.repealed.replaced_by if law.repealed else None
    return owners.get(law_key(by)) if by is not None else None
