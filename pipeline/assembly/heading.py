"""The lines above a list → its title, whose list it is, and what kind of power all of it is about.

Knows what a title says beside its own words. Does not know which block is the title: the layout has seen it.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.layout import Layout
from pipeline.patterns import lazy_regex
from pipeline.readers import WHITE
from pipeline.words import tables as words

_BREAK = lazy_regex(rf"[{WHITE}]*\n[{WHITE}]*")


class ListHeading(NamedTuple):
    """The title as printed, empty where there is none; authority and power type, None where nothing names them."""

    title: str
    authority: str | None
    power_type: str | None


def read_heading(text: str, layout: Layout) -> ListHeading:
    """The title of *layout*, and the authority it names: what stands before 权责清单 and its like.

    Where the title names none, a line 部门名称：… does. What else it may say stands in its block. A power type is the
    title's where it names one and no other: 行政许可事项清单.
    """
    span = next((block.span for block in layout.blocks if block.kind == "title"), None)
    title = _BREAK.sub("", text[slice(*span)]) if span else ""
    match = words.TITLE.fullmatch(title)
    lines = (words.OFFICE_LINE.fullmatch(text, *block.span) for block in layout.blocks if block.kind == "note")
    authority = match["authority"].strip() if match else None
    return ListHeading(title, authority or next((line["name"] for line in lines if line), None), _power_type(title))


def _power_type(title: str) -> str | None:
    named = words.TITLED_TYPE.fullmatch(title)
    return named["type"] if named else None
