"""``python -m bench``: all measurements, one after the other; results on stdout, progress on stderr.

Knows what is measured and in which order. Does not know how.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from importlib import metadata
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any, Final

from bench import commands, report
from bench.commands import Usage

SIZES: Final = (24, 240, 2_400, 24_000)
QUICK: Final = SIZES[:-1]


def main() -> None:
    """Measure and print; a part that cannot be measured is named and left out."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help=f"lists of up to {QUICK[-1]:,} items only")
    parser.add_argument("--sizes", metavar="N", type=int, nargs="+", help="lists of these sizes instead")
    parser.add_argument("--rounds", metavar="N", type=int, default=3, help="how often all is done")
    chosen = parser.parse_args()
    sizes = sorted(chosen.sizes) if chosen.sizes else QUICK if chosen.quick else SIZES
    figures, builds = _measure(sizes, 1 if chosen.quick else chosen.rounds)
    _say("start-up: imports, --help, build of the annex …")
    usages = _start_up()
    _print([_machine(), "", "## Stages and formats", ""], report.stage_table(figures))
    _print(["", "## Sizes", ""], report.size_table(figures, builds))
    if usages:
        _print(["", "## Start-up", ""], report.start_table(usages))
    _print(["", "## Aims", ""], report.aims(figures, usages))


def _measure(sizes: Sequence[int], rounds: int) -> tuple[list[dict[str, Any]], dict[int, Usage]]:
    """Stages and whole build of a list of each size, round by round: a busy minute must not hit one size only."""
    figures: dict[int, list[dict[str, Any]]] = defaultdict(list)
    builds: dict[int, Usage] = {}
    with tempfile.TemporaryDirectory() as folder:
        paths = {items: Path(folder) / f"list-{items}.txt" for items in {*sizes, report.BASE_SIZE}}
        for items, path in paths.items():
            commands.write_list(items, path)
        for number, items in product(range(rounds), sizes):
            _say(f"round {number + 1} of {rounds}, {items:,} items: stages and formats …")
            measured = commands.measure_stages(paths[items], paths[report.BASE_SIZE], calls=number == 0)
            for name, reason in measured["skipped"].items():
                _say(f"  {name} not measured: {reason}")
            figures[items].append(measured)
            _say(f"round {number + 1} of {rounds}, {items:,} items: whole build …")
            try:
                used = commands.build(paths[items])
            except RuntimeError as error:
                _say(f"  not measured: {error}")
            else:
                builds[items] = commands.best([used, builds.get(items, used)])
    return [_summary(of) for of in figures.values()], builds


def _summary(measured: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Of each stage the fastest time of all rounds, and the median growth."""
    first = measured[0]
    return {
        **first,
        "stages": {
            stage: min(one["stages"].get(stage, best) for one in measured) for stage, best in first["stages"].items()
        },
        "growth": {
            stage: median(one["growth"][stage] for one in measured if stage in one["growth"])
            for stage in first["growth"]
        },
    }


def _start_up() -> dict[str, Usage]:
    try:
        return {**commands.start_up(), "workbook": commands.read_workbook(report.WORKBOOK_ITEMS)}
    except RuntimeError as error:
        _say(f"  not measured: {error}")
        return {}


def _machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    names = ("pydantic", "regex", "openpyxl", "python-docx")
    libraries = ", ".join(f"{name} {metadata.version(name)}" for name in names)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores{load}; {libraries}."


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _print(*blocks: Iterable[str]) -> None:
    for block in blocks:
        for line in block:
            print(line)


if __name__ == "__main__":
    main()
