"""Proves what a provision does is told by its content, and that its sanctions are named as 行政处罚法 names them.

Every provision is made up in the style of real ones. A role is decided by who is bound: the regulated party (duty), an
authority (competence), nobody (other), or whoever breaks a rule and what happens then (penalty). Sanctions come in text
order, each with its own words; measures, pointers and other liability are told apart from penalties proper.
"""

from __future__ import annotations

from itertools import pairwise, product
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Role
from pipeline.penalties import find_sanctions, is_penal, role_of
from tests.rows import listed, parsed, read, row

# reason → provision, one table per role
COMPETENCE: Final = {
    "负责": "市古桥管理部门负责全市古桥的监督管理工作。",
    "主管": "国务院桥梁主管部门主管全国古桥守护工作。",
    "two sentences, two authorities": "国家桥务办公室负责全国的执法工作。地方桥务办公室依据职责负责本地的执法工作。",
    "several departments, each by its duties": "公安、文化和旅游等部门按照各自职责，做好古桥守护的相关工作。",
    "an authority that 应当": "市古桥管理部门应当建立日常巡查和定期巡查相结合的制度。",
    "a government that 应当": "县级以上人民政府应当将古桥守护纳入年度计划，所需经费列入预算。",
    "an authority that 不得": "市古桥管理部门实施检查，不得收取费用，不得妨碍桥户的正常经营。",
    "an authority that 可以": "市古桥管理部门可以进入现场检查，查阅、复制有关资料。",
    "an authority that 有权": "市古桥管理部门有权对古桥守护情况进行检查。",
    "an authority that decides in time": "市古桥管理部门应当自受理申请之日起二十日内作出决定。",
    "two authorities joined by 会同": "市古桥管理部门会同市公安机关制定古桥集市的管理办法，并应当向社会公布。",
    "a bureau": "市水利局负责桥下河道的监督管理。",
    "an authority that may demand": "市古桥管理部门根据需要，可以要求桥户提供有关资料。",
    "an authority that may set up": "市人民政府可以根据需要设立禁航区。",
    "an authority that prosecutes": "公安机关依法查处盗窃古桥构件的行为。",
    "an authority that decides, the condition first": "收到申请后，市古桥管理部门应当在五日内作出决定。",
    "an authority, what it decides on first": "对不符合条件的，市古桥管理部门应当书面说明理由。",
    "an authority, who reported to it first": "市古桥管理部门对举报人的信息应当予以保密。",
    "an authority and its measures": "市古桥管理部门实施监督检查，可以采取下列措施：\n（一）进入现场检查。",
    "the fire brigade": "消防救援机构应当对古桥进行防火检查。",
    "inspectors": "监督检查人员不得少于两人，并应当出示证件。",
    "who punishes": "本条例规定的行政处罚，由市古桥管理部门负责实施。",
    "delegation": "市古桥管理部门可以委托古桥守护所实施行政处罚。",
    "the subject is followed by a condition": "市古桥管理部门接到举报的，应当及时核实处理。",
    "the subject is followed by a circumstance": "市古桥管理部门在监督检查中发现涉嫌犯罪的，应当移送公安机关。",
    "a hearing before a sanction": "市古桥管理部门作出吊销许可证件的决定前，应当告知当事人有要求听证的权利。",
    "officers on duty": "执法人员进行监督检查时，应当出示执法证件。",
    "staff of an authority": "市古桥管理部门及其工作人员应当对在检查中知悉的商业秘密予以保密。",
    "on-the-spot fines are a rule of procedure": "对公民处二百元以下罚款的，市古桥管理部门可以当场作出行政处罚决定。",
    "a managing agency": "桥务管理机构应当对桥下水域进行巡查。",
    "a subdistrict office": "街道办事处应当协助做好本辖区内的古桥守护工作。",
    "a ministry": "文化和旅游部负责全国古桥守护的监督管理工作。",
    "a state bureau": "国家林业和草原局负责全国古树的监督管理工作。",
    "a short name in 办": "省网信办负责全省网络安全的统筹协调和监督管理工作。",
}
DUTY: Final = {
    "应当": "养护人应当每月检查桥面，记录裂缝。",
    "不得": "任何单位和个人不得在古桥上悬挂重物。",
    "禁止, nobody named": "禁止在古桥上燃放烟花。",
    "严禁": "严禁在桥头堆放易燃物品。",
    "必须": "进入古桥守护区的车辆必须减速慢行。",
    "nobody named": "在古桥上举办集市，应当制定安全预案。",
    "a condition first": "在古桥上举办集市的，应当经市古桥管理部门批准。",
    "a report to an authority": "养护人发现裂缝的，应当立即向市古桥管理部门报告。",
    "a filing with an authority": "向市古桥管理部门备案的桥户，应当每年更新备案。",
    "an authority's consent": "修缮古桥的，应当征得市古桥管理部门同意。",
    "without an authority's approval, nobody may": "未经市古桥管理部门批准，不得拆除石栏。",
    "without approval, any unit may not": "未经市古桥管理部门批准，任何单位不得拆除石栏。",
    "on an authority's terms": "桥户应当按照市古桥管理部门规定的样式悬挂灯笼。",
    "a law's bounds are kept": "桥户不得违反法律、法规的规定和双方的约定使用灯具。",
    "mixed: the authority, then who cooperates": "桥管部门应当公布举报方式，收到后应当处置。桥户应当予以配合。",
    "mixed: one sentence": "市古桥管理部门应当建立检查制度，依法对桥户实施监督检查，有关单位、个人应当予以配合。",
    "mixed: two paragraphs": "市古桥管理部门负责古桥的监督管理。\n桥户应当协助。",
    "a right to demand, and who complies": "灯户发现桥户违反约定的，有权要求桥户停止使用。桥户应当停止使用。",
    "a list": "养护人应当履行下列义务：\n（一）每月检查桥面；\n（二）法律、法规规定的其他义务。",
    "an exception": "不得在桥头停车。但是，经市古桥管理部门批准的除外。",
    "应 alone": "养护人应每月检查桥面。",
    "应 alone, an authority's inspection": "桥户应配合市古桥管理部门的监督检查，如实提供资料。",
    "须": "养护人须持有养护资格证书。",
    "不得 after an inspection": "桥户应当接受市古桥管理部门的监督检查，不得拒绝、阻挠。",
    "after an authority's order": "市古桥管理部门责令停止施工的，建设单位应当立即停止。",
    "on an authority's demand": "公安机关要求提供协助的，桥户应当提供。",
    "an approved work's builder": "经市古桥管理部门批准的修缮工程，施工单位应当在桥头公示。",
    "what is handed in to an authority": "向市古桥管理部门提交的材料应当真实、完整。",
    "a right to report, and its bounds": "任何单位和个人有权向市古桥管理部门举报，但不得捏造事实。",
    "conditions": "设立风铃作坊，应当具备下列条件：\n（一）有固定的场所；\n（二）有三名以上工匠。",
    "an association": "古桥行业协会应当加强自律，制定服务规范。",
    "a fine that is owed": "当事人应当自收到行政处罚决定书之日起十五日内缴纳罚款。",
    "a sign is no warning": "施工单位应当在桥头设置警告标志。",
    "a body that is no authority: 检测机构": "检测机构应当对其出具的古桥检测报告负责。",
    "a body that is no authority: 医疗机构": "医疗机构不得使用过期药品。",
    "a body that is no authority: 业主委员会": "业主委员会应当定期公布账目。",
    "政府 inside another word": "政府采购供应商不得串通报价。",
    "everybody has the duty": "一切单位和个人都有守护古桥的义务。",
}
PENALTY: Final = {
    "a breach of an article": "违反本条例第九条规定的，由市桥务局责令改正；拒不改正的，处一千元以上五千元以下罚款。",
    "a breach without an article": "桥户违反本条例规定，有下列行为之一的，处二百元以下罚款：\n（一）涂改记录的。",
    "a duty not performed": "养护人不履行检查义务的，给予警告。",
    "no licence": "未经批准在古桥上举办集市的，没收违法所得。",
    "擅自": "擅自拆除石栏的，责令限期恢复原状，并处五百元罚款。",
    "a graver case of the paragraph before": "有前款行为，情节严重的，吊销其许可证。",
    "only a pointer to a paragraph": "灯户不履行本条例第八条第二款规定的义务的，依照前款规定处罚。",
    "only a pointer to a law": "违反本条例规定，构成违反治安管理行为的，由公安机关依照《治安守护法》的规定处罚。",
    "only a pointer to laws unnamed": "平台违反本规定第十、十八条有关规定的，由有关部门依照相关法律法规规定给予处罚。",
    "only a pointer to no law": "违反本条例规定的，由公安机关依法予以处罚。",
    "only a measure": "违反本条例第九条规定的，由市古桥管理部门责令限期改正。",
    "a circumstance, then a licence lost": "造成重大事故的，吊销许可证。",
    "a circumstance, then a licence suspended": "造成重大事故的，暂扣许可证。",
    "a circumstance, then a downgrade": "造成重大事故的，降低资质等级。",
    "a circumstance, then a fine at discretion": "造成重大事故的，可以处一万元罚款。",
    "a circumstance, then a ban": "造成重大事故的，禁止从事古桥养护活动。",
    "the persons in charge, quoted alone": "对直接负责的主管人员和其他直接责任人员，处五千元以上二万元以下罚款。",
    "a licence withdrawn and a fine": "提供虚假材料取得许可的，撤销许可，三年内不得再次申请，处一万元罚款。",
    "detention": "殴打守桥人的，处五日以上十日以下拘留。",
    "a penalty that says what one must": "违反本条例规定，逾期不改正的，应当责令停产停业。",
    "each item its own sanction": "违反本条例的，按照下列规定处罚：\n（一）拆除石栏的，处五百元罚款。",
}
OTHER: Final = {
    "purpose": "为了加强古桥守护，根据有关法律，制定本条例。",
    "scope": "在本市行政区域内从事古桥守护活动，适用本条例。",
    "definition": "本条例所称古桥，是指建成一百年以上的石桥。",
    "definition of an authority": "本条例所称桥管部门，是指市人民政府确定的部门。",
    "in force": "本条例自2031年4月1日起施行。",
    "a right of the regulated": "桥户可以申请减免养护费。",
    "a licence's term": "古桥集市许可证有效期为三年。",
    "encouragement": "国家鼓励社会力量参与古桥守护。",
    "a principle": "古桥守护坚持预防为主的原则。",
    "where fines go": "罚款全部上缴国库。",
    "a breach and where it is dealt with": "违反本办法规定的其他行为，应当承担责任的，依照《石桥法》的规定执行。",
    "a breach and its liability": "违反本条例规定，给他人造成损失的，应当依法承担赔偿责任。",
    "who may report a breach": "对违反本条例规定的行为，任何人可以举报，接到举报的单位应当及时查处。",
}
ROLES: Final[dict[Role, dict[str, str]]] = {
    "competence": COMPETENCE,
    "duty": DUTY,
    "penalty": PENALTY,
    "other": OTHER,
}


