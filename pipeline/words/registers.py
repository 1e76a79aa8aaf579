"""Words that tell a version of a law: what a name and a citation say of it.

Knows how they are printed. Does nothing.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_re

# 网络安全法（2025年修正） · 烟草专卖法(2015) : what stands behind a name and says which text of it. 办法（试行） has a name.
NAME_VERSION: Final = lazy_re(r"[（(](?=[^（）()]*(?:[0-9]{4}|修正|修订|修改))[^（）()]*[）)]$")

# （2025年修正） · 2021年修订版 · （2015）
YEAR: Final = lazy_re(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?:年(?=[修通公版颁发本）)]|$)|(?=[）)]))")
