"""One noun: the address of a provision inside a law (条、款、项、目).

Knows how addresses are written, ordered, enumerated and contained in one another.
Does not know which law is meant, nor whether anything stands at the address.
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Final, TypeAlias

from pydantic import ConfigDict, Field

from pipeline.numerals import to_chinese
from pipeline.patterns import lazy_re

MAX_NUMBER: Final = 99_999
Number = Annotated[int, Field(ge=1, le=MAX_NUMBER)]

RANGE_LIMIT: Final = 1000
"""A longer range is not expanded: no law has so many articles between two pinpoints."""


@dataclass(frozen=True, slots=True)
class Address:
    """第一百二十条之一第二款第（三）项第4目 = ``Address(120, 1, 2, 3, 4)``; what is not named is None.

    A subparagraph can stand directly under its article: 第十七条第六项 has paragraph None, not 1. A plain dataclass,
    because thousands are made per list: its numbers are validated where JSON is loaded, not where a reader that has
    just read them makes one.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(
        extra="forbid", json_schema_serialization_defaults_required=True
    )

    article: Annotated[Number, Field(title="条", description="条的序号")]
    article_suffix: Annotated[Number | None, Field(title="之", description="“之一”的序号；没有则为 null")] = None
    paragraph: Annotated[Number | None, Field(title="款", description="款的序号；未指明则为 null")] = None
    subparagraph: Annotated[Number | None, Field(title="项", description="项的序号；未指明则为 null")] = None
    point: Annotated[Number | None, Field(title="目", description="目的序号；未指明则为 null")] = None

    def __str__(self) -> str:
        """As statutes print it: 第十三条第三款."""
        text = f"第{to_chinese(self.article)}条" if self.article <= 9999 else f"第{self.article}条"
        for number, form in (
            (self.article_suffix, "之{}"),
            (self.paragraph, "第{}款"),
            (self.subparagraph, "第{}项"),
            (self.point, "第{}目"),
        ):
            if number is not None:
                text += form.format(to_chinese(number) if number <= 9999 else number)
        return text

    def compact(self) -> str:
        """For people who read many: 13.3, 120-1, 17(6), 20.1(2)[4]."""
        text = str(self.article)
        for number, form in (
            (self.article_suffix, "-{}"),
            (self.paragraph, ".{}"),
            (self.subparagraph, "({})"),
            (self.point, "[{}]"),
        ):
            if number is not None:
                text += form.format(number)
        return text


COMPACT: Final = r"([0-9]+)(?:-([0-9]+))?(?:\.([0-9]+))?(?:\(([0-9]+)\))?(?:\[([0-9]+)\])?"
"""13.3 · 120-1 · 17(6) · 20.1(2)[4]: the levels in their order."""
_COMPACT: Final = lazy_re(COMPACT)


def from_compact(text: str) -> Address | None:
    """The address that ``compact`` writes as *text*; None where *text* is none."""
    match = _COMPACT.fullmatch(text)
    if match is None or any(number and not 1 <= int(number) <= MAX_NUMBER for number in match.groups()):
        return None
    article, *below = (int(number) if number else None for number in match.groups())
    assert article is not None  # the first group always matches
    return Address(article, *below)


ArticleKey: TypeAlias = tuple[int, int]
"""An article inside a law: its number and its 之 (0 where there is none), so that keys sort."""


def article_key(address: Address) -> ArticleKey:
    """第一百二十条之一第二款 → (120, 1): what all addresses of one article share."""
    return (address.article, address.article_suffix or 0)


def sort_key(address: Address) -> tuple[int, int, int, int, int]:
    """Order of addresses in a law; a whole before its parts."""
    return (
        address.article,
        address.article_suffix or 0,
        address.paragraph or 0,
        address.subparagraph or 0,
        address.point or 0,
    )


def contains(whole: Address, part: Address) -> bool:
    """Whether *part* certainly lies within *whole* (an address contains itself).

    第十七条 contains 第十七条第一款第（六）项. 第十七条第六项, whose paragraph is unknown, is contained in 第十七条
    and in itself only.
    """
    if whole.article != part.article or whole.article_suffix != part.article_suffix:
        return False
    mine = (whole.paragraph, whole.subparagraph, whole.point)
    theirs = (part.paragraph, part.subparagraph, part.point)
    depth = max((level for level, number in enumerate(mine, 1) if number is not None), default=0)
    return mine[:depth] == theirs[:depth]


def may_contain(whole: Address, part: Address) -> bool:
    """As ``contains``, but a 款 that *whole* leaves unnamed may be any: 第九条第六项 may contain 第九条第一款第六项."""
    if whole.article != part.article or whole.article_suffix != part.article_suffix:
        return False
    mine = (whole.paragraph, whole.subparagraph, whole.point)
    theirs = (part.paragraph, part.subparagraph, part.point)
    return all(one is None or one == other for one, other in zip(mine, theirs, strict=True))


def overlaps(one: Address, other: Address) -> bool:
    """Whether one of the two contains the other."""
    return contains(one, other) or contains(other, one)
