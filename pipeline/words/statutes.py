"""Words of an official text: its head, headings, article labels, points, and what follows the last article.

Knows how the national database, gazettes and their copies print a statute (laws/texts/). Does nothing.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_re
from pipeline.words.basis import KIND
from pipeline.words.tables import NUM

_GAP: Final = r"[ \t\u3000\u00a0]"
# # 云溪市古桥守护条例 · > 2031年… · - 第一章: what Markdown puts before a line
MARKUP: Final = lazy_re(r"[ \t\u3000\u00a0]*(?:(?:#{1,6}|>|[-*+])[ \t]+)+")

# ——— head ———

# 2031年1月18日 · ２０３１年１月１８日 · 二〇三一年一月十八日
DATE: Final = lazy_re(
    rf"(?P<year>{NUM}{{4}}){_GAP}?年{_GAP}?(?P<month>{NUM}{{1,2}}){_GAP}?月{_GAP}?(?P<day>{NUM}{{1,3}}){_GAP}?日"
)
# What a date in the head is the date of: the last of these words before the next date.
EVENT: Final = lazy_re(
    r"(?P<amended>修正|修订|修改)|(?P<adopted>通过|批准|制定)|(?P<published>公布|发布|颁布)|(?P<effective>施行|实施|生效)"
)
# …会议通过的《古桥法修正案（二）》: what was adopted is an amendment
ADOPTED_AMENDMENT: Final = lazy_re(r"(?:通过|公布|发布)的?《[^》]*(?:修正案|关于.{0,30}(?:修改|修订|修正|惩治))")
# （2031年1月18日云溪市第三届人民代表大会常务委员会第七次会议通过…
HISTORY: Final = lazy_re(rf"[（(]?{_GAP}*(?:根据)?{_GAP}*{NUM}{{4}}{_GAP}?年{_GAP}?{NUM}{{1,2}}{_GAP}?月")
# A line of an order above the title: 云溪市人民政府令 · 第12号 · 市长　某某
ORDER: Final = lazy_re(rf"(?:.*(?:令|公告)|.*第?{NUM}{{1,6}}{_GAP}*号)$")
SENTENCE: Final = lazy_re(r"[。；：]|^附")
TITLE: Final = lazy_re(rf"《?[^。；：]{{1,100}}{KIND}》?$")
# The second half of a title that is printed in two lines: 关于加强守桥工作的规定
TITLE_GOES_ON: Final = lazy_re(r"关于|实施|贯彻|《|〈")
# 云溪市人民代表大会常务委员会关于修改《云溪市古桥守护条例》的决定 · 古桥法修正案（二）
AMENDING: Final = lazy_re(r"(?:关于(?:修改|废止|修订|修正).*决定|修正案(?:[（(].{1,4}[）)])?)$")
# 一、将第三条修改为：“第三条　… : an item of an amending decision
AMENDS: Final = lazy_re(
    rf"{NUM}{{1,4}}[、.．].{{0,60}}?(?:第{NUM}{{1,9}}条.{{0,60}}?(?:修改为|改为|增加|删去)|增加.{{0,8}}[条款项]|删去第)"
)

# ——— structure ———

CONTENTS: Final = lazy_re(rf"目{_GAP}*[录次]")
# 第一章　总　　则 · 第二分编　典型桥梁 · 第一节
HEADING: Final = lazy_re(
    rf"第{_GAP}?(?P<number>{NUM}{{1,4}}){_GAP}?(?P<level>分编|编|章|节)(?P<gap>{_GAP}*)(?P<title>[^。；：，]{{0,60}})$"
)
# 第三章　总则……12 : the page in a table of contents
PAGE: Final = lazy_re(r"[ \t\u3000.…·—-]+\d{1,4}$")
# 第三条　 · 第十七条之一　 · **第三条**
ARTICLE: Final = lazy_re(
    rf"(?:\*\*)?(?P<label>第{_GAP}?(?P<article>{NUM}{{1,9}}){_GAP}?条(?:之(?P<suffix>{NUM}{{1,4}}))?)(?:\*\*)?(?P<gap>{_GAP}*)"
)
# 附则 without a number, 序言: a heading of its own
BARE_HEADING: Final = lazy_re(rf"(?:附{_GAP}*则|总{_GAP}*则|序{_GAP}*言)$")
# （一）
ITEM: Final = lazy_re(rf"(?P<label>[（(]{_GAP}?(?P<number>{NUM}{{1,5}}){_GAP}?[）)])")
# 1. · 1、 · ① : a 目 under a 项; （1） is one too, where the 项 are （一）
POINT: Final = lazy_re(r"(?P<label>(?P<number>[0-9０-９]{1,2})[.．、](?![0-9０-９])|(?P<circled>[①-⑳]))")

# ——— what follows the last article ———

# 附件：… · 附件2 · 附录一 · 附表
ANNEX: Final = lazy_re(rf"附{_GAP}*[件录表图]{_GAP}*{NUM}{{0,3}}{_GAP}*(?:[：:].*|[^。，]{{0,40}})$")
# 注：… · [1] …
NOTE: Final = lazy_re(r"(?:注|编者注|备注)[：:]|\[\d{1,3}\]|〔\d{1,3}〕|［\d{1,3}］")
ENDS: Final = frozenset('。；;：:！？…”"』」）)】》')
# 自2031年4月1日起施行 · 自公布之日起施行
IN_FORCE: Final = lazy_re(
    rf"自(?:{DATE.pattern}|(?P<publication>(?:公布|发布|颁布|通过)之日)){_GAP}?起{_GAP}?(?:正式)?(?:施行|实施|生效)"
)

# ——— wording ———

# Bracket width is no difference: （甲） (甲) · 〔2031〕 [2031] ［2031］ · 〈甲〉 <甲>
BRACKETS: Final = str.maketrans("（）〔〕［］﹝﹞＜＞<>", "()[][][]〈〉〈〉")
# 古桥法(2033年修订) · 古桥法(修正): what a file adds to the name; （试行） is a part of it
REVISED: Final = lazy_re(r"\((?:(?:19|20)\d\d[^()]{0,8}|修订|修正|修正本)\)$")
# 规定：“… · 明确规定，“… · 的规定：… : how a list announces the words of a law
ANNOUNCED: Final = lazy_re(rf"{_GAP}*的?(?:明确)?规定(?:如下)?{_GAP}*(?:[：:]|[，,]?(?={_GAP}*[“「『\"]))")
QUOTATION_MARKS: Final = {"“": "”", "「": "」", "『": "』", '"': '"', "‘": "’"}
# …。” · …。”。 · …。”的规定 : what may stand behind the mark that ends them
CLOSED: Final = lazy_re(r"(?:的(?:有关|相关)?规定)?[。；;，,]?\s*")
ELLIPSIS: Final = lazy_re(r"…+|\.{3,}|。{3,}")
