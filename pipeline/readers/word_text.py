"""Paragraphs of a Word document → the words Word prints, with all tracked changes accepted.

Knows runs, breaks, fields, symbols, text boxes, automatic numbers and hidden text. Does not know tables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from pipeline.readers.grid import RemarkKind
from pipeline.readers.numbering import Numbered
from pipeline.readers.sheet import Noticed, Paragraph, Slot
from pipeline.readers.wordprocessing import MAX_DEPTH, attribute_of, child, has, inside, is_on, tag

# What is there and not printed: deleted by a tracked change, the instructions of a field, the second choice, a
# reading printed over a word.
_UNPRINTED: Final = frozenset(
    ("del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "tcPr", "tblPr", "sectPr", "rt", "tbl")
)
_BREAKS: Final = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "ptab": "\t"}
# Signs of symbol fonts that stand in tables of lists, as characters anybody's font has.
_SYMBOLS: Final = {
    ("wingdings", "fc"): "\u2713", ("wingdings", "fe"): "\u2611", ("wingdings", "a8"): "\u25a1",
    ("wingdings", "6f"): "\u25a1", ("wingdings", "fb"): "\u00d7", ("wingdings", "6e"): "\u25a0",
    ("wingdings", "6c"): "\u25cf", ("wingdings 2", "50"): "\u2713", ("wingdings 2", "52"): "\u2611",
    ("wingdings 2", "4f"): "\u00d7", ("wingdings 2", "a3"): "\u25a1", ("symbol", "d6"): "\u221a",
    ("symbol", "b4"): "\u00d7", ("symbol", "b7"): "\u00b7",
}  # fmt: skip
_UNKNOWN: Final = "\u25a1"
_QUOTED: Final = 30
_INSERTED: Final = frozenset(("ins", "moveTo", "cellIns"))
_DELETED: Final = frozenset(("del", "moveFrom", "cellDel"))
_BLOCKS: Final = frozenset(("p", "tbl"))


class Words:
    """Reads paragraphs, and keeps what has to be said of them."""

    def __init__(self, numbered: Numbered) -> None:
        """*numbered* has the automatic numbers of the document's paragraphs."""
        self._labels = numbered.labels
        self._forms = numbered.unread
        self._hidden: list[str] = []
        self._symbols: Counter[str] = Counter()
        self._changes: Counter[str] = Counter()
        self._around: frozenset[etree._Element] = frozenset()
        self._first: dict[RemarkKind, Slot | Paragraph | None] = {}
        self._last: Slot | Paragraph | None = None

    def count_changes(self, tree: etree._Element) -> None:
        """Count the tracked changes of *tree*; the first of all trees is looked for as they are read."""
        for element in tree.iter():
            name = tag(element)
            if name in _INSERTED or name in _DELETED:
                self._around = self._around or frozenset((element, *element.iterancestors()))
                self._changes["ins" if name in _INSERTED else "del"] += 1

    def passes(self, element: etree._Element | None) -> None:
        """Say that *element* is about to be read: the first change, if it is in there, belongs to what comes of it."""
        if element in self._around:
            self._seen("changes-tracked")

    def _seen(self, kind: RemarkKind) -> None:
        self._first.setdefault(kind, None)

    def place(self, at: Slot | Paragraph | None = None) -> None:
        """Say where the words that were read last stand: what was seen in them for the first time, was seen there.

        Without *at* it is said of the words before, if there are any; where *at* has no words, of those that follow.
        """
        at = at or self._last
        if at is None or not at.text.strip():
            return
        self._last = at
        for kind, found in self._first.items():
            if found is None:
                self._first[kind] = at

    def joined(self, element: etree._Element) -> Iterator[tuple[etree._Element, str | None]]:
        """The paragraphs and tables in *element*, each paragraph with its words.

        One whose mark a tracked change deletes is one with the next.
        """
        before = ""
        for block in inside(element, _BLOCKS):
            if tag(block) == "tbl":
                if before.strip():
                    yield block, before
                before = ""
                yield block, None
                continue
            words = before + self.of(block)
            mark = child(child(block, "pPr"), "rPr")
            if has(mark, "del") or has(mark, "moveFrom"):
                before = words
                continue
            before = ""
            yield block, words
            for table in _boxed_tables(block):
                yield table, None
        if before.strip():
            yield element, before

    def of(self, paragraph: etree._Element) -> str:
        """The words of *paragraph*, its automatic number before them."""
        self.passes(paragraph)
        if paragraph in self._labels:
            self._seen("numbers-automatic")
        if paragraph in self._forms:
            self._seen("numbers-unread")
        return self._labels.get(paragraph, "") + self._words(paragraph)

    def notices(self) -> Iterator[tuple[Noticed, Slot | Paragraph | None]]:
        """What is to be said of all that was read, and where it was seen first, if anything was read there at all."""
        for noticed in self._notices():
            yield noticed, self._first.get(noticed[0]) or self._last

    def _notices(self) -> Iterator[Noticed]:
        if self._changes:
            yield "changes-tracked", (str(self._changes["ins"]), str(self._changes["del"]))
        if self._labels:
            yield "numbers-automatic", (str(len(self._labels)), next(iter(self._labels.values())).strip())
        if self._forms:
            yield "numbers-unread", (str(len(self._forms)), "、".join(dict.fromkeys(self._forms.values())))
        if self._hidden:
            yield "text-hidden", (str(len(self._hidden)), self._hidden[0][:_QUOTED])
        if self._symbols:
            yield "symbols-unread", (str(self._symbols.total()), "、".join(self._symbols))

    def _words(self, element: etree._Element, depth: int = 0) -> str:
        words: list[str] = []
        for each in element:
            name = tag(each)
            if name == "t":
                words.append(each.text or "")
            elif name in _BREAKS:
                words.append(_BREAKS[name])
            elif name == "sym":
                words.append(self._symbol(each))
            elif name in _UNPRINTED or depth >= MAX_DEPTH:
                continue
            else:
                inner = self._words(each, depth + 1)
                if name == "r" and inner.strip() and is_on(child(each, "rPr"), "vanish"):
                    self._hidden.append(inner.strip())
                    self._seen("text-hidden")
                words.append(f"\n{inner}\n" if name == "p" else inner)  # a paragraph inside one stands in a text box
        return "".join(words)

    def _symbol(self, element: etree._Element) -> str:
        """A character of a symbol font: known by its font and its code, which may have F000 added."""
        font = (attribute_of(element, "font") or "").lower()
        code = (attribute_of(element, "char") or "").lower().removeprefix("f0").removeprefix("00")
        known = _SYMBOLS.get((font, code))
        if known is None:
            self._symbols[f"{font} {code}".strip()] += 1
            self._seen("symbols-unread")
        return known or _UNKNOWN


def _boxed_tables(paragraph: etree._Element) -> Iterable[etree._Element]:
    """Tables in the text boxes of *paragraph*, those of the second choice left out."""
    for table in paragraph.iter(f"{{{etree.QName(paragraph).namespace}}}tbl"):
        above = [tag(each) for each in table.iterancestors()]
        if "Fallback" not in above and "tbl" not in above[: above.index("p")]:
            yield table
