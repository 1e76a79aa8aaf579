"""What a command works on: list files, the law register, official texts, the day.

Knows where they are when nobody says so, and which lists cannot be built together. Does not know what is done with
them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.errors import SourceUnreadable, WrongUse

if TYPE_CHECKING:
    from pipeline.register import Register
    from pipeline.statutes import Texts

    Law = tuple[Register, Texts | None, date]

RAW: Final = Path("raw")
LAWS: Final = Path("laws")
_QUOTED: Final = 40
SHIPPED: Final = Path(__file__).resolve().parent.parent / LAWS


def find_sources(raw: Sequence[Path] | None) -> list[Path]:
    """The files named, or every file in raw/ by name, but for hidden ones and what Office and Windows leave there."""
    if raw:
        return list(raw)
    if not RAW.is_dir():
        raise WrongUse("no raw/ here: run this in the project's directory, or name the list files")
    listed = (path for path in RAW.iterdir() if not is_leftover(path))
    found = sorted(path for path in listed if path.is_file() or path.is_symlink())
    if not found:
        raise WrongUse("raw/ is empty: put the published list there, or name the list files")
    return found


def find_one(raw: Path | None, number: int) -> Path:
    """The file named, or the only one in raw/, whose item *number* is asked for."""
    sources = find_sources([raw] if raw else None)
    if len(sources) > 1:
        raise WrongUse(f"raw/ holds {len(sources)} lists: say which one, e.g. explain {number} {sources[0]}")
    return sources[0]


def is_leftover(path: Path) -> bool:
    """.DS_Store, ~$list.xlsx of a list that is open in Excel, Thumbs.db: no list, though it lies among them."""
    return path.name.startswith((".", "~$")) or path.name.casefold() in {"thumbs.db", "desktop.ini"}


def refuse_equal_stems(sources: Sequence[Path]) -> None:
    """Two sources with one stem would write over each other's outputs; so would NAME and NAME.changes."""
    first: dict[str, Path] = {}
    for path in sources:
        earlier = first.setdefault(path.stem.casefold(), path)
        if earlier is not path:
            raise WrongUse(
                f"{earlier} and {path} would both be written as {path.stem}.json, .xlsx and .docx: rename one of them"
            )
    for stem, path in first.items():
        base = first.get(stem.removesuffix(".changes").removesuffix(".manifest"))
        if base is not None and base is not path:
            raise WrongUse(f"{path} would be written over what belongs to {base}: rename one of them")


def find_law(folder: Path | None, as_of: date | None) -> Law:
    """What a list is checked against: the register, official texts, and the day, today by this machine's clock."""
    register = find_register(folder)
    return register, _find_texts(folder, register), as_of or datetime.now().astimezone().date()


def find_register(folder: Path | None) -> Register:
    """The register in *folder*, by default laws/ here, else beside the program. Raises what ``read_register`` does."""
    from pipeline.register import read_register

    return read_register(folder or _laws())


def _find_texts(folder: Path | None, register: Register) -> Texts | None:
    """What the office has put into texts/ of that folder, if anything, by all names and dates that *register* knows."""
    texts = (folder or _laws()) / "texts"
    if not texts.is_dir():
        return None
    from pipeline.assembly.registered import known_versions
    from pipeline.statutes import read_texts

    return read_texts(texts).knowing(known_versions(register))


def _laws() -> Path:
    return LAWS if LAWS.is_dir() else SHIPPED


def read_number(value: str) -> int:
    """The item that ``explain`` is asked for. Raises WrongUse where *value* is no number."""
    try:
        return int(value)
    except ValueError:
        raise WrongUse(f"explain: {value!r} is no number; items are counted from 1, e.g. explain 3") from None


def read_day(value: str) -> date:
    """The day that --as-of names: year-month-day, or @FILE for the one line in that file that says something.

    Raises WrongUse, or SourceUnreadable where the file is what is wrong.
    """
    if value.startswith("@") and value != "@":
        return _day_in(Path(value[1:]))
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise WrongUse(f"--as-of: {value!r} is not a date; write year-month-day, such as 2026-11-23.") from None


def _day_in(path: Path) -> date:
    how = "应当只有一行，写生成结果所依据的日期，如 2026-11-23"
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        raise SourceUnreadable(f"{path}：没有这个文件；{how}。") from None
    except UnicodeDecodeError:
        raise SourceUnreadable(f"{path}：不是 UTF-8 编码的文字；{how}。") from None
    except OSError as error:
        raise SourceUnreadable(f"{path}：无法读取（{error.strerror}）；{how}。") from None
    said = [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    if not said:
        raise SourceUnreadable(f"{path}：第1行：文件是空的；{how}。")
    (number, day), *others = said
    if others:
        raise SourceUnreadable(f"{path}：第{others[0][0]}行：多了「{others[0][1][:_QUOTED]}」；{how}。")
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise SourceUnreadable(f"{path}：第{number}行：「{day[:_QUOTED]}」不是日期；{how}。") from None
