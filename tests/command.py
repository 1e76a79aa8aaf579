"""Runs the command line as a user does.

Knows how a process is started in a place and a width. Does not know what the commands do.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(
    *arguments: str | Path, cwd: Path = ROOT, columns: int = 100, encoding: str = "utf-8"
) -> subprocess.CompletedProcess[str]:
    """``python -m pipeline`` with *arguments* in *cwd*, no terminal, *columns* wide; output is read as *encoding*."""
    environment = os.environ | {"COLUMNS": str(columns), "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *map(str, arguments)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding=encoding,
        check=False,
    )


def on_terminal(*arguments: str | Path, cwd: Path, columns: int, terminal: str = "xterm") -> list[str]:
    """The lines that a real terminal shows of it, *columns* wide, without colour; pipes get whole lines."""
    parent, child = pty.openpty()
    environment = os.environ | {
        "COLUMNS": str(columns),
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "TERM": terminal,
        "NO_COLOR": "1",
    }
    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    with subprocess.Popen(command, cwd=cwd, env=environment, stdout=child) as process:
        os.close(child)
        shown = b""
        while True:
            try:
                piece = os.read(parent, 4096)
            except OSError:  # Linux says so when the other end is closed
                break
            if not piece:
                break
            shown += piece
    os.close(parent)
    assert process.returncode == 0
    return re.sub(r"\x1b\[[0-9;]*m|\r", "", shown.decode()).splitlines()
