"""A folder of official texts → statutes by law and version.

Knows when two names are one law, and that one version of a law has one file. Does not know what a statute looks like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from pipeline.errors import SourceUnreadable
from pipeline.statutes.nouns import Statute
from pipeline.statutes.reading import read_statute
from pipeline.statutes.source import MAX_BYTES
from pipeline.words.basis import NATION
from pipeline.words.statutes import BRACKETS, REVISED

MAX_FILES: Final = 2_000
_GUIDES: Final = "readme"


class Texts:
    """Statutes by law; those of one law in the order of their versions, undated ones first."""

    def __init__(self, statutes: Iterable[Statute] = ()) -> None:
        """Raises SourceUnreadable where two of *statutes* are the same version of a law, or cannot be told apart."""
        by_law: dict[str, list[Statute]] = defaultdict(list)
        for statute in statutes:
            by_law[_key(statute.name)].append(statute)
        for versions in by_law.values():
            versions.sort(key=lambda statute: (statute.dates.version or "", statute.file))
            for one, other in pairwise(versions):
                if one.dates.version == other.dates.version:
                    raise SourceUnreadable(_twice(one, other))
        self._by_law: Mapping[str, tuple[Statute, ...]] = {key: tuple(found) for key, found in by_law.items()}
        self._versions: Mapping[str, Sequence[frozenset[str]]] = {}

    def knowing(self, laws: Iterable[tuple[Sequence[str], Sequence[frozenset[str]]]]) -> Texts:
        """The same texts, found by all names of each of *laws*, and by all dates of each of its versions."""
        texts = Texts()
        texts._by_law = by_law = dict(self._by_law)
        texts._versions = by_key = dict(self._versions)
        for names, versions in laws:
            keys = dict.fromkeys(map(_key, names))
            held = next((self._by_law[key] for key in keys if key in self._by_law), None)
            if held is not None:
                for key in keys:
                    by_law.setdefault(key, held)
                    by_key[key] = versions
        return texts

    def __bool__(self) -> bool:
        return bool(self._by_law)

    def of(self, law: str) -> tuple[Statute, ...]:
        """The texts of the law named *law*; 中华人民共和国 may be left out on either side."""
        return self._by_law.get(_key(law), ())

    def version(self, law: str, date: str) -> Statute | None:
        """The text of the version of *law* that was adopted, published or amended to on *date* (ISO)."""
        dates = next((dates for dates in self._versions.get(_key(law), ()) if date in dates), {date})
        return next((statute for statute in self.of(law) if known_dates(statute) & dates), None)


def known_dates(statute: Statute) -> frozenset[str]:
    """The dates that the version of *statute* is known by (ISO); an amended text is no longer the adopted one."""
    dates = statute.dates
    known = (dates.amended_on,) if dates.amended_on else (dates.adopted_on, dates.published_on)
    return frozenset(date for date in known if date)


def read_texts(folder: Path) -> Texts:
    """The official texts in *folder*, none where there is no such folder; not those in folders below it.

    Left aside are hidden files and a README. Raises SourceUnreadable, in Chinese, for any other file that is no
    statute, and where two files hold one version of a law.
    """
    if not folder.is_dir():
        return Texts()
    files = sorted(path for path in folder.iterdir() if path.is_file() and not _is_aside(path))
    if len(files) > MAX_FILES:
        raise SourceUnreadable(
            f"{folder}：有 {len(files):,} 个文件，超过上限 {MAX_FILES:,} 个；请只放清单所引法律的文本。"
        )
    return Texts(read_statute(_bytes(path, folder), path.as_posix()) for path in files)


def _is_aside(path: Path) -> bool:
    return path.name.startswith((".", "~$")) or path.stem.casefold() == _GUIDES


def _bytes(path: Path, folder: Path) -> bytes:
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise SourceUnreadable(f"{path}：这是指向 {folder}/ 以外的链接；请把文件本身放入 {folder}/。")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceUnreadable(f"{path}：无法读取（{error.strerror}）；请检查文件权限。") from None


def _key(name: str) -> str:
    """One key for the names of a law: neither blanks nor 中华人民共和国 nor a year or （修订） behind it are a part."""
    return REVISED.sub("", "".join(name.split()).translate(BRACKETS).removeprefix(NATION))


def _twice(one: Statute, other: Statute) -> str:
    which = f"《{one.name}》{one.dates.version} 的文本" if one.dates.version else f"《{one.name}》，且都没有写明日期"
    return f"{one.file}、{other.file}：两个文件都是{which}；同一部法律的同一版只能有一个文件，请移走其中一个。"
