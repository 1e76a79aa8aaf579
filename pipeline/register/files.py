"""A folder of law files → the register.

Knows how a file is read and how to say in Chinese what is wrong in which place of it. Does not know what follows from
what it says.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from pipeline.errors import SourceUnreadable
from pipeline.register.agreement import law_problems, name_problems, succession_problems
from pipeline.register.names import law_key
from pipeline.register.nouns import LawFile
from pipeline.register.syntax import DATE, line_of, what_is_wrong

MAX_BYTES: Final = 2_000_000
"""The file of the longest law, every 款 and 项 listed through ten revisions, has less than half of this."""
MAX_FILES: Final = 5_000
_QUOTED: Final = 40

_SAYS: Final[Mapping[str, str]] = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这一项；请检查是否写错",
    "string_type": "应当是加引号的文字",
    "bool_type": "应当是 true 或 false",
    "bool_parsing": "应当是 true 或 false",
    "int_type": "应当是整数",
    "int_parsing": "应当是整数",
    "greater_than": "应当是 1 以上的整数",
    "tuple_type": "应当是方括号中的列表",
    "dict_type": "应当是花括号中的表",
    "model_type": "应当是一个表",
    "too_short": "至少要有一个",
    "string_too_short": "不能为空",
    "string_pattern_mismatch": "应当是名称本身，不加书名号《》",
}


class Register:
    """The laws the register knows, by name."""

    def __init__(self, laws: Iterable[LawFile] = ()) -> None:
        self.laws: Final = tuple(laws)
        self._by_key: Final = {law_key(name): law for law in self.laws for name in (law.name, *law.short_names)}

    def find(self, name: str) -> LawFile | None:
        """The law called *name*, in full or in short; None where the register does not hold it."""
        return self._by_key.get(law_key(name))


_BESIDE: Final = frozenset({"as-of", "README", "README.txt"})
"""What may lie beside the laws: the day of the committed build, and what a person writes for another."""


def read_register(folder: Path) -> Register:
    """The register in the .toml files of *folder* (not of folders in it).

    Raises SourceUnreadable, in Chinese, for the first file that cannot be right, with the place in it: the register
    is used as a whole, so that nobody takes the silence of a broken file for an answer.
    """
    if not folder.is_dir():
        raise SourceUnreadable(f"{folder}：没有这个文件夹；请给出法律登记册所在的文件夹，如 --laws laws。")
    paths = sorted(path for path in folder.iterdir() if _is_law(path))
    if len(paths) > MAX_FILES:
        raise SourceUnreadable(f"{folder}：有 {len(paths):,} 个文件，超过上限 {MAX_FILES:,} 个。")
    laws = [(path.name, read_law(_text(path, folder), path.as_posix())) for path in paths]
    for problem in (*name_problems(laws), *succession_problems(laws)):
        raise SourceUnreadable(f"{folder}/{problem}。")
    return Register(law for _, law in laws)


def _is_law(path: Path) -> bool:
    """Whether *path* is a law's file; what is neither that nor known to lie beside them is refused, not passed over."""
    if path.name.startswith(".") or path.is_dir() or path.name in _BESIDE or path.suffix.lower() == ".md":
        return False
    if path.suffix.lower() != ".toml":
        raise SourceUnreadable(
            f"{path}：这里只放登记法律的 .toml 文件；请改后缀为 .toml（留意系统隐藏的后缀，如 .toml.txt），"
            "或移到别处。正式文本放在 texts/ 里。"
        )
    return True


def read_law(text: str, name: str) -> LawFile:
    """The law in *text*, a TOML document; *name* is what errors call it. Raises SourceUnreadable."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SourceUnreadable(
            f"{name}：不是有效的 TOML：{what_is_wrong(text, error)}。写法见 docs/laws.md。"
        ) from None
    except RecursionError:
        raise SourceUnreadable(f"{name}：括号嵌套太深；请按 docs/laws.md 的写法改正。") from None
    try:
        law = LawFile.model_validate(data)
    except ValidationError as error:
        raise SourceUnreadable(f"{name}：{_first(error, data, text)}。写法见 docs/laws.md。") from None
    for problem in law_problems(law):
        raise SourceUnreadable(f"{name}：{problem}。")
    return law


def _text(path: Path, folder: Path) -> str:
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise SourceUnreadable(f"{path}：这是指向 {folder}/ 以外的链接；请把文件本身放入 {folder}/。")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise SourceUnreadable(f"{path}：文件超过上限 {MAX_BYTES:,} 字节；登记册只记事实，不收条文。")
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise SourceUnreadable(f"{path}：第{error.start + 1}字节起不是 UTF-8；请另存为 UTF-8 编码。") from None
    except OSError as error:
        raise SourceUnreadable(f"{path}：无法读取（{error.strerror}）；请检查文件权限。") from None


def _first(error: ValidationError, data: Mapping[str, Any], text: str) -> str:
    found = error.errors(include_url=False, include_context=True)[0]
    line = line_of(text, found["loc"]) if found["loc"] else None
    where = f"第{line}行：" if line else ""
    wrong = _words(found["type"], found.get("ctx", {}), found["input"])
    return f"{where}{''.join(_place(found['loc'], data)) or '文件'}：{wrong}"


def _words(kind: str, context: Mapping[str, Any], value: object) -> str:
    if kind == "value_error":
        return str(context["error"])
    if kind == "literal_error":
        return f"应当是 {context['expected'].replace(' or ', '、').replace(', ', '、')} 之一"
    if kind.startswith("date"):
        return f"「{str(value)[:_QUOTED]}」不是日期，应当{DATE}，且历法上有这一天"
    return _SAYS.get(kind, "写法不对")


_OF_KEY: Final = "[key]"
"""So the model ends the place of a key that is wrong."""


def _place(location: tuple[int | str, ...], data: object) -> Iterator[str]:
    """第2个 [[transition]] 的 moves 第3个（from = "8.1"）的 change: where a person looks for it."""
    value, after_name = data, False
    for step in location:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
            own = value.get("from") or value.get("date") or value.get("at") if isinstance(value, dict) else None
            yield f" 第{step + 1}个" + (f"（{own}）" if own else "")
        elif step != _OF_KEY:
            yield f"{' 的 ' if after_name else ''}{step}"
            value = value.get(step) if isinstance(value, dict) else None
        after_name = True
