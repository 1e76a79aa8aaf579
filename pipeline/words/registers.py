"""Words that tell a version of a law: what a name and a citation say of it.

Knows how they are printed. Does nothing.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_re

# 网络安全法（2025年修正） · 烟草专卖法(2015) : what stands behind a name and says which text of it. 办法（试行） has a name.
NAME_VERSION: Final = lazy_re(r"[（(](?=[^（）()]*(?:[0-9]{4}|修正|修订|修改))[^（）()]*[）)]$")

# （2025年修正） · 2021年修订版 · （2015） · （2024修正） · 2019版 · （2017年施行） · （2025年10月修正） · （2016年第60号）
YEAR: Final = lazy_re(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?:年(?:[0-9]{1,2}月)?(?=[修通公版颁发本施实第）)]|$)|(?=修[正订改]|通过|[公颁发]布|施行|实施|版|[）)]))"
)
# 2016-11-07 · 2016.11.7 · 2016/11/7
PLAIN_DATE: Final = lazy_re(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-./])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9])"
)
# 二〇二五年十月二十八日
CHINESE_DATE: Final = lazy_re(
    r"(?P<year>[一二][〇零○一二三四五六七八九]{3})年(?P<month>[一二三四五六七八九十]{1,3})月(?P<day>[一二三四五六七八九十]{1,3})日"
)
# 主席令第五十三号 · 主席令53号
NUMBERED: Final = lazy_re(r"第?(?P<number>[0-9〇零○一二两三四五六七八九十百千]{1,6})号")
# 2016年第60号, which is printed 2016年交通运输部令第60号 too
OF_YEAR: Final = lazy_re(r"(?P<year>[0-9]{4}年)(?P<number>[0-9]{1,6}号)")
