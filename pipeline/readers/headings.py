"""Header cells of a native table → columns: which field a heading stands for, how two header rows make one.

Knows header words in every form they are printed in. Does not know what stands below a header.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from pipeline.patterns import lazy_regex
from pipeline.readers.grid import Heading
from pipeline.readers.sheet import Slot
from pipeline.words import cells as shapes
from pipeline.words import tables as words

MIN_HEADER: Final = 3
_LONGEST: Final = 40
_SLACK: Final = 6
"""Characters a heading may have beyond the longest word known in it."""

_BRACKETED: Final = lazy_regex(r"[（(［\[][^（()）［\[\]］]*[）)］\]]?")
_MARKS: Final = lazy_regex(r"[*＊:：、，,。．.]+")
_KNOWN: Final = sorted(
    (word for word in {*words.HEADERS, *words.OTHER_HEADERS} if len(word) > 2),
    key=lambda word: (-len(word), word in words.HEADERS, word),
)
_PERSONAL: Final = "人"
"""What is known in 录入人: a column about a person."""
_LEVEL_COLUMN: Final = "√"
"""What is known in 行使层级（市）: a column that has no field."""
_ADDED: Final = ("及", "和", "与", "或", "/")
"""What a heading may go on with after the word known in it: 实施依据及条款, but not 实施主体电话."""


def bare_heading(text: str) -> str:
    """*text* without white space; nothing where there is too much of it for a heading."""
    return "".join(text.split()) if len(text) <= 4 * _LONGEST else ""


def field_of(heading: str) -> str | None:
    """The field that *heading*, bare, stands for: word for word, else without brackets, else by its longest known word.

    责任事项依据 contains 依据 and is none: it is known as a column without a field, and longer.
    """
    return words.HEADERS.get(_word_of(heading))


def is_known(heading: str) -> bool:
    """Whether a heading is one this house knows, be it of a column that has no field."""
    return bool(_word_of(heading))


@lru_cache(maxsize=4096)
def _word_of(heading: str) -> str:
    """The known heading that *heading* is or contains; empty where there is none."""
    if not heading or len(heading) > _LONGEST:
        return ""
    bare = _unmarked(heading)
    if words.PERSONAL_HEADING.fullmatch(bare):
        return _PERSONAL
    if words.HEADERS.get(bare) == "level" and words.LEVEL_COLUMN.fullmatch(heading):
        return _LEVEL_COLUMN
    part = heading.removeprefix(bare)[1:-1]
    if part in words.PARTS_OF_FIELDS.get(words.HEADERS.get(_longest(bare), ""), ()):
        return part  # 设定依据（条号）
    for form in (heading, bare):
        if form in words.HEADERS or form in words.OTHER_HEADERS:
            return form
    return _longest(bare)


def _longest(heading: str) -> str:
    """The longest word known in *heading*; empty where there is none, or much else beside it."""
    longest = next((word for word in _KNOWN if _names(heading, word)), "")
    return longest if len(heading) - len(longest) <= _SLACK else ""


def _unmarked(heading: str) -> str:
    return _MARKS.sub("", _BRACKETED.sub("", heading))


def settled(columns: Iterable[Heading]) -> tuple[Heading, ...]:
    """*columns* of one header, the weaker of two headings for one field having none: 部门职责 beside 责任事项."""
    held = [(column, _weakness(column.heading)) for column in columns]
    least: dict[str, int] = {}
    for column, weakness in held:
        if column.field:
            least[column.field] = min(weakness, least.get(column.field, weakness))
    return tuple(
        column._replace(field=None) if column.field and weakness > least[column.field] else column
        for column, weakness in held
    )


def _weakness(heading: str) -> int:
    if words.WEAKEST_HEADING.fullmatch(heading):
        return 2
    return int(_word_of(heading) in words.WEAKER_HEADERS)


def _names(form: str, word: str) -> bool:
    return form.endswith(word) or (form.startswith(word) and form[len(word) :].startswith(_ADDED))


def is_header(row: Sequence[Slot | None]) -> bool:
    """Whether *row* names three known fields, title or basis among them, the words being exactly header words."""
    fields = set()
    for slot in {id(slot): slot for slot in row if slot}.values():
        heading = bare_heading(slot.text)
        if heading and len(heading) <= _LONGEST:
            fields.add(exact_field(heading))
    fields.discard(None)
    return len(fields) >= MIN_HEADER and not fields.isdisjoint(words.REQUIRED_FIELDS)


def exact_field(heading: str) -> str | None:
    """The field of a *heading*, bare, that makes a header: one of the known words, but for what stands in brackets."""
    return words.HEADERS.get(heading) or words.HEADERS.get(_BRACKETED.sub("", heading))


def is_lower_header(above: Sequence[Slot | None], row: Sequence[Slot | None]) -> bool:
    """Whether *row* is the second line of the header *above*: what does not reach down from it are headings.

    Cells merged downwards show it. Where nobody merged them, each must be a heading this house knows, or stand under
    one that spans several columns and is not the title's: what stands under that may be an item of few words.
    """
    own = [at for at, (here, over) in enumerate(zip(row, above, strict=False)) if here is not None and here is not over]
    headings = {at: bare_heading(slot.text) for at in own if (slot := row[at]) is not None}
    if not own or any(not 0 < len(heading) <= _LONGEST or _is_value(heading) for heading in headings.values()):
        return False
    spanned = {
        place
        for at, (one, other) in enumerate(itertools.pairwise(above))
        if one is not None and one is other
        for place in (at, at + 1)
    }
    if not spanned:
        return _stands_under_gap(above, row)
    if any(here is not None and here is over for here, over in zip(row, above, strict=False)):
        return True
    return len(own) > 1 and all(_parts(above[at], headings[at], spanned=at in spanned) for at in own)


def _is_value(heading: str) -> bool:
    """Whether words of a row are none of a header: a number, a law."""
    return any(shape.match(heading) for shape in (shapes.LAW_START, shapes.BARE_LAW)) or (
        words.SERIAL.fullmatch(heading) is not None
    )


def _parts(over: Slot | None, heading: str, *, spanned: bool) -> bool:
    """Whether *heading*, of a second line, may be what is below the heading *over* it."""
    field = field_of(bare_heading(over.text)) if over else None
    known = is_known(heading) or any(heading in parts for parts in words.UNDER_HEADINGS.values())
    return known or (spanned and field != "title")


def _stands_under_gap(above: Sequence[Slot | None], row: Sequence[Slot | None]) -> bool:
    """Whether *row* has nothing but known headings, from one that stands in *above* on over places empty there.

    设定依据 over 法律, 法规 and 规章, where nobody merged the cells.
    """
    at = [index for index, slot in enumerate(row) if slot is not None]
    if len(at) < 2 or at != list(range(at[0], at[-1] + 1)) or at[-1] >= len(above):
        return False
    under = [row[index] for index in at]
    return (
        above[at[0]] is not None
        and all(above[index] is None for index in at[1:])
        and all(slot is not None and is_known(bare_heading(slot.text)) for slot in under)
    )


def read_columns(upper: Sequence[Slot | None], lower: Sequence[Slot | None] | None) -> tuple[Heading, ...]:
    """The columns of a header of one or two rows.

    Of columns under one heading (实施层级及权限 over two) the first has its field; the others are known by name only.
    """
    columns: list[Heading] = []
    before: Slot | None = None
    for index, over in enumerate(upper):
        top = bare_heading(over.text) if over else ""
        under = lower[index] if lower is not None and index < len(lower) else None
        leaf = bare_heading(under.text) if under is not None and under is not over else ""
        if leaf:
            columns.append(_leaf(top, leaf))
        elif over is not None and over is before:
            columns.append(Heading(None, top, spanned=True))
        else:
            columns.append(Heading(field_of(top), top or unnamed(index)))
        before = over
    return settled(columns)


def unnamed(index: int) -> str:
    """What column *index* is called where its header cell is empty."""
    return f"第{index + 1}列"


def _leaf(top: str, leaf: str) -> Heading:
    """A column named in two rows: 职权名称 over 项目 and 子项.

    Its name is one that means the same when the column is printed under it alone.
    """
    if not top:
        return Heading(field_of(leaf), leaf)
    name, field = f"{top}（{leaf}）", field_of(top)
    if leaf in words.WEAKER_HEADERS and field not in {None, words.HEADERS.get(leaf)}:
        return Heading(field, name)  # 实施主体 over 责任部门
    for form in (f"{top}({leaf})", f"{top}{leaf}", leaf):
        if form in words.HEADERS:
            return Heading(words.HEADERS[form], form)
    return Heading(field_of(name), name)
