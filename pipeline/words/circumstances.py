"""Words of the circumstances of a sanction: conditions, addressees, discretion.

Knows the conditions and addressees counted in facts/penalties.md §2. Does nothing. Plain ``re``: half the time of
``regex`` here.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_re

# What makes a tier heavier. 造成损失的，依法承担赔偿责任 is no tier: see circumstances.py.
_AGGRAVATION: Final = (
    # 情节严重 · 情节特别严重 · 情节较重 · 情节恶劣
    r"(?:情节|性质|后果|影响)(?:特别|较为|比较|极其)?(?:严重|较重|恶劣)|严重(?:情节|后果)",
    # 拒不改正 · 拒不停止违法行为 · 拒绝改正
    r"拒不|拒绝(?:改正|整改|停止|履行)",
    # 逾期不改正 · 逾期未改正 · 逾期仍不拆除 · 限期内未改正
    r"逾期(?:不|未|仍|拒|没有|达不到|继续)|期限?(?:内|届满)(?:仍?(?:不|未)|拒)",
    # 经警告后不改正 · 经责令改正仍不改正 · 不改正
    r"(?:警告|教育|责令|处罚|催告|告知)[^，。；]{0,8}(?:仍|后)[^，。；]{0,4}(?:不|未|拒)|不改正|未改正|不改的?$|不整改",
    # 造成严重后果 · 导致危害网络安全等后果 · 造成事故 · 引发火灾
    r"(?:造成|导致|致使|引起|引发|发生)[^，。；]{0,40}?(?:后果|事故|损失|损害|损坏|伤亡|死亡|污染|影响|危害|火灾|流行)",
    # 屡次违反 · 再次违反 · 两次以上 · 屡教不改
    r"屡|再次|再犯|多次|累计|(?:二|两|三|四|五|2|3)次(?:以上|以后|及以上|及其以上)?(?:受到|违反|发生|$)",
    # 数额巨大 · 数额较大 · 从重
    r"(?:数额|数量|金额)(?:特别)?(?:巨大|较大)|从重",
)
# 尚未造成严重后果 · 没有发生事故(但拒不改正) · 造成轻微后果: harm that was not done, or none to speak of, makes nothing heavier.
HARMLESS: Final = lazy_re(
    r"(?:(?:未|没有|不足以|不致|不会)(?:造成|导致|致使|引起|引发|发生|产生)|(?:造成|导致|引起|引发)(?:的)?(?:轻微|显著轻微|较轻|较小))"
    r".*?(?=但|而|，|(?:或者?|且|并|、)(?:造成|导致|引发|发生|拒|逾期|经|屡|多次|情节)|$)"
)
AGGRAVATION: Final = lazy_re("|".join(_AGGRAVATION))
# Other conditions of a tier, none of them heavier.
_CONDITION: Final = (
    # 没有违法所得 · 有违法所得 · 违法所得十万元以上 · 货值金额不足一万元 · 没有违法所得或者违法所得不足五万元
    r"(?:没有|无|有|不足|超过)[^，。；]{0,4}(?:违法所得|非法所得)|(?:所得|收入|价款|货值|价值|额)[^，。；]{0,30}?(?:元|以上|以下|不足|不满|难以|无法)",
    # 情节较轻 · 情节轻微 · 危害后果轻微
    r"(?:情节|后果)(?:较轻|轻微|显著轻微)",
    # 构成犯罪 · 尚不构成犯罪 · 构成违反治安管理行为 · 涉嫌犯罪
    r"构成|涉嫌",
    # 给他人造成损害 · 造成损失
    r"造成|导致",
    # 桥费无法计算或者明显偏低 · 个人有前款行为 · 属于单位 · 有前款规定行为
    r"无法计算|难以计算|明显偏低|有(?:前|本|上述|第)[^，。；]{0,14}?(?:行为|情形)|^(?:属于|属)|上一年度没有",
)
CONDITION: Final = lazy_re("|".join(_CONDITION))
# A condition about gain or worth: what is imposed on persons after it does not depend on it.
GAIN: Final = lazy_re(r"所得|收入|价款|货值|价值|额")
# Where a new part begins
HARD: Final = lazy_re("[。；;：:\n]")
# 的， · 的由… · 情节较重的处…: here a condition ends.
HEAD_END: Final = lazy_re(r"的(?=[，,]|并?处(?!罚[^款]|理|分|置)|由|可以|责令|给予|没收|吊销|依法|暂扣|对)")
# 逾期不改正，处… · 情节严重，处…: a condition without 的
BARE: Final = lazy_re(
    r"(?<![^，。；：\n])(?:逾期[^，。；：、\n]{1,12}|情节(?:特别)?(?:严重|较重|恶劣)|拒不[^，。；：、\n]{1,10})(?=，)"
)
# 对单位处… · 对直接负责的主管人员和其他直接责任人员，处… · 对个人并处…
ADDRESSEE: Final = lazy_re(
    r"对(?P<who>[^，。；：\n对]{0,48}?"
    r"(?:人员|单位|个人|责任人|负责人|当事人|行为人|所有人|使用人|驾驶人|承运人|托运人|公民|企业|组织|机构|公司|场所|法人|经营者|生产者|者|商|户|人|员|船舶|船员|平台|学校|医院)"
    r"(?:（[^（）\n]{0,20}）)?"
    r"(?=[，,]?(?:并|可以?|处(?!理|分)|给予|予以|责令|吊销|暂扣|依法|没收|由|分别|各|禁止|取消|罚款|按照?|追究|每|应当|还|的罚款|$))"
    # 对船长处…: whoever stands right before the verb
    r"|(?!每)[^，。；：、\n对的]{1,24}?(?<!行为)(?<!活动)(?<!部分)(?=(?:可以?)?并?(?:处(?!理|分|罚|置)|$)))"
)
# 个人有前款行为的，处… · 单位违反本条例规定的，处… · 属于单位的，处…: the condition names who
SUBJECT: Final = lazy_re(
    r"(?:属于?|是|系|当事人为|违法行为人为)?(?P<who>单位|个人|公民|法人或者其他组织|法人|自然人)(?=$|有|违反|实施|从事|未|不|拒|擅自|的)"
)
SUBJECT_STARTS: Final = "属是系当违单个公法自"
# 直接负责的主管人员 · 主要负责人: persons beside the offender
PERSONS: Final = lazy_re(r"人员|负责人|责任人")
# 对单位…；对个人…: a pair; the second repeats the condition of the first
PAIR: Final = lazy_re(r"单位|个人|公民|法人|自然人|组织|企业")
# （一） · (1) · 1.
ITEM: Final = lazy_re(r"\s*(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、])")
# 可以 · 可处 · 可并处 · 可单处或者并处; not 许可并处
MAY: Final = lazy_re(
    r"可以|(?<![许认不])可(?=(?:单处|单独|合并|并处|并|单|或者?){0,5}(?:处|给予|予以|由|责令|暂扣|吊销|没收|按|对|$))|酌情"
)
# 单处或者并处 · 并处或者单处 · 单独或者合并处; not 单处 alone
EITHER: Final = lazy_re(r"单(?:独)?处?(?:或者?|、)(?:合?并|一并)|并处?(?:或者?|、)单")
# 并处 · 可以并处 · 并可以处 · 并对其处
TOGETHER: Final = lazy_re(r"并(?:可以?)?(?:处|$)")
# （一）(情节严重) · 但(情节严重) · 对(没有违法所得)
LEADING: Final = lazy_re(
    r"(?:\s|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、]|但是?|其中|对(?=[^，。；：]{0,48}$)|并|且|，){0,6}"
)
LEADING_STARTS: Final = " \t\n\u3000（(0123456789但其对并且，"
