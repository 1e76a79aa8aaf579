"""Rules about laws and provisions as quoted: labels, paragraphs, citations.

Knows what a quotation promises. Does not know references (cited.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, TypeAlias

from pipeline.address import Address, ArticleKey, article_key, sort_key
from pipeline.checks.subject import Problem, Quoted, Subject
from pipeline.model import Paragraph
from pipeline.variants import bare, different_wordings
from pipeline.words.basis import DATE, DOCUMENT_NUMBER

_Key: TypeAlias = tuple[str, int, int, int, int, int]
"""An address of a law, as a plain tuple: a dictionary asks thousands of them for their hash."""

_NAMED: Final = 10
_BETWEEN_PLACES: Final = frozenset("、，,；;。和及与")
_ELISION_ENDS: Final = ("；", ";", "，", "、")


def label_paragraph_mismatch(subject: Subject) -> Iterator[Problem]:
    for quoted in subject.quoted:
        addresses, paragraphs = quoted.provision.addresses, quoted.provision.paragraphs
        if not addresses or addresses[0].paragraph is None:
            continue
        named = {address.paragraph for address in addresses}
        if None in named or any(address.subparagraph for address in addresses):
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
        if quoted.provision.label and not quoted.provision.paragraphs and not _is_place(subject, quoted):
            yield Problem(
                (quoted.item.number,),
                f"{subject.called(quoted.item.number)}的{quoted.named}下没有条文；请补全或删去标注。",
                quoted.provision.label,
                quoted.provision.spans["label"],
            )


def _is_place(subject: Subject, quoted: Quoted) -> bool:
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
                f"{subject.called(quoted.item.number)}的条文「{quote}」前没有条款标注，无法确定是哪一条。",
                quote,
                quoted.provision.span,
            )


def basis_without_law(subject: Subject) -> Iterator[Problem]:
    for item, basis in subject.cited.get(None, ()):
        yield Problem(
            (item.number,), f"{subject.called(item.number)}的设定依据没有写明法律名称；请补充。", None, basis.span
        )


def basis_without_text(subject: Subject) -> Iterator[Problem]:
    for item in subject.items:
        for basis in item.basis:
            if basis.law is not None and not any(
                provision.text or not _is_place(subject, Quoted(item, basis, provision))
                for provision in basis.provisions
            ):
                yield Problem(
                    (item.number,),
                    f"{subject.called(item.number)}的「{basis.citation}」下没有引用条文。",
                    basis.citation,
                    basis.spans["citation"],
                )


def law_undated(subject: Subject) -> Iterator[Problem]:
    """Once per law, where no citation of it has a document number or a date."""
    for law, cited in subject.cited.items():
        if law is None:
            continue
        citations = {basis.citation for _, basis in cited}
        if any(DOCUMENT_NUMBER.search(citation) or DATE.search(citation) for citation in citations):
            continue
        first = cited[0][1]
        items = tuple(dict.fromkeys(item.number for item, _ in cited))
        yield Problem(
            items,
            f"「{first.citation}」没有写明文号或日期，无法确定引用的是哪一版（共{len(items)}项引用）。",
            first.citation,
            first.spans["citation"],
        )


def law_citation_differs(subject: Subject) -> Iterator[Problem]:
    """Once per law and differing citation, white space aside."""
    for law, cited in subject.cited.items():
        if law is None:
            continue
        first = cited[0][1]
        known = {"".join(first.citation.split())}
        for item, basis in cited:
            if basis.citation == first.citation:
                continue
            bare = "".join(basis.citation.split())
            if bare not in known:
                known.add(bare)
                yield Problem(
                    (cited[0][0].number, item.number),
                    f"同一法律的写法不一：{subject.called(cited[0][0].number)}为「{first.citation}」，"
                    f"{subject.called(item.number)}为「{basis.citation}」。",
                    basis.citation,
                    basis.spans["citation"],
                )


def _key(law: str, address: Address) -> _Key:
    return (law, *sort_key(address))


def address_conflict(subject: Subject) -> Iterator[Problem]:
    """One address of one law with different texts; leaving a part out is no difference."""
    first: dict[_Key, Quoted] = {}
    printed: dict[_Key, dict[str, Quoted]] = {}
    for quoted in subject.quoted:
        text = quoted.provision.text
        if text and quoted.basis.law is not None and len(quoted.provision.addresses) == 1:
            key = _key(quoted.basis.law, quoted.provision.addresses[0])
            earlier = first.setdefault(key, quoted)
            if earlier.provision.text != text:
                printed.setdefault(key, {earlier.provision.text: earlier}).setdefault(text, quoted)
    for key in first:
        if key not in printed:
            continue
        texts: dict[str, Quoted] = {}
        for text, quoted in printed[key].items():
            texts.setdefault(bare(text), quoted)
        different = different_wordings(list(texts))
        if len(different) < 2:
            continue
        places = [texts[text] for text in different]
        items = tuple(dict.fromkeys(place.item.number for place in places))
        named = "、".join(f"{subject.called(item)}" for item in items[:_NAMED]) + (
            f"等{len(items)}项" if len(items) > _NAMED else ""
        )
        last = places[-1].provision
        yield Problem(
            items,
            f"{named}标为「{last.label}」的条文，各处文字不同；请核对是否为不同的款，或有一处抄错。",
            last.label,
            last.spans["label"],
        )


def label_too_wide(subject: Subject) -> Iterator[Problem]:
    """A whole-article label over one paragraph, where the list itself shows that the article has more."""
    evidence = _paragraph_evidence(subject)
    groups: dict[tuple[str, ArticleKey], list[Quoted]] = defaultdict(list)
    for quoted in subject.quoted:
        addresses = quoted.provision.addresses
        if quoted.basis.law is None or len(addresses) != 1 or len(quoted.provision.paragraphs) != 1:
            continue
        if addresses[0].paragraph is None and addresses[0].subparagraph is None:
            key = (quoted.basis.law, article_key(addresses[0]))
            if key in evidence:
                groups[key].append(quoted)
    for key, places in groups.items():
        first = places[0]
        items = tuple(dict.fromkeys(place.item.number for place in places))
        yield Problem(
            items,
            f"标为「{first.provision.label}」的只有一个自然段，而{evidence[key]}，可见该条不止一款；请补写款号或补全条文。",
            first.provision.label,
            first.provision.spans["label"],
        )


def _paragraph_evidence(subject: Subject) -> dict[tuple[str, ArticleKey], str]:
    """Per article the first sign in the list that it has several paragraphs; labels before references."""
    by_label: dict[tuple[str, ArticleKey], str] = {}
    by_reference: dict[tuple[str, ArticleKey], str] = {}
    for quoted in subject.quoted:
        number, law = quoted.item.number, quoted.basis.law
        several = len(quoted.provision.paragraphs)
        for address in quoted.provision.addresses:
            if law is None or (address.paragraph is None and several < 2):
                continue
            key = (law, article_key(address))
            if key not in by_label:
                shown = quoted.named if address.paragraph is not None else f"该条的{several}个自然段"
                by_label[key] = f"{subject.called(number)}引有{shown}"
        for reference in quoted.provision.references:
            target = reference.target
            if target and target.paragraph is not None and reference.law:
                key = (reference.law, article_key(target))
                if key not in by_reference:
                    by_reference[key] = f"{subject.called(number)}的{quoted.provision.label}引用了「{target}」"
    return by_reference | by_label


def article_order(subject: Subject) -> Iterator[Problem]:
    """Provisions of one law out of order; a penalty put first is a layout, not a slip. Once per law of an item."""
    for item in subject.items:
        for basis in item.basis:
            for before, after in zip(basis.provisions, basis.provisions[1:], strict=False):
                if not before.addresses or not after.addresses or before.role == "penalty" or not before.text:
                    continue
                if sort_key(after.addresses[0]) < sort_key(before.addresses[0]):
                    yield Problem(
                        (item.number,),
                        f"{subject.called(item.number)}中「{before.label}」排在「{after.label}」之前。",
                        after.label,
                        after.spans["label"],
                    )
                    break


def silent_elision(subject: Subject) -> Iterator[Problem]:
    for quoted in subject.quoted:
        paragraphs = quoted.provision.paragraphs
        for index, paragraph in enumerate(paragraphs):
            following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
            span = _elided(paragraph)
            if span is not None and not following.startswith(("…", "...")):
                quote = subject.text[span[0] : span[1]]
                yield Problem(
                    (quoted.item.number,),
                    f"{subject.called(quoted.item.number)}{quoted.named}所引条文到「{quote[-20:]}」为止，"
                    "句子没有完，后面的内容未引且没有省略号。",
                    quote,
                    span,
                )
                break


def _elided(paragraph: Paragraph) -> tuple[int, int] | None:
    """The span of the last words of a paragraph whose list breaks off; None where it does not."""
    if paragraph.subparagraphs:
        last = paragraph.subparagraphs[-1]
        return last.span if last.text.endswith(_ELISION_ENDS) else None
    return paragraph.span if paragraph.text.endswith(("：", ":")) else None
