"""A line → the law it names.

Knows how a law line and its note look. Does not know what is quoted from the law.
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.basis.labels import label_match
from pipeline.basis.nouns import LawLine
from pipeline.words import basis as words


def law_line(text: str, left: int, right: int) -> LawLine | None:
    if text.find("《", left, right) < 0:
        return None
    found = __read_law_line(text[left:right])
    return found._replace(span=(left, left + found.span[1])) if found else None


@lru_cache(maxsize=1024)
def __read_law_line(line: str) -> LawLine | None:
    """The law that *line* names, if it is a law line; ``span`` is that in the line. Many items repeat one line."""
    match = words.LAW_LINE.fullmatch(line)
    if match is None:
        return None
    rest = words.END_OF_LAW.match(line, match.start("rest"))
    assert rest is not None  # the pattern matches the empty string
    followed = rest.end() < len(line) and not words.POINTERS.fullmatch(line, rest.end())
    if followed and label_match(line, rest.end(), len(line)) is None:
        return None
    end = match.end("note") if match["note"] else match.end("name") + 1
    number, adopted, effective = _read_note(match["note"] or "")
    return LawLine(match["name"], line[:end], number, adopted, effective, match["rank"], (0, end))


def _read_note(note: str) -> tuple[str | None, str | None, str | None]:
    """Document number, adoption and effective date of the first version the note names; None where it does not."""
    number = words.DOCUMENT_NUMBER.search(note)
    adopted: str | None = None
    effective: str | None = None
    dates = list(words.DATE.finditer(note))
    for index, date in enumerate(dates):
        stop = dates[index + 1].start() if index + 1 < len(dates) else len(note)
        meaning = words.DATE_MEANING.search(note, date.end(), stop)
        if meaning is None:
            continue
        iso = _iso(int(date["year"]), int(date["month"]), int(date["day"]))
        if meaning["adopted"]:
            adopted = adopted or iso
        elif meaning["effective"]:
            effective = effective or iso
    return (number["number"] if number else None, adopted, effective)


def _iso(year: int, month: int, day: int) -> str | None:
    """A printed date that no calendar has (13月) is not read."""
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None
