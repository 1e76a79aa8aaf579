"""An official text × an address → why the text has nothing there.

Knows how many 条, 款 and 项 a text has, and where its own faults leave that open. Does not know what is quoted.
"""

from __future__ import annotations

from pipeline.address import Address, article_key
from pipeline.statutes.nouns import Article, Statute


def lacking(statute: Statute, address: Address) -> str | None:
    """Why *statute* has no *address*: 只有7条, 第三条只有3款, 第三条第一款不分项.

    None where it has it, and where the text is at fault there: nobody can tell then what it should have.
    """
    key = article_key(address)
    articles = statute.by_key.get(key)
    name = Address(address.article, address.article_suffix)
    if articles is None:
        plain = [article.key for article in statute.articles if not article.key[1]]
        if statute.skips(key):
            return None
        orderly = not key[1] and plain == [(number, 0) for number in range(1, len(plain) + 1)]
        return f"只有{len(plain)}条" if orderly else f"没有{name}"
    if statute.is_doubtful(key) or _is_faulty(statute, articles[0]):
        return None
    paragraphs = articles[0].paragraphs
    if (address.paragraph or 1) > len(paragraphs):
        return f"{name}只有{len(paragraphs)}款"
    if address.subparagraph is None:
        return None
    named = paragraphs if address.paragraph is None else paragraphs[address.paragraph - 1 : address.paragraph]
    most = max(len(paragraph.items) for paragraph in named)
    if address.subparagraph <= most:
        return None
    where = statute.called(Address(name.article, name.article_suffix, address.paragraph))
    return f"{where}只有{most}项" if most else f"{where}不分项"


def _is_faulty(statute: Statute, article: Article) -> bool:
    return any(article.span[0] <= fault.span[0] < article.span[1] for fault in statute.faults)
