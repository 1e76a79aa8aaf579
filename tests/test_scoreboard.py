"""Proves that the scoreboard counts what was read and names what was not."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bench.scoreboard import lists_in, main, score, table
from pipeline.inputs import find_law
from tests.command import run
from tests.golden import ANNEX, LAWS


def test_the_annex_is_counted(tmp_path: Path) -> None:
    (tmp_path / "annex.txt").write_bytes(ANNEX.read_bytes())
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "README.md").write_text("no list", encoding="utf-8")
    law = find_law(LAWS, date(2026, 11, 23))
    scores = [score(path, law) for path in lists_in(tmp_path)]
    assert [each.name for each in scores] == ["annex.txt", "broken.xlsx"]
    assert scores[0].figures[:2] == (2, 24)
    assert scores[0].figures[3] == 84
    assert sum(scores[0].statuses) == 137
    assert scores[0].tiled
    lines = list(table(scores))
    assert lines[2].startswith("| annex.txt | 2 | 24 |")
    assert "| row-incomplete | 1 | 1 |" in lines
    assert "broken.xlsx" in lines[-1]


def test_findings_are_those_of_check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What the register says is among them."""
    (tmp_path / "annex.txt").write_bytes(ANNEX.read_bytes())
    assert main([str(tmp_path)]) == 0
    said = [line.split()[3] for line in run("check", tmp_path / "annex.txt").stdout.splitlines()]
    assert "provision-moved" in said
    counted = dict(re.findall(r"^\| ([a-z-]+) \| +\d* \| (\d+) \|$", capsys.readouterr().out, re.MULTILINE))
    assert counted == {code: str(count) for code, count in Counter(said).items()}


def test_without_a_folder_it_says_how_it_is_called() -> None:
    assert main([]) == 2
