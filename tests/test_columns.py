"""Proves that the columns say what the list says: each value as printed, each missing cell known as missing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, get_args

import pytest

from pipeline import columns
from pipeline.checks import RULES
from pipeline.columns import printed_columns, printed_value
from pipeline.model import Finding, PowerList, Role, SanctionKind, Severity, Status
from pipeline.parse import parse, parse_bytes, parse_source
from pipeline.statutes import Texts, read_statute

SMALL: Final = Path(__file__).parent / "fixtures" / "small" / "list.txt"
ANNEX: Final = Path(__file__).parent.parent / "raw" / "sanming-wangxin.txt"
LAW: Final = "《云溪市古桥守护条例》（云溪市人民代表大会常务委员会公告第7号　2031年4月1日施行）"
PENALTY: Final = "违反本条例第四条规定的，给予警告，处二百元以下罚款；构成犯罪的，依法追究刑事责任。"


def row(*cells: str) -> str:
    return "".join(f"\t{cell}\n" for cell in cells) + "\n"


def listed(header: tuple[str, ...], *rows: tuple[str, ...], caption: str = "") -> PowerList:
    text = f"云溪市古桥管理局权责清单\n{caption}\n" + row(*header) + "".join(row(*cells) for cells in rows)
    return parse_bytes(text.encode(), "list.txt")


def small() -> PowerList:
    return parse_bytes(SMALL.read_bytes(), SMALL.name)


def values(power_list: PowerList) -> list[dict[str, columns.Value]]:
    """事项总表 as one dictionary per item."""
    shown = columns.item_columns(power_list)
    return [{column.heading: column.get(record) for column in shown} for record in columns.item_records(power_list)]


def marks(power_list: PowerList) -> list[dict[str, columns.Mark]]:
    shown = columns.item_columns(power_list)
    return [
        {column.heading: mark for column in shown if column.mark and (mark := column.mark(record))}
        for record in columns.item_records(power_list)
    ]


# --- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (columns.ROLE_NAMES, Role),
        (columns.STATUS_NAMES, Status),
        (columns.SEVERITY_NAMES, Severity),
        (columns.SANCTION_NAMES, SanctionKind),
    ],
    ids=["roles", "statuses", "severities", "sanctions"],
)
def test_every_code_of_the_model_has_a_name_of_its_own(names: dict[str, str], codes: object) -> None:
    assert set(names) == set(get_args(codes))
    assert len(set(names.values())) == len(names)


def test_corrective_measures_and_liabilities_are_no_penalties() -> None:
    assert set(columns.SANCTION_NAMES) >= columns.OTHER_MEASURES
    assert "fine" not in columns.OTHER_MEASURES
    assert "corrective_measure" in columns.OTHER_MEASURES  # 行政处罚法 第二十八条


# --- columns as printed ---------------------------------------------------------------------------------------------


def test_columns_stand_as_printed_with_those_nobody_knows() -> None:
    power_list = listed(
        ("序号", "监督电话", "权责事项", "设定依据", "实施主体"), ("1", "0000-1", "看护", LAW, "桥务科")
    )
    (table,) = power_list.tables
    shown = printed_columns(table)
    assert [column.heading for column in shown] == ["序号", "监督电话", "权责事项", "设定依据", "实施主体"]
    assert [column.field for column in shown] == ["serial", None, "title", "basis", "department"]
    assert printed_value(table.items[0], shown[1]) == "0000-1"


def test_a_doubled_column_keeps_both_contents() -> None:
    power_list = listed(
        ("序号", "权责事项", "设定依据", "实施主体", "责任主体"), ("1", "看护", LAW, "桥务科", "风物科")
    )
    (table,) = power_list.tables
    shown = printed_columns(table)
    assert [column.heading for column in shown] == ["序号", "权责事项", "设定依据", "实施主体", "责任主体"]
    assert [printed_value(table.items[0], column) for column in shown[3:]] == ["桥务科", "风物科"]


def test_a_cell_too_many_gets_a_column_at_the_end() -> None:
    power_list = listed(("序号", "权责事项", "设定依据"), ("1", "看护", LAW, "多出的一格"))
    (table,) = power_list.tables
    assert printed_value(table.items[0], printed_columns(table)[-1]) == "多出的一格"
    assert [column.heading for column in printed_columns(table)[:3]] == ["序号", "权责事项", "设定依据"]


def test_an_empty_type_cell_does_not_show_the_type_of_the_caption() -> None:
    header = ("序号", "权力类型", "权责事项", "设定依据")
    power_list = listed(
        header, ("1", "", "看护", LAW), ("2", "行政检查", "巡查", LAW), caption="表一：行政处罚（共2项）"
    )
    first, second = power_list.items
    kind = printed_columns(power_list.tables[0])[1]
    assert first.power_type == "行政处罚"
    assert (printed_value(first, kind), printed_value(second, kind)) == ("", "行政检查")
    assert not columns.is_missing(first, kind)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("0", 0),
        ("012", "012"),
        ("１２", "１２"),
        ("十二", "十二"),
        ("1.0", "1.0"),
        ("9" * 16, "9" * 16),
        ("", ""),
        (None, None),
    ],
)
def test_a_number_is_one_only_if_it_is_printed_just_so(text: str | None, value: columns.Value) -> None:
    assert columns.as_number(text) == value
    assert type(columns.as_number(text)) is type(value)


# --- 事项总表 -------------------------------------------------------------------------------------------------------


def test_an_item_is_one_record_with_its_words_as_printed() -> None:
    first, second, third, fourth = values(small())
    assert first == {
        "序次": 1,
        "序号": 1,
        "表": "表一",
        "权责类型": "行政处罚",
        "事项名称": "对在古桥上悬挂重物的处罚",
        "子项": "",
        "依据": "云溪市古桥守护条例",
        "文号": "云溪市人民代表大会常务委员会公告第7号",
        "职权条款": "第三条",
        "义务条款": "第九条",
        "罚则条款": "第二十条",
        "其他条款": "",
        "处罚种类": "警告、罚款",
        "罚款幅度": "处一千元以上五千元以下罚款",
        "其他措施": "责令改正",
        "实施主体和责任主体": "桥务科",
        "行使层级": "市级",
        "备注": "",
        "条文数": 3,
        "引用数": 2,
        "核校意见数": first["核校意见数"],
        "核校类别": "",
        "源文件缺少的单元格": "",
    }
    assert (second["子项"], second["义务条款"], second["行使层级"], second["备注"]) == (
        "日常巡查", "第九条　第二款", "市级、县级", "试行",
    )  # fmt: skip
    assert third["文号"] == ""
    assert (fourth["表"], fourth["权责类型"]) == ("表二", "行政许可")


def test_the_number_of_findings_is_that_of_the_list() -> None:
    power_list = small()
    for item, shown in zip(power_list.items, values(power_list), strict=True):
        assert shown["核校意见数"] == sum(item.number in finding.items for finding in power_list.findings)
    assert any(shown["核校意见数"] for shown in values(power_list))


def test_a_cell_the_source_does_not_have_is_marked_and_named() -> None:
    header = ("序号", "权责事项", "设定依据", "实施主体", "监督电话")
    power_list = listed(header, ("1", "看护", LAW, "桥务科", "0000-1"), ("2", "巡查", LAW))
    whole, cut = values(power_list)
    assert whole["源文件缺少的单元格"] == ""
    assert cut["源文件缺少的单元格"] == "实施主体、监督电话"
    assert cut["实施主体和责任主体"] is None
    assert marks(power_list)[0].get("实施主体和责任主体") is None
    assert marks(power_list)[1] == {
        "实施主体和责任主体": "missing", "监督电话": "missing", "核校意见数": "attention", "核校类别": "attention",
    }  # fmt: skip


def test_an_empty_cell_or_a_column_that_is_not_there_is_not_missing() -> None:
    power_list = listed(("序号", "权责事项", "设定依据", "备注"), ("1", "看护", "", ""))
    assert values(power_list)[0]["子项"] is None  # no such column
    assert "missing" not in marks(power_list)[0].values()


def test_information_alone_does_not_ask_for_attention() -> None:
    power_list = small()
    worse = {number for finding in power_list.findings if finding.severity != "info" for number in finding.items}
    told = {item.number for item, found in zip(power_list.items, marks(power_list), strict=True) if found}
    assert told == worse
    assert any(finding.severity == "info" for finding in power_list.findings)


def test_a_column_of_the_list_becomes_a_column_of_the_sheet() -> None:
    power_list = listed(
        ("序号", "权责事项", "设定依据", "实施主体", "责任主体"), ("1", "看护", LAW, "桥务科", "风物科")
    )
    assert (values(power_list)[0]["实施主体和责任主体"], values(power_list)[0]["责任主体"]) == ("桥务科", "风物科")


@pytest.mark.parametrize("heading", ["条文数", "核校意见数", "abc"])
def test_no_two_headings_of_a_sheet_are_equal(heading: str) -> None:
    power_list = listed(("序号", "权责事项", heading, heading.upper(), "设定依据"), ("1", "看护", "甲", "乙", LAW))
    headings = [column.heading.casefold() for column in columns.item_columns(power_list)]
    assert len(set(headings)) == len(headings)
    assert {"甲", "乙"} <= {str(value) for value in values(power_list)[0].values()}


def test_provisions_without_label_are_not_left_out() -> None:
    power_list = listed(("序号", "权责事项", "设定依据"), ("1", "看护", f"{LAW}\n\n看护人不得在桥上睡觉。"))
    assert values(power_list)[0]["义务条款"] == columns.UNLABELLED


def test_two_laws_stand_on_two_lines_beside_their_numbers() -> None:
    basis = f"《风铃管理办法》\n\n第五条　风铃应当备案。\n\n{LAW}\n\n第三条　市古桥管理部门负责监督管理工作。"
    (shown,) = values(listed(("序号", "权责事项", "设定依据"), ("1", "看护", basis)))
    assert shown["依据"] == "风铃管理办法\n云溪市古桥守护条例"
    assert shown["文号"] == "\n云溪市人民代表大会常务委员会公告第7号"


# --- beside the official text ---------------------------------------------------------------------------------------

OFFICIAL: Final = """云溪市古桥守护条例
（2031年1月18日云溪市人民代表大会常务委员会第七次会议通过）
第三条　市古桥管理部门负责全市古桥的监督管理工作。
第九条　任何单位不得在古桥上悬挂重物。
任何个人不得在古桥上悬挂重物。
第十条　古桥的养护人应当每月检查桥面。
第十一条　不得损坏桥栏。
"""


def collated(*, official: bool = True) -> PowerList:
    """A list of two laws, the official text of one of which is at hand."""
    basis = [
        f"{LAW}\n\n第三条　市古桥管理部门负责全市古桥的监督管理工作。",
        "第九条　任何单位不得在古桥上悬挂重物。",
        "第十条　古桥的养护人应当每年检查桥面。",
        "第十二条　不得损坏桥栏。",
        "第十三条　风铃应当备案。",
        "《风铃管理办法》\n\n第五条　风铃应当备案。",
    ]
    cells = ("1", "看护", "\n\n".join(basis))
    text = "云溪市古桥管理局权责清单\n\n" + row("序号", "权责事项", "设定依据") + row(*cells)
    texts = Texts([read_statute(OFFICIAL.encode(), "bridges.txt")]) if official else None
    return parse_source(text.encode(), "list.txt", texts=texts).power_list


def test_what_the_official_text_showed_stands_beside_each_provision() -> None:
    (column,) = [each for each in columns.provision_columns(collated()) if each.heading == "与正式文本核对"]
    records = list(columns.provision_records(collated()))
    assert [(column.get(record), column.mark and column.mark(record)) for record in records] == [
        ("一致，在第三条", None),
        ("一致，在第九条第一款　标注的范围比所引的大\n未引：第九条第二款", "attention"),
        ("有出入，在第十条\n清单「年」，正式文本「月」", "attention"),
        ("不在所标条文，在第十一条　标注不符", "attention"),
        ("没有找到　标注不符", "attention"),
        ("没有文本，未核对", None),
    ]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        pytest.param(
            "第九条　任何单位不得在古桥上悬挂重物。", "文本此处有误，未核对", id="an article that stands twice"
        ),
        pytest.param("第十一条　不得损坏桥栏。", "一致，在第十一条", id="another of the same text"),
        pytest.param("第十一条", "没有引条文，未核对", id="only named"),
    ],
)
def test_what_could_not_be_laid_beside_the_text_says_why(cell: str, said: str) -> None:
    text = "云溪市古桥管理局权责清单\n\n" + row("序号", "权责事项", "设定依据") + row("1", "看护", f"{LAW}\n\n{cell}")
    statute = read_statute(OFFICIAL.replace("第十条", "第九条").encode(), "bridges.txt")
    power_list = parse_source(text.encode(), "list.txt", texts=Texts([statute])).power_list
    (column,) = [each for each in columns.provision_columns(power_list) if each.heading == "与正式文本核对"]
    assert [column.get(record) for record in columns.provision_records(power_list)] == [said]


def test_without_an_official_text_there_is_no_column_for_it() -> None:
    assert columns.provision_columns(collated(official=False)) == columns.PROVISION_COLUMNS


# --- the other records ----------------------------------------------------------------------------------------------


def test_every_provision_is_a_record_with_its_whole_text() -> None:
    power_list = small()
    shown = [
        {column.heading: column.get(record) for column in columns.PROVISION_COLUMNS}
        for record in columns.provision_records(power_list)
    ]
    assert [(each["序次"], each["条文次序"]) for each in shown] == [
        (item.number, provision.ordinal) for item in power_list.items for provision in item.provisions
    ]
    assert shown[1] == {
        "序次": 1,
        "事项名称": "对在古桥上悬挂重物的处罚",
        "条文次序": 2,
        "法律": "云溪市古桥守护条例",
        "条款": "第九条",
        "性质": "义务",
        "全文": "任何单位不得在古桥上悬挂重物。\n古桥的养护人应当每月检查桥面，记录裂缝。",
        "引用": "",
        "处罚与措施": "",
        "现行位置": "",
        "变动": "",
    }
    assert shown[2]["引用"] == "第九条第一款；第十一条"
    assert str(shown[2]["处罚与措施"]).startswith("责令改正；警告；")


def test_a_provision_whose_own_numbers_are_others_now_is_said_to_be() -> None:
    """As in 依据变动对照表: one that only moved, 序号改变, may cite articles that moved too."""
    annex = PowerList.model_validate_json((Path(__file__).parent.parent / "out" / "sanming-wangxin.json").read_bytes())
    (column,) = [each for each in columns.PROVISION_COLUMNS if each.heading == "变动"]
    said = [
        (record.provision.current.numbers_changed, str(column.get(record)).endswith("，文内条款序号已变"))
        for record in columns.provision_records(annex)
        if record.provision.current
    ]
    assert (True, True) in said
    assert {bool(changed) for changed, _ in said} == {True, False}
    assert all(bool(changed) == shown for changed, shown in said)


def test_every_reference_is_a_record_with_status_and_places() -> None:
    power_list = small()
    shown = [
        {column.heading: column.get(record) for column in columns.REFERENCE_COLUMNS}
        for record in columns.reference_records(power_list)
    ]
    assert len(shown) == sum(len(provision.references) for item in power_list.items for provision in item.provisions)
    assert shown[0] == {
        "序次": 1,
        "条文次序": 3,
        "所在条款": "第二十条",
        "原文": "第九条第一款",
        "所指法律": "云溪市古桥守护条例",
        "目标": "第九条第一款",
        "状态": "本事项引有",
        "所在": "事项1 第2条文",
        "处数": 1,
    }
    unquoted = shown[1]
    assert (unquoted["状态"], unquoted["所在"], unquoted["处数"]) == ("清单未引", "", 0)
    (unclear,) = [each for each in shown if each["状态"] == "无法确定"]
    assert (unclear["原文"], unclear["目标"]) == ("前款", "")


def test_a_law_outside_the_list_is_named_as_the_text_names_it() -> None:
    basis = f"{LAW}\n\n第三条　违反《纸伞办法》第二条的，处二百元以下罚款。"
    power_list = listed(("序号", "权责事项", "设定依据"), ("1", "看护", basis))
    (record,) = columns.reference_records(power_list)
    shown = {column.heading: column.get(record) for column in columns.REFERENCE_COLUMNS}
    assert (shown["所指法律"], shown["状态"]) == ("纸伞办法", "其他法律")


@pytest.mark.parametrize(("items", "shown"), [((), ""), ((7,), 7), ((7, 12), "7、12")])
def test_a_finding_is_a_record_and_leaves_room_for_the_answer(items: tuple[int, ...], shown: columns.Value) -> None:
    finding = Finding(
        code="row-incomplete", severity="error", items=items, message="缺少单元格。", quote="桥务科", span=None,
        place="第12行",
    )  # fmt: skip
    assert {column.heading: column.get(finding) for column in columns.FINDING_COLUMNS} == {
        "级别": "错误",
        "类别": "单元格缺少",
        "事项": shown,
        "查看": items[0] if items else None,
        "位置": "第12行",
        "说明": "缺少单元格。",
        "所指文字": "桥务科",
        "处理意见": None,
        "经办人": None,
        "日期": None,
        "代码": "row-incomplete",
    }


def test_every_rule_has_a_name_for_the_clerk() -> None:
    """And no two the same: 核校意见 is filtered by it."""
    assert set(columns.FINDING_NAMES) == {rule.code for rule in RULES}, "each rule has its name in columns/names.py"
    assert len(set(columns.FINDING_NAMES.values())) == len(RULES)
    assert not re.search("[a-zA-Z-]", "".join(columns.FINDING_NAMES.values()))


def test_an_item_says_what_is_to_be_checked_in_it() -> None:
    power_list = listed(("序号", "权责事项", "设定依据"), ("1", "", LAW), ("3", "看护", f"{LAW}\n\n第三条　看护古桥。"))
    found = values(power_list)
    names = [columns.FINDING_NAMES[each.code] for each in power_list.findings if 1 in each.items]
    assert names
    assert found[0]["核校类别"] == "、".join(dict.fromkeys(names))


def test_a_column_of_the_list_is_as_wide_as_its_longest_text_needs() -> None:
    header = ("序号", "权责事项", "设定依据", "监督电话", "廉政风险")
    power_list = listed(header, ("1", "看护", LAW, "12345", "风险" * 120), ("2", "看护", LAW, "12345", "风险"))
    widths = {column.heading: column.width for column in columns.item_columns(power_list)}
    assert (widths["监督电话"], widths["廉政风险"]) == (16, 30)


@pytest.mark.parametrize(
    "headings",
    [
        [column.heading for column in columns.ITEM_COLUMNS],
        [column.heading for column in columns.PROVISION_COLUMNS],
        [column.heading for column in columns.REFERENCE_COLUMNS],
        [column.heading for column in columns.provision_columns(collated())],
        [column.heading for column in columns.FINDING_COLUMNS],
    ],
    ids=["items", "provisions", "references", "provisions with texts", "findings"],
)
def test_headings_of_a_sheet_differ(headings: list[str]) -> None:
    assert len(set(headings)) == len(headings)


def test_sanctions_are_split_into_penalties_and_the_rest() -> None:
    (shown,) = values(listed(("序号", "权责事项", "设定依据"), ("1", "看护", f"{LAW}\n\n第九条　{PENALTY}")))
    assert (shown["处罚种类"], shown["其他措施"]) == ("警告、罚款", "刑事责任")


def test_fines_are_shown_as_the_law_words_them_each_once() -> None:
    penalty = "违反本条例第四条规定的，处二百元以下罚款；情节严重的，处一千元以上五千元以下罚款，没收违法所得。"
    basis = f"{LAW}\n\n第四条　应当看护。\n\n第九条　{penalty}\n\n第十条　{penalty}"
    (shown,) = values(listed(("序号", "权责事项", "设定依据"), ("1", "看护", basis)))
    assert shown["罚款幅度"] == "处二百元以下罚款；处一千元以上五千元以下罚款"
    assert shown["处罚种类"] == "罚款、没收"


def test_only_a_fine_has_an_amount() -> None:
    (item,) = listed(("序号", "权责事项", "设定依据"), ("1", "看护", f"{LAW}\n\n第九条　{PENALTY}")).items
    amounts = {each.kind: columns.amount(each) for penalty in item.penalties for each in penalty.sanctions}
    assert amounts == {"warning": None, "fine": "处二百元以下罚款", "criminal": None}


def test_a_fine_for_other_conduct_is_not_the_fine_of_the_item() -> None:
    """Item 18 of the annex; the finding fine-detached says so too."""
    shown = values(parse(ANNEX))[17]
    assert (shown["处罚种类"], shown["罚款幅度"], shown["罚则条款"]) == ("", "", "第三十七条")


def test_items_know_nothing_but_the_list() -> None:
    """Every text of a record stands in the list, in the table of names, or in this house's words for nothing."""
    power_list = small()
    ours = {"", columns.UNLABELLED}
    words = "".join(power_list.model_dump_json().split())
    for shown in values(power_list):
        for heading in ("事项名称", "子项", "实施主体和责任主体", "行使层级", "备注", "依据", "文号", "表", "权责类型"):
            value = shown[heading]
            assert value is None or value in ours or "".join(str(value).split()) in words
