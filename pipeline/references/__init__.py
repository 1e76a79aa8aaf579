"""A sentence of law → the references in it, one per target.

Knows the shape of pinpoints, chains and relative words. Does not know whether a target exists (resolve.py).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pipeline.address import MAX_NUMBER, RANGE_LIMIT, Address
from pipeline.model import Base
from pipeline.references.chain import ARTICLE, NOTHING, Chain, Levels, read_chain
from pipeline.references.context import Context
from pipeline.references.opening import open_chain
from pipeline.traditional import as_printed, simplified
from pipeline.words import references as words

__all__ = ["FoundReference", "find_references"]


class FoundReference(NamedTuple):
    """One target: ``text`` are its words, ``span`` where they stand in the argument (code points, half open).

    ``law_name`` is None for this instrument, else the name as written; ``target`` is None where no address can be
    given (前款 of an unknown paragraph, 第十十八条).
    """

    text: str
    span: tuple[int, int]
    base: Base
    law_name: str | None
    target: Address | None


def find_references(
    text: str, *, article: int | Address | None = None, paragraph: int | None = None
) -> list[FoundReference]:
    """All references of *text*, in text order, ranges and lists expanded.

    *text* is one provision, its lines joined by a line feed: a line that begins （一） is an item of the paragraph
    before it, any other line a paragraph. *article* and *paragraph* are the provision's own address as far as it is
    known; they decide 前款, 本条 and a bare 第二款. Total: nothing is raised, the cost is linear in ``len(text)``.
    Grammar: facts/references.md §1–2.
    """
    own: Levels = NOTHING
    if isinstance(article, Address):
        own = (article.article, article.article_suffix, None, None, None)
        paragraph = paragraph or article.paragraph
    elif article is not None:
        own = (article, None, None, None, None)
    read = simplified(text)
    found = _find(read, own, paragraph)
    return list(found) if read is text else [_printed(one, text, read) for one in found]


def _printed(found: FoundReference, text: str, read: str) -> FoundReference:
    """*found* in the traditional characters of *text*, as which *read* was read."""
    law_name = None if found.law_name is None else as_printed(found.law_name, text, read)
    return found._replace(text=text[slice(*found.span)], law_name=law_name)


@lru_cache(maxsize=4096)
def _find(text: str, own: Levels, paragraph: int | None) -> tuple[FoundReference, ...]:
    """The same provision is quoted by many items of one list; reading it once is enough."""
    found: list[FoundReference] = []
    context = Context(text, own, paragraph)
    position = 0
    while match := words.START.search(text, position):
        # A text has about as many targets as characters; a flood of wide ranges is not expanded.
        context.room = min(RANGE_LIMIT, RANGE_LIMIT + len(text) - len(found))
        chain = open_chain(context, match)
        if chain is None:
            position = max(context.resume, match.end())
            continue
        chain.limit = context.room
        read_chain(text, chain)
        if not _in_title(text, chain):
            found.extend(_references(text, chain))
            context.remember(chain, breach=words.BREACH.match(text, 0, chain.start) is not None)
        position = max(chain.end, match.end())
    return tuple(found)


def _in_title(text: str, chain: Chain) -> bool:
    """关于刑法第三百一十三条的解释: the title of an instrument, not a reference (facts/references.md §8.13)."""
    before = words.TITLE_BEFORE.match(text, max(0, chain.start - 12), chain.start)
    return before is not None and words.TITLE_AFTER.match(text, chain.end) is not None


def _references(text: str, chain: Chain) -> list[FoundReference]:
    return [
        FoundReference(
            text[target.start : target.end],
            (target.start, target.end),
            "self" if chain.base == "relative" and target.absolute else chain.base,
            chain.law_name,
            _address(target.levels) if target.readable else None,
        )
        for target in chain.targets
    ]


def _address(levels: Levels) -> Address | None:
    """The address of *levels*, where every number in it is one that provisions have."""
    article = levels[ARTICLE]
    if article is None or not all(number is None or 1 <= number <= MAX_NUMBER for number in levels):
        return None
    return Address(article, *levels[1:])
