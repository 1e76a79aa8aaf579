"""The Chinese names of the model's codes, and the house's own words in the sheets.

Knows one name for each code. Does not know where a name is shown.
"""

from __future__ import annotations

from typing import Final

from pipeline.model import Change, Cumulation, Role, SanctionKind, Severity, Status

ROLE_NAMES: Final[dict[Role, str]] = {
    "competence": "职权",
    "duty": "义务",
    "penalty": "罚则",
    "other": "其他",
}

STATUS_NAMES: Final[dict[Status, str]] = {
    "quoted_here": "本事项引有",
    "quoted_partly": "本事项部分引有",
    "quoted_elsewhere": "其他事项引有",
    "not_quoted": "清单未引",
    "ambiguous": "同条异文",
    "other_law": "其他法律",
    "unresolved": "无法确定",
}

SEVERITY_NAMES: Final[dict[Severity, str]] = {"error": "错误", "warning": "警告", "info": "提示"}

# What a clerk calls each rule of checks/; the message says the rest.
FINDING_NAMES: Final[dict[str, str]] = {
    "row-incomplete": "单元格缺少",
    "row-overfull": "单元格多余",
    "header-column-missing": "表头缺列",
    "header-column-doubled": "表头重列",
    "count-mismatch": "项数不符",
    "list-empty": "清单没有事项",
    "count-unreadable": "项数无法识别",
    "serial-repeated": "序号重复",
    "title-wording": "名称用语有异",
    "title-doubled": "一号多个名称",
    "label-paragraph-mismatch": "款数与标注不符",
    "quote-differs": "引文与原文不一",
    "quote-not-in-article": "引文不在该条",
    "label-wrong-paragraph": "标注的款项不符",
    "version-doubtful": "所写版本存疑",
    "text-version-differs": "所引版本不同",
    "text-unregistered": "法律文本未登记",
    "text-faulty": "法律文本有缺",
    "address-conflict": "同条异文",
    "duty-unreached": "义务无罚则",
    "fine-detached": "罚款另有所指",
    "sanction-elsewhere": "处罚另见他条",
    "amount-unreadable": "金额无法识别",
    "type-title-mismatch": "类型与名称不符",
    "label-without-text": "标注下无条文",
    "label-malformed": "标注的条号有误",
    "reference-malformed": "援引的条号有误",
    "reference-ambiguous": "援引有歧义",
    "basis-without-law": "依据缺法律名称",
    "item-duplicate": "事项重复",
    "serial-gap": "序号不连续",
    "serial-unreadable": "序号无法识别",
    "cell-empty": "单元格空白",
    "cell-too-long": "单元格过长",
    "control-character": "含不可见字符",
    "header-differs": "表头前后不一",
    "cell-error": "单元格错误值",
    "cell-across": "单元格横跨各列",
    "changes-tracked": "修订尚未接受",
    "law-repealed": "法律已废止",
    "law-not-in-force": "法律尚未施行",
    "law-amended": "法律已修改",
    "provision-moved": "条款序号已变",
    "provision-changed": "条款内容已改",
    "provision-now-a-pointer": "条款不再自有处罚",
    "provision-repealed": "条款已删除",
    "provision-unclear": "条款去向不明",
    "provision-absent": "所引版本无此条款",
    "header-column-unknown": "栏目不在已知之列",
    "personal-columns": "个人信息列",
    "cells-untold": "单元格列别不明",
    "sheet-hidden": "隐藏的工作表",
    "numbers-automatic": "自动编号",
    "part-unread": "未读入的部分",
    "numbers-unread": "未读出的编号",
    "columns-hidden": "含隐藏列",
    "cells-covered": "合并盖住文字",
    "text-hidden": "含隐藏文字",
    "formula-unsaved": "公式没有保存值",
    "symbols-unread": "未读出的符号",
    "cells-inferred": "单元格列别系推断",
    "outline-read": "由分条文字读出",
    "text-outside-table": "表外文字",
    "table-outside": "清单外的表格",
    "field-absent": "表单缺栏",
    "cell-formula": "以等号开头",
    "row-merged-away": "行首合并格未印",
    "row-sample": "填写示例",
    "rows-hidden": "含隐藏行",
    "formula-value": "公式的保存值",
    "sheet-unread": "工作表未读",
    "sheet-without-header": "工作表无表头",
    "sheet-continued": "工作表续前表",
    "law-undated": "法律未注文号日期",
    "law-amended-elsewhere": "法律修改未及所引",
    "law-amendment-pending": "法律修改尚未施行",
    "law-unknown": "法律未登记",
    "law-citation-differs": "法律写法不一",
    "quoted-elsewhere": "所引见于他项",
    "penalty-cites-no-article": "罚则未指明条款",
    "article-order": "条文次序有异",
    "label-too-wide": "标注过宽",
    "label-without-paragraph": "标注未写明款",
    "label-missing": "条文未标条号",
    "silent-elision": "引文中断",
    "quote-incomplete": "引文有省略",
    "text-version-assumed": "版本未注明",
    "basis-without-text": "法律未引条文",
    "reference-unresolved": "援引无法确定",
}

# The names of 行政处罚法 第九条 in its order, then what is no administrative penalty (第二十八条 and others).
SANCTION_NAMES: Final[dict[SanctionKind, str]] = {
    "warning": "警告",
    "criticism": "通报批评",
    "fine": "罚款",
    "confiscation": "没收",
    "permit_suspension": "暂扣许可证件",
    "downgrade": "降低资质等级",
    "permit_revocation": "吊销许可证件",
    "business_restriction": "限制开展生产经营活动",
    "suspension_order": "责令停产停业",
    "closure": "责令关闭",
    "practice_ban": "限制从业",
    "detention": "行政拘留",
    # no administrative penalties
    "corrective_measure": "责令改正",
    "pointer": "依照他处处罚",
    "criminal": "刑事责任",
    "civil": "民事责任",
    "disciplinary": "处分",
}

CUMULATION_NAMES: Final[dict[Cumulation, str]] = {"cumulative": "并处", "either": "单处或者并处"}

CHANGE_NAMES: Final[dict[Change, str]] = {
    "same": "未变",
    "renumbered": "序号改变",
    "changed": "内容修改",
    "merged": "与他条合并",
    "split": "分列几条",
    "moved_to_pointer": "改为指向其他法律",
    "repealed": "删除或废止",
    "ambiguous": "不能断定",
}

CORRECTED: Final = "引文更正"
"""What a list changed to have the words of the law: no change of the law."""

NUMBERS_CHANGED: Final = "文内条款序号已变"
"""Said beside a change: who keeps the words, since only the number is another, would keep wrong numbers in them."""

OTHER_MEASURES: Final[frozenset[SanctionKind]] = frozenset(
    {"corrective_measure", "pointer", "criminal", "civil", "disciplinary"}
)


def finding_name(code: str) -> str:
    """What a clerk calls a finding; the code itself where this house has no such rule (any more)."""
    return FINDING_NAMES.get(code, code)


DECISIONS: Final = ("采纳", "不采纳", "待定")
"""What a clerk may answer to a finding."""

UNLABELLED: Final = "（未标注）"
NAMELESS: Final = "（无列名）"
NO_CELL: Final = "（源文件缺少）"
NOTHING: Final = "（空白）"
