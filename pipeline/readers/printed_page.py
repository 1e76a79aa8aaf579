"""The canonical text of a native file as it grows: lines, rows of cells, and the place of every cell.

Knows how a row is printed: a tab before each cell, a blank line behind. Does not know columns, nor any file format.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.errors import SourceUnreadable
from pipeline.patterns import lazy_regex
from pipeline.readers.grid import Cell, Grid, Heading, Line, NativeRow, Remark, SubRow, content
from pipeline.readers.sheet import Noticed, Slot
from pipeline.readers.sub_rows import Beside

MAX_CHARACTERS: Final = 64 * 1024 * 1024

_TABS: Final = lazy_regex(r"(?m)^\t+")
_LINE_END: Final = lazy_regex(r"\r\n?|\x0b|_x000D_\n?")


class Page:
    """The canonical text as it grows, with the offsets of what stands in it."""

    def __init__(self, name: str) -> None:
        self.offset = 0
        self.remarks: list[Remark] = []
        self.name = name
        self._text: list[str] = []
        self._cells: list[Cell] = []
        self._rows: list[Line | NativeRow] = []
        self._joins: list[int] = []
        self._starts: list[int] = []
        self._places: list[str] = []

    def start_of(self, place: int) -> int:
        """Where the place after *place* others begins; the end of the text where none has."""
        return self._starts[place] if place < len(self._starts) else self.offset

    @property
    def begun(self) -> int:
        """How many places have begun."""
        return len(self._starts)

    def line(  # noqa: PLR0913 - what a line is, where, and what its reader knows of it
        self,
        text: str,
        place: str,
        remarks: Sequence[Noticed] = (),
        *,
        inside: bool = False,
        note: bool = False,
        named: bool = False,
    ) -> None:
        """Text outside the rows, which may have several lines of its own."""
        if not text.strip():
            return
        start = self.offset
        self._at(place)
        self._add(_clean(text).strip("\n") + "\n")
        self._rows.append(Line(start, self.offset, inside, note, named))
        self._note(remarks, start)

    def row(
        self,
        columns: Sequence[Sequence[Slot]],
        places: Sequence[str],
        headings: tuple[Heading, ...] | None,
        *,
        fresh: bool = False,
        place: object = None,
    ) -> dict[int, tuple[int, int]]:
        """A row of cells; a cell put together from several slots has each on a line of its own, but for what goes on,
        and a blank line between those that surely end.

        Returns where each slot stands, by its identity; of one that goes on, with all its parts.
        """
        first = len(self._cells)
        spans: dict[int, tuple[int, int]] = {}
        for slots, name in zip(columns, places, strict=True):
            self._add("\t")
            start = self.offset
            self._at(name)
            begins: Slot | None = None
            for index, slot in enumerate(slots):
                if index:
                    if begins is None:
                        self._joins.append(self.offset)
                        self._add("\n\n" if slots[index - 1].ends else "\n")
                    self._at(place(slot.row, slot.column) if callable(place) else name)
                begun = self.offset
                self._add(_clean(slot.text))
                self._note(slot.remarks, begun)
                begins = begins or slot
                spans[id(begins)] = (spans.get(id(begins), (begun, 0))[0], self.offset)
                if not slot.goes_on:
                    begins = None
            self._add("\n")
            self._cells.append(Cell(start, self.offset))
        self._add("\n")
        if self._cells[first:]:
            self._cells[-1] = Cell(self._cells[-1].start, self.offset)
        self._rows.append(NativeRow(first, len(self._cells), headings, fresh))
        return spans

    def sub_rows(self, sub_rows: Sequence[Beside], spans: Mapping[int, tuple[int, int]]) -> None:
        """The row just printed is an item with *sub_rows*, whose slots stand at *spans*."""
        row = self._rows.pop()
        assert isinstance(row, NativeRow)
        placed = tuple(SubRow(spans[id(sub.slot)], tuple(spans[id(slot)] for slot in sub.basis)) for sub in sub_rows)
        self._rows.append(row._replace(sub_rows=placed))

    def grid(self) -> Grid:
        starts, places = self._starts, self._places

        def name(offset: int) -> str:
            at = bisect_right(starts, offset) - 1
            return places[max(at, 0)] if places else ""

        text = "".join(self._text)
        remarks = [remark._replace(span=content(text, *remark.span)) for remark in self.remarks]
        return Grid(text, self._cells, name, self._rows, self._joins, remarks)

    def _add(self, text: str) -> None:
        self._text.append(text)
        self.offset += len(text)
        if self.offset > MAX_CHARACTERS:
            raise SourceUnreadable(
                f"{self.name}：表格内容超过上限 {MAX_CHARACTERS:,} 字；请确认这是清单文件，或分成几个文件。"
            )

    def _at(self, place: str) -> None:
        self._starts.append(self.offset)
        self._places.append(place)

    def _note(self, remarks: Sequence[Noticed], start: int) -> None:
        for kind, words in remarks:
            if not any(remark.kind == kind and remark.words == words for remark in self.remarks[-50:]):
                self.remarks.append(Remark(kind, (start, self.offset), words))


def _clean(text: str) -> str:
    """*text* with every line end a line feed, and no tab where it would begin a cell."""
    if "\t" in text:
        text = _TABS.sub(lambda tabs: "\u3000" * len(tabs.group()), text)
    if "\r" in text or "\x0b" in text or "_x000D_" in text:
        text = _LINE_END.sub("\n", text)
    return text
