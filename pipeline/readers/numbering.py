"""Automatic numbers of a Word document: the number Word prints before a paragraph and keeps nowhere in its text.

Knows lists, their levels, and the forms of a number (ECMA-376 part 1, 17.9 and 17.18.59). Does not know what a
paragraph says. A number of a form it does not know is not made up: the paragraph is counted as unread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from lxml import etree

from pipeline.numerals import to_chinese
from pipeline.patterns import lazy_regex
from pipeline.readers.package import Package
from pipeline.readers.wordprocessing import attribute_of, child, has, tag, value

_LEVELS: Final = 9
_MOST: Final = 30_000
"""Word counts no further; a number above it is no number of a list."""
_PLACEHOLDER: Final = lazy_regex(r"%([1-9])")
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"


class _Level(NamedTuple):
    """One level of a list: where it starts, the form of its numbers, the words around them, what stands behind."""

    start: int
    form: str
    text: str
    suffix: str


class Numbered(NamedTuple):
    """What was found: the number before each paragraph, and the forms of those that cannot be read."""

    labels: dict[etree._Element, str]
    unread: dict[etree._Element, str]


def number_paragraphs(tree: etree._Element, package: Package, folder: str) -> Numbered:
    """The numbers of all paragraphs of *tree*, counted as Word does from the first to the last; deleted ones are none.

    *folder* is the folder of the main part. A bullet is no number and is left out.
    """
    numbering = package.tree(f"{folder}/numbering.xml")
    styles = _styles(package.tree(f"{folder}/styles.xml"))
    found = Numbered({}, {})
    if numbering is None:
        return found
    lists = _lists(numbering)
    counts: dict[str, list[int | None]] = {}
    begun: set[tuple[str, int]] = set()
    for paragraph in tree.iter(f"{{{etree.QName(tree).namespace}}}p"):
        at = _place(paragraph, styles)
        if at is None or at[0] not in lists or _is_gone(paragraph):
            continue
        instance, depth = at
        abstract, levels, overridden = lists[instance]
        level = levels.get(depth)
        if level is None:
            continue
        count = counts.setdefault(abstract, [None] * _LEVELS)
        fresh = (instance, depth) not in begun and depth in overridden
        begun.add((instance, depth))
        before = count[depth]
        count[depth] = level.start if before is None or fresh else min(before + 1, _MOST)
        count[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        if level.form == "bullet":
            continue
        label = _label(level, levels, count)
        if label is None:
            found.unread[paragraph] = level.form
        elif label.strip():
            found.labels[paragraph] = label
    return found


def _label(level: _Level, levels: dict[int, _Level], count: list[int | None]) -> str | None:
    """The words before a paragraph: （%1） with its numbers put in; None where one has a form nobody knows here."""
    numbers: list[str] = []
    for match in _PLACEHOLDER.finditer(level.text):
        at = int(match[1]) - 1
        other = levels.get(at)
        if other is None:
            return None
        form = _FORMS.get(other.form)
        current = count[at]
        written = form(other.start if current is None else current) if form else None
        if written is None:
            return None
        numbers.append(written)
    made = iter(numbers)
    words = _PLACEHOLDER.sub(lambda _: next(made), level.text)
    return words + ("" if level.suffix == "nothing" else " ")


def _is_gone(paragraph: etree._Element) -> bool:
    """Whether a tracked change deletes the mark of *paragraph*, and with it its number."""
    mark = child(child(paragraph, "pPr"), "rPr")
    return has(mark, "del") or has(mark, "moveFrom")


Style = tuple[str | None, str | None, int | None]
"""The style it is based on, its list, its level."""


def _styles(tree: etree._Element | None) -> dict[str, Style]:
    styles: dict[str, Style] = {}
    for style in tree if tree is not None else ():
        if tag(style) == "style":
            numbers = child(child(style, "pPr"), "numPr")
            name = attribute_of(style, "styleId") or ""
            styles[name] = (value(style, "basedOn"), value(numbers, "numId"), _small(value(numbers, "ilvl")))
    return styles


def _place(paragraph: etree._Element, styles: dict[str, Style]) -> tuple[str, int] | None:
    """The list and level of *paragraph*: its own, else those of its style or of what that is based on."""
    properties = child(paragraph, "pPr")
    numbers = child(properties, "numPr")
    instance, depth = value(numbers, "numId"), _small(value(numbers, "ilvl"))
    style = value(properties, "pStyle")
    seen = 0
    while instance is None and style in styles and seen < 20:
        style, instance, inherited = styles[style]
        depth = inherited if depth is None else depth
        seen += 1
    if instance is None or instance == "0":
        return None
    return instance, depth or 0


def _small(words: str | None) -> int | None:
    return (
        int(words)
        if words and words.isascii() and words.isdigit() and len(words) < 2 and int(words) < _LEVELS
        else None
    )


def _lists(numbering: etree._Element) -> dict[str, tuple[str, dict[int, _Level], frozenset[int]]]:
    """For each list: what it counts with, its levels, and the levels that begin anew in it."""
    abstracts: dict[str, dict[int, _Level]] = {}
    for each in numbering:
        if tag(each) == "abstractNum":
            abstracts[attribute_of(each, "abstractNumId") or ""] = dict(_levels(each))
    lists: dict[str, tuple[str, dict[int, _Level], frozenset[int]]] = {}
    for each in numbering:
        if tag(each) != "num":
            continue
        abstract = value(each, "abstractNumId") or ""
        levels = dict(abstracts.get(abstract, {}))
        overridden: set[int] = set()
        for override in each:
            depth = _small(attribute_of(override, "ilvl")) if tag(override) == "lvlOverride" else None
            if depth is None:
                continue
            levels |= dict(_levels(override))
            start = value(override, "startOverride")
            if start is not None and depth in levels:
                levels[depth] = levels[depth]._replace(start=_count(start))
                overridden.add(depth)
        lists[attribute_of(each, "numId") or ""] = (abstract, levels, frozenset(overridden))
    return lists


def _levels(element: etree._Element) -> Iterator[tuple[int, _Level]]:
    for level in element:
        depth = _small(attribute_of(level, "ilvl")) if tag(level) == "lvl" else None
        if depth is not None:
            yield (
                depth,
                _Level(
                    _count(value(level, "start") or "0"),
                    value(level, "numFmt") or "decimal",
                    value(level, "lvlText") or "",
                    value(level, "suff") or "tab",
                ),
            )


def _count(words: str) -> int:
    return min(int(words), _MOST) if words.isascii() and words.isdigit() and len(words) < 9 else 0


# --- forms ----------------------------------------------------------------------------------------------------------


def _letters(number: int) -> str | None:
    """a … z, aa … zz: the letter is said again (17.18.59, lowerLetter)."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 26 * 30 else None


