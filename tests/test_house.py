"""Proves that the house keeps its own rules: imports point one way, every room has a doorplate, no room is a drawer
for odds and ends, and no file carries a path or an address of the machine it was written on."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
ROOMS: Final = sorted((ROOT / "pipeline").rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _tracked() -> list[Path]:
    """The files under version control, but for raw/, which is kept byte for byte as received."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("no git here, so nobody knows which files are tracked")
    names = [name for name in listed.stdout.decode().split("\0") if name and not name.startswith("raw/")]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    data = path.read_bytes()
    if b"\0" not in data:
        yield from enumerate(data.decode("utf-8", "replace").splitlines(), 1)


def test_imports_point_one_way() -> None:
    """The tiers are written down once, in pyproject.toml; a room that is in none of them fails here too."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    checked = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "0 broken" in checked.stdout


@pytest.mark.parametrize(
    ("room", "stranger"),
    [
        ("parse.py", "pipeline.writers"),
        ("writers", "pipeline.parse"),
        ("references", "pipeline.resolve"),
        ("resolve.py", "regex"),
        ("words", "pipeline.model"),
        ("__main__.py", "pipeline.words"),
        ("__main__.py", "pipeline.layout"),
        ("layout", "pipeline.basis"),
    ],
    ids=[
        "reading writes nothing",
        "writing reads nothing",
        "shape first, existence second",
        "resolution reads no text",
        "words know words only",
        "the command line knows no law",
        "the command line knows no layout",
        "layout knows no law",
    ],
)
def test_a_room_does_not_import(room: str, stranger: str) -> None:
    """What a doorplate denies knowing is not imported, wherever in the file."""
    path = ROOT / "pipeline" / room
    files = sorted(path.rglob("*.py")) if path.is_dir() else [path]
    assert files
    for file in files:
        for name in _imported(file):
            assert not f"{name}.".startswith(f"{stranger}."), f"{_name(file)} imports {name}"


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", ROOMS, ids=_name)
def test_every_room_has_a_doorplate(path: Path) -> None:
    doorplate = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert doorplate, "no docstring"
    assert re.search(r"\bKnows\b", doorplate), "it does not say what the room knows"
    assert re.search(r"\bDoes (not|nothing)\b|, and nothing else\b", doorplate), "nor what it does not"
    assert doorplate.splitlines()[0].endswith("."), "its first line is no sentence"


@pytest.mark.parametrize("path", sorted({*ROOMS, *(room.parent for room in ROOMS)}), ids=_name)
def test_no_room_is_a_drawer(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc", "shared"}


def test_no_room_is_a_hall() -> None:
    """Design §3: a room past some 250 lines wants a second room. Past 300 it is no matter of taste any more."""
    lengths = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in ROOMS}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_no_tracked_file_names_this_machine_or_a_registry() -> None:
    here = re.escape(ROOT.as_posix())
    machine = re.compile(rf"(?<![\w.:/-])(/(home|root|Users)/|[A-Z]:[\\/]Users[\\/]|{here}/)")
    # Written so that no pattern finds itself: this file is tracked too.
    address = re.compile(
        r"--(extra-)?index[-]url[ =]|--find[-]links[ =]|\"resolved\":|^\s*registry *="
        r"|https?://[^ )\"]*/(simple|packages)/|https?://[^ /]*(pypi|pythonhosted)\."
    )
    found = [
        f"{_name(path)}:{number}: {line.strip()[:80]}"
        for path in _tracked()
        for number, line in _lines(path)
        if machine.search(line) or address.search(line)
    ]
    assert found == []


def test_nothing_is_tracked_that_make_makes_or_that_locks_by_address() -> None:
    unwanted = re.compile(
        r"(^|/)(uv\.lock|package-lock\.json|poetry\.lock|\.venv|__pycache__)(/|$)|\.(orig|rej|bak|pyc)$"
    )
    assert [_name(path) for path in _tracked() if unwanted.search(_name(path))] == []
