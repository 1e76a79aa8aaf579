"""Rules about references and penalties: what points where, what reaches what.

Knows when a reference matters. Does not know how it was found or resolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.checks.subject import Problem, Quoted, Subject
from pipeline.model import Item, Reference, Sanction
from pipeline.numerals import parse_numeral
from pipeline.patterns import lazy_regex
from pipeline.words.penalties import BREACH_OF_WHOLE
from pipeline.words.tables import NUM

_QUOTED_IN_ITEM: Final = ("quoted_here", "quoted_partly", "ambiguous")
_NO_SANCTION: Final = frozenset({"pointer", "corrective_measure", "criminal", "civil", "disciplinary"})
_PENALTY: Final = "处罚"
_DUTIES_NAMED: Final = 5
_MANY: Final = 5
_NUMBER: Final = lazy_regex(rf"{NUM}+")
_ARTICLE: Final = lazy_regex(rf"第{NUM}+条")
_RANGE: Final = lazy_regex(r"[至到—－~]")


def _is_penalty_item(item: Item) -> bool:
    """Checks about penalties apply to penalties only: by type, or by the title's last word."""
    return _PENALTY in (item.power_type or "") or (item.title or "").endswith(_PENALTY)


def duty_unreached(subject: Subject) -> Iterator[Problem]:
    """Quoted duties that no quoted penalty reaches: one finding for each item, at the first of them.

    Silent where a penalty of the item cites no article, or one of a law that nobody can tell: it may reach any duty.
    """
    for item in subject.items:
        if not item.penalties or not _is_penalty_item(item) or not _all_cite(item):
            continue
        reached = {ordinal for penalty in item.penalties for ordinal in penalty.duties}
        duties = [
            duty for duty in item.provisions if duty.role == "duty" and duty.addresses and duty.ordinal not in reached
        ]
        if duties:
            labels = "、".join(f"「{duty.label}」" for duty in duties[:_DUTIES_NAMED])
            more = f"等{len(duties)}条" if len(duties) > _DUTIES_NAMED else ""
            yield Problem(
                (item.number,),
                f"{subject.called(item.number)}引用的罚则都没有涉及{labels}{more}；请核对是否缺少罚则，或该条不应列入。",
                duties[0].label,
                duties[0].spans["label"],
            )


def _all_cite(item: Item) -> bool:
    """Whether every penalty of *item* names an article that it punishes the breach of, and no article is in doubt."""
    return all(
        any(reference.target for reference in provision.references)
        and not any(reference.target is None and "条" in reference.text for reference in provision.references)
        for provision in item.provisions
        if provision.role == "penalty"
    )


def fine_detached(subject: Subject) -> Iterator[Problem]:
    """A penalty that reaches a duty of the item, and fines other conduct only.

    Silent where another penalty of the item fines the breach of the same duty.
    """
    for item in subject.items:
        provisions = {provision.ordinal: provision for provision in item.provisions}
        fined = {duty for penalty in item.penalties if _fines(penalty.sanctions) for duty in penalty.duties}
        for penalty in item.penalties:
            provision = provisions[penalty.ordinal]
            fines = _fines(provision.sanctions)
            if fines and penalty.duties and not _fines(penalty.sanctions) and not fined.issuperset(penalty.duties):
                duties = "、".join(provisions[ordinal].label for ordinal in penalty.duties)
                named = Quoted(item, item.basis[0], provision).named
                yield Problem(
                    (item.number,),
                    f"{subject.called(item.number)}的罚则{named}中，「{fines[0].text}」不在涉及「{duties}」的一段，"
                    "似是对其他行为的处罚；请核对本项的罚款。",
                    fines[0].text,
                    fines[0].span,
                )


def _fines(sanctions: tuple[Sanction, ...]) -> list[Sanction]:
    return [sanction for sanction in sanctions if sanction.kind == "fine"]


def sanction_elsewhere(subject: Subject) -> Iterator[Problem]:
    for quoted, pointer, reference in _pointers(subject.sanctioned):
        where = "清单中没有引用该条款"
        if reference.found_in:
            where = "、".join(f"{subject.called(place.item)}" for place in reference.found_in) + "引有该条款"
        target = _target(reference) if reference.target else ""
        yield Problem(
            (quoted.item.number,),
            f"{subject.called(quoted.item.number)}的罚则{quoted.named}只写「{pointer.text}」，"
            f"所指的「{reference.text}」{target}本项没有引用，{where}；请补引处罚内容。",
            pointer.text,
            pointer.span,
        )


def _pointers(among: Sequence[Quoted]) -> Iterator[tuple[Quoted, Sanction, Reference]]:
    """Penalties that only point at a sanction which the item does not quote."""
    for quoted in among:
        sanctions = quoted.provision.sanctions
        if not sanctions or not _NO_SANCTION.issuperset(sanction.kind for sanction in sanctions):
            continue
        for sanction in sanctions:
            if sanction.kind != "pointer":
                continue
            for reference in quoted.provision.references:
                inside = sanction.span[0] <= reference.span[0] and reference.span[1] <= sanction.span[1]
                if inside and reference.status not in (*_QUOTED_IN_ITEM, "other_law"):
                    yield quoted, sanction, reference


