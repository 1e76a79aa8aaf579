"""The files of a build: complete, reproducible, and each one whole at any moment."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from pipeline.errors import CannotWrite
from pipeline.export import WRITERS, export, is_whole
from pipeline.model import PowerList
from pipeline.parse import Parsed, parse_source
from pipeline.writers import record_sheets
from pipeline.writers.to_json import to_json

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "fixtures" / "small" / "list.txt"
NAMES = ["list.json", "list.xlsx", "list.docx", "list.canonical.txt", "list.manifest.json"]


@pytest.fixture(scope="module")
def small() -> Parsed:
    return parse_source(SMALL.read_bytes(), SMALL.name)


def snapshot(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(directory.iterdir())}


def test_a_build_writes_the_whole_set_and_nothing_else(small: Parsed, tmp_path: Path) -> None:
    written = export(*small, tmp_path / "neu" / "out")
    assert [path.name for path in written] == NAMES
    assert sorted(snapshot(tmp_path / "neu" / "out")) == sorted(NAMES)


def test_the_manifest_names_source_and_outputs_by_digest(small: Parsed, tmp_path: Path) -> None:
    export(*small, tmp_path)
    record = json.loads((tmp_path / "list.manifest.json").read_text(encoding="utf-8"))
    assert record["source"]["sha256"] == hashlib.sha256(SMALL.read_bytes()).hexdigest()
    assert record["outputs"] == {
        name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in sorted(NAMES[:-1])
    }
    assert is_whole(tmp_path / "list.manifest.json")
    (tmp_path / "list.json").write_bytes(b"{}")
    assert not is_whole(tmp_path / "list.manifest.json")


def test_only_the_formats_asked_for_are_written(small: Parsed, tmp_path: Path) -> None:
    export(*small, tmp_path, ["json"])
    assert sorted(snapshot(tmp_path)) == ["list.canonical.txt", "list.json", "list.manifest.json"]


def test_the_fonts_are_those_asked_for_and_only_the_office_formats_have_any(small: Parsed, tmp_path: Path) -> None:
    export(*small, tmp_path / "official")
    export(*small, tmp_path / "system", fonts="system")
    official, system = snapshot(tmp_path / "official"), snapshot(tmp_path / "system")
    changed = {name for name in official if official[name] != system[name]}
    assert changed == {"list.xlsx", "list.docx", "list.manifest.json"}


def test_where_an_output_cannot_be_made_nothing_is_written(
    small: Parsed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list that a sheet cannot hold: the message says so, and what was there is still there."""
    export(*small, tmp_path)
    before = snapshot(tmp_path)
    monkeypatch.setattr(record_sheets, "MAX_ROWS", 2)
    with pytest.raises(CannotWrite, match=r"rows.*Nothing was written"):
        export(*small, tmp_path, fonts="system")
    assert snapshot(tmp_path) == before


def test_the_json_reads_back_to_the_same_list_and_the_canonical_text_is_what_spans_index(
    small: Parsed, tmp_path: Path
) -> None:
    export(*small, tmp_path)
    again = PowerList.model_validate_json((tmp_path / "list.json").read_bytes())
    assert again == small.power_list
    text = (tmp_path / "list.canonical.txt").read_bytes().decode()
    assert len(text) == again.source.characters
    first = again.items[0]
    assert text[slice(*first.spans["title"])] == first.title


