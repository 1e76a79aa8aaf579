"""Keeps Python's cyclic garbage collector out of the way while a list is built.

Knows that reading and writing a list make many objects and no garbage. Does not know lists.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collector() -> Iterator[None]:
    """Run a block without cyclic collection; afterwards it is as it was.

    The collector walks all living objects again and again while their number grows; nothing it looks at is garbage
    before the block ends, and the time per item would rise with the size of the list (see bench/README.md).
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            _call_everything_old()
            gc.enable()


def _call_everything_old() -> None:
    """Move all living objects to the oldest generation, without looking at them.

    They would all count as young, and the first object made after the block would have every one of them walked.
    Freezing and unfreezing is the way to move them that costs nothing; where somebody has frozen objects of his own,
    they stay frozen, and nothing is moved.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
