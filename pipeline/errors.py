"""What can be asked of a build, what can stop it, and the exit code each stop has.

Knows the names of the formats and of the font presets, the exit codes of the command line (an interface, see README)
and the errors that carry them.
Does not know who raises them, nor how a message is shown.
"""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar, Literal, TypeAlias

Format: TypeAlias = Literal["json", "xlsx", "docx"]
"""An output by the ending of its file."""

FontPreset: TypeAlias = Literal["official", "system"]
"""The fonts of the Office outputs: those that GB/T 9704 names, or those that every Windows has."""


class ExitCode(IntEnum):
    """Exit codes of ``python -m pipeline``; in a batch the highest one is returned."""

    DONE = 0
    FINDINGS = 1
    WRONG_USE = 2
    SOURCE_UNREADABLE = 3
    NOT_A_POWER_LIST = 4
    CANNOT_WRITE = 5


class PipelineError(Exception):
    """A stop with a message for a person: one line, naming the file, what was expected and what to do."""

    exit_code: ClassVar[ExitCode] = ExitCode.WRONG_USE


class WrongUse(PipelineError):
    """The command was called with something it cannot work on (two files with one stem, no such item)."""


class SourceUnreadable(PipelineError):
    """The bytes cannot be turned into text: no file, no known encoding, not text at all, too large."""

    exit_code = ExitCode.SOURCE_UNREADABLE


class NotAPowerList(PipelineError):
    """The text was read, but no header row of a power list stands in it."""

    exit_code = ExitCode.NOT_A_POWER_LIST


class CannotWrite(PipelineError):
    """An output cannot be written; what was there before is still there."""

    exit_code = ExitCode.CANNOT_WRITE
