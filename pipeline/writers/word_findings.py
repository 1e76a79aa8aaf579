"""What may follow the list in the Word document: the 核校意见, one row each, for a person to answer.

Knows what the table of findings says and how wide its columns are.
Does not know when it is wanted (to_docx.py), nor how a finding came about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from pipeline.columns import FINDING_COLUMNS, SEVERITY_NAMES
from pipeline.model import Finding
from pipeline.words import tables as words
from pipeline.writers.word_cells import Column, count_lines
from pipeline.writers.word_markup import EMPTY, TABLE_END, Line, Link, lines, paragraph, table_start, tc, tr
from pipeline.writers.word_parts import LINE, PAGE_ROOM, ROW_PADDING, SIZE, twips

# Millimetres; together the text area. The headings are columns of the sheet 核校意见; the last three are to be filled
# in by hand.
_WIDTHS: Final = {
    "级别": 12, "事项": 17, "位置": 19, "说明": 90, "所指文字": 35, "处理意见": 22, "经办人": 15, "日期": 15,
}  # fmt: skip
_EDGES: Final = [twips(edge) for edge in accumulate(_WIDTHS.values(), initial=0)]
_SHEET: Final = {column.heading: column for column in FINDING_COLUMNS}
_COLUMNS: Final = tuple(
    Column(heading, heading, right - left)
    for heading, (left, right) in zip(_WIDTHS, pairwise(_EDGES), strict=True)
)  # fmt: skip


def findings_table(findings: Sequence[Finding]) -> Iterator[str]:
    """A new page with a heading to navigate by, how many findings there are, and the table of them in their order."""
    yield paragraph(Line("Findings", words.OWN_FINDINGS))
    yield paragraph(Line("Note", _summary(findings)))
    if not findings:
        return
    yield table_start([(column.width, [Line("Head", column.heading)]) for column in _COLUMNS])
    yield from map(_row, findings)
    yield TABLE_END
    yield paragraph(Line("TableEnd", ""))


def _summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return words.NO_FINDINGS
    counts = Counter(finding.severity for finding in findings)
    counted = "，".join(f"{name}{counts[severity]}条" for severity, name in SEVERITY_NAMES.items())
    return f"共{len(findings)}条：{counted}。{words.OWN_FINDINGS_NOTE}"


def _row(finding: Finding) -> str:
    """A row kept on one page where it fits one."""
    cells = [(column, _cell(finding, column.key)) for column in _COLUMNS]
    height = max(count_lines(content, column.holds(SIZE)) for column, content in cells) * LINE + ROW_PADDING
    return tr([tc(column.width, "", content) for column, content in cells], whole=height <= PAGE_ROOM)


def _cell(finding: Finding, heading: str) -> Sequence[Line]:
    if heading == "事项":
        return [_items(finding.items)]
    column = _SHEET[heading]
    said = column.get(finding)
    return lines("Cell" if column.align == "left" else "CellCentre", str(said)) if said else EMPTY


def _items(numbers: Sequence[int]) -> Line:
    """15、16: each number leads to its item."""
    text, links = "", []
    for number in numbers:
        text += "、" if text else ""
        links.append(Link(len(text), len(text) + len(str(number)), number))
        text += str(number)
    return Line("CellCentre", text, "", links)
