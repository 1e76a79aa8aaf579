"""How many 条, 款 and 项 a version has → what it has, and whether it can have an address.

Knows what the counts of the register say, and what they leave open. Does not know where they come from, nor what
becomes of a provision.
"""

from __future__ import annotations

from pipeline.address import Address
from pipeline.register.nouns import Version


def paragraph_count(version: Version, address: Address) -> int | None:
    """How many 款 the article of *address* has in *version*; None where the register does not say."""
    if version.paragraphs is None:
        return None
    return version.paragraphs.get(Address(address.article, address.article_suffix), 1)


def subparagraph_count(version: Version, address: Address) -> int | None:
    """How many 项 the 款 of *address* has in *version*; None where it names none, or the register does not say."""
    if version.subparagraphs is None or address.paragraph is None:
        return None
    return version.subparagraphs.get(Address(address.article, address.article_suffix, address.paragraph), 0)


def lacking(version: Version, address: Address) -> str | None:
    """Why *version* cannot have *address*: 只有79条, 第九条只有2款, 第九条第二款不分项.

    None where it can, and where the register does not say.
    """
    if version.articles is not None and address.article > version.articles:
        return f"只有{version.articles}条"
    article = Address(address.article, address.article_suffix)
    paragraphs = paragraph_count(version, address)
    if paragraphs is None:
        return None
    if (address.paragraph or 1) > paragraphs:
        return f"{article}只有{paragraphs}款"
    if address.subparagraph is None:
        return None
    numbers = range(1, paragraphs + 1) if address.paragraph is None else (address.paragraph,)
    counts = [subparagraph_count(version, Address(*_of(article), number)) for number in numbers]
    known = [count for count in counts if count is not None]
    if len(known) < len(counts) or address.subparagraph <= max(known):
        return None
    where = article if paragraphs == 1 or address.paragraph is None else Address(*_of(article), address.paragraph)
    return f"{where}只有{max(known)}项" if max(known) else f"{where}不分项"


def _of(article: Address) -> tuple[int, int | None]:
    return (article.article, article.article_suffix)


def counted(version: Version) -> list[Address]:
    """What *version* is known to have: 款 and 项 where they are counted, else articles; those without 之."""
    articles = [Address(article) for article in range(1, (version.articles or 0) + 1)]
    found: list[Address] = []
    for article in articles:
        count = paragraph_count(version, article)
        found += [article] if count is None else [Address(article.article, None, at + 1) for at in range(count)]
    items: list[Address] = []
    for whole in found:
        items += [
            Address(whole.article, None, whole.paragraph, at + 1)
            for at in range(subparagraph_count(version, whole) or 0)
        ]
    return found + items


def provisions(version: Version) -> list[Address] | None:
    """Every 款 and 项 of *version* (articles without 之), in order; None where the register does not count them."""
    if version.articles is None or version.paragraphs is None or version.subparagraphs is None:
        return None
    found: list[Address] = []
    for article in range(1, version.articles + 1):
        for paragraph in range(1, version.paragraphs.get(Address(article), 1) + 1):
            whole = Address(article, None, paragraph)
            found.append(whole)
            count = version.subparagraphs.get(whole, 0)
            found += [Address(article, None, paragraph, item) for item in range(1, count + 1)]
    return found
