"""Traditional characters → the simplified ones in which laws, labels and references are known.

Knows that each stands for one, so that what is found in the one text has its place in the other, and is given back as
printed. Does not know what is looked for.
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.words import traditional as words


def simplified(text: str, start: int = 0, end: int | None = None) -> str:
    """*text* as it is read where ``text[start:end]`` is printed in traditional characters; else *text* itself."""
    for mark in words.MARKS:
        if text.find(mark, start, end) >= 0:
            return _translated(text)
    return text


@lru_cache(maxsize=2)
def _translated(text: str) -> str:
    """The cells of one list are read one after the other: each asks for the whole text of it."""
    return text.translate(words.SIMPLIFIED)


def as_printed(words_of: str, text: str, read: str) -> str:
    """*words_of*, which were found in *read*, as *text* has them there; *read* is ``simplified(text)``.

    Words put together from two places (《甲法》实施条例, with a note between) are given back part by part.
    """
    place = read.find(words_of)
    if place >= 0:
        return text[place : place + len(words_of)]
    head, mark, tail = words_of.rpartition("》")
    return as_printed(head + mark, text, read) + as_printed(tail, text, read) if mark and tail else words_of
