"""A quotation, and what is said of it beside a text.

Knows the nouns. Does not know how they are found.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.address import Address
from pipeline.model import LabelFit, Outcome
from pipeline.statutes.nouns import Bounds


class Quote(NamedTuple):
    """What is collated: the addresses its label names (none without a label), and its lines without the label."""

    addresses: tuple[Address, ...]
    lines: tuple[str, ...]


class FoundDifference(NamedTuple):
    """``quoted`` stands where the text has ``official``; either may be empty.

    ``span`` indexes the lines joined by line feeds, ``official_span`` the statute's text: where nothing of the law
    answers to the words, it is None. ``address`` is where the official words stand.
    """

    quoted: str
    span: Bounds
    official: str
    official_span: Bounds | None
    address: Address | None


class FoundGap(NamedTuple):
    """A part of the law that the quotation leaves out without saying so, with its place in the statute's text.

    ``whole`` where it is all that stands at the address.
    """

    address: Address
    whole: bool
    text: str
    span: Bounds


class Collated(NamedTuple):
    """A quotation beside a text. ``paragraphs`` has the 款 of each line, None where it stands nowhere."""

    outcome: Outcome
    label: LabelFit | None
    addresses: tuple[Address, ...]
    paragraphs: tuple[int | None, ...]
    left_out: tuple[FoundGap, ...]
    differences: tuple[FoundDifference, ...]