def roman(number: int) -> str | None:
    """xiv for 14; None outside 1 … 3999."""
    if not 0 < number < 4000:
        return None
    words = ""
    for amount, sign in zip(_ROMAN_VALUES, _ROMAN_SIGNS, strict=True):
        words += sign * (number // amount)
        number %= amount
    return words


_ROMAN_VALUES: Final = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN_SIGNS: Final = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")


def _upper(form: Callable[[int], str | None]) -> Callable[[int], str | None]:
    def written(number: int) -> str | None:
        words = form(number)
        return words.upper() if words is not None else None

    return written


def _run(first: str, last: int) -> Callable[[int], str | None]:
    """Signs that follow each other in Unicode, as ① to ⑳."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else None


def _cycle(signs: str) -> Callable[[int], str | None]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else None


def _chinese(number: int) -> str | None:
    return to_chinese(number) if 0 < number < 10_000 else None


_WIDE: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_FORMS: Final[dict[str, Callable[[int], str | None]]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(_WIDE),
    "decimalHalfWidth": str,
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": _letters,
    "upperLetter": _upper(_letters),
    "lowerRoman": roman,
    "upperRoman": _upper(roman),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "decimalEnclosedCircle": _run("①", 20),
    "decimalEnclosedCircleChinese": _run("①", 20),
    "ideographEnclosedCircle": _run("㊀", 10),
    "decimalEnclosedFullstop": _run("⒈", 20),
    "decimalEnclosedParen": _run("⑴", 20),
    "none": lambda _: "",
}
