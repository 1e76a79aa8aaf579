"""``python -m bench.floods``: texts no law has, long and longer; what a character costs in them.

Knows what a hostile text repeats. Does not know how it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from bench.clocks import now, since
from pipeline import find_references, find_sanctions
from pipeline.basis import read_basis

SHORT: Final = 100_000
LONG: Final = 1_000_000
FLOODS: Final = (
    "第一、第二、第三", "第一条、第二条、", "第一条至第九百条。", "第一百、", "第", "第一条（", "（一）\n第二项",
    "前款第一项、", "前九百款。", "各该条。", "第一项行为；", "《", "》", "《甲法》第五条，",
    "《甲法》第五条，第六条。", "依照刑法第二百条，依照第二百零一条，", "该法第三条，", "第五条（盗）、",
    "关于刑法第五条的", "对有由和与及法", "违反", "处", "罚款", "处五千元以上", "以上", "一", "违法所得",
    "一倍以上", "情节严重的，", "的，", "对个人处", "责令改正，", "警告、", "处每平方米一元以上二元以下罚款，",
    "（一）处五千元；\n", "没收", "吊销", "1,000",
)  # fmt: skip

CELL_FLOODS: Final = (
    "《", "》", "【", "（", "<", "第一条", "第一条、", "。第一条：", "；第一条、", "。《古桥法》", "《古桥法》、",
    "《古桥法》第一条、", "第1、", "第一条第1、", "1.第", "（一）", "《古桥法（", "附件1第1项", "第1项：\n", "二、\n",
    "第一章\n", "第\n一\n条", "《甲》\n（", " ", "\u3000", "。 ", "……", "中华人民共和国", "实施《甲",
    "法律法规名称:甲;", "1111111111", "第一条至第九百条、", "。依据《甲法》", "，《甲》", "甲。甲", "《甲通知》（一）",
    "。（一）", "（三）甲。（四）", "。〔2031〕", "第1条（1）", "|",
    "风铃管理办法，", "风铃管理办法\n", "《甲法》第三条以及", "依据一：《甲法》", "1、甲决定第1项；",
    "《甲法》第四条：甲。 第十一条",
    "①古桥法第一条②", "1、古桥法第一条；2、", "第一条的规定。", "《甲法》第一条甲。第二条", "第一条第一款 甲。第二款 ",
    "①古桥", "第一条、第二条 甲\n", "。第一条。", "附件第1项；《甲法》",
    "《甲法》第一条", "《甲法》第一条2、", "依据：\n", "（（2031年修正", "《甲法》+第一条，",
    "第一章 甲 ", "古桥法第一条 甲。", "；2、第一条甲",
    "【法律】古桥法 2031 年 3 月 1 日修正、", "《甲法》 2031 年 3 月 1 日令第 6 号发布 ", "1、古桥法第一条2、",
    "法律】《甲法》 第一条甲。", "古桥法第 3 条、", "3.风铃管理办法\n", "古桥法\n第一条\n",
    "《古橋條例》第一條", "。《甲法》第一条规定，甲。第二条规定，",
)  # fmt: skip
"""The same for cells with laws and articles."""


def main() -> None:
    """Print, per flood, the seconds for a megacharacter and what a character costs in it against a tenth of it."""
    _print(FLOODS, references=_references, sanctions=find_sanctions)
    _print(CELL_FLOODS, basis=_basis)


def _print(floods: Iterable[str], **readers: Callable[[str], object]) -> None:
    print(f"| repeated | {' | '.join(f'{name} s | ×' for name in readers)} |")
    print(f"| --- |{' ---: | ---: |' * len(readers)}")
    for flood in floods:
        cells = []
        for read in readers.values():
            short, long = (_seconds(read, _text(flood, length)) for length in (SHORT, LONG))
            cells += [f"{long:.2f}", f"{long / short / (LONG / SHORT):.2f}" if short > 0 else "–"]
        print(f"| `{flood!r}` | {' | '.join(cells)} |", flush=True)
    print()


def _references(text: str) -> object:
    return find_references(text, article=5, paragraph=950)


def _basis(text: str) -> object:
    return read_basis(text, 0, len(text))


def _text(flood: str, length: int) -> str:
    return (flood * (length // len(flood) + 1))[:length]


def _seconds(read: Callable[[str], object], text: str) -> float:
    start = now()
    read(text)
    return since(start)[0]


if __name__ == "__main__":
    main()
