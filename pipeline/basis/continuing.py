"""What of a cell goes on from the line above: text, and a title that is part of a sentence.

Knows when a line break is only the width of a column. Does not know what a line holds otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.basis.nouns import Bounds, Draft, LawLine
from pipeline.basis.openings import labelled_below
from pipeline.readers import content
from pipeline.words import basis as words

_BLANKS: Final = " \u3000\u00a0"
_TAIL: Final = 8
_INDENT: Final = 2


def in_sentence(  # noqa: PLR0913 - each says something else about the place
    text: str, drafts: Sequence[Draft], law: LawLine, line: Bounds, end: int, *, inside: bool
) -> bool:
    """Whether a title is part of the text before it: 依照⏎《甲法》, 《甲法》⏎的规定, （一）《申请表》, 《甲证》.

    *line* is from the title to the end of its line, *end* that of the cell; *inside* where words stand before it.
    """
    left, right = line
    lines = drafts[-1].lines if drafts else None
    if law.rank_label is not None or not lines:
        return False
    after = content(text, law.span[1], right)[0]
    bare = law.is_bare
    alone = bare and (after >= right or text[after] in "；;，,")
    own_line = not inside and not goes_on(text, drafts, left)  # 《守桥守则》, whatever such an instrument is called
    if bare and (own_line or words.KIND_ENDS.search(law.name)) and labelled_below(text, right, end):
        return breaks_off(text, drafts, left)
    if inside:
        return alone
    if bare and law.citation[0] in "（(" and text[lines[-1][1] - 1] in "：:；;":
        return True
    if alone and not words.KIND_ENDS.search(law.name):
        return True
    if not goes_on(text, drafts, left):
        return False
    return breaks_off(text, drafts, left) or (alone and words.GOES_ON_BELOW.match(text, right, end) is not None)


def add_text(text: str, drafts: list[Draft], left: int, right: int) -> None:
    """Add ``text[left:right]`` to the provision read last; what goes on from the line above is one with it."""
    left, right = content(text, left, right)
    if left >= right:
        return
    if not drafts:
        drafts.append(Draft(None, ()))
    lines = drafts[-1].lines
    if lines and text[left] not in "（(" and goes_on(text, drafts, left) and not _is_indented(text, left):
        lines[-1] = (lines[-1][0], right)
    else:
        lines.append((left, right))


def add_whole(text: str, drafts: list[Draft], left: int, right: int) -> int | None:
    """Add 全文 right behind a law; gives where what parts it from the next one ends: 《甲法》全文，《乙法》…."""
    whole = None if drafts else words.WHOLE.match(text, left, right)
    if whole is None:
        return None
    add_text(text, drafts, *whole.span("said"))
    return whole.end()


def goes_on(text: str, drafts: Sequence[Draft], left: int) -> bool:
    """Whether the line above *left* stops in the middle of a sentence: no stop, and no blank line after it."""
    if not drafts or not drafts[-1].lines:
        return False
    stop = drafts[-1].lines[-1][1]
    return text[stop - 1] not in words.ENDS and text.count("\n", stop, left) == 1


def _is_indented(text: str, left: int) -> bool:
    """Whether the line at *left* is set in, as a paragraph is: a column that breaks a line sets nothing in."""
    return left >= _INDENT and all(text[left - step] in _BLANKS for step in range(1, _INDENT + 1))


def breaks_off(text: str, drafts: Sequence[Draft], left: int) -> bool:
    """Whether the sentence above *left* cannot end where its line does: 违反本条例⏎第七条."""
    if not goes_on(text, drafts, left):
        return False
    stop = drafts[-1].lines[-1][1]
    return words.NEEDS_MORE.search(text, max(0, stop - _TAIL), stop) is not None


def is_glued(draft: Draft, left: int) -> bool:
    """Whether nothing stands between the label of *draft* and its text, which begins at *left* where none is read."""
    return draft.label is not None and draft.label[1] == (draft.lines[0][0] if draft.lines else left)
