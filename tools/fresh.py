"""Decides whether `make build` has anything to do.

Knows which files the outputs are made from, where the outputs are, and what both held at the last good build.
Does not know what the files mean or how outputs are made, and never looks at a modification time.

    key=$(python tools/fresh.py inputs [RAW…])   before the build: what goes in
    python tools/fresh.py check "$key"           exit 0: outputs made from this, and untouched; 1: build
    python tools/fresh.py record "$key"          after a build that went well, and only then

The key is taken before the build and recorded after it, so that a file edited while the build runs does not
count as built. The stamp is in build/, outside git: a fresh clone has none and builds. Standard library only.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

INPUTS = ("raw", "laws", "pipeline", "requirements.lock", "pyproject.toml")
OUTPUTS = ("out", "schema")
STAMP = Path("build", "stamp.json")


def files(path: Path) -> Iterator[Path]:
    """The file itself, or all files under a folder but hidden ones and bytecode; none where nothing is."""
    if path.is_file():
        yield path
    elif path.is_dir():
        for child in sorted(path.iterdir()):
            if not child.name.startswith(".") and child.name != "__pycache__":
                yield from files(child)


def digest(root: Path, names: Iterable[str]) -> str:
    """One number for `names` (files or folders, there or not) and the names and contents of all they hold."""
    total = hashlib.sha256()
    for name in names:
        start = root / name
        total.update(json.dumps([name]).encode())
        for path in files(start):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            total.update(json.dumps([path.relative_to(start).as_posix(), content]).encode())
    return total.hexdigest()


def inputs(root: Path, raw: Iterable[str] = ()) -> str:
    """The key: one number for all that goes into a build, and for which raw files were asked for by name."""
    return f"{digest(root, INPUTS)}-{digest(root, raw)}"


def is_fresh(root: Path, key: str) -> bool:
    """Whether the last good build was made from what `key` stands for, and its outputs are untouched."""
    try:
        stamp = json.loads((root / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(stamp == {"inputs": key, "outputs": digest(root, OUTPUTS)})


def record(root: Path, key: str) -> None:
    """Remembers a good build. A stamp cut off by a crash is not JSON, which means: build."""
    (root / STAMP).parent.mkdir(exist_ok=True)
    stamp = {"inputs": key, "outputs": digest(root, OUTPUTS)}
    (root / STAMP).write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")


def main(arguments: list[str], root: Path = Path()) -> int:
    """The three commands above; anything else is wrong use, 2."""
    match arguments:
        case ["inputs", *raw]:
            print(inputs(root, raw))
            return 0
        case ["check", key]:
            return 0 if is_fresh(root, key) else 1
        case ["record", key]:
            record(root, key)
            return 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
