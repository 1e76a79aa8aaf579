"""Proves that each rule fires where something is wrong, once, at the right place, and nowhere else.

For every code there is a made-up list in which it fires exactly once, and a near-miss in which it stays silent. What a
finding says is checked as a clerk would read it: Chinese, one sentence, the words in question in 「」, where to look.
The annex has exactly the errors and warnings that a person found in it; a list without mistakes has no finding at all.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import pytest
import regex
from hypothesis import Phase, given, settings

from pipeline.checks import RULES
from pipeline.model import Finding, PowerList
from pipeline.numerals import to_chinese
from pipeline.parse import parse, parse_bytes
from tests import lists as made_up
from tests.files import workbook
from tests.golden import ANNEX
from tests.rows import HEADER, HEADINGS, LAW, TITLE, findings, listed, parsed, row, table

DUTY: Final = "第九条　养护人应当每月检查桥面。"
PENALTY: Final = "第二十条　违反本条例第九条规定的，给予警告。"
PLAIN: Final = row(f"{DUTY}\n\n{PENALTY}")
OTHER: Final = "《风铃办法》（云溪市人民政府令第12号）"


class Case(NamedTuple):
    """A list and what is wrong with it: the items concerned, the quote, the words its span begins with.

    ``at`` is searched from the words ``after`` on; None where the finding has no place. ``near`` are lists in which the
    rule is silent.
    """

    text: str
    items: tuple[int, ...]
    quote: str | None
    at: str | None
    near: tuple[str, ...]
    after: str = ""


def _cells(*cells: str) -> str:
    return "".join(f"\t{cell}\n" for cell in cells) + "\n"


def _header(*headings: str) -> str:
    return _cells(*headings)


def _items(*cells: str) -> str:
    """A list of items that quote *cells*."""
    return listed(*(row(cell, title=f"古桥守护事项之{number}") for number, cell in enumerate(cells, 1)))


def _penalties(*cells: str) -> str:
    """A list of penalty items that quote *cells*, with titles that say so."""
    return listed(*(row(cell, title=f"对第{number}类行为的处罚") for number, cell in enumerate(cells, 1)))


def _titled(title: str, basis: str) -> str:
    return listed(row(basis, title=title))


LONG: Final = "桥" * 32_767
LEAD: Final = "第三十条　有下列行为之一的，给予警告："
TWO_PARAGRAPHS: Final = "养护人应当每月检查桥面。\n\n养护人应当记录裂缝。"

PRINTED: Final = {
    "row-incomplete": Case(
        listed(PLAIN, PLAIN._replace(title="古桥守护事项之二")).removesuffix("\t桥务科\n\t市级\n\t\n\n"),
        (2,),
        None,
        "2\n\t古桥守护事项之二",
        (listed(PLAIN, PLAIN._replace(title="古桥守护事项之二")), listed(PLAIN._replace(department="", level=""))),
    ),
    "row-overfull": Case(
        listed(PLAIN._replace(remarks="试行\n\t多出的话")),
        (1,),
        "多出的话",
        "多出的话",
        (listed(PLAIN._replace(remarks="试行\n多出的话")),),
    ),
    "header-column-missing": Case(
        TITLE
        + "\n"
        + table(PLAIN)
        + _header(*HEADINGS[:2], *HEADINGS[3:])
        + _cells("2", "事项", DUTY, "科", "市级", ""),
        (),
        None,
        "序号",
        (
            TITLE + "\n" + table(PLAIN, PLAIN._replace(title="事项")),
            TITLE + "\n表一：行政处罚（共0项）\n" + _header(*HEADINGS[:2], *HEADINGS[3:]),
            TITLE
            + "\n"
            + table(PLAIN)
            + _header(*HEADINGS[:4], "实施主体", *HEADINGS[5:])
            + _cells("2", "事项", "", f"{LAW}\n{DUTY}", "科", "市级", ""),
        ),
        after="市级",
    ),
    "header-column-doubled": Case(
        TITLE
        + "\n"
        + _header("序号", "权责事项", "事项名称", "设定依据", "备注")
        + _cells("1", "甲", "乙", f"{LAW}\n{DUTY}", ""),
        (),
        None,
        "序号",
        (
            TITLE
            + "\n"
            + _header("序号", "权责事项", "子项", "设定依据", "备注")
            + _cells("1", "甲", "", f"{LAW}\n{DUTY}", ""),
        ),
    ),
    "header-differs": Case(
        TITLE
        + "\n"
        + table(PLAIN)
        + _header(*HEADINGS, "监督电话")
        + _cells("2", "事项", "", f"{LAW}\n{DUTY}", "科", "市级", "", "12345"),
        (),
        None,
        "序号",
        (TITLE + "\n" + table(PLAIN) + HEADER + _cells("2", "事项", "", f"{LAW}\n{DUTY}", "科", "市级", ""),),
        after="市级",
    ),
    "header-column-unknown": Case(
        TITLE
        + "\n"
        + _header(*HEADINGS, "石狮数量")
        + _cells("1", "甲", "", f"{LAW}\n{DUTY}", "科", "市级", "", "12345"),
        (),
        None,
        "序号",
        (
            TITLE
            + "\n"
            + _header("编号", "职权名称", "实施依据", "责任主体", "备注", "监督电话")
            + _cells("1", "甲", DUTY, "科", "", "12345"),
        ),
    ),
    "personal-columns": Case(
        TITLE
        + "\n"
        + _header(*HEADINGS, "联系人")
        + _cells("1", "甲", "", f"{LAW}\n{DUTY}", "科", "市级", "", "柳桥生"),
        (),
        None,
        "序号",
        (
            TITLE
            + "\n"
            + _header(*HEADINGS, "监督电话")
            + _cells("1", "甲", "", f"{LAW}\n{DUTY}", "科", "市级", "", "12345"),
        ),
    ),
    "count-mismatch": Case(
        listed(PLAIN, PLAIN._replace(title="乙"), caption="表一：行政处罚（共3项）"),
        (),
        "表一：行政处罚（共3项）",
        "表一",
        (
            listed(PLAIN, PLAIN._replace(title="乙"), caption="表一：行政处罚（共2项）"),
            listed(PLAIN, caption="表一：行政处罚"),
        ),
    ),
    "count-unreadable": Case(
        listed(PLAIN, caption="表一：行政处罚（共X项）"),
        (),
        "表一：行政处罚（共X项）",
        "表一",
        (
            listed(PLAIN, caption="表一：行政处罚（共1项）"),
            listed(PLAIN, caption="表一：行政处罚"),
        ),
    ),
    "list-empty": Case(
        f"{TITLE}\n{HEADER}",
        (),
        None,
        "序号",
        (
            f"{TITLE}\n表一：行政处罚（共0项）\n{HEADER}",
            f"{TITLE}\n表一：行政处罚（共1项）\n{HEADER}",
            f"{TITLE}\n表一：行政处罚\n{HEADER}\n表二：行政许可\n{HEADER}"
            + _cells("1", "甲", "", LAW, "科", "市级", ""),
        ),
    ),
    "serial-repeated": Case(
        listed(PLAIN, PLAIN._replace(serial="1", title="乙")),
        (1, 2),
        "1",
        "1\n\t乙",
        (
            TITLE + "\n" + table(PLAIN) + "\n" + table(PLAIN._replace(title="乙"), caption="表二：行政许可（共1项）"),
            listed(PLAIN._replace(serial="一"), PLAIN._replace(serial="（2）", title="乙")),
        ),
    ),
    "serial-gap": Case(
        listed(PLAIN, PLAIN._replace(serial="3", title="乙"), PLAIN._replace(serial="4", title="丙")),
        (2,),
        "3",
        "3\n\t乙",
        (
            TITLE
            + "\n"
            + table(PLAIN)
            + "\n"
            + table(PLAIN._replace(title="乙"), caption="表二：行政许可（共1项）", first=2),
            TITLE + "\n" + table(PLAIN) + "\n" + table(PLAIN._replace(title="乙"), caption="表二：行政许可（共1项）"),
            listed(PLAIN, PLAIN._replace(serial="2.0", title="乙"), PLAIN._replace(serial="三", title="丙")),
        ),
    ),
    "serial-unreadable": Case(
        listed(PLAIN, PLAIN._replace(serial="甲", title="乙")),
        (2,),
        "甲",
        "甲",
        (listed(PLAIN, PLAIN._replace(serial="２", title="乙")),),
    ),
    "cell-empty": Case(
        listed(PLAIN._replace(title="")), (1,), None, "1\n\t\n", (listed(PLAIN._replace(remarks="", department="")),)
    ),
    "cell-too-long": Case(
        listed(PLAIN._replace(remarks=LONG + "桥")), (1,), None, LONG, (listed(PLAIN._replace(remarks=LONG)),)
    ),
    "control-character": Case(
        listed(PLAIN._replace(remarks="试\x07行\x07")),
        (1,),
        None,
        "\x07行",
        (listed(PLAIN._replace(remarks="试\u3000\u00a0行")),),
    ),
    "text-outside-table": Case(
        f"{TITLE}\n本清单自公布之日起施行\n{table(PLAIN)}",
        (),
        "本清单自公布之日起施行",
        "本清单",
        (f"附件1：\n{TITLE}\n{table(PLAIN)}", f"\n \n附件\n\n{listed(PLAIN)}\n\n"),
    ),
    "cell-formula": Case(
        listed(PLAIN._replace(remarks="=1+1")), (1,), "=1+1", "=1+1", (listed(PLAIN._replace(remarks="1+1=2")),)
    ),
    "item-duplicate": Case(
        listed(PLAIN._replace(title="对甲的处罚"), PLAIN._replace(title="对甲 的处罚")),
        (1, 2),
        "对甲 的处罚",
        "对甲 的处罚",
        (
            listed(PLAIN, PLAIN._replace(sub_item="夜间")),
            listed(PLAIN, PLAIN._replace(title="乙")),
            listed(PLAIN, row(DUTY, law=OTHER, title=PLAIN.title)),
            TITLE + "\n" + table(PLAIN) + "\n" + table(PLAIN, caption="表二：行政检查（共1项）"),
        ),
    ),
}

QUOTED: Final = {
    "title-wording": Case(
        _titled("对违法侵占人个铺位的处罚", "第九条　任何人不得侵占个人铺位的通道。"),
        (1,),
        "侵占人个铺位",
        "对违法侵占人个铺位的处罚",
        (
            _titled("对违法侵占个人铺位的处罚", "第九条　任何人不得侵占个人铺位的通道。"),
            _titled("对养护人未每月检查桥面的处罚", DUTY),
        ),
    ),
    "type-title-mismatch": Case(
        listed(PLAIN._replace(title="对损坏古桥的处罚"), caption="表一：其他权责事项（共1项）"),
        (1,),
        "的处罚",
        "对损坏古桥的处罚",
        (
            listed(PLAIN._replace(title="对损坏古桥的处罚"), caption="表一：行政处罚（共1项）"),
            listed(PLAIN._replace(title="对损坏古桥的监督管理和处罚"), caption="表一：其他权责事项（共1项）"),
            listed(PLAIN._replace(title="对损坏古桥的处罚"), caption=""),
        ),
    ),
    "label-paragraph-mismatch": Case(
        _items(f"第九条　第一款　{TWO_PARAGRAPHS}"),
        (1,),
        "第九条　第一款",
        "第九条　第一款",
        (
            _items(f"第九条第一、二款　{TWO_PARAGRAPHS}"),
            _items(f"第九条　{TWO_PARAGRAPHS}"),
            _items("第九条第一款　养护人应当：\n（一）检查桥面；\n（二）记录裂缝。"),
        ),
    ),
    "label-without-text": Case(
        _items(f"第三条\n{DUTY}"),
        (1,),
        "第三条",
        "第三条",
        (_items(f"第三条\n市桥务局负责守护。\n{DUTY}"), _items(f"第三条　市桥务局负责守护。\n{DUTY}")),
    ),
    "label-malformed": Case(
        _items("第十十八条　养护人应当每月检查桥面。"),
        (1,),
        "第十十八条",
        "第十十八条",
        (_items("第十八条　养护人应当每月检查桥面。"), _items("养护人应当每月检查桥面。")),
    ),
    "label-missing": Case(
        _items("养护人应当每月检查桥面。"),
        (1,),
        "养护人应当每月检查桥面。",
        "养护人",
        (_items(DUTY), _items("第十十八条　养护人应当每月检查桥面。")),
    ),
    "basis-without-law": Case(
        listed(row(DUTY, law="")),
        (1,),
        None,
        "第九条",
        (_items(DUTY), listed(row(f"{LAW}{DUTY}", law="")), listed(row("", law=""))),
    ),
    "basis-without-text": Case(
        listed(row(LAW, law="")), (1,), LAW, LAW, (_items(DUTY), _items("养护人应当每月检查桥面。"))
    ),
    "law-undated": Case(
        listed(
            row(DUTY, title="甲", law="《风铃办法》"), row(DUTY, title="乙"), row(DUTY, title="丙", law="《风铃办法》")
        ),
        (1, 3),
        "《风铃办法》",
        "《风铃办法》",
        (
            listed(row(DUTY, title="甲", law="《风铃办法》"), row(DUTY, title="乙", law=OTHER)),
            listed(row(DUTY, law="《风铃办法》（2031年4月1日施行）")),
            listed(row(DUTY, law="《风铃办法》（2031年4月1日公布）")),
        ),
    ),
    "law-citation-differs": Case(
        listed(row(DUTY, title="甲"), row(DUTY, title="乙"), row(DUTY, title="丙", law="《云溪市古桥守护条例》")),
        (1, 3),
        "《云溪市古桥守护条例》",
        "《云溪市古桥守护条例》",
        (
            listed(row(DUTY, title="甲"), row(DUTY, title="乙", law=LAW.replace("　", ""))),
            listed(row(DUTY, title="甲"), row(DUTY, title="乙", law=OTHER)),
            listed(row(DUTY, title="甲"), row(DUTY, title="乙", law=LAW.replace("（", "(").replace("）", "。)"))),
            listed(row(DUTY, title="甲", law=f"【法规】{LAW}"), row(DUTY, title="乙")),
            listed(
                row(DUTY, title="甲", law=f"1.{LAW}"), row(DUTY, title="乙", law=f"②根据{LAW}"), row(DUTY, title="丙")
            ),
        ),
        after="\t丙",
    ),
    "address-conflict": Case(  # a label with a wide space: the words in question are those that are printed
        _items("第九条　第二款　养护人应当每月检查桥面。", "第九条　第二款　养护人应当每周检查桥面。"),
        (1, 2),
        "第九条　第二款",
        "第九条　第二款　养护人应当每周",
        (
            _items(DUTY, "第九条　养护人应当 每月检查桥面。"),
            _items("第九条　养护人应当每月检查桥面。桥户应当协助。", DUTY),
            _items(DUTY, "第九条第二款　养护人应当每周检查桥面。"),
            _items(f"{LEAD}\n（一）拆除石栏的；", f"{LEAD}\n（一）拆除石栏的；\n（二）移动石狮的。"),
            _items(f"{LEAD}\n（一）拆除石栏的；", f"{LEAD}\n（二）移动石狮的。"),
            _items(
                f"{LEAD}\n（一）拆除石栏的；\n（二）移动石狮的；\n（三）毁坏石碑的。", f"{LEAD}\n（三）毁坏石碑的。"
            ),
            _items("第九条　养护人应当每月检查桥面，记录裂缝。", "第九条　养护人应当……记录裂缝。"),
            listed(row(DUTY, title="甲"), row("第九条　风铃应当挂稳。", title="乙", law=OTHER)),
        ),
    ),
    "label-too-wide": Case(
        _items(DUTY, "第九条第二款　养护人应当记录裂缝。"),
        (1,),
        "第九条",
        "第九条",
        (
            _items(f"第九条　{TWO_PARAGRAPHS}", "第九条第二款　养护人应当记录裂缝。"),
            _items(DUTY, "第九条之一第二款　养护人应当记录裂缝。"),
            _items(DUTY),
            listed(row(DUTY, title="甲"), row("第九条第二款　风铃应当挂稳。", title="乙", law=OTHER)),
        ),
    ),
    "article-order": Case(
        _items(f"{DUTY}\n第三条　市桥务局负责守护。"),
        (1,),
        "第三条",
        "第三条",
        (
            _items(f"第三条　市桥务局负责守护。\n{DUTY}"),
            _items(f"{PENALTY}\n{DUTY}"),
            listed(row(f"{LAW}\n{DUTY}\n{OTHER}\n第三条　市桥务局负责守护。", law="")),
        ),
    ),
    "silent-elision": Case(
        _items("第九条　有下列行为之一的，给予警告：\n（一）拆除石栏的；"),
        (1,),
        "（一）拆除石栏的；",
        "（一）",
        (
            _items("第九条　有下列行为之一的，给予警告：\n（一）拆除石栏的。"),
            _items("第九条　有下列行为之一的，给予警告：\n（一）拆除石栏的；……"),
            _items("第九条　有下列行为之一的，给予警告：\n（一）拆除石栏的；\n……"),
            _items("第九条　有下列行为之一的，给予警告：\n（一）拆除石栏的；\n（二）移动石狮的。"),
        ),
    ),
}

CITED: Final = {
    "fine-detached": Case(
        _penalties(f"{DUTY}\n{PENALTY}\n泄露风铃名册的，处二百元罚款。"),
        (1,),
        "处二百元罚款",
        "处二百元罚款",
        (
            _penalties(f"{DUTY}\n{PENALTY}\n有前款行为，拒不改正的，处二百元罚款。"),
            _penalties(f"{DUTY}\n第二十条　违反本条例第九条规定的，给予警告；情节严重的，处二百元罚款。"),
            _penalties(f"{DUTY}\n{PENALTY}\n泄露风铃名册的，给予警告。"),
            _penalties(f"{DUTY}\n第二十条　违反本条例规定的，给予警告。\n泄露风铃名册的，处二百元罚款。"),
            _penalties(
                f"{DUTY}\n{PENALTY}\n泄露风铃名册的，处二百元罚款。\n第二十一条　违反本条例第九条规定的，处五百元罚款。"
            ),
        ),
    ),
    "duty-unreached": Case(
        _penalties(f"{DUTY}\n第十二条　桥户应当协助。\n{PENALTY}"),
        (1,),
        "第十二条",
        "第十二条",
        (
            _penalties(f"{DUTY}\n第十条　桥户应当协助。\n第二十条　违反本条例第九条至第十二条规定的，给予警告。"),
            _penalties("第九条第二款　养护人应当每月检查桥面。\n第二十条　违反本条例第九条规定的，给予警告。"),
            _penalties("第九条　养护人应当每月检查桥面。\n第二十条　违反本条例第九条第二款规定的，给予警告。"),
            _penalties(f"{DUTY}\n第二十条　违反本条例规定的，给予警告。"),
            _penalties(f"{DUTY}\n第二十条　依照《灯法》第四条处罚，并适用第九条和第四条的规定。"),
            _penalties(f"{DUTY}\n第十二条　桥户应当协助。\n{PENALTY}\n第二十一条　违反本条例规定的，处二百元罚款。"),
            _penalties(f"第三条　市桥务局负责守护。\n{DUTY}\n{PENALTY}"),
            _penalties(DUTY),
            listed(
                row(
                    f"{LAW}\n{DUTY}\n{OTHER}\n第五条　违反《云溪市古桥守护条例》第九条规定的，给予警告。",
                    law="",
                    title="对甲的处罚",
                )
            ),
            listed(
                row(f"{DUTY}\n第十二条　桥户应当协助。\n{PENALTY}", title="对守护情况的检查"),
                caption="表一：行政检查（共1项）",
            ),
        ),
    ),
    "sanction-elsewhere": Case(
        _penalties(f"{DUTY}\n第二十条第二款　违反本条例第九条规定的，依照前款规定处罚。"),
        (1,),
        "依照前款规定处罚",
        "依照前款规定处罚",
        (
            _penalties(f"{DUTY}\n第二十条第二款　违反本条例第九条规定的，给予警告；情节严重的，依照前款规定处罚。"),
            _penalties(f"{DUTY}\n{PENALTY}\n违反本条例第九条规定两次的，依照前款规定处罚。"),
            _penalties(f"{DUTY}\n第二十条　违反本条例第九条规定的，依照《守桥法》第三十条的规定处罚。"),
            _penalties(f"{DUTY}\n第二十条　违反本条例第九条规定的，依照有关法律的规定处罚。"),
        ),
    ),
    "amount-unreadable": Case(
        _penalties(f"{DUTY}\n第二十条　违反本条例第九条规定的，处lO00元以下罚款。"),
        (1,),
        "lO00元以下",
        "lO00元以下",
        (
            _penalties(f"{DUTY}\n第二十条　违反本条例第九条规定的，处1000元以下罚款。"),
            _penalties(f"{DUTY}\n第二十条　违反本条例第九条规定的，处以罚款。"),
            _penalties(f"{DUTY}\n第二十条　违反本条例第九条规定，违法所得lO00元以上的，给予警告。"),
        ),
    ),
    "quoted-elsewhere": Case(
        _items("第十条　除本条例第九条的规定外，桥户应当协助。", DUTY),
        (1,),
        "第九条",
        "第九条的规定外",
        (
            _items(f"{DUTY}\n第十条　除本条例第九条的规定外，桥户应当协助。", DUTY),
            _items("第十条　除本条例第九条的规定外，桥户应当协助。", "第三条　市桥务局负责守护。"),
            _penalties(
                "第十一条　桥户应当协助。\n第二十条　违反本条例第九条、第十一条规定的，给予警告。",
                f"{DUTY}\n第二十条　违反本条例第九条、第十一条规定的，给予警告。",
            ),
        ),
    ),
    "penalty-cites-no-article": Case(
        _penalties(f"{DUTY}\n第二十条　违反本条例规定的，给予警告。"),
        (1,),
        "第二十条",
        "第二十条",
        (
            _penalties(f"{DUTY}\n{PENALTY}"),
            _penalties(DUTY),
        ),
    ),
    "reference-malformed": Case(
        _penalties(f"{DUTY}\n第二十条　违反本条例第九条、第十十八条规定的，给予警告。"),
        (1,),
        "第十十八条",
        "第十十八条",
        (
            _penalties(f"{DUTY}\n第二十条　违反本条例第九条、第十八条规定的，给予警告。"),
            _penalties(f"{DUTY}\n第二十条　违反本条例第九条规定、有前款行为的，给予警告。"),
        ),
    ),
    "reference-unresolved": Case(
        _penalties(f"{DUTY}\n第二十条　违反本条例第九条规定、有前款行为的，给予警告。"),
        (1,),
        "前款",
        "前款",
        (
            _penalties(f"{DUTY}\n第二十条第二款　违反本条例第九条规定、有前款行为的，给予警告。"),
            _penalties(f"{DUTY}\n第二十条　违反本条例第九条、第十十八条规定的，给予警告。"),
        ),
    ),
    "reference-ambiguous": Case(
        _penalties(f"{DUTY}\n第九条　养护人应当每周检查桥面。\n{PENALTY}"),
        (1,),
        "第九条",
        "第九条规定的",
        (_penalties(f"{DUTY}\n{DUTY}\n{PENALTY}"), _penalties(f"{DUTY}\n{PENALTY}")),
    ),
}

CASES: Final[dict[str, Case]] = PRINTED | QUOTED | CITED

BESIDE: Final = {
    "quote-differs", "quote-not-in-article", "label-wrong-paragraph", "text-version-differs", "text-faulty",
    "text-unregistered", "label-without-paragraph", "quote-incomplete", "text-version-assumed",
    "version-doubtful",
}  # fmt: skip
"""Rules about quotations beside official texts; their cases: test_official.py."""

FILED: Final = frozenset(
    {
        "cell-error", "changes-tracked", "rows-hidden", "formula-value", "sheet-without-header", "cells-inferred",
        "cells-untold", "outline-read", "numbers-unread", "symbols-unread", "formula-unsaved", "columns-hidden",
        "sheet-hidden", "sheet-continued", "row-merged-away", "sheet-unread", "row-sample",
        "table-outside", "title-doubled",
        "field-absent",
        "cells-covered",
        "cell-across",
        "text-hidden", "numbers-automatic", "part-unread",
    }
)  # fmt: skip
"""Rules about what only the reader of a file sees; the annex's own shape has nothing of the kind. Their cases:
test_workbook.py, test_further_sheets.py, test_closing.py, test_document.py, test_word_text.py, test_unmarked.py.
"""

SEVERITIES: Final = {
    "error": "row-incomplete row-overfull header-column-missing header-column-doubled count-mismatch list-empty "
    "serial-repeated",
    "warning": "title-wording title-doubled label-paragraph-mismatch address-conflict duty-unreached fine-detached "
    "sanction-elsewhere amount-unreadable type-title-mismatch label-without-text label-malformed reference-malformed "
    "reference-ambiguous basis-without-law item-duplicate count-unreadable serial-gap serial-unreadable "
    "cell-empty cell-too-long control-character header-differs cell-error cell-across changes-tracked "
    "law-repealed law-not-in-force law-amended provision-moved "
    "provision-changed provision-now-a-pointer provision-repealed provision-unclear provision-absent "
    "cells-inferred cells-untold outline-read row-merged-away sheet-unread sheet-continued "
    "numbers-unread symbols-unread formula-unsaved "
    "quote-differs quote-not-in-article label-wrong-paragraph text-version-differs text-faulty "
    "text-unregistered version-doubtful",
    "info": "header-column-unknown personal-columns text-outside-table cell-formula rows-hidden formula-value "
    "columns-hidden cells-covered sheet-hidden text-hidden "
    "numbers-automatic part-unread sheet-without-header row-sample table-outside field-absent law-undated "
    "law-amended-elsewhere law-amendment-pending law-unknown law-citation-differs quoted-elsewhere "
    "penalty-cites-no-article article-order label-too-wide label-missing silent-elision basis-without-text "
    "reference-unresolved label-without-paragraph quote-incomplete text-version-assumed",
}
"""Design §6: error, the list cannot be right as printed; warning, very probably a mistake; info, worth knowing."""


REGISTERED: Final = frozenset(
    {
        "law-repealed", "law-not-in-force", "law-amended", "law-amended-elsewhere",
        "law-amendment-pending",
        "law-unknown",
        "provision-moved", "provision-changed", "provision-now-a-pointer", "provision-repealed",
        "provision-unclear", "provision-absent",
    }
)  # fmt: skip
"""What only a list read with a register can have: tried in test_amended.py, provision-absent in test_absent.py."""


def test_every_rule_has_a_case_and_a_severity() -> None:
    """A rule nobody tried is not in the table, and none is graver or milder than agreed."""
    assert {rule.code for rule in RULES} == set(CASES) | FILED | BESIDE | REGISTERED
    agreed = {code: severity for severity, codes in SEVERITIES.items() for code in codes.split()}
    assert {rule.code: rule.severity for rule in RULES} == agreed
    assert len(RULES) == len(CASES) + len(FILED) + len(BESIDE) + len(REGISTERED)


@pytest.mark.parametrize("code", CASES)
def test_fires_once_at_the_right_place(code: str) -> None:
    """Items, quote, span and line."""
    case = CASES[code]
    (finding,) = findings(parsed(case.text), code)
    assert (finding.items, finding.quote) == (case.items, case.quote)
    assert case.at is not None
    start = case.text.index(case.at, case.text.index(case.after))
    assert finding.span is not None
    assert finding.span[0] == start
    assert finding.place == f"第{case.text[:start].count(chr(10)) + 1}行"


@pytest.mark.parametrize(
    ("code", "text"),
    [pytest.param(code, text, id=f"{code} {n}") for code, case in CASES.items() for n, text in enumerate(case.near, 1)],
)
def test_is_silent_on_a_near_miss(code: str, text: str) -> None:
    """Almost the same list, and nothing to say about it."""
    assert findings(parsed(text), code) == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(f"{LEAD}\n（一）损坏石栏的；", id="the same 项, other words"),
        pytest.param(f"{LEAD}\n（一）损坏石栏的；\n（二）移动石狮的。", id="one of two 项"),
        pytest.param("第三十条　有下列行为之一的，处二百元罚款：\n（一）拆除石栏的；", id="the lead-in"),
        pytest.param("第三十条　有下列……处罚款：\n（一）拆除石栏的；", id="an ellipsis does not stand for other words"),
    ],
)
def test_other_words_are_a_conflict(other: str) -> None:
    """Leaving out is no difference (near-misses above); saying something else is."""
    (finding,) = findings(parsed(_items(f"{LEAD}\n（一）拆除石栏的；", other)), "address-conflict")
    assert (finding.items, finding.quote) == ((1, 2), "第三十条")


def test_another_law_reaches_no_duty_of_a_law_unnamed() -> None:
    """A basis without a law is not the law that nobody in the list quotes."""
    cell = "第九条　养护人应当每月检查桥面。\n第二十条　违反《灯塔法》第九条规定的，给予警告。"
    (finding,) = findings(parsed(listed(row(cell, law="", title="对甲的处罚"))), "duty-unreached")
    assert (finding.items, finding.quote) == ((1,), "第九条")


def test_one_number_in_two_forms_is_said_so() -> None:
    (finding,) = findings(
        parsed(listed(row(DUTY, title="甲", serial="1"), row(DUTY, title="乙", serial="一"))), "serial-repeated"
    )
    assert "序号「一」与「1」是同一个数" in finding.message


@pytest.mark.parametrize(
    ("serials", "wrong"),
    [
        ("1 2 3 4 55 6 7", [(5, "5")]),
        ("1 2 6 4 5", [(3, "3")]),
        ("55 2 3", [(1, "1")]),
        ("1 2 1 4", []),
        ("1 2 4 5 7", [(3, "3"), (5, "6")]),
        ("1 2 2 3 5", [(5, "4")]),
    ],
    ids=[
        "one number misprinted",
        "a later number misprinted",
        "the first",
        "a number said again is repeated, and the next is right",
        "two gaps",
        "a number said again, then a gap",
    ],
)
def test_one_wrong_number_is_one_gap(serials: str, wrong: list[tuple[int, str]]) -> None:
    rows = [PLAIN._replace(serial=serial, title=f"事项{at}") for at, serial in enumerate(serials.split(), 1)]
    gaps = findings(parsed(listed(*rows)), "serial-gap")
    assert [finding.items for finding in gaps] == [(item,) for item, _ in wrong]
    assert all(f"应为「{due}」" in finding.message for finding, (_, due) in zip(gaps, wrong, strict=True))


@pytest.mark.parametrize(
    ("serials", "said"),
    [
        ("1、 2. （3） 4） ⑤ ６ 7.0 八 （九）、 10．", []),
        ("1 2，3 4、5、6 7,8 9", []),
        ("1 2，4 5", [("serial-unreadable", 2), ("serial-gap", 3)]),
        ("1 2，3 3", [("serial-repeated", 2)]),
        ("1-1 1-2 2-1 2-2 3 3-1 4", []),
        ("1 2 3-1 3-2 4", []),
        ("1 3-1 3-2", [("serial-gap", 2)]),
        ("1-1 1-3", [("serial-gap", 2)]),
        ("1-1 1-2 1-1", [("serial-repeated", 1)]),
        ("1 甲 3 乙 5", [("serial-unreadable", 2), ("serial-unreadable", 4)]),
        ("1 甲 5", [("serial-unreadable", 2), ("serial-gap", 3)]),
    ],
    ids=[
        "marks of every kind", "several in one cell", "two that do not follow each other", "one of several again",
        "numbers of two parts", "some of two parts", "a part skipped", "a second part skipped", "a second part again",
        "what cannot be read has the number due", "but not three of them",
    ],
)  # fmt: skip
def test_numbers_as_they_are_printed(serials: str, said: list[tuple[str, int]]) -> None:
    rows = [PLAIN._replace(serial=serial, title=f"事项{at}") for at, serial in enumerate(serials.split(), 1)]
    power_list = parsed(listed(*rows))
    assert [item.serial for item in power_list.items] == serials.split()
    found = [(each.code, each.items[0]) for each in power_list.findings if each.code.startswith("serial")]
    assert sorted(found) == sorted(said)


GROUPED: Final = [
    (["一、行政处罚", "1 2 3", "二、行政许可", "1 2 3"], [], "the numbers of each type begin at 1"),
    (["桥务科", "1 2", "风物科", "1 2", "灯塔科", "1"], [], "of each unit"),
    (["桥务科", "1 2", "风物科", "3 4"], [], "they run on"),
    (["桥务科", "1 2", "风物科", "1 3"], [("serial-gap", 4)], "a number skipped in a group"),
    (["桥务科", "1 2 2"], [("serial-repeated", 2)], "a number said again in a group"),
    (["桥务科", "1 2", "风物科", "2 3"], [("serial-repeated", 2)], "a group that does not begin again at 1"),
    (["桥务科", "1 2 1"], [("serial-repeated", 1)], "1 again in the middle of a group"),
]


@pytest.mark.parametrize(("lines", "said", "_why"), GROUPED, ids=[why for *_, why in GROUPED])
def test_numbers_may_begin_again_below_a_group_row(lines: list[str], said: list[tuple[str, int]], _why: str) -> None:
    """*lines* are group rows and, below each, the numbers of its items; in text and in a workbook."""
    rows: list[list[str]] = [["序号", "权责事项", "权力类型", "设定依据"]]
    for line in lines:
        serials = [serial for serial in line.split() if serial.isdigit()]
        rows += [[serial, f"事项{len(rows)}之{serial}", "行政许可", f"{LAW}\n{DUTY}"] for serial in serials] or [[line]]
    for power_list in (
        parsed(f"{TITLE}\n" + "".join(_cells(*cells) for cells in rows)),
        parse_bytes(workbook({"表": rows}), "清单.xlsx"),
    ):
        # a type above numbers that begin at 1 is the caption of a table in a workbook
        assert len([block for block in power_list.blocks if block.kind in {"group", "caption"}]) == len(lines) // 2
        found = [(each.code, each.items[0]) for each in power_list.findings if each.code.startswith("serial")]
        assert found == said


def test_two_items_without_a_title_are_no_duplicates() -> None:
    untitled = PLAIN._replace(title="")
    assert not findings(parsed(listed(untitled, untitled._replace(serial="2"))), "item-duplicate")


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (1, "「第三十一条」；"),
        (2, "「第三十一条」、「第三十二条」；"),
        (5, "「第三十一条」、「第三十二条」、「第三十三条」、「第三十四条」、「第三十五条」；"),
        (300, "「第三十一条」、「第三十二条」、「第三十三条」、「第三十四条」、「第三十五条」等300条；"),
    ],
)
def test_duties_that_no_penalty_reaches_are_one_finding(count: int, named: str) -> None:
    duties = "\n".join(f"第{to_chinese(30 + number)}条　桥户应当协助。" for number in range(1, count + 1))
    (finding,) = findings(parsed(_penalties(f"{DUTY}\n{duties}\n{PENALTY}")), "duty-unreached")
    assert f"都没有涉及{named}" in finding.message
    assert finding.quote == "第三十一条"


# --- what a finding says --------------------------------------------------------------------------------------------

WORDS: Final = regex.compile(r"「[^」]*」")
PLACE: Final = regex.compile(r"第\d+项|第\d+行|表头|「")


def _assert_readable(finding: Finding, text: str) -> None:
    said = WORDS.sub("", finding.message)
    assert finding.message.endswith("。")
    assert said.count("。") == 1
    assert "\n" not in finding.message
    assert "「」" not in finding.message
    assert not regex.search(r"[A-Za-z]{3,}", said.replace("Word", "").replace("Excel", ""))
    assert PLACE.search(finding.message)
    assert finding.severity == "info" or "请" in said, "a clerk is told what to do"
    if finding.quote is not None:
        assert finding.quote
        assert f"「{finding.quote}」" in finding.message or f"「{finding.quote[-20:]}」" in finding.message
        assert finding.span is not None
        assert "".join(finding.quote.split()) in "".join(text[slice(*finding.span)].split())
    assert (finding.span is None) == (finding.place is None)


@pytest.mark.parametrize(
    ("bare_ones", "others", "said"),
    [(4, 0, 4), (5, 4, 1), (5, 5, 5)],
    ids=["four may have been forgotten", "most of the list's are bare", "half of them are not most"],
)
def test_a_list_that_only_points_is_one_finding(bare_ones: int, others: int, said: int) -> None:
    rows = [row(LAW, title=f"甲{number}", law="") for number in range(bare_ones)]
    rows += [row(DUTY, title=f"乙{number}") for number in range(others)]
    found = findings(parsed(listed(*rows)), "basis-without-text")
    assert [number for finding in found for number in finding.items] == list(range(1, bare_ones + 1))
    assert len(found) == said
    assert all(finding.quote == LAW for finding in found)
    if said == 1:
        assert found[0].message.startswith(f"第1项的「{LAW}」等5处依据下没有引用条文")
        assert found[0].message.endswith("全表9处依据多数如此，合为一条（共5项）。")


@pytest.mark.parametrize("code", CASES)
def test_message(code: str) -> None:
    """Every finding of every made-up list, whichever rule it is of."""
    for text in (CASES[code].text, *CASES[code].near):
        for finding in parsed(text).findings:
            _assert_readable(finding, text)


def test_messages_of_the_annex() -> None:
    """The same of the annex."""
    text = ANNEX.read_bytes().decode()
    for finding in parse(ANNEX).findings:
        _assert_readable(finding, text)


@pytest.mark.parametrize("code", [code for code, case in CASES.items() if len(case.items) == 2])
def test_two_items_are_both_named(code: str) -> None:
    """One finding for both (design §6), and its sentence leads to both: by number or by line."""
    power_list = parsed(CASES[code].text)
    (finding,) = findings(power_list, code)
    for number in finding.items:
        place = power_list.items[number - 1].place
        counted = code == "law-undated" and f"共{len(finding.items)}项" in finding.message
        assert f"第{number}项" in finding.message or place in finding.message or counted


@pytest.mark.parametrize(
    ("code", "cell"),
    [
        ("reference-unresolved", "有前款行为的，给予警告。"),
        ("reference-malformed", "违反本条例第十十八条规定的，给予警告。"),
        ("penalty-cites-no-article", "违反本条例规定的，给予警告。"),
        ("silent-elision", "违反本条例第九条规定，有下列行为之一的，给予警告：\n（一）拆除石栏的；"),
        ("quoted-elsewhere", "除本条例第九条的规定外，桥户应当协助。"),
        ("sanction-elsewhere", "违反本条例第九条规定的，依照第三十条的规定处罚。"),
    ],
)
def test_what_has_no_label_is_not_called_by_an_empty_one(code: str, cell: str) -> None:
    """A provision without a label is in item 1, or has its words; 「」 is no name."""
    text = _penalties(cell, DUTY)
    found = findings(parsed(text), code)
    assert len(found) == 1
    _assert_readable(found[0], text)


def test_a_broken_title_is_still_quoted() -> None:
    """A slip over a line break: the quote is the title's words, the span the title's cell."""
    text = _titled("对违法侵占人\n\n个铺位的处罚", "第九条　任何人不得侵占个人铺位的通道。")
    (finding,) = findings(parsed(text), "title-wording")
    assert finding.quote == "侵占人个铺位"
    _assert_readable(finding, text)


def test_another_rank_is_another_citation() -> None:
    """【法规】 and 【规章】 cannot both be right; a citation without a rank agrees with either."""
    laws = (f"【法规】{LAW}", LAW, f"【规章】{LAW}", f"【法规】{LAW}")
    found = findings(
        parsed(listed(*(row(DUTY, title=t, law=law) for t, law in zip("甲乙丙丁", laws, strict=True)))),
        "law-citation-differs",
    )
    assert [finding.items for finding in found] == [(1, 3)]


@pytest.mark.parametrize(
    ("broken", "whole", "said"),
    [(4, 0, 4), (5, 4, 1), (5, 5, 5)],
    ids=["four may be slips", "most break off", "half of them are not most"],
)
def test_an_office_that_quotes_one_item_only_is_one_finding(broken: int, whole: int, said: int) -> None:
    cells = [f"第{to_chinese(n)}条　有下列行为之一的，给予警告：\n（一）拆除石栏的；" for n in range(1, broken + 1)]
    cells += [f"第{to_chinese(50 + n)}条　有下列行为之一的，给予警告：\n（一）拆除石栏的。" for n in range(whole)]
    found = findings(parsed(_items(*cells)), "silent-elision")
    assert [number for finding in found for number in finding.items] == list(range(1, broken + 1))
    assert len(found) == said
    assert ("等5处" in found[0].message) == (said == 1)


@pytest.mark.parametrize(("count", "said"), [(4, 4), (5, 1)])
def test_many_penalties_that_name_no_article_are_one_finding(count: int, said: int) -> None:
    found = findings(parsed(_items(*["第三十条　违反本条例规定的，给予警告。"] * count)), "penalty-cites-no-article")
    assert [number for finding in found for number in finding.items] == list(range(1, count + 1))
    assert len(found) == said
    assert ("等5项只写「违反本条例规定」之类" in found[0].message) == (said == 1)


@pytest.mark.parametrize(
    ("undated", "dated", "said"),
    [(4, 0, 4), (5, 4, 1), (5, 5, 5)],
    ids=["four may have been forgotten", "most have none", "half of them are not most"],
)
def test_a_list_that_dates_no_law_is_told_so_once(undated: int, dated: int, said: int) -> None:
    laws = [f"《{name}办法》" for name in "甲乙丙丁戊"[:undated]]
    laws += [f"《{name}条例》（市令第{n}号）" for n, name in enumerate("己庚辛壬癸"[:dated], 1)]
    found = findings(parsed(listed(*(row(DUTY, title=law, law=law) for law in laws))), "law-undated")
    assert sorted(number for finding in found for number in finding.items) == list(range(1, undated + 1))
    assert len(found) == said
    assert ("「《甲办法》」等5部法律" in found[0].message) == (said == 1)


@pytest.mark.parametrize(("ways", "named"), [(3, 3), (6, 4)])
def test_a_law_cited_in_many_ways_is_one_finding(ways: int, named: int) -> None:
    rows = [row(DUTY, title=f"甲{n}", law=f"《云溪市古桥守护条例》（市令第{n}号）") for n in range(1, ways + 1)]
    (finding,) = findings(parsed(listed(*rows)), "law-citation-differs")
    assert finding.items == tuple(range(1, ways + 1))
    assert finding.quote == "《云溪市古桥守护条例》（市令第2号）"
    assert finding.message.count("「") == named
    assert ("共6种" in finding.message) == (ways > named)


def test_a_finding_is_not_said_twice() -> None:
    """One finding per place (design §6): no two of one list have code and span in common."""
    for case in CASES.values():
        keys = [(finding.code, finding.span) for finding in parsed(case.text).findings]
        assert len(keys) == len(set(keys))


def test_findings_come_in_the_order_of_the_rules() -> None:
    """Gravest first, then by code, then by place: a report can be read from the top."""
    order = [rule.code for rule in RULES]
    found = parse(ANNEX).findings
    keys = [order.index(finding.code) for finding in found]
    assert keys == sorted(keys)
    assert [finding.severity for finding in found] == sorted((f.severity for f in found), key=list(SEVERITIES).index)


@given(data=made_up.lists(max_rows=4), style=made_up.styles())
@settings(
    max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate)
)  # shrinking takes minutes
def test_messages_of_any_list(data: made_up.ListData, style: made_up.Style) -> None:
    """Whatever is found in whatever list, a clerk can read it and see the words in their place."""
    text = made_up.print_list(data, style)
    for finding in parsed(text).findings:
        _assert_readable(finding, text)


# --- the annex ------------------------------------------------------------------------------------------------------

# code → items and quote, as a person found them in the annex
ANNEX_MISTAKES: Final = {
    ("error", "row-incomplete"): [((24,), None)],
    ("warning", "title-wording"): [
        ((3,), "互联网新闻服务提供者"),
        ((17,), "公布或者传输"),
        ((24,), "侵害人个信息"),
    ],
    ("warning", "label-paragraph-mismatch"): [((21,), "第二十二条　第一款")],
    ("warning", "address-conflict"): [((19, 20), "第五十九条")],
    ("warning", "duty-unreached"): [((24,), "第四十四条")],
    ("warning", "fine-detached"): [((18,), "处以2000元以上10000元以下罚款")],
    ("warning", "sanction-elsewhere"): [((16,), "依照前款规定处罚")],
    ("warning", "type-title-mismatch"): [((number,), "的处罚") for number in (15, 16, 17, 18)],
}
ANNEX_NOTES: Final = {
    "law-undated": [((15, 16, 17, 19, 20, 21, 22, 23, 24), "《中华人民共和国网络安全法》")],
    "quoted-elsewhere": [((16,), "前款"), ((20,), "第二十一条")],
    "penalty-cites-no-article": [((17,), "第六十九条")],
    "article-order": [((12,), "第三条")],
    "label-too-wide": [((15,), "第六十八条"), ((22,), "第二十四条")],
}


def test_mistakes_of_the_annex() -> None:
    """Exactly these errors and warnings, no others."""
    found: dict[tuple[str, str], list[tuple[tuple[int, ...], str | None]]] = {}
    for finding in parse(ANNEX).findings:
        if finding.severity != "info":
            found.setdefault((finding.severity, finding.code), []).append((finding.items, finding.quote))
    assert found == ANNEX_MISTAKES


@pytest.mark.parametrize("code", ANNEX_NOTES)
def test_notes_on_the_annex(code: str) -> None:
    """Each of these, at these items and no others."""
    found = [(finding.items, finding.quote) for finding in findings(parse(ANNEX), code)]
    assert found == ANNEX_NOTES[code]


def test_what_speaks_against_the_label_is_named() -> None:
    """Item 21: the penalty cites 第二款 as well, which shows what the second paragraph is."""
    (finding,) = findings(parse(ANNEX), "label-paragraph-mismatch")
    assert "第六十条" in finding.message
    assert "第二十二条第二款" in finding.message


def test_silent_elision_of_the_annex() -> None:
    """Item 17 quotes （一） and stops at a semicolon."""
    (finding,) = findings(parse(ANNEX), "silent-elision")
    assert finding.items == (17,)
    assert finding.quote is not None
    assert finding.quote.startswith("（一）不按照有关部门的要求")


def test_the_annex_is_not_shouted_at() -> None:
    """No rule finds something in every second of its 24 items."""
    for rule in RULES:
        assert len(findings(parse(ANNEX), rule.code)) < 12


# --- a list without mistakes ----------------------------------------------------------------------------------------

# title → the duty it punishes; penalties in 表一
OFFENCES: Final = (
    ("对养护人未每月检查桥面的处罚", "养护人应当每月检查桥面。"),
    ("对养护人未记录裂缝长度的处罚", "养护人应当记录裂缝长度，并保存记录五年。"),
    ("对在古桥上悬挂重物的处罚", "任何单位和个人不得在古桥上悬挂重物。"),
    ("对擅自拆除石栏的处罚", "未取得许可的单位不得拆除石栏。"),
    ("对在桥头燃放烟花的处罚", "禁止在桥头燃放烟花。"),
    ("对灯户未与游客签订书面协议的处罚", "灯户为游客提供照明服务，应当与游客签订书面协议，明确双方权利义务。"),
    ("对桥户不予配合监督检查的处罚", "市古桥管理部门依法对桥户实施监督检查，桥户应当予以配合。"),
    ("对车辆在桥面超速行驶的处罚", "车辆在桥面行驶，必须减速慢行，不得超速行驶。"),
    ("对船舶在桥下停泊的处罚", "船舶不得在桥下停泊。"),
    ("对未按规定报送年度养护报告的处罚", "养护人应当于每年一月底前报送年度养护报告。"),
    ("对涂改、伪造检查记录的处罚", "任何人不得涂改、伪造检查记录。"),
    ("对摊位占用盲道的处罚", "摊位不得占用盲道。"),
    ("对未设置警示标志的处罚", "修缮古桥的单位应当在施工现场设置警示标志。"),
    ("对使用不合格石料修缮古桥的处罚", "不得使用不合格石料修缮古桥。"),
    ("对未及时清理桥面积雪的处罚", "下雪后，养护人应当及时清理桥面积雪。"),
    ("对攀爬石狮的处罚", "游客不得攀爬石狮。"),
    ("对夜间未点亮桥灯的处罚", "灯户应当在夜间点亮桥灯。"),
    ("对向河道倾倒垃圾的处罚", "任何单位和个人不得向河道倾倒垃圾。"),
    ("对未办理集市备案的处罚", "举办集市的，应当向市古桥管理部门备案。"),
    ("对出租、转让养护资格证书的处罚", "养护人不得出租、转让养护资格证书。"),
    ("对隐瞒古桥险情的处罚", "养护人发现险情的，应当立即报告，不得隐瞒古桥险情。"),
    ("对破坏古桥名牌的处罚", "任何人不得破坏古桥名牌。"),
    ("对在守护区内取土的处罚", "禁止在守护区内取土、采石。"),
    ("对未建立守护档案的处罚", "养护人应当建立守护档案。"),
)
INSPECTIONS: Final = (
    ("对古桥养护情况的检查", "市古桥管理部门应当每年检查古桥养护情况。"),
    ("对集市安全情况的检查", "市古桥管理部门可以对集市安全情况进行检查。"),
    ("对桥灯照明情况的检查", "市古桥管理部门负责桥灯照明情况的监督管理。"),
    ("对修缮工程的检查", "县级人民政府应当组织有关部门检查修缮工程。"),
    ("对守护档案的检查", "市古桥管理部门应当抽查守护档案。"),
    ("对船舶停泊情况的检查", "桥务机关负责船舶停泊情况的监督检查工作。"),
)


def _clean_list() -> PowerList:
    """24 penalties and 6 inspections under one law, in the annex's ways of quoting, with nothing wrong."""
    competence = "第三条　市古桥管理部门负责全市古桥的监督管理工作。"
    reached = "第十一条至第三十四条"
    penalty = (
        f"第七十条　违反本条例{reached}规定的，由市古桥管理部门责令改正，给予警告；"
        "情节严重的，处一千元以上五千元以下罚款。"
    )
    rows = [
        row(f"{competence}\n\n第{to_chinese(number)}条　{duty}\n\n{penalty}", title=title)
        for number, (title, duty) in enumerate(OFFENCES, 11)
    ]
    inspections = [
        row(f"第四十{digit}条　{duty}", title=title)
        for digit, (title, duty) in zip("一二三四五六", INSPECTIONS, strict=True)
    ]
    text = f"附件：\n\n{TITLE}\n{table(*rows, caption='表一：行政处罚（共24项）')}\n" + table(
        *inspections, caption="表二：行政检查（共6项）", first=25
    )
    return parsed(text)


