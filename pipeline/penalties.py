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


_CONJUNCTIONS: Final = "并还也但且仍都均同时 "


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
    return "competence" if _empowers(text) else "other"


def _empowers(text: str) -> bool:
    """Whether *text* gives an authority a task or a power, or says what it must do."""
    if not words.AUTHORITY.search(text):
        return False
    if words.POWER.search(text):
        return True
    return any(
        (words.MAY.search(sentence.group()) or words.MODAL.search(sentence.group()))
        and any(_is_authority(clause) for clause in sentence.group().split("，"))
        for sentence in _SENTENCE.finditer(text)
    )


def _binds_others(text: str) -> bool:
    """Whether some clause with 应当, 不得 … has a subject that is no authority.

    The subject is what stands before the modal word in its clause; a clause without one inherits the subject of the
    clause before it in the sentence. A bound nobody (“建设…应当…”) counts as the regulated party.
    """
    for sentence in _SENTENCE.finditer(text):
        authority = False
        for clause in sentence.group().split("，"):
            modal = words.MODAL.search(clause)
            before = clause[: modal.start()] if modal else clause
            if before.strip(_CONJUNCTIONS):
                authority = _is_authority(before)
            if modal and not authority:
                return True
    return False


def _is_authority(subject: str) -> bool:
    """“市公安机关和有关部门” is an authority; “未经公安机关批准” and “公安机关备案的单位” are not."""
    match = words.AUTHORITY.search(subject)
    if match is None or words.NOT_SUBJECT.search(subject, 0, match.start()):
        return False
    rest = subject[match.end() :]
    return rest.startswith("及其") or not words.OTHER_BODY.search(rest)
