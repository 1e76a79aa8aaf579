"""The laws of two lists → which of them are one.

Knows that a law may be called by any name that the register knows, with or without 中华人民共和国, and with the version
behind its name. Does not know what is quoted from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.compare.substance import substance
from pipeline.model import PowerList
from pipeline.register import law_key


class LawName(NamedTuple):
    """A law as its list calls it, and what all names of it have in common."""

    printed: str
    key: str


def law_names(old: PowerList, new: PowerList) -> tuple[Mapping[str, LawName], Mapping[str, LawName]]:
    """The laws of each list by their ids. What the register said to either list of a name holds for both."""
    laws = [law for side in (old, new) for law in side.laws]
    registered = {law_key(law.name): law.registered_name for law in laws if law.registered_name is not None}
    ours, theirs = (
        {
            law.id: LawName(law.name, substance(law_key(registered.get(law_key(law.name), law.name))))
            for law in side.laws
        }
        for side in (old, new)
    )
    return ours, theirs
