"""Elements of a Word document, whatever the namespace they are in.

Knows how a child or a value of an element is found. Does not know what one means.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

MAX_SPAN: Final = 1_000
MAX_DEPTH: Final = 100
_WRAPPERS: Final = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


def tag(element: etree._Element) -> str:
    """The name of *element* without its namespace; of a comment or instruction none that occurs."""
    return str(element.tag).rpartition("}")[2]


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of *element* called *name*."""
    return next((each for each in element if tag(each) == name), None) if element is not None else None


def has(element: etree._Element | None, name: str) -> bool:
    """Whether *element* has a child called *name*."""
    return child(element, name) is not None


def value(element: etree._Element | None, name: str, attribute: str = "val") -> str | None:
    """The *attribute* of the child of *element* called *name*, whatever its namespace; None where there is none."""
    return attribute_of(child(element, name), attribute)


def attribute_of(element: etree._Element | None, attribute: str) -> str | None:
    """The *attribute* of *element*, whatever its namespace."""
    if element is None:
        return None
    return next((str(text) for name, text in element.items() if str(name).rpartition("}")[2] == attribute), None)


def is_on(element: etree._Element | None, name: str) -> bool:
    """Whether the switch *name* is on: there, and not with a value that says no."""
    return has(element, name) and value(element, name) not in {"0", "false", "off"}


def number(element: etree._Element | None, name: str, default: int) -> int:
    """The value of the child called *name* as a number of places, at most MAX_SPAN."""
    words = value(element, name)
    return min(int(words), MAX_SPAN) if words and words.isascii() and words.isdigit() and len(words) < 9 else default


def inside(element: etree._Element, wanted: frozenset[str], depth: int = 0) -> Iterator[etree._Element]:
    """The children of *element* with one of the names *wanted*, also those in a content control."""
    for each in element:
        name = tag(each)
        if name in wanted:
            yield each
        elif name in _WRAPPERS and depth < MAX_DEPTH:
            yield from inside(each, wanted, depth + 1)
