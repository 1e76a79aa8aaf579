"""核校意见: a record per finding, with room for the answer of the clerk.

Knows each column's heading, value and width. Does not know any file format, nor how a finding is made.
"""

from __future__ import annotations

from typing import Final

from pipeline.columns.column import Column, Mark, Value
from pipeline.columns.names import SEVERITY_NAMES, finding_name
from pipeline.model import Finding, Severity

_MARKS: Final[dict[Severity, Mark]] = {"error": "wrong", "warning": "attention"}


def _items(finding: Finding) -> Value:
    """A number where it is one item, so that it sorts as one."""
    return finding.items[0] if len(finding.items) == 1 else "、".join(map(str, finding.items))


def _first(finding: Finding) -> int | None:
    """The item to look at; in a column of its own, since LibreOffice does not wrap a text that leads somewhere."""
    return finding.items[0] if finding.items else None


FINDING_COLUMNS: Final[tuple[Column[Finding], ...]] = (
    Column("级别", lambda f: SEVERITY_NAMES[f.severity], 6, "center", lambda f: _MARKS.get(f.severity)),
    Column("类别", lambda f: finding_name(f.code), 15),
    Column("事项", _items, 12, "center"),
    Column("查看", _first, 6, "center", leads=_first),
    Column("位置", lambda f: f.place, 10, "center"),
    Column("说明", lambda f: f.message, 62),
    Column("所指文字", lambda f: f.quote, 28),
    Column("处理意见", lambda _: None, 12, "center"),
    Column("经办人", lambda _: None, 10, "center"),
    Column("日期", lambda _: None, 12, "date"),
    Column("代码", lambda f: f.code, 16),
)
