"""The note of a law line → document number and dates.

Knows which word after a date says what it is the date of. Does not know which law it is.
"""

from __future__ import annotations

from pipeline.words import notes as words


def read_note(note: str) -> tuple[str | None, str | None, str | None]:
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
