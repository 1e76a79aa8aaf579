"""Proves that a slip in a title is found, with the words to show, and that grammar is no slip.

A slip drops, adds, changes or transposes a character or two inside a phrase that otherwise stands in the quoted text.
What turning a duty into a title asks for (未 for 应当, nothing for 不得, a 的 less) is silent, and so is a title that
is simply worded differently. The annex has three slips in its 24 titles; other sentences are made up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.parse import parse
from pipeline.wording import NearMiss, near_misses
from pipeline.words.titles import PHRASE_END
from tests.golden import ANNEX

# reason → (title, quoted text, its slips as title has them and as the text has them)
SLIPS: Final = {
    "two characters dropped (annex, item 3)": (
        "对古桥守护服务提供者未设立总管的处罚",
        "古桥守护信息服务提供者应当设立总管，总管对古桥守护负总责。",
        [("古桥守护服务提供者", "古桥守护信息服务提供者")],
    ),
    "a character changed (annex, item 17)": (
        "对桥户不按要求对古桥上禁止装卸或者移动的石狮，采取加固措施的处罚",
        "（一）不按要求对古桥上禁止拆卸或者移动的石狮，采取加固措施的；",
        [("装卸或者移动", "拆卸或者移动")],
    ),
    "two characters transposed (annex, item 24)": (
        "对违法违规侵占人个铺位的处罚",
        "桥户违反本条例规定，侵占个人铺位依法得到保护的权利的，给予警告。",
        [("侵占人个铺位", "侵占个人铺位")],
    ),
    "transposed, where the text has the first of them elsewhere": (
        "对违法侵占人个铺位的处罚",
        "侵占人应当退还铺位。侵占个人铺位依法得到保护的权利的，给予警告。",
        [("侵占人个铺位", "侵占个人铺位")],
    ),
    "transposed, where the wrong pair stands elsewhere by chance": (
        "对违法侵占人个铺位的处罚",
        "桥务局应当逐人个别通知。侵占个人铺位依法得到保护的权利的，给予警告。",
        [("侵占人个铺位", "侵占个人铺位")],
    ),
    "dropped, where what then stands together stands elsewhere by chance": (
        "对古桥守护服务提供者未设立总管的处罚",
        "看守护服装由桥务局发放。古桥守护信息服务提供者应当设立总管。",
        [("古桥守护服务提供者", "古桥守护信息服务提供者")],
    ),
    "two characters added": (
        "对在古桥栏杆上悬挂临时大型广告牌匾的处罚",
        "任何单位不得在古桥栏杆上悬挂大型广告牌匾。",
        [("在古桥栏杆上悬挂临时大型广告牌匾", "在古桥栏杆上悬挂大型广告牌匾")],
    ),
    "one character dropped": (
        "对未取得古桥集市经许可证件的处罚",
        "在古桥上经商的，应当取得古桥集市经营许可证件。",
        [("取得古桥集市经许可证件", "取得古桥集市经营许可证件")],
    ),
    "one character added": (
        "对未建立古桥日常常巡查登记制度的处罚",
        "养护人应当建立古桥日常巡查登记制度。",
        [("建立古桥日常常巡查登记制度", "建立古桥日常巡查登记制度")],
    ),
    "two characters changed": (
        "对未向古桥管理部门报送年度养护计划的处罚",
        "养护人应当每年向古桥管理部门提交年度养护计划。",
        [("向古桥管理部门报送年度养护计划", "向古桥管理部门提交年度养护计划")],
    ),
    "two slips in one title": (
        "对违法侵占人个铺位，在古桥栏杆上悬挂临时大型广告牌匾的处罚",
        "不得侵占个人铺位。不得在古桥栏杆上悬挂大型广告牌匾。",
        [
            ("侵占人个铺位", "侵占个人铺位"),
            ("在古桥栏杆上悬挂临时大型广告牌匾", "在古桥栏杆上悬挂大型广告牌匾"),
        ],
    ),
    "a wrong number": (
        "对未将古桥检测报告保存三年以上的处罚",
        "养护人应当将古桥检测报告保存五年以上。",
        [("将古桥检测报告保存三年以上", "将古桥检测报告保存五年以上")],
    ),
    "the last character of its phrase": (
        "对未每月检查并记录桥面裂逢的处罚",
        "养护人应当每月检查并记录桥面裂缝。",
        [("每月检查并记录桥面裂逢", "每月检查并记录桥面裂缝")],
    ),
    "one character before the phrase ends": (
        "对擅自在古桥上悬挂宣传条幅的处罚",
        "任何单位不得擅自在古桥上悬挂宣传横幅。",
        [("擅自在古桥上悬挂宣传条幅", "擅自在古桥上悬挂宣传横幅")],
    ),
    "one character behind its beginning": (
        "对灯户不履行夜问照明义务的处罚",
        "灯户应当履行下列夜间照明义务：",
        [("夜问照明义务", "夜间照明义务")],
    ),
    "one character behind its beginning dropped": (
        "对石狮保护单位未设立总管的处罚",
        "石狮养保护单位应当设立总管。",
        [("石狮保护单位", "石狮养保护单位")],
    ),
    "before a joint where title and text part": (
        "对集市业务运营者未建立巡查制度的处罚",
        "集市业务经营者应当建立巡查制度。",
        [("集市业务运营者", "集市业务经营者")],
    ),
    "two characters dropped, three before the phrase ends": (
        "对未取得桥下漂流许可证从事漂流的处罚",
        "未取得桥下漂流经营许可证擅自从事漂流的，予以警告。",
        [("未取得桥下漂流许可证", "未取得桥下漂流经营许可证")],
    ),
    "inside a word, which is shown whole": (
        "对未取得桥下漂游经营许可证从事漂流的处罚",
        "在桥下从事漂流的，应当取得桥下漂流经营许可证。",
        [("取得桥下漂游经营许可证", "取得桥下漂流经营许可证")],
    ),
    "transposed behind a mark": (
        "对冒用、用冒他人灯牌的处罚",
        "不得仿制、冒用他人灯牌。",
        [("用冒他人灯牌", "冒用他人灯牌")],
    ),
    "in a short member of a series": (
        "对拆卸、移功、遮挡石狮的处罚",
        "不得拆卸、移动、遮挡石狮。",
        [("移功", "移动")],
    ),
}


@pytest.mark.parametrize(("title", "text", "slips"), SLIPS.values(), ids=SLIPS.keys())
def test_slip(title: str, text: str, slips: list[tuple[str, str]]) -> None:
    """The phrase as the title has it, and as the quoted text has it."""
    assert near_misses(title, ["市桥务局负责古桥守护工作。", text]) == [NearMiss(*slip) for slip in slips]


# reason → (title, quoted text)
SILENT: Final = {
    "按 for 按照": ("对桥户未按规定报告桥面裂缝的处罚", "桥户未按照规定报告桥面裂缝的，给予警告。"),
    "实行 dropped": ("大型灯会活动安全许可", "对大型灯会活动实行安全许可制度。"),
    "许可 for 许可证": ("对未经许可在古桥上经营茶亭的处罚", "未取得许可证在古桥上经营茶亭的，给予警告。"),
    "one character that two words share by chance: 过标准, 超标": (
        "对超过标准排放桥面污水的处罚",
        "桥户超标排放桥面污水的，给予警告。",
    ),
    "的 dropped": ("对重要古桥养护人不履行守护义务的处罚", "重要古桥的养护人不履行守护义务的，给予警告。"),
    "未 for 应当": ("对养护人未每月检查桥面并记录裂缝的处罚", "养护人应当每月检查桥面并记录裂缝。"),
    "不 for 不得": ("对桥户不拆除古桥栏杆上石狮的处罚", "桥户不得拆除古桥栏杆上石狮。"),
    "nothing for 不得": ("对任何单位和个人拆除古桥栏杆上石狮的处罚", "任何单位和个人不得拆除古桥栏杆上石狮。"),
    "未按规定 for 应当": ("对养护人未按规定检查桥面并记录裂缝的处罚", "养护人应当检查桥面并记录裂缝。"),
    "未 for 应当, 经 kept": ("对在古桥上举办集市未经市桥务局批准的处罚", "在古桥上举办集市的，应当经市桥务局批准。"),
    "和 for 、": ("对拆除古桥栏杆和桥面石板的处罚", "不得拆除古桥栏杆、桥面石板。"),
    "或者 for 和": ("对拆除古桥栏杆或者桥面石板的处罚", "不得拆除古桥栏杆和桥面石板。"),
    "或 for 或者": ("对拆除古桥栏杆或桥面石板的处罚", "不得拆除古桥栏杆或者桥面石板。"),
    "及时 dropped": ("对养护人发现险情未向市桥务局报告的处罚", "养护人发现险情的，应当及时向市桥务局报告。"),
    "立即 dropped": ("对养护人发现险情未停止通行并设置路障的处罚", "养护人发现险情的，应当立即停止通行并设置路障。"),
    "依法 added": ("对养护人未依法取得古桥养护资质的处罚", "养护人应当取得古桥养护资质。"),
    "进行 added": ("对养护人未对古桥桥面进行检测评估的处罚", "养护人应当对古桥桥面检测评估。"),
    "等 dropped": ("对未采取加固修缮措施的处罚", "养护人应当采取加固、修缮等措施。"),
    "对 twice": ("对养护人对禁止移动的石狮未采取加固措施的处罚", "养护人对禁止移动的石狮，应当采取加固措施。"),
    "marks dropped": ("对养护人的检查业务和修缮业务未分开的处罚", "养护人的检查业务、修缮业务应当分开，不得混同。"),
    "the clauses in another order": ("对不记录裂缝、不检查桥面的处罚", "应当检查桥面，记录裂缝。"),
    "another wording": ("对损坏石狮行为的监督管理和处罚", "任何单位不得拆除古桥栏杆。"),
    "a literal title": ("对在古桥上悬挂重物的处罚", "任何单位不得在古桥上悬挂重物。"),
    "the title's wording stands elsewhere": (
        "对移动古桥两侧石狮底座石板的处罚",
        "移动古桥两岸石狮底座石板的，应当备案。不得拆卸古桥两侧石狮底座石板。",
    ),
    "another word in the same frame": ("对未向桥务局办理登记手续的处罚", "桥户向桥务局办理变更手续的，应当提交申请。"),
    "how a title ends is its own": ("对石狮竹篾的监督管理和处罚", "桥务局负责石狮竹筏的监督管理。"),
    "按照规定 for 按照…有关规定": (
        "对未按照规定设置原始登记簿、守护台账的处罚",
        "未按照桥务局有关规定设置原始登记簿、守护台账的，予以警告。",
    ),
    "the same words in another order": (
        "对守护成绩显著的单位和个人的奖励",
        "对在守护工作中作出显著成绩的单位和个人，予以奖励。",
    ),
    "two characters of another word, little around": (
        "对桥户不履行石狮尺寸信息登记的处罚",
        "桥户不提供石狮尺寸信息的，予以警告。",
    ),
    "one character of another word at a joint": ("对不履行古桥养护义务人的处罚", "不履行古桥养护义务的，予以警告。"),
    "均未 for 应当": ("对古桥工程施工单位均未设置投诉渠道的处罚", "古桥工程施工单位应当设置投诉渠道。"),
    "an empty title": ("", "任何单位不得拆除古桥栏杆。"),
    "an empty text": ("对在古桥上悬挂重物的处罚", ""),
    "a title over two lines": ("对任何单位\n\n拆除古桥栏杆上石狮的处罚", "任何单位不得拆除古桥栏杆上石狮。"),
}


@pytest.mark.parametrize(("title", "text"), SILENT.values(), ids=SILENT.keys())
def test_grammar_is_no_slip(title: str, text: str) -> None:
    """What a title changes for grammar's sake is not reported."""
    assert near_misses(title, [text]) == []


