"""Words of a list's outside: headers, captions, serials, titles.

Knows how offices print them (facts/lists-in-the-wild.md). Does nothing.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_re, lazy_regex

NUM: Final = "[〇零○一二两三四五六七八九十百千0-9０-９]"

_RANKS: Final = (
    "法律 法规 法律法规 行政法规 地方性法规 党内法规 规章 部门规章 政府规章 地方政府规章 规范性文件 国务院决定"
)
RANKS: Final = frozenset(_RANKS.split())
"""Headings of a basis column that are also words in a basis: 法规：《…》 begins a line of one."""

# 实施主体和⏎⏎责任主体 → department; compared after removing all white space.
HEADERS: Final[dict[str, str]] = {
    heading: field
    for field, headings in {
        "serial": "序号 编号 序 事项序号 总序号 总序号+分序号",
        "title": "权责事项 事项名称 职权名称 权力名称 权力事项 权力事项名称 权力项目名称 项目名称 项目 执法事项 执法事项名称 "
        "权责名称 职权事项 主项名称 权力项目 事项 许可事项 处罚事项 监管事项 抽查事项 权责事项名称 行政处罚事项 行政处罚内容 检查事项 行政检查事项 行政许可事项 监管事项主项 名称 违法行为 处罚的行为 具体责任事项 权力名称(主项) 权力名称（主项）",
        "sub_item": "子项 子项名称 项目子项 子项目名称 监管事项子项 权力名称(子项) 权力名称（子项）",
        "power_type": "权力类型 职权类型 职权类别 行政职权类别 行政权力类别 行政权力类型 权力类别 事项类型 事项类别 权责类型 执法类别 执法事项类型 权力分类 "
        "权力事项类型 权种类别 权种 类别 类型 职权类别及数量",
        # One column for each rank of law, or one for all.
        "basis": f"设定依据 实施依据 职权依据 权力依据 法律依据 法定依据 执法依据 依据 设立依据 主要依据 行使依据 事项依据 设定和实施依据 设定及实施依据 设定与实施依据 "
        f"法律法规依据 法律、法规依据 处罚依据 许可依据 检查依据 抽查依据 政策依据 依据名称及条款 法律依据名称 权力来源 {_RANKS}",
        "department": "实施主体和责任主体 实施主体 行使主体 法定主体 法定实施主体 责任主体 行政主体 执法主体 执法部门 实施单位 实施部门 "
        "行政决定部门 实施机关 实施机构 行使机关 行使部门 主管部门 责任单位 抽查主体 检查主体 发起部门 承接机关 承接主体 承接部门",
        "handling_unit": "承办机构 承办的内设机构 承办单位 承办部门 承办科室 承办处室 内设机构 责任科室 责任处室 责任股室 承办股室 责任部门 "
        "承办机构及监督电话",
        "level": "行使层级 执法层级 法定行使层级 第一责任层级 第一责任层级建议 职权层级 抽查层级 检查层级 承接层级 实施层级 实施层级及权限 办事层级 层级和部门 权限 层级",
        "responsibilities": "责任事项 责任事项内容 履责方式 职责 行使内容 部门职责",
        "accountability": "追责情形 追责情形及追责依据 追责情形及依据 追责依据 追责对象范围 责任对象范围",
        "remarks": "备注 事项备注",
    }.items()
    for heading in headings.split()
}

# Beside 责任事项, 部门职责 is not what the item's people must do; beside 追责情形, 追责依据 is not the circumstances: a
# heading that stands for its field only where no other column of the table does.
WEAKER_HEADERS: Final = frozenset(
    "编号 序 项目 事项 名称 许可事项 处罚事项 监管事项 抽查事项 检查事项 法律依据名称 处罚依据 许可依据 检查依据 抽查依据 政策依据 权力来源 行政处罚内容 违法行为 处罚的行为 具体责任事项 类别 类型 主管部门 责任单位 责任主体 抽查主体 检查主体 发起部门 承接机关 承接主体 承接部门 责任部门 内设机构 权限 "
    "抽查层级 检查层级 承接层级 层级 "
    "履责方式 职责 行使内容 部门职责 追责依据 追责对象范围 责任对象范围".split()
)
# Weaker than those: 权限 beside 层级 · 实施层级及权限（权限说明） · 行使层级（具体分工）: what goes with a level, under one heading
WEAKEST_HEADING: Final = lazy_regex(
    r"权限|.*层级.*[（(](?:[\u4e00-\u9fff]{0,4}权限[\u4e00-\u9fff]{0,4}|(?:具体)?(?:说明|描述|内容|划分|分工|职责))[）)]"
)

# 责任事项依据 is no 依据, 免责事项 no 责任事项: columns that have no field of their own, kept under their name.
OTHER_HEADERS: Final = frozenset(
    "分序号 职权编码 事项编码 事项代码 项目编码 编码 权力编码 地方权力编码 子项地方权力编码 基本编码 子项数量 "
    "指导部门 责任主体责任 责任事项依据 责任依据 责任设定依据 责任事项的依据 "
    "免责事项 救助渠道 监督方式 监督电话 投诉电话 咨询电话 办公电话 联系电话 联系方式 实施对象 工作对象 "
    "行政相对人 办理时限 法定时限 承诺时限 办理期限 办理环节 收费情况 收费情况及依据 收费依据 收费依据和标准 收费标准 "
    "其他共同实施部门 共同实施部门 审批证件名称及有效期 调整意见 调整意见及理由 行业分类 国家目录编码 划转范围 具体职责边界 划出部门 三定方案 "
    "抽查领域 抽查类别 抽查内容 抽查对象 抽查方式 抽查比例 抽查频次 抽查周期 检查对象 检查内容 检查方式 检查频次 检查时间 配合部门 参检单位 "
    "监管对象 监管对象主项 监管对象子项 承权来源 "
    "行政处罚种类 处罚种类 处罚方式 处罚依据 处罚标准 裁量依据 性质 管理流程或业务领域".split()
)

# What a heading of a field is parted into in a second row: 职权名称 over 项目 and 子项.
UNDER_HEADINGS: Final = {
    "title": frozenset("项目 项目名称 主项 主项名称 事项 事项名称 权力名称 职权名称 名称 子项 子项名称".split()),
    "level": frozenset(
        "国家 省 省级 自治区 市 市级 州 州级 地市 县 县级 区 区级 县区 市县 乡 乡级 乡镇 镇 街道".split()
    ),
}

# And what makes the part of a field that has no field of its own: 设定依据 over 条号, 款号 and 具体规定内容.
PARTS_OF_FIELDS: Final = {
    "basis": frozenset("条号 条序号 款号 项号 目号 条款号 具体规定内容".split()),
}

# 行使层级（市）: one column for each level, a √ in the cell; the heading is no level, and the √ is none either.
LEVEL_COLUMN: Final = lazy_regex(
    r".*[（(](?:国家|中央|自治区|省|市|州|盟|地|地州市?|县|区|旗|市县|县市区?|乡镇?|街道|乡镇街道|乡镇（街道）|本)级?[）)]"
)

# 科室 | 负责人 | 电话 | 地址: what the table of an office's units is made of, beside headings of a list
CONTACT_HEADERS: Final = frozenset(
    "科室 科室名称 部门 部门名称 单位 单位名称 机构名称 窗口 姓名 职务 电话 电话号码 值班电话 传真 地址 办公地址 通讯地址 办公地点 "
    "邮编 邮政编码 邮箱 电子邮箱 网址 办公时间 工作时间 受理时间".split()
)

_PERSON: Final = r"(?:.{0,8}(?:录入|填报|填表|填写|联系|经办|承办|审核|复核|审批|制表|负责|责任)人员?|分管领导|姓名)"
_REACHED: Final = r"(?:联系)?(?:电话|方式|手机|电话号码|手机号码?)"
# 录入人 · 联系人及电话 · 经办人（签名） · 手机号: columns about the people who made the list, or answer for it.
# 责任人员 is whoever is to blame, nobody by name.
PERSONAL_HEADING: Final = lazy_regex(
    rf"(?!.*责任人员){_PERSON}(?:姓名|名单|签[字名])?(?:[及和与、/／]?{_REACHED})?|(?:个人)?(?:手机|手机号码?|移动电话|身份证号码?)"
)
# What a table may begin with where it begins with such a column.
PERSONAL_OPENINGS: Final = tuple("录 填 联 经 承 审 复 制 负 责 分 姓 手".split())
# 联系电话 is the office's, which people are to call, unless a column beside it names a person.
PERSON_HEADING: Final = lazy_regex(rf"(?!.*责任人员){_PERSON}(?:姓名)?")
REACHED_HEADING: Final = lazy_regex(rf"{_REACHED}")

# 一、行政许可 · 行政许可类 · 其他权责事项 · 职权类别：行政许可: what a caption, a group row or the name of a sheet says of the items below it.
_TYPES: Final = "行政(?:许可|处罚|强制|征收|征用|给付|检查|确认|奖励|裁决|审批|监督|备案|命令)|公共服务|其[他它](?:权责事项|行政权力|权力|职权|类)"
POWER_TYPE: Final = lazy_regex(
    r"(?:[一二三四五六七八九十]{1,3}[、．.]|[0-9]{1,2}[.．、]|[（(][一二三四五六七八九十]{1,3}[）)]|表\d*[：:-]?"
    r"|(?:(?:行政)?(?:职权|权力|事项|权责|执法))?(?:类别|类型)[：:])?\s*"
    rf"(?P<type>(?:{_TYPES})(?:[（(]行政备案[）)])?)(?:类|事项)*(?:[（(](?:\d{{1,4}}|[省市县区乡镇本]级)[）)])?"
)
# 行政规划 · 其他: what a caption may call a type that is none of the usual ones; 桥务科 and 权力事项登记表 are none
OTHER_TYPE: Final = lazy_regex(r"(?:行政|公共|其[他它])[\u4e00-\u9fff]{0,8}(?<!清单|目录|表)")
# 云溪市古桥局行政许可事项清单 · 云溪市古桥局权力清单和责任清单（行政检查类） · 表一：行政许可清理目录表: a title that says it of all
# items; 云溪市行政审批局 is an office.
_LISTED_TYPE: Final = rf"(?<![和与及、])(?P<type>{_TYPES})(?:类|事项|权力|职权|权责|权力和责任)*(?:[）)]|(?:清理|通用|基本|指导)?(?:清单|目录|[分总]表))"
LISTED_TYPE: Final = lazy_regex(_LISTED_TYPE)
_ANY_TYPE: Final = rf"(?:{_TYPES})(?!局|服务局|管理局|中心)"
# The same in a title or the name of a sheet: 1.行政处罚清单; one that names two types says it of no item.
TITLED_TYPE: Final = lazy_regex(rf"(?!.*{_ANY_TYPE}.*{_ANY_TYPE}).*?{_LISTED_TYPE}.*")

# 一 · 二、 · （三）: the number of a group of items, in a cell of its own.
GROUP_NUMBER: Final = lazy_regex(r"[（(]?[一二三四五六七八九十]{1,3}[）)、．.]?")

# 行政处罚（1项） · 桥务科(共2项): the name of a group with the number of its items
COUNTED_NAME: Final = lazy_regex(rf"(?P<name>.{{2,30}}?)[（(]共?{NUM}{{1,6}}[项条个件][）)]")
# （共1项） · 1项: the same number in a cell of its own
GROUP_COUNT: Final = lazy_regex(rf"[（(]?\s*共?\s*(?P<count>{NUM}{{1,6}})\s*[项条个件]\s*[）)]?")

# What columns are numbered with, in a row below their header.
COLUMN_NUMBERS: Final = (
    tuple(map(str, range(1, 41))),
    tuple("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    tuple("一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五".split()),
    tuple("甲乙丙丁戊己庚辛壬癸"),
    tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
)

# What this project itself writes beside the list (columns/names.py): made from the list, no part of it.
OWN_LIST_SHEET: Final = "权责清单"
OWN_SHEETS: Final = frozenset(("事项总表", "条文明细", "引用关系", "法条索引", "核校意见", "统计"))

# 24⏎（续）: this project's own mark on the part of an item that stands on the next page.
CONTINUED: Final = lazy_regex(r"\s*（续）\s*$")

# And behind the list in a Word document, where it is asked for (--with-findings): a heading, a line, a table or none.
OWN_FINDINGS: Final = "核校意见"
OWN_FINDINGS_NOTE: Final = "本表是对照清单原文核校的结果，供逐条处理，不是清单的内容。"
NO_FINDINGS: Final = "没有核校意见。"

# At the end of a cell that goes on below, for a page ended: one in the middle of a line, two where a line ends, and as
# many again as the cell's words end in themselves. Nobody sees them, and no other cell that this project writes has one.
GOES_ON: Final = " "

# 合计 · 小计：2项 · 总计 共三项: a row that counts the others.
TOTAL_WORDS: Final = rf"[合总小]\s*计\s*[：:]?\s*(?:共?\s*{NUM}{{1,6}}\s*[项条个件]?)?"
TOTAL: Final = lazy_regex(TOTAL_WORDS)
# 其中：行政处罚 · 行政处罚合计 · 合计（行政处罚）: the same, where nothing but counts stands in the other cells
TOTAL_OF: Final = lazy_regex(r"其中[：:]?.{0,30}|.{0,20}[合总小]\s*计(?:[（(].{0,20}[）)])?[：:]?")
# 2 · 共2项
COUNT: Final = lazy_regex(rf"共?\s*{NUM}{{1,6}}\s*[项条个件]?")

# The fields no list can do without; a header that lacks one is defective.
REQUIRED_FIELDS: Final = ("title", "basis")

# 12 · 12.0 · 十二 · 7、 · 8. · （3） · 6) · ⑦ · 2-1 · 2,3
SERIAL: Final = lazy_re(
    rf"[0-9０-９]{{1,6}}(?:\.0|[、.．）)])?|[〇零一二三四五六七八九十百千]{{1,7}}、?|[（(]{NUM}{{1,6}}[）)]|[①-⑳]"
    rf"|[0-9０-９]{{1,4}}(?:[-－—.．,，、][0-9０-９]{{1,4}}){{1,3}}"
)
# 20，21 · 20、21: the numbers of one row that stands for several items. 3-1 and 3.1 are parts of one number.
SERIAL_MARKS: Final = lazy_re(r"^[（(]|[）)、.．,，]+$|\.0$")
SERIAL_LIST: Final = lazy_re(r"[,，、]")
SERIAL_PART: Final = lazy_re(r"[-－—.．]")

_UNCOUNTED: Final = r"[（(]\s*共[^（）()\n]{0,12}[项条]\s*[）)]"
# 表一：行政处罚（共14项） · 行政许可(11项) · 表2 其他权责事项
CAPTION: Final = lazy_regex(
    rf"(?:(?P<label>表{NUM}{{1,4}})(?:[：:、．.\s]+|(?=[（(])|$))?+(?P<type>[^（）()：:\n]{{0,40}}?)\s*"
    rf"(?:[（(]\s*共?\s*(?P<count>{NUM}{{1,7}})\s*[项条]\s*[）)]|(?P<uncounted>{_UNCOUNTED}))?"
)
# （共X项） · （共　项）: a count that is announced and cannot be read
UNCOUNTED: Final = lazy_regex(rf"{_UNCOUNTED}\s*$")

# 附件： · 附件1
LABEL: Final = lazy_regex(rf"附\s*件\s*{NUM}{{0,3}}\s*[：:]?")

# What lists of items are called: 权责清单 · 行政权力清单（第一批） · 行政执法事项清单 · 2024年度行政许可事项目录 · 政务服务事项清单
_LISTED: Final = (
    "权责事项|权力和责任|权力责任|权责|权力|责任|执法|职权|许可|处罚|强制|征收|征用|给付|检查|确认|奖励|裁决|审批|备案|政务服务|公共服务|"
    "随机抽查|双随机抽查|“双随机”抽查|监管|依申请|赋权|委托"
)
# 三明市互联网信息办公室权责事项清单 → 三明市互联网信息办公室 · 四、云溪市古桥局权力清单和责任清单统计表
# · 2031年云溪市守桥部门行政审批和公共服务事项通用目录 · 2031年云溪市古桥局权责清单 · 云溪市古桥局2031年度权责清单
TITLE: Final = lazy_regex(
    rf"(?:[一二三四五六七八九十]{{1,3}}、|[0-9]{{1,2}}[.．、]|[（(][一二三四五六七八九十]{{1,3}}[）)]|(?:表|附\s*件)\s*{NUM}{{0,3}}[：:\s]*)?"
    rf"(?:20\d\d年度?)?(?P<authority>[^：:>＞|]*?)(?:法定|综合)?(?:(?:{_TYPES}|行政执法)(?:类|事项)*)?(?:[（(]?20\d\d年?(?:度|版|本)?[）)]?)?"
    rf"(?:(?:行政)?(?:{_LISTED})(?:类)?(?:事项)?(?:清单|目录)?[和及与暨、])?(?:行政)?(?:{_LISTED})(?:类)?(?:事项)?"
    r"(?:(?:清单|目录)?(?:一览|汇总|统计)表|(?:通用|基本|指导|规范统一)?(?:清单|目录)(?:[分总]表|目录|公示表?)?|(?<=许可|处罚|强制|权力|事项)[分总]表|(?<=事项)表)(?:[（(].*[）)])?"
)

# 一、 · （二）: what a caption may begin with, and a title does not
NUMBERED_TITLE: Final = lazy_regex(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")

# Controls, and characters that take no room or turn the text around: a reader does not see them, a search does.
INVISIBLE: Final = lazy_re(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd-\uffff]"
)

# 部门名称：市古桥局 · 填报单位：…: whose list it is, printed between title and header.
OFFICE_LINE: Final = lazy_regex(
    r"(?:部门名称|单位名称|填报单位|填报部门|编制单位|编制部门|机关名称)\s*[：:]\s*(?P<name>[^\s：:]{2,60})\s*"
)

# 无 · — · /: what stands in the cell of an item that has no sub-items.
NO_SUB_ITEM: Final = lazy_regex(r"无(?:子项)?|[-—－–/／\\＼]+")

# 1.… · 2、… · （三）… · ④…: the number of a sub-item among others in one cell, at its beginning or after a break.
SUB_ITEM_LABEL: Final = lazy_regex(
    r"(?:^|(?<=[\s；;。]))(?:(?P<dotted>\d{1,3})[.．、](?!\d)|[（(](?P<enclosed>\d{1,3}|[一二三四五六七八九十]{1,4})[）)]"
    r"|(?P<half>\d{1,3})[）)]|(?P<chinese>[一二三四五六七八九十]{1,4})、|(?P<circled>[①-⑳]))"
)

# 注：… · 备注：… · 说明：…
NOTE: Final = lazy_regex(r"(?:注|备注|说明|附注)\d{0,2}\s*[：:].*")

_ASKED: Final = (
    r"(?:(?:填报|填表|编制|报送|制表|公布|发布|实施|责任|主管|单位|机关|部门)?(?:单位|部门|机关|机构|名称)|单位名称"
    r"|(?:填报|填表|编制|制表|报送|公布|发布|印发|更新|审核|日)?(?:日期|时间|期)"
    r"|(?:填报|填表|填写|制表|审核|复核|审批|审定|经办|承办|联系|负责|(?:单位|部门|机构)负责)(?:人|人员|员)?|分管领导|主要领导|法定代表人"
    r"|(?:联系|咨询|监督|投诉|办公)?(?:电话|方式|邮箱|地址|传真))"
)
_SIGNED: Final = r"(?:\s*[（(](?:签字|签名|签章|盖章|公章|加盖公章|章)[）)])?"
_DAY: Final = (
    r"(?:20\d\d|[二〇○零一三四五六七八九]{4})\s*(?:年\s*[\d〇一二三四五六七八九十]{0,3}\s*月\s*[\d〇一二三四五六七八九十]{0,3}\s*日?"
    r"|[./-]\d{1,2}[./-]\d{1,2})"
)
# What offices print around a table beside its title and captions, kind by kind: kept, and nothing to be asked about.
OUTSIDE_LINES: Final = {
    # the title of a further sheet: 云溪市古桥管理局行政处罚事项清单
    "title": TITLE,
    # 填报单位（盖章）：云溪市古桥管理局 · 填报日期：2031年4月1日 · 填表人：某某　审核人（签字）：某某　联系电话：123456
    "form": lazy_regex(rf"(?:[（(]?\s*{_ASKED}{_SIGNED}\s*[：:]{_SIGNED}[^：:\n]{{0,60}}?[）)]?\s*)+"),
    # 2031年4月1日 · 二〇三一年四月一日 · （2031年4月1日）
    "day": lazy_regex(rf"[（(]?{_DAY}[）)]?"),
    # （2031年版） · （2031年12月修订）
    "edition": lazy_regex(r"[（(]?20\d\d年?(?:\d{1,2}月)?(?:度|版|本|版本|修订|修订版|调整|更新|公布|发布|印发)[）)]?"),
    # 来源：市古桥局　发布时间：2031-04-01 10:21　浏览量：31　【字体：大 中 小】: what a page prints above what it shows
    "page": lazy_regex(
        r"(?=.{4,120}$)[【\[]?(?:信息)?(?:来源|发布机构|索引号|(?:发布|公开|更新|生成|成文)(?:时间|日期)|(?:时间|日期)(?=.*来源))"
        r"\s*[：:].*"
    ),
    # 单位：项 · （计量单位：元）
    "measure": lazy_regex(r"[（(]?\s*(?:计量)?单位\s*[：:]\s*[项个条件元万]{1,3}\s*[）)]?"),
    # 云溪市古桥管理局（盖章） · （公章）
    "seal": lazy_regex(r"[\u4e00-\u9fff]{0,40}\s*[（(](?:签字|签名|签章|盖章|公章|加盖公章|章)[）)]"),
    # 注：第2项试行一年。
    "note": NOTE,
    # 合计：3项 · 3
    "total": lazy_regex(rf"{TOTAL_WORDS}|共?\s*[0-9]{{1,6}}\s*[项条个件]?"),
    # 续表 · （接上页）
    "continued": lazy_regex(r"[（(]?(?:续表|接上[页表]|续上[页表]|转下页)[）)]?\s*[：:]?"),
}
# 填表人 | 某某 · 注 | 第2项试行一年。: what stands in the first cell of such a row, its words in the next
CLOSING_LABEL: Final = lazy_regex(
    rf"(?:(?:填报|填表|填写|制表|审核|复核|审批|审定|经办|(?:单位|部门|机构)负责)(?:人|人员|员)|分管领导|主要领导){_SIGNED}[：:]?"
    r"|(?:填报|填表|编制|制表|报送)(?:单位|部门|机关|机构|日期|时间)[：:]?|(?:注|备注|说明|附注)[：:]?"
)
# 填表人：某某　审核人：某某: a line that is in no cell, where lines are cells
SIGNED_BY: Final = lazy_regex(rf"(?:填报|填表|填写|制表|审核|复核)(?:人|人员|员){_SIGNED}[：:].{{0,60}}")
# [1] 2031年修订。 · ①指市级。 · ※第2项试行一年。: what a mark in the list refers to
FOOTNOTE: Final = lazy_regex(r"(?:[\[［〔][0-9]{1,2}[\]］〕]|[①-⑳]|[*＊※]{1,3})\s*\S.*")
# 本清单自发布之日起施行。
IN_FORCE: Final = lazy_regex(
    r"(?:本|以上)(?:权责|权力|责任|事项){0,2}(?:清单|目录|表)[^。]{0,20}自[^。]{1,30}(?:施行|实施|执行|生效)[^。]{0,20}。?"
)
# Behind a list, on a page with much else: what is of it.
BELOW_LIST: Final = (
    *(OUTSIDE_LINES[kind] for kind in ("form", "day", "edition", "seal", "note", "continued")),
    *(TOTAL, FOOTNOTE, IN_FORCE),
)
# Of what stands outside, what begins a row of cells below the items.
CLOSING_KINDS: Final = ("form", "day", "seal")
# 2.自公布之日起施行。: below a note, a further point of it
NOTE_GOES_ON: Final = lazy_regex(
    r"(?:\d{1,2}\s*[.．、]|[（(][\d一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s*\S.*"
)

# 示例 · （例） · 填写样例： · 例1: in place of a number, before an item that only shows how to fill in the others
SAMPLE: Final = lazy_regex(rf"[（(【\[]?(?:填写|填报|填表|参考)?(?:示例|样例|范例|举例|例){NUM}{{0,2}}[）)】\]]?[：:]?")

# Characters that every list has plenty of, 條 and 規 being those of traditional ones.
COMMON: Final = frozenset(
    "的一是不在人有和或以为中对行政法规定条第项款责任权依据管理部门国家市县局处罚许可序号為對規條項權據門縣處"
)
