"""Proves that no pattern asks of ``re`` what CPython 3.11.0 to 3.11.4 gets wrong: a possessive repeat of a group.

There ``(?:[a-c]|(?<=[x])y){1,24}+`` does not match ab (CPython issue 106052); ``(?>(?:…){1,24})`` says the same.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

import pipeline
from pipeline.patterns import _Pattern

# How re reads a pattern is not public, and typeshed does not have it.
_PARSER: Final[Any] = import_module("re._parser")
_CODES: Final[Any] = import_module("re._constants")
_ONE_CHARACTER: Final = (_CODES.IN, _CODES.LITERAL, _CODES.NOT_LITERAL, _CODES.ANY)


def patterns() -> Iterator[tuple[str, str]]:
    for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if module.name == "pipeline.__main__":
            continue
        for name, value in vars(import_module(module.name)).items():
            for each in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,):
                if isinstance(each, _Pattern) and each._compile_it is re.compile:
                    source = each._source
                    yield f"{module.name}.{name}", source.decode("latin-1") if isinstance(source, bytes) else source


def repeated_groups(parsed: Any) -> Iterator[Any]:
    """What is repeated possessively in a parsed pattern, and is more than one character."""
    for operation, argument in parsed:
        if operation is _CODES.POSSESSIVE_REPEAT:
            inner = argument[2]
            if len(inner) != 1 or inner[0][0] not in _ONE_CHARACTER:
                yield inner
        yield from (found for part in parts_of(argument) for found in repeated_groups(part))


def parts_of(argument: Any) -> Iterator[Any]:
    if isinstance(argument, _PARSER.SubPattern):
        yield argument
    elif isinstance(argument, list | tuple):
        for each in argument:
            yield from parts_of(each)


def test_there_are_patterns_to_look_at() -> None:
    assert len(list(patterns())) > 100
    assert list(repeated_groups(_PARSER.parse("(?:a|bc)*+")))
    assert not list(repeated_groups(_PARSER.parse("[ab]*+(?>(?:a|bc)*)")))


def test_no_group_is_repeated_possessively() -> None:
    wrong = {name for name, source in patterns() if list(repeated_groups(_PARSER.parse(source)))}
    assert wrong == set()
