"""A sentence → the law that it opens with: 根据《甲法》第四十一条规定，….

Knows when such a sentence, or what is behind a label, names a further law of the cell, and when it is of the quoted
text. Does not know what stands in the rest of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.basis.labels import relative, starts_label, stated_label
from pipeline.basis.laws import followed_well, law_line, law_of
from pipeline.basis.nouns import Draft, LawLine
from pipeline.basis.places import stated_places
from pipeline.readers import content
from pipeline.words import basis as words
from pipeline.words import labels

_FIRST = frozenset("根依按参同并《〈<＜")
_LONGEST_OPENING = 700
_PARTING_BARE = " \u3000\u00a0；;。、，,"
_TITLES = "《〈<＜"
_PARTING = " \u3000\u00a0；;。"
_STOPS: Final = "。；;"
_AFTER_STOP: Final = ' \t\n\u3000\u00a0”’」』")）'
_QUOTED_REACH: Final = 2000
"""Characters looked back for the mark that opens a quotation: to look further would cost the square of a cell."""


def opening_law(text: str, left: int, right: int) -> LawLine | None:
    """The law that a cell opens with in a sentence; what the sentence says of it is left as its text.

    根据《甲法》第四十一条规定，… · 依据《甲法》第五条：… · 《甲法》第五条规定，… · 根据《甲法》的规定
    """
    if text[left] not in _FIRST:
        return None
    line = text[left : min(right, left + _LONGEST_OPENING)]
    if line[0] in _TITLES and not any(words_of in line for words_of in labels.STATED):
        return None  # a look that spares most lists the pattern
    match = words.ON_THE_BASIS.match(line)
    if match is None:
        return None
    after = words.END_OF_LAW.match(line, match.end())
    assert after is not None  # the pattern matches the empty string
    if match["on"]:
        opens = labels.LABEL.match(line, after.end()) is not None or followed_well(line, match.end())
        # No text of a law prints the number of another: 根据《甲意见》（云政发〔2031〕5号）做到….
        noted = words.NOTE_LIKE.search(match["note"] or "") is not None
        opens = opens or noted or words.AS_RULED.match(line, match.end()) is not None
    else:
        opens = stated(line, after.end(), len(line)) is not None
    if not opens:
        return None
    law = law_of(line, match, match["name"])
    return law._replace(span=(left, left + law.span[1]))


def _is_section(text: str, left: int, right: int) -> bool:
    return any(section.match(text, left, right) for section in (labels.SECTION, labels.ENCLOSED_SECTION))


def opens_further_law(text: str, law: LawLine, right: int, *, stated: bool) -> bool:
    """Whether *law*, of a sentence that begins after a stop, is a further law of the cell and not of what is quoted.

    It is where a label follows that has a text of its own or none: 依据《乙条例》第十一条：…. Where the sentence goes
    on (第十一条规定，…), the laws before it must have been named in sentences too (*stated*), or it has a note.
    """
    after = law.span[1]
    while after < right and text[after] in " \u3000\u00a0":
        after += 1
    noted = not law.is_bare
    places = labels.PLACES.match(text, after, right) if text.startswith("第", after) else None
    if places is not None:
        end = places.end()
        if places["stop"] or end >= right or words.NEXT_LAW.match(text, end, right):
            return True
    label = labels.LABEL.match(text, after, right)
    if label is None and noted and (_is_section(text, after, right) or words.SAYS.match(text, after, right)):
        return True
    if label is None:
        return stated and not law.citation.startswith(("《", "〈", "<", "＜"))
    end = label.end("label")
    if words.OPENED.match(text, end, right) or stated:
        return True
    return noted and words.OPENED_NOTED.match(text, end, right) is not None


def stated(text: str, left: int, right: int) -> tuple[Draft, int] | None:
    """The label of an article, or of several, that a sentence tells: 第四十一条规定，… · 第十五条、第十六条规定，…."""
    return stated_label(text, left, right) or stated_places(text, left, right)


def told_label(text: str, left: int, right: int, drafts: Sequence[Draft]) -> tuple[Draft, int] | None:
    """第十八条 of …。第十八条规定，…, where the law's first article is told in a sentence of the list too.

    It opens a sentence, outside quotation marks: 依照第十八条规定，… and what a quoted article says do not.
    """
    first = drafts[0].label if drafts else None
    if first is None or not text.startswith("第", left) or labels.SAID.match(text, first[1]) is None:
        return None
    told = stated(text, left, right)
    if told is None or not text.startswith(labels.TOLD_FURTHER, told[1]):
        return None
    stop = left
    while text[stop - 1] in _AFTER_STOP:
        stop -= 1
    before = drafts[-1].label or drafts[-1].lines[0]
    near = max(before[1], left - _QUOTED_REACH)
    quoted = text.rfind("“", near, left) > text.rfind("”", near, left) or text.count('"', near, left) % 2 == 1
    if quoted or text[stop - 1] not in _STOPS:
        return None
    below = None if told[0].addresses or told[0].label is None else relative(text, told[0].label, drafts)
    return (below, told[1]) if below else told


def law_follows(text: str, after: int, right: int, end: int, *, bare: bool) -> bool:
    """Whether the label that ends at *after* is only a place, and a further law is next: 第三条 2.《乙条例》….

    Nothing need stand between: 第三条《乙条例》第五条 · 第三条2、《乙条例》. Where the law before is *bare*, without
    marks, this one may be too: 甲法第三条、乙条例第五条.
    """
    if bare and after < right and text[after - 1] in _PARTING_BARE and words.NEXT_BARE.match(text, after, right):
        return law_line(text, after, right, end) is not None
    if after >= right or not (text[after - 1] in _PARTING or words.GLUED_LAW.match(text, after, right)):
        return False
    if not words.NEXT_LAW.match(text, after, right):
        return False
    law = law_line(text, after, right, end)
    if law is None:
        law = opening_law(text, after, right)
        return law is not None and opens_further_law(text, law, right, stated=False)
    return content(text, law.span[1], right)[0] < right


def labelled_below(text: str, right: int, end: int) -> bool:
    """Whether the line ends at *right* and the next begins with a label."""
    below = content(text, right, end)[0]
    stop = text.find("\n", below, end)
    return "\n" in text[right:below] and starts_label(text, below, end if stop < 0 else stop)
