"""One item → a tree for the terminal.

Knows what a reader of one item wants to see, and the words for it. Does not know colours it was not given a
terminal for, nor how wide the terminal is: rich does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text
from rich.tree import Tree

from pipeline.columns import (
    CHANGE_NAMES,
    CUMULATION_NAMES,
    NUMBERS_CHANGED,
    ROLE_NAMES,
    SANCTION_NAMES,
    SEVERITY_NAMES,
    STATUS_NAMES,
    as_collated,
    collated,
    stands_now,
)
from pipeline.model import (
    Basis,
    Collation,
    Current,
    Fine,
    Item,
    ItemPenalty,
    Law,
    OfficialText,
    PowerList,
    Provision,
    Reference,
    Sanction,
)  # fmt: skip

_SEVERITY_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_FINE_UNITS = {"yuan": "元", "times": "倍", "percent": "%"}
_EXCERPT = 60


def to_tree(power_list: PowerList, item: Item) -> Tree:
    """*item* of *power_list*: its cells, laws, provisions with role, references with status, sanctions, findings."""
    number = item.called if "序号" in item.called else item.serial or item.number
    tree = Tree(Text(f"{number}　{item.title or ''}", style="bold"))
    for name, value in (
        ("类型", item.power_type),
        ("子项", item.sub_item),
        ("实施主体", item.department),
        *(("承办机构", unit) for unit in (item.handling_unit,) if unit is not None),
        ("层级", item.level),
        *(("责任事项", words) for words in (item.responsibilities,) if words is not None),
        *(("追责情形", words) for words in (item.accountability,) if words is not None),
        ("备注", item.remarks),
        *item.extra.items(),
    ):
        if value is None:
            tree.add(Text(f"{name}：（源文件中没有）", style="red"))
        elif value:
            tree.add(Text(f"{name}：{value}"))
    laws = {law.id: law for law in power_list.laws}
    items = power_list.items
    texts = {text.id: text for text in power_list.texts}
    penalties = {penalty.ordinal: penalty for penalty in item.penalties}
    for basis in item.basis:
        branch = tree.add(_law_line(basis, laws))
        for provision in basis.provisions:
            node = _add_provision(branch, provision, laws, items)
            if provision.current is not None:
                node.add(_current_line(provision.current, power_list.as_of or ""))
            if provision.collation is not None:
                _add_collation(node, provision.collation, texts[provision.collation.text])
            if provision.ordinal in penalties:
                _add_reach(node, item, provision, penalties[provision.ordinal])
    findings = [finding for finding in power_list.findings if item.number in finding.items]
    if findings:
        branch = tree.add(Text("核校意见", style="bold"))
        for finding in findings:
            words = f"{SEVERITY_NAMES[finding.severity]} {finding.code}　{finding.message}"
            branch.add(Text(words, style=_SEVERITY_STYLES[finding.severity]))
    return tree


def _law_line(basis: Basis, laws: Mapping[str, Law]) -> Text:
    """The law as cited, and when the register's word on it was last checked."""
    line = Text(basis.citation or "（未写明法律）", style="bold")
    law = laws.get(basis.law) if basis.law is not None else None
    if law is not None and law.checked_on is not None:
        line.append(f"　登记册核对于{law.checked_on}", style="dim not bold")
    return line


def _add_provision(branch: Tree, provision: Provision, laws: dict[str, Law], items: Sequence[Item]) -> Tree:
    head = Text(f"{provision.label or '（未标注）'} ", style="bold")
    head.append(f"[{ROLE_NAMES[provision.role]}] ", style="green")
    text = provision.text.replace("\n", " ")
    # An ellipsis of our own must not be taken for one in the source: it says what it leaves out.
    shown = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…（共{len(provision.text)}字）"
    head.append(shown, style="not bold")
    node = branch.add(head)
    for reference in provision.references:
        node.add(_reference_line(reference, laws, items))
    return node


