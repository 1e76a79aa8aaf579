"""DOOR: a list and the one before it, raw or exported → Comparison.

Knows which files hold a list, where a list's predecessor lies, and which lists are compared at all.
Does not know how a list is read, nor what a change is.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from pydantic import ValidationError
from pydantic_core import from_json

from pipeline.collector import paused_collector
from pipeline.compare import Comparison, compare, outdated, substance
from pipeline.errors import NotAPowerList, PipelineError, SourceUnreadable, WrongUse
from pipeline.model import SCHEMA_VERSION, PowerList
from pipeline.parse import parse_source, read_bytes
from pipeline.readers.text import decode
from pipeline.register import Register
from pipeline.statutes import Texts

PREVIOUS: Final = "previous"
"""The folder beside a list where the one before it lies."""
RENAMED: Final = "renamed.txt"
"""The file in that folder that says which offices have another name now."""
_UNNAMED: Final = "未写明机关"


def read_list(  # noqa: PLR0913 - one for each choice there is
    path: Path,
    within: Path | None = None,
    *,
    keep_personal: bool = False,
    register: Register | None = None,
    as_of: date | None = None,
    texts: Texts | None = None,
) -> PowerList:
    """The list at *path*: a file as received, or the JSON of a build (validated again).

    The choices are those of ``parse``; a JSON has them made already.

    Raises as ``parse`` does; for JSON SourceUnreadable where it is cut off, of another version of the schema, or says
    what cannot be true, NotAPowerList where it is something else. A list of another version is not read: what that
    version lacks would look like a change. Its own raw file can be.
    """
    data = read_bytes(path, within)
    if not _is_json(path):
        try:
            return parse_source(
                data, path.name, keep_personal=keep_personal, register=register, as_of=as_of, texts=texts
            ).power_list
        except PipelineError as error:  # it calls the file by its name: of two lists both may have one name
            folder = str(path).removesuffix(path.name) if str(error).startswith(path.name) else ""
            raise type(error)(f"{folder}{error}") from None
    with paused_collector():
        try:
            return PowerList.model_validate_json(data)
        except ValidationError as error:
            raise _json_problem(path, data, error) from None


def _is_json(path: Path) -> bool:
    return path.suffix.casefold() == ".json"


def refuse_for_json(old: Path, new: Path, as_of: date | None, laws: Path | None, *, keep_personal: bool) -> None:
    """Raise WrongUse where what is asked about a list that is JSON was answered, or left out, when it was built."""
    if _is_json(new) and (as_of or laws):
        option = "--as-of" if as_of else "--laws"
        raise WrongUse(
            f"{new}: {option} is for a list as received; this JSON has the register's answers of the day it was built "
            f"for: give the raw file in its place, or leave out {option}"
        )
    built = next((path for path in (old, new) if _is_json(path)), None)
    if built is not None and keep_personal:
        raise WrongUse(
            f"{built}: --keep-personal is for lists as received; this JSON has the columns it was built with: "
            "give the raw file in its place, or leave out --keep-personal"
        )


def _json_problem(path: Path, data: bytes, error: ValidationError) -> SourceUnreadable | NotAPowerList:
    try:
        found = from_json(data)
    except ValueError as broken:
        return SourceUnreadable(f"{path}：不是完整的 JSON（{broken}）；请重新导出，或给出原始清单文件。")
    if not isinstance(found, dict) or not {"schema_version", "tables"} <= found.keys():
        what = "这是两份清单的变动" if isinstance(found, dict) and {"old", "new"} <= found.keys() else "没有“tables”"
        return NotAPowerList(f"{path}：不是清单的 JSON，{what}；请给出 out/ 中的 NAME.json，或原始清单文件。")
    version = str(found["schema_version"])[:20]
    if version != SCHEMA_VERSION:
        return SourceUnreadable(
            f"{path}：清单的模式版本是{version}，本程序只读{SCHEMA_VERSION}；"
            "请给出原始清单文件，或用本程序重新生成 JSON。"
        )
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"])) or "全文"
    return SourceUnreadable(f"{path}：JSON 与清单的模式不符（{place}：{first['msg']}）；请勿手工修改，重新导出后再试。")


def previous_of(path: Path) -> Path | None:
    """The list before the one at *path*: the file of the same name, whatever its ending, in the folder previous/.

    Raises WrongUse where several have that name.
    """
    folder = path.parent / PREVIOUS
    if not folder.is_dir():
        return None
    name = path.stem.casefold()
    found = sorted(
        each
        for each in folder.iterdir()
        if each.stem.casefold() == name and each.name != RENAMED and not each.name.startswith((".", "~$"))
    )
    if len(found) > 1:
        names = "、".join(each.name for each in found)
        raise WrongUse(f"{folder}：{names}都叫{path.stem}，不知哪一份是上一版清单；请只留一份。")
    return found[0] if found else None


def changes_since(
    path: Path,
    power_list: PowerList,
    within: Path | None = None,
    texts: Texts | None = None,
    *,
    keep_personal: bool = False,
) -> Comparison | None:
    """What changed in *power_list*, read from *path*, since the list before it; where there is none, ``moved_on``.

    *keep_personal* is what the list was read with: a column left out on one side only would look like a change.
    A list of another office is one before it only where ``renamed.txt`` says that the office has another name now.
    Raises what ``previous_of``, ``read_list``, ``renamings`` and ``compared`` raise.
    """
    previous = previous_of(path)
    if previous is None:
        return moved_on(power_list, texts)
    old = read_list(previous, within, keep_personal=keep_personal)
    names = _office(old), _office(power_list)
    file = previous.parent / RENAMED
    is_renamed = (substance(names[0]), substance(names[1])) in renamings(file, within)
    hint = f"如是同一机关更名，请在 {file} 中写一行“{names[0]} = {names[1]}”，再生成一次"
    return compared(old, power_list, texts, force=is_renamed, hint=hint)


def renamings(file: Path, within: Path | None = None) -> set[tuple[str, str]]:
    """The old and the new name of each office that *file* names, a line each (旧名称 = 新名称), without white space.

    None where there is no such file. Empty lines and those that begin with # say nothing. Raises SourceUnreadable,
    with the line, where one is anything else.
    """
    if not file.exists():
        return set()
    found = set()
    for number, line in enumerate(decode(read_bytes(file, within), str(file)).text.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        old, sign, new = map(substance, line.replace("＝", "=").partition("="))
        if not (old and sign and new):
            raise SourceUnreadable(f"{file}：第{number}行应写“旧名称 = 新名称”，现为“{line.strip()[:40]}”；请改正。")
        found.add((old, new))
    return found


def moved_on(power_list: PowerList, texts: Texts | None = None) -> Comparison | None:
    """What became of the provisions that *power_list* quotes; None where the register says nothing of them."""
    comparison = outdated(power_list, texts)
    return comparison if comparison.basis else None


def compared(
    old: PowerList,
    new: PowerList,
    texts: Texts | None = None,
    *,
    force: bool = False,
    hint: str = "如确要比较，请加 --force",
) -> Comparison:
    """What changed from *old* to *new*. Raises WrongUse where they are lists of two offices, unless *force*.

    *texts* are official texts, for the current wording of what the register says has moved on. *hint* is what the error
    says to do.
    """
    comparison = compare(old, new, texts)
    if not (comparison.same_authority or force):
        raise WrongUse(f"{_two_offices(comparison)}；{hint}。")
    return comparison


def _office(power_list: PowerList) -> str:
    return power_list.authority or _UNNAMED


def office_note(comparison: Comparison) -> str:
    """What is to be said beside a comparison that is made all the same: nothing where both lists name one office."""
    if not comparison.same_authority:
        return f"{_two_offices(comparison)}；按 --force 比较。"
    if comparison.old is None or comparison.new.authority:
        return ""
    return f"{comparison.old.file}与{comparison.new.file}都没有写明机关，不能核对是否同一机关的清单。"


def _two_offices(comparison: Comparison) -> str:
    """The sentence that says whose lists are compared, or which of them does not say."""
    sides = [each for each in (comparison.old, comparison.new) if each]
    named = [f"{each.file}（{each.authority}）" for each in sides if each.authority]
    unnamed = [each.file for each in sides if not each.authority]
    if unnamed:
        return f"{unnamed[0]}没有写明机关，不能核对与{named[0]}是否同一机关的清单"
    return f"{'与'.join(named)}不是同一机关的清单"
