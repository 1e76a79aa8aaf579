"""The range of a worksheet: what of its XML is empty, and what stands far from everything else.

Knows that a million rows may say nothing and that one cell may lie at XFD1048576. Does not know what a cell says.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from pipeline.errors import SourceUnreadable
from pipeline.patterns import lazy_re
from pipeline.readers.cells import MAX_FAR, crowded
from pipeline.readers.sheet import MAX_ROWS, MAX_SLOTS

MAX_CELLS: Final = 2_000_000

Place = tuple[int, int]
"""Row and column, from 0."""

_ROWS: Final = 1_048_576
_COLUMNS: Final = 16_384
"""What a sheet has, to XFD1048576."""

_ADDRESS: Final = lazy_re(r"([A-Za-z]+)0*([1-9][0-9]*)")
_QUOTED: Final = 40
_NAME: Final = rb"(?:[A-Za-z_][A-Za-z0-9_.-]*:)?"
_ATTRIBUTES: Final = rb"(?:\s+[A-Za-z0-9_:.-]+=\"[^\"<]*\")*\s*"
# <row r="7" ht="15"/> · <c r="A7" s="1"/>: a row or cell with nothing in it
_EMPTY: Final = lazy_re(rb"<" + _NAME + rb"(?:c|row)" + _ATTRIBUTES + rb"/>\s*")
# <row r="7"></row>, as it is once its empty cells are gone
_EMPTIED: Final = lazy_re(rb"<" + _NAME + rb"row" + _ATTRIBUTES + rb">\s*</" + _NAME + rb"row\s*>\s*")
_CELL: Final = lazy_re(
    rb"<(?P<prefix>" + _NAME + rb")c(?P<before>\s(?:[^<>]*?\s)?)"
    rb"r=\"(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})\"(?P<after>[^<>]*)>"
)
_END: Final = lazy_re(rb"</(" + _NAME + rb")sheetData\s*>")


class Used(NamedTuple):
    """The rows and columns of a sheet in which something stands."""

    rows: set[int]
    columns: set[int]

    @property
    def bottom(self) -> int:
        return max(self.rows, default=0)

    @property
    def right(self) -> int:
        return max(self.columns, default=0)


def without_empty(data: bytes, where: str) -> bytes:
    """The XML *data* of a sheet without rows and cells in which nothing stands; *where* is what errors call it.

    Raises SourceUnreadable where more is left than any list has: counting it costs little, reading it much.
    """
    left = _EMPTIED.sub(b"", _EMPTY.sub(b"", data))
    if left.count(b"<row ") > MAX_ROWS:
        raise too_many(where, MAX_ROWS, "行")
    if left.count(b"<c ") > MAX_CELLS:
        raise too_many(where, MAX_CELLS, "个单元格")
    return left


def too_many(where: str, most: int, what: str) -> SourceUnreadable:
    return SourceUnreadable(
        f"{where}有内容的部分超过{most:,}{what}，不像清单；请确认这是清单文件，或分成几个文件后再试。"
    )


def place_of(reference: str, where: str) -> Place | None:
    """Where the cell stands that calls itself *reference*; None where it does not say.

    Raises SourceUnreadable where no sheet reaches so far: the library would make room for all up to there.
    """
    match = _ADDRESS.fullmatch(reference)
    if match is None:
        return None
    if len(match[1]) <= len("XFD") and len(match[2]) <= len(str(_ROWS)):
        at = (int(match[2]) - 1, column_number(match[1].upper()))
        if at[0] < _ROWS and at[1] < _COLUMNS:
            return at
    raise SourceUnreadable(
        f"{where}的单元格编号「{reference[:_QUOTED]}」超出工作表的范围（到XFD1048576为止），文件已损坏；"
        "请用 Excel 打开修复后另存为 .xlsx 再试。"
    )


def bring_near(data: bytes, used: Used, where: str) -> tuple[dict[Place, Place], bytes]:
    """The XML *data* of a sheet with the cells that stand far from all others in rows right below them.

    Returns for each place where one is read the place where it stands, and the XML. Raises SourceUnreadable where the
    sheet is too large without them too, or they are too many.
    """
    top, left, bottom, right = crowded(used.rows, used.columns)
    moved: dict[Place, Place] = {}
    kept: list[bytes] = []
    rows: list[bytes] = []
    begun = 0
    for cell in _CELL.finditer(data) if (bottom + 1) * (right + 1) <= MAX_SLOTS else ():
        at = (int(cell["row"]) - 1, column_number(cell["column"].decode()))
        close = b"</" + cell["prefix"] + b"c>"
        stop = data.find(close, cell.end())
        if (top <= at[0] <= bottom and left <= at[1] <= right) or cell["after"].endswith(b"/") or stop < 0:
            continue
        kept.append(data[begun : cell.start()])
        begun = stop + len(close)
        moved[bottom + 1 + len(moved), 0] = at
        number = b"%d" % (bottom + 1 + len(moved))
        opened = b'<%srow r="%s"><%sc%sr="A%s"' % (cell["prefix"], number, cell["prefix"], cell["before"], number)
        rows.append(opened + cell["after"] + b">" + data[cell.end() : begun] + b"</%srow>" % cell["prefix"])
        if len(moved) > MAX_FAR:
            break
    end = _END.search(data, begun)
    if not 0 < len(moved) <= MAX_FAR or end is None:
        raise SourceUnreadable(
            f"{where}的内容伸展到{address(used.bottom, used.right)}，范围过大；"
            "请删去表格以外的行和列（选中后删除，不只是清空）后另存再试。"
        )
    return moved, b"".join([*kept, data[begun : end.start()], *rows, data[end.start() :]])


def address(row: int, column: int) -> str:
    """E4 for row 3 and column 4."""
    return f"{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    """E for column 4."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """4 for E."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