@pytest.mark.parametrize(
    ("role", "text"),
    [pytest.param(role, text, id=f"{role}: {why}") for role, table in ROLES.items() for why, text in table.items()],
)
def test_role(role: Role, text: str) -> None:
    """By content, wherever the provision stands."""
    assert role_of(text) == role


PLAIN: Final[dict[Role, str]] = {
    "penalty": PENALTY["a breach of an article"],
    "duty": DUTY["应当"],
    "competence": COMPETENCE["负责"],
    "other": OTHER["definition"],
}


@pytest.mark.parametrize(("first", "second"), list(product(PLAIN, PLAIN)))
def test_the_strongest_of_two_paragraphs_decides(first: Role, second: Role) -> None:
    """Design §4: a provision that binds the regulated party is a duty, also when it speaks of the authority as well."""
    order = list(PLAIN)
    assert role_of(f"{PLAIN[first]}\n{PLAIN[second]}") == min(first, second, key=order.index)


# --- sanctions ------------------------------------------------------------------------------------------------------

ALL_AT_ONCE: Final = (
    "由市古桥管理部门责令改正，给予警告，没收违法所得；拒不改正或者情节严重的，处十万元以上五十万元以下罚款，"
    "并可以责令暂停相关业务、停业整顿、关闭网站、吊销相关业务许可证或者吊销营业执照，"
    "对直接负责的主管人员处一万元以上十万元以下罚款；构成犯罪的，依法追究刑事责任。"
)
# reason → (text, its sanctions in order: kind and words)
SANCTIONS: Final[dict[str, tuple[str, list[tuple[str, str]]]]] = {
    "warning": ("违反本条例的，给予警告。", [("warning", "警告")]),
    "criticism": ("违反本条例的，予以通报批评。", [("criticism", "通报批评")]),
    "a closed range": ("拒不改正的，处五千元以上三万元以下罚款。", [("fine", "处五千元以上三万元以下罚款")]),
    "处以, Arabic": ("违反本条例的，处以2000元以上10000元以下罚款。", [("fine", "处以2000元以上10000元以下罚款")]),
    "an upper bound": ("违反本条例的，处一百万元以下罚款。", [("fine", "处一百万元以下罚款")]),
    "的 before 罚款": ("违反本条例的，可以处二百元以下的罚款。", [("fine", "处二百元以下的罚款")]),
    "a fixed sum": ("违反本条例的，处一千元罚款。", [("fine", "处一千元罚款")]),
    "a multiple": ("违反本条例的，处违法所得一倍以上十倍以下罚款。", [("fine", "处违法所得一倍以上十倍以下罚款")]),
    "per cent": (
        "违反本条例的，处工程款百分之一以上百分之三以下罚款。",
        [("fine", "处工程款百分之一以上百分之三以下罚款")],
    ),
    "no sum": ("违反本条例的，并处罚款。", [("fine", "处罚款")]),
    "no verb": (
        "违反本条例的，给予警告、一千元以上一万元以下罚款。",
        [("warning", "警告"), ("fine", "一千元以上一万元以下罚款")],
    ),
    "the sum after 罚款": (
        "违反本条例的，给予警告，罚款五百元以上一千元以下。",
        [("warning", "警告"), ("fine", "罚款五百元以上一千元以下")],
    ),
    "two fines, two addressees": (
        "违反本条例的，对单位处一万元以上五万元以下罚款，对个人处五百元以下罚款。",
        [("fine", "处一万元以上五万元以下罚款"), ("fine", "处五百元以下罚款")],
    ),
    "per unit, two fines joined by 、": (
        "违反本条例的，对个人处每平方米二元以下的罚款、对单位处每平方米五元以下的罚款。",
        [("fine", "处每平方米二元以下的罚款"), ("fine", "处每平方米五元以下的罚款")],
    ),
    "、 inside a range": ("违反本条例的，处一千元以上、五千元以下罚款。", [("fine", "处一千元以上、五千元以下罚款")]),
    "confiscated gains": ("违反本条例的，没收违法所得。", [("confiscation", "没收违法所得")]),
    "confiscated goods": ("违反本条例的，没收非法财物。", [("confiscation", "没收非法财物")]),
    "confiscated things by name": ("违反本条例的，没收非法采挖的石料。", [("confiscation", "没收非法采挖的石料")]),
    "confiscated gains and goods": (
        "违反本条例的，没收违法所得和非法财物。",
        [("confiscation", "没收违法所得和非法财物")],
    ),
    "suspended permit": ("情节较重的，暂扣许可证。", [("permit_suspension", "暂扣许可证")]),
    "a permit of another name": ("情节严重的，吊销资质认定书。", [("permit_revocation", "吊销资质认定书")]),
    "downgrade": ("情节较重的，降低资质等级。", [("downgrade", "降低资质等级")]),
    "two permits": (
        "情节严重的，吊销相关业务许可证或者吊销营业执照。",
        [("permit_revocation", "吊销相关业务许可证"), ("permit_revocation", "吊销营业执照")],
    ),
    "a permit suspended or lost": (
        "情节严重的，暂扣或者吊销许可证。",
        [("permit_suspension", "暂扣"), ("permit_revocation", "吊销许可证")],
    ),
    "one or both": (
        "违反本条例的，给予警告，单处或者并处五千元罚款。",
        [("warning", "警告"), ("fine", "处五千元罚款")],
    ),
    "restricted business": (
        "情节严重的，责令暂停相关业务、停业整顿。",
        [("business_restriction", "暂停相关业务"), ("business_restriction", "停业整顿")],
    ),
    "restricted business, in the law's words": (
        "情节严重的，限制开展生产经营活动。",
        [("business_restriction", "限制开展生产经营活动")],
    ),
    "production stopped": ("情节严重的，责令停产停业。", [("suspension_order", "责令停产停业")]),
    "closure": ("情节严重的，责令关闭。", [("closure", "责令关闭")]),
    "a closed site": ("情节严重的，关闭网站。", [("closure", "关闭网站")]),
    "practice ban": ("情节严重的，禁止从事古桥养护工作。", [("practice_ban", "禁止从事古桥养护工作")]),
    "corrected": ("违反本条例的，责令改正。", [("corrective_measure", "责令改正")]),
    "corrected in time": ("违反本条例的，责令限期改正。", [("corrective_measure", "责令限期改正")]),
    "filed in time": ("违反本条例的，责令限期备案。", [("corrective_measure", "责令限期备案")]),
    "use stopped": ("违反本条例的，责令停止使用。", [("corrective_measure", "责令停止使用")]),
    "torn down in time": ("违反本条例的，责令限期拆除。", [("corrective_measure", "责令限期拆除")]),
    "a measure without 责令": ("违反本条例的，限期拆除。", [("corrective_measure", "限期拆除")]),
    "restored": ("违反本条例的，责令恢复原状。", [("corrective_measure", "责令恢复原状")]),
    "pointer to a paragraph": ("有前款行为的，依照前款规定处罚。", [("pointer", "依照前款规定处罚")]),
    "pointer to a law": (
        "违反本条例的，依照《守桥法》第九条的规定处罚。",
        [("pointer", "依照《守桥法》第九条的规定处罚")],
    ),
    "pointer to laws unnamed": (
        "违反本条例的，由有关部门按各自职责依照相关法律法规规定给予处罚。",
        [("pointer", "依照相关法律法规规定给予处罚")],
    ),
    "pointer to a law with 处罚 in its name": (
        "违反本条例的，由公安机关依照《桥区治安处罚法》的规定予以处罚。",
        [("pointer", "依照《桥区治安处罚法》的规定予以处罚")],
    ),
    "pointer with 、 in it": (
        "违反本条例的，依照有关法律、行政法规的规定处罚。",
        [("pointer", "依照有关法律、行政法规的规定处罚")],
    ),
    "no pointer: the list that follows": (
        "违反本条例的，按照下列规定处罚：\n（一）拆除石栏的，处五百元罚款；\n（二）移动石狮的，给予警告。",
        [("fine", "处五百元罚款"), ("warning", "警告")],
    ),
    "crime": ("构成犯罪的，依法追究刑事责任。", [("criminal", "依法追究刑事责任")]),
    "civil liability": ("造成损失的，依法承担民事责任。", [("civil", "依法承担民事责任")]),
    "damages": ("造成损失的，依法承担赔偿责任。", [("civil", "依法承担赔偿责任")]),
    "discipline": ("对直接责任人员依法给予处分。", [("disciplinary", "依法给予处分")]),
    "a threshold in money is no fine": (
        "违法所得十万元以上的，并处违法所得一倍以上五倍以下罚款。",
        [("fine", "处违法所得一倍以上五倍以下罚款")],
    ),
    "two thresholds are no fine": (
        "没有违法所得或者违法所得不足十万元的，处十万元以下罚款。",
        [("fine", "处十万元以下罚款")],
    ),
    "a threshold without a fine": ("货值金额不足一万元的，给予警告。", [("warning", "警告")]),
    "罚金 is a criminal court's": ("构成犯罪的，处三年以下有期徒刑，并处罚金。", []),
    "a fine that is paid": ("当事人应当到指定银行缴纳罚款。", []),
    "a fine that is collected": ("市古桥管理部门当场收缴罚款的，应当出具收据。", []),
    "a fine's amount": ("罚款数额由市古桥管理部门确定。", []),
    "a fine's amount, with its verb": ("拟处二万元以上罚款数额的，应当告知听证的权利。", []),
    "a fine of a rule of procedure": ("对公民处二百元以下罚款的，可以当场作出行政处罚决定。", []),
    "a fine that is decided": ("市桥务局作出处五千元以上罚款决定的，应当公告。", []),
    "a warning sign": ("施工单位应当设置警告标志。", []),
    "after a warning": ("经警告后不改正的，处二百元罚款。", [("fine", "处二百元罚款")]),
    "a measure ends before 并处": (
        "违反本条例的，责令立即停止并处二千元罚款。",
        [("corrective_measure", "责令立即停止"), ("fine", "处二千元罚款")],
    ),
    "a measure with its object ends before 并处": (
        "违反本条例的，责令停止违法行为并处一千元罚款。",
        [("corrective_measure", "责令停止违法行为"), ("fine", "处一千元罚款")],
    ),
    "a measure ends before a fine without a sum": (
        "违反本条例的，责令停止建设并处罚款。",
        [("corrective_measure", "责令停止建设"), ("fine", "处罚款")],
    ),
    "a measure ends before 或者处": (
        "违反本条例的，责令限期改正或者处五百元罚款。",
        [("corrective_measure", "责令限期改正"), ("fine", "处五百元罚款")],
    ),
    "a measure ends before 并可以处": (
        "违反本条例的，责令限期改正并可以处五百元罚款。",
        [("corrective_measure", "责令限期改正"), ("fine", "处五百元罚款")],
    ),
    "a measure ends before a multiple": (
        "违反本条例的，责令退还多收的桥费并处一倍罚款。",
        [("corrective_measure", "责令退还多收的桥费"), ("fine", "处一倍罚款")],
    ),
    "a measure ends before a share": (
        "违反本条例的，责令限期拆除违法桥亭并处工程造价百分之五的罚款。",
        [("corrective_measure", "责令限期拆除违法桥亭"), ("fine", "处工程造价百分之五的罚款")],
    ),
    "a measure ends before a long range": (
        "违反本条例的，责令限期改正并处五千元以上三万元以下罚款。",
        [("corrective_measure", "责令限期改正"), ("fine", "处五千元以上三万元以下罚款")],
    ),
    "a measure ends before 并给予": (
        "违反本条例的，责令限期改正并给予警告。",
        [("corrective_measure", "责令限期改正"), ("warning", "警告")],
    ),
    "a measure ends before 并没收": (
        "违反本条例的，责令停止销售并没收违法所得。",
        [("corrective_measure", "责令停止销售"), ("confiscation", "没收违法所得")],
    ),
    "a measure ends before another authority": (
        "违反本条例的，责令限期改正并由市桥务局处一千元罚款。",
        [("corrective_measure", "责令限期改正"), ("fine", "处一千元罚款")],
    ),
    "a measure of two acts is one": (
        "违反本条例的，责令限期拆除并恢复原状。",
        [("corrective_measure", "责令限期拆除并恢复原状")],
    ),
    "a confiscation ends before 或者处": (
        "违反本条例的，没收违法桥亭或者处造价一倍罚款。",
        [("confiscation", "没收违法桥亭"), ("fine", "处造价一倍罚款")],
    ),
    "a confiscation ends before 并吊销": (
        "违反本条例的，没收违法铸造的风铃并吊销许可证。",
        [("confiscation", "没收违法铸造的风铃"), ("permit_revocation", "吊销许可证")],
    ),
    "gains and goods by name": (
        "违反本条例的，没收违法所得和违法铸造的风铃、铜钟。",
        [("confiscation", "没收违法所得和违法铸造的风铃、铜钟")],
    ),
    "gains and goods after 、": (
        "违反本条例的，没收违法所得、非法财物。",
        [("confiscation", "没收违法所得、非法财物")],
    ),
    "goods after 、": (
        "违反本条例的，没收风铃、工具，并处五百元罚款。",
        [("confiscation", "没收风铃、工具"), ("fine", "处五百元罚款")],
    ),
    "a list of goods with 和 and 等": (
        "违反本条例的，没收违法铸造的风铃、铜钟和用于铸造的工具、模具等物品。",
        [("confiscation", "没收违法铸造的风铃、铜钟和用于铸造的工具、模具等物品")],
    ),
    "goods, then a fine after 、": (
        "违反本条例的，没收工具、违法所得一倍以下罚款。",
        [("confiscation", "没收工具"), ("fine", "违法所得一倍以下罚款")],
    ),
    "gains, then another sanction after 、": (
        "违反本条例的，没收违法所得、吊销许可证。",
        [("confiscation", "没收违法所得"), ("permit_revocation", "吊销许可证")],
    ),
    "what was confiscated is no confiscation": ("没收的风铃应当登记造册。", []),
    "no pointer: 不予处罚": ("依照行政处罚法第三十三条不予处罚。", []),
    "no pointer: 不予行政处罚": ("依照本条例规定不予行政处罚。", []),
    "no pointer: a law with 处罚 in its name, and a fine": (
        "按照行政处罚法的规定处五千元罚款。",
        [("fine", "处五千元罚款")],
    ),
    "a pointer whole, 处罚 in the name of the law": (
        "依照治安管理处罚法的规定给予处罚。",
        [("pointer", "依照治安管理处罚法的规定给予处罚")],
    ),
    "a pointer whole, 处罚 in the name of a regulation": (
        "依照风铃管理处罚条例给予行政处罚。",
        [("pointer", "依照风铃管理处罚条例给予行政处罚")],
    ),
    "a driver's licence": ("情节严重的，吊销驾驶证。", [("permit_revocation", "吊销驾驶证")]),
    "a long name in 证": ("情节严重的，吊销机动车驾驶证。", [("permit_revocation", "吊销机动车驾驶证")]),
    "any name in 证": ("情节严重的，吊销采石证。", [("permit_revocation", "吊销采石证")]),
    "证 inside a name": ("情节严重的，吊销认证机构的合格证。", [("permit_revocation", "吊销认证机构的合格证")]),
    "permits after 、": (
        "情节严重的，吊销相关许可证、营业执照。",
        [("permit_revocation", "吊销相关许可证"), ("permit_revocation", "营业执照")],
    ),
    "permits suspended or lost, a list": (
        "情节严重的，暂扣或者吊销执照、驾驶证。",
        [("permit_suspension", "暂扣"), ("permit_revocation", "吊销执照"), ("permit_revocation", "驾驶证")],
    ),
    "permits suspended, a list": (
        "情节严重的，暂扣铸铃证、上桥证。",
        [("permit_suspension", "暂扣铸铃证"), ("permit_suspension", "上桥证")],
    ),
    "registration withdrawn": (
        "情节严重的，撤销登记、吊销执照。",
        [("corrective_measure", "撤销登记"), ("permit_revocation", "吊销执照")],
    ),
    "a permission withdrawn": (
        "提供虚假材料的，撤销许可，处一万元罚款。",
        [("corrective_measure", "撤销许可"), ("fine", "处一万元罚款")],
    ),
    "a qualification withdrawn": ("情节严重的，撤销其养护资格。", [("corrective_measure", "撤销其养护资格")]),
    "a certificate of registration withdrawn": (
        "情节严重的，撤销其登记证书。",
        [("corrective_measure", "撤销其登记证书")],
    ),
    "a permit lost or withdrawn": (
        "情节严重的，吊销或者撤销上桥证书。",
        [("permit_revocation", "吊销"), ("corrective_measure", "撤销上桥证书")],
    ),
    "who lost a permission": ("被撤销许可的桥户应当停止养护。", []),
    "downgrade of its grade": ("情节严重的，降低其资质等级。", [("downgrade", "降低其资质等级")]),
    "a ban for years": ("情节严重的，五年内不得从事古桥养护活动。", [("practice_ban", "五年内不得从事古桥养护活动")]),
    "a ban for life": ("构成犯罪的，终身不得从事风铃铸造。", [("practice_ban", "终身不得从事风铃铸造")]),
    "a ban for years or for life": (
        "情节严重的，十年内直至终身不得从事风铃铸造。",
        [("practice_ban", "十年内直至终身不得从事风铃铸造")],
    ),
    "a duty is no ban": ("未经批准，不得从事风铃铸造。", []),
    "business suspended": ("情节严重的，责令暂停营业。", [("business_restriction", "暂停营业")]),
    "works suspended": ("情节严重的，责令暂停施工。", [("business_restriction", "暂停施工")]),
    "production stopped, or closed": (
        "情节严重的，责令停产停业、关闭。",
        [("suspension_order", "责令停产停业"), ("closure", "关闭")],
    ),
    "torn down by force": ("逾期不拆除的，依法强制拆除。", [("corrective_measure", "强制拆除")]),
    "performed by another": ("逾期不清除的，由市桥务局代履行。", [("corrective_measure", "代履行")]),
    "performed by another, at whose cost": (
        "逾期不清除的，由市桥务局代为清除，所需费用由桥户承担。",
        [("corrective_measure", "代为清除")],
    ),
    "paid back": ("违反本条例的，责令退赔。", [("corrective_measure", "责令退赔")]),
    "recovered": ("违反本条例的，追缴其少缴的桥费。", [("corrective_measure", "追缴其少缴的桥费")]),
    "加处罚款 enforces a fine and is none": ("逾期不缴纳的，每日按罚款数额的百分之三加处罚款。", []),
    "滞纳金 is no fine": ("逾期不缴纳的，按日加收千分之三的滞纳金。", []),
    "a record is no penalty": ("违反本条例的，记入信用档案。", []),
    "nothing": ("市古桥管理部门负责古桥的监督管理。", []),
    "empty": ("", []),
    "in text order, measures between penalties": (
        ALL_AT_ONCE,
        [
            ("corrective_measure", "责令改正"),
            ("warning", "警告"),
            ("confiscation", "没收违法所得"),
            ("fine", "处十万元以上五十万元以下罚款"),
            ("business_restriction", "暂停相关业务"),
            ("business_restriction", "停业整顿"),
            ("closure", "关闭网站"),
            ("permit_revocation", "吊销相关业务许可证"),
            ("permit_revocation", "吊销营业执照"),
            ("fine", "处一万元以上十万元以下罚款"),
            ("criminal", "依法追究刑事责任"),
        ],
    ),
    "one or more of several": (
        "由市古桥管理部门责令改正，可以根据情节单处或者并处警告、没收违法所得、处违法所得一倍以上十倍以下罚款。",
        [
            ("corrective_measure", "责令改正"),
            ("warning", "警告"),
            ("confiscation", "没收违法所得"),
            ("fine", "处违法所得一倍以上十倍以下罚款"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SANCTIONS.values(), ids=SANCTIONS.keys())
def test_sanctions(text: str, expected: list[tuple[str, str]]) -> None:
    """Kind and words of each, in text order, once per occurrence."""
    assert [(found.kind, found.text) for found in find_sanctions(text)] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("殴打守桥人的，处五日以上十日以下拘留。", "detention", id="days are no sum of money"),
        pytest.param("情节严重的，由公安机关处以行政拘留。", "detention", id="行政拘留"),
        pytest.param("情节严重的，五年内禁止从事相关业务。", "practice_ban", id="a ban for some years"),
        pytest.param("构成违反治安管理行为的，依法给予治安管理处罚。", "pointer", id="moved to the public order law"),
        pytest.param("违反本条例的，责令停止违法行为。", "corrective_measure", id="the breach stopped"),
        pytest.param(
            "违反本条例的，处每非法介绍一人五千元，总额不超过五万元的罚款。", "fine", id="a ceiling in the fine"
        ),
        pytest.param("违反本条例的，责令停业。", "suspension_order", id="停业 alone"),
        pytest.param("对直接责任人员依法给予警告、记过或者记大过处分。", "disciplinary", id="警告 as a 处分"),
        pytest.param("对有关人员依法给予政务处分。", "disciplinary", id="政务处分"),
    ],
)
def test_kind_of_the_only_sanction(text: str, kind: str) -> None:
    """Where its words begin may be argued; that it is one sanction of this kind may not."""
    assert [found.kind for found in find_sanctions(text)] == [kind]


def test_what_joins_a_measure_and_a_fine_is_of_the_fine() -> None:
    """责令限期改正并处…: 并处 is outside the measure's words, and makes the fine cumulative."""
    measure, fine = find_sanctions("违反本条例的，责令限期改正并处五千元以上三万元以下罚款。")
    assert (measure.cumulation, fine.cumulation) == (None, "cumulative")
    assert fine.fine is not None
    assert (fine.fine.min, fine.fine.max) == (5000, 30000)


def test_only_penalties_have_sanctions() -> None:
    """A power to revoke is no revocation: sanctions belong to penalties (data contract, Provision)."""
    listed = read(
        row(
            "第三条　市古桥管理部门负责古桥的监督管理，可以依法吊销许可证。\n\n"
            "第九条　违反本条例第五条规定的，吊销许可证。",
        )
    )
    assert [
        (provision.role, [sanction.text for sanction in provision.sanctions])
        for provision in listed.items[0].provisions
    ] == [("competence", []), ("penalty", ["吊销许可证"])]


# --- what holds for any text ----------------------------------------------------------------------------------------

PIECES: Final = (
    "违反本条例的，", "由市古桥管理部门", "责令", "限期", "改正", "拆除", "给予", "警告", "并处", "处", "处以",
    "一千元", "以上", "五倍", "以下", "的", "罚款", "没收", "违法所得", "吊销", "许可证", "营业执照", "暂扣",
    "依照", "前款", "规定", "处罚", "关闭网站", "停业整顿", "拘留", "十日", "追究刑事责任", "应当", "不得",
    "桥户", "市人民政府", "负责", "，", "。", "；", "、", "\n", "（一）",
)  # fmt: skip
ANY_TEXT: Final = st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


@given(text=ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_role_and_slices(text: str) -> None:
    """Nothing is raised; sanctions are slices, in order, apart from each other, and within one line."""
    assert role_of(text) in ROLES
    found = find_sanctions(text)
    assert all(each.text and each.text == text[each.span[0] : each.span[1]] for each in found)
    assert all("\n" not in each.text for each in found)
    assert all(before.span[1] <= after.span[0] for before, after in pairwise(found))


@given(texts=st.lists(st.sampled_from([text for text, _ in SANCTIONS.values()]), max_size=4))
@settings(max_examples=100, deadline=None)
def test_sanctions_of_one_paragraph_do_not_touch_the_next(texts: list[str]) -> None:
    """Paragraphs together name what each of them names."""
    apart = [(found.kind, found.text) for text in texts for found in find_sanctions(text)]
    assert [(found.kind, found.text) for found in find_sanctions("\n".join(texts))] == apart


def test_a_second_permit_needs_no_verb_of_its_own() -> None:
    """吊销 stands for both; 营业执照 after no 吊销 is no sanction."""
    found = [(one.kind, one.text) for one in find_sanctions("情节严重的，吊销许可证或者营业执照。")]
    assert found == [("permit_revocation", "吊销许可证"), ("permit_revocation", "营业执照")]
    assert find_sanctions("违反本条例的，应当持有许可证或者营业执照。") == ()


PENAL: Final = [
    ("行政处罚", "古桥守护", [], True, "the type says so"),
    ("行政检查", "对挂灯的处罚", [], True, "the title says so"),
    ("其他权责事项", "古桥守护", ["duty", "penalty"], True, "of a type that may be anything, a provision punishes"),
    (None, "古桥守护", ["duty"], True, "no type says that it does not punish"),
    ("行政检查", "古桥检查", ["duty", "penalty"], False, "what an inspection quotes punishes elsewhere"),
    ("其他行政权力", "古桥养护人备案", ["duty"], False, "nothing in it punishes"),
    ("行政强制", "查封古桥上的摊位", ["competence", "duty"], False, "a measure that punishes nobody"),
    ("行政强制", "拆除古桥上的摊位", ["duty", "penalty"], True, "and one whose basis does"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("power_type", "title", "roles", "penal"), [pytest.param(*case[:4], id=case[4]) for case in PENAL]
)
def test_only_what_punishes_has_duties_and_penalties(
    power_type: str | None, title: str, roles: list[Role], penal: bool
) -> None:
    assert is_penal(power_type, title, roles) is penal


@pytest.mark.parametrize(
    ("power_type", "roles"),
    [
        ("行政处罚", ["duty", "competence"]),
        ("其他行政权力", ["other", "competence"]),
        ("行政许可", ["other", "competence"]),
    ],
)
def test_a_basis_that_punishes_nobody_has_no_duties(power_type: str, roles: list[str]) -> None:
    basis = "第五条　养护人应当每年向市桥务局备案。\n\n第六条　市桥务局负责备案的审查。"
    (item,) = parsed(listed(row(basis, title="古桥养护人备案"), caption=f"表一：{power_type}（共1项）")).items
    assert [provision.role for provision in item.provisions] == roles
