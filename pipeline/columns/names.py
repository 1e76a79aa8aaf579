"""The Chinese names of the model's codes, and the house's own words in the sheets.

Knows one name for each code. Does not know where a name is shown.
"""

from __future__ import annotations

from typing import Final

from pipeline.model import Cumulation, Role, SanctionKind, Severity, Status

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

OTHER_MEASURES: Final[frozenset[SanctionKind]] = frozenset(
    {"corrective_measure", "pointer", "criminal", "civil", "disciplinary"}
)

DECISIONS: Final = ("采纳", "不采纳", "待定")
"""What a clerk may answer to a finding."""

UNLABELLED: Final = "（未标注）"
NAMELESS: Final = "（无列名）"
NO_CELL: Final = "（源文件缺少）"
NOTHING: Final = "（空白）"
