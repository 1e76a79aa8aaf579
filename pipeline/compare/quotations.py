"""The laws and provisions of two items that are one → what changed in them.

Knows how a provision is found again: by its words, then by its law and address, then by words that are much alike.
Does not know which items are one (matching.py), nor the other columns (items.py).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from pipeline.compare.edits import edits
from pipeline.compare.laws import LawName
from pipeline.compare.nouns import (
    LawChange,
    LawChangeKind,
    LawSide,
    ProvisionChange,
    ProvisionChangeKind,
    ProvisionSide,
)
from pipeline.compare.sanctions import sanction_changes
from pipeline.compare.substance import substance
from pipeline.model import Basis, Item, Provision

_ALIKE: Final = 60.0
"""Per cent of the words that two provisions have to share to be one that was reworded, where their addresses differ."""
_LITTLE: Final = 40.0
"""Per cent of the words that provisions with one label have to share to be one, where they may be of two versions."""
_LAW_ALIKE: Final = 50.0
"""Per cent of the characters that the names of two laws have to share for one to be what became of the other."""
_LONGEST: Final = 4_000
"""Characters of a provision by which it is found again; all of them are compared."""
_SAME_LABEL: Final = 15.0
"""How much more alike two provisions with one label are taken to be."""
_MOST_PAIRS: Final = 10_000
_NO_KEY: Final = ("", ())


class Quoted(NamedTuple):
    """A provision, and the name of its law and the substance of the citation it stands under, in its own list."""

    provision: Provision
    law: str | None
    citation: str


class _Bases(NamedTuple):
    """What an item cites of one law: the name it has first, every citation once, its provisions."""

    name: str | None
    citations: list[str]
    provisions: list[Quoted]


def quotation_changes(
    old: Item, new: Item, old_laws: Mapping[str, LawName], new_laws: Mapping[str, LawName]
) -> tuple[tuple[LawChange, ...], tuple[ProvisionChange, ...]]:
    """What changed in the laws *new* rests on and the provisions it quotes; the laws are those of each list, by id.

    The order of laws and of provisions, white space and the width of characters are no change; another name of the same
    law is one of its citation. A law in place of which another stands, by its name or by what is quoted, is replaced,
    and its provisions are looked for in the other.
    """
    if _says(old, old_laws) == _says(new, new_laws):
        return (), ()
    ours, theirs = _bases(old.basis, old_laws), _bases(new.basis, new_laws)
    laws: list[LawChange] = []
    provisions: list[ProvisionChange] = []
    gone_old, gone_new = (
        [ours[key] for key in ours if key not in theirs],
        [theirs[key] for key in theirs if key not in ours],
    )
    replaced = {id(other): one for one, other in _successors(gone_old, gone_new)}
    kept = {id(one) for one in replaced.values()}
    for key, other in theirs.items():
        one = ours.get(key) or replaced.get(id(other))
        if one is None:
            laws.append(_law_change("added", None, other))
            provisions += [_came(quoted) for quoted in other.provisions]
            continue
        if key not in ours:
            laws.append(_law_change("replaced", one, other))
        elif [*map(substance, one.citations)] != [*map(substance, other.citations)]:
            laws.append(_law_change("citation", one, other))
        provisions += _provision_changes(one.provisions, other.provisions)
    for one in gone_old:
        if id(one) not in kept:
            laws.append(_law_change("removed", one, None))
            provisions += [_went(quoted) for quoted in one.provisions]
    return tuple(laws), tuple(provisions)


def _says(item: Item, laws: Mapping[str, LawName]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """As printed, in order: where both items have the same of it, as most have, there is nothing to look for."""
    return [
        (
            laws[basis.law].printed if basis.law else "",
            basis.citation,
            [(provision.label, provision.text) for provision in basis.provisions],
        )
        for basis in item.basis
    ]


# --- laws -----------------------------------------------------------------------------------------------------------


def _bases(bases: Iterable[Basis], laws: Mapping[str, LawName]) -> dict[str, _Bases]:
    """By what the names of a law have in common; "" where none is named."""
    result: dict[str, _Bases] = {}
    for basis in bases:
        law = laws[basis.law] if basis.law else None
        name = law.printed if law else None
        found = result.setdefault(law.key if law else "", _Bases(name, [], []))
        if substance(basis.citation) not in map(substance, found.citations):
            found.citations.append(basis.citation)
        found.provisions.extend(Quoted(provision, name, substance(basis.citation)) for provision in basis.provisions)
    for found in result.values():
        found.citations.sort(key=substance)
    return result


def _successors(old: Sequence[_Bases], new: Sequence[_Bases]) -> Iterator[tuple[_Bases, _Bases]]:
    """Laws that went and those that came in their place: much the same words quoted, or much the same name."""
    ranked = sorted(
        (
            (-score, place, other_place)
            for place, one in enumerate(old)
            for other_place, other in enumerate(new)
            if (score := _succession(one, other)) > 0
        ),
    )
    gone: set[tuple[str, int]] = set()
    for _, place, other_place in ranked:
        if not gone & {("old", place), ("new", other_place)}:
            gone |= {("old", place), ("new", other_place)}
            yield old[place], new[other_place]


def _succession(old: _Bases, new: _Bases) -> float:
    shared = {substance(quoted.provision.text) for quoted in old.provisions} & {
        substance(quoted.provision.text) for quoted in new.provisions
    }
    name = fuzz.ratio(substance(old.name), substance(new.name))
    return len(shared - {""}) * 100 + name if shared - {""} or name >= _LAW_ALIKE else 0


def _law_change(kind: LawChangeKind, old: _Bases | None, new: _Bases | None) -> LawChange:
    ours, theirs = _law_side(old), _law_side(new)
    changed = edits(ours.citation, theirs.citation) if ours and theirs else ()
    return LawChange(kind=kind, old=ours, new=theirs, edits=changed)


def _law_side(law: _Bases | None) -> LawSide | None:
    return LawSide(name=law.name, citation="\n".join(law.citations)) if law else None


# --- provisions -----------------------------------------------------------------------------------------------------


def _provision_changes(old: Sequence[Quoted], new: Sequence[Quoted]) -> Iterator[ProvisionChange]:
    counterparts = _counterparts(old, new)
    for quoted in new:
        one = counterparts.get(quoted.provision.ordinal)
        if one is None:
            yield _came(quoted)
        elif change := _changed(one, quoted):
            yield change
    found = {quoted.provision.ordinal for quoted in counterparts.values()}
    yield from (_went(quoted) for quoted in old if quoted.provision.ordinal not in found)


def _counterparts(old: Sequence[Quoted], new: Sequence[Quoted]) -> dict[int, Quoted]:
    """The old provision of each new one by the new one's ordinal, one to one; the surest first."""
    found: dict[int, Quoted] = {}
    left_old, left_new = list(old), list(new)

    def take(pairs: Iterable[tuple[Quoted, Quoted]]) -> None:
        taken: set[int] = set()
        for one, other in pairs:
            found[other.provision.ordinal] = one
            taken.add(one.provision.ordinal)
        left_old[:] = [quoted for quoted in left_old if quoted.provision.ordinal not in taken]
        left_new[:] = [quoted for quoted in left_new if quoted.provision.ordinal not in found]

    take(_with_one(_label_and_text, left_old, left_new))
    take(_with_one(_text, left_old, left_new))
    take(_alike(left_old, left_new))
    take(pair for pair in _with_one(_label, left_old, left_new) if not _may_be_renumbered(*pair))
    return found


