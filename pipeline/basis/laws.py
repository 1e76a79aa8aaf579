"""A line → the law it names.

Knows how a law line looks, with and without its brackets. Does not know what is quoted from the law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pipeline.basis.glances import OPENERS, may_be_law, runs_on
from pipeline.basis.labels import starts_label, unplaced_label
from pipeline.basis.notes import read_note
from pipeline.basis.nouns import LawLine
from pipeline.basis.places import places_end
from pipeline.patterns import lazy_re
from pipeline.readers import content
from pipeline.traditional import as_printed
from pipeline.words import basis as words
from pipeline.words import labels as label_words

_BEFORE_LABEL: Final = 60
_REACH: Final = 1200
"""How far a law line may run on over line breaks; a longer note is cut off at its first line."""

_CHAIN: Final = 12
_ANNOUNCING: Final = frozenset("：:】]\n《")
_COLONS: Final = frozenset("：:")
_NO_PARTING: Final = "，,。；;、|｜"
_BREAK: Final = lazy_re(r"[ \t\u3000\u00a0]*\n\s*")


def law_line(text: str, left: int, right: int, end: int) -> LawLine | None:
    """The law that a line ``text[left:right]`` begins with; its note may go on below, up to *end*."""
    if not may_be_law(text, left, right):
        return None
    right = min(right, left + _REACH)
    found = None
    if right < end and runs_on(text, left, right, end):
        found = _read_law_line(text[left : min(end, left + _REACH)])
    if found is None:
        found = _read_law_line(text[left:right])
    if found is None and right < end:
        found = _alone(text, left, right, end)
    return found._replace(span=(left, left + found.span[1])) if found else None


def _alone(text: str, left: int, right: int, end: int) -> LawLine | None:
    """云溪市实施《甲法》办法 · 风铃条例 · 2.风铃条例（2031年修正）: without marks around it, where it is all of a line.

    The text before it must be at an end, or be places only, and an article must stand below.
    """
    line = text[left:right]
    below = content(text, right, end)[0]
    near = min(end, below + _BEFORE_LABEL)
    labelled = starts_label(text, below, near) or (below < near and places_end(text, below, end) is not None)
    entered = not labelled and label_words.ENTRY.match(text, below, near) is not None
    if not ((labelled or entered) and _ended(text, left)):
        return None
    for pattern in words.ALONE:
        match = pattern.fullmatch(line)
        name = match.groupdict().get("bare") or match["name"] if match else ""
        if match and name and not words.SENTENCE.search(name) and (labelled or words.NOTICE_ENDS.search(name)):
            return law_of(line, match, name)
    return None


def _ended(text: str, left: int) -> bool:
    """Whether what stands above the line at *left*, in its cell, is at an end, or places only: 第三条、第五条."""
    before = text[max(0, left - _BEFORE_LABEL) : left].rpartition("\t")[2].rstrip()
    if not before or before[-1] in words.ENDS:
        return True
    above = before.rpartition("\n")[2].strip()
    return any(pattern.fullmatch(above) for pattern in (label_words.PLACES, label_words.ENTRY))


def bare_law(text: str, left: int, right: int) -> LawLine | None:
    """风铃管理办法 · 3.风铃管理办法: a name without any mark, which is a law's where nothing else stands there."""
    match = words.BARE_NAME.fullmatch(text, left, right)
    if match is None or words.SENTENCE.search(match[0]):
        return None
    end = match.end("name")
    return LawLine(match["name"], text[left:end], None, None, None, None, (left, end))


def is_names(line: str) -> bool:
    """Whether *line* is the name of a law without any mark, or several, and nothing else."""
    return words.BARE_NAME.fullmatch(line) is not None


def heading_law(text: str, left: int, right: int) -> LawLine | None:
    """The law a cell begins with, whatever is said under it, if it is no sentence about it: 《甲办法》桥户应当…."""
    line = text[left : min(right, left + _REACH)]
    for pattern in words.LAW_LINES if line[0] in OPENERS else ():
        match = pattern.match(line)
        if match is not None and words.KIND_ENDS.search(match["name"]) and not _is_subject(line, match.end()):
            law = law_of(line, match, match["name"])
            return law._replace(span=(left, left + law.span[1]))
    return None


