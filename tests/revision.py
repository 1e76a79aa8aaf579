"""Two editions of one made-up list, written by hand: every kind of change is planted once, and much that is none.

Knows what was changed on purpose; what a comparison has to say of it stands in ``fixtures/compare/expected.txt``, which
was written before there was one. Does not know how lists are compared. No law in it exists.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from pipeline.model import Change, PowerList
from pipeline.parse import parse_text

HEADINGS: Final = ("序号", "权责事项", "子项", "设定依据", "实施主体和责任主体", "行使层级", "办理时限", "备注")
RULES: Final = "《云溪市古桥守护条例》（云溪市人民代表大会常务委员会公告第7号　2031年4月1日施行）"
RULES_ASCII: Final = "《云溪市古桥守护条例》(云溪市人民代表大会常务委员会公告第7号 2031年4月1日施行)"
RULES_AMENDED: Final = "《云溪市古桥守护条例》（云溪市人民代表大会常务委员会公告第9号　2034年5月1日施行）"
BELLS: Final = "《云溪市风铃管理办法》（云溪市人民政府令第3号　2030年1月1日施行）"
BELLS_RULES: Final = "《云溪市风铃管理条例》（云溪市人民代表大会常务委员会公告第11号　2034年6月1日施行）"
LAMPS: Final = "《云溪市桥灯维护规定》（云溪市人民政府令第5号　2032年7月1日施行）"

DUTY: Final = "第三条　市古桥管理部门负责全市古桥的监督管理工作。"
"""Quoted by many items: that two items have it in common says nothing about them."""


class Row(NamedTuple):
    """One item; the serial is given by position."""

    title: str
    basis: tuple[str, ...]
    sub_item: str = ""
    department: str = "桥务科"
    level: str = "市级"
    limit: str = ""
    remarks: str = ""


def printed(title: str, *tables: tuple[str, tuple[Row, ...]], gap: str = "\n\n", first: int = 1) -> str:
    """The list as flattened text: *tables* by their power types; *gap* stands between the paragraphs of a cell."""
    text = title + "\n"
    serial = first
    for number, (power_type, rows) in enumerate(tables):
        text += f"表{'一二三四'[number]}：{power_type}（共{len(rows)}项）\n" + "".join(
            f"\t{each}\n" for each in HEADINGS
        )
        for each in rows:
            basis = gap.join(each.basis)
            cells = (
                str(serial),
                each.title,
                each.sub_item,
                basis,
                each.department,
                each.level,
                each.limit,
                each.remarks,
            )
            text += "\n" + "".join(f"\t{cell}\n" for cell in cells)
            serial += 1
        text += "\n"
    return text


HUNG: Final = Row(
    "对在古桥上悬挂重物的处罚",
    (RULES, DUTY, "第九条　任何单位不得在古桥上悬挂重物。",
     "第二十条　违反本条例第九条规定的，给予警告；拒不改正的，处三万元以下罚款。"),
)  # fmt: skip
CRACKS: Final = Row(
    "对养护人未按规定记录裂缝的处罚",
    (RULES, DUTY, "第十条　古桥的养护人应当每月检查桥面，记录裂缝。",
     "第二十一条　违反本条例第十条规定的，处二百元以下罚款。"),
)  # fmt: skip
STALLS: Final = Row(
    "对占用桥面摆摊的处罚",
    (RULES, "第十一条　任何单位和个人不得占用桥面摆摊。", "第二十二条　违反本条例第十一条规定的，处五百元罚款。"),
)
KITES: Final = Row(
    "对在桥上放飞风筝的处罚",
    (RULES, "第十二条　禁止在古桥上放飞风筝。", "第二十三条　违反本条例第十二条规定的，给予警告。"),
)
ROPES: Final = Row(
    "对缆绳系于桥栏的处罚",
    (RULES, "第十三条　不得将船只缆绳系于桥栏。", "第二十四条　违反本条例第十三条规定的，处一百元罚款。"),
)
CHIMES: Final = Row(
    "对在桥头摆放风铃未备案的处罚",
    (BELLS, "第五条　在桥头摆放风铃的，应当备案。", "第八条　违反本办法第五条规定的，给予警告。"),
)
LANTERNS: Final = Row(
    "对熄灭桥灯的处罚",
    (LAMPS, "第六条　夜间不得熄灭桥灯。", "第十条　违反本规定第六条规定的，处三百元罚款。"),
)
CARVING: Final = Row(
    "对在石栏上刻字的处罚",
    (RULES, "第十四条　不得在石栏上刻字。", "第二十五条　违反本条例第十四条规定的，处八百元罚款。"),
)
MOSS: Final = Row(
    "对擅自清除桥墩苔藓的处罚",
    (RULES, "第十六条　不得擅自清除桥墩苔藓。", "第二十六条　违反本条例第十六条规定的，处六百元罚款。"),
)
FERRY: Final = Row(
    "对渡船撞击桥墩未报告的处罚",
    (RULES, "第十七条　渡船撞击桥墩的，船长应当在二十四小时内报告。",
     "第二十七条　违反本条例第十七条规定的，处一千元以上五千元以下罚款。"),
)  # fmt: skip
FEEDING: Final = Row(
    "对在桥洞下投喂水鸟的处罚",
    (RULES, "第十八条　桥洞下投喂水鸟的，应当清理残留饵料。", "第二十八条　违反本条例第十八条规定的，处五十元罚款。"),
)
PARADE: Final = Row(
    "对组织游行队伍齐步过桥的处罚",
    (RULES, "第十九条　队伍过桥应当便步行进。", "第二十九条　组织队伍齐步过桥的，处二千元罚款。"),
)
PERMIT: Final = Row(
    "古桥上举办集市的许可",
    (RULES, "第十五条　在古桥上举办集市的，应当经市古桥管理部门批准。"),
    limit="二十日",
)
TEA: Final = Row("对桥头茶摊卫生的检查", (RULES, "第三十六条　市古桥管理部门应当检查桥头茶摊卫生。"))
SIGNS: Final = Row("古桥保护标志设置的许可", (RULES, "第三十条　设置古桥保护标志，应当经批准。"), department="标志科")
PATROL: Final = Row("对古桥日常巡查情况的检查", (RULES, "第三十一条　市古桥管理部门应当检查日常巡查情况。"))
LEVELS: Final = Row("对古桥水位标尺的检查", (RULES, "第三十二条　市古桥管理部门应当检查水位标尺。"))
TWIN: Final = Row("对桥亭消防设施的检查", (RULES, "第三十三条　市古桥管理部门应当检查桥亭消防设施。"))
PAINT: Final = Row("对桥身涂装的检查", (RULES, "第三十四条　市古桥管理部门应当检查桥身涂装。"), remarks="每年一次")

OLD: Final = printed(
    "云溪市古桥管理局权责清单（2033年版）",
    ("行政处罚", (HUNG, CRACKS, STALLS, KITES, ROPES, CHIMES, LANTERNS, CARVING, MOSS, FERRY, FEEDING, PARADE)),
    ("行政许可", (PERMIT._replace(basis=(*PERMIT.basis, LAMPS)), SIGNS)),
    ("行政检查", (PATROL, LEVELS, TWIN, TWIN, PAINT, TEA)),
)

# What is no change: the order of tables, items, laws and provisions, serials that begin elsewhere, blanks and line
# breaks, the width of brackets.
NEW: Final = printed(
    "云溪市古桥管理局权责清单（2034年版）",
    (
        "行政检查",
        (
            LEVELS._replace(level="市级、县级"),  # level
            TWIN,  # one of two alike is gone
            PAINT._replace(remarks="每年两次"),  # remarks
            PATROL._replace(sub_item="汛期巡查"),  # sub-item
            # moved from 行政处罚
            FEEDING,
            # added, and alike to one that is gone (TEA)
            Row("对桥基沉降的检查", (RULES, "第三十五条　市古桥管理部门应当监测桥基沉降。")),
        ),
    ),
    (
        "行政处罚",
        (
            # a law more, laws in another order
            LANTERNS._replace(basis=(RULES, DUTY, *LANTERNS.basis)),
            # the law replaced, its words kept
            CHIMES._replace(basis=(BELLS_RULES, CHIMES.basis[1], "第八条　违反本条例第五条规定的，给予警告。")),
            # renamed
            KITES._replace(title="对在古桥桥面放飞风筝的处罚"),
            # renamed beyond recognition
            ROPES._replace(title="对违规停泊的处罚"),
            # cited otherwise
            STALLS._replace(basis=(RULES_AMENDED, *STALLS.basis[1:])),
            # a fine raised
            HUNG._replace(basis=(*HUNG.basis[:3], HUNG.basis[3].replace("三万元", "五万元"))),
            # reworded; nothing but order and setting else
            CRACKS._replace(
                basis=(RULES_ASCII, CRACKS.basis[3], CRACKS.basis[2].replace("每月", "每季度"), CRACKS.basis[1])
            ),
            # relabelled, and one relabelled and reworded
            MOSS._replace(
                basis=(
                    RULES,
                    "第十七条　不得擅自清除桥墩苔藓。",
                    "第二十八条　违反本条例第十七条规定的，处六百元罚款。",
                )
            ),
            # a sanction more
            FERRY._replace(
                basis=(*FERRY.basis[:2], FERRY.basis[2].replace("罚款。", "罚款；情节严重的，吊销许可证件。"))
            ),
            # a provision more, a provision less
            CARVING._replace(basis=(*CARVING.basis[:2], "第二十五条之一　刻字的，应当恢复原状。")),
            # a duty reworded to a penalty
            PARADE._replace(
                basis=(RULES, "第十九条　队伍过桥未便步行进的，给予警告。", PARADE.basis[2])
            ),
        ),
    ),
    (
        "行政许可",
        (
            PERMIT._replace(limit="十五日"),  # another column, and a law less
            SIGNS._replace(department="桥务科"),  # department
        ),
    ),
    gap="\n\n  ",
    first=101,
)  # fmt: skip


# --- what became of the law -----------------------------------------------------------------------------------------

AMENDED: Final = """云溪市古桥守护条例

