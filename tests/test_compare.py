"""Proves that a comparison says everything that changed between two lists and nothing else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compare import Comparison, compare, comparison_schema, substance
from pipeline.compare.edits import edits
from pipeline.model import Item, PowerList
from pipeline.writers.to_lines import changes, summary
from tests.lists import PLAIN, ListData, RowData, TableData, lists, print_list, read, styles
from tests.revision import NEW, OLD
from tests.rows import LAW, Row, listed, parsed, row

EXPECTED: Final = Path(__file__).parent / "fixtures" / "compare" / "expected.txt"
NINE: Final = "第九条　任何单位不得在古桥上悬挂重物。"


def said(comparison: Comparison) -> list[str]:
    """What the comparison says, line by line, the details indented."""
    return [line for each in changes(comparison) for line in (each.heading, *(f"  {words}" for words in each.details))]


def kinds(comparison: Comparison) -> list[tuple[int | None, int | None, str]]:
    """Old number, new number and kind of every change, in order."""
    found: list[tuple[int | None, int | None, str]] = []
    for change in comparison.items:
        parts: list[str] = [value.kind for value in change.values]
        parts += [f"law {law.kind}" for law in change.laws]
        parts += [" ".join(("provision", *provision.kinds)) for provision in change.provisions]
        old, new = (side.number if side else None for side in (change.old, change.new))
        found += [(old, new, part) for part in parts or [change.kind]]
    return found


def between(old: Sequence[Row], new: Sequence[Row]) -> list[tuple[int | None, int | None, str]]:
    return kinds(compare(parsed(listed(*old)), parsed(listed(*new))))


# --- all kinds at once ----------------------------------------------------------------------------------------------


def test_every_planted_change_is_reported_and_nothing_else() -> None:
    """The expectation was written by hand from the two editions, before there was a comparison."""
    assert said(compare(parsed(OLD), parsed(NEW))) == EXPECTED.read_text(encoding="utf-8").splitlines()


def test_the_planted_changes_are_of_every_kind() -> None:
    """So that the test above cannot pass while a kind is never met."""
    comparison = compare(parsed(OLD), parsed(NEW))
    met = {part for _, _, kind in kinds(comparison) for part in ([kind] if kind.startswith("law") else kind.split())}
    met |= {change.kind for change in comparison.items}
    definitions = comparison_schema()["$defs"]
    known = set(definitions["ValueChange"]["properties"]["kind"]["enum"])
    known |= {f"law {kind}" for kind in definitions["LawChange"]["properties"]["kind"]["enum"]}
    known |= set(definitions["ProvisionChange"]["properties"]["kinds"]["items"]["enum"])
    known |= set(definitions["ItemChange"]["properties"]["kind"]["enum"])
    # Those of columns that this list has not: see below.
    known -= {"power_type", "handling_unit", "responsibilities", "accountability"}
    assert met - {"provision"} == known


def test_back_again_what_was_added_is_removed_and_what_was_removed_is_added() -> None:
    forth, back = compare(parsed(OLD), parsed(NEW)), compare(parsed(NEW), parsed(OLD))
    turned = {(new, old) for old, new, _ in kinds(back)}
    assert {(old, new) for old, new, _ in kinds(forth)} == turned


def test_a_comparison_is_the_same_every_time() -> None:
    assert compare(parsed(OLD), parsed(NEW)) == compare(parsed(OLD), parsed(NEW))


# --- no change ------------------------------------------------------------------------------------------------------


@st.composite
def rearranged(draw: st.DrawFn) -> tuple[ListData, ListData]:
    """A list, and the same one with its tables and rows in another order and other serials.

    A table without a caption goes on with the one before it, so only the others change places.
    """
    data = draw(lists(max_rows=5))
    bare = [each for each in data.tables if each.label is None]
    tables = [_shuffled(draw, each) for each in [*bare, *draw(st.permutations([t for t in data.tables if t.label]))]]
    return data, data._replace(tables=tuple(tables))


def _shuffled(draw: st.DrawFn, table_data: TableData) -> TableData:
    rows: list[RowData] = draw(st.permutations(table_data.rows))
    first = draw(st.integers(1, 900))
    return table_data._replace(rows=tuple(each._replace(serial=str(number)) for number, each in enumerate(rows, first)))


@settings(max_examples=40, deadline=None)
@given(rearranged(), styles())
def test_a_list_reordered_renumbered_and_set_otherwise_has_not_changed(
    pair: tuple[ListData, ListData], style: Any
) -> None:
    old, new = pair
    comparison = compare(read(print_list(old, PLAIN)), read(print_list(new, style)))
    assert comparison.is_empty, said(comparison)
    assert comparison.unchanged_count == comparison.new.item_count
    assert summary(comparison).startswith("没有变动")


@settings(max_examples=40, deadline=None)
@given(lists(min_rows=1), st.randoms(use_true_random=False))
def test_laws_and_provisions_in_another_order_are_no_change(data: ListData, random: Any) -> None:
    """Turned round in the data: in print, a provision without a label would become part of the one before."""
    power_list = read(print_list(data))
    comparison = compare(
        power_list, _with_items(power_list, [_quoting_otherwise(each, random) for each in power_list.items])
    )
    assert comparison.is_empty, said(comparison)


def _quoting_otherwise(item: Item, random: Any) -> Item:
    bases = list(item.basis)
    random.shuffle(bases)
    shuffled = []
    for basis in bases:
        provisions = list(basis.provisions)
        random.shuffle(provisions)
        shuffled.append(basis.model_copy(update={"provisions": tuple(provisions)}))
    return item.model_copy(update={"basis": tuple(shuffled)})


def _with_items(power_list: PowerList, items: Sequence[Item]) -> PowerList:
    tables, start = [], 0
    for each in power_list.tables:
        end = start + len(each.items)
        tables.append(each.model_copy(update={"items": tuple(items[start:end])}))
        start = end
    return power_list.model_copy(update={"tables": tuple(tables)})


@settings(max_examples=40, deadline=None)
@given(lists(min_rows=1), st.data())
def test_a_list_without_one_of_its_items_lacks_just_that(data: ListData, draws: st.DataObject) -> None:
    """Also where others are called the same: what is left of them is found again by all it says."""
    places = [(place, number) for place, each in enumerate(data.tables) for number in range(len(each.rows))]
    place, number = draws.draw(st.sampled_from(places))
    tables = list(data.tables)
    rows = tables[place].rows
    tables[place] = tables[place]._replace(rows=rows[:number] + rows[number + 1 :], repeated=frozenset())
    comparison = compare(read(print_list(data)), read(print_list(data._replace(tables=tuple(tables)))))
    assert [change.kind for change in comparison.items] == ["removed"]
    (change,) = comparison.items
    assert change.old is not None
    assert substance(change.old.title) == substance(rows[number].title)
    assert substance(change.old.remarks) == substance(rows[number].remarks)


@pytest.mark.parametrize(
    ("reason", "old", "new"),
    [
        ("brackets of another width", row(NINE), row(NINE, law=LAW.replace("（", "(").replace("）", ")"))),
        ("blanks", row(NINE), row(NINE.replace("　", " "), title="古桥 守护事项")),
        ("an address in digits", row(NINE), row(NINE.replace("第九条", "第9条"))),
        ("an empty cell and a cell that is not there", row(NINE), row(NINE, remarks=" ")),
        ("a line break within a paragraph's words", row(NINE), row(NINE.replace("不得在", "不得\n在"))),
    ],
)
def test_setting_is_no_change(reason: str, old: Row, new: Row) -> None:
    assert between([old], [new]) == [], reason


# --- which items are one --------------------------------------------------------------------------------------------


def item(title: str, article: str = "九", text: str = "任何单位不得在古桥上悬挂重物。", **cells: str) -> Row:
    return row(f"第{article}条　{text}", title=title, **cells)


def lantern(goods: str, duty: str, penalty: str) -> Row:
    return row(
        f"第{duty}条　经营{goods}的，应当登记。\n\n第{penalty}条　经营{goods}未登记的，处三百元罚款。",
        title=f"对经营{goods}未登记的处罚",
    )


@pytest.mark.parametrize(
    ("reason", "old", "new", "expected"),
    [
        (
            "an item is what it was, also after one before it is gone that was called the same",
            [item("检查", remarks="甲"), item("检查", remarks="乙")],
            [item("检查", remarks="乙")],
            [(1, None, "removed")],
        ),
        (
            "of two called the same each keeps its own",
            [item("检查", remarks="甲"), item("检查", remarks="乙")],
            [item("检查", remarks="乙"), item("检查", remarks="甲")],
            [],
        ),
        (
            "a law of the same pattern, a title of the same pattern: two items",
            [item("对在古桥上悬挂重物的处罚", "九", "不得在古桥上悬挂重物。")],
            [item("对养护人未记录裂缝的处罚", "十", "养护人应当每月记录裂缝。")],
            [(None, 1, "added"), (1, None, "removed")],
        ),
        (
            "the law is another one altogether, the title the same",
            [item("对在古桥上悬挂重物的处罚")],
            [item("对在古桥上悬挂重物的处罚", "三", "桥上不许挂东西。", law="《石桥保护规定》")],
            [(1, 1, "law added"), (1, 1, "law removed"), (1, 1, "provision added"), (1, 1, "provision removed")],
        ),
        (
            "other articles of one law, and only the pattern of the title is the same: two items",
            [lantern("灯笼", "三", "四十六")],
            [lantern("鼻烟壶", "五十三", "九十六")],
            [(None, 1, "added"), (1, None, "removed")],
        ),
        (
            "with an article in common it is one that was renamed",
            [lantern("灯笼", "三", "四十六")],
            [lantern("鼻烟壶", "三", "四十六")],
            [(1, 1, "renamed"), (1, 1, "provision reworded"), (1, 1, "provision reworded")],
        ),
        (
            "other articles, the title nearly the same: one item",
            [lantern("桥头灯笼", "三", "四十六")],
            [lantern("桥上灯笼", "五十三", "九十六")],
            [(1, 1, "renamed"), (1, 1, "provision relabelled reworded"), (1, 1, "provision relabelled reworded")],
        ),
        (
            "moved and renamed at once",
            [item("对在古桥上悬挂重物的处罚")],
            [item("对在古桥桥面悬挂重物的处罚", department="风物科")],
            [(1, 1, "renamed"), (1, 1, "department")],
        ),
    ],
)
def test_items_are_matched(
    reason: str, old: list[Row], new: list[Row], expected: list[tuple[int | None, int | None, str]]
) -> None:
    assert between(old, new) == expected, reason


def test_an_article_that_every_item_quotes_makes_no_two_items_one() -> None:
    competent = "第一条　市古桥管理部门负责监督管理。"
    others = [item(f"对{name}的检查", "二", competent[4:]) for name in ("桥栏", "水位", "苔藓", "涂装")]
    old, new = (
        [each._replace(basis=f"{LAW}\n\n{competent}\n\n{each.basis.partition(LAW)[2].strip()}") for each in rows]
        for rows in (
            [*others, lantern("灯笼", "三", "四十六")],
            [*others, lantern("鼻烟壶", "五十三", "九十六")],
        )
    )
    assert between(old, new) == [(None, 5, "added"), (5, None, "removed")]


def test_many_items_called_the_same_are_found_again_however_they_are_ordered() -> None:
    """More than can be tried each with each."""
    items = [item("检查", remarks=f"第{number}处") for number in range(100)]
    assert between(items, items[::-1]) == []


def test_a_doubtful_match_says_so_and_names_the_next_best() -> None:
    """One item became two: which one it is, nobody can say."""
    old = [item("对损坏古桥栏杆、桥面的处罚")]
    new = [item("对损坏古桥栏杆的处罚"), item("对损坏古桥桥面的处罚")]
    comparison = compare(parsed(listed(*old)), parsed(listed(*new)))
    first, second = comparison.items
    assert (first.kind, second.kind) == ("changed", "added")
    assert first.match is not None
    assert first.match.doubtful
    assert first.match.new_runner_up is not None
    assert first.match.new_runner_up.number == 2
    assert first.match.old_runner_up is None
    assert "存疑" in "".join(said(comparison))


def test_a_better_counterpart_elsewhere_is_no_doubt() -> None:
    """Two items renamed in the same way are each closer to their own than to the other."""
    old = [item("对损坏古桥东侧栏杆的处罚"), item("对损坏古桥西侧栏杆的处罚")]
    new = [item("对损坏云溪古桥东侧栏杆的处罚"), item("对损坏云溪古桥西侧栏杆的处罚")]
    comparison = compare(parsed(listed(*old)), parsed(listed(*new)))
    assert [change.match and change.match.doubtful for change in comparison.items] == [False, False]
    assert kinds(comparison) == [(1, 1, "renamed"), (2, 2, "renamed")]


@pytest.mark.parametrize(
    ("heading", "old", "new", "kind"),
    [
        ("权责类型", "行政检查", "行政强制", "power_type"),
        ("承办机构", "桥务科", "风物科", "handling_unit"),
        ("责任事项", "受理、审查", "受理、审查、公示", "responsibilities"),
        ("追责情形", "不予受理的", "不予受理或者拖延的", "accountability"),
        ("收费标准", "不收费", "每件五元", "column"),
    ],
)
def test_a_change_in_a_column_that_not_every_list_has(heading: str, old: str, new: str, kind: str) -> None:
    header = "".join(f"\t{each}\n" for each in ("序号", "权责事项", heading, "设定依据")) + "\n"

    def having(cell: str) -> PowerList:
        return parsed(f"云溪市古桥管理局权责清单\n{header}\t1\n\t古桥守护\n\t{cell}\n\t{LAW}\n\n{NINE}\n\n")

    comparison = compare(having(old), having(new))
    assert kinds(comparison) == [(1, 1, kind)]
    ((value,),) = (change.values for change in comparison.items)
    assert (value.old, value.new) == (old, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(("执行层次", "市本级"), ("行使层级", "市本级"), [], id="a heading nobody knows, then a field"),
        pytest.param(("备注", "限夜间"), ("补充情况", "限夜间"), [], id="a field, then a heading nobody knows"),
        pytest.param(("桥段长", "两百米"), ("桥段全长", "两百米"), [], id="two that nobody knows"),
        pytest.param(
            ("执行层次", "市本级"),
            ("行使层级", "县级"),
            [("level", None, "县级"), ("column", "市本级", None)],
            id="another cell too",
        ),
        pytest.param(
            ("承办机构", "桥务科"),
            ("实施主体", "桥务科"),
            [("department", None, "桥务科"), ("handling_unit", "桥务科", None)],
            id="two fields are two",
        ),
        pytest.param(
            ("法定时限", "二十日"),
            ("承诺时限", "二十日"),
            [("column", "二十日", None), ("column", None, "二十日")],
            id="so are two other columns that are known",
        ),
        pytest.param(
            ("是否涉水", "否"),
            ("是否涉桥", "否"),
            [("column", "否", None), ("column", None, "否")],
            id="what stands in any column",
        ),
    ],
)
def test_a_column_under_another_heading_is_no_change_of_its_items(
    old: tuple[str, str], new: tuple[str, str], expected: list[tuple[str, str | None, str | None]]
) -> None:
    def having(heading: str, cell: str) -> PowerList:
        header = "".join(f"\t{each}\n" for each in ("序号", "权责事项", heading, "设定依据")) + "\n"
        return parsed(f"云溪市古桥管理局权责清单\n{header}\t1\n\t古桥守护\n\t{cell}\n\t{LAW}\n\n{NINE}\n\n")

    comparison = compare(having(*old), having(*new))
    found = [(value.kind, value.old, value.new) for change in comparison.items for value in change.values]
    assert found == expected


def test_a_cell_that_went_to_another_column_of_the_same_list_is_a_change() -> None:
    def having(cells: str) -> PowerList:
        header = "".join(f"\t{each}\n" for each in ("序号", "权责事项", "补充情况", "备注", "设定依据")) + "\n"
        return parsed(f"云溪市古桥管理局权责清单\n{header}\t1\n\t古桥守护\n{cells}\t{LAW}\n\n{NINE}\n\n")

    comparison = compare(having("\t限夜间\n\t\n"), having("\t\n\t限夜间\n"))
    assert kinds(comparison) == [(1, 1, "remarks"), (1, 1, "column")]


def test_lists_of_two_offices_are_compared_and_said_to_be_two() -> None:
    old, new = listed(item("检查")), listed(item("检查")).replace("云溪市古桥管理局", "云溪市风物局")
    comparison = compare(parsed(old), parsed(new))
    assert not comparison.same_authority
    assert kinds(comparison) == []
    assert comparison.title is not None


# --- provisions -----------------------------------------------------------------------------------------------------

FINE: Final = "第二十条　违反本条例第九条规定的，处{}罚款。"


@pytest.mark.parametrize(
    ("reason", "old", "new", "expected"),
    [
        ("more", "三万元以下", "五万元以下", ["三万元以下→五万元以下"]),
        ("in digits, the same sum", "三万元以下", "30000元以下", []),
        ("a lower end", "三万元以下", "一万元以上三万元以下", ["三万元以下→一万元以上三万元以下"]),
        ("a multiple", "违法所得一倍", "违法所得二倍", ["违法所得一倍→违法所得二倍"]),
        (
            "the tiers keep their order: the first may become what the second was",
            "一万元以下罚款；情节严重的，处三万元以下",
            "三万元以下罚款；情节严重的，处五万元以下",
            ["一万元以下→三万元以下", "三万元以下→五万元以下"],
        ),
        (
            "a tier more",
            "三万元以下",
            "一万元以下罚款；情节较重的，处三万元以下罚款；情节严重的，处五万元以下",
            ["None→一万元以下", "None→五万元以下"],
        ),
    ],
)
def test_a_fine_is_its_figures(reason: str, old: str, new: str, expected: list[str]) -> None:
    comparison = compare(read_item(FINE.format(old)), read_item(FINE.format(new)))
    (change,) = comparison.items
    (provision,) = change.provisions
    assert [f"{each.old}→{each.new}" for each in provision.sanctions] == expected, reason
    assert "reworded" in provision.kinds
    assert ("sanctions" in provision.kinds) == bool(expected)


@pytest.mark.parametrize(
    ("reason", "old", "new", "expected"),
    [
        ("the unit adjoins the verb", "每日处一百元罚款", "每日处二百元罚款", "每日处一百元→每日处二百元"),
        ("a longer one", "每立方米处以一百元罚款", "每立方米处以三百元罚款", "每立方米处以一百元→每立方米处以三百元"),
        ("one that takes an adverb", "每株并处一百元罚款", "每株并处二百元罚款", "每株……一百元→每株……二百元"),
        (
            "behind a comma",
            "每逾期一日，处一百元罚款",
            "每逾期一日，处二百元罚款",
            "每逾期一日……一百元→每逾期一日……二百元",
        ),
        ("the unit came", "处一百元罚款", "每株处一百元罚款", "一百元→每株处一百元"),
        (
            "a narrow column breaks the words",
            "每日处一百\n元罚款",
            "每日处二百\n元罚款",
            "每日处一百元罚款→每日处二百元罚款",
        ),
        ("the unit is within", "处每株一百元罚款", "处每株二百元罚款", "每株一百元→每株二百元"),
        (
            "the base was said before",
            "没收违法所得，并处一倍以上三倍以下罚款",
            "没收违法所得，并处一倍以上五倍以下罚款",
            "违法所得……一倍以上三倍以下→违法所得……一倍以上五倍以下",
        ),
        (
            "the cap is within",
            "每株处一百元罚款，最高不超过五千元",
            "每株处一百元罚款，最高不超过八千元",
            "每株处一百元罚款，最高不超过五千元→每株处一百元罚款，最高不超过八千元",
        ),
    ],
)
def test_a_unit_or_base_before_its_fine_is_named_with_it(reason: str, old: str, new: str, expected: str) -> None:
    penal = "第二十条　违反本条例第九条规定的，责令改正，{}。"
    (change,) = compare(read_item(penal.format(old)), read_item(penal.format(new))).items
    (provision,) = change.provisions
    assert [f"{each.old}→{each.new}" for each in provision.sanctions] == [expected], reason


def read_item(*provisions: str) -> PowerList:
    return parsed(listed(row("\n\n".join(provisions))))


@pytest.mark.parametrize(
    ("reason", "old", "new", "expected"),
    [
        (
            "articles moved on by one are found by their words, not by their numbers",
            ["第九条　不得悬挂重物。", "第十条　应当每月记录裂缝。"],
            ["第十条　不得悬挂重物。", "第十一条　应当每月记录裂缝。"],
            ["relabelled 第九条 第十条", "relabelled 第十条 第十一条"],
        ),
        (
            "moved on and reworded a little",
            ["第九条　不得在古桥上悬挂重物。", "第十条　应当每月记录裂缝。"],
            ["第十条　不得在古桥上悬挂任何重物。", "第十一条　应当每季度记录裂缝。"],
            ["relabelled+reworded 第九条 第十条", "relabelled+reworded 第十条 第十一条"],
        ),
        (
            "one address, other words: the article was written anew",
            ["第九条　不得悬挂重物。"],
            ["第九条　船只过桥洞应当减速，并鸣笛示意。"],
            ["reworded 第九条 第九条"],
        ),
        (
            "a text quoted twice is not one",
            ["第九条　不得悬挂重物。", "第九条　不得悬挂重物。"],
            ["第九条　不得悬挂重物。"],
            ["removed 第九条 -"],
        ),
        (
            "a paragraph more under one label",
            ["第九条　不得悬挂重物。"],
            ["第九条　不得悬挂重物。\n\n夜间应当亮灯。"],
            ["reworded 第九条 第九条"],
        ),
    ],
)
def test_provisions_are_matched(reason: str, old: list[str], new: list[str], expected: list[str]) -> None:
    found = [
        f"{'+'.join(each.kinds)} {each.old.label if each.old else '-'} {each.new.label if each.new else '-'}"
        for change in compare(read_item(*old), read_item(*new)).items
        for each in change.provisions
    ]
    assert found == expected, reason


# --- changed words --------------------------------------------------------------------------------------------------

_TEXTS: Final = st.text(alphabet="三五万元条第的得（(）)， \n　每月季度a9", max_size=40)


def applied(old: str, new: str) -> str:
    """*old* with its edits made; between them it is as it was."""
    result, done = "", 0
    for edit in edits(old, new):
        assert old[slice(*edit.old_span)] == edit.deleted
        assert new[slice(*edit.new_span)] == edit.inserted
        assert edit.deleted or edit.inserted
        result += old[done : edit.old_span[0]] + edit.inserted
        done = edit.old_span[1]
    return result + old[done:]


@given(_TEXTS, _TEXTS)
def test_the_old_text_with_its_edits_made_says_what_the_new_one_says(old: str, new: str) -> None:
    assert substance(applied(old, new)) == substance(new)
    assert (edits(old, new) == ()) == (substance(old) == substance(new))


@pytest.mark.parametrize(
    ("reason", "old", "new", "expected"),
    [
        ("a sum is one word", "处三万元以下罚款", "处五万元以下罚款", [("三万元", "五万元")]),
        ("a number of an article too", "违反第四十八条第二款", "违反第五十条第二款", [("第四十八条", "第五十条")]),
        ("and one in digits", "处10000元罚款", "处15000元罚款", [("10000元", "15000元")]),
        ("no riddle of single characters", "责令立即改正", "责令限期整改", [("立即改正", "限期整改")]),
        (
            "two places are two edits",
            "每月检查桥面，记录裂缝。",
            "每季度检查桥面，报告裂缝。",
            [("月", "季度"), ("记录", "报告")],
        ),
        ("only inserted", "给予警告。", "给予警告，可以并处罚款。", [("", "，可以并处罚款")]),
        ("brackets of another width are none", "（一）（二）", "(一)（三）", [("二", "三")]),
    ],
)
def test_changed_words_are_words(reason: str, old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert [(edit.deleted, edit.inserted) for edit in edits(old, new)] == expected, reason


# --- the contract ---------------------------------------------------------------------------------------------------


def test_a_comparison_fits_its_schema_and_reads_back() -> None:
    schema = comparison_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert list(schema)[:2] == ["$schema", "$id"]
    comparison = compare(parsed(OLD), parsed(NEW))
    text = comparison.model_dump_json()
    jsonschema.Draft202012Validator(schema).validate(json.loads(text))
    assert Comparison.model_validate_json(text) == comparison


def test_every_field_of_an_item_is_compared_or_is_known_not_to_be() -> None:
    """A new column of the list must not be left out of a comparison unnoticed."""
    compared = {"title", "sub_item", "power_type", "basis", "department", "level", "remarks", "extra"}
    compared |= {"handling_unit", "responsibilities", "accountability"}
    where_it_stands = {"id", "number", "serial", "place", "span", "spans"}
    made_from_these = {"penalties", "sub_items"}
    assert set(Item.model_fields) == compared | where_it_stands | made_from_these


def test_every_noun_of_the_contract_has_a_chinese_title() -> None:
    for name, definition in comparison_schema()["$defs"].items():
        for field, described in definition.get("properties", {}).items():
            title = described.get("title", "")
            assert title == "SHA-256" or not (title or "?").isascii(), f"{name}.{field}"
