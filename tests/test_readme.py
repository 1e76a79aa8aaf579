"""The README is executed: its tables are the program's own, its commands exist, its examples come out as printed."""

from __future__ import annotations

import contextlib
import io
import json
from itertools import dropwhile, takewhile
from typing import get_args

import pytest
import regex
from pydantic import TypeAdapter
from pydantic_core import to_jsonable_python

from pipeline.checks import RULES
from pipeline.errors import ExitCode
from pipeline.model import Change, Reference
from pipeline.parse import parse
from pipeline.terminal import CLOSED_PIPE, INTERNAL_ERROR
from tests.command import ROOT, run

README = (ROOT / "README.md").read_text(encoding="utf-8")
SMALL = ROOT / "tests" / "fixtures" / "small" / "list.txt"


def table(heading: str) -> list[list[str]]:
    """The rows of the first table under *heading*, its head left out, back quotes removed."""
    section = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = dropwhile(lambda line: not line.startswith("|"), section.splitlines())
    rows = [line.strip("|").split("|") for line in takewhile(lambda line: line.startswith("|"), lines)]
    return [[cell.strip().strip("`") for cell in row] for row in rows[2:]]


def block(before: str, kind: str = "") -> str:
    """The first fenced block of *kind* after the words *before*."""
    match = regex.search(rf"```{kind}\n(.*?)```", README.split(before)[1], regex.DOTALL)
    assert match is not None
    return str(match[1])


def test_the_finding_codes_are_the_table_of_rules_in_its_order() -> None:
    assert [row[:2] for row in table("Findings")] == [[rule.code, rule.severity] for rule in RULES]
    assert all(row[2] for row in table("Findings"))


def test_the_exit_codes_are_those_of_the_program() -> None:
    assert [int(row[0]) for row in table("Exit codes")] == [*map(int, ExitCode), INTERNAL_ERROR, CLOSED_PIPE]


def test_the_statuses_are_those_of_the_model() -> None:
    section = README.split("\nThe status of a reference")[1].split("\n## ")[0]
    named = regex.findall(r"(?m)^\| `(\w+)` \|", section)
    status = TypeAdapter(Reference).json_schema()["properties"]["status"]["enum"]
    assert named == status


def test_the_files_named_are_the_files_written() -> None:
    named = {row[0].removeprefix("NAME.") for row in table("Outputs")}
    assert named == {path.name.split(".", 1)[1] for path in (ROOT / "out").glob("sanming-wangxin.*")}


@pytest.mark.parametrize("command", ["build", "check", "explain", "schema"])
def test_every_command_is_named_and_every_named_option_exists(command: str) -> None:
    line = next(line for line in README.splitlines() if f"-m pipeline {command} " in line)
    helped = run(command, "--help", columns=200).stdout
    options = regex.findall(r"--\w+", line)
    assert all(option in helped for option in options)
    offered = set(regex.findall(r"--[a-z]+", helped)) - {"--help"}
    assert offered == set(options)


def test_the_item_shown_is_the_item_of_the_small_list() -> None:
    shown = block("A row of a (made-up) list, as published:")
    assert shown in SMALL.read_text(encoding="utf-8")


def test_the_tree_shown_is_what_explain_prints() -> None:
    printed = run("explain", "2", SMALL, columns=120).stdout
    strip = [line.rstrip() for line in printed.splitlines()]
    assert strip == block("shows what was read:").splitlines()


def test_the_reference_shown_is_in_the_json() -> None:
    shown = json.loads(block("the reference of its penalty article is", "json"))
    reference = parse(SMALL).items[1].provisions[2].references[0]
    assert to_jsonable_python(reference) == shown


def test_the_python_example_prints_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block("## From Python", "python"), "README.md", "exec"), {})  # noqa: S102 - our own example
    assert printed.getvalue() == block("\nprints\n")


def test_the_python_example_about_texts_prints_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    section = README.split("\n## Official texts\n")[1].split("\n## ")[0]
    program, output = regex.findall(r"(?s)```(?:python)?\n(.*?)```", section)
    with contextlib.redirect_stdout(printed):
        exec(compile(program, "README.md", "exec"), {})  # noqa: S102 - our own example
    assert printed.getvalue() == output


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    targets = regex.findall(r"(?m)^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"))
    commands = regex.findall(r"\bmake ([a-z]+)\b`", README) + block("## Two commands").split()[1::2]
    assert commands
    assert set(commands) <= set(targets)


def test_the_changes_are_those_of_the_model() -> None:
    section = README.split("\n| change | meaning |")[1].split("\n## ")[0]
    named = regex.findall(r"(?m)^\| `(\w+)` \|", section)
    assert named == list(get_args(Change))
