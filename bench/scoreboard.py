"""``python -m bench.scoreboard DIR``: what is read of every list in a folder, a line each.

Knows what to count: items, laws, provisions, references by status, findings by code as ``check`` has them (with the
register and the official texts in laws/, as of today), seconds.
Does not know what the right figures would be.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.errors import PipelineError
from pipeline.inputs import find_law
from pipeline.model import PowerList
from pipeline.parse import parse_source, read_bytes

if TYPE_CHECKING:
    from pipeline.inputs import Law

STATUSES = (
    "quoted_here",
    "quoted_partly",
    "quoted_elsewhere",
    "not_quoted",
    "ambiguous",
    "other_law",
    "unresolved",
)


class Score(NamedTuple):
    """One list, counted; ``failure`` says why there is nothing to count."""

    name: str
    figures: tuple[int, ...]
    statuses: tuple[int, ...]
    findings: Counter[str]
    tiled: bool
    seconds: float
    failure: str = ""


def score(path: Path, law: Law) -> Score:
    """Read the list at *path*, ask *law* about it, as ``check`` does, and count."""
    register, texts, day = law
    begun = time.perf_counter()
    try:
        power_list, canonical = parse_source(read_bytes(path), path.name, register=register, as_of=day, texts=texts)
    except PipelineError as error:
        return Score(path.name, (), (), Counter(), False, 0.0, str(error))
    seconds = time.perf_counter() - begun
    provisions = [provision for item in power_list.items for provision in item.provisions]
    statuses = Counter[str](reference.status for provision in provisions for reference in provision.references)
    return Score(
        path.name,
        (len(power_list.tables), len(power_list.items), len(power_list.laws), len(provisions)),
        tuple(statuses[status] for status in STATUSES),
        Counter(finding.code for finding in power_list.findings),
        is_tiled(power_list, canonical),
        seconds,
    )


def is_tiled(power_list: PowerList, canonical: str) -> bool:
    """Whether blocks and items are the whole canonical text, with nothing but white space between them."""
    position = 0
    for start, end in sorted([block.span for block in power_list.blocks] + [item.span for item in power_list.items]):
        if start < position or canonical[position:start].strip():
            return False
        position = end
    return not canonical[position:].strip()


def table(scores: Sequence[Score]) -> Iterator[str]:
    """The figures as Markdown, then the findings by code, then what could not be read."""
    yield "| list | tables | items | laws | provisions | " + " | ".join(STATUSES) + " | findings | tiled | s |"
    yield "|---|" + "---:|" * (len(STATUSES) + 7)
    for each in scores:
        if not each.failure:
            figures = " | ".join(map(str, (*each.figures, *each.statuses, each.findings.total())))
            yield f"| {each.name} | {figures} | {'yes' if each.tiled else 'NO'} | {each.seconds:.2f} |"
    yield ""
    codes = sum((each.findings for each in scores), Counter[str]())
    yield "| finding | " + " | ".join(each.name for each in scores if not each.failure) + " | all |"
    yield "|---|" + "---:|" * (sum(not each.failure for each in scores) + 1)
    for code, count in codes.most_common():
        cells = [str(each.findings[code] or "") for each in scores if not each.failure]
        yield f"| {code} | {' | '.join(cells)} | {count} |"
    for each in scores:
        if each.failure:
            yield f"\nnot read: {each.failure}"


def lists_in(folder: Path) -> list[Path]:
    """The files of *folder* that could be lists: all but hidden ones and Markdown."""
    return sorted(path for path in folder.iterdir() if path.is_file() and path.name[0] != "." and path.suffix != ".md")


def main(arguments: Iterable[str]) -> int:
    """Print the table; 2 where no folder is given."""
    folders = [Path(argument) for argument in arguments]
    if len(folders) != 1 or not folders[0].is_dir():
        print("usage: make scoreboard DIR=<a folder of lists>", file=sys.stderr)
        return 2
    law = find_law(None, None)
    for line in table([score(path, law) for path in lists_in(folders[0])]):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
