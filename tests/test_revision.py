"""A list and the one before it, as users meet them: files, streams, exit codes, messages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from pipeline.compare import Comparison
from pipeline.errors import ExitCode
from pipeline.export import is_whole
from tests.command import ROOT, on_terminal, run
from tests.revision import NEW, OLD
from tests.rows import listed, row
from tests.test_main import cells
from tests.test_official import LABELLED, RECORD, TEXT
from tests.test_texts_and_register import REGISTER_FILE

ANNEX = ROOT / "raw" / "sanming-wangxin.txt"
EXPECTED = ROOT / "tests" / "fixtures" / "compare" / "expected.txt"
LAST = "新增1项，取消2项，变更17项（其中1项是否同一事项存疑），未变1项。"


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    """A directory with old.txt and new.txt."""
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    return tmp_path


@pytest.fixture
def project(editions: Path) -> Path:
    """raw/list.txt and the one before it, which came as another kind of file."""
    (editions / "raw" / "previous").mkdir(parents=True)
    (editions / "new.txt").rename(editions / "raw" / "list.txt")
    (editions / "old.txt").rename(editions / "raw" / "previous" / "list.text")
    return editions


# --- compare --------------------------------------------------------------------------------------------------------


def test_compare_says_what_changed_and_writes_nothing(editions: Path) -> None:
    result = run("compare", "old.txt", "new.txt", cwd=editions)
    assert (result.returncode, result.stderr) == (ExitCode.DONE, "")
    lines = result.stdout.splitlines()
    assert lines[:2] == [
        "原清单：old.txt　云溪市古桥管理局权责清单（2033年版）（20项）",
        "现清单：new.txt　云溪市古桥管理局权责清单（2034年版）（19项）",
    ]
    assert lines[2:-1] == EXPECTED.read_text(encoding="utf-8").splitlines()
    assert lines[-1] == LAST
    assert sorted(path.name for path in editions.iterdir()) == ["new.txt", "old.txt"]


@pytest.mark.parametrize(("new", "code"), [("old.txt", ExitCode.DONE), ("new.txt", ExitCode.FINDINGS)])
def test_exit_code_tells_whether_anything_changed(editions: Path, new: str, code: ExitCode) -> None:
    assert run("compare", "old.txt", new, cwd=editions).returncode == ExitCode.DONE
    assert run("compare", "old.txt", new, "--exit-code", cwd=editions).returncode == code


def test_a_list_and_its_own_json_are_one(tmp_path: Path) -> None:
    """A raw file on one side, an export on the other."""
    result = run("compare", ANNEX, ROOT / "out" / "sanming-wangxin.json", "--exit-code", cwd=tmp_path)
    assert result.returncode == ExitCode.DONE
    assert "没有变动" in result.stdout


@pytest.mark.parametrize("option", [("--as-of", "2025-12-31"), ("--laws", ROOT / "laws")], ids=["a day", "a register"])
def test_the_register_is_not_asked_about_a_json(option: tuple[str, str | Path], tmp_path: Path) -> None:
    """Its answers are in it, of another day: nobody may take them for those of the day that was asked about."""
    made = ROOT / "out" / "sanming-wangxin.json"
    result = run("compare", ANNEX, made, *option, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (ExitCode.WRONG_USE, "")
    assert f"sanming-wangxin.json: {option[0]} is for a list as received" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert run("compare", made, ANNEX, *option, cwd=tmp_path).returncode == ExitCode.DONE, "of OLD it is not asked"


@pytest.mark.parametrize("made_first", [True, False], ids=["old", "new"])
def test_columns_about_people_cannot_be_asked_of_a_json(made_first: bool, tmp_path: Path) -> None:
    made = ROOT / "out" / "sanming-wangxin.json"
    lists = (made, ANNEX) if made_first else (ANNEX, made)
    result = run("compare", *lists, "--keep-personal", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (ExitCode.WRONG_USE, "")
    assert "sanming-wangxin.json: --keep-personal is for lists as received" in result.stderr


def test_the_list_after_is_laid_beside_official_texts(tmp_path: Path) -> None:
    """As in a build: where a label leaves open which 款 is quoted, the text tells what became of it."""
    (tmp_path / "laws" / "texts").mkdir(parents=True)
    (tmp_path / "laws" / "texts" / "1.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "laws" / "古桥.toml").write_text(REGISTER_FILE, encoding="utf-8")
    listing = listed(row(f"第三条　{RECORD}", law=LABELLED))
    (tmp_path / "list.txt").write_text(listing, encoding="utf-8")
    options = ("--as-of", "2040-01-01", "--out", "out", "--format", "json")
    assert run("compare", "list.txt", "list.txt", *options, cwd=tmp_path).returncode == ExitCode.DONE
    (change,) = json.loads((tmp_path / "out" / "list.changes.json").read_text(encoding="utf-8"))["basis"]
    assert [(each["article"], each["paragraph"]) for each in change["addresses"]] == [(4, 2)]


def test_out_takes_the_comparison_in_a_set_of_its_own(editions: Path) -> None:
    result = run("compare", "old.txt", "new.txt", "--out", "out", "--format", "json", cwd=editions)
    assert result.returncode == ExitCode.DONE
    assert sorted(path.name for path in (editions / "out").iterdir()) == [
        "new.changes.json",
        "new.changes.manifest.json",
    ]
    assert is_whole(editions / "out" / "new.changes.manifest.json")
    data = json.loads((editions / "out" / "new.changes.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(json.loads(run("schema", "comparison").stdout)).validate(data)
    comparison = Comparison.model_validate(data)
    assert comparison.old is not None
    assert (comparison.old.file, comparison.new.file) == ("old.txt", "new.txt")


def test_the_committed_schema_is_the_one_that_is_printed() -> None:
    committed = (ROOT / "schema" / "comparison.schema.json").read_text(encoding="utf-8")
    assert run("schema", "comparison").stdout == committed


@pytest.mark.parametrize(("terminal", "columns"), [("xterm", 30), ("xterm", 40), ("dumb", 40)])
def test_on_a_narrow_terminal_no_line_is_too_wide(editions: Path, terminal: str, columns: int) -> None:
    """What goes on of a detail keeps its indent."""
    lines = on_terminal("compare", "old.txt", "new.txt", cwd=editions, columns=columns, terminal=terminal)
    assert max(map(cells, lines)) <= columns
    replaced = next(number for number, line in enumerate(lines) if line.startswith("  依据替换："))
    assert all(line.startswith("  ") for line in lines[replaced : replaced + 4])
    assert "".join("".join(lines).split()) == "".join(run("compare", "old.txt", "new.txt", cwd=editions).stdout.split())


def test_lists_of_two_offices_are_refused_unless_forced(editions: Path) -> None:
    other = NEW.replace("云溪市古桥管理局", "云溪市风物局")
    (editions / "other.txt").write_text(other, encoding="utf-8")
    refused = run("compare", "old.txt", "other.txt", "--out", "out", cwd=editions)
    assert refused.returncode == ExitCode.WRONG_USE
    assert "old.txt（云溪市古桥管理局）与other.txt（云溪市风物局）不是同一机关的清单" in refused.stderr
    assert "--force" in refused.stderr
    assert not (editions / "out").exists()
    forced = run("compare", "old.txt", "other.txt", "--force", cwd=editions)
    assert forced.returncode == ExitCode.DONE
    assert "不是同一机关的清单" in forced.stderr
    assert "罚款变更：《云溪市古桥守护条例》第二十条：三万元以下→五万元以下" in forced.stdout


UNNAMED = [
    (
        "the new one",
        ["old.txt", "none.txt"],
        "none.txt没有写明机关，不能核对与old.txt（云溪市古桥管理局）是否同一机关的清单；",
    ),
    (
        "the old one",
        ["none.txt", "new.txt"],
        "none.txt没有写明机关，不能核对与new.txt（云溪市古桥管理局）是否同一机关的清单；",
    ),
]


@pytest.mark.parametrize(("lists", "said"), [case[1:] for case in UNNAMED], ids=[case[0] for case in UNNAMED])
def test_a_list_that_names_no_office_is_named_and_refused_unless_forced(
    editions: Path, lists: list[str], said: str
) -> None:
    (editions / "none.txt").write_text(NEW.replace("云溪市古桥管理局", ""), encoding="utf-8")
    refused = run("compare", *lists, cwd=editions)
    assert (refused.returncode, refused.stdout) == (ExitCode.WRONG_USE, "")
    assert refused.stderr == f"{said}如确要比较，请加 --force。\n"
    forced = run("compare", *lists, "--force", cwd=editions)
    assert (forced.returncode, forced.stderr) == (ExitCode.DONE, f"{said}按 --force 比较。\n")


def test_of_two_lists_that_name_no_office_it_is_said_that_this_cannot_be_checked(editions: Path) -> None:
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (editions / name).write_text(text.replace("云溪市古桥管理局", ""), encoding="utf-8")
    result = run("compare", "old.txt", "new.txt", cwd=editions)
    assert result.returncode == ExitCode.DONE
    assert result.stderr == "old.txt与new.txt都没有写明机关，不能核对是否同一机关的清单。\n"


def test_compare_says_what_it_wrote(editions: Path) -> None:
    result = run("compare", "old.txt", "new.txt", "--out", "out", "--format", "json,docx", cwd=editions)
    names = ["out/new.changes.json", "out/new.changes.docx", "out/new.changes.manifest.json"]
    assert result.stderr == f"written: {', '.join(names)}\n"
    assert sorted(each.name for each in (editions / "out").iterdir()) == sorted(Path(name).name for name in names)


def _older(data: bytes) -> bytes:
    return data.replace(b'"schema_version": "', b'"schema_version": "0.', 1)


BAD_JSON = [
    ("cut off", lambda data: data[:5000], ExitCode.SOURCE_UNREADABLE, "不是完整的 JSON"),
    ("of an older version", _older, ExitCode.SOURCE_UNREADABLE, "清单的模式版本是0.1"),
    ("one that says what cannot be", lambda data: data.replace(b'"number": 1,', b'"number": 7,', 1),
     ExitCode.SOURCE_UNREADABLE, "JSON 与清单的模式不符"),
    ("something else", lambda _: b'{"a": 1}', ExitCode.NOT_A_POWER_LIST, "不是清单的 JSON"),
    ("no object", lambda _: b"[1]", ExitCode.NOT_A_POWER_LIST, "不是清单的 JSON"),
    ("deeper than any list", lambda _: b"[" * 100_000, ExitCode.SOURCE_UNREADABLE, "不是完整的 JSON"),
    ("empty", lambda _: b"", ExitCode.SOURCE_UNREADABLE, "不是完整的 JSON"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "code", "words"), [case[1:] for case in BAD_JSON], ids=[case[0] for case in BAD_JSON])
def test_a_json_that_is_no_list_gets_one_clear_error(tmp_path: Path, make: object, code: ExitCode, words: str) -> None:
    assert callable(make)
    good = (ROOT / "out" / "sanming-wangxin.json").read_bytes()
    data = make(good)
    assert data != good
    (tmp_path / "list.json").write_bytes(data)
    result = run("compare", "list.json", ANNEX, cwd=tmp_path)
    assert result.returncode == code
    assert "list.json" in result.stderr
    assert words in result.stderr
    assert "请" in result.stderr, "it says what to do"
    assert result.stdout == ""


def test_the_json_of_a_comparison_is_recognised(editions: Path) -> None:
    run("compare", "old.txt", "new.txt", "--out", ".", "--format", "json", cwd=editions)
    result = run("compare", "old.txt", "new.changes.json", cwd=editions)
    assert result.returncode == ExitCode.NOT_A_POWER_LIST
    assert "这是两份清单的变动" in result.stderr


def test_a_format_without_a_place_to_write_is_wrong_use(editions: Path) -> None:
    result = run("compare", "old.txt", "new.txt", "--format", "json", cwd=editions)
    assert result.returncode == ExitCode.WRONG_USE
    assert "--out" in result.stderr


# --- build ----------------------------------------------------------------------------------------------------------


def test_build_compares_a_list_with_the_one_before_it(project: Path) -> None:
    result = run("build", cwd=project)
    assert (result.returncode, result.stderr) == (ExitCode.DONE, "")
    assert "changes     20 (1 added, 2 removed, 17 changed), since the list before in 1 of 1 files" in result.stdout
    comparison = Comparison.model_validate_json((project / "out" / "list.changes.json").read_bytes())
    assert comparison.old is not None
    assert (comparison.old.file, comparison.new.file) == ("list.text", "list.txt")
    manifest = json.loads((project / "out" / "list.manifest.json").read_text(encoding="utf-8"))
    assert "list.changes.json" in manifest["outputs"]
    assert manifest["previous"] == {"file": "list.text", "sha256": comparison.old.sha256}
    assert is_whole(project / "out" / "list.manifest.json")


def test_changes_of_an_earlier_build_are_named_and_stay(project: Path) -> None:
    assert run("build", cwd=project).stderr == ""
    (project / "raw" / "previous" / "list.text").unlink()
    result = run("build", cwd=project)
    assert result.returncode == ExitCode.DONE
    assert "delete: out/list.changes.docx, out/list.changes.json, out/list.changes.xlsx" in result.stderr
    assert (project / "out" / "list.changes.json").is_file()


def test_a_list_without_one_before_it_has_no_changes(project: Path) -> None:
    (project / "raw" / "previous" / "list.text").rename(project / "raw" / "previous" / "other.txt")
    result = run("build", cwd=project)
    assert result.returncode == ExitCode.DONE
    assert "changes" not in result.stdout
    assert not list((project / "out").glob("*.changes.*"))


@pytest.mark.parametrize(
    ("reason", "data", "code", "words"),
    [
        ("no list", b"", ExitCode.NOT_A_POWER_LIST, "  raw/previous/list.text：第1行：文件是空的"),
        ("no text", bytes(range(256)) * 40, ExitCode.SOURCE_UNREADABLE, "  raw/previous/list.text："),
        ("another office's", OLD.replace("古桥管理局", "风物局").encode(), ExitCode.WRONG_USE, "不是同一机关的清单"),
    ],
)
def test_a_bad_predecessor_does_not_stop_the_build_of_the_list(
    project: Path, reason: str, data: bytes, code: ExitCode, words: str
) -> None:
    (project / "raw" / "previous" / "list.text").write_bytes(data)
    result = run("build", cwd=project)
    assert result.returncode == code, reason
    assert "1 built in out/" in result.stdout
    assert "not compared with the list before it: raw/list.txt" in result.stderr
    assert words in result.stderr
    assert is_whole(project / "out" / "list.manifest.json")
    assert not (project / "out" / "list.changes.json").exists()


@pytest.fixture
def renamed(project: Path) -> Path:
    """A project whose office was called 云溪市风物局 when the list before was published."""
    previous = OLD.replace("云溪市古桥管理局", "云溪市风物局")
    (project / "raw" / "previous" / "list.text").write_text(previous, encoding="utf-8")
    return project


def test_the_list_of_an_office_that_was_renamed_is_built_as_the_error_says(renamed: Path) -> None:
    refused = run("build", cwd=renamed)
    assert refused.returncode == ExitCode.WRONG_USE
    (said,) = re.findall(r"请在 (raw/previous/renamed\.txt) 中写一行“(.*?)”", refused.stderr)
    (renamed / said[0]).write_text(f"# 机构改革\n\n{said[1]}\n", encoding="utf-8")
    done = run("build", cwd=renamed)
    assert done.returncode == ExitCode.DONE, done.stderr
    comparison = Comparison.model_validate_json((renamed / "out" / "list.changes.json").read_bytes())
    assert not comparison.same_authority
    assert (comparison.old and comparison.old.authority, comparison.new.authority) == (
        "云溪市风物局",
        "云溪市古桥管理局",
    )
    assert "(1 added, 2 removed, 17 changed)" in done.stdout, "a new name makes no item another one"


@pytest.mark.parametrize(
    ("reason", "line", "code", "words"),
    [
        ("the other way round", "云溪市古桥管理局 = 云溪市风物局", ExitCode.WRONG_USE, "不是同一机关的清单"),
        ("another office", "云溪市桥灯局 = 云溪市古桥管理局", ExitCode.WRONG_USE, "不是同一机关的清单"),
        ("full width", "云溪市风物局＝云溪市古桥管理局", ExitCode.DONE, ""),
        ("no sign", "云溪市风物局 云溪市古桥管理局", ExitCode.SOURCE_UNREADABLE, "renamed.txt：第1行应写"),
        ("no new name", "云溪市风物局 =", ExitCode.SOURCE_UNREADABLE, "renamed.txt：第1行应写"),
    ],
)
def test_only_the_renaming_that_is_written_down_counts(
    renamed: Path, reason: str, line: str, code: ExitCode, words: str
) -> None:
    (renamed / "raw" / "previous" / "renamed.txt").write_text(line, encoding="utf-8")
    result = run("build", cwd=renamed)
    assert result.returncode == code, reason
    assert words in result.stderr
    assert (renamed / "out" / "list.json").exists(), "the list itself is built all the same"


def test_two_predecessors_of_one_name_are_one_too_many(project: Path) -> None:
    (project / "raw" / "previous" / "list.md").write_text(OLD, encoding="utf-8")
    result = run("build", cwd=project)
    assert result.returncode == ExitCode.WRONG_USE
    assert "list.md、list.text都叫list" in result.stderr
    assert (project / "out" / "list.json").exists()


def test_a_predecessor_is_not_a_link_out_of_raw(project: Path) -> None:
    previous = project / "raw" / "previous" / "list.text"
    previous.rename(project / "elsewhere.txt")
    previous.symlink_to(project / "elsewhere.txt")
    result = run("build", cwd=project)
    assert result.returncode == ExitCode.SOURCE_UNREADABLE
    assert "以外的链接" in result.stderr


def test_a_list_called_like_the_changes_of_another_is_refused(project: Path) -> None:
    (project / "raw" / "List.changes.txt").write_text(NEW, encoding="utf-8")
    result = run("build", cwd=project)
    assert result.returncode == ExitCode.WRONG_USE
    assert "raw/List.changes.txt" in result.stderr
    assert not (project / "out").exists()


def test_make_builds_again_when_a_predecessor_changes(project: Path) -> None:
    """The key is of the content of raw/ and the folders in it."""
    key = [sys.executable, str(ROOT / "tools" / "fresh.py"), "inputs"]
    keys = set()
    for text in (OLD, OLD + "\n", OLD):
        (project / "raw" / "previous" / "list.text").write_text(text, encoding="utf-8")
        keys.add(subprocess.run(key, cwd=project, capture_output=True, text=True, check=True).stdout)
    assert len(keys) == 2
