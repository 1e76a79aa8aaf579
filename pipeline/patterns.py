"""Patterns that are compiled when they are first asked something.

Knows that compiling the patterns of this project takes as long as reading a small list, and that most lists need half
of them. Does not know any pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, cast

import regex


class _Pattern:
    """A pattern to be: its first use compiles it, and its methods become those of what was compiled."""

    def __init__(self, compile_it: Callable[..., Any], source: str | bytes, flags: int) -> None:
        self._compile_it, self._source, self._flags = compile_it, source, flags
        self._compiled: Any = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if self._compiled is None:
            self._compiled = self._compile_it(self._source, self._flags)
        value = getattr(self._compiled, name)
        setattr(self, name, value)  # the next time Python finds it without asking here
        return value


def lazy_re(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """*source* as ``re.compile`` reads it, compiled at its first use; an error in it shows then.

    A match's ``re`` is what was compiled, not what is returned here: ask a match for its groups.
    """
    return cast("re.Pattern[AnyStr]", _Pattern(re.compile, source, flags))


def lazy_regex(source: AnyStr, flags: int = 0) -> regex.Pattern[AnyStr]:
    """As ``pattern``, for what only ``regex`` reads: backwards, by script. It takes twice the time of ``re``."""
    return cast("regex.Pattern[AnyStr]", _Pattern(regex.compile, source, flags))
