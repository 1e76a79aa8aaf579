"""Words of a basis that gives each part a field of its own (facts/lists-in-the-wild.md, layout I).

Knows how the fields are called. Does nothing.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_re
from pipeline.words.basis import MARKER

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
