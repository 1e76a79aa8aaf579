"""Words of an article label: 条, 款, 项, annex entries, sections.

Knows every form in which offices print 第X条第Y款第（Z）项, and what after it makes it prose. Does nothing.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_re
from pipeline.words.basis import BLANK, MARKER
from pipeline.words.tables import NUM

_GAP: Final = r"[ \u3000\u00a0]*"
_JOIN: Final = r"(?:、|，|,|和|至|到|及|与|以及|[-－—~～])"
# White space, but for the control characters \x1c to \x1f, which `re` counts as such.
_SPACE: Final = r"[^\S\x1c-\x1f]"
# A numeral may be broken by the column's width: 第四⏎十四条
_BROKEN: Final = rf"{NUM}{{1,9}}(?:{_SPACE}{{1,2}}{NUM}{{1,6}})?"

# 第二章 第三条 · 第四章　监督管理　第六条 · 第三章证件转移“第十六条
_HEADING: Final = rf"(?:[ \u3000\u00a0]*(?:(?!规定|的|所|中|及|和|与|至|第)[\u4e00-\u9fff]){{2,16}}[“\"]?(?=[ \u3000\u00a0]*第{NUM}{{1,9}}[条节]))?"
_CHAPTER: Final = rf"(?:第{NUM}{{1,4}}[编章节]{_HEADING}[ \u3000\u00a0]*)*"
# 第三条 · 第 三 条 · 第一百二十条之一 · 第3条
_ARTICLE: Final = rf"第{_SPACE}{{0,2}}(?P<article>{_BROKEN}){_SPACE}{{0,2}}条(?:之(?P<suffix>{NUM}{{1,4}}))?"
# 第一款 · 第一、二款 · 第一款、第二款 · 第一至三款 · 第1-3款 · 第（二）款 · 2款
_PARAGRAPHS: Final = rf"第?{_SPACE}?(?P<paragraphs>[（(]?{NUM}{{1,5}}[）)]?{_SPACE}?款?(?:{_GAP}{_JOIN}{_GAP}第?{_SPACE}?[（(]?{NUM}{{1,5}}[）)]?{_SPACE}?款?)*)(?<=款)"
# 第（六）项 · 第六项 · （六）项 · 第( 六) 项 · 第（一）、（三）项 · 第（一）（三）项 · 第二项至第四项 · (3)： without 项
_ITEMS_INNER: Final = rf"(?P<items>[（(]?{_SPACE}?{NUM}{{1,5}}{_SPACE}?[）)]?{_SPACE}?项?(?:{_GAP}(?:{_JOIN}{_GAP}第?[（(]?|第?[（(]){NUM}{{1,5}}[）)]?项?)*(?<=项)|[（(]{NUM}{{1,3}}[）)](?={_GAP}(?:[：:；;。\n]|$)))"
_ITEMS: Final = rf"(?:第?{_ITEMS_INNER})"
# 第1目
_POINT: Final = rf"(?:第?(?P<point>{NUM}{{1,4}})目)"

# The separator: a colon nearly always, white space, a stop; 第三条、第五条 and 第三条，第五条 are lists.
_SEPARATOR: Final = r"(?P<separator>[ \u3000\u00a0]*(?:[：:；;。|｜]|[+＋](?!\s*[0-9])|[，,、.．](?!\s*第|[0-9])|[-—－─]{1,2}(?!\s*第|[0-9]))?[ \t\u3000\u00a0]*)"

# 第十三条　第三款　… · 第九条第一、二款：… · 第二十四条 第一款第（三）项 …
# Text of its own must follow: 第X条规定的… and 第X条的… are prose; the separator tells.
LABEL: Final = lazy_re(
    rf"(?P<label>{_CHAPTER}{_ARTICLE}(?:{_GAP}{_PARAGRAPHS})?(?:{_GAP}{_ITEMS})?(?:{_GAP}{_POINT})?){_SEPARATOR}"
)

# …。第一百一十四条；对机车…: behind a full stop that is a label too
SEMICOLON_LABEL: Final = lazy_re(rf"{_ARTICLE}(?:{_GAP}{_PARAGRAPHS})?[；;](?=[\u4e00-\u9fff])")

# 【第三条】 … · （第三条） …
BRACKETED_LABEL: Final = lazy_re(
    rf"(?P<label>[【\[（(]{_GAP}{_CHAPTER}{_ARTICLE}(?:{_GAP}{_PARAGRAPHS})?(?:{_GAP}{_ITEMS})?(?:{_GAP}{_POINT})?{_GAP}[】\]）)])(?P<separator>[ \u3000\u00a0]*[：:；;。]?[ \u3000\u00a0]*)"
)
# 1.第三条：… · （一）第三条：…
MARKED: Final = lazy_re(rf"{MARKER}(?=第{_SPACE}?{NUM}{{1,9}}{_SPACE}?条)")

# 第二款：… · 第（二）项：…  on a line of its own belongs to the article before.
PARAGRAPH_LABEL: Final = lazy_re(
    rf"(?P<label>{_PARAGRAPHS}(?:{_GAP}{_ITEMS})?)(?P<separator>[ \u3000\u00a0]*[：:][ \u3000\u00a0]*|[\u3000\u00a0 ]+)"
)
# 《甲办法》 第四款 …: right behind a law, where no article is printed
UNPLACED: Final = lazy_re(rf"(?=第)(?P<label>{_PARAGRAPHS}(?:{_GAP}{_ITEMS})?){_SEPARATOR}")
ITEM_LABEL: Final = lazy_re(rf"(?P<label>第{_ITEMS_INNER})(?P<separator>[ \u3000\u00a0]*[：:][ \u3000\u00a0]*)")

# 第十九套：… · 第十九套　… · 第（三）条：…  条 misread by a scanner, a numeral in brackets, which needs a colon; both on
# a line of their own.
# 三十条第二款：…, without 第, is read as if it were there (labels.py).
MISPRINTED: Final = lazy_re(
    rf"(?P<label>第(?:{NUM}{{1,9}}套(?={_GAP}[：:]|[ \u3000\u00a0])|[（(](?P<article>{NUM}{{1,9}})[）)]条(?={_GAP}[：:])))"
    rf"(?P<separator>{_GAP}[：:]?{_GAP})"
)

# 三十一条 · 第（二十）条 · 第（三）项 · 第六条（四） · 附件1: what only a colon makes a label, on a line of its own
COLONED: Final = lazy_re(
    rf"{NUM}{{1,9}}条.*|第[（(]{NUM}{{1,9}}[）)]条.*|.*[条款][（(]{NUM}{{1,3}}[）)]"
    rf"|第[（(]?{_SPACE}?{NUM}{{1,5}}{_SPACE}?[）)]?项.*|附[件表录]{NUM}{{0,4}}"
)

# What may not follow a label that has no separator: it would be prose.
PROSE: Final = lazy_re(
    r"规定|的|所列|所称|所指|所述|所规定|情形|明确|等(?:条|规定)|、|，|,|和|或|至|及|以及|与|中(?![国央小华外介等级止标药医共])|之|第|款(?![项额物])|项(?!目)|目(?![标录的前])|）|”|》"
)
# 第四十一条规定：“…”: here the article is quoted, though by a sentence
QUOTING: Final = ("规定：", "规定:", "规定“", "明确规定：", "明确规定:", "明确规定“", "“")
# 根据《甲法》第四十一条规定，…: what an article says, told in the list's words
TOLD: Final = ("规定，", "规定,", "的规定，", "的规定,", "规定了", "明确，", "明确,")
# 《甲法》第四十一条规定，…。第四十三条规定，…: how the first article is told, and how a further one of the same law is
SAID: Final = lazy_re(rf"{_GAP}(?:(?:的|明确)?规定|明确)")
TOLD_FURTHER: Final = ("规定，", "规定,", "规定了", "明确，", "明确,")
STATED: Final = (*TOLD, "的规定：", "的规定:")
# After blanks only what cannot begin an article: 第三条 规定的期限 · 第三条 、第五条
PROSE_AFTER_BLANKS: Final = lazy_re(r"规定[的，,。；]|的|所列|所称|所指|、|，|,|和第|或者?第|至第|及第|以及第")

# 第五十四条、第六十四条第（六）项 · 第三章第十八条、第二条至第五条 · 第五、六、七条 · 第5条、8条 · 第六条第五条 · （第五条、第八条） · 第六章、第七章: nothing but places
_PLACE: Final = (
    rf"(?:{_CHAPTER}(?:第{_SPACE}{{0,2}})?{_BROKEN}{_SPACE}{{0,2}}条(?:之{NUM}{{1,4}})?(?:(?:至|到|[-－—–~～]{{1,2}})第?{NUM}{{1,9}}条)?"
    rf"(?:{_GAP}第?{_SPACE}?[（(]?{NUM}{{1,5}}[）)]?{_SPACE}?款?(?:{_GAP}{_JOIN}第?{_SPACE}?[（(]?{NUM}{{1,5}}[）)]?{_SPACE}?款?)*(?<=款))?"
    rf"(?:{_GAP}第?[（(]?{_SPACE}?{NUM}{{1,5}}{_SPACE}?[）)]?{_SPACE}?项?(?:{_GAP}(?:{_JOIN}{_GAP}第?[（(]?|第?[（(]){NUM}{{1,5}}[）)]?项?)*(?<=项))?"
    rf"|第{NUM}{{1,9}}(?>(?:{_GAP}{_JOIN}{_GAP}第?{NUM}{{1,9}}){{1,40}})条"
    rf"|第{NUM}{{1,5}}款(?:{_GAP}第?[（(]?{NUM}{{1,5}}[）)]?项)?|第[（(]?{NUM}{{1,5}}[）)]?项|第{_SPACE}?{NUM}{{1,4}}[编章节])"
)
# 依据《甲条例》第三条的规定。 · 第三条、第五条规定执行: what a sentence about nothing but places ends with
_RULES: Final = r"的?(?:有关|相关)?规定(?:执行|办理|实施|处理)?[。；;]?(?=\s*(?:\n|$))"
PLACE: Final = lazy_re(_PLACE)
PLACES: Final = lazy_re(
    rf"(?P<open>[（(])?{_PLACE}(?>(?:{_GAP}(?:(?:、|，|,|；|;|和|及|与|以及|或者?){{1,2}}\s*|(?=第{NUM}{{1,9}}条)){_PLACE}){{0,60}}){_GAP}(?(open)[）)]){_GAP}(?P<stop>[：:。；;.]|(?:以及|[、，,和及与|｜/／])(?={_GAP}[《〈<【])|{_RULES}|){_GAP}"
)
ELIDED: Final = lazy_re(rf"第(?P<articles>{NUM}{{1,9}}(?:{_GAP}{_JOIN}{_GAP}第?{NUM}{{1,9}})+)条")
# 第十五条、第十六条规定，…
LISTED: Final = lazy_re(rf"{_PLACE}(?>(?:{_GAP}(?:{_JOIN}|以及){_PLACE}){{1,20}})")
RANGE: Final = lazy_re(rf"第(?P<first>{NUM}{{1,9}})条(?:至|到|[-－—–~～]{{1,2}})第?(?P<last>{NUM}{{1,9}})条")

# 附件目录第183项： · 附件183项 · 附件2：第15项 · 附件2序号15 · 附件2（一）第18项： · 附件1第9项： · 附件《甲目录》第3项 · 附件：《甲目录》第3项 · （附件2第2项） · 目录第12项
_NUMBERED: Final = rf"第{_SPACE}?[（(]?{NUM}{{1,5}}[）)]?(?:{_JOIN}第?[（(]?{NUM}{{1,5}}[）)]?)*{_SPACE}?"
_ENTRY: Final = rf"{_NUMBERED}[项条目号类款]"
ANNEX: Final = lazy_re(
    rf"[（(]?(?P<label>(?:附件{NUM}{{1,4}}项|附(?:件|表|录){_SPACE}?[（(]?{NUM}{{0,4}}[）)]?(?:[（(]{NUM}{{1,3}}[）)])?(?:(?:{_GAP}[：:]{_GAP})?《[^》\n]{{1,60}}》|[\u4e00-\u9fff]{{0,30}}?(?:目录|清单|名录|表)(?:[（(]共?{NUM}{{1,5}}[项条][）)])?)?(?:[（(]{NUM}{{1,3}}[）)][\u4e00-\u9fff]{{2,30}}?(?=第{NUM}{{1,5}}项))?(?:{_GAP}[：:](?={_GAP}第))?{_GAP}(?P<entry>序号{NUM}{{1,4}}|(?:第{NUM}{{1,4}}部分)?{_ENTRY}(?:第{NUM}{{1,4}}[项目])?|第{NUM}{{1,4}}部分)?"
    rf"|(?:目录|清单|名录|附录){_ENTRY}|序号{NUM}{{1,4}}))[）)]?(?P<separator>{BLANK}[：:；;，,。+＋]?{BLANK})"
)
# 第183项： · 第183项　… · 第183 and no more in the line, under an instrument of which no article is quoted
ENTRY: Final = lazy_re(
    rf"(?P<label>{_NUMBERED}(?:[项号](?>(?:、第?{NUM}{{1,5}}[项号])*)|(?<=[0-9]{{2}})(?={BLANK}(?:\n|$))))(?P<separator>{BLANK}[：:；;]{BLANK}|[ \u3000\u00a0]+|{BLANK}(?=[“\n]|$)|(?=(?!规定|的|所|中|及|和|等|至|或|以)[\u4e00-\u9fff]))"
)

# 二、相关职责调整 · 第二部分：… · 第三部分第（二）条：… · 第三点：… · 第六章　法律责任
SECTION: Final = lazy_re(
    rf"(?P<label>[一二三四五六七八九十]{{1,3}}、(?:[（(]{NUM}{{1,3}}[）)])?)(?P<separator>{BLANK})"
)
# （三）建立登记制度: a section of a notice that has no 三、 above it
ENCLOSED_SECTION: Final = lazy_re(
    rf"(?P<label>[（(][ \u3000]?{NUM}{{1,3}}[ \u3000]?[）)])(?P<separator>{BLANK}[：:]?{BLANK})"
)
# · 第二部分第7、第11：… · 第二部分第（五）、第五部分第（十六）：… · 第二部分（五）…
# · 第三、四部分：… · 第二条第（三）点：…
_PARTS: Final = rf"第{NUM}{{1,4}}(?:{_JOIN}{NUM}{{1,4}}){{0,5}}"
_PART: Final = (
    rf"(?:{_PARTS}(?:[编章节]|部分)|第[（(]?{NUM}{{1,4}}[）)]?大?点"
    rf"|第{NUM}{{1,4}}条(?=第[（(]?{NUM}{{1,4}}[）)]?(?:点|部分)))"
)
_IN_PART: Final = rf"(?:{_GAP}第{NUM}{{1,4}}(?:[节段]|部分|小点|自然段)|第[（(]?{NUM}{{1,4}}[）)]?[条项点款]?+|[（(]{NUM}{{1,3}}[）)])"
_OTHER_PART: Final = rf"(?:{_JOIN}(?:{_PART}{_IN_PART}{{0,2}}|{_IN_PART}{{1,2}})){{0,9}}"
PART: Final = lazy_re(
    rf"(?P<label>{_PART}{_IN_PART}{{0,2}}{_OTHER_PART})(?P<separator>{BLANK}[：:]{BLANK}|[ \u3000\u00a0]+|(?=\n|$)"
    r"|[，,、；;。+＋](?=《)|(?<=[）)])(?!规定|的|所|中|及|和|等|至|或|以|[条项点款])(?=[\u4e00-\u9fff]))"
)
# 第二款 · 第二款第（三）项 · 第（三）项: what a place leaves out is that of the place before
RELATIVE: Final = lazy_re(rf"(?=第)(?:{_PARAGRAPHS})?(?:{_GAP}{_ITEMS})?")
