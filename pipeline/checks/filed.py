"""Rules about the file itself: what only its reader could see, put into words.

Knows what a hidden row, a formula or a tracked change means to a clerk. Does not know how a reader saw it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.checks.subject import Find, Problem, Subject
from pipeline.patterns import lazy_re
from pipeline.readers import RemarkKind

_MESSAGES: Final[dict[RemarkKind, str]] = {
    "rows-hidden": "工作表「{0}」有{2}行是隐藏的（第{1}行），已照常读入；请核对这些行是否仍属清单。",
    "formula-value": "工作表「{0}」有{2}个单元格是公式（{1}），取的是文件中保存的结果；请核对，并改为文字后保存。",
    "cell-error": "单元格 {0} 显示为错误值「{1}」；请在源文件中改正。",
    "changes-tracked": "文档有未处理的修订（{0}处插入、{1}处删除），按接受全部修订后的文字读取；"
    "请在 Word 中处理修订后再发布。",
    "cells-inferred": "文本的单元格之间没有分隔符，{0}行是按序号、依据和各列内容的样子分到各列的，"
    "其中{1}行有分不清的单元格，{2}个没有文字的单元格按空单元格读入（也可能是源文件缺少）；"
    "请优先用原来的 Word、Excel 文件或网页，否则请逐行核对。",
    "outline-read": "源文件没有表格，{0}项是按编号标题和其下「设定依据：」等各行读出的；"
    "请优先用有表格的原文件，否则请逐项核对。",
    "cells-untold": "「{1}」分不清属于「{0}」中的哪一列（单元格之间没有分隔符），这些列留空，文字记入其他列；请核对。",
    "numbers-automatic": "文档有{0}处自动编号（如「{1}」），编号不在文字里，按 Word 显示的样子读入；请核对。",
    "numbers-unread": "文档有{0}处自动编号的样式（{1}）读不出，编号没有读入；请在 Word 中把自动编号转为文字后再试。",
    "text-hidden": "文档有{0}处隐藏文字（如「{1}」），印不出来，已照常读入；请核对是否仍属清单。",
    "symbols-unread": "文档有{0}个符号字体的字符（{1}）读不出，以“□”代替；请在 Word 中改为普通字符。",
    "part-unread": "文件有{0}（如「{1}」），不属于清单正文，没有读入。",
    "columns-hidden": "工作表「{0}」有隐藏的列（{1}），已照常读入；请核对这些列是否仍属清单。",
    "cells-covered": "工作表「{0}」的合并单元格盖住了{2}个单元格的文字（{1}，如「{3}」），表上看不见，没有读入；"
    "请取消合并后核对。",
    "cell-across": "单元格「{0}」横跨「{1}」各列，这些列都读作同样的文字；请核对是否误将单元格合并。",
    "sheet-hidden": "工作表「{0}」是隐藏的，已照常读入；请核对是否仍属清单。",
    "formula-unsaved": "工作表「{0}」有{2}个单元格是公式（{1}），文件中没有保存结果，按空单元格读取；"
    "请用 Excel 打开并保存，或改为文字。",
    "sheet-continued": "工作表「{0}」没有表头，其{1}项按工作表「{2}」的表头读取；请核对各列，并在该工作表补上表头。",
    "row-merged-away": "一行前面没有「{0}」各格（合并的单元格复制成文字后只在首行印出），"
    "其余各格按设定依据所在的列对应，没有序号和名称的归入上一项；请核对。",
    "row-sample": "「{0}」一行是填写的示例，没有读作事项，文字已原样保留；请在公布的清单中删去。",
    "table-outside": "{0}至{1}的表格（共{2}行，首行「{3}」）不是权责清单，没有读作事项，文字已原样保留。",
    "sheet-unread": "工作表「{0}」没有表头，又不能断定接着前一工作表的清单，其中{1}行写有法律依据，都没有读作事项，"
    "文字已原样保留；请在该工作表补上表头后再试。",
    "sheet-without-header": "工作表「{0}」没有权责清单的表头，未读为事项，文字已原样保留。",
}
_QUOTE_LENGTH: Final = 40
_COUNT: Final = lazy_re(r"(?:其中)?\{(?P<which>\d)\}")


def remark(kind: RemarkKind) -> Find:
    """The rule for one kind of remark."""

    def find(subject: Subject) -> Iterator[Problem]:
        for defect in subject.defects:
            if defect.kind == kind:
                quote = subject.text[defect.span[0] : defect.span[1]][:_QUOTE_LENGTH]
                shown = [word[:_QUOTE_LENGTH] for word in defect.words]
                yield Problem((), _message(kind, shown), quote or None, defect.span)

    return find


def _message(kind: RemarkKind, words: Sequence[str]) -> str:
    """The sentence for *words*, without a clause that would count none (其中0行…)."""
    said, mark, advice = _MESSAGES[kind].partition("；")
    clauses = (clause for clause in said.split("，") if not _counts_none(clause, words))
    return f"{'，'.join(clauses)}{mark}{advice}".format(*words)


def _counts_none(clause: str, words: Sequence[str]) -> bool:
    at = _COUNT.match(clause)
    return at is not None and words[int(at["which"])] == "0"
