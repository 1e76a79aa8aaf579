"""DOOR: PowerList, and what changed in it → files, each written whole or not at all, and a manifest last.

Knows which writer makes which file and in what order files appear. Does not know what stands in them.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from pipeline.collector import paused_collector
from pipeline.compare import Comparison, Edition
from pipeline.errors import CannotWrite, FontPreset, Format
from pipeline.model import PowerList, Source
from pipeline.writers.basis_rows import precise_places
from pipeline.writers.changes_to_docx import changes_to_docx
from pipeline.writers.changes_to_xlsx import changes_to_xlsx
from pipeline.writers.looks import FONTS
from pipeline.writers.to_docx import to_docx
from pipeline.writers.to_json import comparison_to_json, to_json
from pipeline.writers.to_xlsx import to_xlsx

WRITERS: Final[Mapping[Format, Callable[[PowerList, FontPreset], bytes]]] = {
    "json": lambda power_list, _: to_json(power_list),
    "xlsx": lambda power_list, fonts: to_xlsx(power_list, FONTS[fonts]),
    "docx": lambda power_list, fonts: to_docx(power_list, FONTS[fonts]),
}

CHANGES: Final = ".changes"
"""What follows the list's name in the names of files that say what changed in it."""
CHANGES_WRITERS: Final[Mapping[Format, Callable[[Comparison, PowerList, FontPreset], bytes]]] = {
    "json": lambda comparison, _, __: comparison_to_json(comparison),
    "xlsx": lambda comparison, new, fonts: changes_to_xlsx(comparison, FONTS[fonts], precise_places(new)),
    "docx": lambda comparison, new, fonts: changes_to_docx(comparison, FONTS[fonts], precise_places(new)),
}

_PART: Final = ".part"


def export(  # noqa: PLR0913 - what is written, where, and how
    power_list: PowerList,
    canonical: str,
    out: Path,
    formats: Iterable[Format] = ("json", "xlsx", "docx"),
    fonts: FontPreset = "official",
    *,
    with_findings: bool = False,
    comparison: Comparison | None = None,
) -> list[Path]:
    """Write *power_list* to the directory *out* in *formats*, with its *canonical* text and a manifest.

    *fonts* are those of the Office formats. *with_findings* appends the findings to the DOCX; the other formats have
    them anyway. A *comparison* with the list before it is written in the same formats, as NAME.changes.

    Returns the paths written, the manifest last. Every file is made in memory, then written under a temporary name,
    and only when all are on the disk renamed to its own: at any moment each file is the old one or the new one, and
    the set is whole when the manifest fits. Raises CannotWrite; where that happens before the first rename (a full
    disk, a place that cannot be written, a directory in a file's place) what was there before is still there, and
    where it happens between two, the message says that the set is not whole.
    """
    stem = Path(power_list.source.file).stem
    writers = dict(WRITERS)
    if with_findings:
        writers["docx"] = lambda power_list, fonts: to_docx(power_list, FONTS[fonts], with_findings=True)
    with paused_collector():
        contents = {f"{stem}.{name}": writers[name](power_list, fonts) for name in writers if name in set(formats)}
    contents[f"{stem}.canonical.txt"] = canonical.encode()
    if comparison:
        contents |= _changes(comparison, power_list, stem, formats, fonts)
    contents[f"{stem}.manifest.json"] = manifest(power_list, contents, comparison)
    return _write(out, contents)


def export_comparison(
    comparison: Comparison,
    new: PowerList,
    out: Path,
    formats: Iterable[Format] = ("json", "xlsx", "docx"),
    fonts: FontPreset = "official",
) -> list[Path]:
    """Write *comparison* alone to the directory *out*, named after the *new* list; else as ``export`` does."""
    stem = Path(comparison.new.file).stem
    contents = _changes(comparison, new, stem, formats, fonts)
    record: dict[str, object] = {"schema_version": comparison.schema_version, "source": _source(comparison.new)}
    contents[f"{stem}{CHANGES}.manifest.json"] = _manifest(record, contents, comparison)
    return _write(out, contents)


def _changes(
    comparison: Comparison, new: PowerList, stem: str, formats: Iterable[Format], fonts: FontPreset
) -> dict[str, bytes]:
    chosen = set(formats)
    with paused_collector():
        return {
            f"{stem}{CHANGES}.{name}": write(comparison, new, fonts)
            for name, write in CHANGES_WRITERS.items()
            if name in chosen
        }


def _write(out: Path, contents: Mapping[str, bytes]) -> list[Path]:
    renamed: list[str] = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        _write_all(out, contents, renamed)
    except OSError as error:
        state = "The files that were there are unchanged."
        if renamed:
            state = f"{', '.join(renamed)} are already new, the others old: the set is not whole until you do."
        raise CannotWrite(
            f"{error.filename or out}: cannot write ({error.strerror}); check that {out} is a directory you may write "
            f"to and that the disk has room, then build again. {state}"
        ) from None
    return [out / name for name in contents]


def manifest(power_list: PowerList, contents: Mapping[str, bytes], comparison: Comparison | None = None) -> bytes:
    """What a whole set consists of: the SHA-256 of the source and of each output, as JSON.

    Where it was compared with a list before it, that one's SHA-256 too, as ``previous``.
    """
    record: dict[str, object] = {"schema_version": power_list.schema_version, "source": _source(power_list.source)}
    return _manifest(record, contents, comparison)


def _source(source: Source | Edition) -> dict[str, str]:
    return {"file": source.file, "sha256": source.sha256}


def _manifest(record: dict[str, object], contents: Mapping[str, bytes], comparison: Comparison | None) -> bytes:
    if comparison and comparison.old:
        record["previous"] = _source(comparison.old)
    record["outputs"] = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(contents.items())}
    return json.dumps(record, ensure_ascii=False, indent=2).encode() + b"\n"


def is_whole(manifest_path: Path) -> bool:
    """Whether every output that the manifest at *manifest_path* names is there with the content it had."""
    try:
        outputs = json.loads(manifest_path.read_bytes())["outputs"]
        return all(
            hashlib.sha256((manifest_path.parent / name).read_bytes()).hexdigest() == digest
            for name, digest in outputs.items()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _write_all(out: Path, contents: Mapping[str, bytes], renamed: list[str]) -> None:
    """Two rounds: all temporary files, then all renames, each noted in *renamed*.

    What can be known to fail is met in the first round, when nothing has changed: a full disk, a target that is a
    directory.
    """
    for name in contents:
        if (out / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(out / name))
    parts = {name: out / f".{name}{_PART}" for name in contents}
    try:
        for name, data in contents.items():
            with parts[name].open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for name, part in parts.items():
            part.replace(out / name)
            renamed.append(name)
    finally:
        for part in parts.values():
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
