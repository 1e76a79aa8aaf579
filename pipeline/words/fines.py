"""Words of fines: sums and shares, what stands before and after them, ceilings.

Knows the grammar measured in facts/penalties.md §3. Does nothing. Plain ``re``: half the time of ``regex`` here.
"""

from __future__ import annotations

from typing import Final

from pipeline.patterns import lazy_re

_DIGIT: Final = "0-9０-９"
_NUMERAL: Final = f"{_DIGIT}〇零○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
_SPACE: Final = "[ \u3000]{0,2}"
_TO: Final = "[至到―—–~～－-]{1,2}"

# 五千 · 10,000 · 1.5 · 零点五 · 5 万 · lO000 (letters for digits: seen, not read)
NUMBER: Final = (
    rf"(?>(?:[{_NUMERAL}lIOo]|(?<=[{_DIGIT}])[,，.．](?=[{_DIGIT}])|点(?=[〇零一二三四五六七八九])){{1,24}})"
    r"(?:[ \u3000]{1,2}[百千万亿]{1,2})?"
)
# 元 · 倍 · % · ‰ · 美元 (seen, not read)
_UNIT: Final = "元|倍|[%％‰]|[美港欧日]元"


def _quantity(index: int) -> str:
    """五千元 · 人民币5万元 · 三倍 · 百分之五 · 5％ · 等值."""
    return (
        rf"(?:(?:人民币{_SPACE})?(?P<part{index}>[百千万]分之{_SPACE})?(?P<number{index}>{NUMBER})"
        rf"(?:{_SPACE}(?P<unit{index}>{_UNIT})(?:人民币)?)?|(?P<same{index}>等值|等额))"
    )


# An amount, whatever it is of; the looks around it keep the many numerals of 第二十二条 out.
AMOUNT: Final = lazy_re(
    rf"(?<![{_NUMERAL}lIOo第之])(?=[人百千万等]|{NUMBER}{_SPACE}(?:[元倍%％‰以至到―—–~～－-]|[美港欧日]元))"
    + _quantity(1)
    # (5000元)（含5000元）(以上)
    + rf"(?:(?:{_SPACE}[（(](?P<within>[^（）()\n，。；]{{1,12}})[）)](?={_SPACE}以[上下内]))?"
    # 五千元以上三万元以下 · 二万元以上、五万元以下 · 1万元以上不满5万元 · 五千元以上三万元
    + rf"(?:{_SPACE}以上{_SPACE}(?:[（(][^（）()\n]{{0,12}}[）)])?[、，,]?(?:至|到|不满|不足|不超过)?{_SPACE}{_quantity(2)}(?:(?:{_SPACE}[（(]含[^（）()\n]{{0,12}}[）)])?{_SPACE}(?:以下|以内)|(?<=[元倍%％‰值额])|(?=的?罚款))"
    # 一至三倍 · 5％—10％ · 五十元至一百元以下
    + rf"|{_SPACE}{_TO}{_SPACE}{_quantity(3)}(?:{_SPACE}(?:以下|以内))?"
    # 一万元以下 · 一万元以上
    + rf"|{_SPACE}(?P<bound>以下|以内|以上))?)"
)

# 罚款数额… · …罚款决定 · 处二百元以下罚款的，可以当场…: no fine is imposed here.
# 五百元以下的罚款可以由派出所决定: a rule of competence
# 对公民处一千元以上罚款、对法人处三万元以上罚款的，应当告知… · …罚款、没收货物等行政处罚决定之前，应当告知…
NO_FINE: Final = (
    r"(?!数额|决定|缴纳|(?:可以?)?由[^，。；\n]{1,24}决定|等(?:行政)?处罚|(?:[、或][^，。；：\n]{1,40}罚款)?的(?:[，,]|当事人)"
    r"|(?:[、或][^，。；：\n]{1,80})?[的等](?:行政)?处罚决定)"
)

# 但最高不超过三万元 · ，罚款总额不得超过五万元 · 最高限额为十万元
_CEILING: Final = (
    r"[，,、（(]?(?:但是?|且|并且|并)?[，,]?(?:其?罚款|总额|总数|总计|合计|累计|数额|金额|最高|最多|限|额|的){0,5}"
    rf"(?:不得?超过|(?<=额)为|(?<=最高)为){_SPACE}(?:人民币)?"
)

