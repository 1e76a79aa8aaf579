"""Rules about quotations beside the official texts of their laws.

Knows what a collation says, and how to tell it to a clerk. Does not know how it was made; silent where there are no
texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from pipeline.address import Address, may_contain
from pipeline.checks.subject import Problem, Quoted, Subject
from pipeline.checks.versions import is_text_of
from pipeline.model import Collation, Difference, LeftOut, OfficialText
from pipeline.numerals import day
from pipeline.register import paragraph_count
from pipeline.statutes import Collator, Quote, Statute, lacking

_AROUND: Final = 6
_SHOWN: Final = 3
_LONGEST: Final = 40
_FEW: Final = 3


class _Case(NamedTuple):
    """The same quotation, with the same outcome, in one item or several."""

    first: Quoted
    collation: Collation
    items: tuple[int, ...]


def quote_differs(subject: Subject) -> Iterator[Problem]:
    for case in _cases(subject, lambda collation: collation.outcome == "differs"):
        differences = case.collation.differences
        shown = "；".join(_both(subject, case, each) for each in differences[:_SHOWN])
        more = f"；共{len(differences)}处" if len(differences) > _SHOWN else ""
        message = f"{_called(subject, case)}{case.first.named}与{_text(subject, case)}不一致：{shown}{more}；请核对。"
        before, after = _around(subject, case, differences[0])
        span = (differences[0].span[0] - len(before), differences[0].span[1] + len(after))
        yield Problem(case.items, message, _joined(subject.text[slice(*span)])[:_LONGEST], span)


def _both(subject: Subject, case: _Case, difference: Difference) -> str:
    """Both wordings, with a few words around them, so that a missing one has a place."""
    if difference.official_span is None:
        where = f"，而在{_named(subject, case, difference.address)}" if difference.address else ""
        return f"{_short(difference.quoted)}不在该条{where}"
    before, after = _around(subject, case, difference)
    ours = f"{before}{difference.quoted}{after}"
    return f"清单为{_short(ours)}，正式文本为{_short(_in_text(subject, case, difference))}"


def _in_text(subject: Subject, case: _Case, difference: Difference) -> str:
    """What the text has, with a few of its own words around it: another difference may stand close by. No label is."""
    assert difference.official_span is not None
    statute, (start, end) = subject.statutes[case.collation.text], difference.official_span
    text = statute.text
    floor = max((unit.text_start for unit in statute.units if unit.text_start <= start), default=start)
    before = text[max(floor, start - _AROUND) : start].rsplit("\n", 1)[-1]
    after = text[end : end + _AROUND].split("\n", 1)[0]
    return f"{before.lstrip()}{difference.official}{after.rstrip()}"


def _around(subject: Subject, case: _Case, difference: Difference) -> tuple[str, str]:
    """A few words before and after a difference in the list; none around a whole line."""
    if difference.official_span is None:
        return "", ""
    start, end = difference.span
    floor, ceiling = case.first.provision.spans.get("text", case.first.provision.span)
    before = subject.text[max(floor, start - _AROUND) : start].rsplit("\n", 1)[-1]
    after = subject.text[end : min(ceiling, end + _AROUND)].split("\n", 1)[0]
    return before.lstrip(), after.rstrip()


def quote_not_in_article(subject: Subject) -> Iterator[Problem]:
    """Silent for a law of which most quotations do not stand where they should: text_version_differs says that once."""
    astray = misfits(subject)
    for case in _cases(subject, _is_astray):
        if case.collation.text in astray:
            continue
        label = case.first.named
        if case.collation.addresses:
            differs = "，文字也有出入" if case.collation.differences else ""
            where = f"是{_places(subject, case)}{differs}{_lacking(subject, case)}"
            said = f"标为{label}的条文，在{_text(subject, case)}中{where}"
            advice = "请核对条号，或核对引自哪一版"
        else:
            said = f"标为{label}的条文，在{_text(subject, case)}中没有找到{_lacking(subject, case)}"
            advice = "请核对引自哪一部法律、哪一版"
        yield Problem(case.items, f"{_called(subject, case)}{said}；{advice}。", *_label(case))


def _lacking(subject: Subject, case: _Case) -> str:
    """“，该文本只有7条”, where the text has no such place as the label names."""
    statute = subject.statutes[case.collation.text]
    found = (lacking(statute, address) for address in case.first.provision.addresses)
    reason = next((reason for reason in found if reason), None)
    return f"，该文本{reason}" if reason else ""


def label_wrong_paragraph(subject: Subject) -> Iterator[Problem]:
    def is_wrong(collation: Collation) -> bool:
        return collation.label == "wrong" and not _is_astray(collation)

    for case in _cases(subject, is_wrong):
        message = (
            f"{_called(subject, case)}标为{case.first.named}的条文，在{_text(subject, case)}中是"
            f"{_places(subject, case)}{_lacking(subject, case)}；请核对标注。"
        )
        yield Problem(case.items, message, *_label(case))


def label_without_paragraph(subject: Subject) -> Iterator[Problem]:
    """Silent on what is of another version than the text, where the article may have no other 款."""
    for case in _cases(subject, lambda collation: collation.label == "too_wide"):
        if _is_of_another_version(subject, case):
            continue
        left = "、".join(_named(subject, case, each.address) for each in case.collation.left_out if _is_whole(each))
        message = (
            f"{_called(subject, case)}标为{case.first.named}的条文只引了{_places(subject, case)}"
            f"{f'，{left}未引' if left else ''}；请补写款号或补全条文。"
        )
        yield Problem(case.items, message, *_label(case))


def _is_of_another_version(subject: Subject, case: _Case) -> bool:
    """Whether the list cites another version; or, where it cites none, another text or the register has one whose
    article is all that is quoted."""
    text = next(text for text in subject.texts if text.id == case.collation.text)
    laid = subject.laid_beside(case.first.basis)
    if laid is not None and laid.how in {"cited", "other"}:
        return laid.how == "other"
    own, provision = subject.statutes[text.id], case.first.provision
    quote = Quote(provision.addresses, tuple(provision.text.split("\n")))
    others = (Collator(statute).collate(quote) for statute in subject.held[text.law] if statute is not own)
    if any((found.outcome, found.label) == ("equal", "fits") for found in others):
        return True
    standing = subject.judged.laws.get(text.law) if subject.judged else None
    versions = [standing.version(index) for index in standing.quoted[case.items[0]]] if standing else []
    quoted = {number for number in case.collation.paragraphs if number is not None}
    return bool(versions) and all(
        not is_text_of(own, version) and paragraph_count(version, provision.addresses[0]) == len(quoted)
        for version in versions
    )


def quote_incomplete(subject: Subject) -> Iterator[Problem]:
    """Silent on what only a wrong label promises: label_wrong_paragraph says that it is not what is quoted."""

    def is_incomplete(collation: Collation) -> bool:
        return collation.outcome in {"equal", "differs"} and any(not _is_whole(each) for each in collation.left_out)

    for case in _cases(subject, is_incomplete):
        astray = _named_in_vain(case)
        parts = [
            each
            for each in case.collation.left_out
            if not _is_whole(each) and not any(may_contain(address, each.address) for address in astray)
        ]
        if not parts:
            continue
        shown = "、".join(f"{_named(subject, case, each.address)}{_short(each.text)}" for each in parts[:_SHOWN])
        more = f"等{len(parts)}处" if len(parts) > _SHOWN else ""
        provision = case.first.provision
        message = f"{_called(subject, case)}{case.first.named}未引{shown}{more}，且没有省略号；请核对。"
        yield Problem(case.items, message, provision.label or None, provision.spans.get("label", provision.span))


def is_told_wrong(subject: Subject) -> Callable[[Quoted], bool]:
    """Whether one of the rules here tells that the label of a provision is wrong, by the text of its version."""
    astray = misfits(subject)

    def is_told(quoted: Quoted) -> bool:
        collation, laid = quoted.provision.collation, subject.laid_beside(quoted.basis)
        if collation is None or collation.label != "wrong" or laid is None:
            return False
        return laid.how != "other" and collation.text not in astray

    return is_told


def misfits(subject: Subject) -> dict[str, tuple[int, int]]:
    """The texts in which most labelled quotations, and more than a few, are astray: how many of how many."""
    astray: dict[str, set[str]] = defaultdict(set)
    every: dict[str, set[str]] = defaultdict(set)
    for quoted in subject.collated:
        collation = quoted.provision.collation
        if collation is not None and collation.label is not None:
            key = f"{quoted.provision.addresses}{quoted.provision.text}"
            every[collation.text].add(key)
            if _is_astray(collation):
                astray[collation.text].add(key)
    return {
        text: (len(keys), len(every[text]))
        for text, keys in astray.items()
        if len(keys) >= _FEW and len(keys) * 2 > len(every[text])
    }


def _cases(subject: Subject, wanted: Callable[[Collation], bool]) -> Iterator[_Case]:
    """The quotations whose collation is *wanted*; the same one in several items is one case."""
    found: dict[tuple[str, str, str], list[Quoted]] = defaultdict(list)
    for quoted in subject.collated:
        provision = quoted.provision
        if provision.collation is not None and wanted(provision.collation):
            key = (provision.collation.text, "".join(provision.label.split()), provision.text)
            found[key].append(quoted)
    for places in found.values():
        collation = places[0].provision.collation
        assert collation is not None  # wanted ones only
        yield _Case(places[0], collation, tuple(dict.fromkeys(place.item.number for place in places)))


def is_astray_in(text: OfficialText, quoted: Quoted) -> bool:
    """Whether *quoted* was laid beside *text*, and is not in the article that its label names there."""
    collation = quoted.provision.collation
    return collation is not None and collation.text == text.id and _is_astray(collation)


def _is_astray(collation: Collation) -> bool:
    return collation.label is not None and collation.outcome in {"elsewhere", "not_found"}


def _is_whole(left_out: LeftOut) -> bool:
    """Whether a whole 款 is left out, not a part of one."""
    return left_out.address.subparagraph is None and left_out.whole


def _named_in_vain(case: _Case) -> list[Address]:
    """What a wrong label names and nothing is quoted of."""
    quoted = case.collation.addresses
    return [
        named
        for named in case.first.provision.addresses
        if case.collation.label == "wrong" and not any(may_contain(named, address) for address in quoted)
    ]


def _called(subject: Subject, case: _Case) -> str:
    called = subject.called(case.items[0])
    return f"{called}等{len(case.items)}项" if len(case.items) > 1 else called


def _text(subject: Subject, case: _Case) -> str:
    return called_text(next(text for text in subject.texts if text.id == case.collation.text))


def called_text(text: OfficialText) -> str:
    """正式文本（2031年1月18日）."""
    return _called_text(text.version)


def called_as_text(statute: Statute) -> str:
    """The same, of a text that the list was not collated with."""
    return _called_text(statute.dates.version)


def _called_text(version: str | None) -> str:
    return f"正式文本（{day(version)}）" if version else "正式文本"


def _places(subject: Subject, case: _Case) -> str:
    return "、".join(_named(subject, case, address) for address in case.collation.addresses)


def _named(subject: Subject, case: _Case, address: Address) -> str:
    return subject.statutes[case.collation.text].called(address)


def _label(case: _Case) -> tuple[str, tuple[int, int]]:
    provision = case.first.provision
    return provision.label, provision.spans["label"]


def _joined(words: str) -> str:
    return "".join(words.split())


def _short(words: str) -> str:
    """「…」, and where that would be long its beginning and how long it is."""
    words = _joined(words)
    return f"「{words}」" if len(words) <= _LONGEST else f"「{words[:_LONGEST]}」等{len(words)}字"
