"""``python -m bench.score FILE``: how many articles of *FILE* the program reads exactly right.

Knows the format of such a file and how to count. Does not know how references and fines are read.

FILE holds JSON Lines, one article each; only ``text`` and one of ``references`` and ``fines`` are needed::

    {"text": "违反本条例第七条第二款规定的…", "article": 24, "paragraph": 2,
     "references": [{"target": "7.2", "law_name": null, "base": "self", "text": "第七条第二款"}],
     "fines": [{"unit": "yuan", "min": 5000, "max": 30000, "base": null, "per": null, "cap": null}]}

``text``: the article without its label, its lines joined by a line feed. ``article``: a number, "120-1", [120, 1], or
nothing. ``references``: one per target, in text order; ``target`` is "7.2", "17(6)", "120-1.2(3)[4]", the object of the
JSON output, or null where no address can be given. Keys that a reference or fine leaves out are not compared. An
article counts as right only when the whole list is: the references of explicit base (self, named) and the relative
ones are counted apart, and so are the fines.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple

import regex
import typer

if not __package__:  # run as a file: python bench/score.py
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pipeline import Address, find_references, find_sanctions

ADDRESS: Final = regex.compile(
    r"(?P<article>\d+)(?:-(?P<article_suffix>\d+))?(?:\.(?P<paragraph>\d+))?(?:\((?P<subparagraph>\d+)\))?(?:\[(?P<point>\d+)\])?"
)
KINDS: Final = ("explicit", "relative", "fines")

REFERENCE_KEYS: Final = frozenset({"target", "law_name", "base", "text", "span"})
FINE_KEYS: Final = frozenset({"text", "unit", "min", "max", "base", "per", "cap"})

Fact = dict[str, Any]
"""One reference or fine, by the keys of the data contract; targets in compact form."""


class Unreadable(Exception):
    """A line of the file that is not as the format says."""


class Article(NamedTuple):
    """One line of the file."""

    line: int
    text: str
    own: Address | None
    paragraph: int | None
    expected: dict[str, list[Fact]]


def read(path: Path) -> Iterator[Article]:
    """The articles of *path*. Raises Unreadable naming the line, OSError."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield _article(number, json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Unreadable(
                f"{path}:{number}: {error}; expected one JSON object, see python -m bench.score --help"
            ) from error


def _article(number: int, record: dict[str, Any]) -> Article:
    references = [{**each, "target": _compact(each["target"])} for each in record.get("references") or ()]
    for facts, keys in ((references, REFERENCE_KEYS), (record.get("fines") or (), FINE_KEYS)):
        unknown = sorted({key for each in facts for key in each} - keys)
        if unknown:
            raise ValueError(f"unknown key {', '.join(unknown)}, not one of {', '.join(sorted(keys))}")
    expected: dict[str, list[Fact]] = {}
    if "references" in record:
        for kind in ("explicit", "relative"):
            expected[kind] = [each for each in references if (each.get("base") == "relative") == (kind == "relative")]
        if any("base" not in each for each in references):
            expected = {"explicit": references}  # nothing tells them apart: all are counted as one list
    if "fines" in record:
        expected["fines"] = list(record["fines"])
    if not expected:
        raise KeyError("neither references nor fines")
    return Article(number, record["text"], _address(record.get("article")), record.get("paragraph"), expected)


def _address(value: object) -> Address | None:
    if isinstance(value, list):
        return Address(*value)
    if value is None or isinstance(value, int):
        return None if value is None else Address(value)
    match = ADDRESS.fullmatch(str(value))
    if match is None:
        raise ValueError(f"{value!r} is no address")
    return Address(**{level: int(found) if found else None for level, found in match.groupdict().items()})  # type: ignore[arg-type]  # the article is always there


def _compact(value: object) -> str | None:
    if value is None:
        return None
    address = Address(**value) if isinstance(value, dict) else _address(value)
    return address.compact() if address else None


def found(article: Article) -> dict[str, list[Fact]]:
    """What the program reads, in the kinds of :data:`KINDS`."""
    references = [
        {
            "target": each.target.compact() if each.target else None,
            "law_name": each.law_name,
            "base": each.base,
            "text": each.text,
            "span": list(each.span),
        }
        for each in find_references(article.text, article=article.own, paragraph=article.paragraph)
    ]
    if "relative" in article.expected:
        explicit = [each for each in references if each["base"] != "relative"]
        relative = [each for each in references if each["base"] == "relative"]
    else:
        explicit, relative = references, []
    fines = []
    if "fines" in article.expected:
        fines = [
            {
                "text": each.text,
                **{key: getattr(each.fine, key) for key in ("unit", "min", "max", "base", "per", "cap")},
            }
            for each in find_sanctions(article.text)
            if each.fine is not None
        ]
    return {"explicit": explicit, "relative": relative, "fines": fines}


def agrees(expected: Sequence[Fact], read_as: Sequence[Fact], keys: Sequence[str] | None) -> bool:
    """Whether the two lists are equal in every key that *expected* gives (of *keys*, where some are chosen)."""
    return len(expected) == len(read_as) and all(
        all(one[key] == value for key, value in wanted.items() if keys is None or key in keys)
        for wanted, one in zip(expected, read_as, strict=True)
    )


def main(
    file: Annotated[Path, typer.Argument(help="JSON Lines: text, article, references, fines.")],
    keys: Annotated[
        str | None, typer.Option(help="Compare these keys only, separated by commas, for example target,law_name.")
    ] = None,
    show: Annotated[int, typer.Option(help="Print so many of the articles that are not right.")] = 0,
) -> None:
    """Score the articles of FILE: exactly right or not, explicit and relative references and fines apart."""
    try:
        articles = list(read(file))
    except (OSError, UnicodeDecodeError, Unreadable) as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from None
    chosen = keys.split(",") if keys else None
    unknown = sorted(set(chosen or ()) - REFERENCE_KEYS - FINE_KEYS)
    if unknown or not articles:
        what = f"unknown key {', '.join(unknown)}" if unknown else f"{file}: no article in it"
        typer.echo(f"error: {what}", err=True)
        raise typer.Exit(2)
    right, total = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    shown = 0
    for article in articles:
        read_as = found(article)
        for kind, expected in article.expected.items():
            if not expected and not read_as[kind]:
                continue  # an article without any says nothing of how they are read
            total[kind] += 1
            if agrees(expected, read_as[kind], chosen):
                right[kind] += 1
            elif shown < show:
                shown += 1
                _show(article, kind, expected, read_as[kind])
    for kind in KINDS:
        if total[kind]:
            typer.echo(f"{kind:9} {right[kind]:6} of {total[kind]:6} articles right  {right[kind] / total[kind]:7.2%}")
    typer.echo(f"speed     {_speed(articles):6.1f} MB of UTF-8 per second, references only")


def _show(article: Article, kind: str, expected: Sequence[Fact], read_as: Sequence[Fact]) -> None:
    typer.echo(f"line {article.line}, {kind}: {article.text}")
    for name, facts in (("expected", expected), ("read", read_as)):
        for words in [json.dumps(fact, ensure_ascii=False) for fact in facts] or ["none"]:
            typer.echo(f"  {name:8} {words}")


def _speed(articles: Sequence[Article]) -> float:
    """Megabytes of distinct text per second: what was read before is remembered, so each text is made new."""
    texts = [f"{article.text} " for article in articles]
    begin = time.perf_counter()
    for text in texts:
        find_references(text)
    return sum(len(text.encode()) for text in texts) / (time.perf_counter() - begin) / 1e6


if __name__ == "__main__":
    typer.run(main)