FRAME: Final = ("养护人在古桥桥面", "设置警示标志牌")


@pytest.mark.parametrize(
    "word",
    [
        "的",
        "了",
        "等",
        "其",
        "该",
        "及时",
        "立即",
        "依法",
        "按规定",
        "按照规定",
        "进行",
        "相关",
        "有关",
        "应当",
        "不得",
        "未",
        "必须",
    ],
)
def test_a_grammatical_word_may_come_and_go(word: str) -> None:
    """In a frame that stands literally, on either side."""
    with_word, without = word.join(FRAME), "".join(FRAME)
    assert near_misses(with_word, [without]) == []
    assert near_misses(without, [with_word]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("未", "应当"), ("不", "不得"), ("和", "、"), ("和", "或者"), ("或", "或者"), ("及", "和"), ("未", "必须")],
)
def test_a_grammatical_word_may_stand_for_another(one: str, other: str) -> None:
    """未 for 应当, 和 for 或者, in a frame that stands literally; either way round."""
    assert near_misses(one.join(FRAME), [other.join(FRAME)]) == []
    assert near_misses(other.join(FRAME), [one.join(FRAME)]) == []


@pytest.mark.parametrize("word", ["桥", "古桥", "每月", "夜间"])
def test_a_word_with_content_may_not(word: str) -> None:
    """The same frame is looked at: what is no grammar is a slip there."""
    assert len(near_misses(word.join(FRAME), ["".join(FRAME)])) == 1
    assert len(near_misses("".join(FRAME), [word.join(FRAME)])) == 1


