"""One item → a tree for the terminal.

Knows what a reader of one item wants to see, and the words for it. Does not know colours it was not given a
terminal for, nor how wide the terminal is: rich does.
"""

from __future__ import annotations

from rich.text import Text
from rich.tree import Tree

from pipeline.columns import ROLE_NAMES, SANCTION_NAMES, SEVERITY_NAMES, STATUS_NAMES
from pipeline.model import Item, Law, PowerList, Provision, Reference

_SEVERITY_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_EXCERPT = 60


def to_tree(power_list: PowerList, item: Item) -> Tree:
    """*item* of *power_list*: its cells, laws, provisions with role, references with status, sanctions, findings."""
    tree = Tree(Text(f"{item.serial or item.number}　{item.title or ''}", style="bold"))
    for name, value in (
        ("类型", item.power_type),
        ("子项", item.sub_item),
        ("实施主体", item.department),
        ("层级", item.level),
        ("备注", item.remarks),
        *item.extra.items(),
    ):
        if value is None:
            tree.add(Text(f"{name}：（源文件中没有）", style="red"))
        elif value:
            tree.add(Text(f"{name}：{value}"))
    laws = {law.id: law for law in power_list.laws}
    for basis in item.basis:
        branch = tree.add(Text(basis.citation or "（未写明法律）", style="bold"))
        for provision in basis.provisions:
            _add_provision(branch, provision, laws)
    findings = [finding for finding in power_list.findings if item.number in finding.items]
    if findings:
        branch = tree.add(Text("核校意见", style="bold"))
        for finding in findings:
            words = f"{SEVERITY_NAMES[finding.severity]} {finding.code}　{finding.message}"
            branch.add(Text(words, style=_SEVERITY_STYLES[finding.severity]))
    return tree


def _add_provision(branch: Tree, provision: Provision, laws: dict[str, Law]) -> None:
    head = Text(f"{provision.label or '（未标注）'} ", style="bold")
    head.append(f"[{ROLE_NAMES[provision.role]}] ", style="green")
    text = provision.text.replace("\n", " ")
    # An ellipsis of our own must not be taken for one in the source: it says what it leaves out.
    shown = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…（共{len(provision.text)}字）"
    head.append(shown, style="not bold")
    node = branch.add(head)
    for reference in provision.references:
        node.add(_reference_line(reference, laws))
    if provision.sanctions:
        named = (f"{SANCTION_NAMES[sanction.kind]}「{sanction.text}」" for sanction in provision.sanctions)
        node.add(Text("处罚与措施：" + "、".join(named)))


def _reference_line(reference: Reference, laws: dict[str, Law]) -> Text:
    if reference.base == "named":
        name = laws[reference.law].name if reference.law else reference.law_name or ""
        law = f"《{name}》"
    else:
        law = ""
    line = Text(f"→ {reference.text}")
    if reference.target is not None and (law or str(reference.target) != reference.text):
        line.append(f"＝{law}{reference.target}")
    places = "、".join(f"第{place.item}项第{place.ordinal}条文" for place in reference.found_in)
    line.append(f"　{STATUS_NAMES[reference.status]}", style="cyan")
    if places:
        more = f"，全清单共{reference.found_count}处" if reference.found_count > len(reference.found_in) else ""
        line.append(f"（{places}{more}）")
    return line
