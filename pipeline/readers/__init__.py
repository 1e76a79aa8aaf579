"""Bytes → Grid, one room per format.

Knows the formats a list can arrive in. Does not know what stands in it.
"""

from pipeline.readers.grid import WHITE, Cell, Grid, content
from pipeline.readers.text import Decoded, decode, read_text

__all__ = ["WHITE", "Cell", "Decoded", "Grid", "content", "decode", "read_text"]
