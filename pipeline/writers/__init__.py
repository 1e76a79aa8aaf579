"""The writers: a PowerList in, the bytes of one file format out.

Knows nothing itself: one room per format, and ooxml.py for what the Office formats share.
Does not know how a list is read, nor where the bytes are put.
"""