def test_a_list_without_mistakes_has_no_finding() -> None:
    """Thirty items and nothing to say: a rule that fires here shouts."""
    clean = _clean_list()
    assert len(clean.items) == 30
    assert clean.findings == ()


def test_the_clean_list_is_looked_at() -> None:
    """It is silent because it is right, not because nothing was read."""
    clean = _clean_list()
    roles = [[provision.role for provision in item.provisions] for item in clean.items]
    assert roles == [["competence", "duty", "penalty"]] * 24 + [["competence"]] * 6
    statuses = [reference.status for item in clean.items[:24] for reference in item.provisions[2].references]
    assert statuses.count("quoted_here") == 24
    assert statuses.count("quoted_elsewhere") == 24 * 23


def test_what_nobody_sees_is_no_other_wording() -> None:
    """Two items quote one article; a control character in one is a finding of its own, not a second text."""
    text = listed(row("第五条　不得悬挂重物。\x07"), row("第五条　不得悬挂重物。"))
    assert findings(parsed(text), "address-conflict") == []
    assert len(findings(parsed(text), "control-character")) == 1


@pytest.mark.parametrize("told", ["规定，养护人每周检查桥面。", "的规定，养护人每周检查桥面。"])
def test_what_a_list_tells_of_an_article_is_no_other_wording(told: str) -> None:
    """依据《甲法》第九条的规定，… are the list's words; beside another one's quotation they are no second text."""
    text = listed(row("第九条　养护人应当每月检查桥面。"), row("", law=f"依据{LAW}第九条{told}"))
    power_list = parsed(text)
    assert [provision.label for provision in power_list.items[1].provisions] == ["第九条"]
    assert findings(power_list, "address-conflict") == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param("本条例第十十八条", "reference-malformed", "不是有效的条款序号", id="a number that is none"),
        pytest.param("本条例第九条至第三条", "reference-malformed", "起止次序颠倒", id="a range that runs backwards"),
        pytest.param("本条例第五条第二款至第七条", "reference-malformed", "层级不同", id="a range over two levels"),
        pytest.param("《灯塔法》第二款", "reference-unresolved", "指哪一条款", id="款 of no article of a law"),
        pytest.param("同法第五条", "reference-unresolved", "哪一部法律", id="an article of a law that nobody named"),
    ],
)
def test_what_is_wrong_with_a_reference_without_an_address_is_said_truly(words: str, code: str, said: str) -> None:
    """Once, however often the provision repeats it."""
    text = listed(row(f"第三十条　违反{words}规定的，给予警告；再次违反{words}规定的，处二百元罚款。"))
    codes = ("reference-malformed", "reference-unresolved")
    (finding,) = [finding for finding in parsed(text).findings if finding.code in codes]
    assert finding.code == code
    assert said in finding.message


