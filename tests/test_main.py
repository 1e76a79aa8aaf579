"""The command line as its users meet it: streams, exit codes, messages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import jsonschema
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook

from pipeline.errors import ExitCode
from tests.command import ROOT, on_terminal, run
from tests.rows import TITLE as LIST_TITLE
from tests.rows import row, table

ANNEX = ROOT / "raw" / "sanming-wangxin.txt"
SMALL = ROOT / "tests" / "fixtures" / "small" / "list.txt"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty directory with a raw/ that holds the small list."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "list.txt").write_bytes(SMALL.read_bytes())
    return tmp_path


def test_build_reads_raw_and_writes_out_with_a_summary_on_stdout(project: Path) -> None:
    result = run("build", cwd=project)
    assert (result.returncode, result.stderr) == (0, "")
    assert sorted(path.name for path in (project / "out").iterdir()) == [
        "list.canonical.txt",
        "list.docx",
        "list.json",
        "list.manifest.json",
        "list.xlsx",
    ]
    lines = dict(line.strip().split(None, 1) for line in result.stdout.splitlines())
    assert lines["files"] == "1 built in out/"
    assert lines["items"] == "4"
    assert lines["provisions"] == "9"
    assert lines["references"].startswith("6 (")
    assert lines["findings"].endswith("info)")


def test_the_summary_of_the_annex_counts_what_the_annex_has(tmp_path: Path) -> None:
    result = run("build", ANNEX, "--out", tmp_path, "--format", "json", "--as-of", "2026-11-23")
    assert result.returncode == 0
    for line in (
        "items 24",
        "provisions 84",
        "references 137 (99 quoted_elsewhere, 29 quoted_here, 5 quoted_partly, 4 not_quoted)",
        "findings 42 (1 error, 32 warning, 9 info)",
    ):
        assert line in " ".join(result.stdout.split())


@pytest.fixture
def several(project: Path) -> Path:
    """The same with a second list, and a file that is none."""
    (project / "raw" / "权责清单（第二批）.txt").write_bytes(ANNEX.read_bytes())
    (project / "raw" / "prose.txt").write_text("没有表格。", encoding="utf-8")
    return project


def test_of_several_lists_each_has_a_line_of_its_own_before_all_of_them(several: Path) -> None:
    result = run("build", "--format", "json", "--as-of", "2026-11-23", cwd=several, columns=40)
    assert result.returncode == ExitCode.NOT_A_POWER_LIST
    lines = result.stdout.splitlines()
    small = json.loads((several / "out" / "list.json").read_text(encoding="utf-8"))
    infos = sum(finding["severity"] == "info" for finding in small["findings"])
    assert lines[:4] == [
        f"list        list.txt: 4 items, findings {infos} (0 error, 0 warning, {infos} info)",
        "list        权责清单（第二批）.txt: 24 items, findings 42 (1 error, 32 warning, 9 info)",
        "files       2 built in out/, 1 failed",
        "items       28",
    ]
    assert lines[-1].startswith(f"findings    {42 + infos} (1 error, 32 warning, ")


def test_the_summary_keeps_its_columns_on_a_narrow_terminal(several: Path) -> None:
    (several / "raw" / "prose.txt").unlink()
    lines = on_terminal("build", "--format", "json", "--as-of", "2026-11-23", cwd=several, columns=40)
    assert max(map(cells, lines)) <= 40
    wide = run("build", "--format", "json", "--as-of", "2026-11-23", cwd=several).stdout
    assert "".join("".join(lines).split()) == "".join(wide.split())
    names = {"list", "files", "items", "provisions", "references", "findings"}
    assert {line[:12].strip() for line in lines} == names | {""}


def test_what_office_and_windows_leave_in_raw_is_no_list(project: Path) -> None:
    for name in ("~$list.xlsx", "Thumbs.db", "desktop.ini", ".DS_Store"):
        (project / "raw" / name).write_bytes(b"\x00\x01")
    result = run("build", "--format", "json", cwd=project)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(("preset", "title"), [("official", "方正小标宋简体"), ("system", "宋体")])
def test_fonts_are_chosen_by_name(project: Path, preset: str, title: str) -> None:
    result = run("build", "--fonts", preset, cwd=project)
    assert (result.returncode, result.stderr) == (0, "")
    assert load_workbook(project / "out" / "list.xlsx").worksheets[0]["A2"].font.name == title
    document = docx.Document(str(project / "out" / "list.docx"))
    fonts = {font.get(qn("w:eastAsia")) for font in document.styles.element.iter(qn("w:rFonts"))}
    assert ("仿宋_GB2312" in fonts) == (preset == "official")


def test_without_a_word_the_fonts_are_the_official_ones(project: Path) -> None:
    run("build", "--format", "xlsx", cwd=project)
    assert load_workbook(project / "out" / "list.xlsx").worksheets[0]["A2"].font.name == "方正小标宋简体"


def test_fonts_nobody_knows_are_wrong_use(project: Path) -> None:
    result = run("build", "--fonts", "comic", cwd=project)
    assert (result.returncode, result.stdout) == (ExitCode.WRONG_USE, "")
    assert "official" in result.stderr
    assert "system" in result.stderr
    assert not (project / "out").exists()


@pytest.mark.parametrize("formats", ["json", "docx,json", " xlsx , json "])
def test_format_takes_names_separated_by_commas(project: Path, formats: str) -> None:
    assert run("build", "--format", formats, cwd=project).returncode == 0
    endings = {path.suffix[1:] for path in (project / "out").iterdir()} - {"txt"}
    assert endings == {"json", *(name.strip() for name in formats.split(","))}


@pytest.mark.parametrize("formats", ["pdf", "json,pdf", "", ","])
def test_an_unknown_format_is_wrong_use_and_names_the_known_ones(project: Path, formats: str) -> None:
    result = run("build", "--format", formats, cwd=project)
    assert result.returncode == ExitCode.WRONG_USE
    assert "json,xlsx,docx" in result.stderr
    assert not (project / "out").exists()


def test_strict_turns_findings_of_severity_error_into_exit_code_1_and_writes_all_the_same(tmp_path: Path) -> None:
    result = run("build", ANNEX, "--out", tmp_path, "--format", "json", "--strict")
    assert result.returncode == ExitCode.FINDINGS
    assert (tmp_path / "sanming-wangxin.json").exists()
    assert run("check", ANNEX, "--strict").returncode == ExitCode.FINDINGS
    assert run("check", SMALL, "--strict").returncode == ExitCode.DONE


BAD_SOURCES = [
    ("empty.txt", b"", ExitCode.NOT_A_POWER_LIST, "第1行：文件是空的"),
    ("prose.txt", "第一章 总则\n\n没有表格。\n".encode(), ExitCode.NOT_A_POWER_LIST, "从第1行起没有找到表头"),
    ("blank.txt", b"\n\n \n", ExitCode.NOT_A_POWER_LIST, "文件是空的"),
    ("binary.txt", bytes(range(256)) * 40, ExitCode.SOURCE_UNREADABLE, "不是可识别的文字"),
    ("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(100), ExitCode.SOURCE_UNREADABLE, "这是图片"),
    ("table.docx", b"PK\x03\x04" + bytes(100), ExitCode.SOURCE_UNREADABLE, "已损坏或不完整"),
    ("broken.txt", "\ufeff表".encode() + b"\xff\n", ExitCode.SOURCE_UNREADABLE, "第1行"),
    ("latin.txt", "Käse und Brot, ".encode("latin-1") * 30, ExitCode.SOURCE_UNREADABLE, "不是可识别的文字"),
]


@pytest.mark.parametrize(("name", "data", "code", "words"), BAD_SOURCES, ids=[case[0] for case in BAD_SOURCES])
def test_a_file_that_is_no_list_gets_one_clear_error_and_leaves_nothing_behind(
    tmp_path: Path, name: str, data: bytes, code: ExitCode, words: str
) -> None:
    (tmp_path / name).write_bytes(data)
    result = run("build", name, cwd=tmp_path)
    assert result.returncode == code
    assert name in result.stderr
    assert words in result.stderr
    assert "请" in result.stderr, "it says what to do"
    assert "Traceback" not in result.stderr
    assert result.stdout == ""
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_directory_and_a_missing_file_are_sources_that_cannot_be_read(tmp_path: Path) -> None:
    for source, words in ((tmp_path, "这是一个文件夹"), (tmp_path / "nirgends.txt", "没有这个文件")):
        result = run("build", source, cwd=tmp_path)
        assert result.returncode == ExitCode.SOURCE_UNREADABLE
        assert words in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_cannot_be_written_is_exit_code_5(project: Path) -> None:
    (project / "out").write_text("in the way")
    result = run("build", cwd=project)
    assert result.returncode == ExitCode.CANNOT_WRITE
    assert "cannot write" in result.stderr
    assert (project / "out").read_text() == "in the way"


def test_in_a_batch_one_bad_file_does_not_stop_the_others_and_the_highest_code_is_returned(project: Path) -> None:
    (project / "raw" / "a-bad.txt").write_bytes(b"")
    (project / "raw" / "b-bad.txt").write_bytes(bytes(range(256)) * 40)
    result = run("build", cwd=project)
    assert result.returncode == max(ExitCode.NOT_A_POWER_LIST, ExitCode.SOURCE_UNREADABLE)
    assert "1 built in out/, 2 failed" in result.stdout
    assert result.stderr.count("not built: ") == 2
    assert (project / "out" / "list.json").exists()


def test_two_sources_with_one_stem_are_refused_before_anything_is_written(project: Path) -> None:
    (project / "raw" / "List.md").write_bytes(SMALL.read_bytes())
    result = run("build", cwd=project)
    assert result.returncode == ExitCode.WRONG_USE
    assert "raw/List.md and raw/list.txt" in result.stderr
    assert not (project / "out").exists()


def test_without_a_raw_directory_or_with_an_empty_one_it_says_what_to_do(tmp_path: Path) -> None:
    assert "no raw/ here" in run("build", cwd=tmp_path).stderr
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / ".gitkeep").write_text("")
    result = run("check", cwd=tmp_path)
    assert result.returncode == ExitCode.WRONG_USE
    assert "raw/ is empty" in result.stderr


def test_check_prints_one_line_per_finding_and_writes_nothing(project: Path) -> None:
    result = run("check", ANNEX, "--as-of", "2026-11-23", cwd=project, columns=40)
    lines = result.stdout.splitlines()
    assert len(lines) == 42, "one line each, however narrow the terminal"
    assert lines[0].startswith("sanming-wangxin.txt 第500行 错误 row-incomplete 第24项缺少3个单元格")
    assert result.stderr == ""
    assert [path.name for path in project.iterdir()] == ["raw"]


def test_explain_shows_an_item_as_a_tree_that_fits_the_terminal() -> None:
    result = run("explain", "16", ANNEX, columns=60)
    assert result.returncode == 0
    for words in ("对电子信息发送服务提供者", "[罚则]", "→ 前款＝第四十八条第一款", "核校意见", "sanction-elsewhere"):
        assert words in result.stdout
    assert all(cells(line) <= 60 for line in result.stdout.splitlines())
    assert "\x1b[" not in result.stdout, "no colour where there is no terminal"


def cells(line: str) -> int:
    """Columns a terminal needs: a Chinese character takes two."""
    return sum(2 if ord(char) > 0x2E7F else 1 for char in line)


def test_explain_says_the_printed_number_where_it_is_another(tmp_path: Path) -> None:
    """Numbers that begin anew in each table: a clerk looks for the printed one, N counts through the list."""
    tables = [
        table(row("第三条　不得悬挂重物。"), row("第四条　不得停车。", title="检查古桥")),
        table(row("第九条　违反本条例第三条规定的，给予警告。", title="对悬挂重物的处罚", serial="1")),
        table(row("第八条　违反本条例第九条规定的，给予警告。", title="对停车的处罚", serial="2")),
    ]
    (tmp_path / "list.txt").write_text(f"{LIST_TITLE}\n" + "".join(tables), encoding="utf-8")
    assert run("explain", "2", tmp_path / "list.txt").stdout.startswith("2　检查古桥\n")
    fourth = run("explain", "4", tmp_path / "list.txt").stdout
    assert fourth.startswith("第4项（序号“2”）　对停车的处罚\n")
    assert "第3项（序号“1”）第1条文" in fourth


def test_explain_marks_what_a_penalty_provides_for_other_conduct() -> None:
    """Item 18: the fine of 第三十七条第二款 is not for the duty that its first paragraph reaches."""
    lines = run("explain", "18", ANNEX).stdout.splitlines()
    assert next(line for line in lines if "所罚义务" in line).endswith("所罚义务：第二十七条（第1条文）")
    assert next(line for line in lines if "罚款 " in line).endswith("罚款 2,000–10,000元　（在其他行为之下）")
    assert not [line for line in lines if "依照他处处罚" in line and "其他行为" in line]


def test_explain_names_the_cells_that_the_source_does_not_have() -> None:
    result = run("explain", "24", ANNEX)
    assert result.stdout.count("（源文件中没有）") == 3


@pytest.mark.parametrize(
    ("number", "words"), [("0", "items 1 to 24"), ("25", "items 1 to 24"), ("x", "'x' is no number")]
)
def test_explain_of_an_item_that_is_not_there_is_wrong_use(number: str, words: str) -> None:
    result = run("explain", number, ANNEX)
    assert result.returncode == ExitCode.WRONG_USE
    assert words in result.stderr


def test_explain_asks_which_list_when_raw_holds_several(project: Path) -> None:
    (project / "raw" / "other.txt").write_bytes(SMALL.read_bytes())
    result = run("explain", "1", cwd=project)
    assert result.returncode == ExitCode.WRONG_USE
    assert "explain 1 raw/list.txt" in result.stderr


def test_schema_prints_the_committed_schema_which_fits_the_committed_json() -> None:
    result = run("schema")
    committed = ROOT / "schema" / "power-list.schema.json"
    assert result.stdout == committed.read_text(encoding="utf-8")
    schema = json.loads(result.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads((ROOT / "out" / "sanming-wangxin.json").read_bytes())
    jsonschema.Draft202012Validator(schema).validate(document)


def test_a_stdout_without_chinese_is_no_reason_to_stop() -> None:
    result = run("check", ANNEX, encoding="ascii")
    assert result.returncode == 0
    assert result.stdout.startswith(r"sanming-wangxin.txt \u7b2c500\u884c")


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["check", "-h"], ["explain", "-h"]])
def test_help_is_there_and_fits_a_narrow_terminal(arguments: list[str]) -> None:
    result = run(*arguments, columns=60)
    assert result.returncode == 0
    assert all(cells(line) <= 60 for line in result.stdout.splitlines())


@pytest.mark.parametrize("arguments", [["bogus"], ["build", "--bogus"], ["explain"]])
def test_a_call_that_cannot_be_understood_is_exit_code_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.returncode == ExitCode.WRONG_USE
    assert "Traceback" not in result.stderr


def test_a_defect_of_the_program_is_one_sentence_and_no_traceback(project: Path) -> None:
    """A broken module is put in the program's way; the user is told, and told how to see more."""
    (project / "pipeline").symlink_to(ROOT / "pipeline")
    (project / "sitecustomize.py").write_text(
        "import pipeline.parse\ndef broken(*_): raise KeyError('kaputt')\npipeline.parse.read_bytes = broken\n"
    )
    for extra, expected in (({}, False), ({"PIPELINE_TRACEBACK": "1"}, True)):
        result = subprocess.run(
            [sys.executable, "-m", "pipeline", "check"],
            cwd=project,
            env=os.environ | {"PYTHONPATH": str(project)} | extra,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ("Traceback" in result.stderr) is expected
        assert ("internal error" in result.stderr) is not expected
        assert "kaputt" in result.stderr
        assert result.stdout == ""


EVERY_COMMAND = [["check", ANNEX], ["schema"], ["explain", "3", ANNEX], ["compare", ANNEX, ANNEX], ["--help"]]


def _run_into(stdout: int, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("arguments", EVERY_COMMAND, ids=lambda arguments: str(arguments[0]))
def test_a_stdout_that_is_full_is_an_output_that_cannot_be_written(arguments: list[str | Path]) -> None:
    with Path("/dev/full").open("w") as full:
        result = _run_into(full.fileno(), *arguments)
    assert result.returncode == ExitCode.CANNOT_WRITE
    assert result.stderr.startswith("standard output cannot be written")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", EVERY_COMMAND, ids=lambda arguments: str(arguments[0]))
def test_a_reader_that_has_had_enough_is_no_error(arguments: list[str | Path]) -> None:
    """``| head``: its end of the pipe is closed before anything is written."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        result = _run_into(writer, *arguments)
    finally:
        os.close(writer)
    assert (result.returncode, result.stderr) == (141, "")


# --- the register and the day ---------------------------------------------------------------------------------------


def test_the_day_decides_what_is_in_force(project: Path) -> None:
    """The day before the amendment is in force nothing has moved; without a day it is today, which is later."""
    before = run("check", ANNEX, "--as-of", "2025-12-31", cwd=project).stdout
    after = run("check", ANNEX, "--as-of", "2026-01-01", cwd=project).stdout
    assert "provision-moved" not in before
    assert "provision-moved" in after
    assert run("check", ANNEX, cwd=project).stdout == after


def test_explain_shows_where_a_provision_stands_now(project: Path) -> None:
    shown = run("explain", "24", ANNEX, "--as-of", "2026-11-23", cwd=project, columns=200).stdout
    assert "现行（2026-11-23）：第七十一条第一款第二项　改为指向其他法律" in shown
    assert "现行（2026-11-23）：第九条　序号改变" in shown


@pytest.mark.parametrize("command", [["build"], ["check"], ["explain", "1"]], ids=["build", "check", "explain"])
def test_a_broken_register_stops_every_command_before_anything_is_written(project: Path, command: list[str]) -> None:
    laws = project / "laws"
    laws.mkdir()
    (laws / "a.toml").write_text("schema = 1\n", encoding="utf-8")
    result = run(*command, "--laws", laws, cwd=project)
    assert result.returncode == ExitCode.SOURCE_UNREADABLE
    assert "a.toml：name：缺少这一项" in result.stderr
    assert result.stdout == ""
    assert not (project / "out").exists()


@pytest.mark.parametrize("day", ["2026-02-30", "garbage", "2026年2月3日"])
def test_a_day_that_is_none_is_wrong_use(project: Path, day: str) -> None:
    result = run("check", "--as-of", day, cwd=project)
    assert result.returncode == ExitCode.WRONG_USE
    assert result.stderr == f"--as-of: '{day}' is not a date; write year-month-day, such as 2026-11-23.\n"


USES = [
    (
        "a negative item",
        ["explain", "-1"],
        "-1: no option, and no item either; items are counted from 1, e.g. explain 3\n",
    ),
    ("one of two figures", ["explain", "-12"], "-1: no option, and no item either; items are counted from 1"),
    ("item 0", ["explain", "0", SMALL], "no item 0; the list has items 1 to 4, counted, not as printed\n"),
    (
        "words for an item",
        ["explain", "第3项"],
        "explain: '第3项' is no number; items are counted from 1, e.g. explain 3\n",
    ),
    ("an option nobody knows", ["check", "--every"], "No such option: --every"),
    ("a name that is none", ["schema", "annex"], "Invalid value for 'NAME': 'annex' is not one of"),
]


@pytest.mark.parametrize(("command", "said"), [case[1:] for case in USES], ids=[case[0] for case in USES])
def test_wrong_use_is_said_in_english(command: list[str], said: str) -> None:
    result = run(*command, columns=200)
    assert result.returncode == ExitCode.WRONG_USE
    assert said in result.stderr
    assert result.stdout == ""


DAY_FILES = [
    ("a day that is none", "2026年11月23日\n", "第1行：「2026年11月23日」不是日期"),
    ("one that no calendar has, further down", "\n\n2026-02-30\n", "第3行：「2026-02-30」不是日期"),
    ("two lines", "2026-11-23\n2027-01-01\n", "第2行：多了「2027-01-01」"),
    ("empty", " \n", "第1行：文件是空的"),
    ("not there", None, "没有这个文件"),
]


@pytest.mark.parametrize(("content", "said"), [case[1:] for case in DAY_FILES], ids=[case[0] for case in DAY_FILES])
def test_what_is_wrong_with_the_file_of_the_day_is_said_with_its_line(
    tmp_path: Path, content: str | None, said: str
) -> None:
    if content is not None:
        (tmp_path / "as-of").write_text(content, encoding="utf-8")
    result = run("check", SMALL, "--as-of", "@as-of", cwd=tmp_path)
    assert result.returncode == ExitCode.SOURCE_UNREADABLE
    assert result.stderr.startswith(f"as-of：{said}；应当只有一行")
    assert result.stderr.count("\n") == 1


def test_the_day_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "as-of").write_bytes("\ufeff2031-02-03\r\n".encode())
    run("build", SMALL, "--as-of", "@as-of", "--format", "json", cwd=tmp_path)
    assert json.loads((tmp_path / "out" / "list.json").read_text(encoding="utf-8"))["as_of"] == "2031-02-03"


def test_another_register_is_used_where_one_is_named(project: Path) -> None:
    (project / "laws").mkdir()
    result = run("check", ANNEX, "--laws", project / "laws", cwd=project)
    assert "law-unknown" in result.stdout
    assert "provision-moved" not in result.stdout


def test_the_schema_of_a_law_file() -> None:
    assert json.loads(run("schema", "law").stdout)["title"] == "法律登记册"
