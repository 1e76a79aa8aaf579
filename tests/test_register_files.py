"""Proves that a law file is read as written, that one which cannot be right is refused with its place, and that the
shipped files, the schema and the page for clerks agree."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Final

import jsonschema
import pytest
import regex

from pipeline.address import Address, from_compact
from pipeline.errors import SourceUnreadable
from pipeline.register import law_schema, read_law, read_register
from pipeline.register.counts import provisions
from pipeline.register.files import MAX_BYTES
from pipeline.register.names import law_key
from tests.golden import LAWS, ROOT

PAGE: Final = (ROOT / "docs" / "laws.md").read_text(encoding="utf-8")
WRONG_LINE: Final = '{ from = "21", to = "21", change = "renumbered_example" }'
RIGHT_LINE: Final = '{ from = "21", to = "21", change = "same", refs = { "9.2" = "10.2" } }'
EXAMPLE: Final = regex.search(r"```toml\n(.*?)```", PAGE, regex.DOTALL)[1].replace(WRONG_LINE, RIGHT_LINE)  # type: ignore[index]
REPEALED: Final = regex.search(r"```\n(\[repealed\].*?)```", PAGE, regex.DOTALL)[1]  # type: ignore[index]


# --- the page for clerks --------------------------------------------------------------------------------------------


def test_the_example_on_the_page_is_a_law_file() -> None:
    law = read_law(EXAMPLE, "古桥.toml")
    assert [version.date for version in law.version] == [date(2031, 3, 2), date(2035, 11, 20)]
    assert law.version[0].paragraphs == {Address(9): 2}
    move = law.transition[0].moves[2]
    assert (move.old, move.new, move.change) == (Address(20), (Address(20),), "changed")
    assert move.refs == {Address(9, None, 1): Address(10, None, 1)}
    assert law.transition[0].moves[3].new == (Address(21),)


def test_the_mistake_on_the_page_is_told_as_printed_there() -> None:
    with pytest.raises(SourceUnreadable) as told:
        read_law(EXAMPLE.replace(RIGHT_LINE, WRONG_LINE), "laws/古桥.toml")
    assert f"\n{told.value}\n" in PAGE


def test_the_end_of_a_law_on_the_page() -> None:
    law = read_law(EXAMPLE + REPEALED, "古桥.toml")
    assert law.repealed is not None
    assert (law.repealed.on, law.repealed.replaced_by) == (date(2040, 1, 1), "云溪市桥梁条例")


def test_every_change_is_explained_on_the_page() -> None:
    kinds = law_schema()["$defs"]["Move"]["properties"]["change"]["enum"]
    assert [kind for kind in kinds if f"| `{kind}` |" not in PAGE] == []


def test_every_file_beside_the_laws_is_read_or_refused(tmp_path: Path) -> None:
    (tmp_path / "as-of").write_text("2036-01-01\n")
    (tmp_path / "说明.md").write_text("")
    (tmp_path / "texts").mkdir()
    (tmp_path / "古桥.TOML").write_text(EXAMPLE, encoding="utf-8")
    assert read_register(tmp_path).find("古桥条例") is not None
    (tmp_path / "风铃.toml.txt").write_text(EXAMPLE, encoding="utf-8")
    with pytest.raises(SourceUnreadable, match=r"风铃\.toml\.txt：这里只放"):
        read_register(tmp_path)


# --- what cannot be right -------------------------------------------------------------------------------------------

MOVES: Final = EXAMPLE[EXAMPLE.index("[[transition]]") :]
BACK: Final = """[[transition]]
from = 2035-11-20
to = 2031-03-02
unlisted = "same"
verified = true
source = "无"
"""
TWICE: Final = '{ from = "9", to = "11", change = "renumbered" },\n{ from = "20",'
WRONG: Final[list[tuple[str, str, str, list[str]]]] = [
    # why, what is replaced, by what, what the message says
    ("broken TOML", "schema = 1 ", "schema = = 1", ["不是有效的 TOML", "第1行"]),
    ("a Chinese quotation mark", '= "地方性法规"', "= “地方性法规”", ["第4行第8个字符", "全角的「“」", "半角引号"]),
    ("one that only ends so", 'kind = "地方性法规"', 'kind = "地方性法规”', ["第4行", "引号没有配对", "全角"]),
    ("a full-width comma", '{ from = "9",', '{ from = "9"，', ["行第", "全角的「，」", "半角逗号 ,"]),
    ("a full-width equals sign", "schema = 1 ", "schema ＝ 1 ", ["第1行第8个字符是全角的「＝」"]),
    ("a bracket that is never closed", "schema = 1 ", "schema = [1 ", ["方括号没有配对"]),
    ("one key twice", "schema = 1 ", "schema = 1\nschema = 1 ", ["第2行", "写了两次"]),
    ("a key that is not there", 'kind = "地方性法规"', 'kinds = "地方性法规"', ["kind：缺少这一项"]),
    ("a key nobody knows", 'issuer = "', 'colour = "红"\nissuer = "', ["colour：没有这一项"]),
    ("another format", "schema = 1 ", "schema = 2 ", ["schema：应当是 1 之一"]),
    ("a date no calendar has", "in_force_from = 2031-04-01", "in_force_from = 2031-04-31", ["历法上没有这一天"]),
    ("a date in words", "checked_on = 2036-01-10", 'checked_on = "去年"',
     ["第6行：checked_on：「去年」不是日期，应当写作 2017-06-01"]),
    ("a Chinese date", "date = 2031-03-02", "date = 2031年3月2日",
     ["第10行：「2031年3月2日」不是日期的写法，应当写作 2017-06-01"]),
    ("a Chinese date in quotation marks", "date = 2031-03-02", 'date = "2031年3月2日"',
     ["第10行：version 第1个", "的 date：「2031年3月2日」不是日期，应当写作 2017-06-01"]),
    ("one of the second version", "in_force_from = 2036-01-01", 'in_force_from = "2036年1月1日"',
     ["第24行：version 第2个", "的 in_force_from：「2036年1月1日」不是日期"]),
    ("a month of one digit", "date = 2031-03-02", "date = 2031-3-2", ["第10行：「2031-3-2」不是日期的写法"]),
    ("slashes, and a note", "date = 2031-03-02", "date = 2031/03/02 # 写法", ["第10行：「2031/03/02」不是日期的写法"]),
    ("Chinese digits", "date = 2031-03-02", "date = 二〇三一年三月二日", ["第10行：「二〇三一年三月二日」不是日期"]),
    ("the wrong hyphen", "date = 2031-03-02", "date = 2031—03—02", ["「2031—03—02」不是日期的写法", "半角连字符"]),
    ("an address that is none", '{ from = "9",', '{ from = "第九条",', ["moves 第1个（第九条）", "69.1(1)"]),
    ("article 0", '{ from = "9",', '{ from = "0",', ["moves 第1个", "应当是条款项"]),
    ("a list for an address", 'refs = { "9.1" = "10.1" }', "refs = { 9 = [] }",
     ["第40行：", "moves 第3个（20） 的 refs 的 9：应当是加引号的条款项，写作 \"8\"、"]),
    ("a number for an address", 'refs = { "9.1" = "10.1" }', "refs = { 9 = 10 }",
     ["第40行：", "refs 的 9：应当是加引号的"]),
    ("words for an address that is a key", 'refs = { "9.1" = "10.1" }', 'refs = { "第九条" = "10" }',
     ["第40行：", "refs 的 第九条：应当是条款项"]),
    ("words for a count", "paragraphs = { 9 = 2 }", 'paragraphs = { 9 = "二" }',
     ["第15行：", "paragraphs 的 9：应当是整数"]),
    ("words for the address of a count", "paragraphs = { 9 = 2 }", 'paragraphs = { "第九条" = 2 }',
     ["第15行：", "paragraphs 的 第九条：应当是条款项"]),
    ("an entry behind a note with a bracket", MOVES[MOVES.index("moves = [") :],
     'moves = [ # [1, {2}\n { from = "9", note = "甲，],乙", change = "repealed" }, # ]\n\n { from = "10" },\n]\n',
     ["第40行：", "moves 第2个（10） 的 change：缺少这一项"]),
    ("an entry of a list in one line", 'short_names = ["古桥条例"]', 'short_names = ["古桥条例", "《桥》"]',
     ["第3行：short_names 第2个：应当是名称本身"]),
    ("no version", EXAMPLE[EXAMPLE.index("[[version]]") :], "", ["version：缺少这一项"]),
    ("versions out of order", "date = 2035-11-20", "date = 2031-03-01", ["由旧到新", "2031-03-02"]),
    ("one date twice", "date = 2035-11-20", "date = 2031-03-02", ["由旧到新，日期不得重复"]),
    ("in force at the same time", "in_force_from = 2036-01-01", "in_force_from = 2031-04-01", ["施行期间重叠"]),
    ("in force before it was made", "in_force_from = 2031-04-01", "in_force_from = 2031-03-01", ["早于这一版产生"]),
    ("checked before it was made", "checked_on = 2036-01-10", "checked_on = 2034-01-10", ["核对日期", "2035-11-20"]),
    ("a cycle", MOVES, f"{MOVES}\n{BACK}", ["不能倒回或循环", "第2个 [[transition]]"]),
    ("from a version to itself", "to = 2035-11-20", "to = 2031-03-02", ["不能倒回或循环"]),
    ("two ways from one version", MOVES, MOVES + MOVES, ["两段重叠", "第2个 [[transition]]"]),
    ("from a version that is not there", "from = 2031-03-02", "from = 2030-03-02", ["已有的 date"]),
    ("one provision told twice", '{ from = "20",', TWICE, ['from = "9"', "写了两次"]),
    ("an article the old text does not have", '{ from = "20",', '{ from = "22",', ['from = "22"', "只有21条"]),
    ("an article the new one does not have", 'to = "10"', 'to = "22"', ['from = "9"：to 22', "2035-11-20 一版只有"]),
    ("a 款 it does not have", 'to = "10"', 'to = "10.3"', ["to 10.3", "第十条只有2款"]),
    ("a 项 it does not have", '{ from = "20", to = "20"', '{ from = "20", to = "20.1(1)"', ["20.1(1)", "不分项"]),
    ("counted 款 of an article it does not have", "{ 9 = 2 }", "{ 29 = 2 }", ["paragraphs 中的 29", "只有21条"]),
    ("counted 款 of a 款", "{ 9 = 2 }", '{ "9.1" = 2 }', ["9.1 写法不对", "8 = 2"]),
    ("counted 项 of an article", '{ "21.1" = 2 }', "{ 21 = 2 }", ["21 写法不对", '"21.1" = 5']),
    ("repealed, but there", '"20", change = "changed"', '"20", change = "repealed"', ["第3个（20）", "不写 to"]),
    ("changed to nowhere", 'to = "10", change', "change", ["moves 第1个（9）", "要写 to"]),
    ("the same, but elsewhere", 'to = "10", change = "renumbered"', 'to = "10", change = "same"', ["未变（same）"]),
    ("split into one", 'to = "20", change = "changed"', 'to = "20", change = "split"', ["第3个（20）", "两处以上"]),
    ("split into one, twice", 'to = "20", change = "changed"', 'to = ["20", "20"], change = "split"', ["两处以上"]),
    ("changed into what another became", 'to = "20", change = "changed"', 'to = "10", change = "changed"',
     ['from = "9"', '"9" 和 "20" 都去了 10', "每一条都写 merged"]),
    ("one of two merged", 'to = "20", change = "changed"', 'to = "10", change = "merged"',
     ['from = "9"：change 写的是 renumbered', "都去了 10"]),
    ("adopted after it was in force", "in_force_from = 2031-04-01", "adopted = 2031-05-01\nin_force_from = 2031-04-01",
     ["通过日期 adopted = 2031-05-01 晚于", "date = 2031-03-02"]),
    ("published before it was adopted", "in_force_from = 2031-04-01",
     "published = 2031-03-01\nin_force_from = 2031-04-01",
     ["公布日期 published = 2031-03-01 早于", "date = 2031-03-02"]),
    ("renumbered to where it was", 'to = "10"', 'to = "9"', ["只改序号（renumbered）"]),
    ("new, and yet the old one's place", '{ at = "9"', '{ at = "10"', ["新增的 10", "不是新增"]),
    ("two that moved to one place", '{ from = "10", change = "repealed" }',
     '{ from = "10", to = "10", change = "same" }', ['"9" 都原样去了 10', "merged"]),
    ("put in, and the shift forgotten", '{ at = "9", note', '{ at = "12", note', ["原 12 没有列出", "逐一列出"]),
    ("moved in, and the shift forgotten", '{ from = "10", change = "repealed" },', "",
     ["原 10 没有列出", "又是9的位置"]),
    ("a 款 that should stay, but is gone", "paragraphs = { 9 = 2 }", "paragraphs = { 9 = 2, 12 = 3 }",
     ['unlisted = "same"', "12.2", "2035-11-20 一版第十二条只有1款"]),
    ("an article that should stay, but is gone", "articles = 21 ", "articles = 22 ",
     ['unlisted = "same"', "22.1：2035-11-20 一版只有21条"]),
    ("a 款 that should stay, yet is new", '{ at = "9", note', '{ at = "12.1", note', ["12.1 又写作新增"]),
    ("new twice", '{ at = "9", note', '{ at = "9" }, { at = "9", note', ["新增的 9：写了两次"]),
    ("said to be complete, but is not", 'unlisted = "same"', 'unlisted = "none"', ["1.1 没有在 from 中列出"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says"), [pytest.param(*case[1:], id=case[0]) for case in WRONG])
def test_a_file_that_cannot_be_right_is_refused(old: str, new: str, says: list[str]) -> None:
    assert old in EXAMPLE
    with pytest.raises(SourceUnreadable) as told:
        read_law(EXAMPLE.replace(old, new, 1), "laws/古桥.toml")
    message = str(told.value)
    assert message.startswith("laws/古桥.toml：")
    assert message.endswith("。")
    assert [words for words in says if words not in message] == []


@pytest.mark.parametrize(
    "moves",
    [
        pytest.param('"9", to = "10", change = "merged" }, { from = "20", to = "10", change = "merged"', id="merged"),
        pytest.param(
            '"9", to = "10", change = "moved_to_pointer" }, { from = "20", to = "10", change = "moved_to_pointer"',
            id="two that point to one pointer now",
        ),
        pytest.param(
            '"9", to = ["10", "11"], change = "split" }, { from = "20", to = "10", change = "merged"',
            id="a part of what was split",
        ),
        pytest.param(
            '"9", to = "10", change = "changed" }, { from = "9.1", to = "10", change = "changed"',
            id="a whole and its part",
        ),
    ],
)
def test_provisions_that_may_meet(moves: str) -> None:
    gone = '{ from = "10", change = "repealed" }, { from = "11", change = "repealed" }'
    text = EXAMPLE[: EXAMPLE.index("moves = [")] + f"moves = [{{ from = {moves} }}, {gone}]\n"
    assert read_law(text, "古桥.toml").transition[0].moves


@pytest.mark.parametrize(("on", "says"), [("2031-01-01", "早于这部法律开始施行"), ("2035-12-01", "早于最后一版施行")])
def test_no_law_ends_before_it_was_in_force(on: str, says: str) -> None:
    with pytest.raises(SourceUnreadable, match=says):
        read_law(EXAMPLE + REPEALED.replace("2040-01-01", on), "古桥.toml")


def test_a_jump_over_a_version_overlaps_with_what_lies_between() -> None:
    between = EXAMPLE[EXAMPLE.index("[[version]]\ndate = 2035") : EXAMPLE.index("[[transition]]")]
    between = between.replace("2035-11-20", "2033-01-01").replace("2036-01-01", "2033-02-01")
    text = EXAMPLE.replace("[[version]]\ndate = 2035", between + "[[version]]\ndate = 2035")
    with pytest.raises(SourceUnreadable, match="中间还有 2033-01-01 一版"):
        read_law(text, "古桥.toml")


# --- the folder -----------------------------------------------------------------------------------------------------


def test_two_files_for_one_law(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(EXAMPLE, encoding="utf-8")
    (tmp_path / "b.toml").write_text(EXAMPLE.replace("云溪市古桥守护条例", "古桥条例"), encoding="utf-8")
    with pytest.raises(SourceUnreadable, match=r"b\.toml：与 a\.toml 都称《古桥条例》"):
        read_register(tmp_path)


ENDED: Final = {
    "a": ("云溪市古桥守护条例", "云溪市桥梁条例"),
    "b": ("云溪市桥梁条例", "古桥条例"),
    "c": ("云溪市桥梁条例", "云溪市石桥条例"),
    "d": ("云溪市石桥条例", "古桥条例"),
    "e": ("云溪市木桥条例", "云溪市古桥守护条例"),
    "f": ("云溪市石桥条例", "云溪市石桥条例"),
}
"""File → the law that ended, and the one that replaced it."""


def _ended(folder: Path, files: str) -> None:
    for file in files:
        name, by = ENDED[file]
        text = EXAMPLE.replace("云溪市古桥守护条例", name) + REPEALED.replace("云溪市桥梁条例", by)
        if file != "a":
            text = text.replace('short_names = ["古桥条例"]', "")
        (folder / f"{file}.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "says"),
    [
        pytest.param("ab", "a.toml 的《云溪市古桥守护条例》写明由《云溪市桥梁条例》代替；"
                     "b.toml 的《云溪市桥梁条例》写明由《古桥条例》代替，代替成了循环", id="each by the other"),
        pytest.param("acd", "d.toml 的《云溪市石桥条例》写明由《古桥条例》代替，代替成了循环", id="three in a circle"),
        pytest.param("f", "f.toml 的《云溪市石桥条例》写明由《云溪市石桥条例》代替，代替成了循环", id="by itself"),
    ],
)  # fmt: skip
def test_laws_that_replaced_each_other(tmp_path: Path, files: str, says: str) -> None:
    _ended(tmp_path, files)
    with pytest.raises(SourceUnreadable) as told:
        read_register(tmp_path)
    assert says in str(told.value)
    assert [file for file in files if f"{file}.toml" not in str(told.value)] == []


def test_who_only_leads_into_a_circle_is_no_part_of_it(tmp_path: Path) -> None:
    _ended(tmp_path, "abe")
    with pytest.raises(SourceUnreadable) as told:
        read_register(tmp_path)
    assert "e.toml" not in str(told.value)


@pytest.mark.parametrize("files", ["a", "ac", "ade"], ids=["by none that is held", "a line", "two lines that meet"])
def test_a_line_of_laws_that_replaced_each_other_is_none(tmp_path: Path, files: str) -> None:
    _ended(tmp_path, files)
    assert len(read_register(tmp_path).laws) == len(files)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd4\xc6" + EXAMPLE.encode(), "第1字节起不是 UTF-8"),
        (b"#" * (MAX_BYTES + 1), "超过上限"),
        (b"name = " + b"[" * 100_000, "嵌套太深"),
        (b"", "缺少这一项"),
    ],
    ids=["not UTF-8", "too large", "too deep", "empty"],
)
def test_a_file_that_is_none(tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "a.toml").write_bytes(data)
    with pytest.raises(SourceUnreadable, match=says):
        read_register(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="没有这个文件夹"):
        read_register(tmp_path / "laws")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.toml").write_text(EXAMPLE, encoding="utf-8")
    (tmp_path / "laws").mkdir()
    (tmp_path / "laws" / "a.toml").symlink_to(tmp_path / "outside.toml")
    with pytest.raises(SourceUnreadable, match="以外的链接"):
        read_register(tmp_path / "laws")


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("\ufeff" + EXAMPLE.replace("\n", "\r\n"), encoding="utf-8", newline="")
    (tmp_path / ".b.toml").write_text("?", encoding="utf-8")
    (tmp_path / "as-of").write_text("2036-01-10", encoding="utf-8")
    (tmp_path / "texts").mkdir()
    assert [law.name for law in read_register(tmp_path).laws] == ["云溪市古桥守护条例"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("云溪市古桥守护条例", True),
        ("云溪市古桥　守护条例", True),
        ("中华人民共和国云溪市古桥守护条例", True),
        ("古桥条例", True),
        ("云溪市古桥守护条例（2035年修正）", True),
        ("云溪市古桥守护条例(2035)", True),
        ("云溪市古桥守护条例实施细则", False),
        ("云溪市古桥守护条例（试行）", False),
    ],
)
def test_by_which_names_a_law_is_found(name: str, *, found: bool, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(EXAMPLE, encoding="utf-8")
    assert (read_register(tmp_path).find(name) is not None) == found


# --- the shipped files ----------------------------------------------------------------------------------------------


def test_the_schema_is_one_and_the_committed_one_is_it() -> None:
    schema = law_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    committed = (ROOT / "schema" / "law.schema.json").read_text(encoding="utf-8")
    assert json.loads(committed) == schema, "run make build"


def _plain(value: object) -> object:
    return json.loads(json.dumps(value, default=str))


@pytest.mark.parametrize("path", sorted(LAWS.glob("*.toml")), ids=lambda path: path.stem)
def test_a_shipped_file_fits_the_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    jsonschema.Draft202012Validator(law_schema()).validate(_plain(tomllib.loads(text)))
    assert law_key(read_law(text, path.name).name) == path.stem


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    validator = jsonschema.Draft202012Validator(law_schema())
    for old, new in (
        ('{ from = "9",', '{ from = "第九条",'),
        ('issuer = "', 'colour = "红"\nissuer = "'),
        ('change = "changed"', 'change = "better"'),
        ("{ 9 = 2 }", "{ 9 = 0 }"),
    ):
        assert not validator.is_valid(_plain(tomllib.loads(EXAMPLE.replace(old, new, 1))))
    validator.validate(_plain(tomllib.loads(EXAMPLE)))


def test_every_property_of_the_schema_has_a_chinese_name() -> None:
    schema = law_schema()
    for definition in (schema, *schema["$defs"].values()):
        for field, described in definition["properties"].items():
            assert regex.search(r"\p{Han}", described.get("title", "")), field


def test_the_cybersecurity_law_is_told_completely() -> None:
    """Every 款 and 项 of 2016 once, every one of 2025 as a target or as new: counted in the official texts."""
    law = read_register(LAWS).find("网络安全法")
    assert law is not None
    (transition,) = law.transition
    before, after = (provisions(version) for version in law.version)
    assert before is not None
    assert after is not None
    assert (len(before), len(after)) == (132, 141)
    assert [move.old for move in transition.moves] == before
    targets = {address for move in transition.moves for address in move.new}
    new = {added.at for added in transition.added}
    assert len(new) == 9
    assert targets | new == set(after)
    assert not targets & new
    kinds = [move.change for move in transition.moves]
    counts = {kind: kinds.count(kind) for kind in kinds}
    assert counts == {"same": 2, "renumbered": 116, "changed": 9, "merged": 2, "moved_to_pointer": 3}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("8", Address(8)),
        ("120-1", Address(120, 1)),
        ("20.1(2)[4]", Address(20, None, 1, 2, 4)),
        ("17(6)", Address(17, None, None, 6)),
        ("", None),
        ("第八条", None),
        ("8.", None),
        ("0", None),
        ("8.0", None),
        ("100000", None),
        (" 8", None),
    ],
)
def test_compact_addresses(text: str, address: Address | None) -> None:
    assert from_compact(text) == address
    if address is not None:
        assert address.compact() == text
