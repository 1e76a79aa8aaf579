"""Proves that the scoreboard counts what was read and names what was not."""

from __future__ import annotations

from pathlib import Path

from bench.scoreboard import lists_in, main, score, table
from tests.golden import ANNEX


def test_the_annex_is_counted(tmp_path: Path) -> None:
    (tmp_path / "annex.txt").write_bytes(ANNEX.read_bytes())
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "README.md").write_text("no list", encoding="utf-8")
    scores = [score(path) for path in lists_in(tmp_path)]
    assert [each.name for each in scores] == ["annex.txt", "broken.xlsx"]
    assert scores[0].figures[:2] == (2, 24)
    assert scores[0].figures[3] == 84
    assert sum(scores[0].statuses) == 137
    assert scores[0].tiled
    lines = list(table(scores))
    assert lines[2].startswith("| annex.txt | 2 | 24 |")
    assert "| row-incomplete | 1 | 1 |" in lines
    assert "broken.xlsx" in lines[-1]


def test_without_a_folder_it_says_how_it_is_called() -> None:
    assert main([]) == 2
