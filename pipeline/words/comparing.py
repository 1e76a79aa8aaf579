"""Words of a comparison: what of a text is one word, and what of a title says nothing about the item.

Knows figures with their units, numbers of provisions, and the frame 对…的处罚. Does nothing.
"""

from __future__ import annotations

from typing import Final

import regex

from pipeline.patterns import lazy_regex

_NUMERAL: Final = "〇零一二三四五六七八九十百千万亿两0-9０-９"

# What is changed as one: 第四十八条之一, 三万元, 五倍, 十五日, 10000元, 2031年; else a single character.
WORD: Final = lazy_regex(
    rf"第[{_NUMERAL}]++(?:条(?:之[{_NUMERAL}]++)?|款|项|目|编|章|节|号)?"
    rf"|[{_NUMERAL}]++(?:[.．][0-9０-９]++)?(?:万|亿)?(?:元|倍|日|个月|个工作日|年|月|周|小时|％|%)"
    rf"|[0-9０-９]++(?:[.．][0-9０-９]++)*+|[A-Za-zＡ-Ｚａ-ｚ]++|.",
    regex.DOTALL,
)

# 第四十八条之一, 第九条第二款, 第（三）项: the number of a provision, and nothing else.
PROVISION_NUMBER: Final = lazy_regex(
    rf"(?:第[{_NUMERAL}]++条(?:之[{_NUMERAL}]++)?+|第?[（(]?[{_NUMERAL}]++[)）]?[款项目])++"
)

# 第三十|二条: a place within such a number, or between two of its parts
NUMBER_BEFORE: Final = lazy_regex(rf"第[（(]?[{_NUMERAL}]{{0,6}}$")
NUMBER_AFTER: Final = lazy_regex(rf"[{_NUMERAL}]{{0,6}}[)）]?[条款项目]")

# 对未按规定记录裂缝的行政处罚 → 未按规定记录裂缝: what all titles of a table share.
TITLE_FRAME: Final = lazy_regex(
    r"(?:对|关于)?(?P<core>.+?)(?:行为|情形)?(?:的)?(?:行政)?(?:处罚|许可|强制|检查|确认|奖励|征收|给付|裁决|监督管理和处罚)?",
    regex.DOTALL,
)

# 表一：行政处罚（共14项） → 行政处罚: a table goes by its name, not by its number or how many items it has.
TABLE_NAME: Final = lazy_regex(rf"(?:附?表[{_NUMERAL}]*+[:：.、]*+)?(?P<name>.*?)(?:[(（]共?[{_NUMERAL}]++项[)）])?")
