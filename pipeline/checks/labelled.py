"""Rules about the labels of provisions: what a label names, and what stands under it.

Knows what a label promises. Does not know references (cited.py). What it would guess from the list itself it does not
say of a provision that was laid beside the official text: official.py knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from pipeline.address import ArticleKey, article_key
from pipeline.checks.subject import Problem, Quoted, Subject

_BETWEEN_PLACES: Final = frozenset("、，,；;。和及与")


def label_paragraph_mismatch(subject: Subject) -> Iterator[Problem]:
    for quoted in subject.quoted:
        addresses, paragraphs = quoted.provision.addresses, quoted.provision.paragraphs
        if not addresses or addresses[0].paragraph is None:
            continue
        named = {address.paragraph for address in addresses}
        if (
            quoted.provision.collation is not None
            or None in named
            or any(address.subparagraph for address in addresses)
        ):
            continue
        if paragraphs and len(paragraphs) != len(named):
            also = _also_cited(quoted, named)
            yield Problem(
                (quoted.item.number,),
                f"{subject.called(quoted.item.number)}的{quoted.named}下有{len(paragraphs)}个自然段，"
                f"与标注的款数不符{also}；请核对标注。",
                quoted.provision.label,
                quoted.provision.spans["label"],
            )


def _also_cited(quoted: Quoted, named: set[int | None]) -> str:
    """“，第六十条还引用了该条第二款”, where another provision of the item cites a paragraph the label does not name."""
    key = article_key(quoted.provision.addresses[0])
    for provision in quoted.item.provisions:
        for reference in provision.references:
            target = reference.target
            if (
                target
                and reference.law == quoted.basis.law
                and article_key(target) == key
                and target.paragraph
                and target.paragraph not in named
            ):
                return f"，而{provision.label}还引用了「{target}」"
    return ""


def label_without_text(subject: Subject) -> Iterator[Problem]:
    """A label on a line of its own with nothing under it; a place in a list of places has no text to expect."""
    for quoted in subject.incomplete:
        if quoted.provision.label and not quoted.provision.paragraphs and not is_place(subject, quoted):
            yield Problem(
                (quoted.item.number,),
                f"{subject.called(quoted.item.number)}的{quoted.named}下没有条文；请补全或删去标注。",
                quoted.provision.label,
                quoted.provision.spans["label"],
            )


def is_place(subject: Subject, quoted: Quoted) -> bool:
    """Whether the label stands in the law's own line, or beside others: 《甲法》第五条、第六条."""
    basis, span = quoted.basis, quoted.provision.span
    index = quoted.provision.ordinal - basis.provisions[0].ordinal
    before = basis.provisions[index - 1].span[1] if index else basis.spans.get("citation", (0, 0))[1]
    if before and "\n" not in subject.text[before : span[0]]:
        return True
    after = basis.provisions[index + 1].span[0] if index + 1 < len(basis.provisions) else span[1] + 1
    return "\n" not in subject.text[span[1] : after] and subject.text[span[1] : span[1] + 1] in _BETWEEN_PLACES


def label_malformed(subject: Subject) -> Iterator[Problem]:
    for quoted in subject.incomplete:
        if quoted.provision.label and not quoted.provision.addresses and quoted.provision.kind == "article":
            yield Problem(
                (quoted.item.number,),
                f"{subject.called(quoted.item.number)}的条款标注{quoted.named}不是有效的条款序号；请核对。",
                quoted.provision.label,
                quoted.provision.spans["label"],
            )


def label_missing(subject: Subject) -> Iterator[Problem]:
    for quoted in subject.incomplete:
        if not quoted.provision.label:
            quote = quoted.provision.text[:20]
            yield Problem(
                (quoted.item.number,),
                f"{subject.called(quoted.item.number)}的条文「{quote}」前没有条款标注，{_which(quoted)}。",
                quote,
                quoted.provision.span,
            )


def _which(quoted: Quoted) -> str:
    collation = quoted.provision.collation
    if collation is None or not collation.addresses:
        return "无法确定是哪一条"
    return f"与正式文本核对，是{'、'.join(map(str, collation.addresses))}"


def label_too_wide(subject: Subject) -> Iterator[Problem]:
    """A whole-article label over one paragraph, where the list itself shows that the article has more."""
    evidence = _paragraph_evidence(subject)
    groups: dict[tuple[str, ArticleKey], list[Quoted]] = defaultdict(list)
    for quoted in subject.quoted:
        addresses = quoted.provision.addresses
        if quoted.basis.law is None or len(addresses) != 1 or len(quoted.provision.paragraphs) != 1:
            continue
        if quoted.provision.collation is not None:
            continue
        if addresses[0].paragraph is None and addresses[0].subparagraph is None:
            key = (quoted.basis.law, article_key(addresses[0]))
            if key in evidence and not subject.of_editions(key[0], (quoted.item.number, evidence[key][0])):
                groups[key].append(quoted)
    for key, places in groups.items():
        first = places[0]
        items = tuple(dict.fromkeys(place.item.number for place in places))
        yield Problem(
            items,
            f"标为「{first.provision.label}」的只有一个自然段，而{evidence[key][1]}，可见该条不止一款；请补写款号或补全条文。",
            first.provision.label,
            first.provision.spans["label"],
        )


def _paragraph_evidence(subject: Subject) -> dict[tuple[str, ArticleKey], tuple[int, str]]:
    """Per article the first sign in the list that it has several paragraphs; labels before references."""
    by_label: dict[tuple[str, ArticleKey], tuple[int, str]] = {}
    by_reference: dict[tuple[str, ArticleKey], tuple[int, str]] = {}
    for quoted in subject.quoted:
        number, law = quoted.item.number, quoted.basis.law
        several = len(quoted.provision.paragraphs)
        for address in quoted.provision.addresses:
            if law is None or (address.paragraph is None and several < 2):
                continue
            key = (law, article_key(address))
            if key not in by_label:
                shown = quoted.named if address.paragraph is not None else f"该条的{several}个自然段"
                by_label[key] = (number, f"{subject.called(number)}引有{shown}")
        for reference in quoted.provision.references:
            target = reference.target
            if target and target.paragraph is not None and reference.law:
                key = (reference.law, article_key(target))
                if key not in by_reference:
                    words = f"{subject.called(number)}的{quoted.provision.label}引用了「{target}」"
                    by_reference[key] = (number, words)
    return by_reference | by_label
