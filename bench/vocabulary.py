"""Words of the generated lists: made-up laws about made-up things, in the phrases of administrative law.

Knows words and sentence patterns. Does not know how a list is put together from them.
"""

# ruff: noqa: E501, SIM905 (as in pipeline/words: a sentence is read as one line, a word list as words)

from __future__ import annotations

from typing import Final, NamedTuple

TITLE: Final = "云溪市风物管理局权责事项清单"
DEPARTMENTS: Final = ("桥务科", "风物科", "综合协调科")
LEVELS: Final = ("市级", "市级", "市级", "市级、县级")

# 青石 + 古桥 → 《青石古桥养护管理条例》
MATERIALS: Final = (
    "青石 竹编 松木 铜铸 陶土 彩绘 藤编 麻布 桑皮 琉璃 楠木 玉石 丝绸 铁艺 芦苇 苔纹 银饰 贝雕 漆面 砖雕 "
    "榫卯 土坯 云纹 水磨 蜡染 石刻 木雕 纸扎 砂岩 樟木 瓷片 棉麻 椴木 花岗 黄铜 白瓷 红漆 乌木 杉木 草编"
).split()
OBJECTS: Final = (
    "古桥 风铃 灯塔 水车 茶亭 石碑 渡船 老井 戏台 钟楼 竹筏 磨坊 驿站 花灯 皮影 风筝 油伞 船坞 石狮 牌坊 "
    "凉亭 鼓楼 粮仓 织机 染缸 书院 鱼梁 马灯 香炉 屏风 棋盘 轿子 烽台 水渠 栈道 照壁 琴台 碾盘 酒窖 纸坊 门楼 池塘"
).split()
FACETS: Final = ("养护", "经营", "展示", "运输", "租用", "修缮", "制作", "保管")
KINDS: Final = ("条例", "办法", "规定")
ROLES: Final = (
    "养护服务单位", "展示活动经营者", "使用人和保管人", "租赁业务承租人", "修缮工程施工单位", "展览活动展出单位", "运输服务提供者", "所有人和管理人",
)  # fmt: skip

# 备用 + 石栏: the things duties are about.
QUALITIES: Final = (
    "备用 外露 悬挂 承重 可燃 移动 临时 夜间 公共 附属 易损 地下 进口 旧式 成套 防护 露天 加固 分层 预制".split()
)
THINGS: Final = (
    "石栏 灯具 挂件 桐油 麻绳 铜扣 竹篾 瓦片 木梁 基座 水槽 彩带 钉板 支架 帷布 门环 踏板 护栏 立柱 横梁 "
    "滑轮 铰链 油漆 篷布 绳结 榫头 压石 漏斗 隔板 浮标 锚链 台阶 栏板 檐角 窗格 托架 箱笼 铭牌 导轨 垫木"
).split()


class DutyWords(NamedTuple):
    """What the law demands, and how a title says that it was not done; both use the same phrases."""

    law: str
    title: str


# {a} and {b} are things, {n} a small number in Chinese. Nothing here is quoted from a real law.
DUTIES: Final = (
    DutyWords("应当建立{a}台账，如实记录{b}的数量、去向和检查情况，台账保存期限不得少于{n}年。", "未建立{a}台账、未如实记录{b}的数量、去向和检查情况"),
    DutyWords("不得擅自拆除、改动{a}，不得在{b}周围{n}米范围内堆放杂物或者使用明火。", "擅自拆除、改动{a}"),
    DutyWords("应当每{n}个月对{a}进行一次检测，发现{b}有裂缝、松动的，应当立即停止使用并设置警示标志。", "未按规定对{a}进行一次检测"),
    DutyWords("变更{a}的用途、位置或者主要负责人的，应当在变更前{n}日内办理变更手续，并移交{b}的档案。", "变更{a}的用途、位置或者主要负责人未办理变更手续"),
    DutyWords("应当与{a}的提供者签订书面协议，明确双方在{b}方面的权利义务，协议副本保存{n}年。", "未与{a}的提供者签订书面协议，明确双方在{b}方面的权利义务"),
    DutyWords("应当在{a}的明显位置标明{b}的名称、编号和养护责任人，并在内容变动后{n}日内更新。", "未在{a}的明显位置标明{b}的名称、编号和养护责任人"),
    DutyWords("应当对从事{a}安装的人员进行专业培训，未经培训合格的人员不得参与{b}的安装，培训每{n}年重复一次。", "未对从事{a}安装的人员进行专业培训"),
    DutyWords("转让、出租{a}的，应当自合同签订之日起{n}日内备案，并将{b}的检测记录一并移交受让人。", "转让、出租{a}未备案"),
    DutyWords("应当制定{a}应急预案，每年至少组织{n}次演练，并根据演练情况及时修订{b}处置方案。", "未制定{a}应急预案"),
    DutyWords("使用的{a}应当符合{b}的质量要求，不得使用来源不明、已经报废或者存放超过{n}年的{a}。", "使用来源不明、已经报废的{a}"),
    DutyWords("应当设置{a}投诉举报渠道，自收到举报之日起{n}日内处理，并将{b}的处理结果告知举报人。", "未设置{a}投诉举报渠道"),
    DutyWords("应当自觉接受对{a}依法进行的监督检查，如实提供{b}的资料，不得拒绝、阻挠，资料保存{n}年。", "拒绝、阻挠对{a}依法进行的监督检查"),
    DutyWords("采集的{a}登记信息应当保存不少于{n}年，未经被采集者同意，不得向他人提供{b}登记信息。", "未经被采集者同意向他人提供{b}登记信息"),
    DutyWords("在{a}吊装期间应当停止{b}作业，提前{n}日公告，并安排专人在现场值守。", "在{a}吊装期间未停止{b}作业"),
    DutyWords("应当为{a}提供持续维护，在约定的期限内不得终止{b}的更换服务，更换间隔不得超过{n}个月。", "在约定的期限内终止{b}的更换服务"),
    DutyWords("应当将{a}与{b}分开存放，采取防潮、防火、防蛀措施，每{n}日检查一次并记录。", "未将{a}与{b}分开存放"),
    DutyWords("举办{a}展览的，应当于展览{n}日前书面报告展品清单、{b}布置方案和安全措施。", "举办{a}展览未书面报告展品清单、{b}布置方案和安全措施"),
    DutyWords("应当保证{a}的供电、照明和排水设施完好，出现故障的，应当在{n}日内修复{b}。", "未保证{a}的供电、照明和排水设施完好"),
    DutyWords("不得伪造、涂改、出借{a}编号，不得冒用他人的{b}合格标识，编号遗失的应当在{n}日内申请补发。", "伪造、涂改、出借{a}编号，冒用他人的{b}合格标识"),
    DutyWords("应当按照批准的图样制作{a}，变更{b}尺寸的，应当重新提交图样，批准前{n}日内不得开工。", "未按照批准的图样制作{a}"),
)  # fmt: skip

