"""The command line: ``python -m pipeline build | check | compare | explain | schema``.

Knows commands, streams and exit codes (design §7). Does not know law, nor any layout.
"""

from __future__ import annotations

import glob
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from pipeline.collector import paused_collector
from pipeline.errors import ExitCode, FontPreset, Format, PipelineError, WrongUse
from pipeline.inputs import RAW, find_law, find_one, find_sources, read_day, read_number, refuse_equal_stems
from pipeline.terminal import (
    CLOSED_PIPE,
    complain,
    console_for,
    open_streams,
    say,
    show,
    summarise,
    unwritten,
    usage_or_defect,
    with_progress,
)  # fmt: skip

if TYPE_CHECKING:
    from pipeline.compare import Comparison
    from pipeline.model import PowerList

OUT: Final = Path("out")
FORMATS: Final[tuple[Format, ...]] = ("json", "xlsx", "docx")

app = typer.Typer(
    name="python -m pipeline",
    help="Turn published lists of powers and responsibilities (权责清单) into JSON, Excel and DOCX.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


RawFiles = Annotated[
    list[Path] | None,
    typer.Argument(metavar="RAW", readable=False, help="List files; by default every file in raw/."),
]
Fonts = Annotated[
    FontPreset, typer.Option(help="Font names in Excel and DOCX: those of GB/T 9704, or those every Windows has.")
]
WithFindings = Annotated[
    bool, typer.Option("--with-findings", help="Append the findings (核校意见) to the DOCX, on a new page.")
]


AsOf = Annotated[
    date | None,
    typer.Option(
        parser=read_day,
        metavar="DATE",
        help="The day as of which a law is in force or not, or @FILE for the day in a file; by default today.",
    ),
]
Laws = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="The law register, with official texts in its texts/; by default laws/ here, else beside the program.",
    ),
]
KeepPersonal = Annotated[
    bool,
    typer.Option(
        "--keep-personal", help="Keep the columns about people (录入人, 联系人 …), which are left out otherwise."
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 when a list has a finding of severity error.")]


def _formats(value: str) -> list[Format]:
    names = [name.strip() for name in value.split(",") if name.strip()]
    chosen = [known for known in FORMATS if known in names]
    if not names or len(chosen) < len(set(names)):
        raise typer.BadParameter(f"{value!r}: give one or more of {','.join(FORMATS)}, separated by commas")
    return chosen


@app.command()
def build(  # noqa: PLR0913, PLR0917 - one parameter per option
    raw: RawFiles = None,
    out: Annotated[Path, typer.Option(help="Directory for the outputs.")] = OUT,
    formats: Annotated[
        str, typer.Option("--format", metavar="LIST", help="Which outputs, separated by commas.")
    ] = ",".join(FORMATS),
    fonts: Fonts = "official",
    with_findings: WithFindings = False,
    keep_personal: KeepPersonal = False,
    as_of: AsOf = None,
    laws: Laws = None,
    strict: Strict = False,
) -> None:
    """Read lists, resolve and check them, and write JSON, Excel and DOCX, with a manifest for each list."""
    chosen = _formats(formats)
    sources = find_sources(raw)
    refuse_equal_stems(sources)
    with paused_collector():  # what is imported stays
        from pipeline.export import export
        from pipeline.parse import parse_source, read_bytes
        from pipeline.revision import changes_since, moved_on

    register, texts, day = find_law(laws, as_of)
    built: list[PowerList] = []
    failed: list[tuple[Path, PipelineError]] = []
    compared: list[Comparison] = []
    not_compared: list[tuple[Path, PipelineError]] = []
    stale: list[Path] = []
    within = None if raw else RAW
    for path in with_progress(sources):
        try:
            data = read_bytes(path, within)
            power_list, canonical = parse_source(
                data, path.name, keep_personal=keep_personal, register=register, as_of=day, texts=texts
            )
            try:
                comparison = changes_since(path, power_list, within, texts, keep_personal=keep_personal)
            except PipelineError as error:  # the list itself is built all the same
                not_compared.append((path, error))
                comparison = moved_on(power_list, texts)
            written = export(
                power_list, canonical, out, chosen, fonts, with_findings=with_findings, comparison=comparison
            )
            stale += sorted(set(out.glob(f"{glob.escape(path.stem)}.changes.*")) - set(written))
        except PipelineError as error:
            failed.append((path, error))
        else:
            built.append(power_list)
            compared += [comparison] if comparison else []
    summarise(built, compared, failed, out)
    for path, reason in not_compared:
        complain(f"built, but not compared with the list before it: {path}\n  {reason}")
    if stale:
        complain(f"of an earlier build, no part of this one; delete: {', '.join(map(str, stale))}")
    raise typer.Exit(_exit_code(built, [*failed, *not_compared], strict=strict))


@app.command()
def check(
    raw: RawFiles = None,
    keep_personal: KeepPersonal = False,
    as_of: AsOf = None,
    laws: Laws = None,
    strict: Strict = False,
) -> None:
    """Print the findings about lists, one per line, and write nothing."""
    from pipeline.columns import SEVERITY_NAMES
    from pipeline.parse import parse

    (register, texts, day), within = find_law(laws, as_of), None if raw else RAW
    built: list[PowerList] = []
    failed: list[tuple[Path, PipelineError]] = []
    for path in find_sources(raw):
        try:
            power_list = parse(path, within, keep_personal=keep_personal, register=register, as_of=day, texts=texts)
        except PipelineError as error:
            failed.append((path, error))
            continue
        built.append(power_list)
        for finding in power_list.findings:
            place = finding.place or "全文"
            say(f"{path.name} {place} {SEVERITY_NAMES[finding.severity]} {finding.code} {finding.message}")
    for _, failure in failed:
        complain(str(failure))
    raise typer.Exit(_exit_code(built, failed, strict=strict))


@app.command()
def compare(  # noqa: PLR0913, PLR0917 - one parameter per option
    old: Annotated[Path, typer.Argument(metavar="OLD", readable=False, help="The list before, or the JSON of it.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", readable=False, help="The list after: either too.")],
    out: Annotated[
        Path | None, typer.Option(help="Directory for NAME.changes.json, .xlsx and .docx; without it none is written.")
    ] = None,
    formats: Annotated[
        str | None, typer.Option("--format", metavar="LIST", help="Which of them, separated by commas.")
    ] = None,
    fonts: Fonts = "official",
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 when something changed, with 0 when nothing did.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Compare lists of two different offices, too.")] = False,
    keep_personal: KeepPersonal = False,
    as_of: AsOf = None,
    laws: Laws = None,
) -> None:
    """Say what changed between two lists: items, laws, provisions, fines. Renumbering alone is no change."""
    if formats is not None and out is None:
        raise typer.BadParameter("--format says what to write: say where, with --out DIR")
    chosen = _formats(formats or ",".join(FORMATS))
    with paused_collector():
        from pipeline.export import export_comparison
        from pipeline.revision import compared, office_note, read_list, refuse_for_json
        from pipeline.writers.to_lines import to_lines
    refuse_for_json(old, new, as_of, laws, keep_personal=keep_personal)
    register, texts, day = find_law(laws, as_of)
    before = read_list(old, keep_personal=keep_personal)
    after = read_list(new, keep_personal=keep_personal, register=register, as_of=day, texts=texts)
    comparison = compared(before, after, texts, force=force)
    if note := office_note(comparison):
        complain(note)
    if out:
        written = export_comparison(comparison, after, out, chosen, fonts)
        complain(f"written: {', '.join(map(str, written))}")
    show(to_lines(comparison))
    raise typer.Exit(ExitCode.FINDINGS if exit_code and not comparison.is_empty else ExitCode.DONE)


@app.command()
def explain(
    number: Annotated[int, typer.Argument(parser=read_number, metavar="N", help="The item, counted through the list.")],
    raw: Annotated[
        Path | None, typer.Argument(metavar="RAW", readable=False, help="The list, if raw/ has several.")
    ] = None,
    keep_personal: KeepPersonal = False,
    as_of: AsOf = None,
    laws: Laws = None,
) -> None:
    """Show one item as a tree: its provisions, references, sanctions and findings."""
    from pipeline.parse import parse
    from pipeline.writers.to_tree import to_tree

    source = find_one(raw, number)
    register, texts, day = find_law(laws, as_of)
    power_list = parse(source, keep_personal=keep_personal, register=register, as_of=day, texts=texts)
    items = power_list.items
    if not 1 <= number <= len(items):
        there = f"items 1 to {len(items)}, counted, not as printed" if items else "no items"
        raise WrongUse(f"{source}: no item {number}; the list has {there}")
    console_for(stderr=False).print(to_tree(power_list, items[number - 1]))


@app.command()
def schema(
    of: Annotated[
        Literal["power-list", "comparison", "law"],
        typer.Argument(metavar="NAME", help="power-list, comparison, or law for a file in laws/."),
    ] = "power-list",
) -> None:
    """Print a JSON Schema (draft 2020-12): that of a list, of what changed in one, or of a file in laws/."""
    from pipeline.compare import comparison_schema
    from pipeline.model import json_schema
    from pipeline.register import law_schema

    made = {"power-list": json_schema, "comparison": comparison_schema, "law": law_schema}[of]()
    say(json.dumps(made, ensure_ascii=False, indent=2))


def _exit_code(built: Sequence[PowerList], failed: Sequence[tuple[Path, PipelineError]], *, strict: bool) -> ExitCode:
    codes = [ExitCode.DONE, *(error.exit_code for _, error in failed)]
    if strict and any(finding.severity == "error" for power_list in built for finding in power_list.findings):
        codes.append(ExitCode.FINDINGS)
    return max(codes)


def main() -> int:
    """Run the command line; no traceback reaches a user unless PIPELINE_TRACEBACK is set."""
    if not open_streams():
        return ExitCode.CANNOT_WRITE
    try:
        result = app(standalone_mode=False)
        sys.stdout.flush()
    except PipelineError as error:
        complain(str(error))
        return error.exit_code
    except typer.Abort:
        return 130
    except OSError as error:
        return unwritten(error) if error.filename is None else usage_or_defect(error)
    except SystemExit:  # Typer's answer to a closed pipe, and to nothing else while it is not in standalone mode
        return CLOSED_PIPE
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback reaches a user
        return usage_or_defect(error)
    return int(result or 0)


if __name__ == "__main__":
    sys.exit(main())
