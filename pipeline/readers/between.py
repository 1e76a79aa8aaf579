"""Rows among the items of a table that are none: numbers of its columns, names of groups, headers of other tables.

Knows how such a row looks. Does not know columns, nor any file format.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.readers.grid import WHITE
from pipeline.readers.headings import bare_heading, exact_field
from pipeline.words import cells as shapes
from pipeline.words import tables as words

_FEWEST: Final = 3
"""Columns that are numbered; 1 | 2 may be a number and a sub-item's."""
_LONGEST: Final = 16
"""Characters of a heading where it is one of a table nobody knows."""


def numbers_columns(cells: Sequence[str]) -> bool:
    """Whether the first row below a header numbers its columns: 1 | 2 | 3, 甲 | 乙 | 丙 or （1） | （2） | （3）."""
    said = [cell.strip(WHITE + "()（）") for cell in cells]
    return len(said) >= _FEWEST and any(said == list(row[: len(said)]) for row in words.COLUMN_NUMBERS)


def names_group(cells: Sequence[str]) -> bool:
    """Whether a row names the items below it and says no more than how many: 一 | 行政处罚类 | 2项.

    一 | 行政许可 is a group; 1 | 行政许可 would be an item cut off, and so would 行政许可 alone.
    """
    first, *others = (cell.strip(WHITE) for cell in cells)
    numbered = bool(others) and words.GROUP_NUMBER.fullmatch(first) is not None
    name, *counts = others if numbered else (first, *others)
    if not all(words.GROUP_COUNT.fullmatch(count) for count in counts):
        return False
    match = words.COUNTED_NAME.fullmatch("".join(name.split()))
    bare = match["name"] if match else "".join(name.split())
    if words.POWER_TYPE.fullmatch(bare):
        return numbered or bool(counts) or match is not None
    return numbered and match is not None


def is_other_header(cells: Sequence[str]) -> bool:
    """Whether a row that is no header of a list has headings in its cells: what stands below it are no items.

    序号 | 管理事项 | 相关部门 begins with the heading of serials; 科室 | 负责人 | 监督电话 has two that are known, and
    科室 | 电话 nothing else. One that can only be the heading of titles is a list's, whatever stands beside it: what is
    below may be items.
    """
    said = [bare_heading(cell) for cell in cells]
    if len(said) > 1 and all(cell in words.CONTACT_HEADERS or _reaches(cell) for cell in said):
        return True
    if len(said) < _FEWEST or not all(0 < len(cell) <= _LONGEST and not _is_value(cell) for cell in said):
        return False
    if any(exact_field(cell) == "title" and cell not in words.WEAKER_HEADERS for cell in said):
        return False
    return exact_field(said[0]) == "serial" or sum(map(_is_heading, said)) > 1


def _is_value(cell: str) -> bool:
    return any(shape.match(cell) for shape in (shapes.LAW_START, shapes.BARE_LAW)) or any(map(str.isdigit, cell))


def _is_heading(cell: str) -> bool:
    known = exact_field(cell) is not None or cell in words.OTHER_HEADERS or cell in words.CONTACT_HEADERS
    return known or words.PERSON_HEADING.fullmatch(cell) is not None


def _reaches(cell: str) -> bool:
    return words.REACHED_HEADING.fullmatch(cell) is not None
