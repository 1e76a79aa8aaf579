"""Two lists → what changed, in the words of those who publish them.

Knows the order of the steps: which items are one (matching.py), what changed in each (items.py, quotations.py).
Does not know how a change is found, nor any output.
"""

from __future__ import annotations

from pipeline.collector import paused_collector
from pipeline.compare.basis import basis_changes
from pipeline.compare.basis_nouns import AlsoCurrent, BasisChange, Edit, Misfit, Misquotation
from pipeline.compare.items import added, changed, removed, surroundings, value_change
from pipeline.compare.laws import law_names
from pipeline.compare.matching import match_items
from pipeline.compare.nouns import (
    COMPARISON_VERSION,
    Comparison,
    Edition,
    ItemChange,
    ItemSide,
    LawChange,
    LawSide,
    Match,
    ProvisionChange,
    ProvisionChangeKind,
    ProvisionSide,
    RunnerUp,
    SanctionChange,
    ValueChange,
    ValueKind,
    comparison_schema,
)
from pipeline.compare.substance import substance
from pipeline.model import PowerList
from pipeline.statutes import Texts

__all__ = [
    "AlsoCurrent",
    "BasisChange",
    "Comparison",
    "Edit",
    "Edition",
    "ItemChange",
    "ItemSide",
    "LawChange",
    "LawSide",
    "Match",
    "Misfit",
    "Misquotation",
    "ProvisionChange",
    "ProvisionChangeKind",
    "ProvisionSide",
    "RunnerUp",
    "SanctionChange",
    "ValueChange",
    "ValueKind",
    "compare",
    "comparison_schema",
    "outdated",
    "substance",
]


def compare(old: PowerList, new: PowerList, texts: Texts | None = None) -> Comparison:
    """What changed from *old* to *new*. The same lists give the same comparison.

    Serials, the order of tables, items, laws and provisions, white space, the width of characters and the difference
    between an empty cell and none are no change. Lists of different offices are compared too; ``same_authority`` says
    so, and the identities of all their items differ. *texts* are the official texts from which the current wording of
    a quoted provision is taken, where the register says (in *new*) that it moved or changed, and beside which changed
    quotations are laid.
    """
    with paused_collector():
        ours, theirs = law_names(old, new)
        before, after = surroundings(old, ours), surroundings(new, theirs)
        matching = match_items(old, new)
        changes = [changed(pair.old, pair.new, pair.match, before, after) for pair in matching.pairs]
        listed = [change for change in changes if change] + [added(item) for item in matching.added]
        listed.sort(key=lambda change: change.new.number if change.new else 0)
        title = next(value_change("renamed", "标题", old.title, new.title), None)
        return Comparison(
            schema_version=COMPARISON_VERSION,
            old=_edition(old),
            new=_edition(new),
            same_authority=substance(old.authority) == substance(new.authority),
            title=title,
            items=(*listed, *(removed(item) for item in matching.removed)),
            unchanged_count=changes.count(None),
            as_of=new.as_of,
            basis=basis_changes(old, new, listed, texts),
        )


def outdated(power_list: PowerList, texts: Texts | None = None) -> Comparison:
    """A comparison without a list before: what the register says, in *power_list*, of the provisions it quotes."""
    return Comparison(
        schema_version=COMPARISON_VERSION,
        old=None,
        new=_edition(power_list),
        same_authority=True,
        title=None,
        items=(),
        unchanged_count=None,
        as_of=power_list.as_of,
        basis=basis_changes(None, power_list, (), texts),
    )


def _edition(power_list: PowerList) -> Edition:
    source = power_list.source
    return Edition(
        file=source.file,
        sha256=source.sha256,
        title=power_list.title,
        authority=power_list.authority,
        item_count=len(power_list.items),
    )
