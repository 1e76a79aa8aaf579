"""How fast the pipeline is, as ratios within one run; never a timed test.

Knows that ``python -m bench`` measures and README.md explains. Does not know any figure.
"""