def test_the_annex_has_three_slips() -> None:
    """Items 3, 17 and 24 by their words; the other 21 titles are silent."""
    slips = {
        item.number: near_misses(item.title or "", [provision.text for provision in item.provisions])
        for item in parse(ANNEX).items
    }
    assert {number: found for number, found in slips.items() if found} == {
        3: [NearMiss("互联网新闻服务提供者", "互联网新闻信息服务提供者")],
        17: [NearMiss("公布或者传输", "发布或者传输")],
        24: [NearMiss("侵害人个信息", "侵害个人信息")],
    }


# --- every place in a sentence --------------------------------------------------------------------------------------

SENTENCES: Final = (
    "养护人应当每月检查古桥桥面，记录裂缝长度和深度，并向市桥务局报送养护情况年度报告。",
    "任何单位和个人不得在古桥栏杆上悬挂大型广告牌匾，不得擅自移动古桥两侧石狮或者拆卸石板。",
    "灯户为游客提供夜间照明服务，应当与游客签订书面协议，明确双方权利义务，保存协议不少于六个月。",
)
REACH: Final = 4
"""So many characters of the same phrase have to stand, unchanged, on either side of a slip. Nearer a mark or an end of
the title a slip is not promised to be found: too little is left to tell a slip from another word."""
STRANGE: Final = "龘"


