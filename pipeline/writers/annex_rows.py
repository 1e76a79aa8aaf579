"""The rows of the sheet that prints as the published annex: what stands in one, how high it is, where it may be cut.

Knows size and padding of each kind of row. Does not know pages (annex_pages.py), nor how a row looks (annex_sheet.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple

from pipeline.columns import PrintedColumn
from pipeline.words.tables import GOES_ON
from pipeline.writers.annex_content import Run
from pipeline.writers.measure import BODY, LABEL, MAX_ROW, SHEET_WIDTH, TITLE, em_of, height, line_starts, lines_in

RowKind = Literal["label", "title", "note", "gap", "header", "caption", "group", "item"]
Content = str | tuple[Run, ...]

# Size and padding of the rows that go over all columns.
_WIDE: Final[dict[RowKind, tuple[float, float]]] = {
    "label": (LABEL, 6),
    "title": (TITLE, 9),
    "note": (BODY, 6),
    "caption": (BODY, 7.5),
    "group": (BODY, 7.5),
}
PADDING: Final = 4.5
_HEADER_PADDING: Final = 9.0
_GAP: Final = 9.0


class Row(NamedTuple):
    """One row of the sheet.

    A row of kind header or item has a content for each column; any other has one, over all columns. ``merged``, in the
    first row of an item or of its part on a page, says over how many rows its cells reach; it is 0 in the others.
    ``closes`` marks the last of these rows, ``cut`` all rows of an item that goes on over the end of a page, ``item``
    the first of all, with the item's number. In a table of changes, and where sub-items have laws of their own,
    ``spans`` says of each column over how many rows its cell reaches; 0 where one above does.
    """

    kind: RowKind
    height: float
    contents: tuple[Content, ...]
    new_page: bool = False
    merged: int = 0
    closes: bool = False
    cut: bool = False
    item: int | None = None
    spans: tuple[int, ...] = ()


class Part(NamedTuple):
    """What one row of the law's column holds; ``sub_item`` are the words beside it where a sub-item with laws of its
    own begins."""

    runs: tuple[Run, ...]
    height: float
    sub_item: str | None = None


def gap() -> Row:
    """The space between the title and the table."""
    return Row("gap", _GAP, ("",))


def header_row(columns: Sequence[PrintedColumn], ems: Sequence[float]) -> Row:
    """The headings of *columns*, which are *ems* wide."""
    lines = max(len(line_starts(column.heading, em)) for column, em in zip(columns, ems, strict=True))
    points = min(height(lines, BODY, _HEADER_PADDING), MAX_ROW)
    return Row("header", points, tuple(column.heading for column in columns))


def wide_rows(kind: RowKind, text: str) -> list[Row]:
    """*text* over all columns: one row, or several where it is higher than a row can be."""
    size, padding = _WIDE[kind]
    starts = line_starts(text, em_of(SHEET_WIDTH, size))
    most = lines_in(MAX_ROW, size, padding)
    rows = []
    for first in range(0, len(starts), most):
        count = min(most, len(starts) - first)
        end = starts[first + most] if first + most < len(starts) else None
        (run,) = cut([Run(text, False)], starts[first], end) or (Run("", False),)
        rows.append(Row(kind, height(count, size, padding), (run.text,)))
    return rows


def law_parts(runs: tuple[Run, ...], em: float, limit: float) -> list[Part]:
    """One row for a provision; several where it is higher than *limit*, cut between two lines."""
    starts = line_starts("".join(run.text for run in runs), em)
    most = lines_in(limit, BODY, PADDING)
    if len(starts) <= most:
        return [Part(runs, height(len(starts), BODY, PADDING))]
    parts = []
    for first in range(0, len(starts), most):
        count = min(most, len(starts) - first)
        end = starts[first + most] if first + most < len(starts) else None
        parts.append(Part(_cut_here(runs, starts[first], end), height(count, BODY, PADDING)))
    return parts


def sub_item_parts(words: str, em: float, limit: float) -> list[Part]:
    """The words of a sub-item beside its laws, as rows without a law: one, or several where one is not high enough."""
    starts = line_starts(words, em)
    most = lines_in(limit, BODY, PADDING)
    return [
        Part((), height(min(most, len(starts) - first), BODY, PADDING), _lines(words, starts, first, first + most))
        for first in range(0, len(starts), most)
    ]


def _cut_here(runs: tuple[Run, ...], start: int, end: int | None) -> tuple[Run, ...]:
    """The characters *start* … *end* of *runs*, all of them, and behind them the mark that they go on."""
    piece = cut(runs, start, end)
    if end is None:
        return piece
    whole = "".join(run.text for run in runs)
    last = piece[-1] if piece else Run("", False)
    return (*piece[:-1], last._replace(text=_marked(last.text, ends_line=whole.endswith("\n", 0, end))))


def _marked(piece: str, *, ends_line: bool) -> str:
    """*piece* with the mark that it goes on: see ``GOES_ON``."""
    return piece + GOES_ON * (len(piece) - len(piece.rstrip(GOES_ON)) + 1 + ends_line)


class Beside:
    """The texts in an item's other columns, each as far as it has not been put on a page yet.

    Their lines are found once: a text over many pages is not read again for each.
    """

    def __init__(self, texts: Sequence[str], ems: Sequence[float]) -> None:
        self._texts = texts
        self._starts = [line_starts(text, em) for text, em in zip(texts, ems, strict=True)]
        self._at = 0  # lines put so far; of a shorter text all

    def __bool__(self) -> bool:
        """Whether any text is left."""
        return any(self._rest(index) for index in range(len(self._texts)))

    @property
    def height(self) -> float:
        """How high the highest of what is left is; at least a line."""
        lines = max(len(starts) for starts in self._starts) - self._at
        return height(max(1, lines), BODY, PADDING)

    def take(self, room: float) -> list[str]:
        """Of each text what fits a height of *room*, at least a line."""
        first, self._at = self._at, self._at + lines_in(room, BODY, PADDING)
        return [_lines(text, starts, first, self._at) for text, starts in zip(self._texts, self._starts, strict=True)]

    def _rest(self, index: int) -> bool:
        starts = self._starts[index]
        return self._at < len(starts) and starts[self._at] < len(self._texts[index])


def _lines(text: str, starts: Sequence[int], first: int, after: int) -> str:
    """Lines *first* … *after* of *text*, or as many as it has; where it has more, with the mark that it goes on."""
    if first >= len(starts):
        return ""
    if after >= len(starts):
        return text[starts[first] :]
    piece = text[starts[first] : starts[after]]
    return _marked(piece.removesuffix("\n"), ends_line=piece.endswith("\n"))


def cut(runs: Iterable[Run], start: int, end: int | None) -> tuple[Run, ...]:
    """The characters *start* … *end* of *runs*; a line feed at the cut is the cut."""
    result: list[Run] = []
    offset = 0
    for run in runs:
        piece = run.text[max(0, start - offset) : None if end is None else max(0, end - offset)]
        offset += len(run.text)
        if piece:
            result.append(run._replace(text=piece))
    if end is not None and result and result[-1].text.endswith("\n"):
        last = result.pop()
        result += [last._replace(text=last.text[:-1])] if len(last.text) > 1 else []
    return tuple(result)