# What follows an amount that is a fine, up to and with 罚款, and a ceiling on either side of it.
# （最高不超过三万元）罚款 · 以下罚款 · 的罚款 · 标准罚款 · 处以罚款 (按…的三倍处以罚款) · ，总额不超过五万元的罚款 · 罚款，但最高不超过三万元 · 每平方米的罚款
FINED: Final = lazy_re(
    rf"{_SPACE}(?:(?=[（(]){_CEILING}(?P<bracket>{NUMBER}){_SPACE}(?P<bracket_unit>元)[）)]|[（(][^（）()\n]{{0,20}}[）)])?(?P<per>(?:每|[/／])[^，。；：、\n的罚每]{{1,8}})?(?:的|[，,](?=但|且|总|最|罚款总|累))?"
    rf"(?:标准|幅度|数额|金额|比例)?(?:(?:计算|计)，?)?(?:{_CEILING}(?P<inner>{NUMBER}){_SPACE}(?P<inner_unit>元)(?:以下)?的?)?"
    rf"(?:(?:对[^，。；：\n罚]{{1,40}}?)?(?:予以|给予|可以|可|并?处以?|课以|科以|进行))?的?{_SPACE}(?:行政)?罚款{NO_FINE}"
    rf"(?:处罚)?(?:{_CEILING}(?P<cap>{NUMBER}){_SPACE}(?P<cap_unit>元)(?!以[上下]?的))?"
)
# 按照下列标准处以罚款：
LEAD_IN: Final = lazy_re("罚款[：:]")
# 处以罚款的，按下列标准执行：桥面每平方米…；栏杆每米…
STANDARDS: Final = lazy_re("罚款的?，?按照?(?:下列|以下|如下)标准[^，。；：\n]{0,6}[：:]")
# What follows an amount that is governed by 处 and whose 罚款 is printed elsewhere or left out: （一）…的，处一千元；
# 罚款金额按违法所得的二倍计算
ENDED: Final = lazy_re(
    rf"{_SPACE}(?:[（(][^（）()\n]{{0,20}}[）)])?(?:(?:计算|确定)(?=$|[，,；;。、\n]))?(?:$|[，,；;。、\n]|或|和|及|并|但|且)"
)
# 罚款五千元，总额不超过三万元
CEILING: Final = lazy_re(rf"{_CEILING}(?P<cap>{NUMBER}){_SPACE}(?P<cap_unit>元)(?!以[上下]?的)")

