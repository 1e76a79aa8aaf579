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

WRITERS: Final[Mapping[Format, Callable[[PowerList, FontPreset], Iterable[bytes]]]] = {
    "json": lambda power_list, _: to_json(power_list),
    "xlsx": lambda power_list, fonts: [to_xlsx(power_list, FONTS[fonts])],
    "docx": lambda power_list, fonts: [to_docx(power_list, FONTS[fonts])],
}
"""The pieces of a file; where they are made as they are asked for, making them can no longer fail."""

CHANGES: Final = ".changes"
"""What follows the list's name in the names of files that say what changed in it."""
CHANGES_WRITERS: Final[Mapping[Format, Callable[[Comparison, PowerList, FontPreset], Iterable[bytes]]]] = {
    "json": lambda comparison, _, __: [comparison_to_json(comparison)],
    "xlsx": lambda comparison, new, fonts: [changes_to_xlsx(comparison, FONTS[fonts], precise_places(new))],
    "docx": lambda comparison, new, fonts: [changes_to_docx(comparison, FONTS[fonts], precise_places(new))],
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

    Returns the paths written, the manifest last. Every file is made, then written under a temporary name, and only
    when all are on the disk renamed to its own: at any moment each file is the old one or the new one, and
    the set is whole when the manifest fits. Raises CannotWrite; where that happens before the first rename (a full
    disk, a place that cannot be written, a directory in a file's place) what was there before is still there, and
    where it happens between two, the message says that the set is not whole.
    """
    stem = Path(power_list.source.file).stem
    writers = dict(WRITERS)
    if with_findings:
        writers["docx"] = lambda power_list, fonts: [to_docx(power_list, FONTS[fonts], with_findings=True)]
    with paused_collector():
        contents = {f"{stem}.{name}": writers[name](power_list, fonts) for name in writers if name in set(formats)}
        contents[f"{stem}.canonical.txt"] = [canonical.encode()]
        if comparison:
            contents |= _changes(comparison, power_list, stem, formats, fonts)
        record: dict[str, object] = {"schema_version": power_list.schema_version, "source": _source(power_list.source)}
        return _write(out, contents, f"{stem}.manifest.json", _compared(record, comparison))


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
    return _write(out, contents, f"{stem}{CHANGES}.manifest.json", _compared(record, comparison))


def _changes(
    comparison: Comparison, new: PowerList, stem: str, formats: Iterable[Format], fonts: FontPreset
) -> dict[str, Iterable[bytes]]:
    chosen = set(formats)
    with paused_collector():
        return {
            f"{stem}{CHANGES}.{name}": write(comparison, new, fonts)
            for name, write in CHANGES_WRITERS.items()
            if name in chosen
        }


def _write(out: Path, contents: Mapping[str, Iterable[bytes]], manifest: str, record: dict[str, object]) -> list[Path]:
    """Write *contents* by name, and last under the name *manifest* the *record* with their SHA-256 as ``outputs``."""
    renamed: list[str] = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        _write_all(out, contents, (manifest, record), renamed)
    except OSError as error:
        state = "The files that were there are unchanged."
        if renamed:
            state = f"{', '.join(renamed)} are already new, the others old: the set is not whole until you do."
        raise CannotWrite(
            f"{error.filename or out}: cannot write ({error.strerror}); check that {out} is a directory you may write "
            f"to and that the disk has room, then build again. {state}"
        ) from None
    return [out / name for name in (*contents, manifest)]


def _source(source: Source | Edition) -> dict[str, str]:
    return {"file": source.file, "sha256": source.sha256}


def _compared(record: dict[str, object], comparison: Comparison | None) -> dict[str, object]:
    """*record*, with the list before it as ``previous`` where it was compared with one."""
    if comparison and comparison.old:
        record["previous"] = _source(comparison.old)
    return record


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


def _write_all(
    out: Path, contents: Mapping[str, Iterable[bytes]], manifest: tuple[str, dict[str, object]], renamed: list[str]
) -> None:
    """Two rounds: all temporary files, then all renames, each noted in *renamed*.

    What can be known to fail is met in the first round, when nothing has changed: a full disk, a target that is a
    directory.
    """
    name_of_manifest, record = manifest
    parts = {name: out / f".{name}{_PART}" for name in (*contents, name_of_manifest)}
    for name in parts:
        if (out / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(out / name))
    try:
        digests = {name: _write_part(parts[name], pieces) for name, pieces in contents.items()}
        told = json.dumps({**record, "outputs": dict(sorted(digests.items()))}, ensure_ascii=False, indent=2)
        _write_part(parts[name_of_manifest], [told.encode() + b"\n"])
        for name, part in parts.items():
            part.replace(out / name)
            renamed.append(name)
    finally:
        for part in parts.values():
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


def _write_part(path: Path, pieces: Iterable[bytes]) -> str:
    """Write *pieces* to the disk, one after the other; returns the SHA-256 of all."""
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for piece in pieces:
            file.write(piece)
            digest.update(piece)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()
