"""What stands in the cells of a Word table: columns, their widths, the paragraphs of each cell.

Knows which words of an item go where, and about how many lines they take.
Does not know rows and pages (word_table.py), links (word_links.py), nor how a style looks (word_parts.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil
from typing import Final, NamedTuple

from pipeline.columns import after_label, is_part_of_basis, printed_basis, printed_sub_item
from pipeline.model import Basis, Item, Provision, Table
from pipeline.words.labels import STATED
from pipeline.writers.column_widths import Need, amount_of, longest_number, share
from pipeline.writers.word_links import links_of
from pipeline.writers.word_markup import Line, lines
from pipeline.writers.word_parts import HEAD_SIZE, INSET, MARGIN, SIZE, TEXT_WIDTH, twips

# --- columns ---

# Millimetres that looked right for the annex's seven columns; together they are the text area. The number's are more
# where a number is longer: a broken 1-2-10 is another number.
_USUAL: Final = {
    "serial": 10, "title": 38, "sub_item": 11, "basis": 121, "department": 22, "level": 12, "remarks": 11,
}  # fmt: skip
# In any other table a column gets at least this, and the columns with much to say share the rest.
_LEAST: Final = _USUAL | {
    "title": 26, "sub_item": 22, "basis": 60, "power_type": 18, "handling_unit": 18, "responsibilities": 26,
    "accountability": 26,
}  # fmt: skip
_EMPTY_SUB_ITEM: Final = 11
_LEAST_EXTRA: Final = 18  # a heading of four characters
# Where the columns are too many for that: four characters for the title, two for any other with content.
_TIGHT: Final = {"title": 18, "basis": 26}
_TIGHT_OTHER: Final = 10
_HEADING_LINES: Final = 4
_CENTRED: Final = frozenset({"serial", "power_type", "department", "handling_unit", "level"})
_EXTRA: Final = "extra:"
# Word opens no table with more columns: what lies beyond stands in one, each value on a line after its heading.
_MOST: Final = 63
_BEYOND: Final = "beyond"
_BEYOND_HEADING: Final = "其余各列"


class Column(NamedTuple):
    """A column: its key (a field of Item, or extra: and the name there), heading as printed, width in twips.

    The heading of a ``spanned`` one is that of the column before, over both. ``beyond`` are keys and headings of
    columns that stand in this one because a table cannot have so many.
    """

    key: str
    heading: str
    width: int
    beyond: tuple[tuple[str, str], ...] = ()
    spanned: bool = False

    def holds(self, size: float) -> int:
        """Half-width characters that stand on a line at *size* points."""
        points = self.width / 20 - 2 * MARGIN - (2 * INSET if self.key == "basis" else 0)
        return max(1, int(points / size)) * 2


def columns_of(table: Table, serial: float, amounts: Callable[[], Counter[str]]) -> list[Column]:
    """The columns as printed, then those only a later header or an overlong row brought: nothing is left out.

    *serial*, the millimetres of its column, and *amounts* are those of the whole list, so that tables with the same
    columns look the same; the annex's own seven columns have their widths without counting.
    """
    headings: dict[str, str] = {}
    spanned: set[str] = set()
    for column in table.columns:
        if column.field and column.field not in headings:
            headings[column.field] = column.heading
            spanned |= {column.field} if column.spanned else set()
            continue
        # The second of two equal headings is 备注#2 in Item.extra.
        name, number = column.heading, 2
        while _EXTRA + name in headings:
            name, number = f"{column.heading}#{number}", number + 1
        if not is_part_of_basis(table, column.heading, column.field, name):
            headings[_EXTRA + name] = column.heading
            spanned |= {_EXTRA + name} if column.spanned else set()
    for item in table.items:
        for key in (*_LEAST, *(_EXTRA + name for name in item.extra)):
            if key not in headings and value(item, key) is not None:
                headings[key] = _heading(key)
    beyond = tuple(headings.items())[_MOST - 1 :] if len(headings) > _MOST else ()
    if beyond:
        kept = dict(list(headings.items())[: _MOST - 1])
        counted = amounts()
        counted = counted + Counter({_BEYOND: sum(counted[key] for key, _ in beyond)})
        widths = _widths({**kept, _BEYOND: _BEYOND_HEADING}, serial, lambda: counted)
        last = Column(_BEYOND, _BEYOND_HEADING, widths[_BEYOND], beyond)
        return [*(Column(key, heading, widths[key], (), key in spanned) for key, heading in kept.items()), last]
    widths = _widths(headings, serial, amounts)
    return [Column(key, heading, widths[key], (), key in spanned) for key, heading in headings.items()]


def _heading(key: str) -> str:
    """The heading of a column the first header does not have: the printed name, else the contract's."""
    return key.removeprefix(_EXTRA) if key.startswith(_EXTRA) else Item.model_fields[key].title or key


def amounts_of(items: Iterable[Item]) -> Counter[str]:
    """How many characters stand in each column of the list, the ends of paragraphs counted as what they cost."""
    amounts: Counter[str] = Counter()
    for item in items:
        for basis in printed_basis(item):
            amounts["basis"] += amount_of(basis.citation)
            amounts["basis"] += sum(amount_of(f"\n{each.label}{each.text}") for each in basis.provisions)
        for name, words in item.extra.items():
            amounts[_EXTRA + name] += amount_of(words)
        for key in _LEAST.keys() - {"basis"}:
            amounts[key] += amount_of(value(item, key) or "")
    return amounts


