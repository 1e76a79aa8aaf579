"""The law register: whether a quoted provision still stands where it stood, on a day.

Knows laws, their versions and what became of each provision between them, as the files in laws/ tell it.
Does not know what a law says, how a list is read, nor what to say to the clerk.
"""

from pipeline.register.counts import lacking, paragraph_count
from pipeline.register.dating import CitedLaw, Told
from pipeline.register.files import Register, read_law, read_register
from pipeline.register.names import law_key, versions_named
from pipeline.register.nouns import LawFile, Repeal, Version, law_schema
from pipeline.register.placing import Quote, QuotedParagraph
from pipeline.register.standing import Judged, Standing, judge

__all__ = [
    "CitedLaw",
    "Judged",
    "LawFile",
    "Quote",
    "QuotedParagraph",
    "Register",
    "Repeal",
    "Standing",
    "Told",
    "Version",
    "judge",
    "lacking",
    "law_key",
    "law_schema",
    "paragraph_count",
    "read_law",
    "read_register",
    "versions_named",
]
