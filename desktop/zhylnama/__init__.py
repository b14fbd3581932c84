"""Zhylnama: a human-rights archive on a laptop, without internet."""

__version__ = "0.1.0"
