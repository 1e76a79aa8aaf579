"""Words of a list's outside: headers, captions, serials, titles.

Knows how offices print them (facts/lists-in-the-wild.md). Does nothing.
"""

from __future__ import annotations

import re
from typing import Final

import regex

NUM: Final = "[〇零○一二两三四五六七八九十百千0-9０-９]"

# 实施主体和⏎⏎责任主体 → department; compared after removing all white space.
HEADERS: Final[dict[str, str]] = {
    heading: field
    for field, headings in {
        "serial": "序号 编号 序 总序号",
        "title": "权责事项 事项名称 职权名称 权力名称 权力事项 权力事项名称 权力项目名称 项目名称 项目 执法事项 执法事项名称 "
        "权责事项名称 行政处罚事项 权力名称(主项) 权力名称（主项）",
        "sub_item": "子项 子项名称 项目子项 子项目名称 权力名称(子项) 权力名称（子项）",
        "power_type": "权力类型 职权类型 职权类别 行政职权类别 权力类别 事项类型 事项类别 权责类型 执法类别 执法事项类型 权力分类 "
        "权力事项类型 类别",
        "basis": "设定依据 实施依据 职权依据 权力依据 法律依据 法定依据 执法依据 依据 设立依据 主要依据",
        "department": "实施主体和责任主体 实施主体 行使主体 法定实施主体 责任主体 行政主体 执法主体 实施单位 实施部门 实施机关",
        "level": "行使层级 法定行使层级 第一责任层级 实施层级 办事层级",
        "remarks": "备注 事项备注",
    }.items()
    for heading in headings.split()
}

# The fields no list can do without; a header that lacks one is defective.
REQUIRED_FIELDS: Final = ("title", "basis")

# 12 · 12.0 · 十二 · （3） · 2-1 · 2,3
SERIAL: Final = re.compile(
    rf"[0-9０-９]{{1,6}}(?:\.0)?|[〇零一二三四五六七八九十百千]{{1,7}}|[（(]{NUM}{{1,6}}[）)]|[0-9]{{1,4}}(?:[-－.．,，、][0-9]{{1,4}}){{1,3}}"
)

# 表一：行政处罚（共14项） · 行政许可(11项) · 表2 其他权责事项
CAPTION: Final = regex.compile(
    rf"(?:(?P<label>表{NUM}{{1,4}})(?:[：:、．.\s]+|(?=[（(])|$))?+(?P<type>[^（）()：:\n]{{0,40}}?)\s*"
    rf"(?:[（(]\s*共?\s*(?P<count>{NUM}{{1,7}})\s*[项条]\s*[）)])?"
)

# 附件： · 附件1
LABEL: Final = regex.compile(rf"附\s*件\s*{NUM}{{0,3}}\s*[：:]?")

# 三明市互联网信息办公室权责事项清单 → 三明市互联网信息办公室
TITLE: Final = regex.compile(
    r"(?P<authority>.*?)(?:行政)?(?:权责事项|权力和责任|权力责任|权责|权力|责任)(?:事项)?(?:清单|目录|一览表)(?:[（(].*[）)])?"
)

# Controls, and characters that take no room or turn the text around: a reader does not see them, a search does.
INVISIBLE: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd-\uffff]"
)

# 注：… · 备注：… · 说明：…
NOTE: Final = regex.compile(r"(?:注|备注|说明|附注)\d{0,2}\s*[：:].*")
