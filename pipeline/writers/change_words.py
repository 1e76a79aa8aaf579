"""What a table of changes is made of: columns, cells of words, and the marks of changed words.

Knows how words are marked and what stands above a table. Does not know which tables there are, nor any file format.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

from pipeline.compare import Comparison, Edit, Edition
from pipeline.writers.annex_content import Mark, Run

Words: TypeAlias = tuple[Run, ...]

_BLANK: Final = "\u3000"
SIGNED: Final = (
    f"填报单位（盖章）：{_BLANK * 8}填表人：{_BLANK * 7}审核人：{_BLANK * 7}"
    f"日期：{_BLANK * 3}年{_BLANK * 2}月{_BLANK * 2}日"
)
"""What stands below each table: who filled it in, who checked it, when; the office's seal."""


class ChangeColumn(NamedTuple):
    """A column: its heading, its width in millimetres of the text area's 225, whether its words are centred.

    The cell of an ``item`` column reaches over all rows of the item; the words of a ``long`` one may be cut at the foot
    of a page.
    """

    heading: str
    width: float
    centred: bool = False
    item: bool = False
    long: bool = False


class ChangeTable(NamedTuple):
    """A table: its name, the title and the note above it, its columns, and rows with a cell for each."""

    name: str
    title: str
    note: str
    columns: tuple[ChangeColumn, ...]
    rows: list[tuple[Words, ...]]
    choices: tuple[str, tuple[str, ...]] | None = None
    """A column to fill in from a drop-down list: its heading, and what may be chosen."""


def editions(comparison: Comparison) -> str:
    old = f"原清单：{_edition(comparison.old)}；" if comparison.old else ""
    return f"{old}现清单：{_edition(comparison.new)}。"


def title_of(comparison: Comparison, name: str) -> str:
    """云溪市古桥管理局权责清单（2034年版）调整对照表: the list's own title as printed, in one line."""
    printed = "".join(line.strip() for line in comparison.new.title.split("\n"))
    return f"{printed or (comparison.new.authority or '') + '权责清单'}{name}"


def _edition(edition: Edition) -> str:
    return f"{edition.title or edition.file}（{edition.item_count}项）"


def plain(text: str) -> Words:
    """*text* in one font; no run where it is empty."""
    return (Run(text, False),) if text else ()


def text_of(words: Words) -> str:
    """*words* without their fonts and marks."""
    return "".join(run.text for run in words)


def sides(old: str, new: str, edits: Sequence[Edit]) -> tuple[Words, Words]:
    """Both texts, in the old one what was deleted marked, in the new one what was inserted."""
    return (
        _marked(old, (edit.old_span for edit in edits), "deleted"),
        _marked(new, (edit.new_span for edit in edits), "inserted"),
    )


def _marked(text: str, spans: Iterable[tuple[int, int]], mark: Mark) -> Words:
    words: list[Run] = []
    done = 0
    for start, end in spans:
        words += [Run(text[done:start], False), Run(text[start:end], False, mark)]
        done = end
    words.append(Run(text[done:], False))
    return tuple(run for run in words if run.text)
