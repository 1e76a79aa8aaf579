"""Published lists of powers and responsibilities (权责清单) as data.

Knows the public names: the nouns, the errors, ``find_references`` and ``find_sanctions`` for a sentence. The two doors
keep their own modules: ``from pipeline.parse import parse``, ``from pipeline.export import export``.
Does not import anything before it is asked for, so that the command line answers ``--help`` at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pipeline.address import Address
    from pipeline.errors import CannotWrite, ExitCode, NotAPowerList, PipelineError, SourceUnreadable
    from pipeline.fines import FoundFine
    from pipeline.model import PowerList, json_schema
    from pipeline.penalties import FoundSanction, find_sanctions
    from pipeline.references import FoundReference, find_references

__all__ = [
    "Address",
    "CannotWrite",
    "ExitCode",
    "FoundFine",
    "FoundReference",
    "FoundSanction",
    "NotAPowerList",
    "PipelineError",
    "PowerList",
    "SourceUnreadable",
    "find_references",
    "find_sanctions",
    "json_schema",
]

_HOMES: Final = {
    "Address": "address",
    "CannotWrite": "errors",
    "ExitCode": "errors",
    "FoundFine": "fines",
    "FoundReference": "references",
    "FoundSanction": "penalties",
    "NotAPowerList": "errors",
    "PipelineError": "errors",
    "PowerList": "model",
    "SourceUnreadable": "errors",
    "find_references": "references",
    "find_sanctions": "penalties",
    "json_schema": "model",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
