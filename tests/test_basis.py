"""Proves that a 设定依据 cell is taken apart as it is printed: law lines, article labels, paragraphs, items.

The cells are made up in the layouts offices use (a law line, then one article per line; law and article on one line;
numbered laws; rank labels). Whatever stands in a cell, every word of it lands in exactly one law line, label or line of
a provision, and a number is given only where label or position prove it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.basis import BasisText, Item, LawLine, ParagraphText, ProvisionText, read_basis
from pipeline.numerals import to_chinese
from pipeline.readers import WHITE

LAW: Final = "《古桥守护条例》"


def _outline(cell: str) -> list[str]:
    """*cell* as lines: laws, labels with their addresses, numbered paragraphs, items."""
    lines: list[str] = []
    for basis in read_basis(cell, 0, len(cell)):
        lines.append(f"law {basis.law.name}" if basis.law else "no law")
        for provision in basis.provisions:
            lines.append(f"{_label(cell, provision)} = {_addresses(provision)}")
            for paragraph in provision.paragraphs:
                lines.append(f"  {paragraph.number or '~'} {cell[slice(*paragraph.span)]}".rstrip())
                lines += [
                    f"    {item.label} {item.number or '~'} {cell[item.text_start : item.span[1]]}"
                    for item in paragraph.items
                ]
    return lines


def _label(cell: str, provision: ProvisionText) -> str:
    return cell[slice(*provision.label)] if provision.label else "~"


def _addresses(provision: ProvisionText) -> str:
    return ", ".join(address.compact() for address in provision.addresses) or "~"


def _law(cell: str) -> LawLine:
    found = read_basis(cell, 0, len(cell))
    assert len(found) == 1
    assert found[0].law is not None
    assert found[0].provisions == []
    return found[0].law


def _provision(cell: str) -> tuple[ProvisionText, str]:
    """The only provision of *cell* and its text."""
    ((_, (provision,), _),) = read_basis(cell, 0, len(cell))
    return provision, "\n".join(cell[slice(*line)] for line in provision.lines)


# --- law lines ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "number", "adopted", "effective"),
    [
        pytest.param(LAW, None, None, None, id="no note"),
        pytest.param(
            LAW + "（云溪市人民政府令第12号　2029年10月2日实施）",
            "云溪市人民政府令第12号",
            None,
            "2029-10-02",
            id="annex",
        ),
        pytest.param(LAW + "(云溪市人民政府令第12号)", "云溪市人民政府令第12号", None, None, id="half-width brackets"),
        pytest.param(LAW + "　（国务院令第228号）", "国务院令第228号", None, None, id="a space before the note"),
        pytest.param(LAW + "（主席令第四十九号）", "主席令第四十九号", None, None, id="Chinese number"),
        pytest.param(LAW + "（主席令66号公布）", "主席令66号", None, None, id="no 第"),
        pytest.param(
            LAW + "（桥梁部等七部门令2016年第60号）",
            "桥梁部等七部门令2016年第60号",
            None,
            None,
            id="a year in the number",
        ),
        pytest.param(
            LAW + "（云溪市人民代表大会常务委员会公告第7号，2031年4月1日起施行）",
            "云溪市人民代表大会常务委员会公告第7号",
            None,
            "2031-04-01",
            id="a proclamation",
        ),
        pytest.param(
            LAW + "（2026年7月14日经桥梁部第15次部务会议通过，并经水利部同意，现予公布，自2026年11月1日起施行）",
            None,
            "2026-07-14",
            "2026-11-01",
            id="annex: passed, then in force; the 15th meeting is no number",
        ),
        pytest.param(
            LAW + "（2026年7月1日公布，2026年8月1日修订）", None, None, None, id="published and revised are neither"
        ),
        pytest.param(LAW + "（自2026年8月9日起生效）", None, None, "2026-08-09", id="生效"),
        pytest.param(
            LAW + "（2004年9月15日国务院令第419号公布，自2004年11月1日起施行）",
            "国务院令第419号",
            None,
            "2004-11-01",
            id="the date before the number is not part of it",
        ),
        pytest.param(
            LAW
            + "（2010年3月1日通过，自2010年5月1日起施行，根据2015年4月2日《关于修改〈石桥法〉等八部法规的决定》修正）",
            None,
            "2010-03-01",
            "2010-05-01",
            id="the law in the note is not the law; the first version counts",
        ),
        pytest.param(LAW + "（2026年13月1日实施）", None, None, None, id="a date no calendar has"),
    ],
)
def test_law_line(line: str, number: str | None, adopted: str | None, effective: str | None) -> None:
    """What the note says and nothing else; the whole line is the citation."""
    law = _law(line)
    assert law == LawLine("古桥守护条例", line, number, adopted, effective, None, (0, len(line)))


@pytest.mark.parametrize(
    ("line", "name", "rank"),
    [
        pytest.param("【法律】《古桥法》", "古桥法", "法律", id="rank label"),
        pytest.param("[法规]《古桥法》", "古桥法", "法规", id="half-width rank label"),
        pytest.param("【规章】《古桥条例》", "古桥条例", "规章", id="a wrong rank is kept"),
        pytest.param("1.《古桥法》", "古桥法", None, id="numbered with a dot"),
        pytest.param("2、《古桥法》", "古桥法", None, id="numbered with 、"),
        pytest.param("（一）《古桥法》", "古桥法", None, id="numbered in brackets"),
        pytest.param("1.【法律】《古桥法》", "古桥法", "法律", id="number, then rank"),
        pytest.param("【法律】1.《古桥法》", "古桥法", "法律", id="rank, then number"),
        pytest.param("《古桥法》（公告【2020】第3号）", "古桥法", None, id="【】 in the note is no rank"),
        pytest.param("《关于〈古桥法〉的解释》", "关于〈古桥法〉的解释", None, id="〈〉 inside"),
        pytest.param("《关于修改《古桥法》的决定》", "关于修改《古桥法》的决定", None, id="《》 inside 《》"),
        pytest.param("《古桥法》（2031年修订（试行））", "古桥法", None, id="brackets inside the note"),
        pytest.param("《古桥法》：", "古桥法", None, id="a colon after it"),
    ],
)
def test_law_name_and_rank(line: str, name: str, rank: str | None) -> None:
    """The name is what stands between the outermost 《》; the rank is kept as printed."""
    law = _law(line)
    assert (law.name, law.rank_label) == (name, rank)
    assert law.citation == line.rstrip("：")


# --- whole cells ----------------------------------------------------------------------------------------------------

CELLS: Final = {
    "empty": ("", []),
    "white": (" \n\u3000\n", []),
    "a law and nothing else": (LAW, ["law 古桥守护条例"]),
    "annex: law line, then articles": (
        f"{LAW}\n\n第三条　市桥务局负责守护。\n\n第九条　第一款　不得悬挂重物。",
        ["law 古桥守护条例", "第三条 = 3", "  ~ 市桥务局负责守护。", "第九条　第一款 = 9.1", "  1 不得悬挂重物。"],
    ),
    "law, article and text on one line, more articles below": (
        f"{LAW}（市政府令第3号）第三条：市桥务局负责守护。\n第九条：不得悬挂重物。",
        ["law 古桥守护条例", "第三条 = 3", "  ~ 市桥务局负责守护。", "第九条 = 9", "  ~ 不得悬挂重物。"],
    ),
    "a space between law and article": (
        f"{LAW} 第三条　市桥务局负责守护。",
        ["law 古桥守护条例", "第三条 = 3", "  ~ 市桥务局负责守护。"],
    ),
    "several laws": (
        f"{LAW}\n第三条　甲。\n《风铃条例》\n第五条　乙。",
        ["law 古桥守护条例", "第三条 = 3", "  ~ 甲。", "law 风铃条例", "第五条 = 5", "  ~ 乙。"],
    ),
    "several laws, numbered, each with its article": (
        "1.《古桥法》第三条：甲。\n2.《风铃条例》第五条：乙。",
        ["law 古桥法", "第三条 = 3", "  ~ 甲。", "law 风铃条例", "第五条 = 5", "  ~ 乙。"],
    ),
    "ranks": (
        "【法律】《古桥法》\n第三条 甲。\n【地方性法规】《风铃条例》\n第五条 乙。",
        ["law 古桥法", "第三条 = 3", "  ~ 甲。", "law 风铃条例", "第五条 = 5", "  ~ 乙。"],
    ),
    "the law again before every article": (
        f"{LAW}第三条：甲。\n{LAW}第五条：乙。",
        ["law 古桥守护条例", "第三条 = 3", "  ~ 甲。", "law 古桥守护条例", "第五条 = 5", "  ~ 乙。"],
    ),
    "text before any law": (
        f"依据如下\n{LAW}\n第三条　甲。",
        ["no law", "~ = ~", "  ~ 依据如下", "law 古桥守护条例", "第三条 = 3", "  ~ 甲。"],
    ),
    "an article before any law": ("第三条　甲。", ["no law", "第三条 = 3", "  ~ 甲。"]),
    "text under a law without a label": (f"{LAW}\n甲。", ["law 古桥守护条例", "~ = ~", "  ~ 甲。"]),
    "a law's name that begins a sentence": (
        f"{LAW}\n第三条　甲。\n《风铃条例》规定的其他情形。",
        ["law 古桥守护条例", "第三条 = 3", "  1 甲。", "  2 《风铃条例》规定的其他情形。"],
    ),
    "a law's name with an article that begins a sentence": (
        f"{LAW}\n第三条　甲。\n《风铃条例》第五条规定的情形除外。",
        ["law 古桥守护条例", "第三条 = 3", "  1 甲。", "  2 《风铃条例》第五条规定的情形除外。"],
    ),
    "a title that is not closed ends with its line, where it ends as a law's name does": (
        "《古桥守护条例\n第三条　甲。",
        ["law 古桥守护条例", "第三条 = 3", "  ~ 甲。"],
    ),
    "a title that is not closed and names no law is text": (
        "《古桥守护\n第三条　甲。",
        ["no law", "~ = ~", "  ~ 《古桥守护", "第三条 = 3", "  ~ 甲。"],
    ),
    "the label on a line of its own": (
        f"{LAW}\n第三条\n甲。",
        ["law 古桥守护条例", "第三条 = 3", "  ~ 甲。"],
    ),
    "a label without text": (
        f"{LAW}\n第三条\n第五条　乙。",
        ["law 古桥守护条例", "第三条 = 3", "第五条 = 5", "  ~ 乙。"],
    ),
    "law and label, no text": (f"{LAW}第三条", ["law 古桥守护条例", "第三条 = 3"]),
    "第二款： on a line of its own": (
        f"{LAW}\n第九条第一款：甲。\n第二款：乙。",
        ["law 古桥守护条例", "第九条第一款 = 9.1", "  1 甲。", "第二款 = 9.2", "  2 乙。"],
    ),
    "第二款 after an article without 款": (
        f"{LAW}\n第九条　甲。\n第二款　乙。",
        ["law 古桥守护条例", "第九条 = 9", "  ~ 甲。", "第二款 = 9.2", "  2 乙。"],
    ),
    "第二款 keeps 之一": (
        f"{LAW}\n第九条之一第一款：甲。\n第二款：乙。",
        ["law 古桥守护条例", "第九条之一第一款 = 9-1.1", "  1 甲。", "第二款 = 9-1.2", "  2 乙。"],
    ),
    "第二款规定 begins a sentence": (
        f"{LAW}\n第九条　甲。\n第二款规定的情形除外。",
        ["law 古桥守护条例", "第九条 = 9", "  1 甲。", "  2 第二款规定的情形除外。"],
    ),
    "a numeral that is none: the label is kept, no address is guessed": (
        f"{LAW}\n第十十八条　甲。",
        ["law 古桥守护条例", "第十十八条 = ~", "  ~ 甲。"],
    ),
}


@pytest.mark.parametrize(("cell", "expected"), CELLS.values(), ids=CELLS.keys())
def test_cell(cell: str, expected: list[str]) -> None:
    """Laws, labels, paragraphs in order."""
    assert _outline(cell) == expected


def test_bounds_are_kept() -> None:
    """Only ``text[start:end]`` is read, and spans index the whole text."""
    before, cell, after = "别的格\n\t", f"{LAW}\n第三条　甲。", "\n第五条　乙。"
    (basis,) = read_basis(before + cell + after, len(before), len(before) + len(cell))
    assert basis.span == (len(before), len(before) + len(cell))
    assert [len(provision.lines) for provision in basis.provisions] == [1]


# --- labels ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "separator", "addresses"),
    [
        pytest.param("第三条", "　", "3", id="U+3000"),
        pytest.param("第三条", "：", "3", id="colon"),
        pytest.param("第三条", ":", "3", id="half-width colon"),
        pytest.param("第三条", " ", "3", id="space"),
        pytest.param("第三条", "\u00a0", "3", id="no-break space"),
        pytest.param("第三条", "； ", "3", id="semicolon"),
        pytest.param("第三条", "", "3", id="no separator"),
        pytest.param("第三条", "　　", "3", id="two wide spaces"),
        pytest.param("第一百二十条之一", "　", "120-1", id="之一"),
        pytest.param("第十三条　第三款", "　", "13.3", id="annex: a wide space before the 款"),
        pytest.param("第十三条第三款", "：", "13.3", id="article and 款"),
        pytest.param("第十三条 第三款", " ", "13.3", id="spaces"),
        pytest.param("第九条第一、二款", "：", "9.1, 9.2", id="two 款"),
        pytest.param("第九条第一、第二款", "：", "9.1, 9.2", id="two 款, 第 twice"),
        pytest.param("第九条第一款、第二款", "：", "9.1, 9.2", id="two 款, both with 款"),
        pytest.param("第九条第一至三款", "：", "9.1, 9.2, 9.3", id="a range of 款"),
        pytest.param("第十七条第（六）项", "：", "17(6)", id="项 directly under the article"),
        pytest.param("第十七条第六项", "：", "17(6)", id="项 without brackets"),
        pytest.param("第十七条第一款第（六）项", "：", "17.1(6)", id="款 and 项"),
        pytest.param("第十七条第（一）、（三）项", "：", "17(1), 17(3)", id="two 项"),
        pytest.param("第十七条第二项至第四项", "：", "17(2), 17(3), 17(4)", id="a range of 项"),
        pytest.param("第十七条第（二）项至第（四）项", "：", "17(2), 17(3), 17(4)", id="a range of 项 in brackets"),
        pytest.param("第3条", "：", "3", id="Arabic"),
        pytest.param("第３条第２款", "：", "3.2", id="full-width"),
        pytest.param("第 三 条", "　", "3", id="spaces inside"),
        pytest.param("第一百零八条", "　", "108", id="零"),
    ],
)
def test_label(label: str, separator: str, addresses: str) -> None:
    """The label as printed, what it names, and the text without either."""
    provision, text = _provision(f"{LAW}\n{label}{separator}养护人应当检查桥面。")
    assert (_addresses(provision), text) == (addresses, "养护人应当检查桥面。")
    assert provision.label == (len(LAW) + 1, len(LAW) + 1 + len(label))
    assert not provision.malformed


def test_chapter_before_the_label() -> None:
    """[第N章] 第N条: the chapter is context, the article is the address."""
    provision, text = _provision(f"{LAW}\n第二章 第三条：养护人应当检查桥面。")
    assert (_addresses(provision), text) == ("3", "养护人应当检查桥面。")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("第三条规定的期限届满的，应当延长。", id="第三条规定的"),
        pytest.param("第三条的期限届满的，应当延长。", id="第三条的"),
        pytest.param("第三条所列情形除外。", id="第三条所列"),
        pytest.param("第三条、第五条规定的情形除外。", id="a list"),
        pytest.param("第三条和第五条规定的情形除外。", id="和"),
        pytest.param("第三条至第五条规定的情形除外。", id="a range"),
        pytest.param("第三条第二款规定的情形除外。", id="article and 款, then 规定"),
        pytest.param("第三条第（二）项规定的情形除外。", id="article and 项, then 规定"),
        pytest.param("第三人不服的，可以申诉。", id="no article"),
        pytest.param("第一款规定的情形除外。", id="a 款, then 规定"),
        pytest.param("第一款的情形除外。", id="a 款, then 的"),
    ],
)
def test_prose_is_no_label(line: str) -> None:
    """A line that begins 第X条 is a label only when text of its own follows."""
    provision, text = _provision(f"{LAW}\n第二条　养护人应当检查桥面。\n{line}")
    assert text == f"养护人应当检查桥面。\n{line}"
    assert [paragraph.number for paragraph in provision.paragraphs] == [1, 2]


@pytest.mark.parametrize("label", ["第十十八条", "第零条", "第一二百条", "第九条第十十款", "第九条第三至一款"])
def test_a_label_that_is_no_number_is_malformed(label: str) -> None:
    """Reported, never guessed: the label is there, the address is not."""
    provision, text = _provision(f"{LAW}\n{label}　养护人应当检查桥面。")
    assert provision.malformed
    assert (_addresses(provision), text) == ("~", "养护人应当检查桥面。")
    assert [paragraph.number for paragraph in provision.paragraphs] == [None]


# --- paragraphs and items -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "paragraphs", "numbers"),
    [
        pytest.param("第七条", 1, [None], id="one paragraph may be any"),
        pytest.param("第七条", 2, [1, 2], id="several of a whole article are counted"),
        pytest.param("第七条", 3, [1, 2, 3], id="three of a whole article are counted"),
        pytest.param("第七条第二款", 1, [2], id="the 款 of the label"),
        pytest.param("第七条第二款", 2, [2, None], id="one 款 over two paragraphs: the first only"),
        pytest.param("第七条第一、二款", 2, [1, 2], id="two 款 over two paragraphs"),
        pytest.param("第七条第一、三款", 2, [1, 3], id="two 款 that are no neighbours"),
        pytest.param("第七条第一、二款", 1, [None], id="two 款 over one paragraph prove nothing"),
        pytest.param("第七条第一、二款", 3, [None, None, None], id="two 款 over three paragraphs prove nothing"),
        pytest.param("第七条第（二）项", 1, [None], id="an 项 proves no 款"),
        pytest.param("第七条第一款第（二）项", 1, [1], id="an 项 with its 款"),
        pytest.param("第七条之一", 2, [1, 2], id="之一 is an article"),
    ],
)
def test_paragraph_numbers(label: str, paragraphs: int, numbers: list[int | None]) -> None:
    """A number only where label or position prove it."""
    texts = [f"养护人应当检查第{to_chinese(number)}处桥面。" for number in range(1, paragraphs + 1)]
    provision, _ = _provision(f"{LAW}\n{label}　" + "\n\n".join(texts))
    assert [paragraph.number for paragraph in provision.paragraphs] == numbers


ITEMS: Final = {
    "items belong to the paragraph before them": (
        "第七条　有下列情形之一的：\n（一）甲；\n（二）乙。",
        ["  ~ 有下列情形之一的：", "    （一） 1 甲；", "    （二） 2 乙。"],
    ),
    "half-width brackets": ("第七条　有下列情形：\n(一)甲；", ["  ~ 有下列情形：", "    (一) 1 甲；"]),
    "mixed brackets": ("第七条　有下列情形：\n（一)甲；", ["  ~ 有下列情形：", "    （一) 1 甲；"]),
    "Arabic": ("第七条　有下列情形：\n（1）甲；", ["  ~ 有下列情形：", "    （1） 1 甲；"]),
    "two characters": ("第七条　有下列情形：\n（十二）甲；", ["  ~ 有下列情形：", "    （十二） 12 甲；"]),
    "a space after the marker": ("第七条　有下列情形：\n（一）　甲；", ["  ~ 有下列情形：", "    （一） 1 甲；"]),
    "a marker that is no number": ("第七条　甲。\n（试行）乙。", ["  1 甲。", "  2 （试行）乙。"]),
    "a numeral that is none": ("第七条　有下列情形：\n（十十）甲；", ["  ~ 有下列情形：", "    （十十） ~ 甲；"]),
    "a flush line after the items is a new paragraph": (
        "第七条　有下列情形：\n（一）甲；\n（二）乙。\n前款规定的期限为三日。",
        ["  1 有下列情形：", "    （一） 1 甲；", "    （二） 2 乙。", "  2 前款规定的期限为三日。"],
    ),
    "items of the second paragraph": (
        "第七条　甲。\n有下列情形：\n（一）乙；",
        ["  1 甲。", "  2 有下列情形：", "    （一） 1 乙；"],
    ),
    "items without a lead-in": ("第七条　（一）甲；\n（二）乙。", ["  ~", "    （一） 1 甲；", "    （二） 2 乙。"]),
    "items under a label with 项": ("第七条第（二）项　（二）乙。", ["  ~", "    （二） 2 乙。"]),
    "items inside a line are text": ("第七条　有（一）甲；（二）乙情形的。", ["  ~ 有（一）甲；（二）乙情形的。"]),
}


@pytest.mark.parametrize(("cell", "expected"), ITEMS.values(), ids=ITEMS.keys())
def test_items(cell: str, expected: list[str]) -> None:
    """（一）… are items of the paragraph before them; any other line is a paragraph."""
    assert _outline(f"{LAW}\n{cell}")[2:] == expected


# --- what holds for any cell ----------------------------------------------------------------------------------------

PIECES: Final = (
    "《", "》", "《古桥法》", "《甲〈乙〉丙》", "（", "）", "（市令第3号　2031年4月1日施行）", "【法律】", "1.",
    "、", "，", "。", "：", ":", "第三条", "第十三条　第三款", "第一、二款", "第二款：", "第十十八条", "第（二）项",
    "之一", "规定的", "的", "（一）", "（1）", "(二)", "养护人应当检查桥面", "情形", "条", "款", "项",
    "\n", "\n\n", "\u3000", " ", "\u00a0", "》》", "】》", "<", ">", "《古桥法", "古桥法", "附件1第2项", "1.第三条：",
    "第五条、第六条", "【第三条】", "（第三条）", "法律依据：", "行政法规：", "二、", "第二章", "国发〔2031〕3号",
    "实施《古桥法》办法", "和", "以及", "……",
)  # fmt: skip
CELL: Final = st.lists(st.sampled_from(PIECES), max_size=24).map("".join) | st.text(max_size=40)
BETWEEN: Final = re.compile(rf"(?:[{WHITE}：:，,。；;、.．—-]|[】\])）]|和|及|与|以及|或者?)*")
"""White space, the marks that part a law or a label from what follows, and what joins the places of a list."""


def _spans(found: list[BasisText]) -> list[tuple[int, int]]:
    spans = [basis.law.span for basis in found if basis.law]
    provisions = [provision for basis in found for provision in basis.provisions]
    spans += [provision.marker for provision in provisions if provision.marker]
    spans += [provision.label for provision in provisions if provision.label]
    return sorted(spans + [line for provision in provisions for line in provision.lines])


@given(before=CELL, cell=CELL, after=CELL)
@settings(max_examples=300, deadline=None)
def test_a_cell_is_tiled(before: str, cell: str, after: str) -> None:
    """Every word of a cell lies in exactly one law line, marker, label or line; nothing outside the cell does."""
    text = before + cell + after
    start, end = len(before), len(before) + len(cell)
    spans = _spans(read_basis(text, start, end))
    edges = [(start, start), *spans, (end, end)]
    assert all(one[1] <= other[0] for one, other in pairwise(edges))
    assert all(BETWEEN.fullmatch(text, one[1], other[0]) for one, other in pairwise(edges))


@given(cell=CELL)
@settings(max_examples=200, deadline=None)
def test_paragraphs_are_the_lines(cell: str) -> None:
    """Lead-ins and items of a provision are its lines, one for one; spans of a basis hold its parts."""
    for basis in read_basis(cell, 0, len(cell)):
        for provision in basis.provisions:
            parts = [part for paragraph in provision.paragraphs for part in _parts(paragraph)]
            assert parts == provision.lines
            assert all(item.span[0] < item.text_start <= item.span[1] for item in _items(provision))
            article = provision.kind == "article"
            assert provision.malformed == bool(article and provision.label and not provision.addresses)
            assert article or (provision.label and not provision.addresses)
        spans = _spans([basis])
        assert basis.span == (spans[0][0], max(end for _, end in spans))


def _parts(paragraph: ParagraphText) -> list[tuple[int, int]]:
    lead = [paragraph.span] if paragraph.span[0] < paragraph.span[1] else []
    return lead + [item.span for item in paragraph.items]


def _items(provision: ProvisionText) -> list[Item]:
    return [item for paragraph in provision.paragraphs for item in paragraph.items]


Drawn = list[tuple[str, str, list[tuple[str, int]]]]
"""Label, separator, and paragraphs as lead-in and number of items."""

DRAWN: Final[st.SearchStrategy[Drawn]] = st.lists(
    st.tuples(
        st.builds("第{}条{}".format, st.integers(1, 300).map(to_chinese), st.sampled_from(("", "之一", "第二款"))),
        st.sampled_from(("　", "：", ":", " ", "")),
        st.lists(
            st.tuples(st.sampled_from(("养护人应当检查桥面。", "有下列情形之一的：")), st.integers(0, 3)),
            min_size=1,
            max_size=3,
        ),
    ),
    min_size=1,
    max_size=4,
)


@given(provisions=DRAWN, gap=st.sampled_from(("\n", "\n\n", " \n\u3000\n")), law_gap=st.sampled_from(("\n", "", " ")))
@settings(max_examples=150, deadline=None)
def test_a_printed_cell_is_read_back(provisions: Drawn, gap: str, law_gap: str) -> None:
    """Labels, lead-ins and items come back however the cell is laid out."""
    printed, expected = [], []
    for label, separator, paragraphs in provisions:
        lines: list[str] = []
        for lead, items in paragraphs:
            numbered = [f"（{to_chinese(number)}）甲；" for number in range(1, items + 1)]
            lines += [lead, *numbered]
        printed.append(label + separator + gap.join(lines))
        expected.append((label, lines))
    cell = LAW + law_gap + gap.join(printed)
    (basis,) = read_basis(cell, 0, len(cell))
    assert basis.law is not None
    found = [
        (_label(cell, provision), [cell[slice(*line)] for line in provision.lines]) for provision in basis.provisions
    ]
    assert found == expected
    assert [len(each.items) for provision in basis.provisions for each in provision.paragraphs] == [
        items for _, _, paragraphs in provisions for _, items in paragraphs
    ]