def _may_be_renumbered(old: Quoted, new: Quoted) -> bool:
    """Whether one label says nothing of two provisions: they are of two versions of a law, by what is printed, and have
    little in common. 第二条 of one is 第三条 of the next."""
    alike = fuzz.ratio(_text(old)[:_LONGEST], _text(new)[:_LONGEST]) >= _LITTLE
    return old.citation != new.citation and bool(_text(old) and _text(new)) and not alike


def _with_one(
    key: Callable[[Quoted], Hashable], old: Iterable[Quoted], new: Iterable[Quoted]
) -> Iterator[tuple[Quoted, Quoted]]:
    """Pairs with one *key*, in their order; what has none (an empty one) is not paired."""
    waiting: dict[Hashable, deque[Quoted]] = defaultdict(deque)
    for quoted in old:
        waiting[key(quoted)].append(quoted)
    for quoted in new:
        same = waiting[key(quoted)]
        if same and key(quoted) not in _NO_KEY:
            yield same.popleft(), quoted


def _label(quoted: Quoted) -> Hashable:
    """第九条　第二款, 第九条第二款 and 第9条第2款 are one label."""
    return quoted.provision.addresses or substance(quoted.provision.label)


def _text(quoted: Quoted) -> str:
    return substance(quoted.provision.text)


def _label_and_text(quoted: Quoted) -> Hashable:
    return _label(quoted), _text(quoted)


def _alike(old: Sequence[Quoted], new: Sequence[Quoted]) -> Iterator[tuple[Quoted, Quoted]]:
    """Pairs with much the same words, the most alike first; of those equally alike the ones with one label."""
    if len(old) * len(new) > _MOST_PAIRS:
        return  # no item quotes so much: their labels will have to do
    ours, theirs = ([_text(quoted)[:_LONGEST] for quoted in side] for side in (old, new))
    ranked = sorted(
        (-score - _SAME_LABEL * (_label(old[place]) == _label(new[other_place])), place, other_place)
        for place, text in enumerate(ours)
        for other_place, other in enumerate(theirs)
        if (score := fuzz.ratio(text, other, score_cutoff=_ALIKE))
    )
    gone: set[tuple[str, int]] = set()
    for _, place, other_place in ranked:
        if not gone & {("old", place), ("new", other_place)}:
            gone |= {("old", place), ("new", other_place)}
            yield old[place], new[other_place]


def _changed(old: Quoted, new: Quoted) -> ProvisionChange | None:
    kinds: list[ProvisionChangeKind] = []
    reworded = _text(old) != _text(new)
    if _label(old) != _label(new):
        kinds.append("relabelled")
    if reworded:
        kinds.append("reworded")
        if old.provision.role != new.provision.role:
            kinds.append("role")
    sanctions = sanction_changes(old.provision, new.provision) if reworded else ()
    if sanctions:
        kinds.append("sanctions")
    if not kinds:
        return None
    changed = edits(old.provision.text, new.provision.text) if reworded else ()
    return ProvisionChange(kinds=tuple(kinds), old=_side(old), new=_side(new), edits=changed, sanctions=sanctions)


def _came(quoted: Quoted) -> ProvisionChange:
    return ProvisionChange(kinds=("added",), old=None, new=_side(quoted), edits=(), sanctions=())


def _went(quoted: Quoted) -> ProvisionChange:
    return ProvisionChange(kinds=("removed",), old=_side(quoted), new=None, edits=(), sanctions=())


def _side(quoted: Quoted) -> ProvisionSide:
    provision = quoted.provision
    return ProvisionSide(
        ordinal=provision.ordinal,
        law=quoted.law,
        label=provision.label,
        addresses=provision.addresses,
        role=provision.role,
        text=provision.text,
    )
