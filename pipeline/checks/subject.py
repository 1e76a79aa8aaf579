"""What a rule is given and what it gives back.

Knows the shape of a rule, a problem and the list under examination. Does not know any rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pipeline.layout import Defect
from pipeline.model import Basis, Block, Item, Law, OfficialText, Provision, Severity, Status, Table
from pipeline.register import Judged

_NAMED: Final = 10

if TYPE_CHECKING:
    from pipeline.statutes import Laid, Statute


class Problem(NamedTuple):
    """One thing a rule found: items concerned, the sentence for the clerk, the words in question and their span.

    Where there is a span, ``quote`` is its slice or a part of it.
    """

    items: tuple[int, ...]
    message: str
    quote: str | None = None
    span: tuple[int, int] | None = None


class Quoted(NamedTuple):
    """A provision with the item and the basis it stands in."""

    item: Item
    basis: Basis
    provision: Provision

    @property
    def named(self) -> str:
        """How a sentence calls the provision: its label, or where none is printed its first words."""
        provision = self.provision
        first = provision.text.split("\n", 1)[0]
        return f"「{provision.label}」" if provision.label else f"「{first[:20]}」一段"


class _Survey(NamedTuple):
    """The list from several sides: see the properties of ``Subject``."""

    quoted: list[Quoted]
    incomplete: list[Quoted]
    sanctioned: list[Quoted]
    collated: list[Quoted]
    by_status: dict[Status, list[Quoted]]
    cited: dict[str | None, list[tuple[Item, Basis]]]


@dataclass(frozen=True)
class Subject:
    """A list under examination, before its findings are known; ``place`` names an offset for a person.

    ``texts`` are the official texts that it was collated with, ``statutes`` the same, read, by their ids; ``held`` are
    all texts of its quoted laws, by the ids of these, whichever they were collated with. ``laid`` tells for the id of a
    law and a citation of it which text that was.
    """

    tables: tuple[Table, ...]
    laws: tuple[Law, ...]
    blocks: tuple[Block, ...]
    defects: Sequence[Defect]
    text: str
    place: Callable[[int], str]
    texts: tuple[OfficialText, ...] = ()
    statutes: Mapping[str, Statute] = field(default_factory=dict)
    held: Mapping[str, Sequence[Statute]] = field(default_factory=dict)
    laid: Mapping[tuple[str, str], Laid] = field(default_factory=dict)
    judged: Judged | None = None
    """What the register says of the list; None where it was not asked."""

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for table in self.tables for item in table.items)

    def called(self, number: int) -> str:
        """How a sentence calls item *number*: see ``Item.called``."""
        return self.items[number - 1].called if number <= len(self.items) else f"第{number}项"

    def called_all(self, numbers: Sequence[int]) -> str:
        """How a sentence calls several items: 第15项、第16项; of many the first and their count."""
        named = "、".join(map(self.called, numbers[:_NAMED]))
        return named + (f"等{len(numbers)}项" if len(numbers) > _NAMED else "")

    def edition(self, law: str | None, number: int) -> int | None:
        """The version of *law* that item *number* quotes, by its place in the register's file, where that is known.

        What two items quote of two versions is not laid side by side.
        """
        standing = self.judged.laws.get(law) if self.judged and law is not None else None
        versions = standing.quoted.get(number, ()) if standing else ()
        return versions[0] if len(versions) == 1 else None

    def of_editions(self, law: str | None, numbers: Iterable[int]) -> bool:
        """Whether items *numbers* quote several versions of *law*, and that is known of each of them."""
        editions = {self.edition(law, number) for number in numbers}
        return len(editions) > 1 and None not in editions

    @property
    def quoted(self) -> Sequence[Quoted]:
        """All provisions, in order."""
        return self._survey.quoted

    @property
    def incomplete(self) -> Sequence[Quoted]:
        """The provisions without a label, without an address or without text."""
        return self._survey.incomplete

    @property
    def sanctioned(self) -> Sequence[Quoted]:
        """The provisions that name a sanction, in order."""
        return self._survey.sanctioned

    @property
    def collated(self) -> Sequence[Quoted]:
        """The provisions that were laid beside an official text, in order."""
        return self._survey.collated

    @property
    def by_status(self) -> Mapping[Status, Sequence[Quoted]]:
        """Per status the provisions with a reference that has it, in order."""
        return self._survey.by_status

    @property
    def cited(self) -> Mapping[str | None, Sequence[tuple[Item, Basis]]]:
        """Per law where it is cited, in order; None has what names no law."""
        return self._survey.cited

    def laid_beside(self, basis: Basis) -> Laid | None:
        """The text that what is quoted in *basis* was laid beside, and how it was chosen."""
        return self.laid.get((basis.law, basis.citation)) if basis.law is not None else None

    def of_text(self, text: OfficialText) -> list[tuple[Item, Basis]]:
        """Where the law of *text* is cited in a way that was laid beside it, in order."""
        return [
            (item, basis)
            for item, basis in self.cited[text.law]
            if (laid := self.laid_beside(basis)) is not None and laid.text == text.id
        ]

    @cached_property
    def _survey(self) -> _Survey:
        """What several rules ask for, found in one walk: in a long list a walk is dear, whatever is done on it."""
        survey = _Survey([], [], [], [], defaultdict(list), defaultdict(list))
        for item in self.items:
            for basis in item.basis:
                survey.cited[basis.law].append((item, basis))
                for provision in basis.provisions:
                    quoted = Quoted(item, basis, provision)
                    survey.quoted.append(quoted)
                    if not (provision.label and provision.addresses and provision.paragraphs):
                        survey.incomplete.append(quoted)
                    if provision.sanctions:
                        survey.sanctioned.append(quoted)
                    if provision.collation is not None:
                        survey.collated.append(quoted)
                    for status in {reference.status for reference in provision.references}:
                        survey.by_status[status].append(quoted)
        return survey


Find: TypeAlias = Callable[[Subject], Iterator[Problem]]


class Rule(NamedTuple):
    """One row of the table of rules."""

    code: str
    severity: Severity
    find: Find