def quoted_elsewhere(subject: Subject) -> Iterator[Problem]:
    """A reference that matters and whose target only another item quotes.

    In a penalty that reaches something the item quotes, the other targets of its list do not matter; a place that
    already has a warning (sanction-elsewhere) is not named twice.
    """
    concerned = subject.by_status.get("quoted_elsewhere", ())
    warned = {(reference.span, quoted.item.number) for quoted, _, reference in _pointers(concerned)}
    for quoted in concerned:
        references = quoted.provision.references
        if quoted.provision.role == "penalty" and any(r.status in _QUOTED_IN_ITEM for r in references):
            continue
        for reference in references:
            if reference.status == "quoted_elsewhere" and (reference.span, quoted.item.number) not in warned:
                place = reference.found_in[0]
                if subject.of_editions(reference.law, (quoted.item.number, place.item)):
                    continue  # what the other item quotes is of another version
                yield Problem(
                    (quoted.item.number,),
                    f"{subject.called(quoted.item.number)}{quoted.named}提到的「{reference.text}」{_target(reference)}"
                    f"本项没有引用，{subject.called(place.item)}引有。",
                    reference.text,
                    reference.span,
                )


def amount_unreadable(subject: Subject) -> Iterator[Problem]:
    """A fine that prints an amount which is none: letters for digits, a range that runs backwards, a bare 元."""
    for quoted in subject.sanctioned:
        for sanction in quoted.provision.sanctions:
            if sanction.fine is None and "amount" in sanction.spans:
                start, end = sanction.spans["amount"]
                words = subject.text[start:end]
                yield Problem(
                    (quoted.item.number,),
                    f"{subject.called(quoted.item.number)}的罚则{quoted.named}中罚款数额「{words}」无法读出；请核对数字和单位。",
                    words,
                    (start, end),
                )


def penalty_cites_no_article(subject: Subject) -> Iterator[Problem]:
    """违反本法规定 without an article. A penalty that states its conduct by itself needs none. Once per item; of many
    items once for all, because so the laws are worded."""
    found: dict[int, tuple[Quoted, str]] = {}
    for quoted in subject.quoted:
        if quoted.provision.role != "penalty" or quoted.provision.references or quoted.item.number in found:
            continue
        breach = BREACH_OF_WHOLE.search(quoted.provision.text)
        if breach:
            found[quoted.item.number] = (quoted, breach.group())
    together = len(found) >= _MANY
    for quoted, words in list(found.values())[: 1 if together else None]:
        others, like = (f"等{len(found)}项", "之类") if together else ("", "")
        yield Problem(
            tuple(found) if together else (quoted.item.number,),
            f"{subject.called(quoted.item.number)}的罚则{quoted.named}{others}只写「{words}」{like}，"
            "没有写明违反哪一条，无法与义务条款对应。",
            quoted.provision.label or None,
            quoted.provision.spans.get("label", quoted.provision.span),
        )


def reference_malformed(subject: Subject) -> Iterator[Problem]:
    """第零条, 第十十八条, 第五条至第三条: a number or a range that none is."""
    return _unresolved(subject, malformed=True)


def reference_unresolved(subject: Subject) -> Iterator[Problem]:
    """前款 of an unknown paragraph, 第二款 of a law whose article is not named: well formed, yet no address."""
    return _unresolved(subject, malformed=False)


def _unresolved(subject: Subject, *, malformed: bool) -> Iterator[Problem]:
    """References without an address whose words are *malformed* or not; the same words once per provision."""
    for quoted in subject.by_status.get("unresolved", ()):
        told: set[str] = set()
        for reference in quoted.provision.references:
            if reference.status != "unresolved" or reference.text in told:
                continue
            fault = _fault(reference.text)
            if (fault is not None) is not malformed:
                continue
            told.add(reference.text)
            yield Problem(
                (quoted.item.number,),
                f"{subject.called(quoted.item.number)}{quoted.named}中的「{reference.text}」"
                f"{fault or _unknown(reference.text)}",
                reference.text,
                reference.span,
            )


def _target(reference: Reference) -> str:
    """（第三条第一款） after 前款; nothing where the words say it themselves."""
    return "" if str(reference.target) == reference.text else f"（{reference.target}）"


def _unknown(words: str) -> str:
    """What nobody can tell of a well-formed reference: of which law its article is, or which 款 or 项 it means."""
    return "无法确定是哪一部法律的条款。" if _ARTICLE.match(words) else "无法确定指哪一条款。"


def _fault(words: str) -> str | None:
    """What is wrong with the words of a reference that has no address; None where they are well formed."""
    if any(not parse_numeral(number) for number in _NUMBER.findall(words)):
        return "不是有效的条款序号；请核对。"
    if _RANGE.search(words):
        return "的起止次序颠倒、层级不同或跨度过大，无法逐条列出；请核对。"
    return None


def reference_ambiguous(subject: Subject) -> Iterator[Problem]:
    for quoted in subject.by_status.get("ambiguous", ()):
        for reference in quoted.provision.references:
            if reference.status == "ambiguous" and not subject.of_editions(
                reference.law, (place.item for place in reference.found_in)
            ):
                places = "、".join(dict.fromkeys(f"{subject.called(place.item)}" for place in reference.found_in))
                yield Problem(
                    (quoted.item.number,),
                    f"{subject.called(quoted.item.number)}{quoted.named}引用的「{reference.text}」{_target(reference)}"
                    f"有不同的文字（{places}）；"
                    "请先核对哪一处正确。",
                    reference.text,
                    reference.span,
                )
