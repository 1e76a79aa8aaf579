"""What a single cell of a list looks like where nothing marks where it begins: levels, organs, law lines, page numbers.

Knows how offices print them (facts/lists-in-the-wild.md). Does nothing.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_regex
from pipeline.words.tables import NUM

# 市级 · 市级、县级 · 地州市级 · 县（市、区）级 · 本级保留 · √: a cell that can only be a level
LEVEL: Final = lazy_regex(
    r"(?:(?:国家|中央|省|自治区|设区的?市|地州市|市|县|县市区|县（市、区）|县\(市、区\)|区县|区|旗|乡|镇|乡镇|街道|乡镇（街道）|本)本?级"
    r"(?:保留)?[、，,/和及与\s]*)+|[√×✓]"
)

# 桥务科 · 法规科（审批科） · 市司法局、市民政局: the name of an organ or of a unit in it, and nothing else
ORGAN: Final = lazy_regex(
    r"(?:[\u4e00-\u9fff]{2,90}+(?<=科|股|室|处|局|队|中心|站|委|委员会|协会|工会|办|部|厅|所|政府|院|馆|校|组|窗口|机构|部门|单位)"
    r"(?:[（(][^（()）\n]{1,30}[）)])?+[、，,；;\s]*+)+"
)

# 350001001 · CF-0012 · 3504-J-0100: a code, never a number of an item
CODE: Final = lazy_regex(r"[0-9A-Z]{2,}(?:[-－][0-9A-Z]{1,12}){1,6}|[0-9]{7,40}")

# 《甲法》 · 1.《甲法》（令第3号） · 【法律】《甲法》第三条：… · 云溪市《甲法》实施办法 · 依据《甲法》第三条 · 国务院《甲条例》第三条
# · 云桥发〔2031〕15号《甲办法》第三条 · 【规范性文件】市政府《甲通知》 · 甲条例》第三条　but not 《经营许可证》核发
LAW_START: Final = lazy_regex(
    rf"(?:(?:法律|[\u4e00-\u9fff]{{0,4}}依据)[：:]\s*)?(?:{NUM}{{1,3}}[.．、]|[（(]{NUM}{{1,3}}[）)]|[①-⑳])?\s*"
    r"(?:[【\[〔][^】\]〕《\n]{1,12}[】\]〕]\s*)?(?:[0-9]{1,2}[.．、])?\s*"
    rf"(?:(?:[（(]?[\u4e00-\u9fff]{{0,16}}(?:[〔\[［【（(][0-9]{{4}}年?[〕\]］】）)])?第?{NUM}{{1,5}}号(?:令)?[）)]?\s*)?"
    rf"[《〈][^《》\n]*(?:[《〈][^《》〈〉\n]*[》〉][^《》\n]*)*[》〉]{{1,2}}\s*"
    rf"(?:\Z|[（(\[〔【第：:，,、；;\n]|附|实施|若干|[0-9]{{4}}年)"
    rf"|[\u4e00-\u9fff]{{2,16}}《[^《》\n]{{2,60}}》(?:实施|若干)[\u4e00-\u9fff]{{0,8}}(?:办法|细则|规定|条例)"
    rf"|(?<=[】\]〕])[\u4e00-\u9fff、]{{2,40}}《[^《》\n]{{2,60}}(?:〈|》)"
    rf"|(?:根据|依据|依照|按照|(?!对|违反)[\u4e00-\u9fff]{{1,24}}(?:院|政府|局|部|委|会|厅|署|室))《[^《》\n]{{2,60}}》\s*(?:[（(][^）)\n]{{0,80}}[）)]\s*)?第{NUM}{{1,9}}条"
    rf"|[\u4e00-\u9fff]{{2,40}}(?:法|条例|办法|规定|细则)》\s*(?:[（(][^）)\n]{{0,80}}[）)]\s*)?(?:第{NUM}{{1,9}}条|\Z))"
)
# 中华人民共和国古桥法 第三十条: a law without title marks, an article behind it
BARE_LAW: Final = lazy_regex(
    rf"[\u4e00-\u9fff]{{2,40}}(?:法|条例|办法|规定|细则)\s*(?:[（(][^）)\n]{{0,60}}[）)]\s*)?第{NUM}{{1,9}}条"
)

# 第九条　… · 第二款：… · （一）… : a line that goes on with a law
GOES_ON: Final = lazy_regex(rf"第{NUM}{{1,9}}[条款项章节]|[（(]{NUM}{{1,3}}[）)]|[《【]")

# 8.其他行为: one of a numbered list
LISTED: Final = lazy_regex(r"\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[.．、)）]|[①-⑳])")

# 负责全市古桥的巡查 · 1.贯彻执行… · （一）拟订…: what a department is for
DUTY_START: Final = lazy_regex(
    r"(?:[（(]?[1一][.．、)）]{1,2}\s*)?(?:负责|贯彻|承担|组织|指导|拟[订定]|起草|主管|牵头|参与)[^：:]*"
)
# 直接实施责任： · 1.受理责任：… · 立案阶段责任：… · 1.立案：… · （一）受理环节：…
_STEP: Final = (
    "(?:受理|立案|申请|公示|告知|检查|调查|审查|审核|催告|决定|制定|事前|事中|宣传|巡查|登记|申报|发现|启动|准备)"
)
_RESPONSIBILITY_START: Final = lazy_regex(
    r"(?:[（(]?[0-9一①]{1,2}[.．、)）]?\s*)?[\u4e00-\u9fff]{1,8}责任\s*[：:].*"
    rf"|(?:[（(]?[1一][.．、)）]{{1,2}}|①)\s*{_STEP}[\u4e00-\u9fff]{{0,6}}\s*[：:].*"
)

# 向同级人民政府申请行政复议；… · 当事人依法享有陈述权 · 对决定不服的，…: what 救助渠道 says
REMEDY_START: Final = lazy_regex(
    r"(?:[（(]?[1一][.．、)）]{1,2}\s*)?(?:可?向|可以|当事人|公民|行政相对人|利害关系人|申请人|对[^，。]{0,30}不服|以书面|依法申请).*"
)
WEAK_STARTS: Final = (DUTY_START, REMEDY_START)
"""Openings that a sentence of the text above may have too: they tell only where a single piece has them."""

# Columns whose cells are as long as a 设定依据, by a word of their heading, and how such a cell begins; one that has no
# opening of its own, nobody can tell from what stands above it.
LONG_CELLS: Final = (
    # 责任事项依据 · 追责依据: a law again
    (lazy_regex(r"依据"), LAW_START),
    # 1.具体承办人；
    (lazy_regex(r"对象范围"), lazy_regex(r"(?:1[.．、])?\s*具体承办人.*")),
    # 因不履行或不正确履行行政职责，有下列情形的…
    (
        lazy_regex(r"追责|问责|免责"),
        lazy_regex(r"(?:因|对)?(?:不履行|不正确履行|未履行|不依法履行|行政机关及其|有下列情形).*"),
    ),
    (lazy_regex(r"责任事项|责任内容|履责|行使内容"), _RESPONSIBILITY_START),
    (lazy_regex(r"职责"), DUTY_START),
    (lazy_regex(r"救助|救济"), REMEDY_START),
    (lazy_regex(r"流程|条件|材料|程序"), None),
)

# — 3 — · - 12 - · 第3页 · 第 3 页 共 9 页 · 3/9: what a page prints at its foot
PAGE_NUMBER: Final = lazy_regex(
    r"[-－—–─·]+\s*[0-9]{1,4}\s*[-－—–─·]+|第\s*[0-9]{1,4}\s*页(?:[，,\s]*共\s*[0-9]{1,4}\s*页)?|[0-9]{1,4}\s*/\s*[0-9]{1,4}"
)

# 分享到：… · 【打印】【关闭】 · 主办：… · 上一篇：…: what a page prints below what it shows
PAGE_END: Final = lazy_regex(
    r"[【\[（(]?\s*(?:分享(?:到|至)?\s*[：:]|扫一扫|打印(?:本页)?\s*[】\]）)]|关闭(?:窗口)?\s*[】\]）)]|返回顶部|上一[篇条]\s*[：:]|下一[篇条]\s*[：:]"
    r"|主办(?:单位)?\s*[：:]|承办单位\s*[：:].*(?:ICP|备案)|版权所有|网站(?:地图|标识码)|联系我们|相关(?:链接|阅读|文档)|责任编辑\s*[：:])"
)

# 森林资源类行政处罚(20项) · 桥务类 · 行政许可事项: between the items of a table, over those that follow
GROUP_LINE: Final = lazy_regex(
    rf"(?:[（(]?{NUM}{{1,3}}[）)、．.]\s*)?[\u4e00-\u9fff、]{{2,24}}(?:类|[（(]\s*共?\s*{NUM}{{1,4}}\s*[项条]\s*[）)])"
)
