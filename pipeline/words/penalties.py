"""Words of duties, powers and sanctions.

Knows the vocabulary of 行政处罚法 第九条、第二十八条 (facts/law.md, facts/penalties.md) and the words that tell a duty
from a power. Does nothing.
"""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

import regex

from pipeline.words.fines import NO_FINE

SanctionKind: TypeAlias = Literal[
    "warning", "criticism", "fine", "confiscation", "permit_suspension", "downgrade", "permit_revocation",
    "business_restriction", "suspension_order", "closure", "practice_ban", "detention",
    "corrective_measure", "pointer", "criminal", "civil", "disciplinary",
]  # fmt: skip

# One row per kind, tried in this order at each place; the example stands above its row.
SANCTIONS: Final[tuple[tuple[SanctionKind, str], ...]] = (
    # 依照前款规定处罚 · 依照相关法律法规规定给予处罚 · 依照《…》的规定处罚
    ("pointer", r"(?:依照|按照|依据|根据)(?!下列|以下)(?:《[^《》\n]*+》|[^，。；：\n《]){0,60}?(?:规定)?(?:予以|给予|进行)?(?:处罚|处理)(?![的决款数])"),
    # 依法给予治安管理处罚
    ("pointer", r"(?:依法)?(?:给予|予以)治安管理处罚|依法(?:给予|予以)处罚"),
    # 罚款: the word only; its amount, verb and ceiling are words/fines.py
    ("fine", rf"罚款{NO_FINE}"),
    # 没收违法所得 · 没收非法财物 · 没收违法所得和非法财物
    ("confiscation", r"没收(?:其)?(?:违法所得|非法所得)(?:和(?:非法财物|违法所得))?"),
    ("confiscation", r"没收(?:(?!并处|处以?[0-9一二三四五六七八九])[^，。；：、\n]){1,24}"),
    # 给予警告、记过或者记大过处分: what an employer does
    ("disciplinary", r"(?:依法)?(?:给予|予以)[^，。；\n]{0,20}?处分"),
    # 给予警告 · 警告
    ("warning", r"警告(?!后|标志|标识|牌)"),
    ("criticism", r"通报批评"),
    # 吊销相关业务许可证 · 吊销营业执照
    ("permit_revocation", r"(?<=[或者和])(?:营业执照|许可证件?|执照|资质证书|资格证书)|吊销[^，。；：、\n或和]{0,20}?(?:许可证件?|营业执照|执照|证书|(?:资质|资格)(?:认定|等级)?证?书?|许可)"),
    ("permit_suspension", r"暂扣(?=或者?吊销)|暂扣[^，。；：、\n或和]{0,20}?(?:许可证件?|营业执照|执照|证书|驾驶证)"),
    ("downgrade", r"降低资质等级"),
    # 关闭网站 · 责令关闭
    ("closure", r"责令关闭|关闭网站|予以关闭|取缔"),
    # 责令停产停业 · 停业整顿
    ("business_restriction", r"暂停[^，。；：、\n或和]{0,12}?(?:更新|业务|资格|服务)|停业整顿|限制开展生产经营活动"),
    ("suspension_order", r"责令停业(?!整顿)|责令停产停业(?:整顿)?|停产停业(?:整顿)?|责令停产整顿"),
    ("practice_ban", r"(?:禁止|限制)(?:其)?(?:在[^，。；：、\n]{0,20}?)?(?:从业|从事[^，。；：、\n]{0,20})"),
    ("detention", r"(?:行政)?拘留"),
    # 责令改正 · 责令限期改正 · 责令停止使用 · 限期拆除
    ("corrective_measure", r"责令(?:其)?(?:限期|立即)[^，。；：、\n]{1,10}|(?:责令|限期)(?:其)?(?:限期|立即)?(?:改正|整改|拆除|恢复原状|采取补救措施|补办|停止[^，。；：、\n]{0,12}|退还[^，。；：、\n]{0,12}|清除|治理)"),
    # 依法追究刑事责任
    ("criminal", r"(?:依法)?追究(?:其)?刑事责任"),
    # 依法承担民事责任 · 承担赔偿责任
    ("civil", r"(?:依法)?承担(?:民事|赔偿|民事赔偿)责任"),
)  # fmt: skip