def _places(sentence: str, width: int) -> list[int]:
    """Where *width* characters have ``REACH`` characters of their phrase on either side."""
    return [
        place
        for place in range(REACH, len(sentence) - REACH - width + 1)
        if PHRASE_END.isdisjoint(sentence[place - REACH : place + width + REACH])
    ]


def _everywhere(width: int) -> list[object]:
    return [
        pytest.param(sentence, place, id=f"sentence {number}, at {place}")
        for number, sentence in enumerate(SENTENCES, 1)
        for place in _places(sentence, width)
    ]


@pytest.mark.parametrize(("sentence", "place"), _everywhere(1))
def test_a_changed_character_is_found(sentence: str, place: int) -> None:
    """One slip, with the character of the title and that of the text in the words to show."""
    title = sentence[:place] + STRANGE + sentence[place + 1 :]
    (slip,) = near_misses(title, [sentence])
    assert STRANGE in slip.title
    assert slip.law == slip.title.replace(STRANGE, sentence[place])


@pytest.mark.parametrize(("sentence", "place"), _everywhere(0))
def test_an_added_character_is_found(sentence: str, place: int) -> None:
    """The words to show differ by what was added."""
    title = sentence[:place] + STRANGE + sentence[place:]
    (slip,) = near_misses(title, [sentence])
    assert STRANGE in slip.title
    assert slip.law == slip.title.replace(STRANGE, "")


