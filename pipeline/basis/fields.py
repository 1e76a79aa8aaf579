"""法律法规名称:…;依据文号:…;条款号:…;条款内容:… → law and provision.

Knows the layout that gives each part of a basis a field of its own. Does not know where the next one begins.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.basis.nouns import Draft, LawLine
from pipeline.basis.places import whole_label
from pipeline.readers import content
from pipeline.words import fields as words

_REACH = 400


class Fields(NamedTuple):
    """Law and provision (None where no 条款号 is printed), and where the text of the provision begins."""

    law: LawLine
    provision: Draft | None
    end: int


def read_fields(text: str, left: int, end: int) -> Fields | None:
    """The fields that begin at *left*; None where there are none."""
    match = words.FIELDS.match(text, left, min(end, left + _REACH))
    if match is None:
        return None
    number_end = match.end("number") if match["number"] else match.end("name")
    while text[number_end : number_end + 1] in ("》", "〉", ">"):
        number_end += 1
    citation = (left, content(text, left, number_end)[1])
    number = (match["number"] or "").strip() or None
    law = LawLine(match["name"].strip(), text[slice(*citation)], number, None, None, None, citation)
    provision = None
    if match["label"] and match["label"].strip():
        provision = _provision(text, match, citation[1])
    return Fields(law, provision, match.end())


def read_place_field(text: str, left: int, end: int) -> tuple[Draft, int] | None:
    """The provision behind a law without a field of its own, and where its text begins: 条款号：第五条⏎内容：…."""
    if not text.startswith(words.PLACE_FIELDS, content(text, left, end)[0]):
        return None
    start = content(text, left, end)[0]
    match = words.PLACE_FIELD.match(text, start, min(end, start + _REACH))
    if match is None or not match["label"].strip():
        return None
    return _provision(text, match, start), match.end()


def _provision(text: str, match: re.Match[str], marker: int) -> Draft:
    span = content(text, *match.span("label"))
    provision = whole_label(text, *span)
    provision.marker = (marker, span[0])
    return provision
