"""Words statutes use to point at each other: designators, pinpoints, relative words, joiners.

Knows the measured grammar of facts/references.md, one pattern per nonterminal. Does nothing.
"""

from __future__ import annotations

from typing import Final

import regex

from pipeline.patterns import lazy_regex
from pipeline.words.basis import NOTE, QUOTED_TITLE
from pipeline.words.tables import NUM

_N: Final = rf"{NUM}{{1,12}}"
_SP: Final = r"[ \u3000]?"

# 法 · 实施细则 · 暂行规定 · 若干规定 · 《办法》: what an instrument calls itself.
_ADJECTIVES: Final = r"(?:暂行|试行|若干|实施|管理|处罚|监督|议事|补充|组织){0,3}"
INSTRUMENT: Final = (
    rf"(?:法律解释|法典|法|{_ADJECTIVES}(?:条例|规定|办法|细则|规则|解释|规范|规程|准则|守则|决定|通则|章程)"
    r"|安排|公约|条约|协定|议定书|通知|意见|通告|方案|大纲|纲要|标准|《(?:办法|规定|条例|细则|规则)》)"
)

# One scan finds every place where a chain can begin; the branches are tried in this order.
#   《土地管理法》 · 《甲法》实施细则 · 本规定 · 该法 · 前两款 · 本条前款 · 同条 · 第…
START: Final = lazy_regex(
    rf"""(?=[《本该同前上各第])(?:
      (?P<title>(?P<quoted>{QUOTED_TITLE})(?:{_SP}{NOTE})?(?P<derived>实施(?:条例|细则|办法|规定))?)
    | (?P<own>(?<![基资成样版根日原剧文])本(?:条列|{INSTRUMENT}))
    | (?P<that>(?<![应合])[该同](?P<type>法|条例|规定|办法|细则|规则|公约|决定|解释)(?![律规人院定则]))
    | (?P<relative>
          (?:(?<![基样版文脚成])本条|(?P<of_that>该条))?(?P<before>(?<![目此之以])[前上])(?:述)?(?P<many>{_N}|数)?(?P<unit>[条款项])(?![目例约款项式额件])
        | (?P<own_level>(?<![基样版文脚成])本[条款项])(?![例约款目式额件]|文)
        | (?P<that_level>该[条款]|各该[条款项])(?![例约款目式额件]|文)
        | (?P<same_level>(?<![合不相共协])同[条款])(?=第|规定|的|中)
      )
    | (?P<pin>第)(?={_SP}[（(]?{NUM})
    )""",
    regex.VERBOSE,
)

# 至 and the signs that stand for it
_TO: Final = r"(?:[至到]|[—－~～―–-]{1,2})"
# A number of a list: 第十 · 十八; and one in brackets: 第（三） · （四）
_PLAIN: Final = rf"(?:第{_SP})?{_N}"
_BRACKETED: Final = rf"(?:第{_SP})?[（(]{_N}[）)]"
ITEM: Final = lazy_regex(
    rf"(?P<join>(?:、和|以及|或者|[、，,和及或与]|{_TO})?{_SP})(?P<item>(?:第{_SP})?[（(]?(?P<number>{_N})[）)]?)"
)

# 第十、十八、二十六、二十七 · 第（一）（二）（三） · 第一至四 : everything up to the unit that closes it.
# After ， a bare number must not be joined; without a joiner only parenthesised numbers follow each other.
# 第（四）、（五）和第六条: numbers in brackets and without make no list together, the 条 is not that of the first.
_JOINER: Final = rf"{_SP}(?:、和|以及|或者|[、和及或与]|{_TO}){_SP}"
LIST: Final = lazy_regex(
    rf"{_BRACKETED}(?:(?:{_JOINER}|[，,]{_SP}(?=第))?{_BRACKETED})*+"
    rf"|{_PLAIN}(?:(?:{_JOINER}|{_SP}[，,]{_SP}(?=第)){_PLAIN})*+"
)