# A duty goes on with one of these; a title does not sum it up.
FOLLOWING: Final = (
    "有关记录应当由两名以上工作人员签名，自形成之日起{n}日内归档，并接受社会公众查询。",
    "因自然灾害等不可抗力不能按期完成的，应当说明理由，并在障碍消除后{n}日内补充完成相关工作。",
    "所需费用列入年度预算，不得以任何名义向游客、商户和周边居民收取或者变相收取。",
    "相关标准由市风物主管部门会同有关部门制定，向社会公布，并根据实际情况每{n}年修订一次。",
)
TITLE_TAILS: Final = ("", "，经责令限期改正仍不改正", "或者提供虚假材料隐瞒有关情况", "")

LICENCE: Final = DutyWords(
    "从事{a}{b}翻新的，应当提出书面申请，提交图样、材料清单和{n}年内的检测记录，经批准后方可开工。批准文件有效期为{n}年，需要延续的，应当在期满前提出。",
    "从事{a}{b}翻新的许可",
)
FIRST_PARAGRAPH: Final = "{who}对{a}的安全负责，应当定期了解{b}的状况，听取有关专家的意见。"
LIST_LEAD: Final = "{who}对{a}应当履行下列义务："
LIST_ITEMS: Final = (
    "制定{a}的内部管理制度，确定负责人",
    "按照要求保存{b}的检查记录不少于{n}年",
    "每{n}个月清理{b}",
    "法律、法规规定的其他义务",
)
BEFORE: Final = "有前款情形的，{who}"

COMPETENCES: Final = (
    "市{object}主管部门负责全市{domain}的监督管理工作。县级{object}主管部门依据职责负责本行政区域内{domain}的监督管理工作，并为公众提供咨询服务。",
    "市{object}主管部门负责统筹协调{domain}的监督管理工作，公安、交通运输、市场监督管理和其他有关部门在各自职责范围内负责相关监督管理工作。",
    "市人民政府{object}主管部门主管本行政区域内的{domain}工作，可以委托所属机构实施日常监督检查，并定期公布监督检查的结果。",
)

# The penalties of a law. {cited} is the list of addresses, {low} … {high} are amounts.
PENALTY_LONG: Final = (
    "{who}违反本{kind}{cited}规定的，由市{object}主管部门依据职责给予警告，责令限期改正；情节严重或者拒不改正的，"
    "暂停相关业务，处{low}元以上{high}元以下罚款，对直接负责的主管人员和其他直接责任人员处{low}元以下罚款；给他人造成损失的，"
    "依法承担民事责任；构成犯罪的，依法追究刑事责任。"
)
PENALTY_LISTED: Final = (
    "{who}违反本{kind}{cited}规定，有下列行为之一的，由市{object}主管部门责令改正；拒不改正或者情节严重的，处{low}元以上"
    "{high}元以下罚款，对直接负责的主管人员和其他直接责任人员处{low}元以下罚款："
)
PENALTY_ITEMS: Final = ("隐瞒{a}的实际状况的", "未按照要求更换{b}，造成安全隐患的")
PENALTY_POINTING: Final = "{who}不履行本{kind}{cited}规定的义务的，依照前款规定处罚。"
PENALTY_MIDDLE: Final = (
    "{who}不履行本{kind}{cited}规定的义务，造成{domain}损坏的，由有关主管部门责令改正，给予警告；拒不改正的，处{low}元以上"
    "{high}元以下罚款，并可以责令暂停相关业务、停业整顿、吊销相关业务许可证或者吊销营业执照，对直接负责的主管人员处{low}元以下罚款。"
)
PENALTY_RANGE: Final = (
    "{who}违反本{kind}{cited}规定，侵害他人合法权益的，由有关主管部门责令改正，可以根据情节单处或者并处警告、没收违法所得、"
    "处违法所得一倍以上{n}倍以下罚款，没有违法所得的，处{high}元以下罚款；情节严重的，并可以责令停业整顿。"
)
AMOUNTS: Final = (
    ("五百", "五千"),
    ("一千", "一万"),
    ("二千", "二万"),
    ("五千", "三万"),
    ("一万", "十万"),
    ("五万", "五十万"),
)
