"""Whether an official text is that of a version that the register knows.

Knows the dates both are known by. Does not know what a list quotes.
"""

from __future__ import annotations

from pipeline.register import Version
from pipeline.statutes import Statute, known_dates


def is_text_of(statute: Statute, version: Version) -> bool:
    """Whether *statute* is the text of *version*: it may print the day of adoption, or that of publication."""
    return not known_dates(statute).isdisjoint(known.isoformat() for known in version.known_by)
