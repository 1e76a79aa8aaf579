"""Words of a basis that gives each part a field of its own (facts/lists-in-the-wild.md, layout I), or says 无.

Knows how the fields are called, and how a cell says that there is no law. Does nothing.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_re
from pipeline.words.basis import MARKER, RANK_WORDS

_PLACE_FIELD: Final = (
    r"(?:条款号|条款|条款项|具体条款)[：:]\s*(?P<label>[^；;\n]{0,60}?)(?=[；;\n]|\s+(?:条款|具体)?内容[：:]|$)"
    r"(?:[\s；;，,]{1,9}(?:条款内容|内容|具体内容)[：:]\s*)?"
)
# 法律法规名称:甲条例;依据文号:市令第3号;条款号:第五条;条款内容:… · 2、法律法规名称:…
FIELDS: Final = lazy_re(
    rf"{MARKER}?(?:(?:法律法规|法律|法规|依据|文件)名称)[：:]\s*[《〈<]?(?P<name>[^；;：:\n》〉>]{{2,80}}?)[》〉>]?(?=[\s；;，,]{{1,9}}(?:依据文号|文号|发文字号|文件号|条款|内容)|[；;\n]|$)"
    r"(?:[\s；;，,]{1,9}(?:依据文号|文号|发文字号|文件号)[：:]\s*(?P<number>[^；;\n]{0,60}?)(?=[；;\n]|\s+条款|$))?"
    rf"(?:[\s；;，,]{{1,9}}{_PLACE_FIELD})?"
)
FIELD_NAME: Final = "名称"
# 条款号：第五条第二款⏎条款内容：…  where the law itself has no field
PLACE_FIELD: Final = lazy_re(_PLACE_FIELD)
PLACE_FIELDS: Final = ("条款", "具体条款")

# 法规： · 【规章】 · 1.法律： · 设定依据： · 其他： · 依据文号：: what a law, or a part of what is said of it, stands behind
_ASKED: Final = (
    rf"{MARKER}?(?:[【\[〔［（(](?:{RANK_WORDS}|其[他它])[】\]〕］）)][：:]?"
    rf"|(?:{RANK_WORDS}|[\u4e00-\u9fff]{{0,6}}依据|其[他它]|(?:法律法规|法律|法规|依据|文件)名称|依据文号|文号|条款号?|条款内容)[：:])"
    r"[ \t\u3000\u00a0]*"
)
_NONE: Final = r"(?:暂?无(?:法律|法规|相关)?(?:依据|规定)?|没有|不涉及|N/A|[-—－–─/／\\＼]{1,4})"
# 法规：无 · 【规章】／ · 法律：  with nothing before the next one or the end
NOTHING: Final = lazy_re(rf"{_ASKED}(?:{_NONE}(?=[ \t\u3000\u00a0]*(?:[。；;，,\n]|$|{_ASKED}))|(?=\s*(?:{_ASKED}|$)))")
# 无 · — · 暂无。 · 1.无, and nothing else in a cell
NOTHING_AT_ALL: Final = lazy_re(rf"{MARKER}?{_NONE}[。；;]?")