# The unit that closes a list, with what must not follow it: 第一条市政道路 counts roads, 第三项目 is no 项.
UNIT: Final = lazy_regex(
    rf"""{_SP}(?:
      (?P<article>条)(?!例|约|件|款|文|街|路|道路|市政|公路|生产线|线路|河|船|航线|跑道)(?:之(?P<suffix>{_N}))?
    | (?P<paragraph>款)(?!项|式|待|额)
    | (?P<subparagraph>[两二三四]?项)(?!目)
    | (?P<point>目)(?!标|录|的)
    | (?P<chapter>分?[章节编])
    )""",
    regex.VERBOSE,
)

# 第二项工程, 第三款产品: what a bare number with 项 or 款 counts when it is no provision.
THING: Final = lazy_regex(r"工程|任务|工作|议程|指标|技术|业务|科目|试验|比赛|产品|车型|服装")

# 第四十八第一款: the 条 is missing; 第（七）规定的: the 项 is missing.
MISSING_ARTICLE: Final = lazy_regex(rf"(?P<article>)(?=第{_N}[款项])")
MISSING_ITEM: Final = lazy_regex(rf"(?P<subparagraph>)(?<=[）)])(?=规定|(?:、|和|及|以及|或者?)第{_N}[条款项])")

# 、 和 或者 … between two targets; 至 between the ends of a range; 的 / 规定的 before a refinement.
SEPARATOR: Final = lazy_regex(
    rf"{_SP}(?:(?P<range>{_TO})|(?P<comma>，及|，和|，或者|，以及|[，,])|、和|、以及|、或者|、|以及|或者|和|及|或|与){_SP}"
)
WEAK: Final = lazy_regex(rf"(?:(?:中?所?规定的|所列的?|中的?|的|规定){_SP}(?=第|[（(])|[ \u3000](?=第))")
# The characters with which a chain can go on; most end before one that is not among them.
CONTINUES: Final = frozenset("第（(前之的中规所、，,和及以或与至到—－~～―–- \u3000")
SUFFIX: Final = lazy_regex(rf"之(?P<suffix>{_N})")
BEFORE_PARAGRAPHS: Final = lazy_regex(rf"前(?P<many>{_N})?款")

# 侵权责任编 · 分则: a part of a law between its name and a pinpoint.
_PART: Final = r"(?:\p{Han}{1,8}编(?=第)|附则|总则|分则)?"

# 的 中 may stand between a law and its pinpoint: 《…》的第三条; 刑法分则第九章第…条 is an article of 刑法.
AFTER_LAW: Final = lazy_regex(rf"{_SP}{_PART}(?:中的|的|中|规定的?)?{_SP}(?=第|{NUM})")

