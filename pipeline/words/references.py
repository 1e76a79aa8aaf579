"""Words statutes use to point at each other: designators, pinpoints, relative words, joiners.

Knows the measured grammar of facts/references.md, one pattern per nonterminal. Does nothing.
"""

from __future__ import annotations

from typing import Final

import regex

from pipeline.words.basis import NOTE, QUOTED_TITLE
from pipeline.words.tables import NUM

_N: Final = rf"{NUM}{{1,12}}"
_SP: Final = r"[ \u3000]?"

INSTRUMENT: Final = r"(?:法律?解释|实施细则|实施条例|实施办法|法典|法|条例|规定|办法|细则|规则|解释|安排|规范|决定|章程|公约|《(?:办法|规定|条例|细则)》)"

# One scan finds every place where a chain can begin; the branches are tried in this order.
#   《土地管理法》 · 本规定 · 该法 · 前两款 · 第…
START: Final = regex.compile(
    rf"""(?=[《本该同前上各第])(?:
      (?P<title>{QUOTED_TITLE}(?:{_SP}{NOTE})?)
    | (?P<own>(?<![基资])本(?:条列|{INSTRUMENT}))
    | (?P<that>(?<![应合])[该同](?:法|条例|规定|办法|细则|规则|公约)(?![律规人院定则]))
    | (?P<relative>
          (?P<before>(?<![目此之以])[前上])(?:述)?(?P<many>{_N}|数)?(?P<unit>[条款项])(?![目例约款项式额件])
        | (?P<own_level>本[条款项])(?![例约款目式额件]|文)
        | (?P<that_level>该[条款]|各该[条款项])(?![例约款目式额件]|文)
      )
    | (?P<pin>第)(?={_SP}[（(]?{NUM})
    )""",
    regex.VERBOSE,
)

# A number of a list: 第十 · 十八 · 第（三） · （四）
_ITEM: Final = rf"(?:第{_SP})?(?:[（(]{_N}[）)]|{_N})"
ITEM: Final = regex.compile(
    rf"(?P<join>(?:、和|以及|或者|[、，,和及或与至到—－~])?{_SP})(?P<item>(?:第{_SP})?[（(]?(?P<number>{_N})[）)]?)"
)

# 第十、十八、二十六、二十七 · 第（一）（二）（三） · 第一至四 : everything up to the unit that closes it.
# After ， a bare number must not be joined; without a joiner only parenthesised numbers follow each other.
LIST: Final = regex.compile(
    rf"{_ITEM}(?:{_SP}(?:(?:、和|以及|或者|[、和及或与至到—－~]){_SP}{_ITEM}|[，,]{_SP}第{_ITEM}|(?<=[）)])[（(]{_N}[）)]))*+"
)

# The unit that closes a list, with what must not follow it: 第一条市政道路 counts roads, 第三项目 is no 项.
UNIT: Final = regex.compile(
    rf"""{_SP}(?:
      (?P<article>条)(?!例|约|件|款|文|街|路|道路|市政|公路|生产线|线路|河|船|航线|跑道)(?:之(?P<suffix>{_N}))?
    | (?P<paragraph>款)(?!项|式|待|额)
    | (?P<subparagraph>[两二三四]?项)(?!目)
    | (?P<point>目)(?!标|录|的)
    | (?P<chapter>分?[章节编])
    )""",
    regex.VERBOSE,
)

# 第四十八第一款: the 条 is missing; 第（七）规定的: the 项 is missing.
MISSING_ARTICLE: Final = regex.compile(rf"(?=第{_N}[款项])")
MISSING_ITEM: Final = regex.compile(r"(?<=[）)])(?=规定)")

# 、 和 或者 … between two targets; 至 between the ends of a range; 的 / 规定的 before a refinement.
SEPARATOR: Final = regex.compile(
    rf"{_SP}(?:(?P<range>至|到|—|－|~)|(?P<comma>，及|，和|，或者|，以及|[，,])|、和|、以及|、或者|、|以及|或者|和|及|或|与){_SP}"
)
WEAK: Final = regex.compile(rf"(?:(?:中?所?规定的|所列的?|中的?|的|规定){_SP}(?=第|[（(])|[ \u3000](?=第))")
# The characters with which a chain can go on; most end before one that is not among them.
CONTINUES: Final = frozenset("第（(前之的中规所、，,和及以或与至到—－~ \u3000")
SUFFIX: Final = regex.compile(rf"之(?P<suffix>{_N})")
BEFORE_PARAGRAPHS: Final = regex.compile(rf"前(?P<many>{_N})?款")

# 的 中 may stand between a law and its pinpoint: 《…》的第三条; 刑法分则第九章第…条 is an article of 刑法.
AFTER_LAW: Final = regex.compile(rf"{_SP}(?:附则|总则|分则)?(?:中的|的|中|规定的?)?{_SP}(?=第|{NUM})")

# A law named without 《》 right before the pinpoint: 依照食品安全法第一百二十三条
BARE_LAW: Final = regex.compile(rf"(?r)(?P<name>\p{{Han}}{{0,30}}{INSTRUMENT})(?:分则|总则|附则)?(?:的|中)?")
LAW_NAME: Final = regex.compile(r"刑法|宪法|民法典|.{2,}(?:法|法典|条例|细则|办法|规则|解释|规定|公约)")
# What stands before such a name and is not part of it.
BEFORE_LAW: Final = regex.compile(
    r"中华人民共和国|违反了?|依照|按照|根据|适用|依据|符合|参照|援引|执行|不履行|规定的?|除|以及|或者|及其?|和|与|或|由|的|对|在|按|依|以|是|为|有"
)
# The annex of an instrument has articles of its own: 附录第一条
ANNEX: Final = regex.compile(r"(?r)(?P<name>附[录件]\d{0,2})")

# 违反第二款规定: a bare pinpoint after these words points into the article named before.
BREACH: Final = regex.compile(r"(?r)(?:违反了?|不履行|未履行|不遵守|不符合|未按照?|不按照?)(?:本[法条]例?)?")
# …决定。 第十六条 市人民政府…: a heading that lost its line break.
HEADING_BEFORE: Final = regex.compile(r"(?r)(?:^|[。；\n])[ \u3000]*")
HEADING_AFTER: Final = regex.compile(r"[ \u3000]+(?!第|和|或|至|、)|(?:第[^，。；：\n]{1,4}款)?[：:]")

# （三）… at the start of a line: which 项 the words stand in.
ITEM_LINE: Final = regex.compile(rf"[（(](?P<number>{_N})[）)]")
