"""The pages of a table of changes, on whatever paper: which rows stand on which page, and how they go on.

Knows where a page ends, where a row may be cut, and how an item's cell is closed at the foot of a page and reopened on
the next. Does not know which words stand where (change_rows.py, basis_rows.py), any file format, how high a line is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import groupby
from typing import Final, NamedTuple

from pipeline.patterns import lazy_regex
from pipeline.writers.annex_content import Run
from pipeline.writers.annex_rows import cut
from pipeline.writers.change_words import ChangeTable, Words, text_of
from pipeline.writers.measure import line_starts, width_of

CONTINUED: Final = "（续）"
_FIRST: Final = 3
"""Lines that a row begins with at least, where it is cut: a heading, and some of the text below it."""
_LAST: Final = 2
"""Lines that are left at least for the next page; a row that goes on has a number there, and （续） below it."""
_TITLE: Final = 8
"""An item's cell of no more lines is not cut."""
# 第15、16、 · 17、19—24项 · 《古桥条例》 · 第二十条　第一款: what a heading may be broken between.
_TOKEN: Final = lazy_regex(r"[第《（]*[^、，》\u3000第《（]*[、，》\u3000]*")


class Paper(NamedTuple):
    """What a page holds, in points: below the header of the first one, of any other, and what stands below the table.

    ``ems`` are the widths of the columns in full-width characters; ``height`` is that of a row of so many lines,
    ``lines`` how many lines a row so high holds, ``gap`` what ``line_starts`` has to know.
    """

    ems: tuple[float, ...]
    height: Callable[[int], float]
    lines: Callable[[float], int]
    first: float
    whole: float
    foot: float
    gap: float = 0


class Piece(NamedTuple):
    """A row on a page, or the part of it that stands there; the cells of item columns are empty."""

    cells: tuple[Words, ...]
    height: float


class Chunk(NamedTuple):
    """The rows of an item on a page: the words of the item columns (of the others nothing), and the rows."""

    shared: tuple[Words, ...]
    pieces: list[Piece]


class Page(NamedTuple):
    """What stands on a page, and how many points of it are left."""

    chunks: list[Chunk]
    left: float


def pages_of(table: ChangeTable, paper: Paper) -> list[Page]:
    """The pages of *table*: every word once and in order, but for what says that a row or an item goes on.

    A row that does not fit what is left of a page is cut between two lines and goes on, its number repeated with
    （续）; the cell of an item reaches over its rows on a page and is reopened on the next with its first line and
    （续）. On the last page is room for what stands below the table.
    """
    items = [index for index, column in enumerate(table.columns) if column.item]
    rows = table.rows or [((),) * len(table.columns)]
    draft = _Draft(table, paper)
    groups = [list(group) for _, group in groupby(rows, key=lambda cells: [cells[index] for index in items])]
    for group in groups:
        draft.put(group, last=group is groups[-1])
    return draft.finish()


def folded(words: Words, em: float) -> Words:
    """*words*, the headings among them broken where they may be: not after 第, and not before a comma.

    LibreOffice breaks between a Chinese character and a digit, whatever the rule for the beginning of a line.
    """
    if not any(run.heading and len(run.text) > em for run in words):
        return words
    return tuple(run._replace(text=_folded(run.text, em)) if run.heading else run for run in words)


def _folded(text: str, em: float) -> str:
    lines = []
    for line in text.split("\n"):
        used, broken = 0.0, ""
        for token in _TOKEN.findall(line) if width_of(line) > em else [line]:
            if token and broken and used + width_of(token.rstrip("\u3000")) > em:
                broken, used = broken + "\n", 0.0
            broken, used = broken + token, used + width_of(token)
        lines.append(broken)
    return "\n".join(lines)


class _Cells:
    """Cells that stand beside each other, of which so many lines have been put on pages."""

    def __init__(self, cells: Sequence[Words], paper: Paper) -> None:
        self._cells = [folded(cell, em) for cell, em in zip(cells, paper.ems, strict=True)]
        self._starts = [
            line_starts(text_of(cell), em, paper.gap) for cell, em in zip(self._cells, paper.ems, strict=True)
        ]
        self._printed = list(zip(cells, paper.ems, strict=True))
        self.counts = [len(starts) for starts in self._starts]
        self.lines = max(self.counts)
        self.done = 0

    @property
    def rest(self) -> int:
        return self.lines - self.done

    @property
    def marks(self) -> int:
        """Lines that the cells take to say that they go on."""
        return max(text_of(words).count("\n") + 1 for words in self._marks)

    @cached_property
    def _marks(self) -> list[Words]:
        """Of each cell what says that it goes on."""
        return [_reopened(cell, em) for cell, em in self._printed]

    def take(self, count: int) -> list[Words]:
        """The next *count* lines of every cell."""
        first, self.done = self.done, min(self.lines, self.done + count)
        if self.done - first == self.lines:
            return list(self._cells)
        return [
            cut(cell, starts[first], starts[self.done] if self.done < len(starts) else None)
            if first < len(starts)
            else ()
            for cell, starts in zip(self._cells, self._starts, strict=True)
        ]

    def reopened(self, words: Sequence[Words]) -> list[Words]:
        """*words*, each below what says that its cell goes on."""
        return [
            (*mark[:-1], mark[-1]._replace(text=mark[-1].text + "\n"), *rest) if mark and rest else mark or rest
            for mark, rest in zip(self._marks, words, strict=True)
        ]