def _is_subject(line: str, position: int) -> bool:
    """Whether at *position*, behind a law, its sentence goes on: 第二条规定的…, not 第二条至四条, an odd place."""
    if words.ARTICLE_NEXT.match(line, position):
        return words.SENTENCE_AFTER.match(line, position) is not None
    return words.AFTER_LAW.match(line, position) is not None


@lru_cache(maxsize=1024)
def _read_law_line(line: str) -> LawLine | None:
    """The law that *line* begins with, if it is a law line, ``span`` being that in the line. Many items repeat one."""
    plain = words.PLAIN_LAW.fullmatch(line)
    if plain is not None:
        return LawLine(plain["name"], line, *read_note(plain["note"]), None, (0, len(line)))
    patterns = words.LAW_LINES if line[0] in OPENERS or words.NUMBER_BEFORE.match(line) else ()
    for pattern in patterns:
        match = pattern.match(line)
        if match is not None and _is_law(line, match):
            return law_of(line, match, match["name"])
    for pattern in words.NAMELESS_LINES:
        match = pattern.match(line)
        if match is not None:
            name = _bare_name(line, match)
            if name is not None:
                return law_of(line, match, name)
    return _announced(line)


def _announced(line: str) -> LawLine | None:
    """法律依据：《甲法》 · 行政法规：《甲条例》 · 规章】《甲办法》: words before the title instead of a rank."""
    if _ANNOUNCING.isdisjoint(line[:12]):
        return None
    for pattern in words.LAW_LINES:
        match = pattern.match(line)
        if match is not None and _is_law(line, match):
            return law_of(line, match, match["name"])
    return None


def _is_law(line: str, match: re.Match[str]) -> bool:
    """Whether what follows leaves the name a law line, and no subject of a sentence."""
    if not (match.groupdict().get("name") or match["bare"]).strip():
        return False
    if match["rank"] or followed_well(line, match.end()):
        return True  # 【规章】 says what it is, whatever follows
    rest = words.END_OF_LAW.match(line, match.end())
    assert rest is not None  # the pattern matches the empty string
    noted = bool(words.NOTE_LIKE.search(match["note"] or ""))
    dated = noted or bool(match["number"])
    if (dated and line.startswith("第", rest.end())) or words.BARE_ARTICLE.match(line, rest.end()):
        return words.SENTENCE_AFTER.match(line, rest.end()) is None  # 第5条、8条 · 第三点: a place, if an odd one
    if words.NOTICE_ENDS.search(match["name"]) and (
        label_words.SECTION.match(line, rest.end()) or label_words.ENTRY.match(line, rest.end())
    ):
        return True
    if (dated or words.KIND_ENDS.search(match["name"])) and _has_unplaced(line, rest.end()):
        return True
    counted = words.COUNTED.match(line) is not None
    if (noted and words.SAYS.match(line, match.end())) or (dated and counted):
        return True  # 2.《甲通知》（云办〔2031〕5号），要求每年修桥一次
    if words.AFTER_LAW.match(line, rest.end()) and not _COLONS.intersection(rest[0]):
        return False
    if dated:
        return True  # what follows a comma is said of it: （云办〔2031〕5号），每年修桥一次
    subject = words.AFTER_LAW.match(line, match.end()) is not None
    if subject or match["rank_word"]:
        return not subject
    # 《甲法》：各级… · 《甲法》 各级… · 《甲法》“各级…”: its text, of which no article is named
    # · 2.《甲条例》各级…
    parted = counted or rest[0].strip(_NO_PARTING) or line.startswith("“", rest.end())
    return bool(parted and words.KIND_ENDS.search(match["name"]))


def _has_unplaced(line: str, position: int) -> bool:
    """Whether right behind the law stands 第四款 or 第四项, and no sentence about it."""
    entry = label_words.ENTRY.match(line, position)
    return bool(entry and entry["separator"]) or unplaced_label(line, position, len(line)) is not None