def serial_width(items: Iterable[Item]) -> float:
    """The millimetres in which every number of *items* stands on one line, if it is not too long for that."""
    points = longest_number(item.serial for item in items) * SIZE + 2 * MARGIN + 0.5
    return max(float(_USUAL["serial"]), points / 72 * 25.4)


def _widths(headings: Mapping[str, str], serial: float, amounts: Callable[[], Counter[str]]) -> dict[str, int]:
    """Twips for every column of *headings*; together always the text area."""
    if set(headings) == _USUAL.keys():
        usual = {**_USUAL, "serial": serial, "basis": _USUAL["basis"] + _USUAL["serial"] - serial}
        shares: list[float] = [usual[key] for key in headings]
    else:
        counted = amounts()
        least = {**_LEAST, "serial": serial}
        if not counted["sub_item"]:
            least["sub_item"] = _EMPTY_SUB_ITEM
        needs = [Need(least.get(key, _LEAST_EXTRA), counted[key]) for key in headings]
        if sum(need.least for need in needs) > TEXT_WIDTH:
            tight = {**_TIGHT, "serial": serial}
            needs = [
                Need(_tight(heading, tight.get(key), counted[key]), counted[key]) for key, heading in headings.items()
            ]
        shares = share(TEXT_WIDTH, needs)
    scale = twips(TEXT_WIDTH) / sum(shares)
    widths: dict[str, int] = {}
    edge = 0.0
    for key, millimetres in zip(headings, shares, strict=True):
        widths[key] = round(edge + millimetres * scale) - round(edge)
        edge += millimetres * scale
    return widths


def _tight(heading: str, least: float | None, amount: int) -> float:
    """The least millimetres of a column in a table of many: its heading takes four lines, an empty one only that."""
    characters = ceil(len(heading) / _HEADING_LINES)
    heads = (characters * HEAD_SIZE + 2 * MARGIN + 0.5) / 72 * 25.4
    return max(heads, (_TIGHT_OTHER if amount else 0) if least is None else least)


# --- cells ---


def value(item: Item, key: str) -> str | None:
    """The words of a cell; None where the source has no such cell."""
    if key.startswith(_EXTRA):
        return item.extra.get(key[len(_EXTRA) :])
    span = item.spans.get(key)
    if key == "basis":
        words = "\n".join(line.label + line.text for piece in pieces(item) for line in piece)
        return words or (None if span is None else "")
    if key == "power_type" and (span is None or span[0] == span[1]):
        return None if span is None else ""  # the model has the caption's type there, no cell printed it
    if key == "sub_item":
        return printed_sub_item(item)
    printed: str | None = getattr(item, key)
    return printed


def pieces(item: Item, laws: Sequence[Basis] | None = None) -> list[list[Line]]:
    """The 设定依据 cell in the pieces a page may end between: a provision each, the first with its law's name.

    *laws* are those of one row, where the item has several; all of them else.
    """
    result: list[list[Line]] = []
    for basis in printed_basis(item) if laws is None else laws:
        head = lines("Citation", basis.citation) if basis.citation else []
        for provision in basis.provisions:
            said = _provision(item.number, provision)
            if head and provision.label and provision.text.startswith(STATED):
                # 依据《甲法》第三条规定，…: a sentence, printed as one
                head, said[0] = [], said[0]._replace(label=basis.citation + provision.label, gap="")
            result.append([*head, *said])
            head = []
        if head:
            result.append(head)
    return result


def _provision(item: int, provision: Provision) -> list[Line]:
    """The lines of a provision of item *item*, its label before the first, links in their places."""
    texts = provision.text.split("\n")
    links = links_of(item, provision, texts) if provision.references else {}
    first, *rest = texts
    return [
        Line("Provision", first, provision.label, links.get(0, ()), gap=after_label(provision)),
        *(Line("Provision", text, "", links.get(number, ())) for number, text in enumerate(rest, 1)),
    ]


def cell(item: Item, column: Column) -> list[Line] | None:
    """The paragraphs of a cell, at least one; None where the source has no such cell."""
    key = column.key
    if column.beyond:
        values = ((heading, value(item, each)) for each, heading in column.beyond)
        said = [line for heading, text in values if text is not None for line in lines("Cell", f"{heading}：{text}")]
        return said or None
    if key == "basis" and item.basis:
        said = [line for piece in pieces(item) for line in piece]
        return said or lines("Cell", "")
    words = value(item, key)
    return None if words is None else lines("CellCentre" if key in _CENTRED else "Cell", words)


def count_lines(content: Sequence[Line], capacity: int) -> int:
    """About how many lines *content* takes where a line holds *capacity* half-width characters."""
    total = 0
    for line in content:
        text = line.label + line.text
        units = 2 * len(text) - len(text.encode("ascii", "ignore"))
        if line.style == "Provision":
            units += 6 if line.label else 4  # the indent, and the space after the label
        total += ceil(units / capacity) or 1
    return total
