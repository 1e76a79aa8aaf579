"""Patterns that compile at their first use: each is one, and a plain law line is what the large ones say it is."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pipeline
from pipeline.basis import laws
from pipeline.patterns import lazy_re, lazy_regex
from pipeline.words import basis as words


def _modules() -> list[str]:
    return [
        module.name for module in pkgutil.walk_packages(pipeline.__path__, "pipeline.") if "__main__" not in module.name
    ]


@pytest.mark.parametrize("name", _modules())
def test_every_pattern_compiles(name: str) -> None:
    """An error in a pattern would show only in the list that needs it."""
    kind = type(lazy_re(""))
    values = [*vars(import_module(name)).values()]
    values += [each for value in values if isinstance(value, tuple) for each in value]
    for value in values:
        if isinstance(value, kind):
            assert value.pattern


def test_a_pattern_is_compiled_once_and_when_it_is_asked() -> None:
    with mock.patch("re.compile", wraps=re.compile) as compiling:
        pattern = lazy_re("古(?P<what>桥)")
        assert not compiling.called
        assert [match["what"] for match in pattern.finditer("古桥古桥")] == ["桥", "桥"]
        assert pattern.search("古桥")
        assert compiling.call_count == 1


def test_what_no_pattern_has_is_an_error() -> None:
    with pytest.raises(AttributeError, match="tidy"):
        lazy_regex("古桥").tidy  # type: ignore[attr-defined]  # noqa: B018


@given(
    st.text("云溪市古桥守护条例法第三条的实施办法、，:：<《〈 \u3000\t\x1f1", min_size=1, max_size=170),
    st.none() | st.text("云溪市令第7号2031年4月1日施行（()）、，：《》条\u3000 ", max_size=40),
)
def test_a_plain_law_line_is_what_the_other_patterns_say(name: str, note: str | None) -> None:
    line = f"《{name}》" + ("" if note is None else f"（{note}）")
    short = laws._read_law_line.__wrapped__(line)
    with mock.patch.object(words, "PLAIN_LAW", lazy_re(r"(?!)")):
        assert laws._read_law_line.__wrapped__(line) == short