def test_two_builds_give_the_same_bytes_wherever_and_whenever(
    small: Parsed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(*small, tmp_path / "a")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    real_time = time.time
    monkeypatch.setattr(time, "time", lambda: real_time() + 40_000_000)
    try:
        parsed = parse_source(SMALL.read_bytes(), SMALL.name)
        export(*parsed, tmp_path / "b" / "andere Stelle 另一处")
    finally:
        monkeypatch.undo()
        time.tzset()
    one, other = snapshot(tmp_path / "a"), snapshot(tmp_path / "b" / "andere Stelle 另一处")
    for name in ("list.xlsx", "list.docx"):  # members first: they say more about a difference than the zip does
        assert members(one[name]) == members(other[name]), name
    assert one == other


def members(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("obstacle", ["file", "loop"])
def test_an_output_directory_that_cannot_be_is_a_clear_error(small: Parsed, tmp_path: Path, obstacle: str) -> None:
    out = tmp_path / "out"
    if obstacle == "file":
        out.write_text("in the way")
    else:
        out.symlink_to(out)
    with pytest.raises(CannotWrite, match=r"out: cannot write .*then build again"):
        export(*small, out)


def test_a_directory_in_a_files_place_is_met_before_anything_changes(small: Parsed, tmp_path: Path) -> None:
    export(*small, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix != ".docx"}
    (tmp_path / "list.docx").unlink()
    (tmp_path / "list.docx").mkdir()
    revised = parse_source(SMALL.read_bytes().replace("桥务科".encode(), "巡桥科".encode()), SMALL.name)
    with pytest.raises(CannotWrite, match=r"list\.docx: cannot write \(Is a directory\).*unchanged"):
        export(*revised, tmp_path)
    (tmp_path / "list.docx").rmdir()
    assert snapshot(tmp_path) == before


def test_a_rename_that_fails_in_the_middle_is_not_called_unchanged(
    small: Parsed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def replace(part: Path, target: Path) -> Path:
        if target.name == "list.docx":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(target))
        return real(part, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CannotWrite, match=r"list\.json, list\.xlsx are already new.*not whole"):
        export(*small, tmp_path)
    assert not is_whole(tmp_path / "list.manifest.json")


def test_the_manifest_is_renamed_last(small: Parsed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were it first, a set whose other files are old would have a manifest of the new one for a moment."""
    renamed: list[str] = []
    real = Path.replace

    def replace(part: Path, target: Path) -> Path:
        renamed.append(target.name)
        return real(part, target)

    monkeypatch.setattr(Path, "replace", replace)
    export(*small, tmp_path)
    assert sorted(renamed) == sorted(NAMES)
    assert renamed[-1] == "list.manifest.json"


def fail_on_call(monkeypatch: pytest.MonkeyPatch, number: int, code: int) -> None:
    """Let the *number*-th fsync of a temporary file fail, as a full disk does."""
    calls = iter(range(1, 100))
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if next(calls) == number:
            raise OSError(code, os.strerror(code), "list.xlsx")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize("number", range(1, len(NAMES) + 1))
def test_on_a_full_disk_the_old_set_stays_whole_and_no_temporary_file_is_left(
    small: Parsed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    export(*small, tmp_path)
    before = snapshot(tmp_path)
    revised = parse_source(SMALL.read_bytes().replace("桥务科".encode(), "巡桥科".encode()), SMALL.name)
    fail_on_call(monkeypatch, number, errno.ENOSPC)
    with pytest.raises(CannotWrite, match="No space left"):
        export(*revised, tmp_path)
    assert snapshot(tmp_path) == before
    assert is_whole(tmp_path / "list.manifest.json")


KILLED = """
import sys
from pathlib import Path
from pipeline.export import export
from pipeline.parse import parse_source
source, out = Path(sys.argv[1]), Path(sys.argv[2])
one = parse_source(source.read_bytes(), "list.txt")
other = parse_source(source.read_bytes().replace("桥务科".encode(), "巡桥科".encode()), "list.txt")
print("ready", flush=True)
while True:
    export(*one, out, ["json"])
    export(*other, out, ["json"])
"""


def test_killed_at_any_moment_every_file_is_the_old_one_or_the_new_one(small: Parsed, tmp_path: Path) -> None:
    """A process that rewrites two versions without end is killed at random moments; what it leaves is looked at."""
    versions: list[dict[str, bytes]] = []
    revised = parse_source(SMALL.read_bytes().replace("桥务科".encode(), "巡桥科".encode()), SMALL.name)
    for name, parsed in (("a", small), ("b", revised)):
        export(*parsed, tmp_path / name, ["json"])
        versions.append(snapshot(tmp_path / name))
    out = tmp_path / "out"
    moments = random.Random(9704)  # noqa: S311 - moments to kill at, not a secret
    for _ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(SMALL), str(out)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(moments.uniform(0.0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        left = (
            {name: data for name, data in snapshot(out).items() if not name.endswith(".part")} if out.exists() else {}
        )
        for name, data in left.items():
            assert data in (versions[0][name], versions[1][name]), f"{name} is neither the old nor the new one"
        if is_whole(out / "list.manifest.json"):
            assert left in versions
    export(*small, out, ["json"])
    assert snapshot(out) == versions[0], "the next build replaces what a killed one left, temporary files included"


@pytest.mark.parametrize("empty", [False, True])
@pytest.mark.parametrize("source", [SMALL, ROOT / "raw" / "sanming-wangxin.txt"])
def test_json_made_in_pieces_is_what_it_would_be_in_one(source: Path, empty: bool) -> None:
    power_list = parse_source(source.read_bytes(), "list.txt").power_list
    if empty:
        tables = tuple(table.model_copy(update={"items": ()}) for table in power_list.tables)
        power_list = power_list.model_copy(update={"tables": tables})
    assert b"".join(to_json(power_list)).decode() == power_list.model_dump_json(indent=2) + "\n"


def test_every_format_has_a_writer() -> None:
    assert list(WRITERS) == ["json", "xlsx", "docx"]
