"""Elements of a web page → the words a browser shows.

Knows tags, white space, breaks, the numbers of lists, fields of a form and what is not shown. Does not know tables.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lxml import etree

from pipeline.numerals import to_chinese
from pipeline.patterns import lazy_regex
from pipeline.readers.numbering import roman

SPACES: Final = lazy_regex(r"[ \t\r\n\f]+")
_FEEDS: Final = lazy_regex(r" ?\n[ \n]*")
_MAX_DEPTH: Final = 200
_HIDING: Final = lazy_regex(r"(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)")
_UNMARKED: Final = lazy_regex(r"(?i)list-style(?:-type)?\s*:\s*(?:none|disc|circle|square)")
_CHINESE: Final = lazy_regex(r"(?i)list-style(?:-type)?\s*:\s*(?:cjk-ideographic|simp-chinese-informal)")

# What shows no text of the page, and what is not the page's own text.
SILENT: Final = frozenset(
    "script style noscript template head title select button textarea iframe object svg".split()  # noqa: SIM905
)
# Of the fields of a form, those that show no words typed in: HTML standard, 4.10.5.
_WORDLESS: Final = frozenset(
    "hidden password checkbox radio file submit image reset button color range".split()  # noqa: SIM905
)
CHROME: Final = frozenset(("nav", "footer", "aside"))
BLOCKS: Final = frozenset(
    "address article blockquote caption center dd div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 header hr li main "  # noqa: SIM905
    "ol p pre section table tbody td tfoot th thead tr ul".split()
)


def cell_text(cell: etree._Element) -> str:
    """The words of a cell: a line for each paragraph, br or inner row, and what the fields of a form in it show.

    A field elsewhere on a page is of the page, as its search box is.
    """
    lines = [SPACES.sub(" ", line).strip(" ") for line in text_of(cell, fields=True).split("\n")]
    return "\n".join(lines).strip("\n")


def text_of(element: etree._Element, depth: int = 0, *, fields: bool = False) -> str:
    """All words below *element*, a line feed around each block; the white space of the source is one space.

    With *fields*, what a browser shows in text fields and choices too.
    """
    said = [SPACES.sub(" ", element.text or "")]
    numbers = list_numbers(element)
    for child in element:
        tag = tag_of(child)
        if tag == "br":
            said.append("\n")
        elif fields and tag in _FIELDS:
            said.append("" if is_hidden(child) else _FIELDS[tag](child))
        elif is_shown(child):
            number = numbers(child)
            inner = (
                text_of(child, depth + 1, fields=fields) if depth < _MAX_DEPTH else "".join(map(str, child.itertext()))
            )
            said.append(f"\n{number}{inner.lstrip() if number else inner}\n" if tag in BLOCKS else inner)
        said.append(SPACES.sub(" ", child.tail or ""))
    return _FEEDS.sub("\n", "".join(said))


def _typed(field: etree._Element) -> str:
    """What stands in an input."""
    return "" if (field.get("type") or "").strip().lower() in _WORDLESS else field.get("value") or ""


def _written(field: etree._Element) -> str:
    """What stands in a textarea, its lines as they are."""
    return "".join(map(str, field.itertext()))


def _chosen(field: etree._Element) -> str:
    """The choices of a select, a line for each; a list that drops down shows one: the last chosen, else the first."""
    options = [option for option in field.iter("option") if not is_hidden(option)]
    chosen = [option for option in options if option.get("selected") is not None]
    if field.get("multiple") is None:
        chosen = chosen[-1:] or [option for option in options if option.get("disabled") is None][:1]
    return "\n".join(option.get("label") or SPACES.sub(" ", _written(option)).strip(" ") for option in chosen)


_FIELDS: Final[dict[str, Callable[[etree._Element], str]]] = {
    "input": _typed,
    "textarea": _written,
    "select": _chosen,
}


def is_shown(element: etree._Element) -> bool:
    """Whether a browser shows *element*: no script, nothing hidden by its own attributes."""
    return tag_of(element) not in SILENT and not is_hidden(element)


def is_hidden(element: etree._Element) -> bool:
    """Whether the attributes of *element* hide it."""
    return element.get("hidden") is not None or _HIDING.search(element.get("style") or "") is not None


def hidden_words(element: etree._Element) -> str:
    """The words below *element* that are hidden by an attribute, without white space."""
    found = (each for each in element.iterdescendants() if is_hidden(each))
    return "".join("".join("".join(map(str, each.itertext())) for each in found).split())


def list_numbers(element: etree._Element) -> Callable[[etree._Element], str]:
    """What a browser prints before each item of the list *element*, asked for one after the other; for others nothing.

    The number is nowhere in the text of the page: HTML standard, 4.4.5 and 4.4.8.
    """
    if tag_of(element) != "ol" or _UNMARKED.search(element.get("style") or ""):
        return lambda _: ""
    current = (_integer(element.get("start")) or 1) - 1
    form = _FORMS.get((element.get("type") or "1").strip(), str)
    if _CHINESE.search(element.get("style") or ""):
        form, stop = _chinese, "、"
    else:
        stop = ". "

    def number(item: etree._Element) -> str:
        nonlocal current
        if tag_of(item) != "li":
            return ""
        own = _integer(item.get("value"))
        current = own if own is not None else current + 1
        return form(current) + stop

    return number


def _integer(words: str | None) -> int | None:
    bare = (words or "").strip()
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 6 else None


def _letter(number: int) -> str:
    return chr(ord("a") + number - 1) if 0 < number <= 26 else str(number)


def _chinese(number: int) -> str:
    return to_chinese(number) if 0 < number < 10_000 else str(number)


_FORMS: Final[dict[str, Callable[[int], str]]] = {
    "a": _letter,
    "A": lambda number: _letter(number).upper(),
    "i": lambda number: roman(number) or str(number),
    "I": lambda number: (roman(number) or str(number)).upper(),
}


def tag_of(element: etree._Element) -> str:
    return str(element.tag).lower()