（2031年1月18日云溪市人民代表大会常务委员会第七次会议通过　\
根据2034年3月5日云溪市人民代表大会常务委员会第九次会议《关于修改〈云溪市古桥守护条例〉的决定》修正）

第一条　为了守护古桥，制定本条例。
第二条　任何单位不得在古桥上悬挂重物。
第三条　古桥的养护人应当每季度检查桥面，记录裂缝。
第四条　违反本条例第三条规定的，处五百元以下罚款；拒不改正的，处二千元罚款。
"""
"""The text in force, of which the quoted one is another version."""

_SAYS: Final[dict[str, tuple[Change, tuple[int, ...], tuple[int, ...], tuple[int, ...], str | None]]] = {
    # label: change, now, also, candidates, note
    "第三条": ("same", (3,), (), (), None),
    "第九条": ("renumbered", (2,), (), (), None),
    "第十条": ("changed", (3,), (), (), None),
    "第二十一条": ("changed", (4,), (), (), "另增加拒不改正的处罚"),
    "第二十条": ("moved_to_pointer", (40,), (4,), (), "依照其他法规处罚"),
    "第十一条": ("repealed", (), (), (), None),
    "第二十二条": ("ambiguous", (), (), (5, 6), None),
}


def registered() -> PowerList:
    """The items about weights, cracks and stalls, with what a register would say of the provisions they quote."""
    text = printed("云溪市古桥管理局权责清单", ("行政处罚", (HUNG, CRACKS, STALLS)))
    read = parse_text(text, name="list.txt", sha256="0" * 64, encoding="utf-8")
    data = read.model_dump(mode="json")
    data["as_of"] = "2034-06-01"
    for item in (item for table in data["tables"] for item in table["items"]):
        for provision in (provision for basis in item["basis"] for provision in basis["provisions"]):
            change, now, also, candidates, note = _SAYS[provision["label"]]
            provision["current"] = {
                "version": "2034-03-05",
                "quoted_version": "2031-01-18",
                "quoted_addresses": provision["addresses"],
                "change": change,
                "addresses": [_address(number) for number in now],
                "also": [_address(number) for number in also],
                "candidates": [_address(number) for number in candidates],
                "numbers_changed": None,
                "note": note,
                "verified": change != "renumbered",
            }
    return PowerList.model_validate(data)


def _address(article: int) -> dict[str, int | None]:
    return {"article": article, "article_suffix": None, "paragraph": None, "subparagraph": None, "point": None}
