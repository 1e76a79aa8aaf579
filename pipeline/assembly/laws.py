"""The laws of a list: one per name, numbered by first appearance.

Knows when two names are one law. Does not know what is quoted from it.
"""

from __future__ import annotations

from typing import Final

from pipeline.basis import BasisText
from pipeline.model import Law

_NATION: Final = "中华人民共和国"


class Laws:
    """The laws of a list by name, numbered by first appearance."""

    def __init__(self) -> None:
        self.by_id: dict[str, Law] = {}
        self._ids: dict[str, str] = {}

    def register(self, basis: BasisText) -> str | None:
        """The id of the law of *basis*; None where it names none: 法规：无."""
        found = basis.law
        if found is None or not found.name:
            return None
        key = _law_key(found.name)
        if key not in self._ids:
            law_id = self._ids[key] = f"law-{len(self._ids) + 1}"
            self.by_id[law_id] = Law(
                id=law_id,
                name=found.name,
                citation=found.citation,
                document_number=found.document_number,
                effective_on=found.effective_on,
                adopted_on=found.adopted_on,
                rank_label=found.rank_label,
                registered_name=None,
                checked_on=None,
            )
        return self._ids[key]

    def named(self, name: str) -> str | None:
        """The id of a law as a reference names it: 中华人民共和国 may be left out on either side."""
        key = _law_key(name)
        return self._ids.get(key) or self._ids.get(key.removeprefix(_NATION)) or self._ids.get(_NATION + key)


def _law_key(name: str) -> str:
    return "".join(name.split())
