"""Official texts of laws: read, told apart by version, and laid beside what a list quotes.

Knows how a statute is printed and where a quoted wording stands in it. Does not know lists, registers, nor findings.
"""

from pipeline.statutes.absence import lacking
from pipeline.statutes.choice import Choice, Laid, Verdicts, choose, verdicts
from pipeline.statutes.collated import Collated, FoundDifference, FoundGap, Quote
from pipeline.statutes.collation import ALL_OF_IT, Collator
from pipeline.statutes.nouns import (
    Article,
    Dates,
    Fault,
    Heading,
    Item,
    Paragraph,
    Point,
    Statute,
    Unit,
    units_of,
)  # fmt: skip
from pipeline.statutes.reading import read_statute
from pipeline.statutes.texts import Texts, known_dates, read_texts

__all__ = [
    "ALL_OF_IT",
    "Article",
    "Choice",
    "Collated",
    "Collator",
    "Dates",
    "Fault",
    "FoundDifference",
    "FoundGap",
    "Heading",
    "Item",
    "Laid",
    "Paragraph",
    "Point",
    "Quote",
    "Statute",
    "Texts",
    "Unit",
    "Verdicts",
    "choose",
    "known_dates",
    "lacking",
    "read_statute",
    "read_texts",
    "units_of",
    "verdicts",
]
