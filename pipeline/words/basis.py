"""Words of a 设定依据 cell: law lines, notes, markers.

Knows how offices write the basis (facts/lists-in-the-wild.md, layouts A to M); labels are in words/labels.py.
Does nothing. What every line is asked is a pattern of `re`, which answers twice as fast as `regex`.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_re
from pipeline.words.tables import NUM

# 《中华人民共和国网络安全法》 · 《关于〈甲〉的解释》 · 《关于修改《甲》的决定》
QUOTED_TITLE: Final = r"《(?P<name>(?>(?:[^《》\n]|《[^《》\n]*+》)*))》"

# （国家互联网信息办公室令第1号　2017年6月1日实施), with brackets inside
NOTE: Final = r"(?P<note>[（(](?>(?:[^（()）\n]|[（(][^（()）\n]*+[）)])*)[）)])"

BLANK: Final = r"[ \t\u3000\u00a0]*"
# <br> opens no title
_OPEN, _CLOSE = "(?:[《〈＜]|<(?!/?[A-Za-z]))", "[》〉>＞]"

# A line break inside a name or a note: the column was narrow. What begins a line of its own ends it.
_BREAK: Final = (
    rf"{BLANK}\n\s*+(?!第{NUM}{{1,9}}条|第{NUM}{{1,5}}款|[【《]|[（(]{NUM}{{1,3}}[）)]|{NUM}{{1,3}}[.．、]|附[件表])"
)

# ——— law lines, part by part ———

RANK_WORDS: Final = "(?:法律|行政法规|地方性法规|部门规章|政府规章|地方政府规章|规章|规范性文件|党内法规|法规)"
# 【法律】 · [法规] · 【 规章】 · 【法律〕  but not 【2020】; and where words do without these brackets: 行政法规： · （规章）
# · 法律】, whose opener is lost
_RANK: Final = (
    r"(?:[【\[〔［][ \u3000]*(?P<rank>[^】\]〕］\n0-9《]{1,12}?)[ \u3000]*(?:[】\]〕］]\s*|(?=《))"
    rf"|[{{｛（(<〈＜]?(?P<rank_word>{RANK_WORDS})(?:[：:}}｝）)>〉＞】\]〕］]\s*|(?:[ \t\u3000\u00a0]*\n\s*)?(?=《)))"
)
# 1. · 2、 · （一） · 3) · ① · ● · * · 1 《 · 1《 · 1-2第  before the law or the label; in ***桥法》 asterisks mask a name
MARKER: Final = rf"(?:(?:{NUM}{{1,3}} ?[.．、]|[（(]?{NUM}{{1,3}}[）)]|[0-9]{{1,2}}[ \u3000]?(?=[《【])|[0-9]{{1,2}}-[0-9]{{1,2}}(?=[《第])|[①-⑳●•·◆▪★]|\*(?!\*{{1,40}}[\u4e00-\u9fff])){BLANK})"
# 依据 · 依据一 · 依据2 · 国家层面
_CALLED: Final = r"(?:依据[一二三四五六七八九十0-9]{0,2}|层面)"
# 法律依据： · 设定依据:⏎ · （一）法律依据⏎ · 依据二： · 省级层面：
_ANNOUNCED: Final = rf"(?:{MARKER}?[\u4e00-\u9fff]{{0,6}}{_CALLED}(?:[：:]\s*|为(?=《)|{BLANK}\n\s*(?=[《【])|(?<=[律定施权力法罚可]依据)(?=《)))"
# 【法律】 · 1.行政法规： · 一、法律 · （一）法律依据 · 设定依据:  what stands on a line of its own above a law
RANK_LINE: Final = lazy_re(
    rf"{MARKER}?(?:[【\[〔［][ \u3000]*{RANK_WORDS}[ \u3000]*[】\]〕］]|{RANK_WORDS}|[\u4e00-\u9fff]{{0,6}}依据)[：:]?{BLANK}"
)
# 〔2031〕15号 · 【2031】第15号 · (2031年)15号 · 「2031」15号: year and number of a document, in whatever brackets
_YEAR: Final = r"[〔\[［【（(「﹝][ ]?[0-9]{4}年?[ ]?[〕\]］】）)」﹞]"
NUMBERED: Final = rf"{_YEAR}[ ]?第?[ ]?[0-9]{{1,5}}[ ]?号"
HAN: Final = r"[\u4e00-\u9fff]"
# 市令2031年第15号 · 市政府第15号令 · 市令第 15 号
_ORDER_BEFORE: Final = (
    rf"(?:{HAN}{{1,16}}(?:令|公告)(?:[0-9]{{4}}年)?第? ?{NUM}{{1,6}} ?号|{HAN}{{0,16}}?第 ?{NUM}{{1,6}} ?号(?:令|公告))"
)
# 云桥发〔2031〕15号《甲办法》 · （市令第15号）《甲办法》 · 【2031】《甲办法》: the number of a law printed before it
_NUMBER_BEFORE: Final = (
    rf"(?:[（(]?(?P<number>{HAN}{{0,16}}{NUMBERED}|{_ORDER_BEFORE})[）)]?"
    rf"|{_YEAR})[：:]?{BLANK}(?=[《〈])"
)
NUMBER_BEFORE: Final = lazy_re(_NUMBER_BEFORE)
_BEFORE: Final = rf"{_ANNOUNCED}?{MARKER}?(?:{_RANK})?{MARKER}?(?:{_NUMBER_BEFORE})?"

# 法 · 条例 · 暂行规定: what an instrument calls itself, at the end of its name
# 条 例: a blank after every character of a cell
_KIND_WORD: Final = r"(?:法典|法|条 ?例|规 ?定|办 ?法|细 ?则|规则|决 ?定|解释|通 ?知|意 ?见|规程|规范|标准|准则|通则|章程|目录|方案|批复|公告|通告|函)"
KIND: Final = rf"{_KIND_WORD}(?:[（(](?:试行|暂行|修订|修正|草案|20[0-9]{{2}}[^（()）\n]{{0,8}})[）)])?"
# 《甲法》实施细则 · 《甲法》若干规定: named after another
_DERIVED: Final = rf"(?:的|实施|施行|贯彻|若干|补充|暂行|管理){{0,4}}{KIND}"

_PLAIN: Final = rf"(?:[^《》〈〉<>＜＞【】\[\]。；;！？\n]|{_BREAK})"
_INNER: Final = rf"{_OPEN}(?>{_PLAIN}{{0,60}}){_CLOSE}"
_NESTED: Final = rf"{_OPEN}(?>(?:{_PLAIN}|{_INNER}){{0,90}}){_CLOSE}"
_NOTE_WORDS: Final = r"(?:[0-9]{1,4}\s*[年〕\]】）)]|号|令|通过|公布|发布|施行|实施|修正|修订|修改|批准)"

# How a name may be printed, tried in this order. 》》, 】》 and <> are misprints that say no less clearly where it ends.
#   《网络安全法》 · <网络安全法> · 《甲法】 · 《甲法》》 · 《甲法》实施细则》 · 《《甲法》》 · 《关于修改〈甲〉的决定》
_TITLED: Final = rf"{_OPEN}{BLANK}(?P<name>(?>(?:{_PLAIN}|{_NESTED}){{1,160}})(?:{_CLOSE}{_DERIVED}(?={BLANK}{_CLOSE}))?)[】］]?{_CLOSE}{{0,3}}(?:(?<={_CLOSE})|(?<=[】］]))"
#   《甲法（国务院令第5号） · 《实施<甲>办法第三条：   without its closer: it ends at the note, the label or the line
_UNCLOSED: Final = rf"{_OPEN}{BLANK}(?P<name>(?:[^《》〈〉<>＜＞【】。；;：:，,（(\n]|{_INNER}|[（(](?:试行|暂行|修订)[）)]){{2,80}}?{_KIND_WORD}(?:[（(](?:试行|暂行)[）)])?)(?={BLANK}(?:[（(][^）)]{{0,80}}?{_NOTE_WORDS}|第{NUM}{{1,9}}条|\n|$))"
#   “甲法”（主席令第3号） · "甲法"第三条：   in quotation marks, where it says that it is an instrument
_IN_QUOTES: Final = rf"[“\"](?P<name>[^“”\"。；;：:，,\n]{{1,60}}?{KIND})[”\"](?={BLANK}(?:\n\s*)?(?:[（(][^）)]{{0,80}}?{_NOTE_WORDS}|第{NUM}{{1,9}}条))"
#   《关于修改〈甲的决定》   an inner opener without its closer
_STRAY: Final = rf"{_OPEN}{BLANK}(?P<name>[^》\n。；;（(]{{1,150}})》"

# （国务院令第5号，根据…《关于修改〈…〉的决定》修正）  over several lines where the column was narrow
_IN_NOTE: Final = rf"(?:[^（()）\n]|{_BREAK})"
#  but not （三）, which is a section of it, nor （第六条、第八条）
_NO_NOTE: Final = rf"{NUM}{{1,3}}[）)]|第{NUM}{{1,9}}条[^）)\n号年令修]{{0,60}}[）)]"
_NOTES: Final = rf"(?:{BLANK}(?:\n\s*(?=[（(][^）)]{{0,40}}?{_NOTE_WORDS}))?[（(](?!{_NO_NOTE})(?>(?:{_IN_NOTE}|[（(](?>(?:{_IN_NOTE}|[（(](?>{_IN_NOTE}{{0,200}})[）)]){{0,300}})[）)]){{0,900}})[）)])"
# （国务院令第5号⏎  the note runs to the end of its line, or to the label
_OPEN_NOTE: Final = rf"(?:{BLANK}[（(](?=[^）)\n]{{0,80}}?{_NOTE_WORDS})[^）)\n]{{1,300}}?(?=\n|$|第{NUM}{{1,9}}条))"
# 2017年9月14日修改 · 国务院令第5号 · 国发〔2020〕13号   without brackets; 2031年 alone before those of a further note
# 2002 年 11 月 8 日水利部令第 6 号发布 2006 年 2 月 9 日水利部令第 51 号修订   several, with the blanks of a PDF
_ONE_LOOSE_NOTE: Final = (
    r"(?:[ \u3000]*(?:[0-9]{4} ?年[^。；：:，,《\n第]{0,24}?(?:通过|公布|发布|施行|实施|修正|修订|修改|批准|印发)[版本]?"
    rf"|[^。；：:，,《（(\n第]{{0,20}}?第{NUM}{{1,6}}号(?:令|公告)"
    rf"|[^。；：:，,《（(\n第]{{0,30}}?(?:令|公告)\s?(?:[0-9]{{4}}年)?\s?第?\s?{NUM}{{1,6}}\s?号(?:公布|发布|修订|修正|修改)?"
    rf"|[^。；：:，,《（(\n第]{{0,12}}?{NUMBERED}|[0-9]{{4}}年(?=[（(]))[）)]?)"
)
_LOOSE_NOTE: Final = rf"(?>{_ONE_LOOSE_NOTE}(?:、?{_ONE_LOOSE_NOTE}){{0,3}})"
# （（2031年修正）   a bracket opened twice and closed once
_TWICE_OPENED: Final = rf"{BLANK}[（(]{{2}}(?=[^（()）\n]{{0,80}}?{_NOTE_WORDS})[^（()）\n]{{1,300}}[）)]"
# 云溪市第十届人民代表大会常务委员会第五次会议
_SESSION: Final = (
    rf"{HAN}{{0,12}}?第{NUM}{{1,4}}届{HAN}{{0,4}}人民代表大会(?:常务委员会)?第{NUM}{{1,4}}次会议(?:通过|修订|修正)?"
)
# [2031年修订] · 【主席令第3号】
_SQUARE_NOTE: Final = rf"{BLANK}[【\[〔［](?=[^】\]〕］\n]{{0,60}}?{_NOTE_WORDS})[^】\]〕］\n《]{{1,60}}[】\]〕］]"
# 《甲法》，（主席令第3号），第六条 · 《甲法》，主席令第3号，第六条: a comma may stand before the note
# 《甲法》2031年3月1日修订（主席令第3号）: of two notes either may lack its brackets
_AFTER: Final = (
    rf"(?P<note>{BLANK}{NUMBERED}{_NOTES}?|{_SQUARE_NOTE}|[，,+＋]?{_NOTES}{{1,3}}[）)》〉]?(?:{_LOOSE_NOTE}|[+＋]{_SESSION})?|{_TWICE_OPENED}|{_OPEN_NOTE}"
    rf"|(?:[，,+＋]?{_LOOSE_NOTE}{_NOTES}?|[+＋]{_SESSION})?)"
)

# 《云溪市古桥守护条例》（云溪市公告第7号　2031年4月1日施行） and no more on the line, the commonest form: LAW_LINES say
# the same of it, and need not be compiled where no other form occurs.
PLAIN_LAW: Final = lazy_re(
    rf"《(?P<name>[^《》〈〉<>＜＞【】\[\]。；;！？\s]{{1,160}})》(?P<note>（(?!{_NO_NOTE})[^（()）\n]{{1,300}}）|)"
)

LAW_LINES: Final = tuple(
    lazy_re(_BEFORE + pattern + _AFTER)
    for pattern in (
        # 《甲法》实施条例 · 《甲法》若干规定
        rf"(?P<name>{_NESTED}{_DERIVED})(?![》〉>＞])",
        _TITLED,
        _UNCLOSED,
        _STRAY,
        _IN_QUOTES,
    )
)  # fmt: skip

# 第三条 · 第二十三、五十二条
_ARTICLES: Final = rf"第 ?{NUM}{{1,9}}(?:、第?{NUM}{{1,9}}){{0,9}} ?条"

# 设定许可的决定第165项: a number in the list of a decision
_ENTRIES: Final = rf"(?<=决定|通知)第{NUM}{{1,5}}项"

# Where no title mark begins the line. 依照《甲法》 and 违反本条例 are sentences.
_NO_SENTENCE: Final = (
    r"(?!违反|依照|按照|根据|依据|符合|适用|执行|参照|遵照|本|该|其|第|对|由|经|有|未|不|应|前款|以上|同时)"
)
NAMELESS_LINES: Final = tuple(
    lazy_re(_BEFORE + _NO_SENTENCE + pattern + _AFTER)
    for pattern in (
        # 实施《甲法》若干规定 第二十五条： · 云溪市实施《甲法》办法（市令第3号） · 市甲局、市乙局关于印发《甲办法》的通知
        rf"(?P<name>(?:{HAN}{{2,30}}|[\u4e00-\u9fff、]{{4,40}}关于{HAN}{{0,6}}){_NESTED}{HAN}{{0,12}}{_KIND_WORD}(?:[（(](?:试行|暂行)[）)])?)",
        # 云溪市人民政府办公厅《关于下放守桥事项的通知》（云政办〔2031〕6号）
        rf"(?P<issuer>{HAN}[\u4e00-\u9fff、 \u3000]{{1,50}}?){_TITLED}",
        # 中华人民共和国古桥法（2018年修正）第三十条： · 【法律】古桥法》（主席令第3号）: what (2018…) says is a note
        rf"(?P<bare>(?:(?!{_ARTICLES})[^《》〈〉<>＜＞【】\[\]。；;：:，,（()）\n]|[（(](?:试行|暂行)[）)]){{2,60}}?{_KIND_WORD}(?:[（(](?:试行|暂行)[）)])?)(?:(?P<closer>[】］]?》{{1,2}})|(?={BLANK}(?:[（(]|[：:]?{BLANK}(?:{_ARTICLES}|{_ENTRIES})|[ \u3000][0-9]{{4}} ?年|\n|$)))",
    )
)  # fmt: skip
_ON: Final = rf"(?:同时|并)?(?:根据|依据|依照|按照|参照){BLANK}"
# 1. · ② · 根据 · 3、依据: what stands before the name of a law and is no part of it
OPENING: Final = lazy_re(rf"^{MARKER}?(?:{_ON}(?=[【《]))?")
# 根据《甲法》第四十一条规定，… · 依据《甲法》第五条：… · 《甲法》第五条规定，…: how a cell can begin
ON_THE_BASIS: Final = lazy_re(rf"(?P<on>{_ON})?{_TITLED}{_AFTER}(?P<rank>)(?P<rank_word>)(?P<number>)")
# What may be all of a line, without note or rank: 云溪市实施《甲法》办法 · 风铃条例 · 同时依据《甲法》
ALONE: Final = (NAMELESS_LINES[0], NAMELESS_LINES[2], ON_THE_BASIS)
# 根据《甲法》的规定: a sentence about a law as a whole
AS_RULED: Final = lazy_re(r"的?(?:有关|相关)?规定(?:执行|办理|实施|处理)?[。；;]?\s*$")
# 《甲意见》（云政发〔2031〕5号）文件：… · …规定：“…” · …明确要求：…: what an instrument says, no article being named
SAYS: Final = lazy_re(rf"{BLANK}(?:文件)?中?(?:明确)?(?:规定|要求|指出|提出|明确)?{BLANK}(?:[：:]|“)")
# What follows the article where 依据《甲法》第十一条 opens a further law, and no sentence of the text before it does:
# a colon, a quotation, a stop, the end. After a blank 处罚 is what a sentence goes on with.
OPENED: Final = lazy_re(
    rf"{BLANK}(?:[：:。；;“\n]|规定[：:“]|$)|[ \u3000\u00a0]+(?!规定|予以|给予|处|对|由|作出|责令|执行|办理|依法)"
)
# …, where the law has its number or date too, which no text of a law prints
OPENED_NOTED: Final = lazy_re(rf"{BLANK}(?:的?规定)?[，,]")
# 风铃管理办法 · 风铃条例（试行） · 县桥务局“三定”规定, and nothing else in the cell or in a numbered line
# · 风铃管理办法，关于守护风铃的意见: several of them, parted by commas
_BARE: Final = rf"{_NO_SENTENCE}(?:{HAN}|[“”]){{2,40}}{KIND}"
BARE_NAME: Final = lazy_re(rf"{MARKER}?(?P<name>(?>{_BARE}))(?>(?:[，,、；;]{BLANK}(?>{_BARE}))*)[；;。]?")
TITLE_MARK: Final = lazy_re(r"[《〈<＜“\"]")
NATION: Final = "中华人民共和国"
# 2 .风铃条例第五条桥户…: a law by its number too
COUNTED: Final = lazy_re(r"[0-9]{1,2} ?[.．、]")
# A bare name that says this is a sentence that happens to end in 法.
SENTENCE: Final = lazy_re(
    r"应当|不得|可以|按照|依照|根据|违反|规定的(?!通知|决定|批复|函)|有关|以及|行为|负责|必须|的[，、]|[^实关]施行"
)
NOTE_LIKE: Final = lazy_re(_NOTE_WORDS)
# 云溪市人民政府关于守护古桥的通知: a name that says what it is, without any mark
NOTICE_ABOUT: Final = lazy_re(r"^[\u4e00-\u9fff、]{4,40}关于.{2,60}的(?:通知|决定|意见|批复|函|公告)$")
KIND_ENDS: Final = lazy_re(rf"{KIND}[）)]?[》〉>＞]?$")

# 《甲通知》（三）… · 《甲局印发<乙意见>》：（三）…: an instrument without articles, whose sections may be numbered so. 《甲局职能配置规定》 is one too.
NOTICE_ENDS: Final = lazy_re(
    r"(?:通知|意见|方案|批复|公告|通告|函|决定|纲要|规划|要点|纪要|报告|(?:职责|职能|编制).{0,12}规定|指引|指南)[）)]?[》〉>＞]?$"
)

# What a label may end in
SEPARATOR: Final = lazy_re(rf"{BLANK}[：:；;]")
# What stands between a law and what follows it: a separator, or another law; a stray closer.
#   《甲法》：“第三条 …” · 《甲法》中第三条：…
END_OF_LAW: Final = lazy_re(
    r"(?:(?<=[）)])[》〉]|(?<=[》〉])[）)])?[：:，,。；;、|｜+＋ \t\u3000\u00a0]*(?:<br ?/?> ?)?"
    rf"(?:“(?=第{NUM}{{1,9}}条|[（(]{NUM}{{1,3}}[）)])|[中之的](?=第{NUM}{{1,9}}条[^。，,的规]{{0,14}}[：:]))?"
)
NEXT_TITLE: Final = lazy_re(rf"[、，,；;和及与/／]?{BLANK}(?:以及|和)?{BLANK}(?={_OPEN})")

# After a law, what makes it the subject of a sentence: 《甲法》规定的…
AFTER_LAW: Final = lazy_re(
    r"规定|的|所|等|中(?![国央小华外介等级止标药医共])|及|和|或|与|、|，|,|明确|要求|是|由|自|对|施行|实施|执行|同时|有关|之|第|”|》|）"
)

# 《甲法》第五条…
ARTICLE_NEXT: Final = lazy_re(rf"第{NUM}{{1,9}}条")
# 《甲法》（2031年修订）第五条规定的…: a sentence in spite of the note
SENTENCE_AFTER: Final = lazy_re(
    rf"第{NUM}{{1,9}}条(?:之{NUM})?(?:第{NUM}{{1,3}}款)?(?:第[（(]?{NUM}{{1,3}}[）)]?项)?(?:规定[的，,。]|的|所|情形)"
)
# 《甲法》全文 · 《甲法》相关条款。 · 《甲法》+全文,《乙法》+第三条: no place, but no sentence either
WHOLE: Final = lazy_re(
    r"(?P<said>(?:全文|全部条款|(?:等?相关|等?有关)(?:条款|规定))[。；;]?)[，,、+＋]?"
    rf"(?:(?=\n|$)|{BLANK}(?={MARKER}?(?:[【\[]{HAN}{{2,8}}[】\]])?《))"
)
# 《甲条例》30条2款： · 《甲条例》第5.1条 · 《甲条例》第十九套：
BARE_ARTICLE: Final = lazy_re(
    rf"{NUM}{{1,9}}条|第{NUM}{{1,9}}套{BLANK}[：:]|第[0-9]{{1,3}}(?:[.．][0-9]{{1,3}}){{1,4}}条"
)

# ——— lines ———

# （一） · (2) · （ 一） · （十二）
SUBPARAGRAPH: Final = lazy_re(rf"(?P<label>[（(][ \u3000]?(?P<number>{NUM}{{1,5}})[ \u3000]?[）)])")

# 国务院《甲条例》 · 市令第3号《甲办法》 · 云桥发〔2031〕15号《甲办法》 · 甲条例》第五条: a law that begins with no mark
_ISSUERS: Final = "(?:院|政府|局|部|委|会|大|办|厅|署|室)"
ORGAN_ENDS: Final = lazy_re(rf"{_ISSUERS}$")
_UNMARKED_LAW: Final = (
    r"(?=[^《》。；;\n]{1,60}[《》])(?:"
    rf"[（(]?(?:{HAN}{{2,24}}{_ISSUERS}|{HAN}{{0,16}}{NUMBERED}[）)]?|{_ORDER_BEFORE}[）)]?) ?(?=《)"
    rf"|{HAN}{{2,40}}{_KIND_WORD}》(?=[ 　]?(?:[（(]|第{NUM}{{1,9}}条)))"
)
# 2、甲办法（市令第3号）第五条 · ②甲法第五条: numbered as laws are, and not as what a text enumerates
_NUMBERED_BARE: Final = (
    rf"(?:[0-9]{{1,2}} ?[.．、]|[①-⑳]){BLANK}(?!违反|依|按|根据|不|未|对|有)"
    rf"(?=[*×]{{0,8}}{HAN}{{1,40}}{_KIND_WORD}(?:[（(](?:试行|暂行)[）)])?[ 　]?(?:[（(][^（）()\n]{{1,160}}[）)][ 　]?)?(?:{_ARTICLES}|{_ENTRIES}))"
)
# 【法规】《甲条例》 · 法规：《甲条例》 · 依据《甲条例》 · 2.《甲条例》: how a further law begins inside a line
_LAW_START: Final = (
    rf"(?:{MARKER}?(?:[【\[〔［《〈<＜{{｛]|(?:{HAN}{{0,4}}{_CALLED}[：:]|[（(]?{RANK_WORDS}[：:）)】\]])\s*(?={MARKER}?[《【]|无|[/／—-])"
    rf"|{_ON}(?=《)|{_UNMARKED_LAW})|{_NUMBERED_BARE})"
)
# Where, inside a line, a label or a law may begin: after a sentence, or after a gap that was a line break; a law in
# title marks after a comma too. It begins with a set of characters, which makes the scan fast.
# <br> is the line break of a cell of lines with pipes.
#   …的罚款。第二十二条：… · …的罚款。【法规】《甲条例》第五条：… · …检查    第三十四条：… · …处理，《甲条例》第五条：…
RUN_ON: Final = lazy_re(
    r"(?:[。；;！!？?….| \u00a0][”’」』\"）)》〉…]{0,3}+(?>(?:(?<=[”」』\"])[，,、])?)[ \u3000\u00a0]{0,40}+|[，,、](?=《)|<br ?/?>)(?:<br ?/?> ?)?"
    rf"(?P<start>{MARKER}?(?:第(?=[ \u3000（(]?{NUM})|附(?=[件表录])|(?:法律法规|法律|法规|依据|文件)名称[：:])|{_LAW_START})"
)
# …第三十七条第一款、风铃条例第五条: the same behind a place
_NEXT_BARE: Final = rf"(?!违反|依|按|根据|本|该|其){HAN}{{2,40}}?{_KIND_WORD}(?=[ \u3000]?{_ARTICLES})"
NEXT_BARE: Final = lazy_re(_NEXT_BARE)
NEXT_BARE_BEHIND: Final = lazy_re(rf"[、，,；;]{BLANK}{_NEXT_BARE}")
# …收费。风铃条例第五条 … · …收费。风铃条例（2031年修正）第五条 …: a further law without marks, where the one before has none either
BARE_RUN_ON: Final = lazy_re(
    rf"[。；;！？][”’」』）)]{{0,2}}{BLANK}(?P<start>(?!违反|依|按|根据|本|该|其){HAN}{{2,40}}?{_KIND_WORD})"
    rf"(?=[ \u3000]?(?:[（(][^（）()\n]{{1,160}}[）)][ \u3000]?)?第{NUM}{{1,9}}条)"
)
# …第七十三条第一款②《乙条例》 · …第七条2、《乙条例》: rings and numbers of laws need no stop before them
RINGED_LAW: Final = lazy_re(rf"(?:(?=[①-⑳]|[0-9]{{1,2}}(?:[.．、]{BLANK})?[《【]){_LAW_START}|{_NUMBERED_BARE})")
# …第三条《乙条例》: so does the name itself
GLUED_LAW: Final = lazy_re(rf"(?=[①-⑳《]|[0-9]{{1,2}}(?:[.．、]{BLANK})?[《【])|{_NUMBERED_BARE}")
# …第六十一条；(2.《乙条例》): a further law behind a list of places; after a colon 依据《乙条例》 is what stands there
NEXT_MARKED: Final = lazy_re(rf"{MARKER}(?:[【\[〔［]|{RANK_WORDS}[：:]\s*)?(?=《|[^】\]\n]{{1,12}}[】\]])")
NEXT_LAW: Final = lazy_re(rf"{_LAW_START}")
# …。（四）开展巡查 · …。二、收费范围: the next section of a notice
NEXT_SECTION: Final = lazy_re(
    rf"[。；;！？][”’」』）)]{{0,2}}[ \u3000\u00a0]{{0,9}}(?P<start>[（(]{NUM}{{1,3}}[）)]|[一二三四五六七八九十]{{1,3}}、)"
)
# What ends a paragraph. A line that ends otherwise goes on below: the column was narrow.
ENDS: Final = frozenset('。；;：:！!？?….”"』」）)】》')
# 违反本条例⏎第七条 …: the sentence needs what follows, which is no label
NEEDS_MORE: Final = lazy_re(
    r"(?:本[法条例办规定细则]{1,4}|该(?:法|条例|办法|规定)|依照|按照|根据|依据|违反|符合|和|与|或者?|及|至|到|、|，|,|（|“)$"
)

# 《甲法》⏎的规定
GOES_ON_BELOW: Final = lazy_re(r"\s*(?:规定|的|所|等|和|或|与|及)")