def followed_well(line: str, position: int) -> bool:
    """Whether after the law come the end of the line, a label, places, or further laws of which that is true."""
    label = None
    for _ in range(_CHAIN):
        rest = words.END_OF_LAW.match(line, position)
        assert rest is not None  # the pattern matches the empty string
        after = rest.end()
        if after >= len(line) or line[after] == "\n" or words.WHOLE.match(line, after):
            return True
        places = places_end(line, after, len(line))
        if places is None and starts_label(line, after, len(line)):
            return True
        if places is not None:
            after = places
            if after >= len(line) or line[after] == "\n":
                return True
            if line[after] not in "《〈<【":
                return True  # a text, or a further law
            last = line[:after].rstrip(" \u3000\u00a0")[-1]
            if last in "：:。；;.":
                return True
            if last not in "、，,和及与/／" and label is None:
                label = rest.end()  # a label whose text begins with a title: 第三条 《许可证》有效期三年
        following = next(_titles(line, position if places is None else after), None)
        if following is None:
            return label is not None and starts_label(line, label, len(line))
        position = following.end()
    return True


def separated(text: str, position: int, end: int) -> int:
    """Where what follows a law that ends at *position* begins."""
    match = words.END_OF_LAW.match(text, position, end)
    return match.end() if match else position


def _titles(line: str, position: int) -> Iterator[re.Match[str]]:
    joined = words.NEXT_TITLE.match(line, position)
    if joined is not None:
        for pattern in words.LAW_LINES:
            match = pattern.match(line, joined.end())
            if match is not None:
                yield match


def _bare_name(line: str, match: re.Match[str]) -> str | None:
    """The name of a law that begins without 《, where the line cannot be a sentence."""
    groups = match.groupdict()
    note = bool(words.NOTE_LIKE.search(match["note"] or ""))
    rank = bool(match["rank"] or match["rank_word"])
    if groups.get("issuer"):
        if words.SENTENCE.search(match["issuer"]):
            return None
        if rank or note:
            return groups["name"] if _is_law(line, match) else None
        organ = words.ORGAN_ENDS.search(match["issuer"].rstrip())
        return groups["name"] if organ and followed_well(line, match.end()) else None
    name = groups.get("bare") or groups["name"]
    if words.SENTENCE.search(name):
        return None
    if groups.get("bare") and match["closer"] and rank:
        return name if _is_law(line, match) else None
    rest = words.END_OF_LAW.match(line, match.end())
    assert rest is not None  # the pattern matches the empty string
    after = rest.end()
    if after >= len(line) or line[after] == "\n":
        return name if rank or note or name.startswith(words.NATION) else None
    strict = not (rank or name.startswith(words.NATION) or words.COUNTED.match(line))
    if places_end(line, after, len(line)) is not None or starts_label(line, after, len(line), strict=strict):
        return name
    if words.NOTICE_ENDS.search(name) and label_words.ENTRY.match(line, after):
        return name
    places = label_words.PLACES.match(line, after)
    if places is not None and words.NEXT_BARE_BEHIND.match(line, places.end()):
        return name
    sure = rank or words.NOTICE_ABOUT.search(name) is not None
    return name if sure and note and not words.AFTER_LAW.match(line, after) else None


def law_of(line: str, match: re.Match[str], name: str) -> LawLine:
    end = len(line[: match.end()].rstrip(" \t\u3000\u00a0\n"))
    number, adopted, effective = read_note(joined(match["note"] or ""))
    number = number or match["number"] or None
    rank = match["rank"] or match["rank_word"]
    return LawLine(
        _bare(name), joined(line[:end]), number, adopted, effective, rank.strip() if rank else None, (0, end)
    )


def printed_law(text: str, law: LawLine | None) -> LawLine | None:
    """*law*, read in simplified characters, in those of *text*."""
    if law is None:
        return None
    citation = text[slice(*law.span)]
    citation = citation if len(citation) == len(law.citation) else joined(citation)
    number, rank = (
        None if field is None else as_printed(field, citation, law.citation)
        for field in (law.document_number, law.rank_label)
    )
    name = as_printed(law.name, citation, law.citation)
    return law._replace(name=name, citation=citation, document_number=number, rank_label=rank)


def _bare(name: str) -> str:
    """*name* without what pads it, and without a second pair of brackets around the whole: 《《甲法》》."""
    name = joined(name).strip()
    if (
        name
        and name[0] in "《〈<＜"
        and name[-1] in "》〉>＞"
        and not any(mark in "《》〈〉<>＜＞" for mark in name[1:-1])
    ):
        name = name[1:-1]
    return name.strip() or name


def joined(words_of_field: str) -> str:
    """A printed field on one line: the breaks of a narrow column are no part of it."""
    return _BREAK.sub("", words_of_field) if "\n" in words_of_field else words_of_field