@pytest.mark.parametrize(("sentence", "place"), _everywhere(1))
def test_a_dropped_character_is_found_unless_grammar_drops_it(sentence: str, place: int) -> None:
    """古桥桥面 without one 桥 is a slip, 并向 without 并 is none."""
    title = sentence[:place] + sentence[place + 1 :]
    found = near_misses(title, [sentence])
    if sentence[place] in "应当得不在上为与和者或并向":
        assert len(found) <= 1
    else:
        (slip,) = found
        assert len(slip.law) == len(slip.title) + 1
        assert slip.law in sentence
        assert slip.title in title


@pytest.mark.parametrize(("sentence", "place"), _everywhere(2))
def test_transposed_characters_are_found(sentence: str, place: int) -> None:
    """人个 for 个人, everywhere; two equal characters cannot be transposed."""
    one, two = sentence[place], sentence[place + 1]
    title = sentence[:place] + two + one + sentence[place + 2 :]
    found = near_misses(title, [sentence])
    assert len(found) == (one != two)
    for slip in found:
        assert slip.title in title
        assert slip.law in sentence
        assert sorted(slip.title) == sorted(slip.law)


# --- a slip anywhere in the annex -----------------------------------------------------------------------------------

# kind → (the title with that slip at a place, per cent that has to be found at least). Of what is dropped one
# character in six is a 、, a 的 or another word that may come and go.
KINDS: Final[dict[str, tuple[Callable[[str, int], str], int]]] = {
    "dropped": (lambda title, at: title[:at] + title[at + 1 :], 80),
    "added": (lambda title, at: title[:at] + STRANGE + title[at:], 85),
    "changed": (lambda title, at: title[:at] + STRANGE + title[at + 1 :], 92),
    "transposed": (lambda title, at: title[:at] + title[at + 1] + title[at] + title[at + 2 :], 95),
}


@pytest.mark.parametrize(("slip", "share"), KINDS.values(), ids=KINDS.keys())
def test_most_slips_of_the_annex_would_be_found(slip: Callable[[str, int], str], share: int) -> None:
    """One slip at a time, in the middle of any five characters of a title that stand in the law it quotes."""
    found, planted = 0, 0
    for item in parse(ANNEX).items:
        title, texts = item.title or "", [provision.text for provision in item.provisions]
        own = set(near_misses(title, texts))
        for at in range(2, len(title) - 2):
            slipped = slip(title, at)
            if slipped != title and any(title[at - 2 : at + 3] in text for text in texts):
                planted += 1
                found += bool(set(near_misses(slipped, texts)) - own)
    assert planted > 500
    assert found * 100 >= share * planted


# --- what holds for any title ---------------------------------------------------------------------------------------

HAN: Final = st.text(alphabet="古桥守护石狮栏杆养人应当不得的和、，。对", max_size=40)


@given(text=HAN | st.sampled_from(SENTENCES), data=st.data(), wrapped=st.booleans())
@settings(max_examples=300, deadline=None)
def test_a_literal_title_has_no_slip(text: str, data: st.DataObject, wrapped: bool) -> None:
    """What stands in the text as it is cannot be a slip, by itself or as 对…的处罚."""
    left, right = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    title = f"对{text[left:right]}的处罚" if wrapped else text[left:right]
    assert near_misses(title, ["市桥务局负责守护。", text]) == []


@given(title=st.text(max_size=60) | HAN, texts=st.lists(st.text(max_size=60) | HAN, max_size=3))
@settings(max_examples=200, deadline=None)
def test_any_title_is_read(title: str, texts: list[str]) -> None:
    """Nothing is raised, and a slip shows two different wordings, the first of them the title's own."""
    bare = "".join(title.split())
    for slip in near_misses(title, texts):
        assert slip.title != slip.law
        assert slip.title in bare
        assert slip.law in "\n".join(texts)