# The verb that governs an amount: 处 · 处以 · 并处 · 处以罚款; not 处理, 办事处, 每处 (a unit), 判处 (a court's)
# 罚款五百元 · 处罚款五千元 · 罚款额为违法所得的一至三倍
NO_VERB: Final = tuple("每惩查判此何到好坏用各加")
VERB: Final = lazy_re(
    rf"(?<![{''.join(NO_VERB)}])(?<!不得)(?<!不予)(?<!免予)处(?!罚(?!款)|理|分(?!店|公司)|置|于|级|室|长|境)以?(?:罚款)?"
    r"|罚款(?:(?:数额|金额|额度?|标准|幅度)(?:为|是|按照?)|为|是|按照?)?(?!数额|金额|额)"
)
# 罚款金额，为人民币十万元以下
VERB_COMMA: Final = lazy_re("罚款(?:数额|金额|额度?|标准|幅度)，$")
# 罚款：五千元以上三万元以下
VERB_COLON: Final = lazy_re("罚款(?:数额|金额|额度?|标准|幅度)?[：:]$")
# 罚款：违法所得(二倍)
SHARE: Final = lazy_re("等[值额]|[^元，。；]{0,12}(?:倍|[%％‰]|分之)")
# 按日加处罚款数额百分之三的罚款 · 每日加处百分之三: what is added to a fine that is not paid is no fine
ADDED: Final = lazy_re("(?<![参增])加处")
# 按违法所得的三倍处以罚款
BY: Final = lazy_re(r"按照?|依照?|给予|予以|课以|科以")
# (处以罚款，)罚款额为违法所得的一至三倍: one fine, said twice
SAID: Final = lazy_re("处以?罚款，$")
# 处以罚款 · 给予罚款 · 可以罚款: no amount is printed
OPEN: Final = lazy_re(r"(?:(?<!加)(?<!不得)(?<!不予)(?<!免予)处以?|给予|予以|课以|科以|可以?|并)$")
# 警告、(罚款) · 警告或者(罚款)
OPEN_LISTED: Final = lazy_re(r"(?:、|或者?|和|以及|及|并)")
# 处以(相应)罚款 · 处lO000元以下(罚款): between the verb and 罚款; with a number in it, an amount that cannot be read
SOME_NUMBER: Final = lazy_re(rf"[元{_DIGIT}]|[〇零一二三四五六七八九十百千万][^个种次定般]{{0,3}}以[上下]|[lIOo]")
# 罚款金额按违法所得的若干倍计算 · 罚款：五千余元: after 罚款, an amount that cannot be read
UNREAD_AFTER: Final = lazy_re(
    rf"(?:金额|额度?|标准|幅度)?(?:为|是|按照?|[：:])[^，。；：、\n{_NUMERAL}]{{0,16}}?"
    rf"(?P<amount>(?:若干|数|几|[{_NUMERAL}lIOo])[^，。；：、\n]{{0,6}}?[元倍](?:以[上下内])?)(?:计算|确定)?(?=$|[，,；;。\n])"
)
# 最高不超过五千元的罚款 · 最高十万元罚款: only an upper bound
AT_MOST: Final = lazy_re(
    r"(?:(?:最高)?(?:不得?超过|不高于|不满|不足|不得高于)|最高可?[达为]?)" + _SPACE + "(?:人民币)?$"
)
# 最高(处五万元罚款) · 最高可以并(处)
AT_MOST_BEFORE: Final = lazy_re("(?:最高|最多)(?:可以?)?并?$")
# 处不低于五千元的罚款; after another amount, 、最低不少于五千元, no fine of its own
AT_LEAST: Final = lazy_re(r"(?:最低|不少于|不低于|不得少于|不得低于)" + _SPACE + "$")
# 每平方米 · 每日每平方米 · 每非法介绍一人; before its verb: 每逾期一日处…, 对每株树木处…
PER: Final = lazy_re(r"每[^，。；：、\n]{1,30}$")
# What may stand between a unit and its verb and is no part of the unit: 每株(并)处 · 每平方米(可以)处 · 每株(由林业部门)处;
# not the ends of 每项许可, 每次供应, 每经由一站
_BEFORE_VERB: Final = (
    r"(?:(?<![许认])可以?|(?<![供反响适效对])应当?|必?须|并|分别|同时|另|依法|最[高多]"
    r"|(?<!经)由[^，。；：、\n]{1,14}(?:部门|机关|机构|局))*$"
)
# 每逾期一日处… · 对每株树木处… · 每超载一人，处… · 每出售一只无证的风铃，处…: the unit before the verb
PER_BEFORE: Final = lazy_re(
    rf"每[^，。；：、\n的]{{1,16}}?(?={_BEFORE_VERB})"
    rf"|每[^，。；：、\n的]{{0,10}}[一1][^，。；：、\n]{{0,24}}(?<!的)(?=，{_BEFORE_VERB})"
)

# 不超过(违法所得三倍) · 不少于(货值金额五倍): a bound that is said before the base
BASE_AT_MOST: Final = lazy_re(r"(?:最高|最多)?(?:不得?超过|不得?高于|不大于|至多)")
BASE_AT_LEAST: Final = lazy_re(r"(?:最低|最少)?(?:不得?少于|不得?低于|不小于|至少)")
# What is no part of a base: 处以(其)违法所得(的)一倍 · 或者(修复费)三至五倍 · 处(该)建筑重置价(的)
BASE_HEAD: Final = lazy_re(r"(?:[、，,  \u3000]|或者?|以及|和|及|并|以|其|该(?![项种类个批])|与|相当于|不低于|按照?)+")
BASE_TAIL: Final = lazy_re(r"(?:的|[  \u3000]|最高|不超过|不得超过)+$")
# The base of a factor that prints none: 没收违法所得，并处一倍以上三倍以下罚款
BASE_BEFORE: Final = lazy_re(r"违法所得|非法所得|违法收入|非法收入|违法经营额|货值金额")
# 五千元以上三万元以下罚款 with nothing after it that could be a ceiling: the commonest form
PLAIN: Final = lazy_re(
    rf"(?P<amount>[{_NUMERAL}]{{1,12}}+元以上[{_NUMERAL}]{{1,12}}+元以下)的?罚款(?=[；。]|，(?![但且并最总罚其累合]))"
)
# What an amount is made of up to its first sign: the way back from 元 to the beginning of 人民币五千至一万
NUMBER_PARTS: Final = frozenset(
    "0123456789０１２３４５６７８９〇零○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟点,，.．lIOo \u3000至到以上、―—–~～－-人民币分之等"
)
# Where an amount may be
SIGN: Final = lazy_re(r"[元倍%％‰]|分之|等[值额]")
