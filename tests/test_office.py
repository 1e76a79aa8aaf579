"""Proves that a test which needs LibreOffice says so where it is missing, and fails where it must not be skipped."""

from __future__ import annotations

import pytest

from tests.command import ROOT
from tests.office import tool


def test_without_the_program_a_test_is_skipped_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("REQUIRE_OFFICE", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"soffice is missing .*LibreOffice"):
        tool("soffice")


def test_where_it_is_required_the_test_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("REQUIRE_OFFICE", "1")
    with pytest.raises(pytest.fail.Exception, match="soffice is missing"):
        tool("soffice")


def test_ci_requires_it_and_looks_for_skips() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "export REQUIRE_OFFICE=1" in script
    assert "SKIPPED.*(LibreOffice|soffice)" in script
    assert all(package in script for package in ("libreoffice-calc", "poppler-utils", "fonts-noto-cjk"))
