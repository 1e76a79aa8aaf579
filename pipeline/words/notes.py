"""Words of the note behind a law: document number and dates.

Knows how they are printed. Does nothing.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_regex
from pipeline.words.basis import HAN, NUMBERED
from pipeline.words.tables import NUM

# 国家互联网信息办公室令第1号 · 国务院令第228号 · 主席令第四十九号 · 交通运输部令2016年第60号 · 公告第7号 · 国发〔2020〕13号
DOCUMENT_NUMBER: Final = lazy_regex(
    rf"(?:(?<![0-9])[0-9]{{4}}\s?年\s?(?:[0-9]{{1,2}}\s?月\s?(?:[0-9]{{1,2}}\s?日)?)?\s?|通过\s?|(?<![0-9]))(?P<number>(?:(?!通过|[0-9]{{4}}年)[^【〔［\[（(）)，,、；;。+＋|｜\s\u3000]){{0,40}}?(?:令|公告)\s?(?:[〔\[【（(]?[0-9]{{4}}[〕\]】）)]?年?)?\s?第?\s?{NUM}{{1,6}}\s?号"
    rf"|{HAN}{{0,20}}{NUMBERED}|{HAN}{{0,20}}?第{NUM}{{1,6}}号(?:令|公告))"
)

# 2017年6月1日 … 实施: the word that follows a date says what it is the date of.
DATE: Final = lazy_regex(r"(?P<year>[0-9]{4})\s?年\s?(?P<month>[0-9]{1,2})\s?月\s?(?P<day>[0-9]{1,2})\s?日")
DATE_MEANING: Final = lazy_regex(
    r"(?P<adopted>通过)|(?P<effective>施行|实施|生效)|(?P<other>公布|发布|修正|修订|修改|批准|印发)"
)
