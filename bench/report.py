"""Figures → tables in Markdown, and which aims they meet.

Knows the aims and how figures are shown. Does not know how they were measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from bench.commands import Usage

Figures = Mapping[str, Any]

AIM_SPEED: Final = 4.0
AIM_GROWTH: Final = 1.3
AIM_BUILD: Final = 3.0
AIM_WORKBOOK: Final = 2.0
WORKBOOK_ITEMS: Final = 1_000
BASE_SIZE: Final = 240

# Stage, and what stands for it in the tables.
STAGES: Final = {
    "read": "read: decode, cells, layout",
    "assemble": "parse and resolve: basis, references, penalties, resolution",
    "check": "check: findings",
    "model": "model: the list agrees with itself",
    "parse": "**all of the above**",
    "json": "to_json",
    "xlsx": "to_xlsx",
    "docx": "to_docx",
}
_FORMATS: Final = ("json", "xlsx", "docx")


def stage_table(sizes: Sequence[Figures]) -> Iterator[str]:
    """One row per stage and size; the last column is time per item as a multiple of that at 240 items."""
    yield from _head("stage", "items", "MB", "CPU s", "wall s", "MB/s", "µs per item", f"× {BASE_SIZE} items")
    for stage, name in STAGES.items():
        for figures in sizes:
            if stage in figures["stages"]:
                cpu, wall = figures["stages"][stage]
                size = figures["bytes"] / 1e6
                yield _row(
                    name, f"{figures['items']:,}", f"{size:.2f}", f"{cpu:.4f}", f"{wall:.4f}", f"{size / cpu:.2f}",
                    f"{cpu / figures['items'] * 1e6:.1f}", f"{figures['growth'][stage]:.2f}",
                )  # fmt: skip


def size_table(sizes: Sequence[Figures], builds: Mapping[int, Usage]) -> Iterator[str]:
    """One row per size: the parse against one bare pass, calls, and the whole build as a user runs it."""
    yield from _head(
        "items", "laws", "findings", "bare pass s", "parse ÷ bare pass", "calls per item",
        "build CPU s", "build wall s", "peak MB", "peak MB per MB of source",
    )  # fmt: skip
    for figures in sizes:
        items, bare = figures["items"], figures["stages"]["bare"][0]
        used = builds.get(items)
        yield _row(
            f"{items:,}", f"{figures['laws']:,}", f"{figures['findings']:,}", f"{bare:.5f}",
            f"{figures['stages']['parse'][0] / bare:.0f}", f"{figures['calls'] / items:.0f}",
            f"{used.cpu:.2f}" if used else "–", f"{used.wall:.2f}" if used else "–",
            f"{used.peak / 1e6:.0f}" if used else "–", f"{used.peak / figures['bytes']:.0f}" if used else "–",
        )  # fmt: skip


def start_table(usages: Mapping[str, Usage]) -> Iterator[str]:
    """One row per command, as ratios to importing the libraries."""
    names = {
        "nothing": "python -c pass",
        "named": "importing the libraries by name",
        "imports": "importing of the libraries what the build loads",
        "help": "python -m pipeline --help",
        "build": "python -m pipeline build (the annex)",
        "workbook": f"python -m pipeline build --format json ({WORKBOOK_ITEMS:,} items, .xlsx)",
    }
    yield from _head("command", "CPU s", "wall s", "peak MB", "CPU ÷ imports", "wall ÷ imports")
    for name, used in usages.items():
        ratios = (used.cpu / usages["imports"].cpu, used.wall / usages["imports"].wall)
        yield _row(
            names[name], f"{used.cpu:.3f}", f"{used.wall:.3f}", f"{used.peak / 1e6:.0f}", *(f"{r:.2f}" for r in ratios)
        )


def aims(sizes: Sequence[Figures], usages: Mapping[str, Usage]) -> Iterator[str]:
    """Each aim with what was measured: met, missed, or not measured."""
    speeds = {f["items"]: f["bytes"] / 1e6 / f["stages"]["parse"][0] for f in sizes if f["items"] >= BASE_SIZE}
    for items, speed in speeds.items():
        wish = f"parse, resolve and check at {items:,} items: {AIM_SPEED:g} MB/s or more"
        yield _aim(wish, speed, speed >= AIM_SPEED)
    largest = sizes[-1]
    for stage in STAGES:
        growth = largest["growth"].get(stage) if largest["items"] > BASE_SIZE else None
        wish = f"{stage}: time per item at {largest['items']:,} no more than {AIM_GROWTH:g} × that at {BASE_SIZE}"
        yield _aim(wish, growth, growth is not None and growth <= AIM_GROWTH)
    for imports, what in (("imports", "what it loads of the libraries"), ("named", "the libraries by name")):
        ratio = usages["build"].cpu / usages[imports].cpu if "build" in usages else None
        wish = f"the whole build of the annex under {AIM_BUILD:g} × importing {what} (CPU)"
        yield _aim(wish, ratio, ratio is not None and ratio < AIM_BUILD)
    seconds = usages["workbook"].cpu if "workbook" in usages else None
    wish = f"{WORKBOOK_ITEMS:,} items, .xlsx in to JSON out, the whole command: under {AIM_WORKBOOK:g} s (CPU)"
    yield _aim(wish, seconds, seconds is not None and seconds < AIM_WORKBOOK)


def _aim(wish: str, measured: float | None, met: bool) -> str:  # noqa: FBT001
    if measured is None:
        return f"- {wish}: **not measured**"
    return f"- {wish}: {measured:.2f}, **{'met' if met else 'missed'}**"


def _head(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield _row("---", *["---:"] * (len(names) - 1))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
