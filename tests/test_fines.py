"""Proves that a fine is read as the number it is, in every form it is printed in, and that nothing else is a fine.

The forms are those measured in liability articles (facts/penalties.md §3 and §4); every sentence is made up. What is
expected is written as in the golden file: ``unit min-max [of base] [per unit] [cap yuan]``, ``~`` where the text sets
no bound; "open" is a fine without an amount, "unreadable" one whose amount is none.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import find_sanctions
from pipeline.numerals import parse_amount, to_chinese
from pipeline.penalties import FoundSanction
from tests.golden import figures


def fines(text: str) -> list[FoundSanction]:
    """The fines of *text*; every span is the place of the words it is said to be of."""
    found = find_sanctions(text)
    for each in found:
        printed = {"who": each.who, "condition": each.condition}
        if each.fine:
            printed |= {"base": each.fine.base, "per": each.fine.per}
        for name, words in printed.items():
            assert (name in each.spans) == (words is not None)
            assert words is None or text[slice(*each.spans[name])] == words
        assert set(each.spans) <= {*printed, "amount", "cap"}
    return [each for each in found if each.kind == "fine"]


def said(text: str) -> list[str]:
    """The figures of the fines of *text*."""
    return [
        figures(each.fine) if each.fine else "unreadable" if "amount" in each.spans else "open" for each in fines(text)
    ]


AMOUNTS: Final[dict[str, tuple[str, list[str]]]] = {
    # ranges of money
    "万 on both ends": ("处一万元以上五万元以下罚款。", ["yuan 10000-50000"]),
    "元 on both ends": ("处二百元以上一千元以下罚款。", ["yuan 200-1000"]),
    "元, then 万": ("处五千元以上三万元以下罚款。", ["yuan 5000-30000"]),
    "的": ("处五千元以上三万元以下的罚款。", ["yuan 5000-30000"]),
    "处以": ("处以五千元以上三万元以下罚款。", ["yuan 5000-30000"]),
    "Arabic digits": ("处2000元以上10000元以下罚款。", ["yuan 2000-10000"]),
    "full-width digits": ("处２０００元以上１００００元以下罚款。", ["yuan 2000-10000"]),
    "thousands set off": ("处2,000元以上10,000元以下罚款。", ["yuan 2000-10000"]),
    "thousands set off, full width": ("处２，０００元以上１０，０００元以下罚款。", ["yuan 2000-10000"]),
    "digits with 千 and 万": ("处2千元以上2万元以下罚款。", ["yuan 2000-20000"]),
    "two scripts in one range": ("处五千元以上2万元以下罚款。", ["yuan 5000-20000"]),
    "numerals of a cheque": ("处人民币伍仟元以上贰万元以下罚款。", ["yuan 5000-20000"]),
    "decimals": ("处0.5万元以上1.5万元以下罚款。", ["yuan 5000-15000"]),
    "十万, 百万, 千万": ("处五十万元以上一千二百万元以下罚款。", ["yuan 500000-12000000"]),
    "亿": ("处五千万元以上一亿元以下罚款。", ["yuan 50000000-100000000"]),
    "spaces": ("处 5000 元以上 3 万元以下的罚款。", ["yuan 5000-30000"]),
    "人民币": ("处以人民币五千元以上三万元以下罚款。", ["yuan 5000-30000"]),
    "a mark between the ends": ("处五千元以上、三万元以下罚款。", ["yuan 5000-30000"]),
    "a comma between the ends": ("处五千元以上，三万元以下罚款。", ["yuan 5000-30000"]),
    "不满": ("处一万元以上不满五万元罚款。", ["yuan 10000-50000"]),
    "what is included is said": ("处二万元以上（含二万元）五万元以下（含五万元）罚款。", ["yuan 20000-50000"]),
    "what is included, in half-width brackets": ("可处以300元以下(含300元)罚款。", ["yuan ~-300"]),
    "what is included is said before 以上": (
        "处5000元（含5000元）以上3万元以下罚款。",
        ["yuan 5000-30000"],
    ),
    "what is included is said on both ends": (
        "处5000元（含5000元）以上3万元（含3万元）以下罚款。",
        ["yuan 5000-30000"],
    ),
    "what is included is said of an upper bound": ("处3万元（含3万元）以下罚款。", ["yuan ~-30000"]),
    "以内": ("处二千元以上二万元以内罚款。", ["yuan 2000-20000"]),
    "至": ("处五十元至一百元罚款。", ["yuan 50-100"]),
    "到": ("处五百元到一千元的罚款。", ["yuan 500-1000"]),
    "a dash": ("处以3000元—5000元罚款。", ["yuan 3000-5000"]),
    "a hyphen": ("处3万元-5万元罚款。", ["yuan 30000-50000"]),
    # what a range leaves out
    "元 on the left": ("处五百至一千元罚款。", ["yuan 500-1000"]),
    "a shared 万": ("处一至三万元罚款。", ["yuan 10000-30000"]),
    "a shared 万, in digits": ("处5至10万元罚款。", ["yuan 50000-100000"]),
    "a shared 万 of hundreds": ("处一百至五百万元罚款。", ["yuan 1000000-5000000"]),
    "万 that cannot be shared": ("处五千至一万元罚款。", ["yuan 5000-10000"]),
    "元 on the right": ("处二千元以上二万以下罚款。", ["yuan 2000-20000"]),
    "元 on the right, in digits": ("处5万元以上10万以下的罚款。", ["yuan 50000-100000"]),
    "以下": ("处一万元以上五万元罚款。", ["yuan 10000-50000"]),
    # one bound, or none
    "only an upper bound": ("处一万元以下罚款。", ["yuan ~-10000"]),
    "不超过": ("处不超过五千元的罚款。", ["yuan ~-5000"]),
    "最高不超过": ("处最高不超过五千元的罚款。", ["yuan ~-5000"]),
    "最高": ("处以最高十万元罚款。", ["yuan ~-100000"]),
    "最高, with 人民币": ("处以最高人民币十万元罚款。", ["yuan ~-100000"]),
    "最高 before the verb": ("最高处五万元罚款。", ["yuan ~-50000"]),
    "最高可以 before the verb": ("最高可以处五万元罚款。", ["yuan ~-50000"]),
    "最高 of a multiple": ("处违法所得最高五倍罚款。", ["times ~-5 of 违法所得"]),
    "only a lower bound": ("处以十万元以上罚款。", ["yuan 100000-~"]),
    "不低于": ("处不低于五千元的罚款。", ["yuan 5000-~"]),
    "a least sum beside a share": (
        "处违法经营额百分之五以上百分之十以下、最低不少于五千元的罚款。",
        ["percent 5-10 of 违法经营额"],
    ),
    "fixed": ("处二百元罚款。", ["yuan 200-200"]),
    "no amount": ("处以罚款。", ["open"]),
    "no amount, cumulative": ("给予警告，并处罚款。", ["open"]),
    "an amount at discretion": ("处以相应的罚款。", ["open"]),
    "no amount, after another sanction": ("给予警告、罚款。", ["open"]),
    "no amount, but a ceiling": ("可以处以罚款，但最高不超过三万元。", ["yuan ~-30000"]),
    "罚款金额，为": ("对个人的罚款金额，为人民币十万元以下。", ["yuan ~-100000"]),
    "a standard that is reckoned": (
        "按照受雇桥工每人100元以上500元以下的标准计算，处以罚款。",
        ["yuan 100-500 per 每人"],
    ),
    "standards after a colon": (
        "依照本条例处以罚款的，按下列标准执行:桥面每平方米二十元以上三十元以下；其他部分每平方米十元以下。",
        ["yuan 20-30 per 每平方米", "yuan ~-10 per 每平方米"],
    ),
    "a unit before the verb, with 的 in it": (
        "每出售一只没有编号的风铃，处五百元罚款。",
        ["yuan 500-500 per 每出售一只没有编号的风铃"],
    ),
    "人民币 after 元": ("处1万元人民币以上3万元以下罚款。", ["yuan 10000-30000"]),
    "must not be fined": ("对未满十四周岁的人不得处以罚款。", []),
    "不超过 before a base": ("处不超过违法所得三倍的罚款。", ["times ~-3 of 违法所得"]),
    "不超过 before a base, in percent": ("处不超过桥费百分之五的罚款。", ["percent ~-5 of 桥费"]),
    "不少于 before a base": ("处不少于货值金额五倍的罚款。", ["times 5-~ of 货值金额"]),
    # multiples and shares
    "a base that begins with 同": ("处同类风铃货值金额一倍以上三倍以下罚款。", ["times 1-3 of 同类风铃货值金额"]),
    "a base that begins with 该项": ("处该项工程价款一倍以上二倍以下的罚款。", ["times 1-2 of 该项工程价款"]),
    "multiple": ("处违法所得一倍以上十倍以下罚款。", ["times 1-10 of 违法所得"]),
    "multiple, elided": ("处绿化补偿标准三至五倍的罚款。", ["times 3-5 of 绿化补偿标准"]),
    "multiple, 到": ("处石狮重置价一到三倍的罚款。", ["times 1-3 of 石狮重置价"]),
    "multiple, both 倍": ("处所得赃款一倍至五倍的罚款。", ["times 1-5 of 所得赃款"]),
    "multiple, upper bound": ("处违法所得5倍以下的罚款。", ["times ~-5 of 违法所得"]),
    "multiple, fixed": ("处违法所得2倍罚款。", ["times 2-2 of 违法所得"]),
    "as much again": ("处违法所得等值的罚款。", ["times 1-1 of 违法所得"]),
    "from as much again": ("处货值金额等值以上三倍以下罚款。", ["times 1-3 of 货值金额"]),
    "percent": ("处工程合同价款百分之二以上百分之四以下罚款。", ["percent 2-4 of 工程合同价款"]),
    "percent sign": ("处该桥造价3%以上5%以下罚款。", ["percent 3-5 of 桥造价"]),
    "percent sign, full width": ("处桥造价3％以上5％以下罚款。", ["percent 3-5 of 桥造价"]),
    "percent, 至": ("处违法收入10%至20%的罚款。", ["percent 10-20 of 违法收入"]),
    "percent, both 百分之 and 至": ("处违法收入百分之十至百分之二十罚款。", ["percent 10-20 of 违法收入"]),
    "percent, elided": ("处违法收入百分之五至十的罚款。", ["percent 5-10 of 违法收入"]),
    "percent, upper bound": ("处被侵占款额百分之二十以下的罚款。", ["percent ~-20 of 被侵占款额"]),
    "percent, fixed": ("处上一年年收入百分之四十的罚款。", ["percent 40-40 of 上一年年收入"]),
    "per mille": ("处中标金额千分之五以上千分之十以下的罚款。", ["percent 0.5-1 of 中标金额"]),
    "per mille sign": ("处合同金额1‰以上5‰以下罚款。", ["percent 0.1-0.5 of 合同金额"]),
    "per ten thousand": ("处合同金额万分之五的罚款。", ["percent 0.05-0.05 of 合同金额"]),
    "a percentage with a point": ("处合同金额百分之零点五以上百分之一点五以下罚款。", ["percent 0.5-1.5 of 合同金额"]),
    "percent to multiple": ("处货值金额百分之五十以上五倍以下罚款。", ["times 0.5-5 of 货值金额"]),
    "percent sign to multiple": ("处货值金额30%以上一倍以下罚款。", ["times 0.3-1 of 货值金额"]),
    "percent to as much": ("处货值金额30％以上等值以下罚款。", ["times 0.3-1 of 货值金额"]),
    # base
    "a base with 、": (
        "处违法铸造、销售风铃货值金额一倍以上三倍以下罚款。",
        ["times 1-3 of 违法铸造、销售风铃货值金额"],
    ),
    "a base with a clause in it": (
        "处非法占用桥面期间该桥面应缴纳的使用费五倍以上十五倍以下的罚款。",
        ["times 5-15 of 非法占用桥面期间该桥面应缴纳的使用费"],
    ),
    "a base with brackets in it": (
        "并处违法铸造、销售风铃（包括已售出和未售出的风铃，下同）货值金额等值以上三倍以下的罚款。",
        ["times 1-3 of 违法铸造、销售风铃（包括已售出和未售出的风铃，下同）货值金额"],
    ),
    "处以上一年度": ("并处以上一年度销售额百分之一以上百分之十以下的罚款。", ["percent 1-10 of 上一年度销售额"]),
    "处上一年度": ("并处上一年度销售额百分之一以上百分之十以下的罚款。", ["percent 1-10 of 上一年度销售额"]),
    "a base that begins with 所": ("并处所盗风铃价值二倍以上五倍以下罚款。", ["times 2-5 of 所盗风铃价值"]),
    "其 and 的 are no part of it": ("处以其违法所得的一倍以上三倍以下罚款。", ["times 1-3 of 违法所得"]),
    "金额 stays": ("罚款额度为货值金额的1倍以上3倍以下。", ["times 1-3 of 货值金额"]),
    "a base that is a fine": (
        "对单位直接负责的主管人员处单位罚款数额百分之五以上百分之十以下的罚款。",
        ["percent 5-10 of 单位罚款数额"],
    ),
    "the base only in the clause before": ("没收违法所得，并处一倍以上三倍以下罚款。", ["times 1-3 of 违法所得"]),
    "no base at all": ("并处一倍以上三倍以下罚款。", ["times 1-3"]),
    # per
    "per square metre": ("处每平方米一百元以上五百元以下罚款。", ["yuan 100-500 per 每平方米"]),
    "per day and square metre": ("处每日每平方米十元以上三十元以下罚款。", ["yuan 10-30 per 每日每平方米"]),
    "per 处, which is no verb": ("处每处一千元罚款。", ["yuan 1000-1000 per 每处"]),
    "per head, with a numeral": ("处每拆一只五千元的罚款。", ["yuan 5000-5000 per 每拆一只"]),
    "per, before the verb": ("对每株古树处二百元以上五百元以下罚款。", ["yuan 200-500 per 每株古树"]),
    "per, before 并处": ("每株并处二百元罚款。", ["yuan 200-200 per 每株"]),
    "per, before 可以处": ("每平方米可以处二百元罚款。", ["yuan 200-200 per 每平方米"]),
    "per, before 应当处": ("对每株古树应当处二百元罚款。", ["yuan 200-200 per 每株古树"]),
    "per, before 可以并处以": ("每逾期一日可以并处以二百元罚款。", ["yuan 200-200 per 每逾期一日"]),
    "per, with a comma, before 应当处": ("每逾期一日，应当处二百元罚款。", ["yuan 200-200 per 每逾期一日"]),
    "per, before the authority": ("每株由市园林部门处二百元罚款。", ["yuan 200-200 per 每株"]),
    "per, with 可 in its name": ("每一项许可处二百元罚款。", ["yuan 200-200 per 每一项许可"]),
    "per, with 并 and 处 in its name": ("每合并一处处二百元罚款。", ["yuan 200-200 per 每合并一处"]),
    "per, with a comma": ("每逾期一日，处一千元罚款。", ["yuan 1000-1000 per 每逾期一日"]),
    "per, with an area before it": ("按占用桥面面积每平方米五百元以下处以罚款。", ["yuan ~-500 per 每平方米"]),
    "per, of a share": ("每延误一日，按应缴费用的千分之一处以罚款。", ["percent 0.1-0.1 of 应缴费用 per 每延误一日"]),
    "per, after the amount": ("处五十元每平方米的罚款。", ["yuan 50-50 per 每平方米"]),
    # ceiling
    "a ceiling after the fine": (
        "处违法所得一倍以上三倍以下罚款，但最高不超过三万元。",
        ["times 1-3 of 违法所得 cap 30000"],
    ),
    "a ceiling before 罚款": ("处违法所得三倍以下但最高不超过3万元的罚款。", ["times ~-3 of 违法所得 cap 30000"]),
    "a ceiling of a total": ("处每拆一只五千元，总额不超过五万元的罚款。", ["yuan 5000-5000 per 每拆一只 cap 50000"]),
    "a ceiling in brackets before 罚款": (
        "处桥亭租金三倍以下（最高不超过三万元）罚款。",
        ["times ~-3 of 桥亭租金 cap 30000"],
    ),
    "罚款总额": ("每株处五百元罚款，罚款总额不得超过五万元。", ["yuan 500-500 per 每株 cap 50000"]),
    "最高罚款": ("处违法所得三倍以下罚款，但是最高罚款不得超过三万元。", ["times ~-3 of 违法所得 cap 30000"]),
    # verbs and their order
    "罚款 first": ("罚款五十元至一百元。", ["yuan 50-100"]),
    "处罚款": ("处罚款五千元。", ["yuan 5000-5000"]),
    "罚款额为": ("罚款额为违法所得的一至三倍。", ["times 1-3 of 违法所得"]),
    "罚款金额按…计算": ("罚款金额按违法所得的二倍计算。", ["times 2-2 of 违法所得"]),
    "罚款, a colon": ("（一）罚款：五千元以上三万元以下；", ["yuan 5000-30000"]),
    "处罚款, a colon": ("处罚款：五千元以上三万元以下。", ["yuan 5000-30000"]),
    "罚款, a colon, a multiple": ("罚款：违法所得一倍以上三倍以下。", ["times 1-3 of 违法所得"]),
    "处以罚款，罚款额为": ("并处罚款，罚款额为每平方米100元以上1000元以下。", ["yuan 100-1000 per 每平方米"]),
    "按": ("按违法所得的一至三倍处以罚款。", ["times 1-3 of 违法所得"]),
    "按照 and 标准": ("按照每辆车五千元以上一万元以下的标准处以罚款。", ["yuan 5000-10000 per 每辆车"]),
    "计算": ("按照直接损失的百分之二十计算罚款。", ["percent 20-20 of 直接损失"]),
    "给予": ("给予五百元以上一千元以下罚款。", ["yuan 500-1000"]),
    "课以": ("课以一千元罚款。", ["yuan 1000-1000"]),
    "two 处 in a row": ("由桥务管理处处五百元罚款。", ["yuan 500-500"]),
    # several
    "alternatives": (
        "处违法所得一倍以上三倍以下或者一千元以上一万元以下罚款。",
        ["times 1-3 of 违法所得", "yuan 1000-10000"],
    ),
    "alternatives, the base in the second": (
        "处五千元以上二万元以下或者修复费三至五倍的罚款。",
        ["yuan 5000-20000", "times 3-5 of 修复费"],
    ),
    "in a list of sanctions": ("处警告、一千元以上一万元以下罚款。", ["yuan 1000-10000"]),
    "or another sanction": ("处警告或者二十元以上二百元以下罚款。", ["yuan 20-200"]),
    "detention or a fine": ("处五日以下拘留或者五百元以下罚款。", ["yuan ~-500"]),
    "two addressees": (
        "对个人处每平方米二元以下的罚款、对单位处每平方米五元以上十元以下的罚款。",
        ["yuan ~-2 per 每平方米", "yuan 5-10 per 每平方米"],
    ),
    "ranges that touch": (
        "处五万元以下罚款；情节严重的，处五万元以上五十万元以下罚款。",
        ["yuan ~-50000", "yuan 50000-500000"],
    ),
    "罚款 only in the last of two tiers": (
        "情节较轻的，处一千元以上五千元以下；情节较重的，处五千元以上一万元以下的罚款。",
        ["yuan 1000-5000", "yuan 5000-10000"],
    ),
    "罚款 only in the lead-in": (
        "按照下列标准处以罚款：\n（一）涂改记录的，处一千元；\n（二）拆除石栏的，每米五百元以下；\n（三）其他的，二百元。",
        ["yuan 1000-1000", "yuan ~-500 per 每米", "yuan 200-200"],
    ),
    "罚款 only in the lead-in, before a half-width colon": (
        "由市桥务局依照下列规定处以罚款:\n（一）造成一般损坏的，处三千元以上一万元以下的罚款；\n（二）造成坍塌的，处三十万元。",
        ["yuan 3000-10000", "yuan 300000-300000"],
    ),
    "by a standard, with 以": ("并以每人五百元以上二千元以下的标准处以罚款。", ["yuan 500-2000 per 每人"]),
    "罚款 only before 其中": (
        "逾期未改正的，处以罚款，其中对个人处五百元以下，对单位处五千元以上一万元以下。",
        ["yuan ~-500", "yuan 5000-10000"],
    ),
    # thresholds, courts, rules of procedure
    "a threshold": ("违法所得十万元以上的，并处违法所得一倍以上五倍以下罚款。", ["times 1-5 of 违法所得"]),
    "a threshold that is a range": ("货值金额一万元以上五万元以下的，给予警告。", []),
    "two thresholds": ("没有违法所得或者违法所得不足五十万元的，处十万元以下罚款。", ["yuan ~-100000"]),
    "a load": ("载重超过核定载重百分之三十的，处五百元罚款。", ["yuan 500-500"]),
    "trees planted again": ("责令补种盗伐株数一倍以上五倍以下的树木。", []),
    "a court's fine": ("处三年以下有期徒刑，并处二万元以上十万元以下罚金。", []),
    "detention": ("处十日以上十五日以下拘留。", []),
    "a rule of competence": ("罚款额在二千元以下的，可以由桥务所决定。", []),
    "who decides": ("其中警告、五百元以下的罚款可以由桥务所决定。", []),
    "on the spot": ("对公民处二百元以下罚款的，可以当场作出决定。", []),
    "a hearing": ("对公民处以一千元以上罚款、对法人处以三万元以上罚款的，应当告知听证的权利。", []),
    "a hearing, other sanctions between": (
        "作出对公民处1万元以上罚款、对法人处10万元以上罚款、没收风铃等行政处罚决定之前，应当告知听证的权利。",
        [],
    ),
    "who was fined": ("被处以五千元以上罚款的当事人有权要求听证。", []),
    "a surcharge": ("到期不缴纳的，每日按罚款数额的3%加处罚款。", []),
    "a surcharge that has an amount": ("按日加处罚款数额百分之三的罚款。", []),
    "a surcharge by the day": ("处五百元罚款，逾期每日加处百分之三的罚款。", ["yuan 500-500"]),
    "a subsidy": ("给予养护人五千元以上一万元以下的补助。", []),
    # what cannot be read
    "letters for digits": ("处lO000元以上30000元以下罚款。", ["unreadable"]),
    "letters for digits, once": ("处5000元以上3OOOO元以下罚款。", ["unreadable"]),
    "backwards": ("处五万元以上三万元以下罚款。", ["unreadable"]),
    "money to multiple": ("处一千元以上三倍以下罚款。", ["unreadable"]),
    "no unit": ("处五百以上一千以下罚款。", ["unreadable"]),
    "no number": ("处若干元罚款。", ["unreadable"]),
    "no numeral": ("处十十元罚款。", ["unreadable"]),
    "nothing": ("处〇元罚款。", ["unreadable"]),
    "blanks to fill in": ("处○○元罚款。", ["unreadable"]),
    "a bound that is not included": ("处5000元（不含5000元）以上3万元以下罚款。", ["unreadable"]),
    "a multiple without a number": ("罚款金额按违法所得的若干倍计算。", ["unreadable"]),
    "a colon, a sum that is not said": ("罚款：五千余元。", ["unreadable"]),
    "a ceiling in brackets that cannot be read": ("处桥亭租金三倍以下（最高不超过lO000元）罚款。", ["unreadable"]),
    "another currency": ("处五千美元以下罚款。", ["unreadable"]),
    "a ceiling that cannot be read": ("处五百元罚款，最高不超过lO000元。", ["unreadable"]),
}


@pytest.mark.parametrize(("text", "expected"), AMOUNTS.values(), ids=AMOUNTS.keys())
def test_amounts(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_numbers_are_whole_where_they_are_and_exact_where_not() -> None:
    """No 0.30000000000000004, and 1 is no 1.0."""
    (found,) = fines("处货值金额百分之三十以上一倍以下罚款。")
    assert found.fine is not None
    assert (repr(found.fine.min), repr(found.fine.max)) == ("0.3", "1")


def test_the_words_of_a_fine() -> None:
    """From its verb to 罚款, with a ceiling on either side; of alternatives each has its own."""
    text = "并处违法所得三倍以下或者一千元罚款，但最高不超过三万元；按货值金额的一至三倍处以罚款。"
    assert [each.text for each in fines(text)] == [
        "处违法所得三倍以下", "一千元罚款，但最高不超过三万元", "按货值金额的一至三倍处以罚款",
    ]  # fmt: skip
    ceiling = fines(text)[1]
    assert text[slice(*ceiling.spans["cap"])] == "三万元"
    assert text[slice(*ceiling.spans["amount"])] == "一千元"


# --- who, on what condition, must or may ----------------------------------------------------------------------------

Row = tuple[str | None, str | None, str]
"""Who, condition, and ``base`` or ``aggravated``."""

SCOPES: Final[dict[str, tuple[str, list[Row]]]] = {
    "the conduct is no condition": ("违反本条例规定，涂改记录的，处五百元罚款。", [(None, None, "base")]),
    "a graver case": (
        "涂改记录的，处五百元罚款；情节严重的，处一千元罚款。",
        [(None, None, "base"), (None, "情节严重", "aggravated")],
    ),
    "a condition of two": (
        "给予警告；情节严重或拒不改正的，处五百元罚款。",
        [(None, "情节严重或拒不改正", "aggravated")],
    ),
    "one that goes over a comma": (
        "逾期不改正，情节严重的，处五百元罚款。",
        [(None, "逾期不改正，情节严重", "aggravated")],
    ),
    "without 的": ("由市桥务局责令改正；逾期不改正，处五百元罚款。", [(None, "逾期不改正", "aggravated")]),
    "without a comma after it": (
        "处一百元罚款，情节较重的处五百元罚款。",
        [(None, None, "base"), (None, "情节较重", "aggravated")],
    ),
    "a lighter case": ("情节较轻的，处五百元罚款。", [(None, "情节较轻", "base")]),
    "harm done": ("造成桥面损坏等后果的，处五百元罚款。", [(None, "造成桥面损坏等后果", "aggravated")]),
    "harm not done": (
        "逾期不改正，未造成损坏的，处五百元罚款；尚未造成后果的，处二百元罚款。",
        [(None, "逾期不改正，未造成损坏", "aggravated"), (None, "尚未造成后果", "base")],
    ),
    "grave harm not done yet": (
        "尚未造成严重后果的，处五百元罚款。",
        [(None, "尚未造成严重后果", "base")],
    ),
    "grave harm not done": ("没有造成严重后果的，处五百元罚款。", [(None, "没有造成严重后果", "base")]),
    "of the harm not done nothing is counted": (
        "未造成桥面损坏或者其他严重后果的，处五百元罚款。",
        [(None, "未造成桥面损坏或者其他严重后果", "base")],
    ),
    "slight harm": ("造成轻微后果的，处五百元罚款。", [(None, "造成轻微后果", "base")]),
    "grave harm done": ("造成严重后果的，处五百元罚款。", [(None, "造成严重后果", "aggravated")]),
    "harm not done, but a refusal": (
        "未造成严重后果但拒不改正的，处五百元罚款。",
        [(None, "未造成严重后果但拒不改正", "aggravated")],
    ),
    "one harm not done, another done": (
        "未造成桥面坍塌但造成严重后果的，处五百元罚款。",
        [(None, "未造成桥面坍塌但造成严重后果", "aggravated")],
    ),
    "没有违法所得 inside a heavier tier": (
        "情节严重的，处违法所得一倍罚款，没有违法所得的，处五百元罚款。",
        [(None, "情节严重", "aggravated"), (None, "没有违法所得", "aggravated")],
    ),
    "没有违法所得 in a tier of its own": (
        "情节严重的，处违法所得一倍罚款；没有违法所得的，处五百元罚款。",
        [(None, "情节严重", "aggravated"), (None, "没有违法所得", "base")],
    ),
    "again and again": ("屡次违反的，处五百元罚款。", [(None, "屡次违反", "aggravated")]),
    "warned before": ("经警告后不改正的，处五百元罚款。", [(None, "经警告后不改正", "aggravated")]),
    "no gain": ("没收违法所得；没有违法所得的，处五百元罚款。", [(None, "没有违法所得", "base")]),
    "a threshold": ("违法所得十万元以上的，处五百元罚款。", [(None, "违法所得十万元以上", "base")]),
    "a new sentence": (
        "情节严重的，处五百元罚款。桥户涂改记录的，处二百元罚款。",
        [(None, "情节严重", "aggravated"), (None, None, "base")],
    ),
    "a new part": (
        "情节严重的，处五百元罚款；涂改记录的，处二百元罚款。",
        [(None, "情节严重", "aggravated"), (None, None, "base")],
    ),
    "a new line": (
        "情节严重的，处五百元罚款：\n（一）涂改记录的，处二百元罚款。",
        [(None, "情节严重", "aggravated"), (None, None, "base")],
    ),
    "the lead-in's condition holds for its items": (
        "拒不改正的，按照下列规定处罚：\n（一）对单位处五百元罚款；\n（二）对个人处二百元罚款。",
        [("单位", "拒不改正", "aggravated"), ("个人", "拒不改正", "aggravated")],
    ),
    "unit and persons": (
        "拒不改正的，处五百元罚款，对直接负责的主管人员和其他直接责任人员处二百元罚款。",
        [(None, "拒不改正", "aggravated"), ("直接负责的主管人员和其他直接责任人员", "拒不改正", "aggravated")],
    ),
    "a comma after them": (
        "对直接负责的主管人员和其他直接责任人员，可以处二百元罚款。",
        [("直接负责的主管人员和其他直接责任人员", None, "base")],
    ),
    "another sanction between": ("对直接责任人员给予警告，并处二百元罚款。", [("直接责任人员", None, "base")]),
    "persons after no gain": (
        "没有违法所得的，处五百元罚款，对直接责任人员处二百元罚款。",
        [(None, "没有违法所得", "base"), ("直接责任人员", None, "base")],
    ),
    "persons after a new part": (
        "情节严重的，处五百元罚款；对直接责任人员处二百元罚款。",
        [(None, "情节严重", "aggravated"), ("直接责任人员", None, "base")],
    ),
    "persons after a new sentence": (
        "情节严重的，处五百元罚款。对直接责任人员处二百元罚款。",
        [(None, "情节严重", "aggravated"), ("直接责任人员", None, "base")],
    ),
    "a pair of unit and individual": (
        "情节严重的，对单位处五百元罚款；对个人处二百元罚款。",
        [("单位", "情节严重", "aggravated"), ("个人", "情节严重", "aggravated")],
    ),
    "the condition names who": (
        "单位有前款行为的，处五百元罚款；个人有前款行为的，处二百元罚款。",
        [("单位", "单位有前款行为", "base"), ("个人", "个人有前款行为", "base")],
    ),
    "属于": (
        "属于单位的，处五百元罚款；属于个人的，处二百元罚款。",
        [("单位", "属于单位", "base"), ("个人", "属于个人", "base")],
    ),
    "对 of the conduct": ("对法律禁止悬挂的风铃未取下的，处五百元罚款。", [(None, None, "base")]),
    "one by one": (
        "对船舶所有人处五百元罚款，对船长处二百元罚款。",
        [("船舶所有人", None, "base"), ("船长", None, "base")],
    ),
    "对 of an act": ("对涂改行为处五百元罚款。", [(None, None, "base")]),
    "without 对": (
        "按照下列规定处罚：\n（一）个人处二百元罚款；\n（二）单位处五百元罚款。",
        [("个人", None, "base"), ("单位", None, "base")],
    ),
    "a person of the trade": (
        "对机动车驾驶人处二十元罚款，对船舶所有人处五百元罚款。",
        [("机动车驾驶人", None, "base"), ("船舶所有人", None, "base")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SCOPES.values(), ids=SCOPES.keys())
def test_who_and_when(text: str, expected: list[Row]) -> None:
    assert [(each.who, each.condition, each.tier) for each in fines(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("处五百元罚款。", (False, None), id="must"),
        pytest.param("可以处五百元罚款。", (True, None), id="可以"),
        pytest.param("可处五百元罚款。", (True, None), id="可"),
        pytest.param("给予警告，并处五百元罚款。", (False, "cumulative"), id="并处"),
        pytest.param("给予警告，可以并处五百元罚款。", (True, "cumulative"), id="可以并处"),
        pytest.param("给予警告，并可处以五百元罚款。", (True, "cumulative"), id="并可处以"),
        pytest.param("可以单处或者并处警告、五百元罚款。", (True, "either"), id="单处或者并处"),
        pytest.param("给予警告，可并处五百元罚款。", (True, "cumulative"), id="可并处"),
        pytest.param("可单处或者并处五百元罚款。", (True, "either"), id="可单处或者并处"),
        pytest.param("并处或者单处五百元罚款。", (False, "either"), id="并处或者单处"),
        pytest.param("单处五百元罚款。", (False, None), id="单处 alone leaves no choice"),
        pytest.param("单独处五百元罚款。", (False, None), id="单独处 alone leaves no choice"),
        pytest.param("收回占桥的许可并处五百元罚款。", (False, "cumulative"), id="可 of 许可"),
        pytest.param("可以单独或者合并处以五百元罚款。", (True, "either"), id="单独或者合并处"),
        pytest.param("可以给予警告，处五百元罚款。", (False, None), id="可以 reaches to the comma"),
        pytest.param("可以由市桥务局给予警告、处五百元罚款。", (True, None), id="可以 reaches over 、"),
        pytest.param("可以悬挂风铃而未悬挂的，处五百元罚款。", (False, None), id="可以 of the conduct"),
        pytest.param("并对直接责任人员处五百元罚款。", (False, None), id="并对…处 is not 并处"),
    ],
)
def test_must_or_may(text: str, expected: tuple[bool, str | None]) -> None:
    (found,) = fines(text)
    assert (found.optional, found.cumulation) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("情节严重的，可并吊销上桥证。", (True, "cumulative"), id="可并吊销"),
        pytest.param("单处警告。", (False, None), id="单处 alone is no choice"),
        pytest.param(
            "可以单处或者并处警告、五百元罚款。", (True, "either"), id="单处或者并处 goes for what comes first"
        ),
    ],
)
def test_must_or_may_of_other_sanctions(text: str, expected: tuple[bool, str | None]) -> None:
    first = find_sanctions(text)[0]
    assert (first.optional, first.cumulation) == expected


def test_what_is_found_cannot_be_changed() -> None:
    """It is kept for the next call: whoever wrote into it would change what others read."""
    text = "情节严重的，处五百元罚款；涂改记录的，给予警告。"
    for found in find_sanctions(text):
        with pytest.raises(TypeError):
            found.spans["who"] = (0, 0)  # type: ignore[index]
        with pytest.raises(AttributeError):
            found.kind = "civil"  # type: ignore[misc]


def test_liability_has_no_tier() -> None:
    """造成损失的，依法承担赔偿责任 is no heavier penalty."""
    found = find_sanctions("情节严重的，处五百元罚款；造成损失的，依法承担赔偿责任；构成犯罪的，依法追究刑事责任。")
    assert [(each.kind, each.condition, each.tier) for each in found] == [
        ("fine", "情节严重", "aggravated"), ("civil", "造成损失", "base"), ("criminal", "构成犯罪", "base"),
    ]  # fmt: skip


def test_every_sanction_has_its_circumstances() -> None:
    """Not only fines."""
    found = find_sanctions("情节严重的，可以暂扣许可证，并对负责人给予警告。")
    assert [(each.kind, each.who, each.tier, each.optional) for each in found] == [
        ("permit_suspension", None, "aggravated", True), ("warning", "负责人", "aggravated", False),
    ]  # fmt: skip


# --- what holds for any text ----------------------------------------------------------------------------------------


def _chinese(number: int) -> str:
    high, low = divmod(number, 10_000)
    return f"{to_chinese(high)}万" if high and not low else to_chinese(number)


def _digits(number: int) -> str:
    return str(number)


def _grouped(number: int) -> str:
    return f"{number:,}"


def _wide(number: int) -> str:
    return str(number).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})


def _in_myriads(number: int) -> str:
    return f"{number // 10_000}万" if number % 10_000 == 0 else str(number)


SCRIPTS: Final = st.sampled_from([_chinese, _digits, _grouped, _wide, _in_myriads])
SUMS: Final = st.integers(1, 99).map(lambda n: n * 100) | st.integers(1, 9999).map(lambda n: n * 10_000)
FRAMES: Final = st.sampled_from(
    [
        "涂改记录的，处{}罚款。", "由市桥务局给予警告，可以并处{}的罚款；情节严重的，吊销许可证。",
        "处以人民币{}罚款。", "责令改正，{}罚款。", "违法所得三千元以上的，处{}罚款", "罚款{}。",
        "（一）未登记的，处{}；",
    ]
)  # fmt: skip


@given(low=SUMS, high=SUMS, script=SCRIPTS, other=SCRIPTS, frame=FRAMES)
@settings(max_examples=300, deadline=None)
def test_a_printed_range_is_read_back(low: int, high: int, script: object, other: object, frame: str) -> None:
    """In any script, two in one range, in any sentence."""
    assert callable(script)
    assert callable(other)
    low, high = sorted((low, high))
    (found,) = fines(frame.format(f"{script(low)}元以上{other(high)}元以下"))
    assert found.fine is not None
    assert (found.fine.unit, found.fine.min, found.fine.max) == ("yuan", low, high)


@given(
    number=st.integers(1, 9999),
    factor=st.sampled_from(["倍", "%", "百分之", "千分之"]),
    base=st.sampled_from(["违法所得", "桥造价"]),
)
@settings(max_examples=100, deadline=None)
def test_a_printed_share_is_read_back(number: int, factor: str, base: str) -> None:
    printed = f"{factor}{to_chinese(number)}" if factor.endswith("之") else f"{number}{factor}"
    (found,) = fines(f"涂改记录的，处{base}{printed}以下罚款。")
    assert found.fine is not None
    assert found.fine.base == base
    value = Fraction(number, 10 if factor == "千分之" else 1)
    assert found.fine.max == (value.numerator if value.denominator == 1 else float(value))


PIECES: Final = (
    "处", "以", "并处", "可以", "罚款", "的", "一", "五千", "lO", "10", ",", "元", "万", "倍",
    "百分之", "%", "以上", "以下", "至", "每平方米", "每", "违法所得", "等值", "不超过", "，", "、", "；", "。",
    "：", "（一）", "对单位", "对", "情节严重", "没收", "警告", "拒不改正", "吊销许可证", "或者", "《", "》", "“", "”",
    "依照", "处罚", "\n", " ",
)  # fmt: skip


@given(text=st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read(text: str) -> None:
    """Nothing is raised; words and places agree; sanctions are apart from each other; no range runs backwards."""
    fines(text)
    found = find_sanctions(text)
    assert all(each.text == text[slice(*each.span)] for each in found)
    assert all(before.span[1] <= after.span[0] for before, after in pairwise(found))
    for each in found:
        assert each.tier == "base" or each.condition
        if each.fine is not None:
            bounds = [value for value in (each.fine.min, each.fine.max) if value is not None]
            assert bounds
            assert bounds == sorted(bounds)
            assert bounds[0] > 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10,000", 10_000), ("1,0000", None), ("１０，０００", 10_000), ("1.5万", 15_000), ("2千", 2000),
        ("1万5千", 15_000), ("5千1万", None), ("3百万", 3_000_000), ("二亿", 200_000_000), ("一亿五千万", 150_000_000),
        ("亿", None), ("零点五", Fraction(1, 2)), ("三点十", None), ("点五", None), ("5 万", 50_000), ("lO00", None),
        ("1.", None), ("", None),
        ("十十", None), ("1" * 19, None),
    ],
)  # fmt: skip
def test_parse_amount(text: str, value: Fraction | int | None) -> None:
    assert parse_amount(text) == value
