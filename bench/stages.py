"""One list, one process: seconds per stage and format. ``python -m bench.stages FILE BASE [--calls]`` prints JSON.

Knows the doors of the pipeline and which of their steps make a stage. Does not know how figures are shown, nor any aim.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import mean
from typing import Any, Final

import regex

from bench.clocks import Clock, count_calls, now, run_times, runs, since, timed
from pipeline import parse as door
from pipeline.collector import paused_collector
from pipeline.model import PowerList
from pipeline.words.tables import NUM

# The functions that parse calls, by the stage they belong to. What is left of its time is "model": the PowerList
# with the check that it agrees with itself, and the SHA-256 of the source.
STEPS: Final = {"read_source": "read", "read_layout": "read", "assemble": "assemble", "check": "check"}
REST: Final = "model"
WHOLE: Final = "parse"
FORMATS: Final = ("json", "xlsx", "docx")
BARE: Final = "bare"

# The least a program could do with the text: find every article number, once.
_BARE_PASS: Final = regex.compile(rf"第{NUM}+条")

Times = dict[str, list[Clock]]
"""Per stage the time of each run."""


def measure(path: Path, base: Path, *, calls: bool) -> dict[str, Any]:
    """All figures of the list at *path*: size, best seconds per stage, growth per stage, with *calls* their number.

    Growth is time per item as a multiple of that of the list at *base*. Both are means of all runs, those of the base
    taken before and after in the same process: what else the machine does then slows both alike.
    """
    spent = _watch_steps()
    data = path.read_bytes()
    before, base_list, _ = _all_times(base.read_bytes(), spent)
    base_items = len(base_list.items)
    del base_list
    times, power_list, skipped = _all_times(data, spent)
    sizes = {"items": len(power_list.items), "laws": len(power_list.laws), "findings": len(power_list.findings)}
    del power_list
    after, _, _ = _all_times(base.read_bytes(), spent)
    text = data.decode()
    bare = run_times(lambda: sum(1 for _ in _BARE_PASS.finditer(text)))
    return {
        **sizes,
        "bytes": len(data),
        "stages": {stage: min(clocks) for stage, clocks in {**times, BARE: bare}.items()},
        "growth": {
            # The first run before is left out: it loads libraries.
            stage: _mean(clocks) / sizes["items"] / (_mean([*before[stage][1:], *after[stage]]) / base_items)
            for stage, clocks in times.items()
        },
        "calls": count_calls(lambda: door.parse_bytes(data, path.name)) if calls else None,
        "skipped": skipped,
    }


def _mean(clocks: list[Clock]) -> float:
    return mean(cpu for cpu, _ in clocks)


def _all_times(data: bytes, spent: dict[str, Clock]) -> tuple[Times, PowerList, dict[str, str]]:
    """The times of every stage and format, the list, and why a format has none."""
    times, power_list = _parse_times(data, spent)
    skipped: dict[str, str] = {}
    for name in FORMATS:
        try:
            times[name] = run_times(partial(_write, _writer(name), power_list))
        except Exception as error:  # noqa: BLE001 (a writer that fails must not cost the other figures)
            skipped[name] = f"{type(error).__name__}: {error}"
    return times, power_list, skipped


def _parse_times(data: bytes, spent: dict[str, Clock]) -> tuple[Times, PowerList]:
    times: Times = defaultdict(list)
    power_list: PowerList | None = None
    for _ in runs():
        spent.clear()
        power_list = None  # the list of the run before must not be in this one's memory
        start = now()
        power_list = door.parse_bytes(data, "list.txt")
        whole = since(start)
        for stage, clock in _stages_of(whole, spent).items():
            times[stage].append(clock)
    assert power_list is not None  # there is at least one run
    return times, power_list


def _stages_of(whole: Clock, spent: Mapping[str, Clock]) -> dict[str, Clock]:
    """One parse by stage: its steps, what is left, all of it."""
    rest = (whole[0] - sum(cpu for cpu, _ in spent.values()), whole[1] - sum(wall for _, wall in spent.values()))
    return {**spent, REST: rest, WHOLE: whole}


def _watch_steps() -> dict[str, Clock]:
    """Make the door's steps report their time; the answer is where they do."""
    spent: dict[str, Clock] = {}
    for function, stage in STEPS.items():
        setattr(door, function, timed(stage, spent, getattr(door, function)))
    return spent


def _write(write: Callable[[PowerList], bytes | Iterable[bytes]], power_list: PowerList) -> int:
    """As ``pipeline.export`` does it: it pauses the collector around its writers. How many bytes there are."""
    with paused_collector():
        made = write(power_list)
        return len(made) if isinstance(made, bytes) else sum(map(len, made))


def _writer(name: str) -> Callable[[PowerList], bytes | Iterable[bytes]]:
    write: Callable[[PowerList], bytes | Iterable[bytes]] = getattr(
        import_module(f"pipeline.writers.to_{name}"), f"to_{name}"
    )
    return write


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), Path(sys.argv[2]), calls="--calls" in sys.argv)))
