"""Clocks, runs and clean starts: how a step is timed.

Knows the clocks of a process, the caches of ``pipeline`` and the garbage collector. Does not know what is timed.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from types import FrameType, ModuleType
from typing import Any, Final

SECONDS: Final = 3.0
MOST_RUNS: Final = 30
"""A step is repeated until so many seconds are over, or so many times."""

Clock = tuple[float, float]
"""Seconds of CPU of this process, and of the clock on the wall."""


def now() -> Clock:
    return (time.process_time(), time.perf_counter())


def since(start: Clock) -> Clock:
    cpu, wall = now()
    return (cpu - start[0], wall - start[1])


def runs() -> Iterator[int]:
    """Count runs, as many as the limits allow; before each, everything is as at the start of a build."""
    start = time.perf_counter()
    for run in range(MOST_RUNS):
        if run and time.perf_counter() - start > SECONDS:
            return
        _fresh()
        yield run


def run_times(step: Callable[[], object]) -> list[Clock]:
    """The time of each run of *step*."""
    times: list[Clock] = []
    for _ in runs():
        start = now()
        result = step()
        times.append(since(start))
        del result  # freed outside the clock
    return times


def timed(stage: str, spent: dict[str, Clock], function: Callable[..., Any]) -> Callable[..., Any]:
    """*function*, adding its time to ``spent[stage]``."""

    def stand_in(*args: Any, **named: Any) -> Any:
        start = now()
        result = function(*args, **named)
        cpu, wall = since(start)
        before = spent.get(stage, (0.0, 0.0))
        spent[stage] = (before[0] + cpu, before[1] + wall)
        return result

    return stand_in


def count_calls(step: Callable[[], object]) -> int:
    """How many functions, of Python or of C, *step* calls: the same on every machine."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    _fresh()
    sys.setprofile(note)
    try:
        step()
    finally:
        sys.setprofile(None)
    return count


def _fresh() -> None:
    """Nothing cached, no garbage left. When the collector pauses is the pipeline's business."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "pipeline":
            _clear_caches(module)
    gc.collect()


def _clear_caches(holder: ModuleType | type) -> None:
    """Empty every functools cache of a module and of its classes."""
    for value in list(vars(holder).values()):
        if callable(getattr(value, "cache_clear", None)) and hasattr(value, "cache_info"):
            value.cache_clear()
        elif isinstance(holder, ModuleType) and isinstance(value, type) and value.__module__ == holder.__name__:
            _clear_caches(value)
