"""Rules about laws and provisions as quoted: citations, texts, their order.

Knows what a quotation promises. Does not know labels (labelled.py) nor references (cited.py). What it would guess from
the list itself it does not say of a provision that was laid beside the official text: official.py knows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from pipeline.address import Address, sort_key
from pipeline.checks.amended import decided_by
from pipeline.checks.labelled import is_place
from pipeline.checks.subject import Problem, Quoted, Subject
from pipeline.model import Basis, Item, Paragraph, Provision
from pipeline.patterns import lazy_regex
from pipeline.register.names import printed
from pipeline.traditional import simplified
from pipeline.variants import bare, different_wordings
from pipeline.words.basis import OPENING
from pipeline.words.notes import DOCUMENT_NUMBER

_Key: TypeAlias = tuple[str, int, int, int, int, int]
"""An address of a law, as a plain tuple: a dictionary asks thousands of them for their hash."""

_MARKS: Final = lazy_regex(r"[\s,.;:，、。；：]+")
_RANK: Final = lazy_regex(r"【[^【】]{1,20}】")
_HABIT: Final = 5
"""What most places have, and at least so many, is the way a list is written, and not something that each forgot."""
_WAYS: Final = 4
"""Of a law that is cited in more ways, a finding shows so many."""
_ELISION_ENDS: Final = ("；", ";", "，", "、")
_ANNOUNCES: Final = ("：", ":")


def basis_without_law(subject: Subject) -> Iterator[Problem]:
    """Where words stand under no law; and where an item says of all of its basis that there is none."""
    said: set[int] = set()
    for item, basis in subject.cited.get(None, ()):
        called = subject.called(item.number)
        if not basis.citation:
            yield Problem((item.number,), f"{called}的设定依据没有写明法律名称；请补充。", None, basis.span)
        elif item.number not in said and all(each.law is None and each.citation for each in item.basis):
            said.add(item.number)
            message = f"{called}的设定依据写的是「{basis.citation}」，没有法律；请核对。"
            yield Problem((item.number,), message, basis.citation, basis.spans["citation"])


def basis_without_text(subject: Subject) -> Iterator[Problem]:
    """Per law cited without a quoted provision; once for all where most of the list's are."""
    cited = [(item, basis) for item in subject.items for basis in item.basis if basis.law is not None]
    bare_ones = [(item, basis) for item, basis in cited if not _quotes(subject, item, basis)]
    if len(bare_ones) >= _HABIT and len(bare_ones) * 2 > len(cited):
        items = tuple(dict.fromkeys(item.number for item, _ in bare_ones))
        first = bare_ones[0][1]
        yield Problem(
            items,
            f"{subject.called(items[0])}的「{first.citation}」等{len(bare_ones)}处依据下没有引用条文，只写法律名称或条款号；"
            f"全表{len(cited)}处依据多数如此，合为一条（共{len(items)}项）。",
            first.citation,
            first.spans["citation"],
        )
        return
    for item, basis in bare_ones:
        yield Problem(
            (item.number,),
            f"{subject.called(item.number)}的「{basis.citation}」下没有引用条文。",
            basis.citation,
            basis.spans["citation"],
        )


def _quotes(subject: Subject, item: Item, basis: Basis) -> bool:
    """Whether words of the law stand under its name, or something that is no place in it."""
    return any(
        provision.text or not is_place(subject, Quoted(item, basis, provision)) for provision in basis.provisions
    )


def law_undated(subject: Subject) -> Iterator[Problem]:
    """Per law, where no citation of it has a document number or a date. Once for all of whose version nothing is known,
    where that are most of the list's laws."""
    undated = [(law, cited) for law, cited in subject.cited.items() if law is not None and not _is_dated(cited)]
    open_ones = [cited for law, cited in undated if _judged_to_be(subject, law) is None]
    together = len(open_ones) >= _HABIT and len(open_ones) * 2 > len(subject.laws)
    if together:
        first = open_ones[0][0][1]
        yield Problem(
            tuple(sorted({item.number for cited in open_ones for item, _ in cited})),
            f"「{first.citation}」等{len(open_ones)}部法律没有写明文号或日期，无法确定引用的是哪一版；"
            f"清单所引{len(subject.laws)}部法律多数如此，合为一条。",
            first.citation,
            first.spans["citation"],
        )
    for law, cited in undated:
        known = _judged_to_be(subject, law)
        if together and known is None:
            continue
        first = cited[0][1]
        items = tuple(dict.fromkeys(item.number for item, _ in cited))
        yield Problem(
            items,
            f"「{first.citation}」没有写明文号或日期，{known or '无法确定引用的是哪一版'}（共{len(items)}项引用）。",
            first.citation,
            first.spans["citation"],
        )


def _is_dated(cited: Sequence[tuple[Item, Basis]]) -> bool:
    citations = {basis.citation for _, basis in cited}
    return any(
        DOCUMENT_NUMBER.search(simplified(each)) or (says := printed(each)).dates or says.years for each in citations
    )


