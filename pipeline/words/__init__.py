"""Every word list and pattern of the house, one page per subject, each with an example above it.

Knows words. Does nothing with them.
"""