# The characters a sanction can begin with; looking at them first is what makes the scan fast.
_FIRST: Final = "[罚依按根没警通吊暂降责关予取停限禁行拘追承给营许执资]"
SANCTION: Final = re.compile(f"(?={_FIRST})(?:" + "|".join(f"({pattern})" for _, pattern in SANCTIONS) + ")")
KINDS: Final[tuple[SanctionKind, ...]] = ("fine", *(kind for kind, _ in SANCTIONS))
"""By number of the group that matched, from 1."""

# Administrative penalties proper: a provision with one of them, or a pointer to one, and a breach, is a penalty.
PENALTIES: Final = frozenset({
    "warning", "criticism", "fine", "confiscation", "permit_suspension", "downgrade", "permit_revocation",
    "business_restriction", "suspension_order", "closure", "practice_ban", "detention", "pointer",
    "corrective_measure",
})  # fmt: skip

# 违反…规定的，由… · 有下列行为之一的，… · 不履行…义务的，… : the conduct a penalty punishes.
BREACH: Final = regex.compile(
    r"违反|有[^，。；\n]{0,12}?行为|不履行|未履行|未按|未经|擅自|拒不|逾期|对[^，。；\n]{0,30}人员，?(?:可以)?处"
    r"|的，(?:可以)?(?:由|责令|并?处|给予|依照|按照|没收|予以|吊销|暂扣|降低|禁止|撤销|取消)"
)

# 违反本法规定: of the whole instrument, no article named.
BREACH_OF_WHOLE: Final = regex.compile(r"违反本[^，。；、\n第]{1,8}?(?:的?规定)?(?=[，的])")

# 应当 · 不得 · 必须 · 都有…的义务: somebody is bound.
MODAL: Final = regex.compile(
    r"应当|(?<![响适相反供对效呼感])应(?![急用对付有收声邀征变答力当])|不得|须(?!知|要)|禁止|严禁|不准|有[^，。；\n]{0,12}义务"
)

# 国家互联网信息办公室 · 有关主管部门 · 县级以上人民政府 · 省网信办: who is bound is the authority itself.
AUTHORITY: Final = regex.compile(
    r"办公室|部门|机关|人民法院|人民检察院|人民政府|政府|(?:管理|监督|监察|主管|执法|救援|消防)机构|(?:执法|检查)人员|(?<!业主)(?<!居民)(?<!村民)委员会|办事处|国务院"
    r"|(?:[局厅部委署]|网信办)(?=[，]|负责|主管|应当|不得|可以|有权|会同|依法|制定|及其|和|、|$)"
)

# What stands before an authority that is not the subject: 未经…批准 · 向…报告 · 由… · 按照…
NOT_SUBJECT: Final = regex.compile(
    r"未经|经(?!营)|报(?!告)|向|由|对|按照?|依照|根据|依据|与|被|除|征得|接受|配合|符合|违反|单位|个人|组织|企业|者(?!名)|用户"
)
# 公安机关备案的单位 · 政府采购供应商: the noun phrase goes on, and ends in somebody else.
OTHER_BODY: Final = regex.compile(r"(?:单位|个人|组织|企业|公司|者|商|户|人|人员|场所)$")

# …负责…监督管理工作 · 主管… · 依法实施监督检查: what an authority may or must do.
POWER: Final = regex.compile(
    r"负责|主管|监督管理|监督检查|管理工作|执法工作|职责|统筹协调|指导|有权(?=[对查进责采])|可以(?=对|查|采取|进入)|实施(?:行政)?处罚"
    r"|处罚决定"
)
# 可以根据需要… · 依法查处…: with an authority for its subject.
MAY: Final = regex.compile(r"可以|有权|依法")
