"""A law and the drafts of its provisions → what is handed on of them.

Knows what of a cell belongs to a law. Does not know how it was read.
"""

from __future__ import annotations

from pipeline.basis.nouns import BasisText, Draft, LawLine, ProvisionText
from pipeline.basis.paragraphs import paragraphs
from pipeline.words import basis as words


def finish(text: str, law: LawLine | None, drafts: list[Draft]) -> BasisText:
    """*law* (None where a cell names none) with its provisions; the span is from the first word to the last."""
    provisions = [
        ProvisionText(
            draft.label,
            draft.addresses,
            draft.lines,
            paragraphs(text, draft.lines, draft.addresses),
            draft.malformed,
            draft.kind,
            draft.marker,
        )
        for draft in drafts
    ]
    spans = [] if law is None else [law.span]
    for draft in drafts:
        spans += [span for span in (draft.marker, draft.label) if span is not None]
        spans += draft.lines
    end = max(end for _, end in spans)
    if drafts and drafts[-1].kind == "annex_entry" and not drafts[-1].lines:
        separator = words.SEPARATOR.match(text, end)
        end = separator.end() if separator else end  # 附件： with nothing after it: the colon belongs to the cell too
    return BasisText(law, provisions, (spans[0][0], end))
