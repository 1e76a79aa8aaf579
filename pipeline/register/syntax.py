"""A TOML file that cannot be read → what a clerk who typed it has to look for, and in which line.

Knows the slips of a Chinese keyboard and how the parser says where it stopped. Does not know what a law file holds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.patterns import lazy_re

_AT: Final = lazy_re(r" \((?:at line (?P<line>[0-9]+), column (?P<column>[0-9]+)|at end of document)\)$")

_FULL_WIDTH: Final[Mapping[str, str]] = {
    "“": '半角引号 "', "”": '半角引号 "', "＂": '半角引号 "', "‘": "半角引号 '", "’": "半角引号 '",
    "，": "半角逗号 ,", "、": "半角逗号 ,", "。": "半角句点 .", "＝": "半角等号 =",
    "：": "半角等号 =", "＃": "半角井号 #",
    "［": "半角方括号 [", "］": "半角方括号 ]", "【": "半角方括号 [", "】": "半角方括号 ]",
    "｛": "半角花括号 {", "｝": "半角花括号 }", "－": "半角连字符 -",
}  # fmt: skip
_LIKELY: Final[Mapping[str, str]] = {
    "Illegal character": "引号没有配对，或收尾的引号是全角的（应为半角）",
    'Expected "\'"': "引号没有配对，或收尾的引号是全角的（应为半角）",
    "Unterminated string": "引号没有配对，或收尾的引号是全角的（应为半角）",
    "Unescaped": "引号中的反斜杠须写成两个",
    "Unclosed array": "方括号没有配对，或其中缺少半角逗号",
    "Unclosed inline table": "花括号没有配对，或其中缺少半角逗号",
    "Invalid date": "历法上没有这一天",
    "Invalid value": "等号后面的值写法不对，或方括号没有配对；文字要加半角引号",
    "Invalid initial character": "等号前面的名称写法不对",
    "Invalid statement": "等号前面的名称写法不对",
    "Expected '='": "名称后面缺少半角等号",
    "Expected newline": "一行只写一项，后面不能再有别的文字",
    "Expected ']": "方括号没有配对",
    "Cannot": "同一项写了两次",
    "Duplicate": "同一项写了两次",
}
"""How the parser's words begin → what most likely is the matter."""

DATE: Final = "写作 2017-06-01（月、日各两位，用半角连字符，不加引号）"
"""How a date is written, said wherever one is not."""

_DAY: Final = lazy_re(
    r"[\s\w\"'-]+=\s*(?P<day>[\"']?[0-9０-９〇○零一二三四五六七八九]{4}\s*[年./／－—–-][^#\n]*?)\s*(?:#.*)?"
)
# What counts in a list: brackets and commas, and that something stands between; a text in quotation marks is one thing
_SIGN: Final = lazy_re(r"""\s*(?:([\[\]{},]|"(?:[^"\\]|\\.)*"|'[^']*'|[^\s\[\]{},"'#]+)|#.*)""")
_OPENING, _CLOSING = ("[", "{"), ("]", "}")
_HEAD: Final = lazy_re(r"\s*\[{1,2}\s*(?P<name>\w+)\s*\]{1,2}\s*(?:#.*)?")


def line_of(text: str, place: Sequence[int | str]) -> int | None:
    """The line of *text* where *place* is, such as ("version", 0, "date") or ("transition", 0, "moves", 2, "refs").

    None where it has none. The parser keeps no lines: found are a key of a table, on a line of its own, and in a list
    behind it the entry.
    """
    table, index, inside = "", 0, list(place)
    if len(place) > 2 and isinstance(place[1], int):
        table, index, inside = str(place[0]), place[1], inside[2:]
    elif len(place) > 1 and isinstance(place[1], str):
        table, inside = str(place[0]), inside[1:]
    line = _line_of_key(text, table, index, inside[0])
    if line is None or len(inside) < 2 or not isinstance(inside[1], int):
        return line
    return line + _lines_to_entry(text.split("\n")[line - 1 :], inside[1])


def _line_of_key(text: str, table: str, index: int, key: int | str) -> int | None:
    """The line of *key* in the table of that name, the *index*-th so called; "" is what stands before all tables."""
    name, seen = "", {"": 0}
    for number, line in enumerate(text.split("\n"), 1):
        head = _HEAD.fullmatch(line)
        if head is not None:
            name = head["name"]
            seen[name] = seen.get(name, -1) + 1
        elif name == table and seen[name] == index:
            before, equals, _ = line.partition("=")
            if equals and before.strip().strip("\"'") == key:
                return number
    return None


def _lines_to_entry(lines: Sequence[str], entry: int) -> int:
    """How many lines below the first of *lines*, a key and the beginning of its list, the *entry*-th entry begins.

    0 where there is no such list. Marks in quotation marks or behind # are none.
    """
    depth = count = 0
    for below, line in enumerate(lines):
        for sign in _SIGN.findall(line if below else line.partition("=")[2]):
            if sign in _CLOSING:
                depth -= 1
            elif sign == "," and depth == 1:
                count += 1
            elif sign and depth == 1 and count == entry:
                return below
            depth += sign in _OPENING
        if depth == 0:
            break
    return 0


def what_is_wrong(text: str, error: tomllib.TOMLDecodeError) -> str:
    """第2行第8个字符是全角的「“」，应当用半角引号 ": the place in *text* where *error* stopped, and the likely mistake.

    Words of the parser that are not known are given as they are.
    """
    said = str(error)
    at = _AT.search(said)
    reason = said[: at.start()] if at else said
    likely = next((words for begin, words in _LIKELY.items() if reason.startswith(begin)), reason)
    if at is None or at["line"] is None:
        return f"读到文件末尾（共{len(text.splitlines())}行）：{likely}"
    line, column = int(at["line"]), int(at["column"])
    written = text.split("\n")[line - 1]
    day = _DAY.fullmatch(written)
    if day is not None and not reason.startswith("Invalid date"):
        return f"第{line}行：「{day['day']}」不是日期的写法，应当{DATE}"
    character = written[column - 1 : column]
    if character in _FULL_WIDTH:
        return f"第{line}行第{column}个字符是全角的「{character}」，应当用{_FULL_WIDTH[character]}"
    return f"第{line}行（第{column}个字符）：{likely}"
