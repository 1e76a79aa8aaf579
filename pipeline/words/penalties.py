"""Words of duties, powers and sanctions.

Knows the vocabulary of 行政处罚法 第九条、第二十八条 (facts/law.md, facts/penalties.md) and the words that tell a duty
from a power. Does not know 记入信用档案 or 加处罚款 as sanctions: the one is a record, the other enforces a fine. Does
nothing.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from pipeline.patterns import lazy_re
from pipeline.words.fines import NO_FINE

SanctionKind: TypeAlias = Literal[
    "warning", "criticism", "fine", "confiscation", "permit_suspension", "downgrade", "permit_revocation",
    "business_restriction", "suspension_order", "closure", "practice_ban", "detention",
    "corrective_measure", "pointer", "criminal", "civil", "disciplinary",
]  # fmt: skip

# What another sanction begins with
_NEXT: Final = (
    r"处(?![理置分于罚所])|处以?罚款|单处|给予|予以|没收|吊销|暂扣|责令|通报批评|警告|罚款|降低|撤销|关闭|取缔|停业|停产|暂停"
    r"|依照|追究|不予|禁止|限制|追缴|强制"
)
# (责令改正)并处… · (没收建筑物)或者处… · 并对负责人… · 可以并处… · 处五百元…: here the words of a measure end.
_ENDS: Final = (
    rf"(?:并且?|或者?|和|以及|及|且|同时)(?:可以?|应当?|依法|同时|单独){{0,2}}(?:{_NEXT})"
    rf"|并且?(?:可以?)?(?:对|由|按)|可以?(?:并|{_NEXT})|处以?(?:罚款|[0-9０-９一二三四五六七八九十百])"
)
# One character of a measure or of confiscated goods: 限期拆除违法建筑(并处…)
_WORD: Final = rf"(?:[^，。；：、\n并或和以及且同可处]|(?!{_ENDS})[并或和以及且同可处])"
# 、铜钟 · 、工具: goods go on over 、 until another sanction: 、吊销许可证 · 、一千元罚款 · 、违法所得一倍以下罚款
_MORE_GOODS: Final = rf"(?:、(?!(?:并|可以?|依法)*(?:{_NEXT}|对|由|通报|拘留)|[^，。；：、\n并处或可]{{0,40}}罚款){_WORD}{{1,40}}(?<!的)){{0,8}}"
# 许可证 · 机动车驾驶证 · 资质认定书 · 合格证明; not 认证, 证券
_PERMIT: Final = (
    r"(?:许可证[件书]?|执照|牌照|(?:资质|资格)(?:认定|等级)?证?书?|许可(?!证)"
    r"|(?<!认)证(?:书|件|照|明(?:文件)?)?(?![券据实人监证]))》?"
)

# One row per kind, tried in this order at each place; the example stands above its row.
SANCTIONS: Final[tuple[tuple[SanctionKind, str], ...]] = (
    # 依照前款规定处罚 · 依照相关法律法规规定给予处罚 · 依照《…》的规定处罚 · 依照治安管理处罚法给予处罚; not 不予处罚
    ("pointer", r"(?:依照|按照|依据|根据)(?!下列|以下)(?:《[^《》\n]*+》|[^，。；：\n《]){0,60}?(?<![不免]予)(?<!免于)(?<!不给予)(?<![不免]予行政)(?:处罚|处理)(?![的决款数法]|条例|办法)"),
    # 依法给予治安管理处罚
    ("pointer", r"(?:依法)?(?:给予|予以)治安管理处罚|依法(?:给予|予以)处罚"),
    # 罚款: the word only; its amount, verb and ceiling are words/fines.py
    ("fine", rf"罚款{NO_FINE}"),
    # 没收违法所得 · 没收违法所得和违法铸造的风铃、铜钟
    ("confiscation", rf"没收(?:其)?(?:违法所得|非法所得)(?:(?:(?:和|以及|及|或者?|与)(?!{_NEXT})|(?=、)){_WORD}{{0,40}}(?<!的){_MORE_GOODS})?"),
    # 没收非法财物 · 没收产品、工具
    ("confiscation", rf"没收(?!的){_WORD}{{1,40}}(?<!的){_MORE_GOODS}"),
    # 给予警告、记过或者记大过处分: what an employer does
    ("disciplinary", r"(?:依法)?(?:给予|予以)[^，。；\n]{0,20}?处分"),
    # 给予警告 · 警告
    ("warning", r"警告(?!后|标志|标识|牌)"),
    ("criticism", r"通报批评"),
    # 吊销相关业务许可证 · 吊销营业执照 · 吊销机动车驾驶证; those that follow in a list are MORE_PERMITS
    ("permit_revocation", rf"吊销(?=(?:或者?|、)(?:暂扣|撤销))|吊销[^，。；：\n吊暂没责处罚撤降给]{{0,20}}?{_PERMIT}"),
    ("permit_suspension", rf"暂扣(?=(?:或者?|、)吊销)|暂扣[^，。；：\n吊暂没责处罚撤降给]{{0,20}}?{_PERMIT}"),
    # 降低资质等级 · 降低其资质等级
    ("downgrade", r"降低[^，。；：、\n或和]{0,8}?资质(?:等级|级别)?"),
    # 关闭网站 · 责令关闭 · 责令停产停业、关闭
    ("closure", r"责令关闭|关闭网站|予以关闭|取缔|(?:(?<=停业、)|(?<=停业或者)|(?<=停业或)|(?<=整顿、)|(?<=整顿或者)|(?<=整顿或))关闭"),
    # 停业整顿 · 暂停相关业务 · 责令暂停施工
    ("business_restriction", r"暂停[^，。；：、\n或和]{0,12}?(?:更新|业务|资格|服务)|(?:(?<=责令)|(?<=责令其))暂停[^，。；：、\n或和]{0,12}?(?:营业|施工|生产|经营|运营|作业|建设|活动|执业)|停业整顿|限制开展生产经营活动"),
    ("suspension_order", r"责令停业(?!整顿)|责令停产停业(?:整顿)?|停产停业(?:整顿)?|责令停产整顿"),
    # 禁止从事… · 五年内不得从事… · 终身不得从事…; the words before 不得 are PERIOD
    ("practice_ban", r"(?:禁止|限制)(?:其)?(?:在[^，。；：、\n]{0,20}?)?(?:从业|从事[^，。；：、\n]{0,20})|(?:(?<=年内)|(?<=年以内)|(?<=月内)|(?<=终身)|(?<=终生))不得(?:再)?(?:从业|(?:从事|担任)[^，。；：、\n]{0,20})"),
    ("detention", r"(?:行政)?拘留"),
    # 责令改正 · 责令限期改正 · 责令停止使用 · 限期拆除
    ("corrective_measure", rf"责令(?:其)?(?:限期|立即){_WORD}{{1,10}}|(?:责令|限期)(?:其)?(?:限期|立即)?(?:改正|整改|拆除|恢复原状|采取补救措施|补办|(?:停止|退还|退赔){_WORD}{{0,12}}|清除|治理)"),
    # 强制拆除 · 代履行 · 代为清除，所需费用由… · 退赔 · 追缴其少缴的桥费
    ("corrective_measure", r"强制(?:拆除|清除|关闭)(?!的|费|决定|所需)|代履行(?!的|费|人|决定)|代为[^，。；：、\n的]{1,10}(?=[^。；\n]{0,20}费用由)"),
    ("corrective_measure", rf"(?<![未额])退赔(?!的|到){_WORD}{{0,12}}(?<!的)|(?<!无法)(?<!未)(?<!配合)追缴(?!的|工作|到|决定){_WORD}{{0,16}}(?<!的)"),
    # 撤销登记 · 撤销其养护资格: 第九条 has 吊销 only. What is withdrawn was granted or obtained wrongly; taking it back
    # (行政许可法 第六十九条) undoes that, and stands beside the penalty: 撤销许可，处一万元罚款. Hence a measure.
    ("corrective_measure", r"(?<!被)(?<!被依法)撤销[^，。；：、\n或和]{0,16}?(?:登记(?:证书?)?|许可证?|资格|资质|备案|证书)(?![的后前]|决定|手续)"),
    # 依法追究刑事责任
    ("criminal", r"(?:依法)?追究(?:其)?刑事责任"),
    # 依法承担民事责任 · 承担赔偿责任
    ("civil", r"(?:依法)?承担(?:民事|赔偿|民事赔偿)责任"),
)  # fmt: skip

# The characters a sanction can begin with; looking at them first is what makes the scan fast.
_FIRST: Final = "[罚依按根没警通吊暂降责关予取停限禁行拘追承给不强代退撤]"
SANCTION: Final = lazy_re(f"(?={_FIRST})(?:" + "|".join(f"({pattern})" for _, pattern in SANCTIONS) + ")")
# (吊销许可证)、(营业执照) · (吊销执照)或者(驾驶证): a further permit needs no verb of its own.
MORE_PERMITS: Final = lazy_re(
    rf"(?:、|或者?|和|以及|及)(?P<permit>[^，。；：、\n或和及吊暂没责处罚撤降给]{{0,12}}?{_PERMIT})"
)
# (五年内)不得从事… · (终身)不得从事…: for how long
PERIOD: Final = lazy_re(r"(?:[0-9０-９一二两三四五六七八九十]{1,4}(?:年|个月)以?内(?:直至?终[身生])?|终[身生])$")
KINDS: Final[tuple[SanctionKind, ...]] = ("fine", *(kind for kind, _ in SANCTIONS))
"""By number of the group that matched, from 1."""

# Administrative penalties proper: a provision with one of them, or a pointer to one, and a breach, is a penalty.
PENALTIES: Final = frozenset({
    "warning", "criticism", "fine", "confiscation", "permit_suspension", "downgrade", "permit_revocation",
    "business_restriction", "suspension_order", "closure", "practice_ban", "detention", "pointer",
    "corrective_measure",
})  # fmt: skip

# 违反…规定的，由… · 有下列行为之一的，… · 不履行…义务的，… : the conduct a penalty punishes.
BREACH: Final = lazy_re(
    r"违反|有[^，。；\n]{0,12}?行为|不履行|未履行|未按|未经|擅自|拒不|逾期|对[^，。；\n]{0,30}人员，?(?:可以)?处"
    r"|的，(?:可以)?(?:由|责令|并?处|给予|依照|按照|没收|予以|吊销|暂扣|降低|禁止|撤销|取消)"
)

# 违反本办法规定，造成损害的，应当承担…责任: what follows from a breach binds nobody anew.
CONSEQUENCE: Final = lazy_re(r"\s*(?:对)?违反[^，。；\n：]*(?:，|规定的|行为)")

# 违反本法规定: of the whole instrument, no article named.
BREACH_OF_WHOLE: Final = lazy_re(r"违反本[^，。；、\n第]{1,8}?(?:的?规定)?(?=[，的])")

# 应当 · 不得 · 必须 · 都有…的义务: somebody is bound.
MODAL: Final = lazy_re(
    r"应当|(?<![响适相反供对效呼感])应(?![急用对付有收声邀征变答力当])|不得|须(?!知|要)|禁止|严禁|不准|有[^，。；\n]{0,12}义务"
)

# 国家互联网信息办公室 · 有关主管部门 · 县级以上人民政府 · 省网信办: who is bound is the authority itself.
AUTHORITY: Final = lazy_re(
    r"办公室|部门|机关|人民法院|人民检察院|人民政府|政府|(?:管理|监督|监察|主管|执法|救援|消防)机构|(?:执法|检查)人员|(?<!业主)(?<!居民)(?<!村民)委员会|办事处|国务院"
    r"|(?:[局厅部委署]|网信办)(?=[，]|负责|主管|应当|不得|可以|有权|会同|依法|制定|及其|和|、|$)"
)

# What stands before an authority that is not the subject: 未经…批准 · 向…报告 · 由… · 按照…
NOT_SUBJECT: Final = lazy_re(
    r"未经|经(?!营)|报(?!告)|向|由|对|按照?|依照|根据|依据|与|被|除|征得|接受|配合|符合|违反|单位|个人|组织|企业|者(?!名)|用户"
)
# 公安机关备案的单位 · 政府采购供应商: the noun phrase goes on, and ends in somebody else.
OTHER_BODY: Final = lazy_re(r"(?:单位|个人|组织|企业|公司|者|商|户|人|人员|场所)$")

# …负责…监督管理工作 · 主管… · 依法实施监督检查: what an authority may or must do; not 向主管部门备案, 监督管理机构.
POWER: Final = lazy_re(
    r"负责|主管(?!部门|机关|机构|单位|人员)|监督管理(?!部门|机关|机构|局|委员会)|监督检查(?!部门|机构|人员)|管理工作|执法工作|职责|统筹协调|指导|有权(?=[对查进责采])|可以(?=对|查|采取|进入)|实施(?:行政)?处罚"
    r"|处罚决定|(?:实施|审批|许可|登记|发证)机关(?=：)"
)
# 可以根据需要… · 依法查处…: with an authority for its subject.
MAY: Final = lazy_re(r"可以|有权|依法")

# 行政许可 · 行政检查 · 行政确认: kinds of power whose basis punishes nobody. 其他权责事项 may be anything.
NO_PENALTY: Final = lazy_re(r"许可|审批|检查|确认|奖励|给付|征收|征用|裁决|备案")
PENALTY_TITLE: Final = "处罚"