# A law named without 《》 right before the pinpoint: 依照食品安全法第一百二十三条
BARE_LAW: Final = lazy_regex(
    rf"(?r)(?P<name>\p{{Han}}{{0,36}}(?:{INSTRUMENT}|法规|规章|法律))(?:分则|总则|附则|(?!典)\p{{Han}}{{1,8}}编)?(?:中的|的|中)?"
)
# What such a name looks like; 法实施条例 and 条例 are the end of one.
LAW_NAME: Final = lazy_regex(
    r"[刑宪水税]法|民法典|(?!法(?![律人官医院治学])|条例|规定|办法|典)"
    r".{2,}(?:法|法典|条例|细则|办法|规则|解释|规定|公约|条约|决定|章程|规范|规程|准则|守则|协定|议定书|通则)"
)
# 有关法律 · 上述规定 · 其实施条例: no name, whatever stands before the pinpoint
NO_NAME: Final = lazy_regex(
    r"其?实施(?:条例|细则|办法|规定)|(?:国家)?(?:有关|相关|上述|前述|其他|现行|下列|以上)*的?(?:法律|行政法规|地方性法规|法规|规章|规定|办法|条例|决定)+"
)
# 依照… · 违反…: a name begins after these, wherever they stand, where what follows can be one.
LEADS: Final = lazy_regex(
    r"[条款项](?:以及|或者|及|和|与|或)|违反了?|触犯|依照|按照|根据|依据|参照|比照|援引|援用|适用|符合|执行|遵守|属于|构成|具有|不履行|履行|超越|规避"
    r"|实施(?!条例|细则|办法|规定|意见)|规定的?|我国"
)
# 对 · 有 · 由 …: these too, but not as a part of a longer word (对外贸易法, 企业国有资产法, 自由贸易港法).
PREPOSITIONS: Final = lazy_regex(
    r"对(?![外口等])|(?<![国所没享共公私])有(?![限关偿效毒线机害色权])|(?<![自理事])由|在|以(?![上下及])|(?<![行认人])为|是|被|将|向|犯(?!罪)"
    r"|按(?!照)|依(?![照据法])|除|因|并|的"
)
# 和 · 与 joins two laws where a law or a pinpoint stands before it; in 征收与补偿条例 it joins two words.
JOINING: Final = lazy_regex(r"(?<=法典|法|条例|规定|办法|细则|规则|解释|决定|[条款项]|^)(?:以及|或者|及|和|与|或)")
# “食品安全法”第三条, 食品安全法》第三条: marks of another kind, or one of them missing
WRONG_MARKS: Final = lazy_regex(
    r"(?r)(?P<open>[“‘〈‹＜<『「《【\[]*)(?P<name>\p{Han}{2,40})(?P<close>[”’〉›＞>』」》】\]]+)"
)
# 国务院令第五百九十一号第三条: an instrument by its number
BY_NUMBER: Final = lazy_regex(rf"(?r)(?P<name>\p{{Han}}{{0,16}}[令告字文]?第?{_N}号)")
# 刑法修正案（十一）第三条
AMENDMENT: Final = lazy_regex(rf"(?r)(?P<name>\p{{Han}}{{2,20}}修正案(?:[（(]{_N}[）)])?)")
# 合同第五条: articles of what is no instrument
NO_INSTRUMENT: Final = lazy_regex(r"(?r)(?:合同|协议|协议书|契约|约定|说明书|标书|招标文件|投标文件)(?:的|中的?)?")
# 关于刑法第三百一十三条的解释: a title without 《》, and no live reference.
TITLE_BEFORE: Final = lazy_regex(r"(?r)关于(?:适用|办理|审理|贯彻|执行|修改|理解)?(?:中华人民共和国)?")
TITLE_AFTER: Final = lazy_regex(r"[^，。；：\n]{0,30}?的?(?:立法|司法)?(?:解释|批复|答复|复函|决定|意见|通知)")
# The annex of an instrument has articles of its own: 附录第一条
# 附件一第三条, 附录A第三条, 附件（二）第三条
ANNEX: Final = lazy_regex(r"(?r)(?P<name>附[录件表](?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)]?|[A-Z])?)")

# 违反第二款规定: a bare pinpoint after these words points into the article named before.
BREACH: Final = lazy_regex(r"(?r)(?:违反了?|不履行|未履行|不遵守|不符合|未按照?|不按照?)(?:本[法条]例?)?")
# 第三十条（第二款除外）: a pinpoint in brackets right after a target is one of its.
IN_BRACKETS: Final = lazy_regex(r"[（(](?:含|不含|包括|不包括|除)?")
# 第二百条（盗窃）、第二百零一条: a note in brackets between two members of a list.
NOTE_BETWEEN: Final = lazy_regex(rf"[（(][^（）()\n第]{{1,60}}[）)](?={_SP}(?:、|，|和|及|以及|或者?|与|至)第{NUM})")
# 刑法第A条规定的甲罪、第B条规定的乙罪: one list, its members more than pinpoints; the law is distributed over it.
PARALLEL: Final = lazy_regex(r"(?:所?规定|所列)的[^，。；：、\n]{1,24}(?:、|和|或者|或|以及|及)")
PARALLEL_AFTER: Final = lazy_regex(r"所?规定的|所列的?")
# …决定。 第十六条 市人民政府…: a heading that lost its line break.
HEADING_BEFORE: Final = lazy_regex(r"(?r)(?:^|[。；\n])[ \u3000]*")
HEADING_AFTER: Final = lazy_regex(r"(?:[ \u3000]*第[^，。；：\n]{1,4}款)?(?:[ \u3000]+(?!第|和|或|至|、|规定)|[：:])")

# （三）… at the start of a line: which 项 the words stand in.
ITEM_LINE: Final = lazy_regex(rf"[（(](?P<number>{_N})[）)]")
# 1．… · (1)… · ① : a 目 of the item before, no paragraph.
POINT_LINE: Final = lazy_regex(r"[（(]?[0-9０-９]{1,2}(?:[.．、）)]|目)(?![0-9])|[①-⑳]")
