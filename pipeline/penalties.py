"""A provision's text → its role, and the sanctions it names.

Knows what tells a duty, a power and a penalty apart, by content. Does not know where the provision stands.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

import regex

from pipeline.model import Role
from pipeline.words import penalties as words
from pipeline.words.penalties import SanctionKind

_SENTENCE: Final = regex.compile(r"[^。；\n：]+")
_CLAUSE: Final = regex.compile(r"[^，]+")


class FoundSanction(NamedTuple):
    """One sanction, measure or pointer: its kind, words, and span in the argument (code points, half open)."""

    kind: SanctionKind
    text: str
    span: tuple[int, int]


@lru_cache(maxsize=4096)
def find_sanctions(text: str) -> tuple[FoundSanction, ...]:
    """The sanctions that *text*, one provision, names, in text order, each occurrence once.

    Kinds follow 行政处罚法 第九条; corrective measures (第二十八条), pointers, criminal and civil liability keep
    kinds of their own. Total: any string is read.
    """
    if not words.SANCTION_HINT.search(text):
        return ()
    return tuple(
        FoundSanction(words.SANCTIONS[int((match.lastgroup or "s0")[1:])][0], match.group(), match.span())
        for match in words.SANCTION.finditer(text)
    )


@lru_cache(maxsize=4096)
def role_of(text: str) -> Role:
    """What *text*, one provision, does.

    ``penalty``: it names a sanction for a breach. ``duty``: it binds somebody other than an authority, whatever else
    it says. ``competence``: it speaks of an authority's powers or tasks. ``other``: none of these.
    """
    sanctions = find_sanctions(text)
    if any(sanction.kind in words.PENALTIES for sanction in sanctions) and words.BREACH.search(text):
        return "penalty"
    if _binds_others(text):
        return "duty"
    if words.AUTHORITY.search(text) and (words.POWER.search(text) or words.MODAL.search(text)):
        return "competence"
    return "other"


def _binds_others(text: str) -> bool:
    """Whether some clause with 应当, 不得 … has a subject that is no authority.

    The subject is what stands before the modal word in its clause; a clause without one inherits the subject of the
    clause before it in the sentence. A bound nobody (“建设…应当…”) counts as the regulated party.
    """
    for sentence in _SENTENCE.finditer(text):
        subject_is_authority = False
        for clause in _CLAUSE.finditer(sentence.group()):
            words_of_clause = clause.group()
            modal = words.MODAL.search(words_of_clause)
            before = words_of_clause[: modal.start()] if modal else words_of_clause
            if before.strip():
                subject_is_authority = _ends_as_authority(before)
            if modal and not subject_is_authority:
                return True
    return False


def _ends_as_authority(before: str) -> bool:
    """“市公安机关和有关部门” is an authority, “向公安机关备案的单位” is not: the last noun phrase decides."""
    matches = list(words.AUTHORITY.finditer(before))
    if not matches:
        return False
    tail = before[matches[-1].end() :]
    return not regex.search(r"的|单位|个人|组织|企业|经营者|运营者|提供者|人员|应当$", tail)
