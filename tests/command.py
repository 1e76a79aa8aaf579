"""Runs the command line as a user does.

Knows how a process is started in a place and a width. Does not know what the commands do.
"""

from __future__ import annotations

import os
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