def _add_collation(node: Tree, collation: Collation, text: OfficialText) -> None:
    """Where the official text has what is quoted, what of it is left out, and both wordings where they differ."""
    said = f"正式文本（{text.version or text.file}）：{collated(collation)}"
    line = Text(said, style="green" if as_collated(collation) else "yellow")
    branch = node.add(line)
    for difference in collation.differences:
        branch.add(Text(f"清单「{difference.quoted}」　正式文本「{difference.official}」"))
    for left_out in collation.left_out:
        branch.add(Text(f"未引：{left_out.address}「{left_out.text[:_EXCERPT]}」"))


def _current_line(current: Current, as_of: str) -> Text:
    """现行（2026-11-23）：第六十九条第一款（另见第六十九条第二款）　与他条合并; yellow where not as quoted."""
    numbers = f"，{NUMBERS_CHANGED}" if current.numbers_changed else ""
    name = CHANGE_NAMES[current.change] + numbers + ("" if current.verified else "（未核实）")
    words = f"现行（{as_of}）：{stands_now(current)}　{name}" + (f"：{current.note}" if current.note else "")
    return Text(words, style="green" if current.change == "same" else "yellow")


def _add_reach(node: Tree, item: Item, provision: Provision, penalty: ItemPenalty) -> None:
    """Which duties the penalty reaches, and what it provides; what it provides for other conduct is marked."""
    if penalty.duties:
        duties = (f"{item.provisions[ordinal - 1].label}（第{ordinal}条文）" for ordinal in penalty.duties)
        node.add(Text("所罚义务：" + "、".join(duties), style="green"))
    if provision.sanctions:
        listed = node.add(Text("处罚与措施"))
        for sanction in provision.sanctions:
            line = Text(_sanction_line(sanction))
            if sanction not in penalty.sanctions:
                line.append("　（在其他行为之下）", style="yellow")
            listed.add(line)


def _sanction_line(sanction: Sanction) -> str:
    """罚款 5,000–30,000元　情节严重或拒不改正　加重; in words where there are no figures."""
    name = SANCTION_NAMES[sanction.kind]
    parts = (
        f"{name} {_figures(sanction.fine)}" if sanction.fine else f"{name}「{sanction.text}」",
        f"对{sanction.who}" if sanction.who else "",
        sanction.condition or "",
        "加重" if sanction.tier == "aggravated" else "",
        "可以" if sanction.optional else "",
        CUMULATION_NAMES[sanction.cumulation] if sanction.cumulation else "",
    )
    return "　".join(part for part in parts if part)


def _figures(fine: Fine) -> str:
    """每平方米100–500元 · 违法所得的1–10倍 · 5%以下 · 5,000元，最高50,000元."""
    low, high = (None if value is None else f"{value:,}" for value in (fine.min, fine.max))
    unit = _FINE_UNITS[fine.unit]
    if low is None or high is None:
        amount = f"{high}{unit}以下" if low is None else f"{low}{unit}以上"
    else:
        amount = f"{low}{unit}" if low == high else f"{low}–{high}{unit}"
    before = (fine.per or "") + (f"{fine.base}的" if fine.base else "")
    return before + amount + ("" if fine.cap is None else f"，最高{fine.cap:,}元")


def _reference_line(reference: Reference, laws: dict[str, Law], items: Sequence[Item]) -> Text:
    law = ""
    if reference.law_name is not None:
        name = laws[reference.law].name if reference.law else reference.law_name
        law = name if "《" in name else f"《{name}》"
    line = Text(f"→ {reference.text}")
    if reference.target is not None and (law or str(reference.target) != reference.text):
        line.append(f"＝{law}{reference.target}")
    places = "、".join(f"{items[place.item - 1].called}第{place.ordinal}条文" for place in reference.found_in)
    line.append(f"　{STATUS_NAMES[reference.status]}", style="cyan")
    if places:
        more = f"，全清单共{reference.found_count}处" if reference.found_count > len(reference.found_in) else ""
        line.append(f"（{places}{more}）")
    return line