def _judged_to_be(subject: Subject, law: str) -> str | None:
    """What is known of the version without a date: what texts or register make of the quotations, if anything.

    Items whose quotations speak for other versions are told apart, as law-amended tells them.
    """
    standing = subject.judged.laws.get(law) if subject.judged else None
    if standing is None:
        return None
    by_version: dict[int | None, list[int]] = {}
    for item, versions in standing.quoted.items():
        by_version.setdefault(versions[0] if len(versions) == 1 else None, []).append(item)
    known = {index: items for index, items in by_version.items() if index is not None}
    if not known:
        return None
    if len(by_version) == 1:
        ((index, items),) = known.items()
        return f"{decided_by(standing, items)}，引用的是{standing.version(index).called}"
    told = [
        f"{subject.called_all(items)}引用的是{standing.version(index).called}（{decided_by(standing, items)}）"
        for index, items in known.items()
    ]
    told += [f"{subject.called_all(by_version[None])}不能断定"] if None in by_version else []
    return "各项不是同一版或不能都断定：" + "，".join(told)


def law_citation_differs(subject: Subject) -> Iterator[Problem]:
    """Once per law that is cited in several ways. How wide a bracket is, where a comma stands, whether a number or 根据
    stands before the name, and whether a rank does, makes no other citation; another rank does."""
    for law, cited in subject.cited.items():
        if law is None:
            continue
        first = cited[0][1]
        known: dict[str, set[str]] = {}
        others: list[tuple[Item, Basis]] = []
        for item, basis in cited:
            if basis.citation == first.citation and known:
                continue
            rank, words_of = _cited_as(basis.citation)
            ranks = known.get(words_of)
            new = bool(known) if ranks is None else bool(rank and ranks - {""} and rank not in ranks)
            known.setdefault(words_of, set()).add(rank)
            if new:
                others.append((item, basis))
        if others:
            ways = [(cited[0][0], first), *others]
            told = "，".join(f"{subject.called(item.number)}为「{basis.citation}」" for item, basis in ways[:_WAYS])
            yield Problem(
                tuple(dict.fromkeys(item.number for item, _ in ways)),
                f"同一法律的写法不一：{told}{f'，共{len(ways)}种' if len(ways) > _WAYS else ''}。",
                others[0][1].citation,
                others[0][1].spans["citation"],
            )


def _cited_as(citation: str) -> tuple[str, str]:
    """The rank printed before a citation, and the citation without marks, white space and width."""
    even = _MARKS.sub("", unicodedata.normalize("NFKC", OPENING.sub("", citation)))
    match = _RANK.match(even)
    return (match[0], even[match.end() :]) if match else ("", even)


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
        places = [texts[text] for text in different]
        if len(different) < 2 or all(place.provision.collation for place in places):
            continue
        items = tuple(dict.fromkeys(place.item.number for place in places))
        last = places[-1].provision
        if subject.of_editions(places[-1].basis.law, items):
            continue  # two versions of a law differ rightly
        yield Problem(
            items,
            f"{subject.called_all(items)}标为「{last.label}」的条文，各处文字不同；请核对是否为不同的款，或有一处抄错。",
            last.label,
            last.spans["label"],
        )


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
    """Per quotation that breaks off; once for all where most that could do: some offices quote one 项 only."""
    could = [each for each in subject.quoted if each.provision.collation is None and _can_break_off(each.provision)]
    broken = [(quoted, span) for quoted in could if (span := _breaks_off(quoted.provision)) is not None]
    if len(broken) >= _HABIT and len(broken) * 2 > len(could):
        first, span = broken[0]
        quote = subject.text[slice(*span)]
        items = tuple(dict.fromkeys(quoted.item.number for quoted, _ in broken))
        yield Problem(
            items,
            f"{subject.called(items[0])}{first.named}等{len(broken)}处所引条文到「{quote[-20:]}」之类为止，句子没有完，"
            f"后面的内容未引且没有省略号；清单中分项的条文多数如此，合为一条（共{len(items)}项）。",
            quote,
            span,
        )
        return
    for quoted, span in broken:
        quote = subject.text[slice(*span)]
        yield Problem(
            (quoted.item.number,),
            f"{subject.called(quoted.item.number)}{quoted.named}所引条文到「{quote[-20:]}」为止，"
            "句子没有完，后面的内容未引且没有省略号。",
            quote,
            span,
        )


def _can_break_off(provision: Provision) -> bool:
    """Whether it has 项, or a sentence that announces some."""
    return any(paragraph.subparagraphs or paragraph.text.endswith(_ANNOUNCES) for paragraph in provision.paragraphs)


def _breaks_off(provision: Provision) -> tuple[int, int] | None:
    """The span of the last words before something was left out, and nothing says so; None where nothing was."""
    paragraphs = provision.paragraphs
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
        span = _elided(paragraph)
        if span is not None and not following.startswith(("…", "...")):
            return span
    return None


def _elided(paragraph: Paragraph) -> tuple[int, int] | None:
    """The span of the last words of a paragraph whose list breaks off; None where it does not."""
    if paragraph.subparagraphs:
        last = paragraph.subparagraphs[-1]
        return last.span if last.text.endswith(_ELISION_ENDS) else None
    return paragraph.span if paragraph.text.endswith(_ANNOUNCES) else None
