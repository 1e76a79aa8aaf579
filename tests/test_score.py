"""Proves that ``python -m bench.score`` counts an article as right only when every reference and fine of it is.

The articles are made up; what the program makes of them is proved elsewhere (test_references.py, test_penalties.py).
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.golden import ROOT

Record = dict[str, Any]

RIGHT: Record = {
    "text": "违反本条例第九条第二款、第十条规定的，给予警告。",
    "article": 40,
    "references": [
        {"target": "9.2", "law_name": None, "base": "self", "text": "第九条第二款"},
        {"target": {"article": 10}, "law_name": None, "base": "self"},
    ],
}
RELATIVE: Record = {
    "text": "有前款行为的，给予警告。",
    "article": "40-1",
    "paragraph": 2,
    "references": [{"target": "40-1.1", "base": "relative"}],
}
UNRESOLVED: Record = {
    "text": "有前款行为的。",
    "article": [40, 1],
    "references": [{"target": None, "base": "relative"}],
}


def score(path: Path, *records: Record | str, options: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    lines = [record if isinstance(record, str) else json.dumps(record, ensure_ascii=False) for record in records]
    file = path / "articles.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return subprocess.run(  # our own interpreter, our own file
        [sys.executable, "-m", "bench.score", str(file), *options],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_right_articles_are_counted(tmp_path: Path) -> None:
    done = score(tmp_path, RIGHT, "", RELATIVE, UNRESOLVED)
    assert done.returncode == 0, done.stderr
    explicit, relative, speed = done.stdout.splitlines()
    assert explicit.split() == ["explicit", "1", "of", "1", "articles", "right", "100.00%"]
    assert relative.split() == ["relative", "2", "of", "2", "articles", "right", "100.00%"]
    assert "MB" in speed


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"references": RIGHT["references"][:1]}, id="one reference too many is read"),
        pytest.param({"references": [*RIGHT["references"], {"target": "11", "base": "self"}]}, id="one is not read"),
        pytest.param({"references": RIGHT["references"][::-1]}, id="another order"),
        pytest.param(
            {"references": [{**RIGHT["references"][0], "target": "9.3"}, RIGHT["references"][1]]}, id="target"
        ),
        pytest.param(
            {"references": [{**RIGHT["references"][0], "law_name": "桥法"}, RIGHT["references"][1]]}, id="law"
        ),
        pytest.param(
            {"references": [{**RIGHT["references"][0], "text": "第九条"}, RIGHT["references"][1]]}, id="words"
        ),
        pytest.param({"text": "违反本条例第九条第二款规定的，给予警告。"}, id="another text"),
    ],
)
def test_a_wrong_article_is_not_right(tmp_path: Path, change: Record) -> None:
    done = score(tmp_path, RIGHT, RIGHT | change, options=("--show", "5"))
    assert "explicit       1 of      2 articles right   50.00%" in done.stdout
    assert f"line 2, explicit: {(RIGHT | change)['text']}" in done.stdout


def test_chosen_keys_only_are_compared(tmp_path: Path) -> None:
    other = RIGHT | {"references": [{**each, "text": "第一条"} for each in RIGHT["references"]]}
    assert "0 of      1" in score(tmp_path, other).stdout
    assert "1 of      1" in score(tmp_path, other, options=("--keys", "target,law_name")).stdout


def test_references_without_a_base_are_one_list(tmp_path: Path) -> None:
    record = {
        "text": "违反前款、第九条规定的",
        "article": 40,
        "paragraph": 2,
        "references": [{"target": "40.1"}, {"target": "9"}],
    }
    assert "explicit       1 of      1" in score(tmp_path, record).stdout


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("{", id="no JSON"),
        pytest.param('{"text": "第九条"}', id="nothing to compare with"),
        pytest.param('{"references": []}', id="no text"),
        pytest.param('{"text": "第九条", "references": [{"target": "nine"}]}', id="no address"),
        pytest.param("[1]", id="no object"),
        pytest.param('{"text": "第九条", "references": [{"target": "9", "low_name": null}]}', id="a key misspelt"),
        pytest.param('{"text": "第九条", "fines": [{"unit": "yuan", "mni": 5000}]}', id="a key of a fine misspelt"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str) -> None:
    done = score(tmp_path, RIGHT, line)
    assert done.returncode == 2
    assert "articles.jsonl:2: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_misspelt_choice_and_an_empty_file_are_refused(tmp_path: Path) -> None:
    """Nothing compared would be a hundred percent."""
    assert score(tmp_path, RIGHT, options=("--keys", "tagret")).returncode == 2
    assert score(tmp_path, "").returncode == 2
