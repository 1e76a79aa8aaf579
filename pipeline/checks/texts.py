"""Rules about official texts themselves: which version one is, and what is wrong with it.

Knows what a list and the register say of versions. Does not know quotations (official.py), nor how a text is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from pipeline.checks.official import called_text, is_astray_in, misfits
from pipeline.checks.revised import of_another_version
from pipeline.checks.subject import Problem, Subject
from pipeline.checks.versions import is_text_of
from pipeline.model import Basis, Item, OfficialText
from pipeline.numerals import day
from pipeline.statutes import Statute
from pipeline.traditional import simplified
from pipeline.words.notes import DOCUMENT_NUMBER

TEXTS: Final = "laws/texts/"
"""Where the office keeps official texts; a file is called by its name below it."""

_FAULTS: Final = 20


def text_version_assumed(subject: Subject) -> Iterator[Problem]:
    """Which text a law was collated with, where a citation of it leaves that open or means another one."""
    for text in subject.texts:
        by_reason: dict[str, list[tuple[Item, Basis]]] = defaultdict(list)
        for item, basis in subject.of_text(text):
            reason = _assumed(subject, text, item, basis)
            if reason is not None:
                by_reason[reason].append((item, basis))
        for reason, cited in by_reason.items():
            first = cited[0][1]
            items = tuple(dict.fromkeys(item.number for item, _ in cited))
            message = f"「{first.citation}」{reason}（「{TEXTS}{text.file}」）。"
            yield Problem(items, message, first.citation, first.spans["citation"])


def _assumed(subject: Subject, text: OfficialText, item: Item, basis: Basis) -> str | None:
    """Why *text* was taken for the law as *basis* cites it; None where it names that version, be it by its number."""
    laid = subject.laid_beside(basis)
    called = called_text(text)
    if laid is None or laid.how == "cited":
        return None
    numbered = DOCUMENT_NUMBER.search(simplified(basis.citation)) is not None
    standing = subject.judged.laws.get(text.law) if subject.judged else None
    if standing is not None and item.number in standing.printed:
        versions = [standing.version(index) for index in standing.quoted[item.number]]
        if any(is_text_of(subject.statutes[text.id], version) for version in versions):
            return None
        if versions and (numbered or laid.how != "other"):
            meant = "或者".join(version.called for version in versions)
            return f"所写的是{meant}，没有那一版的正式文本，暂以{called}核对"
    if laid.how == "other":
        return f"写明的日期与{called}不符，没有所写那一版的正式文本，暂以这一版核对"
    if laid.how == "fit":
        return f"没有写明引自哪一版，以文字最相符的{called}核对"
    said = "写明的文号无从与文本的日期对照" if numbered else "没有写明引自哪一版"
    return f"{said}，以仅有的{called}核对"


def text_version_differs(subject: Subject) -> Iterator[Problem]:
    """Silent where the text of the other version is at hand and has all of it: version_doubtful says so."""
    astray_of = misfits(subject)
    explained = {id(quoted.provision) for quoted, _ in of_another_version(subject)} if astray_of else set()
    for text in subject.texts:
        if text.id not in astray_of:
            continue
        if all(id(quoted.provision) in explained for quoted in subject.collated if is_astray_in(text, quoted)):
            continue
        astray, count = astray_of[text.id]
        cited = subject.of_text(text)
        first = cited[0][1]
        items = tuple(dict.fromkeys(item.number for item, _ in cited))
        message = (
            f"「{first.citation}」所引的{count}种条文有{astray}种不在{called_text(text)}的同一条"
            f"（「{TEXTS}{text.file}」），似引自另一版；请放入所引那一版的正式文本，或按现行条号更新清单。"
        )
        yield Problem(items, message, first.citation, first.spans["citation"])


def text_unregistered(subject: Subject) -> Iterator[Problem]:
    """A text of a law that the register holds, but of no version that it has: it is nowhere taken for the current one.

    Told of every text of the laws that are quoted, whichever they were collated with.
    """
    for law_id, standing in subject.judged.laws.items() if subject.judged else ():
        law = standing.law
        for statute in subject.held.get(law_id, ()):
            if any(is_text_of(statute, version) for version in law.version):
                continue
            known = "、".join(version.called for version in law.version)
            version = statute.dates.version
            if version is None:
                said = f"没有写明通过、公布或修改的日期，不能断定是法律登记册所载「{law.name}」的哪一版（{known}）"
                advice = "请补上写明日期的一行"
            else:
                later = "，且晚于最后一版" if version > law.version[-1].date.isoformat() else ""
                said = f"写明的日期是{day(version)}，与法律登记册所载「{law.name}」的各版（{known}）都不相符{later}"
                advice = "请核对文本的日期，或在登记册中补记这一版"
            yield Problem((), f"正式文本「{_file(statute)}」{said}，不作为现行文本；{advice}。")


def text_faulty(subject: Subject) -> Iterator[Problem]:
    """What is wrong with an official text itself: the clerk learns which file and line to look at."""
    for statute in (statute for statutes in subject.held.values() for statute in statutes):
        for fault in statute.faults[:_FAULTS]:
            place = statute.place(fault.span[0])
            more = f"（共{len(statute.faults)}处）" if len(statute.faults) > _FAULTS else ""
            message = f"正式文本「{_file(statute)}」{place}有误：{fault.message}{more}；请与官方公布的文本核对。"
            yield Problem((), message)


def _file(statute: Statute) -> str:
    return f"{TEXTS}{PurePath(statute.file).name}"
