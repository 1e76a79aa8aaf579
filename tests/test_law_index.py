"""Proves that the index of articles holds every quotation and every reference once, under its law and article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from pipeline.columns import INDEX_COLUMNS, UNLABELLED, IndexRecord, Value, index_records
from pipeline.columns.column import numbers
from pipeline.model import PowerList
from tests.lists import ListData, lists, print_list, read
from tests.rows import listed as printed
from tests.rows import parsed, row
from tests.workbooks import published, small

OTHER = "《风铃管理办法》"


def listed(*cells: str) -> PowerList:
    """A list with one item for each basis cell, of one law."""
    return parsed(printed(*(row(cell) for cell in cells)))


def shown(power_list: PowerList) -> list[dict[str, Value]]:
    return [{column.heading: column.get(record) for column in INDEX_COLUMNS} for record in index_records(power_list)]


def by_article(power_list: PowerList) -> dict[tuple[str, str], IndexRecord]:
    return {(record.law, record.article): record for record in index_records(power_list)}


def test_an_article_is_one_record_of_who_quotes_and_who_cites_it() -> None:
    article = by_article(published())["互联网新闻信息服务管理规定", "第十七条"]
    assert (article.quoted_in, [str(each) for each in article.addresses]) == (
        [8, 9],
        ["第十七条第一款", "第十七条第二款"],
    )
    assert sorted(set(article.cited_in)) == list(range(1, 12))
    (record,) = [each for each in shown(small()) if each["条"] == "第九条"]
    assert record == {
        "法律": "云溪市古桥守护条例",
        "条": "第九条",
        "首见事项": 1,
        "引文处数": 2,
        "引有的事项": "1、2",
        "引有的条款项": "第九条、第九条第二款",
        "援引处数": record["援引处数"],
        "援引的事项": record["援引的事项"],
        "同条异文": "",
    }


def test_laws_stand_in_the_order_of_the_list_and_articles_in_that_of_the_law() -> None:
    found = [
        (each.law, each.article) for each in index_records(listed("第十条　甲。\n\n第九条之一　乙。\n\n第九条　丙。"))
    ]
    assert [article for _, article in found] == ["第九条", "第九条之一", "第十条"]
    assert list(dict.fromkeys(record.law for record in index_records(published()))) == [
        "互联网新闻信息服务管理规定", "中华人民共和国网络安全法", "网络预约出租汽车经营服务管理暂行办法",
    ]  # fmt: skip


def test_an_article_that_is_only_cited_is_in_the_index_too() -> None:
    found = by_article(listed(f"第三条　违反本条例第八条、{OTHER}第二条的，处二百元以下罚款。"))
    assert [(key, len(record.quoted_in), record.cited_in) for key, record in found.items()] == [
        (("云溪市古桥守护条例", "第三条"), 1, []),
        (("云溪市古桥守护条例", "第八条"), 0, [1]),
        (("风铃管理办法", "第二条"), 0, [1]),
    ]


def test_what_has_no_label_stands_last_under_its_law() -> None:
    found = shown(listed("古桥应当看护。", "第三条　甲。"))
    assert [(each["条"], each["首见事项"]) for each in found] == [("第三条", 2), (UNLABELLED, 1)]


def test_a_label_over_two_paragraphs_is_one_quotation() -> None:
    (record,) = index_records(listed("第三条第一、二款　甲。\n\n乙。"))
    assert record.quoted_in == [1]
    assert [str(address) for address in record.addresses] == ["第三条第一款", "第三条第二款"]


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("第三条　古桥应当看护。", "第三条　古桥应当看护。", False),
        ("第三条　古桥应当看护。", "第三条　古桥应当修缮。", True),
        ("第三条　古桥应当看护。", "第三条　古桥应当\n看护。", False),
        ("第三条　古桥应当看护。", "第三条第一款　古桥应当修缮。", False),  # not one address
        ("第三条　古桥应当看护。\n\n石阶应当清扫。", "第三条　石阶应当清扫。", False),  # leaves something out
    ],
)
def test_different_texts_under_one_address_stand_out(first: str, second: str, differ: bool) -> None:
    (record,) = index_records(listed(first, second))
    assert bool(record.conflicts) == differ
    marks = [column.heading for column in INDEX_COLUMNS if column.mark and column.mark(record)]
    assert marks == (["条", "同条异文"] if differ else [])
    if differ:
        (conflict,) = record.conflicts
        assert (str(conflict.address), conflict.texts, conflict.items) == ("第三条", 2, (1, 2))


def test_what_stands_out_is_what_the_findings_say() -> None:
    for power_list in (published(), small()):
        told = [finding.items for finding in power_list.findings if finding.code == "address-conflict"]
        assert [conflict.items for record in index_records(power_list) for conflict in record.conflicts] == told


@given(lists())
@settings(max_examples=30, deadline=None)
def test_nothing_is_left_out_and_nothing_twice(data: ListData) -> None:
    power_list = read(print_list(data))
    records = list(index_records(power_list))
    assert len({(record.law, record.article) for record in records}) == len(records)
    items = power_list.items
    articles = [
        len({(address.article, address.article_suffix) for address in provision.addresses}) or 1
        for item in items
        for provision in item.provisions
    ]
    assert sum(len(record.quoted_in) for record in records) == sum(articles)
    targets = [r for item in items for p in item.provisions for r in p.references if r.target is not None]
    assert sum(len(record.cited_in) for record in records) == len(targets)


@pytest.mark.parametrize(
    ("found", "written"),
    [([], ""), ([7], 7), ([7, 7], 7), ([7, 8], "7、8"), ([9, 7, 8], "7—9"), ([1, 2, 3, 5, 7, 8], "1—3、5、7、8")],
)
def test_item_numbers_are_written_short(found: list[int], written: Value) -> None:
    assert numbers(found) == written
    assert type(numbers(found)) is type(written)
