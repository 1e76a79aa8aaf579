"""Proves that a block without garbage collection leaves the collector as it was, and no work for it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from pipeline.collector import paused_collector


@pytest.fixture(autouse=True)
def _collector_enabled() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_the_collector_is_paused_in_the_block_and_runs_again_after_it() -> None:
    with paused_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_runs_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="stop"), paused_collector():
        raise ValueError("stop")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with paused_collector():
        pass
    assert not gc.isenabled()


def test_what_was_made_in_the_block_is_not_walked_as_young_afterwards() -> None:
    with paused_collector():
        made: list[object] = [[] for _ in range(10)]
    young = {id(each) for each in gc.get_objects(generation=0)}
    assert young.isdisjoint(map(id, made))


def test_what_somebody_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        with paused_collector():
            pass
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
