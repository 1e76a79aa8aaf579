"""Words of a 设定依据 cell: law lines, notes, labels, markers.

Knows how offices write the basis (facts/lists-in-the-wild.md, layouts A and B). Does nothing. What every line is asked
is a pattern of `re`, which answers twice as fast as `regex`.
"""

from __future__ import annotations

import re
from typing import Final

import regex

from pipeline.words.tables import NUM

# 《中华人民共和国网络安全法》 · 《关于〈甲〉的解释》 · 《关于修改《甲》的决定》
QUOTED_TITLE: Final = r"《(?P<name>(?:[^《》\n]|《[^《》\n]*+》)*+)》"

# （国家互联网信息办公室令第1号　2017年6月1日实施), with brackets inside
NOTE: Final = r"(?P<note>[（(](?:[^（()）\n]|[（(][^（()）\n]*+[）)])*+[）)])"

# 【法律】 · [法规] · 1. · 2、 · （一）  before the law
RANK: Final = r"(?:[【\[](?P<rank>[^】\]\n]{1,12})[】\]]\s*)"
NUMBERED: Final = rf"(?:(?:{NUM}{{1,3}}[.．、]|[（(]{NUM}{{1,3}}[）)])\s*)"

# The law line of the annex, and everything after it on the line.
LAW_LINE: Final = regex.compile(rf"{NUMBERED}?{RANK}?{NUMBERED}?{QUOTED_TITLE}[ \u3000\u00a0]*{NOTE}?(?P<rest>.*)")

# After a law, only an article label or nothing makes the line a law line; 《甲法》规定的… is prose.
# 《消防法》第五十四条、第六十四条第（六）项：  a law and nothing but pinpoints, no text
POINTERS: Final = regex.compile(rf"第(?:{NUM}|[第条款项目之、，和及至或者（）() \u3000])+[：:。；;]?")
END_OF_LAW: Final = regex.compile(r"[：:，,。；;\s]*")

_CHAPTER: Final = rf"(?:第{NUM}{{1,4}}[编章节][ \u3000\u00a0]*)*"
# White space, but for the control characters \x1c to \x1f, which `re` counts as such.
_SPACE: Final = r"[^\S\x1c-\x1f]"
_ARTICLE: Final = rf"第{_SPACE}?(?P<article>{NUM}{{1,9}}){_SPACE}?条(?:之(?P<suffix>{NUM}{{1,4}}))?"
_GAP: Final = r"[ \u3000\u00a0]*"
_PARAGRAPHS: Final = rf"第(?P<paragraphs>{NUM}{{1,5}}款?(?:[、和至]第?{NUM}{{1,5}}款?)*)(?<=款)"
_ITEMS: Final = rf"(?:第?[（(]?(?P<items>{NUM}{{1,5}}[）)]?项?(?:[、和至]第?[（(]?{NUM}{{1,5}}[）)]?项?)*)(?<=项))"

# 第十三条　第三款　… · 第九条第一、二款：… · 第二十四条 第一款第（三）项 …
# Text of its own must follow: 第X条规定的… and 第X条的… are prose; the separator tells.
LABEL: Final = re.compile(
    rf"(?P<label>{_CHAPTER}{_ARTICLE}(?:{_GAP}{_PARAGRAPHS})?(?:{_GAP}{_ITEMS})?)(?P<separator>[ \u3000\u00a0]*[：:；;]?[ \u3000\u00a0]*)"
)

# 第二款：… on a line of its own belongs to the article before.
PARAGRAPH_LABEL: Final = re.compile(
    rf"(?P<label>{_PARAGRAPHS}(?:{_GAP}{_ITEMS})?)(?P<separator>[ \u3000\u00a0]*[：:][ \u3000\u00a0]*|[\u3000\u00a0 ]+)"
)

# What may not follow a label that has no separator: it would be prose.
PROSE: Final = re.compile(r"规定|的|所列|所称|所指|、|，|和|或|至|及|以及|与|中|之|第|款|项")

# （一） · (2) · （十二）
SUBPARAGRAPH: Final = re.compile(rf"(?P<label>[（(](?P<number>{NUM}{{1,5}})[）)])")

# 国家互联网信息办公室令第1号 · 国务院令第228号 · 主席令第四十九号 · 交通运输部令2016年第60号 · 公告第7号
DOCUMENT_NUMBER: Final = regex.compile(
    rf"(?:[0-9]{{4}}年[0-9]{{1,2}}月[0-9]{{1,2}}日)?(?P<number>[^（(）)，,、；;。\s\u3000]{{0,40}}?(?:令|公告)\s?(?:[〔\[【（(]?[0-9]{{4}}[〕\]】）)]?年?)?\s?第?\s?{NUM}{{1,6}}\s?号)"
)

# 2017年6月1日 … 实施: the word that follows a date says what it is the date of.
DATE: Final = regex.compile(r"(?P<year>[0-9]{4})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
DATE_MEANING: Final = regex.compile(
    r"(?P<adopted>通过)|(?P<effective>施行|实施|生效)|(?P<other>公布|发布|修正|修订|修改|批准|印发)"
)
