"""Commands as a user runs them, each in a process of its own: time and peak memory.

Knows how to start a process and what it used. Does not know what a command does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
ANNEX: Final = ROOT / "raw" / "sanming-wangxin.txt"
LIBRARIES: Final = ("regex", "pydantic", "docx", "openpyxl", "lxml", "typer", "rich")

_ROUNDS: Final = 5
_ENVIRONMENT: Final = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Without the setting under which every process would compile the project anew, the libraries' bytecode being kept."""
_RSS_UNIT: Final = 1 if sys.platform == "darwin" else 1024


class Usage(NamedTuple):
    """Seconds of CPU and of the clock on the wall; bytes of memory at the peak."""

    cpu: float
    wall: float
    peak: int


def run(*words: str) -> Usage:
    """Run ``python`` with *words* in the project's directory. RuntimeError with its complaint where it fails."""
    with tempfile.TemporaryFile() as complaint:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 (our own command lines)
            [sys.executable, *words], cwd=ROOT, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=complaint
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            complaint.seek(0)
            raise RuntimeError(complaint.read().decode(errors="replace").strip() or f"exit code {process.returncode}")
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * _RSS_UNIT)


def write_list(items: int, path: Path) -> None:
    """Write a generated list. In a process of its own: what this one holds would count in its children's peaks."""
    with path.open("wb") as file:
        subprocess.run([sys.executable, "-m", "bench.lists", str(items)], cwd=ROOT, stdout=file, check=True)  # noqa: S603


def measure_stages(path: Path, base: Path, *, calls: bool) -> dict[str, Any]:
    """What ``bench.stages`` says of the list at *path*, compared with that at *base*."""
    words = [sys.executable, "-m", "bench.stages", str(path), str(base), *(["--calls"] if calls else [])]
    done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def build(path: Path) -> Usage:
    """Build the list at *path*, all formats, into a directory that is thrown away."""
    with tempfile.TemporaryDirectory() as out:
        return run("-m", "pipeline", "build", str(path), "--out", out)


def read_workbook(items: int) -> Usage:
    """Read a workbook of *items* generated items and write its JSON, as a user does: the best of three."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        subprocess.run([sys.executable, "-m", "bench.workbooks", str(items), str(path)], cwd=ROOT, check=True)  # noqa: S603
        words = ("-m", "pipeline", "build", str(path), "--out", folder, "--format", "json")
        return best([run(*words) for _ in range(3)])


_BUILT: Final = """
import runpy, sys
sys.argv = ["pipeline", "build", *sys.argv[1:]]
try:
    runpy.run_module("pipeline", run_name="__main__")
except SystemExit:
    pass
print("\\n".join(sys.modules), file=sys.stderr)
"""


def loaded() -> list[str]:
    """The modules of the libraries that a build of the annex loads, in the order in which it does."""
    with tempfile.TemporaryDirectory() as out:
        words = [sys.executable, "-c", _BUILT, str(ANNEX), "--out", out]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, check=True, text=True)  # noqa: S603
    return [name for name in done.stderr.split() if name.partition(".")[0] in LIBRARIES]


def start_up() -> dict[str, Usage]:
    """Importing the libraries, ``--help`` and the build of the annex: the best of five, taken in turn.

    The libraries are imported twice: by name, and as the build does. ``import pydantic`` by itself loads next to
    nothing: the rest comes when a name is first asked for. One round before the first goes uncounted: it writes byte
    code and warms the file cache.
    """
    modules = ", ".join(loaded())
    commands: dict[str, Callable[[], Usage]] = {
        "nothing": lambda: run("-c", "pass"),
        "named": lambda: run("-c", f"import {', '.join(LIBRARIES)}"),
        "imports": lambda: run("-c", f"import {modules}"),
        "help": lambda: run("-m", "pipeline", "--help"),
        "build": lambda: build(ANNEX),
    }
    usages: dict[str, list[Usage]] = {name: [] for name in commands}
    for _ in range(_ROUNDS + 1):
        for name, command in commands.items():
            usages[name].append(command())
    return {name: best(of[1:]) for name, of in usages.items()}


def best(usages: Sequence[Usage]) -> Usage:
    """The least of each."""
    return Usage(min(used.cpu for used in usages), min(used.wall for used in usages), min(used.peak for used in usages))
