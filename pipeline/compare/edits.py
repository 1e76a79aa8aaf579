"""Two texts → the words that were changed.

Knows words (figures with their units are one) and how a changed passage is kept readable.
Does not know whose texts they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from pipeline.compare.basis_nouns import Edit
from pipeline.compare.substance import substance
from pipeline.words.comparing import PROVISION_NUMBER, WORD

_MOST: Final = 100_000_000
"""Words of one text times words of the other: past this the middle of both is one edit, in place of minutes."""
_ISLAND: Final = 2
"""So few unchanged words between two edits belong to them: 责令〔改正→限期改正〕, not a riddle of single characters."""


class _Word(NamedTuple):
    substance: str
    start: int
    end: int


class _Block(NamedTuple):
    """Words old[a:b] in place of which stand new[c:d]."""

    a: int
    b: int
    c: int
    d: int


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """What is deleted from *old*, and inserted in its place, to have *new*, in order; none where they say the same.

    The spans are half open and in code points of *old* and *new*; an insertion has an empty span in *old*, a deletion
    one in *new*. White space and the width of characters do not count (``substance``), so what stands between two edits
    is alike in both but for these. A passage with two changes close together is one edit; whole lines that came or went
    are told as whole lines, also where the one before ends with the same words.
    """
    ours, theirs = _words(old), _words(new)
    blocks = list(_joined(_blocks(ours, theirs), ours))
    starts = [0, *(block.b for block in blocks)]
    ends = [*(block.a for block in blocks[1:]), len(ours)]
    return tuple(
        _edit(old, new, ours, theirs, _on_lines(old, new, ours, theirs, block, start, end))
        for block, start, end in zip(blocks, starts, ends, strict=False)
    )


def only_numbers(found: Iterable[Edit]) -> bool:
    """Whether *found*, one edit or more, put numbers of provisions in place of others, and nothing else."""
    words = [(edit.deleted, edit.inserted) for edit in found]
    return bool(words) and all(PROVISION_NUMBER.fullmatch("".join(each.split())) for pair in words for each in pair)


def whole_words(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """*span* of *text*, widened to the words that it cuts: of 二万元 the 二 alone says little; of no word the same."""
    start, end = span
    for match in WORD.finditer(text):
        if match.start() < start < match.end():
            start = match.start()
        if match.start() < end < match.end():
            end = match.end()
        if match.start() >= span[1]:
            break
    return start, end


def _words(text: str) -> list[_Word]:
    found = ((_meaning(match.group()), *match.span()) for match in WORD.finditer(text))
    return [_Word(*word) for word in found if word[0]]


_meaning: Final = lru_cache(maxsize=16_384)(substance)
"""Of a word: there are few different ones."""


def _blocks(ours: Sequence[_Word], theirs: Sequence[_Word]) -> Iterator[_Block]:
    one, other = [word.substance for word in ours], [word.substance for word in theirs]
    short = min(len(one), len(other))
    head = next((index for index in range(short) if one[index] != other[index]), short)
    tail = next((index for index in range(short - head) if one[-1 - index] != other[-1 - index]), short - head)
    one, other = one[head : len(one) - tail], other[head : len(other) - tail]
    if len(one) * len(other) > _MOST:
        yield _Block(head, head + len(one), head, head + len(other))
        return
    pending: _Block | None = None
    for step in Indel.opcodes(one, other):
        if step.tag == "equal":
            continue
        block = _Block(head + step.src_start, head + step.src_end, head + step.dest_start, head + step.dest_end)
        if pending and pending.b == block.a and pending.d == block.c:
            pending = _Block(pending.a, block.b, pending.c, block.d)
            continue
        if pending:
            yield pending
        pending = block
    if pending:
        yield pending


def _joined(blocks: Iterator[_Block], ours: Sequence[_Word]) -> Iterator[_Block]:
    """*blocks* with those made one between which stand only a few characters."""
    pending: _Block | None = None
    for block in blocks:
        if pending and _is_island(ours[pending.b : block.a], pending, block):
            pending = _Block(pending.a, block.b, pending.c, block.d)
            continue
        if pending:
            yield pending
        pending = block
    if pending:
        yield pending


def _on_lines(  # noqa: PLR0913, PLR0917 - both sides, and how far the block may go
    old: str, new: str, ours: Sequence[_Word], theirs: Sequence[_Word], block: _Block, start: int, end: int
) -> _Block:
    """*block*, where it is an insertion or a deletion alone, so that it begins with a line, if it may as well.

    In 甲的；乙的； either 乙的； came, or 的；乙. It stays among the words ours[start:end], in which no other block is.
    """
    inserted = block.a == block.b
    if inserted == (block.c == block.d):
        return block
    text, words, first, after = (new, theirs, block.c, block.d) if inserted else (old, ours, block.a, block.b)
    for step in (-1, 1):
        shift = 0
        while True:
            left, right = first + shift, after + shift
            if left == 0 or "\n" in text[words[left - 1].end : words[left].start]:
                return _Block(block.a + shift, block.b + shift, block.c + shift, block.d + shift)
            here, there = (left - 1, right - 1) if step < 0 else (left, right)
            moved = shift + step
            if not (start <= block.a + moved and block.b + moved <= end) or there >= len(words):
                break
            if words[here].substance != words[there].substance:
                break
            shift = moved
    return block


def _is_island(between: Sequence[_Word], before: _Block, after: _Block) -> bool:
    """Whether what stands *between* two edits is less than either of them, and no mark that ends a phrase."""
    smaller = min(max(block.b - block.a, block.d - block.c) for block in (before, after))
    return len(between) <= min(_ISLAND, smaller) and all(word.substance.isalnum() for word in between)


def _edit(old: str, new: str, ours: Sequence[_Word], theirs: Sequence[_Word], block: _Block) -> Edit:
    before, after = _span(ours, block.a, block.b, len(old)), _span(theirs, block.c, block.d, len(new))
    return Edit(deleted=old[slice(*before)], inserted=new[slice(*after)], old_span=before, new_span=after)


def _span(words: Sequence[_Word], first: int, after: int, length: int) -> tuple[int, int]:
    """From the first word to the last; nothing, before the word that follows, where there is none."""
    if first < after:
        return words[first].start, words[after - 1].end
    place = words[first].start if first < len(words) else length
    return place, place
