"""Comparison → lines for a terminal: a heading for each item that changed, and what changed in it.

Knows how a change is said in a line. Does not know how it was found, nor how wide the terminal is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.columns import LAW_CHANGE_NAMES, ROLE_NAMES, UNLABELLED, VALUE_CHANGE_NAMES
from pipeline.compare import (
    Comparison,
    Edit,
    ItemChange,
    ItemSide,
    LawChange,
    Match,
    ProvisionChange,
    ProvisionSide,
    SanctionChange,
    ValueChange,
)

NO_CHANGE: Final = "没有变动（只比较各项：序号、先后次序和排版不算变动，表外的说明和所写项数不比较）。"
_NOTHING: Final = "（无）"
_CONTEXT: Final = 8
"""Characters shown before and after changed words."""


class Said(NamedTuple):
    """A line, and the lines that belong to it."""

    heading: str
    details: tuple[str, ...]


def to_lines(comparison: Comparison) -> Iterator[Said]:
    """What is compared, what changed, and how much, in Chinese; no line has a line feed."""
    for name, edition in (("原清单", comparison.old), ("现清单", comparison.new)):
        if edition:
            yield Said(f"{name}：{edition.file}　{_one_line(edition.title)}（{edition.item_count}项）", ())
    yield from changes(comparison)
    yield Said(summary(comparison), ())


def changes(comparison: Comparison) -> Iterator[Said]:
    """A heading for the title and for each item, in the comparison's order."""
    if comparison.title:
        yield Said(f"标题变更：{_from_to(comparison.title)}", ())
    for change in comparison.items:
        yield Said(_heading(change), tuple(map(_one_line, _details(change))))


def summary(comparison: Comparison) -> str:
    """How many items came, went, changed and stayed."""
    if comparison.is_empty:
        return NO_CHANGE
    counts = Counter(change.kind for change in comparison.items)
    doubtful = sum(1 for change in comparison.items if change.match and change.match.doubtful)
    return (
        f"新增{counts['added']}项，取消{counts['removed']}项，变更{counts['changed']}项"
        + (f"（其中{doubtful}项是否同一事项存疑）" if doubtful else "")
        + f"，未变{comparison.unchanged_count}项。"
    )


def _heading(change: ItemChange) -> str:
    if change.new is None:
        assert change.old is not None
        return f"取消：原{_named(change.old)}"
    if change.old is None:
        return f"新增：{_named(change.new)}"
    return f"变更：{_named(change.new)}（原{change.old.called}）"


def _named(side: ItemSide) -> str:
    sub_item = f"（{_one_line(side.sub_item)}）" if side.sub_item else ""
    return f"{side.called}「{_one_line(side.title or '')}」{sub_item}"


def _details(change: ItemChange) -> Iterator[str]:
    if change.match and change.match.doubtful:
        yield _doubt(change.match)
    for value in change.values:
        name = VALUE_CHANGE_NAMES.get(value.kind) or f"{value.heading}变更"
        yield f"{name}：{_from_to(value)}"
    for law in change.laws:
        yield f"{LAW_CHANGE_NAMES[law.kind]}：{_law(law)}"
    for provision in change.provisions:
        yield from _provision(provision)


def _doubt(match: Match) -> str:
    said = f"存疑：请核对是否同一事项，相似度{match.score}"
    for name, rival in (("原", match.old_runner_up), ("现", match.new_runner_up)):
        if rival:
            said += f"；另有{name}{rival.called}「{rival.title or ''}」，相似度{rival.score}"
    return said


def _from_to(change: ValueChange) -> str:
    return "→".join(f"「{text}」" if text else _NOTHING for text in (change.old, change.new))


def _law(change: LawChange) -> str:
    return "→".join(side.citation or _NOTHING for side in (change.old, change.new) if side)


def _provision(change: ProvisionChange) -> Iterator[str]:
    if change.old is None or change.new is None:
        side = change.new or change.old
        assert side is not None
        yield f"条文{'增加' if change.new else '减少'}：{_place(side)}"
        return
    place = _place(change.new)
    if "relabelled" in change.kinds:
        yield f"条款项变更：{_place(change.old)}→{change.new.label or UNLABELLED}"
    if "reworded" in change.kinds:
        yield f"条文变更：{place}：{passages(change.edits, change.new.text)}"
    if "role" in change.kinds:
        yield f"性质变更：{place}：{ROLE_NAMES[change.old.role]}→{ROLE_NAMES[change.new.role]}"
    for sanction in change.sanctions:
        yield _sanction(place, sanction)


def _sanction(place: str, change: SanctionChange) -> str:
    name = "罚款" if change.kind == "fine" else "处罚"
    if change.old is not None and change.new is not None:
        return f"{name}变更：{place}：{change.old}→{change.new}"
    return f"{name}{'减少' if change.new is None else '增加'}：{place}：{change.new or change.old}"


def _place(side: ProvisionSide) -> str:
    return (f"《{side.law}》" if side.law else "") + (side.label or UNLABELLED)


def passages(edits: Sequence[Edit], new: str) -> str:
    """The changed words in *new* with a few characters around them: 每〔月→季度〕检查; 〔＋came〕, 〔－went〕."""
    said = ""
    shown = 0  # up to where *new* has been shown
    for edit, following in zip(edits, [*edits[1:], None], strict=True):
        start, end = edit.new_span
        if start - shown > 2 * _CONTEXT or not said:
            lead = max(shown, start - _CONTEXT)
            said += ("……" if said or lead > 0 else "") + new[lead:start]
        else:
            said += new[shown:start]
        said += _marked(edit)
        tail = min(len(new), end + _CONTEXT, following.new_span[0] if following else len(new))
        said += new[end:tail]
        shown = tail
    return said + ("……" if shown < len(new) else "")


def _marked(edit: Edit) -> str:
    if edit.deleted and edit.inserted:
        return f"〔{edit.deleted}→{edit.inserted}〕"
    return f"〔＋{edit.inserted}〕" if edit.inserted else f"〔－{edit.deleted}〕"


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
