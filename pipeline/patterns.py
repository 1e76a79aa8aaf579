"""Patterns that are compiled when they are first asked for.

Knows that compiling a large pattern costs as much as reading a small list. Does not know any pattern.
"""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=64)
def compiled(pattern: str) -> re.Pattern[str]:
    """*pattern*, compiled once; for the large ones that most lists never need."""
    return re.compile(pattern)
