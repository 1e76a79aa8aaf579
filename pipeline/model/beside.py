"""What must be true of the official texts of a list and of what was laid beside them.

Knows which text a collation may name, and where its words may stand. Does not know the texts themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.model.collated import Collation, OfficialText
    from pipeline.model.listed import PowerList
    from pipeline.model.quoted import Provision


def text_problems(power_list: PowerList) -> Iterator[str]:
    """What cannot be true of the texts and collations of *power_list*."""
    laws = {law.id for law in power_list.laws}
    texts: dict[str, OfficialText] = {}
    for number, text in enumerate(power_list.texts, 1):
        if text.id != f"text-{number}":
            yield f"texts: {text.id} should be text-{number}"
        if text.law not in laws or any((other.law, other.file) == (text.law, text.file) for other in texts.values()):
            yield f"{text.id}: {text.law} is not in laws, or has this text already"
        texts[text.id] = text
    for item in power_list.items:
        for basis in item.basis:
            for provision in basis.provisions:
                if provision.collation is not None:
                    name = f"item {item.number}, provision {provision.ordinal}, collation"
                    for problem in _problems(provision, provision.collation, basis.law, texts):
                        yield f"{name}: {problem}"


def _problems(
    provision: Provision, collation: Collation, law: str | None, texts: dict[str, OfficialText]
) -> Iterator[str]:
    text = texts.get(collation.text)
    if text is None or text.law != law:
        yield f"{collation.text} is no text of {law}"
        return
    if len(collation.paragraphs) != len(provision.paragraphs):
        yield f"{len(collation.paragraphs)} paragraphs, the provision has {len(provision.paragraphs)}"
    if (collation.label is None) != (not provision.addresses):
        yield "a label and what is said of it belong together"
    start, end = provision.span
    for difference in collation.differences:
        left, right = difference.span
        if not start <= left <= right <= end or right - left != len(difference.quoted):
            yield f"span {list(difference.span)} of a difference is not that of its words"
    spans = [left_out.official_span for left_out in collation.left_out]
    spans += [each.official_span for each in collation.differences if each.official_span]
    for left, right in spans:
        if not left <= right <= text.characters:
            yield f"official span {[left, right]} lies outside {collation.text}"
