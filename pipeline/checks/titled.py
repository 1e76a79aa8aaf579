"""Rules about titles: their words and the type they end in.

Knows what a title promises. Does not know how a near-miss is found (wording.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pipeline.checks.subject import Problem, Subject
from pipeline.wording import near_misses
from pipeline.words.titles import TYPE_WORDS

_ENDINGS: Final = tuple((word, end) for word in TYPE_WORDS for end in (f"的{word}", f"的行政{word}"))
_NAMED: Final = 5
"""Titles that one finding names."""
_ANY_ENDING: Final = tuple(end for _, end in _ENDINGS)


def title_wording(subject: Subject) -> Iterator[Problem]:
    for item in subject.items:
        if not item.title:
            continue
        quoted = [provision.text for basis in item.basis for provision in basis.provisions]
        for miss in near_misses(item.title, quoted):
            yield Problem(
                (item.number,),
                f"{subject.called(item.number)}名称中的「{miss.title}」与所引条文的「{miss.law}」相近而不同；请核对名称用语。",
                miss.title,
                item.spans["title"],
            )


def type_title_mismatch(subject: Subject) -> Iterator[Problem]:
    for item in subject.items:
        title, power_type = item.title or "", item.power_type
        if not power_type or not title.endswith(_ANY_ENDING):
            continue
        for word, ending in _ENDINGS:
            if title.endswith(ending) and word not in power_type:
                yield Problem(
                    (item.number,),
                    f"{subject.called(item.number)}名称以「{ending}」结尾，却列在「{power_type}」之下；请核对权责类型。",
                    ending,
                    item.spans["title"],
                )


def title_doubled(subject: Subject) -> Iterator[Problem]:
    """Several titles under one number, each with laws of its own: one item, and as many sub-items."""
    for item in subject.items:
        if item.titles_apart:
            names = "、".join(f"「{title.text}」" for title in item.sub_items[:_NAMED])
            more = "等" if len(item.sub_items) > _NAMED else ""
            yield Problem(
                (item.number,),
                f"{subject.called(item.number)}的一个序号下有{len(item.sub_items)}个名称{names}{more}，各有设定依据，"
                "读作一项，各名称记为子项；请核对是否应当分别编号。",
                item.sub_items[1].text,
                item.spans["title"],
            )
