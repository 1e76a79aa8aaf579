"""What the command line says: results on stdout, talk on stderr, how either looks on a terminal, how a stop is told.

Knows streams, terminals and the summary of a build. Does not know commands, nor what a line means.
"""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, Final

from pipeline.errors import ExitCode, PipelineError

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.compare import Comparison
    from pipeline.model import PowerList
    from pipeline.writers.to_lines import Said


INTERNAL_ERROR: Final = 70
SEVERITIES: Final = ("error", "warning", "info")
_NAME_WIDTH: Final = 12
CLOSED_PIPE: Final = 141
"""What a shell says of a program that SIGPIPE ended."""


def say(text: str) -> None:
    """One result on stdout, as it is: no wrapping, no colour."""
    sys.stdout.write(text + "\n")


def complain(text: str) -> None:
    """One line of talk on stderr."""
    sys.stderr.write(text + "\n")


def open_streams() -> bool:
    """Make stdout and stderr take any character; False, after saying so, where there is no stdout at all."""
    if sys.stdout is None:
        complain("standard output is closed: send it somewhere, e.g. > findings.txt")
        return False
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Chinese is no reason to stop
    return True


def unwritten(error: OSError) -> int:
    """The exit code where stdout cannot be written, after saying so.

    What files cannot be read or written is a PipelineError before it gets here: an error that names no file is that of
    stdout. A reader that has closed it (``| head``) has had what it wanted, and nothing is said.
    """
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter tries once more at its end
    if isinstance(error, BrokenPipeError):
        return CLOSED_PIPE
    complain(f"standard output cannot be written ({error.strerror}): free the disk, or send it elsewhere.")
    return ExitCode.CANNOT_WRITE


def usage_or_defect(error: Exception) -> int:
    """A wrong call is explained by the option parser; anything else is a defect of this program, and said so."""
    if hasattr(error, "show") and hasattr(error, "exit_code"):
        option = getattr(error, "option_name", "")
        if option[1:].isdecimal():  # explain -1: the parser takes a number for an option
            complain(f"{option}: no option, and no item either; items are counted from 1, e.g. explain 3")
            return int(error.exit_code)
        if hasattr(error, "message"):
            error.message = error.message.removeprefix("Value error, ")  # said by the library that checks values
        error.show()
        return int(error.exit_code)
    if os.environ.get("PIPELINE_TRACEBACK"):
        raise error
    complain(
        f"internal error: {type(error).__name__}: {error}\n"
        "This is a defect of this program, not of the list. Set PIPELINE_TRACEBACK=1 to see where, and report it."
    )
    return INTERNAL_ERROR


def console_for(*, stderr: bool) -> Console:
    """A console as wide as the terminal, or as COLUMNS says; no colour where there is none."""
    from rich.console import Console

    # Of a terminal that can do nothing (TERM=dumb) rich would not ask, and take 80 columns.
    width, height = get_terminal_size() if os.environ.get("COLUMNS") else (None, None)
    return Console(stderr=stderr, highlight=False, soft_wrap=False, width=width, height=height)


def show(lines: Iterable[Said]) -> None:
    """*lines* on stdout: on a terminal wrapped to its width, elsewhere each as it is, to be searched."""
    if not sys.stdout.isatty():
        for line in lines:
            say(line.heading)
            for detail in line.details:
                say(f"  {detail}")
        return
    from rich.padding import Padding
    from rich.text import Text

    console = console_for(stderr=False)
    for line in lines:
        console.print(Text(line.heading, style="bold"))
        for detail in line.details:
            console.print(Padding(Text(detail), (0, 0, 0, 2)))


def with_progress(sources: Sequence[Path]) -> Iterator[Path]:
    """*sources*, with a progress bar on stderr when that is a terminal and there are several."""
    if len(sources) < 2 or not sys.stderr.isatty():
        yield from sources
        return
    from rich.progress import track

    yield from track(sources, description="Building", console=console_for(stderr=True), transient=True)


def summarise(
    built: Sequence[PowerList],
    compared: Sequence[Comparison],
    failed: Sequence[tuple[Path, PipelineError]],
    out: Path,
) -> None:
    """What was built, counted, on stdout: of several lists each, then all; what failed and why on stderr."""
    rows: list[tuple[str, str]] = []
    if len(built) > 1:
        for power_list in built:
            found = _counted(Counter(finding.severity for finding in power_list.findings), SEVERITIES)
            rows.append(("list", f"{power_list.source.file}: {len(power_list.items)} items, findings {found}"))
    if built:
        items = [item for power_list in built for item in power_list.items]
        provisions = [provision for item in items for provision in item.provisions]
        statuses = Counter(reference.status for provision in provisions for reference in provision.references)
        severities = Counter(finding.severity for power_list in built for finding in power_list.findings)
        rows += (
            ("files", f"{len(built)} built in {out}/" + (f", {len(failed)} failed" if failed else "")),
            ("items", str(len(items))),
            ("provisions", str(len(provisions))),
            ("references", _counted(statuses)),
            ("findings", _counted(severities, SEVERITIES)),
        )
    compared = [comparison for comparison in compared if comparison.old]
    if compared:
        kinds = Counter(change.kind for comparison in compared for change in comparison.items)
        counted = _counted(kinds, ("added", "removed", "changed"))
        rows.append(("changes", f"{counted}, since the list before in {len(compared)} of {len(built)} files"))
    _say_rows(rows)
    for path, error in failed:
        complain(f"not built: {path}\n  {error}")


def _say_rows(rows: Sequence[tuple[str, str]]) -> None:
    """Names and what is said of each, side by side: on a terminal wrapped in its own column, elsewhere a line each."""
    if not rows or not sys.stdout.isatty():
        for name, value in rows:
            say(f"{name:<{_NAME_WIDTH}}{value}")
        return
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid()
    grid.add_column(width=_NAME_WIDTH)
    grid.add_column(overflow="fold")
    for name, value in rows:
        grid.add_row(name, Text(value))
    console_for(stderr=False).print(grid)


def _counted(counts: Counter[Any], order: Sequence[str] | None = None) -> str:
    names = order if order is not None else [name for name, _ in counts.most_common()]
    parts = ", ".join(f"{counts[name]} {name}" for name in names)
    return f"{counts.total()} ({parts})" if parts else "0"
