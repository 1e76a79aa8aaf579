"""Proves that laws and labels of a 设定依据 cell are those printed, in every layout that offices use.

The cells are made up after the layouts A to M of published lists; each case says what it is about. A law is written
``rank|name|document number``, a label as printed with its address.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from bench.floods import CELL_FLOODS
from pipeline.basis import ProvisionText, read_basis
from pipeline.model import PowerList
from pipeline.parse import parse_source
from pipeline.words.traditional import SIMPLIFIED
from pipeline.writers.to_docx import to_docx
from pipeline.writers.to_xlsx import to_xlsx
from tests.files import workbook
from tests.rows import findings, listed, parsed, row


def _outline(cell: str) -> list[str]:
    lines: list[str] = []
    for basis in read_basis(cell, 0, len(cell)):
        law = basis.law
        lines.append(f"{law.rank_label or ''}|{law.name}|{law.document_number or ''}" if law else "no law")
        lines += [_line(cell, provision) for provision in basis.provisions]
    return lines


def _line(cell: str, provision: ProvisionText) -> str:
    label = cell[slice(*provision.label)] if provision.label else "~"
    addresses = ", ".join(address.compact() for address in provision.addresses)
    kind = "" if provision.kind == "article" else provision.kind
    text = " / ".join(cell[slice(*line)] for line in provision.lines)
    return f"  {label} = {addresses or kind or '~'}: {text}".rstrip(": ")


TRADITIONAL: Final = {simple: chr(character) for character, simple in SIMPLIFIED.items()}
BRIDGE: Final = "|古桥法|"
CHIME: Final = "|风铃条例|"

CELLS: Final = {
    "C: articles run on in one paragraph; a pinpoint in a sentence is none": (
        "《古桥法》第十八条：甲。第十九条：违反本法第五条、第六条规定的，乙。第二十二条 丙。",
        [
            BRIDGE,
            "  第十八条 = 18: 甲。",
            "  第十九条 = 19: 违反本法第五条、第六条规定的，乙。",
            "  第二十二条 = 22: 丙。",
        ],
    ),
    "C: laws run on too": (
        "【法律】《古桥法》（主席令第3号）第八条：甲。【法规】《风铃条例》（国务院令第5号）第五条：乙。",
        ["法律|古桥法|主席令第3号", "  第八条 = 8: 甲。", "法规|风铃条例|国务院令第5号", "  第五条 = 5: 乙。"],
    ),
    "D: numbered laws on one line": (
        "1.《古桥法》第三条：甲。2.《风铃条例》第五条：乙。",
        [BRIDGE, "  第三条 = 3: 甲。", CHIME, "  第五条 = 5: 乙。"],
    ),
    "D: rings part two laws without a stop; the first has no title marks": (
        "①古桥法第七十三条第一款②《风铃条例》第四条",
        [BRIDGE, "  第七十三条第一款 = 73.1", CHIME, "  第四条 = 4"],
    ),
    "D: numbered laws without title marks": (
        "1、古桥法第六十七条第二款；2、风铃条例（市令第22号）第二十一条",
        [BRIDGE, "  第六十七条第二款 = 67.2", "|风铃条例|市令第22号", "  第二十一条 = 21"],
    ),
    "D: numbered laws without title marks, nothing between them, one with several articles": (
        "1、古桥法第九条2、石桥法第二十三、五十二条3、风铃条例第五条",
        [BRIDGE, "  第九条 = 9", "|石桥法|", "  第二十三、五十二条 = 23, 52", CHIME, "  第五条 = 5"],
    ),
    "A: the bracket before a rank is lost, at the start and inside a line": (
        "法律】《古桥法》 第七条桥户应当守桥。行政法规】《风铃条例》第三条：乙。",
        ["法律|古桥法|", "  第七条 = 7: 桥户应当守桥。", "行政法规|风铃条例|", "  第三条 = 3: 乙。"],
    ),
    "B: a law without title marks, then the loose notes of a PDF, and no article": (
        "【法律】古桥法 2031 年 3 月 18 日主席令第三十六号、2034 年 11 月 5 日予以修改、 桥户应当守桥。",
        ["法律|古桥法|主席令第三十六号", "  ~ = ~: 桥户应当守桥。"],
    ),
    "B: two loose notes with the blanks of a PDF": (
        "《古桥法》 2032 年 1 月 8 日桥务局令第 6 号发布 2036 年 2 月 9 日桥务局令第 51 号修订 第十三条 桥户守桥。",
        ["|古桥法|桥务局令第 6 号", "  第十三条 = 13: 桥户守桥。"],
    ),
    "A: 第 is left out right behind the law, where a blank is enough": (
        "《古桥法》34条 桥户应当守桥。",
        [BRIDGE, "  34条 = 34: 桥户应当守桥。"],
    ),
    "A: but not in the text": (
        "《古桥法》第三条 桥户应当守桥。\n34条 石板桥除外。",
        [BRIDGE, "  第三条 = 3: 桥户应当守桥。 / 34条 石板桥除外。"],
    ),
    "D: laws without marks behind a place and a comma, with blanks in the places": (
        "古桥法第 37 条第 1 款、 古桥法实施条例第 36 条第 1、第 2 款",
        [BRIDGE, "  第 37 条第 1 款 = 37.1", "|古桥法实施条例|", "  第 36 条第 1、第 2 款 = 36.1, 36.2"],
    ),
    "D: but the entry of an annex is no law": (
        "《桥务局决定》（云桥发〔2031〕5号） 附件目录第167项：造桥许可，实施机关：市桥务局。",
        ["|桥务局决定|云桥发〔2031〕5号", "  附件目录第167项 = annex_entry: 造桥许可，实施机关：市桥务局。"],
    ),
    "D: numbered names and nothing else, the last one no law proper": (
        "1.《古桥法》（主席令第3号）\n2.风铃管理办法；\n3.县桥务局“三定”规定",
        ["|古桥法|主席令第3号", "|风铃管理办法|", "|县桥务局“三定”规定|"],
    ),
    "D: a name of which no article is named, numbered, and its text behind a colon": (
        "1、《风铃条例》：对护铃有功的桥户，应当给予表彰。",
        [CHIME, "  ~ = ~: 对护铃有功的桥户，应当给予表彰。"],
    ),
    "B: laws without marks with notes, the second behind a sentence": (
        "古桥法（2031年3月2日主席令第三号）第八条：桥户守桥。风铃条例（2032年5月6日市令第九号）第二十条：桥户护铃。",
        ["|古桥法|主席令第三号", "  第八条 = 8: 桥户守桥。", "|风铃条例|市令第九号", "  第二十条 = 20: 桥户护铃。"],
    ),
    "D: the entries of a decision among numbered laws without marks": (
        "1.古桥法第七条；2.市府关于保留事项的决定第165项、166项；3.风铃条例第五条",
        [
            BRIDGE,
            "  第七条 = 7",
            "|市府关于保留事项的决定|",
            "  第165项、166项 = annex_entry",
            CHIME,
            "  第五条 = 5",
        ],
    ),
    "A: a glued article behind a stop and a blank, which was a line break, though the one before has a colon": (
        "《古桥法》第四条：桥户应当守桥。 第十一条桥户每月检查：（三）石桥；（四）木桥。",
        [BRIDGE, "  第四条 = 4: 桥户应当守桥。", "  第十一条 = 11: 桥户每月检查：（三）石桥；（四）木桥。"],
    ),
    "A: but not what a sentence goes on with": (
        "《古桥法》第四条：桥户应当守桥。 第十一条规定的桥户除外。",
        [BRIDGE, "  第四条 = 4: 桥户应当守桥。 第十一条规定的桥户除外。"],
    ),
    "B: 依据一, 依据二 before the laws": (
        "依据一：《古桥法》第一条 甲。\n依据二：《风铃条例》第二条 乙。",
        [BRIDGE, "  第一条 = 1: 甲。", CHIME, "  第二条 = 2: 乙。"],
    ),
    "B: the rank of an authority before the laws, the first without": (
        "《古桥法》第一条：甲。\n省级层面：《风铃条例》第二条：乙。",
        [BRIDGE, "  第一条 = 1: 甲。", CHIME, "  第二条 = 2: 乙。"],
    ),
    "D: places joined by 以及 and by a stroke": (
        "《古桥法》第三条以及《风铃条例》第五条/《石桥法》第七条",
        [BRIDGE, "  第三条 = 3", CHIME, "  第五条 = 5", "|石桥法|", "  第七条 = 7"],
    ),
    "D: a range whose second 第 is left out": ("《古桥法》第二条至四条", [BRIDGE, "  第二条至四条 = 2, 3, 4"]),
    "A: the law a cell begins with is never lost, whatever place follows": (
        "《古桥法》第二条第一自然段",
        [BRIDGE, "  ~ = ~: 第二条第一自然段"],
    ),
    "A: but the subject of a sentence is no law": (
        "《古桥法》第二条规定的许可，由县局办理。",
        ["no law", "  ~ = ~: 《古桥法》第二条规定的许可，由县局办理。"],
    ),
    "A: what a glued text begins with is no 款 and no 项": (
        "1.《古桥法》第三条项目文件应当审查。2.《风铃条例》第五条款项应当拨付。",
        [BRIDGE, "  第三条 = 3: 项目文件应当审查。", CHIME, "  第五条 = 5: 款项应当拨付。"],
    ),
    "D: names parted by commas and nothing else": (
        "风铃管理办法，关于守护风铃的指导意见，古桥条例（试行）",
        ["|风铃管理办法|", "|关于守护风铃的指导意见|", "|古桥条例（试行）|"],
    ),
    "D: but a name and a sentence that ends like one": (
        "风铃管理办法，桥户每月应当检查并遵守本办法",
        ["no law", "  ~ = ~: 风铃管理办法，桥户每月应当检查并遵守本办法"],
    ),
    "E: the section of a notice that hands on another, behind a colon": (
        "《古桥法》第六条：甲。\n《市桥务局印发<关于修桥的意见>》：（七）修桥：每年一次。",
        [BRIDGE, "  第六条 = 6: 甲。", "|市桥务局印发<关于修桥的意见>|", "  （七） = section: 修桥：每年一次。"],
    ),
    "A: half-width stops; an article glued to its text, as the one before it, behind the last of its 项": (
        "《古桥法》第四条下列桥由市局守护:\n(一)石桥;\n(二)木桥.第五条其他桥由县局守护.",
        [BRIDGE, "  第四条 = 4: 下列桥由市局守护: / (一)石桥; / (二)木桥.", "  第五条 = 5: 其他桥由县局守护."],
    ),
    "A: the next 款 of an article, its text glued to it, behind a stop": (
        "《古桥法》第十七条第一款 桥户应当守桥。第十七条第二款外村人不得拆桥。",
        [BRIDGE, "  第十七条第一款 = 17.1: 桥户应当守桥。", "  第十七条第二款 = 17.2: 外村人不得拆桥。"],
    ),
    "A: but a 款 that is none of the next is the subject of a sentence": (
        "《古桥法》第十七条第一款 桥户应当守桥。第十八条第二款外村人不得拆桥。",
        [BRIDGE, "  第十七条第一款 = 17.1: 桥户应当守桥。第十八条第二款外村人不得拆桥。"],
    ),
    "D: numbered laws, one with its text and no article, one in a sentence behind its number": (
        "1.《古桥法》第六条：甲。\n2.《风铃条例》中外两家合开铃铺，由市局办理。\n3.《桥务通知》（云桥发〔2031〕5号），要求每年修桥。",
        [
            BRIDGE,
            "  第六条 = 6: 甲。",
            CHIME,
            "  ~ = ~: 中外两家合开铃铺，由市局办理。",
            "|桥务通知|云桥发〔2031〕5号",
            "  ~ = ~: 要求每年修桥。",
        ],
    ),
    "根据 opens a notice, of which a section is cited": (
        "根据《古桥法》第十二条 甲。根据《桥务意见》（云桥发〔2031〕5号）（三）简化手续。乙。",
        [BRIDGE, "  第十二条 = 12: 甲。", "|桥务意见|云桥发〔2031〕5号", "  （三） = section: 简化手续。乙。"],
    ),
    "D: 1-2 before an article": (
        "1、《古桥法》第十七条：甲。1-2第二十八条第二款：乙。",
        [BRIDGE, "  第十七条 = 17: 甲。", "  第二十八条第二款 = 28.2: 乙。"],
    ),
    "B: a name without marks on a line of its own, its article below": (
        "古桥法\n第三条　甲。\n2.风铃条例（2031年修正）\n第五条、第六条\n石桥办法\n第七条　乙。",
        [
            BRIDGE,
            "  第三条 = 3: 甲。",
            CHIME,
            "  第五条 = 5",
            "  第六条 = 6",
            "|石桥办法|",
            "  第七条 = 7: 乙。",
        ],
    ),
    "B: but not where the sentence above goes on": (
        "《古桥法》\n第三条　桥户违反\n风铃条例\n第五条规定的，处罚款。",
        [BRIDGE, "  第三条 = 3: 桥户违反\n风铃条例\n第五条规定的，处罚款。"],
    ),
    "B: 依据 and a law on a line of their own, the article below": (
        "《古桥法》\n第三条　甲。\n同时依据《风铃条例》\n第五条　乙。",
        [BRIDGE, "  第三条 = 3: 甲。", CHIME, "  第五条 = 5: 乙。"],
    ),
    "A: 第 left out in a list of places, on lines of their own": (
        "《古桥法》\n第四十条\n四十一条",
        [BRIDGE, "  第四十条 = 40", "  四十一条 = 41"],
    ),
    "A: ranks on lines of their own above their laws": (
        "【法律】\n《古桥法》第二条 甲。\n【行政法规】\n《风铃条例》第三条 乙。",
        ["法律|古桥法|", "  第二条 = 2: 甲。", "行政法规|风铃条例|", "  第三条 = 3: 乙。"],
    ),
    "D: the same with numbers, and with or without a colon": (
        "1.法律：\n《古桥法》第二条 甲。\n2、行政法规\n《风铃条例》\n第三条 乙。",
        ["法律|古桥法|", "  第二条 = 2: 甲。", "行政法规|风铃条例|", "  第三条 = 3: 乙。"],
    ),
    "A: 法律依据 with its number, on a line of its own": (
        "（一）法律依据\n《古桥法》第二条 甲。",
        [BRIDGE, "  第二条 = 2: 甲。"],
    ),
    "A: the line break of a cell of lines with pipes is no law, and parts what stands around it": (
        "《古桥法》<br/>第九条 甲。<br>第十条 乙。<br>《石桥办法》第二条 丙。",
        [BRIDGE, "  第九条 = 9: 甲。<br>", "  第十条 = 10: 乙。<br>", "|石桥办法|", "  第二条 = 2: 丙。"],
    ),
    "A: an article that a sentence quotes": (
        "《古桥法》第三条第二款明确规定：“桥户应当守桥。”",
        [BRIDGE, "  第三条第二款 = 3.2: 明确规定：“桥户应当守桥。”"],
    ),
    "根据 opens a notice by its number, and tells what it says": (
        "根据《古桥法》（主席令第3号）第十二条 甲。根据《桥务意见》（云桥发〔2031〕5号）做到应修尽修。",
        ["|古桥法|主席令第3号", "  第十二条 = 12: 甲。", "|桥务意见|云桥发〔2031〕5号", "  ~ = ~: 做到应修尽修。"],
    ),
    "D: but a numbered condition is no name": (
        "《古桥通知》（云桥发〔2031〕5号）\n1.符合国家标准\n2.有守桥章程",
        ["|古桥通知|云桥发〔2031〕5号", "  ~ = ~: 1.符合国家标准\n2.有守桥章程"],
    ),
    "A: ranked laws without marks, inside a line and with text glued to their articles": (
        "【法律】古桥法第六十七条桥户应当守桥。【行政法规】风铃条例第五条不得敲铃。",
        ["法律|古桥法|", "  第六十七条 = 67: 桥户应当守桥。", "行政法规|风铃条例|", "  第五条 = 5: 不得敲铃。"],
    ),
    "D: a number before an act that names a law is not a law's": (
        "《古桥法》第三条：有下列情形之一的，处罚款：1、甲；2、违反风铃条例第五条的。",
        [BRIDGE, "  第三条 = 3: 有下列情形之一的，处罚款：1、甲；2、违反风铃条例第五条的。"],
    ),
    "G: a sentence about nothing but places": (
        "依据《古桥法》第二十条第（一）项的规定。",
        [BRIDGE, "  第二十条第（一）项 = 20(1)"],
    ),
    "G: the same of two places, and what is done by them": (
        "根据《古桥法》第三条、第五条规定执行",
        [BRIDGE, "  第三条 = 3", "  第五条 = 5"],
    ),
    "B: of two notes the first has no brackets; the last has no opener": (
        "《古桥法》2031年3月1日修订（主席令第3号）第五条：甲。《风铃条例》云溪市人民政府令126号）第八条：乙。",
        ["|古桥法|主席令第3号", "  第五条 = 5: 甲。", "|风铃条例|云溪市人民政府令126号", "  第八条 = 8: 乙。"],
    ),
    "B: a note opened twice and closed once": (
        "《古桥法》（（2031年修正）第二十三条第一款　甲。",
        [BRIDGE, "  第二十三条第一款 = 23.1: 甲。"],
    ),
    "B: a text of the law, and no article named; blank, colon, quotation marks": (
        "《古桥法》 各级机关应当守护古桥。\n\n《风铃条例》：风铃由市局登记。\n\n《古桥法》“风铃不得拆除。”",
        [
            BRIDGE,
            "  ~ = ~: 各级机关应当守护古桥。",
            CHIME,
            "  ~ = ~: 风铃由市局登记。",
            BRIDGE,
            "  ~ = ~: “风铃不得拆除。”",
        ],
    ),
    "C: articles counted and glued": (
        "1、《古桥法》第五十四条桥户不得拆桥；2、第五十三条市局应当立碑。",
        [BRIDGE, "  第五十四条 = 54: 桥户不得拆桥；", "  第五十三条 = 53: 市局应当立碑。"],
    ),
    "C: what a text counts is no article of its own": (
        "《古桥法》第五十四条有下列情形之一的，处罚款：1、拆桥的；2、第五十三条规定的设施未建的。",
        [BRIDGE, "  第五十四条 = 54: 有下列情形之一的，处罚款：1、拆桥的；2、第五十三条规定的设施未建的。"],
    ),
    "C: the second law has no title marks, as the first has none": (
        "古桥法第十四条 桥户应当登记。云溪市风铃条例第十七条 市局不得拒绝。",
        [BRIDGE, "  第十四条 = 14: 桥户应当登记。", "|云溪市风铃条例|", "  第十七条 = 17: 市局不得拒绝。"],
    ),
    "C: where the first has them, a name without is the text's": (
        "《古桥法》第十四条 桥户应当登记。风铃条例第十七条 另有规定。",
        [BRIDGE, "  第十四条 = 14: 桥户应当登记。风铃条例第十七条 另有规定。"],
    ),
    "G: nothing between two places": (
        "《古桥法》第二十六条第二十五条",
        [BRIDGE, "  第二十六条 = 26", "  第二十五条 = 25"],
    ),
    "G: places in brackets": (
        "《古桥法》（第六条、第八条）；《风铃条例》（第十条）",
        [BRIDGE, "  第六条 = 6", "  第八条 = 8", CHIME, "  （第十条） = 10"],
    ),
    "H: a name without any mark is all of the cell": ("风铃管理办法（试行）", ["|风铃管理办法（试行）|"]),
    "H: but no sentence": ("按照有关规定", ["no law", "  ~ = ~: 按照有关规定"]),
    "A chapter stands before the article with its title": (
        "《古桥法》第四章 监督管理 第六条 市局应当检查。",
        [BRIDGE, "  第四章 监督管理 第六条 = 6: 市局应当检查。"],
    ),
    "套 for 条, a blank behind it": (
        "《古桥法》\n第六条　甲。\n第十九套　乙。",
        [BRIDGE, "  第六条 = 6: 甲。", "  第十九套 = ~: 乙。"],
    ),
    "An article with a point in its number: the law is read, the number is not": (
        "《古桥法》第5.1条 市局负责。",
        [BRIDGE, "  ~ = ~: 第5.1条 市局负责。"],
    ),
    "G: nothing between a place and the next law": (
        "《古桥法》第四十七条《云溪市实施<风铃条例>办法》第二十八条",
        [BRIDGE, "  第四十七条 = 47", "|云溪市实施<风铃条例>办法|", "  第二十八条 = 28"],
    ),
    "G: a certificate right behind a label is the text's": (
        "《古桥法》第二十一条《守桥证》不得涂改。",
        [BRIDGE, "  第二十一条 = 21: 《守桥证》不得涂改。"],
    ),
    "D: the number of the next law is glued to the place before it": (
        "1、《古桥法》第十三条2、《风铃条例》第七条、第二十三条3、《石桥办法》第四条",
        [BRIDGE, "  第十三条 = 13", CHIME, "  第七条 = 7", "  第二十三条 = 23", "|石桥办法|", "  第四条 = 4"],
    ),
    "D: numbers without a mark": (
        "1《古桥法》第三条：甲。2《风铃条例》第五条：乙。",
        [BRIDGE, "  第三条 = 3: 甲。", CHIME, "  第五条 = 5: 乙。"],
    ),
    "G: blanks inside the brackets of a 项, a 项 behind one": (
        "市政府《石桥办法》第二十八条第( 二) 项",
        ["|石桥办法|", "  第二十八条第( 二) 项 = 28(2)"],
    ),
    "J: the columns of ranks in one cell, bars between": (
        "《古桥法》(2031年)第三条、第十一条 | 《风铃条例》第九条",
        [BRIDGE, "  第三条 = 3", "  第十一条 = 11", CHIME, "  第九条 = 9"],
    ),
    "I: fields, numbered, two marks between them": (
        (
            "1、法律法规名称:《古桥法》;;依据文号:2031年5月1日市人大通过,2032年修正;条款号:第三条;条款内容:甲。;"
            "2、法律法规名称:《风铃条例》;依据文号:市令第5号;条款号:附件1第9项;条款内容:乙。"
        ),
        [
            "|古桥法|2031年5月1日市人大通过,2032年修正",
            "  第三条 = 3: 甲。;",
            "|风铃条例|市令第5号",
            "  附件1第9项 = annex_entry: 乙。",
        ],
    ),
    "B: a plus between the parts": (
        "《古桥法》+2031年市令第62号+第六条，《风铃条例》（2031年）+云溪市第十二届人民代表大会第五次会议+第十九条",
        ["|古桥法|市令第62号", "  第六条 = 6", CHIME, "  第十九条 = 19"],
    ),
    "What announces the basis has a line of its own": (
        "法律依据：\n（1）《\n古桥法》第\n十四条；\n（2）《\n风铃条例》第\n九条。",
        [BRIDGE, "  第\n十四条 = 14", CHIME, "  第\n九条 = 9"],
    ),
    "B: a year between the name and its note": (
        "《风铃条例》2031年(市令第587号)第三十九条",
        ["|风铃条例|市令第587号", "  第三十九条 = 39"],
    ),
    "M: what a notice says follows a comma": (
        "1.《古桥法》第十八条：甲。\n2.《关于守桥的通知》（云办〔2031〕31号），每村有三名守桥人。",
        [BRIDGE, "  第十八条 = 18: 甲。", "|关于守桥的通知|云办〔2031〕31号", "  ~ = ~: 每村有三名守桥人。"],
    ),
    "M: an entry of a decision, a blank behind it": (
        "《关于保留事项的决定》(市令第412号)\n        第97项      石栏核准；实施机关：市局",
        ["|关于保留事项的决定|市令第412号", "  第97项 = annex_entry: 石栏核准；实施机关：市局"],
    ),
    "M: an annex whose label ends in a stop": (
        "《关于精简事项的决定》云政〔2031〕9号附件3。《风铃条例》第五条",
        ["|关于精简事项的决定|云政〔2031〕9号", "  附件3 = annex_entry", CHIME, "  第五条 = 5"],
    ),
    "A blank after every character": (
        "1.[ 行 政 法 规 ] 古 桥 守 护 条 例 (2031 年 市 令 第 602 ) 第 十 二 条 桥 户 登 记",
        ["行 政 法 规|古 桥 守 护 条 例|", "  第 十 二 条 = 12: 桥 户 登 记"],
    ),
    "B: the order before the name, blanks in its number, a semicolon behind the label": (
        "市令第 447 号 《古桥办法》第三章第十一条； 桥户应当登记。市公告第 51 号 《石桥办法》第八条； 甲。",
        [
            "|古桥办法|市令第 447 号",
            "  第三章第十一条 = 11: 桥户应当登记。",
            "|石桥办法|市公告第 51 号",
            "  第八条 = 8: 甲。",
        ],
    ),
    "B: an order before the name, and no article anybody can read": (
        "市令第397号《关于保留事项的决定》第296",
        ["|关于保留事项的决定|市令第397号", "  第296 = annex_entry"],
    ),
    "G: a stray bracket behind the name": (
        "《古桥办法》)第十六条、第二十二条。",
        ["|古桥办法|", "  第十六条 = 16", "  第二十二条 = 22"],
    ),
    "The heading of a chapter is glued to both sides, a stray quotation mark behind it": (
        "1、《古桥法》第二十一条“写在《守桥证》上。《石桥办法》第三章证件转移“第十六条",
        [BRIDGE, "  第二十一条 = 21: “写在《守桥证》上。", "|石桥办法|", "  第三章证件转移“第十六条 = 16"],
    ),
    "M: an entry below the headings of an annex": (
        "《关于调整事项的决定》（云政〔2031〕9号）附件3云溪市决定调整的事项目录(86项)(二)下放的事项第19项：甲。",
        [
            "|关于调整事项的决定|云政〔2031〕9号",
            "  附件3云溪市决定调整的事项目录(86项)(二)下放的事项第19项 = annex_entry: 甲。",
        ],
    ),
    "M: what a document says, in sentences": (
        "根据《关于守桥的意见》(云政发〔2031〕35号)文件:规范程序。根据《关于修桥的意见》（云政发〔2032〕14号）三、办理程序。",
        [
            "|关于守桥的意见|云政发〔2031〕35号",
            "  ~ = ~: 文件:规范程序。",
            "|关于修桥的意见|云政发〔2032〕14号",
            "  三、 = section: 办理程序。",
        ],
    ),
    "C: what a text does in accordance with a document is the text's": (
        "《古桥法》第三条：按照《关于守桥的意见》（云政发〔2031〕5号）规定：甲。",
        [BRIDGE, "  第三条 = 3: 按照《关于守桥的意见》（云政发〔2031〕5号）规定：甲。"],
    ),
    "M: a part of a notice with the number in it": (
        "《关于守桥的通知》（云政发〔2031〕1号）第二部分（一）：甲。",
        ["|关于守桥的通知|云政发〔2031〕1号", "  第二部分（一） = section: 甲。"],
    ),
    "M: a notice named without any mark, its number behind it": (
        "云溪市人民政府办公室关于印发古桥局职能配置和人员编制规定的通知（云政办〔2031〕3号）：负责守桥。",
        [
            "|云溪市人民政府办公室关于印发古桥局职能配置和人员编制规定的通知|云政办〔2031〕3号",
            "  ~ = ~: 负责守桥。",
        ],
    ),
    "G: a sentence about a law as a whole": ("根据《古桥法》的规定", [BRIDGE, "  ~ = ~: 的规定"]),
    "D: laws without marks by their numbers, nothing before the texts": (
        "1 .中华人民共和国古桥法第五十六条桥户守桥。2 .风铃办法（试行）第五条桥户挂铃。",
        ["|中华人民共和国古桥法|", "  第五十六条 = 56: 桥户守桥。", "|风铃办法（试行）|", "  第五条 = 5: 桥户挂铃。"],
    ),
    "G: a law without marks, blanks around the numbers": (
        "中华人民共和国古桥法第 52 条第 1 款",
        ["|中华人民共和国古桥法|", "  第 52 条第 1 款 = 52.1"],
    ),
    "C: a comma behind the quotation marks": (
        "《古桥法》第四十四条：“甲。”，第五十六条：“乙。”",
        [BRIDGE, "  第四十四条 = 44: “甲。”，", "  第五十六条 = 56: “乙。”"],
    ),
    "C: a semicolon behind the label, where a sentence has ended": (
        "《古桥法》第二十一条：甲。第一百一十四条；乙。",
        [BRIDGE, "  第二十一条 = 21: 甲。", "  第一百一十四条 = 114: 乙。"],
    ),
    "I: fields with blanks between them": (
        "法律法规名称：市甲局 市乙局守桥通知 依据文号：云建〔2031〕43号 条款号：第二条 条款内容：甲。",
        ["|市甲局 市乙局守桥通知|云建〔2031〕43号", "  第二条 = 2: 甲。"],
    ),
    "M: an entry of a decision, glued; one of an annex without 第": (
        "《关于保留事项的决定》 第158项桥梁审批，市局实施。\n《关于精简的决定》（云政〔2031〕9号）\n附件236项 甲；乙。",
        [
            "|关于保留事项的决定|",
            "  第158项 = annex_entry: 桥梁审批，市局实施。",
            "|关于精简的决定|云政〔2031〕9号",
            "  附件236项 = annex_entry: 甲；乙。",
        ],
    ),
    "A: a law on a line of its own, whatever such an instrument is called": (
        "《古桥法》\n第三条　甲。\n2.《守桥守则》\n第十条　乙。\n《护栏指南》\n第五条　丙。",
        [BRIDGE, "  第三条 = 3: 甲。", "|守桥守则|", "  第十条 = 10: 乙。", "|护栏指南|", "  第五条 = 5: 丙。"],
    ),
    "A: what a sentence above ends with is no law": (
        "《古桥法》\n第三条　甲，凭\n《守桥证》\n第十条　乙。",
        [BRIDGE, "  第三条 = 3: 甲，凭\n《守桥证》", "  第十条 = 10: 乙。"],
    ),
    "套 for 条 right behind the law": ("《古桥法》第十九套：甲。", [BRIDGE, "  第十九套 = ~: 甲。"]),
    "C: nothing stands between labels and texts": (
        "《古桥法》第三条国家实行许可。第八条第一款个人不得安装。",
        [BRIDGE, "  第三条 = 3: 国家实行许可。", "  第八条第一款 = 8.1: 个人不得安装。"],
    ),
    "C: where something does, a label without it is a sentence's": (
        "《古桥法》第三条　国家实行许可。第八条个人不得安装。",
        [BRIDGE, "  第三条 = 3: 国家实行许可。第八条个人不得安装。"],
    ),
    "C: the next 款, with a blank behind it": (
        "《古桥法》第六十条第一款 甲。第二款 乙。",
        [BRIDGE, "  第六十条第一款 = 60.1: 甲。", "  第二款 = 60.2: 乙。"],
    ),
    "C: another than the next 款 is a sentence's": (
        "《古桥法》第六十条第一款 甲。第三款 乙。",
        [BRIDGE, "  第六十条第一款 = 60.1: 甲。第三款 乙。"],
    ),
    "F: several places have one text, a blank between": (
        "《古桥法》第四十条、第四十一条　桥户应当协助。\n第五十条 甲。",
        [BRIDGE, "  第四十条、第四十一条 = 40, 41: 桥户应当协助。", "  第五十条 = 50: 甲。"],
    ),
    "F: a sentence about several places is none": (
        "《古桥法》第三条　违反本法\n第四十条、第四十一条 规定的，处罚款。",
        [BRIDGE, "  第三条 = 3: 违反本法\n第四十条、第四十一条 规定的，处罚款。"],
    ),
    "G: an entry of an annex, and the next law behind it": (
        "《守桥决定》（国务院令第412号）附件第178项；《风铃条例》第六条",
        ["|守桥决定|国务院令第412号", "  附件第178项 = annex_entry", CHIME, "  第六条 = 6"],
    ),
    "G: a place by itself behind a text": (
        "《古桥法》第三十条：桥户应当协助。第四十一条。",
        [BRIDGE, "  第三十条 = 30: 桥户应当协助。", "  第四十一条 = 41"],
    ),
    "A: a law named after another, with its note, on a line of its own": (
        "《古桥法》\n第三条　甲。\n云溪市实施《风铃法》办法（2019年5月1日施行）\n第四条　乙。",
        [BRIDGE, "  第三条 = 3: 甲。", "|云溪市实施《风铃法》办法|", "  第四条 = 4: 乙。"],
    ),
    "A: the same without a note": (
        "《古桥法》\n第三条　甲。\n关于修改《风铃法》的决定\n第四条　乙。",
        [BRIDGE, "  第三条 = 3: 甲。", "|关于修改《风铃法》的决定|", "  第四条 = 4: 乙。"],
    ),
    "A: what a sentence that goes on ends in is no law": (
        "《古桥法》\n第三条　由\n市政府制定实施《风铃法》办法\n第四条　乙。",
        [BRIDGE, "  第三条 = 3: 由\n市政府制定实施《风铃法》办法", "  第四条 = 4: 乙。"],
    ),
    "E: a rank that lacks its closer, and one in words": (
        "【法律《古桥法》第三条：甲。\n行政法规：《风铃条例》第五条：乙。",
        ["法律|古桥法|", "  第三条 = 3: 甲。", "行政法规|风铃条例|", "  第五条 = 5: 乙。"],
    ),
    "F: places first, then the articles": (
        "《古桥法》第五十四条、第六十四条第（六）项：\n第五十四条　甲。\n第六十四条　乙。",
        [
            BRIDGE,
            "  第五十四条 = 54",
            "  第六十四条第（六）项 = 64(6)",
            "  第五十四条 = 54: 甲。",
            "  第六十四条 = 64: 乙。",
        ],
    ),
    "G: places only, with a stop, and the next law behind it": (
        "【法律】《古桥法》（主席令第3号）\n第三条、第五条。【法规】《风铃条例》（国务院令第5号）\n第六条：甲。",
        [
            "法律|古桥法|主席令第3号",
            "  第三条 = 3",
            "  第五条 = 5",
            "法规|风铃条例|国务院令第5号",
            "  第六条 = 6: 甲。",
        ],
    ),
    "G: places of several laws in one line": (
        "《古桥法》第五条，《风铃条例》第六条、第七条。",
        [BRIDGE, "  第五条 = 5", CHIME, "  第六条 = 6", "  第七条 = 7"],
    ),
    "G: a range, and chapters": (
        "《古桥法》第二条至第四条\n《风铃条例》第六章、第七章。",
        [BRIDGE, "  第二条至第四条 = 2, 3, 4", CHIME, "  第六章 = section", "  第七章 = section"],
    ),
    "places that have one text are one label": (
        "《古桥法》第三条、第五条：甲。",
        [BRIDGE, "  第三条、第五条 = 3, 5: 甲。"],
    ),
    "places in a sentence are none": (
        "《古桥法》\n第三条、第五条规定的情形除外。",
        [BRIDGE, "  ~ = ~: 第三条、第五条规定的情形除外。"],
    ),
    "H: laws only": (
        "《古桥法》、《风铃条例》（国务院令第5号）、《石桥办法》",
        [BRIDGE, "|风铃条例|国务院令第5号", "|石桥办法|"],
    ),
    "I: a field for each part": (
        "法律法规名称:古桥法;依据文号:主席令第3号;条款号:第五条;条款内容:甲。\n法律法规名称：《风铃条例》；条款号：附件第3项；条款内容：乙。",
        ["|古桥法|主席令第3号", "  第五条 = 5: 甲。", CHIME, "  附件第3项 = annex_entry: 乙。"],
    ),
    "M: entries of an annex are no articles": (
        "《守桥决定》（云政令第412号）附件目录第183项：甲。\n附件1第9项：乙；\n附件2第2项",
        [
            "|守桥决定|云政令第412号",
            "  附件目录第183项 = annex_entry: 甲。",
            "  附件1第9项 = annex_entry: 乙；",
            "  附件2第2项 = annex_entry",
        ],
    ),
    "M: an entry without its annex, where no article is quoted": (
        "《守桥决定》（云政令第412号）第183项：甲。",
        ["|守桥决定|云政令第412号", "  第183项 = annex_entry: 甲。"],
    ),
    "M: sections of a notice": (
        "《守桥通知》（云政办〔2031〕3号）二、甲。\n《守铃通知》（云政办〔2031〕4号）第三部分：乙。",
        [
            "|守桥通知|云政办〔2031〕3号",
            "  二、 = section: 甲。",
            "|守铃通知|云政办〔2031〕4号",
            "  第三部分 = section: 乙。",
        ],
    ),
    "a chapter's heading is no paragraph of the article before": (
        "《古桥法》\n第二条　甲。\n第二章　守护\n第三条　乙。",
        [BRIDGE, "  第二条 = 2: 甲。", "  第二章 = section: 守护", "  第三条 = 3: 乙。"],
    ),
    "numbers before labels": (
        "《古桥法》\n1.第三条：甲。\n（二）第五条 乙。",
        [BRIDGE, "  第三条 = 3: 甲。", "  第五条 = 5: 乙。"],
    ),
    "款 and 项 on lines of their own belong to the article": (
        "《古桥法》\n第九条第一款：甲。\n第二款：乙。\n第（三）项：丙。",
        [BRIDGE, "  第九条第一款 = 9.1: 甲。", "  第二款 = 9.2: 乙。", "  第（三）项 = 9.2(3): 丙。"],
    ),
    "a comma after a label": ("《古桥法》\n第二十一条，甲应当守护。", [BRIDGE, "  第二十一条 = 21: 甲应当守护。"]),
    "a label in brackets": ("《古桥法》\n【第三条】甲。", [BRIDGE, "  【第三条】 = 3: 甲。"]),
    "every level, and lists of 项": (
        "《古桥法》第3条之一第2款第（4）项第1目:甲\n第十七条第（一）（二）项：乙\n第十九条第一款、第二款第（一）项：丙",
        [
            BRIDGE,
            "  第3条之一第2款第（4）项第1目 = 3-1.2(4)[1]: 甲",
            "  第十七条第（一）（二）项 = 17(1), 17(2): 乙",
            "  第十九条第一款、第二款第（一）项 = 19.1, 19.2(1): 丙",
        ],
    ),
    "closers: 》》, 】》, <>, 《《》》": (
        "《古桥法》》第三条：甲。\n【法律】《古桥法】》（主席令第3号）\n<风铃条例>第五条：乙。\n《《风铃条例》》第六条：丙。",
        [
            BRIDGE,
            "  第三条 = 3: 甲。",
            "法律|古桥法|主席令第3号",
            CHIME,
            "  第五条 = 5: 乙。",
            CHIME,
            "  第六条 = 6: 丙。",
        ],
    ),
    "a missing closer: the note tells where the name ends": (
        "【规章】《云溪市实施<古桥法>办法（2031年2月21日市令第6号公布。）\n第五条：甲。",
        ["规章|云溪市实施<古桥法>办法|市令第6号", "  第五条 = 5: 甲。"],
    ),
    "a missing opener": (
        "【法律】古桥法》（主席令第3号）\n第三条：甲。",
        ["法律|古桥法|主席令第3号", "  第三条 = 3: 甲。"],
    ),
    "a note without its closer ends with its line": (
        "【法律】《古桥法》（主席令第3号\n第三条：甲。",
        ["法律|古桥法|主席令第3号", "  第三条 = 3: 甲。"],
    ),
    "a note without brackets": (
        "【规章】《古桥办法（试行）》2031年9月14日修改\n第三条：甲。",
        ["规章|古桥办法（试行）|", "  第三条 = 3: 甲。"],
    ),
    "no brackets at all": (
        "中华人民共和国古桥法 第三十条：甲。\n风铃条例（国务院令第5号）第三条　乙。",
        ["|中华人民共和国古桥法|", "  第三十条 = 30: 甲。", "|风铃条例|国务院令第5号", "  第三条 = 3: 乙。"],
    ),
    "a name around another": (
        "实施《古桥法》若干规定 第五条：甲。\n《古桥法》实施条例 第三条：乙。",
        ["|实施《古桥法》若干规定|", "  第五条 = 5: 甲。", "|《古桥法》实施条例|", "  第三条 = 3: 乙。"],
    ),
    "the issuer before the title": (
        "【规范性文件】云溪市人民政府办公厅《守桥通知》（云政办【2031】6号）\n第二条：甲。",
        ["规范性文件|守桥通知|云政办【2031】6号", "  第二条 = 2: 甲。"],
    ),
    "a narrow column breaks name, note, label and text": (
        "【法律】《 古\n桥法》\n（2031年3月\n17日主席令第\n3号公布）\n第四\n十四条：养护人应\n当守护。",
        ["法律|古桥法|主席令第3号", "  第四\n十四条 = 44: 养护人应\n当守护。"],
    ),
    "条 misread by a scanner, or its numeral in brackets": (
        "《古桥法》\n第十八条：甲。\n第十九套：乙。\n第（二十）条：丙。",
        [BRIDGE, "  第十八条 = 18: 甲。", "  第十九套 = ~: 乙。", "  第（二十）条 = 20: 丙。"],
    ),
    "a rank says that it is a law, whatever follows": (
        "【规范性文件】《守桥意见》（桥发〔2031〕5号）第三部分第（二）条：甲。",
        ["规范性文件|守桥意见|桥发〔2031〕5号", "  第三部分第（二）条 = section: 甲。"],
    ),
    "an annex in parts": (
        "《守桥决定》（桥发〔2031〕5号）附件2（一）第18项：甲。",
        ["|守桥决定|桥发〔2031〕5号", "  附件2（一）第18项 = annex_entry: 甲。"],
    ),
    "a law, then places of which some lack 第": (
        "《古桥法》（2031年国务院令第5号）\n第一条：甲。\n《风铃细则》（2031年国务院令第6号）第5条、8条、第9条第1、2款：乙。",
        [
            "|古桥法|国务院令第5号",
            "  第一条 = 1: 甲。",
            "|风铃细则|国务院令第6号",
            "  第5条、8条、第9条第1、2款 = 5, 8, 9.1, 9.2: 乙。",
        ],
    ),
    "a note says that it is a law, though no label follows": (
        "《守桥意见》（桥发〔2031〕1号）关于巡查：甲。",
        ["|守桥意见|桥发〔2031〕1号", "  ~ = ~: 关于巡查：甲。"],
    ),
    "a sentence in spite of the note": (
        "《古桥法》\n第一条　甲。\n《风铃法》（2031年修订）第五条规定的桥户，应当登记。",
        [BRIDGE, "  第一条 = 1: 甲。 / 《风铃法》（2031年修订）第五条规定的桥户，应当登记。"],
    ),
    "no 第 before the article": (
        "《古桥法》30条2款：甲。\n三十一条：乙。",
        [BRIDGE, "  30条2款 = 30.2: 甲。", "  三十一条 = 31: 乙。"],
    ),
    "quotation marks in place of title marks": (
        "“中华人民共和国古桥法”（主席令第3号）\n第三条：甲。\n“五大总成”是指桥面。",
        ["|中华人民共和国古桥法|主席令第3号", "  第三条 = 3: 甲。 / “五大总成”是指桥面。"],
    ),
    "numbered laws without marks": (
        "1.中华人民共和国古桥法（2031年修订）第三条：甲。\n2.风铃条例第二条：乙。",
        ["|中华人民共和国古桥法|", "  第三条 = 3: 甲。", "|风铃条例|", "  第二条 = 2: 乙。"],
    ),
    "款 in brackets, and without 第": (
        "《古桥法》\n第三十条第（二）款：甲。\n第三十条（二）款：乙。\n第三十条2款：丙。",
        [BRIDGE, "  第三十条第（二）款 = 30.2: 甲。", "  第三十条（二）款 = 30.2: 乙。", "  第三十条2款 = 30.2: 丙。"],
    ),
    "ranges of articles by dashes": (
        "《古桥法》\n第十条—第十二条：略\n第十三条-第十五条：略",
        [BRIDGE, "  第十条—第十二条 = 10, 11, 12: 略", "  第十三条-第十五条 = 13, 14, 15: 略"],
    ),
    "labels before quotation marks and dashes, in one line": (
        "《古桥法》第十三条第一款“甲。”第四十条“乙。”第四十一条——丙。",
        [BRIDGE, "  第十三条第一款 = 13.1: “甲。”", "  第四十条 = 40: “乙。”", "  第四十一条 = 41: 丙。"],
    ),
    "labels behind bullets": (
        "《古桥法》\n*第三条：甲。\n●第四条：乙。",
        [BRIDGE, "  第三条 = 3: 甲。", "  第四条 = 4: 乙。"],
    ),
    "sentences about two laws": (
        "依据《古桥法》第三条规定，甲。\n依据《风铃办法》第十一条第二款的规定，乙。",
        [BRIDGE, "  第三条 = 3: 规定，甲。", "|风铃办法|", "  第十一条第二款 = 11.2: 的规定，乙。"],
    ),
    "a further law with its number, an article and a colon": (
        "《古桥法》第三条：甲。\n同时依据《风铃办法》（桥发〔2031〕13号）第六条：乙。",
        [BRIDGE, "  第三条 = 3: 甲。", "|风铃办法|桥发〔2031〕13号", "  第六条 = 6: 乙。"],
    ),
    "a note is no part of a name without its closer": (
        "《中华人民共和国古桥法（2031年4月24日修正）\n第十三条：甲。",
        ["|中华人民共和国古桥法|", "  第十三条 = 13: 甲。"],
    ),
    "an annex, a colon, an entry": (
        "《守桥决定》（桥发〔2031〕5号）附件2：第15项\n附件3序号16：甲。",
        ["|守桥决定|桥发〔2031〕5号", "  附件2：第15项 = annex_entry", "  附件3序号16 = annex_entry: 甲。"],
    ),
    "numbered laws with places only": (
        "1.《古桥法》第二十条、第六十一条；2.《风铃条例》第三条第二款。",
        ["|古桥法|", "  第二十条 = 20", "  第六十一条 = 61", "|风铃条例|", "  第三条第二款 = 3.2"],
    ),
    "numbered laws with a rank in words, in one line": (
        "1、法律：《古桥法》第五条：甲。2、行政法规：《风铃条例》第六条：乙。",
        ["法律|古桥法|", "  第五条 = 5: 甲。", "行政法规|风铃条例|", "  第六条 = 6: 乙。"],
    ),
    "an article quoted by a sentence": (
        "《古桥法》第四十一条规定：“甲。”第四十二条规定：“乙。”",
        [BRIDGE, "  第四十一条 = 41: 规定：“甲。”", "  第四十二条 = 42: 规定：“乙。”"],
    ),
    "a sentence about a law": (
        "根据《古桥法》（主席令第3号）第四十一条第二款的规定，养护人应当守护。",
        ["|古桥法|主席令第3号", "  第四十一条第二款 = 41.2: 的规定，养护人应当守护。"],
    ),
    "依据 before the law": ("依据《古桥法》第五条：甲。", [BRIDGE, "  第五条 = 5: 甲。"]),
    "a sentence of the quoted text names a law": (
        "《古桥法》\n第一条　甲。\n根据《风铃条例》第四条规定，乙。",
        [BRIDGE, "  第一条 = 1: 甲。 / 根据《风铃条例》第四条规定，乙。"],
    ),
    "articles in one list, the unit said once": ("《古桥法》第五、六、9条", [BRIDGE, "  第五、六、9条 = 5, 6, 9"]),
    "a year is no part of a name without brackets": (
        "中华人民共和国古桥法（2018年修正）第五条 甲。\n中华人民共和国风铃法第六条乙。",
        [
            "|中华人民共和国古桥法|",
            "  第五条 = 5: 甲。",
            "|中华人民共和国风铃法|",
            "  第六条 = 6: 乙。",
        ],
    ),
    "a year before an order without its date": (
        "《古桥法》（2012年主席令第五十号）第五条：甲。",
        ["|古桥法|主席令第五十号", "  第五条 = 5: 甲。"],
    ),
    "a line set in is a paragraph, though the one above has no stop": (
        "《古桥法》\n第三条　建立巡查制度\n　　养护人应当守护。\n  桥户应当\n协助。",
        [BRIDGE, "  第三条 = 3: 建立巡查制度 / 养护人应当守护。 / 桥户应当\n协助。"],
    ),
    "a law in a sentence is none": (
        "《古桥法》\n第三条　违反《风铃条例》第五条规定的，甲。《石桥办法》第六条规定的除外。",
        [BRIDGE, "  第三条 = 3: 违反《风铃条例》第五条规定的，甲。《石桥办法》第六条规定的除外。"],
    ),
    "documents in a list are no laws": (
        "《古桥法》\n第三条：应当提交：\n（一）《守桥申请表》；\n（二）《营业执照》。",
        [BRIDGE, "  第三条 = 3: 应当提交： / （一）《守桥申请表》； / （二）《营业执照》。"],
    ),
    "a pinpoint at the start of a broken line is no label": (
        "《古桥法》\n第三条　养护人违反本法\n第五条规定的，处罚款。",
        [BRIDGE, "  第三条 = 3: 养护人违反本法\n第五条规定的，处罚款。"],
    ),
    "依据 opens a further law in one line, with a colon, a stop, a quotation or a blank": (
        "《古桥法》第二十一条：甲。依据《风铃条例》第十一条：乙。同时根据《石桥办法》第四条第二款 养护人应当登记。",
        [
            BRIDGE,
            "  第二十一条 = 21: 甲。",
            CHIME,
            "  第十一条 = 11: 乙。",
            "|石桥办法|",
            "  第四条第二款 = 4.2: 养护人应当登记。",
        ],
    ),
    "依据 opens a further law of which only the place is said": (
        "《古桥法》第二十一条：“甲。”依据《风铃条例》第十一条、第十二条。",
        [BRIDGE, "  第二十一条 = 21: “甲。”", CHIME, "  第十一条 = 11", "  第十二条 = 12"],
    ),
    "依据, a law with its number, and a sentence about it": (
        "《古桥法》第二十一条：甲。根据《风铃条例》（市令第6号）第十一条第二款，乙。",
        [BRIDGE, "  第二十一条 = 21: 甲。", "|风铃条例|市令第6号", "  第十一条第二款 = 11.2: 乙。"],
    ),
    "依据 in sentences of the quoted text opens none": (
        "《古桥法》第二十条：违反规定，依据《风铃条例》第十一条处罚。根据《风铃条例》第六条规定许可的除外。",
        [
            BRIDGE,
            "  第二十条 = 20: 违反规定，依据《风铃条例》第十一条处罚。根据《风铃条例》第六条规定许可的除外。",
        ],
    ),
    "nor does 依照 with several places, or with a blank and what is done": (
        "《古桥法》第二十条：甲。依照《石桥办法》第四条、第五条的规定处分。按照《石桥办法》第七条 予以登记。",
        [
            BRIDGE,
            "  第二十条 = 20: 甲。依照《石桥办法》第四条、第五条的规定处分。按照《石桥办法》第七条 予以登记。",
        ],
    ),
    "依据 right behind a label, or in brackets, is text": (
        "《古桥法》\n第二十条　依据《风铃条例》第五条：甲。\n第二十一条　乙（依据《风铃条例》第六条：丙）。",
        [
            BRIDGE,
            "  第二十条 = 20: 依据《风铃条例》第五条：甲。",
            "  第二十一条 = 21: 乙（依据《风铃条例》第六条：丙）。",
        ],
    ),
    "sentences about two laws in one line": (
        "依照《古桥法》第三条的规定，甲。同时依照《风铃办法》第五条的规定，乙。",
        [BRIDGE, "  第三条 = 3: 的规定，甲。", "|风铃办法|", "  第五条 = 5: 的规定，乙。"],
    ),
    "a sentence about a law without 根据": (
        "《古桥法》第十七条第二款规定“甲”。",
        [BRIDGE, "  第十七条第二款 = 17.2: 规定“甲”。"],
    ),
    "such a sentence with a comma; the title alone is no law of it": (
        "《古桥法》第十七条规定，甲。\n《风铃条例》规定的除外。",
        [BRIDGE, "  第十七条 = 17: 规定，甲。 / 《风铃条例》规定的除外。"],
    ),
    "the reason for a law is no basis": (
        "根据《古桥法》和《风铃条例》，甲。",
        ["no law", "  ~ = ~: 根据《古桥法》和《风铃条例》，甲。"],
    ),
    "a year in brackets before the law, year and number behind it": (
        "【2031】《石桥办法》【2031】15号 第三条：甲。",
        ["|石桥办法|【2031】15号", "  第三条 = 3: 甲。"],
    ),
    "year and number in round, square and corner brackets": (
        "《石桥办法》（2031）15号第三条：甲。\n《风铃办法》「2031」第6号\n第四条：乙。\n《古桥办法》云桥发[2031年]7号第五条：丙。",
        [
            "|石桥办法|（2031）15号",
            "  第三条 = 3: 甲。",
            "|风铃办法|「2031」第6号",
            "  第四条 = 4: 乙。",
            "|古桥办法|云桥发[2031年]7号",
            "  第五条 = 5: 丙。",
        ],
    ),
    "the number before the law": (
        "云桥发〔2031〕15号《石桥办法》第三条：甲。\n（市令第6号）《风铃条例》第四条：乙。市政府第7号令《古桥办法》第五条：丙。",
        [
            "|石桥办法|云桥发〔2031〕15号",
            "  第三条 = 3: 甲。",
            "|风铃条例|市令第6号",
            "  第四条 = 4: 乙。",
            "|古桥办法|市政府第7号令",
            "  第五条 = 5: 丙。",
        ],
    ),
    "a note in square brackets, or in none": (
        "《古桥法》[2031年修订]第三条：甲。\n《风铃条例》【市令第6号】第四条：乙。\n《石桥办法》2031年修订版第五条：丙。",
        [
            BRIDGE,
            "  第三条 = 3: 甲。",
            "|风铃条例|市令第6号",
            "  第四条 = 4: 乙。",
            "|石桥办法|",
            "  第五条 = 5: 丙。",
        ],
    ),
    "a number that ends in 令": (
        "《石桥办法》市政府第15号令第三条：甲。\n《风铃办法》（市政府第6号令）第四条：乙。",
        ["|石桥办法|市政府第15号令", "  第三条 = 3: 甲。", "|风铃办法|市政府第6号令", "  第四条 = 4: 乙。"],
    ),
    "a colon between law and label": (
        "《古桥法》：第五条 甲。第六条 乙。《风铃条例》：第八条 丙。",
        [BRIDGE, "  第五条 = 5: 甲。", "  第六条 = 6: 乙。", CHIME, "  第八条 = 8: 丙。"],
    ),
    "pipes between law, label and text": (
        "《古桥法》|第五条|甲。|《风铃条例》|第八条第一款|乙。",
        [BRIDGE, "  第五条 = 5: 甲。|", CHIME, "  第八条第一款 = 8.1: 乙。"],
    ),
    "项 in brackets without its name": (
        "《古桥法》第五条第1款(3)：甲。第六条（四）：乙。\n第七条（五）",
        [BRIDGE, "  第五条第1款(3) = 5.1(3): 甲。", "  第六条（四） = 6(4): 乙。", "  第七条（五） = 7(5)"],
    ),
    "（一） of a text is no part of the label": (
        "《古桥法》第二十条 （一）新建；（二）改建。",
        [BRIDGE, "  第二十条 = 20: （一）新建；（二）改建。"],
    ),
    "all levels in one cell": (
        "《古桥法》第五条第一款第（三）项：甲。第5条第2、3项：乙。第七条 第（二）项 丙。",
        [
            BRIDGE,
            "  第五条第一款第（三）项 = 5.1(3): 甲。",
            "  第5条第2、3项 = 5(2), 5(3): 乙。",
            "  第七条 第（二）项 = 7(2): 丙。",
        ],
    ),
    "places without any 第": (
        "《古桥法》7条2款、8条1项。\n《风铃条例》9条",
        [BRIDGE, "  7条2款 = 7.2", "  8条1项 = 8(1)", CHIME, "  9条 = 9"],
    ),
    "a full stop after a label is no text": ("《古桥法》第八条。甲。", [BRIDGE, "  第八条 = 8: 甲。"]),
    "ASCII full stops": (
        "《古桥法》第12条第3款:甲.第13条:处20.5元.第三人除外.",
        [BRIDGE, "  第12条第3款 = 12.3: 甲.", "  第13条 = 13: 处20.5元.第三人除外."],
    ),
    "a law behind a comma, where its label has a colon": (
        "《古桥法》第三条：甲，《风铃条例》第五条：乙、《石桥办法》第六条规定的除外。",
        [BRIDGE, "  第三条 = 3: 甲，", CHIME, "  第五条 = 5: 乙、《石桥办法》第六条规定的除外。"],
    ),
    "sections in brackets of a notice, on lines and in one": (
        "《守桥通知》（云桥发〔2031〕3号）\n（三）甲。\n（四）乙。（六）丙。",
        [
            "|守桥通知|云桥发〔2031〕3号",
            "  （三） = section: 甲。",
            "  （四） = section: 乙。",
            "  （六） = section: 丙。",
        ],
    ),
    "a section in brackets right behind the number, or a colon": (
        "《桥务局主要职责和人员编制规定》（云政办发〔2031〕12号）（三）甲。\n《守桥意见》：（五）乙。",
        [
            "|桥务局主要职责和人员编制规定|云政办发〔2031〕12号",
            "  （三） = section: 甲。",
            "|守桥意见|",
            "  （五） = section: 乙。",
        ],
    ),
    "（一） under a section or an article of a notice is its item": (
        "《守桥通知》（桥发〔2031〕3号）\n二、甲：\n（一）乙。\n（二）丙。\n《守铃意见》\n第三条　丁：\n（一）戊。",
        [
            "|守桥通知|桥发〔2031〕3号",
            "  二、 = section: 甲： / （一）乙。 / （二）丙。",
            "|守铃意见|",
            "  第三条 = 3: 丁： / （一）戊。",
        ],
    ),
    "（一） counted anew in a section is its item": (
        "《守桥通知》\n（三）甲：\n（一）乙。\n（四）丙。",
        ["|守桥通知|", "  （三） = section: 甲： / （一）乙。", "  （四） = section: 丙。"],
    ),
    "（一） directly under a law with articles is text": (
        "《古桥法》\n（一）甲；\n（二）乙。",
        [BRIDGE, "  ~ = ~: （一）甲； / （二）乙。"],
    ),
    "points of an opinion": (
        "《守桥意见》（桥发〔2031〕3号）第三点：甲。第（四）点：乙。",
        ["|守桥意见|桥发〔2031〕3号", "  第三点 = section: 甲。", "  第（四）点 = section: 乙。"],
    ),
    "entries of an annex with a title, of a table, of a catalogue, by serial": (
        "《守桥通知》（桥发〔2031〕8号）附件：《下放目录》第5项：甲。\n附表1第3项\n目录第12项：乙\n序号13：丙",
        [
            "|守桥通知|桥发〔2031〕8号",
            "  附件：《下放目录》第5项 = annex_entry: 甲。",
            "  附表1第3项 = annex_entry",
            "  目录第12项 = annex_entry: 乙",
            "  序号13 = annex_entry: 丙",
        ],
    ),
    "an annex without an entry": (
        "《守桥通知》（桥发〔2031〕8号）附件1：守护事项。",
        ["|守桥通知|桥发〔2031〕8号", "  附件1 = annex_entry: 守护事项。"],
    ),
    "an entry and its name in quotation marks": (
        "《守桥决定》（市令第412号）第12项“悬挂许可”。",
        ["|守桥决定|市令第412号", "  第12项 = annex_entry: “悬挂许可”。"],
    ),
    "missing openers in one line": (
        "古桥法》第二十一条：甲。风铃条例》（市令第6号）第五条：乙。",
        [BRIDGE, "  第二十一条 = 21: 甲。", "|风铃条例|市令第6号", "  第五条 = 5: 乙。"],
    ),
    "stray closers in one line": (
        "《古桥法》（主席令第3号）》第二十一条：甲。》第二十二条：乙。》《风铃条例》第五条：丙。",
        [
            "|古桥法|主席令第3号",
            "  第二十一条 = 21: 甲。》",
            "  第二十二条 = 22: 乙。》",
            CHIME,
            "  第五条 = 5: 丙。",
        ],
    ),
    "the issuer before the title, without a number": (
        "国务院《风铃条例》第五条：甲。\n市人大《古桥法》第六条",
        [CHIME, "  第五条 = 5: 甲。", BRIDGE, "  第六条 = 6"],
    ),
    "an organ in a sentence is no issuer": (
        "《古桥法》第三条：甲。国务院《风铃条例》另有规定的除外。市政府执行《石桥办法》第五条。",
        [BRIDGE, "  第三条 = 3: 甲。国务院《风铃条例》另有规定的除外。市政府执行《石桥办法》第五条。"],
    ),
    "ranks in other brackets": (
        "（法律）《古桥法》第三条：甲。\n{法规}《风铃条例》第五条：乙。\n<规章>《石桥办法》第六条：丙。",
        [
            "法律|古桥法|",
            "  第三条 = 3: 甲。",
            "法规|风铃条例|",
            "  第五条 = 5: 乙。",
            "规章|石桥办法|",
            "  第六条 = 6: 丙。",
        ],
    ),
    "ranks in words behind places": (
        "法律:《古桥法》第三条。法规:《风铃条例》第五条。",
        ["法律|古桥法|", "  第三条 = 3", "法规|风铃条例|", "  第五条 = 5"],
    ),
    "numbers with half a bracket, or with none": (
        "1)《古桥法》第三条：甲。2)《风铃条例》第五条：乙。\n3 《石桥办法》第六条：丙。",
        [BRIDGE, "  第三条 = 3: 甲。", CHIME, "  第五条 = 5: 乙。", "|石桥办法|", "  第六条 = 6: 丙。"],
    ),
    "I: a field for the place only": (
        "法律：《古桥法》\n条款号：第五条第二款\n条款内容：甲。\n依据名称：《风铃条例》 条款：第六条 内容：乙。",
        ["法律|古桥法|", "  第五条第二款 = 5.2: 甲。", CHIME, "  第六条 = 6: 乙。"],
    ),
    "places with chapters and with 款 in brackets": (
        "《古桥法》第三章第十八条、第二十条（二）款、第5条",
        [BRIDGE, "  第三章第十八条 = 18", "  第二十条（二）款 = 20.2", "  第5条 = 5"],
    ),
    "a blank between places and the next numbered law": (
        "（一）《古桥法》第三条 （二）《风铃条例》第九条、第五条 法律：《石桥办法》第六条",
        [BRIDGE, "  第三条 = 3", CHIME, "  第九条 = 9", "  第五条 = 5", "法律|石桥办法|", "  第六条 = 6"],
    ),
    "a label whose text begins with a title": (
        "《古桥法》第三条 《许可证》有效期三年。《风铃条例》第五条《登记证》应当公示。",
        [BRIDGE, "  第三条 = 3: 《许可证》有效期三年。", CHIME, "  第五条 = 5: 《登记证》应当公示。"],
    ),
    "依据： before each law of one line": (
        "依据：《古桥法》第三条：甲。依据：《风铃条例》（市令第6号）第五条：乙。",
        [BRIDGE, "  第三条 = 3: 甲。", "|风铃条例|市令第6号", "  第五条 = 5: 乙。"],
    ),
    "依据 before a law with a loose number": (
        "依据《古桥法》[2031]15号第三条：甲。",
        ["|古桥法|[2031]15号", "  第三条 = 3: 甲。"],
    ),
    "after 依据 and a colon the text may begin with 根据": (
        "依据《古桥法》第三条：根据《风铃条例》第五条规定，甲。\n第四条：依照《风铃条例》第六条执行。",
        [BRIDGE, "  第三条 = 3: 根据《风铃条例》第五条规定，甲。", "  第四条 = 4: 依照《风铃条例》第六条执行。"],
    ),
    "a further law ends its line, the next begins with a label": (
        "①《古桥法》第三条：甲。②《风铃条例》\n第五条：乙；\n（三）《石桥办法》\n第六条：丙。",
        [BRIDGE, "  第三条 = 3: 甲。", CHIME, "  第五条 = 5: 乙；", "|石桥办法|", "  第六条 = 6: 丙。"],
    ),
    "a sentence about each of two laws in one line, without 根据": (
        "《古桥法》第六条规定，甲。《风铃条例》第五条规定，乙。",
        [BRIDGE, "  第六条 = 6: 规定，甲。", CHIME, "  第五条 = 5: 规定，乙。"],
    ),
    "sentences about further articles of one law; what they quote and point at is no label": (
        "《古桥法》第六条规定，甲。第八条第二款规定，依照第九条规定处罚；第十条规定，违反第九条规定，丙。“丁。第十一条规定，戊。”",
        [
            BRIDGE,
            "  第六条 = 6: 规定，甲。",
            "  第八条第二款 = 8.2: 规定，依照第九条规定处罚；",
            "  第十条 = 10: 规定，违反第九条规定，丙。“丁。第十一条规定，戊。”",
        ],
    ),
    "a sentence about a further article, where the first is quoted, is part of it": (
        "《古桥法》第六条：甲。第八条规定，乙。\n《风铃条例》第五条规定：“丙。”\n第七条规定，丁。",
        [BRIDGE, "  第六条 = 6: 甲。第八条规定，乙。", CHIME, "  第五条 = 5: 规定：“丙。”", "  第七条 = 7: 规定，丁。"],
    ),
    "one sentence about two laws": (
        "根据《古桥法》第六条、《风铃条例》第五条的规定，甲。",
        [BRIDGE, "  第六条 = 6", CHIME, "  第五条 = 5: 的规定，甲。"],
    ),
    "依据 before each law, with places only and blanks between": (
        "依据《古桥法》第二十条第（三）项 依据《风铃条例》第5条第2、3项、第六条 依据《石桥办法》第七条",
        [
            BRIDGE,
            "  第二十条第（三）项 = 20(3)",
            CHIME,
            "  第5条第2、3项 = 5(2), 5(3)",
            "  第六条 = 6",
            "|石桥办法|",
            "  第七条 = 7",
        ],
    ),
    "after 依据 and a blank the text may begin with 依照": (
        "依据《古桥法》第三条 依照《风铃条例》第五条执行的，甲。\n第四条：乙。",
        [BRIDGE, "  第三条 = 3: 依照《风铃条例》第五条执行的，甲。", "  第四条 = 4: 乙。"],
    ),
    "a range with 到": ("《古桥法》第六条到第八条", [BRIDGE, "  第六条到第八条 = 6, 7, 8"]),
    "a label in brackets is no note": (
        "《古桥法》（第六条）；《风铃条例》（第五条第一款）",
        [BRIDGE, "  （第六条） = 6", CHIME, "  （第五条第一款） = 5.1"],
    ),
    "quotation marks around label and text": (
        "《古桥法》：“第六条 甲。第八条 乙。”\n《守桥方案》：“（七）丙。”",
        [BRIDGE, "  第六条 = 6: 甲。", "  第八条 = 8: 乙。”", "|守桥方案|", "  （七） = section: 丙。”"],
    ),
    "中 or 的 between law and label": (
        "《古桥法》中第六条：甲。\n《风铃条例》的第五条第一款：乙。\n《石桥办法》中第六条规定的除外。",
        [BRIDGE, "  第六条 = 6: 甲。", CHIME, "  第五条第一款 = 5.1: 乙。 / 《石桥办法》中第六条规定的除外。"],
    ),
    "a note that lacks its closer before a label, or its opener": (
        "《古桥法》（主席令第3号公布第六条：甲。\n《风铃条例》2031年4月24日修正）第五条：乙。",
        ["|古桥法|主席令第3号", "  第六条 = 6: 甲。", CHIME, "  第五条 = 5: 乙。"],
    ),
    "commas between law, note and label": (
        "《古桥法》，（主席令第3号），第六条，甲。\n《风铃条例》，市令第6号，第五条：乙。",
        ["|古桥法|主席令第3号", "  第六条 = 6: 甲。", "|风铃条例|市令第6号", "  第五条 = 5: 乙。"],
    ),
    "sections of a notice counted on in one line, right behind its title": (
        "《守桥通知》一、甲。二、乙。一、丙。",
        ["|守桥通知|", "  一、 = section: 甲。", "  二、 = section: 乙。一、丙。"],
    ),
    "places of a law without marks, and what follows them": (
        "中华人民共和国古桥法第六条、第七条；守护古桥。\n中华人民共和国风铃法：第五条 甲。",
        [
            "|中华人民共和国古桥法|",
            "  第六条 = 6",
            "  第七条 = 7: 守护古桥。",
            "|中华人民共和国风铃法|",
            "  第五条 = 5: 甲。",
        ],
    ),
    "laws that a text enumerates are its items": (
        "《古桥法》第六条：依照下列规定：（一）《风铃条例》第五条的规定；（二）《石桥办法》第六条的规定。",
        [BRIDGE, "  第六条 = 6: 依照下列规定：（一）《风铃条例》第五条的规定；（二）《石桥办法》第六条的规定。"],
    ),
    "traditional characters: laws and labels as printed, and what their text points at is no label": (
        "【法規】《古橋條例》（市令第2號）第三十二條第二項：違反本條例第六條，甲。《守橋決定》附件第288項：開橋。",
        [
            "法規|古橋條例|市令第2號",
            "  第三十二條第二項 = 32(2): 違反本條例第六條，甲。",
            "|守橋決定|",
            "  附件第288項 = annex_entry: 開橋。",
        ],
    ),
    "款 right behind a law, of which article nobody knows; no sentence about it": (
        "《古桥法》第三条 甲。《风铃办法》 第四款 乙。《石桥办法》第五条丙。《木桥办法》第二款规定的除外。",
        [
            BRIDGE,
            "  第三条 = 3: 甲。",
            "|风铃办法|",
            "  第四款 = ~: 乙。",
            "|石桥办法|",
            "  第五条 = 5: 丙。《木桥办法》第二款规定的除外。",
        ],
    ),
    "款 and 项 without an article behind a law, with a note, without a text, in a sentence": (
        "《石桥法》第二款规定，甲。\n《古桥法》（市令第3号）第一款乙。\n《风铃法》第四项 丙。\n《木桥法》第四款、五款",
        [
            "|石桥法|",
            "  第二款 = ~: 规定，甲。",
            "|古桥法|市令第3号",
            "  第一款 = ~: 乙。",
            "|风铃法|",
            "  第四项 = annex_entry: 丙。",
            "|木桥法|",
            "  第四款、五款 = ~",
        ],
    ),
    "a sentence about the next 款 of the article last told": (
        "《古桥法》第五条第一款规定，甲。第二款规定，乙。第三款规定的除外。",
        [BRIDGE, "  第五条第一款 = 5.1: 规定，甲。", "  第二款 = 5.2: 规定，乙。第三款规定的除外。"],
    ),
    "sections of a notice by their part; several before a colon are one label, as places are": (
        "《守桥决定》（桥发〔2031〕6号）第二部分第7、第11：甲。《巡桥意见》（桥发〔2031〕7号）第二部分第（五）、第三部分第（六）：乙。",
        [
            "|守桥决定|桥发〔2031〕6号",
            "  第二部分第7、第11 = section: 甲。",
            "|巡桥意见|桥发〔2031〕7号",
            "  第二部分第（五）、第三部分第（六） = section: 乙。",
        ],
    ),
    "M: what stands in a part: （五）, 第三段; and what is none": (
        "《守桥意见》第二部分（五）甲。\n《修桥意见》第三部分第三段：乙。\n《巡桥意见》二、（五）丙。三、（六）丁。\n依照第二部分第7号文件。",
        [
            "|守桥意见|",
            "  第二部分（五） = section: 甲。",
            "|修桥意见|",
            "  第三部分第三段 = section: 乙。",
            "|巡桥意见|",
            "  二、（五） = section: 丙。",
            "  三、（六） = section: 丁。 / 依照第二部分第7号文件。",
        ],
    ),
    "a stray closer behind the note is of the citation": (
        "《古桥法》（主席令第3号）》第六条：甲。《风铃办法（试行）》\n第五条：乙。",
        ["|古桥法|主席令第3号", "  第六条 = 6: 甲。", "|风铃办法（试行）|", "  第五条 = 5: 乙。"],
    ),
    "plus signs between the parts of a citation, commas between citations, the whole of a law first": (
        "《关于印发<守桥规定>的通知》+桥发〔2031〕6号+全文,《古桥法》(2031年)+第七、九条,《风铃办法》+2031年市令第6号+第四条",
        [
            "|关于印发<守桥规定>的通知|桥发〔2031〕6号",
            "  ~ = ~: 全文",
            BRIDGE,
            "  第七、九条 = 7, 9",
            "|风铃办法|市令第6号",
            "  第四条 = 4",
        ],
    ),
    "plus signs before note and text; a sum is none of them": (
        "《古桥法》+（2031年）+第七条+桥长3+2米，第五条+2米，《风铃条例》+第四条+甲",
        [BRIDGE, "  第七条 = 7: 桥长3+2米，第五条+2米，", CHIME, "  第四条 = 4: 甲"],
    ),
    "the whole of a law before another; on the net it stands in a sentence": (
        "1.《古桥法》全文  2.《风铃条例》相关规定、《石桥办法》第五条：甲。\n《木桥法》全文在网上，《守桥规定》除外。",
        [
            BRIDGE,
            "  ~ = ~: 全文",
            CHIME,
            "  ~ = ~: 相关规定",
            "|石桥办法|",
            "  第五条 = 5: 甲。 / 《木桥法》全文在网上，《守桥规定》除外。",
        ],
    ),
    "asterisks mask the beginning of a name; one is a bullet": (
        "***古桥法》(2031)第六条: **局。\n*《风铃条例》第五条：乙。\n1.**县石桥法第七条：丙。2.**市木桥法第八条：丁。",
        [
            "|***古桥法|",
            "  第六条 = 6: **局。",
            CHIME,
            "  第五条 = 5: 乙。",
            "|**县石桥法|",
            "  第七条 = 7: 丙。",
            "|**市木桥法|",
            "  第八条 = 8: 丁。",
        ],
    ),
    "several articles that one sentence tells; other words that tell": (
        "《古桥法》第六条、第七条第二款规定，甲。第九条规定了乙。第十条明确，丙。第十一条规定的除外。",
        [
            BRIDGE,
            "  第六条、第七条第二款 = 6, 7.2: 规定，甲。",
            "  第九条 = 9: 规定了乙。",
            "  第十条 = 10: 明确，丙。第十一条规定的除外。",
        ],
    ),
    "sections and entries before a comma and a further law; points of an article; a standard": (
        "《守桥通知》第二部分第（三）点,《巡桥决定》附件第3项,《修桥意见》第二条第（三）点：甲。\n《石桥规范》第5.1.3条石桥应当坚固。",
        [
            "|守桥通知|",
            "  第二部分第（三）点 = section",
            "|巡桥决定|",
            "  附件第3项 = annex_entry",
            "|修桥意见|",
            "  第二条第（三）点 = section: 甲。",
            "|石桥规范|",
            "  ~ = ~: 第5.1.3条石桥应当坚固。",
        ],
    ),
    "what a cell begins with is its law, whatever is said under it": (
        "《古桥法》桥户应当守桥。\n《风铃条例》第五条：乙。",
        [BRIDGE, "  ~ = ~: 桥户应当守桥。", CHIME, "  第五条 = 5: 乙。"],
    ),
    "the same with a number that is no label": ("《古桥法》4.2 甲。", [BRIDGE, "  ~ = ~: 4.2 甲。"]),
    "but a sentence about a law, and a paper that is none, are text": (
        "《古桥法》规定的情形除外。\n《守桥证》有效期三年。",
        ["no law", "  ~ = ~: 《古桥法》规定的情形除外。 / 《守桥证》有效期三年。"],
    ),
    "two issuers in a name": (
        "市桥务局、市财政局关于印发《风铃办法》的通知（桥发〔2031〕6号）第五条：甲。",
        ["|市桥务局、市财政局关于印发《风铃办法》的通知|桥发〔2031〕6号", "  第五条 = 5: 甲。"],
    ),
    "the whole of a law": (
        "《古桥法》全文\n《风铃条例》相关规定。",
        [BRIDGE, "  ~ = ~: 全文", CHIME, "  ~ = ~: 相关规定。"],
    ),
    "what an edition says in the title is of the name, behind it is not": (
        "《风铃条例（2031修订）》第五条：甲。\n《风铃条例》（2031修订）第六条：乙。",
        ["|风铃条例（2031修订）|", "  第五条 = 5: 甲。", CHIME, "  第六条 = 6: 乙。"],
    ),
}


@pytest.mark.parametrize(("cell", "expected"), CELLS.values(), ids=CELLS.keys())
def test_layout(cell: str, expected: list[str]) -> None:
    """Laws and labels as printed, in their order, each with its text."""
    assert _outline(cell) == expected


@pytest.mark.parametrize("cell", [cell for cell, _ in CELLS.values()], ids=CELLS.keys())
def test_layout_in_traditional_characters(cell: str) -> None:
    """As some sites serve a page: the same laws, labels and addresses, each in the characters that are printed."""
    printed = cell.translate(TRADITIONAL)
    assert _outline(printed) == [line.translate(TRADITIONAL) for line in _outline(cell)]


@pytest.mark.parametrize(("write", "name"), [(to_xlsx, "清单.xlsx"), (to_docx, "清单.docx")], ids=["Excel", "Word"])
def test_what_this_project_prints_of_a_cell_reads_back(write: Callable[[PowerList], bytes], name: str) -> None:
    """Laws, labels and texts, from the files made of a list with all the cells above."""
    rows = [(n, f"事项{n}", cell, "市桥务局") for n, (cell, _) in enumerate(CELLS.values(), 1)]
    source, _ = parse_source(workbook({"表": [("序号", "事项名称", "设定依据", "实施主体"), *rows]}), "清单.xlsx")
    again, _ = parse_source(write(source), name)
    for cell, first, second in zip(CELLS, _printed(source), _printed(again), strict=True):
        assert second == first, cell


def _printed(power_list: PowerList) -> list[list[tuple[str, list[tuple[str, str]]]]]:
    return [
        [
            (basis.citation, [(provision.label, provision.text) for provision in basis.provisions])
            for basis in item.basis
        ]
        for item in power_list.items
    ]


@pytest.mark.parametrize("piece", CELL_FLOODS)
def test_nothing_is_read_twice_or_out_of_order_in_a_flood(piece: str) -> None:
    """What a flood costs is measured by bench.floods."""
    cell = (piece * 4_000)[:4_000]
    ends = 0
    for basis in read_basis(cell, 0, len(cell)):
        spans = [
            *([basis.law.span] if basis.law else []),
            *(line for found in basis.provisions for line in found.lines),
        ]
        for start, end in spans:
            assert ends <= start < end <= len(cell)
            ends = end


def test_places_are_said_once() -> None:
    """A law with places and no text is one finding about the law, none about each label."""
    power_list = parsed(listed(row("《云溪市古桥守护条例》（市令第3号）第三条、第五条。", law="")))
    (provision, other) = power_list.items[0].provisions
    assert [provision.label, other.label] == ["第三条", "第五条"]
    assert [finding.items for finding in findings(power_list, "basis-without-text")] == [(1,)]
    assert findings(power_list, "label-without-text") == []


def test_an_annex_entry_has_a_kind_and_no_address() -> None:
    """It is no malformed 条, and its label is kept."""
    power_list = parsed(listed(row("《守桥决定》（云政令第412号）附件目录第183项：守桥许可。", law="")))
    (provision,) = power_list.items[0].provisions
    assert (provision.kind, provision.addresses, provision.label) == ("annex_entry", (), "附件目录第183项")
    assert findings(power_list, "label-malformed") == []


@pytest.mark.parametrize(
    ("caption", "title", "roles", "penalties"),
    [
        pytest.param("行政处罚", "对甲的处罚", ["competence", "duty", "penalty"], 1, id="a penalty: all roles"),
        pytest.param("行政许可", "守桥许可", ["competence", "other", "other"], 0, id="a licence has no duty to punish"),
        pytest.param("行政检查", "守桥检查", ["competence", "other", "other"], 0, id="nor has an inspection"),
        pytest.param("行政确认", "守桥人确认", ["competence", "other", "other"], 0, id="nor a confirmation"),
        pytest.param("其他权责事项", "守桥", ["competence", "duty", "penalty"], 1, id="the remainder may be anything"),
        pytest.param("行政检查", "对甲的处罚", ["competence", "duty", "penalty"], 1, id="its title is a penalty's"),
    ],
)
def test_roles_by_power(caption: str, title: str, roles: list[str], penalties: int) -> None:
    """Duty and penalty are roles in a penalty's basis; checks about penalties have nothing to look at elsewhere."""
    basis = (
        "第三条　市桥务局负责全市古桥的监督管理工作。\n"
        "第九条　养护人应当每月检查桥面。\n"
        "第二十一条　违反本条例第八条规定的，处二百元以下罚款。"
    )
    (item,) = parsed(listed(row(basis, title=title), caption=f"表一：{caption}（共1项）")).items
    assert [provision.role for provision in item.provisions] == roles
    assert len(item.penalties) == penalties