def _reopened(cell: Words, em: float) -> Words:
    """The first line of *cell*, and （续） below it; nothing where it is empty."""
    text = text_of(cell)
    end = text.find("\n")
    head = cut(cell, 0, end if end >= 0 else len(text))
    return folded((*head, Run("\n" + CONTINUED, False)), em) if head else ()


class _Draft:
    """The pages so far, and how much of the current one is left."""

    def __init__(self, table: ChangeTable, paper: Paper) -> None:
        self._paper = paper
        self._items = [column.item for column in table.columns]
        self._long = [column.long for column in table.columns]
        self._pages: list[Page] = []
        self._chunks: list[Chunk] = []
        self._pieces: list[Piece] = []
        self._left = paper.first
        self._reserve = 0.0
        if self._left < paper.height(_FIRST):  # a title of a page of its own
            self._pages.append(Page([], self._left))
            self._left = paper.whole

    def put(self, group: Sequence[tuple[Words, ...]], *, last: bool) -> None:
        """The rows of one item, below what stands on the page already."""
        paper = self._paper
        shared = _Cells([cell if item else () for cell, item in zip(group[0], self._items, strict=True)], paper)
        if shared.lines <= _TITLE and paper.height(shared.lines) > self._left:
            self._start_page()
        rows = [
            _Cells([() if item else cell for cell, item in zip(cells, self._items, strict=True)], paper)
            for cells in group
        ]
        for row in rows:
            self._reserve = paper.foot if last and row is rows[-1] else 0
            self._put_row(row, shared)
        self._close(shared)
        while shared.rest:  # the item has more to say than its rows
            self._start_page()
            empty: list[Words] = [()] * len(self._items)
            self._add([rows[-1].reopened(empty)[0], *empty[1:]], paper.height(_LAST))
            self._close(shared)

    def finish(self) -> list[Page]:
        """All pages."""
        self._start_page()
        return self._pages

    def _put_row(self, row: _Cells, shared: _Cells) -> None:
        while row.rest:
            count = self._fitting(row)
            if not count:
                self._close(shared)
                self._start_page()
                continue
            goes_on = row.done > 0
            cells = row.take(count)
            if goes_on:
                cells[0], *_ = row.reopened(cells)
            self._add(cells, self._paper.height(max(count, _LAST if goes_on else 1)))

    def _fitting(self, row: _Cells) -> int:
        """How many lines of *row* are put on this page; none where it is to begin the next."""
        if self._paper.height(max(row.rest, _LAST if row.done else 1)) + self._reserve <= self._left:
            return row.rest
        room = self._paper.lines(self._left) if self._left >= self._paper.height(1) else 0
        count = min(room, row.rest - _LAST)
        least = _LAST
        if not row.done:
            short = (lines for lines, long in zip(row.counts, self._long, strict=True) if not long)
            least = max(_FIRST, *short)
        fresh = not (self._chunks or self._pieces)
        return count if count >= least else max(1, count) if fresh else 0

    def _add(self, cells: Sequence[Words], height: float) -> None:
        self._pieces.append(Piece(tuple(cells), height))
        self._left -= height

    def _close(self, shared: _Cells) -> None:
        """Close the item's cell on this page; where its words are higher than its rows, the last of these grows."""
        if not self._pieces:
            return
        goes_on = shared.done > 0
        marks = shared.marks if goes_on else 0
        height = sum(piece.height for piece in self._pieces)
        missing = min(self._paper.height(shared.rest + marks) - height, self._left - self._reserve)
        if missing > 0:
            self._pieces[-1] = self._pieces[-1]._replace(height=self._pieces[-1].height + missing)
            self._left -= missing
        words = shared.take(max(1, self._paper.lines(height + max(missing, 0)) - marks))
        self._chunks.append(Chunk(tuple(shared.reopened(words) if goes_on else words), self._pieces))
        self._pieces = []

    def _start_page(self) -> None:
        """Begin a page, unless nothing stands on this one."""
        if self._chunks:
            self._pages.append(Page(self._chunks, self._left))
            self._chunks, self._left = [], self._paper.whole
