"""The table of rules: code, severity, function → findings.

Knows which rules there are and how grave each is (design §6). Does not know how a rule finds what it finds.
"""

from __future__ import annotations

from typing import Final

from pipeline.checks import (
    absent,
    amended,
    cited,
    filed,
    labelled,
    moved,
    official,
    printed,
    quoted,
    revised,
    serials,
    texts,
    titled,
)
from pipeline.checks.subject import Problem, Rule, Subject
from pipeline.model import Finding

__all__ = ["RULES", "Subject", "check"]

RULES: Final[tuple[Rule, ...]] = (
    # error: the list cannot be right as printed
    Rule("row-incomplete", "error", printed.row_incomplete),
    Rule("row-overfull", "error", printed.row_overfull),
    Rule("header-column-missing", "error", printed.header_column_missing),
    Rule("header-column-doubled", "error", printed.header_defect("header-column-doubled")),
    Rule("count-mismatch", "error", printed.count_mismatch),
    Rule("list-empty", "error", printed.list_empty),
    Rule("serial-repeated", "error", serials.serial_repeated),
    # warning: very probably a mistake
    Rule("title-wording", "warning", titled.title_wording),
    Rule("title-doubled", "warning", titled.title_doubled),
    Rule("label-paragraph-mismatch", "warning", labelled.label_paragraph_mismatch),
    Rule("quote-differs", "warning", official.quote_differs),
    Rule("quote-not-in-article", "warning", official.quote_not_in_article),
    Rule("label-wrong-paragraph", "warning", official.label_wrong_paragraph),
    Rule("version-doubtful", "warning", revised.version_doubtful),
    Rule("text-version-differs", "warning", texts.text_version_differs),
    Rule("text-unregistered", "warning", texts.text_unregistered),
    Rule("text-faulty", "warning", texts.text_faulty),
    Rule("address-conflict", "warning", quoted.address_conflict),
    Rule("duty-unreached", "warning", cited.duty_unreached),
    Rule("fine-detached", "warning", cited.fine_detached),
    Rule("sanction-elsewhere", "warning", cited.sanction_elsewhere),
    Rule("amount-unreadable", "warning", cited.amount_unreadable),
    Rule("type-title-mismatch", "warning", titled.type_title_mismatch),
    Rule("label-without-text", "warning", labelled.label_without_text),
    Rule("label-malformed", "warning", labelled.label_malformed),
    Rule("reference-malformed", "warning", cited.reference_malformed),
    Rule("reference-ambiguous", "warning", cited.reference_ambiguous),
    Rule("basis-without-law", "warning", quoted.basis_without_law),
    Rule("item-duplicate", "warning", printed.item_duplicate),
    Rule("count-unreadable", "warning", printed.count_unreadable),
    Rule("serial-gap", "warning", serials.serial_gap),
    Rule("serial-unreadable", "warning", serials.serial_unreadable),
    Rule("cell-empty", "warning", printed.cell_empty),
    Rule("cell-too-long", "warning", printed.cell_too_long),
    Rule("control-character", "warning", printed.control_character),
    Rule("header-differs", "warning", printed.header_defect("header-differs")),
    Rule("cell-error", "warning", filed.remark("cell-error")),
    Rule("cell-across", "warning", filed.remark("cell-across")),
    Rule("changes-tracked", "warning", filed.remark("changes-tracked")),
    Rule("law-repealed", "warning", amended.law_repealed),
    Rule("law-not-in-force", "warning", amended.law_not_in_force),
    Rule("law-amended", "warning", amended.law_amended),
    Rule("provision-absent", "warning", absent.provision_absent),
    Rule("provision-moved", "warning", moved.provision_moved),
    Rule("provision-changed", "warning", moved.provision_changed),
    Rule("provision-now-a-pointer", "warning", moved.provision_now_a_pointer),
    Rule("provision-repealed", "warning", moved.provision_repealed),
    Rule("provision-unclear", "warning", moved.provision_unclear),
    Rule("cells-inferred", "warning", filed.remark("cells-inferred")),
    Rule("sheet-unread", "warning", filed.remark("sheet-unread")),
    Rule("row-merged-away", "warning", filed.remark("row-merged-away")),
    Rule("outline-read", "warning", filed.remark("outline-read")),
    Rule("sheet-continued", "warning", filed.remark("sheet-continued")),
    Rule("cells-untold", "warning", filed.remark("cells-untold")),
    Rule("numbers-unread", "warning", filed.remark("numbers-unread")),
    Rule("symbols-unread", "warning", filed.remark("symbols-unread")),
    Rule("formula-unsaved", "warning", filed.remark("formula-unsaved")),
    # info: worth knowing
    Rule("header-column-unknown", "info", printed.header_defect("header-column-unknown")),
    Rule("personal-columns", "info", printed.personal_columns),
    Rule("text-outside-table", "info", printed.text_outside_table),
    Rule("field-absent", "info", printed.field_absent),
    Rule("table-outside", "info", filed.remark("table-outside")),
    Rule("cell-formula", "info", printed.cell_formula),
    Rule("row-sample", "info", filed.remark("row-sample")),
    Rule("rows-hidden", "info", filed.remark("rows-hidden")),
    Rule("formula-value", "info", filed.remark("formula-value")),
    Rule("columns-hidden", "info", filed.remark("columns-hidden")),
    Rule("cells-covered", "info", filed.remark("cells-covered")),
    Rule("sheet-hidden", "info", filed.remark("sheet-hidden")),
    Rule("text-hidden", "info", filed.remark("text-hidden")),
    Rule("numbers-automatic", "info", filed.remark("numbers-automatic")),
    Rule("part-unread", "info", filed.remark("part-unread")),
    Rule("sheet-without-header", "info", filed.remark("sheet-without-header")),
    Rule("law-undated", "info", quoted.law_undated),
    Rule("law-amended-elsewhere", "info", amended.law_amended_elsewhere),
    Rule("law-amendment-pending", "info", amended.law_amendment_pending),
    Rule("law-unknown", "info", amended.law_unknown),
    Rule("law-citation-differs", "info", quoted.law_citation_differs),
    Rule("quoted-elsewhere", "info", cited.quoted_elsewhere),
    Rule("penalty-cites-no-article", "info", cited.penalty_cites_no_article),
    Rule("article-order", "info", quoted.article_order),
    Rule("label-too-wide", "info", labelled.label_too_wide),
    Rule("label-without-paragraph", "info", official.label_without_paragraph),
    Rule("quote-incomplete", "info", official.quote_incomplete),
    Rule("text-version-assumed", "info", texts.text_version_assumed),
    Rule("label-missing", "info", labelled.label_missing),
    Rule("silent-elision", "info", quoted.silent_elision),
    Rule("basis-without-text", "info", quoted.basis_without_text),
    Rule("reference-unresolved", "info", cited.reference_unresolved),
)


def check(subject: Subject) -> tuple[Finding, ...]:
    """All findings of *subject*: in the order of the rules, and of the source within one rule."""
    return tuple(_finding(subject, rule, problem) for rule in RULES for problem in rule.find(subject))


def _finding(subject: Subject, rule: Rule, problem: Problem) -> Finding:
    return Finding(
        code=rule.code,
        severity=rule.severity,
        items=problem.items,
        message=problem.message,
        quote=problem.quote,
        span=problem.span,
        place=subject.place(problem.span[0]) if problem.span else None,
    )
