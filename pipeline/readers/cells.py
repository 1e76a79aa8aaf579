"""The cells of a workbook as words; for an .xls in a process of its own, which a damaged file may bring down.

Knows the library for workbooks, what a number or date looks like, and how to keep a crash from spreading.
Does not know what stands in a cell. Run as a script it needs nothing else of this project.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import python_calamine as calamine

MAX_PLACES: Final = 4_000_000
_SECONDS: Final = 120
_MEMORY: Final = 3 * 1024 * 1024 * 1024

_ROW_GAP: Final = 1_000
_COLUMN_GAP: Final = 100
MAX_FAR: Final = 50
"""Cells far from all others that are read apart from them; a sheet has one or two, left there by mistake."""

Book = list[dict[str, Any]]
"""For each worksheet: name, rows (lists of words), merged (top, left, bottom, right), far (row, column, words) and,
where it is too large all the same, end.
"""


def crowded(rows: Iterable[int], columns: Iterable[int]) -> tuple[int, int, int, int]:
    """The part of a sheet that most of its used *rows* and *columns* are in: top, left, bottom, right.

    A thousand empty rows, or a hundred empty columns, part what stands before them from what stands behind.
    """
    (top, bottom), (left, right) = _longest(rows, _ROW_GAP), _longest(columns, _COLUMN_GAP)
    return top, left, bottom, right


def _longest(used: Iterable[int], gap: int) -> tuple[int, int]:
    runs: list[list[int]] = []
    for number in sorted(used):
        if not runs or number - runs[-1][-1] > gap:
            runs.append([])
        runs[-1].append(number)
    run = max(runs, key=len, default=[0])
    return run[0], run[-1]


def read_cells(data: bytes) -> Book:
    """The worksheets of *data*. Raises calamine.PasswordError, or ValueError where it is damaged."""
    sheets: Book = []
    try:
        with calamine.load_workbook(io.BytesIO(data)) as book:
            for meta in book.sheets_metadata:
                if meta.typ == calamine.SheetTypeEnum.WorkSheet:
                    sheets.append(_sheet(meta.name, book.get_sheet_by_name(meta.name)))
    except calamine.PasswordError:
        raise
    except (calamine.CalamineError, OSError) as error:
        raise ValueError(str(error)) from None
    except BaseException as error:
        # The library gives up on some damaged files with an exception of its own, which is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise ValueError("panic") from None
    return sheets


def read_cells_apart(data: bytes) -> Book:
    """As ``read_cells``, in another process: on a damaged .xls the library may ask for more memory than there is."""
    try:
        done = subprocess.run(  # noqa: S603 - this very file, by the Python that runs it
            [sys.executable, "-I", str(Path(__file__).resolve())],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "RUST_BACKTRACE": "0"},
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        raise ValueError(str(error)) from None
    if done.returncode == 3:
        raise calamine.PasswordError
    if done.returncode:
        raise ValueError(f"exit code {done.returncode}")
    sheets: Book = json.loads(done.stdout)
    return sheets


def _sheet(name: str, table: calamine.CalamineSheet) -> dict[str, Any]:
    end = table.end
    merged = [(*first, *last) for first, last in table.merged_cell_ranges or ()]
    if end is not None and (end[0] + 1) * (end[1] + 1) > MAX_PLACES:
        return {"name": name, "merged": merged, **_without_far(table)}
    # What is skipped is empty above and to the left: numbers must be those of the sheet.
    values = table.to_python(skip_empty_area=False) if end is not None else []
    return {"name": name, "rows": [[*map(_printed, row)] for row in values], "merged": merged, "far": [], "end": None}


def _without_far(table: calamine.CalamineSheet) -> dict[str, Any]:
    """The rows of a sheet that reaches too far, without the few cells that stand far from all others."""
    top, left = table.start or (0, 0)
    cells: dict[tuple[int, int], str] = {}
    for row, values in enumerate(table.iter_rows(), top):
        cells.update({(row, column): _printed(value) for column, value in enumerate(values, left) if value != ""})
    first, before, last, right = crowded({row for row, _ in cells}, {column for _, column in cells})
    far = [at for at in cells if not (first <= at[0] <= last and before <= at[1] <= right)]
    if len(far) > MAX_FAR or (last + 1) * (right + 1) > MAX_PLACES:
        return {"rows": [], "far": [], "end": table.end}
    rows = [[cells.get((row, column), "") for column in range(right + 1)] for row in range(last + 1)]
    return {"rows": rows, "far": [(*at, cells[at]) for at in far], "end": None}


_WHOLE: Final = 2**53
"""Up to here every whole number is held as it is written; a code of sixteen digits is one."""


def _printed(value: object) -> str:
    """A value as a person reads it: 1.0 is 1, a date is 2031-04-01."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _WHOLE else f"{value:.15g}"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "seconds")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)


def _main() -> int:
    """Workbook on stdin, JSON on stdout; 3 where it is encrypted, 4 where it is damaged."""
    try:
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass
    try:
        sheets = read_cells(sys.stdin.buffer.read())
    except calamine.PasswordError:
        return 3
    except (ValueError, MemoryError):
        return 4
    sys.stdout.buffer.write(json.dumps(sheets).encode())
    return 0


if __name__ == "__main__":
    sys.exit(_main())