@pytest.mark.parametrize(
    ("serial", "called"),
    [
        pytest.param("1", "第1项", id="printed as it is counted"),
        pytest.param("（一）", "第1项", id="printed otherwise, the same number"),
        pytest.param("1.0", "第1项", id="a number out of a sheet"),
        pytest.param("7", "第1项（序号“7”）", id="another number is printed: the clerk looks for that"),
        pytest.param("", "第1项", id="no number is printed"),
    ],
)
def test_an_item_is_called_by_the_number_a_clerk_finds(serial: str, called: str) -> None:
    text = listed(row("第五条　", serial=serial))
    (finding,) = findings(parsed(text), "label-without-text")
    assert finding.message.startswith(f"{called}的")


def test_a_lost_character_is_to_be_restored_and_not_deleted() -> None:
    """U+FFFD stands for a character that a conversion lost."""
    (lost,) = findings(parsed(listed(row("第五条　不得悬\ufffd重物。"))), "control-character")
    (unseen,) = findings(parsed(listed(row("第五条　不得悬挂\u200b重物。"))), "control-character")
    assert "补上原字" in lost.message
    assert "删去" in unseen.message


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        pytest.param("子项", "缺的是第3列（「权责事项」与「设定依据」之间），该列内容记入其他列", id="a place"),
        pytest.param("行使层级", "「备注」之间），内容是行使层级的样子，该列内容", id="what it looks like is no name"),
        pytest.param("序号", "缺的是第1列（「权责事项」之前）", id="before all others"),
        pytest.param("备注", "缺的是第7列（「行使层级」之后）", id="behind all others"),
        pytest.param("权责事项", "第2列、第3列中分不清是哪一列，这几列都记入其他列", id="one of two places"),
    ],
)
def test_a_column_that_no_header_prints_is_one_finding(lost: str, said: str) -> None:
    heading = next(each for each in HEADINGS if "".join(each.split()) == lost)
    text = listed(PLAIN, PLAIN._replace(title="古桥守护事项之二")).replace(f"\t{heading}\n", "", 1)
    power_list = parsed(text if lost != "备注" else text.replace("\t1\n", "\n\t1\n", 1))
    (finding,) = findings(power_list, "header-column-missing")
    assert finding.severity == "error"
    assert said in finding.message
    _assert_readable(finding, text)
    assert not findings(power_list, "row-overfull")
    assert not findings(power_list, "header-column-unknown")
