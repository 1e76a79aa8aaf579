"""Words of titles: what a title changes for grammar's sake, and the types it may end in.

Knows words that carry no content of their own. Does nothing.
"""

from __future__ import annotations

from typing import Final

import regex

from pipeline.patterns import lazy_re, lazy_regex

# 对…的处罚 under a table that is no 行政处罚
TYPE_WORDS: Final = ("处罚", "许可", "强制", "征收", "给付", "奖励", "确认", "裁决", "检查")

# A title turns “应当报经…批准” into “未报经…批准”, “的提供者” into “提供者”: such words may come, go or change places.
_GRAMMAR_WORDS: Final = (
    # particles and pronouns: 关键信息基础设施（的）运营者
    "的 了 等 其 该 本 此 所 之 者 各 某 "
    # joints: 采取停止传输、消除等 · 制度和措施
    "和 与 及 以及 或 或者 并 并且 且 而 但 又 也 还 即 同时 "
    # modal words and negations: 应当 → 未, 不得 → (nothing), 必须 → 不
    "应当 应 当 不得 不 得 未 无 非 没有 没 必须 须 需 可以 可 能 有权 有 是 为 已 拒不 拒 擅自 "
    # ways of acting: 按规定, 依法, 进行
    "按 按照 依 依法 依照 依据 根据 规定 按规定 要求 进行 实行 予以 给予 作出 实施 开展 采取 履行 "
    # prepositions and aspect: 向…报告, 在…内
    "对 对于 向 在 于 由 从 到 至 以 用 将 把 被 给 使 为了 通过 经 因 就 内 中 上 下 时 后 前 者 "
    # fillers: 立即, 及时, 相关, 有关
    "立即 及时 均 相关 有关 相应 任何 其他 其它 一切 全部 所有 自行 自己 本人 他人 违反 违法 违规 行为 情形 "
    # marks
    '、 ， , “ ” " （ ） ( ) 《 》 〈 〉 ： ； 。'
).split()

GRAMMAR: Final = lazy_regex(
    "(?:" + "|".join(sorted(map(regex.escape, set(_GRAMMAR_WORDS)), key=len, reverse=True)) + ")*+"
)

# 未经许可从事 for 未取得许可证从事: behind these words a title may leave that one out.
SHORTENED: Final = (("许可", "证"),)

# Where a phrase ends: a near-miss is looked for inside a phrase, never across one of these.
PHRASE_END: Final = frozenset('，。；：、！？,.;:!?（）()《》〈〉“”"\n 　')

# What matches is counted across the marks inside a sentence, not across its end.
SENTENCE_END: Final = frozenset("。；！？;!?\n")

# A phrase also ends before and behind these: where the title and the text both go on with one of them, whatever it is,
# what matched matched to its end.
EDGE: Final = PHRASE_END | {word for word in _GRAMMAR_WORDS if len(word) == 1}

# Behind these the phrase begins that a finding shows.
LEADS: Final = ("的", "禁止", "不得", "应当", *PHRASE_END)

# What a title ends in is the title's own: 的处罚, 的监督管理和处罚.
TAIL: Final = lazy_re(rf"的(?:行政|监督管理|监督|和|、|及|{'|'.join(TYPE_WORDS)})+$")
